import assert from 'node:assert/strict'
import { test } from 'node:test'
import { utf8 } from './encoding.ts'
import { EMPTY_ROOT, leafHash, nodeHash, type Hash } from './hash.ts'
import { EMPTY, extend, proveConsistency, proveInclusion, rangeAt, rootOf, type HashReader } from './tree.ts'
import { verifyConsistency, verifyInclusion } from './verify.ts'

const UP_TO = 1_024
const leaves = Array.from({ length: UP_TO }, (_, n) => leafHash(utf8(`entry ${n}`)))

/** RFC 6962 section 2.1 word by word, each subtree once: there are half a million trees within these leaves. */
const known = new Map<number, Hash>()
function mth(start: number, end: number): Hash {
  if (start === end) return EMPTY_ROOT
  if (end - start === 1) return leaves[start] ?? assert.fail()
  const name = start * 2 * UP_TO + end
  const found = known.get(name)
  if (found !== undefined) return found
  const k = split(end - start)
  const hash = nodeHash(mth(start, start + k), mth(start + k, end))
  known.set(name, hash)
  return hash
}
/** The largest power of two below n. */
function split(n: number): number {
  let k = 1
  while (2 * k < n) k *= 2
  return k
}

/** Is this, from its end, what section 2.1.1 shows of leaf m of D[start:end]? */
function isPath(proof: readonly Hash[], m: number, start: number, end: number): boolean {
  let at = proof.length
  for (let [from, to] = [start, end]; to - from > 1; ) {
    const k = split(to - from)
    at -= 1
    const [sibling, next] = m < from + k ? [mth(from + k, to), [from, from + k]] : [mth(from, from + k), [from + k, to]]
    if (!equal(proof[at], sibling)) return false
    ;[from = 0, to = 0] = next
  }
  return at === 0
}

/** Is this, from its end, SUBPROOF(m, D[0:n], true) of section 2.1.2? */
function isSubproof(proof: readonly Hash[], m: number, n: number): boolean {
  let [at, from, to, whole] = [proof.length, 0, n, true]
  while (to !== m) {
    const k = split(to - from)
    at -= 1
    const left = m <= from + k
    if (!equal(proof[at], left ? mth(from + k, to) : mth(from, from + k))) return false
    if (left) to = from + k
    else [from, whole] = [from + k, false]
  }
  return whole ? at === 0 : at === 1 && equal(proof[0], mth(from, to))
}
const equal = (a: Hash | undefined, b: Hash): boolean => a === b || (a !== undefined && Buffer.compare(a, b) === 0)

const read: HashReader = (places) =>
  Promise.resolve(places.map(({ level, index }) => mth(index * 2 ** level, (index + 1) * 2 ** level)))

test('every tree of up to 1,024 leaves has the root of the definition, grown leaf by leaf or taken up anew', async () => {
  let range = EMPTY
  for (let size = 0; size <= UP_TO; size += 1) {
    assert.deepEqual(rootOf(range), mth(0, size))
    assert.deepEqual(await rangeAt(size, read), range)
    range = extend(range, leaves.slice(size, size + 1))
  }
})

test('every leaf of every tree of up to 1,024 leaves has the inclusion proof of the definition, and it verifies', async () => {
  let proofs = 0
  for (let size = 1; size <= UP_TO; size += 1)
    for (let index = 0; index < size; index += 1) {
      const proof = await proveInclusion(index, size, read)
      proofs += 1
      const right =
        isPath(proof, index, 0, size) &&
        verifyInclusion(index, size, leaves[index] ?? assert.fail(), proof, mth(0, size))
      if (!right) assert.fail(`leaf ${index} of ${size}`)
    }
  assert.equal(proofs, 524_800)
})

test('every pair of trees of up to 1,024 leaves has the consistency proof of the definition, and it verifies', async () => {
  let proofs = 0
  for (let size = 0; size <= UP_TO; size += 1)
    for (let old = 0; old <= size; old += 1) {
      const proof = await proveConsistency(old, size, read)
      proofs += 1
      const [a, b] = [
        { size: old, root: mth(0, old) },
        { size, root: mth(0, size) },
      ]
      const right = (old === 0 ? proof.length === 0 : isSubproof(proof, old, size)) && verifyConsistency(a, b, proof)
      if (!right) assert.fail(`${old} within ${size}`)
    }
  assert.equal(proofs, 525_825)
})
