import assert from 'node:assert/strict'
import test from 'node:test'
import { type Day, day } from '../base/day.ts'
import { CASES } from './cases.ts'
import { classify } from './classify.ts'
import { answered, answerFacts, answerOf, NONE, nextStep, type Step, stepById, steps } from './flow.ts'
import { bankingCases } from './highrisk/banking.cases.ts'
import { educationCases } from './highrisk/education.cases.ts'
import { ethnicReligionCases } from './highrisk/ethnic-religion.cases.ts'
import { healthCases } from './highrisk/health.cases.ts'
import { litigationCases } from './highrisk/litigation.cases.ts'
import { transportAirCases } from './highrisk/transport-air.cases.ts'
import { transportGroundCases } from './highrisk/transport-ground.cases.ts'
import type { Facts } from './rule.ts'
import { RULE_SET } from './ruleset.ts'

const ENTRY_CASES = [
  ...educationCases,
  ...ethnicReligionCases,
  ...healthCases,
  ...bankingCases,
  ...litigationCases,
  ...transportGroundCases,
  ...transportAirCases,
]
const on = day('2026-10-15')

/** Answers every page from what a case knows; what it does not say is "no", "none" or the last choice. */
function walked(known: Facts, at: Day): { facts: Facts; path: readonly Step[] } {
  let facts: Facts = {}
  for (let step = nextStep(RULE_SET, facts, at); step; step = nextStep(RULE_SET, facts, at)) {
    const said = answered(RULE_SET, facts, at, step, given(step, known))
    assert.ok(said, step.id)
    facts = said
  }
  return { facts, path: steps(RULE_SET, facts, at) }
}

function given(step: Step, known: Facts): string | readonly string[] {
  if (step.kind === 'many') {
    const chosen = step.keys.filter((key) => known[key] === true)
    return chosen.length > 0 ? chosen : [NONE]
  }
  const value = known[step.keys[0] ?? '']
  if (step.kind === 'yesno') return (value ?? presumed(step.id)) === true ? 'yes' : 'no'
  return typeof value === 'string' ? value : (step.options.at(-1)?.value ?? '')
}

const presumed = (fact: string): boolean | undefined =>
  RULE_SET.entries.flatMap((e) => e.conditions).find((c) => c.fact === fact && c.presumed)?.speaksFor

test('every way through the questions ends in a settled level, the same as the case says', () => {
  for (const c of CASES.filter((k) => k.level !== 'undetermined' && k.on >= RULE_SET.from)) {
    const { facts } = walked(c.facts, c.on)
    assert.equal(classify(RULE_SET, facts, c.on).level, c.level, c.name)
  }
  for (const c of ENTRY_CASES) {
    const { facts } = walked({ screen: 'system', ...c.facts }, c.on)
    const found = classify(RULE_SET, facts, c.on)
    assert.equal(
      found.entries.some((e) => e.code === c.code),
      c.match,
      c.name,
    )
    assert.ok(!found.open.some((o) => o.changes !== 'duties'), c.name)
  }
})

test('half of all worked cases need eight pages or fewer', () => {
  const lengths = [...CASES, ...ENTRY_CASES]
    .map((c) => walked({ screen: 'system', ...c.facts }, c.on).path.length)
    .sort((a, b) => a - b)
  const median = lengths[Math.floor(lengths.length / 2)] ?? Number.NaN
  assert.ok(median <= 8, `median ${median}, longest ${lengths.at(-1)}`)
})

test('the questions end at once where nothing is classified', () => {
  assert.deepEqual(
    walked({ screen: 'state-secret' }, on).path.map((s) => s.id),
    ['screen'],
  )
})

test('a low system is asked three pages', () => {
  assert.deepEqual(
    walked({ screen: 'system' }, on).path.map((s) => s.id),
    ['screen', 'sectors', 'medium.grounds'],
  )
})

test('before the list only the medium questions are asked after the sectors', () => {
  const at = day('2026-08-14')
  const { path } = walked({ screen: 'system', 'sector.transport': true, 'medium.content': true }, at)
  assert.deepEqual(
    path.map((s) => s.id),
    ['screen', 'sectors', 'medium.grounds', 'medium.exclusions', 'firstUse'],
  )
})

test('the first no ends an entry', () => {
  const { path } = walked(
    { screen: 'system', 'sector.banking': true, 'Q.IV.2': true, 'Q.IV.2.0': true, 'Q.IV.2.1': false },
    on,
  )
  assert.deepEqual(path.map((s) => s.id).slice(2), ['kinds.banking', 'Q.IV.2.0', 'Q.IV.2.1', 'medium.grounds'])
})

test('the first yes is enough where one condition is', () => {
  const { path } = walked({ screen: 'system', 'sector.health': true, 'Q.III.1': true, 'Q.III.1.1': true }, on)
  assert.deepEqual(path.map((s) => s.id).slice(2), ['kinds.health', 'Q.III.1.1', 'firstUse'])
})

test('changing an earlier answer drops what no longer lies on the path and keeps what stands beside it', () => {
  const { facts } = walked(
    { screen: 'system', 'sector.health': true, 'Q.III.1': true, 'Q.III.1.1': true, firstUse: 'later' },
    on,
  )
  const sectors = stepById(RULE_SET, facts, on, 'sectors')
  assert.ok(sectors)
  assert.deepEqual(answerOf(sectors, facts), ['sector.health'])
  const changed = answered(RULE_SET, { ...facts, foreign: true }, on, sectors, ['sector.banking'])
  assert.ok(changed)
  assert.equal(changed['Q.III.1'], undefined)
  assert.equal(changed.firstUse, undefined)
  assert.equal(changed.foreign, true)
  assert.equal(nextStep(RULE_SET, changed, on)?.id, 'kinds.banking')
  assert.equal(stepById(RULE_SET, changed, on, 'kinds.health'), undefined)
})

test('an answer that is none to this page is no answer', () => {
  const step = stepById(RULE_SET, { screen: 'system' }, on, 'sectors')
  assert.ok(step)
  assert.equal(answerFacts(step, []), undefined)
  assert.equal(answerFacts(step, ['sector.moon']), undefined)
  assert.equal(answerFacts(step, [NONE, 'sector.health']), undefined)
  assert.ok(Object.values(answerFacts(step, NONE) ?? {}).every((v) => v === false))
})
