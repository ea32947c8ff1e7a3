import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../base/day.ts'
import { showBytes, showDay, showDong, showMoment, showNumber, showShare, showTime, showWeekday } from './format.ts'

test('a day is written day, month, year in both languages', () => {
  assert.equal(showDay(day('2026-09-01')), '01/09/2026')
})

test('a deadline carries its weekday', () => {
  assert.equal(showWeekday(day('2026-09-11'), 'vi'), 'thứ Sáu 11/09/2026')
  assert.equal(showWeekday(day('2026-09-13'), 'vi'), 'Chủ nhật 13/09/2026')
  assert.equal(showWeekday(day('2026-09-11'), 'en'), 'Friday 11/09/2026')
})

test('a moment is told by the clock in Vietnam', () => {
  assert.equal(showTime('2026-03-01T17:05:09.000Z', 'vi'), '00:05 ngày 02/03/2026')
  assert.equal(showTime('2026-03-01T07:05:09.000Z', 'en'), '01/03/2026 at 14:05')
  assert.equal(showMoment('2026-03-01T07:05:09.000Z', 'vi'), '14:05:09 ngày 01/03/2026 (UTC+7)')
})

test('numbers, shares and money follow the language', () => {
  assert.equal(showNumber(1234567.891, 'vi'), '1.234.567,89')
  assert.equal(showNumber(1234567, 'en'), '1,234,567')
  assert.equal(showShare(0.125, 'en'), '12.5%')
  assert.equal(showShare(0.125, 'vi').replace(/\s/u, ''), '12,5%')
  assert.match(showDong(1_500_000n, 'vi'), /^1\.500\.000\s₫$/u)
})

test('sizes are counted in thousands of bytes', () => {
  assert.equal(showBytes(0, 'vi'), '0 B')
  assert.equal(showBytes(999, 'vi'), '999 B')
  assert.equal(showBytes(1000, 'en'), '1 kB')
  assert.equal(showBytes(1_540_000, 'vi'), '1,5 MB')
  assert.equal(showBytes(5e15, 'en'), '5,000 TB')
})
