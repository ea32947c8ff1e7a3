import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test, type TestContext } from 'node:test'
import { until } from '../../../test/portal.ts'
import type { Told } from '../../../test/threads/misbehave.ts'
import { capMemory } from './cap.ts'
import { Pool, type PoolOptions } from './pool.ts'

const script = new URL('../../../test/threads/misbehave.ts', import.meta.url)
function poolFor(t: TestContext, more: Partial<PoolOptions> = {}): Pool<Told, number> {
  const bounds = { workers: 2, patience: 3000, patienceShared: 1500, waiting: 4, idle: 60_000, heap: 32 }
  const pool = new Pool<Told, number>({ script, ...bounds, ...more })
  t.after(() => pool.close())
  return pool
}

test('a job that hangs, throws, ends or fills its memory is answered, and the next one finds a thread', async (t) => {
  const pool = poolFor(t)
  for (const [told, why] of [
    ['throw', 'crash'],
    ['exit', 'crash'],
    ['fill', 'crash'],
    ['hang', 'time'],
  ] as const) {
    assert.deepEqual(await pool.run(told), { ok: false, why }, told)
    assert.equal((await pool.run('answer')).ok, true, `after ${told}`)
  }
})

test('one that hangs delays none of the others', async (t) => {
  const pool = poolFor(t)
  await Promise.all([pool.run('answer'), pool.run('answer')])
  const hung = pool.run('hang')
  const began = performance.now()
  const rest = await Promise.all(Array.from({ length: 4 }, () => pool.run('answer')))
  assert.ok(rest.every(({ ok }) => ok))
  assert.ok(performance.now() - began < 1000)
  assert.deepEqual(await hung, { ok: false, why: 'time' })
})

test('when every thread hangs, those who wait are served as soon as the share of time is over', async (t) => {
  const pool = poolFor(t, { patience: 60_000, patienceShared: 500 })
  const hung = [pool.run('hang'), pool.run('hang')]
  assert.equal((await pool.run('answer')).ok, true)
  // The one that was not in anybody's way may still be at it.
  assert.deepEqual(await Promise.race(hung), { ok: false, why: 'time' })
})

test('whoever comes when too many wait is told at once', async (t) => {
  const pool = poolFor(t, { workers: 1, waiting: 2 })
  const all = await Promise.all(Array.from({ length: 5 }, () => pool.run('slow')))
  assert.deepEqual(all.map((ran) => (ran.ok ? 'ok' : ran.why)).sort(), ['busy', 'busy', 'ok', 'ok', 'ok'])
})

test('threads are used again, and closing answers whoever is still waiting', async (t) => {
  const pool = poolFor(t, { workers: 1 })
  const [first, second] = [await pool.run('answer'), await pool.run('answer')]
  assert.deepEqual(first, second)
  const waiting = [pool.run('slow'), pool.run('slow')]
  await pool.close()
  assert.deepEqual(
    await Promise.all(waiting),
    Array.from({ length: 2 }, () => ({ ok: false, why: 'crash' })),
  )
  assert.deepEqual(await pool.run('answer'), { ok: false, why: 'busy' })
})

test('a thread that has nothing to do goes after a while', async (t) => {
  const pool = poolFor(t, { idle: 100 })
  await pool.run('answer')
  assert.equal(pool.state.threads, 1)
  await until(() => pool.state.threads === 0)
  assert.equal((await pool.run('answer')).ok, true)
})

test('the memory of a WebAssembly module is bounded, and the rest of it untouched', async () => {
  const engine = readFileSync(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm'))
  const module = new WebAssembly.Module(capMemory(engine, 64))
  const whole = new WebAssembly.Module(engine)
  assert.deepEqual(WebAssembly.Module.exports(module), WebAssembly.Module.exports(whole))
  const imports = Object.fromEntries(
    [...new Set(WebAssembly.Module.imports(module).map((one) => one.module))].map((name) => [
      name,
      Object.fromEntries(
        WebAssembly.Module.imports(module)
          .filter((one) => one.module === name)
          .map((one) => [one.name, () => 0]),
      ),
    ]),
  )
  const { memory } = new WebAssembly.Instance(module, imports).exports
  assert.ok(memory instanceof WebAssembly.Memory)
  const grown = (): number => memory.grow(64)
  assert.throws(grown, /grow/)
  assert.throws(() => capMemory(Uint8Array.from([0, 97, 115, 109, 1, 0, 0, 0]), 64), /no memory/)
})
