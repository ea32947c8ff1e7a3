import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Actor, PartyId } from '../../base/actor.ts'
import { addDays, day, dayOf, type Instant } from '../../base/day.ts'
import * as engine from '../../casework/actions.ts'
import { type Acting, beginAbout, getFile, getWhole } from '../../casework/actions.ts'
import { offers } from '../../casework/flow.ts'
import type { Answers, CaseFile } from '../../casework/schema.ts'
import { conductById } from '../../law/conduct.ts'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { noticeBody } from '../../../test/notices.ts'
import { umbrellaWorld } from '../../../test/umbrella.ts'
import { codes, good, kept } from '../../../test/outcomes.ts'
import { createAccount, seatOfficer } from '../parties/actions.ts'
import { putOnRecord } from '../systems/actions.ts'
import { publicViolation, publicViolations, violationOffice as office } from './actions.ts'
import { apis } from './api.ts'
import { pages } from './pages.tsx'
import { VIOLATION } from './procedure.ts'
import { againstSanction, personalIn } from './rules.ts'
import { readQuery } from '../../web/listing.ts'
import { PublicQuery } from './schema.ts'

const { kit, owner } = await freshDatabase()
const world = await umbrellaWorld(kit)

async function newChief(
  name: string,
  unit: typeof world.office,
  kind: 'most' | 'ministry' | 'police',
): Promise<Acting> {
  const email = `${name}@thuvien.example`
  const account = await createAccount(kit, { email, name, lang: 'vi', password: 'ô che mưa nắng 2026' })
  await seatOfficer(kit, unit, account, 'chief')
  const actor: Actor = {
    ...{ kind: 'person', account, name, email, lang: 'vi', acting: null, seat: { unit, kind, role: 'chief' } },
  }
  return { ...kit, actor }
}
const otherChief = await newChief('bao', world.storm, 'ministry')
/** A seat of the police, as the actor stands before the engine. */
const police: Acting = {
  ...kit,
  actor: {
    ...(world.actors.gio as Extract<Actor, { kind: 'person' }>),
    seat: { unit: world.storm, kind: 'police', role: 'officer' },
  },
}

const attempt = (asked: Acting, file: CaseFile, verb: string, answers?: Answers) =>
  kept(asked, (within) =>
    engine.act(within, office, file.number, verb, undefined, answers === undefined ? {} : { answers }),
  )
const step = async (asked: Acting, file: CaseFile, verb: string, answers?: Answers): Promise<CaseFile> =>
  good(await attempt(asked, file, verb, answers))
const later = (asked: Acting, days: number): Acting => ({
  ...asked,
  now: () => `${addDays(dayOf(kit.now()), days)}T03:00:00.000Z` as Instant,
})

const recorded = good(
  await kept(world.as('lan'), (asked) =>
    putOnRecord(asked, {
      ...{ provider: world.library, answers: noticeBody('O-28').dossier, verb: 'notified', data: {} },
      ...{ reason: null, at: asked.now() },
      becomes: { level: 'medium', state: 'in-use', sectors: [], entries: [], firstUse: day('2026-06-01') },
    }),
  ),
).system

const SUSPICION: Answers = {
  ...{ aiId: recorded.aiId, systemName: recorded.name, conduct: 'no-disclosure', happenedOn: '2026-10-20' },
  ...{
    source: 'petition',
    facts: 'Người đọc không biết mình đang nói chuyện với máy.',
    term: 5,
    termUnit: 'workingDays',
  },
}
const FINDING: Answers = {
  ...{ foundConduct: 'no-disclosure', established: 'Không có lời báo trước trong ba tuần.' },
  weighing: 'Bên đó cho rằng ai cũng biết; không chấp nhận.',
}
const WARNING: Answers = {
  ...{ sanction: 'warning', sanctionReason: 'Vi phạm lần đầu, đã khắc phục.', remedies: ['inform'] },
  remedyText: 'Thêm lời báo trước trong 10 ngày.',
}
const PUBLIC: Answers = {
  ...{ publicTitle: 'Không báo trước là máy', publicSummary: 'Một hệ thống tư vấn không cho biết mình là máy.' },
  nameParty: 'yes',
}

const [khanh, thao, lan] = [world.as('khanh'), world.as('thao'), world.as('lan')]
const draft = async (asked: Acting = khanh, party: PartyId = world.library): Promise<CaseFile> =>
  good(await kept(asked, (within) => beginAbout(within, office, party)))
const opened = async (answers = SUSPICION): Promise<CaseFile> =>
  step(thao, await step(khanh, await draft(), 'propose', answers), 'open', answers)
