/** Numbers with two parts, in two arrays side by side. */
export interface Complex {
  readonly re: Float64Array
  readonly im: Float64Array
}

export const complexOf = (size: number): Complex => ({ re: new Float64Array(size), im: new Float64Array(size) })

interface Turns {
  readonly cos: Float64Array
  readonly sin: Float64Array
  readonly mirrored: Uint16Array
}
const known = new Map<number, Turns>()

function turnsOf(size: number): Turns {
  const found = known.get(size)
  if (found !== undefined) return found
  const bits = Math.log2(size)
  const made = {
    cos: Float64Array.from({ length: size / 2 }, (_, n) => Math.cos((2 * Math.PI * n) / size)),
    sin: Float64Array.from({ length: size / 2 }, (_, n) => Math.sin((2 * Math.PI * n) / size)),
    mirrored: Uint16Array.from({ length: size }, (_, n) => {
      let m = 0
      for (let b = 0; b < bits; b += 1) m |= ((n >> b) & 1) << (bits - 1 - b)
      return m
    }),
  }
  known.set(size, made)
  return made
}

/** In place, by powers of two (Cooley and Tukey). `back`: the inverse, without dividing by the size. */
function fft1({ re, im }: Complex, back: boolean): void {
  const size = re.length
  const { cos, sin, mirrored } = turnsOf(size)
  for (let n = 0; n < size; n += 1) {
    const m = mirrored[n] ?? 0
    if (m <= n) continue
    const [a, b] = [re[n] ?? 0, im[n] ?? 0]
    re[n] = re[m] ?? 0
    im[n] = im[m] ?? 0
    re[m] = a
    im[m] = b
  }
  const sign = back ? 1 : -1
  for (let half = 1; half < size; half *= 2) {
    const step = size / (2 * half)
    for (let k = 0; k < half; k += 1) {
      const c = cos[k * step] ?? 0
      const s = sign * (sin[k * step] ?? 0)
      for (let at = k; at < size; at += 2 * half) {
        const other = at + half
        const or = re[other] ?? 0
        const oi = im[other] ?? 0
        const r = c * or - s * oi
        const i = c * oi + s * or
        const ar = re[at] ?? 0
        const ai = im[at] ?? 0
        re[other] = ar - r
        im[other] = ai - i
        re[at] = ar + r
        im[at] = ai + i
      }
    }
  }
}

/** In place over a square of `size` by `size`, row after row. */
export function fft2(square: Complex, size: number, back = false): void {
  for (let y = 0; y < size; y += 1)
    fft1({ re: square.re.subarray(y * size, (y + 1) * size), im: square.im.subarray(y * size, (y + 1) * size) }, back)
  const column = complexOf(size)
  for (let x = 0; x < size; x += 1) {
    for (let y = 0; y < size; y += 1) {
      column.re[y] = square.re[y * size + x] ?? 0
      column.im[y] = square.im[y * size + x] ?? 0
    }
    fft1(column, back)
    for (let y = 0; y < size; y += 1) {
      square.re[y * size + x] = column.re[y] ?? 0
      square.im[y * size + x] = column.im[y] ?? 0
    }
  }
}
