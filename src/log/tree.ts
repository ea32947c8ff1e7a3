import { isCount } from './encoding.ts'
import { EMPTY_ROOT, nodeHash, type Hash } from './hash.ts'

/**
 * The Merkle tree of RFC 6962 section 2.1. A node is kept only when the subtree under it is full: the node
 * (level, index) stands over the leaves from index × 2^level up to, not including, (index + 1) × 2^level.
 * Numbers are divided, not shifted: JavaScript shifts end at 32 bits.
 */
export interface Place {
  readonly level: number
  readonly index: number
}

/** Leaves `start` up to, not including, `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Hashes of full subtrees, in the order asked for. One call for a whole proof, so that a reader can fetch at once. */
export type HashReader = (places: readonly Place[]) => Promise<readonly Hash[]>

/** What a growing tree must remember: the roots of its full subtrees, the largest and leftmost first. */
export interface CompactRange {
  readonly size: number
  readonly hashes: readonly Hash[]
}

export const EMPTY: CompactRange = { size: 0, hashes: [] }

/** The tree with these leaf hashes added. */
export function extend(range: CompactRange, leaves: readonly Hash[]): CompactRange {
  const hashes = [...range.hashes]
  let size = range.size
  for (const leaf of leaves) {
    let hash = leaf
    // As many full subtrees of equal size stand to the left as the size has ones at its end.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(known(hashes.pop()), hash)
    hashes.push(hash)
    size += 1
  }
  return { size, hashes }
}

export const rootOf = (range: CompactRange): Hash => (range.size === 0 ? EMPTY_ROOT : joined(range.hashes))

export const rootOfLeaves = (leaves: readonly Hash[]): Hash => rootOf(extend(EMPTY, leaves))

/** The full subtrees a span is made of, from left to right. The span must begin where a subtree of its size may begin. */
export function placesOf({ start, end }: Span): Place[] {
  const places: Place[] = []
  for (let at = start; at < end; ) {
    let [level, width] = [0, 1]
    while (at % (width * 2) === 0 && at + width * 2 <= end) [level, width] = [level + 1, width * 2]
    places.push({ level, index: at / width })
    at += width
  }
  return places
}

/** Which subtrees an inclusion proof shows, from the leaf's sibling up to the root's child (RFC 6962 section 2.1.1). */
export function inclusionSpans(index: number, size: number): Span[] {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError(`no leaf ${index} among ${size}`)
  const spans: Span[] = []
  for (let [start, end] = [0, size]; end - start > 1; ) {
    const middle = start + leftWidth(end - start)
    if (index < middle) {
      spans.push({ start: middle, end })
      end = middle
    } else {
      spans.push({ start, end: middle })
      start = middle
    }
  }
  return spans.reverse()
}

/** Which subtrees prove that the tree of `old` leaves is the beginning of the tree of `size` leaves (RFC 6962 section 2.1.2). */
export function consistencySpans(old: number, size: number): Span[] {
  if (!isCount(old) || !isCount(size) || old > size) throw new RangeError(`no tree of ${old} within ${size}`)
  if (old === 0) return []
  const spans: Span[] = []
  let [start, end] = [0, size]
  while (end !== old) {
    const middle = start + leftWidth(end - start)
    if (old <= middle) {
      spans.push({ start: middle, end })
      end = middle
    } else {
      spans.push({ start, end: middle })
      start = middle
    }
  }
  // What is left is the old tree itself, whose root the reader has, or only its right end, which the reader must be shown.
  if (start !== 0) spans.push({ start, end })
  return spans.reverse()
}

export const proveInclusion = (index: number, size: number, read: HashReader): Promise<Hash[]> =>
  hashesOf(inclusionSpans(index, size), read)

export const proveConsistency = (old: number, size: number, read: HashReader): Promise<Hash[]> =>
  hashesOf(consistencySpans(old, size), read)

/** Takes up a tree where it was left. */
export async function rangeAt(size: number, read: HashReader): Promise<CompactRange> {
  return { size, hashes: await read(placesOf({ start: 0, end: size })) }
}

async function hashesOf(spans: readonly Span[], read: HashReader): Promise<Hash[]> {
  const places = spans.map(placesOf)
  const hashes = await read(places.flat())
  let at = 0
  return places.map((of) => {
    at += of.length
    return joined(hashes.slice(at - of.length, at))
  })
}

/** Subtrees that grow smaller to the right are joined from the right. */
const joined = (hashes: readonly Hash[]): Hash =>
  hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), known(hashes.at(-1)))

/** The largest power of two below `size`: where RFC 6962 parts a tree. */
function leftWidth(size: number): number {
  let width = 1
  while (width * 2 < size) width *= 2
  return width
}

function known(hash: Hash | undefined): Hash {
  if (hash === undefined) throw new Error('a hash of the tree is missing')
  return hash
}
