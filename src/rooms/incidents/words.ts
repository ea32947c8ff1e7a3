import { type Lang, type Text, text } from '../../base/text.ts'
import type { Code, OwnMeasure, Reason, ShownAs } from './schema.ts'

export const STATE = {
  begun: text('Đang ghi nhận', 'Being recorded'),
  recorded: text('Đã ghi nhận', 'Recorded'),
  confirmed: text('Đã xác nhận', 'Confirmed'),
  reported: text('Đã báo cáo', 'Reported'),
  verifying: text('Đang xác minh', 'Being verified'),
  guided: text('Đã hướng dẫn xử lý', 'Guidance given'),
  measures: text('Đã yêu cầu biện pháp', 'Measures required'),
  remedied: text('Đã báo cáo khắc phục', 'Remedy reported'),
  closed: text('Đã đóng hồ sơ', 'Closed'),
  'not-serious': text('Không phải sự cố nghiêm trọng', 'Not a serious incident'),
  dropped: text('Không báo cáo', 'Not reported'),
} as const

const NONE = text('Không còn việc phải làm.', 'Nothing is left to do.')
const SUMMARY = text('Có thể công bố, sửa hoặc gỡ bản tóm tắt.', 'A summary may be published, reworded or withdrawn.')
const UNSEEN = text('Bên ghi nhận chưa gửi báo cáo.', 'The party has not sent a report yet.')

export const NEXT = {
  begun: {
    party: text('Bạn ghi nhận sự cố; chưa ai khác nhìn thấy.', 'You record the incident; nobody else sees it yet.'),
    unit: UNSEEN,
  },
  recorded: {
    party: text(
      'Xác nhận sự cố ngay khi có đủ thông tin ban đầu rằng nó đã xảy ra và nhiều khả năng do lỗi của hệ thống. Thời hạn báo cáo tính từ lúc đó.',
      'Confirm it as soon as the first information shows that it happened and was probably caused by the system. The time limit runs from that moment.',
    ),
    unit: UNSEEN,
  },
  confirmed: {
    party: text(
      'Gửi báo cáo sơ bộ trong thời hạn; không cần đợi điều tra xong. Báo cáo không phải là thừa nhận lỗi.',
      'Send the preliminary report in time; the inquiry need not be over. Reporting admits no fault.',
    ),
    unit: UNSEEN,
  },
  reported: {
    party: text(
      'Cơ quan tiếp nhận sẽ xác minh. Tiếp tục khắc phục và gửi báo cáo kết quả trong 15 ngày.',
      'The authority will verify it. Go on mending, and report the remedy within 15 days.',
    ),
    unit: text('Cán bộ nhận xử lý và xác minh.', 'An officer takes the file and verifies it.'),
  },
  verifying: {
    party: text(
      'Cơ quan đang xác minh và có thể hỏi thêm bạn. Báo cáo kết quả khắc phục vẫn phải gửi đúng hạn.',
      'The authority is verifying and may ask you for more. The report on the remedy is due all the same.',
    ),
    unit: text(
      'Xác minh, hướng dẫn xử lý, hoặc yêu cầu biện pháp khi cần thiết.',
      'Verify, give guidance, or require measures where they are needed.',
    ),
  },
  guided: {
    party: text('Làm theo hướng dẫn và gửi báo cáo kết quả khắc phục.', 'Follow the guidance and report the remedy.'),
    unit: text('Theo dõi việc khắc phục.', 'Follow the remedy.'),
  },
  measures: {
    party: text(
      'Thực hiện biện pháp được yêu cầu và gửi báo cáo kết quả khắc phục.',
      'Carry out the measure and report the remedy.',
    ),
    unit: text('Theo dõi việc thực hiện biện pháp.', 'Follow how the measure is carried out.'),
  },
  remedied: {
    party: text('Cơ quan xem báo cáo kết quả khắc phục.', 'The authority looks at the report on the remedy.'),
    unit: text(
      'Xem báo cáo khắc phục, rồi đóng hồ sơ hoặc yêu cầu biện pháp khác.',
      'Look at the remedy; close the file or require another measure.',
    ),
  },
  closed: { party: NONE, unit: SUMMARY },
  'not-serious': { party: NONE, unit: SUMMARY },
  dropped: { party: NONE, unit: NONE },
} as const

