import { type Lang, type Text, text } from '../base/text.ts'
import { say } from '../base/text.ts'
import type { ClockRule } from '../law/clock.ts'
import { showNumber } from '../web/format.ts'
import type { Question } from './form.ts'

/** Words of the start page, the forms and the attachments. `{…}` is filled in. */
export const W = {
  needs: text('Bạn cần chuẩn bị', 'What you need'),
  howLong: text('Thời hạn', 'How long it takes'),
  forParty: text('Bên nộp hồ sơ: {name}, {time}', 'For you: {name}, {time}'),
  forUnit: text('Cơ quan nhà nước: {name}, {time}', 'For the authority: {name}, {time}'),
  aim: text('mục tiêu của Cổng, luật không quy định', 'an aim of the portal, not a limit set by law'),
  basis: text('Căn cứ pháp lý', 'Legal basis'),
  signIn: text('Đăng nhập để bắt đầu', 'Sign in to begin'),
  choose: text('Chọn tổ chức để bắt đầu', 'Choose an organisation to begin'),
  viewing: text(
    'Bạn chỉ có quyền xem hồ sơ của tổ chức này. Chủ sở hữu hoặc người nộp hồ sơ của tổ chức mới lập được hồ sơ mới.',
    'You may only read the files of this organisation. An owner or filer of the organisation can begin a new one.',
  ),
  officer: text(
    'Thủ tục này do tổ chức, cá nhân thực hiện. Cán bộ xử lý hồ sơ ở bàn làm việc.',
    'This procedure is for organisations and individuals. Officers work on the files at their desk.',
  ),
  desk: text('Đến bàn làm việc', 'Go to the desk'),
  byUnit: text(
    'Hồ sơ loại này do cơ quan nhà nước lập. Khi được gửi cho tổ chức của bạn, hồ sơ xuất hiện ở mục «Hồ sơ của tổ chức» và bạn nhận được thư.',
    'An authority begins files of this kind. Once one is served on your organisation it stands among its files, and you receive a mail.',
  ),
  find: text('Mã số hoặc tên tổ chức', 'Code or name of the organisation'),
  findButton: text('Tìm', 'Find'),
  found: text('Chọn tổ chức, cá nhân', 'Choose the organisation or person'),
  foundNobody: text(
    'Không tìm thấy tổ chức, cá nhân nào. Hãy kiểm tra lại mã hoặc thử một phần của tên.',
    'Nobody was found. Check the code, or try a part of the name.',
  ),
  ownOpen: text('Hồ sơ chưa xong của tổ chức bạn', 'Open files of your organisation'),
  ownAll: text('Xem tất cả hồ sơ', 'See all files'),
  savedAt: text('sửa lần cuối {time}', 'last changed {time}'),

  private: text(
    'Hồ sơ này chưa gửi. Chỉ thành viên tổ chức của bạn xem được.',
    'This file has not been sent. Only members of your organisation can see it.',
  ),
  privateUnit: text(
    'Hồ sơ này chưa được gửi cho bên có liên quan. Chỉ cán bộ của đơn vị xem được.',
    'This file has not been served on anybody. Only officers of the unit can see it.',
  ),
  draftSaved: text(
    'Đã lưu lúc {time}. Bạn có thể rời trang này và quay lại bất cứ lúc nào.',
    'Saved on {time}. You can leave this page and come back whenever you like.',
  ),
  draftNone: text(
    'Mỗi phần được lưu khi bạn bấm nút lưu. Bạn có thể rời trang này và quay lại bất cứ lúc nào.',
    'Each part is saved when you press its button. You can leave this page and come back whenever you like.',
  ),
  done: text('Đã xong', 'Done'),
  todo: text('Chưa xong', 'To do'),
  wrong: text('Cần sửa', 'Needs mending'),
  optional: text('Không bắt buộc', 'Optional'),
  attachments: text('Tệp đính kèm', 'Attachments'),
  files: text('{n} tệp', '{n} attached'),
  left: text(
    'Còn {n} phần chưa xong. Xong mọi phần, bạn kiểm tra lại toàn bộ rồi gửi.',
    'Parts still to do: {n}. When all are done, you check everything and send it.',
  ),
  check: text('Kiểm tra rồi gửi', 'Check and send'),
  erase: text('Xóa hồ sơ chưa gửi này', 'Erase this file'),

  part: text('Phần {n} trên {all}', 'Part {n} of {all}'),
  parts: text('Danh sách các phần', 'All parts'),
  save: text('Lưu và tiếp tục', 'Save and continue'),
  saveBack: text('Lưu và về danh sách', 'Save and return to the list'),
  optionalMark: text('{ask} (không bắt buộc)', '{ask} (optional)'),
  choosePlease: text('Hãy chọn', 'Choose'),
  limit: text('Tối đa {max} ký tự', 'At most {max} characters'),
  range: text('Số nguyên từ {min} đến {max}', 'A whole number from {min} to {max}'),
  onlyIf: text(
    'Chỉ trả lời khi bạn chọn «{answer}» ở mục «{ask}».',
    'Answer this only if you chose “{answer}” under “{ask}”.',
  ),
  or: text('» hoặc «', '” or “'),
  kept: text(
    'Đã lưu và mã hóa: ••••••. Để trống nếu không thay đổi.',
    'Kept and encrypted: ••••••. Leave the box empty to keep it.',
  ),
  secret: text(
    'Nội dung này được mã hóa; mỗi lần cán bộ đọc đều được ghi lại và bạn xem được.',
    'This is encrypted; each time an officer reads it is noted, and you can see the note.',
  ),
  day: text('Ngày', 'Day'),
  month: text('Tháng', 'Month'),
  year: text('Năm', 'Year'),

  checkTitle: text('Kiểm tra trước khi gửi', 'Check your answers'),
  checkLead: text(
    'Đọc lại toàn bộ. Nội dung đã gửi được giữ nguyên trong hồ sơ; muốn sửa thì bổ sung sau.',
    'Read everything once more. What is sent stays on record as it is; corrections are added later.',
  ),
  change: text('Sửa', 'Change'),
  noFiles: text('Không có tệp nào.', 'No files.'),
  stale: text('Hồ sơ vừa có thay đổi', 'The file has changed meanwhile'),
  staleText: text(
    'Chưa có gì được gửi. Hồ sơ nay ở bước {step}, trạng thái «{state}». Nội dung bạn nhập vẫn còn ở dưới; hãy xem lại rồi gửi.',
    'Nothing was sent. The file now stands at step {step}, state “{state}”. What you typed is still here: look at it again, then send.',
  ),
  openFile: text('Xem hồ sơ', 'See the file'),
  number: text('Số hồ sơ', 'Number of the file'),
  nextTitle: text('Việc tiếp theo', 'What happens next'),
  leadsTo: text('Sau bước này, hồ sơ ở trạng thái «{state}».', 'After this step the state of the file is “{state}”.'),

  filesTitle: text('Tệp đính kèm của hồ sơ {number}', 'Attachments of file {number}'),
  filesLead: text(
    'Tệp được gửi cùng bước tiếp theo của hồ sơ. Trước lúc đó chỉ bên bạn xem được và gỡ được.',
    'Files go with the next step of the file. Until then only your side sees them and can take them away.',
  ),
  fileLabel: text('Chọn tệp', 'Choose files'),
  fileHint: text(
    'PDF, DOCX, ODT, PNG, JPEG hoặc văn bản. Mỗi tệp tối đa 20 MB; mỗi lần gửi tối đa 60 MB.',
    'PDF, DOCX, ODT, PNG, JPEG or text. At most 20 MB each and 60 MB at a time.',
  ),
  upload: text('Tải tệp lên', 'Upload the files'),
  remove: text('Gỡ', 'Remove'),
  waiting: text('Tệp chờ gửi', 'Files waiting to be sent'),
  waitingNone: text('Chưa có tệp nào chờ gửi.', 'No files are waiting to be sent.'),
  waitingWith: text('Các tệp sau sẽ được gửi cùng: {names}.', 'These files will be sent along: {names}.'),
  waitingSee: text('Xem hoặc gỡ tệp', 'See or remove files'),
  received: text('Đã nhận {names}', 'Received: {names}'),
  filesKept: text(
    'Đã nhận và giữ: {names}. Không cần chọn lại.',
    'Received and kept: {names}. No need to choose again.',
  ),
  othersKept: text('Không cần chọn lại các tệp này.', 'No need to choose these again.'),
  filesDone: text('Xong, quay lại', 'Done, go back'),

  eraseTitle: text('Xóa hồ sơ {number}?', 'Erase file {number}?'),
  eraseLead: text(
    'Mọi câu trả lời và tệp của hồ sơ này sẽ bị xóa và không lấy lại được. Hồ sơ chưa gửi cho cơ quan nào.',
    'All answers and files of it are erased and cannot be brought back. Nothing of it was sent to any authority.',
  ),
  eraseYes: text('Xóa hồ sơ', 'Erase the file'),
  eraseNo: text('Giữ lại', 'Keep it'),
} as const satisfies Record<string, Text>

