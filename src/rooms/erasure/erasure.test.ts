import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATA_SETS, REFUSALS, ROUTES, SAYS } from '../../app.tsx'
import { filesWith, individual, tablesWith } from '../../../test/erasing.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { complaints } from '../../../test/html.ts'
import { checked, ledgerOf } from '../../../test/ledger.ts'
import { noticeBody } from '../../../test/notices.ts'
import { umbrellaWorld } from '../../../test/umbrella.ts'
import { codes, good, kept } from '../../../test/outcomes.ts'
import * as engine from '../../casework/actions.ts'
import type { Acting, Move } from '../../casework/actions.ts'
import { day } from '../../base/day.ts'
import { writeAll } from '../ledger/actions.ts'
import { notify } from '../classification/actions.ts'
import { NoticeInput } from '../classification/schema.ts'
import { incidentOffice } from '../incidents/actions.ts'
import {
  add,
  addKey,
  answer,
  close,
  comeBack,
  EVALUATION_KEYS,
  getPetition,
  outcomes,
  readiness,
  send,
  take,
} from '../petitions/actions.ts'
import { exportData } from '../register/actions.ts'
import { act, attach, dropErasedFiles, findByAiId, updateDossier } from '../systems/actions.ts'
import { orderOffice, publicOrder } from '../supervision/actions.ts'
import { publicViolation, violationOffice } from '../violations/actions.ts'
import { carryOut, eraseAccount, finishErasures, propose } from './actions.ts'
import type { Wish } from './schema.ts'

const { kit, owner } = await freshDatabase()
const world = await umbrellaWorld(kit)

const CONTACT = 'lien-he@mua.example'
const notice = (code: string) => {
  const body = noticeBody(code)
  return {
    ...body,
    dossier: { ...body.dossier, providerContact: CONTACT, providerName: 'Nguyễn Mưa' },
    result: { level: 'high' },
  }
}
const notified = async (code: string): Promise<string> =>
  good(await kept(world.as('lan'), (asked) => notify(asked, NoticeInput.parse(notice(code))))).receipt.aiId

const wish = (subject: string, more: Partial<Wish> = {}): Wish => ({
  ...{
    kind: 'system',
    subject,
    fields: ['providerContact'],
    files: false,
    versions: 'all',
    askedOn: day('2026-11-01'),
  },
  ...more,
})
const proposed = (as: Acting, w: Wish) => kept(as, (asked) => propose(asked, w))
const carriedOut = (as: Acting, id: string) => kept(as, (asked) => carryOut(asked, id))
const found = (text: string): Promise<string[]> =>
  tablesWith(owner, text).then((columns) => [...new Set(columns.map((column) => column.split('.')[0] ?? ''))])

test('the contact of an earlier version goes, the dossier in force stays, and everything still fits', async () => {
  const aiId = await notified('ô-1')
  const system = (await findByAiId(kit.db, aiId)) ?? assert.fail()
  const { dossier } = notice('ô-1')
  kit.setNow('2026-11-03T02:00:00.000Z')
  good(
    await kept(world.as('lan'), (asked) =>
      updateDossier(asked, system.id, { ...dossier, providerContact: 'moi@mua.example' }, 'updated', null),
    ),
  )
  assert.deepEqual(codes(await proposed(world.as('khanh'), wish(aiId))), ['erasure.published-by-law versions'])
  const { id } = good(await proposed(world.as('khanh'), wish(aiId, { versions: 'earlier' })))
  assert.deepEqual(codes(await carriedOut(world.as('khanh'), id)), ['erasure.second-person-needed'])
  assert.deepEqual(codes(await carriedOut(world.as('lan'), id)), ['erasure.unknown'])
  assert.equal(good(await carriedOut(world.as('duc'), id)).length, 1)
  assert.deepEqual(codes(await carriedOut(world.as('duc'), id)), ['erasure.ended'])
  assert.deepEqual(await found(CONTACT), [])
  await writeAll(ledgerOf(kit))
  assert.deepEqual((await checked(kit)).findings, [])
  const { rows } = await owner.query('select public from system where ai_id = $1', [aiId])
  assert.equal(rows[0].public.provider.contact, 'moi@mua.example')
})

