import type { UnitKind } from '../../base/actor.ts'
import { addDays, addMonths, dayOf, endOfDay, type Instant, showDay } from '../../base/day.ts'
import type { Refusal } from '../../base/outcome.ts'
import { numberOf, textOf } from '../../casework/answers.ts'
import type { Answers, CaseFile } from '../../casework/schema.ts'
import { type ClockRule, reckon } from '../../law/clock.ts'
import { CALENDAR } from '../../law/workingdays.ts'
import { secretsAsked } from '../supervision/actions.ts'
import { aiIdOf } from '../systems/actions.ts'
import { isRecorded, type Level, type Recorded, type System } from '../systems/schema.ts'
import { BY_LEVEL, COMPETENCE, GROUND, INTERVAL_MONTHS, KEEPS_SECRET } from './kinds.ts'
import {
  type Code,
  GROUNDS,
  OUTCOMES,
  type Visit,
  type VisitGround,
  type VisitKind,
  type VisitOutcome,
  type WantedRecord,
} from './schema.ts'

type Slip = Refusal & { readonly code: Code }

// ————— answers —————

export const groundOf = (answers: Answers): VisitGround | undefined =>
  (GROUNDS as readonly VisitGround[]).find((ground) => ground === answers.ground)
export const outcomesOf = (answers: Answers): VisitOutcome[] => {
  const given = [answers.outcomes].flat()
  return OUTCOMES.filter((outcome) => given.includes(outcome))
}
export const daysOf = (answers: Answers, key: string): ClockRule | undefined => {
  const n = numberOf(answers, key)
  return n === undefined ? undefined : { workingDays: n }
}

// ————— who may, and why —————

/** What speaks against a check or an inspection of this system, by this unit and for this reason: all of it at once. */
export function againstVisit(
  kind: VisitKind,
  answers: Answers,
  unit: UnitKind,
  system: System | undefined,
  theirs: boolean,
): Slip[] {
  const ground = groundOf(answers)
  const { cite, units } = COMPETENCE[kind]
  const may = units[unit]
  if (may === undefined || (may !== 'every' && ground !== undefined && !may.includes(ground)))
    return [{ code: 'check.not-competent', field: 'ground', cite }]
  if (system === undefined || !isRecorded(system)) return [{ code: 'check.system-unknown', field: 'aiId' }]
  return [
    ...(theirs ? [] : [{ code: 'check.not-theirs', field: 'aiId' } as const]),
    ...(ground === undefined || GROUND[ground].levels.includes(system.level)
      ? []
      : [{ code: 'check.ground-level', field: 'ground', cite: BY_LEVEL[system.level] } as const]),
  ]
}

/** The reason for which a system of this level is checked because of signals; low risk has no other than these. */
export function groundFor(level: Level, kinds: readonly string[]): VisitGround {
  if (level === 'high') return 'signs'
  const own = kinds.includes('incidents')
    ? 'incident'
    : kinds.includes('petition')
      ? 'petition'
      : kinds.includes('safety')
        ? 'safety'
        : undefined
  return own ?? (level === 'medium' ? 'sample' : 'safety')
}

// ————— records —————

const MOST_RECORDS = 40

/** The list as typed: one thing a line, whatever numbers or dashes stand before it. */
export const recordsIn = (answers: Answers): string[] =>
  (textOf(answers, 'records') ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d+[.)]|[-–•*])\s*/, '').trim())
    .filter((line) => line !== '')

/**
 * What is wrong with a list of records. A check is a route of accountability: source code, detailed algorithms and
 * parameters are not owed there (Law art. 14.1.e, 15.1.b); in an inspection necessity decides (art. 28.3, 31.2).
 */
export function againstRecords(kind: VisitKind, answers: Answers, level: Level | undefined): Slip[] {
  const lines = recordsIn(answers)
  const words = kind === 'check' ? lines.flatMap((line) => secretsAsked(line) ?? [])[0] : undefined
  return [
    ...(lines.length === 0 ? [{ code: 'check.records-none', field: 'records', cite: 'L28.3' } as const] : []),
    ...(lines.length > MOST_RECORDS ? [{ code: 'check.records-many', field: 'records' } as const] : []),
    ...(words === undefined
      ? []
      : [
          {
            ...({ code: 'check.secrets-asked', field: 'records', facts: { words } } as const),
            cite: KEEPS_SECRET[level ?? 'low'],
          },
        ]),
  ]
}

/** The numbers of the list somebody names: `1, 3`. */
export const itemsIn = (answers: Answers): number[] => [
  ...new Set(
    (textOf(answers, 'items') ?? '').split(',').flatMap((part) => (/^\s*\d+\s*$/.test(part) ? [Number(part)] : [])),
  ),
]

