import { canonical, type Json } from '../base/canonical.ts'
import { done, type Outcome } from '../base/outcome.ts'
import { fromBase64, fromUtf8, toBase64, utf8 } from './encoding.ts'
import { readJson } from './json.ts'
import { ED25519, signedBy, verifierKey, type LogKey } from './key.ts'
import { malformed } from './malformed.ts'

/** A public key of the portal as it is handed on: JWK (RFC 7517, RFC 8037), named by its `kid`. */
export interface PublicJwk {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
}

/** A compact JWS (RFC 7515) taken apart. Until its signature is checked it is nobody's. */
export interface Jws {
  readonly kid: string
  /** The signed text, which is JSON. */
  readonly payload: string
  readonly value: Json
  /** The bytes under the signature. */
  readonly signed: Uint8Array
  readonly signature: Uint8Array
}

const MAX_KEYS = 100
/** Unpadded and without stray bits, as RFC 7515 writes it: one value, one spelling. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined
  return fromBase64(
    text
      .replaceAll('-', '+')
      .replaceAll('_', '/')
      .padEnd(Math.ceil(text.length / 4) * 4, '='),
  )
}

export const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** Reads a compact JWS as the portal makes them: EdDSA, with the name of the key, and nothing that would change its meaning. */
export function parseJws(text: string): Jws | undefined {
  const parts = text.split('.')
  const [head, body, end] = parts.map(fromBase64Url)
  if (parts.length !== 3 || head === undefined || body === undefined || end === undefined) return undefined
  const header = readJson(fromUtf8(head) ?? '')
  const payload = fromUtf8(body)
  const value = payload === undefined ? undefined : readJson(payload)
  if (!isMap(header) || header.alg !== 'EdDSA' || typeof header.kid !== 'string') return undefined
  // `crit` and `b64` would say that the rest means something else (RFC 7515 section 4.1.11, RFC 7797).
  if ('crit' in header || 'b64' in header || payload === undefined || value === undefined) return undefined
  return { kid: header.kid, payload, value, signed: utf8(`${parts[0]}.${parts[1]}`), signature: end }
}

const isMap = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The keys of a JWK set that can have signed: further members and keys of other kinds are passed over. */
export function parseKeys(text: string): Outcome<readonly PublicJwk[]> {
  const set = readJson(text)
  const keys = isMap(set) ? set.keys : undefined
  if (!Array.isArray(keys) || keys.length > MAX_KEYS) return malformed('log.keys-form')
  return done(keys.flatMap((key: Json) => asKey(key) ?? []))
}

export function asKey(value: Json): PublicJwk | undefined {
  if (!isMap(value)) return undefined
  const { kty, crv, x, kid } = value
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || typeof kid !== 'string') return undefined
  return keyOf({ kty, crv, x, kid }) === undefined ? undefined : { kty, crv, x, kid }
}

/** `Ed25519` alone: its name plays no part where the `kid` has found it. */
function keyOf({ x }: PublicJwk): LogKey | undefined {
  const bytes = fromBase64Url(x)
  return bytes?.length === 32 ? verifierKey('jwk', ED25519, bytes) : undefined
}

/** Is the JWS signed by one of these keys? `key-unknown` accuses nobody. */
export function jwsSignedBy(jws: Jws, keys: readonly PublicJwk[]): 'good' | 'wrong' | 'key-unknown' {
  const named = keys.filter(({ kid }) => kid === jws.kid).flatMap((key) => keyOf(key) ?? [])
  if (named.length === 0) return 'key-unknown'
  return named.some((key) => signedBy(key, jws.signed, jws.signature)) ? 'good' : 'wrong'
}

/** Is this JWS made of that value, byte for byte? */
export const isMadeOf = (jws: Jws, value: Json): boolean => jws.payload === canonical(value)
