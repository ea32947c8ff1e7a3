import type { Text } from '../../base/text.ts'
import type { Cite } from '../../law/cite.ts'
import { TOLD_CODE, type TourRole } from './schema.ts'

const t = (vi: string, en: string): Text => ({ vi, en })

/** The start page. */
export const START = {
  title: t(
    'Tra cứu, phân loại và thông báo hệ thống trí tuệ nhân tạo',
    'Look up, classify and notify artificial-intelligence systems',
  ),
  about: t(
    'Cổng một cửa về trí tuệ nhân tạo của Việt Nam: tra cứu hệ thống đã ghi nhận, phân loại rủi ro, thông báo và nhận mã định danh ngay.',
    'Vietnam’s one-stop portal on AI: look up recorded systems, classify risk, notify and get an identifier at once.',
  ),
  lead: t(
    'Cổng một cửa về trí tuệ nhân tạo và Cơ sở dữ liệu quốc gia về hệ thống trí tuệ nhân tạo, lập theo Luật Trí tuệ nhân tạo.',
    'The one-stop portal on artificial intelligence and the national database on AI systems, set up by the Law on Artificial Intelligence.',
  ),
  forWhom: t('Dành cho', 'For'),
  need: t('Cần có', 'You need'),
  takes: t('Thời gian', 'It takes'),
  lookUp: t('Tra cứu một hệ thống', 'Look a system up'),
  lookUpText: t(
    'Xem ai cung cấp hệ thống, mức rủi ro đã khai, hệ thống có đang được sử dụng hay không và đã thay đổi những gì.',
    'See who provides a system, its declared level of risk, whether it is in use, and what has changed.',
  ),
  lookUpFor: t('Ai cũng tra cứu được, không cần tài khoản.', 'Anyone can, without an account.'),
  q: t('Tên hệ thống, nhà cung cấp, mục đích hoặc mã AI-ID', 'Name, provider, purpose or AI-ID'),
  qHint: t('Gõ có dấu hoặc không dấu đều được.', 'Vietnamese with or without marks.'),
  find: t('Tìm hệ thống', 'Find systems'),
  classify: t('Phân loại một hệ thống', 'Classify a system'),
  classifyText: t(
    'Trả lời từng câu hỏi, mỗi câu có căn cứ pháp lý. Kết quả cho biết mức rủi ro, lý do, việc phải làm và thời hạn.',
    'Answer one question at a time, each with its legal source. The result says the level, why, what to do and by when.',
  ),
  classifyFor: t(
    'Nhà cung cấp, bên triển khai và bất kỳ ai muốn biết',
    'Providers, deployers and anyone who wants to know',
  ),
  classifyNeed: t(
    'Biết hệ thống làm gì, dùng ở đâu; không cần tài khoản',
    'Know what the system does and where; no account',
  ),
  classifyTakes: t('Khoảng 5 phút, thường không quá 8 câu', 'About 5 minutes, usually at most 8 questions'),
  classifyDo: t('Bắt đầu phân loại', 'Start classifying'),
  optional: t(
    'Công cụ này là trợ giúp miễn phí; không cơ quan nào được đòi kết quả của công cụ.',
    'The tool is free help; no agency may demand its result.',
  ),
  notify: t('Thông báo một hệ thống', 'Notify a system'),
  notifyText: t(
    'Hệ thống rủi ro trung bình hoặc cao phải được thông báo trước khi đưa vào sử dụng. Bạn nhận mã định danh (AI-ID) và xác nhận điện tử ngay khi gửi.',
    'A system of medium or high risk must be notified before it is put into use. You get its identifier (AI-ID) and an electronic confirmation as soon as you send.',
  ),
  notifyFor: t('Nhà cung cấp hệ thống', 'Providers of systems'),
  notifyNeed: t(
    'Tài khoản; nội dung bốn phần của hồ sơ phân loại',
    'An account; the four parts of the classification dossier',
  ),
  notifyTakes: t(
    'Khoảng 45 phút khi đã có tài liệu; lưu lại và làm tiếp lúc nào cũng được',
    'About 45 minutes with your papers at hand; save and come back at any time',
  ),
  notifyDo: t('Lập hồ sơ thông báo', 'Prepare a notice'),
  incident: t('Báo cáo sự cố nghiêm trọng', 'Report a serious incident'),
  incidentText: t(
    'Khi hệ thống gây ra, hoặc suýt gây ra, hậu quả nghiêm trọng cho con người, tài sản, quyền hay dịch vụ thiết yếu. Thời hạn tính từ lúc bạn xác nhận sự cố; gửi báo cáo không phải là thừa nhận lỗi.',
    'When a system did, or nearly did, serious harm to people, property, rights or essential services. The time limit runs from the moment you confirm it; reporting admits no fault.',
  ),
  incidentFor: t('Nhà cung cấp và bên triển khai', 'Providers and deployers'),
  incidentNeed: t(
    'Tài khoản; tên hệ thống, thời điểm, nơi xảy ra và hậu quả',
    'An account; the system, when and where it happened, and what it did',
  ),
  incidentTakes: t(
    'Ghi nhận khoảng 5 phút; báo cáo sơ bộ trong 72 giờ hoặc 5 ngày làm việc kể từ khi xác nhận',
    'About 5 minutes to record; the preliminary report within 72 hours or 5 working days of confirming',
  ),
  incidentDo: t('Báo cáo sự cố', 'Report an incident'),
  incidentRead: t('Sự cố đã công bố', 'Published incidents'),
  incidentFigures: t('Thống kê sự cố', 'Figures on incidents'),
  byApi: t('Có phần mềm của riêng bạn? Gửi thông báo qua API', 'Have software of your own? Notify through the API'),
  state: t('Nhà nước làm gì và không làm gì', 'What the State does, and what it does not'),
  recorded: t(
    'Thông báo được ghi nhận ngay, tự động. Không ai duyệt, không phải chờ.',
    'A notice is recorded at once, automatically. Nobody approves it, and there is nothing to wait for.',
  ),
  answers: t(
    'Nhà cung cấp tự phân loại và chịu trách nhiệm về nội dung đã khai; cơ quan nhà nước kiểm tra sau.',
    'The provider classifies and answers for what was declared; the State checks afterwards.',
  ),
  noSeal: t(
    'Có tên trong Sổ đăng ký không có nghĩa là hệ thống an toàn hay được Nhà nước bảo đảm.',
    'An entry in the register does not mean that a system is safe or vouched for by the State.',
  ),
  neverAsks: t(
    'Cổng không thu thập mã nguồn, tham số mô hình, thuật toán chi tiết hay dữ liệu huấn luyện thô.',
    'The portal takes no source code, model parameters, detailed algorithms or raw training data.',
  ),
  figures: t('Sổ đăng ký lúc này', 'The register right now'),
  figuresCaption: t('Số hệ thống theo mức rủi ro đã khai', 'Systems by declared level of risk'),
  level: t('Mức rủi ro', 'Level'),
  count: t('Số hệ thống', 'Systems'),
  atLeast: t('hơn {n}', 'more than {n}'),
  more: t('Việc khác', 'Other things to do here'),
  asOf: t(
    'Tính đến {time}, gồm cả hệ thống đã ngừng sử dụng hoặc đã rút thông báo. Hệ thống rủi ro thấp chỉ có khi được tự nguyện công khai.',
    'As of {time}, retired and withdrawn ones included. Low-risk systems are there only when published voluntarily.',
  ),
  all: t('Xem toàn bộ Sổ đăng ký', 'See the whole register'),
} as const satisfies Record<string, Text>

