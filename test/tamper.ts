import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

/**
 * What an owner of the database and of the disk might do, one change at a time, each undone afterwards. Used by the
 * tests a few dozen times and by `npm run fault` by the thousand.
 */
export interface Tampering {
  readonly name: string
  /** Words the findings must hold, so that the right thing is named. */
  readonly names: readonly string[]
  undo(): Promise<void>
}

export type Dice = () => number
const pick = <T>(dice: Dice, all: readonly T[]): T => {
  const one = all[Math.floor(dice() * all.length)]
  if (one === undefined) throw new Error('nothing to choose from')
  return one
}

/** Flips one bit of one file. */
export function flipBit(
  dice: Dice,
  root: string,
  paths: readonly string[],
  names: (path: string) => string,
): Tampering {
  const path = pick(dice, paths)
  const before = readFileSync(join(root, path))
  const bit = Math.floor(dice() * before.length * 8)
  const after = Buffer.from(before)
  after[bit >> 3] = (after[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  writeFileSync(join(root, path), after)
  return {
    name: `bit ${bit} of ${path}`,
    names: [names(path)],
    undo: async () => writeFileSync(join(root, path), before),
  }
}

export const filesBelow = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))

/** A column the log or a signature holds, and how one of its values is changed. `where` limits the rows it holds. */
interface Committed {
  readonly table: string
  readonly key: readonly string[]
  readonly column: string
  readonly to: string
  readonly where?: string
}

const EVENT = { verb: `verb || 'x'`, by: `by || 'x'`, at: `at + interval '1 second'` } as const
const inEvents = (table: string, key: string, more: Readonly<Record<string, string>> = {}): Committed[] =>
  Object.entries({ ...EVENT, ...more }).map(([column, to]) => ({ table, key: [key, 'seq'], column, to }))
const inAct = { data: `jsonb_set(data, '{act}', (data -> 'act') || '{"smuggled": true}')` }

export const COMMITTED: readonly Committed[] = [
  ...inEvents('party_event', 'party', inAct),
  ...inEvents('unit_event', 'unit', inAct),
  ...inEvents('system_event', 'system', {
    data: `data || '{"level": "other"}'`,
    public: `coalesce(public, '{}') || '{"level": "other"}'`,
  }),
  ...inEvents('casefile_event', 'file', {
    side: `case side when 'party' then 'unit' else 'party' end`,
    state: `state || 'x'`,
  }),
  {
    ...{ table: 'casefile_paper', key: ['file', 'seq'], column: 'content' },
    to: `content || '{"smuggled": "x"}'`,
  },
  ...inEvents('petition_event', 'petition', {
    side: `case side when 'sender' then 'unit' else 'sender' end`,
    state: `state || 'x'`,
  }),
  {
    ...{ table: 'petition_paper', key: ['petition', 'seq'], column: 'content' },
    to: `content || '{"smuggled": "x"}'`,
  },
  { table: 'petition', key: ['id'], column: 'number', to: `number || 'X'` },
  { table: 'system', key: ['id'], column: 'ai_id', to: `ai_id || 'X'`, where: 'ai_id is not null' },
  { table: 'system', key: ['id'], column: 'public', to: `public || '{"name": "Other"}'`, where: 'ai_id is not null' },
  { table: 'casefile', key: ['id'], column: 'number', to: `number || 'X'`, where: 'unit is not null' },
  { table: 'dossier_version', key: ['system', 'version'], column: 'answers', to: `answers || '{"purpose": "other"}'` },
  { table: 'dossier_version', key: ['system', 'version'], column: 'hash', to: `md5(hash) || md5(hash)` },
  { table: 'attachment', key: ['id'], column: 'sha256', to: `md5(sha256) || md5(sha256)`, where: 'removed_at is null' },
  { table: 'notice', key: ['number'], column: 'level', to: `case level when 'high' then 'low' else 'high' end` },
  { table: 'notice', key: ['number'], column: 'received_at', to: `received_at - interval '1 day'` },
  { table: 'notice', key: ['number'], column: 'receipt', to: `receipt || '{"provider": "Other"}'` },
  { table: 'notice', key: ['number'], column: 'jws', to: `reverse(jws)` },
  { table: 'rule_set', key: ['id'], column: 'body', to: `body || '{"from": "2030-01-01"}'` },
  { table: 'log_leaf', key: ['id'], column: 'body', to: `set_byte(body, 3, get_byte(body, 3) # 1)` },
  { table: 'log_leaf', key: ['id'], column: 'at', to: `at + interval '1 second'` },
  { table: 'log_head', key: ['origin'], column: 'root', to: `'${Buffer.alloc(32, 1).toString('base64')}'` },
  { table: 'log_head', key: ['origin'], column: 'size', to: `size - 1` },
  { table: 'log_head', key: ['origin'], column: 'note', to: `replace(note, chr(10), ' ')` },
]

