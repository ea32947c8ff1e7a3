import { sql } from 'kysely'
import type { Instant } from '../../base/day.ts'
import type { Database } from '../../db/kit.ts'
import type { Head, WitnessLine } from './schema.ts'

/** Takes or renews the lease; false while another process holds it. By the clock of the database, which all share. */
export async function claim(db: Database, holder: string, seconds: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update log_counter set holder = ${holder}, until = clock_timestamp() + ${seconds} * interval '1 second'
    where holder = ${holder} or holder is null or until < clock_timestamp()`.execute(db)
  return numAffectedRows === 1n
}

/** A process that ends in peace lets the next one begin at once. */
export async function release(db: Database, holder: string): Promise<void> {
  await db.updateTable('log_counter').set({ holder: null, until: null }).where('holder', '=', holder).execute()
}

export async function anyWaiting(db: Database): Promise<boolean> {
  const row = await db.selectFrom('log_leaf').select('id').where('log_index', 'is', null).limit(1).executeTakeFirst()
  return row !== undefined
}

export async function countWaiting(db: Database): Promise<number> {
  const row = await db
    .selectFrom('log_leaf')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('log_index', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

/**
 * Gives the next indexes to leaves that have none, in the order they arrived, and says how many have one now; nothing
 * when the lease is lost. One transaction: the counter row is locked first, so that the second statement sees what
 * the last writer took, and no index is skipped or given twice.
 */
export function take(db: Database, holder: string, most: number): Promise<number | undefined> {
  return db.transaction().execute(async (trx) => {
    const counter = await trx
      .selectFrom('log_counter')
      .select('next')
      .where('holder', '=', holder)
      .forUpdate()
      .executeTakeFirst()
    if (counter === undefined) return undefined
    const { numAffectedRows } = await sql`
      update log_leaf l set log_index = ${counter.next} + w.place
      from (
        select id, row_number() over (order by arrival) - 1 as place
        from (select id, arrival from log_leaf where log_index is null order by arrival limit ${most}) first
      ) w
      where l.id = w.id and l.log_index is null`.execute(trx)
    const next = counter.next + Number(numAffectedRows ?? 0n)
    await trx.updateTable('log_counter').set({ next }).where('holder', '=', holder).execute()
    return next
  })
}

export async function countIndexed(db: Database): Promise<number> {
  const row = await db.selectFrom('log_counter').select('next').executeTakeFirstOrThrow()
  return row.next
}

/** Entries `from` up to, not including, `to`, as they stand in the log. A gap is a fault: it was never ours to leave one. */
export async function entries(db: Database, from: number, to: number): Promise<Uint8Array[]> {
  const rows = await db
    .selectFrom('log_leaf')
    .select('body')
    .where('log_index', '>=', from)
    .where('log_index', '<', to)
    .orderBy('log_index')
    .execute()
  if (rows.length !== to - from) throw new Error(`${rows.length} leaves stand at ${from} to ${to}`)
  return rows.map(({ body }) => body)
}

export async function findHead(db: Database, origin: string): Promise<Head | undefined> {
  const row = await db.selectFrom('log_head').selectAll().where('origin', '=', origin).executeTakeFirst()
  return row && { size: row.size, root: row.root, note: row.note, signedAt: row.signed_at, witnessed: row.witnessed }
}

/** The log begins. False when another process was first. */
export async function insertHead(db: Database, origin: string, head: Head): Promise<boolean> {
  const { size, root, note, signedAt: signed_at } = head
  const made = await db
    .insertInto('log_head')
    .values({ origin, size, root, note, signed_at })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

/** Moves the head, if it still is what this process believes it to be. */
export async function swapHead(db: Database, origin: string, before: Head, after: Head): Promise<boolean> {
  const moved = await db
    .updateTable('log_head')
    .set({ size: after.size, root: after.root, note: after.note, signed_at: after.signedAt })
    .where('origin', '=', origin)
    .where('size', '=', before.size)
    .where('root', '=', before.root)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

export async function setWitnessed(db: Database, origin: string, note: string): Promise<void> {
  await db.updateTable('log_head').set({ witnessed: note }).where('origin', '=', origin).execute()
}

export async function listWitnesses(db: Database): Promise<WitnessLine[]> {
  return db.selectFrom('log_witness').selectAll().orderBy('key').limit(100).execute()
}

export async function keepWitness(db: Database, w: WitnessLine): Promise<void> {
  const { key, ...said } = w
  await db
    .insertInto('log_witness')
    .values({ key, ...said })
    .onConflict((c) => c.column('key').doUpdateSet(said))
    .execute()
}

/** Where a leaf stands: its index and entry; index null while it waits. */
export async function findLeaf(
  db: Database,
  id: string,
): Promise<{ readonly index: number | null; readonly entry: Uint8Array; readonly at: Instant } | undefined> {
  const row = await db.selectFrom('log_leaf').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { index: row.log_index, entry: row.body, at: row.at }
}
