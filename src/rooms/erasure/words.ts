import { type Text, text } from '../../base/text.ts'
import type { Code, Field, Kind } from './schema.ts'

export const SAYS: Readonly<Record<Code, Text>> = {
  'erasure.unknown': text('Không có đề nghị xóa này.', 'There is no such proposal.'),
  'erasure.subject-unknown': text(
    'Không tìm thấy đối tượng với số này. Hãy kiểm tra AI-ID, số hồ sơ, số phản ánh hoặc mã của cá nhân.',
    'Nothing bears this number. Check the AI-ID, the number of the file or message, or the id of the individual.',
  ),
  'erasure.not-a-person': text(
    'Đây là một tổ chức. Chỉ dữ liệu của cá nhân mới được xóa theo cách này; với tổ chức, hãy chọn bản ghi hệ thống và các trường cần xóa.',
    'This is an organisation. Only an individual is erased this way; for an organisation choose the record of the system and the fields.',
  ),
  'erasure.no-field': text('Hãy chọn ít nhất một trường cần xóa.', 'Choose at least one field to erase.'),
  'erasure.day-to-come': text(
    'Hãy ghi ngày cá nhân đã yêu cầu, không sau hôm nay.',
    'Give the day on which the person asked, not one to come.',
  ),
  'erasure.nothing-left': text(
    'Không còn dữ liệu nào thuộc phạm vi này để xóa.',
    'Nothing of this kind is left to be erased.',
  ),
  'erasure.published-by-law': text(
    'Khi hệ thống chưa ngừng sử dụng và thông báo chưa được rút, hồ sơ hiện hành phải nêu nhà cung cấp. Hãy chọn “chỉ các phiên bản trước”, hoặc chờ đến khi hệ thống ngừng sử dụng.',
    'Until the system is retired or its notice withdrawn, the dossier in force must name its provider. Choose “earlier versions only”, or wait until the system is retired.',
  ),
  'erasure.file-open': text(
    'Hồ sơ này đang được giải quyết: nội dung còn cần cho thủ tục và cho các thời hạn luật định. Hãy xóa sau khi hồ sơ kết thúc.',
    'This file is still open: the procedure and its legal time limits need what was said in it. Erase it once the file is closed.',
  ),
  'erasure.drafts': text(
    'Cá nhân này còn bản nháp đang viết. Người đó tự xóa bản nháp trên trang của mình, hoặc bạn chờ đến khi không còn bản nháp.',
    'This individual still writes a draft, which they throw away themselves on their own page.',
  ),
  'erasure.claim-open': text(
    'Cá nhân này còn một yêu cầu bồi thường chưa giải quyết xong; các bên khác còn cần nội dung đó. Hãy xóa sau khi các bên đã thỏa thuận hoặc yêu cầu đã được rút.',
    'This individual still has a claim for compensation to settle, and the other sides need what was said in it. Erase it once the sides have settled or the claim was withdrawn.',
  ),
  'erasure.petition-open': text(
    'Phản ánh này chưa kết thúc: cán bộ còn cần nội dung để xem xét và trả lời. Hãy xóa sau khi phản ánh đã kết thúc.',
    'This message is still open: whoever looks at it needs what was said. Erase it once it is closed.',
  ),
  'erasure.second-person-needed': text(
    'Bạn đã lập đề nghị này; người thực hiện phải là một cán bộ khác.',
    'You made this proposal; somebody else has to carry it out.',
  ),
  'erasure.ended': text(
    'Đề nghị này đã được thực hiện hoặc đã được rút.',
    'This proposal was carried out or withdrawn.',
  ),
}

export const KIND: Readonly<Record<Kind, Text>> = {
  account: text('Tài khoản', 'Account'),
  party: text('Cá nhân là nhà cung cấp hoặc bên triển khai', 'An individual who provides or deploys'),
  system: text('Dữ liệu cá nhân trong bản ghi của một hệ thống', 'Personal data in the record of a system'),
  file: text('Nội dung một hồ sơ đã kết thúc', 'What was said in a closed file'),
  petition: text('Nội dung một phản ánh đã kết thúc', 'What was said in a closed message'),
}

export const KIND_HINT: Readonly<Record<Exclude<Kind, 'account'>, Text>> = {
  party: text(
    'Tên, địa chỉ, liên hệ ở mọi nơi, mọi hệ thống và hồ sơ của người đó.',
    'Name, address and contact wherever they stand, in all their systems and files.',
  ),
  system: text('Chỉ các trường bạn chọn dưới đây.', 'Only the fields you choose below.'),
  file: text(
    'Câu trả lời, trao đổi, số định danh, tệp kèm theo và phần đã công khai. Các bước và thời điểm vẫn còn.',
    'Answers, messages, citizen id, attachments and what was published of it. Steps and times stay.',
  ),
  petition: text(
    'Lời của người gửi, câu trả lời, phần niêm phong và tệp. Nhật ký công khai khi đó cho thấy những mục nào thuộc cùng một phản ánh, nhưng không cho biết phản ánh nào.',
    'What was written and answered, sealed parts and files. The public log then shows which entries were one message, though not which message.',
  ),
}

