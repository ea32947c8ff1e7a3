import type { Day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite } from './cite.ts'
import type { Duty, RiskLevel } from './duty.ts'
import type { Condition } from './highrisk/entry.ts'
import { gates } from './highrisk/when.ts'
import { mediumWhen } from './medium.ts'
import type { Remark, RemarkId } from './remarks.ts'
import { type Fact, type Facts, inForce, weigh } from './rule.ts'
import type { ListedEntry, RuleSet } from './rules.ts'
import { type Due, transition } from './transition.ts'

export type Level = RiskLevel | 'outside' | 'not-a-system' | 'undetermined'
export type Route = 'self' | 'certification' | 'unknown' | 'none'

/** An entry that takes the system in, or one of the kind asked about that does not (`failed` says for want of what). */
export interface EntryFinding {
  readonly code: string
  readonly cite: Cite
  readonly name: Text
  readonly route: 'self' | 'certification' | 'unknown'
  readonly because: readonly string[]
  readonly failed: readonly string[]
  readonly note?: Text
}

/** A fact that decided, with the answer given and the provision it belongs to. */
export interface Because {
  readonly fact: string
  readonly answer: Fact
  readonly cite: Cite
}

/** A question still to ask, and what its answer could change. */
export interface Open {
  readonly fact: string
  readonly cite: Cite
  readonly changes: 'level' | 'route' | 'due' | 'duties'
}

export type DutyFinding = Pick<Duty, 'id' | 'role' | 'time' | 'cite' | 'also' | 'text'> & {
  /** `if`: it depends on a question not yet answered. */
  readonly holds: 'yes' | 'if'
}

/** Plain JSON, kept with its time: same rule set, same facts, same day, same judgement, for ever. */
export interface Judgement {
  readonly ruleSet: string
  readonly interpreter: string
  readonly on: Day
  readonly level: Level
  readonly entries: readonly EntryFinding[]
  readonly nearly: readonly EntryFinding[]
  /** Grounds of medium risk that hold, and exclusions that take them away again. */
  readonly grounds: readonly string[]
  readonly exclusions: readonly string[]
  readonly because: readonly Because[]
  readonly route: Route
  readonly due?: Due
  readonly duties: readonly DutyFinding[]
  /** `not-accepted`: the portal must not store this system (Decree 142 art. 4.3.d). */
  readonly notice: 'required' | 'not-required' | 'not-accepted' | 'undetermined'
  readonly open: readonly Open[]
  readonly remarks: readonly Remark[]
}

/**
 * The level of a system on a day: screening, then the list, then medium, then low (Law art. 9.1, highest wins).
 * Pure; `undetermined` only while an open answer could change the level.
 */
export function classify(rules: RuleSet, facts: Facts, on: Day): Judgement {
  if (on < rules.from) return ended(rules, on, 'outside', [], [], ['law-not-yet'])
  const screened = rules.screening.options.find((o) => o.value === facts.screen)
  if (screened === undefined) {
    return ended(
      rules,
      on,
      'undetermined',
      [],
      [{ fact: 'screen', cite: rules.screening.cite, changes: 'level' }],
      ['undetermined'],
    )
  }
  const screen: Because = { fact: 'screen', answer: screened.value, cite: screened.cite }
  if (screened.leads !== 'classify' && inForce(screened, on)) return ended(rules, on, screened.leads, [screen], [], [])

  const listed = weighList(rules, facts, on)
  const medium = weighMedium(rules, facts, on)
  const level = levelOf(listed, medium)
  const route = level === 'high' ? routeOf(listed.matched) : 'none'
  const due = level === 'undetermined' ? undefined : dueOf(rules, facts, listed)
  const duties = level === 'undetermined' ? { found: [], open: [] } : dutiesOf(rules, facts, on, level, route)
  const dueOpen: readonly Open[] =
    due && 'missing' in due && level !== 'low'
      ? [{ fact: due.missing, cite: rules.transition.cite, changes: 'due' }]
      : []
  const entryOpen = listed.open.map((o) => (level === 'high' ? { ...o, changes: 'route' as const } : o))
  return {
    ruleSet: rules.id,
    interpreter: rules.interpreter,
    on,
    level,
    entries: listed.matched,
    nearly: listed.nearly,
    grounds: medium.grounds,
    exclusions: medium.exclusions,
    because: [screen, ...decided(rules, facts, level, listed, medium)],
    route,
    ...(due && !('missing' in due) ? { due } : {}),
    duties: duties.found,
    notice: level === 'undetermined' ? 'undetermined' : level === 'low' ? 'not-required' : 'required',
    open: [...entryOpen, ...(level === 'undetermined' ? medium.open : []), ...dueOpen, ...duties.open],
    remarks: remarksFor(rules, on, facts, level, route, listed),
  }
}