const loner = (email: string): Promise<Acting> =>
  individual(kit, {
    ...{ email, password: 'mot-mat-khau-dai', name: 'Trần Canary Một', address: '7 Ngõ Canary' },
    ...{ contact: 'mot@canary.example', code: 'MST-CANARY' },
  })

test('an individual goes with every system and file, and what is left still fits', async () => {
  const one = await loner('mot.rieng@canary.example')
  const body = noticeBody('mot-1')
  const dossier = {
    ...body.dossier,
    ...{ providerName: 'Trần Canary Một', providerAddress: '7 Ngõ Canary', providerContact: 'mot@canary.example' },
  }
  const { receipt } = good(
    await kept(one, (asked) => notify(asked, NoticeInput.parse({ ...body, dossier, result: { level: 'high' } }))),
  )
  const system = (await findByAiId(kit.db, receipt.aiId)) ?? assert.fail()
  good(
    await kept(one, (asked) => attach(asked, system.id, 'model-card', new File(['Thẻ của Canary'], 'the-canary.txt'))),
  )
  const proposal = wish(receipt.aiId, { kind: 'party', fields: [], files: true })
  assert.deepEqual(codes(await proposed(world.as('khanh'), proposal)), ['erasure.published-by-law versions'])
  const now = (await findByAiId(kit.db, receipt.aiId)) ?? assert.fail()
  good(await kept(one, (asked) => act(asked, system.id, 'withdraw', now.seq, null)))

  const record = {
    ...{
      role: 'provider',
      systemName: 'Cố vấn',
      level: 'high',
      sector: 'other',
      nearMiss: 'happened',
      place: 'Bến Canary',
    },
    ...{ detectedAt: '2026-11-01T01:00:00.000Z', description: 'Lời kể của Canary.', consequences: ['property'] },
    ...{ affected: 1, operating: 'running', measures: ['none'], reporter: 'individual' },
  }
  const moves: Move[] = [
    { verb: 'record', answers: record },
    { verb: 'confirm', answers: { confirmedAt: '2026-11-01T03:00:00.000Z', causalLinkAt: '2026-11-01T03:00:00.000Z' } },
    {
      ...{ verb: 'report', secrets: { citizenId: '012345678901' } },
      answers: {
        ...{
          operating: 'limited',
          technicalMeasures: 'Tắt.',
          organisationalMeasures: 'Trực.',
          damage: 'Ô của Canary.',
        },
        ...{ signer: 'Trần Canary Một', phone: '0900000000', email: 'mot@canary.example' },
      },
    },
  ]
  await owner.query(
    `insert into desk (name, unit, since, by) values ('incident', $1, now(), 'x') on conflict do nothing`,
    [world.office],
  )
  let file = good(await kept(one, (asked) => engine.open(asked, incidentOffice, moves)))
  const step = async (as: Acting, verb: string, answers?: Record<string, string>) => {
    const sent = answers === undefined ? {} : { answers }
    file = good(await kept(as, (asked) => engine.act(asked, incidentOffice, file.number, verb, undefined, sent)))
  }
  await step(world.as('khanh'), 'take')
  assert.deepEqual(codes(await proposed(world.as('khanh'), proposal)), ['erasure.file-open subject'])
  await step(one, 'final-report', { remedy: 'Canary đã tắt hẳn.' })
  await step(world.as('khanh'), 'close', { conclusion: 'Đã khắc phục.' })

  const { id } = good(await proposed(world.as('khanh'), proposal))
  assert.equal(good(await carriedOut(world.as('duc'), id)).length, 3, 'the individual, a system, a file')
  await dropErasedFiles(kit)
  for (const text of ['Canary', 'MST-CANARY', '012345678901', '901"'])
    assert.deepEqual(
      (await found(text)).filter((name) => !['account', 'outbox'].includes(name)),
      [],
      `${text}: the account, and mails to it, are its holder’s to erase`,
    )
  await writeAll(ledgerOf(kit))
  assert.deepEqual((await checked(kit)).findings, [])

  assert.deepEqual(codes(await kept(one, (asked) => eraseAccount(asked, 'wrong-password'))), [
    'account.wrong-password current',
  ])
  assert.deepEqual(codes(await kept(one, (asked) => eraseAccount(asked, 'mot-mat-khau-dai'))), [])
  for (const text of ['Canary', 'canary']) assert.deepEqual(await found(text), [])
  assert.deepEqual(await found('mot.rieng'), [])
  await writeAll(ledgerOf(kit))
  assert.deepEqual((await checked(kit)).findings, [])
})

