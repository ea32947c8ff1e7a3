import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import type { AccountId, Actor, PartyId } from '../../base/actor.ts'
import { canonical, type Json } from '../../base/canonical.ts'
import { uuidv7 } from '../../base/ids.ts'
import type { Text } from '../../base/text.ts'
import { CASES } from '../../law/cases.ts'
import { type Cite, citeText } from '../../law/cite.ts'
import { classify } from '../../law/classify.ts'
import { answerOf, NONE, nextStep, type Step } from '../../law/flow.ts'
import { bankingCases } from '../../law/highrisk/banking.cases.ts'
import { transportAirCases } from '../../law/highrisk/transport-air.cases.ts'
import type { Facts } from '../../law/rule.ts'
import { RULE_SET } from '../../law/ruleset.ts'
import { Page } from '../../web/layout.tsx'
import { serve, SESSION } from '../../web/server.ts'
import { keepRuleSet } from '../statute/actions.ts'
import { REFUSALS as STATUTE_REFUSALS } from '../statute/schema.ts'
import { SAYS as STATUTE_SAYS } from '../statute/words.ts'
import { findAssessment, judge, listAssessments } from './actions.ts'
import { apis } from './api.ts'
import { pages } from './pages.tsx'
import { pack, unpack } from './rules.ts'
import { type AssessmentId, FACT_ORDER, REFUSALS } from './schema.ts'
import { LEVEL_HEADING, LEVEL_LINE, LEVEL_MEANS, SAYS, WORDS } from './words.ts'

const { kit, owner } = await freshDatabase()
const people = new Map<string, Actor>()
const VISITOR: Actor = { kind: 'visitor' }

const app = serve(kit, [...pages, ...apis], {
  refusals: {
    sort: { ...REFUSALS, ...STATUTE_REFUSALS },
    says: { ...SAYS, ...STATUTE_SAYS },
    cite: (cite, lang) => citeText(cite as Cite, lang),
  },
  whoIs: async (_, token) => people.get(token) ?? VISITOR,
  whoHolds: async () => VISITOR,
  frame: (asked, content) => Page({ ...content, lang: asked.lang, path: asked.path }),
  problemPage: (_, problem) => ({ title: problem.title, children: problem.code }),
  flooded: () => false,
  signIn: (lang, back) => `/${lang}/sign-in?back=${encodeURIComponent(back)}`,
  observe: () => {},
  fault: (error) => {
    throw error
  },
})

/** A browser as far as this room can tell: keeps cookies, sends forms, runs no script. */
class Browser {
  readonly cookies = new Map<string, string>()

  async get(path: string): Promise<Response> {
    return this.sent(await app.request(path, { headers: this.headers() }))
  }

  async post(path: string, form: Readonly<Record<string, string | readonly string[]>> = {}): Promise<Response> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one as string)
    return this.sent(await app.request(path, { method: 'POST', body, headers: this.headers() }))
  }

  async page(path: string): Promise<string> {
    const answer = await this.get(path)
    assert.equal(answer.status, 200, `${path} ${answer.status} ${answer.headers.get('location') ?? ''}`)
    return answer.text()
  }

  private headers = (): Record<string, string> => ({
    cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
  })

  private sent(answer: Response): Response {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0/.test(line)) this.cookies.delete(name)
      else {
        assert.match(line, /HttpOnly/)
        this.cookies.set(name, value)
      }
    }
    return answer
  }

  get facts(): Facts | undefined {
    const cookie = this.cookies.get('saola_answers')
    return unpack(cookie === undefined ? undefined : decodeURIComponent(cookie))
  }
}

const on = '2026-11-02' as Parameters<typeof judge>[1]

/** What a person who knows these facts ticks; whatever the facts do not say is "no" or "none". */
function ticks(step: Step, known: Facts): string | readonly string[] {
  if (step.kind === 'many') {
    const chosen = step.keys.filter((key) => known[key] === true)
    return chosen.length > 0 ? chosen : [NONE]
  }
  const value = known[step.id]
  if (step.kind === 'yesno') return value === true ? 'yes' : 'no'
  return typeof value === 'string' ? value : (step.options.at(-1)?.value ?? '')
}

