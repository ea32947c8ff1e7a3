import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'
import type { Test } from './rule.ts'

export type RiskLevel = 'high' | 'medium' | 'low'
export type DutyRole = 'provider' | 'deployer' | 'user' | 'state-body'
/** When it must be done. `by-choice` is encouraged or allowed, never due. */
export type DutyTime = 'before-use' | 'during-use' | 'before-publishing' | 'on-event' | 'on-request' | 'by-choice'

export interface Duty {
  readonly id: string
  readonly role: DutyRole
  readonly levels: readonly RiskLevel[]
  readonly time: DutyTime
  readonly text: Text
  readonly cite: Cite
  /** Further provisions that say how. */
  readonly also: readonly Cite[]
  /** What else must be true of the system or its party. May use `route`, which the classifier fills in. */
  readonly when?: Test
  readonly from: Day
  readonly confidence: Confidence
}

/** A question that changes duties only, never the level; asked when it suits, or not at all. */
export interface DutyQuestion {
  readonly fact: string
  readonly ask: Text
  readonly help?: Text
  readonly cite: Cite
}

const ALL: readonly RiskLevel[] = ['high', 'medium', 'low']
const NOTICE: readonly RiskLevel[] = ['high', 'medium']
const HIGH: readonly RiskLevel[] = ['high']
const MEDIUM: readonly RiskLevel[] = ['medium']
const LOW: readonly RiskLevel[] = ['low']
const LAW = day('2026-03-01')
const DECREE = day('2026-05-01')

type More = Partial<Pick<Duty, 'also' | 'when' | 'confidence'>>

/** A duty the Law sets starts with the Law; one only the Decree sets starts with the Decree. */
const duty = (
  id: string,
  role: DutyRole,
  levels: readonly RiskLevel[],
  time: DutyTime,
  cite: Cite,
  text: Text,
  more: More = {},
): Duty => ({
  id,
  role,
  levels,
  time,
  cite,
  text,
  also: [],
  from: cite.startsWith('L') ? LAW : DECREE,
  confidence: 'A',
  ...more,
})

const is = (fact: string): Test => ({ fact, is: true })

