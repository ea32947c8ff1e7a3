import { actorId } from '../base/actor.ts'
import { uuidv7 } from '../base/ids.ts'
import { done, type Outcome, refuse } from '../base/outcome.ts'
import { FILE_LIMIT, holdsBytes, keepBytes, typeOf } from '../db/files.ts'
import { sideOf } from './flow.ts'
import { type Acting, no, type Office, partyOf } from './office.ts'
import type { Attachment, AttachmentView, CaseFile, Code, Side } from './schema.ts'
import * as store from './store.ts'

/** The file and the side on which somebody may put attachments beside it: members who file, officers of the unit. */
async function beside(
  asked: Acting,
  { procedure }: Office,
  number: string,
): Promise<Outcome<{ readonly file: CaseFile; readonly side: Side }>> {
  const file = await store.findFile(asked.db, procedure.id, number)
  const side = file && sideOf(file, asked.actor)
  if (file === undefined || side === undefined) return no('case.unknown')
  if (side === 'copy' || (side === 'party' && partyOf(asked.actor) !== file.party)) return no('case.not-your-part')
  return done({ file, side })
}

/** Keeps a chosen file beside a file; it is handed over with the next step. Its type is what its bytes say. */
export async function attach(
  asked: Acting,
  office: Office,
  number: string,
  upload: File,
): Promise<Outcome<Attachment>> {
  const found = await beside(asked, office, number)
  if (!found.ok) return found
  const { name, size } = upload
  const wrong = (code: Code) => refuse({ code, field: 'file', facts: { name } })
  if (size === 0) return wrong('attachment.empty')
  if (size > FILE_LIMIT) return wrong('attachment.too-large')
  const bytes = new Uint8Array(await upload.arrayBuffer())
  const type = await typeOf(bytes, upload.type)
  if (type === undefined) return wrong('attachment.type')
  const sha256 = await keepBytes(asked.site.files, bytes)
  return attachAgain(asked, office, number, { id: uuidv7(), name: name.slice(0, 200), type, size, sha256 })
}

/** Puts a file beside a file whose bytes are kept already: they came with a form that was refused for something else. */
export async function attachAgain(
  asked: Acting,
  office: Office,
  number: string,
  view: AttachmentView,
): Promise<Outcome<Attachment>> {
  const found = await beside(asked, office, number)
  if (!found.ok) return found
  const { file, side } = found.value
  if (!(await holdsBytes(asked.site.files, view.sha256)))
    return refuse({ code: 'attachment.empty', field: 'file', facts: { name: view.name } })
  const attachment: Attachment = { ...view, seq: null, side, addedAt: asked.now() }
  await store.insertAttachment(asked.db, file.id, attachment, actorId(asked.actor))
  return done(attachment)
}

/** What this side has chosen and not sent yet. Whoever may add nothing is refused. */
export async function waitingFiles(
  asked: Acting,
  office: Office,
  number: string,
): Promise<Outcome<{ readonly file: CaseFile; readonly files: readonly Attachment[] }>> {
  const found = await beside(asked, office, number)
  if (!found.ok) return found
  const { file, side } = found.value
  const files = (await store.listAttachments(asked.db, file.id)).filter((a) => a.seq === null && a.side === side)
  return done({ file, files })
}

/** Takes a chosen file away again, as long as it was not sent. */
export async function detach(asked: Acting, office: Office, number: string, id: string): Promise<Outcome<CaseFile>> {
  const side = await beside(asked, office, number)
  if (!side.ok) return side
  const { file } = side.value
  const found = (await store.listAttachments(asked.db, file.id)).find((a) => a.id === id && a.side === side.value.side)
  if (found === undefined) return no('attachment.unknown')
  if (found.seq !== null) return no('attachment.handed-over')
  await store.dropAttachment(asked.db, file.id, id, asked.now())
  return done(file)
}
