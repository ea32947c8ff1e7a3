import { type Text, text } from '../../base/text.ts'
import type { Code, Source, Standing } from './schema.ts'

export const SAYS: Record<Code, Text> = {
  'violation.unknown': text(
    'Không có kết quả xử lý vi phạm nào được công khai với số này.',
    'No published decision on a violation bears this number.',
  ),
  'violation.not-competent': text(
    'Đơn vị của bạn không xử lý loại hành vi này. Hãy chuyển cho đơn vị có thẩm quyền.',
    'Your unit does not handle this kind of conduct. Pass it to the competent one.',
  ),
  'violation.system-unknown': text('Không có hệ thống nào mang mã định danh này.', 'No system bears this AI-ID.'),
  'violation.not-theirs': text(
    'Bên bị xử lý không phải nhà cung cấp hay bên triển khai của hệ thống này.',
    'The party neither provides nor deploys this system.',
  ),
  'violation.conduct-not-yet': text(
    'Vào ngày xảy ra, hành vi này chưa thuộc diện xử lý theo Luật.',
    'On the day it happened this conduct could not be handled under the Law.',
  ),
  'violation.happened-later': text('Ngày xảy ra phải là hôm nay hoặc trước đó.', 'The day may not lie ahead.'),
  'violation.explanation-open': text(
    'Bên bị xử lý còn thời hạn giải trình. Chỉ kết luận sau khi bên đó giải trình hoặc hết thời hạn.',
    'The party still has time to explain. Conclude only after it has, or after that time.',
  ),
  'violation.no-amount': text(
    'Chưa có nghị định nào đặt mức phạt cho hành vi này. Chỉ phạt tiền được khi nêu văn bản khác làm căn cứ.',
    'No decree sets an amount for this conduct. A fine needs another act that does, named here.',
  ),
  'violation.amount-range': text(
    'Mức phạt phải từ {min} đến {max} đồng theo quy định cho hành vi này.',
    'The amount for this conduct lies between {min} and {max} đồng.',
  ),
  'violation.not-redacted': text(
    'Bản tóm tắt còn dữ liệu cá nhân ({words}). Hãy lược bỏ trước khi công khai.',
    'The summary still holds personal data ({words}). Take it out before it is published.',
  ),
}

export const STATE = {
  suspected: text('Có dấu hiệu vi phạm', 'Suspected'),
  proposed: text('Chờ quyết định lập vụ việc', 'Waiting to be opened'),
  opened: text('Đã lập vụ việc', 'Opened'),
  explained: text('Đã có giải trình', 'Explained'),
  weighed: text('Chờ ký kết luận', 'Finding to be signed'),
  found: text('Kết luận có vi phạm', 'Violation found'),
  'drawn-up': text('Chờ ký quyết định xử phạt', 'Sanction to be signed'),
  sanctioned: text('Đã xử phạt', 'Sanctioned'),
  'carried-out': text('Đã chấp hành', 'Carried out'),
  transferred: text('Đã chuyển cơ quan khác', 'Transferred'),
  none: text('Không có vi phạm', 'No violation'),
  overturned: text('Quyết định đã bị hủy bỏ', 'Overturned'),
  dropped: text('Không lập vụ việc', 'Not opened'),
} as const

const NONE = text('Không còn việc phải làm.', 'Nothing is left to do.')
const UNSEEN = text('Chưa được gửi cho bạn.', 'Nothing has been served on you.')

