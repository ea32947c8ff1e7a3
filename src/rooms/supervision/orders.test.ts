import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { compactVerify, importJWK, type JWK } from 'jose'
import type { Actor, PartyId } from '../../base/actor.ts'
import { day } from '../../base/day.ts'
import * as engine from '../../casework/actions.ts'
import { type Acting, beginAbout, getFile, getWhole, listOfParty } from '../../casework/actions.ts'
import { offers } from '../../casework/flow.ts'
import type { Answers, CaseFile } from '../../casework/schema.ts'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { noticeBody } from '../../../test/notices.ts'
import { umbrellaWorld } from '../../../test/umbrella.ts'
import { codes, good, kept } from '../../../test/outcomes.ts'
import { createAccount, createParty, seatOfficer } from '../parties/actions.ts'
import { act as actOnSystem, findSystem, linkDeployer, putOnRecord, type Recording } from '../systems/actions.ts'
import type { Recorded } from '../systems/schema.ts'
import { besideFile, orderOffice as office, publicOrder, publicOrders, SETS, signedStatus } from './actions.ts'
import { apis } from './api.ts'
import { pages } from './pages.tsx'
import { ORDER } from './procedure.ts'
import { againstAddressee, againstOrder, isLegacy, secretsAsked } from './rules.ts'
import { readQuery } from '../../web/listing.ts'
import { PublicQuery } from './schema.ts'

const { kit, owner } = await freshDatabase()
const world = await umbrellaWorld(kit)

// ————— people beside those of the umbrella world —————

async function newParty(
  name: string,
): Promise<{ readonly party: PartyId; readonly as: Acting; readonly actor: Actor }> {
  const email = `${name.replaceAll(' ', '')}@thuvien.example`
  const account = await createAccount(kit, { email, name, lang: 'vi', password: 'ô che mưa nắng 2026' })
  const { id } = await createParty(kit, account, {
    ...{ kind: 'organisation', name, address: '2 Bến Sông', contact: email, country: 'VN', code: null },
    ...{ contactPoint: null, presence: null, representative: null, stateBody: false },
  } as const)
  const acting = { party: id, name, role: 'owner' } as const
  const actor: Actor = { kind: 'person', account, name, email, lang: 'vi', acting, seat: null }
  return { party: id, as: { ...kit, actor }, actor }
}
async function newChief(name: string, unit: typeof world.office, kind: 'most' | 'ministry'): Promise<Acting> {
  const email = `${name}@thuvien.example`
  const account = await createAccount(kit, { email, name, lang: 'vi', password: 'ô che mưa nắng 2026' })
  await seatOfficer(kit, unit, account, 'chief')
  return {
    ...kit,
    actor: { kind: 'person', account, name, email, lang: 'vi', acting: null, seat: { unit, kind, role: 'chief' } },
  }
}
const [school, clinic] = [await newParty('Trường Ô'), await newParty('Phòng khám Ô')]
const stormChief = await newChief('bao', world.storm, 'ministry')

// ————— how a test acts —————

const sent = (answers?: Answers) => (answers === undefined ? {} : { answers })
const attempt = (asked: Acting, file: CaseFile, verb: string, answers?: Answers) =>
  kept(asked, (within) => engine.act(within, office, file.number, verb, undefined, sent(answers)))
const step = async (asked: Acting, file: CaseFile, verb: string, answers?: Answers): Promise<CaseFile> =>
  good(await attempt(asked, file, verb, answers))
const count = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
  Number((await owner.query(`select count(*) as n from ${sql}`, [...values])).rows[0].n)

let codesUsed = 0
async function umbrellaAdviser(more: Partial<Recording['becomes']> = {}): Promise<Recorded> {
  codesUsed += 1
  const recording: Recording = {
    ...{ provider: world.library, answers: noticeBody(`O-${codesUsed}`).dossier, verb: 'notified', data: {} },
    ...{ reason: null, at: kit.now() },
    becomes: { level: 'medium', state: 'in-use', sectors: [], entries: [], firstUse: day('2026-06-01'), ...more },
  }
  return good(await kept(world.as('lan'), (within) => putOnRecord(within, recording))).system
}
const link = (system: Recorded, name: string, party: PartyId | null) =>
  kept(world.as('lan'), (within) =>
    linkDeployer(within, system.id, { name, party, since: day('2026-07-01'), until: null }),
  )

