import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import type { PartyId } from '../../base/actor.ts'
import { day } from '../../base/day.ts'
import * as engine from '../../casework/actions.ts'
import { type Acting, getFile, getWhole, type Move, readSecret } from '../../casework/actions.ts'
import type { Outcome } from '../../base/outcome.ts'
import { chainOf } from '../../casework/chain.ts'
import type { Answers, CaseFile } from '../../casework/schema.ts'
import { listClocks } from '../../casework/store.ts'
import { complaintsOf } from '../../casework/walk.ts'
import { complaints } from '../../../test/html.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { noticeBody } from '../../../test/notices.ts'
import { type UmbrellaWorld, umbrellaWorld } from '../../../test/umbrella.ts'
import { good, kept } from '../../../test/outcomes.ts'
import { findSystem, putOnRecord, type Recording } from '../systems/actions.ts'
import type { System } from '../systems/schema.ts'
import {
  besideFile,
  compare as comparing,
  incidentOffice as office,
  inquiryOffice,
  publishedIncident,
  SETS,
  statistics,
} from './actions.ts'
import { apis } from './api.ts'
import { pages } from './pages.tsx'
import { INQUIRY } from './inquiry.ts'
import { INCIDENT } from './procedure.ts'
import { countRows, likeness, monthsBetween, registerStep, suggest } from './rules.ts'
import type { Told } from './schema.ts'

const { kit, owner } = await freshDatabase()
const world: UmbrellaWorld = await umbrellaWorld(kit)
await kit.db
  .insertInto('desk')
  .values([
    { name: 'incident', unit: world.office, since: kit.now(), by: 'saola' },
    { name: 'incident-security', unit: world.storm, since: kit.now(), by: 'saola' },
  ])
  .execute()

// ————— the made-up incident —————

const RECORD: Answers = {
  ...{ role: 'provider', systemName: 'Cố vấn chọn ô', level: 'medium', sector: 'other' },
  ...{ nearMiss: 'happened', detectedAt: '2026-11-01T01:00:00.000Z', place: 'Bến Sông' },
  description: 'Hệ thống khuyên người đọc mang ô giấy đi trong bão; nhiều chiếc ô bị hỏng.',
  ...{ consequences: ['property'], affected: 12, operating: 'running', measures: ['none'] },
}
const CONFIRM: Answers = { confirmedAt: '2026-11-01T03:00:00.000Z', causalLinkAt: '2026-11-01T05:00:00.000Z' }
const REPORT: Answers = {
  ...{ operating: 'limited', technicalMeasures: 'Tắt lời khuyên khi có bão.' },
  ...{ organisationalMeasures: 'Thủ thư trực bên quầy.', damage: 'Hỏng mười hai chiếc ô.', signer: 'Lan' },
}
const moves = (more: Answers = {}, report: Answers = {}): Move[] => [
  { verb: 'record', answers: { ...RECORD, ...more } },
  { verb: 'confirm', answers: CONFIRM },
  { verb: 'report', answers: { ...REPORT, ...report } },
]

const program = (key: string): Acting => {
  const actor = world.keys[key]
  assert.ok(actor)
  return { ...kit, actor }
}

const open = (asked: Acting, procedure: typeof office, all: readonly Move[]) =>
  kept(asked, (within) => engine.open(within, procedure, all))
const act = (asked: Acting, ...rest: Parameters<typeof engine.act> extends [Acting, ...infer R] ? R : never) =>
  kept(asked, (within) => engine.act(within, ...rest))
const compare = (asked: Acting, one: string, other: string, same: boolean) =>
  kept(asked, (within) => comparing(within, one, other, same))

const codes = (outcome: Outcome<unknown>): (string | undefined)[][] =>
  outcome.ok ? [] : outcome.refusals.map((r) => [r.code, r.field])

const opened = async (asked: Acting, more?: Answers, report?: Answers): Promise<CaseFile> =>
  good(await open(asked, office, moves(more, report)))
const step = async (asked: Acting, file: CaseFile, verb: string, answers?: Answers): Promise<CaseFile> =>
  good(await act(asked, office, file.number, verb, undefined, answers === undefined ? {} : { answers }))
