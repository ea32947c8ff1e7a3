import { randomUUID } from 'node:crypto'
import type { MarkingEngine } from '../src/mark/marking.ts'
import { compiledEngine, startEngine } from '../src/rooms/marks/engine.ts'
import { asLines, claimsOf, Orderer } from '../test/mark-claims.ts'
import { median, memoryOf, printMachine } from './measure.ts'
import { barePool, setting, withPortal } from './portal.ts'

/**
 * Signing in bulk: how fast a job is taken, signed and fetched, what it takes in the database, and how long one single
 * signature of the same organisation waits meanwhile; beside it 200 claims a call, as a program may also ask.
 */
const CLAIMS = Math.min(setting('BENCH_ROWS', 15_000), 15_000)
const SINGLE_MS = 50

await withPortal(async ({ portal, apiKey, owner }) => {
  const pool = barePool(owner, 1)
  const { rows } = await pool.query<{ ai_id: string }>('select ai_id from mark_certificate limit 1')
  const aiId = rows[0]?.ai_id ?? ''
  const engine = (await startEngine(compiledEngine())) as unknown as MarkingEngine
  const claims = await claimsOf(engine, aiId, CLAIMS)
  const body = asLines(claims)
  await printMachine(`Signing in bulk: ${CLAIMS} claims, ${(body.length / 1_048_576).toFixed(1)} MB of lines`, owner)
  const [first = new Uint8Array(0)] = claims
  const single = async (): Promise<number> => (await timed(() => ask('/marks/sign', { aiId, claim: base64(first) }))).ms
  const ask = async (path: string, sent: object): Promise<void> => {
    const answer = await fetch(`${portal.url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    await answer.arrayBuffer()
  }
  for (let n = 0; n < 50; n += 1) await single()
  const quiet = await several(100, single)
  const many = claims.slice(0, Math.min(1000, CLAIMS))
  const calls = await timed(async () => {
    for (let n = 0; n < many.length; n += 200)
      await ask('/marks/sign-many', { aiId, claims: many.slice(n, n + 200).map(base64) })
  })
  const orderer = new Orderer(portal.url, apiKey)
  const taken = await timed(() => orderer.order(aiId, body, randomUUID()))
  const began = performance.now()
  const meanwhile: number[] = []
  while ((await orderer.job(taken.value)).state !== 'done') {
    meanwhile.push(await single())
    await new Promise((resume) => setTimeout(resume, SINGLE_MS))
  }
  const seconds = (performance.now() - began) / 1000
  const fetched = await timed(() => orderer.results(taken.value))
  if (fetched.value.length !== CLAIMS) throw new Error(`${fetched.value.length} results of ${CLAIMS}`)
  await pool.query('vacuum mark_job_line')
  const size = await pool.query<{ bytes: number }>(`select pg_total_relation_size('mark_job_line')::float8 as bytes`)
  await pool.end()
  const memory = memoryOf(portal.pid)
  const ms = (all: readonly number[]): string => `${median(all).toFixed(0)} ms (most ${Math.max(...all).toFixed(0)})`
  for (const line of [
    `taken            ${taken.ms.toFixed(0)} ms until 202`,
    `signed           ${(CLAIMS / seconds).toFixed(0)} a second, ${seconds.toFixed(1)} s in all`,
    `fetched          ${(fetched.ms / 1000).toFixed(1)} s, 500 lines at a time`,
    `200 a call       ${((many.length / calls.ms) * 1000).toFixed(0)} a second, one call after the other`,
    `one signature    ${ms(quiet)} before, ${ms(meanwhile)} while the job ran (${meanwhile.length} asked)`,
    `in the database  ${((size.rows[0]?.bytes ?? 0) / CLAIMS).toFixed(0)} bytes a line, files and indexes`,
    `memory           ${memory.now.toFixed(0)} MB, peak ${memory.peak.toFixed(0)} MB`,
  ])
    console.log(`  ${line}`)
})

function base64(claim: Uint8Array): string {
  return Buffer.from(claim).toString('base64')
}

async function timed<T>(run: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const began = performance.now()
  const value = await run()
  return { value, ms: performance.now() - began }
}

async function several(times: number, run: () => Promise<number>): Promise<number[]> {
  const all: number[] = []
  for (let n = 0; n < times; n += 1) all.push(await run())
  return all
}
