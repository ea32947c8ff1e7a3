import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { freshDatabase } from '../../test/kit.ts'
import type { Actor, PartyId } from '../base/actor.ts'
import { done, refuse } from '../base/outcome.ts'
import { post } from '../post/mail.ts'
import { api, page, type Route } from './route.ts'
import { type Ports, SESSION, serve } from './server.ts'

const { kit, owner } = await freshDatabase()

const MEMBER = { party: '00000000-0000-7000-8000-000000000001' as PartyId, name: 'Thư viện Ô', role: 'owner' } as const
const PROGRAM: Actor = { kind: 'program', key: 'k1', acting: MEMBER, scopes: ['notices:write'] }
const PERSON = {
  kind: 'person',
  account: 'a' as never,
  name: 'Lan',
  email: 'lan@thuvien.example',
  lang: 'vi',
  acting: MEMBER,
  seat: null,
} satisfies Actor

let hold: Promise<void> | undefined
let entered: () => void = () => undefined
const Word = z.strictObject({
  word: z.string().min(1).max(20),
  how: z.enum(['keep', 'refuse', 'fault', 'leak']).default('keep'),
})

/** Writes one mail: something that can be counted. */
const write = (db: typeof kit.db, word: string) =>
  post(
    db,
    { about: `word ${word} ${Math.trunc(performance.now() * 1000)}`, to: 'x@example.org', subject: word, body: '' },
    kit.now(),
  )

const routes: readonly Route[] = [
  api({
    name: 'say',
    method: 'post',
    path: '/words',
    who: { scope: 'notices:write' },
    summary: { vi: '', en: '' },
    body: Word,
    output: z.strictObject({ said: z.string(), at: z.number() }),
    status: 201,
    async handle(asked, { body }) {
      await write(asked.db, body.word)
      entered()
      await hold
      if (body.how === 'refuse')
        return refuse({ code: 'word.refused', field: 'word', cite: 'L10.3', facts: { word: body.word } })
      if (body.how === 'fault') throw new Error('boom')
      const said = { said: body.word, at: performance.now() }
      return done(body.how === 'leak' ? { ...said, secret: 1 } : said)
    },
  }),
  api({
    name: 'ask',
    method: 'post',
    path: '/asks',
    who: 'anyone',
    stateless: true,
    summary: { vi: '', en: '' },
    body: Word,
    output: z.object({ said: z.string() }),
    handle: async (_, { body }) => done({ said: body.word }),
  }),
  api({
    name: 'find',
    method: 'get',
    path: '/words/{word}',
    who: 'anyone',
    summary: { vi: '', en: '' },
    params: z.object({ word: z.string().max(5) }),
    output: z.object({ word: z.string() }),
    handle: async (_, { params }) =>
      params.word === 'none' ? refuse({ code: 'word.unknown' }, { code: 'word.refused' }) : done(params),
  }),
  page({
    name: 'form',
    method: 'get',
    path: '/form',
    who: 'viewer',
    handle: async (asked) => done({ show: asked.page({ title: 'Form', children: <p>{asked.lang}</p> }) }),
  }),
  page({
    name: 'postForm',
    method: 'post',
    path: '/form',
    who: 'filer',
    async handle(asked, { form }) {
      await write(asked.db, String(form.word))
      return form.word === ''
        ? done({ show: asked.page({ title: 'Form', children: <p>empty</p> }), status: 422 })
        : done({ goTo: asked.to(`/form?${performance.now()}`) })
    },
  }),
  page({
    name: 'whisper',
    method: 'post',
    path: '/whisper',
    who: 'anyone',
    discreet: true,
    async handle(asked, { form }) {
      await write(asked.db, String(form.word))
      return done({ show: asked.page({ title: 'Whisper', children: <p>{asked.actor.kind}</p> }), keep: true })
    },
  }),
]

const ports: Ports = {
  refusals: {
    sort: { 'word.refused': 'untimely', 'word.unknown': 'absent' },
    says: {
      'word.refused': { vi: 'Không nhận {word}.', en: 'Not {word}.' },
      'word.unknown': { vi: 'Không có.', en: 'None.' },
    },
    cite: (c) => c,
  },
  whoIs: async (_, token) =>
    token === 'lan'
      ? PERSON
      : token === 'viewer'
        ? { ...PERSON, acting: { ...MEMBER, role: 'viewer' } }
        : { kind: 'visitor' },
  whoHolds: async (_, key) =>
    key === 'right' ? PROGRAM : key === 'weak' ? { ...PROGRAM, scopes: [] } : { kind: 'visitor' },
  frame: (_, content) => <html lang="vi">{content.children}</html>,
  problemPage: (asked, p) => ({ title: '', children: <p>{`${p.status} ${p.errors[0]?.[asked.lang]}`}</p> }),
  flooded: () => false,
  signIn: (lang, back) => `/${lang}/sign-in?back=${encodeURIComponent(back)}`,
  observe: () => undefined,
  fault: () => undefined,
}
const app = serve(kit, routes, ports)

