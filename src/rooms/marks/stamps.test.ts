import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import * as engine from '@contentauth/c2pa-wasm'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import * as tsp from '@peculiar/asn1-tsp'
import { AlgorithmIdentifier } from '@peculiar/asn1-x509'
import { SMALLEST } from '../../../test/mark-files.ts'
import {
  loadAuthority,
  makeAuthority,
  makeAuthorityKeys,
  makeHeld,
  makeStampingKeys,
  readGiven,
} from '../../authority.ts'
import type { Authority } from '../../db/kit.ts'
import { coseSign1, protectedHeader, RESERVED, toBeSigned, toBeStamped } from '../../mark/cose.ts'
import { heldBlob } from '../../mark/held.ts'
import type { Kind } from '../../mark/kind.ts'
import { look, lookupOf } from '../../mark/look.ts'
import { markFile, NotMarked } from '../../mark/marking.ts'
import { signFile } from '../../mark/signing.ts'
import { packsOn } from '../../mark/lint-packs.ts'
import { day } from '../../base/day.ts'
import { STAMP_POLICY } from '../../stamp.ts'
import { pemOf } from '../../x509.ts'
import { compiledEngine } from './engine.ts'

engine.initSync({ module: compiledEngine() })

const DAY = 86_400_000
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString()
const aiId = 'VN-7K3M-9QDX-4R'
const said = { statement: 'created-by-ai', aiId, contentId: '0123456789ab' } as const
const bytesOf = (kind: Kind): Uint8Array => SMALLEST[kind] ?? assert.fail()
const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** An authority that has been there for two years, and leaves that lived and ended in them. */
const portal = makeAuthority(makeHeld('Saola', ago(730)))
const stranger = makeAuthority(makeHeld('Nơi khác', ago(730)))
const roots = pemOf(portal.root)

interface Lived {
  readonly from: number
  readonly to: number
  /** Days ago; none: no stamp. */
  readonly stamped?: number
  readonly by?: Authority
  /** A stamp of something else is put in its place. */
  readonly over?: Uint8Array
}

/** Signs as the portal did when the leaf was alive. */
function signerOf({ from, to, stamped, by = portal, over }: Lived) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const names = { country: 'VN', organisation: 'Thư viện Ô', aiId, revocations: 'https://o.example/revoked.crl' }
  const header = protectedHeader([portal.issue({ publicKey, ...names, from: ago(from), to: ago(to) }), portal.issuer])
  return async (claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
    const signature = signed(header, claim, privateKey)
    const stamper = by.stamper ?? assert.fail()
    const stamp =
      stamped === undefined ? undefined : stamper.stamp(sha256(over ?? toBeStamped(header, signature)), ago(stamped))
    return Uint8Array.from(coseSign1(header, signature, stamp) ?? assert.fail())
  }
}
const signed = (header: Uint8Array, claim: Uint8Array, key: KeyObject): Uint8Array =>
  sign('sha256', toBeSigned(header, claim), { key, dsaEncoding: 'ieee-p1363' })

async function read(file: Uint8Array, sidecar?: Uint8Array) {
  const means = { lists: [{ trust: 'national', roots }] as const, packs: packsOn(day('2026-11-02')), engines: [engine] }
  const looked = await look(file, sidecar === undefined ? means : { ...means, sidecar })
  const { verdict, signed: readings, findings } = looked
  const [reading] = readings
  const answers = [verdict.found, verdict.intact, verdict.signer].join(' ')
  const unstamped = findings.some(({ rule }) => rule.id === 'VN-MARK-015')
  return { answers, reading: reading ?? assert.fail(), lookup: lookupOf(looked), unstamped }
}
const png = bytesOf('png')
/** Without the reading that checks it: what was signed badly comes out all the same. */
const signPng = async (lived: Lived): Promise<Uint8Array> =>
  (await signFile(engine, heldBlob(png), { said, kind: 'png', sign: signerOf(lived) })).file
const markOf = (bytes: Uint8Array, lived: Lived) =>
  markFile(engine, { bytes, said, roots, sign: signerOf(lived), blobOf: heldBlob })

