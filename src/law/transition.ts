import { addDays, type Day, day } from '../base/day.ts'
import type { Text } from '../base/text.ts'
import type { Cite, Confidence } from './cite.ts'
import { sectorFact } from './highrisk/when.ts'
import type { Facts } from './rule.ts'

/** When the system was, or will be, first put into use: four ranges, because that is all the transition rules ask. */
export type FirstUse = 'before-2026-03-01' | 'before-2026-08-15' | 'before-2027-02-16' | 'later'

export interface FirstUseOption {
  readonly value: FirstUse
  readonly label: Text
  readonly help?: Text
}

/** One row: a range of first days of use, and the day before which everything must be done. */
export interface TransitionRow {
  readonly id: string
  readonly firstUse: readonly FirstUse[]
  readonly listed: boolean
  /** Health, education and finance, or all others, or every sector alike. */
  readonly sectors: 'long' | 'other' | 'every'
  /** The day before which the duties must be done. */
  readonly before: Day
  readonly cite: Cite
  readonly confidence: Confidence
  readonly reason: Text
}

export interface Transition {
  readonly fact: 'firstUse'
  readonly ask: Text
  readonly help: Text
  readonly cite: Cite
  readonly options: readonly FirstUseOption[]
  /** Sectors that count as health, education, finance. Banking as finance is our reading (no text defines it). */
  readonly long: readonly string[]
  readonly rows: readonly TransitionRow[]
  readonly beforeUse: Text
}

/**
 * By when the duties must be done. `due` is the last day still in time and `before` the day after it; both are absent
 * where there is no transition and the duties come before first use.
 */
export interface Due {
  readonly due?: Day
  readonly before?: Day
  readonly row: string
  readonly reason: Text
  readonly cites: readonly Cite[]
  readonly confidence: Confidence
}

const both: Text = {
  vi: 'Nhà cung cấp và bên triển khai cùng phải hoàn thành.',
  en: 'Provider and deployer must both be done by then.',
}
const reason = (vi: string, en: string): Text => ({ vi: `${vi} ${both.vi}`, en: `${en} ${both.en}` })

/** Law art. 35 and Decision 33/2026 art. 4, as data. */
export const TRANSITION: Transition = {
  fact: 'firstUse',
  ask: {
    vi: 'Hệ thống được đưa vào sử dụng lần đầu khi nào, hoặc dự kiến khi nào?',
    en: 'When was the system first put into use, or when is it planned to be?',
  },
  help: {
    vi: 'Tính từ ngày vận hành thật đầu tiên tại Việt Nam, không tính thời gian chạy thử. Hãy giữ chứng cứ về ngày này.',
    en: 'Count from the first day of real operation in Vietnam, not from trials. Keep evidence of that day.',
  },
  cite: 'L35.1',
  options: [
    { value: 'before-2026-03-01', label: { vi: 'Trước ngày 01/3/2026', en: 'Before 1 March 2026' } },
    { value: 'before-2026-08-15', label: { vi: 'Từ 01/3/2026 đến 14/8/2026', en: 'From 1 March to 14 August 2026' } },
    {
      value: 'before-2027-02-16',
      label: { vi: 'Từ 15/8/2026 đến 15/02/2027', en: 'From 15 August 2026 to 15 February 2027' },
    },
    {
      value: 'later',
      label: { vi: 'Từ 16/02/2027 trở đi, hoặc chưa có kế hoạch', en: 'From 16 February 2027, or not planned yet' },
    },
  ],
  long: ['health', 'education', 'finance', 'banking'],
  rows: [
    {
      id: 'Q4.1.long',
      firstUse: ['before-2026-03-01', 'before-2026-08-15'],
      listed: true,
      sectors: 'long',
      before: day('2027-09-01'),
      cite: 'Q4.1',
      confidence: 'A-ocr',
      reason: reason(
        'Hệ thống thuộc Danh mục, đang hoạt động trước ngày 15/8/2026, trong lĩnh vực y tế, giáo dục hoặc tài chính: hoàn thành trước ngày 01/9/2027.',
        'A listed system in operation before 15 August 2026, in health, education or finance: before 1 September 2027.',
      ),
    },
    {
      id: 'Q4.1.other',
      firstUse: ['before-2026-03-01', 'before-2026-08-15'],
      listed: true,
      sectors: 'other',
      before: day('2027-03-01'),
      cite: 'Q4.1',
      confidence: 'A-ocr',
      reason: reason(
        'Hệ thống thuộc Danh mục, đang hoạt động trước ngày 15/8/2026, trong lĩnh vực khác: hoàn thành trước ngày 01/3/2027.',
        'A listed system in operation before 15 August 2026, in another sector: before 1 March 2027.',
      ),
    },
    {
      id: 'Q4.3',
      firstUse: ['before-2027-02-16'],
      listed: true,
      sectors: 'every',
      before: day('2027-03-01'),
      cite: 'Q4.3',
      confidence: 'A-ocr',
      reason: reason(
        'Hệ thống thuộc Danh mục, đưa vào hoạt động trong 06 tháng kể từ ngày 15/8/2026: hoàn thành trước ngày 01/3/2027, mọi lĩnh vực như nhau.',
        'A listed system first operated within six months from 15 August 2026: before 1 March 2027, in every sector alike.',
      ),
    },
    {
      id: 'L35.1.a',
      firstUse: ['before-2026-03-01'],
      listed: false,
      sectors: 'long',
      before: day('2027-09-02'),
      cite: 'L35.1.a',
      confidence: 'D',
      reason: reason(
        'Hệ thống đã hoạt động trước ngày 01/3/2026 trong lĩnh vực y tế, giáo dục hoặc tài chính: 18 tháng kể từ ngày Luật có hiệu lực; ngày cuối do chúng tôi tính, không tính ngày đầu.',
        'In operation before 1 March 2026 in health, education or finance: 18 months from the Law’s first day; the last day is our count, first day not counted.',
      ),
    },
    {
      id: 'L35.1.b',
      firstUse: ['before-2026-03-01'],
      listed: false,
      sectors: 'other',
      before: day('2027-03-02'),
      cite: 'L35.1.b',
      confidence: 'D',
      reason: reason(
        'Hệ thống đã hoạt động trước ngày 01/3/2026 trong lĩnh vực khác: 12 tháng kể từ ngày Luật có hiệu lực; ngày cuối do chúng tôi tính, không tính ngày đầu.',
        'In operation before 1 March 2026 in another sector: 12 months from the Law’s first day; the last day is our count, first day not counted.',
      ),
    },
  ],
  beforeUse: {
    vi: 'Không có thời hạn chuyển tiếp: hoàn thành trước khi đưa vào sử dụng.',
    en: 'No transition period: to be done before the system is put into use.',
  },
}