const clocksOf = async (file: CaseFile) => (await listClocks(kit.db, [file.id])).get(file.id) ?? []

/** A system on the record, in use. */
async function umbrellaAdviser(asked: Acting, provider: PartyId, code: string): Promise<System> {
  const recording: Recording = {
    ...{ provider, answers: noticeBody(code).dossier, verb: 'notified', data: {}, reason: null, at: kit.now() },
    becomes: { level: 'medium', state: 'in-use', sectors: [], entries: [], firstUse: day('2026-06-01') },
  }
  return good(await kept(asked, (within) => putOnRecord(within, recording))).system
}

// ————— the procedure —————

test('every state has an owner, a date or a reason why there is none, and words in both languages', () => {
  assert.deepEqual(complaintsOf(INCIDENT), [])
})

test('a program records, confirms and reports in one request, and need not send what the portal knows', async () => {
  const file = await opened(program('library'))
  assert.match(file.number, /^SC-2026-\d{6}$/)
  assert.equal(file.state, 'reported')
  assert.equal(file.unit, world.office)
  assert.equal(file.answers.reporter, 'organisation')
  assert.equal(file.answers.reporterName, 'Thư viện Ô')
  const whole = good(await getWhole(world.as('khanh'), office, file.number))
  assert.deepEqual(
    whole.events.map((e) => [e.verb, e.state]),
    [
      ['record', 'recorded'],
      ['confirm', 'confirmed'],
      ['report', 'reported'],
    ],
  )
  assert.match(whole.documents[0]?.number ?? '', /^TNSC-2026-/)
  // An officer has looked at it: the organisation can see who.
  const { rows } = await owner.query('select object from access_note where object = $1', [file.number])
  assert.equal(rows.length, 1)
})

test('the clock of the first report runs from the confirmation, the one of the remedy from the report', async () => {
  const file = await opened(program('library'))
  const [first, final] = await clocksOf(file)
  assert.deepEqual(
    [first?.clock, first?.reckoning.started, first?.reckoning.rule],
    ['first-report', '2026-11-01T03:00:00.000Z', { workingDays: 5 }],
  )
  assert.equal(first?.metAt, kit.now())
  assert.deepEqual([final?.clock, final?.reckoning.started, final?.metAt], ['final-report', kit.now(), null])
  assert.deepEqual(final?.reckoning.rule, { days: 15 })
})

test('late is accepted, and stands as late', async (t) => {
  const before = kit.now()
  kit.setNow('2026-11-20T02:00:00.000Z')
  t.after(() => kit.setNow(before))
  const [first] = await clocksOf(await opened(program('library')))
  assert.ok(first?.metAt && first.metAt > first.reckoning.due)
})

test('clocks of other laws run from detection, and stop when the party says that it was done there', async () => {
  const file = await opened(program('library'), { also: ['cyber', 'personal-data'] })
  const running = async () => (await clocksOf(file)).filter((c) => c.kind === 'parallel' && c.metAt === null)
  assert.deepEqual((await running()).map((c) => c.clock).sort(), [
    'cyber-notice',
    'cyber-report',
    'personal-data-notice',
  ])
  assert.ok((await running()).every((c) => c.reckoning.started === RECORD.detectedAt))
  await step(world.as('lan'), file, 'cyber-noticed')
  assert.deepEqual((await running()).map((c) => c.clock).sort(), ['cyber-report', 'personal-data-notice'])
  await step(world.as('lan'), file, 'cyber-reported')
  assert.deepEqual(
    (await running()).map((c) => c.clock),
    ['personal-data-notice'],
  )
})

test('a duty of another law that is unticked in the report takes its clocks along', async () => {
  const asked = program('library')
  const file = good(await open(asked, office, moves({ also: ['cyber', 'personal-data'] }).slice(0, 2)))
  assert.ok((await clocksOf(file)).some(({ clock }) => clock === 'cyber-notice'))
  const sent = { answers: { ...REPORT, also: ['personal-data'] } }
  const after = good(await act(asked, office, file.number, 'report', undefined, sent))
  const running = (await clocksOf(after)).map(({ clock }) => clock)
  assert.deepEqual([running.includes('cyber-notice'), running.includes('personal-data-notice')], [false, true])
})

