import { secretToken } from '../../base/ids.ts'
import { pause } from '../../base/pause.ts'
import { printVerifierKey } from '../../log/key.ts'
import { NO_QUORUM, type Policy, printPolicy } from '../../log/policy.ts'
import { keepFiles, KEYS, POLICY } from './files.ts'
import { type Desk, type Ledger, type LedgerKeys, LedgerRefuses } from './schema.ts'
import { type Memory, type Round, round } from './sequence.ts'
import * as store from './store.ts'
import { submitHead } from './submit.ts'

/** How the log is doing, for health and figures. */
export interface Writer {
  /** Why it is not signed any further, or what a witness holds against it; nothing when all is well. */
  problem(): string | undefined
  stop(): Promise<void>
}

export interface WriterOptions extends LedgerKeys {
  readonly onProblem: (error: unknown) => void
  readonly everyMs?: number
}

/** A refusal waits for a person, who may mend things while we run. */
const AFTER_REFUSAL_MS = 15_000

/** Writes the log until stopped: about every second when something waits, with one cheap question otherwise. */
export function startWriter(desk: Desk, { signers, known, policy, onProblem, everyMs = 1000 }: WriterOptions): Writer {
  const ledger: Ledger = { desk, signers, known, holder: secretToken() }
  const stopping = new AbortController()
  const memory: Memory = {}
  let refused: string | undefined
  let witnesses: readonly string[] = []
  let submitting: Promise<void> | undefined
  let submitted = -1

  const show = (size: number): void => {
    // One submission at a time; heads that come meanwhile are shown together with the next.
    if (policy === undefined || policy.witnesses.length === 0 || submitting !== undefined || size === submitted) return
    submitted = size
    submitting = submitHead(ledger, policy)
      .then((problems) => {
        if (problems.join() !== witnesses.join() && problems.length > 0) onProblem(problems.join('; '))
        witnesses = problems
      })
      .catch(onProblem)
      .finally(() => (submitting = undefined))
  }

  const once = async (): Promise<Round> => {
    try {
      const done = await round(ledger, memory)
      refused = undefined
      if (done !== 'not-ours' && memory.edge !== undefined) show(memory.edge.size)
      return done
    } catch (error) {
      // A database or disk that is away must not end the loop: nothing is lost, everything is looked at again.
      const words = error instanceof LedgerRefuses ? error.message : undefined
      if (words === undefined || words !== refused) onProblem(error)
      refused = words
      return 'idle'
    }
  }

  const loop = async (): Promise<void> => {
    await publishTrust(ledger, policy).catch(onProblem)
    while (!stopping.signal.aborted) {
      const began = performance.now()
      const done = await once()
      const wait = refused === undefined ? everyMs - (performance.now() - began) : AFTER_REFUSAL_MS
      if (done !== 'more') await pause(Math.max(wait, 10), stopping.signal)
    }
    await submitting
    await store.release(desk.db, ledger.holder).catch(() => undefined)
  }
  const ended = loop()
  return {
    problem: () => refused ?? (witnesses.length === 0 ? undefined : `Witnesses: ${witnesses.join('; ')}`),
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}

/** So that anybody may check a checkpoint without asking us which key it is, or whose witness must have looked. */
export async function publishTrust({ desk, known }: Pick<Ledger, 'desk' | 'known'>, policy?: Policy): Promise<void> {
  const { site } = desk
  const lines = known.map((key) => `${printVerifierKey(key)}\n`)
  const logs = known.map((key) => ({ key, url: `${site.url}/log/` }))
  const text = printPolicy({ logs, witnesses: policy?.witnesses ?? [], quorum: policy?.quorum ?? NO_QUORUM })
  await keepFiles(site.log.folder, [
    { path: KEYS, bytes: Buffer.from(lines.join('')) },
    { path: POLICY, bytes: Buffer.from(text) },
  ])
}

/** For commands and tests: rounds until nothing waits. */
export async function writeAll(ledger: Ledger, memory: Memory = {}): Promise<void> {
  for (;;) {
    const done = await round(ledger, memory)
    if (done === 'idle' || done === 'grew') return
    if (done === 'not-ours') throw new LedgerRefuses('head-moved', 'Another process writes the log at the moment.')
  }
}
