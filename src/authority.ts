import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from './base/day.ts'
import { PlainFault } from './db/fault.ts'
import type { Authority } from './db/kit.ts'
import { keyFolder } from './keys.ts'
import {
  type Issuer,
  lintLeaf,
  makeIssuing,
  makeLeaf,
  makeRevocationList,
  makeRoot,
  pemOf,
  type Subject,
} from './x509.ts'

const ROOT_KEY = 'mark-root.private.pem'
const ROOT = 'mark-root.pem'
const ISSUING_KEY = 'mark-issuing.private.pem'
const ISSUING = 'mark-issuing.pem'

const YEARS = { root: 20, issuing: 5 } as const
const LIST_DAYS = 7

/** Every certificate of ours says so, that no reader takes a mark for more than it is. */
const NATURE = 'Technical marks, not public digital signatures'

const later = (at: Instant, days: number): Instant => new Date(Date.parse(at) + days * 86_400_000).toISOString()

/** Key and certificate of the issuer, and the certificate of the root above it. */
export interface Held {
  readonly issuing: Issuer
  readonly root: Uint8Array
}

/** A root, and an issuer under it, both new. `owner`: in whose name they stand. */
export function makeHeld(owner: string, at: Instant): Held & { readonly rootKey: KeyObject } {
  const fresh = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  const name = (common: string): Subject => ({ country: 'VN', organisation: owner, unit: NATURE, common })
  const [rootKey, key] = [fresh(), fresh()]
  const root = makeRoot(rootKey, name('Saola marking root'), { from: at, to: later(at, YEARS.root * 365) })
  const period = { from: at, to: later(at, YEARS.issuing * 365) }
  const above = { key: rootKey, certificate: root }
  const certificate = makeIssuing(above, createPublicKey(key), name('Saola marking issuer'), period)
  return { rootKey, root, issuing: { key, certificate } }
}

/** An authority over what is held. A leaf that would not be read as trusted is never given out. */
export const makeAuthority = ({ issuing, root }: Held): Authority => ({
  root,
  issuer: issuing.certificate,
  issue({ publicKey, country, organisation, aiId, from, to, revocations }) {
    const subject = {
      country,
      organisation,
      unit: aiId,
      common: `Technical mark ${aiId}, not a public digital signature`,
    }
    const leaf = makeLeaf(issuing, publicKey, subject, { from, to }, revocations)
    const faults = lintLeaf(leaf, issuing.certificate)
    if (faults.length > 0) throw new Error(`a leaf came out wrong: ${faults.join(', ')}`)
    return leaf
  },
  revocations: (revoked, at) =>
    makeRevocationList(
      issuing,
      revoked,
      { from: at, to: later(at, LIST_DAYS) },
      // A number that only grows, without a counter to keep.
      Math.floor(Date.parse(at) / 1000),
    ),
})

export const hasAuthority = (dataDir: string): boolean => existsSync(join(keyFolder(dataDir), ISSUING))

/**
 * Makes root and issuer in DATA_DIR/keys. The portal never needs the key of the root again: in production it is taken
 * away and kept off line.
 */
export function makeAuthorityKeys(dataDir: string, owner: string, at: Instant): void {
  const folder = keyFolder(dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { rootKey, root, issuing } = makeHeld(owner, at)
  const files: readonly (readonly [string, string])[] = [
    [ROOT_KEY, pemOfKey(rootKey)],
    [ROOT, pemOf(root)],
    [ISSUING_KEY, pemOfKey(issuing.key)],
    // Last: where it is, all of them are.
    [ISSUING, pemOf(issuing.certificate)],
  ]
  for (const [name, text] of files) writeFileSync(join(folder, name), text, { mode: 0o600, flag: 'wx' })
}

const pemOfKey = (key: KeyObject): string => String(key.export({ type: 'pkcs8', format: 'pem' }))

/** What the environment may give instead of files: the key of the issuer, and a chain from it to its root. */
export interface Given {
  readonly key: string
  readonly chain: string
}

/** The authority from what was given, or from the folder; nothing where neither is. */
export function loadAuthority(dataDir: string, given: Given | undefined): Authority | undefined {
  if (given !== undefined) return makeAuthority(readGiven(given))
  if (!hasAuthority(dataDir)) return undefined
  const read = (name: string): string => readFileSync(join(keyFolder(dataDir), name), 'utf8')
  return makeAuthority(readGiven({ key: read(ISSUING_KEY), chain: read(ISSUING) + read(ROOT) }))
}

/** Key and chain as PEM; a fault in words when they do not belong together. */
export function readGiven({ key, chain }: Given): Held {
  const certificates = chain.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  const [issuing, root] = certificates.map((text) => new X509Certificate(text))
  if (issuing === undefined || root === undefined || certificates.length !== 2)
    throw new PlainFault('The chain of the marking issuer must hold two certificates: its own, then the root.')
  const held = privateKeyOf(key)
  if (!issuing.ca || !root.ca || !issuing.verify(root.publicKey))
    throw new PlainFault('The certificate of the marking issuer is not signed by the root that stands beside it.')
  if (!issuing.checkPrivateKey(held))
    throw new PlainFault('The key of the marking issuer does not belong to its certificate.')
  return { issuing: { key: held, certificate: issuing.raw }, root: root.raw }
}

function privateKeyOf(text: string): KeyObject {
  try {
    return createPrivateKey(text)
  } catch {
    // Whatever is wrong with it, the answer to the person who set it is the same.
    throw new PlainFault('The key of the marking issuer must be a private key as PEM.')
  }
}
