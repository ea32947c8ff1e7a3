import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Database } from '../../db/kit.ts'
import { parseBundle } from '../../log/bundle.ts'
import { sameHash, type Hash } from '../../log/hash.ts'
import { leafHash } from '../../log/hash.ts'
import { printTile, TILE_WIDTH, tilePath, parseTilePath, tileWidth, type Tile } from '../../log/tiles.ts'
import { EMPTY, extend, rootOf, rootOfLeaves } from '../../log/tree.ts'
import { namesIn, publishedFiles, readIfThere } from './files.ts'
import * as store from './acts-store.ts'
import type { Finding } from './schema.ts'

export type Told = (finding: Finding) => void

/** What was computed anew: the root of any size asked for, from the entries alone. */
export interface Recomputed {
  rootAt(size: number): Hash | undefined
}

const STRETCH = 64

/**
 * Computes the tree of that size anew, from rows and files side by side. Of each entry there are three witnesses, the
 * row, the bundle and the hash in the tile; where one disagrees, the other two say which was changed.
 */
export async function checkTree(
  db: Database,
  folder: string,
  size: number,
  sizes: readonly number[],
  told: Told,
): Promise<Recomputed> {
  const roots: Hash[] = []
  const edges = new Map<number, readonly Hash[]>()
  const bundles = Math.ceil(size / TILE_WIDTH)
  for (let first = 0; first < bundles; first += STRETCH) {
    const last = Math.min(bundles, first + STRETCH)
    const rows = await store.bundleHashes(db, first * TILE_WIDTH, Math.min(size, last * TILE_WIDTH))
    for (let index = first; index < last; index += 1) {
      const hashes = await checkBundle(db, folder, size, index, rows.get(index), told)
      for (const at of sizes) if (Math.floor(at / TILE_WIDTH) === index) edges.set(at, hashes.slice(0, at % TILE_WIDTH))
      if (hashes.length === TILE_WIDTH) roots.push(rootOfLeaves(hashes))
    }
  }
  await checkUpper(folder, size, roots, told)
  await checkOthers(folder, size, told)
  return {
    rootAt(at) {
      const full = Math.floor(at / TILE_WIDTH)
      const edge = at % TILE_WIDTH === 0 ? [] : edges.get(at)
      if (edge === undefined || full > roots.length) return undefined
      const left = extend(EMPTY, roots.slice(0, full)).hashes
      return rootOf({ size: at, hashes: [...left, ...extend(EMPTY, edge).hashes] })
    },
  }
}

/** One bundle: its file, its rows and its tile of hashes. Gives the hashes that are believed. */
async function checkBundle(
  db: Database,
  folder: string,
  size: number,
  index: number,
  rows: { readonly n: number; readonly hash: string } | undefined,
  told: Told,
): Promise<readonly Hash[]> {
  const width = tileWidth({ level: 0, index }, size)
  const bundle = await readPart(folder, { level: 'entries', index, width }, told)
  const tile = await readPart(folder, { level: 0, index, width }, told)
  const file = bundle === undefined ? undefined : entriesOf(bundle, width)
  const hashes = tile === undefined ? [] : hashesOf(tile, width)
  if (bundle !== undefined && file === undefined)
    told({ kind: 'altered', where: pathOf('entries', index, width), says: 'The bundle cannot be read.' })
  const own = (file ?? []).map(leafHash)
  const same = file !== undefined && rows?.n === width && sumOf(bundle, width, file) === rows.hash
  if (same && own.every((hash, n) => hashes[n] !== undefined && sameHash(hash, hashes[n]))) return own
  return compareOneByOne(db, index, width, own, hashes, told)
}

/** Something in this stretch is not as it was: every entry of it is looked at by itself. */
async function compareOneByOne(
  db: Database,
  index: number,
  width: number,
  own: readonly Hash[],
  tile: readonly Hash[],
  told: Told,
): Promise<readonly Hash[]> {
  const first = index * TILE_WIDTH
  const rows = await store.listIndexed(db, first, first + width)
  return Array.from({ length: width }, (_, n) => {
    const [row, file, shown] = [rows.get(first + n), own[n], tile[n]]
    const kept = row && leafHash(row.body)
    const agree = (a: Hash | undefined, b: Hash | undefined): boolean =>
      a !== undefined && b !== undefined && sameHash(a, b)
    const believed = agree(kept, file) || agree(kept, shown) ? kept : (file ?? shown ?? kept)
    const where = `entry ${first + n} of the log`
    if (kept === undefined)
      told({ kind: 'missing', where, says: 'The log holds an act at this place and the database has no row for it.' })
    else if (!agree(kept, believed))
      told({
        kind: 'altered',
        where: `log_leaf ${row?.id} (${where})`,
        says: 'The row is not what was published and signed.',
      })
    if (file !== undefined && !agree(file, believed))
      told({ kind: 'altered', where: pathOf('entries', index, width), says: `The published ${where} was changed.` })
    if (shown !== undefined && !agree(shown, believed))
      told({ kind: 'altered', where: pathOf(0, index, width), says: `The published hash of ${where} was changed.` })
    return believed ?? new Uint8Array(32)
  })
}

