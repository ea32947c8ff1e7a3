import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { PartyId, UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import { uuidv7 } from '../../base/ids.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import type { SignalRow } from '../../db/tables.ts'
import type { SystemId } from '../systems/schema.ts'
import type { Reckoning } from './signal-kinds.ts'
import type { Gathered, IncidentRow, LateRow, ScaleRow, SimilarRow, ToolRow, WordRow } from './signal-rules.ts'
import {
  type Found,
  type Look,
  RECKONED,
  type Signal,
  type Signalled,
  type SignalKind,
  type SignalQuery,
} from './signal-schema.ts'

// ————— what the portal holds, whole sets at a time —————

/** Systems on the register that are or may be in use; `only`: one of them. */
const looked = (only: SystemId | undefined): RawBuilder<unknown> =>
  sql`s.ai_id is not null and s.state in ('declared', 'in-use', 'suspended')${only === undefined ? sql`` : sql` and s.id = ${only}`}`

async function listToolRows(db: Database, only?: SystemId): Promise<readonly ToolRow[]> {
  const { rows } = await sql<ToolRow>`
    select s.id as system, s.level, n.number as notice, n.declared -> 'difference' ->> 'tool' as tool,
      array(select jsonb_array_elements_text(n.declared -> 'difference' -> 'cites')) as cites
    from notice n join system s on s.id = n.system
    where n.differs and s.level in ('medium', 'low') and ${looked(only)}
      and not exists (select from notice later where later.system = n.system and later.recorded_at > n.recorded_at)`.execute(
    db,
  )
  return rows
}

async function listWordRows(
  db: Database,
  terms: readonly { readonly code: string; readonly term: string }[],
  only?: SystemId,
): Promise<readonly WordRow[]> {
  const { rows } = await sql<WordRow>`
    with hit as (
      select s.id, t.code, array_agg(t.term) as terms
      from unnest(${terms.map(({ code }) => code)}::text[], ${terms.map(({ term }) => term)}::text[]) as t(code, term)
      join system s on s.search @@ phraseto_tsquery('simple', t.term)
      where s.level in ('medium', 'low') and ${looked(only)}
      group by s.id, t.code
    ), met as (
      select id, jsonb_agg(jsonb_build_object('code', code, 'terms', terms) order by code) as hits from hit group by id
    )
    select s.id as system, s.level, s.sectors, s.name, coalesce(s.public ->> 'purpose', '') as purpose,
      array(select jsonb_array_elements_text(s.public -> 'functions')) as functions, met.hits
    from met join system s on s.id = met.id`.execute(db)
  return rows
}

async function listScaleRows(db: Database, { deployers }: Reckoning, only?: SystemId): Promise<readonly ScaleRow[]> {
  const { rows } = await sql<ScaleRow>`
    select s.id as system, s.level, coalesce(s.public ->> 'scope', '') as scope,
      array(select jsonb_array_elements_text(s.public -> 'users')) as users,
      array(select jsonb_array_elements_text(s.public -> 'affected')) as affected, coalesce(d.n, 0)::int as deployers
    from system s
    left join (select system, count(*) as n from deployment where until is null group by system) d on d.system = s.id
    where s.level in ('medium', 'low') and ${looked(only)} and (d.n >= ${deployers}
      or concat_ws(' ', s.public ->> 'scope', s.public ->> 'users', s.public ->> 'affected')
        ~* '(\\d{1,3}[., ]\\d{3}|\\d{6,}|triệu|million|toàn quốc|cả nước|tất cả các tỉnh|nationwide|whole country)')`.execute(
    db,
  )
  return rows
}

/** Reported and serious, within the days that count. Several reports of one event are one. */
async function listIncidentRows(db: Database, since: Instant, only?: SystemId): Promise<readonly IncidentRow[]> {
  const { rows } = await sql<IncidentRow>`
    select s.id as system, s.level, array_agg(distinct i.number order by i.number) as numbers,
      array_agg(distinct class) filter (where class is not null) as classes,
      count(distinct coalesce(i.event, i.file))::int as events,
      count(distinct coalesce(i.event, i.file)) filter (where i.near_miss)::int as "nearMisses", max(i.reported_at) as last
    from incident i join system s on s.id = i.system left join lateral unnest(i.classes) class on true
    where i.serious and i.reported_at >= ${since} and ${looked(only)}
    group by s.id, s.level`.execute(db)
  return rows.map((row) => ({ ...row, classes: row.classes ?? [] }))
}

/**
 * Names without figures and codes, each once for its fields. Names are compared where one of the three rarest words
 * of the one stands in the other, so that the work grows with the register and not with its square; many systems with
 * one name cost one comparison.
 */
async function listSimilarRows(
  db: Database,
  { alike, neighbours, share, rare }: Reckoning,
  only?: SystemId,
): Promise<readonly SimilarRow[]> {
  const { rows } = await sql<SimilarRow>`
    with named as materialized (
      select s.id, s.level, s.sectors,
        btrim(regexp_replace(regexp_replace(s.name_plain, '\\S*\\d\\S*', ' ', 'g'), '\\s+', ' ', 'g')) as stem
      from system s where ${looked(undefined)} and s.sectors <> '{}'
    ), groups as materialized (
      select row_number() over () as id, stem, sectors, count(*)::int as n,
        count(*) filter (where level = 'high')::int as high, count(*) filter (where level = 'medium')::int as medium
      from named where length(stem) >= 8 group by stem, sectors
    ), words as materialized (
      select distinct g.id, sector, word
      from groups g, unnest(g.sectors) as sector, unnest(string_to_array(g.stem, ' ')) as word where length(word) > 2
    ), rare as materialized (
      select sector, word, count(*) as n from words group by sector, word having count(*) between 2 and ${rare}::int
    ), keys as materialized (
      select id, sector, word from (
        select w.id, sector, word, row_number() over (partition by w.id, sector order by rare.n, word) as nth
        from words w join rare using (sector, word) join groups g on g.id = w.id where g.high < g.n
          ${only === undefined ? sql`` : sql`and (g.stem, g.sectors) in (select stem, sectors from named where id = ${only})`}
      ) k where nth <= 3
    ), pairs as (
      select k.id as one, b.id as other from keys k join words b using (sector, word)
      union select id, id from groups where high < n
    ), near as (
      select a.stem, a.sectors, sum(b.n)::int as n, sum(b.high)::int as high, sum(b.medium)::int as medium,
        (array_agg(b.stem order by b.high desc, b.stem) filter (where b.high + b.medium > 0))[1:3] as examples
      from pairs join groups a on a.id = pairs.one join groups b on b.id = pairs.other
      where least(length(a.stem), length(b.stem)) >= ${alike}::real * 0.8 * greatest(length(a.stem), length(b.stem))
        and similarity(a.stem, b.stem) >= ${alike}::real
        ${only === undefined ? sql`` : sql`and (a.stem, a.sectors) in (select stem, sectors from named where id = ${only})`}
      group by a.stem, a.sectors having sum(b.n) > ${neighbours}::int
    )
    select s.id as system, s.level, s.sectors, near.n - 1 as neighbours,
      case s.level when 'low' then near.high + near.medium else near.high end as higher, near.examples
    from near join named s on s.stem = near.stem and s.sectors = near.sectors
    where s.level in ('medium', 'low') ${only === undefined ? sql`` : sql`and s.id = ${only}`}
      and case s.level when 'low' then near.high + near.medium else near.high end >= ${share}::float8 * (near.n - 1)`.execute(
    db,
  )
  return rows
}

async function listLateRows(db: Database, only?: SystemId): Promise<readonly LateRow[]> {
  const { rows } = await sql<LateRow>`
    select s.id as system, s.level, s.sectors, s.first_use as "firstUse", n.number as notice, n.received_at as "receivedAt",
      case when (n.declared -> 'clock' ->> 'late')::boolean then n.declared -> 'clock' ->> 'due' end as due
    from notice n join system s on s.id = n.system
    where ${looked(only)} and ((n.declared -> 'clock' ->> 'late')::boolean
      or (n.kind = 'first' and s.first_use is not null
        and (n.received_at at time zone 'Asia/Ho_Chi_Minh')::date > s.first_use))`.execute(db)
  return rows
}

/** Everything the rules want to know, for all systems or one. */
export async function gather(
  db: Database,
  terms: readonly { readonly code: string; readonly term: string }[],
  by: Reckoning,
  since: Instant,
  only?: SystemId,
): Promise<Gathered> {
  return {
    tool: await listToolRows(db, only),
    words: await listWordRows(db, terms, only),
    scale: await listScaleRows(db, by, only),
    incidents: await listIncidentRows(db, since, only),
    similar: await listSimilarRows(db, by, only),
    late: await listLateRows(db, only),
  }
}

/** Low-risk systems with an open reason that was posted or put down by hand. */
export async function listAdmitted(db: Database, kinds: readonly SignalKind[]): Promise<ReadonlySet<SystemId>> {
  const rows = await db
    .selectFrom('signal')
    .select('system')
    .distinct()
    .where('state', '=', 'open')
    .where('kind', 'in', kinds)
    .execute()
  return new Set(rows.map(({ system }) => system as SystemId))
}

// ————— keeping them —————

const BATCH = 2000

/** One recount at a time: a second one would only do the same again. Ends with the transaction. */
export async function lockRecount(db: Database): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_xact_lock(7262028) as got`.execute(db)
  return rows[0]?.got === true
}

/**
 * Keeps what was found. One that was dismissed comes back only when its facts are others than those dismissed; one whose
 * facts are no longer so has passed. Answers how many are new or back.
 */
export async function keepFound(db: Database, found: readonly Found[], at: Instant, only?: SystemId): Promise<number> {
  let fresh = 0
  for (let n = 0; n < found.length; n += BATCH) {
    const batch = found.slice(n, n + BATCH).map((f) => ({ id: uuidv7(), ...f }))
    const { rows } = await sql<{ n: number }>`
      with kept as (
        insert into signal as old (id, system, kind, key, gravity, reason_vi, reason_en, facts, state, raised_at, changed_at)
        select id, system, kind, key, gravity, reason ->> 'vi', reason ->> 'en', facts, 'open', ${at}, ${at}
        from jsonb_to_recordset(${json(batch)}) as f(id uuid, system uuid, kind text, key text, gravity int, reason jsonb, facts jsonb)
        on conflict (system, kind, key) do update set gravity = excluded.gravity, reason_vi = excluded.reason_vi,
          reason_en = excluded.reason_en, facts = excluded.facts, changed_at = excluded.changed_at,
          raised_at = case when old.state = 'open' then old.raised_at else excluded.raised_at end, state = 'open', led_to = null
        where old.state = 'passed' or old.facts <> excluded.facts
          or (old.state = 'open' and (old.gravity <> excluded.gravity or old.reason_vi <> excluded.reason_vi))
        returning raised_at
      )
      select count(*) filter (where raised_at = ${at})::int as n from kept`.execute(db)
    fresh += rows[0]?.n ?? 0
  }
  await passOver(db, found, at, only)
  return fresh
}

async function passOver(db: Database, found: readonly Found[], at: Instant, only?: SystemId): Promise<void> {
  const keys = found.map(({ system, kind, key }) => `${system} ${kind} ${key}`)
  await sql`
    update signal set state = 'passed', changed_at = ${at}
    where state = 'open' and kind = any(${[...RECKONED]}::text[]) ${only === undefined ? sql`` : sql`and system = ${only}`}
      and not exists (select from unnest(${keys}::text[]) as k(key) where k.key = system::text || ' ' || kind || ' ' || signal.key)`.execute(
    db,
  )
}

/** A check or an order that was begun for a reason and given up leaves the reason as it was: nobody has looked at it. */
export async function reopenAbandoned(db: Database, at: Instant): Promise<void> {
  await sql`
    update signal set state = 'open', led_to = null, changed_at = ${at}
    where state in ('check-opened', 'order-started')
      and not exists (select from casefile f where f.number = signal.led_to and f.state <> 'dropped')`.execute(db)
}

/** Posts one reason, or tells a known one anew. Answers its id. */
export async function postSignal(db: Database, found: Found, origin: string | null, at: Instant): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into signal (id, system, kind, key, gravity, reason_vi, reason_en, facts, origin, state, raised_at, changed_at)
    values (${uuidv7()}, ${found.system}, ${found.kind}, ${found.key}, ${found.gravity}, ${found.reason.vi},
      ${found.reason.en}, ${json(found.facts)}, ${origin}, 'open', ${at}, ${at})
    on conflict (system, kind, key) do update set gravity = excluded.gravity, reason_vi = excluded.reason_vi,
      reason_en = excluded.reason_en, facts = excluded.facts, changed_at = excluded.changed_at
    returning id`.execute(db)
  const [row] = rows
  if (row === undefined) throw new Error(`the signal ${found.kind} ${found.key} was not kept`)
  return row.id
}

