import { type Text, text } from '../../base/text.ts'
import { CAMPAIGN_SAYS } from './campaign-words.ts'
import type { Code, VisitKind, VisitOutcome } from './schema.ts'

const of = (kind: VisitKind, check: Text, inspection: Text): Text => (kind === 'check' ? check : inspection)

export const NAME: Readonly<Record<VisitKind, Text>> = {
  check: text('Kiểm tra', 'Check'),
  inspection: text('Thanh tra', 'Inspection'),
}
export const PLURAL: Readonly<Record<VisitKind, Text>> = {
  check: text('Các cuộc kiểm tra', 'Checks'),
  inspection: text('Các cuộc thanh tra', 'Inspections'),
}

export const START = (kind: VisitKind) => ({
  lead: of(
    kind,
    text(
      'Cơ quan được giao quản lý nhà nước về trí tuệ nhân tạo kiểm tra việc tuân thủ pháp luật của một hệ thống (khoản 2 Điều 28 Luật 134/2025/QH15). Mức rủi ro quyết định vì sao được kiểm tra; người soạn không được ký.',
      'A body charged with managing AI for the State checks how one system complies (Law 134/2025/QH15, art. 28(2)). The level of risk decides on which grounds; whoever drafts the decision may not sign it.',
    ),
    text(
      'Cơ quan thanh tra tiến hành thanh tra theo pháp luật về thanh tra (khoản 1 Điều 28 Luật 134/2025/QH15). Thanh tra khác với kiểm tra: thẩm quyền, quyết định và kết luận được giữ riêng.',
      'An inspectorate inspects under the law on inspection (Law 134/2025/QH15, art. 28(1)). An inspection is not a check: competence, decision and conclusion are kept apart.',
    ),
  ),
  button: of(
    kind,
    text('Soạn quyết định kiểm tra', 'Draft a check'),
    text('Soạn quyết định thanh tra', 'Draft an inspection'),
  ),
  find: text('AI-ID của hệ thống, mã số hoặc tên tổ chức', 'AI-ID of the system, code or name of the organisation'),
})

export const STATE = {
  drafted: text('Đang soạn', 'Being drafted'),
  proposed: text('Chờ ký', 'Waiting for a signature'),
  announced: text('Đã công bố', 'Announced'),
  requested: text('Chờ cung cấp hồ sơ', 'Records asked for'),
  received: text('Đã nhận hồ sơ', 'Records received'),
  found: text('Dự thảo phát hiện, chờ giải trình', 'Draft findings, open to explanation'),
  explained: text('Đã giải trình', 'Explained'),
  concluded: text('Đã kết luận', 'Concluded'),
  planning: text('Chờ phương án khắc phục', 'Corrective plan awaited'),
  planned: text('Đã gửi phương án khắc phục', 'Corrective plan sent'),
  remedying: text('Đang khắc phục', 'Being corrected'),
  remedied: text('Đã báo cáo khắc phục', 'Reported as corrected'),
  verified: text('Đã xác minh khắc phục', 'Correction verified'),
  closed: text('Đã kết thúc', 'Closed'),
  dropped: text('Không tiến hành', 'Not carried out'),
} as const

const NONE = text('Không còn việc phải làm.', 'Nothing is left to do.')
const UNSEEN = text('Chưa được công bố cho bạn.', 'Nothing has been announced to you.')

