import { createHash } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { secretToken } from '../../base/ids.ts'
import { codeOf } from '../../db/fault.ts'
import { type SignedCheckpoint, parseSignedCheckpoint } from '../../log/checkpoint.ts'
import { parseTilePath, TILE_WIDTH, tilePath, type FetchTile, type Tile } from '../../log/tiles.ts'

/**
 * The folder of the log. Trusted for availability only: whoever owns it can delete the log or show an older one, not
 * change it, since everything in it is held by the signed root.
 *
 *   checkpoint   tile/…   what the world sees (C2SP tlog-tiles)
 *   keys                  how to check it
 *   .staged/              the files of the next head, whole, before it is signed
 *   .new/                 files being written
 */
const NEW = '.new'
const STAGED = '.staged'
export const CHECKPOINT = 'checkpoint'
/** Every key that ever signed, one to a line, newest first. */
export const KEYS = 'keys'
/** Whom a reader may trust, as C2SP tlog-policy has it: these keys, and the witnesses that must have looked. */
export const POLICY = 'policy'

export interface FileToKeep {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Runs one deed, with the test's chance to break before it is done and after. */
export type Around = <T>(part: 'write' | 'rename', run: () => Promise<T>) => Promise<T>
const plainly: Around = (_, run) => run()

/**
 * Puts files in place: temporary file, fsync, rename, fsync of the folder. Whoever reads sees each file whole or not
 * at all, before and after a power cut.
 */
export async function keepFiles(root: string, files: readonly FileToKeep[], around: Around = plainly): Promise<void> {
  if (files.length === 0) return
  await ensureFolder(join(root, NEW))
  const written = files.map(({ path, bytes }) => ({ path, bytes, temporary: join(root, NEW, secretToken()) }))
  await around('write', () => inSmallGroups(written, ({ temporary, bytes }) => writeDurably(temporary, bytes)))
  await around('rename', async () => {
    const folders = new Set(written.map(({ path }) => dirname(join(root, path))))
    for (const folder of folders) await ensureFolder(folder)
    await inSmallGroups(written, ({ temporary, path }) => rename(temporary, join(root, path)))
    for (const folder of folders) await syncFolder(folder)
  })
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  await using(await open(path, 'wx', 0o644), async (file) => {
    for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at, bytes.length - at, at)).bytesWritten
    await file.sync()
  })
}

const syncFolder = async (folder: string): Promise<void> => using(await open(folder), (handle) => handle.sync())

/** A folder that is new is only there for good once the one above it is synced. */
async function ensureFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o755 })
  if (first === undefined) return
  for (let at = folder; at !== dirname(first); at = dirname(at)) await syncFolder(dirname(at))
}

async function using(file: FileHandle, run: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await run(file)
  } finally {
    await file.close()
  }
}

const AT_ONCE = 16

async function inSmallGroups<T>(all: readonly T[], run: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < all.length; at += AT_ONCE) await Promise.all(all.slice(at, at + AT_ONCE).map(run))
}

export async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}

/** The published checkpoint; `strange` when there is one and it cannot be read as one. */
export async function readCheckpoint(root: string): Promise<SignedCheckpoint | 'strange' | undefined> {
  const bytes = await readIfThere(join(root, CHECKPOINT))
  if (bytes === undefined) return undefined
  const read = parseSignedCheckpoint(bytes)
  return read.ok ? read.value : 'strange'
}

/** Reads tiles of any size the log ever had: a partial tile that is gone is the beginning of a wider one. */
export const tilesIn =
  (root: string): FetchTile =>
  async (tile) => {
    const exact = await readIfThere(join(root, tilePath(tile)))
    if (exact !== undefined || tile.width === TILE_WIDTH || tile.level === 'entries') return exact
    const folder = `${join(root, tilePath({ ...tile, width: TILE_WIDTH }))}.p`
    const widths = (await namesIn(folder)).map(Number).filter((width) => width > tile.width)
    const wider = widths.length === 0 ? undefined : await readIfThere(join(folder, String(Math.min(...widths))))
    return wider?.subarray(0, tile.width * 32)
  }

export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return []
    throw error
  }
}

/** Every published file below `tile/`, by its path. */
export async function* publishedFiles(root: string, below = 'tile'): AsyncGenerator<string> {
  const found = await readdir(join(root, below), { withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  for (const entry of found.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isDirectory()) yield* publishedFiles(root, `${below}/${entry.name}`)
    else yield `${below}/${entry.name}`
}

/** How many entries the files know of, whatever the checkpoint says: a deleted checkpoint hides nothing. */
export async function largestSize(root: string): Promise<number> {
  let largest = 0
  for await (const path of publishedFiles(root, 'tile/entries')) {
    const tile = parseTilePath(path)
    if (tile !== undefined) largest = Math.max(largest, tile.index * TILE_WIDTH + tile.width)
  }
  return largest
}

// ————— the stage —————

const stageName = (size: number, rootHex: string): string => `${STAGED}/${size}-${rootHex}`

/** One file that holds all files of a head, so that they are on disk before anything is signed. */
export async function stage(
  root: string,
  size: number,
  rootHex: string,
  files: readonly FileToKeep[],
  around: Around,
): Promise<void> {
  const list = Buffer.from(JSON.stringify(files.map(({ path, bytes }) => ({ path, length: bytes.length }))))
  const content = Buffer.concat([Buffer.from(`${list.length}\n`), list, ...files.map(({ bytes }) => bytes)])
  const bytes = Buffer.concat([createHash('sha256').update(content).digest(), content])
  await keepFiles(root, [{ path: stageName(size, rootHex), bytes }], around)
}

/** The files staged for a head; nothing when they are not there, or not as they were written. */
export async function readStage(root: string, size: number, rootHex: string): Promise<FileToKeep[] | undefined> {
  const bytes = Buffer.from((await readIfThere(join(root, stageName(size, rootHex)))) ?? [])
  const content = bytes.subarray(32)
  if (bytes.length < 34 || !createHash('sha256').update(content).digest().equals(bytes.subarray(0, 32)))
    return undefined
  const end = content.indexOf('\n')
  let at = end + 1 + Number(content.subarray(0, end).toString())
  const list = JSON.parse(content.subarray(end + 1, at).toString()) as { path: string; length: number }[]
  return list.map(({ path, length }) => {
    at += length
    return { path, bytes: content.subarray(at - length, at) }
  })
}

/** What a head needed only until it was published. */
export const dropStage = (root: string, size: number, rootHex: string): Promise<void> =>
  rm(join(root, stageName(size, rootHex)), { force: true })

/** What writers that died left half-written. Only who holds the lease may clear it away. */
export async function clearStage(root: string): Promise<void> {
  await rm(join(root, STAGED), { recursive: true, force: true })
  await rm(join(root, NEW), { recursive: true, force: true })
}

/** The narrower tiles of full ones: C2SP tlog-tiles lets them go, and readers take the beginning of the full one. */
export async function dropPartials(root: string, full: readonly Tile[]): Promise<void> {
  for (const tile of full) await rm(`${join(root, tilePath(tile))}.p`, { recursive: true, force: true })
}
