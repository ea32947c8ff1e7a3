import type { Gather } from './field.ts'
import { latin1, marked, text16, text8, trimZeros, utf8 } from './spell.ts'
import type { View } from './view.ts'
import { walkJumbf } from './walk-jumbf.ts'
import { walkTiff } from './walk-tiff.ts'

const PARENTS = ['moov', 'trak', 'udta', 'mdia', 'moof', 'traf']
const XMP = 'be7acfcb97a942e89c71999491e3afac'
const C2PA = 'd8fec3d61b0e483c92975828877ec481'
const EXIF = '05374d45626c4e2da15d7d39a2edc0d2'

interface Box {
  readonly kind: string
  readonly body: View
  readonly next: number
}

function box(view: View, at: number, out: Gather): Box | undefined {
  let [size, head] = [view.u32(at), 8]
  if (size === 1) [size, head] = [view.u64(at + 8), 16]
  // Zero: to the end of the file.
  if (size === 0) size = view.size - at
  if (size < head) return undefined
  if (size > view.size - at) out.budget.met.add('truncated')
  return { kind: latin1(view.bytes(at + 4, 4)), body: view.sub(at + head, size - head), next: at + size }
}

/** ISO base media (ISO 14496-12): MP4, M4A, HEIC, AVIF, and QuickTime, from which it comes. */
export const walkBmff = (view: View, out: Gather): void => boxes(view, out, '', 0, view)

function boxes(view: View, out: Gather, parent: string, depth: number, file: View): void {
  if (!out.budget.deeper(depth)) return
  for (let at = 0; at + 8 <= view.size && out.budget.step(); ) {
    const found = box(view, at, out)
    if (found === undefined) return
    const { kind, body } = found
    if (PARENTS.includes(kind)) boxes(body, out, kind, depth + 1, file)
    else if (kind === 'meta') meta(body, out, depth + 1, file)
    else if (kind === 'uuid') byId(body, out)
    else if (kind === 'XMP_') out.add('xmp', 'packet', body, 0, body.size, marked)
    else if (parent === 'udta') userData(kind, body, out)
    at = found.next
  }
}

function byId(body: View, out: Gather): void {
  const id = Array.from(body.bytes(0, 16), (b) => b.toString(16).padStart(2, '0')).join('')
  if (id === XMP) out.add('xmp', 'packet', body, 16, body.size, marked)
  else if (id === EXIF) walkTiff(body.sub(16), out)
  else if (id === C2PA) {
    // Version and flags, a purpose ended by zero, for a manifest also the place of a Merkle box.
    const purpose = latin1(body.bytes(20, 32)).split('\0')[0] ?? ''
    const store = body.sub(20 + purpose.length + 1 + 8)
    if (!walkJumbf(store, 'bmff', out) && purpose === 'manifest')
      out.put('c2pa', 'manifest', 'bmff', body, 0, body.size)
  }
}

/** Directly in `udta`: QuickTime writes a length and a language before the letters, 3GPP a version. */
function userData(kind: string, body: View, out: Gather): void {
  const key = kind.replaceAll('\xa9', '©')
  if (kind.startsWith('\xa9')) out.add('mp4-meta', key, body, 4, body.u16(0), text8)
  else if (/^(AIGC|aigc|titl|auth|dscp|perf|cprt|name|meta|info)$/.test(kind))
    out.add('mp4-meta', key, body, 0, body.size, (b) => latinTail(text8(b)))
}

// Version, flags and language of 3GPP are no letters.
const latinTail = (text: string): string => trimZeros(text.replace(/^\0{4}..(?=[^\0])/s, ''))

function meta(body: View, out: Gather, depth: number, file: View): void {
  if (!out.budget.deeper(depth)) return
  // QuickTime leaves out version and flags.
  const view = body.is(4, 'hdlr') || body.is(4, 'keys') ? body : body.sub(4)
  let keys: readonly string[] = []
  const parts: Partial<Record<'iinf' | 'iloc' | 'idat', View>> = {}
  for (let at = 0; at + 8 <= view.size && out.budget.step(); ) {
    const found = box(view, at, out)
    if (found === undefined) break
    const { kind, body: inner } = found
    if (kind === 'keys') keys = readKeys(inner, out)
    else if (kind === 'ilst') list(inner, keys, out)
    else if (kind === 'iinf' || kind === 'iloc' || kind === 'idat') parts[kind] = inner
    else if (kind === 'uuid') byId(inner, out)
    else if (kind === 'XMP_') out.add('xmp', 'packet', inner, 0, inner.size, marked)
    at = found.next
  }
  if (parts.iinf !== undefined && parts.iloc !== undefined) items(parts.iinf, parts.iloc, parts.idat, out, file)
}

