/**
 * Files made by hand, byte for byte: the smallest forms of each container that carry what we look for. For tests and
 * benches; nothing that runs a portal imports it.
 */
const UTF8 = new TextEncoder()

export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0) & 255)
export const utf8Of = (text: string): Uint8Array => UTF8.encode(text)
export const utf16Of = (text: string, little = true): Uint8Array =>
  join(...Array.from(text, (char) => (little ? le(char.charCodeAt(0), 2) : be(char.charCodeAt(0), 2))))

export function join(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const all = parts.map((part) => (typeof part === 'string' ? bytesOf(part) : part))
  const made = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of all) {
    made.set(part, at)
    at += part.length
  }
  return made
}

export const be = (value: number, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, n) => Math.floor(value / 256 ** (size - 1 - n)) & 255)
export const le = (value: number, size: number): Uint8Array => be(value, size).toReversed()
const safe = (value: number): Uint8Array =>
  Uint8Array.from([(value >> 21) & 127, (value >> 14) & 127, (value >> 7) & 127, value & 127])

// ————— pictures —————

const segment = (marker: number, body: Uint8Array): Uint8Array =>
  join(Uint8Array.from([0xff, marker]), be(body.length + 2, 2), body)

export interface JpegParts {
  readonly exif?: Uint8Array
  readonly xmp?: string
  readonly comment?: string
  readonly iptc?: Readonly<Record<number, string>>
  readonly jumbf?: Uint8Array
}

