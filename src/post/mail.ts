import type { Instant } from '../base/day.ts'
import { uuidv7 } from '../base/ids.ts'
import type { Database } from '../db/kit.ts'

export interface Mail {
  /** What it is about, unique: the same cause never mails twice. */
  readonly about: string
  readonly to: string
  readonly subject: string
  readonly body: string
}

/** Puts a mail into the outbox, in the transaction of the act that causes it. The sender delivers it later, at least once. */
export const post = (db: Database, mail: Mail, at: Instant): Promise<number> => postAll(db, [mail], at)

/** Several mails of one act in one statement. Says how many are new: the same cause never mails twice. */
export async function postAll(db: Database, mails: readonly Mail[], at: Instant): Promise<number> {
  if (mails.length === 0) return 0
  const rows = mails.map(({ about, to, subject, body }) => ({
    ...{ id: uuidv7(), about, recipient: to, subject, body },
    ...{ created_at: at, due_at: at },
  }))
  const kept = await db
    .insertInto('outbox')
    .values(rows)
    .onConflict((c) => c.column('about').doNothing())
    .executeTakeFirst()
  return Number(kept.numInsertedOrUpdatedRows ?? 0n)
}
