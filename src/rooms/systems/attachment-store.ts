import type { Instant } from '../../base/day.ts'
import type { Database } from '../../db/kit.ts'
import type { Attachment, SystemId } from './schema.ts'
import { dropDraft } from './store.ts'

export async function listAttachments(db: Database, id: SystemId): Promise<Attachment[]> {
  const rows = await db
    .selectFrom('attachment')
    .select(['id', 'kind', 'name', 'type', 'size', 'sha256', 'added_at'])
    .where('system', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .limit(100)
    .execute()
  return rows.map(({ added_at, kind, ...r }) => ({ ...r, kind: kind as Attachment['kind'], addedAt: added_at }))
}

export async function insertAttachment(db: Database, id: SystemId, a: Attachment, by: string): Promise<void> {
  await db
    .insertInto('attachment')
    .values({
      id: a.id,
      system: id,
      stands_for: [],
      kind: a.kind,
      name: a.name,
      type: a.type,
      size: a.size,
      sha256: a.sha256,
      added_at: a.addedAt,
      added_by: by,
    })
    .execute()
}

/** The bytes stay where they are: a dossier version that names their hash must stay readable. */
export async function removeAttachment(db: Database, id: SystemId, attachment: string, at: Instant): Promise<void> {
  await db
    .updateTable('attachment')
    .set({ removed_at: at })
    .where('system', '=', id)
    .where('id', '=', attachment)
    .where('removed_at', 'is', null)
    .execute()
}

/** Erases a draft whole and notes the bytes to drop once this is committed. A recorded system's events forbid it. */
export async function eraseDraft(db: Database, id: SystemId, at: Instant): Promise<void> {
  const gone = await db.deleteFrom('attachment').where('system', '=', id).returning('sha256').execute()
  if (gone.length > 0)
    await db
      .insertInto('erased_file')
      .values([...new Set(gone.map((g) => g.sha256))].map((sha256) => ({ sha256, at })))
      .onConflict((c) => c.doNothing())
      .execute()
  await dropDraft(db, id)
  await db.deleteFrom('system').where('id', '=', id).where('state', '=', 'draft').execute()
}

/** Bytes of erased drafts and withdrawn copies that no other document, import, message or file of a procedure is made of. */
export async function listErasedFiles(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('erased_file as e')
    .select('e.sha256')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('attachment as a')
            .select('a.id')
            .whereRef('a.sha256', '=', 'e.sha256')
            .where('a.erased_at', 'is', null),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('inventory_import as i').select('i.id').whereRef('i.sha256', '=', 'e.sha256'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('casefile_attachment as c').select('c.id').whereRef('c.sha256', '=', 'e.sha256'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('petition_file as p').select('p.n').whereRef('p.sha256', '=', 'e.sha256'))),
    )
    .limit(1000)
    .execute()
  return rows.map((r) => r.sha256)
}

export const forgetErasedFile = (db: Database, sha256: string) =>
  db.deleteFrom('erased_file').where('sha256', '=', sha256).execute()
