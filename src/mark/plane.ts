import type { Pixels } from './pixels.ts'

/** One number a point: the light of a picture, or something computed from it. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

export const planeOf = (width: number, height: number): Plane => ({
  width,
  height,
  data: new Float32Array(width * height),
})

/** Light by the weights of Rec. 601, on white where the picture is transparent. */
export function luma({ width, height, data }: Pixels): Plane {
  const out = new Float32Array(width * height)
  for (let n = 0, at = 0; n < out.length; n += 1, at += 4) {
    const light = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
    const alpha = data[at + 3] ?? 255
    out[n] = alpha === 255 ? light : 255 + ((light - 255) * alpha) / 255
  }
  return { width, height, data: out }
}

/** Each axis by itself: the mean of what a point covers when it shrinks, straight lines between points when it grows. */
export function resize(plane: Plane, width: number, height: number): Plane {
  return transposed(stretched(transposed(stretched(plane, width)), height))
}

function stretched({ width, height, data }: Plane, to: number): Plane {
  if (to === width) return { width, height, data }
  const out = new Float32Array(to * height)
  const ratio = width / to
  const starts = new Int32Array(to + 1)
  const weights: number[] = []
  const places: number[] = []
  for (let x = 0; x < to; x += 1) {
    const middle = (x + 0.5) * ratio - 0.5
    const reach = Math.max(1, ratio)
    let sum = 0
    const first = weights.length
    for (let from = Math.ceil(middle - reach); from <= middle + reach; from += 1) {
      const weight = 1 - Math.abs(from - middle) / reach
      if (weight <= 0) continue
      weights.push(weight)
      places.push(Math.min(width - 1, Math.max(0, from)))
      sum += weight
    }
    for (let n = first; n < weights.length; n += 1) weights[n] = (weights[n] ?? 0) / sum
    starts[x + 1] = weights.length
  }
  const [w, p] = [Float32Array.from(weights), Int32Array.from(places)]
  for (let y = 0; y < height; y += 1) {
    const row = y * width
    for (let x = 0; x < to; x += 1) {
      let sum = 0
      for (let n = starts[x] ?? 0; n < (starts[x + 1] ?? 0); n += 1) sum += (w[n] ?? 0) * (data[row + (p[n] ?? 0)] ?? 0)
      out[y * to + x] = sum
    }
  }
  return { width: to, height, data: out }
}

/** In squares that fit the cache: row by row, each point written would be a line of memory of its own. */
const SQUARE = 32
export function transposed({ width, height, data }: Plane): Plane {
  const out = new Float32Array(data.length)
  for (let top = 0; top < height; top += SQUARE)
    for (let left = 0; left < width; left += SQUARE) {
      const [bottom, right] = [Math.min(height, top + SQUARE), Math.min(width, left + SQUARE)]
      for (let x = left; x < right; x += 1)
        for (let y = top; y < bottom; y += 1) out[x * height + y] = data[y * width + x] ?? 0
    }
  return { width: height, height: width, data: out }
}

/** The mean of a square of `2 * radius + 1` around each point; at the edge of what there is of it. */
export const blurred = (plane: Plane, radius: number): Plane =>
  transposed(rowMeans(transposed(rowMeans(plane, radius)), radius))

function rowMeans({ width, height, data }: Plane, radius: number): Plane {
  const out = new Float32Array(data.length)
  for (let y = 0; y < height; y += 1) {
    const row = y * width
    let [sum, count] = [0, 0]
    for (let x = 0; x < Math.min(radius, width); x += 1) {
      sum += data[row + x] ?? 0
      count += 1
    }
    for (let x = 0; x < width; x += 1) {
      if (x + radius < width) {
        sum += data[row + x + radius] ?? 0
        count += 1
      }
      if (x > radius) {
        sum -= data[row + x - radius - 1] ?? 0
        count -= 1
      }
      out[row + x] = sum / count
    }
  }
  return { width, height, data: out }
}
