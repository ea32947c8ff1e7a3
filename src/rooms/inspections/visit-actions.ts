import { type PartyId, unitKindOf } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import {
  type Acting,
  act,
  beginAbout,
  type Effect,
  listPublished,
  type Office,
  type Published,
} from '../../casework/actions.ts'
import { type Step, sideOf } from '../../casework/flow.ts'
import type { CaseFile } from '../../casework/schema.ts'
import type { Kit } from '../../db/kit.ts'
import { people } from '../parties/actions.ts'
import { takeSignals } from '../supervision/actions.ts'
import { aiIdOf, candidates, listPresentDeployers, systemOf } from '../systems/actions.ts'
import { isRecorded, type Recorded, type System } from '../systems/schema.ts'
import { findCampaignOf } from './campaign-store.ts'
import { CHECK, INSPECTION } from './procedure.ts'
import {
  againstItems,
  againstRecords,
  againstVisit,
  broughtFor,
  groundFor,
  itemsIn,
  nextDue,
  recordsIn,
  visitOf,
  waitingSince,
} from './rules.ts'
import type { Due, Visit, VisitKind, WantedRecord } from './schema.ts'
import * as store from './store.ts'

// ————— what follows from a step, in the same transaction —————

const kindOf = ({ procedure }: Pick<CaseFile, 'procedure'>): VisitKind =>
  procedure === INSPECTION.id ? 'inspection' : 'check'
async function isTheirs({ db, now }: Acting, system: System, party: PartyId): Promise<boolean> {
  if (system.provider === party) return true
  const deployers = await listPresentDeployers(db, system.id, dayOf(now()))
  return deployers.some(({ deployer }) => deployer === party)
}

/** Everything the form alone cannot tell: competence of the unit, the system and its level, and whose it is. */
async function judged(asked: Acting, { file }: Pick<Step, 'file'>): Promise<Outcome<Recorded>> {
  const [unit, system] = [unitKindOf(asked.actor), await systemOf(asked.db, file)]
  if (unit === undefined) return refuse({ code: 'case.not-your-part' })
  const theirs = system !== undefined && (await isTheirs(asked, system, file.party))
  const against = againstVisit(kindOf(file), file.answers, unit, system, theirs)
  if (against.length > 0) return refuse(...against)
  return system !== undefined && isRecorded(system)
    ? done(system)
    : refuse({ code: 'check.system-unknown', field: 'aiId' })
}

const propose: Effect = async (asked, step) => {
  const fits = await judged(asked, step)
  return fits.ok ? done(null) : fits
}

const announce: Effect = async (asked, step) => {
  const fits = await judged(asked, step)
  if (!fits.ok) return fits
  const { id, level } = fits.value
  await store.keepVisit(asked.db, visitOf(kindOf(step.file), step.file, { system: id, level }))
  return done(null)
}

/** Keeps the room's row as the file now stands. */
const keep: Effect = async ({ db }, { file }) => {
  const before = await store.findVisit(db, file.id)
  if (before !== undefined) await store.keepVisit(db, visitOf(before.kind, file, before))
  return done(null)
}

const request: Effect = async (asked, step) => {
  const { file, event } = step
  const [visit, known] = [await store.findVisit(asked.db, file.id), await store.listRecords(asked.db, file.id)]
  const against = againstRecords(kindOf(file), file.answers, visit?.level)
  if (against.length > 0) return refuse(...against)
  await store.insertRecords(asked.db, file.id, event.seq, known.length + 1, recordsIn(file.answers))
  return keep(asked, step)
}

const give =
  (how: 'portal' | 'hand'): Effect =>
  async (asked, step) => {
    const { file, event, paper } = step
    const against = againstItems(file.answers, await store.listRecords(asked.db, file.id))
    if (against.length > 0) return refuse(...against)
    if (how === 'portal' && (paper.files ?? []).length === 0)
      return refuse({ code: 'check.files-missing', field: 'file' })
    await store.giveRecords(asked.db, file.id, itemsIn(file.answers), event.seq, how)
    return keep(asked, step)
  }