const explained = async (): Promise<CaseFile> =>
  step(lan, await opened(), 'explain', { explanation: 'Ai cũng biết là máy.' })
const found = async (): Promise<CaseFile> =>
  step(thao, await step(khanh, await explained(), 'weigh', FINDING), 'find', FINDING)
const sanctioned = async (): Promise<CaseFile> =>
  step(thao, await step(khanh, await found(), 'draw-up', WARNING), 'sanction', WARNING)
const published = async (answers = PUBLIC): Promise<CaseFile> =>
  step(thao, await step(khanh, await sanctioned(), 'redact', answers), 'publish', answers)

describe('four eyes', () => {
  test('whoever drafted signs neither opening nor finding nor sanction nor publication', async () => {
    const mine = await step(thao, await draft(thao), 'propose', SUSPICION)
    assert.deepEqual(codes(await attempt(thao, mine, 'open', SUSPICION)), ['case.second-person-needed'])
    const drafted = await step(khanh, await draft(), 'propose', SUSPICION)
    assert.deepEqual(codes(await attempt(khanh, drafted, 'open', SUSPICION)), ['case.not-your-part'])
    assert.deepEqual(codes(await attempt(otherChief, drafted, 'open', SUSPICION)), ['case.unknown'])
    const open = await step(thao, drafted, 'open', SUSPICION)
    const heard = await step(lan, open, 'explain', { explanation: 'Ai cũng biết là máy.' })
    // The chief who weighs it himself is a worker from then on.
    const weighed = await step(thao, await step(thao, heard, 'take'), 'weigh', FINDING)
    for (const verb of ['find', 'dismiss', 'transfer'])
      assert.deepEqual(codes(await attempt(thao, weighed, verb, FINDING)), ['case.second-person-needed'], verb)
    assert.ok(!offers(VIOLATION, weighed, world.actors.thao).includes('find'))
  })

  test('a finding and a sanction can be given back, and the party learns nothing of it', async () => {
    const weighed = await step(khanh, await explained(), 'weigh', FINDING)
    const back = await step(thao, weighed, 'return-finding', { returnReason: 'Nêu rõ ngày.' })
    assert.equal(back.state, 'explained')
    const whole = good(await getWhole(lan, office, back.number))
    assert.deepEqual(
      whole.events.map(({ verb }) => verb),
      ['open', 'explain'],
    )
    assert.deepEqual([...whole.papers.keys()], [2, 3])
    assert.ok(!JSON.stringify([...whole.papers]).includes('không chấp nhận'))
    assert.equal(good(await getWhole(khanh, office, back.number)).events.length, 5)
  })
})

describe('competence and conduct', () => {
  test('the police handle what art. 7 forbids, and no other breach', async () => {
    const file = await draft(police)
    assert.deepEqual(codes(await attempt(police, file, 'propose', SUSPICION)), ['violation.not-competent conduct'])
    const forbidden = { ...SUSPICION, conduct: 'prohibited-hiding' }
    assert.equal((await step(police, file, 'propose', forbidden)).state, 'proposed')
  })

  test('what happened before the Law, lies ahead, or concerns a system of somebody else is not handled', async () => {
    const file = await draft()
    const said = async (more: Answers) => codes(await attempt(khanh, file, 'propose', { ...SUSPICION, ...more }))
    assert.deepEqual(await said({ happenedOn: '2026-02-28' }), ['violation.conduct-not-yet conduct'])
    assert.deepEqual(await said({ happenedOn: '2031-01-01' }), ['violation.happened-later happenedOn'])
    assert.deepEqual(await said({ aiId: 'VN-0000-0000-00' }), ['violation.system-unknown aiId'])
    const other = await draft(khanh, world.strangers)
    assert.deepEqual(codes(await attempt(khanh, other, 'propose', SUSPICION)), ['violation.not-theirs aiId'])
    const { aiId: _, systemName: __, ...plain } = SUSPICION
    assert.equal((await step(khanh, other, 'propose', plain)).state, 'proposed', 'no system need be named')
  })

  test('a fine needs an amount some act sets: the Law has none', async () => {
    const file = await found()
    const fine = { sanction: 'fine', amount: 20_000_000, sanctionReason: 'Tái phạm.' }
    assert.deepEqual(codes(await attempt(khanh, file, 'draw-up', fine)), ['violation.no-amount otherBasis'])
    const based = { ...fine, otherBasis: 'Nghị định về dữ liệu cá nhân' }
    assert.equal((await step(khanh, file, 'draw-up', based)).state, 'drawn-up')
  })

  test('once a decree sets an amount, a fine stays within it', () => {
    const conduct = conductById('no-label')
    assert.ok(conduct)
    const set = { ...conduct, fine: { min: 10, max: 20, cite: 'L29.5' } } as const
    const fined = (amount: number) => againstSanction(set, { sanction: 'fine', amount }).map(({ code }) => code)
    assert.deepEqual(
      [fined(9), fined(10), fined(20), fined(21)],
      [['violation.amount-range'], [], [], ['violation.amount-range']],
    )
  })
})

