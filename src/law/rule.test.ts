import assert from 'node:assert/strict'
import test from 'node:test'
import { factsOf, inForce, type Test, weigh } from './rule.ts'

const a: Test = { fact: 'a', is: true }
const b: Test = { fact: 'b', is: true }

test('an unanswered question is not a no', () => {
  assert.deepEqual(weigh(a, {}), { is: 'unknown', facts: ['a'] })
  assert.deepEqual(weigh({ not: a }, {}), { is: 'unknown', facts: ['a'] })
})

test('one no settles "all", one yes settles "any", whatever else is open', () => {
  assert.deepEqual(weigh({ all: [a, b] }, { b: false }), { is: 'no', facts: ['b'] })
  assert.deepEqual(weigh({ any: [a, b] }, { b: true }), { is: 'yes', facts: ['b'] })
  assert.deepEqual(weigh({ all: [a, b] }, { b: true }), { is: 'unknown', facts: ['a'] })
  assert.deepEqual(weigh({ any: [a, b] }, { a: false, b: false }), { is: 'no', facts: ['a', 'b'] })
})

test('a presumed answer counts until somebody says otherwise', () => {
  const presumed: Test = { fact: 'a', is: true, presumed: true }
  assert.equal(weigh(presumed, {}).is, 'yes')
  assert.equal(weigh(presumed, { a: false }).is, 'no')
})

test('a number reaches its threshold at the threshold, a day is before only when earlier', () => {
  assert.equal(weigh({ fact: 'n', atLeast: 5 }, { n: 5 }).is, 'yes')
  assert.equal(weigh({ fact: 'n', atLeast: 5 }, { n: 4 }).is, 'no')
  assert.equal(weigh({ fact: 'd', before: '2026-03-01' }, { d: '2026-02-28' }).is, 'yes')
  assert.equal(weigh({ fact: 'd', before: '2026-03-01' }, { d: '2026-03-01' }).is, 'no')
})

test('a rule applies on its first day and no longer on the day it ends', () => {
  const rule = { from: '2026-03-01', until: '2027-03-01' }
  assert.deepEqual(
    ['2026-02-28', '2026-03-01', '2027-02-28', '2027-03-01'].map((d) => inForce(rule, d)),
    [false, true, true, false],
  )
})

test('the facts of a condition are listed once, in order', () => {
  assert.deepEqual(factsOf({ all: [b, { any: [a, b] }, { not: { fact: 'c', is: 1 } }] }), ['b', 'a', 'c'])
})
