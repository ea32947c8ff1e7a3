import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { codeOf, PlainFault } from './db/fault.ts'

export interface Lock {
  release(): void
}

interface Holder {
  readonly pid: number
  /** When the process began, in the words of the system: a number given anew to another process does not fool us. */
  readonly started: string
  readonly url: string
}

/** Below this a first start would fail halfway. */
const ROOM_NEEDED = 200 * 1024 * 1024

/** Makes the data folder (0700) and takes it for this process. A dead holder is followed; a live one is respected. */
export function lockDataFolder(dataDir: string, url: string): Lock {
  return explained(dataDir, () => {
    makeFolder(dataDir)
    chmodSync(dataDir, 0o700)
    const disk = statfsSync(dataDir)
    if (disk.bavail * disk.bsize < ROOM_NEEDED) throw diskFull(dataDir)
    const file = join(dataDir, 'application.lock')
    const mine: Holder = { pid: process.pid, started: startOf(process.pid), url }
    take(file, mine)
    return { release: () => (sameHolder(readHolder(file), mine) ? rmSync(file, { force: true }) : undefined) }
  })
}

/** Makes a folder and those above it one by one: below /proc, Node's own recursive way never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

/** Runs something that writes into the data folder and says in one sentence why it could not. */
export function explained<T>(dataDir: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw inWords(dataDir, error)
  }
}

export function inWords(dataDir: string, error: unknown): unknown {
  const code = codeOf(error) ?? ''
  // PostgreSQL says 53100 when its disk is full.
  if (['ENOSPC', 'EDQUOT', '53100'].includes(code)) return diskFull(dataDir)
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return new PlainFault(`The data folder ${dataDir} cannot be written by this user: choose another with DATA_DIR.`)
  if (['ENOTDIR', 'EEXIST'].includes(code))
    return new PlainFault(
      `The data folder ${dataDir} cannot be made, because a file is in its way: choose another with DATA_DIR.`,
    )
  return error
}

const diskFull = (dataDir: string): PlainFault =>
  new PlainFault(
    `The disk of ${dataDir} is full (200 MB are needed): make room, or choose another folder with DATA_DIR.`,
  )

function take(file: string, mine: Holder): void {
  const draft = `${file}.${mine.pid}`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    while (!linked(draft, file)) clearAway(file)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** A link appears whole or not at all, so nobody reads a half-written lock. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes a dead holder's lock, one process at a time: nobody removes a lock that a quicker one has just taken. */
function clearAway(file: string): void {
  refuseLive(readHolder(file))
  const gate = `${file}.gate`
  if (!entered(gate)) return
  try {
    refuseLive(readHolder(file))
    rmSync(file, { force: true })
  } finally {
    rmSync(gate, { recursive: true, force: true })
  }
}

function entered(gate: string): boolean {
  try {
    mkdirSync(gate)
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    // Left by a process that was killed between two lines.
    const age = Date.now() - (statSync(gate, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > 10_000) rmSync(gate, { recursive: true, force: true })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
    return false
  }
}

function refuseLive(holder: Holder | undefined): void {
  if (holder !== undefined && lives(holder))
    throw new PlainFault(`Saola already runs on this data folder at ${holder.url} (process ${holder.pid}).`)
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch (error) {
    // Gone, or cut short by a full disk: nobody holds it.
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw error
  }
}

const sameHolder = (a: Holder | undefined, b: Holder): boolean => a?.pid === b.pid && a.started === b.started

const lives = (holder: Holder | undefined): boolean =>
  holder !== undefined && holder.started !== '' && startOf(holder.pid) === holder.started

/** Boot and tick on Linux, the time elsewhere; empty when there is no such process, or only its shell is left. */
export function startOf(pid: number): string {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
        .toString()
        .trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold anything; the fields are counted after it.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return ''
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`
  } catch {
    // No such process.
    return ''
  }
}
