import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CARD, LOST, UMBRELLA } from '../../test/umbrella.ts'
import { besides, fitting, schemaOf, secretSlips, shownOf, slips, splitSecrets, unasked } from './form.ts'
import { newestForm } from './procedure.ts'
import type { Answers } from './schema.ts'

const NOW = '2026-11-02T02:00:00.000Z'
const form = newestForm(UMBRELLA, 'report') ?? assert.fail()
const wrong = (answers: Answers, sealed: readonly string[] = ['card']) =>
  slips(form, answers, NOW, sealed).map(({ code, field }) => `${code} ${field}`)
const without = (key: string): Answers => Object.fromEntries(Object.entries(LOST).filter(([k]) => k !== key))

describe('what is wrong with a form', () => {
  test('nothing, when everything asked is answered', () => assert.deepEqual(wrong(LOST), []))

  for (const [what, answers, expected] of [
    ['a gap', without('place'), ['case.missing place']],
    ['an empty list', { ...LOST, colours: [] }, ['case.missing colours']],
    ['a choice that is not on offer', { ...LOST, kind: 'beach' }, ['case.choice kind']],
    ['a list with one that is not on offer', { ...LOST, colours: ['red', 'x'] }, ['case.choice colours']],
    ['a text that is too long', { ...LOST, place: 'x'.repeat(121) }, ['case.too-long place']],
    ['a code of another form', { ...LOST, serial: 'A1' }, ['case.format serial']],
    ['a day that is none', { ...LOST, lostOn: '2026-02-30' }, ['case.format lostOn']],
    ['a moment that is none', { ...LOST, noticedAt: 'wrong' }, ['case.format noticedAt']],
    ['a moment still to come', { ...LOST, noticedAt: '2026-11-02T02:00:00.001Z' }, ['case.future noticedAt']],
    ['a number below the least', { ...LOST, ribs: 3 }, ['case.format ribs']],
    ['a number with a fraction', { ...LOST, ribs: 8.5 }, ['case.format ribs']],
    ['a number in words', { ...LOST, ribs: 'tám' }, ['case.format ribs']],
    ['what an earlier answer calls for', { ...LOST, how: 'stolen' }, ['case.missing thief']],
  ] as const)
    test(`${what} is said with its field`, () => assert.deepEqual(wrong(answers as Answers), [...expected]))

  test('this very moment is not still to come, and what is optional may lack', () => {
    assert.deepEqual(wrong({ ...LOST, noticedAt: NOW }), [])
    assert.equal(LOST.serial, undefined)
  })

  test('a sealed secret counts as answered; one at hand is judged by its words', () => {
    assert.deepEqual(wrong(LOST, []), ['case.missing card'])
    assert.deepEqual(secretSlips(form, LOST, CARD), [])
    assert.deepEqual(
      secretSlips(form, LOST, { card: '12' }).map(({ code }) => code),
      ['case.format'],
    )
  })
})

describe('what is kept of what was sent', () => {
  test('only what the form asks, as the answers stand, and never a secret in clear', () => {
    const kept = fitting(form, { ...LOST, ...CARD, thief: 'Cao', hat: 'đỏ', serial: '' })
    assert.deepEqual(kept, LOST)
    assert.deepEqual(
      unasked(form, LOST, ['thief', 'place']).map(({ field }) => field),
      ['thief'],
    )
  })

  test('filled in anew, a form leaves what it does not ask', () =>
    assert.deepEqual(besides(form, { ...LOST, foundWhere: 'Dưới gầm bàn' }), { foundWhere: 'Dưới gầm bàn' }))

  test('the answers as they were seen hold labels in both languages and no secret', () => {
    const shown = shownOf(form, LOST, ['card'])
    const of = (key: string) => shown.find((row) => row.key === key)?.answer
    assert.deepEqual(of('how'), [{ vi: 'Để quên', en: 'Left behind' }])
    assert.deepEqual(of('lostOn'), ['30/10/2026'])
    assert.deepEqual(of('noticedAt'), [{ vi: '09:00 ngày 31/10/2026', en: '31/10/2026 at 09:00' }])
    assert.deepEqual(of('card'), ['••••••'])
    assert.equal(of('thief'), undefined)
  })
})

describe('the same form for programs', () => {
  const schema = schemaOf(form, 'UmbrellaReportOfATest')

  test('takes what the page takes, moments in any zone, and sets secrets apart', () => {
    const body = schema.parse({ ...LOST, ...CARD, noticedAt: '2026-10-31T09:00:00+07:00' })
    assert.deepEqual(splitSecrets(form, body), { answers: LOST, secrets: CARD })
  })

  test('refuses keys it does not know, and words that are none', () => {
    const { error } = schema.safeParse({ ...LOST, ...CARD, hat: 'đỏ', place: '   ' })
    assert.deepEqual(
      error?.issues.map(({ code }) => code),
      ['too_small', 'unrecognized_keys'],
    )
  })
})
