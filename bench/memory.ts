import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchPortal } from '../test/portal.ts'
import { noticeBody } from '../test/notices.ts'
import { ask, median, memoryOf, press, printMachine, printRatio, spread } from './measure.ts'
import { apiKeyOf, setting } from './portal.ts'

/** From nothing to the first answer, from a stopped portal to the next, and what the process holds before and under load. */
const STARTS = setting('BENCH_ROUNDS', 3)
const MS = setting('BENCH_MS', 15_000)

const home = mkdtempSync(join(tmpdir(), 'saola-bench-memory-'))
const undo: (() => Promise<void>)[] = []
const timed = async (dataDir: string) => {
  const began = performance.now()
  const portal = await launchPortal({ after: (step) => undo.push(step) }, dataDir)
  return { portal, seconds: (performance.now() - began) / 1000 }
}
try {
  await printMachine(`Starts and memory: ${STARTS} starts of each kind, ${MS} ms of load`)
  const [cold, warm]: [number[], number[]] = [[], []]
  for (let n = 0; n < STARTS; n += 1) {
    const dataDir = join(home, `data-${n}`)
    const first = await timed(dataDir)
    cold.push(first.seconds)
    await first.portal.stop()
    const next = await timed(dataDir)
    warm.push(next.seconds)
    await next.portal.stop()
  }
  console.log(`  cold start, database made and filled ${spread(cold)} s`)
  console.log(`  warm start                           ${spread(warm)} s`)

  const dataDir = join(home, 'data-0')
  const { portal } = await timed(dataDir)
  await new Promise((resume) => setTimeout(resume, 5000))
  const idle = memoryOf(portal.pid)
  const apiKey = apiKeyOf(dataDir)
  const headers = () => ({
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  })
  const register = () => ask(`${portal.url}/vi/register?q=tr%E1%BB%A3`)
  const kinds = [
    register,
    () => ask(`${portal.url}/en`),
    () => ask(`${portal.url}/api/v1/systems?limit=100`),
    () =>
      ask(`${portal.url}/api/v1/notices`, {
        method: 'POST',
        headers: headers(),
        body: JSON.stringify(noticeBody(`umbrella-${randomUUID()}`)),
      }),
  ]
  let n = 0
  let failed = 0
  const seen: number[] = []
  const watch = setInterval(() => seen.push(memoryOf(portal.pid).now), 200)
  const { perSecond } = await press(50, MS, async () => {
    const { status } = await (kinds[(n += 1) % kinds.length] ?? register)()
    if (status >= 400) failed += 1
  })
  clearInterval(watch)
  const loaded = memoryOf(portal.pid)
  console.log(`  idle ${Math.round(idle.now)} MB (largest while starting ${Math.round(idle.peak)} MB)`)
  console.log(
    `  under ${Math.round(perSecond)} requests a second of four kinds, 50 at a time (${failed} failed): median ${Math.round(median(seen))} MB, largest ${Math.round(loaded.peak)} MB`,
  )
  printRatio('idle MB', idle.now, { most: 200 })
  printRatio('largest MB under load', loaded.peak, { most: 400 })
} finally {
  for (const step of undo.toReversed()) await step()
  rmSync(home, { recursive: true, force: true })
}
