import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { codeOf } from './fault.ts'
import { tellLosses } from './loss.ts'
import type { Tables } from './tables.ts'

export interface Connection {
  readonly db: Kysely<Tables>
  readonly pool: pg.Pool
  close(): Promise<void>
}

export interface ConnectOptions {
  readonly max?: number
  /** Shown in pg_stat_activity. */
  readonly name?: string
  /** Told of a connection that broke while nobody used it; the pool replaces it by itself. */
  readonly onIdleError?: (error: Error) => void
}

/**
 * A pool and a Kysely on it. Statements carry no name, so a pooler in transaction mode may stand between (PgBouncer).
 * Closing twice is harmless.
 */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    application_name: options.name ?? 'saola',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    types: { getTypeParser },
  })
  // Without a listener a broken idle connection would end the process.
  pool.on('error', options.onIdleError ?? (() => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: tellLosses(pool) }) })
  return { db, pool, close: () => db.destroy() }
}

const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8 = 20

const postgresDate = pg.types.getTypeParser(TIMESTAMPTZ, 'text') as (text: string) => unknown

const PARSERS = new Map<number, (text: string) => unknown>([
  [DATE, (text) => text],
  [TIMESTAMPTZ, instant],
  [INT8, integer],
])

/** Moments as ISO text with milliseconds, days as text, bigint as number; numeric stays text, as pg gives it. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  (format === 'binary' ? undefined : PARSERS.get(oid)) ?? pg.types.getTypeParser(oid, format as 'text')

/** As a server that keeps UTC writes a moment; JavaScript's form of it is the same but for a few signs. */
const IN_UTC = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00$/

function instant(text: string): string {
  if (IN_UTC.test(text))
    return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`
  const date = postgresDate(text)
  if (!(date instanceof Date)) throw new Error(`not a moment: ${text}`)
  return date.toISOString()
}

function integer(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`too large for a number: ${text}`)
  return value
}

const TRANSIENT = new Set(['40001', '40P01', '57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

/**
 * May the same transaction succeed when tried again? Serialisation failure, deadlock, a server that shuts down or
 * starts up, a lost connection. Safe only for a transaction that a repeat cannot double: its keys are made once
 * outside it, or a row in `answered` stands beside the act.
 */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error)
  return code !== undefined && (TRANSIENT.has(code) || /^08\w{3}$/.test(code))
}

/** Runs a transaction again, up to three times in all, when it failed for a passing reason. */
export async function retrying<T>(run: () => Promise<T>, attempts = 3): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run()
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error
      await new Promise((resume) => setTimeout(resume, 25 * 4 ** (attempt - 1)))
    }
  }
}
