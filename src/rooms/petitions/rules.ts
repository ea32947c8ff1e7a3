import type { Actor } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import { sha256 } from '../../base/hash.ts'
import { canonical } from '../../base/canonical.ts'
import { done, type Outcome as Decided, type Refusal, refuse } from '../../base/outcome.ts'
import { type Reckoning, reckon } from '../../law/clock.ts'
import type { Calendar } from '../../law/workingdays.ts'
import {
  ACTS,
  type Act,
  type Aims,
  type Kind,
  KINDS,
  type Outcome,
  OUTCOMES,
  type Petition,
  type State,
  TEXT_LIMIT,
  type Verb,
} from './schema.ts'

/**
 *   send ▶ received ─take▶ taken ─answer▶ answered ─close▶ closed
 *             ↺ add          ↺ add, unseal   │ ↺ answer, unseal │
 *                              ◀─────────add─┴────────add───────┘
 *
 * Whoever wrote may always add, also after the end: then somebody looks again. Name and files may be taken back in any
 * state, and change none. What was said is erased once it is closed; in other states only where an older database, in
 * which it was not closed yet, was restored after that.
 */
export const FLOW: Readonly<Record<State, Readonly<Partial<Record<Verb, State>>>>> = {
  received: { add: 'received', 'take-back': 'received', take: 'taken', erase: 'received' },
  taken: { add: 'taken', 'take-back': 'taken', take: 'taken', unseal: 'taken', answer: 'answered', erase: 'taken' },
  answered: {
    add: 'taken',
    'take-back': 'answered',
    take: 'answered',
    unseal: 'answered',
    answer: 'answered',
    close: 'closed',
    erase: 'answered',
  },
  closed: { add: 'taken', 'take-back': 'closed', erase: 'closed' },
}

/** To which state a step leads. Refused where it leads nowhere. */
export function decide(state: State, verb: Verb): Decided<State> {
  const next = FLOW[state][verb]
  return next === undefined ? refuse({ code: 'petition.not-now' }) : done(next)
}

/** Time as this room keeps it: the beginning of its hour, so that no record can be laid beside a log of the network. */
export const hourOf = (at: Instant): Instant =>
  new Date(Math.floor(Date.parse(at) / 3_600_000) * 3_600_000).toISOString()

/** May this person work on it? Officers and chiefs of the unit that holds it; nobody else may know that it is there. */
export const handles = ({ unit }: Pick<Petition, 'unit'>, actor: Actor): boolean =>
  actor.kind === 'person' && actor.seat !== null && actor.seat.role !== 'administrator' && actor.seat.unit === unit

/** At which desk messages of a kind come in. */
export const deskOf = (kind: Kind): string => (kind === 'prohibited' ? 'petition-prohibited' : 'petition')

/** Until when the unit means to act, and what: to take the message while nobody has, then to answer. */
export function targetOf(
  { state, steps, aims, receivedAt }: Pick<Petition, 'state' | 'steps' | 'aims' | 'receivedAt'>,
  calendar: Calendar,
): { readonly aim: keyof Aims; readonly clock: Reckoning } | undefined {
  if (steps.waiting === null) return undefined
  const aim = state === 'received' ? 'take' : 'answer'
  return { aim, clock: reckon({ workingDays: aims[aim] }, aim === 'take' ? receivedAt : steps.waiting, calendar) }
}

/** What a message says, in one hash: the text, and each file as it came. */
export const contentHash = (salt: string, text: string, files: readonly string[]): string =>
  sha256(salt + canonical({ text, files }))

// ————— what a form says —————

/** A message as somebody wrote it, before anybody has looked at it. */
export interface Written {
  readonly kind: string
  readonly text: string
  readonly about: string
  readonly act: string
  /** `yes` with a name, `no` without. */
  readonly named: string
  readonly name: string
  readonly contact: string
}

/** The same once it can be taken. */
export interface Message {
  readonly kind: Kind
  readonly text: string
  readonly about: string | null
  readonly act: Act | null
  readonly identity: { readonly name: string; readonly contact: string } | null
}

const NAME_LIMIT = 300

/** Reads a form; says everything that lacks at once. `sealable`: names can be sealed just now. */
export function readMessage(written: Written, sealable: boolean): Decided<Message> {
  const { about, act, named } = written
  const kind = KINDS.find((k) => k === written.kind) ?? 'feedback'
  const [text, name, contact] = [written.text.trim(), written.name.trim(), written.contact.trim()]
  const known = ACTS.find((a) => a === act)
  const wrong: Refusal[] = []
  if (kind === 'prohibited' && known === undefined) wrong.push({ code: 'petition.act-missing', field: 'act' })
  if (kind === 'record-error' && about.trim() === '') wrong.push({ code: 'petition.about-missing', field: 'about' })
  wrong.push(...textSlips(text))
  if (sealable && named !== 'yes' && named !== 'no') wrong.push({ code: 'petition.named-missing', field: 'named' })
  if (named === 'yes') {
    if (!sealable) wrong.push({ code: 'petition.no-seal', field: 'named' })
    else if (name === '') wrong.push({ code: 'petition.name-missing', field: 'name' })
    if (name.length > NAME_LIMIT || contact.length > NAME_LIMIT)
      wrong.push({ code: 'petition.name-long', field: name.length > NAME_LIMIT ? 'name' : 'contact' })
  }
  if (wrong.length > 0) return refuse(...wrong)
  return done({
    ...{ kind, text, about: about.trim() === '' ? null : about.trim() },
    ...{ act: kind === 'prohibited' ? (known ?? null) : null },
    identity: named === 'yes' ? { name, contact } : null,
  })
}

/** What is wrong with what somebody wrote. */
export function textSlips(
  text: string,
  missing: 'petition.text-missing' | 'petition.answer-missing' = 'petition.text-missing',
): Refusal[] {
  if (text.trim() === '') return [{ code: missing, field: 'text' }]
  return text.length > TEXT_LIMIT ? [{ code: 'petition.text-long', field: 'text' }] : []
}

/** How a message ends. `arisen`: how many files of the State arose from it, as far as the officer may see. */
export function readEnd(
  kind: Kind,
  { outcome, summary }: { readonly outcome: string; readonly summary: string },
  arisen: number,
): Decided<{ readonly outcome: Outcome; readonly summary: string | null }> {
  const chosen = OUTCOMES.find((o) => o === outcome)
  const wrong: Refusal[] = []
  if (chosen === undefined) wrong.push({ code: 'petition.outcome-missing', field: 'outcome' })
  if (chosen === 'case-opened' && arisen === 0) wrong.push({ code: 'petition.no-case', field: 'outcome' })
  // A report of a prohibited act is only counted: its words could give its sender away.
  if (kind !== 'prohibited' && summary.trim() === '') wrong.push({ code: 'petition.summary-missing', field: 'summary' })
  if (summary.length > TEXT_LIMIT) wrong.push({ code: 'petition.text-long', field: 'summary' })
  if (wrong.length > 0 || chosen === undefined) return refuse(...wrong)
  return done({ outcome: chosen, summary: kind === 'prohibited' ? null : summary.trim() })
}

/** Are these the same keys, in whatever order? */
export const sameRecipients = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((recipient) => other.includes(recipient))
