import { canonical, type Json } from '../base/canonical.ts'
import { addDays, addMonths, type Day, dayOf, endOfDay, type Instant, showDay, showWeekday } from '../base/day.ts'
import { contentHash } from '../base/content-hash.ts'
import { type Lang, say, type Text } from '../base/text.ts'
import { addWorkingDays, type Calendar, isWorkingDay, offBecause, rollForward, WEEKEND } from './workingdays.ts'

/**
 * The clocks of the act. Hours run on through nights and holidays. Days, working days and months leave out the first
 * day, end at 24:00 in Vietnam, and end on the next working day when their last day is off (Civil Code 2015 art. 147,
 * 148). Nothing here asks what time it is, so any clock can be counted again years later from what was kept.
 */
export type ClockRule =
  | { readonly hours: number }
  | { readonly days: number }
  | { readonly workingDays: number }
  | { readonly months: number }

export interface Skipped {
  readonly day: Day
  readonly what: Text
  readonly source: string
}

/** Plain JSON, kept with the file. */
export interface Reckoning {
  readonly rule: ClockRule
  readonly started: Instant
  /** `calendarId` of the calendar it was counted by. */
  readonly calendar: string
  /** The last moment in time: what was done at `at` was done in time when `at <= due`. */
  readonly due: Instant
  readonly dueDay: Day
  /** The first day that is counted; null for hours. */
  readonly firstDay: Day | null
  /** Days off passed over: within a count of working days, or at the end of days and months. */
  readonly skipped: readonly Skipped[]
  /** The last day by the count alone, when it was a day off (Civil Code 2015 art. 148.5). */
  readonly movedFrom: Day | null
  /** Days on which it depends and of which nobody has decided yet whether they are off. */
  readonly provisional: readonly Day[]
  /** A later due day the party was already told: a recount may not fall below it. */
  readonly promised?: Day
}

export interface Reminder {
  readonly share: 50 | 80 | 100
  readonly at: Instant
}

export interface Left {
  readonly over: boolean
  readonly hours?: number
  readonly minutes?: number
  readonly days?: number
  readonly workingDays?: number
}

const HOUR = 3_600_000
const SHARES = [50, 80, 100] as const
const NAMES = new WeakMap<Calendar, string>()

/** Names a calendar by its content: an appeal can tell by which one a day was found. */
export function calendarId(calendar: Calendar): string {
  const name = NAMES.get(calendar) ?? contentHash(JSON.parse(JSON.stringify(calendar)) as Json).slice(0, 16)
  NAMES.set(calendar, name)
  return name
}

const instant = (ms: number): Instant => new Date(ms).toISOString()
const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / (24 * HOUR))

/** How many, refused (thrown) unless a whole number above nought. */
function count(rule: ClockRule): number {
  const n =
    'hours' in rule ? rule.hours : 'days' in rule ? rule.days : 'months' in rule ? rule.months : rule.workingDays
  if (!Number.isInteger(n) || n < 1) throw new Error(`not a period: ${JSON.stringify(rule)}`)
  return n
}

/** When a period that began at that moment runs out, and how that was found. Throws on what is no moment or no period. */
export function reckon(rule: ClockRule, started: Instant, calendar: Calendar): Reckoning {
  const n = count(rule)
  const began = Date.parse(started)
  const kept = { rule, started: instant(began), calendar: calendarId(calendar) }
  if ('hours' in rule) {
    const due = instant(began + n * HOUR)
    return { ...kept, due, dueDay: dayOf(due), firstDay: null, skipped: [], movedFrom: null, provisional: [] }
  }
  const first = dayOf(started)
  if ('workingDays' in rule) {
    const { due, provisional } = addWorkingDays(first, n, calendar)
    const skipped = offBetween(addDays(first, 1), due, calendar)
    const firstDay = rollForward(addDays(first, 1), calendar).due
    return { ...kept, due: endOfDay(due), dueDay: due, firstDay, skipped, movedFrom: null, provisional }
  }
  const last = lastDay(rule, first)
  const { due, provisional } = rollForward(last, calendar)
  return {
    ...kept,
    due: endOfDay(due),
    dueDay: due,
    firstDay: addDays(first, 1),
    skipped: offBetween(last, due, calendar),
    movedFrom: last === due ? null : last,
    provisional,
  }
}

/** The last day by the count alone (Civil Code 2015 art. 148.2, 148.3). */
const lastDay = (rule: { readonly days: number } | { readonly months: number }, first: Day): Day =>
  'days' in rule ? addDays(first, rule.days) : addMonths(first, rule.months)

function offBetween(first: Day, last: Day, calendar: Calendar): readonly Skipped[] {
  const off: Skipped[] = []
  for (let d = first; d <= last; d = addDays(d, 1)) {
    const why = offBecause(d, calendar)
    if (why !== null) off.push({ day: d, ...why })
  }
  return off
}

