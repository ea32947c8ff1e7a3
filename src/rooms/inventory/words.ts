import { fill, type Lang, type Text, text } from '../../base/text.ts'
import { DOSSIER } from '../../law/dossier.ts'
import type { Code, Extra, Fault, Import, Target, Verdict } from './schema.ts'

export const SAYS: Readonly<Record<Code, Text>> = {
  'inventory.unknown': { vi: 'Không có lần nhập danh mục nào như vậy.', en: 'There is no such import.' },
  'inventory.not-yours': {
    vi: 'Bạn cần quyền lập hồ sơ trong một tổ chức, hoặc là cán bộ của một đơn vị, để nhập danh mục.',
    en: 'To import an inventory you need the right to file for an organisation, or to be an officer of a unit.',
  },
  'inventory.not-now': {
    vi: 'Lần nhập này đang chạy hoặc đã xong, nên không đổi cách đọc được nữa.',
    en: 'This import is running or done, so how it is read can no longer be changed.',
  },
  'inventory.empty': { vi: 'Hãy chọn một tệp có nội dung.', en: 'Choose a file that is not empty.' },
  'inventory.too-large': {
    vi: 'Tệp lớn hơn {limit} MB. Hãy chia thành nhiều tệp, hoặc nhờ người quản trị Cổng nhập bằng dòng lệnh.',
    en: 'The file is larger than {limit} MB. Split it, or ask whoever runs the portal to import it from the command line.',
  },
  'inventory.too-many-rows': {
    vi: 'Tệp có hơn {limit} dòng. Hãy chia thành nhiều tệp; không dòng nào bị nhập hai lần.',
    en: 'The file has more than {limit} rows. Split it into several files; no row is taken over twice.',
  },
  'inventory.too-many-columns': {
    vi: 'Dòng {row} có hơn {limit} cột. Hãy kiểm tra dấu phân cách, hoặc chỉ giữ lại những cột cần thiết.',
    en: 'Row {row} has more than {limit} columns. Check the separator, or keep only the columns you need.',
  },
  'inventory.row-too-long': {
    vi: 'Dòng {row} dài hơn một triệu ký tự: có thể thiếu một dấu ngoặc kép đóng ô. Hãy sửa dòng này rồi gửi lại.',
    en: 'Row {row} is longer than a million characters: perhaps a closing quotation mark is missing. Mend it and send the file again.',
  },
  'inventory.no-rows': {
    vi: 'Tệp không có dòng dữ liệu nào dưới dòng tiêu đề. Hãy kiểm tra tệp đã lưu đúng trang tính chưa.',
    en: 'The file has no row below its titles. Check that the right sheet was saved.',
  },
  'inventory.binary': {
    vi: 'Tệp chứa ký tự không thuộc văn bản nào (ký tự số 0). Hãy lưu lại thành CSV UTF-8, XLSX hoặc JSON.',
    en: 'The file holds zero characters, which no text has. Save it again as CSV UTF-8, XLSX or JSON.',
  },
  'inventory.old-excel': {
    vi: 'Đây là tệp Excel kiểu cũ (.xls). Hãy mở bằng phần mềm bảng tính và lưu thành XLSX hoặc CSV UTF-8.',
    en: 'This is an old Excel file (.xls). Open it in a spreadsheet program and save it as XLSX or CSV UTF-8.',
  },
  'inventory.not-a-workbook': {
    vi: 'Tệp này là một gói nén nhưng không phải sổ tính XLSX đọc được. Hãy lưu lại thành XLSX hoặc CSV UTF-8.',
    en: 'This file is an archive, but no XLSX workbook that can be read. Save it again as XLSX or CSV UTF-8.',
  },
  'inventory.bomb': {
    vi: 'Khi giải nén, tệp lớn quá mức cho phép hoặc lớn hơn kích thước đã khai. Hãy lưu lại thành CSV UTF-8.',
    en: 'Unpacked, the file is larger than is taken, or than it says. Save it as CSV UTF-8.',
  },
  'inventory.broken-xml': {
    vi: 'Nội dung sổ tính bị hỏng, không đọc tiếp được. Hãy mở và lưu lại thành XLSX hoặc CSV UTF-8.',
    en: 'The workbook is damaged and cannot be read to its end. Open it and save it again as XLSX or CSV UTF-8.',
  },
  'inventory.broken-json': {
    vi: 'Nội dung JSON sai cú pháp ở mục {row}. Cần một danh sách đối tượng, hoặc mỗi dòng một đối tượng.',
    en: 'The JSON is not well-formed at item {row}. It must be a list of objects, or one object a line.',
  },
  'inventory.broken-csv': {
    vi: 'Dòng {row} không đọc được: có thể dấu ngoặc kép đặt sai chỗ. Hãy sửa dòng này rồi gửi lại.',
    en: 'Row {row} cannot be read: perhaps a quotation mark is out of place. Mend it and send the file again.',
  },
  'inventory.no-sheet': { vi: 'Sổ tính không có trang nào như vậy.', en: 'The workbook has no such sheet.' },
  'inventory.no-header': {
    vi: 'Không thấy dòng tiêu đề ở đó. Hãy ghi số thứ tự của dòng có tên các cột.',
    en: 'There is no row of titles there. Give the number of the row that holds the titles of the columns.',
  },
  'inventory.name-unmapped': {
    vi: 'Hãy chọn cột chứa tên hệ thống: không có tên thì không lập được hồ sơ.',
    en: 'Choose the column that holds the name of the system: nothing can be begun without one.',
  },
  'inventory.agency-unmapped': {
    vi: 'Hãy chọn cột chứa tên cơ quan, để mỗi hệ thống về đúng cơ quan của mình.',
    en: 'Choose the column that names the agency, so that each system goes to its own.',
  },
  'inventory.preset-name': {
    vi: 'Hãy chọn tên khác cho cách ghép cột: từ 1 đến 80 ký tự, không trùng tên có sẵn của Cổng.',
    en: 'Choose another name for this mapping: 1 to 80 characters, and none of the portal’s own names.',
  },
}

