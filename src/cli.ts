import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from './config.ts'
import { createJournal } from './journal.ts'
import { openPortal } from './portal.ts'
import { inviteAdministrator } from './rooms/parties/actions.ts'
import { startEmbedded } from './db/embedded.ts'
import { PlainFault, reachInWords } from './db/fault.ts'
import { describeTables } from './db/describe.ts'
import { migrate } from './db/migrate.ts'
import { prepareRoles } from './db/prepare.ts'
import { hasSecret, makeSecret, makeSigningKey } from './keys.ts'

const HELP = `saola <command>

  prepare              make the roles and bring the database up to date (DATABASE_OWNER_URL)
  admin invite EMAIL   print a one-time link for the first administrator
  keys                 make a signing key, and a site secret if there is none, in DATA_DIR/keys
  tables               draw src/db/tables.ts from migrations/ (for developers)
`

async function run([command, ...rest]: readonly string[]): Promise<void> {
  if (command === 'prepare') return prepare()
  if (command === 'admin' && rest[0] === 'invite' && rest[1] !== undefined) return invite(rest[1])
  if (command === 'keys') return keys()
  if (command === 'tables') return tables()
  console.log(HELP)
  if (command !== undefined && command !== 'help' && command !== '--help') process.exitCode = 1
}

/** Before there are keys and mail settings there may be a database: only the addresses are asked for. */
async function prepare(): Promise<void> {
  const { DATABASE_OWNER_URL: owner, DATABASE_URL: app, DATABASE_PUBLIC_URL: reader } = process.env
  if (!owner || !app || !reader)
    throw new PlainFault(
      'prepare needs DATABASE_OWNER_URL, DATABASE_URL and DATABASE_PUBLIC_URL; the evaluation mode needs no preparing.',
    )
  const passwords = { app: passwordOf(app, 'saola_app'), reader: passwordOf(reader, 'saola_public') }
  await prepareRoles(owner, passwords).catch((error: unknown) => {
    throw reachInWords(owner, error)
  })
  const applied = await migrate(owner)
  console.log(applied.length === 0 ? 'The database was up to date.' : `Applied ${applied.join(', ')}.`)
}

function passwordOf(text: string, role: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.username !== role || url.password === '')
    throw new PlainFault(`The address for ${role} must read postgres://${role}:password@host/database.`)
  return decodeURIComponent(url.password)
}

async function invite(email: string): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new PlainFault(`${email} is not an e-mail address.`)
  const config = readConfig(process.env)
  const guest = true
  const portal = await openPortal(config, createJournal('warn'), guest)
  try {
    const invited = await portal.kit.db.transaction().execute((db) => inviteAdministrator({ ...portal.kit, db }, email))
    console.log(invited.link)
  } finally {
    await portal.close()
  }
}

async function keys(): Promise<void> {
  const dataDir = process.env.DATA_DIR ?? 'data'
  const kid = await makeSigningKey(dataDir, new Date().toISOString())
  if (!hasSecret(dataDir)) makeSecret(dataDir)
  console.log(
    `Made the signing key ${kid}. It signs from the next start on; keep ${join(dataDir, 'keys')} safe and backed up.`,
  )
}

/** On a throwaway server, so that what is drawn is what the files say. */
async function tables(): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'saola-tables-'))
  const server = await startEmbedded(join(temporary, 'postgres'), { settings: ['fsync=off'] })
  try {
    await prepareRoles(server.url, { app: 'throwaway', reader: 'throwaway' })
    await migrate(server.url)
    writeFileSync(join(import.meta.dirname, 'db/tables.ts'), await describeTables(server.url))
  } finally {
    await server.stop()
    rmSync(temporary, { recursive: true, force: true })
  }
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof PlainFault ? error.message : error)
  process.exitCode = 1
}
