import type { Child } from 'hono/jsx'
import type { Day } from '../../../base/day.ts'
import type { Lang, Text } from '../../../base/text.ts'
import { showDay, showNumber } from '../../format.ts'
import { DataTable } from '../data-table/part.tsx'
import { Details } from '../details/part.tsx'

export interface Bar {
  readonly label: string
  /** Zero or more: every bar begins at zero. */
  readonly value: number
  /** The value as it is written; the number alone unless said. */
  readonly shown?: string | undefined
}

export interface BarChartProps {
  readonly title: string
  readonly bars: readonly Bar[]
  /** What is counted, once for the whole chart: "hệ thống". */
  readonly unit?: string | undefined
  /** Where the figures come from; a link when there is one. */
  readonly source: Child
  /** The last day the figures speak of. */
  readonly asOf: Day
  /** The headings of the same figures as a table: of the labels, of the values. */
  readonly table: { readonly columns: readonly [string, string] }
  /** `beside` for short labels of one length, such as months; long ones stand above their bars and wrap. */
  readonly labels?: 'above' | 'beside' | undefined
  readonly lang: Lang
  /** Must differ between two charts on one page. */
  readonly id?: string | undefined
}

const WORDS = {
  source: { vi: 'Nguồn:', en: 'Source:' },
  asOf: { vi: 'Số liệu tính đến hết ngày', en: 'Figures as of' },
  table: { vi: 'Xem số liệu dạng bảng', en: 'See the figures as a table' },
  most: { vi: 'Nhiều nhất', en: 'Most' },
  least: { vi: 'Ít nhất', en: 'Fewest' },
} as const satisfies Record<string, Text>
/** So many values can be listened to; of more, the greatest and the smallest are told, and the table has the rest. */
const HEARD = 6

const written = ({ value, shown }: Bar, lang: Lang): string => shown ?? showNumber(value, lang)

/** The chart in a sentence, for those who do not see it. */
function told(bars: readonly Bar[], lang: Lang): string {
  const say = (bar: Bar) => `${bar.label}: ${written(bar, lang)}`
  if (bars.length <= HEARD) return bars.map(say).join('; ')
  const [least, most] = [...bars].sort((a, b) => a.value - b.value).filter((_, n, all) => n % (all.length - 1) === 0)
  return [most && `${WORDS.most[lang]}: ${say(most)}`, least && `${WORDS.least[lang]}: ${say(least)}`].join('; ')
}

/** Bars from a common zero, each with its own words: no legend, no colour to decode. The table is one tap away. */
export const BarChart = ({ title, bars, unit, source, asOf, table, labels, lang, id = 'chart' }: BarChartProps) => {
  const most = Math.max(...bars.map(({ value }) => value), 0)
  const share = (value: number): string => (most === 0 ? '0' : `${Math.round((value / most) * 1000) / 10}%`)
  const [label, value] = table.columns
  return (
    <figure class="chart">
      <figcaption>
        <span id={`${id}-title`} class="chart__title">
          {title}
        </span>
        {unit === undefined ? null : <span class="chart__unit">{unit}</span>}
      </figcaption>
      <div
        class={`chart__bars${labels === 'beside' ? ' chart__bars--beside' : ''}`}
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-told`}
      >
        {bars.map((bar) => (
          <div class="chart__bar">
            <span class="chart__label">{bar.label}</span>
            <svg class="chart__track" width="100%" height="16" aria-hidden="true" focusable="false">
              <rect class="chart__value-bar" width={share(bar.value)} height="100%" />
            </svg>
            <span class="chart__value">{written(bar, lang)}</span>
          </div>
        ))}
      </div>
      <p id={`${id}-told`} hidden>
        {told(bars, lang)}
      </p>
      <p class="chart__source">
        {WORDS.source[lang]} {source}
        <br />
        {WORDS.asOf[lang]} <span class="number">{showDay(asOf)}</span>
      </p>
      <Details summary={WORDS.table[lang]}>
        <DataTable
          caption={title}
          captionHidden
          columns={[{ label }, { label: unit === undefined ? value : `${value} (${unit})`, numeric: true }]}
          rows={bars.map((bar) => [bar.label, written(bar, lang)])}
        />
      </Details>
    </figure>
  )
}
