import { sql } from 'kysely'
import type { Json } from '../../base/canonical.ts'
import type { Instant } from '../../base/day.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import { noteBytes } from './store.ts'

const isOpen = sql<boolean>`(holder <> 'nobody' or exists (
  select from supervision_order o where o.file = casefile.id and o.ended is null))`

export interface FileOfCase {
  readonly id: string
  readonly number: string
  readonly party: string
  /** Somebody still has something to do, or an order still stands: a recall does after its file was closed. */
  readonly open: boolean
}

const FILE = ['id', 'number', 'party', isOpen.as('open')] as const

export async function findFile(db: Database, number: string): Promise<FileOfCase | undefined> {
  return db.selectFrom('casefile').select(FILE).where('number', '=', number).executeTakeFirst()
}

/** The files of a party that were handed over: what was begun and never sent is paper it may throw away itself. */
export const listOfParty = (db: Database, party: string): Promise<FileOfCase[]> =>
  db.selectFrom('casefile').select(FILE).where('party', '=', party).where('seq', '>', 0).orderBy('number').execute()

export interface FileStep {
  readonly seq: number
  readonly leaf: string
  readonly hash: string
  readonly content: Readonly<Record<string, Json>>
  readonly salts: Readonly<Record<string, string>>
  readonly document: Readonly<Record<string, Json>> | null
}

export async function listSteps(db: Database, file: string): Promise<FileStep[]> {
  const { rows } = await sql<FileStep>`
    select e.seq, e.leaf, encode(sha256('\\x00'::bytea || l.body), 'hex') as hash, p.content, p.salts,
      (select d.content from casefile_document d where d.file = e.file and d.seq = e.seq limit 1) as document
    from casefile_event e join log_leaf l on l.id = e.leaf
    join casefile_paper p on p.file = e.file and p.seq = e.seq
    where e.file = ${file}::uuid order by e.seq`.execute(db)
  return rows
}

export interface LeftOfStep {
  readonly step: FileStep
  readonly content: Readonly<Record<string, Json>>
  readonly salts: Readonly<Record<string, string>>
  readonly document: Readonly<Record<string, Json>> | null
}

export async function writeStep(
  db: Database,
  file: string,
  { step, content, salts, document }: LeftOfStep,
): Promise<void> {
  const at = sql`${step.leaf}::uuid, ${file}::uuid, ${step.seq}`
  await sql`select erase_paper(${at}, ${json(content)}::jsonb, ${json(salts)}::jsonb)`.execute(db)
  if (document !== null) await sql`select erase_document(${at}, ${json(document)}::jsonb)`.execute(db)
}

/** What a file holds besides its steps: present answers, what was published, papers, secrets, attachments with their bytes. */
export async function dropRest(db: Database, file: string, at: Instant): Promise<void> {
  await db
    .updateTable('casefile')
    .set({ answers: json({}), subject: '' })
    .where('id', '=', file)
    .execute()
  await db.updateTable('casefile_public').set({ content: null, changed_at: at }).where('file', '=', file).execute()
  await db.deleteFrom('casefile_draft').where('file', '=', file).execute()
  await db.deleteFrom('casefile_secret').where('file', '=', file).execute()
  const gone = await db.deleteFrom('casefile_attachment').where('file', '=', file).returning('sha256').execute()
  await noteBytes(
    db,
    gone.map(({ sha256 }) => sha256),
    at,
  )
}
