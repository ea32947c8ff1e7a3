import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { before, describe, test } from 'node:test'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import type { AccountId, Actor, PartyId, PartyRole, UnitId } from '../../base/actor.ts'
import type { Json } from '../../base/canonical.ts'
import { uuidv7 } from '../../base/ids.ts'
import type { Outcome } from '../../base/outcome.ts'
import { commitment } from '../../db/leaf.ts'
import { type Cite, citeText } from '../../law/cite.ts'
import { DOSSIER } from '../../law/dossier.ts'
import { Page } from '../../web/layout.tsx'
import { serve, SESSION } from '../../web/server.ts'
import {
  findDraft,
  findSystem,
  listDeployments,
  listEvents,
  listVersions,
  putOnRecord,
  updateDossier,
} from './actions.ts'
import { apis } from './api.ts'
import { pages } from './pages.tsx'
import { type Answers, isList, type Level, type Recorded, REFUSALS, type SystemId } from './schema.ts'
import { findVersion } from './store.ts'
import { SAYS } from './words.ts'

const { kit, owner } = await freshDatabase()
const LIBRARY = uuidv7() as PartyId
const STRANGERS = uuidv7() as PartyId
const SCHOOL = uuidv7() as PartyId
const UNIT = uuidv7() as UnitId

const person = (party: PartyId, role: PartyRole, name = 'Lan'): Actor => ({
  kind: 'person',
  account: uuidv7() as AccountId,
  name,
  email: 'lan@thuvien.example',
  lang: 'vi',
  acting: { party, name: party === LIBRARY ? 'Thư viện Ô' : 'Trường Cầu Vồng', role },
  seat: null,
})
const program = (party: PartyId): Actor => ({
  kind: 'program',
  key: 'k1',
  acting: { party, name: 'Thư viện Ô', role: 'filer' },
  scopes: ['systems:write'],
})
const PEOPLE: Readonly<Record<string, Actor>> = {
  lan: person(LIBRARY, 'filer'),
  binh: person(LIBRARY, 'owner', 'Bình'),
  viewer: person(LIBRARY, 'viewer'),
  stranger: person(STRANGERS, 'owner'),
  school: person(SCHOOL, 'owner'),
  officer: {
    ...{ kind: 'person', account: uuidv7() as AccountId, name: 'Khanh', email: 'k@coquan.example', lang: 'vi' },
    ...{ acting: null, seat: { unit: UNIT, kind: 'most', role: 'officer' } },
  },
}
const VISITOR: Actor = { kind: 'visitor' }
const KEYS: Readonly<Record<string, Actor>> = { library: program(LIBRARY), stranger: program(STRANGERS) }

const app = serve(kit, [...pages, ...apis], {
  refusals: { sort: REFUSALS, says: SAYS, cite: (cite, lang) => citeText(cite as Cite, lang) },
  whoIs: async (_, token) => PEOPLE[token] ?? VISITOR,
  whoHolds: async (_, key) => KEYS[key] ?? VISITOR,
  frame: (asked, content) => <Page lang={asked.lang} path={asked.path} {...content} />,
  problemPage: (_, problem) => ({ title: problem.title, children: <h1>{problem.code}</h1> }),
  flooded: () => false,
  signIn: (lang) => `/${lang}/sign-in`,
  observe: () => undefined,
  fault: (error) => {
    throw error
  },
})

before(async () => {
  for (const [id, name, code] of [
    [LIBRARY, 'Thư viện Ô', '0100000001'],
    [STRANGERS, 'Người lạ', null],
    [SCHOOL, 'Trường Cầu Vồng', '0100000002'],
  ] as const)
    await kit.db
      .insertInto('party')
      .values({
        id,
        kind: 'organisation',
        name,
        code,
        address: '1 Bến Sông',
        contact: 'o@thuvien.example',
        created_at: kit.now(),
      })
      .execute()
  await kit.db
    .insertInto('unit')
    .values({ id: UNIT, kind: 'most', code: 'UMBRELLA', name_vi: 'Phòng Ô', name_en: 'Umbrella office' })
    .execute()
})

interface Seen {
  readonly status: number
  readonly to: string
  readonly html: string
}
const seen = async (answer: Response): Promise<Seen> => {
  const html = await answer.text()
  if (/html/.test(answer.headers.get('content-type') ?? '') && html !== '') assert.deepEqual(await complaints(html), [])
  return { status: answer.status, to: answer.headers.get('location') ?? '', html }
}
type Fields = Readonly<Record<string, string | File>>

/** Every page that is looked at is checked to be valid HTML. */
const as = (who: string) => ({
  get: async (path: string) => seen(await app.request(path, { headers: { cookie: `${SESSION}=${who}` } })),
  async post(path: string, fields: Fields = {}, files = false) {
    const body = files ? new FormData() : new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) body.append(name, value as string)
    return seen(await app.request(path, { method: 'POST', body, headers: { cookie: `${SESSION}=${who}` } }))
  },
})
const lan = as('lan')