/** Does counting again give the same bytes as were kept? Another calendar than the one it names never does. */
export function replays(kept: Reckoning, calendar: Calendar): boolean {
  if (kept.calendar !== calendarId(calendar)) return false
  const fresh = notBefore(reckon(kept.rule, kept.started, calendar), kept.promised)
  return bytes(fresh) === bytes(kept)
}

const bytes = (r: Reckoning): string => canonical(JSON.parse(JSON.stringify(r)) as Json)

/** Counted anew once a calendar is confirmed. What the party was told before is kept where it was later. */
export const recount = (kept: Reckoning, calendar: Calendar): Reckoning =>
  notBefore(reckon(kept.rule, kept.started, calendar), kept.dueDay)

const notBefore = (fresh: Reckoning, promised: Day | undefined): Reckoning =>
  promised === undefined || promised <= fresh.dueDay
    ? fresh
    : { ...fresh, due: endOfDay(promised), dueDay: promised, promised }

/**
 * When to remind at 50, 80 and 100 % of the clock. Hours: at that very moment. Everything else: at 08:00 in Vietnam of
 * the counted day that reaches the share, so that the last one comes in the morning of the last day.
 */
export function remindersOf(r: Reckoning, calendar: Calendar): readonly Reminder[] {
  const n = count(r.rule)
  const began = Date.parse(r.started)
  if ('hours' in r.rule) return SHARES.map((share) => ({ share, at: instant(began + (n * HOUR * share) / 100) }))
  const first = dayOf(r.started)
  const length = 'months' in r.rule ? daysBetween(first, addMonths(first, n)) : n
  return SHARES.map((share) => {
    const counted = Math.ceil((length * share) / 100)
    const reached = 'workingDays' in r.rule ? addWorkingDays(first, counted, calendar).due : addDays(first, counted)
    const day = share === 100 || reached > r.dueDay ? r.dueDay : reached
    return { share, at: instant(Date.parse(`${day}T08:00:00+07:00`)) }
  })
}

/**
 * The last day on which to file "at least so long before" an end (Decree 142 art. 25.4, 27.1, 27.6): the whole period,
 * its first day left out, still fits before that end has passed. The act does not say what happens when that day is
 * off; this is the safe reading, the working day before it (confidence D). For the same reason a single day that may
 * yet be off counts as off here; the lunar spans of undecided years cannot be foreseen even so. Refuses (throws)
 * hours, which have no day.
 */
export function latestBefore(rule: ClockRule, end: Day, calendar: Calendar): Day {
  const n = count(rule)
  if ('hours' in rule) throw new Error('an hour clock is not counted back in days')
  const careful = cautious(calendar)
  const unworked = (d: Day): boolean => !isWorkingDay(d, careful)
  let latest = 'days' in rule ? addDays(end, -n) : 'months' in rule ? addMonths(end, -n) : end
  if ('workingDays' in rule)
    for (let fitting = 0; fitting < n; latest = addDays(latest, -1)) if (!unworked(latest)) fitting++
  while (unworked(latest)) latest = addDays(latest, -1)
  return latest
}

const CAUTIOUS = new WeakMap<Calendar, Calendar>()

function cautious(calendar: Calendar): Calendar {
  const made = CAUTIOUS.get(calendar) ?? {
    ...calendar,
    off: calendar.off.map((d) => ({ ...d, counts: true })),
    worked: calendar.worked.filter((d) => d.confidence !== 'provisional'),
  }
  CAUTIOUS.set(calendar, made)
  return made
}

/**
 * What is left at that moment, in the clock's own unit (months in days), or by how much it is over. Today is not
 * counted: on the last day nought is left.
 */
export function left(r: Reckoning, at: Instant, calendar: Calendar): Left {
  const over = at > r.due
  if ('hours' in r.rule) {
    const minutes = Math.floor(Math.abs(Date.parse(r.due) - Date.parse(at)) / 60_000)
    return { over, hours: Math.floor(minutes / 60), minutes: minutes % 60 }
  }
  const today = dayOf(at)
  const [from, to] = over ? [r.dueDay, today] : [today, r.dueDay]
  if (!('workingDays' in r.rule)) return { over, days: daysBetween(from, to) }
  let workingDays = 0
  for (let d = addDays(from, 1); d <= to; d = addDays(d, 1)) if (isWorkingDay(d, calendar)) workingDays++
  return { over, workingDays }
}

/** `14:05 ngày 11/09/2026`, in Vietnam. */
const showMinute = (at: Instant, lang: Lang): string => {
  const clock = instant(Date.parse(at) + 7 * HOUR).slice(11, 16)
  return lang === 'vi' ? `${clock} ngày ${showDay(dayOf(at))}` : `${clock} on ${showDay(dayOf(at))}`
}

