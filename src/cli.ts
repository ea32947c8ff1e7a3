import { fill } from './base/text.ts'
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { DATA_SETS } from './app.tsx'
import { CHECK_HELP, checkCommand } from './cli-check.ts'
import { MARK_HELP, markCommand } from './cli-mark.ts'
import { REBUILD_HELP, rebuildCommand } from './cli-rebuild.ts'
import { ERASE_HELP, eraseCommand } from './cli-erase.ts'
import { VERIFY_HELP, verifyCommand } from './cli-verify.ts'
import { hasAuthority, hasRootKey, hasStamping, makeAuthorityKeys, makeStampingKeys } from './authority.ts'
import { readConfig } from './config.ts'
import { createJournal } from './journal.ts'
import { openPortal } from './portal.ts'
import type { PartyId } from './base/actor.ts'
import type { Outcome } from './base/outcome.ts'
import * as inventory from './rooms/inventory/actions.ts'
import { type Import, LIMITS, type Side, type Tally } from './rooms/inventory/schema.ts'
import { rowSaid, SAYS as INVENTORY_SAYS } from './rooms/inventory/words.ts'
import * as ledger from './rooms/ledger/actions.ts'
import { findParty, inviteAdministrator } from './rooms/parties/actions.ts'
import { exportData } from './rooms/register/actions.ts'
import { startEmbedded } from './db/embedded.ts'
import { PlainFault, reachInWords } from './db/fault.ts'
import { describeTables } from './db/describe.ts'
import { migrate } from './db/migrate.ts'
import { prepareRoles } from './db/prepare.ts'
import { hasLogKey, hasSecret, makeLogKey, makeSecret, makeSigningKey } from './keys.ts'
import { lockDataFolder } from './lock.ts'
import { parseSignedCheckpoint } from './log/checkpoint.ts'
import { isKeyName } from './log/key.ts'
import { parsePolicy } from './log/policy.ts'

const HELP = `saola <command>

  prepare              make the roles and bring the database up to date (DATABASE_OWNER_URL)
  admin invite EMAIL   print a one-time link for the first administrator
  import FILE          take over an inventory of systems (CSV, XLSX, JSON)
    --party ID|NAME      of this organisation, or
    --unit CODE          of the agencies the file names, for this unit of the State
    --preset NAME        the mapping of columns kept under this name
    --dry-run            only say what would happen
    --faults OUT.CSV     write the faulty rows there, to be mended and sent again
                         (exit code 0: all taken, 1: faulty rows, 2: could not)
${ERASE_HELP}  export               publish a new edition of the open data, in DATA_DIR/data
  keys                 make a signing key, and a site secret and a key of the log if there are none, in DATA_DIR/keys
  keys log             make a new key of the log; both sign while the older private file stays
  keys marks           make a root, an issuer and a time stamper of certificates for marks, in DATA_DIR/keys;
                       where only the stamper is missing, it alone (bring mark-root.private.pem back for that)
    --name NAME          in whose name they stand (Saola)
  fsck                 derive the public log and the record anew and name what does not fit
    --checkpoint FILE    against a checkpoint somebody else kept
                         (exit code 0: all fits, 1: something does not, 2: could not)
  witness              watch logs grow and cosign their checkpoints (C2SP tlog-witness)
    --folder DIR         its key and what it saw last
    --name NAME          the name of its key, such as w1.example
    --logs FILE          the logs it knows: lines “log KEY”, as in a policy
    --host HOST --port N where it listens (127.0.0.1, 8500)
${VERIFY_HELP}${CHECK_HELP}${MARK_HELP}${REBUILD_HELP}  tables               draw src/db/tables.ts from migrations/ (for developers)
`