test('nobody is asked about a duty that was not ticked', async () => {
  const file = await opened(program('library'))
  assert.deepEqual(codes(await act(world.as('lan'), office, file.number, 'cyber-noticed', undefined)), [
    ['case.not-now', undefined],
  ])
})

test('an incident is recorded of a system with a name or an AI-ID, and everything wrong is said at once', async () => {
  const nameless = { ...RECORD, systemName: '', measures: ['none', 'fix'] }
  assert.deepEqual(codes(await open(program('library'), office, [{ verb: 'record', answers: nameless }])), [
    ['incident.system-missing', 'record.systemName'],
    ['incident.none-and-more', 'record.measures'],
  ])
  for (const aiId of ['VN-0000-0000-00', 'ô che mưa'])
    assert.deepEqual(
      codes(await open(program('library'), office, [{ verb: 'record', answers: { ...RECORD, aiId } }])),
      [['incident.system-unknown', 'record.aiId']],
    )
})

test('nothing is confirmed before it was detected, or before it happened', async () => {
  const file = good(await open(program('library'), office, [{ verb: 'record', answers: RECORD }]))
  const confirm = (answers: Answers) => act(world.as('lan'), office, file.number, 'confirm', file.seq, { answers })
  assert.deepEqual(codes(await confirm({ confirmedAt: '2026-11-01T00:59:00.000Z' })), [
    ['incident.confirmed-before-detected', 'confirmedAt'],
  ])
  assert.deepEqual(codes(await confirm({ ...CONFIRM, causalLinkAt: '2026-10-31T00:00:00.000Z' })), [
    ['incident.cause-before-detected', 'causalLinkAt'],
  ])
  assert.deepEqual(codes(await confirm({ confirmedAt: '2026-11-02T03:00:00.000Z' })), [['case.future', 'confirmedAt']])
})

test('from record to close: the officer verifies and guides, the provider reports the remedy', async () => {
  let file = await opened(program('library'))
  file = await step(world.as('khanh'), file, 'take')
  assert.equal(file.state, 'verifying')
  file = await step(world.as('khanh'), file, 'guide', { guidance: 'Chỉ khuyên mang ô vải khi có bão.' })
  assert.deepEqual([file.state, file.holder], ['guided', 'party'])
  file = await step(world.as('thao'), file, 'require-measures', {
    ...{ requiredMeasure: 'suspend', requireReason: 'Bão còn ba ngày nữa.', requireBy: '2026-11-05' },
  })
  assert.equal(file.state, 'measures')
  file = await step(world.as('lan'), file, 'final-report', { remedy: 'Lời khuyên khi có bão đã bị tắt hẳn.' })
  assert.deepEqual([file.state, file.holder], ['remedied', 'unit'])
  assert.ok((await clocksOf(file)).every((c) => c.metAt !== null))
  file = await step(world.as('khanh'), file, 'close', { conclusion: 'Đã khắc phục.' })
  assert.equal(file.state, 'closed')
  const { documents } = good(await getWhole(world.as('lan'), office, file.number))
  assert.deepEqual(
    documents.map((d) => d.number.slice(0, 4)),
    ['TNSC', 'HDSC', 'YCSC', 'TNKP'],
  )
})

test('a chief who works on the file himself does not require measures on it', async () => {
  const file = await step(world.as('thao'), await opened(program('library')), 'take')
  const answers = { requiredMeasure: 'recall', requireReason: 'Bão.', requireBy: '2026-11-05' }
  assert.deepEqual(
    codes(await act(world.as('thao'), office, file.number, 'require-measures', undefined, { answers })),
    [['case.second-person-needed', undefined]],
  )
})

// ————— who leads —————

test('class d goes to the police unit, and the ministry keeps a view without acting', async () => {
  const file = await opened(program('library'), { consequences: ['service'] })
  assert.deepEqual([file.unit, file.copies], [world.storm, [world.office]])
  assert.equal(good(await getFile(world.as('khanh'), office, file.number)).number, file.number)
  assert.deepEqual(codes(await act(world.as('khanh'), office, file.number, 'take', undefined)), [
    ['case.not-your-part', undefined],
  ])
  assert.equal((await step(world.as('gio'), file, 'take')).state, 'verifying')
})

