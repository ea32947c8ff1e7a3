import type { Gather } from './field.ts'
import { latin1, marked, text16, text8, trimZeros, utf8 } from './spell.ts'
import type { View } from './view.ts'
import { walkJumbf } from './walk-jumbf.ts'

const synchsafe = (view: View, at: number): number =>
  ((view.u8(at) & 127) << 21) |
  ((view.u8(at + 1) & 127) << 14) |
  ((view.u8(at + 2) & 127) << 7) |
  (view.u8(at + 3) & 127)

/** How long an ID3v2 tag at the beginning is, with its head and foot; 0 when there is none. */
export const id3Length = (view: View): number =>
  view.is(0, 'ID3') && view.u8(3) < 0xff ? 10 + synchsafe(view, 6) + (view.u8(5) & 0x10 ? 10 : 0) : 0

/** ID3v2.2 to 2.4 (id3.org). Gives the length of the tag. */
export function walkId3(view: View, out: Gather): number {
  const whole = id3Length(view)
  if (whole === 0) return 0
  const [version, flags] = [view.u8(3), view.u8(5)]
  const tag = view.sub(10, synchsafe(view, 6))
  const body = flags & 0x80 && version < 4 ? synchronised(tag, out) : tag
  const skip = flags & 0x40 && version > 2 ? (version === 4 ? synchsafe(body, 0) : body.u32(0) + 4) : 0
  if (version === 2) shortFrames(body, out)
  else frames(body, skip, version, out)
  return whole
}

function frames(body: View, start: number, version: number, out: Gather): void {
  for (let at = start; at + 10 <= body.size && body.u8(at) !== 0 && out.budget.step(); ) {
    const id = body.ascii(at, 4)
    if (!/^[A-Z0-9]{4}$/.test(id)) return
    const size = version === 4 ? frameSize(body, at) : body.u32(at + 4)
    const flags = body.u8(at + 9)
    let content = body.sub(at + 10, size)
    // Grouping, encryption, compression: 2.3 and 2.4 keep their flags in different bits.
    if (version === 3) {
      if (flags & 0x40) out.budget.met.add('encrypted')
      else {
        if (flags & 0x20) content = content.sub(flags & 0x80 ? 5 : 1)
        else if (flags & 0x80) content = content.sub(4)
        frame(id, flags & 0x80 ? out.unfold(content) : content, out)
      }
    } else if (flags & 0x04) out.budget.met.add('encrypted')
    else {
      if (flags & 0x40) content = content.sub(1)
      if (flags & 0x01) content = content.sub(4)
      if (flags & 0x02) content = synchronised(content, out)
      frame(id, flags & 0x08 ? out.unfold(content) : content, out)
    }
    at += 10 + size
  }
}

/** Some writers of 2.4 count as 2.3 does: when the safe count leads to no frame and the plain one does, they did. */
function frameSize(body: View, at: number): number {
  const [safe, plain] = [synchsafe(body, at + 4), body.u32(at + 4)]
  if (safe === plain) return safe
  const leads = (size: number): boolean =>
    at + 10 + size === body.size || body.u8(at + 10 + size) === 0 || /^[A-Z0-9]{4}$/.test(body.ascii(at + 10 + size, 4))
  return !leads(safe) && leads(plain) ? plain : safe
}

/** Version 2.2: three letters and three bytes of length. */
function shortFrames(body: View, out: Gather): void {
  const longer: Readonly<Record<string, string>> = { TXX: 'TXXX', COM: 'COMM', GEO: 'GEOB', TSS: 'TSSE', TEN: 'TENC' }
  for (let at = 0; at + 6 <= body.size && body.u8(at) !== 0 && out.budget.step(); ) {
    const id = body.ascii(at, 3)
    const size = body.u24(at + 3)
    frame(longer[id] ?? id, body.sub(at + 6, size), out)
    at += 6 + size
  }
}

/** Takes out the zeros that keep players from hearing a tag. */
function synchronised(view: View, out: Gather): View {
  const bytes = view.bytes(0, out.budget.inflatable(view.size))
  out.budget.inflated(bytes.length)
  const made = new Uint8Array(bytes.length)
  let length = 0
  for (let n = 0; n < bytes.length; n += 1) {
    made[length] = bytes[n] ?? 0
    length += 1
    if (bytes[n] === 0xff && bytes[n + 1] === 0) n += 1
  }
  return view.unfolded(made.subarray(0, length))
}

function spelled(code: number, bytes: Uint8Array): string {
  if (code === 1 || code === 2) return text16(bytes, code === 1)
  return code === 3 ? utf8(bytes) : text8(bytes)
}

function frame(id: string, view: View, out: Gather): void {
  if (id === 'TXXX' || id === 'COMM' || id === 'WXXX') described(id, view, out)
  else if (id.startsWith('T'))
    out.add('id3v2', id, view, 1, view.size, (b) => trimZeros(spelled(view.u8(0), b)).replaceAll('\0', '; '))
  else if (id === 'PRIV') {
    if (view.is(0, 'XMP\0')) out.add('xmp', 'packet', view, 4, view.size, marked)
  } else if (id === 'GEOB') attached(view, out)
}

/** A description, a zero as wide as the letters, and the value. */
function described(id: string, view: View, out: Gather): void {
  const code = view.u8(0)
  const start = id === 'COMM' ? 4 : 1
  const allowed = out.budget.keep(view.size - start)
  const text = spelled(code, view.bytes(start, allowed)).replace(/^\uFEFF/, '')
  const zero = text.indexOf('\0')
  if (zero < 0) return
  const rest = text.slice(zero + 1).replace(/^\uFEFF/, '')
  // The value may have a byte order mark of its own and another order; then it is spelled again.
  const value = rest.startsWith('\uFFFE') ? swapped(rest.slice(1)) : rest
  const key = text.slice(0, zero)
  out.put('id3v2', key === '' ? id : `${id}:${key}`, trimZeros(value), view, start, view.size - start)
}

const swapped = (text: string): string =>
  Array.from(text, (char) => {
    const unit = char.charCodeAt(0)
    return String.fromCharCode(((unit & 255) << 8) | (unit >> 8))
  }).join('')

/** A file within the tag: the way in which manifests travel in MP3 and FLAC. */
function attached(view: View, out: Gather): void {
  const head = latin1(view.bytes(1, 512))
  const mime = head.indexOf('\0')
  if (mime < 0 || !/c2pa/.test(head.slice(0, mime))) return
  const box = head.indexOf('jumb')
  if (box >= 4) walkJumbf(view.sub(1 + box - 4), 'id3', out)
  else out.put('c2pa', 'manifest', 'id3', view, 0, view.size)
}