async function run([command, ...rest]: readonly string[]): Promise<void> {
  if (command === 'prepare') return prepare()
  if (command === 'admin' && rest[0] === 'invite' && rest[1] !== undefined) return invite(rest[1])
  if (command === 'keys' && rest[0] === 'marks') return markKeys(rest.slice(1))
  if (command === 'keys') return rest[0] === 'log' ? logKey() : keys()
  if (command === 'fsck') return checkLog(rest)
  if (command === 'witness') return runWitness(rest)
  if (command === 'verify') return verify(rest)
  if (command === 'check') return check(rest)
  if (command === 'mark') return mark(rest)
  if (command === 'rebuild') {
    process.exitCode = await rebuildCommand(rest, process.env, console.log)
    return
  }
  if (command === 'tables') return tables()
  if (command === 'erase') return eraseCommand(rest, process.env)
  if (command === 'export') return publish()
  if (command === 'import') return takeInventory(rest)
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

/** Beside the nightly edition, or before it where somebody waits for one. */
async function publish(): Promise<void> {
  const config = readConfig(process.env)
  const guest = true
  const portal = await openPortal(config, createJournal('warn'), guest)
  try {
    const exported = await exportData(portal.kit, DATA_SETS)
    if (!exported.ok) throw new PlainFault('Another export is under way.')
    const { asOf, sets } = exported.value
    console.log(`As of ${asOf}, in ${config.openData.folder}:`)
    for (const { id, records } of sets) console.log(`${id}: ${records}`)
  } finally {
    await portal.close()
  }
}

async function keys(): Promise<void> {
  const dataDir = process.env.DATA_DIR ?? 'data'
  const kid = await makeSigningKey(dataDir, new Date().toISOString())
  if (!hasSecret(dataDir)) makeSecret(dataDir)
  if (!hasLogKey(dataDir)) await makeLogKey(dataDir, new Date().toISOString())
  console.log(
    `Made the signing key ${kid}. It signs from the next start on; keep ${join(dataDir, 'keys')} safe and backed up.`,
  )
}

async function logKey(): Promise<void> {
  const dataDir = process.env.DATA_DIR ?? 'data'
  const kid = await makeLogKey(dataDir, new Date().toISOString())
  console.log(
    `Made the log key ${kid}. From the next start on it signs beside the older one; remove the older private file once readers know the new key.`,
  )
}

function markKeys(args: readonly string[]): void {
  const { name = 'Saola' } = options(args, { name: { type: 'string' } })
  const dataDir = process.env.DATA_DIR ?? 'data'
  if (hasAuthority(dataDir) && !hasStamping(dataDir) && hasRootKey(dataDir)) {
    makeStampingKeys(dataDir, new Date().toISOString())
    console.log('Made a key for time stamps under the root that is there; marks carry them from the next start on.')
    return
  }
  if (hasAuthority(dataDir))
    throw new PlainFault(`There is an issuer in ${join(dataDir, 'keys')} already; move its files away to make another.`)
  makeAuthorityKeys(dataDir, name, new Date().toISOString())
  console.log(
    `Made a root, an issuer and a key for time stamps of marks in the name of ${name}. The portal never uses mark-root.private.pem: take it out of ${join(dataDir, 'keys')} and keep it off line.`,
  )
}

/** Derives everything anew and says what does not fit. Reads only, and may run beside the portal. */
async function checkLog(args: readonly string[]): Promise<void> {
  process.exitCode = 2
  const { checkpoint } = options(args, { checkpoint: { type: 'string' } })
  const kept = checkpoint === undefined ? undefined : keptCheckpoint(checkpoint)
  const guest = true
  const portal = await openPortal(readConfig(process.env), createJournal('warn'), guest)
  const cores = ledger.startCores(portal.pools.app?.options.connectionString ?? '')
  try {
    const began = performance.now()
    const report = await ledger.fsck(portal.kit, {
      known: portal.logKeys.known,
      elsewhere: cores.judge,
      told: ({ kind, where, says }) => console.log(`${kind}: ${where}: ${says}`),
      ...(kept === undefined ? {} : { kept }),
    })
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    const looked = Object.entries(report.checked).map(([what, n]) => `${n} ${what}`)
    console.log(`Looked at ${looked.join(', ')} in ${seconds} s; ${report.waiting} acts wait for their place.`)
    console.log(report.findings.length === 0 ? 'Everything fits.' : `${report.findings.length} things do not fit.`)
    process.exitCode = report.findings.length === 0 ? 0 : 1
  } finally {
    await cores.close()
    await portal.close()
  }
}

function keptCheckpoint(file: string) {
  const read = parseSignedCheckpoint(readFile(file))
  if (!read.ok) throw new PlainFault(`${file} is not a checkpoint.`)
  return read.value
}

function readFile(file: string): string {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) throw new PlainFault(`There is no file ${file}.`)
  return readFileSync(file, 'utf8')
}

