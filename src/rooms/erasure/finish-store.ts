import { sql } from 'kysely'
import type { Instant } from '../../base/day.ts'
import type { Database } from '../../db/kit.ts'
import { PublicEvent } from '../systems/schema.ts'
import { Field, type Kind } from './schema.ts'

/** A tombstone whose erasure has not reached the published editions yet. */
export interface Unfinished {
  readonly number: string
  readonly kind: Kind
  readonly subject: string
  readonly fields: readonly Field[]
  readonly at: Instant
}

export async function listUnfinished(db: Database): Promise<Unfinished[]> {
  const rows = await db
    .selectFrom('tombstone as t')
    .innerJoin('tombstone_work as w', 'w.tombstone', 't.number')
    .select(['t.number', 't.kind', 't.subject', 't.fields', 't.at'])
    .where('w.reissued_at', 'is', null)
    .orderBy('t.number')
    .limit(1000)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Kind, fields: row.fields.map((field) => Field.parse(field)) }))
}

/** A group of a system's act that published rows may still show. */
export interface Gone {
  readonly tombstone: string
  /** The hash of the entry, as rows name it. */
  readonly leaf: string
  readonly name: 'public' | 'history'
  readonly salt: string | null
  /** What is left of the public step. */
  readonly left: PublicEvent | null
}

export async function listGone(db: Database, numbers: readonly string[]): Promise<Gone[]> {
  const { rows } = await sql<Gone>`
    select g.tombstone, encode(sha256('\\x00'::bytea || l.body), 'hex') as leaf, g.name, g.salt, e.public as left
    from tombstone_group g
    join log_leaf l on l.id = g.act
    join tombstone t on t.number = g.tombstone
    join system s on s.ai_id = t.subject
    join system_event e on e.system = s.id and e.data ->> 'leaf' = g.act::text
    where g.tombstone = any(${[...numbers]}::text[]) and g.name in ('public', 'history')`.execute(db)
  return rows.map((row) => ({ ...row, left: row.left === null ? null : PublicEvent.parse(row.left) }))
}

/** The numbers among these of files of which something was ever published. */
export async function listPublished(db: Database, numbers: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('casefile_public')
    .select('number')
    .where('number', 'in', [...numbers])
    .union(
      db
        .selectFrom('supervision_order')
        .select('number')
        .where('number', 'in', [...numbers])
        .where('public_reason', 'is not', null),
    )
    .execute()
  return rows.map(({ number }) => number)
}

export async function markReissued(db: Database, numbers: readonly string[], at: Instant): Promise<void> {
  await db
    .updateTable('tombstone_work')
    .set({ reissued_at: at })
    .where('tombstone', 'in', [...numbers])
    .execute()
}
