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
  const is = standing(test, facts)
  const named: string[] = []
  gather(test, facts, is, named)
  return { is, facts: named }
}

/**
 * The same without the facts. One deciding answer settles a group; failing that, one unknown keeps it open. Nothing is
 * made on the way: a register is judged by the million.
 */
export function standing(test: Test, facts: Facts): Answer['is'] {
  if ('fact' in test) {
    const value = facts[test.fact]
    if (value === undefined) return 'is' in test && test.presumed ? 'yes' : 'unknown'
    return holds(test, value) ? 'yes' : 'no'
  }
  if ('not' in test) return OTHER[standing(test.not, facts)]
  const deciding = 'all' in test ? 'no' : 'yes'
  let is: Answer['is'] = OTHER[deciding]
  for (const part of 'all' in test ? test.all : test.any) {
    const answer = standing(part, facts)
    if (answer === deciding) return deciding
    if (answer === 'unknown') is = 'unknown'
  }
  return is
}

/** The facts of those parts that answer as the whole does, each once, in the order they are written. */
function gather(test: Test, facts: Facts, is: Answer['is'], into: string[]): void {
  if ('fact' in test) {
    // What was only presumed was not said by any fact.
    const presumed = is === 'yes' && facts[test.fact] === undefined
    if (!presumed && !into.includes(test.fact)) into.push(test.fact)
    return
  }
  if ('not' in test) return gather(test.not, facts, OTHER[is], into)
  for (const part of 'all' in test ? test.all : test.any)
    if (standing(part, facts) === is) gather(part, facts, is, into)
}

type Leaf = Extract<Test, { fact: string }>

function holds(test: Leaf, value: Fact): boolean {
  if ('is' in test) return value === test.is
  if ('before' in test) return typeof value === 'string' && value < test.before
  return typeof value === 'number' && value >= test.atLeast
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
