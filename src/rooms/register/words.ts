import type { Text } from '../../base/text.ts'
import type { Level, PublicSystem } from '../systems/schema.ts'
import type { Code } from './schema.ts'

export const SAYS: Readonly<Record<Code, Text>> = {
  'register.unknown': {
    vi: 'Sổ đăng ký không có hệ thống nào mang mã này.',
    en: 'The register holds no system with this AI-ID.',
  },
  'data.unknown': {
    vi: 'Không có tệp dữ liệu mở nào ở địa chỉ này. Bản cũ chỉ được giữ trong một thời gian.',
    en: 'No file of open data stands at this address. Older editions are kept for a while only.',
  },
  'data.under-way': {
    vi: 'Một lần xuất dữ liệu khác đang chạy.',
    en: 'Another export is under way.',
  },
}

export const WORDS = {
  title: { vi: 'Tra cứu hệ thống trí tuệ nhân tạo', en: 'Find an AI system' },
  about: {
    vi: 'Sổ đăng ký công khai các hệ thống trí tuệ nhân tạo đã thông báo theo Luật Trí tuệ nhân tạo.',
    en: 'The public register of AI systems notified under the Law on Artificial Intelligence.',
  },
  lead: {
    vi: 'Sổ đăng ký ghi nhận những gì nhà cung cấp tự khai báo. Được ghi nhận không có nghĩa là được phê duyệt hay cấp phép.',
    en: 'The register records what providers declare themselves. Recorded does not mean approved or licensed.',
  },
  q: { vi: 'Tên hệ thống, nhà cung cấp, mục đích hoặc mã AI-ID', en: 'Name, provider, purpose or AI-ID' },
  qHint: { vi: 'Gõ có dấu hoặc không dấu đều được.', en: 'Vietnamese may be typed with or without marks.' },
  find: { vi: 'Tìm hệ thống', en: 'Find systems' },
  filters: { vi: 'Lọc kết quả', en: 'Filter the results' },
  apply: { vi: 'Áp dụng bộ lọc', en: 'Apply filters' },
  clear: { vi: 'Xóa bộ lọc', en: 'Clear filters' },
  level: { vi: 'Mức rủi ro', en: 'Risk level' },
  state: { vi: 'Tình trạng', en: 'State' },
  sector: { vi: 'Lĩnh vực', en: 'Sector' },
  entry: { vi: 'Mục trong Danh mục rủi ro cao', en: 'Entry of the high-risk list' },
  anyEntry: { vi: 'Tất cả', en: 'All' },
  sort: { vi: 'Sắp xếp', en: 'Order' },
  best: { vi: 'Phù hợp nhất', en: 'Best match' },
  newest: { vi: 'Mới ghi nhận nhất', en: 'Newest' },
  results: { vi: 'Kết quả', en: 'Results' },
  pages: { vi: 'Các trang kết quả', en: 'Pages of results' },
  next: { vi: 'Trang sau', en: 'Next page' },
  first: { vi: 'Về trang đầu', en: 'First page' },
  whole: { vi: 'Tải toàn bộ kết quả', en: 'Download all results' },
  openData: {
    vi: 'Dữ liệu mở: toàn bộ Sổ đăng ký và lịch sử',
    en: 'Open data: the whole register and its history',
  },
  noneTitle: { vi: 'Không tìm thấy hệ thống nào', en: 'No system found' },
  noneWords: {
    vi: 'Thử ít từ hơn, hoặc tìm theo tên tổ chức cung cấp.',
    en: 'Try fewer words, or search by the name of the provider.',
  },
  noneFilters: {
    vi: 'Có hệ thống khớp với từ bạn tìm nhưng bị bộ lọc che mất.',
    en: 'There are systems with these words, but the filters hide them.',
  },
  noneLow: {
    vi: 'Hệ thống rủi ro thấp không phải thông báo, nên không có trong sổ không có nghĩa là trái luật.',
    en: 'Low-risk systems need no notice, so a system that is not here does not break the law by that.',
  },
  noMore: { vi: 'Hết kết quả', en: 'No more results' },
  noMoreText: { vi: 'Bạn đã xem hết danh sách này.', en: 'You have seen all of this list.' },
  emptyTitle: { vi: 'Sổ đăng ký chưa có hệ thống nào', en: 'The register is still empty' },
  emptyText: {
    vi: 'Hệ thống xuất hiện ở đây ngay khi nhà cung cấp gửi thông báo.',
    en: 'Systems appear here as soon as their providers send a notice.',
  },
  by: { vi: 'Nhà cung cấp', en: 'Provider' },
  back: { vi: 'Về kết quả tra cứu', en: 'Back to the search' },
  details: { vi: 'Thông tin công khai', en: 'Public information' },
  notGiven: { vi: 'Không công khai', en: 'Not public' },
  meaning: { vi: 'Mức rủi ro này nghĩa là gì', en: 'What this level means' },
  declared: {
    vi: 'Mức này do nhà cung cấp tự phân loại và thông báo; cơ quan nhà nước không phê duyệt hay xác nhận kết quả này.',
    en: 'The provider classified the system and declared this level; no authority approved or confirmed it.',
  },
  history: { vi: 'Lịch sử', en: 'History' },
  noHistory: { vi: 'Chưa có thay đổi nào được công khai.', en: 'No public change so far.' },
  reason: { vi: 'Lý do', en: 'Reason' },
  was: { vi: 'Trước', en: 'Before' },
  now: { vi: 'Nay', en: 'Now' },
  nothing: { vi: 'không có', en: 'nothing' },
  address: { vi: 'Địa chỉ của bản ghi', en: 'Address of this record' },
  qr: { vi: 'Mã QR dẫn đến bản ghi này', en: 'QR code leading to this record' },
  evidence: { vi: 'Bằng chứng ghi nhận (.tlog-proof)', en: 'Proof of recording (.tlog-proof)' },
  verify: { vi: 'Kiểm tra một bằng chứng', en: 'Check a proof' },
  order: { vi: 'Yêu cầu của cơ quan nhà nước', en: 'Order of the State' },
  tombstone: { vi: 'Dấu xóa', en: 'Tombstone' },
  badge: { vi: 'Nhãn tình trạng để đặt trên trang của bạn (SVG)', en: 'Status badge for your own page (SVG)' },
  wrong: { vi: 'Báo sai sót của bản ghi này', en: 'Report an error in this record' },
  toldTitle: { vi: 'Phản ánh về bản ghi này và kết quả', en: 'What people told about this record' },
  told: { vi: 'Phản ánh về bản ghi này và kết quả', en: 'What people told about this record, and what became of it' },
  violations: {
    vi: 'Kết quả xử lý vi phạm về hệ thống này',
    en: 'Results of handling violations on this system',
  },
  damage: { vi: 'Hệ thống này gây thiệt hại: ai bồi thường?', en: 'It did damage: who compensates?' },
  data: { vi: 'Bản ghi dưới dạng dữ liệu (JSON)', en: 'This record as data (JSON)' },
  historyData: { vi: 'Lịch sử dưới dạng dữ liệu (JSON)', en: 'Its history as data (JSON)' },
} as const satisfies Record<string, Text>

