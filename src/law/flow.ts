import type { Day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite } from './cite.ts'
import type { Condition } from './highrisk/entry.ts'
import { conditionTest, groupFact, kindFact, sectorFact } from './highrisk/when.ts'
import { type MediumQuestion, mediumWhen } from './medium.ts'
import { type Facts, inForce, weigh } from './rule.ts'
import type { ListedEntry, RuleSet } from './rules.ts'

export interface StepOption {
  readonly value: string
  readonly label: Text
  readonly help?: Text
}

/** One page of the questionnaire. `keys` are the facts its answer sets, and all of them at once. */
export interface Step {
  readonly id: string
  readonly kind: 'one' | 'many' | 'yesno'
  readonly ask: Text
  readonly help?: Text
  readonly cite: Cite
  readonly options: readonly StepOption[]
  readonly keys: readonly string[]
}

/** In a `many` page the one choice that excludes all others. */
export const NONE = 'none'
const YES_NO: readonly StepOption[] = [
  { value: 'yes', label: { vi: 'Có', en: 'Yes' } },
  { value: 'no', label: { vi: 'Không', en: 'No' } },
]

/** The next page, or nothing when the questions are at their end. */
export const nextStep = (rules: RuleSet, facts: Facts, on: Day): Step | undefined => walk(rules, facts, on).next

/** The pages answered so far, in order. */
export const steps = (rules: RuleSet, facts: Facts, on: Day): readonly Step[] => walk(rules, facts, on).path

/** A page on the present path by its id, answered or next; a page off the path does not exist. */
export function stepById(rules: RuleSet, facts: Facts, on: Day, id: string): Step | undefined {
  const { path, next } = walk(rules, facts, on)
  return [...path, ...(next ? [next] : [])].find((step) => step.id === id)
}

/** What an answer says as facts; nothing if it is no answer to this page (a choice not offered, "none" among others). */
export function answerFacts(step: Step, answer: string | readonly string[]): Facts | undefined {
  const chosen = typeof answer === 'string' ? [answer] : answer
  const offered = chosen.length > 0 && chosen.every((c) => step.options.some((o) => o.value === c))
  if (!offered) return undefined
  if (step.kind === 'many') {
    if (chosen.includes(NONE) && chosen.length > 1) return undefined
    return Object.fromEntries(step.keys.map((key) => [key, chosen.includes(key)]))
  }
  const [key] = step.keys
  if (key === undefined || chosen.length !== 1) return undefined
  return { [key]: step.kind === 'yesno' ? chosen[0] === 'yes' : chosen[0] }
}

/** The choices that stand on a page already answered, to be shown again. */
export function answerOf(step: Step, facts: Facts): readonly string[] | undefined {
  if (step.keys.some((key) => facts[key] === undefined)) return undefined
  if (step.kind === 'many') {
    const chosen = step.keys.filter((key) => facts[key] === true)
    return chosen.length > 0 ? chosen : [NONE]
  }
  const value = step.keys.map((key) => facts[key])[0]
  return [step.kind === 'yesno' ? (value === true ? 'yes' : 'no') : String(value)]
}

/** Takes in an answer, first or changed; earlier answers that no longer lie on the path are dropped. */
export function answered(
  rules: RuleSet,
  facts: Facts,
  on: Day,
  step: Step,
  answer: string | readonly string[],
): Facts | undefined {
  const said = answerFacts(step, answer)
  return said && walk(rules, { ...facts, ...said }, on).kept
}

interface Walk {
  readonly path: readonly Step[]
  readonly kept: Facts
  readonly next?: Step
}

/**
 * Walks from the first page, believing only what the pages walked so far have asked. So a changed answer needs no
 * bookkeeping: what is no longer asked is no longer believed.
 */
function walk(rules: RuleSet, facts: Facts, on: Day): Walk {
  const path: Step[] = []
  let kept: Facts = aside(rules, facts)
  for (;;) {
    const next = following(rules, kept, on)
    if (next === undefined) return { path, kept }
    const valid = answerOf(next, facts)?.every((value) => next.options.some((o) => o.value === value))
    if (!valid) return { path, kept, next }
    path.push(next)
    kept = { ...kept, ...Object.fromEntries(next.keys.map((key) => [key, facts[key]])) }
  }
}

/** Facts that no page asks for and that stand beside the path: roles and the like, an exact first day of use. */
const aside = (rules: RuleSet, facts: Facts): Facts =>
  Object.fromEntries(
    [...rules.dutyQuestions.map((q) => q.fact), 'firstUseDay']
      .filter((f) => facts[f] !== undefined)
      .map((f) => [f, facts[f]]),
  )

function following(rules: RuleSet, kept: Facts, on: Day): Step | undefined {
  if (on < rules.from) return undefined
  const screened = rules.screening.options.find((o) => o.value === kept.screen)
  if (screened === undefined) return screenStep(rules, on)
  if (screened.leads !== 'classify') return undefined
  const entries = rules.entries.filter((entry) => inForce(entry, on))
  const menus = [sectorStep(rules), ...groupSteps(rules, entries, kept), ...kindSteps(rules, entries, kept)]
  return menus.find((step) => unanswered(step, kept)) ?? details(rules, entries, kept, on)
}

