import { type Text, text } from '../../base/text.ts'
import type { Ground } from './kinds.ts'
import type { Code, End, Standing } from './schema.ts'
import { SIGNAL_SAYS } from './signal-words.ts'

export const STATE = {
  drafted: text('Đang soạn', 'Being drafted'),
  proposed: text('Chờ ký', 'Waiting for a signature'),
  issued: text('Đã ban hành', 'Issued'),
  acknowledged: text('Đã xác nhận nhận', 'Acknowledged'),
  complied: text('Đã báo cáo thực hiện', 'Reported as carried out'),
  verified: text('Đã xác minh', 'Verified'),
  lifted: text('Đã dỡ bỏ', 'Lifted'),
  closed: text('Đã kết thúc', 'Closed'),
  revoked: text('Đã hủy bỏ', 'Revoked'),
  dropped: text('Không ban hành', 'Not issued'),
} as const

const NONE = text('Không còn việc phải làm.', 'Nothing is left to do.')
const UNSEEN = text('Chưa được gửi cho bạn.', 'Nothing has been served on you.')

export const NEXT = {
  drafted: {
    party: UNSEEN,
    unit: text('Soạn đủ nội dung rồi trình lãnh đạo ký.', 'Complete the draft and put it before the chief.'),
  },
  proposed: {
    party: UNSEEN,
    unit: text(
      'Lãnh đạo không tham gia soạn xem xét, rồi ký ban hành hoặc trả lại.',
      'A chief who took no part in drafting signs it or gives it back.',
    ),
  },
  issued: {
    party: text(
      'Xác nhận đã nhận, thực hiện yêu cầu và báo cáo kết quả trong thời hạn.',
      'Acknowledge the order, carry it out and report in time.',
    ),
    unit: text('Chờ bên nhận xác nhận.', 'Waiting for the addressee to acknowledge it.'),
  },
  acknowledged: {
    party: text('Thực hiện yêu cầu và báo cáo kết quả trong thời hạn.', 'Carry the order out and report in time.'),
    unit: text(
      'Chờ báo cáo thực hiện; quá hạn thì có thể chuyển cấp xử lý.',
      'Waiting for the report; when it is overdue the order can be escalated.',
    ),
  },
  complied: {
    party: text('Cơ quan đang xác minh báo cáo của bạn.', 'The authority is verifying your report.'),
    unit: text('Xác minh việc thực hiện.', 'Verify that the order was carried out.'),
  },
  verified: {
    party: text(
      'Việc thực hiện đã được xác minh. Yêu cầu vẫn còn hiệu lực cho đến khi cơ quan dỡ bỏ hoặc kết thúc.',
      'It was verified that you carried it out. The order stands until the authority lifts or closes it.',
    ),
    unit: text(
      'Lãnh đạo quyết định dỡ bỏ, hoặc cán bộ kết thúc yêu cầu không cần dỡ bỏ.',
      'The chief decides to lift it; an order that holds nothing back is closed by an officer.',
    ),
  },
  lifted: { party: text('Yêu cầu đã được dỡ bỏ.', 'The order has been lifted.'), unit: NONE },
  closed: { party: NONE, unit: NONE },
  revoked: { party: text('Yêu cầu đã bị hủy bỏ.', 'The order has been revoked.'), unit: NONE },
  dropped: { party: UNSEEN, unit: NONE },
} as const

export const NO_DATE = {
  unserved: text('Thời hạn bắt đầu khi yêu cầu được ban hành.', 'The time limit begins when the order is issued.'),
  verified: text('Luật không đặt thời hạn cho việc dỡ bỏ.', 'The law sets no time for lifting an order.'),
  over: text('Không còn thời hạn nào.', 'No time limit is left.'),
} as const

