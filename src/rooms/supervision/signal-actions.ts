import { actorId, type UnitId, type UnitKind } from '../../base/actor.ts'
import { addDays, dayOf, endOfDay } from '../../base/day.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Text } from '../../base/text.ts'
import { type Acting, beginAbout, type Office } from '../../casework/actions.ts'
import type { CaseFile } from '../../casework/schema.ts'
import type { Kit } from '../../db/kit.ts'
import { addLeaf } from '../../db/leaf.ts'
import { noteAccess, people } from '../parties/actions.ts'
import { aiIds, findByAiId } from '../systems/actions.ts'
import { isRecorded, type Recorded, type SystemId } from '../systems/schema.ts'
import { reckoningOn, SIGNAL } from './signal-kinds.ts'
import { admits, kindsFor, reasonsSaid, reckonSignals } from './signal-rules.ts'
import {
  type Look,
  type LookVerb,
  POSTED,
  type Posted,
  type Signal,
  SIGNAL_KINDS,
  type SignalCode,
  type Signalled,
  type SignalKind,
  type SignalQuery,
} from './signal-schema.ts'
import * as store from './signal-store.ts'
import { TERMS } from './signal-terms.ts'

const no = (code: SignalCode, field?: string) => refuse(field === undefined ? { code } : { code, field })
const ADMITTING: readonly SignalKind[] = SIGNAL_KINDS.filter((kind) => SIGNAL[kind].admitsLow === true)
const LONGEST = 2000

// ————— the door for other rooms —————

/** A reason another room has to look at a system. */
export interface Raised {
  readonly system: SystemId
  readonly kind: Posted
  /** One plain sentence for officers. Never a name: neither of who complained nor of who was harmed. */
  readonly reason: Text
  /** What it rests on: the file of the other room. Told again with the same number, it stays one reason. */
  readonly from: { readonly kind: Text; readonly number: string }
  /** Points from 1 to 100; the weight of its kind in force unless given. */
  readonly gravity?: number
}

/**
 * Posts a reason to look at a system, in the transaction of the step it follows from. The party is not told, nothing
 * becomes public and nothing is decided by it.
 */
export async function raiseSignal({ db, now }: Pick<Kit, 'db' | 'now'>, raised: Raised): Promise<void> {
  const { system, kind, reason, from, gravity } = raised
  const at = now()
  const found = {
    ...{ system, kind, key: from.number, gravity: gravity ?? reckoningOn(dayOf(at)).weights[kind], reason },
    facts: [{ what: from.kind, value: from.number, source: from.kind }],
  }
  await store.postSignal(db, found, from.number, at)
}

// ————— reckoning —————

const WORDS = Object.entries(TERMS).flatMap(([code, terms]) => terms.map((term) => ({ code, term })))

/**
 * Finds every reason to look at a system, for all systems or one, and keeps what changed. Answers how many are new, or
 * nothing when another recount is under way. Wants a transaction of its own.
 */
export async function recountSignals(
  { db, now }: Pick<Kit, 'db' | 'now'>,
  only?: SystemId,
): Promise<number | undefined> {
  if (!(await store.lockRecount(db))) return undefined
  const at = now()
  await store.reopenAbandoned(db, at)
  const today = dayOf(at)
  const by = reckoningOn(today)
  const since = endOfDay(addDays(today, -by.incidentDays))
  const all = await store.gather(db, WORDS, by, since, only)
  const found = reckonSignals(all, today, await store.listAdmitted(db, POSTED))
  return store.keepFound(db, found, at, only)
}

const EVERY = 10 * 60_000
/** In the night of Vietnam, when few people wait for an answer. */
const NIGHT_HOUR = 19