const suspension = (system: Pick<Recorded, 'aiId' | 'name'>, more: Answers = {}): Answers => ({
  ...{ kind: 'suspend', suspendBasis: 'L10.6', aiId: system.aiId, systemName: system.name },
  ...{ reason: 'Kiểm tra cho thấy hồ sơ khai sai mục đích.', scope: 'Toàn bộ chức năng tư vấn chọn ô.' },
  ...{ term: 48, termUnit: 'hours', publicReason: 'Hồ sơ khai sai mục đích sử dụng.' },
  ...more,
})
const explanation = (system: Pick<Recorded, 'aiId' | 'name'>, more: Answers = {}): Answers => ({
  ...{ kind: 'explain', explainBasis: 'L15.1.b', aiId: system.aiId, systemName: system.name },
  ...{ reason: 'Người đọc phản ánh lời khuyên sai khi có bão.', scope: 'Chức năng cảnh báo bão.' },
  ...{ ground: 'risk-signs', wanted: 'Nguyên lý hoạt động ở mức mô tả chức năng.' },
  ...{ necessity: 'Không có cách khác để biết.', proportionality: 'Chỉ hỏi về một chức năng.' },
  ...{ term: 5, termUnit: 'workingDays' },
  ...more,
})

const draft = async (asked: Acting, party: PartyId): Promise<CaseFile> =>
  good(await kept(asked, (within) => beginAbout(within, office, party)))
const proposed = async (answers: Answers, party = world.library, asked = world.as('khanh')): Promise<CaseFile> =>
  step(asked, await draft(asked, party), 'propose', answers)
const issued = async (answers: Answers, party = world.library): Promise<CaseFile> => {
  const file = await proposed(answers, party)
  return step(world.as('thao'), file, 'issue', answers)
}
const children = async (file: CaseFile): Promise<{ number: string; party: string; state: string }[]> =>
  (
    await owner.query('select number, party, state from supervision_order where principal = $1 order by number', [
      file.id,
    ])
  ).rows
const fileOf = async (asked: Acting, number: string): Promise<CaseFile> => good(await getFile(asked, office, number))
const systemNow = async (system: Recorded) => {
  const now = await findSystem(kit.db, system.id)
  assert.ok(now)
  return now
}

// ————— drafted, signed, served —————

describe('who may order', () => {
  test('whoever drafts an order may not sign it; a chief of the same unit who took no part does', async () => {
    const system = await umbrellaAdviser()
    const own = await proposed(suspension(system), world.library, world.as('thao'))
    assert.deepEqual(codes(await attempt(world.as('thao'), own, 'issue', suspension(system))), [
      'case.second-person-needed',
    ])
    const taken = await step(world.as('duc'), own, 'take')
    assert.deepEqual(codes(await attempt(world.as('thao'), taken, 'issue', suspension(system))), [
      'case.second-person-needed',
    ])
    assert.ok(!offers(ORDER, taken, world.actors.thao).includes('issue'))
    const other = await proposed(suspension(system))
    assert.deepEqual(codes(await attempt(world.as('khanh'), other, 'issue')), ['case.not-your-part'])
    assert.deepEqual(codes(await attempt(stormChief, other, 'issue')), ['case.unknown'])
    assert.equal((await step(world.as('thao'), other, 'issue', suspension(system))).state, 'issued')
  })

  test('an administrator and a party begin nothing', async () => {
    for (const who of ['quan', 'lan', 'visitor'] as const)
      assert.deepEqual(codes(await beginAbout(world.as(who), office, world.library)), ['case.not-your-part'])
    assert.deepEqual(codes(await engine.begin(world.as('lan'), office)), ['case.not-your-part'])
    assert.deepEqual(codes(await engine.open(world.as('lan'), office, [])), ['case.not-your-part'])
    const nobody = '00000000-0000-4000-8000-000000000000' as PartyId
    assert.deepEqual(codes(await beginAbout(world.as('khanh'), office, nobody)), ['case.party-unknown'])
  })

  test('a line ministry may suspend after a check, and may neither recall nor touch legacy systems', async () => {
    const system = await umbrellaAdviser({ firstUse: day('2025-06-01') })
    const gio = world.as('gio')
    const file = await draft(gio, world.library)
    for (const [kind, more] of [
      ['recall', {}],
      ['re-evaluate', {}],
      ['suspend-legacy', {}],
    ] as const)
      assert.deepEqual(codes(await attempt(gio, file, 'propose', suspension(system, { kind, ...more }))), [
        'order.not-competent kind',
      ])
    const byIncident = suspension(system, { suspendBasis: 'L12.3' })
    assert.deepEqual(codes(await attempt(gio, file, 'propose', byIncident)), ['order.not-competent suspendBasis'])
    const mine = await step(gio, file, 'propose', suspension(system))
    assert.equal((await step(stormChief, mine, 'issue', suspension(system))).unit, world.storm)
  })
})