type Ended = 'outside' | 'not-a-system' | 'undetermined'

/** Where nothing is classified, nothing else is said. */
function ended(
  rules: RuleSet,
  on: Day,
  level: Ended,
  because: readonly Because[],
  open: readonly Open[],
  remarks: readonly RemarkId[],
): Judgement {
  const kept = level === 'outside' && on >= rules.from
  return {
    ruleSet: rules.id,
    interpreter: rules.interpreter,
    on,
    level,
    entries: [],
    nearly: [],
    grounds: [],
    exclusions: [],
    because,
    route: 'none',
    duties: [],
    notice: level === 'undetermined' ? 'undetermined' : kept ? 'not-accepted' : 'not-required',
    open,
    remarks: rules.remarks.filter((r) => remarks.includes(r.id)),
  }
}

interface Listed {
  readonly matched: readonly EntryFinding[]
  readonly sectors: readonly string[]
  readonly nearly: readonly EntryFinding[]
  /** Facts that ruled entries out. */
  readonly against: readonly Because[]
  readonly open: readonly Open[]
  readonly presumedDenied: boolean
  readonly aside: boolean
}

function weighList(rules: RuleSet, facts: Facts, on: Day): Listed {
  const weighed = rules.entries
    .filter((entry) => inForce(entry, on))
    .map((entry) => ({ entry, answer: weigh(entry.when, facts), chosen: gates(entry).every((g) => facts[g] === true) }))
  const yes = weighed.filter((w) => w.answer.is === 'yes')
  const near = weighed.filter((w) => w.answer.is === 'no' && w.chosen)
  return {
    matched: yes.map(({ entry, answer }) => finding(entry, answer.facts, [])),
    sectors: [...new Set(yes.map(({ entry }) => entry.sector))],
    nearly: near.map(({ entry, answer }) => finding(entry, [], answer.facts)),
    against: once(
      weighed.flatMap(({ entry, answer, chosen }) =>
        answer.is === 'no'
          ? (chosen ? answer.facts : answer.facts.slice(0, 1)).flatMap((f) => because(facts, f, citeOf(entry, f)))
          : [],
      ),
    ),
    open: once(
      weighed.flatMap(({ entry, answer }) =>
        answer.is === 'unknown'
          ? nextOf(entry, answer.facts).map((fact) => ({ fact, cite: citeOf(entry, fact), changes: 'level' as const }))
          : [],
      ),
    ),
    presumedDenied: near.some(({ entry }) => presumed(entry).some((c) => facts[c.fact] === !c.speaksFor)),
    aside: yes.some(({ entry }) => (entry.asides ?? []).length > 0),
  }
}

const finding = (e: ListedEntry, because: readonly string[], failed: readonly string[]): EntryFinding => ({
  code: e.code,
  cite: e.cite,
  name: e.name,
  route: e.route,
  because,
  failed,
  ...(e.note ? { note: e.note } : {}),
})

const presumed = (e: ListedEntry): readonly Condition[] => [...e.limits, ...e.conditions].filter((c) => c.presumed)

/** Sector and group come from the menus over the whole list, everything else from the entry itself. */
const citeOf = (e: ListedEntry, fact: string): Cite => (fact.startsWith('Q') ? e.cite : 'Q1')

/** While the way to an entry is open, only the next turning is asked, not every question behind it. */
function nextOf(e: ListedEntry, missing: readonly string[]): readonly string[] {
  const gate = gates(e).find((g) => missing.includes(g))
  return gate === undefined ? missing : [gate]
}

interface MediumFinding {
  readonly is: 'yes' | 'no' | 'unknown'
  readonly grounds: readonly string[]
  readonly exclusions: readonly string[]
  readonly decided: readonly Because[]
  readonly open: readonly Open[]
}

