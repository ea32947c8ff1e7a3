import type { Text } from '../../base/text.ts'
import type { LabelDutyId } from '../../law/label-duties.ts'
import type { Medium } from './label-schema.ts'

export const G = {
  title: { vi: 'Có phải thông báo, gắn nhãn không?', en: 'Do I owe a notice or a label?' },
  about: {
    vi: 'Vài câu hỏi cho biết nội dung tạo bằng trí tuệ nhân tạo có phải thông báo, gắn nhãn hay đánh dấu không, theo điều nào.',
    en: 'A few questions tell whether content made with AI needs a notice, a label or a mark, and by which article.',
  },
  lead: {
    vi: 'Trả lời từng câu về một nội dung cụ thể. Kết quả cho biết phải làm gì, trước lúc nào, theo điều nào và lấy nhãn, câu chữ ở đâu.',
    en: 'Answer question by question about one piece of content. The result says what is owed, by when, under which article, and where to get labels and wording.',
  },
  stays: {
    vi: 'Không cần tài khoản, không lưu gì: các câu trả lời chỉ nằm trong địa chỉ của trang.',
    en: 'No account, and nothing is stored: your answers stand only in the address of the page.',
  },
  own: {
    vi: 'Kết quả dựa trên câu trả lời của bạn, không phải ý kiến của cơ quan nhà nước.',
    en: 'The result rests on your answers. It is no opinion of an authority.',
  },
  takes: { vi: 'Mất khoảng hai phút, nhiều nhất mười câu.', en: 'About two minutes, ten questions at most.' },
  start: { vi: 'Bắt đầu trả lời', en: 'Begin' },
  back: { vi: 'Quay lại', en: 'Back' },
  bench: { vi: 'Nhãn và thông báo', en: 'Labels and notices' },
  question: { vi: 'Câu hỏi', en: 'Question' },
  source: { vi: 'Căn cứ:', en: 'Source:' },
  notYet: { vi: 'Chưa biết', en: 'I cannot say yet' },
  answer: { vi: 'Trả lời', en: 'Answer' },
  missing: { vi: 'Hãy chọn một câu trả lời, hoặc “Chưa biết”.', en: 'Choose an answer, or “I cannot say yet”.' },
  soFar: { vi: 'Câu trả lời của bạn', en: 'Your answers' },
  change: { vi: 'Sửa', en: 'Change' },
  again: { vi: 'Trả lời lại từ đầu', en: 'Start again' },
  byAnswers: { vi: 'Theo câu trả lời của bạn, tính đến ngày', en: 'By your answers, as of' },
  owed: { vi: 'Việc phải làm:', en: 'What you owe:' },
  nothing: { vi: 'Theo câu trả lời của bạn, không có việc nào phải làm', en: 'By your answers, nothing is owed' },
  perhaps: { vi: 'Chưa kết luận được', en: 'This cannot be settled yet' },
  nothingText: {
    vi: 'Không phải thông báo, gắn nhãn hay đánh dấu nội dung này. Nếu cách dùng thay đổi, hãy trả lời lại.',
    en: 'No notice, label or mark is owed for this content. If its use changes, answer again.',
  },
  perhapsText: {
    vi: 'Chưa biết không có nghĩa là không. Các việc dưới đây tùy vào câu còn bỏ ngỏ; trong khi chưa rõ, thông báo hoặc gắn nhãn là cách an toàn.',
    en: 'Unknown is not no. What follows hangs on questions left open; while they are, giving notice or labelling is the safe way.',
  },
  todo: { vi: 'Cụ thể', en: 'In detail' },
  might: { vi: 'Có thể phải làm', en: 'What may be owed' },
  hangsOn: { vi: 'Tùy câu trả lời cho:', en: 'It hangs on:' },
  by: { vi: 'Khi nào', en: 'When' },
  since: { vi: 'Áp dụng từ', en: 'In force since' },
  why: { vi: 'Vì bạn trả lời', en: 'Because you answered' },
  cites: { vi: 'Căn cứ', en: 'Source' },
  until: {
    vi: 'Hệ thống đã hoạt động trước ngày 01/3/2026: Luật cho thời hạn chuyển tiếp đến hết {day} (theo cách tính của chúng tôi). Nên làm ngay khi có thể.',
    en: 'The system was in operation before 1 March 2026: the Law’s transition period runs until the end of {day} (by our count). Better not to wait.',
  },
  free: { vi: 'Vì sao không phải gắn nhãn', en: 'Why no label is owed' },
  ways: { vi: 'Làm bằng cách nào', en: 'How to do it' },
  waysLabel: { vi: 'Thông báo, gắn nhãn: bạn chọn một hoặc nhiều cách', en: 'Notice and label: choose one or several' },
  waysMark: { vi: 'Đánh dấu máy đọc: chỉ cần một cách', en: 'Machine-readable mark: any one will do' },
  qualities: { vi: 'Một thông báo, một nhãn tốt', en: 'A good notice, a good label' },
  after: { vi: 'Sau đó', en: 'Afterwards' },
  remarks: { vi: 'Cần biết thêm', en: 'Also good to know' },
  ours: { vi: 'cách hiểu của Cổng', en: 'our reading' },
  ready: { vi: 'Có sẵn để dùng', en: 'Ready to use' },
  toBench: { vi: 'Tạo nhãn cho ảnh, video', en: 'Make a label for pictures or video' },
  toWording: { vi: 'Câu chữ cho {medium}', en: 'Wording: {medium}' },
  toMark: { vi: 'Đánh dấu tệp: mở hệ thống của bạn', en: 'Mark files: open your system' },
  toMarkMore: { vi: 'Chứng thư đánh dấu', en: 'Certificates for marks' },
  ask: { vi: 'Chưa chắc? Hỏi hướng dẫn', en: 'Not sure? Ask for guidance' },
} as const satisfies Readonly<Record<string, Text>>

