import { type Selectable, sql } from 'kysely'
import type { PartyId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import { addLeaf } from '../../db/leaf.ts'
import type { Database } from '../../db/kit.ts'
import type { MarkCertificateRow, PublicMarkCertificateRow } from '../../db/tables.ts'
import { isId, PublicState, type SystemId } from '../systems/schema.ts'
import { type Certificate, Reason } from './certificate-schema.ts'

const COLUMNS = [
  ...(['id', 'party', 'system', 'ai_id', 'serial', 'fingerprint', 'der', 'issuer', 'organisation'] as const),
  ...(['not_before', 'not_after', 'issued_at', 'revoked_at', 'revoked_reason', 'seq'] as const),
] as const

const asCertificate = (r: Pick<Selectable<MarkCertificateRow>, (typeof COLUMNS)[number]>): Certificate => ({
  ...{ id: r.id, party: r.party as PartyId, system: r.system as SystemId, aiId: r.ai_id, serial: r.serial },
  ...{ fingerprint: r.fingerprint, der: r.der, issuer: r.issuer, organisation: r.organisation },
  ...{ notBefore: r.not_before, notAfter: r.not_after, issuedAt: r.issued_at, revokedAt: r.revoked_at },
  ...{ revokedReason: r.revoked_reason === null ? null : Reason.parse(r.revoked_reason), seq: r.seq },
})

export async function insertCertificate(
  db: Database,
  c: Certificate,
  sealedKey: Uint8Array,
  by: string,
): Promise<void> {
  await db
    .insertInto('mark_certificate')
    .values({
      ...{ id: c.id, party: c.party, system: c.system, ai_id: c.aiId, serial: c.serial, fingerprint: c.fingerprint },
      ...{ der: Buffer.from(c.der), issuer: Buffer.from(c.issuer), sealed_key: Buffer.from(sealedKey) },
      ...{ organisation: c.organisation, not_before: c.notBefore, not_after: c.notAfter, issued_at: c.issuedAt },
      seq: c.seq,
    })
    .execute()
  await addEvent(db, c, 'issued', by, c.issuedAt)
}

/** False when somebody else acted meanwhile. Its key is gone with it. */
export async function revoke(db: Database, c: Certificate, reason: Reason, by: string, at: Instant): Promise<boolean> {
  const after: Certificate = { ...c, revokedAt: at, revokedReason: reason, seq: c.seq + 1 }
  const { numUpdatedRows } = await db
    .updateTable('mark_certificate')
    .set({ revoked_at: at, revoked_reason: reason, sealed_key: null, seq: after.seq })
    .where('id', '=', c.id)
    .where('seq', '=', c.seq)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await addEvent(db, after, 'revoked', by, at)
  return true
}

/** The leaf commits to the certificate itself, by its hash, and to who acted apart from it. */
async function addEvent(db: Database, c: Certificate, verb: string, by: string, at: Instant): Promise<void> {
  const { leaf, salts } = await addLeaf(db, {
    type: `mark-certificate.${verb}`,
    subject: c.serial,
    at,
    groups: {
      act: { by, reason: c.revokedReason },
      certificate: { serial: c.serial, fingerprint: c.fingerprint, aiId: c.aiId },
    },
  })
  const data = { reason: c.revokedReason, leaf, salts }
  await db.insertInto('mark_certificate_event').values({ certificate: c.id, seq: c.seq, verb, by, at, data }).execute()
}

/** Of one system, the newest first. */
export async function listCertificates(db: Database, system: SystemId): Promise<Certificate[]> {
  const rows = await db
    .selectFrom('mark_certificate')
    .select(COLUMNS)
    .where('system', '=', system)
    .orderBy('issued_at', 'desc')
    .execute()
  return rows.map(asCertificate)
}

export async function findCertificate(db: Database, id: string): Promise<Certificate | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('mark_certificate').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && asCertificate(row)
}

export async function findSealedKey(db: Database, id: string): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('mark_certificate').select('sealed_key').where('id', '=', id).executeTakeFirst()
  return row?.sealed_key ?? undefined
}

/** Keys of certificates that ended are of no use to anybody but a thief. */
export async function dropDeadKeys(db: Database, now: Instant): Promise<void> {
  await db
    .updateTable('mark_certificate')
    .set({ sealed_key: null })
    .where('not_after', '<', now)
    .where('sealed_key', 'is not', null)
    .execute()
}

// ————— what anyone may read —————

export type Shown = Omit<Certificate, 'id' | 'party' | 'system' | 'seq'> & {
  readonly state: ReturnType<typeof PublicState.parse> | null
}

const asShown = (r: Selectable<PublicMarkCertificateRow> & { state: string | null }): Shown => ({
  ...{ aiId: r.ai_id, serial: r.serial, fingerprint: r.fingerprint, der: r.der, issuer: r.issuer },
  ...{ organisation: r.organisation, notBefore: r.not_before, notAfter: r.not_after, issuedAt: r.issued_at },
  ...{ revokedAt: r.revoked_at, revokedReason: r.revoked_reason === null ? null : Reason.parse(r.revoked_reason) },
  state: r.state === null ? null : PublicState.parse(r.state),
})

const shown = (reader: Database) =>
  reader
    .selectFrom('public_mark_certificate as c')
    .leftJoin('register_entry as e', 'e.ai_id', 'c.ai_id')
    .selectAll('c')
    .select('e.state')

export async function findShown(reader: Database, serial: string): Promise<Shown | undefined> {
  const row = await shown(reader).where('c.serial', '=', serial).executeTakeFirst()
  return row && asShown(row)
}

/** The latest, of one system or of all. */
export async function listShown(reader: Database, aiId: string | undefined, most: number): Promise<Shown[]> {
  const all = shown(reader).orderBy('c.issued_at', 'desc').orderBy('c.serial').limit(most)
  const rows = await (aiId === undefined ? all : all.where('c.ai_id', '=', aiId)).execute()
  return rows.map(asShown)
}

/** Revoked ones that would otherwise still hold, under this issuer. */
export async function listRevoked(
  reader: Database,
  issuer: Uint8Array,
  now: Instant,
): Promise<{ readonly serial: string; readonly at: Instant; readonly reason: Reason }[]> {
  const rows = await reader
    .selectFrom('public_mark_certificate')
    .select(['serial', 'revoked_at', 'revoked_reason'])
    .where('revoked_at', 'is not', null)
    .where('not_after', '>', now)
    .where('issuer', '=', Buffer.from(issuer))
    .orderBy(sql`serial`)
    .execute()
  return rows.map((r) => ({ serial: r.serial, at: r.revoked_at ?? now, reason: Reason.parse(r.revoked_reason) }))
}
