import { Hono } from 'hono'
import { sql } from 'kysely'
import type pg from 'pg'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Kit } from './db/kit.ts'
import type { Journal } from './journal.ts'
import { appliedMigrations, pending, readMigrations } from './db/migrate.ts'

export type Pools = Readonly<Record<string, pg.Pool>>

/** What holds the public log up, in plain words; nothing when all is well. */
export interface LogState {
  problem(): string | undefined
}

const register = new Registry()
collectDefaultMetrics({ register })

const durations = new Histogram({
  name: 'saola_request_seconds',
  help: 'How long requests took, by route and status.',
  labelNames: ['route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [register],
})

/** Counts one answered request. The name of the route, never its path: a path may hold an id. */
export function observe(routeName: string, status: number, ms: number): void {
  durations.observe({ route: routeName, status: String(status) }, ms / 1000)
}

/** What the rim tells of every request: into the figures and, without anything personal, into the log. */
export const noting =
  (journal: Journal) =>
  (route: string, status: number, ms: number, method: string, requestId: string): void => {
    observe(route, status, ms)
    journal.info({ method, route, status, ms: Math.round(ms), request: requestId }, 'answered')
  }

/** `/healthz` the process answers, `/readyz` it can serve, `/metrics` for Prometheus. */
export function health(kit: Kit, pools: Pools, log?: LogState): Hono {
  measure(kit, pools, log)
  const known = readMigrations()
  const app = new Hono()
  app.get('/healthz', (c) => c.text('ok\n'))
  app.get('/readyz', async (c) => {
    const problem = await notReady(pools, known)
    if (problem !== undefined) return c.text(`${problem}\n`, 503)
    // Still ready: whoever must notify can, and the acts wait for the log. But somebody must look.
    const held = log?.problem()
    return c.text(held === undefined ? 'ready\n' : `ready, but the public log needs a person: ${held}\n`)
  })
  app.get('/metrics', async (c) => {
    // A forwarded request comes from outside: figures are for the machines around us.
    const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip'].some((name) => c.req.header(name) !== undefined)
    if (forwarded) return c.notFound()
    return c.body(await register.metrics(), 200, { 'content-type': register.contentType })
  })
  return app
}

async function notReady(pools: Pools, known: ReturnType<typeof readMigrations>): Promise<string | undefined> {
  try {
    for (const [name, pool] of Object.entries(pools)) {
      if (name === 'app') {
        if (pending(known, await appliedMigrations(pool)).length > 0) return 'migrations are waiting'
      } else await pool.query('select 1')
    }
    return undefined
  } catch {
    // Whatever the reason, the answer is the same; the fault shows in the log of whoever meets it.
    return 'the database does not answer'
  }
}

function measure(kit: Kit, pools: Pools, log?: LogState): void {
  for (const name of ['saola_pool_connections', 'saola_outbox_waiting', 'saola_log_waiting', 'saola_log_problem'])
    register.removeSingleMetric(name)
  new Gauge({
    name: 'saola_pool_connections',
    help: 'Connections to the database by pool: all, idle, and requests waiting for one.',
    labelNames: ['pool', 'state'],
    registers: [register],
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools)) {
        this.set({ pool, state: 'all' }, totalCount)
        this.set({ pool, state: 'idle' }, idleCount)
        this.set({ pool, state: 'waiting' }, waitingCount)
      }
    },
  })
  new Gauge({
    name: 'saola_outbox_waiting',
    help: 'Mails not yet sent and not given up.',
    registers: [register],
    async collect() {
      // Without a database there is no figure; the others must still come.
      const waiting = await countWaiting(kit).catch(() => Number.NaN)
      this.set(waiting)
    },
  })
  measureLog(kit, log)
}

function measureLog(kit: Kit, log?: LogState): void {
  new Gauge({
    name: 'saola_log_waiting',
    help: 'Acts that have no place in the public log yet.',
    registers: [register],
    async collect() {
      const waiting = await countLeaves(kit).catch(() => Number.NaN)
      this.set(waiting)
    },
  })
  new Gauge({
    name: 'saola_log_problem',
    help: '1 while the public log is not signed any further, or a witness disagrees; /readyz says why.',
    registers: [register],
    collect() {
      this.set(log?.problem() === undefined ? 0 : 1)
    },
  })
}

async function countLeaves(kit: Kit): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from log_leaf where log_index is null`.execute(kit.db)
  return rows[0]?.n ?? 0
}

async function countWaiting(kit: Kit): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from outbox where sent_at is null and failed_at is null`.execute(kit.db)
  return rows[0]?.n ?? 0
}
