import { done, type Outcome } from '../base/outcome.ts'
import { malformed } from './malformed.ts'

/** The longest entry a bundle can hold: its length is written in two bytes (C2SP tlog-tiles, log entries). */
export const MAX_ENTRY = 0xffff

/** Up to 256 entries, each behind its length. */
export function printBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY) throw new RangeError(`an entry of ${entry.length} bytes does not fit a bundle`)
    bytes.set([entry.length >> 8, entry.length & 0xff], at)
    bytes.set(entry, at + 2)
    at += 2 + entry.length
  }
  return bytes
}

/** Exactly `width` entries and nothing after them. */
export function parseBundle(bytes: Uint8Array, width: number): Outcome<readonly Uint8Array[]> {
  const entries: Uint8Array[] = []
  let at = 0
  while (entries.length < width) {
    const [high, low] = [bytes[at], bytes[at + 1]]
    if (high === undefined || low === undefined) return malformed('log.bundle-length')
    const end = at + 2 + high * 256 + low
    if (end > bytes.length) return malformed('log.bundle-length')
    entries.push(bytes.slice(at + 2, end))
    at = end
  }
  return at === bytes.length ? done(entries) : malformed('log.bundle-length')
}
