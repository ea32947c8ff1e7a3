import { parentPort, workerData } from 'node:worker_threads'
import { createHash } from 'node:crypto'
import { look, type Looked } from '../../mark/look.ts'
import { startEngine } from './engine.ts'
import { Early } from './pool.ts'
import type { LookJob, Seen } from './readers.ts'

/**
 * Looks at files that nobody trusts, one after the other, in a thread that may be killed at any moment. It holds no
 * secret, reaches no database, and has no way out to the network.
 */
globalThis.fetch = () => Promise.reject(new Error('nothing is fetched here'))
const engine = await startEngine(workerData as WebAssembly.Module)

parentPort?.on('message', ({ bytes, sidecar, lists, packs }: LookJob) => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const early = (looked: Looked): void => parentPort?.postMessage(new Early<Seen>({ looked, sha256 }))
  look(bytes, { lists, packs, engines: [engine], early, ...(sidecar && { sidecar }) }).then(
    (looked) => parentPort?.postMessage({ looked, sha256 } satisfies Seen),
    // An engine that broke down cannot be used again: the thread ends with it.
    () => process.exit(1),
  )
})