/** Answers page after page as they come, and tells where that led and how many pages it took. */
async function answerAll(browser: Browser, known: Facts, lang = 'vi'): Promise<{ end: string; pages: number }> {
  let at = `/${lang}/classify/q/screen`
  for (let n = 0; ; n += 1) {
    assert.ok(n < 60, `still asking at ${at}`)
    if (!at.includes('/classify/q')) return { end: at, pages: n }
    const html = await browser.page(at)
    assert.deepEqual(await complaints(html), [], at)
    const step = nextStep(RULE_SET, browser.facts ?? {}, on)
    assert.ok(step && at.endsWith(`/${step.id}`), at)
    assert.ok(html.includes(`${lang === 'vi' ? 'Câu' : 'Question'} ${n + 1}`), at)
    assert.match(html, new RegExp(`href="/${lang}/law/(provisions|high-risk)`))
    const answer = await browser.post(at, { answer: ticks(step, known) })
    assert.equal(answer.status, 303, at)
    at = answer.headers.get('location') ?? ''
  }
}

const text = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const match = (all: typeof bankingCases, code: string): Facts => {
  const found = all.find((c) => c.code === code && c.kind === 'match')
  assert.ok(found)
  return { screen: 'system', ...found.facts }
}
const CHAT: Facts = { screen: 'system', 'medium.interlocutor': true, firstUse: 'later' }
const LOW: Facts = { screen: 'system' }

async function signUp(name: string, party?: { id: PartyId; role: 'owner' | 'viewer' }): Promise<string> {
  const id = uuidv7() as AccountId
  await owner.query(
    `insert into account (id, email, email_key, name, lang, password_hash, created_at) values ($1, $2, $2, $3, 'vi', 'x', now())`,
    [id, `${id}@example.test`, name],
  )
  const token = `token-${id}`
  const acting = party ? { party: party.id, name: 'Thư viện cho mượn ô', role: party.role } : null
  people.set(token, { kind: 'person', account: id, name, email: '', lang: 'vi', acting, seat: null })
  return token
}
async function organisation(): Promise<PartyId> {
  const id = uuidv7() as PartyId
  await owner.query(
    `insert into party (id, kind, name, address, contact, created_at) values ($1, 'organisation', 'Thư viện cho mượn ô', 'a', 'b', now())`,
    [id],
  )
  return id
}
const rows = async (table: string): Promise<number> =>
  Number((await owner.query(`select count(*) as n from ${table}`)).rows[0].n)

async function kept(browser: Browser): Promise<string> {
  const form = await browser.page('/vi/classify/keep')
  const once = /name="once" value="([^"]+)"/.exec(form)?.[1] ?? ''
  assert.notEqual(once, '')
  const answer = await browser.post('/vi/classify/keep', { once })
  assert.equal(answer.status, 303)
  return answer.headers.get('location') ?? ''
}

test('an automated air traffic manager (VI.7) is high-risk, with reasons, route unknown and the day it is due', async () => {
  for (const lang of ['vi', 'en'] as const) {
    const browser = new Browser()
    const facts = { ...match(transportAirCases, 'VI.7'), firstUse: 'before-2026-03-01' }
    const { end } = await answerAll(browser, facts, lang)
    assert.equal(end, `/${lang}/classify/result`)
    const html = await browser.page(end)
    assert.deepEqual(await complaints(html), [])
    assert.ok(html.includes(LEVEL_HEADING.high[lang]))
    assert.ok(html.includes(`/${lang}/law/high-risk/VI.7`))
    assert.ok(text(html).includes(lang === 'vi' ? 'Chủ nhật 28/02/2027' : 'Sunday 28/02/2027'), 'due day')
    assert.ok(html.includes(`/${lang}/systems/new`))
    assert.ok(html.includes(RULE_SET.id))
  }
})

test('a banking system of entry IV.2 is high-risk with the longer transition of finance', async () => {
  const browser = new Browser()
  const { end } = await answerAll(browser, { ...match(bankingCases, 'IV.2'), firstUse: 'before-2026-03-01' })
  const html = text(await browser.page(end))
  assert.match(html, /rủi ro cao/)
  assert.match(html, /thứ Ba 31\/08\/2027/)
})

