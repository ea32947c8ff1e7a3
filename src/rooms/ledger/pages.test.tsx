import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createApp } from '../../app.tsx'
import { createJournal } from '../../journal.ts'
import { actAtOnce, ledgerOf, library, logSigner } from '../../../test/ledger.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { complaints } from '../../../test/html.ts'
import { printVerifierKey } from '../../log/key.ts'
import { startWriter, writeAll } from './actions.ts'
import { until } from '../../../test/portal.ts'

const { kit, owner } = await freshDatabase()
let held: string | undefined
const log = { problem: () => held }
const app = createApp(kit, { pools: {}, trustProxy: 0, journal: createJournal('silent'), log })
const get = async (path: string) => {
  const response = await app.request(path)
  return { response, body: Buffer.from(await response.arrayBuffer()), cache: response.headers.get('cache-control') }
}

test('before the log begins, its page and its files are not there', async () => {
  assert.equal((await get('/vi/log')).response.status, 404)
  assert.equal((await get('/log/checkpoint')).response.status, 404)
  assert.equal((await get('/api/v1/log/head')).response.status, 404)
})

test('the running portal writes the log by itself, says its keys, and stops when told', async () => {
  const signer = logSigner(kit)
  const problems: unknown[] = []
  const keys = { signers: [signer], known: [signer.key] }
  const writer = startWriter(kit, { ...keys, onProblem: (error) => problems.push(error), everyMs: 20 })
  await actAtOnce(kit, await library(kit), 300)
  await until(async () => (await get('/log/checkpoint')).body.toString().split('\n')[1] === '300')
  await writer.stop()
  assert.deepEqual([problems, writer.problem()], [[], undefined])
  assert.equal((await get('/log/keys')).body.toString(), `${printVerifierKey(signer.key)}\n`)
  await writeAll(ledgerOf(kit, { leaseSeconds: 30 }))
})

test('tiles are served as they lie: full ones for ever, the rest briefly, all of it to any page', async () => {
  for (const [path, cache] of [
    ['tile/0/000', 'public, max-age=31536000, immutable'],
    ['tile/entries/000', 'public, max-age=31536000, immutable'],
    ['tile/0/001.p/44', 'public, max-age=60'],
    ['tile/entries/001.p/44', 'public, max-age=60'],
    ['checkpoint', 'public, max-age=1, must-revalidate'],
  ] as const) {
    const found = await get(`/log/${path}`)
    assert.deepEqual([found.response.status, found.cache], [200, cache], path)
    assert.equal(found.response.headers.get('access-control-allow-origin'), '*')
    assert.deepEqual(found.body, readFileSync(join(kit.site.log.folder, path)))
  }
})

test('nothing but the log is served from its folder', async () => {
  for (const path of [
    'tile/0/002',
    'tile/0/0',
    'tile/0/%2e%2e/000',
    '.staged',
    '.new/x',
    'tile/../checkpoint.',
    'x',
    '',
  ])
    assert.equal((await get(`/log/${path}`)).response.status, 404, path)
})

test('its page says size, root, keys and what it does not prove, in both languages', async () => {
  const head = JSON.parse((await get('/api/v1/log/head')).body.toString()) as { root: string; size: number }
  assert.equal(head.size, 300)
  for (const [lang, words] of [
    ['vi', /không chứng minh rằng nội dung khai báo là đúng/],
    ['en', /does not prove that what was declared is true/],
  ] as const) {
    const { response, body } = await get(`/${lang}/log`)
    const html = body.toString()
    assert.equal(response.status, 200)
    assert.match(html, words)
    assert.ok(html.includes(head.root) && html.includes('300'))
    assert.deepEqual(await complaints(html), [])
  }
})

test('a log that refuses keeps the portal ready, and says why to whoever watches', async () => {
  const ready = await get('/readyz')
  assert.equal(ready.body.toString(), 'ready\n')
  await owner.query('delete from log_head')
  const signer = logSigner(kit)
  const writer = startWriter(kit, { signers: [signer], known: [signer.key], onProblem: () => undefined })
  await owner.query('update log_counter set holder = null')
  await until(() => writer.problem() !== undefined)
  held = writer.problem()
  await writer.stop()
  const { response, body } = await get('/readyz')
  assert.equal(response.status, 200)
  assert.match(body.toString(), /^ready, but the public log needs a person: The published log holds 300 acts/)
  assert.match((await get('/metrics')).body.toString(), /saola_log_problem 1/)
})
