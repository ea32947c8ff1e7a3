import { createHash, randomBytes, sign, X509Certificate } from 'node:crypto'
import { AsnConvert, AsnObjectIdentifierConverter } from '@peculiar/asn1-schema'
import * as tsp from '@peculiar/asn1-tsp'
import { AlgorithmIdentifier, Certificate } from '@peculiar/asn1-x509'
import type { Instant } from './base/day.ts'
import type { Stamper } from './db/kit.ts'
import type { Issuer } from './x509.ts'

/**
 * Under what terms stamps are given (decisions/0031). An arc of our own that nobody had to be asked for (X.667): the
 * number dd84ce6a-a61a-439d-8e19-cb49df3d9025.
 */
export const STAMP_POLICY = '2.25.294448956879762846921420376238263734309'

/** Hashes that are stamped, none that can be forged, with their lengths. */
const HASHES: Readonly<Record<string, number>> = {
  '2.16.840.1.101.3.4.2.1': 32,
  '2.16.840.1.101.3.4.2.2': 48,
  '2.16.840.1.101.3.4.2.3': 64,
}
/** Nobody needs more to know his answer again. */
const LONGEST_NONCE = 32

// A stamp is made for every mark, so its few lengths are written here: the schemas take two milliseconds for it, which
// is a third of what a small picture costs. Whatever a stranger sends is read by the schemas.
const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const seq = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts)
const set = (...parts: readonly Uint8Array[]): Buffer => tlv(0x31, ...parts)
const octets = (bytes: Uint8Array): Buffer => tlv(0x04, bytes)
const number = (n: number): Buffer => tlv(0x02, Buffer.from([n]))
const oid = (id: string): Buffer => Buffer.from(AsnObjectIdentifierConverter.toASN(id).toBER(false))
const attribute = (id: string, value: Uint8Array): Buffer => seq(oid(id), set(value))
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const buffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
const written = (value: unknown): Buffer => Buffer.from(AsnConvert.serialize(value))

const SHA256 = seq(oid('2.16.840.1.101.3.4.2.1'))
const ES256 = seq(oid('1.2.840.10045.4.3.2'))
const SIGNED_DATA = oid('1.2.840.113549.1.7.2')
const TST_INFO = oid(tsp.id_ct_tstInfo)
const POLICY = oid(STAMP_POLICY)
/** As the parser spells it: it writes numbers of that length in a way of its own. */
const POLICY_READ = AsnConvert.parse(buffer(seq(POLICY)), AlgorithmIdentifier).algorithm
const CONTENT_TYPE = attribute('1.2.840.113549.1.9.3', TST_INFO)
const DIGEST = '1.2.840.113549.1.9.4'
/** One second, the same that is cut off below it. */
const ACCURACY = seq(number(1))
const GRANTED = seq(number(tsp.PKIStatus.granted))

interface Asked {
  /** MessageImprint: which hash, and its value. */
  readonly imprint: Uint8Array
  readonly nonce?: Uint8Array | undefined
  /** Does whoever asks want the certificate in the token? */
  readonly whole: boolean
}

/** Gives stamps under one certificate (RFC 3161, 5652, 5816). */
export function makeStamper({ key, certificate }: Issuer): Stamper {
  const { validFrom, validTo } = new X509Certificate(certificate)
  const [from, to] = [new Date(validFrom).toISOString(), new Date(validTo).toISOString()]
  const { issuer, serialNumber } = AsnConvert.parse(buffer(certificate), Certificate).tbsCertificate
  const signer = seq(written(issuer), tlv(0x02, new Uint8Array(serialNumber)))
  // The token names the certificate by its hash too, so that no other of the same name can be put in its place.
  const signedWith = attribute('1.2.840.113549.1.9.16.2.47', seq(seq(seq(octets(sha256(certificate))))))

  const token = ({ imprint, nonce, whole }: Asked, at: Instant): Buffer => {
    const info = seq(
      ...[number(1), POLICY, imprint, tlv(0x02, freshNumber()), generalised(at), ACCURACY],
      ...(nonce === undefined ? [] : [tlv(0x02, nonce)]),
    )
    const attributes = [CONTENT_TYPE, signedWith, attribute(DIGEST, octets(sha256(info)))].toSorted(Buffer.compare)
    const signature = sign('sha256', set(...attributes), key)
    const signed = seq(
      ...[number(3), set(SHA256), seq(TST_INFO, tlv(0xa0, octets(info)))],
      ...(whole ? [tlv(0xa0, certificate)] : []),
      set(seq(number(1), signer, SHA256, tlv(0xa0, ...attributes), ES256, octets(signature))),
    )
    return seq(SIGNED_DATA, tlv(0xa0, signed))
  }

  return {
    ...{ certificate, policy: STAMP_POLICY, from, to },
    stamp: (hash, at) => token({ imprint: seq(SHA256, octets(hash)), whole: true }, at),
    answer(query, at) {
      const read = queryOf(query)
      if (typeof read === 'string') return refusal(read)
      return at < from || at >= to ? refusal('timeNotAvailable') : seq(GRANTED, token(read, at))
    },
  }
}

/** Sixteen random bytes, positive and of full length. */
function freshNumber(): Buffer {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes
}

/** Whole seconds: DER allows a fraction no trailing zero, and nobody needs it. */
const generalised = (at: Instant): Buffer =>
  tlv(0x18, Buffer.from(`${new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`))

/** Bits of PKIFailureInfo (RFC 3161, 2.4.2). */
const REFUSED = {
  ...{ badAlg: 0, badRequest: 2, badDataFormat: 5, timeNotAvailable: 14, unacceptedPolicy: 15 },
  unacceptedExtension: 16,
} as const
type Refused = keyof typeof REFUSED

function refusal(why: Refused): Buffer {
  const bit = REFUSED[why]
  const bits = Buffer.alloc(1 + (bit >> 3))
  bits[bit >> 3] = 0x80 >> (bit & 7)
  return seq(seq(number(tsp.PKIStatus.rejection), tlv(0x03, Buffer.from([7 - (bit & 7)]), bits)))
}

/** What is asked for, or why it is not given. */
function queryOf(query: Uint8Array): Asked | Refused {
  let read: tsp.TimeStampReq
  try {
    read = AsnConvert.parse(buffer(query), tsp.TimeStampReq)
  } catch {
    // Whatever the parser finds wrong with it, RFC 3161 has one word for it.
    return 'badDataFormat'
  }
  const { messageImprint, nonce, reqPolicy, extensions = [], certReq } = read
  const length = HASHES[messageImprint.hashAlgorithm.algorithm]
  if (length === undefined) return 'badAlg'
  if (messageImprint.hashedMessage.byteLength !== length) return 'badDataFormat'
  if (reqPolicy !== undefined && reqPolicy !== POLICY_READ) return 'unacceptedPolicy'
  if (extensions.length > 0) return 'unacceptedExtension'
  if ((nonce?.byteLength ?? 0) > LONGEST_NONCE) return 'badRequest'
  return { imprint: written(messageImprint), nonce: nonce && new Uint8Array(nonce), whole: certReq }
}
