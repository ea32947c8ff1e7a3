import { z } from 'zod'
import type { UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import type { Text } from '../../base/text.ts'
import { searchWords, several } from '../../web/listing.ts'
import { Level, SectorName, type SystemId } from '../systems/schema.ts'

/** Reasons the portal reckons from what it holds. */
export const RECKONED = ['tool-higher', 'list-words', 'scale', 'incidents', 'similar-higher', 'late'] as const
export type Reckoned = (typeof RECKONED)[number]
/** Reasons that come from a file of another room, or from an officer's own hand. */
export const POSTED = ['petition', 'safety'] as const
export type Posted = (typeof POSTED)[number]
export const SIGNAL_KINDS = [...RECKONED, ...POSTED] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]

export const SIGNAL_STATES = ['open', 'dismissed', 'check-opened', 'order-started', 'passed'] as const
export type SignalState = (typeof SIGNAL_STATES)[number]

/** One thing a reason rests on: what it is, what it says, and where that stands. */
export const Fact = z.strictObject({
  what: z.strictObject({ vi: z.string(), en: z.string() }),
  value: z.union([z.string(), z.strictObject({ vi: z.string(), en: z.string() })]),
  source: z.strictObject({ vi: z.string(), en: z.string() }),
})
export type Fact = z.infer<typeof Fact>

/** A reason as it is found, before it is kept. `key` tells one reason of a kind from another about the same system. */
export interface Found {
  readonly system: SystemId
  readonly kind: SignalKind
  readonly key: string
  /** Points from 1 to 100: what stands first on the officers' page. No likelihood. */
  readonly gravity: number
  readonly reason: Text
  readonly facts: readonly Fact[]
}

/** A reason to look at a system, never a verdict. */
export interface Signal extends Found {
  readonly id: string
  /** Number of the file it was posted from. */
  readonly origin: string | null
  readonly state: SignalState
  /** Number of the check or order it led to. */
  readonly ledTo: string | null
  readonly raisedAt: Instant
  readonly changedAt: Instant
  readonly seq: number
}

export const LOOKS = ['raised', 'dismissed', 'check-opened', 'order-started'] as const
export type LookVerb = (typeof LOOKS)[number]

/** What an officer did with a signal, and why. */
export interface Look {
  readonly signal: string
  readonly seq: number
  readonly verb: LookVerb
  readonly by: string
  readonly unit: UnitId
  readonly at: Instant
  readonly reason: string | null
  readonly ledTo: string | null
}

/** A system with open reasons to look at it, as the officers' page lists it. */
export interface Signalled {
  readonly system: SystemId
  readonly aiId: string
  readonly name: string
  readonly level: Level
  readonly sectors: readonly SectorName[]
  readonly provider: string
  /** The gravest of its open reasons, and a tenth of all of them together. */
  readonly points: number
  readonly signals: readonly { readonly kind: SignalKind; readonly reason: Text; readonly gravity: number }[]
}

/** What an officer asks the list for. */
export const SignalQuery = z.strictObject({
  q: searchWords('Part of a name or an AI-ID'),
  kind: several(z.enum(SIGNAL_KINDS)),
  level: several(Level),
  sector: several(SectorName),
})
export type SignalQuery = z.infer<typeof SignalQuery>

/** Every way signals can say no, and what sort of no it is. */
export const SIGNAL_REFUSALS = {
  'signal.unknown': 'absent',
  'signal.none-chosen': 'unfit',
  'signal.reason-missing': 'unfit',
  'signal.looked-at': 'untimely',
} as const satisfies Record<string, Sort>
export type SignalCode = keyof typeof SIGNAL_REFUSALS
