import { sql } from 'kysely'
import type { PartyId } from '../../base/actor.ts'
import type { Day } from '../../base/day.ts'
import type { Database } from '../../db/kit.ts'

/** Takes signatures of the day's share; how many were taken with them, or nothing when there are not enough left. */
export async function takeSignatures(
  db: Database,
  party: PartyId,
  day: Day,
  count: number,
  most: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ signed: number }>`
    insert into mark_day as d (party, day, signed) values (${party}::uuid, ${day}::date, ${count})
    on conflict (party, day) do update set signed = d.signed + ${count} where d.signed + ${count} <= ${most}
    returning signed`.execute(db)
  return rows[0]?.signed
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
