import { actorId, type Seat } from '../../base/actor.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Acting } from '../../casework/actions.ts'
import { listArisen, noteSource } from '../../casework/chain.ts'
import type { CaseFile } from '../../casework/schema.ts'
import { readBytes } from '../../db/files.ts'
import { people } from '../parties/actions.ts'
import { raiseSignal } from '../supervision/actions.ts'
import { findByAiId } from '../systems/actions.ts'
import { moved } from './moves.ts'
import { handles, hourOf, readEnd, textSlips } from './rules.ts'
import type { CleanFile, Petition, Sealed, Step } from './schema.ts'
import * as store from './store.ts'

const TOLD = { vi: 'Có phản ánh về hệ thống này.', en: 'Somebody has told the authority about this system.' } as const
const KIND_SAID = { vi: 'Phản ánh', en: 'Message' } as const

const no = (code: `petition.${string}`) => refuse({ code })

/** A message as those who work on it see it. */
export interface Whole {
  readonly petition: Petition
  readonly steps: readonly Step[]
  readonly clean: readonly CleanFile[]
  readonly sealed: readonly Sealed[]
  /** Has this officer asked for the sealed parts, and was that noted? */
  readonly unsealed: boolean
  readonly officerName: string | undefined
  /** Files of the State that arose from it, as far as this officer may see them. */
  readonly arisen: readonly CaseFile[]
}

async function held(asked: Acting, number: string): Promise<Outcome<Petition>> {
  const petition = await store.findByNumber(asked.db, number)
  return petition !== undefined && handles(petition, asked.actor) ? done(petition) : no('petition.unknown')
}

export async function getPetition(asked: Acting, number: string): Promise<Outcome<Whole>> {
  const found = await held(asked, number)
  if (!found.ok) return found
  const { db, actor } = asked
  const petition = found.value
  const steps = await store.listSteps(db, petition.id)
  return done({
    ...{ petition, steps, clean: await store.listClean(db, petition.id) },
    sealed: await store.listSealed(db, petition.id),
    unsealed: steps.some(({ verb, by }) => verb === 'unseal' && by === actorId(actor)),
    officerName: petition.officer === null ? undefined : await people.officerName(db, petition.officer),
    arisen: await listArisen(asked, petition.number),
  })
}

const NOTHING = { clean: [], sealed: [] } as const

/** An officer takes a message; from then on files of the State may arise from it. */
export async function take(asked: Acting, number: string): Promise<Outcome<Petition>> {
  const found = await held(asked, number)
  if (!found.ok || asked.actor.kind !== 'person') return found
  const { account } = asked.actor
  if (found.value.officer === account) return done(found.value)
  const taken = await moved(asked, found.value, 'take', actorId(asked.actor), {
    ...NOTHING,
    ...{ paper: {}, change: { officer: account } },
  })
  if (!taken.ok) return taken
  await noteSource(asked, { number, path: `/petitions/${number}`, unit: taken.value.unit })
  await tellOfSystem(asked, taken.value)
  return taken
}

/** Feedback is a reason to look at a system (Law art. 10.5.c). Told by neither kind nor content: others read it too. */
async function tellOfSystem(asked: Acting, { about, number }: Petition): Promise<void> {
  const system = about === null ? undefined : await findByAiId(asked.db, about)
  if (system === undefined) return
  await raiseSignal(asked, { system: system.id, kind: 'petition', reason: TOLD, from: { kind: KIND_SAID, number } })
}

/** The answer stands beside the message for whoever comes back with its code. */
export async function answer(asked: Acting, number: string, text: string): Promise<Outcome<Petition>> {
  const found = await held(asked, number)
  if (!found.ok) return found
  const slips = textSlips(text, 'petition.answer-missing')
  if (slips.length > 0) return refuse(...slips)
  return moved(asked, found.value, 'answer', actorId(asked.actor), { ...NOTHING, paper: { text: text.trim() } })
}

/** Notes that an officer opens what is sealed, which the sender will see; only after that is it handed out. */
export async function unseal(asked: Acting, number: string): Promise<Outcome<Petition>> {
  const found = await held(asked, number)
  return found.ok ? moved(asked, found.value, 'unseal', actorId(asked.actor), { ...NOTHING, paper: {} }) : found
}

export async function close(
  asked: Acting,
  number: string,
  said: { readonly outcome: string; readonly summary: string },
): Promise<Outcome<Petition>> {
  const found = await held(asked, number)
  if (!found.ok) return found
  const end = readEnd(found.value.kind, said, (await listArisen(asked, number)).length)
  if (!end.ok) return end
  const { outcome, summary } = end.value
  return moved(asked, found.value, 'close', actorId(asked.actor), {
    ...NOTHING,
    paper: { outcome, ...(summary === null ? {} : { text: summary }) },
    change: { outcome, summary },
  })
}

/**
 * Deletes everything beside what was said at the steps of a message: what lies sealed, the copies, the outcome in words for
 * everybody. Its sender sees the step. What was said itself goes under the tombstone of whoever calls this.
 */
export async function forgetBeside(asked: Acting, number: string, by: string): Promise<Outcome<Petition>> {
  const petition = await store.findByNumber(asked.db, number)
  if (petition === undefined) return no('petition.unknown')
  await store.deleteSealed(asked.db, petition.id, hourOf(asked.now()))
  return moved(asked, petition, 'erase', by, { ...NOTHING, paper: {}, change: { named: false, summary: null } })
}

/** A copy freed of its metadata, for reading at the desk. */
export async function readClean(
  asked: Acting,
  number: string,
  seq: number,
  n: number,
): Promise<Outcome<{ readonly type: string; readonly bytes: Uint8Array }>> {
  const found = await held(asked, number)
  if (!found.ok) return found
  const file = (await store.listClean(asked.db, found.value.id)).find((one) => one.seq === seq && one.n === n)
  return file === undefined
    ? no('petition.unknown')
    : done({ type: file.type, bytes: await readBytes(asked.site.files, file.sha256) })
}

/** What is sealed, as it is: for an officer whose asking was noted. `key` is the envelope of the message. */
export async function readSealed(asked: Acting, number: string, id: string): Promise<Outcome<Uint8Array>> {
  const whole = await getPetition(asked, number)
  if (!whole.ok) return whole
  if (!whole.value.unsealed) return no('petition.unknown')
  const { id: petition } = whole.value.petition
  if (id === 'key') {
    const key = await store.findKey(asked.db, petition)
    return key === undefined ? no('petition.unknown') : done(key.envelope)
  }
  const body = /^[\da-f-]{36}$/.test(id) ? await store.findSealed(asked.db, petition, id) : undefined
  return body === undefined ? no('petition.unknown') : done(body)
}

const MOST_LISTED = 200

/** What waits at the desk of this officer's unit, or what is done with. Refused to whoever has no desk. */
export async function listAtDesk(asked: Acting, closed: boolean): Promise<Outcome<readonly Petition[]>> {
  const seat = seatOf(asked)
  return seat === undefined
    ? no('petition.unknown')
    : done(await store.listOfUnit(asked.db, seat.unit, closed, MOST_LISTED))
}

export function seatOf({ actor }: Pick<Acting, 'actor'>): Seat | undefined {
  const seat = actor.kind === 'person' ? actor.seat : null
  return seat === null || seat.role === 'administrator' ? undefined : seat
}
