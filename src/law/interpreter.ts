/**
 * Bumped whenever the same rules and facts could give another answer because `rule.ts`, `transition.ts` or
 * `classify.ts` changed. It is part of the rule set's hash, so a stored judgement names the code it came from.
 */
export const INTERPRETER_VERSION = '1'