interface Task {
  readonly path: string
  readonly title: Text
  readonly says: Text
  readonly cite: Cite
  readonly also?: Pick<Task, 'path' | 'title'>
}

/** Everything else one may come for: first what anybody does, then providers and deployers. */
export const MORE: readonly Task[] = [
  {
    ...{ path: '/check', cite: 'L11' },
    title: t(
      'Kiểm tra một hình ảnh, video, bản ghi âm có dấu AI',
      'Check a picture, video or recording for a mark of AI',
    ),
    says: t(
      'Biết tệp có dấu không, dấu còn nguyên không, ai ký và hệ thống nào tạo ra; tệp không rời thiết bị của bạn.',
      'See whether it carries a mark, whether it is intact, who signed and which system made it; the file stays with you.',
    ),
  },
  {
    ...{ path: '/marks/labels', cite: 'N18' },
    title: t('Gắn nhãn nội dung tạo bằng AI', 'Label content made with AI'),
    says: t(
      'Tạo nhãn cho ảnh, video ngay trên máy của bạn; lấy câu chữ thông báo có sẵn cho âm thanh, văn bản, giao diện.',
      'Make labels for pictures and video on your own device; take ready wording for audio, texts and interfaces.',
    ),
    also: {
      path: '/marks/labels/guide',
      title: t('Có phải thông báo, gắn nhãn không?', 'Do I owe a notice or a label?'),
    },
  },
  {
    ...{ path: '/petitions', cite: 'N41.3.c' },
    title: t('Gửi phản ánh, kiến nghị', 'Tell the State something'),
    says: t(
      'Báo một hành vi bị nghiêm cấm, một sai sót trong Sổ đăng ký hoặc góp ý; có thể không nêu tên, không cần tài khoản.',
      'Report a prohibited act or an error in the register, or give feedback; with or without your name, without an account.',
    ),
    also: { path: '/petitions/outcomes', title: t('Kết quả xử lý', 'What became of it') },
  },
  {
    ...{ path: '/damage', cite: 'L29' },
    title: t('Xem ai bồi thường khi hệ thống gây thiệt hại', 'See who compensates when a system did damage'),
    says: t(
      'Ai bồi thường cho ai, theo điểm nào của Luật, nên lưu giữ những gì; đây là thông tin, không phải kết luận.',
      'Who compensates whom, under which point of the Law, what to keep; information, no judgement.',
    ),
  },
  {
    ...{ path: '/orders/public', cite: 'L10.6' },
    title: t('Hệ thống bị tạm dừng, thu hồi', 'Systems suspended or recalled'),
    says: t(
      'Mọi yêu cầu của cơ quan nhà nước đang có hiệu lực và đã được dỡ bỏ, kèm lý do.',
      'Every order of the State that stands or was lifted, with its reason.',
    ),
    also: { path: '/violations/public', title: t('Kết quả xử lý vi phạm', 'Results of handling violations') },
  },
  {
    ...{ path: '/marks', cite: 'L11' },
    title: t('Dấu và nhãn: ai phải làm gì', 'Marks and labels: who owes what'),
    says: t(
      'Đánh dấu nội dung hệ thống của bạn tạo ra để máy đọc được; công cụ, API và chứng thư cho nhà cung cấp.',
      'Mark what your system makes so that machines can read it; tools, API and certificates for providers.',
    ),
    also: {
      path: '/marks/certificates',
      title: t('Chứng thư để ký dấu máy đọc được', 'Certificates for marks machines read'),
    },
  },
  {
    ...{ path: '/guidance', cite: 'L10.4' },
    title: t('Đề nghị hướng dẫn phân loại', 'Ask for guidance on classification'),
    says: t(
      'Chưa chắc hệ thống thuộc mức nào? Cơ quan nhà nước trả lời trên cơ sở hồ sơ kỹ thuật; bạn vẫn tự phân loại.',
      'Not sure of the level? The authority answers on the basis of a technical file; you still classify yourself.',
    ),
    also: { path: '/guidance/published', title: t('Hướng dẫn đã công bố', 'Published guidance') },
  },
]

