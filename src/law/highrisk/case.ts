import type { Day } from '../../base/day.ts'
import type { Facts } from '../rule.ts'

/** A worked case of one entry: the answers given and whether the entry takes the system in. */
export interface EntryCase {
  readonly name: string
  /** `VI.7` */
  readonly code: string
  readonly on: Day
  readonly facts: Facts
  readonly match: boolean
  readonly kind: 'match' | 'misses-by-one' | 'exclusion' | 'edge'
}
