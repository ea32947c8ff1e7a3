import { actorId } from '../../base/actor.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Acting } from '../../casework/actions.ts'
import type { Kit } from '../../db/kit.ts'
import { noteUnitAct, people } from '../parties/actions.ts'
import { seatOf } from './desk-actions.ts'
import { deskOf } from './rules.ts'
import { AIM_LIMITS, AIMS, type Aims, type Kind } from './schema.ts'
import * as store from './store.ts'

/** Within how many working days a message of this kind is meant to be taken up and answered. */
export async function aimsFor({ db }: Pick<Kit, 'db'>, kind: Kind): Promise<Aims> {
  const unit = await people.deskUnit(db, deskOf(kind))
  return (unit && (await store.findAims(db, unit))) ?? AIMS
}

/** Aims of the unit somebody serves in. */
export async function ownAims(asked: Acting): Promise<Outcome<Aims>> {
  const seat = seatOf(asked)
  return seat === undefined
    ? refuse({ code: 'petition.unknown' })
    : done((await store.findAims(asked.db, seat.unit)) ?? AIMS)
}

/** Sets the aims of the chief's own unit for messages still to come. Refuses days out of bounds, at their field. */
export async function setAims(asked: Acting, aims: Aims): Promise<Outcome<null>> {
  const seat = seatOf(asked)
  if (seat === undefined || seat.role !== 'chief') return refuse({ code: 'petition.unknown' })
  const wrong = (['take', 'answer'] as const).filter((aim) => {
    const days = aims[aim]
    return !Number.isInteger(days) || days < 1 || days > AIM_LIMITS[aim]
  })
  if (wrong.length > 0)
    return refuse(
      ...wrong.map((field) => ({ code: 'petition.aim', field, facts: { most: String(AIM_LIMITS[field]) } }) as const),
    )
  if (aims.answer < aims.take) return refuse({ code: 'petition.aim-order', field: 'answer' })
  await store.keepAims(asked.db, seat.unit, aims)
  const act = { take: aims.take, answer: aims.answer }
  await noteUnitAct(asked.db, {
    unit: seat.unit,
    verb: 'message-aims-set',
    by: actorId(asked.actor),
    at: asked.now(),
    act,
  })
  return done(null)
}
