import { existsSync, renameSync, writeFileSync, readFileSync } from 'node:fs'
import { createServer as createProbe } from 'node:net'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { createApp, DATA_SETS, OFFICES } from './app.tsx'
import { startReminders } from './casework/reminders.ts'
import { type Config, readConfig } from './config.ts'
import { codeOf, PlainFault } from './db/fault.ts'
import { createJournal, type Journal } from './journal.ts'
import { inWords, type Lock, lockDataFolder } from './lock.ts'
import { openPortal, type Portal } from './portal.ts'
import { smtp, startSender } from './post/sender.ts'
import { startFinisher } from './rooms/erasure/actions.ts'
import { startImporter } from './rooms/inventory/actions.ts'
import { returnedAfterRestore, startWriter, type Writer } from './rooms/ledger/actions.ts'
import { dropDeadKeys } from './rooms/marks/certificate-actions.ts'
import { startJobs } from './rooms/marks/job-actions.ts'
import { endStaleSessions } from './rooms/parties/actions.ts'
import { keepCalendar } from './rooms/statute/actions.ts'
import { startExporter } from './rooms/register/actions.ts'
import { startRecount } from './rooms/supervision/actions.ts'
import { dropErasedFiles } from './rooms/systems/actions.ts'
import { forgetAnswers } from './web/once.ts'
import { fillWorld } from './world.ts'

/** What the evaluation mode lays into its data folder for people and programs. */
interface Evaluation {
  readonly url: string
  readonly accounts: readonly { role: string; email: string; password: string }[]
  readonly apiKey: string
}

/** Undone in reverse order, whatever ends the process. */
const undo: (() => void | Promise<void>)[] = []
let stopping: Promise<void> | undefined
/** Settles when the start is over, well or not: a stop waits for it, so that nothing half-started is left running. */
let started: Promise<unknown> = Promise.resolve()

async function start(config: Config): Promise<void> {
  const journal = createJournal(config.logLevel)
  onSignals(journal)
  if (config.mode === 'evaluation') hold(config)
  await refuseBusyPort(config)
  const portal = await openPortal(config, journal).catch((error: unknown) => {
    throw inWords(config.dataDir, error)
  })
  undo.push(portal.close)
  const evaluation = config.mode === 'evaluation' ? await furnish(config, portal) : undefined
  sendMails(config, portal, journal)
  takeInventories(portal, journal)
  signInBulk(portal, journal)
  await watchClocks(portal, journal)
  tidyHourly(portal, journal)
  await listen(config, portal, journal, writeLog(config, portal, journal))
  journal.info({ mode: config.mode, node: process.version }, 'started')
  publishNightly(portal, journal)
  finishErasing(portal, journal)
  await noticeReturned(portal, journal).catch((error: unknown) =>
    journal.warn({ err: error }, 'the log could not be read'),
  )
  recountNightly(portal, journal)
  if (evaluation !== undefined) greet(config, portal, evaluation)
}

function hold(config: Config): void {
  const lock: Lock = lockDataFolder(config.dataDir, config.url)
  undo.push(lock.release)
}

async function listen(config: Config, portal: Portal, journal: Journal, log: Writer): Promise<void> {
  const app = createApp(portal.kit, { pools: portal.pools, trustProxy: config.trustProxy, journal, log })
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  server.headersTimeout = 20_000
  server.requestTimeout = 120_000
  // Longer than a proxy in front keeps a connection at rest, or it would take up one that is just being closed.
  server.keepAliveTimeout = 75_000
  await bind(server, config)
  undo.push(() => closeGently(server))
}

function bind(server: { listen: Server['listen']; once: Server['once'] }, { host, port }: Config): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', (error: Error) => failed(portInWords(error, host, port)))
    server.listen(port, host, () => done())
  })
}

