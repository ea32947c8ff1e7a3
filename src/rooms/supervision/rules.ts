import type { UnitKind } from '../../base/actor.ts'
import { type Day, dayOf, type Instant } from '../../base/day.ts'
import type { Refusal } from '../../base/outcome.ts'
import { plain } from '../../base/text.ts'
import { numberOf, termOf, textOf } from '../../casework/answers.ts'
import type { Answers, CaseFile } from '../../casework/schema.ts'
import { reckon } from '../../law/clock.ts'
import { CALENDAR } from '../../law/workingdays.ts'
import { aiIdOf } from '../systems/actions.ts'
import type { System } from '../systems/schema.ts'
import { BASIS, type Ground, KIND, LAW_IN_FORCE, LONG_SECTORS, TRANSITION_ENDS } from './kinds.ts'
import {
  BASES,
  type Basis,
  type Code,
  type Completion,
  ENDS,
  type End,
  KINDS,
  type Kind,
  type Order,
  PUBLIC_KINDS,
} from './schema.ts'

type Found = Refusal & { readonly code: Code }

// ————— answers —————

export const kindOf = (answers: Answers): Kind | undefined => KINDS.find((kind) => kind === answers.kind)
export const isPublic = (kind: Kind | undefined): boolean => PUBLIC_KINDS.some((one) => one === kind)

/** The provision an order stands on: its kind says it, or the drafter where there are several. */
export function basisOf(answers: Answers): Basis | undefined {
  const kind = kindOf(answers)
  const bases = kind === undefined ? [] : KIND[kind].bases
  const [only, other] = bases
  if (other === undefined) return only
  const chosen = kind === 'explain' ? answers.explainBasis : answers.suspendBasis
  return BASES.find((basis) => basis === chosen && bases.includes(basis))
}

const LONGEST_HOURS = 720

/** When the order has to be carried out: counted from its issue, or from the day it was sent back. */
export function dueOf({ answers, steps }: Pick<CaseFile, 'answers' | 'steps'>): Instant | undefined {
  const issued = steps.issue ?? steps.extend
  const back = steps['send-back']
  const rule = back === undefined ? termOf(answers) : termOf(answers, 'reworkUnit', 'rework')
  const start = back ?? issued
  return rule === undefined || start === undefined ? undefined : reckon(rule, start, CALENDAR).due
}

const OPEN = ['issued', 'acknowledged'] as const
const isOpen = (state: string): boolean => OPEN.some((open) => open === state)

/** Overdue is computed from the clock whenever it is asked, never stored. */
export const isOverdue = (order: Pick<Order, 'state' | 'dueAt'>, at: Instant): boolean =>
  isOpen(order.state) && at > order.dueAt

// ————— what an order may not say —————

/** In plain spelling, as `plain` writes it: without marks and capitals. */
const SECRETS: readonly string[] = [
  ...[
    'ma nguon',
    'source code',
    'thuat toan chi tiet',
    'chi tiet thuat toan',
    'detailed algorithm',
    'algorithm details',
  ],
  ...['bo tham so', 'tham so mo hinh', 'cac tham so', 'trong so mo hinh', 'parameter', 'model weights', 'weights of'],
  ...['bi mat kinh doanh', 'bi mat cong nghe', 'trade secret', 'business secret', 'technology secret'],
]
/** A clause that says what need not be handed over asks for nothing. */
const DENIAL = /\b(khong|ngoai tru|tru|not|no|never|without|except)\b/

/**
 * What the words ask for though nobody may ask for it when an explanation is ordered (Law art. 14.1.e, 15.1.b). Read
 * clause by clause; the chief who signs reads the rest.
 */
export function secretsAsked(words: string): string | undefined {
  const clauses = words.split(/[.;:\n,()]+/).map(plain)
  for (const clause of clauses) {
    const found = SECRETS.find((secret) => clause.includes(secret))
    if (found !== undefined && !DENIAL.test(clause.slice(0, clause.indexOf(found)))) return found
  }
  return undefined
}

const ASKING = ['reason', 'scope', 'wanted'] as const

/** What is wrong with an order in itself, whoever drafts it: all of it at once. */
export function againstOrder(answers: Answers): Found[] {
  const [kind, basis] = [kindOf(answers), basisOf(answers)]
  const of = basis === undefined ? undefined : BASIS[basis]
  const typed = textOf(answers, 'aiId')
  const ground = textOf(answers, 'ground') as Ground | undefined
  const term = termOf(answers)
  return [
    ...(typed === undefined && textOf(answers, 'systemName') === undefined
      ? [{ code: 'order.system-missing', field: 'aiId' } as const]
      : []),
    ...(typed !== undefined && aiIdOf(answers) === undefined
      ? [{ code: 'order.system-unknown', field: 'aiId' } as const]
      : []),
    ...(basis !== undefined && ground !== undefined && of?.grounds?.includes(ground) === false
      ? [{ code: 'order.ground', field: 'ground', cite: basis } as const]
      : []),
    ...(kind === 'explain' && of?.keepsSecret !== undefined
      ? ASKING.flatMap((field): Found[] => {
          const words = secretsAsked(textOf(answers, field) ?? '')
          return words === undefined
            ? []
            : [{ code: 'order.secrets-asked', field, cite: of.keepsSecret ?? '', facts: { words } }]
        })
      : []),
    ...(term !== undefined && 'hours' in term && term.hours > LONGEST_HOURS
      ? [{ code: 'order.term', field: 'term' } as const]
      : []),
  ]
}