/** Sentences with a place to fill. */
export const SENTENCES = {
  found: { vi: '{n} hệ thống', en: '{n} systems' },
  foundOne: { vi: '1 hệ thống', en: '1 system' },
  filtersSet: { vi: 'Lọc kết quả (đang chọn {n})', en: 'Filter the results ({n} chosen)' },
  moreThan: { vi: 'hơn {n}', en: 'more than {n}' },
  foundMany: { vi: 'Hơn {n} hệ thống', en: 'More than {n} systems' },
  instead: { vi: 'Có phải bạn tìm “{q}”?', en: 'Did you mean “{q}”?' },
  insteadWhy: {
    vi: 'Không có hệ thống nào khớp với “{q}”. Dưới đây là kết quả cho “{instead}”.',
    en: 'No system matches “{q}”. These are the results for “{instead}”.',
  },
  recordedOn: { vi: 'Ghi nhận ngày {day}', en: 'Recorded on {day}' },
  readAt: { vi: 'Thông tin tính đến {time}.', en: 'As of {time}.' },
} as const satisfies Record<string, Text>

/** What a record is, in one sentence, whole for each state. */
export const IN_A_SENTENCE: Readonly<Record<PublicState, Text>> = {
  declared: {
    vi: '{name} là hệ thống trí tuệ nhân tạo có {level}, do {provider} cung cấp, chưa được đưa vào sử dụng.',
    en: '{name} is a {level} AI system provided by {provider}. It is not yet in use.',
  },
  'in-use': {
    vi: '{name} là hệ thống trí tuệ nhân tạo có {level}, do {provider} cung cấp, đang được sử dụng.',
    en: '{name} is a {level} AI system provided by {provider}. It is in use.',
  },
  suspended: {
    vi: '{name} là hệ thống trí tuệ nhân tạo có {level}, do {provider} cung cấp, đang tạm dừng sử dụng.',
    en: '{name} is a {level} AI system provided by {provider}. Its use is suspended.',
  },
  recalled: {
    vi: '{name} là hệ thống trí tuệ nhân tạo có {level}, do {provider} cung cấp, đã bị thu hồi.',
    en: '{name} is a {level} AI system provided by {provider}. It has been recalled.',
  },
  retired: {
    vi: '{name} là hệ thống trí tuệ nhân tạo có {level}, do {provider} cung cấp, đã ngừng sử dụng.',
    en: '{name} is a {level} AI system provided by {provider}. It has been retired.',
  },
  withdrawn: {
    vi: '{name} là hệ thống trí tuệ nhân tạo được thông báo ở mức {level}, do {provider} cung cấp; thông báo đã được rút.',
    en: '{name} was notified as a {level} AI system by {provider}. The notice has been withdrawn.',
  },
}

