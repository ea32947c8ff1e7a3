import type { Text } from '../base/text.ts'
import type { Stopped } from './look.ts'

/** Words around the four answers. */
export const R = {
  not: { vi: 'Không có nghĩa là:', en: 'What it does not say:' },
  asOf: { vi: 'Tình trạng trong cơ sở dữ liệu vào lúc', en: 'State in the database at' },
  entry: { vi: 'Xem hệ thống trong Sổ đăng ký', en: 'See the system in the register' },
  says: { vi: 'Dấu nói gì', en: 'What the mark says' },
  saysUnsigned: {
    vi: 'Những điều này không nằm dưới chữ ký đúng: ai cũng có thể đã viết chúng.',
    en: 'None of this stands under a signature that holds: anyone may have written it.',
  },
  statement: { vi: 'Tuyên bố', en: 'Statement' },
  created: { vi: 'nội dung do AI tạo ra', en: 'created by AI' },
  edited: { vi: 'nội dung được chỉnh sửa bằng AI', en: 'edited with AI' },
  aiId: { vi: 'Mã định danh hệ thống', en: 'AI-ID' },
  contentId: { vi: 'Mã nội dung', en: 'Content id' },
  provider: { vi: 'Nhà cung cấp', en: 'Provider' },
  madeAt: { vi: 'Thời điểm tạo', en: 'Made at' },
  watermark: { vi: 'Mã số trong dấu chìm', en: 'Number in the watermark' },
  signed: { vi: 'Chữ ký và chứng thư', en: 'Signature and certificate' },
  signer: { vi: 'Người ký', en: 'Signer' },
  organisation: { vi: 'Tổ chức', en: 'Organisation' },
  serial: { vi: 'Số chứng thư', en: 'Certificate number' },
  certificateOf: { vi: 'Chứng thư cấp cho hệ thống', en: 'Certificate issued for system' },
  stampedAt: { vi: 'Dấu thời gian', en: 'Time stamp' },
  brokenIngredient: {
    vi: 'Một phần được ghép vào nội dung này có bản kê riêng không còn đúng.',
    en: 'A part that went into this content has a manifest of its own that no longer holds.',
  },
  sidecar: { vi: 'Bản kê đi kèm', en: 'Manifest beside it' },
  beside: { vi: 'Bản kê được lấy từ tệp đi kèm:', en: 'The manifest was taken from the file beside it:' },
  besideUnused: {
    vi: 'Trong tệp đã có bản kê, nên tệp đi kèm sau đây không được dùng đến:',
    en: 'There is a manifest in the file itself, so this one beside it was not used:',
  },
  besideDiffers: {
    vi: 'Bản kê này không khớp với tệp: tệp đã thay đổi, hoặc bản kê thuộc về một tệp khác.',
    en: 'This manifest does not fit the file: the file was changed, or the manifest belongs to another file.',
  },
  manifestAlone: {
    vi: 'Đây chỉ là bản kê. Hãy chọn cùng lúc bản kê và tệp nội dung của nó (tên tệp giống nhau) để kiểm tra.',
    en: 'This is a manifest alone. Choose it together with the file it belongs to (of the same name) to have both checked.',
  },
  elsewhere: {
    vi: 'Tệp nói rằng bản kê của nó được giữ ở địa chỉ sau. Địa chỉ này không được truy cập khi kiểm tra, nên bản kê đó chưa được đọc:',
    en: 'The file says that its manifest is kept at this address. The address was not visited, so that manifest has not been read:',
  },
  codes: { vi: 'Mã kết quả của bộ kiểm tra', en: 'Codes of the engine' },
  manifests: { vi: 'Bản kê nguồn gốc', en: 'Manifests of origin' },
  generator: { vi: 'Phần mềm', en: 'Program' },
  actions: { vi: 'Thao tác', en: 'Actions' },
  assertions: { vi: 'Nội dung bản kê', en: 'Assertions' },
  parts: { vi: 'Thành phần', en: 'Ingredients' },
  noTitle: { vi: '(không có tên)', en: '(no title)' },
  problems: { vi: 'có vấn đề', en: 'has problems' },
  rules: { vi: 'Nếu do AI tạo ra: dấu có đúng quy định không?', en: 'If AI made it: is it marked as the rules ask?' },
  rulesHold: { vi: 'Không phát hiện điểm nào chưa đúng.', en: 'Nothing was found that falls short.' },
  metadata: { vi: 'Siêu dữ liệu trong tệp', en: 'Metadata in the file' },
  metadataNone: { vi: 'Không có siêu dữ liệu nào đọc được.', en: 'No metadata that can be read.' },
  more: { vi: 'Còn các trường khác không liệt kê ở đây:', en: 'Fields not listed here:' },
  engines: { vi: 'Công cụ đã kiểm tra', en: 'What checked it' },
  noWatermark: { vi: 'không tìm thấy dấu chìm', en: 'no watermark found' },
  engine: { vi: 'Phiên bản', en: 'Version' },
  file: { vi: 'Tệp', en: 'File' },
  kind: { vi: 'Dạng tệp', en: 'Kind' },
  size: { vi: 'Kích thước', en: 'Size' },
  bytes: { vi: 'byte', en: 'bytes' },
  hash: { vi: 'Giá trị băm SHA-256', en: 'SHA-256' },
  at: { vi: 'Kiểm tra lúc', en: 'Checked at' },
  overview: { vi: 'Các tệp đã kiểm tra', en: 'Files that were checked' },
  allJson: { vi: 'Tải mọi kết quả (JSON)', en: 'Download all results (JSON)' },
  json: { vi: 'Tải kết quả (JSON)', en: 'Download the result (JSON)' },
  print: { vi: 'In kết quả', en: 'Print the result' },
  report: { vi: 'Gửi phản ánh về nội dung này', en: 'Report this content' },
  level: {
    error: { vi: 'chưa đúng quy định', en: 'falls short' },
    warning: { vi: 'nên sửa', en: 'should be mended' },
    note: { vi: 'gợi ý', en: 'advice' },
  },
} as const satisfies Record<string, Text | Record<string, Text>>

export const STOPPED: Readonly<Record<Stopped, Text>> = {
  time: {
    vi: 'Bộ kiểm tra chữ ký không xong với tệp này trong thời gian cho phép và đã bị dừng. Những gì đọc được không cần đến bộ đó vẫn được nêu ở trên.',
    en: 'The engine that checks signatures did not finish this file in the time it has, and was stopped. What could be read without it is given above.',
  },
  crash: {
    vi: 'Bộ kiểm tra chữ ký không chạy được với tệp này. Những gì đọc được không cần đến bộ đó vẫn được nêu ở trên.',
    en: 'The engine that checks signatures could not be run on this file. What could be read without it is given above.',
  },
}
