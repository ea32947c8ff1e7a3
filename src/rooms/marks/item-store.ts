import { type Selectable, sql } from 'kysely'
import type { PartyId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import { sha256 } from '../../base/hash.ts'
import { addLeaf } from '../../db/leaf.ts'
import type { Database } from '../../db/kit.ts'
import type { MarkItemRow, PublicMarkItemRow } from '../../db/tables.ts'
import { ALIKE, type Hashes } from '../../mark/phash.ts'
import { type SystemId } from '../systems/schema.ts'
import { type Item, PublicItem } from './item-schema.ts'
import { Statement } from './signing-schema.ts'

const hashesOf = (r: { phash: string | null; dhash: string | null; pdq: string | null }): Hashes | null =>
  r.phash === null || r.dhash === null || r.pdq === null ? null : { phash: r.phash, dhash: r.dhash, pdq: r.pdq }

const asItem = (r: Selectable<MarkItemRow>): Item => ({
  ...{ id: r.id, contentId: r.content_id, party: r.party as PartyId, system: r.system as SystemId },
  ...{ certificate: r.certificate, aiId: r.ai_id, statement: Statement.parse(r.statement), type: r.type },
  ...{ sha256: r.sha256, hashes: hashesOf(r), manifestId: r.manifest_id, manifest: r.manifest },
  ...{ registeredAt: r.registered_at, withdrawnAt: r.withdrawn_at, seq: r.seq },
})

/** False when the content id is taken. */
export async function insertItem(db: Database, item: Item, by: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('mark_item')
    .values({
      ...{ id: item.id, content_id: item.contentId, party: item.party, system: item.system, ai_id: item.aiId },
      ...{ certificate: item.certificate, statement: item.statement, type: item.type, sha256: item.sha256 },
      ...{ phash: item.hashes?.phash ?? null, dhash: item.hashes?.dhash ?? null, pdq: item.hashes?.pdq ?? null },
      ...{ manifest_id: item.manifestId, manifest: item.manifest === null ? null : Buffer.from(item.manifest) },
      ...{ registered_at: item.registeredAt, seq: item.seq },
    })
    .onConflict((conflict) => conflict.column('content_id').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await addEvent(db, item, 'registered', by, item.registeredAt)
  return true
}

/** It leaves the view of everybody; that it was registered stays on the record. */
export async function withdraw(db: Database, item: Item, by: string, at: Instant): Promise<boolean> {
  const after: Item = { ...item, withdrawnAt: at, seq: item.seq + 1 }
  const { numUpdatedRows } = await db
    .updateTable('mark_item')
    .set({ withdrawn_at: at, seq: after.seq })
    .where('id', '=', item.id)
    .where('seq', '=', item.seq)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await addEvent(db, after, 'withdrawn', by, at)
  return true
}

async function addEvent(db: Database, item: Item, verb: string, by: string, at: Instant): Promise<void> {
  const { leaf, salts } = await addLeaf(db, {
    type: `mark-item.${verb}`,
    subject: item.contentId,
    at,
    groups: {
      act: { by },
      item: {
        ...{ contentId: item.contentId, aiId: item.aiId, statement: item.statement, type: item.type },
        ...{ sha256: item.sha256, phash: item.hashes?.phash ?? null, dhash: item.hashes?.dhash ?? null },
        ...{ pdq: item.hashes?.pdq ?? null, manifest: item.manifest === null ? null : sha256(item.manifest) },
      },
    },
  })
  const data = { leaf, salts }
  await db.insertInto('mark_item_event').values({ item: item.id, seq: item.seq, verb, by, at, data }).execute()
}

export async function findItem(db: Database, contentId: string): Promise<Item | undefined> {
  const row = await db.selectFrom('mark_item').selectAll().where('content_id', '=', contentId).executeTakeFirst()
  return row && asItem(row)
}

/** Items of one system that stand, the latest first. */
export async function listItems(db: Database, system: SystemId, most: number): Promise<Item[]> {
  const rows = await db
    .selectFrom('mark_item')
    .selectAll()
    .where('system', '=', system)
    .where('withdrawn_at', 'is', null)
    .orderBy('registered_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(asItem)
}

// ————— what anyone may read —————

const asPublic = (r: Omit<Selectable<PublicMarkItemRow>, 'manifest'>): PublicItem =>
  PublicItem.parse({
    ...{ contentId: r.content_id, aiId: r.ai_id, provider: r.provider, statement: r.statement, type: r.type },
    ...{ sha256: r.sha256, hashes: hashesOf(r), manifestId: r.manifest_id, registeredAt: r.registered_at },
    ...{ system: r.system_state, certificate: r.serial, revokedAt: r.revoked_at },
  })

const SHOWN = [
  ...(['content_id', 'ai_id', 'statement', 'type', 'sha256', 'phash', 'dhash', 'pdq', 'manifest_id'] as const),
  ...(['registered_at', 'provider', 'system_state', 'serial', 'revoked_at'] as const),
] as const

export async function findPublicItem(reader: Database, contentId: string): Promise<PublicItem | undefined> {
  const row = await reader
    .selectFrom('public_mark_item')
    .select(SHOWN)
    .where('content_id', '=', contentId)
    .executeTakeFirst()
  return row && asPublic(row)
}

export async function findManifest(reader: Database, manifestId: string): Promise<Uint8Array | undefined> {
  const row = await reader
    .selectFrom('public_mark_item')
    .select('manifest')
    .where('manifest_id', '=', manifestId)
    .executeTakeFirst()
  return row?.manifest ?? undefined
}

export interface Alike {
  readonly manifestId: string
  /** In how many of all 384 bits it differs. */
  readonly apart: number
}

/** Registered pictures that look alike: two of the three hashes agree (`sameImage`), the nearest first. */
export async function listAlike(reader: Database, { phash, dhash, pdq }: Hashes, most: number): Promise<Alike[]> {
  const apart = (column: string, hex: string) => {
    const bits = sql.lit(hex.length * 4)
    return sql<number>`bit_count(('x' || ${sql.ref(column)})::bit(${bits}) # ('x' || ${hex}::text)::bit(${bits}))`
  }
  const { rows } = await sql<{ manifest_id: string; apart: number }>`
    select manifest_id, p + d + q as apart from (
      select manifest_id, ${apart('phash', phash)} as p, ${apart('dhash', dhash)} as d, ${apart('pdq', pdq)} as q
      from public_mark_item where phash is not null and manifest_id is not null offset 0
    ) near
    where (p <= ${ALIKE.phash})::int + (d <= ${ALIKE.dhash})::int + (q <= ${ALIKE.pdq})::int >= 2
    order by 2, 1 limit ${most}`.execute(reader)
  return rows.map((r) => ({ manifestId: r.manifest_id, apart: Number(r.apart) }))
}
