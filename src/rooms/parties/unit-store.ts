import type { AccountId, Seat, UnitId, UnitKind, UnitRole } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { JsonObject } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import { addLeaf } from '../../db/leaf.ts'
import type { UnitRow } from '../../db/tables.ts'
import type { OfficerView, Unit, UnitDetails } from './schema.ts'

const unit = (row: Omit<UnitRow, 'seq'>): Unit => ({
  id: row.id as UnitId,
  kind: row.kind as UnitKind,
  code: row.code,
  name: { vi: row.name_vi, en: row.name_en },
})

export async function listUnits(db: Database): Promise<Unit[]> {
  const rows = await db.selectFrom('unit').selectAll().orderBy('kind').orderBy('code').limit(500).execute()
  return rows.map(unit)
}

export async function findUnit(db: Database, id: UnitId): Promise<Unit | undefined> {
  const row = await db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst()
  return row && unit(row)
}

/** The unit that keeps the portal, oldest first should there be several. */
export async function findKeeper(db: Database): Promise<Unit | undefined> {
  const row = await db
    .selectFrom('unit')
    .selectAll()
    .where('kind', '=', 'most')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && unit(row)
}

/** False when another unit has the code. */
export async function keepUnit(db: Database, id: UnitId, d: UnitDetails): Promise<boolean> {
  const kept = await db
    .insertInto('unit')
    .values({ id, kind: d.kind, code: d.code, name_vi: d.nameVi, name_en: d.nameEn })
    .onConflict((c) => c.column('code').doNothing())
    .executeTakeFirst()
  return kept.numInsertedOrUpdatedRows === 1n
}

/** Until the transaction ends, nobody else changes any seat of this unit. */
export async function lockUnit(db: Database, id: UnitId): Promise<Unit | undefined> {
  const row = await db.selectFrom('unit').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && unit(row)
}

export interface UnitFact {
  readonly unit: UnitId
  readonly verb: string
  readonly by: string
  readonly at: Instant
  /** Accounts and invitations by id: no names of people. */
  readonly act: JsonObject
}

/** Power over others is given in the open: event and log leaf in one. */
export async function addUnitEvent(db: Database, { unit, verb, by, at, act }: UnitFact): Promise<void> {
  const { seq } = await db
    .updateTable('unit')
    .set((e) => ({ seq: e('seq', '+', 1) }))
    .where('id', '=', unit)
    .returning('seq')
    .executeTakeFirstOrThrow()
  const { leaf, salts } = await addLeaf(db, {
    type: `unit.${verb}`,
    subject: unit,
    at,
    groups: { act: { by, ...act } },
  })
  await db.insertInto('unit_event').values({ unit, seq, verb, by, at, data: { act, leaf, salts } }).execute()
}

export async function findSeat(db: Database, account: AccountId): Promise<Seat | undefined> {
  const row = await db
    .selectFrom('seat')
    .innerJoin('unit', 'unit.id', 'seat.unit')
    .select(['unit.id', 'unit.kind', 'seat.role'])
    .where('account', '=', account)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row && { unit: row.id as UnitId, kind: row.kind as UnitKind, role: row.role as UnitRole }
}

/** False when the account sits in a unit already. */
export async function startSeat(
  db: Database,
  unit: UnitId,
  account: AccountId,
  role: UnitRole,
  at: Instant,
): Promise<boolean> {
  const kept = await db
    .insertInto('seat')
    .values({ unit, account, role, since: at })
    .onConflict((c) => c.column('account').where('until', 'is', null).doNothing())
    .executeTakeFirst()
  return kept.numInsertedOrUpdatedRows === 1n
}

export async function endSeat(db: Database, unit: UnitId, account: AccountId, at: Instant): Promise<boolean> {
  const ended = await db
    .updateTable('seat')
    .set({ until: at })
    .where('unit', '=', unit)
    .where('account', '=', account)
    .where('until', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

export async function listOfficers(db: Database, unit: UnitId): Promise<OfficerView[]> {
  const rows = await db
    .selectFrom('seat')
    .innerJoin('account', 'account.id', 'seat.account')
    .select(['account.id', 'account.name', 'account.email', 'account.totp_since', 'seat.role', 'seat.since'])
    .where('unit', '=', unit)
    .where('until', 'is', null)
    .orderBy('seat.since')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    account: row.id as AccountId,
    name: row.name,
    email: row.email,
    role: row.role as UnitRole,
    since: row.since,
    secondFactor: row.totp_since !== null,
  }))
}

/** Administrators of the units that keep the portal: there is always one. */
export async function countAdministrators(db: Database): Promise<number> {
  const row = await db
    .selectFrom('seat')
    .innerJoin('unit', 'unit.id', 'seat.unit')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('unit.kind', '=', 'most')
    .where('seat.role', '=', 'administrator')
    .where('until', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}
