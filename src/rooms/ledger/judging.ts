import type { Kit } from '../../db/kit.ts'
import { judgeAct } from './acts.ts'
import { type ActRow, type ActTable, isUuid, listActs } from './acts-store.ts'
import type { Finding } from './schema.ts'

/** Part of a table of acts: after the thing `after`, up to, not including, `end`. */
export interface Share {
  readonly table: ActTable
  readonly from: string
  readonly end: string | undefined
}

/** What one share came to. `seen`: places of the log whose act was found; twice where two acts claim one leaf. */
export interface Judged {
  readonly acts: number
  /** Leaves that wait for a place. */
  readonly waiting: readonly string[]
  readonly seen: Uint32Array
  readonly findings: readonly Finding[]
}

/** Before the first thing of every table. */
export const BEGINNING = '00000000-0000-0000-0000-000000000000'
const PAGE = 4000

/** Holds the acts of one share against their leaves. The next page is fetched while this one is judged. */
export async function judgeShare({ db }: Pick<Kit, 'db'>, { table, from, end }: Share): Promise<Judged> {
  const wanted = { end, most: PAGE, uuid: await isUuid(db) }
  const findings: Finding[] = []
  const seen: number[] = []
  const waiting: string[] = []
  let acts = 0
  let before: ActRow | undefined
  let coming = listActs(db, table, { id: from, seq: from === BEGINNING ? 0 : -1 }, wanted)
  for (;;) {
    const rows = await coming
    const last = rows.at(-1)
    if (last !== undefined && rows.length === PAGE) coming = listActs(db, table, last, wanted)
    for (const row of rows) {
      findings.push(...judgeAct(table, row, before))
      if (row.log_index !== null) seen.push(row.log_index)
      else if (row.body !== null && row.leaf !== null) waiting.push(row.leaf)
      before = row
    }
    acts += rows.length
    if (rows.length < PAGE) return { acts, waiting, seen: Uint32Array.from(seen), findings }
  }
}
