import { Worker, type WorkerOptions } from 'node:worker_threads'

/** Why nothing came of a job: it ran out of time, its worker broke down, or too many were waiting already. */
export type Failure = 'time' | 'crash' | 'busy'
export type Ran<Done> =
  | { readonly ok: true; readonly value: Done }
  /** `early`: what the thread had told before it came to its end. */
  | { readonly ok: false; readonly why: Failure; readonly early?: Done }

/** What a thread may say before its answer, in case it gets no further. */
export class Early<Done> {
  readonly early: Done
  constructor(early: Done) {
    this.early = early
  }
}
const isEarly = <Done>(said: Done | Early<Done>): said is Early<Done> =>
  typeof said === 'object' && said !== null && Object.keys(said).join() === 'early'

export interface PoolOptions {
  /** The script of a worker, as an address of this house. */
  readonly script: URL
  readonly workers: number
  /** How long a job may run, in milliseconds. */
  readonly patience: number
  /** How long, when others wait: whoever is slow then makes way. */
  readonly patienceShared: number
  /** How many may wait; whoever comes after them is told at once. */
  readonly waiting: number
  /** How long a thread stays when there is nothing to do: each holds tens of megabytes. */
  readonly idle: number
  /** Megabytes of JavaScript memory for each worker; WebAssembly has a bound of its own. */
  readonly heap: number
  /** Handed to every worker when it starts. */
  readonly data?: unknown
}

interface Task<Job, Done> {
  readonly job: Job
  readonly done: (ran: Ran<Done>) => void
}
interface Running<Job, Done> {
  readonly worker: Worker
  task?: Task<Job, Done> | undefined
  early?: Done | undefined
  since: number
  timer?: NodeJS.Timeout | undefined
}

/** The sources are run as they are, which a thread must be taught first; what is packed was compiled. */
function start(script: URL, options: WorkerOptions): Worker {
  if (!script.pathname.endsWith('.ts')) return new Worker(script, options)
  const [tsx, own] = [import.meta.resolve('tsx/esm/api'), script.href].map((address) => JSON.stringify(address))
  const code = `import(${tsx}).then(({ register }) => { register(); return import(${own}) })`
  return new Worker(code, { ...options, eval: true })
}

/**
 * Threads that can be killed, for work on files that nobody trusts. A job that takes too long or too much ends with its
 * thread, and another thread takes the next one; what runs beside it does not notice.
 */
export class Pool<Job, Done> {
  readonly #options: PoolOptions
  readonly #threads = new Set<Running<Job, Done>>()
  readonly #queue: Task<Job, Done>[] = []
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  /** Runs one job in some thread. Never throws: what goes wrong is an answer. */
  run(job: Job): Promise<Ran<Done>> {
    return new Promise((done) => {
      if (this.#closed || this.#queue.length >= this.#options.waiting) return done({ ok: false, why: 'busy' })
      this.#queue.push({ job, done })
      this.#next()
    })
  }

  /** How many threads there are, and how many jobs wait for one. */
  get state(): { readonly threads: number; readonly waiting: number } {
    return { threads: this.#threads.size, waiting: this.#queue.length }
  }

  /** Ends every thread; jobs that were under way are answered as broken off. */
  async close(): Promise<void> {
    this.#closed = true
    for (const { done } of this.#queue.splice(0)) done({ ok: false, why: 'crash' })
    await Promise.all([...this.#threads].map((thread) => this.#end(thread, 'crash')))
  }

  #next(): void {
    while (this.#queue.length > 0) {
      const free = [...this.#threads].find(({ task }) => task === undefined) ?? this.#start()
      const task = free === undefined ? undefined : this.#queue.shift()
      if (free === undefined || task === undefined) break
      this.#give(free, task)
    }
    for (const thread of this.#threads) this.#watch(thread)
  }

  #start(): Running<Job, Done> | undefined {
    if (this.#threads.size >= this.#options.workers || this.#closed) return undefined
    const { script, heap, data } = this.#options
    const options: WorkerOptions = {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      // Of the environment of the portal, with its secrets, a thread needs nothing.
      env: {},
      execArgv: [],
    }
    const thread: Running<Job, Done> = { worker: start(script, options), since: 0 }
    this.#threads.add(thread)
    thread.worker.on('message', (said: Done | Early<Done>) => {
      if (isEarly(said)) thread.early = said.early
      else this.#finished(thread, { ok: true, value: said })
    })
    thread.worker.on('error', () => void this.#end(thread, 'crash'))
    thread.worker.on('exit', () => void this.#end(thread, 'crash'))
    return thread
  }

  #give(thread: Running<Job, Done>, task: Task<Job, Done>): void {
    thread.task = task
    thread.early = undefined
    thread.since = performance.now()
    thread.worker.ref()
    thread.worker.postMessage(task.job)
  }

  #finished(thread: Running<Job, Done>, ran: Ran<Done>): void {
    clearTimeout(thread.timer)
    const { task } = thread
    thread.task = undefined
    // An idle thread keeps no process alive.
    thread.worker.unref()
    task?.done(ran)
    this.#next()
  }

  /** A thread may run for as long as is left to it; when somebody waits, that is less. One without work may go. */
  #watch(thread: Running<Job, Done>): void {
    clearTimeout(thread.timer)
    if (thread.task === undefined) {
      thread.timer = setTimeout(() => void this.#end(thread, 'time'), this.#options.idle).unref()
      return
    }
    const { patience, patienceShared } = this.#options
    const may = this.#queue.length > 0 ? patienceShared : patience
    const left = Math.max(0, thread.since + may - performance.now())
    thread.timer = setTimeout(() => void this.#end(thread, 'time'), left)
  }

  async #end(thread: Running<Job, Done>, why: Failure): Promise<void> {
    if (!this.#threads.delete(thread)) return
    clearTimeout(thread.timer)
    const { task, early } = thread
    thread.task = undefined
    const over = thread.worker.terminate()
    task?.done({ ok: false, why, ...(early === undefined ? {} : { early }) })
    // The next one should not have to wait for a thread to start; but one that never worked would only fail again.
    if (task !== undefined) this.#start()?.worker.unref()
    this.#next()
    await over
  }
}