export const NO_DATE = {
  unsent: text(
    'Chưa có thời hạn nào: thời hạn báo cáo sơ bộ tính từ lúc xác nhận sự cố.',
    'No time limit runs yet: the one for the preliminary report starts when the incident is confirmed.',
  ),
  remedied: text(
    'Luật không đặt thời hạn cho việc xem báo cáo khắc phục.',
    'The law sets no time for looking at the report on the remedy.',
  ),
  over: text('Không còn thời hạn nào.', 'No time limit is left.'),
} as const

export const VERB = {
  record: { ask: text('Ghi nhận sự cố', 'Record the incident'), past: text('Đã ghi nhận sự cố', 'Incident recorded') },
  confirm: {
    ask: text('Xác nhận sự cố', 'Confirm the incident'),
    past: text('Đã xác nhận sự cố', 'Incident confirmed'),
  },
  report: {
    ask: text('Gửi báo cáo sơ bộ', 'Send the preliminary report'),
    past: text('Đã gửi báo cáo sơ bộ', 'Preliminary report sent'),
  },
  measure: {
    ask: text('Ghi biện pháp tự thực hiện', 'Record a measure you took'),
    past: text('Đã ghi biện pháp tự thực hiện', 'Own measure recorded'),
  },
  drop: {
    ask: text('Kết thúc vì không nghiêm trọng', 'End it: not serious'),
    past: text('Bên ghi nhận kết thúc, không báo cáo', 'Ended by the party without a report'),
  },
  guide: {
    ask: text('Hướng dẫn xử lý sự cố', 'Give guidance'),
    past: text('Cơ quan đã hướng dẫn xử lý', 'The authority gave guidance'),
  },
  'require-measures': {
    ask: text('Yêu cầu biện pháp', 'Require a measure'),
    past: text('Cơ quan đã yêu cầu biện pháp', 'The authority required a measure'),
  },
  'final-report': {
    ask: text('Gửi báo cáo kết quả khắc phục', 'Report the remedy'),
    past: text('Đã gửi báo cáo kết quả khắc phục', 'Remedy reported'),
  },
  close: { ask: text('Đóng hồ sơ', 'Close the file'), past: text('Hồ sơ đã đóng', 'File closed') },
  'not-serious': {
    ask: text('Kết luận không phải sự cố nghiêm trọng', 'Find it not to be serious'),
    past: text('Cơ quan kết luận không phải sự cố nghiêm trọng', 'Found not to be serious'),
  },
  publish: {
    ask: text('Công bố bản tóm tắt', 'Publish a summary'),
    past: text('Đã công bố bản tóm tắt', 'Summary published'),
  },
  reply: {
    ask: text('Gửi phản hồi công khai', 'Reply in public'),
    past: text('Đã phản hồi công khai', 'Replied in public'),
  },
  'withdraw-publication': {
    ask: text('Gỡ bản tóm tắt đã công bố', 'Withdraw the published summary'),
    past: text('Đã gỡ bản tóm tắt đã công bố', 'Published summary withdrawn'),
  },
  'cyber-noticed': {
    ask: text('Ghi đã thông báo sự cố an ninh mạng', 'Note that the cyber incident was notified'),
    past: text('Đã thông báo theo pháp luật an ninh mạng', 'Notified under the cybersecurity law'),
  },
  'cyber-reported': {
    ask: text('Ghi đã báo cáo sự cố an ninh mạng', 'Note that the cyber incident was reported'),
    past: text('Đã báo cáo theo pháp luật an ninh mạng', 'Reported under the cybersecurity law'),
  },
  'personal-data-noticed': {
    ask: text('Ghi đã thông báo vi phạm dữ liệu cá nhân', 'Note that the data breach was notified'),
    past: text('Đã thông báo theo pháp luật bảo vệ dữ liệu cá nhân', 'Notified under the personal-data law'),
  },
} as const

