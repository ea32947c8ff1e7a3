import type { Kind } from '../src/mark/kind.ts'
import * as make from '../src/mark/corpus.ts'

/** The smallest file of every kind that a mark fits, byte by byte. */
export const SMALLEST: Readonly<Partial<Record<Kind, Uint8Array>>> = {
  jpeg: make.jpeg({ comment: 'ô' }),
  png: make.png([make.textChunk('Title', 'umbrella')]),
  webp: make.riff('WEBP', [make.riffChunk('VP8L', make.bytesOf('\x2f\0\0\0\0\0\0\0'))]),
  avif: make.heif('avif', {}),
  heic: make.heif('heic', {}),
  tiff: make.tiff({ 270: 'a red umbrella' }),
  gif: make.gif({ comment: 'umbrella' }),
  svg: make.svg('<rect width="1" height="1"/>'),
  mp4: make.mp4('isom', { title: 'umbrella' }),
  mov: make.mp4('qt  ', { title: 'umbrella' }),
  m4a: make.mp4('M4A ', { title: 'rain' }),
  mp3: make.mp3(make.id3([make.id3Frame('TXXX', make.userText('Title', 'rain'))])),
  wav: make.riff('WAVE', [
    make.riffChunk('fmt ', Uint8Array.of(1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x80, 0x3e, 0, 0, 2, 0, 16, 0)),
    make.riffChunk('data', new Uint8Array(64)),
  ]),
  flac: make.flac({ TITLE: 'rain' }),
  avi: make.riff('AVI ', [make.infoList({ INAM: 'umbrella' })]),
  ogg: make.ogg('vorbis', { TITLE: 'rain' }),
  opus: make.ogg('opus', { TITLE: 'rain' }),
  mkv: make.matroska('matroska', { TITLE: 'umbrella' }),
  webm: make.matroska('webm', { TITLE: 'umbrella' }),
  pdf: make.pdf(make.pdfStream(1, '/Type /Metadata', make.bytesOf('x'))),
}
