import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../base/day.ts'
import { citeText } from './cite.ts'
import { CONDUCTS, conductById, conductsOn } from './conduct.ts'
import { PROHIBITED } from './prohibited.ts'
import { provisionOf } from './provisions.ts'

test('every conduct cites a provision that is explained, and none has an amount while no decree sets one', () => {
  for (const { cite, fine, by } of CONDUCTS) {
    assert.ok(provisionOf(cite), cite)
    assert.match(citeText(cite, 'vi'), /Luật 134\/2025\/QH15/)
    assert.equal(fine, null, cite)
    assert.ok(by.length > 0)
  }
})

test('a conduct is named once for ever, and each of the six prohibited acts is one', () => {
  const ids = CONDUCTS.map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual(
    PROHIBITED.map(({ cite }) => cite),
    CONDUCTS.filter(({ id }) => id.startsWith('prohibited-')).map(({ cite }) => cite),
  )
})

test('nothing done before the Law can be handled under it', () => {
  assert.deepEqual(conductsOn(day('2026-02-28')), [])
  assert.equal(conductsOn(day('2026-03-01')).length, CONDUCTS.length)
  assert.equal(conductById('not-notified')?.cite, 'L10.3')
})
