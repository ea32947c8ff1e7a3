import pg from 'pg'

/** The type of `tables.ts`, drawn from a migrated database (`npm run -s saola -- tables`). */
export async function describeTables(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Column>(COLUMNS)
    return print(rows)
  } finally {
    await client.end()
  }
}

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly optional: boolean
  readonly filled: boolean
  readonly computed: boolean
}

// A column of a view may be null unless every column of that name it is drawn from may not.
const COLUMNS = `
  select c.relname as "table", a.attname as name, t.typname as type,
         case when c.relkind = 'v' then not coalesce((
           select bool_and(b.attnotnull)
           from pg_depend d
           join pg_rewrite r on r.oid = d.objid and r.ev_class = c.oid
           join pg_attribute b on b.attrelid = d.refobjid and b.attnum = d.refobjsubid and b.attname = a.attname
           where d.refclassid = 'pg_class'::regclass and d.refobjid <> c.oid), false)
         else not a.attnotnull end as optional,
         a.atthasdef and a.attgenerated = '' as filled,
         a.attgenerated <> '' or a.attidentity = 'a' or c.relkind = 'v' as computed
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
    and a.attnum > 0 and not a.attisdropped and c.relname <> 'migration'
  order by c.relname collate "C", a.attnum`

const HEAD = `// Made from the migrated database by \`npm run -s saola -- tables\`. Not edited by hand; a test compares.
import type { ColumnType, Generated } from 'kysely'
import type { Json } from '../base/canonical.ts'
import type { JsonObject } from './json.ts'

/** Objects go in as they are; lists and texts through \`json\`. */
type Jsonb = ColumnType<Json, JsonObject, JsonObject>
type JsonbOrNull = ColumnType<Json | null, JsonObject | null | undefined, JsonObject | null>
type FilledJsonb = ColumnType<Json, JsonObject | undefined, JsonObject>
type List = ColumnType<string[], readonly string[], readonly string[]>
type FilledList = ColumnType<string[], readonly string[] | undefined, readonly string[]>
type Computed<T> = ColumnType<T, never, never>
`

const SIMPLE: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  tsvector: 'string',
  numeric: 'string',
  timestamptz: 'string',
  date: 'string',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  bytea: 'Uint8Array',
  jsonb: 'Json',
  _text: 'string[]',
  _uuid: 'string[]',
}

function typeOf(column: Column): string {
  const simple = SIMPLE[column.type]
  if (simple === undefined) throw new Error(`${column.table}.${column.name}: no TypeScript type for ${column.type}`)
  const whole = column.optional ? `${simple} | null` : simple
  if (column.computed) return `Computed<${whole}>`
  if (column.type === 'jsonb') return column.filled ? 'FilledJsonb' : column.optional ? 'JsonbOrNull' : 'Jsonb'
  if (simple === 'string[]' && !column.optional) return column.filled ? 'FilledList' : 'List'
  return column.filled ? `Generated<${whole}>` : whole
}

const pascal = (name: string): string => name.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())

function print(columns: readonly Column[]): string {
  const tables = [...new Set(columns.map((c) => c.table))]
  const shapes = tables.map((table) => {
    const lines = columns.filter((c) => c.table === table).map((c) => `  ${c.name}: ${typeOf(c)}`)
    return `export interface ${pascal(table)}Row {\n${lines.join('\n')}\n}\n`
  })
  const list = tables.map((table) => `  ${table}: ${pascal(table)}Row`)
  return [HEAD, ...shapes, `export interface Tables {\n${list.join('\n')}\n}\n`].join('\n')
}
