import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidv7 } from '../../base/ids.ts'
import { json } from '../../db/json.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { asking, fill, record } from '../../../test/register.ts'
import type { PublicSystem } from '../systems/schema.ts'
import { csvRow, readCursor, spellings, wordsIn, writeCursor } from './rules.ts'
import type { SystemPage } from './schema.ts'

const q = (text: string) => `?q=${encodeURIComponent(text)}`

test('a system is found with marks, without marks, in NFD and with đ or d', async (t) => {
  const { kit } = await freshDatabase(t)
  const { names } = asking(kit)
  await record(kit, { name: 'Điều phối đường sắt', provider: 'Công ty Đèn Biển' })
  await record(kit, { name: 'Máy dịch' })
  const found = ['Điều phối đường sắt']
  for (const typed of [
    'điều phối',
    'dieu phoi',
    'Dieu Phoi',
    'điều phối'.normalize('NFD'),
    'đieu',
    'duong sat',
    'den bien',
    'phối đường',
    'dieu ph',
  ])
    assert.deepEqual(await names(q(typed)), found, typed)
  assert.deepEqual(await names(q('dieu dich')), [], 'every word must be there')
  assert.deepEqual(await names(q('???')), [], 'no word is nothing, not everything')
  for (const odd of ["'", '\\', "a' | 'b", '!&|():*', '<b>', 'a:b']) assert.ok(Array.isArray(await names(q(odd))), odd)
})

test('the marks as typed come first, then hits in the name, then the newest', async (t) => {
  const { kit } = await freshDatabase(t)
  const { names } = asking(kit)
  await record(kit, { name: 'Trợ lý bán hàng' })
  await record(kit, { name: 'Gợi ý sách', purpose: 'Cho người bán sách' })
  await record(kit, { name: 'Trợ lý bạn đọc' })
  await record(kit, { name: 'Máy tìm', purpose: 'Cho bạn đọc' })
  assert.deepEqual(await names(q('bán')), ['Trợ lý bán hàng', 'Gợi ý sách', 'Trợ lý bạn đọc', 'Máy tìm'])
  assert.deepEqual(await names(q('bạn')), ['Trợ lý bạn đọc', 'Máy tìm', 'Trợ lý bán hàng', 'Gợi ý sách'])
  assert.deepEqual(await names(`${q('bán')}&sort=newest`), [
    'Máy tìm',
    'Trợ lý bạn đọc',
    'Gợi ý sách',
    'Trợ lý bán hàng',
  ])
  const pages = []
  for (let next: string | null = `${q('bán')}&limit=1`; next !== null; ) {
    const page: SystemPage = await asking(kit).list(next)
    pages.push(...page.items.map((item) => item.name))
    assert.equal(page.total.count, 4)
    next = page.next && new URL(page.next).search
  }
  assert.deepEqual(pages, ['Trợ lý bán hàng', 'Gợi ý sách', 'Trợ lý bạn đọc', 'Máy tìm'])
})

test('an AI-ID in any spelling leads straight to the record', async (t) => {
  const { kit } = await freshDatabase(t)
  const { get, list } = asking(kit)
  const { aiId } = await record(kit, { aiId: 'VN-10GH-JKMN-PQ' })
  for (const typed of [aiId, 'vn10ghjkmnpq', 'VN 10GH JKMN PQ', '1ogh-jkmn-pq', 'vn-IOgh.jkmn_pq']) {
    const answer = await get(`/vi/register${q(typed)}`)
    assert.equal(answer.status, 303, typed)
    assert.equal(answer.headers.get('location'), `/vi/register/${aiId}`)
    assert.equal((await list(q(typed))).items[0]?.aiId, aiId)
  }
  assert.equal((await get('/en/register/vn10ghjkmnpq')).headers.get('location'), `/en/register/${aiId}`)
  assert.deepEqual(spellings('bán'), [], 'too short for one')
})

