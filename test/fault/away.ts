import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Notifier } from '../notices.ts'
import { launchPortal, serverPid, until } from '../portal.ts'
import { wholeNotices } from '../whole.ts'
import { apiKeyOf, few, folder, ownerPool, pause, type Told, Undo, wrongIn, wrongWhenRepeated } from './world.ts'

/** The database stops answering, with every process of it: nothing is refused, nothing comes back. */
export async function away(seconds: number): Promise<Told | string> {
  if (process.platform !== 'linux') return 'the processes of the server are found in /proc, which is Linux'
  const undo = new Undo()
  try {
    const dataDir = join(folder(undo), 'data')
    const portal = await launchPortal(undo, dataDir)
    const owner = ownerPool(dataDir)
    undo.after(() => owner.end())
    const before = await wholeNotices(owner)
    const notifiers = Array.from({ length: 20 }, () => new Notifier(portal.url, apiKeyOf(dataDir)))
    const running = notifiers.map((notifier) => notifier.run())
    const heard = (): number => notifiers.reduce((sum, n) => sum + n.promised.length, 0)
    await until(() => heard() > 200, 60_000)

    const server = processesOf(serverPid(dataDir))
    const resume = async (): Promise<void> => signal(server, 'SIGCONT')
    undo.after(resume)
    signal(server, 'SIGSTOP')
    const back = Date.now() + seconds * 1000
    const said = await questions(portal.url, back)
    await resume()
    const began = Date.now()
    await until(async () => (await look(`${portal.url}/en/register`)).status === 200)
    const read = Date.now() - began
    const told = heard()
    await until(() => heard() > told)
    const written = Date.now() - began

    for (const notifier of notifiers) notifier.stop()
    await Promise.all(running)
    const promised = notifiers.flatMap((n) => n.promised)
    const asker = notifiers[0]
    const unclear = said.filter((s) => s.status !== 503 || !/database|cơ sở dữ liệu/i.test(s.text))
    const slowest = Math.max(...said.map((s) => s.ms))
    return {
      fault: `database silent for ${seconds} s`,
      acknowledged: promised.length,
      wrong: few([
        ...notifiers.flatMap((n) => n.refused).map((text) => `refused: ${text}`),
        ...(said.length === 0 ? ['nobody was answered while it was silent'] : []),
        ...unclear.map((s) => `${s.path} answered ${s.status} after ${s.ms} ms: ${s.text.slice(0, 160)}`),
        ...(await wrongIn(owner, before, promised)),
        ...(asker ? await wrongWhenRepeated(asker, promised) : []),
      ]),
      remarks: [
        `${said.length} questions meanwhile, each told 503 and why, the slowest after ${slowest} ms`,
        `pages read again after ${read} ms, notices heard again after ${written} ms`,
      ],
    }
  } finally {
    await undo.all()
  }
}

interface Said {
  readonly path: string
  readonly status: number
  readonly text: string
  readonly ms: number
}

/** People and programs go on asking. */
async function questions(url: string, until: number): Promise<Said[]> {
  const said: Said[] = []
  const askAll = async (path: string): Promise<void> => {
    while (Date.now() < until - 1000) {
      const began = Date.now()
      const { status, text } = await look(url + path)
      if (Date.now() < until) said.push({ path, status, text, ms: Date.now() - began })
      await pause(500)
    }
  }
  await Promise.all(['/en/register', '/vi/register?q=tr%E1%BB%A3', '/api/v1/systems'].map(askAll))
  return said
}

async function look(url: string): Promise<{ status: number; text: string }> {
  const response = await fetch(url, { signal: AbortSignal.timeout(100_000) }).catch(() => undefined)
  return { status: response?.status ?? 0, text: (await response?.text()) ?? '' }
}

/** The postmaster and everything under it. */
function processesOf(postmaster: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === postmaster)
  return [postmaster, ...children]
}

function parentOf(pid: number): number {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1])
  } catch {
    // It ended meanwhile.
    return 0
  }
}

function signal(pids: readonly number[], name: 'SIGSTOP' | 'SIGCONT'): void {
  for (const pid of pids)
    try {
      process.kill(pid, name)
    } catch {
      // It ended meanwhile.
    }
}
