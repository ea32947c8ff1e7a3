import { actorId, type UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Acting } from '../../casework/actions.ts'
import type { Kit } from '../../db/kit.ts'
import { noteUnitAct } from '../parties/actions.ts'
import { seatOf } from './desk-actions.ts'
import { sameRecipients } from './rules.ts'
import { type Envelope, FEWEST_RECIPIENTS, type Recipient } from './schema.ts'
import { isRecipient, recipientCount } from './seal.ts'
import * as store from './store.ts'

const LABEL_LIMIT = 100
/** So many envelopes stand in one page; the next ones come when these are sealed anew. */
const MOST_AT_ONCE = 500

/** For whom a unit has messages sealed, and which messages are sealed for others than these. */
export interface Keys {
  readonly recipients: readonly Recipient[]
  readonly stale: readonly Envelope[]
}

export async function keysOf(asked: Acting): Promise<Outcome<Keys>> {
  const seat = seatOf(asked)
  if (seat === undefined) return refuse({ code: 'petition.unknown' })
  const recipients = await store.listRecipients(asked.db, seat.unit)
  const present = recipients.map(({ recipient }) => recipient)
  return done({ recipients, stale: await store.listStale(asked.db, seat.unit, present, MOST_AT_ONCE) })
}

/**
 * Adds a public key of the unit; from now on messages are sealed for it too. What is sealed already has to be sealed anew
 * by somebody who can open it. Refused when it is no age X25519 recipient, or one the unit has or had.
 */
export async function addKey(
  asked: Acting,
  { recipient, label }: Pick<Recipient, 'recipient' | 'label'>,
): Promise<Outcome<null>> {
  const { actor } = asked
  const seat = seatOf(asked)
  if (seat === undefined || actor.kind !== 'person') return refuse({ code: 'petition.unknown' })
  const [key, holder] = [recipient.trim().toLowerCase(), label.trim()]
  const right = await isRecipient(key)
  const named = holder !== '' && holder.length <= LABEL_LIMIT
  if (!right || !named)
    return refuse(
      ...(right ? [] : [{ code: 'petition.key-form', field: 'recipient' } as const]),
      ...(named ? [] : [{ code: 'petition.key-label', field: 'label' } as const]),
    )
  return keepKey(asked, { unit: seat.unit, recipient: key, label: holder, account: actor.account, since: asked.now() })
}

/** The same, told by whoever sets the portal up. */
export async function keepKey({ db }: Pick<Kit, 'db'>, key: Recipient): Promise<Outcome<null>> {
  if (!(await store.insertRecipient(db, key))) return refuse({ code: 'petition.key-known', field: 'recipient' })
  await note({ db }, key.unit, 'sealing-key-added', `account:${key.account}`, key.since, key.recipient)
  return done(null)
}

/** Ends a key: nothing more is sealed for it. Refused while fewer than two would be left. */
export async function endKey(asked: Acting, recipient: string): Promise<Outcome<null>> {
  const seat = seatOf(asked)
  if (seat === undefined) return refuse({ code: 'petition.unknown' })
  const present = await store.listRecipients(asked.db, seat.unit)
  if (!present.some((one) => one.recipient === recipient)) return refuse({ code: 'petition.unknown' })
  if (present.length <= FEWEST_RECIPIENTS) return refuse({ code: 'petition.keys-few' })
  const at = asked.now()
  if (!(await store.endRecipient(asked.db, seat.unit, recipient, at))) return refuse({ code: 'petition.unknown' })
  await note(asked, seat.unit, 'sealing-key-ended', actorId(asked.actor), at, recipient)
  return done(null)
}

const note = ({ db }: Pick<Kit, 'db'>, unit: UnitId, verb: string, by: string, at: Instant, recipient: string) =>
  noteUnitAct(db, { unit, verb, by, at, act: { recipient } })

/**
 * Puts a message's key into a new envelope, which an officer made in his browser. Refused when it is no age file, is not
 * for as many keys as the unit has now, or those changed meanwhile. Whether it opens, only a key can tell: the officer's
 * browser made it from the old one, and what it replaces he could open.
 */
export async function rewrap(
  asked: Acting,
  given: { readonly number: string; readonly recipients: readonly string[]; readonly envelope: Uint8Array },
): Promise<Outcome<null>> {
  const seat = seatOf(asked)
  if (seat === undefined) return refuse({ code: 'petition.unknown' })
  const present = (await store.listRecipients(asked.db, seat.unit)).map(({ recipient }) => recipient)
  const whole = recipientCount(given.envelope) === present.length && sameRecipients(given.recipients, present)
  if (!whole) return refuse({ code: 'petition.envelope-form', field: 'envelope' })
  if (!(await store.replaceEnvelope(asked.db, seat.unit, given.number, given.envelope, present)))
    return refuse({ code: 'petition.unknown' })
  await note(asked, seat.unit, 'message-sealed-anew', actorId(asked.actor), asked.now(), given.number)
  return done(null)
}