test('an account that an organisation or a unit cannot do without stays', async () => {
  assert.deepEqual(codes(await kept(world.as('lan'), (asked) => eraseAccount(asked, 'x'))), [
    'account.wrong-password current',
  ])
})

test('what vanished without a tombstone, what came back, and what was changed since are each named', async () => {
  const { rows: erased } = await owner.query<{ file: string; seq: number; salts: object }>(
    `select file, seq, salts from casefile_paper where content ? 'erased' order by seq limit 1`,
  )
  const [one = assert.fail()] = erased
  const kinds = async () => (await checked(kit)).findings.map(({ kind, where }) => `${kind} ${where.split(' ')[0]}`)
  const tampered = async (change: string, back: string, values: readonly unknown[]): Promise<string[]> => {
    await owner.query(change, [...values])
    const said = await kinds()
    await owner.query(back, [...values])
    return [...new Set(said)]
  }
  const at = [one.file, one.seq]
  assert.deepEqual(
    await tampered(
      `update casefile_paper set content = content || '{"text": "khác"}' where file = $1 and seq = $2`,
      `update casefile_paper set content = content - 'text' where file = $1 and seq = $2`,
      at,
    ),
    ['altered casefile_event'],
  )
  const system = await owner.query<{ id: string; salts: object }>(
    `select s.id, e.data -> 'salts' as salts from system s join system_event e on e.system = s.id and e.seq = s.seq where s.ai_id is not null order by s.id limit 1`,
  )
  const { id, salts } = system.rows[0] ?? assert.fail()
  assert.deepEqual(
    await tampered(
      `update system_event set data = data #- '{salts,public}' where system = $1 and $2::jsonb is not null and seq = (select seq from system where id = $1)`,
      `update system_event set data = jsonb_set(data, '{salts}', $2::jsonb) where system = $1 and seq = (select seq from system where id = $1)`,
      [id, JSON.stringify(salts)],
    ),
    ['missing system_event'],
  )
  const { rows: groups } = await owner.query(`select * from tombstone_group where name = 'said' limit 1`)
  const group = groups[0] ?? assert.fail()
  assert.deepEqual(
    await tampered(
      `delete from tombstone_group where act = $1 and name = $2 and $3::text is not null and $4::text is not null and $5::text is not null`,
      `insert into tombstone_group (act, name, tombstone, kept, salt) values ($1, $2, $3, $4, $5)`,
      [group.act, group.name, group.tombstone, group.kept, group.salt],
    ),
    ['missing casefile_event', 'altered tombstone'],
  )
  assert.deepEqual(await kinds(), [])
})

test('the portal itself changes nothing of the record without a tombstone of the same transaction', async () => {
  const { rows } = await owner.query<{ leaf: string; party: string; seq: number }>(
    `select data ->> 'leaf' as leaf, party, seq from party_event limit 1`,
  )
  const { leaf, party, seq } = rows[0] ?? assert.fail()
  const { sql } = await import('kysely')
  const erase = sql`select erase_party_act(${leaf}::uuid, ${party}::uuid, ${seq}, '{}')`.execute(kit.db)
  await assert.rejects(erase, { code: '42501' })
  const named = await owner.query<{ leaf: string }>(`select act as leaf from tombstone_group limit 1`)
  const again = sql`select erase_system_act(${named.rows[0]?.leaf ?? ''}::uuid, ${party}::uuid, 1, '{}', null)`
  await assert.rejects(again.execute(kit.db), { code: '42501' }, 'a tombstone of yesterday allows nothing today')
  await assert.rejects(sql`select erase_mails('{Thư}', '{}')`.execute(kit.db), { code: '42501' })
  const said = sql`select erase_petition_paper(${leaf}::uuid, ${party}::uuid, 1, '{}', '{}')`
  await assert.rejects(said.execute(kit.db), { code: '42501' })
  await assert.rejects(sql`select erase_terms('{o}')`.execute(kit.db), { code: '42501' })
})

