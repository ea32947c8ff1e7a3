import { sql } from 'kysely'
import type { PartyId, UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import type { Judged, Work } from './rules.ts'
import {
  Fault,
  type Import,
  ImportState,
  isId,
  Mapping,
  Reading,
  type Row,
  type Side,
  type Survey,
  type Verdict,
} from './schema.ts'

const COLUMNS = [
  ...(['id', 'party', 'unit', 'by', 'name', 'sha256', 'size', 'reading', 'columns', 'sample', 'total'] as const),
  ...(['repeated', 'mapping', 'state', 'seen', 'created_at', 'changed_at'] as const),
] as const

interface ImportRow {
  id: string
  party: string | null
  unit: string | null
  by: string
  name: string
  sha256: string
  size: number
  reading: unknown
  columns: unknown
  sample: unknown
  total: number
  repeated: number
  mapping: unknown
  state: string
  seen: number
  created_at: string
  changed_at: string
}

const asImport = (r: ImportRow): Import => ({
  id: r.id,
  party: r.party as PartyId | null,
  unit: r.unit as UnitId | null,
  by: r.by,
  name: r.name,
  sha256: r.sha256,
  size: r.size,
  survey: {
    reading: Reading.parse(r.reading),
    columns: r.columns as string[],
    sample: r.sample as Row[],
    total: r.total,
    repeated: r.repeated,
  },
  mapping: r.mapping === null ? null : Mapping.parse(r.mapping),
  state: ImportState.parse(r.state),
  seen: r.seen,
  createdAt: r.created_at,
  changedAt: r.changed_at,
})

const surveyed = (s: Survey) => ({
  reading: json(s.reading),
  columns: json(s.columns),
  sample: json(s.sample),
  total: s.total,
  repeated: s.repeated,
})

export async function insertImport(db: Database, i: Import): Promise<void> {
  const { id, party, unit, by, name, sha256, size, state } = i
  await db
    .insertInto('inventory_import')
    .values({
      id,
      party,
      unit,
      by,
      name,
      sha256,
      size,
      state,
      ...surveyed(i.survey),
      created_at: i.createdAt,
      changed_at: i.changedAt,
    })
    .execute()
}

export async function findImport(db: Database, id: string): Promise<Import | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('inventory_import').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && asImport(row)
}