function portInWords(error: Error, host: string, port: number): Error {
  const code = codeOf(error)
  if (code === 'EADDRINUSE')
    return new PlainFault(`Port ${port} is busy: another program listens there; choose another with PORT.`)
  if (code === 'EACCES')
    return new PlainFault(`Port ${port} is not open to this user: choose one above 1023 with PORT.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new PlainFault(`HOST ${host} is not an address of this machine.`)
  return error
}

/** Asked before anything is made, so that the sentence comes at once. */
async function refuseBusyPort(config: Config): Promise<void> {
  const probe = createProbe()
  await bind(probe as unknown as Server, config)
  await new Promise((closed) => probe.close(closed))
}

/** No new connections; what runs may finish within ten seconds. */
function closeGently(server: Server): Promise<void> {
  return new Promise((closed) => {
    const impatience = setTimeout(() => server.closeAllConnections(), 10_000)
    server.close(() => (clearTimeout(impatience), closed()))
    server.closeIdleConnections()
  })
}

function sendMails(config: Config, portal: Portal, journal: Journal): void {
  if (config.mail === undefined) return
  const { deliver, close } = smtp(config.mail.smtp)
  const { db, now, site } = portal.kit
  const onProblem = (id: string, code: string): void => journal.warn({ mail: id, code }, 'a mail could not be sent')
  const sender = startSender({ db, now, from: config.mail.from, host: new URL(site.url).hostname, deliver, onProblem })
  undo.push(close, sender.stop)
}

/** Inventories handed over wait in a table; what an earlier process left half-way is taken up again. */
function takeInventories({ kit }: Portal, journal: Journal): void {
  const importer = startImporter(kit, (error) => journal.warn({ err: error }, 'an import was interrupted'))
  undo.push(importer.stop)
}

/** Claims handed over by the thousand wait in a table too. */
function signInBulk({ kit }: Portal, journal: Journal): void {
  const jobs = startJobs(kit, (error) => journal.warn({ err: error }, 'a job of bulk signing was interrupted'))
  undo.push(jobs.stop)
}

/** Mails of clocks that run out. Pages count for themselves: nothing but mail waits for this. */
async function watchClocks({ kit }: Portal, journal: Journal): Promise<void> {
  await keepCalendar(kit.db, kit.now())
  const reminders = startReminders(kit, OFFICES, (error) => journal.warn({ err: error }, 'reminding failed'))
  undo.push(reminders.stop)
}

/** Open data, a new edition each night. */
function publishNightly({ kit }: Portal, journal: Journal): void {
  const exporter = startExporter(kit, DATA_SETS, (error) => journal.warn({ err: error }, 'an export failed'))
  undo.push(exporter.stop)
}

/** Reasons to look at systems, for officers: what the day has changed is found in the night. */
function recountNightly({ kit }: Portal, journal: Journal): void {
  const recount = startRecount(kit, (error) => journal.warn({ err: error }, 'signals could not be counted anew'))
  undo.push(recount.stop)
}

/** After an older database was restored: what a person had erased must not be shown again without anybody noticing. */
async function noticeReturned({ kit }: Portal, journal: Journal): Promise<void> {
  const returned = await returnedAfterRestore(kit)
  if (returned.length > 0)
    journal.error(
      { tombstones: returned.map(({ tombstone }) => tombstone) },
      'an older database was restored, and data that was erased since is in it again: run “saola erase again”',
    )
}

/** Erasures reach what was published before, and the files they were made of. */
function finishErasing({ kit }: Portal, journal: Journal): void {
  const finisher = startFinisher(kit, (error) => journal.warn({ err: error }, 'an erasure could not be finished'))
  undo.push(finisher.stop)
}

/** Gives the acts their places in the public log. A log that refuses to be signed keeps nobody from giving notice. */
function writeLog(config: Config, { kit, logKeys }: Portal, journal: Journal): Writer {
  const { policy } = config.log
  const writer = startWriter(kit, {
    ...logKeys,
    ...(policy === undefined ? {} : { policy }),
    onProblem: (error) =>
      error instanceof PlainFault
        ? journal.error(error.message)
        : journal.warn(
            typeof error === 'string' ? { witnesses: error } : { err: error },
            'the log could not be written',
          ),
  })
  undo.push(writer.stop)
  return writer
}

/** Answers, sessions and keys of certificates whose time is over. Nothing depends on it, so a failure waits for the next hour. */
function tidyHourly({ kit }: Portal, journal: Journal): void {
  const tidy = async (): Promise<void> => {
    await forgetAnswers(kit.db, kit.now())
    await dropErasedFiles(kit)
    await endStaleSessions(kit.db, kit.now())
    await dropDeadKeys(kit.db, kit.now())
  }
  const timer = setInterval(() => {
    tidy().catch((error: unknown) => journal.warn({ err: error }, 'tidying failed'))
  }, 3_600_000)
  undo.push(() => clearInterval(timer))
}

/** Fills the made-up world once, all or nothing, and lays its accounts beside it. */
async function furnish(config: Config, { kit }: Portal): Promise<Evaluation> {
  const file = join(config.dataDir, 'evaluation.json')
  const draft = `${file}.new`
  const write = (evaluation: Evaluation): void =>
    writeFileSync(draft, `${JSON.stringify(evaluation, null, 2)}\n`, { mode: 0o600 })
  const empty = (await kit.db.selectFrom('account').select('id').limit(1).executeTakeFirst()) === undefined
  if (empty)
    await kit.db.transaction().execute(async (trx) => {
      write({ url: config.url, ...(await fillWorld({ ...kit, db: trx })) })
      // If we die here, nothing was kept and the next start fills anew.
    })
  // If we died here, the draft belongs to the world that was kept.
  else if (!existsSync(draft) && existsSync(file)) write({ ...readEvaluation(file), url: config.url })
  if (!existsSync(draft))
    throw new PlainFault(
      `${file} is missing, and with it the accounts: delete the folder ${config.dataDir} to begin anew.`,
    )
  renameSync(draft, file)
  return readEvaluation(file)
}

const readEvaluation = (file: string): Evaluation => JSON.parse(readFileSync(file, 'utf8')) as Evaluation

function greet(config: Config, portal: Portal, { url, accounts }: Evaluation): void {
  const width = Math.max(...accounts.map((a) => a.role.length), 0)
  const lines = [
    '',
    `Saola runs at ${url} (evaluation mode: a made-up world, no legal value, this machine only)`,
    ...accounts.map((a) => `  ${a.role.padEnd(width)}  ${a.email}  ${a.password}`),
    `Accounts and API key: ${join(config.dataDir, 'evaluation.json')}`,
    ...elsewhere(config, portal),
    'Stop with Ctrl+C.',
    '',
  ]
  console.log(lines.join('\n'))
}

/** Where root must hand the database to another user, its data are not in the data folder: say where. */
const elsewhere = (config: Config, { embedded }: Portal): string[] =>
  embedded === undefined || embedded.folder.startsWith(config.dataDir)
    ? []
    : [`The database lies in ${embedded.folder}`]

function onSignals(journal: Journal): void {
  const end = (code: number) => () => void stop().then(() => process.exit(code))
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end(0))
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(fault, (error: unknown) => {
      journal.fatal({ err: error }, 'an unexpected fault ends the portal')
      end(1)()
    })
}

/** The door first, the database last. One step that fails does not keep the others from being taken. */
function stop(): Promise<void> {
  stopping ??= (async () => {
    await started
    for (const step of undo.reverse()) await Promise.resolve(step()).catch((error: unknown) => console.error(error))
  })()
  return stopping
}

async function fail(error: unknown): Promise<never> {
  await stop()
  console.error(error instanceof PlainFault ? error.message : error)
  process.exit(1)
}

try {
  const starting = start(readConfig(process.env))
  started = starting.catch(() => undefined)
  await starting
} catch (error) {
  await fail(error)
}