export async function keepLook(
  db: Database,
  look: Look & { readonly leaf: string; readonly salts: Readonly<Record<string, string>> },
): Promise<void> {
  const { ledTo, salts, ...rest } = look
  await db
    .insertInto('signal_look')
    .values({ ...rest, led_to: ledTo, salts: json(salts) })
    .execute()
  await db
    .updateTable('signal')
    .set({ seq: look.seq, changed_at: look.at, ...(look.verb === 'raised' ? {} : { state: look.verb, led_to: ledTo }) })
    .where('id', '=', look.signal)
    .execute()
}

// ————— reading them —————

const asSignal = (r: Selectable<SignalRow>): Signal => ({
  ...{ id: r.id, system: r.system as SystemId, kind: r.kind as Signal['kind'], key: r.key, gravity: r.gravity },
  ...{ reason: { vi: r.reason_vi, en: r.reason_en }, facts: r.facts as unknown as Signal['facts'], origin: r.origin },
  ...{ state: r.state as Signal['state'], ledTo: r.led_to, raisedAt: r.raised_at, changedAt: r.changed_at, seq: r.seq },
})

/** All reasons about a system, open ones first, the gravest before the others. `lock`: held until the transaction ends. */
export async function listSignals(db: Database, system: SystemId, lock = false): Promise<Signal[]> {
  const all = db
    .selectFrom('signal')
    .selectAll()
    .where('system', '=', system)
    .orderBy(sql`state <> 'open'`)
    .orderBy('gravity', 'desc')
    .orderBy('id')
  return (await (lock ? all.forUpdate() : all).execute()).map(asSignal)
}

