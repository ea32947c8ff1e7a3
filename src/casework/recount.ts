import type { Json } from '../base/canonical.ts'
import type { Text } from '../base/text.ts'
import { retrying } from '../db/connect.ts'
import type { Kit } from '../db/kit.ts'
import { makeLeaf } from '../db/leaf.ts'
import { calendarId, recount as countedAnew, type Reckoning } from '../law/clock.ts'
import { type Calendar, CALENDAR } from '../law/workingdays.ts'
import { showTime, showWeekday } from '../web/format.ts'
import type { Office } from './actions.ts'
import { listReckonedOtherwise } from './desk-store.ts'
import { finals } from './due.ts'
import { apply } from './flow.ts'
import { clockNamed, type Procedure } from './procedure.ts'
import type { CaseEvent, ClockKept, Paper, Shown } from './schema.ts'
import * as store from './store.ts'

/** Who acts when nobody does. */
const PORTAL = 'saola'

/**
 * Counts every running clock anew that was reckoned by another calendar than today's, and notes it in the file. What
 * the party was told before stands where it was later (`recount` in law/clock.ts). Says how many files changed.
 */
export async function recount(kit: Kit, offices: readonly Office[], calendar: Calendar = CALENDAR): Promise<number> {
  const procedures = offices.map(({ procedure }) => procedure)
  const scope = { procedures: procedures.map(({ id }) => id), finals: finals(procedures) }
  let files = 0
  for (const { number, procedure } of await listReckonedOtherwise(kit.db, calendarId(calendar), scope)) {
    const p = procedures.find(({ id }) => id === procedure)
    if (p === undefined) continue
    const kept = await retrying(() =>
      kit.db.transaction().execute((db) => recountOf({ ...kit, db }, p, number, calendar)),
    )
    files += kept ? 1 : 0
  }
  return files
}

/** False when somebody moved the file meanwhile, or another portal was first: nothing is written then. */
async function recountOf(kit: Kit, p: Procedure, number: string, calendar: Calendar): Promise<boolean> {
  const file = await store.findFile(kit.db, p.id, number)
  const clocks = file && (await store.listClocks(kit.db, [file.id])).get(file.id)
  const stale = (clocks ?? []).filter((c) => c.metAt === null && c.reckoning.calendar !== calendarId(calendar))
  if (file === undefined || stale.length === 0) return false
  const anew = stale.map((c): ClockKept => ({ ...c, reckoning: countedAnew(c.reckoning, calendar) }))
  const event: CaseEvent = {
    ...{ seq: file.seq + 1, verb: 'clock-recounted', side: 'portal', by: PORTAL },
    ...{ unit: file.unit, copies: file.copies, at: kit.now(), state: file.state },
  }
  const paper: Paper = { shown: anew.map((c, n) => shownOf(p, c, stale[n]?.reckoning ?? c.reckoning)) }
  const leaf = makeLeaf({
    type: `${p.id}.${event.verb}`,
    subject: file.number,
    at: event.at,
    groups: {
      act: { seq: event.seq, by: event.by, side: event.side, state: event.state },
      said: JSON.parse(JSON.stringify(paper)) as Json,
    },
  })
  return store.keep(kit.db, {
    ...{ opens: false, ended: [], secrets: [], handed: [], published: undefined, calendar },
    steps: [{ before: file, file: apply(p, file, event), event, paper, leaf }],
    clocks: anew,
  })
}

/** What changed, told to both sides in the words of the clock. */
function shownOf(p: Procedure, { clock, reckoning }: ClockKept, before: Reckoning): Shown {
  const [was, is] = [ending(before), ending(reckoning)]
  const answer: Text =
    before.due === reckoning.due
      ? { vi: `Không đổi: ${is.vi}`, en: `Unchanged: ${is.en}` }
      : { vi: `Từ ${was.vi} thành ${is.vi}`, en: `From ${was.en} to ${is.en}` }
  const name = clockNamed(p, clock)?.name ?? { vi: clock, en: clock }
  return { key: clock, page: 'clock-recounted', ask: name, answer: [answer] }
}

const ending = ({ firstDay, due, dueDay }: Reckoning): Text =>
  firstDay === null
    ? { vi: showTime(due, 'vi'), en: showTime(due, 'en') }
    : { vi: `hết ${showWeekday(dueDay, 'vi')}`, en: `the end of ${showWeekday(dueDay, 'en')}` }