const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

function showRule(rule: ClockRule, lang: Lang): string {
  const n = count(rule)
  const w = say(lang)
  if ('hours' in rule) return w(`${n} giờ`, plural(n, 'hour'))
  if ('days' in rule) return w(`${n} ngày`, plural(n, 'day'))
  return 'months' in rule ? w(`${n} tháng`, plural(n, 'month')) : w(`${n} ngày làm việc`, plural(n, 'working day'))
}

/** What a person should know of a time limit that hangs on days nobody has decided about. */
export const provisionalWords = (days: readonly Day[], lang: Lang): string =>
  lang === 'vi'
    ? `Ngày này còn tạm tính: lịch nghỉ của ${days.map(showDay).join(', ')} chưa được xác nhận; nếu thay đổi, thời hạn chỉ có thể lùi lại.`
    : `This date is provisional: whether ${days.map(showDay).join(', ')} is a day off is not confirmed; a change can only move it later.`

/** How the last day was found, sentence by sentence. */
export function explain(r: Reckoning, lang: Lang): readonly string[] {
  const w = say(lang)
  const began = w(
    `Thời hạn là ${showRule(r.rule, lang)}, kể từ ${showMinute(r.started, lang)}.`,
    `The time limit is ${showRule(r.rule, lang)}, from ${showMinute(r.started, lang)}.`,
  )
  if (r.firstDay === null)
    return [
      began,
      w(
        'Giờ được tính liên tục, kể cả ban đêm và ngày nghỉ (khoản 1 Điều 147 Bộ luật Dân sự 2015).',
        'Hours run on without a break, through nights and days off (Civil Code 2015, art. 147(1)).',
      ),
      w(`Thời hạn kết thúc lúc ${showMinute(r.due, lang)}.`, `It ends at ${showMinute(r.due, lang)}.`),
    ]
  const started = showWeekday(dayOf(r.started), lang)
  const first = showWeekday(r.firstDay, lang)
  const due = showWeekday(r.dueDay, lang)
  return [
    began,
    w(
      `Ngày bắt đầu, ${started}, không được tính; ngày đầu tiên được tính là ${first} (khoản 2 Điều 147 Bộ luật Dân sự 2015).`,
      `The day it began, ${started}, is not counted; the first day counted is ${first} (Civil Code 2015, art. 147(2)).`,
    ),
    ...explainSkipped(r, lang),
    ...explainPromise(r, lang),
    w(
      `Thời hạn kết thúc lúc 24 giờ ${due}, giờ Việt Nam (khoản 6 Điều 148 Bộ luật Dân sự 2015).`,
      `It ends at midnight at the end of ${due}, Vietnamese time (Civil Code 2015, art. 148(6)).`,
    ),
    ...(r.provisional.length === 0 ? [] : [provisionalWords(r.provisional, lang)]),
  ]
}

function explainSkipped(r: Reckoning, lang: Lang): readonly string[] {
  const w = say(lang)
  const named = r.skipped.filter((s) => s.what.en !== WEEKEND.what.en)
  const list = named.map((s) => `${showWeekday(s.day, lang)} (${s.what[lang]})`).join('; ')
  const holidays = named.length === 0 ? [] : [w(`Không tính ngày nghỉ: ${list}.`, `Holidays not counted: ${list}.`)]
  if (r.movedFrom !== null) {
    const last = showWeekday(r.movedFrom, lang)
    return [
      ...holidays,
      w(
        `Ngày cuối theo cách đếm, ${last}, là ngày nghỉ nên thời hạn kết thúc vào ngày làm việc tiếp theo (khoản 5 Điều 148 Bộ luật Dân sự 2015).`,
        `The last day by the count, ${last}, is a day off, so the time limit ends on the next working day (Civil Code 2015, art. 148(5)).`,
      ),
    ]
  }
  const weekends = r.skipped.length - named.length
  if (weekends === 0) return holidays
  return [
    ...holidays,
    w(
      `Không tính ${weekends} ngày nghỉ hằng tuần.`,
      `${plural(weekends, 'weekend day')} ${weekends === 1 ? 'is' : 'are'} not counted.`,
    ),
  ]
}

const explainPromise = (r: Reckoning, lang: Lang): readonly string[] =>
  r.promised === undefined
    ? []
    : [
        say(lang)(
          `Lịch nghỉ đã xác nhận cho một hạn sớm hơn; hạn đã báo trước đây, ${showWeekday(r.promised, lang)}, được giữ nguyên.`,
          `The confirmed calendar would end it earlier; the day told before, ${showWeekday(r.promised, lang)}, stands.`,
        ),
      ]
