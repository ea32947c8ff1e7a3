import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import type pg from 'pg'
import type { Actor } from '../src/base/actor.ts'
import type { Acting } from '../src/casework/actions.ts'
import { createAccount, createParty } from '../src/rooms/parties/actions.ts'
import type { PartyDetails } from '../src/rooms/parties/schema.ts'
import type { TestKit } from './kit.ts'
import { filesBelow } from './tamper.ts'

export type Individual = Pick<PartyDetails, 'name' | 'address' | 'contact' | 'code'> & {
  readonly email: string
  readonly password: string
}

/** A natural person who provides systems, with an account of their own. */
export async function individual(kit: TestKit, { email, password, ...who }: Individual): Promise<Acting> {
  const account = await createAccount(kit, { email, name: who.name, lang: 'vi', password })
  const more = { contactPoint: null, presence: null, representative: null, stateBody: false }
  const details: PartyDetails = { ...who, ...more, kind: 'individual', country: 'VN' }
  const party = await kit.db.transaction().execute((db) => createParty({ ...kit, db }, account, details))
  const acting = { party: party.id, name: party.name, role: 'owner' } as const
  const actor: Actor = { kind: 'person', account, name: who.name, email, lang: 'vi', acting, seat: null }
  return { ...kit, actor }
}

/** What stays the same of a text in base 64, wherever in a triple of bytes it begins. */
const inBase64 = (text: string): string[] =>
  [0, 1, 2].map((shift) => {
    const coded = Buffer.from(`${'x'.repeat(shift)}${text}`).toString('base64url')
    const [from, to] = [[0, 2, 3][shift] ?? 0, Math.floor(((shift + Buffer.byteLength(text)) * 8) / 6)]
    return coded.slice(from, to)
  })

/** Columns that hold this text, whatever its case: as text, as bytes, inside JSON, or in base 64 as in a JWS. */
export async function tablesWith(owner: pg.Pool, text: string): Promise<string[]> {
  const { rows } = await owner.query<{ table: string; column: string; type: string }>(
    `select c.relname as table, quote_ident(a.attname) as column, a.atttypid::regtype::text as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
     order by 1, 2`,
  )
  const found: string[] = []
  for (const { table, column, type } of rows) {
    const looked = type === 'bytea' ? `encode(${column}, 'escape') || encode(${column}, 'hex')` : `${column}::text`
    const capital = `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
    const disguised = [Buffer.from(text).toString('hex'), ...inBase64(text), ...inBase64(capital)]
    const { rowCount } = await owner.query(
      `select 1 from ${table} where position($1 in lower(${looked})) > 0
         or exists (select from unnest($2::text[]) w where position(w in ${looked}) > 0) limit 1`,
      [text.toLowerCase(), disguised],
    )
    if (rowCount !== 0) found.push(`${table}.${column}`)
  }
  return found
}

/** Files below a folder whose bytes hold this text, whatever its case; Parquet is unpacked first. */
export async function filesWith(root: string, text: string): Promise<string[]> {
  const found: string[] = []
  for (const path of filesBelow(root)) {
    const bytes = readFileSync(join(root, path))
    const unpacked = path.endsWith('.parquet')
      ? JSON.stringify(await parquetReadObjects({ file: await asyncBufferFromFile(join(root, path)) }), (_, value) =>
          typeof value === 'bigint' ? String(value) : (value as unknown),
        )
      : ''
    if (`${bytes.toString('utf8')}${unpacked}`.toLowerCase().includes(text.toLowerCase())) found.push(path)
  }
  return found
}

/** Files of one database on the disk of its server that hold these bytes. */
export async function pagesWith(owner: pg.Pool, text: string): Promise<string[]> {
  const { rows } = await owner.query<{ folder: string; oid: string }>(
    `select current_setting('data_directory') as folder, oid::text from pg_database where datname = current_database()`,
  )
  const { folder = '', oid = '' } = rows[0] ?? {}
  await owner.query('checkpoint')
  const root = join(folder, 'base', oid)
  const wanted = Buffer.from(text)
  return filesBelow(root).filter((path) => readFileSync(join(root, path)).includes(wanted))
}
