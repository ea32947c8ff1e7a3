import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toHex, utf8 } from './encoding.ts'
import { EMPTY_ROOT, leafHash, nodeHash, type Hash } from './hash.ts'
import * as tree from './tree.ts'
import { verifyConsistency, verifyInclusion } from './verify.ts'

const UP_TO = 300
const leaves = Array.from({ length: UP_TO }, (_, n) => leafHash(utf8(`entry ${n}`)))

/** RFC 6962 section 2.1 word by word: slow, and hard to get wrong. */
const remembered = new Map<string, Hash>()
function mth(start: number, end: number): Hash {
  if (start === end) return EMPTY_ROOT
  if (end - start === 1) return leaves[start] ?? assert.fail()
  const found = remembered.get(`${start}-${end}`)
  if (found) return found
  const k = split(end - start)
  const hash = nodeHash(mth(start, start + k), mth(start + k, end))
  remembered.set(`${start}-${end}`, hash)
  return hash
}
function split(n: number): number {
  return [256, 128, 64, 32, 16, 8, 4, 2, 1].find((k) => k < n) ?? assert.fail()
}

const read: tree.HashReader = (places) =>
  Promise.resolve(places.map(({ level, index }) => mth(index * 2 ** level, (index + 1) * 2 ** level)))
const head = (size: number) => ({ size, root: mth(0, size) })
const flipped = (hash: Hash, bit: number): Hash =>
  hash.map((byte, n) => (n === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))

test('a tree grown leaf by leaf and one made at once are the same', () => {
  let range = tree.EMPTY
  for (let size = 0; size <= UP_TO; size += 1) {
    assert.deepEqual(tree.rootOf(range), mth(0, size))
    assert.deepEqual(tree.rootOfLeaves(leaves.slice(0, size)), mth(0, size))
    range = tree.extend(range, leaves.slice(size, size + 1))
  }
})

test('of tens of thousands of inclusion proofs with a changed hash, place, leaf or root none verifies', async () => {
  let changed = 0
  const refused = (...asked: Parameters<typeof verifyInclusion>): void => {
    changed += 1
    assert.ok(!verifyInclusion(...asked))
  }
  const place = fc
    .integer({ min: 1, max: UP_TO })
    .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.nat(UP_TO), fc.nat(255), fc.nat(20)))
  await fc.assert(
    fc.asyncProperty(place, async ([size, index, other, bit, at]) => {
      const proof = await tree.proveInclusion(index, size, read)
      const leaf = leaves[index] ?? assert.fail()
      const root = mth(0, size)
      refused(index, size, flipped(leaf, bit), proof, root)
      refused(index, size, leaf, proof, flipped(root, bit))
      refused(index, size, leaf, [...proof, leaf], root)
      if (other !== index) refused(other, size, leaf, proof, root)
      if (proof.length === 0) return
      const n = at % proof.length
      refused(index, size, leaf, proof.toSpliced(n, 1), root)
      refused(index, size, leaf, proof.with(n, flipped(proof[n] ?? assert.fail(), bit)), root)
      refused(index, size, leaf, proof.with(n, leaf.slice(1)), root)
    }),
    { numRuns: 10_000 },
  )
  assert.ok(changed > 60_000, `only ${changed} changed proofs`)
})

test('of tens of thousands of consistency proofs with a changed hash or root none verifies', async () => {
  let changed = 0
  const refused = (...asked: Parameters<typeof verifyConsistency>): void => {
    changed += 1
    assert.ok(!verifyConsistency(...asked))
  }
  const sizes = fc
    .integer({ min: 1, max: UP_TO })
    .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size }), fc.nat(255), fc.nat(20)))
  await fc.assert(
    fc.asyncProperty(sizes, async ([size, old, bit, at]) => {
      const proof = await tree.proveConsistency(old, size, read)
      const [a, b] = [head(old), head(size)]
      refused({ size: old, root: flipped(a.root, bit) }, b, proof)
      refused(a, { size, root: flipped(b.root, bit) }, proof)
      refused(a, b, [...proof, a.root])
      if (old !== size) refused(b, a, proof)
      if (proof.length === 0) return
      const n = at % proof.length
      refused(a, b, proof.toSpliced(n, 1))
      refused(a, b, proof.with(n, flipped(proof[n] ?? assert.fail(), bit)))
    }),
    { numRuns: 10_000 },
  )
  assert.ok(changed > 50_000, `only ${changed} changed proofs`)
})

