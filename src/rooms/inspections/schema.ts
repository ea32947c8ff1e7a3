import type { PartyId, UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import type { CaseId } from '../../casework/schema.ts'
import type { Level, SystemId } from '../systems/schema.ts'
import { CAMPAIGN_REFUSALS } from './campaign-schema.ts'

/** The Law keeps them apart: a check of compliance (art. 28.2) and an inspection under the law on inspection (28.1). */
export const VISITS = ['check', 'inspection'] as const
export type VisitKind = (typeof VISITS)[number]

/** Why a system is checked; which of them a level admits is the Law's own (art. 10.5). */
export const GROUNDS = [
  ...['periodic', 'signs'],
  ...['report', 'sample', 'evaluation'],
  ...['incident', 'petition', 'safety'],
] as const
export type VisitGround = 'periodic' | 'signs' | 'report' | 'sample' | 'evaluation' | 'incident' | 'petition' | 'safety'

/** What a conclusion comes to; more than one may follow, except beside `none`. */
export const OUTCOMES = ['none', 'order', 'violation'] as const
export type VisitOutcome = (typeof OUTCOMES)[number]

/** A check or an inspection once it is announced: what is listed and counted of its file. */
export interface Visit {
  readonly file: CaseId
  readonly number: string
  readonly kind: VisitKind
  readonly party: PartyId
  readonly unit: UnitId
  readonly system: SystemId
  readonly level: Level
  readonly ground: VisitGround
  readonly state: string
  readonly announcedAt: Instant
  readonly concludedAt: Instant | null
  readonly outcomes: readonly VisitOutcome[]
  readonly planned: boolean
  readonly publishedAt: Instant | null
  readonly withheldAt: Instant | null
  readonly closedAt: Instant | null
  readonly changedAt: Instant
}

/** One thing the unit wants to see, and the step at which it was handed over. */
export interface WantedRecord {
  readonly n: number
  readonly what: string
  readonly askedStep: number
  readonly givenStep: number | null
  /** As files through the portal, or by hand against a record of handover. */
  readonly how: 'portal' | 'hand' | null
}

/** A high-risk system and when its next periodic check is due. */
export interface Due {
  readonly system: SystemId
  readonly aiId: string
  readonly name: string
  readonly provider: string
  /** When it was last announced to be checked; null when it never was. */
  readonly last: Instant | null
  readonly lastNumber: string | null
  readonly due: Instant
}

/** Every way this room can say no, and what sort of no it is. */
export const REFUSALS = {
  ...CAMPAIGN_REFUSALS,
  'check.not-competent': 'unfit',
  'check.system-unknown': 'unfit',
  'check.not-theirs': 'unfit',
  'check.ground-level': 'unfit',
  'check.secrets-asked': 'unfit',
  'check.records-none': 'unfit',
  'check.records-many': 'unfit',
  'check.record-unknown': 'unfit',
  'check.files-missing': 'unfit',
  'check.explain-first': 'untimely',
  'check.outcome-alone': 'unfit',
  'check.unpublished': 'untimely',
  'check.plan-days': 'unfit',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
