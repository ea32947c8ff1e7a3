import { ENCODINGS, type Encoding, type Limits, type Reading, SEPARATORS, type Separator } from './schema.ts'
import { Unreadable } from './unreadable.ts'

const HEAD = 262_144

/** Bytes that can be read again from the start, piece by piece. */
export interface Bytes {
  readonly size: number
  chunks(): AsyncIterable<Uint8Array>
}

export async function headOf(bytes: Bytes): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes.chunks()) {
    parts.push(chunk)
    size += chunk.length
    if (size >= HEAD) break
  }
  return Buffer.concat(parts).subarray(0, HEAD)
}

/** By its mark, by where its zero bytes stand, else UTF-8 until a byte says otherwise. */
export function firstGuess(head: Buffer): Encoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  for (let i = 0; i < Math.min(head.length, 4096); i += 1) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const share = Math.min(head.length, 4096) / 2
  if (odd > share / 3 && even === 0) return 'utf-16le'
  if (even > share / 3 && odd === 0) return 'utf-16be'
  return 'utf-8'
}

/** Thrown inside this file when UTF-8 was the wrong guess: told by its class, never by words. */
export class NotUtf8 extends Error {}

/**
 * Text of the bytes, NFC, without zero characters. `strict` stops at the first byte that is not UTF-8; otherwise such
 * bytes become U+FFFD and the rows that hold them are faulty.
 */
export async function* decode(bytes: Bytes, encoding: Encoding, strict: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: strict && encoding === 'utf-8' })
  const next = (chunk?: Uint8Array): string => {
    try {
      return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
    } catch {
      // The decoder throws for one reason only: a byte that is not UTF-8.
      throw new NotUtf8()
    }
  }
  for await (const chunk of bytes.chunks()) yield clean(next(chunk))
  yield clean(next())
}

function clean(text: string): string {
  if (text.includes('\0')) throw new Unreadable('inventory.binary')
  return text
}

/**
 * Not UTF-8: then which? Damaged UTF-8 keeps many whole sequences; Windows-1258 writes Vietnamese marks as bytes of
 * their own after a vowel; the rest is Windows-1252.
 */
export function legacyOf(sample: Buffer): Encoding {
  const { whole, broken } = sequences(sample)
  if (whole > broken * 4) return 'utf-8'
  let [marks, high] = [0, 0]
  for (let i = 1; i < sample.length; i += 1) {
    const byte = sample[i] ?? 0
    if (byte < 0x80) continue
    high += 1
    if (VIETNAMESE_MARKS.has(byte) && VOWELS.has(sample[i - 1] ?? 0)) marks += 1
  }
  return marks > 0 && marks * 5 >= high ? 'windows-1258' : 'windows-1252'
}

/** Grave, hook, tilde, acute and dot below as Windows-1258 writes them. */
const VIETNAMESE_MARKS = new Set([0xcc, 0xd2, 0xde, 0xec, 0xf2])
const VOWELS = new Set([
  ...Buffer.from('aeiouyAEIOUY'),
  ...[0xc2, 0xc3, 0xca, 0xd4, 0xd5, 0xdd],
  ...[0xe2, 0xe3, 0xea, 0xf4, 0xf5, 0xfd],
])

function sequences(sample: Buffer): { whole: number; broken: number } {
  let [whole, broken] = [0, 0]
  for (let i = 0; i < sample.length; i += 1) {
    const byte = sample[i] ?? 0
    if (byte < 0x80) continue
    const more = byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0
    const rest = sample.subarray(i + 1, i + 1 + more)
    if (more > 0 && rest.length === more && rest.every((b) => b >= 0x80 && b < 0xc0)) {
      whole += 1
      i += more
    } else broken += 1
  }
  return { whole, broken }
}

/** Around the first byte that is not UTF-8, and from there on to the end, high bytes only: enough to tell. */
export async function legacyIn(bytes: Bytes): Promise<Encoding> {
  const kept: Buffer[] = []
  let size = 0
  for await (const chunk of bytes.chunks()) {
    const buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    if (buffer.some((b) => b >= 0x80)) {
      kept.push(buffer.subarray(0, HEAD))
      size += buffer.length
    }
    if (size > 8 * HEAD) break
  }
  return legacyOf(Buffer.concat(kept))
}

/** The separator that cuts the first lines into the most columns of the same number. */
export function separatorOf(head: string): Separator {
  const scored = SEPARATORS.map((separator) => {
    const widths = widthsOf(head, separator).slice(0, 20)
    const usual = widths.toSorted((a, b) => a - b)[Math.floor(widths.length / 2)] ?? 1
    const alike = widths.filter((w) => w === usual).length / Math.max(1, widths.length)
    return { separator, score: usual > 1 ? usual * alike : 0 }
  })
  return scored.reduce((best, s) => (s.score > best.score ? s : best)).separator
}

function widthsOf(head: string, separator: Separator): number[] {
  const widths: number[] = []
  let [width, quoted, fresh] = [1, false, true]
  for (const char of head) {
    if (char === '"') {
      if (fresh || quoted) quoted = !quoted
    } else if (!quoted && char === separator) width += 1
    else if (!quoted && char === '\n') {
      widths.push(width)
      width = 1
    }
    fresh = char === separator || char === '\n'
    if (widths.length >= 20) break
  }
  return widths.length === 0 ? [width] : widths
}

export const isEncoding = (text: string): text is Encoding => (ENCODINGS as readonly string[]).includes(text)
export const isSeparator = (text: string): text is Separator => (SEPARATORS as readonly string[]).includes(text)

/** Text that stands for something to read on: where a reader is told how. */
export interface TextReading {
  readonly reading: Reading
  readonly strict: boolean
  readonly limits: Limits
}