describe('a mark outlives the certificate it was signed with', () => {
  const lived = { from: 200, to: 120 }

  test('with a stamp from when the certificate held, it is as good as on the first day', async () => {
    const marked = await markOf(png, { ...lived, stamped: 150 })
    const { answers, reading, lookup, unstamped } = await read(marked.file)
    assert.equal(answers, 'signed yes national')
    const [moment] = ago(150).split('T')
    assert.equal(reading.stampedAt?.slice(0, 10), moment)
    assert.match(reading.stampedAt ?? '', /\.000Z$/)
    assert.equal(reading.stampedBy, 'Saola time stamps, Saola')
    assert.ok(reading.codes.includes('timeStamp.trusted') && reading.codes.includes('timeStamp.validated'))
    assert.equal(unstamped, false)
    // Whether it was revoked is then asked for that moment.
    assert.equal(lookup?.at, reading.stampedAt)
  })

  test('also where its manifest lies beside the file', async () => {
    const film = bytesOf('mkv')
    const { manifest } = await markOf(film, { ...lived, stamped: 150 })
    const { answers, reading } = await read(film, manifest)
    assert.equal(answers, 'signed yes national')
    assert.equal(reading.stampedBy, 'Saola time stamps, Saola')
  })

  test('without a stamp it says that the certificate ended, and not that the signature is wrong', async () => {
    const { answers, reading, unstamped } = await read(await signPng(lived))
    assert.equal(answers, 'signed yes expired')
    assert.equal(reading.signature, 'good')
    assert.equal(unstamped, true)
    assert.equal((await read(await signPng({ from: 1, to: -30 }))).answers, 'signed yes national')
    await assert.rejects(markOf(png, lived), NotMarked)
  })

  test('a stamp from after its end, by somebody unknown, or of another signature changes nothing', async () => {
    const late = await read(await signPng({ ...lived, stamped: 10 }))
    assert.equal(late.answers, 'signed yes expired')
    const unknown = await read(await signPng({ ...lived, stamped: 150, by: stranger }))
    assert.equal(unknown.answers, 'signed yes expired')
    assert.deepEqual([unknown.reading.stampedAt, unknown.unstamped], [undefined, true])
    assert.ok(unknown.reading.codes.includes('timeStamp.untrusted'))
    const copied = { ...lived, stamped: 150, over: new Uint8Array(64) }
    const other = await read(await signPng(copied))
    assert.equal(other.answers, 'signed yes expired')
    assert.ok(other.reading.codes.includes('timeStamp.mismatch'))
    // While the certificate holds such a stamp does no harm to others; we hand none out.
    const alive = { ...copied, from: 1, to: -30, stamped: 0 }
    assert.equal((await read(await signPng(alive))).answers, 'signed yes national')
    await assert.rejects(markOf(png, alive), /timeStamp\.mismatch/)
    await assert.rejects(markOf(bytesOf('ogg'), alive), /timeStamp\.mismatch/)
  })
})

describe('the place kept for a signature', () => {
  test('is filled to the byte whatever the stamp measures, and says so when it does not fit', () => {
    const header = protectedHeader([new Uint8Array(700), new Uint8Array(700)])
    for (let size = 0; size < 2560; size += size < 2200 ? 83 : 1) {
      const cose = coseSign1(header, new Uint8Array(64), new Uint8Array(size))
      assert.equal(cose?.length ?? RESERVED, RESERVED, `${size}`)
      if (size < 2500) assert.ok(cose !== undefined, `${size}`)
    }
    assert.equal(coseSign1(header, new Uint8Array(64), new Uint8Array(2700)), undefined)
  })

  test('holds two certificates and a stamp in the longest names there are', () => {
    const longest = makeAuthority(makeHeld('Ứ'.repeat(80), ago(1)))
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const names = {
      country: 'VN',
      organisation: 'Ậ'.repeat(80),
      aiId,
      revocations: `https://${'o'.repeat(60)}.example/x`,
    }
    const header = protectedHeader([longest.issue({ publicKey, ...names, from: ago(1), to: ago(-80) }), longest.issuer])
    const stamp = longest.stamper?.stamp(sha256(header), ago(0))
    assert.equal(coseSign1(header, new Uint8Array(64), stamp)?.length, RESERVED)
  })
})

