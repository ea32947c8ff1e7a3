import assert from 'node:assert/strict'
import test from 'node:test'
import { type ClockRule, reckon } from '../law/clock.ts'
import { CALENDAR } from '../law/workingdays.ts'
import { provisionalWords, remaining } from './remaining.ts'

const says = (rule: ClockRule, started: string, at: string) => {
  const r = reckon(rule, started, CALENDAR)
  return [remaining(r, at, 'vi'), remaining(r, at, 'en')]
}
const vn = (text: string) => new Date(`${text}+07:00`).toISOString()

test('working days are counted in working days and end with a named day', () => {
  const five = (at: string) => says({ workingDays: 5 }, vn('2026-09-04T10:00'), vn(at))
  assert.deepEqual(five('2026-09-08T09:00'), [
    'còn 3 ngày làm việc (đến hết thứ Sáu 11/09/2026)',
    '3 working days left (until the end of Friday 11/09/2026)',
  ])
  assert.deepEqual(five('2026-09-10T23:59'), [
    'còn 1 ngày làm việc (đến hết thứ Sáu 11/09/2026)',
    '1 working day left (until the end of Friday 11/09/2026)',
  ])
  assert.deepEqual(five('2026-09-11T23:59'), [
    'hôm nay là ngày cuối (đến hết thứ Sáu 11/09/2026)',
    'today is the last day (until the end of Friday 11/09/2026)',
  ])
  assert.deepEqual(five('2026-09-12T00:00'), [
    'đã quá hạn (hạn: hết thứ Sáu 11/09/2026)',
    'overdue (due by the end of Friday 11/09/2026)',
  ])
  assert.deepEqual(five('2026-09-15T08:00'), [
    'đã quá hạn 2 ngày làm việc (hạn: hết thứ Sáu 11/09/2026)',
    '2 working days overdue (due by the end of Friday 11/09/2026)',
  ])
})

test('only a clock of hours shows an hour', () => {
  const threeDays = (at: string) => says({ hours: 72 }, vn('2026-09-04T14:05:30'), vn(at))
  assert.deepEqual(threeDays('2026-09-05T20:59'), [
    'còn 41 giờ (đến 14:05 ngày 07/09/2026)',
    '41 hours left (until 07/09/2026 at 14:05)',
  ])
  assert.deepEqual(threeDays('2026-09-07T13:30'), [
    'còn 35 phút (đến 14:05 ngày 07/09/2026)',
    '35 minutes left (until 07/09/2026 at 14:05)',
  ])
  assert.deepEqual(threeDays('2026-09-07T14:05:29'), [
    'còn chưa đầy 1 phút (đến 14:05 ngày 07/09/2026)',
    'less than a minute left (until 07/09/2026 at 14:05)',
  ])
  assert.deepEqual(threeDays('2026-09-07T17:10'), [
    'đã quá hạn 3 giờ (hạn: 14:05 ngày 07/09/2026)',
    '3 hours overdue (due 07/09/2026 at 14:05)',
  ])
  assert.deepEqual(threeDays('2026-09-17T01:10'), [
    'đã quá hạn 9 ngày (hạn: 14:05 ngày 07/09/2026)',
    '9 days overdue (due 07/09/2026 at 14:05)',
  ])
})

test('days and months are counted in days, and a Sunday at the end gives the Monday too', () => {
  assert.deepEqual(says({ days: 15 }, vn('2026-09-26T10:00'), vn('2026-10-07T10:00')), [
    'còn 5 ngày (đến hết thứ Hai 12/10/2026)',
    '5 days left (until the end of Monday 12/10/2026)',
  ])
  assert.deepEqual(says({ months: 12 }, vn('2026-03-01T10:00'), vn('2026-03-02T10:00')), [
    'còn 364 ngày (đến hết thứ Hai 01/03/2027)',
    '364 days left (until the end of Monday 01/03/2027)',
  ])
  assert.deepEqual(says({ days: 15 }, vn('2026-09-26T10:00'), vn('2026-10-13T00:00')), [
    'đã quá hạn 1 ngày (hạn: hết thứ Hai 12/10/2026)',
    '1 day overdue (due by the end of Monday 12/10/2026)',
  ])
})

test('a count in thousands is grouped as its reader groups it', () => {
  assert.match(says({ days: 15 }, vn('2026-09-26T10:00'), vn('2030-10-12T10:00'))[0] ?? '', /quá hạn 1\.461 ngày /)
})

test('what hangs on an undecided day says which, and that it can only move later', () => {
  const { provisional } = reckon({ workingDays: 1 }, vn('2026-11-23T09:00'), CALENDAR)
  assert.match(provisionalWords(provisional, 'vi'), /24\/11\/2026 chưa được xác nhận; .* chỉ có thể lùi lại/)
  assert.match(provisionalWords(provisional, 'en'), /24\/11\/2026 .* can only move it later/)
})