describe('the party', () => {
  test('finds nothing before the case is opened, and is served with the whole of what was signed', async () => {
    const proposed = await step(khanh, await draft(), 'propose', SUSPICION)
    for (const who of ['lan', 'binh', 'mai', 'stranger'] as const)
      assert.deepEqual(codes(await getFile(world.as(who), office, proposed.number)), ['case.unknown'], who)
    const open = await step(thao, proposed, 'open', SUSPICION)
    const whole = good(await getWhole(lan, office, open.number))
    assert.match(whole.documents[0]?.number ?? '', /^QDVV-2026-/)
    assert.match(JSON.stringify([...whole.papers]), /không biết mình đang nói chuyện với máy/)
    assert.deepEqual(codes(await getFile(world.as('stranger'), office, open.number)), ['case.unknown'])
  })

  test('is heard first: nothing is concluded before it explained, or its time is over', async () => {
    const file = await opened()
    assert.deepEqual(codes(await attempt(khanh, file, 'weigh', FINDING)), ['violation.explanation-open'])
    const silent = await attempt(later(khanh, 20), file, 'weigh', { ...FINDING, weighing: 'Không giải trình.' })
    assert.equal(good(silent).state, 'weighed')
  })

  test('explains by API too, and sees neither the drafts nor who wrote them', async () => {
    const app = world.app([...pages, ...apis])
    const file = await opened()
    const sent = await app.request(`/api/v1/violations/${file.number}/explain`, {
      method: 'POST',
      headers: { authorization: 'Bearer library', 'content-type': 'application/json', 'idempotency-key': file.number },
      body: JSON.stringify({ explanation: 'Đã báo trước ở trang đầu.' }),
    })
    assert.equal(sent.status, 200, await sent.clone().text())
    await step(khanh, file, 'weigh', FINDING)
    const read = await app.request(`/api/v1/violations/${file.number}`, {
      headers: { authorization: 'Bearer library' },
    })
    const said = await read.text()
    assert.ok(!said.includes('weigh"') && !said.includes('Proposed the finding'), said)
    const other = { authorization: 'Bearer stranger' }
    assert.equal((await app.request(`/api/v1/violations/${file.number}`, { headers: other })).status, 404)
  })

  test('reads who read the case', async () => {
    const file = await opened()
    await getFile(khanh, office, file.number)
    const notes = await owner.query('select by, party from access_note where object = $1', [file.number])
    assert.equal(notes.rows.at(-1)?.party, world.library)
  })

  test('is told when there is no violation, and when another body takes the case', async () => {
    const none = await step(thao, await step(khanh, await explained(), 'weigh', FINDING), 'dismiss', {
      dismissReason: 'Lời báo trước có ở trang đầu.',
    })
    assert.equal(none.state, 'none')
    const transferred = await step(thao, await found(), 'transfer', {
      ...{ transferTo: 'Cơ quan điều tra', transferReason: 'Có dấu hiệu tội phạm.' },
    })
    assert.equal(transferred.state, 'transferred')
    for (const { number } of [none, transferred]) {
      const mails = await owner.query("select subject from outbox where about like 'case:' || $1 || '%'", [number])
      assert.ok(
        mails.rows.some(({ subject }) => /Kết luận không có vi phạm|Chuyển cơ quan khác/.test(subject)),
        number,
      )
    }
  })
})

