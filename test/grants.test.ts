import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { codeOf } from '../src/db/fault.ts'
import { freshDatabase } from './kit.ts'

const { database, owner } = await freshDatabase(undefined, { uncounted: 'rows are written by hand to be tried' })

const DENIED = { code: '42501' }
/** A view over two tables cannot be written at all, whoever asks (55000). */
const denied = (error: unknown): boolean => ['42501', '55000'].includes(codeOf(error) ?? '')
/** The record: what was once written stays as it was written. */
const RECORD = [
  ...['system_event', 'dossier_version', 'notice', 'rule_set', 'assessment'],
  ...['party_event', 'unit_event', 'access_note', 'log_leaf'],
]
/** Whatever its comment calls so in migrations/ is held to it. */
const { rows: promised } = await owner.query<{ name: string }>(
  `select relname as name from pg_class
   where relkind = 'r' and obj_description(oid, 'pg_class') like '%Append only%' order by 1`,
)
const APPEND_ONLY = promised.map((row) => row.name)

test('the record is promised to be append only', () => {
  assert.deepEqual(
    RECORD.filter((table) => !APPEND_ONLY.includes(table)),
    [],
  )
})

const PUBLIC = [
  ...['register_entry', 'register_event', 'register_leaf', 'term'],
  ...['public_case', 'public_incident_count', 'public_incident_pace', 'public_order', 'public_violation'],
  ...['public_mark_certificate', 'public_mark_item'],
  ...['public_petition', 'public_petition_count', 'public_tombstone'],
  ...['public_campaign', 'public_campaign_frame'],
]

async function as(url: string, run: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}

async function relations(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') order by 1`,
  )
  return rows.map((row) => row.name)
}

const firstColumn = async (table: string): Promise<string> => {
  const { rows } = await owner.query<{ name: string }>(
    'select attname as name from pg_attribute where attrelid = $1::regclass and attnum = 1',
    [table],
  )
  return pg.escapeIdentifier(rows[0]?.name ?? '')
}

for (const table of APPEND_ONLY)
  test(`the portal may write ${table} and never change, delete or empty it`, () =>
    as(database.app, async (client) => {
      const column = await firstColumn(table)
      await client.query(`select 1 from ${table} limit 1`)
      await assert.rejects(client.query(`update ${table} set ${column} = ${column}`), DENIED)
      await assert.rejects(client.query(`delete from ${table}`), DENIED)
      await assert.rejects(client.query(`truncate ${table}`), DENIED)
      const { rows } = await client.query(`select has_table_privilege($1, 'insert') as may`, [table])
      assert.deepEqual(rows, [{ may: true }])
    }))

test('the portal gives a leaf its index once, and changes nothing else of it', async () => {
  const leaf = crypto.randomUUID()
  await as(database.app, async (client) => {
    await client.query(`insert into log_leaf (id, at, body) values ($1, now(), 'x')`, [leaf])
    const give = (n: number) => client.query('update log_leaf set log_index = $2 where id = $1', [leaf, n])
    assert.equal((await give(7)).rowCount, 1)
    assert.equal((await give(8)).rowCount, 0, 'it does not see the row any more')
    assert.equal((await client.query('update log_leaf set log_index = null where id = $1', [leaf])).rowCount, 0)
    for (const column of ['id', 'at', 'body', 'arrival'])
      await assert.rejects(client.query(`update log_leaf set ${column} = default`), DENIED, column)
    const indexed = `insert into log_leaf (id, log_index, at, body) values (gen_random_uuid(), 9, now(), 'x')`
    await assert.rejects(client.query(indexed), DENIED)
  })
  assert.deepEqual((await owner.query('select log_index from log_leaf where id = $1', [leaf])).rows, [
    { log_index: '7' },
  ])
})