/** Duties that follow the others and stand behind them. */
export const FOLLOWS: readonly LabelDutyId[] = ['keep', 'records']

/** Which page of wording fits which content. */
export const MEDIUM_OF: Readonly<Record<string, Medium>> = {
  image: 'text',
  video: 'video',
  audio: 'audio',
  text: 'text',
  chat: 'interface',
}

export const P = {
  title: { vi: 'Câu chữ cho thông báo và nhãn', en: 'Wording for notices and labels' },
  about: {
    vi: 'Câu chữ tiếng Việt và tiếng Anh để báo cho người xem, người nghe, người đọc biết nội dung được tạo bằng trí tuệ nhân tạo.',
    en: 'Words in Vietnamese and English that tell people that content was made with AI.',
  },
  fillIn: {
    vi: 'Thay phần trong ngoặc vuông bằng thông tin của bạn.',
    en: 'Replace what stands in square brackets with your own facts.',
  },
  cards: { vi: 'Hình cho màn hình mở đầu, góc và danh đề', en: 'Art for opening card, corner and credits' },
  cardsText: {
    vi: 'Tải ở trang nhãn: màn hình mở đầu ngang và dọc, nhãn ở góc, dòng danh đề.',
    en: 'On the page of labels: opening cards wide and tall, corner label, line for the credits.',
  },
  videoAdvice: {
    vi: 'Cổng khuyên: mở đầu ít nhất 3 giây (tiêu chuẩn GB 45438-2025, Trung Quốc, đòi 2 giây), giữ nhãn ở góc trong suốt đoạn do AI tạo ra; phim thì ghi ở danh đề.',
    en: 'Our advice: an opening card of at least 3 seconds (China’s GB 45438-2025 asks for 2), a corner label as long as AI content is shown; in a film, the credits.',
  },
  audioAdvice: {
    vi: 'Đọc rõ ràng, không chạy nhanh hơn phần nội dung, cùng ngôn ngữ với nội dung. Thời lượng là ước tính: 3,5 âm tiết tiếng Việt hoặc 2,5 từ tiếng Anh mỗi giây.',
    en: 'Say it clearly, no faster than the rest, in the language of the content. Lengths are estimates: 3.5 Vietnamese syllables or 2.5 English words a second.',
  },
  textAdvice: {
    vi: 'Đặt ở đầu, trước khi người đọc bắt đầu đọc; đừng để ở cuối trang hay sau nút “xem thêm”.',
    en: 'Put it at the head, before people begin to read; not at the foot of the page or behind “read more”.',
  },
  interfaceAdvice: {
    vi: 'Nói từ câu đầu tiên và luôn hiện bên cạnh ô nhập; người dùng hỏi “bạn là người hay máy” thì trả lời đúng.',
    en: 'Say it in the first sentence and keep it beside the input; when users ask whether they talk to a person, tell the truth.',
  },
  spoken: { vi: 'Đọc mất khoảng {seconds} giây', en: 'About {seconds} seconds to say' },
  shown: { vi: 'Hiện ít nhất {seconds} giây (lời khuyên)', en: 'Show for at least {seconds} seconds (advice)' },
  json: { vi: 'Tất cả dưới dạng JSON', en: 'All of it as JSON' },
} as const satisfies Readonly<Record<string, Text>>

export const ADVICE: Readonly<Record<Medium, Text>> = {
  video: P.videoAdvice,
  audio: P.audioAdvice,
  text: P.textAdvice,
  interface: P.interfaceAdvice,
}
