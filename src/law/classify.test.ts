import assert from 'node:assert/strict'
import test from 'node:test'
import { day } from '../base/day.ts'
import { CASES } from './cases.ts'
import { classify } from './classify.ts'
import { RULE_SET } from './ruleset.ts'

for (const c of CASES) {
  test(c.name, () => {
    const found = classify(RULE_SET, c.facts, c.on)
    assert.equal(found.level, c.level)
    if (c.notice) assert.equal(found.notice, c.notice)
    if (c.due !== undefined) {
      assert.ok(found.due, 'a date or "before use"')
      assert.equal(found.due.due ?? null, c.due)
    }
    const duties = found.duties.filter((d) => d.holds === 'yes').map((d) => d.id)
    for (const id of c.duties ?? []) assert.ok(duties.includes(id), id)
    for (const id of c.notDuties ?? []) assert.ok(!duties.includes(id), id)
    if (c.remarks)
      assert.deepEqual(
        found.remarks.map((r) => r.id),
        c.remarks,
      )
    for (const fact of c.open ?? [])
      assert.ok(
        found.open.some((o) => o.fact === fact),
        fact,
      )
    if (found.level !== 'undetermined' && found.level !== 'high') {
      assert.ok(
        !found.open.some((o) => o.changes === 'level'),
        'a settled level has no question open that could change it',
      )
    }
  })
}

const on = day('2026-10-15')

test('a judgement says why: the facts that decided, each with its provision', () => {
  const high = classify(
    RULE_SET,
    { screen: 'system', 'sector.ethnic-religion': true, 'Q.II.4': true, 'Q.II.4.0': true, 'Q.II.4.1': true },
    on,
  )
  assert.deepEqual(
    high.because.map((b) => [b.fact, b.cite]),
    [
      ['screen', 'L3.2'],
      ['sector.ethnic-religion', 'Q1'],
      ['Q.II.4', 'Q.II.4'],
      ['Q.II.4.0', 'Q.II.4'],
      ['Q.II.4.1', 'Q.II.4'],
    ],
  )
})

test('an aside is said and lowers nothing', () => {
  const entry = RULE_SET.entries.find((e) => e.code === 'II.1')
  assert.ok(entry?.asides?.[0])
  const facts = Object.fromEntries([...entry.limits, ...entry.conditions].map((c) => [c.fact, c.speaksFor]))
  for (const aside of [true, false]) {
    const all = {
      screen: 'system',
      'sector.ethnic-religion': true,
      'Q.II.1': true,
      ...facts,
      [entry.asides[0].fact]: aside,
    }
    const found = classify(RULE_SET, all, on)
    assert.equal(found.level, 'high')
    assert.ok(found.remarks.some((r) => r.id === 'aside'))
  }
})

test('an effect stated as given is presumed while nobody denies it', () => {
  const facts = {
    screen: 'system',
    'sector.transport': true,
    'group.aviation-security': true,
    'Q.VI.21': true,
    'Q.VI.21.1': true,
    'Q.VI.21.2': false,
  }
  assert.equal(classify(RULE_SET, facts, on).level, 'high')
})

test('what is optional is listed as open and blocks nothing', () => {
  const found = classify(RULE_SET, { ...CASES.find((c) => c.level === 'medium')?.facts }, on)
  const duties = found.open.filter((o) => o.changes === 'duties').map((o) => o.fact)
  assert.ok(duties.includes('generates.media') && duties.includes('role.provider'))
  assert.ok(found.duties.some((d) => d.id === 'mark' && d.holds === 'if'))
})
