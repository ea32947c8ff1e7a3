import { sql } from 'kysely'
import type { PartyId } from '../../base/actor.ts'
import type { Day } from '../../base/day.ts'
import type { Database } from '../../db/kit.ts'

/** Takes one signature of the day's; how many were taken with it, or nothing when there are none left. */
export async function takeSignature(db: Database, party: PartyId, day: Day, most: number): Promise<number | undefined> {
  const { rows } = await sql<{ signed: number }>`
    insert into mark_day as d (party, day, signed) values (${party}::uuid, ${day}::date, 1)
    on conflict (party, day) do update set signed = d.signed + 1 where d.signed < ${most}
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
