import { type RawBuilder, sql } from 'kysely'
import type { AccountId, PartyId, UnitId } from '../base/actor.ts'
import type { Instant } from '../base/day.ts'
import type { Lang } from '../base/text.ts'
import type { Database } from '../db/kit.ts'
import type { DeskQuery, Group, Place } from './desk.ts'
import type { CaseFile, ClockKept, Holder, Side } from './schema.ts'

// What lists, reminders and calendars ask of the database.

interface StateName {
  readonly procedure: string
  readonly state: string
}

const isFinal = (finals: readonly StateName[]): RawBuilder<boolean> =>
  sql<boolean>`(f.procedure, f.state) in (select * from unnest(
    ${finals.map((f) => f.procedure)}::text[], ${finals.map((f) => f.state)}::text[]))`

// ————— the queue of a unit —————

/** Whose desk, and by what clock it is read. */
export interface DeskOf {
  readonly unit: UnitId
  readonly account: AccountId
  readonly at: Instant
  readonly soonUntil: Instant
  readonly procedures: readonly string[]
  readonly finals: readonly StateName[]
}

/** What the queue shows of a file: nothing of what it says. */
export interface DeskRow
  extends Pick<CaseFile, 'id' | 'number' | 'procedure' | 'unit' | 'officer' | 'state' | 'subject' | 'asked'> {
  readonly holder: Holder
  readonly heldSince: Instant
  /** The earliest of the law's own clocks that nobody has met, else the earliest aim (`pressing` in due.ts). */
  readonly due: Instant | null
  readonly part: 'lead' | 'copy'
}

/** Every file a unit leads or keeps a view of, with what the filters look at. `legal` sorts before `target`. */
const deskFiles = ({ unit, account, at, soonUntil, procedures, finals }: DeskOf) => sql`
  select f.id, f.number, f.procedure, f.unit, f.officer, f.state, f.subject, f.asked, f.holder, f.held_since,
    d.due_at, ${isFinal(finals)} as closed,
    case when f.unit = ${unit} then 'lead' else 'copy' end as part,
    case when f.officer = ${account} then 'mine' when f.officer is null then 'nobody' else 'others' end as whose,
    case when d.due_at < ${at} then 'over' when d.due_at <= ${soonUntil} then 'soon' else 'calm' end as due
  from casefile f
  left join lateral (
    select c.due_at from casefile_clock c
    where c.file = f.id and c.met_at is null and c.kind in ('legal', 'target')
    order by c.kind, c.due_at limit 1
  ) d on not ${isFinal(finals)}
  where (f.unit = ${unit} or f.copies @> array[${unit}]::uuid[]) and f.procedure = any(${procedures}::text[])`

interface DeskColumns extends Omit<DeskRow, 'heldSince' | 'due'> {
  readonly held_since: Instant
  readonly due_at: Instant | null
}

/** The next of the queue: with a date before without one, then by date, then by how long they have waited. */
export async function listDesk(
  db: Database,
  desk: DeskOf,
  query: DeskQuery,
  limit: number,
  after: Place | undefined,
): Promise<DeskRow[]> {
  const holds: RawBuilder<unknown>[] = [
    sql`q.closed = ${query.closed}`,
    ...(query.procedure.length === 0 ? [] : [sql`q.procedure = any(${query.procedure}::text[])`]),
    ...(query.state.length === 0 ? [] : [sql`q.procedure || ':' || q.state = any(${query.state}::text[])`]),
    ...(query.whose === undefined ? [] : [sql`q.whose = ${query.whose}`]),
    ...(query.waiting === undefined ? [] : [sql`q.holder = ${query.waiting}`]),
    ...(query.due === undefined ? [] : [sql`q.due = ${query.due}`]),
    ...(query.part === undefined ? [] : [sql`q.part = ${query.part}`]),
    ...(after === undefined
      ? []
      : [
          sql`(coalesce(q.due_at, 'infinity'), q.held_since, q.id)
            > (${after.due ?? 'infinity'}::timestamptz, ${after.heldSince}::timestamptz, ${after.id}::uuid)`,
        ]),
  ]
  const { rows } = await sql<DeskColumns>`
    select q.id, q.number, q.procedure, q.unit, q.officer, q.state, q.subject, q.asked, q.holder, q.held_since,
      q.due_at, q.part
    from (${deskFiles(desk)}) q where ${sql.join(holds, sql` and `)}
    order by coalesce(q.due_at, 'infinity'), q.held_since, q.id limit ${limit}`.execute(db)
  return rows.map(({ held_since, due_at, ...r }) => ({ ...r, heldSince: held_since, due: due_at }))
}

