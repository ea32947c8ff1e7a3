import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'

export interface Instrument {
  /** First letter of a `Cite`; `P` is cited by number only. */
  readonly id: 'L' | 'N' | 'Q' | 'T' | 'P'
  readonly number: string
  readonly title: Text
  readonly signed: Day
  readonly from: Day
  readonly link: string
  readonly confidence: Confidence
}

export interface Provision {
  /** `L10`, `N12`, `Q4`; the list annexed to the Decision is `Q.` */
  readonly id: string
  readonly title: Text
  /** Our own words, no substitute for the text behind the link. */
  readonly gist: Text
}

export const INSTRUMENTS: readonly Instrument[] = [
  {
    id: 'L',
    number: '134/2025/QH15',
    title: { vi: 'Luật Trí tuệ nhân tạo', en: 'Law on Artificial Intelligence' },
    signed: day('2025-12-10'),
    from: day('2026-03-01'),
    link: 'https://vanban.chinhphu.vn/?classid=1&docid=216334&pageid=27160&typegroupid=3',
    confidence: 'A',
  },
  {
    id: 'N',
    number: '142/2026/NĐ-CP',
    title: {
      vi: 'Nghị định quy định chi tiết một số điều và biện pháp thi hành Luật Trí tuệ nhân tạo',
      en: 'Decree detailing the Law on Artificial Intelligence',
    },
    signed: day('2026-04-30'),
    from: day('2026-05-01'),
    link: 'https://vanban.chinhphu.vn/?pageid=27160&docid=218029',
    confidence: 'A',
  },
  {
    id: 'Q',
    number: '33/2026/QĐ-TTg',
    title: {
      vi: 'Quyết định ban hành Danh mục hệ thống trí tuệ nhân tạo có rủi ro cao',
      en: 'Decision issuing the list of high-risk AI systems',
    },
    signed: day('2026-06-30'),
    from: day('2026-08-15'),
    link: 'https://vanban.chinhphu.vn/?docid=218658&pageid=27160',
    confidence: 'A-ocr',
  },
  {
    id: 'T',
    number: '05/2026/TT-BKHCN',
    title: {
      vi: 'Thông tư ban hành Khung đạo đức trí tuệ nhân tạo quốc gia',
      en: 'Circular issuing the National AI Ethics Framework',
    },
    signed: day('2026-03-10'),
    from: day('2026-03-10'),
    link: 'https://vanban.chinhphu.vn/?pageid=27160&docid=217165',
    confidence: 'A',
  },
  {
    id: 'P',
    number: '367/QĐ-TTg',
    title: {
      vi: 'Kế hoạch triển khai thi hành Luật Trí tuệ nhân tạo',
      en: 'Plan to implement the Law on Artificial Intelligence',
    },
    signed: day('2026-02-28'),
    from: day('2026-02-28'),
    link: 'https://vanban.chinhphu.vn/?pageid=27160&docid=217086',
    confidence: 'B',
  },
]

/** Stands beside every paraphrase. */
export const NO_SUBSTITUTE: Text = {
  vi: 'Tóm tắt bằng lời của chúng tôi, không thay thế văn bản chính thức.',
  en: 'A summary in our own words, no substitute for the official text.',
}

const p = (id: string, titleVi: string, titleEn: string, vi: string, en: string): Provision => ({
  id,
  title: { vi: titleVi, en: titleEn },
  gist: { vi, en },
})