export const NEXT = {
  drafted: {
    party: UNSEEN,
    unit: text('Soạn đủ nội dung rồi trình lãnh đạo ký.', 'Complete the draft and put it before the chief.'),
  },
  proposed: {
    party: UNSEEN,
    unit: text(
      'Lãnh đạo không tham gia soạn ký quyết định hoặc trả lại.',
      'A chief who took no part in drafting signs the decision or gives it back.',
    ),
  },
  announced: {
    party: text(
      'Quyết định đã được công bố. Chuẩn bị hồ sơ; cơ quan sẽ nêu danh mục cần cung cấp.',
      'The decision has been announced. Have your records ready; the authority will list what it wants.',
    ),
    unit: text('Yêu cầu cung cấp hồ sơ, hoặc gửi dự thảo phát hiện.', 'Ask for records, or send draft findings.'),
  },
  requested: {
    party: text(
      'Cung cấp hồ sơ theo danh mục; mỗi lần giao nhận có biên nhận.',
      'Hand over the records listed; each handover is against a receipt.',
    ),
    unit: text(
      'Chờ hồ sơ; hồ sơ nhận trực tiếp thì lập biên bản giao nhận.',
      'Waiting for records; draw up a record of handover for what is received by hand.',
    ),
  },
  received: {
    party: text(
      'Cơ quan đang xem xét. Bạn vẫn có thể giao nốt hồ sơ còn thiếu.',
      'The authority is looking into it. You may still hand over what is missing.',
    ),
    unit: text(
      'Xem xét hồ sơ, yêu cầu thêm hoặc gửi dự thảo phát hiện.',
      'Look into the records, ask for more or send draft findings.',
    ),
  },
  found: {
    party: text(
      'Đọc dự thảo phát hiện và giải trình trong thời hạn nếu muốn.',
      'Read the draft findings and explain in time, if you wish.',
    ),
    unit: text(
      'Chờ giải trình; chỉ kết luận khi đã giải trình hoặc hết thời hạn.',
      'Waiting for an explanation; conclude only after it or when its time is over.',
    ),
  },
  explained: {
    party: text('Cơ quan đang xem xét giải trình của bạn.', 'The authority is considering your explanation.'),
    unit: text(
      'Lãnh đạo ký kết luận, hoặc cán bộ sửa dự thảo phát hiện.',
      'The chief signs the conclusion, or an officer revises the findings.',
    ),
  },
  concluded: {
    party: text(
      'Đã có kết luận. Kết luận được công khai theo quy định.',
      'There is a conclusion. Conclusions are made public as the law provides.',
    ),
    unit: text(
      'Công khai kết luận hoặc nêu lý do không công khai, rồi kết thúc.',
      'Publish the conclusion or say why not, then close.',
    ),
  },
  planning: {
    party: text('Gửi phương án khắc phục trong thời hạn.', 'Send your corrective plan in time.'),
    unit: text('Chờ phương án khắc phục.', 'Waiting for the corrective plan.'),
  },
  planned: {
    party: text('Cơ quan đang xem xét phương án của bạn.', 'The authority is considering your plan.'),
    unit: text('Chấp nhận phương án hoặc yêu cầu làm lại.', 'Accept the plan or ask for another.'),
  },
  remedying: {
    party: text(
      'Khắc phục theo phương án và báo cáo trong thời hạn.',
      'Correct what was found as planned, and report in time.',
    ),
    unit: text('Chờ báo cáo khắc phục.', 'Waiting for the report.'),
  },
  remedied: {
    party: text('Cơ quan đang xác minh báo cáo của bạn.', 'The authority is verifying your report.'),
    unit: text('Xác minh việc khắc phục.', 'Verify the correction.'),
  },
  verified: {
    party: text('Việc khắc phục đã được xác minh.', 'The correction has been verified.'),
    unit: text(
      'Công khai kết luận hoặc nêu lý do không công khai, rồi kết thúc.',
      'Publish the conclusion or say why not, then close.',
    ),
  },
  closed: { party: NONE, unit: NONE },
  dropped: { party: UNSEEN, unit: NONE },
} as const

export const NO_DATE = {
  unserved: text('Thời hạn bắt đầu khi quyết định được công bố.', 'Time limits begin when the decision is announced.'),
  concluded: text(
    'Luật không đặt thời hạn cho việc công khai và kết thúc.',
    'The Law sets no time for publishing and closing.',
  ),
  over: text('Không còn thời hạn nào.', 'No time limit is left.'),
} as const

