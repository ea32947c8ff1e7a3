import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import { makeAuthority, makeHeld } from '../src/authority.ts'
import { connect } from '../src/db/connect.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { codeOf } from '../src/db/fault.ts'
import type { Authority, Kit, Signer } from '../src/db/kit.ts'
import { migrate, readMigrations } from '../src/db/migrate.ts'
import { prepareRoles } from '../src/db/prepare.ts'
import { makeSigner, publicHalf } from '../src/keys.ts'
import { countActs, unopened } from '../src/rooms/ledger/actions.ts'

/** A kit whose clock stands still until it is set. */
export interface TestKit extends Kit {
  setNow(instant: string): void
}

export interface Fresh {
  readonly kit: TestKit
  /** Addresses of this database for each role. */
  readonly database: { readonly owner: string; readonly app: string; readonly reader: string }
  /** For looking behind the curtain: may do everything. */
  readonly owner: pg.Pool
}

export interface FreshOptions {
  /** Why acts are not counted against leaves at the end: rows were written or tampered with by hand. */
  readonly uncounted?: string
}

/**
 * A migrated database of its own, closed and dropped when the test (or, without one, the file) ends:
 * `const { kit } = await freshDatabase(t)`, or once at the top of a file `const { kit } = await freshDatabase()`.
 * Before it goes, every act in it must have its one leaf in the log, and every leaf its act, and say the same.
 */
export async function freshDatabase(
  t?: { after(run: () => Promise<void>): void },
  options: FreshOptions = {},
): Promise<Fresh> {
  const server = await testServer()
  const name = `saola_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await asOwner(server, async (client) => {
    await client.query(`create database ${name} template ${TEMPLATE} strategy wal_log`)
    // A copy has the tables' rights but not the database's own: as `prepareRoles` leaves them.
    await client.query(`revoke all on database ${name} from public`)
    await client.query(`grant connect on database ${name} to saola_app, saola_public`)
  })
  const database = addresses(server, name)
  const app = connect(database.app, { max: 6 })
  const reader = connect(database.reader, { max: 3 })
  const owner = new pg.Pool({ connectionString: database.owner, max: 3 })
  // A backend still saying goodbye when its database is dropped by force is nobody's failure.
  owner.on('error', () => undefined)
  const files = mkdtempSync(join(tmpdir(), 'saola-files-'))
  const close = async (): Promise<void> => {
    const uncounted = options.uncounted === undefined ? await uncountedIn(database.owner) : []
    await Promise.all([app.close(), reader.close(), owner.end()])
    await asOwner(server, (client) => client.query(`drop database if exists ${name} with (force)`))
    rmSync(files, { recursive: true, force: true })
    if (uncounted.length > 0)
      throw new Error(
        `acts and leaves do not match (a test that writes rows by hand says so: uncounted):\n${uncounted.join('\n')}`,
      )
  }
  if (t === undefined) after(close)
  else t.after(close)
  let now = '2026-11-02T02:00:00.000Z'
  const log = { origin: 'localhost:8400/log', folder: join(files, 'log') }
  const openData = { folder: join(files, 'data'), publisher: 'Thư viện Ô', days: 3 }
  const site = {
    ...({ url: 'http://localhost:8400', mode: 'evaluation', secret: randomBytes(32), files } as const),
    ...{ log, openData, markJobs: { hours: 24 } },
    ...{ erasing: { ground: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15', backupDays: 35 } },
  }
  const setNow = (instant: string) => {
    now = new Date(instant).toISOString()
  }
  const [keys, authority] = [await throwawaySigner(), throwawayAuthority()]
  const kit = { db: app.db, reader: reader.db, now: () => now, keys, authority, site, setNow }
  return { kit, database, owner }
}

/**
 * What is there at the end, whoever wrote it: a room that forgets a leaf, or whose leaf does not open to what its rows
 * say, fails in every suite that uses it.
 */
async function uncountedIn(ownerUrl: string): Promise<string[]> {
  const { db, close } = connect(ownerUrl, { max: 1 })
  try {
    const counted = (await countActs(db, 20)).map(({ what, where, says }) => `${what}: ${where} (${says})`)
    return [...counted, ...(await unopened(db))]
  } finally {
    await close()
  }
}

export async function throwawaySigner(): Promise<Signer> {
  const { privateKey } = generateKeyPairSync('ed25519')
  return makeSigner(privateKey, await publicHalf(privateKey, '2026-01-01T00:00:00.000Z'))
}

let held: ReturnType<typeof makeHeld> | undefined

/** An issuer of certificates for marks, the same for the whole file. */
export function throwawayAuthority(): Authority {
  held ??= makeHeld('Saola', '2026-01-01T00:00:00.000Z')
  return makeAuthority(held)
}

/** The template carries the migrations in its name, so that a changed one is never served from an old template. */
export const TEMPLATE = `saola_template_${createHash('sha256')
  .update(
    readMigrations()
      .map((m) => m.checksum)
      .join(),
  )
  .digest('hex')
  .slice(0, 12)}`

/**
 * Roles belong to the whole server: their passwords follow from the owner's, so every test file agrees, also after the
 * server came up again on another port.
 */
const passwordFor = (server: string, role: string): string =>
  createHash('sha256')
    .update(`${new URL(server).password} ${role}`)
    .digest('hex')

function addresses(server: string, name: string): Fresh['database'] {
  const as = (role?: string): string => {
    const url = new URL(server)
    url.pathname = `/${name}`
    if (role !== undefined) {
      url.username = role
      url.password = passwordFor(server, role)
    }
    return url.href
  }
  return { owner: as(), app: as('saola_app'), reader: as('saola_public') }
}

async function asOwner<T>(server: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** Roles and template, made once however many files ask at the same time. */
export async function prepareServer(server: string): Promise<void> {
  await asOwner(server, async (client) => {
    await client.query('select pg_advisory_lock(7262003)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE])
    if (rowCount === 1) return
    const half = `${TEMPLATE}_new`
    await client.query(`drop database if exists ${half} with (force)`)
    await client.query(`create database ${half}`)
    const { owner } = addresses(server, half)
    const password = (role: string) => passwordFor(server, role)
    await prepareRoles(owner, { app: password('saola_app'), reader: password('saola_public') })
    await migrate(owner)
    await client.query(`alter database ${half} rename to ${TEMPLATE}`)
  })
}

let shared: Promise<string> | undefined

/** The server the runner started, or for a file run by hand one that stays up for the next run. */
function testServer(): Promise<string> {
  const given = process.env.SAOLA_TEST_SERVER
  if (given !== undefined) return Promise.resolve(given)
  shared ??= sharedServer()
  return shared
}

async function sharedServer(): Promise<string> {
  const cache = join(import.meta.dirname, '../node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  return alone(join(cache, 'saola-test-pg.lock'), async () => {
    const { url } = await startEmbedded(join(cache, 'saola-test-pg'), { settings: FAST, keepWatch: false })
    await prepareServer(url)
    return url
  })
}

/** What a throwaway database may do without. */
export const FAST: readonly string[] = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** A folder is made by one process only; one left behind by a killed process is taken over after a minute. */
async function alone<T>(lock: string, run: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0)
      if (age > 60_000) rmSync(lock, { recursive: true, force: true })
      else await new Promise((resume) => setTimeout(resume, 50))
    }
  }
  try {
    return await run()
  } finally {
    rmdirSync(lock)
  }
}