describe('before an order is served', () => {
  test('the party finds no file, no mail, no note and nothing in its lists, whatever it asks', async () => {
    const system = await umbrellaAdviser()
    const [before, notes] = [
      (await listOfParty(kit.db, world.library)).length,
      await count('access_note where party = $1', [world.library]),
    ]
    const file = await proposed(suspension(system))
    await fileOf(world.as('khanh'), file.number)
    for (const who of ['lan', 'binh', 'mai', 'stranger'] as const) {
      assert.deepEqual(codes(await getFile(world.as(who), office, file.number)), ['case.unknown'])
      for (const verb of ['acknowledge', 'message', 'complain'])
        assert.deepEqual(codes(await attempt(world.as(who), file, verb)), ['case.unknown'])
    }
    const [app, cookie] = [world.app([...pages, ...apis]), { cookie: 'saola_session=lan' }]
    for (const path of ['', '/do/acknowledge', '/steps/1', '/erase'])
      assert.equal((await app.request(`/vi/orders/${file.number}${path}`, { headers: cookie })).status, 404, path)
    const bearer = { authorization: 'Bearer library' }
    assert.equal((await app.request(`/api/v1/orders/${file.number}`, { headers: bearer })).status, 404)
    assert.equal((await listOfParty(kit.db, world.library)).length, before)
    assert.equal(await count('access_note where party = $1', [world.library]), notes)
    // Only the chief hears of it: somebody has to sign.
    const told = await owner.query('select recipient from outbox where about like $1', [`case:${file.number}:%`])
    assert.ok(told.rows.length > 0)
    const inside = new Set(['duc', 'thao'].map((name) => `${name}@thuvien.example`))
    for (const { recipient } of told.rows) assert.ok(inside.has(recipient), recipient)
    assert.equal((await systemNow(system)).state, 'in-use')
  })

  test('and afterwards it sees the order, and not how it came about', async () => {
    const system = await umbrellaAdviser()
    const first = await proposed(suspension(system))
    const back = await step(world.as('thao'), first, 'return', { returnReason: 'Nêu rõ phạm vi.' })
    const again = await step(world.as('khanh'), back, 'propose', suspension(system))
    const file = await step(world.as('thao'), again, 'issue', suspension(system))
    const whole = good(await getWhole(world.as('lan'), office, file.number))
    assert.deepEqual(
      whole.events.map(({ verb }) => verb),
      ['issue'],
    )
    assert.deepEqual([...whole.papers.keys()], [4])
    assert.match(whole.documents[0]?.number ?? '', /^YCTQ-2026-/)
    assert.equal(good(await getWhole(world.as('khanh'), office, file.number)).events.length, 4)
    assert.ok((await count('outbox where about like $1', [`case:${file.number}:4:%`])) > 0)
    assert.deepEqual(codes(await getFile(world.as('stranger'), office, file.number)), ['case.unknown'])
  })
})

// ————— what may be ordered —————

