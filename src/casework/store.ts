import { type Selectable, sql } from 'kysely'
import type { AccountId, PartyId, UnitId } from '../base/actor.ts'
import type { Instant } from '../base/day.ts'
import { uuidv7 } from '../base/ids.ts'
import { json } from '../db/json.ts'
import type { Database } from '../db/kit.ts'
import { addLeaves, type MadeLeaf } from '../db/leaf.ts'
import type { CasefileRow, PublicCaseRow } from '../db/tables.ts'
import { remindersOf } from '../law/clock.ts'
import { type Calendar, CALENDAR } from '../law/workingdays.ts'
import type { Step } from './flow.ts'
import {
  type Answers,
  type Attachment,
  type CaseDocument,
  type CaseEvent,
  type CaseFile,
  type CaseId,
  type ClockKept,
  DocumentContent,
  type Draft,
  type Holder,
  type Paper,
  type Side,
} from './schema.ts'

export const asFile = (r: Selectable<CasefileRow>): CaseFile => ({
  id: r.id as CaseId,
  number: r.number,
  procedure: r.procedure,
  party: r.party as PartyId,
  unit: r.unit as UnitId | null,
  copies: r.copies as UnitId[],
  officer: r.officer as AccountId | null,
  state: r.state,
  subject: r.subject,
  answers: r.answers as Answers,
  steps: r.steps as CaseFile['steps'],
  asked: r.asked,
  holder: r.holder as Holder,
  heldSince: r.held_since,
  openedAt: r.opened_at,
  openedBy: r.opened_by,
  changedAt: r.changed_at,
  seq: r.seq,
  served: r.served,
  workers: r.workers,
})

const columns = (f: CaseFile) => ({
  unit: f.unit,
  copies: [...f.copies],
  officer: f.officer,
  state: f.state,
  subject: f.subject,
  answers: json(f.answers),
  steps: json(f.steps),
  asked: f.asked,
  holder: f.holder,
  held_since: f.heldSince,
  changed_at: f.changedAt,
  seq: f.seq,
  served: f.served,
  workers: [...f.workers],
})

/** Running numbers for files and documents. A gap means nothing. */
export async function nextNumbers(db: Database, count: number): Promise<number[]> {
  const { rows } = await sql<{
    n: number
  }>`select nextval('casefile_number') as n from generate_series(1, ${count})`.execute(db)
  return rows.map(({ n }) => Number(n))
}

export async function insertFile(db: Database, f: CaseFile): Promise<void> {
  await db
    .insertInto('casefile')
    .values({
      ...columns(f),
      ...{ id: f.id, number: f.number, procedure: f.procedure, party: f.party },
      ...{ opened_at: f.openedAt, opened_by: f.openedBy },
    })
    .execute()
}

export async function findFile(db: Database, procedure: string, number: string): Promise<CaseFile | undefined> {
  const row = await db
    .selectFrom('casefile')
    .selectAll()
    .where('number', '=', number)
    .where('procedure', '=', procedure)
    .executeTakeFirst()
  return row && asFile(row)
}

/** The files of a party, newest change first; at most 500. What was not served on it yet is not among them. */
export async function listOfParty(db: Database, party: PartyId, procedure?: string): Promise<CaseFile[]> {
  const query = db.selectFrom('casefile').selectAll().where('party', '=', party).where('served', 'is not', null)
  const rows = await (procedure === undefined ? query : query.where('procedure', '=', procedure))
    .orderBy('changed_at', 'desc')
    .limit(500)
    .execute()
  return rows.map(asFile)
}

/** The same a page at a time: from a file on, which itself is not among them. */
export async function pageOfParty(
  db: Database,
  party: PartyId,
  procedure: string,
  limit: number,
  after?: { readonly at: Instant; readonly id: string },
): Promise<CaseFile[]> {
  const all = db
    .selectFrom('casefile')
    .selectAll()
    .where('party', '=', party)
    .where('procedure', '=', procedure)
    .where('served', 'is not', null)
  const rows = await (after === undefined
    ? all
    : all.where((e) => e.or([e('changed_at', '<', after.at), e('changed_at', '=', after.at).and('id', '<', after.id)]))
  )
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asFile)
}