/** Who must do what at which level (Law art. 10 to 15, 27; Decree 142 art. 11 to 20). Transparency and incidents know no level. */
export const DUTIES: readonly Duty[] = [
  duty('classify', 'provider', ALL, 'before-use', 'L10.1', {
    vi: 'Tự phân loại mức độ rủi ro của hệ thống trước khi đưa vào sử dụng.',
    en: 'Classify the system yourself before it is put into use.',
  }),
  duty(
    'dossier',
    'provider',
    NOTICE,
    'before-use',
    'L10.1',
    {
      vi: 'Lập hồ sơ phân loại gồm bốn phần.',
      en: 'Compile the classification dossier in four parts.',
    },
    { also: ['N12.2'] },
  ),
  duty(
    'notify',
    'provider',
    NOTICE,
    'before-use',
    'L10.3',
    {
      vi: 'Thông báo kết quả phân loại qua Cổng trước khi đưa vào sử dụng; không phải chờ chấp thuận.',
      en: 'Notify the result through the portal before use; there is no approval to wait for.',
    },
    { also: ['N14.1'] },
  ),
  duty('keep-dossier', 'provider', NOTICE, 'during-use', 'N12.6', {
    vi: 'Lưu giữ và cập nhật hồ sơ phân loại trong suốt thời gian hệ thống hoạt động.',
    en: 'Keep the classification dossier, up to date, as long as the system operates.',
  }),
  duty('review', 'provider', ALL, 'on-event', 'N11.1', {
    vi: 'Rà soát, phân loại lại khi có thay đổi đáng kể, sự cố nghiêm trọng, Danh mục thay đổi hoặc có yêu cầu bằng văn bản.',
    en: 'Review the level on significant change, a serious incident, a change of the list or a written request.',
  }),
  duty('notify-higher', 'provider', ALL, 'on-event', 'N11.3.a', {
    vi: 'Khi phân loại lại lên mức cao hơn: thông báo trong 15 ngày làm việc và áp dụng ngay các biện pháp của mức mới.',
    en: 'On reclassification to a higher level: notify within 15 working days and apply its measures at once.',
  }),
  duty('publish-basics', 'provider', LOW, 'by-choice', 'L10.3', {
    vi: 'Được khuyến khích công khai thông tin cơ bản về hệ thống.',
    en: 'You are encouraged to publish basic information on the system.',
  }),
  duty('inherit', 'deployer', ALL, 'by-choice', 'L10.2', {
    vi: 'Có thể kế thừa kết quả phân loại của nhà cung cấp; phải giữ an toàn và toàn vẹn cho hệ thống khi sử dụng.',
    en: 'May inherit the provider’s level; must keep the system safe and intact in use.',
  }),
  duty(
    'joint-review',
    'deployer',
    ALL,
    'on-event',
    'L10.2',
    {
      vi: 'Khi sửa đổi, tích hợp, thay đổi chức năng làm phát sinh rủi ro mới hoặc cao hơn: phối hợp với nhà cung cấp phân loại lại.',
      en: 'When a change, integration or new function brings new or higher risk: reclassify together with the provider.',
    },
    { also: ['N11.2'] },
  ),
  duty('deployer-dossier', 'deployer', NOTICE, 'during-use', 'N12.6', {
    vi: 'Lưu giữ hồ sơ phân loại trong suốt thời gian hệ thống hoạt động.',
    en: 'Keep the classification dossier as long as the system operates.',
  }),
  duty(
    'disclose',
    'provider',
    ALL,
    'before-use',
    'L11.1',
    {
      vi: 'Thiết kế, vận hành để người sử dụng nhận biết mình đang tương tác với hệ thống trí tuệ nhân tạo.',
      en: 'Design and run it so that users recognise they are dealing with an AI system.',
    },
    { when: is('interacts') },
  ),
  duty(
    'mark',
    'provider',
    ALL,
    'before-use',
    'L11.2',
    {
      vi: 'Đánh dấu ở định dạng máy đọc được trên âm thanh, hình ảnh, video do hệ thống tạo ra.',
      en: 'Mark audio, images and video the system makes so that machines can read it.',
    },
    { also: ['N17.1'], when: is('generates.media') },
  ),
  duty(
    'public-notice',
    'deployer',
    ALL,
    'before-publishing',
    'L11.3',
    {
      vi: 'Thông báo rõ ràng khi cung cấp ra công chúng nội dung do trí tuệ nhân tạo tạo ra hoặc chỉnh sửa có khả năng gây nhầm lẫn về sự kiện, nhân vật.',
      en: 'Give clear notice with public content made or edited by AI that may mislead about an event or a person.',
    },
    { also: ['N18'], when: is('public.content') },
  ),
  duty(
    'label',
    'deployer',
    ALL,
    'before-publishing',
    'L11.4',
    {
      vi: 'Gắn nhãn dễ nhận biết trên âm thanh, hình ảnh, video mô phỏng người thật hoặc tái hiện sự kiện thật.',
      en: 'Label audio, images and video that imitate a real person or re-enact a real event.',
    },
    { also: ['N18'], when: is('simulates') },
  ),
  duty('keep-transparent', 'provider', ALL, 'during-use', 'L11.5', {
    vi: 'Duy trì thông tin minh bạch trong suốt quá trình cung cấp.',
    en: 'Keep the transparency information up as long as the system is provided.',
  }),
  duty('keep-transparent-deployer', 'deployer', ALL, 'during-use', 'L11.5', {
    vi: 'Duy trì thông tin minh bạch trong suốt quá trình cung cấp.',
    en: 'Keep the transparency information up as long as the system is provided.',
  }),
  duty(
    'incident',
    'provider',
    ALL,
    'on-event',
    'L12.2.a',
    {
      vi: 'Khi có sự cố nghiêm trọng: khẩn trương khắc phục, tạm dừng hoặc thu hồi và đồng thời báo cơ quan có thẩm quyền qua Cổng.',
      en: 'On a serious incident: fix, suspend or recall urgently and tell the competent authority through the portal.',
    },
    { also: ['L12.4'] },
  ),
  duty('incident-report', 'provider', ALL, 'on-event', 'N19.3', {
    vi: 'Báo cáo sơ bộ sự cố nghiêm trọng trong 72 giờ hoặc 05 ngày làm việc kể từ khi xác nhận, tùy loại hậu quả.',
    en: 'Report a serious incident within 72 hours or 5 working days of confirmation, by class of consequence.',
  }),
  duty('incident-final', 'provider', ALL, 'on-event', 'N19.4', {
    vi: 'Báo cáo kết quả khắc phục trong 15 ngày kể từ khi gửi báo cáo sơ bộ.',
    en: 'Report the remedy within 15 days of the preliminary report.',
  }),
  duty(
    'incident-deployer',
    'deployer',
    ALL,
    'on-event',
    'L12.2.b',
    {
      vi: 'Ghi nhận, thông báo kịp thời sự cố nghiêm trọng và phối hợp khắc phục; tự báo cáo nếu không liên hệ được nhà cung cấp.',
      en: 'Record serious incidents, tell in time and help to fix them; report yourself if the provider cannot be reached.',
    },
    { also: ['N19.3'] },
  ),
  duty('incident-final-deployer', 'deployer', ALL, 'on-event', 'N19.4', {
    vi: 'Báo cáo kết quả khắc phục trong 15 ngày kể từ khi gửi báo cáo sơ bộ.',
    en: 'Report the remedy within 15 days of the preliminary report.',
  }),
  duty('incident-user', 'user', ALL, 'on-event', 'L12.2.b', {
    vi: 'Ghi nhận, thông báo kịp thời sự cố nghiêm trọng và phối hợp khắc phục.',
    en: 'Record serious incidents, tell in time and help to fix them.',
  }),
  duty(
    'certify',
    'provider',
    HIGH,
    'before-use',
    'L13.2.a',
    {
      vi: 'Được tổ chức đánh giá sự phù hợp đã đăng ký hoặc được công nhận chứng nhận trước khi đưa vào sử dụng.',
      en: 'Be certified by a registered or recognised conformity assessment body before use.',
    },
    { also: ['L13.3', 'N13.2.a'], when: { fact: 'route', is: 'certification' } },
  ),
  duty(
    'assess',
    'provider',
    HIGH,
    'before-use',
    'L13.2.b',
    {
      vi: 'Tự đánh giá sự phù hợp hoặc thuê tổ chức đánh giá sự phù hợp; có kết quả mới được đưa vào sử dụng.',
      en: 'Assess conformity yourself or hire a body; only with a result may the system be used.',
    },
    { also: ['L13.3', 'N13.2.b'], when: { fact: 'route', is: 'self' } },
  ),
  duty(
    'assess-route-unknown',
    'provider',
    HIGH,
    'before-use',
    'L13.1',
    {
      vi: 'Đánh giá sự phù hợp trước khi đưa vào sử dụng; hãy xem cột hình thức đánh giá trong bản gốc Danh mục để biết tự đánh giá hay phải chứng nhận.',
      en: 'Have conformity assessed before use; look at the route column of the printed list for self-assessment or certification.',
    },
    { also: ['L13.2', 'L13.3'], when: { fact: 'route', is: 'unknown' }, confidence: 'C' },
  ),
  duty('publish-conformity', 'provider', HIGH, 'before-use', 'N13.6', {
    vi: 'Công khai kết quả đánh giá sự phù hợp trước khi đưa vào sử dụng và sau mỗi lần đánh giá lại.',
    en: 'Publish the conformity result before use and at each re-assessment.',
  }),
  duty(
    'risk-management',
    'provider',
    HIGH,
    'during-use',
    'L14.1.a',
    {
      vi: 'Thiết lập, duy trì biện pháp quản lý rủi ro; rà soát khi có thay đổi đáng kể hoặc rủi ro mới.',
      en: 'Set up and keep risk-management measures; review them on significant change or new risk.',
    },
    { also: ['N15'] },
  ),
  duty('data-governance', 'provider', HIGH, 'during-use', 'L14.1.b', {
    vi: 'Quản trị dữ liệu huấn luyện, kiểm thử và vận hành.',
    en: 'Govern training, testing and operating data.',
  }),
  duty('technical-dossier', 'provider', HIGH, 'during-use', 'L14.1.c', {
    vi: 'Lập, cập nhật, lưu giữ hồ sơ kỹ thuật và nhật ký hoạt động.',
    en: 'Make, update and keep the technical dossier and activity logs.',
  }),
  duty('oversight', 'provider', HIGH, 'before-use', 'L14.1.d', {
    vi: 'Thiết kế để con người giám sát và can thiệp được.',
    en: 'Design for human supervision and intervention.',
  }),
  duty('account-high', 'provider', HIGH, 'on-request', 'L14.1.e', {
    vi: 'Giải trình với cơ quan nhà nước và thông tin công khai cho người sử dụng, người bị ảnh hưởng; không phải nộp mã nguồn, thuật toán chi tiết, tham số.',
    en: 'Account to the authority and inform users and affected persons; never source code, detailed algorithms or parameters.',
  }),
  duty('cooperate', 'provider', HIGH, 'on-request', 'L14.1.g', {
    vi: 'Phối hợp với cơ quan nhà nước và bên triển khai khi kiểm tra, đánh giá, hậu kiểm, khắc phục sự cố.',
    en: 'Co-operate with authority and deployer in checks, evaluation and repair of incidents.',
  }),
  duty('operate-within', 'deployer', HIGH, 'during-use', 'L14.2.a', {
    vi: 'Vận hành, giám sát đúng mục đích, phạm vi và mức rủi ro đã phân loại.',
    en: 'Run and supervise it within the classified purpose, scope and level.',
  }),
  duty('data-and-intervention', 'deployer', HIGH, 'during-use', 'L14.2.b', {
    vi: 'Bảo đảm an toàn, an ninh dữ liệu và khả năng can thiệp của con người.',
    en: 'Keep data safe and secure and people able to intervene.',
  }),
  duty('standards', 'deployer', HIGH, 'during-use', 'L14.2.c', {
    vi: 'Tuân thủ tiêu chuẩn, quy chuẩn kỹ thuật về trí tuệ nhân tạo khi vận hành.',
    en: 'Keep to AI standards and technical regulations in operation.',
  }),
  duty('account-deployer-high', 'deployer', HIGH, 'on-request', 'L14.2.đ', {
    vi: 'Giải trình về vận hành, kiểm soát rủi ro, xử lý sự cố.',
    en: 'Account for operation, risk control and handling of incidents.',
  }),
  duty('cooperate-deployer', 'deployer', HIGH, 'on-request', 'L14.2.e', {
    vi: 'Phối hợp với nhà cung cấp và cơ quan nhà nước.',
    en: 'Co-operate with provider and authority.',
  }),
  duty('warn', 'deployer', HIGH, 'on-event', 'N15.6', {
    vi: 'Khi có nguy cơ gây thiệt hại nghiêm trọng: xử lý ngay trong phạm vi kiểm soát, báo nhà cung cấp và cơ quan có thẩm quyền.',
    en: 'On danger of serious harm: act at once within your control and tell the provider and the competent agency.',
  }),
  duty('follow', 'user', HIGH, 'during-use', 'L14.3', {
    vi: 'Tuân thủ quy trình, hướng dẫn kỹ thuật, biện pháp an toàn; không can thiệp trái phép; báo sự cố cho bên triển khai.',
    en: 'Follow procedure, guidance and safety measures; do not tamper; tell the deployer of incidents.',
  }),
  duty('insurance', 'provider', HIGH, 'by-choice', 'L14.5', {
    vi: 'Được khuyến khích mua bảo hiểm trách nhiệm dân sự hoặc có biện pháp bảo đảm khác.',
    en: 'You are encouraged to take out liability insurance or another security.',
  }),
  duty(
    'contact-point',
    'provider',
    HIGH,
    'before-use',
    'L14.6',
    {
      vi: 'Nhà cung cấp nước ngoài: có đầu mối liên hệ hợp pháp tại Việt Nam.',
      en: 'Foreign provider: have a lawful contact point in Vietnam.',
    },
    { when: is('foreign') },
  ),
  duty(
    'presence',
    'provider',
    HIGH,
    'before-use',
    'L14.6',
    {
      vi: 'Nhà cung cấp nước ngoài có hệ thống phải chứng nhận: có hiện diện thương mại hoặc đại diện được ủy quyền tại Việt Nam.',
      en: 'Foreign provider of a must-certify system: have a commercial presence or authorised representative in Vietnam.',
    },
    { when: { all: [is('foreign'), { fact: 'route', is: 'certification' }] } },
  ),
  duty('transparency-medium', 'provider', MEDIUM, 'during-use', 'L15.1.a', {
    vi: 'Thực hiện trách nhiệm minh bạch theo Điều 11 của Luật.',
    en: 'Meet the transparency duties of article 11 of the Law.',
  }),
  duty('transparency-medium-deployer', 'deployer', MEDIUM, 'during-use', 'L15.1.a', {
    vi: 'Thực hiện trách nhiệm minh bạch theo Điều 11 của Luật.',
    en: 'Meet the transparency duties of article 11 of the Law.',
  }),
  duty('account-medium', 'provider', MEDIUM, 'on-request', 'L15.1.b', {
    vi: 'Giải trình khi được yêu cầu trong thanh tra, kiểm tra hoặc khi có dấu hiệu rủi ro, sự cố.',
    en: 'Account on request in an inspection, or on signs of risk or incident.',
  }),
  duty('account-medium-deployer', 'deployer', MEDIUM, 'on-request', 'L15.1.c', {
    vi: 'Giải trình về vận hành, kiểm soát rủi ro, xử lý sự cố khi được yêu cầu.',
    en: 'Account for operation, risk control and incidents on request.',
  }),
  duty('user-medium', 'user', MEDIUM, 'during-use', 'L15.1.d', {
    vi: 'Tuân thủ quy định về thông báo, gắn nhãn.',
    en: 'Follow the rules on notice and labelling.',
  }),
  duty('account-low', 'provider', LOW, 'on-request', 'L15.2.a', {
    vi: 'Chỉ giải trình khi có dấu hiệu vi phạm hoặc ảnh hưởng đến quyền, lợi ích hợp pháp.',
    en: 'Account only on signs of a violation or of an effect on rights.',
  }),
  duty('account-low-deployer', 'deployer', LOW, 'on-request', 'L15.2.b', {
    vi: 'Chỉ giải trình khi có dấu hiệu vi phạm hoặc ảnh hưởng đến quyền, lợi ích hợp pháp.',
    en: 'Account only on signs of a violation or of an effect on rights.',
  }),
  duty('user-low', 'user', LOW, 'during-use', 'L15.2.c', {
    vi: 'Được sử dụng cho mục đích hợp pháp và chịu trách nhiệm về việc sử dụng của mình.',
    en: 'Free to use it for lawful purposes; answers for that use.',
  }),
  duty('standards-choice', 'deployer', ['medium', 'low'], 'by-choice', 'L15.3', {
    vi: 'Được khuyến khích áp dụng tiêu chuẩn kỹ thuật về trí tuệ nhân tạo.',
    en: 'You are encouraged to apply AI technical standards.',
  }),
  duty(
    'ethics',
    'state-body',
    ALL,
    'during-use',
    'L27.1',
    {
      vi: 'Tuân thủ Khung đạo đức trí tuệ nhân tạo quốc gia khi dùng trong quản lý nhà nước, dịch vụ công.',
      en: 'Comply with the National AI Ethics Framework in state management and public services.',
    },
    { when: is('stateBody') },
  ),
  duty(
    'impact-high',
    'state-body',
    HIGH,
    'before-use',
    'L27.3',
    {
      vi: 'Lập, phê duyệt và công khai báo cáo đánh giá tác động trước khi sử dụng.',
      en: 'Draw up, sign off and publish an impact assessment before use.',
    },
    { also: ['N20'], when: is('stateBody') },
  ),
  duty(
    'impact-other',
    'state-body',
    ['medium', 'low'],
    'before-use',
    'L27.3',
    {
      vi: 'Lập, phê duyệt và công khai báo cáo đánh giá tác động trước khi sử dụng, vì kết quả là căn cứ trực tiếp của quyết định hành chính.',
      en: 'Draw up, sign off and publish an impact assessment before use, as the output directly grounds administrative decisions.',
    },
    { also: ['N20'], when: { all: [is('stateBody'), is('stateDecision')] } },
  ),
]