test('a chat service people may take for a person is of medium risk and needs a notice', async () => {
  const browser = new Browser()
  const { end, pages: count } = await answerAll(browser, CHAT)
  assert.ok(count <= 8, `${count} pages`)
  const html = await browser.page(end)
  assert.ok(html.includes(LEVEL_HEADING.medium.vi))
  assert.ok(html.includes('/vi/systems/new'))
  assert.ok(!text(html).includes('Tự đánh giá sự phù hợp'))
})

test('a low-risk system needs no notice; the page says why and offers voluntary publication', async () => {
  const browser = new Browser()
  const { end } = await answerAll(browser, LOW)
  const html = await browser.page(end)
  assert.deepEqual(await complaints(html), [])
  for (const say of [LEVEL_HEADING.low, WORDS.lowWhy, WORDS.lowPublish]) assert.ok(html.includes(say.vi))
})

test('of a system outside the portal nothing is kept: no cookie, no row', async () => {
  for (const screen of ['party-internal', 'state-secret', 'defence', 'security']) {
    const browser = new Browser()
    const before = [await rows('assessment'), await rows('answered'), await rows('rule_set')]
    const { end } = await answerAll(browser, { screen })
    assert.equal(end, '/vi/classify/outside')
    assert.equal(browser.cookies.size, 0)
    const html = await browser.page(end)
    assert.deepEqual(await complaints(html), [])
    assert.ok(html.includes(WORDS.outsideGone.vi))
    assert.deepEqual([await rows('assessment'), await rows('answered'), await rows('rule_set')], before)
  }
})

test('an outside answer written into the cookie by hand is dropped, and cannot be kept', async () => {
  const browser = new Browser()
  browser.cookies.set(SESSION, await signUp('Lan'))
  for (const path of ['/vi/classify/result', '/vi/classify/keep']) {
    browser.cookies.set('saola_answers', 'screen~defence')
    const answer = await browser.get(path)
    assert.equal(answer.headers.get('location'), '/vi/classify/outside')
    assert.ok(!browser.cookies.has('saola_answers'))
  }
  browser.cookies.set('saola_answers', 'screen~defence')
  assert.equal((await browser.post('/vi/classify/keep')).status, 422)
  assert.equal(await rows('assessment'), 0)
})

test('a changed earlier answer drops the later ones it made pointless', async () => {
  const browser = new Browser()
  await answerAll(browser, match(transportAirCases, 'VI.7'))
  assert.equal(browser.facts?.['Q.VI.7'], true)
  const page = await browser.page('/vi/classify/q/sectors')
  assert.match(page, /value="sector.transport"[^>]*checked/)
  const answer = await browser.post('/vi/classify/q/sectors', { answer: NONE })
  assert.equal(answer.headers.get('location'), '/vi/classify/q/medium.grounds')
  assert.equal(browser.facts?.['Q.VI.7'], undefined)
  assert.equal(browser.facts?.['sector.transport'], false)
})

test('a form without an answer, or with a contradiction, comes back with its problem and what was ticked', async () => {
  const browser = new Browser()
  const empty = await browser.post('/vi/classify/q/screen')
  assert.equal(empty.status, 422)
  assert.match(await empty.text(), /href="#answer"/)
  await browser.post('/vi/classify/q/screen', { answer: 'system' })
  const both = await browser.post('/vi/classify/q/sectors', { answer: ['sector.health', NONE] })
  assert.equal(both.status, 422)
  const html = await both.text()
  assert.deepEqual(await complaints(html), [])
  assert.ok(html.includes(WORDS.contradiction.vi))
  assert.match(html, /value="sector.health"[^>]*checked/)
  assert.equal(browser.facts?.['sector.health'], undefined)
})

test('a browser that keeps no cookies is told so instead of being asked in a circle', async () => {
  const html = await new Browser().page('/vi/classify/q/sectors')
  assert.ok(html.includes(WORDS.lost.vi))
})

