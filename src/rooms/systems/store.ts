import { sql } from 'kysely'
import type { PartyId } from '../../base/actor.ts'
import type { Day, Instant } from '../../base/day.ts'
import { plain } from '../../base/text.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import type { Json } from '../../base/canonical.ts'
import { addLeaf } from '../../db/leaf.ts'
import { asAnswers, asSectors, codeKey, publish, searchWords } from './rules.ts'
import {
  type Answers,
  type DossierVersion,
  type Draft,
  type Hold,
  isId,
  isRecorded,
  Level,
  type Marks,
  type Paper,
  PublicEvent,
  Shown,
  State,
  type System,
  type SystemEvent,
  type SystemId,
} from './schema.ts'

/** What is read of a system, wherever one is read. */
export const COLUMNS = [
  'id',
  'ai_id',
  'provider',
  'internal_code',
  'name',
  'state',
  'level',
  'sectors',
  'entries',
  'first_use',
  'dossier_version',
  'recorded_at',
  'changed_at',
  'seq',
  'holds',
  'own_state',
] as const

export interface Row {
  id: string
  ai_id: string | null
  provider: string
  internal_code: string
  name: string
  state: string
  level: string | null
  sectors: string[]
  entries: string[]
  first_use: string | null
  dossier_version: number
  recorded_at: string | null
  changed_at: string
  seq: number
  holds: unknown
  own_state: string | null
}

export const asSystem = (row: Row): System => ({
  id: row.id as SystemId,
  aiId: row.ai_id,
  provider: row.provider as PartyId,
  internalCode: row.internal_code,
  name: row.name,
  state: State.parse(row.state),
  level: row.level === null ? null : Level.parse(row.level),
  sectors: asSectors(row.sectors),
  entries: row.entries,
  firstUse: row.first_use as Day | null,
  dossierVersion: row.dossier_version,
  recordedAt: row.recorded_at,
  changedAt: row.changed_at,
  seq: row.seq,
  holds: row.holds as Hold[],
  own: row.own_state === null ? null : State.parse(row.own_state),
})

export async function findSystem(db: Database, id: string): Promise<System | undefined> {
  if (!isId(id)) return undefined
  const row = await db.selectFrom('system').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row && asSystem(row)
}

/** The same, held until the transaction ends: whoever acts on it next waits and sees what was done. */
export async function lockSystem(db: Database, id: SystemId): Promise<System | undefined> {
  const row = await db.selectFrom('system').select(COLUMNS).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && asSystem(row)
}

export async function findByAiId(db: Database, aiId: string): Promise<System | undefined> {
  const row = await db.selectFrom('system').select(COLUMNS).where('ai_id', '=', aiId).executeTakeFirst()
  return row && asSystem(row)
}

/** The recorded system that already bears this internal code of this provider (Decree art. 11.4: one system, one AI-ID). */
export async function findByCode(db: Database, provider: PartyId, code: string): Promise<System | undefined> {
  if (code === '') return undefined
  const row = await db
    .selectFrom('system_code as c')
    .innerJoin('system as s', 's.id', 'c.system')
    .select(COLUMNS.map((c) => `s.${c}` as const))
    .where('c.provider', '=', provider)
    .where('c.code_key', '=', codeKey(code))
    .executeTakeFirst()
  return row && asSystem(row as unknown as Row)
}

