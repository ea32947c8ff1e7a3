import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Actor, UnitKind } from '../../base/actor.ts'
import * as engine from '../../casework/actions.ts'
import { type Acting, beginAbout, getWhole, listOfParty, type Office } from '../../casework/actions.ts'
import { offers } from '../../casework/flow.ts'
import type { Answers, CaseFile } from '../../casework/schema.ts'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { noticeBody } from '../../../test/notices.ts'
import { umbrellaWorld } from '../../../test/umbrella.ts'
import { codes, good, kept } from '../../../test/outcomes.ts'
import { SESSION } from '../../web/server.ts'
import { createAccount, createUnit, seatOfficer } from '../parties/actions.ts'
import { raiseSignal, signalsOf } from '../supervision/actions.ts'
import { putOnRecord, type Recording } from '../systems/actions.ts'
import type { Level, Recorded } from '../systems/schema.ts'
import { besideFile, checkFromSignals, checkOffice, conclusions, inspectionOffice, periodicPlan } from './actions.ts'
import { apis } from './api.ts'
import { COMPETENCE, GROUND } from './kinds.ts'
import { pages } from './pages.tsx'
import { CHECK } from './procedure.ts'
import { againstRecords, againstVisit, recordsIn } from './rules.ts'
import { GROUNDS, REFUSALS, type VisitGround } from './schema.ts'
import { SAYS } from './words.ts'

const { kit, owner } = await freshDatabase()
const world = await umbrellaWorld(kit)
const app = world.app([...pages, ...apis], { refusals: REFUSALS, says: SAYS })

// ————— how a test acts —————

const attempt = (asked: Acting, file: CaseFile, verb: string, answers?: Answers, office: Office = checkOffice) =>
  kept(asked, (within) =>
    engine.act(within, office, file.number, verb, undefined, answers === undefined ? {} : { answers }),
  )
const step = async (asked: Acting, file: CaseFile, verb: string, answers?: Answers): Promise<CaseFile> =>
  good(await attempt(asked, file, verb, answers))
const attach = async (asked: Acting, file: CaseFile): Promise<void> => {
  good(
    await engine.attach(asked, checkOffice, file.number, new File(['nhật ký'], 'nhat-ky.txt', { type: 'text/plain' })),
  )
}

const [officer, chief, party] = [world.as('khanh'), world.as('thao'), world.as('lan')]

let used = 0
async function system(level: Level = 'high', more: Partial<Recording['becomes']> = {}): Promise<Recorded> {
  used += 1
  const recording: Recording = {
    ...{ provider: world.library, answers: noticeBody(`K-${used}`).dossier, verb: 'notified', data: {} },
    ...{ reason: null, at: kit.now() },
    becomes: { level, state: 'in-use', sectors: ['education'], entries: [], firstUse: null, ...more },
  }
  return good(await kept(world.as('lan'), (asked) => putOnRecord(asked, recording))).system
}

const decision = (of: Pick<Recorded, 'aiId' | 'name'>, more: Answers = {}): Answers => ({
  ...{ aiId: of.aiId, systemName: of.name, ground: 'signs', reason: 'Hồ sơ mô tả chức năng giống mục I.2.' },
  ...{ scope: 'Chức năng chấm bài.', members: 'Trần Khánh, trưởng đoàn', period: 10, necessity: 'Không có cách khác.' },
  ...more,
})
const draft = async (asked = officer, office: Office = checkOffice): Promise<CaseFile> =>
  good(await kept(asked, (within) => beginAbout(within, office, world.library)))
const proposed = async (answers: Answers): Promise<CaseFile> => step(officer, await draft(), 'propose', answers)
const announced = async (of?: Recorded, more: Answers = {}): Promise<CaseFile> => {
  const answers = decision(of ?? (await system()), more)
  return step(chief, await proposed(answers), 'announce', answers)
}
const RECORDS = {
  records: '1. Hồ sơ kỹ thuật\n2. Nhật ký lưu vết tháng 9\n- Dữ liệu huấn luyện',
  ...{ recordsWhy: 'Tìm nguyên nhân.', recordsDays: 5 },
}
const FINDINGS = { findings: 'Hệ thống xếp hạng học sinh.', explainDays: 5 }
const CONCLUSION = { conclusion: 'Thuộc mục I.2.', answered: 'Không có ý kiến.', outcomes: ['order'] }
const whole = async (asked: Acting, file: CaseFile) => good(await getWhole(asked, checkOffice, file.number))