test('an empty tree is the beginning of every tree, but only with the root of an empty tree', () => {
  assert.ok(verifyConsistency(head(0), head(7), []))
  assert.ok(verifyConsistency(head(0), head(0), []))
  assert.ok(!verifyConsistency(head(0), head(7), [mth(0, 4)]))
  assert.ok(!verifyConsistency({ size: 0, root: mth(0, 1) }, head(7), []))
  assert.ok(!verifyConsistency(head(0), { size: 0, root: mth(0, 1) }, []))
})

test('numbers that are no counts verify nothing and do not throw', () => {
  const [leaf, root] = [leaves[0] ?? assert.fail(), mth(0, 1)]
  for (const n of [-1, 0.5, Number.NaN, Infinity, 2 ** 53]) {
    assert.ok(!verifyInclusion(n, 1, leaf, [], root))
    assert.ok(!verifyInclusion(0, n, leaf, [], root))
    assert.ok(!verifyConsistency({ size: n, root }, head(1), []))
    assert.ok(!verifyConsistency(head(1), { size: n, root }, []))
  }
  assert.throws(() => tree.inclusionSpans(1, 1), RangeError)
  assert.throws(() => tree.consistencySpans(2, 1), RangeError)
})

test('trees larger than 32 bits count are proved: only the places are computed, so the largest is as quick', async () => {
  // Every full subtree of one level has one hash, as if all leaves were equal.
  const levels = [leafHash(utf8('same'))]
  for (let level = 1; level <= 53; level += 1)
    levels.push(nodeHash(levels.at(-1) ?? assert.fail(), levels.at(-1) ?? assert.fail()))
  const same: tree.HashReader = (places) => Promise.resolve(places.map((p) => levels[p.level] ?? assert.fail()))
  const sizes = fc.maxSafeNat().filter((n) => n > 0)
  await fc.assert(
    fc.asyncProperty(sizes, fc.maxSafeNat(), fc.maxSafeNat(), async (size, i, o) => {
      const [index, old] = [i % size, o % size]
      const [root, oldRoot] = [tree.rootOf(await tree.rangeAt(size, same)), tree.rootOf(await tree.rangeAt(old, same))]
      assert.ok(
        verifyInclusion(index, size, levels[0] ?? assert.fail(), await tree.proveInclusion(index, size, same), root),
      )
      assert.ok(
        verifyConsistency({ size: old, root: oldRoot }, { size, root }, await tree.proveConsistency(old, size, same)),
      )
    }),
    { numRuns: 300 },
  )
})

test('the tree heads and proofs that Certificate Transparency publishes for its eight leaves', () => {
  const entries = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
  const hashes = entries.map((hex) => leafHash(Uint8Array.from(Buffer.from(hex, 'hex'))))
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ]
  assert.deepEqual(
    roots.map((_, size) => toHex(tree.rootOfLeaves(hashes.slice(0, size)))),
    roots,
  )
  const [first = assert.fail(), , third = assert.fail(), , , sixth = assert.fail()] = hashes
  const bytes = (hex: string): Hash => Uint8Array.from(Buffer.from(hex, 'hex'))
  const right = bytes('6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4')
  const pair = bytes('5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e')
  const second = bytes('96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7')
  const fifth = bytes('bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b')
  const last = bytes('ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0')
  const root = (size: number): Hash => bytes(roots[size] ?? '')
  assert.ok(verifyInclusion(0, 8, first, [second, pair, right], root(8)))
  assert.ok(verifyInclusion(5, 8, sixth, [fifth, last, root(4)], root(8)))
  assert.ok(verifyInclusion(2, 3, third, [root(2)], root(3)))
  const at = (size: number) => ({ size, root: root(size) })
  const sixthPair = bytes('0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a')
  assert.ok(verifyConsistency(at(1), at(8), [second, pair, right]))
  assert.ok(verifyConsistency(at(6), at(8), [sixthPair, last, root(4)]))
  assert.ok(verifyConsistency(at(2), at(5), [pair, fifth]))
})
