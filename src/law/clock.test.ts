import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import { ASKED, OFF, oracle, questions } from '../../bench/clock-oracle.ts'
import { addDays, type Day, day, dayOf, endOfDay } from '../base/day.ts'
import {
  calendarId,
  type ClockRule,
  explain,
  latestBefore,
  left,
  reckon,
  recount,
  remindersOf,
  replays,
} from './clock.ts'
import { CALENDAR, type Calendar, isWorkingDay } from './workingdays.ts'

const vn = (text: string): string => new Date(`${text}+07:00`).toISOString()
const count = (rule: ClockRule, started: string) => reckon(rule, vn(started), CALENDAR)
const dueDay = (rule: ClockRule, started: string): string => count(rule, started).dueDay
const RULES = ASKED.map(({ unit, n }) => ({ [unit]: n }) as unknown as ClockRule)
const swapped = (change: Partial<Calendar>): Calendar => ({ ...CALENDAR, ...change })

// ————— how a period is counted —————

test('72 hours run on through Tết, to the millisecond (Civil Code art. 147.1)', () => {
  const r = reckon({ hours: 72 }, '2026-02-15T20:15:30.123Z', CALENDAR)
  assert.equal(r.due, '2026-02-18T20:15:30.123Z')
  assert.deepEqual([r.firstDay, r.skipped, r.movedFrom, r.provisional], [null, [], null, []])
  assert.equal(r.dueDay, '2026-02-19', 'half past three in the morning in Vietnam')
})

test('five working days step over Tết 2026 and both its weekends, and name every day passed over', () => {
  const r = count({ workingDays: 5 }, '2026-02-12T10:00')
  assert.equal(r.dueDay, '2026-02-26')
  assert.equal(r.firstDay, '2026-02-13')
  assert.deepEqual(
    r.skipped.map((s) => [s.day, s.what.en]),
    [
      ['2026-02-14', 'Weekend'],
      ['2026-02-15', 'Weekend'],
      ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((d) => [d, 'Lunar New Year']),
      ['2026-02-21', 'Weekend'],
      ['2026-02-22', 'Weekend'],
    ],
  )
})

test('a period steps over 30 April and 1 May, and over the day in lieu of a Saturday 1 May', () => {
  assert.equal(dueDay({ workingDays: 1 }, '2026-04-29T16:00'), '2026-05-04')
  assert.equal(dueDay({ workingDays: 1 }, '2027-04-29T16:00'), '2027-05-04')
})

test('a Saturday worked in exchange is a working day, and a period may end on it', () => {
  assert.equal(dueDay({ workingDays: 1 }, '2026-01-09T09:00'), '2026-01-10')
  assert.deepEqual(
    [dueDay({ days: 15 }, '2025-12-26T09:00'), count({ days: 15 }, '2025-12-26T09:00').movedFrom],
    ['2026-01-10', null],
  )
})

test('a period over the year end knows 1 January and the free 2 January 2026', () => {
  assert.equal(dueDay({ workingDays: 1 }, '2025-12-31T09:00'), '2026-01-05')
  assert.equal(dueDay({ workingDays: 3 }, '2026-12-30T09:00'), '2027-01-05')
})

test('a period of days that ends on a Sunday or a holiday ends on the next working day (Civil Code art. 148.5)', () => {
  const sunday = count({ days: 15 }, '2026-09-26T09:00')
  assert.deepEqual(
    [sunday.movedFrom, sunday.dueDay, sunday.due],
    ['2026-10-11', '2026-10-12', '2026-10-12T16:59:59.999Z'],
  )
  assert.deepEqual(
    sunday.skipped.map((s) => s.day),
    ['2026-10-11'],
  )
  const holiday = count({ days: 15 }, '2026-04-15T09:00')
  assert.deepEqual([holiday.movedFrom, holiday.dueDay], ['2026-04-30', '2026-05-04'])
  assert.equal(count({ days: 15 }, '2026-09-28T09:00').movedFrom, null, 'a Tuesday stays')
})

test('months end on the same day of the month, or on its last day (Civil Code art. 148.3)', () => {
  assert.equal(dueDay({ months: 12 }, '2026-03-02T09:00'), '2027-03-02')
  assert.equal(dueDay({ months: 2 }, '2027-12-31T09:00'), '2028-02-29')
  assert.equal(dueDay({ months: 12 }, '2028-02-29T09:00'), '2029-02-28')
  assert.equal(dueDay({ months: 2 }, '2026-12-29T09:00'), '2027-03-01', '28 February 2027 is a Sunday')
  assert.equal(dueDay({ workingDays: 1 }, '2028-02-28T09:00'), '2028-02-29')
})

