import type { Scope } from '../../base/actor.ts'
import type { Text } from '../../base/text.ts'
import type { Where } from './openapi.ts'

const t = (vi: string, en: string): Text => ({ vi, en })

export const API = {
  title: t('API dành cho lập trình viên', 'The API, for programmers'),
  lead: t(
    'Phần mềm của bạn có thể tra cứu, phân loại và thông báo theo đúng các quy tắc của trang web. Trang này được lập từ chính danh sách mà máy chủ phục vụ.',
    'Your software can look up, classify and notify under the very rules of the web pages. This page is made from the same list the server answers from.',
  ),
  base: t('Địa chỉ gốc', 'Base address'),
  machine: t('Mô tả cho máy đọc (OpenAPI 3.1)', 'Description for machines (OpenAPI 3.1)'),
  contents: t('Các thao tác', 'Operations'),
  keys: t('Khóa và quyền', 'Keys and scopes'),
  keysText: t(
    'Đọc và phân loại không cần khóa. Để ghi, chủ sở hữu của tổ chức tạo khóa trên trang của tổ chức; khóa chỉ hiện một lần và thu hồi được bất cứ lúc nào. Gửi khóa trong tiêu đề Authorization.',
    'Reading and classifying need no key. To write, an owner of the organisation makes a key on the organisation’s page; it is shown once and can be revoked at any time. Send it in the Authorization header.',
  ),
  makeKey: t('Tạo khóa API', 'Make an API key'),
  keyOwner: t('Chỉ người chủ quản của tổ chức tạo được khóa.', 'Only an owner of the organisation can make a key.'),
  keyLies: t(
    'Trong bản dùng thử này, một khóa có đủ mọi quyền nằm ở data/evaluation.json, trường apiKey.',
    'In this evaluation a key with every scope lies in data/evaluation.json, member apiKey.',
  ),
  once: t('Gửi lại không bị ghi hai lần', 'Sending again without recording twice'),
  onceText: t(
    'Mọi POST và PUT, trừ /assessments, cần tiêu đề Idempotency-Key do bạn đặt, mỗi việc một giá trị. Gửi lại cùng khóa và cùng nội dung thì nhận đúng câu trả lời cũ; cùng khóa mà nội dung khác thì bị từ chối (422); khi lần trước còn đang xử lý thì nhận 409. Câu trả lời được giữ ít nhất 7 ngày, với thông báo là suốt thời gian lưu hồ sơ.',
    'Every POST and PUT but /assessments needs an Idempotency-Key of your own making, one for each act. The same key with the same body gets the same answer again; with another body it is refused (422); while the first is under way you get 409. Answers are kept for 7 days at least, for notices as long as the record.',
  ),
  onceShort: t('Do bạn đặt, mỗi việc một giá trị (xem phần trên)', 'Of your own making, one for each act (see above)'),
  facts: t(
    'Câu trả lời cho công cụ phân loại; tên từng câu nằm trong openapi.json, và POST /assessments cho biết câu hỏi tiếp theo',
    'Answers to the tool; their names stand in openapi.json, and POST /assessments tells the next question',
  ),
  problems: t('Khi bị từ chối', 'When something is refused'),
  problemsText: t(
    'Câu trả lời có kiểu application/problem+json (RFC 9457). Mã lỗi ổn định, không đổi nghĩa; mọi lỗi được báo cùng lúc, mỗi lỗi có lời giải thích tiếng Việt, tiếng Anh, trường liên quan và căn cứ pháp lý nếu có. Trường lạ bị từ chối.',
    'The answer is application/problem+json (RFC 9457). Codes are stable and never change their meaning; all problems are told at once, each in Vietnamese and English, with its field and its legal source where there is one. Unknown fields are refused.',
  ),
  examples: t('Ví dụ', 'Examples'),
  exampleFind: t('Tìm trong Sổ đăng ký', 'Search the register'),
  exampleAssess: t('Phân loại, không cần khóa, không lưu gì', 'Classify: no key, nothing stored'),
  exampleNotify: t('Thông báo một hệ thống', 'Notify a system'),
  exampleProblem: t('Một lời từ chối', 'A refusal'),
  copy: t('Sao chép', 'Copy'),
  copied: t('Đã sao chép', 'Copied'),
  open: t('Không cần khóa', 'No key'),
  scope: t('Cần khóa có quyền {scope}', 'Needs a key with scope {scope}'),
  sends: t('Gửi đi', 'You send'),
  field: t('Trường', 'Field'),
  type: t('Kiểu', 'Type'),
  about: t('Ý nghĩa', 'Meaning'),
  required: t('bắt buộc', 'required'),
  returns: t('Nhận về', 'You receive'),
  status: t('Mã trả lời', 'Statuses'),
  nothing: t('Không có tham số.', 'No parameters.'),
  shared: t('Dữ liệu dùng chung', 'Shared data'),
  back: t('Về danh sách thao tác', 'Back to the operations'),
} as const satisfies Record<string, Text>

export const WHERE: Readonly<Record<Exclude<Where, 'body'>, Text>> = {
  path: t('đường dẫn', 'path'),
  query: t('truy vấn', 'query'),
  header: t('tiêu đề', 'header'),
}

export const SCOPE_WORDS: Readonly<Record<Scope, Text>> = {
  'notices:write': t('gửi thông báo và thông báo phân loại lại', 'send notices and reclassifications'),
  'systems:read': t('đọc hồ sơ của tổ chức mình', 'read the organisation’s own files'),
  'systems:write': t('cập nhật hồ sơ, báo ngừng sử dụng', 'update dossiers, report retirement'),
  'cases:read': t('đọc hồ sơ thủ tục của tổ chức mình', 'read the organisation’s own cases'),
  'cases:write': t('lập, bổ sung và gửi hồ sơ thủ tục', 'prepare, supplement and send cases'),
  'marks:write': t(
    'ký đánh dấu nội dung, đăng ký nội dung đã đánh dấu',
    'sign marks on content, register marked content',
  ),
}