/** `{column}` and the facts make each concrete; each says what to do. */
export const FAULT_WORDS: Readonly<Record<Fault['code'], Text>> = {
  'name-missing': { vi: 'thiếu tên hệ thống; hãy điền tên', en: 'the name of the system is missing; fill it in' },
  'agency-missing': { vi: 'thiếu tên cơ quan; hãy điền tên', en: 'the name of the agency is missing; fill it in' },
  'too-long': {
    vi: 'dài {length} ký tự, tối đa {max}; hãy rút gọn',
    en: 'is {length} characters long, at most {max} fit; shorten it',
  },
  'item-too-long': {
    vi: 'có mục dài hơn {max} ký tự; hãy xuống dòng để tách thành từng mục',
    en: 'has an item longer than {max} characters; put each item on a line of its own',
  },
  'too-many-items': {
    vi: 'có {length} mục, tối đa {max}; hãy gộp bớt',
    en: 'has {length} items, at most {max} fit; join some',
  },
  unreadable: {
    vi: 'có ký tự không đọc được; hãy gõ lại ô này, hoặc chọn bảng mã khác cho cả tệp',
    en: 'holds characters that cannot be read; type the cell again, or choose another encoding for the file',
  },
  'level-unknown': {
    vi: '“{value}” không phải mức rủi ro; hãy ghi: cao, trung bình, thấp, hoặc để trống nếu chưa rõ',
    en: '“{value}” is no risk level; write high, medium, low, or nothing if it is not known',
  },
  'date-unreadable': {
    vi: '“{value}” không phải ngày đầy đủ; hãy ghi theo dạng 2026-03-31',
    en: '“{value}” is no whole date; write it as 2026-03-31',
  },
  'date-ahead': { vi: '“{value}” là ngày chưa tới; hãy kiểm tra lại', en: '“{value}” is still to come; check it' },
  'date-before-law': {
    vi: '“{value}” trước ngày 01/03/2026, khi Luật chưa có hiệu lực; hãy kiểm tra lại',
    en: '“{value}” is before 01/03/2026, when the Law was not yet in force; check it',
  },
  'channel-unknown': {
    vi: '“{value}” không phải kênh tiếp nhận; hãy ghi interim (kênh tạm thời), imported, hoặc để trống',
    en: '“{value}” is no channel; write interim, imported, or nothing',
  },
  'country-unknown': {
    vi: '“{value}” không phải mã quốc gia hai chữ; hãy ghi như VN',
    en: '“{value}” is no two-letter country code; write it as VN',
  },
  'code-twice': {
    vi: 'mã nội bộ đã có ở dòng {row} với nội dung khác; mỗi hệ thống cần một mã riêng',
    en: 'the internal code stands in row {row} with other content; each system needs a code of its own',
  },
  'too-many-cells': {
    vi: 'dòng có nhiều ô hơn {columns} cột của tiêu đề; hãy kiểm tra dấu phân cách hoặc dấu ngoặc kép',
    en: 'the row has more cells than the {columns} titles; check separators and quotation marks',
  },
  refused: {
    vi: 'không ghi nhận được ({code}); hãy mở hệ thống này trên Cổng để xem lý do',
    en: 'it could not be recorded ({code}); enter this system on the portal to see why',
  },
}

