import { CODED_BITS, decode } from './coding.ts'
import { complexOf, fft2, type Complex } from './fft.ts'
import { CANONICAL, TILE, wavesOf, type Wave } from './pattern.ts'
import type { Pixels } from './pixels.ts'
import { luma, type Plane } from './plane.ts'
import type { WatermarkReading } from './signed.ts'
import { canonical, detail, PUBLIC_KEY, WATERMARK } from './watermark.ts'

/** How the tile lies in the picture: its side in points, and how it is turned. */
interface Lie {
  readonly side: number
  readonly angle: number
}

/** Twice two tiles: the waves of the mark are the even ones there, and the others tell how loud the picture itself is. */
const FOLD = TILE * 2
const LEAST_Z = 4.6
const STRAIGHT: Lie = { side: TILE, angle: 0 }

/** The eight ways a picture can lie: turned by right angles, and each of them mirrored. */
const ORIENTATIONS: readonly (readonly [number, number, number, number])[] = [
  [1, 0, 0, 1],
  [0, -1, 1, 0],
  [-1, 0, 0, -1],
  [0, 1, -1, 0],
  [-1, 0, 0, 1],
  [0, 1, 1, 0],
  [1, 0, 0, -1],
  [0, -1, -1, 0],
]

export interface Detection extends WatermarkReading {
  /** How the mark lies: side of a tile in the canonical picture, degrees, and which of the eight orientations. */
  readonly lie: { readonly side: number; readonly degrees: number; readonly orientation: number }
}

/**
 * Looks for the mark as it was made, then for one that was cropped, set into something larger or turned a little.
 * Nothing found says nothing: a weak or damaged mark is not found either.
 */
export function detect(pixels: Pixels, key: string = PUBLIC_KEY): Detection | undefined {
  if (Math.max(pixels.width, pixels.height) < 64 || Math.min(pixels.width, pixels.height) < 32) return undefined
  const even = evened(canonical(luma(pixels)))
  const waves = wavesOf(key)
  const direct = at(even, STRAIGHT, waves)
  if (direct !== undefined) return direct
  for (const lie of lies(even)) {
    const found = at(even, lie, waves)
    if (found !== undefined) return found
  }
  return undefined
}

/** Every part of the picture as loud as every other, so that no edge outshouts the mark. */
function evened(plane: Plane): Plane {
  const { fine, stray } = detail(plane)
  const data = fine.data.map((value, n) => Math.max(-2.5, Math.min(2.5, value / ((stray.data[n] ?? 0) + 1.5))))
  return { ...plane, data }
}

function at(even: Plane, lie: Lie, waves: readonly Wave[]): Detection | undefined {
  const spectrum = loudness(folded(even, lie))
  const peaks = ORIENTATIONS.flatMap((orientation, n) => places(spectrum, orientation, waves).map((p) => ({ ...p, n })))
  for (const { x, y, z, n } of peaks.toSorted((a, b) => b.z - a.z).slice(0, 3)) {
    if (z < LEAST_Z) break
    const contentId = read(spectrum, ORIENTATIONS[n] ?? [1, 0, 0, 1], waves, x, y)
    const degrees = (lie.angle * 180) / Math.PI
    if (contentId !== undefined)
      return { engine: WATERMARK, contentId, z, lie: { side: lie.side, degrees, orientation: n } }
  }
  return undefined
}

/** All tiles laid over each other. */
function folded({ width, height, data }: Plane, { side, angle }: Lie): Complex {
  const sum = new Float64Array(FOLD * FOLD)
  const count = new Uint32Array(FOLD * FOLD)
  const scale = TILE / side
  const [c, s] = [Math.cos(angle) * scale, Math.sin(angle) * scale]
  // Large enough that no place is below zero.
  const far = FOLD * 64
  for (let y = 0; y < height; y += 1) {
    let u = (y + 0.5) * s + 0.5 * c + far
    let v = (y + 0.5) * c - 0.5 * s + far
    for (let x = 0; x < width; x += 1) {
      const place = (Math.floor(v) & (FOLD - 1)) * FOLD + (Math.floor(u) & (FOLD - 1))
      sum[place] = (sum[place] ?? 0) + (data[y * width + x] ?? 0)
      count[place] = (count[place] ?? 0) + 1
      u += c
      v -= s
    }
  }
  const square = complexOf(FOLD * FOLD)
  for (let n = 0; n < sum.length; n += 1) square.re[n] = (sum[n] ?? 0) / Math.max(1, count[n] ?? 0)
  fft2(square, FOLD)
  return square
}