function details(rules: RuleSet, entries: readonly ListedEntry[], kept: Facts, on: Day): Step | undefined {
  for (const entry of entries.filter((e) => kept[kindFact(e)] === true)) {
    const question = entryQuestion(entry, kept)
    if (question) return yesNo(question, entry.cite)
  }
  if (entries.some((e) => weigh(e.when, kept).is === 'yes')) return firstUse(rules, kept)
  const grounds = rules.medium.grounds.filter((q) => inForce(q, on))
  const groundStep = many(
    'medium.grounds',
    rules.medium.groundsAsk,
    rules.medium.groundsHelp,
    rules.medium.cite,
    rules,
    grounds,
  )
  if (unanswered(groundStep, kept)) return groundStep
  if (!grounds.some((q) => kept[q.fact] === true)) return undefined
  const exclusions = rules.medium.exclusions.filter((q) => inForce(q, on))
  const { exclusionsAsk, exclusionsHelp } = rules.medium
  const exclusionStep = many(
    'medium.exclusions',
    exclusionsAsk,
    exclusionsHelp,
    exclusions[0]?.cite ?? rules.medium.cite,
    rules,
    exclusions,
  )
  if (exclusions.length > 0 && unanswered(exclusionStep, kept)) return exclusionStep
  return weigh(mediumWhen(grounds, exclusions), kept).is === 'yes' ? firstUse(rules, kept) : undefined
}

const unanswered = (step: Step, kept: Facts): boolean => step.keys.some((key) => kept[key] === undefined)

/** The next question of an entry still undecided; asides only once the entry holds, as they decide nothing. */
function entryQuestion(entry: ListedEntry, kept: Facts): Condition | undefined {
  const is = (c: Condition) => (kept[c.fact] === undefined ? 'unknown' : weigh(conditionTest(c), kept).is)
  const open = (list: readonly Condition[]) => list.find((c) => is(c) === 'unknown')
  const firstNo = (list: readonly Condition[]) => list.find((c) => is(c) !== 'yes')

  const limit = firstNo(entry.limits)
  if (limit) return is(limit) === 'no' ? undefined : limit
  if (entry.join === 'all') {
    const condition = firstNo(entry.conditions)
    if (condition) return is(condition) === 'no' ? undefined : condition
  } else if (!entry.conditions.some((c) => is(c) === 'yes')) {
    const condition = open(entry.conditions)
    if (condition || entry.conditions.length > 0) return condition
  }
  if (entry.exclusions.some((x) => is(x) === 'yes')) return undefined
  return open(entry.exclusions) ?? open(entry.asides ?? [])
}

function screenStep(rules: RuleSet, on: Day): Step {
  const { ask, help, cite, options } = rules.screening
  const offered = options.filter((o) => inForce(o, on)).map((o) => choice(o.value, o))
  return { id: 'screen', kind: 'one', ask, help, cite, options: offered, keys: ['screen'] }
}

const choice = (value: string, from: { readonly label: Text; readonly help?: Text }): StepOption => ({
  value,
  label: from.label,
  ...(from.help ? { help: from.help } : {}),
})

function page(
  id: string,
  ask: Text,
  help: Text | undefined,
  cite: Cite,
  rules: RuleSet,
  options: readonly StepOption[],
): Step {
  const none: StepOption = { value: NONE, label: rules.sectors.none }
  return {
    id,
    kind: 'many',
    ask,
    ...(help ? { help } : {}),
    cite,
    options: [...options, none],
    keys: options.map((o) => o.value),
  }
}

const many = (
  id: string,
  ask: Text,
  help: Text,
  cite: Cite,
  rules: RuleSet,
  questions: readonly MediumQuestion[],
): Step =>
  page(
    id,
    ask,
    help,
    cite,
    rules,
    questions.map((q) => choice(q.fact, q)),
  )

function sectorStep(rules: RuleSet): Step {
  const { ask, help, cite, items } = rules.sectors
  return page(
    'sectors',
    ask,
    help,
    cite,
    rules,
    items.map((i) => choice(sectorFact(i.value), i)),
  )
}

/** A page of groups for the one sector whose entries are grouped, if it was chosen. */
function groupSteps(rules: RuleSet, entries: readonly ListedEntry[], kept: Facts): readonly Step[] {
  const grouped = entries.filter((e) => e.group !== undefined && kept[sectorFact(e.sector)] === true)
  if (grouped.length === 0) return []
  const items = rules.sectors.groups.filter((g) => grouped.some((e) => e.group === g.value))
  const options = items.map((i) => choice(groupFact(i.value), i))
  return [page('groups', rules.sectors.groupsAsk, undefined, rules.sectors.cite, rules, options)]
}

function kindSteps(rules: RuleSet, entries: readonly ListedEntry[], kept: Facts): readonly Step[] {
  const { items, kindsAsk, kindsHelp, cite } = rules.sectors
  return items
    .filter((item) => kept[sectorFact(item.value)] === true)
    .flatMap((item) => {
      const offered = entries.filter(
        (e) => e.sector === item.value && (e.group === undefined || kept[groupFact(e.group)] === true),
      )
      const options = offered.map((e) => ({ value: kindFact(e), label: e.kind, help: e.name }))
      return options.length > 0 ? [page(`kinds.${item.value}`, kindsAsk, kindsHelp, cite, rules, options)] : []
    })
}

const yesNo = (c: Condition, cite: Cite): Step => ({
  id: c.fact,
  kind: 'yesno',
  ask: c.ask,
  ...(c.help ? { help: c.help } : {}),
  cite,
  options: YES_NO,
  keys: [c.fact],
})

function firstUse(rules: RuleSet, kept: Facts): Step | undefined {
  if (kept.firstUse !== undefined || kept.firstUseDay !== undefined) return undefined
  const { fact, ask, help, cite, options } = rules.transition
  return { id: fact, kind: 'one', ask, help, cite, options: options.map((o) => choice(o.value, o)), keys: [fact] }
}
