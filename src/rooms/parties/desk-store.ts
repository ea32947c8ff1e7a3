import type { UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Database } from '../../db/kit.ts'
import { defaultKind } from './desks.ts'

/** Whoever was given the desk; else the oldest unit whose work it is; else the unit that keeps the portal. */
export async function findDeskUnit(db: Database, name: string): Promise<UnitId | undefined> {
  const kind = defaultKind(name)
  const row = await db
    .selectFrom('unit')
    .leftJoin('desk', (join) => join.onRef('desk.unit', '=', 'unit.id').on('desk.name', '=', name))
    .select('unit.id')
    .where((e) => e.or([e('desk.name', 'is not', null), e('unit.kind', 'in', [kind, 'most'])]))
    .orderBy((e) => e('desk.name', 'is', null))
    .orderBy((e) => e('unit.kind', '<>', kind))
    .orderBy('unit.id')
    .limit(1)
    .executeTakeFirst()
  return row && (row.id as UnitId)
}

export interface Handover {
  readonly name: string
  /** Who had it when the form was drawn. */
  readonly from: UnitId
  readonly to: UnitId
  readonly by: string
  readonly at: Instant
}

/** False when somebody else gave it away meanwhile. */
export async function giveDesk(db: Database, { name, from, to, by, at }: Handover): Promise<boolean> {
  const given = await db
    .insertInto('desk')
    .values({ name, unit: to, since: at, by })
    .onConflict((c) => c.column('name').doUpdateSet({ unit: to, since: at, by }).where('desk.unit', '=', from))
    .executeTakeFirst()
  return given.numInsertedOrUpdatedRows === 1n
}