type Missing = Readonly<Record<Question['kind'], Text>>
const please = text('{ask}: hãy điền mục này.', '{ask}: fill this in.')
const MISSING: Missing = {
  line: please,
  text: please,
  secret: please,
  one: text('{ask}: hãy chọn một câu trả lời.', '{ask}: choose an answer.'),
  many: text('{ask}: hãy chọn ít nhất một câu trả lời.', '{ask}: choose at least one answer.'),
  day: text('{ask}: hãy nhập ngày, tháng, năm.', '{ask}: enter day, month and year.'),
  moment: text('{ask}: hãy nhập ngày và giờ.', '{ask}: enter the day and the time.'),
  number: text('{ask}: hãy nhập một số.', '{ask}: enter a number.'),
}
const form = text('{ask}: chưa đúng dạng. {format}', '{ask}: this is not in the expected form. {format}')
const FORMAT: Missing = {
  line: form,
  text: form,
  secret: form,
  one: text('{ask}: hãy chọn một câu trả lời.', '{ask}: choose an answer.'),
  many: text('{ask}: hãy chọn ít nhất một câu trả lời.', '{ask}: choose at least one answer.'),
  day: text('{ask}: không có ngày này. Ví dụ đúng: 9 11 2026.', '{ask}: there is no such day. For example: 9 11 2026.'),
  moment: text(
    '{ask}: ngày hoặc giờ chưa đúng. Giờ viết như 14:05.',
    '{ask}: the day or the time is not right. Write the time like 14:05.',
  ),
  number: text('{ask}: hãy nhập số nguyên từ {min} đến {max}.', '{ask}: enter a whole number from {min} to {max}.'),
}
const OTHER: Readonly<Record<string, Text>> = {
  'case.too-long': text('{ask}: tối đa {max} ký tự.', '{ask}: at most {max} characters.'),
  'case.choice': text(
    '{ask}: hãy chọn một trong các câu trả lời cho trước.',
    '{ask}: choose one of the answers on offer.',
  ),
  'case.future': text('{ask}: thời điểm này chưa đến.', '{ask}: this moment is still to come.'),
}
const ANY = text('{ask}: {says}', '{ask}: {says}')

/** Which of the question's own words fits a refusal; `{says}` where only the refusal itself knows. */
export function slipWords(q: Question, code: string): Text {
  if (code === 'case.missing') return MISSING[q.kind]
  if (code === 'case.format') return FORMAT[q.kind]
  return OTHER[code] ?? ANY
}

/** `72 giờ`, `5 ngày làm việc`. */
export function ruleShown(rule: ClockRule, lang: Lang): string {
  const w = say(lang)
  const of = (n: number, vi: string, one: string) =>
    w(`${showNumber(n, lang)} ${vi}`, `${showNumber(n, lang)} ${one}${n === 1 ? '' : 's'}`)
  if ('hours' in rule) return of(rule.hours, 'giờ', 'hour')
  if ('days' in rule) return of(rule.days, 'ngày', 'day')
  return 'months' in rule ? of(rule.months, 'tháng', 'month') : of(rule.workingDays, 'ngày làm việc', 'working day')
}
