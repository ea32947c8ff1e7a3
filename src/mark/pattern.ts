import { CODED_BITS, encode } from './coding.ts'
import { complexOf, fft2, type Complex } from './fft.ts'

/** Points of one tile in the canonical picture, whose long side has `CANONICAL` points. */
export const TILE = 64
export const CANONICAL = 512
/** Waves in a tile, from and to: coarser ones are seen, finer ones do not outlive a quarter of the size. */
const [COARSEST, FINEST] = [4, 20]
const SYNC_SHARE = 0.2
/** Neighbouring waves carry bits that stand far from each other; odd, so that all of them have their turn. */
const BIT_STRIDE = 77
/** Coarse waves are the louder ones: of a block of JPEG, WebP or AVIF little more than its mean outlives much loss. */
export const loudnessOf = (radius: number): number => 1 / radius

/** One wave of the tile: how often it goes up and down, and what its two parts carry. */
export interface Wave {
  readonly kx: number
  readonly ky: number
  readonly radius: number
  /** Fixed and known, to find place and orientation by. */
  readonly sync?: { readonly re: number; readonly im: number }
  /** Which coded bit, and with which sign, its real and its imaginary part carry. */
  readonly bits?: readonly [at: number, sign: number, at: number, sign: number]
}

/** A small generator with a long period (sfc32), so that every machine draws the same pattern from a key. */
function drawn(key: string): () => number {
  let seed = 0x811c9dc5
  for (const char of key) seed = Math.imul(seed ^ char.charCodeAt(0), 0x01000193)
  let [a, b, c, d] = [seed | 0, (seed ^ 0x9e3779b9) | 0, Math.imul(seed, 0x85ebca6b), 1]
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    return (t >>> 0) / 2 ** 32
  }
  for (let n = 0; n < 16; n += 1) next()
  return next
}

const cached = new Map<string, readonly Wave[]>()

/** The waves of a key. Who knows the key can find the mark, write another and weaken it: see docs/marks.md. */
export function wavesOf(key: string): readonly Wave[] {
  const found = cached.get(key)
  if (found !== undefined) return found
  const next = drawn(key)
  const all: { kx: number; ky: number; radius: number; order: number }[] = []
  for (let ky = 0; ky <= FINEST; ky += 1)
    for (let kx = -FINEST; kx <= FINEST; kx += 1) {
      const radius = Math.hypot(kx, ky)
      if ((ky > 0 || kx > 0) && radius >= COARSEST && radius <= FINEST) all.push({ kx, ky, radius, order: next() })
    }
  const shuffled = all.toSorted((a, b) => a.order - b.order)
  const syncs = Math.round(shuffled.length * SYNC_SHARE)
  let part = 0
  const bit = (): readonly [number, number] => [(part++ * BIT_STRIDE) % CODED_BITS, next() < 0.5 ? -1 : 1]
  const waves = [
    ...shuffled.slice(0, syncs).map(({ kx, ky, radius }): Wave => {
      const phase = next() * 2 * Math.PI
      return { kx, ky, radius, sync: { re: Math.cos(phase), im: Math.sin(phase) } }
    }),
    // By fineness, so that every bit has waves of each.
    ...shuffled
      .slice(syncs)
      .toSorted((a, b) => a.radius - b.radius)
      .map(({ kx, ky, radius }): Wave => ({ kx, ky, radius, bits: [...bit(), ...bit()] })),
  ]
  cached.set(key, waves)
  return waves
}

/** What a wave is in the tile of these coded bits: its real and its imaginary part, together one long. */
export function partsOf({ sync, bits }: Wave, coded: Uint8Array): readonly [re: number, im: number] {
  if (bits === undefined) return [sync?.re ?? 0, sync?.im ?? 0]
  const part = (at: number, sign: number): number => (((coded[at] ?? 0) * 2 - 1) * sign) / Math.SQRT2
  return [part(bits[0], bits[1]), part(bits[2], bits[3])]
}

/** The tile of an id, `size` by `size` points fine, with a mean square of one. */
export function tileOf(key: string, contentId: string, size: number): Float32Array {
  const coded = encode(contentId)
  const square: Complex = complexOf(size * size)
  for (const wave of wavesOf(key)) {
    const { kx, ky, radius } = wave
    const loud = loudnessOf(radius)
    const [re, im] = partsOf(wave, coded)
    const at = ky * size + ((kx + size) % size)
    const opposite = ((size - ky) % size) * size + ((size - kx) % size)
    square.re[at] = re * loud
    square.im[at] = im * loud
    square.re[opposite] = re * loud
    square.im[opposite] = -im * loud
  }
  fft2(square, size, true)
  const tile = Float32Array.from(square.re)
  const rms = Math.sqrt(tile.reduce((sum, v) => sum + v * v, 0) / tile.length)
  return tile.map((v) => v / rms)
}
