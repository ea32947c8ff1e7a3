import assert from 'node:assert/strict'
import type { Server } from 'node:http'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { createAdaptorServer } from '@hono/node-server'
import { z } from 'zod'
import { freshDatabase } from '../../test/kit.ts'
import { sha256 } from '../base/hash.ts'
import { done, refuse } from '../base/outcome.ts'
import { readRange } from './ranges.ts'
import { api, file, page, type Route } from './route.ts'
import { type Ports, SESSION, serve } from './server.ts'

const { kit } = await freshDatabase()
const folder = await mkdtemp(join(tmpdir(), 'saola-ranges-'))
const TEXT = 'ô ơ ư '.repeat(5000)
const BYTES = Buffer.from(TEXT)
writeFileSync(join(folder, 'a.csv'), BYTES)
writeFileSync(join(folder, 'none.csv'), '')

let stands = 'một'
let minute = 0

const routes: readonly Route[] = [
  api({
    name: 'read',
    method: 'get',
    path: '/read',
    who: 'anyone',
    summary: { vi: '', en: '' },
    output: z.object({ stands: z.string() }),
    handle: async () => done({ stands }),
  }),
  page({
    name: 'open',
    method: 'get',
    path: '/open',
    who: 'anyone',
    open: true,
    handle: async (asked) => {
      const aside = `Lúc ${minute} phút.`
      return done({ show: asked.page({ title: 'A', children: `${stands} ${aside}` }), json: { stands }, aside })
    },
  }),
  page({
    name: 'closed',
    method: 'get',
    path: '/closed',
    who: 'anyone',
    handle: async (asked) => done({ show: asked.page({ title: 'A', children: 'a' }) }),
  }),
  file({
    name: 'file',
    path: '/files/{name}',
    handle: async (_, { name = '' }) => {
      const size = name === 'a.csv' ? BYTES.length : 0
      const hash = sha256(name === 'a.csv' ? BYTES : '')
      return ['a.csv', 'none.csv'].includes(name)
        ? done({ type: 'text/csv; charset=utf-8', body: { path: join(folder, name), size, sha256: hash } })
        : refuse({ code: 'x.unknown' })
    },
  }),
]

const ports: Ports = {
  refusals: { sort: { 'x.unknown': 'absent' }, says: { 'x.unknown': { vi: '', en: '' } }, cite: (c) => c },
  whoIs: async (_, token) =>
    token === 'lan'
      ? { kind: 'person', account: 'a' as never, name: 'Lan', email: 'x', lang: 'vi', acting: null, seat: null }
      : { kind: 'visitor' },
  whoHolds: async () => ({
    kind: 'program',
    key: 'k',
    acting: { party: 'p' as never, name: '', role: 'filer' },
    scopes: [],
  }),
  frame: (asked, content) =>
    `<html lang="vi"><title>${content.title}</title>${String(content.children)} ${asked.actor.kind}</html>` as never,
  problemPage: () => ({ title: 'no' }),
  signIn: () => '/',
  flooded: () => false,
  observe: () => undefined,
  fault: (error) => console.error(error),
}

const app = serve(kit, routes, ports)
const server = createAdaptorServer({ fetch: app.fetch }) as Server
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
const port = (server.address() as { port: number }).port
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`http://127.0.0.1:${port}${path}`, { method, headers })

test.after(async () => {
  server.close()
  server.closeAllConnections()
  await rm(folder, { recursive: true })
})

for (const path of ['/api/v1/read', '/vi/open'])
  test(`${path} comes again as nothing until what it says has changed`, async () => {
    stands = 'một'
    const first = await ask(path)
    const etag = first.headers.get('etag') ?? ''
    assert.match(etag, /^W\/"[0-9a-f]{32}"$/)
    assert.equal(first.headers.get('cache-control'), 'no-cache')
    for (const held of [etag, `"x", ${etag}`, etag.replace('W/', ''), '*']) {
      const again = await ask(path, { 'if-none-match': held })
      assert.equal(again.status, 304, held)
      assert.equal(again.headers.get('etag'), etag)
      assert.equal(await again.text(), '')
    }
    minute += 1
    assert.equal((await ask(path, { 'if-none-match': etag })).status, 304, 'when it was read does not count')
    assert.equal((await ask(path, { 'if-none-match': '"x"' })).status, 200)
    stands = 'hai'
    const changed = await ask(path, { 'if-none-match': etag })
    assert.equal(changed.status, 200)
    assert.notEqual(changed.headers.get('etag'), etag)
    assert.match(await changed.text(), /hai/)
  })

