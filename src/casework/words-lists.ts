import type { Text } from '../base/text.ts'

const t = (vi: string, en: string): Text => ({ vi, en })

/** Words both lists use. `{…}` is filled in. */
export const L = {
  file: t('Hồ sơ', 'File'),
  standing: t('Tình trạng', 'Where it stands'),
  next: t('Thời hạn gần nhất', 'Next date'),
  filters: t('Lọc hồ sơ', 'Filter'),
  filtersSet: t('Lọc hồ sơ (đang dùng {n})', 'Filter ({n} in use)'),
  apply: t('Lọc', 'Apply'),
  clear: t('Bỏ lọc', 'Clear filters'),
  over: t('Quá hạn', 'Overdue'),
  soon: t('Sắp đến hạn', 'Due soon'),
  late: t('Trễ hạn: {clock}', 'Late: {clock}'),
  noDate: t('Không có thời hạn nào đang chạy.', 'No time limit is running.'),
  one: t('1 hồ sơ', '1 file'),
  many: t('{n} hồ sơ', '{n} files'),
  calendar: t('Lịch thời hạn riêng', 'Private calendar of due dates'),
  calendarWhy: t(
    'Xem mọi thời hạn trong ứng dụng lịch bạn đang dùng.',
    'See every due date in the calendar program you use.',
  ),
} as const

/** The list of an organisation. */
export const C = {
  title: t('Hồ sơ của tổ chức', 'Files of your organisation'),
  lead: t('Mọi hồ sơ {name} đã lập, ở mọi thủ tục.', 'Every file of {name}, over all procedures.'),
  about: t(
    'Hồ sơ nào đang chờ ai, đến bao giờ, và bạn có thể làm gì.',
    'Which file waits for whom, until when, and what you can do.',
  ),
  show: t('Hiện', 'Show'),
  all: t('Tất cả', 'All'),
  open: t('Đang giải quyết', 'Open'),
  ours: t('Đang chờ tổ chức của bạn', 'Waiting for you'),
  closed: t('Đã xong', 'Closed'),
  canDo: t('Việc bạn có thể làm', 'What you can do'),
  nothing: t('Không phải làm gì lúc này.', 'Nothing to do now.'),
  emptyTitle: t('Tổ chức của bạn chưa có hồ sơ nào', 'Your organisation has no files yet'),
  emptyText: t('Bạn có thể bắt đầu một trong các thủ tục sau:', 'You can begin one of these:'),
  noneTitle: t('Không có hồ sơ nào ở mục này', 'No files here'),
  noneText: t('Hồ sơ khác của tổ chức vẫn còn đó.', 'The other files of your organisation are still there.'),
  showAll: t('Xem tất cả hồ sơ', 'Show all files'),
  begin: t('Lập hồ sơ mới', 'Begin a new file'),
  most: t('Chỉ hiện {n} hồ sơ thay đổi gần đây nhất.', 'Only the {n} files that changed last are shown.'),
} as const

