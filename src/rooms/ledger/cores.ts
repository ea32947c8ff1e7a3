import { Worker } from 'node:worker_threads'
import type { Judged, Share } from './fsck.ts'

/** Threads that judge shares of the acts beside the main one, each with a connection of its own. */
export interface Cores {
  readonly judge: (share: Share) => Promise<Judged>
  close(): Promise<void>
}

type Said = { readonly judged: Judged } | { readonly error: string }

export function startCores(url: string, count = 2): Cores {
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./fsck-worker.ts', import.meta.url), { workerData: { url } }),
  )
  const free = [...workers]
  const waiting: ((worker: Worker) => void)[] = []
  const give = (worker: Worker): void => {
    const next = waiting.shift()
    if (next === undefined) free.push(worker)
    else next(worker)
  }
  const get = (): Promise<Worker> => {
    const worker = free.pop()
    return worker === undefined ? new Promise((given) => waiting.push(given)) : Promise.resolve(worker)
  }
  return {
    async judge(share) {
      const worker = await get()
      try {
        return await ask(worker, share)
      } finally {
        give(worker)
      }
    },
    close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
  }
}

function ask(worker: Worker, share: Share): Promise<Judged> {
  return new Promise((done, failed) => {
    worker.once('error', failed)
    worker.once('message', (said: Said) => {
      worker.off('error', failed)
      if ('judged' in said) done(said.judged)
      else failed(new Error(said.error))
    })
    worker.postMessage(share)
  })
}
