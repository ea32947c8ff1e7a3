import { type PartyId, unitKindOf } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { type Acting, act, type Effect, type Office, openAbout } from '../../casework/actions.ts'
import { textOf } from '../../casework/answers.ts'
import { type Step, sideOf } from '../../casework/flow.ts'
import type { CaseFile, CaseId } from '../../casework/schema.ts'
import type { Kit } from '../../db/kit.ts'
import type { Cursor } from '../../web/listing.ts'
import { people } from '../parties/actions.ts'
import { aiIds, candidates, listPresentDeployers, ordered, released, systemOf } from '../systems/actions.ts'
import type { System } from '../systems/schema.ts'
import { KIND } from './kinds.ts'
import { ORDER } from './procedure.ts'
import { againstAddressee, againstIssuer, completionOf, kindOf, orderOf, type Role } from './rules.ts'
import { type Addressee, type Completion, type Order, PublicOrder, type PublicQuery, Status } from './schema.ts'
import * as store from './store.ts'
import { ERASED } from './words.ts'

export { SETS } from './data-sets.ts'
export { secretsAsked } from './rules.ts'
export {
  countSignals,
  dismissSignals,
  type FromSignals,
  type Raised,
  raiseSafety,
  raiseSignal,
  recountOne,
  recountSignals,
  signalled,
  signalsOf,
  startOrder,
  startRecount,
  takeSignals,
} from './signal-actions.ts'

// ————— what follows from a step, in the same transaction —————

async function roleOf({ db, now }: Acting, system: System, party: PartyId): Promise<Role | undefined> {
  if (system.provider === party) return 'provider'
  const deployers = await listPresentDeployers(db, system.id, dayOf(now()))
  return deployers.some(({ deployer }) => deployer === party) ? 'deployer' : undefined
}

/** Everything the form alone cannot tell: competence of the unit, the system, and what the addressee is to it. */
async function judged(asked: Acting, { file }: Pick<Step, 'file'>): Promise<Outcome<System | undefined>> {
  const { answers } = file
  const [kind, system] = [unitKindOf(asked.actor), await systemOf(asked.db, file)]
  if (kind === undefined) return refuse({ code: 'case.not-your-part' })
  if (system === undefined && textOf(answers, 'aiId') !== undefined)
    return refuse({ code: 'order.system-unknown', field: 'aiId' })
  const against = [
    ...againstIssuer(answers, kind),
    ...(system === undefined
      ? []
      : againstAddressee(answers, system, await roleOf(asked, system, file.party), asked.now())),
  ]
  return against.length > 0 ? refuse(...against) : done(system)
}

const propose: Effect = async (asked, step) => {
  const fits = await judged(asked, step)
  return fits.ok ? done(null) : fits
}

/** What the order does to the system shows on the register with the commit, and every deployer is served. */
const issue: Effect = async (asked, step) => {
  const fits = await judged(asked, step)
  if (!fits.ok) return fits
  const [{ file }, system] = [step, fits.value]
  const order = orderOf(file, {
    ...{ principal: null, system: system?.id ?? null, aiId: system?.aiId ?? null },
    systemName: system?.name ?? textOf(file.answers, 'systemName') ?? '',
  })
  await store.insertOrder(asked.db, order)
  const held = KIND[order.kind].holds
  if (system === undefined || held === undefined) return done(null)
  const shown = await ordered(asked, system.id, held, file.number, order.publicReason)
  return shown.ok ? serve(asked, step, system) : shown
}

/** A file for every deployer of the system, under the order and with its words (Law art. 10.6, 12.3). */
async function serve(asked: Acting, { file }: Pick<Step, 'file'>, system: System): Promise<Outcome<null>> {
  for (const party of await unserved(asked, file, system)) {
    const answers = { under: file.number }
    const move = { verb: 'extend', answers: file.answers, follows: true } as const
    const served = await openAbout(asked, orderOffice, file, { party, answers }, [move])
    if (!served.ok) return served
  }
  return done(null)
}

/** Deployers of the system who have not got the order yet. */
async function unserved({ db, now }: Acting, file: CaseFile, system: System): Promise<readonly PartyId[]> {
  const present = await listPresentDeployers(db, system.id, dayOf(now()))
  const served = await store.listAddressees(db, file.id)
  const deployers = new Set(present.flatMap(({ deployer }) => deployer ?? []))
  for (const party of [file.party, ...served.map((order) => order.party)]) deployers.delete(party)
  return [...deployers]
}

/** Deployers are linked to a system that is held back, too: they are bound as the others are once they are served. */
const serveMore: Effect = async (asked, step) => {
  const system = await systemOf(asked.db, step.file)
  return system === undefined || (await unserved(asked, step.file, system)).length === 0
    ? refuse({ code: 'order.nobody-to-serve' })
    : serve(asked, step, system)
}

const extend: Effect = async ({ db }, { file }) => {
  const principal = await store.findByNumber(db, textOf(file.answers, 'under') ?? '')
  if (principal === undefined) throw new Error(`${file.number} is served under an order that is not there`)
  const { system, aiId, systemName } = principal
  await store.insertOrder(db, orderOf(file, { principal: principal.file, system, aiId, systemName }))
  return done(null)
}

/** Keeps the room's row as the file now stands. */
const keep: Effect = async ({ db }, { file }) => {
  const before = await store.findOrder(db, file.id)
  if (before !== undefined) await store.updateOrder(db, orderOf(file, before))
  return done(null)
}