/** An officer or chief of a unit of another kind. */
async function seated(kind: UnitKind, role: 'officer' | 'chief'): Promise<Acting> {
  used += 1
  const [code, email] = [`${kind}-${used}`.toUpperCase(), `${kind}-${used}@thuvien.example`]
  const unit = await createUnit(kit, { kind, code, nameVi: code, nameEn: code })
  const account = await createAccount(kit, { email, name: code, lang: 'vi', password: 'ô che mưa nắng 2026' })
  await seatOfficer(kit, unit, account, role)
  const actor: Actor = {
    ...{ kind: 'person', account, name: code, email, lang: 'vi', acting: null },
    seat: { unit, kind, role },
  }
  return { ...kit, actor }
}

// ————— who may, and why —————

describe('who may check, and on which ground', () => {
  const GROUNDS_OF: Readonly<Record<Level, readonly VisitGround[]>> = {
    high: ['periodic', 'signs', 'sample', 'incident', 'petition', 'safety'],
    medium: ['report', 'sample', 'evaluation', 'incident', 'petition', 'safety'],
    low: ['incident', 'petition', 'safety'],
  }
  for (const level of ['high', 'medium', 'low'] as const)
    test(`a system of ${level} risk is checked as art. 10.5 says and in no other way`, async () => {
      const of = await system(level)
      const admitted = (GROUNDS as readonly VisitGround[]).filter(
        (ground) => againstVisit('check', decision(of, { ground }), 'most', of, true).length === 0,
      )
      assert.deepEqual(admitted, GROUNDS_OF[level])
    })

  test('the refusal names the point of the article, before anybody signs', async () => {
    const low = await system('low')
    const refused = await attempt(officer, await draft(), 'propose', decision(low, { ground: 'periodic' }))
    assert.deepEqual(codes(refused), ['check.ground-level ground'])
    assert.equal(refused.ok ? '' : refused.refusals[0]?.cite, 'L10.5.c')
  })

  test('inspections are for inspectorates, checks for those who manage AI; the police check where it leads', async () => {
    const of = await system()
    const against = (kind: 'check' | 'inspection', unit: UnitKind, ground: VisitGround) =>
      againstVisit(kind, decision(of, { ground }), unit, of, true).map(({ code }) => code)
    for (const unit of ['most', 'ministry', 'province'] as const) assert.deepEqual(against('check', unit, 'signs'), [])
    assert.deepEqual(against('check', 'police', 'signs'), ['check.not-competent'])
    assert.deepEqual(against('check', 'police', 'incident'), [])
    for (const unit of ['province', 'police'] as const) assert.deepEqual(against('inspection', unit, 'signs'), [])
    for (const unit of ['most', 'ministry'] as const)
      assert.deepEqual(against('inspection', unit, 'signs'), ['check.not-competent'])
    assert.equal(COMPETENCE.inspection.cite, 'L28.1')
    const file = await draft(officer, inspectionOffice)
    assert.deepEqual(codes(await attempt(officer, file, 'propose', decision(of), inspectionOffice)), [
      'check.not-competent ground',
    ])
  })

  test('an inspection has its own numbers, decision and conclusion', async () => {
    const [inspector, head] = [await seated('province', 'officer'), await seated('province', 'chief')]
    const unit = inspector.actor.kind === 'person' ? inspector.actor.seat?.unit : undefined
    assert.ok(unit !== undefined && head.actor.kind === 'person' && head.actor.seat !== null)
    const inHouse: Acting = { ...head, actor: { ...head.actor, seat: { ...head.actor.seat, unit } } }
    const of = await system()
    const file = good(
      await attempt(inspector, await draft(inspector, inspectionOffice), 'propose', decision(of), inspectionOffice),
    )
    assert.match(file.number, /^TT-/)
    good(await attempt(inHouse, file, 'announce', decision(of), inspectionOffice))
    const documents = good(await getWhole(inspector, inspectionOffice, file.number)).documents
    assert.match(documents[0]?.number ?? '', /^QDTT-/)
    assert.equal(documents[0]?.content.title.vi, 'Quyết định thanh tra')
    assert.deepEqual(codes(await engine.getFile(inspector, checkOffice, file.number)), ['case.unknown'])
  })

  test('a party that neither provides nor deploys the system is not checked for it', async () => {
    const of = await system()
    const file = good(await kept(officer, (within) => beginAbout(within, checkOffice, world.strangers)))
    assert.deepEqual(codes(await attempt(officer, file, 'propose', decision(of))), ['check.not-theirs aiId'])
  })

  test('whoever drafts a decision or worked on the file may neither sign it nor conclude', async () => {
    const of = await system()
    const own = await step(chief, await draft(chief), 'propose', decision(of))
    assert.deepEqual(codes(await attempt(chief, own, 'announce', decision(of))), ['case.second-person-needed'])
    const file = await proposed(decision(of))
    assert.deepEqual(codes(await attempt(officer, file, 'announce', decision(of))), ['case.not-your-part'])
    assert.ok(!offers(CHECK, file, world.actors.khanh).includes('announce'))
    assert.ok(offers(CHECK, file, world.actors.thao).includes('announce'))
  })
})