describe('what anyone may read', () => {
  const list = async (more: Record<string, string> = {}) => publicViolations(kit, readQuery(PublicQuery, more), 100)

  test('is nothing before a second person publishes a redacted summary', async () => {
    const file = await sanctioned()
    assert.deepEqual(codes(await publicViolation(kit, file.number)), ['violation.unknown'])
    assert.deepEqual(codes(await attempt(thao, file, 'publish', PUBLIC)), ['case.not-now'])
    const personal = { ...PUBLIC, publicSummary: 'Gọi 0912 345 678 để biết.' }
    assert.deepEqual(codes(await attempt(khanh, file, 'redact', personal)), ['violation.not-redacted publicSummary'])
    const redacted = await step(khanh, file, 'redact', PUBLIC)
    assert.deepEqual(codes(await publicViolation(kit, file.number)), ['violation.unknown'])
    await step(thao, redacted, 'publish', PUBLIC)
    const shown = good(await publicViolation(kit, file.number))
    assert.deepEqual(
      [shown.standing, shown.party, shown.system?.aiId, shown.cite, shown.sanction],
      ['standing', 'Thư viện Ô', recorded.aiId, 'L11.1', 'warning'],
    )
  })

  test('holds the reply of the party beside the result, word for word', async () => {
    const file = await published()
    assert.deepEqual(codes(await attempt(world.as('stranger'), file, 'reply', { publicReply: 'x' })), ['case.unknown'])
    await step(lan, file, 'reply', { publicReply: 'Chúng tôi đã sửa từ tháng trước.' })
    assert.equal(good(await publicViolation(kit, file.number)).reply, 'Chúng tôi đã sửa từ tháng trước.')
  })

  test('names nobody where the decision says not to', async () => {
    const file = await published({ ...PUBLIC, nameParty: 'no' })
    const shown = good(await publicViolation(kit, file.number))
    assert.deepEqual([shown.party, shown.system], [null, null])
    assert.ok(
      !(await list({ q: 'Thư viện' })).some(({ number }) => number === file.number),
      'nor does a search find it',
    )
  })

  test('says that a decision was overturned, and never drops it', async () => {
    const file = await published()
    const over = await step(thao, file, 'overturn', {
      ...{
        overturnedBy: 'Bộ trưởng',
        overturnReason: 'Sai thẩm quyền.',
        overturnPublic: 'Quyết định ban hành sai thẩm quyền.',
      },
    })
    const shown = good(await publicViolation(kit, over.number))
    assert.deepEqual([shown.standing, shown.reason], ['overturned', 'Quyết định ban hành sai thẩm quyền.'])
    assert.ok((await list({ standing: 'overturned' })).some(({ number }) => number === file.number))
    assert.ok(!(await list({ standing: 'standing' })).some(({ number }) => number === file.number))
  })

  test('keeps number, conduct and day of what was withdrawn, and neither words nor names', async () => {
    const file = await published()
    await step(thao, file, 'retract', { retractPublic: 'Bản tóm tắt nêu bí mật kinh doanh.' })
    const shown = good(await publicViolation(kit, file.number))
    assert.deepEqual(
      [shown.standing, shown.title, shown.summary, shown.party, shown.system, shown.reply],
      ['withdrawn', null, null, null, null, null],
    )
    assert.equal(shown.reason, 'Bản tóm tắt nêu bí mật kinh doanh.')
    assert.deepEqual((await owner.query('select content from casefile_public where number = $1', [file.number])).rows, [
      { content: null },
    ])
  })

  test('comes as page, JSON and feeds; and stays when it was carried out', async () => {
    const file = await published()
    await step(khanh, file, 'carry-out', { conclusion: 'Đã xem trang đầu.' })
    const app = world.app([...pages, ...apis])
    for (const path of ['/violations/public', `/violations/public/${file.number}`, '/violations/conducts'])
      for (const lang of ['vi', 'en'])
        assert.deepEqual(await complaints(await (await app.request(`/${lang}${path}`)).text()), [], `${lang}${path}`)
    const json = (await (await app.request('/api/v1/violations?standing=carried-out')).json()) as {
      items: { number: string }[]
    }
    assert.ok(json.items.some(({ number }) => number === file.number))
    for (const ending of ['atom', 'json']) {
      const text = await (await app.request(`/vi/violations/public/feed.${ending}`)).text()
      assert.ok(text.includes(`violation:${file.number}`), ending)
    }
    assert.equal((await app.request('/api/v1/violations?after=x')).status, 422)
  })
})

test('mails, telephone numbers and citizen ids are found in words for the public; sums and dates are not', () => {
  assert.deepEqual(
    ['viết cho a.b@x.example nhé', 'số 012345678901', 'gọi +84 912 345 678', 'gọi 0912.345.678'].map(personalIn),
    ['a.b@x.example', '012345678901', '+84 912 345 678', '0912.345.678'],
  )
  assert.deepEqual(['12.500.000 đồng ngày 01/03/2026', 'Điều 29 Luật 134/2025/QH15'].map(personalIn), [
    undefined,
    undefined,
  ])
})
