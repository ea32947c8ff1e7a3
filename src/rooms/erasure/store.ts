import { sql } from 'kysely'
import type { UnitId } from '../../base/actor.ts'
import type { Json } from '../../base/canonical.ts'
import type { Day, Instant } from '../../base/day.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import { addLeaf, commitment, type Erases, freshSalt } from '../../db/leaf.ts'
import { type Burial, Field, type Kind, type Proposal, type Tombstone, type Versions, Wish } from './schema.ts'

// ————— proposals —————

export async function insertProposal(db: Database, p: Proposal): Promise<void> {
  const { askedOn, endedAt: _, ended: __, fields, ...rest } = p
  await db
    .insertInto('erasure')
    .values({ ...rest, fields: [...fields], asked_on: askedOn })
    .execute()
}

/** `lock`: until the transaction ends nobody else carries it out or withdraws it. */
export async function findProposal(db: Database, id: string, lock = false): Promise<Proposal | undefined> {
  const query = db.selectFrom('erasure').selectAll().where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && asProposal(row)
}

interface ProposalRow {
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly fields: string[]
  readonly files: boolean
  readonly versions: string
  readonly asked_on: string
  readonly unit: string
  readonly by: string
  readonly at: string
  readonly ended: string | null
  readonly ended_at: string | null
}

const asProposal = (row: ProposalRow): Proposal => ({
  ...{ id: row.id, subject: row.subject, files: row.files, by: row.by, at: row.at, endedAt: row.ended_at },
  kind: Wish.shape.kind.parse(row.kind),
  fields: row.fields.map((field) => Field.parse(field)),
  versions: row.versions as Versions,
  askedOn: row.asked_on as Day,
  unit: row.unit as UnitId,
  ended: row.ended as Proposal['ended'],
})

/** Proposals that wait for a second person, the oldest first; at most 200. */
export async function listOpen(db: Database): Promise<Proposal[]> {
  const rows = await db.selectFrom('erasure').selectAll().where('ended', 'is', null).orderBy('at').limit(200).execute()
  return rows.map(asProposal)
}

export async function endProposal(
  db: Database,
  id: string,
  ended: 'done' | 'withdrawn',
  by: string,
  at: Instant,
): Promise<void> {
  await db.updateTable('erasure').set({ ended, ended_by: by, ended_at: at }).where('id', '=', id).execute()
}

// ————— tombstones —————

export interface NewTombstone {
  readonly number: string
  readonly kind: Kind
  /** As the leaf names it: AI-ID, number of a file, id of a party or account. */
  readonly subject: string
  readonly fields: readonly string[]
  readonly content: Readonly<Record<string, Json>>
  readonly erasure: string | null
  readonly by: string
  readonly at: Instant
  readonly backupsUntil: Day
  readonly burials: readonly Burial[]
}

export async function nextNumber(db: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval('tombstone_number') as n`.execute(db)
  return rows[0]?.n ?? 0
}

/** Numbers the log has given already are not given again by an older database. */
export async function passNumbers(db: Database, upTo: number): Promise<void> {
  for (let n = await nextNumber(db); n < upTo; n = await nextNumber(db));
}

/** Tombstone, what it names and its leaf together. Only from here on may the transaction erase, and only that. */
export async function keepTombstone(db: Database, t: NewTombstone): Promise<void> {
  const all = t.burials
    .map((burial) => {
      const salt = burial.left === undefined ? null : freshSalt()
      return { ...burial, salt, kept: salt === null ? null : commitment(salt, burial.left ?? null) }
    })
    .toSorted((a, b) => (a.hash === b.hash ? (a.group < b.group ? -1 : 1) : a.hash < b.hash ? -1 : 1))
  const erases: Erases = {
    ...{ tombstone: t.number, fields: t.fields },
    groups: all.map(({ hash, group, kept }) => (kept === null ? [hash, group] : [hash, group, kept])),
  }
  const { leaf, salts } = await addLeaf(db, {
    ...{ type: `erasure.${t.kind}`, subject: t.subject, at: t.at, erases },
    groups: { public: t.content, act: { by: t.by } },
  })
  const { number, kind, subject, fields, erasure, by, at } = t
  await db
    .insertInto('tombstone')
    .values({
      ...{ number, kind, subject, erasure, by, at, leaf, salts, backups_until: t.backupsUntil },
      ...{ fields: [...fields], content: json(t.content) },
    })
    .execute()
  if (all.length > 0)
    await db
      .insertInto('tombstone_group')
      .values(all.map((one) => ({ tombstone: number, act: one.leaf, name: one.group, kept: one.kept, salt: one.salt })))
      .execute()
  await db.insertInto('tombstone_work').values({ tombstone: number }).execute()
}

/** The newest tombstones first; at most 200. Read with the register's own eyes. */
export async function listTombstones(reader: Database): Promise<Tombstone[]> {
  const rows = await reader.selectFrom('public_tombstone').selectAll().orderBy('at', 'desc').limit(200).execute()
  return rows.map((row) => ({
    ...{ number: row.number ?? '', kind: row.kind as Kind, subject: row.subject, ground: row.ground ?? '' },
    ...{ fields: row.fields ?? [], office: { vi: row.office_vi ?? '', en: row.office_en ?? '' } },
    ...{ at: row.at ?? '', backupsUntil: row.backups_until as Day },
    ...{ reissuedAt: row.reissued_at, sweptAt: row.swept_at },
  }))
}

/** Numbers of tombstones by the proposal they carried out. */
export async function listNumbers(db: Database, erasure: string): Promise<string[]> {
  const rows = await db
    .selectFrom('tombstone')
    .select('number')
    .where('erasure', '=', erasure)
    .orderBy('number')
    .execute()
  return rows.map(({ number }) => number)
}

// ————— what is erased —————

/** Mails to these readers, and these words in mails to others. */
export async function eraseMails(
  db: Database,
  words: readonly string[],
  readers: readonly string[] = [],
): Promise<void> {
  await sql`select erase_mails(${words}::text[], ${readers}::text[])`.execute(db)
}

/** Kept answers that hold one of these words: a repeated request is judged anew. */
export async function eraseAnswers(db: Database, words: readonly string[]): Promise<void> {
  // A kept answer is JSON or HTML: the word stands there as it is, or with its quotes escaped.
  const written = [...new Set(words.flatMap((word) => [word, JSON.stringify(word).slice(1, -1)]))]
  await sql`delete from answered where exists (
    select from unnest(${written}::text[]) w
    where position(convert_to(w, 'UTF8') in body) > 0 or position(w in headers::text) > 0)`.execute(db)
}

export async function eraseTerms(db: Database, terms: readonly string[]): Promise<void> {
  if (terms.length > 0) await sql`select erase_terms(${terms}::text[])`.execute(db)
}

/** Bytes are dropped after the commit, when nothing else is made of them (migrations/0011). */
export async function noteBytes(db: Database, hashes: readonly string[], at: Instant): Promise<void> {
  if (hashes.length === 0) return
  await db
    .insertInto('erased_file')
    .values([...new Set(hashes)].map((sha256) => ({ sha256, at })))
    .onConflict((c) => c.doNothing())
    .execute()
}
