import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, test } from 'node:test'
import * as engine from '@contentauth/c2pa-wasm'
import { SMALLEST } from '../../../test/mark-files.ts'
import { secondReading } from '../../../test/second-mark-reader.ts'
import { throwawayAuthority } from '../../../test/kit.ts'
import { judgeClaim } from '../../mark/claim.ts'
import { coseSign1, protectedHeader, toBeSigned } from '../../mark/cose.ts'
import { heldBlob } from '../../mark/held.ts'
import type { Kind } from '../../mark/kind.ts'
import { look } from '../../mark/look.ts'
import { type MarkedFile, markFile, NotMarked } from '../../mark/marking.ts'
import { writesMetadata } from '../../mark/metadata.ts'
import { asAssertion } from '../../mark/own.ts'
import { scan } from '../../mark/scan.ts'
import { BESIDE_CODES, pairsOf } from '../../mark/sidecar.ts'
import { EMBEDS, placementOf } from '../../mark/signing.ts'
import { readTraces } from '../../mark/traces.ts'
import { makeHeld } from '../../authority.ts'
import { pemOf } from '../../x509.ts'

engine.initSync({ module: readFileSync(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')) })

const authority = throwawayAuthority()
const aiId = 'VN-7K3M-9QDX-4R'
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const hour = 3_600_000
const leaf = authority.issue({
  ...{ publicKey, country: 'VN', organisation: 'Thư viện Ô', aiId, revocations: 'https://o.example/revoked.crl' },
  from: new Date(Date.now() - hour).toISOString(),
  to: new Date(Date.now() + 24 * hour).toISOString(),
})
const header = protectedHeader([leaf, authority.issuer])
const claims: Uint8Array[] = []
const signClaim = async (claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  claims.push(Uint8Array.from(claim))
  const signature = sign('sha256', toBeSigned(header, claim), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return Uint8Array.from(coseSign1(header, signature) ?? assert.fail())
}
const said = {
  ...({ statement: 'created-by-ai', aiId, contentId: '0123456789ab', provider: 'Thư viện Ô' } as const),
  register: `https://o.example/vi/register/${aiId}`,
}
const roots = pemOf(authority.root)
const mark = (bytes: Uint8Array, more: Partial<Parameters<typeof markFile>[1]> = {}) =>
  markFile(engine, { bytes, said, roots, sign: signClaim, blobOf: heldBlob, ...more })

/** What the engine says of a file: its verdict and the codes of what is wrong. */
async function verdict(format: string, bytes: Uint8Array): Promise<string> {
  try {
    const reader = await engine.WasmReader.fromBytes(format, bytes, JSON.stringify({ trust: { trust_anchors: roots } }))
    const store = JSON.parse(reader.json())
    reader.free()
    const failures = store.validation_results.activeManifest.failure ?? []
    return [store.validation_state, ...failures.map(({ code }: { code: string }) => code)].join(' ')
  } catch (error) {
    return `unreadable: ${String(error)}`
  }
}

/** Three of the four answers about a file with a manifest beside it, and the first code. */
async function beside(bytes: Uint8Array, sidecar: Uint8Array): Promise<readonly string[]> {
  const lists = [{ trust: 'national', roots }] as const
  const { verdict, signed } = await look(bytes, { lists, packs: [], engines: [engine], sidecar })
  return [verdict.found, verdict.intact, verdict.signer, signed[0]?.codes[0] ?? '']
}

/** What stands in the content of the smallest files, and not in what is written around it. */
const INSIDE: Readonly<Partial<Record<Kind, string>>> = {
  ...{ webp: '\x2f\0\0\0\0', wav: '\x02\0\x10\0data@', flac: 'TITLE=rain', mp3: 'Title\0rain' },
  ...{
    gif: 'umbrella',
    tiff: 'a red umbrella',
    avi: 'INAM',
    png: 'Title\0umbrella',
    svg: 'width="1"',
    jpeg: '\x12\x34',
  },
}

/** One bit of content turned: the last letter of those, or of the file. */
function tampered(kind: Kind, { file }: MarkedFile): Uint8Array {
  const letters = INSIDE[kind] ?? ''
  const at = Buffer.from(file).indexOf(Buffer.from(letters, 'latin1'))
  assert.ok(at >= 0)
  const changed = Uint8Array.from(file)
  const place = letters === '' ? file.length - 3 : at + letters.length - 1
  changed[place] = (changed[place] ?? 0) ^ 1
  return changed
}

describe('round trip of every kind of file', () => {
  const kinds = Object.entries(SMALLEST) as [Kind, Uint8Array][]
  test('fifteen kinds hold the manifest themselves, five keep it beside them', () => {
    const placed = kinds.map(([kind]) => placementOf(kind))
    assert.equal(placed.filter((where) => where === 'embedded').length, 15)
    assert.equal(placed.filter((where) => where === 'sidecar').length, 5)
  })

  for (const [kind, bytes] of kinds)
    test(`${kind}: marked, trusted, and one changed bit is found, by two readers`, async () => {
      const marked = await mark(bytes)
      assert.equal(marked.kind, kind)
      assert.deepEqual(marked.layers, writesMetadata(kind) ? ['metadata', 'manifest'] : ['manifest'])
      const second = secondReading(marked.manifest, marked.file, authority.root)
      assert.deepEqual(second.problems, [])
      assert.deepEqual(second.registration, asAssertion(said))
      assert.match(second.subject, new RegExp(`OU=${aiId}`))
      const traces = readTraces(scan(marked.file))
      const registrations = traces.flatMap((t) => (t.sort === 'registration' ? [t.registration.contentId] : []))
      assert.deepEqual([...new Set(registrations)], writesMetadata(kind) ? [said.contentId] : [])
      const format = EMBEDS[kind]
      if (format === undefined) {
        assert.deepEqual(marked.file, bytes)
        const changed = Uint8Array.from(bytes)
        changed[bytes.length - 1] = (changed[bytes.length - 1] ?? 0) ^ 1
        const problems = secondReading(marked.manifest, changed, authority.root).problems
        assert.deepEqual(problems, ['the content was changed'])
        assert.deepEqual(await beside(bytes, marked.manifest), ['signed', 'yes', 'national', BESIDE_CODES.fits])
        assert.deepEqual(await beside(changed, marked.manifest), [
          'signed',
          'changed',
          'national',
          BESIDE_CODES.differs,
        ])
        const foreign = await beside(SMALLEST.mp3 ?? assert.fail(), marked.manifest)
        assert.deepEqual(foreign, ['signed', 'changed', 'national', BESIDE_CODES.differs])
        return
      }
      assert.ok(
        traces.some((t) => t.sort === 'manifest'),
        'our own scanner sees the manifest too',
      )
      assert.equal(await verdict(format, marked.file), 'Trusted')
      const changed = tampered(kind, marked)
      assert.match(await verdict(format, changed), /assertion\.(dataHash|bmffHash)\.mismatch|unreadable/)
      const boxes = ['mp4', 'mov', 'm4a', 'avif', 'heic'].includes(kind)
      if (!boxes)
        assert.deepEqual(secondReading(marked.manifest, changed, authority.root).problems, ['the content was changed'])
    })
})

describe('a manifest beside its file', () => {
  const film = SMALLEST.mkv ?? assert.fail()
  const changed = Uint8Array.from(film, (byte, n) => (n === film.length - 1 ? byte ^ 1 : byte))
  const replaced = (bytes: Uint8Array, from: Uint8Array, to: Uint8Array): Uint8Array => {
    const at = Buffer.from(bytes).indexOf(from)
    assert.ok(at >= 0 && from.length === to.length)
    return Uint8Array.from(Buffer.concat([bytes.subarray(0, at), to, bytes.subarray(at + to.length)]))
  }
  const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

  test('with its hash of the content forged to fit, its registration or its signature changed, it proves nothing', async () => {
    const { manifest } = await mark(film)
    const forged = replaced(manifest, sha256(film), sha256(changed))
    const [, intact] = await beside(changed, forged)
    assert.equal(intact, 'changed')
    const [number, other] = [said.contentId, 'ffffffffffff'].map((text) => Buffer.from(`"saola:ContentId":"${text}"`))
    assert.equal((await beside(film, replaced(manifest, number ?? film, other ?? film)))[1], 'changed')
    const cose = Uint8Array.from(manifest)
    cose[cose.length - 1] = (cose[cose.length - 1] ?? 0) ^ 1
    assert.deepEqual((await beside(film, cose)).slice(0, 3), ['signed', 'changed', 'invalid'])
    assert.deepEqual((await beside(film, manifest.subarray(0, 900))).slice(0, 3), ['signed', 'unreadable', 'unchecked'])
  })

  test('one that was made to lie in the file cannot be held against it, and that is said', async () => {
    const { manifest } = await mark(SMALLEST.jpeg ?? assert.fail())
    const taken = await beside(SMALLEST.jpeg ?? assert.fail(), manifest)
    assert.deepEqual(taken, ['signed', 'unchecked', 'national', BESIDE_CODES.unbound])
  })

  test('one in the file goes before one beside it', async () => {
    const { file } = await mark(SMALLEST.png ?? assert.fail())
    const { manifest } = await mark(film)
    const [found, intact, signer, code] = await beside(file, manifest)
    assert.deepEqual([found, intact, signer], ['signed', 'yes', 'national'])
    assert.doesNotMatch(code ?? '', /^saola/)
  })

  test('files and manifests are put together by name, and never by guess', () => {
    const names = ['a.mkv', 'b.ogg', 'c.webm', 'c.mkv', 'a.mkv.c2pa', 'b.c2pa', 'c.c2pa', 'd.c2pa', 'C.WEBM.C2PA']
    const pairs = pairsOf(names.map((name) => ({ name }))).map(({ file, sidecar }) => [file.name, sidecar?.name])
    assert.deepEqual(pairs, [
      ['a.mkv', 'a.mkv.c2pa'],
      ['b.ogg', 'b.c2pa'],
      ['c.webm', 'C.WEBM.C2PA'],
      ['c.mkv', undefined],
      ['c.c2pa', undefined],
      ['d.c2pa', undefined],
    ])
  })
})

describe('what is signed, and what is not', () => {
  test('the server sees a claim of a few hundred bytes that names the system in clear', async () => {
    claims.length = 0
    await mark(SMALLEST.jpeg ?? assert.fail())
    const [claim] = claims
    assert.ok(claim !== undefined && claim.length < 700, `${claim?.length}`)
    assert.deepEqual(judgeClaim(claim, aiId), { faults: [], contentId: said.contentId })
    assert.deepEqual(judgeClaim(claim, 'VN-0000-0000-00').faults, ['other-system'])
    for (let at = 0; at < claim.length; at += 7) {
      const broken = Uint8Array.from(claim)
      broken[at] = (broken[at] ?? 0) ^ 0xff
      assert.doesNotThrow(() => judgeClaim(broken, aiId), `byte ${at}`)
      assert.doesNotThrow(() => judgeClaim(claim.subarray(0, at), aiId))
      assert.ok(judgeClaim(claim.subarray(0, at), aiId).faults.length > 0)
    }
  })

  test('bytes that are no claim are not signed, however they are nested', () => {
    const deep = Uint8Array.from({ length: 5000 }, () => 0x81)
    const wide = Uint8Array.of(0x9b, 0, 0, 0, 1, 0, 0, 0, 0)
    for (const bytes of [new Uint8Array(0), Uint8Array.of(0xff), deep, wide, Uint8Array.of(0xa1, 0x61, 0x61)])
      assert.deepEqual(judgeClaim(bytes, aiId).faults, ['unreadable'])
    assert.deepEqual(judgeClaim(new Uint8Array(20_000), aiId).faults, ['too-long'])
  })

  test('a claim without the statement, or that binds no content, is refused', async () => {
    claims.length = 0
    const builder = engine.WasmBuilder.fromJson(
      JSON.stringify({
        claim_generator_info: [{ name: 'x', 'vn.saola.aiId': aiId, 'vn.saola.contentId': said.contentId }],
        assertions: [{ label: 'c2pa.actions.v2', data: { actions: [{ action: 'c2pa.opened' }] } }],
      }),
      JSON.stringify({ builder: { thumbnail: { enabled: false } }, verify: { verify_after_sign: false } }),
    )
    const source = heldBlob(SMALLEST.jpeg ?? assert.fail())
    await builder.sign({ alg: 'es256', reserveSize: 4096, sign: signClaim }, [], 'image/jpeg', source)
    assert.ok(judgeClaim(claims[0] ?? assert.fail(), aiId).faults.includes('no-registration'))
  })

  test('a signature that does not hold is never handed out', async () => {
    const wrong = async (claim: Uint8Array) => {
      const good = await signClaim(claim)
      good[good.length - 1] = (good[good.length - 1] ?? 0) ^ 1
      return good
    }
    await assert.rejects(mark(SMALLEST.png ?? assert.fail(), { sign: wrong }), NotMarked)
    const elsewhere = pemOf(makeHeld('Nơi khác', '2026-01-01T00:00:00.000Z').root)
    await assert.rejects(mark(SMALLEST.png ?? assert.fail(), { roots: elsewhere }), /untrusted/)
  })

  test('what is no audio, image or video is refused in words', async () => {
    await assert.rejects(mark(new TextEncoder().encode('một bài thơ về ô')), { fault: 'kind' })
    await assert.rejects(mark(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)), { fault: 'engine' })
  })

  test('marking again takes the earlier mark along as the parent', async () => {
    const first = await mark(SMALLEST.jpeg ?? assert.fail())
    const again = await mark(first.file, {
      said: { ...said, statement: 'edited-by-ai', contentId: 'ba9876543210' },
      parent: { bytes: heldBlob(first.file), format: 'image/jpeg' },
    })
    const reader = await engine.WasmReader.fromBytes(
      'image/jpeg',
      again.file,
      JSON.stringify({ trust: { trust_anchors: roots } }),
    )
    const store = JSON.parse(reader.json())
    assert.equal(store.validation_state, 'Trusted')
    const [parent] = store.manifests[again.manifestId].ingredients
    assert.equal(parent.relationship, 'parentOf')
    assert.equal(parent.active_manifest, first.manifestId)
    const registrations = readTraces(scan(again.file)).flatMap((t) =>
      t.sort === 'registration' ? [t.registration.contentId] : [],
    )
    assert.deepEqual(registrations, ['ba9876543210'])
  })
})