const IN_COLUMN: Text = { vi: 'cột “{column}”: ', en: 'column “{column}”: ' }

/** One fault in words: row, column, what is wrong, what to do. */
export const faultSaid = (f: Fault, lang: Lang): string =>
  (f.column === null ? '' : fill(IN_COLUMN[lang], { column: f.column })) + fill(FAULT_WORDS[f.code][lang], f.facts)
export const rowSaid = (n: number, faults: readonly Fault[], lang: Lang): string =>
  `${fill(W.row[lang], { n })}: ${faults.map((f) => faultSaid(f, lang)).join('; ')}.`

const EXTRA_WORDS: Readonly<Record<Extra, { readonly label: Text; readonly hint: Text }>> = {
  level: {
    label: { vi: 'Mức rủi ro', en: 'Risk level' },
    hint: { vi: 'Cao, trung bình, thấp; để trống nếu chưa rõ.', en: 'High, medium, low; empty if not known.' },
  },
  receivedAt: {
    label: { vi: 'Thời điểm tiếp nhận ban đầu', en: 'Original time of receipt' },
    hint: {
      vi: 'Của thông báo đã gửi qua kênh khác. Chỉ dòng có thời điểm này mới được ghi nhận là thông báo.',
      en: 'Of a notice sent through another channel. Only rows with it are recorded as notices.',
    },
  },
  channel: {
    label: { vi: 'Kênh tiếp nhận', en: 'Channel' },
    hint: { vi: 'interim (kênh tạm thời) hoặc imported.', en: 'interim or imported.' },
  },
  firstUse: {
    label: { vi: 'Ngày đưa vào sử dụng', en: 'Day of first use' },
    hint: { vi: 'Không bắt buộc.', en: 'Offered, not demanded.' },
  },
  inUse: {
    label: { vi: 'Đang sử dụng?', en: 'In use?' },
    hint: { vi: 'Có hoặc không. Không bắt buộc.', en: 'Yes or no. Offered, not demanded.' },
  },
  country: {
    label: { vi: 'Quốc gia của nhà cung cấp', en: 'Country of the provider' },
    hint: { vi: 'Mã hai chữ; để trống là VN.', en: 'Two letters; empty means VN.' },
  },
}

export const labelOf = (target: string, lang: Lang): string =>
  (DOSSIER.fields.find((f) => f.key === target) ?? EXTRA_WORDS[target as Extra])?.label[lang] ?? target
