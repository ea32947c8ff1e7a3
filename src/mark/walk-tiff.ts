import type { Gather } from './field.ts'
import { marked, text16, text8, trimZeros } from './spell.ts'
import type { View } from './view.ts'
import { walkIptc, walkPhotoshop } from './walk-iptc.ts'
import { walkJumbf } from './walk-jumbf.ts'

/** What may say who or what made a picture; Exif 3.0, TIFF 6.0, and the tags that Windows adds. */
const TEXTS: Readonly<Record<number, string>> = {
  0x010d: 'DocumentName',
  0x010e: 'ImageDescription',
  0x010f: 'Make',
  0x0110: 'Model',
  0x0131: 'Software',
  0x013b: 'Artist',
  0x013c: 'HostComputer',
  0x8298: 'Copyright',
  0xa436: 'ImageTitle',
  0xa437: 'Photographer',
  0xa438: 'ImageEditor',
  0xa43a: 'RAWDevelopingSoftware',
  0xa43b: 'ImageEditingSoftware',
  0xa43c: 'MetadataEditingSoftware',
}
const WIDE: Readonly<Record<number, string>> = {
  0x9c9b: 'XPTitle',
  0x9c9c: 'XPComment',
  0x9c9d: 'XPAuthor',
  0x9c9e: 'XPKeywords',
  0x9c9f: 'XPSubject',
}
const POINTERS = [0x8769, 0x8825, 0xa005, 0x014a]
const SIZES = [1, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4]
const MOST_DIRECTORIES = 64

/** TIFF, and Exif, which is one. Directories may point in circles: each is visited once. */
export function walkTiff(view: View, out: Gather): void {
  const little = view.is(0, 'II')
  if (!little && !view.is(0, 'MM')) return
  const seen = new Set<number>()
  const waiting = [view.u32(4, little)]
  for (let at = waiting.pop(); at !== undefined && out.budget.step(); at = waiting.pop()) {
    if (at < 8 || at >= view.size || seen.has(at) || seen.size >= MOST_DIRECTORIES) continue
    seen.add(at)
    const count = Math.min(view.u16(at, little), Math.floor((view.size - at - 2) / 12))
    for (let n = 0; n < count && out.budget.step(); n += 1)
      waiting.push(...entry(view, at + 2 + n * 12, little, out).slice(0, MOST_DIRECTORIES))
    waiting.push(view.u32(at + 2 + count * 12, little))
  }
}

/** Reads one entry and says which directories it leads to. */
function entry(view: View, at: number, little: boolean, out: Gather): number[] {
  const tag = view.u16(at, little)
  const count = view.u32(at + 4, little)
  const length = count * (SIZES[view.u16(at + 2, little)] ?? 1)
  const place = length <= 4 ? at + 8 : view.u32(at + 8, little)
  if (POINTERS.includes(tag)) {
    const many = Math.min(count, MOST_DIRECTORIES)
    return Array.from({ length: many }, (_, n) => view.u32(place + n * 4, little))
  }
  const [name, wide] = [TEXTS[tag], WIDE[tag]]
  if (name !== undefined) out.add('exif', name, view, place, length, (bytes) => trimZeros(text8(bytes)))
  else if (wide !== undefined) out.add('exif', wide, view, place, length, (bytes) => trimZeros(text16(bytes, true)))
  else if (tag === 0x9286) out.add('exif', 'UserComment', view, place, length, (bytes) => userComment(bytes, little))
  else if (tag === 0x02bc) out.add('xmp', 'packet', view, place, length, marked)
  else if (tag === 0x83bb) walkIptc(view.sub(place, length), out)
  else if (tag === 0x8649) walkPhotoshop(view.sub(place, length), out)
  else if (tag === 0xcd41) walkJumbf(view.sub(place, length), 'tiff', out)
  return []
}

/** Eight letters name the code. Writers leave them out, or write UTF-16 in an order of their own. */
export function userComment(bytes: Uint8Array, little: boolean): string {
  const code = trimZeros(String.fromCharCode(...bytes.subarray(0, 8)))
  const body = bytes.subarray(8)
  if (code === 'UNICODE') return trimZeros(text16(body, little)).trim()
  if (code === 'ASCII' || code === 'JIS' || code.trim() === '') return trimZeros(text8(body)).trim()
  return trimZeros(text8(bytes)).trim()
}
