import type { Pixels } from './pixels.ts'
import { blurred, luma, resize, type Plane } from './plane.ts'

/** Three short descriptions of how a picture looks, in hexadecimal. Alike pictures differ in few bits. */
export interface Hashes {
  readonly phash: string
  readonly dhash: string
  readonly pdq: string
}

/** At most so many bits apart, two pictures count as the same; unrelated ones are half of all bits apart. */
export const ALIKE: Readonly<Record<keyof Hashes, number>> = { phash: 10, dhash: 10, pdq: 31 }

export function hashes(pixels: Pixels): Hashes {
  const plane = small(luma(pixels))
  return { phash: phash(plane), dhash: dhash(plane), pdq: pdqLike(plane) }
}

const ENOUGH = 512

/** First small, then soft: at twelve million points the other order takes six times as long. */
function small(plane: Plane): Plane {
  const scale = ENOUGH / Math.max(plane.width, plane.height)
  const side = (length: number): number => Math.max(1, Math.round(length * scale))
  return scale < 1 ? resize(plane, side(plane.width), side(plane.height)) : plane
}

/** Of 256 bits, after PDQ: 16 by 16 slow waves of a small picture, each above or below the middle of all. */
const pdqLike = (plane: Plane): string => aboveMiddle(waves(resize(soft(plane, 128), 64, 64), 1, 16))

/** Of 64 bits: 8 by 8 slow waves, the mean left out of the middle. */
const phash = (plane: Plane): string => aboveMiddle(waves(resize(soft(plane, 64), 32, 32), 0, 8))

/** Of 64 bits: does it become lighter to the right? */
function dhash(plane: Plane): string {
  const { data } = resize(soft(plane, 64), 9, 8)
  return hexOf(
    Array.from({ length: 64 }, (_, n) => {
      const at = Math.floor(n / 8) * 9 + (n % 8)
      return (data[at + 1] ?? 0) > (data[at] ?? 0)
    }),
  )
}

/** Blurred in proportion before it becomes small, so that fine grain does not decide. */
function soft(plane: Plane, side: number): Plane {
  const radius = Math.floor(Math.max(plane.width, plane.height) / side / 2)
  return radius < 1 ? plane : blurred(plane, radius)
}

/** The waves `from` to `from + count` of a cosine transform (DCT-II) in both directions. */
function waves({ width: size, data }: Plane, from: number, count: number): Float64Array {
  const turns = Float64Array.from({ length: count * size }, (_, n) =>
    Math.cos((Math.PI * (2 * (n % size) + 1) * (Math.floor(n / size) + from)) / (2 * size)),
  )
  const rows = new Float64Array(count * size)
  for (let y = 0; y < size; y += 1)
    for (let k = 0; k < count; k += 1) {
      let sum = 0
      for (let x = 0; x < size; x += 1) sum += (data[y * size + x] ?? 0) * (turns[k * size + x] ?? 0)
      rows[k * size + y] = sum
    }
  const out = new Float64Array(count * count)
  for (let j = 0; j < count; j += 1)
    for (let k = 0; k < count; k += 1) {
      let sum = 0
      for (let y = 0; y < size; y += 1) sum += (rows[k * size + y] ?? 0) * (turns[j * size + y] ?? 0)
      out[j * count + k] = sum
    }
  return out
}

function aboveMiddle(values: Float64Array): string {
  const sorted = values.toSorted()
  const middle = ((sorted[sorted.length / 2 - 1] ?? 0) + (sorted[sorted.length / 2] ?? 0)) / 2
  return hexOf(Array.from(values, (value) => value > middle))
}

const hexOf = (bits: readonly boolean[]): string =>
  Array.from({ length: bits.length / 4 }, (_, n) =>
    bits
      .slice(n * 4, n * 4 + 4)
      .reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0)
      .toString(16),
  ).join('')

const ONES = Array.from({ length: 16 }, (_, n) => [n & 1, n & 2, n & 4, n & 8].filter(Boolean).length)

/** In how many bits two hashes differ; of different kinds, in all of them. */
export function distance(a: string, b: string): number {
  if (a.length !== b.length) return Math.max(a.length, b.length) * 4
  let bits = 0
  for (let n = 0; n < a.length; n += 1)
    bits += ONES[Number.parseInt(a[n] ?? '0', 16) ^ Number.parseInt(b[n] ?? '0', 16)] ?? 0
  return bits
}

/** The same picture, as far as hashes can tell: two of the three agree. Cropped copies are often not recognised. */
export const sameImage = (a: Hashes, b: Hashes): boolean =>
  (['phash', 'dhash', 'pdq'] as const).filter((kind) => distance(a[kind], b[kind]) <= ALIKE[kind]).length >= 2