test('the first and the last millisecond of a day in Vietnam begin the same period, one later another', () => {
  for (const rule of RULES.filter((r) => !('hours' in r))) {
    const began = (at: string) => reckon(rule, at, CALENDAR).due
    assert.equal(began('2026-10-05T17:00:00.000Z'), began('2026-10-06T16:59:59.999Z'))
    assert.notEqual(reckon(rule, '2026-10-06T17:00:00.000Z', CALENDAR).firstDay, day('2026-10-07'))
  }
  assert.equal(dueDay({ workingDays: 1 }, '2026-10-06T23:59:59.999'), '2026-10-07')
  assert.equal(dueDay({ workingDays: 1 }, '2026-10-07T00:00'), '2026-10-08')
})

test('what was done at 24:00 less a millisecond was in time, at 00:00 it was late', () => {
  const r = count({ workingDays: 3 }, '2026-10-05T09:00')
  assert.equal(left(r, '2026-10-08T16:59:59.999Z', CALENDAR).over, false)
  assert.equal(left(r, '2026-10-08T17:00:00.000Z', CALENDAR).over, true)
})

test('in years nobody has decided yet a deadline says on which days it depends', () => {
  assert.deepEqual(count({ workingDays: 15 }, '2027-02-01T09:00').provisional, ['2027-02-02'])
  assert.deepEqual(count({ days: 15 }, '2027-01-25T09:00').provisional, ['2027-02-09'])
  assert.deepEqual(count({ workingDays: 1 }, '2026-11-23T09:00').provisional, ['2026-11-24'])
  assert.deepEqual(count({ workingDays: 15 }, '2028-06-01T09:00').provisional, [])
})

test('no period of nought, of half a day, or from no moment', () => {
  for (const rule of [{ hours: 0 }, { days: 1.5 }, { workingDays: -3 }, { months: Number.NaN }])
    assert.throws(() => reckon(rule, vn('2026-10-05T09:00'), CALENDAR))
  assert.throws(() => reckon({ days: 15 }, 'tomorrow', CALENDAR))
})

// ————— appeals and calendars that change —————

test('an appeal finds the same bytes from what was kept, after a journey through JSON', () => {
  for (const rule of RULES) {
    const kept = JSON.parse(JSON.stringify(reckon(rule, vn('2026-11-20T09:30'), CALENDAR))) as ReturnType<typeof reckon>
    assert.equal(replays(kept, CALENDAR), true)
    assert.equal(replays({ ...kept, due: endOfDay(addDays(kept.dueDay, 1)) }, CALENDAR), false)
    assert.equal(replays({ ...kept, started: vn('2026-11-19T09:30') }, CALENDAR), false)
    assert.equal(replays(kept, swapped({ years: [2026, 2027] })), false, 'by another calendar')
  }
})

test('a calendar is named by what it says, not by which object says it', () => {
  assert.match(calendarId(CALENDAR), /^[0-9a-f]{16}$/)
  assert.equal(calendarId(structuredClone(CALENDAR)), calendarId(CALENDAR))
  assert.notEqual(calendarId(swapped({ off: CALENDAR.off.slice(1) })), calendarId(CALENDAR))
})

test('a day confirmed as off moves a deadline later', () => {
  const confirmed = swapped({ off: CALENDAR.off.map((o) => ({ ...o, counts: true, confidence: 'press' as const })) })
  const kept = count({ workingDays: 1 }, '2026-11-23T09:00')
  const again = recount(kept, confirmed)
  assert.deepEqual([kept.dueDay, again.dueDay, again.provisional], ['2026-11-24', '2026-11-25', []])
  assert.equal(again.promised, undefined)
  assert.equal(replays(again, confirmed), true)
})

test('a Saturday confirmed as worked never takes a day from the party, and the file can show why', () => {
  const confirmed = swapped({
    worked: CALENDAR.worked.map((w) => ({ ...w, counts: true, confidence: 'press' as const })),
  })
  const kept = count({ workingDays: 3 }, '2026-08-20T09:00')
  const again = recount(kept, confirmed)
  assert.equal(reckon(kept.rule, kept.started, confirmed).dueDay, '2026-08-24')
  assert.deepEqual([kept.dueDay, again.dueDay, again.promised], ['2026-08-25', '2026-08-25', '2026-08-25'])
  assert.equal(again.calendar, calendarId(confirmed))
  assert.equal(replays(again, confirmed), true)
  assert.deepEqual(recount(again, confirmed), again, 'counting once more changes nothing')
  assert.ok(explain(again, 'vi').some((s) => s.includes('hạn đã báo trước đây, thứ Ba 25/08/2026, được giữ nguyên')))
})

// ————— reminders —————