/** The queue of a unit. */
export const D = {
  begin: t('Đơn vị tự lập', 'Begun by your unit'),
  title: t('Hồ sơ cần xử lý', 'Files on your desk'),
  lead: t(
    'Hồ sơ của đơn vị, hạn gần nhất trước; hồ sơ không có thời hạn đứng sau, chờ lâu nhất trước.',
    'The files of your unit, the nearest due date first; files without a date follow, the longest waiting first.',
  ),
  procedure: t('Thủ tục', 'Procedure'),
  state: t('Trạng thái', 'State'),
  whose: t('Người xử lý', 'Officer'),
  everyone: t('Mọi người', 'Everyone'),
  mine: t('Tôi', 'Mine'),
  nobody: t('Chưa ai nhận', 'Nobody yet'),
  waiting: t('Đang chờ', 'Waiting for'),
  either: t('Bên nào cũng được', 'Either side'),
  unit: t('Đơn vị của bạn', 'Your unit'),
  party: t('Bên nộp hồ sơ', 'The party'),
  due: t('Thời hạn', 'Due'),
  anytime: t('Bất kỳ', 'Any time'),
  over: t('Đã quá hạn', 'Overdue'),
  soon: t('Trong 3 ngày tới', 'Within 3 days'),
  part: t('Vai trò của đơn vị', 'Part of your unit'),
  both: t('Chủ trì và theo dõi', 'Lead and copy'),
  leads: t('Chủ trì', 'Lead'),
  copy: t('Theo dõi', 'Copy'),
  closed: t('Hồ sơ', 'Files'),
  atWork: t('Đang giải quyết', 'At work'),
  done: t('Đã xong', 'Closed'),
  officer: t('Người xử lý: {who}', 'Officer: {who}'),
  nobodyYet: t('Chưa ai nhận xử lý', 'Nobody has taken it yet'),
  waitsUnit: t('Chờ đơn vị, từ {time}', 'With the unit since {time}'),
  waitsParty: t('Chờ bên nộp hồ sơ, từ {time}', 'With the party since {time}'),
  waitsNobody: t('Không chờ ai, từ {time}', 'With nobody since {time}'),
  keys: t(
    'Trong danh sách: phím j và k (hoặc mũi tên) để sang dòng sau, dòng trước; Enter để mở; ? để ẩn hoặc hiện dòng này.',
    'In the list: j and k (or the arrows) go to the next and the previous row, Enter opens it, ? hides or shows this line.',
  ),
  emptyTitle: t('Không có hồ sơ nào chờ xử lý', 'Nothing waits on this desk'),
  emptyText: t(
    'Hồ sơ xuất hiện ở đây khi bên nộp gửi đến đơn vị của bạn hoặc đơn vị khác chuyển sang.',
    'A file comes here when a party sends it to your unit or another unit hands it over.',
  ),
  noneTitle: t('Không có hồ sơ nào khớp bộ lọc', 'No file matches these filters'),
  noMore: t('Hết danh sách', 'The end of the list'),
  pages: t('Các trang của danh sách', 'Pages of the list'),
  first: t('Về đầu danh sách', 'Back to the top'),
  more: t('Hồ sơ tiếp theo', 'Next files'),
  views: t('Bộ lọc đã lưu', 'Saved views'),
  viewsNone: t(
    'Đặt tên cho bộ lọc đang dùng để lần sau mở lại bằng một lần bấm. Chỉ bạn thấy bộ lọc đã lưu.',
    'Give the filters in use a name to come back with one click. Only you see your views.',
  ),
  viewName: t('Tên bộ lọc', 'Name of the view'),
  viewSave: t('Lưu bộ lọc đang dùng', 'Save these filters'),
  viewRemove: t('Xóa', 'Remove'),
  viewNameless: t('Hãy đặt tên cho bộ lọc, tối đa {max} ký tự.', 'Give the view a name of at most {max} characters.'),
} as const

/** The private calendar. */
export const K = {
  title: t('Lịch thời hạn riêng', 'Private calendar'),
  lead: t(
    'Một địa chỉ để ứng dụng lịch của bạn (Google Calendar, Outlook, Apple Calendar…) tự cập nhật mọi thời hạn đang chạy, kèm lời nhắc.',
    'An address from which your calendar program (Google Calendar, Outlook, Apple Calendar…) keeps every running due date up to date, with reminders.',
  ),
  what: t(
    'Lịch chỉ có số hồ sơ, tên thời hạn, tình trạng và đường dẫn; không có nội dung hồ sơ hay tên người.',
    'It holds the number of the file, the name of the time limit, where the file stands and a link; never what is in the file and never a person’s name.',
  ),
  warning: t(
    'Ai có địa chỉ này đều xem được lịch mà không cần đăng nhập. Hãy hủy địa chỉ khi người giữ nó không còn phụ trách.',
    'Whoever has the address can read the calendar without signing in. Revoke it when somebody who has it leaves.',
  ),
  of: t('Lịch của {name}', 'Calendar of {name}'),
  yourUnit: t('đơn vị của bạn', 'your unit'),
  none: t('Chưa có địa chỉ lịch nào.', 'There is no calendar address yet.'),
  addresses: t('Địa chỉ đang dùng', 'Addresses in use'),
  hint: t('Địa chỉ', 'Address'),
  made: t('Tạo ngày', 'Made on'),
  language: t('Ngôn ngữ', 'Language'),
  act: t('Thao tác', 'Action'),
  revoke: t('Hủy địa chỉ', 'Revoke'),
  make: t('Tạo địa chỉ lịch', 'Make a calendar address'),
  another: t('Tạo thêm một địa chỉ', 'Make another address'),
  shownOnce: t('Địa chỉ lịch mới: chỉ hiện một lần', 'Your new calendar address, shown this once'),
  shownText: t(
    'Chép địa chỉ này vào ứng dụng lịch, ở mục thêm lịch bằng địa chỉ (URL). Cổng chỉ giữ dấu vết để nhận ra nó, nên không thể hiện lại.',
    'Paste it into your calendar program where it adds a calendar by address (URL). The portal keeps only a fingerprint of it and cannot show it again.',
  ),
  copy: t('Chép địa chỉ', 'Copy the address'),
  copied: t('Đã chép', 'Copied'),
  vi: t('tiếng Việt', 'Vietnamese'),
  en: t('tiếng Anh', 'English'),
} as const