export const VERB = {
  propose: { ask: text('Trình ký', 'Propose the order'), past: text('Trình ký', 'Proposed') },
  drop: { ask: text('Không ban hành', 'Do not issue it'), past: text('Không ban hành', 'Not issued') },
  return: { ask: text('Trả lại để sửa', 'Give it back'), past: text('Trả lại để sửa', 'Given back') },
  issue: { ask: text('Ký và ban hành', 'Sign and issue'), past: text('Ban hành yêu cầu', 'Order issued') },
  extend: {
    ask: text('Gửi cho bên triển khai', 'Serve on a deployer'),
    past: text('Yêu cầu được gửi cho bên triển khai', 'Order served on the deployer'),
  },
  'serve-more': {
    ask: text('Gửi cho bên triển khai được ghi nhận sau', 'Serve on deployers linked since'),
    past: text('Gửi cho bên triển khai được ghi nhận sau', 'Served on deployers linked since'),
  },
  acknowledge: {
    ask: text('Xác nhận đã nhận yêu cầu', 'Acknowledge the order'),
    past: text('Xác nhận đã nhận yêu cầu', 'Acknowledged'),
  },
  progress: {
    ask: text('Báo cáo tiến độ', 'Report progress'),
    past: text('Báo cáo tiến độ', 'Progress reported'),
  },
  comply: {
    ask: text('Báo cáo đã thực hiện xong', 'Report that it is carried out'),
    past: text('Báo cáo đã thực hiện xong', 'Reported as carried out'),
  },
  complain: {
    ask: text('Thông báo đã khiếu nại', 'Note a complaint'),
    past: text('Ghi nhận khiếu nại', 'Complaint noted'),
  },
  escalate: { ask: text('Chuyển cấp xử lý', 'Escalate'), past: text('Chuyển cấp xử lý', 'Escalated') },
  verify: {
    ask: text('Xác minh đã thực hiện', 'Verify that it is carried out'),
    past: text('Xác minh đã thực hiện', 'Verified'),
  },
  'send-back': {
    ask: text('Yêu cầu thực hiện tiếp', 'Send it back'),
    past: text('Chưa thực hiện đủ, yêu cầu thực hiện tiếp', 'Not carried out in full, sent back'),
  },
  lift: { ask: text('Dỡ bỏ yêu cầu', 'Lift the order'), past: text('Dỡ bỏ yêu cầu', 'Order lifted') },
  'lift-with': {
    ask: text('Dỡ bỏ cùng yêu cầu chính', 'Lift with the order'),
    past: text('Dỡ bỏ cùng yêu cầu chính', 'Lifted with the order'),
  },
  close: { ask: text('Kết thúc', 'Close the order'), past: text('Kết thúc', 'Closed') },
  revoke: { ask: text('Hủy bỏ yêu cầu', 'Revoke the order'), past: text('Hủy bỏ yêu cầu', 'Order revoked') },
  'revoke-with': {
    ask: text('Hủy bỏ cùng yêu cầu chính', 'Revoke with the order'),
    past: text('Hủy bỏ cùng yêu cầu chính', 'Revoked with the order'),
  },
} as const

export const GROUND: Readonly<Record<Ground, Text>> = {
  inspection: text('Trong thanh tra, kiểm tra', 'In an inspection or check'),
  'risk-signs': text('Có dấu hiệu rủi ro', 'Signs of risk'),
  incident: text('Có sự cố, xử lý sự cố', 'An incident, or handling one'),
  'violation-signs': text('Có dấu hiệu vi phạm pháp luật', 'Signs of a violation'),
  rights: text(
    'Ảnh hưởng đến quyền, lợi ích hợp pháp của tổ chức, cá nhân',
    'Rights or lawful interests of somebody are affected',
  ),
}

