import { z } from 'zod'
import type { UnitId } from '../../base/actor.ts'
import type { Json } from '../../base/canonical.ts'
import type { Day, Instant } from '../../base/day.ts'
import { isDay } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import type { Text } from '../../base/text.ts'
import { line } from '../../web/shape.ts'

/** What is erased as one thing. An account is erased by its holder, the rest by two officers. */
export const KINDS = ['party', 'system', 'file', 'petition'] as const
export type Kind = (typeof KINDS)[number] | 'account'

/**
 * Fields of a dossier that may be erased (Decree art. 12.2), and reasons given with a step. Name, version and internal
 * code are not among them: they say which system a record is about.
 */
export const Field = z.enum([
  ...(['providerName', 'providerAddress', 'providerContact'] as const),
  ...(['purpose', 'functions', 'architecture', 'scope', 'users', 'affected', 'inputData'] as const),
  ...(['riskMeasures', 'safetyMeasures', 'transparencyMeasures', 'reason'] as const),
  // Not a field but what lies beside them: it is chosen by a box of its own.
  'files',
])
export type Field = z.infer<typeof Field>
/** Who a natural person is as a provider. */
export const OF_PROVIDER: readonly Field[] = ['providerName', 'providerAddress', 'providerContact']
/** The same, and what they gave as reasons in their own words. */
export const OF_PERSON: readonly Field[] = [...OF_PROVIDER, 'reason']

/** What the log names as subject of every erasure of a message, so that it never says which message. */
export const SOME_MESSAGE = 'petitions'

/** `earlier` leaves the dossier in force as it is. */
export const VERSIONS = ['earlier', 'all'] as const
export type Versions = (typeof VERSIONS)[number]

/** What an officer proposes: of what, which fields, whether attachments go too, and the day the person asked. */
export const Wish = z.object({
  kind: z.enum(KINDS),
  subject: line(60),
  fields: z.array(Field).readonly(),
  files: z.boolean(),
  versions: z.enum(VERSIONS),
  askedOn: z.custom<Day>((value) => typeof value === 'string' && isDay(value)),
})
export type Wish = z.infer<typeof Wish>

/** A proposal that waits for the second officer, or was ended. */
export interface Proposal extends Wish {
  readonly id: string
  readonly unit: UnitId
  readonly by: string
  readonly at: Instant
  readonly ended: 'done' | 'withdrawn' | null
  readonly endedAt: Instant | null
}

/** A tombstone as anyone may see it. An account is named nowhere. */
export interface Tombstone {
  readonly number: string
  readonly kind: Kind
  readonly subject: string | null
  readonly fields: readonly string[]
  readonly ground: string
  readonly office: Text
  readonly at: Instant
  readonly backupsUntil: Day
  readonly reissuedAt: Instant | null
  readonly sweptAt: Instant | null
}

/** A group of values taken away, by the act that committed to it. `left`: what stays of it, when something does. */
export interface Burial {
  /** The leaf of the act, as the database names it, and the hash of its entry in hex. */
  readonly leaf: string
  readonly hash: string
  readonly group: string
  readonly left?: Json
}

export const REFUSALS = {
  'erasure.unknown': 'absent',
  'erasure.subject-unknown': 'unfit',
  'erasure.not-a-person': 'unfit',
  'erasure.no-field': 'unfit',
  'erasure.day-to-come': 'unfit',
  'erasure.nothing-left': 'untimely',
  'erasure.published-by-law': 'untimely',
  'erasure.file-open': 'untimely',
  'erasure.drafts': 'untimely',
  'erasure.claim-open': 'untimely',
  'erasure.petition-open': 'untimely',
  'erasure.second-person-needed': 'unentitled',
  'erasure.ended': 'untimely',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
