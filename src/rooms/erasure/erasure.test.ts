import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codes, good, individual, kept, tablesWith } from '../../../test/erasing.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { checked, ledgerOf } from '../../../test/ledger.ts'
import { noticeBody } from '../../../test/notices.ts'
import { umbrellaWorld } from '../../../test/umbrella.ts'
import * as engine from '../../casework/actions.ts'
import type { Acting, Move } from '../../casework/actions.ts'
import { day } from '../../base/day.ts'
import { writeAll } from '../ledger/actions.ts'
import { notify } from '../classification/actions.ts'
import { NoticeInput } from '../classification/schema.ts'
import { incidentOffice } from '../incidents/actions.ts'
import { act, attach, dropErasedFiles, findByAiId, updateDossier } from '../systems/actions.ts'
import { carryOut, eraseAccount, propose } from './actions.ts'
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
  assert.deepEqual(codes(await proposed(world.as('khanh'), wish(aiId))), ['erasure.published-by-law'])
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
  assert.deepEqual(codes(await proposed(world.as('khanh'), proposal)), ['erasure.published-by-law'])
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
  assert.deepEqual(codes(await proposed(world.as('khanh'), proposal)), ['erasure.file-open'])
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

  assert.deepEqual(codes(await kept(one, (asked) => eraseAccount(asked, 'wrong-password'))), ['account.wrong-password'])
  assert.deepEqual(codes(await kept(one, (asked) => eraseAccount(asked, 'mot-mat-khau-dai'))), [])
  for (const text of ['Canary', 'canary']) assert.deepEqual(await found(text), [])
  assert.deepEqual(await found('mot.rieng'), [])
  await writeAll(ledgerOf(kit))
  assert.deepEqual((await checked(kit)).findings, [])
})

test('an account that an organisation or a unit cannot do without stays', async () => {
  assert.deepEqual(codes(await kept(world.as('lan'), (asked) => eraseAccount(asked, 'x'))), ['account.wrong-password'])
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
  await assert.rejects(sql`select erase_terms('{o}')`.execute(kit.db), { code: '42501' })
})
