import { createHash, createPublicKey, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import * as asn from '@peculiar/asn1-x509'
import type { Instant } from './base/day.ts'

/** A name in a certificate, in the order it is written. */
export interface Subject {
  /** Two letters (ISO 3166). */
  readonly country: string
  readonly organisation: string
  readonly unit?: string
  readonly common: string
}

export interface Period {
  readonly from: Instant
  readonly to: Instant
}

/** Whoever signs certificates: its key, and the certificate it signs under. */
export interface Issuer {
  readonly key: KeyObject
  readonly certificate: Uint8Array
}

/** Claims of C2PA, and mail protection beside it: readers with the older list of purposes know only that one. */
const PURPOSES = ['1.3.6.1.4.1.62558.2.1', '1.3.6.1.5.5.7.3.4']
const ES256 = '1.2.840.10045.4.3.2'
const NAMES = { country: '2.5.4.6', organisation: '2.5.4.10', unit: '2.5.4.11', common: '2.5.4.3' } as const
/** X.520 allows no longer names; the register holds the whole one. */
const LONGEST = 64

const cut = (text: string): string => Array.from(text).slice(0, LONGEST).join('')

function nameOf(subject: Subject): asn.Name {
  const parts = (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((part) => {
    const text = subject[part]
    if (text === undefined) return []
    const value = part === 'country' ? { printableString: text } : { utf8String: cut(text) }
    const attribute = { type: NAMES[part], value: new asn.AttributeValue(value) }
    return [new asn.RelativeDistinguishedName([new asn.AttributeTypeAndValue(attribute)])]
  })
  return new asn.Name(parts)
}

const buffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
const parsed = (der: Uint8Array): asn.Certificate => AsnConvert.parse(buffer(der), asn.Certificate)
const algorithm = () => new asn.AlgorithmIdentifier({ algorithm: ES256 })

function publicInfo(key: KeyObject): asn.SubjectPublicKeyInfo {
  const der = key.export({ type: 'spki', format: 'der' })
  return AsnConvert.parse(buffer(der), asn.SubjectPublicKeyInfo)
}
/** RFC 5280, 4.2.1.2, first method: it names a key and secures nothing. */
const keyName = (info: asn.SubjectPublicKeyInfo): Uint8Array =>
  createHash('sha1').update(Buffer.from(info.subjectPublicKey)).digest()

const extension = (id: string, critical: boolean, value: unknown): asn.Extension =>
  new asn.Extension({ extnID: id, critical, extnValue: new OctetString(AsnConvert.serialize(value)) })
const names = (id: Uint8Array) => extension(asn.id_ce_subjectKeyIdentifier, false, new asn.SubjectKeyIdentifier(id))
const namedBy = (id: Uint8Array) =>
  extension(
    asn.id_ce_authorityKeyIdentifier,
    false,
    new asn.AuthorityKeyIdentifier({ keyIdentifier: new asn.KeyIdentifier(id) }),
  )
const mayDo = (flags: number) => extension(asn.id_ce_keyUsage, true, new asn.KeyUsage(flags))
const ISSUES = asn.KeyUsageFlags.keyCertSign | asn.KeyUsageFlags.cRLSign

/** Sixteen random bytes, positive and never beginning with zero, so that the number reads the same everywhere. */
function freshSerial(): Uint8Array {
  const serial = randomBytes(16)
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40
  return serial
}

interface Draft {
  readonly subject: asn.Name
  readonly issuer: asn.Name
  readonly period: Period
  readonly publicKey: KeyObject
  readonly extensions: readonly asn.Extension[]
}

function signed({ subject, issuer, period, publicKey, extensions }: Draft, key: KeyObject): Uint8Array {
  const info = publicInfo(publicKey)
  const tbs = new asn.TBSCertificate({
    version: asn.Version.v3,
    serialNumber: buffer(freshSerial()),
    signature: algorithm(),
    issuer,
    subject,
    validity: new asn.Validity({ notBefore: new Date(period.from), notAfter: new Date(period.to) }),
    subjectPublicKeyInfo: info,
    extensions: new asn.Extensions([...extensions, names(keyName(info))]),
  })
  const body = AsnConvert.serialize(tbs)
  const certificate = new asn.Certificate({
    tbsCertificate: tbs,
    signatureAlgorithm: algorithm(),
    signatureValue: buffer(sign('sha256', Buffer.from(body), key)),
  })
  certificate.tbsCertificateRaw = body
  return Buffer.from(AsnConvert.serialize(certificate))
}

/** A root: it signs issuing certificates and nothing else. */
export function makeRoot(key: KeyObject, subject: Subject, period: Period): Uint8Array {
  const publicKey = createPublicKey(key)
  const name = nameOf(subject)
  const constraints = extension(
    asn.id_ce_basicConstraints,
    true,
    new asn.BasicConstraints({ cA: true, pathLenConstraint: 1 }),
  )
  return signed({ subject: name, issuer: name, period, publicKey, extensions: [constraints, mayDo(ISSUES)] }, key)
}

/** An issuing certificate under a root: it signs leaves. */
export function makeIssuing(root: Issuer, publicKey: KeyObject, subject: Subject, period: Period): Uint8Array {
  const above = parsed(root.certificate).tbsCertificate
  const constraints = extension(
    asn.id_ce_basicConstraints,
    true,
    new asn.BasicConstraints({ cA: true, pathLenConstraint: 0 }),
  )
  const extensions = [constraints, mayDo(ISSUES), namedBy(keyName(above.subjectPublicKeyInfo))]
  return signed({ subject: nameOf(subject), issuer: above.subject, period, publicKey, extensions }, root.key)
}

/** A leaf that marks are signed with. `revocations`: where the list of revoked ones is. */
export function makeLeaf(
  issuing: Issuer,
  publicKey: KeyObject,
  subject: Subject,
  period: Period,
  revocations: string,
): Uint8Array {
  const above = parsed(issuing.certificate).tbsCertificate
  const at = new asn.GeneralName({ uniformResourceIdentifier: revocations })
  const extensions = [
    extension(asn.id_ce_basicConstraints, true, new asn.BasicConstraints({})),
    mayDo(asn.KeyUsageFlags.digitalSignature),
    extension(asn.id_ce_extKeyUsage, false, new asn.ExtendedKeyUsage(PURPOSES)),
    namedBy(keyName(above.subjectPublicKeyInfo)),
    extension(
      asn.id_ce_cRLDistributionPoints,
      false,
      new asn.CRLDistributionPoints([
        new asn.DistributionPoint({ distributionPoint: new asn.DistributionPointName({ fullName: [at] }) }),
      ]),
    ),
  ]
  return signed({ subject: nameOf(subject), issuer: above.subject, period, publicKey, extensions }, issuing.key)
}

/** A certificate that time stamps are signed with, and nothing else (RFC 3161, 2.3). */
export function makeStamping(root: Issuer, publicKey: KeyObject, subject: Subject, period: Period): Uint8Array {
  const above = parsed(root.certificate).tbsCertificate
  const extensions = [
    extension(asn.id_ce_basicConstraints, true, new asn.BasicConstraints({})),
    mayDo(asn.KeyUsageFlags.digitalSignature),
    extension(asn.id_ce_extKeyUsage, true, new asn.ExtendedKeyUsage([asn.id_kp_timeStamping])),
    namedBy(keyName(above.subjectPublicKeyInfo)),
  ]
  return signed({ subject: nameOf(subject), issuer: above.subject, period, publicKey, extensions }, root.key)
}

/** What is wrong with a leaf, by the rules under which readers of C2PA accept its signatures. */
export type LeafFault =
  | 'not-an-end'
  | 'usage'
  | 'purpose'
  | 'authority-key'
  | 'subject-key'
  | 'organisation'
  | 'country'
  | 'name'
  | 'algorithm'
  | 'too-long'
  | 'wrong-issuer'
  | 'self-signed'

const DAY = 86_400_000
/** Leaves live for a season: a stolen key is of use for that long at most. */
export const LONGEST_LIFE = 90

/**
 * Holds a leaf against the profile that readers ask for. A leaf without its organisation signs without a word and is
 * then read as forged, so nothing is handed out before this list is empty.
 */
export function lintLeaf(der: Uint8Array, issuing: Uint8Array): LeafFault[] {
  const { tbsCertificate: tbs, signatureAlgorithm } = parsed(der)
  const extensions = new Map((tbs.extensions ?? []).map((e) => [e.extnID, e]))
  const read = <T>(id: string, type: new () => T): T | undefined => {
    const found = extensions.get(id)
    return found && AsnConvert.parse(found.extnValue.buffer, type)
  }
  const constraints = read(asn.id_ce_basicConstraints, asn.BasicConstraints)
  const usage = read(asn.id_ce_keyUsage, asn.KeyUsage)?.toNumber() ?? 0
  const purposes = [...(read(asn.id_ce_extKeyUsage, asn.ExtendedKeyUsage) ?? [])]
  const critical = (id: string): boolean => extensions.get(id)?.critical === true
  const subject = (type: string): string =>
    tbs.subject
      .flat()
      .filter((a) => a.type === type)
      .map((a) => a.value.toString())
      .join()
  const [leaf, above] = [new X509Certificate(der), new X509Certificate(issuing)]
  const curve = leaf.publicKey.asymmetricKeyDetails?.namedCurve
  const life = Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)
  const wrong: readonly (readonly [LeafFault, boolean])[] = [
    ['not-an-end', constraints === undefined || constraints.cA || !critical(asn.id_ce_basicConstraints)],
    ['usage', usage !== asn.KeyUsageFlags.digitalSignature || !critical(asn.id_ce_keyUsage)],
    ['purpose', !purposes.some((p) => PURPOSES.includes(p)) || purposes.includes(ANY_PURPOSE)],
    ['authority-key', read(asn.id_ce_authorityKeyIdentifier, asn.AuthorityKeyIdentifier)?.keyIdentifier === undefined],
    ['subject-key', !extensions.has(asn.id_ce_subjectKeyIdentifier)],
    ['organisation', subject(NAMES.organisation) === ''],
    ['country', subject(NAMES.country) === ''],
    ['name', subject(NAMES.common) === ''],
    ['algorithm', signatureAlgorithm.algorithm !== ES256 || curve !== 'prime256v1'],
    ['too-long', !(life > 0 && life <= (LONGEST_LIFE + 1) * DAY)],
    ['wrong-issuer', !leaf.checkIssued(above) || !leaf.verify(above.publicKey)],
    ['self-signed', leaf.checkIssued(leaf)],
  ]
  return wrong.flatMap(([fault, holds]) => (holds ? [fault] : []))
}
const ANY_PURPOSE = '2.5.29.37.0'

/** A revoked leaf as the list names it; `reason` as RFC 5280, 5.3.1 counts. */
export interface Revoked {
  readonly serial: string
  readonly at: Instant
  readonly reason: number
}

/** The signed list of revoked leaves (RFC 5280, section 5). `number` only ever grows. */
export function makeRevocationList(issuing: Issuer, revoked: readonly Revoked[], period: Period, number: number) {
  const above = parsed(issuing.certificate).tbsCertificate
  const tbs = new asn.TBSCertList({
    version: asn.Version.v2,
    signature: algorithm(),
    issuer: above.subject,
    thisUpdate: new asn.Time(new Date(period.from)),
    nextUpdate: new asn.Time(new Date(period.to)),
    // An empty list is left out altogether.
    ...(revoked.length === 0 ? {} : { revokedCertificates: revoked.map(entryOf) }),
    crlExtensions: [
      namedBy(keyName(above.subjectPublicKeyInfo)),
      extension(asn.id_ce_cRLNumber, false, new asn.CRLNumber(number)),
    ],
  })
  const body = AsnConvert.serialize(tbs)
  const list = new asn.CertificateList({
    tbsCertList: tbs,
    signatureAlgorithm: algorithm(),
    signature: buffer(sign('sha256', Buffer.from(body), issuing.key)),
  })
  list.tbsCertListRaw = body
  return Buffer.from(AsnConvert.serialize(list))
}

const entryOf = ({ serial, at, reason }: Revoked): asn.RevokedCertificate =>
  new asn.RevokedCertificate({
    userCertificate: buffer(Buffer.from(serial, 'hex')),
    revocationDate: new asn.Time(new Date(at)),
    crlEntryExtensions: [extension(asn.id_ce_cRLReasons, false, new asn.CRLReason(reason))],
  })

/** DER between the usual lines. */
export const pemOf = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n')}\n-----END CERTIFICATE-----\n`