/** The range a first day of use falls into. */
export function rangeOf(firstUse: Day): FirstUse {
  if (firstUse < '2026-03-01') return 'before-2026-03-01'
  if (firstUse < '2026-08-15') return 'before-2026-08-15'
  return firstUse < '2027-02-16' ? 'before-2027-02-16' : 'later'
}

/**
 * By when (Law art. 35.1, Decision 33/2026 art. 4). `listed` names the sectors of the list entries that matched, none
 * when the system is not listed. An exact `firstUseDay` goes before the range `firstUse`. Answers which fact is missing
 * when it cannot tell.
 */
export function transition(
  data: Transition,
  facts: Facts,
  listed: readonly string[],
): Due | { readonly missing: string } {
  const exact = facts.firstUseDay
  const range =
    typeof exact === 'string' ? rangeOf(day(exact)) : data.options.find((o) => o.value === facts.firstUse)?.value
  if (range === undefined) return { missing: data.fact }
  const rows = data.rows.filter((r) => r.listed === listed.length > 0 && r.firstUse.includes(range))
  const long = longSector(data, facts, listed)
  if (long === undefined && rows.length > 1) return { missing: sectorFact(missingSector(data, facts)) }
  const row = rows.find((r) => r.sectors === 'every' || r.sectors === (long ? 'long' : 'other'))
  if (row === undefined) {
    return { row: 'before-use', reason: data.beforeUse, cites: ['L10.1', 'L10.3', 'L34'], confidence: 'D' }
  }
  return {
    due: dayBefore(row.before),
    before: row.before,
    row: row.id,
    reason: row.reason,
    cites: [row.cite],
    confidence: row.confidence,
  }
}

const DAYS_BEFORE = new Map<Day, Day>()
/** A handful of days, asked for with every judgement. */
function dayBefore(day: Day): Day {
  const before = DAYS_BEFORE.get(day) ?? addDays(day, -1)
  DAYS_BEFORE.set(day, before)
  return before
}

/** A system listed in several sectors takes the earlier date: every match must be in time. */
function longSector(data: Transition, facts: Facts, listed: readonly string[]): boolean | undefined {
  if (listed.length > 0) return listed.every((s) => data.long.includes(s))
  const answers = data.long.map((s) => facts[sectorFact(s)])
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
}

const missingSector = (data: Transition, facts: Facts): string =>
  data.long.find((s) => facts[sectorFact(s)] === undefined) ?? data.fact