export const hintOf = (target: Target, lang: Lang): string | undefined =>
  target in EXTRA_WORDS ? EXTRA_WORDS[target as Extra].hint[lang] : undefined

export const STATE_WORDS: Readonly<Record<Import['state'], Text>> = {
  uploaded: { vi: 'Chờ ghép cột', en: 'Columns to be mapped' },
  checking: { vi: 'Đang chạy thử', en: 'Dry run under way' },
  checked: { vi: 'Đã chạy thử', en: 'Dry run done' },
  running: { vi: 'Đang nhập', en: 'Being taken over' },
  done: { vi: 'Đã xong', en: 'Done' },
  stuck: { vi: 'Không đọc lại được tệp', en: 'The file could not be read again' },
}

export const VERDICT_WORDS: Readonly<Record<Verdict, Text>> = {
  draft: { vi: 'Bản nháp', en: 'Drafts' },
  notice: { vi: 'Thông báo được ghi nhận', en: 'Recorded notices' },
  already: { vi: 'Đã có từ trước, hoặc trùng với dòng khác', en: 'Already there, or the same as another row' },
  faulty: { vi: 'Dòng có lỗi', en: 'Faulty rows' },
}

export const ENCODING_WORDS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (LE)',
  'utf-16be': 'UTF-16 (BE)',
  'windows-1252': 'Windows-1252',
  'windows-1258': 'Windows-1258',
} as const

export const SEPARATOR_WORDS: Readonly<Record<string, Text>> = {
  ',': { vi: 'dấu phẩy (,)', en: 'comma (,)' },
  ';': { vi: 'dấu chấm phẩy (;)', en: 'semicolon (;)' },
  '\t': { vi: 'dấu tab', en: 'tab' },
  '|': { vi: 'dấu gạch đứng (|)', en: 'bar (|)' },
}

