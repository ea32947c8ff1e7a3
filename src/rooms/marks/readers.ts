import type { TrustList } from '../../mark/c2pa.ts'
import type { Pack } from '../../mark/lint-packs.ts'
import type { Looked } from '../../mark/look.ts'
import { compiledEngine } from './engine.ts'
import { Pool } from './pool.ts'

/** What a thread is given: one file, whom to trust, and whether the engine is to be asked at all. */
export interface LookJob {
  readonly bytes: Uint8Array
  readonly lists: readonly TrustList[]
  readonly packs: readonly Pack[]
  readonly engine: boolean
}

/** Largest file that is taken: it is held in memory, several times for a moment. */
export const FILE_MOST = 25 * 1_048_576

/** Six seconds with the engine and four without it make the ten that one file may take; less when others wait. */
const WITH_ENGINE = 6_000
const WITHOUT = 4_000
const OPTIONS = {
  workers: 3,
  patience: WITH_ENGINE,
  patienceShared: 4_000,
  waiting: 24,
  idle: 300_000,
  heap: 256,
} as const

let pool: Pool<LookJob, Looked> | undefined
/** Threads of this process, started when the first file comes. */
function readers(): Pool<LookJob, Looked> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const script = new URL(`./look-worker.${extension}`, import.meta.url)
  pool ??= new Pool<LookJob, Looked>({ ...OPTIONS, script, data: compiledEngine() })
  return pool
}

/**
 * Looks at one file in a thread of its own. A file on which the engine breaks down or takes too long is looked at once
 * more without it, and that is said. Nothing comes back when too many are waiting.
 */
export async function lookApart(job: Omit<LookJob, 'engine'>): Promise<Looked | 'busy'> {
  const whole = await readers().run({ ...job, engine: true })
  if (whole.ok) return whole.value
  if (whole.why === 'busy') return 'busy'
  const { why } = whole
  const rest = await readers().run({ ...job, engine: false }, WITHOUT)
  if (rest.ok) return { ...rest.value, stopped: why }
  // The scanner alone is bounded by steps and never throws, so a thread that ends over it does not work at all.
  if (rest.why === 'crash') throw new Error('the threads that read files do not start')
  return 'busy'
}

/** Ends the threads, where a program wants to end. */
export async function closeReaders(): Promise<void> {
  await pool?.close()
  pool = undefined
}
