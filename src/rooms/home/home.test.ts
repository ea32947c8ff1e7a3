import assert from 'node:assert/strict'
import test from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { createApp, ROUTES } from '../../app.tsx'
import { createJournal } from '../../journal.ts'
import { LANGS } from '../../base/text.ts'
import { assets } from '../../web/assets.ts'
import type { ApiRoute } from '../../web/route.ts'
import { fillWorld } from '../../world.ts'
import { LEVELS, STATES } from '../systems/schema.ts'
import { EXAMPLE_PROBLEM } from './api-page.tsx'
import { TOUR_ROLES, TOURS } from './schema.ts'

const { kit, owner } = await freshDatabase()
const pools = { app: owner, reader: owner }
const journal = createJournal('silent')
const app = createApp(kit, { pools, trustProxy: 0, journal })
const production = createApp(
  { ...kit, site: { ...kit.site, mode: 'production', url: 'https://portal.example' } },
  { pools, trustProxy: 0, journal },
)
const world = await kit.db.transaction().execute((trx) => fillWorld({ ...kit, db: trx }))

const html = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
  const answer = await app.request(path, { headers })
  assert.equal(answer.status, 200, path)
  return answer.text()
}
const rows = async (query: string): Promise<Record<string, unknown>[]> => (await owner.query(query)).rows
const column = async (query: string): Promise<unknown[]> => (await rows(query)).map((row) => Object.values(row)[0])

const PAGES = ['', '/about', '/accessibility', '/api', '/marks', ...TOUR_ROLES.map((role) => `/tour/${role}`)]

test('every page of the start is valid in both languages', async () => {
  for (const lang of LANGS)
    for (const path of PAGES) {
      const page = await html(`/${lang}${path}`)
      assert.deepEqual(await complaints(page), [], path)
      assert.equal([...page.matchAll(/<h1[ >]/g)].length, 1, path)
    }
})

test('every link of the start leads to a page', async () => {
  const links = (page: string) =>
    [...page.matchAll(/href="(\/[^"#]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  const all = new Set((await Promise.all(PAGES.map((path) => html(`/vi${path}`)))).flatMap(links))
  assert.ok(all.size > 30, `${all.size}`)
  for (const link of all) {
    // The mails are shown to this machine alone.
    const { status } = await app.request(link, { headers: { host: 'localhost:8400' } })
    assert.ok(status < 400, `${link}: ${status}`)
  }
})

test('the first view of the start page weighs at most 100 KB, its scripts at most 20', async () => {
  const page = brotliCompressSync(await html('/vi')).length
  const weight = (path: string) => {
    const file = assets().find(path)
    return (file?.br ?? file?.body)?.length ?? Infinity
  }
  const css = Buffer.from(assets().find(assets().css)?.body ?? '').toString()
  const fonts = [...new Set([...css.matchAll(/\/assets\/[\w.-]+\.woff2/g)].map(([path]) => path))]
  const files = [assets().css, assets().js, assets().icon, ...fonts]
  const all = page + files.reduce((sum, path) => sum + weight(path), 0)
  assert.ok(all <= 100_000, `${all} bytes`)
  assert.ok(weight(assets().js) <= 20_000)
})

test('the figures are those of the register', async () => {
  const page = await html('/en')
  for (const level of LEVELS) {
    const [n] = await column(`select count(*) from register_entry where level = '${level}'`)
    assert.match(page, new RegExp(`level=${level}">(?:(?!</tr>).)*<span>${String(n)}</span>`, 's'), level)
  }
})

test('production knows no tours, and its start page offers none', async () => {
  for (const role of TOUR_ROLES) assert.equal((await production.request(`/vi/tour/${role}`)).status, 404)
  const page = await (await production.request('/vi')).text()
  for (const word of ['/evaluation/', '/tour/', TOURS.provider.email, 'Đặng Thị Mai'])
    assert.ok(!page.includes(word), word)
  assert.ok(!(await (await production.request('/vi/api')).text()).includes('evaluation.json'))
})

test('one click signs in, and the tour then leads into the files', async () => {
  const leads = { provider: 1, incident: 2, officer: 3, desk: 2 } as const
  for (const role of ['provider', 'incident', 'officer', 'desk'] as const) {
    const body = new URLSearchParams({ email: TOURS[role].email, back: `/vi/tour/${role}` })
    const headers = { host: 'localhost:8400', origin: 'http://localhost:8400' }
    const answer = await app.request('http://localhost:8400/vi/evaluation/sign-in', { method: 'POST', body, headers })
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), `/vi/tour/${role}`)
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const page = await html(`/vi/tour/${role}`, { cookie })
    assert.ok(!page.includes('/evaluation/sign-in'), role)
    const files = [...page.matchAll(/\/vi\/(systems|incidents)\/[\w-]*\d[\w-]*/g)].map(([href]) => href)
    assert.equal(files.length, leads[role], role)
    for (const href of files) await html(href, { cookie })
  }
})

