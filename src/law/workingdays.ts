import { addDays, type Day, day, weekday } from '../base/day.ts'
import type { Text } from '../base/text.ts'

export type DayConfidence = 'law' | 'arithmetic' | 'press' | 'provisional'

/** A weekday that may be free, or a day at the weekend that may be worked in exchange. */
export interface SpecialDay {
  readonly day: Day
  readonly what: Text
  readonly source: string
  readonly confidence: DayConfidence
  /** Does it count as special now? A provisional day may be known and not yet counted. */
  readonly counts: boolean
}

/** In years nobody has decided yet, a span in which holidays will fall somewhere. Months and days. */
export interface OpenSpan {
  readonly first: string
  readonly last: string
  readonly what: Text
}

export interface Calendar {
  /** Free every year by Labour Code 2019 art. 112: month and day. */
  readonly yearly: readonly { readonly on: string; readonly what: Text; readonly source: string }[]
  readonly off: readonly SpecialDay[]
  readonly worked: readonly SpecialDay[]
  /** Years whose lunar holidays are set out day by day above; in all others the open spans are provisional. */
  readonly years: readonly number[]
  readonly open: readonly OpenSpan[]
}

export interface Deadline {
  readonly due: Day
  /** Days on the way whose status is not settled: the deadline is computed anew once they are. */
  readonly provisional: readonly Day[]
}

const LABOUR_CODE = 'Labour Code 2019 art. 112'
const IN_LIEU = 'Labour Code 2019 art. 111.3'
const SWAP = 'yearly decision on swapped working days'
const tet: Text = { vi: 'Tết Nguyên đán', en: 'Lunar New Year' }
const hung: Text = { vi: 'Giỗ Tổ Hùng Vương', en: 'Hùng Kings’ day' }
const national: Text = { vi: 'Quốc khánh và ngày liền kề', en: 'National day and the day beside it' }
const swap: Text = { vi: 'Hoán đổi ngày làm việc', en: 'Swapped working day' }
const inLieu = (vi: string, en: string): Text => ({ vi: `Nghỉ bù ${vi}`, en: `Day off in lieu of ${en}` })
const special = (d: string, what: Text, source: string, confidence: DayConfidence, counts = true): SpecialDay => ({
  day: day(d),
  what,
  source,
  confidence,
  counts,
})

/**
 * The public holidays as far as they are known: fixed days by law, the rest from yearly decisions, never computed.
 * An unsettled day is counted as worked: when it turns out free, a deadline moves later, never earlier.
 */
