import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as c2pa from '@contentauth/c2pa-wasm'
import { ASSERTION } from '../src/mark/own.ts'

/**
 * Files that a signer elsewhere made: certificates, signature and manifest are put together here, without a line of what
 * the portal signs or reads with, so that a fault shared by writer and reader cannot hide.
 */

// ————— DER, as much as a certificate needs —————

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const { length } = body
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), body])
}
const seq = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
const oid = (dotted: string): Buffer => {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const base128 = (n: number): number[] => [...(n > 127 ? base128(Math.floor(n / 128)) : []), n % 128]
  const bytes = [first * 40 + second, ...rest].flatMap((n) =>
    base128(n).map((b, i, all) => (i < all.length - 1 ? b | 128 : b)),
  )
  return der(6, Buffer.from(bytes))
}
const time = (at: Date): Buffer => der(0x18, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))
const ATTRIBUTES = { C: '2.5.4.6', O: '2.5.4.10', OU: '2.5.4.11', CN: '2.5.4.3' } as const
export type Subject = Readonly<Partial<Record<keyof typeof ATTRIBUTES, string>>>
const name = (subject: Subject): Buffer =>
  seq(
    ...Object.entries(subject).map(([key, value]) =>
      der(0x31, seq(oid(ATTRIBUTES[key as keyof typeof ATTRIBUTES]), der(0x0c, Buffer.from(value)))),
    ),
  )
const ECDSA_SHA256 = seq(oid('1.2.840.10045.4.3.2'))
const extension = (id: string, critical: boolean, value: Buffer): Buffer =>
  seq(oid(id), ...(critical ? [der(1, Buffer.from([0xff]))] : []), der(4, value))

/** A key with its certificate and those above it, leaf first, the root left out. */
export interface Identity {
  readonly subject: Subject
  readonly key: KeyObject
  readonly publicKey: KeyObject
  readonly chain: readonly Buffer[]
  readonly serial: string
}

interface Wanted {
  readonly subject: Subject
  readonly by?: Identity
  readonly authority?: boolean
  readonly from?: Date
  readonly until?: Date
}

const YEAR = 365 * 86_400_000

/** Makes a certificate; without `by` it signs itself. */
export function certify({ subject, by, authority = false, from, until }: Wanted): Identity {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const serial = Buffer.concat([Buffer.from([0x2a]), randomBytes(15)])
  const keyId = (key: KeyObject): Buffer =>
    createHash('sha1')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest()
  const tbs = seq(
    der(0xa0, der(2, Buffer.from([2]))),
    der(2, serial),
    ECDSA_SHA256,
    name(by?.subject ?? subject),
    seq(time(from ?? new Date(Date.now() - YEAR)), time(until ?? new Date(Date.now() + YEAR))),
    name(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      seq(
        extension('2.5.29.19', true, authority ? seq(der(1, Buffer.from([0xff]))) : seq()),
        extension('2.5.29.15', true, der(3, Buffer.from(authority ? [1, 0x06] : [7, 0x80]))),
        ...(authority ? [] : [extension('2.5.29.37', false, seq(oid('1.3.6.1.5.5.7.3.4')))]),
        extension('2.5.29.14', false, der(4, keyId(publicKey))),
        extension('2.5.29.35', false, seq(der(0x80, keyId(by?.publicKey ?? publicKey)))),
      ),
    ),
  )
  const signature = sign('sha256', tbs, by?.key ?? privateKey)
  const own = seq(tbs, ECDSA_SHA256, der(3, Buffer.from([0]), signature))
  const above = by === undefined || by.chain.length === 0 ? [] : by.chain
  return { subject, key: privateKey, publicKey, serial: serial.toString('hex'), chain: [own, ...above] }
}

