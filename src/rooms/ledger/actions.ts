import { join } from 'node:path'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { toBase64 } from '../../log/encoding.ts'
import { printNote } from '../../log/note.ts'
import { parseTilePath, TILE_WIDTH } from '../../log/tiles.ts'
import { CHECKPOINT, KEYS, POLICY, readIfThere } from './files.ts'
import { headNow } from './proofs.ts'
import type { Desk, HeadView, WitnessLine } from './schema.ts'
import * as store from './store.ts'

export { type ActTable, actTables, countActs, type Uncounted } from './acts-store.ts'
export { type LoggedErasure, readErasures, returnedAfterRestore, returnedErasures } from './erasures.ts'
export { startCores } from './cores.ts'
export { fsck, type FsckOptions, type Report, unopened } from './fsck.ts'
export { headNow, proofOf } from './proofs.ts'
export { countWaiting, listWitnesses } from './store.ts'
export { startWitness } from './witness.ts'
export { startWriter, type Writer, writeAll } from './writer.ts'

/** What anyone may know of the log as it is published now. */
export async function showHead(desk: Pick<Desk, 'db' | 'site'>): Promise<Outcome<HeadView>> {
  const [shown, head] = [await headNow(desk), await store.findHead(desk.db, desk.site.log.origin)]
  if (shown === undefined || head === undefined) return refuse({ code: 'ledger.not-begun' })
  const { origin, size, root } = shown.checkpoint
  const keys = Buffer.from((await readIfThere(join(desk.site.log.folder, KEYS))) ?? []).toString()
  return done({
    ...{ origin, size, root: toBase64(root), signedAt: head.signedAt, checkpoint: printNote(shown.note) },
    keys: keys.split('\n').filter((line) => line !== ''),
  })
}

export const witnessesNow = (desk: Pick<Desk, 'db'>): Promise<readonly WitnessLine[]> => store.listWitnesses(desk.db)

/** A published file of the log, and for how long it may be kept. */
export interface Published {
  readonly bytes: Uint8Array
  readonly type: string
  readonly cache: string
}

const TEXT = 'text/plain; charset=utf-8'
const FOR_EVER = 'public, max-age=31536000, immutable'

/** The file at a path below `/log/`; nothing when no log has such a file. Partial tiles may go, so they are kept briefly. */
export async function publishedAt({ site }: Pick<Desk, 'site'>, path: string): Promise<Published | undefined> {
  const tile = parseTilePath(path)
  if (tile === undefined && ![CHECKPOINT, KEYS, POLICY].includes(path)) return undefined
  const bytes = await readIfThere(join(site.log.folder, path))
  if (bytes === undefined) return undefined
  if (tile === undefined) return { bytes, type: TEXT, cache: 'public, max-age=1, must-revalidate' }
  const cache = tile.width === TILE_WIDTH ? FOR_EVER : 'public, max-age=60'
  return { bytes, type: 'application/octet-stream', cache }
}
