import { chance } from './images.ts'
import type { Pixels } from './pixels.ts'
import { blurred, resize as resizePlane, type Plane } from './plane.ts'

/**
 * What happens to pictures on their way, on raw points and without any library: everything that loses something in
 * JPEG (colour, half resolution of colour, transform, rounding by the tables of annex K) but not its packing, which
 * loses nothing. For tests and benches.
 */
type Attack = (pixels: Pixels) => Pixels

function channel({ width, height, data }: Pixels, k: number): Plane {
  const out = new Float32Array(width * height)
  for (let n = 0; n < out.length; n += 1) out[n] = data[n * 4 + k] ?? 0
  return { width, height, data: out }
}
function joined([r, g, b]: readonly [Plane, Plane, Plane]): Pixels {
  const data = new Uint8ClampedArray(r.data.length * 4)
  for (let n = 0; n < r.data.length; n += 1) {
    data[n * 4] = r.data[n] ?? 0
    data[n * 4 + 1] = g.data[n] ?? 0
    data[n * 4 + 2] = b.data[n] ?? 0
    data[n * 4 + 3] = 255
  }
  return { width: r.width, height: r.height, data }
}
const perChannel =
  (act: (plane: Plane) => Plane): Attack =>
  (p) =>
    joined([act(channel(p, 0)), act(channel(p, 1)), act(channel(p, 2))])
const perValue =
  (act: (value: number) => number): Attack =>
  ({ width, height, data }) => ({ width, height, data: data.map((v, n) => (n % 4 === 3 ? v : act(v))) })

export const resized = (factor: number): Attack =>
  perChannel((p) => resizePlane(p, Math.round(p.width * factor), Math.round(p.height * factor)))
export const longSide =
  (side: number): Attack =>
  (p) =>
    resized(Math.min(1, side / Math.max(p.width, p.height)))(p)

/** Points chosen by where they come from; nothing there is grey. */
function moved(
  width: number,
  height: number,
  from: Pixels,
  place: (x: number, y: number) => readonly [number, number],
): Pixels {
  const data = new Uint8ClampedArray(width * height * 4).fill(128)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [fx, fy] = place(x, y)
      const at = (y * width + x) * 4
      data[at + 3] = 255
      const left = Math.floor(fx)
      const top = Math.floor(fy)
      if (left < 0 || top < 0 || left >= from.width || top >= from.height) continue
      const tx = fx - left
      const ty = fy - top
      const right = Math.min(from.width - 1, left + 1)
      const low = Math.min(from.height - 1, top + 1)
      const nw = (top * from.width + left) * 4
      const ne = (top * from.width + right) * 4
      const sw = (low * from.width + left) * 4
      const se = (low * from.width + right) * 4
      for (let k = 0; k < 3; k += 1)
        data[at + k] =
          ((from.data[nw + k] ?? 0) * (1 - tx) + (from.data[ne + k] ?? 0) * tx) * (1 - ty) +
          ((from.data[sw + k] ?? 0) * (1 - tx) + (from.data[se + k] ?? 0) * tx) * ty
    }
  return { width, height, data }
}

/** Keeps this part of each side, from a place that is not the corner. */
export const cropped =
  (part: number): Attack =>
  (p) => {
    const [width, height] = [Math.round(p.width * part), Math.round(p.height * part)]
    const [x0, y0] = [Math.floor((p.width - width) * 0.37), Math.floor((p.height - height) * 0.61)]
    return moved(width, height, p, (x, y) => [x + x0, y + y0])
  }
export const rotated =
  (degrees: number): Attack =>
  (p) => {
    const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
    const [mx, my] = [p.width / 2, p.height / 2]
    return moved(p.width, p.height, p, (x, y) => [(x - mx) * c - (y - my) * s + mx, (x - mx) * s + (y - my) * c + my])
  }
export const mirrored: Attack = (p) => moved(p.width, p.height, p, (x, y) => [p.width - 1 - x, y])
export const turned =
  (quarters: 1 | 2 | 3): Attack =>
  (p) => {
    if (quarters === 2) return moved(p.width, p.height, p, (x, y) => [p.width - 1 - x, p.height - 1 - y])
    return moved(p.height, p.width, p, (x, y) => (quarters === 1 ? [y, p.height - 1 - x] : [p.width - 1 - y, x]))
  }

