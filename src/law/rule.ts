export type Fact = string | number | boolean
/** The answers given so far. A key that is absent or `undefined` is not yet known, which is not the same as no. */
export type Facts = Readonly<Record<string, Fact | undefined>>

/** A condition is data, not code: it can be diffed, printed, published and explained. */
export type Test =
  /** `presumed`: while nobody has said otherwise, the answer counts as given. */
  | { readonly fact: string; readonly is: Fact; readonly presumed?: true }
  | { readonly fact: string; readonly atLeast: number }
  /** Days compare as text, so the fact is a `Day`. */
  | { readonly fact: string; readonly before: string }
  | { readonly all: readonly Test[] }
  | { readonly any: readonly Test[] }
  | { readonly not: Test }

/** `facts`: those that decided, or, when the answer is unknown, those still missing. */
export interface Answer {
  readonly is: 'yes' | 'no' | 'unknown'
  readonly facts: readonly string[]
}

const OTHER = { yes: 'no', no: 'yes', unknown: 'unknown' } as const

/** Does the condition hold on these facts? Three-valued on purpose: an unanswered question is not a no. */
export function weigh(test: Test, facts: Facts): Answer {
  if ('all' in test)
    return join(
      test.all.map((t) => weigh(t, facts)),
      'no',
    )
  if ('any' in test)
    return join(
      test.any.map((t) => weigh(t, facts)),
      'yes',
    )
  if ('not' in test) {
    const inner = weigh(test.not, facts)
    return { is: OTHER[inner.is], facts: inner.facts }
  }
  const value = facts[test.fact]
  if (value === undefined) {
    return 'is' in test && test.presumed ? { is: 'yes', facts: [] } : { is: 'unknown', facts: [test.fact] }
  }
  return { is: holds(test, value) ? 'yes' : 'no', facts: [test.fact] }
}

type Leaf = Extract<Test, { fact: string }>

function holds(test: Leaf, value: Fact): boolean {
  if ('is' in test) return value === test.is
  if ('before' in test) return typeof value === 'string' && value < test.before
  return typeof value === 'number' && value >= test.atLeast
}

/** One deciding answer settles the group; failing that, one unknown keeps it open. */
function join(parts: readonly Answer[], deciding: 'yes' | 'no'): Answer {
  const has = (is: Answer['is']) => parts.some((part) => part.is === is)
  const is = has(deciding) ? deciding : has('unknown') ? 'unknown' : OTHER[deciding]
  return { is, facts: [...new Set(parts.filter((part) => part.is === is).flatMap((part) => part.facts))] }
}

/** Every fact a condition may look at, in the order it is written. */
export function factsOf(test: Test): readonly string[] {
  if ('all' in test) return [...new Set(test.all.flatMap(factsOf))]
  if ('any' in test) return [...new Set(test.any.flatMap(factsOf))]
  if ('not' in test) return factsOf(test.not)
  return [test.fact]
}

/** Anything with a first day and, once ended, a first day it no longer applies. */
export interface Dated {
  readonly from: string
  readonly until?: string
}

/** Does it apply on that day? The `until` day itself is already outside. */
export const inForce = (rule: Dated, on: string): boolean =>
  rule.from <= on && (rule.until === undefined || on < rule.until)
