import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CompactSign, calculateJwkThumbprint } from 'jose'
import { canonical, type Json } from './base/canonical.ts'
import type { Instant } from './base/day.ts'
import { PlainFault } from './db/fault.ts'
import type { Signer } from './db/kit.ts'
import { ED25519, type LogKey, type Signer as LogSigner, verifierKey } from './log/key.ts'

/** A key as anyone may see it: RFC 8037, named by its RFC 7638 thumbprint. `from` is when this portal first had it. */
export interface PublicKey {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly alg: 'EdDSA'
  readonly use: 'sig'
  readonly from: Instant
}

const PRIVATE = '.private.json'
const PUBLIC = '.public.json'
const LOG_PRIVATE = '.log-private.json'
const LOG_PUBLIC = '.log-public.json'
const SECRET = 'site-secret'

/** A signer over one private key; what earlier keys signed stays verifiable through their public halves. */
export function makeSigner(active: KeyObject, named: PublicKey, earlier: readonly PublicKey[] = []): Signer {
  const others = earlier.filter((key) => key.kid !== named.kid).sort((a, b) => (a.from < b.from ? 1 : -1))
  const keys = [named, ...others].map((key): Json => ({ ...key }))
  return {
    kid: named.kid,
    sign: (payload) =>
      new CompactSign(new TextEncoder().encode(canonical(payload)))
        .setProtectedHeader({ alg: 'EdDSA', kid: named.kid })
        .sign(active),
    publicKeys: () => ({ keys }),
  }
}

export async function publicHalf(key: KeyObject, from: Instant): Promise<PublicKey> {
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  if (x === undefined) throw new Error('an Ed25519 key has a public point')
  const kid = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x })
  return { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig', from }
}

/** Reads an Ed25519 private key written as JWK or PEM; undefined when it is not one. */
export function readPrivateKey(text: string): KeyObject | undefined {
  try {
    const written = text.trim()
    const key = written.startsWith('{')
      ? createPrivateKey({ key: JSON.parse(written) as Record<string, string>, format: 'jwk' })
      : createPrivateKey(written)
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    // Whatever is wrong with it, the answer to the person who set it is the same.
    return undefined
  }
}

/** 32 bytes as base64url; undefined when it is not. */
export function readSecret(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text.trim(), 'base64url')
  return bytes.length === 32 ? bytes : undefined
}

export const keyFolder = (dataDir: string): string => join(dataDir, 'keys')

const listFiles = (folder: string, end: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(end)) : []

export const hasSigningKey = (dataDir: string): boolean => listFiles(keyFolder(dataDir), PRIVATE).length > 0
export const hasLogKey = (dataDir: string): boolean => listFiles(keyFolder(dataDir), LOG_PRIVATE).length > 0
export const hasSecret = (dataDir: string): boolean => existsSync(join(keyFolder(dataDir), SECRET))

const history = (folder: string, end = PUBLIC): PublicKey[] =>
  listFiles(folder, end).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as PublicKey)

/** Keeps a public half for ever, so that receipts signed with it can be verified after the key has gone. */
async function remember(folder: string, key: KeyObject, at: Instant, end = PUBLIC): Promise<PublicKey> {
  const half = await publicHalf(key, at)
  const file = join(folder, `${half.kid}${end}`)
  if (!existsSync(file)) writeFileSync(file, `${JSON.stringify(half, null, 2)}\n`, { mode: 0o600 })
  return JSON.parse(readFileSync(file, 'utf8')) as PublicKey
}

/** Makes a signing key; from the next start on it signs. Gives its name. */
export const makeSigningKey = (dataDir: string, at: Instant): Promise<string> => makeKey(dataDir, at, PRIVATE, PUBLIC)

/** The same for the log of acts. As long as the older private file stays, both sign, so that readers have time to change. */
export const makeLogKey = (dataDir: string, at: Instant): Promise<string> =>
  makeKey(dataDir, at, LOG_PRIVATE, LOG_PUBLIC)

async function makeKey(dataDir: string, at: Instant, secret: string, open: string): Promise<string> {
  const folder = keyFolder(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { privateKey } = generateKeyPairSync('ed25519')
  const { kid } = await remember(folder, privateKey, at, open)
  const jwk = JSON.stringify(privateKey.export({ format: 'jwk' }))
  writeFileSync(join(folder, `${kid}${secret}`), `${jwk}\n`, { mode: 0o600 })
  return kid
}

export function makeSecret(dataDir: string): void {
  const folder = keyFolder(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, SECRET), `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
}

/** The signer: the key given, or the newest one in the folder. */
export async function loadSigner(dataDir: string, given: string | undefined, at: Instant): Promise<Signer> {
  const held = await privateKeys(dataDir, given, at, PRIVATE, PUBLIC)
  const newest = held[0]
  if (newest === undefined) throw new PlainFault(`There is no signing key in ${keyFolder(dataDir)}.`)
  return makeSigner(newest.key, newest.half, history(keyFolder(dataDir)))
}

/** Who signs the heads of the log, newest first, and every key that ever did: what they signed stays verifiable. */
export interface LogKeys {
  readonly signers: readonly LogSigner<LogKey['type']>[]
  readonly known: readonly LogKey[]
}

export async function loadLogKeys(
  dataDir: string,
  origin: string,
  given: string | undefined,
  at: Instant,
): Promise<LogKeys> {
  const held = await privateKeys(dataDir, given, at, LOG_PRIVATE, LOG_PUBLIC)
  const half = ({ x }: PublicKey): LogKey => verifierKey(origin, ED25519, Buffer.from(x, 'base64url'))
  const known = history(keyFolder(dataDir), LOG_PUBLIC).sort((a, b) => (a.from < b.from ? 1 : -1))
  return {
    signers: held.map(({ key, half: named }) => ({ key: half(named), sign: (message) => sign(null, message, key) })),
    known: known.map(half),
  }
}

async function privateKeys(dataDir: string, given: string | undefined, at: Instant, secret: string, open: string) {
  const folder = keyFolder(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const written =
    given === undefined ? listFiles(folder, secret).map((name) => readFileSync(join(folder, name), 'utf8')) : [given]
  const held = await Promise.all(
    written.map(async (text) => {
      const key = readPrivateKey(text)
      if (key === undefined) throw new PlainFault(`A file in ${folder} is not an Ed25519 private key.`)
      return { key, half: await remember(folder, key, at, open) }
    }),
  )
  return held.sort((a, b) => (a.half.from < b.half.from ? 1 : -1))
}

export function loadSecret(dataDir: string, given: string | undefined): Uint8Array {
  const secret = readSecret(given ?? readFileSync(join(keyFolder(dataDir), SECRET), 'utf8'))
  if (secret === undefined) throw new PlainFault('The site secret must be 32 bytes as base64url.')
  return secret
}
