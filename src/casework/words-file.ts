import type { Text } from '../base/text.ts'

const t = (vi: string, en: string): Text => ({ vi, en })

/** Words of the file page, of what is said on it and of its documents. `{…}` is filled in. */
export const F = {
  about: t('Về hồ sơ này', 'About this file'),
  party: t('Bên nộp hồ sơ', 'Filed by'),
  addressee: t('Bên nhận', 'Served on'),
  unit: t('Đơn vị chủ trì', 'Unit in charge'),
  copies: t('Đơn vị theo dõi', 'Units with a copy'),
  officer: t('Cán bộ đang xử lý', 'Officer on the file'),
  officerNone: t('Chưa có cán bộ nào nhận xử lý', 'No officer has taken it yet'),
  opened: t('Ngày lập', 'Begun'),
  content: t('Nội dung đã nộp gần nhất', 'Latest filed content'),
  basis: t('Căn cứ', 'Legal basis'),
  erased: t(
    'Nội dung đã được xóa theo yêu cầu của cá nhân, dấu xóa {number}. Các bước và thời điểm vẫn còn.',
    'What was said was erased at the request of a person, tombstone {number}. Steps and times stay.',
  ),

  holds: t('Đang chờ {who}, từ {time}.', 'With {who} since {time}.'),
  nobody: t('Không ai còn phải xử lý, từ {time}.', 'Nobody has anything left to do since {time}.'),
  you: t('tổ chức của bạn', 'your organisation'),
  yourUnit: t('đơn vị của bạn', 'your unit'),
  someUnit: t('cơ quan nhà nước', 'the State'),
  theParty: t('bên nộp hồ sơ', 'the party'),

  nextDate: t('Thời hạn gần nhất', 'Next date'),
  noDate: t('Hiện không có thời hạn nào đang chạy.', 'No time limit is running at the moment.'),
  canDo: t('Việc bạn có thể làm', 'What you can do now'),
  cannot: t('Hiện không có việc nào dành cho bạn ở hồ sơ này.', 'There is nothing for you to do on this file now.'),
  viewing: t(
    'Bạn chỉ có quyền xem hồ sơ của tổ chức này. Chủ sở hữu hoặc người nộp hồ sơ của tổ chức mới thực hiện được các bước.',
    'You may only read the files of this organisation. An owner or filer of the organisation can act on them.',
  ),
  copy: t(
    'Đơn vị của bạn theo dõi hồ sơ này; đơn vị chủ trì xử lý.',
    'Your unit follows this file; the unit in charge works on it.',
  ),
  takeFirst: t(
    'Nhận xử lý hồ sơ trước, rồi mới thực hiện các bước khác.',
    'Take the file first; the other steps follow.',
  ),
  takeOver: t('Nhận xử lý thay {who}', 'Take over from {who}'),
  colleague: t('đồng nghiệp', 'a colleague'),
  toForm: t('Điền biểu mẫu', 'Fill in the form'),

  clocks: t('Thời hạn', 'Time limits'),
  noClocks: t('Chưa có thời hạn nào của hồ sơ này bắt đầu.', 'No time limit of this file has begun.'),
  calendar: {
    vi: 'Lịch ngày nghỉ đã dùng để tính (dữ liệu)',
    en: 'The calendar it was counted with (data)',
  },
  ofParty: t('của bên nộp hồ sơ', 'for the party'),
  ofAddressee: t('của bên nhận', 'for the addressee'),
  ofUnit: t('của cơ quan', 'for the authority'),
  met: t('đã xong trong hạn, lúc {time} (hạn: {due})', 'done in time on {time} (due {due})'),
  metLate: t(
    'nộp sau thời hạn: xong lúc {time} (hạn: {due})',
    'filed after the time limit: done on {time} (due {due})',
  ),
  metLateUnit: t('xong sau thời hạn: lúc {time} (hạn: {due})', 'done after the time limit: on {time} (due {due})'),
  stopped: t('không còn chạy vì hồ sơ đã kết thúc (hạn: {due})', 'no longer runs: the file is closed (due {due})'),
  endOf: t('hết {day}', 'the end of {day}'),
  target: t(
    'Đây là mục tiêu Cổng tự đặt ra; luật không quy định thời hạn cho việc này.',
    'This is an aim the portal has set itself; the law sets no time limit here.',
  ),
  parallel: t(
    'Thời hạn này theo văn bản pháp luật khác; Cổng chỉ nhắc để bạn biết.',
    'This time limit is set by another law; the portal only names it.',
  ),

  request: t('Yêu cầu bổ sung', 'Request for more information'),
  requestSince: t(
    'Cơ quan yêu cầu lúc {time}. Hãy trả lời đủ các mục.',
    'Asked on {time}. Every item needs an answer.',
  ),
  requestWaits: t('Gửi lúc {time}; bên nộp chưa trả lời.', 'Sent on {time}; the party has not answered yet.'),
  asksFor: t('Cần bổ sung', 'Wanted'),
  why: t('Lý do', 'Reason'),
  because: t('Phát sinh từ', 'Arises from'),
  reply: t('Trả lời', 'Answer'),

  messages: t('Tin nhắn', 'Messages'),
  noMessages: t('Chưa có tin nhắn nào.', 'No messages yet.'),
  chain: t('Hồ sơ liên quan', 'Related files'),
  arose: t('Phát sinh từ', 'Arose from'),
  led: t('Dẫn đến', 'Led to'),
  history: t('Diễn biến', 'History'),
  noHistory: t(
    'Hồ sơ chưa được gửi. Chỉ tổ chức của bạn xem được.',
    'The file has not been sent. Only your organisation can see it.',
  ),
  files: t('Tệp đính kèm', 'Attached files'),
  noFiles: t('Chưa có tệp nào.', 'No files yet.'),
  notSent: t('Chưa gửi', 'Not sent yet'),
  documents: t('Văn bản đã cấp', 'Documents issued'),
  noDocuments: t('Chưa có văn bản nào.', 'No documents yet.'),
  secrets: t('Thông tin được che', 'Masked information'),
  secretsLead: t(
    'Mỗi lần mở xem đều được ghi lại, và bên nộp hồ sơ biết ai đã xem.',
    'Each time one is opened is noted, and the party can see who did.',
  ),
  open: t('Mở xem', 'Open'),

  message: t('Nội dung tin nhắn', 'Your message'),
  messageHint: t(
    'Mọi người có quyền xem hồ sơ, cả bên nộp và cơ quan, đều đọc được. Đừng viết mật khẩu, số giấy tờ tùy thân.',
    'Everybody who may see the file, on both sides, can read it. Leave out passwords and identity numbers.',
  ),
  send: t('Gửi tin nhắn', 'Send the message'),
  toMessage: t('Viết tin nhắn', 'Write a message'),
  goesAlong: t('Tệp sẽ gửi kèm', 'Files that go along'),
  goesAlongLead: t(
    'Các tệp dưới đây đã được chọn trước đó và sẽ được gửi cùng bước này.',
    'These files were chosen before and go along with this step.',
  ),
  remove: t('Bỏ tệp', 'Leave out'),
  attach: t('Gửi kèm tệp (không bắt buộc)', 'Files to send along (optional)'),
  attachHint: t(
    'PDF, DOCX, ODT, PNG, JPEG hoặc văn bản thuần; tất cả các tệp tối đa 20 MB.',
    'PDF, DOCX, ODT, PNG, JPEG or plain text; at most 20 MB together.',
  ),
  attachAgain: t(
    'Trình duyệt không giữ lại tệp đã chọn: hãy chọn lại.',
    'Browsers forget the chosen files: choose them again.',
  ),
  by: t('Tối đa {max} ký tự', 'At most {max} characters'),

  ask: t('Yêu cầu bổ sung', 'Ask for more information'),
  askLead: t(
    'Gộp mọi điều cần bổ sung vào một danh sách và nói rõ lý do của từng mục. Bên nộp trả lời tất cả trong một lần.',
    'Put everything that is missing into one list, each with its reason. The party answers all of it at once.',
  ),
  askAgain: t(
    'Đã có một danh sách trước đây. Danh sách này chỉ được hỏi thêm điều phát sinh từ nội dung bên nộp gửi sau danh sách đó: hãy chỉ ra ở từng mục.',
    'There was a list before. This one may only ask for what arises from something the party sent after it: point to it in each row.',
  ),
  askNothing: t(
    'Bên nộp chưa gửi gì sau danh sách trước, nên chưa có căn cứ để yêu cầu bổ sung thêm.',
    'The party has sent nothing since the earlier list, so there is nothing a second list could rest on.',
  ),
  row: t('Mục {n}', 'Item {n}'),
  field: t('Cần bổ sung điều gì', 'What is missing'),
  choose: t('Chọn', 'Choose'),
  attachment: t('Tệp đính kèm', 'An attached file'),
  other: t('Điều khác', 'Something else'),
  reason: t('Lý do và điều cần làm rõ', 'Reason, and what should be made clear'),
  becauseOf: t('Phát sinh từ nội dung nào', 'What it arises from'),
  addRow: t('Thêm một mục', 'Add a row'),
  rowsEmpty: t('Các mục để trống cả hai ô sẽ được bỏ qua.', 'Rows left wholly empty are ignored.'),
  askSend: t('Gửi yêu cầu bổ sung', 'Send the request'),
  askEmpty: t('Hãy điền ít nhất một mục.', 'Fill in at least one row.'),

  answer: t('Trả lời yêu cầu bổ sung', 'Answer the request'),
  answerLead: t(
    'Trả lời từng mục dưới đây rồi gửi tất cả một lần. Sau khi gửi, cơ quan tiếp tục xử lý hồ sơ.',
    'Answer each item below and send them all at once. The authority then goes on with the file.',
  ),
  yourReply: t('Trả lời của bạn cho mục {n}', 'Your answer to item {n}'),
  answerSend: t('Gửi trả lời', 'Send the answers'),

  handOver: t('Chuyển đơn vị khác chủ trì', 'Hand over to another unit'),
  handOverLead: t(
    'Đơn vị nhận sẽ chủ trì hồ sơ; đơn vị của bạn vẫn theo dõi được nhưng không xử lý nữa. Bên nộp được báo tin.',
    'The other unit will be in charge; yours keeps a view and no longer acts. The party is told.',
  ),
  toWhom: t('Chuyển đến đơn vị nào', 'Hand over to'),
  noDesk: t('Không có đơn vị nào khác để chuyển.', 'There is no other unit to hand over to.'),
  note: t('Lý do chuyển (không bắt buộc)', 'Why (optional)'),
  noteHint: t('Cả hai bên đều đọc được.', 'Both sides can read it.'),
  handOverSend: t('Chuyển hồ sơ', 'Hand over the file'),
  cancel: t('Quay lại hồ sơ', 'Back to the file'),

  stale: t(
    'Hồ sơ vừa có bước mới trong lúc bạn xem. Hiện trạng ở bên dưới; hãy xem lại rồi thực hiện nếu vẫn cần.',
    'The file moved on while you were looking. Where it stands now is shown below; look again, then act if you still need to.',
  ),
  notNow: t(
    'Hồ sơ hiện ở trạng thái “{state}” nên không thực hiện được bước này.',
    'The file is now in the state “{state}”, in which this step cannot be taken.',
  ),
  present: t('Trạng thái hiện nay', 'Where the file stands'),

  step: t('Bước {n}', 'Step {n}'),
  stepAt: t('{time}, {who}', '{time}, {who}'),
  asThen: t(
    'Câu hỏi và câu trả lời như người nộp đã thấy vào lúc đó.',
    'Questions and answers as they stood on the page at that time.',
  ),
  nothingSaid: t('Bước này không kèm nội dung nào.', 'Nothing was written with this step.'),
  empty: t('Không trả lời', 'Not answered'),
  program: t('qua giao diện lập trình', 'through the API'),
  portal: t('Cổng', 'The portal'),

  secretTitle: t('Thông tin được che', 'Masked information'),
  secretNoted: t(
    'Lần xem này đã được ghi lại lúc {time}. Bên nộp hồ sơ thấy được ai đã xem.',
    'This reading was noted on {time}. The party can see who read it.',
  ),
  secretCare: t(
    'Đừng chép lại hoặc chuyển tiếp nếu không cần cho công việc.',
    'Do not copy or pass it on without need.',
  ),

  number: t('Số', 'Number'),
  file: t('Hồ sơ', 'File'),
  issuedAt: t('Thời điểm cấp', 'Issued'),
  issuer: t('Nơi cấp', 'Issued by'),
  to: t('Cấp cho', 'Issued to'),
  pdf: t('Tải văn bản (PDF)', 'Download the document (PDF)'),
  toFile: t('Đến hồ sơ', 'Go to the file'),
  said: t('Nội dung kèm theo', 'What it rests on'),
  qr: t('Mã QR đến văn bản này', 'QR code of this document'),
  proof: t('Bằng chứng ghi nhận', 'Proof of recording'),
  hash: t('Dấu vân tay của nội dung (SHA-256)', 'Fingerprint of the content (SHA-256)'),
  signed: t(
    'Văn bản này được ký điện tử. Bất kỳ ai cũng kiểm tra được bằng khóa công khai của Cổng.',
    'This document is signed. Anyone can check it with the public keys of the portal.',
  ),
  evidence: t('Bằng chứng đầy đủ (.tlog-proof)', 'The whole proof (.tlog-proof)'),
  verify: t('Kiểm tra một bằng chứng', 'Check a proof'),
  jws: t('Văn bản đã ký (JWS)', 'Signed document (JWS)'),
  json: t('Nội dung (JSON)', 'Content (JSON)'),
  keys: t('Khóa công khai của Cổng', 'Public keys of the portal'),
  noValue: t('Chế độ dùng thử – không có giá trị pháp lý', 'Evaluation mode – no legal effect'),
  drawn: t(
    'Bản này được lập từ văn bản điện tử đã ký; khóa ký:',
    'Drawn from the signed electronic document; signing key:',
  ),
} as const satisfies Readonly<Record<string, Text>>
