import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64 } from './encoding.ts'

/** SHA-256 output, 32 bytes. */
export type Hash = Uint8Array

export const HASH_LENGTH = 32

/** The root of a tree without leaves (RFC 6962 section 2.1). */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array())

const LEAF = Uint8Array.of(0x00)

export { sha256 }

/** A leaf is hashed behind 0x00 and a node behind 0x01, so that neither can be passed off as the other (RFC 6962 section 2.1). */
export const leafHash = (entry: Uint8Array): Hash => sha256.create().update(LEAF).update(entry).digest()

export function nodeHash(left: Hash, right: Hash): Hash {
  const input = new Uint8Array(1 + 2 * HASH_LENGTH)
  input[0] = 0x01
  input.set(left, 1)
  input.set(right, 1 + HASH_LENGTH)
  return sha256(input)
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
