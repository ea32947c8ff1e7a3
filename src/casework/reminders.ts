import type { Instant } from '../base/day.ts'
import { pause } from '../base/pause.ts'
import { retrying } from '../db/connect.ts'
import type { Kit } from '../db/kit.ts'
import { postAll } from '../post/mail.ts'
import { type Office, readersOf } from './actions.ts'
import { type ClockName, holdClock, listUnreminded, noteReminded } from './desk-store.ts'
import { finals } from './due.ts'
import { reminderOf } from './letters.ts'
import { clockNamed } from './procedure.ts'
import { recount } from './recount.ts'

const SHARES = [50, 80, 100] as const
const AT_ONCE = 200
const MINUTE = 60_000

/**
 * Writes the reminders that are due: for each share of a running clock that has passed, one mail to each reader. Says
 * how many are new. Pages compute from the clock and need none of this; it only mails, and whatever was missed while
 * the portal was away is made up for here.
 */
export async function remind(kit: Kit, offices: readonly Office[]): Promise<number> {
  const at = kit.now()
  const procedures = offices.map(({ procedure }) => procedure)
  const scope = { at, procedures: procedures.map(({ id }) => id), finals: finals(procedures) }
  let posted = 0
  for (let last: ClockName | undefined; ; ) {
    const batch = await listUnreminded(kit.db, scope, AT_ONCE, last)
    for (const name of batch)
      posted += await retrying(() => kit.db.transaction().execute((db) => remindOf({ ...kit, db }, offices, name, at)))
    last = batch.at(-1)
    if (batch.length < AT_ONCE) return posted
  }
}

/** One clock, in a short transaction of its own: its mails and the note that they are written stand or fall together. */
async function remindOf(kit: Kit, offices: readonly Office[], name: ClockName, at: Instant): Promise<number> {
  const { db } = kit
  const running = await holdClock(db, name, at)
  const office = offices.find(({ procedure }) => procedure.id === running?.procedure)
  const clock = office && clockNamed(office.procedure, name.clock)
  if (running === undefined || office === undefined || clock === undefined) return 0
  const readers = await readersOf({ db }, office.people, running, clock.side)
  // Nobody sits there yet: asked again every minute, so that whoever comes is told.
  if (readers.length === 0) return 0
  const shares = SHARES.filter((share) => share > running.reminded && share <= running.passed)
  const mails = shares.flatMap((share) =>
    readers.map((reader) =>
      reminderOf(office.procedure, { ...clock, id: name.clock }, running, running, share, reader, kit.site.url, at),
    ),
  )
  const posted = await postAll(db, mails, at)
  await noteReminded(db, name, Math.max(running.reminded, running.passed))
  return posted
}

/** Counts anew what hangs on a changed calendar, once at the start, and reminds every minute until stopped. */
export function startReminders(
  kit: Kit,
  offices: readonly Office[],
  onProblem: (error: unknown) => void,
  every = MINUTE,
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const loop = async (): Promise<void> => {
    let counted = false
    while (!stopping.signal.aborted) {
      try {
        if (!counted) await recount(kit, offices)
        counted = true
        await remind(kit, offices)
      } catch (error) {
        // A database that is away for a while must not end the loop: the next minute makes up for it.
        onProblem(error)
      }
      await pause(every, stopping.signal)
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
