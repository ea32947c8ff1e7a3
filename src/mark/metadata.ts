import { joined } from './cbor.ts'
import type { Kind } from './kind.ts'
import { NAMESPACES } from './xmp.ts'
import { type Registration, writePacket } from './own.ts'

/**
 * Puts the registration into the metadata of a file (Decree art. 17: a mark "in metadata"), where the container has a
 * place for it that we can write without touching the content: a layer beside the signed manifest, which is signed
 * after it. What other programs wrote stays. Nothing where we write none, or where the file does not stand as expected.
 */
export function writeMetadata(kind: Kind, file: Uint8Array, said: Registration): Uint8Array | undefined {
  const pieces = metadataPieces(kind, file, said)
  return pieces && joined(pieces)
}

/** The same as stretches of the file and what is new between them: a film is not copied to add a few hundred bytes. */
export function metadataPieces(kind: Kind, file: Uint8Array, said: Registration): Pieces | undefined {
  return WRITERS[kind]?.(file, said)
}
export type Pieces = readonly Uint8Array[]

/** Kinds whose metadata we write. */
export const writesMetadata = (kind: Kind): boolean => WRITERS[kind] !== undefined

type Writer = (file: Uint8Array, said: Registration) => Pieces | undefined

const UTF8 = new TextEncoder()
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const ascii = (file: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...file.subarray(at, at + length))
const be = (value: number, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, n) => Math.floor(value / 256 ** (size - 1 - n)) & 255)
const le = (value: number, size: number): Uint8Array => be(value, size).toReversed()
const readBe = (file: Uint8Array, at: number, size: number): number =>
  file.subarray(at, at + size).reduce((sum, byte) => sum * 256 + byte, 0)
const readLe = (file: Uint8Array, at: number, size: number): number =>
  file.subarray(at, at + size).reduceRight((sum, byte) => sum * 256 + byte, 0)
const cat = (...parts: readonly (Uint8Array | string)[]): Uint8Array =>
  joined(parts.map((part) => (typeof part === 'string' ? latin(part) : part)))
const latin = (letters: string): Uint8Array => Uint8Array.from(letters, (letter) => letter.charCodeAt(0))
const splice = (file: Uint8Array, from: number, to: number, ...put: readonly (Uint8Array | string)[]): Pieces => [
  file.subarray(0, from),
  cat(...put),
  file.subarray(to),
]

const OURS = new RegExp(
  `\\s*<rdf:Description rdf:about="" [^>]*xmlns:saola="${NAMESPACES.saola}">.*?</rdf:Description>`,
  'gs',
)
const END = '</rdf:RDF>'

/** A packet of ours, or the one that is there with ours in it: two packets in one file would hide one another. */
function packetWith(there: string | undefined, said: Registration): string | undefined {
  const fresh = writePacket(said)
  if (there === undefined) return fresh
  const own = /<rdf:Description.*<\/rdf:Description>/s.exec(fresh)?.[0] ?? ''
  const others = there.replace(OURS, '')
  const at = others.lastIndexOf(END)
  const rdf = others.includes(`xmlns:rdf="${NAMESPACES.rdf}"`)
  return at < 0 || !rdf ? undefined : `${others.slice(0, at)}${own}\n${others.slice(at)}`
}

// ————— pictures —————

const APP1_XMP = 'http://ns.adobe.com/xap/1.0/\0'

const jpeg: Writer = (file, said) => {
  let at = 2
  let behind = 2
  let old: { from: number; to: number; packet: string } | undefined
  while (file[at] === 0xff && ((file[at + 1] ?? 0) & 0xf0) === 0xe0) {
    const to = at + 2 + readBe(file, at + 2, 2)
    if (to > file.length) return undefined
    const [marker, head] = [file[at + 1], ascii(file, at + 4, APP1_XMP.length)]
    if (marker === 0xe1 && head === APP1_XMP)
      old = { from: at, to, packet: text(file.subarray(at + 4 + APP1_XMP.length, to)) }
    // JFIF and Exif want to come first.
    if (marker === 0xe0 || (marker === 0xe1 && head.startsWith('Exif\0'))) behind = to
    at = to
  }
  const packet = packetWith(old?.packet, said)
  if (packet === undefined) return undefined
  const body = cat(APP1_XMP, UTF8.encode(packet))
  return body.length + 2 > 0xffff
    ? undefined
    : splice(file, old?.from ?? behind, old?.to ?? behind, Uint8Array.of(0xff, 0xe1), be(body.length + 2, 2), body)
}

