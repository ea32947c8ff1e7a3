import { CODED_BITS, decode, encode } from './coding.ts'
import { complexOf, fft2, type Complex } from './fft.ts'
import { lies, type Sides } from './lattice.ts'
import { CANONICAL, loudnessOf, partsOf, TILE, wavesOf, type Wave } from './pattern.ts'
import type { Pixels } from './pixels.ts'
import { luma, type Plane } from './plane.ts'
import type { WatermarkReading } from './signed.ts'
import { evened, FOLD, spectrumOf, type Lie } from './spectrum.ts'
import { canonical, PUBLIC_KEY, WATERMARK } from './watermark.ts'

/** How far above chance the known waves must fit for a place to be read, and all waves for what was read to count. */
const LEAST_SYNC = 4.3
const LEAST_WORD = 11
const MOST_PLACES = 4
const STRAIGHT: Lie = { side: TILE, angle: 0 }

/** Sides of a tile that are looked for. Of large pictures the smaller ones in a plane of twice as many points. */
const SIDES: Sides = { least: 26, most: 150 }
const LARGE = 700
const FINE = CANONICAL * 2
const SIDES_COARSE: Sides = { least: 50, most: 150 }
const SIDES_FINE: Sides = { least: 26, most: 110 }

/** The eight ways a picture can lie: turned by right angles, and each of them mirrored. */
type Orientation = readonly [number, number, number, number]
const ORIENTATIONS: readonly Orientation[] = [
  [1, 0, 0, 1],
  [0, -1, 1, 0],
  [-1, 0, 0, -1],
  [0, 1, -1, 0],
  [-1, 0, 0, 1],
  [0, 1, 1, 0],
  [1, 0, 0, -1],
  [0, -1, -1, 0],
]

/** Where a tile begins, and how the picture lies. */
interface Place {
  readonly x: number
  readonly y: number
  readonly turn: Orientation
  readonly orientation: number
}
/** In a picture that was only compressed. Points are gathered as if they stood at their corner: half a point off. */
const AS_MADE: Place = { x: -0.5, y: -0.5, turn: [1, 0, 0, 1], orientation: 0 }

export interface Detection extends WatermarkReading {
  /** How the mark lies: side of a tile where the long side has 512 points, degrees, and which of the eight orientations. */
  readonly lie: { readonly side: number; readonly degrees: number; readonly orientation: number }
}

/**
 * Looks for the mark as it was made, then for one that was cropped, set into something larger or turned a little.
 * Nothing found says nothing: a weak or damaged mark is not found either.
 */
export function detect(pixels: Pixels, key: string = PUBLIC_KEY): Detection | undefined {
  const longest = Math.max(pixels.width, pixels.height)
  if (longest < 64 || Math.min(pixels.width, pixels.height) < 32) return undefined
  const waves = wavesOf(key)
  const light = luma(pixels)
  const even = evened(canonical(light))
  const direct = at(even, STRAIGHT, waves)
  if (direct !== undefined) return direct
  if (longest < LARGE) return among(even, SIDES, waves)
  return among(even, SIDES_COARSE, waves) ?? among(evened(canonical(light, FINE)), SIDES_FINE, waves)
}

function among(even: Plane, sides: Sides, waves: readonly Wave[]): Detection | undefined {
  for (const lie of lies(even, sides)) {
    const found = at(even, lie, waves)
    if (found !== undefined) return found
  }
  return undefined
}

function at(even: Plane, lie: Lie, waves: readonly Wave[]): Detection | undefined {
  const spectrum = spectrumOf(even, lie)
  for (const place of placesOf(spectrum, lie, waves)) {
    const word = read(spectrum, place, waves)
    if (word === undefined || word.z < LEAST_WORD) continue
    const side = (lie.side * CANONICAL) / Math.max(even.width, even.height)
    return {
      engine: WATERMARK,
      ...word,
      lie: { side, degrees: (lie.angle * 180) / Math.PI, orientation: place.orientation },
    }
  }
  return undefined
}

function* placesOf(spectrum: Complex, lie: Lie, waves: readonly Wave[]): Iterable<Place> {
  if (lie === STRAIGHT) yield AS_MADE
  const places = ORIENTATIONS.map((turn, orientation) => ({ ...placeOf(spectrum, turn, waves), turn, orientation }))
  yield* places
    .toSorted((a, b) => b.z - a.z)
    .slice(0, MOST_PLACES)
    .filter(({ z }) => z >= LEAST_SYNC)
}

const indexOf = ([a, b, c, d]: Orientation, kx: number, ky: number): number =>
  ((c * kx + d * ky) & (TILE - 1)) * TILE + ((a * kx + b * ky) & (TILE - 1))

/** Where the known waves fit best, to half a point, then finer; and how far above chance they do. */
function placeOf(
  spectrum: Complex,
  turn: Orientation,
  waves: readonly Wave[],
): { readonly x: number; readonly y: number; readonly z: number } {
  const field = complexOf(FOLD * FOLD)
  let squares = 0
  for (const { kx, ky, radius, sync } of waves) {
    if (sync === undefined) continue
    const weight = loudnessOf(radius)
    const n = indexOf(turn, kx, ky)
    const [r, i] = [spectrum.re[n] ?? 0, spectrum.im[n] ?? 0]
    const to = (ky & (FOLD - 1)) * FOLD + (kx & (FOLD - 1))
    field.re[to] = weight * (r * sync.re + i * sync.im)
    field.im[to] = weight * (i * sync.re - r * sync.im)
    squares += weight * weight
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
  return {
    x: (x + between(value(x - 1, y), value(x + 1, y))) / 2,
    y: (y + between(value(x, y - 1), value(x, y + 1))) / 2,
    z: top / Math.sqrt(squares),
  }
}

type Turned = (wave: Wave) => readonly [re: number, im: number]

/** What stands at a place, and how far above chance all waves together say so. */
function read(
  spectrum: Complex,
  { x, y, turn }: Place,
  waves: readonly Wave[],
): { readonly contentId: string; readonly z: number } | undefined {
  const turned: Turned = ({ kx, ky }) => {
    const n = indexOf(turn, kx, ky)
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
  const contentId = decode(soft)
  return contentId === undefined ? undefined : { contentId, z: fit(encode(contentId), waves, turned, gain) }
}

/** How well all waves fit the whole word: a far stronger test than its checksum of sixteen bits. */
function fit(coded: Uint8Array, waves: readonly Wave[], turned: Turned, gain: (radius: number) => number): number {
  let [sum, squares] = [0, 0]
  for (const wave of waves) {
    const [re, im] = turned(wave)
    const [wordRe, wordIm] = partsOf(wave, coded)
    const weight = gain(wave.radius)
    sum += weight * (re * wordRe + im * wordIm)
    squares += weight * weight
  }
  return sum / Math.sqrt(squares)
}

/** Waves of a fineness in which the known ones came through well count for more. */
function gains(waves: readonly Wave[], turned: Turned): (radius: number) => number {
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
