import { randomUUID } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { AccountId, UnitId } from '../../base/actor.ts'
import type { Day, Instant } from '../../base/day.ts'
import type { Json } from '../../base/canonical.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import { addLeaves, makeLeaf } from '../../db/leaf.ts'
import type { PetitionRow } from '../../db/tables.ts'
import type {
  Aims,
  CleanFile,
  Envelope,
  KindCount,
  Paper,
  Petition,
  PetitionId,
  PublicOutcome,
  Recipient,
  Sealed,
  Step,
} from './schema.ts'

const asPetition = (r: Selectable<PetitionRow>): Petition => ({
  ...{ id: r.id as PetitionId, number: r.number, kind: r.kind as Petition['kind'], named: r.named, about: r.about },
  ...{ act: r.act as Petition['act'], unit: r.unit as UnitId },
  ...{ officer: r.officer as AccountId | null, state: r.state as Petition['state'] },
  ...{ outcome: r.outcome as Petition['outcome'], summary: r.summary, steps: r.steps as unknown as Petition['steps'] },
  ...{ aims: { take: r.take_days, answer: r.answer_days }, receivedAt: r.received_at, changedAt: r.changed_at },
  ...{ receipt: r.receipt as unknown as Petition['receipt'], jws: r.jws, seq: r.seq },
})

/** What a unit has said of its aims, if anything. */
export const findAims = (db: Database, unit: UnitId): Promise<Aims | undefined> =>
  db.selectFrom('petition_aim').select(['take', 'answer']).where('unit', '=', unit).executeTakeFirst()

export const keepAims = (db: Database, unit: UnitId, aims: Aims): Promise<unknown> =>
  db
    .insertInto('petition_aim')
    .values({ unit, ...aims })
    .onConflict((c) => c.column('unit').doUpdateSet(aims))
    .execute()

export async function nextNumber(db: Database, today: Day): Promise<string> {
  const { rows } = await sql<{ n: number }>`select nextval('petition_number') as n`.execute(db)
  return `PA-${today.slice(0, 4)}-${String(rows[0]?.n ?? 0).padStart(6, '0')}`
}