test('where nothing is found for a slip of the finger, the nearest word is offered and looked for', async (t) => {
  const { kit } = await freshDatabase(t)
  const { html, list } = asking(kit)
  await record(kit, { name: 'Chatbot thư viện' })
  const page = await html(`/vi/register${q('chatbto thư viện')}`)
  assert.match(page, /Có phải bạn tìm “chatbot thu vien”\?/)
  assert.match(page, /Chatbot thư viện/)
  assert.match(await html(`/en/register${q('chatbto')}`), /Did you mean “chatbot”\?/)
  await record(kit, { name: 'Trường Trăng Khuyết' })
  for (const [typed, meant] of [
    ['truogn', 'truong'],
    ['khuyt', 'khuyet'],
    ['trangg', 'trang'],
    ['chaybot', 'chatbot'],
    ['hcatbot', 'chatbot'],
  ])
    assert.match(await html(`/vi/register${q(typed ?? '')}`), new RegExp(`Có phải bạn tìm “${meant}”`), typed)
  assert.match(await html(`/vi/register${q('xyzxyz')}`), /Không tìm thấy hệ thống nào/)
  assert.equal((await list(q('chatbto'))).total.count, 0, 'programs get what they asked for')
})

test('each filter holds, several options of one widen it, and the address keeps all of it', async (t) => {
  const { kit } = await freshDatabase(t)
  const { names, html, get } = asking(kit)
  await record(kit, { name: 'A', level: 'high', sectors: ['health'], entries: ['III.1'], state: 'in-use' })
  await record(kit, { name: 'B', level: 'high', sectors: ['health', 'banking'], state: 'suspended' })
  await record(kit, { name: 'C', level: 'medium', sectors: ['banking'], state: 'recalled' })
  await record(kit, { name: 'D', level: 'low', sectors: ['other'], state: 'withdrawn' })
  assert.deepEqual(await names(''), ['D', 'C', 'B', 'A'], 'newest first')
  assert.deepEqual(await names('?level=high'), ['B', 'A'])
  assert.deepEqual(await names('?level=high&level=low'), ['D', 'B', 'A'])
  assert.deepEqual(await names('?sector=banking'), ['C', 'B'])
  assert.deepEqual(await names('?state=withdrawn'), ['D'], 'a withdrawn record stays visible')
  assert.deepEqual(await names('?entry=III.1'), ['A'])
  assert.deepEqual(await names('?level=high&sector=banking&state=suspended'), ['B'])
  assert.equal((await get('/api/v1/systems?level=huge')).status, 422)
  assert.equal((await get('/api/v1/systems?colour=red')).status, 422, 'unknown fields are refused')
  assert.equal((await get('/api/v1/systems?after=abc')).status, 422)
  assert.match(
    await html('/vi/register?level=huge&after=abc&utm=1'),
    /4 hệ thống/,
    'a page leaves out what it does not understand',
  )

  const page = await html('/vi/register?level=high')
  const count = (word: string) => page.match(new RegExp(`${word} <span class="soft number">\\((\\d+)\\)`))?.[1]
  assert.deepEqual(
    [count('Rủi ro cao'), count('Rủi ro trung bình'), count('Rủi ro thấp')],
    ['2', '1', '1'],
    'its own filter aside',
  )
  assert.deepEqual([count('Y tế'), count('Ngân hàng'), count('Lĩnh vực khác')], ['2', '1', '0'])
  assert.deepEqual([count('Tạm dừng'), count('Thu hồi')], ['1', '0'])
  assert.match(page, /III\.1 \(1\)/)
  assert.match(page, /<meta name="robots" content="noindex"/)
  assert.doesNotMatch(await html('/vi/register'), /noindex/)
  assert.match(await html('/vi/register?q=zzz&level=low'), /Xóa bộ lọc/)
})

