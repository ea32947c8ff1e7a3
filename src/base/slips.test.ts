import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slipsOf } from './slips.ts'

test('a swapped, doubled, missing or wrong letter is one slip away, and swapping is tried first', () => {
  for (const typed of ['truogn', 'truonng', 'trung', 'truonh']) assert.ok(slipsOf(typed).includes('truong'), typed)
  assert.equal(slipsOf('hcat')[0], 'chat')
  assert.ok(!slipsOf('truong').includes('truong'), 'the word itself is no slip')
  assert.deepEqual(slipsOf('an'), [], 'two letters are a slip away from too much')
})
