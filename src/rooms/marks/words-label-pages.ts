import type { Text } from '../../base/text.ts'
import type { Length, Look, Medium, Shape, Tongue } from './label-schema.ts'

export const LENGTH_WORDS: Readonly<Record<Length, Text>> = {
  short: { vi: 'Ngắn', en: 'Short' },
  long: { vi: 'Đầy đủ', en: 'In full' },
}

export const TONGUE_WORDS: Readonly<Record<Tongue, Text>> = {
  vi: { vi: 'Tiếng Việt', en: 'Vietnamese' },
  en: { vi: 'Tiếng Anh', en: 'English' },
  both: { vi: 'Cả hai', en: 'Both' },
}

export const LOOK_WORDS: Readonly<Record<Look, Text>> = {
  dark: { vi: 'Chữ trắng trên nền sẫm', en: 'White letters on a dark ground' },
  light: { vi: 'Chữ sẫm trên nền trắng', en: 'Dark letters on a white ground' },
  'bare-light': { vi: 'Chữ trắng, không nền', en: 'White letters, no ground' },
  'bare-dark': { vi: 'Chữ sẫm, không nền', en: 'Dark letters, no ground' },
}

export const SHAPE_WORDS: Readonly<Record<Shape, Text>> = {
  corner: { vi: 'Nhãn ở góc', en: 'Label for a corner' },
  bar: { vi: 'Dải ngang hình', en: 'Bar across the picture' },
  'start-wide': { vi: 'Màn hình mở đầu, video ngang 16:9', en: 'Opening card, wide video 16:9' },
  'start-tall': { vi: 'Màn hình mở đầu, video dọc 9:16', en: 'Opening card, tall video 9:16' },
  credits: { vi: 'Dòng trong danh đề', en: 'Line for the credits' },
}

export const MEDIUM_WORDS: Readonly<Record<Medium, Text>> = {
  video: { vi: 'Video', en: 'Video' },
  audio: { vi: 'Âm thanh: lời đọc', en: 'Audio: what to say' },
  text: { vi: 'Văn bản và bài đăng', en: 'Texts and posts' },
  interface: { vi: 'Giao diện trò chuyện, tổng đài, bảng tin', en: 'Chats, telephone lines and feeds' },
}

/** Names of shapes as platforms show pictures; no platform is named, for each changes its own. */
export const CROP_WORDS: Readonly<Record<string, Text>> = {
  '1:1': { vi: 'Ô vuông', en: 'Square' },
  '4:5': { vi: 'Bảng tin dọc 4:5', en: 'Tall feed 4:5' },
  '9:16': { vi: 'Tin, video ngắn 9:16', en: 'Story 9:16' },
  '16:9': { vi: 'Ngang 16:9', en: 'Wide 16:9' },
  round: { vi: 'Ảnh đại diện tròn', en: 'Round avatar' },
}