/** May this kind of unit order on that basis? */
export const againstIssuer = (answers: Answers, unit: UnitKind): Found[] => {
  const basis = basisOf(answers)
  return basis === undefined || BASIS[basis].units.includes(unit)
    ? []
    : [{ code: 'order.not-competent', field: fieldOfBasis(answers), cite: basis }]
}

const fieldOfBasis = (answers: Answers): string => {
  const kind = kindOf(answers)
  if (kind === 'explain') return 'explainBasis'
  return kind !== undefined && KIND[kind].bases.length > 1 ? 'suspendBasis' : 'kind'
}

export type Role = 'provider' | 'deployer'

/** Does the order fit the system, and the one it is served on? `role`: what he is to the system; nothing when neither. */
export function againstAddressee(answers: Answers, system: System, role: Role | undefined, at: Instant): Found[] {
  const [kind, basis] = [kindOf(answers), basisOf(answers)]
  if (kind === undefined || basis === undefined) return []
  if (role === undefined) return [{ code: 'order.not-theirs', field: 'aiId' }]
  const of = BASIS[basis]
  return [
    ...(KIND[kind].holds !== undefined && role !== 'provider'
      ? [{ code: 'order.provider-first', field: 'kind', cite: basis } as const]
      : []),
    ...(of.level !== undefined && of.level !== system.level
      ? [{ code: 'order.basis-level', field: fieldOfBasis(answers), cite: basis } as const]
      : []),
    ...(of.role !== undefined && of.role !== role
      ? [{ code: 'order.basis-role', field: fieldOfBasis(answers), cite: basis } as const]
      : []),
    ...(basis === 'L35.2' && !isLegacy(system, dayOf(at))
      ? [{ code: 'order.not-legacy', field: 'kind', cite: basis } as const]
      : []),
  ]
}

/** Ran before the Law, and its transition is not over (Law art. 35.1). A first use nobody declared may have been early. */
export function isLegacy({ firstUse, sectors }: Pick<System, 'firstUse' | 'sectors'>, today: Day): boolean {
  const long = sectors.some((sector) => LONG_SECTORS.includes(sector))
  return (firstUse === null || firstUse < LAW_IN_FORCE) && today < TRANSITION_ENDS[long ? 'long' : 'other']
}

// ————— carrying it out —————

/** Whoever takes a system out of use says of how many units, and how many are done. */
export function againstCompletion(before: Answers, answers: Answers, whole: boolean): Found[] {
  const kind = kindOf(before)
  if (kind === undefined || KIND[kind].holds === undefined) return []
  const [all, done] = [numberOf(answers, 'units'), numberOf(answers, 'unitsDone')]
  if (all === undefined || done === undefined)
    return [{ code: 'order.units-missing', field: all === undefined ? 'units' : 'unitsDone' }]
  if (done > all) return [{ code: 'order.units-beyond', field: 'unitsDone' }]
  return whole && done < all
    ? [{ code: 'order.units-open', field: 'unitsDone', facts: { left: String(all - done) } }]
    : []
}

export const percentOf = (done: number, all: number): number => (all === 0 ? 100 : Math.floor((100 * done) / all))

/** How far all addressees of an order have come. */
export function completionOf(all: readonly Order[], at: Instant): Completion {
  const reported = all.filter(({ units }) => units !== null)
  const units = reported.reduce((sum, order) => sum + (order.units ?? 0), 0)
  const unitsDone = reported.reduce((sum, order) => sum + (order.unitsDone ?? 0), 0)
  return {
    addressees: all.length,
    acknowledged: all.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
    complied: all.filter(({ compliedAt, state }) => compliedAt !== null && !isOpen(state)).length,
    overdue: all.filter((order) => isOverdue(order, at)).length,
    ...{ units, unitsDone, percent: reported.length === 0 ? null : percentOf(unitsDone, units) },
  }
}

// ————— the room's own row —————

/** Closing the file of a recall does not bring the system back: the order stands until it is lifted. */
function endOf(state: string, kind: Kind): End | null {
  if (state === 'closed' && KIND[kind].holds !== undefined) return null
  return ENDS.find((end) => end === state) ?? null
}

/** What the room keeps of an issued order, from its file. */
export function orderOf(file: CaseFile, known: Pick<Order, 'system' | 'aiId' | 'principal' | 'systemName'>): Order {
  const { answers, steps } = file
  const [kind, basis, issuedAt, dueAt] = [kindOf(answers), basisOf(answers), steps.issue ?? steps.extend, dueOf(file)]
  if (kind === undefined || basis === undefined || issuedAt === undefined || dueAt === undefined || file.unit === null)
    throw new Error(`${file.number} was issued and says not what is ordered`)
  const ended = endOf(file.state, kind)
  return {
    ...known,
    ...{ file: file.id, number: file.number, party: file.party, unit: file.unit, kind, basis, state: file.state },
    incident: textOf(answers, 'incident') ?? null,
    publicReason: isPublic(kind) ? (textOf(answers, 'publicReason') ?? '') : null,
    ...{ units: numberOf(answers, 'units') ?? null, unitsDone: numberOf(answers, 'unitsDone') ?? null },
    ...{ issuedAt, dueAt, acknowledgedAt: steps.acknowledge ?? null, compliedAt: steps.comply ?? null },
    ...{ verifiedAt: steps.verify ?? null, escalatedAt: steps.escalate ?? null },
    ...{ complainedAt: steps.complain ?? null, ended, endedAt: ended === null ? null : file.changedAt },
    endedReason: ended === null ? null : (textOf(answers, 'endPublic') ?? null),
    changedAt: file.changedAt,
  }
}