export const FIELDS = {
  start: {
    lead: text(
      'Dành cho nhà cung cấp và bên triển khai khi hệ thống trí tuệ nhân tạo gây ra, hoặc suýt gây ra, hậu quả nghiêm trọng. Báo cáo sơ bộ phải gửi trong 72 giờ hoặc 5 ngày làm việc kể từ khi xác nhận sự cố. Gửi báo cáo không bị coi là thừa nhận lỗi.',
      'For providers and deployers when an AI system did, or nearly did, serious harm. The preliminary report is due within 72 hours or 5 working days of the moment the incident is confirmed. Reporting is no admission of fault.',
    ),
    needs: [
      text('Tên hệ thống, AI-ID nếu có', 'The name of the system, and its AI-ID if it has one'),
      text('Thời điểm, địa điểm và mô tả ngắn về sự cố', 'When and where it happened, in a few words'),
      text('Hậu quả và các biện pháp đã thực hiện', 'What it did, and what you did about it'),
      text(
        'Ghi nhận mất khoảng 5 phút, báo cáo khoảng 10 phút; có thể dừng và làm tiếp',
        'Recording takes about 5 minutes, reporting about 10; you may stop and come back',
      ),
    ],
    button: text('Ghi nhận sự cố', 'Record an incident'),
  },
  rolePage: text('Bạn và hệ thống', 'You and the system'),
  role: text('Với hệ thống này, bạn là', 'For this system you are'),
  provider: text('Nhà cung cấp', 'The provider'),
  deployer: text('Bên triển khai', 'The deployer'),
  tellProvider: text('Báo cho nhà cung cấp qua Cổng khi gửi báo cáo?', 'Tell the provider through the portal?'),
  tellProviderHint: text(
    'Bên triển khai phải thông báo cho nhà cung cấp. Nếu hệ thống có AI-ID, Cổng gửi thư báo giúp bạn khi báo cáo được gửi; thư không nêu nội dung báo cáo.',
    'A deployer must tell the provider. Where the system has an AI-ID, the portal writes for you when the report is sent; the mail holds nothing of the report.',
  ),
  yes: text('Có', 'Yes'),
  no: text('Không', 'No'),
  systemPage: text('Hệ thống trí tuệ nhân tạo', 'The AI system'),
  aiId: text('Mã định danh hệ thống (AI-ID)', 'AI-ID'),
  aiIdHint: text(
    'Ví dụ VN-7K3M-9QDX-4R. Để trống nếu không có.',
    'Such as VN-7K3M-9QDX-4R. Leave empty if there is none.',
  ),
  systemName: text('Tên hệ thống', 'Name of the system'),
  systemNameHint: text('Có thể để trống nếu đã ghi AI-ID.', 'May stay empty if you gave the AI-ID.'),
  counterpart: text('Nhà cung cấp hoặc bên triển khai còn lại', 'The other side: its provider or its deployer'),
  level: text('Mức độ rủi ro', 'Risk level'),
  unknownLevel: text('Chưa biết', 'Not known'),
  sector: text('Lĩnh vực sử dụng', 'Field of use'),
  sectorHint: text(
    'Dùng để thống kê. Nếu hệ thống có AI-ID, Cổng lấy từ Sổ đăng ký.',
    'Used for statistics. For a system with an AI-ID the register knows it.',
  ),
  eventPage: text('Sự cố', 'The incident'),
  nearMiss: text('Hậu quả đã xảy ra chưa?', 'Did the harm happen?'),
  happened: text('Đã xảy ra', 'It happened'),
  nearly: text('Chưa xảy ra nhưng có nguy cơ gây ra', 'It did not, but it nearly did'),
  detectedAt: text('Thời điểm phát hiện sự cố', 'When it was detected'),
  place: text('Địa điểm xảy ra sự cố', 'Where it happened'),
  description: text('Mô tả ngắn gọn sự cố', 'What happened, in short'),
  descriptionHint: text(
    'Không ghi tên người, mã nguồn, tham số hay dữ liệu huấn luyện.',
    'Write no names of people, no source code, parameters or training data.',
  ),
  consequencesPage: text('Hậu quả', 'What it did'),
  consequences: text('Loại hậu quả đã xảy ra hoặc suýt xảy ra', 'What was harmed, or nearly was'),
  consequencesHint: text(
    'Chọn mọi loại phù hợp. Nếu có nhiều loại, thời hạn ngắn nhất được áp dụng.',
    'Choose all that apply. Where there are several, the shortest time limit counts.',
  ),
  uncontrollable: text('Sự cố có kiểm soát được không?', 'Is it under control?'),
  uncontrollableHint: text(
    'Xâm phạm quyền mà không thể kiểm soát được phải báo cáo trong 72 giờ.',
    'An infringement of rights that nobody can stop must be reported within 72 hours.',
  ),
  controlled: text('Kiểm soát được', 'Under control'),
  uncontrolled: text('Không thể kiểm soát', 'Out of control'),
  affected: text('Ước tính số người hoặc tổ chức bị ảnh hưởng', 'People or organisations affected, estimated'),
  statePage: text('Vận hành và biện pháp', 'Operation and measures'),
  operating: text('Trạng thái vận hành của hệ thống', 'The system is now'),
  operatingHint: text('Tại thời điểm báo cáo.', 'At the time of reporting.'),
  running: text('Đang hoạt động', 'Running'),
  limited: text('Hoạt động hạn chế', 'Running with limits'),
  stopped: text('Đã tạm dừng', 'Suspended'),
  measures: text('Biện pháp bạn đã tự thực hiện ngay', 'Measures you took at once'),
  measuresHint: text(
    'Không phải chờ cơ quan nào. Nếu bạn là nhà cung cấp của hệ thống có AI-ID, việc tạm dừng hoặc thu hồi hiện ngay trên Sổ đăng ký.',
    'You need not wait for anybody. If you are the provider of a system with an AI-ID, a suspension or recall shows on the register at once.',
  ),
  noMeasure: text('Chưa có biện pháp', 'None yet'),
  alsoPage: text('Nghĩa vụ báo cáo khác', 'Other duties to report'),
  alsoLead: text(
    'Luật khác có thể cũng yêu cầu báo cáo. Cổng nhắc thời hạn và cho xuất báo cáo này để bạn không phải viết lại; việc gửi thực hiện theo luật đó.',
    'Other laws may ask for a report too. The portal shows their time limits and lets you take this report along; it is sent as those laws say.',
  ),
  also: text('Sự cố có điều nào sau đây không?', 'Is any of this so?'),
  crime: text('Có dấu hiệu vi phạm pháp luật hình sự', 'There are signs of a crime'),
  crimeHint: text(
    'Báo cáo được chuyển đến đơn vị của Bộ Công an chủ trì; Bộ Khoa học và Công nghệ vẫn theo dõi.',
    'The unit of the Ministry of Public Security leads then; the Ministry of Science and Technology keeps a view.',
  ),
  confirmPage: text('Xác nhận sự cố', 'Confirm the incident'),
  confirmLead: text(
    'Xác nhận khi đã đủ thông tin ban đầu rằng sự cố đã xảy ra và nhiều khả năng do lỗi của hệ thống; không đợi điều tra xong.',
    'Confirm once the first information shows that it happened and was probably caused by a fault of the system; do not wait for the inquiry to end.',
  ),
  confirmedAt: text('Thời điểm xác nhận sự cố', 'When it was confirmed'),
  confirmedAtHint: text('Thời hạn báo cáo sơ bộ tính từ thời điểm này.', 'The time limit runs from this moment.'),
  causalLinkAt: text(
    'Thời điểm xác nhận mối liên hệ nhân quả với hệ thống',
    'When the causal link with the system was confirmed',
  ),
  causalLinkAtHint: text(
    'Mục riêng của mẫu báo cáo; để trống nếu chưa xác nhận được.',
    'A line of its own on the form; leave empty if it has not been confirmed.',
  ),
  reporterPage: text('Người báo cáo', 'Who reports'),
  contactPage: text('Thông tin liên hệ', 'How to reach you'),
  reporter: text('Báo cáo với tư cách', 'You report as'),
  organisation: text('Tổ chức, doanh nghiệp (mẫu AI01a)', 'An organisation (form AI01a)'),
  individual: text('Cá nhân (mẫu AI01b)', 'An individual (form AI01b)'),
  reporterName: text('Tên tổ chức, doanh nghiệp hoặc họ và tên', 'Name of the organisation, or full name'),
  reporterAddress: text('Địa chỉ', 'Address'),
  reporterContact: text('Thông tin liên hệ', 'Contact'),
  citizenId: text('Số CCCD', 'Citizen ID number'),
  citizenIdFormat: text('Gồm 12 chữ số.', 'Twelve digits.'),
  phone: text('Điện thoại', 'Telephone'),
  email: text('Email', 'Email'),
  emailFormat: text('Ví dụ ten@donvi.vn.', 'Such as name@example.vn.'),
  causePage: text('Nguyên nhân và biện pháp', 'Cause and measures'),
  causeView: text('Đánh giá sơ bộ về nguyên nhân', 'First view of the cause'),
  technicalMeasures: text('Biện pháp kỹ thuật đã thực hiện', 'Technical measures taken'),
  organisationalMeasures: text('Biện pháp tổ chức, quản trị đã thực hiện', 'Organisational measures taken'),
  damagePage: text('Thiệt hại và kiến nghị', 'Damage and proposals'),
  damage: text('Đánh giá sơ bộ thiệt hại và phạm vi ảnh hưởng', 'First estimate of the damage and its reach'),
  proposals: text('Kiến nghị, đề xuất', 'Proposals'),
  signPage: text('Ký báo cáo', 'Signature'),
  signer: text('Họ và tên người ký', 'Name of the signer'),
  signerTitle: text('Chức vụ', 'Position'),
  measurePage: text('Biện pháp tự thực hiện', 'A measure you took'),
  ownMeasure: text('Biện pháp', 'Measure'),
  measureText: text('Đã làm gì', 'What was done'),
  dropPage: text('Kết thúc mà không báo cáo', 'End without a report'),
  dropLead: text(
    'Chỉ dùng khi sự việc không phải sự cố nghiêm trọng. Có nguy cơ gây hậu quả nghiêm trọng cũng phải báo cáo.',
    'Only where it was no serious incident. What merely risked serious harm must be reported as well.',
  ),
  dropReason: text('Lý do', 'Reasons'),
  guidePage: text('Hướng dẫn xử lý', 'Guidance'),
  guidance: text('Nội dung hướng dẫn', 'What to do'),
  requirePage: text('Yêu cầu biện pháp', 'Require a measure'),
  requireLead: text(
    'Chỉ yêu cầu khi cần thiết và tương xứng với sự cố.',
    'Only where it is needed, and in proportion to the incident.',
  ),
  requiredMeasure: text('Biện pháp được yêu cầu', 'Measure required'),
  suspend: text('Tạm dừng hoạt động của hệ thống', 'Suspend the system'),
  recall: text('Thu hồi hệ thống', 'Recall the system'),
  reevaluate: text('Đánh giá lại hệ thống', 'Assess the system again'),
  requireReason: text('Lý do', 'Reasons'),
  requireBy: text('Thực hiện trước hết ngày', 'To be done by the end of'),
  finalPage: text('Kết quả khắc phục', 'The remedy'),
  finalLead: text(
    'Nghị định không quy định mẫu cho báo cáo này. Chỉ mục đầu là bắt buộc; có thể đính kèm tệp.',
    'The decree has no form for this report. Only the first line is required; files may be attached.',
  ),
  remedy: text('Kết quả khắc phục sự cố', 'What was done to remedy it, and with what result'),
  cause: text('Nguyên nhân đã xác định', 'The cause as it was found'),
  prevention: text('Biện pháp để không tái diễn', 'What keeps it from happening again'),
  closePage: text('Đóng hồ sơ', 'Close the file'),
  conclusion: text('Kết luận', 'Conclusion'),
  notSeriousPage: text('Không phải sự cố nghiêm trọng', 'Not a serious incident'),
  notSeriousReason: text('Lý do', 'Reasons'),
  publishPage: text('Bản tóm tắt công khai', 'Public summary'),
  publishLead: text(
    'Viết lại để không nhận ra người nào và không lộ bí mật kinh doanh. Bên báo cáo được phản hồi công khai ngay bên cạnh.',
    'Write it so that nobody can be recognised and no business secret is told. The party may reply in public beside it.',
  ),
  publicSummary: text('Tóm tắt', 'Summary'),
  nameSystem: text('Nêu tên hệ thống và AI-ID?', 'Name the system and its AI-ID?'),
  replyPage: text('Phản hồi công khai', 'Public reply'),
  publicReply: text('Phản hồi của bạn', 'Your reply'),
  publicReplyHint: text(
    'Hiện ngay bên cạnh bản tóm tắt, ai cũng đọc được.',
    'Shown beside the summary; anyone can read it.',
  ),
  receipt: text('Xác nhận đã nhận báo cáo sự cố nghiêm trọng', 'Receipt of a serious-incident report'),
  receiptSays: text(
    'Cổng đã nhận báo cáo sơ bộ này. Việc báo cáo đúng hạn không bị coi là thừa nhận lỗi kỹ thuật hoặc trách nhiệm pháp lý (điểm c khoản 3 Điều 19 Nghị định 142/2026/NĐ-CP).',
    'The portal has received this preliminary report. Reporting in time admits neither a technical fault nor legal liability (Decree 142/2026/NĐ-CP, art. 19(3)(c)).',
  ),
  finalReceipt: text('Xác nhận đã nhận báo cáo kết quả khắc phục', 'Receipt of a report on the remedy'),
  finalReceiptSays: text(
    'Cổng đã nhận báo cáo kết quả khắc phục sự cố này.',
    'The portal has received this report on the remedy of an incident.',
  ),
  guidanceDocument: text('Hướng dẫn xử lý sự cố nghiêm trọng', 'Guidance on a serious incident'),
  guidanceSays: text(
    'Hướng dẫn của cơ quan tiếp nhận về việc xử lý sự cố này.',
    'How the authority asks this incident to be dealt with.',
  ),
  measuresDocument: text('Yêu cầu biện pháp xử lý sự cố nghiêm trọng', 'Measure required on a serious incident'),
  measuresSays: text(
    'Cơ quan có thẩm quyền yêu cầu thực hiện biện pháp nêu trong văn bản này.',
    'The authority requires the measure named in this document.',
  ),
} as const