describe('what an order may say', () => {
  test('an explanation may not ask for source code, detailed algorithms or parameters, and is told which article says so', async () => {
    const system = await umbrellaAdviser()
    for (const wanted of [
      'Mã nguồn của mô-đun bão',
      'toàn bộ bộ tham số',
      'the source code',
      'Thuật toán chi tiết; nhật ký',
    ]) {
      const refused = againstOrder(explanation(system, { wanted }))
      assert.deepEqual(
        refused.map(({ code, field, cite }) => [code, field, cite]),
        [['order.secrets-asked', 'wanted', 'L15.1.b']],
        wanted,
      )
    }
    assert.deepEqual(againstOrder(explanation(system)), [])
    const file = await draft(world.as('khanh'), world.library)
    const asking = explanation(system, { wanted: 'Cung cấp mã nguồn.' })
    assert.deepEqual(codes(await attempt(world.as('khanh'), file, 'propose', asking)), ['order.secrets-asked wanted'])
  })

  test('to say that source code is not wanted asks for nothing', () => {
    assert.equal(secretsAsked('Mô tả chức năng, không bao gồm mã nguồn hay bộ tham số.'), undefined)
    assert.equal(secretsAsked('A functional description without source code'), undefined)
    assert.equal(secretsAsked('Không cần vội. Gửi mã nguồn.'), 'ma nguon')
  })

  test('records of an inspection may be asked for, with the record of necessity and proportionality', async () => {
    const system = await umbrellaAdviser()
    const {
      necessity: _,
      proportionality: __,
      ...bare
    } = explanation(system, {
      ...{ kind: 'produce', ground: 'inspection', inspection: '12/QĐ-KT', wanted: 'Nhật ký lưu vết tháng 10.' },
    })
    const { explainBasis: ___, ...asking } = bare
    const file = await draft(world.as('khanh'), world.library)
    assert.deepEqual(codes(await attempt(world.as('khanh'), file, 'propose', asking)), [
      'case.missing necessity',
      'case.missing proportionality',
    ])
    const whole = { ...asking, necessity: 'Tìm nguyên nhân.', proportionality: 'Chỉ một tháng.' }
    assert.equal((await step(world.as('khanh'), file, 'propose', whole)).state, 'proposed')
    assert.deepEqual(
      againstOrder({ ...whole, ground: 'rights' }).map(({ code, cite }) => [code, cite]),
      [['order.ground', 'L28.3']],
    )
  })

  test('the basis fits the level of the system and the role of the addressee', async () => {
    const system = await umbrellaAdviser()
    const against = (basis: string, role: 'provider' | 'deployer') =>
      againstAddressee(explanation(system, { explainBasis: basis }), system, role, kit.now()).map(({ code }) => code)
    assert.deepEqual(against('L15.1.b', 'provider'), [])
    assert.deepEqual(against('L14.1.e', 'provider'), ['order.basis-level'])
    assert.deepEqual(against('L15.1.c', 'provider'), ['order.basis-role'])
    assert.deepEqual(against('L15.2.b', 'provider'), ['order.basis-level', 'order.basis-role'])
    const low = { ground: 'risk-signs', explainBasis: 'L15.2.a' }
    assert.deepEqual(
      againstOrder(explanation(system, low)).map(({ code, cite }) => [code, cite]),
      [['order.ground', 'L15.2.a']],
    )
  })

  test('a legacy system ran before the Law, and its transition is not over', () => {
    const [early, late] = [day('2026-02-28'), day('2026-03-01')]
    assert.ok(isLegacy({ firstUse: early, sectors: [] }, day('2027-02-28')))
    assert.ok(!isLegacy({ firstUse: early, sectors: [] }, day('2027-03-01')))
    assert.ok(isLegacy({ firstUse: early, sectors: ['health'] }, day('2027-08-31')))
    assert.ok(!isLegacy({ firstUse: early, sectors: ['health'] }, day('2027-09-01')))
    assert.ok(!isLegacy({ firstUse: late, sectors: [] }, late))
  })

  test('a suspension goes to the provider, and to nobody who has nothing to do with the system', async () => {
    const system = await umbrellaAdviser()
    good(await link(system, 'Trường Ô', school.party))
    const khanh = world.as('khanh')
    const atDeployer = await draft(khanh, school.party)
    assert.deepEqual(codes(await attempt(khanh, atDeployer, 'propose', suspension(system))), [
      'order.provider-first kind',
    ])
    const atStranger = await draft(khanh, world.strangers)
    assert.deepEqual(codes(await attempt(khanh, atStranger, 'propose', suspension(system))), ['order.not-theirs aiId'])
  })

  test('an officer finds provider and deployers by AI-ID, and organisations by code and name', async () => {
    const system = await umbrellaAdviser()
    good(await link(system, 'Trường Ô', school.party))
    const found = async (words: string) => {
      const candidates = await office.about?.(world.as('khanh'), words, {})
      return (candidates?.found ?? []).map(({ name }) => [name, candidates?.brought.aiId])
    }
    assert.deepEqual(await found(system.aiId.toLowerCase()), [
      ['Thư viện Ô', system.aiId],
      ['Trường Ô', system.aiId],
    ])
    assert.deepEqual(await found('0100000001'), [['Thư viện Ô', undefined]])
    assert.deepEqual(await found('phòng khám'), [['Phòng khám Ô', undefined]])
    assert.deepEqual(await found('%'), [])
  })
})

// ————— suspended, carried out, lifted —————

