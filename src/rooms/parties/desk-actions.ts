import { type Actor, actorId, type UnitId } from '../../base/actor.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Kit } from '../../db/kit.ts'
import { findDeskUnit, giveDesk } from './desk-store.ts'
import { type Desk, DESKS } from './desks.ts'
import { keepsThePortal } from './rules.ts'
import type { Unit } from './schema.ts'
import { addUnitEvent, listUnits } from './unit-store.ts'

export interface DeskView extends Desk {
  readonly unit: UnitId | undefined
}

export interface DeskPage {
  readonly desks: readonly DeskView[]
  readonly units: readonly Unit[]
}

export async function desksFor(kit: Kit, actor: Actor): Promise<Outcome<DeskPage>> {
  const may = keepsThePortal(actor)
  if (!may.ok) return may
  const units = await listUnits(kit.db)
  const desks = await Promise.all(DESKS.map(async (desk) => ({ ...desk, unit: await findDeskUnit(kit.db, desk.name) })))
  return done({ desks, units })
}

/** One desk as the form came back: who had it when the page was drawn, and who shall have it. */
export interface Wish {
  readonly name: string
  readonly from: string
  readonly to: string
}

/** Keeps what differs from the page as it was drawn: a desk nobody touched goes on where the act sends it. */
export async function assignDesks(kit: Kit, actor: Actor, wishes: readonly Wish[]): Promise<Outcome<void>> {
  const now = await desksFor(kit, actor)
  if (!now.ok) return now
  for (const { name, from, to } of wishes) {
    if (from === to) continue
    const desk = now.value.desks.find((d) => d.name === name)
    const unit = now.value.units.find((u) => u.id === to)
    if (desk === undefined || unit === undefined) return refuse({ code: 'unit.unknown' })
    if (desk.unit === undefined || desk.unit !== from) return refuse({ code: 'desk.changed-meanwhile' })
    const [by, at] = [actorId(actor), kit.now()]
    if (!(await giveDesk(kit.db, { name, from: desk.unit, to: unit.id, by, at })))
      return refuse({ code: 'desk.changed-meanwhile' })
    await addUnitEvent(kit.db, { unit: desk.unit, verb: 'desk-taken', by, at, act: { desk: name } })
    await addUnitEvent(kit.db, { unit: unit.id, verb: 'desk-given', by, at, act: { desk: name } })
  }
  return done(undefined)
}
