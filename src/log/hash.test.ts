import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { sha256 as portable } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { leafHash, nodeHash, sha256 } from './hash.ts'

test('what Node hashes and what a browser hashes is the same, in the same shape', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      assert.deepEqual(sha256(bytes), portable(bytes))
      assert.deepEqual(
        sha256(bytes.subarray(1)),
        Uint8Array.from(createHash('sha256').update(bytes.subarray(1)).digest()),
      )
    }),
    { numRuns: 500 },
  )
})

test('a leaf is hashed behind 0x00 and a node behind 0x01, and neither changes what it was given', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      (left, right) => {
        const before = [left.slice(), right.slice()]
        assert.deepEqual(leafHash(left), portable(Uint8Array.of(0, ...left)))
        assert.deepEqual(nodeHash(left, right), portable(Uint8Array.of(1, ...left, ...right)))
        assert.deepEqual([left, right], before)
      },
    ),
  )
  for (const length of [0, 31, 33])
    assert.throws(() => nodeHash(new Uint8Array(length), new Uint8Array(32)), /a hash has 32 bytes/)
  const long = new Uint8Array(70_000).fill(5)
  assert.deepEqual(leafHash(long), portable(Uint8Array.of(0, ...long)))
})