export const VERB = (kind: VisitKind) => ({
  propose: { ask: text('Trình ký', 'Propose the decision'), past: text('Trình ký', 'Proposed') },
  drop: { ask: text('Không tiến hành', 'Do not carry it out'), past: text('Không tiến hành', 'Not carried out') },
  return: { ask: text('Trả lại để sửa', 'Give it back'), past: text('Trả lại để sửa', 'Given back') },
  announce: {
    ask: text('Ký và công bố quyết định', 'Sign and announce the decision'),
    past: of(
      kind,
      text('Công bố quyết định kiểm tra', 'Check announced'),
      text('Công bố quyết định thanh tra', 'Inspection announced'),
    ),
  },
  request: {
    ask: text('Yêu cầu cung cấp hồ sơ', 'Ask for records'),
    past: text('Yêu cầu cung cấp hồ sơ', 'Records asked for'),
  },
  'request-more': {
    ask: text('Yêu cầu thêm hồ sơ', 'Ask for more records'),
    past: text('Yêu cầu thêm hồ sơ', 'More records asked for'),
  },
  deliver: {
    ask: text('Giao hồ sơ qua Cổng', 'Hand over records here'),
    past: text('Giao hồ sơ qua Cổng', 'Records handed over here'),
  },
  'deliver-more': {
    ask: text('Giao nốt hồ sơ', 'Hand over the rest'),
    past: text('Giao nốt hồ sơ', 'The rest handed over'),
  },
  receive: {
    ask: text('Lập biên bản giao nhận', 'Record a handover'),
    past: text('Lập biên bản giao nhận', 'Handover recorded'),
  },
  find: {
    ask: text('Gửi dự thảo phát hiện', 'Send draft findings'),
    past: text('Gửi dự thảo phát hiện', 'Draft findings sent'),
  },
  explain: { ask: text('Giải trình', 'Explain'), past: text('Giải trình', 'Explained') },
  conclude: { ask: text('Ký kết luận', 'Sign the conclusion'), past: text('Kết luận', 'Concluded') },
  'conclude-plan': {
    ask: text('Ký kết luận, yêu cầu phương án khắc phục', 'Sign the conclusion and ask for a corrective plan'),
    past: text('Kết luận, yêu cầu phương án khắc phục', 'Concluded, corrective plan asked for'),
  },
  plan: {
    ask: text('Gửi phương án khắc phục', 'Send the corrective plan'),
    past: text('Gửi phương án khắc phục', 'Corrective plan sent'),
  },
  'plan-back': {
    ask: text('Yêu cầu làm lại phương án', 'Ask for another plan'),
    past: text('Yêu cầu làm lại phương án', 'Another plan asked for'),
  },
  accept: { ask: text('Chấp nhận phương án', 'Accept the plan'), past: text('Chấp nhận phương án', 'Plan accepted') },
  remedy: {
    ask: text('Báo cáo đã khắc phục', 'Report the correction'),
    past: text('Báo cáo đã khắc phục', 'Correction reported'),
  },
  'remedy-back': {
    ask: text('Yêu cầu khắc phục tiếp', 'Send it back'),
    past: text('Chưa khắc phục đủ, yêu cầu làm tiếp', 'Not corrected in full, sent back'),
  },
  verify: {
    ask: text('Xác minh đã khắc phục', 'Verify the correction'),
    past: text('Xác minh đã khắc phục', 'Correction verified'),
  },
  publish: {
    ask: text('Công khai kết luận', 'Publish the conclusion'),
    past: text('Công khai kết luận', 'Conclusion published'),
  },
  withhold: {
    ask: text('Không công khai kết luận', 'Withhold the conclusion'),
    past: text('Nêu lý do không công khai', 'Withheld, with the reason'),
  },
  close: { ask: text('Kết thúc hồ sơ', 'Close the file'), past: text('Kết thúc', 'Closed') },
})

export const OUTCOME: Readonly<Record<VisitOutcome, Text>> = {
  none: text('Không phát hiện vi phạm', 'No violation found'),
  order: text('Cần một yêu cầu của cơ quan có thẩm quyền', 'An order is called for'),
  violation: text('Có dấu hiệu vi phạm, chuyển xử lý', 'Signs of a violation, passed on'),
}

