import { parentPort, workerData } from 'node:worker_threads'
import { look, type Looked } from '../../mark/look.ts'
import { startEngine } from './engine.ts'
import type { LookJob } from './readers.ts'

/**
 * Looks at files that nobody trusts, one after the other, in a thread that may be killed at any moment. It holds no
 * secret, reaches no database, and has no way out to the network.
 */
globalThis.fetch = () => Promise.reject(new Error('nothing is fetched here'))
const engine = await startEngine(workerData as WebAssembly.Module)

parentPort?.on('message', ({ bytes, lists, packs, engine: asked }: LookJob) => {
  look(bytes, { lists, packs, engines: asked ? [engine] : [] }).then(
    (looked: Looked) => parentPort?.postMessage(looked),
    // An engine that broke down cannot be used again: the thread ends with it.
    () => process.exit(1),
  )
})
