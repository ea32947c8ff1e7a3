import type { UnitKind } from '../../base/actor.ts'
import { dayOf, type Instant, isDay } from '../../base/day.ts'
import type { Refusal } from '../../base/outcome.ts'
import { termOf, textOf } from '../../casework/answers.ts'
import type { Answers, CaseFile } from '../../casework/schema.ts'
import { reckon } from '../../law/clock.ts'
import { type Conduct, conductById, type SanctionId } from '../../law/conduct.ts'
import { inForce } from '../../law/rule.ts'
import { CALENDAR } from '../../law/workingdays.ts'
import { aiIdOf } from '../systems/actions.ts'
import { COMPETENT, type Code, SANCTION_IDS, type Violation } from './schema.ts'
import { ERASED } from './words.ts'

type Found = Refusal & { readonly code: Code }

// ————— answers —————

/** What is alleged: all the party may know until a finding is signed. */
export const allegedOf = (answers: Answers): Conduct | undefined => conductById(textOf(answers, 'conduct') ?? '')

/** What was found, or is proposed to be. */
export const foundOf = (answers: Answers): Conduct | undefined => conductById(textOf(answers, 'foundConduct') ?? '')

/** May the unit go on without an explanation? Only once the time it gave is over. */
export function explanationOpen({ answers, steps }: Pick<CaseFile, 'answers' | 'steps'>, at: Instant): boolean {
  const [rule, opened] = [termOf(answers), steps.open]
  return (
    steps.explain === undefined &&
    rule !== undefined &&
    opened !== undefined &&
    at <= reckon(rule, opened, CALENDAR).due
  )
}

// ————— what a case may not say —————

/** What is wrong with a suspicion in itself: nothing is handled that could not be on the day it happened. */
export function againstSuspicion(answers: Answers, at: Instant): Found[] {
  const [conduct, on, typed] = [allegedOf(answers), textOf(answers, 'happenedOn'), textOf(answers, 'aiId')]
  const ahead = on !== undefined && isDay(on) && on > dayOf(at)
  return [
    ...(typed !== undefined && aiIdOf(answers) === undefined
      ? [{ code: 'violation.system-unknown', field: 'aiId' } as const]
      : []),
    ...(ahead ? [{ code: 'violation.happened-later', field: 'happenedOn' } as const] : []),
    ...(conduct !== undefined && on !== undefined && !ahead && !inForce(conduct, on)
      ? [{ code: 'violation.conduct-not-yet', field: 'conduct', cite: conduct.cite } as const]
      : []),
  ]
}

/** May this kind of unit handle the conduct? */
export function againstUnit(conduct: Conduct | undefined, unit: UnitKind, field: string): Found[] {
  if (conduct === undefined) return []
  const units = COMPETENT[conduct.id.startsWith('prohibited-') ? 'prohibited' : 'duty']
  return units.includes(unit) ? [] : [{ code: 'violation.not-competent', field, cite: conduct.cite }]
}

/** A fine needs an amount some act sets: the decree on this conduct, or another act that is named. */
export function againstSanction(conduct: Conduct | undefined, answers: Answers): Found[] {
  if (answers.sanction !== 'fine') return []
  if (conduct === undefined || conduct.fine === null)
    return textOf(answers, 'otherBasis') === undefined
      ? [{ code: 'violation.no-amount', field: 'otherBasis', cite: 'L29.5' }]
      : []
  const { min, max, cite } = conduct.fine
  const amount = typeof answers.amount === 'number' ? answers.amount : 0
  return amount >= min && amount <= max
    ? []
    : [{ code: 'violation.amount-range', field: 'amount', cite, facts: { min: String(min), max: String(max) } }]
}

/** Mails, telephone numbers and citizen ids: what a second pair of eyes overlooks most easily. */
const PERSONAL: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+\.[\w.]+/u,
  /(?<!\d)\d{12}(?!\d)/u,
  /(?<!\d)(?:\+84|0)(?:[ .-]?\d){9}(?!\d)/u,
]

/** What of personal data still stands in words meant for the public (Law art. 8.3); no promise that there is no more. */
export function personalIn(words: string): string | undefined {
  for (const pattern of PERSONAL) {
    const found = pattern.exec(words)?.[0]
    if (found !== undefined) return found
  }
  return undefined
}

export const againstSummary = (answers: Answers): Found[] =>
  (['publicTitle', 'publicSummary'] as const).flatMap((field): Found[] => {
    const words = personalIn(textOf(answers, field) ?? '')
    return words === undefined ? [] : [{ code: 'violation.not-redacted', field, cite: 'L8.3', facts: { words } }]
  })

// ————— the room's own row —————

/** What the room keeps of an opened case, from its file and what was known of it before. */
export function violationOf(
  file: CaseFile,
  known: Pick<Violation, 'system' | 'aiId' | 'systemName'> & Partial<Violation>,
): Violation {
  const { answers, steps } = file
  const alleged = allegedOf(answers)
  const conduct = steps.find === undefined ? alleged : (foundOf(answers) ?? alleged)
  const openedAt = steps.open
  // Where the papers were erased only the row still says it.
  const id = conduct?.id ?? known.conduct
  if (id === undefined || openedAt === undefined || file.unit === null)
    throw new Error(`${file.number} was opened and says not for what`)
  return {
    ...{ file: file.id, number: file.number, party: file.party, unit: file.unit, conduct: id },
    ...{ system: known.system, aiId: known.aiId, systemName: known.systemName, state: file.state, openedAt },
    ...{ foundAt: steps.find ?? null, sanctionedAt: steps.sanction ?? null },
    sanction: steps.sanction === undefined ? null : (sanctionOf(answers) ?? known.sanction ?? null),
    overturnedAt: steps.overturn ?? null,
    overturnedReason: textOf(answers, 'overturnPublic') ?? null,
    ...{ title: known.title ?? null, summary: known.summary ?? null, named: known.named ?? false },
    ...{ publishedAt: known.publishedAt ?? null, reply: known.reply ?? null, repliedAt: known.repliedAt ?? null },
    ...{ withdrawnAt: known.withdrawnAt ?? null, withdrawnReason: known.withdrawnReason ?? null },
    changedAt: file.changedAt,
  }
}

const sanctionOf = ({ sanction }: Answers): SanctionId | null => SANCTION_IDS.find((id) => id === sanction) ?? null

/** Published anew it stands again, whatever was withdrawn before; the first day it was public stays. */
export const publishedNow = (before: Violation, { answers, changedAt }: CaseFile): Partial<Violation> => ({
  title: textOf(answers, 'publicTitle') ?? null,
  summary: textOf(answers, 'publicSummary') ?? null,
  named: answers.nameParty === 'yes',
  publishedAt: before.publishedAt ?? changedAt,
  ...{ withdrawnAt: null, withdrawnReason: null },
})

/**
 * What is left once the papers were erased: conduct, kind of sanction and days. What was public says that it was withdrawn,
 * and under which tombstone.
 */
export const leftOf = (before: Violation, tombstone: string, at: Instant): Violation => ({
  ...before,
  ...{ systemName: null, title: null, summary: null, named: false, reply: null, repliedAt: null },
  ...{ overturnedReason: null, changedAt: at },
  withdrawnAt: before.publishedAt === null ? null : (before.withdrawnAt ?? at),
  withdrawnReason: before.publishedAt === null ? null : ERASED.vi.replace('{number}', tombstone),
})

export const isPublished = ({ steps }: CaseFile): boolean =>
  steps.publish !== undefined && (steps.retract === undefined || steps.retract < steps.publish)
