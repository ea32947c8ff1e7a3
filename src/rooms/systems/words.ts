import type { Text } from '../../base/text.ts'
import type { Attachment, Code, State, Verb } from './schema.ts'

export const SAYS: Readonly<Record<Code, Text>> = {
  'system.unknown': { vi: 'Không có hệ thống nào như vậy.', en: 'There is no such system.' },
  'system.not-yours': {
    vi: 'Bạn cần quyền lập hồ sơ trong tổ chức cung cấp hệ thống này.',
    en: 'You need the right to file for the organisation that provides this system.',
  },
  'system.not-now': {
    vi: 'Việc này không thực hiện được ở tình trạng hiện tại của hệ thống.',
    en: 'This cannot be done in the present state of the system.',
  },
  'system.changed-meanwhile': {
    vi: 'Trong lúc bạn xem trang này, đã có thay đổi khác được ghi nhận. Chưa có gì được ghi thêm. Hãy xem lại tình trạng hiện tại rồi thực hiện lại nếu vẫn cần.',
    en: 'Another change was recorded while you were on this page. Nothing was added. Look at the present state and do it again if it is still needed.',
  },
  'system.already-recorded': {
    vi: 'Hệ thống này đã được ghi nhận. Bản ghi không xóa được; bạn có thể cập nhật hoặc rút thông báo.',
    en: 'This system is on record. A record cannot be erased; you may update it or withdraw the notice.',
  },
  'system.held': {
    vi: 'Cơ quan nhà nước đã yêu cầu tạm dừng hoặc thu hồi hệ thống này (số {order}). Chỉ khi cơ quan ban hành cho phép, hệ thống mới được sử dụng lại.',
    en: 'The State has ordered this system out of use ({order}). Only the authority that issued the order can let it be used again.',
  },
  'system.nothing-changed': {
    vi: 'Bản đang soạn giống hệt phiên bản đang có hiệu lực, nên không có gì để ghi nhận.',
    en: 'What you wrote is the same as the version in force, so there is nothing to record.',
  },
  'system.draft-changed-meanwhile': {
    vi: 'Người khác trong tổ chức vừa lưu cùng nội dung này.',
    en: 'Somebody else in the organisation has just saved the same text.',
  },
  'dossier.missing': { vi: 'Mục này của hồ sơ còn thiếu.', en: 'This field of the dossier is missing.' },
  'dossier.code-taken': {
    vi: 'Mã nội bộ này đã thuộc về hệ thống {aiId} của tổ chức. Mỗi hệ thống giữ một AI-ID qua mọi phiên bản: hãy cập nhật hệ thống đó, hoặc ghi mã khác.',
    en: 'This internal code already belongs to system {aiId} of the organisation. A system keeps one AI-ID through all versions: update that system, or give another code.',
  },
  'dossier.reason-missing': {
    vi: 'Hãy nêu lý do đính chính: nội dung đã khai sai ở điểm nào.',
    en: 'Say why it is corrected: what was declared wrongly.',
  },
  'version.unknown': { vi: 'Hồ sơ không có phiên bản này.', en: 'The dossier has no such version.' },
  'file.needed': {
    vi: 'Tài liệu này đang thay cho một phần của hồ sơ có hiệu lực. Hãy bổ sung phần đó trong bản cập nhật hồ sơ trước khi gỡ.',
    en: 'This document stands for a part of the dossier in force. Fill that part in an update before you remove it.',
  },
  'file.unknown': { vi: 'Không có tệp nào như vậy.', en: 'There is no such file.' },
  'file.too-large': {
    vi: 'Tệp lớn hơn 20 MB. Hãy chọn tệp nhỏ hơn.',
    en: 'The file is larger than 20 MB. Choose a smaller one.',
  },
  'file.type': {
    vi: 'Nội dung tệp không phải PDF, Word (DOCX), ODT, ảnh PNG hoặc JPEG, hay văn bản thuần. Đổi phần đuôi của tên tệp không làm thay đổi nội dung tệp.',
    en: 'The content of the file is not PDF, Word (DOCX), ODT, a PNG or JPEG picture, or plain text. Renaming a file does not change its content.',
  },
  'file.empty': { vi: 'Hãy chọn một tệp có nội dung.', en: 'Choose a file that is not empty.' },
  'deployment.unknown': { vi: 'Không có lần triển khai nào như vậy.', en: 'There is no such deployment.' },
  'deployment.dates': {
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.',
    en: 'The last day cannot be before the first.',
  },
  'deployment.already': {
    vi: 'Tổ chức này đã được ghi là đang triển khai hệ thống.',
    en: 'This organisation is already recorded as deploying the system.',
  },
  'deployment.no-organisation': {
    vi: 'Không xác định được tổ chức nào trên Cổng theo mã này. Hãy kiểm tra lại, hoặc để trống mã và chỉ ghi tên.',
    en: 'No organisation on the portal can be told by this code. Check it, or leave it empty and give the name only.',
  },
}

