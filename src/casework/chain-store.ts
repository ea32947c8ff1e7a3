import type { UnitId } from '../base/actor.ts'
import type { Instant } from '../base/day.ts'
import type { Database } from '../db/kit.ts'
import type { CaseFile, CaseId } from './schema.ts'
import { asFile } from './store.ts'

/** What a file may arise from and is no file itself. */
export interface Source {
  readonly number: string
  /** Its page, below /vi and /en. */
  readonly path: string
  readonly unit: UnitId
}

export async function insertSource(db: Database, { number, path, unit }: Source, at: Instant): Promise<void> {
  await db
    .insertInto('casefile_source')
    .values({ number, path, unit, noted_at: at })
    .onConflict((c) => c.column('number').doNothing())
    .execute()
}

export async function findSource(db: Database, number: string): Promise<Source | undefined> {
  const row = await db.selectFrom('casefile_source').selectAll().where('number', '=', number).executeTakeFirst()
  return row && { number: row.number, path: row.path, unit: row.unit as UnitId }
}

export async function insertOrigin(db: Database, file: CaseId, number: string): Promise<void> {
  await db.insertInto('casefile_origin').values({ file, number }).execute()
}

export async function findOrigin(db: Database, file: CaseId): Promise<string | undefined> {
  const row = await db.selectFrom('casefile_origin').select('number').where('file', '=', file).executeTakeFirst()
  return row?.number
}

/** A file by its number alone, whatever its procedure. */
export async function findAny(db: Database, number: string): Promise<CaseFile | undefined> {
  const row = await db.selectFrom('casefile').selectAll().where('number', '=', number).executeTakeFirst()
  return row && asFile(row)
}

/** What arose from a file or a source, oldest first; at most 200. */
export async function listArisen(db: Database, number: string): Promise<CaseFile[]> {
  const rows = await db
    .selectFrom('casefile_origin as o')
    .innerJoin('casefile as f', 'f.id', 'o.file')
    .selectAll('f')
    .where('o.number', '=', number)
    .orderBy('f.opened_at')
    .limit(200)
    .execute()
  return rows.map(asFile)
}
