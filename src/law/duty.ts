import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'
import type { Test } from './rule.ts'

export type RiskLevel = 'high' | 'medium' | 'low'
export type DutyRole = 'provider' | 'deployer' | 'user' | 'state-body'
/** When it must be done. `by-choice` is encouraged or allowed, never due. */
export type DutyTime = 'before-use' | 'during-use' | 'before-publishing' | 'on-event' | 'on-request' | 'by-choice'

export interface Duty {
  readonly id: string
  readonly role: DutyRole
  readonly levels: readonly RiskLevel[]
  readonly time: DutyTime
  readonly text: Text
  readonly cite: Cite
  /** Further provisions that say how. */
  readonly also: readonly Cite[]
  /** What else must be true of the system or its party. May use `route`, which the classifier fills in. */
  readonly when?: Test
  readonly from: Day
  readonly confidence: Confidence
}

export const ALL: readonly RiskLevel[] = ['high', 'medium', 'low']
export const NOTICE: readonly RiskLevel[] = ['high', 'medium']
export const HIGH: readonly RiskLevel[] = ['high']
export const MEDIUM: readonly RiskLevel[] = ['medium']
export const LOW: readonly RiskLevel[] = ['low']
const LAW = day('2026-03-01')
const DECREE = day('2026-05-01')

type More = Partial<Pick<Duty, 'also' | 'when' | 'confidence'>>

/** A duty the Law sets starts with the Law; one only the Decree sets starts with the Decree. */
export const duty = (
  id: string,
  role: DutyRole,
  levels: readonly RiskLevel[],
  time: DutyTime,
  cite: Cite,
  text: Text,
  more: More = {},
): Duty => ({
  id,
  role,
  levels,
  time,
  cite,
  text,
  also: [],
  from: cite.startsWith('L') ? LAW : DECREE,
  confidence: 'A',
  ...more,
})

export const is = (fact: string): Test => ({ fact, is: true })
