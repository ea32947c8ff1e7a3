import { createTransport } from 'nodemailer'
import type { Instant } from '../base/day.ts'
import { pause } from '../base/pause.ts'
import type { Database } from '../db/kit.ts'

export interface Letter {
  readonly messageId: string
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Hands one letter over, or throws. */
export type Deliver = (letter: Letter) => Promise<void>

export interface SenderOptions {
  readonly db: Database
  readonly now: () => Instant
  readonly from: string
  /** Host name in the Message-ID. */
  readonly host: string
  readonly deliver: Deliver
  /** Told of a failed attempt: never of whom it was for. */
  readonly onProblem?: (id: string, code: string) => void
  readonly idleMs?: number
}

/** A letter is handed to one sender at a time for this long; a sender that dies gives it back by doing nothing. */
const LEASE_MINUTES = 10
/** Minutes between attempts; after the last one the letter is given up and shows in the figures. */
const PAUSES = [1, 5, 15, 60, 180, 360, 720, 1440, 1440]

export function smtp(url: string): { deliver: Deliver; close(): void } {
  const transport = createTransport({ url, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 })
  return { deliver: async (letter) => void (await transport.sendMail({ ...letter })), close: () => transport.close() }
}

/** Delivers the outbox until stopped. `stop` lets the letter in hand finish. */
export function startSender(options: SenderOptions): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      // A database that is away for a while must not end the loop: nothing is lost, it is tried again.
      const sent = await sendNext(options).catch(() => false)
      if (!sent) await pause(options.idleMs ?? 2000, stopping.signal)
    }
  }
  const ended = loop()
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}

/** Sends the letter that has waited longest; false when none is due. At least once: the Message-ID is always the same. */
export async function sendNext(options: SenderOptions): Promise<boolean> {
  const row = await lease(options.db, options.now())
  if (row === undefined) return false
  const messageId = `<${row.id}@${options.host}>`
  try {
    await options.deliver({ messageId, from: options.from, to: row.recipient, subject: row.subject, text: row.body })
  } catch (error) {
    // Any failure to hand over is a reason to try later.
    await putBack(options, row, problemOf(error))
    return true
  }
  // If we die here, the letter goes out once more under the same Message-ID.
  await options.db
    .updateTable('outbox')
    // The words have done their work; one-time links must not lie about in the table or in backups.
    .set({ sent_at: options.now(), problem: null, body: '' })
    .where('id', '=', row.id)
    .execute()
  return true
}

const later = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString()

function lease(db: Database, now: Instant) {
  return db
    .updateTable('outbox')
    .set((e) => ({ due_at: later(now, LEASE_MINUTES), attempts: e('attempts', '+', 1) }))
    .where('id', '=', (query) =>
      query
        .selectFrom('outbox')
        .select('id')
        .where('sent_at', 'is', null)
        .where('failed_at', 'is', null)
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst()
}

async function putBack(options: SenderOptions, row: { id: string; attempts: number }, problem: string): Promise<void> {
  const now = options.now()
  const minutes = PAUSES[row.attempts - 1]
  const next = minutes === undefined ? { failed_at: now } : { due_at: later(now, minutes) }
  await options.db
    .updateTable('outbox')
    .set({ ...next, problem })
    .where('id', '=', row.id)
    .execute()
  options.onProblem?.(row.id, problem)
}

/** The code alone: the words of a mail server often repeat the address. */
const problemOf = (error: unknown): string => {
  const told = typeof error === 'object' && error !== null ? error : {}
  const code = 'code' in told && typeof told.code === 'string' ? told.code : 'unknown'
  return 'responseCode' in told && typeof told.responseCode === 'number' ? `${code} ${told.responseCode}` : code
}