export async function listEvents(db: Database, file: CaseId): Promise<CaseEvent[]> {
  const rows = await db.selectFrom('casefile_event').selectAll().where('file', '=', file).orderBy('seq').execute()
  return rows.map((r) => ({
    ...{ seq: r.seq, verb: r.verb, side: r.side as CaseEvent['side'], by: r.by, at: r.at, state: r.state },
    unit: r.unit as UnitId | null,
    copies: r.copies as UnitId[],
  }))
}

/** What was said, by step. */
export async function listPapers(db: Database, file: CaseId): Promise<ReadonlyMap<number, Paper>> {
  const rows = await db.selectFrom('casefile_paper').select(['seq', 'content']).where('file', '=', file).execute()
  return new Map(rows.map((r) => [r.seq, r.content as Paper]))
}

// ————— keeping steps —————

export interface KeptStep extends Step {
  readonly leaf: MadeLeaf
  readonly document?: CaseDocument
}

/** Everything that several steps of one file leave behind. */
export interface Deed {
  /** The file is new, not moved. */
  readonly opens: boolean
  readonly steps: readonly KeptStep[]
  readonly clocks: readonly ClockKept[]
  /** Clocks that ran and run no more, because their rule does not hold for the answers as they are now. */
  readonly ended: readonly string[]
  readonly secrets: readonly { readonly key: string; readonly sealed: Buffer; readonly hint: string }[]
  /** Attachments handed over, by step. */
  readonly handed: readonly { readonly seq: number; readonly ids: readonly string[] }[]
  /** What is public from now on; undefined leaves it as it is, null withdraws it. */
  readonly published: Readonly<Record<string, unknown>> | null | undefined
  /** By which calendar reminders are placed; today's unless said. */
  readonly calendar?: Calendar
}

/** File, events, papers, leaves, clocks and documents stand or fall together. False when someone else acted first. */
export async function keep(db: Database, deed: Deed): Promise<boolean> {
  const [first, last] = [deed.steps[0], deed.steps.at(-1)]
  if (first === undefined || last === undefined) return true
  const { file } = last
  if (deed.opens) await insertFile(db, file)
  else if (!(await moved(db, first.before, file))) return false
  const { steps } = deed
  await db
    .insertInto('casefile_event')
    .values(
      steps.map(({ event: e, leaf }) => ({
        ...{ file: file.id, seq: e.seq, verb: e.verb, side: e.side, by: e.by, unit: e.unit, copies: [...e.copies] },
        ...{ at: e.at, state: e.state, leaf: leaf.row.id },
      })),
    )
    .execute()
  await db
    .insertInto('casefile_paper')
    .values(
      steps.map(({ event, paper, leaf }) => ({
        ...{ file: file.id, seq: event.seq, content: json(paper), salts: json(leaf.salts) },
      })),
    )
    .execute()
  await addLeaves(
    db,
    steps.map(({ leaf }) => leaf),
  )
  await keepClocks(db, file.id, deed.clocks, deed.calendar)
  await endClocks(db, file.id, deed.ended)
  await keepRest(db, file, deed)
  return true
}

/** The only lock there is: whoever comes second finds another step. */
async function moved(db: Database, before: CaseFile, after: CaseFile): Promise<boolean> {
  const result = await db
    .updateTable('casefile')
    .set(columns(after))
    .where('id', '=', before.id)
    .where('seq', '=', before.seq)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

async function keepRest(db: Database, file: CaseFile, deed: Deed): Promise<void> {
  if (!deed.opens)
    await db
      .deleteFrom('casefile_draft')
      .where('file', '=', file.id)
      .where(
        'verb',
        'in',
        deed.steps.map(({ event }) => event.verb),
      )
      .execute()
  for (const { seq, ids } of deed.handed)
    await db
      .updateTable('casefile_attachment')
      .set({ seq })
      .where('file', '=', file.id)
      .where('id', 'in', [...ids])
      .execute()
  for (const { key, sealed, hint } of deed.secrets)
    await db
      .insertInto('casefile_secret')
      .values({ file: file.id, key, sealed, hint })
      .onConflict((c) => c.columns(['file', 'key']).doUpdateSet({ sealed, hint }))
      .execute()
  const documents = deed.steps.flatMap(({ document }) => document ?? [])
  if (documents.length > 0)
    await db
      .insertInto('casefile_document')
      .values(
        documents.map(({ number, seq, content, jws, at }) => ({
          ...{ number, file: file.id, seq, kind: content.kind, content: json(content), jws, at },
        })),
      )
      .execute()
  if (deed.published !== undefined) await publish(db, file, deed.published)
}

async function publish(db: Database, file: CaseFile, content: Deed['published']): Promise<void> {
  const kept = content === null || content === undefined ? null : json(content)
  await db
    .insertInto('casefile_public')
    .values({
      ...{ file: file.id, number: file.number, procedure: file.procedure, content: kept },
      ...{ at: file.changedAt, changed_at: file.changedAt },
    })
    .onConflict((c) => c.column('file').doUpdateSet({ content: kept, changed_at: file.changedAt }))
    .execute()
}

export async function findPublished(
  db: Database,
  file: CaseId,
): Promise<Readonly<Record<string, unknown>> | null | undefined> {
  const row = await db.selectFrom('casefile_public').select('content').where('file', '=', file).executeTakeFirst()
  return row && (row.content as Readonly<Record<string, unknown>> | null)
}

export interface Published {
  readonly number: string
  readonly content: Readonly<Record<string, unknown>>
  readonly at: Instant
  readonly changedAt: Instant
}

/** What anyone may read of a procedure's files, the newest first. Read with the register's own eyes. */
export async function listPublished(reader: Database, procedure: string, limit = 200): Promise<Published[]> {
  const rows = await reader
    .selectFrom('public_case')
    .selectAll()
    .where('procedure', '=', procedure)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asPublished)
}