export const NEXT = {
  suspected: {
    party: UNSEEN,
    unit: text('Ghi đủ dấu hiệu rồi trình lãnh đạo lập vụ việc.', 'Complete the record and put it before the chief.'),
  },
  proposed: {
    party: UNSEEN,
    unit: text(
      'Lãnh đạo không tham gia soạn quyết định lập vụ việc hoặc trả lại.',
      'A chief who took no part in drafting opens the case or gives it back.',
    ),
  },
  opened: {
    party: text(
      'Bạn có quyền giải trình trong thời hạn. Không giải trình không phải là thừa nhận.',
      'You may explain yourself within the time given. To say nothing admits nothing.',
    ),
    unit: text('Chờ giải trình, hoặc hết thời hạn giải trình.', 'Waiting for the explanation, or for its time to end.'),
  },
  explained: {
    party: text('Cơ quan đang xem xét giải trình của bạn.', 'The authority is weighing what you explained.'),
    unit: text('Xem xét giải trình, lập kết luận trình ký.', 'Weigh the explanation and draw up the finding.'),
  },
  weighed: {
    party: text('Cơ quan đang xem xét.', 'The authority is considering the case.'),
    unit: text(
      'Lãnh đạo không tham gia lập kết luận ký, kết luận không có vi phạm, chuyển cơ quan khác hoặc trả lại.',
      'A chief who took no part signs the finding, finds none, transfers the case or gives it back.',
    ),
  },
  found: {
    party: text('Cơ quan đang xem xét hình thức xử lý.', 'The authority is considering what follows.'),
    unit: text('Lập quyết định xử phạt trình ký, hoặc chuyển cơ quan khác.', 'Draw up the sanction, or transfer it.'),
  },
  'drawn-up': {
    party: text('Cơ quan đang xem xét hình thức xử lý.', 'The authority is considering what follows.'),
    unit: text(
      'Lãnh đạo không tham gia soạn ký quyết định hoặc trả lại.',
      'A chief who took no part signs or returns it.',
    ),
  },
  sanctioned: {
    party: text(
      'Chấp hành quyết định và báo cáo. Bạn có quyền khiếu nại theo pháp luật.',
      'Carry the decision out and report it. You may complain as the law provides.',
    ),
    unit: text('Theo dõi việc chấp hành; công khai bản tóm tắt.', 'Follow how it is carried out; publish the summary.'),
  },
  'carried-out': { party: text('Việc chấp hành đã được ghi nhận.', 'It is noted as carried out.'), unit: NONE },
  transferred: {
    party: text(
      'Vụ việc đã chuyển cho cơ quan khác; cơ quan đó sẽ làm việc với bạn.',
      'Another body has the case now and will turn to you.',
    ),
    unit: NONE,
  },
  none: { party: text('Kết luận: không có vi phạm.', 'It was found that there is no violation.'), unit: NONE },
  overturned: { party: text('Quyết định xử phạt đã bị hủy bỏ.', 'The sanction has been overturned.'), unit: NONE },
  dropped: { party: UNSEEN, unit: NONE },
} as const

export const NO_DATE = {
  unserved: text('Thời hạn giải trình bắt đầu khi vụ việc được lập.', 'The time to explain begins once it is opened.'),
  unset: text('Luật không đặt thời hạn cho bước này.', 'The law sets no time for this step.'),
  over: text('Không còn thời hạn nào.', 'No time limit is left.'),
} as const

