import { z } from 'zod'
import type { PartyId, UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import type { CaseId } from '../../casework/schema.ts'
import type { Cite } from '../../law/cite.ts'
import { searchWords, several } from '../../web/listing.ts'
import { Level, PublicState, SectorName, type SystemId } from '../systems/schema.ts'
import { SIGNAL_REFUSALS } from './signal-schema.ts'

/** What the State may order: the law names these and no other (law.md 3.7). */
export const KINDS = [
  'reclassify',
  'supplement',
  'suspend',
  'recall',
  're-evaluate',
  'explain',
  'produce',
  'suspend-legacy',
  'end-legacy',
] as const
export type Kind = (typeof KINDS)[number]

/** Kinds that take a system out of use, which anyone may know. */
export const PUBLIC_KINDS = ['suspend', 'recall', 'suspend-legacy', 'end-legacy'] as const
export type PublicKind = (typeof PUBLIC_KINDS)[number]

/** The provisions an order can stand on. */
export const BASES = [
  'L10.6',
  'L12.3',
  'L14.1.e',
  'L14.2.đ',
  'L15.1.b',
  'L15.1.c',
  'L15.2.a',
  'L15.2.b',
  'L28.3',
  'L35.2',
] as const satisfies readonly Cite[]
export type Basis = (typeof BASES)[number]

export const ENDS = ['lifted', 'closed', 'revoked'] as const
export type End = (typeof ENDS)[number]

/** An order once it is issued: what is listed, counted and published of its file. */
export interface Order {
  readonly file: CaseId
  readonly number: string
  /** The order under which this one was served on a deployer; null for the order itself. */
  readonly principal: CaseId | null
  readonly party: PartyId
  readonly unit: UnitId
  readonly kind: Kind
  readonly basis: Basis
  readonly system: SystemId | null
  readonly aiId: string | null
  readonly systemName: string
  readonly incident: string | null
  /** What anyone may read as its reason; null for orders that are not public. */
  readonly publicReason: string | null
  readonly state: string
  /** As the addressee last reported them: units it has, and units taken out of use. */
  readonly units: number | null
  readonly unitsDone: number | null
  readonly issuedAt: Instant
  readonly dueAt: Instant
  readonly acknowledgedAt: Instant | null
  readonly compliedAt: Instant | null
  readonly verifiedAt: Instant | null
  readonly escalatedAt: Instant | null
  readonly complainedAt: Instant | null
  readonly ended: End | null
  readonly endedAt: Instant | null
  readonly endedReason: string | null
  readonly changedAt: Instant
}

/** An addressee with its name, as the page of the order lists it. */
export interface Addressee extends Order {
  readonly partyName: string
}

/** How far all addressees have come. `percent` over the units of those that have reported. */
export interface Completion {
  readonly addressees: number
  readonly acknowledged: number
  readonly complied: number
  readonly overdue: number
  readonly units: number
  readonly unitsDone: number
  readonly percent: number | null
}

/** What anyone may read of an order: a list of what is shown. */
export const PublicOrder = z
  .strictObject({
    number: z.string(),
    kind: z.enum(PUBLIC_KINDS),
    basis: z.enum(BASES),
    issuer: z.strictObject({ vi: z.string(), en: z.string() }),
    system: z.strictObject({
      name: z.string(),
      aiId: z.string().nullable(),
      level: Level.nullable(),
      sectors: z.array(SectorName),
      state: PublicState.nullable().meta({ description: 'As the register shows the system now' }),
    }),
    provider: z.string(),
    reason: z.string(),
    issuedAt: z.string(),
    ended: z.enum(ENDS).nullable().meta({ description: 'null while the order stands' }),
    endedAt: z.string().nullable(),
    endedReason: z.string().nullable(),
    changedAt: z.string(),
  })
  .readonly()
  .meta({
    id: 'Order',
    description: 'An order of the State to suspend or recall a system, or one that was lifted since',
  })
export type PublicOrder = z.infer<typeof PublicOrder>

export const STANDINGS = ['standing', 'ended'] as const
export type Standing = (typeof STANDINGS)[number]

/** What a reader asks the public list for. The address of a list, and of its feeds, holds all of it. */
export const PublicQuery = z.strictObject({
  q: searchWords('Part of a name, an AI-ID or the number of an order'),
  kind: several(z.enum(PUBLIC_KINDS)),
  standing: z.enum(STANDINGS).optional(),
  level: several(Level),
  sector: several(SectorName),
})
export type PublicQuery = z.infer<typeof PublicQuery>

/** How a system stands, as the badge says it and as it is signed. */
export const Status = z
  .strictObject({
    type: z.literal('saola.status.v1'),
    aiId: z.string(),
    name: z.string(),
    state: PublicState,
    orders: z.array(z.string()),
    since: z.string(),
    asOf: z.string(),
    site: z.string(),
    legalValue: z.boolean(),
  })
  .readonly()
export type Status = z.infer<typeof Status>

/** Every way this room can say no, and what sort of no it is. */
export const REFUSALS = {
  ...SIGNAL_REFUSALS,
  'order.unknown': 'absent',
  'order.not-competent': 'unfit',
  'order.system-unknown': 'unfit',
  'order.system-missing': 'unfit',
  'order.not-theirs': 'unfit',
  'order.provider-first': 'unfit',
  'order.basis-level': 'unfit',
  'order.basis-role': 'unfit',
  'order.ground': 'unfit',
  'order.secrets-asked': 'unfit',
  'order.not-legacy': 'unfit',
  'order.term': 'unfit',
  'order.units-missing': 'unfit',
  'order.units-beyond': 'unfit',
  'order.units-open': 'unfit',
  'order.not-overdue': 'unfit',
  'order.nobody-to-serve': 'untimely',
  'order.status-unknown': 'absent',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
