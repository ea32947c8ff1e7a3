import type { Day } from '../base/day.ts'
import type { Cite } from './cite.ts'
import type { Duty, RiskLevel } from './duty.ts'
import type { Condition } from './highrisk/entry.ts'
import { gates, sectorFact } from './highrisk/when.ts'
import { mediumWhen } from './medium.ts'
import { factsOf, inForce, standing, type Test } from './rule.ts'
import type { ListedEntry, RuleSet } from './rules.ts'

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

/** An entry with what is asked of it for every system. */
export interface Listing {
  readonly entry: ListedEntry
  readonly gates: readonly string[]
  /** The condition begins with the gates, so that one answered otherwise settles it and is the first fact to say so. */
  readonly gated: boolean
  /** While nothing but perhaps its sector was answered, the entry is open. */
  readonly waits: boolean
  readonly presumed: readonly Condition[]
}

/** Neighbours in the list of one sector: where its first gate is shut, none of them is looked at. */
export interface Run {
  /** The gate they share; nothing where a condition does not begin with it. */
  readonly gate: string | undefined
  readonly listings: readonly Listing[]
  /** While nothing was answered, all of them are open. */
  readonly waits: boolean
}

export interface PreparedDuty {
  readonly duty: Duty
  readonly roleFact: string
  readonly asksRoute: boolean
  readonly yes: DutyFinding
  readonly if: DutyFinding
}

/** What follows from rules and day alone, worked out once and not for every system of a register. */
export interface Prepared {
  readonly runs: readonly Run[]
  /** Which entries, and which runs of them, ask for a fact other than their sector. */
  readonly askedBy: ReadonlyMap<string, readonly (Listing | Run)[]>
  readonly byCode: ReadonlyMap<string, ListedEntry>
  readonly grounds: readonly string[]
  readonly exclusions: readonly string[]
  readonly mediumWhen: Test
  readonly mediumCites: ReadonlyMap<string, Cite>
  readonly duties: Readonly<Record<RiskLevel, readonly PreparedDuty[]>>
  readonly dutyOpen: readonly { readonly open: Open; readonly isRole: boolean }[]
}

const KEPT = new WeakMap<RuleSet, Map<Day, Prepared>>()
/** Old judgements are replayed on their days: more than a few days at a time are not worth keeping. */
const DAYS = 16

export function prepared(rules: RuleSet, on: Day): Prepared {
  const days = KEPT.get(rules) ?? new Map<Day, Prepared>()
  const kept = days.get(on)
  if (kept !== undefined) return kept
  if (days.size >= DAYS) days.clear()
  const fresh = prepare(rules, on)
  days.set(on, fresh)
  KEPT.set(rules, days)
  return fresh
}

function prepare(rules: RuleSet, on: Day): Prepared {
  const grounds = rules.medium.grounds.filter((q) => inForce(q, on))
  const exclusions = rules.medium.exclusions.filter((q) => inForce(q, on))
  const duties = rules.duties.filter((d) => inForce(d, on)).map(prepareDuty)
  const listings = rules.entries.filter((entry) => inForce(entry, on)).map(listing)
  const runs = runsOf(listings)
  const of = (level: RiskLevel) => duties.filter((d) => d.duty.levels.includes(level))
  return {
    runs,
    askedBy: askedBy(runs),
    byCode: firsts(rules.entries.map((e) => [e.code, e] as const)),
    grounds: grounds.map((q) => q.fact),
    exclusions: exclusions.map((q) => q.fact),
    mediumWhen: mediumWhen(grounds, exclusions),
    mediumCites: firsts([...grounds, ...exclusions].map((q) => [q.fact, q.cite] as const)),
    duties: { high: of('high'), medium: of('medium'), low: of('low') },
    dutyOpen: rules.dutyQuestions.map((q) => ({
      open: { fact: q.fact, cite: q.cite, changes: 'duties' },
      isRole: q.fact.startsWith('role.'),
    })),
  }
}

const firsts = <V>(pairs: readonly (readonly [string, V])[]): ReadonlyMap<string, V> => new Map(pairs.toReversed())

function listing(entry: ListedEntry): Listing {
  const all = 'all' in entry.when ? entry.when.all : []
  const own = gates(entry)
  const gated = own.every((gate, n) => {
    const part = all[n]
    return part !== undefined && 'is' in part && part.fact === gate && part.is === true && !part.presumed
  })
  const behind = all.slice(own.length).flatMap(factsOf)
  const waits = gated && standing(entry.when, {}) === 'unknown' && !own.some((gate) => behind.includes(gate))
  const presumed = [...entry.limits, ...entry.conditions].filter((c) => c.presumed)
  return { entry, gates: own, gated, waits, presumed }
}

function runsOf(listings: readonly Listing[]): Run[] {
  const runs: { gate: string | undefined; listings: Listing[]; waits: boolean }[] = []
  for (const one of listings) {
    const gate = one.gated ? sectorFact(one.entry.sector) : undefined
    const last = runs.at(-1)
    if (last === undefined || last.gate !== gate) runs.push({ gate, listings: [one], waits: one.waits })
    else {
      last.listings.push(one)
      last.waits &&= one.waits
    }
  }
  return runs
}

function askedBy(runs: readonly Run[]): ReadonlyMap<string, readonly (Listing | Run)[]> {
  const asked = new Map<string, Set<Listing | Run>>()
  for (const run of runs)
    for (const one of run.listings)
      for (const fact of factsOf(one.entry.when))
        if (fact !== run.gate) asked.set(fact, (asked.get(fact) ?? new Set()).add(run).add(one))
  return new Map([...asked].map(([fact, by]) => [fact, [...by]]))
}

function prepareDuty(duty: Duty): PreparedDuty {
  const { id, role, time, cite, also, text } = duty
  const found = { id, role, time, cite, also, text }
  return {
    duty,
    roleFact: `role.${role}`,
    asksRoute: duty.when !== undefined && factsOf(duty.when).includes('route'),
    yes: { ...found, holds: 'yes' },
    if: { ...found, holds: 'if' },
  }
}