export const KIND_WORDS: Readonly<Record<Attachment['kind'], Text>> = {
  'model-card': { vi: 'Thẻ mô hình (Model Card)', en: 'Model card' },
  'system-card': { vi: 'Thẻ hệ thống (System Card)', en: 'System card' },
  dpia: { vi: 'Hồ sơ đánh giá tác động xử lý dữ liệu cá nhân (DPIA)', en: 'Personal-data impact assessment (DPIA)' },
}

export const TONES = {
  draft: 'quiet',
  declared: 'quiet',
  'in-use': 'active',
  suspended: 'suspended',
  recalled: 'recalled',
  retired: 'quiet',
  withdrawn: 'quiet',
} as const satisfies Readonly<Record<State, string>>

/** A step in the use of a system: as something to do, what it means, and how its button reads. */
export const STEPS: Readonly<Record<Verb, { readonly title: Text; readonly means: Text; readonly button: Text }>> = {
  'put-into-use': {
    title: { vi: 'Đưa vào sử dụng', en: 'Put into use' },
    means: {
      vi: 'Hệ thống bắt đầu phục vụ người sử dụng từ hôm nay. Sổ đăng ký công khai ghi tình trạng “Đang sử dụng”.',
      en: 'The system begins to serve its users today. The public register shows it as in use.',
    },
    button: { vi: 'Ghi nhận đưa vào sử dụng', en: 'Record that it is in use' },
  },
  suspend: {
    title: { vi: 'Tạm dừng', en: 'Suspend' },
    means: {
      vi: 'Bạn tạm ngừng cung cấp hệ thống, ví dụ để khắc phục sự cố, và có thể cho tiếp tục sau.',
      en: 'You stop the system for a time, for instance to mend a fault, and may resume it later.',
    },
    button: { vi: 'Ghi nhận tạm dừng', en: 'Record the suspension' },
  },
  recall: {
    title: { vi: 'Thu hồi', en: 'Recall' },
    means: {
      vi: 'Bạn rút hệ thống khỏi những nơi đã cung cấp vì có lỗi hoặc rủi ro không khắc phục được tại chỗ.',
      en: 'You take the system back from where it was supplied, because of a fault or risk that cannot be mended in place.',
    },
    button: { vi: 'Ghi nhận thu hồi', en: 'Record the recall' },
  },
  resume: {
    title: { vi: 'Tiếp tục sử dụng', en: 'Resume use' },
    means: {
      vi: 'Nguyên nhân tạm dừng hoặc thu hồi đã được khắc phục; hệ thống phục vụ trở lại.',
      en: 'The cause of the suspension or recall is mended and the system serves again.',
    },
    button: { vi: 'Ghi nhận tiếp tục sử dụng', en: 'Record that use resumes' },
  },
  retire: {
    title: { vi: 'Ngừng sử dụng', en: 'Retire' },
    means: {
      vi: 'Bạn chấm dứt hẳn việc sử dụng hệ thống. Bản ghi vẫn công khai với tình trạng “Ngừng sử dụng”. Bước này không đảo ngược được.',
      en: 'You end the use of the system for good. Its record stays public, marked as retired. This step cannot be taken back.',
    },
    button: { vi: 'Ghi nhận ngừng sử dụng', en: 'Record the retirement' },
  },
  withdraw: {
    title: { vi: 'Rút thông báo', en: 'Withdraw the notice' },
    means: {
      vi: 'Dành cho thông báo gửi nhầm, hoặc hệ thống sẽ không được đưa vào sử dụng. Bản ghi vẫn hiển thị là đã rút. Bước này không đảo ngược được.',
      en: 'For a notice sent by mistake, or a system that will not be put into use. The record stays visible as withdrawn. This step cannot be taken back.',
    },
    button: { vi: 'Rút thông báo này', en: 'Withdraw this notice' },
  },
}

