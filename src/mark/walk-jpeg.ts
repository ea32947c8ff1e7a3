import type { Gather } from './field.ts'
import { marked, text8, trimZeros, utf8 } from './spell.ts'
import type { View } from './view.ts'
import { walkPhotoshop } from './walk-iptc.ts'
import { hints, isManifest, walkJumbf } from './walk-jumbf.ts'
import { walkTiff } from './walk-tiff.ts'

const XMP = 'http://ns.adobe.com/xap/1.0/\0'
const MORE_XMP = 'http://ns.adobe.com/xmp/extension/\0'
/** Id, whole length and offset stand before each part. */
const MORE_HEAD = MORE_XMP.length + 40

/** Segments up to the first scan. Nothing that names a maker stands behind it. */
export function walkJpeg(view: View, out: Gather): void {
  const more: View[] = []
  for (let at = 2; at + 4 <= view.size && out.budget.step(); ) {
    if (view.u8(at) !== 0xff) {
      out.budget.met.add('truncated')
      break
    }
    const marker = view.u8(at + 1)
    // Fill bytes, and markers that have no length.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker === 0xda || marker === 0xd9) break
    const length = view.u16(at + 2)
    if (length < 2) break
    if (at + 2 + length > view.size) out.budget.met.add('truncated')
    segment(marker, view.sub(at + 4, length - 2), out, more)
    at += 2 + length
  }
  extended(more, out)
}

function segment(marker: number, body: View, out: Gather, more: View[]): void {
  if (marker === 0xfe) out.add('jpeg-comment', 'comment', body, 0, body.size, (b) => trimZeros(text8(b)))
  else if (marker === 0xe1) application1(body, out, more)
  else if (marker === 0xeb) application11(body, out)
  else if (marker === 0xed && body.is(0, 'Photoshop 3.0\0')) walkPhotoshop(body.sub(14), out)
}

function application1(body: View, out: Gather, more: View[]): void {
  if (body.is(0, 'Exif\0')) walkTiff(body.sub(6), out)
  else if (body.is(0, XMP)) out.add('xmp', 'packet', body, XMP.length, body.size, marked)
  else if (body.is(0, MORE_XMP)) more.push(body)
}

/** JUMBF in pieces (ISO 19566-5 annex D): `JP`, number, sequence, then the box, its head repeated in each piece. */
function application11(body: View, out: Gather): void {
  if (!body.is(0, 'JP')) return
  const box = body.sub(8)
  if (body.u32(4) === 1 && isManifest(box)) walkJumbf(box, 'jpeg', out)
  else hints(box.sub(8), out)
}

/** A packet too long for one segment goes on in others, each with its offset in the whole. */
function extended(parts: readonly View[], out: Gather): void {
  const [first] = parts
  if (first === undefined) return
  const sorted = parts.toSorted((a, b) => a.u32(MORE_HEAD - 4) - b.u32(MORE_HEAD - 4))
  let text = ''
  let size = 0
  for (const part of sorted) {
    if (!out.budget.step()) break
    const allowed = out.budget.keep(part.size - MORE_HEAD)
    text += utf8(part.bytes(MORE_HEAD, allowed))
    size += allowed
    if (size > out.budget.bounds.value) break
  }
  out.put('xmp', 'extension', text, first, MORE_HEAD, first.size - MORE_HEAD)
}
