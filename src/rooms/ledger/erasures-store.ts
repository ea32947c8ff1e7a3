import { sql } from 'kysely'
import type { Database } from '../../db/kit.ts'

/** Which acts of erasing the database knows: by the hash of their entry, and those it carried out again for an older one. */
export async function findErased(
  db: Database,
): Promise<{ readonly hashes: ReadonlySet<string>; readonly again: ReadonlySet<string> }> {
  const { rows } = await sql<{ hash: string; again: string | null }>`
    select encode(sha256('\\x00'::bytea || l.body), 'hex') as hash, t.content ->> 'again' as again
    from tombstone t join log_leaf l on l.id = t.leaf`.execute(db)
  return {
    hashes: new Set(rows.map(({ hash }) => hash)),
    again: new Set(rows.flatMap(({ again }) => again ?? [])),
  }
}

interface Gone {
  readonly kind: string
  readonly subject: string
  /** By the hash of the entry that committed to them. */
  readonly groups: ReadonlyMap<string, readonly string[]>
}

/** Is what an entry erased in the database, not erased? Nothing is where it came later than the restored one. */
export async function isStillThere(db: Database, { kind, subject, groups }: Gone): Promise<boolean> {
  const asked = {
    system: sql`select 1 from system where ai_id = ${subject}`,
    file: sql`select 1 from casefile_paper p join casefile f on f.id = p.file where f.number = ${subject}`,
    // Its entry names no message: the entries it erased tell which.
    petition: sql`select 1 from petition_paper p join petition_event e on e.petition = p.petition and e.seq = p.seq
      join log_leaf l on l.id = e.leaf
      where p.content ? 'text' and encode(sha256('\\x00'::bytea || l.body), 'hex') = any(${[...groups.keys()]}::text[])`,
    party: sql`select 1 from party where id::text = ${subject} and name <> ''`,
    account: sql`select 1 from account where id::text = ${subject} and erased_at is null`,
  }[kind]
  if (asked === undefined) return false
  const { rows } = await sql`${asked} limit 1`.execute(db)
  return rows.length > 0
}