/** Levels above the leaves: the roots of full tiles, again in tiles. */
async function checkUpper(folder: string, size: number, roots: readonly Hash[], told: Told): Promise<void> {
  let [level, below] = [1, roots]
  while (below.length > 0) {
    const next: Hash[] = []
    for (let index = 0; index * TILE_WIDTH < below.length; index += 1) {
      const hashes = below.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH)
      const tile: Tile = { level, index, width: hashes.length }
      const found = await readPart(folder, tile, told)
      if (found !== undefined && !Buffer.from(found).equals(printTile(hashes)))
        told({ kind: 'altered', where: tilePath(tile), says: 'The published hashes are not those of the tiles below.' })
      if (hashes.length === TILE_WIDTH) next.push(rootOfLeaves(hashes))
    }
    ;[level, below] = [level + 1, next]
  }
}

/** Narrower tiles of earlier sizes must be the beginning of the wider ones; nothing else may lie about. */
async function checkOthers(folder: string, size: number, told: Told): Promise<void> {
  for await (const path of publishedFiles(folder)) {
    const tile = parseTilePath(path)
    if (tile === undefined) {
      told({ kind: 'extra', where: path, says: 'This file does not belong to a log.' })
      continue
    }
    const width = tileWidth(tile, size)
    // A log that grew meanwhile has wider tiles than the head we began with.
    if (tile.width >= width) continue
    const [wide, narrow] = [await readWider(folder, { ...tile, width }), await readIfThere(join(folder, path))]
    const begins =
      wide !== undefined && narrow !== undefined && Buffer.from(wide).subarray(0, narrow.length).equals(narrow)
    const right =
      tile.level === 'entries'
        ? narrow !== undefined && entriesOf(narrow, tile.width, true) !== undefined
        : narrow?.length === tile.width * 32
    if (!begins || !right)
      told({ kind: 'altered', where: path, says: 'This narrower tile is not the beginning of the wider one.' })
  }
}

/** A tile of the size we look at, or the beginning of a wider one that took its place. */
async function readPart(folder: string, tile: Tile, told: Told): Promise<Uint8Array | undefined> {
  const bytes = await readWider(folder, tile)
  if (bytes === undefined) told({ kind: 'missing', where: tilePath(tile), says: 'This file of the log is not there.' })
  else if (tile.level !== 'entries' && (bytes.length < tile.width * 32 || bytes.length % 32 !== 0)) {
    told({ kind: 'altered', where: tilePath(tile), says: 'This file of the log has not its length.' })
    return undefined
  }
  return tile.level === 'entries' ? bytes : bytes?.subarray(0, tile.width * 32)
}

async function readWider(folder: string, tile: Tile): Promise<Uint8Array | undefined> {
  const exact = await readIfThere(join(folder, tilePath(tile)))
  if (exact !== undefined || tile.width === TILE_WIDTH) return exact
  const full = tilePath({ ...tile, width: TILE_WIDTH })
  const widths = (await namesIn(join(folder, `${full}.p`))).map(Number).filter((width) => width > tile.width)
  const next = widths.length === 0 ? full : `${full}.p/${Math.min(...widths)}`
  return readIfThere(join(folder, next))
}

const pathOf = (level: Tile['level'], index: number, width: number): string => tilePath({ level, index, width })

/** The first entries of a bundle; of a file that is read whole, with nothing after them. */
function entriesOf(bytes: Uint8Array, width: number, whole = false): readonly Uint8Array[] | undefined {
  const exact = parseBundle(bytes, width)
  if (exact.ok || whole) return exact.ok ? exact.value : undefined
  const end = lengthOf(bytes, width)
  // The log may have grown under us: then a whole number of entries follows.
  const grown = end !== undefined && lengthOf(bytes.subarray(end)) !== undefined
  const part = grown ? parseBundle(bytes.subarray(0, end), width) : undefined
  return part?.ok ? part.value : undefined
}

/** Where so many entries end, or all of them; nothing when the bytes end otherwise. */
function lengthOf(bytes: Uint8Array, width = TILE_WIDTH): number | undefined {
  let at = 0
  for (let n = 0; n < width && at < bytes.length; n += 1) at += 2 + (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
  return at <= bytes.length ? at : undefined
}

function sumOf(bundle: Uint8Array | undefined, width: number, file: readonly Uint8Array[]): string {
  const length = file.reduce((sum, entry) => sum + 2 + entry.length, 0)
  return createHash('sha256')
    .update((bundle ?? new Uint8Array()).subarray(0, length))
    .digest('hex')
}

const hashesOf = (bytes: Uint8Array, width: number): Hash[] =>
  Array.from({ length: width }, (_, n) => bytes.subarray(n * 32, (n + 1) * 32))