export const W = {
  title: text('Nhập danh mục hệ thống', 'Import an inventory'),
  lead: text(
    'Dành cho tổ chức có nhiều hệ thống, hoặc đơn vị nhà nước nhận danh mục của các cơ quan. Cổng đọc tệp CSV, XLSX hoặc JSON, cho bạn xem trước rồi mới nhập.',
    'For organisations with many systems, and for units of the State that are handed inventories of agencies. The portal reads CSV, XLSX or JSON, and shows what would happen before anything does.',
  ),
  becomes: text(
    'Dòng có đủ nội dung hồ sơ, mức rủi ro và thời điểm tiếp nhận ban đầu được ghi nhận là thông báo, giữ nguyên thời điểm đó. Các dòng khác thành bản nháp, có ghi rõ còn thiếu gì.',
    'A row with the whole dossier, a level and the original time of receipt is recorded as a notice and keeps that time. Every other row becomes a draft that says what it still lacks.',
  ),
  outside: text(
    'Không đưa vào danh mục hệ thống phục vụ nội bộ Đảng, bí mật nhà nước, quốc phòng, an ninh, cơ yếu.',
    'Leave out systems used inside the Party and those of state secrets, defence, security or cipher work.',
  ),
  file: text('Tệp danh mục', 'File with the inventory'),
  fileHint: text(
    'CSV, XLSX hoặc JSON, tối đa {size} và {rows} dòng. Mỗi dòng một hệ thống, dòng đầu là tên cột.',
    'CSV, XLSX or JSON, at most {size} and {rows} rows. One system a row, titles in the first.',
  ),
  side: text('Danh mục này của ai?', 'Whose systems are these?'),
  sideParty: text('Hệ thống của {name}', 'Systems of {name}'),
  sideUnit: text('Hệ thống của các cơ quan nêu trong tệp', 'Systems of the agencies named in the file'),
  sideUnitHint: text(
    'Cơ quan chưa có trên Cổng sẽ được tạo, chưa thuộc về ai; có thể mời người phụ trách sau.',
    'Agencies not yet on the portal are entered and owned by nobody; people can be invited later.',
  ),
  sideMissing: text('Hãy chọn danh mục này của ai.', 'Choose whose systems these are.'),
  upload: text('Tải tệp lên', 'Upload the file'),
  before: text('Các lần nhập trước', 'Earlier imports'),
  beforeNone: text('Chưa có lần nhập nào.', 'Nothing was imported yet.'),
  when: text('Thời điểm', 'When'),
  state: text('Tình trạng', 'State'),
  rows: text('Số dòng', 'Rows'),
  row: text('Dòng {n}', 'Row {n}'),
  step: text('Bước {n}/4', 'Step {n} of 4'),
  columns: text('Ghép cột', 'Map the columns'),
  found: text('Cổng đọc tệp như sau', 'How the portal reads the file'),
  format: text('Định dạng', 'Format'),
  encoding: text('Bảng mã', 'Encoding'),
  separator: text('Dấu phân cách', 'Separator'),
  sheet: text('Trang tính', 'Sheet'),
  header: text('Dòng tiêu đề', 'Row with the titles'),
  columnCount: text('Số cột', 'Columns'),
  repeated: text('Dòng lặp lại tiêu đề, được bỏ qua', 'Rows that repeat the titles, left out'),
  otherwise: text('Đọc theo cách khác', 'Read it another way'),
  reread: text('Đọc lại tệp', 'Read the file again'),
  firstRows: text('Các cột và dòng đầu tiên', 'Columns and first rows'),
  number: text('Số', 'No.'),
  rowNumber: text('Dòng', 'Row'),
  column: text('Cột', 'Column'),
  example: text('Ví dụ', 'Example'),
  empty: text('(trống)', '(empty)'),
  preset: text('Cách ghép cột đã lưu', 'Saved mapping'),
  presetNone: text('Theo gợi ý từ tên cột', 'As the titles suggest'),
  presetUse: text('Dùng cách ghép này', 'Use this mapping'),
  presetFound: text(
    'Cổng nhận ra dạng tệp này và đã ghép cột theo “{name}”.',
    'The portal knows this kind of file and mapped it by “{name}”.',
  ),
  mapLead: text(
    'Với mỗi mục, chọn cột chứa nội dung. Chỉ tên hệ thống là bắt buộc; mục không chọn cột sẽ để trống.',
    'For each item choose the column that holds it. Only the name of the system is needed; what has no column stays empty.',
  ),
  mapLeadUnit: text(
    'Với mỗi mục, chọn cột chứa nội dung. Tên hệ thống và tên cơ quan là bắt buộc; mục không chọn cột sẽ để trống.',
    'For each item choose the column that holds it. The names of system and agency are needed; what has no column stays empty.',
  ),
  noColumn: text('Không có cột nào', 'No column'),
  more: text('Ghép nhiều cột hoặc ghi giá trị cố định', 'Join columns or give a fixed value'),
  join: text('Nối thêm các cột (ghi số)', 'Also join columns (numbers)'),
  joinHint: text('Ví dụ: 4, 7', 'Such as 4, 7'),
  constant: text('Giá trị cố định khi cột trống', 'Fixed value where the column is empty'),
  agencyName: text('Tên cơ quan (nhà cung cấp)', 'Name of the agency (provider)'),
  register: text('Ghi nhận thông báo', 'Recording notices'),
  dates: text('Ngày ghi bằng số, như 1/2/2026, nghĩa là', 'A date in figures, such as 1/2/2026, means'),
  dmy: text('ngày 1 tháng 2', '1 February'),
  mdy: text('ngày 2 tháng 1 (kiểu Hoa Kỳ)', '2 January (American)'),
  savePreset: text('Lưu cách ghép này với tên', 'Keep this mapping under the name'),
  savePresetHint: text('Không bắt buộc. Dùng lại cho tệp cùng dạng.', 'Optional. For the next file of this kind.'),
  check: text('Chạy thử', 'Start the dry run'),
  checkNote: text('Chạy thử không ghi gì vào Cổng.', 'A dry run writes nothing to the portal.'),
  checking: text('Đang chạy thử', 'Dry run under way'),
  running: text('Đang nhập', 'Taking over'),
  progress: text('Đã xem {n} trên {of} dòng.', '{n} of {of} rows looked at.'),
  progressRun: text('Đã nhập {n} trên {of} dòng.', '{n} of {of} rows taken over.'),
  leave: text(
    'Bạn có thể rời trang này; việc vẫn tiếp tục, kể cả khi Cổng khởi động lại.',
    'You may leave this page; the work goes on, even if the portal restarts.',
  ),
  refresh: text('Xem lại tiến độ', 'Look again'),
  dryTitle: text('Kết quả chạy thử', 'What would happen'),
  dryLead: text(
    'Chưa có gì được ghi. Nếu nhập, tệp này sẽ cho kết quả sau:',
    'Nothing was written yet. Taken over, this file would become:',
  ),
  nothingNew: text(
    'Mọi dòng hợp lệ đều đã có trên Cổng. Nhập lại tệp này không thay đổi gì.',
    'Every good row is already on the portal. Importing this file again changes nothing.',
  ),
  runButton: text('Nhập {n} dòng', 'Take over {n} rows'),
  remap: text('Ghép cột lại', 'Map the columns again'),
  doneTitle: text('Đã nhập xong', 'The import is done'),
  doneNothing: text('Không có gì thay đổi', 'Nothing was changed'),
  faults: text('Dòng có lỗi', 'Faulty rows'),
  faultsLead: text(
    'Những dòng này không được nhập. Tải về, sửa theo cột “Lý do / Reasons”, rồi gửi lại chính tệp đó: dòng đã nhập sẽ không bị nhập hai lần.',
    'These rows were left out. Download them, mend them by the column “Lý do / Reasons”, and send that file again: nothing is taken over twice.',
  ),
  faultsGet: text('Tải {n} dòng có lỗi (CSV)', 'Download {n} faulty rows (CSV)'),
  faultsFirst: text('{n} dòng đầu tiên có lỗi', 'The first {n} faulty rows'),
  reasons: text('Lý do', 'Reasons'),
  lacks: text('Còn thiếu gì để thành thông báo', 'What is lacking for a notice'),
  lacksLead: text(
    'Mỗi bản nháp tự nêu mục còn thiếu. Tính trên cả tệp:',
    'Each draft says itself what it lacks. Over the whole file:',
  ),
  field: text('Mục', 'Item'),
  lackCount: text('Số bản nháp còn thiếu', 'Drafts that lack it'),
  agencies: text('Cơ quan', 'Agencies'),
  systems: text('Số hệ thống', 'Systems'),
  all: text('Xem từng dòng và mục còn thiếu', 'See each row and what it lacks'),
  rowsTitle: text('Từng dòng đã nhập', 'Each row'),
  rowsTitleDry: text('Từng dòng sẽ nhập', 'Each row to be taken over'),
  name: text('Tên hệ thống', 'System'),
  becomesShort: text('Thành', 'Becomes'),
  becomesDraft: text('Bản nháp', 'Draft'),
  becomesNotice: text('Thông báo', 'Notice'),
  lacksShort: text('Còn thiếu', 'Lacks'),
  lacksNothing: text('Không thiếu gì', 'Nothing'),
  leftBehind: text('Không lấy: {what}', 'Left behind: {what}'),
  next: text('Trang sau', 'Next page'),
  pages: text('Các trang', 'Pages'),
  another: text('Nhập tệp khác', 'Import another file'),
  toSystems: text('Xem hệ thống của tổ chức', 'See our systems'),
  stuckText: text(
    'Không đọc lại được tệp đã tải lên. Chưa dòng nào bị mất: những gì đã nhập vẫn còn. Hãy tải tệp lên lần nữa.',
    'The uploaded file could not be read again. Nothing is lost: what was taken over stays. Upload the file once more.',
  ),
} as const satisfies Record<string, Text>
