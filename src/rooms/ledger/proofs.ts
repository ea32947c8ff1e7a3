import { parseSignedCheckpoint, type SignedCheckpoint } from '../../log/checkpoint.ts'
import { type Hash, leafHash, nodeHash } from '../../log/hash.ts'
import type { LogProof } from '../../log/proof.ts'
import { fetchHashes, type Tile, TILE_WIDTH, tilePath, tileWidth } from '../../log/tiles.ts'
import { type HashReader, proveInclusion } from '../../log/tree.ts'
import { verifyInclusion } from '../../log/verify.ts'
import { readCheckpoint, tilesIn } from './files.ts'
import type { Desk } from './schema.ts'
import * as store from './store.ts'

/** The published checkpoint, as anybody may fetch it; nothing before the log began. */
export async function headNow({ site }: Pick<Desk, 'site'>): Promise<SignedCheckpoint | undefined> {
  const shown = await readCheckpoint(site.log.folder)
  return shown === 'strange' ? undefined : shown
}

const TILE_HEIGHT = 8

/**
 * The proof that a leaf is in the log, under a checkpoint enough witnesses have seen where there is one. `not-yet`: it
 * waits for the next head, which says nothing against it. Nothing at all when there is no such leaf.
 */
export async function proofOf(
  desk: Pick<Desk, 'db' | 'site'>,
  leaf: string,
): Promise<LogProof | 'not-yet' | undefined> {
  const proved = await proofsOf(desk, [leaf])
  return typeof proved === 'object' ? proved[0] : proved
}

/** The same of several leaves under one and the same checkpoint, in their order. */
export async function proofsOf(
  desk: Pick<Desk, 'db' | 'site'>,
  leaves: readonly string[],
): Promise<readonly (LogProof & { readonly entry: Uint8Array })[] | 'not-yet' | undefined> {
  const found: { readonly index: number; readonly entry: Uint8Array }[] = []
  for (const leaf of leaves) {
    const one = await store.findLeaf(desk.db, leaf)
    if (one === undefined) return undefined
    if (one.index === null) return 'not-yet'
    found.push({ index: one.index, entry: one.entry })
  }
  const signed = await checkpointOver(desk, Math.max(...found.map(({ index }) => index)))
  if (signed === undefined) return 'not-yet'
  const { size, root } = signed.checkpoint
  return Promise.all(
    found.map(async ({ index, entry }) => {
      const path = await proveInclusion(index, size, remembering(size, desk.site.log.folder))
      // Never hand out a proof that would not hold: the files may be damaged, or the row is not the one that was signed.
      if (!verifyInclusion(index, size, leafHash(entry), path, root))
        throw new Error(`the log does not prove its own entry ${index}: run fsck`)
      return { index, path, signed, entry }
    }),
  )
}

async function checkpointOver(desk: Pick<Desk, 'db' | 'site'>, index: number): Promise<SignedCheckpoint | undefined> {
  const head = await store.findHead(desk.db, desk.site.log.origin)
  const witnessed = head?.witnessed == null ? undefined : parseSignedCheckpoint(head.witnessed)
  if (witnessed?.ok && index < witnessed.value.checkpoint.size) return witnessed.value
  const shown = await headNow(desk)
  return shown !== undefined && index < shown.checkpoint.size ? shown : undefined
}

const KEPT = 256
/** The nodes inside a tile, from its hashes upwards: a proof needs some of each level, and hashing them anew costs most. */
type Nodes = readonly (readonly Hash[])[]
const known = new Map<string, Promise<Nodes>>()

/** Hashes of full subtrees, from tiles whose nodes are kept in memory: the upper ones are in every proof. */
const remembering =
  (size: number, folder: string): HashReader =>
  (places) =>
    Promise.all(
      places.map(async ({ level, index }) => {
        const within = level % TILE_HEIGHT
        const of = Math.floor((index * 2 ** within) / TILE_WIDTH)
        const nodes = await nodesOf(folder, { level: Math.floor(level / TILE_HEIGHT), index: of }, size)
        const hash = nodes[within]?.[index - (of * TILE_WIDTH) / 2 ** within]
        if (hash === undefined) throw new RangeError(`no node ${index} at level ${level} among ${size}`)
        return hash
      }),
    )

/** The places of one proof ask for the same few tiles at once, so what is kept is the reading, not only what was read. */
function nodesOf(folder: string, place: Omit<Tile, 'width'>, size: number): Promise<Nodes> {
  const tile = { ...place, width: tileWidth(place, size) }
  const name = `${folder} ${tilePath(tile)}`
  const there = known.get(name)
  if (there !== undefined) return there
  const reading = readNodes(folder, tile)
  known.set(name, reading)
  reading.catch(() => known.delete(name))
  const [oldest] = known.keys()
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest)
  return reading
}

async function readNodes(folder: string, tile: Tile): Promise<Nodes> {
  const levels: (readonly Hash[])[] = [await fetchHashes(tile, tilesIn(folder))]
  for (let below = levels[0] ?? []; below.length > 1; below = levels.at(-1) ?? []) levels.push(pairs(below))
  return levels
}

/** The nodes over whole pairs; what stands alone at the right edge rises later. */
const pairs = (below: readonly Hash[]): Hash[] =>
  Array.from({ length: Math.floor(below.length / 2) }, (_, n) => nodeHash(at(below, 2 * n), at(below, 2 * n + 1)))

function at(hashes: readonly Hash[], n: number): Hash {
  const hash = hashes[n]
  if (hash === undefined) throw new RangeError(`no hash ${n}`)
  return hash
}