/** Each wave of the tile in units of the noise around it. */
function loudness({ re, im }: Complex): Complex {
  const out = complexOf(TILE * TILE)
  const power = (x: number, y: number): number => {
    const n = (y & (FOLD - 1)) * FOLD + (x & (FOLD - 1))
    return (re[n] ?? 0) ** 2 + (im[n] ?? 0) ** 2
  }
  for (let ky = -TILE / 2; ky < TILE / 2; ky += 1)
    for (let kx = -TILE / 2; kx < TILE / 2; kx += 1) {
      let noise = 0
      for (let dy = -2; dy <= 2; dy += 1)
        for (let dx = -2; dx <= 2; dx += 1) if (((dx | dy) & 1) === 1) noise += power(2 * kx + dx, 2 * ky + dy)
      const unit = Math.sqrt(noise / 16 / 2) + 1e-9
      const n = ((2 * ky) & (FOLD - 1)) * FOLD + ((2 * kx) & (FOLD - 1))
      const to = (ky & (TILE - 1)) * TILE + (kx & (TILE - 1))
      // A tone of the picture itself, such as a grid, must not count for more than it can mean.
      const size = Math.hypot(re[n] ?? 0, im[n] ?? 0) / unit
      const gain = (size > 4 ? 4 / size : 1) / unit
      out.re[to] = (re[n] ?? 0) * gain
      out.im[to] = (im[n] ?? 0) * gain
    }
  return out
}

const indexOf = ([a, b, c, d]: readonly [number, number, number, number], kx: number, ky: number): number =>
  ((c * kx + d * ky) & (TILE - 1)) * TILE + ((a * kx + b * ky) & (TILE - 1))

interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** Where the known waves fit best, to half a point, then finer. */
function places(
  spectrum: Complex,
  orientation: readonly [number, number, number, number],
  waves: readonly Wave[],
): Place[] {
  const field = complexOf(FOLD * FOLD)
  let count = 0
  for (const { kx, ky, sync } of waves) {
    if (sync === undefined) continue
    const n = indexOf(orientation, kx, ky)
    const [r, i] = [spectrum.re[n] ?? 0, spectrum.im[n] ?? 0]
    const to = (ky & (FOLD - 1)) * FOLD + (kx & (FOLD - 1))
    field.re[to] = r * sync.re + i * sync.im
    field.im[to] = i * sync.re - r * sync.im
    count += 1
  }
  fft2(field, FOLD, true)
  let best = 0
  for (let n = 1; n < field.re.length; n += 1) if ((field.re[n] ?? 0) > (field.re[best] ?? 0)) best = n
  const value = (x: number, y: number): number => field.re[(y & (FOLD - 1)) * FOLD + (x & (FOLD - 1))] ?? 0
  const [x, y] = [best % FOLD, Math.floor(best / FOLD)]
  const top = value(x, y)
  const between = (before: number, after: number): number => {
    const curve = before - 2 * top + after
    return curve < 0 ? (0.5 * (before - after)) / curve : 0
  }
  const fine = {
    x: (x + between(value(x - 1, y), value(x + 1, y))) / 2,
    y: (y + between(value(x, y - 1), value(x, y + 1))) / 2,
  }
  return [{ ...fine, z: top / Math.sqrt(count) }]
}

/** The soft bits at a place: waves of a fineness in which the known ones came through well count for more. */
function read(
  spectrum: Complex,
  orientation: readonly [number, number, number, number],
  waves: readonly Wave[],
  x: number,
  y: number,
): string | undefined {
  const turned = ({ kx, ky }: Wave): readonly [number, number] => {
    const n = indexOf(orientation, kx, ky)
    const phase = (2 * Math.PI * (kx * x + ky * y)) / TILE
    const [c, s] = [Math.cos(phase), Math.sin(phase)]
    const [r, i] = [spectrum.re[n] ?? 0, spectrum.im[n] ?? 0]
    return [r * c - i * s, r * s + i * c]
  }
  const gain = gains(waves, turned)
  const soft = new Float64Array(CODED_BITS)
  for (const wave of waves) {
    if (wave.bits === undefined) continue
    const [re, im] = turned(wave)
    const [first, firstSign, second, secondSign] = wave.bits
    const weight = gain(wave.radius)
    soft[first] = (soft[first] ?? 0) + weight * firstSign * re
    soft[second] = (soft[second] ?? 0) + weight * secondSign * im
  }
  return decode(soft)
}

function gains(waves: readonly Wave[], turned: (wave: Wave) => readonly [number, number]): (radius: number) => number {
  const BINS = 6
  const sums = new Float64Array(BINS)
  const counts = new Float64Array(BINS)
  const bin = (radius: number): number => Math.min(BINS - 1, Math.floor(radius / 4))
  for (const wave of waves) {
    if (wave.sync === undefined) continue
    const [re, im] = turned(wave)
    const b = bin(wave.radius)
    sums[b] = (sums[b] ?? 0) + re * wave.sync.re + im * wave.sync.im
    counts[b] = (counts[b] ?? 0) + 1
  }
  const means = sums.map((sum, n) => Math.max(0.05, sum / Math.max(1, counts[n] ?? 0)))
  return (radius) => means[bin(radius)] ?? 0.05
}

