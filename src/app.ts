import { Hono } from 'hono'
import type { Kit } from './db/kit.ts'
import { health, type Pools } from './health.ts'
import type { Journal } from './journal.ts'

export interface AppOptions {
  readonly pools: Pools
  /** How many proxies in front are ours. */
  readonly trustProxy: number
  readonly journal: Journal
}

export function createApp(kit: Kit, options: AppOptions): Hono {
  return new Hono().route('/', health(kit, options.pools))
}
