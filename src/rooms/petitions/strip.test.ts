import assert from 'node:assert/strict'
import { crc32 } from 'node:zlib'
import { test } from 'node:test'
import { stripped } from './strip.ts'

const CANARY = 'canary-in-the-metadata'
const bytes = (...parts: readonly (string | Uint8Array | readonly number[])[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Uint8Array.from(part))),
    ),
  )
const has = (file: Uint8Array | undefined): boolean => Buffer.from(file ?? []).includes(CANARY)

const segment = (marker: number, body: Uint8Array): Uint8Array =>
  bytes([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255], body)
const TABLE = segment(0xdb, new Uint8Array(65))
const FRAME = segment(0xc0, bytes([8, 0, 1, 0, 1, 1, 1, 0x11, 0]))
const SCAN = bytes(segment(0xda, bytes([1, 1, 0, 0, 63, 0])), [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])
const END = [0xff, 0xd9]

test('of a JPEG the picture is left: no EXIF, XMP, profile, comment, thumbnail, nor what stands behind its end', () => {
  const file = bytes(
    [0xff, 0xd8],
    segment(0xe0, bytes('JFIF\0', CANARY)),
    segment(0xe1, bytes('Exif\0\0', CANARY)),
    segment(0xe1, bytes('http://ns.adobe.com/xap/1.0/\0', CANARY)),
    segment(0xe2, bytes('ICC_PROFILE\0', CANARY)),
    segment(0xed, bytes('Photoshop 3.0\0', CANARY)),
    segment(0xee, bytes('Adobe', [0, 100, 0, 0, 0, 0, 1], CANARY)),
    segment(0xfe, bytes(CANARY)),
    ...[TABLE, FRAME, SCAN, END, CANARY],
  )
  const left = stripped(file, 'image/jpeg')
  assert.equal(has(left), false)
  assert.deepEqual(
    left,
    bytes([0xff, 0xd8], segment(0xee, bytes('Adobe', [0, 100, 0, 0, 0, 0, 1])), TABLE, FRAME, SCAN, END),
  )
})

test('of all EXIF says only which way is up stays, written anew', () => {
  const entry = (tag: number, type: number, value: number) => [tag & 255, tag >> 8, type, 0, 1, 0, 0, 0, value, 0, 0, 0]
  const little = bytes('II', [42, 0, 8, 0, 0, 0, 2, 0], entry(0x010f, 2, 65), entry(0x0112, 3, 6), [0, 0, 0, 0], CANARY)
  const file = (exif: Uint8Array) =>
    bytes([0xff, 0xd8], segment(0xe1, bytes('Exif\0\0', exif)), TABLE, FRAME, SCAN, END)
  const left = stripped(file(little), 'image/jpeg')
  assert.equal(has(left), false)
  const big = bytes('MM', [0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0])
  assert.deepEqual(left, file(big))
  assert.deepEqual(stripped(left ?? bytes(), 'image/jpeg'), left, 'freed once, it stays as it is')
  for (const exif of [
    bytes(),
    bytes('II', [42, 0, 255, 255, 255, 255, 9, 9]),
    bytes('MM', [0, 42, 0, 0, 0, 8, 255, 255]),
  ])
    assert.deepEqual(stripped(file(exif), 'image/jpeg'), bytes([0xff, 0xd8], TABLE, FRAME, SCAN, END))
})

const chunk = (kind: string, body: Uint8Array): Uint8Array => {
  const [head, tail] = [Buffer.alloc(4), Buffer.alloc(4)]
  head.writeUInt32BE(body.length)
  tail.writeUInt32BE(crc32(bytes(kind, body)))
  return bytes(head, kind, body, tail)
}
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

test('of a PNG the picture is left: no text, time, EXIF, profile nor what stands behind its end', () => {
  const [header, data, end] = [chunk('IHDR', new Uint8Array(13)), chunk('IDAT', bytes('x')), chunk('IEND', bytes())]
  const loud = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP', 'caBX', 'prVt'].map((kind) =>
    chunk(kind, bytes(CANARY)),
  )
  const left = stripped(bytes(PNG, header, ...loud, data, end, CANARY), 'image/png')
  assert.deepEqual(left, bytes(PNG, header, data, end))
})

const riff = (kind: string, body: Uint8Array): Uint8Array => {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return bytes(kind, size, body, body.length % 2 === 1 ? [0] : [])
}

test('of a WebP the picture is left, and its head no longer promises EXIF, XMP or a profile', () => {
  const picture = riff('VP8 ', bytes('abc'))
  const body = bytes(
    'WEBP',
    riff('VP8X', bytes([0x2c | 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    riff('ICCP', bytes(CANARY)),
    picture,
    riff('EXIF', bytes(CANARY)),
    riff('XMP ', bytes(CANARY)),
  )
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  const left = stripped(bytes('RIFF', size, body, CANARY), 'image/webp')
  assert.equal(has(left), false)
  const quiet = bytes('WEBP', riff('VP8X', bytes([0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0])), picture)
  size.writeUInt32LE(quiet.length)
  assert.deepEqual(left, bytes('RIFF', size, quiet))
})

test('of what cannot be freed of its metadata, and of a broken file, there is no copy', () => {
  assert.equal(stripped(bytes('%PDF-1.7'), 'application/pdf'), undefined)
  assert.equal(stripped(bytes([0xff, 0xd8, 1, 2, 3, 4]), 'image/jpeg'), undefined)
  assert.equal(stripped(bytes(PNG, [0, 0, 9, 9], 'IDAT'), 'image/png'), undefined)
  assert.equal(stripped(bytes('RIFF', [4, 0, 0, 0], 'WEBP'), 'image/webp'), undefined)
})
