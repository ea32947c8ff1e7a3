import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import type pg from 'pg'
import { individual, tablesWith } from '../../../test/erasing.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { checked, ledgerOf, logSigner } from '../../../test/ledger.ts'
import { noticeBody } from '../../../test/notices.ts'
import { free } from '../../../test/tamper.ts'
import { umbrellaWorld } from '../../../test/umbrella.ts'
import { good, kept } from '../../../test/outcomes.ts'
import { day } from '../../base/day.ts'
import { notify } from '../classification/actions.ts'
import { NoticeInput } from '../classification/schema.ts'
import { answer, close, readiness, send, take } from '../petitions/actions.ts'
import { readErasures, returnedAfterRestore, returnedErasures, writeAll } from '../ledger/actions.ts'
import { act, findByAiId, updateDossier } from '../systems/actions.ts'
import { carryOut, eraseAccount, eraseAgain, propose } from './actions.ts'

const { kit, owner } = await freshDatabase(undefined, { uncounted: 'an older database is put in place of a newer one' })
const world = await umbrellaWorld(kit)
const home = mkdtempSync(join(tmpdir(), 'saola-restore-'))
after(() => rmSync(home, { recursive: true, force: true }))

/** What a backup of this moment brings back, whatever happened since. */
async function backup(pool: pg.Pool): Promise<() => Promise<void>> {
  const { rows } = await pool.query<{ table: string; columns: string }>(
    `select c.relname as table, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = '' group by 1`,
  )
  await pool.query('create schema kept')
  for (const { table } of rows) await pool.query(`create table kept.${table} as select * from ${table}`)
  return () =>
    free(pool, async (client) => {
      for (const { table } of rows) await client.query(`truncate ${table} cascade`)
      for (const { table, columns } of rows)
        await client.query(
          `insert into ${table} (${columns}) overriding system value select ${columns} from kept.${table}`,
        )
      await client.query(`select setval('tombstone_number', 1, false)`)
      await client.query('drop schema kept cascade')
    })
}

const person = await individual(kit, {
  ...{ name: 'Kanari Lê', address: 'Ngõ Kanari', contact: 'kanari@mua.example', code: null },
  ...{ email: 'kanari@saola.example', password: 'mot-mat-khau-dai' },
})
const dossier = { ...noticeBody('ô-1').dossier, providerName: 'Kanari Lê', providerContact: 'kanari@mua.example' }
const { receipt } = await kept(person, (asked) =>
  notify(asked, NoticeInput.parse({ ...noticeBody('ô-1'), dossier, result: { level: 'high' } })),
).then(good)
const system = (await findByAiId(kit.db, receipt.aiId)) ?? assert.fail()
const library = { ...noticeBody('ô-2').dossier, providerContact: 'kanari-cu@thuvien.example' }
const other = await kept(world.as('lan'), (asked) =>
  notify(asked, NoticeInput.parse({ ...noticeBody('ô-2'), dossier: library })),
).then(good)
await kept(person, (asked) => act(asked, system.id, 'withdraw', system.seq, null)).then(good)
const { code } = await readiness(kit, 'feedback')
const { petition } = await kept(world.as('visitor'), (asked) =>
  send(asked, {
    ...{ kind: 'feedback', text: 'Kanari kể.', about: '', act: '', named: 'no', name: '', contact: '', code },
    ...{ files: [], crowded: () => false },
  }),
).then(good)
await kept(world.as('khanh'), (asked) => take(asked, petition.number)).then(good)
await writeAll(ledgerOf(kit))
const restore = await backup(owner)