/** Best run by somebody else on another machine: a witness beside the log it watches proves little. */
async function runWitness(args: readonly string[]): Promise<void> {
  const given = options(args, {
    folder: { type: 'string' },
    name: { type: 'string' },
    logs: { type: 'string' },
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '8500' },
  })
  const { folder, name, logs: file, host, port } = given
  if (folder === undefined || name === undefined || file === undefined)
    throw new PlainFault('witness needs --folder, --name and --logs.')
  const policy = parsePolicy(`${readFile(file)}\nquorum none\n`)
  if (!policy.ok) throw new PlainFault(`${file} must hold lines “log KEY”, and no quorum.`)
  if (!isKeyName(name)) throw new PlainFault('The name of a witness has no spaces and no plus.')
  const lock = lockDataFolder(folder, `http://${host}:${port}`)
  const logs = policy.value.logs.map(({ key }) => key)
  const now = (): number => Math.floor(Date.now() / 1000)
  const report = (error: unknown): void => console.error(error)
  const running = await ledger.startWitness({ folder, name, logs, now }, { host, port: Number(port) }, report)
  console.log(`Witness ${running.verifierKey} listens at ${running.url} and knows ${logs.length} logs.`)
  await new Promise((over) => process.once('SIGTERM', over).once('SIGINT', over))
  await running.stop()
  lock.release()
}

/** What parseArgs throws is one sentence for who typed it. */
function options<T extends NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>>(
  args: readonly string[],
  known: T,
) {
  try {
    return parseArgs({ args: [...args], options: known }).values
  } catch (error) {
    throw error instanceof TypeError ? new PlainFault(error.message) : error
  }
}

function verify(args: readonly string[]): void {
  const { code, says } = verifyCommand(args, process.env)
  ;(code === 2 ? console.error : console.log)(says)
  process.exitCode = code
}

async function mark(args: readonly string[]): Promise<void> {
  const shows = process.stderr.isTTY === true
  const { code, says, faults } = await markCommand(args, process.env, (done, all) => {
    if (shows) process.stderr.write(`\r${done} of ${all}${done === all ? '\n' : ''}`)
  })
  for (const line of says) console.log(line)
  for (const fault of faults) console.error(fault)
  process.exitCode = code
}

async function check(args: readonly string[]): Promise<void> {
  const { code, says, faults } = await checkCommand(args, process.env)
  if (says !== '') console.log(says)
  for (const fault of faults) console.error(fault)
  process.exitCode = code
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

/** Larger files than a browser may send: they are read from disk, never into memory. */
const FROM_DISK = { ...LIMITS, file: 2 ** 30 }

async function takeInventory(args: readonly string[]): Promise<void> {
  process.exitCode = 2
  const { file, party, unit, preset, dryRun, faults } = importArguments(args)
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new PlainFault(`There is no file ${file}.`)
  const config = readConfig(process.env)
  const guest = true
  const portal = await openPortal(config, createJournal('warn'), guest)
  try {
    const { kit } = portal
    const side = party === undefined ? await sideOfUnit(portal, unit ?? '') : await sideOfParty(portal, party)
    const fresh = value(await inventory.takeFile(kit, side, { path: file, name: basename(file), size }, FROM_DISK))
    const { mapping, preset: used } = await inventory.suggested(kit, fresh, preset)
    if (preset !== undefined && used === null) throw new PlainFault(`There is no preset ${preset}.`)
    console.error(`${fresh.survey.total} rows, columns mapped by ${used ?? 'their titles'}`)
    value(await inventory.mapAtOnce(kit, fresh, mapping))
    await workOn(portal, fresh, 'judged')
    if (!dryRun) {
      await inventory.runAtOnce(kit, fresh)
      await workOn(portal, fresh, 'taken over')
    }
    await report(portal, fresh, dryRun, faults)
  } finally {
    await portal.close()
  }
}

function importArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        party: { type: 'string' },
        unit: { type: 'string' },
        preset: { type: 'string' },
        faults: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
      },
    })
    const [file, more] = positionals
    if (file === undefined || more !== undefined || (values.party === undefined) === (values.unit === undefined))
      throw new PlainFault('import needs one file, and either --party or --unit.')
    return { ...values, file, dryRun: values['dry-run'] }
  } catch (error) {
    // What parseArgs throws is one sentence for who typed it.
    throw error instanceof PlainFault || !(error instanceof TypeError) ? error : new PlainFault(error.message)
  }
}

