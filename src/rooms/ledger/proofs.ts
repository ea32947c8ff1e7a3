import { parseSignedCheckpoint, type SignedCheckpoint } from '../../log/checkpoint.ts'
import { leafHash } from '../../log/hash.ts'
import type { LogProof } from '../../log/proof.ts'
import { TILE_WIDTH, tilePath, tileReader, type FetchTile } from '../../log/tiles.ts'
import { proveInclusion } from '../../log/tree.ts'
import { verifyInclusion } from '../../log/verify.ts'
import { readCheckpoint, tilesIn } from './files.ts'
import type { Desk } from './schema.ts'
import * as store from './store.ts'

/** The published checkpoint, as anybody may fetch it; nothing before the log began. */
export async function headNow({ site }: Pick<Desk, 'site'>): Promise<SignedCheckpoint | undefined> {
  const shown = await readCheckpoint(site.log.folder)
  return shown === 'strange' ? undefined : shown
}

/**
 * The proof that a leaf is in the log, under a checkpoint enough witnesses have seen where there is one. `not-yet`: it
 * waits for the next head, which says nothing against it. Nothing at all when there is no such leaf.
 */
export async function proofOf(
  desk: Pick<Desk, 'db' | 'site'>,
  leaf: string,
): Promise<LogProof | 'not-yet' | undefined> {
  const found = await store.findLeaf(desk.db, leaf)
  if (found === undefined) return undefined
  const { index, entry } = found
  const signed = index === null ? undefined : await checkpointOver(desk, index)
  if (index === null || signed === undefined) return 'not-yet'
  const { size, root } = signed.checkpoint
  const path = await proveInclusion(index, size, tileReader(size, remembering(desk.site.log.folder)))
  // Never hand out a proof that would not hold: the files may be damaged, or the row is not the one that was signed.
  if (!verifyInclusion(index, size, leafHash(entry), path, root))
    throw new Error(`the log does not prove its own entry ${index}: run fsck`)
  return { index, path, signed }
}

async function checkpointOver(desk: Pick<Desk, 'db' | 'site'>, index: number): Promise<SignedCheckpoint | undefined> {
  const head = await store.findHead(desk.db, desk.site.log.origin)
  const witnessed = head?.witnessed == null ? undefined : parseSignedCheckpoint(head.witnessed)
  if (witnessed?.ok && index < witnessed.value.checkpoint.size) return witnessed.value
  const shown = await headNow(desk)
  return shown !== undefined && index < shown.checkpoint.size ? shown : undefined
}

const KEPT = 512
const full = new Map<string, Uint8Array>()

/** Full tiles never change, so the last few hundred are kept in memory: the upper ones are in every proof. */
function remembering(folder: string): FetchTile {
  const fetch = tilesIn(folder)
  return async (tile) => {
    if (tile.width < TILE_WIDTH) return fetch(tile)
    const name = `${folder} ${tilePath(tile)}`
    const known = full.get(name)
    if (known !== undefined) return known
    const bytes = await fetch(tile)
    if (bytes === undefined) return undefined
    full.set(name, bytes)
    const [oldest] = full.keys()
    if (full.size > KEPT && oldest !== undefined) full.delete(oldest)
    return bytes
  }
}