function weighMedium(rules: RuleSet, facts: Facts, on: Day): MediumFinding {
  const grounds = rules.medium.grounds.filter((q) => inForce(q, on))
  const exclusions = rules.medium.exclusions.filter((q) => inForce(q, on))
  const answer = weigh(mediumWhen(grounds, exclusions), facts)
  const hold = (questions: typeof grounds) => questions.filter((q) => facts[q.fact] === true).map((q) => q.fact)
  const cite = (fact: string): Cite =>
    [...grounds, ...exclusions].find((q) => q.fact === fact)?.cite ?? rules.medium.cite
  // Exclusions take a ground away, so they are asked, and reported, only once there is one.
  const grounded = hold(grounds).length > 0
  const openGrounds = grounds.filter((q) => facts[q.fact] === undefined)
  return {
    is: answer.is,
    grounds: hold(grounds),
    exclusions: grounded ? hold(exclusions) : [],
    decided: answer.is === 'unknown' ? [] : answer.facts.flatMap((f) => because(facts, f, cite(f))),
    open:
      answer.is === 'unknown'
        ? (grounded ? exclusions.filter((q) => facts[q.fact] === undefined) : openGrounds).map((q) => ({
            fact: q.fact,
            cite: q.cite,
            changes: 'level' as const,
          }))
        : [],
  }
}

function levelOf(listed: Listed, medium: MediumFinding): RiskLevel | 'undetermined' {
  if (listed.matched.length > 0) return 'high'
  if (listed.open.length > 0 || medium.is === 'unknown') return 'undetermined'
  return medium.is === 'yes' ? 'medium' : 'low'
}

/** The heaviest route binds; one that could not be read might be the heaviest. */
function routeOf(matched: readonly EntryFinding[]): Route {
  const routes = matched.map((m) => m.route)
  return routes.includes('certification') ? 'certification' : routes.includes('unknown') ? 'unknown' : 'self'
}

const dueOf = (rules: RuleSet, facts: Facts, listed: Listed) => transition(rules.transition, facts, listed.sectors)

function decided(
  rules: RuleSet,
  facts: Facts,
  level: Level,
  listed: Listed,
  medium: MediumFinding,
): readonly Because[] {
  if (level === 'undetermined') return []
  if (level !== 'high') return [...listed.against, ...medium.decided]
  return once(
    listed.matched.flatMap((m) => {
      const entry = rules.entries.find((e) => e.code === m.code)
      return entry ? m.because.flatMap((f) => because(facts, f, citeOf(entry, f))) : []
    }),
  )
}

function dutiesOf(rules: RuleSet, facts: Facts, on: Day, level: RiskLevel, route: Route) {
  const found: DutyFinding[] = []
  const missing = new Set<string>()
  for (const d of rules.duties) {
    if (!d.levels.includes(level) || !inForce(d, on) || facts[`role.${d.role}`] === false) continue
    const answer = d.when ? weigh(d.when, { ...facts, route }) : ({ is: 'yes', facts: [] } as const)
    if (answer.is === 'no') continue
    if (answer.is === 'unknown') for (const f of answer.facts) missing.add(f)
    const { id, role, time, cite, also, text } = d
    found.push({ id, role, time, cite, also, text, holds: answer.is === 'yes' ? 'yes' : 'if' })
  }
  const open: readonly Open[] = rules.dutyQuestions
    .filter((q) => missing.has(q.fact) || (q.fact.startsWith('role.') && facts[q.fact] === undefined))
    .map((q) => ({ fact: q.fact, cite: q.cite, changes: 'duties' }))
  return { found, open }
}

function remarksFor(
  rules: RuleSet,
  on: Day,
  facts: Facts,
  level: Level,
  route: Route,
  listed: Listed,
): readonly Remark[] {
  const says: Readonly<Record<RemarkId, boolean>> = {
    'no-permission': level !== 'undetermined' && inForce(rules.list, on),
    'no-approval': level !== 'undetermined',
    argument: level === 'high',
    'route-unknown': route === 'unknown',
    'presumed-denied': listed.presumedDenied,
    aside: listed.aside,
    undetermined: level === 'undetermined',
    'law-not-yet': false,
    'list-not-yet': !inForce(rules.list, on),
    prohibited: facts.screen === 'system',
  }
  return rules.remarks.filter((r) => says[r.id])
}

const because = (facts: Facts, fact: string, cite: Cite): readonly Because[] => {
  const answer = facts[fact]
  return answer === undefined ? [] : [{ fact, answer, cite }]
}

const once = <T extends { readonly fact: string }>(list: readonly T[]): readonly T[] => [
  ...new Map(list.map((item) => [item.fact, item])).values(),
]
