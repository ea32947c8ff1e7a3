import { createAdaptorServer } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { createPublicKey, verify } from 'node:crypto'
import { Hono } from 'hono'
import { build } from 'esbuild'
import { judgeEvidence, parseEvidence, printEvidence } from '../src/log/evidence.ts'
import { openBrowser } from '../test/browser.ts'
import { paperPortal } from '../test/evidence.ts'
import { median, printMachine, printRatio, quantile, spread } from './measure.ts'
import { setting } from './portal.ts'

/**
 * Proofs in people's hands: so many receipts, each with its evidence, read and judged, all of which must hold; as many
 * with one byte changed, none of which may. Then the same in Chromium, one receipt at a time, as the page does it.
 */
const RECEIPTS = setting('BENCH_ROWS', 10_000)
const ROUNDS = setting('BENCH_ROUNDS', 5)

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
for (let round = 0; round < ROUNDS; round += 1) {
  const part = files.slice(round * share, (round + 1) * share)
  const began = performance.now()
  held += part.filter(holds).length
  rates.push((part.length / (performance.now() - began)) * 1000)
  bare.push(bareSignatures(Math.min(part.length, 2000)))
  accepted += part.map(changed).filter(holds).length
}
console.log(`  read and judged, one core        ${spread(rates)} receipts/s; ${held} of ${RECEIPTS} hold`)
console.log(`  bare: three signatures, openssl  ${spread(bare)} /s`)
console.log(`  with one character changed       ${accepted} of ${RECEIPTS} accepted`)
printRatio('judged / bare signatures', median(rates) / median(bare), { least: 0.02 })
await inBrowser()
if (held !== RECEIPTS || accepted !== 0) process.exitCode = 1

/** What no verifier can leave out: log, witness and document. */
function bareSignatures(many: number): number {
  const key = createPublicKey({ key: { ...portal.jwk }, format: 'jwk' })
  const [head = '', body = '', end = ''] = portal.jws(portal.receipt(1)).split('.')
  const [signed, signature] = [Buffer.from(`${head}.${body}`), Buffer.from(end, 'base64url')]
  const began = performance.now()
  for (let n = 0; n < many * 3; n += 1) verify(null, signed, key, signature)
  return (many / (performance.now() - began)) * 1000
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
