import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { PartyId, UnitId } from '../../base/actor.ts'
import type { CaseId } from '../../casework/schema.ts'
import type { Database } from '../../db/kit.ts'
import type { PublicOrderRow, SupervisionOrderRow } from '../../db/tables.ts'
import type { Cursor } from '../../web/listing.ts'
import type { SystemId } from '../systems/schema.ts'
import { type Addressee, type Order, PublicOrder, type PublicQuery } from './schema.ts'

const asOrder = (r: Selectable<SupervisionOrderRow>): Order => ({
  ...{ file: r.file as CaseId, number: r.number, principal: r.principal as CaseId | null },
  ...{ party: r.party as PartyId, unit: r.unit as UnitId, kind: r.kind as Order['kind'] },
  ...{ basis: r.basis as Order['basis'], system: r.system as SystemId | null, aiId: r.ai_id },
  ...{ systemName: r.system_name, incident: r.incident, publicReason: r.public_reason, state: r.state },
  ...{ units: r.units, unitsDone: r.units_done, issuedAt: r.issued_at, dueAt: r.due_at },
  ...{ acknowledgedAt: r.acknowledged_at, compliedAt: r.complied_at, verifiedAt: r.verified_at },
  ...{ escalatedAt: r.escalated_at, complainedAt: r.complained_at },
  ...{ ended: r.ended as Order['ended'], endedAt: r.ended_at, endedReason: r.ended_reason, changedAt: r.changed_at },
})

/** What a step may change; which order it is, whose and about what, never does. */
const changing = (o: Order) => ({
  ...{ state: o.state, units: o.units, units_done: o.unitsDone, due_at: o.dueAt },
  ...{ acknowledged_at: o.acknowledgedAt, complied_at: o.compliedAt, verified_at: o.verifiedAt },
  ...{ escalated_at: o.escalatedAt, complained_at: o.complainedAt },
  ...{ ended: o.ended, ended_at: o.endedAt, ended_reason: o.endedReason, changed_at: o.changedAt },
})

export async function insertOrder(db: Database, o: Order): Promise<void> {
  await db
    .insertInto('supervision_order')
    .values({
      ...changing(o),
      ...{ file: o.file, number: o.number, principal: o.principal, party: o.party, unit: o.unit, kind: o.kind },
      ...{ basis: o.basis, system: o.system, ai_id: o.aiId, system_name: o.systemName, incident: o.incident },
      ...{ public_reason: o.publicReason, issued_at: o.issuedAt },
    })
    .execute()
}

export async function updateOrder(db: Database, o: Order): Promise<void> {
  await db.updateTable('supervision_order').set(changing(o)).where('file', '=', o.file).execute()
}

/** The reasons anyone may read, in other words than those it was issued and ended with. */
export async function replaceReasons(
  db: Database,
  { file, publicReason, endedReason, changedAt }: Pick<Order, 'file' | 'publicReason' | 'endedReason' | 'changedAt'>,
): Promise<void> {
  await db
    .updateTable('supervision_order')
    .set({ public_reason: publicReason, ended_reason: endedReason, changed_at: changedAt })
    .where('file', '=', file)
    .execute()
}

export async function findOrder(db: Database, file: CaseId): Promise<Order | undefined> {
  const row = await db.selectFrom('supervision_order').selectAll().where('file', '=', file).executeTakeFirst()
  return row && asOrder(row)
}

export async function findByNumber(db: Database, number: string): Promise<Order | undefined> {
  const row = await db.selectFrom('supervision_order').selectAll().where('number', '=', number).executeTakeFirst()
  return row && asOrder(row)
}

/** An order and everything served under it, the order itself first, then by name. */
export async function listAddressees(db: Database, principal: CaseId): Promise<Addressee[]> {
  const rows = await db
    .selectFrom('supervision_order as o')
    .innerJoin('party as p', 'p.id', 'o.party')
    .selectAll('o')
    .select('p.name as party_name')
    .where((e) => e.or([e('o.file', '=', principal), e('o.principal', '=', principal)]))
    .orderBy(sql`o.principal is not null`)
    .orderBy('p.name')
    .orderBy('o.number')
    .execute()
  return rows.map((r) => ({ ...asOrder(r), partyName: r.party_name }))
}

// ————— what anyone may read —————

const asPublic = (r: Selectable<PublicOrderRow>): PublicOrder =>
  PublicOrder.parse({
    ...{ number: r.number, kind: r.kind, basis: r.basis, provider: r.provider, reason: r.public_reason },
    issuer: { vi: r.issuer_vi, en: r.issuer_en },
    system: {
      ...{ name: r.system_name, aiId: r.ai_id, level: r.level, sectors: r.sectors, state: r.system_state },
    },
    ...{ issuedAt: r.issued_at, ended: r.ended, endedAt: r.ended_at, endedReason: r.ended_reason },
    changedAt: r.changed_at,
  })

const like = (words: string): string => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** The public list, what changed last first. Read with the register's own eyes. */
export async function listPublic(
  reader: Database,
  query: PublicQuery,
  limit: number,
  after?: Cursor,
): Promise<PublicOrder[]> {
  const { q, kind, standing, level, sector } = query
  const holds: RawBuilder<unknown>[] = [
    sql`true`,
    ...(q === ''
      ? []
      : [
          sql`(system_name ilike ${like(q)} or provider ilike ${like(q)} or ai_id ilike ${like(q)} or number ilike ${like(q)})`,
        ]),
    ...(kind.length === 0 ? [] : [sql`kind = any(${kind}::text[])`]),
    ...(standing === undefined ? [] : [standing === 'standing' ? sql`ended is null` : sql`ended is not null`]),
    ...(level.length === 0 ? [] : [sql`level = any(${level}::text[])`]),
    ...(sector.length === 0 ? [] : [sql`sectors && ${sector}::text[]`]),
    ...(after === undefined ? [] : [sql`(changed_at, number) < (${after[0]}::timestamptz, ${after[1]}::text)`]),
  ]
  const { rows } = await sql<Selectable<PublicOrderRow>>`
    select * from public_order where ${sql.join(holds, sql` and `)}
    order by changed_at desc, number desc limit ${limit}`.execute(reader)
  return rows.map(asPublic)
}

export async function findPublic(reader: Database, number: string): Promise<PublicOrder | undefined> {
  const row = await reader.selectFrom('public_order').selectAll().where('number', '=', number).executeTakeFirst()
  return row && asPublic(row)
}

const BATCH = 250

/** Every public order by its number, a batch at a time. */
export async function* streamPublic(reader: Database): AsyncIterable<readonly PublicOrder[]> {
  for (let after = ''; ; ) {
    const rows = await reader
      .selectFrom('public_order')
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

/** Orders that stand against a system, and how the register shows it. */
export async function findStatus(
  reader: Database,
  aiId: string,
): Promise<
  { readonly name: string; readonly state: string; readonly changedAt: string; readonly orders: string[] } | undefined
> {
  const { rows } = await sql<{ name: string; state: string; changed_at: string; orders: string[] }>`
    select e.public ->> 'name' as name, e.state, e.changed_at,
      array(select o.number from public_order o where o.ai_id = e.ai_id and o.ended is null order by o.number) as orders
    from register_entry e where e.ai_id = ${aiId}`.execute(reader)
  const row = rows[0]
  return row && { name: row.name, state: row.state, changedAt: row.changed_at, orders: row.orders }
}
