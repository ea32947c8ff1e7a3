import { type Day, dayOf, type Instant, isDay } from '../base/day.ts'
import type { Form } from './route.ts'

/** The first value of a field as typed, empty when it is absent or a file. */
export function textIn(form: Form, name: string): string {
  const value = form[name]
  const first = typeof value === 'string' || value instanceof File || value === undefined ? value : value[0]
  return typeof first === 'string' ? first : ''
}

/** Every value of a repeated field. */
export function textsIn(form: Form, name: string): string[] {
  const value = form[name]
  const all = value === undefined || typeof value === 'string' || value instanceof File ? [value] : value
  return all.filter((v): v is string => typeof v === 'string' && v !== '')
}

export interface TypedDay {
  readonly values: { readonly day: string; readonly month: string; readonly year: string }
  /** Nothing when the boxes are empty, `wrong` when they hold no real day. */
  readonly day: Day | 'wrong' | undefined
}

/** The three boxes of a `DateField`. */
export function dayIn(form: Form, name: string): TypedDay {
  const values = {
    day: textIn(form, `${name}-day`).trim(),
    month: textIn(form, `${name}-month`).trim(),
    year: textIn(form, `${name}-year`).trim(),
  }
  if (Object.values(values).every((v) => v === '')) return { values, day: undefined }
  const text = `${values.year}-${values.month.padStart(2, '0')}-${values.day.padStart(2, '0')}`
  return { values, day: isDay(text) ? text : 'wrong' }
}

/** A day taken apart again for the boxes. */
export const dayValues = (day: Day | null | undefined) => {
  const [year = '', month = '', dom = ''] = (day ?? '').split('-')
  return { day: dom.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

export interface TypedMoment {
  readonly values: TypedDay['values'] & { readonly time: string }
  /** An `Instant`; `'wrong'` when day or time is missing or not real; nothing when the boxes are empty. */
  readonly moment: Instant | undefined
}

/** As people write a time of day: `9:05`, `09:05`, `9h05`, `9g05`, `9 giờ 05`, and `9h` for the full hour. */
const TIME = /^(\d{1,2})\s*(?::\s*(\d{2})|(?:h|g|giờ)\s*(\d{2})?)$/i

function timeIn(text: string): string | undefined {
  const [whole, hour = '', colon, letter] = TIME.exec(text.normalize('NFC')) ?? []
  const minute = colon ?? letter ?? '00'
  return whole !== undefined && Number(hour) < 24 && Number(minute) < 60
    ? `${hour.padStart(2, '0')}:${minute}`
    : undefined
}

/** The four boxes of a `MomentField`: always Vietnam time (UTC+7, no summer time), whatever zone the host lives in. */
export function momentIn(form: Form, name: string): TypedMoment {
  const { values: dayTyped, day } = dayIn(form, name)
  const values = { ...dayTyped, time: textIn(form, `${name}-time`).trim() }
  if (day === undefined && values.time === '') return { values, moment: undefined }
  const time = timeIn(values.time)
  if (day === undefined || day === 'wrong' || time === undefined) return { values, moment: 'wrong' }
  return { values, moment: new Date(`${day}T${time}:00+07:00`).toISOString() }
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** A moment taken apart again for the boxes, to the minute. */
export const momentValues = (instant: Instant | null | undefined) => ({
  ...dayValues(instant ? dayOf(instant) : undefined),
  time: instant ? CLOCK.format(new Date(instant)) : '',
})