const unescape = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&')
/** What the boxes of a page hold, hidden ones included. */
function boxes(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<input[^>]*>/g)].flatMap(([tag]) => {
    const [, name] = / name="([^"]*)"/.exec(tag) ?? []
    const chosen = !/type="radio"/.test(tag) || / checked/.test(tag)
    return name === undefined || !chosen ? [] : [[name, unescape(/ value="([^"]*)"/.exec(tag)?.[1] ?? '')]]
  })
  const areas = [...html.matchAll(/<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)].map(
    ([, name = '', text = '']) => [name, unescape(text).trim()],
  )
  return Object.fromEntries([...inputs, ...areas]) as Record<string, string>
}
const drop = (from: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(from).filter(([name]) => !names.includes(name)))

const value = <T,>(outcome: Outcome<T>): T => {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.refusals))
  return outcome.value
}
const full = (more: Answers = {}): Answers => ({
  ...Object.fromEntries(DOSSIER.fields.map(({ key }) => [key, isList(key) ? ['một', 'hai'] : `nội dung ${key}`])),
  name: 'Trợ lý cho mượn ô',
  internalCode: uuidv7(),
  ...more,
})
const acting = (who = 'lan') => ({ ...kit, actor: PEOPLE[who] ?? VISITOR })
async function recorded(
  level: Level = 'medium',
  state: Recorded['state'] = 'declared',
  answers = full(),
): Promise<Recorded> {
  const becomes = { level, state, sectors: [], entries: [], firstUse: null }
  const r = { provider: LIBRARY, answers, becomes, verb: 'notified' as const, data: {}, reason: null, at: kit.now() }
  return kit.db.transaction().execute(async (db) => value(await putOnRecord({ ...acting(), db }, r)).system)
}
async function drafted(name = 'Máy gợi ý ô'): Promise<string> {
  const { to, status } = await lan.post('/vi/systems/new', { name })
  assert.equal(status, 303)
  return to.replace('/vi/systems/', '')
}
const paper = async (id: string) => {
  const draft = await findDraft(kit.db, id as SystemId)
  if (draft === undefined) assert.fail('no paper')
  return draft
}
const count = async (sql: string): Promise<number> =>
  Number((await owner.query(`select count(*) as n from ${sql}`)).rows[0].n)