// ————— what the party sees —————

describe('what the party sees', () => {
  test('nothing before the decision is announced, everything that is sent to it after', async () => {
    const of = await system()
    const file = await proposed(decision(of))
    assert.deepEqual(codes(await engine.getFile(party, checkOffice, file.number)), ['case.unknown'])
    assert.ok(!(await listOfParty(kit.db, world.library)).some(({ number }) => number === file.number))
    const { rows: before } = await owner.query('select count(*)::int as n from access_note where object = $1', [
      file.number,
    ])
    assert.equal(before[0].n, 0, 'a note would tell of it')
    await step(chief, file, 'announce', decision(of))
    const seen = await whole(party, file)
    assert.deepEqual(
      seen.events.map(({ verb }) => verb),
      ['announce'],
    )
    assert.match(seen.documents[0]?.number ?? '', /^QDKT-/)
    assert.deepEqual(codes(await engine.getFile(world.as('stranger'), checkOffice, file.number)), ['case.unknown'])
  })

  test('every reading by an officer is noted, and the party sees the note', async () => {
    const file = await announced()
    await whole(officer, file)
    const { rows } = await owner.query('select unit from access_note where object = $1 and party = $2', [
      file.number,
      world.library,
    ])
    assert.ok(rows.length > 0 && rows.every(({ unit }) => unit === world.office))
  })

  test('campaign and signals stay with the unit', async () => {
    const file = await announced()
    assert.equal((await besideFile(party, file)).campaign, undefined)
    const page = await (
      await app.request(`/vi/checks/${file.number}`, { headers: { cookie: `${SESSION}=lan` } })
    ).text()
    assert.ok(!page.includes('/signals/'))
    assert.ok(page.includes('/organisation/access-notes'))
  })
})

// ————— records against receipts —————

describe('records are asked for and handed over against receipts', () => {
  test('the list is one thing a line; each is given once, under a numbered receipt', async () => {
    const file = await step(officer, await announced(), 'request', RECORDS)
    const wanted = async () => (await besideFile(party, file)).records
    assert.deepEqual(
      (await wanted()).map(({ what }) => what),
      [...['Hồ sơ kỹ thuật', 'Nhật ký lưu vết tháng 9', 'Dữ liệu huấn luyện']],
    )
    assert.deepEqual(codes(await attempt(party, file, 'deliver', { items: '1' })), ['check.files-missing file'])
    await attach(party, file)
    assert.deepEqual(codes(await attempt(party, file, 'deliver', { items: '1, 9' })), ['check.record-unknown items'])
    await step(party, file, 'deliver', { items: '1, 2' })
    await attach(party, file)
    assert.deepEqual(codes(await attempt(party, file, 'deliver-more', { items: '2' })), ['check.record-unknown items'])
    await step(officer, file, 'receive', { items: '3', received: 'Một ổ đĩa còn niêm phong.', giver: 'Nguyễn Lan' })
    const { documents } = await whole(party, file)
    const receipts = (await wanted()).map(({ givenStep, how }) => [
      documents.find(({ seq }) => seq === givenStep)?.number.replace(/-.*/, ''),
      how,
    ])
    assert.deepEqual(receipts, [
      ['BNKT', 'portal'],
      ['BNKT', 'portal'],
      ['GNKT', 'hand'],
    ])
  })

  test('a second list goes on with the numbers, and has its own time', async () => {
    const file = await step(officer, await announced(), 'request', RECORDS)
    await attach(party, file)
    await step(party, file, 'deliver', { items: '1, 2, 3' })
    const later: Acting = { ...officer, now: () => '2026-11-04T02:00:00.000Z' }
    await step(later, file, 'request-more', { ...RECORDS, records: 'Nhật ký tháng 10' })
    const records = (await besideFile(officer, file)).records
    assert.deepEqual(
      records.map(({ n, givenStep }) => [n, givenStep === null]),
      [...[1, 2, 3].map((n) => [n, false]), [4, true]],
    )
    const { clocks } = await whole(party, file)
    assert.equal(clocks.find(({ clock }) => clock === 'records-more')?.metAt, null)
  })

  test('a check never asks for source code, detailed algorithms or parameters; an inspection says why it must', () => {
    for (const records of ['Mã nguồn của mô hình', 'Bộ tham số', 'Detailed algorithm of the ranking']) {
      assert.deepEqual(
        againstRecords('check', { records }, 'high').map(({ code, cite }) => [code, cite]),
        [['check.secrets-asked', 'L14.1.e']],
      )
      assert.deepEqual(againstRecords('inspection', { records }, 'high'), [])
    }
    assert.deepEqual(againstRecords('check', { records: 'Hồ sơ kỹ thuật, không gồm mã nguồn' }, 'medium'), [])
    assert.deepEqual(
      againstRecords('check', { records: ' \n ' }, 'low').map(({ code }) => code),
      ['check.records-none'],
    )
    assert.deepEqual(recordsIn({ records: '1) Một\n• Hai\n\n 3. Ba' }), ['Một', 'Hai', 'Ba'])
  })
})

