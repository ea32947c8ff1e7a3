import { createHmac } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  hasAuthority,
  hasRootKey,
  hasStamping,
  loadAuthority,
  makeAuthorityKeys,
  makeStampingKeys,
} from './authority.ts'
import type { Config } from './config.ts'
import { type Connection, connect } from './db/connect.ts'
import { type Embedded, startEmbedded } from './db/embedded.ts'
import { PlainFault, reachInWords } from './db/fault.ts'
import type { Kit } from './db/kit.ts'
import { appliedMigrations, migrate, pending, readMigrations } from './db/migrate.ts'
import { prepareRoles } from './db/prepare.ts'
import type { Pools } from './health.ts'
import type { Journal } from './journal.ts'
import {
  hasLogKey,
  hasSecret,
  hasSigningKey,
  loadLogKeys,
  loadSecret,
  loadSigner,
  type LogKeys,
  makeLogKey,
  makeSecret,
  makeSigningKey,
} from './keys.ts'

/** Everything behind the door, open: the kit on its database. The caller closes it. */
export interface Portal {
  readonly kit: Kit
  readonly pools: Pools
  /** Who signs the heads of the log. */
  readonly logKeys: LogKeys
  /** The server of the evaluation mode. */
  readonly embedded?: Embedded
  close(): Promise<void>
}

const now = (): string => new Date().toISOString()

/**
 * Opens database and keys. In production the roles and tables must be there; the evaluation mode makes its own.
 * A guest (a command beside the running portal) leaves a server it found running as it is.
 */
export async function openPortal(config: Config, journal: Journal, guest = false): Promise<Portal> {
  mkdirSync(config.files, { recursive: true, mode: 0o700 })
  const { app, reader, embedded } = await openDatabase(config, journal)
  const close = async (): Promise<void> => {
    await Promise.all([app.close(), reader.close()])
    if (!(guest && embedded?.adopted)) await embedded?.stop()
  }
  try {
    await refuseUnprepared(app)
    const kit = { db: app.db, reader: reader.db, now, ...(await keysAndSite(config)) }
    const logKeys = await loadLogKeys(config.dataDir, config.log.origin, config.log.key, now())
    return { kit, pools: { app: app.pool, reader: reader.pool }, logKeys, close, ...(embedded ? { embedded } : {}) }
  } catch (error) {
    await close()
    throw error
  }
}

async function openDatabase(config: Config, journal: Journal) {
  const onIdleError = (error: Error): void => journal.debug({ err: error }, 'a connection broke while idle')
  if (config.database !== undefined) {
    const { app, reader } = config.database
    await Promise.all([app, reader].map(reach))
    return { app: connect(app, { onIdleError }), reader: connect(reader, { onIdleError }) }
  }
  const onRestart = (): void => journal.warn('PostgreSQL had died and was started again')
  const embedded = await startEmbedded(join(config.dataDir, 'postgres'), { onRestart })
  try {
    const urls = await prepareEmbedded(embedded.url)
    return { app: connect(urls.app, { onIdleError }), reader: connect(urls.reader, { onIdleError }), embedded }
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

async function reach(url: string): Promise<void> {
  const once = connect(url, { max: 1 })
  try {
    await once.pool.query('select 1')
  } catch (error) {
    throw reachInWords(url, error)
  } finally {
    await once.close()
  }
}

/** The roles' passwords follow from the owner's, so there is one secret to keep. */
async function prepareEmbedded(ownerUrl: string): Promise<{ app: string; reader: string }> {
  const password = (role: string) => createHmac('sha256', new URL(ownerUrl).password).update(role).digest('hex')
  await prepareRoles(ownerUrl, { app: password('saola_app'), reader: password('saola_public') })
  await migrate(ownerUrl)
  const as = (role: string): string =>
    Object.assign(new URL(ownerUrl), { username: role, password: password(role) }).href
  return { app: as('saola_app'), reader: as('saola_public') }
}

async function refuseUnprepared(app: Connection): Promise<void> {
  const waiting = pending(readMigrations(), await appliedMigrations(app.pool))
  if (waiting.length > 0)
    throw new PlainFault(
      `The database is not up to date (waiting: ${waiting.map((m) => m.name).join(', ')}): run npm run db:prepare first.`,
    )
}

async function keysAndSite(config: Config): Promise<Pick<Kit, 'keys' | 'site' | 'authority'>> {
  const { dataDir, mode, url, files, openData, erasing, markJobs } = config
  if (mode === 'evaluation') {
    if (config.signingKey === undefined && !hasSigningKey(dataDir)) await makeSigningKey(dataDir, now())
    if (config.log.key === undefined && !hasLogKey(dataDir)) await makeLogKey(dataDir, now())
    if (config.siteSecret === undefined && !hasSecret(dataDir)) makeSecret(dataDir)
    if (config.authority === undefined && !hasAuthority(dataDir)) makeAuthorityKeys(dataDir, 'Saola', now())
    // An evaluation from before there were time stamps.
    if (config.authority === undefined && !hasStamping(dataDir) && hasRootKey(dataDir)) makeStampingKeys(dataDir, now())
  }
  const keys = await loadSigner(dataDir, config.signingKey, now())
  const authority = loadAuthority(dataDir, config.authority)
  const log = { origin: config.log.origin, folder: join(dataDir, 'log') }
  const c2pa = config.c2paRoots === undefined ? {} : { c2paRoots: config.c2paRoots }
  const secret = loadSecret(dataDir, config.siteSecret)
  const samples = mode === 'evaluation' ? { samples: join(dataDir, 'samples') } : {}
  const site = { url, mode, secret, files, openData, erasing, markJobs, log, ...c2pa, ...samples }
  return { keys, site, ...(authority === undefined ? {} : { authority }) }
}
