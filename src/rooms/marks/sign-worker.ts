import { parentPort, workerData } from 'node:worker_threads'
import { heldBlob } from '../../mark/held.ts'
import { type MarkingEngine, markFile, NotMarked } from '../../mark/marking.ts'
import { readingOf } from '../../mark/manifest-reading.ts'
import { startEngine } from './engine.ts'
import { parentOf } from '../../mark/parent.ts'
import type { SignJob, SignAnswer } from './signers.ts'

/**
 * Marks files that nobody trusts, in a thread that may be killed at any moment. It holds no key: each claim goes out
 * over a channel named for the job, and comes back signed.
 */
globalThis.fetch = () => Promise.reject(new Error('nothing is fetched here'))
// The engine writes too; reading is all its own wrapper speaks of.
const engine = (await startEngine(workerData as WebAssembly.Module)) as unknown as MarkingEngine

async function marked({ bytes, said, roots, channel: name }: Extract<SignJob, { is: 'file' }>): Promise<SignAnswer> {
  const channel = new BroadcastChannel(name)
  const sign = (claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
    new Promise((signed, refused) => {
      channel.onmessage = ({ data }: { readonly data: Uint8Array<ArrayBuffer> | null }) =>
        data === null ? refused(new NotMarked('engine', 'not signed')) : signed(data)
      channel.postMessage(claim)
    })
  try {
    const parent = parentOf(bytes, heldBlob)
    const wanted = { bytes, said, roots, sign, blobOf: heldBlob, ...(parent === undefined ? {} : { parent }) }
    return { is: 'marked', value: await markFile(engine, wanted) }
  } finally {
    channel.close()
  }
}

async function answer(job: SignJob): Promise<SignAnswer> {
  try {
    return job.is === 'file'
      ? await marked(job)
      : { is: 'read', value: await readingOf(engine, job.manifest, job.roots) }
  } catch (error) {
    if (error instanceof NotMarked) return { is: 'not', why: error.fault }
    throw error
  }
}

parentPort?.on('message', (job: SignJob) => {
  answer(job).then(
    (said) => parentPort?.postMessage(said),
    // An engine that broke down cannot be used again: the thread ends with it.
    () => process.exit(1),
  )
})