test('every operation of the API stands on its page, with the fields it takes', async () => {
  const page = await html('/en/api')
  for (const route of ROUTES.filter((r): r is ApiRoute => r.kind === 'api')) {
    assert.ok(page.includes(`id="${route.name}"`), route.name)
    assert.ok(page.includes(`${route.method.toUpperCase()} ${route.path}`), route.name)
    if (typeof route.who === 'object') assert.ok(page.includes(`Needs a key with scope ${route.who.scope}`))
  }
  for (const field of ['dossier.name', 'result.level', 'Idempotency-Key', 'completedOn', 'facts'])
    assert.ok(page.includes(`<code>${field}</code>`) || page.includes(`<code>${field.split('.')[1]}</code>`), field)
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  assert.deepEqual(
    targets.filter((id) => !page.includes(`id="${id}"`)),
    [],
  )
})

test('the examples of the API page are true', async () => {
  const page = await html('/vi/api')
  const unescaped = page.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
  const bodies = [...unescaped.matchAll(/-d '(\{[^']+\})'/g)].map(([, body = '']) => body)
  assert.equal(bodies.length, 2)
  const call = (path: string, body: string, key: string) =>
    app.request(`/api/v1${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${world.apiKey}`, 'idempotency-key': key },
    })
  assert.equal((await call('/assessments', bodies[0] ?? '', 'none')).status, 200)
  assert.equal((await call('/notices', bodies[1] ?? '', 'example')).status, 201)
  const refused = await call('/notices', (bodies[1] ?? '').replace('"medium"', '"low"'), 'low')
  const { instance, ...problem } = (await refused.json()) as typeof EXAMPLE_PROBLEM
  const { instance: shape, ...shown } = EXAMPLE_PROBLEM
  assert.deepEqual(problem, shown)
  assert.equal(instance.length, shape.length)
})

test('the world has every level and state, and the stories it is made for', async () => {
  assert.deepEqual(new Set(await column('select distinct state from system')), new Set(STATES))
  assert.deepEqual(new Set(await column('select distinct level from register_entry')), new Set(LEVELS))
  const some = async (where: string) =>
    assert.notEqual((await rows(`select 1 from notice where ${where}`)).length, 0, where)
  await some(`channel = 'interim' and received_at < recorded_at`)
  await some('differs')
  await some(`declared->'clock'->>'late' = 'true'`)
  await some(`declared->'clock'->>'late' = 'false'`)
  await some(`jsonb_array_length(declared->'possibleDuplicates') = 1`)
  for (const kind of ['first', 'reclassification', 'publication']) await some(`kind = '${kind}'`)
  const verbs = await column('select distinct verb from system_event')
  for (const verb of ['dossier-updated', 'dossier-corrected', 'deployer-linked', 'deployer-ended'])
    assert.ok(verbs.includes(verb), verb)
})

test('the tool agrees with every declaration of the world but the one that is meant to differ', async () => {
  const names = `select s.name from notice n join system s on s.id = n.system where n.differs`
  assert.deepEqual(await column(names), ['Chấm điểm tín dụng Trăng Khuyết'])
})

test('every act of the world has its leaf, and numbers stand in the order of their times', async () => {
  const bare = `select 1 from system_event e left join log_leaf l on l.id = (e.data->>'leaf')::uuid where l.id is null`
  assert.deepEqual(await rows(bare), [])
  const times = await column('select recorded_at from notice order by number')
  assert.deepEqual(
    times,
    [...times].sort((x, y) => Number(x) - Number(y)),
  )
})

test('the desk, the lists and the public pages have something to show', async () => {
  const states = await column('select distinct procedure || $$ $$ || state from casefile')
  for (const state of ['recorded', 'reported', 'verifying', 'guided', 'remedied', 'closed'])
    assert.ok(states.includes(`incident ${state}`), state)
  for (const state of ['submitted', 'published']) assert.ok(states.includes(`guidance ${state}`), state)
  const some = async (query: string) => assert.notEqual((await rows(query)).length, 0, query)
  await some('select 1 from casefile where asked is not null')
  await some(
    `select 1 from casefile f join unit u on u.id = f.unit where u.kind = 'police' and cardinality(f.copies) = 1`,
  )
  const late = `clock = 'first-report' and met_at > due_at`
  const open = `clock = 'final-report' and met_at is null and due_at < '${kit.now()}'`
  await some(`select 1 from casefile_clock where ${late}`)
  await some(`select 1 from casefile_clock where ${open}`)
  await some('select 1 from casefile_attachment where seq is not null')
  const bare = `select 1 from casefile_event e left join log_leaf l on l.id = e.leaf where l.id is null`
  assert.deepEqual(await rows(bare), [])
  for (const [path, words] of [
    ['/incidents/published', 'Gia sư luồng lạch'],
    ['/incidents/statistics', '<svg'],
    ['/guidance/published', 'Chưa, nếu người xem'],
  ] as const)
    assert.ok((await html(`/vi${path}`)).includes(words), path)
})

test('every account of the world can sign in, with a password of this installation alone', async () => {
  assert.equal(new Set(world.accounts.map((a) => a.password)).size, world.accounts.length)
  assert.ok(world.accounts.every((a) => a.password.length >= 12 && a.email.endsWith('.example')))
  for (const { email } of Object.values(TOURS)) assert.ok(world.accounts.some((a) => a.email === email))
  const [first] = world.accounts
  assert.equal(first?.email, TOURS.provider.email)
  const body = new URLSearchParams({ email: first?.email ?? '', password: first?.password ?? '' })
  const answer = await app.request('/vi/sign-in', { method: 'POST', body })
  assert.equal(answer.status, 303)
})