/** What officers did with them, latest first. */
export async function listLooks(db: Database, system: SystemId): Promise<Look[]> {
  const rows = await db
    .selectFrom('signal_look as l')
    .innerJoin('signal as s', 's.id', 'l.signal')
    .select(['l.signal', 'l.seq', 'l.verb', 'l.by', 'l.unit', 'l.at', 'l.reason', 'l.led_to'])
    .where('s.system', '=', system)
    .orderBy('l.at', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ led_to, unit, verb, ...rest }) => ({
    ...rest,
    verb: verb as Look['verb'],
    unit: unit as UnitId,
    ledTo: led_to,
  }))
}

const like = (words: string): string => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/**
 * Systems with open reasons of these kinds, the gravest first. A low-risk system stands here only for one of `admitting`
 * (Law art. 10.5.c).
 */
export async function listSignalled(
  db: Database,
  { q, kind, level, sector }: SignalQuery,
  kinds: readonly SignalKind[],
  admitting: readonly SignalKind[],
  limit: number,
  offset: number,
): Promise<Signalled[]> {
  const mine = kind.length === 0 ? kinds : kinds.filter((one) => kind.includes(one))
  const holds: RawBuilder<unknown>[] = [
    sql`s.ai_id is not null`,
    ...(q === '' ? [] : [sql`(s.name ilike ${like(q)} or p.name ilike ${like(q)} or s.ai_id ilike ${like(q)})`]),
    ...(level.length === 0 ? [] : [sql`s.level = any(${level}::text[])`]),
    ...(sector.length === 0 ? [] : [sql`s.sectors && ${sector}::text[]`]),
    sql`(s.level <> 'low' or o.admitted)`,
  ]
  const { rows } = await sql<Signalled & { provider_id: PartyId }>`
    with o as (
      select system, (max(gravity) filter (where kind = any(${[...mine]}::text[])) + sum(gravity) / 10)::int as points,
        bool_or(kind = any(${[...admitting]}::text[])) as admitted,
        jsonb_agg(jsonb_build_object('kind', kind, 'gravity', gravity, 'reason', jsonb_build_object('vi', reason_vi, 'en', reason_en))
          order by gravity desc, id) filter (where kind = any(${[...mine]}::text[])) as signals
      from signal where state = 'open' group by system having bool_or(kind = any(${[...mine]}::text[]))
    )
    select s.id as system, s.ai_id as "aiId", s.name, s.level, s.sectors, p.name as provider, o.points, o.signals
    from o join system s on s.id = o.system join party p on p.id = s.provider
    where ${sql.join(holds, sql` and `)}
    order by o.points desc, s.ai_id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** How many open reasons there are of each kind, for the figures. */
export async function countByKind(db: Database): Promise<ReadonlyMap<SignalKind, number>> {
  const { rows } = await sql<{ kind: SignalKind; n: number }>`
    select kind, count(*)::int as n from signal where state = 'open' group by kind order by kind`.execute(db)
  return new Map(rows.map(({ kind, n }) => [kind, n]))
}