test('reminders of hours come at the very moment', () => {
  assert.deepEqual(remindersOf(reckon({ hours: 72 }, '2026-10-05T02:00:00.000Z', CALENDAR), CALENDAR), [
    { share: 50, at: '2026-10-06T14:00:00.000Z' },
    { share: 80, at: '2026-10-07T11:36:00.000Z' },
    { share: 100, at: '2026-10-08T02:00:00.000Z' },
  ])
})

test('reminders of working days come at 08:00 of the counted day, the last on the last day', () => {
  assert.deepEqual(remindersOf(count({ workingDays: 5 }, '2026-10-05T15:00'), CALENDAR), [
    { share: 50, at: vn('2026-10-08T08:00') },
    { share: 80, at: vn('2026-10-09T08:00') },
    { share: 100, at: vn('2026-10-12T08:00') },
  ])
})

test('the last reminder of days and months comes on the day to which the end moved', () => {
  const at = (rule: ClockRule, started: string) => remindersOf(count(rule, started), CALENDAR).map((r) => r.at)
  const eight = (...days: string[]) => days.map((d) => vn(`${d}T08:00`))
  assert.deepEqual(at({ days: 15 }, '2026-09-26T09:00'), eight('2026-10-04', '2026-10-08', '2026-10-12'))
  assert.deepEqual(at({ months: 2 }, '2026-12-29T09:00'), eight('2027-01-29', '2027-02-16', '2027-03-01'))
})

// ————— counted back from an end —————

test('at least 15 days before the end: a Sunday gives the Friday before (Decree 142 art. 25.4)', () => {
  assert.equal(latestBefore({ days: 15 }, day('2026-10-21'), CALENDAR), '2026-10-06')
  assert.equal(latestBefore({ days: 15 }, day('2026-10-26'), CALENDAR), '2026-10-09')
})

test('at least 15 working days before the end, over Tết (Decree 142 art. 27.1)', () => {
  assert.equal(latestBefore({ workingDays: 15 }, day('2026-10-26'), CALENDAR), '2026-10-05')
  assert.equal(latestBefore({ workingDays: 15 }, day('2026-03-02'), CALENDAR), '2026-02-02')
})

test('counted back, a day that may yet be off is taken as off: the earlier day is the safe one', () => {
  assert.equal(latestBefore({ workingDays: 1 }, day('2026-11-25'), CALENDAR), '2026-11-23')
  assert.equal(latestBefore({ days: 15 }, day('2026-12-09'), CALENDAR), '2026-11-23')
  assert.throws(() => latestBefore({ hours: 72 }, day('2026-11-25'), CALENDAR))
})

test('filed on that day the whole period still fits before the end, and filed a working day later it does not', () => {
  fc.assert(
    fc.property(someDay(), fc.integer({ min: 1, max: 40 }), (end, n) => {
      const latest = latestBefore({ workingDays: n }, end, CALENDAR)
      assert.ok(isWorkingDay(latest, CALENDAR))
      assert.ok(reckon({ workingDays: n }, endOfDay(latest), CALENDAR).dueDay <= end)
      const days = latestBefore({ days: n }, end, CALENDAR)
      assert.ok(isWorkingDay(days, CALENDAR) && addDays(days, n) <= end)
    }),
  )
})

// ————— what is left, and how it was found —————

test('what is left is said in the unit of the clock', () => {
  const wd = count({ workingDays: 5 }, '2026-09-04T10:00')
  assert.deepEqual(left(wd, vn('2026-09-05T10:00'), CALENDAR), { over: false, workingDays: 5 })
  assert.deepEqual(left(wd, vn('2026-09-11T23:59'), CALENDAR), { over: false, workingDays: 0 })
  assert.deepEqual(left(wd, vn('2026-09-15T00:00'), CALENDAR), { over: true, workingDays: 2 })
  const h = count({ hours: 72 }, '2026-09-04T10:00')
  assert.deepEqual(left(h, vn('2026-09-05T10:30'), CALENDAR), { over: false, hours: 47, minutes: 30 })
  const m = count({ months: 6 }, '2026-09-04T10:00')
  assert.deepEqual(left(m, vn('2027-03-01T10:00'), CALENDAR), { over: false, days: 3 })
})

