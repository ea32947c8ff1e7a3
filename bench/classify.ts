import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CASES } from '../src/law/cases.ts'
import { classify } from '../src/law/classify.ts'
import { bankingCases } from '../src/law/highrisk/banking.cases.ts'
import { educationCases } from '../src/law/highrisk/education.cases.ts'
import { ethnicReligionCases } from '../src/law/highrisk/ethnic-religion.cases.ts'
import { healthCases } from '../src/law/highrisk/health.cases.ts'
import { litigationCases } from '../src/law/highrisk/litigation.cases.ts'
import { transportAirCases } from '../src/law/highrisk/transport-air.cases.ts'
import { transportGroundCases } from '../src/law/highrisk/transport-ground.cases.ts'
import { mediumWhen } from '../src/law/medium.ts'
import { type Facts, inForce, type Test } from '../src/law/rule.ts'
import { RULE_SET } from '../src/law/ruleset.ts'
import { day } from '../src/base/day.ts'
import { interleave, median, printMachine, printRatio, spread } from './measure.ts'
import { setting } from './portal.ts'

/**
 * Levels per second of processor time: our classifier, which also says why, which duties and what is still open, against
 * two engines that are handed the same conditions and asked for the level alone. Then a whole register judged anew.
 */
const ON = day('2026-10-15')
const ROUNDS = setting('BENCH_ROUNDS', 5)
const SECONDS = setting('BENCH_MS', 1000) / 1000
const REGISTER = setting('BENCH_ROWS', 1_000_000)

const WORKED: readonly Facts[] = [
  ...CASES.map((c) => c.facts),
  ...[educationCases, ethnicReligionCases, healthCases, bankingCases, litigationCases].flat().map((c) => c.facts),
  ...[transportGroundCases, transportAirCases].flat().map((c) => ({ screen: 'system', ...c.facts })),
]
const levelHere = (facts: Facts): string => classify(RULE_SET, facts, ON).level
/** The other engines know no «not yet answered»: only what is decided is put to them. */
const DECIDED = WORKED.filter((facts) => ['high', 'medium', 'low'].includes(levelHere(facts)))

const ENTRIES = RULE_SET.entries.filter((e) => inForce(e, ON))
const MEDIUM = mediumWhen(RULE_SET.medium.grounds, RULE_SET.medium.exclusions)

type Judge = (facts: Facts) => string | Promise<string>

/** Per second of processor time, all threads of this process taken together. */
async function rateOf(judge: Judge): Promise<number> {
  const began = process.cpuUsage()
  const until = performance.now() + SECONDS * 1000
  let n = 0
  while (performance.now() < until)
    for (const facts of DECIDED) {
      const level = judge(facts)
      if (typeof level !== 'string') await level
      n += 1
    }
  const { user, system } = process.cpuUsage(began)
  return (n * 1e6) / (user + system)
}

async function load(name: string): Promise<unknown> {
  const here = join(import.meta.dirname, 'package.json')
  if (!existsSync(join(import.meta.dirname, 'node_modules', name))) return undefined
  return import(pathToFileURL(createRequire(here).resolve(name)).href)
}

// ————— json-rules-engine —————

interface JsonRules {
  readonly Engine: new (
    rules: readonly unknown[],
    options: object,
  ) => {
    addOperator(name: string, holds: (fact: unknown, value: unknown) => boolean): void
    run(facts: object): Promise<{ readonly events: readonly { readonly type: string }[] }>
  }
}

function asJsonRule(test: Test): object {
  if ('all' in test) return { all: test.all.map(asJsonRule) }
  if ('any' in test) return { any: test.any.map(asJsonRule) }
  if ('not' in test) return { not: asJsonRule(test.not) }
  if ('is' in test) return { fact: test.fact, operator: test.presumed ? 'presumed' : 'equal', value: test.is }
  throw new Error('no entry compares by size or day')
}

function jsonRules({ Engine }: JsonRules): Judge {
  const rules = [
    ...ENTRIES.map((e) => ({ conditions: asJsonRule(e.when), event: { type: 'high' } })),
    { conditions: asJsonRule(MEDIUM), event: { type: 'medium' } },
  ]
  const engine = new Engine(rules, { allowUndefinedFacts: true })
  engine.addOperator('presumed', (fact, value) => fact === undefined || fact === value)
  return async (facts) => {
    const { events } = await engine.run(facts)
    return events.some((e) => e.type === 'high') ? 'high' : events.length > 0 ? 'medium' : 'low'
  }
}

// ————— @gorules/zen-engine —————

interface Zen {
  readonly ZenEngine: new () => {
    createDecision(content: object): { evaluate(facts: object): Promise<{ result: { level: string } }> }
  }
}

