import { sql } from 'kysely'
import type { PartyId } from '../../base/actor.ts'
import type { Day, Instant } from '../../base/day.ts'
import type { Database } from '../../db/kit.ts'

/**
 * Takes signatures of the day's share; how many were taken with them, or nothing when there are not enough left. `at` is
 * the moment by the clock of the database, which is one for all processes of the portal: time stamps go by it.
 */
export async function takeSignatures(
  db: Database,
  party: PartyId,
  day: Day,
  count: number,
  most: number,
): Promise<{ readonly signed: number; readonly at: Instant } | undefined> {
  const { rows } = await sql<{ signed: number; at: Instant }>`
    insert into mark_day as d (party, day, signed) values (${party}::uuid, ${day}::date, ${count})
    on conflict (party, day) do update set signed = d.signed + ${count} where d.signed + ${count} <= ${most}
    returning signed, clock_timestamp() as at`.execute(db)
  return rows[0]
}

/** The moment by the clock of the database. */
export async function momentOf(db: Database): Promise<Instant> {
  const { rows } = await sql<{ at: Instant }>`select clock_timestamp() as at`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error('a database knows what time it is')
  return row.at
}

/** How many signatures were taken on a day. */
export async function countSignatures(db: Database, party: PartyId, day: Day): Promise<number> {
  const row = await db
    .selectFrom('mark_day')
    .select('signed')
    .where('party', '=', party)
    .where('day', '=', day)
    .executeTakeFirst()
  return row?.signed ?? 0
}