export function jpeg({ exif, xmp, comment, iptc, jumbf }: JpegParts): Uint8Array {
  const datasets = Object.entries(iptc ?? {}).map(([id, text]) =>
    join(Uint8Array.from([0x1c, 2, Number(id)]), be(utf8Of(text).length, 2), utf8Of(text)),
  )
  const records = join(...datasets)
  const resource = join('8BIM', be(0x0404, 2), be(0, 2), be(records.length, 4), records)
  return join(
    Uint8Array.from([0xff, 0xd8]),
    segment(0xe0, bytesOf('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...(exif === undefined ? [] : [segment(0xe1, join('Exif\0\0', exif))]),
    ...(xmp === undefined ? [] : [segment(0xe1, join('http://ns.adobe.com/xap/1.0/\0', utf8Of(xmp)))]),
    ...(iptc === undefined ? [] : [segment(0xed, join('Photoshop 3.0\0', resource))]),
    ...(jumbf === undefined ? [] : [segment(0xeb, join('JP', be(1, 2), be(1, 4), jumbf))]),
    ...(comment === undefined ? [] : [segment(0xfe, utf8Of(comment))]),
    segment(0xda, bytesOf('\x01\x01\0\0\x3f\0')),
    Uint8Array.from([0x12, 0x34, 0xff, 0xd9]),
  )
}

/** A TIFF, or the body of Exif: texts by tag, in one directory, with an Exif directory for the comment of the user. */
export function tiff(
  texts: Readonly<Record<number, string | Uint8Array>>,
  { little = true, comment }: { readonly little?: boolean; readonly comment?: Uint8Array } = {},
): Uint8Array {
  const n = little ? le : be
  const values: Uint8Array[] = []
  const entries = Object.entries(texts).map(([tag, value]): readonly [number, Uint8Array] => [
    Number(tag),
    typeof value === 'string' ? join(utf8Of(value), '\0') : value,
  ])
  const count = entries.length + (comment === undefined ? 0 : 1)
  let free = 8 + 2 + count * 12 + 4
  const directory: Uint8Array[] = []
  for (const [tag, value] of entries) {
    const short = value.length <= 4
    const place = short ? join(value, new Uint8Array(4 - value.length)) : n(free, 4)
    directory.push(join(n(tag, 2), n(tag === 0x02bc ? 1 : 2, 2), n(value.length, 4), place))
    if (short) continue
    values.push(value)
    free += value.length
  }
  if (comment !== undefined) {
    directory.push(join(n(0x8769, 2), n(4, 2), n(1, 4), n(free, 4)))
    values.push(join(n(1, 2), n(0x9286, 2), n(7, 2), n(comment.length, 4), n(free + 18, 4), n(0, 4), comment))
  }
  return join(little ? 'II*\0' : 'MM\0*', n(8, 4), n(count, 2), ...directory, n(0, 4), ...values)
}

export const chunk = (kind: string, body: Uint8Array): Uint8Array => join(be(body.length, 4), kind, body, be(0, 4))

/** A PNG with these chunks, before or behind the picture. */
export const png = (chunks: readonly Uint8Array[], behind: readonly Uint8Array[] = []): Uint8Array =>
  join(
    '\x89PNG\r\n\x1a\n',
    chunk('IHDR', join(be(1, 4), be(1, 4), Uint8Array.from([8, 2, 0, 0, 0]))),
    ...chunks,
    chunk('IDAT', Uint8Array.from([0x78, 1, 0x63, 0, 0, 0, 4, 0, 1])),
    ...behind,
    chunk('IEND', new Uint8Array(0)),
  )
export const textChunk = (key: string, text: string): Uint8Array => chunk('tEXt', join(key, '\0', utf8Of(text)))
export const internationalChunk = (key: string, text: string): Uint8Array =>
  chunk('iTXt', join(key, '\0\0\0\0\0', utf8Of(text)))
/** Folded elsewhere: this file knows no compression. */
export const foldedChunk = (kind: 'zTXt' | 'iTXt', key: string, folded: Uint8Array): Uint8Array =>
  chunk(kind, kind === 'zTXt' ? join(key, '\0\0', folded) : join(key, '\0\x01\0\0\0', folded))

export const riffChunk = (id: string, body: Uint8Array): Uint8Array =>
  join(id, le(body.length, 4), body, body.length % 2 === 1 ? '\0' : '')
export function riff(form: 'WEBP' | 'WAVE' | 'AVI ', chunks: readonly Uint8Array[]): Uint8Array {
  const body = join(form, ...chunks)
  return join('RIFF', le(body.length, 4), body)
}
export const infoList = (items: Readonly<Record<string, string>>): Uint8Array =>
  riffChunk('LIST', join('INFO', ...Object.entries(items).map(([id, text]) => riffChunk(id, join(utf8Of(text), '\0')))))

export function gif({ comment, xmp }: { readonly comment?: string; readonly xmp?: string }): Uint8Array {
  const blocks = (bytes: Uint8Array): Uint8Array[] =>
    Array.from({ length: Math.ceil(bytes.length / 255) }, (_, n) => bytes.subarray(n * 255, n * 255 + 255)).map(
      (part) => join(Uint8Array.from([part.length]), part),
    )
  const trailer = join(
    Uint8Array.from([1]),
    Uint8Array.from({ length: 256 }, (_, n) => 255 - n),
    '\0',
  )
  return join(
    'GIF89a',
    bytesOf('\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff'),
    ...(comment === undefined ? [] : [bytesOf('\x21\xfe'), ...blocks(utf8Of(comment)), bytesOf('\0')]),
    ...(xmp === undefined ? [] : [bytesOf('\x21\xff\x0bXMP DataXMP'), utf8Of(xmp), trailer]),
    bytesOf('\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3b'),
  )
}

export const svg = (inside: string): Uint8Array =>
  utf8Of(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${inside}</svg>`)

export const pdfStream = (number: number, dictionary: string, body: Uint8Array): Uint8Array =>
  join(`${number} 0 obj\n<< ${dictionary} /Length ${body.length} >>\nstream\n`, body, '\nendstream\nendobj\n')
export const pdf = (...objects: readonly Uint8Array[]): Uint8Array =>
  join('%PDF-1.7\n', ...objects, 'trailer << /Root 1 0 R >>\n%%EOF\n')

// ————— film and sound —————

export const box = (kind: string, ...parts: readonly (Uint8Array | string)[]): Uint8Array => {
  const body = join(...parts)
  return join(be(body.length + 8, 4), kind, body)
}
export const fileType = (brand: string): Uint8Array => box('ftyp', brand, be(0, 4), brand)
const data = (text: string): Uint8Array => box('data', be(1, 4), be(0, 4), utf8Of(text))

/** Values by name: of four letters in `ilst`, all others through `keys`. */
export function mp4(brand: string, values: Readonly<Record<string, string>>): Uint8Array {
  const short = Object.entries(values).filter(([key]) => key.length === 4)
  const long = Object.entries(values).filter(([key]) => key.length !== 4)
  const handler = box('hdlr', be(0, 8), 'mdir', be(0, 13))
  const keys = box('keys', be(0, 4), be(long.length, 4), ...long.map(([key]) => box('mdta', key)))
  const named = box('meta', be(0, 4), handler, keys, box('ilst', ...long.map(([, v], n) => numbered(n + 1, data(v)))))
  const plain = box('meta', be(0, 4), handler, box('ilst', ...short.map(([key, v]) => box(key, data(v)))))
  const udta = box('udta', ...(short.length > 0 ? [plain] : []), ...(long.length > 0 ? [named] : []))
  return join(fileType(brand), box('moov', box('mvhd', new Uint8Array(100)), udta), box('mdat', new Uint8Array(32)))
}
const numbered = (n: number, body: Uint8Array): Uint8Array => join(be(body.length + 8, 4), be(n, 4), body)

const XMP_BOX = Uint8Array.from([190, 122, 207, 203, 151, 169, 66, 232, 156, 113, 153, 148, 145, 227, 175, 172])
export const xmpBox = (packet: string): Uint8Array => box('uuid', XMP_BOX, utf8Of(packet))

/** A picture whose Exif and XMP are items, as HEIC and AVIF have them. */
export function heif(brand: 'heic' | 'avif', { exif, xmp }: { exif?: Uint8Array; xmp?: string }): Uint8Array {
  const items = [
    ...(exif === undefined ? [] : [{ kind: 'Exif', mime: '', body: join(be(6, 4), 'Exif\0\0', exif) }]),
    ...(xmp === undefined ? [] : [{ kind: 'mime', mime: 'application/rdf+xml\0', body: utf8Of(xmp) }]),
  ]
  const named = items.map(({ kind, mime }, n) =>
    box('infe', be(0x02000000, 4), be(n + 1, 2), be(0, 2), kind, '\0', mime),
  )
  const meta = (start: number): Uint8Array => {
    let at = start
    const places = items.map(({ body }, n) => {
      const place = join(be(n + 1, 2), be(0, 2), be(1, 2), be(at, 4), be(body.length, 4))
      at += body.length
      return place
    })
    const iloc = box('iloc', be(0, 4), be(0x4400, 2), be(items.length, 2), ...places)
    return box(
      'meta',
      be(0, 4),
      box('hdlr', be(0, 8), 'pict', be(0, 13)),
      box('iinf', be(0, 4), be(items.length, 2), ...named),
      iloc,
    )
  }
  const head = fileType(brand)
  const bodies = box('mdat', ...items.map(({ body }) => body))
  return join(head, meta(head.length + meta(0).length + 8), bodies)
}

export const id3Frame = (id: string, body: Uint8Array, version = 4): Uint8Array =>
  join(id, version === 4 ? safe(body.length) : be(body.length, 4), be(0, 2), body)
export const id3 = (frames: readonly Uint8Array[], version = 4): Uint8Array => {
  const body = join(...frames)
  return join('ID3', Uint8Array.from([version, 0, 0]), safe(body.length), body)
}
export const userText = (key: string, value: string, wide = false): Uint8Array =>
  wide
    ? join('\x01', '\xff\xfe', utf16Of(key), '\0\0', '\xff\xfe', utf16Of(value))
    : join('\x03', utf8Of(key), '\0', utf8Of(value))
const SOUND = join('\xff\xfb\x90\0', new Uint8Array(413))
export const mp3 = (tag: Uint8Array, behind: Uint8Array = new Uint8Array(0)): Uint8Array => join(tag, SOUND, behind)

export function ape(items: Readonly<Record<string, string>>): Uint8Array {
  const body = join(
    ...Object.entries(items).map(([key, text]) => join(le(utf8Of(text).length, 4), le(0, 4), key, '\0', utf8Of(text))),
  )
  return join(
    body,
    'APETAGEX',
    le(2000, 4),
    le(body.length + 32, 4),
    le(Object.keys(items).length, 4),
    le(0, 4),
    be(0, 8),
  )
}

export function vorbis(items: Readonly<Record<string, string>>): Uint8Array {
  const lines = Object.entries(items).map(([key, text]) => utf8Of(`${key}=${text}`))
  return join(le(4, 4), 'made', le(lines.length, 4), ...lines.map((line) => join(le(line.length, 4), line)))
}
export const flac = (items: Readonly<Record<string, string>>, before: Uint8Array = new Uint8Array(0)): Uint8Array => {
  const comment = vorbis(items)
  return join(
    before,
    'fLaC',
    '\0',
    be(34, 3),
    new Uint8Array(34),
    '\x84',
    be(comment.length, 3),
    comment,
    new Uint8Array(64),
  )
}

function page(sequence: number, packet: Uint8Array): Uint8Array[] {
  const lacing = Uint8Array.from({ length: Math.floor(packet.length / 255) + 1 }, (_, n) =>
    Math.min(255, packet.length - n * 255),
  )
  const pages: Uint8Array[] = []
  for (let n = 0; n < lacing.length; n += 255) {
    const part = lacing.subarray(n, n + 255)
    const body = packet.subarray(n * 255, n * 255 + part.reduce((sum, b) => sum + b, 0))
    pages.push(
      join(
        'OggS\0',
        n === 0 ? '\0' : '\x01',
        be(0, 8),
        le(7, 4),
        le(sequence + n, 4),
        be(0, 4),
        Uint8Array.from([part.length]),
        part,
        body,
      ),
    )
  }
  return pages
}
export const ogg = (kind: 'vorbis' | 'opus', items: Readonly<Record<string, string>>): Uint8Array =>
  kind === 'opus'
    ? join(
        ...page(0, join('OpusHead', new Uint8Array(11))),
        ...page(1, join('OpusTags', vorbis(items))),
        ...page(2, new Uint8Array(40)),
      )
    : join(
        ...page(0, join('\x01vorbis', new Uint8Array(23))),
        ...page(1, join('\x03vorbis', vorbis(items), '\x01')),
        ...page(2, new Uint8Array(40)),
      )

/** An element with a size of eight bytes; `unknown` leaves the size open, as live recordings do. */
export const element = (id: number, body: Uint8Array, unknown = false): Uint8Array => {
  const name = be(id, id > 0xffffff ? 4 : id > 0xffff ? 3 : id > 0xff ? 2 : 1)
  return join(name, '\x01', unknown ? Uint8Array.from({ length: 7 }, () => 255) : be(body.length, 7), body)
}
export const simpleTag = (name: string, value: string): Uint8Array =>
  element(0x67c8, join(element(0x45a3, utf8Of(name)), element(0x4487, utf8Of(value))))
export function matroska(kind: 'matroska' | 'webm', tags: Readonly<Record<string, string>>, open = false): Uint8Array {
  const simple = Object.entries(tags).map(([name, value]) => simpleTag(name, value))
  const cluster = element(0x1f43b675, element(0xa3, new Uint8Array(64)), open)
  const info = element(0x1549a966, element(0x4d80, utf8Of('Lavf61')))
  return join(
    element(0x1a45dfa3, element(0x4282, bytesOf(kind))),
    element(0x18538067, join(info, cluster, element(0x1254c367, element(0x7373, join(...simple)))), open),
  )
}

/** A manifest store with nothing in it but a label and some words. */
export const manifest = (words: string): Uint8Array =>
  box(
    'jumb',
    box('jumd', 'c2pa', Uint8Array.from([0, 0x11, 0, 0x10, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71]), '\x03', 'c2pa\0'),
    box('cbor', utf8Of(words)),
  )

export const packet = (attributes: string, elements = ''): string =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" ${attributes}>${elements}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
