import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'
import { type Dated, inForce } from './rule.ts'

export type ConductRole = 'developer' | 'provider' | 'deployer' | 'user' | 'state-body' | 'anyone'

/** A range in đồng a decree sets for a conduct. */
export interface FineRange {
  readonly min: number
  readonly max: number
  readonly cite: Cite
}

/**
 * A breach that can be handled (Law art. 29.1). `fine` is null while no decree sets an amount: the Law has none, and the
 * decree of art. 29.5 has not been issued.
 */
export interface Conduct extends Dated {
  readonly id: string
  readonly cite: Cite
  readonly by: readonly ConductRole[]
  readonly text: Text
  readonly fine: FineRange | null
  readonly from: Day
  readonly until?: Day
  readonly confidence: Confidence
}

const LAW = day('2026-03-01')

/** The provision is read in full; that its breach is a conduct of its own is our reading until the decree lists them. */
const breach = (id: string, cite: Cite, by: readonly ConductRole[], vi: string, en: string): Conduct => ({
  ...{ id, cite, by, text: { vi, en }, fine: null, from: LAW, confidence: 'D' },
})

/** Dated: a change of the law ends an entry and begins another, and never edits one. */
export const CONDUCTS: readonly Conduct[] = [
  breach(
    'prohibited-misuse',
    'L7.1',
    ['anyone'],
    'Lợi dụng, chiếm đoạt hệ thống để vi phạm pháp luật, xâm phạm quyền và lợi ích hợp pháp',
    'Using or seizing a system to break the law or infringe rights',
  ),
  breach(
    'prohibited-purpose',
    'L7.2',
    ['anyone'],
    'Phát triển, cung cấp, triển khai, sử dụng hệ thống nhằm mục đích bị cấm',
    'Developing, providing, deploying or using a system for a prohibited purpose',
  ),
  breach(
    'prohibited-data',
    'L7.3',
    ['anyone'],
    'Thu thập, xử lý, sử dụng dữ liệu cho trí tuệ nhân tạo trái pháp luật',
    'Collecting, processing or using data for AI against the law',
  ),
  breach(
    'prohibited-oversight',
    'L7.4',
    ['anyone'],
    'Cản trở, vô hiệu hóa, làm sai lệch sự giám sát, can thiệp của con người',
    'Obstructing, disabling or distorting human supervision and intervention',
  ),
  breach(
    'prohibited-hiding',
    'L7.5',
    ['anyone'],
    'Che giấu thông tin bắt buộc; tẩy xóa, làm sai lệch thông tin, nhãn, cảnh báo',
    'Hiding mandatory information; erasing or falsifying information, labels, warnings',
  ),
  breach(
    'prohibited-research',
    'L7.6',
    ['anyone'],
    'Lợi dụng nghiên cứu, thử nghiệm, đánh giá, kiểm định để làm trái luật',
    'Abusing research, testing, evaluation or verification to break the law',
  ),
  breach(
    'not-classified',
    'L10.1',
    ['provider'],
    'Không tự phân loại hoặc không có hồ sơ phân loại trước khi đưa vào sử dụng',
    'No self-classification, or no dossier, before use',
  ),
  breach(
    'not-reclassified',
    'L10.2',
    ['provider', 'deployer'],
    'Không phối hợp phân loại lại khi thay đổi làm phát sinh rủi ro mới hoặc cao hơn',
    'No reclassification after a change that created a new or higher risk',
  ),
  breach(
    'not-notified',
    'L10.3',
    ['provider'],
    'Không thông báo kết quả phân loại trước khi đưa vào sử dụng',
    'No notice of the classification before use',
  ),
  breach(
    'untruthful',
    'L10.6',
    ['provider'],
    'Khai báo không trung thực hoặc sai lệch về hệ thống',
    'An untruthful or wrong declaration on the system',
  ),
  breach(
    'no-disclosure',
    'L11.1',
    ['provider'],
    'Không để người sử dụng nhận biết đang tương tác với hệ thống',
    'Users are not made aware that they deal with a system',
  ),
  breach(
    'no-mark',
    'L11.2',
    ['provider'],
    'Không đánh dấu ở định dạng máy đọc âm thanh, hình ảnh, video do hệ thống tạo ra',
    'No machine-readable mark on generated audio, images or video',
  ),
  breach(
    'no-notice',
    'L11.3',
    ['deployer'],
    'Không thông báo rõ nội dung do trí tuệ nhân tạo tạo ra hoặc chỉnh sửa có thể gây nhầm lẫn',
    'No clear notice on AI content that may mislead',
  ),
  breach(
    'no-label',
    'L11.4',
    ['deployer'],
    'Không gắn nhãn nội dung mô phỏng người thật hoặc tái hiện sự kiện thật',
    'No label on content that imitates a real person or re-enacts a real event',
  ),
  breach(
    'incident-not-reported',
    'L12.2',
    ['developer', 'provider', 'deployer', 'user'],
    'Không ghi nhận, thông báo hoặc khắc phục kịp thời sự cố nghiêm trọng',
    'A serious incident not recorded, reported or remedied in time',
  ),
  breach(
    'used-without-conformity',
    'L13.3',
    ['provider', 'deployer'],
    'Đưa hệ thống rủi ro cao vào sử dụng khi chưa có kết quả đánh giá sự phù hợp',
    'A high-risk system put into use without a conformity result',
  ),
  breach(
    'provider-duties',
    'L14.1',
    ['provider'],
    'Không thực hiện trách nhiệm của nhà cung cấp hệ thống rủi ro cao',
    'Duties of the provider of a high-risk system not met',
  ),
  breach(
    'deployer-duties',
    'L14.2',
    ['deployer'],
    'Không thực hiện trách nhiệm của bên triển khai hệ thống rủi ro cao',
    'Duties of the deployer of a high-risk system not met',
  ),
  breach(
    'no-contact-point',
    'L14.6',
    ['provider'],
    'Nhà cung cấp nước ngoài không có đầu mối liên hệ, hiện diện hoặc đại diện theo quy định',
    'A foreign provider without the contact point, presence or representative it must have',
  ),
  breach(
    'no-impact-assessment',
    'L27.3',
    ['state-body'],
    'Cơ quan vận hành hệ thống không lập báo cáo đánh giá tác động',
    'The operating agency drew up no impact assessment',
  ),
  breach(
    'records-withheld',
    'L28.3',
    ['anyone'],
    'Không cung cấp hồ sơ, nhật ký, dữ liệu khi được thanh tra, kiểm tra',
    'Records, logs or data withheld in an inspection or check',
  ),
]

