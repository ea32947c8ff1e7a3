import { sql } from 'kysely'
import type { Json } from '../../base/canonical.ts'
import type { Database } from '../../db/kit.ts'

/** A leaf and what opens its groups, as the act itself keeps them. */
export interface Kept {
  readonly leaf: string
  readonly salts: Readonly<Record<string, string>>
}

/** Which groups of an act were erased, each by the leaf of the tombstone that did it. */
export async function findTombstones(db: Database, leaf: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('tombstone_group as g')
    .innerJoin('tombstone as t', 't.number', 'g.tombstone')
    .select(['g.name', 't.leaf'])
    .where('g.act', '=', leaf)
    .execute()
  return new Map(rows.map((row) => [row.name, row.leaf]))
}

/** The act by which this version of a dossier came on the record: the one a notice was issued with. */
export async function findVersionLeaf(db: Database, system: string, version: number, hash: string) {
  const { rows } = await sql<Kept>`
    select data ->> 'leaf' as leaf, data -> 'salts' as salts from system_event
    where system = ${system}::uuid and data ->> 'dossierHash' = ${hash} and (data ->> 'version')::int = ${version}
    order by seq limit 1`.execute(db)
  return rows[0]
}

/** A step of a file, with the salts its paper keeps; after the paper was erased there are none. */
export async function findStepLeaf(db: Database, file: string, seq: number): Promise<Kept | undefined> {
  const row = await db
    .selectFrom('casefile_event as e')
    .leftJoin('casefile_paper as p', (join) => join.onRef('p.file', '=', 'e.file').onRef('p.seq', '=', 'e.seq'))
    .select(['e.leaf', 'p.salts'])
    .where('e.file', '=', file)
    .where('e.seq', '=', seq)
    .executeTakeFirst()
  return row && { leaf: row.leaf, salts: (row.salts ?? {}) as Kept['salts'] }
}

/** The latest act on a record of the register, and what the register shows since. */
export async function findRecordLeaf(db: Database, aiId: string) {
  const { rows } = await sql<Kept & { readonly shown: Json }>`
    select e.data ->> 'leaf' as leaf, e.data -> 'salts' as salts, s.public as shown
    from system s join system_event e on e.system = s.id and e.seq = s.seq
    where s.ai_id = ${aiId}`.execute(db)
  return rows[0]
}
