import type { Gather } from './field.ts'
import { marked, text8, trimZeros, untilZero } from './spell.ts'
import type { View } from './view.ts'
import { walkId3 } from './walk-id3.ts'
import { walkJumbf } from './walk-jumbf.ts'
import { walkTiff } from './walk-tiff.ts'

/** WebP, WAV (also RF64 and BW64) and AVI: chunks of RIFF, lists within lists. Sizes at the end of a file may be wrong. */
export const walkRiff = (view: View, out: Gather): void => chunks(view.sub(12), out, '', 0)

function chunks(view: View, out: Gather, list: string, depth: number): void {
  for (let at = 0; at + 8 <= view.size && out.budget.step(); ) {
    const id = view.ascii(at, 4)
    const size = view.u32(at + 4, true)
    // RF64 writes its real size elsewhere: the sound then reaches to where the next chunks are out of our sight.
    if (size > view.size - at - 8) out.budget.met.add('truncated')
    const body = view.sub(at + 8, size)
    if (id === 'LIST' || id === 'RIFF') {
      const name = body.ascii(0, 4)
      if (name !== 'movi' && out.budget.deeper(depth)) chunks(body.sub(4), out, name, depth + 1)
    } else if (list === 'INFO') out.add('riff-info', id, body, 0, body.size, (b) => untilZero(text8(b)))
    else chunk(id, body, out)
    at += 8 + size + (size % 2)
  }
}

function chunk(id: string, body: View, out: Gather): void {
  switch (id) {
    case 'EXIF':
      return walkTiff(body.is(0, 'Exif\0\0') ? body.sub(6) : body, out)
    case 'XMP ':
    case '_PMX':
      return out.add('xmp', 'packet', body, 0, body.size, marked)
    case 'C2PA':
      walkJumbf(body, 'riff', out)
      return
    case 'id3 ':
    case 'ID3 ':
      walkId3(body, out)
      return
    case 'bext':
      return broadcast(body, out)
    case 'iXML':
    case 'axml':
    case 'aXML':
      return out.add('ixml', id, body, 0, body.size, (b) => trimZeros(marked(b)))
    case 'AIGC':
    case 'aigc':
      return out.add('riff-chunk', 'AIGC', body, 0, body.size, (b) => trimZeros(text8(b)))
    default:
  }
}

/** EBU Tech 3285: fields of fixed length, then the history of the coding. */
function broadcast(body: View, out: Gather): void {
  const spell = (bytes: Uint8Array): string => untilZero(text8(bytes)).trim()
  out.add('bext', 'Description', body, 0, 256, spell)
  out.add('bext', 'Originator', body, 256, 32, spell)
  out.add('bext', 'OriginatorReference', body, 288, 32, spell)
  out.add('bext', 'CodingHistory', body, 602, body.size, spell)
}