export const FIELDS = {
  planPage: text('Hệ thống và căn cứ', 'The system and the ground'),
  aiId: text('AI-ID', 'AI-ID'),
  systemName: text('Tên hệ thống', 'Name of the system'),
  ground: text('Vì sao tiến hành', 'On which ground'),
  groundHint: text(
    'Rủi ro cao: định kỳ hoặc khi có dấu hiệu vi phạm. Rủi ro trung bình: báo cáo, chọn mẫu, đánh giá độc lập. Rủi ro thấp: chỉ khi có sự cố, phản ánh hoặc cần bảo đảm an toàn.',
    'High risk: periodically or on signs of violation. Medium: reports, samples, independent evaluation. Low: only on an incident, feedback or a need of safety.',
  ),
  reason: text('Lý do', 'Reason'),
  reasonHint: text('Nêu sự việc, không nêu tên người phản ánh.', 'State the facts; never name whoever complained.'),
  contentPage: text('Nội dung quyết định', 'What is decided'),
  legal: text('Căn cứ pháp lý khác', 'Other legal bases'),
  legalHint: text('Ngoài Điều 10 và Điều 28 của Luật.', 'Besides art. 10 and 28 of the Law.'),
  scope: text('Phạm vi, nội dung', 'Scope and content'),
  members: text('Thành viên', 'Members'),
  membersHint: text('Mỗi người một dòng; trưởng đoàn ở dòng đầu.', 'One a line; who leads comes first.'),
  place: text('Nơi tiến hành', 'Place'),
  begins: text('Ngày bắt đầu', 'First day'),
  period: text('Thời gian tiến hành, ngày làm việc', 'Length in working days'),
  necessity: text('Vì sao cần thiết và tương xứng', 'Why it is necessary and proportionate'),

  returnPage: text('Trả lại bản soạn', 'Give the draft back'),
  returnReason: text('Cần sửa điều gì', 'What has to change'),

  requestPage: text('Hồ sơ cần cung cấp', 'Records wanted'),
  requestLead: text(
    'Bên được kiểm tra, thanh tra phải cung cấp hồ sơ kỹ thuật, nhật ký lưu vết, dữ liệu huấn luyện và thông tin cần thiết khác để xác định nguyên nhân, trách nhiệm (khoản 3 Điều 28); chỉ yêu cầu điều cần thiết, tương xứng (khoản 2 Điều 31).',
    'Whoever is checked or inspected owes the technical file, audit logs, training data and other information needed to find causes and responsibility (art. 28(3)); ask only for what is necessary and proportionate (art. 31(2)).',
  ),
  records: text('Danh mục, mỗi thứ một dòng', 'The list, one thing a line'),
  recordsHint: text(
    'Ví dụ: Nhật ký lưu vết từ 01/09 đến 30/09/2026. Trong kiểm tra không được đòi mã nguồn, thuật toán chi tiết, bộ tham số.',
    'Such as: audit log of September 2026. A check may not ask for source code, detailed algorithms or parameters.',
  ),
  recordsWhy: text('Vì sao cần từng thứ', 'Why each is needed'),
  recordsDays: text('Thời hạn, ngày làm việc', 'Time limit in working days'),

  deliverPage: text('Hồ sơ giao lần này', 'What you hand over'),
  deliverLead: text(
    'Ghi số thứ tự trong danh mục và đính kèm tệp. Cổng cấp ngay biên nhận có số; cơ quan phải giữ bí mật hồ sơ nhận được (Điều 31).',
    'Give the numbers of the list and attach the files. You get a numbered receipt at once; the authority has to keep what it receives confidential (art. 31).',
  ),
  items: text('Số thứ tự, cách nhau bằng dấu phẩy', 'Numbers of the list, with commas between'),
  itemsFormat: text('Các số cách nhau bằng dấu phẩy, ví dụ 1, 3.', 'Numbers with commas between, such as 1, 3.'),
  note: text('Ghi chú', 'A note'),
  receivePage: text('Biên bản giao nhận', 'Record of handover'),
  received: text('Hồ sơ đã nhận trực tiếp và tình trạng', 'What was received by hand, and in which condition'),
  giver: text('Người giao', 'Who handed it over'),

  findPage: text('Dự thảo phát hiện', 'Draft findings'),
  findings: text('Phát hiện, mỗi điều kèm chứng cứ', 'Findings, each with its evidence'),
  explainDays: text('Thời hạn giải trình, ngày làm việc', 'Time to explain, in working days'),
  explainPage: text('Giải trình', 'Explanation'),
  explanation: text('Ý kiến của bạn về từng phát hiện', 'What you say to each finding'),

  concludePage: text('Kết luận', 'Conclusion'),
  conclusion: text('Nội dung kết luận', 'The conclusion'),
  answered: text('Tiếp thu, giải trình ý kiến của bên được kiểm tra, thanh tra', 'What became of the explanation'),
  outcomes: text('Dẫn đến', 'It comes to'),
  planDays: text(
    'Thời hạn gửi phương án khắc phục, ngày làm việc',
    'Time to send the corrective plan, in working days',
  ),

  planFormPage: text('Phương án khắc phục', 'Corrective plan'),
  measures: text('Biện pháp cho từng kết luận', 'A measure for each conclusion'),
  remedyDays: text('Số ngày cần để khắc phục xong', 'Days needed to correct everything'),
  backPage: text('Yêu cầu làm lại', 'Ask for another'),
  lacking: text('Còn thiếu điều gì', 'What is lacking'),
  againDays: text('Thời hạn mới, ngày làm việc', 'New time limit in working days'),
  acceptPage: text('Chấp nhận phương án', 'Accept the plan'),
  acceptWhy: text('Nhận xét', 'Remarks'),
  remedyPage: text('Báo cáo khắc phục', 'Report on the correction'),
  remedyText: text('Đã khắc phục những gì, chứng cứ', 'What was corrected, with evidence'),
  verifyPage: text('Xác minh', 'Verification'),
  verifyText: text('Đã xác minh thế nào', 'How it was verified'),

  publishPage: text('Công khai kết luận', 'Publish the conclusion'),
  publishLead: text(
    'Kết luận thanh tra, kiểm tra phải được công khai theo quy định (khoản 4 Điều 28). Viết bản ai cũng đọc được: không bí mật nhà nước, bí mật kinh doanh, dữ liệu cá nhân (khoản 3 Điều 8).',
    'Conclusions have to be made public as the law provides (art. 28(4)). Write what anyone may read: no state or business secrets, no personal data (art. 8(3)).',
  ),
  publicSummary: text('Kết luận công khai', 'The conclusion for the public'),
  nameSystem: text('Nêu tên hệ thống và tổ chức', 'Name the system and the organisation'),
  yes: text('Có', 'Yes'),
  no: text('Không', 'No'),
  withholdPage: text('Không công khai', 'Withhold the conclusion'),
  withholdGround: text('Vì sao không công khai', 'Why it is withheld'),
  stateSecret: text('Bí mật nhà nước', 'State secrets'),
  businessSecret: text('Bí mật kinh doanh, không tách ra được', 'Business secrets that cannot be left out'),
  personal: text('Dữ liệu cá nhân, không tách ra được', 'Personal data that cannot be left out'),
  otherLaw: text('Pháp luật quy định khác', 'Another law says so'),
  withholdWhy: text('Giải thích', 'Explanation'),
  closePage: text('Kết thúc hồ sơ', 'Close the file'),
  closing: text('Ghi chú kết thúc', 'Closing remarks'),
} as const

