import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import pg from 'pg'
import { interleave, median, mustAnswer, press, printMachine, printRatio, printSamples } from './measure.ts'
import { setting, withPortal } from './portal.ts'

/** The public record by AI-ID against a bare node:http handler, in a process of its own too, with the same query. */
const PARALLEL = 20
const ROUNDS = setting('BENCH_ROUNDS', 5)
const MS = setting('BENCH_MS', 4000)

await withPortal(async ({ portal, owner }) => {
  await printMachine(`Record by AI-ID: ${PARALLEL} at a time, ${ROUNDS} rounds of ${MS} ms`, owner)
  const ids = await aiIds(owner)
  const bare = await startBare(owner)
  try {
    let n = 0
    const reading = (site: string) => () =>
      press(PARALLEL, MS, () => mustAnswer(`${site}/api/v1/systems/${ids[((n += 1)) % ids.length]}`, 200))
    for (const site of [portal.url, bare.url])
      await press(PARALLEL, 1000, () => mustAnswer(`${site}/api/v1/systems/${ids[0]}`, 200))
    const samples = await interleave(ROUNDS, { portal: reading(portal.url), bare: reading(bare.url) })
    printSamples('portal, GET /systems/{aiId}', samples.portal)
    printSamples('bare node:http, same query', samples.bare)
    const rate = (of: typeof samples.bare) => median(of.map((s) => s.perSecond))
    printRatio('portal / bare handler', rate(samples.portal) / rate(samples.bare), { least: 0.5 })
  } finally {
    bare.stop()
  }
})

async function aiIds(owner: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  try {
    const { rows } = await client.query<{ ai_id: string }>('select ai_id from register_entry order by 1')
    return rows.map((row) => row.ai_id)
  } finally {
    await client.end()
  }
}

async function startBare(owner: string): Promise<{ url: string; stop(): void }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'bare-handler.ts'), owner], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const url of createInterface(child.stdout)) return { url, stop: () => void child.kill() }
  throw new Error('the bare handler did not start')
}
