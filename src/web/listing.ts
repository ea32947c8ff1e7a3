import { z } from 'zod'
import type { Instant } from '../base/day.ts'

// What every list that anyone may filter and page through does with its address.

type Query = Readonly<Record<string, unknown>>
type Given = string | readonly string[] | undefined
/** A query as it stands in an address. */
export type Asking = Readonly<Record<string, Given>>

/** What is asked of a list as the words of an address, in their order; what was left out is not there. */
export const wordsOf = (query: Query): [string, string][] =>
  Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((one): [string, string][] =>
      one === undefined || one === '' ? [] : [[name, String(one)]],
    ),
  )

/** The same as the query of an address, `?kind=recall`, or nothing. */
export function addressOf(query: Query, more: Readonly<Record<string, string>> = {}): string {
  const params = new URLSearchParams([...wordsOf(query), ...Object.entries(more)])
  return params.size === 0 ? '' : `?${params}`
}

const LONGEST_WORDS = 200

/** What is typed to find something in a list. */
export const searchWords = (description: string) =>
  z.string().trim().max(LONGEST_WORDS).default('').meta({ description })

/** A filter that takes one value or several of them. */
export const several = <T extends z.ZodType<string>>(of: T) =>
  z
    .union([of.transform((one) => [one]), z.array(of).max(20)])
    .default([])
    .meta({ description: 'One or several; repeated, any of them may hold' })

/** An address somebody mended by hand still finds: what is not understood is left out. */
export function readQuery<S extends z.ZodObject>(schema: S, asking: Asking): z.output<S> {
  const lenient = schema.partial()
  const usable = Object.keys(schema.shape).flatMap((name) => {
    const given = asking[name]
    const value = name === 'q' && typeof given === 'string' ? given.slice(0, LONGEST_WORDS) : given
    return value !== undefined && value !== '' && lenient.safeParse({ [name]: value }).success
      ? [[name, value] as const]
      : []
  })
  return schema.parse(Object.fromEntries(usable))
}

/** Where the next page of a list begins that is ordered by last change, then by number. */
const Cursor = z.tuple([z.iso.datetime(), z.string().max(40)])
export type Cursor = z.infer<typeof Cursor>

export const writeCursor = ({ changedAt, number }: { readonly changedAt: Instant; readonly number: string }): string =>
  Buffer.from(`${changedAt} ${number}`).toString('base64url')

export function readCursor(text: Given): Cursor | undefined {
  if (typeof text !== 'string') return undefined
  return Cursor.safeParse(Buffer.from(text, 'base64url').toString().split(' ')).data
}

const UNREADABLE = {
  code: 'form.cursor',
  text: {
    vi: 'Con trỏ trang không đọc được; hãy dùng nguyên giá trị đã nhận.',
    en: 'The cursor cannot be read; use the value as you received it.',
  },
} as const

/** `after` of an API: a cursor of the list, refused with words where it cannot be read. */
export const afterOf = <C>(
  read: (text: string) => C | undefined,
  max = 200,
  description = 'Opaque: where this page begins, from `next` of the page before',
) =>
  z
    .string()
    .max(max)
    .transform((text, context) => {
      const cursor = read(text)
      if (cursor !== undefined) return cursor
      context.issues.push({ code: 'custom', input: text, params: UNREADABLE })
      return z.NEVER
    })
    .meta({ description })