const asPublished = (r: Selectable<PublicCaseRow>): Published => ({
  ...{ number: String(r.number), at: String(r.at), changedAt: String(r.changed_at) },
  content: r.content as Published['content'],
})

const PUBLISHED_BATCH = 250

/** The same, all of it, by number, a batch at a time. */
export async function* streamPublished(reader: Database, procedure: string): AsyncIterable<readonly Published[]> {
  for (let after = ''; ; ) {
    const rows = await reader
      .selectFrom('public_case')
      .selectAll()
      .where('procedure', '=', procedure)
      .where('number', '>', after)
      .orderBy('number')
      .limit(PUBLISHED_BATCH)
      .execute()
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows.map(asPublished)
    after = String(last.number)
  }
}

// ————— clocks —————

async function keepClocks(
  db: Database,
  file: CaseId,
  clocks: readonly ClockKept[],
  calendar: Calendar = CALENDAR,
): Promise<void> {
  if (clocks.length === 0) return
  await db
    .insertInto('casefile_clock')
    .values(clocks.map((clock) => ({ file, ...clockColumns(clock, calendar) })))
    .onConflict((c) =>
      c.columns(['file', 'clock']).doUpdateSet((e) => ({
        due_at: e.ref('excluded.due_at'),
        reckoning: e.ref('excluded.reckoning'),
        remind_50: e.ref('excluded.remind_50'),
        remind_80: e.ref('excluded.remind_80'),
        remind_100: e.ref('excluded.remind_100'),
        met_at: e.ref('excluded.met_at'),
      })),
    )
    .execute()
}

async function endClocks(db: Database, file: CaseId, clocks: readonly string[]): Promise<void> {
  if (clocks.length === 0) return
  await db
    .deleteFrom('casefile_clock')
    .where('file', '=', file)
    .where('clock', 'in', [...clocks])
    .execute()
}

function clockColumns({ clock, side, kind, reckoning, metAt }: ClockKept, calendar: Calendar) {
  const at = (share: number): Instant =>
    remindersOf(reckoning, calendar).find((r) => r.share === share)?.at ?? reckoning.due
  return {
    ...{ clock, side, kind, due_at: reckoning.due, reckoning: json(reckoning), met_at: metAt },
    ...{ remind_50: at(50), remind_80: at(80), remind_100: at(100) },
  }
}

export async function listClocks(db: Database, files: readonly CaseId[]): Promise<ReadonlyMap<CaseId, ClockKept[]>> {
  const rows =
    files.length === 0
      ? []
      : await db
          .selectFrom('casefile_clock')
          .select(['file', 'clock', 'side', 'kind', 'reckoning', 'met_at'])
          .where('file', 'in', [...files])
          .orderBy('due_at')
          .execute()
  const all = new Map<CaseId, ClockKept[]>()
  for (const r of rows) {
    const clock = {
      ...{ clock: r.clock, side: r.side as Side, kind: r.kind as ClockKept['kind'], metAt: r.met_at },
      reckoning: r.reckoning as unknown as ClockKept['reckoning'],
    }
    all.set(r.file as CaseId, [...(all.get(r.file as CaseId) ?? []), clock])
  }
  return all
}

