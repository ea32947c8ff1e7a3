import { actorId } from '../../base/actor.ts'
import { uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { dropBytes, FILE_LIMIT, keepBytes, typeOf } from '../../db/files.ts'
import type { Kit } from '../../db/kit.ts'
import { type Acting, dossierOf, no, step } from './acting.ts'
import * as store from './attachment-store.ts'
import { eventOf, mayWrite, owed } from './rules.ts'
import { type Attachment, isRecorded, type System } from './schema.ts'
import { findSystem } from './store.ts'

/** Keeps a document beside the dossier. Its type is what its bytes say; programs and archives are refused. */
export async function attach(
  asked: Acting,
  id: string,
  kind: Attachment['kind'],
  file: File,
): Promise<Outcome<Attachment>> {
  const writable = mayWrite(await findSystem(asked.db, id), asked.actor)
  if (!writable.ok) return writable
  if (file.size === 0) return no('file.empty', 'file')
  if (file.size > FILE_LIMIT) return no('file.too-large', 'file')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const type = await typeOf(bytes, file.type)
  if (type === undefined) return no('file.type', 'file')
  const attachment: Attachment = {
    id: uuidv7(),
    kind,
    name: file.name.slice(0, 200),
    type,
    size: file.size,
    sha256: await keepBytes(asked.site.files, bytes),
    addedAt: asked.now(),
  }
  await store.insertAttachment(asked.db, writable.value.id, attachment, actorId(asked.actor))
  const noted = await noteDocument(asked, writable.value, 'document-added', attachment)
  return noted.ok ? done(attachment) : noted
}

/** Takes a document away. On a recorded system only if the dossier in force is whole without it (Decree art. 12.5). */
export async function detach(asked: Acting, id: string, attachment: string): Promise<Outcome<System>> {
  const writable = mayWrite(await findSystem(asked.db, id), asked.actor)
  if (!writable.ok) return writable
  const system = writable.value
  const all = await store.listAttachments(asked.db, system.id)
  const gone = all.find((a) => a.id === attachment)
  if (gone === undefined) return no('file.unknown')
  const rest = all.filter((a) => a !== gone)
  if (isRecorded(system) && owed(system.level, await dossierOf(asked.db, system), rest).length > 0)
    return refuse({ code: 'file.needed', cite: 'N12.5' })
  await store.removeAttachment(asked.db, system.id, attachment, asked.now())
  return noteDocument(asked, system, 'document-removed', gone)
}

/** Beside a draft a document is private paper; beside a recorded dossier its coming and going is an event. */
async function noteDocument(
  asked: Acting,
  system: System,
  verb: 'document-added' | 'document-removed',
  { id, kind, sha256 }: Attachment,
): Promise<Outcome<System>> {
  if (!isRecorded(system)) return done(system)
  const event = eventOf(system, verb, asked.actor, asked.now(), { document: id, kind, sha256 }, null)
  return step(asked, system, system, event)
}

/** Erases a draft with its files: wrongly begun, or of a kind the portal may not hold (Decree art. 4.3.d). */
export async function eraseDraft(asked: Acting, id: string): Promise<Outcome<System>> {
  const writable = mayWrite(await findSystem(asked.db, id), asked.actor)
  if (!writable.ok) return writable
  if (isRecorded(writable.value)) return no('system.already-recorded')
  await store.eraseDraft(asked.db, writable.value.id, asked.now())
  return writable
}

/**
 * Removes the bytes of erased drafts that nothing refers to any more. After the commit, hourly: bytes dropped inside the
 * transaction would be missing if it were rolled back. If we die between the two steps, the next hour repeats them.
 */
export async function dropErasedFiles(kit: Pick<Kit, 'db' | 'site'>): Promise<void> {
  for (const hash of await store.listErasedFiles(kit.db)) {
    await dropBytes(kit.site.files, hash)
    await store.forgetErasedFile(kit.db, hash)
  }
}
