import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Judged, Share } from './judging.ts'

/** Processes that judge shares of the acts beside this one, each with a connection of its own. */
export interface Cores {
  readonly judge: (share: Share) => Promise<Judged>
  close(): Promise<void>
}

type Said = { readonly judged: Judged } | { readonly error: string }

export function startCores(url: string, count = 2): Cores {
  const script = join(import.meta.dirname, 'fsck-worker.ts')
  const workers = Array.from({ length: count }, () =>
    fork(script, {
      // Rows die young: with room for them few are carried over.
      execArgv: ['--import', 'tsx', '--max-semi-space-size=64'],
      serialization: 'advanced',
      // The address holds a password, so it stays out of the list of processes.
      env: { ...process.env, SAOLA_FSCK_DATABASE: url },
    }),
  )
  const free = [...workers]
  const waiting: ((worker: ChildProcess) => void)[] = []
  const give = (worker: ChildProcess): void => {
    const next = waiting.shift()
    if (next === undefined) free.push(worker)
    else next(worker)
  }
  const get = (): Promise<ChildProcess> => {
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
    close: async () => void (await Promise.all(workers.map(end))),
  }
}

function ask(worker: ChildProcess, share: Share): Promise<Judged> {
  return new Promise((done, failed) => {
    const died = (): void => failed(new Error('a process that was judging acts ended'))
    worker.once('exit', died)
    worker.once('message', (said) => {
      worker.off('exit', died)
      const answer = said as Said
      if ('judged' in answer) done(answer.judged)
      else failed(new Error(answer.error))
    })
    worker.send(share)
  })
}

const end = (worker: ChildProcess): Promise<void> =>
  new Promise((ended) => {
    if (worker.exitCode !== null || worker.signalCode !== null) return ended()
    worker.once('exit', () => ended())
    worker.disconnect()
  })