export const softened = (sigma: number): Attack =>
  perChannel((p) => {
    const radius = Math.ceil(sigma * 3)
    const kernel = Array.from({ length: 2 * radius + 1 }, (_, n) =>
      Math.exp(-((n - radius) ** 2) / (2 * sigma * sigma)),
    )
    const sum = kernel.reduce((a, b) => a + b, 0)
    const along = (from: Plane, dx: number, dy: number): Plane => {
      const data = new Float32Array(from.data.length)
      for (let y = 0; y < from.height; y += 1)
        for (let x = 0; x < from.width; x += 1) {
          let value = 0
          for (let n = -radius; n <= radius; n += 1) {
            const px = Math.min(from.width - 1, Math.max(0, x + n * dx))
            const py = Math.min(from.height - 1, Math.max(0, y + n * dy))
            value += (kernel[n + radius] ?? 0) * (from.data[py * from.width + px] ?? 0)
          }
          data[y * from.width + x] = value / sum
        }
      return { ...from, data }
    }
    return along(along(p, 1, 0), 0, 1)
  })
export const sharpened: Attack = perChannel((p) => {
  const around = blurred(p, 1)
  return { ...p, data: p.data.map((v, n) => v + 1.0 * (v - (around.data[n] ?? 0))) }
})
export const noisy =
  (sigma: number): Attack =>
  ({ width, height, data }) => {
    const next = chance(4711)
    const normal = (): number => Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next())
    return { width, height, data: data.map((v, n) => (n % 4 === 3 ? v : v + sigma * normal())) }
  }
export const brighter = (factor: number): Attack => perValue((v) => v * factor)
export const contrasted = (factor: number): Attack => perValue((v) => 128 + (v - 128) * factor)
export const grey: Attack = ({ width, height, data }) => {
  const out = new Uint8ClampedArray(data)
  for (let at = 0; at < out.length; at += 4)
    out.fill(0.299 * (out[at] ?? 0) + 0.587 * (out[at + 1] ?? 0) + 0.114 * (out[at + 2] ?? 0), at, at + 3)
  return { width, height, data: out }
}
/** A bar across the foot, as visible labels are. */
export const labelled: Attack = ({ width, height, data }) => {
  const out = new Uint8ClampedArray(data)
  const from = Math.floor(height * 0.92) * width * 4
  for (let at = from; at < out.length; at += 4) out.fill((at >> 6) % 7 === 0 ? 255 : 20, at, at + 3)
  return { width, height, data: out }
}
/** The picture on a screen of 1920 by 1080, with a window around it, saved as JPEG. */
export const screenshot: Attack = (p) => {
  const scale = Math.min(1400 / p.width, 860 / p.height)
  const shown = resized(scale)(p)
  const [x0, y0] = [Math.floor((1920 - shown.width) / 2), 130]
  const screen = moved(1920, 1080, shown, (x, y) => [x - x0, y - y0])
  for (let at = 0; at < 1920 * 90 * 4; at += 4) screen.data.fill((at >> 5) % 11 === 0 ? 60 : 235, at, at + 3)
  return jpegged(85)(screen)
}
export const inTurn =
  (...attacks: readonly Attack[]): Attack =>
  (p) =>
    attacks.reduce((at, attack) => attack(at), p)

const LIGHT = [
  16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
  87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
  72, 92, 95, 98, 112, 100, 103, 99,
]
const COLOUR = Array.from({ length: 64 }, (_, n) => {
  const [x, y] = [n % 8, n >> 3]
  return [17, 18, 24, 47, 99][x + y < 2 ? x + y : x + y === 2 ? 2 : x + y === 3 ? 3 : 4] ?? 99
})
const COS = Float64Array.from({ length: 64 }, (_, n) => {
  const [k, x] = [n >> 3, n % 8]
  return (k === 0 ? Math.SQRT1_2 : 1) * 0.5 * Math.cos(((2 * x + 1) * k * Math.PI) / 16)
})

function quantised({ width, height, data }: Plane, table: readonly number[], quality: number): Plane {
  const scale = quality < 50 ? 5000 / quality : 200 - 2 * quality
  const steps = table.map((t) => Math.min(255, Math.max(1, Math.floor((t * scale + 50) / 100))))
  const out = new Float32Array(data.length)
  const [block, rows] = [new Float64Array(64), new Float64Array(64)]
  for (let by = 0; by < height; by += 8)
    for (let bx = 0; bx < width; bx += 8) {
      for (let n = 0; n < 64; n += 1) {
        const [x, y] = [Math.min(width - 1, bx + (n & 7)), Math.min(height - 1, by + (n >> 3))]
        block[n] = (data[y * width + x] ?? 0) - 128
      }
      transform(block, rows, false)
      transform(rows, block, false)
      for (let n = 0; n < 64; n += 1) {
        const step = steps[n] ?? 1
        block[n] = Math.round((block[n] ?? 0) / step) * step
      }
      transform(block, rows, true)
      transform(rows, block, true)
      for (let n = 0; n < 64; n += 1) {
        const [x, y] = [bx + (n & 7), by + (n >> 3)]
        if (x < width && y < height) out[y * width + x] = (block[n] ?? 0) + 128
      }
    }
  return { width, height, data: out }
}

