import type { Pixels } from './pixels.ts'

/**
 * Pictures made by a program, of the sorts that watermarks meet: leaves over leaves, clouds, soft light, texture, pages
 * of text and flat drawings. For tests, benches and samples; the same number always gives the same picture.
 */
export const SORTS = ['leaves', 'clouds', 'portrait', 'texture', 'page', 'flat'] as const

/** Numbers between 0 and 1 that only look like chance (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

type Colour = readonly [number, number, number]
interface Canvas extends Pixels {
  readonly next: () => number
}

const SIDES = [
  [1600, 1067],
  [1200, 1600],
  [1280, 720],
  [1024, 1024],
  [900, 1350],
] as const

/** At most `most` points on the long side. */
export function picture(n: number, most = 1600): Pixels {
  const next = chance(n * 7919 + 17)
  const [w, h] = SIDES[n % SIDES.length] ?? [1024, 1024]
  const scale = Math.min(1, most / Math.max(w, h))
  const [width, height] = [Math.round(w * scale), Math.round(h * scale)]
  const canvas: Canvas = { width, height, data: new Uint8ClampedArray(width * height * 4).fill(255), next }
  const sort = SORTS[n % SORTS.length] ?? 'flat'
  DRAW[sort](canvas)
  if (sort !== 'flat' && sort !== 'page') grain(canvas, 1 + next() * 3)
  return { width, height, data: canvas.data }
}

const colour = (next: () => number): Colour => [next() * 255, next() * 255, next() * 255]
const near = ([r, g, b]: Colour, next: () => number, spread: number): Colour => {
  const shift = (next() - 0.5) * spread
  return [r + shift, g + shift + (next() - 0.5) * spread * 0.4, b + shift + (next() - 0.5) * spread * 0.4]
}

function put({ width, data }: Pixels, x: number, y: number, [r, g, b]: Colour): void {
  const at = (y * width + x) * 4
  data[at] = r
  data[at + 1] = g
  data[at + 2] = b
}

/** An ellipse, shaded a little, sharp or soft at its edge. */
function ellipse(c: Canvas, x: number, y: number, rx: number, ry: number, tone: Colour, shade: number): void {
  for (let py = Math.max(0, Math.floor(y - ry)); py < Math.min(c.height, y + ry); py += 1)
    for (let px = Math.max(0, Math.floor(x - rx)); px < Math.min(c.width, x + rx); px += 1) {
      const [dx, dy] = [(px - x) / rx, (py - y) / ry]
      if (dx * dx + dy * dy > 1) continue
      const light = shade * (dx + dy)
      put(c, px, py, [tone[0] + light, tone[1] + light, tone[2] + light])
    }
}

function rectangle(c: Canvas, x: number, y: number, w: number, h: number, tone: Colour): void {
  for (let py = Math.max(0, Math.floor(y)); py < Math.min(c.height, y + h); py += 1)
    for (let px = Math.max(0, Math.floor(x)); px < Math.min(c.width, x + w); px += 1) put(c, px, py, tone)
}

/** Noise of all sizes, each half as strong for half the size: what clouds, hills and walls are like. */
function fractal(c: Canvas, octaves: number, fall: number): Float32Array {
  const out = new Float32Array(c.width * c.height)
  let strength = 1
  for (let octave = 0; octave < octaves; octave += 1) {
    const cell = Math.max(2, Math.max(c.width, c.height) / 2 ** (octave + 1))
    const columns = Math.ceil(c.width / cell) + 2
    const grid = Float32Array.from({ length: columns * (Math.ceil(c.height / cell) + 2) }, () => c.next() - 0.5)
    for (let y = 0; y < c.height; y += 1) {
      const gy = y / cell
      const [row, ty] = [Math.floor(gy), smooth(gy % 1)]
      for (let x = 0; x < c.width; x += 1) {
        const gx = x / cell
        const [column, tx] = [Math.floor(gx), smooth(gx % 1)]
        const at = row * columns + column
        const top = (grid[at] ?? 0) * (1 - tx) + (grid[at + 1] ?? 0) * tx
        const low = (grid[at + columns] ?? 0) * (1 - tx) + (grid[at + columns + 1] ?? 0) * tx
        const n = y * c.width + x
        out[n] = (out[n] ?? 0) + strength * (top * (1 - ty) + low * ty)
      }
    }
    strength *= fall
  }
  return out
}
const smooth = (t: number): number => t * t * (3 - 2 * t)

