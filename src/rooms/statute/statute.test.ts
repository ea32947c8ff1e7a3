import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { type Cite, citeText } from '../../law/cite.ts'
import { calendarId, reckon, replays } from '../../law/clock.ts'
import { INSTRUMENTS, PROVISIONS, provisionOf } from '../../law/provisions.ts'
import { RULE_SET, ruleSetHash } from '../../law/ruleset.ts'
import { type Calendar, CALENDAR } from '../../law/workingdays.ts'
import { Page } from '../../web/layout.tsx'
import { serve } from '../../web/server.ts'
import { keepCalendar, keepRuleSet, ruleSetById } from './actions.ts'
import { apis } from './api.ts'
import { pages } from './pages.tsx'
import { readCite } from './rules.ts'
import { citeHref, citeLink, REFUSALS } from './schema.ts'
import { SAYS } from './words.ts'

const { kit, owner } = await freshDatabase()
const app = serve(kit, [...pages, ...apis], {
  refusals: { sort: REFUSALS, says: SAYS, cite: (cite, lang) => citeText(cite as Cite, lang) },
  whoIs: async () => ({ kind: 'visitor' }),
  whoHolds: async () => ({ kind: 'visitor' }),
  frame: (asked, content) => Page({ ...content, lang: asked.lang, path: asked.path }),
  problemPage: (_, problem) => ({ title: problem.title, children: problem.code }),
  flooded: () => false,
  signIn: (lang) => `/${lang}/sign-in`,
  observe: () => {},
  fault: (error) => {
    throw error
  },
})

const html = async (path: string): Promise<string> => {
  const answer = await app.request(path)
  assert.equal(answer.status, 200, path)
  return answer.text()
}
const json = async (path: string) => (await app.request(`/api/v1${path}`)).json()
const CODES = RULE_SET.entries.map((e) => e.code)
const FIXED = [
  '',
  '/high-risk',
  '/high-risk?sector=transport',
  '/duties',
  '/duties?level=low',
  '/prohibited',
  '/rulesets',
]

/** Every citation that stands anywhere in the rules. */
const citesIn = (value: unknown): Cite[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        /^\w*[cC]ite$/.test(key) ? [inner as Cite] : key === 'also' ? (inner as Cite[]) : citesIn(inner),
      )
    : []
const cites = [...new Set(citesIn(RULE_SET))]

test('every page of the law is valid in both languages', async () => {
  for (const lang of ['vi', 'en'])
    for (const path of [...FIXED, ...CODES.map((code) => `/high-risk/${code}`)])
      assert.deepEqual(await complaints(await html(`/${lang}/law${path}`)), [], path)
})

test('the list shows all 46 entries, and by field only its own', async () => {
  const all = await html('/vi/law/high-risk')
  for (const code of CODES) assert.ok(all.includes(`/vi/law/high-risk/${code}"`), code)
  const health = await html('/vi/law/high-risk?sector=health')
  assert.equal(
    [...health.matchAll(/<th scope="row">/g)].length,
    RULE_SET.entries.filter((e) => e.sector === 'health').length,
  )
})

test('an entry says its conditions, and that an unread route is unknown', async () => {
  const page = await html('/vi/law/high-risk/VI.7')
  const entry = RULE_SET.entries.find((e) => e.code === 'VI.7')
  assert.ok(entry)
  for (const c of [...entry.conditions, ...entry.exclusions]) assert.ok(page.includes(c.ask.vi))
  assert.match(page, /không đọc được chắc chắn/)
  assert.match(page, /trước ngày 01\/3\/2027/)
})

test('every citation of the rules leads to a page', async () => {
  assert.ok(cites.length > 60, `${cites.length}`)
  for (const cite of [...cites, ...PROVISIONS.map((p) => p.id as Cite)]) {
    const page = await html(citeHref('vi', cite))
    assert.deepEqual(await complaints(page), [], cite)
    assert.ok(citeLink('vi', cite).text.length > 5)
  }
  const notice = await html('/vi/law/provisions/L10.3')
  assert.match(notice, /không thay thế văn bản chính thức/)
  assert.ok(notice.includes(INSTRUMENTS[0]?.link.replaceAll('&', '&amp;') ?? '?'))
})

