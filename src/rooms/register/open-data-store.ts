import { sql } from 'kysely'
import type { Database } from '../../db/kit.ts'
import { PublicSystem } from '../systems/schema.ts'
import { BEGINNING, type ChangeItem, type Step } from './schema.ts'
import { asHistory } from './store.ts'

const BATCH = 250

/** Steps after a place, oldest first, and the place of each. */
export interface Steps {
  readonly items: readonly ChangeItem[]
  readonly last: Step
  readonly more: boolean
}

/**
 * What happened to public records after a place. Only what is settled is told: while an older transaction runs, what
 * came after it waits, so that nothing can appear behind a reader who has passed.
 */
export async function listSteps(db: Database, after: Step, limit: number): Promise<Steps> {
  const { rows } = await sql<StepRow>`
    select ai_id, seq, verb, at, public, change, n from register_event
    where (change, n) > (${after.change}::bigint, ${after.n}::bigint) and change < (select changes_settled())
    order by change, n limit ${limit + 1}`.execute(db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1) ?? after
  return {
    items: shown.map((row) => ({ aiId: row.ai_id, ...asHistory(row) })),
    last: { change: last.change, n: last.n },
    more: rows.length > limit,
  }
}

interface StepRow extends Step {
  readonly ai_id: string
  readonly seq: number
  readonly verb: string
  readonly at: string
  readonly public: unknown
}

const LOCK = 7_262_020

/**
 * Runs on one unchanging view of the public data; gives nothing when another export has the turn. The lock ends with the
 * transaction, however it ends.
 */
export function inSnapshot<T>(db: Database, run: (view: Database) => Promise<T>): Promise<T | undefined> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (view) => {
      const { rows } = await sql<{ turn: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as turn`.execute(view)
      return rows[0]?.turn === true ? run(view) : undefined
    })
}

/** Every public record by its AI-ID, a batch at a time. */
export async function* streamRecords(db: Database): AsyncIterable<readonly PublicSystem[]> {
  for (let after = ''; ; ) {
    const { rows } = await sql<{ readonly ai_id: string; readonly public: unknown }>`
      select ai_id, public from register_entry where ai_id > ${after} order by ai_id limit ${BATCH}`.execute(db)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map((row) => PublicSystem.parse(row.public))
    after = last.ai_id
  }
}

/** Every settled step, oldest first, a batch at a time. */
export async function* streamSteps(db: Database): AsyncIterable<readonly ChangeItem[]> {
  for (let after: Step = BEGINNING; ; ) {
    const { items, last, more } = await listSteps(db, after, BATCH)
    if (items.length > 0) yield items
    if (!more) return
    after = last
  }
}

/** The last step that is settled. */
export async function findLastStep(db: Database): Promise<Step> {
  const { rows } = await sql<Step>`
    select change, n from register_event where change < (select changes_settled())
    order by change desc, n desc limit 1`.execute(db)
  return rows[0] ?? BEGINNING
}
