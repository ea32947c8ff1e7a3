import { spawnSync } from 'node:child_process'
import { createPublicKey, verify } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { build } from 'esbuild'
import { judgeEvidence, parseEvidence, printEvidence } from '../src/log/evidence.ts'
import { printVerifierKey } from '../src/log/key.ts'
import { openBrowser } from '../test/browser.ts'
import { paperPortal } from '../test/evidence.ts'
import { median, printMachine, printRatio, quantile, spread } from './measure.ts'
import { setting } from './portal.ts'

/**
 * Proofs in people's hands: so many receipts, each with its evidence, read and judged, all of which must hold; as many
 * with one character changed, none of which may. Then all of them again by the verifier in Python, which shares no line
 * with ours and must say the same of each; and in Chromium, one receipt at a time, as the page does it.
 */
const RECEIPTS = setting('BENCH_ROWS', 10_000)
const ROUNDS = setting('BENCH_ROUNDS', 5)

const SCRIPT = join(import.meta.dirname, '../verifiers/saola_verify.py')
/** So many files at a time: they are named on its command line. */
const SHARE = 500

const portal = paperPortal()
const trust = portal.witnessed
const files = (await portal.evidence(Array.from({ length: RECEIPTS }, (_, n) => portal.receipt(n)))).map(printEvidence)
const holds = (file: string): boolean => {
  const read = parseEvidence(file)
  return read.ok && judgeEvidence(read.value, trust).holds
}

await printMachine(`Verification of ${RECEIPTS} receipts`)
let seed = 20_261_122
const chance = (below: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
  return seed % below
}
const changed = (file: string): string => {
  const at = chance(file.length)
  const other = String.fromCharCode(33 + chance(90))
  return file[at] === other ? changed(file) : file.slice(0, at) + other + file.slice(at + 1)
}

const rates: number[] = []
const bare: number[] = []
const share = Math.ceil(RECEIPTS / ROUNDS)
let [held, accepted] = [0, 0]
const spoilt: string[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  const part = files.slice(round * share, (round + 1) * share)
  const began = performance.now()
  held += part.filter(holds).length
  rates.push((part.length / (performance.now() - began)) * 1000)
  bare.push(bareSignatures(Math.min(part.length, 2000)))
  const other = part.map(changed)
  accepted += other.filter(holds).length
  spoilt.push(...other)
}
console.log(`  read and judged, one core        ${spread(rates)} receipts/s; ${held} of ${RECEIPTS} hold`)
console.log(`  bare: three signatures, openssl  ${spread(bare)} /s`)
console.log(`  with one character changed       ${accepted} of ${RECEIPTS} accepted`)
printRatio('judged / bare signatures', median(rates) / median(bare), { least: 0.02 })
const disagreed = byTheSecond()
await inBrowser()
if (held !== RECEIPTS || accepted !== 0 || disagreed !== 0) process.exitCode = 1

/** What no verifier can leave out: log, witness and document. */
function bareSignatures(many: number): number {
  const key = createPublicKey({ key: { ...portal.jwk }, format: 'jwk' })
  const [head = '', body = '', end = ''] = portal.jws(portal.receipt(1)).split('.')
  const [signed, signature] = [Buffer.from(`${head}.${body}`), Buffer.from(end, 'base64url')]
  const began = performance.now()
  for (let n = 0; n < many * 3; n += 1) verify(null, signed, key, signature)
  return (many / (performance.now() - began)) * 1000
}

/** Of how many files the other implementation says otherwise: every good one, and a tenth of the changed ones. */
function byTheSecond(): number {
  const { policy, keys } = trust
  const lines = [
    ...policy.logs.map(({ key }) => `log ${printVerifierKey(key)}`),
    ...policy.witnesses.map(({ name, key }) => `witness ${name} ${printVerifierKey(key)}`),
    `quorum ${policy.witnesses[0]?.name}`,
  ]
  const home = mkdtempSync(join(tmpdir(), 'saola-second-'))
  try {
    writeFileSync(join(home, 'policy'), `${lines.join('\n')}\n`)
    writeFileSync(join(home, 'keys'), JSON.stringify({ keys }))
    const began = performance.now()
    const green = countGreen(home, files)
    const seconds = (performance.now() - began) / 1000
    const bad = spoilt.filter((_, n) => n % 10 === 0)
    const accepting = countGreen(home, bad)
    console.log(
      `  by the verifier in Python        ${Math.round(files.length / seconds)} receipts/s; ${green} of ${files.length} hold; of ${bad.length} changed ones ${accepting} accepted`,
    )
    return files.length - green + accepting
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

function countGreen(home: string, all: readonly string[]): number {
  let green = 0
  for (let from = 0; from < all.length; from += SHARE) {
    const part = all.slice(from, from + SHARE)
    const cwd = join(home, String(from))
    mkdirSync(cwd, { recursive: true })
    for (const [n, file] of part.entries()) writeFileSync(join(cwd, String(n)), file)
    const args = [SCRIPT, 'evidence', ...part.keys(), '--policy', '../policy', '--keys', '../keys', '--json'].map(
      String,
    )
    const { stdout, stderr, error } = spawnSync('python3', args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 28 })
    if (error !== undefined || stderr !== '') throw new Error(`python3 could not check: ${error?.message ?? stderr}`)
    const said = JSON.parse(stdout) as readonly { readonly verdict: string }[]
    green += said.filter(({ verdict }) => verdict === 'green').length
  }
  return green
}

async function inBrowser(): Promise<void> {
  const contents = `export { parseEvidence, judgeEvidence } from './evidence.ts'; export { parsePolicy } from './policy.ts'`
  const resolveDir = new URL('../src/log', import.meta.url).pathname
  const made = await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    globalName: 'log',
    target: 'es2020',
  })
  const app = new Hono().get('/', (c) => c.html('<!doctype html><title>x</title>'))
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    await page.addScriptTag({ content: made.outputFiles[0]?.text ?? '' })
    // Keys travel as plain values; the page would read them from the text of its policy.
    const known = JSON.stringify(trust, (_, value: unknown) => (value instanceof Uint8Array ? [...value] : value))
    await page.evaluate(`globalThis.trust = JSON.parse(${JSON.stringify(known)}, (key, value) =>
      key === 'bytes' ? Uint8Array.from(value) : value)`)
    const took = await page.evaluate(
      (all) => {
        const { log, trust: own } = globalThis as unknown as {
          log: {
            parseEvidence(text: string): { value: object }
            judgeEvidence(e: object, t: object): { holds: boolean }
          }
          trust: object
        }
        return all.map((text) => {
          const before = performance.now()
          const ok = log.judgeEvidence(log.parseEvidence(text).value, own).holds
          return ok ? performance.now() - before : Number.NaN
        })
      },
      files.slice(0, 300),
    )
    if (took.some(Number.isNaN)) throw new Error('a receipt did not hold in the browser')
    const [p50, p99] = [quantile(took, 0.5), quantile(took, 0.99)].map((ms) => ms.toFixed(1))
    console.log(`  a receipt in Chromium            first ${took[0]?.toFixed(1)} ms, p50 ${p50} ms, p99 ${p99} ms`)
  } finally {
    await browser.close()
    await new Promise((closed) => server.close(closed))
  }
}
