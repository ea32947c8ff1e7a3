import { toBase64 } from '../../log/encoding.ts'
import type { Head as TreeHead } from '../../log/verify.ts'
import { LedgerRefuses, type Head } from './schema.ts'

/** What lies in the folder: the head the published checkpoint shows, and the largest size any file belongs to. */
export interface Published {
  readonly head: TreeHead | undefined
  readonly largest: number
}

/**
 * How the files stand to the head of the database. A database behind its files was restored from an older backup:
 * signing on would give the same indexes to other acts, and two signed histories are the end of a log.
 */
export type Standing = 'level' | 'behind'

export function standing(head: Pick<Head, 'size' | 'root'>, { head: shown, largest }: Published): Standing {
  const size = Math.max(shown?.size ?? 0, largest)
  if (size > head.size)
    throw new LedgerRefuses(
      'database-older',
      `The published log holds ${size} acts and the database knows of ${head.size}: an older database was restored. The log is not signed any further. Restore a newer database; docs/operations.md says what can be done when there is none.`,
    )
  if (shown === undefined || shown.size < head.size) return 'behind'
  if (toBase64(shown.root) !== head.root)
    throw new LedgerRefuses(
      'other-head',
      `The published log and the database both hold ${head.size} acts, but not the same ones: one of them was exchanged. The log is not signed any further. Restore the database that belongs to these files.`,
    )
  return 'level'
}

/** A log that has files has begun: a database without its head is not the one these files were made from. */
export function mayBegin({ head, largest }: Published): void {
  if (head === undefined && largest === 0) return
  throw new LedgerRefuses(
    'database-older',
    `The published log holds ${Math.max(head?.size ?? 0, largest)} acts and the database does not know it at all. The log is not signed any further. Restore the database that belongs to these files, or publish under another name (SAOLA_LOG_ORIGIN) in an empty folder.`,
  )
}