test('signs of a crime lead there too', async () => {
  assert.equal((await opened(program('library'), { also: ['crime'] })).unit, world.storm)
})

test('another organisation’s file does not exist, for every verb', async () => {
  const file = await opened(program('library'))
  for (const verb of [...Object.keys(INCIDENT.verbs), 'take', 'ask', 'answer', 'message', 'hand-over'])
    for (const asked of [world.as('stranger'), program('stranger'), world.as('visitor')])
      assert.deepEqual(
        codes(await act(asked, office, file.number, verb, file.seq, { answers: { ...RECORD, ...CONFIRM, ...REPORT } })),
        [['case.unknown', undefined]],
        verb,
      )
})

// ————— own measures —————

test('a suspension by the provider shows on the register at once, by the rules of the register', async () => {
  const system = await umbrellaAdviser(world.as('lan'), world.library, 'storm-adviser')
  const file = good(
    await open(world.as('lan'), office, [
      { verb: 'record', answers: { ...RECORD, aiId: system.aiId ?? '', measures: ['fix', 'suspend'] } },
    ]),
  )
  assert.equal((await findSystem(kit.db, system.id))?.state, 'suspended')
  const beside = await besideFile(world.as('lan'), file)
  assert.deepEqual(
    beside?.measures.map((m) => [m.kind, m.shown]),
    [
      ['fix', 'not-needed'],
      ['suspend', 'register'],
    ],
  )
  // And a recall after it, in any state of the file.
  const confirmed = await step(world.as('lan'), file, 'confirm', CONFIRM)
  await step(world.as('lan'), confirmed, 'measure', { ownMeasure: 'recall', measureText: 'Thu hồi.' })
  assert.equal((await findSystem(kit.db, system.id))?.state, 'recalled')
})

test('a measure the register does not allow is recorded all the same, and says so', async () => {
  const lent = await umbrellaAdviser(world.as('stranger'), world.strangers, 'lent-adviser')
  const file = good(
    await open(world.as('lan'), office, [
      { verb: 'record', answers: { ...RECORD, role: 'deployer', aiId: lent.aiId ?? '', measures: ['suspend'] } },
    ]),
  )
  assert.equal((await findSystem(kit.db, lent.id))?.state, 'in-use')
  assert.deepEqual(
    (await besideFile(world.as('lan'), file))?.measures.map((m) => m.shown),
    ['another'],
  )
  assert.equal(registerStep('recall', { party: lent.provider }, { ...lent, state: 'retired' }), 'not-allowed')
  assert.equal(registerStep('suspend', { party: lent.provider }, { ...lent, state: 'declared' }), 'not-allowed')
  assert.equal(registerStep('recall', { party: lent.provider }, { ...lent, state: 'suspended' }), 'recall')
})

test('when a deployer reports, the provider is written to, and not when the deployer said no', async () => {
  const lent = await umbrellaAdviser(world.as('stranger'), world.strangers, 'told-adviser')
  const deployed = { role: 'deployer', aiId: lent.aiId ?? '' }
  const mails = async (file: CaseFile) =>
    (await owner.query<{ body: string }>('select body from outbox where about like $1', [`incident:${file.number}:%`]))
      .rows
  const [mail] = await mails(await opened(program('library'), deployed))
  assert.ok(mail)
  assert.ok(mail.body.includes(lent.aiId ?? '–'))
  assert.ok(!mail.body.includes('Thư viện Ô') && !mail.body.includes('bão'))
  assert.deepEqual(await mails(await opened(program('library'), { ...deployed, tellProvider: 'no' })), [])
})

// ————— the citizen id —————