// ————— findings, conclusion, correction —————

describe('nobody is concluded about unheard', () => {
  test('the chief waits for the explanation, or until its time is over', async () => {
    const file = await step(officer, await announced(), 'find', FINDINGS)
    assert.deepEqual(codes(await attempt(chief, file, 'conclude', CONCLUSION)), ['check.explain-first'])
    const later: Acting = { ...chief, now: () => '2026-11-20T02:00:00.000Z' }
    assert.equal((await step(later, file, 'conclude', CONCLUSION)).state, 'concluded')
    const heard = await step(officer, await announced(), 'find', FINDINGS)
    await step(party, heard, 'explain', { explanation: 'Chỉ dùng để luyện tập.' })
    assert.equal((await step(chief, heard, 'conclude', CONCLUSION)).state, 'concluded')
  })

  test('“no violation” stands beside nothing else', async () => {
    const file = await step(officer, await announced(), 'find', FINDINGS)
    await step(party, file, 'explain', { explanation: 'Không.' })
    const both = { ...CONCLUSION, outcomes: ['none', 'violation'] }
    assert.deepEqual(codes(await attempt(chief, file, 'conclude', both)), ['check.outcome-alone outcomes'])
    const plan = { ...CONCLUSION, outcomes: ['none'], planDays: 5 }
    assert.deepEqual(codes(await attempt(chief, file, 'conclude-plan', plan)), ['check.outcome-alone outcomes'])
  })
})

async function concluded(more: Answers = {}, verb = 'conclude'): Promise<CaseFile> {
  const file = await step(officer, await announced(), 'find', FINDINGS)
  await step(party, file, 'explain', { explanation: 'Chỉ dùng để luyện tập.' })
  return step(chief, file, verb, { ...CONCLUSION, ...more })
}

describe('what follows from a conclusion', () => {
  test('a corrective plan with its date is sent, accepted, carried out, sent back and verified', async () => {
    const file = await concluded({ outcomes: ['order'], planDays: 5 }, 'conclude-plan')
    assert.equal(file.holder, 'party')
    await step(party, file, 'plan', { measures: 'Tắt xếp hạng.', remedyDays: 20 })
    await step(officer, file, 'plan-back', { planLacking: 'Thiếu ngày.', planAgain: 3 })
    await step(party, file, 'plan', { measures: 'Tắt xếp hạng trước ngày 01/12.', remedyDays: 20 })
    await step(officer, file, 'accept', {})
    await step(party, file, 'remedy', { remedyText: 'Đã tắt.' })
    await step(officer, file, 'remedy-back', { remedyLacking: 'Còn một trường.', remedyAgain: 5 })
    const again = await step(party, file, 'remedy', { remedyText: 'Đã tắt ở mọi trường.' })
    assert.equal(again.state, 'remedied')
    const done = await step(officer, file, 'verify', { verifyText: 'Đã xem tại ba trường.' })
    assert.equal(done.state, 'verified')
    const { clocks } = await whole(party, file)
    assert.ok(clocks.find(({ clock }) => clock === 'remedy')?.metAt)
  })

  test('it is closed only when it is published, or somebody signed why it is not (Law art. 28.4)', async () => {
    const file = await concluded()
    assert.deepEqual(codes(await attempt(officer, file, 'close', {})), ['check.unpublished'])
    await step(chief, file, 'withhold', { withholdGround: 'state-secret', withholdWhy: 'Theo danh mục.' })
    assert.equal((await step(officer, file, 'close', {})).state, 'closed')
  })

  test('what is published names system and party only where the chief says so', async () => {
    const [quiet, named] = [await concluded(), await concluded()]
    const summary = { publicSummary: 'Một hệ thống xếp hạng người học được khai thiếu mức rủi ro.' }
    await step(chief, quiet, 'publish', { ...summary, nameSystem: 'no' })
    await step(chief, named, 'publish', { ...summary, nameSystem: 'yes' })
    const all = await conclusions(kit)
    const of = (file: CaseFile) => all.find(({ number }) => number === file.number)?.content
    assert.deepEqual([of(quiet)?.system, of(quiet)?.aiId], [null, null])
    assert.equal(of(named)?.aiId, named.answers.aiId)
    assert.ok(!JSON.stringify(of(named)).includes('giống mục I.2'), 'nothing of the file but what was written for it')
    const unpublished = await concluded()
    assert.equal(of(unpublished), undefined)
  })

  test('an order can be drafted from it, with the number of the check as its ground', async () => {
    const file = await concluded()
    const page = await (
      await app.request(`/vi/checks/${file.number}`, { headers: { cookie: `${SESSION}=khanh` } })
    ).text()
    assert.match(page, new RegExp(`/vi/orders\\?[^"]*origin=${file.number}[^"]*inspection=${file.number}`))
    const seen = await (
      await app.request(`/vi/checks/${file.number}`, { headers: { cookie: `${SESSION}=lan` } })
    ).text()
    assert.ok(!seen.includes('/vi/orders?'))
  })
})