/** Makes whoever records the same code of the same provider at the same moment wait for the other to end. */
export async function claimCode(db: Database, provider: PartyId, code: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`code ${provider} ${codeKey(code)}`}, 0))`.execute(db)
}

/** AI-IDs of recorded systems of this provider that bear the same name under another code: a visible fact, no obstacle. */
export async function listSameName(db: Database, provider: PartyId, name: string, code: string): Promise<string[]> {
  const rows = await db
    .selectFrom('system')
    .select('ai_id')
    .where('provider', '=', provider)
    .where('name_plain', '=', plain(name))
    .where('internal_code_key', '<>', codeKey(code))
    .where('ai_id', 'is not', null)
    .orderBy('recorded_at')
    .limit(20)
    .execute()
  return rows.flatMap((r) => r.ai_id ?? [])
}

/** An organisation's systems, last changed first; at most 500. */
export async function listOf(db: Database, provider: PartyId): Promise<System[]> {
  const rows = await db
    .selectFrom('system')
    .select(COLUMNS)
    .where('provider', '=', provider)
    .orderBy('changed_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(asSystem)
}

export async function insertDraft(db: Database, system: System, by: string): Promise<void> {
  await db
    .insertInto('system')
    .values({
      id: system.id,
      provider: system.provider,
      name: system.name,
      name_plain: plain(system.name),
      state: 'draft',
      created_at: system.changedAt,
      changed_at: system.changedAt,
    })
    .execute()
  await insertPaper(db, system.id, { name: system.name }, {}, by, system.changedAt)
}

/** Many drafts with their papers in two statements. */
export async function insertDrafts(
  db: Database,
  drafts: readonly { readonly system: System; readonly answers: Answers; readonly result: Draft['result'] }[],
  by: string,
): Promise<void> {
  await db
    .insertInto('system')
    .values(
      drafts.map(({ system: s }) => ({
        id: s.id,
        provider: s.provider,
        name: s.name,
        name_plain: plain(s.name),
        state: 'draft',
        created_at: s.changedAt,
        changed_at: s.changedAt,
      })),
    )
    .execute()
  await db
    .insertInto('dossier_draft')
    .values(
      drafts.map(({ system: s, answers, result }) => ({
        system: s.id,
        answers: json({ dossier: answers, result }),
        saved_at: s.changedAt,
        saved_by: by,
      })),
    )
    .execute()
}

export async function insertPaper(
  db: Database,
  id: SystemId,
  answers: Answers,
  result: Draft['result'],
  by: string,
  at: Instant,
): Promise<void> {
  await db
    .insertInto('dossier_draft')
    .values({ system: id, answers: json({ dossier: answers, result }), saved_at: at, saved_by: by })
    .execute()
}

export async function findDraft(db: Database, id: SystemId): Promise<Draft | undefined> {
  return asDraft(await db.selectFrom('dossier_draft').selectAll().where('system', '=', id).executeTakeFirst())
}

/** The paper, held until the transaction ends: whoever saves next waits and then sees this save. */
export async function lockDraft(db: Database, id: SystemId): Promise<Draft | undefined> {
  return asDraft(
    await db.selectFrom('dossier_draft').selectAll().where('system', '=', id).forUpdate().executeTakeFirst(),
  )
}

interface DraftRow {
  answers: unknown
  rev: number
  saved_at: string
}
interface Kept {
  readonly dossier?: unknown
  readonly result?: Record<string, unknown>
  readonly marks?: Marks
}

function asDraft(row: DraftRow | undefined): Draft | undefined {
  if (row === undefined) return undefined
  const { dossier, result = {}, marks = {} } = row.answers as Kept
  return { answers: asAnswers(dossier), result, marks, rev: row.rev, savedAt: row.saved_at }
}

/** What an organisation is writing, for its list of systems. */
export async function listPapers(db: Database, provider: PartyId): Promise<Paper[]> {
  const rows = await db
    .selectFrom('dossier_draft as d')
    .innerJoin('system as s', 's.id', 'd.system')
    .select(['d.system', 'd.answers', 'd.saved_at', 's.level'])
    .select(
      sql<string[]>`array(select a.kind from attachment a where a.system = d.system and a.removed_at is null)`.as(
        'kinds',
      ),
    )
    .where('s.provider', '=', provider)
    .limit(500)
    .execute()
  return rows.map((r) => {
    const { dossier, result } = r.answers as Kept
    return {
      system: r.system as SystemId,
      answers: asAnswers(dossier),
      level: Level.safeParse(r.level ?? result?.level).data ?? null,
      kinds: r.kinds as Paper['kinds'],
      savedAt: r.saved_at,
    }
  })
}

/** Saves over revision `rev`; false when somebody else saved meanwhile. The draft's name follows the dossier's. */
export async function saveDraft(
  db: Database,
  system: System,
  draft: Pick<Draft, 'answers' | 'result' | 'rev' | 'marks'>,
  by: string,
  at: Instant,
): Promise<boolean> {
  const saved = await db
    .updateTable('dossier_draft')
    .set({
      answers: json({ dossier: draft.answers, result: draft.result, marks: draft.marks ?? {} }),
      rev: draft.rev + 1,
      saved_at: at,
      saved_by: by,
    })
    .where('system', '=', system.id)
    .where('rev', '=', draft.rev)
    .executeTakeFirst()
  if (saved.numUpdatedRows !== 1n) return false
  if (system.state === 'draft') {
    const name = draft.answers.name ?? system.name
    await db
      .updateTable('system')
      .set({ name, name_plain: plain(name), changed_at: at })
      .where('id', '=', system.id)
      .execute()
  }
  return true
}

export const dropDraft = (db: Database, id: SystemId) =>
  db.deleteFrom('dossier_draft').where('system', '=', id).execute()

/** A system that does not yet exist and is recorded at once (a notice by API). */
export async function insertSystem(db: Database, system: System): Promise<void> {
  await db
    .insertInto('system')
    .values({
      id: system.id,
      provider: system.provider,
      name: system.name,
      name_plain: plain(system.name),
      state: 'draft',
      created_at: system.changedAt,
      changed_at: system.changedAt,
    })
    .execute()
}

export async function insertVersion(
  db: Database,
  id: SystemId,
  v: DossierVersion,
  shown: unknown,
  by: string,
): Promise<void> {
  await db
    .insertInto('dossier_version')
    .values({
      system: id,
      version: v.version,
      answers: json(v.answers),
      shown: json(shown as object),
      hash: v.hash,
      reason: v.reason,
      by,
      at: v.at,
    })
    .execute()
}

/**
 * One step of a system: row, event and log leaf, in the transaction of the request. False when someone else acted first.
 * `answers` is the dossier in force after the step; what the register shows is made from it. `receipt`: what is issued
 * with it, so that whoever holds it can prove it by the leaf.
 */
export async function keepEvent(
  db: Database,
  before: System,
  after: System,
  event: SystemEvent,
  answers: Answers,
  receipt?: Json,
): Promise<boolean> {
  if (!isRecorded(after)) throw new Error('only recorded systems have events')
  const shown = publish(after, answers)
  const words = searchWords(shown)
  const moved = await db
    .updateTable('system')
    .set({
      ai_id: after.aiId,
      internal_code: after.internalCode,
      // Without a code (a voluntary publication may lack one) nothing is alike.
      internal_code_key: after.internalCode === '' ? after.id : codeKey(after.internalCode),
      name: after.name,
      name_plain: plain(after.name),
      state: after.state,
      level: after.level,
      sectors: [...after.sectors],
      entries: [...after.entries],
      first_use: after.firstUse,
      dossier_version: after.dossierVersion,
      public: json(shown),
      search_exact: words.exact,
      search_plain: words.plain,
      recorded_at: after.recordedAt,
      changed_at: after.changedAt,
      seq: event.seq,
      holds: json(after.holds),
      own_state: after.own,
    })
    .where('id', '=', after.id)
    .where('seq', '=', before.seq)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) return false
  if (before.aiId === null || before.internalCode !== after.internalCode) await keepCode(db, after)
  const ruleSet = typeof event.data.ruleSet === 'string' ? { ruleSet: event.data.ruleSet } : {}
  const { leaf, salts } = await addLeaf(db, {
    type: `system.${event.verb}`,
    subject: after.aiId,
    at: event.at,
    ...ruleSet,
    groups: {
      public: shown,
      // With what its public history shows, so that nobody can change that either.
      event: { by: event.by, ...asJson(event.data), public: event.public && asJson(event.public) },
      // Apart from who did it, so that anyone may be shown it.
      ...(event.public === null ? {} : { history: { seq: event.seq, ...asJson(event.public) } }),
      ...(receipt === undefined ? {} : { receipt }),
    },
  })
  await db
    .insertInto('system_event')
    .values({
      system: event.system,
      seq: event.seq,
      verb: event.verb,
      by: event.by,
      at: event.at,
      data: json({ ...event.data, leaf, salts }),
      public: json(event.public),
    })
    .execute()
  await keepTerms(db, words.terms)
  return true
}

/** As it comes back from the database: what is undefined is not there. */
const asJson = (value: object): Readonly<Record<string, Json>> =>
  JSON.parse(JSON.stringify(value)) as Readonly<Record<string, Json>>

/** A code once declared leads to its system for ever; `findByCode` was asked first, under the lock of `claimCode`. */
async function keepCode(db: Database, { provider, internalCode, id }: System): Promise<void> {
  if (internalCode === '') return
  await db
    .insertInto('system_code')
    .values({ provider, code_key: codeKey(internalCode), system: id })
    .onConflict((c) => c.doNothing())
    .execute()
}

/** New distinct words of the register, for "did you mean". */
async function keepTerms(db: Database, words: readonly string[]): Promise<void> {
  const terms = [...new Set(words)].filter((t) => t.length >= 2 && t.length <= 40)
  if (terms.length === 0) return
  // In one order everywhere, so that two notices with the same new words never wait for each other crosswise.
  await sql`insert into term (term) select distinct t from unnest(${terms}::text[]) t where not exists (select from term x where x.term = t) order by t on conflict do nothing`.execute(
    db,
  )
}

const PAGE = 200

export async function listEvents(db: Database, id: SystemId): Promise<SystemEvent[]> {
  const rows = await db
    .selectFrom('system_event')
    .selectAll()
    .where('system', '=', id)
    .orderBy('seq', 'desc')
    .limit(PAGE)
    .execute()
  return rows.map((r) => ({
    system: r.system as SystemId,
    seq: r.seq,
    verb: r.verb as SystemEvent['verb'],
    by: r.by,
    at: r.at,
    data: r.data as SystemEvent['data'],
    public: r.public === null ? null : PublicEvent.parse(r.public),
  }))
}

export async function listVersions(db: Database, id: SystemId): Promise<DossierVersion[]> {
  const rows = await db
    .selectFrom('dossier_version')
    .select(['version', 'answers', 'hash', 'reason', 'at'])
    .where('system', '=', id)
    .orderBy('version', 'desc')
    .limit(PAGE)
    .execute()
  return rows.map((r) => ({ ...r, answers: asAnswers(r.answers) }))
}

export async function findVersion(db: Database, id: SystemId, version: number): Promise<DossierVersion | undefined> {
  const r = await db
    .selectFrom('dossier_version')
    .select(['version', 'answers', 'hash', 'reason', 'at'])
    .where('system', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return r && { ...r, answers: asAnswers(r.answers) }
}

/** A version as it was shown to the person who declared it. */
export async function findShown(
  db: Database,
  id: SystemId,
  version: number,
): Promise<{ shown: Shown; version: DossierVersion } | undefined> {
  const row = await db
    .selectFrom('dossier_version')
    .select(['version', 'answers', 'hash', 'reason', 'at', 'shown'])
    .where('system', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { shown, ...v } = row
  return { shown: Shown.parse(shown), version: { ...v, answers: asAnswers(v.answers) } }
}
