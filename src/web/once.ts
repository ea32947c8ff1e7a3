import { sql } from 'kysely'
import { addDays, dayOf, endOfDay, type Instant } from '../base/day.ts'
import type { JsonObject } from '../db/json.ts'
import type { Database } from '../db/kit.ts'

/** What is sent, whole: kept beside the act, so that a repeated request gets the same bytes. */
export interface Sent {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** A request that may come twice: `scope` is who, method and path; `request` the hash of its body. */
export interface Once {
  readonly scope: string
  readonly key: string
  readonly request: string
}

/**
 * Takes the right to answer this key until the transaction ends; false when another request holds it just now.
 * Forms wait for their turn instead (`wait`): a double click then finds the answer of the first.
 */
export async function claim(trx: Database, { scope, key }: Once, wait: boolean): Promise<boolean> {
  const lock = sql`hashtextextended(${`${scope} ${key}`}, 0)`
  if (wait) {
    await sql`select pg_advisory_xact_lock(${lock})`.execute(trx)
    return true
  }
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(${lock}) as got`.execute(trx)
  return rows[0]?.got === true
}

/** What was answered before, if anything; `other` when the key came with another body. */
export async function answeredBefore(trx: Database, once: Once): Promise<Sent | 'other' | undefined> {
  const row = await trx
    .selectFrom('answered')
    .selectAll()
    .where('scope', '=', once.scope)
    .where('key', '=', once.key)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (row.request !== once.request) return 'other'
  return { status: row.status, headers: row.headers as Record<string, string>, body: row.body }
}

const WEEK = 8

/** Keeps the answer in the transaction of the act; `record` for as long as the record, else at least seven days. */
export async function keepAnswer(
  trx: Database,
  once: Once,
  sent: Sent,
  keep: 'week' | 'record',
  now: Instant,
): Promise<void> {
  await trx
    .insertInto('answered')
    .values({
      ...once,
      status: sent.status,
      headers: sent.headers as JsonObject,
      body: Buffer.from(sent.body),
      at: now,
      keep_until: keep === 'record' ? null : endOfDay(addDays(dayOf(now), WEEK)),
    })
    .execute()
}

/** Drops answers whose time is over. Called now and then; nothing depends on it. */
export const forgetAnswers = (db: Database, now: Instant) =>
  db.deleteFrom('answered').where('keep_until', '<', now).execute()
