import type { Budget } from './budget.ts'

/** The names we ask for, by the address that really names them. Prefixes are a writer's own affair. */
export const NAMESPACES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  x: 'adobe:ns:meta/',
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  xmpMM: 'http://ns.adobe.com/xap/1.0/mm/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  tiff: 'http://ns.adobe.com/tiff/1.0/',
  exif: 'http://ns.adobe.com/exif/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
  TC260: 'http://www.tc260.org.cn/ns/AIGC/1.0/',
  saola: 'urn:uuid:5e8f0d4c-7f0e-4b6b-9a55-0c8f4c1f7a21#',
} as const

/** One property: `prefix:name` with the usual prefix of its namespace, whatever the packet called it. */
export interface Property {
  readonly key: string
  readonly value: string
  /** Properties it stands in, outermost first. */
  readonly within: readonly string[]
}

const USUAL = new Map<string, string>(Object.entries(NAMESPACES).map(([prefix, uri]) => [uri, prefix]))
const MOST_PROPERTIES = 4096
const MOST_DEPTH = 64

interface Frame {
  readonly name: string
  readonly key: string
  readonly spaces: ReadonlyMap<string, string> | undefined
  readonly parent: Frame | undefined
  readonly depth: number
  text: string
  hasChildren: boolean
}

/**
 * The properties of a packet. Not a parser of XML: it knows no document type and unfolds no entity but the five of XML
 * and numbers, so nothing in a packet can grow; what is badly nested is read as far as it makes sense.
 */
export function readXmp(packet: string, budget: Budget): readonly Property[] {
  const found: Property[] = []
  let top: Frame | undefined
  for (let at = packet.indexOf('<'); at >= 0 && found.length < MOST_PROPERTIES && budget.step(); ) {
    const skipped = notATag(packet, at)
    if (skipped !== undefined) {
      if (skipped.text !== undefined && top !== undefined) top.text += skipped.text
      at = nextTag(packet, skipped.next, top)
      continue
    }
    const end = tagEnd(packet, at)
    if (end < 0) break
    const inner = packet.slice(at + 1, end)
    if (inner.startsWith('/')) top = closed(top, inner.slice(1).trim(), found)
    else top = opened(top, inner, found, budget)
    at = nextTag(packet, end + 1, top)
  }
  return found
}

/** The text up to the next tag belongs to the element that is open. */
function nextTag(packet: string, from: number, top: Frame | undefined): number {
  const next = packet.indexOf('<', from)
  if (top !== undefined && next > from) top.text += unescaped(packet.slice(from, next))
  return next
}

/** Comments, sections, instructions, and document types with all their entities: stepped over. */
function notATag(packet: string, at: number): { next: number; text?: string } | undefined {
  const until = (end: string, from: number): number => {
    const found = packet.indexOf(end, from)
    return found < 0 ? packet.length : found + end.length
  }
  if (packet.startsWith('<!--', at)) return { next: until('-->', at + 4) }
  if (packet.startsWith('<![CDATA[', at)) {
    const next = until(']]>', at + 9)
    return { next, text: packet.slice(at + 9, next - 3) }
  }
  if (packet.startsWith('<?', at)) return { next: until('?>', at + 2) }
  if (!packet.startsWith('<!', at)) return undefined
  const bracket = packet.slice(at, at + 200).search(/\[/)
  return { next: bracket < 0 ? until('>', at) : until('>', until(']', at + bracket)) }
}

/** The `>` that ends a tag, not one within a value. */
function tagEnd(packet: string, at: number): number {
  let quote = ''
  for (let n = at + 1; n < packet.length; n += 1) {
    const char = packet[n] ?? ''
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '>') return n
  }
  return -1
}

/** Name and value pairs, in one pass: a pattern would try each letter anew on what is no attribute. */
function attributesOf(inner: string, from: number): readonly (readonly [key: string, value: string])[] {
  const found: (readonly [string, string])[] = []
  for (let at = from; found.length < MOST_PROPERTIES; ) {
    const equals = inner.indexOf('=', at)
    if (equals < 0) return found
    const key =
      inner
        .slice(Math.max(at, equals - 200), equals)
        .trim()
        .split(/\s/)
        .at(-1) ?? ''
    let open = equals + 1
    while (/\s/.test(inner[open] ?? '')) open += 1
    const quote = inner[open]
    const close = quote === '"' || quote === "'" ? inner.indexOf(quote, open + 1) : -1
    if (close < 0) at = open
    else {
      if (key !== '') found.push([key, unescaped(inner.slice(open + 1, close))])
      at = close + 1
    }
  }
  return found
}

function opened(top: Frame | undefined, inner: string, found: Property[], budget: Budget): Frame | undefined {
  const empty = inner.endsWith('/')
  const name = /^[^\s/>]{1,200}/.exec(inner)?.[0] ?? ''
  const depth = (top?.depth ?? 0) + 1
  if (depth > MOST_DEPTH) {
    budget.met.add('depth')
    return top
  }
  const attributes = attributesOf(inner, name.length)
  budget.step(attributes.length)
  const spaces = attributes.filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'))
  const scope = { spaces: spaces.length === 0 ? undefined : new Map(spaces), parent: top }
  const frame: Frame = { ...scope, name, depth, key: keyOf(name, scope), text: '', hasChildren: false }
  if (top !== undefined) top.hasChildren = true
  const within = namesOf(frame)
  for (const [key, value] of attributes) {
    const named = keyOf(key, scope)
    if (named === 'rdf:resource') found.push({ key: within.at(-1) ?? '', value, within: within.slice(0, -1) })
    else if (key.includes(':') && !/^(xmlns|xml|rdf|x):/.test(key) && !named.startsWith('rdf:'))
      found.push({ key: named, value, within })
  }
  return empty ? top : frame
}

/** Ends the innermost element of that name; what was left open within it ends with it. */
function closed(top: Frame | undefined, name: string, found: Property[]): Frame | undefined {
  let frame = top
  while (frame !== undefined && frame.name !== name) frame = frame.parent
  if (frame === undefined) return top
  const value = frame.text.trim()
  if (!frame.hasChildren && value !== '') {
    const names = namesOf(frame)
    found.push({ key: names.at(-1) ?? '', value, within: names.slice(0, -1) })
  }
  return frame.parent
}

/** The properties one stands in: RDF's own elements are only scaffolding. */
function namesOf(frame: Frame): string[] {
  const names: string[] = []
  for (let at: Frame | undefined = frame; at !== undefined; at = at.parent)
    if (at.key !== '' && !/^(rdf|x):/.test(at.key)) names.unshift(at.key)
  return names
}

function keyOf(name: string, scope: Pick<Frame, 'spaces' | 'parent'>): string {
  const colon = name.indexOf(':')
  const [prefix, local] = colon < 0 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)]
  const declared = colon < 0 ? 'xmlns' : `xmlns:${prefix}`
  let at: Pick<Frame, 'spaces' | 'parent'> | undefined = scope
  while (at !== undefined) {
    const uri = at.spaces?.get(declared)
    if (uri !== undefined) return `${USUAL.get(uri) ?? prefix}:${local}`
    at = at.parent
  }
  // Undeclared: writers of the AIGC label do this, and readers are expected to understand.
  return name
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The five entities of XML and numbers, nothing else. */
export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));/g, (whole, hex, number, name) => {
        if (typeof name === 'string') return NAMED[name] ?? whole
        const point = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(number)
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
      })
    : text

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
