import assert from 'node:assert/strict'
import type { Outcome } from '../src/base/outcome.ts'
import type { Acting } from '../src/casework/actions.ts'

/** What came of it; whatever was refused stands in the failure. */
export function good<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, JSON.stringify(outcome))
  return outcome.value
}

/** Why it was refused: `code`, or `code field` where a field is to blame. */
export const codes = (outcome: Outcome<unknown>): string[] =>
  outcome.ok ? [] : outcome.refusals.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`))

/** As the rim does it: one transaction, kept only when nothing was refused. */
export async function kept<T>(asked: Acting, run: (asked: Acting) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const transaction = await asked.db.startTransaction().execute()
  try {
    const outcome = await run({ ...asked, db: transaction })
    await (outcome.ok ? transaction.commit() : transaction.rollback()).execute()
    return outcome
  } catch (fault) {
    await transaction.rollback().execute()
    throw fault
  }
}