interface Call {
  readonly key?: string
  readonly auth?: string
  readonly type?: string
}
const say = (body: unknown, { key = crypto.randomUUID(), auth = 'right', type = 'application/json' }: Call = {}) =>
  app.request('/api/v1/words', {
    method: 'POST',
    headers: {
      ...(auth ? { authorization: `Bearer ${auth}` } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
      'content-type': type,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const codeOf = async (response: Response): Promise<string> => ((await response.json()) as { code: string }).code
const words = async (word: string): Promise<number> =>
  Number((await owner.query('select count(*) as n from outbox where subject = $1', [word])).rows[0].n)

test('a repeated key gets the same status, headers and bytes, and the act is done once', async () => {
  const key = crypto.randomUUID()
  const first = await say({ word: 'once' }, { key })
  const second = await say({ word: 'once' }, { key })
  assert.equal(first.status, 201)
  assert.equal(second.status, 201)
  assert.equal(second.headers.get('content-type'), first.headers.get('content-type'))
  assert.equal(await second.text(), await first.text())
  assert.equal(await words('once'), 1)
})

test('a key is needed, may not come with another body, and belongs to its holder, method and path', async () => {
  assert.equal(await codeOf(await say({ word: 'a' }, { key: '' })), 'rim.idempotency-missing')
  assert.equal((await say({ word: 'a' }, { key: 'x'.repeat(201) })).status, 400)
  const key = crypto.randomUUID()
  await say({ word: 'a' }, { key })
  const other = await say({ word: 'b' }, { key })
  assert.equal(other.status, 422)
  assert.equal(await codeOf(other), 'rim.idempotency-other')
})

test('while a request with the key is being handled, the second is told so', async () => {
  let release = () => undefined as void
  hold = new Promise((resolve) => (release = resolve))
  const inside = new Promise<void>((resolve) => (entered = resolve))
  const key = crypto.randomUUID()
  const first = say({ word: 'slow' }, { key })
  await inside
  const second = await say({ word: 'slow' }, { key })
  assert.equal(second.status, 409)
  assert.equal(await codeOf(second), 'rim.idempotency-in-flight')
  release()
  hold = undefined
  assert.equal((await first).status, 201)
})

test('what is refused or fails leaves nothing behind, not even its key', async () => {
  const key = crypto.randomUUID()
  const refused = await say({ word: 'no', how: 'refuse' }, { key })
  assert.equal(refused.status, 409)
  const problem = (await refused.json()) as { errors: unknown[] }
  assert.deepEqual(problem.errors, [
    {
      code: 'word.refused',
      vi: 'Không nhận no.',
      en: 'Not no.',
      pointer: '/word',
      cite: 'L10.3',
      facts: { word: 'no' },
    },
  ])
  assert.equal((await say({ word: 'no', how: 'fault' })).status, 500)
  assert.equal((await say({ word: 'no', how: 'leak' })).status, 500)
  assert.equal(await words('no'), 0)
  assert.equal((await say({ word: 'yes' }, { key })).status, 201)
})

test('every problem of shape comes at once, each with a pointer, in both languages', async () => {
  const response = await say({ how: 'never', more: 1 })
  assert.equal(response.status, 422)
  assert.equal(response.headers.get('content-type'), 'application/problem+json')
  const { errors } = (await response.json()) as { errors: { code: string; pointer: string; vi: string; en: string }[] }
  assert.deepEqual(
    errors.map((e) => `${e.code} ${e.pointer}`).toSorted((a, b) => a.localeCompare(b)),
    ['form.choice /how', 'form.missing /word', 'form.unknown /more'],
  )
  assert.ok(errors.every((e) => e.vi && e.en))
})

test('the rim judges key, scope, type, size, JSON and characters before any room is asked', async () => {
  const table: readonly (readonly [unknown, Call, number, string])[] = [
    [{ word: 'a' }, { auth: '' }, 401, 'rim.no-key'],
    [{ word: 'a' }, { auth: 'wrong' }, 401, 'rim.no-key'],
    [{ word: 'a' }, { auth: 'weak' }, 403, 'rim.scope'],
    [{ word: 'a' }, { type: 'text/plain' }, 415, 'rim.media-type'],
    ['{"word":', {}, 400, 'rim.json'],
    [`{"word":"${'a'.repeat(1_100_000)}"}`, {}, 413, 'rim.too-large'],
    ['{"word":"a\\u0000"}', {}, 422, 'rim.text'],
    [`{"word":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, {}, 422, 'rim.too-deep'],
    [`${'{"word":'.repeat(50_000)}1${'}'.repeat(50_000)}`, {}, 422, 'rim.too-deep'],
    ['{"word":"\\ud800"}', {}, 422, 'rim.text'],
    ['[]', {}, 422, 'form.type'],
    ['null', {}, 422, 'form.type'],
  ]
  for (const [body, call, status, code] of table) {
    const response = await say(body, call)
    assert.deepEqual([response.status, await codeOf(response)], [status, code], JSON.stringify(body).slice(0, 40))
  }
})

test('after a body that was not read to its end the connection is closed, and the client is told', async () => {
  const response = await say(`{"word":"${'a'.repeat(1_100_000)}"}`)
  assert.equal(response.headers.get('connection'), 'close')
})

test('an address that takes another method says which', async () => {
  const response = await app.request('/api/v1/words', { method: 'DELETE' })
  assert.equal(response.status, 405)
  assert.equal(response.headers.get('allow'), 'POST')
  assert.equal(await codeOf(response), 'rim.method')
})

test('absence wins alone and reveals nothing else', async () => {
  const response = await app.request('/api/v1/words/none')
  assert.equal(response.status, 404)
  assert.equal(((await response.json()) as { errors: unknown[] }).errors.length, 1)
  assert.equal((await app.request('/api/v1/words/toolong')).status, 404)
  assert.equal((await app.request('/api/v1/nothing')).headers.get('content-type'), 'application/problem+json')
})

const send = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  app.request('http://localhost:8400/vi/form', {
    method: 'POST',
    headers: {
      cookie: `${SESSION}=lan`,
      origin: 'http://localhost:8400',
      host: 'localhost:8400',
      'content-type': 'application/x-www-form-urlencoded',
      ...headers,
    },
    body: new URLSearchParams(form).toString(),
  })

test('a form sent twice does its work once and leads to the same page', async () => {
  const [first, second] = await Promise.all([send({ word: 'click', once: 't1' }), send({ word: 'click', once: 't1' })])
  assert.equal(first.status, 303)
  assert.equal(second.headers.get('location'), first.headers.get('location'))
  assert.equal(await words('click'), 1)
})

test('a form with mistakes is shown again and nothing is written', async () => {
  const response = await send({ word: '', once: 't2' })
  assert.equal(response.status, 422)
  assert.equal(await words(''), 0)
  assert.equal((await send({ word: 'mended', once: 't2' })).status, 303)
})

test('a form from another site is refused; so is a viewer, who learns no more than that the page is not there', async () => {
  assert.equal((await send({ word: 'evil' }, { origin: 'https://evil.example' })).status, 403)
  assert.equal((await send({ word: 'evil' }, { origin: 'null' })).status, 403)
  assert.equal((await send({ word: 'evil' }, { cookie: `${SESSION}=viewer` })).status, 404)
  assert.equal(await words('evil'), 0)
})

test('who is not signed in is led to sign in and back', async () => {
  const response = await app.request('/en/form?a=1')
  assert.equal(response.status, 303)
  assert.equal(response.headers.get('location'), '/en/sign-in?back=%2Fen%2Fform%3Fa%3D1')
})

test('every answer carries a strict policy and names itself', async () => {
  for (const path of ['/vi/form', '/api/v1/words/a', '/vi/nowhere']) {
    const { headers } = await app.request(path, { headers: { cookie: `${SESSION}=lan` } })
    assert.match(
      headers.get('content-security-policy') ?? '',
      /^default-src 'none'; style-src 'self'; script-src 'self'/,
    )
    assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/)
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.ok(headers.get('x-request-id'))
  }
})

test('the start address chooses Vietnamese unless only English is asked for', async () => {
  const to = async (accept: string) =>
    (await app.request('/', { headers: { 'accept-language': accept } })).headers.get('location')
  assert.equal(await to('fr'), '/vi')
  assert.equal(await to('en-GB,en'), '/en')
  assert.equal(await to('en,vi;q=0.5'), '/vi')
})

const whisper = (word: string, headers: Record<string, string>) =>
  app.request('/vi/whisper', { method: 'POST', body: new URLSearchParams({ word, once: 'same' }), headers })

test('a discreet route asks nobody who he is, hands on no address, and keeps what it shows at once', async () => {
  const answer = await whisper('whispered', { cookie: 'saola_session=lan' })
  assert.match(await answer.text(), /visitor/)
  assert.equal(await words('whispered'), 1)
  assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
  assert.equal(answer.headers.get('cache-control'), 'no-store, no-transform')
  assert.equal(answer.headers.get('set-cookie'), null)
  await whisper('whispered', {})
  const { rows } = await owner.query(`select count(*)::int as n from answered where key = 'same'`)
  assert.deepEqual(rows, [{ n: 0 }], 'no note of the request stays')
})

test('a page that hands on no address posts as from nowhere; another site still may not', async () => {
  assert.equal((await whisper('near', { origin: 'null', 'sec-fetch-site': 'same-origin' })).status, 200)
  assert.equal((await whisper('near', { origin: 'null', 'sec-fetch-site': 'cross-site' })).status, 403)
  assert.equal((await whisper('near', { origin: 'https://elsewhere.example' })).status, 403)
})
