import type { Text } from '../../base/text.ts'
import type { Sample } from './sample-schema.ts'
import type { Code } from './schema.ts'

export const SAYS: Readonly<Record<Code, Text>> = {
  'mark.busy': {
    vi: 'Hiện có quá nhiều tệp đang chờ kiểm tra. Hãy thử lại sau ít phút; tệp của bạn chưa được đọc và không được lưu.',
    en: 'Too many files are waiting to be checked. Try again in a few minutes; your file was not read and is not kept.',
  },
  'mark.no-file': { vi: 'Hãy chọn một tệp để kiểm tra.', en: 'Choose a file to check.' },
}

/** The check page. */
export const C = {
  title: { vi: 'Kiểm tra dấu AI trong tệp', en: 'Check a file for marks of AI' },
  about: {
    vi: 'Xem một hình ảnh, video hoặc bản ghi âm có mang dấu do AI tạo ra hay không; tệp không rời khỏi thiết bị của bạn.',
    en: 'See whether a picture, video or recording carries a mark of AI; the file stays on your device.',
  },
  lead: {
    vi: 'Chọn hình ảnh, video hoặc bản ghi âm. Bạn nhận được bốn câu trả lời: tệp có dấu AI hay không, dấu còn nguyên vẹn hay không, ai đã ký, và cơ sở dữ liệu quốc gia nói gì.',
    en: 'Choose pictures, videos or recordings. You get four answers: is there a mark of AI, is it intact, who signed it, and what the national database says.',
  },
  basis: {
    vi: 'Nhà cung cấp phải đánh dấu âm thanh, hình ảnh, video do AI tạo ra để máy đọc được',
    en: 'Providers must mark audio, images and video made by AI so that machines can read it',
  },
  stays: {
    vi: 'Tệp được đọc ngay trên thiết bị của bạn. Không một byte nào của tệp được gửi đi.',
    en: 'Files are read on your own device. Not one byte of them is sent anywhere.',
  },
  asks: {
    vi: 'Khi dấu có mã định danh hệ thống hoặc mã nội dung, trang này chỉ gửi các mã đó, kèm số chứng thư và thời điểm ký, đến Cổng để hỏi tình trạng hiện tại.',
    en: 'When a mark gives an AI-ID or a content id, this page sends those alone to the portal, with the number of the signing certificate and the time of signing, to ask how things stand now.',
  },
  ask: { vi: 'Hỏi cơ sở dữ liệu về các mã số tìm thấy', en: 'Ask the database about the numbers that are found' },
  sent: {
    vi: 'Trình duyệt của bạn không chạy mã lệnh của trang này, nên tệp được gửi đến Cổng để kiểm tra. Cổng đọc tệp trong bộ nhớ rồi bỏ đi, không lưu lại.',
    en: 'Your browser does not run the script of this page, so the file is sent to the portal. It is read in memory and then dropped; it is not kept.',
  },
  wasSent: {
    vi: 'Tệp đã được gửi đến Cổng để kiểm tra và không được lưu lại. Dấu chìm trong hình chỉ tìm được khi trình duyệt chạy mã lệnh.',
    en: 'The file was sent to the portal to be checked, and was not kept. A watermark in the picture is only looked for where the browser runs scripts.',
  },
  field: { vi: 'Tệp cần kiểm tra', en: 'Files to check' },
  fieldOne: { vi: 'Tệp cần kiểm tra', en: 'File to check' },
  hint: {
    vi: 'Hình ảnh, video, âm thanh hoặc PDF, nhiều nhất {most} mỗi tệp. Hãy dùng tệp gốc: ảnh chụp màn hình và bản tải lại từ mạng xã hội thường đã mất dấu.',
    en: 'Pictures, video, audio or PDF of at most {most} each. Use the original file: screenshots and copies from social networks have often lost their marks.',
  },
  sidecar: { vi: 'Bản kê đi kèm (.c2pa), nếu có', en: 'Manifest beside it (.c2pa), if there is one' },
  sidecarHint: {
    vi: 'Tệp MKV, WebM, Ogg, Opus và PDF giữ bản kê trong một tệp riêng.',
    en: 'MKV, WebM, Ogg, Opus and PDF files keep their manifest in a file of its own.',
  },
  camera: { vi: 'Hoặc chụp bằng máy ảnh', en: 'Or take a picture with the camera' },
  drop: {
    vi: 'Bạn cũng có thể kéo và thả tệp vào trang này, hoặc dán hình đã sao chép. Nếu có bản kê đi kèm (.c2pa), hãy chọn hoặc thả cùng lúc với tệp cùng tên.',
    en: 'You may also drop files on this page, or paste a picture you have copied. Choose or drop a manifest (.c2pa) together with the file of the same name.',
  },
  check: { vi: 'Kiểm tra tệp', en: 'Check the file' },
  ready: { vi: 'Chuẩn bị để dùng khi không có mạng', en: 'Make ready for use without network' },
  readyHint: {
    vi: 'Bộ kiểm tra chữ ký (khoảng 3 MB) được tải khi bạn chọn tệp đầu tiên, hoặc ngay bây giờ bằng nút này. Sau đó trang dùng được khi không có mạng.',
    en: 'The engine that checks signatures (about 3 MB) is loaded when you choose the first file, or now with this button. From then on the page works without network.',
  },
  isReady: { vi: 'Đã sẵn sàng để dùng khi không có mạng.', en: 'Ready for use without network.' },
  notReady: {
    vi: 'Chưa tải được bộ kiểm tra chữ ký. Hãy thử lại khi có mạng; các phần khác vẫn kiểm tra được.',
    en: 'The engine that checks signatures could not be loaded. Try again with a network; everything else can be checked all the same.',
  },
  samples: { vi: 'Thử với tệp mẫu', en: 'Try a sample' },
  samplesHint: {
    vi: 'Bấm vào một tệp để kiểm tra ngay. Tổ chức và hệ thống trong đó là hư cấu.',
    en: 'Press one to check it at once. The organisation and system in it are made up.',
  },
  samplesHintBare: {
    vi: 'Tải một tệp về máy, rồi chọn tệp đó ở ô phía trên. Tổ chức và hệ thống trong đó là hư cấu.',
    en: 'Download one, then choose it in the box above. The organisation and system in it are made up.',
  },
  none: { vi: 'Hãy chọn ít nhất một tệp để kiểm tra.', en: 'Choose at least one file to check.' },
  checking: { vi: 'Đang kiểm tra {name}…', en: 'Checking {name}…' },
  finished: { vi: 'Đã kiểm tra {name}: {answers}', en: 'Checked {name}: {answers}' },
  tooLarge: {
    vi: '{name}: tệp quá lớn, nhiều nhất là {most}. Tệp chưa được đọc.',
    en: '{name}: this file is too large, at most {most} are taken. It was not read.',
  },
  unread: {
    vi: '{name}: không mở được tệp này trên thiết bị của bạn.',
    en: '{name}: this file could not be opened on your device.',
  },
  slow: {
    vi: '{name}: thiết bị của bạn không đọc xong tệp này trong thời gian cho phép.',
    en: '{name}: your device did not finish reading this file in the time it has.',
  },
  asked: { vi: 'Đã gửi đến Cổng cho tệp này:', en: 'Sent to the portal for this file:' },
  askedNothing: { vi: 'Không có gì được gửi đi cho tệp này.', en: 'Nothing was sent for this file.' },
  notAnswered: {
    vi: 'Chưa hỏi được cơ sở dữ liệu (không có mạng?).',
    en: 'The database could not be asked (no network?).',
  },
  results: { vi: 'Kết quả', en: 'Results' },
  limits: { vi: 'Việc kiểm tra này không nói được gì', en: 'What this check cannot say' },
  limitsText: {
    vi: 'Không tìm thấy dấu không có nghĩa là nội dung do con người tạo ra. Tìm thấy dấu không có nghĩa là nội dung sai sự thật. Trang này không đoán từ hình ảnh hay giọng nói xem có phải AI hay không; trang chỉ đọc những dấu đã được ghi vào tệp.',
    en: 'No mark found does not mean that a person made the content. A mark does not mean that the content is untrue. This page never guesses from looks or voices; it reads the marks that were put into the file.',
  },
  trust: { vi: 'Chữ ký của ai được nhận biết', en: 'Whose signatures are known' },
  trustNational: {
    vi: 'Chứng thư kỹ thuật do Cổng cấp cho nhà cung cấp và hệ thống AI đã thông báo.',
    en: 'Technical certificates that the portal issues to providers for notified AI systems.',
  },
  trustC2pa: {
    vi: 'Danh sách tin cậy của C2PA, theo bản do cơ quan vận hành Cổng cài đặt.',
    en: 'The trust list of C2PA, as installed by those who run the portal.',
  },
  trustNone: {
    vi: 'Chưa cài đặt danh sách nào: mọi người ký đều được nêu là chưa được biết đến.',
    en: 'No list is installed: every signer is shown as not known.',
  },
  trustLists: { vi: 'Tải các danh sách (JSON)', en: 'Download the lists (JSON)' },
  programs: {
    vi: 'Kiểm tra nhiều tệp bằng chương trình: lệnh saola check hoặc API.',
    en: 'To check many files by program: the command saola check, or the API.',
  },
} as const satisfies Record<string, Text>

export const SAMPLE_WORDS: Readonly<Record<Sample, Text>> = {
  marked: {
    vi: 'Ảnh do một hệ thống trong Sổ đăng ký đánh dấu',
    en: 'A picture marked by a system of the register',
  },
  changed: { vi: 'Chính ảnh đó, bị sửa sau khi đánh dấu', en: 'The same picture, changed after it was marked' },
  generator: {
    vi: 'Ảnh chỉ có dòng chữ mà phần mềm tạo ảnh để lại',
    en: 'A picture with nothing but the text a generator leaves',
  },
  plain: { vi: 'Ảnh không có dấu nào', en: 'A picture without any mark' },
}