export const pem = (certificate: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`

/** A root, and what it issues from: as a list of roots in PEM, and as somebody who can certify. */
export function authority(organisation: string): { readonly roots: string; readonly issuer: Identity } {
  const root = certify({ subject: { C: 'VN', O: organisation, CN: `${organisation} root` }, authority: true })
  const issuer = certify({
    subject: { C: 'VN', O: organisation, CN: `${organisation} issuing` },
    authority: true,
    by: { ...root, chain: [] },
  })
  return { roots: pem(root.chain[0] ?? Buffer.alloc(0)), issuer }
}

// ————— COSE, as much as a signature needs —————

const head = (major: number, n: number): Buffer =>
  n < 24
    ? Buffer.from([(major << 5) | n])
    : n < 256
      ? Buffer.from([(major << 5) | 24, n])
      : n < 65_536
        ? Buffer.from([(major << 5) | 25, n >> 8, n & 255])
        : Buffer.from([(major << 5) | 26, n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255])
const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value])
const text = (value: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])

/** COSE_Sign1 with the payload left out, filled up to exactly the size that was reserved for it. */
function coseSign1(claim: Uint8Array, who: Identity, reserved: number): Buffer {
  const certificates = Buffer.concat([head(4, who.chain.length), ...who.chain.map(bytes)])
  const guarded = Buffer.concat([head(5, 2), head(0, 1), Buffer.from([0x26]), head(0, 33), certificates])
  const signed = Buffer.concat([head(4, 4), text('Signature1'), bytes(guarded), bytes(Buffer.alloc(0)), bytes(claim)])
  const signature = sign('sha256', signed, { key: who.key, dsaEncoding: 'ieee-p1363' })
  const whole = (pad: number): Buffer =>
    Buffer.concat([
      Buffer.from([0xd2]),
      head(4, 4),
      bytes(guarded),
      head(5, 1),
      text('pad'),
      bytes(Buffer.alloc(pad)),
      Buffer.from([0xf6]),
      bytes(signature),
    ])
  const rest = reserved - whole(0).length
  const size = [rest, rest - 1, rest - 2, rest - 3, rest - 4].find((pad) => whole(pad).length === reserved)
  if (size === undefined) throw new Error('the place reserved for the signature is too small')
  return whole(size)
}

// ————— the manifest —————

/** The engine reads its source through an interface of browsers; here it is a stretch of memory. */
class Held extends Blob {
  readonly held: Uint8Array
  constructor(held: Uint8Array) {
    super([Uint8Array.from(held)])
    this.held = held
  }
  override slice(from?: number, to?: number): Blob {
    return new Held(this.held.subarray(from, to))
  }
}
Object.assign(globalThis, {
  FileReaderSync: class {
    readAsArrayBuffer(blob: Held): ArrayBuffer {
      return Uint8Array.from(blob.held).buffer
    }
  },
})

let ready = false
/** The engine itself, as whoever knows nothing of this house would load it. */
export function engine(): typeof c2pa {
  if (!ready)
    c2pa.initSync({
      module: readFileSync(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')),
    })
  ready = true
  return c2pa
}

const AI = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia'

export interface Claim {
  /** Our own assertion. */
  readonly registration?: Readonly<Record<string, string>>
  readonly sourceType?: string
  readonly title?: string
  /** What went into it, as files that may be signed themselves. */
  readonly ingredient?: { readonly bytes: Uint8Array; readonly format: string; readonly title: string }
}

/** Signs a file as a program elsewhere would, and gives the marked file. */
export async function signElsewhere(
  file: Uint8Array,
  format: string,
  who: Identity,
  { registration, sourceType = AI, title = 'umbrella', ingredient }: Claim = {},
): Promise<Uint8Array> {
  const { WasmBuilder } = engine()
  const settings = { builder: { thumbnail: { enabled: false } }, verify: { verify_after_sign: false } }
  const builder = WasmBuilder.fromJson(
    JSON.stringify({
      claim_generator_info: [{ name: 'elsewhere', version: '1' }],
      title,
      format,
      assertions: [
        { label: 'c2pa.actions.v2', data: { actions: [{ action: 'c2pa.created', digitalSourceType: sourceType }] } },
        ...(registration === undefined ? [] : [{ label: ASSERTION, data: registration, kind: 'Json' }]),
      ],
    }),
    JSON.stringify(settings),
  )
  if (ingredient !== undefined)
    await builder.addIngredientFromBlob(
      JSON.stringify({ title: ingredient.title, relationship: 'componentOf' }),
      ingredient.format,
      new Held(ingredient.bytes),
    )
  const reserveSize = 4096
  const definition = {
    alg: 'es256',
    reserveSize,
    sign: async (claim: Uint8Array) => Uint8Array.from(coseSign1(claim, who, reserveSize)),
  }
  return builder.sign(definition, [], format, new Held(file))
}
