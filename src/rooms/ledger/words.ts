import type { Text } from '../../base/text.ts'
import type { Code } from './schema.ts'

export const SAYS: Readonly<Record<Code, Text>> = {
  'ledger.not-begun': {
    vi: 'Nhật ký công khai chưa bắt đầu.',
    en: 'The public log has not begun yet.',
  },
}

export const WORDS = {
  title: { vi: 'Nhật ký công khai', en: 'Public log' },
  lead: {
    vi: 'Mỗi hành vi làm thay đổi dữ liệu của Cổng đều để lại một dòng trong nhật ký này. Nhật ký chỉ được ghi thêm: nếu ai đó sửa hay xóa một dòng đã ghi, bất kỳ ai giữ một bản mốc cũ đều phát hiện được.',
    en: 'Every act that changes the record leaves one entry in this log. It is only ever added to: if anyone changed or removed an entry, whoever keeps an older checkpoint would see it.',
  },
  shows: {
    vi: 'Một dòng chỉ cho biết loại hành vi, mã hệ thống hoặc số hồ sơ, thời điểm và các giá trị cam kết; không có tên, địa chỉ hay nội dung nào.',
    en: 'An entry shows what kind of act it was, on which AI-ID or number, when, and commitments; no name, address or content.',
  },
  now: { vi: 'Mốc hiện tại', en: 'Present checkpoint' },
  origin: { vi: 'Tên nhật ký', en: 'Name of the log' },
  size: { vi: 'Số dòng', en: 'Entries' },
  root: { vi: 'Mã băm gốc', en: 'Root hash' },
  signedAt: { vi: 'Ký lúc', en: 'Signed at' },
  keys: { vi: 'Khóa kiểm tra chữ ký', en: 'Keys to check it with' },
  witnesses: { vi: 'Nhân chứng', en: 'Witnesses' },
  cosigned: { vi: 'đã ký xác nhận mốc này', en: 'has cosigned this checkpoint' },
  notCosigned: { vi: 'chưa ký xác nhận mốc này', en: 'has not cosigned this checkpoint yet' },
  noWitness: {
    vi: 'Chưa có bên thứ ba nào xác nhận nhật ký này. Khi chưa có, hãy tự giữ một bản mốc.',
    en: 'No third party witnesses this log yet. Until one does, keep a checkpoint of your own.',
  },
  keep: { vi: 'Giữ một bản', en: 'Keep a copy' },
  keepText: {
    vi: 'Tải mốc về và cất ở nơi khác. Sau này, so với mốc đó sẽ biết những gì đã ghi có còn nguyên vẹn không.',
    en: 'Download the checkpoint and keep it elsewhere. Compared with it, one can tell later whether everything written so far is still there.',
  },
  checkpoint: { vi: 'Tải mốc hiện tại', en: 'Download the present checkpoint' },
  limits: {
    vi: 'Nhật ký chứng minh rằng một dòng đã được ghi. Nó không chứng minh rằng nội dung khai báo là đúng, cũng không chứng minh rằng một điều gì đó không tồn tại.',
    en: 'The log proves that an entry was written. It does not prove that what was declared is true, nor that something does not exist.',
  },
} as const satisfies Record<string, Text>
