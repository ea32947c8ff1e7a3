import { ALL, type Duty, duty, HIGH, is, LOW, MEDIUM, NOTICE } from './duty.ts'

/** What the provider must do, at which level (Law art. 10 to 15). Transparency and incidents know no level. */
export const PROVIDER_DUTIES: readonly Duty[] = [
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
  duty('keep-transparent', 'provider', ALL, 'during-use', 'L11.5', {
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
  duty('account-medium', 'provider', MEDIUM, 'on-request', 'L15.1.b', {
    vi: 'Giải trình khi được yêu cầu trong thanh tra, kiểm tra hoặc khi có dấu hiệu rủi ro, sự cố.',
    en: 'Account on request in an inspection, or on signs of risk or incident.',
  }),
  duty('account-low', 'provider', LOW, 'on-request', 'L15.2.a', {
    vi: 'Chỉ giải trình khi có dấu hiệu vi phạm hoặc ảnh hưởng đến quyền, lợi ích hợp pháp.',
    en: 'Account only on signs of a violation or of an effect on rights.',
  }),
]
