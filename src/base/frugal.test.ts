import assert from 'node:assert/strict'
import { constants, PerformanceObserver } from 'node:perf_hooks'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import { frugally } from './frugal.ts'

/** Full collections while some 200 MB pass through a heap that keeps 20, each living long enough to look like kept. */
async function collections(): Promise<number> {
  let full = 0
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (
        (entry as PerformanceEntry & { detail: { kind: number } }).detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR
      )
        full += 1
  })
  observer.observe({ entryTypes: ['gc'] })
  const kept = Array.from({ length: 100_000 }, (_, n) => ({ n, text: `kept ${n}` }))
  let recent: object[] = []
  for (let n = 0; n < 3_000_000; n += 1) {
    recent.push({ n, text: `passing ${n}`, more: [n] })
    if (recent.length < 100_000) continue
    recent = []
    await turn()
  }
  assert.equal(kept.length, 100_000)
  await turn()
  observer.disconnect()
  return full
}
test('a frugal run collects sooner, and only until it is over, well or not', async () => {
  const before = await collections()
  const during = await frugally(collections)
  await assert.rejects(
    frugally(() => Promise.reject(new Error('the disk is full'))),
    /the disk is full/,
  )
  const after = await collections()
  assert.ok(during > before && during > after, `${before}, ${during}, ${after} full collections`)
})
