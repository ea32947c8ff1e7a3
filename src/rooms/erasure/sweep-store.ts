import pg from 'pg'
import type { Kind } from './schema.ts'

/** Where each kind of thing leaves its traces. What is deleted or changed stays on the page until the table is written anew. */
const TABLES: Readonly<Record<Kind | 'any', readonly string[]>> = {
  any: ['outbox', 'answered', 'erased_file'],
  account: ['account', 'session', 'mail_link', 'invitation', 'case_view', 'membership'],
  party: [
    'party',
    'party_event',
    'deployment',
    'api_key',
    'invitation',
    'inventory_import',
    'inventory_row',
    'claim',
    'claim_side',
    'claim_step',
  ],
  system: ['system', 'system_event', 'dossier_version', 'dossier_draft', 'notice', 'attachment', 'term'],
  file: [
    ...['casefile', 'casefile_paper', 'casefile_document', 'casefile_draft', 'casefile_secret'],
    ...['casefile_attachment', 'casefile_public', 'violation', 'supervision_order'],
  ],
  petition: ['petition', 'petition_paper', 'petition_file', 'petition_seal', 'petition_sealed'],
}

/**
 * Writes the tables that erasures touched anew, so that no page keeps what was erased, and the planner's samples with
 * them. As the owner: each table is locked while it is written. Says how many tombstones were swept.
 */
export async function sweepTables(ownerUrl: string, say: (line: string) => void): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'saola sweep' })
  await client.connect()
  try {
    const { rows } = await client.query<{ number: string; kind: Kind }>(
      `select t.number, t.kind from tombstone t join tombstone_work w on w.tombstone = t.number
       where w.swept_at is null and w.reissued_at is not null order by t.number`,
    )
    if (rows.length === 0) return 0
    const kinds = [...new Set(rows.map(({ kind }) => kind))]
    for (const table of new Set([...TABLES.any, ...kinds.flatMap((kind) => TABLES[kind])])) {
      await client.query(`vacuum (full, analyze) ${pg.escapeIdentifier(table)}`)
      say(`${table}: written anew`)
    }
    // ANALYZE kept samples of the values that were there; the old samples lie on pages of their own.
    await client.query('vacuum full pg_statistic')
    await client.query(`update tombstone_work set swept_at = now() where tombstone = any($1)`, [
      rows.map(({ number }) => number),
    ])
    await unlink(client, say)
    return rows.length
  } finally {
    await client.end()
  }
}

/** The old files of a table go with the next checkpoint. An owner who may not ask for one waits a few minutes for it. */
async function unlink(client: pg.Client, say: (line: string) => void): Promise<void> {
  try {
    await client.query('checkpoint')
  } catch {
    say('The old table files go with the next checkpoint of the server.')
  }
}