export const VERB = {
  propose: { ask: text('Trình lập vụ việc', 'Propose to open it'), past: text('Trình lập vụ việc', 'Proposed') },
  drop: { ask: text('Không lập vụ việc', 'Do not open it'), past: text('Không lập vụ việc', 'Not opened') },
  return: { ask: text('Trả lại để sửa', 'Give it back'), past: text('Trả lại để sửa', 'Given back') },
  open: { ask: text('Ký và lập vụ việc', 'Sign and open the case'), past: text('Lập vụ việc vi phạm', 'Case opened') },
  explain: { ask: text('Gửi giải trình', 'Send your explanation'), past: text('Giải trình', 'Explained') },
  weigh: { ask: text('Trình kết luận', 'Propose the finding'), past: text('Trình kết luận', 'Finding proposed') },
  'return-finding': {
    ask: text('Trả lại kết luận', 'Give the finding back'),
    past: text('Trả lại kết luận', 'Finding given back'),
  },
  find: {
    ask: text('Ký kết luận có vi phạm', 'Sign the finding'),
    past: text('Kết luận có vi phạm', 'Violation found'),
  },
  dismiss: {
    ask: text('Kết luận không có vi phạm', 'Find that there is none'),
    past: text('Kết luận không có vi phạm', 'No violation found'),
  },
  transfer: {
    ask: text('Chuyển cơ quan khác', 'Transfer to another body'),
    past: text('Chuyển cơ quan khác', 'Transferred'),
  },
  'draw-up': {
    ask: text('Trình quyết định xử phạt', 'Propose the sanction'),
    past: text('Trình quyết định xử phạt', 'Sanction proposed'),
  },
  'return-sanction': {
    ask: text('Trả lại quyết định', 'Give the sanction back'),
    past: text('Trả lại quyết định', 'Sanction given back'),
  },
  sanction: {
    ask: text('Ký quyết định xử phạt', 'Sign the sanction'),
    past: text('Xử phạt vi phạm hành chính', 'Sanctioned'),
  },
  report: {
    ask: text('Báo cáo đã chấp hành', 'Report that it is carried out'),
    past: text('Báo cáo đã chấp hành', 'Reported as carried out'),
  },
  'carry-out': {
    ask: text('Ghi nhận đã chấp hành', 'Note that it is carried out'),
    past: text('Đã chấp hành', 'Carried out'),
  },
  complain: {
    ask: text('Thông báo đã khiếu nại', 'Note a complaint'),
    past: text('Ghi nhận khiếu nại', 'Complaint noted'),
  },
  overturn: {
    ask: text('Hủy bỏ quyết định xử phạt', 'Overturn the sanction'),
    past: text('Hủy bỏ quyết định xử phạt', 'Sanction overturned'),
  },
  redact: {
    ask: text('Soạn bản tóm tắt để công khai', 'Draft the public summary'),
    past: text('Soạn bản tóm tắt công khai', 'Public summary drafted'),
  },
  publish: {
    ask: text('Công khai kết quả xử lý', 'Publish the result'),
    past: text('Công khai kết quả xử lý', 'Result published'),
  },
  reply: {
    ask: text('Đăng phản hồi của bạn', 'Publish your reply'),
    past: text('Phản hồi được công khai', 'Reply published'),
  },
  retract: {
    ask: text('Rút nội dung đã công khai', 'Withdraw the publication'),
    past: text('Rút nội dung đã công khai', 'Publication withdrawn'),
  },
} as const

export const SOURCE: Readonly<Record<Source, Text>> = {
  inspection: text('Thanh tra, kiểm tra', 'An inspection or check'),
  incident: text('Báo cáo sự cố', 'An incident report'),
  petition: text('Phản ánh, khiếu nại, tố cáo', 'Feedback, a complaint or a denunciation'),
  'other-body': text('Cơ quan khác chuyển đến', 'Passed on by another body'),
  own: text('Đơn vị tự phát hiện', 'The unit itself'),
}

export const STANDING: Readonly<Record<Standing, Text>> = {
  standing: text('Có hiệu lực', 'Standing'),
  'carried-out': text('Đã chấp hành', 'Carried out'),
  overturned: text('Đã bị hủy bỏ', 'Overturned'),
  withdrawn: text('Đã rút nội dung', 'Publication withdrawn'),
}