describe('a suspension', () => {
  test('that is sent back twice gives the addressee a time of its own each time, and both are kept', async (t) => {
    const before = kit.now()
    t.after(() => kit.setNow(before))
    const hours = (n: number) => kit.setNow(new Date(Date.parse(before) + n * 3_600_000).toISOString())
    const file = await issued(suspension(await umbrellaAdviser()))
    let mine = await step(world.as('lan'), file, 'acknowledge')
    for (const n of [1, 2, 3]) {
      hours(2 * n)
      mine = await step(world.as('lan'), mine, 'comply', { whatDone: `Lần ${n}`, units: 1, unitsDone: 1 })
      if (n === 3) break
      hours(2 * n + 1)
      mine = await step(world.as('khanh'), mine, 'send-back', {
        lacking: 'Còn một phòng.',
        rework: 4 - n,
        reworkUnit: 'days',
      })
    }
    const { clocks } = good(await getWhole(world.as('lan'), office, mine.number))
    assert.deepEqual(
      clocks
        .filter(({ clock }) => clock.startsWith('rework'))
        .map(({ clock, reckoning, metAt }) => [clock, reckoning.rule, metAt !== null])
        .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
      [
        ['rework', { days: 3 }, true],
        ['rework.2', { days: 2 }, true],
      ],
    )
  })

  test('is served on a deployer who is linked while it stands, once, by a chief', async () => {
    const system = await umbrellaAdviser()
    good(await link(system, 'Trường Ô', school.party))
    const file = await issued(suspension(system))
    assert.deepEqual(codes(await attempt(world.as('thao'), file, 'serve-more')), ['order.nobody-to-serve'])
    good(await link(system, 'Phòng khám Ô', clinic.party))
    assert.deepEqual(codes(await attempt(world.as('khanh'), file, 'serve-more')), ['case.not-your-part'])
    const more = await step(world.as('thao'), file, 'serve-more')
    const served = await children(more)
    assert.deepEqual(
      served.map(({ party, state }) => [party, state]),
      [
        [school.party, 'issued'],
        [clinic.party, 'issued'],
      ],
    )
    assert.deepEqual(codes(await attempt(world.as('thao'), more, 'serve-more')), ['order.nobody-to-serve'])
    const late = good(await getWhole(clinic.as, office, served[1]?.number ?? ''))
    assert.equal(late.file.answers.reason, suspension(system).reason)
    assert.deepEqual(
      late.clocks.map(({ reckoning }) => reckoning.rule),
      [{ hours: 48 }],
    )
  })

  test('is on the register with the commit, reaches every deployer, and ends by a decision of its own', async () => {
    const system = await umbrellaAdviser()
    good(await link(system, 'Trường Ô', school.party))
    good(await link(system, 'Phòng khám Ô', clinic.party))
    good(await link(system, 'Quán Ô ven sông', null))
    const file = await issued(suspension(system))

    const register = await kit.reader
      .selectFrom('register_entry')
      .select('state')
      .where('ai_id', '=', system.aiId)
      .execute()
    assert.deepEqual(register, [{ state: 'suspended' }])
    const [latest] = await kit.reader
      .selectFrom('register_event')
      .select(['verb', 'public'])
      .where('ai_id', '=', system.aiId)
      .orderBy('seq', 'desc')
      .limit(1)
      .execute()
    assert.equal(latest?.verb, 'ordered-suspended')
    assert.deepEqual(latest?.public, {
      ...{ order: file.number, state: 'suspended', reason: 'Hồ sơ khai sai mục đích sử dụng.' },
    })
    const resume = () =>
      kept(world.as('lan'), async (within) => {
        const now = await systemNow(system)
        return actOnSystem(within, system.id, 'resume', now.seq, null)
      })
    assert.deepEqual(codes(await resume()), ['system.held'])

    // Every deployer has a file of his own and sees no other.
    const served = await children(file)
    assert.equal(served.length, 2)
    const numberOf = (party: PartyId): string => served.find((s) => s.party === party)?.number ?? ''
    const [atSchool, atClinic] = [numberOf(school.party), numberOf(clinic.party)]
    assert.deepEqual(codes(await getFile(school.as, office, atClinic)), ['case.unknown'])
    assert.deepEqual(codes(await getFile(world.as('lan'), office, atSchool)), ['case.unknown'])
    assert.deepEqual((await fileOf(school.as, atSchool)).answers.under, file.number)
    assert.deepEqual((await besideFile(school.as, await fileOf(school.as, atSchool)))?.addressees, [])
    assert.match(good(await getWhole(clinic.as, office, atClinic)).documents[0]?.number ?? '', /^YCTK-/)

    // Each acknowledges and reports; half is progress, not completion.
    let theirs = await step(school.as, await fileOf(school.as, atSchool), 'acknowledge')
    const half = { whatDone: 'Tắt ở năm phòng.', units: 10, unitsDone: 5 }
    assert.deepEqual(codes(await attempt(school.as, theirs, 'comply', half)), ['order.units-open unitsDone'])
    assert.deepEqual(codes(await attempt(school.as, theirs, 'progress', { ...half, unitsDone: 11 })), [
      'order.units-beyond unitsDone',
    ])
    assert.deepEqual(codes(await attempt(school.as, theirs, 'progress', { whatDone: 'Đang làm.' })), [
      'order.units-missing units',
    ])
    theirs = await step(school.as, theirs, 'progress', half)
    const seen = async () => {
      const beside = await besideFile(world.as('khanh'), await fileOf(world.as('khanh'), file.number))
      assert.ok(beside?.completion)
      return { ...beside.completion, offPortal: beside.offPortal }
    }
    assert.deepEqual(await seen(), {
      ...{ addressees: 3, acknowledged: 1, complied: 0, overdue: 0, units: 10, unitsDone: 5, percent: 50 },
      offPortal: ['Quán Ô ven sông'],
    })
    theirs = await step(school.as, theirs, 'comply', { ...half, unitsDone: 10 })
    assert.deepEqual((await seen()).complied, 1)

    // The provider too; what is lacking is sent back with a time of its own.
    let own = await step(world.as('lan'), await fileOf(world.as('lan'), file.number), 'acknowledge')
    own = await step(world.as('binh'), own, 'comply', { whatDone: 'Tắt máy chủ.', units: 1, unitsDone: 1 })
    own = await step(world.as('khanh'), own, 'send-back', {
      lacking: 'Chưa gỡ khỏi trang.',
      rework: 3,
      reworkUnit: 'days',
    })
    own = await step(world.as('lan'), own, 'comply', { whatDone: 'Đã gỡ.', units: 1, unitsDone: 1 })
    own = await step(world.as('khanh'), own, 'verify', { finding: 'Đã kiểm tra tại chỗ.' })

    // A suspension is never closed silently: only a chief lifts it, and not the one who verified.
    assert.deepEqual(codes(await attempt(world.as('khanh'), own, 'close', { conclusion: 'Xong.' })), ['case.not-now'])
    assert.deepEqual(codes(await attempt(world.as('khanh'), own, 'lift', { liftReason: 'Xong.' })), [
      'case.not-your-part',
    ])
    const lifting = { liftReason: 'Hồ sơ đã đúng.', endPublic: 'Hồ sơ đã được sửa.' }
    own = await step(world.as('thao'), own, 'lift', lifting)
    assert.equal(own.state, 'lifted')
    assert.deepEqual(
      (await children(file)).map(({ state }) => state),
      ['lifted', 'lifted'],
    )
    assert.equal((await systemNow(system)).state, 'in-use')
    assert.deepEqual((await systemNow(system)).holds, [])

    // It never disappears.
    const shown = good(await publicOrder(kit, file.number))
    assert.deepEqual([shown.ended, shown.endedReason, shown.system.state], ['lifted', 'Hồ sơ đã được sửa.', 'in-use'])
    const { rows } = await owner.query(`select verb from system_event where system = $1 order by seq`, [system.id])
    assert.deepEqual(
      rows.map(({ verb }) => verb).filter((verb) => verb.startsWith('order')),
      ['ordered-suspended', 'order-ended'],
    )
  })

  test('a recall that was carried out may be closed; the system stays recalled until the order is lifted', async () => {
    const system = await umbrellaAdviser()
    const recall = suspension(system, { kind: 'recall' })
    const { suspendBasis: _, ...answers } = recall
    const file = await issued(answers)
    await step(world.as('lan'), file, 'acknowledge')
    await step(world.as('lan'), file, 'comply', { whatDone: 'Thu hồi hết.', units: 4, unitsDone: 4 })
    await step(world.as('khanh'), file, 'verify', { finding: 'Đúng.' })
    const closed = await step(world.as('khanh'), file, 'close', { conclusion: 'Đã thu hồi.' })
    assert.equal(closed.state, 'closed')
    assert.equal((await systemNow(system)).state, 'recalled')
    assert.equal(good(await publicOrder(kit, file.number)).ended, null)
    await step(world.as('thao'), closed, 'lift', { liftReason: 'Phiên bản mới.' })
    assert.equal((await systemNow(system)).state, 'in-use')
  })

  test('two orders stand beside each other; the graver one shows, and lifting one leaves the other', async () => {
    const system = await umbrellaAdviser()
    const first = await issued(suspension(system))
    const { suspendBasis: _, ...recall } = suspension(system, { kind: 'recall' })
    const second = await issued(recall)
    assert.equal((await systemNow(system)).state, 'recalled')
    await step(world.as('thao'), second, 'revoke', { revokeReason: 'Ban hành nhầm.' })
    assert.equal((await systemNow(system)).state, 'suspended')
    assert.equal(good(await publicOrder(kit, second.number)).ended, 'revoked')
    await step(world.as('thao'), first, 'revoke', { revokeReason: 'Ban hành nhầm.' })
    assert.equal((await systemNow(system)).state, 'in-use')
  })

  test('a refusal on the way leaves nothing behind: no step, no hold, no file of a deployer, no leaf', async () => {
    const system = await umbrellaAdviser()
    good(await link(system, 'Trường Ô', school.party))
    const answers = suspension(system)
    const file = await proposed(answers)
    const before = [await count('casefile'), await count('log_leaf'), await count('supervision_order')]
    // Somebody else moved the file while the chief was reading.
    const stale = await kept(world.as('thao'), (within) =>
      engine.act(within, office, file.number, 'issue', 0, { answers }),
    )
    assert.deepEqual(codes(stale), ['case.changed-meanwhile'])
    // The unit lost its competence between draft and signature.
    const thao = world.actors.thao
    assert.ok(thao.kind === 'person' && thao.seat !== null)
    const police: Actor = { ...thao, seat: { ...thao.seat, kind: 'police' } }
    assert.deepEqual(codes(await attempt({ ...kit, actor: police }, file, 'issue', answers)), [
      'order.not-competent suspendBasis',
    ])
    // The last deployer's file cannot be kept: the order, its hold and the first file go with it.
    await owner.query(`alter table supervision_order add constraint none_under check (principal is null) not valid`)
    await assert.rejects(attempt(world.as('thao'), file, 'issue', answers), /none_under/)
    await owner.query('alter table supervision_order drop constraint none_under')
    assert.deepEqual([await count('casefile'), await count('log_leaf'), await count('supervision_order')], before)
    assert.equal((await systemNow(system)).state, 'in-use')
    assert.equal((await fileOf(world.as('khanh'), file.number)).state, 'proposed')
  })

  test('is overdue by the clock alone, and escalating is an act that cannot come too early', async (t) => {
    const system = await umbrellaAdviser()
    const file = await issued(suspension(system))
    const escalation = { escalatedTo: 'Thanh tra Bộ', escalation: 'Quá 48 giờ.' }
    assert.deepEqual(codes(await attempt(world.as('khanh'), file, 'escalate', escalation)), ['order.not-overdue'])
    const now = kit.now()
    t.after(() => kit.setNow(now))
    kit.setNow('2026-11-04T02:00:00.001Z')
    const beside = await besideFile(world.as('khanh'), await fileOf(world.as('khanh'), file.number))
    assert.equal(beside?.completion?.overdue, 1)
    assert.equal((await step(world.as('khanh'), file, 'escalate', escalation)).state, 'issued')
    const complaint = { complaintTo: 'Chủ tịch', complainedOn: '2026-11-03', complaint: 'Không đồng ý.' }
    assert.equal((await step(world.as('lan'), file, 'complain', complaint)).state, 'issued')
  })
})

