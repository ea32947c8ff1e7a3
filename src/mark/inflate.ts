import type { Budget } from './budget.ts'

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]
const DISTANCE_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

interface Tree {
  /** How many codes have each length. */
  readonly counts: Uint16Array
  readonly symbols: Uint16Array
}

function treeOf(lengths: readonly number[]): Tree {
  const counts = new Uint16Array(16)
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1
  counts[0] = 0
  const offsets = new Uint16Array(17)
  for (let n = 1; n < 16; n += 1) offsets[n + 1] = (offsets[n] ?? 0) + (counts[n] ?? 0)
  const symbols = new Uint16Array(lengths.length)
  for (const [symbol, length] of lengths.entries()) {
    if (length === 0) continue
    const at = offsets[length] ?? 0
    symbols[at] = symbol
    offsets[length] = at + 1
  }
  return { counts, symbols }
}

const FIXED: readonly [Tree, Tree] = [
  treeOf(Array.from({ length: 288 }, (_, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8))),
  treeOf(Array.from({ length: 30 }, () => 5)),
]

/**
 * Bits of a deflate stream (RFC 1951). Our own, because the streams of the platform are asynchronous, give nothing of a
 * file that was cut, and cannot be told how much they may unfold.
 */
class Bits {
  at: number
  ended = false
  private hold = 0
  private held = 0
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
  }

  take(count: number): number {
    while (this.held < count) {
      const byte = this.bytes[this.at]
      if (byte === undefined) this.ended = true
      this.hold |= (byte ?? 0) << this.held
      this.at += 1
      this.held += 8
    }
    const value = this.hold & ((1 << count) - 1)
    this.hold >>>= count
    this.held -= count
    return value
  }

  align(): void {
    this.hold = 0
    this.held = 0
  }

  symbol({ counts, symbols }: Tree): number {
    let [code, first, index] = [0, 0, 0]
    for (let length = 1; length < 16; length += 1) {
      code |= this.take(1)
      const count = counts[length] ?? 0
      if (code - count < first) return symbols[index + code - first] ?? -1
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return -1
  }
}

/** Room that grows as far as the budget allows and no further. */
class Room {
  bytes = new Uint8Array(4096)
  length = 0
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  get full(): boolean {
    return this.length >= this.most
  }

  put(byte: number): void {
    if (this.full) return
    if (this.length === this.bytes.length) {
      const grown = new Uint8Array(Math.min(this.most, this.bytes.length * 4))
      grown.set(this.bytes)
      this.bytes = grown
    }
    this.bytes[this.length] = byte
    this.length += 1
  }
}

export interface Inflated {
  readonly bytes: Uint8Array
  /** The stream was cut, broken, or larger than the budget allows; what came before is kept. */
  readonly whole: boolean
}

/** Unfolds a raw, zlib or gzip stream, never more than the budget allows. */
export function inflate(bytes: Uint8Array, budget: Budget, most = budget.bounds.inflated): Inflated {
  const allowed = budget.inflatable(most)
  const room = new Room(allowed)
  const bits = new Bits(bytes, headerOf(bytes))
  let whole = false
  while (!room.full && !bits.ended && budget.step()) {
    const last = bits.take(1) === 1
    const good = block(bits, room)
    if (!good || bits.ended) break
    if (last) {
      whole = true
      break
    }
  }
  budget.inflated(room.length)
  if (room.full && !whole) budget.met.add('inflated')
  return { bytes: room.bytes.subarray(0, room.length), whole: whole && !(room.full && allowed < most) }
}

function headerOf(bytes: Uint8Array): number {
  const [a = 0, b = 0, , flags = 0] = bytes
  if (a === 0x1f && b === 0x8b) return gzipHeader(bytes, flags)
  return (a & 15) === 8 && ((a << 8) | b) % 31 === 0 ? 2 : 0
}

/** RFC 1952: ten bytes, then what the flags announce. */
function gzipHeader(bytes: Uint8Array, flags: number): number {
  let at = 10
  if (flags & 4) at += 2 + ((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8))
  for (const flag of [8, 16]) if (flags & flag) at = Math.max(at, bytes.indexOf(0, at) + 1)
  return flags & 2 ? at + 2 : at
}

function block(bits: Bits, room: Room): boolean {
  const kind = bits.take(2)
  if (kind === 0) return stored(bits, room)
  if (kind === 3) return false
  const trees = kind === 1 ? FIXED : dynamic(bits)
  return trees !== undefined && codes(bits, room, trees)
}

function stored(bits: Bits, room: Room): boolean {
  bits.align()
  const length = bits.take(16)
  if ((length ^ 0xffff) !== bits.take(16)) return false
  for (let n = 0; n < length && !bits.ended && !room.full; n += 1) {
    const byte = bits.take(8)
    if (!bits.ended) room.put(byte)
  }
  return true
}

function dynamic(bits: Bits): readonly [Tree, Tree] | undefined {
  const [literals, distances, count] = [bits.take(5) + 257, bits.take(5) + 1, bits.take(4) + 4]
  if (literals > 286) return undefined
  const short = Array.from({ length: 19 }, () => 0)
  for (const place of ORDER.slice(0, count)) short[place] = bits.take(3)
  const tree = treeOf(short)
  const lengths: number[] = []
  while (lengths.length < literals + distances && !bits.ended) {
    const symbol = bits.symbol(tree)
    if (symbol < 0) return undefined
    if (symbol < 16) lengths.push(symbol)
    else {
      const value = symbol === 16 ? (lengths.at(-1) ?? 0) : 0
      const times = symbol === 16 ? 3 + bits.take(2) : symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7)
      for (let n = 0; n < times; n += 1) lengths.push(value)
    }
  }
  return [treeOf(lengths.slice(0, literals)), treeOf(lengths.slice(literals, literals + distances))]
}

function codes(bits: Bits, room: Room, [literal, distance]: readonly [Tree, Tree]): boolean {
  while (!bits.ended && !room.full) {
    const symbol = bits.symbol(literal)
    if (bits.ended) return true
    if (symbol < 0 || symbol > 285) return false
    if (symbol === 256) return true
    if (symbol < 256) room.put(symbol)
    else if (!copy(bits, room, symbol - 257, distance)) return false
  }
  return true
}

function copy(bits: Bits, room: Room, n: number, distances: Tree): boolean {
  const length = (LENGTH_BASE[n] ?? 0) + bits.take(LENGTH_EXTRA[n] ?? 0)
  const d = bits.symbol(distances)
  const base = DISTANCE_BASE[d]
  if (base === undefined) return false
  const from = room.length - base - bits.take(DISTANCE_EXTRA[d] ?? 0)
  if (from < 0) return false
  for (let k = 0; k < length; k += 1) room.put(room.bytes[from + k] ?? 0)
  return true
}
