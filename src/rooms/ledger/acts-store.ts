import { sql } from 'kysely'
import type { Json } from '../../base/canonical.ts'
import type { Database } from '../../db/kit.ts'

/**
 * Every table of acts: each row has one leaf, and names it. A new table of acts belongs here; a test compares with the
 * database. What is no step of a thing is told by its leaf.
 */
export const ACTS = {
  party_event: { id: 'party', seq: 'seq', verb: 'verb', leaf: `data ->> 'leaf'` },
  unit_event: { id: 'unit', seq: 'seq', verb: 'verb', leaf: `data ->> 'leaf'` },
  system_event: { id: 'system', seq: 'seq', verb: 'verb', leaf: `data ->> 'leaf'` },
  casefile_event: { id: 'file', seq: 'seq', verb: 'verb', leaf: 'leaf::text' },
  petition_event: { id: 'petition', seq: 'seq', verb: 'verb', leaf: 'leaf::text' },
  incident_link: {
    id: 'leaf',
    seq: '1',
    verb: `case when same then 'linked' else 'told-apart' end`,
    leaf: 'leaf::text',
  },
  signal_look: { id: 'signal', seq: 'seq', verb: 'verb', leaf: 'leaf::text' },
  campaign_event: { id: 'campaign', seq: 'seq', verb: 'verb', leaf: 'leaf::text' },
  mark_certificate_event: { id: 'certificate', seq: 'seq', verb: 'verb', leaf: `data ->> 'leaf'` },
  mark_item_event: { id: 'item', seq: 'seq', verb: 'verb', leaf: `data ->> 'leaf'` },
  tombstone: { id: 'leaf', seq: '1', verb: 'kind', leaf: 'leaf::text' },
} as const
export type ActTable = keyof typeof ACTS
export const ACT_TABLES = Object.keys(ACTS) as readonly ActTable[]

/** An act without its leaf, a leaf without its act, a leaf that two acts claim. */
export interface Uncounted {
  readonly what: 'act-without-leaf' | 'leaf-without-act' | 'leaf-of-several'
  /** Table and step, or the leaf. */
  readonly where: string
  readonly says: string
}

/** Counts acts against leaves: every event has exactly one leaf and every leaf one event. Empty when it is so. */
export async function countActs(db: Database, most = 50): Promise<readonly Uncounted[]> {
  const acts = ACT_TABLES.map(
    (table) => sql`
      select ${sql.lit(table)} as of, ${sql.ref(ACTS[table].id)}::text || ' step ' || ${sql.raw(ACTS[table].seq)} as step,
             ${sql.lit(table)} || ' ' || ${sql.raw(ACTS[table].verb)} as says, ${sql.raw(ACTS[table].leaf)} as leaf
      from ${sql.table(table)}`,
  )
  const { rows } = await sql<Uncounted>`
    with act as (${sql.join(acts, sql` union all `)})
    select * from (
      select 'act-without-leaf' as what, of || ' ' || step as "where", says
      from act where not exists (select from log_leaf l where l.id::text = act.leaf)
      union all
      select 'leaf-without-act', 'log_leaf ' || l.id::text, encode(l.body, 'escape')
      from log_leaf l where not exists (select from act where act.leaf = l.id::text)
      union all
      select 'leaf-of-several', 'log_leaf ' || leaf, string_agg(of || ' ' || step, ', ')
      from act group by leaf having count(*) > 1
    ) uncounted limit ${most}`.execute(db)
  return rows
}

