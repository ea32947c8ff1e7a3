import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as path } from 'node:path'
import { GENERATED } from '../src/mark/corpus-generators.ts'
import { bytesOf, join, jpeg, mp4, riff, riffChunk, tiff } from '../src/mark/corpus.ts'
import { writePacket } from '../src/mark/own.ts'
import { scan } from '../src/mark/scan.ts'
import { readTraces } from '../src/mark/traces.ts'
import { judge } from '../src/mark/verdict.ts'
import { interleave, median, memoryOf, printMachine, printRatio, spread } from './measure.ts'
import { setting } from './portal.ts'

/**
 * Files per second and core: the scanner alone, with its readers, and with the verdict; on the corpus of small files and
 * on large ones. Then the same files through exiftool, where it is installed, all in one call, so that its start is
 * shared by all of them.
 */
/** From npm (`npm ci --prefix bench --ignore-scripts`; it needs perl), or of the system. */
const VENDORED = path(import.meta.dirname, 'node_modules/exiftool-vendored.pl/bin/exiftool')
const EXIFTOOL = existsSync(VENDORED) ? VENDORED : 'exiftool'
const ROUNDS = setting('BENCH_ROUNDS', 5)
const SECONDS = setting('BENCH_MS', 1000) / 1000

const PACKET = writePacket({ statement: 'created-by-ai', aiId: 'AI-2026-000042-K', contentId: '0123456789ab' })
const SMALL = [...GENERATED.map((g) => g.bytes), jpeg({ xmp: PACKET, exif: tiff({ 0x0131: 'Camera 1' }) })]
/** The sizes of marks.md, 2.2; what lies between the labels is never looked at. */
const LARGE: Readonly<Record<string, Uint8Array>> = {
  'jpeg 4.9 MB': join(jpeg({ xmp: PACKET }).subarray(0, -2), new Uint8Array(4_900_000), bytesOf('\xff\xd9')),
  'mp4 10.3 MB': join(mp4('isom', { AIGC: '{"Label":"1"}' }), bytesOf('\0\0\0\0mdat'), new Uint8Array(10_300_000)),
  'wav 10.6 MB': riff('WAVE', [riffChunk('data', new Uint8Array(10_600_000)), riffChunk('_PMX', bytesOf('<x/>'))]),
}

/** Per second of processor time. */
function rateOf(files: readonly Uint8Array[], act: (bytes: Uint8Array) => unknown): Promise<number> {
  const began = process.cpuUsage()
  const until = performance.now() + SECONDS * 1000
  let n = 0
  while (performance.now() < until)
    for (const bytes of files) {
      act(bytes)
      n += 1
    }
  const { user, system } = process.cpuUsage(began)
  return Promise.resolve((n * 1e6) / (user + system))
}

/** Processor seconds of the children that ended, as the kernel counts them in hundredths. */
function childrenCpu(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

/** Per second of processor time, its start shared by a thousand files. */
function exiftool(folder: string, count: number): Promise<number> {
  const began = childrenCpu()
  // A folder would be looked through for known endings, and these files have none.
  const { stdout } = spawnSync(EXIFTOOL, ['-q', '-q', '-j', '-@', path(folder, 'list')], { maxBuffer: 1 << 28 })
  const read = (JSON.parse(stdout.toString()) as unknown[]).length
  if (read !== count) throw new Error(`exiftool read ${read} of ${count} files`)
  return Promise.resolve(count / (childrenCpu() - began))
}

await printMachine(`Labels: ${SMALL.length} small files in ${new Set(GENERATED.map((g) => g.form)).size} forms`)
for (const bytes of SMALL)
  if (readTraces(scan(bytes)).length === 0) throw new Error('a label of the corpus is not found')
const rates = await interleave(ROUNDS, {
  scan: () => rateOf(SMALL, scan),
  traces: () => rateOf(SMALL, (bytes) => readTraces(scan(bytes))),
  verdict: () => rateOf(SMALL, (bytes) => judge({ scan: scan(bytes) })),
})
for (const [name, all] of Object.entries(rates))
  console.log(`  ${name.padEnd(12)} ${spread(all)} files per second and core`)
for (const [name, bytes] of Object.entries(LARGE)) {
  const rate = await rateOf([bytes], (b) => judge({ scan: scan(b) }))
  console.log(`  ${name.padEnd(12)} ${(1000 / rate).toFixed(3)} ms a file`)
}
console.log(`  memory of this process ${memoryOf(process.pid).peak.toFixed(0)} MB at most`)

if (spawnSync(EXIFTOOL, ['-ver']).status !== 0) console.log('  exiftool is not installed: not compared')
else {
  const folder = mkdtempSync(path(tmpdir(), 'marks-'))
  try {
    const count = 1000
    for (let n = 0; n < count; n += 1) writeFileSync(path(folder, String(n)), SMALL[n % SMALL.length] ?? '')
    writeFileSync(path(folder, 'list'), Array.from({ length: count }, (_, n) => path(folder, String(n))).join('\n'))
    const theirs = await interleave(ROUNDS, { exiftool: () => exiftool(folder, count) })
    console.log(`  ${'exiftool'.padEnd(12)} ${spread(theirs.exiftool)} files per second and core`)
    printRatio('scanner with verdict / exiftool', median(rates.verdict) / median(theirs.exiftool), { least: 50 })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
