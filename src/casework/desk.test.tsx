import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { complaints } from '../../test/html.ts'
import { freshDatabase } from '../../test/kit.ts'
import { CARD, LOST, type Somebody, UMBRELLA, umbrellaOffice, umbrellaWorld } from '../../test/umbrella.ts'
import { sha256 } from '../base/hash.ts'
import { act, begin, type Office, open } from './actions.ts'
import { addressOf, deskQuery, readPlace, writePlace } from './desk.ts'
import { listPages } from './pages-lists.ts'
import type { Procedure } from './procedure.ts'
import type { Answers } from './schema.ts'

const { kit, owner } = await freshDatabase(undefined, { uncounted: 'files are emptied by hand between tests' })
const world = await umbrellaWorld(kit)

/** A second procedure: the office has set itself an aim of one day where the law sets no time limit. */
const LOAN: Procedure = {
  ...UMBRELLA,
  ...{ id: 'umbrella-loan', path: 'umbrella-loans', prefix: 'UA', name: { vi: 'Mượn ô', en: 'Loan of an umbrella' } },
  clocks: UMBRELLA.clocks.map((clock) =>
    clock.id === 'decide'
      ? { ...clock, kind: 'target', rule: () => ({ rule: { workingDays: 1 }, cite: clock.name }) }
      : clock,
  ),
}
const offices: readonly Office[] = [umbrellaOffice, { ...umbrellaOffice, procedure: LOAN }]
const [LOSSES, LOANS] = [offices[0] ?? umbrellaOffice, offices[1] ?? umbrellaOffice]
const app = world.app(listPages(offices))

const MONDAY = '2026-11-02T02:00:00.000Z'
const later = (hours: number): string => new Date(Date.parse(MONDAY) + hours * 3_600_000).toISOString()

const said = async <T,>(outcome: Promise<{ readonly ok: boolean; readonly value?: T }>): Promise<T> => {
  const got = await outcome
  if (!got.ok || got.value === undefined) assert.fail(JSON.stringify(got))
  return got.value
}

/** Left behind: the party has 72 hours from when it noticed. Blown away: the storm office leads. */
async function report(at: string, more: Answers = {}, office: Office = LOSSES, who: Somebody = 'lan'): Promise<string> {
  const answers = { ...LOST, noticedAt: at, ...more }
  const { number } = await said(open(world.as(who, at), office, [{ verb: 'report', answers, secrets: CARD }]))
  return number
}

