import { z } from 'zod'
import type { PartyId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import type { CaseId } from '../../casework/schema.ts'
import { INCIDENT_CLASSES, type IncidentClass } from '../../law/incidents.ts'
import { type SectorName, SectorName as Sector, type SystemId } from '../systems/schema.ts'

/** What the room knows of an incident beside its file: for linking reports and for counting. */
export interface Incident {
  readonly file: CaseId
  readonly number: string
  readonly party: PartyId
  readonly role: 'provider' | 'deployer'
  readonly system: SystemId | null
  readonly aiId: string | null
  readonly systemName: string
  readonly sector: SectorName
  readonly classes: readonly IncidentClass[]
  readonly nearMiss: boolean
  readonly detectedAt: Instant
  readonly confirmedAt: Instant | null
  readonly reportedAt: Instant | null
  /** False once it was found not to be serious, by the party or by the authority: it is not counted any more. */
  readonly serious: boolean
  /** Reports of one event share a case. */
  readonly case: string | null
}

/** An incident with the words in which it was told: to find other reports of the same event. */
export interface Told extends Incident {
  readonly description: string
}

/** What the provider did by himself, without waiting for anybody (Law art. 12.2.a). */
export const OWN_MEASURES = ['fix', 'suspend', 'recall'] as const
export type OwnMeasure = (typeof OWN_MEASURES)[number]

/**
 * What became of a suspension or recall on the register: `register` when it shows there; otherwise why not: the system
 * is `unregistered`, it is `another` provider's, or it stands in a state that does not `allow` the step.
 */
export const SHOWN = ['register', 'unregistered', 'another', 'not-allowed', 'not-needed'] as const
export type ShownAs = (typeof SHOWN)[number]

export interface MeasureTaken {
  readonly seq: number
  readonly kind: OwnMeasure
  readonly at: Instant
  readonly shown: ShownAs
}

/** Why two reports may be about one event. */
export type Reason = 'same-system' | 'same-name' | 'close-in-time' | 'similar-words'

export interface Suggestion {
  readonly other: Incident
  readonly reasons: readonly Reason[]
}

export const Statistics = z
  .strictObject({
    asOf: z.string(),
    incidents: z.int().meta({ description: 'Serious incidents reported; several reports of one event count once' }),
    byClass: z.array(z.strictObject({ class: z.enum(INCIDENT_CLASSES), count: z.int() })),
    bySector: z.array(z.strictObject({ sector: Sector, count: z.int() })),
    byMonth: z.array(z.strictObject({ month: z.string(), count: z.int() })),
    medianHours: z.number().nullable().meta({ description: 'From confirmation to the preliminary report, in hours' }),
  })
  .readonly()
  .meta({ id: 'IncidentStatistics' })
export type Statistics = z.infer<typeof Statistics>

/** Sums as the database counted them. */
export interface Counted {
  readonly counts: readonly { readonly kind: string; readonly key: string; readonly count: number }[]
  readonly medianMinutes: number | null
}

/** A row of the statistics as a table: a sum, and by what it was counted. `medianMinutes` stands on the row `all` only. */
export interface CountRow {
  readonly by: 'all' | 'class' | 'sector' | 'month'
  readonly key: string
  readonly count: number
  readonly medianMinutes: number | null
}

/** What anyone may read of a single incident: after an officer published it, and nothing more than this. */
export const PublicIncident = z
  .strictObject({
    summary: z.string(),
    classes: z.array(z.enum(INCIDENT_CLASSES)),
    sector: Sector.nullable(),
    nearMiss: z.boolean(),
    /** Month of the confirmation, `2026-11`. */
    month: z.string(),
    system: z.strictObject({ name: z.string(), aiId: z.string().nullable() }).nullable(),
    reply: z.string().nullable(),
  })
  .readonly()
export type PublicIncident = z.infer<typeof PublicIncident>

export const REFUSALS = {
  'incident.system-unknown': 'unfit',
  'incident.system-missing': 'unfit',
  'incident.none-and-more': 'unfit',
  'incident.confirmed-before-detected': 'unfit',
  'incident.cause-before-detected': 'unfit',
  'incident.no-such-report': 'absent',
  'incident.linked-already': 'untimely',
  'incident.not-published': 'absent',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
