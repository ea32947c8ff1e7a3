import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { canonical } from '../base/canonical.ts'
import { freshDatabase } from '../../test/kit.ts'
import { describeTables } from './describe.ts'
import { json } from './json.ts'
import { addLeaf, commitment } from './leaf.ts'
import { appliedMigrations, migrate, pending, readMigrations } from './migrate.ts'
import { prepareRoles } from './prepare.ts'

const { kit, database, owner } = await freshDatabase(undefined, {
  uncounted: 'a leaf is written without an act, to look at it',
})

test('the types are those of the migrated database', async () => {
  const generated = await describeTables(database.owner)
  assert.equal(readFileSync(join(import.meta.dirname, 'tables.ts'), 'utf8'), generated)
})

test('a second migration finds nothing to do, and the app may read what was applied', async () => {
  assert.deepEqual(await migrate(database.owner), [])
  const pool = new pg.Pool({ connectionString: database.app })
  assert.deepEqual(pending(readMigrations(), await appliedMigrations(pool)), [])
  await pool.end()
})

test('a changed, an unknown and a late-numbered migration are refused', () => {
  const a = { name: '0001_a.sql', checksum: '1', sql: '' }
  const b = { name: '0002_b.sql', checksum: '2', sql: '' }
  assert.deepEqual(pending([a, b], [a]), [b])
  assert.throws(() => pending([a, b], [{ ...a, checksum: 'x' }]), /changed after it was applied/)
  assert.throws(() => pending([a], [a, b]), /does not know/)
  assert.throws(() => pending([a, b], [b]), /numbered before/)
})

test('a migration that fails leaves nothing behind', async (t) => {
  const fresh = await freshDatabase(t)
  const broken = [
    ...readMigrations(),
    { name: '9999_break.sql', checksum: 'x', sql: 'create table half (a int); select 1/0;' },
  ]
  await assert.rejects(migrate(fresh.database.owner, broken), { code: '22012' })
  const { rows } = await fresh.owner.query(
    `select to_regclass('half') as half, (select count(*)::int from migration where name like '9999%') as noted`,
  )
  assert.deepEqual(rows, [{ half: null, noted: 0 }])
})

test('moments, days, large numbers and JSON come back as the house wants them', async () => {
  const at = '2026-03-01T00:00:00.123Z'
  const row = { system: crypto.randomUUID(), version: 1, hash: 'h', by: 'b', at }
  await owner.query('alter table dossier_version drop constraint dossier_version_system_fkey')
  await kit.db
    .insertInto('dossier_version')
    .values({ ...row, answers: { a: ['x', 'ý'] }, shown: json([{ q: 1 }, 'two']) })
    .execute()
  const back = await kit.db
    .selectFrom('dossier_version')
    .selectAll()
    .where('system', '=', row.system)
    .executeTakeFirst()
  assert.deepEqual(back, { ...row, reason: null, answers: { a: ['x', 'ý'] }, shown: [{ q: 1 }, 'two'] })
  const { count } = await kit.db
    .selectFrom('dossier_version')
    .select((e) => e.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(count, 1)
})

test('a leaf shows act, subject and time; a group opens with its salt and only with it', async () => {
  const at = '2026-03-01T00:00:00.000Z'
  const declared = { level: 'high', name: 'Ô che mưa' }
  const { leaf, salts } = await addLeaf(kit.db, { type: 'system.notified', subject: 'VN-1', at, groups: { declared } })
  const row = await kit.db.selectFrom('log_leaf').selectAll().where('id', '=', leaf).executeTakeFirstOrThrow()
  const body = Buffer.from(row.body).toString()
  const groups = { declared: commitment(salts.declared ?? '', declared) }
  assert.equal(body, canonical({ at, groups, subject: 'VN-1', type: 'system.notified' }))
  assert.notEqual(groups.declared, commitment('', declared))
  assert.equal(row.log_index, null)
})

test('preparing the roles again changes only their passwords', async () => {
  const user = (url: string) => decodeURIComponent(new URL(url).password)
  await prepareRoles(database.owner, { app: user(database.app), reader: user(database.reader) })
  const client = new pg.Client({ connectionString: database.reader })
  // The database is dropped right after, and may take the connection while it is still being closed.
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query('show transaction_read_only')
  await client.end()
  assert.deepEqual(rows, [{ transaction_read_only: 'on' }])
})