export const FIELDS = {
  start: {
    lead: text(
      'Cơ quan có thẩm quyền yêu cầu nhà cung cấp hoặc bên triển khai tái phân loại, bổ sung hồ sơ, tạm dừng, thu hồi, đánh giá lại, giải trình hoặc cung cấp hồ sơ. Mỗi yêu cầu nêu căn cứ, lý do, phạm vi và thời hạn; người soạn không được ký.',
      'The competent authority orders a provider or deployer to reclassify, supplement a dossier, suspend, recall, re-evaluate, explain or produce records. Every order names its basis, reason, scope and time; whoever drafts it may not sign it.',
    ),
    button: text('Soạn yêu cầu', 'Draft an order'),
    find: text('AI-ID của hệ thống, mã số hoặc tên tổ chức', 'AI-ID of the system, code or name of the organisation'),
  },

  kindPage: text('Loại yêu cầu và căn cứ', 'Kind and legal basis'),
  kind: text('Yêu cầu làm gì', 'What is ordered'),
  suspendBasis: text('Căn cứ tạm dừng', 'Basis for the suspension'),
  byCheck: text(
    'Kết quả kiểm tra, giám sát cho thấy sai lệch hoặc khai báo không trung thực',
    'A check found a discrepancy or an untruthful declaration',
  ),
  byIncident: text('Xử lý sự cố nghiêm trọng', 'A serious incident is being handled'),
  explainBasis: text('Căn cứ giải trình', 'Basis for the explanation'),
  explainHint: text(
    'Theo mức rủi ro của hệ thống và vai trò của bên nhận.',
    'By the level of the system and the role of the addressee.',
  ),
  highProvider: text('Rủi ro cao, nhà cung cấp', 'High risk, provider'),
  highDeployer: text('Rủi ro cao, bên triển khai', 'High risk, deployer'),
  mediumProvider: text('Rủi ro trung bình, nhà cung cấp', 'Medium risk, provider'),
  mediumDeployer: text('Rủi ro trung bình, bên triển khai', 'Medium risk, deployer'),
  lowProvider: text('Rủi ro thấp, nhà cung cấp', 'Low risk, provider'),
  lowDeployer: text('Rủi ro thấp, bên triển khai', 'Low risk, deployer'),
  systemPage: text('Hệ thống', 'The system'),
  aiId: text('AI-ID', 'AI-ID'),
  aiIdHint: text(
    'Bỏ trống nếu hệ thống chưa được thông báo; khi đó hãy ghi tên.',
    'Leave it empty if the system was never notified; then give its name.',
  ),
  systemName: text('Tên hệ thống', 'Name of the system'),
  incident: text('Số hồ sơ sự cố liên quan', 'Number of the incident file'),
  contentPage: text('Nội dung yêu cầu', 'What is ordered'),
  reason: text('Lý do', 'Reason'),
  reasonHint: text(
    'Nêu sự việc đã phát hiện và vì sao cần yêu cầu này.',
    'Say what was found and why it calls for this order.',
  ),
  scope: text('Phạm vi', 'Scope'),
  scopeHint: text(
    'Chức năng, phiên bản, địa bàn hoặc nhóm người sử dụng phải thực hiện.',
    'Which functions, versions, places or groups of users it covers.',
  ),
  askPage: text('Thông tin được yêu cầu', 'What information is asked for'),
  askLead: text(
    'Chỉ yêu cầu điều cần thiết và tương xứng (khoản 2 Điều 31 Luật 134/2025/QH15). Khi yêu cầu giải trình, không được đòi mã nguồn, thuật toán chi tiết, bộ tham số, bí mật kinh doanh hoặc bí mật công nghệ; yêu cầu có nội dung đó sẽ bị từ chối.',
    'Ask only for what is necessary and proportionate (Law 134/2025/QH15, art. 31(2)). An order to explain may not ask for source code, detailed algorithms, parameters, business or technology secrets; one that does is refused.',
  ),
  ground: text('Vì sao được yêu cầu', 'Why it may be asked for'),
  inspection: text('Số quyết định thanh tra, kiểm tra', 'Number of the decision to inspect or check'),
  wanted: text('Thông tin, tài liệu cần cung cấp', 'Information and documents wanted'),
  necessity: text('Vì sao cần thiết', 'Why it is necessary'),
  proportionality: text('Vì sao tương xứng', 'Why it is proportionate'),
  termPage: text('Thời hạn', 'Time limit'),
  termUnit: text('Tính theo', 'Counted in'),
  hours: text('Giờ', 'Hours'),
  days: text('Ngày', 'Days'),
  workingDays: text('Ngày làm việc', 'Working days'),
  term: text('Thời hạn kể từ khi ban hành', 'Time from the issue of the order'),
  publicPage: text('Nội dung công khai', 'What is published'),
  publicLead: text(
    'Danh sách hệ thống bị tạm dừng, thu hồi được công khai ngay khi ban hành và không bao giờ bị xóa. Viết lý do để ai cũng đọc được, không nêu tên người, bí mật hay dữ liệu cá nhân.',
    'The list of suspended and recalled systems is public from the moment of issue, and nothing ever disappears from it. Write a reason anyone may read: no names of people, no secrets, no personal data.',
  ),
  publicReason: text('Lý do công khai', 'Public reason'),

  returnPage: text('Trả lại bản soạn', 'Give the draft back'),
  returnReason: text('Cần sửa điều gì', 'What has to change'),
  completionPage: text('Kết quả thực hiện', 'What was done'),
  whatDone: text('Đã làm những gì', 'What was done'),
  units: text('Tổng số đơn vị hệ thống', 'Units in all'),
  unitsHint: text(
    'Số bản cài đặt, thiết bị hoặc điểm sử dụng. Bắt buộc khi yêu cầu là tạm dừng, thu hồi hoặc chấm dứt.',
    'Installations, devices or places of use. Owed when the order is to suspend, recall or end.',
  ),
  unitsDone: text('Số đơn vị đã tạm dừng hoặc thu hồi', 'Units taken out of use'),
  findingPage: text('Kết quả xác minh', 'What was found'),
  finding: text('Đã xác minh thế nào', 'How it was verified'),
  backPage: text('Chưa thực hiện đủ', 'Not carried out in full'),
  lacking: text('Còn thiếu điều gì', 'What is lacking'),
  reworkTerm: text('Thời hạn thực hiện tiếp', 'Time to carry it out'),
  escalatePage: text('Chuyển cấp xử lý', 'Escalate the order'),
  escalatedTo: text('Chuyển cho ai', 'To whom'),
  escalateText: text('Lý do và đề nghị', 'Reason and proposal'),
  complainPage: text('Khiếu nại về yêu cầu này', 'A complaint against this order'),
  complainLead: text(
    'Cổng chỉ ghi nhận rằng bạn đã khiếu nại; việc giải quyết theo pháp luật về khiếu nại. Yêu cầu vẫn có hiệu lực cho đến khi cơ quan quyết định khác.',
    'The portal only notes that you complained; how it is settled follows the law on complaints. The order stands until the authority decides otherwise.',
  ),
  complaintTo: text('Đã gửi khiếu nại đến', 'The complaint went to'),
  complainedOn: text('Ngày gửi', 'Sent on'),
  complaint: text('Nội dung khiếu nại', 'What the complaint says'),
  liftPage: text('Quyết định dỡ bỏ', 'Decision to lift the order'),
  liftLead: text(
    'Khi dỡ bỏ, hệ thống trở lại tình trạng mà nhà cung cấp đã ghi nhận, trừ khi còn yêu cầu khác. Sổ đăng ký và danh sách công khai ghi rõ việc dỡ bỏ.',
    'Once it is lifted the system is again what its provider recorded, unless another order stands. The register and the public list say that it was lifted.',
  ),
  liftReason: text('Lý do dỡ bỏ', 'Why it is lifted'),
  endPublic: text('Lý do công khai', 'Public reason'),
  endPublicHint: text(
    'Hiện ở danh sách công khai nếu yêu cầu đã công khai.',
    'Shown on the public list if the order is on it.',
  ),
  revokePage: text('Quyết định hủy bỏ', 'Decision to revoke the order'),
  revokeReason: text('Lý do hủy bỏ', 'Why it is revoked'),
  closePage: text('Kết thúc yêu cầu', 'Close the order'),
  conclusion: text('Kết luận', 'Conclusion'),

  document: text('Yêu cầu của cơ quan có thẩm quyền', 'Order of the competent authority'),
  documentSays: text(
    'Cơ quan nêu tên dưới đây yêu cầu bên nhận thực hiện nội dung sau trong thời hạn đã ghi. Bên nhận có quyền khiếu nại theo quy định của pháp luật.',
    'The authority named below orders the addressee to do what follows within the time it states. The addressee may complain as the law provides.',
  ),
  receipt: text('Xác nhận đã nhận báo cáo thực hiện', 'Receipt of the report on an order'),
  receiptSays: text(
    'Cổng đã nhận báo cáo thực hiện yêu cầu này. Việc nhận không có nghĩa là đã xác minh.',
    'The portal has received this report on the order. Receipt is no verification.',
  ),
  liftDocument: text('Quyết định dỡ bỏ yêu cầu', 'Decision to lift an order'),
  liftSays: text('Yêu cầu nêu dưới đây được dỡ bỏ.', 'The order named below is lifted.'),
  revokeDocument: text('Quyết định hủy bỏ yêu cầu', 'Decision to revoke an order'),
  revokeSays: text('Yêu cầu nêu dưới đây bị hủy bỏ.', 'The order named below is revoked.'),
} as const

