import type { Kit } from '../../db/kit.ts'
import type { LoggedErasure } from '../ledger/actions.ts'
import { eraseSubject, type Order } from './carry-out.ts'
import { Field, type Kind } from './schema.ts'
import { passNumbers } from './store.ts'

const KINDS: readonly Kind[] = ['account', 'party', 'system', 'file', 'petition']

/**
 * Erases once more what the log says was erased, after an older database was restored: each under a tombstone of its own
 * that names the first. Says for each what came of it: the new numbers, or why nothing was done.
 */
export async function eraseAgain(
  kit: Kit,
  returned: readonly LoggedErasure[],
  told: (tombstone: string, numbers: readonly string[]) => void,
): Promise<void> {
  if (returned.length > 0) await passNumbers(kit.db, Math.max(...returned.map(({ tombstone }) => numberOf(tombstone))))
  for (const { tombstone, kind, subject, fields, groups } of returned) {
    const known = KINDS.find((one) => one === kind)
    if (known === undefined) continue
    const chosen = fields.flatMap((field) => Field.safeParse(field).data ?? [])
    const order: Order = {
      ...{ kind: known, subject, fields: chosen, files: chosen.includes('files'), id: null },
      versions: 'all',
      again: { tombstone, groups },
    }
    const numbers = await kit.db.transaction().execute(async (db) => {
      const erased = await eraseSubject({ ...kit, db, actor: { kind: 'visitor' } }, order)
      if (!erased.ok) throw new Error(`${tombstone} could not be carried out again: ${JSON.stringify(erased.refusals)}`)
      return erased.value
    })
    told(tombstone, numbers)
  }
}

/** The running number in `T-2026-000012`. */
const numberOf = (tombstone: string): number => Number(/(\d+)$/.exec(tombstone)?.[1] ?? 0)
