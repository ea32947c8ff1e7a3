import { randomUUID } from 'node:crypto'
import type { MarkedFile, MarkFault } from '../../mark/marking.ts'
import type { ManifestReading } from '../../mark/manifest-reading.ts'
import type { Wanted } from '../../mark/signing.ts'
import { compiledEngine } from './engine.ts'
import { type Failure, Pool } from './pool.ts'

/** What a thread is given: a file to mark, or a manifest somebody registers. */
export type SignJob =
  | {
      readonly is: 'file'
      readonly bytes: Uint8Array
      readonly said: Wanted['said']
      readonly roots: string
      /** Where claims are signed meanwhile. */
      readonly channel: string
    }
  | { readonly is: 'manifest'; readonly manifest: Uint8Array; readonly roots: string }
export type SignAnswer =
  | { readonly is: 'marked'; readonly value: MarkedFile }
  | { readonly is: 'read'; readonly value: ManifestReading | undefined }
  | { readonly is: 'not'; readonly why: MarkFault }

export type Apart<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Failure | MarkFault }

const OPTIONS = {
  file: { workers: 2, patience: 10_000, patienceShared: 6_000, waiting: 16, idle: 300_000, heap: 256 },
  // Read within the transaction that registers an item: who is slow must not hold the connections of others.
  manifest: { workers: 1, patience: 3_000, patienceShared: 1_500, waiting: 3, idle: 60_000, heap: 128 },
} as const

const pools = new Map<SignJob['is'], Pool<SignJob, SignAnswer>>()
/** Threads of this process, started when the first file comes. */
function signers(of: SignJob['is']): Pool<SignJob, SignAnswer> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
  const script = new URL(`./sign-worker.${extension}`, import.meta.url)
  const pool = pools.get(of) ?? new Pool<SignJob, SignAnswer>({ ...OPTIONS[of], script, data: compiledEngine() })
  pools.set(of, pool)
  return pool
}

/** Marks a file in a thread of its own. `sign` is called here, where the keys are; nothing back means it may not be. */
export async function markApart(
  job: Pick<Extract<SignJob, { is: 'file' }>, 'bytes' | 'said' | 'roots'>,
  sign: (claim: Uint8Array) => Promise<Uint8Array<ArrayBuffer> | undefined>,
): Promise<Apart<MarkedFile>> {
  const name = `saola-sign-${randomUUID()}`
  const channel = new BroadcastChannel(name)
  channel.onmessage = ({ data }: { readonly data: Uint8Array }) => {
    sign(data).then(
      (cose) => channel.postMessage(cose ?? null),
      // A fault of ours: the thread is told no, and the job ends as broken off.
      () => channel.postMessage(null),
    )
  }
  try {
    const ran = await signers('file').run({ is: 'file', ...job, channel: name })
    if (!ran.ok) return ran
    if (ran.value.is === 'marked') return { ok: true, value: ran.value.value }
    return { ok: false, why: ran.value.is === 'not' ? ran.value.why : 'crash' }
  } finally {
    channel.close()
  }
}

/** Reads a manifest that stands alone: whose it is and what it says. Nothing when it proves nothing. */
export async function readApart(manifest: Uint8Array, roots: string): Promise<Apart<ManifestReading | undefined>> {
  const ran = await signers('manifest').run({ is: 'manifest', manifest, roots })
  if (!ran.ok) return ran
  return ran.value.is === 'read' ? { ok: true, value: ran.value.value } : { ok: false, why: 'engine' }
}

/** Ends the threads, where a program wants to end. */
export async function closeSigners(): Promise<void> {
  const all = [...pools.values()]
  pools.clear()
  await Promise.all(all.map((pool) => pool.close()))
}