/** Numbers that are not on the list, or were handed over before. */
export function againstItems(answers: Answers, wanted: readonly WantedRecord[]): Slip[] {
  const open = new Set(wanted.filter(({ givenStep }) => givenStep === null).map(({ n }) => n))
  return itemsIn(answers)
    .filter((n) => !open.has(n))
    .map((n) => ({ code: 'check.record-unknown', field: 'items', facts: { n: String(n) } }))
}

// ————— findings and conclusion —————

/** Until when the party may explain the findings it was last sent. */
function explainUntil({ steps }: Pick<CaseFile, 'steps'>, answers: Answers): Instant | undefined {
  const rule = daysOf(answers, 'explainDays')
  return rule === undefined || steps.find === undefined ? undefined : reckon(rule, steps.find, CALENDAR).due
}

/** Nobody is concluded about unheard: either he explained, or his time to do so is over. */
export function againstConclusion(
  file: Pick<CaseFile, 'steps' | 'state'>,
  answers: Answers,
  at: Instant,
  planned: boolean,
): Slip[] {
  const until = file.state === 'found' ? explainUntil(file, answers) : undefined
  const outcomes = outcomesOf(answers)
  return [
    ...(until !== undefined && at <= until
      ? [{ code: 'check.explain-first', cite: 'L28.2', facts: { day: showDay(dayOf(until)) } } as const]
      : []),
    ...(outcomes.includes('none') && outcomes.length > 1
      ? [{ code: 'check.outcome-alone', field: 'outcomes' } as const]
      : []),
    ...(planned && outcomes.includes('none') ? [{ code: 'check.outcome-alone', field: 'outcomes' } as const] : []),
    ...(planned && numberOf(answers, 'planDays') === undefined
      ? [{ code: 'check.plan-days', field: 'planDays' } as const]
      : []),
  ]
}

/** A conclusion is public, or somebody signed why it is not (Law art. 28.4). */
export const againstClosing = ({ steps }: Pick<CaseFile, 'steps'>): Slip[] =>
  steps.publish === undefined && steps.withhold === undefined ? [{ code: 'check.unpublished', cite: 'L28.4' }] : []

/** What anyone may read of a conclusion. Names stand in it only where the chief says so. */
export function publishedOf(
  kind: VisitKind,
  { answers, steps }: CaseFile,
  said: Answers,
): Readonly<Record<string, unknown>> {
  const named = said.nameSystem === 'yes'
  return {
    ...{ kind, summary: said.publicSummary ?? '', outcomes: outcomesOf(answers), concludedAt: concludedAt(steps) },
    ...{ system: named ? (textOf(answers, 'systemName') ?? '') : null, aiId: named ? (aiIdOf(answers) ?? null) : null },
  }
}

export const concludedAt = (steps: CaseFile['steps']): Instant | null =>
  steps.conclude ?? steps['conclude-plan'] ?? null

// ————— what is listed and counted —————

/** The row of a visit from its file, once it is announced. */
export function visitOf(kind: VisitKind, file: CaseFile, before: Pick<Visit, 'system' | 'level'>): Visit {
  const { steps, answers, unit } = file
  const ground = groundOf(answers)
  if (unit === null || ground === undefined || steps.announce === undefined)
    throw new Error(`${file.number} is not announced`)
  return {
    ...{ file: file.id, number: file.number, kind, party: file.party, unit, ground, state: file.state },
    ...{ system: before.system, level: before.level, announcedAt: steps.announce, concludedAt: concludedAt(steps) },
    ...{ outcomes: outcomesOf(answers), planned: steps['conclude-plan'] !== undefined },
    ...{ publishedAt: steps.publish ?? null, withheldAt: steps.withhold ?? null },
    ...{ closedAt: steps.close ?? null, changedAt: file.changedAt },
  }
}

/** When the next periodic check of a high-risk system is due: the end of the day twelve months after the last. */
export const nextDue = (last: Instant): Instant => endOfDay(addMonths(dayOf(last), INTERVAL_MONTHS))
/** The plan looks ninety days ahead: last checked before this moment means due by then. */
export const waitingSince = (at: Instant): Instant => endOfDay(addMonths(addDays(dayOf(at), 90), -INTERVAL_MONTHS))

/** The answers a check begins with when it follows from signals or a sample. */
export const broughtFor = (
  system: Recorded,
  more: { readonly ground: VisitGround; readonly reason: string } & Readonly<Record<string, string | number>>,
): Answers => ({ aiId: system.aiId, systemName: system.name, ...more })
