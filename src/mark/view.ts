/**
 * Where the bytes are. Synchronous: in a browser worker `FileReaderSync` reads slices of a Blob, in Node `readSync` those
 * of a file, so a film of two gigabytes is scanned by reading a few kilobytes.
 */
export interface ByteSource {
  readonly size: number
  /** At most `length` bytes from `offset`, fewer at the end. */
  read(offset: number, length: number): Uint8Array
}

export const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
})

const PAGE = 1 << 16
const PAGES = 8

/** Keeps the last few pages of a source whose every reading is dear. */
export function paged(size: number, readAt: (offset: number, length: number) => Uint8Array): ByteSource {
  const pages = new Map<number, Uint8Array>()
  const page = (n: number): Uint8Array => {
    const found = pages.get(n) ?? readAt(n * PAGE, Math.min(PAGE, size - n * PAGE))
    pages.delete(n)
    pages.set(n, found)
    for (const oldest of pages.keys()) {
      if (pages.size <= PAGES) break
      pages.delete(oldest)
    }
    return found
  }
  return {
    size,
    read(offset, length) {
      const end = Math.min(size, offset + length)
      if (offset >= end) return new Uint8Array(0)
      const first = Math.floor(offset / PAGE)
      if (end <= (first + 1) * PAGE) return page(first).subarray(offset - first * PAGE, end - first * PAGE)
      return readAt(offset, end - offset)
    },
  }
}

const NOTHING = new Uint8Array(0)

/**
 * A stretch of a file. What lies beyond its end reads as zero or as nothing, so no length in a file can make a walker
 * throw; that walkers come to an end is the matter of the budget.
 */
export class View {
  readonly size: number
  private readonly source: ByteSource
  private readonly start: number
  /** For bytes that were unfolded: where their folded form stands in the file. */
  private readonly folded: { readonly offset: number; readonly length: number } | undefined

  constructor(source: ByteSource, start = 0, size = source.size, folded?: { offset: number; length: number }) {
    this.source = source
    this.start = Math.min(Math.max(0, start), source.size)
    this.size = Math.max(0, Math.min(size, source.size - this.start))
    this.folded = folded
  }

  sub(at: number, size = this.size): View {
    const from = Math.min(Math.max(0, at), this.size)
    return new View(this.source, this.start + from, Math.min(size, this.size - from), this.folded)
  }

  /** A view of bytes made from this stretch: found things are located at the stretch itself. */
  unfolded(bytes: Uint8Array): View {
    return new View(sourceOf(bytes), 0, bytes.length, this.where(0, this.size))
  }

  where(at: number, length: number): { offset: number; length: number } {
    if (this.folded !== undefined) return this.folded
    const from = Math.min(Math.max(0, at), this.size)
    return { offset: this.start + from, length: Math.max(0, Math.min(length, this.size - from)) }
  }

  bytes(at: number, length: number): Uint8Array {
    if (at < 0 || at >= this.size || length <= 0) return NOTHING
    return this.source.read(this.start + at, Math.min(length, this.size - at))
  }

  u8(at: number): number {
    return this.bytes(at, 1)[0] ?? 0
  }
  u16(at: number, little = false): number {
    const b = this.bytes(at, 2)
    const [first, second] = [b[0] ?? 0, b[1] ?? 0]
    return little ? first | (second << 8) : (first << 8) | second
  }
  u24(at: number): number {
    const b = this.bytes(at, 3)
    return ((b[0] ?? 0) << 16) | ((b[1] ?? 0) << 8) | (b[2] ?? 0)
  }
  u32(at: number, little = false): number {
    const b = this.bytes(at, 4)
    const [w, x, y, z] = [b[0] ?? 0, b[1] ?? 0, b[2] ?? 0, b[3] ?? 0]
    return (little ? (z << 24) | (y << 16) | (x << 8) | w : (w << 24) | (x << 16) | (y << 8) | z) >>> 0
  }
  /** Beyond 2^53 it is not exact, and far beyond every file. */
  u64(at: number, little = false): number {
    const [first, second] = [this.u32(at, little), this.u32(at + 4, little)]
    return little ? second * 2 ** 32 + first : first * 2 ** 32 + second
  }
  /** Four letters, or however many: the name of a box, chunk or frame. */
  ascii(at: number, length: number): string {
    return String.fromCharCode(...this.bytes(at, length))
  }
  is(at: number, text: string): boolean {
    return this.ascii(at, text.length) === text
  }
}
