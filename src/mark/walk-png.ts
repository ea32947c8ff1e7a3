import type { Gather } from './field.ts'
import { latin1, marked, text8, utf8 } from './spell.ts'
import type { View } from './view.ts'
import { walkPhotoshop } from './walk-iptc.ts'
import { walkJumbf } from './walk-jumbf.ts'
import { walkTiff } from './walk-tiff.ts'

/** Chunks to the end: labels may stand behind the picture (PNG 3, section 5). */
export function walkPng(view: View, out: Gather): void {
  for (let at = 8; at + 12 <= view.size && out.budget.step(); ) {
    const length = view.u32(at)
    const kind = view.ascii(at + 4, 4)
    if (length > view.size - at - 12) out.budget.met.add('truncated')
    chunk(kind, view.sub(at + 8, length), out)
    if (kind === 'IEND') return
    at += 12 + length
  }
}

function chunk(kind: string, body: View, out: Gather): void {
  if (kind === 'tEXt' || kind === 'zTXt' || kind === 'iTXt') text(kind, body, out)
  else if (kind === 'eXIf') walkTiff(body, out)
  else if (kind === 'caBX') walkJumbf(body, 'png', out)
  else if (kind === 'zxIf') walkTiff(out.unfold(body.sub(5)), out)
}

function text(kind: 'tEXt' | 'zTXt' | 'iTXt', body: View, out: Gather): void {
  const head = body.bytes(0, 80)
  const end = head.indexOf(0)
  if (end < 0) return
  const key = latin1(head.subarray(0, end))
  if (kind === 'tEXt') value(key, body.sub(end + 1), out, text8)
  else if (kind === 'zTXt') value(key, out.unfold(body.sub(end + 2)), out, text8)
  else {
    const folded = body.u8(end + 1) === 1
    // Language tag and translated keyword, each ended by a zero, stand before the text.
    const between = body.bytes(end + 3, 1024)
    const language = between.indexOf(0)
    const translated = between.indexOf(0, language + 1)
    if (language < 0 || translated < 0) return
    const rest = body.sub(end + 3 + translated + 1)
    value(key, folded ? out.unfold(rest) : rest, out, utf8)
  }
}

function value(key: string, body: View, out: Gather, spell: (bytes: Uint8Array) => string): void {
  if (key === 'XML:com.adobe.xmp') out.add('xmp', 'packet', body, 0, body.size, marked)
  else if (key.startsWith('Raw profile type ')) raw(key.slice(17).toLowerCase(), body, out)
  else out.add('png-text', key, body, 0, body.size, spell)
}

/** As ImageMagick writes them: a name, a count, then hexadecimal digits in lines. */
function raw(name: string, body: View, out: Gather): void {
  const written = latin1(body.bytes(0, out.budget.keep(body.size)))
  const digits = /^\s*\S+\s+\d+\s+([0-9a-f\s]+)/i.exec(written)?.[1]?.replace(/\s+/g, '') ?? ''
  if (!out.budget.step(1 + (digits.length >> 5))) return
  const bytes = new Uint8Array(digits.length >> 1)
  for (let n = 0; n < bytes.length; n += 1) bytes[n] = Number.parseInt(digits.slice(n * 2, n * 2 + 2), 16)
  const inner = body.unfolded(bytes)
  if (name === 'exif' || (name === 'app1' && inner.is(0, 'Exif')))
    walkTiff(inner.is(0, 'Exif') ? inner.sub(6) : inner, out)
  else if (name === 'xmp' || name === 'app1') {
    const start = inner.is(0, 'http') ? inner.bytes(0, 64).indexOf(0) + 1 : 0
    out.add('xmp', 'packet', inner, start, inner.size, marked)
  } else if (name === 'iptc' || name === '8bim') walkPhotoshop(inner, out)
}
