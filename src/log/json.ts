import { canonical, type Json } from '../base/canonical.ts'

/** So deep and no deeper: a file from anywhere must not exhaust the stack of whoever reads it. */
const MAX_DEPTH = 32

/** JSON that says one thing only, or nothing: whole characters, numbers JSON can say again, bounded depth. Never throws. */
export function readJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json
    return isSound(value, MAX_DEPTH) ? value : undefined
  } catch {
    return undefined // The parser can say no only by throwing.
  }
}

/** The same, and in its one canonical form (RFC 8785): no member twice, no second spelling of anything. */
export function readCanonical(text: string): Json | undefined {
  const value = readJson(text)
  return value !== undefined && canonical(value) === text ? value : undefined
}

function isSound(value: Json | undefined, depth: number): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  return Object.entries(value).every(([key, member]) => key.isWellFormed() && isSound(member as Json, depth - 1))
}