// ————— messages and violations —————

const khanh = world.as('khanh')
const erased = async (w: Wish): Promise<readonly string[]> => {
  const { id } = good(await proposed(khanh, w))
  return good(await carriedOut(world.as('duc'), id))
}
const step = <T>(as: Acting, run: Parameters<typeof kept<T>>[1]): Promise<T> => kept(as, run).then(good)

test('what was said in a closed message goes with its files and what lies sealed, and its sender sees that it did', async () => {
  for (const [n, { recipient }] of EVALUATION_KEYS.entries())
    await step(khanh, (asked) => addKey(asked, { recipient, label: `Két số ${n + 1}` }))
  const visitor = world.as('visitor')
  const { code } = await readiness(kit, 'feedback')
  const { petition, words } = await step(visitor, (asked) =>
    send(asked, {
      ...{ kind: 'feedback', text: 'Con của Cucu bị gọi giả giọng.', about: '', act: '', named: 'yes', code },
      ...{ name: 'Lê Cucu', contact: '', crowded: () => false },
      files: [new File(['Cucu ghi lại.'], 'cucu.txt', { type: 'text/plain' })],
    }),
  )
  const { number } = petition
  const file = wish(number, { kind: 'petition', fields: [] })
  await step(khanh, (asked) => take(asked, number))
  assert.deepEqual(codes(await proposed(khanh, file)), ['erasure.petition-open subject'])
  await step(khanh, (asked) => answer(asked, number, 'Chào Cucu, đã chuyển.'))
  await step(khanh, (asked) => close(asked, number, { outcome: 'noted', summary: 'Cucu đã được trả lời.' }))
  assert.deepEqual(await found('cucu'), ['petition', 'petition_paper'])
  assert.equal((await filesWith(kit.site.files, 'cucu')).length, 1)

  const [tombstone = assert.fail()] = await erased(file)
  await dropErasedFiles(kit)
  assert.deepEqual(await found('cucu'), [])
  assert.deepEqual(await filesWith(kit.site.files, 'cucu'), [])
  const { rows: sealed } = await owner.query(`select 1 from petition_sealed union all select 1 from petition_seal`)
  assert.deepEqual(sealed, [])
  const thread = good(await comeBack(visitor, words))
  assert.deepEqual(
    thread.steps.map(({ verb, paper }) => [verb, paper.text, paper.erased]),
    [
      ['send', undefined, tombstone],
      ['take', undefined, undefined],
      ['answer', undefined, tombstone],
      ['close', undefined, tombstone],
      ['erase', undefined, undefined],
    ],
  )
  assert.deepEqual([thread.petition.state, thread.petition.named, thread.sealed], ['closed', false, false])
  assert.equal(good(await getPetition(khanh, number)).petition.outcome, 'noted', 'what became of it stays')
  assert.deepEqual(await outcomes(kit), [])
  await writeAll(ledgerOf(kit))
  assert.deepEqual((await checked(kit)).findings, [])
  const { rows: told } = await owner.query(`select 1 from log_leaf where position($1 in encode(body, 'escape')) > 0`, [
    number,
  ])
  assert.deepEqual(told, [], 'the log does not say which message it was')

  const app = world.app(ROUTES, { refusals: REFUSALS, says: SAYS })
  const pages = [`petitions/${number}`, 'erasures/new', 'tombstones']
  for (const path of pages.flatMap((one) => [`vi/${one}`, `en/${one}`])) {
    const response = await app.request(`/${path}`, { headers: { cookie: 'saola_session=khanh' } })
    const text = await response.text()
    assert.equal(response.status, 200, path)
    assert.deepEqual(await complaints(text), [], path)
    assert.equal(text.includes(tombstone), !path.endsWith('new'), path)
    assert.equal(text.includes(number), path.includes('petitions'), path)
  }

  // Whoever wrote may write again; that is erased in its turn.
  await step(visitor, (asked) => add(asked, words, 'Cucu viết thêm.', []))
  assert.deepEqual(codes(await proposed(khanh, file)), ['erasure.petition-open subject'])
  await step(khanh, (asked) => answer(asked, number, 'Xong.'))
  await step(khanh, (asked) => close(asked, number, { outcome: 'noted', summary: 'Xong.' }))
  await erased(file)
  assert.deepEqual(await found('cucu'), [])
  const nothing = good(await proposed(khanh, file))
  assert.deepEqual(codes(await carriedOut(world.as('duc'), nothing.id)), ['erasure.nothing-left'])
  await writeAll(ledgerOf(kit))
  assert.deepEqual((await checked(kit)).findings, [])
})

