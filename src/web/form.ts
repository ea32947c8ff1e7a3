import { type Day, isDay } from '../base/day.ts'
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
