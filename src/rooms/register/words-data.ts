import type { Text } from '../../base/text.ts'

export const DATA = {
  title: { vi: 'Dữ liệu mở', en: 'Open data' },
  about: {
    vi: 'Tải toàn bộ phần công khai của Sổ đăng ký hệ thống trí tuệ nhân tạo, các yêu cầu tạm dừng, thu hồi và số liệu sự cố dưới dạng CSV, JSONL và Parquet.',
    en: 'The whole public part of the register of AI systems, orders to suspend and recall, and figures on incidents as CSV, JSONL and Parquet.',
  },
  lead: {
    vi: 'Toàn bộ phần công khai của Sổ đăng ký, các yêu cầu tạm dừng, thu hồi và số liệu sự cố, xuất mỗi đêm thành tệp. Bất kỳ ai cũng tải được, không cần tài khoản, không phải xin phép.',
    en: 'The whole public part of the register, orders to suspend and recall, and figures on incidents, written to files every night. Anyone may take them: no account, no permission.',
  },
  none: { vi: 'Chưa có tệp nào', en: 'No files yet' },
  noneText: {
    vi: 'Lần xuất đầu tiên chưa xong. Hãy quay lại sau ít phút, hoặc tra cứu trên Sổ đăng ký.',
    en: 'The first export is not finished. Come back in a few minutes, or search the register.',
  },
  asOf: { vi: 'Thời điểm của dữ liệu', en: 'As of' },
  publisher: { vi: 'Đơn vị công bố', en: 'Publisher' },
  licence: { vi: 'Điều kiện sử dụng lại', en: 'Terms of reuse' },
  licenceText: {
    vi: 'Creative Commons Ghi công 4.0 (CC BY 4.0): dùng lại tự do cho mọi mục đích, có ghi nguồn và thời điểm của dữ liệu.',
    en: 'Creative Commons Attribution 4.0 (CC BY 4.0): reuse for any purpose, naming the source and the moment of the data.',
  },
  evaluation: {
    vi: 'Đây là chế độ dùng thử: dữ liệu là hư cấu, không có giá trị pháp lý.',
    en: 'This is the evaluation mode: the data is made up and has no legal effect.',
  },
  declared: {
    vi: 'Nội dung bản ghi hệ thống do nhà cung cấp khai báo. Được ghi nhận không có nghĩa là được phê duyệt hay cấp phép.',
    en: 'Providers declare the records of systems themselves. Recorded does not mean approved or licensed.',
  },
  rhythm: { vi: 'Cập nhật', en: 'Updated' },
  rhythmText: { vi: 'Mỗi đêm, sau 1 giờ sáng (giờ Việt Nam)', en: 'Every night after one o’clock, Vietnam time' },
  files: { vi: 'Các tệp', en: 'The files' },
  file: { vi: 'Tệp', en: 'File' },
  size: { vi: 'Dung lượng', en: 'Size' },
  sum: { vi: 'Mã kiểm SHA-256', en: 'SHA-256 checksum' },
  columns: { vi: 'Các cột', en: 'Columns' },
  column: { vi: 'Cột', en: 'Column' },
  type: { vi: 'Kiểu', en: 'Type' },
  meaning: { vi: 'Ý nghĩa', en: 'Meaning' },
  formats: { vi: 'Chọn định dạng nào', en: 'Which format to take' },
  csv: {
    vi: 'CSV: cho bảng tính. Mã hóa UTF-8 có dấu BOM để Excel hiện đúng tiếng Việt; danh sách cách nhau bằng dấu chấm phẩy; ô bắt đầu bằng ký tự công thức có thêm dấu nháy đơn ở đầu để không chạy thành công thức.',
    en: 'CSV: for spreadsheets. UTF-8 with a byte order mark, so that Excel shows Vietnamese as it is; lists are parted by semicolons; a cell that would run as a formula begins with an apostrophe.',
  },
  jsonl: {
    vi: 'JSONL: cho chương trình. Mỗi dòng là một đối tượng JSON, giữ nguyên từng giá trị.',
    en: 'JSONL: for programs. One JSON object a line, every value exactly as it is.',
  },
  parquet: {
    vi: 'Parquet: cho phân tích. Các cột có kiểu, đã nén, mở được bằng DuckDB, pandas, R, Spark.',
    en: 'Parquet: for analysis. Typed and compressed columns that DuckDB, pandas, R and Spark open.',
  },
  range: {
    vi: 'Địa chỉ không đổi. Có thể tải từng phần (Range) và hỏi lại mà không tải lại khi tệp chưa đổi (ETag).',
    en: 'The addresses stay. Parts can be asked for (Range), and an unchanged file is not sent again (ETag).',
  },
  verify: { vi: 'Kiểm tra tệp đã tải', en: 'Check what you took' },
  verifyText: {
    vi: 'Tệp kê khai ghi dung lượng và mã kiểm của từng tệp. Chữ ký của tệp kê khai (JWS, EdDSA) kiểm được bằng khóa công khai của Cổng: phần nội dung trong chữ ký trùng từng byte với tệp kê khai.',
    en: 'The manifest lists size and checksum of every file. Its signature (JWS, EdDSA) is checked with the public keys of this portal; what is signed is the manifest, byte for byte.',
  },
  manifest: { vi: 'Tệp kê khai', en: 'Manifest' },
  signature: { vi: 'Chữ ký của tệp kê khai', en: 'Signature of the manifest' },
  sums: { vi: 'Danh sách mã kiểm', en: 'List of checksums' },
  keys: { vi: 'Khóa công khai của Cổng', en: 'Public keys of this portal' },
  catalogue: { vi: 'Danh mục cho máy đọc (DCAT 3)', en: 'Catalogue for machines (DCAT 3)' },
  examples: { vi: 'Ví dụ', en: 'Examples' },
  take: { vi: 'Tải và đối chiếu mã kiểm', en: 'Take the files and compare the checksums' },
  resume: { vi: 'Tải tiếp một tệp bị ngắt giữa chừng', en: 'Go on with a download that broke off' },
  ask: { vi: 'Đếm hệ thống theo mức rủi ro bằng DuckDB', en: 'Count systems by level with DuckDB' },
  follow: { vi: 'Theo dõi thay đổi', en: 'Follow what changes' },
  followText: {
    vi: 'Giữa hai lần xuất, hãy hỏi API thay đổi từ địa chỉ ghi trong tệp kê khai (changes): mỗi bước công khai đến đúng một lần, theo thứ tự, không sót và không trùng. Trang tra cứu còn có nguồn tin Atom và JSON Feed cho mọi bộ lọc.',
    en: 'Between two exports, ask the API of changes from the address the manifest names (changes): every public step comes once and in order, none missed and none twice. The search page also offers Atom and JSON feeds for any filter.',
  },
  history: { vi: 'Các bản trước', en: 'Earlier editions' },
  day: { vi: 'Ngày', en: 'Day' },
  address: { vi: 'Địa chỉ', en: 'Address' },
  copy: { vi: 'Sao chép', en: 'Copy' },
  copied: { vi: 'Đã sao chép', en: 'Copied' },
} as const satisfies Record<string, Text>