test('counts are exact to 1,000 and then more than 1,000', async (t) => {
  const { kit, owner } = await freshDatabase(t)
  const { html, list } = asking(kit)
  await fill(owner, 1000)
  assert.deepEqual((await list(q('may'))).total, { count: 1000, exact: true })
  assert.match(await html('/vi/register'), /1\.000 hệ thống/)
  await fill(owner, 100, 1000)
  assert.deepEqual((await list('')).total, { count: 1000, exact: false })
  assert.deepEqual((await list(q('may'))).total, { count: 1000, exact: false })
  const page = await html(`/vi/register${q('may')}`)
  assert.match(page, /Hơn 1\.000 hệ thống/)
  assert.match(page, /Rủi ro thấp <span class="soft number">\(hơn 1\.000\)/)
  assert.match(page, /Ngừng sử dụng <span class="soft number">\(110\)/)
  assert.match(await html('/en/register'), /More than 1,000 systems/)
})

for (const [name, query] of [
  ['newest first', '?limit=100'],
  ['best first, past the part that is put in order', '?q=may&limit=77'],
] as const)
  test(`a walk through all pages, ${name}, misses none and repeats none while records are added`, async (t) => {
    const { kit, owner } = await freshDatabase(t)
    const { get } = asking(kit)
    await fill(owner, 1500)
    const seen: string[] = []
    let added = 1500
    for (let path: string | undefined = `/api/v1/systems${query}`; path !== undefined; ) {
      const answer = await get(path)
      seen.push(...((await answer.json()) as SystemPage).items.map((item) => item.aiId))
      await fill(owner, 40, added)
      added += 40
      path = /<http:\/\/localhost:8400([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1]
    }
    assert.equal(new Set(seen).size, seen.length, 'none twice')
    const old = seen.filter((id) => Number(id.slice(2)) <= 1500)
    assert.equal(old.length, 1500, 'none missed')
  })

test('drafts never appear, and the public role cannot read the table behind the register', async (t) => {
  const { kit } = await freshDatabase(t)
  const { names } = asking(kit)
  await record(kit, { name: 'Đã thông báo' })
  const party = await kit.db.selectFrom('party').select('id').executeTakeFirstOrThrow()
  await kit.db
    .insertInto('system')
    .values({
      id: uuidv7(),
      provider: party.id,
      name: 'Bản nháp',
      state: 'draft',
      search_plain: 'ban nhap',
      created_at: kit.now(),
      changed_at: kit.now(),
    })
    .execute()
  assert.deepEqual(await names(''), ['Đã thông báo'])
  assert.deepEqual(await names(q('ban nhap')), [])
  await assert.rejects(kit.reader.selectFrom('system').select('id').execute(), { code: '42501' })
})

test('a file holds every record of the search, and no cell runs as a formula', async (t) => {
  const { kit, owner } = await freshDatabase(t)
  const { get } = asking(kit)
  await fill(owner, 2100)
  await record(kit, { name: '=1+1', purpose: 'Nói "xin chào",\nrồi thôi', level: 'high', provider: '@ô' })
  const csv = await get('/vi/register/export.csv')
  assert.match(csv.headers.get('content-type') ?? '', /^text\/csv/)
  const bytes = Buffer.from(await csv.arrayBuffer())
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
  const text = bytes.toString()
  assert.match(text, /^\uFEFFMã AI-ID,Tên hệ thống,/)
  assert.equal(text.split('\r\n').length, 2101 + 2)
  assert.match(text, /,'=1\+1,1\.0,Rủi ro cao,Đang sử dụng,'@ô,/)
  assert.match(text, /"Nói ""xin chào"",\nrồi thôi"/)
  assert.equal((await (await get('/en/register/export.csv?level=high')).text()).split('\r\n').length, 3)
  const all = (await (await get('/en/register/export.json')).json()) as PublicSystem[]
  assert.equal(new Set(all.map((system) => system.aiId)).size, 2101)
  assert.deepEqual(await (await get('/en/register/export.json?q=zzz')).json(), [])
  assert.equal(csvRow(['-1', '+1', '\t1', 'a,b', '']), "'-1,'+1,'\t1,\"a,b\",\r\n")
})

test('a record speaks plainly, shows its history, and is JSON at the same address for whoever prefers it', async (t) => {
  const { kit } = await freshDatabase(t, { uncounted: 'steps are written by hand' })
  const { get, html } = asking(kit)
  const system = await record(kit, {
    name: 'Máy chấm thi',
    level: 'high',
    state: 'suspended',
    entries: ['I.1'],
    sectors: ['education'],
  })
  const { id } = await kit.db
    .selectFrom('system')
    .select('id')
    .where('ai_id', '=', system.aiId)
    .executeTakeFirstOrThrow()
  const event = { system: id, by: 'account:x', data: json({ secret: 'kín' }) }
  await kit.db
    .insertInto('system_event')
    .values([
      { ...event, seq: 1, verb: 'notified', at: '2026-04-01T00:00:00Z', public: json({ level: 'high' }) },
      { ...event, seq: 2, verb: 'deployer-linked', at: '2026-04-02T00:00:00Z', public: null },
      {
        ...event,
        seq: 3,
        verb: 'dossier-updated',
        at: '2026-04-03T00:00:00Z',
        public: json({
          version: 2,
          reason: 'Bản mới',
          changes: [{ field: 'purpose', before: 'Chấm', after: 'Chấm và soát' }],
        }),
      },
    ])
    .execute()
  const path = `/register/${system.aiId}`
  const page = await html(`/vi${path}`)
  assert.match(
    page,
    /Máy chấm thi là hệ thống trí tuệ nhân tạo có rủi ro cao, do Thư viện Ô cung cấp, đang tạm dừng sử dụng\./,
  )
  assert.match(page, /<del>Chấm<\/del>[\s\S]*<ins>Chấm và soát<\/ins>/)
  assert.match(page, /Hệ thống đang tạm dừng/)
  assert.match(page, /không phê duyệt/)
  assert.doesNotMatch(page, /noindex|kín/)
  await html(`/en${path}`)
  const answer = await get(`/vi${path}`, { accept: 'application/json' })
  assert.deepEqual(await answer.json(), JSON.parse(JSON.stringify(system)))
  assert.deepEqual(await (await get(`/api/v1/systems/${system.aiId}`)).json(), JSON.parse(JSON.stringify(system)))
  const { items } = (await (await get(`/api/v1/systems/${system.aiId}/history`)).json()) as { items: { seq: number }[] }
  assert.deepEqual(
    items.map((item) => item.seq),
    [3, 1],
  )
})

test('an AI-ID nobody holds is not there, in every way of asking', async (t) => {
  const { kit } = await freshDatabase(t)
  const { get } = asking(kit)
  for (const path of [
    '/api/v1/systems/VN-0000-0000-00',
    '/api/v1/systems/VN-0000-0000-00/history',
    '/vi/register/VN-0000-0000-00',
  ]) {
    const answer = await get(path)
    assert.equal(answer.status, 404, path)
    assert.match(await answer.text(), /register\.unknown/)
  }
})

test('an empty register says so', async (t) => {
  const { kit } = await freshDatabase(t)
  assert.match(await asking(kit).html('/vi/register'), /chưa có hệ thống nào/)
})

test('a cursor is read back as it was written, and nothing else is taken for one', () => {
  const at = '2026-05-01T00:00:00.000001Z'
  for (const cursor of [
    { in: 'newest', at, aiId: 'A' },
    { in: 'best', at, aiId: 'A', marked: true, named: false, floor: null },
    { in: 'best', at, aiId: 'A', marked: false, named: true, floor: { at, aiId: 'B' } },
  ] as const)
    assert.deepEqual(readCursor(writeCursor(cursor)), cursor)
  for (const text of [
    '',
    'x',
    '[]',
    JSON.stringify(['2026-02-31T00:00:00.000000Z', 'A']),
    JSON.stringify([at]),
    JSON.stringify([at, 'A', 1, 2, null]),
  ])
    assert.equal(readCursor(Buffer.from(text).toString('base64url')), undefined, text)
})

test('words are cut where PostgreSQL may cut them otherwise', () => {
  assert.equal(wordsIn('  '), undefined)
  assert.equal(wordsIn('Bán  bán Hàng')?.match, "'ban':* & 'hang':*")
  assert.equal(wordsIn("gpt-4'")?.match, "('gpt-4''':* | ('gpt':* & '4':*))")
})
