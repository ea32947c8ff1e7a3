import { type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'
import type { Test } from './rule.ts'

/** Who reads the answer. It changes what to keep, never who is liable. */
export const DAMAGE_ROLES = ['injured', 'deployer', 'provider'] as const
export type DamageRole = (typeof DAMAGE_ROLES)[number]

/** Who pays. `civil`: art. 29 does not say, general civil law does; `nobody`: an exemption, or no claim to reimbursement. */
export type Liable = 'provider' | 'deployer' | 'developer' | 'user' | 'other' | 'third-party' | 'civil' | 'nobody'

/** On which branch of Law art. 29 a finding stands. */
export type Branch =
  | 'not-yet'
  | 'outside'
  | 'breach'
  | 'intrusion'
  | 'joint'
  | 'strict'
  | 'recourse'
  | 'no-recourse'
  | 'exempt-intent'
  | 'exempt-necessity'
  | 'civil'

/** One question. `many`: each choice is a fact of its own; otherwise the chosen value is the fact `id`. */
export interface DamageQuestion {
  readonly id: string
  readonly kind: 'one' | 'many'
  readonly ask: Text
  readonly help?: Text
  readonly cite: Cite
  readonly options: readonly { readonly value: string; readonly label: Text; readonly help?: Text }[]
  /** Asked only where this may hold. */
  readonly when?: Test
  /** Asked while it is open whether it holds, too. */
  readonly evenIfOpen?: true
}

/** Somebody pays, or nobody does, when the condition holds. */
export interface LiabilityRule {
  readonly id: string
  readonly branch: Branch
  readonly liable: Liable
  readonly to: 'injured' | 'deployer'
  readonly when: Test
  readonly text: Text
  readonly cite: Cite
  readonly from: Day
  readonly until?: Day
  readonly confidence: Confidence
}

/** What is worth keeping, by whom, and for which branches; for all of them where none is named. */
export interface EvidenceKind {
  readonly id: string
  readonly roles: readonly DamageRole[]
  readonly branches?: readonly Branch[]
  readonly text: Text
  readonly cite: Cite
}

export interface DamageRules {
  readonly from: Day
  readonly questions: readonly DamageQuestion[]
  readonly liability: readonly LiabilityRule[]
  readonly evidence: readonly EvidenceKind[]
}

/** The choice that excludes all others, and the one of somebody who cannot tell: no answer at all to the rules. */
export const NOBODY = 'nobody'
export const UNKNOWN = 'unknown'

/** The first day of the Law: art. 29 has no effect before it. */
export const DAMAGE_FROM = day('2026-03-01')

/** A condition on one answer, and its opposite. */
export const factIs = (fact: string, value: string | boolean = true): Test => ({ fact, is: value })
export const factNot = (test: Test): Test => ({ not: test })

/** The Law applies to the damage and to the system. */
export const LAW_COUNTS: Test = { all: [factIs('when', 'since'), factNot(factIs('level', 'outside'))] }
/**
 * A high-risk system that was managed, operated and used as the rules ask (art. 29.2). We read it so: neither provider,
 * deployer nor user broke them, and nobody broke in, which art. 29.4 settles by itself (confidence D).
 */
export const PROPER: Test = {
  all: [
    factIs('when', 'since'),
    factIs('level', 'high'),
    factIs('intrusion', 'no'),
    factNot(factIs('breach.provider')),
    factNot(factIs('breach.deployer')),
    factNot(factIs('breach.user')),
  ],
}
/** What may excuse, and whether it does (art. 29.3.b). */
export const NECESSITY: Test = { any: [factIs('necessity', 'force-majeure'), factIs('necessity', 'necessity')] }
export const EXCUSED: Test = { all: [NECESSITY, factIs('otherwise', 'no')] }
/** The deployer pays without fault (art. 29.2). */
export const STRICT: Test = { all: [PROPER, factIs('intent', 'no'), factNot(EXCUSED)] }
