import { z } from 'zod'
import type { AccountId, PartyId, UnitId } from '../base/actor.ts'
import type { Instant } from '../base/day.ts'
import type { Sort } from '../base/outcome.ts'
import type { Lang, Text } from '../base/text.ts'
import type { Database } from '../db/kit.ts'
import type { Reckoning } from '../law/clock.ts'

export type CaseId = string & { readonly __case: unique symbol }

/** Who acts, and who holds a file. `portal`: what follows by itself, such as a deadline counted anew. */
export type Side = 'party' | 'unit'
export type Holder = Side | 'nobody'

export type Answer = string | readonly string[] | number | boolean
export type Answers = Readonly<Record<string, Answer>>

/** A file of a procedure: the fold of its events. */
export interface CaseFile {
  readonly id: CaseId
  readonly number: string
  readonly procedure: string
  readonly party: PartyId
  /** In charge; nobody before the party hands the file over. */
  readonly unit: UnitId | null
  /** Units that keep a view and do not act. */
  readonly copies: readonly UnitId[]
  readonly officer: AccountId | null
  readonly state: string
  /** What it is about, for lists: never a person's name. */
  readonly subject: string
  /** The present answers of every form filled in so far; never a secret. */
  readonly answers: Answers
  /** When each verb last happened. */
  readonly steps: Readonly<Record<string, Instant>>
  /** The step of a request for more information that the party has not answered yet. */
  readonly asked: number | null
  readonly holder: Holder
  readonly heldSince: Instant
  readonly openedAt: Instant
  readonly openedBy: string
  readonly changedAt: Instant
  readonly seq: number
  /** The step from which on the party sees the file: 0 for one it began itself, null while nothing was served on it. */
  readonly served: number | null
  /** Officers who worked on it: none of them also takes a decision that wants a second person. */
  readonly workers: readonly string[]
}

export interface CaseEvent {
  readonly seq: number
  readonly verb: string
  readonly side: Side | 'portal'
  readonly by: string
  /** Who led and who looked on after it. */
  readonly unit: UnitId | null
  readonly copies: readonly UnitId[]
  readonly at: Instant
  /** The state it led to. */
  readonly state: string
}

/** A question and its answer as the person saw them. What is not free text is kept in both languages. */
export interface Shown {
  readonly key: string
  readonly page: string
  readonly ask: Text
  readonly cite?: string
  readonly answer: readonly (string | Text)[]
}

/** One thing the unit still wants. `because`: the later step of the party that gives reason to ask again. */
export interface Item {
  readonly field: string
  readonly label: Text
  readonly reason: string
  readonly because?: number
}

export interface AttachmentView {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
}

export interface Attachment extends AttachmentView {
  readonly seq: number | null
  readonly side: Side
  readonly addedAt: Instant
}

/** What was said at a step. */
export interface Paper {
  readonly form?: { readonly id: string; readonly version: number }
  readonly answers?: Answers
  readonly shown?: readonly Shown[]
  readonly text?: string
  readonly items?: readonly Item[]
  /** Answers to the items of the open request, in their order. */
  readonly replies?: readonly string[]
  readonly files?: readonly AttachmentView[]
  /** Number of the document issued with it. */
  readonly document?: string
  /** Number of the tombstone under which the rest was erased. */
  readonly erased?: string
}

export interface ClockKept {
  readonly clock: string
  readonly side: Side
  readonly kind: 'legal' | 'target' | 'parallel'
  readonly reckoning: Reckoning
  readonly metAt: Instant | null
}

/** A form somebody is filling in. `sealed` holds secrets, encrypted, by question. */
export interface Draft {
  readonly verb: string
  readonly form: string
  readonly version: number
  readonly answers: Answers
  readonly sealed: Readonly<Record<string, string>>
  readonly savedAt: Instant
}

/** A receipt or decision as it was signed. */
export const DocumentContent = z
  .strictObject({
    type: z.literal('saola.document.v1'),
    number: z.string(),
    kind: z.string(),
    title: z.strictObject({ vi: z.string(), en: z.string() }),
    procedure: z.string(),
    file: z.string(),
    step: z.number(),
    issuedAt: z.string(),
    issuer: z.strictObject({ vi: z.string(), en: z.string() }),
    to: z.string(),
    cites: z.array(z.string()),
    content: z.string().meta({ description: 'SHA-256 of the questions and answers of the step' }),
    site: z.string(),
    legalValue: z.boolean(),
  })
  .readonly()
export type DocumentContent = z.infer<typeof DocumentContent>

export interface CaseDocument {
  readonly number: string
  readonly seq: number
  readonly content: DocumentContent
  readonly jws: string
  readonly at: Instant
}

/** Where to write, and in which language. */
export interface Correspondent {
  readonly account: AccountId
  readonly email: string
  readonly lang: Lang
}

/** What the engine asks of whoever knows people and units; a room fills it in (`parties` keeps them). */
export interface People {
  toParty(db: Database, party: PartyId): Promise<readonly Correspondent[]>
  toUnit(db: Database, unit: UnitId): Promise<readonly Correspondent[]>
  deskUnit(db: Database, desk: string): Promise<UnitId | undefined>
  unitName(db: Database, unit: UnitId): Promise<Text | undefined>
  unitNames(db: Database, units: readonly UnitId[]): Promise<ReadonlyMap<UnitId, Text>>
  partyName(db: Database, party: PartyId): Promise<string | undefined>
  partyNames(db: Database, parties: readonly PartyId[]): Promise<ReadonlyMap<PartyId, string>>
  about(db: Database, party: PartyId): Promise<PartyFacts | undefined>
  officerName(db: Database, account: AccountId): Promise<string | undefined>
  noteAccess(
    db: Database,
    note: {
      readonly by: string
      readonly unit: UnitId | null
      readonly party: PartyId
      readonly object: string
      readonly at: Instant
    },
  ): Promise<void>
}

/** What the portal knows of a party already, and so does not ask again. */
export interface PartyFacts {
  readonly kind: 'organisation' | 'individual'
  readonly name: string
  readonly address: string
  readonly contact: string
  readonly code: string | null
}

/** Every way the engine can say no, and what sort of no it is. */
export const REFUSALS = {
  'case.unknown': 'absent',
  'case.no-organisation': 'unentitled',
  'case.not-your-part': 'unentitled',
  'case.not-on-your-desk': 'unentitled',
  'case.second-person-needed': 'unentitled',
  'case.not-now': 'untimely',
  'case.changed-meanwhile': 'untimely',
  'case.already-asked': 'untimely',
  'case.nobody-in-charge': 'untimely',
  'case.party-unknown': 'unfit',
  'case.origin-unknown': 'absent',
  'case.asked-before': 'unfit',
  'case.missing': 'unfit',
  'case.choice': 'unfit',
  'case.too-long': 'unfit',
  'case.future': 'unfit',
  'case.format': 'unfit',
  'case.field-unknown': 'unfit',
  'case.desk-unknown': 'unfit',
  'case.submitted': 'untimely',
  'attachment.unknown': 'absent',
  'attachment.empty': 'unfit',
  'attachment.too-large': 'unfit',
  'attachment.type': 'unfit',
  'attachment.handed-over': 'untimely',
  'document.unknown': 'absent',
  'document.erased': 'absent',
  'feed.unknown': 'absent',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
