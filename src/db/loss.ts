import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { codeOf } from './fault.ts'

/** The connection broke, or none could be had: SQLSTATE class 08, as PostgreSQL itself would say if it still could. */
export class ConnectionLost extends Error {
  readonly code = '08006'
}

/**
 * A pool as Kysely wants it, in which a broken connection is told by a code. pg tells it in words only, and a
 * connection in use that breaks without a listener would end the process.
 */
export function tellLosses(pool: pg.Pool): PostgresPool {
  const guarded = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  pool.on('connect', (client) => guarded.set(client, guard(client)))
  return {
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw codeOf(error) === undefined ? new ConnectionLost('no connection could be had', { cause: error }) : error
      })
      return guarded.get(client) ?? guard(client)
    },
    end: () => pool.end(),
  }
}

function guard(client: pg.PoolClient): PostgresPoolClient {
  let lost = false
  const lose = (): void => {
    lost = true
  }
  client.on('error', lose)
  client.on('end', lose)
  const query = async (sql: string, values: readonly unknown[]) => {
    try {
      return await client.query(sql, [...values])
    } catch (error) {
      // An error with a code already says what it is, also when the connection broke right after it.
      throw lost && codeOf(error) === undefined
        ? new ConnectionLost('the connection to the database broke', { cause: error })
        : error
    }
  }
  // Kysely asks with a cursor only where one is configured, and none is.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(lost) }
}
