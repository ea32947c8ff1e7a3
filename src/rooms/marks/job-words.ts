import type { Text } from '../../base/text.ts'
import type { JobCode } from './job-schema.ts'

export const JOB_SAYS: Readonly<Record<JobCode, Text>> = {
  'job.unknown': {
    vi: 'Không có lượt ký hàng loạt nào như vậy; kết quả đã hết thời gian lưu cũng đã được xóa.',
    en: 'There is no such job; results are erased too when their time is over.',
  },
  'job.empty': {
    vi: 'Không có dòng nào. Hãy gửi mỗi dòng một tuyên bố: {"claim": "…", "ref": "…"}.',
    en: 'There are no lines. Send one claim a line: {"claim": "…", "ref": "…"}.',
  },
  'job.line': {
    vi: 'Dòng này không đọc được ({fault}). Mỗi dòng cần là {"claim": "…", "ref": "…"}, ref không bắt buộc và dài tối đa 120 ký tự.',
    en: 'This line cannot be taken ({fault}). Each line is {"claim": "…", "ref": "…"}; ref may be left out and has at most 120 characters.',
  },
  'job.lines': {
    vi: 'Quá nhiều dòng: tổ chức của bạn có thể để chờ ký nhiều nhất {limit} tuyên bố cùng lúc, hiện đang chờ {waiting}.',
    en: 'Too many lines: your organisation may have at most {limit} claims waiting at a time, and {waiting} are waiting now.',
  },
  'job.too-many': {
    vi: 'Tổ chức của bạn đang lưu {limit} lượt ký hàng loạt. Hãy xóa những lượt đã lấy kết quả.',
    en: 'Your organisation has {limit} jobs that are still kept. Delete those whose results you have fetched.',
  },
  'job.key': {
    vi: 'Khóa API đã đặt lượt ký này bị thu hồi trước khi tới dòng này.',
    en: 'The API key that ordered this job was revoked before this line was reached.',
  },
}

/** Jobs on the page of a system. */
export const J = {
  title: { vi: 'Ký hàng loạt', en: 'Signing in bulk' },
  text: {
    vi: 'Các lượt ký do chương trình của bạn đặt qua API. Chỉ mã băm và chữ ký được lưu, không có nội dung. Tải lại trang để xem tiến độ mới.',
    en: 'Jobs your programs ordered through the API. Only hashes and signatures are kept, never content. Reload the page for new progress.',
  },
  since: { vi: 'Bắt đầu', en: 'Ordered' },
  progress: { vi: 'Tiến độ', en: 'Progress' },
  kept: { vi: 'Kết quả lưu đến', en: 'Results kept until' },
  waiting: { vi: 'Đang chờ ký: {of} dòng', en: 'Waiting to be signed: {of} lines' },
  running: {
    vi: 'Đang ký: xong {done} trên {of} dòng ({signed} đã ký, {refused} không ký)',
    en: 'Signing: {done} of {of} lines done ({signed} signed, {refused} not)',
  },
  done: {
    vi: 'Xong {of} dòng: {signed} đã ký, {refused} không ký',
    en: '{of} lines done: {signed} signed, {refused} not',
  },
  end: { vi: 'Dừng và xóa', en: 'End and erase' },
  erase: { vi: 'Xóa kết quả', en: 'Erase the results' },
  later: { vi: 'Ký tiếp từ {time}', en: 'Goes on at {time}' },
} as const satisfies Record<string, Text>
