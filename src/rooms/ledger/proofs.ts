import { parseSignedCheckpoint, type SignedCheckpoint } from '../../log/checkpoint.ts'
import { HASH_LENGTH, type Hash, leafHash, nodeHash } from '../../log/hash.ts'
import type { LogProof } from '../../log/proof.ts'
import { fetchHashes, printTile, type Tile, TILE_WIDTH, tilePath, tileWidth } from '../../log/tiles.ts'
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
  const shown = await shownLately(desk, index)
  return shown !== undefined && index < shown.checkpoint.size ? shown : undefined
}

const LATELY_MS = 1000
const lately = new Map<string, { readonly until: number; readonly shown: SignedCheckpoint }>()

/** The published checkpoint, read anew when it is a second old or does not reach that far: readers may keep it as long. */
async function shownLately(desk: Pick<Desk, 'site'>, index: number): Promise<SignedCheckpoint | undefined> {
  const { folder } = desk.site.log
  const kept = lately.get(folder)
  if (kept !== undefined && kept.until > performance.now() && index < kept.shown.checkpoint.size) return kept.shown
  const shown = await headNow(desk)
  if (shown === undefined) lately.delete(folder)
  else lately.set(folder, { until: performance.now() + LATELY_MS, shown })
  return shown
}

/** Some 16 MB of them, which is a log of a quarter of a million acts. */
const KEPT = 1024
/** The nodes inside a tile, its hashes first, level after level: a proof needs some of each, and hashing costs most. */
type Nodes = Uint8Array
const known = new Map<string, Promise<Nodes>>()

/** Hashes of full subtrees, from tiles whose nodes are kept in memory: the upper ones are in every proof. */
const remembering =
  (size: number, folder: string): HashReader =>
  (places) =>
    Promise.all(
      places.map(async ({ level, index }) => {
        const within = level % TILE_HEIGHT
        const of = Math.floor((index * 2 ** within) / TILE_WIDTH)
        const tile = { level: Math.floor(level / TILE_HEIGHT), index: of }
        const width = tileWidth(tile, size)
        const place = index - (of * TILE_WIDTH) / 2 ** within
        if (place >= Math.floor(width / 2 ** within))
          throw new RangeError(`no node ${index} at level ${level} among ${size}`)
        const at = (firstOf(within, width) + place) * HASH_LENGTH
        return (await nodesOf(folder, { ...tile, width })).slice(at, at + HASH_LENGTH)
      }),
    )

/** How many nodes stand before those of a level of a tile. */
function firstOf(level: number, width: number): number {
  let before = 0
  for (let below = 0; below < level; below += 1) before += Math.floor(width / 2 ** below)
  return before
}

/** The places of one proof ask for the same few tiles at once, so what is kept is the reading, not only what was read. */
function nodesOf(folder: string, tile: Tile): Promise<Nodes> {
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

/** The nodes over whole pairs; what stands alone at the right edge rises later. */
async function readNodes(folder: string, tile: Tile): Promise<Nodes> {
  const levels: Hash[][] = [[...(await fetchHashes(tile, tilesIn(folder)))]]
  for (let below = levels[0] ?? []; below.length > 1; below = levels.at(-1) ?? []) levels.push(pairs(below))
  return printTile(levels.flat())
}

const pairs = (below: readonly Hash[]): Hash[] =>
  Array.from({ length: Math.floor(below.length / 2) }, (_, n) => nodeHash(at(below, 2 * n), at(below, 2 * n + 1)))

function at(hashes: readonly Hash[], n: number): Hash {
  const hash = hashes[n]
  if (hash === undefined) throw new RangeError(`no hash ${n}`)
  return hash
}