export const CLOCK = {
  first: text('Báo cáo sơ bộ', 'Preliminary report'),
  final: text('Báo cáo kết quả khắc phục', 'Report on the remedy'),
} as const

export const MEASURE: Readonly<Record<OwnMeasure, Text>> = {
  fix: text('Khắc phục lỗi', 'Fixed the fault'),
  suspend: text('Tạm dừng hệ thống', 'Suspended the system'),
  recall: text('Thu hồi hệ thống', 'Recalled the system'),
}

export const SHOWN_AS: Readonly<Record<ShownAs, Text>> = {
  register: text('Đã hiện trên Sổ đăng ký.', 'Shown on the register.'),
  unregistered: text(
    'Hệ thống chưa có AI-ID nên không hiện trên Sổ đăng ký.',
    'Not on the register: no AI-ID was given.',
  ),
  another: text(
    'Hệ thống do nhà cung cấp khác thông báo; chỉ nhà cung cấp đó thay đổi được Sổ đăng ký.',
    'Another provider notified the system; only that provider can change the register.',
  ),
  'not-allowed': text(
    'Tình trạng hiện nay của hệ thống trên Sổ đăng ký không cho phép bước này; Sổ đăng ký không thay đổi.',
    'The system’s present state on the register does not allow this step; the register stays as it is.',
  ),
  'not-needed': text('Không cần thay đổi Sổ đăng ký.', 'The register need not change.'),
}

