/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * The one byte-for-byte form of a JSON value (RFC 8785): keys by UTF-16 order, no spaces, ECMAScript numbers.
 * Members that are `undefined` are left out. Refuses (throws) what JSON cannot say, such as NaN.
 */
export function canonical(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('canonical JSON has no such number')
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const members = Object.entries(value).filter((m): m is [string, Json] => m[1] !== undefined)
  members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `{${members.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(',')}}`
}

const isList = (value: readonly Json[] | { readonly [key: string]: Json | undefined }): value is readonly Json[] =>
  Array.isArray(value)
