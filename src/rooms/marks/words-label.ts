import type { Text } from '../../base/text.ts'
import type { Cite } from '../../law/cite.ts'
import type { LabelKind, LabelCode, Length, Medium } from './label-schema.ts'

export const LABEL_SAYS: Record<LabelCode, Text> = {
  'label.qr-without-id': {
    vi: 'Mã QR dẫn đến bản ghi trong Sổ đăng ký, nên cần có mã định danh AI-ID.',
    en: 'The QR code leads to an entry of the register, so it needs an AI-ID.',
  },
  'label.unknown-ai-id': {
    vi: 'Sổ đăng ký công khai không có mã định danh {aiId}. Hãy kiểm tra lại hoặc bỏ trống.',
    en: 'The public register has no AI-ID {aiId}. Check it, or leave it out.',
  },
  'label.half-size': {
    vi: 'Chiều rộng và chiều cao của hình phải có cùng nhau.',
    en: 'Width and height of the picture go together.',
  },
  'label.too-small': {
    vi: 'Với hình này, cỡ chữ nhỏ nhất mà Cổng khuyến nghị là {least} điểm ảnh (5 % cạnh ngắn nhất). Pháp luật yêu cầu nhãn rõ ràng, dễ nhận biết, không nêu con số; Cổng không tạo nhãn nhỏ hơn.',
    en: 'On this picture the smallest letters the portal advises are {least} pixels (5 % of the shortest side). The law asks for a clear label and names no figure; the portal makes none smaller.',
  },
  'label.too-large': {
    vi: 'Nhãn này lớn hơn hình hoặc che quá {most} % hình. Pháp luật yêu cầu không cản trở đáng kể việc xem: hãy dùng câu ngắn, một ngôn ngữ, hoặc bỏ mã QR.',
    en: 'This label is larger than the picture or covers more than {most} % of it. The law asks that it be no considerable obstacle: use the short wording, one language, or no QR code.',
  },
}

/** What the labels say. Nobody prescribes it (Decree art. 18.5): these are ours, made to be understood at a glance. */
export const LABEL_TEXT: Readonly<Record<LabelKind, Readonly<Record<Length, Text>>>> = {
  made: {
    short: { vi: 'Tạo bằng AI', en: 'Made with AI' },
    long: {
      vi: 'Nội dung được tạo ra bằng trí tuệ nhân tạo',
      en: 'Content made with artificial intelligence',
    },
  },
  edited: {
    short: { vi: 'Chỉnh sửa bằng AI', en: 'Edited with AI' },
    long: {
      vi: 'Nội dung được chỉnh sửa bằng trí tuệ nhân tạo',
      en: 'Content edited with artificial intelligence',
    },
  },
  person: {
    short: { vi: 'AI mô phỏng người thật', en: 'Real person simulated by AI' },
    long: {
      vi: 'Người thật được mô phỏng bằng trí tuệ nhân tạo',
      en: 'A real person simulated by artificial intelligence',
    },
  },
  event: {
    short: { vi: 'AI tái hiện sự kiện thật', en: 'Real event re-enacted by AI' },
    long: {
      vi: 'Sự kiện thực tế được tái hiện bằng trí tuệ nhân tạo',
      en: 'A real event re-enacted by artificial intelligence',
    },
  },
}

/** Which provision asks for such a label. */
export const KIND_CITE: Readonly<Record<LabelKind, Cite>> = {
  made: 'N18.1',
  edited: 'N18.1',
  person: 'N18.2.a',
  event: 'N18.2.b',
}

export const KIND_WORDS: Readonly<Record<LabelKind, Text>> = {
  made: { vi: 'Nội dung được tạo ra bằng AI', en: 'The content was made with AI' },
  edited: { vi: 'Nội dung được chỉnh sửa bằng AI', en: 'The content was edited with AI' },
  person: { vi: 'Người thật được mô phỏng', en: 'A real person is simulated' },
  event: { vi: 'Sự kiện thực tế được tái hiện', en: 'A real event is re-enacted' },
}