/** The import, held until the transaction ends. */
export async function lockImport(db: Database, id: string): Promise<Import | undefined> {
  if (!isId(id)) return undefined
  const row = await db
    .selectFrom('inventory_import')
    .select(COLUMNS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && asImport(row)
}

export async function listImports(db: Database, side: Side): Promise<Import[]> {
  const rows = await db
    .selectFrom('inventory_import')
    .select(COLUMNS)
    .where(side.of === 'party' ? 'party' : 'unit', '=', side.of === 'party' ? side.party : side.unit)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute()
  return rows.map(asImport)
}

/** Another reading of the same bytes: what was mapped before no longer holds. */
export async function keepReading(db: Database, id: string, s: Survey, at: Instant): Promise<void> {
  await db
    .updateTable('inventory_import')
    .set({ ...surveyed(s), mapping: null, state: 'uploaded', seen: 0, changed_at: at })
    .where('id', '=', id)
    .execute()
}

/** Rows are judged anew under a new mapping. */
export async function keepMapping(db: Database, id: string, mapping: Mapping, at: Instant): Promise<void> {
  await db.deleteFrom('inventory_row').where('import', '=', id).execute()
  await db
    .updateTable('inventory_import')
    .set({ mapping: json(mapping), state: 'checking', seen: 0, lease: null, lease_until: null, changed_at: at })
    .where('id', '=', id)
    .execute()
}

export async function moveTo(db: Database, id: string, state: Import['state'], at: Instant): Promise<void> {
  await db
    .updateTable('inventory_import')
    .set({ state, changed_at: at, lease: null, lease_until: null })
    .where('id', '=', id)
    .execute()
}

// ————— work in the background —————

/** The import that has waited longest, leased; nothing when none waits or all are in somebody's hands. `only` asks for one. */
export async function lease(
  db: Database,
  lease: string,
  now: Instant,
  until: Instant,
  only?: string,
): Promise<Import | undefined> {
  const { rows } = await sql<ImportRow>`
    update inventory_import set lease = ${lease}, lease_until = ${until}
    where id = (
      select id from inventory_import
      where state in ('checking', 'running') and (lease_until is null or lease_until < ${now})
        and (${only ?? null}::uuid is null or id = ${only ?? null}::uuid)
      order by changed_at for update skip locked limit 1)
    returning ${sql.join(COLUMNS.map((c) => sql.ref(c)))}`.execute(db)
  return rows[0] && asImport(rows[0])
}

/** Still ours? Held until the transaction ends, so that nobody else writes for this import meanwhile. */
export async function renew(db: Database, id: string, lease: string, until: Instant, seen?: number): Promise<boolean> {
  const kept = await db
    .updateTable('inventory_import')
    .set({ lease_until: until, ...(seen === undefined ? {} : { seen }) })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .executeTakeFirst()
  return kept.numUpdatedRows === 1n
}

export interface Verdicts {
  readonly judged: Judged
  /** Judged again beside what is there already. */
  readonly verdict: Verdict
  readonly reasons: readonly Fault[]
  readonly cells: readonly string[] | null
  readonly system: string | null
}

export async function insertRows(db: Database, id: string, all: readonly Verdicts[]): Promise<void> {
  if (all.length === 0) return
  const rows = all.map(({ judged: j, verdict, reasons, cells, system }) => ({
    n: j.n,
    verdict,
    key: j.key,
    content: j.content,
    done: verdict === 'already' || verdict === 'faulty',
    agency: j.verdict === 'faulty' ? null : (j.work.agency?.name ?? null),
    work: j.verdict === 'faulty' || verdict === 'already' || verdict === 'faulty' ? null : j.work,
    reasons,
    lacks: j.verdict === 'faulty' ? [] : j.lacks,
    cells,
    system,
  }))
  // One text instead of thousands of parameters.
  await sql`
    insert into inventory_row (import, n, verdict, key, content, done, agency, work, reasons, lacks, cells, system)
    select ${id}::uuid, r.n, r.verdict, r.key, r.content, r.done, r.agency, nullif(r.work, 'null'::jsonb), r.reasons,
           array(select jsonb_array_elements_text(r.lacks)), nullif(r.cells, 'null'::jsonb), r.system
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      n int, verdict text, key text, content text, done boolean, agency text, work jsonb, reasons jsonb, lacks jsonb,
      cells jsonb, system uuid)`.execute(db)
}

export interface Taken {
  readonly n: number
  readonly content: string
  readonly system: string | null
}

/** Earlier rows of this file with these keys. */
export async function listKeys(db: Database, id: string, keys: readonly string[]): Promise<Map<string, Taken>> {
  const rows = await db
    .selectFrom('inventory_row')
    .select(['key', 'n', 'content', 'system'])
    .where('import', '=', id)
    .where('key', '=', sql<string>`any(${keys}::text[])`)
    .where('verdict', 'in', ['draft', 'notice'])
    .execute()
  return new Map(rows.map((r) => [r.key, r]))
}

/** What was taken over before under these keys, and is still there: an erased draft may be sent again. */
export async function listTaken(db: Database, scope: string, keys: readonly string[]): Promise<Map<string, Taken>> {
  const rows = await db
    .selectFrom('inventory_once as o')
    .innerJoin('system as s', 's.id', 'o.system')
    .select(['o.key', 'o.n', 'o.content', 'o.system'])
    .where('o.scope', '=', scope)
    .where('o.key', '=', sql<string>`any(${keys}::text[])`)
    .execute()
  return new Map(rows.map((r) => [r.key, r]))
}

/** Recorded systems of an organisation by internal code, as codes are compared (`CB 01` is `cb01`). */
export async function listCodes(db: Database, party: PartyId, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('system')
    .select(['id', 'internal_code_key'])
    .where('provider', '=', party)
    .where('internal_code_key', '=', sql<string>`any(${codes}::text[])`)
    .where('ai_id', 'is not', null)
    .execute()
  return new Map(rows.map((r) => [r.internal_code_key, r.id]))
}

export interface Waiting {
  readonly n: number
  readonly verdict: Verdict
  readonly key: string
  readonly content: string
  readonly work: Work
}

export async function listWaiting(db: Database, id: string, limit: number): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('inventory_row')
    .select(['n', 'verdict', 'key', 'content', 'work'])
    .where('import', '=', id)
    .where('done', '=', false)
    .orderBy('n')
    .limit(limit)
    .execute()
  return rows.map((r) => ({ ...r, verdict: r.verdict as Verdict, work: r.work as unknown as Work }))
}

