import { sql } from 'kysely'
import type { Json } from '../../base/canonical.ts'
import type { Database } from '../../db/kit.ts'

/** An act that answers a question, with its leaf. */
export interface Hit {
  readonly aiId: string
  readonly index: number | null
  readonly body: Uint8Array
  /** Of the latest act on a record: what the register shows, and its salt. */
  readonly salt: string | null
  readonly value: Json
}

const LATEST = sql`
  select l.ai_id as "aiId", l.log_index as index, l.body, l.public_salt as salt, e.public as value
  from register_entry e join register_leaf l on l.ai_id = e.ai_id and l.public_salt is not null`

export async function findRecord(db: Database, aiId: string): Promise<Hit[]> {
  return (await sql<Hit>`${LATEST} where e.ai_id = ${aiId}`.execute(db)).rows
}

/** By the name of the provider exactly as the register shows it. */
export async function listOfProvider(db: Database, provider: string, limit: number): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    ${LATEST} where e.public -> 'provider' ->> 'name' = ${provider} order by e.ai_id limit ${limit}`.execute(db)
  return rows
}

/** The act a receipt was issued with, by the hash of what is signed in it. Nothing of the receipt itself is told. */
export async function listOfReceipt(db: Database, hash: string): Promise<Hit[]> {
  const { rows } = await sql<Hit>`
    select s.ai_id as "aiId", l.log_index as index, l.body, null as salt, null as value
    from notice n
    join system s on s.id = n.system
    join system_event e on e.system = s.id and e.data ->> 'dossierHash' = n.dossier_hash
      and (e.data ->> 'version')::int = n.dossier_version
    join log_leaf l on l.id = (e.data ->> 'leaf')::uuid
    where sha256(decode(rpad(translate(split_part(n.jws, '.', 2), '-_', '+/'), (length(split_part(n.jws, '.', 2)) + 3) / 4 * 4, '='), 'base64'))
      = decode(${hash}, 'hex') and s.ai_id is not null
    order by e.seq limit 1`.execute(db)
  return rows
}
