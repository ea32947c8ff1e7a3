import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'

export interface RolePasswords {
  readonly app: string
  readonly reader: string
}

/**
 * Makes the two roles the portal works with, or sets their passwords anew; run as the owner of the database, as often
 * as you like. `saola_app` may do what the migrations grant; `saola_public` reads and nothing else.
 */
export async function prepareRoles(ownerUrl: string, passwords: RolePasswords): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'saola prepare' })
  await client.connect()
  try {
    await client.query('begin')
    // Two at once would both find a role missing.
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    await makeRole(client, 'saola_app', passwords.app)
    await makeRole(client, 'saola_public', passwords.reader)
    await client.query(`alter role saola_public set default_transaction_read_only = on`)
    await client.query(`alter role saola_public set statement_timeout = '10s'`)
    await openDatabase(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

const LOCK = 7_262_001

async function makeRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = rowCount === 0 ? 'create' : 'alter'
  await client.query(`${verb} role ${role} with login password ${pg.escapeLiteral(scramVerifier(password))}`)
}

/** Who may come in: these two and the owner. pg_trgm is a trusted extension, so an owner who may create in it can add it. */
async function openDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const name = pg.escapeIdentifier(rows[0]?.name ?? '')
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to saola_app, saola_public`)
  await client.query('revoke create on schema public from public')
  await client.query('grant usage on schema public to saola_app, saola_public')
}

/** The password as PostgreSQL keeps it (RFC 5803), made here so that the password itself reaches no server log. */
function scramVerifier(password: string): string {
  const iterations = 4096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const sign = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(sign('Client Key')).digest('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${sign('Server Key').toString('base64')}`
}
