import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from './base/day.ts'
import { PlainFault } from './db/fault.ts'
import type { Authority } from './db/kit.ts'
import { keyFolder } from './keys.ts'
import { makeStamper } from './stamp.ts'
import {
  type Issuer,
  lintLeaf,
  makeIssuing,
  makeLeaf,
  makeRevocationList,
  makeRoot,
  makeStamping,
  pemOf,
  type Subject,
} from './x509.ts'

const ROOT_KEY = 'mark-root.private.pem'
const ROOT = 'mark-root.pem'
const ISSUING_KEY = 'mark-issuing.private.pem'
const ISSUING = 'mark-issuing.pem'
const STAMPING_KEY = 'mark-stamp.private.pem'
const STAMPING = 'mark-stamp.pem'

const YEARS = { root: 20, issuing: 5, stamping: 10 } as const
const LIST_DAYS = 7

/** Every certificate of ours says so, that no reader takes a mark for more than it is. */
const NATURE = 'Technical marks, not public digital signatures'

const later = (at: Instant, days: number): Instant => new Date(Date.parse(at) + days * 86_400_000).toISOString()

/** Keys and certificates of the issuer and of who stamps times, and the certificate of the root above them. */
export interface Held {
  readonly issuing: Issuer
  readonly root: Uint8Array
  readonly stamping?: Issuer
}

const fresh = (): KeyObject => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const nameOf = (owner: string, common: string): Subject => ({
  country: 'VN',
  organisation: owner,
  unit: NATURE,
  common,
})

/** A root, and under it an issuer and one who stamps times, all new. `owner`: in whose name they stand. */
export function makeHeld(owner: string, at: Instant): Required<Held> & { readonly rootKey: KeyObject } {
  const name = (common: string): Subject => nameOf(owner, common)
  const [rootKey, key] = [fresh(), fresh()]
  const root = makeRoot(rootKey, name('Saola marking root'), { from: at, to: later(at, YEARS.root * 365) })
  const period = { from: at, to: later(at, YEARS.issuing * 365) }
  const above = { key: rootKey, certificate: root }
  const certificate = makeIssuing(above, createPublicKey(key), name('Saola marking issuer'), period)
  return { rootKey, root, issuing: { key, certificate }, stamping: stampingUnder(above, owner, at) }
}

/** Who stamps times stands under the root itself: whoever steals the issuer's key can date nothing back with it. */
function stampingUnder(root: Issuer, owner: string, at: Instant): Issuer {
  const key = fresh()
  const period = { from: at, to: later(at, YEARS.stamping * 365) }
  return { key, certificate: makeStamping(root, createPublicKey(key), nameOf(owner, 'Saola time stamps'), period) }
}

/** An authority over what is held. A leaf that would not be read as trusted is never given out. */
export const makeAuthority = ({ issuing, root, stamping }: Held): Authority => ({
  root,
  issuer: issuing.certificate,
  ...(stamping === undefined ? {} : { stamper: makeStamper(stamping) }),
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
  const { rootKey, root, issuing, stamping } = makeHeld(owner, at)
  keep(folder, [
    [ROOT_KEY, pemOfKey(rootKey)],
    [ROOT, pemOf(root)],
    [STAMPING_KEY, pemOfKey(stamping.key)],
    [STAMPING, pemOf(stamping.certificate)],
    [ISSUING_KEY, pemOfKey(issuing.key)],
    // Last: where it is, all of them are.
    [ISSUING, pemOf(issuing.certificate)],
  ])
}

function keep(folder: string, files: readonly (readonly [name: string, text: string])[]): void {
  for (const [name, text] of files) writeFileSync(join(folder, name), text, { mode: 0o600, flag: 'wx' })
}

export const hasStamping = (dataDir: string): boolean => existsSync(join(keyFolder(dataDir), STAMPING))
/** Is the key of the root still in the folder, or brought back for a moment? */
export const hasRootKey = (dataDir: string): boolean => existsSync(join(keyFolder(dataDir), ROOT_KEY))

/** Makes key and certificate for time stamps under the root that is there: it needs the key of the root. */
export function makeStampingKeys(dataDir: string, at: Instant): void {
  const folder = keyFolder(dataDir)
  const [key, root] = [ROOT_KEY, ROOT].map((name) => readFileSync(join(folder, name), 'utf8'))
  const certificate = new X509Certificate(root ?? '')
  const [, owner = 'Saola'] = /^O=(.*)$/m.exec(certificate.subject) ?? []
  const stamping = stampingUnder({ key: privateKeyOf(key ?? ''), certificate: certificate.raw }, owner, at)
  keep(folder, [
    [STAMPING_KEY, pemOfKey(stamping.key)],
    [STAMPING, pemOf(stamping.certificate)],
  ])
}

const pemOfKey = (key: KeyObject): string => String(key.export({ type: 'pkcs8', format: 'pem' }))

/**
 * What the environment may give instead of files: the key of the issuer, and a chain from it to its root; and key and
 * certificate of who stamps times.
 */
export interface Given {
  readonly key: string
  readonly chain: string
  readonly stamp?: { readonly key: string; readonly certificate: string }
}

/** The authority from what was given, or from the folder; nothing where neither is. */
export function loadAuthority(dataDir: string, given: Given | undefined): Authority | undefined {
  if (given !== undefined) return makeAuthority(readGiven(given))
  if (!hasAuthority(dataDir)) return undefined
  const read = (name: string): string => readFileSync(join(keyFolder(dataDir), name), 'utf8')
  const stamp = hasStamping(dataDir) ? { stamp: { key: read(STAMPING_KEY), certificate: read(STAMPING) } } : {}
  return makeAuthority(readGiven({ key: read(ISSUING_KEY), chain: read(ISSUING) + read(ROOT), ...stamp }))
}

/** Key and chain as PEM; a fault in words when they do not belong together. */
export function readGiven({ key, chain, stamp }: Given): Held {
  const certificates = chain.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  const [issuing, root] = certificates.map((text) => new X509Certificate(text))
  if (issuing === undefined || root === undefined || certificates.length !== 2)
    throw new PlainFault('The chain of the marking issuer must hold two certificates: its own, then the root.')
  const held = privateKeyOf(key)
  if (!issuing.ca || !root.ca || !issuing.verify(root.publicKey))
    throw new PlainFault('The certificate of the marking issuer is not signed by the root that stands beside it.')
  if (!issuing.checkPrivateKey(held))
    throw new PlainFault('The key of the marking issuer does not belong to its certificate.')
  const read = { issuing: { key: held, certificate: issuing.raw }, root: root.raw }
  return stamp === undefined ? read : { ...read, stamping: readStamp(stamp, root) }
}

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'

function readStamp({ key, certificate }: Required<Given>['stamp'], root: X509Certificate): Issuer {
  const [text = ''] = certificate.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/) ?? []
  if (text === '') throw new PlainFault('There is no certificate for time stamps where one should be.')
  const read = new X509Certificate(text)
  const held = privateKeyOf(key)
  if (!read.verify(root.publicKey) || read.ca || read.keyUsage?.join() !== TIME_STAMPING)
    throw new PlainFault('The certificate for time stamps is not signed by the root, or is not for time stamps alone.')
  if (!read.checkPrivateKey(held)) throw new PlainFault('The key for time stamps does not belong to its certificate.')
  return { key: held, certificate: read.raw }
}

function privateKeyOf(text: string): KeyObject {
  try {
    return createPrivateKey(text)
  } catch {
    // Whatever is wrong with it, the answer to the person who set it is the same.
    throw new PlainFault('The keys of the marking issuer and for time stamps must be private keys as PEM.')
  }
}
