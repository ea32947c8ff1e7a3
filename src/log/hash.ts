import { sha256 as portable } from '@noble/hashes/sha2.js'
import { fromBase64 } from './encoding.ts'

/** SHA-256 output, 32 bytes. */
export type Hash = Uint8Array

export const HASH_LENGTH = 32

/** In Node the machine's own code, several times as fast. Browsers have theirs behind promises only. */
const own = (globalThis as { readonly process?: NodeJS.Process }).process?.getBuiltinModule?.('node:crypto')

export const sha256 = (bytes: Uint8Array): Hash =>
  own === undefined ? portable(bytes) : fromBinary(own.hash('sha256', bytes, 'binary'))

/** By way of a text, because it costs a third of a buffer from outside the heap. */
function fromBinary(text: string): Hash {
  const hash = new Uint8Array(HASH_LENGTH)
  for (let n = 0; n < HASH_LENGTH; n += 1) hash[n] = text.charCodeAt(n)
  return hash
}

/** The root of a tree without leaves (RFC 6962 section 2.1). */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array())

// One room for all of them, since a hash is finished before the next begins: a buffer each costs more than its hash.
const leafInput = new Uint8Array(1 + 65_535)
const nodeInput = new Uint8Array(1 + 2 * HASH_LENGTH)
nodeInput[0] = 0x01

/** A leaf is hashed behind 0x00 and a node behind 0x01, so that neither can be passed off as the other (RFC 6962 section 2.1). */
export function leafHash(entry: Uint8Array): Hash {
  const room = entry.length < leafInput.length ? leafInput : new Uint8Array(1 + entry.length)
  room.set(entry, 1)
  return sha256(room.subarray(0, 1 + entry.length))
}

export function nodeHash(left: Hash, right: Hash): Hash {
  if (left.length !== HASH_LENGTH || right.length !== HASH_LENGTH) throw new RangeError('a hash has 32 bytes')
  nodeInput.set(left, 1)
  nodeInput.set(right, 1 + HASH_LENGTH)
  return sha256(nodeInput)
}

export const sameHash = (a: Hash, b: Hash): boolean => a.length === b.length && a.every((byte, n) => byte === b[n])

/** A hash as the standards write it in a line: 44 characters of base 64. */
export function hashFromBase64(text: string): Hash | undefined {
  const bytes = text.length === 44 ? fromBase64(text) : undefined
  return bytes?.length === HASH_LENGTH ? bytes : undefined
}

export function hashesFromBase64(lines: readonly string[]): readonly Hash[] | undefined {
  const hashes = lines.map(hashFromBase64)
  return hashes.every((hash) => hash !== undefined) ? hashes : undefined
}
