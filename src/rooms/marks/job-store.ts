import { type Selectable, sql } from 'kysely'
import type { PartyId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Refusal } from '../../base/outcome.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import type { MarkJobRow } from '../../db/tables.ts'
import { isId, type SystemId } from '../systems/schema.ts'
import { type Became, type Job, JobState, type LineRead, type Settled } from './job-schema.ts'

const asJob = (r: Selectable<MarkJobRow>): Job => ({
  ...{ id: r.id, party: r.party as PartyId, system: r.system as SystemId, aiId: r.ai_id, key: r.key },
  ...{ state: JobState.parse(r.state), lines: r.lines, seen: r.seen, signed: r.signed, refused: r.refused },
  ...{ createdAt: r.created_at, dueAt: r.due_at, keepUntil: r.keep_until },
})

export interface Held {
  readonly jobs: number
  /** Lines of all of them that are still to be dealt with. */
  readonly waiting: number
}

/** What an organisation has under way. Two orders at a time are counted one after the other. */
export async function countHeld(db: Database, party: PartyId, now: Instant): Promise<Held> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mark_job ${party}`}, 0))`.execute(db)
  const row = await db
    .selectFrom('mark_job')
    .select((e) => [
      e.fn.countAll<number>().as('jobs'),
      sql<number>`coalesce(sum(lines - signed - refused), 0)::int`.as('waiting'),
    ])
    .where('party', '=', party)
    .where('keep_until', '>', now)
    .executeTakeFirstOrThrow()
  return row
}

type Unnumbered = Omit<Job, 'state' | 'lines' | 'seen' | 'signed' | 'refused'>

export const insertJob = (db: Database, job: Unnumbered & { readonly lines: number }): Promise<unknown> =>
  db
    .insertInto('mark_job')
    .values({
      ...{ id: job.id, party: job.party, system: job.system, ai_id: job.aiId, key: job.key, state: 'waiting' },
      ...{ lines: job.lines, created_at: job.createdAt, changed_at: job.createdAt, due_at: job.dueAt },
      keep_until: job.keepUntil,
    })
    .execute()

/** Lines as they were read: a claim waits, a line that could not be taken has its refusal already. */
export const insertLines = (
  db: Database,
  job: string,
  lines: readonly LineRead[],
  refusal: (read: { readonly fault: string }) => Refusal,
): Promise<unknown> =>
  db
    .insertInto('mark_job_line')
    .values(
      lines.map((read) => ({
        ...{ job, line: read.line, ref: read.ref },
        claim: 'claim' in read ? Buffer.from(read.claim) : null,
        refusal: 'fault' in read ? json(refusal(read)) : null,
      })),
    )
    .execute()

const standing = (db: Database, now: Instant) => db.selectFrom('mark_job').selectAll().where('keep_until', '>', now)

export async function findJob(db: Database, id: string, now: Instant): Promise<Job | undefined> {
  if (!isId(id)) return undefined
  const row = await standing(db, now).where('id', '=', id).executeTakeFirst()
  return row && asJob(row)
}

/** Jobs of one system, the latest first. */
export async function listJobs(db: Database, system: SystemId, now: Instant, most: number): Promise<Job[]> {
  const rows = await standing(db, now).where('system', '=', system).orderBy('created_at', 'desc').limit(most).execute()
  return rows.map(asJob)
}

/** Ends a job and erases its lines. Waits for a step that is being done in it. */
export const deleteJob = (db: Database, id: string): Promise<unknown> =>
  db.deleteFrom('mark_job').where('id', '=', id).execute()

/** Erases jobs whose time is over, with their lines. */
export const dropOldJobs = (db: Database, now: Instant): Promise<unknown> =>
  db.deleteFrom('mark_job').where('keep_until', '<=', now).execute()

// ————— working —————

/**
 * The job that has waited longest, held until the transaction ends: nobody else works on it meanwhile, and whoever dies
 * lets go of it. Others take the next one.
 */
export async function takeUp(db: Database, now: Instant): Promise<Job | undefined> {
  const row = await standing(db, now)
    .where('state', '!=', 'done')
    .where('due_at', '<=', now)
    .orderBy('changed_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row && asJob(row)
}

export interface Waiting {
  readonly line: number
  readonly claim: Uint8Array | null
}

/** The lines behind the last one that was dealt with, in their order. */
export async function nextLines(db: Database, { id, seen }: Job, most: number): Promise<Waiting[]> {
  return db
    .selectFrom('mark_job_line')
    .select(['line', 'claim'])
    .where('job', '=', id)
    .where('line', '>', seen)
    .orderBy('line')
    .limit(most)
    .execute()
}

/** Writes what became of claims. The claim itself has done its work and goes. */
export async function settleLines(db: Database, job: string, all: readonly Became[]): Promise<void> {
  if (all.length === 0) return
  const signature = (one: Became) => ('signature' in one ? one.signature : undefined)
  await sql`
    update mark_job_line l
    set claim = null, cose = r.cose, serial = r.serial, content_id = r.content_id, refusal = r.refusal
    from unnest(
      ${all.map(({ line }) => line)}::int[],
      ${all.map((one) => asBytes(signature(one)?.cose))}::bytea[],
      ${all.map((one) => signature(one)?.serial ?? null)}::text[],
      ${all.map((one) => signature(one)?.contentId ?? null)}::text[],
      ${all.map((one) => ('refusal' in one ? JSON.stringify(one.refusal) : null))}::jsonb[]
    ) as r (line, cose, serial, content_id, refusal)
    where l.job = ${job}::uuid and l.line = r.line`.execute(db)
}
const asBytes = (bytes: Uint8Array | undefined): Buffer | null => (bytes === undefined ? null : Buffer.from(bytes))

export interface Progress {
  readonly state: Job['state']
  readonly seen: number
  readonly signed: number
  readonly refused: number
  readonly dueAt: Instant
  readonly keepUntil: Instant
}

/** How far the job is now. The next turn is for whoever has waited longer. */
export const moveOn = (db: Database, id: string, to: Progress, at: Instant): Promise<unknown> =>
  db
    .updateTable('mark_job')
    .set({
      ...{ state: to.state, seen: to.seen, signed: to.signed, refused: to.refused, changed_at: at },
      ...{ due_at: to.dueAt, keep_until: to.keepUntil },
    })
    .where('id', '=', id)
    .execute()

/** Something failed in it: others first, then it is tried again. */
export const putOff = (db: Database, id: string, until: Instant, at: Instant): Promise<unknown> =>
  db.updateTable('mark_job').set({ due_at: until, changed_at: at }).where('id', '=', id).execute()

// ————— results —————

/** Lines that were dealt with, behind a line, in their order. */
export async function listSettled(
  db: Database,
  { id, seen }: Job,
  after: number,
  most: number,
): Promise<readonly Settled[]> {
  const rows = await db
    .selectFrom('mark_job_line')
    .select(['line', 'ref', 'cose', 'serial', 'content_id', 'refusal'])
    .where('job', '=', id)
    .where('line', '>', after)
    .where('line', '<=', seen)
    .orderBy('line')
    .limit(most)
    .execute()
  return rows.map(({ line, ref, cose, serial, content_id: contentId, refusal }) => {
    if (cose !== null && serial !== null && contentId !== null)
      return { line, ref, signature: { cose, serial, contentId } }
    return { line, ref, refusal: refusal as unknown as Refusal }
  })
}