function readKeys(view: View, out: Gather): string[] {
  const keys: string[] = []
  const count = view.u32(4)
  for (let at = 8, n = 0; n < count && at + 8 <= view.size && keys.length < 1024 && out.budget.step(); n += 1) {
    const size = view.u32(at)
    if (size < 8) break
    keys.push(text8(view.bytes(at + 8, Math.min(size - 8, 200))))
    at += size
  }
  return keys
}

/** Items by four letters, by a number into `keys`, or `----` with a name of its own. */
function list(view: View, keys: readonly string[], out: Gather): void {
  for (let at = 0; at + 8 <= view.size && out.budget.step(); ) {
    const found = box(view, at, out)
    if (found === undefined) return
    const number = view.u32(at + 4)
    let key = keys[number - 1] ?? found.kind.replaceAll('\xa9', '©')
    for (let inner = 0; inner + 8 <= found.body.size && out.budget.step(); ) {
      const part = box(found.body, inner, out)
      if (part === undefined) break
      if (part.kind === 'name') key = utf8(part.body.bytes(4, 200))
      if (part.kind === 'data') {
        const wide = part.body.u32(0) === 2
        out.add('mp4-meta', key, part.body, 8, part.body.size, (b) => trimZeros(wide ? text16(b, false) : text8(b)))
      }
      inner = part.next
    }
    at = found.next
  }
}

interface Item {
  readonly kind: string
  readonly mime: string
}

/** Pictures keep Exif and XMP as items: `iinf` names them, `iloc` says where they lie. */
function items(iinf: View, iloc: View, idat: View | undefined, out: Gather, file: View): void {
  const named = itemNames(iinf, out)
  const version = iloc.u8(0)
  if (version > 2) return
  const sizes = iloc.u16(4)
  const [offset, length, base] = [(sizes >> 12) & 15, (sizes >> 8) & 15, (sizes >> 4) & 15]
  const index = version > 0 ? sizes & 15 : 0
  const wide = version === 2 ? 4 : 2
  const count = wide === 4 ? iloc.u32(6) : iloc.u16(6)
  let at = 6 + wide
  for (let n = 0; n < count && at < iloc.size && out.budget.step(); n += 1) {
    const item = named.get(wide === 4 ? iloc.u32(at) : iloc.u16(at))
    const method = version > 0 ? iloc.u16(at + wide) & 15 : 0
    at += wide + (version > 0 ? 2 : 0) + 2
    const from = sized(iloc, at, base)
    const extents = iloc.u16(at + base)
    at += base + 2
    const pieces: View[] = []
    for (let e = 0; e < extents && at < iloc.size && out.budget.step(); e += 1) {
      const start = from + sized(iloc, at + index, offset)
      const size = sized(iloc, at + index + offset, length)
      const ground = method === 0 ? file : method === 1 ? idat : undefined
      if (item !== undefined && ground !== undefined && pieces.length < 64)
        pieces.push(ground.sub(start, size === 0 ? ground.size : size))
      at += index + offset + length
    }
    if (item !== undefined) readItem(item, pieces, out)
  }
}

const sized = (view: View, at: number, size: number): number =>
  size === 8 ? view.u64(at) : size === 4 ? view.u32(at) : 0

function itemNames(view: View, out: Gather): ReadonlyMap<number, Item> {
  const named = new Map<number, Item>()
  const wide = view.u8(0) === 0 ? 2 : 4
  for (let at = 4 + wide; at + 8 <= view.size && out.budget.step(); ) {
    const found = box(view, at, out)
    if (found === undefined) break
    const { kind, body } = found
    const version = body.u8(0)
    const id = version === 3 ? body.u32(4) : body.u16(4)
    const typeAt = version === 3 ? 10 : 8
    const item = body.ascii(typeAt, 4)
    if (kind === 'infe' && version >= 2 && (item === 'Exif' || item === 'mime') && named.size < 256) {
      const [, mime = ''] = latin1(body.bytes(typeAt + 4, 256)).split('\0')
      named.set(id, { kind: item, mime })
    }
    at = found.next
  }
  return named
}

function readItem({ kind, mime }: Item, [first, ...more]: readonly View[], out: Gather): void {
  if (first === undefined) return
  const whole = more.length === 0 ? first : joined(first, more, out)
  if (kind === 'Exif') walkTiff(whole.sub(4 + whole.u32(0)), out)
  else if (/rdf\+xml|xmp/.test(mime)) out.add('xmp', 'packet', whole, 0, whole.size, marked)
}

function joined(first: View, more: readonly View[], out: Gather): View {
  const pieces: Uint8Array[] = []
  let size = 0
  for (const view of [first, ...more]) {
    const bytes = view.bytes(0, Math.min(view.size, out.budget.bounds.value - size))
    pieces.push(bytes)
    size += bytes.length
  }
  const made = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    made.set(piece, at)
    at += piece.length
  }
  return first.unfolded(made)
}
