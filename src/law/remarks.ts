import type { Text } from '../base/text.ts'
import type { Cite } from './cite.ts'

export type RemarkId =
  | 'no-permission'
  | 'no-approval'
  | 'argument'
  | 'route-unknown'
  | 'presumed-denied'
  | 'aside'
  | 'undetermined'
  | 'law-not-yet'
  | 'list-not-yet'
  | 'prohibited'

export interface Remark {
  readonly id: RemarkId
  readonly text: Text
  readonly cite: Cite
}

/** What stands beside a result so that nobody reads more into it than the law gives. */
export const REMARKS: readonly Remark[] = [
  {
    id: 'no-permission',
    cite: 'Q1.2',
    text: {
      vi: 'Thuộc Danh mục không phải là được phép, không thuộc Danh mục không phải là được miễn: nguyên tắc cơ bản của pháp luật, thẩm quyền, trách nhiệm và sự giám sát của con người vẫn giữ nguyên.',
      en: 'A match is not a permission and a non-match not a release: basic principles, powers, responsibility and human supervision remain.',
    },
  },
  {
    id: 'no-approval',
    cite: 'L10.3',
    text: {
      vi: 'Đây là kết quả tự phân loại do bạn chịu trách nhiệm; cơ quan nhà nước không phê duyệt kết quả này.',
      en: 'This is your own classification and your responsibility; no authority has passed judgement on it.',
    },
  },
  {
    id: 'argument',
    cite: 'Q2',
    text: {
      vi: 'Nếu cho rằng hệ thống thuộc trường hợp loại trừ tại khoản 2 Điều 8 Nghị định 142/2026/NĐ-CP, hãy gửi đề nghị hướng dẫn; trong khi chờ, mức rủi ro cao vẫn áp dụng.',
      en: 'If you hold that art. 8(2) of Decree 142/2026/NĐ-CP takes the system out, send a guidance request; meanwhile high risk stands.',
    },
  },
  {
    id: 'route-unknown',
    cite: 'L13.2',
    text: {
      vi: 'Chúng tôi chưa đọc được chắc chắn cột hình thức đánh giá của mục này; hãy đối chiếu bản gốc hoặc đề nghị hướng dẫn.',
      en: 'We could not read for certain which route the list ticks for this entry; check the printed list or ask for guidance.',
    },
  },
  {
    id: 'presumed-denied',
    cite: 'N10.4',
    text: {
      vi: 'Bạn đã phủ nhận một hệ quả mà Danh mục coi là vốn có: hãy nêu lý do và gửi đề nghị hướng dẫn trước khi dựa vào câu trả lời này.',
      en: 'You denied an effect the list takes as given: state your reasons and send a guidance request before relying on that answer.',
    },
  },
  {
    id: 'aside',
    cite: 'N10.4',
    text: {
      vi: 'Danh mục có một điểm hiểu được theo hai nghĩa; câu trả lời của bạn được ghi lại nhưng không làm giảm mức rủi ro. Nếu điểm này quan trọng, hãy gửi đề nghị hướng dẫn.',
      en: 'The list has a point that can be read two ways; your answer is recorded but lowers nothing. If it matters, send a guidance request.',
    },
  },
  {
    id: 'undetermined',
    cite: 'N10.4',
    text: {
      vi: 'Chưa đủ câu trả lời để xác định mức rủi ro. Nếu không trả lời được, hãy gửi đề nghị hướng dẫn kèm hồ sơ kỹ thuật.',
      en: 'There are not yet enough answers to tell the level. If you cannot answer, send a guidance request with the technical dossier.',
    },
  },
  {
    id: 'law-not-yet',
    cite: 'L34',
    text: { vi: 'Vào ngày này Luật chưa có hiệu lực.', en: 'On that day the Law was not yet in force.' },
  },
  {
    id: 'list-not-yet',
    cite: 'Q.',
    text: {
      vi: 'Vào ngày này Danh mục hệ thống rủi ro cao chưa có hiệu lực; hãy phân loại lại theo Danh mục từ ngày 15/8/2026.',
      en: 'On that day the high-risk list was not yet in force; classify again by the list from 15 August 2026.',
    },
  },
  {
    id: 'prohibited',
    cite: 'L7',
    text: {
      vi: 'Ở mọi mức rủi ro, các hành vi tại Điều 7 của Luật vẫn bị nghiêm cấm.',
      en: 'At every level the acts of article 7 of the Law remain prohibited.',
    },
  },
]
