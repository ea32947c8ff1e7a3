import { type Text, text } from '../../base/text.ts'
import type { SignalCode, SignalState } from './signal-schema.ts'

export const SIGNAL_STATE: Readonly<Record<SignalState, Text>> = {
  open: text('Chưa xem xét', 'Not looked at'),
  dismissed: text('Đã xem xét, không xử lý tiếp', 'Looked at and set aside'),
  'check-opened': text('Đã mở kiểm tra', 'Check opened'),
  'order-started': text('Đã soạn yêu cầu', 'Order drafted'),
  passed: text('Không còn nữa', 'No longer so'),
}

export const LOOK_PAST = {
  raised: text('Nêu yêu cầu an toàn', 'Need of safety put down'),
  dismissed: text('Đã xem xét, không xử lý tiếp', 'Looked at and set aside'),
  'check-opened': text('Mở kiểm tra', 'Check opened'),
  'order-started': text('Soạn yêu cầu', 'Order drafted'),
} as const

export const SIGNAL_SAYS: Readonly<Record<SignalCode, Text>> = {
  'signal.unknown': text('Không có dấu hiệu nào như vậy.', 'There is no such signal.'),
  'signal.none-chosen': text('Chọn ít nhất một dấu hiệu.', 'Choose at least one signal.'),
  'signal.reason-missing': text('Ghi lý do.', 'Give the reason.'),
  'signal.looked-at': text(
    'Dấu hiệu này vừa được một cán bộ khác xem xét. Tải lại trang để xem kết quả.',
    'Another officer has just looked at this signal. Load the page again to see how.',
  ),
}

export const S = {
  title: text('Dấu hiệu cần xem xét', 'Signals to look at'),
  lead: text(
    'Mỗi dấu hiệu là một lý do để xem xét hệ thống, không phải kết luận. Không dấu hiệu nào được công khai hoặc gửi cho nhà cung cấp; nhà cung cấp chỉ biết khi một cuộc kiểm tra được công bố hoặc một yêu cầu được ban hành.',
    'Each signal is a reason to look at a system, never a verdict. None is public or sent to the provider, who learns of it only from a check that is announced or an order that is issued.',
  ),
  lowRule: text(
    'Hệ thống rủi ro thấp chỉ có mặt ở đây khi có sự cố, phản ánh hoặc yêu cầu bảo đảm an toàn.',
    'A low-risk system stands here only on an incident, feedback or a need of safety.',
  ),
  toChecks: text('Kiểm tra', 'Checks'),
  toCampaigns: text('Đợt kiểm tra chọn mẫu', 'Campaigns that draw a sample'),
  toPlan: text('Kế hoạch kiểm tra định kỳ', 'Plan of periodic checks'),
  toInspections: text('Thanh tra', 'Inspections'),
  toOrders: text('Yêu cầu của cơ quan có thẩm quyền', 'Orders of the authority'),
  toViolations: text('Vụ việc vi phạm', 'Violation cases'),
  none: text('Không có dấu hiệu nào đang chờ xem xét.', 'No signal is waiting to be looked at.'),
  noneFound: text('Không có dấu hiệu nào khớp với bộ lọc.', 'No signal fits these filters.'),
  filters: text('Bộ lọc', 'Filters'),
  apply: text('Lọc', 'Apply the filters'),
  clear: text('Bỏ bộ lọc', 'Clear the filters'),
  words: text('Tên hệ thống, nhà cung cấp hoặc AI-ID', 'Name of the system or provider, or AI-ID'),
  kindFilter: text('Loại dấu hiệu', 'Kind of signal'),
  levelFilter: text('Mức rủi ro đã khai', 'Level declared'),
  sectorFilter: text('Lĩnh vực', 'Field'),
  system: text('Hệ thống', 'System'),
  level: text('Mức đã khai', 'Declared'),
  reasons: text('Lý do xem xét', 'Reasons to look'),
  more: text('Xem tiếp', 'Show more'),
  moreReasons: text('và {n} dấu hiệu khác', 'and {n} more'),
  provider: text('Nhà cung cấp', 'Provider'),
  record: text('Bản ghi trên Sổ đăng ký', 'Record in the register'),
  open: text('Chưa xem xét', 'Not looked at yet'),
  openNone: text('Không có dấu hiệu nào chưa xem xét.', 'Every signal about this system has been looked at.'),
  closed: text('Đã xem xét hoặc không còn', 'Looked at, or no longer so'),
  facts: text('Dựa trên', 'Rests on'),
  since: text('Từ {time}', 'Since {time}'),
  fact: text('Dữ kiện', 'Fact'),
  value: text('Nội dung', 'What it says'),
  source: text('Nguồn', 'Source'),
  basis: text('Căn cứ', 'Basis'),
  confidence: text(
    'Luật không liệt kê dấu hiệu: loại dấu hiệu và trọng số là cấu hình của Cổng (độ tin cậy D).',
    'The Law lists no signs: kinds and weights are settings of the portal (confidence D).',
  ),
  what: text('Xử lý các dấu hiệu', 'What to do with them'),
  choose: text('Dấu hiệu', 'Signals'),
  why: text('Lý do không xử lý tiếp', 'Why they are set aside'),
  whyHint: text('Chỉ cần khi không xử lý tiếp.', 'Needed only to set them aside.'),
  dismiss: text('Không xử lý tiếp', 'Set aside'),
  check: text('Mở kiểm tra', 'Open a check'),
  order: text('Soạn yêu cầu', 'Draft an order'),
  raise: text('Nêu yêu cầu bảo đảm an toàn', 'Put down a need of safety'),
  raiseWhy: text('Vì sao an toàn đòi hỏi phải xem xét hệ thống này', 'Why safety asks for a look at this system'),
  raiseHint: text(
    'Nêu sự việc, không nêu tên người. Hệ thống rủi ro thấp chỉ được xem xét khi có sự cố, phản ánh hoặc lý do này.',
    'State the facts, name no person. A low-risk system is looked at only on an incident, feedback or this.',
  ),
  raiseButton: text('Ghi nhận lý do', 'Put it down'),
  recount: text('Tính lại dấu hiệu của hệ thống này', 'Count this system anew'),
  recountWhy: text('Dấu hiệu được tính lại mỗi đêm.', 'Signals are counted anew every night.'),
  history: text('Cán bộ đã làm gì', 'What officers did'),
  ledTo: text('Dẫn đến {number}', 'Led to {number}'),
  noted: text(
    'Việc bạn mở trang này được ghi vào nhật ký truy cập mà nhà cung cấp xem được; nhật ký không nói có dấu hiệu.',
    'That you opened this page stands in the access notes the provider can read; they do not say that there is a signal.',
  ),
} as const
