import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../db/kit.ts'
import { PublicEvent, PublicSystem } from '../systems/schema.ts'
import { BOUND, counted, type Group, type Words } from './rules.ts'
import type { Count, Cursor, Facet, HistoryItem, Place, Query } from './schema.ts'

/** What to look for: the filters, and the words cut and folded. */
export interface Wanted extends Pick<Query, Facet> {
  readonly words: Words | undefined
}

export interface Hits {
  readonly items: readonly PublicSystem[]
  readonly next: Cursor | null
}

type Condition = RawBuilder<boolean>

const NEWEST = sql`order by recorded_at desc, ai_id desc`
const AT = sql<string>`to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
const key = (p: Place) => sql`(${p.at}::timestamptz, ${p.aiId}::text)`
const below = (p: Place): Condition => sql`(recorded_at, ai_id) < ${key(p)}`
const notAbove = (p: Place): Condition => sql`(recorded_at, ai_id) <= ${key(p)}`
const above = (p: Place): Condition => sql`(recorded_at, ai_id) > ${key(p)}`
const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`

/**
 * One option is an equality, so that the index of that option gives the order too. Beside words it is not: PostgreSQL
 * would put an equality behind them, and fetch the text of every record before asking for its level.
 */
const among = (column: 'level' | 'state', options: readonly string[], besideWords: boolean): Condition =>
  options.length === 1 && !besideWords
    ? sql`${sql.ref(column)} = ${options[0]}`
    : sql`${sql.ref(column)} = any(${options}::text[])`

function conditions(wanted: Wanted): Condition[] {
  const { words, level, state, sector, entry } = wanted
  return [
    ...(level.length === 0 ? [] : [among('level', level, words !== undefined)]),
    ...(state.length === 0 ? [] : [among('state', state, words !== undefined)]),
    ...(sector.length === 0 ? [] : [sql<boolean>`sectors && ${sector}::text[]`]),
    ...(entry === undefined ? [] : [sql<boolean>`entries @> array[${entry}]::text[]`]),
    // Last: the texts lie beside the table, and only what passes the others is fetched.
    ...(words === undefined ? [] : [sql<boolean>`search @@ to_tsquery('simple', ${words.match})`]),
  ]
}

interface Row {
  readonly public: unknown
  readonly at: string
  readonly ai_id: string
}

/** A page of hits, newest first. */
export async function listNewest(db: Database, wanted: Wanted, limit: number, after?: Place): Promise<Hits> {
  return walk(db, [...conditions(wanted), ...(after ? [below(after)] : [])], limit)
}

/** What was recorded or changed last. */
export async function listLately(db: Database, wanted: Wanted, limit: number): Promise<readonly PublicSystem[]> {
  const { rows } = await sql<Pick<Row, 'public'>>`
    select public from register_entry where ${all(conditions(wanted))}
    order by changed_at desc, ai_id desc limit ${limit}`.execute(db)
  return rows.map((row) => PublicSystem.parse(row.public))
}

async function walk(db: Database, where: readonly Condition[], limit: number): Promise<Hits> {
  const { rows } = await sql<Row>`
    select public, ${AT} as at, ai_id from register_entry where ${all(where)} ${NEWEST} limit ${limit + 1}`.execute(db)
  const last = rows[limit - 1]
  return {
    items: rows.slice(0, limit).map((row) => PublicSystem.parse(row.public)),
    next: rows.length > limit && last ? { in: 'newest', at: last.at, aiId: last.ai_id } : null,
  }
}

interface RankedRow extends Row {
  readonly marked: boolean
  readonly named: boolean
  /** Hits looked at. */
  readonly n: number
  readonly floor_at: string | null
  readonly floor_id: string | null
}

/**
 * A page of hits, best first, and how many hits there are where that came to light: the newest `BOUND` are put in order
 * of fitness, the others follow newest first, so that a word half the register holds costs no more than a rare one.
 */
export async function listBest(
  db: Database,
  wanted: Wanted & { readonly words: Words },
  limit: number,
  after?: Cursor & { readonly in: 'best' },
): Promise<Hits & { readonly total?: Count }> {
  const rows = await listRanked(db, wanted, limit + 1, after)
  const items = rows.slice(0, limit).map((row) => PublicSystem.parse(row.public))
  const [first] = rows
  const floor = after === undefined ? floorOf(first) : after.floor
  const total =
    floor === null && first === undefined ? {} : { total: counted(floor === null ? (first?.n ?? 0) : BOUND + 1) }
  const last = rows[limit - 1]
  // Full to the brim at the floor, there is always more: the floor itself.
  if (last && (rows.length > limit || floor !== null)) {
    const { at, ai_id: aiId, marked, named } = last
    return { items, ...total, next: { in: 'best', at, aiId, marked, named, floor } }
  }
  if (floor === null) return { items, ...total, next: null }
  const rest = await walk(db, [...conditions(wanted), notAbove(floor)], limit - items.length)
  return { items: [...items, ...rest.items], ...total, next: rest.next }
}

/** The newest hit that is no longer put in order of fitness; nothing when all are. */
const floorOf = (row: RankedRow | undefined): Place | null =>
  row?.floor_at && row.floor_id ? { at: row.floor_at, aiId: row.floor_id } : null

/** Words without their marks count as typed: somebody who types «ban» may mean just that. */
const begins = (column: 'search_exact' | 'name_plain', words: readonly string[]): Condition =>
  all(words.map((word) => sql<boolean>`${sql.ref(column)} ~ ${`\\m${word}`}`))

