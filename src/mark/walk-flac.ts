import type { Gather } from './field.ts'
import { utf8 } from './spell.ts'
import type { View } from './view.ts'
import { walkId3 } from './walk-id3.ts'
import { tagsBehind } from './walk-mp3.ts'

/** FLAC (RFC 9639), also behind an ID3 tag: the engine puts manifests there. */
export function walkFlac(view: View, out: Gather): void {
  const start = walkId3(view, out)
  for (let at = start + 4; at + 4 <= view.size && out.budget.step(); ) {
    const head = view.u8(at)
    const length = view.u24(at + 1)
    if ((head & 127) === 4) walkVorbis(view.sub(at + 4, length), out)
    if (length > view.size - at - 4) out.budget.met.add('truncated')
    at += 4 + length
    if (head & 128) break
  }
  tagsBehind(view, out)
}

/** Vorbis comments: a vendor, a count, then `KEY=value`, each behind its length. */
export function walkVorbis(view: View, out: Gather): void {
  const vendor = view.u32(0, true)
  out.add('vorbis', 'vendor', view, 4, vendor, utf8)
  const count = view.u32(4 + vendor, true)
  let at = 8 + vendor
  for (let n = 0; n < count && at + 4 <= view.size && out.budget.step(); n += 1) {
    const length = view.u32(at, true)
    const head = view.bytes(at + 4, Math.min(length, 200))
    const equals = head.indexOf(0x3d)
    if (equals > 0) out.add('vorbis', utf8(head.subarray(0, equals)), view, at + 5 + equals, length - equals - 1, utf8)
    at += 4 + length
  }
}