describe('a draft', () => {
  test('begins with a name, knows the provider already, and is found again with its gaps', async () => {
    const id = await drafted()
    const { html } = await lan.get(`/vi/systems/${id}/dossier/identification`)
    assert.equal(boxes(html).providerName, 'Thư viện Ô')
    assert.match(html, /Còn thiếu:.*Phiên bản/s)
    assert.match(html, /Không đưa vào hồ sơ mã nguồn/)
    const saved = await lan.post(`/vi/systems/${id}/dossier/description`, {
      ...boxes((await lan.get(`/vi/systems/${id}/dossier/description`)).html),
      functions: 'Gợi ý ô\r\n\r\n  Trả lời bạn đọc ',
      go: 'next',
    })
    assert.equal(saved.to, `/vi/systems/${id}/dossier/data`)
    assert.deepEqual((await paper(id)).answers.functions, ['Gợi ý ô', 'Trả lời bạn đọc'])
    const again = boxes((await lan.get(`/en/systems/${id}/dossier/description`)).html)
    assert.deepEqual([again.functions, again.purpose], ['Gợi ý ô\nTrả lời bạn đọc', ''])
    const list = await lan.get('/vi/systems')
    assert.match(list.html, /Máy gợi ý ô/)
    assert.match(list.html, /Còn thiếu 11 mục/)
  })

  test('without a name is not begun, and what was typed stays', async () => {
    const before = await count('system')
    for (const name of ['', '   ', 'ô'.repeat(201)]) {
      const { status, html } = await lan.post('/vi/systems/new', { name })
      assert.equal(status, 422)
      assert.match(html, /href="#name"/)
    }
    assert.equal(await count('system'), before)
  })

  test('keeps nothing of a part in which something is too long, and shows all of it again', async () => {
    const id = await drafted()
    const at = `/vi/systems/${id}/dossier/description`
    const typed = {
      ...boxes((await lan.get(at)).html),
      purpose: 'x'.repeat(4001),
      functions: `một\n${'y'.repeat(301)}`,
      scope: 'Ba chi nhánh',
    }
    const { status, html } = await lan.post(at, typed)
    assert.equal(status, 422)
    assert.match(html, /Mục đích sử dụng: dài 4\.001 ký tự, tối đa 4\.000/)
    assert.match(html, /dòng 2 dài hơn 300 ký tự/)
    assert.deepEqual(drop(boxes(html), 'once'), drop(typed, 'once'))
    assert.equal((await paper(id)).answers.scope, undefined)
  })

  test('is saved in the background, again and again from one page, and sent once by its button', async () => {
    const id = await drafted()
    const at = `/vi/systems/${id}/dossier/risk`
    const form = boxes((await lan.get(at)).html)
    for (const text of ['N', 'Nh', 'Nhân viên đọc lại']) {
      const { status, html } = await lan.post(`${at}/autosave`, { ...form, riskMeasures: text })
      assert.deepEqual([status, html], [204, ''])
    }
    assert.equal((await paper(id)).answers.riskMeasures, 'Nhân viên đọc lại')
    assert.equal(
      (await lan.post(at, { ...form, riskMeasures: 'Nhân viên đọc lại hằng tuần', go: 'back' })).to,
      `/vi/systems/${id}`,
    )
    assert.equal((await paper(id)).answers.riskMeasures, 'Nhân viên đọc lại hằng tuần')
    assert.equal((await lan.post(`${at}/autosave`, { ...form, riskMeasures: 'x'.repeat(7000) })).status, 409)
  })

  test('that two people write at once loses nothing of either', async () => {
    const id = await drafted()
    const at = `/vi/systems/${id}/dossier/risk`
    const [mine, theirs] = [boxes((await lan.get(at)).html), boxes((await as('binh').get(at)).html)]
    await as('binh').post(at, { ...theirs, riskMeasures: 'Bình viết', safetyMeasures: 'Nút dừng' })
    const clash = await lan.post(at, { ...mine, riskMeasures: 'Lan viết', transparencyMeasures: 'Báo là máy' })
    assert.equal(clash.status, 409)
    assert.match(clash.html, /Bình viết/)
    const both = boxes(clash.html)
    assert.deepEqual(
      [both.riskMeasures, both.safetyMeasures, both.transparencyMeasures],
      ['Lan viết', 'Nút dừng', 'Báo là máy'],
    )
    assert.equal((await paper(id)).answers.riskMeasures, 'Bình viết')
    // Their choice is kept, whichever it is.
    assert.equal((await lan.post(at, { ...both, 'choose-riskMeasures': 'theirs' })).status, 303)
    assert.deepEqual({ ...(await paper(id)).answers }.riskMeasures, 'Bình viết')
    assert.equal((await lan.post(at, { ...drop(both, 'once'), riskMeasures: 'Cả hai viết' })).status, 303)
    const { riskMeasures, safetyMeasures, transparencyMeasures } = (await paper(id)).answers
    assert.deepEqual([riskMeasures, safetyMeasures, transparencyMeasures], ['Cả hai viết', 'Nút dừng', 'Báo là máy'])
  })

  test('that was sent meanwhile takes no more, and the typed text is not lost', async () => {
    const system = await recorded()
    await lan.post(`/vi/systems/${system.id}/update`)
    const at = `/vi/systems/${system.id}/dossier/data`
    const form = boxes((await lan.get(at)).html)
    await lan.post(`/vi/systems/${system.id}/changes/discard`)
    const { status, html } = await lan.post(at, { ...form, inputData: 'Câu hỏi mới' })
    assert.equal(status, 409)
    assert.equal(boxes(html).inputData, 'Câu hỏi mới')
  })
})

describe('who may', () => {
  const addresses = (id: string): string[] =>
    pages
      .filter((r) => r.path.includes('{id}'))
      .map(
        (r) =>
          `${r.method} ${r.path
            .replace('{id}', id)
            .replace('{part}', 'data')
            .replace('{verb}', 'retire')
            .replace('{n}', '1')
            .replace(/\{\w+\}/, uuidv7())}`,
      )

  test('nobody of another organisation learns of a system, whatever address they try', async () => {
    const system = await recorded()
    for (const id of [await drafted(), system.id, uuidv7(), 'x', "1'--"])
      for (const [method = '', path = ''] of addresses(id).map((a) => a.split(' '))) {
        const { status } =
          method === 'get' ? await as('stranger').get(`/vi${path}`) : await as('stranger').post(`/vi${path}`)
        assert.equal(status, 404, `${method} ${path}`)
      }
    assert.equal((await findSystem(kit.db, system.id))?.seq, 1)
  })

  test('a viewer reads everything and may save nothing', async () => {
    const viewer = as('viewer')
    const system = await recorded()
    await lan.post(`/vi/systems/${system.id}/update`)
    for (const path of [
      '',
      `/${system.id}/dossier/data`,
      `/${system.id}/files`,
      `/${system.id}/changes`,
      `/${system.id}/history`,
      `/${system.id}/versions/1`,
      `/${system.id}/use`,
      `/${system.id}/deployers`,
    ]) {
      const { status, html } = await viewer.get(`/vi/systems${path}`)
      assert.equal(status, 200, path)
      assert.doesNotMatch(html, /<form/, path)
    }
    const before = await count('system_event')
    for (const [method = '', path = ''] of addresses(system.id).map((a) => a.split(' ')))
      if (method === 'post')
        assert.equal((await viewer.post(`/vi${path}`, { seq: '1', kind: 'updated', inputData: 'x' })).status, 404, path)
    assert.equal(await count('system_event'), before)
  })
})