test('a citizen id is read one by one and noted, and stands in no row, paper, leaf, mail or list', async () => {
  const secret = '012345678901'
  const file = good(
    await open(program('library'), office, [
      ...moves().slice(0, 2),
      {
        ...{ verb: 'report', secrets: { citizenId: secret } },
        answers: { ...REPORT, reporter: 'individual', phone: '0900000000', email: 'lan@thuvien.example' },
      },
    ]),
  )
  assert.equal(good(await readSecret(world.as('khanh'), office, file.number, 'citizenId')), secret)
  const { rows: notes } = await owner.query('select 1 from access_note where object = $1', [`${file.number} citizenId`])
  assert.equal(notes.length, 1)
  const tables = ['casefile', 'casefile_paper', 'casefile_event', 'casefile_draft', 'casefile_document', 'incident']
  for (const table of [...tables, 'casefile_secret', 'outbox', 'access_note']) {
    const { rows } = await owner.query(`select 1 from ${table} t where t::text like $1`, [`%${secret}%`])
    assert.equal(rows.length, 0, table)
  }
  const { rows: leaves } = await owner.query("select 1 from log_leaf where convert_from(body, 'UTF8') like $1", [
    `%${secret}%`,
  ])
  assert.equal(leaves.length, 0)
  const whole = good(await getWhole(world.as('khanh'), office, file.number))
  assert.equal(whole.hints.get('citizenId'), '•••••••••901')
})

test('an individual must give the number, and it must be twelve digits; an organisation is not asked', async () => {
  const asked = { ...REPORT, reporter: 'individual', phone: '0900000000', email: 'lan@thuvien.example' }
  const [recording, confirming] = moves()
  assert.ok(recording && confirming)
  assert.deepEqual(
    codes(await open(program('library'), office, [recording, confirming, { verb: 'report', answers: asked }])),
    [['case.missing', 'report.citizenId']],
  )
  const short = { verb: 'report', answers: asked, secrets: { citizenId: '0123' } }
  assert.deepEqual(codes(await open(program('library'), office, [recording, confirming, short])), [
    ['case.format', 'report.citizenId'],
  ])
})

// ————— several reports of one event —————

test('reports of one event are suggested with reasons, and linked by an officer alone', async () => {
  const at = '2026-09-10T01:00:00.000Z'
  const told = { detectedAt: at, systemName: 'Máy đếm ô', description: 'Máy đếm nhầm ô và khóa cửa thư viện.' }
  const confirmed = { confirmedAt: '2026-09-10T02:00:00.000Z' }
  const report = async (asked: Acting, more: Answers): Promise<CaseFile> =>
    good(
      await open(asked, office, [
        { verb: 'record', answers: { ...RECORD, ...told, ...more } },
        { verb: 'confirm', answers: confirmed },
        { verb: 'report', answers: REPORT },
      ]),
    )
  const first = await report(program('library'), {})
  const second = await report(program('stranger'), { role: 'deployer', systemName: 'may dem o' })
  const beside = await besideFile(world.as('khanh'), first)
  assert.deepEqual(
    beside?.suggested.map((s) => [s.other.number, s.reasons]),
    [[second.number, ['same-name', 'close-in-time', 'similar-words']]],
  )
  assert.deepEqual((await besideFile(world.as('lan'), first))?.suggested, [])
  assert.deepEqual(codes(await compare(world.as('lan'), first.number, second.number, true)), [
    ['case.not-your-part', undefined],
  ])
  good(await compare(world.as('khanh'), first.number, second.number, true))
  const after = await besideFile(world.as('khanh'), first)
  assert.deepEqual([after?.suggested, after?.linked.map((i) => i.number)], [[], [second.number]])
  assert.deepEqual((await besideFile(world.as('lan'), first))?.linked, [])
  const again = await compare(world.as('khanh'), second.number, first.number, false)
  assert.ok(!again.ok && again.refusals[0]?.code === 'incident.linked-already')
})

const told = (more: Partial<Told>): Told => ({
  ...{ file: 'f' as never, number: 'SC-1', party: 'p' as never, role: 'provider', system: null, aiId: null },
  ...{ systemName: 'Cố vấn ô', sector: 'other', classes: ['b'], nearMiss: false, case: null, serious: true },
  ...{ detectedAt: '2026-11-01T00:00:00.000Z', confirmedAt: null, reportedAt: null, description: 'ô hỏng vì bão lớn' },
  ...more,
})

