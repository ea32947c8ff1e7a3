import type { Day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite } from './cite.ts'
import type { RiskLevel } from './duty.ts'
import { type DutyFinding, type Listing, type Open, prepared, type Run } from './prepared.ts'
import type { Remark, RemarkId } from './remarks.ts'
import { type Fact, type Facts, inForce, standing, weigh } from './rule.ts'
import type { ListedEntry, RuleSet } from './rules.ts'
import { type Due, transition } from './transition.ts'

export type { DutyFinding, Open } from './prepared.ts'

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
    because: [screen, ...decided(rules, facts, on, level, listed, medium)],
    route,
    ...(due && !('missing' in due) ? { due } : {}),
    duties: duties.found,
    notice: level === 'undetermined' ? 'undetermined' : level === 'low' ? 'not-required' : 'required',
    open: [
      ...entryOpen,
      ...(level === 'undetermined' ? openMedium(rules, facts, medium) : []),
      ...dueOpen,
      ...duties.open,
    ],
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
  const listed: Weighed = {
    matched: [],
    sectors: new Set(),
    nearly: [],
    against: new Map(),
    open: new Map(),
    presumedDenied: false,
    aside: false,
  }
  const { runs, askedBy } = prepared(rules, on)
  const answered = new Set<Listing | Run>()
  for (const fact in facts) {
    const asking = facts[fact] === undefined ? undefined : askedBy.get(fact)
    if (asking !== undefined) for (const one of asking) answered.add(one)
  }
  for (const run of runs) {
    const sector = run.gate === undefined ? undefined : facts[run.gate]
    // A sector answered otherwise rules all its entries out, and is what is said of them.
    if (run.gate !== undefined && sector !== undefined && sector !== true)
      addBecause(listed.against, facts, run.gate, 'Q1')
    else if (run.gate !== undefined && sector === undefined && run.waits && !answered.has(run))
      listed.open.set(run.gate, { fact: run.gate, cite: 'Q1', changes: 'level' })
    else for (const listing of run.listings) weighEntry(listing, facts, answered.has(listing), listed)
  }
  const { sectors, against, open, ...rest } = listed
  return { ...rest, sectors: [...sectors], against: [...against.values()], open: [...open.values()] }
}

interface Weighed {
  readonly matched: EntryFinding[]
  readonly sectors: Set<string>
  readonly nearly: EntryFinding[]
  readonly against: Map<string, Because>
  readonly open: Map<string, Open>
  presumedDenied: boolean
  aside: boolean
}

const isShut = (facts: Facts, gate: string): boolean => facts[gate] !== undefined && facts[gate] !== true

/** `answered`: something was, besides the sector. */
function weighEntry(listing: Listing, facts: Facts, answered: boolean, into: Weighed): void {
  const { entry, gates, gated, waits } = listing
  if (waits && !answered) {
    const next = gates.find((gate) => facts[gate] === undefined)
    if (next !== undefined) return addOpen(into.open, next, entry)
  }
  const shut = gated ? gates.find((gate) => isShut(facts, gate)) : undefined
  if (shut !== undefined) return addBecause(into.against, facts, shut, citeOf(entry, shut))
  const answer = weigh(entry.when, facts)
  if (answer.is === 'yes') {
    into.matched.push(finding(entry, answer.facts, []))
    into.sectors.add(entry.sector)
    into.aside ||= (entry.asides ?? []).length > 0
  } else if (answer.is === 'no') {
    const chosen = gates.every((gate) => facts[gate] === true)
    for (const fact of chosen ? answer.facts : answer.facts.slice(0, 1))
      addBecause(into.against, facts, fact, citeOf(entry, fact))
    if (!chosen) return
    into.nearly.push(finding(entry, [], answer.facts))
    into.presumedDenied ||= listing.presumed.some((c) => facts[c.fact] === !c.speaksFor)
  } else for (const fact of nextOf(gates, answer.facts)) addOpen(into.open, fact, entry)
}