export const AUTHORS = {
  provider: { vi: 'Tổ chức của bạn', en: 'Your organisation' },
  program: { vi: 'Tổ chức của bạn, qua API', en: 'Your organisation, by API' },
  deployer: { vi: 'Bên triển khai', en: 'The deployer' },
  officer: { vi: 'Cán bộ', en: 'An officer' },
} as const satisfies Readonly<Record<string, Text>>

/** The same for whoever reads from outside the organisation. */
export const AUTHORS_SEEN = {
  ...AUTHORS,
  provider: { vi: 'Nhà cung cấp', en: 'The provider' },
  program: { vi: 'Nhà cung cấp, qua API', en: 'The provider, by API' },
} as const satisfies Readonly<Record<keyof typeof AUTHORS, Text>>

export const W = {
  systems: { vi: 'Hệ thống của tổ chức', en: 'Systems of your organisation' },
  systemsOf: { vi: 'Các hệ thống trí tuệ nhân tạo mà {name} cung cấp.', en: 'The AI systems {name} provides.' },
  name: { vi: 'Hệ thống', en: 'System' },
  level: { vi: 'Mức rủi ro', en: 'Level' },
  state: { vi: 'Tình trạng', en: 'State' },
  last: { vi: 'Việc gần nhất', en: 'Latest' },
  add: { vi: 'Thêm hệ thống', en: 'Add a system' },
  undeclared: { vi: 'Chưa khai', en: 'Not declared' },
  lacks: { vi: 'Còn thiếu {n} mục', en: '{n} fields missing' },
  complete: { vi: 'Đã đủ bốn phần, chưa gửi', en: 'All four parts written, not sent' },
  changedAt: { vi: 'Thay đổi lúc {time}', en: 'Changed {time}' },
  writing: { vi: 'Đang soạn bản cập nhật', en: 'An update is being written' },
  none: { vi: 'Tổ chức chưa có hệ thống nào', en: 'No systems yet' },
  noneHelp: {
    vi: 'Chưa rõ hệ thống thuộc mức rủi ro nào? Công cụ phân loại trả lời trong vài câu hỏi, không cần tài khoản và không bắt buộc.',
    en: 'Not sure of the level? The classification tool tells you in a few questions; it needs no account and is optional.',
  },
  classify: { vi: 'Phân loại hệ thống trước', en: 'Classify the system first' },
  deployed: { vi: 'Hệ thống tổ chức đang triển khai', en: 'Systems your organisation deploys' },
  deployedLead: {
    vi: 'Bên triển khai kế thừa kết quả phân loại của nhà cung cấp.',
    en: 'A deployer inherits the classification of the provider.',
  },
  deployedNone: {
    vi: 'Nếu tổ chức dùng hệ thống của nhà cung cấp khác, hãy ghi lại bằng AI-ID của hệ thống đó.',
    en: 'If you use a system of another provider, record it by its AI-ID.',
  },
  inventory: {
    vi: 'Nhập nhiều hệ thống từ một tệp (CSV, XLSX, JSON)',
    en: 'Import many systems from a file (CSV, XLSX, JSON)',
  },
  deploy: { vi: 'Ghi nhận hệ thống tổ chức triển khai', en: 'Record a system you deploy' },
  period: { vi: 'Thời gian triển khai', en: 'Deployed' },
  from: { vi: 'từ {day}', en: 'from {day}' },
  fromTo: { vi: 'từ {day} đến {until}', en: '{day} to {until}' },
  newTitle: { vi: 'Hệ thống tên là gì?', en: 'What is the system called?' },
  newHint: {
    vi: 'Tên mà người sử dụng nhìn thấy. Bạn sửa được tên cho đến khi gửi.',
    en: 'The name users see. You may change it until you send.',
  },
  newButton: { vi: 'Tạo bản nháp', en: 'Start the draft' },
  newMissing: { vi: 'Hãy ghi tên hệ thống.', en: 'Give the name of the system.' },
  newLong: { vi: 'Tên dài tối đa 200 ký tự.', en: 'The name may have at most 200 characters.' },
  lookUp: { vi: 'Tra cứu Sổ đăng ký', en: 'Look in the register' },
  newPrivate: { vi: 'Bản nháp chỉ tổ chức của bạn xem được.', en: 'Only your organisation sees the draft.' },
  back: { vi: 'Quay lại', en: 'Back' },
  aiId: { vi: 'AI-ID của hệ thống', en: 'AI-ID of the system' },
  aiIdHint: {
    vi: 'Ví dụ VN-7K3M-9QDX-4R. Nhà cung cấp cho bạn biết mã này, hoặc tra trong Sổ đăng ký.',
    en: 'Such as VN-7K3M-9QDX-4R. The provider tells you, or look it up in the register.',
  },
  aiIdMissing: { vi: 'Hãy ghi AI-ID của hệ thống.', en: 'Give the AI-ID of the system.' },
  aiIdWrong: {
    vi: 'Mã này không đúng: có ký tự gõ nhầm hoặc thiếu. Hãy đối chiếu lại.',
    en: 'This is not an AI-ID: a sign is wrong or missing. Compare it again.',
  },
  aiIdNobody: { vi: 'Chưa có hệ thống nào mang AI-ID này.', en: 'No system bears this AI-ID.' },
  since: { vi: 'Triển khai từ ngày', en: 'Deployed since' },
  until: { vi: 'Đến ngày', en: 'Until' },
  untilHint: { vi: 'Để trống nếu đang triển khai.', en: 'Leave empty while it goes on.' },
  day: { vi: 'Ngày', en: 'Day' },
  month: { vi: 'Tháng', en: 'Month' },
  year: { vi: 'Năm', en: 'Year' },
  dayMissing: { vi: 'Hãy ghi ngày, tháng và năm.', en: 'Give day, month and year.' },
  dayWrong: { vi: 'Không có ngày này trong lịch.', en: 'There is no such day.' },
  deploySeen: {
    vi: 'Nhà cung cấp sẽ thấy tên tổ chức của bạn trong danh sách bên triển khai. Danh sách này không công khai.',
    en: 'The provider will see your organisation among the deployers. That list is not public.',
  },
  deployButton: { vi: 'Ghi nhận triển khai', en: 'Record the deployment' },
} as const satisfies Readonly<Record<string, Text>>

