import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'
import type { Test } from './rule.ts'

export interface MediumQuestion {
  readonly fact: `medium.${string}`
  readonly label: Text
  readonly help?: Text
  readonly cite: Cite
  readonly from: Day
  readonly confidence: Confidence
}

export interface Medium {
  readonly cite: Cite
  readonly groundsAsk: Text
  readonly groundsHelp: Text
  readonly grounds: readonly MediumQuestion[]
  readonly exclusionsAsk: Text
  readonly exclusionsHelp: Text
  readonly exclusions: readonly MediumQuestion[]
}

const LAW = day('2026-03-01')
const DECREE = day('2026-05-01')

/** Medium risk: either ground of Law art. 9.1.b, unless one exclusion of Decree 142 art. 9.3 holds. */
export const MEDIUM: Medium = {
  cite: 'L9.1.b',
  groundsAsk: {
    vi: 'Người sử dụng có thể bị gây nhầm lẫn, tác động hoặc thao túng vì không nhận biết được điều nào dưới đây?',
    en: 'Could users be confused, influenced or manipulated because they cannot tell any of the following?',
  },
  groundsHelp: {
    vi: 'Chọn mọi điều có thể xảy ra khi hệ thống được dùng đúng như dự định. Nếu người sử dụng luôn nhận biết được thì chọn “Không thuộc trường hợp nào”.',
    en: 'Choose all that may happen when the system is used as intended. If users can always tell, choose “None of these”.',
  },
  grounds: [
    {
      fact: 'medium.interlocutor',
      label: {
        vi: 'Rằng phía bên kia mà họ đang tương tác là hệ thống trí tuệ nhân tạo',
        en: 'That the other side they are dealing with is an AI system',
      },
      help: {
        vi: 'Ví dụ: tổng đài thoại hoặc trò chuyện trả lời như người thật.',
        en: 'For instance a voice or chat service that answers like a person.',
      },
      cite: 'L9.1.b',
      from: LAW,
      confidence: 'A',
    },
    {
      fact: 'medium.content',
      label: {
        vi: 'Rằng nội dung họ tiếp nhận do hệ thống trí tuệ nhân tạo tạo ra',
        en: 'That the content they receive was made by an AI system',
      },
      help: {
        vi: 'Ví dụ: bài viết, ảnh, âm thanh hoặc video trông như thật.',
        en: 'For instance text, pictures, sound or video that look real.',
      },
      cite: 'L9.1.b',
      from: LAW,
      confidence: 'A',
    },
  ],
  exclusionsAsk: {
    vi: 'Trường hợp nào dưới đây đúng với hệ thống của bạn?',
    en: 'Which of these is true of your system?',
  },
  exclusionsHelp: {
    vi: 'Chỉ cần một trường hợp đúng thì hệ thống không thuộc mức rủi ro trung bình.',
    en: 'If one of them is true, the system is not of medium risk.',
  },
  exclusions: [
    {
      fact: 'medium.x1',
      label: {
        vi: 'Chỉ chỉnh sửa kỹ thuật về hình thức, không tạo nội dung mới và không làm thay đổi danh tính',
        en: 'It only edits the form technically, makes no new content and changes nobody’s identity',
      },
      help: {
        vi: 'Ví dụ: khử nhiễu, cân màu, nén, sửa lỗi chính tả.',
        en: 'For instance noise removal, colour balance, compression, spelling.',
      },
      cite: 'N9.3',
      from: DECREE,
      confidence: 'A',
    },
    {
      fact: 'medium.x2',
      label: {
        vi: 'Là công cụ hỗ trợ văn phòng, bản chất trí tuệ nhân tạo đã rõ ràng và không mô phỏng danh tính hay sự kiện',
        en: 'It is an office aid, plainly AI, and does not simulate identities or events',
      },
      cite: 'N9.3',
      from: DECREE,
      confidence: 'A',
    },
    {
      fact: 'medium.x3',
      label: {
        vi: 'Không tương tác, cung cấp dịch vụ hay nội dung cho công chúng, kể cả qua bên thứ ba hoặc nền tảng',
        en: 'It gives the public no interaction, service or content, not through third parties or platforms either',
      },
      cite: 'N9.3',
      from: DECREE,
      confidence: 'A',
    },
    {
      fact: 'medium.x4',
      label: {
        vi: 'Phục vụ nghệ thuật, điện ảnh, trò chơi hoặc sáng tạo khác với bối cảnh hư cấu rõ ràng',
        en: 'It serves art, film, games or other creation in a clearly fictional setting',
      },
      cite: 'N9.3',
      from: DECREE,
      confidence: 'A',
    },
    {
      fact: 'medium.x5',
      label: {
        vi: 'Chỉ phân tích hoặc tối ưu hóa ở hậu trường: không tương tác với người sử dụng, không tạo nội dung công khai, không phải bộ điều khiển chính của vật thể vật lý',
        en: 'It only analyses or optimises in the back end: no user interaction, no public content, not the main controller of physical things',
      },
      cite: 'N9.3',
      from: DECREE,
      confidence: 'A',
    },
  ],
}

/** The condition for medium risk, built from those grounds and exclusions that apply on the day. */
export const mediumWhen = (grounds: readonly MediumQuestion[], exclusions: readonly MediumQuestion[]): Test => ({
  all: [
    { any: grounds.map(({ fact }) => ({ fact, is: true })) },
    { not: { any: exclusions.map(({ fact }) => ({ fact, is: true })) } },
  ],
})