test('what somebody who is known gets is kept by nobody', async () => {
  for (const [path, headers] of [
    ['/vi/open', { cookie: `${SESSION}=lan` }],
    ['/vi/open', { cookie: `${SESSION}=whatever` }],
    ['/vi/closed', {}],
    ['/api/v1/read', { authorization: 'Bearer k' }],
  ] as const) {
    const answer = await ask(path, headers)
    assert.equal(answer.headers.get('cache-control'), 'no-store', path)
    assert.equal(answer.headers.get('etag'), null)
    const again = await ask(path, { ...headers, 'if-none-match': '*' })
    assert.equal(again.status, 200)
  }
})

test('page and data at one address are told apart by whoever keeps them', async () => {
  const [page, data] = [await ask('/vi/open'), await ask('/vi/open', { accept: 'application/json' })]
  assert.notEqual(page.headers.get('etag'), data.headers.get('etag'))
  for (const answer of [page, data]) assert.match(answer.headers.get('vary') ?? '', /accept, cookie/)
})

test('a file comes whole with a strong tag, uncompressed, and as headers alone', async () => {
  const whole = await ask('/files/a.csv', { 'accept-encoding': 'gzip' })
  assert.equal(whole.headers.get('etag'), `"${sha256(BYTES)}"`)
  assert.equal(whole.headers.get('accept-ranges'), 'bytes')
  assert.equal(whole.headers.get('content-encoding'), null)
  assert.equal(whole.headers.get('content-length'), String(BYTES.length))
  assert.deepEqual(Buffer.from(await whole.arrayBuffer()), BYTES)
  const head = await ask('/files/a.csv', {}, 'HEAD')
  assert.equal(head.status, 200)
  assert.equal(head.headers.get('content-length'), String(BYTES.length))
  assert.equal((await ask('/files/a.csv', { 'if-none-match': `"${sha256(BYTES)}"` })).status, 304)
  assert.equal((await ask('/files/none.csv')).headers.get('content-length'), '0')
  assert.equal((await ask('/files/other.csv')).status, 404)
})

test('parts of a file fit together, and a part that is not there is refused', async () => {
  const part = async (range: string, more: Record<string, string> = {}) => {
    const answer = await ask('/files/a.csv', { range, ...more })
    return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
  }
  const size = BYTES.length
  for (const [range, from, to] of [
    ['bytes=0-9', 0, 9],
    ['bytes=10-', 10, size - 1],
    ['bytes=-5', size - 5, size - 1],
    [`bytes=5-${size * 2}`, 5, size - 1],
    [`bytes=-${size * 2}`, 0, size - 1],
  ] as const) {
    const { answer, bytes } = await part(range)
    assert.equal(answer.status, 206, range)
    assert.equal(answer.headers.get('content-range'), `bytes ${from}-${to}/${size}`)
    assert.deepEqual(bytes, BYTES.subarray(from, to + 1))
  }
  for (const range of [`bytes=${size}-`, 'bytes=-0']) {
    const { answer } = await part(range)
    assert.equal(answer.status, 416, range)
    assert.equal(answer.headers.get('content-range'), `bytes */${size}`)
  }
  for (const range of ['bytes=9-0', 'lines=1-2', 'bytes=0-1,4-5', 'bytes=-', 'x'])
    assert.equal((await part(range)).answer.status, 200, range)
  assert.equal((await part('bytes=0-9', { 'if-range': `"${sha256(BYTES)}"` })).answer.status, 206)
  const other = await part('bytes=0-9', { 'if-range': '"another"' })
  assert.deepEqual([other.answer.status, other.bytes.length], [200, size], 'a part of another version helps nobody')
  assert.equal((await part('bytes=0-9', { 'if-range': 'Sun, 22 Nov 2026 00:00:00 GMT' })).answer.status, 200)
  assert.equal(readRange('bytes=0-0', 0), 'unsatisfiable')
})