const folder = mkdtempSync(join(tmpdir(), 'saola-stamp-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string): string => join(folder, name)

describe('a query for a time stamp', () => {
  const stamper = portal.stamper ?? assert.fail()
  const now = ago(0)
  const query = (more: Partial<tsp.TimeStampReq> = {}, id = '2.16.840.1.101.3.4.2.1', length = 32): Uint8Array => {
    const hashedMessage = new OctetString(new Uint8Array(length).fill(7))
    const hashAlgorithm = new AlgorithmIdentifier({ algorithm: id })
    const messageImprint = new tsp.MessageImprint({ hashAlgorithm, hashedMessage })
    return new Uint8Array(AsnConvert.serialize(new tsp.TimeStampReq({ messageImprint, ...more })))
  }
  const answer = (asked: Uint8Array) =>
    AsnConvert.parse(Uint8Array.from(stamper.answer(asked, now)).buffer, tsp.TimeStampResp)

  test('is answered with a token; what cannot be stamped is refused with the reason that RFC 3161 has for it', () => {
    assert.equal(answer(query()).status.status, tsp.PKIStatus.granted)
    const refused = (asked: Uint8Array): string => {
      const { status, timeStampToken } = answer(asked)
      assert.equal(timeStampToken, undefined)
      const bits = new Uint8Array(status.failInfo?.value ?? assert.fail())
      return [...bits]
        .flatMap((byte, n) => [...Array(8).keys()].filter((k) => byte & (0x80 >> k)).map((k) => n * 8 + k))
        .join()
    }
    assert.equal(refused(query({}, '1.3.14.3.2.26', 20)), '0', 'SHA-1')
    assert.equal(refused(query({}, undefined, 20)), '5', 'a hash of another length')
    assert.equal(refused(new TextEncoder().encode('xin chào')), '5')
    assert.equal(refused(new Uint8Array(4096).fill(0x30)), '5')
    assert.equal(refused(query({ reqPolicy: '1.2.3' })), '15')
    assert.equal(refused(query({ nonce: new Uint8Array(40).fill(1).buffer })), '2')
    const ended = AsnConvert.parse(Uint8Array.from(stamper.answer(query(), ago(-4000))).buffer, tsp.TimeStampResp)
    assert.equal(ended.status.status, tsp.PKIStatus.rejection, 'when the certificate for stamps has ended')
  })

  test('openssl, which shares no line with us, verifies the answer', (t) => {
    const openssl = (...args: readonly string[]): string => {
      try {
        return execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' })
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return 'absent'
        return String((fault as { stderr?: string }).stderr)
      }
    }
    if (!openssl('version').startsWith('OpenSSL')) return t.skip('openssl is not there')
    writeFileSync(at('root.pem'), roots)
    writeFileSync(at('stamps.pem'), pemOf(stamper.certificate))
    writeFileSync(at('data'), 'xin chào')
    const verified = (hash: string, ...more: readonly string[]): string => {
      openssl('ts', '-query', '-data', at('data'), hash, ...more, '-out', at('query'))
      writeFileSync(at('reply'), stamper.answer(readFileSync(at('query')), now))
      const own = more.includes('-cert') ? [] : ['-untrusted', at('stamps.pem')]
      return openssl('ts', '-verify', '-queryfile', at('query'), '-in', at('reply'), '-CAfile', at('root.pem'), ...own)
    }
    const policy = ['-sha256', '-tspolicy', STAMP_POLICY] as const
    for (const args of [
      ['-sha256', '-cert'],
      ['-sha384'],
      ['-sha512', '-cert'],
      ['-sha256', '-no_nonce'],
      policy,
    ] as const)
      assert.match(verified(...(args as readonly [string])), /Verification: OK/, args.join(' '))
    assert.match(verified('-sha1'), /badAlg/)
    // The token in a mark is one like any other: over what C2PA lays down, and nothing of ours.
    const header = protectedHeader([portal.issuer])
    const over = toBeStamped(header, new Uint8Array(64).fill(9))
    writeFileSync(at('signed'), over)
    writeFileSync(at('token'), stamper.stamp(sha256(over), now))
    const inMark = ['-token_in', '-in', at('token'), '-data', at('signed'), '-CAfile', at('root.pem')]
    assert.match(openssl('ts', '-verify', ...inMark), /Verification: OK/)
    writeFileSync(at('other.pem'), pemOf(stranger.root))
    verified('-sha256', '-cert')
    const other = ['-in', at('reply'), '-CAfile', at('other.pem')]
    assert.doesNotMatch(openssl('ts', '-verify', '-queryfile', at('query'), ...other), /Verification: OK/)
  })
})

describe('the key for time stamps', () => {
  test('is made with the others, and later under the root of a portal that has none', () => {
    const dataDir = at('data-dir')
    makeAuthorityKeys(dataDir, 'Thư viện, Ô', ago(1))
    const first = loadAuthority(dataDir, undefined)?.stamper
    assert.ok(first !== undefined && first.to > ago(-3000))
    for (const name of ['mark-stamp.pem', 'mark-stamp.private.pem']) unlinkSync(join(dataDir, 'keys', name))
    const without = loadAuthority(dataDir, undefined)
    assert.equal(without?.stamper, undefined, 'a portal without one runs all the same')
    makeStampingKeys(dataDir, ago(0))
    const made = loadAuthority(dataDir, undefined)?.stamper
    assert.ok(made !== undefined && !Buffer.from(made.certificate).equals(first.certificate))
    assert.ok(Buffer.from(made.certificate).includes('Thư viện, Ô'), 'in the same name')
  })

  test('that is not under the root, not for stamps alone, or without its certificate is refused in words', () => {
    const held = makeHeld('Saola', ago(1))
    const key = (of: KeyObject): string => String(of.export({ type: 'pkcs8', format: 'pem' }))
    const chain = pemOf(held.issuing.certificate) + pemOf(held.root)
    const given = { key: key(held.issuing.key), chain }
    const good = { key: key(held.stamping.key), certificate: pemOf(held.stamping.certificate) }
    assert.ok(readGiven({ ...given, stamp: good }).stamping !== undefined)
    const other = makeHeld('Khác', ago(1)).stamping
    const refused = (stamp: typeof good, why: RegExp) => assert.throws(() => readGiven({ ...given, stamp }), why)
    refused({ key: key(other.key), certificate: pemOf(other.certificate) }, /not signed by the root/)
    refused({ ...good, certificate: pemOf(held.issuing.certificate) }, /not for time stamps alone/)
    refused({ ...good, key: key(other.key) }, /does not belong/)
    refused({ ...good, key: 'x' }, /must be private keys/)
    refused({ ...good, certificate: 'x' }, /no certificate/)
  })
})