test('words of a message that vanish without a tombstone are named, and so are words that came back', async () => {
  const { rows } = await owner.query<{ petition: string; seq: number; salts: object }>(
    `select petition, seq, salts from petition_paper where content ? 'erased' order by seq limit 1`,
  )
  const { petition, seq } = rows[0] ?? assert.fail()
  const named = async (change: string): Promise<string[]> => {
    await owner.query(change, [petition, seq])
    return [...new Set((await checked(kit)).findings.map(({ kind, where }) => `${kind} ${where.split(' ')[0]}`))]
  }
  const at = 'where petition = $1 and seq = $2'
  assert.deepEqual(await named(`update petition_paper set content = content || '{"text": "khác"}' ${at}`), [
    'altered petition_event',
  ])
  assert.deepEqual(await named(`update petition_paper set content = content - 'text' ${at}`), [])
  const taken = `where petition = $1 and seq = $2 + 1`
  const { rows: kept } = await owner.query<{ salts: object }>(`select salts from petition_paper ${taken}`, [
    petition,
    seq,
  ])
  assert.deepEqual(await named(`update petition_paper set salts = salts - 'said' ${taken}`), ['missing petition_event'])
  await owner.query(`update petition_paper set salts = $3 ${taken}`, [petition, seq, JSON.stringify(kept[0]?.salts)])
  assert.deepEqual((await checked(kit)).findings, [])
})