test('near in time alone, or alike alone, suggests nothing', () => {
  const here = told({})
  const reasons = (more: Partial<Told>) => suggest(here, [told({ file: 'g' as never, ...more })])[0]?.reasons
  assert.deepEqual(reasons({ systemName: 'Máy khác', description: 'trang web đứng' }), undefined)
  assert.deepEqual(reasons({ detectedAt: '2026-11-04T00:00:00.000Z' }), ['same-name', 'close-in-time', 'similar-words'])
  assert.deepEqual(reasons({ detectedAt: '2026-11-04T00:00:00.001Z' }), undefined)
  assert.deepEqual(reasons({ systemName: 'Khác', description: 'Bão lớn làm hỏng ô' }), [
    'close-in-time',
    'similar-words',
  ])
  assert.deepEqual(suggest(here, [here]), [])
})

test('words are compared without marks, and short ones say nothing', () => {
  assert.equal(likeness('Hệ thống hỏng', 'he thong hong'), 1)
  assert.equal(likeness('ô', 'ô'), 0)
  assert.equal(likeness('', 'bão'), 0)
})

// ————— what anyone may read —————

test('statistics count reported serious incidents once an event, by class, sector and month', async () => {
  const before = await statistics(kit)
  const sum = (all: readonly { count: number }[]) => all.reduce((n, { count }) => n + count, 0)
  const classes = (s: typeof before) => s.byClass.find((c) => c.class === 'a')?.count ?? 0
  const file = await opened(program('library'), { consequences: ['life-health', 'property'], sector: 'health' })
  const after = await statistics(kit)
  assert.equal(after.incidents, before.incidents + 1)
  assert.equal(classes(after), classes(before) + 1)
  assert.equal(sum(after.byMonth), after.incidents)
  assert.equal(sum(after.bySector), after.incidents)
  assert.ok(after.medianHours !== null)
  // What is only recorded, and what was found not to be serious, is not counted.
  good(await open(program('library'), office, [{ verb: 'record', answers: RECORD }]))
  await step(world.as('khanh'), file, 'take')
  await step(world.as('khanh'), file, 'not-serious', { notSeriousReason: 'Chỉ là ô giấy.' })
  assert.equal((await statistics(kit)).incidents, before.incidents)
})

test('the reading role sees sums and no row', async () => {
  await assert.rejects(kit.reader.selectFrom('incident').selectAll().execute(), /permission denied/)
})

test('months without incidents stand as empty months', () => {
  assert.deepEqual(monthsBetween('2026-11', '2027-02'), ['2026-11', '2026-12', '2027-01', '2027-02'])
  assert.equal(monthsBetween('2020-01', '2026-11').length, 24)
})

/** A data set as whoever takes it reads it: the public role, a row as an object. */
async function rowsOf(id: string): Promise<Record<string, unknown>[]> {
  const set = SETS.find((s) => s.id === id)
  assert.ok(set)
  const rows: Record<string, unknown>[] = []
  for await (const batch of set.rows(kit.reader))
    for (const row of batch) rows.push(Object.fromEntries(set.columns.map(({ name }, n) => [name, row[n]])))
  return rows
}

test('as open data: the sums of the page and no others, with a row for what did not happen', async () => {
  const shown = await statistics(kit)
  const rows = await rowsOf('incident-counts')
  const count = (by: string, key: string) => rows.find((r) => r.by === by && r.key === key)?.count
  assert.equal(count('all', ''), shown.incidents)
  for (const { class: key, count: n } of shown.byClass) assert.equal(count('class', key), n)
  for (const { sector, count: n } of shown.bySector) assert.equal(count('sector', sector), n)
  for (const { month, count: n } of shown.byMonth) assert.equal(count('month', month), n)
  assert.equal(count('sector', 'litigation'), 0)
  assert.deepEqual([...new Set(rows.map((r) => r.by))], ['all', 'class', 'sector', 'month'])
  assert.deepEqual(
    countRows({
      counts: ['2025-12', '2026-02'].map((key) => ({ kind: 'month', key, count: 1 })),
      medianMinutes: 90,
    })
      .filter(({ by }) => by === 'all' || by === 'month')
      .map(({ key, count: n, medianMinutes }) => [key, n, medianMinutes]),
    [
      ['', 0, 90],
      ['2025-12', 1, null],
      ['2026-01', 0, null],
      ['2026-02', 1, null],
    ],
  )
  assert.ok(!countRows({ counts: [], medianMinutes: null }).some(({ by }) => by === 'month'))
})