/** The level inside a sentence. */
export const LEVEL_INSIDE: Readonly<Record<Level, Text>> = {
  high: { vi: 'rủi ro cao', en: 'high-risk' },
  medium: { vi: 'rủi ro trung bình', en: 'medium-risk' },
  low: { vi: 'rủi ro thấp', en: 'low-risk' },
}

/** Law art. 9.1, in our words. */
export const LEVEL_MEANS: Readonly<Record<Level, Text>> = {
  high: {
    vi: 'Hệ thống có thể gây thiệt hại đáng kể đến tính mạng, sức khỏe, quyền và lợi ích hợp pháp của con người, tổ chức, đến lợi ích quốc gia, lợi ích công cộng hoặc an ninh quốc gia.',
    en: 'The system may cause significant damage to life, health, the rights and lawful interests of people and organisations, to national or public interests, or to national security.',
  },
  medium: {
    vi: 'Hệ thống có thể gây nhầm lẫn, tác động hoặc thao túng người sử dụng vì họ không nhận biết được mình đang gặp trí tuệ nhân tạo hoặc nội dung do trí tuệ nhân tạo tạo ra.',
    en: 'The system may confuse, influence or manipulate people because they cannot tell that they face AI or content made by AI.',
  },
  low: {
    vi: 'Hệ thống không thuộc mức rủi ro cao hay trung bình. Luật không buộc thông báo; nhà cung cấp tự nguyện công khai.',
    en: 'The system is neither high-risk nor medium-risk. The law asks for no notice; the provider chose to publish it.',
  },
}

interface Loud {
  readonly title: Text
  readonly text: Text
}

/** What a reader must not overlook. */
export const LOUD: Readonly<Record<Exclude<PublicState, 'declared' | 'in-use'>, Loud>> = {
  suspended: {
    title: { vi: 'Hệ thống đang tạm dừng', en: 'This system is suspended' },
    text: {
      vi: 'Việc sử dụng hệ thống đang tạm dừng cho đến khi có thông tin mới trong lịch sử dưới đây.',
      en: 'Its use is suspended until the history below says otherwise.',
    },
  },
  recalled: {
    title: { vi: 'Hệ thống đã bị thu hồi', en: 'This system has been recalled' },
    text: {
      vi: 'Không tiếp tục sử dụng hệ thống này. Nếu bạn đang dùng, hãy liên hệ nhà cung cấp.',
      en: 'Do not go on using this system. If you use it, contact the provider.',
    },
  },
  retired: {
    title: { vi: 'Hệ thống đã ngừng sử dụng', en: 'This system has been retired' },
    text: {
      vi: 'Bản ghi được giữ lại để tra cứu; hệ thống không còn được cung cấp.',
      en: 'The record stays for reference; the system is no longer provided.',
    },
  },
  withdrawn: {
    title: { vi: 'Thông báo đã được rút', en: 'The notice has been withdrawn' },
    text: {
      vi: 'Nhà cung cấp đã rút thông báo về hệ thống này. Bản ghi được giữ lại để tra cứu.',
      en: 'The provider has withdrawn the notice of this system. The record stays for reference.',
    },
  },
}

type PublicState = PublicSystem['state']
type Column = Exclude<keyof PublicSystem, 'provider'> | 'providerName' | 'providerAddress' | 'providerContact'

/** What is public of a system: labels of the record page and header of the CSV file, in this order. Never renamed. */
export const FIELDS = {
  aiId: { vi: 'Mã AI-ID', en: 'AI-ID' },
  name: { vi: 'Tên hệ thống', en: 'Name' },
  version: { vi: 'Phiên bản', en: 'Version' },
  level: { vi: 'Mức rủi ro', en: 'Risk level' },
  state: { vi: 'Tình trạng', en: 'State' },
  providerName: { vi: 'Nhà cung cấp', en: 'Provider' },
  providerAddress: { vi: 'Địa chỉ nhà cung cấp', en: 'Provider’s address' },
  providerContact: { vi: 'Liên hệ nhà cung cấp', en: 'Provider’s contact' },
  purpose: { vi: 'Mục đích sử dụng', en: 'Purpose' },
  functions: { vi: 'Chức năng chính', en: 'Main functions' },
  scope: { vi: 'Phạm vi triển khai', en: 'Scope of deployment' },
  users: { vi: 'Nhóm người sử dụng', en: 'User groups' },
  affected: { vi: 'Người bị ảnh hưởng', en: 'Affected persons' },
  sectors: { vi: 'Lĩnh vực', en: 'Sectors' },
  entries: { vi: 'Mục trong Danh mục rủi ro cao', en: 'Entries of the high-risk list' },
  firstUse: { vi: 'Ngày bắt đầu sử dụng', en: 'First used' },
  recordedAt: { vi: 'Thời điểm ghi nhận', en: 'Recorded' },
  changedAt: { vi: 'Thay đổi gần nhất', en: 'Last changed' },
} as const satisfies Readonly<Record<Column, Text>>
export type Field = keyof typeof FIELDS