/** Twins of one message wait for each other, so that the second finds what the first left. */
export async function lockCode(db: Database, code: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`petition ${code}`}, 0))`.execute(db)
}

export async function findByCode(db: Database, code: string): Promise<Petition | undefined> {
  const row = await db.selectFrom('petition').selectAll().where('code', '=', code).executeTakeFirst()
  return row && asPetition(row)
}

export async function findByNumber(db: Database, number: string): Promise<Petition | undefined> {
  const row = await db.selectFrom('petition').selectAll().where('number', '=', number).executeTakeFirst()
  return row && asPetition(row)
}

/** A step as it is kept, with everything that came with it. */
export interface KeptStep {
  readonly petition: Petition
  readonly step: Step
  readonly clean: readonly CleanFile[]
  readonly sealed: readonly { readonly what: Sealed['what']; readonly body: Uint8Array }[]
  /** The key of the message, where this step is the first that seals something. */
  readonly key?: { readonly own: string; readonly envelope: Uint8Array; readonly recipients: readonly string[] }
}

/**
 * Message, event, paper, leaf and whatever is sealed, together. The leaf says neither which message nor which step: from
 * the public log nobody can tell a message that comes in from an officer who answers one.
 */
async function keepStep(db: Database, { petition, step, clean, sealed, key }: KeptStep): Promise<void> {
  const { seq, verb, side, by, at, state, paper } = step
  const made = makeLeaf({
    ...{ type: 'petition.step', subject: 'petitions', at },
    groups: { act: { number: petition.number, seq, verb, side, by, state }, said: paper as Json },
  })
  // Ids elsewhere in the record tell the millisecond they were made in.
  const leaf = randomUUID()
  await addLeaves(db, [{ ...made, row: { ...made.row, id: leaf } }])
  await db
    .insertInto('petition_event')
    .values({ petition: petition.id, seq, verb, side, by, at, state, leaf })
    .execute()
  await db
    .insertInto('petition_paper')
    .values({ petition: petition.id, seq, content: json(paper), salts: json(made.salts) })
    .execute()
  if (clean.length > 0)
    await db
      .insertInto('petition_file')
      .values(clean.map(({ n, type, size, sha256 }) => ({ petition: petition.id, seq, n, type, size, sha256 })))
      .execute()
  if (key !== undefined)
    await db
      .insertInto('petition_seal')
      .values({
        ...{ petition: petition.id, own: key.own, envelope: Buffer.from(key.envelope) },
        recipients: [...key.recipients],
      })
      .execute()
  if (sealed.length > 0)
    await db
      .insertInto('petition_sealed')
      .values(
        sealed.map(({ what, body }) => ({
          ...{ id: randomUUID(), petition: petition.id, seq, what, body: Buffer.from(body) },
        })),
      )
      .execute()
}

export async function insertPetition(db: Database, code: string, kept: KeptStep): Promise<void> {
  const { petition: p } = kept
  await db
    .insertInto('petition')
    .values({
      ...{ id: p.id, number: p.number, code, kind: p.kind, named: p.named, about: p.about, act: p.act },
      ...{ unit: p.unit, officer: p.officer, state: p.state, outcome: p.outcome, summary: p.summary, seq: p.seq },
      ...{ steps: json(p.steps), received_at: p.receivedAt, changed_at: p.changedAt },
      ...{ take_days: p.aims.take, answer_days: p.aims.answer, receipt: json(p.receipt), jws: p.jws },
    })
    .execute()
  await keepStep(db, kept)
}

/** False when somebody else acted first: the step before is the only lock there is. */
export async function movePetition(db: Database, before: Petition, kept: KeptStep): Promise<boolean> {
  const { petition: p } = kept
  const moved = await db
    .updateTable('petition')
    .set({
      ...{ state: p.state, officer: p.officer, outcome: p.outcome, summary: p.summary, named: p.named },
      ...{ steps: json(p.steps), changed_at: p.changedAt, seq: p.seq },
    })
    .where('id', '=', before.id)
    .where('seq', '=', before.seq)
    .executeTakeFirst()
  if (moved.numUpdatedRows !== 1n) return false
  await keepStep(db, kept)
  return true
}

export async function listSteps(db: Database, petition: PetitionId): Promise<Step[]> {
  const rows = await db
    .selectFrom('petition_event as e')
    .leftJoin('petition_paper as p', (j) => j.onRef('p.petition', '=', 'e.petition').onRef('p.seq', '=', 'e.seq'))
    .select(['e.seq', 'e.verb', 'e.side', 'e.by', 'e.at', 'e.state', 'p.content'])
    .where('e.petition', '=', petition)
    .orderBy('e.seq')
    .execute()
  return rows.map((r) => ({
    ...{ seq: r.seq, verb: r.verb as Step['verb'], side: r.side as Step['side'], by: r.by, at: r.at },
    ...{ state: r.state as Step['state'], paper: (r.content ?? {}) as unknown as Paper },
  }))
}

export async function listClean(db: Database, petition: PetitionId): Promise<CleanFile[]> {
  const rows = await db
    .selectFrom('petition_file')
    .select(['seq', 'n', 'type', 'size', 'sha256'])
    .where('petition', '=', petition)
    .orderBy('seq')
    .orderBy('n')
    .execute()
  return rows.map((r) => ({ ...r, size: Number(r.size) }))
}

// ————— the sealed store —————

export async function listSealed(db: Database, petition: PetitionId): Promise<Sealed[]> {
  const { rows } = await sql<{ id: string; seq: number; what: string; size: number }>`
    select id, seq, what, octet_length(body) as size from petition_sealed where petition = ${petition}
    order by seq, what, id`.execute(db)
  return rows.map(({ id, seq, what, size }) => ({ id, seq, what: what as Sealed['what'], size }))
}

export async function findSealed(db: Database, petition: PetitionId, id: string): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('petition_sealed')
    .select('body')
    .where('petition', '=', petition)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.body
}

/**
 * Deletes what lies sealed of a message, its key and the clean copies; their bytes go after the commit, where nothing else
 * is made of them.
 */
export async function deleteSealed(db: Database, petition: PetitionId, at: Instant): Promise<void> {
  await db.deleteFrom('petition_sealed').where('petition', '=', petition).execute()
  await db.deleteFrom('petition_seal').where('petition', '=', petition).execute()
  const gone = await db.deleteFrom('petition_file').where('petition', '=', petition).returning('sha256').execute()
  if (gone.length > 0)
    await db
      .insertInto('erased_file')
      .values([...new Set(gone.map(({ sha256 }) => sha256))].map((sha256) => ({ sha256, at })))
      .onConflict((c) => c.doNothing())
      .execute()
}

export async function findKey(
  db: Database,
  petition: PetitionId,
): Promise<
  { readonly own: string; readonly envelope: Uint8Array; readonly recipients: readonly string[] } | undefined
> {
  const row = await db
    .selectFrom('petition_seal')
    .select(['own', 'envelope', 'recipients'])
    .where('petition', '=', petition)
    .executeTakeFirst()
  return row
}

/** Messages of a unit whose key is sealed for others than these, in the order of their numbers. */
export async function listStale(
  db: Database,
  unit: UnitId,
  present: readonly string[],
  limit: number,
): Promise<Envelope[]> {
  const rows = await db
    .selectFrom('petition_seal as s')
    .innerJoin('petition as p', 'p.id', 's.petition')
    .select(['p.id', 'p.number', 's.envelope', 's.recipients'])
    .where('p.unit', '=', unit)
    .where(sql<boolean>`not (s.recipients @> ${present}::text[] and s.recipients <@ ${present}::text[])`)
    .orderBy('p.number')
    .limit(limit)
    .execute()
  return rows.map((r) => ({
    ...{ petition: r.id as PetitionId, number: r.number, envelope: r.envelope, recipients: r.recipients },
  }))
}

/** A message's key in a new envelope. False when the message is not this unit's. */
export async function replaceEnvelope(
  db: Database,
  unit: UnitId,
  number: string,
  envelope: Uint8Array,
  recipients: readonly string[],
): Promise<boolean> {
  const replaced = await db
    .updateTable('petition_seal')
    .set({ envelope: Buffer.from(envelope), recipients: [...recipients] })
    .where('petition', 'in', (q) =>
      q.selectFrom('petition').select('id').where('number', '=', number).where('unit', '=', unit),
    )
    .executeTakeFirst()
  return replaced.numUpdatedRows === 1n
}

// ————— for whom a unit has messages sealed —————

export async function listRecipients(db: Database, unit: UnitId): Promise<Recipient[]> {
  const rows = await db
    .selectFrom('petition_recipient')
    .select(['unit', 'recipient', 'label', 'account', 'since'])
    .where('unit', '=', unit)
    .where('until', 'is', null)
    .orderBy('since')
    .orderBy('recipient')
    .execute()
  return rows.map((r) => ({ ...r, unit: r.unit as UnitId, account: r.account as AccountId }))
}

/** False when the unit has, or had, this recipient: one that was ended does not come back. */
export async function insertRecipient(db: Database, r: Recipient): Promise<boolean> {
  const kept = await db
    .insertInto('petition_recipient')
    .values({ ...r })
    .onConflict((c) => c.columns(['unit', 'recipient']).doNothing())
    .executeTakeFirst()
  return kept.numInsertedOrUpdatedRows === 1n
}

export async function endRecipient(db: Database, unit: UnitId, recipient: string, at: Instant): Promise<boolean> {
  const ended = await db
    .updateTable('petition_recipient')
    .set({ until: at })
    .where('unit', '=', unit)
    .where('recipient', '=', recipient)
    .where('until', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows === 1n
}

// ————— lists —————

/** Messages of a unit, those that wait longest first; closed ones, the latest first. */
export async function listOfUnit(db: Database, unit: UnitId, closed: boolean, limit: number): Promise<Petition[]> {
  const rows = await db
    .selectFrom('petition')
    .selectAll()
    .where('unit', '=', unit)
    .where('state', closed ? '=' : '<>', 'closed')
    .orderBy(sql`steps ->> 'waiting'`, (o) => o.asc().nullsLast())
    .orderBy('changed_at', closed ? 'desc' : 'asc')
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(asPetition)
}

/** What became of messages, the latest first; about one record of the register, or all. Read with the register's own eyes. */
export async function listOutcomes(
  reader: Database,
  about: string | undefined,
  limit: number,
): Promise<PublicOutcome[]> {
  const rows = await reader
    .selectFrom('public_petition')
    .selectAll()
    .$if(about !== undefined, (q) => q.where('about', '=', about ?? ''))
    .orderBy('changed_at', 'desc')
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map((r) => ({
    ...{ number: r.number, kind: r.kind as PublicOutcome['kind'], about: r.about },
    ...{ outcome: r.outcome as PublicOutcome['outcome'], summary: r.summary ?? '' },
    ...{ receivedAt: r.received_at, changedAt: r.changed_at },
  }))
}

export async function countAll(reader: Database): Promise<KindCount[]> {
  const rows = await reader.selectFrom('public_petition_count').selectAll().execute()
  return rows.map((r) => ({ kind: r.kind as KindCount['kind'], state: r.state as KindCount['state'], n: Number(r.n) }))
}
