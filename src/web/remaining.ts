import { dayOf, type Instant } from '../base/day.ts'
import { type Lang, say } from '../base/text.ts'
import { left, type Reckoning } from '../law/clock.ts'
import { CALENDAR, type Calendar } from '../law/workingdays.ts'
import { showNumber, showTime, showWeekday } from './format.ts'

export { provisionalWords } from '../law/clock.ts'

/** Hours over a limit that nobody reckons in hours any more. */
const LONG_OVER = 72

/**
 * How a clock stands, in its own unit and with its last day or minute: `còn 3 ngày làm việc (đến hết thứ Sáu
 * 11/09/2026)`. Begins in lower case, for the middle of a sentence.
 */
export function remaining(r: Reckoning, at: Instant, lang: Lang, calendar: Calendar = CALENDAR): string {
  const w = say(lang)
  const { over, hours, minutes, days, workingDays } = left(r, at, calendar)
  if (hours !== undefined) {
    const due = showTime(r.due, lang)
    const much =
      over && hours > LONG_OVER ? calendarDays(Math.floor(hours / 24), lang) : hoursOrMinutes(hours, minutes ?? 0, lang)
    return over
      ? w(`đã quá hạn ${much} (hạn: ${due})`, `${much} overdue (due ${due})`)
      : w(`còn ${much} (đến ${due})`, `${much} left (until ${due})`)
  }
  const due = showWeekday(r.dueDay, lang)
  const much = workingDays === undefined ? calendarDays(days ?? 0, lang) : working(workingDays, lang)
  const none = (workingDays ?? days) === 0
  if (over)
    return none
      ? w(`đã quá hạn (hạn: hết ${due})`, `overdue (due by the end of ${due})`)
      : w(`đã quá hạn ${much} (hạn: hết ${due})`, `${much} overdue (due by the end of ${due})`)
  if (dayOf(at) === r.dueDay)
    return w(`hôm nay là ngày cuối (đến hết ${due})`, `today is the last day (until the end of ${due})`)
  return none
    ? w(`còn thời hạn (đến hết ${due})`, `still open (until the end of ${due})`)
    : w(`còn ${much} (đến hết ${due})`, `${much} left (until the end of ${due})`)
}

const counted = (n: number, vi: string, en: string, lang: Lang): string =>
  lang === 'vi' ? `${showNumber(n, lang)} ${vi}` : `${showNumber(n, lang)} ${en}${n === 1 ? '' : 's'}`
const calendarDays = (n: number, lang: Lang): string => counted(n, 'ngày', 'day', lang)
const working = (n: number, lang: Lang): string => counted(n, 'ngày làm việc', 'working day', lang)

/** Whole hours, rounded down; in the last hour the minutes. */
function hoursOrMinutes(hours: number, minutes: number, lang: Lang): string {
  if (hours > 0) return counted(hours, 'giờ', 'hour', lang)
  return minutes > 0 ? counted(minutes, 'phút', 'minute', lang) : say(lang)('chưa đầy 1 phút', 'less than a minute')
}