test('a single incident is public only after an officer says so, with the reply beside it, until it is withdrawn', async () => {
  const taken = await step(world.as('khanh'), await opened(program('library')), 'take')
  const shown = () => publishedIncident(kit, taken.number)
  assert.ok(!(await shown()).ok)
  const reply = { publicReply: 'Ô vải vẫn tốt.' }
  assert.deepEqual(codes(await act(world.as('lan'), office, taken.number, 'reply', undefined, { answers: reply })), [
    ['case.not-now', undefined],
  ])
  let file = await step(world.as('khanh'), taken, 'guide', { guidance: 'Mang ô vải.' })
  file = await step(world.as('khanh'), file, 'publish', { publicSummary: 'Một cố vấn khuyên sai.', nameSystem: 'no' })
  file = await step(world.as('lan'), file, 'reply', reply)
  assert.deepEqual(good(await shown()).content, {
    ...{ summary: 'Một cố vấn khuyên sai.', classes: ['b'], sector: 'other', nearMiss: false, month: '2026-11' },
    ...{ system: null, reply: 'Ô vải vẫn tốt.' },
  })
  const row = (await rowsOf('incidents')).find((r) => r.number === taken.number)
  assert.deepEqual(row, {
    ...{ number: taken.number, month: '2026-11', classes: ['b'], sector: 'other', nearMiss: false },
    ...{ aiId: null, systemName: null, summary: 'Một cố vấn khuyên sai.', reply: 'Ô vải vẫn tốt.' },
    ...{ publishedAt: row?.publishedAt, changedAt: row?.changedAt },
  })
  await step(world.as('khanh'), file, 'withdraw-publication')
  assert.ok(!(await shown()).ok)
  assert.ok((await rowsOf('incidents')).every((r) => r.number !== taken.number))
})

// ————— programs —————

