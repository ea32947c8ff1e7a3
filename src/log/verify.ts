import { isCount } from './encoding.ts'
import { EMPTY_ROOT, HASH_LENGTH, nodeHash, sameHash, type Hash } from './hash.ts'

/** The root this path leads to from that leaf, or nothing when the path has not the length of its place (RFC 9162 section 2.1.3.2). */
export function rootFromInclusion(index: number, size: number, leaf: Hash, path: readonly Hash[]): Hash | undefined {
  if (!isCount(index) || !isCount(size) || index >= size || ![leaf, ...path].every(whole)) return undefined
  let [at, last, hash] = [index, size - 1, leaf]
  for (const sibling of path) {
    if (last === 0) return undefined
    if (at % 2 === 0 && at !== last) hash = nodeHash(hash, sibling)
    else {
      hash = nodeHash(sibling, hash)
      // At the right edge a node without sibling rises as it is.
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 ? hash : undefined
}

/** Does this path show that leaf at that place in the tree of that size and root? */
export function verifyInclusion(index: number, size: number, leaf: Hash, path: readonly Hash[], root: Hash): boolean {
  const found = rootFromInclusion(index, size, leaf, path)
  return found !== undefined && sameHash(found, root)
}

export interface Head {
  readonly size: number
  readonly root: Hash
}

/** Does this path show that the older tree is the beginning of the newer (RFC 9162 section 2.1.4.2)? */
export function verifyConsistency(older: Head, newer: Head, path: readonly Hash[]): boolean {
  if (!isCount(older.size) || !isCount(newer.size) || older.size > newer.size) return false
  if (![older.root, newer.root, ...path].every(whole)) return false
  if (older.size === 0)
    return path.length === 0 && sameHash(older.root, EMPTY_ROOT) && (newer.size > 0 || same(older, newer))
  if (older.size === newer.size) return path.length === 0 && same(older, newer)
  return path.length > 0 && leadsToBoth(older, newer, path)
}

function leadsToBoth(older: Head, newer: Head, path: readonly Hash[]): boolean {
  let [at, last] = [older.size - 1, newer.size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  // An old tree that is itself a full subtree is not repeated in the path: `at` has come down to 0.
  const [first, ...rest] = at === 0 ? [older.root, ...path] : path
  if (first === undefined) return false
  let [from, to] = [first, first]
  for (const hash of rest) {
    if (last === 0) return false
    if (at % 2 === 0 && at !== last) to = nodeHash(to, hash)
    else {
      ;[from, to] = [nodeHash(hash, from), nodeHash(hash, to)]
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    }
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && sameHash(from, older.root) && sameHash(to, newer.root)
}

const half = (n: number): number => Math.floor(n / 2)
const same = (a: Head, b: Head): boolean => sameHash(a.root, b.root)
const whole = (hash: Hash): boolean => hash.length === HASH_LENGTH
