import type { AccountId, PartyId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Lang } from '../../base/text.ts'
import type { Database } from '../../db/kit.ts'
import type { AccountRow } from '../../db/tables.ts'
import { type Account, emailKey } from './schema.ts'

/** An account with what only signing in may look at. */
export interface Secrets extends Account {
  readonly passwordHash: string
  readonly sealedFactor: Uint8Array | null
}

const secrets = (row: AccountRow): Secrets => ({
  id: row.id as AccountId,
  email: row.email,
  name: row.name,
  lang: row.lang as Lang,
  confirmed: row.confirmed_at !== null,
  secondFactor: row.totp_since !== null,
  passwordHash: row.password_hash,
  sealedFactor: row.totp_sealed,
})

export async function findAccount(db: Database, id: AccountId): Promise<Secrets | undefined> {
  const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
  return row && secrets(row)
}

/** `lock`: until the transaction ends nobody else changes this account. */
export async function findAccountByEmail(db: Database, email: string, lock = false): Promise<Secrets | undefined> {
  const query = db.selectFrom('account').selectAll().where('email_key', '=', emailKey(email))
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && secrets(row)
}

export interface NewAccount {
  readonly id: AccountId
  readonly email: string
  readonly name: string
  readonly lang: Lang
  readonly passwordHash: string
  readonly confirmedAt: Instant | null
  readonly at: Instant
}

/**
 * Keeps a new account; one that was never confirmed is written over, for nobody has proved the address yet.
 * The id kept, or nothing when the address is taken.
 */
export async function keepAccount(db: Database, a: NewAccount): Promise<AccountId | undefined> {
  const fresh = { name: a.name, lang: a.lang, password_hash: a.passwordHash, confirmed_at: a.confirmedAt }
  const row = await db
    .insertInto('account')
    .values({ id: a.id, email: a.email.trim(), email_key: emailKey(a.email), created_at: a.at, ...fresh })
    .onConflict((c) => c.column('email_key').doUpdateSet(fresh).where('account.confirmed_at', 'is', null))
    .returning('id')
    .executeTakeFirst()
  return row?.id as AccountId | undefined
}

export async function confirmAccount(db: Database, id: AccountId, at: Instant): Promise<void> {
  await db
    .updateTable('account')
    .set({ confirmed_at: at })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute()
}

export async function changePasswordHash(db: Database, id: AccountId, passwordHash: string): Promise<void> {
  await db.updateTable('account').set({ password_hash: passwordHash }).where('id', '=', id).execute()
}

export async function changeProfile(db: Database, id: AccountId, name: string, lang: Lang): Promise<void> {
  await db.updateTable('account').set({ name, lang }).where('id', '=', id).execute()
}

/** False when there is one already. */
export async function keepSecondFactor(db: Database, id: AccountId, sealed: Uint8Array, at: Instant): Promise<boolean> {
  const kept = await db
    .updateTable('account')
    .set({ totp_sealed: Buffer.from(sealed), totp_since: at })
    .where('id', '=', id)
    .where('totp_since', 'is', null)
    .executeTakeFirst()
  return kept.numUpdatedRows === 1n
}

export async function dropSecondFactor(db: Database, id: AccountId): Promise<void> {
  await db.updateTable('account').set({ totp_sealed: null, totp_since: null }).where('id', '=', id).execute()
}

/**
 * Forgets who the account was: only its id stays, because acts name it. Sessions, links, kept views and invitations to
 * its address go with it.
 */
export async function forgetAccount(db: Database, id: AccountId, email: string, at: Instant): Promise<void> {
  const nobody = {
    name: '',
    email: '',
    email_key: `erased ${id}`,
    password_hash: '',
    totp_sealed: null,
    totp_since: null,
  }
  await db
    .updateTable('account')
    .set({ ...nobody, erased_at: at })
    .where('id', '=', id)
    .execute()
  await db
    .updateTable('mail_link')
    .set({ used_at: at })
    .where('account', '=', id)
    .where('used_at', 'is', null)
    .execute()
  await db
    .updateTable('invitation')
    .set((e) => ({ email_key: '', ended_at: e.fn.coalesce('ended_at', e.val(at)) }))
    .where('email_key', '=', emailKey(email))
    .execute()
  await db.deleteFrom('case_view').where('account', '=', id).execute()
  await endSessionsOf(db, id)
}

// ————— one-time links —————

export type LinkPurpose = 'confirm' | 'reset'

export async function keepLink(
  db: Database,
  link: { readonly hash: string; readonly account: AccountId; readonly purpose: LinkPurpose; readonly until: Instant },
): Promise<void> {
  const { hash, ...rest } = link
  await db
    .insertInto('mail_link')
    .values({ token_hash: hash, ...rest })
    .execute()
}

export async function findLink(
  db: Database,
  hash: string,
  purpose: LinkPurpose,
  now: Instant,
): Promise<Secrets | undefined> {
  const row = await db
    .selectFrom('mail_link')
    .innerJoin('account', 'account.id', 'mail_link.account')
    .selectAll('account')
    .where('token_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('mail_link.until', '>', now)
    .executeTakeFirst()
  return row && secrets(row)
}

/** False when somebody used it first. */
export async function spendLink(db: Database, hash: string, now: Instant): Promise<boolean> {
  const spent = await db
    .updateTable('mail_link')
    .set({ used_at: now })
    .where('token_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return spent.numUpdatedRows === 1n
}

/** A new password ends every link sent before. */
export async function spendLinksOf(db: Database, account: AccountId, now: Instant): Promise<void> {
  await db
    .updateTable('mail_link')
    .set({ used_at: now })
    .where('account', '=', account)
    .where('used_at', 'is', null)
    .execute()
}

// ————— sessions —————

export interface Session {
  readonly hash: string
  readonly account: AccountId
  readonly acting: PartyId | null
  readonly strong: boolean
  readonly at: Instant
  readonly until: Instant
}

export async function keepSession(db: Database, s: Session): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: s.hash,
      account: s.account,
      acting: s.acting,
      strong: s.strong,
      created_at: s.at,
      until: s.until,
    })
    .execute()
}

/** The session and its person in one question: asked on every request. */
export async function findSession(db: Database, hash: string, now: Instant) {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account')
    .select([
      'account.id',
      'account.name',
      'account.email',
      'account.lang',
      'acting',
      'strong',
      'session.created_at as at',
    ])
    .where('token_hash', '=', hash)
    .where('session.until', '>', now)
    .where('account.confirmed_at', 'is not', null)
    .executeTakeFirst()
  return row && { ...row, id: row.id as AccountId, lang: row.lang as Lang, acting: row.acting as PartyId | null }
}

export async function endSession(db: Database, hash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', hash).execute()
}

export async function endSessionsOf(db: Database, account: AccountId): Promise<void> {
  await db.deleteFrom('session').where('account', '=', account).execute()
}

export async function actFor(db: Database, hash: string, party: PartyId): Promise<void> {
  await db.updateTable('session').set({ acting: party }).where('token_hash', '=', hash).execute()
}

export async function endStaleSessions(db: Database, now: Instant): Promise<void> {
  await db.deleteFrom('session').where('until', '<=', now).execute()
}