test('every article the portal cites says in a sentence what it is about', () => {
  const src = join(import.meta.dirname, '../..')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file),
  )
  const cited = new Set(
    files.flatMap((file) => readFileSync(join(src, file), 'utf8').match(/'[LNQT]\d{1,2}(?:\.[0-9a-zđ]+){0,2}'/g) ?? []),
  )
  assert.ok(cited.size > 100, `only ${cited.size} citations are seen`)
  const bare = [...cited].filter((cite) => provisionOf(cite.slice(1, -1) as Cite) === undefined)
  assert.deepEqual(bare, [])
})

test('what is no provision has no page', async () => {
  for (const bad of ['L36', 'L0', 'X1', 'L10.3.a.b', 'P1', 'L10.', 'toString', 'Q', 'L10.3%00'])
    assert.equal((await app.request(`/vi/law/provisions/${bad}`)).status, 404, bad)
  assert.equal((await app.request('/vi/law/high-risk/VII.1')).status, 404)
  assert.equal(readCite('L14.2.đ'.normalize('NFD')), 'L14.2.đ')
})

test('the present rule set is published whole, with the hash anyone can check', async () => {
  const { hash, id, ...rules } = await json(`/law/rulesets/${RULE_SET.id}`)
  assert.equal(id, RULE_SET.id)
  assert.equal(ruleSetHash(rules), hash)
})

test('every rule set ever used stays readable; keeping it twice keeps it once', async () => {
  await owner.query('insert into rule_set (id, body, first_used) values ($1, $2, now())', [
    'rs-former',
    JSON.stringify({ ...RULE_SET, id: 'rs-former' }),
  ])
  assert.equal(await keepRuleSet(kit.db, kit.now()), RULE_SET.id)
  assert.equal(await keepRuleSet(kit.db, kit.now()), RULE_SET.id)
  const { items } = await json('/law/rulesets')
  assert.deepEqual(
    items.map((i: { id: string; current: boolean }) => [i.id, i.current]),
    [
      [RULE_SET.id, true],
      ['rs-former', false],
    ],
  )
  assert.equal((await json('/law/rulesets/rs-former')).id, 'rs-former')
  assert.equal((await ruleSetById(kit.db, 'rs-former'))?.id, 'rs-former')
  assert.equal((await app.request('/api/v1/law/rulesets/rs-none')).status, 404)
  assert.ok((await html('/vi/law/rulesets')).includes('rs-former'))
})

test('programs read the list and the provisions', async () => {
  assert.equal((await json('/law/high-risk')).items.length, 46)
  assert.equal((await json('/law/high-risk/VI.7')).code, 'VI.7')
  assert.equal((await app.request('/api/v1/law/high-risk/VI.99')).status, 404)
  const { items, instruments } = await json('/law/provisions')
  assert.equal(items.length, PROVISIONS.length)
  assert.equal(instruments.length, INSTRUMENTS.length)
})

test('a time limit counts again under the calendar it names, which anyone may read', async () => {
  const kept = reckon({ workingDays: 5 }, '2026-04-24T03:00:00.000Z', CALENDAR)
  const published = (await json(`/law/calendars/${kept.calendar}`)) as Calendar & { id: string }
  const { id, ...calendar } = published
  assert.equal(calendarId(calendar), id)
  assert.ok(replays(kept, calendar))
  assert.equal((await app.request('/api/v1/law/calendars/none')).status, 404)
})

test('a calendar of an earlier release stays readable', async () => {
  await keepCalendar(kit.db, kit.now())
  await keepCalendar(kit.db, kit.now())
  const earlier = { ...CALENDAR, worked: [] }
  await owner.query('insert into calendar (id, body, first_used) values ($1, $2, now())', [
    calendarId(earlier),
    JSON.stringify(earlier),
  ])
  assert.deepEqual(((await json(`/law/calendars/${calendarId(earlier)}`)) as Calendar).worked, [])
})