export const NO_WORDING: Text = {
  vi: 'Pháp luật không quy định câu chữ. Đây là câu chữ do Cổng soạn, có thể dùng nguyên hoặc sửa cho phù hợp.',
  en: 'The law prescribes no wording. These words are the portal’s own, to be used as they are or changed to fit.',
}

export interface Wording {
  readonly id: string
  readonly medium: Medium
  readonly use: Text
  readonly text: Text
  readonly cite: Cite
  /** To be said aloud. */
  readonly spoken?: true
  /** How long to show it at least, in seconds. */
  readonly shown?: number
}

/** Ready wording, to take as it is or to change. */
export const WORDINGS: readonly Wording[] = [
  {
    id: 'video-start',
    medium: 'video',
    use: { vi: 'Màn hình mở đầu', en: 'Opening card' },
    text: {
      vi: 'Video này có nội dung được tạo ra bằng trí tuệ nhân tạo.',
      en: 'This video contains content made with artificial intelligence.',
    },
    cite: 'N18.5.a',
    shown: 3,
  },
  {
    id: 'video-person',
    medium: 'video',
    use: { vi: 'Màn hình mở đầu, khi mô phỏng người thật', en: 'Opening card, where a real person is simulated' },
    text: {
      vi: 'Hình ảnh và giọng nói của [họ tên] trong video này được mô phỏng bằng trí tuệ nhân tạo. Đây không phải là phát ngôn thật.',
      en: 'The looks and voice of [name] in this video are simulated by artificial intelligence. These are not their words.',
    },
    cite: 'N18.2.a',
    shown: 4,
  },
  {
    id: 'video-event',
    medium: 'video',
    use: { vi: 'Màn hình mở đầu, khi tái hiện sự kiện', en: 'Opening card, where an event is re-enacted' },
    text: {
      vi: 'Sự kiện [tên sự kiện] trong video này được tái hiện bằng trí tuệ nhân tạo, không phải cảnh ghi hình thật.',
      en: '[Event] is re-enacted here by artificial intelligence; this is not real footage.',
    },
    cite: 'N18.2.b',
    shown: 4,
  },
  {
    id: 'video-description',
    medium: 'video',
    use: { vi: 'Phần mô tả video', en: 'Description of the video' },
    text: {
      vi: 'Một phần hình ảnh và âm thanh trong video được tạo ra hoặc chỉnh sửa bằng trí tuệ nhân tạo.',
      en: 'Some pictures and sound in this video were made or edited with artificial intelligence.',
    },
    cite: 'N18.5.b',
  },
  {
    id: 'video-credits',
    medium: 'video',
    use: { vi: 'Danh đề của phim, chương trình nghệ thuật', en: 'Credits of a film or artistic programme' },
    text: {
      vi: 'Các cảnh [số cảnh] được tạo ra bằng trí tuệ nhân tạo. Hệ thống: [tên hệ thống], AI-ID [mã định danh].',
      en: 'Scenes [numbers] were made with artificial intelligence. System: [name], AI-ID [identifier].',
    },
    cite: 'N18.6',
  },
  {
    id: 'audio-start',
    medium: 'audio',
    use: { vi: 'Lời thông báo mở đầu', en: 'Spoken notice at the start' },
    text: {
      vi: 'Nội dung âm thanh sau đây được tạo ra bằng trí tuệ nhân tạo.',
      en: 'The following audio was made with artificial intelligence.',
    },
    cite: 'N18.5.d',
    spoken: true,
  },
  {
    id: 'audio-voice',
    medium: 'audio',
    use: { vi: 'Lời mở đầu, khi mô phỏng giọng người thật', en: 'At the start, where a real voice is simulated' },
    text: {
      vi: 'Giọng nói bạn sắp nghe được mô phỏng bằng trí tuệ nhân tạo, không phải giọng thật của [họ tên].',
      en: 'The voice you are about to hear is simulated by artificial intelligence. It is not the real voice of [name].',
    },
    cite: 'N18.2.a',
    spoken: true,
  },
  {
    id: 'audio-again',
    medium: 'audio',
    use: { vi: 'Nhắc lại sau mỗi lần tạm nghỉ, khi nội dung dài', en: 'Again after each break, in long recordings' },
    text: {
      vi: 'Bạn đang nghe nội dung được tạo ra bằng trí tuệ nhân tạo.',
      en: 'You are listening to content made with artificial intelligence.',
    },
    cite: 'N18.3.b',
    spoken: true,
  },
  {
    id: 'text-head',
    medium: 'text',
    use: { vi: 'Đầu bài viết', en: 'At the head of an article' },
    text: {
      vi: 'Bài viết này được tạo ra bằng trí tuệ nhân tạo.',
      en: 'This text was made with artificial intelligence.',
    },
    cite: 'N18.1',
  },
  {
    id: 'text-edited',
    medium: 'text',
    use: {
      vi: 'Đầu bài viết, khi có người biên tập',
      en: 'At the head of an article that a person has edited',
    },
    text: {
      vi: 'Bài viết này được tạo ra bằng trí tuệ nhân tạo, do [họ tên] biên tập và chịu trách nhiệm.',
      en: 'This text was made with artificial intelligence, edited by [name], who answers for it.',
    },
    cite: 'N18.1',
  },
  {
    id: 'text-caption',
    medium: 'text',
    use: { vi: 'Chú thích dưới ảnh', en: 'Caption below a picture' },
    text: {
      vi: 'Ảnh được tạo ra bằng trí tuệ nhân tạo, không phải ảnh chụp.',
      en: 'Picture made with artificial intelligence, not a photograph.',
    },
    cite: 'N18.5.b',
  },
  {
    id: 'text-post',
    medium: 'text',
    use: { vi: 'Dòng đầu bài đăng trên mạng xã hội', en: 'First line of a post on a social network' },
    text: { vi: 'Nội dung tạo bằng AI.', en: 'Made with AI.' },
    cite: 'N18.5.b',
  },
  {
    id: 'chat-open',
    medium: 'interface',
    use: { vi: 'Lời chào của trợ lý trò chuyện', en: 'Greeting of a chat assistant' },
    text: {
      vi: 'Xin chào! Tôi là trợ lý trí tuệ nhân tạo, không phải người thật. Câu trả lời của tôi có thể chưa chính xác.',
      en: 'Hello! I am an AI assistant, not a person. My answers may be wrong.',
    },
    cite: 'L11.1',
  },
  {
    id: 'chat-line',
    medium: 'interface',
    use: { vi: 'Dòng chữ luôn hiện cạnh ô nhập', en: 'Line that always stays beside the input' },
    text: {
      vi: 'Bạn đang trò chuyện với hệ thống trí tuệ nhân tạo.',
      en: 'You are talking with an AI system.',
    },
    cite: 'L11.1',
  },
  {
    id: 'chat-voice',
    medium: 'interface',
    use: { vi: 'Câu đầu tiên của tổng đài tự động', en: 'First sentence of an automatic telephone line' },
    text: {
      vi: 'Bạn đang nói chuyện với hệ thống trả lời tự động bằng trí tuệ nhân tạo.',
      en: 'You are speaking with an automatic AI system.',
    },
    cite: 'L11.1',
    spoken: true,
  },
  {
    id: 'feed-tag',
    medium: 'interface',
    use: { vi: 'Nhãn ngắn trong danh sách, bảng tin', en: 'Short tag in lists and feeds' },
    text: { vi: 'Tạo bằng AI', en: 'Made with AI' },
    cite: 'N18.5.c',
  },
]

/** How fast a calm voice speaks, a second: syllables in Vietnamese (each is written as a word), words in English. */
const PACE = { vi: 3.5, en: 2.5 } as const

/** How long a text takes to say, in seconds, rounded up to halves: an estimate for planning, not a rule. */
export function saidIn(text: string, lang: 'vi' | 'en'): number {
  const units = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  return Math.ceil((units / PACE[lang]) * 2) / 2
}
