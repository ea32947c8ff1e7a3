import type { Instant } from '../base/day.ts'
import type { Database } from '../db/kit.ts'

export interface PostedMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly body: string
  readonly at: Instant
  readonly sentAt: Instant | null
}

/** The newest mails first: the evaluation mode shows what it would have sent. */
export async function listMails(db: Database, limit = 100): Promise<PostedMail[]> {
  return db
    .selectFrom('outbox')
    .select(['id', 'recipient as to', 'subject', 'body', 'created_at as at', 'sent_at as sentAt'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
