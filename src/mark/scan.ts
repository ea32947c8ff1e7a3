import { Budget, type Bounds, type Limit } from './budget.ts'
import { Gather, type Field } from './field.ts'
import { kindOf, type Kind } from './kind.ts'
import { sourceOf, View, type ByteSource } from './view.ts'
import { walkBmff } from './walk-bmff.ts'
import { walkEbml } from './walk-ebml.ts'
import { walkFlac } from './walk-flac.ts'
import { walkGif } from './walk-gif.ts'
import { walkJpeg } from './walk-jpeg.ts'
import { walkMp3 } from './walk-mp3.ts'
import { walkOgg } from './walk-ogg.ts'
import { walkPng } from './walk-png.ts'
import { walkRiff } from './walk-riff.ts'
import { walkC2paSidecar, walkPdf, walkSvg, walkXmpSidecar } from './walk-text.ts'
import { walkTiff } from './walk-tiff.ts'

/** Raised whenever the same file could give other fields. */
export const SCANNER = { name: 'saola-mark', version: '1.0.0' } as const

/** Everything the containers of a file say in words, and whether all of it was seen. */
export interface Scan {
  readonly scanner: { readonly name: string; readonly version: string }
  readonly kind: Kind
  readonly size: number
  readonly fields: readonly Field[]
  /** Why less than everything was seen. Empty: everything was. */
  readonly limits: readonly Limit[]
  readonly steps: number
}

const WALKERS: Readonly<Record<Kind, (view: View, out: Gather) => void>> = {
  jpeg: walkJpeg,
  png: walkPng,
  webp: walkRiff,
  avif: walkBmff,
  heic: walkBmff,
  tiff: walkTiff,
  gif: walkGif,
  svg: walkSvg,
  pdf: walkPdf,
  mp4: walkBmff,
  mov: walkBmff,
  m4a: walkBmff,
  mp3: walkMp3,
  wav: walkRiff,
  flac: walkFlac,
  ogg: walkOgg,
  opus: walkOgg,
  mkv: walkEbml,
  webm: walkEbml,
  avi: walkRiff,
  xmp: walkXmpSidecar,
  c2pa: walkC2paSidecar,
  unknown: () => {},
}

/** Reads the metadata of a file. Whatever the bytes are, it ends within its bounds and gives what it has found so far. */
export function scan(file: Uint8Array | ByteSource, bounds?: Bounds): Scan {
  const source = file instanceof Uint8Array ? sourceOf(file) : file
  const view = new View(source)
  const out = new Gather(new Budget(bounds))
  const kind = kindOf(view)
  WALKERS[kind](view, out)
  const { met, used: steps } = out.budget
  return { scanner: SCANNER, kind, size: source.size, fields: out.fields, limits: [...met], steps }
}
