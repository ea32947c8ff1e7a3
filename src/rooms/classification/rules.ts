import { type Day, day, dayOf, type Instant } from '../../base/day.ts'
import { type Refusal, refuse } from '../../base/outcome.ts'
import type { Judgement } from '../../law/classify.ts'
import { RECLASSIFICATION } from '../../law/reclassification.ts'
import { SCREENING } from '../../law/screening.ts'
import { addWorkingDays, CALENDAR } from '../../law/workingdays.ts'
import type { Facts } from '../../law/rule.ts'
import type { Level, Recorded } from '../systems/schema.ts'
import type { Channel, Clock, Code, Difference, Receipt } from './schema.ts'

type Reason = Refusal & { readonly code: Code }
export const no = (code: Code, more: Partial<Refusal> = {}) => refuse({ code, ...more })

/** Party-internal, state-secret, defence and security systems must not be collected (Decree art. 4.3.d): nothing of them is kept. */
export function outside(facts: Facts | undefined): Reason[] {
  const option = SCREENING.options.find((o) => o.value === facts?.screen)
  return option?.leads === 'outside'
    ? [{ code: 'notice.outside', field: 'offered.facts.screen', cite: option.cite }]
    : []
}

/** What the law itself refuses in a notice; everything else stands as declared. */
export const againstNotice = (
  level: Level,
  facts: Facts | undefined,
  firstUse: Day | undefined,
  today: Day,
): Reason[] => [
  ...outside(facts),
  ...(level === 'low' ? [{ code: 'notice.low', field: 'result.level', cite: 'L10.3' } as const] : []),
  ...futureUse(firstUse, today),
]

/** Voluntary publication is for low risk only: medium and high are notified. */
export const againstPublication = (level: Level, facts: Facts | undefined): Reason[] => [
  ...outside(facts),
  ...(level === 'low' ? [] : [{ code: 'notice.not-low', field: 'result.level', cite: 'L10.3' } as const]),
]

export const againstReclassification = (
  before: Recorded,
  level: Level,
  facts: Facts | undefined,
  completedOn: Day,
  today: Day,
): Reason[] => [
  ...outside(facts),
  ...(before.level === level
    ? [{ code: 'reclassification.same-level', field: 'result.level', cite: 'N11.4' } as const]
    : []),
  ...(completedOn < LAW_FROM
    ? [{ code: 'reclassification.before-law', field: 'completedOn', cite: 'L34' } as const]
    : []),
  ...(completedOn > today ? [{ code: 'notice.day-to-come', field: 'completedOn', cite: 'N11.3.a' } as const] : []),
]

const futureUse = (firstUse: Day | undefined, today: Day): Reason[] =>
  firstUse !== undefined && firstUse > today
    ? [{ code: 'notice.day-to-come', field: 'offered.firstUse', cite: 'L10.3' }]
    : []

/** Would the tool have said otherwise? Undetermined is no difference: an unanswered question is not a no. */
export function difference(
  level: Level,
  entries: readonly string[],
  judgement: Judgement | undefined,
): Difference | null {
  // Whoever names an entry of the list and declares less than high contradicts the list itself.
  if (level !== 'high' && entries.length > 0)
    return { declared: level, tool: 'high', cites: entries.map((e) => `Q.${e}`) }
  if (judgement === undefined || judgement.level === 'undetermined' || judgement.level === level) return null
  return { declared: level, tool: judgement.level, cites: [...new Set(judgement.because.map((b) => b.cite))] }
}

/** The Law's first day: before it there was nothing to reclassify. */
const LAW_FROM = day('2026-03-01')

const RANK: Readonly<Record<Level, number>> = { low: 0, medium: 1, high: 2 }
export const higher = (before: Level, after: Level): boolean => RANK[after] > RANK[before]

/** 15 working days from the end of the review, only upwards (Decree art. 11.3.a). Late is accepted and marked. */
export function clockOf(before: Level, after: Level, completedOn: Day, at: Instant): Clock | null {
  if (!higher(before, after)) return null
  const { due, provisional } = addWorkingDays(completedOn, RECLASSIFICATION.higher.workingDays, CALENDAR)
  return { due, late: dayOf(at) > due, provisional: [...provisional], cite: RECLASSIFICATION.higher.cite }
}

/** `TB-2026-000123`: the year it was recorded and a running number. A gap means nothing. */
export const noticeNumber = (at: Instant, n: number): string =>
  `TB-${dayOf(at).slice(0, 4)}-${String(n).padStart(6, '0')}`

const RECEIPT_CITES = {
  first: ['L10.3', 'N14.4'],
  reclassification: ['N11.3', 'N14.4'],
  publication: ['L10.3'],
} as const

export interface Stamped {
  readonly number: string
  readonly kind: Receipt['kind']
  readonly channel: Channel
  readonly receivedAt: Instant
  readonly recordedAt: Instant
  readonly previousLevel: Level | null
  readonly provider: string
  readonly version: string | null
  readonly dossierHash: string
  readonly issuer: string
  readonly legalValue: boolean
}

/** The receipt of Decree art. 14.4: what was declared, when, under which number. It confirms receipt and nothing else. */
export const receiptOf = (system: Recorded, s: Stamped): Receipt => ({
  type: 'saola.receipt.v1',
  number: s.number,
  kind: s.kind,
  aiId: system.aiId,
  system: system.name,
  version: s.version,
  provider: s.provider,
  level: system.level,
  previousLevel: s.previousLevel,
  channel: s.channel,
  receivedAt: s.receivedAt,
  recordedAt: s.recordedAt,
  dossierVersion: system.dossierVersion,
  dossierHash: s.dossierHash,
  cites: [...RECEIPT_CITES[s.kind]],
  issuer: s.issuer,
  legalValue: s.legalValue,
})
