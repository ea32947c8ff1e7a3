import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { PartyId, UnitId } from '../../base/actor.ts'
import type { CaseId } from '../../casework/schema.ts'
import type { Database } from '../../db/kit.ts'
import type { PublicViolationRow, ViolationRow } from '../../db/tables.ts'
import { conductById } from '../../law/conduct.ts'
import type { Cursor } from '../../web/listing.ts'
import type { SystemId } from '../systems/schema.ts'
import { type PublicQuery, PublicViolation, type Violation } from './schema.ts'

const asViolation = (r: Selectable<ViolationRow>): Violation => ({
  ...{ file: r.file as CaseId, number: r.number, party: r.party as PartyId, unit: r.unit as UnitId },
  ...{ system: r.system as SystemId | null, aiId: r.ai_id, systemName: r.system_name, conduct: r.conduct },
  ...{ state: r.state, openedAt: r.opened_at, foundAt: r.found_at, sanction: r.sanction as Violation['sanction'] },
  ...{ sanctionedAt: r.sanctioned_at, overturnedAt: r.overturned_at, overturnedReason: r.overturned_reason },
  ...{ title: r.title, summary: r.summary, named: r.named, publishedAt: r.published_at, reply: r.reply },
  ...{ repliedAt: r.replied_at, withdrawnAt: r.withdrawn_at, withdrawnReason: r.withdrawn_reason },
  changedAt: r.changed_at,
})

/** What a step may change; whose case it is and about which system never does. */
const changing = (v: Violation) => ({
  ...{ conduct: v.conduct, state: v.state, found_at: v.foundAt, sanction: v.sanction, sanctioned_at: v.sanctionedAt },
  ...{ overturned_at: v.overturnedAt, overturned_reason: v.overturnedReason, title: v.title, summary: v.summary },
  ...{ named: v.named, published_at: v.publishedAt, reply: v.reply, replied_at: v.repliedAt },
  ...{ withdrawn_at: v.withdrawnAt, withdrawn_reason: v.withdrawnReason, changed_at: v.changedAt },
})

export async function insertViolation(db: Database, v: Violation): Promise<void> {
  await db
    .insertInto('violation')
    .values({
      ...changing(v),
      ...{ file: v.file, number: v.number, party: v.party, unit: v.unit, system: v.system, ai_id: v.aiId },
      ...{ system_name: v.systemName, opened_at: v.openedAt },
    })
    .execute()
}

export async function updateViolation(db: Database, v: Violation): Promise<void> {
  await db.updateTable('violation').set(changing(v)).where('file', '=', v.file).execute()
}

/** The name typed for a system that has no record goes with the words. */
export async function eraseWords(db: Database, v: Violation): Promise<void> {
  await db
    .updateTable('violation')
    .set({ ...changing(v), system_name: v.systemName })
    .where('file', '=', v.file)
    .execute()
}

export async function findViolation(db: Database, file: CaseId): Promise<Violation | undefined> {
  const row = await db.selectFrom('violation').selectAll().where('file', '=', file).executeTakeFirst()
  return row && asViolation(row)
}

// ————— what anyone may read —————

const asPublic = (r: Selectable<PublicViolationRow>): PublicViolation =>
  PublicViolation.parse({
    ...{ number: r.number, title: r.title, summary: r.summary, conduct: r.conduct, sanction: r.sanction },
    ...{ cite: conductById(r.conduct ?? '')?.cite ?? '', issuer: { vi: r.issuer_vi, en: r.issuer_en }, party: r.party },
    system: r.system_name === null && r.ai_id === null ? null : { name: r.system_name ?? r.ai_id, aiId: r.ai_id },
    ...{ sanctionedAt: r.sanctioned_at, standing: r.standing, reason: r.reason, reply: r.reply },
    ...{ repliedAt: r.replied_at, publishedAt: r.published_at, changedAt: r.changed_at },
  })

const like = (words: string): string => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** The public list, what changed last first. Read with the register's own eyes. */
export async function listPublic(
  reader: Database,
  { q, standing, conduct }: PublicQuery,
  limit: number,
  after?: Cursor,
): Promise<PublicViolation[]> {
  const holds: RawBuilder<unknown>[] = [
    sql`true`,
    ...(q === ''
      ? []
      : [
          sql`(title ilike ${like(q)} or party ilike ${like(q)} or system_name ilike ${like(q)} or ai_id ilike ${like(q)} or number ilike ${like(q)})`,
        ]),
    ...(standing === undefined ? [] : [sql`standing = ${standing}`]),
    ...(conduct === undefined ? [] : [sql`conduct = ${conduct}`]),
    ...(after === undefined ? [] : [sql`(changed_at, number) < (${after[0]}::timestamptz, ${after[1]}::text)`]),
  ]
  const { rows } = await sql<Selectable<PublicViolationRow>>`
    select * from public_violation where ${sql.join(holds, sql` and `)}
    order by changed_at desc, number desc limit ${limit}`.execute(reader)
  return rows.map(asPublic)
}

export async function findPublic(reader: Database, number: string): Promise<PublicViolation | undefined> {
  const row = await reader.selectFrom('public_violation').selectAll().where('number', '=', number).executeTakeFirst()
  return row && asPublic(row)
}

const BATCH = 1000

/** Every published decision once, in the order of their numbers, for the open data. */
export async function* streamPublic(reader: Database): AsyncIterable<readonly PublicViolation[]> {
  for (let after = ''; ; ) {
    const rows = await reader
      .selectFrom('public_violation')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(BATCH)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(asPublic)
    after = String(last.number)
  }
}
