import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../db/kit.ts'
import { PublicEvent, PublicState, Level, SectorName, PublicSystem } from '../systems/schema.ts'
import { BOUND, counted, type Words } from './rules.ts'
import {
  type Count,
  type Cursor,
  EntryCode,
  type Facet,
  FACETS,
  type Facets,
  type HistoryItem,
  type Place,
  type Query,
} from './schema.ts'

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

/** One option is an equality, so that the index of that option gives the order too. */
const among = (column: 'level' | 'state', options: readonly string[]): Condition =>
  options.length === 1 ? sql`${sql.ref(column)} = ${options[0]}` : sql`${sql.ref(column)} = any(${options}::text[])`

function conditions(wanted: Wanted, without?: Facet): Condition[] {
  const { words, level, state, sector, entry } = wanted
  return [
    ...(words === undefined ? [] : [sql<boolean>`search @@ to_tsquery('simple', ${words.match})`]),
    ...(level.length === 0 || without === 'level' ? [] : [among('level', level)]),
    ...(state.length === 0 || without === 'state' ? [] : [among('state', state)]),
    ...(sector.length === 0 || without === 'sector' ? [] : [sql<boolean>`sectors && ${sector}::text[]`]),
    ...(entry === undefined || without === 'entry' ? [] : [sql<boolean>`entries @> array[${entry}]::text[]`]),
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
}

/**
 * A page of hits, best first: the newest `BOUND` are put in order of fitness, the others follow newest first, so that
 * a word half the register holds costs no more than a rare one.
 */
export async function listBest(
  db: Database,
  wanted: Wanted & { readonly words: Words },
  limit: number,
  after?: Cursor & { readonly in: 'best' },
): Promise<Hits> {
  const floor = after === undefined ? await findFloor(db, wanted) : after.floor
  const rows = await listRanked(db, wanted, limit + 1, floor, after)
  const items = rows.slice(0, limit).map((row) => PublicSystem.parse(row.public))
  const last = rows[limit - 1]
  // Full to the brim at the floor, there is always more: the floor itself.
  if (last && (rows.length > limit || floor !== null))
    return { items, next: { in: 'best', at: last.at, aiId: last.ai_id, marked: last.marked, named: last.named, floor } }
  if (floor === null) return { items, next: null }
  const rest = await walk(db, [...conditions(wanted), notAbove(floor)], limit - items.length)
  return { items: [...items, ...rest.items], next: rest.next }
}

/** The newest hit that is no longer put in order of fitness; nothing when all are. */
async function findFloor(db: Database, wanted: Wanted): Promise<Place | null> {
  const { rows } = await sql<Row>`
    select ${AT} as at, ai_id from register_entry where ${all(conditions(wanted))} ${NEWEST} offset ${BOUND} limit 1`.execute(
    db,
  )
  return rows[0] ? { at: rows[0].at, aiId: rows[0].ai_id } : null
}

/** Words without their marks count as typed: somebody who types «ban» may mean just that. */
const begins = (column: 'search_exact' | 'name_plain', words: readonly string[]): Condition =>
  all(words.map((word) => sql<boolean>`${sql.ref(column)} ~ ${`\\m${word}`}`))

async function listRanked(
  db: Database,
  wanted: Wanted & { readonly words: Words },
  limit: number,
  floor: Place | null,
  after?: Cursor & { readonly in: 'best' },
): Promise<readonly RankedRow[]> {
  const where = all([...conditions(wanted), ...(floor ? [above(floor)] : [])])
  const rest = after
    ? sql`where (marked, named, recorded_at, ai_id) < (${after.marked}::boolean, ${after.named}::boolean, ${after.at}::timestamptz, ${after.aiId}::text)`
    : sql``
  const { rows } = await sql<RankedRow>`
    with hit as materialized (
      select ai_id, recorded_at, ${begins('search_exact', wanted.words.marked)} as marked,
             ${begins('name_plain', wanted.words.bare)} as named
      from register_entry where ${where} ${NEWEST} limit ${5 * BOUND}
    ), best as materialized (
      select * from hit ${rest} order by marked desc, named desc, recorded_at desc, ai_id desc limit ${limit}
    )
    select e.public, e.ai_id, b.marked, b.named,
           to_char(b.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from best b join register_entry e on e.ai_id = b.ai_id
    order by b.marked desc, b.named desc, b.recorded_at desc, b.ai_id desc`.execute(db)
  return rows
}

export async function countHits(db: Database, wanted: Wanted): Promise<Count> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from (${bounded(conditions(wanted))}) hit`.execute(db)
  return counted(rows[0]?.n ?? 0)
}

const bounded = (where: readonly Condition[]) =>
  sql`select 1 from register_entry where ${all(where)} limit ${BOUND + 1}`

/** The options of each filter, in the order they are shown. */
export const OPTIONS: Readonly<Record<Facet, readonly string[]>> = {
  level: Level.options,
  state: PublicState.options,
  sector: SectorName.options,
  entry: EntryCode.options,
}
const HOLDS: Readonly<Record<Facet, (option: string) => Condition>> = {
  level: (option) => among('level', [option]),
  state: (option) => among('state', [option]),
  sector: (option) => sql`sectors @> array[${option}]::text[]`,
  entry: (option) => sql`entries @> array[${option}]::text[]`,
}
const VALUES: Readonly<Record<Facet, RawBuilder<string>>> = {
  level: sql`level`,
  state: sql`state`,
  sector: sql`unnest(sectors)`,
  entry: sql`unnest(entries)`,
}

interface Tally {
  readonly facet: Facet
  readonly option: string
  readonly n: number
}

/** Up to the bound one look counts all options of a filter; beyond it each option is counted for itself. */
export async function countFacets(db: Database, wanted: Wanted): Promise<Facets> {
  const tallies = await countTogether(db, wanted)
  const total = (facet: Facet): number => tallies.find((t) => t.facet === facet && t.option === '')?.n ?? 0
  const many = FACETS.filter((facet) => total(facet) > BOUND)
  const apart = many.length === 0 ? [] : await countApart(db, wanted, many)
  const of = (facet: Facet): ReadonlyMap<string, Count> =>
    new Map(
      (many.includes(facet) ? apart : tallies).flatMap((t) =>
        t.facet === facet && t.option !== '' ? [[t.option, counted(t.n)]] : [],
      ),
    )
  return { level: of('level'), state: of('state'), sector: of('sector'), entry: of('entry') }
}

async function countTogether(db: Database, wanted: Wanted): Promise<readonly Tally[]> {
  // Filters that are not set leave the same records: counted once, under the name `base`.
  const set = FACETS.filter((facet) => conditions(wanted, facet).length < conditions(wanted).length)
  const source = (facet: Facet) => sql.id(set.includes(facet) ? `without_${facet}` : 'base')
  const subset = (name: string, where: readonly Condition[]) =>
    sql`${sql.id(name)} as materialized (select level, state, sectors, entries from register_entry where ${all(where)} limit ${BOUND + 1})`
  const { rows } = await sql<Tally>`
    with ${sql.join([subset('base', conditions(wanted)), ...set.map((f) => subset(`without_${f}`, conditions(wanted, f)))])}
    ${sql.join(
      FACETS.flatMap((f) => [
        sql`select ${f}::text as facet, '' as option, count(*) as n from ${source(f)}`,
        sql`select ${f}::text, option, count(*) from (select ${VALUES[f]} as option from ${source(f)}) o group by option`,
      ]),
      sql` union all `,
    )}`.execute(db)
  return rows
}

async function countApart(db: Database, wanted: Wanted, facets: readonly Facet[]): Promise<readonly Tally[]> {
  const counts = facets.flatMap((f) =>
    OPTIONS[f].map(
      (option) =>
        sql`select ${f}::text as facet, ${option}::text as option, count(*) as n from (${bounded([...conditions(wanted, f), HOLDS[f](option)])}) hit`,
    ),
  )
  const { rows } = await sql<Tally>`${sql.join(counts, sql` union all `)}`.execute(db)
  return rows
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
  return rows.map((row) => ({
    seq: Number(row.seq),
    verb: String(row.verb),
    at: String(row.at),
    ...PublicEvent.parse(row.public),
  }))
}

/** Does any record hold a word that begins like this? */
export async function hasWord(db: Database, match: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from register_entry where search @@ to_tsquery('simple', ${match}) limit 1`.execute(db)
  return rows.length > 0
}

/** The word of the register most like this one; below 0.45 Vietnamese syllables are like everything. */
export async function findNearestTerm(db: Database, word: string): Promise<string | undefined> {
  const { rows } = await sql<{ term: string }>`
    select term from term where term % ${word} and similarity(term, ${word}) >= 0.45
    order by similarity(term, ${word}) desc, term limit 1`.execute(db)
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