test('the portal owns nothing: it cannot change a table, make one or become somebody else', () =>
  as(database.app, async (client) => {
    await assert.rejects(client.query('alter table notice add column x text'), DENIED)
    await assert.rejects(client.query('drop table notice'), DENIED)
    await assert.rejects(client.query('create table mine (x text)'), DENIED)
    await assert.rejects(client.query('create role mine'), DENIED)
    await assert.rejects(client.query(`insert into migration (name, checksum) values ('x', 'y')`), DENIED)
    const { rows } = await client.query(
      'select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname = current_user',
    )
    assert.deepEqual(rows, [{ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false }])
  }))

/** Paper that is not the record: answers kept for a while, sessions, drafts and what hangs on them. */
const PAPER = [
  ...['answered', 'attachment', 'dossier_draft', 'erased_file', 'inventory_row', 'session', 'system'],
  ...['mark_job', 'mark_job_line'],
  // A file begun and never sent is paper; one that has events cannot go, because they refer to it.
  // What a sender may take back.
  ...['petition_file', 'petition_seal', 'petition_sealed'],
  ...['casefile', 'casefile_clock', 'casefile_draft', 'casefile_secret', 'casefile_attachment', 'case_view'],
]

test('only paper can be deleted by anybody but the owner', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.role_table_grants
     where grantee = 'saola_app' and privilege_type in ('DELETE', 'TRUNCATE')`,
  )
  assert.deepEqual(
    rows.map((row) => row.name).filter((name) => !PAPER.includes(name)),
    [],
  )
})

async function recordSystem(): Promise<{ system: string; attachment: string }> {
  const [party, system, attachment] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  await owner.query(
    `insert into party (id, kind, name, address, contact, created_at) values ($1, 'organisation', 'x', 'x', 'x', now())`,
    [party],
  )
  await owner.query(
    `insert into system (id, ai_id, provider, state, created_at, changed_at) values ($1, $2, $3, 'declared', now(), now())`,
    [system, `VN-${system}`, party],
  )
  await owner.query(
    `insert into system_event (system, seq, verb, by, at, data) values ($1, 1, 'notified', 'x', now(), '{}')`,
    [system],
  )
  await owner.query(
    `insert into attachment (id, system, stands_for, kind, name, type, size, sha256, added_at, added_by)
     values ($1, $2, '{}', 'dpia', 'x', 'x', 1, 'x', now(), 'x')`,
    [attachment, system],
  )
  return { system, attachment }
}

/** Refused by its grants (42501), by what refers to it (23503), or simply not seen by the delete. */
async function cannotDelete(table: string, id: string): Promise<void> {
  await as(database.app, async (client) => {
    await client.query(`delete from ${table} where id = $1`, [id]).catch((error: unknown) => {
      assert.ok(['42501', '23503'].includes(codeOf(error) ?? ''), String(error))
    })
  })
  assert.equal((await owner.query(`select 1 from ${table} where id = $1`, [id])).rowCount, 1)
}

test('a recorded system cannot be deleted', async () => cannotDelete('system', (await recordSystem()).system))

test('what is attached to a recorded system cannot be deleted', async () =>
  cannotDelete('attachment', (await recordSystem()).attachment))

test('the register reads its views and nothing else', () =>
  as(database.reader, async (client) => {
    for (const name of await relations()) {
      const asked = client.query(`select 1 from ${name} limit 1`)
      if (PUBLIC.includes(name)) await asked
      else await assert.rejects(asked, DENIED, name)
    }
  }))

test('the register writes nothing, even when it asks to', () =>
  as(database.reader, async (client) => {
    await client.query('set default_transaction_read_only = off')
    for (const name of PUBLIC) {
      const column = await firstColumn(name)
      await assert.rejects(client.query(`insert into ${name} (${column}) values (null)`), denied, name)
      await assert.rejects(client.query(`delete from ${name}`), denied, name)
    }
    await assert.rejects(client.query(`select nextval('notice_number')`), DENIED)
    await assert.rejects(client.query('create temp table mine (x text)'), DENIED)
  }))
