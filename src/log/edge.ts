import type { Hash } from './hash.ts'
import { fetchHashes, TILE_WIDTH, tileWidth, type FetchTile, type Tile } from './tiles.ts'
import { EMPTY, extend, rootOf, rootOfLeaves } from './tree.ts'

/**
 * The right edge of a log: at each level of tiles, the hashes of its partial tile. It is all a writer needs to go on,
 * and it can be read back from the files at any time.
 */
export interface Edge {
  readonly size: number
  readonly partial: readonly (readonly Hash[])[]
}

export interface FilledTile {
  readonly tile: Tile
  readonly hashes: readonly Hash[]
}

export const NO_EDGE: Edge = { size: 0, partial: [] }

/** The edge with these leaf hashes added, and the tiles of hashes to write for it (those of `tilesFor`, without bundles). */
export function grow(
  edge: Edge,
  leaves: readonly Hash[],
): { readonly edge: Edge; readonly tiles: readonly FilledTile[] } {
  const partial = [...edge.partial]
  const tiles: FilledTile[] = []
  let [added, before] = [leaves, edge.size]
  for (let level = 0; added.length > 0; level += 1) {
    const hashes = [...(partial[level] ?? []), ...added]
    const first = Math.floor(before / TILE_WIDTH)
    const roots: Hash[] = []
    for (let at = 0; at < hashes.length; at += TILE_WIDTH) {
      const of = hashes.slice(at, at + TILE_WIDTH)
      tiles.push({ tile: { level, index: first + at / TILE_WIDTH, width: of.length }, hashes: of })
      // A partial tile is never hashed into the level above.
      if (of.length === TILE_WIDTH) roots.push(rootOfLeaves(of))
    }
    partial[level] = hashes.slice(roots.length * TILE_WIDTH)
    ;[added, before] = [roots, first]
  }
  return { edge: { size: edge.size + leaves.length, partial }, tiles }
}

export const rootOfEdge = ({ size, partial }: Edge): Hash =>
  rootOf({ size, hashes: partial.toReversed().flatMap((hashes) => extend(EMPTY, hashes).hashes) })

/** Reads the edge back from the files of a tree of that size. Compare `rootOfEdge` with the signed root before using it. */
export async function edgeAt(size: number, fetch: FetchTile): Promise<Edge> {
  const partial: Promise<readonly Hash[]>[] = []
  for (let [level, count] = [0, size]; count > 0; level += 1) {
    const index = Math.floor(count / TILE_WIDTH)
    const width = tileWidth({ level, index }, size)
    partial.push(width === 0 ? Promise.resolve([]) : fetchHashes({ level, index, width }, fetch))
    count = index
  }
  return { size, partial: await Promise.all(partial) }
}