export const DOCUMENT = (kind: VisitKind) => ({
  decision: of(
    kind,
    text('Quyết định kiểm tra', 'Decision to check'),
    text('Quyết định thanh tra', 'Decision to inspect'),
  ),
  decisionSays: of(
    kind,
    text(
      'Cơ quan nêu tên dưới đây kiểm tra việc tuân thủ pháp luật về trí tuệ nhân tạo theo nội dung sau. Bên được kiểm tra có quyền giải trình, khiếu nại theo quy định của pháp luật.',
      'The authority named below checks compliance with the law on AI as follows. Whoever is checked may explain and complain as the law provides.',
    ),
    text(
      'Cơ quan nêu tên dưới đây tiến hành thanh tra theo nội dung sau. Đối tượng thanh tra có quyền giải trình, khiếu nại theo quy định của pháp luật.',
      'The authority named below inspects as follows. Whoever is inspected may explain and complain as the law provides.',
    ),
  ),
  receipt: of(
    kind,
    text('Biên nhận hồ sơ (kiểm tra)', 'Receipt of records (check)'),
    text('Biên nhận hồ sơ (thanh tra)', 'Receipt of records (inspection)'),
  ),
  receiptSays: text(
    'Cổng đã nhận các hồ sơ sau kèm tệp đã giao. Việc nhận không có nghĩa là đã xem xét.',
    'The portal has received the following records with the files handed over. Receipt is no judgement.',
  ),
  handover: of(
    kind,
    text('Biên bản giao nhận hồ sơ (kiểm tra)', 'Record of handover (check)'),
    text('Biên bản giao nhận hồ sơ (thanh tra)', 'Record of handover (inspection)'),
  ),
  handoverSays: text('Cơ quan đã nhận trực tiếp các hồ sơ sau.', 'The authority has received the following by hand.'),
  conclusion: of(
    kind,
    text('Kết luận kiểm tra', 'Conclusion of a check'),
    text('Kết luận thanh tra', 'Conclusion of an inspection'),
  ),
  conclusionSays: text(
    'Kết luận này được lập sau khi bên liên quan đã có dịp giải trình.',
    'This conclusion was drawn after the party had the chance to explain.',
  ),
})