/** Changes one committed value of one row. Nothing when the table has no row to change. */
export async function change(dice: Dice, owner: pg.Pool, one: Committed): Promise<Tampering | undefined> {
  const { table, key, column, to, where = 'true' } = one
  const keys = key.map((k) => `${k}::text as ${k}`).join(', ')
  const { rows } = await owner.query<Record<string, string>>(
    `select ${keys}, ${column}::text as was from ${table} where ${where} order by ${key.join(', ')} offset ${Math.floor(dice() * (await count(owner, table, where)))} limit 1`,
  )
  const [row] = rows
  if (row === undefined) return undefined
  const at = key.map((k, n) => `${k}::text = $${n + 1}`).join(' and ')
  const values = key.map((k) => row[k])
  const type = await typeOf(owner, table, column)
  // What refers to a changed number or key stays as it was: an owner can switch such checks off.
  const changed = await free(owner, (client) =>
    client.query<Record<string, string>>(`update ${table} set ${column} = ${to} where ${at} returning ${keys}`, values),
  )
  const now = key.map((k) => changed.rows[0]?.[k])
  const back = `update ${table} set ${column} = $${key.length + 1}::${type} where ${at}`
  return {
    name: `${table}.${column} of ${values.join(' ')}`,
    names: [table === 'log_head' ? table : (values[0] ?? '')],
    undo: async () => void (await free(owner, (client) => client.query(back, [...now, row.was]))),
  }
}

async function count(owner: pg.Pool, table: string, where: string): Promise<number> {
  const { rows } = await owner.query<{ n: string }>(`select count(*) as n from ${table} where ${where}`)
  return Number(rows[0]?.n ?? 0)
}

async function typeOf(owner: pg.Pool, table: string, column: string): Promise<string> {
  const { rows } = await owner.query<{ type: string }>(
    `select format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attname = $2`,
    [table, column],
  )
  return rows[0]?.type ?? 'text'
}

/** As an owner who switches off what would stop him. */
export async function free<T>(owner: pg.Pool, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await owner.connect()
  try {
    await client.query(`set session_replication_role = replica`)
    return await run(client)
  } finally {
    await client.query(`set session_replication_role = default`)
    client.release()
  }
}

/** Rows taken away, put in or exchanged. Each is undone from a copy of the table. */
export const MOVES: Readonly<
  Record<string, { readonly tables: readonly string[]; readonly sql: string; readonly kind: string }>
> = {
  'an act deleted': {
    tables: ['party_event'],
    sql: `delete from party_event where ctid = (select ctid from party_event order by random() limit 1)`,
    kind: 'missing',
  },
  'an act deleted with its leaf': {
    tables: ['party_event', 'log_leaf'],
    sql: `with gone as (delete from party_event where ctid = (select ctid from party_event order by random() limit 1) returning data)
          delete from log_leaf using gone where id = (gone.data ->> 'leaf')::uuid`,
    kind: 'missing',
  },
  'an act put in without a leaf': {
    tables: ['party_event'],
    sql: `insert into party_event (party, seq, verb, by, at, data)
          select party, max(seq) + 1, 'owner-changed', 'x', now(), '{}' from party_event group by party limit 1`,
    kind: 'extra',
  },
  'an act put in with the leaf of another': {
    tables: ['party_event'],
    sql: `insert into party_event (party, seq, verb, by, at, data)
          select distinct on (party) party, seq + 1, verb, by, at, data from party_event order by party, seq desc limit 1`,
    kind: 'extra',
  },
  'two leaves exchanged': {
    tables: ['log_leaf'],
    sql: `with two as (select id, log_index, row_number() over () as n from (select * from log_leaf where log_index is not null order by random() limit 2) l)
          update log_leaf l set log_index = -1 - (select log_index from two o where o.id <> l.id) from two where l.id = two.id;
          update log_leaf set log_index = -1 - log_index where log_index < 0`,
    kind: 'altered',
  },
  'two steps exchanged': {
    tables: ['system_event'],
    sql: `with one as (select system from system_event where seq = 2 limit 1)
          update system_event e set seq = 103 - e.seq from one where e.system = one.system and e.seq in (1, 2);
          update system_event set seq = seq - 100 where seq > 100`,
    kind: 'reordered',
  },
  'a leaf put in': {
    tables: ['log_leaf'],
    sql: `insert into log_leaf (id, log_index, at, body) select gen_random_uuid(), max(log_index) + 1, now(), 'x' from log_leaf`,
    kind: 'missing',
  },
}

export async function move(owner: pg.Pool, name: string): Promise<Tampering & { readonly kind: string }> {
  await owner.query('create schema if not exists kept')
  const { tables, sql, kind } = MOVES[name] ?? { tables: [], sql: '', kind: '' }
  for (const table of tables) await owner.query(`create table kept.${table} as select * from ${table}`)
  await free(owner, async (client) => {
    for (const statement of sql.split(';')) await client.query(statement)
  })
  return {
    ...{ name, names: [], kind },
    undo: () =>
      free(owner, async (client) => {
        for (const table of tables) {
          const { rows } = await client.query<{ name: string }>(
            `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
            [table],
          )
          const columns = rows.map((row) => row.name).join(', ')
          await client.query(`delete from ${table}`)
          await client.query(
            `insert into ${table} (${columns}) overriding system value select ${columns} from kept.${table}`,
          )
          await client.query(`drop table kept.${table}`)
        }
      }),
  }
}