test('what was published of a violation goes with the papers of its file, from past editions too', async () => {
  const [thao, lan] = [world.as('thao'), world.as('lan')]
  let file = await step(khanh, (asked) => engine.beginAbout(asked, violationOffice, world.library))
  const go = async (as: Acting, verb: string, answers?: Record<string, string | number | readonly string[]>) => {
    const sent = answers === undefined ? {} : { answers }
    file = await step(as, (asked) => engine.act(asked, violationOffice, file.number, verb, undefined, sent))
  }
  const suspicion = {
    ...{ systemName: 'Máy của Pipi', conduct: 'no-disclosure', happenedOn: '2026-10-20', source: 'petition' },
    ...{ facts: 'Pipi không biết đó là máy.', term: 5, termUnit: 'workingDays' },
  }
  const finding = { foundConduct: 'no-disclosure', established: 'Pipi bị nhầm.', weighing: 'Lời Pipi đáng tin.' }
  const warning = { sanction: 'warning', sanctionReason: 'Pipi được xin lỗi.', remedies: ['inform'] }
  const told = { publicTitle: 'Pipi bị nhầm', publicSummary: 'Pipi đã nhầm máy với người.', nameParty: 'yes' }
  await go(khanh, 'propose', suspicion)
  await go(thao, 'open', suspicion)
  await go(lan, 'explain', { explanation: 'Pipi phải biết chứ.' })
  await go(khanh, 'weigh', finding)
  await go(thao, 'find', finding)
  await go(khanh, 'draw-up', warning)
  await go(thao, 'sanction', warning)
  await go(khanh, 'redact', told)
  await go(thao, 'publish', told)
  await go(lan, 'reply', { publicReply: 'Chúng tôi xin lỗi Pipi.' })
  good(await exportData(kit, DATA_SETS))
  assert.equal((await filesWith(kit.site.files, 'pipi')).length, 3, 'published as CSV, JSON Lines and Parquet')
  const whole = wish(file.number, { kind: 'file', fields: [] })
  assert.deepEqual(codes(await proposed(khanh, whole)), ['erasure.file-open subject'])
  await go(lan, 'report', { whatDone: 'Đã báo trước với Pipi.' })
  await go(khanh, 'carry-out', { conclusion: 'Đã xong với Pipi.' })
  assert.ok((await found('pipi')).includes('violation'))

  const [tombstone = assert.fail()] = await erased(whole)
  assert.deepEqual(await found('pipi'), [])
  await finishErasures(kit)
  assert.deepEqual(await filesWith(kit.site.files, 'pipi'), [])
  const left = good(await publicViolation(kit, file.number))
  assert.deepEqual(
    [left.standing, left.title, left.summary, left.reply, left.party, left.system, left.sanction, left.conduct],
    ['withdrawn', null, null, null, null, null, 'warning', 'no-disclosure'],
  )
  assert.ok(left.reason?.includes(tombstone), 'and says under which tombstone')
  good(await exportData(kit, DATA_SETS))
  assert.equal(await finishErasures(kit), 0)
  // The file may go on: what only its row still knows stays.
  await go(lan, 'reply', { publicReply: 'Không có gì thêm.' })
  assert.equal(good(await publicViolation(kit, file.number)).sanction, 'warning')
  await writeAll(ledgerOf(kit))
  assert.deepEqual((await checked(kit)).findings, [])
})

test('the reason of an order goes with its file once the order is lifted, and not before', async () => {
  const [thao, lan] = [world.as('thao'), world.as('lan')]
  const aiId = await notified('ô-thu-hồi')
  let file = await step(khanh, (asked) => engine.beginAbout(asked, orderOffice, world.library))
  const go = async (as: Acting, verb: string, answers?: Record<string, string | number>) => {
    const sent = answers === undefined ? {} : { answers }
    file = await step(as, (asked) => engine.act(asked, orderOffice, file.number, verb, undefined, sent))
  }
  const recall = {
    ...{ aiId, systemName: 'Cố vấn', kind: 'recall', term: 5, termUnit: 'workingDays' },
    ...{ reason: 'Tutu bị thương.', scope: 'Toàn bộ.', publicReason: 'Tutu bị ướt.' },
  }
  await go(khanh, 'propose', recall)
  await go(thao, 'issue', recall)
  await go(lan, 'acknowledge')
  await go(lan, 'comply', { whatDone: 'Tutu nhận lại tiền.', units: 1, unitsDone: 1 })
  await go(khanh, 'verify', { finding: 'Đúng.' })
  await go(khanh, 'close', { conclusion: 'Đã thu hồi.' })
  const whole = wish(file.number, { kind: 'file', fields: [] })
  assert.deepEqual(codes(await proposed(khanh, whole)), ['erasure.file-open subject'], 'it still holds the system back')
  await go(thao, 'lift', { liftReason: 'Tutu đã đồng ý.' })
  good(await exportData(kit, DATA_SETS))
  const orders = async () => (await filesWith(kit.site.files, 'tutu')).filter((path) => path.includes('/orders.'))
  assert.equal((await orders()).length, 3)

  const [tombstone = assert.fail()] = await erased(whole)
  const reasons = (table: string) => ['system', 'system_event'].includes(table)
  assert.deepEqual(
    (await found('tutu')).filter((table) => !reasons(table)),
    [],
    'the steps of a system are erased with it',
  )
  await finishErasures(kit)
  assert.deepEqual(await orders(), [])
  const left = good(await publicOrder(kit, file.number))
  assert.deepEqual([left.ended, left.endedReason], ['lifted', null])
  assert.ok(left.reason.includes(tombstone))
  await writeAll(ledgerOf(kit))
  assert.deepEqual((await checked(kit)).findings, [])
})
