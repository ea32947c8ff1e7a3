import { EVIDENCE } from './damage-evidence.ts'
import { LIABILITY } from './damage-liability.ts'
import { DAMAGE_QUESTIONS } from './damage-questions.ts'
import { DAMAGE_FROM, type DamageRules, NOBODY, UNKNOWN } from './damage-rule.ts'
import type { Facts } from './rule.ts'

/** Art. 29 as data: what is asked, who then compensates whom, and what to keep. */
export const DAMAGE: DamageRules = {
  from: DAMAGE_FROM,
  questions: DAMAGE_QUESTIONS,
  liability: LIABILITY,
  evidence: EVIDENCE,
}

/** Answers as given, by question. */
export type DamageSaid = Readonly<Record<string, readonly string[]>>

/** What the answers say as facts: a question answered "not known" says nothing, which is not the same as no. */
export const damageFacts = ({ questions }: DamageRules, said: DamageSaid): Facts =>
  Object.fromEntries(
    questions.flatMap(({ id, kind, options }): [string, string | boolean][] => {
      const chosen = said[id]
      if (chosen === undefined || chosen.includes(UNKNOWN)) return []
      if (kind === 'one') return chosen[0] === undefined ? [] : [[id, chosen[0]]]
      return options
        .filter(({ value }) => value !== NOBODY && value !== UNKNOWN)
        .map(({ value }) => [value, chosen.includes(value)])
    }),
  )
