import { type Selectable, sql } from 'kysely'
import type { PartyId, UnitId } from '../../base/actor.ts'
import { uuidv7 } from '../../base/ids.ts'
import type { CaseId } from '../../casework/schema.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import { addLeaf } from '../../db/leaf.ts'
import type { IncidentRow } from '../../db/tables.ts'
import type { IncidentClass } from '../../law/incidents.ts'
import { SectorName, type SystemId } from '../systems/schema.ts'
import type { Counted, Incident, MeasureTaken, OwnMeasure, ShownAs, Told } from './schema.ts'

const asIncident = (r: Selectable<IncidentRow>): Incident => ({
  ...{ file: r.file as CaseId, number: r.number, party: r.party as PartyId },
  role: r.role as Incident['role'],
  ...{ system: r.system as SystemId | null, aiId: r.ai_id, systemName: r.system_name },
  sector: SectorName.parse(r.sector),
  classes: r.classes as IncidentClass[],
  ...{ nearMiss: r.near_miss, detectedAt: r.detected_at, confirmedAt: r.confirmed_at, reportedAt: r.reported_at },
  ...{ serious: r.serious, case: r.event },
})

const columns = (i: Incident) => ({
  ...{ role: i.role, system: i.system, ai_id: i.aiId, system_name: i.systemName, sector: i.sector },
  ...{ classes: [...i.classes], near_miss: i.nearMiss, detected_at: i.detectedAt },
  ...{ confirmed_at: i.confirmedAt, reported_at: i.reportedAt, serious: i.serious },
})

export async function insertIncident(db: Database, i: Incident): Promise<void> {
  await db
    .insertInto('incident')
    .values({ ...columns(i), file: i.file, number: i.number, party: i.party })
    .execute()
}

/** What a later step said anew: which system it is does not change any more. */
export async function updateIncident(db: Database, i: Incident): Promise<void> {
  const { classes, confirmed_at, reported_at, serious } = columns(i)
  await db
    .updateTable('incident')
    .set({ classes, confirmed_at, reported_at, serious })
    .where('file', '=', i.file)
    .execute()
}

export async function findIncident(db: Database, file: CaseId): Promise<Incident | undefined> {
  const row = await db.selectFrom('incident').selectAll().where('file', '=', file).executeTakeFirst()
  return row && asIncident(row)
}

// ————— own measures —————

export async function insertMeasures(
  db: Database,
  file: CaseId,
  taken: readonly (MeasureTaken & { readonly kind: OwnMeasure })[],
): Promise<void> {
  if (taken.length === 0) return
  await db
    .insertInto('incident_measure')
    .values(taken.map((m) => ({ ...m, file })))
    .execute()
}

export async function listMeasures(db: Database, file: CaseId): Promise<MeasureTaken[]> {
  const rows = await db.selectFrom('incident_measure').selectAll().where('file', '=', file).orderBy('seq').execute()
  return rows.map((r) => ({ seq: r.seq, kind: r.kind as OwnMeasure, at: r.at, shown: r.shown as ShownAs }))
}

// ————— several reports of one event —————

const HOURS = sql`interval '72 hours'`

/**
 * Other reports detected within 72 hours of this one, which the unit may see and nobody has compared with it yet. At
 * most 200: what came in on one weekend.
 */
export async function listNear(db: Database, i: Incident, unit: UnitId): Promise<Told[]> {
  const rows = await db
    .selectFrom('incident')
    .innerJoin('casefile', 'casefile.id', 'incident.file')
    .selectAll('incident')
    .select(sql<string>`casefile.answers ->> 'description'`.as('description'))
    .where('incident.file', '<>', i.file)
    .where('incident.reported_at', 'is not', null)
    .where(
      sql<boolean>`incident.detected_at between ${i.detectedAt}::timestamptz - ${HOURS} and ${i.detectedAt}::timestamptz + ${HOURS}`,
    )
    .where(sql<boolean>`(casefile.unit = ${unit} or casefile.copies @> array[${unit}]::uuid[])`)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('incident_link')
            .select('one')
            .where(
              sql<boolean>`(one, other) = (least(incident.file, ${i.file}::uuid), greatest(incident.file, ${i.file}::uuid))`,
            ),
        ),
      ),
    )
    .orderBy('incident.detected_at')
    .limit(200)
    .execute()
  return rows.map((r) => ({ ...asIncident(r), description: r.description ?? '' }))
}

/** The other reports of the same event, as far as the unit may see them. */
export async function listSameCase(db: Database, i: Incident, unit: UnitId): Promise<Incident[]> {
  if (i.case === null) return []
  const rows = await db
    .selectFrom('incident')
    .innerJoin('casefile', 'casefile.id', 'incident.file')
    .selectAll('incident')
    .where('incident.event', '=', i.case)
    .where('incident.file', '<>', i.file)
    .where(sql<boolean>`(casefile.unit = ${unit} or casefile.copies @> array[${unit}]::uuid[])`)
    .orderBy('incident.detected_at')
    .execute()
  return rows.map(asIncident)
}

export interface Compared {
  readonly one: Incident
  readonly other: Incident
  readonly same: boolean
  readonly at: string
  readonly by: string
}

/** What an officer found of two reports, with its leaf. False when somebody has compared them already. */
export async function keepLink(db: Database, { one, other, same, at, by }: Compared): Promise<boolean> {
  const [first, second] = one.file < other.file ? [one, other] : [other, one]
  const { leaf, salts } = await addLeaf(db, {
    ...{ type: `incident.${same ? 'linked' : 'told-apart'}`, subject: one.number, at },
    groups: { act: { by, same }, other: { number: other.number } },
  })
  const kept = await db
    .insertInto('incident_link')
    .values({ one: first.file, other: second.file, same, at, by, leaf, salts: json(salts) })
    .onConflict((c) => c.columns(['one', 'other']).doNothing())
    .executeTakeFirst()
  return kept.numInsertedOrUpdatedRows === 1n
}

/** Puts two reports, and whatever is linked to either of them, under one event. */
export async function joinCases(db: Database, { one, other, at, by }: Compared): Promise<void> {
  const event = one.case ?? other.case ?? uuidv7()
  if (one.case === null && other.case === null)
    await db.insertInto('incident_case').values({ id: event, at, by }).execute()
  const cases = [one.case, other.case].filter((c): c is string => c !== null)
  await db
    .updateTable('incident')
    .set({ event })
    .where((e) =>
      e.or([e('file', 'in', [one.file, other.file]), ...(cases.length === 0 ? [] : [e('event', 'in', cases)])]),
    )
    .execute()
}

// ————— statistics —————

/** Sums that anyone may read, read with the register's own eyes. */
export async function countIncidents(reader: Database): Promise<Counted> {
  const rows = await reader.selectFrom('public_incident_count').selectAll().execute()
  const pace = await reader.selectFrom('public_incident_pace').selectAll().executeTakeFirst()
  return {
    counts: rows.map((r) => ({ kind: r.kind ?? '', key: r.key ?? '', count: r.count ?? 0 })),
    medianMinutes: pace?.median_minutes ?? null,
  }
}