export const W = {
  title: { vi: 'Nhãn và thông báo cho nội dung tạo bằng AI', en: 'Labels and notices for content made with AI' },
  about: {
    vi: 'Tạo nhãn hiển thị cho ảnh, video và lấy câu chữ thông báo có sẵn cho nội dung được tạo ra hoặc chỉnh sửa bằng trí tuệ nhân tạo.',
    en: 'Make visible labels for pictures and video, and take ready wording for notices on content made or edited with AI.',
  },
  lead: {
    vi: 'Dành cho bên triển khai: tạo nhãn, đặt nhãn lên ảnh ngay trên máy của bạn, lấy câu chữ thông báo có sẵn.',
    en: 'For deployers: make a label, put it on a picture on your own device, take ready wording.',
  },
  unsure: { vi: 'Chưa rõ có phải thông báo hay gắn nhãn không?', en: 'Not sure whether you owe a notice or a label?' },
  toGuide: { vi: 'Trả lời vài câu hỏi', en: 'Answer a few questions' },
  toWording: {
    vi: 'Câu chữ cho video, âm thanh, văn bản, giao diện',
    en: 'Wording for video, audio, text and interfaces',
  },
  lawTitle: { vi: 'Luật quy định gì, Cổng khuyên gì', en: 'What the law says, and what we advise' },
  law: { vi: 'Luật quy định', en: 'The law' },
  advice: { vi: 'Cổng khuyên', en: 'Our advice' },
  lawFree: {
    vi: 'Bạn tự chọn câu chữ, hình thức và vị trí; không có mẫu bắt buộc.',
    en: 'Wording, form and place are yours to choose; no form is prescribed.',
  },
  adviceSize: {
    vi: 'Cỡ chữ ít nhất 5 % cạnh ngắn nhất của hình (con số của tiêu chuẩn GB 45438-2025, Trung Quốc).',
    en: 'Letters of at least 5 % of the shortest side (the figure of China’s standard GB 45438-2025).',
  },
  adviceContrast: {
    vi: 'Độ tương phản giữa chữ và nền ít nhất 4,5 : 1 (WCAG 2.2, tiêu chí 1.4.3).',
    en: 'Letters and ground differ by at least 4.5 : 1 (WCAG 2.2, criterion 1.4.3).',
  },
  adviceCover: {
    vi: 'Nhãn che không quá 30 % hình (con số của Cổng).',
    en: 'A label covers at most 30 % of the picture (our own figure).',
  },
  choose: { vi: 'Chọn nhãn', en: 'Choose a label' },
  says: { vi: 'Nhãn nói điều gì?', en: 'What does the label say?' },
  length: { vi: 'Câu chữ', en: 'Wording' },
  lang: { vi: 'Ngôn ngữ trên nhãn', en: 'Language of the label' },
  look: { vi: 'Màu', en: 'Colours' },
  bareHint: {
    vi: 'Chữ không nền chỉ đọc được trên hình phù hợp; hãy xem phần kiểm tra.',
    en: 'Letters without a ground are read on fitting pictures only; look at the checks.',
  },
  aiId: { vi: 'Mã định danh hệ thống AI-ID (không bắt buộc)', en: 'AI-ID of the system (optional)' },
  aiIdHint: {
    vi: 'Ví dụ VN-7K3M-9QDX-4R. Chỉ nhận mã có trong Sổ đăng ký công khai.',
    en: 'For instance VN-7K3M-9QDX-4R. Only systems of the public register.',
  },
  qr: { vi: 'Thêm mã QR dẫn đến bản ghi trong Sổ đăng ký', en: 'Add a QR code that leads to the register entry' },
  qrLegend: { vi: 'Mã QR', en: 'QR code' },
  show: { vi: 'Xem nhãn', en: 'Show the label' },
  yours: { vi: 'Nhãn của bạn', en: 'Your label' },
  download: { vi: 'Tải nhãn', en: 'Download the label' },
  downloadText: {
    vi: 'Tệp SVG phóng to bao nhiêu cũng nét, chữ đã là nét vẽ nên không cần phông chữ. Đặt lên hình, video bằng phần mềm của bạn.',
    en: 'SVG files are sharp at any size, and their letters are outlines that need no font. Lay them over picture or video with your own program.',
  },
  shape: { vi: 'Dạng nhãn', en: 'Form' },
  files: { vi: 'Tệp', en: 'Files' },
  svg: { vi: 'Tải SVG', en: 'Download SVG' },
  png: { vi: 'Tải PNG', en: 'Download PNG' },
  picture: { vi: 'Đặt nhãn lên ảnh', en: 'Put the label on a picture' },
  stays: {
    vi: 'Ảnh không rời máy của bạn. Chỉ tỷ lệ hai cạnh của ảnh được gửi đi, để nhận nhãn vừa với ảnh.',
    en: 'The picture stays on your device. Only the ratio of its sides is sent, to get a label that fits.',
  },
  noScript: {
    vi: 'Phần này cần JavaScript. Không có JavaScript, hãy tải tệp SVG ở trên và đặt lên ảnh bằng phần mềm của bạn.',
    en: 'This part needs JavaScript. Without it, download the SVG above and lay it over the picture with your own program.',
  },
  file: { vi: 'Chọn ảnh', en: 'Choose a picture' },
  fileHint: {
    vi: 'JPEG, PNG, WebP hoặc AVIF. Có thể kéo thả hoặc dán ảnh vào trang.',
    en: 'JPEG, PNG, WebP or AVIF. You may also drop or paste it.',
  },
  place: { vi: 'Vị trí', en: 'Place' },
  size: { vi: 'Cỡ chữ, phần trăm cạnh ngắn nhất', en: 'Size of letters, per cent of the shortest side' },
  result: { vi: 'Ảnh đã có nhãn', en: 'The labelled picture' },
  checks: { vi: 'Kiểm tra', en: 'Checks' },
  crops: { vi: 'Khi nền tảng cắt ảnh', en: 'When platforms crop it' },
  cropsText: {
    vi: 'Nhiều nền tảng chỉ hiển thị phần giữa của ảnh. Nhãn có còn lại không?',
    en: 'Many platforms show only the middle of a picture. Is the label still there?',
  },
  save: { vi: 'Tải ảnh', en: 'Download the picture' },
  savePng: { vi: 'Tải ảnh PNG', en: 'Download as PNG' },
  saveJpeg: { vi: 'Tải ảnh JPEG', en: 'Download as JPEG' },
  lost: {
    vi: 'Ảnh được ghi lại từ đầu: siêu dữ liệu và dấu máy đọc đã có trong tệp gốc sẽ mất. Hãy đánh dấu ở định dạng máy đọc sau khi gắn nhãn, rồi kiểm tra lại tệp.',
    en: 'The picture is written anew: metadata and any machine-readable mark of the original file are lost. Put the mark on after the label, then check the file.',
  },
  toCheck: { vi: 'Kiểm tra dấu của một tệp', en: 'Check the mark of a file' },
  toMark: { vi: 'Đánh dấu tệp: mở hệ thống của bạn', en: 'Mark files: open your system' },
  api: { vi: 'Dùng bằng chương trình', en: 'By program' },
  apiText: {
    vi: 'Một địa chỉ trả về đúng nhãn này để đặt lên hình; thêm width và height của hình để cỡ chữ vừa. Không cần khóa.',
    en: 'One address answers with this very label to lay over a picture; add the picture’s width and height so that the letters fit. No key needed.',
  },
  apiWording: { vi: 'Mọi câu chữ dưới dạng JSON', en: 'All wording as JSON' },
  apiDoc: { vi: 'Mô tả API', en: 'API description' },
  copy: { vi: 'Sao chép', en: 'Copy' },
  copied: { vi: 'Đã sao chép', en: 'Copied' },
  // What the script says.
  unread: {
    vi: 'Trình duyệt không đọc được tệp này như một hình ảnh. Hãy chọn JPEG, PNG, WebP hoặc AVIF.',
    en: 'The browser cannot read this file as a picture. Choose JPEG, PNG, WebP or AVIF.',
  },
  away: {
    vi: 'Không lấy được nhãn từ máy chủ. Hãy kiểm tra đường truyền rồi thử lại.',
    en: 'The label could not be fetched. Check the connection and try again.',
  },
  shrunk: {
    vi: 'Ảnh quá lớn để xử lý trên trình duyệt nên đã được thu nhỏ còn {width} × {height} điểm ảnh.',
    en: 'The picture is too large for browsers and was made smaller: {width} × {height} pixels.',
  },
  drawnAs: { vi: 'Ảnh {width} × {height} với nhãn “{text}”', en: 'Picture {width} × {height} with the label “{text}”' },
  goodSize: {
    vi: 'Cỡ chữ {letter} điểm ảnh, {part} % cạnh ngắn nhất',
    en: 'Letters of {letter} pixels, {part}% of the shortest side',
  },
  badSize: {
    vi: 'Cỡ chữ chỉ {part} % cạnh ngắn nhất, nên từ 5 %: khó nhận ra khi lướt nhanh',
    en: 'Letters are only {part}% of the shortest side, better 5%: easily missed',
  },
  goodContrast: { vi: 'Độ tương phản {ratio} : 1', en: 'Contrast {ratio} : 1' },
  badContrast: {
    vi: 'Độ tương phản chỉ {ratio} : 1, cần 4,5 : 1: hãy chọn nhãn có nền hoặc vị trí khác',
    en: 'Contrast is only {ratio} : 1, needed 4.5 : 1: choose a label with a ground, or another place',
  },
  goodCover: { vi: 'Nhãn che {part} % hình', en: 'The label covers {part}% of the picture' },
  badCover: {
    vi: 'Nhãn che {part} % hình hoặc tràn ra ngoài: hãy dùng câu ngắn hơn hoặc cỡ nhỏ hơn',
    en: 'The label covers {part}% of the picture or runs over its edge: use shorter wording or a smaller size',
  },
  goodCode: { vi: 'Mã QR đủ lớn để quét', en: 'The QR code is large enough to scan' },
  badCode: {
    vi: 'Mã QR quá nhỏ trên ảnh này: mỗi ô chỉ {module} điểm ảnh, cần 3',
    en: 'The QR code is too small on this picture: {module} pixels a module, needed 3',
  },
  whole: { vi: 'còn nguyên nhãn', en: 'the label is whole' },
  cut: { vi: 'nhãn bị cắt', en: 'the label is cut' },
  gone: { vi: 'mất nhãn', en: 'the label is gone' },
  // Places.
  'bottom-left': { vi: 'Góc dưới bên trái', en: 'Bottom left' },
  'bottom-right': { vi: 'Góc dưới bên phải', en: 'Bottom right' },
  'top-left': { vi: 'Góc trên bên trái', en: 'Top left' },
  'top-right': { vi: 'Góc trên bên phải', en: 'Top right' },
  bottom: { vi: 'Dải dưới', en: 'Bar at the bottom' },
  top: { vi: 'Dải trên', en: 'Bar at the top' },
} as const satisfies Readonly<Record<string, Text>>