/** A walk that began a while ago looks further, for what was recorded since. */
const AT_MOST = { first: BOUND + 1, later: 5 * BOUND } as const

async function listRanked(
  db: Database,
  wanted: Wanted & { readonly words: Words },
  limit: number,
  after?: Cursor & { readonly in: 'best' },
): Promise<readonly RankedRow[]> {
  const where = all([...conditions(wanted), ...(after?.floor ? [above(after.floor)] : [])])
  const from = after
    ? sql`select * from hit where (marked, named, recorded_at, ai_id) < (${after.marked}::boolean, ${after.named}::boolean, ${after.at}::timestamptz, ${after.aiId}::text)`
    : sql`select * from hit where ai_id not in (select ai_id from floor)`
  const { rows } = await sql<RankedRow>`
    with hit as materialized (
      select ai_id, recorded_at, ${begins('search_exact', wanted.words.marked)} as marked,
             ${begins('name_plain', wanted.words.bare)} as named
      from register_entry where ${where} ${NEWEST} limit ${after ? AT_MOST.later : AT_MOST.first}
    ), floor as materialized (
      select ${AT} as at, ai_id from hit ${NEWEST} offset ${BOUND} limit 1
    ), best as materialized (
      ${from} order by marked desc, named desc, recorded_at desc, ai_id desc limit ${limit}
    )
    select e.public, e.ai_id, b.marked, b.named, (select count(*) from hit) as n,
           (select at from floor) as floor_at, (select ai_id from floor) as floor_id,
           to_char(b.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from best b join register_entry e on e.ai_id = b.ai_id
    order by b.marked desc, b.named desc, b.recorded_at desc, b.ai_id desc`.execute(db)
  return rows
}

export async function countHits(db: Database, wanted: Wanted): Promise<Count> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from register_entry where ${all(conditions(wanted))} limit ${BOUND + 1}
    ) hit`.execute(db)
  return counted(rows[0]?.n ?? 0)
}

/**
 * The hits of some words, filters aside, as groups that no filter parts: from a few hundred of them every count beside
 * every option follows. One look at the index, however many options there are.
 */
export async function listGroups(db: Database, words: Words | undefined): Promise<readonly Group[]> {
  const where = all(conditions({ words, level: [], state: [], sector: [], entry: undefined }))
  const groups = sql<Group>`
    select level, state, sectors, entries, count(*) as n from register_entry where ${where} group by 1, 2, 3, 4`
  if (words === undefined) return (await groups.execute(db)).rows
  return db.transaction().execute(async (trx) => {
    // The planner does not reckon what fetching the texts of every record costs; the index alone knows the answer.
    await sql`select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`.execute(
      trx,
    )
    return (await groups.execute(trx)).rows
  })
}

/** The AI-ID as it is written, however it was spelled. */
export async function findSpelled(db: Database, spellings: readonly string[]): Promise<string | undefined> {
  if (spellings.length === 0) return undefined
  const { rows } = await sql<{ ai_id: string }>`
    select ai_id from register_entry
    where translate(upper(ai_id), 'OIL -._', '011') = any(${spellings}::text[]) limit 1`.execute(db)
  return rows[0]?.ai_id
}

export async function findSystem(db: Database, aiId: string): Promise<PublicSystem | undefined> {
  const row = await db.selectFrom('register_entry').select('public').where('ai_id', '=', aiId).executeTakeFirst()
  return row && PublicSystem.parse(row.public)
}

export async function listHistory(db: Database, aiId: string): Promise<readonly HistoryItem[]> {
  const rows = await db
    .selectFrom('register_event')
    .select(['seq', 'verb', 'at', 'public'])
    .where('ai_id', '=', aiId)
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(asHistory)
}

interface Told {
  readonly seq: number
  readonly verb: string
  readonly at: string
  readonly public: unknown
}

/** A row of the public history as it is told. */
export const asHistory = (row: Told): HistoryItem => ({
  seq: row.seq,
  verb: row.verb,
  at: row.at,
  ...PublicEvent.parse(row.public),
})

/** Does any record hold a word that begins like this? */
export async function hasWord(db: Database, match: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from register_entry where search @@ to_tsquery('simple', ${match}) limit 1`.execute(db)
  return rows.length > 0
}

/**
 * The word of the register most like this one: first those one slip of the finger away (`slips`), then the alike. Below
 * 0.45 Vietnamese syllables are like everything, and swapped letters of a short word share hardly a trigram.
 */
export async function findNearestTerm(
  db: Database,
  word: string,
  slips: readonly string[],
): Promise<string | undefined> {
  const { rows } = await sql<{ term: string }>`
    select term from (
      select term, true as slip from term where term = any(${slips}::text[])
      union all
      select term, false from term where term % ${word} and similarity(term, ${word}) >= 0.45
    ) near
    order by slip desc, array_position(${slips}::text[], term), similarity(term, ${word}) desc, term limit 1`.execute(
    db,
  )
  return rows[0]?.term
}

const BATCH = 1000

/** Every hit, newest first, a batch at a time: nothing is held open while a slow reader reads. */
export async function* streamAll(db: Database, wanted: Wanted): AsyncIterable<readonly PublicSystem[]> {
  let after: Place | undefined
  for (;;) {
    const { items, next } = await listNewest(db, wanted, BATCH, after)
    if (items.length > 0) yield items
    if (next === null) return
    after = next
  }
}