/** The guided tours of the evaluation mode. */
export const TOUR = {
  section: t('Dùng thử: năm vòng tham quan', 'Try it: five guided tours'),
  intro: t(
    'Mọi tổ chức, con người và hệ thống ở đây đều là hư cấu. Hãy đi một vòng, đăng nhập bằng một lần bấm:',
    'All organisations, people and systems here are made up. Take a tour; signing in is one click:',
  ),
  here: t('Đây là bản dùng thử', 'This is an evaluation copy'),
  mails: t('Xem thư điện tử mà Cổng lẽ ra đã gửi', 'See the e-mails the portal would have sent'),
  notYet: t('Các liên kết dưới đây cần tài khoản của vai này.', 'The links below need the account of this role.'),
  back: t('Trang đầu', 'Start page'),
} as const satisfies Record<string, Text>

export interface TourWords {
  readonly title: Text
  readonly who: Text
  readonly start: Text
}

export const TOUR_WORDS: Readonly<Record<TourRole, TourWords>> = {
  provider: {
    title: t('Nhà cung cấp', 'Provider'),
    who: t(
      'Bạn là Đặng Thị Mai, Hợp tác xã tín dụng Bến Trăng: hoàn thiện một hồ sơ dở dang, gửi thông báo và nhận AI-ID.',
      'You are Đặng Thị Mai of the Bến Trăng credit cooperative: finish a half-written dossier, notify, and get an AI-ID.',
    ),
    start: t('Đăng nhập với vai nhà cung cấp', 'Sign in as the provider'),
  },
  incident: {
    title: t('Nhà cung cấp có sự cố', 'Provider with an incident'),
    who: t(
      'Bạn vẫn là Đặng Thị Mai: một sự cố đang được xác minh và cơ quan đang chờ bạn bổ sung; một sự cố khác vừa ghi nhận, chưa xác nhận.',
      'You are Đặng Thị Mai again: one incident is being verified and the authority waits for your answer; another was recorded yesterday and nobody has confirmed it.',
    ),
    start: t('Đăng nhập để xử lý sự cố', 'Sign in to deal with the incident'),
  },
  officer: {
    title: t('Cán bộ tiếp nhận', 'Officer'),
    who: t(
      'Bạn là Bùi Thị Tiếp ở đơn vị tiếp nhận của Bộ Khoa học và Công nghệ: xem những gì đã được khai, không duyệt gì cả.',
      'You are Bùi Thị Tiếp of the ministry’s receiving unit: read what was declared; there is nothing to approve.',
    ),
    start: t('Đăng nhập với vai cán bộ', 'Sign in as the officer'),
  },
  desk: {
    title: t('Cán bộ ở bàn việc', 'Officer at the desk'),
    who: t(
      'Bạn là Bùi Thị Tiếp: xem việc nào đến hạn trước, nhận hồ sơ, yêu cầu bổ sung, hướng dẫn và trả lời.',
      'You are Bùi Thị Tiếp: see what is due first, take a file, ask for more, give guidance and answer.',
    ),
    start: t('Đăng nhập và mở bàn việc', 'Sign in and open the desk'),
  },
  citizen: {
    title: t('Người dân', 'Citizen'),
    who: t(
      'Bạn nghe thấy một giọng máy ở thư viện và muốn biết ai làm ra nó. Không cần tài khoản.',
      'You heard a synthetic voice in a library and wonder who made it. No account needed.',
    ),
    start: t('Bắt đầu với vai người dân', 'Start as a citizen'),
  },
}

