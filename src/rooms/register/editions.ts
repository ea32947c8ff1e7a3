import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Day } from '../../base/day.ts'
import { sha256 } from '../../base/hash.ts'
import { secretToken } from '../../base/ids.ts'
import { pause } from '../../base/pause.ts'
import { codeOf } from '../../db/fault.ts'
import type { StoredFile } from '../../web/route.ts'
import { Manifest } from './schema.ts'
import type { Write } from './formats.ts'

/** Beside the files a manifest lists: itself, its signature, and the list that `sha256sum -c` reads. */
const BESIDE = {
  'manifest.json': 'application/json',
  'manifest.jws': 'application/jose',
  SHA256SUMS: 'text/plain; charset=utf-8',
} as const

/** One finished export in its folder, whose name is its day and its moment. Nothing in it ever changes. */
export interface Edition {
  readonly folder: string
  readonly day: Day
  readonly manifest: Manifest
  readonly files: ReadonlyMap<string, StoredFile & { readonly type: string }>
}

const FINISHED = /^(\d{4}-\d{2}-\d{2})-\d{13}$/
const nameOf = (day: Day, at: number): string => `${day}-${String(at).padStart(13, '0')}`
const dayIn = (name: string): Day => name.slice(0, 10) as Day
const numberIn = (name: string): number => Number(name.slice(11))

/** Names of finished editions, newest first. */
async function listNames(root: string): Promise<string[]> {
  try {
    return (await readdir(root)).filter((name) => FINISHED.test(name)).toSorted((a, b) => numberIn(b) - numberIn(a))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** The days of which there is an edition, newest first. */
export const listDays = async (root: string): Promise<Day[]> => [...new Set((await listNames(root)).map(dayIn))]

/** The newest edition, of all or of a day. */
export async function findEdition(root: string, day?: Day): Promise<Edition | undefined> {
  for (const name of await listNames(root)) {
    if (day !== undefined && dayIn(name) !== day) continue
    const edition = await read(root, name)
    if (edition !== undefined) return edition
  }
  return undefined
}

/** What was read once stays true: an edition never changes. Only the newest few are kept in mind. */
const READ = new Map<string, Edition>()
const MOST_READ = 8

async function read(root: string, name: string): Promise<Edition | undefined> {
  const folder = join(root, name)
  const known = READ.get(folder)
  if (known !== undefined) return known
  try {
    const manifest = Manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
    const beside = await Promise.all(
      Object.entries(BESIDE).map(async ([file, type]) => {
        const bytes = await readFile(join(folder, file))
        return [file, { path: join(folder, file), size: bytes.length, sha256: sha256(bytes), type }] as const
      }),
    )
    const files = new Map<string, StoredFile & { readonly type: string }>(beside)
    for (const f of manifest.files) files.set(f.name, { ...f, path: join(folder, f.name) })
    const edition = { folder, day: dayIn(name), manifest, files }
    READ.set(folder, edition)
    const [oldest] = READ.keys()
    if (READ.size > MOST_READ && oldest !== undefined) READ.delete(oldest)
    return edition
  } catch (error) {
    // Taken away between our look at the list and now.
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** A file being written: its hash grows with it. */
export interface Draft {
  readonly write: Write
  /** Bytes are on the disk, not only on their way. */
  close(): Promise<{ readonly size: number; readonly sha256: string }>
  abandon(): Promise<void>
}

export async function beginFile(path: string): Promise<Draft> {
  const file = await open(path, 'wx', 0o600)
  const sum = createHash('sha256')
  let size = 0
  return {
    async write(bytes) {
      sum.update(bytes)
      size += bytes.length
      await file.writeFile(bytes)
    },
    async close() {
      await file.sync()
      await file.close()
      return { size, sha256: sum.digest('hex') }
    },
    abandon: () => file.close().catch(() => undefined),
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/**
 * Fills a folder nobody sees and gives it its name when everything in it is on the disk. Whoever reads sees the edition
 * whole or not at all. The caller holds the turn, so what earlier turns left behind is dead.
 */
export async function bringOut(
  root: string,
  day: Day,
  at: number,
  fillFolder: (folder: string) => Promise<void>,
): Promise<void> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  await clearAway(root)
  const draft = join(root, `.draft-${secretToken()}`)
  await mkdir(draft, { mode: 0o700 })
  try {
    await fillFolder(draft)
    await syncFolder(draft)
    // If we die here, the draft is cleared away by the next export.
    await rename(draft, join(root, nameOf(day, Math.max(at, (await lastNumber(root)) + 1))))
    await syncFolder(root)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

/** The next one is higher even when the clock stands or was stepped back: the newest is the one made last. */
const lastNumber = async (root: string): Promise<number> => (await listNames(root)).map(numberIn)[0] ?? 0

/** Drafts and leavings of an export that died. */
async function clearAway(root: string): Promise<void> {
  const dead = (await readdir(root)).filter((name) => name.startsWith('.draft-') || name.startsWith('.old-'))
  for (const name of dead) await rm(join(root, name), { recursive: true, force: true })
}

/** The editions there are, newest first: the last of each day. */
export async function listEditions(root: string): Promise<Edition[]> {
  const days = await listDays(root)
  const editions = await Promise.all(days.map((day) => findEdition(root, day)))
  return editions.flatMap((edition) => edition ?? [])
}

/** Old folders stay as long as somebody may be about to open a file whose place he has just learned. */
const GRACE = 250

/**
 * Puts another folder in the place of an edition, under the same addresses: whoever reads sees the old one or the new
 * one, whole. The caller holds the turn.
 */
export async function replaceEdition(
  root: string,
  { folder, day }: Edition,
  fillFolder: (folder: string) => Promise<void>,
): Promise<void> {
  await clearAway(root)
  const draft = join(root, `.draft-${secretToken()}`)
  await mkdir(draft, { mode: 0o700 })
  try {
    await fillFolder(draft)
    await syncFolder(draft)
    // The later one of a day is the one that counts, so the new one is there before the old one goes.
    await rename(draft, join(root, nameOf(day, numberIn(basename(folder)) + 1)))
    await syncFolder(root)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
  await pause(GRACE, new AbortController().signal)
  await drop(root, basename(folder))
}

/** Keeps the last edition of each of the newest `days` days there is one of. */
export async function keepDays(root: string, days: number): Promise<void> {
  const names = await listNames(root)
  const kept = new Set((await listDays(root)).slice(0, days).map((day) => names.find((name) => dayIn(name) === day)))
  for (const name of names.filter((n) => !kept.has(n))) await drop(root, name)
}

async function drop(root: string, name: string): Promise<void> {
  // Out of sight at once, so that nobody finds half of it.
  const old = join(root, `.old-${name}`)
  await rename(join(root, name), old)
  READ.delete(join(root, name))
  await rm(old, { recursive: true, force: true })
}
