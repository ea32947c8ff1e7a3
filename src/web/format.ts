import type { Instant } from '../base/day.ts'
import type { Lang } from '../base/text.ts'

export { showDay, showWeekday } from '../base/day.ts'

const ZONE = 'Asia/Ho_Chi_Minh'
const LOCALE: Record<Lang, string> = { vi: 'vi-VN', en: 'en-GB' }
/** Made once: a formatter costs a hundred times what formatting does, and a page of the register needs fifty. */
const MOMENT = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const NUMBERS = new Map<string, Intl.NumberFormat>()

function numbers(lang: Lang, digits: number): Intl.NumberFormat {
  const name = `${lang} ${digits}`
  const made = NUMBERS.get(name) ?? new Intl.NumberFormat(LOCALE[lang], { maximumFractionDigits: digits })
  NUMBERS.set(name, made)
  return made
}

const parts = (instant: Instant): Record<string, string> =>
  Object.fromEntries(MOMENT.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))

/** `14:05 11/09/2026` in Vietnam, wherever the server stands. */
export function showTime(instant: Instant, lang: Lang): string {
  const p = parts(instant)
  const clock = `${p.hour}:${p.minute}`
  const date = `${p.day}/${p.month}/${p.year}`
  return lang === 'vi' ? `${clock} ngày ${date}` : `${date} at ${clock}`
}

/** `14:05:09 ngày 11/09/2026 (UTC+7)`, where the exact moment is the proof. */
export function showMoment(instant: Instant, lang: Lang): string {
  const p = parts(instant)
  const clock = `${p.hour}:${p.minute}:${p.second}`
  const date = `${p.day}/${p.month}/${p.year}`
  return lang === 'vi' ? `${clock} ngày ${date} (UTC+7)` : `${date} at ${clock} (UTC+7)`
}

/** `1.234.567` in Vietnamese, `1,234,567` in English. */
export const showNumber = (n: number | bigint, lang: Lang, digits = 2): string => numbers(lang, digits).format(n)

/** A share between 0 and 1: `12,5 %` or `12.5%`. */
export const showShare = (share: number, lang: Lang): string =>
  new Intl.NumberFormat(LOCALE[lang], { style: 'percent', maximumFractionDigits: 1 }).format(share)

/** Đồng, which has no smaller coin: `1.500.000 ₫`. */
export const showDong = (amount: number | bigint, lang: Lang): string =>
  new Intl.NumberFormat(LOCALE[lang], {
    style: 'currency',
    currency: 'VND',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  }).format(amount)

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const

/** `1,5 MB`: thousands of bytes, as disks and operators count them. */
export function showBytes(bytes: number, lang: Lang): string {
  const step = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
  return `${showNumber(bytes / 1000 ** step, lang, step === 0 ? 0 : 1)} ${UNITS[step]}`
}
