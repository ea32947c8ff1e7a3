import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { momentIn, momentValues } from './form.ts'

const typed = (day: string, month: string, year: string, time: string) => ({
  'seen-day': day,
  'seen-month': month,
  'seen-year': year,
  'seen-time': time,
})

test('a moment is typed in Vietnam time, the hour as people write it', () => {
  for (const time of ['9:05', '09:05', ' 9h05 ', '9H05', '9g05', '9 giờ 05', '9 giờ 05'.normalize('NFD')])
    assert.equal(momentIn(typed('1', '3', '2026', time), 'seen').moment, '2026-03-01T02:05:00.000Z', time)
  assert.equal(momentIn(typed('1', '3', '2026', '9h'), 'seen').moment, '2026-03-01T02:00:00.000Z')
  assert.equal(momentIn(typed('01', '03', '2026', '00:00'), 'seen').moment, '2026-02-28T17:00:00.000Z')
})

test('a day without an hour, an hour without a day and an hour that is none are wrong, and what was typed stays', () => {
  for (const [day, time] of [
    ['1', ''],
    ['', '9:05'],
    ['30', '9:05'],
    ['1', '24:00'],
    ['1', '9:60'],
    ['1', '9:5'],
    ['1', '9'],
    ['1', '9:05 pm'],
    ['1', '-9:05'],
    ['1', '9h05h'],
  ] as const)
    assert.equal(momentIn(typed(day, '2', '2026', time), 'seen').moment, 'wrong', `${day} ${time}`)
  assert.equal(momentIn(typed('', '3', '', ''), 'seen').moment, 'wrong')
  assert.deepEqual(momentIn(typed('1', '3', '2026', ' 25:00'), 'seen').values, {
    day: '1',
    month: '3',
    year: '2026',
    time: '25:00',
  })
})

test('four empty boxes are nothing', () => {
  assert.equal(momentIn({}, 'seen').moment, undefined)
  assert.equal(momentIn(typed(' ', '', '', ' '), 'seen').moment, undefined)
  assert.deepEqual(momentValues(null), { day: '', month: '', year: '', time: '' })
})

test('what was kept comes back into the boxes, and out of them again', () => {
  const minutes = fc.integer({ min: Date.parse('2020-01-01') / 60_000, max: Date.parse('2099-12-31') / 60_000 })
  fc.assert(
    fc.property(minutes, (minute) => {
      const instant = new Date(minute * 60_000).toISOString()
      const { day, month, year, time } = momentValues(instant)
      assert.equal(momentIn(typed(day, month, year, time), 'seen').moment, instant)
    }),
  )
})