// ————— what anyone may read, and programs —————

describe('the public list', () => {
  test('holds what takes a system out of use and nothing else, by every filter', async () => {
    const [system, other] = [await umbrellaAdviser({ sectors: ['health'] }), await umbrellaAdviser({ level: 'high' })]
    const [suspended, explained] = [
      await issued(suspension(system)),
      await issued(explanation(await umbrellaAdviser())),
    ]
    const { suspendBasis: _, ...recall } = suspension(other, { kind: 'recall' })
    const recalled = await issued(recall)
    const numbers = async (asking: Readonly<Record<string, string>>) =>
      (await publicOrders(kit, readQuery(PublicQuery, asking), 100)).map(({ number }) => number)
    const all = await numbers({})
    assert.ok(all.includes(suspended.number) && all.includes(recalled.number) && !all.includes(explained.number))
    assert.deepEqual(codes(await publicOrder(kit, explained.number)), ['order.unknown'])
    assert.deepEqual(await numbers({ q: system.aiId }), [suspended.number])
    assert.deepEqual(await numbers({ q: system.aiId, kind: 'recall' }), [])
    assert.ok((await numbers({ sector: 'health' })).includes(suspended.number))
    assert.ok(!(await numbers({ sector: 'health' })).includes(recalled.number))
    assert.deepEqual(await numbers({ level: 'high', standing: 'standing', kind: 'recall' }), [recalled.number])
    assert.ok((await numbers({ standing: 'nonsense', kind: 'nonsense' })).length === all.length)
  })

  test('is a table of open data: every row of it, lifted ones too, and nothing that is not on it', async () => {
    const system = await umbrellaAdviser()
    good(await link(system, 'Trường Ô', school.party))
    const lifted = await issued(suspension(system))
    await step(world.as('thao'), lifted, 'revoke', { revokeReason: 'Ban hành nhầm.', endPublic: 'Đã hủy.' })
    await issued(explanation(await umbrellaAdviser()))
    const [set] = SETS
    assert.ok(set)
    const rows: Record<string, unknown>[] = []
    for await (const batch of set.rows(kit.reader))
      for (const row of batch) rows.push(Object.fromEntries(set.columns.map(({ name }, n) => [name, row[n]])))
    const listed = await publicOrders(kit, readQuery(PublicQuery, {}), 1000)
    assert.deepEqual(
      rows.map((r) => String(r.number)),
      listed.map(({ number }) => number).toSorted(),
    )
    for (const { issuer, system: about, ...order } of listed) {
      const { name: systemName, state: systemState, ...rest } = about
      assert.deepEqual(
        rows.find((r) => r.number === order.number),
        { ...order, ...rest, systemName, systemState, issuerVi: issuer.vi, issuerEn: issuer.en },
      )
    }
    const mine = rows.find((r) => r.number === lifted.number)
    assert.deepEqual([mine?.ended, mine?.endedReason, mine?.systemState], ['revoked', 'Đã hủy.', 'in-use'])
  })

  test('stands on pages that are valid, in data, and in feeds that carry the lifting', async () => {
    const system = await umbrellaAdviser()
    const file = await issued(suspension(system))
    const app = world.app([...pages, ...apis])
    for (const lang of ['vi', 'en'])
      for (const path of [
        '/orders',
        '/orders/public',
        `/orders/public/${file.number}`,
        `/orders/public?q=${system.aiId}&kind=suspend`,
      ]) {
        const answer = await app.request(`/${lang}${path}`)
        assert.equal(answer.status, 200, path)
        assert.deepEqual(await complaints(await answer.text()), [], `${lang}${path}`)
      }
    const feed = async (ending: string) =>
      (await app.request(`/vi/orders/public/feed.${ending}?q=${system.aiId}`)).text()
    assert.match(await feed('atom'), new RegExp(`order:${file.number}</id>`))
    type Listed = { items: { number: string; ended: string | null }[]; next: string | null }
    const listed = async () => (await (await app.request(`/api/v1/orders?q=${system.aiId}`)).json()) as Listed
    assert.deepEqual(
      (await listed()).items.map(({ number, ended }) => [number, ended]),
      [[file.number, null]],
    )
    await step(world.as('thao'), file, 'revoke', { revokeReason: 'Nhầm.', endPublic: 'Ban hành nhầm hệ thống.' })
    assert.match(await feed('json'), /Đã hủy bỏ ngày 02\/11\/2026/)
    assert.equal((await listed()).items[0]?.ended, 'revoked')
    const paged = (await (await app.request('/api/v1/orders?limit=1')).json()) as Listed
    assert.equal(paged.items.length, 1)
    const next = (await (await app.request(paged.next?.replace('http://localhost:8400', '') ?? '')).json()) as Listed
    assert.notEqual(next.items[0]?.number, paged.items[0]?.number)
    assert.equal((await app.request('/api/v1/orders?after=x')).status, 422)
  })

  test('the reading role sees the list and no file', async () => {
    await assert.rejects(kit.reader.selectFrom('supervision_order').selectAll().execute(), /permission denied/)
  })

  test('a badge says in word and picture how the system stands now, and its signature can be checked', async () => {
    const system = await umbrellaAdviser()
    const app = world.app([...pages, ...apis])
    const drawn = async (path: string) => (await app.request(path)).text()
    assert.match(await drawn(`/vi/register/${system.aiId}/badge.svg`), />Đang sử dụng</)
    const file = await issued(suspension(system))
    assert.match(await drawn(`/en/register/${system.aiId}/badge.svg`), />Suspended</)
    assert.match(await drawn(`/register/${system.aiId}/badge.svg`), />Tạm dừng</)
    assert.equal((await app.request('/register/VN-0000-0000-00/badge.svg')).status, 404)
    const { value, jws } = good(await signedStatus(kit, system.aiId))
    assert.deepEqual([value.state, value.orders], ['suspended', [file.number]])
    const [key] = kit.keys.publicKeys().keys
    const { payload } = await compactVerify(jws, await importJWK(key as JWK, 'EdDSA'))
    assert.deepEqual(JSON.parse(new TextDecoder().decode(payload)), JSON.parse(JSON.stringify(value)))
  })
})

