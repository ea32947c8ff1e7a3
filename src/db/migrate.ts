import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { PlainFault } from './fault.ts'

export interface Migration {
  readonly name: string
  readonly checksum: string
  readonly sql: string
}

export type Applied = Pick<Migration, 'name' | 'checksum'>

const FOLDER = join(import.meta.dirname, '../../migrations')
const LOCK = 7_262_002

/** The migrations this version knows, in their order. Line ends do not count, so a checkout elsewhere agrees. */
export function readMigrations(folder: string = FOLDER): Migration[] {
  const names = readdirSync(folder)
    .filter((file) => /^\d{4}_\w+\.sql$/.test(file))
    .sort()
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/** What is still to do. Throws when the database has a history this version cannot continue. */
export function pending(known: readonly Migration[], applied: readonly Applied[]): Migration[] {
  for (const old of applied) {
    const same = known.find((m) => m.name === old.name)
    if (same === undefined)
      throw new PlainFault(
        `The database already has migration ${old.name}, which this version of Saola does not know: start the newer version that made it.`,
      )
    if (same.checksum !== old.checksum)
      throw new PlainFault(
        `Migration ${old.name} was changed after it was applied: put the file back as it was and add a new migration instead.`,
      )
  }
  const rest = known.slice(applied.length)
  const skipped =
    rest.length + applied.length === known.length &&
    known.slice(0, applied.length).some((m, i) => m.name !== applied[i]?.name)
  if (skipped)
    throw new PlainFault('A migration was numbered before one that is already applied: give it the next free number.')
  return rest
}

/** Brings the database to this version, as its owner; each file stands or falls as one. Gives the names it applied. */
export async function migrate(ownerUrl: string, known: readonly Migration[] = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'saola migrate' })
  await client.connect()
  try {
    await inTransaction(client, () => client.query(BOOKKEEPING))
    const done: string[] = []
    for (;;) {
      const name = await inTransaction(client, () => applyNext(client, known))
      if (name === undefined) return done
      done.push(name)
    }
  } finally {
    await client.end()
  }
}

/** The migrations that were applied, as any role of the portal may read them. */
export async function appliedMigrations(pool: Pick<pg.Pool, 'query'>): Promise<Applied[]> {
  const { rows: found } = await pool.query<{ there: boolean }>(`select to_regclass('migration') is not null as there`)
  if (found[0]?.there !== true) return []
  const { rows } = await pool.query<Applied>('select name, checksum from migration order by name')
  return rows
}

const BOOKKEEPING = `
  create table if not exists migration (
    name       text primary key,
    checksum   text not null,
    applied_at timestamptz not null default now()
  );
  comment on table migration is 'Which files of migrations/ were applied, and what they said. Written by the owner only.';
  grant select on migration to saola_app`

async function applyNext(client: pg.Client, known: readonly Migration[]): Promise<string | undefined> {
  const { rows } = await client.query<Applied>('select name, checksum from migration order by name')
  const [next] = pending(known, rows)
  if (next === undefined) return undefined
  await client.query(next.sql)
  await client.query('insert into migration (name, checksum) values ($1, $2)', [next.name, next.checksum])
  return next.name
}

async function inTransaction<T>(client: pg.Client, run: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    const value = await run()
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
