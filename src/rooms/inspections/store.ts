import { type Selectable, sql } from 'kysely'
import type { PartyId, UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { CaseId } from '../../casework/schema.ts'
import type { Database } from '../../db/kit.ts'
import type { InspectionVisitRow } from '../../db/tables.ts'
import type { SystemId } from '../systems/schema.ts'
import type { Due, Visit, WantedRecord } from './schema.ts'

const asVisit = (r: Selectable<InspectionVisitRow>): Visit => ({
  ...{ file: r.file as CaseId, number: r.number, kind: r.kind as Visit['kind'], party: r.party as PartyId },
  ...{ unit: r.unit as UnitId, system: r.system as SystemId, level: r.level as Visit['level'] },
  ...{ ground: r.ground as Visit['ground'], state: r.state, announcedAt: r.announced_at },
  ...{ concludedAt: r.concluded_at, outcomes: r.outcomes as unknown as Visit['outcomes'], planned: r.planned },
  ...{ publishedAt: r.published_at, withheldAt: r.withheld_at, closedAt: r.closed_at, changedAt: r.changed_at },
})

/** Keeps a visit as its file stands: new with the announcement, changed by every later step. */
export async function keepVisit(db: Database, v: Visit): Promise<void> {
  const changing = {
    ...{ state: v.state, concluded_at: v.concludedAt, outcomes: [...v.outcomes], planned: v.planned },
    ...{ published_at: v.publishedAt, withheld_at: v.withheldAt, closed_at: v.closedAt, changed_at: v.changedAt },
  }
  await db
    .insertInto('inspection_visit')
    .values({
      ...changing,
      ...{ file: v.file, number: v.number, kind: v.kind, party: v.party, unit: v.unit, system: v.system },
      ...{ level: v.level, ground: v.ground, announced_at: v.announcedAt },
    })
    .onConflict((c) => c.column('file').doUpdateSet(changing))
    .execute()
}

export async function findVisit(db: Database, file: CaseId): Promise<Visit | undefined> {
  const row = await db.selectFrom('inspection_visit').selectAll().where('file', '=', file).executeTakeFirst()
  return row && asVisit(row)
}

// ————— records —————

export async function listRecords(db: Database, file: CaseId): Promise<WantedRecord[]> {
  const rows = await db.selectFrom('inspection_record').selectAll().where('file', '=', file).orderBy('n').execute()
  return rows.map((r) => ({
    ...{ n: r.n, what: r.what, askedStep: r.asked_step, givenStep: r.given_step, how: r.how as WantedRecord['how'] },
  }))
}

export async function insertRecords(
  db: Database,
  file: CaseId,
  askedStep: number,
  from: number,
  all: readonly string[],
): Promise<void> {
  await db
    .insertInto('inspection_record')
    .values(all.map((what, n) => ({ file, n: from + n, what, asked_step: askedStep })))
    .execute()
}

export async function giveRecords(
  db: Database,
  file: CaseId,
  numbers: readonly number[],
  step: number,
  how: 'portal' | 'hand',
): Promise<void> {
  await db
    .updateTable('inspection_record')
    .set({ given_step: step, how })
    .where('file', '=', file)
    .where('n', 'in', [...numbers])
    .execute()
}

// ————— the periodic plan —————

/** `since`: the last check, or the day of record where there was none. */
export type Waiting = Omit<Due, 'due'> & { readonly since: Instant }

/**
 * High-risk systems in use whose last check, or day of record, lies before `before`, the longest waiting first. The
 * level stands in the query: nothing else can ever come into the plan (Law art. 10.5).
 */
export async function listWaiting(
  db: Database,
  before: Instant,
  limit: number,
  offset: number,
): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select s.id as system, s.ai_id as "aiId", s.name, p.name as provider, v.announced_at as last, v.number as "lastNumber",
      coalesce(v.announced_at, s.recorded_at) as since
    from system s join party p on p.id = s.provider
    left join lateral (
      select announced_at, number from inspection_visit where system = s.id order by announced_at desc limit 1
    ) v on true
    where s.level = 'high' and s.state = 'in-use' and s.ai_id is not null
      and coalesce(v.announced_at, s.recorded_at) < ${before}
    order by coalesce(v.announced_at, s.recorded_at), s.ai_id limit ${limit} offset ${offset}`.execute(db)
  return rows
}