describe('an officer of the ministry', () => {
  test('reads versions, history, deployers and documents of a recorded system, each reading noted, and changes nothing', async () => {
    const system = await recorded()
    const officer = as('officer')
    const notes = () => count(`access_note where party = '${LIBRARY}' and object = '${system.aiId}'`)
    for (const path of ['history', 'versions/1', 'files', 'deployers']) {
      const before = await notes()
      const { status, html } = await officer.get(`/vi/systems/${system.id}/${path}`)
      assert.equal(status, 200, path)
      assert.doesNotMatch(html, /<form|Tổ chức của bạn/, path)
      assert.equal(await notes(), before + 1, path)
    }
  })

  test('learns nothing of a draft', async () => {
    const id = await drafted()
    for (const path of ['files', 'history', 'deployers'])
      assert.equal((await as('officer').get(`/vi/systems/${id}/${path}`)).status, 404, path)
  })
})

describe('an update', () => {
  const started = async (level: Level = 'medium') => {
    const system = await recorded(level)
    assert.equal((await lan.get(`/vi/systems/${system.id}/update`)).status, 200)
    assert.equal((await lan.post(`/vi/systems/${system.id}/update`)).to, `/vi/systems/${system.id}/changes`)
    return system
  }
  const write = async (system: Recorded, part: string, more: Fields) => {
    const at = `/vi/systems/${system.id}/dossier/${part}`
    return lan.post(at, { ...boxes((await lan.get(at)).html), ...more })
  }

  test('makes version 2 with differences anyone can read, and version 1 stays as it was declared', async () => {
    const system = await started()
    const first = await findVersion(kit.db, system.id, 1)
    await write(system, 'description', { purpose: 'Gợi ý ô và áo mưa', architecture: 'Hai khối' })
    const review = await lan.get(`/vi/systems/${system.id}/changes`)
    assert.match(
      review.html,
      /Thay đổi sẽ hiển thị công khai.*Gợi ý ô và áo mưa.*Thay đổi chỉ lưu trong hồ sơ.*Hai khối/s,
    )
    const sent = await lan.post(`/vi/systems/${system.id}/changes`, { kind: 'updated', reason: 'Thêm áo mưa' })
    assert.equal(sent.to, `/vi/systems/${system.id}/history`)
    const history = await lan.get(`/vi/systems/${system.id}/history`)
    assert.match(history.html, /<del>nội dung purpose<\/del>/)
    assert.match(history.html, /<ins>Gợi ý ô và áo mưa<\/ins>/)
    assert.match(history.html, /Tổ chức của bạn/)
    assert.doesNotMatch(history.html, /Lan/)
    const [second, ...rest] = await listVersions(kit.db, system.id)
    assert.deepEqual([second?.version, second?.reason, rest.length], [2, 'Thêm áo mưa', 1])
    assert.deepEqual(await findVersion(kit.db, system.id, 1), first)
    assert.match((await lan.get(`/vi/systems/${system.id}/versions/1`)).html, /nội dung purpose/)
    assert.equal(await findDraft(kit.db, system.id), undefined)
    const [event] = await listEvents(kit.db, system.id)
    assert.deepEqual(
      event?.public?.changes?.map((c) => c.field),
      ['purpose'],
    )
    assert.equal((await lan.get(`/vi/systems/${system.id}/versions/3`)).status, 404)
    assert.equal((await lan.get(`/vi/systems/${system.id}/versions/0`)).status, 404)
  })

  test('that changes nothing is refused; a correction says what was wrong', async () => {
    const system = await started()
    const nothing = await lan.post(`/vi/systems/${system.id}/changes`, { kind: 'updated' })
    assert.equal(nothing.status, 422)
    assert.match(nothing.html, /giống hệt phiên bản đang có hiệu lực/)
    await write(system, 'description', { scope: 'Bốn chi nhánh' })
    const silent = await lan.post(`/vi/systems/${system.id}/changes`, { kind: 'corrected' })
    assert.equal(silent.status, 422)
    assert.match(silent.html, /href="#reason"/)
    const both = await lan.post(`/vi/systems/${system.id}/changes`, { reason: 'x'.repeat(1001) })
    assert.match(both.html, /href="#kind".*href="#reason"/s)
    assert.equal((await findSystem(kit.db, system.id))?.dossierVersion, 1)
    assert.equal(
      (await lan.post(`/vi/systems/${system.id}/changes`, { kind: 'corrected', reason: 'Ghi thiếu một chi nhánh' }))
        .status,
      303,
    )
    assert.equal((await listEvents(kit.db, system.id))[0]?.verb, 'dossier-corrected')
  })

  test('with fields missing leads to each of them', async () => {
    const system = await started()
    await write(system, 'risk', { riskMeasures: '', safetyMeasures: '' })
    const { status, html } = await lan.post(`/vi/systems/${system.id}/changes`, { kind: 'updated' })
    assert.equal(status, 422)
    assert.ok(html.includes(`/vi/systems/${system.id}/dossier/risk#riskMeasures`) && html.includes('#safetyMeasures'))
  })

  test('with the internal code of another system leads to the AI-ID there is (N11.4)', async () => {
    const [other, system] = [await recorded(), await started()]
    await write(system, 'identification', { internalCode: ` ${other.internalCode.toUpperCase()} ` })
    const { status, html } = await lan.post(`/vi/systems/${system.id}/changes`, { kind: 'updated' })
    assert.equal(status, 422)
    assert.match(html, new RegExp(other.aiId))
    assert.match(html, /dossier\/identification#internalCode/)
  })

  test('may be discarded, and the version in force stays', async () => {
    const system = await started()
    await write(system, 'description', { purpose: 'Khác' })
    assert.equal((await lan.post(`/vi/systems/${system.id}/changes/discard`)).to, `/vi/systems/${system.id}`)
    assert.deepEqual([await findDraft(kit.db, system.id), (await findSystem(kit.db, system.id))?.seq], [undefined, 1])
  })

  test('of one who acted first makes the other look again', async () => {
    const system = await recorded()
    const twice = ['A', 'B'].map((purpose) =>
      kit.db
        .transaction()
        .execute((db) =>
          updateDossier(
            { ...acting(), db },
            system.id,
            full({ internalCode: system.internalCode, purpose }),
            'updated',
            null,
          ),
        ),
    )
    const outcomes = await Promise.allSettled(twice)
    const kept = outcomes.filter((o) => o.status === 'fulfilled' && o.value.ok)
    const after = await findSystem(kit.db, system.id)
    assert.deepEqual([kept.length + 1, after?.seq], [after?.dossierVersion, after?.dossierVersion])
  })
})

describe('the use of a system', () => {
  test('is recorded step by step; what is offered is done', async () => {
    const system = await recorded('high')
    const step = async (verb: string, more: Fields = {}) => {
      const form = boxes((await lan.get(`/vi/systems/${system.id}/use/${verb}`)).html)
      return lan.post(`/vi/systems/${system.id}/use/${verb}`, { ...form, ...more })
    }
    assert.match((await lan.get(`/vi/systems/${system.id}/use/put-into-use`)).html, /đánh giá sự phù hợp/)
    for (const [verb, state] of [
      ['put-into-use', 'in-use'],
      ['suspend', 'suspended'],
      ['recall', 'recalled'],
      ['resume', 'in-use'],
      ['retire', 'retired'],
    ] as const) {
      assert.equal((await step(verb, { reason: 'Thử dừng' })).to, `/vi/systems/${system.id}/use`, verb)
      assert.equal((await findSystem(kit.db, system.id))?.state, state)
    }
    const { html } = await lan.get(`/en/systems/${system.id}/use`)
    assert.match(html, /stays public/)
    assert.equal((await findSystem(kit.db, system.id))?.firstUse, '2026-11-02')
    // What is retired stands in the register for ever.
    const row = await kit.reader
      .selectFrom('register_entry')
      .selectAll()
      .where('ai_id', '=', system.aiId)
      .executeTakeFirst()
    assert.equal(row?.state, 'retired')
  })

  test('a stale page is told kindly what happened', async () => {
    const system = await recorded('medium', 'in-use')
    const form = boxes((await lan.get(`/vi/systems/${system.id}/use/recall`)).html)
    await as('binh').post(`/vi/systems/${system.id}/use/suspend`, { seq: form.seq ?? '' })
    const stale = await lan.post(`/vi/systems/${system.id}/use/recall`, { ...form, reason: 'Lỗi' })
    assert.equal(stale.status, 409)
    assert.match(stale.html, /nay là “Tạm dừng”/)
    assert.equal(boxes(stale.html).reason, 'Lỗi')
    await as('binh').post(`/vi/systems/${system.id}/use/retire`, { seq: '2' })
    assert.match((await lan.post(`/vi/systems/${system.id}/use/recall`, { seq: '2' })).html, /Ngừng sử dụng/)
    assert.equal((await findSystem(kit.db, system.id))?.seq, 3)
  })

  test('the row is what its events make of it', async () => {
    const { rows } = await owner.query(`
      select s.seq, s.state, s.dossier_version, count(e.seq) as events, max(e.seq) as last,
        (array_agg(e.public->>'state' order by e.seq desc) filter (where e.public->>'state' is not null))[1] as said,
        max((e.public->>'version')::int) as version
      from system s join system_event e on e.system = s.id group by s.id`)
    assert.ok(rows.length > 10)
    for (const r of rows) assert.deepEqual([r.seq, r.state, r.dossier_version], [Number(r.events), r.said, r.version])
    assert.ok(rows.every((r) => r.last === r.seq))
  })

  test('each act has exactly one leaf in the log, which holds no name and no free text', async () => {
    const events = (await owner.query('select data from system_event')).rows as {
      data: { leaf: string; salts: Record<string, string> }
    }[]
    const leaves = (await owner.query('select id, body from log_leaf')).rows as { id: string; body: Buffer }[]
    assert.deepEqual(events.map((e) => e.data.leaf).toSorted(), leaves.map((l) => l.id).toSorted())
    for (const { body } of leaves) {
      const { type, subject, at, groups, ...rest } = JSON.parse(body.toString()) as Record<string, Json>
      assert.match(`${type as string} ${subject as string} ${at as string}`, /^system\.[a-z-]+ VN-[\w-]{12} 2026-/)
      assert.match(Object.values(groups as object).join(' '), /^[0-9a-f]{64}( [0-9a-f]{64})+$/)
      assert.deepEqual(rest, {})
    }
  })

  test('whoever is given the salt can see that a leaf means this record', async () => {
    const system = await recorded()
    const [event] = await listEvents(kit.db, system.id)
    const { leaf, salts } = (event?.data ?? {}) as { leaf: string; salts: Record<string, string> }
    const { body } = (await owner.query('select body from log_leaf where id = $1', [leaf])).rows[0] as { body: Buffer }
    const shown = (await owner.query('select public from system where id = $1', [system.id])).rows[0].public as Json
    const { groups } = JSON.parse(body.toString()) as { groups: Record<string, string> }
    assert.equal(commitment(salts.public ?? '', shown), groups.public)
  })
})

describe('a file beside the dossier', () => {
  const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF'
  const file = (name: string, content: string | Uint8Array, type = 'application/pdf') =>
    new File([typeof content === 'string' ? content : Uint8Array.from(content)], name, { type })
  const add = (id: string, kind: string, one: File) => lan.post(`/vi/systems/${id}/files`, { kind, file: one }, true)

  test('is kept by its bytes, told back by size and hash, stands for its parts, and comes back the same', async () => {
    const id = await drafted()
    const { to, status } = await add(id, 'model-card', file('Thẻ mô hình.pdf', PDF))
    assert.equal(status, 303)
    const { html } = await lan.get(to)
    const hash = createHash('sha256').update(PDF).digest('hex')
    assert.match(html, new RegExp(`Đã nhận “Thẻ mô hình.pdf”, 47 B.*${hash}`, 's'))
    assert.match((await lan.get(`/vi/systems/${id}/dossier/data`)).html, /thay cho phần này.*Thẻ mô hình\.pdf/s)
    assert.match((await lan.get('/vi/systems')).html, /Còn thiếu 2 mục/)
    const [, href = ''] = /<a href="([^"]*)">Thẻ mô hình\.pdf/.exec(html) ?? []
    const answer = await app.request(href, { headers: { cookie: `${SESSION}=viewer` } })
    assert.deepEqual([await answer.text(), answer.headers.get('content-type')], [PDF, 'application/pdf'])
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="the_mo_hinh\.pdf"$/)
    await lan.post(`${href}/remove`)
    assert.doesNotMatch((await lan.get(`/vi/systems/${id}/files`)).html, /mô hình\.pdf/)
    assert.equal((await lan.get(href)).status, 404)
  })

  test('is refused when it is a program, whatever it is called', async () => {
    const id = await drafted()
    const exe = new Uint8Array(300)
    exe.set([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4])
    const elf = new Uint8Array(64)
    elf.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
    const zip = new Uint8Array(30)
    zip.set([0x50, 0x4b, 3, 4, 20])
    for (const [name, bytes] of [
      ['ô.exe', exe],
      ['ô.pdf', exe],
      ['ô.pdf', elf],
      ['ô.docx', zip],
      ['ô.pdf', '#!/bin/sh\nrm -rf /'],
      ['ô.txt', '\uFEFF#!/usr/bin/env node'],
    ] as const) {
      const { status, html } = await add(id, 'dpia', file(name, bytes))
      assert.equal(status, 422, name)
      assert.match(html, /href="#file"/)
    }
    assert.match((await add(id, 'dpia', file('ô.pdf', ''))).html, /Hãy chọn một tệp/)
    assert.match((await add(id, '', file('ô.pdf', PDF))).html, /Hãy chọn loại tài liệu/)
    assert.equal(await count(`attachment where system = '${id}'`), 0)
  })

  test('larger than 20 MB is told so in the form', async () => {
    const { status, html } = await add(
      await drafted(),
      'dpia',
      file('ô.txt', 'x'.repeat(20 * 1_048_576 + 1), 'text/plain'),
    )
    assert.equal(status, 422)
    assert.match(html, /lớn hơn 20 MB/)
  })

  test('sent twice lies once', async () => {
    const id = await drafted()
    const text = file('ô.txt', 'Chỉ một lần', 'text/plain')
    await add(id, 'dpia', text)
    await add(id, 'system-card', text)
    const hash = createHash('sha256').update('Chỉ một lần').digest('hex')
    assert.deepEqual(readdirSync(`${kit.site.files}/${hash.slice(0, 2)}`), [hash])
    assert.equal(await count(`attachment where sha256 = '${hash}'`), 2)
  })

  test('added to a recorded system makes a new version by itself', async () => {
    const system = await recorded()
    await lan.post(`/vi/systems/${system.id}/update`)
    await add(system.id, 'system-card', file('thẻ.txt', 'Thẻ hệ thống', 'text/plain'))
    assert.match((await lan.get(`/vi/systems/${system.id}/changes`)).html, /Tài liệu kèm theo đã thay đổi/)
    assert.equal((await lan.post(`/vi/systems/${system.id}/changes`, { kind: 'updated' })).status, 303)
    assert.match((await lan.get(`/vi/systems/${system.id}/history`)).html, /Chỉ thay đổi tài liệu kèm theo/)
  })
})

