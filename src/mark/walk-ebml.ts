import type { Gather } from './field.ts'
import { marked, trimZeros, utf8 } from './spell.ts'
import type { View } from './view.ts'
import { walkJumbf } from './walk-jumbf.ts'

/** The elements of Matroska (RFC 9559) that lead to tags. Clusters are stepped over by their size. */
const PARENTS = new Set([0x18538067, 0x1254c367, 0x7373, 0x1549a966, 0x1941a469])
const [SIMPLE, NAME, STRING, BINARY] = [0x67c8, 0x45a3, 0x4487, 0x4485]
const [ATTACHED, MIME, DATA] = [0x61a7, 0x4660, 0x465c]
const TEXTS: Readonly<Record<number, string>> = { 0x7ba9: 'Title', 0x4d80: 'MuxingApp', 0x5741: 'WritingApp' }

interface Element {
  readonly id: number
  readonly body: View
  readonly at: number
  readonly next: number
}

function element(view: View, at: number): Element | undefined {
  const idLength = Math.clz32(view.u8(at)) - 23
  if (idLength > 4 || at >= view.size) return undefined
  let id = 0
  for (let n = 0; n < idLength; n += 1) id = id * 256 + view.u8(at + n)
  const head = view.u8(at + idLength)
  const sizeLength = Math.clz32(head) - 23
  if (sizeLength > 8) return undefined
  let size = head & ((1 << (8 - sizeLength)) - 1)
  let unknown = size === (1 << (8 - sizeLength)) - 1
  for (let n = 1; n < sizeLength; n += 1) {
    const byte = view.u8(at + idLength + n)
    size = size * 256 + byte
    unknown &&= byte === 255
  }
  const start = at + idLength + sizeLength
  // Of unknown size: what follows is read as if the head alone were the element, which finds children and siblings alike.
  return unknown
    ? { id, body: view.sub(start), at, next: PARENTS.has(id) ? view.size : start }
    : { id, body: view.sub(start, size), at, next: start + size }
}

export const walkEbml = (view: View, out: Gather): void => elements(view, out, 0)

function elements(view: View, out: Gather, depth: number): void {
  if (!out.budget.deeper(depth)) return
  for (let at = 0; at < view.size && out.budget.step(); ) {
    const found = element(view, at)
    if (found === undefined) {
      out.budget.met.add('truncated')
      return
    }
    const text = TEXTS[found.id]
    if (PARENTS.has(found.id)) elements(found.body, out, depth + 1)
    else if (found.id === SIMPLE) simpleTag(found.body, out, depth + 1)
    else if (found.id === ATTACHED) attachment(found.body, out)
    else if (text !== undefined) out.add('matroska', text, found.body, 0, found.body.size, (b) => trimZeros(utf8(b)))
    at = found.next
  }
}

/** A name and a value, and perhaps tags about the tag. */
function simpleTag(view: View, out: Gather, depth: number): void {
  if (!out.budget.deeper(depth)) return
  let name = ''
  for (let at = 0; at < view.size && out.budget.step(); ) {
    const found = element(view, at)
    if (found === undefined) return
    const { id, body } = found
    if (id === NAME) name = trimZeros(utf8(body.bytes(0, Math.min(body.size, 256))))
    else if (id === STRING || id === BINARY) out.add('matroska', name, body, 0, body.size, (b) => trimZeros(utf8(b)))
    else if (id === SIMPLE) simpleTag(body, out, depth + 1)
    at = found.next
  }
}

function attachment(view: View, out: Gather): void {
  let mime = ''
  for (let at = 0; at < view.size && out.budget.step(); ) {
    const found = element(view, at)
    if (found === undefined) return
    const { id, body } = found
    if (id === MIME) mime = utf8(body.bytes(0, Math.min(body.size, 128)))
    else if (id === DATA && /c2pa/.test(mime)) walkJumbf(body, 'matroska', out)
    else if (id === DATA && /xmp|rdf\+xml/.test(mime)) out.add('xmp', 'packet', body, 0, body.size, marked)
    at = found.next
  }
}
