import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import * as c2pa from '@contentauth/c2pa-wasm'
import { makeAuthority, makeHeld } from '../src/authority.ts'
import { bytesOf, join, jpeg, mp3, mp4, riff, riffChunk } from '../src/mark/corpus.ts'
import { coseSign1, protectedHeader, toBeSigned, toBeStamped } from '../src/mark/cose.ts'
import { heldBlob } from '../src/mark/held.ts'
import type { Kind } from '../src/mark/kind.ts'
import { markFile } from '../src/mark/marking.ts'
import { writeMetadata } from '../src/mark/metadata.ts'
import { definitionOf, EMBEDS } from '../src/mark/signing.ts'
import { compiledEngine } from '../src/rooms/marks/engine.ts'
import { pemOf } from '../src/x509.ts'
import { interleave, memoryOf, median, printMachine, spread } from './measure.ts'
import { setting } from './portal.ts'

/**
 * What marking costs beside the bare engine. The bare engine signs and reads again, as anybody must who hands out
 * nothing unproven, with the same signature and time stamp; ours also finds the kind, writes metadata, holds the registration against what was asked, and looks
 * whether the metadata is still there. The engine itself reads metadata, so it is measured with it as well. Processor
 * time, in milliseconds a file; what is more, is beside the engine with metadata.
 */
const ROUNDS = setting('BENCH_ROUNDS', 7)
const SECONDS = setting('BENCH_MS', 600) / 1000

const FILES: readonly (readonly [string, Kind, Uint8Array])[] = [
  ['jpeg 130 kB', 'jpeg', join(jpeg({}).subarray(0, -2), new Uint8Array(130_000), bytesOf('\xff\xd9'))],
  ['jpeg 4.9 MB', 'jpeg', join(jpeg({}).subarray(0, -2), new Uint8Array(4_900_000), bytesOf('\xff\xd9'))],
  ['mp3 1.0 MB', 'mp3', join(mp3(new Uint8Array(0)), new Uint8Array(960_000))],
  ['mp4 10.3 MB', 'mp4', join(mp4('isom', {}), bytesOf('\0\x9d\x2a\x88mdat'), new Uint8Array(10_300_032))],
  ['wav 10.6 MB', 'wav', riff('WAVE', [riffChunk('data', new Uint8Array(10_600_000))])],
]

c2pa.initSync({ module: compiledEngine() })
const held = makeHeld('Bench', '2026-01-01T00:00:00.000Z')
const authority = makeAuthority(held)
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const aiId = 'VN-7K3M-9QDX-4R'
const leaf = authority.issue({
  ...{ publicKey, country: 'VN', organisation: 'Bench', aiId, revocations: 'https://bench.invalid/revoked.crl' },
  from: new Date(Date.now() - 3_600_000).toISOString(),
  to: new Date(Date.now() + 86_400_000).toISOString(),
})
const header = protectedHeader([leaf, authority.issuer])
const signClaim = async (claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  const signature = sign('sha256', toBeSigned(header, claim), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  const hash = createHash('sha256').update(toBeStamped(header, signature)).digest()
  const stamp = authority.stamper?.stamp(hash, new Date().toISOString())
  return Uint8Array.from(coseSign1(header, signature, stamp) ?? new Uint8Array(0))
}
const roots = pemOf(authority.root)
const said = { statement: 'created-by-ai', aiId, contentId: '0123456789ab' } as const
const wanted = { said, sign: signClaim, kind: 'jpeg' } as const
const definition = JSON.stringify(definitionOf(wanted))
const settings = JSON.stringify({ builder: { thumbnail: { enabled: false } }, verify: { verify_after_sign: false } })
const reading = JSON.stringify({
  trust: {
    anchors: ['manifest', 'tsa'].map((kind) => ({ trust_anchors: roots, trust_kind: kind, trust_uri: 'roots' })),
  },
})

async function bare(kind: Kind, bytes: Uint8Array): Promise<void> {
  const format = EMBEDS[kind] ?? ''
  const builder = c2pa.WasmBuilder.fromJson(definition, settings)
  const signer = { alg: 'es256', reserveSize: 4096, sign: signClaim }
  const { asset } = (await builder.signAndGetManifestBytes(signer, [], format, heldBlob(bytes))) as {
    asset: Uint8Array
  }
  builder.free()
  const reader = await c2pa.WasmReader.fromBytes(format, asset, reading)
  const { validation_state: state } = JSON.parse(reader.json()) as { validation_state: string }
  reader.free()
  if (state !== 'Trusted') throw new Error(`the bare engine reads ${state}`)
}
const ours = async (_: Kind, bytes: Uint8Array): Promise<void> =>
  void (await markFile(c2pa, { bytes, said, roots, sign: signClaim, blobOf: heldBlob }))

/** Milliseconds of processor time a file. */
async function cost(
  act: (kind: Kind, bytes: Uint8Array) => Promise<void>,
  kind: Kind,
  bytes: Uint8Array,
): Promise<number> {
  const began = process.cpuUsage()
  const until = performance.now() + SECONDS * 1000
  let n = 0
  while (performance.now() < until) {
    await act(kind, bytes)
    n += 1
  }
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000 / n
}

await printMachine('Marking beside the bare engine: sign and read again, ms of processor time a file')
for (const [name, kind, bytes] of FILES) {
  const labelled = writeMetadata(kind, bytes, said) ?? bytes
  await ours(kind, bytes)
  const all = await interleave(ROUNDS, {
    bare: () => cost(bare, kind, bytes),
    fed: () => cost(bare, kind, labelled),
    ours: () => cost(ours, kind, bytes),
  })
  const more = (100 * median(all.ours)) / median(all.fed) - 100
  console.log(
    `  ${name.padEnd(12)} bare ${spread(all.bare)} · with metadata ${spread(all.fed)} · ours ${spread(all.ours)} · ${more.toFixed(1)} % more`,
  )
}
console.log(`  memory of this process ${memoryOf(process.pid).peak.toFixed(0)} MB at most`)