/** What can be handled for an act of that day. */
export const conductsOn = (on: Day): readonly Conduct[] => CONDUCTS.filter((conduct) => inForce(conduct, on))

/** Every entry ever in force: an old case keeps its words. */
export const conductById = (id: string): Conduct | undefined => CONDUCTS.find((conduct) => conduct.id === id)

/** What is said where a sum would stand and no decree sets one. */
export const NO_AMOUNT: Text = {
  vi: 'Luật không đặt mức phạt; mức phạt theo nghị định xử phạt vi phạm hành chính khi được ban hành.',
  en: 'The Law sets no amount; it will be the one of the decree on sanctions once that is issued.',
}

export type SanctionId = 'warning' | 'fine' | 'other'

/** A form of administrative sanction. The Law names none: they follow general law on sanctions (confidence D). */
export interface Sanction {
  readonly id: SanctionId
  readonly name: Text
  readonly cite: Cite
  readonly confidence: Confidence
}

export const SANCTIONS: readonly Sanction[] = [
  { id: 'warning', name: { vi: 'Cảnh cáo', en: 'Warning' }, cite: 'L29.1', confidence: 'D' },
  { id: 'fine', name: { vi: 'Phạt tiền', en: 'Fine' }, cite: 'L29.1', confidence: 'D' },
  {
    id: 'other',
    name: { vi: 'Hình thức khác theo pháp luật về xử lý vi phạm hành chính', en: 'Another form under the general law' },
    cite: 'L29.1',
    confidence: 'D',
  },
]

/** What the party may have to do besides, to undo what the breach did. */
export const REMEDIES: readonly { readonly id: string; readonly name: Text }[] = [
  {
    id: 'declare',
    name: { vi: 'Khai báo, thông báo lại đúng sự thật', en: 'Declare or notify again, and truthfully' },
  },
  { id: 'supplement', name: { vi: 'Lập hoặc bổ sung hồ sơ', en: 'Draw up or supplement the dossier' } },
  { id: 'label', name: { vi: 'Đánh dấu, gắn nhãn, thông báo nội dung', en: 'Mark, label or give notice of content' } },
  { id: 'inform', name: { vi: 'Thông tin cho người bị ảnh hưởng', en: 'Inform those affected' } },
  { id: 'delete', name: { vi: 'Xóa dữ liệu, nội dung vi phạm', en: 'Delete the data or content concerned' } },
  { id: 'other', name: { vi: 'Biện pháp khác', en: 'Another measure' } },
]
