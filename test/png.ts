import { crc32, deflateSync } from 'node:zlib'
import type { Pixels } from '../src/mark/pixels.ts'

const part = (kind: string, body: Buffer): Buffer => {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  const whole = Buffer.concat([Buffer.from(kind), body])
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(whole))
  return Buffer.concat([length, whole, sum])
}

/** A picture as any program would save it: PNG, eight bits, colours and alpha. */
export function asPng({ width, height, data }: Pixels): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0])
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  const lines = Buffer.alloc((width * 4 + 1) * height)
  for (let y = 0; y < height; y += 1)
    lines.set(data.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    part('IHDR', head),
    part('IDAT', deflateSync(lines, { level: 1 })),
    part('IEND', Buffer.alloc(0)),
  ])
}