/** One direction of the cosine transform, turned over, so that twice gives both. */
function transform(from: Float64Array, to: Float64Array, back: boolean): void {
  for (let y = 0; y < 8; y += 1)
    for (let k = 0; k < 8; k += 1) {
      let sum = 0
      for (let x = 0; x < 8; x += 1) sum += (COS[back ? x * 8 + k : k * 8 + x] ?? 0) * (from[y * 8 + x] ?? 0)
      to[k * 8 + y] = sum
    }
}

export const jpegged =
  (quality: number): Attack =>
  (p) => {
    const [r, g, b] = [channel(p, 0), channel(p, 1), channel(p, 2)]
    const mixed = (wr: number, wg: number, wb: number, plus: number): Plane => ({
      ...r,
      data: r.data.map((v, n) => wr * v + wg * (g.data[n] ?? 0) + wb * (b.data[n] ?? 0) + plus),
    })
    const half = (plane: Plane): Plane => {
      const small = resizePlane(plane, (plane.width + 1) >> 1, (plane.height + 1) >> 1)
      return resizePlane(quantised(small, COLOUR, quality), plane.width, plane.height)
    }
    const y = quantised(mixed(0.299, 0.587, 0.114, 0), LIGHT, quality)
    const cb = half(mixed(-0.168736, -0.331264, 0.5, 128)).data
    const cr = half(mixed(0.5, -0.418688, -0.081312, 128)).data
    const back = (act: (y: number, cb: number, cr: number) => number): Plane => ({
      ...y,
      data: y.data.map((v, n) => act(v, (cb[n] ?? 128) - 128, (cr[n] ?? 128) - 128)),
    })
    return joined([
      back((v, _, c) => v + 1.402 * c),
      back((v, c, d) => v - 0.344136 * c - 0.714136 * d),
      back((v, c) => v + 1.772 * c),
    ])
  }

/** How many of the prototype's 76 pictures were found, where it was tried (marks.md, 5.2). */
export interface Row {
  readonly name: string
  readonly attack: Attack
  readonly prototype?: number
}
export const ATTACKS: readonly Row[] = [
  { name: 'none', attack: (p) => p, prototype: 76 },
  { name: 'JPEG 90', attack: jpegged(90), prototype: 76 },
  { name: 'JPEG 75', attack: jpegged(75), prototype: 70 },
  { name: 'JPEG 50', attack: jpegged(50), prototype: 67 },
  { name: 'JPEG 30', attack: jpegged(30), prototype: 66 },
  { name: 'JPEG 15', attack: jpegged(15), prototype: 47 },
  { name: 'screenshot', attack: screenshot, prototype: 71 },
  { name: 'resize 75 %', attack: resized(0.75), prototype: 75 },
  { name: 'resize 50 %', attack: resized(0.5), prototype: 70 },
  { name: 'resize 25 %', attack: resized(0.25), prototype: 29 },
  { name: 'crop 95 %', attack: cropped(0.95), prototype: 70 },
  { name: 'crop 90 %', attack: cropped(0.9), prototype: 71 },
  { name: 'crop 75 %', attack: cropped(0.75), prototype: 70 },
  { name: 'crop 50 %', attack: cropped(0.5), prototype: 68 },
  { name: '1080 and JPEG 70', attack: inTurn(longSide(1080), jpegged(70)), prototype: 70 },
  { name: '720 and JPEG 60', attack: inTurn(longSide(720), jpegged(60)), prototype: 58 },
  { name: 'blur 1', attack: softened(1), prototype: 75 },
  { name: 'blur 2', attack: softened(2), prototype: 75 },
  { name: 'noise 8', attack: noisy(8), prototype: 76 },
  { name: 'brightness 1.2', attack: brighter(1.2), prototype: 70 },
  { name: 'contrast 1.3', attack: contrasted(1.3), prototype: 65 },
  { name: 'grey', attack: grey, prototype: 76 },
  { name: 'sharpen', attack: sharpened, prototype: 76 },
  { name: 'label bar', attack: labelled, prototype: 76 },
  { name: 'rotate 1°', attack: rotated(1), prototype: 0 },
  { name: 'rotate 5°', attack: rotated(5), prototype: 0 },
  { name: 'mirror', attack: mirrored, prototype: 0 },
  { name: 'turn 90°', attack: turned(1) },
  { name: 'turn 180°', attack: turned(2) },
  { name: 'turn 270°', attack: turned(3) },
]

/** Peak signal to noise over red, green and blue, in decibels. */
export function psnr(a: Pixels, b: Pixels): number {
  let sum = 0
  for (let n = 0; n < a.data.length; n += 1) if (n % 4 !== 3) sum += ((a.data[n] ?? 0) - (b.data[n] ?? 0)) ** 2
  return 10 * Math.log10(255 ** 2 / (sum / (a.width * a.height * 3)))
}
