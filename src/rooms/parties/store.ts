import type { Selectable } from 'kysely'
import type { AccountId, Member, PartyId, PartyRole, Scope, UnitRole } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import { uuidv7 } from '../../base/ids.ts'
import type { JsonObject } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import { addLeaf } from '../../db/leaf.ts'
import type { PartyRow } from '../../db/tables.ts'
import {
  type AccessNote,
  type AccessView,
  emailKey,
  type InvitationView,
  type KeyView,
  type MemberView,
  type OpenInvitation,
  Party,
  type PartyDetails,
} from './schema.ts'

// ————— parties —————

const party = (row: Selectable<PartyRow>): Party =>
  Party.parse({
    ...row,
    contactPoint: row.contact_point,
    stateBody: row.state_body,
    createdAt: row.created_at,
  })

const columns = (d: PartyDetails) => ({
  kind: d.kind,
  name: d.name,
  address: d.address,
  contact: d.contact,
  code: d.code,
  country: d.country,
  contact_point: d.contactPoint,
  presence: d.presence,
  representative: d.representative,
  state_body: d.stateBody,
})

export async function findParty(db: Database, id: PartyId): Promise<Party | undefined> {
  const row = await db.selectFrom('party').selectAll().where('id', '=', id).executeTakeFirst()
  return row && party(row)
}

/** Until the transaction ends, nobody else changes this organisation or its members. */
export async function lockParty(db: Database, id: PartyId): Promise<Party | undefined> {
  const row = await db.selectFrom('party').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && party(row)
}

export async function keepParty(db: Database, id: PartyId, details: PartyDetails, at: Instant): Promise<void> {
  await db
    .insertInto('party')
    .values({ id, ...columns(details), created_at: at })
    .execute()
}

export async function changeParty(db: Database, id: PartyId, details: PartyDetails): Promise<void> {
  await db.updateTable('party').set(columns(details)).where('id', '=', id).execute()
}

/** The organisation on the portal that bears this tax or founding code; nobody when two do. */
export async function findPartyByCode(db: Database, code: string): Promise<{ id: PartyId; name: string } | undefined> {
  const rows = await db.selectFrom('party').select(['id', 'name']).where('code', '=', code).limit(2).execute()
  const [only, other] = rows
  return only === undefined || other !== undefined ? undefined : { id: only.id as PartyId, name: only.name }
}