/** The articles cited by the rule set. */
export const PROVISIONS: readonly Provision[] = [
  p(
    'L1',
    'Phạm vi điều chỉnh',
    'Scope',
    'Luật áp dụng cho hoạt động trí tuệ nhân tạo tại Việt Nam, trừ hoạt động chỉ phục vụ quốc phòng, an ninh, cơ yếu.',
    'The Law covers AI activity in Vietnam, except what serves only defence, security or cipher.',
  ),
  p(
    'L3',
    'Giải thích từ ngữ',
    'Definitions',
    'Xác định thế nào là hệ thống trí tuệ nhân tạo và ai là nhà cung cấp, bên triển khai, người sử dụng, người bị ảnh hưởng.',
    'Says what an AI system is and who is a provider, deployer, user or affected person.',
  ),
  p(
    'L7',
    'Các hành vi bị nghiêm cấm',
    'Prohibited acts',
    'Sáu nhóm hành vi không ai được làm với trí tuệ nhân tạo.',
    'Six groups of acts nobody may do with AI.',
  ),
  p(
    'L8',
    'Cổng một cửa và cơ sở dữ liệu quốc gia',
    'Portal and national database',
    'Một cổng và một cơ sở dữ liệu về hệ thống trí tuệ nhân tạo để tiếp nhận, quản lý và công khai.',
    'One portal and one database of AI systems to receive, manage and publish.',
  ),
  p(
    'L9',
    'Phân loại mức độ rủi ro',
    'Risk levels',
    'Ba mức: cao, trung bình và thấp.',
    'Three levels: high, medium and low.',
  ),
  p(
    'L10',
    'Phân loại và thông báo',
    'Classification and notification',
    'Nhà cung cấp tự phân loại trước khi đưa vào sử dụng và thông báo kết quả mức cao, trung bình qua Cổng.',
    'The provider classifies before use and notifies high and medium results through the portal.',
  ),
  p(
    'L11',
    'Trách nhiệm minh bạch',
    'Transparency',
    'Người sử dụng phải nhận biết được mình đang gặp trí tuệ nhân tạo hoặc nội dung do trí tuệ nhân tạo tạo ra.',
    'People must be able to tell that they face AI or content made by AI.',
  ),
  p(
    'L12',
    'Quản lý và xử lý sự cố',
    'Incidents',
    'Sự cố nghiêm trọng phải được khắc phục, ghi nhận và báo cáo qua Cổng.',
    'Serious incidents are to be fixed, recorded and reported through the portal.',
  ),
  p(
    'L13',
    'Đánh giá sự phù hợp',
    'Conformity assessment',
    'Hệ thống rủi ro cao phải có kết quả đánh giá sự phù hợp trước khi sử dụng, một số phải được chứng nhận.',
    'High-risk systems need a conformity result before use; some must be certified.',
  ),
  p(
    'L14',
    'Quản lý hệ thống rủi ro cao',
    'High-risk management',
    'Trách nhiệm của nhà cung cấp, bên triển khai và người sử dụng hệ thống rủi ro cao.',
    'What provider, deployer and user of a high-risk system must do.',
  ),
  p(
    'L15',
    'Quản lý rủi ro trung bình và thấp',
    'Medium and low risk',
    'Trách nhiệm nhẹ hơn, chủ yếu là minh bạch và giải trình khi được yêu cầu.',
    'Lighter duties, mainly transparency and explanation on request.',
  ),
  p(
    'L27',
    'Đạo đức và đánh giá tác động',
    'Ethics and impact assessment',
    'Cơ quan nhà nước tuân thủ khung đạo đức và lập báo cáo đánh giá tác động.',
    'State bodies comply with the ethics framework and report on impact.',
  ),
  p(
    'L34',
    'Hiệu lực thi hành',
    'Entry into force',
    'Luật có hiệu lực từ ngày 01/3/2026.',
    'The Law is in force from 1 March 2026.',
  ),
  p(
    'L28',
    'Thanh tra, kiểm tra',
    'Inspections and checks',
    'Bên được thanh tra, kiểm tra cung cấp hồ sơ, nhật ký và dữ liệu cần thiết; kết luận được công khai.',
    'Whoever is inspected or checked produces the records needed; conclusions are made public.',
  ),
  p(
    'L29',
    'Xử lý vi phạm và bồi thường thiệt hại',
    'Violations and compensation',
    'Vi phạm thì bị xử phạt hoặc truy cứu trách nhiệm hình sự, gây thiệt hại thì bồi thường; hệ thống rủi ro cao vận hành đúng mà vẫn gây thiệt hại thì bên triển khai bồi thường, trừ hai trường hợp miễn trừ; bên thứ ba xâm nhập phải bồi thường.',
    'Breaches are sanctioned or prosecuted, damage is compensated; the deployer of a high-risk system compensates even when it was run properly, with two exemptions; a third party that breaks in compensates.',
  ),
  p(
    'L30',
    'Nội dung và trách nhiệm quản lý nhà nước',
    'What the State manages, and who',
    'Bộ Khoa học và Công nghệ là đầu mối; bộ, cơ quan ngang bộ và cấp tỉnh quản lý trong phạm vi của mình; khiếu nại, tố cáo được giải quyết theo pháp luật.',
    'The Ministry of Science and Technology is the focal point, ministries and provinces act within their remit; complaints are settled as the law provides.',
  ),
  p(
    'L31',
    'Bảo mật thông tin',
    'Keeping information confidential',
    'Cơ quan chỉ yêu cầu thông tin cần thiết, tương xứng với nhiệm vụ và phải giữ bí mật.',
    'Authorities ask only for what is necessary and proportionate, and keep it confidential.',
  ),
  p(
    'L35',
    'Quy định chuyển tiếp',
    'Transition',
    'Hệ thống hoạt động trước ngày Luật có hiệu lực được thêm 12 hoặc 18 tháng.',
    'Systems in operation before the Law have 12 or 18 months more.',
  ),
  p(
    'N4',
    'Cổng và cơ sở dữ liệu',
    'Portal and database',
    'Cổng tiếp nhận, cấp mã định danh, công khai; không thu thập hệ thống nội bộ của Đảng, bí mật nhà nước, quốc phòng, an ninh.',
    'The portal receives, issues identifiers, publishes; it takes in no Party-internal, state-secret, defence or security systems.',
  ),
  p(
    'N6',
    'Phân loại',
    'Classifying',
    'Đối tượng phân loại là hệ thống, không phải mô hình đứng riêng.',
    'Systems are classified, not models by themselves.',
  ),
  p(
    'N8',
    'Tiêu chí xây dựng Danh mục',
    'Criteria of the list',
    'Tiêu chí và trường hợp loại trừ khi các bộ xây dựng Danh mục rủi ro cao.',
    'What ministries weigh, and leave out, when they write the high-risk list.',
  ),
  p(
    'N9',
    'Rủi ro trung bình',
    'Medium risk',
    'Khi nào hệ thống có rủi ro trung bình và năm trường hợp loại trừ.',
    'When a system is of medium risk, and five exclusions.',
  ),
  p(
    'N10',
    'Công cụ hỗ trợ và hướng dẫn phân loại',
    'Support tool and guidance',
    'Công cụ trực tuyến miễn phí, không bắt buộc; chưa rõ mức thì đề nghị hướng dẫn.',
    'A free and optional online tool; where the level is unclear, ask for guidance.',
  ),
  p(
    'N11',
    'Rà soát, phân loại lại',
    'Review and reclassification',
    'Khi nào phải rà soát lại mức rủi ro và thời hạn thông báo.',
    'When the level must be reviewed and by when the result is notified.',
  ),
  p(
    'N12',
    'Hồ sơ phân loại',
    'Classification dossier',
    'Bốn phần của hồ sơ phân loại và những gì không được đưa vào.',
    'The four parts of the dossier and what must stay out of it.',
  ),
  p(
    'N13',
    'Đánh giá sự phù hợp',
    'Conformity assessment',
    'Hình thức, đánh giá lại và nội dung công khai kết quả đánh giá.',
    'Routes, re-assessment and what of the result is public.',
  ),
  p(
    'N14',
    'Thông báo kết quả phân loại',
    'Notification',
    'Gửi qua Cổng, được ghi nhận tự động và nhận ngay mã định danh.',
    'Sent through the portal, recorded automatically, identifier at once.',
  ),
  p(
    'N15',
    'Vận hành hệ thống rủi ro cao',
    'Operating high-risk systems',
    'Biện pháp quản lý rủi ro tối thiểu của nhà cung cấp và bên triển khai.',
    'The least that provider and deployer must do to manage risk.',
  ),
  p(
    'N16',
    'Nguyên tắc minh bạch và giải trình',
    'Transparency and explanation',
    'Nhà cung cấp, bên triển khai thông báo, đánh dấu, gắn nhãn, cung cấp thông tin về hệ thống và lưu tài liệu.',
    'Providers and deployers give notice, mark, label, tell about the system and keep records.',
  ),
  p(
    'N17',
    'Đánh dấu nội dung',
    'Marking content',
    'Âm thanh, hình ảnh, video do hệ thống tạo ra phải có dấu hiệu máy đọc được.',
    'Generated audio, images and video carry a machine-readable mark.',
  ),
  p(
    'N18',
    'Thông báo và gắn nhãn',
    'Notice and label',
    'Khi nào và cách nào thông báo, gắn nhãn nội dung cho công chúng.',
    'When and how the public is told of AI content.',
  ),
  p(
    'N19',
    'Báo cáo sự cố nghiêm trọng',
    'Serious-incident reports',
    'Loại hậu quả, thời hạn 72 giờ hoặc 05 ngày làm việc và báo cáo khắc phục trong 15 ngày.',
    'Classes of consequence, 72 hours or 5 working days, and a final report in 15 days.',
  ),
  p(
    'N20',
    'Đánh giá tác động của cơ quan nhà nước',
    'Impact assessment by state bodies',
    'Khi nào cơ quan nhà nước phải đánh giá tác động, phê duyệt và công khai.',
    'When a state body must assess impact, sign off and publish.',
  ),
  p(
    'N41',
    'Trách nhiệm của Bộ Khoa học và Công nghệ',
    'What the Ministry of Science and Technology does',
    'Vận hành Cổng và Cơ sở dữ liệu về hệ thống; tiếp nhận thông báo, báo cáo sự cố, phản ánh, kiến nghị; trình Danh mục, hướng dẫn, kiểm tra, xử lý vi phạm.',
    'Runs the portal and the database on AI systems; receives notices, incident reports, feedback and petitions; submits the lists, guides, checks and sanctions.',
  ),
  p(
    'N42',
    'Trách nhiệm của Bộ Công an',
    'What the Ministry of Public Security does',
    'Phòng, chống vi phạm; quản lý Cơ sở dữ liệu quốc gia về trí tuệ nhân tạo; chủ trì xác minh, xử lý sự cố ảnh hưởng đến an ninh quốc gia, trật tự, an toàn xã hội.',
    'Acts against crime and breaches; keeps the National AI Database; leads verifying and handling incidents that touch national security, public order and safety.',
  ),
  p(
    'N46',
    'Cổng chưa vận hành chính thức',
    'Before the portal runs officially',
    'Cho đến khi có thông báo vận hành chính thức, thông báo và báo cáo gửi qua kênh khác được công bố có giá trị pháp lý như nhau.',
    'Until official operation is announced, notices and reports sent through another announced channel have the same legal value.',
  ),
  p(
    'Q1',
    'Danh mục và nguyên tắc áp dụng',
    'List and principles',
    'Ban hành Danh mục; thuộc hay không thuộc Danh mục đều phải giữ nguyên tắc cơ bản của pháp luật.',
    'Issues the list; listed or not, the basic principles of the law remain.',
  ),
  p(
    'Q2',
    'Tiêu chí xác định',
    'Criteria',
    'Hai tiêu chí cùng lúc: có thể gây thiệt hại đáng kể và không thuộc trường hợp loại trừ.',
    'Two criteria together: possible considerable harm, and no exclusion.',
  ),
  p(
    'Q4',
    'Điều khoản chuyển tiếp',
    'Transition',
    'Thời hạn cho hệ thống thuộc Danh mục đã hoạt động trước hoặc trong sáu tháng kể từ ngày 15/8/2026.',
    'Dates for listed systems in operation before, or within six months from, 15 August 2026.',
  ),
  p(
    'Q.',
    'Danh mục kèm theo',
    'The annexed list',
    'Bốn mươi sáu loại hệ thống trong sáu lĩnh vực, mỗi loại có điều kiện áp dụng riêng.',
    'Forty-six kinds of system in six fields, each with conditions of its own.',
  ),
]

/** The article a citation points into: `L10.3` → `L10`, `Q.VI.7` → the list. */
export const provisionOf = (cite: Cite): Provision | undefined => {
  const id = cite.startsWith('Q.') ? 'Q.' : cite.split('.')[0]
  return PROVISIONS.find((provision) => provision.id === id)
}

export const instrumentOf = (cite: Cite): Instrument | undefined => INSTRUMENTS.find((i) => i.id === cite.slice(0, 1))