/** The pages of a dossier's parts, files and versions. */
export const D = {
  step: { vi: 'Phần {n} trên 4 của hồ sơ phân loại', en: 'Part {n} of 4 of the classification dossier' },
  warning: { vi: 'Những gì không đưa vào hồ sơ', en: 'What does not belong here' },
  missing: { vi: 'Còn thiếu:', en: 'Still missing:' },
  allThere: { vi: 'Phần này đã đủ.', en: 'This part is complete.' },
  stands: {
    vi: 'Tài liệu kèm theo thay cho phần này, nên các mục dưới đây có thể để trống:',
    en: 'A document stands for this part, so the fields below may stay empty:',
  },
  mayStand: {
    vi: 'Đã có tài liệu nêu những nội dung này? Có thể nộp tài liệu thay cho việc ghi lại.',
    en: 'Is there a document that says this already? It may stand for the fields.',
  },
  addFile: { vi: 'Tài liệu kèm theo', en: 'Documents beside the dossier' },
  limit: { vi: 'Tối đa {max} ký tự.', en: 'At most {max} characters.' },
  listLimit: { vi: 'Tối đa 50 dòng, mỗi dòng 300 ký tự.', en: 'At most 50 lines of 300 characters.' },
  tooLong: { vi: '{field}: dài {n} ký tự, tối đa {max}.', en: '{field}: {n} characters, at most {max}.' },
  tooMany: { vi: '{field}: {n} dòng, tối đa 50.', en: '{field}: {n} lines, at most 50.' },
  lineTooLong: {
    vi: '{field}: dòng {line} dài hơn 300 ký tự.',
    en: '{field}: line {line} is longer than 300 characters.',
  },
  next: { vi: 'Lưu và sang phần tiếp', en: 'Save and go to the next part' },
  toFiles: { vi: 'Lưu và sang tài liệu kèm theo', en: 'Save and go to the documents' },
  save: { vi: 'Lưu và quay lại', en: 'Save and return' },
  saving: { vi: 'Đang lưu…', en: 'Saving…' },
  saved: { vi: 'Đã lưu bản nháp.', en: 'Draft saved.' },
  notSaved: {
    vi: 'Chưa lưu được. Nội dung vẫn còn trên trang này; bấm “Lưu” để xem lý do.',
    en: 'Not saved. Your text is still on this page; press “Save” to see why.',
  },
  clash: {
    vi: '{field}: người khác trong tổ chức vừa lưu nội dung khác. Hãy chọn.',
    en: '{field}: somebody else in the organisation has just saved another text. Choose one.',
  },
  clashLegend: { vi: 'Giữ nội dung nào cho mục trên?', en: 'Which text should stand for this field?' },
  mine: { vi: 'Nội dung của bạn, trong ô phía trên', en: 'Yours, in the box above' },
  theirs: { vi: 'Nội dung đã lưu lúc {time}', en: 'The one saved {time}' },
  nothing: { vi: '(để trống)', en: '(left empty)' },
  gone: {
    vi: 'Bản đang soạn đã được gửi hoặc bỏ đi trong lúc bạn viết, nên chưa lưu được. Nội dung bạn viết vẫn còn bên dưới.',
    en: 'The paper was sent or discarded while you were writing, so nothing was saved. Your text is still below.',
  },
  viewing: { vi: 'Bạn có quyền xem, không có quyền sửa.', en: 'You may read this, not change it.' },
  files: { vi: 'Tài liệu kèm theo', en: 'Documents beside the dossier' },
  filesLead: {
    vi: 'Không bắt buộc. Thẻ mô hình, thẻ hệ thống hoặc DPIA đã có có thể thay cho một số phần của hồ sơ. Tài liệu không công khai.',
    en: 'Optional. A model card, system card or DPIA you already have may stand for some parts of the dossier. Documents are not public.',
  },
  filesNone: { vi: 'Chưa có tài liệu nào.', en: 'No documents yet.' },
  file: { vi: 'Tệp', en: 'File' },
  fileHint: {
    vi: 'PDF, DOCX, ODT, PNG, JPEG hoặc văn bản thuần; tối đa 20 MB. Mỗi lần một tệp.',
    en: 'PDF, DOCX, ODT, PNG, JPEG or plain text; at most 20 MB. One file at a time.',
  },
  fileAgain: {
    vi: 'Trình duyệt không giữ lại tệp đã chọn: hãy chọn lại.',
    en: 'Browsers forget the chosen file: choose it again.',
  },
  kind: { vi: 'Đây là tài liệu gì?', en: 'What is it?' },
  kindShort: { vi: 'Loại tài liệu', en: 'Kind of document' },
  kindMissing: { vi: 'Hãy chọn loại tài liệu.', en: 'Choose what kind of document it is.' },
  replaces: { vi: 'Thay cho: {parts}.', en: 'Stands for: {parts}.' },
  addTitle: { vi: 'Thêm tài liệu', en: 'Add a document' },
  addButton: { vi: 'Thêm tài liệu này', en: 'Add this document' },
  size: { vi: 'Dung lượng', en: 'Size' },
  added: { vi: 'Thêm lúc', en: 'Added' },
  hash: { vi: 'Mã băm (SHA-256)', en: 'Hash (SHA-256)' },
  remove: { vi: 'Bỏ tài liệu', en: 'Remove the document' },
  removed: {
    vi: 'Đã bỏ tài liệu khỏi danh sách.',
    en: 'The document was taken off the list.',
  },
  received: { vi: 'Đã nhận “{name}”, {size}', en: 'Received “{name}”, {size}' },
  receivedHash: {
    vi: 'Mã băm dưới đây cho biết tệp đến nguyên vẹn: tính lại trên máy của bạn phải ra cùng một mã.',
    en: 'The hash below tells that the file arrived whole: computed on your machine it must be the same.',
  },
  removeAfter: {
    vi: 'Bỏ tài liệu không làm thay đổi các phiên bản hồ sơ đã ghi nhận.',
    en: 'Removing a document does not change dossier versions already recorded.',
  },
  update: { vi: 'Cập nhật hoặc đính chính hồ sơ', en: 'Update or correct the dossier' },
  updateLead: {
    vi: 'Bạn soạn trên một bản sao của phiên bản đang có hiệu lực. Khi bạn gửi, Cổng ghi nhận một phiên bản mới ngay; các phiên bản trước được giữ nguyên. AI-ID không đổi.',
    en: 'You write on a copy of the version in force. Once sent it is recorded at once as a new version; earlier versions stay as they are. The AI-ID stays the same.',
  },
  updateLevel: {
    vi: 'Thay đổi đáng kể về chức năng, mục đích hoặc bối cảnh triển khai có thể làm thay đổi mức rủi ro: khi đó hãy phân loại lại.',
    en: 'A significant change of function, purpose or context may change the level: then reclassify.',
  },
  updateStart: { vi: 'Bắt đầu soạn bản mới', en: 'Start a new version' },
  reclassify: { vi: 'Phân loại lại hệ thống', en: 'Reclassify the system' },
  changes: { vi: 'Xem lại thay đổi', en: 'Review the changes' },
  changesLead: {
    vi: 'So với phiên bản {n} đang có hiệu lực.',
    en: 'Compared with version {n}, which is in force.',
  },
  changesNone: {
    vi: 'Chưa có gì khác với phiên bản đang có hiệu lực. Hãy sửa các phần cần thay đổi.',
    en: 'Nothing differs from the version in force yet. Change the parts that need it.',
  },
  documents: { vi: 'Tài liệu kèm theo đã thay đổi.', en: 'The documents beside the dossier have changed.' },
  willShow: { vi: 'Thay đổi sẽ hiển thị công khai', en: 'Changes everybody will see' },
  willNotShow: { vi: 'Thay đổi chỉ lưu trong hồ sơ', en: 'Changes kept in the dossier only' },
  editParts: { vi: 'Sửa tiếp', en: 'Go on writing' },
  kindOfChange: { vi: 'Đây là thay đổi gì?', en: 'What kind of change is it?' },
  updated: { vi: 'Cập nhật', en: 'An update' },
  updatedHint: {
    vi: 'Hệ thống đã thay đổi và hồ sơ thay đổi theo.',
    en: 'The system changed, and the dossier follows it.',
  },
  corrected: { vi: 'Đính chính', en: 'A correction' },
  correctedHint: { vi: 'Nội dung đã khai chưa đúng.', en: 'What was declared was not right.' },
  kindOfChangeMissing: { vi: 'Hãy chọn cập nhật hay đính chính.', en: 'Choose update or correction.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonHint: {
    vi: 'Bắt buộc khi đính chính. Lý do được công khai cùng với thay đổi: không ghi tên cá nhân hay bí mật kinh doanh.',
    en: 'Required for a correction. It is published with the change: no names of persons, no business secrets.',
  },
  reasonLong: { vi: 'Lý do dài tối đa 1.000 ký tự.', en: 'The reason may have at most 1,000 characters.' },
  record: { vi: 'Ghi nhận phiên bản mới', en: 'Record the new version' },
  discard: { vi: 'Bỏ bản đang soạn', en: 'Discard this paper' },
  discardMeans: {
    vi: 'Không cần bản đang soạn nữa? Bỏ đi thì phiên bản đang có hiệu lực không thay đổi.',
    en: 'No longer needed? If you discard it, the version in force stays as it is.',
  },
  lackIn: { vi: 'Còn thiếu: {field}.', en: 'Missing: {field}.' },
  history: { vi: 'Lịch sử và các phiên bản', en: 'History and versions' },
  events: { vi: 'Những gì đã được ghi nhận', en: 'What was recorded' },
  versions: { vi: 'Các phiên bản hồ sơ', en: 'Versions of the dossier' },
  version: { vi: 'Phiên bản hồ sơ {n}', en: 'Dossier version {n}' },
  inForce: { vi: 'đang có hiệu lực', en: 'in force' },
  asThen: { vi: 'Xem hồ sơ như lúc đó', en: 'See the dossier as it was then' },
  first: { vi: 'Phiên bản đầu tiên.', en: 'The first version.' },
  comparedWith: { vi: 'Thay đổi so với phiên bản {n}', en: 'Changes since version {n}' },
  onlyDocuments: { vi: 'Chỉ thay đổi tài liệu kèm theo.', en: 'Only documents changed.' },
  frozen: {
    vi: 'Câu hỏi và câu trả lời đúng như được khai lúc {time}. Bản này không thay đổi được.',
    en: 'Questions and answers exactly as declared {time}. This version cannot be changed.',
  },
  newer: { vi: 'Đã có phiên bản mới hơn.', en: 'There is a newer version.' },
  proof: { vi: 'Bằng chứng ghi nhận', en: 'Proof of recording' },
  dossierHash: { vi: 'Mã băm hồ sơ (SHA-256)', en: 'Hash of the dossier (SHA-256)' },
  was: { vi: 'Trước', en: 'Before' },
  now: { vi: 'Nay', en: 'Now' },
  empty: { vi: 'không có', en: 'nothing' },
} as const satisfies Readonly<Record<string, Text>>