export const DATA_SENTENCES = {
  records: { vi: '{n} dòng', en: '{n} rows' },
  recordsOne: { vi: '1 dòng', en: '1 row' },
  historyText: {
    vi: 'Mỗi ngày giữ bản cuối cùng, trong {n} ngày gần nhất có bản xuất.',
    en: 'The last edition of a day is kept, for the latest {n} days that have one.',
  },
} as const satisfies Record<string, Text>

/** The types of columns, in the words of a reader. */
export const CELL_WORDS = {
  text: { vi: 'văn bản', en: 'text' },
  integer: { vi: 'số nguyên', en: 'whole number' },
  'yes-no': { vi: 'đúng/sai', en: 'true or false' },
  day: { vi: 'ngày', en: 'day' },
  moment: { vi: 'thời điểm (UTC)', en: 'moment (UTC)' },
  list: { vi: 'danh sách', en: 'list' },
  json: { vi: 'JSON', en: 'JSON' },
} as const satisfies Record<string, Text>

export const FEED = {
  title: { vi: 'Sổ đăng ký hệ thống trí tuệ nhân tạo', en: 'Register of AI systems' },
  about: {
    vi: 'Hệ thống mới ghi nhận hoặc vừa thay đổi.',
    en: 'Systems newly recorded or lately changed.',
  },
  atom: { vi: 'Nguồn tin Atom của kết quả này', en: 'Atom feed of this search' },
  json: { vi: 'Nguồn tin JSON Feed của kết quả này', en: 'JSON feed of this search' },
  line: { vi: 'Theo dõi kết quả này', en: 'Follow this search' },
} as const satisfies Record<string, Text>
