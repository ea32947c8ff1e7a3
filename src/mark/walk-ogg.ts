import type { Gather } from './field.ts'
import type { View } from './view.ts'
import { walkVorbis } from './walk-flac.ts'

/** Headers stand in the first pages; streams that begin late are not looked for. */
const MOST_PAGES = 4096

interface Stream {
  /** Which packet is being read: 0 says what the stream is, 1 is the comment. */
  packet: number
  kind: string
  readonly pieces: Uint8Array[]
  size: number
  at: number
  done: boolean
}

/** Ogg (RFC 3533): Vorbis, Opus, FLAC, Speex and Theora, each with its comment as the second packet. */
export function walkOgg(view: View, out: Gather): void {
  const streams = new Map<number, Stream>()
  for (let at = 0, n = 0; at + 27 <= view.size && n < MOST_PAGES && out.budget.step(); n += 1) {
    if (!view.is(at, 'OggS')) return
    const serial = view.u32(at + 14, true)
    const lacing = view.bytes(at + 27, view.u8(at + 26))
    const stream = streams.get(serial) ?? { packet: 0, kind: '', pieces: [], size: 0, at, done: false }
    if (streams.size < 16) streams.set(serial, stream)
    at = page(view, at + 27 + lacing.length, lacing, stream, out)
    if ([...streams.values()].every((s) => s.done)) return
  }
}

/** Gathers the packets of one page and gives where the next begins. */
function page(view: View, start: number, lacing: Uint8Array, stream: Stream, out: Gather): number {
  let at = start
  let from = start
  for (const length of lacing) {
    at += length
    if (length === 255) continue
    if (!stream.done) finish(view, from, at, stream, out)
    from = at
  }
  if (!stream.done && at > from) collect(view, from, at, stream, out)
  return at
}

function collect(view: View, from: number, to: number, stream: Stream, out: Gather): void {
  if (stream.packet === 0 || stream.size >= out.budget.bounds.value) return
  if (stream.pieces.length === 0) stream.at = from
  stream.pieces.push(view.bytes(from, to - from))
  stream.size += to - from
}

function finish(view: View, from: number, to: number, stream: Stream, out: Gather): void {
  if (stream.packet === 0) stream.kind = view.ascii(from, 8)
  else {
    collect(view, from, to, stream, out)
    comment(view, stream, to, out)
    stream.pieces.length = 0
    stream.size = 0
    // FLAC in Ogg may have other blocks first.
    stream.done = !(stream.kind.startsWith('\x7fFLAC') && stream.packet < 8)
  }
  stream.packet += 1
}

function comment(view: View, stream: Stream, end: number, out: Gather): void {
  const joined = new Uint8Array(stream.size)
  let at = 0
  for (const piece of stream.pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  const packet = view.sub(stream.at, end - stream.at).unfolded(joined.subarray(0, at))
  if (packet.is(0, '\x03vorbis') || packet.is(0, '\x81theora')) walkVorbis(packet.sub(7), out)
  else if (packet.is(0, 'OpusTags')) walkVorbis(packet.sub(8), out)
  else if (stream.kind.startsWith('Speex')) walkVorbis(packet, out)
  else if (stream.kind.startsWith('\x7fFLAC') && (packet.u8(0) & 127) === 4) walkVorbis(packet.sub(4), out)
}
