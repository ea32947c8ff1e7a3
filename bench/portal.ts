import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { launchPortal, type RunningPortal } from '../test/portal.ts'

export interface Measured {
  readonly portal: RunningPortal
  readonly dataDir: string
  readonly apiKey: string
  /** The address of the database for its owner. */
  readonly owner: string
}

/** A portal in a process of its own on a PostgreSQL with fsync, stopped and cleared away whatever happens. */
export async function withPortal(run: (measured: Measured) => Promise<void>): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'saola-bench-'))
  const dataDir = join(home, 'data')
  const undo: (() => Promise<void>)[] = []
  const end = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step()
    rmSync(home, { recursive: true, force: true })
  }
  const interrupted = (): void => void end().then(() => process.exit(130))
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    const portal = await launchPortal({ after: (step) => undo.push(step) }, dataDir)
    await run({ portal, dataDir, apiKey: apiKeyOf(dataDir), owner: ownerOf(dataDir) })
  } finally {
    await end()
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
  }
}

export const apiKeyOf = (dataDir: string): string =>
  (JSON.parse(readFileSync(join(dataDir, 'evaluation.json'), 'utf8')) as { apiKey: string }).apiKey

export function ownerOf(dataDir: string): string {
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim()
  const port = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  return `postgres://saola:${password}@127.0.0.1:${port}/postgres`
}

/** A pool of bare connections; those that the server ends at the end are nobody's concern. */
export function barePool(owner: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: owner, max })
  pool.on('error', () => undefined)
  return pool
}

/** A whole number from the environment, for longer or shorter runs. */
export const setting = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise)
