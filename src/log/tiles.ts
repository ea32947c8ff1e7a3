import { HASH_LENGTH, type Hash } from './hash.ts'
import { rootOfLeaves, type HashReader, type Place } from './tree.ts'

/**
 * A log as static files (C2SP tlog-tiles). A tile holds up to 256 neighbouring hashes: those of leaves at level 0,
 * above that the roots of full tiles one level below. At level `entries` it is the bundle of the entries themselves.
 */
export interface Tile {
  readonly level: number | 'entries'
  readonly index: number
  /** 256, or fewer in the partial tile at the right edge. */
  readonly width: number
}

export const TILE_WIDTH = 256
const TILE_HEIGHT = 8
const MAX_LEVEL = 63

/** `tile/0/x001/x234/067`, and `tile/0/x001/x234/067.p/12` while the tile is 12 wide. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? []
  const number = groups.map((group, n) => (n < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${number}${width < TILE_WIDTH ? `.p/${width}` : ''}`
}

/** Reads a path back. Every tile has one path, so another spelling of it is none. */
export function parseTilePath(path: string): Tile | undefined {
  const found = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path)
  if (!found) return undefined
  const [, level = '', number = '', width = String(TILE_WIDTH)] = found
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(number.replace(/[x/]/g, '')),
    width: Number(width),
  }
  const possible = Number.isSafeInteger(tile.index) && tile.width >= 1 && tile.width <= TILE_WIDTH
  return possible && (level === 'entries' || Number(level) <= MAX_LEVEL) && tilePath(tile) === path ? tile : undefined
}

/** How many hashes stand at a level of tiles in a tree of that size. */
const count = (level: Tile['level'], size: number): number =>
  level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level)

/** How wide that tile is in a tree of that size; 0 when it is not there. */
export const tileWidth = ({ level, index }: Omit<Tile, 'width'>, size: number): number =>
  Math.max(0, Math.min(TILE_WIDTH, count(level, size) - index * TILE_WIDTH))

/**
 * The files a tree of `size` has that a tree of `old` had not: entries first, then hashes upwards. `tilesFor(0, size)`
 * are all of them. A partial tile that grew is a new file; the narrower one may go once the full one is there.
 */
export function tilesFor(old: number, size: number): Tile[] {
  const tiles: Tile[] = []
  for (const level of ['entries', 0, 1, 2, 3, 4, 5, 6] as const) {
    if (count(level, size) === count(level, old)) continue
    for (let index = Math.floor(count(level, old) / TILE_WIDTH); tileWidth({ level, index }, size) > 0; index += 1)
      tiles.push({ level, index, width: tileWidth({ level, index }, size) })
  }
  return tiles
}

/** The bytes of a tile or bundle, or nothing when there is no such file. */
export type FetchTile = (tile: Tile) => Promise<Uint8Array | undefined>

/** A tile that must be there is not, or has not its length: a fault of whoever keeps the files. */
export class TileFault extends Error {
  constructor(
    readonly tile: Tile,
    readonly fault: 'missing' | 'length',
  ) {
    super(`${tilePath(tile)}: ${fault}`)
  }
}

/**
 * Reads hashes from the tiles of a tree of that size, each tile once for a call. What it returns is only as true as
 * the files: check it against a signed root.
 */
export const tileReader =
  (size: number, fetch: FetchTile): HashReader =>
  async (places) => {
    const wanted = places.map((place) => ({ place, tile: tileOf(place, size) }))
    const tiles = new Map(wanted.map(({ tile }) => [tilePath(tile), tile]))
    const loading = [...tiles].map(async ([path, tile]) => [path, await fetchHashes(tile, fetch)] as const)
    const loaded = new Map(await Promise.all(loading))
    return wanted.map(({ place, tile }) => {
      const [first, length] = within(place)
      const hashes = loaded.get(tilePath(tile))?.slice(first % TILE_WIDTH, (first % TILE_WIDTH) + length) ?? []
      if (hashes.length < length) throw new RangeError(`no node ${place.index} at level ${place.level} among ${size}`)
      return rootOfLeaves(hashes)
    })
  }

/** The hashes of a tile. A partial tile may have made way for the full one, which begins with the same hashes. */
export async function fetchHashes(tile: Tile, fetch: FetchTile): Promise<readonly Hash[]> {
  const bytes = tile.width === 0 ? undefined : await fetch(tile)
  if (bytes !== undefined) return hashesOf(tile, bytes)
  if (tile.width === TILE_WIDTH || tile.width === 0) throw new TileFault(tile, 'missing')
  const whole = { ...tile, width: TILE_WIDTH }
  const more = await fetch(whole)
  if (more === undefined) throw new TileFault(tile, 'missing')
  return hashesOf(whole, more).slice(0, tile.width)
}

function hashesOf(tile: Tile, bytes: Uint8Array): Hash[] {
  if (bytes.length !== tile.width * HASH_LENGTH) throw new TileFault(tile, 'length')
  return Array.from({ length: tile.width }, (_, n) => bytes.slice(n * HASH_LENGTH, (n + 1) * HASH_LENGTH))
}

export function printTile(hashes: readonly Hash[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_LENGTH)
  for (const [n, hash] of hashes.entries()) bytes.set(hash, n * HASH_LENGTH)
  return bytes
}

/** Which hashes of its level of tiles a node is made of: the first, and how many. */
function within({ level, index }: Place): [first: number, length: number] {
  const length = 2 ** (level % TILE_HEIGHT)
  return [index * length, length]
}

function tileOf(place: Place, size: number): Tile {
  const tile = { level: Math.floor(place.level / TILE_HEIGHT), index: Math.floor(within(place)[0] / TILE_WIDTH) }
  return { ...tile, width: tileWidth(tile, size) }
}
