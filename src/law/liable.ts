import type { Day } from '../base/day.ts'
import { type DamageSaid, damageFacts } from './damage.ts'
import {
  type DamageQuestion,
  type DamageRole,
  type DamageRules,
  DAMAGE_ROLES,
  type EvidenceKind,
  type LiabilityRule,
  NOBODY,
  UNKNOWN,
} from './damage-rule.ts'
import { type Facts, inForce, standing, weigh } from './rule.ts'

/** Somebody pays for certain, or if what it hangs on turns out so: facts nobody could tell. */
export interface LiabilityFinding extends Omit<LiabilityRule, 'when' | 'from' | 'until'> {
  readonly holds: 'yes' | 'if'
  readonly hangsOn: readonly string[]
}

/** Plain JSON: same rules, same facts, same day, same answer. */
export interface Liability {
  readonly on: Day
  readonly findings: readonly LiabilityFinding[]
  readonly evidence: readonly EvidenceKind[]
}

/**
 * Who compensates whom for damage done by an AI system (Law art. 29), by the rules as they stand on that day. Pure and
 * three-valued: what nobody could tell leaves a finding open, it does not decide it. Information, never a judgement.
 */
export function liable(rules: DamageRules, facts: Facts, on: Day): Liability {
  const findings = rules.liability
    .filter((rule) => inForce(rule, on))
    .flatMap((rule): LiabilityFinding[] => {
      const { id, branch, liable, to, text, cite, confidence } = rule
      const answer = weigh(rule.when, facts)
      if (answer.is === 'no') return []
      const holds =
        answer.is === 'yes'
          ? ({ holds: 'yes', hangsOn: [] } as const)
          : ({ holds: 'if', hangsOn: answer.facts } as const)
      return [{ ...{ id, branch, liable, to, text, cite, confidence }, ...holds }]
    })
  const branches = new Set(findings.map(({ branch }) => branch))
  const role = DAMAGE_ROLES.find((one) => one === facts.role)
  const evidence = rules.evidence.filter(
    ({ roles, branches: of }) => isFor(roles, role) && (of === undefined || of.some((branch) => branches.has(branch))),
  )
  return { on, findings, evidence }
}

const isFor = (roles: readonly DamageRole[], role: DamageRole | undefined): boolean =>
  role === undefined || roles.includes(role)

const isAsked = ({ when, evenIfOpen }: DamageQuestion, facts: Facts): boolean => {
  const holds = when === undefined ? 'yes' : standing(when, facts)
  return holds === 'yes' || (evenIfOpen === true && holds === 'unknown')
}

/** An answer the question offers: one choice, or several that do not contradict each other. */
export function isDamageAnswer({ kind, options }: DamageQuestion, chosen: readonly string[]): boolean {
  const offered = chosen.length > 0 && chosen.every((value) => options.some((option) => option.value === value))
  const alone = kind === 'one' || chosen.includes(NOBODY) || chosen.includes(UNKNOWN)
  return offered && (!alone || chosen.length === 1)
}

export interface DamagePath {
  /** Questions asked and answered, in their order. */
  readonly path: readonly DamageQuestion[]
  /** The one to ask now; nothing when all are answered. */
  readonly next: DamageQuestion | undefined
  /** The answers that lie on the path; what a changed answer made pointless is left out. */
  readonly said: DamageSaid
}

/** Walks the questions in their order with the answers given so far. */
export function damagePath(rules: DamageRules, said: DamageSaid): DamagePath {
  const path: DamageQuestion[] = []
  let kept: DamageSaid = {}
  for (const question of rules.questions) {
    if (!isAsked(question, damageFacts(rules, kept))) continue
    const chosen = said[question.id]
    if (chosen === undefined || !isDamageAnswer(question, chosen)) return { path, next: question, said: kept }
    path.push(question)
    kept = { ...kept, [question.id]: chosen }
  }
  return { path, next: undefined, said: kept }
}
