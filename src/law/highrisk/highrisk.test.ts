import assert from 'node:assert/strict'
import test from 'node:test'
import { classify } from '../classify.ts'
import type { Facts } from '../rule.ts'
import { RULE_SET } from '../ruleset.ts'
import { bankingCases } from './banking.cases.ts'
import type { EntryCase } from './case.ts'
import { educationCases } from './education.cases.ts'
import { SECTORS } from './entry.ts'
import { ethnicReligionCases } from './ethnic-religion.cases.ts'
import { healthCases } from './health.cases.ts'
import { LIST } from './list.ts'
import { litigationCases } from './litigation.cases.ts'
import { transportAirCases } from './transport-air.cases.ts'
import { transportGroundCases } from './transport-ground.cases.ts'
import { gates, when } from './when.ts'
import { factsOf } from '../rule.ts'

const CASES: readonly EntryCase[] = [
  ...educationCases,
  ...ethnicReligionCases,
  ...healthCases,
  ...bankingCases,
  ...litigationCases,
  ...transportGroundCases,
  ...transportAirCases,
]
const of = (code: string, kind: EntryCase['kind']) => CASES.filter((c) => c.code === code && c.kind === kind)

test('the Decision lists 46 systems in printed order', () => {
  assert.deepEqual(
    SECTORS.map((s) => LIST.filter((e) => e.sector === s).length),
    [3, 7, 2, 2, 1, 31],
  )
  const roman = ['I', 'II', 'III', 'IV', 'V', 'VI']
  const expected = [3, 7, 2, 2, 1, 31].flatMap((n, s) => Array.from({ length: n }, (_, i) => `${roman[s]}.${i + 1}`))
  assert.deepEqual(
    LIST.map((e) => e.code),
    expected,
  )
  assert.deepEqual(
    LIST.map((e) => e.cite),
    expected.map((code) => `Q.${code}`),
  )
})

test('the route of each entry is what could be read, and unknown where it could not', () => {
  const route = (r: string) => LIST.filter((e) => e.route === r).map((e) => e.code)
  assert.deepEqual(route('certification'), ['III.2', 'V.1'])
  assert.deepEqual(route('self'), ['I.2', 'I.3', 'III.1', 'VI.6', 'VI.22', 'VI.23'])
})

test('only I.3, III.1 and VI.1 are met by one condition alone', () => {
  assert.deepEqual(
    LIST.filter((e) => e.join === 'any').map((e) => e.code),
    ['I.3', 'III.1', 'VI.1'],
  )
})

test('effects stated as given are presumed in three entries', () => {
  const presumed = LIST.filter((e) => [...e.limits, ...e.conditions].some((c) => c.presumed)).map((e) => e.code)
  assert.deepEqual(presumed, ['VI.21', 'VI.22', 'VI.29'])
})

test('every question key belongs to its entry and occurs once', () => {
  const keys = LIST.flatMap((e) => {
    const own = [...e.limits, ...e.conditions, ...e.exclusions, ...(e.asides ?? [])].map((c) => c.fact)
    for (const key of own) assert.ok(key.startsWith(`${e.cite}.`), key)
    return own
  })
  assert.equal(new Set(keys).size, keys.length)
})

test('every entry applies from 15 August 2026, and not the day before', () => {
  for (const e of LIST) assert.equal(e.from, '2026-08-15', e.code)
})

for (const c of CASES) {
  test(c.name.startsWith(c.code) ? c.name : `${c.code}: ${c.name}`, () => {
    const judgement = classify(RULE_SET, { screen: 'system', ...c.facts }, c.on)
    assert.equal(
      judgement.entries.some((e) => e.code === c.code),
      c.match,
    )
    if (c.match) assert.equal(judgement.level, 'high')
  })
}

test('every entry has a match, a miss by one answer, and an exclusion where the Decision has one', () => {
  for (const e of LIST) {
    assert.ok(of(e.code, 'match').length > 0, `${e.code} has no match`)
    assert.ok(of(e.code, 'misses-by-one').length > 0, `${e.code} has no miss`)
    if (e.exclusions.length > 0) assert.ok(of(e.code, 'exclusion').length > 0, `${e.code} has no exclusion`)
    const reached = new Set(CASES.filter((c) => c.code === e.code).flatMap((c) => Object.keys(c.facts)))
    for (const gate of gates(e)) assert.ok(reached.has(gate), `${e.code} never answers ${gate}`)
  }
})

test('a miss by one differs from a match in exactly one answer', () => {
  for (const e of LIST) {
    const matches = of(e.code, 'match').map((c) => c.facts)
    for (const miss of of(e.code, 'misses-by-one')) {
      const apart = Math.min(...matches.map((m) => differences(m, miss.facts, factsOf(when(e)))))
      assert.equal(apart, 1, `${e.code}: ${miss.name}`)
    }
  }
})

const differences = (a: Facts, b: Facts, keys: readonly string[]): number => keys.filter((k) => a[k] !== b[k]).length
