import type { AccountId, PartyId, UnitId } from '../../base/actor.ts'
import type { Lang, Text } from '../../base/text.ts'
import type { Database } from '../../db/kit.ts'
import type { About, Correspondent, PartyKind } from './schema.ts'

// Who is written to, and what people, organisations and units are called: for procedures, which know them by id alone.

const correspondent = (row: { id: string; email: string; lang: string }): Correspondent => ({
  account: row.id as AccountId,
  email: row.email,
  lang: row.lang as Lang,
})

/** Owners and filers of today. */
export async function listOfParty(db: Database, party: PartyId): Promise<Correspondent[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account')
    .select(['account.id', 'account.email', 'account.lang'])
    .where('party', '=', party)
    .where('until', 'is', null)
    .where('role', 'in', ['owner', 'filer'])
    .orderBy('membership.since')
    .execute()
  return rows.map(correspondent)
}

/** Officers and chiefs of today: administrators handle no files. */
export async function listOfUnit(db: Database, unit: UnitId): Promise<Correspondent[]> {
  const rows = await db
    .selectFrom('seat')
    .innerJoin('account', 'account.id', 'seat.account')
    .select(['account.id', 'account.email', 'account.lang'])
    .where('unit', '=', unit)
    .where('until', 'is', null)
    .where('role', 'in', ['officer', 'chief'])
    .orderBy('seat.since')
    .execute()
  return rows.map(correspondent)
}

export async function findOne(db: Database, account: AccountId): Promise<Correspondent | undefined> {
  const row = await db
    .selectFrom('account')
    .select(['id', 'email', 'lang'])
    .where('id', '=', account)
    .executeTakeFirst()
  return row && correspondent(row)
}

export async function nameUnits(db: Database, units: readonly UnitId[]): Promise<ReadonlyMap<UnitId, Text>> {
  if (units.length === 0) return new Map()
  const rows = await db.selectFrom('unit').select(['id', 'name_vi', 'name_en']).where('id', 'in', units).execute()
  return new Map(rows.map((row) => [row.id as UnitId, { vi: row.name_vi, en: row.name_en }]))
}

export async function nameParties(db: Database, parties: readonly PartyId[]): Promise<ReadonlyMap<PartyId, string>> {
  if (parties.length === 0) return new Map()
  const rows = await db.selectFrom('party').select(['id', 'name']).where('id', 'in', parties).execute()
  return new Map(rows.map((row) => [row.id as PartyId, row.name]))
}

export async function findAbout(db: Database, party: PartyId): Promise<About | undefined> {
  const row = await db
    .selectFrom('party')
    .select(['kind', 'name', 'address', 'contact', 'code'])
    .where('id', '=', party)
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as PartyKind }
}

/** Whoever sits or once sat in a unit: the name of anyone else is not an officer's. */
export async function findOfficerName(db: Database, account: AccountId): Promise<string | undefined> {
  const row = await db
    .selectFrom('account')
    .innerJoin('seat', 'seat.account', 'account.id')
    .select('account.name')
    .where('account.id', '=', account)
    .limit(1)
    .executeTakeFirst()
  return row?.name
}