export const FIELD: Readonly<Record<Field, Text>> = {
  providerName: text('Tên nhà cung cấp', 'Name of the provider'),
  providerAddress: text('Địa chỉ nhà cung cấp', 'Address of the provider'),
  providerContact: text('Liên hệ của nhà cung cấp', 'Contact of the provider'),
  purpose: text('Mục đích sử dụng', 'Purpose'),
  functions: text('Chức năng', 'Functions'),
  architecture: text('Kiến trúc', 'Architecture'),
  scope: text('Phạm vi sử dụng', 'Scope'),
  users: text('Người sử dụng', 'Users'),
  affected: text('Người bị ảnh hưởng', 'People affected'),
  inputData: text('Dữ liệu đầu vào', 'Input data'),
  riskMeasures: text('Biện pháp quản lý rủi ro', 'Risk measures'),
  safetyMeasures: text('Biện pháp an toàn', 'Safety measures'),
  transparencyMeasures: text('Biện pháp minh bạch', 'Transparency measures'),
  reason: text('Lý do nêu tại các bước', 'Reasons given with steps'),
  files: text('Tệp kèm theo', 'Attachments'),
}

/** Texts of the pages. */
export const W = {
  // the account's own page
  eraseAccount: text('Xóa tài khoản của bạn', 'Erase your account'),
  eraseAccountLead: text(
    'Việc xóa có hiệu lực ngay và không hoàn tác được. Đây là quyền của bạn theo pháp luật về bảo vệ dữ liệu cá nhân.',
    'It takes effect at once and cannot be undone. It is your right under the law on the protection of personal data.',
  ),
  goes: text('Những gì bị xóa', 'What goes'),
  goesName: text(
    'Tên, thư điện tử, mật khẩu và bước xác thực thứ hai.',
    'Your name, e-mail address, password and second factor.',
  ),
  goesMail: text(
    'Thư Cổng đã gửi cho bạn; tên và địa chỉ của bạn trong thư gửi người khác.',
    'Mails the portal sent to you; your name and address in mails to others.',
  ),
  goesSession: text(
    'Mọi phiên đăng nhập, lời mời và bộ lọc bạn đã lưu.',
    'Every session, invitation and filter you kept.',
  ),
  goesMember: text('Tư cách thành viên của bạn trong: ', 'Your membership of: '),
  stays: text('Những gì còn lại và vì sao', 'What stays, and why'),
  staysId: text(
    'Một mã số không cho biết bạn là ai, tại những việc bạn đã làm cho tổ chức hoặc cơ quan: hồ sơ phải cho thấy đã có người thực hiện.',
    'A number that does not tell who you are, in acts you took for an organisation or an authority: the record must show that somebody acted.',
  ),
  staysFiles: text(
    'Hồ sơ của tổ chức: đó là của tổ chức. Nếu trong đó có dữ liệu của bạn, hãy gửi yêu cầu đến cơ quan vận hành Cổng.',
    'Files of the organisation: they are the organisation’s. If they hold data of yours, ask the authority that keeps the portal.',
  ),
  staysBackup: text('Bản sao lưu, được hủy chậm nhất ngày {day}.', 'Backups, destroyed by {day} at the latest.'),
  cannotNow: text('Chưa xóa được', 'It cannot be erased yet'),
  cannotOwner: text(
    'Bạn là người chủ quản duy nhất của {party}. Hãy trao quyền chủ quản cho người khác trước.',
    'You are the only owner of {party}. Hand it over to somebody else first.',
  ),
  cannotSeat: text(
    'Tài khoản đang giữ vai trò cán bộ. Quản trị viên phải gỡ vai trò đó trước.',
    'The account holds a seat in a unit of the State. The administrator has to remove it first.',
  ),
  account: text('Tài khoản', 'Account'),
  password: text('Mật khẩu hiện tại', 'Current password'),
  passwordWrong: text('Mật khẩu hiện tại không đúng.', 'The current password is not right.'),
  passwordHint: text('Để chắc chắn rằng chính bạn yêu cầu.', 'So that it is certainly you who asks.'),
  passwordMissing: text('Hãy nhập mật khẩu hiện tại.', 'Enter your current password.'),
  eraseAccountDo: text('Xóa tài khoản vĩnh viễn', 'Erase the account for good'),
  gone: text('Tài khoản đã được xóa', 'The account was erased'),
  goneText: text(
    'Dấu xóa số {number}. Hãy giữ lại số này: tên và địa chỉ của bạn không còn trên Cổng để tra lại.',
    'Tombstone number {number}. Keep it: your name and address are no longer on the portal to look it up by.',
  ),
  // proposals
  erasures: text('Xóa dữ liệu cá nhân', 'Erasing personal data'),
  erasuresLead: text(
    'Theo yêu cầu của cá nhân, một cán bộ lập đề nghị và một cán bộ khác thực hiện. Mỗi lần xóa để lại một dấu xóa trong nhật ký công khai; mọi bằng chứng đã cấp vẫn kiểm tra được.',
    'At the request of a person one officer proposes and another carries out. Every erasure leaves a tombstone in the public log, and every proof ever given still verifies.',
  ),
  waiting: text('Đang chờ người thứ hai', 'Waiting for a second person'),
  nothingWaits: text('Không có đề nghị nào đang chờ.', 'No proposal is waiting.'),
  tombstones: text('Các dấu xóa', 'Tombstones'),
  noTombstones: text('Chưa có dấu xóa nào.', 'There is no tombstone yet.'),
  propose: text('Lập đề nghị xóa', 'Propose an erasure'),
  proposeDo: text('Lưu đề nghị', 'Keep the proposal'),
  kind: text('Xóa gì', 'What is to be erased'),
  kindMissing: text('Hãy chọn loại đối tượng cần xóa.', 'Choose what is to be erased.'),
  subject: text('Số', 'Number'),
  subjectHint: text(
    'Số hồ sơ (ví dụ SC-2026-000123), số phản ánh (PA-2026-000123) hoặc AI-ID; với cá nhân, AI-ID của một hệ thống của người đó.',
    'Number of the file (such as SC-2026-000123) or message (PA-2026-000123), or AI-ID; for an individual, the AI-ID of one of their systems.',
  ),
  subjectMissing: text('Hãy ghi số của đối tượng.', 'Give the number.'),
  fields: text('Các trường trong hồ sơ phân loại', 'Fields of the dossier'),
  fieldsHint: text('Chỉ dùng cho bản ghi của một hệ thống.', 'Only for the record of a system.'),
  files: text('Tệp kèm theo', 'Attachments'),
  filesYes: text(
    'Xóa cả tên và nội dung các tệp kèm hồ sơ',
    'Erase names and contents of the files beside the dossier too',
  ),
  versions: text('Trong các phiên bản nào', 'In which versions'),
  versionsEarlier: text('Chỉ các phiên bản trước', 'Earlier versions only'),
  versionsEarlierHint: text('Hồ sơ hiện hành giữ nguyên.', 'The dossier in force stays as it is.'),
  versionsAll: text('Mọi phiên bản', 'All versions'),
  versionsAllHint: text(
    'Chỉ khi hệ thống đã ngừng sử dụng hoặc thông báo đã được rút.',
    'Only once the system is retired or its notice withdrawn.',
  ),
  versionsMissing: text('Hãy chọn các phiên bản.', 'Choose the versions.'),
  askedOn: text('Ngày cá nhân yêu cầu', 'Day on which the person asked'),
  askedOnWrong: text('Hãy ghi ngày có thật.', 'Give a real day.'),
  proposal: text('Đề nghị xóa', 'Proposal to erase'),
  ground: text('Căn cứ', 'Ground'),
  groundSaid: text(
    'Quyền yêu cầu xóa theo {ground}; Điều 8 khoản 3 Luật 134/2025/QH15',
    'The right to erasure under {ground}; Law 134/2025/QH15 art. 8.3',
  ),
  state: text('Tình trạng', 'State'),
  stateOpen: text('Chờ người thứ hai thực hiện', 'Waits for a second person'),
  stateDone: text('Đã thực hiện', 'Carried out'),
  stateWithdrawn: text('Đã rút', 'Withdrawn'),
  proposedAt: text('Lập lúc', 'Proposed'),
  before: text('Trước khi thực hiện', 'Before you carry it out'),
  beforeText: text(
    'Dữ liệu sẽ mất khỏi mọi bảng, tệp và bản dữ liệu mở đã công bố, và không lấy lại được. Các bước, thời điểm, mức rủi ro và chữ ký của nhật ký vẫn còn.',
    'It goes from every table, file and published edition of the open data, and cannot be had back. Steps, times, risk levels and the signatures of the log stay.',
  ),
  yours: text(
    'Bạn đã lập đề nghị này, nên một cán bộ khác phải thực hiện.',
    'You made this proposal, so somebody else has to carry it out.',
  ),
  carryOutDo: text('Xóa vĩnh viễn', 'Erase for good'),
  withdrawDo: text('Rút đề nghị', 'Withdraw the proposal'),
  sort: text('Loại', 'Kind'),
  number: text('Số', 'Number'),
  about: text('Đối tượng', 'About'),
  at: text('Ngày xóa', 'Erased on'),
  office: text('Cơ quan', 'Office'),
  backups: text('Bản sao lưu hủy trước', 'Backups destroyed by'),
  nobodys: text('(không công khai)', '(not public)'),
  list: text('Dấu xóa dữ liệu cá nhân', 'Tombstones of personal data'),
  listLead: text(
    'Dữ liệu cá nhân có thể được xóa khỏi Sổ đăng ký. Việc xóa được ghi trong nhật ký công khai, nên phần thiếu không phải là dấu hiệu sửa đổi. Danh sách này không nêu điều đã xóa.',
    'Personal data may be erased from the register. The log records that it was, so what is missing is no sign of tampering. This list never says what was erased.',
  ),
} as const
