import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'
import type { Test } from './rule.ts'

/** From when a rule holds, where it stands, and how sure we are of it. */
interface Ruled {
  readonly cite: Cite
  readonly from: Day
  readonly confidence: Confidence
}

export interface LabelOption {
  readonly value: string
  readonly label: Text
  readonly help?: Text
  /** Offered only where this holds: a text is not “technically enhanced”, a picture not spell-checked. */
  readonly when?: Test
}

/** A question of the aid. Each may be left open: unknown is not no. */
export interface LabelQuestion {
  readonly fact: LabelFact
  readonly ask: Text
  readonly help?: Text
  readonly cite: Cite
  readonly options: readonly LabelOption[]
}

export type LabelFact =
  | 'role'
  | 'content'
  | 'ai'
  | 'audience'
  | 'person'
  | 'event'
  | 'misleads'
  | 'creative'
  | 'free'
  | 'since'

/** Answer of somebody who cannot say yet. */
export const NOT_YET = 'open'

const LAW = day('2026-03-01')
const DECREE = day('2026-05-01')
/** A rule of the Law holds from its first day, one of the Decree from the Decree’s. */
const ruled = (cite: Cite, confidence: Confidence = 'A'): Ruled => ({
  cite,
  from: cite.startsWith('L') ? LAW : DECREE,
  confidence,
})
const is = (fact: LabelFact, ...values: readonly string[]): Test => {
  const tests = values.map((value) => ({ fact, is: value }))
  return tests.length === 1 && tests[0] !== undefined ? tests[0] : { any: tests }
}
const not = (test: Test): Test => ({ not: test })
const all = (...tests: readonly Test[]): Test => ({ all: tests })
const any = (...tests: readonly Test[]): Test => ({ any: tests })

const DEPLOYS = is('role', 'deployer', 'both')
const PROVIDES = is('role', 'provider', 'both')
const MEDIA = is('content', 'audio', 'image', 'video')
/** Whoever talks with an AI system gets what AI makes. */
const MADE_BY_AI = any(is('content', 'chat'), not(is('ai', 'none')))
const PUBLIC = is('audience', 'public')
const YES = 'yes'
const YES_NO: readonly LabelOption[] = [
  { value: YES, label: { vi: 'Có', en: 'Yes' } },
  { value: 'no', label: { vi: 'Không', en: 'No' } },
]