/** Optional questions behind the duties. `route` is not among them: the classifier knows it. */
export const DUTY_QUESTIONS: readonly DutyQuestion[] = [
  {
    fact: 'role.provider',
    ask: {
      vi: 'Bạn có đưa hệ thống ra thị trường hoặc đưa vào sử dụng dưới tên, nhãn hiệu của mình không?',
      en: 'Do you place it on the market or put it into use under your own name or mark?',
    },
    help: {
      vi: 'Khi đó bạn là nhà cung cấp, dù ai là người phát triển.',
      en: 'Then you are the provider, whoever developed it.',
    },
    cite: 'L3.4',
  },
  {
    fact: 'role.deployer',
    ask: {
      vi: 'Bạn có sử dụng hệ thống thuộc quyền kiểm soát của mình trong hoạt động chuyên môn, thương mại hoặc dịch vụ không?',
      en: 'Do you use it under your control in professional, commercial or service activity?',
    },
    help: {
      vi: 'Khi đó bạn là bên triển khai; một người có thể giữ nhiều vai trò.',
      en: 'Then you are a deployer; one person may hold several roles.',
    },
    cite: 'L3.5',
  },
  {
    fact: 'role.user',
    ask: {
      vi: 'Bạn có trực tiếp tương tác với hệ thống hoặc sử dụng kết quả của hệ thống không?',
      en: 'Do you interact with it directly or use its output?',
    },
    cite: 'L3.6',
  },
  {
    fact: 'interacts',
    ask: {
      vi: 'Hệ thống có tương tác trực tiếp với con người không?',
      en: 'Does the system interact directly with people?',
    },
    cite: 'L11.1',
  },
  {
    fact: 'generates.media',
    ask: {
      vi: 'Hệ thống có tạo ra âm thanh, hình ảnh hoặc video không?',
      en: 'Does the system generate audio, images or video?',
    },
    help: { vi: 'Văn bản không thuộc diện phải đánh dấu.', en: 'Text need not be marked.' },
    cite: 'L11.2',
  },
  {
    fact: 'public.content',
    ask: {
      vi: 'Có đưa ra công chúng nội dung do trí tuệ nhân tạo tạo ra hoặc chỉnh sửa có thể gây nhầm lẫn về sự kiện, nhân vật không?',
      en: 'Is content made or edited by AI given to the public that may mislead about an event or a person?',
    },
    cite: 'L11.3',
  },
  {
    fact: 'simulates',
    ask: {
      vi: 'Có âm thanh, hình ảnh, video mô phỏng người thật hoặc tái hiện sự kiện thật không?',
      en: 'Does audio, image or video imitate a real person or re-enact a real event?',
    },
    cite: 'L11.4',
  },
  {
    fact: 'foreign',
    ask: {
      vi: 'Nhà cung cấp có phải là tổ chức, cá nhân nước ngoài không?',
      en: 'Is the provider a foreign organisation or person?',
    },
    cite: 'L14.6',
  },
  {
    fact: 'stateBody',
    ask: {
      vi: 'Hệ thống có được cơ quan nhà nước sử dụng trong quản lý nhà nước hoặc dịch vụ công không?',
      en: 'Does a state body use it in state management or public services?',
    },
    cite: 'L27.1',
  },
  {
    fact: 'stateDecision',
    ask: {
      vi: 'Kết quả có là căn cứ trực tiếp của quyết định hành chính về con người, tổ chức, ngân sách hoặc chế độ không?',
      en: 'Does its output directly ground administrative decisions on people, organisations, budget or benefits?',
    },
    cite: 'N20.7',
  },
]
