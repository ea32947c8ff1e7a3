import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HASH_LENGTH, leafHash, nodeHash, type Hash } from './hash.ts'
import { grow, NO_EDGE, rootOfEdge } from './edge.ts'
import { proveConsistency, proveInclusion, rangeAt, rootOf, type HashReader } from './tree.ts'
import { verifyConsistency, verifyInclusion } from './verify.ts'

const MOST = 2 ** 20

/** Every full subtree over a million different leaves, level by level: computed once, by nothing but pairing. */
const levels: readonly Uint8Array[] = (() => {
  const number = new DataView(new ArrayBuffer(4))
  const made = [new Uint8Array(MOST * HASH_LENGTH)]
  for (let n = 0; n < MOST; n += 1) {
    number.setUint32(0, n)
    made[0]?.set(leafHash(new Uint8Array(number.buffer)), n * HASH_LENGTH)
  }
  for (let below = made[0]; below !== undefined && below.length > HASH_LENGTH; below = made.at(-1)) {
    const level = new Uint8Array(below.length / 2)
    for (let at = 0; at < level.length; at += HASH_LENGTH)
      level.set(
        nodeHash(
          below.subarray(2 * at, 2 * at + HASH_LENGTH),
          below.subarray(2 * at + HASH_LENGTH, 2 * at + 2 * HASH_LENGTH),
        ),
        at,
      )
    made.push(level)
  }
  return made
})()
const full = (level: number, index: number): Hash =>
  levels[level]?.subarray(index * HASH_LENGTH, (index + 1) * HASH_LENGTH) ?? assert.fail()
const read: HashReader = (places) => Promise.resolve(places.map(({ level, index }) => full(level, index)))

/** The definition of RFC 6962 section 2.1, which parts at the largest power of two below the number of leaves. */
function mth(start: number, end: number): Hash {
  const width = end - start
  if (Number.isInteger(Math.log2(width))) return full(Math.log2(width), start / width)
  const k = 2 ** Math.floor(Math.log2(width))
  return nodeHash(mth(start, start + k), mth(start + k, end))
}

async function agrees(size: number, indexes: readonly number[], olds: readonly number[]): Promise<void> {
  const root = mth(0, size)
  assert.deepEqual(rootOf(await rangeAt(size, read)), root)
  for (const index of indexes) {
    const path = await proveInclusion(index, size, read)
    assert.ok(verifyInclusion(index, size, full(0, index), path, root), `leaf ${index} of ${size}`)
    assert.ok(!verifyInclusion(index === 0 ? size - 1 : index - 1, size, full(0, index), path, root) || size === 1)
  }
  for (const old of olds) {
    const path = await proveConsistency(old, size, read)
    assert.ok(verifyConsistency({ size: old, root: mth(0, old) }, { size, root }, path), `${old} within ${size}`)
  }
}

test('500 trees of up to a million leaves agree with the definition, at ten places and from ten beginnings each', async () => {
  const places = fc
    .integer({ min: 1, max: 1_000_000 })
    .chain((size) =>
      fc.tuple(
        fc.constant(size),
        fc.array(fc.nat(size - 1), { minLength: 8, maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: size }), { minLength: 8, maxLength: 8 }),
      ),
    )
  await fc.assert(
    fc.asyncProperty(places, ([size, indexes, olds]) => agrees(size, [0, size - 1, ...indexes], [1, size, ...olds])),
    { numRuns: 500 },
  )
})

test('a log of 300,000 leaves, written in batches of any size, ends with the root of the definition', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 70_000 }), { minLength: 1, maxLength: 8 }), (batches) => {
      let edge = NO_EDGE
      for (const batch of batches) {
        const leaves = Array.from({ length: Math.min(batch, 300_000 - edge.size) }, (_, n) => full(0, edge.size + n))
        edge = grow(edge, leaves).edge
        assert.deepEqual(rootOfEdge(edge), mth(0, edge.size))
      }
    }),
    { numRuns: 5 },
  )
})
