import type { Actor } from '../base/actor.ts'
import { done, type Outcome, refuse } from '../base/outcome.ts'
import type { Kit } from '../db/kit.ts'
import * as store from './chain-store.ts'
import { sees } from './flow.ts'
import type { CaseFile } from './schema.ts'

type Asking = Pick<Kit, 'db'> & { readonly actor: Actor }

export type { Source } from './chain-store.ts'

/** A file or a source as another one names it. Its page is `/cases/{number}`. */
export interface Linked {
  readonly number: string
  /** What it is about; empty for a source. */
  readonly subject: string
}

/** Lets files arise from something a room took in that is no file: a petition. Told once or often, it is kept once. */
export const noteSource = ({ db, now }: Pick<Kit, 'db' | 'now'>, source: store.Source): Promise<void> =>
  store.insertSource(db, source, now())

/** The file or the source with this number, for whoever may see it; for all others there is none. */
async function findSeen(
  { db, actor }: Asking,
  number: string,
): Promise<(Linked & { readonly file?: CaseFile; readonly path?: string }) | undefined> {
  const file = await store.findAny(db, number)
  if (file !== undefined) return sees(file, actor) ? { number, subject: file.subject, file } : undefined
  const source = await store.findSource(db, number)
  const seat = actor.kind === 'person' ? actor.seat : null
  if (source === undefined || seat === null || seat.role === 'administrator' || seat.unit !== source.unit)
    return undefined
  return { number, subject: '', path: source.path }
}

/** Notes from what a new file arose. Refused where that is nothing the actor may see. */
export async function arise(asked: Asking, { id }: CaseFile, origin: string | undefined): Promise<Outcome<null>> {
  if (origin === undefined || origin === '') return done(null)
  if ((await findSeen(asked, origin)) === undefined) return refuse({ code: 'case.origin-unknown' })
  await store.insertOrigin(asked.db, id, origin)
  return done(null)
}

/** From what a file arose, and what arose from it, as far as the reader may see either. */
export async function chainOf(
  asked: Asking,
  { id, number }: Pick<CaseFile, 'id' | 'number'>,
): Promise<{ readonly from: Linked | undefined; readonly led: readonly Linked[] }> {
  const origin = await store.findOrigin(asked.db, id)
  return {
    from: origin === undefined ? undefined : await findSeen(asked, origin),
    led: await listArisen(asked, number),
  }
}

/** The files that arose from a file or a source and that the reader may see, oldest first. */
export async function listArisen({ db, actor }: Asking, number: string): Promise<CaseFile[]> {
  return (await store.listArisen(db, number)).filter((file) => sees(file, actor))
}

/** Where a number leads for this reader: the procedure of a file, or the page of a source. */
export async function whereIs(
  asked: Asking,
  number: string,
): Promise<Outcome<{ readonly procedure: string } | { readonly path: string }>> {
  const seen = await findSeen(asked, number)
  if (seen?.file !== undefined) return done({ procedure: seen.file.procedure })
  return seen?.path === undefined ? refuse({ code: 'case.unknown' }) : done({ path: seen.path })
}