export interface TourStep {
  readonly text: Text
  readonly link: Text
  /** Below /vi and /en. `{…}` is filled in when the page is drawn, and the link left out when it cannot be. */
  readonly href: string
}

const step = (vi: string, en: string, href: string, viLink: string, enLink: string): TourStep => ({
  text: t(vi, en),
  link: t(viLink, enLink),
  href,
})

export const TOUR_STEPS: Readonly<Record<TourRole, readonly TourStep[]>> = {
  provider: [
    step(
      'Xem các hệ thống của hợp tác xã: đang sử dụng, đã rút, và một bản nháp còn thiếu.',
      'See the cooperative’s systems: in use, withdrawn, and a draft with gaps.',
      '/systems',
      'Mở danh sách hệ thống',
      'Open the list of systems',
    ),
    step(
      'Phân loại “Giọng đọc số dư Trăng Rằm” bằng công cụ: một giọng máy đọc số dư qua điện thoại.',
      'Classify “Giọng đọc số dư Trăng Rằm” with the tool: a synthetic voice that reads balances over the telephone.',
      '/classify',
      'Mở công cụ phân loại',
      'Open the tool',
    ),
    step(
      'Điền các phần còn thiếu của hồ sơ, lấy kết quả từ công cụ, kiểm tra rồi gửi. AI-ID và xác nhận có ngay.',
      'Fill in what the dossier lacks, take over the tool’s result, check and send. AI-ID and confirmation come at once.',
      '{draft}',
      'Mở bản nháp',
      'Open the draft',
    ),
    step(
      'Tìm lại hệ thống trong Sổ đăng ký, gõ không dấu.',
      'Find it in the register, typed without marks.',
      '/register?q=giong+doc+so+du',
      'Tìm “giong doc so du”',
      'Search “giong doc so du”',
    ),
    step(
      'Đọc thư xác nhận mà Cổng lẽ ra đã gửi cho hợp tác xã.',
      'Read the confirmation the portal would have mailed.',
      '/evaluation/mail',
      'Mở hộp thư dùng thử',
      'Open the mails',
    ),
  ],
  incident: [
    step(
      'Xem mọi hồ sơ của hợp tác xã: ai đang giữ, ngày nào đến hạn, bạn phải làm gì.',
      'See every file of the cooperative: who holds it, what is due when, and what you have to do.',
      '/cases',
      'Mở danh sách hồ sơ',
      'Open the list of files',
    ),
    step(
      'Cơ quan hỏi thêm hai điều về sự cố của “Trợ lý thành viên Trăng Non”. Trả lời cả danh sách, kèm tệp nếu có.',
      'The authority wants to know two things more about “Trợ lý thành viên Trăng Non”. Answer the whole list, with a file if you like.',
      '{incident:Trợ lý thành viên Trăng Non}',
      'Mở hồ sơ sự cố',
      'Open the incident',
    ),
    step(
      'Xác nhận sự cố của “Chấm điểm tín dụng Trăng Khuyết”: từ lúc đó thời hạn bắt đầu chạy. Rồi gửi báo cáo sơ bộ.',
      'Confirm the incident of “Chấm điểm tín dụng Trăng Khuyết”: from that moment the time limit runs. Then send the preliminary report.',
      '{incident:Chấm điểm tín dụng Trăng Khuyết}',
      'Mở hồ sơ sự cố',
      'Open the incident',
    ),
    step(
      'Đưa mọi thời hạn vào lịch của bạn.',
      'Put every time limit into your own calendar.',
      '/calendar',
      'Mở lịch thời hạn',
      'Open the calendar',
    ),
  ],
  desk: [
    step(
      'Xem bàn việc: hồ sơ xếp theo ngày đến hạn, việc quá hạn nói rõ là quá hạn.',
      'See the desk: files by their due date; what is overdue says so.',
      '/desk',
      'Mở bàn việc',
      'Open the desk',
    ),
    step(
      'Hai báo cáo có thể là về cùng một sự cố của “Giọng ru Sao Mai”. Xem vì sao Cổng gợi ý như vậy, rồi xác nhận hoặc bác bỏ.',
      'Two reports may be about one event of “Giọng ru Sao Mai”. See why the portal thinks so, then confirm or reject it.',
      '{incident:Giọng ru Sao Mai}',
      'Mở hồ sơ sự cố',
      'Open the incident',
    ),
    step(
      'Sự cố của “Hỏi đáp thủ tục bến thủy” thuộc nhóm dịch vụ thiết yếu: đơn vị của Bộ Công an chủ trì, bạn chỉ theo dõi.',
      'The incident of “Hỏi đáp thủ tục bến thủy” hit a public service: the unit of the Ministry of Public Security leads, you look on.',
      '{incident:Hỏi đáp thủ tục bến thủy}',
      'Mở hồ sơ sự cố',
      'Open the incident',
    ),
    step(
      'Nhận và trả lời một đề nghị hướng dẫn phân loại đang chờ.',
      'Take and answer a request for guidance that is waiting.',
      '/desk?procedure=guidance',
      'Lọc đề nghị hướng dẫn',
      'Filter requests for guidance',
    ),
    step(
      'Đọc bản tóm tắt đã công bố của một sự cố đã đóng, cùng phản hồi của nhà cung cấp.',
      'Read the published summary of a closed incident, and the provider’s reply beside it.',
      '/incidents/published',
      'Mở các sự cố đã công bố',
      'Open the published incidents',
    ),
    step(
      'Xem phản ánh của người dân: một phản ánh ẩn danh đang chờ, một phản ánh có tên được niêm phong.',
      'See what people told: a report without a name that waits, and one whose name lies sealed.',
      '/petitions/desk',
      'Mở phản ánh của người dân',
      'Open the messages of the public',
    ),
  ],
  officer: [
    step(
      'Xem các hệ thống rủi ro cao đã được thông báo.',
      'See the high-risk systems that were notified.',
      '/register?level=high',
      'Mở Sổ đăng ký, mức rủi ro cao',
      'Open the register, high risk',
    ),
    step(
      '“Chấm điểm tín dụng Trăng Khuyết” khai mức trung bình, còn công cụ cho kết quả khác. Sự khác nhau được ghi lại để kiểm tra sau.',
      '“Chấm điểm tín dụng Trăng Khuyết” was declared medium where the tool answers otherwise. The difference is kept for the later check.',
      '{file:Chấm điểm tín dụng Trăng Khuyết}',
      'Mở hồ sơ',
      'Open the file',
    ),
    step(
      '“Rà soát hồ sơ cấp phép bến” được phân loại lại lên mức cao, thông báo sau hạn 15 ngày làm việc: vẫn được nhận, có đánh dấu.',
      '“Rà soát hồ sơ cấp phép bến” was reclassified to high after the 15 working days: taken all the same, and marked.',
      '{file:Rà soát hồ sơ cấp phép bến}',
      'Mở hồ sơ',
      'Open the file',
    ),
    step(
      '“Trợ lý thành viên Trăng Non” được gửi qua kênh tạm thời trước khi Cổng vận hành: giữ nguyên thời điểm nhận ban đầu, có các bản cập nhật và đính chính.',
      '“Trợ lý thành viên Trăng Non” came by the interim channel before the portal opened: its first time of receipt is kept, with updates and a correction.',
      '{file:Trợ lý thành viên Trăng Non}',
      'Mở hồ sơ',
      'Open the file',
    ),
  ],
  citizen: [
    step(
      'Tìm “giọng ru” trong Sổ đăng ký; gõ có dấu hoặc không dấu đều được.',
      'Search the register for “giong ru”, with or without marks.',
      '/register?q=giong+ru',
      'Tìm “giong ru”',
      'Search “giong ru”',
    ),
    step(
      'Đọc bản ghi: hệ thống là gì, ai cung cấp, mức rủi ro và lịch sử.',
      'Read the record: what it is, who provides it, its level and its history.',
      '{record:Giọng ru Sao Mai}',
      'Mở bản ghi “Giọng ru Sao Mai”',
      'Open the record “Giọng ru Sao Mai”',
    ),
    step(
      'Xem hệ thống nào đang bị tạm dừng hoặc thu hồi, và vì sao.',
      'See which systems are suspended or recalled, and why.',
      '/register?state=suspended&state=recalled',
      'Lọc theo tình trạng',
      'Filter by state',
    ),
    step(
      'Xem cách gửi phản ánh mà không cần nêu tên, và những gì người khác đã phản ánh.',
      'See how to tell the authority something without a name, and what others have told.',
      '/petitions',
      'Mở trang phản ánh, kiến nghị',
      'Open the page for telling the authority',
    ),
    step(
      `Quay lại một phản ánh ẩn danh của thế giới giả định bằng mã: ${TOLD_CODE}`,
      `Return to a report of the made-up world with its code: ${TOLD_CODE}`,
      '/petitions/return',
      'Nhập mã',
      'Type the code',
    ),
    step(
      'Đọc về các sự cố đã công bố và số liệu chung.',
      'Read about published incidents, and the figures.',
      '/incidents/published',
      'Mở các sự cố đã công bố',
      'Open the published incidents',
    ),
    step(
      'Tự thử công cụ phân loại với một hệ thống bạn biết.',
      'Try the tool on a system you know.',
      '/classify',
      'Mở công cụ phân loại',
      'Open the tool',
    ),
    step(
      'Đọc người cung cấp và người triển khai phải làm gì theo Luật.',
      'Read what providers and deployers must do under the Law.',
      '/law/duties',
      'Mở danh sách nghĩa vụ',
      'Open the duties',
    ),
  ],
}