const [SMALLEST, LARGEST] = [26, 150]
const WIDEST = (8 * Math.PI) / 180
const FARTHEST = 168
const MOST_LIES = 12
const LOUDEST = 5

/**
 * Sides and angles at which the picture repeats itself. The mark does so in a square lattice, whatever was cut away
 * around it; pictures do not, except tiled ones.
 */
function lies(even: Plane): Lie[] {
  const echo = echoes(even)
  const found: { side: number; angle: number; score: number }[] = []
  for (let angle = -WIDEST; angle <= WIDEST; angle += WIDEST / 20)
    for (let side = SMALLEST; side <= LARGEST; side *= 1.0025)
      found.push({ side, angle, score: lattice(echo, side, angle) })
  const best: Lie[] = []
  for (const { side, angle } of found.toSorted((a, b) => b.score - a.score)) {
    if (best.some((b) => Math.abs(b.side / side - 1) < 0.02 && Math.abs(b.angle - angle) < 0.02)) continue
    best.push({ side, angle })
    if (best.length >= MOST_LIES) break
  }
  return best.map((lie) => refined(echo, lie))
}

function refined(echo: Float64Array, coarse: Lie): Lie {
  let best = { ...coarse, score: lattice(echo, coarse.side, coarse.angle) }
  for (let [ds, da] = [0.002, 0.004]; ds > 0.0002; [ds, da] = [ds / 2, da / 2])
    for (const s of [-1, 0, 1])
      for (const a of [-1, 0, 1]) {
        const [side, angle] = [best.side * (1 + s * ds), best.angle + a * da]
        const score = lattice(echo, side, angle)
        if (score > best.score) best = { side, angle, score }
      }
  return best
}

/** How well the picture fits onto itself at the points of a lattice. Half of them: an echo is the same both ways. */
function lattice(echo: Float64Array, side: number, angle: number): number {
  const [c, s] = [Math.cos(angle) * side, Math.sin(angle) * side]
  const reach = Math.floor(FARTHEST / side)
  let [sum, count] = [0, 0]
  for (let j = 0; j <= reach; j += 1)
    for (let i = j === 0 ? 1 : -reach; i <= reach; i += 1) {
      const x = i * c - j * s
      const y = i * s + j * c
      if (Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST) continue
      const left = Math.floor(x)
      const top = Math.floor(y)
      const fx = x - left
      const fy = y - top
      const [west, east] = [left & (CANONICAL - 1), (left + 1) & (CANONICAL - 1)]
      const [north, south] = [(top & (CANONICAL - 1)) * CANONICAL, ((top + 1) & (CANONICAL - 1)) * CANONICAL]
      sum +=
        ((echo[north + west] ?? 0) * (1 - fx) + (echo[north + east] ?? 0) * fx) * (1 - fy) +
        ((echo[south + west] ?? 0) * (1 - fx) + (echo[south + east] ?? 0) * fx) * fy
      count += 1
    }
  return count === 0 ? 0 : sum / Math.sqrt(count)
}

/** The autocorrelation, with every fineness made as loud as every other. */
function echoes({ width, height, data }: Plane): Float64Array {
  const square = complexOf(CANONICAL * CANONICAL)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) square.re[y * CANONICAL + x] = data[y * width + x] ?? 0
  fft2(square, CANONICAL)
  const rings = new Float64Array(CANONICAL)
  const counts = new Float64Array(CANONICAL)
  const ring = (n: number): number => {
    const [x, y] = [n % CANONICAL, Math.floor(n / CANONICAL)]
    return Math.round(Math.hypot(x > CANONICAL / 2 ? x - CANONICAL : x, y > CANONICAL / 2 ? y - CANONICAL : y))
  }
  for (let n = 0; n < square.re.length; n += 1) {
    const [power, r] = [(square.re[n] ?? 0) ** 2 + (square.im[n] ?? 0) ** 2, ring(n)]
    square.re[n] = power
    rings[r] = (rings[r] ?? 0) + power
    counts[r] = (counts[r] ?? 0) + 1
  }
  // Lines of text, frames and horizons sing along the two axes; a tone of a grid is held down to what the mark's have.
  const axis = (n: number): boolean =>
    [n % CANONICAL, Math.floor(n / CANONICAL)].some((k) => k < 4 || k > CANONICAL - 4)
  for (let n = 0; n < square.re.length; n += 1) {
    const r = ring(n)
    const mean = (rings[r] ?? 0) / Math.max(1, counts[r] ?? 0) + 1e-9
    square.re[n] = r < 20 || r > 230 || axis(n) ? 0 : Math.min(LOUDEST, (square.re[n] ?? 0) / mean) - 1
    square.im[n] = 0
  }
  fft2(square, CANONICAL, true)
  return square.re
}