function paint(c: Canvas, field: Float32Array, from: Colour, to: Colour, contrast: number): void {
  for (let n = 0; n < field.length; n += 1) {
    const t = 0.5 + contrast * (field[n] ?? 0)
    put(c, n % c.width, Math.floor(n / c.width), [
      from[0] + (to[0] - from[0]) * t,
      from[1] + (to[1] - from[1]) * t,
      from[2] + (to[2] - from[2]) * t,
    ])
  }
}

function grain(c: Canvas, strength: number): void {
  for (let at = 0; at < c.data.length; at += 4) {
    const noise = (c.next() + c.next() - 1) * strength * 1.5
    for (let k = 0; k < 3; k += 1) c.data[at + k] = (c.data[at + k] ?? 0) + noise
  }
}

const DRAW: Readonly<Record<(typeof SORTS)[number], (c: Canvas) => void>> = {
  /** Sizes by a power law, each hiding what is behind it: the statistics of photographs (dead leaves). */
  leaves(c) {
    const palette = Array.from({ length: 6 }, () => colour(c.next))
    paint(c, fractal(c, 5, 0.5), colour(c.next), colour(c.next), 1)
    for (let n = 0; n < 900; n += 1) {
      const size = Math.min(0.25, 0.008 / Math.sqrt(c.next() + 0.001)) * Math.max(c.width, c.height)
      const tone = near(palette[n % palette.length] ?? [0, 0, 0], c.next, 70)
      ellipse(c, c.next() * c.width, c.next() * c.height, size, size * (0.4 + c.next()), tone, c.next() * 40)
    }
  },
  clouds: (c) => paint(c, fractal(c, 9, 0.55), colour(c.next), colour(c.next), 1.4),
  portrait(c) {
    paint(c, fractal(c, 4, 0.4), colour(c.next), colour(c.next), 0.6)
    const skin = near([205, 160, 130], c.next, 60)
    const [x, y, r] = [c.width / 2, c.height * 0.45, Math.min(c.width, c.height) * 0.28]
    ellipse(c, x, c.height, r * 1.8, r * 1.3, colour(c.next), 25)
    ellipse(c, x, y, r, r * 1.25, skin, 30)
    for (const side of [-1, 1]) ellipse(c, x + side * r * 0.4, y - r * 0.2, r * 0.14, r * 0.09, [40, 30, 30], 5)
    ellipse(c, x, y + r * 0.6, r * 0.35, r * 0.1, [170, 70, 70], 8)
  },
  texture: (c) => paint(c, fractal(c, 10, 0.8), colour(c.next), colour(c.next), 0.7),
  page(c) {
    rectangle(c, 0, 0, c.width, c.height, [250, 248, 244])
    const line = Math.max(10, Math.floor(c.height / 50))
    for (let y = line * 2; y < c.height - line * 2; y += line)
      for (let x = line * 2; x < c.width - line * 2; ) {
        const width = line * (0.15 + c.next() * 0.35)
        if (c.next() > 0.15) rectangle(c, x, y, width * 0.55, line * (0.3 + 0.3 * c.next()), [35, 35, 40])
        x += width
      }
    rectangle(c, c.width * 0.55, c.height * 0.3, c.width * 0.35, c.height * 0.25, colour(c.next))
  },
  flat(c) {
    rectangle(c, 0, 0, c.width, c.height, near([200, 210, 220], c.next, 90))
    for (let n = 0; n < 18; n += 1) {
      const [x, y] = [c.next() * c.width, c.next() * c.height]
      const size = (0.05 + c.next() * 0.2) * c.width
      if (n % 2 === 0) rectangle(c, x, y, size, size * (0.3 + c.next()), colour(c.next))
      else ellipse(c, x, y, size * 0.6, size * 0.6, colour(c.next), 0)
    }
  },
}