test('every question page that a worked case reaches renders in both languages', async () => {
  const seen = new Set<string>()
  for (const c of [...transportAirCases, ...bankingCases].filter((k) => k.kind === 'match')) {
    let facts: Facts = {}
    for (let step = nextStep(RULE_SET, facts, on); step; step = nextStep(RULE_SET, facts, on)) {
      if (!seen.has(step.id)) {
        seen.add(step.id)
        for (const lang of ['vi', 'en'] as const) {
          const browser = new Browser()
          if (Object.keys(facts).length > 0) browser.cookies.set('saola_answers', encodeURIComponent(pack(facts)))
          const html = await browser.page(`/${lang}/classify/q/${step.id}`)
          assert.deepEqual(await complaints(html), [], step.id)
          assert.match(html, /<h1[ >]/)
        }
      }
      const said = ticks(step, { screen: 'system', ...c.facts })
      facts = { ...facts, ...Object.fromEntries(step.keys.map((k) => [k, factOf(step, k, said)])) }
    }
  }
  assert.ok(seen.size > 40, `${seen.size} pages`)
})

const factOf = (step: Step, key: string, said: string | readonly string[]) =>
  step.kind === 'many' ? said.includes(key) : step.kind === 'yesno' ? said === 'yes' : (said as string)

test('every worked case has a result page', async () => {
  for (const c of CASES.filter((k) => k.level !== 'outside' && Object.keys(k.facts).length > 0)) {
    const facts = Object.fromEntries(Object.entries(c.facts).filter(([key]) => FACT_ORDER.includes(key)))
    const browser = new Browser()
    browser.cookies.set('saola_answers', encodeURIComponent(pack(facts)))
    for (const lang of ['vi', 'en']) {
      const html = await browser.page(`/${lang}/classify/result`)
      assert.deepEqual(await complaints(html), [], c.name)
    }
  }
})

test('answers about roles change the duties shown and never the level', async () => {
  const browser = new Browser()
  await answerAll(browser, CHAT)
  const answer = await browser.post('/vi/classify/result', { 'role.provider': 'no', interacts: 'yes', foreign: 'open' })
  assert.equal(answer.headers.get('location'), '/vi/classify/result#duties')
  assert.equal(browser.facts?.['role.provider'], false)
  const html = text(await browser.page('/vi/classify/result'))
  assert.ok(html.includes(LEVEL_HEADING.medium.vi))
  assert.ok(!html.includes('Lập hồ sơ phân loại gồm bốn phần. khoản 1'))
})

test('the result survives signing in, is kept once, and is found in the list', async () => {
  const browser = new Browser()
  await answerAll(browser, CHAT)
  const asked = await browser.get('/vi/classify/keep')
  assert.equal(asked.headers.get('location'), `/vi/sign-in?back=${encodeURIComponent('/vi/classify/keep')}`)
  browser.cookies.set(SESSION, await signUp('Hoa'))
  assert.ok((await browser.page('/vi/classify/result')).includes(LEVEL_HEADING.medium.vi))
  const form = await browser.page('/vi/classify/keep')
  const once = /name="once" value="([^"]+)"/.exec(form)?.[1] ?? ''
  const [a, b] = await Promise.all([
    browser.post('/vi/classify/keep', { once }),
    browser.post('/vi/classify/keep', { once }),
  ])
  assert.equal(a.headers.get('location'), b.headers.get('location'))
  assert.ok((await browser.page('/vi/classify/kept')).includes(a.headers.get('location') ?? '?'))
  for (const lang of ['vi', 'en']) {
    const html = await browser.page((a.headers.get('location') ?? '').replace('/vi/', `/${lang}/`))
    assert.deepEqual(await complaints(html), [])
  }
})

test('kept evidence replays byte for byte under its own rule set', async () => {
  const browser = new Browser()
  browser.cookies.set(SESSION, await signUp('Minh'))
  await answerAll(browser, match(transportAirCases, 'VI.7'))
  const place = await kept(browser)
  assert.ok((await browser.page(place)).includes(WORDS.replay.vi.same))
  const { rows: found } = await owner.query(
    'select a.facts, a.on_day, a.judgement, r.body from assessment a join rule_set r on r.id = a.rule_set where a.id = $1',
    [place.split('/').at(-1)],
  )
  const again = classify(found[0].body, found[0].facts, '2026-11-02' as typeof on)
  assert.equal(canonical(again as unknown as Json), canonical(found[0].judgement))
})