/** Which tables look like tables of acts, whoever made them: by their name, or because they name a leaf. */
export async function actTables(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and (relname like '%\\_event'
      or exists (select from pg_attribute a where a.attrelid = pg_class.oid and a.attname = 'leaf')) order by 1`.execute(
    db,
  )
  return rows.map(({ name }) => name)
}

// ————— what fsck reads —————

/** An act beside its leaf, as both stand in the database. Bodies come as text: whoever tampers may write no UTF-8. */
export interface ActRow {
  readonly id: string
  readonly seq: number
  readonly verb: string
  readonly by: string
  readonly at: string
  readonly data: Json
  /** What the leaf names as its subject; null when the thing itself is gone. */
  readonly subject: string | null
  readonly leaf: string | null
  readonly log_index: number | null
  /** Does the row of the leaf bear the time of the act? */
  readonly same_time: boolean | null
  /** Null when there is no such leaf. */
  readonly body: string | null
  /** Systems: what the history shows, and what the register shows after the last step. Files: the paper of the step. */
  readonly more: Json
  readonly last: boolean
}

/**
 * Does this text spell a uuid? A cast would end the query with an error, and whoever tampers may write anything. From
 * version 16 on PostgreSQL knows by itself, in a fifth of the time.
 */
export const IS_UUID = {
  since16: `pg_input_is_valid(a.leaf, 'uuid')`,
  before: `a.leaf like '________-____-____-____-____________' and translate(a.leaf, '0123456789abcdef', '') = '----'`,
}

export async function isUuid(db: Database): Promise<string> {
  const { rows } = await sql<{ known: boolean }>`
    select current_setting('server_version_num')::int >= 160000 as known`.execute(db)
  return rows[0]?.known === true ? IS_UUID.since16 : IS_UUID.before
}

const SOURCES: Readonly<Record<ActTable, { readonly columns: string; readonly join: string }>> = {
  party_event: {
    columns: `t.id::text as subject, null as more, e.seq = t.seq as last, e.data`,
    join: 'left join party t on t.id = e.party',
  },
  unit_event: {
    columns: `t.id::text as subject, null as more, e.seq = t.seq as last, e.data`,
    join: 'left join unit t on t.id = e.unit',
  },
  system_event: {
    columns: `t.ai_id as subject, e.seq = t.seq as last, e.data,
      jsonb_build_object('event', e.public, 'register', case when e.seq = t.seq then t.public end,
        'receipt', (select n.receipt from notice n
          where n.system = e.system and n.dossier_version::text = e.data ->> 'version' limit 1)) as more`,
    join: 'left join system t on t.id = e.system',
  },
  casefile_event: {
    columns: `t.number as subject, e.seq = t.seq as last,
      jsonb_build_object('side', e.side, 'state', e.state, 'procedure', t.procedure) as data,
      case when p.file is null then null else jsonb_build_object('content', p.content, 'salts', p.salts,
        'document', (select d.content from casefile_document d where d.file = e.file and d.seq = e.seq limit 1)) end as more`,
    join: 'left join casefile t on t.id = e.file left join casefile_paper p on p.file = e.file and p.seq = e.seq',
  },
  petition_event: {
    columns: `'petitions' as subject, e.seq = t.seq as last,
      jsonb_build_object('number', t.number, 'side', e.side, 'state', e.state) as data,
      case when p.petition is null then null else jsonb_build_object('content', p.content, 'salts', p.salts) end as more`,
    join: 'left join petition t on t.id = e.petition left join petition_paper p on p.petition = e.petition and p.seq = e.seq',
  },
  incident_link: {
    columns: `one.number as subject, true as last, jsonb_build_object('same', e.same, 'salts', e.salts) as data,
      jsonb_build_object('numbers', jsonb_build_array(one.number, other.number)) as more`,
    join: 'left join incident one on one.file = e.one left join incident other on other.file = e.other',
  },
  signal_look: {
    columns: `e.signal::text as subject, e.seq = t.seq as last,
      jsonb_build_object('unit', e.unit, 'reason', e.reason, 'ledTo', e.led_to, 'salts', e.salts) as data, null as more`,
    join: 'left join signal t on t.id = e.signal',
  },
  campaign_event: {
    columns: `t.number as subject, e.seq = t.seq as last,
      jsonb_build_object('shown', e.shown, 'salts', e.salts) as data, null as more`,
    join: 'left join campaign t on t.id = e.campaign',
  },
  mark_certificate_event: {
    columns: `t.serial as subject, e.seq = t.seq as last, e.data,
      jsonb_build_object('serial', t.serial, 'fingerprint', encode(sha256(t.der), 'hex'), 'aiId', t.ai_id) as more`,
    join: 'left join mark_certificate t on t.id = e.certificate',
  },
  mark_item_event: {
    columns: `t.content_id as subject, e.seq = t.seq as last, e.data,
      jsonb_build_object('contentId', t.content_id, 'aiId', t.ai_id, 'statement', t.statement, 'type', t.type,
        'sha256', t.sha256, 'phash', t.phash, 'dhash', t.dhash, 'pdq', t.pdq,
        'manifest', encode(sha256(t.manifest), 'hex')) as more`,
    join: 'left join mark_item t on t.id = e.item',
  },
  tombstone: {
    columns: `e.subject, true as last, jsonb_build_object('salts', e.salts) as data,
      jsonb_build_object('content', e.content, 'erases', jsonb_build_object('tombstone', e.number, 'fields', to_jsonb(e.fields),
        'groups', coalesce((select jsonb_agg(case when g.kept is null then jsonb_build_array(encode(sha256('\\x00'::bytea || l.body), 'hex'), g.name)
            else jsonb_build_array(encode(sha256('\\x00'::bytea || l.body), 'hex'), g.name, g.kept) end
          order by encode(sha256('\\x00'::bytea || l.body), 'hex'), g.name)
          from tombstone_group g join log_leaf l on l.id = g.act where g.tombstone = e.number), '[]'))) as more`,
    join: '',
  },
}

/** What was erased of an act, and what opens what was left of it. */
export interface Buried {
  readonly tombstone: string
  readonly at: string
  readonly kept: string | null
  readonly salt: string | null
}

/** Every group that was ever erased: by leaf, then by group. So few that they are held in memory. */
export type Burials = ReadonlyMap<string, ReadonlyMap<string, Buried>>

export async function listBurials(db: Database): Promise<Burials> {
  const rows = await db
    .selectFrom('tombstone_group as g')
    .innerJoin('tombstone as t', 't.number', 'g.tombstone')
    .select(['g.act', 'g.name', 'g.kept', 'g.salt', 't.number as tombstone', 't.at'])
    .execute()
  const all = new Map<string, Map<string, Buried>>()
  for (const { act, name, ...buried } of rows) all.set(act, (all.get(act) ?? new Map()).set(name, buried))
  return all
}

export interface After {
  readonly id: string
  readonly seq: number
}

/** The next acts of a table in the order of their steps, up to, not including, the thing `end`. */
export async function listActs(
  db: Database,
  table: ActTable,
  after: After,
  { end, most, uuid }: { readonly end: string | undefined; readonly most: number; readonly uuid: string },
): Promise<ActRow[]> {
  const id = sql.raw(`e.${ACTS[table].id}`)
  const seq = sql.raw(ACTS[table].seq.replace('seq', 'e.seq'))
  const verb = sql.raw(ACTS[table].verb.replace(/verb|same/, 'e.$&'))
  const leaf = sql.raw(ACTS[table].leaf.replace(/^(data|leaf)/, 'e.$1'))
  const { columns, join } = SOURCES[table]
  const { rows } = await sql<ActRow>`
    select a.*, l.log_index, l.at = a.at as same_time, encode(l.body, 'escape') as body
    from (
      select ${id} as id, ${seq} as seq, ${verb} as verb, e.by, e.at, ${leaf} as leaf, ${sql.raw(columns)}
      from ${sql.table(table)} e ${sql.raw(join)}
      where (${id}, ${seq}) > (${after.id}::uuid, ${after.seq}) ${end === undefined ? sql`` : sql`and ${id} < ${end}::uuid`}
      order by 1, 2 limit ${most}
    ) a
    -- One look into the index for each act. A merge would walk all leaves from the first, page after page.
    left join lateral (
      select * from log_leaf where id = case when ${sql.raw(uuid)} then a.leaf::uuid end and id::text = a.leaf offset 0
    ) l on true
    order by a.id, a.seq`.execute(db)
  return rows
}

/** Things at which the acts of a table can be parted into so many shares of about the same size. */
export async function shares(db: Database, table: ActTable, parts: number): Promise<(string | undefined)[]> {
  const id = sql.raw(ACTS[table].id)
  const { rows: counted } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)
  const n = counted[0]?.n ?? 0
  const ends: (string | undefined)[] = []
  for (let part = 1; part < parts && n > 10_000; part += 1) {
    const { rows } = await sql<{ id: string }>`
      select ${id}::text as id from ${sql.table(table)} order by ${id} offset ${Math.floor((n * part) / parts)} limit 1`.execute(
      db,
    )
    if (rows[0] !== undefined && rows[0].id !== ends.at(-1)) ends.push(rows[0].id)
  }
  return [...ends, undefined]
}

/** The hash of each bundle as the rows would print it (C2SP tlog-tiles, log entries), so that equal ones need not be sent. */
export async function bundleHashes(
  db: Database,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, { readonly n: number; readonly hash: string }>> {
  const { rows } = await sql<{ bundle: number; n: number; hash: string }>`
    select log_index / 256 as bundle, count(*) as n,
      encode(sha256(string_agg(substring(int4send(octet_length(body)) from 3) || body, ''::bytea order by log_index)), 'hex') as hash
    from log_leaf where log_index >= ${from} and log_index < ${to} group by 1`.execute(db)
  return new Map(rows.map(({ bundle, n, hash }) => [bundle, { n, hash }]))
}

/** The rows of a stretch of the log, gaps and all. */
export async function listIndexed(
  db: Database,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, { readonly id: string; readonly body: Uint8Array }>> {
  const rows = await db
    .selectFrom('log_leaf')
    .select(['log_index', 'id', 'body'])
    .where('log_index', '>=', from)
    .where('log_index', '<', to)
    .execute()
  return new Map(rows.map(({ log_index, id, body }) => [log_index ?? -1, { id, body }]))
}

/** How many acts of erasing there are. */
export async function countTombstones(db: Database): Promise<number> {
  const row = await db
    .selectFrom('tombstone')
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

export interface LeafCount {
  readonly all: number
  readonly indexed: number
  readonly most: number
}

export async function countLeaves(db: Database): Promise<LeafCount> {
  const { rows } = await sql<LeafCount>`
    select count(*) as all, count(log_index) as indexed, coalesce(max(log_index) + 1, 0) as most from log_leaf`.execute(
    db,
  )
  return rows[0] ?? { all: 0, indexed: 0, most: 0 }
}

/** The leaf at an index, for naming what was lost. */
export async function listBodies(db: Database, indexes: readonly number[]): Promise<{ index: number; body: string }[]> {
  if (indexes.length === 0) return []
  const { rows } = await sql<{ index: number; body: string }>`
    select log_index as index, encode(body, 'escape') as body from log_leaf where log_index = any(${indexes}::bigint[])`.execute(
    db,
  )
  return rows
}