export const FIELDS = {
  start: {
    lead: text(
      'Ghi nhận dấu hiệu vi phạm, lập vụ việc, nghe giải trình, kết luận, xử phạt hoặc chuyển cơ quan khác. Mỗi quyết định do một người không tham gia soạn ký.',
      'Record a suspicion, open a case, hear the party, find, sanction or transfer. Each decision is signed by somebody who did not draft it.',
    ),
    button: text('Ghi nhận dấu hiệu vi phạm', 'Record a suspicion'),
    find: text(
      'Mã định danh của hệ thống, mã số hoặc tên của tổ chức, cá nhân',
      'AI-ID of the system, or code or name of the organisation or person',
    ),
  },
  yes: text('Có', 'Yes'),
  no: text('Không', 'No'),
  systemPage: text('Hệ thống', 'The system'),
  aiId: text('Mã định danh hệ thống', 'AI-ID'),
  aiIdHint: text('Để trống khi vụ việc không gắn với một hệ thống.', 'Leave empty where no one system is concerned.'),
  systemName: text('Tên hệ thống', 'Name of the system'),
  conductPage: text('Hành vi', 'The conduct'),
  conduct: text('Hành vi có dấu hiệu vi phạm', 'What is suspected'),
  conductHint: text(
    'Danh mục theo Luật; mức phạt theo nghị định xử phạt khi được ban hành.',
    'Listed by the Law; amounts follow the decree on sanctions once issued.',
  ),
  happenedOn: text('Ngày xảy ra hoặc phát hiện', 'Day it happened or was found out'),
  source: text('Phát hiện từ đâu', 'How it came up'),
  factsPage: text('Dấu hiệu', 'The signs'),
  facts: text('Dấu hiệu và chứng cứ', 'Signs and evidence'),
  factsHint: text('Bên bị xử lý đọc được nội dung này.', 'The party reads this.'),
  termPage: text('Thời hạn giải trình', 'Time to explain'),
  termLead: text(
    'Luật không đặt thời hạn này; đơn vị đặt và chịu trách nhiệm.',
    'The Law sets no time; the unit does, and answers for it.',
  ),
  term: text('Số ngày', 'How many'),
  termUnit: text('Tính theo', 'Counted in'),
  days: text('Ngày', 'Days'),
  workingDays: text('Ngày làm việc', 'Working days'),
  document: text('Quyết định lập vụ việc vi phạm', 'Decision to open a violation case'),
  documentSays: text(
    'Đơn vị lập vụ việc để xem xét dấu hiệu vi phạm nêu dưới đây. Đây chưa phải là kết luận có vi phạm.',
    'The unit opens a case on the signs named below. This is no finding of a violation.',
  ),
  returnPage: text('Trả lại', 'Give it back'),
  returnReason: text('Cần sửa điều gì', 'What has to be mended'),
  explainPage: text('Giải trình', 'Your explanation'),
  explainLead: text(
    'Nêu điều bạn đồng ý, điều không đồng ý và chứng cứ. Không phải cung cấp mã nguồn, thuật toán chi tiết, bộ tham số hay bí mật.',
    'Say what you accept, what you do not, and on what evidence. Source code, detailed algorithms, parameters and secrets are not owed.',
  ),
  explanation: text('Nội dung giải trình', 'Explanation'),
  explainReceipt: text('Xác nhận đã nhận giải trình', 'Receipt of the explanation'),
  explainReceiptSays: text('Cơ quan xác nhận đã nhận giải trình.', 'The authority confirms receipt.'),
  findingPage: text('Kết luận', 'The finding'),
  foundConduct: text('Hành vi vi phạm', 'The violation'),
  established: text('Sự việc đã xác định', 'What is established'),
  weighing: text('Xem xét giải trình', 'How the explanation was weighed'),
  weighingHint: text('Bên đó không giải trình thì ghi rõ.', 'Say so where there was none.'),
  findingDocument: text('Kết luận về hành vi vi phạm', 'Finding of a violation'),
  findingSays: text('Kết luận có hành vi vi phạm nêu dưới đây.', 'The violation named below is found.'),
  dismissPage: text('Không có vi phạm', 'No violation'),
  dismissReason: text('Vì sao không có vi phạm', 'Why there is none'),
  dismissDocument: text('Kết luận không có vi phạm', 'Finding of no violation'),
  dismissSays: text('Kết luận không có hành vi vi phạm.', 'It is found that there is no violation.'),
  transferPage: text('Chuyển cơ quan khác', 'Transfer'),
  transferTo: text('Chuyển đến cơ quan', 'To which body'),
  transferReason: text('Vì sao chuyển', 'Why'),
  transferHint: text('Ví dụ: có dấu hiệu tội phạm.', 'Such as signs of a crime.'),
  transferDocument: text('Thông báo chuyển vụ việc', 'Notice of transfer'),
  transferSays: text(
    'Vụ việc được chuyển cho cơ quan nêu dưới đây.',
    'The case is transferred to the body named below.',
  ),
  sanctionPage: text('Hình thức xử phạt', 'The sanction'),
  sanction: text('Hình thức', 'Form'),
  amount: text('Mức phạt, đồng', 'Amount, in đồng'),
  otherBasis: text('Văn bản khác làm căn cứ phạt tiền', 'Another act the fine stands on'),
  otherBasisHint: text(
    'Luật 134/2025/QH15 không đặt mức phạt; nghị định xử phạt theo khoản 5 Điều 29 chưa được ban hành.',
    'Law 134/2025/QH15 sets no amount; the decree of art. 29(5) has not been issued.',
  ),
  remediesPage: text('Biện pháp khắc phục hậu quả', 'Remedial measures'),
  remedies: text('Biện pháp', 'Measures'),
  remedyText: text('Phải làm gì, đến khi nào', 'What has to be done, by when'),
  sanctionReason: text('Lý do chọn hình thức này', 'Why this form'),
  sanctionDocument: text('Quyết định xử phạt vi phạm hành chính', 'Decision on an administrative sanction'),
  sanctionSays: text('Xử phạt hành vi vi phạm nêu trong kết luận.', 'The violation of the finding is sanctioned.'),
  reportPage: text('Báo cáo chấp hành', 'Report'),
  whatDone: text('Đã làm gì', 'What was done'),
  closingPage: text('Ghi nhận chấp hành', 'Carried out'),
  conclusion: text('Đã kiểm tra thế nào', 'How that was checked'),
  complainPage: text('Khiếu nại', 'Complaint'),
  complainLead: text(
    'Khiếu nại được giải quyết theo pháp luật về khiếu nại; ở đây chỉ ghi nhận.',
    'Complaints are settled under their own law; here they are noted.',
  ),
  complaintTo: text('Đã khiếu nại đến', 'To whom'),
  complainedOn: text('Ngày khiếu nại', 'On which day'),
  complaint: text('Nội dung chính', 'In short'),
  overturnPage: text('Hủy bỏ quyết định', 'Overturn'),
  overturnedBy: text('Theo quyết định của', 'By decision of'),
  overturnReason: text('Lý do', 'Reason'),
  overturnPublic: text('Lý do ghi cho công chúng', 'Reason for the public'),
  overturnDocument: text('Quyết định hủy bỏ quyết định xử phạt', 'Decision to overturn a sanction'),
  overturnSays: text('Quyết định xử phạt bị hủy bỏ.', 'The sanction is overturned.'),
  publishPage: text('Bản tóm tắt công khai', 'Public summary'),
  publishLead: text(
    'Lược bỏ bí mật nhà nước, bí mật kinh doanh và dữ liệu cá nhân. Một lãnh đạo không soạn bản này ký công khai.',
    'Leave out state secrets, business secrets and personal data. A chief who did not write it publishes it.',
  ),
  publicTitle: text('Tiêu đề', 'Title'),
  publicSummary: text('Tóm tắt', 'Summary'),
  nameParty: text('Nêu tên bên bị xử phạt và hệ thống?', 'Name the party and the system?'),
  replyPage: text('Phản hồi của bạn', 'Your reply'),
  replyHint: text(
    'Đăng nguyên văn bên cạnh kết quả, thay phản hồi trước nếu có.',
    'Shown word for word beside the result, instead of an earlier one.',
  ),
  publicReply: text('Phản hồi', 'Reply'),
  retractPage: text('Rút nội dung đã công khai', 'Withdraw the publication'),
  retractLead: text(
    'Số, hành vi và ngày vẫn hiện kèm chữ “đã rút”; tiêu đề, tóm tắt và tên không còn hiện.',
    'Number, conduct and day stay, marked as withdrawn; title, summary and names go.',
  ),
  retractPublic: text('Lý do ghi cho công chúng', 'Reason for the public'),
} as const

