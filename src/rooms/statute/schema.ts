import { z } from 'zod'
import type { Sort } from '../../base/outcome.ts'
import type { Text } from '../../base/text.ts'
import type { DutyRole, RiskLevel } from '../../law/duty.ts'

export { citeHref, citeLink } from '../../web/cite-link.ts'

/** The levels of Law art. 9, as a tag says them. `outside`: what the portal does not take in. */
export const LEVEL_WORDS: Readonly<Record<RiskLevel | 'outside', Text>> = {
  high: { vi: 'Rủi ro cao', en: 'High risk' },
  medium: { vi: 'Rủi ro trung bình', en: 'Medium risk' },
  low: { vi: 'Rủi ro thấp', en: 'Low risk' },
  outside: { vi: 'Ngoài phạm vi', en: 'Outside the portal' },
}

/** Who has duties (Law art. 3 and 27). */
export const ROLE_WORDS: Readonly<Record<DutyRole, Text>> = {
  provider: { vi: 'Nhà cung cấp', en: 'Provider' },
  deployer: { vi: 'Bên triển khai', en: 'Deployer' },
  user: { vi: 'Người sử dụng', en: 'User' },
  'state-body': { vi: 'Cơ quan nhà nước', en: 'State body' },
}

/** The route of conformity assessment of a high-risk system (Law art. 13.2). */
export const ROUTE_WORDS: Readonly<Record<'self' | 'certification' | 'unknown', Text>> = {
  certification: {
    vi: 'Chứng nhận sự phù hợp trước khi đưa vào sử dụng',
    en: 'Certification before it is put into use',
  },
  self: {
    vi: 'Tự đánh giá sự phù hợp, hoặc thuê tổ chức đánh giá',
    en: 'Self-assessment, or assessment by a registered body',
  },
  unknown: {
    vi: 'Chưa đọc được chắc chắn từ bản in của Danh mục',
    en: 'Not legible for certain in the printed list',
  },
}

/** When a duty is due. */
export const TIME_WORDS = {
  'before-use': { vi: 'Trước khi đưa vào sử dụng', en: 'Before use' },
  'during-use': { vi: 'Trong suốt thời gian sử dụng', en: 'As long as it is in use' },
  'before-publishing': { vi: 'Trước khi đưa nội dung ra công chúng', en: 'Before content is published' },
  'on-event': { vi: 'Khi có sự việc', en: 'When something happens' },
  'on-request': { vi: 'Khi được yêu cầu', en: 'On request' },
  'by-choice': { vi: 'Tự nguyện', en: 'By choice' },
} as const satisfies Readonly<Record<string, Text>>

export const REFUSALS = {
  'statute.no-entry': 'absent',
  'statute.no-provision': 'absent',
  'statute.no-rule-set': 'absent',
  'statute.no-calendar': 'absent',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS

/** A rule set in the list of all ever used. `firstUsed` is empty until a judgement was kept under it. */
export const RuleSetLine = z.object({
  id: z.string(),
  hash: z.string(),
  interpreter: z.string(),
  list: z.string(),
  firstUsed: z.string().nullable(),
  current: z.boolean(),
})
export type RuleSetLine = z.infer<typeof RuleSetLine>

const Both = z.object({ vi: z.string(), en: z.string() })
const Question = z.object({
  fact: z.string(),
  ask: Both,
  help: Both.optional(),
  speaksFor: z.boolean(),
  presumed: z.literal(true).optional(),
})
const Questions = z.array(Question).readonly()

/** An entry of the high-risk list as it goes out. */
export const EntryView = z.object({
  code: z.string(),
  cite: z.string(),
  sector: z.string(),
  group: z.string().optional(),
  name: Both,
  kind: Both,
  limits: Questions,
  join: z.enum(['all', 'any']),
  conditions: Questions,
  exclusions: Questions,
  asides: Questions.optional(),
  route: z.enum(['self', 'certification', 'unknown']),
  from: z.string(),
  until: z.string().optional(),
  confidence: z.string(),
  note: Both.optional(),
})

export const InstrumentView = z.object({
  id: z.string(),
  number: z.string(),
  title: Both,
  signed: z.string(),
  from: z.string(),
  link: z.string(),
  confidence: z.string(),
})

export const ProvisionView = z.object({ id: z.string(), instrument: z.string(), title: Both, gist: Both })
