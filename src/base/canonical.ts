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
  let members = ''
  // Sorting without a comparison is by UTF-16 order.
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member === undefined) continue
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${canonical(member)}`
  }
  return `{${members}}`
}

const isList = (value: readonly Json[] | { readonly [key: string]: Json | undefined }): value is readonly Json[] =>
  Array.isArray(value)
