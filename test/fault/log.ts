import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startEmbedded } from '../../src/db/embedded.ts'
import { keepBytes } from '../../src/db/files.ts'
import type { PartyId } from '../../src/base/actor.ts'
import { fsck, headNow, writeAll } from '../../src/rooms/ledger/actions.ts'
import type { Finding } from '../../src/rooms/ledger/schema.ts'
import { fillWorld } from '../../src/world.ts'
import { FAST, freshDatabase, prepareServer, type TestKit } from '../kit.ts'
import { act, actAtOnce, ledgerOf, library, logSigner } from '../ledger.ts'
import { change, COMMITTED, filesBelow, flipBit, move, MOVES, type Tampering } from '../tamper.ts'
import { dice, few, folder as folderOf, type Told, Undo } from './world.ts'

const wrongs = (findings: readonly Finding[]): string[] => findings.map((f) => `${f.kind}: ${f.where}: ${f.says}`)
const look = async (kit: TestKit): Promise<string[]> =>
  wrongs((await fsck(kit, { known: [logSigner(kit).key] })).findings)

/** Single bits of the published files and of attachments, and values, rows and places changed by the database owner. */
export async function tampered(flips: number, changes: number, cleanRuns: number, seed: number): Promise<Told> {
  const undo = new Undo()
  try {
    await serve(undo)
    const { kit, owner } = await freshDatabase(undo, { uncounted: 'it is tampered with' })
    await fillWorld(kit)
    const party = (await kit.db.selectFrom('party').select('id').limit(1).executeTakeFirstOrThrow()).id as PartyId
    await attach(kit, party)
    await writeAll(ledgerOf(kit))
    const wrong: string[] = []
    for (let n = 0; n < cleanRuns; n += 1) {
      await act(kit, party)
      await writeAll(ledgerOf(kit))
      wrong.push(...(await look(kit)).map((text) => `false alarm: ${text}`))
    }
    const random = dice(seed)
    const judge = async (tampering: Tampering, kind?: string): Promise<void> => {
      const text = (await look(kit)).join('\n')
      await tampering.undo()
      const named =
        tampering.names.every((name) => text.includes(name)) && (kind === undefined || text.includes(`${kind}:`))
      if (text === '' || !named)
        wrong.push(`${tampering.name} was ${text === '' ? 'not found' : `not named in ${text}`}`)
    }
    const { folder } = kit.site.log
    const published = filesBelow(folder).filter((path) => path === 'checkpoint' || path.startsWith('tile/'))
    const attached = filesBelow(kit.site.files).filter((path) => /^[0-9a-f]{2}\//.test(path))
    for (let n = 0; n < flips; n += 1)
      await judge(
        n % 5 === 0
          ? flipBit(random, kit.site.files, attached, (path) => path.slice(3))
          : flipBit(random, folder, published, (path) => path),
      )
    const moves = Object.keys(MOVES)
    for (let n = 0; n < changes; n += 1) {
      if (n % 10 === 9) {
        const moved = await move(owner, moves[Math.floor(n / 10) % moves.length] ?? '')
        await judge(moved, moved.kind)
        continue
      }
      const one = COMMITTED[Math.floor(random() * COMMITTED.length)]
      const tampering = one && (await change(random, owner, one))
      if (tampering !== undefined) await judge(tampering)
    }
    wrong.push(...(await look(kit)).map((text) => `left behind: ${text}`))
    return {
      fault: `${flips} flipped bits and ${changes} changes by the database owner`,
      acknowledged: (await headNow(kit))?.checkpoint.size ?? 0,
      wrong: few(wrong),
      remarks: [`${cleanRuns} checks in between found nothing`],
    }
  } finally {
    await undo.all()
  }
}

/** A server of its own, gone when the fault is over. */
async function serve(undo: Undo): Promise<void> {
  const server = await startEmbedded(join(folderOf(undo), 'postgres'), { settings: FAST })
  undo.after(server.stop)
  await prepareServer(server.url)
  process.env.SAOLA_TEST_SERVER = server.url
  undo.after(async () => void delete process.env.SAOLA_TEST_SERVER)
}

async function attach(kit: TestKit, party: PartyId): Promise<void> {
  const system = crypto.randomUUID()
  const at = kit.now()
  await kit.db
    .insertInto('system')
    .values({ id: system, provider: party, state: 'draft', created_at: at, changed_at: at })
    .execute()
  for (const name of ['thẻ mô hình', 'thẻ hệ thống', 'đánh giá tác động'])
    await kit.db
      .insertInto('attachment')
      .values({
        ...{ id: crypto.randomUUID(), system, stands_for: [], kind: 'model-card', name, type: 'text/plain', size: 1 },
        ...{ sha256: await keepBytes(kit.site.files, Buffer.from(name.repeat(50))), added_at: at, added_by: 'x' },
      })
      .execute()
}

const CALLS = ['openat', 'pwrite64', 'fsync', 'rename', 'mkdir', 'unlink', 'close'] as const
const INJECTED = ['error=EIO', 'error=ENOSPC', 'error=EINTR', 'signal=KILL'] as const

/**
 * Every file system call of one append, found by tracing, fails in each way. A call that closes is not made to fail:
 * Linux has closed the file by then. After each: the log fits, and the next append works.
 */
export async function injected(most: number): Promise<Told | string> {
  if (spawnSync('strace', ['-V']).status !== 0) return 'strace is not here'
  if (spawnSync('strace', ['-o', '/dev/null', 'true']).status !== 0) return 'this machine lets nobody trace'
  const undo = new Undo()
  try {
    const home = folderOf(undo)
    await serve(undo)
    const { kit, database } = await freshDatabase(undo)
    const party = await library(kit)
    await actAtOnce(kit, party, 250)
    await writeAll(ledgerOf(kit))
    const append = (inject?: string) => traced({ database: database.app, site: kit.site.log, wait: true }, home, inject)
    await act(kit, party)
    const calls = countCalls((await append()).trace, kit.site.log.folder)
    const wrong: string[] = []
    let [tried, hit, size] = [0, 0, 251]
    for (const [call, many] of Object.entries(calls))
      for (let nth = 1; nth <= many; nth += 1)
        for (const how of INJECTED) {
          if ((call === 'close' && how !== 'signal=KILL') || tried >= most) continue
          tried += 1
          await act(kit, party)
          size += 1
          const { injected: was } = await append(`${call}:${how}:when=${nth}`)
          if (was) hit += 1
          await writeAll(ledgerOf(kit))
          const now = (await headNow(kit))?.checkpoint.size
          if (now !== size) wrong.push(`${call} ${nth} ${how}: ${now} of ${size} acts`)
          wrong.push(...(await look(kit)).map((text) => `${call} ${nth} ${how}: ${text}`))
          process.stderr.write(`\r${call} ${nth} of ${many} ${how}          `)
        }
    process.stderr.write('\n')
    const found = Object.entries(calls).map(([call, many]) => `${many} ${call}`)
    return {
      fault: `every file system call of an append fails (${tried} ways)`,
      acknowledged: size,
      wrong: few(wrong),
      remarks: [`an append makes ${found.join(', ')}; ${hit} injections were met`],
    }
  } finally {
    await undo.all()
  }
}

interface Traced {
  readonly trace: string
  readonly injected: boolean
}

/** Runs one append; the tracer takes hold of it when everything is loaded and lets go when it ends. */
async function traced(what: object, home: string, inject?: string): Promise<Traced> {
  const script = join(import.meta.dirname, 'append.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(what)], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // One thread for files: strace counts the calls of each thread by itself.
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  await new Promise<void>((ready) => child.stdout.once('data', () => ready()))
  const out = join(home, 'trace')
  const args = ['-f', '-y', '-o', out, '-p', String(child.pid), '-e', `trace=${CALLS.join(',')}`]
  const tracer = spawn('strace', inject === undefined ? args : [...args, '-e', `inject=${inject}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const over = new Promise<void>((done) => tracer.once('exit', () => done()))
  await new Promise<void>((attached) => {
    tracer.stderr.once('data', () => attached())
    tracer.once('exit', () => attached())
  })
  // It says so for the first thread; the others follow at once.
  await new Promise((resume) => setTimeout(resume, 100))
  child.stdin.write('go\n')
  const impatience = setTimeout(() => child.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(impatience)
  await over
  const trace = readFileSync(out, 'utf8')
  return { trace, injected: /\(INJECTED\)|killed by SIGKILL/.test(trace) }
}

/** How often each call was made, counted as strace counts: all of them, since other files are left alone by then. */
function countCalls(trace: string, folder: string): Record<string, number> {
  const lines = trace.split('\n')
  const made = (call: string): number => lines.filter((line) => new RegExp(`^\\d+ +${call}\\(`).test(line)).length
  if (!lines.some((line) => line.includes(folder))) throw new Error('the trace shows nothing of the log')
  return Object.fromEntries(CALLS.map((call) => [call, made(call)]).filter(([, many]) => many !== 0))
}
