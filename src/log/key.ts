import { ed25519 } from '@noble/curves/ed25519.js'
import { done, type Outcome } from '../base/outcome.ts'
import { fromBase64, joinBytes, toBase64, toHex, utf8 } from './encoding.ts'
import { sha256 } from './hash.ts'
import { malformed } from './malformed.ts'

/** The signature types we read (C2SP signed-note): a log's plain Ed25519, and a witness's with the time in it. */
export const ED25519 = 0x01
export const COSIGNATURE_V1 = 0x04
export type KeyType = typeof ED25519 | typeof COSIGNATURE_V1

/** A key to check signatures with. Name and id together say which one made a signature. */
export interface VerifierKey<T extends KeyType = KeyType> {
  readonly name: string
  /** Eight lower-case hex digits. Short on purpose: it finds a key, it does not prove one. */
  readonly id: string
  readonly type: T
  /** Ed25519, 32 bytes (RFC 8032). */
  readonly bytes: Uint8Array
}
export type LogKey = VerifierKey<typeof ED25519>
export type WitnessKey = VerifierKey<typeof COSIGNATURE_V1>

/** Whoever holds a private key. `sign` may live elsewhere, in `node:crypto` or behind a card reader. */
export interface Signer<T extends KeyType = KeyType> {
  readonly key: VerifierKey<T>
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Names have no spaces of any script and no plus, or lines and key texts could be read in two ways. */
export const isKeyName = (name: string): boolean => name.isWellFormed() && /^[^\p{White_Space}+]+$/u.test(name)

export function verifierKey<T extends KeyType>(name: string, type: T, bytes: Uint8Array): VerifierKey<T> {
  if (!isKeyName(name) || bytes.length !== 32) throw new RangeError(`no key can be made for ${name}`)
  return { name, id: keyId(name, type, bytes), type, bytes }
}

const keyId = (name: string, type: number, bytes: Uint8Array): string =>
  toHex(sha256(joinBytes(utf8(`${name}\n`), Uint8Array.of(type), bytes)).slice(0, 4))

/** `example.org/log+1a2b3c4d+AbCd…`: how a key is handed on (signed-note, verifier keys). */
export const printVerifierKey = (key: VerifierKey): string =>
  `${key.name}+${key.id}+${toBase64(joinBytes(Uint8Array.of(key.type), key.bytes))}`

export function parseVerifierKey(text: string): Outcome<VerifierKey> {
  // Base 64 may hold a plus of its own, a name may not.
  const [, name = '', id = '', rest = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/.exec(text) ?? []
  const encoded = fromBase64(rest)
  if (encoded === undefined || encoded.length === 0) return malformed('log.key-form')
  if (!isKeyName(name)) return malformed('log.key-name')
  const [type, bytes] = [encoded[0], encoded.slice(1)]
  if ((type !== ED25519 && type !== COSIGNATURE_V1) || bytes.length !== 32) return malformed('log.key-algorithm')
  const key = verifierKey(name, type, bytes)
  return key.id === id ? done(key) : malformed('log.key-id')
}

export const isLogKey = (key: VerifierKey): key is LogKey => key.type === ED25519
export const isWitnessKey = (key: VerifierKey): key is WitnessKey => key.type === COSIGNATURE_V1

/** A signer from the 32 secret bytes of RFC 8032. */
export function signerFromSeed<T extends KeyType>(name: string, type: T, seed: Uint8Array): Signer<T> {
  const key = verifierKey(name, type, ed25519.getPublicKey(seed))
  return { key, sign: (message) => ed25519.sign(message, seed) }
}

/**
 * Is this a signature of these bytes? By the strict rules of RFC 8032, not the generous ones of ZIP 215, so that other
 * implementations come to the same answer for every key that was made as it should be.
 */
export const signedBy = (key: VerifierKey, message: Uint8Array, signature: Uint8Array): boolean =>
  signature.length === 64 && ed25519.verify(signature, message, key.bytes, { zip215: false })
