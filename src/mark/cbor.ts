/** What a claim of C2PA is made of, as far as CBOR (RFC 8949) is needed for it. Byte strings are `Uint8Array`. */
export type Cbor = number | string | boolean | null | Uint8Array | readonly Cbor[] | { readonly [key: string]: Cbor }

const DEPTH = 16
const ITEMS = 10_000

/** One whole value, or nothing: bytes behind it, open lengths, keys that are no text, and whatever runs over the end. */
export function readCbor(bytes: Uint8Array): Cbor | undefined {
  try {
    const reader = new Reader(bytes)
    const value = reader.value(0)
    return reader.at === bytes.length ? value : undefined
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

class Unreadable extends Error {}

class Reader {
  at = 0
  private left = ITEMS
  private readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  value(depth: number): Cbor {
    this.left -= 1
    if (depth > DEPTH || this.left < 0) throw new Unreadable()
    const first = this.byte()
    const [major, short] = [first >> 5, first & 31]
    if (major === 7) return this.simple(short)
    const n = this.count(short)
    switch (major) {
      case 0:
        return n
      case 1:
        return -1 - n
      case 2:
        return this.take(n)
      case 3:
        return this.text(n)
      case 4:
        return Array.from({ length: this.fits(n) }, () => this.value(depth + 1))
      case 5:
        return this.map(this.fits(n), depth)
      default:
        // A tag says what is meant by a value; a claim is read the same without it.
        return this.value(depth + 1)
    }
  }

  private map(n: number, depth: number): { readonly [key: string]: Cbor } {
    const map: Record<string, Cbor> = Object.create(null) as Record<string, Cbor>
    for (let i = 0; i < n; i += 1) {
      const key = this.value(depth + 1)
      if (typeof key !== 'string' || key in map) throw new Unreadable()
      map[key] = this.value(depth + 1)
    }
    return map
  }

  private simple(short: number): Cbor {
    if (short === 20 || short === 21) return short === 21
    if (short === 22) return null
    throw new Unreadable()
  }

  private count(short: number): number {
    if (short < 24) return short
    const size = [1, 2, 4, 8][short - 24]
    if (size === undefined) throw new Unreadable()
    const n = this.take(size).reduce((sum, byte) => sum * 256 + byte, 0)
    if (!Number.isSafeInteger(n)) throw new Unreadable()
    return n
  }

  /** Each item takes a byte at least, so a length beyond the end is found before anything is made for it. */
  private fits(n: number): number {
    if (n > this.bytes.length - this.at) throw new Unreadable()
    return n
  }
  private text(n: number): string {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(this.take(n))
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable()
    }
  }
  private take(n: number): Uint8Array {
    this.at += this.fits(n)
    return this.bytes.subarray(this.at - n, this.at)
  }
  private byte(): number {
    return this.take(1)[0] ?? 0
  }
}

// ————— writing —————

const head = (major: number, n: number): Uint8Array =>
  Uint8Array.from(
    n < 24
      ? [(major << 5) | n]
      : n < 256
        ? [(major << 5) | 24, n]
        : n < 65_536
          ? [(major << 5) | 25, n >> 8, n & 255]
          : [(major << 5) | 26, n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255],
  )

/** Lengths below 2^32, in their shortest form. */
export const cborBytes = (value: Uint8Array): Uint8Array => joined([head(2, value.length), value])
export const cborText = (value: string): Uint8Array => {
  const bytes = new TextEncoder().encode(value)
  return joined([head(3, bytes.length), bytes])
}
export const cborList = (items: readonly Uint8Array[]): Uint8Array => joined([head(4, items.length), ...items])
/** A whole number from 0 on. */
export const cborNumber = (n: number): Uint8Array => head(0, n)
/** Keys are written values themselves: small numbers or texts. */
export const cborMap = (entries: readonly (readonly [key: Uint8Array, value: Uint8Array])[]): Uint8Array =>
  joined([head(5, entries.length), ...entries.flat()])

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