function addOpen(to: Map<string, Open>, fact: string, entry: ListedEntry): void {
  to.set(fact, { fact, cite: citeOf(entry, fact), changes: 'level' })
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

/** Sector and group come from the menus over the whole list, everything else from the entry itself. */
const citeOf = (e: ListedEntry, fact: string): Cite => (fact.startsWith('Q') ? e.cite : 'Q1')

/** While the way to an entry is open, only the next turning is asked, not every question behind it. */
function nextOf(gates: readonly string[], missing: readonly string[]): readonly string[] {
  const gate = gates.find((g) => missing.includes(g))
  return gate === undefined ? missing : [gate]
}

interface MediumFinding {
  readonly is: 'yes' | 'no' | 'unknown'
  readonly grounds: readonly string[]
  readonly exclusions: readonly string[]
  readonly decided: readonly string[]
  /** Questions among which some may be unanswered. */
  readonly open: readonly string[]
  readonly cites: ReadonlyMap<string, Cite>
}

const openMedium = (rules: RuleSet, facts: Facts, medium: MediumFinding): readonly Open[] =>
  medium.open
    .filter((fact) => facts[fact] === undefined)
    .map((fact) => ({ fact, cite: medium.cites.get(fact) ?? rules.medium.cite, changes: 'level' }))

function weighMedium(rules: RuleSet, facts: Facts, on: Day): MediumFinding {
  const { grounds, exclusions, mediumWhen, mediumCites } = prepared(rules, on)
  const answer = weigh(mediumWhen, facts)
  const holding = grounds.filter((fact) => facts[fact] === true)
  // Exclusions take a ground away, so they are asked, and reported, only once there is one.
  const grounded = holding.length > 0
  return {
    is: answer.is,
    grounds: holding,
    exclusions: grounded ? exclusions.filter((fact) => facts[fact] === true) : [],
    decided: answer.is === 'unknown' ? [] : answer.facts,
    open: answer.is === 'unknown' ? (grounded ? exclusions : grounds) : [],
    cites: mediumCites,
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
  on: Day,
  level: Level,
  listed: Listed,
  medium: MediumFinding,
): readonly Because[] {
  if (level === 'undetermined') return []
  if (level !== 'high') {
    const because = [...listed.against]
    for (const fact of medium.decided) {
      const answer = facts[fact]
      if (answer !== undefined) because.push({ fact, answer, cite: medium.cites.get(fact) ?? rules.medium.cite })
    }
    return because
  }
  const { byCode } = prepared(rules, on)
  const reasons = new Map<string, Because>()
  for (const { code, because } of listed.matched) {
    const entry = byCode.get(code)
    if (entry) for (const fact of because) addBecause(reasons, facts, fact, citeOf(entry, fact))
  }
  return [...reasons.values()]
}

function dutiesOf(rules: RuleSet, facts: Facts, on: Day, level: RiskLevel, route: Route) {
  const { duties, dutyOpen } = prepared(rules, on)
  const found: DutyFinding[] = []
  const missing = new Set<string>()
  let routed: Facts | undefined
  for (const d of duties[level]) {
    if (facts[d.roleFact] === false) continue
    const { when } = d.duty
    if (when === undefined) {
      found.push(d.yes)
      continue
    }
    if (d.asksRoute) routed ??= { ...facts, route }
    const known = d.asksRoute && routed ? routed : facts
    const is = standing(when, known)
    if (is === 'yes') found.push(d.yes)
    else if (is === 'unknown') {
      for (const f of weigh(when, known).facts) missing.add(f)
      found.push(d.if)
    }
  }
  const open: readonly Open[] = dutyOpen
    .filter((q) => missing.has(q.open.fact) || (q.isRole && facts[q.open.fact] === undefined))
    .map((q) => q.open)
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

function addBecause(to: Map<string, Because>, facts: Facts, fact: string, cite: Cite): void {
  const answer = facts[fact]
  if (answer !== undefined) to.set(fact, { fact, answer, cite })
}
