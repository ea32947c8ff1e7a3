import type { Json } from '../base/canonical.ts'
import { contentHash } from '../base/content-hash.ts'
import { RULES, type Rules, type RuleSet } from './rules.ts'

/** SHA-256 of the canonical form of all rules and of the interpreter's version. */
export const ruleSetHash = (rules: Rules): string => contentHash(JSON.parse(JSON.stringify(rules)) as Json)

/** Names a set of rules by its content: the same rules have the same id on every machine. */
export function named(rules: Rules): RuleSet & { readonly hash: string } {
  const hash = ruleSetHash(rules)
  return { ...rules, id: `rs-${hash.slice(0, 16)}`, hash }
}

/** The rule set in force in this release. */
export const RULE_SET = named(RULES)