const zenName = (fact: string): string => fact.replaceAll(/[.-]/g, '_')

function asZen(test: Test): string {
  if ('all' in test) return `(${test.all.map(asZen).join(' and ')})`
  if ('any' in test) return `(${test.any.map(asZen).join(' or ')})`
  if ('not' in test) return `not ${asZen(test.not)}`
  if (!('is' in test)) throw new Error('no entry compares by size or day')
  const name = zenName(test.fact)
  return test.presumed ? `(${name} == null or ${name} == ${test.is})` : `(${name} == ${test.is})`
}

/** A decision table, first hit wins: its own form for rules like these, and the quickest of it that we found. */
function zen({ ZenEngine }: Zen): Judge {
  const row = (id: string, condition: string, level: string) => ({ _id: id, when: condition, level: `"${level}"` })
  const table = {
    hitPolicy: 'first',
    inputs: [{ id: 'when', name: 'when', field: '' }],
    outputs: [{ id: 'level', name: 'level', field: 'level' }],
    rules: [
      ...ENTRIES.map((e) => row(e.code, asZen(e.when), 'high')),
      row('medium', asZen(MEDIUM), 'medium'),
      row('low', '', 'low'),
    ],
  }
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', content: {} },
      { id: 'table', type: 'decisionTableNode', name: 'table', content: table },
      { id: 'out', type: 'outputNode', name: 'out', content: {} },
    ],
    edges: [
      { id: 'a', type: 'edge', sourceId: 'in', targetId: 'table' },
      { id: 'b', type: 'edge', sourceId: 'table', targetId: 'out' },
    ],
  })
  const renamed = new Map<Facts, object>()
  return async (facts) => {
    const named =
      renamed.get(facts) ?? Object.fromEntries(Object.entries(facts).map(([fact, value]) => [zenName(fact), value]))
    renamed.set(facts, named)
    return (await decision.evaluate(named)).result.level
  }
}

/** An engine that answers otherwise than we do was not handed the same rules. */
async function agreeing(name: string, judge: Judge): Promise<Judge> {
  for (const facts of DECIDED) {
    const [theirs, ours] = [await judge(facts), levelHere(facts)]
    if (theirs !== ours) throw new Error(`${name} says ${theirs}, not ${ours}: ${JSON.stringify(facts)}`)
  }
  return judge
}

await printMachine(`Classification: ${DECIDED.length} decided cases, ${ROUNDS} rounds of ${SECONDS} s a side`)
const engines: Record<string, Judge> = { saola: levelHere }
const rules = await load('json-rules-engine')
const gorules = await load('@gorules/zen-engine')
if (rules) engines['json-rules-engine'] = await agreeing('json-rules-engine', jsonRules(rules as JsonRules))
if (gorules) engines['zen-engine'] = await agreeing('zen-engine', zen(gorules as Zen))
for (const judge of Object.values(engines)) await rateOf(judge)
const rates = await interleave(
  ROUNDS,
  Object.fromEntries(Object.entries(engines).map(([name, judge]) => [name, () => rateOf(judge)])),
)
for (const [name, all] of Object.entries(rates)) console.log(`  ${name.padEnd(20)} ${spread(all)} per second and core`)
const ours = median(rates.saola ?? [])
for (const [name, least] of [
  ['json-rules-engine', 10],
  ['zen-engine', 1],
] as const)
  if (rates[name]) printRatio(`saola / ${name}`, ours / median(rates[name]), { least })
  else console.log(`  ${name}: skipped: run npm i in bench/`)

// ————— a whole register judged anew —————

/** As they come out of the database: each an object of its own, its keys in the order in which jsonb keeps them. */
const files = Array.from({ length: Math.min(REGISTER, 50_000) }, (_, n) => {
  const entries = Object.entries(JSON.parse(JSON.stringify(WORKED[n % WORKED.length])) as Facts)
  return Object.fromEntries(entries.toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))) as Facts
})
const took: number[] = []
for (let round = 0; round < 3; round += 1) {
  const counts = new Map<string, number>()
  const before = process.cpuUsage()
  for (let n = 0; n < REGISTER; n += 1) {
    const { level } = classify(RULE_SET, files[(n * 7919) % files.length] ?? {}, ON)
    counts.set(level, (counts.get(level) ?? 0) + 1)
  }
  const { user, system } = process.cpuUsage(before)
  took.push((user + system) / 1e6)
  if (took[0] !== undefined && took[0] > 25) break
}
console.log(`  ${REGISTER} judged anew: ${spread(took)} s of processor time`)
printRatio('seconds for a register', median(took), { most: 10 })
