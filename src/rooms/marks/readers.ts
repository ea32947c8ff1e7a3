import type { TrustList } from '../../mark/c2pa.ts'
import type { Pack } from '../../mark/lint-packs.ts'
import type { Looked } from '../../mark/look.ts'
import { compiledEngine } from './engine.ts'
import { Pool } from './pool.ts'

/** What a thread is given: one file, whom to trust, and which rules are in force. */
export interface LookJob {
  readonly bytes: Uint8Array
  /** The manifest store beside it. */
  readonly sidecar?: Uint8Array
  readonly lists: readonly TrustList[]
  readonly packs: readonly Pack[]
}

/** What comes back: the hash as well, for that of a large file would hold up everybody else. */
export interface Seen {
  readonly looked: Looked
  readonly sha256: string
}

/** Largest file that is taken: it is held in memory, several times for a moment. */
export const FILE_MOST = 25 * 1_048_576

const OPTIONS = {
  ...{ workers: 3, patience: 10_000, patienceShared: 5_000, waiting: 24 },
  ...{ idle: 300_000, heap: 256 },
} as const

let pool: Pool<LookJob, Seen> | undefined
/** Threads of this process, started when the first file comes. */
function readers(): Pool<LookJob, Seen> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const script = new URL(`./look-worker.${extension}`, import.meta.url)
  pool ??= new Pool<LookJob, Seen>({ ...OPTIONS, script, data: compiledEngine() })
  return pool
}

/**
 * Looks at one file in a thread of its own. Of a file on which the engine breaks down or takes too long comes what was
 * seen before the engine was asked, and that is said. Nothing comes back when too many are waiting.
 */
export async function lookApart(job: LookJob): Promise<Seen | 'busy'> {
  const ran = await readers().run(job)
  if (ran.ok) return ran.value
  if (ran.early !== undefined && ran.why !== 'busy')
    return { ...ran.early, looked: { ...ran.early.looked, stopped: ran.why } }
  // The scanner alone never throws, so a thread that ends before it has spoken does not work at all.
  if (ran.why === 'crash') throw new Error('the threads that read files do not start')
  return 'busy'
}

/** Ends the threads, where a program wants to end. */
export async function closeReaders(): Promise<void> {
  await pool?.close()
  pool = undefined
}
