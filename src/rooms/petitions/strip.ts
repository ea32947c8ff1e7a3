/**
 * A copy of a picture with nothing in it but the picture, and which way is up: no place, time, device, program, author,
 * thumbnail or comment. What is kept is listed; whatever is not on the list goes. Nothing for formats of which no such
 * copy can be made.
 */
export function stripped(bytes: Uint8Array, type: string): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  switch (type) {
    case 'image/jpeg':
      return jpeg(bytes, view)
    case 'image/png':
      return png(bytes, view)
    case 'image/webp':
      return webp(bytes, view)
    case 'text/plain':
      return bytes
    default:
      return undefined
  }
}

const join = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

/** Tables, frames and scans (ITU-T T.81), and the Adobe segment without which colours turn. */
const isJpegPicture = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf) || [0xda, 0xdb, 0xdd, 0xee].includes(marker)

function jpeg(bytes: Uint8Array, view: DataView): Uint8Array | undefined {
  const parts = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) return join([...parts, Uint8Array.of(0xff, 0xd9)])
    const end = at + 2 + view.getUint16(at + 2)
    if (end > bytes.length) return undefined
    if (marker === 0xe1) parts.splice(1, 0, ...upright(bytes.subarray(at + 4, end)))
    if (isJpegPicture(marker)) parts.push(marker === 0xee ? adobe(bytes.subarray(at, end)) : bytes.subarray(at, end))
    at = end
    if (marker === 0xda) {
      const after = endOfScan(bytes, at)
      parts.push(bytes.subarray(at, after))
      at = after
    }
  }
  // Cut off: what is there of the picture is shown.
  return parts.length > 1 ? join([...parts, Uint8Array.of(0xff, 0xd9)]) : undefined
}

/** Twelve bytes and no more: behind them anything may stand. */
const ADOBE = 16
const adobe = (segment: Uint8Array): Uint8Array =>
  Buffer.from(segment.subarray(4, 9)).toString('latin1') === 'Adobe' && segment.length >= ADOBE
    ? join([Uint8Array.of(0xff, 0xee, 0, 14), segment.subarray(4, ADOBE)])
    : new Uint8Array(0)

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0]
const ORIENTATION = 0x0112

/** Telephones lay pictures on their side and say so in EXIF: of all it says, this one number between 2 and 8 is written anew. */
function upright(exif: Uint8Array): readonly Uint8Array[] {
  const turn = EXIF.every((byte, n) => exif[n] === byte) ? orientationIn(exif.subarray(EXIF.length)) : 1
  if (turn < 2 || turn > 8) return []
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0, 0, 0, 0, 0]
  return [Uint8Array.of(0xff, 0xe1, 0, 2 + EXIF.length + tiff.length, ...EXIF, ...tiff)]
}

/** The tag in the first directory (TIFF 6.0); 1, upright, where it cannot be found. */
function orientationIn(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const little = view.getUint16(0) === 0x4949
  const from = view.getUint32(4, little)
  const count = from + 2 <= tiff.length ? view.getUint16(from, little) : 0
  for (let n = 0; n < count; n += 1) {
    const at = from + 2 + n * 12
    if (at + 10 > tiff.length) return 1
    if (view.getUint16(at, little) === ORIENTATION) return view.getUint16(at + 8, little)
  }
  return 1
}

/** Picture data runs to the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return bytes.length
}

const PNG_PICTURE = [
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD'],
  ...['acTL', 'fcTL', 'fdAT'],
]

function png(bytes: Uint8Array, view: DataView): Uint8Array | undefined {
  const parts = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) return undefined
    const kind = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    if (PNG_PICTURE.includes(kind)) parts.push(bytes.subarray(at, end))
    if (kind === 'IEND') return join(parts)
    at = end
  }
  return undefined
}

const WEBP_PICTURE = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']
/** In the flags of VP8X: colour profile, EXIF, XMP. They are gone, so nobody shall look for them. */
const WEBP_GONE = 0x20 | 0x08 | 0x04

function webp(bytes: Uint8Array, view: DataView): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  const stop = Math.min(bytes.length, 8 + view.getUint32(4, true))
  for (let at = 12; at + 8 <= stop; ) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > stop) return undefined
    const kind = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')
    if (WEBP_PICTURE.includes(kind)) {
      const chunk = Uint8Array.from(bytes.subarray(at, Math.min(end, stop)))
      if (kind === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~WEBP_GONE
      parts.push(chunk)
    }
    at = end
  }
  if (parts.length === 0) return undefined
  const body = join(parts)
  const head = Buffer.alloc(12)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  head.write('WEBP', 8, 'latin1')
  return join([head, body])
}