describe('programs', () => {
  test('acknowledge and report by API; the same key twice is one step, and another organisation finds nothing', async () => {
    const system = await umbrellaAdviser()
    const file = await issued(suspension(system))
    const app = world.app([...pages, ...apis])
    const call = async (path: string, body: object, key: string = randomUUID(), who = 'library') => {
      const answer = await app.request(`/api/v1/orders/${file.number}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${who}`, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      })
      return { status: answer.status, text: await answer.text() }
    }
    const key = randomUUID()
    const [once, twice] = [await call('/acknowledge', {}, key), await call('/acknowledge', {}, key)]
    assert.equal(once.status, 200, once.text)
    assert.deepEqual(twice, once)
    assert.equal(await count('casefile_event where file = $1 and verb = $2', [file.id, 'acknowledge']), 1)
    assert.ok(!once.text.includes('propose'))
    assert.equal(
      (await call('/comply', { whatDone: 'x', units: 1, unitsDone: 1 }, randomUUID(), 'stranger')).status,
      404,
    )
    assert.equal((await call('/comply', { whatDone: 'Đã tắt.', units: 1, unitsDone: 1 })).status, 200)
    const own = await app.request('/api/v1/orders/own', { headers: { authorization: 'Bearer library' } })
    const { items } = (await own.json()) as { items: { number: string }[] }
    assert.ok(items.some(({ number }) => number === file.number))
    assert.equal(
      (await app.request('/api/v1/orders', { method: 'POST', headers: { authorization: 'Bearer library' } })).status,
      405,
    )
  })

  test('the page of an order shows how far all have come, to the authority and to the provider', async () => {
    const system = await umbrellaAdviser()
    good(await link(system, 'Trường Ô', school.party))
    const file = await issued(suspension(system))
    const app = world.app(pages)
    for (const who of ['khanh', 'lan']) {
      const answer = await app.request(`/vi/orders/${file.number}`, { headers: { cookie: `saola_session=${who}` } })
      const html = await answer.text()
      assert.match(html, /0 trên 2 bên đã báo cáo xong/)
      assert.match(html, /Trường Ô/)
      assert.deepEqual(await complaints(html), [], who)
    }
  })
})