describe('a deployer', () => {
  const since = { 'since-day': '1', 'since-month': '6', 'since-year': '2026' }
  const until = { 'until-day': '30', 'until-month': '9', 'until-year': '2026' }

  test('is linked with its period, inherits the class and sees the system among its own (L10.2)', async () => {
    const system = await recorded('high')
    const at = `/vi/systems/${system.id}/deployers`
    assert.equal((await lan.post(at, { name: 'Trường Cầu Vồng', code: '0100000002', ...since })).to, at)
    const { html } = await lan.get(at)
    assert.match(html, /Trường Cầu Vồng.*từ 01\/06\/2026.*Rủi ro cao/s)
    assert.match((await as('school').get('/vi/systems')).html, new RegExp(`${system.aiId}.*Rủi ro cao`, 's'))
    const again = await lan.post(at, { name: 'Trường', code: '0100000002', ...since })
    assert.deepEqual([again.status, boxes(again.html).code], [422, '0100000002'])
    const [one] = await listDeployments(kit.db, system.id)
    assert.equal((await lan.get(`${at}/${one?.id}`)).status, 200)
    const early = await lan.post(`${at}/${one?.id}`, { ...until, 'until-year': '2025' })
    assert.match(early.html, /Ngày kết thúc phải từ ngày bắt đầu/)
    assert.equal((await lan.post(`${at}/${one?.id}`, until)).to, at)
    assert.match((await lan.get(at)).html, /từ 01\/06\/2026 đến 30\/09\/2026/)
    assert.equal((await findSystem(kit.db, system.id))?.seq, 3)
    assert.match((await lan.get(`/vi/systems/${system.id}/history`)).html, /Kết thúc triển khai/)
  })

  test('is not linked by halves: all that is wrong is said at once', async () => {
    const system = await recorded()
    const { status, html } = await lan.post(`/vi/systems/${system.id}/deployers`, {
      name: '',
      code: '999',
      'since-day': '31',
      'since-month': '2',
      'since-year': '2026',
    })
    assert.equal(status, 422)
    for (const field of ['name', 'code', 'since']) assert.ok(html.includes(`href="#${field}"`), field)
    assert.deepEqual(await listDeployments(kit.db, system.id), [])
  })

  test('may say so itself by the AI-ID, in whatever spelling; the provider sees who', async () => {
    const system = await recorded()
    const school = as('school')
    assert.equal((await school.get(`/vi/systems/deploy?aiId=${system.aiId}`)).status, 200)
    const said = await school.post('/vi/systems/deploy', {
      aiId: ` ${system.aiId.toLowerCase().replaceAll('-', ' ')}`,
      ...since,
    })
    assert.equal(said.to, '/vi/systems')
    assert.match((await lan.get(`/vi/systems/${system.id}/deployers`)).html, /Trường Cầu Vồng/)
    assert.match((await lan.get(`/vi/systems/${system.id}/history`)).html, /Bên triển khai: Trường Cầu Vồng/)
    assert.match((await school.post('/vi/systems/deploy', { aiId: system.aiId, ...since })).html, /đã được ghi/)
    assert.match((await school.post('/vi/systems/deploy', { aiId: 'VN-0000-0000-01', ...since })).html, /gõ nhầm/)
    assert.match(
      (await school.post('/vi/systems/deploy', { aiId: 'VN-0000-0000-00', ...since })).html,
      /Chưa có hệ thống nào/,
    )
  })
})

