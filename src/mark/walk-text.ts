import { find, type Gather } from './field.ts'
import { fromBase64, latin1, marked, text16, text8, utf8 } from './spell.ts'
import type { View } from './view.ts'
import { walkJumbf } from './walk-jumbf.ts'

/** SVG: the packet of XMP as text, comments, and a manifest in base 64. As text, so that no entity is ever unfolded. */
export function walkSvg(view: View, out: Gather): void {
  const wide = view.u8(1) === 0 || view.u8(0) === 0 || view.u8(0) >= 0xfe
  if (wide) return wideSvg(view, out)
  for (const [open, close] of [
    ['<x:xmpmeta', '</x:xmpmeta>'],
    ['<rdf:RDF', '</rdf:RDF>'],
  ] as const)
    if (between(view, open, close, out)) break
  comments(view, out)
  const manifest = find(view, '<c2pa:manifest', 0, out)
  if (manifest < 0) return
  const end = find(view, '</c2pa:manifest', manifest, out)
  const text = latin1(view.bytes(manifest, Math.min(Math.max(0, end - manifest), out.budget.bounds.value * 4)))
  const bytes = fromBase64(text.slice(text.indexOf('>') + 1))
  walkJumbf(view.sub(manifest, text.length).unfolded(bytes), 'svg', out)
}

function wideSvg(view: View, out: Gather): void {
  out.add('xmp', 'packet', view, 0, view.size, marked)
}

function between(view: View, open: string, close: string, out: Gather): boolean {
  const from = find(view, open, 0, out)
  if (from < 0) return false
  const to = find(view, close, from, out)
  out.add('xmp', 'packet', view, from, to < 0 ? view.size : to + close.length - from, utf8)
  return true
}

const MOST_COMMENTS = 64

function comments(view: View, out: Gather): void {
  for (let at = 0, n = 0; n < MOST_COMMENTS && out.budget.step(); n += 1) {
    const from = find(view, '<!--', at, out)
    if (from < 0) return
    const to = find(view, '-->', from, out)
    if (to < 0) return
    out.add('svg', 'comment', view, from + 4, to - from - 4, (bytes) => utf8(bytes).trim())
    at = to + 3
  }
}

const MOST_STREAMS = 1024
const INFO = ['Creator', 'Producer', 'Author', 'Title', 'Subject', 'Keywords', 'AIGC'] as const

/**
 * PDF (ISO 32000), without its tables of objects: every metadata stream that stands on its own is read, plain or
 * deflated. A changed PDF appends, so the last packet is the one in force; the earlier ones are kept as superseded.
 */
export function walkPdf(view: View, out: Gather): void {
  if (find(view, '/Encrypt', Math.max(0, view.size - 4096), out) >= 0) out.budget.met.add('encrypted')
  const packets: { readonly body: View; readonly folded: boolean }[] = []
  for (let at = 0, n = 0; n < MOST_STREAMS && out.budget.step(); n += 1) {
    const place = find(view, '/Metadata', at, out)
    if (place < 0) break
    at = place + 9
    const found = stream(view, place, out)
    if (found === undefined) continue
    packets.push(found)
    at = Math.max(at, place + 9)
  }
  packets.forEach(({ body, folded }, n) => {
    const packet = folded ? out.unfold(body) : body
    out.add('xmp', n === packets.length - 1 ? 'packet' : 'superseded', packet, 0, packet.size, marked)
  })
  information(view, out)
  if (find(view, '/C2PA_Manifest', 0, out) >= 0) pdfManifest(view, out)
}

/** The stream of a dictionary that has `/Metadata` as its type here, if it is one and its data stand behind it. */
function stream(view: View, place: number, out: Gather): { body: View; folded: boolean } | undefined {
  const near = latin1(view.bytes(place, 1024))
  const data = near.search(/>>\s*stream\r?\n/)
  if (data < 0 || near.slice(0, data).includes('endobj')) return undefined
  const before = latin1(view.bytes(Math.max(0, place - 512), Math.min(place, 512)))
  const dictionary = before.slice(Math.max(0, before.lastIndexOf('obj'))) + near.slice(0, data)
  if (!/\/Subtype\s*\/XML/.test(dictionary)) return undefined
  const opening = /^>>\s*stream\r?\n/.exec(near.slice(data))?.[0].length ?? 0
  const from = place + data + opening
  const end = find(view, 'endstream', from, out)
  return { body: view.sub(from, (end < 0 ? view.size : end) - from), folded: /FlateDecode/.test(dictionary) }
}

/** The document information dictionary, where it is not itself compressed. */
function information(view: View, out: Gather): void {
  for (const key of INFO) {
    for (let at = 0, n = 0; n < 16 && out.budget.step(); n += 1) {
      const place = find(view, `/${key}`, at, out)
      if (place < 0) break
      at = place + key.length + 1
      const text = literal(latin1(view.bytes(at, 4096)))
      if (text !== undefined) out.put('pdf-info', key, text, view, place, key.length + text.length)
    }
  }
}

/** `(text)` or `<hex>`, in Latin letters or UTF-16. */
function literal(near: string): string | undefined {
  const hex = /^\s*<([0-9A-Fa-f\s]*)>/.exec(near)?.[1]
  if (hex !== undefined) {
    const digits = hex.replace(/\s+/g, '')
    const pairs = digits.match(/../g) ?? []
    return spelled(Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)))
  }
  const open = /^\s*\(/.exec(near)?.[0].length
  if (open === undefined) return undefined
  let [depth, text] = [1, '']
  for (let at = open; at < near.length; at += 1) {
    const char = near[at] ?? ''
    if (char === '\\') {
      text += near[at + 1] ?? ''
      at += 1
      continue
    }
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (depth === 0) return spelled(Uint8Array.from(text, (c) => c.charCodeAt(0)))
    text += char
  }
  return undefined
}

const spelled = (bytes: Uint8Array): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff ? text16(bytes, false).replace(/^\uFEFF/, '') : text8(bytes)

function pdfManifest(view: View, out: Gather): void {
  const label = find(view, 'jumdc2pa', 0, out)
  if (label < 12 || !walkJumbf(view.sub(label - 12), 'pdf', out)) out.put('c2pa', 'manifest', 'pdf', view, 0, view.size)
}

/** A file beside another: the packet alone (`.xmp`) or the manifest store alone (`.c2pa`). */
export function walkXmpSidecar(view: View, out: Gather): void {
  out.add('xmp', 'packet', view, 0, view.size, marked)
}
export function walkC2paSidecar(view: View, out: Gather): void {
  walkJumbf(view, 'sidecar', out)
}
