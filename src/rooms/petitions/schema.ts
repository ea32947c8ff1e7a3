import type { AccountId, UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import type { Cite } from '../../law/cite.ts'

/** What anybody may tell: something in general, a mistake in a record of the register, a prohibited act (Law art. 7). */
export const KINDS = ['feedback', 'record-error', 'prohibited'] as const
export type Kind = (typeof KINDS)[number]

export const STATES = ['received', 'taken', 'answered', 'closed'] as const
export type State = (typeof STATES)[number]

export const VERBS = ['send', 'add', 'take-back', 'take', 'answer', 'unseal', 'close', 'erase'] as const
export type Verb = (typeof VERBS)[number]

/** What became of a message in the end. */
export const OUTCOMES = ['mended', 'no-fault', 'case-opened', 'passed-on', 'noted'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The acts one can choose from: six of art. 7, the second by its four points, and "I do not know which". */
export const ACTS = [
  ...['L7.1', 'L7.2.a', 'L7.2.b', 'L7.2.c', 'L7.2.d', 'L7.3', 'L7.4', 'L7.5', 'L7.6'],
  'unsure',
] as const satisfies readonly (Cite | 'unsure')[]
export type Act = (typeof ACTS)[number]

export type PetitionId = string & { readonly __petition: unique symbol }

/** A message of anybody, as it stands. Every time is the beginning of an hour: no record tells when exactly somebody wrote. */
export interface Petition {
  readonly id: PetitionId
  readonly number: string
  readonly kind: Kind
  /** Its sender left a name, which lies sealed. */
  readonly named: boolean
  /** The AI-ID it is about. */
  readonly about: string | null
  readonly act: Act | null
  readonly unit: UnitId
  readonly officer: AccountId | null
  readonly state: State
  readonly outcome: Outcome | null
  /** What became of it, in words for everybody. */
  readonly summary: string | null
  /** `waiting`: since when its sender waits for an answer; null when nobody does. */
  readonly steps: { readonly taken?: Instant; readonly waiting: Instant | null }
  /** Of its unit, as they stood when it came. */
  readonly aims: Aims
  readonly receivedAt: Instant
  readonly changedAt: Instant
  readonly receipt: Receipt
  readonly jws: string
  readonly seq: number
}

/** What proves day and content of a message and names nobody. */
export interface Receipt {
  readonly type: 'saola.petition-receipt.v1'
  readonly number: string
  readonly kind: Kind
  readonly receivedAt: Instant
  /** sha256(salt ‖ canonical {files, text}); the salt is known to whoever has the code. */
  readonly content: string
  readonly site: string
  readonly legalValue: boolean
}

/** What was said at a step. */
export interface Paper {
  readonly text?: string
  readonly outcome?: Outcome
  /** How many files came with it, and how many of them lie sealed only. */
  readonly files?: number
  readonly sealedOnly?: number
  /** As in the receipt: two steps that say the same are one step sent twice. */
  readonly content?: string
  /** The tombstone under which the text was erased. */
  readonly erased?: string
}

export interface Step {
  readonly seq: number
  readonly verb: Verb
  readonly side: 'sender' | 'unit'
  readonly by: string
  readonly at: Instant
  readonly state: State
  readonly paper: Paper
}

/** A copy of a file that anyone at the desk may read: freed of everything but its picture or text. */
export interface CleanFile {
  readonly seq: number
  readonly n: number
  readonly type: string
  readonly size: number
  readonly sha256: string
}

/** What lies sealed: who the sender is, or a file as it came. */
export interface Sealed {
  readonly id: string
  readonly seq: number
  readonly what: 'identity' | 'original'
  readonly size: number
}

/** A public key for which a unit has messages sealed. */
export interface Recipient {
  readonly unit: UnitId
  readonly recipient: string
  /** Whose it is or where its private half is kept, in the unit's words. */
  readonly label: string
  readonly account: AccountId
  readonly since: Instant
}

/** The key of one message and for whom it is encrypted. */
export interface Envelope {
  readonly petition: PetitionId
  readonly number: string
  readonly envelope: Uint8Array
  readonly recipients: readonly string[]
}

/** What anyone may read of a closed message. */
export interface PublicOutcome {
  readonly number: string
  readonly kind: Kind
  readonly about: string | null
  readonly outcome: Outcome
  readonly summary: string
  readonly receivedAt: Instant
  readonly changedAt: Instant
}

export interface KindCount {
  readonly kind: Kind
  readonly state: State
  readonly n: number
}

/** Working days in which a unit means to take a message up, and to answer it. */
export interface Aims {
  readonly take: number
  readonly answer: number
}
/** Where a unit has said nothing. The Law and the Decree set no time for a message of this kind (Decree art. 41.3.c). */
export const AIMS: Aims = { take: 3, answer: 15 }
export const AIM_LIMITS: Aims = { take: 30, answer: 120 }

/** So many recipients a unit has at least: one key that is lost must not lose every name with it. */
export const FEWEST_RECIPIENTS = 2
export const TEXT_LIMIT = 10_000
export const FILE_LIMIT = 8 * 1_048_576
export const MOST_FILES = 3
/** Three files of the largest size and what goes with them. */
export const BODY_LIMIT = MOST_FILES * FILE_LIMIT + 1_048_576
/** How often one message may be added to. */
export const MOST_STEPS = 100

/** Every way this room can say no, and what sort of no it is. */
export const REFUSALS = {
  'petition.unknown': 'absent',
  'petition.code-unknown': 'unfit',
  'petition.code-word': 'unfit',
  'petition.code-missing': 'unfit',
  'petition.text-missing': 'unfit',
  'petition.text-long': 'unfit',
  'petition.about-missing': 'unfit',
  'petition.about-unknown': 'unfit',
  'petition.act-missing': 'unfit',
  'petition.named-missing': 'unfit',
  'petition.name-missing': 'unfit',
  'petition.name-long': 'unfit',
  'petition.no-seal': 'unfit',
  'petition.file-kind': 'unfit',
  'petition.file-large': 'unfit',
  'petition.files-many': 'unfit',
  'petition.crowded': 'overmuch',
  'petition.additions-many': 'overmuch',
  'petition.nobody': 'untimely',
  'petition.not-now': 'untimely',
  'petition.changed-meanwhile': 'untimely',
  'petition.answer-missing': 'unfit',
  'petition.outcome-missing': 'unfit',
  'petition.summary-missing': 'unfit',
  'petition.no-case': 'unfit',
  'petition.key-form': 'unfit',
  'petition.key-label': 'unfit',
  'petition.key-known': 'unfit',
  'petition.keys-few': 'untimely',
  'petition.envelope-form': 'unfit',
  'petition.aim': 'unfit',
  'petition.aim-order': 'unfit',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
