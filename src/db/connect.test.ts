import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../test/kit.ts'
import { isTransient, retrying } from './connect.ts'
import type { Database } from './kit.ts'

const { kit, owner } = await freshDatabase()
const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms))

const pidOf = async (db: Database): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  return rows[0]?.pid ?? 0
}
const end = (pid: number) => owner.query('select pg_terminate_backend($1)', [pid])

test('a connection that breaks between two statements of a transaction is a passing fault', async () => {
  const broken = kit.db.transaction().execute(async (trx) => {
    await end(await pidOf(trx))
    await pause(50)
    await pidOf(trx)
  })
  await assert.rejects(broken, (error: unknown) => isTransient(error))
  assert.ok((await pidOf(kit.db)) > 0)
})

test('a connection that breaks within a statement is a passing fault', async () => {
  const broken = kit.db.transaction().execute(async (trx) => {
    const pid = await pidOf(trx)
    setTimeout(() => void end(pid), 50)
    await sql`select pg_sleep(5)`.execute(trx)
  })
  await assert.rejects(broken, (error: unknown) => isTransient(error))
  assert.ok((await pidOf(kit.db)) > 0)
})

test('a passing fault is tried again and a lasting one is not', async () => {
  let tries = 0
  const value = await retrying(() =>
    kit.db.transaction().execute(async (trx) => {
      tries += 1
      if (tries < 3) await end(await pidOf(trx))
      await pause(20)
      return pidOf(trx)
    }),
  )
  assert.ok(value > 0)
  assert.equal(tries, 3)
  tries = 0
  const lasting = retrying(() => {
    tries += 1
    return sql`select 1 / 0`.execute(kit.db)
  })
  await assert.rejects(lasting, { code: '22012' })
  assert.equal(tries, 1)
})

test('two transactions that stand in each other’s way both end well', async () => {
  const at = kit.now()
  const letter = { about: 'a', recipient: 'x', subject: 's', body: 'b', created_at: at, due_at: at }
  await kit.db
    .insertInto('outbox')
    .values({ ...letter, id: crypto.randomUUID() })
    .execute()
  const add = () =>
    retrying(() =>
      kit.db
        .transaction()
        .setIsolationLevel('serializable')
        .execute(async (trx) => {
          const { attempts } = await trx.selectFrom('outbox').select('attempts').executeTakeFirstOrThrow()
          await pause(20)
          await trx
            .updateTable('outbox')
            .set({ attempts: attempts + 1 })
            .execute()
        }),
    )
  await Promise.all([add(), add()])
  assert.equal((await kit.db.selectFrom('outbox').select('attempts').executeTakeFirstOrThrow()).attempts, 2)
})

test('a moment reads the same whatever zone the server keeps, to the millisecond', async () => {
  const moments = [
    ...[
      '2026-11-02 02:00:00+00',
      '2026-11-02 02:00:00.1+00',
      '2026-11-02 02:00:00.12+00',
      '2026-11-02 02:00:00.999999+00',
    ],
    ...['1999-12-31 23:59:59.5+00', '0099-01-01 00:00:00+00', '12026-01-01 00:00:00+00'],
  ]
  const read = (zone: string): Promise<string[]> =>
    kit.db.transaction().execute(async (db) => {
      await sql`select set_config('timezone', ${zone}, true)`.execute(db)
      const { rows } = await sql<{ at: string }>`
        select m::timestamptz as at from unnest(${moments}::text[]) with ordinality u (m, n) order by n`.execute(db)
      return rows.map(({ at }) => at)
    })
  const inUtc = await read('UTC')
  assert.deepEqual(inUtc.slice(0, 5), [
    ...['2026-11-02T02:00:00.000Z', '2026-11-02T02:00:00.100Z', '2026-11-02T02:00:00.120Z'],
    ...['2026-11-02T02:00:00.999Z', '1999-12-31T23:59:59.500Z'],
  ])
  for (const zone of ['Asia/Ho_Chi_Minh', 'Asia/Kathmandu']) assert.deepEqual(await read(zone), inUtc, zone)
})
