import { sql } from 'kysely'
import type { Instant } from '../../base/day.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import type { SystemErasure, SystemStep } from './rules.ts'
import { noteBytes } from './store.ts'

/** Every step of a system with the version and the notice it recorded, oldest first. */
export async function listSteps(db: Database, system: string): Promise<SystemStep[]> {
  const { rows } = await sql<SystemStep>`
    select e.seq, e.by, e.at, e.data ->> 'leaf' as leaf, encode(sha256('\\x00'::bytea || l.body), 'hex') as hash,
      e.data - 'leaf' - 'salts' as data, e.data -> 'salts' as salts, e.public,
      (select jsonb_build_object('answers', v.answers, 'shown', v.shown, 'hash', v.hash, 'reason', v.reason)
        from dossier_version v where v.system = e.system and v.version::text = e.data ->> 'version' and e.data ? 'dossierHash') as version,
      (select jsonb_build_object('receipt', n.receipt, 'declared', n.declared)
        from notice n where n.system = e.system and n.dossier_version::text = e.data ->> 'version' and e.data ? 'dossierHash'
        limit 1) as notice
    from system_event e join log_leaf l on l.id = (e.data ->> 'leaf')::uuid
    where e.system = ${system}::uuid order by e.seq`.execute(db)
  return rows
}

export interface FileOfDossier {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly sha256: string
  readonly addedAt: Instant
  readonly removedAt: Instant | null
}

/** All files that ever stood beside a dossier, in the order in which its hash takes them. */
export async function listFiles(db: Database, system: string): Promise<FileOfDossier[]> {
  const rows = await db
    .selectFrom('attachment')
    .select(['id', 'kind', 'name', 'sha256', 'added_at as addedAt', 'removed_at as removedAt'])
    .where('system', '=', system)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows
}

/** Writes what is left over a step and what hangs on it. */
export async function writeStep(db: Database, system: string, e: SystemErasure): Promise<void> {
  const { step, version, notice } = e
  const at = sql`${step.leaf}::uuid, ${system}::uuid, ${step.seq}`
  const groups = e.burials.map(({ group }) => group)
  if (version !== null && step.version !== null && groups.includes('event'))
    await sql`select erase_version(${at}, ${json(version.answers)}::jsonb, ${JSON.stringify(version.shown)}::jsonb,
      ${version.hash}, ${version.reason})`.execute(db)
  if (notice !== null && groups.includes('receipt'))
    await sql`select erase_notice(${at}, ${json(notice.declared)}::jsonb, ${version?.hash ?? ''},
      ${json(notice.receipt)}::jsonb)`.execute(db)
  // Last: the version and the notice are found by what the step says of them.
  await sql`select erase_system_act(${at}, ${json(e.data)}::jsonb, ${e.public === null ? null : JSON.stringify(e.public)}::jsonb)`.execute(
    db,
  )
}

/** Names and bytes of files beside a dossier; kind and hash stay, because the hash of the dossier commits to them. */
export async function eraseFiles(db: Database, system: string, at: Instant): Promise<void> {
  const gone = await sql<{ sha256: string }>`
    update attachment set name = '', erased_at = ${at}, removed_at = coalesce(removed_at, ${at})
    where system = ${system}::uuid and erased_at is null returning sha256`.execute(db)
  await noteBytes(
    db,
    gone.rows.map(({ sha256 }) => sha256),
    at,
  )
}

/** The words by which the register finds a system now. */
export async function listTerms(db: Database, system: string): Promise<string[]> {
  const row = await db.selectFrom('system').select('search_plain').where('id', '=', system).executeTakeFirst()
  return [...new Set((row?.search_plain ?? '').split(' '))].filter((term) => term !== '')
}

export const dropPaper = (db: Database, system: string) =>
  db.deleteFrom('dossier_draft').where('system', '=', system).execute()