/** In the order they are asked; one is skipped as soon as its answer can change nothing. */
export const LABEL_QUESTIONS: readonly LabelQuestion[] = [
  {
    fact: 'role',
    ask: { vi: 'Bạn làm gì với nội dung hoặc hệ thống này?', en: 'What do you do with this content or system?' },
    help: {
      vi: 'Nghĩa vụ đánh dấu thuộc nhà cung cấp; nghĩa vụ thông báo và gắn nhãn thuộc bên triển khai.',
      en: 'Marks are the provider’s duty; notices and labels are the deployer’s.',
    },
    cite: 'N16.1',
    options: [
      {
        value: 'deployer',
        label: {
          vi: 'Đưa nội dung ra cho người khác trong hoạt động chuyên môn, thương mại hoặc dịch vụ',
          en: 'I give content to others in professional, commercial or service activity',
        },
        help: { vi: 'Bạn là bên triển khai.', en: 'You are the deployer.' },
      },
      {
        value: 'provider',
        label: {
          vi: 'Cung cấp hệ thống trí tuệ nhân tạo tạo ra nội dung, dưới tên hoặc nhãn hiệu của mình',
          en: 'I provide the AI system that makes the content, under my own name or mark',
        },
        help: { vi: 'Bạn là nhà cung cấp.', en: 'You are the provider.' },
      },
      { value: 'both', label: { vi: 'Cả hai việc trên', en: 'Both of these' } },
      {
        value: 'maker',
        label: {
          vi: 'Tạo hoặc chỉnh sửa nội dung để bên khác đưa ra công cộng',
          en: 'I make or edit content that somebody else releases',
        },
      },
      {
        value: 'private',
        label: {
          vi: 'Dùng cho cá nhân, không vì mục đích thương mại',
          en: 'Personal use, not commercial',
        },
      },
    ],
  },
  {
    fact: 'content',
    ask: { vi: 'Nội dung là gì?', en: 'What is the content?' },
    cite: 'L11',
    options: [
      { value: 'image', label: { vi: 'Hình ảnh', en: 'Images' } },
      { value: 'video', label: { vi: 'Video', en: 'Video' } },
      { value: 'audio', label: { vi: 'Âm thanh', en: 'Audio' } },
      { value: 'text', label: { vi: 'Văn bản', en: 'Text' } },
      {
        value: 'chat',
        label: {
          vi: 'Giao diện trò chuyện hoặc tổng đài tương tác trực tiếp với con người',
          en: 'A chat or voice interface that deals with people directly',
        },
      },
    ],
  },
  {
    fact: 'ai',
    ask: {
      vi: 'Trí tuệ nhân tạo đã làm gì với nội dung?',
      en: 'What did AI do to the content?',
    },
    cite: 'N18.4',
    options: [
      { value: 'generated', label: { vi: 'Tạo ra toàn bộ hoặc một phần', en: 'It made all or part of it' } },
      {
        value: 'edited',
        label: { vi: 'Chỉnh sửa làm thay đổi nội dung', en: 'It edited it and changed what it says or shows' },
      },
      {
        value: 'technical',
        label: {
          vi: 'Chỉ cải thiện chất lượng kỹ thuật, không làm thay đổi bản chất hoặc ngữ cảnh chính',
          en: 'It only improved technical quality, without changing nature or main context',
        },
        help: {
          vi: 'Ví dụ: khử nhiễu, cân màu, làm nét.',
          en: 'For instance noise removal, colour balance, sharpening.',
        },
        when: MEDIA,
      },
      {
        value: 'text-tool',
        label: {
          vi: 'Chỉ sửa chính tả, ngữ pháp, tóm tắt, diễn giải hoặc dịch, không làm sai lệch nội dung cơ bản',
          en: 'It only corrected, summarised, paraphrased or translated, without distorting the basic content',
        },
        when: is('content', 'text'),
      },
      { value: 'none', label: { vi: 'Không dùng trí tuệ nhân tạo', en: 'No AI was used' } },
    ],
  },
  {
    fact: 'audience',
    ask: { vi: 'Ai sẽ tiếp nhận nội dung?', en: 'Who will receive the content?' },
    cite: 'N18.4',
    options: [
      {
        value: 'public',
        label: { vi: 'Công chúng', en: 'The public' },
        help: {
          vi: 'Mạng xã hội, trang mạng, báo chí, phát thanh, truyền hình, quảng cáo, sự kiện mở.',
          en: 'Social networks, websites, press, radio, television, advertising, open events.',
        },
      },
      {
        value: 'restricted',
        label: {
          vi: 'Chỉ một số người ngoài tổ chức, không phải công chúng',
          en: 'Only certain people outside the organisation, not the public',
        },
      },
      {
        value: 'internal',
        label: { vi: 'Chỉ trong nội bộ cơ quan, tổ chức, doanh nghiệp', en: 'Only people inside the organisation' },
      },
      {
        value: 'research',
        label: {
          vi: 'Chỉ dùng khi nghiên cứu, phát triển, thử nghiệm trong môi trường kiểm soát',
          en: 'Only research, development or tests in a controlled setting',
        },
      },
    ],
  },
  {
    fact: 'person',
    ask: {
      vi: 'Nội dung có mô phỏng, giả lập ngoại hình hoặc giọng nói của người thật không?',
      en: 'Does it simulate the looks or the voice of a real person?',
    },
    cite: 'N18.2.a',
    options: YES_NO,
  },
  {
    fact: 'event',
    ask: { vi: 'Nội dung có tái hiện sự kiện thực tế không?', en: 'Does it re-enact a real event?' },
    cite: 'N18.2.b',
    options: YES_NO,
  },
  {
    fact: 'misleads',
    ask: {
      vi: 'Người xem, người nghe, người đọc có thể nhầm về tính xác thực của sự kiện, nhân vật hoặc nguồn gốc nội dung không?',
      en: 'Could people be misled about whether an event, a person or the origin of the content is real?',
    },
    help: {
      vi: 'Hãy nghĩ đến người lướt qua nhanh, không đọc phần giải thích. Nếu phân vân, hãy chọn “Có”.',
      en: 'Think of somebody who scrolls by and reads no explanation. In doubt, choose “Yes”.',
    },
    cite: 'N18.1',
    options: YES_NO,
  },
  {
    fact: 'creative',
    ask: {
      vi: 'Đây có phải là tác phẩm điện ảnh, chương trình nghệ thuật hoặc nội dung sáng tạo không?',
      en: 'Is it a film, an artistic programme or creative content?',
    },
    help: {
      vi: 'Điện ảnh, nghệ thuật không được miễn gắn nhãn, nhưng có cách thể hiện riêng để không cản trở việc thưởng thức.',
      en: 'Film and art are not exempt, but have gentler ways that do not hinder enjoyment.',
    },
    cite: 'N18.6',
    options: YES_NO,
  },
  {
    fact: 'free',
    ask: {
      vi: 'Hệ thống tạo ra nội dung có phải là mã nguồn mở hoặc được cung cấp miễn phí không?',
      en: 'Is the system that makes the content open source or free of charge?',
    },
    cite: 'N17.5',
    options: YES_NO,
  },
  {
    fact: 'since',
    ask: {
      vi: 'Hệ thống đó đã hoạt động trước ngày 01/3/2026 chưa?',
      en: 'Was that system in operation before 1 March 2026?',
    },
    help: {
      vi: 'Chỉ dùng để tính thời hạn chuyển tiếp; nghĩa vụ không thay đổi.',
      en: 'This only tells whether there is a transition period; the duties are the same.',
    },
    cite: 'L35.1',
    options: [
      { value: 'later', label: { vi: 'Chưa', en: 'No' } },
      {
        value: 'before-long',
        label: { vi: 'Rồi, trong lĩnh vực y tế, giáo dục hoặc tài chính', en: 'Yes, in health, education or finance' },
      },
      { value: 'before-other', label: { vi: 'Rồi, trong lĩnh vực khác', en: 'Yes, in another sector' } },
    ],
  },
]