describe('a program', () => {
  const send = async (key: string, method: string, path: string, body: unknown, once: string = uuidv7()) => {
    const answer = await app.request(`/api/v1${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': once },
    })
    return {
      status: answer.status,
      body: (await answer.json()) as Record<string, unknown> & { errors?: { code: string; pointer?: string }[] },
    }
  }

  test('updates a dossier: a new version, the AI-ID stays', async () => {
    const system = await recorded()
    const dossier = full({ internalCode: system.internalCode, purpose: 'Mới' })
    const { status, body } = await send('library', 'PUT', `/systems/${system.aiId.toLowerCase()}/dossier`, {
      dossier,
      kind: 'updated',
    })
    assert.equal(status, 200)
    assert.deepEqual([body.aiId, body.version, body.at], [system.aiId, 2, kit.now()])
    assert.equal(body.dossierHash, (await findVersion(kit.db, system.id, 2))?.hash)
    const same = await send('library', 'PUT', `/systems/${system.aiId}/dossier`, { dossier, kind: 'updated' })
    assert.deepEqual([same.status, same.body.code], [409, 'system.nothing-changed'])
    const silent = await send('library', 'PUT', `/systems/${system.aiId}/dossier`, {
      dossier: { ...dossier, scope: 'x' },
      kind: 'corrected',
    })
    assert.deepEqual([silent.status, silent.body.errors?.[0]?.pointer], [422, '/reason'])
    const more = await send('library', 'PUT', `/systems/${system.aiId}/dossier`, {
      dossier: { ...dossier, sourceCode: 'x' },
      kind: 'updated',
    })
    assert.deepEqual([more.status, more.body.errors?.[0]?.pointer], [422, '/dossier/sourceCode'])
    const other = await recorded()
    const taken = await send('library', 'PUT', `/systems/${system.aiId}/dossier`, {
      dossier: { ...dossier, internalCode: other.internalCode },
      kind: 'updated',
    })
    assert.deepEqual([taken.status, taken.body.code], [409, 'dossier.code-taken'])
    assert.match(JSON.stringify(taken.body), new RegExp(other.aiId))
  })

  test('retires a system once; its record stays', async () => {
    const system = await recorded('medium', 'in-use')
    const key = uuidv7()
    const once = await send('library', 'POST', `/systems/${system.aiId}/retirement`, { reason: 'Hết dùng' }, key)
    assert.deepEqual(once, { status: 200, body: { aiId: system.aiId, state: 'retired' } })
    assert.deepEqual(
      await send('library', 'POST', `/systems/${system.aiId}/retirement`, { reason: 'Hết dùng' }, key),
      once,
    )
    const again = await send('library', 'POST', `/systems/${system.aiId}/retirement`, {})
    assert.deepEqual([again.status, again.body.code], [409, 'system.not-now'])
    assert.equal((await listEvents(kit.db, system.id)).length, 2)
  })

  test('of another organisation, or with a wrong AI-ID, is told only that there is none', async () => {
    const system = await recorded()
    for (const [key, aiId] of [
      ['stranger', system.aiId],
      ['library', 'VN-0000-0000-00'],
      ['library', 'x'],
    ] as const)
      for (const [method, path, body] of [
        ['PUT', 'dossier', { dossier: full(), kind: 'updated' }],
        ['POST', 'retirement', {}],
      ] as const) {
        const no = await send(key, method, `/systems/${aiId}/${path}`, body)
        assert.deepEqual([no.status, no.body.code, no.body.errors?.length], [404, 'system.unknown', 1])
      }
  })
})

test('an organisation without systems is shown where to begin, in both languages', async () => {
  for (const lang of ['vi', 'en']) {
    const { html } = await as('stranger').get(`/${lang}/systems`)
    assert.match(html, new RegExp(`href="/${lang}/classify"`))
    assert.match(html, new RegExp(`href="/${lang}/systems/new"`))
  }
})

test('voluntary publications without a code do not stand in each other’s way', async () => {
  const answers: Answers = { name: 'Đoán mưa', providerName: 'Thư viện Ô', purpose: 'Đoán mưa' }
  const [one, two] = [await recorded('low', 'in-use', answers), await recorded('low', 'in-use', answers)]
  assert.notEqual(one.aiId, two.aiId)
  const update = await kit.db
    .transaction()
    .execute((db) => updateDossier({ ...acting(), db }, one.id, { ...answers, purpose: 'Đoán nắng' }, 'updated', null))
  assert.equal(value(update).version.version, 2)
})
