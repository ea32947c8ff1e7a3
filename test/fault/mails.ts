import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { act, open } from '../../src/casework/actions.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { type Fresh, freshDatabase, prepareServer } from '../kit.ts'
import { until } from '../portal.ts'
import { CARD, LOST, umbrellaOffice, umbrellaWorld } from '../umbrella.ts'
import type { Victim } from './mail-victim.ts'
import { dice, few, pause, type Told, Undo } from './world.ts'

const FILES = 3
/** The law's clock of each file: 72 hours, of which 35 have passed when the dying begins. */
const BEGAN = '2026-11-02T02:00:00.000Z'
const later = (hours: number): string => new Date(Date.parse(BEGAN) + hours * 3_600_000).toISOString()
/** All of them together go past the end of the clock; each is longer than a sender holds a letter. */
const HOURS = 80

/** On a server of its own, for `npm run fault`. */
export async function mailsOfTheDead(rounds: number, seed: number): Promise<Told> {
  const undo = new Undo()
  try {
    const folder = mkdtempSync(join(tmpdir(), 'saola-mails-'))
    undo.after(async () => rmSync(folder, { recursive: true, force: true }))
    const server = await startEmbedded(join(folder, 'postgres'))
    undo.after(server.stop)
    await prepareServer(server.url)
    process.env.SAOLA_TEST_SERVER = server.url
    return await killedBeforeMail(undo, await freshDatabase(undo), rounds, seed)
  } finally {
    delete process.env.SAOLA_TEST_SERVER
    await undo.all()
  }
}

/**
 * A process that takes steps, reminds and mails is killed at a random moment after a commit, again and again; the last
 * one lives and delivers what the dead left behind.
 */
export async function killedBeforeMail(
  undo: Pick<Undo, 'after'>,
  fresh: Fresh,
  rounds: number,
  seed: number,
): Promise<Told> {
  const { kit, database, owner } = fresh
  const random = dice(seed)
  const office = await postOffice(undo)
  kit.setNow(later(-35))
  const { actors, as } = await umbrellaWorld(kit)
  const files: string[] = []
  for (let n = 0; n < FILES; n += 1) {
    const answers = { ...LOST, noticedAt: later(-35) }
    const opened = await open(as('lan'), umbrellaOffice, [{ verb: 'report', answers, secrets: CARD }])
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusals))
    await act(as('khanh'), umbrellaOffice, opened.value.number, 'take', 1)
    files.push(opened.value.number)
  }
  const { secret: _, ...site } = kit.site
  const known = { app: database.app, reader: database.reader, site, actors, files, smtp: office.url }
  const told: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = later((HOURS * (round + 1)) / rounds)
    told.push(...(await lifeAndDeath({ ...known, start, heir: false }, random() * 150)))
    if (rounds > 10) process.stderr.write(`\rdeath ${round + 1} of ${rounds}, ${told.length} steps told `)
  }
  if (rounds > 10) process.stderr.write('\n')
  const left = await unsent(owner)
  const heir = live({ ...known, start: later(HOURS + 1), heir: true })
  try {
    await until(async () => (await unsent(owner)) === 0, 120_000)
  } finally {
    await heir.kill()
  }
  const wrong = [...wrongLetters(await outbox(owner), office.received), ...(await wrongSteps(owner, told, files))]
  const twice = office.received.length - new Set(office.received.map(({ id }) => id)).size
  return {
    fault: `kill -9 between commit and mail, ${rounds} times`,
    acknowledged: told.length,
    wrong: few(wrong),
    remarks: [
      `${office.received.length} letters arrived, ${twice} of them again under the Message-ID they had; ${left} were left to the last one`,
    ],
  }
}

/** Runs until it has told of a step, and a little longer. Gives what it told. */
async function lifeAndDeath(victim: Victim, ms: number): Promise<string[]> {
  const { said, kill } = live(victim)
  try {
    await until(() => said().length > 0, 30_000)
    await pause(ms)
  } finally {
    await kill()
  }
  return said()
}