interface Got {
  readonly status: number
  readonly html: string
  readonly headers: Headers
}
async function get(path: string, who: Somebody): Promise<Got> {
  const response = await app.request(path, { headers: { cookie: `saola_session=${who}` } })
  return { status: response.status, html: await response.text(), headers: response.headers }
}
async function post(path: string, who: Somebody, form: Readonly<Record<string, string>>): Promise<Got> {
  const response = await app.request(path, {
    method: 'POST',
    headers: { cookie: `saola_session=${who}`, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  })
  return { status: response.status, html: await response.text(), headers: response.headers }
}

/** Numbers of files in the order in which they stand. */
const numbers = (html: string): string[] =>
  [...html.matchAll(/<strong class="number">([^<]+)</g)].map(([, n = '']) => n)
const words = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
/** The cells of one file. */
const rowOf = (html: string, number: string): string =>
  words(html.split('<tr>').find((row) => row.includes(`>${number}<`)) ?? '')

beforeEach(async () => {
  kit.setNow(MONDAY)
  await owner.query('truncate casefile, case_view, case_feed cascade')
})

// ————— the list of an organisation —————

test('an organisation finds every file of its own in one list, with holder, next date and what it can do', async () => {
  const draft = (await said(begin(world.as('lan'), LOSSES))).number
  const loss = await report(MONDAY)
  const loan = await report(MONDAY, { how: 'stolen', thief: 'Đội mũ' }, LOANS)
  await report(MONDAY, {}, LOSSES, 'stranger')
  const { status, html } = await get('/vi/cases', 'lan')
  assert.equal(status, 200)
  assert.deepEqual(await complaints(html), [])
  assert.deepEqual(numbers(html).toSorted(), [draft, loss, loan].toSorted())
  assert.match(rowOf(html, loss), /Báo mất ô Ô cầu vồng Đã báo Đang chờ Phòng đồ thất lạc, từ 09:00 ngày 02\/11\/2026/)
  assert.match(rowOf(html, loss), /Báo kết quả tìm trong thư viện: còn 72 giờ/)
  assert.match(rowOf(html, loss), /Báo đã tìm thấy ô/)
  assert.match(rowOf(html, draft), /Gửi báo mất ô/)
  assert.match(rowOf(html, draft), /Chưa gửi nên chưa có thời hạn/)
  assert.match(rowOf(html, loan), /Mượn ô/)
  assert.ok(html.includes(`href="/vi/umbrella-losses/${loss}/do/found"`))
  assert.ok(html.includes('href="/vi/calendar"'))
})

test('the nearest date stands first and files that are done with stand last', async () => {
  const done = await report(later(-48))
  await said(act(world.as('lan', later(-47)), LOSSES, done, 'withdraw', 1))
  const calm = await report(MONDAY, { how: 'stolen', thief: 'Đội mũ' })
  const urgent = await report(later(-60))
  assert.deepEqual(numbers((await get('/vi/cases', 'lan')).html), [urgent, calm, done])
})

test('a viewer of the organisation reads the list and is offered no step', async () => {
  const loss = await report(MONDAY)
  const { html } = await get('/en/cases', 'mai')
  assert.deepEqual(numbers(html), [loss])
  assert.ok(!html.includes('/do/'))
  assert.equal((await get('/en/cases', 'visitor')).status, 303)
  assert.equal((await get('/en/cases', 'khanh')).status, 404)
})

test('the filters of the list count what they show', async () => {
  const open = await report(MONDAY)
  const done = await report(MONDAY)
  await said(act(world.as('lan'), LOSSES, done, 'withdraw', 1))
  const asked = await report(MONDAY, { how: 'stolen', thief: 'Đội mũ' })
  await said(act(world.as('khanh'), LOSSES, asked, 'take', 1))
  const items = [{ field: 'place', label: { vi: 'Nơi mất', en: 'Place' }, reason: 'Chưa rõ' }]
  await said(act(world.as('khanh'), LOSSES, asked, 'ask', 2, { items }))
  const { html } = await get('/vi/cases', 'lan')
  assert.match(words(html), /Tất cả \(3\).*Đang giải quyết \(2\).*Đang chờ tổ chức của bạn \(1\).*Đã xong \(1\)/)
  assert.match(rowOf(html, asked), /Trả lời yêu cầu bổ sung/)
  assert.ok(html.includes(`/umbrella-losses/${asked}/answer"`))
  const shown = async (show: string) => numbers((await get(`/vi/cases?show=${show}`, 'lan')).html).toSorted()
  assert.deepEqual(await shown('open'), [open, asked].toSorted())
  assert.deepEqual(await shown('ours'), [asked])
  assert.deepEqual(await shown('closed'), [done])
  assert.equal((await shown('nonsense')).length, 3)
})

test('whoever has no file yet is shown where each procedure begins', async () => {
  const { html } = await get('/vi/cases', 'stranger')
  assert.deepEqual(await complaints(html), [])
  for (const { procedure } of offices) assert.ok(html.includes(`href="/vi/${procedure.path}"`), procedure.path)
  await report(MONDAY)
  const none = await get('/en/cases?show=closed', 'lan')
  assert.deepEqual(numbers(none.html), [])
  assert.match(words(none.html), /Show all files/)
})

// ————— the desk —————

test('the queue has the nearest due date first, files without a date after them by how long they have waited', async () => {
  const calm = await report(MONDAY, { how: 'stolen', thief: 'Đội mũ' })
  const urgent = await report(later(-60))
  // Decided by nobody, dated by nothing: its clocks are met by hand.
  const [younger, older] = [await report(later(-10)), await report(later(-20))]
  await owner.query(
    `update casefile_clock c set met_at = now() from casefile f where f.id = c.file and f.number = any($1)`,
    [[younger, older]],
  )
  const { status, html } = await get('/vi/desk', 'khanh')
  assert.equal(status, 200)
  assert.deepEqual(await complaints(html), [])
  assert.deepEqual(numbers(html), [urgent, calm, older, younger])
})

test('a date of the law goes before a configured aim, and a clock of another law decides nothing', async () => {
  const aimed = await report(MONDAY, { how: 'stolen', thief: 'Đội mũ' }, LOANS)
  const [loan, loss] = [await report(MONDAY, {}, LOANS), await report(later(-1))]
  await owner.query(
    `insert into casefile_clock select file, 'elsewhere', side, 'parallel', due_at - interval '9 days', reckoning,
     remind_50, remind_80, remind_100, 100, null from casefile_clock where clock = 'found-or-not'`,
  )
  const { html } = await get('/vi/desk', 'khanh')
  assert.deepEqual(numbers(html), [aimed, loss, loan])
  assert.match(rowOf(html, aimed), /Trả lời của phòng đồ thất lạc: còn 1 ngày làm việc/)
  assert.match(rowOf(html, loan), /Báo kết quả tìm trong thư viện: còn 72 giờ/)
})

test('overdue is read against the clock of this moment: nothing has to run for it', async () => {
  const loss = await report(MONDAY)
  const due = async () => rowOf((await get('/vi/desk', 'khanh')).html, loss)
  kit.setNow(later(72))
  assert.doesNotMatch(await due(), /[Qq]uá hạn/)
  kit.setNow(later(73))
  assert.match(await due(), /Quá hạn Báo kết quả tìm trong thư viện: đã quá hạn 1 giờ/)
  assert.match(words((await get('/vi/desk', 'khanh')).html), /Đã quá hạn \(1\)/)
  kit.setNow(later(71))
  assert.doesNotMatch(await due(), /[Qq]uá hạn/)
})

test('after two days of outage the first request shows what three clocks have come to', async () => {
  const [over, last, running] = [await report(later(-50)), await report(later(-23.5)), await report(later(20))]
  kit.setNow(later(48))
  for (const path of ['/vi/desk', '/vi/cases']) {
    const { html } = await get(path, path === '/vi/desk' ? 'khanh' : 'lan')
    assert.deepEqual(numbers(html), [over, last, running])
    assert.match(rowOf(html, over), /đã quá hạn 26 giờ/)
    assert.match(rowOf(html, last), /còn 30 phút/)
    assert.match(rowOf(html, running), /còn 44 giờ/)
  }
})

test('what was done too late keeps its mark', async () => {
  const loss = await report(MONDAY)
  const answers = { foundAt: later(80), foundWhere: 'Sau quầy', broken: 'no' }
  await said(act(world.as('lan', later(81)), LOSSES, loss, 'found', 1, { answers }))
  kit.setNow(later(82))
  assert.match(rowOf((await get('/vi/desk', 'khanh')).html, loss), /Trễ hạn: Báo kết quả tìm trong thư viện/)
})

test('a unit sees what it leads and what it keeps a view of, and nothing else', async () => {
  const own = await report(MONDAY)
  const copied = await report(MONDAY, { how: 'stolen', thief: 'Đội mũ' })
  const storm = await report(MONDAY, { how: 'storm' })
  assert.deepEqual(numbers((await get('/vi/desk', 'khanh')).html).toSorted(), [own, copied].toSorted())
  const { html } = await get('/vi/desk', 'gio')
  assert.deepEqual(numbers(html).toSorted(), [copied, storm].toSorted())
  assert.deepEqual(numbers((await get('/vi/desk?part=lead', 'gio')).html), [storm])
  assert.deepEqual(numbers((await get('/vi/desk?part=copy', 'gio')).html), [copied])
  assert.match(rowOf(html, copied), /Theo dõi/)
})

test('an administrator handles no files; others do not learn that there is a desk', async () => {
  assert.equal((await get('/vi/desk', 'quan')).status, 403)
  assert.equal((await get('/vi/desk', 'lan')).status, 404)
  assert.equal((await post('/vi/desk/views', 'quan', { name: 'x', query: '' })).status, 403)
})

test('a desk without any file says when one will come', async () => {
  const { html } = await get('/en/desk', 'gio')
  assert.deepEqual(await complaints(html), [])
  assert.match(words(html), /Nothing waits on this desk A file comes here when/)
  assert.ok(!html.includes('type="radio"'))
})

/** Files in many states of work. */
async function busyDesk(): Promise<void> {
  for (let n = 0; n < 12; n += 1) {
    const office = n % 3 === 0 ? LOANS : LOSSES
    const number = await report(later(-10 * n), n % 2 === 0 ? {} : { how: 'stolen', thief: 'Đội mũ' }, office)
    const officer = n % 4 === 0 ? 'khanh' : 'duc'
    if (n % 4 < 2) await said(act(world.as(officer), office, number, 'take', 1))
    if (n % 4 === 1) {
      const items = [{ field: 'place', label: { vi: 'Nơi mất', en: 'Place' }, reason: 'Chưa rõ' }]
      await said(act(world.as(officer), office, number, 'ask', 2, { items }))
    }
    if (n % 6 === 2) await said(act(world.as('lan'), office, number, 'withdraw', undefined))
  }
}

test('beside each filter stands how many files it would show', async () => {
  await busyDesk()
  const counted = async (query: string): Promise<number> =>
    numbers((await get(`/en/desk${query}`, 'khanh')).html).length
  const bases = ['', '?due=over', '?whose=mine', '?procedure=umbrella-loan&waiting=unit']
  for (const base of bases) {
    const { html } = await get(`/en/desk${base}`, 'khanh')
    const boxes = [...html.matchAll(/name="(\w+)" type="(radio|checkbox)" value="([^"]*)"[\s\S]*?\((\d+)\)/g)]
    assert.ok(boxes.length >= 15, `${boxes.length} boxes`)
    for (const [, name = '', , value = '', n] of boxes) {
      const params = new URLSearchParams(base)
      params.delete(name)
      if (value !== '') params.set(name, value)
      assert.equal(await counted(`?${params}`), Number(n), `${base} ${name}=${value}`)
    }
  }
})

test('a long queue is walked page by page, every file once, also where dates are equal', async () => {
  for (let n = 0; n < 60; n += 1)
    await report(later(-Math.floor(n / 7)), n % 2 === 0 ? {} : { how: 'stolen', thief: 'Mũ' })
  await owner.query(
    `update casefile_clock set met_at = now() where file in (select id from casefile order by number limit 20)`,
  )
  const seen: string[] = []
  let path: string | undefined = '/vi/desk?waiting=unit'
  let pages = 0
  while (path !== undefined) {
    const { html } = await get(path, 'khanh')
    assert.deepEqual(await complaints(html), [])
    seen.push(...numbers(html))
    pages += 1
    path = /rel="next"/.test(html) ? /href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&') : undefined
  }
  assert.equal(pages, 3)
  assert.equal(seen.length, 60)
  assert.equal(new Set(seen).size, 60)
})

test('an address mended by hand shows what of it is understood', async () => {
  const loss = await report(MONDAY)
  for (const query of ['after=nonsense', 'due=never', 'state=x', 'after=', 'whose=mine&whose=nobody', 'closed=2'])
    assert.deepEqual(numbers((await get(`/vi/desk?${query}`, 'khanh')).html), [loss], query)
  const known = { procedure: ['a', 'b'], state: ['a:x'] }
  const query = deskQuery({ procedure: ['b', 'c'], state: 'a:x', due: 'over', closed: '1' }, known)
  assert.equal(addressOf(query), '?procedure=b&state=a%3Ax&due=over&closed=1')
  const place = { due: null, heldSince: MONDAY, id: '019a0000-0000-7000-8000-000000000000' }
  assert.deepEqual(readPlace(writePlace(place)), place)
  assert.equal(readPlace(writePlace({ ...place, heldSince: "x' or 1" })), undefined)
})

test('the rows can be walked by keys, and the page says how', async () => {
  await report(MONDAY)
  const { html } = await get('/en/desk', 'khanh')
  assert.ok(html.includes('data-keys="desk-keys"'))
  assert.match(html, /<p id="desk-keys"[^>]*>[^<]*Enter/)
})

// ————— saved views —————

test('an officer keeps the filters in use under a name, for himself alone, and takes them away again', async () => {
  await report(MONDAY)
  const form = { name: '  Quá hạn   của tôi ', query: '?whose=mine&due=over&after=x', once: 'one' }
  const kept = await post('/vi/desk/views', 'khanh', form)
  assert.equal(kept.headers.get('location'), '/vi/desk?whose=mine&due=over')
  await post('/vi/desk/views', 'khanh', form)
  const { html } = await get('/vi/desk', 'khanh')
  assert.deepEqual(await complaints(html), [])
  assert.match(html, /href="\/vi\/desk\?whose=mine&amp;due=over"[^>]*>\s*Quá hạn của tôi/)
  assert.ok(!(await get('/vi/desk', 'duc')).html.includes('Quá hạn của tôi'))
  const id = /desk\/views\/([\w-]+)\/remove/.exec(html)?.[1] ?? ''
  await post(`/vi/desk/views/${id}/remove`, 'duc', { query: '' })
  assert.ok((await get('/vi/desk', 'khanh')).html.includes('Quá hạn của tôi'))
  assert.equal((await post(`/vi/desk/views/${id}/remove`, 'khanh', { query: '?due=over' })).status, 303)
  assert.ok(!(await get('/vi/desk', 'khanh')).html.includes('Quá hạn của tôi'))
})

test('the same name is given new filters; no name is told at its field', async () => {
  await post('/vi/desk/views', 'khanh', { name: 'Của tôi', query: '?whose=mine' })
  await post('/vi/desk/views', 'khanh', { name: 'Của tôi', query: '?due=soon' })
  const { rows } = await owner.query<{ query: string }>('select query from case_view')
  assert.deepEqual(rows, [{ query: '?due=soon' }])
  const { status, html } = await post('/vi/desk/views', 'khanh', { name: ' ', query: '?due=over' })
  assert.equal(status, 422)
  assert.deepEqual(await complaints(html), [])
  assert.match(html, /href="#name"/)
  assert.match(html, /name="query" value="\?due=over"/)
})

// ————— the private calendar —————

/** Makes an address and gives it, as the page shows it this once. */
async function makeCalendar(who: Somebody, side: 'party' | 'unit', lang = 'vi'): Promise<string> {
  const made = await post(`/${lang}/calendar`, who, { side, once: `${who} ${Math.random()}` })
  assert.equal(made.status, 303)
  const cookie = (made.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const shown = await app.request(`/${lang}/calendar`, { headers: { cookie: `saola_session=${who}; ${cookie}` } })
  const html = await shown.text()
  assert.deepEqual(await complaints(html), [])
  assert.match(shown.headers.get('set-cookie') ?? '', /saola_calendar=;/)
  return /http:\/\/localhost:8400(\/\w\w\/calendar\/[\w-]+\.ics)/.exec(html)?.[1] ?? assert.fail(html)
}
const read = async (path: string) => {
  const response = await app.request(path)
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

test('a calendar address is shown once, opens without signing in, and only its hash is kept', async () => {
  const loss = await report(MONDAY)
  await report(MONDAY, {}, LOSSES, 'stranger')
  const address = await makeCalendar('mai', 'party')
  const { status, type, text } = await read(address)
  assert.deepEqual([status, type], [200, 'text/calendar; charset=utf-8'])
  const uids = [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid)
  assert.deepEqual(uids, [`${loss}-found-or-not@localhost`, `${loss}-decide@localhost`])
  assert.doesNotMatch(text.replaceAll('\r\n ', ''), /cầu vồng|Bến Sông|Thư viện Ô|123456789|@thuvien/)
  const token = address.split('/').at(-1)?.replace('.ics', '') ?? ''
  const { rows } = await owner.query<{ token_hash: string }>('select * from case_feed')
  assert.equal(rows[0]?.token_hash, sha256(token))
  assert.ok(!JSON.stringify(rows).includes(token))
  const again = await get('/vi/calendar', 'mai')
  assert.deepEqual(await complaints(again.html), [])
  assert.ok(!again.html.includes(token))
  assert.ok(again.html.includes(`…${token.slice(-4)}`))
})

test('the calendar of a unit holds the files it leads, in the language it was made in', async () => {
  const loss = await report(MONDAY)
  await report(MONDAY, { how: 'storm' })
  const { text } = await read(await makeCalendar('duc', 'unit', 'en'))
  assert.match(text.replaceAll('\r\n ', ''), new RegExp(`SUMMARY:Answer of the lost-property office \\(${loss}\\)`))
  assert.equal(text.split('BEGIN:VEVENT').length - 1, 2)
  const done = await said(act(world.as('lan'), LOSSES, loss, 'withdraw', 1))
  assert.equal(done.state, 'withdrawn')
})

test('what is met or done with leaves the calendar', async () => {
  const loss = await report(MONDAY)
  const address = await makeCalendar('lan', 'party')
  await said(act(world.as('lan'), LOSSES, loss, 'withdraw', 1))
  assert.ok(!(await read(address)).text.includes('VEVENT'))
})

test('a revoked address and one that never was are not found; nobody revokes that of others', async () => {
  const address = await makeCalendar('lan', 'party')
  assert.equal((await read('/vi/calendar/nonsense')).status, 404)
  const id = /calendar\/(\w{64})\/revoke/.exec((await get('/vi/calendar', 'lan')).html)?.[1] ?? ''
  assert.equal((await post(`/vi/calendar/${id}/revoke`, 'stranger', { side: 'party' })).status, 404)
  assert.equal((await post(`/vi/calendar/${id}/revoke`, 'khanh', { side: 'unit' })).status, 404)
  assert.equal((await read(address)).status, 200)
  // The hash names the address and does not open it.
  assert.equal((await read(`/vi/calendar/${id}`)).status, 404)
  assert.equal((await post(`/vi/calendar/${id}/revoke`, 'lan', { side: 'party' })).status, 303)
  assert.equal((await read(address)).status, 404)
  assert.equal((await post(`/vi/calendar/${id}/revoke`, 'lan', { side: 'party' })).status, 404)
})

test('a form sent twice makes one address, and an administrator has none to make', async () => {
  for (const _ of [1, 2]) await post('/vi/calendar', 'lan', { side: 'party', once: 'same' })
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from case_feed')
  assert.equal(rows[0]?.n, 1)
  assert.equal((await get('/vi/calendar', 'quan')).status, 403)
  assert.equal((await post('/vi/calendar', 'quan', { side: 'unit' })).status, 403)
  assert.equal((await post('/vi/calendar', 'lan', { side: 'unit' })).status, 403)
  assert.equal((await get('/vi/calendar', 'visitor')).status, 303)
})