export const CLOCK = {
  period: text('Thời gian tiến hành', 'Length of the check or inspection'),
  periodWhy: text('Theo quyết định đã ký.', 'By the decision as signed.'),
  records: text('Cung cấp hồ sơ', 'Hand over the records'),
  explain: text('Giải trình', 'Explain the findings'),
  explainWhy: text(
    'Luật không đặt thời hạn giải trình; cơ quan ấn định trong dự thảo phát hiện (độ tin cậy D).',
    'The Law sets no time to explain; the authority sets it with the draft findings (confidence D).',
  ),
  plan: text('Gửi phương án khắc phục', 'Send the corrective plan'),
  remedy: text('Khắc phục', 'Correct what was found'),
  consider: text('Xem xét phương án', 'Consider the plan'),
  verify: text('Xác minh khắc phục', 'Verify the correction'),
  conclude: text('Ra kết luận sau giải trình', 'Conclude after the explanation'),
  aim: text('Mục tiêu phục vụ của Cổng; luật không đặt thời hạn.', 'An aim of the service; the Law sets no time.'),
} as const

export const SAYS: Readonly<Record<Code, Text>> = {
  ...CAMPAIGN_SAYS,
  'check.not-competent': text(
    'Đơn vị của bạn không có thẩm quyền tiến hành việc này với căn cứ đã chọn.',
    'Your unit is not competent for this on the ground chosen.',
  ),
  'check.system-unknown': text('Không có hệ thống nào mang AI-ID này.', 'No system bears this AI-ID.'),
  'check.not-theirs': text(
    'Bên được chọn không phải nhà cung cấp và cũng không phải bên triển khai của hệ thống này.',
    'The party neither provides nor deploys this system.',
  ),
  'check.ground-level': text(
    'Mức rủi ro của hệ thống không cho phép kiểm tra vì lý do này.',
    'The level of the system does not admit this ground.',
  ),
  'check.secrets-asked': text(
    'Trong kiểm tra không được yêu cầu «{words}»: mã nguồn, thuật toán chi tiết, bộ tham số và bí mật không phải giao nộp.',
    'A check may not ask for “{words}”: source code, detailed algorithms, parameters and secrets are not owed.',
  ),
  'check.records-none': text('Ghi ít nhất một thứ cần cung cấp.', 'List at least one thing you want.'),
  'check.records-many': text('Danh mục dài tối đa 40 dòng.', 'The list may have at most 40 lines.'),
  'check.record-unknown': text(
    'Số {n} không có trong danh mục hoặc đã được giao.',
    'Number {n} is not on the list, or was handed over.',
  ),
  'check.files-missing': text('Đính kèm ít nhất một tệp.', 'Attach at least one file.'),
  'check.explain-first': text(
    'Chưa được kết luận: bên liên quan còn thời hạn giải trình đến {day}.',
    'Not yet: the party may explain until {day}.',
  ),
  'check.outcome-alone': text(
    '«Không phát hiện vi phạm» không đi cùng kết quả khác.',
    '“No violation found” stands beside nothing else.',
  ),
  'check.unpublished': text(
    'Trước khi kết thúc phải công khai kết luận, hoặc nêu lý do không công khai.',
    'Before closing, publish the conclusion or say why it is withheld.',
  ),
  'check.plan-days': text('Ghi thời hạn gửi phương án khắc phục.', 'Give the time to send the corrective plan.'),
}

