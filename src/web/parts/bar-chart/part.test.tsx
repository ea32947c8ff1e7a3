import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../base/day.ts'
import { type Bar, BarChart } from './part.tsx'

const drawn = (bars: readonly Bar[]): string =>
  String(
    <BarChart
      title="Lượt mượn ô"
      lang="vi"
      bars={bars}
      source="Sổ mượn"
      asOf={day('2026-11-21')}
      table={{ columns: ['Tháng', 'Lượt'] }}
    />,
  )
const widths = (html: string) => [...html.matchAll(/<rect[^>]* width="([^"]*)"/g)].map(([, width]) => width)
const told = (html: string) => /<p id="chart-told"[^>]*>([^<]*)</.exec(html)?.[1]

test('every bar begins at zero, and the greatest fills the width', () => {
  assert.deepEqual(widths(drawn([10, 40, 0, 13].map((value) => ({ label: `${value}`, value })))), [
    '25%',
    '100%',
    '0%',
    '32.5%',
  ])
  assert.deepEqual(widths(drawn([{ label: 'a', value: 0 }])), ['0'])
})

test('whoever hears the chart hears few values whole, and of many the most and the fewest', () => {
  const bars = [5, 1, 9, 4, 2, 8, 1200].map((value, n) => ({ label: `tháng ${n + 1}`, value }))
  assert.equal(told(drawn(bars.slice(0, 2))), 'tháng 1: 5; tháng 2: 1')
  assert.equal(told(drawn(bars)), 'Nhiều nhất: tháng 7: 1.200; Ít nhất: tháng 2: 1')
})

test('a value stands as it was written, in the chart and in its table', () => {
  assert.equal([...drawn([{ label: 'a', value: 0.125, shown: '12,5 %' }]).matchAll(/12,5 %/g)].length, 3)
})