/** An order ends: what was served under it ends with it, and the system is no longer held by it. */
const ending =
  (verb: 'lift-with' | 'revoke-with', reason: 'liftReason' | 'revokeReason'): Effect =>
  async (asked, step) => {
    const { file } = step
    const order = await store.findOrder(asked.db, file.id)
    await keep(asked, step)
    if (order === undefined) return done(null)
    const said = textOf(file.answers, reason) ?? ''
    for (const other of await store.listAddressees(asked.db, order.file)) {
      if (other.principal === null || other.ended !== null) continue
      const ended = await act(asked, orderOffice, other.number, verb, undefined, { text: said, follows: true })
      if (!ended.ok) return ended
    }
    if (order.system === null || KIND[order.kind].holds === undefined) return done(null)
    const free = await released(asked, order.system, file.number, textOf(file.answers, 'endPublic') ?? null)
    return free.ok ? done(null) : free
  }

export const orderOffice: Office = {
  procedure: ORDER,
  people,
  about: candidates,
  effects: {
    ...{
      propose,
      issue,
      extend,
      'serve-more': serveMore,
      acknowledge: keep,
      progress: keep,
      comply: keep,
      complain: keep,
      escalate: keep,
    },
    ...{ verify: keep, 'send-back': keep, close: keep, 'lift-with': keep, 'revoke-with': keep },
    ...{ lift: ending('lift-with', 'liftReason'), revoke: ending('revoke-with', 'revokeReason') },
  },
}

/** Takes the words of an order that has ended out of what is published, when its papers are erased under a tombstone. */
export async function forgetReasons(
  { db, now }: Pick<Acting, 'db' | 'now'>,
  file: CaseId,
  tombstone: string,
): Promise<void> {
  const before = await store.findOrder(db, file)
  if (before === undefined) return
  const publicReason = before.publicReason === null ? null : ERASED.vi.replace('{number}', tombstone)
  await store.replaceReasons(db, { file, publicReason, endedReason: null, changedAt: now() })
}

// ————— beside the file —————

/** What stands beside an issued order. Deployers learn nothing of one another; the provider linked them himself. */
export interface Beside {
  readonly order: Order
  /** The order this one was served under, for whoever may see that. */
  readonly principal: Order | undefined
  readonly addressees: readonly Addressee[]
  readonly completion: Completion | undefined
  /** Deployers the provider named that have no account here. */
  readonly offPortal: readonly string[]
}

export async function besideFile(asked: Acting, file: CaseFile): Promise<Beside | undefined> {
  const order = await store.findOrder(asked.db, file.id)
  if (order === undefined) return undefined
  const nobody = { order, principal: undefined, addressees: [], completion: undefined, offPortal: [] }
  if (order.principal !== null)
    return sideOf(file, asked.actor) === 'party'
      ? nobody
      : { ...nobody, principal: await store.findOrder(asked.db, order.principal) }
  const kind = kindOf(file.answers)
  if (kind === undefined || KIND[kind].holds === undefined) return nobody
  const addressees = await store.listAddressees(asked.db, order.file)
  const present = order.system === null ? [] : await listPresentDeployers(asked.db, order.system, dayOf(order.issuedAt))
  return {
    ...{ order, principal: undefined, addressees, completion: completionOf(addressees, asked.now()) },
    offPortal: present.flatMap(({ deployer, deployerName }) => (deployer === null ? [deployerName] : [])),
  }
}

// ————— what anyone may read —————

export const publicOrders = (
  { reader }: Pick<Kit, 'reader'>,
  query: PublicQuery,
  limit: number,
  after?: Cursor,
): Promise<readonly PublicOrder[]> => store.listPublic(reader, query, limit, after)

export async function publicOrder({ reader }: Pick<Kit, 'reader'>, number: string): Promise<Outcome<PublicOrder>> {
  const order = await store.findPublic(reader, number)
  return order === undefined ? refuse({ code: 'order.unknown' }) : done(order)
}

const MINUTE = 60_000

/** How a system stands now, to the minute: what the badge shows and what is signed. */
export async function statusOf(
  { reader, now, site }: Pick<Kit, 'reader' | 'now' | 'site'>,
  aiId: string,
): Promise<Outcome<Status>> {
  const found = await store.findStatus(reader, aiIds.parse(aiId) ?? '')
  if (found === undefined) return refuse({ code: 'order.status-unknown' })
  const { name, state, orders, changedAt } = found
  return done(
    Status.parse({
      ...{ type: 'saola.status.v1', aiId: aiIds.parse(aiId) ?? '', name, state, orders, since: changedAt },
      asOf: new Date(Math.floor(Date.parse(now()) / MINUTE) * MINUTE).toISOString(),
      ...{ site: site.url, legalValue: site.mode === 'production' },
    }),
  )
}

/** The status with the portal's signature over it. */
export async function signedStatus(
  kit: Pick<Kit, 'reader' | 'now' | 'site' | 'keys'>,
  aiId: string,
): Promise<Outcome<{ readonly value: Status; readonly jws: string }>> {
  const status = await statusOf(kit, aiId)
  if (!status.ok) return status
  const { value } = status
  return done({ value, jws: await kit.keys.sign({ ...value, orders: [...value.orders] }) })
}
