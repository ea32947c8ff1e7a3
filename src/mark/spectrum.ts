import { complexOf, fft2, type Complex } from './fft.ts'
import { TILE } from './pattern.ts'
import type { Plane } from './plane.ts'
import { detail, strengthAt } from './watermark.ts'

/** How the tile lies in a plane: its side in points of the plane, and how it is turned. */
export interface Lie {
  readonly side: number
  readonly angle: number
}

/** What strays less than this is as likely to have been smoothed away by compression as to be clean. */
const QUIET = 2
/** In units of how far the picture strays there: beyond it stands an edge and nothing of the mark. */
const FARTHEST_OUT = 2.5

/** Each point counts for as much as it can tell: by how strong the mark is there, and how loud the picture. */
export function evened(plane: Plane): Plane {
  const { fine, stray } = detail(plane)
  const data = fine.data.map((value, n) => {
    const here = stray.data[n] ?? 0
    const loud = Math.hypot(here, QUIET)
    return (Math.max(-FARTHEST_OUT, Math.min(FARTHEST_OUT, value / loud)) * strengthAt(here)) / loud
  })
  return { ...plane, data }
}

/** Twice two tiles: the waves of the mark are the even ones there, and the others tell how loud the picture itself is. */
export const FOLD = TILE * 2

/** The waves of the tile in this plane, each in units of the noise around it. */
export const spectrumOf = (even: Plane, lie: Lie): Complex => inNoise(folded(even, lie))

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

/** A tone of the picture itself, such as a grid, must not count for more than it can mean. */
const LOUDEST = 4

function inNoise({ re, im }: Complex): Complex {
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
      const size = Math.hypot(re[n] ?? 0, im[n] ?? 0) / unit
      const gain = (size > LOUDEST ? LOUDEST / size : 1) / unit
      out.re[to] = (re[n] ?? 0) * gain
      out.im[to] = (im[n] ?? 0) * gain
    }
  return out
}
