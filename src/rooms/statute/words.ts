import type { Text } from '../../base/text.ts'
import type { Confidence } from '../../law/cite.ts'
import type { Code } from './schema.ts'

export const SAYS: Record<Code, Text> = {
  'statute.no-entry': {
    vi: 'Danh mục hệ thống rủi ro cao không có mục này.',
    en: 'The high-risk list has no such entry.',
  },
  'statute.no-provision': {
    vi: 'Không có điều khoản này trong các văn bản mà Cổng dẫn chiếu.',
    en: 'There is no such provision in the instruments this portal refers to.',
  },
  'statute.no-calendar': { vi: 'Không có lịch này.', en: 'There is no such calendar.' },
  'statute.no-rule-set': {
    vi: 'Chưa từng có bộ quy tắc nào mang mã này.',
    en: 'No rule set ever had this identifier.',
  },
}

export const CONFIDENCE: Record<Confidence, Text> = {
  A: { vi: 'đã đọc toàn văn bản chính thức', en: 'read in full in the official text' },
  'A-ocr': { vi: 'đã đọc trên bản quét của văn bản chính thức', en: 'read in a scan of the official text' },
  B: { vi: 'hai nguồn thống nhất với nhau', en: 'two sources agree' },
  C: { vi: 'theo một nguồn', en: 'one source' },
  D: { vi: 'cách hiểu của chúng tôi ở chỗ luật chưa quy định rõ', en: 'our own reading where the law is silent' },
}

