import { complexOf, fft2 } from './fft.ts'
import type { Plane } from './plane.ts'
import type { Lie } from './spectrum.ts'

/** Sides of a tile, in points of the plane, that are looked for. */
export interface Sides {
  readonly least: number
  readonly most: number
}

const WIDEST = (8 * Math.PI) / 180
const FARTHEST = 168
const MOST_LIES = 12
const LOUDEST = 5
/** Points of a window, of which two at a time are laid into the two parts of one transform. */
const WINDOW = 512

/**
 * Sides and angles at which the picture repeats itself, the likeliest first. The mark does so in a square lattice,
 * whatever was cut away around it; pictures do not, except tiled ones.
 */
export function lies(even: Plane, { least, most }: Sides): Lie[] {
  const echo = echoes(even)
  const found: { side: number; angle: number; score: number }[] = []
  for (let angle = -WIDEST; angle <= WIDEST; angle += WIDEST / 20)
    for (let side = least; side <= most; side *= 1.0025) found.push({ side, angle, score: lattice(echo, side, angle) })
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
      const [west, east] = [left & (WINDOW - 1), (left + 1) & (WINDOW - 1)]
      const [north, south] = [(top & (WINDOW - 1)) * WINDOW, ((top + 1) & (WINDOW - 1)) * WINDOW]
      sum +=
        ((echo[north + west] ?? 0) * (1 - fx) + (echo[north + east] ?? 0) * fx) * (1 - fy) +
        ((echo[south + west] ?? 0) * (1 - fx) + (echo[south + east] ?? 0) * fx) * fy
      count += 1
    }
  return count === 0 ? 0 : sum / Math.sqrt(count)
}

/** The autocorrelation, with every fineness made as loud as every other. */
function echoes(even: Plane): Float64Array {
  const power = powerOf(even)
  const rings = new Float64Array(WINDOW)
  const counts = new Float64Array(WINDOW)
  const ring = (n: number): number => {
    const [x, y] = [n % WINDOW, Math.floor(n / WINDOW)]
    return Math.round(Math.hypot(x > WINDOW / 2 ? x - WINDOW : x, y > WINDOW / 2 ? y - WINDOW : y))
  }
  for (let n = 0; n < power.length; n += 1) {
    const r = ring(n)
    rings[r] = (rings[r] ?? 0) + (power[n] ?? 0)
    counts[r] = (counts[r] ?? 0) + 1
  }
  // Lines of text, frames and horizons sing along the two axes; a tone of a grid is held down to what the mark's have.
  const axis = (n: number): boolean => [n % WINDOW, Math.floor(n / WINDOW)].some((k) => k < 4 || k > WINDOW - 4)
  const square = complexOf(WINDOW * WINDOW)
  for (let n = 0; n < power.length; n += 1) {
    const r = ring(n)
    const mean = (rings[r] ?? 0) / Math.max(1, counts[r] ?? 0) + 1e-9
    square.re[n] = r < 20 || r > 230 || axis(n) ? 0 : Math.min(LOUDEST, (power[n] ?? 0) / mean) - 1
  }
  fft2(square, WINDOW, true)
  return square.re
}

/**
 * How loud each wave is in all windows of the plane together. Of two windows in the two parts of one transform the sum
 * comes out when each wave is added to the one that runs the other way.
 */
function powerOf({ width, height, data }: Plane): Float64Array {
  const power = new Float64Array(WINDOW * WINDOW)
  const corners: { x: number; y: number }[] = []
  for (let y = 0; y < height; y += WINDOW) for (let x = 0; x < width; x += WINDOW) corners.push({ x, y })
  for (let n = 0; n < corners.length; n += 2) {
    const square = complexOf(WINDOW * WINDOW)
    for (const [part, corner] of [
      [square.re, corners[n]],
      [square.im, corners[n + 1]],
    ] as const) {
      if (corner === undefined) continue
      for (let y = 0; y < Math.min(WINDOW, height - corner.y); y += 1)
        for (let x = 0; x < Math.min(WINDOW, width - corner.x); x += 1)
          part[y * WINDOW + x] = data[(corner.y + y) * width + corner.x + x] ?? 0
    }
    fft2(square, WINDOW)
    for (let at = 0; at < power.length; at += 1) {
      const [x, y] = [at % WINDOW, Math.floor(at / WINDOW)]
      const back = ((WINDOW - y) % WINDOW) * WINDOW + ((WINDOW - x) % WINDOW)
      const loud = (square.re[at] ?? 0) ** 2 + (square.im[at] ?? 0) ** 2
      power[at] = (power[at] ?? 0) + loud
      power[back] = (power[back] ?? 0) + loud
    }
  }
  return power
}