test('by API: an incident in one request, its final report, and reading it back', async () => {
  const app = world.app(apis)
  const call = (method: string, path: string, body?: object, key = 'library') =>
    app.request(`/api/v1/incidents${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const created = await call('POST', '', { record: RECORD, confirm: CONFIRM, report: REPORT })
  assert.equal(created.status, 201, await created.clone().text())
  const file = (await created.json()) as { number: string; state: string; clocks: { id: string; cite: string }[] }
  assert.equal(file.state, 'reported')
  assert.deepEqual(
    file.clocks.map((c) => [c.id, c.cite]),
    [
      ['first-report', 'N19.3.b'],
      ['final-report', 'N19.4'],
    ],
  )
  assert.equal((await call('GET', `/${file.number}`)).status, 200)
  assert.equal((await call('GET', `/${file.number}`, undefined, 'stranger')).status, 404)
  assert.equal((await call('POST', `/${file.number}/final-report`, { remedy: 'Xong.' }, 'stranger')).status, 404)
  assert.equal((await call('POST', `/${file.number}/final-report`, { remedy: 'Xong.' })).status, 200)
  const known = (await (await call('GET', '/statistics')).json()) as { incidents: number }
  assert.ok(known.incidents > 0)
  assert.equal((await call('GET', '/published')).status, 200)
})

test('the form of the decree can be printed, with the number in clear for nobody but its owner', async () => {
  const file = good(
    await open(world.as('lan'), office, [
      ...moves().slice(0, 2),
      {
        ...{ verb: 'report', secrets: { citizenId: '012345678901' } },
        answers: { ...REPORT, reporter: 'individual', phone: '0900000000', email: 'lan@thuvien.example' },
      },
    ]),
  )
  const app = world.app(pages)
  const get = (who: string, path: string) =>
    app.request(`/vi/incidents/${file.number}${path}`, { headers: { cookie: `saola_session=${who}` } })
  const read = async (): Promise<number> =>
    (await owner.query('select 1 from access_note where object = $1', [`${file.number} citizenId`])).rows.length
  const masked = await get('khanh', '/ai01.pdf?clear=yes')
  assert.equal(masked.headers.get('content-type'), 'application/pdf')
  assert.equal(await read(), 0)
  const own = await get('lan', '/ai01.pdf?clear=yes')
  assert.equal(
    Buffer.from(await own.arrayBuffer())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
  assert.equal(await read(), 1)
  assert.equal((await get('stranger', '/ai01.pdf')).status, 404)
  const taken = await (await get('khanh', '/report.json')).text()
  assert.ok(taken.includes('Tắt lời khuyên khi có bão.') && !taken.includes('012345678901'))
})

test('everything a reader of statistics and published incidents sees is valid in both languages', async () => {
  const app = world.app(pages)
  for (const lang of ['vi', 'en'])
    for (const path of ['/incidents', '/incidents/statistics', '/incidents/published']) {
      const answer = await app.request(`/${lang}${path}`)
      assert.equal(answer.status, 200, path)
      assert.deepEqual(await complaints(await answer.text()), [], `${lang}${path}`)
    }
})

// ————— what an authority heard from somebody else —————

const INQUIRY_ANSWERS: Answers = { systemName: 'Cố vấn chọn ô', told: 'Lời khuyên sai trong bão làm hỏng ô.', days: 5 }

/** Drafted and sent by khanh to the library. */
async function inquired(): Promise<CaseFile> {
  const draft = good(await kept(world.as('khanh'), (within) => engine.beginAbout(within, inquiryOffice, world.library)))
  return good(
    await act(world.as('khanh'), inquiryOffice, draft.number, 'send', undefined, { answers: INQUIRY_ANSWERS }),
  )
}

test('an officer who hears of an incident asks the provider, who has the time the officer named', async () => {
  assert.deepEqual(complaintsOf(INQUIRY), [])
  const file = await inquired()
  assert.match(file.number, /^LR-2026-\d{6}$/)
  const [clock] = await clocksOf(file)
  assert.deepEqual([clock?.side, clock?.reckoning.rule, clock?.metAt], ['party', { workingDays: 5 }, null])
  const answers = { outcome: 'not-serious', explanation: 'Chỉ một chiếc ô bị cong nan.' }
  const replied = good(await act(world.as('lan'), inquiryOffice, file.number, 'reply', undefined, { answers }))
  assert.equal(replied.state, 'answered')
  assert.equal((await clocksOf(file))[0]?.metAt, kit.now())
})

test('the organisation finds no inquiry before it is sent, and another organisation never', async () => {
  const draft = good(await kept(world.as('khanh'), (within) => engine.beginAbout(within, inquiryOffice, world.library)))
  assert.deepEqual(codes(await engine.getFile(world.as('lan'), inquiryOffice, draft.number)), [
    ['case.unknown', undefined],
  ])
  const { number } = await inquired()
  assert.ok((await engine.getFile(world.as('lan'), inquiryOffice, number)).ok)
  assert.deepEqual(codes(await engine.getFile(world.as('stranger'), inquiryOffice, number)), [
    ['case.unknown', undefined],
  ])
})

test('the incident it records arises from the inquiry, and both sides see the chain', async () => {
  const inquiry = await inquired()
  const incident = good(await kept(world.as('lan'), (within) => engine.begin(within, office, {}, inquiry.number)))
  for (const { verb, answers } of moves()) await step(world.as('lan'), incident, verb, answers)
  for (const who of ['lan', 'khanh'] as const)
    assert.deepEqual(
      (await chainOf(world.as(who), inquiry)).led.map(({ number }) => number),
      [incident.number],
      who,
    )
  const answers = { outcome: 'serious', incident: incident.number, explanation: 'Đã ghi nhận và báo cáo.' }
  good(await act(world.as('lan'), inquiryOffice, inquiry.number, 'reply', undefined, { answers }))
})

test('an inquiry names a system that exists', async () => {
  const draft = good(await kept(world.as('khanh'), (within) => engine.beginAbout(within, inquiryOffice, world.library)))
  const answers = { ...INQUIRY_ANSWERS, aiId: 'VN-AI-0000-0000' }
  const sent = await act(world.as('khanh'), inquiryOffice, draft.number, 'send', undefined, { answers })
  assert.deepEqual(codes(sent), [['incident.system-unknown', 'aiId']])
})
