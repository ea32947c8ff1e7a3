import { sql } from 'kysely'
import type { Json } from '../../base/canonical.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'

export interface MessageOf {
  readonly id: string
  readonly number: string
  readonly state: string
}

/** A message by its number. Until the transaction ends nothing is added to it. */
export async function findPetition(db: Database, number: string): Promise<MessageOf | undefined> {
  return db
    .selectFrom('petition')
    .select(['id', 'number', 'state'])
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst()
}

/** The number of the message to which entries of the log belong, by their hashes: the log itself never says it. */
export async function numberOf(db: Database, hashes: readonly string[]): Promise<string | undefined> {
  const { rows } = await sql<{ number: string }>`
    select p.number from petition p join petition_event e on e.petition = p.id join log_leaf l on l.id = e.leaf
    where encode(sha256('\\x00'::bytea || l.body), 'hex') = any(${[...hashes]}::text[]) limit 1`.execute(db)
  return rows[0]?.number
}

/** A step at which something was said. */
export interface SaidStep {
  readonly seq: number
  readonly leaf: string
  readonly hash: string
  readonly content: Readonly<Record<string, Json>>
  readonly salts: Readonly<Record<string, string>>
}

export async function listSaid(db: Database, petition: string): Promise<SaidStep[]> {
  const { rows } = await sql<SaidStep>`
    select e.seq, e.leaf, encode(sha256('\\x00'::bytea || l.body), 'hex') as hash, p.content, p.salts
    from petition_event e join log_leaf l on l.id = e.leaf
    join petition_paper p on p.petition = e.petition and p.seq = e.seq
    where e.petition = ${petition}::uuid and p.content ? 'text' order by e.seq`.execute(db)
  return rows
}

export interface LeftOfSaid {
  readonly step: SaidStep
  readonly content: Readonly<Record<string, Json>>
  readonly salts: Readonly<Record<string, string>>
}

export async function writeStep(db: Database, petition: string, { step, content, salts }: LeftOfSaid): Promise<void> {
  await sql`select erase_petition_paper(${step.leaf}::uuid, ${petition}::uuid, ${step.seq},
    ${json(content)}::jsonb, ${json(salts)}::jsonb)`.execute(db)
}
