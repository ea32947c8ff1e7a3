import { ALL, type Duty, duty, HIGH, is, LOW, MEDIUM, NOTICE } from './duty.ts'

/** What deployers, users and state bodies must do (Law art. 10 to 15, 27; Decree 142 art. 11 to 20). */
export const OTHER_DUTIES: readonly Duty[] = [
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
  duty('keep-transparent-deployer', 'deployer', ALL, 'during-use', 'L11.5', {
    vi: 'Duy trì thông tin minh bạch trong suốt quá trình cung cấp.',
    en: 'Keep the transparency information up as long as the system is provided.',
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
  duty('transparency-medium-deployer', 'deployer', MEDIUM, 'during-use', 'L15.1.a', {
    vi: 'Thực hiện trách nhiệm minh bạch theo Điều 11 của Luật.',
    en: 'Meet the transparency duties of article 11 of the Law.',
  }),
  duty('account-medium-deployer', 'deployer', MEDIUM, 'on-request', 'L15.1.c', {
    vi: 'Giải trình về vận hành, kiểm soát rủi ro, xử lý sự cố khi được yêu cầu.',
    en: 'Account for operation, risk control and incidents on request.',
  }),
  duty('user-medium', 'user', MEDIUM, 'during-use', 'L15.1.d', {
    vi: 'Tuân thủ quy định về thông báo, gắn nhãn.',
    en: 'Follow the rules on notice and labelling.',
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
