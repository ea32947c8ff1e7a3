import * as c2pa from '@contentauth/c2pa-wasm'
import { dayOf } from '../base/day.ts'
import type { C2paEngine } from '../mark/c2pa.ts'
import { packsOn } from '../mark/lint-packs.ts'
import { look } from '../mark/look.ts'
import type { Pixels } from '../mark/pixels.ts'
import type { TrustList } from '../mark/c2pa.ts'
import type { Looked } from '../mark/look.ts'

/** What the page tells this worker, which looks at files beside it so that the page stays alive whatever they hold. */
export type Order =
  | { readonly do: 'start'; readonly engine: string | WebAssembly.Module }
  | { readonly do: 'look'; readonly file: File; readonly sidecar?: File; readonly lists: readonly TrustList[] }
export type Word =
  /** The engine is in memory; the module goes to the page, which hands it to the next worker when this one is killed. */
  | { readonly is: 'ready'; readonly module: WebAssembly.Module }
  | { readonly is: 'without' }
  /** `early`: what was seen before engine and picture were touched; the answer is still to come. */
  | {
      readonly is: 'early' | 'looked'
      readonly looked: Looked
      readonly sha256: string
      readonly sidecarSha256?: string
    }
  | { readonly is: 'unread' }
  | { readonly is: 'broken' }

/** The kinds of pictures that browsers unfold. */
const PICTURE = /^image\/(jpeg|png|webp|avif|gif|bmp)$/
/** The detector works on far smaller pictures; more would only cost memory. */
const LONG_SIDE = 2048

const say = (word: Word): void => self.postMessage(word)
let engine: C2paEngine | undefined

async function start(from: string | WebAssembly.Module): Promise<void> {
  try {
    const module = typeof from === 'string' ? await WebAssembly.compileStreaming(fetch(from)) : from
    c2pa.initSync({ module })
    engine = c2pa
    say({ is: 'ready', module })
  } catch {
    // Without network, or in a browser that cannot run it: everything else is looked at all the same.
    say({ is: 'without' })
  }
}

async function pixelsOf(file: File): Promise<Pixels | undefined> {
  if (!PICTURE.test(file.type) || typeof OffscreenCanvas === 'undefined') return undefined
  const bitmap = await createImageBitmap(file)
  const scale = Math.min(1, LONG_SIDE / Math.max(bitmap.width, bitmap.height))
  const [width, height] = [
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  ]
  const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  canvas?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  return canvas?.getImageData(0, 0, width, height)
}

const heldOf = (file: File): Promise<ArrayBuffer | undefined> => file.arrayBuffer().catch(() => undefined)
async function hashOf(held: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', held))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function examine({ file, sidecar, lists }: Extract<Order, { do: 'look' }>): Promise<void> {
  const held = await heldOf(file)
  const beside = sidecar && (await heldOf(sidecar))
  if (held === undefined || (sidecar !== undefined && beside === undefined)) return say({ is: 'unread' })
  const bytes = new Uint8Array(held)
  const hashes = { sha256: await hashOf(held), ...(beside && { sidecarSha256: await hashOf(beside) }) }
  const looked = await look(bytes, {
    ...{ lists, packs: packsOn(dayOf(new Date().toISOString())) },
    engines: engine === undefined ? [] : [engine],
    // A picture that the browser cannot unfold has no points to look at.
    pixels: () => pixelsOf(file).catch(() => undefined),
    early: (seen) => say({ is: 'early', looked: seen, ...hashes }),
    ...(beside && { sidecar: new Uint8Array(beside) }),
  })
  say({ is: 'looked', looked, ...hashes })
}

self.onmessage = ({ data }: MessageEvent<Order>) => {
  if (data.do === 'start') void start(data.engine)
  else examine(data).catch(() => say({ is: 'broken' }))
}
