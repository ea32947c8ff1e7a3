import * as c2pa from '@contentauth/c2pa-wasm'
import { authority, certify, engine, signElsewhere } from '../test/c2pa.ts'
import { HOSTILE, HOSTILE_MANIFESTS, ZEROS } from '../src/mark/corpus-hostile.ts'
import { be, box, bytesOf, fileType, join, jpeg, riff, riffChunk } from '../src/mark/corpus.ts'
import { chance } from '../src/mark/images.ts'
import { look } from '../src/mark/look.ts'
import { asAssertion } from '../src/mark/own.ts'
import { closeReaders, lookApart } from '../src/rooms/marks/readers.ts'
import { interleave, median, memoryOf, press, printMachine, printRatio, printSamples, spread } from './measure.ts'
import { setting } from './portal.ts'

/**
 * What reading a signed mark costs beside the bare engine (goal: 10 % more at most); how many files a second the threads
 * of the portal read, in how much memory; and what files that were built to break them do to everybody else.
 */
/** Many short rounds: a busy machine then disturbs both sides alike. */
const ROUNDS = setting('BENCH_ROUNDS', 21)
const SECONDS = setting('BENCH_MS', 300) / 1000

const { roots, issuer } = authority('C2PA')
const lists = [{ trust: 'c2pa', roots }] as const
const who = certify({ subject: { C: 'VN', O: 'Xưởng Ô', CN: 'Xưởng Ô' }, by: issuer })
const registration = asAssertion({ statement: 'created-by-ai', aiId: 'VN-7K3M-9QDX-4R', contentId: '0123456789ab' })

/** What a compressed picture looks like to whoever does not unfold it: anything but a marker. */
function noise(length: number): Uint8Array {
  const next = chance(length)
  return Uint8Array.from({ length }, () => Math.floor(next() * 255))
}
const photo = (length: number): Uint8Array =>
  join(jpeg({ comment: 'umbrella' }).subarray(0, -2), noise(length), bytesOf('\xff\xd9'))
const film = (length: number): Uint8Array =>
  join(fileType('isom'), box('moov', box('mvhd', new Uint8Array(100))), be(length + 8, 4), 'mdat', noise(length))

const SOURCES: Readonly<Record<string, readonly [format: string, bytes: Uint8Array]>> = {
  'jpeg 0.1 MB': ['image/jpeg', photo(130_000)],
  'jpeg 12 million points, 4.9 MB': ['image/jpeg', photo(4_900_000)],
  'mp4 10.3 MB': ['video/mp4', film(10_300_000)],
  'wav 10.6 MB': [
    'audio/wav',
    riff('WAVE', [riffChunk('fmt ', new Uint8Array(16)), riffChunk('data', noise(10_600_000))]),
  ],
}

/** Processor milliseconds a file. */
async function costOf(act: () => Promise<unknown>): Promise<number> {
  const began = process.cpuUsage()
  const until = performance.now() + SECONDS * 1000
  let n = 0
  while (performance.now() < until) {
    await act()
    n += 1
  }
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1000 / n
}

const settings = JSON.stringify({
  trust: { anchors: [{ trust_anchors: roots, trust_uri: 'urn:x', trust_kind: 'manifest' }] },
  verify: { remote_manifest_fetch: false, ocsp_fetch: false },
})
async function bare(format: string, bytes: Uint8Array): Promise<unknown> {
  const reader = await c2pa.WasmReader.fromBytes(format, bytes, settings)
  const store: unknown = JSON.parse(reader.json())
  reader.free()
  return store
}

await printMachine('Reading signed marks')
engine()
const signed: Record<string, Uint8Array> = {}
for (const [name, [format, bytes]] of Object.entries(SOURCES)) {
  const marked = await signElsewhere(bytes, format, who, { registration })
  const { verdict } = await look(marked, { lists, packs: [], engines: [engine()] })
  if (verdict.intact !== 'yes' || verdict.signer !== 'c2pa') throw new Error(`${name} is not read as it should be`)
  signed[name] = marked
  const costs = await interleave(ROUNDS, {
    bare: () => costOf(() => bare(format, marked)),
    ours: () => costOf(() => look(marked, { lists, packs: [], engines: [engine()] })),
  })
  console.log(
    `  ${name.padEnd(32)} engine ${spread(costs.bare)} ms, four answers ${spread(costs.ours)} ms of processor`,
  )
  printRatio(`  four answers / engine, ${name}`, median(costs.ours) / median(costs.bare), { most: 1.1 })
}

console.log('\nIn threads that can be killed')
const apart = async (bytes: Uint8Array): Promise<void> => {
  const looked = await lookApart({ bytes, lists, packs: [] })
  if (looked === 'busy') throw new Error('too much at once')
}
const before = memoryOf(process.pid).now
await Promise.all(Array.from({ length: 3 }, () => apart(signed['jpeg 0.1 MB'] ?? ZEROS)))
console.log(`  three threads, idle: ${(memoryOf(process.pid).now - before).toFixed(0)} MB more`)
for (const [name, bytes] of Object.entries(signed))
  printSamples(name, [await press(3, SECONDS * 10_000, () => apart(bytes))])
console.log(`  three threads, after 10 MB files: ${(memoryOf(process.pid).now - before).toFixed(0)} MB more`)

console.log('\nBeside files that were built to break them')
const small = signed['jpeg 0.1 MB'] ?? ZEROS
let over = false
let sent = 0
/** One visitor after the other sends the worst there is. */
async function attack(): Promise<void> {
  const all = Object.entries({ ...HOSTILE_MANIFESTS, ...HOSTILE })
  while (!over)
    for (const [, build] of all) {
      if (over) return
      ZEROS.fill(0)
      await lookApart({ bytes: build(), lists, packs: [] })
      sent += 1
    }
}
const alone = await press(2, SECONDS * 30_000, () => apart(small))
printSamples('two visitors', [alone])
const attacking = attack()
const beside = await press(2, SECONDS * 120_000, () => apart(small))
over = true
await attacking
printSamples(`the same beside ${sent} such files`, [beside])
printRatio('p99 beside / p99 alone', beside.p99 / alone.p99, { most: 2 })
await closeReaders()