test('a person can read how the last day was found', () => {
  assert.deepEqual(explain(count({ workingDays: 5 }, '2026-04-24T10:05'), 'vi'), [
    'Thời hạn là 5 ngày làm việc, kể từ 10:05 ngày 24/04/2026.',
    'Ngày bắt đầu, thứ Sáu 24/04/2026, không được tính; ngày đầu tiên được tính là thứ Ba 28/04/2026 (khoản 2 Điều 147 Bộ luật Dân sự 2015).',
    'Không tính ngày nghỉ: thứ Hai 27/04/2026 (Giỗ Tổ Hùng Vương); thứ Năm 30/04/2026 (Ngày Chiến thắng); thứ Sáu 01/05/2026 (Ngày Quốc tế lao động).',
    'Không tính 4 ngày nghỉ hằng tuần.',
    'Thời hạn kết thúc lúc 24 giờ thứ Tư 06/05/2026, giờ Việt Nam (khoản 6 Điều 148 Bộ luật Dân sự 2015).',
  ])
  assert.deepEqual(explain(count({ days: 15 }, '2026-09-26T10:05'), 'en'), [
    'The time limit is 15 days, from 10:05 on 26/09/2026.',
    'The day it began, Saturday 26/09/2026, is not counted; the first day counted is Sunday 27/09/2026 (Civil Code 2015, art. 147(2)).',
    'The last day by the count, Sunday 11/10/2026, is a day off, so the time limit ends on the next working day (Civil Code 2015, art. 148(5)).',
    'It ends at midnight at the end of Monday 12/10/2026, Vietnamese time (Civil Code 2015, art. 148(6)).',
  ])
  assert.deepEqual(explain(count({ hours: 72 }, '2026-09-26T10:05'), 'vi'), [
    'Thời hạn là 72 giờ, kể từ 10:05 ngày 26/09/2026.',
    'Giờ được tính liên tục, kể cả ban đêm và ngày nghỉ (khoản 1 Điều 147 Bộ luật Dân sự 2015).',
    'Thời hạn kết thúc lúc 10:05 ngày 29/09/2026.',
  ])
})

// ————— properties, and a second opinion —————

const someDay = (): fc.Arbitrary<Day> => fc.integer({ min: 0, max: 1095 }).map((n) => addDays(day('2026-01-01'), n))
const someMoment = (): fc.Arbitrary<string> =>
  fc.date({ min: new Date('2026-01-01'), max: new Date('2029-01-01'), noInvalidDate: true }).map((d) => d.toISOString())

test('whatever the clock and the moment: it ends after it began, on a working day, and a later start never ends earlier', () => {
  fc.assert(
    fc.property(fc.constantFrom(...RULES), someMoment(), someMoment(), (rule, one, other) => {
      const r = reckon(rule, one, CALENDAR)
      assert.ok(r.due > one)
      assert.equal(dayOf(r.due), r.dueDay)
      if (!('hours' in rule)) assert.ok(isWorkingDay(r.dueDay, CALENDAR) && r.due === endOfDay(r.dueDay))
      const [early, late] = one < other ? [one, other] : [other, one]
      assert.ok(reckon(rule, early, CALENDAR).due <= reckon(rule, late, CALENDAR).due)
      const reminders = remindersOf(r, CALENDAR).map((m) => m.at)
      assert.deepEqual(reminders, reminders.toSorted())
      assert.ok(reminders.every((at) => at > one && at <= r.due))
      assert.equal(replays(r, CALENDAR), true)
    }),
  )
})

test('20,000 moments are reckoned alike by an oracle with its own table of holidays', () => {
  const second = oracle()
  for (const [asked, moment] of questions(20_000, 7)) {
    const r = reckon({ [asked.unit]: asked.n } as unknown as ClockRule, new Date(moment).toISOString(), CALENDAR)
    const ours = [r.due, r.firstDay, r.movedFrom, r.skipped.map((s) => s.day).join(), r.provisional.join()]
    const o = second(asked, moment)
    assert.deepEqual(
      ours,
      [o.due, o.firstDay, o.movedFrom, o.skipped, o.provisional],
      `${asked.n} ${asked.unit} ${r.started}`,
    )
  }
})

test('an oracle that has forgotten one day of Tết is contradicted', () => {
  const wrong = oracle(OFF.replace('18/02/2026', ''))
  const r = count({ workingDays: 3 }, '2026-02-13T09:00')
  assert.notEqual(wrong({ unit: 'workingDays', n: 3 }, Date.parse(r.started)).due, r.due)
})

test('the zone in which the host lives changes nothing', () => {
  const bench = join(import.meta.dirname, '../../bench/clocks.ts')
  const verdicts = ['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles'].map((TZ) => {
    const env = { ...process.env, TZ, BENCH_ROWS: '2000' }
    const ran = spawnSync(process.execPath, ['--import', 'tsx', bench, 'compare'], { env, encoding: 'utf8' })
    return JSON.parse(ran.stdout) as { readonly zone: string; readonly hash: string; readonly disagreements: unknown[] }
  })
  assert.deepEqual(
    verdicts.map((v) => v.zone),
    ['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles'],
  )
  assert.equal(new Set(verdicts.map((v) => v.hash)).size, 1)
  assert.ok(verdicts.every((v) => v.disagreements.length === 0))
})