/** The pages of a system's use and of its deployers. */
export const U = {
  use: { vi: 'Tình trạng sử dụng', en: 'State of use' },
  useLead: {
    vi: 'Bạn tự ghi nhận tình trạng của hệ thống; không phải chờ ai xét duyệt. Sổ đăng ký công khai hiển thị ngay.',
    en: 'You record the state of your system yourself; nobody has to approve it. The public register shows it at once.',
  },
  held: { vi: 'Có yêu cầu của cơ quan nhà nước', en: 'An order of the State stands' },
  heldText: {
    vi: 'Trong lúc yêu cầu còn hiệu lực, bạn không tự đưa hệ thống trở lại sử dụng được. Cơ quan ban hành quyết định việc đó.',
    en: 'While it stands you cannot bring the system back into use yourself. The authority that issued it decides.',
  },
  present: { vi: 'Hiện nay', en: 'At present' },
  canDo: { vi: 'Bạn có thể ghi nhận', en: 'What you can record' },
  ended: {
    vi: 'Hệ thống đã kết thúc vòng đời trên Cổng. Bản ghi vẫn công khai.',
    en: 'The life of this system on the portal has ended. Its record stays public.',
  },
  reader: {
    vi: 'Chỉ người có quyền lập hồ sơ mới ghi nhận được tình trạng.',
    en: 'Only members who may file can record the state.',
  },
  conformity: { vi: 'Điều kiện đối với hệ thống rủi ro cao', en: 'A condition for high-risk systems' },
  conformityText: {
    vi: 'Hệ thống rủi ro cao chỉ được đưa vào sử dụng khi đã có kết quả đánh giá sự phù hợp. Cổng nhắc để bạn biết và không chặn bước này; trách nhiệm thuộc về tổ chức của bạn.',
    en: 'A high-risk system may be put into use only once it has its conformity result. The portal reminds you and does not stand in the way; the responsibility is yours.',
  },
  keepDossier: {
    vi: 'Hồ sơ phân loại được lưu trong suốt thời gian hệ thống hoạt động.',
    en: 'The classification dossier is kept for as long as the system operates.',
  },
  reason: { vi: 'Lý do (không bắt buộc)', en: 'Reason (optional)' },
  reasonHint: {
    vi: 'Chỉ tổ chức của bạn và cơ quan có thẩm quyền xem được.',
    en: 'Seen by your organisation and the competent agency only.',
  },
  basis: { vi: 'Quy định liên quan:', en: 'See' },
  cancel: { vi: 'Không, quay lại', en: 'No, go back' },
  stale: {
    vi: 'Tình trạng của hệ thống vừa thay đổi: nay là “{state}”. Chưa có gì được ghi thêm; hãy xem lại rồi thực hiện nếu vẫn cần.',
    en: 'The state of the system has just changed: it is now “{state}”. Nothing was added; look again, then do it if it is still needed.',
  },
  notNow: {
    vi: 'Bước này không còn thực hiện được: hệ thống nay ở tình trạng “{state}”.',
    en: 'This step can no longer be taken: the system is now “{state}”.',
  },
  deployers: { vi: 'Bên triển khai', en: 'Deployers' },
  deployersLead: {
    vi: 'Ai triển khai hệ thống và từ khi nào. Bên triển khai kế thừa mức rủi ro do nhà cung cấp xác định. Danh sách này không bắt buộc và không công khai.',
    en: 'Who deploys the system, and since when. A deployer inherits the level the provider determined. The list is optional and not public.',
  },
  deployersNone: { vi: 'Chưa ghi nhận bên triển khai nào.', en: 'No deployers recorded yet.' },
  deployer: { vi: 'Bên triển khai', en: 'Deployer' },
  inherited: { vi: 'Mức rủi ro kế thừa', en: 'Inherited level' },
  action: { vi: 'Việc có thể làm', en: 'What you can do' },
  onPortal: { vi: 'có tài khoản trên Cổng', en: 'on the portal' },
  addDeployer: { vi: 'Thêm bên triển khai', en: 'Add a deployer' },
  deployerName: { vi: 'Tên bên triển khai', en: 'Name of the deployer' },
  deployerNameMissing: { vi: 'Hãy ghi tên bên triển khai.', en: 'Give the name of the deployer.' },
  deployerNameLong: { vi: 'Tên dài tối đa 300 ký tự.', en: 'The name may have at most 300 characters.' },
  deployerCode: { vi: 'Mã số thuế hoặc mã cơ quan (không bắt buộc)', en: 'Tax or founding code (optional)' },
  deployerCodeHint: {
    vi: 'Nếu tổ chức này có trên Cổng, họ sẽ thấy hệ thống trong danh sách của mình.',
    en: 'If the organisation is on the portal, it will see the system among its own.',
  },
  addDeployerButton: { vi: 'Thêm bên triển khai này', en: 'Add this deployer' },
  end: { vi: 'Ghi ngày kết thúc', en: 'Record its end' },
  endTitle: { vi: '{name} triển khai đến ngày nào?', en: 'Until when did {name} deploy the system?' },
  endButton: { vi: 'Ghi nhận kết thúc triển khai', en: 'Record the end' },
} as const satisfies Readonly<Record<string, Text>>

/** Why somebody is offered as the one a file of the State is about. */
export const FOUND = {
  provider: { vi: 'Nhà cung cấp của {name}', en: 'Provider of {name}' },
  deployer: { vi: 'Bên triển khai {name}', en: 'Deployer of {name}' },
  code: { vi: 'Mã số trùng khớp', en: 'The code matches' },
  name: { vi: 'Tên gần giống', en: 'The name is alike' },
} as const
