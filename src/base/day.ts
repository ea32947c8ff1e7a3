import type { Lang } from './text.ts'

/** A calendar day in Vietnam, `2026-03-01`. Compares as text. */
export type Day = string & { readonly __day: unique symbol }
/** A moment as ISO text in UTC with milliseconds, `2026-03-01T00:00:00.000Z`. Compares as text. */
export type Instant = string

const SHAPE = /^\d{4}-\d{2}-\d{2}$/
const OFFSET = 7 * 3_600_000
const DAY_LONG = 86_400_000
const iso = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day
const utc = (d: Day): number => Date.parse(`${d}T00:00:00Z`)

export const isDay = (text: string): text is Day =>
  SHAPE.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && iso(Date.parse(`${text}T00:00:00Z`)) === text

/** Throws on anything that is not a real calendar day: meant for constants and values already checked. */
export function day(text: string): Day {
  if (!isDay(text)) throw new Error(`not a day: ${text}`)
  return text
}

/** The calendar day in Vietnam (UTC+7, no summer time) at a moment, whatever zone the host lives in. */
export const dayOf = (instant: Instant): Day => iso(Date.parse(instant) + OFFSET)

/** Within a month by its digits alone: a clock walks from day to day, and a date made each time would cost most of it. */
export function addDays(d: Day, days: number): Day {
  const dom = Number(d.slice(-2)) + days
  if (Number.isInteger(dom) && dom >= 1 && dom <= 28) return `${d.slice(0, -2)}${dom < 10 ? '0' : ''}${dom}` as Day
  return iso(utc(d) + days * DAY_LONG)
}

/** The same day of the month `months` later; where that month is shorter, its last day (Civil Code 2015 art. 148). */
export function addMonths(d: Day, months: number): Day {
  const [y = 0, m = 1, dom = 1] = d.split('-').map(Number)
  const last = new Date(Date.UTC(y, m - 1 + months + 1, 0)).getUTCDate()
  return iso(Date.UTC(y, m - 1 + months, Math.min(dom, last)))
}

/** 0 Sunday … 6 Saturday. */
export const weekday = (d: Day): number => new Date(utc(d)).getUTCDay()

/** The last millisecond of that day in Vietnam: when a clock counted in days runs out. */
export const endOfDay = (d: Day): Instant => new Date(utc(d) + DAY_LONG - OFFSET - 1).toISOString()

const WEEKDAY: Record<Lang, readonly string[]> = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

/** `11/09/2026`: the same order of day, month and year in both languages. */
export const showDay = (d: Day): string => d.split('-').reverse().join('/')

/** `thứ Sáu 11/09/2026`, for days a deadline depends on. */
export const showWeekday = (d: Day, lang: Lang): string => `${WEEKDAY[lang][weekday(d)]} ${showDay(d)}`
