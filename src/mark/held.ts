interface Held extends Blob {
  readonly held: Uint8Array
}

/**
 * Bytes in memory as the engine wants its sources where there is no browser: it reads slices of a Blob through
 * `FileReaderSync`, which only workers of browsers have. Gives this thread both; a browser keeps its own.
 */
export function heldBlob(held: Uint8Array): Blob {
  readHeldBlobs()
  return new (blobClass())(held)
}

let known: (new (held: Uint8Array) => Held) | undefined
/** Made when first asked for: where nothing is signed there may be no Blob at all. */
const blobClass = (): (new (held: Uint8Array) => Held) =>
  (known ??= class HeldBlob extends Blob implements Held {
    readonly held: Uint8Array
    constructor(held: Uint8Array) {
      super([])
      this.held = held
    }
    override get size(): number {
      return this.held.length
    }
    override slice(from?: number, to?: number): Blob {
      return new HeldBlob(this.held.subarray(from, to))
    }
  })

function readHeldBlobs(): void {
  if ('FileReaderSync' in globalThis) return
  Object.assign(globalThis, {
    FileReaderSync: class {
      readAsArrayBuffer(blob: Held): ArrayBuffer {
        return Uint8Array.from(blob.held).buffer
      }
    },
  })
}
