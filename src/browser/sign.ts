import * as c2pa from '@contentauth/c2pa-wasm'
import { type Layer, type MarkedFile, markFile, NotMarked, type MarkFault } from '../mark/marking.ts'
import type { Pieces } from '../mark/metadata.ts'
import type { Registration } from '../mark/own.ts'
import { parentOf } from '../mark/parent.ts'
import { hashes, type Hashes } from '../mark/phash.ts'
import type { Pixels } from '../mark/pixels.ts'
import { embed } from '../mark/watermark.ts'

/** What the page tells this worker, which marks files beside it. */
export type Order =
  | { readonly do: 'start'; readonly engine: string }
  | {
      readonly do: 'mark'
      readonly file: File
      readonly said: Registration & { readonly aiId: string; readonly contentId: string }
      readonly roots: string
      readonly watermark: boolean
      readonly signAt: string
    }
export type Word =
  | { readonly is: 'ready' }
  | { readonly is: 'without' }
  | {
      readonly is: 'marked'
      readonly marked: Pick<MarkedFile, 'file' | 'manifest' | 'placement' | 'kind'>
      readonly layers: readonly (Layer | 'watermark')[]
      readonly type: string
      readonly sha256: string
      readonly hashes: Hashes | null
      /** Bytes of the body that went to the portal. */
      readonly sent: number
    }
  /** The portal said no: the page it answered with. */
  | { readonly is: 'refused'; readonly page: string }
  | { readonly is: 'not'; readonly why: MarkFault | 'lost' }

/** Pictures that browsers unfold and can write again. */
const PICTURE = /^image\/(jpeg|png|webp)$/
const QUALITY = 0.95

const say = (word: Word): void => self.postMessage(word)

async function start(from: string): Promise<void> {
  try {
    c2pa.initSync({ module: await WebAssembly.compileStreaming(fetch(from)) })
    say({ is: 'ready' })
  } catch {
    // Without network, or in a browser that cannot run it.
    say({ is: 'without' })
  }
}

interface Drawn {
  readonly pixels: Pixels
  readonly canvas: OffscreenCanvas
}

async function drawn(file: File): Promise<Drawn | undefined> {
  if (!PICTURE.test(file.type) || typeof OffscreenCanvas === 'undefined') return undefined
  const bitmap = await createImageBitmap(file)
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const drawing = canvas.getContext('2d', { willReadFrequently: true })
  drawing?.drawImage(bitmap, 0, 0)
  bitmap.close()
  const pixels = drawing?.getImageData(0, 0, canvas.width, canvas.height)
  return pixels && { pixels, canvas }
}

/** The picture with the number hidden in it, encoded as it was before. Too small a picture stays as it is. */
async function watermarked(file: File, { pixels, canvas }: Drawn, contentId: string): Promise<Uint8Array | undefined> {
  if (Math.max(pixels.width, pixels.height) < 256) return undefined
  const { data, width, height } = embed(pixels, contentId)
  canvas.getContext('2d')?.putImageData(new ImageData(Uint8ClampedArray.from(data), width, height), 0, 0)
  const blob = await canvas.convertToBlob({ type: file.type, quality: QUALITY })
  // A browser that cannot write this type writes PNG without a word.
  return blob.type === file.type ? new Uint8Array(await blob.arrayBuffer()) : undefined
}

class Refused extends Error {
  readonly page: string
  constructor(page: string) {
    super('refused')
    this.page = page
  }
}
class Lost extends Error {}

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

async function mark({ file, said, roots, watermark, signAt }: Extract<Order, { do: 'mark' }>): Promise<void> {
  let sent = 0
  const sign = async (claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
    const body = new URLSearchParams({ claim: base64url(claim) })
    sent += body.toString().length
    const answer = await fetch(signAt, { method: 'POST', body }).catch(() => {
      throw new Lost()
    })
    if (!answer.ok || answer.headers.get('content-type') !== 'application/cose') throw new Refused(await answer.text())
    return new Uint8Array(await answer.arrayBuffer())
  }
  // The engine says only that signing failed; why, is kept here.
  let why: unknown
  const kept = (claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
    sign(claim).catch((error: unknown) => {
      why = error
      throw error
    })
  const before = new Uint8Array(await file.arrayBuffer())
  const picture = await drawn(file).catch(() => undefined)
  const hidden = watermark && picture !== undefined ? await watermarked(file, picture, said.contentId) : undefined
  const blobOf = (bytes: Uint8Array | Pieces): Blob =>
    new Blob([...(bytes instanceof Uint8Array ? [bytes] : bytes)] as BlobPart[])
  const parent = parentOf(before, blobOf)
  try {
    const wanted = { bytes: hidden ?? before, said, roots, sign: kept, blobOf }
    const marked = await markFile(c2pa, { ...wanted, ...(parent === undefined ? {} : { parent }) })
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(marked.file)))
    say({
      is: 'marked',
      ...{ marked, sent, type: file.type, hashes: picture === undefined ? null : hashes(picture.pixels) },
      layers: [...(hidden === undefined ? [] : (['watermark'] as const)), ...marked.layers],
      sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    })
  } catch (error) {
    if (why instanceof Refused) return say({ is: 'refused', page: why.page })
    if (why instanceof Lost) return say({ is: 'not', why: 'lost' })
    say({ is: 'not', why: error instanceof NotMarked ? error.fault : 'engine' })
  }
}

self.onmessage = ({ data }: MessageEvent<Order>) => {
  if (data.do === 'start') void start(data.engine)
  else mark(data).catch(() => say({ is: 'not', why: 'engine' }))
}