// ————— what begins a check —————

describe('what begins a check', () => {
  test('open signals do, and they name it from then on; done twice it is begun once', async () => {
    const of = await system('low')
    await raiseSignal(officer, {
      ...{ system: of.id, kind: 'petition' },
      reason: { vi: 'Người đọc phản ánh.', en: 'A reader complained.' },
      from: { kind: { vi: 'Phản ánh', en: 'Petition' }, number: 'PA-2026-000001' },
    })
    const open = good(await signalsOf(officer, of.aiId)).signals.map(({ id }) => id)
    const begin = () => kept(officer, (within) => checkFromSignals(within, of.aiId, open))
    const file = good(await begin())
    assert.deepEqual(codes(await begin()), ['signal.looked-at'])
    const [signal] = good(await signalsOf(officer, of.aiId)).signals
    assert.deepEqual([signal?.state, signal?.ledTo], ['check-opened', file.number])
    const { rows } = await owner.query('select answers from casefile_draft where file = $1', [file.id])
    assert.equal(rows[0].answers.ground, 'petition')
  })

  test('the periodic plan holds high-risk systems that are due, and never any other (Law art. 10.5)', async () => {
    const [old, medium, low] = [await system('high'), await system('medium'), await system('low')]
    const young = await system('high')
    await owner.query(`update system set recorded_at = '2025-06-01T02:00:00Z' where id = any($1)`, [
      [old.id, medium.id, low.id],
    ])
    const due = async () => good(await periodicPlan(officer, 500)).map(({ aiId }) => aiId)
    const listed = await due()
    assert.ok(listed.includes(old.aiId) && !listed.includes(young.aiId))
    assert.ok(!listed.includes(medium.aiId) && !listed.includes(low.aiId))
    await announced(old, { ground: 'periodic' })
    assert.ok(!(await due()).includes(old.aiId), 'twelve months from this check')
    for (const who of ['lan', 'visitor', 'quan'] as const)
      assert.deepEqual(codes(await periodicPlan(world.as(who), 10)), ['case.unknown'])
    assert.deepEqual(GROUND.periodic.levels, ['high'])
  })
})

test('pages are whole in both languages', async () => {
  const file = await concluded({ outcomes: ['order'] })
  await step(chief, file, 'publish', { publicSummary: 'Tóm tắt.', nameSystem: 'yes' })
  for (const lang of ['vi', 'en'])
    for (const [who, path] of [
      ['khanh', '/checks'],
      ['khanh', '/checks/plan'],
      ['khanh', `/checks/${file.number}`],
      ['lan', `/checks/${file.number}`],
      ['khanh', '/inspections'],
      ['visitor', '/conclusions'],
    ] as const) {
      const answer = await app.request(`/${lang}${path}`, { headers: { cookie: `${SESSION}=${who}` } })
      assert.equal(answer.status, 200, path)
      assert.deepEqual(await complaints(await answer.text()), [], path)
    }
})
