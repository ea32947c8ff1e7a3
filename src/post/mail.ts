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
export async function post(db: Database, mail: Mail, at: Instant): Promise<void> {
  await db
    .insertInto('outbox')
    .values({
      id: uuidv7(),
      about: mail.about,
      recipient: mail.to,
      subject: mail.subject,
      body: mail.body,
      created_at: at,
      due_at: at,
    })
    .onConflict((c) => c.column('about').doNothing())
    .execute()
}