export const CLOCK = {
  comply: text('Thực hiện yêu cầu', 'Carry out the order'),
  rework: text('Thực hiện tiếp', 'Carry out what is lacking'),
  verify: text('Xác minh báo cáo', 'Verify the report'),
  verifyWhy: text(
    'Mục tiêu phục vụ của Cổng; luật không đặt thời hạn xác minh.',
    'An aim of this service; the law sets no time for verifying.',
  ),
} as const

export const SAYS: Readonly<Record<Code, Text>> = {
  ...SIGNAL_SAYS,
  'order.unknown': text('Không có yêu cầu nào như vậy được công khai.', 'No such order has been published.'),
  'order.not-competent': text(
    'Đơn vị của bạn không có thẩm quyền yêu cầu theo căn cứ này.',
    'Your unit is not competent to order this on that basis.',
  ),
  'order.system-unknown': text('Không có hệ thống nào mang AI-ID này.', 'No system bears this AI-ID.'),
  'order.system-missing': text('Ghi AI-ID hoặc tên hệ thống.', 'Give the AI-ID or the name of the system.'),
  'order.not-theirs': text(
    'Bên nhận không phải nhà cung cấp và cũng không phải bên triển khai của hệ thống này.',
    'The addressee neither provides nor deploys this system.',
  ),
  'order.provider-first': text(
    'Yêu cầu tạm dừng, thu hồi hoặc chấm dứt được gửi cho nhà cung cấp; mọi bên triển khai nhận cùng lúc.',
    'An order to suspend, recall or end goes to the provider; every deployer receives it with him.',
  ),
  'order.basis-level': text(
    'Căn cứ này dành cho mức rủi ro khác với mức của hệ thống.',
    'That basis is for another level of risk than this system has.',
  ),
  'order.basis-role': text(
    'Căn cứ này dành cho vai trò khác với vai trò của bên nhận.',
    'That basis is for another role than the addressee has.',
  ),
  'order.ground': text(
    'Căn cứ đã chọn không cho phép yêu cầu thông tin vì lý do này.',
    'The basis chosen does not admit asking for information on this ground.',
  ),
  'order.secrets-asked': text(
    'Không được yêu cầu «{words}»: việc giải trình không bao gồm mã nguồn, thuật toán chi tiết, bộ tham số hay bí mật.',
    'You may not ask for “{words}”: explaining never includes source code, detailed algorithms, parameters or secrets.',
  ),
  'order.not-legacy': text(
    'Chỉ áp dụng cho hệ thống đã hoạt động trước ngày 01/03/2026 và trong thời hạn chuyển tiếp.',
    'This is only for systems that ran before 1 March 2026, within their transition period.',
  ),
  'order.term': text('Thời hạn tính bằng giờ dài tối đa 720 giờ.', 'A time in hours is at most 720 hours.'),
  'order.units-missing': text(
    'Ghi tổng số đơn vị và số đơn vị đã thực hiện.',
    'Give the number of units in all and of those taken out of use.',
  ),
  'order.units-beyond': text(
    'Số đã thực hiện không thể lớn hơn tổng số.',
    'More units cannot be done than there are in all.',
  ),
  'order.units-open': text(
    'Còn {left} đơn vị chưa thực hiện. Hãy báo cáo tiến độ, rồi báo cáo đã xong khi thực hiện đủ.',
    'Units still to do: {left}. Report progress now, and completion when all are done.',
  ),
  'order.nobody-to-serve': {
    vi: 'Mọi bên triển khai được ghi nhận đều đã nhận yêu cầu này.',
    en: 'Every deployer on the record has received this order.',
  },
  'order.not-overdue': text('Yêu cầu chưa quá hạn.', 'The order is not overdue.'),
  'order.status-unknown': text('Không có hệ thống nào như vậy trong sổ đăng ký.', 'The register has no such system.'),
}

