import { sql } from 'kysely'
import type { Database } from '../../db/kit.ts'

/** Which entry of the public log an act left, and what opens its public part. Null where it left none of that kind. */
export interface Sealed {
  readonly leaf: string | null
  readonly salt: string | null
}

interface Named {
  readonly aiId: string
}

type Batches<T> = AsyncIterable<readonly T[]>

/** Beside each record the latest act on it. */
export async function* withRecordLeaves<T extends Named>(db: Database, batches: Batches<T>): Batches<T & Sealed> {
  for await (const batch of batches) {
    const ids = batch.map(({ aiId }) => aiId)
    const { rows } = await sql<Named & Sealed>`
      select ai_id as "aiId", leaf, public_salt as salt from register_leaf
      where ai_id = any(${ids}::text[]) and public_salt is not null`.execute(db)
    const found = new Map(rows.map((row) => [row.aiId, row]))
    yield batch.map((one) => sealed(one, found.get(one.aiId)))
  }
}

/** Beside each step its own act. */
export async function* withStepLeaves<T extends Named & { readonly seq: number }>(
  db: Database,
  batches: Batches<T>,
): Batches<T & Sealed> {
  for await (const batch of batches) {
    const [ids, seqs] = [batch.map(({ aiId }) => aiId), batch.map(({ seq }) => seq)]
    const { rows } = await sql<Named & Sealed & { readonly seq: number }>`
      select ai_id as "aiId", seq, leaf, history_salt as salt from register_leaf
      where (ai_id, seq) in (select * from unnest(${ids}::text[], ${seqs}::int[]))`.execute(db)
    const found = new Map(rows.map((row) => [`${row.aiId} ${row.seq}`, row]))
    yield batch.map((one) => sealed(one, found.get(`${one.aiId} ${one.seq}`)))
  }
}

const sealed = <T>(one: T, found: Sealed | undefined): T & Sealed => ({
  ...one,
  leaf: found?.leaf ?? null,
  salt: found?.salt ?? null,
})