/** All files of the desk, alike ones together: what the counts beside the filters are added up from. */
export async function groupDesk(db: Database, desk: DeskOf): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select q.procedure, q.state, q.whose, q.holder, q.due, q.part, q.closed, count(*)::int as n
    from (${deskFiles(desk)}) q
    group by q.procedure, q.state, q.whose, q.holder, q.due, q.part, q.closed`.execute(db)
  return rows
}

// ————— saved views —————

export interface View {
  readonly id: string
  readonly name: string
  readonly query: string
}

export const listViews = (db: Database, account: AccountId): Promise<View[]> =>
  db.selectFrom('case_view').select(['id', 'name', 'query']).where('account', '=', account).orderBy('name').execute()

/** Under a name that is there already, the filters of today replace those of then. */
export async function keepView(db: Database, view: View, account: AccountId, at: Instant): Promise<void> {
  await db
    .insertInto('case_view')
    .values({ ...view, account, made_at: at })
    .onConflict((c) => c.columns(['account', 'name']).doUpdateSet({ query: view.query, made_at: at }))
    .execute()
}

export async function dropView(db: Database, id: string, account: AccountId): Promise<void> {
  await db.deleteFrom('case_view').where('id', '=', id).where('account', '=', account).execute()
}

// ————— reminders —————

/** The share of a clock's time that has passed at that moment, as far as it is reminded of. */
const passed = (at: Instant): RawBuilder<number> =>
  sql<number>`case when c.remind_100 <= ${at} then 100 when c.remind_80 <= ${at} then 80
    when c.remind_50 <= ${at} then 50 else 0 end`

export interface ClockName {
  readonly file: string
  readonly clock: string
}

/** Running clocks that somebody should have been reminded of by now, in the order of their key. */
export async function listUnreminded(
  db: Database,
  { at, procedures, finals }: Pick<DeskOf, 'at' | 'procedures' | 'finals'>,
  limit: number,
  after: ClockName | undefined,
): Promise<ClockName[]> {
  const { rows } = await sql<ClockName>`
    select c.file, c.clock from casefile_clock c join casefile f on f.id = c.file
    where c.met_at is null and c.remind_50 <= ${at} and c.reminded < ${passed(at)}
      and f.procedure = any(${procedures}::text[]) and not ${isFinal(finals)}
      ${after === undefined ? sql`` : sql`and (c.file, c.clock) > (${after.file}::uuid, ${after.clock})`}
    order by c.file, c.clock limit ${limit}`.execute(db)
  return rows
}

export interface Running
  extends Pick<CaseFile, 'number' | 'procedure' | 'party' | 'unit' | 'officer' | 'state' | 'asked' | 'served'>,
    Pick<ClockKept, 'reckoning'> {
  readonly reminded: number
  readonly passed: number
}

/** Holds a clock that still runs until the transaction ends; nothing when another portal holds it or it was met. */
export async function holdClock(db: Database, { file, clock }: ClockName, at: Instant): Promise<Running | undefined> {
  const { rows } = await sql<Running>`
    select f.number, f.procedure, f.party, f.unit, f.officer, f.state, f.asked, f.served, c.reckoning, c.reminded,
      ${passed(at)} as passed
    from casefile_clock c join casefile f on f.id = c.file
    where c.file = ${file}::uuid and c.clock = ${clock} and c.met_at is null
    for update of c skip locked`.execute(db)
  return rows[0]
}

export async function noteReminded(db: Database, { file, clock }: ClockName, share: number): Promise<void> {
  await db
    .updateTable('casefile_clock')
    .set({ reminded: share })
    .where('file', '=', file)
    .where('clock', '=', clock)
    .execute()
}

/** Files with a running clock that was reckoned by another calendar. */
export async function listReckonedOtherwise(
  db: Database,
  calendar: string,
  { procedures, finals }: Pick<DeskOf, 'procedures' | 'finals'>,
): Promise<Pick<CaseFile, 'number' | 'procedure'>[]> {
  const { rows } = await sql<Pick<CaseFile, 'number' | 'procedure'>>`
    select distinct f.number, f.procedure from casefile_clock c join casefile f on f.id = c.file
    where c.met_at is null and c.reckoning ->> 'calendar' <> ${calendar}
      and f.procedure = any(${procedures}::text[]) and not ${isFinal(finals)}
    order by f.number`.execute(db)
  return rows
}

// ————— calendar feeds —————

/** Whose files a feed shows. */
export type FeedSide =
  | { readonly of: 'party'; readonly party: PartyId }
  | { readonly of: 'unit'; readonly unit: UnitId }

export interface Feed {
  /** The hash of its token: names the feed and does not open it. */
  readonly id: string
  /** Its last signs, so that its owners know which one it is. */
  readonly hint: string
  readonly lang: Lang
  readonly madeAt: Instant
}

const whose = (side: FeedSide) =>
  side.of === 'party' ? { party: side.party, unit: null } : { party: null, unit: side.unit }

export async function keepFeed(
  db: Database,
  { id, hint, lang, madeAt }: Feed,
  side: FeedSide,
  by: string,
): Promise<void> {
  await db
    .insertInto('case_feed')
    .values({ token_hash: id, hint, lang, made_at: madeAt, made_by: by, ...whose(side) })
    .execute()
}

/** The addresses that still open, the newest first. */
export async function listFeeds(db: Database, side: FeedSide): Promise<Feed[]> {
  const rows = await db
    .selectFrom('case_feed')
    .select(['token_hash', 'hint', 'lang', 'made_at'])
    .where(side.of, '=', side.of === 'party' ? side.party : side.unit)
    .where('revoked_at', 'is', null)
    .orderBy('made_at', 'desc')
    .execute()
  return rows.map((r) => ({ id: r.token_hash, hint: r.hint, lang: r.lang as Lang, madeAt: r.made_at }))
}

/** False when no such address of theirs opens any more. */
export async function revokeFeed(db: Database, id: string, side: FeedSide, at: Instant): Promise<boolean> {
  const result = await db
    .updateTable('case_feed')
    .set({ revoked_at: at })
    .where('token_hash', '=', id)
    .where(side.of, '=', side.of === 'party' ? side.party : side.unit)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function findFeed(
  db: Database,
  id: string,
): Promise<{ readonly side: FeedSide; readonly lang: Lang } | undefined> {
  const r = await db
    .selectFrom('case_feed')
    .select(['party', 'unit', 'lang'])
    .where('token_hash', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (r === undefined) return undefined
  const lang = r.lang as Lang
  if (r.party !== null) return { side: { of: 'party', party: r.party as PartyId }, lang }
  return { side: { of: 'unit', unit: r.unit as UnitId }, lang }
}

/** A running clock with what its calendar entry says of the file: never its subject, answers or people. */
export interface Entry extends Pick<ClockKept, 'clock' | 'kind' | 'reckoning'> {
  readonly side: Side
  readonly file: Pick<CaseFile, 'number' | 'procedure' | 'state' | 'asked' | 'seq' | 'changedAt'>
}

const MOST_ENTRIES = 2000

/** Every running clock of the files a party owns or a unit leads, the nearest first. */
export async function listEntries(
  db: Database,
  side: FeedSide,
  { procedures, finals }: Pick<DeskOf, 'procedures' | 'finals'>,
): Promise<Entry[]> {
  const owner =
    side.of === 'party' ? sql`(f.party = ${side.party} and f.served is not null)` : sql`f.unit = ${side.unit}`
  const { rows } = await sql<Entry & Entry['file'] & { readonly changed_at: Instant }>`
    select c.clock, c.kind, c.side, c.reckoning, f.number, f.procedure, f.state, f.asked, f.seq, f.changed_at
    from casefile_clock c join casefile f on f.id = c.file
    where ${owner} and c.met_at is null and f.procedure = any(${procedures}::text[]) and not ${isFinal(finals)}
    order by c.due_at, f.number, c.clock limit ${MOST_ENTRIES}`.execute(db)
  return rows.map((r) => ({
    ...{ clock: r.clock, kind: r.kind, side: r.side, reckoning: r.reckoning },
    file: {
      ...{ number: r.number, procedure: r.procedure, state: r.state, asked: r.asked, seq: r.seq },
      changedAt: r.changed_at,
    },
  }))
}