const PNG_HEAD = 8
const PNG_XMP = 'XML:com.adobe.xmp\0'

const png: Writer = (file, said) => {
  const first = PNG_HEAD + 12 + readBe(file, PNG_HEAD, 4)
  let old: { from: number; to: number; packet: string } | undefined
  for (let at = PNG_HEAD; at + 12 <= file.length; ) {
    const [size, kind] = [readBe(file, at, 4), ascii(file, at + 4, 4)]
    if (kind === 'iTXt' && ascii(file, at + 8, PNG_XMP.length) === PNG_XMP) {
      const start = at + 8 + PNG_XMP.length
      // Folded or in a language: somebody else's, and left alone.
      if (ascii(file, start, 4) !== '\0\0\0\0') return undefined
      old = { from: at, to: at + 12 + size, packet: text(file.subarray(start + 4, at + 8 + size)) }
    }
    at += 12 + size
  }
  const packet = packetWith(old?.packet, said)
  if (packet === undefined || first > file.length) return undefined
  const body = cat('iTXt', PNG_XMP, '\0\0\0\0', UTF8.encode(packet))
  return splice(file, old?.from ?? first, old?.to ?? first, be(body.length - 4, 4), body, be(crc32(body), 4))
}

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let sum = n
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1
  return sum >>> 0
})
const crc32 = (bytes: Uint8Array): number =>
  (bytes.reduce((sum, byte) => (CRC[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0

const GIF_XMP = 'XMP DataXMP'
/** Readers that walk in blocks of their own length find their way out through this. */
const GIF_TAIL = cat(
  Uint8Array.of(1),
  Uint8Array.from({ length: 256 }, (_, n) => 255 - n),
  Uint8Array.of(0, 0),
).subarray(0, 258)

const gif: Writer = (file, said) => {
  const flags = file[10] ?? 0
  const behind = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  // Another packet somewhere behind would be the one that counts.
  if (behind > file.length || text(file).includes(GIF_XMP)) return undefined
  const block = cat(Uint8Array.of(0x21, 0xff, 11), GIF_XMP, UTF8.encode(writePacket(said)), GIF_TAIL)
  return [cat('GIF89a', file.subarray(6, behind), block), file.subarray(behind)]
}

const svg: Writer = (file, said) => {
  const there = text(file)
  if (UTF8.encode(there).length !== file.length || there.includes('x:xmpmeta')) return undefined
  const open = /<svg(?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*>/.exec(there)
  if (open === null) return undefined
  const at = open.index + open[0].length
  return [UTF8.encode(`${there.slice(0, at)}<metadata>${writePacket(said)}</metadata>${there.slice(at)}`)]
}

// ————— RIFF: WebP, WAV, AVI —————

interface Chunk {
  readonly id: string
  readonly at: number
  readonly size: number
}

function chunksOf(file: Uint8Array): readonly Chunk[] {
  const found: Chunk[] = []
  const end = Math.min(file.length, 8 + readLe(file, 4, 4))
  for (let at = 12; at + 8 <= end; ) {
    const size = readLe(file, at + 4, 4)
    found.push({ id: ascii(file, at, 4), at, size })
    at += 8 + size + (size & 1)
  }
  return found
}
const riffChunk = (id: string, body: Uint8Array): Uint8Array =>
  cat(id, le(body.length, 4), body, body.length & 1 ? '\0' : '')

/** At the end, where no offset in the file points behind it. */
const riff =
  (id: string): Writer =>
  (file, said) => {
    const chunks = chunksOf(file)
    const old = chunks.find((chunk) => chunk.id === id)
    const last = chunks.at(-1)
    if (last === undefined || last.at + 8 + last.size > file.length || file.length > 0xffff0000) return undefined
    const packet = packetWith(old && text(file.subarray(old.at + 8, old.at + 8 + old.size)), said)
    if (packet === undefined) return undefined
    const [from, to] = old === undefined ? [file.length, file.length] : [old.at, old.at + 8 + old.size + (old.size & 1)]
    const unpadded = last.size & 1 && last.at + 8 + last.size === file.length && to <= file.length ? '\0' : ''
    const rest = [file.subarray(8, from), file.subarray(to)]
    const added = cat(unpadded, riffChunk(id, UTF8.encode(packet)))
    const size = rest.reduce((sum, part) => sum + part.length, added.length)
    return [cat(file.subarray(0, 4), le(size, 4)), ...rest, added]
  }

const HAS_XMP = 0x04

/** A simple WebP says its size in the bitstream; one with metadata says it in a chunk of its own, which comes first. */
const webp: Writer = (file, said) => {
  const chunks = chunksOf(file)
  const first = chunks[0]
  if (first === undefined) return undefined
  if (first.id === 'VP8X') {
    const flags = Uint8Array.of((file[first.at + 8] ?? 0) | HAS_XMP)
    return riff('XMP ')(joined(splice(file, first.at + 8, first.at + 9, flags)), said)
  }
  const size = sizeOfWebp(file, first)
  if (size === undefined) return undefined
  const alpha = first.id === 'VP8L' ? 0x10 : 0
  const extended = cat(Uint8Array.of(HAS_XMP | alpha, 0, 0, 0), le(size.width - 1, 3), le(size.height - 1, 3))
  const whole = joined(splice(file, 12, 12, riffChunk('VP8X', extended)))
  whole.set(le(whole.length - 8, 4), 4)
  return riff('XMP ')(whole, said)
}

function sizeOfWebp(file: Uint8Array, { id, at }: Chunk): { width: number; height: number } | undefined {
  if (id === 'VP8L' && file[at + 8] === 0x2f) {
    const bits = readLe(file, at + 9, 4)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  if (id === 'VP8 ' && ascii(file, at + 11, 3) === '\x9d\x01\x2a')
    return { width: readLe(file, at + 14, 2) & 0x3fff, height: readLe(file, at + 16, 2) & 0x3fff }
  return undefined
}

// ————— boxes: MP4, MOV, M4A —————

const XMP_BOX = Uint8Array.of(190, 122, 207, 203, 151, 169, 66, 232, 156, 113, 153, 148, 145, 227, 175, 172)

/** Behind everything, so that no offset into the samples moves. */
const boxes: Writer = (file, said) => {
  let old: { from: number; to: number; packet: string } | undefined
  for (let at = 0; at + 8 <= file.length; ) {
    const short = readBe(file, at, 4)
    const size = short === 1 ? readBe(file, at + 8, 8) : short
    // A box that is open to the end of the file lets nothing stand behind it.
    if (size < 8 || at + size > file.length) return undefined
    const kind = ascii(file, at + 4, 4)
    if (kind === 'uuid' && XMP_BOX.every((byte, n) => file[at + 8 + n] === byte))
      old = { from: at, to: at + size, packet: text(file.subarray(at + 24, at + size)) }
    at += size
  }
  const packet = packetWith(old?.packet, said)
  // One that stands before the samples cannot change its length.
  if (packet === undefined || (old !== undefined && old.to !== file.length)) return undefined
  const body = cat('uuid', XMP_BOX, UTF8.encode(packet))
  return [file.subarray(0, old?.from ?? file.length), be(body.length + 4, 4), body]
}

// ————— MP3 —————

const safe = (value: number): Uint8Array =>
  Uint8Array.of((value >> 21) & 127, (value >> 14) & 127, (value >> 7) & 127, value & 127)
const readSafe = (file: Uint8Array, at: number): number =>
  file.subarray(at, at + 4).reduce((sum, byte) => sum * 128 + (byte & 127), 0)

/** A private frame that holds a packet (ID3v2.3 and 2.4), in the tag that is there or a new one. */
const mp3: Writer = (file, said) => {
  const body = cat('XMP\0', UTF8.encode(writePacket(said)))
  const frame = (version: number): Uint8Array =>
    cat('PRIV', version === 4 ? safe(body.length) : be(body.length, 4), Uint8Array.of(0, 0), body)
  if (ascii(file, 0, 3) !== 'ID3') {
    const fresh = frame(4)
    return [cat('ID3', Uint8Array.of(4, 0, 0), safe(fresh.length), fresh), file]
  }
  const [version, flags, size] = [file[3] ?? 0, file[5] ?? 0, readSafe(file, 6)]
  // Shuffled, extended or footed tags are rare, and their owners know why.
  if ((version !== 3 && version !== 4) || flags !== 0) return undefined
  if (text(file.subarray(10, 10 + size)).includes('PRIV')) return undefined
  const added = frame(version)
  return [cat('ID3', Uint8Array.of(version, 0, 0), safe(size + added.length), added), file.subarray(10)]
}

const WRITERS: Readonly<Partial<Record<Kind, Writer>>> = {
  ...{ jpeg, png, gif, svg, webp, mp3 },
  ...{ wav: riff('_PMX'), avi: riff('_PMX') },
  ...{ mp4: boxes, mov: boxes, m4a: boxes },
}