export const END: Readonly<Record<End, Text>> = {
  lifted: text('Đã dỡ bỏ', 'Lifted'),
  closed: text('Đã kết thúc', 'Closed'),
  revoked: text('Đã hủy bỏ', 'Revoked'),
}
export const STANDING: Readonly<Record<Standing, Text>> = {
  standing: text('Đang có hiệu lực', 'Standing'),
  ended: text('Đã dỡ bỏ, hủy bỏ hoặc kết thúc', 'Lifted, revoked or closed'),
}

/** Words of the room's own pages. */
/** The reason that stands where an order was published and its file was erased. */
export const ERASED: Text = text(
  'Nội dung đã được xóa theo yêu cầu của cá nhân, dấu xóa số {number}.',
  'What was said was erased at the request of a person, tombstone {number}.',
)

export const W = {
  addressees: text('Tình hình thực hiện', 'How far it is carried out'),
  completion: text(
    '{complied} trên {addressees} bên đã báo cáo xong; {acknowledged} bên đã xác nhận nhận.',
    '{complied} of {addressees} addressees report it carried out; {acknowledged} have acknowledged it.',
  ),
  unitsAll: text(
    '{done} trên {all} đơn vị đã thực hiện ({percent} %).',
    '{done} of {all} units are done ({percent}%).',
  ),
  unitsNone: text('Chưa bên nào báo số đơn vị.', 'Nobody has reported units yet.'),
  overdueCount: text('{n} bên quá hạn.', 'Overdue: {n}.'),
  addressee: text('Bên nhận', 'Addressee'),
  number: text('Số', 'Number'),
  standing: text('Tình trạng', 'State'),
  acknowledgedAt: text('Xác nhận nhận', 'Acknowledged'),
  unitsColumn: text('Đơn vị đã thực hiện', 'Units done'),
  overdue: text('Quá hạn', 'Overdue'),
  escalated: text('Đã chuyển cấp', 'Escalated'),
  complained: text('Có khiếu nại', 'Complaint noted'),
  notYet: text('chưa', 'not yet'),
  offPortal: text('Bên triển khai không có tài khoản trên Cổng', 'Deployers that are not on the portal'),
  offPortalText: text(
    'Nhà cung cấp đã khai các bên sau nhưng họ không có tài khoản: cơ quan phải gửi yêu cầu bằng cách khác.',
    'The provider named these, but they have no account here: the authority has to serve the order on them in another way.',
  ),
  underOrder: text('Gửi theo yêu cầu chính', 'Served under the order'),
  onPublicList: text('Xem trên danh sách công khai', 'See it on the public list'),
  issuedUnder: text('Sự cố liên quan', 'Incident'),

  publicTitle: text('Hệ thống bị tạm dừng, thu hồi', 'Suspended and recalled systems'),
  publicLead: text(
    'Các hệ thống mà cơ quan nhà nước đã yêu cầu tạm dừng, thu hồi hoặc chấm dứt, và những yêu cầu đã được dỡ bỏ. Không mục nào bị xóa khỏi danh sách.',
    'Systems that an authority has ordered to be suspended, recalled or ended, and the orders lifted since. Nothing is ever taken off this list.',
  ),
  none: text('Chưa có yêu cầu nào.', 'There are no orders yet.'),
  words: text('Tên hệ thống, nhà cung cấp, AI-ID hoặc số', 'Name of the system or provider, AI-ID or number'),
  kindFilter: text('Loại yêu cầu', 'Kind'),
  standingFilter: text('Hiệu lực', 'Standing or ended'),
  all: text('Tất cả', 'All'),
  levelFilter: text('Mức rủi ro', 'Level of risk'),
  sectorFilter: text('Lĩnh vực', 'Field'),
  system: text('Hệ thống', 'System'),
  order: text('Yêu cầu', 'Order'),
  issued: text('Ban hành', 'Issued'),
  now: text('Hiện nay', 'Now'),
  count: text('{n} yêu cầu', 'Orders: {n}'),
  basis: text('Căn cứ', 'Basis'),
  reason: text('Lý do', 'Reason'),
  issuer: text('Cơ quan ban hành', 'Issued by'),
  provider: text('Nhà cung cấp', 'Provider'),
  ended: text('Kết thúc', 'Ended'),
  endedReason: text('Lý do kết thúc', 'Why it ended'),
  stands: text('Yêu cầu đang có hiệu lực.', 'The order stands.'),
  noReason: text('Không nêu', 'Not stated'),
  systemNow: text('Tình trạng của hệ thống trên sổ đăng ký', 'The system on the register'),
  notRegistered: text('Hệ thống không có trên sổ đăng ký', 'The system is not on the register'),
  badge: text('Nhãn tình trạng', 'Status badge'),
  badgeLead: text(
    'Đặt ảnh này trên trang của bạn: ảnh luôn cho thấy tình trạng hiện tại của hệ thống và dẫn về sổ đăng ký. Bên trong ảnh có bản ký điện tử.',
    'Put this picture on your own page: it always shows how the system stands now and leads to the register. It carries its signed form inside.',
  ),
  badgeSigned: text('Tình trạng đã ký (JWS)', 'Signed status (JWS)'),
  badgeTitle: text(
    'Tình trạng của {name} trên Sổ đăng ký hệ thống trí tuệ nhân tạo',
    'State of {name} on the register of AI systems',
  ),
  badgeAsOf: text('Lúc {time}', 'As of {time}'),
  badgeRegister: text('Sổ đăng ký hệ thống AI', 'Register of AI systems'),
  evaluation: text('Bản dùng thử, không có giá trị pháp lý', 'Evaluation, without legal value'),
  feedTitle: text('Hệ thống bị tạm dừng, thu hồi', 'Suspended and recalled systems'),
  entryStands: text('{kind}. {issuer}. Lý do: {reason}', '{kind}. {issuer}. Reason: {reason}'),
  entryEnded: text(
    '{end} ngày {day}. {kind}. {issuer}. Lý do: {reason}',
    '{end} on {day}. {kind}. {issuer}. Reason: {reason}',
  ),
  data: text('Danh sách này ở dạng dữ liệu', 'This list as data'),
} as const
