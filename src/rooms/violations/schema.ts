import { z } from 'zod'
import type { PartyId, UnitId, UnitKind } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import type { CaseId } from '../../casework/schema.ts'
import { CONDUCTS, type SanctionId, SANCTIONS } from '../../law/conduct.ts'
import { searchWords } from '../../web/listing.ts'
import type { SystemId } from '../systems/schema.ts'

export const CONDUCT_IDS = CONDUCTS.map(({ id }) => id)
export const SANCTION_IDS: readonly SanctionId[] = SANCTIONS.map(({ id }) => id)

/** How a suspicion came up. */
export const SOURCES = ['inspection', 'incident', 'petition', 'other-body', 'own'] as const
export type Source = (typeof SOURCES)[number]

/**
 * Which kinds of units may handle which conduct. The Law says "the competent authority" and no more; our reading, of
 * confidence D: bodies that manage AI for the State check and handle breaches (Law art. 28.2, 30.2), and the police
 * those acts that art. 7 forbids to anyone. A portal with other rules changes this table.
 */
export const COMPETENT: Readonly<Record<'prohibited' | 'duty', readonly UnitKind[]>> = {
  prohibited: ['most', 'police', 'ministry', 'province'],
  duty: ['most', 'ministry', 'province'],
}

/** How a sanctioned case stands, as anyone may know it. */
export const STANDINGS = ['standing', 'carried-out', 'overturned', 'withdrawn'] as const
export type Standing = (typeof STANDINGS)[number]

/** A case once it was opened: what is listed and published of its file. */
export interface Violation {
  readonly file: CaseId
  readonly number: string
  readonly party: PartyId
  readonly unit: UnitId
  readonly system: SystemId | null
  readonly aiId: string | null
  readonly systemName: string | null
  /** What is alleged, and from the finding on what was found. */
  readonly conduct: string
  readonly state: string
  readonly openedAt: Instant
  readonly foundAt: Instant | null
  readonly sanction: SanctionId | null
  readonly sanctionedAt: Instant | null
  readonly overturnedAt: Instant | null
  readonly overturnedReason: string | null
  /** The redacted summary and what goes with it; null while nothing was published. */
  readonly title: string | null
  readonly summary: string | null
  readonly named: boolean
  readonly publishedAt: Instant | null
  readonly reply: string | null
  readonly repliedAt: Instant | null
  readonly withdrawnAt: Instant | null
  readonly withdrawnReason: string | null
  readonly changedAt: Instant
}

const Both = z.strictObject({ vi: z.string(), en: z.string() })

/** What anyone may read of a sanctioned case: a list of what is shown. */
export const PublicViolation = z
  .strictObject({
    number: z.string(),
    title: z.string().nullable().meta({ description: 'null once the publication was withdrawn' }),
    summary: z.string().nullable(),
    conduct: z.enum(CONDUCT_IDS),
    cite: z.string(),
    issuer: Both,
    party: z.string().nullable().meta({ description: 'null where the decision says not to name it' }),
    system: z.strictObject({ name: z.string(), aiId: z.string().nullable() }).nullable(),
    sanction: z.enum(['warning', 'fine', 'other']),
    sanctionedAt: z.string(),
    standing: z.enum(STANDINGS),
    reason: z.string().nullable().meta({ description: 'Why it was overturned, or its publication withdrawn' }),
    reply: z.string().nullable().meta({ description: 'What the party says to it, in its own words' }),
    repliedAt: z.string().nullable(),
    publishedAt: z.string(),
    changedAt: z.string(),
  })
  .readonly()
  .meta({ id: 'Violation', description: 'A decision on a violation, redacted, with the reply of the party' })
export type PublicViolation = z.infer<typeof PublicViolation>

/** What a reader asks the public list for. */
export const PublicQuery = z.strictObject({
  q: searchWords('Part of the title, a name, an AI-ID or the number'),
  standing: z.enum(STANDINGS).optional(),
  conduct: z.enum(CONDUCT_IDS).optional(),
})
export type PublicQuery = z.infer<typeof PublicQuery>

/** Every way this room can say no, and what sort of no it is. */
export const REFUSALS = {
  'violation.unknown': 'absent',
  'violation.not-competent': 'unfit',
  'violation.system-unknown': 'unfit',
  'violation.not-theirs': 'unfit',
  'violation.conduct-not-yet': 'unfit',
  'violation.happened-later': 'unfit',
  'violation.explanation-open': 'untimely',
  'violation.no-amount': 'unfit',
  'violation.amount-range': 'unfit',
  'violation.not-redacted': 'unfit',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
