import type { Day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'
import { LABEL_TESTS, type LabelException, labelWhen, NOTICE_WHEN } from './labels.ts'
import type { Test } from './rule.ts'

const { all, any, not, is, ruled, DEPLOYS, PROVIDES, MEDIA, MADE_BY_AI, PUBLIC, YES } = LABEL_TESTS

export type LabelDutyId = 'notice' | 'label' | 'recognise' | 'mark' | 'mark-deployer' | 'inform' | 'keep' | 'records'

interface Ruled {
  readonly cite: Cite
  readonly also: readonly Cite[]
  readonly from: Day
  readonly confidence: Confidence
}

/** What is owed, by which moment, and what to do about it. */
export interface LabelDuty extends Ruled {
  readonly id: LabelDutyId
  readonly name: Text
  readonly by: Text
  readonly todo: Text
  readonly when: Test
}

/** How it may be done: the notice and label (Decree art. 18.5, 18.6), or the mark (art. 17.2, 17.5). One chooses. */
export interface LabelWay extends Ruled {
  readonly id: string
  readonly of: 'notice-label' | 'mark'
  readonly text: Text
  readonly when: Test
}

/** What one should know beside the duties. */
export interface LabelRemark extends Ruled {
  readonly id: string
  readonly text: Text
  readonly when: Test
}

const at = (cite: Cite, also: readonly Cite[] = [], confidence: Confidence = 'A'): Ruled => ({
  ...ruled(cite, confidence),
  also,
})

const AT_ACCESS: Text = {
  vi: 'Trước hoặc ngay khi người tiếp nhận tiếp cận nội dung',
  en: 'Before or at the moment people meet the content',
}
const BEFORE_USE: Text = { vi: 'Trước khi đưa hệ thống vào sử dụng', en: 'Before the system is put into use' }
const BEFORE_PUBLISHING: Text = {
  vi: 'Trước khi đưa nội dung ra công cộng',
  en: 'Before the content is given to the public',
}

const MARK_WHEN = all(PROVIDES, MEDIA)
const MARK_DEPLOYER_WHEN = all(DEPLOYS, MEDIA, MADE_BY_AI, PUBLIC, is('free', YES))

/** All duties of this subject, given the exceptions in force on the day. */
export function labelDuties(exceptions: readonly LabelException[]): readonly LabelDuty[] {
  const label = labelWhen(exceptions)
  const recognise = all(PROVIDES, is('content', 'chat'))
  const first = any(NOTICE_WHEN, label, MARK_WHEN, MARK_DEPLOYER_WHEN, recognise)
  return [
    {
      id: 'notice',
      name: { vi: 'Thông báo cho công chúng', en: 'Notice to the public' },
      by: AT_ACCESS,
      todo: {
        vi: 'Nói rõ rằng nội dung được tạo ra hoặc chỉnh sửa bằng trí tuệ nhân tạo: trên nội dung, ở tiêu đề hoặc mô tả, trên giao diện hoặc bằng lời.',
        en: 'Say clearly that the content was made or edited by AI: on the content, in title or description, in the interface, or aloud.',
      },
      when: NOTICE_WHEN,
      ...at('L11.3', ['N18.1', 'N18.3.b']),
    },
    {
      id: 'label',
      name: { vi: 'Gắn nhãn dễ nhận biết', en: 'Easily recognised label' },
      by: AT_ACCESS,
      todo: {
        vi: 'Gắn nhãn để phân biệt với nội dung thật, tại nơi người xem, người nghe nhận ra ngay.',
        en: 'Label it so that it can be told from the real thing, where people notice at once.',
      },
      when: label,
      ...at('L11.4', ['N18.2', 'N18.3.b']),
    },
    {
      id: 'recognise',
      name: {
        vi: 'Cho người sử dụng biết họ đang tương tác với trí tuệ nhân tạo',
        en: 'Let users know they face an AI system',
      },
      by: BEFORE_USE,
      todo: {
        vi: 'Thiết kế, vận hành để người sử dụng nhận ra ngay từ đầu rằng mình đang tương tác với hệ thống trí tuệ nhân tạo.',
        en: 'Design and run it so that users recognise from the start that they deal with an AI system.',
      },
      when: recognise,
      ...at('L11.1', ['N16.2.a']),
    },
    {
      id: 'mark',
      name: { vi: 'Đánh dấu ở định dạng máy đọc', en: 'Machine-readable mark' },
      by: BEFORE_USE,
      todo: {
        vi: 'Hệ thống của bạn phải tự đánh dấu âm thanh, hình ảnh, video đầu ra, và giữ dấu trong các chức năng do hệ thống kiểm soát.',
        en: 'Your system must mark the audio, images and video it puts out, and keep the mark within the functions it controls.',
      },
      when: MARK_WHEN,
      ...at('L11.2', ['N17.1', 'N17.4']),
    },
    {
      id: 'mark-deployer',
      name: { vi: 'Bên triển khai đánh dấu ở định dạng máy đọc', en: 'Machine-readable mark by the deployer' },
      by: BEFORE_PUBLISHING,
      todo: {
        vi: 'Hệ thống là mã nguồn mở hoặc miễn phí: chính bạn phải áp dụng giải pháp kỹ thuật để đánh dấu nội dung trước khi đưa ra công cộng.',
        en: 'The system is open source or free: you yourself must mark the content before you give it to the public.',
      },
      when: MARK_DEPLOYER_WHEN,
      ...at('N17.5'),
    },
    {
      id: 'inform',
      name: { vi: 'Cung cấp thông tin cho bên phát hành', en: 'Information for whoever releases it' },
      by: { vi: 'Khi giao nội dung', en: 'When you hand the content over' },
      todo: {
        vi: 'Cho bên trực tiếp đưa tác phẩm ra công cộng biết phần nào được tạo ra hoặc chỉnh sửa bằng trí tuệ nhân tạo, để bên đó thông báo và gắn nhãn.',
        en: 'Tell whoever releases the work which parts were made or edited by AI, so that they can give notice and label.',
      },
      when: all(is('role', 'maker'), MADE_BY_AI, is('creative', YES)),
      ...at('N18.6'),
    },
    {
      id: 'keep',
      name: { vi: 'Duy trì thông tin', en: 'Keep it up' },
      by: { vi: 'Trong suốt thời gian cung cấp', en: 'As long as it is provided' },
      todo: {
        vi: 'Giữ thông báo, nhãn và dấu suốt thời gian cung cấp hệ thống, sản phẩm hoặc nội dung; không gỡ khi đăng lại.',
        en: 'Keep notice, label and mark as long as system, product or content is provided; do not drop them when posting again.',
      },
      when: first,
      ...at('L11.5'),
    },
    {
      id: 'records',
      name: { vi: 'Lưu thông tin, tài liệu', en: 'Keep records' },
      by: { vi: 'Pháp luật không nêu thời hạn ở đây', en: 'No period is stated here' },
      todo: {
        vi: 'Lưu tài liệu cho thấy bạn đã thông báo, gắn nhãn, đánh dấu thế nào, để phục vụ kiểm tra.',
        en: 'Keep what shows how you gave notice, labelled and marked, for inspection.',
      },
      when: first,
      ...at('N16.2.c'),
    },
  ]
}

/** How it may be shown, given the exceptions in force on the day. */
export function labelWays(exceptions: readonly LabelException[]): readonly LabelWay[] {
  const owed = any(NOTICE_WHEN, labelWhen(exceptions))
  const gentle = all(owed, is('creative', YES))
  const way =
    (of: LabelWay['of']) =>
    (id: string, cite: Cite, when: Test, vi: string, en: string): LabelWay => ({
      id,
      of,
      text: { vi, en },
      when,
      ...at(cite),
    })
  const told = way('notice-label')
  const marked = way('mark')
  const mark = any(MARK_WHEN, MARK_DEPLOYER_WHEN)
  const open = all(MARK_WHEN, is('free', YES))
  return [
    told('opening', 'N18.6', gentle, 'Ở phần mở đầu của tác phẩm', 'In the opening of the work'),
    told('ending', 'N18.6', gentle, 'Ở phần kết thúc', 'At its end'),
    told('credits', 'N18.6', gentle, 'Ở phần danh đề', 'In its credits'),
    told(
      'papers',
      'N18.6',
      gentle,
      'Ở phần mô tả hoặc tài liệu kèm theo tác phẩm',
      'In the description or in papers that come with the work',
    ),
    told('content', 'N18.5.a', owed, 'Hiển thị trực tiếp trên nội dung', 'On the content itself'),
    told(
      'caption',
      'N18.5.b',
      owed,
      'Ở tiêu đề, phần mô tả hoặc chú thích kèm theo nội dung',
      'In its title, description or caption',
    ),
    told('interface', 'N18.5.c', owed, 'Trên giao diện của nền tảng cung cấp', 'In the interface of the platform'),
    told('aloud', 'N18.5.d', owed, 'Bằng âm thanh hoặc hình thức phù hợp khác', 'Aloud, or in another fitting way'),
    marked(
      'built-in',
      'N17.5.a',
      open,
      'Hệ thống mã nguồn mở hoặc miễn phí: tích hợp sẵn chức năng đánh dấu là đủ',
      'Open source or free: building the function in is enough',
    ),
    marked(
      'published-tool',
      'N17.5.b',
      open,
      'Hoặc công bố công cụ, cấu hình tiêu chuẩn, giao diện lập trình hay tài liệu để bên triển khai tự đánh dấu',
      'Or publish a tool, standard configuration, API or documentation with which deployers can mark',
    ),
    marked(
      'structure',
      'N17.2.a',
      mark,
      'Trong cấu trúc tệp hoặc dữ liệu nội dung',
      'In the structure of file or content',
    ),
    marked('metadata', 'N17.2.b', mark, 'Trong siêu dữ liệu của tệp', 'In the metadata of the file'),
    marked(
      'signature',
      'N17.2.c',
      mark,
      'Bằng chữ ký số, chữ ký điện tử hoặc cách xác thực tương đương',
      'By digital or electronic signature or an equivalent',
    ),
    marked(
      'other',
      'N17.2.d',
      mark,
      'Bằng giải pháp kỹ thuật khác để máy nhận ra',
      'By other means machines recognise',
    ),
  ]
}

/** What a good notice or label is (Decree art. 18.3). */
export const LABEL_QUALITIES: readonly { readonly cite: Cite; readonly text: Text }[] = [
  {
    cite: 'N18.3.a',
    text: { vi: 'Rõ ràng, dễ hiểu, dễ nhận biết', en: 'Clear, easy to understand and to notice' },
  },
  {
    cite: 'N18.3.b',
    text: {
      vi: 'Có trước hoặc ngay khi người tiếp nhận tiếp cận nội dung',
      en: 'There before or at the moment people meet the content',
    },
  },
  {
    cite: 'N18.3.c',
    text: {
      vi: 'Không che giấu, không làm giảm khả năng nhận biết bản chất của nội dung',
      en: 'Not designed to hide what the content is, or to make it harder to tell',
    },
  },
  {
    cite: 'N18.3.d',
    text: {
      vi: 'Phù hợp với loại nội dung và cách cung cấp',
      en: 'Fitting the kind of content and the way it is provided',
    },
  },
  {
    cite: 'N18.3.đ',
    text: {
      vi: 'Không cản trở đáng kể việc hiển thị, trình diễn hoặc sử dụng',
      en: 'No considerable obstacle to showing, performing or using it',
    },
  },
]

/** Remarks, given the exceptions in force on the day. */
export function labelRemarks(exceptions: readonly LabelException[]): readonly LabelRemark[] {
  const label = labelWhen(exceptions)
  const owed = any(NOTICE_WHEN, label)
  const remark = (id: string, ruledBy: Ruled, when: Test, vi: string, en: string): LabelRemark => ({
    id,
    text: { vi, en },
    when,
    ...ruledBy,
  })
  return [
    remark(
      'no-wording',
      at('N18.5', ['N18.7']),
      owed,
      'Pháp luật không quy định câu chữ, cỡ chữ hay vị trí: bạn chọn, miễn là bảo đảm năm yêu cầu về chất lượng. Chúng tôi chưa tìm thấy hướng dẫn kỹ thuật tham chiếu của Bộ Khoa học và Công nghệ; cỡ chữ, thời lượng ở đây là khuyến nghị của Cổng.',
      'No wording, size or place is prescribed: you choose, as long as the five qualities are met. We have not found the Ministry’s technical reference; sizes and durations here are the portal’s advice.',
    ),
    remark(
      'one-for-both',
      at('N18.3', [], 'D'),
      all(NOTICE_WHEN, label),
      'Theo cách hiểu của chúng tôi, một nhãn rõ ràng, hiển thị ngay từ đầu và cho biết nội dung có nguồn gốc từ trí tuệ nhân tạo thì đáp ứng cả yêu cầu thông báo lẫn gắn nhãn.',
      'By our reading one clear label, there from the start and naming AI as the origin, serves as notice and label at once.',
    ),
    remark(
      'label-only',
      at('N18.4', ['N18.1']),
      all(DEPLOYS, PUBLIC, any(...exceptions.map(({ when }) => when))),
      'Trường hợp này chỉ miễn gắn nhãn. Nếu nội dung vẫn có khả năng gây nhầm lẫn thì vẫn phải thông báo.',
      'This case lifts the label only. If the content may still mislead, the notice is owed all the same.',
    ),
    remark(
      'gentle',
      at('L11.4', ['N18.6']),
      all(owed, is('creative', YES)),
      'Với điện ảnh, nghệ thuật, nội dung sáng tạo: bên trực tiếp đưa ra công cộng thực hiện, theo cách không cản trở việc thưởng thức, dựa trên thông tin do bên tạo nội dung cung cấp.',
      'For film, art and creative content: whoever releases it does this, in a way that does not hinder enjoyment, with the information its makers supply.',
    ),
    remark(
      'other-law',
      at('N18.2.b', ['L11.3']),
      all(owed, is('event', YES)),
      'Với nội dung tái hiện sự kiện thực tế, pháp luật khác có thể quy định khác.',
      'For re-enacted events, other law may provide otherwise.',
    ),
    remark(
      'consent',
      at('N18.2.a', [], 'D'),
      all(MADE_BY_AI, is('person', YES)),
      'Nhãn không thay cho sự đồng ý: dùng hình ảnh của một người thường phải được người đó đồng ý (Điều 32 Bộ luật Dân sự 2015).',
      'A label does not replace consent: using a person’s image generally needs it (Civil Code 2015, art. 32).',
    ),
    remark(
      'deceit',
      at('L7.2.b', ['L7.2.d', 'L7.5']),
      any(is('person', YES), is('event', YES)),
      'Có nhãn vẫn không được lừa dối: mô phỏng người, sự kiện thật để lừa dối, thao túng và việc tẩy xóa nhãn bắt buộc đều bị nghiêm cấm.',
      'A label does not allow deceit: simulating real people or events to deceive or manipulate, and erasing mandatory labels, are prohibited.',
    ),
    remark(
      'text-unmarked',
      at('N17.1'),
      all(PROVIDES, is('content', 'text')),
      'Văn bản không bắt buộc phải đánh dấu ở định dạng máy đọc, trừ trường hợp pháp luật có quy định khác.',
      'Text need not carry a machine-readable mark, unless other law says so.',
    ),
    remark(
      'chat-deployer',
      at('N16.2.a'),
      all(is('role', 'deployer'), is('content', 'chat')),
      'Nhà cung cấp phải làm cho hệ thống dễ nhận ra; khi triển khai, bạn không được che mất dấu hiệu đó, và vẫn có trách nhiệm thông báo theo quy định.',
      'The provider must make the system recognisable; as its deployer you must not hide that, and have your own part in giving notice.',
    ),
    remark(
      'maker-other',
      at('N18.6', [], 'D'),
      all(is('role', 'maker'), MADE_BY_AI, not(is('creative', YES))),
      'Nghị định chỉ giao trách nhiệm cung cấp thông tin cho bên tạo nội dung điện ảnh, nghệ thuật, sáng tạo. Với nội dung khác, vẫn nên báo cho bên phát hành biết.',
      'The Decree lays this on makers of film, art and creative content only. For other content, still tell whoever releases it.',
    ),
    remark(
      'private',
      at('L3.5', ['L15.1.d', 'L7.5']),
      is('role', 'private'),
      'Sử dụng cho cá nhân, không thương mại thì không phải là bên triển khai, nên các nghĩa vụ này không đặt ra với bạn. Vẫn không được gỡ nhãn, dấu bắt buộc và phải tuân thủ quy định về thông báo, gắn nhãn khi sử dụng.',
      'Personal, non-commercial use does not make you a deployer, so these duties are not yours. You still may not remove mandatory labels or marks, and follow the rules on notices and labels when you use a system.',
    ),
    remark(
      'by-choice',
      at('N18.5', [], 'D'),
      all(DEPLOYS, MADE_BY_AI, not(owed)),
      'Bạn vẫn có thể tự nguyện gắn nhãn: người xem biết rõ hơn, và khi nội dung được đăng lại ở nơi khác thì nhãn đi cùng.',
      'You may label by choice all the same: people know better, and the label travels when the content is posted elsewhere.',
    ),
  ]
}
