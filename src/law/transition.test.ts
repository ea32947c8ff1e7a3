import assert from 'node:assert/strict'
import test from 'node:test'
import { TRANSITION, transition } from './transition.ts'

const none = { 'sector.health': false, 'sector.education': false, 'sector.finance': false, 'sector.banking': false }
const due = (firstUseDay: string, listed: readonly string[], sectors = {}) => {
  const found = transition(TRANSITION, { ...none, ...sectors, firstUseDay }, listed)
  assert.ok('row' in found)
  return [found.row, found.due]
}

test('Decision 33 art. 4.1: in use on 14 August 2026 is before, health has until 31 August 2027', () => {
  assert.deepEqual(due('2026-08-14', ['health']), ['Q4.1.long', '2027-08-31'])
  assert.deepEqual(due('2026-08-14', ['transport']), ['Q4.1.other', '2027-02-28'])
})

test('Decision 33 art. 4.3: the first and the last day of the six months, and the day after', () => {
  assert.deepEqual(due('2026-08-15', ['health']), ['Q4.3', '2027-02-28'])
  assert.deepEqual(due('2027-02-15', ['transport']), ['Q4.3', '2027-02-28'])
  assert.deepEqual(due('2027-02-16', ['transport']), ['before-use', undefined])
})

test('Law art. 35.1 covers only systems in operation before 1 March 2026', () => {
  assert.deepEqual(due('2026-02-28', []), ['L35.1.b', '2027-03-01'])
  assert.deepEqual(due('2026-02-28', [], { 'sector.education': true }), ['L35.1.a', '2027-09-01'])
  assert.deepEqual(due('2026-03-01', []), ['before-use', undefined])
})

test('banking and other finance count as finance', () => {
  assert.deepEqual(due('2026-01-01', ['banking']), ['Q4.1.long', '2027-08-31'])
  assert.deepEqual(due('2026-01-01', [], { 'sector.finance': true }), ['L35.1.a', '2027-09-01'])
  const strict = { ...TRANSITION, long: ['health', 'education', 'finance'] }
  const found = transition(strict, { ...none, firstUseDay: '2026-01-01' }, ['banking'])
  assert.ok('row' in found && found.row === 'Q4.1.other')
})

test('a system listed in two sectors takes the earlier date', () => {
  assert.deepEqual(due('2026-01-01', ['health', 'transport']), ['Q4.1.other', '2027-02-28'])
})

test('what is not answered is named, not guessed', () => {
  assert.deepEqual(transition(TRANSITION, none, []), { missing: 'firstUse' })
  assert.deepEqual(transition(TRANSITION, { firstUse: 'before-2026-03-01' }, []), { missing: 'sector.health' })
})
