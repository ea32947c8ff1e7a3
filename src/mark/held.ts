import type { Pieces } from './metadata.ts'

interface Held extends Blob {
  readonly held: Pieces
}

/**
 * Bytes in memory as the engine wants its sources where there is no browser: it reads slices of a Blob through
 * `FileReaderSync`, which only workers of browsers have. Gives this thread both; a browser keeps its own.
 */
export function heldBlob(held: Uint8Array | Pieces): Blob {
  readHeldBlobs()
  return new (blobClass())(held instanceof Uint8Array ? [held] : held)
}

let known: (new (held: Pieces) => Held) | undefined
/** Made when first asked for: where nothing is signed there may be no Blob at all. */
const blobClass = (): (new (held: Pieces) => Held) =>
  (known ??= class HeldBlob extends Blob implements Held {
    readonly held: Pieces
    constructor(held: Pieces) {
      super([])
      this.held = held
    }
    override get size(): number {
      return sizeOf(this.held)
    }
    override slice(from = 0, to = this.size): Blob {
      return new HeldBlob(cutOf(this.held, from, to))
    }
  })

const sizeOf = (held: Pieces): number => held.reduce((sum, piece) => sum + piece.length, 0)

function cutOf(held: Pieces, from: number, to: number): Pieces {
  const cut: Uint8Array[] = []
  let at = 0
  for (const piece of held) {
    const [start, end] = [Math.max(0, from - at), Math.min(piece.length, to - at)]
    if (start < end) cut.push(piece.subarray(start, end))
    at += piece.length
  }
  return cut
}

function readHeldBlobs(): void {
  if ('FileReaderSync' in globalThis) return
  Object.assign(globalThis, {
    FileReaderSync: class {
      readAsArrayBuffer({ held }: Held): ArrayBuffer {
        const whole = new ArrayBuffer(sizeOf(held))
        let at = 0
        for (const piece of held) {
          new Uint8Array(whole, at).set(piece)
          at += piece.length
        }
        return whole
      }
    },
  })
}
