import { addDays, type Day } from '../base/day.ts'
import type { Cite, Confidence } from './cite.ts'
import {
  type LabelDuty,
  labelDuties,
  type LabelRemark,
  labelRemarks,
  type LabelWay,
  labelWays,
} from './label-duties.ts'
import {
  LABEL_EXCEPTIONS,
  LABEL_QUESTIONS,
  type LabelException,
  type LabelFact,
  type LabelOption,
  type LabelQuestion,
  NOT_YET,
} from './labels.ts'
import { type Facts, factsOf, inForce, standing, type Test, weigh } from './rule.ts'
import { TRANSITION } from './transition.ts'

/** Answers as given, `NOT_YET` for “I cannot say yet”. */
export type LabelAnswers = Readonly<Partial<Record<LabelFact, string>>>

/** A duty that holds, or holds if the open questions are answered so. */
export interface Owed extends LabelDuty {
  readonly holds: 'yes' | 'if'
  /** The answers that decided it or, for `if`, the questions it hangs on. */
  readonly because: readonly LabelFact[]
}

export interface Labelling {
  readonly on: Day
  readonly owed: readonly Owed[]
  /** Why no label is owed, where a listed case says so. */
  readonly exceptions: readonly LabelException[]
  readonly ways: readonly LabelWay[]
  readonly remarks: readonly LabelRemark[]
  /** Questions still open that could change what is owed or how. */
  readonly open: readonly LabelFact[]
  /** The last day of the transition period of an older system; absent where the duty holds now. */
  readonly until?: { readonly day: Day; readonly cite: Cite; readonly confidence: Confidence }
}

/** What is unknown is absent: the interpreter knows no third value in a fact. */
const factsIn = (answers: LabelAnswers): Facts =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== NOT_YET))

interface Rules {
  readonly exceptions: readonly LabelException[]
  readonly duties: readonly LabelDuty[]
  readonly ways: readonly LabelWay[]
  readonly remarks: readonly LabelRemark[]
}

function rulesOn(on: Day): Rules {
  const exceptions = LABEL_EXCEPTIONS.filter((e) => inForce(e, on))
  const standingRules = <T extends { readonly from: Day }>(rules: readonly T[]): readonly T[] =>
    rules.filter((rule) => inForce(rule, on))
  return {
    exceptions,
    duties: standingRules(labelDuties(exceptions)),
    ways: standingRules(labelWays(exceptions)),
    remarks: standingRules(labelRemarks(exceptions)),
  }
}

/**
 * What is owed for content made or edited by AI: notice, label, mark, or nothing (Law art. 11, Decree 142 art. 16 to
 * 18). Three-valued: a question left open makes a duty conditional, never absent. It judges answers, not content.
 */
export function labelling(answers: LabelAnswers, on: Day): Labelling {
  const facts = factsIn(answers)
  const { exceptions, duties, ways, remarks } = rulesOn(on)
  const holding = <T extends { readonly when: Test }>(rules: readonly T[]): readonly T[] =>
    rules.filter(({ when }) => standing(when, facts) === 'yes')
  const owed = duties.flatMap((duty): Owed[] => {
    const { is, facts: because } = weigh(duty.when, facts)
    return is === 'no' ? [] : [{ ...duty, holds: is === 'yes' ? 'yes' : 'if', because: because as LabelFact[] }]
  })
  return {
    on,
    owed,
    // Who owes no label anyway is not freed of one.
    exceptions: answers.role === 'deployer' || answers.role === 'both' ? holding(exceptions) : [],
    ways: holding(ways),
    remarks: holding(remarks),
    open: openIn(facts, on),
    ...untilOf(owed, facts),
  }
}

/** Facts without which a duty, or a way to meet it, cannot be settled, in the order they are asked. No remark asks. */
function openIn(facts: Facts, on: Day): readonly LabelFact[] {
  const { duties, ways } = rulesOn(on)
  const missing = new Set(
    [...duties, ...ways].flatMap(({ when }) => {
      const { is, facts: named } = weigh(when, facts)
      return is === 'unknown' ? named : []
    }),
  )
  const settled = duties.some(({ when }) => standing(when, facts) === 'yes')
  return LABEL_QUESTIONS.map(({ fact }) => fact).filter((fact) =>
    fact === 'since' ? settled && facts.since === undefined : missing.has(fact),
  )
}

/** Law art. 35.1: systems of before the Law have time; from which row of the transition follows the last day. */
function untilOf(owed: readonly Owed[], facts: Facts): Pick<Labelling, 'until'> {
  const long = facts.since === 'before-long'
  if (!long && facts.since !== 'before-other') return {}
  const row = TRANSITION.rows.find(({ id }) => id === (long ? 'L35.1.a' : 'L35.1.b'))
  if (row === undefined || !owed.some(({ holds }) => holds === 'yes')) return {}
  return { until: { day: addDays(row.before, -1), cite: row.cite, confidence: row.confidence } }
}

/** The choices of a question that fit the answers so far. */
export const labelOptions = (question: LabelQuestion, answers: LabelAnswers): readonly LabelOption[] =>
  question.options.filter(({ when }) => when === undefined || standing(when, factsIn(answers)) === 'yes')

/** The next question, or nothing when no further answer would change anything. */
export function nextLabelQuestion(answers: LabelAnswers, on: Day): LabelQuestion | undefined {
  const open = openIn(factsIn(answers), on)
  return LABEL_QUESTIONS.find(({ fact }) => open.includes(fact) && answers[fact] === undefined)
}

/**
 * The answers walked from the first question on: what was not asked, or is not offered there, is dropped. So an
 * address typed or changed by hand says no more than the questions do.
 */
export function walkedLabelAnswers(given: Readonly<Record<string, unknown>>, on: Day): LabelAnswers {
  let answers: LabelAnswers = {}
  for (;;) {
    const next = nextLabelQuestion(answers, on)
    const value = next && given[next.fact]
    if (next === undefined || typeof value !== 'string') return answers
    if (value !== NOT_YET && !labelOptions(next, answers).some((o) => o.value === value)) return answers
    answers = { ...answers, [next.fact]: value }
  }
}

/** Every fact the rules look at, for the test that each is asked. */
export const labelFacts = (on: Day): readonly string[] => {
  const { duties, ways, remarks } = rulesOn(on)
  return [...new Set([...duties, ...ways, ...remarks].flatMap(({ when }) => factsOf(when)))]
}
