import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Notifier, Promised } from '../notices.ts'
import { wholeNotices } from '../whole.ts'

/** What is undone when a fault is over, in reverse order, however it ended. */
export class Undo {
  readonly #steps: (() => Promise<void>)[] = []

  after(step: () => Promise<void>): void {
    this.#steps.push(step)
  }

  async all(): Promise<void> {
    for (const step of this.#steps.splice(0).toReversed()) await step().catch((error: unknown) => console.error(error))
  }
}

/** One row of the table at the end. `wrong` is empty when the promise held. */
export interface Told {
  readonly fault: string
  readonly acknowledged: number
  readonly wrong: readonly string[]
  readonly remarks: readonly string[]
}

export function folder(undo: Undo): string {
  const dir = mkdtempSync(join(tmpdir(), 'saola-faults-'))
  undo.after(async () => rmSync(dir, { recursive: true, force: true }))
  return dir
}

export const apiKeyOf = (dataDir: string): string =>
  (JSON.parse(readFileSync(join(dataDir, 'evaluation.json'), 'utf8')) as { apiKey: string }).apiKey

export function ownerPool(dataDir: string): pg.Pool {
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim()
  const port = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  const pool = new pg.Pool({ connectionString: `postgres://saola:${password}@127.0.0.1:${port}/postgres`, max: 2 })
  pool.on('error', () => undefined)
  return pool
}

export const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms))

/** The same dice in every run: `FAULT_SEED` throws others. */
export function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export type Whole = Awaited<ReturnType<typeof wholeNotices>>

/** The made-up world has papers of its own: what counts is what was added to them. */
export async function wrongIn(owner: pg.Pool, before: Whole, promised: readonly Promised[]): Promise<string[]> {
  const wrong: string[] = []
  const after = await wholeNotices(owner)
  if (after.broken !== before.broken) wrong.push(`${after.broken - before.broken} notices are not whole`)
  if (after.leftovers !== before.leftovers) wrong.push(`${after.leftovers - before.leftovers} rows belong to no notice`)
  const { rows } = await owner.query<{ code: string; number: string; ai_id: string }>(
    `select s.internal_code as code, n.number, s.ai_id from notice n join system s on s.id = n.system
     where s.internal_code like 'umbrella-%'`,
  )
  const kept = new Map<string, typeof rows>()
  for (const row of rows) kept.set(row.code, [...(kept.get(row.code) ?? []), row])
  for (const { code, body } of promised) {
    const [row, again] = kept.get(code) ?? []
    const said = body.toString()
    if (row === undefined) wrong.push(`${code} was acknowledged and is not there`)
    else if (again !== undefined) wrong.push(`${code} is there twice`)
    else if (!said.includes(row.number) || !said.includes(row.ai_id)) wrong.push(`${code} is not what was acknowledged`)
  }
  if (new Set(rows.map((row) => row.ai_id)).size !== rows.length) wrong.push('an AI-ID was given twice')
  return wrong
}

/** A repeated key gets the same bytes: a sample of what was promised, asked for again. */
export async function wrongWhenRepeated(
  asker: Notifier,
  promised: readonly Promised[],
  sample = 200,
): Promise<string[]> {
  const step = Math.max(1, Math.floor(promised.length / sample))
  const wrong: string[] = []
  for (let n = 0; n < promised.length; n += step) {
    const told = promised[n]
    if (told === undefined) continue
    const again = await asker.send(told.key, told.code)
    if (again.status !== told.status || !again.body.equals(told.body))
      wrong.push(`${told.code} was answered otherwise the second time`)
  }
  return wrong
}

/** Many wrongs of one sort are told by the first few. */
export const few = (all: readonly string[]): string[] =>
  all.length > 5 ? [...all.slice(0, 5), `and ${all.length - 5} more`] : [...all]