const office = (procedure: Office['procedure']): Office => ({
  procedure,
  people,
  about: candidates,
  effects: {
    ...{ propose, announce, request, 'request-more': request },
    ...{ deliver: give('portal'), 'deliver-more': give('portal'), receive: give('hand') },
    ...{ find: keep, explain: keep, conclude: keep, 'conclude-plan': keep, plan: keep, 'plan-back': keep },
    ...{ accept: keep, remedy: keep, 'remedy-back': keep, verify: keep, publish: keep, withhold: keep, close: keep },
  },
})
export const checkOffice: Office = office(CHECK)
export const inspectionOffice: Office = office(INSPECTION)

// ————— checks that follow from something —————

/**
 * Begins the draft of a check of the provider for the open signals chosen. Its ground is what the level admits (Law art.
 * 10.5); the signals name the check from then on.
 */
export async function checkFromSignals(
  asked: Acting,
  aiId: string,
  ids: readonly string[],
): Promise<Outcome<CaseFile>> {
  const taken = await takeSignals(asked, aiId, ids, 'check-opened')
  if (!taken.ok) return taken
  const { system, signals, reason } = taken.value
  const ground = groundFor(
    system.level,
    signals.map(({ kind }) => kind),
  )
  const file = await beginAbout(asked, checkOffice, system.provider, broughtFor(system, { ground, reason: reason.vi }))
  if (file.ok) await taken.value.noted(file.value.number)
  return file
}

/** Begins a check of a provider and puts it before the chief in one go, with everything its decision says. */
export async function proposeCheck(
  asked: Acting,
  system: Recorded,
  answers: CaseFile['answers'],
  origin: string,
): Promise<Outcome<CaseFile>> {
  const begun = await beginAbout(asked, checkOffice, system.provider, answers, origin)
  return begun.ok ? act(asked, checkOffice, begun.value.number, 'propose', 0, { answers }) : begun
}

// ————— beside the file —————

/** What stands beside a check or an inspection. Campaign and signals are matters of the unit. */
export interface Beside {
  readonly visit: Visit | undefined
  readonly records: readonly WantedRecord[]
  readonly campaign: { readonly number: string; readonly title: string } | undefined
  readonly aiId: string | undefined
}

export async function besideFile(asked: Acting, file: CaseFile): Promise<Beside> {
  const party = sideOf(file, asked.actor) === 'party'
  return {
    ...{ visit: await store.findVisit(asked.db, file.id), records: await store.listRecords(asked.db, file.id) },
    ...{ campaign: party ? undefined : await findCampaignOf(asked.db, file.number), aiId: aiIdOf(file.answers) },
  }
}

// ————— the periodic plan —————

/**
 * High-risk systems whose periodic check is due within ninety days, the longest waiting first (Law art. 10.5.a). Never a
 * system of another level. For officers of a unit that checks.
 */
export async function periodicPlan(asked: Acting, limit: number, offset = 0): Promise<Outcome<readonly Due[]>> {
  const seat = asked.actor.kind === 'person' ? asked.actor.seat : null
  if (seat === null || seat.role === 'administrator') return refuse({ code: 'case.unknown' })
  const rows = await store.listWaiting(asked.db, waitingSince(asked.now()), limit, offset)
  return done(rows.map((row) => ({ ...row, due: nextDue(row.since) })))
}

// ————— what anyone may read —————

/** Published conclusions, newest first; checks and inspections are told apart by their content. */
export async function conclusions({ reader }: Pick<Kit, 'reader'>): Promise<readonly Published[]> {
  const both = await Promise.all([CHECK, INSPECTION].map(({ id }) => listPublished(reader, id)))
  return both.flat().toSorted((a, b) => (a.at < b.at ? 1 : -1))
}