/** Recounts once a night. Pages show when it was last done; nothing legal hangs on it. */
export function startRecount(kit: Kit, onProblem: (error: unknown) => void): { stop(): Promise<void> } {
  let [running, last]: [Promise<unknown>, string] = [Promise.resolve(), dayOf(kit.now())]
  const look = async (): Promise<void> => {
    const at = kit.now()
    if (dayOf(at) === last || new Date(at).getUTCHours() < NIGHT_HOUR) return
    await kit.db.transaction().execute((db) => recountSignals({ ...kit, db }))
    last = dayOf(at)
  }
  const timer = setInterval(() => {
    running = running.then(look).catch(onProblem)
  }, EVERY)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

export const countSignals = ({ db }: Pick<Kit, 'db'>): Promise<ReadonlyMap<SignalKind, number>> => store.countByKind(db)

// ————— what officers see —————

interface Desk {
  readonly unit: UnitId
  readonly kind: UnitKind
}

/** Officers and chiefs of a unit; for administrators and everybody else there are no signals. */
function deskOf({ actor }: Pick<Acting, 'actor'>): Desk | undefined {
  const seat = actor.kind === 'person' ? actor.seat : null
  return seat === null || seat.role === 'administrator' ? undefined : { unit: seat.unit, kind: seat.kind }
}

/** Systems with open reasons that concern this unit, the gravest first. */
export async function signalled(
  asked: Acting,
  query: SignalQuery,
  limit: number,
  offset = 0,
): Promise<Outcome<readonly Signalled[]>> {
  const desk = deskOf(asked)
  if (desk === undefined) return no('signal.unknown')
  return done(await store.listSignalled(asked.db, query, kindsFor(desk.kind), ADMITTING, limit, offset))
}

/** A system and all reasons about it, with what was done about them. */
export interface SignalsOf {
  readonly system: Recorded
  readonly provider: string
  readonly signals: readonly Signal[]
  readonly looks: readonly (Look & { readonly unitName: Text | undefined })[]
}

/**
 * The reasons about one system that concern this unit. The reading is noted as one of the record, so that the provider
 * sees who read, and not that there is a reason: it learns of that from a check or an order (Law art. 10.6).
 */
export async function signalsOf(asked: Acting, aiId: string): Promise<Outcome<SignalsOf>> {
  const found = await visible(asked, aiId)
  if (!found.ok) return found
  const { system, signals, desk } = found.value
  await noteAccess(asked.db, {
    ...{ by: actorId(asked.actor), unit: desk.unit, party: system.provider, object: system.aiId, at: asked.now() },
  })
  const looks = await store.listLooks(asked.db, system.id)
  const units = await people.unitNames(asked.db, [...new Set(looks.map(({ unit }) => unit))])
  const mine = new Set(signals.map(({ id }) => id))
  return done({
    ...{ system, signals, provider: (await people.partyName(asked.db, system.provider)) ?? '' },
    looks: looks.filter(({ signal }) => mine.has(signal)).map((look) => ({ ...look, unitName: units.get(look.unit) })),
  })
}

async function visible(
  asked: Acting,
  aiId: string,
  lock = false,
): Promise<Outcome<{ readonly system: Recorded; readonly signals: readonly Signal[]; readonly desk: Desk }>> {
  const desk = deskOf(asked)
  const system = desk && (await findByAiId(asked.db, aiIds.parse(aiId) ?? ''))
  if (desk === undefined || system === undefined || !isRecorded(system)) return no('signal.unknown')
  const kinds = kindsFor(desk.kind)
  const all = await store.listSignals(asked.db, system.id, lock)
  const open = all.filter(({ state }) => state === 'open').map(({ kind }) => kind)
  // Beside no incident, no feedback and no need of safety nobody looks at a low-risk system.
  const shown = admits(system.level, open)
    ? all
    : all.filter(({ kind, state }) => state !== 'open' || SIGNAL[kind].admitsLow === true)
  return done({ system, desk, signals: shown.filter(({ kind }) => kinds.includes(kind)) })
}

// ————— what officers do —————

async function look(
  asked: Acting,
  signal: Pick<Signal, 'id' | 'seq'>,
  desk: Desk,
  verb: LookVerb,
  said: { readonly reason?: string; readonly ledTo?: string },
): Promise<void> {
  const [by, at, seq] = [actorId(asked.actor), asked.now(), signal.seq + 1]
  const [reason, ledTo] = [said.reason ?? null, said.ledTo ?? null]
  // Who reads the log learns that officers looked at something, not at which system.
  const made = await addLeaf(asked.db, {
    ...{ type: `signal.${verb}`, subject: signal.id, at },
    groups: { act: { seq, by, unit: desk.unit, reason, ledTo } },
  })
  await store.keepLook(asked.db, { signal: signal.id, seq, verb, by, unit: desk.unit, at, reason, ledTo, ...made })
}

/** The chosen ones of the open reasons about a system; all of them when none is named. */
async function chosen(asked: Acting, aiId: string, ids: readonly string[]) {
  const found = await visible(asked, aiId, true)
  if (!found.ok) return found
  if (ids.length === 0) return no('signal.none-chosen', 'signal')
  const signals = found.value.signals.filter(({ id }) => ids.includes(id))
  if (signals.length !== new Set(ids).size) return no('signal.unknown')
  if (signals.some(({ state }) => state !== 'open')) return no('signal.looked-at')
  return done({ ...found.value, signals })
}

/** Sets reasons aside, and says why. They come back only when their facts change. */
export async function dismissSignals(
  asked: Acting,
  aiId: string,
  ids: readonly string[],
  reason: string,
): Promise<Outcome<null>> {
  const found = await chosen(asked, aiId, ids)
  if (!found.ok) return found
  const said = reason.trim().slice(0, LONGEST)
  if (said === '') return no('signal.reason-missing', 'reason')
  for (const signal of found.value.signals) await look(asked, signal, found.value.desk, 'dismissed', { reason: said })
  return done(null)
}

/** What a file begun because of signals takes from them. */
export interface FromSignals {
  readonly system: Recorded
  readonly signals: readonly Signal[]
  readonly reason: Text
  /** Notes, when the file is begun, that these reasons led to it. */
  readonly noted: (number: string) => Promise<void>
}

/** The open reasons a check or an order is begun for; refused when somebody has looked at one of them meanwhile. */
export async function takeSignals(
  asked: Acting,
  aiId: string,
  ids: readonly string[],
  becomes: 'check-opened' | 'order-started',
): Promise<Outcome<FromSignals>> {
  const found = await chosen(asked, aiId, ids)
  if (!found.ok) return found
  const { system, signals, desk } = found.value
  return done({
    ...{ system, signals, reason: { vi: reasonsSaid(signals, 'vi'), en: reasonsSaid(signals, 'en') } },
    async noted(number) {
      for (const signal of signals) await look(asked, signal, desk, becomes, { ledTo: number })
    },
  })
}

/** Begins the draft of an order to the provider, with the reasons as its first words. A chief still has to sign it. */
export async function startOrder(
  asked: Acting,
  office: Office,
  aiId: string,
  ids: readonly string[],
): Promise<Outcome<CaseFile>> {
  const taken = await takeSignals(asked, aiId, ids, 'order-started')
  if (!taken.ok) return taken
  const { system, reason } = taken.value
  const brought = { aiId: system.aiId, systemName: system.name, reason: reason.vi }
  const file = await beginAbout(asked, office, system.provider, brought)
  if (file.ok) await taken.value.noted(file.value.number)
  return file
}

/** Puts down why safety asks for a look at a system: one of the reasons for which a low-risk one may be looked at. */
export async function raiseSafety(asked: Acting, aiId: string, reason: string): Promise<Outcome<null>> {
  const found = await visible(asked, aiId, true)
  if (!found.ok) return found
  const said = reason.trim().slice(0, LONGEST)
  if (said === '') return no('signal.reason-missing', 'reason')
  const { system, desk, signals } = found.value
  const at = asked.now()
  const id = await store.postSignal(
    asked.db,
    {
      ...{ system: system.id, kind: 'safety', key: `${at} ${desk.unit}`, reason: { vi: said, en: said }, facts: [] },
      gravity: reckoningOn(dayOf(at)).weights.safety,
    },
    null,
    at,
  )
  const seq = signals.find((signal) => signal.id === id)?.seq ?? 0
  await look(asked, { id, seq }, desk, 'raised', { reason: said })
  return done(null)
}

/** Counts one system anew: when its dossier or level has changed and nobody wants to wait for the night. */
export async function recountOne(asked: Acting, aiId: string): Promise<Outcome<null>> {
  const found = await visible(asked, aiId)
  if (!found.ok) return found
  await recountSignals(asked, found.value.system.id)
  return done(null)
}
