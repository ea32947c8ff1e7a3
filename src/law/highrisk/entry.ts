import type { Day } from '../../base/day.ts'
import type { Text } from '../../base/text.ts'
import type { Cite, Confidence } from '../cite.ts'

export const SECTORS = ['education', 'ethnic-religion', 'health', 'banking', 'litigation', 'transport'] as const
export type Sector = (typeof SECTORS)[number]

/** Transport has 31 entries: a menu of groups keeps each page short. Ours, not the Decision's. */
export const TRANSPORT_GROUPS = [
  'road-rail',
  'works',
  'state-management',
  'air-traffic',
  'flight',
  'airfield',
  'aviation-security',
  'airport-infrastructure',
] as const
export type TransportGroup = (typeof TRANSPORT_GROUPS)[number]

/**
 * One yes/no question of an entry. It is asked the way a person can answer; `speaksFor` says which answer fulfils the
 * condition (for "executed without a person's approval" we ask "does a person approve …?" and `speaksFor` is false).
 */
export interface Condition {
  /** Fact key, `Q.VI.7.1`; limits in the printed name are `.0`, exclusions `.x`, `.y`, asides `.aside`. */
  readonly fact: `Q.${string}`
  readonly ask: Text
  /** A second sentence where the question needs one: what counts, what is left undefined by the Decision. */
  readonly help?: Text
  readonly speaksFor: boolean
  /** A stated effect presumed to be there: "no" needs reasons and leads to a guidance request (decrees.md 15, note 4). */
  readonly presumed?: true
}

/** An entry of the list of high-risk AI systems, Decision 33/2026/QĐ-TTg. */
export interface Entry {
  readonly code: string
  readonly cite: Cite
  readonly sector: Sector
  readonly group?: TransportGroup
  /** Close to the printed name, in our words. */
  readonly name: Text
  /** The first question, `Q.VI.7`: is it this kind of system? One plain sentence a non-jurist recognises. */
  readonly kind: Text
  /** Limits in the printed name or lead-in: all must hold, in "any" entries too. */
  readonly limits: readonly Condition[]
  readonly join: 'all' | 'any'
  readonly conditions: readonly Condition[]
  /** One that holds takes the system out of the entry. `speaksFor` here: the answer under which the exclusion holds. */
  readonly exclusions: readonly Condition[]
  /** Asked as information, decides nothing (decrees.md 15, note 1). */
  readonly asides?: readonly Condition[]
  /** L13.2.b self-assessment or a body; L13.2.a certification before use; `unknown` where the column could not be read. */
  readonly route: 'self' | 'certification' | 'unknown'
  readonly from: Day
  /** First day the entry no longer applies. */
  readonly until?: Day
  readonly confidence: Confidence
  /** What the reader should know of our reading of this row. */
  readonly note?: Text
}
