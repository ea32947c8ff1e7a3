import { retrying } from '../db/connect.ts'
import type { Database, Kit } from '../db/kit.ts'

class NotKept extends Error {
  readonly value: unknown
  constructor(value: unknown) {
    super('rolled back on purpose')
    this.value = value
  }
}

/** Runs a write in one transaction and keeps it only if it says so: a refusal leaves nothing half-written. */
export async function inTransaction<T>(
  kit: Kit,
  run: (trx: Database) => Promise<{ readonly keep: boolean; readonly value: T }>,
): Promise<T> {
  try {
    return await retrying(() =>
      kit.db.transaction().execute(async (trx) => {
        const { keep, value } = await run(trx)
        if (!keep) throw new NotKept(value)
        return value
      }),
    )
  } catch (error) {
    if (error instanceof NotKept) return error.value as T
    throw error
  }
}
