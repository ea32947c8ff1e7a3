import { isContentId } from './own.ts'
import { CANONICAL, TILE, tileOf } from './pattern.ts'
import type { Pixels } from './pixels.ts'
import { blurred, luma, planeOf, resize, type Plane } from './plane.ts'

/** Raised whenever marks of an older version could no longer be found, or the other way round. */
export const WATERMARK = { name: 'saola-watermark', version: '2.0.0' } as const

/** The key that everyone knows. A hit under it is a pointer and never a proof. */
export const PUBLIC_KEY = 'saola-public-1'

/** Smaller pictures do not hold the finer waves. */
export const LEAST_SIDE = 256

const FINE = 8
/** How strong the mark is where nothing happens in the picture, and how much of what happens it may add. */
const FLOOR = 0.92
const SHARE = 0.044
const MOST = 2.6
/** How far the mark strays where the picture does so by `stray`: more where much happens, for there it is not seen. */
export const strengthAt = (stray: number): number => Math.min(MOST, FLOOR + SHARE * stray)

/** Values of the picture less their surroundings, and how far they stray there: for hiding and for finding alike. */
export function detail(plane: Plane): { readonly fine: Plane; readonly stray: Plane } {
  const around = blurred(plane, 4)
  const fine = planeOf(plane.width, plane.height)
  const square = planeOf(plane.width, plane.height)
  for (let n = 0; n < fine.data.length; n += 1) {
    const value = (plane.data[n] ?? 0) - (around.data[n] ?? 0)
    fine.data[n] = value
    square.data[n] = value * value
  }
  const stray = blurred(square, 3)
  for (let n = 0; n < stray.data.length; n += 1) stray.data[n] = Math.sqrt(Math.max(0, stray.data[n] ?? 0))
  return { fine, stray }
}

/** The picture with so many points on its long side. */
export function canonical(plane: Plane, side = CANONICAL): Plane {
  const scale = side / Math.max(plane.width, plane.height)
  return resize(plane, Math.max(1, Math.round(plane.width * scale)), Math.max(1, Math.round(plane.height * scale)))
}

export interface Marking {
  readonly key?: string
  /** One is right for most; more is easier to find and to see. */
  readonly strength?: number
}

/** Hides an id of 48 bits in a copy of the picture. Throws on an id that is none and on pictures that are too small. */
export function embed(pixels: Pixels, contentId: string, { key = PUBLIC_KEY, strength = 1 }: Marking = {}): Pixels {
  if (!isContentId(contentId)) throw new Error(`not a content id: ${contentId}`)
  const { width, height } = pixels
  if (Math.max(width, height) < LEAST_SIDE) throw new Error(`a picture of ${width} by ${height} holds no watermark`)
  const size = TILE * FINE
  const tile = tileOf(key, contentId, size)
  const mask = strengthOf(pixels, strength)
  const data = new Uint8ClampedArray(pixels.data)
  const scale = (CANONICAL / Math.max(width, height)) * FINE
  const [sx, sy] = [mask.width / width, mask.height / height]
  const columns = Int32Array.from({ length: width }, (_, x) => Math.floor((x + 0.5) * scale) % size)
  for (let y = 0; y < height; y += 1) {
    const row = (Math.floor((y + 0.5) * scale) % size) * size
    const my = Math.min(mask.height - 1, Math.max(0, (y + 0.5) * sy - 0.5))
    const [top, fy] = [Math.floor(my), my % 1]
    const bottom = Math.min(mask.height - 1, top + 1)
    for (let x = 0; x < width; x += 1) {
      const mx = Math.min(mask.width - 1, Math.max(0, (x + 0.5) * sx - 0.5))
      const left = Math.floor(mx)
      const fx = mx - left
      const right = Math.min(mask.width - 1, left + 1)
      const above =
        (mask.data[top * mask.width + left] ?? 0) * (1 - fx) + (mask.data[top * mask.width + right] ?? 0) * fx
      const below =
        (mask.data[bottom * mask.width + left] ?? 0) * (1 - fx) + (mask.data[bottom * mask.width + right] ?? 0) * fx
      const delta = (above * (1 - fy) + below * fy) * (tile[row + (columns[x] ?? 0)] ?? 0)
      const at = (y * width + x) * 4
      data[at] = (data[at] ?? 0) + delta
      data[at + 1] = (data[at + 1] ?? 0) + delta
      data[at + 2] = (data[at + 2] ?? 0) + delta
    }
  }
  return { width, height, data }
}

function strengthOf(pixels: Pixels, strength: number): Plane {
  const { stray } = detail(canonical(luma(pixels)))
  return blurred({ ...stray, data: stray.data.map((value) => strength * strengthAt(value)) }, 2)
}
