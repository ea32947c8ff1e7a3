import type { Kit } from '../../db/kit.ts'
import { judgeAct } from './acts.ts'
import { type ActRow, type ActTable, type Burials, isUuid, listActs, listBurials } from './acts-store.ts'
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
  let after = { id: from, seq: from === BEGINNING ? 0 : -1 }
  let buried = await listBurials(db)
  let coming = listActs(db, table, after, wanted)
  for (;;) {
    const rows = await coming
    const last = rows.at(-1)
    const found = judgePage(table, rows, before, buried)
    // Something was erased while we looked: rows and tombstones are read again, until they are of one moment.
    const now = found.length === 0 ? buried : await listBurials(db)
    if (now.size !== buried.size) {
      buried = now
      coming = listActs(db, table, after, wanted)
      continue
    }
    findings.push(...found)
    if (last !== undefined && rows.length === PAGE) coming = listActs(db, table, last, wanted)
    for (const row of rows) {
      if (row.log_index !== null) seen.push(row.log_index)
      else if (row.body !== null && row.leaf !== null) waiting.push(row.leaf)
      before = row
    }
    acts += rows.length
    after = last ?? after
    if (rows.length < PAGE) return { acts, waiting, seen: Uint32Array.from(seen), findings }
  }
}

function judgePage(table: ActTable, rows: readonly ActRow[], first: ActRow | undefined, buried: Burials): Finding[] {
  let before = first
  return rows.flatMap((row) => {
    const found = judgeAct(table, row, before, buried)
    before = row
    return found
  })
}
