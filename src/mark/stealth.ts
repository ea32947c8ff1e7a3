import { Budget } from './budget.ts'
import type { Field } from './field.ts'
import { inflate } from './inflate.ts'
import type { Pixels } from './pixels.ts'
import { latin1, utf8 } from './spell.ts'

const SIGNATURE = 15
const CHANNELS = { png: [3], rgb: [0, 1, 2] } as const

/**
 * Text in the lowest bits of a picture, column by column, as NovelAI and extensions of WebUI write it
 * (`stealth_pnginfo`, `stealth_pngcomp`, `stealth_rgbinfo`, `stealth_rgbcomp`). Needs the points of a picture that was
 * never compressed with loss; a canvas that multiplies colours by alpha has already spoilt the second kind.
 */
export function readStealth(pixels: Pixels, budget = new Budget()): Field | undefined {
  for (const [name, channels] of Object.entries(CHANNELS)) {
    const signature = latin1(hidden(pixels, channels, 0, SIGNATURE))
    if (signature !== `stealth_${name}info` && signature !== `stealth_${name}comp`) continue
    const [a = 0, b = 0, c = 0, d = 0] = hidden(pixels, channels, SIGNATURE, 4)
    const length = Math.floor((((a << 24) | (b << 16) | (c << 8) | d) >>> 0) / 8)
    const allowed = budget.keep(length)
    if (!budget.step(1 + (allowed >> 3))) return undefined
    const bytes = hidden(pixels, channels, SIGNATURE + 4, allowed)
    const value = utf8(signature.endsWith('comp') ? inflate(bytes, budget, budget.bounds.value).bytes : bytes)
    return value === '' ? undefined : { carrier: 'stealth', key: signature, value, offset: 0, length: 0 }
  }
  return undefined
}

/** So many bytes from the lowest bits, as many as the picture holds. */
function hidden({ width, height, data }: Pixels, channels: readonly number[], from: number, count: number): Uint8Array {
  const room = Math.floor((width * height * channels.length) / 8) - from
  const bytes = new Uint8Array(Math.max(0, Math.min(count, room)))
  for (let n = 0; n < bytes.length * 8; n += 1) {
    const bit = from * 8 + n
    const point = Math.floor(bit / channels.length)
    const place = ((point % height) * width + Math.floor(point / height)) * 4 + (channels[bit % channels.length] ?? 0)
    const at = n >> 3
    bytes[at] = ((bytes[at] ?? 0) << 1) | ((data[place] ?? 0) & 1)
  }
  return bytes
}