export const REASON: Readonly<Record<Reason, Text>> = {
  'same-system': text('cùng một hệ thống', 'the same system'),
  'same-name': text('hệ thống cùng tên', 'a system of the same name'),
  'close-in-time': text('phát hiện cách nhau không quá 72 giờ', 'detected within 72 hours of each other'),
  'similar-words': text('mô tả giống nhau', 'told in similar words'),
}

/** Words of the room's own pages. */
export const W = {
  issueOrder: text('Soạn yêu cầu từ sự cố này', 'Draft an order from this incident'),
  statistics: text('Thống kê sự cố nghiêm trọng', 'Statistics of serious incidents'),
  statisticsLead: text(
    'Số sự cố nghiêm trọng đã được báo cáo qua Cổng. Nhiều báo cáo về cùng một sự cố được tính một lần; sự cố sau đó được kết luận là không nghiêm trọng không được tính.',
    'Serious incidents reported through this portal. Several reports of one event count once; what was later found not to be serious does not count.',
  ),
  none: text('Chưa có sự cố nghiêm trọng nào được báo cáo.', 'No serious incident has been reported yet.'),
  total: text('Tổng số sự cố', 'Incidents in all'),
  median: text(
    'Thời gian trung vị từ khi xác nhận đến khi gửi báo cáo sơ bộ',
    'Median time from confirmation to the preliminary report',
  ),
  hours: text('giờ', 'hours'),
  byClass: text('Theo nhóm hậu quả', 'By class of consequence'),
  byClassNote: text(
    'Một sự cố có thể thuộc nhiều nhóm nên tổng các cột có thể lớn hơn số sự cố.',
    'One incident may belong to several classes, so the bars may add up to more.',
  ),
  bySector: text('Theo lĩnh vực', 'By field of use'),
  byMonth: text('Theo tháng gửi báo cáo', 'By month of the report'),
  chart: text('Số sự cố nghiêm trọng đã báo cáo', 'Serious incidents reported'),
  classColumn: text('Nhóm hậu quả', 'Class'),
  sectorColumn: text('Lĩnh vực', 'Field'),
  monthColumn: text('Tháng', 'Month'),
  countColumn: text('Số sự cố', 'Incidents'),
  source: text('Báo cáo sự cố gửi qua Cổng', 'Incident reports sent through this portal'),
  published: text('Sự cố được công bố', 'Published incidents'),
  publishedLead: text(
    'Bản tóm tắt do cơ quan tiếp nhận công bố, không nêu tên người. Phản hồi của bên báo cáo đặt ngay bên cạnh. Việc báo cáo không phải là thừa nhận lỗi.',
    'Summaries published by the authority, naming nobody. The reply of the party stands beside each. To report an incident is not to admit a fault.',
  ),
  publishedHere: text('Bản tóm tắt đã công bố của sự cố này', 'The published summary of this incident'),
  publishedNone: text('Chưa có sự cố nào được công bố.', 'No incident has been published yet.'),
  summary: text('Tóm tắt của cơ quan tiếp nhận', 'Summary by the authority'),
  reply: text('Phản hồi của bên báo cáo', 'Reply by the party'),
  noReply: text('Bên báo cáo chưa phản hồi.', 'The party has not replied.'),
  classes: text('Nhóm hậu quả', 'Classes'),
  month: text('Tháng xác nhận', 'Month of confirmation'),
  harm: text('Hậu quả', 'Harm'),
  system: text('Hệ thống', 'System'),
  publishedAt: text('Công bố', 'Published'),
  changedAt: text('Cập nhật', 'Updated'),
  all: text('Tất cả sự cố được công bố', 'All published incidents'),
  paper: text('Báo cáo theo mẫu', 'The report on its form'),
  print: text('Tải báo cáo theo mẫu AI01 (PDF)', 'The report on form AI01 (PDF, in Vietnamese)'),
  printOpen: text('Tải bản có số CCCD không che (PDF)', 'The same with the citizen ID in clear (PDF)'),
  printOpenHint: text('Lần mở này được ghi lại.', 'This reading is noted.'),
  take: text('Tải nội dung báo cáo cho hệ thống khác (JSON)', 'The report for other systems (JSON)'),
  otherDuties: text('Nghĩa vụ báo cáo theo luật khác', 'Duties to report under other laws'),
  otherDutiesLead: text(
    'Việc gửi thực hiện theo luật đó; dùng tệp ở trên để không phải viết lại.',
    'Each is sent as its law says; the files above spare you from writing it again.',
  ),
  fromDetection: text('tính từ khi phát hiện', 'from detection'),
  oneSource: text('Dẫn theo một nguồn, hãy kiểm tra với văn bản gốc.', 'From one source: check it with the text.'),
  measures: text('Biện pháp tự thực hiện', 'Measures taken without waiting'),
  related: text('Báo cáo khác về cùng sự cố', 'Other reports of this event'),
  relatedLead: text('Chỉ cán bộ thấy phần này.', 'Only officers see this.'),
  linked: text('Đã gắn với hồ sơ này', 'Linked with this file'),
  suggested: text('Có thể là cùng một sự cố', 'Perhaps the same event'),
  because: text('Vì', 'Because of'),
  same: text('Là cùng một sự cố', 'It is the same event'),
  different: text('Là sự cố khác', 'It is another event'),
  noRelated: text('Không thấy báo cáo nào khác gần giống.', 'No other report looks alike.'),
} as const

