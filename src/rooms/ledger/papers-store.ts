import { sql } from 'kysely'
import type { Json } from '../../base/canonical.ts'
import type { Database } from '../../db/kit.ts'

/** Papers are read so many at a time, in the order of their keys. */
const PAGE = 500

/** Walks a query page by page: `next` gives the rows after the last one. */
async function* walk<T>(next: (last: T | undefined) => Promise<readonly T[]>): AsyncGenerator<T> {
  for (let last: T | undefined; ; ) {
    const page: readonly T[] = await next(last)
    yield* page
    last = page.at(-1)
    if (page.length < PAGE) return
  }
}

export interface KeptBytes {
  readonly of: 'attachment' | 'casefile_attachment'
  readonly id: string
  readonly sha256: string
  readonly size: number
}

/** Files beside recorded dossiers and beside files of procedures that are not removed. */
export const attachedFiles = (db: Database): AsyncGenerator<KeptBytes> =>
  walk(async (last) => {
    const { rows } = await sql<KeptBytes>`
      select * from (
        select 'attachment' as of, a.id, a.sha256, a.size from attachment a where a.removed_at is null
        union all
        select 'casefile_attachment', c.id, c.sha256, c.size from casefile_attachment c where c.removed_at is null
      ) f where (of, id) > (${last?.of ?? ''}, ${last?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
      order by of, id limit ${PAGE}`.execute(db)
    return rows
  })

export interface VersionRow {
  readonly system: string
  readonly version: number
  readonly answers: Json
  readonly hash: string
  readonly at: string
  /** What the event that recorded it says, and through it the log. */
  readonly promised: string | null
  readonly attachments: readonly { kind: string; sha256: string; added_at: string; removed_at: string | null }[]
}

export const dossierVersions = (db: Database): AsyncGenerator<VersionRow> =>
  walk(async (last) => {
    const { rows } = await sql<VersionRow>`
      select v.system, v.version, v.answers, v.hash, v.at,
        (select e.data ->> 'dossierHash' from system_event e
         where e.system = v.system and e.data ->> 'version' = v.version::text and e.data ? 'dossierHash' limit 1) as promised,
        coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'sha256', a.sha256,
            'added_at', to_char(a.added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'removed_at', to_char(a.removed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by a.added_at, a.id)
          from attachment a where a.system = v.system), '[]') as attachments
      from dossier_version v
      where (v.system, v.version) > (${last?.system ?? '00000000-0000-0000-0000-000000000000'}::uuid, ${last?.version ?? 0})
      order by v.system, v.version limit ${PAGE}`.execute(db)
    return rows
  })

export interface SignedPaper {
  readonly of: 'notice' | 'casefile_document'
  readonly number: string
  readonly content: Json
  readonly jws: string
  /** Columns that repeat what the content says, under its names. */
  readonly columns: Readonly<Record<string, Json>>
  /** The tombstone under which the signed bytes went; null while they must be there. */
  readonly erased: string | null
}

const MOMENT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`

/** Receipts and documents, with their signatures. */
export const signedPapers = (db: Database): AsyncGenerator<SignedPaper> =>
  walk(async (last) => {
    const moment = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', ${MOMENT})`)
    const { rows } = await sql<SignedPaper>`
      select * from (
        select 'notice' as of, n.number, n.receipt as content, n.jws,
          jsonb_build_object('number', n.number, 'kind', n.kind, 'channel', n.channel, 'level', n.level,
            'receivedAt', ${moment('n.received_at')}, 'recordedAt', ${moment('n.recorded_at')},
            'dossierVersion', n.dossier_version, 'dossierHash', n.dossier_hash) as columns,
          (select g.tombstone from system_event e join tombstone_group g on g.act = (e.data ->> 'leaf')::uuid and g.name = 'receipt'
            where n.jws = '' and e.system = n.system and e.data ->> 'version' = n.dossier_version::text limit 1) as erased
        from notice n
        union all
        select 'casefile_document', d.number, d.content, d.jws, jsonb_build_object('number', d.number, 'kind', d.kind),
          (select g.tombstone from casefile_event e join tombstone_group g on g.act = e.leaf and g.name = 'document'
            where d.jws = '' and e.file = d.file and e.seq = d.seq limit 1)
        from casefile_document d
      ) p where (of, number) > (${last?.of ?? ''}, ${last?.number ?? ''})
      order by of, number limit ${PAGE}`.execute(db)
    return rows
  })

export async function listRuleSetBodies(
  db: Database,
): Promise<readonly { readonly id: string; readonly body: Json }[]> {
  const { rows } = await sql<{ id: string; body: Json }>`select id, body from rule_set order by id limit 1000`.execute(
    db,
  )
  return rows
}