/** Words of the room's own pages. */
export const W = {
  records: text('Hồ sơ yêu cầu và biên nhận', 'Records asked for, and receipts'),
  recordN: text('Số', 'No.'),
  recordWhat: text('Hồ sơ', 'Record'),
  recordAsked: text('Yêu cầu', 'Asked for'),
  recordGiven: text('Biên nhận', 'Receipt'),
  recordOpen: text('chưa giao', 'not handed over'),
  signals: text('Dấu hiệu về hệ thống này', 'Signals about this system'),
  campaignOf: text('Thuộc đợt kiểm tra', 'Of the campaign'),
  startOrder: text('Soạn yêu cầu từ kết luận này', 'Draft an order from this conclusion'),
  startViolation: text('Mở hồ sơ vi phạm từ kết luận này', 'Open a violation case from this conclusion'),
  published: text('Xem kết luận công khai', 'See the published conclusion'),
  access: text('Ai của cơ quan nhà nước đã đọc hồ sơ của bạn', 'Who of the State has read your files'),
  record: text('Bản ghi trên Sổ đăng ký', 'Record in the register'),
  conclusions: text('Kết luận thanh tra, kiểm tra', 'Conclusions of checks and inspections'),
  conclusionsLead: text(
    'Kết luận đã được công khai theo khoản 4 Điều 28 Luật 134/2025/QH15. Thanh tra và kiểm tra được ghi riêng.',
    'Conclusions made public under art. 28(4) of Law 134/2025/QH15. Inspections and checks are told apart.',
  ),
  conclusionsNone: text('Chưa có kết luận nào được công khai.', 'No conclusion has been published yet.'),
  unnamed: text('Không nêu tên', 'Not named'),
  plan: text('Kế hoạch kiểm tra định kỳ', 'Plan of periodic checks'),
  planLead: text(
    'Hệ thống rủi ro cao được kiểm tra định kỳ (điểm a khoản 5 Điều 10). Luật không đặt chu kỳ: Cổng tính {months} tháng kể từ lần kiểm tra trước hoặc ngày ghi nhận. Hệ thống rủi ro trung bình và thấp không bao giờ có trong kế hoạch này.',
    'High-risk systems are checked periodically (art. 10(5)(a)). The Law sets no interval: the portal counts {months} months from the last check or the day of record. Systems of medium and low risk never stand in this plan.',
  ),
  planNone: text('Không có hệ thống nào đến hạn.', 'No system is due.'),
  system: text('Hệ thống', 'System'),
  last: text('Lần trước', 'Last'),
  never: text('chưa lần nào', 'never'),
  due: text('Đến hạn', 'Due'),
  overdue: text('quá hạn', 'overdue'),
  open: text('Soạn quyết định kiểm tra', 'Draft a check'),
  more: text('Xem tiếp', 'Show more'),
  result: text('Kết quả', 'Result'),
  publishedOn: text('Công khai', 'Published'),
  samples: text('Mẫu kiểm tra rút ngẫu nhiên', 'Samples drawn at random'),
  allSignals: text('Dấu hiệu cần xem xét', 'Signals to look at'),
  campaigns: text('Các đợt kiểm tra', 'Campaigns'),
  checkStart: text('Các cuộc kiểm tra', 'Checks'),
} as const