interface Letter {
  readonly subject: string
  readonly body: string
}

/** To the provider of a system a deployer reported an incident of: which system, and nothing of the report. */
export const PROVIDER_MAIL: Readonly<Record<Lang, (f: { system: string; aiId: string; link: string }) => Letter>> = {
  vi: ({ system, aiId, link }) => ({
    subject: `Có báo cáo sự cố nghiêm trọng về hệ thống ${aiId}`,
    body: `Một bên triển khai đã báo cáo sự cố nghiêm trọng của hệ thống ${system} (${aiId}) mà bạn cung cấp.\n\nNhà cung cấp phải áp dụng biện pháp kỹ thuật để ngăn chặn, hạn chế và khắc phục, và phối hợp với bên triển khai (khoản 2 Điều 19 Nghị định 142/2026/NĐ-CP). Nếu bạn cũng phải báo cáo, hãy ghi nhận sự cố tại:\n\n${link}\n\nThư này không chứa nội dung báo cáo.`,
  }),
  en: ({ system, aiId, link }) => ({
    subject: `A serious incident of the system ${aiId} was reported`,
    body: `A deployer has reported a serious incident of the system ${system} (${aiId}), which you provide.\n\nThe provider takes technical measures to stop, limit and remedy it, and works together with the deployer (Decree 142/2026/NĐ-CP, art. 19(2)). If you have to report as well, record the incident at:\n\n${link}\n\nThis mail holds nothing of the report.`,
  }),
}