const wish = { files: true, askedOn: day('2026-11-01') } as const
const erase = async (w: Parameters<typeof propose>[1]): Promise<void> => {
  const { id } = await kept(world.as('khanh'), (asked) => propose(asked, w)).then(good)
  await kept(world.as('duc'), (asked) => carryOut(asked, id)).then(good)
}
const second = (await findByAiId(kit.db, other.receipt.aiId)) ?? assert.fail()
await kept(world.as('lan'), (asked) =>
  updateDossier(asked, second.id, { ...library, providerContact: 'moi@thuvien.example' }, 'updated', null),
).then(good)
await erase({ ...wish, kind: 'system', subject: other.receipt.aiId, fields: ['providerContact'], versions: 'earlier' })
await erase({ ...wish, kind: 'party', subject: receipt.aiId, fields: [], versions: 'all' })
await kept(person, (asked) => eraseAccount(asked, 'mot-mat-khau-dai')).then(good)
await kept(world.as('khanh'), (asked) => answer(asked, petition.number, 'Chào Kanari.')).then(good)
await kept(world.as('khanh'), (asked) =>
  close(asked, petition.number, { outcome: 'noted', summary: 'Kanari đã được trả lời.' }),
).then(good)
await erase({ ...wish, kind: 'petition', subject: petition.number, fields: [], versions: 'all' })
await writeAll(ledgerOf(kit))

test('nothing has returned while the database knows what was erased', async () => {
  assert.deepEqual(await tablesWith(owner, 'kanari'), [])
  assert.deepEqual(await returnedErasures(kit), [])
  assert.deepEqual(await returnedAfterRestore(kit), [])
  assert.deepEqual((await checked(kit)).findings, [])
})

test('an older database brings it back: the log is not signed any further, and what returned is named', async () => {
  await restore()
  assert.ok((await tablesWith(owner, 'kanari')).length > 5)
  await assert.rejects(writeAll(ledgerOf(kit)), /an older database was restored. The log is not signed any further/)
  const returned = await returnedAfterRestore(kit)
  assert.deepEqual(
    returned.map(({ kind, subject }) => [kind, subject]),
    [
      ['system', other.receipt.aiId],
      ['party', system.provider],
      ['system', receipt.aiId],
      ['account', person.actor.kind === 'person' ? person.actor.account : ''],
      ['petition', 'petitions'],
    ],
  )
  const { findings } = await checked(kit)
  assert.equal(findings.filter(({ kind }) => kind === 'returned').length, 5)
})

test('it is erased again, of what the log names and no more, under numbers that were never given', async () => {
  const made: string[] = []
  const logged = await readErasures(kit.site.log.folder, [logSigner(kit).key])
  await eraseAgain(kit, await returnedErasures(kit, logged), (_, numbers) => made.push(...numbers))
  assert.deepEqual(
    made,
    [6, 7, 8, 9, 10].map((n) => `T-2026-${String(n).padStart(6, '0')}`),
  )
  assert.deepEqual(await tablesWith(owner, 'kanari'), [])
  assert.deepEqual(await returnedErasures(kit), [])
  assert.ok(!(await checked(kit)).findings.some(({ kind }) => kind === 'returned' || kind === 'altered'))
  const { rows } = await owner.query('select public from system where ai_id = $1', [other.receipt.aiId])
  assert.equal(rows[0].public.provider.name, library.providerName, 'the rest of the record stands')
  // Again finds nothing to do.
  await eraseAgain(kit, await returnedErasures(kit, logged), () => assert.fail('nothing returned'))
})

test('nobody erases by putting files into a folder: the entries must give a root that a key of the log has signed', async () => {
  const folder = join(home, 'log')
  cpSync(kit.site.log.folder, folder, { recursive: true })
  const name = readdirSync(join(folder, 'tile/entries/000.p')).at(-1) ?? ''
  const bundle = join(folder, 'tile/entries/000.p', name)
  const bytes = readFileSync(bundle)
  const at = bytes.indexOf('"erases"') - 4
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(bundle, bytes)
  await assert.rejects(readErasures(folder, [logSigner(kit).key]), /do not give the root/)
  await assert.rejects(readErasures(kit.site.log.folder, [logSigner(kit, 9).key]), /not signed by a key of this log/)
})
