import assert from 'node:assert/strict'
import test from 'node:test'
import { day, weekday } from '../base/day.ts'
import { addWorkingDays, CALENDAR, offBecause, rollForward, WEEKEND } from './workingdays.ts'

const due = (start: string, n: number) => addWorkingDays(day(start), n, CALENDAR)

test('the first day is not counted', () => {
  assert.deepEqual(due('2026-10-05', 5), { due: '2026-10-12', provisional: [] })
})

test('a period steps over Tết 2026, 16 to 20 February', () => {
  assert.deepEqual(due('2026-02-13', 1), { due: '2026-02-23', provisional: [] })
})

test('a Saturday worked in exchange counts', () => {
  assert.deepEqual(due('2026-01-08', 2), { due: '2026-01-10', provisional: [] })
})

test('a period steps over 1 and 2 September 2026 and names the unconfirmed swap of 31 August', () => {
  assert.deepEqual(due('2026-08-28', 2), { due: '2026-09-03', provisional: ['2026-08-31'] })
})

test('24 November 2026 is counted and named as provisional', () => {
  assert.deepEqual(due('2026-11-23', 1), { due: '2026-11-24', provisional: ['2026-11-24'] })
  const confirmed = { ...CALENDAR, off: CALENDAR.off.map((o) => ({ ...o, counts: true })) }
  assert.equal(addWorkingDays(day('2026-11-23'), 1, confirmed).due, '2026-11-25')
})

test('after 2026 the lunar days are not known and the deadline says so', () => {
  assert.deepEqual(due('2027-02-01', 15), { due: '2027-02-22', provisional: ['2027-02-02'] })
  assert.deepEqual(due('2027-04-12', 15).provisional, ['2027-04-13'])
  assert.equal(due('2027-04-29', 1).due, '2027-05-04')
  assert.deepEqual(due('2027-06-01', 15).provisional, [])
})

test('a fixed holiday on a weekly day off is made up for on the next working day (Labour Code art. 111.3)', () => {
  const made = CALENDAR.off.filter((o) => o.confidence === 'arithmetic' && o.day > '2027')
  const owed = ['2027', '2028', '2029', '2030'].flatMap((year) =>
    CALENDAR.yearly.filter(({ on }) => [0, 6].includes(weekday(day(`${year}-${on}`)))).map(({ on }) => `${year}-${on}`),
  )
  assert.deepEqual(owed, ['2027-05-01', '2028-01-01', '2028-04-30', '2028-09-02', '2029-09-02'])
  assert.deepEqual(
    made.map((o) => o.day),
    ['2027-05-03', '2028-01-03', '2028-05-02', '2028-09-04', '2029-09-03'],
  )
  assert.ok(made.every((o) => ![0, 6].includes(weekday(o.day))))
})

test('a day off is called by its name, a holiday at a weekend too', () => {
  assert.equal(offBecause(day('2026-02-16'), CALENDAR)?.what.vi, 'Tết Nguyên đán')
  assert.equal(offBecause(day('2027-05-01'), CALENDAR)?.what.en, 'Labour day')
  assert.equal(offBecause(day('2026-10-10'), CALENDAR), WEEKEND)
  assert.equal(offBecause(day('2026-01-10'), CALENDAR), null)
})

test('a period that ends on a Sunday ends on the Monday', () => {
  assert.deepEqual(rollForward(day('2026-10-11'), CALENDAR), { due: '2026-10-12', provisional: [] })
})

test('no period of nought or half a day', () => {
  assert.throws(() => due('2026-10-05', 0))
  assert.throws(() => due('2026-10-05', 1.5))
})