/**
 * Until the transaction ends, nobody else takes rows over for this organisation (or for the agencies). Asked before the
 * rows are claimed, in a statement of its own: what the other wrote must be seen when its turn is over.
 */
export async function claimScope(db: Database, scope: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`inventory ${scope}`}, 0))`.execute(db)
}

/**
 * Takes the right to write these rows, once and for ever, by what identifies them and by their content: mapped another
 * way, a row is still the same row. Gives the rows that are ours. The caller holds the scope.
 */
export async function claimRows(
  db: Database,
  scope: string,
  id: string,
  rows: readonly { readonly key: string; readonly content: string; readonly system: string; readonly n: number }[],
): Promise<Set<number>> {
  const claims = rows.flatMap(({ key, content, system, n }) =>
    [...new Set([key, content])].map((k) => ({ key: k, content, system, n })),
  )
  const taken = await sql<{ key: string }>`
    insert into inventory_once (scope, key, content, system, import, n)
    select ${scope}, r.key, r.content, r.system, ${id}::uuid, r.n
    from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as r(key text, content text, system uuid, n int)
    on conflict (scope, key) do update
      set content = excluded.content, system = excluded.system, import = excluded.import, n = excluded.n
      where not exists (select from system s where s.id = inventory_once.system)
    returning key`.execute(db)
  const ours = new Set(taken.rows.map((r) => r.key))
  return new Set(rows.filter((row) => ours.has(row.key) && ours.has(row.content)).map((row) => row.n))
}

export async function settle(
  db: Database,
  id: string,
  rows: readonly { readonly n: number; readonly system: string | null; readonly verdict: Verdict }[],
): Promise<void> {
  await sql`
    update inventory_row t set done = true, work = null, system = r.system, verdict = r.verdict
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(n int, system uuid, verdict text)
    where t.import = ${id}::uuid and t.n = r.n and not t.done`.execute(db)
}

export async function settleFaulty(
  db: Database,
  id: string,
  n: number,
  reason: Fault,
  cells: readonly string[] | null,
): Promise<void> {
  await db
    .updateTable('inventory_row')
    .set({
      done: true,
      work: null,
      verdict: 'faulty',
      reasons: json([reason]),
      cells: cells === null ? null : json(cells),
    })
    .where('import', '=', id)
    .where('n', '=', n)
    .where('done', '=', false)
    .execute()
}

/** Gives the work back at once, for a gentle stop. */
export async function release(db: Database, id: string, lease: string): Promise<void> {
  await db
    .updateTable('inventory_import')
    .set({ lease: null, lease_until: null })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .execute()
}

// ————— agencies —————

export async function listAgencies(db: Database, keys: readonly string[]): Promise<Map<string, PartyId>> {
  const rows = await db
    .selectFrom('inventory_agency')
    .select(['name_key', 'party'])
    .where('name_key', '=', sql<string>`any(${keys}::text[])`)
    .execute()
  return new Map(rows.map((r) => [r.name_key, r.party as PartyId]))
}

/** Whoever names the same new agency at the same moment waits for the other to end. */
export async function claimAgencies(db: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('inventory agencies', 0))`.execute(db)
}

export async function insertAgency(db: Database, key: string, party: PartyId): Promise<void> {
  await db.insertInto('inventory_agency').values({ name_key: key, party }).execute()
}