/** Organisations whose name holds these words, for an officer who looks for one; at most 20. */
export async function findPartiesByName(db: Database, words: string): Promise<{ id: PartyId; name: string }[]> {
  const pattern = `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const rows = await db
    .selectFrom('party')
    .select(['id', 'name'])
    .where('name', 'ilike', pattern)
    .orderBy('name')
    .limit(20)
    .execute()
  return rows.map((r) => ({ id: r.id as PartyId, name: r.name }))
}

export async function countSameCode(db: Database, code: string, but: PartyId): Promise<number> {
  const row = await db
    .selectFrom('party')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('code', '=', code)
    .where('id', '<>', but)
    .executeTakeFirstOrThrow()
  return row.n
}

export interface PartyFact {
  readonly party: PartyId
  /** A past fact: `created`, `member-removed`. */
  readonly verb: string
  readonly by: string
  readonly at: Instant
  /** Accounts, keys and invitations by id: no names of people. */
  readonly act: JsonObject
}

/** Event and log leaf in one; the leaf commits to the act without showing it. */
export async function addPartyEvent(db: Database, { party, verb, by, at, act }: PartyFact): Promise<void> {
  const { seq } = await db
    .updateTable('party')
    .set((e) => ({ seq: e('seq', '+', 1) }))
    .where('id', '=', party)
    .returning('seq')
    .executeTakeFirstOrThrow()
  const { leaf, salts } = await addLeaf(db, {
    type: `party.${verb}`,
    subject: party,
    at,
    groups: { act: { by, ...act } },
  })
  await db.insertInto('party_event').values({ party, seq, verb, by, at, data: { act, leaf, salts } }).execute()
}

// ————— members —————

export async function listMemberships(db: Database, account: AccountId): Promise<Member[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('party', 'party.id', 'membership.party')
    .select(['party.id', 'party.name', 'membership.role'])
    .where('account', '=', account)
    .where('until', 'is', null)
    .orderBy('party.name')
    .limit(200)
    .execute()
  return rows.map((row) => ({ party: row.id as PartyId, name: row.name, role: row.role as PartyRole }))
}

export async function listMembers(db: Database, party: PartyId): Promise<MemberView[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('account', 'account.id', 'membership.account')
    .select(['account.id', 'account.name', 'account.email', 'membership.role', 'membership.since'])
    .where('party', '=', party)
    .where('until', 'is', null)
    .orderBy('membership.since')
    .limit(1000)
    .execute()
  return rows.map((row) => ({
    account: row.id as AccountId,
    name: row.name,
    email: row.email,
    role: row.role as PartyRole,
    since: row.since,
  }))
}

export async function startMembership(
  db: Database,
  party: PartyId,
  account: AccountId,
  role: PartyRole,
  at: Instant,
): Promise<void> {
  await db.insertInto('membership').values({ party, account, role, since: at }).execute()
}

export async function endMembership(db: Database, party: PartyId, account: AccountId, at: Instant): Promise<void> {
  await db
    .updateTable('membership')
    .set({ until: at })
    .where('party', '=', party)
    .where('account', '=', account)
    .where('until', 'is', null)
    .execute()
}

/** The events keep who had which role when; the row says who has it now. */
export async function changeRole(db: Database, party: PartyId, account: AccountId, role: PartyRole): Promise<void> {
  await db
    .updateTable('membership')
    .set({ role })
    .where('party', '=', party)
    .where('account', '=', account)
    .where('until', 'is', null)
    .execute()
}

// ————— invitations, into organisations and units alike —————

export interface NewInvitation {
  readonly id: string
  readonly to: { readonly party: PartyId } | { readonly unit: string }
  readonly role: PartyRole | UnitRole
  readonly email: string
  readonly hash: string
  readonly by: string
  readonly at: Instant
  readonly until: Instant
}

export async function keepInvitation(db: Database, { to, email, hash, ...rest }: NewInvitation): Promise<void> {
  await db
    .insertInto('invitation')
    .values({ ...rest, ...to, email_key: emailKey(email), token_hash: hash })
    .execute()
}

export async function listInvitations(db: Database, to: NewInvitation['to'], now: Instant): Promise<InvitationView[]> {
  const rows = await db
    .selectFrom('invitation')
    .select(['id', 'email_key as email', 'role', 'at', 'until'])
    .where('party' in to ? 'party' : 'unit', '=', 'party' in to ? to.party : to.unit)
    .where('ended_at', 'is', null)
    .where('until', '>', now)
    .orderBy('at')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, role: row.role as PartyRole | UnitRole }))
}

/** `lock`: two people opening the same link find one invitation. */
export async function findOpenInvitation(
  db: Database,
  hash: string,
  now: Instant,
  lock = false,
): Promise<OpenInvitation | undefined> {
  const query = db
    .selectFrom('invitation')
    .select(['id', 'party', 'unit', 'role', 'email_key', 'by'])
    .where('token_hash', '=', hash)
    .where('ended_at', 'is', null)
    .where('until', '>', now)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (row === undefined) return undefined
  const common = { id: row.id, email: row.email_key, by: row.by }
  if (row.party !== null) {
    const { name } = await db.selectFrom('party').select('name').where('id', '=', row.party).executeTakeFirstOrThrow()
    return { ...common, to: 'party', party: row.party as PartyId, name, role: row.role as PartyRole }
  }
  const unit = await db
    .selectFrom('unit')
    .selectAll()
    .where('id', '=', row.unit ?? '')
    .executeTakeFirstOrThrow()
  return {
    ...common,
    to: 'unit',
    unit: unit.id as never,
    name: { vi: unit.name_vi, en: unit.name_en },
    role: row.role as UnitRole,
  }
}

/** False when it was no longer open. */
export async function endInvitation(db: Database, id: string, at: Instant, acceptedBy?: AccountId): Promise<boolean> {
  const ended = await db
    .updateTable('invitation')
    .set({ ended_at: at, accepted_by: acceptedBy ?? null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

// ————— keys of programs —————

export async function keepApiKey(
  db: Database,
  key: {
    id: string
    party: PartyId
    label: string
    hint: string
    hash: string
    scopes: readonly Scope[]
    at: Instant
    by: AccountId
  },
): Promise<void> {
  const { hash, at, by, ...rest } = key
  await db
    .insertInto('api_key')
    .values({ ...rest, key_hash: hash, created_at: at, created_by: by })
    .execute()
}

export async function listApiKeys(db: Database, party: PartyId): Promise<KeyView[]> {
  const rows = await db
    .selectFrom('api_key')
    .select(['id', 'label', 'hint', 'scopes', 'created_at as createdAt', 'revoked_at as revokedAt'])
    .where('party', '=', party)
    .orderBy('created_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, scopes: row.scopes as Scope[] }))
}

interface HeldKey {
  readonly id: string
  readonly acting: Member
  readonly scopes: Scope[]
}

/** A key that was not revoked, by its hash or by its number. */
export async function findApiKey(
  db: Database,
  by: { readonly hash: string } | { readonly id: string },
): Promise<HeldKey | undefined> {
  const row = await db
    .selectFrom('api_key')
    .innerJoin('party', 'party.id', 'api_key.party')
    .select(['api_key.id', 'api_key.scopes', 'party.id as party', 'party.name'])
    .where((e) => ('id' in by ? e('api_key.id', '=', by.id) : e('key_hash', '=', by.hash)))
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return {
    id: row.id,
    scopes: row.scopes as Scope[],
    acting: { party: row.party as PartyId, name: row.name, role: 'filer' },
  }
}

/** False when it was revoked before or belongs to somebody else. */
export async function revokeApiKey(db: Database, party: PartyId, id: string, at: Instant): Promise<boolean> {
  const revoked = await db
    .updateTable('api_key')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('party', '=', party)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return revoked.numUpdatedRows === 1n
}

// ————— who of the State read what —————

export async function keepAccessNote(db: Database, note: AccessNote): Promise<void> {
  await db
    .insertInto('access_note')
    .values({ id: uuidv7(), ...note })
    .execute()
}

export async function listAccessNotes(db: Database, party: PartyId): Promise<AccessView[]> {
  const rows = await db
    .selectFrom('access_note')
    .leftJoin('unit', 'unit.id', 'access_note.unit')
    .select(['access_note.at', 'object', 'name_vi', 'name_en'])
    .where('party', '=', party)
    .orderBy('access_note.at', 'desc')
    .limit(500)
    .execute()
  return rows.map(({ at, object, name_vi, name_en }) => ({
    at,
    object,
    unit: name_vi === null || name_en === null ? null : { vi: name_vi, en: name_en },
  }))
}