type Opened = Awaited<ReturnType<typeof openPortal>>

async function sideOfParty({ kit }: Opened, named: string): Promise<Side> {
  const byId = /^[0-9a-f-]{36}$/i.test(named) ? await findParty(kit.db, named as PartyId) : undefined
  const all = byId === undefined ? await inventory.listPartiesNamed(kit.db, named) : [byId]
  const [party, other] = all
  if (party === undefined) throw new PlainFault(`No organisation is called ${named}.`)
  if (other !== undefined)
    throw new PlainFault(`Several organisations are called ${named}: ${all.map((p) => p.id).join(', ')}.`)
  return { of: 'party', party: party.id, name: party.name }
}

async function sideOfUnit({ kit }: Opened, code: string): Promise<Side> {
  const unit = await inventory.findUnitByCode(kit.db, code)
  if (unit === undefined) throw new PlainFault(`No unit has the code ${code}.`)
  return { of: 'unit', unit }
}

function value<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  const says = INVENTORY_SAYS as Readonly<Record<string, { readonly en: string }>>
  throw new PlainFault(outcome.refusals.map((r) => fill(says[r.code]?.en ?? r.code, r.facts ?? {})).join(' '))
}

/** Here, or by the running portal when it was quicker to take it up: the table says how far it is. */
async function workOn({ kit }: Opened, i: Import, verb: string): Promise<void> {
  const tell = (n: number, of: number): void => void process.stderr.write(`\r${n} of ${of} rows ${verb}`)
  const before = Date.now()
  while (await inventory.waits(kit, i.id)) {
    if (await inventory.workThrough(kit, i.id, tell, FROM_DISK)) continue
    await new Promise((resume) => setTimeout(resume, 300))
  }
  process.stderr.write(` (${Date.now() - before} ms)\n`)
}

async function report({ kit }: Opened, i: Import, dryRun: boolean, faults: string | undefined): Promise<void> {
  const t: Tally = await inventory.tally(kit.db, i.id)
  const as = dryRun ? 'would be ' : ''
  console.log(
    [
      `${as}drafts: ${t.draft.judged}`,
      `${as}recorded notices: ${t.notice.judged}`,
      `already there: ${t.already.judged}`,
      `faulty: ${t.faulty.judged}`,
    ].join('\n'),
  )
  const say = (n: number, reasons: Parameters<typeof rowSaid>[1]): string => rowSaid(n, reasons, 'en')
  for (const row of await inventory.listFaulty(kit.db, i.id, 0, 5)) console.error(say(row.n, row.reasons))
  if (faults !== undefined && t.faulty.judged > 0) {
    await pipeline(inventory.faultyCsv(kit, i, say), createWriteStream(faults))
    console.error(`The faulty rows are in ${faults}.`)
  }
  if (await inventory.isStuck(kit, i.id)) throw new PlainFault('The kept file could not be read again.')
  process.exitCode = t.faulty.judged > 0 ? 1 : 0
}

try {
  await run(process.argv.slice(2))
} catch (error) {
  console.error(error instanceof PlainFault ? error.message : error)
  process.exitCode ||= 1
}