// ————— drafts, secrets, attachments, documents —————

export async function findDraft(db: Database, file: CaseId, verb: string): Promise<Draft | undefined> {
  const r = await db
    .selectFrom('casefile_draft')
    .selectAll()
    .where('file', '=', file)
    .where('verb', '=', verb)
    .executeTakeFirst()
  return (
    r && {
      ...{ verb: r.verb, form: r.form, version: r.version, savedAt: r.saved_at },
      answers: r.answers as Answers,
      sealed: r.sealed as Readonly<Record<string, string>>,
    }
  )
}

export async function saveDraft(db: Database, file: CaseId, d: Draft, by: string): Promise<void> {
  const words = { answers: json(d.answers), sealed: json(d.sealed), saved_at: d.savedAt, saved_by: by }
  await db
    .insertInto('casefile_draft')
    .values({ file, verb: d.verb, form: d.form, version: d.version, ...words })
    .onConflict((c) => c.columns(['file', 'verb']).doUpdateSet(words))
    .execute()
}

/** Erases a file that was begun and never sent, and notes the bytes to drop once this is committed. */
export async function eraseFile(db: Database, file: CaseId, at: Instant): Promise<void> {
  await db.deleteFrom('casefile_draft').where('file', '=', file).execute()
  const gone = await db.deleteFrom('casefile_attachment').where('file', '=', file).returning('sha256').execute()
  await noteErased(db, gone, at)
  await db.deleteFrom('casefile').where('id', '=', file).where('seq', '=', 0).execute()
}

/** Bytes are dropped after the commit that erased their file (migrations/0011), and only when nothing else has them. */
async function noteErased(db: Database, gone: readonly { readonly sha256: string }[], at: Instant): Promise<void> {
  if (gone.length > 0)
    await db
      .insertInto('erased_file')
      .values([...new Set(gone.map(({ sha256 }) => sha256))].map((sha256) => ({ sha256, at })))
      .onConflict((c) => c.doNothing())
      .execute()
}

export async function findSecret(
  db: Database,
  file: CaseId,
  key: string,
): Promise<{ readonly sealed: Uint8Array; readonly hint: string } | undefined> {
  return db
    .selectFrom('casefile_secret')
    .select(['sealed', 'hint'])
    .where('file', '=', file)
    .where('key', '=', key)
    .executeTakeFirst()
}

/** The masked forms, by question. */
export async function listHints(db: Database, file: CaseId): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('casefile_secret').select(['key', 'hint']).where('file', '=', file).execute()
  return new Map(rows.map((r) => [r.key, r.hint]))
}

export async function listAttachments(db: Database, file: CaseId): Promise<Attachment[]> {
  const rows = await db
    .selectFrom('casefile_attachment')
    .selectAll()
    .where('file', '=', file)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({
    ...{ id: r.id, seq: r.seq, side: r.side as Side, name: r.name, type: r.type, size: Number(r.size) },
    ...{ sha256: r.sha256, addedAt: r.added_at },
  }))
}

export async function insertAttachment(db: Database, file: CaseId, a: Attachment, by: string): Promise<void> {
  const { addedAt, ...rest } = a
  await db
    .insertInto('casefile_attachment')
    .values({ ...rest, file, added_at: addedAt, added_by: by })
    .execute()
}

/** Only while it is not handed over: what was sent stays. */
export async function dropAttachment(db: Database, file: CaseId, id: string, at: Instant): Promise<void> {
  const gone = await db
    .deleteFrom('casefile_attachment')
    .where('file', '=', file)
    .where('id', '=', id)
    .where('seq', 'is', null)
    .returning('sha256')
    .execute()
  await noteErased(db, gone, at)
}

export async function listDocuments(db: Database, file: CaseId): Promise<CaseDocument[]> {
  const rows = await db.selectFrom('casefile_document').selectAll().where('file', '=', file).orderBy('seq').execute()
  return rows.map((r) => ({
    ...{ number: r.number, seq: r.seq, jws: r.jws, at: r.at },
    content: DocumentContent.parse(r.content),
  }))
}

export const newCaseId = (): CaseId => uuidv7() as CaseId