test('a newer rule set changes nothing that was kept, and the page says there is one', async () => {
  const token = await signUp('Tâm')
  const browser = new Browser()
  browser.cookies.set(SESSION, token)
  await answerAll(browser, LOW)
  const place = await kept(browser)
  const old = { ...RULE_SET, id: 'rs-older', medium: { ...RULE_SET.medium, grounds: [] } }
  const judgement = classify(old, browser.facts ?? {}, on)
  const id = uuidv7()
  await keepRuleSet(kit.db, kit.now())
  await owner.query('insert into rule_set (id, body, first_used) values ($1, $2, now())', [old.id, JSON.stringify(old)])
  await owner.query(
    `insert into assessment (id, account, facts, rule_set, on_day, judgement, kept_at)
     select $1, account, facts, $2, on_day, $3, kept_at from assessment where id = $4`,
    [id, old.id, JSON.stringify(judgement), place.split('/').at(-1)],
  )
  const html = await browser.page(`/vi/classify/kept/${id}`)
  assert.ok(html.includes(WORDS.newer.vi))
  assert.ok(html.includes(WORDS.replay.vi.same))
  assert.ok(html.includes('rs-older'))
  assert.ok(!(await browser.page(place)).includes(WORDS.newer.vi))
})

test('another person’s evidence does not exist for you; an organisation’s is for its members', async () => {
  const party = await organisation()
  const browser = new Browser()
  const token = await signUp('Chủ', { id: party, role: 'owner' })
  browser.cookies.set(SESSION, token)
  await answerAll(browser, CHAT)
  const place = await kept(browser)

  const stranger = new Browser()
  stranger.cookies.set(SESSION, await signUp('Lạ'))
  for (const path of [place, `${place}/document`, '/vi/classify/kept/not-an-id', `/vi/classify/kept/${uuidv7()}`])
    assert.equal((await stranger.get(path)).status, 404, path)
  assert.ok(!(await stranger.page('/vi/classify/kept')).includes(place))

  const colleague = new Browser()
  colleague.cookies.set(SESSION, await signUp('Đồng nghiệp', { id: party, role: 'viewer' }))
  assert.ok((await colleague.page(place)).includes('Thư viện cho mượn ô'))
  assert.ok((await colleague.page('/vi/classify/kept')).includes(place))

  const id = place.split('/').at(-1) as AssessmentId
  const left = { ...people.get(token), acting: null } as Actor
  assert.equal((await findAssessment(kit.db, id, left)).ok, false)
  assert.deepEqual(await listAssessments(kit.db, left), [])
  assert.equal((await findAssessment(kit.db, id, VISITOR)).ok, false)
})

test('a viewer keeps a result for themselves, not in the name of the organisation', async () => {
  const party = await organisation()
  const browser = new Browser()
  browser.cookies.set(SESSION, await signUp('Xem', { id: party, role: 'viewer' }))
  await answerAll(browser, LOW)
  const id = (await kept(browser)).split('/').at(-1)
  const { rows: found } = await owner.query('select party from assessment where id = $1', [id])
  assert.equal(found[0].party, null)
})

test('kept evidence prints as a PDF in both languages', async () => {
  const browser = new Browser()
  browser.cookies.set(SESSION, await signUp('In'))
  await answerAll(browser, match(transportAirCases, 'VI.7'))
  const place = await kept(browser)
  for (const lang of ['vi', 'en']) {
    const answer = await browser.get(`${place.replace('/vi/', `/${lang}/`)}/document`)
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    assert.match(Buffer.from(await answer.arrayBuffer()).toString('latin1'), /^%PDF/)
  }
})

test('no word of ours calls a result compliant or approved', () => {
  const all = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(all) : []
  for (const say of all([WORDS, SAYS, LEVEL_HEADING, LEVEL_LINE, LEVEL_MEANS] satisfies object[]))
    assert.doesNotMatch(say, /complian|complies|approved|tuân thủ|phê duyệt|hợp chuẩn|đạt chuẩn/i)
})

test('the result pages call nothing compliant or approved', async () => {
  for (const facts of [CHAT, LOW, match(bankingCases, 'IV.2')]) {
    for (const lang of ['vi', 'en']) {
      const browser = new Browser()
      const { end } = await answerAll(browser, facts, lang)
      // Duties and conditions speak of people who approve and of standards to keep: the law's words, not a verdict.
      const verdict = text(await browser.page(end)).split(/id="duties"|Vì sao|Why /)[0] ?? ''
      assert.doesNotMatch(verdict, /compliant|approved|tuân thủ|được phê duyệt/i)
    }
  }
})