/** A case in which no label is owed (Decree art. 18.4). It says nothing of the notice, which has a test of its own. */
export interface LabelException extends Ruled {
  readonly id: string
  readonly text: Text
  readonly when: Test
}

export const LABEL_EXCEPTIONS: readonly LabelException[] = [
  {
    id: 'technical',
    text: {
      vi: 'Chỉ chỉnh sửa kỹ thuật để cải thiện chất lượng, không làm thay đổi bản chất hoặc ngữ cảnh chính',
      en: 'Technical improvement only, without changing nature or main context',
    },
    when: is('ai', 'technical'),
    ...ruled('N18.4.a'),
  },
  {
    id: 'text-tool',
    text: {
      vi: 'Văn bản chỉ được sửa lỗi, tóm tắt, diễn giải hoặc dịch mà không làm sai lệch nội dung cơ bản',
      en: 'A text only corrected, summarised, paraphrased or translated, its basic content not distorted',
    },
    when: is('ai', 'text-tool'),
    ...ruled('N18.4.b'),
  },
  {
    id: 'internal',
    text: { vi: 'Chỉ dùng nội bộ, không cung cấp ra công cộng', en: 'Internal use only, not given to the public' },
    when: is('audience', 'internal'),
    ...ruled('N18.4.c'),
  },
  {
    id: 'research',
    text: {
      vi: 'Chỉ dùng khi nghiên cứu, phát triển, thử nghiệm trong môi trường kiểm soát, không cung cấp ra công cộng',
      en: 'Only for research, development or tests in a controlled setting, not given to the public',
    },
    when: is('audience', 'research'),
    ...ruled('N18.4.d'),
  },
]

/** When a notice is owed (Law art. 11.3, Decree art. 18.1). */
export const NOTICE_WHEN: Test = all(DEPLOYS, MADE_BY_AI, PUBLIC, is('misleads', YES))

/** When a label is owed (Law art. 11.4, Decree art. 18.2), but for those exceptions that are in force. */
export const labelWhen = (exceptions: readonly LabelException[]): Test =>
  all(DEPLOYS, MEDIA, MADE_BY_AI, ...exceptions.map(({ when }) => not(when)), any(is('person', YES), is('event', YES)))

/** The building stones, for the rest of the rules of this subject (`label-duties.ts`). */
export const LABEL_TESTS = { all, any, not, is, ruled, DEPLOYS, PROVIDES, MEDIA, MADE_BY_AI, PUBLIC, YES } as const
