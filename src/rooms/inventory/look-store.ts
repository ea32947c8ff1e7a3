import { sql } from 'kysely'
import type { PartyId, UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import {
  Fault,
  type FaultyRow,
  Mapping,
  type Preset,
  type TakenRow,
  type Tally,
  type Verdict,
  VERDICTS,
} from './schema.ts'

// ————— what people are shown —————

export async function tally(db: Database, id: string): Promise<Tally> {
  const rows = await db
    .selectFrom('inventory_row')
    .select([
      'verdict',
      (e) => e.fn.countAll<number>().as('judged'),
      sql<number>`count(*) filter (where done)`.as('done'),
    ])
    .where('import', '=', id)
    .groupBy('verdict')
    .execute()
  const of = (verdict: Verdict) => {
    const row = rows.find((r) => r.verdict === verdict)
    return { judged: Number(row?.judged ?? 0), done: Number(row?.done ?? 0) }
  }
  return Object.fromEntries(VERDICTS.map((v) => [v, of(v)])) as Tally
}

export async function listFaulty(db: Database, id: string, after: number, limit: number): Promise<FaultyRow[]> {
  const rows = await db
    .selectFrom('inventory_row')
    .select(['n', 'cells', 'reasons'])
    .where('import', '=', id)
    .where('verdict', '=', 'faulty')
    .where('n', '>', after)
    .orderBy('n')
    .limit(limit)
    .execute()
  return rows.map((r) => ({ n: r.n, cells: (r.cells ?? []) as string[], reasons: Fault.array().parse(r.reasons) }))
}

/** Drafts and notices in the order of the file; the name as it stands in the portal or will. */
export async function listTakenOver(db: Database, id: string, after: number, limit: number): Promise<TakenRow[]> {
  const rows = await db
    .selectFrom('inventory_row as r')
    .leftJoin('system as s', 's.id', 'r.system')
    .select(['r.n', 'r.verdict', 'r.agency', 's.id as system', 'r.lacks', 'r.reasons'])
    .select(sql<string>`coalesce(s.name, r.work #>> '{answers,name}', '')`.as('name'))
    .where('r.import', '=', id)
    .where('r.verdict', 'in', ['draft', 'notice'])
    .where('r.n', '>', after)
    .orderBy('r.n')
    .limit(limit)
    .execute()
  return rows.map((r) => ({ ...r, verdict: r.verdict as Verdict, reasons: Fault.array().parse(r.reasons) }))
}

/** How many rows lack which field. */
export async function countLacks(db: Database, id: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ field: string; n: number }>`
    select field, count(*)::int as n from inventory_row, unnest(lacks) as field
    where import = ${id}::uuid and verdict = 'draft' group by field`.execute(db)
  return new Map(rows.map((r) => [r.field, r.n]))
}

/** Agencies named in the file, with their rows; the largest first. */
export async function countAgencies(db: Database, id: string): Promise<{ name: string; n: number }[]> {
  const { rows } = await sql<{ name: string; n: number }>`
    select agency as name, count(*)::int as n from inventory_row
    where import = ${id}::uuid and agency is not null and verdict in ('draft', 'notice')
    group by agency order by n desc, agency limit 200`.execute(db)
  return rows
}

// ————— presets, organisations —————

export async function listPresets(db: Database, scope: string): Promise<Preset[]> {
  const rows = await db
    .selectFrom('inventory_preset')
    .select(['name', 'mapping'])
    .where('scope', '=', scope)
    .orderBy('at', 'desc')
    .limit(50)
    .execute()
  return rows.map((r) => ({ name: r.name, mapping: Mapping.parse(r.mapping) }))
}

export async function keepPreset(db: Database, scope: string, preset: Preset, by: string, at: Instant): Promise<void> {
  const values = { scope, name: preset.name, mapping: json(preset.mapping), by, at }
  await db
    .insertInto('inventory_preset')
    .values(values)
    .onConflict((c) => c.columns(['scope', 'name']).doUpdateSet({ mapping: values.mapping, by, at }))
    .execute()
}

/** For the command line: an organisation by its name as written; several may bear it. */
export async function listPartiesNamed(db: Database, name: string): Promise<{ id: PartyId; name: string }[]> {
  const rows = await db.selectFrom('party').select(['id', 'name']).where('name', '=', name).limit(5).execute()
  return rows.map((r) => ({ id: r.id as PartyId, name: r.name }))
}

export async function findUnitByCode(db: Database, code: string): Promise<UnitId | undefined> {
  const row = await db.selectFrom('unit').select('id').where('code', '=', code).executeTakeFirst()
  return row?.id as UnitId | undefined
}