test('all answers together fit into a cookie, and a spoilt cookie is no answer', () => {
  const most: Facts = Object.fromEntries(FACT_ORDER.map((f) => [f, false]))
  const packed = pack({ ...most, screen: 'party-internal', firstUse: 'before-2026-03-01', firstUseDay: '2026-01-01' })
  assert.equal(encodeURIComponent(packed), packed)
  assert.ok(packed.length < 4000, `${packed.length} bytes`)
  assert.deepEqual(unpack(packed)?.['Q.VI.7'], false)
  for (const bad of [
    '',
    '!!!',
    '__proto__~1',
    'screen~x',
    'constructor~1',
    'x'.repeat(5000),
    'screen',
    'interacts~maybe',
  ])
    assert.equal(unpack(bad), undefined, bad)
  fc.assert(fc.property(fc.string(), (any) => unpack(any) === undefined || typeof unpack(any) === 'object'))
})

const assess = (body: string) =>
  app.request('/api/v1/assessments', { method: 'POST', body, headers: { 'content-type': 'application/json' } })

test('a program gets the judgement and the next question', async () => {
  const first = await (await assess(JSON.stringify({ facts: {} }))).json()
  assert.equal(first.level, 'undetermined')
  assert.equal(first.next.id, 'screen')
  assert.equal(first.on, '2026-11-02')
  const browser = new Browser()
  await answerAll(browser, { ...match(transportAirCases, 'VI.7'), firstUse: 'later' })
  const facts = browser.facts ?? {}
  const full = await assess(JSON.stringify({ facts, on: '2026-10-15' }))
  assert.equal(full.status, 200)
  const { next, ...judgement } = await full.json()
  assert.equal(next, null)
  assert.deepEqual(judgement, JSON.parse(JSON.stringify(judge(facts, '2026-10-15' as typeof on))))
  assert.equal((await (await assess(JSON.stringify({ facts: { screen: 'defence' } }))).json()).notice, 'not-accepted')
})

test('every mistake of a program is named at once, with its place', async () => {
  const answer = await assess(
    JSON.stringify({
      facts: { screen: 'cat', interacts: 'yes', 'Q.IX.1': true, firstUseDay: '2026-02-30' },
      on: 'x',
      y: 1,
    }),
  )
  assert.equal(answer.status, 422)
  const { errors } = (await answer.json()) as { errors: ({ pointer: string } & Text)[] }
  assert.deepEqual(errors.map((e) => e.pointer).sort(), [
    '/facts/Q.IX.1',
    '/facts/firstUseDay',
    '/facts/interacts',
    '/facts/screen',
    '/on',
    '/y',
  ])
})

test('two thousand random documents never break the tool', async () => {
  const before = await rows('assessment')
  const fact = fc.oneof(fc.constantFrom(...FACT_ORDER), fc.string(), fc.constantFrom('__proto__', 'constructor', 'on'))
  const value = fc.oneof(
    fc.boolean(),
    fc.constantFrom('system', 'defence', 'later', '2026-01-01', '9999-99-99', '', null),
    fc.jsonValue({ maxDepth: 2 }),
  )
  const document = fc.oneof(
    fc.json({ maxDepth: 3 }),
    fc.string(),
    fc
      .record({ facts: fc.array(fc.tuple(fact, value), { maxLength: 30 }), on: fc.option(value, { nil: undefined }) })
      .map(({ facts, on: day }) => JSON.stringify({ facts: Object.fromEntries(facts), on: day })),
  )
  await fc.assert(
    fc.asyncProperty(document, async (body) => {
      const { status } = await assess(body)
      assert.ok([200, 400, 422].includes(status), `${status} for ${body}`)
    }),
    { numRuns: 2000 },
  )
  assert.equal(await rows('assessment'), before)
})

test('an answer shown again is the answer given', () => {
  const step = nextStep(RULE_SET, {}, on)
  assert.ok(step)
  assert.deepEqual(answerOf(step, { screen: 'model' }), ['model'])
})