export const CALENDAR: Calendar = {
  yearly: [
    { on: '01-01', what: { vi: 'Tết Dương lịch', en: 'New Year' }, source: LABOUR_CODE },
    { on: '04-30', what: { vi: 'Ngày Chiến thắng', en: 'Victory day' }, source: LABOUR_CODE },
    { on: '05-01', what: { vi: 'Ngày Quốc tế lao động', en: 'Labour day' }, source: LABOUR_CODE },
    { on: '09-02', what: { vi: 'Quốc khánh', en: 'National day' }, source: LABOUR_CODE },
  ],
  off: [
    special('2026-01-02', swap, SWAP, 'press'),
    special('2026-02-16', tet, SWAP, 'press'),
    special('2026-02-17', tet, SWAP, 'press'),
    special('2026-02-18', tet, SWAP, 'press'),
    special('2026-02-19', tet, SWAP, 'press'),
    special('2026-02-20', tet, SWAP, 'press'),
    special('2026-04-27', hung, IN_LIEU, 'arithmetic'),
    special('2026-08-31', swap, SWAP, 'provisional', false),
    special('2026-09-01', national, LABOUR_CODE, 'law'),
    special(
      '2026-11-24',
      { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture day' },
      'Resolution 80-NQ/TW; change of Labour Code art. 112 not seen',
      'provisional',
      false,
    ),
    // A fixed holiday on a weekly day off is made up for on the next working day: arithmetic, not a decision.
    special('2027-05-03', inLieu('ngày 01/5', '1 May'), IN_LIEU, 'arithmetic'),
    special('2028-01-03', inLieu('ngày 01/01', '1 January'), IN_LIEU, 'arithmetic'),
    special('2028-05-02', inLieu('ngày 30/4', '30 April'), IN_LIEU, 'arithmetic'),
    special('2028-09-04', inLieu('ngày 02/9', '2 September'), IN_LIEU, 'arithmetic'),
    special('2029-09-03', inLieu('ngày 02/9', '2 September'), IN_LIEU, 'arithmetic'),
  ],
  worked: [special('2026-01-10', swap, SWAP, 'press'), special('2026-08-22', swap, SWAP, 'provisional', false)],
  years: [2026],
  open: [
    { first: '01-17', last: '02-26', what: tet },
    { first: '03-31', last: '05-02', what: hung },
    { first: '08-30', last: '09-05', what: national },
    { first: '11-24', last: '11-24', what: { vi: 'Ngày Văn hóa Việt Nam', en: 'Vietnam Culture day' } },
  ],
}

const weekend = (d: Day): boolean => weekday(d) % 6 === 0

/** A calendar looked up by day: reading its lists for each day of each period would cost most of the time. */
interface Lookup {
  readonly yearly: ReadonlyMap<string, Holiday>
  readonly off: ReadonlyMap<Day, Holiday>
  readonly worked: ReadonlySet<Day>
  readonly known: ReadonlySet<Day>
  readonly years: ReadonlySet<string>
}

const LOOKUPS = new WeakMap<Calendar, Lookup>()

function lookup(calendar: Calendar): Lookup {
  const made = LOOKUPS.get(calendar)
  if (made !== undefined) return made
  const provisional = [...calendar.off, ...calendar.worked].filter((d) => d.confidence === 'provisional')
  const fresh: Lookup = {
    yearly: new Map(calendar.yearly.map(({ on, what, source }) => [on, { what, source }])),
    off: new Map(calendar.off.filter((d) => d.counts).map(({ day, what, source }) => [day, { what, source }])),
    worked: new Set(calendar.worked.filter((d) => d.counts).map((d) => d.day)),
    known: new Set(provisional.map((d) => d.day)),
    years: new Set(calendar.years.map(String)),
  }
  LOOKUPS.set(calendar, fresh)
  return fresh
}

/** Why nobody works that day. */
export interface Holiday {
  readonly what: Text
  readonly source: string
}

export const WEEKEND: Holiday = {
  what: { vi: 'Nghỉ hằng tuần', en: 'Weekend' },
  source: 'working week Monday to Friday',
}

/** Why that day is off as the calendar stands, or null on a working day. A holiday at a weekend is called by its name. */
export function offBecause(d: Day, calendar: Calendar): Holiday | null {
  const { yearly, off, worked } = lookup(calendar)
  if (worked.has(d)) return null
  return off.get(d) ?? yearly.get(d.slice(5)) ?? (weekend(d) ? WEEKEND : null)
}

/** Is that day worked, as the calendar stands? Monday to Friday, less holidays, plus days worked in exchange. */
export const isWorkingDay = (d: Day, calendar: Calendar): boolean => offBecause(d, calendar) === null

/**
 * The last day of a period of `n` working days; the first day is not counted (Civil Code 2015 art. 147.2).
 * Refuses (throws) a count below one.
 */
export function addWorkingDays(start: Day, n: number, calendar: Calendar): Deadline {
  if (!Number.isInteger(n) || n < 1) throw new Error(`not a number of working days: ${n}`)
  let due = start
  for (let left = n; left > 0; ) {
    due = addDays(due, 1)
    if (isWorkingDay(due, calendar)) left--
  }
  return { due, provisional: unsettled(addDays(start, 1), due, calendar) }
}

/** A period that ends on a day off ends on the next working day (Civil Code 2015 art. 148.5). */
export function rollForward(last: Day, calendar: Calendar): Deadline {
  let due = last
  while (!isWorkingDay(due, calendar)) due = addDays(due, 1)
  return { due, provisional: unsettled(last, due, calendar) }
}

/** In undecided years one day stands for each open span: the first of its weekdays on the way. */
function unsettled(first: Day, last: Day, calendar: Calendar): readonly Day[] {
  const { known, years } = lookup(calendar)
  const seen = new Set<Day>()
  const spans = new Set<string>()
  for (let d = first; d <= last; d = addDays(d, 1)) {
    if (known.has(d)) seen.add(d)
    if (years.has(d.slice(0, 4)) || weekend(d)) continue
    const on = d.slice(5)
    const span = calendar.open.find((s) => s.first <= on && on <= s.last)
    if (span === undefined || spans.has(`${d.slice(0, 4)} ${span.first}`)) continue
    spans.add(`${d.slice(0, 4)} ${span.first}`)
    seen.add(d)
  }
  return [...seen]
}
