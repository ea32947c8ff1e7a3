import { crc32, deflateSync } from 'node:zlib'
import type { Pixels } from '../../mark/pixels.ts'

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

function chunk(kind: string, body: Uint8Array): Buffer {
  const whole = Buffer.concat([Buffer.from(kind, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(whole))
  return Buffer.concat([length, whole, sum])
}

/** The points, folded. Each line tells how it differs from the point to the left, which folds better. */
function pointsOf({ width, height, data }: Pixels): Buffer {
  const line = width * 3 + 1
  const lines = Buffer.alloc(line * height)
  for (let y = 0; y < height; y += 1) {
    lines[y * line] = 1
    for (let x = 0; x < width; x += 1)
      for (let k = 0; k < 3; k += 1) {
        const at = (y * width + x) * 4 + k
        const left = x === 0 ? 0 : (data[at - 4] ?? 0)
        lines[y * line + 1 + x * 3 + k] = ((data[at] ?? 0) - left) & 255
      }
  }
  return deflateSync(lines, { level: 9 })
}

/** A picture as any program would save it: PNG, eight bits, without transparency; with text under a keyword if wanted. */
export function asPng(pixels: Pixels, text?: readonly [keyword: string, value: string]): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0])
  head.writeUInt32BE(pixels.width, 0)
  head.writeUInt32BE(pixels.height, 4)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    ...(text === undefined ? [] : [chunk('tEXt', Buffer.from(text.join('\0'), 'latin1'))]),
    chunk('IDAT', pointsOf(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The same file with other points, all else as it was: what somebody does who changes a picture and keeps its mark. */
export function withPoints(png: Uint8Array, pixels: Pixels): Buffer {
  const file = Buffer.from(png.buffer, png.byteOffset, png.byteLength)
  const kept: Buffer[] = [SIGNATURE]
  let drawn = false
  for (let at = SIGNATURE.length; at + 12 <= file.length; ) {
    const to = at + 12 + file.readUInt32BE(at)
    const points = file.toString('latin1', at + 4, at + 8) === 'IDAT'
    if (!points) kept.push(file.subarray(at, to))
    else if (!drawn) kept.push(chunk('IDAT', pointsOf(pixels)))
    drawn ||= points
    at = to
  }
  return Buffer.concat(kept)
}