function live(victim: Victim): { said: () => string[]; kill: () => Promise<void> } {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'mail-victim.ts')], {
    env: { PATH, HOME, SAOLA_VICTIM: JSON.stringify(victim) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  return {
    // A line cut off in the middle was not told.
    said: () => text.split('\n').slice(0, -1),
    kill: () => {
      child.kill('SIGKILL')
      return ended
    },
  }
}

// ————— what must hold —————

interface Row {
  readonly id: string
  readonly about: string
  readonly recipient: string
  readonly subject: string
}
const outbox = async (owner: pg.Pool): Promise<Row[]> =>
  (await owner.query<Row>('select id, about, recipient, subject from outbox order by id')).rows
const unsent = async (owner: pg.Pool): Promise<number> =>
  (await owner.query<{ n: number }>('select count(*)::int as n from outbox where sent_at is null')).rows[0]?.n ?? -1

/** Each mail at least once, always the same under its one Message-ID, and none that nobody wrote. */
function wrongLetters(rows: readonly Row[], received: readonly Letter[]): string[] {
  const letters = new Map<string, Letter[]>()
  for (const letter of received) letters.set(letter.id, [...(letters.get(letter.id) ?? []), letter])
  const known = new Map(rows.map((row) => [`<${row.id}@saola.example>`, row]))
  return [
    ...[...known].flatMap(([id, row]) => (letters.has(id) ? [] : [`${row.about} never arrived`])),
    ...[...letters].flatMap(([id, copies]) => {
      const row = known.get(id)
      if (row === undefined) return [`${id} belongs to no mail`]
      const different = new Set(copies.map(({ text }) => text)).size > 1
      const elsewhere = copies.some(({ text }) => !text.includes(row.recipient))
      return [
        ...(different ? [`${row.about} came in two wordings`] : []),
        ...(elsewhere ? [`${row.about} went elsewhere`] : []),
      ]
    }),
    ...(new Set(rows.map(({ about }) => about)).size === rows.length ? [] : ['a cause mailed twice']),
  ]
}

/** Each step that was told of is there with its mails; each clock reminded of each share that passed, once. */
async function wrongSteps(owner: pg.Pool, told: readonly string[], files: readonly string[]): Promise<string[]> {
  const rows = await outbox(owner)
  const count = (about: string): number => rows.filter((row) => row.about.startsWith(about)).length
  const { rows: events } = await owner.query<{ number: string; seq: number; side: string }>(
    `select f.number, e.seq, e.side from casefile_event e join casefile f on f.id = e.file where e.verb = 'message'`,
  )
  const there = new Set(events.map(({ number, seq }) => `${number} ${seq}`))
  return [
    ...told.filter((step) => !there.has(step)).map((step) => `${step} was told and is not there`),
    // The party's two who may act, or the one officer who took the file.
    ...events.flatMap(({ number, seq, side }) => {
      const [n, wanted] = [count(`case:${number}:${seq}:`), side === 'unit' ? 2 : 1]
      return n === wanted ? [] : [`${number} ${seq} has ${n} mails instead of ${wanted}`]
    }),
    ...files.flatMap((number) => {
      const n = count(`clock:${number}:found-or-not:`)
      return n === 6 ? [] : [`${number} was reminded of ${n} times instead of 6`]
    }),
  ]
}

// ————— the other end —————

interface Letter {
  readonly id: string
  /** As it came, without the date of its sending. */
  readonly text: string
}

/** A post office of a few lines: says yes to everything, and keeps what it was handed whole. */
async function postOffice(undo: Pick<Undo, 'after'>): Promise<{ url: string; received: readonly Letter[] }> {
  const received: Letter[] = []
  const server = createServer((socket) => {
    let [inData, text] = [false, '']
    socket.write('220 office.example\r\n')
    socket.on('error', () => undefined)
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (inData && text.endsWith('\r\n.\r\n')) {
        received.push({ id: /^Message-ID: (\S+)/im.exec(text)?.[1] ?? '', text: text.replace(/^Date: .*\r\n/im, '') })
        ;[inData, text] = [false, '']
        socket.write('250 kept\r\n')
      } else if (!inData && text.endsWith('\r\n')) {
        inData = /^DATA/i.test(text)
        socket.write(inData ? '354 go on\r\n' : /^QUIT/i.test(text) ? '221 bye\r\n' : '250 office.example\r\n')
        text = ''
      }
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  undo.after(async () => void server.close())
  const at = server.address()
  return { url: `smtp://127.0.0.1:${typeof at === 'object' ? at?.port : 0}`, received }
}