/** What the room refuses. */
export const SAYS: Readonly<Record<Code, Text>> = {
  'incident.system-unknown': {
    vi: 'Không có hệ thống nào mang AI-ID này. Hãy kiểm tra lại, hoặc để trống và ghi tên hệ thống.',
    en: 'No system has this AI-ID. Check it, or leave it empty and give the name of the system.',
  },
  'incident.system-missing': {
    vi: 'Hãy ghi tên hệ thống hoặc AI-ID.',
    en: 'Give the name of the system or its AI-ID.',
  },
  'incident.none-and-more': {
    vi: 'Bạn vừa chọn biện pháp vừa chọn “Chưa có biện pháp”. Hãy bỏ một trong hai.',
    en: 'You chose a measure and “None yet” at once. Take one of them away.',
  },
  'incident.confirmed-before-detected': {
    vi: 'Thời điểm xác nhận không thể trước thời điểm phát hiện.',
    en: 'It cannot have been confirmed before it was detected.',
  },
  'incident.cause-before-detected': {
    vi: 'Mối liên hệ nhân quả không thể được xác nhận trước thời điểm phát hiện.',
    en: 'The causal link cannot have been confirmed before the incident was detected.',
  },
  'incident.no-such-report': {
    vi: 'Không có báo cáo nào khác mang số này.',
    en: 'There is no other report of this number.',
  },
  'incident.linked-already': {
    vi: 'Hai báo cáo này đã được xem xét cùng nhau.',
    en: 'These two reports have been looked at together already.',
  },
  'incident.not-published': {
    vi: 'Không có sự cố nào được công bố với số này.',
    en: 'No incident has been published under this number.',
  },
}
