import { sql } from 'kysely'
import type { Json } from '../../base/canonical.ts'
import type { Instant } from '../../base/day.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import { noteBytes } from './store.ts'

export interface PartyStep {
  readonly seq: number
  readonly by: string
  readonly leaf: string
  readonly hash: string
  readonly act: Readonly<Record<string, Json>>
  readonly salts: Readonly<Record<string, string>>
}

export async function listSteps(db: Database, party: string): Promise<PartyStep[]> {
  const { rows } = await sql<PartyStep>`
    select e.seq, e.by, e.data ->> 'leaf' as leaf, encode(sha256('\\x00'::bytea || l.body), 'hex') as hash,
      e.data -> 'act' as act, e.data -> 'salts' as salts
    from party_event e join log_leaf l on l.id = (e.data ->> 'leaf')::uuid
    where e.party = ${party}::uuid order by e.seq`.execute(db)
  return rows
}

export async function writeStep(
  db: Database,
  party: string,
  {
    step,
    act,
    salts,
  }: { readonly step: PartyStep; readonly act: PartyStep['act']; readonly salts: PartyStep['salts'] },
): Promise<void> {
  await sql`select erase_party_act(${step.leaf}::uuid, ${party}::uuid, ${step.seq}, ${json({ act, salts })}::jsonb)`.execute(
    db,
  )
}

export interface SystemsOf {
  readonly recorded: readonly string[]
  readonly drafts: number
}

/** AI-IDs of a party's recorded systems, and how many drafts it writes. */
export async function systemsOf(db: Database, party: string): Promise<SystemsOf> {
  const rows = await db
    .selectFrom('system')
    .select('ai_id')
    .where('provider', '=', party)
    .orderBy('created_at')
    .execute()
  return {
    recorded: rows.flatMap(({ ai_id }) => ai_id ?? []),
    drafts: rows.filter(({ ai_id }) => ai_id === null).length,
  }
}

/** Has the party a claim in which two sides are still talking, or one has not paid yet? */
export async function hasOpenClaim(db: Database, party: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from claim_side d join claim c on c.id = d.claim and c.state = 'open'
    left join claim_matter m on m.claim = d.claim and d.n in (m.asker, m.answerer)
    where d.party = ${party}::uuid and (m.claim is null or m.state not in ('settled', 'ended')) limit 1`.execute(db)
  return rows.length > 0
}

/** Who the party is, wherever it stands besides its acts. */
export async function eraseRow(db: Database, party: string, at: Instant): Promise<void> {
  await db
    .updateTable('party')
    .set({
      ...{ name: '', address: '', contact: '', code: null },
      ...{ contact_point: null, presence: null, representative: null },
    })
    .where('id', '=', party)
    .execute()
  await db.updateTable('deployment').set({ deployer_name: '' }).where('deployer', '=', party).execute()
  await db
    .updateTable('api_key')
    .set({ label: '', revoked_at: sql`coalesce(revoked_at, ${at})` })
    .where('party', '=', party)
    .execute()
  await db
    .updateTable('invitation')
    .set({ email_key: '', ended_at: sql`coalesce(ended_at, ${at})` })
    .where('party', '=', party)
    .execute()
  await sql`select erase_claims(${party}::uuid)`.execute(db)
  await eraseInventories(db, party, at)
}

/** Files of systems the party handed over: paper, of which only the counts stay. */
async function eraseInventories(db: Database, party: string, at: Instant): Promise<void> {
  const rows = await db.selectFrom('inventory_import').select(['id', 'sha256']).where('party', '=', party).execute()
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  const nothing = { name: '', sha256: '', columns: json([]), sample: json([]), mapping: null }
  await db.updateTable('inventory_import').set(nothing).where('id', 'in', ids).execute()
  await db.deleteFrom('inventory_row').where('import', 'in', ids).execute()
  await noteBytes(
    db,
    rows.map(({ sha256 }) => sha256),
    at,
  )
}