export const CLOCK = {
  explain: text('Giải trình', 'Explanation'),
  explainWhy: text(
    'thời hạn ghi trong quyết định lập vụ việc; Luật không đặt thời hạn',
    'the time named in the decision to open the case; the Law sets none',
  ),
} as const

/** The reason that stands where something was published and its file was erased. */
export const ERASED: Text = text(
  'Nội dung đã được xóa theo yêu cầu của cá nhân, dấu xóa số {number}.',
  'What was said was erased at the request of a person, tombstone {number}.',
)

export const W = {
  publicTitle: text('Kết quả xử lý vi phạm', 'Results of handling violations'),
  publicLead: text(
    'Quyết định xử phạt vi phạm hành chính về trí tuệ nhân tạo, đã lược bỏ bí mật và dữ liệu cá nhân, kèm phản hồi của bên bị xử phạt. Quyết định bị hủy bỏ vẫn hiện và ghi rõ.',
    'Administrative sanctions on AI, with secrets and personal data left out and the reply of the party beside them. Those overturned stay, and say so.',
  ),
  none: text('Chưa có kết quả nào được công khai.', 'Nothing has been published yet.'),
  words: text('Tìm theo từ', 'Words'),
  standingFilter: text('Hiệu lực', 'Standing'),
  conductFilter: text('Hành vi', 'Conduct'),
  all: text('Tất cả', 'All'),
  result: text('Kết quả', 'Result'),
  case: text('Vụ việc', 'Case'),
  decided: text('Quyết định', 'Decided'),
  now: text('Hiện nay', 'Now'),
  party: text('Bên bị xử phạt', 'Sanctioned'),
  unnamed: text('Không nêu tên', 'Not named'),
  system: text('Hệ thống', 'System'),
  issuer: text('Cơ quan', 'Authority'),
  conduct: text('Hành vi', 'Conduct'),
  sanction: text('Hình thức', 'Form'),
  summary: text('Tóm tắt', 'Summary'),
  reason: text('Lý do', 'Reason'),
  reply: text('Phản hồi của bên bị xử phạt', 'Reply of the party'),
  noReply: text('Bên bị xử phạt chưa phản hồi.', 'The party has not replied.'),
  publishedAt: text('Công khai lúc', 'Published'),
  withdrawnTitle: text('Nội dung đã rút', 'Publication withdrawn'),
  feedTitle: text('Saola: kết quả xử lý vi phạm', 'Saola: results of handling violations'),
  onPublicList: text('Trên danh sách công khai', 'On the public list'),
  access: text('Ai của cơ quan nhà nước đã đọc hồ sơ của bạn', 'Who of the State has read your files'),
  related: text('Liên quan', 'Related'),
  toOrder: text('Soạn yêu cầu từ vụ việc này', 'Draft an order from this case'),
  conducts: text('Danh mục hành vi và mức phạt', 'Conducts and amounts'),
  conductsLead: text(
    'Những hành vi vi phạm Luật mà Cổng ghi nhận được, theo ngày có hiệu lực.',
    'Breaches of the Law that can be recorded here, by the day they apply from.',
  ),
  noAmount: text('Theo nghị định khi ban hành', 'By the decree once issued'),
  amountColumn: text('Mức phạt', 'Amount'),
  from: text('Từ ngày', 'From'),
} as const
