import { pause } from '../../base/pause.ts'
import type { Cell } from '../../db/open-data.ts'
import type { Kit } from '../../db/kit.ts'
import { type PublishedRow, type Redacting, type Redaction, reissue } from '../register/actions.ts'
import { dropErasedFiles } from '../systems/actions.ts'
import { type Gone, listGone, listPublished, listUnfinished, markReissued, type Unfinished } from './finish-store.ts'
import type { Field } from './schema.ts'

/**
 * What follows erasures and takes longer than a transaction: bytes of files, and past editions of the open data
 * published anew. Says how many tombstones it finished. May be repeated; what an export holds up waits for the next turn.
 */
export async function finishErasures(kit: Kit, signal?: AbortSignal): Promise<number> {
  const waiting = await listUnfinished(kit.db)
  if (waiting.length === 0) return 0
  const numbers = waiting.map(({ number }) => number)
  await dropErasedFiles(kit)
  const gone = await listGone(kit.db, numbers)
  const cases = waiting.flatMap(({ kind, subject }) => (kind === 'file' ? [subject] : []))
  const published = cases.length === 0 ? [] : await listPublished(kit.db, cases)
  const shown = gone.length > 0 || published.length > 0
  if (shown && !(await reissue(kit, redacting(waiting, gone, published), signal)).ok) return 0
  await markReissued(kit.db, numbers, kit.now())
  return numbers.length
}

/** The columns of a public record that show a field; what they show once it is gone. */
const COLUMNS: Readonly<Partial<Record<Field, readonly [column: string, empty: Cell]>>> = {
  providerName: ['providerName', ''],
  providerAddress: ['providerAddress', null],
  providerContact: ['providerContact', null],
  purpose: ['purpose', null],
  functions: ['functions', []],
  scope: ['scope', null],
  users: ['users', []],
  affected: ['affected', []],
}

/**
 * Rows are known by the entry of the log that they name; in other sets by the system they are about, and what was
 * published of a file by its number.
 */
export function redacting(
  waiting: readonly Unfinished[],
  gone: readonly Gone[],
  published: readonly string[],
): Redacting {
  const tombstones = new Map(waiting.map((one) => [one.number, one]))
  const byLeaf = new Map(gone.map((one) => [`${one.leaf} ${one.name}`, one]))
  const bySubject = new Map(
    waiting.flatMap((one) =>
      one.kind === 'system' && one.fields.includes('providerName') ? [[one.subject, one]] : [],
    ),
  )
  const byFile = new Map(waiting.flatMap((one) => (published.includes(one.subject) ? [[one.subject, one]] : [])))
  const under = (number: string, cells: Redaction['cells']): Redaction | undefined => {
    const tombstone = tombstones.get(number)
    return tombstone && { cells, tombstone: number, at: tombstone.at }
  }
  return {
    needles: [...new Set([...gone.map(({ leaf }) => leaf), ...bySubject.keys(), ...published])],
    redact(set, row) {
      if (set === 'systems') {
        const one = byLeaf.get(`${String(row.leaf)} public`)
        const fields = one === undefined ? [] : (tombstones.get(one.tombstone)?.fields ?? [])
        return one && row.salt !== null ? under(one.tombstone, { ...emptied(fields), salt: null }) : undefined
      }
      if (set === 'events') {
        const one = byLeaf.get(`${String(row.leaf)} history`)
        const { reason = null, changes } = one?.left ?? {}
        const told = changes === undefined ? null : JSON.stringify(changes)
        return one && row.salt !== one.salt
          ? under(one.tombstone, { reason, changes: told, salt: one.salt })
          : undefined
      }
      const [file, columns] = [byFile.get(String(row.number)), OF_FILE[set]]
      return file && columns ? ofFile(row, columns, file, under) : elsewhere(row, bySubject, under)
    },
  }
}

const emptied = (fields: readonly Field[]): Record<string, Cell> =>
  Object.fromEntries(fields.flatMap((field) => (COLUMNS[field] === undefined ? [] : [COLUMNS[field]])))

/** What sets made of files say in words, and of whom. */
const OF_FILE: Readonly<Record<string, readonly string[]>> = {
  incidents: ['systemName', 'summary', 'reply'],
  conclusions: ['systemName', 'summary'],
  orders: ['reason', 'endedReason'],
  violations: ['title', 'summary', 'party', 'aiId', 'reason', 'reply'],
}

function ofFile(
  row: PublishedRow,
  columns: readonly string[],
  { number }: Unfinished,
  under: (number: string, cells: Redaction['cells']) => Redaction | undefined,
): Redaction | undefined {
  // An edition of today already gives the tombstone as the reason.
  const said = columns.filter((column) => typeof row[column] === 'string' && !row[column].includes(number))
  return said.length === 0 ? undefined : under(number, Object.fromEntries(said.map((column) => [column, null])))
}

/** Sets of other rooms name a provider beside the AI-ID. */
const PROVIDER = ['provider', 'providerName']

function elsewhere(
  row: PublishedRow,
  bySubject: ReadonlyMap<string, Unfinished>,
  under: (number: string, cells: Redaction['cells']) => Redaction | undefined,
): Redaction | undefined {
  const one = bySubject.get(String(row.aiId))
  const named = PROVIDER.filter((column) => typeof row[column] === 'string' && row[column] !== '')
  return one && named.length > 0
    ? under(one.number, Object.fromEntries(named.map((column) => [column, ''])))
    : undefined
}

const EVERY = 60_000

/** Looks every minute whether an erasure is to be finished. A failure waits for the next look. */
export function startFinisher(kit: Kit, onProblem: (error: unknown) => void): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await finishErasures(kit, stopping.signal).catch((error: unknown) =>
        stopping.signal.aborted ? undefined : onProblem(error),
      )
      await pause(EVERY, stopping.signal)
    }
  }
  const ended = loop()
  return {
    async stop() {
      stopping.abort()
      await ended
    },
  }
}