export const WORDS = {
  law: { vi: 'Pháp luật về trí tuệ nhân tạo', en: 'The law on artificial intelligence' },
  lawAbout: {
    vi: 'Các văn bản đang có hiệu lực, danh mục hệ thống rủi ro cao, việc phải làm theo vai trò và hành vi bị nghiêm cấm.',
    en: 'The instruments in force, the list of high-risk systems, who must do what, and the prohibited acts.',
  },
  lawLead: {
    vi: 'Cổng này vận hành theo các văn bản dưới đây. Các trang trong mục này diễn giải bằng lời dễ hiểu và luôn dẫn về văn bản chính thức.',
    en: 'This portal works by the instruments below. The pages here put them in plain words and always lead back to the official text.',
  },
  find: { vi: 'Bạn muốn biết điều gì', en: 'What would you like to know' },
  instruments: { vi: 'Văn bản đang có hiệu lực', en: 'Instruments in force' },
  articles: { vi: 'Điều luật được dẫn chiếu trên Cổng', en: 'Articles this portal refers to' },
  instrument: { vi: 'Văn bản', en: 'Instrument' },
  signed: { vi: 'Ngày ban hành', en: 'Signed' },
  from: { vi: 'Có hiệu lực từ', en: 'In force from' },
  official: { vi: 'Đọc văn bản chính thức', en: 'Read the official text' },
  officialOf: {
    vi: 'Đọc văn bản chính thức trên vanban.chinhphu.vn',
    en: 'Read the official text on vanban.chinhphu.vn',
  },
  read: { vi: 'Nguồn', en: 'Source' },
  highRisk: { vi: 'Danh mục hệ thống rủi ro cao', en: 'The list of high-risk systems' },
  highRiskHint: {
    vi: '46 loại hệ thống trong sáu lĩnh vực, mỗi loại kèm điều kiện và trường hợp loại trừ.',
    en: '46 kinds of system in six fields, each with its conditions and exclusions.',
  },
  highRiskLead: {
    vi: 'Hệ thống có rủi ro cao khi thuộc một mục dưới đây và đáp ứng các điều kiện của mục đó. Tên mục chưa đủ để kết luận: hãy đọc điều kiện, hoặc dùng công cụ phân loại.',
    en: 'A system is high-risk when it belongs to an entry below and meets the conditions of that entry. The name alone settles nothing: read the conditions, or use the classification tool.',
  },
  useTool: { vi: 'Phân loại hệ thống của bạn', en: 'Classify your system' },
  allSectors: { vi: 'Tất cả lĩnh vực', en: 'All fields' },
  sector: { vi: 'Lĩnh vực', en: 'Field' },
  sectors: { vi: 'Chọn lĩnh vực', en: 'Choose a field' },
  entry: { vi: 'Mục', en: 'Entry' },
  system: { vi: 'Hệ thống', en: 'System' },
  route: { vi: 'Đánh giá sự phù hợp', en: 'Conformity assessment' },
  routeShort: {
    vi: { self: 'Tự đánh giá', certification: 'Chứng nhận', unknown: 'Chưa rõ' },
    en: { self: 'Self-assessment', certification: 'Certification', unknown: 'Not certain' },
  },
  routeUnknown: {
    vi: 'Cột này trong bản quét của Danh mục không đọc được chắc chắn, nên chúng tôi không đoán. Hãy đối chiếu bản gốc hoặc đề nghị hướng dẫn.',
    en: 'This column of the scanned list cannot be read for certain, so we do not guess. Check the printed list or ask for guidance.',
  },
  group: { vi: 'Nhóm', en: 'Group' },
  what: { vi: 'Là hệ thống nào', en: 'Which system this is' },
  when: { vi: 'Khi nào hệ thống thuộc mục này', en: 'When a system belongs to this entry' },
  whenAll: { vi: 'Phải đáp ứng tất cả các điều sau.', en: 'All of these must hold.' },
  whenAny: { vi: 'Chỉ cần một trong các điều sau.', en: 'Any one of these is enough.' },
  limits: { vi: 'Phạm vi của mục', en: 'What the entry covers' },
  conditions: { vi: 'Điều kiện', en: 'Conditions' },
  exclusions: { vi: 'Trường hợp loại trừ', en: 'Exclusions' },
  exclusionsLead: {
    vi: 'Chỉ cần một trường hợp đúng, hệ thống không thuộc mục này.',
    en: 'If one of them holds, the system does not belong to this entry.',
  },
  noExclusions: { vi: 'Mục này không có trường hợp loại trừ.', en: 'This entry has no exclusion.' },
  asides: { vi: 'Hỏi để ghi nhận, không quyết định', en: 'Asked for the record, decides nothing' },
  counts: {
    vi: { yes: 'Đáp ứng khi trả lời: Có', no: 'Đáp ứng khi trả lời: Không' },
    en: { yes: 'Met by the answer: yes', no: 'Met by the answer: no' },
  },
  takesOut: {
    vi: { yes: 'Loại trừ khi trả lời: Có', no: 'Loại trừ khi trả lời: Không' },
    en: { yes: 'Excluded by the answer: yes', no: 'Excluded by the answer: no' },
  },
  presumed: {
    vi: 'Danh mục coi hệ quả này là vốn có; nếu phủ nhận, hãy nêu lý do và đề nghị hướng dẫn.',
    en: 'The list takes this effect as given; whoever denies it states reasons and asks for guidance.',
  },
  due: { vi: 'Thời hạn', en: 'By when' },
  dueNew: {
    vi: 'Hệ thống đưa vào sử dụng từ ngày 16/02/2027: hoàn thành trước khi đưa vào sử dụng.',
    en: 'A system first used from 16 February 2027: to be done before it is put into use.',
  },
  note: { vi: 'Ghi chú về cách đọc mục này', en: 'How we read this entry' },
  confidence: { vi: 'Mức chắc chắn', en: 'How sure we are' },
  cite: { vi: 'Căn cứ', en: 'Basis' },
  inForceFrom: { vi: 'Áp dụng từ', en: 'Applies from' },
  fullList: { vi: 'Xem toàn bộ Danh mục', en: 'See the whole list' },
  provisions: { vi: 'Điều khoản', en: 'Provision' },
  ours: { vi: 'Tóm tắt', en: 'In short' },
  noGist: {
    vi: 'Chúng tôi chưa tóm tắt điều này. Hãy đọc văn bản chính thức.',
    en: 'We have not summarised this article. Please read the official text.',
  },
  citingDuties: { vi: 'Việc phải làm theo điều khoản này', en: 'Duties that rest on it' },
  citingQuestions: { vi: 'Câu hỏi phân loại dựa trên điều khoản này', en: 'Questions of the tool that rest on it' },
  citingNothing: {
    vi: 'Không có việc phải làm hay câu hỏi nào trên Cổng dựa trực tiếp vào điều khoản này.',
    en: 'No duty and no question on this portal rests directly on this provision.',
  },
  wholeArticle: { vi: 'Xem cả điều', en: 'See the whole article' },
  duties: { vi: 'Ai phải làm gì', en: 'Who must do what' },
  dutiesHint: {
    vi: 'Việc của nhà cung cấp, bên triển khai, người sử dụng và cơ quan nhà nước ở từng mức rủi ro.',
    en: 'What providers, deployers, users and state bodies must do at each level of risk.',
  },
  dutiesLead: {
    vi: 'Việc phải làm phụ thuộc vào vai trò của bạn và mức rủi ro của hệ thống. Một người có thể giữ nhiều vai trò.',
    en: 'What you must do depends on your role and on the level of the system. One person may hold several roles.',
  },
  duty: { vi: 'Việc phải làm', en: 'Duty' },
  levels: { vi: 'Mức rủi ro', en: 'Level' },
  time: { vi: 'Khi nào', en: 'When' },
  allLevels: { vi: 'Mọi mức rủi ro', en: 'Every level' },
  everyLevel: { vi: 'mọi mức', en: 'every level' },
  chooseLevel: { vi: 'Chọn mức rủi ro', en: 'Choose a level' },
  levelShort: {
    vi: { high: 'cao', medium: 'trung bình', low: 'thấp' },
    en: { high: 'high', medium: 'medium', low: 'low' },
  },
  onlyIf: { vi: 'Chỉ khi trả lời “Có” cho câu hỏi:', en: 'Only if the answer is yes to:' },
  roles: { vi: 'Đến phần của', en: 'Go to' },
  prohibited: { vi: 'Hành vi bị nghiêm cấm', en: 'Prohibited acts' },
  prohibitedHint: {
    vi: 'Sáu nhóm hành vi không ai được làm, ở bất kỳ mức rủi ro nào.',
    en: 'Six groups of acts nobody may do, whatever the level of risk.',
  },
  prohibitedLead: {
    vi: 'Luật cấm hành vi chứ không cấm loại hệ thống nào. Các hành vi sau bị cấm ở mọi mức rủi ro và với mọi người.',
    en: 'The Law forbids acts, not kinds of system. These acts are forbidden at every level and to everyone.',
  },
  ruleSets: { vi: 'Bộ quy tắc phân loại', en: 'Rule sets of the tool' },
  ruleSetsHint: {
    vi: 'Mọi bộ quy tắc công cụ đã từng dùng, để bất kỳ ai kiểm tra lại một kết quả.',
    en: 'Every rule set the tool ever used, so that anyone can check a result again.',
  },
  ruleSetsLead: {
    vi: 'Công cụ phân loại chạy theo một bộ quy tắc được công bố toàn văn dưới dạng dữ liệu. Quy tắc mới không làm thay đổi kết quả đã lưu: mỗi kết quả ghi rõ bộ quy tắc và ngày áp dụng.',
    en: 'The classification tool runs by a set of rules that is published in full as data. A newer set never changes a kept result: each names its rule set and its day.',
  },
  ruleSet: { vi: 'Mã bộ quy tắc', en: 'Rule set' },
  firstUsed: { vi: 'Dùng lần đầu', en: 'First used' },
  notUsed: { vi: 'Chưa có kết quả nào được lưu', en: 'No result kept under it yet' },
  present: { vi: 'Hiện hành', en: 'In force now' },
  former: { vi: 'Trước đây', en: 'Former' },
  state: { vi: 'Tình trạng', en: 'State' },
  list: { vi: 'Danh mục', en: 'List' },
  asJson: { vi: 'Toàn văn dạng JSON', en: 'In full, as JSON' },
  data: { vi: 'Dữ liệu', en: 'Data' },
} as const
