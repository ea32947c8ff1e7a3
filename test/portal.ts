import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** A portal in a process of its own, as `npm start` makes it, to be stopped and killed. */
export interface RunningPortal {
  readonly url: string
  readonly pid: number
  /** The status of /readyz, 0 when nobody answers. */
  ready(): Promise<number>
  kill(): Promise<void>
  /** Gently; gives the exit code. */
  stop(): Promise<number | null>
}

const ROOT = join(import.meta.dirname, '..')

function start(env: Readonly<Record<string, string>>): {
  child: ChildProcess
  said: () => string
  ended: Promise<number | null>
} {
  const { PATH = '', HOME = '' } = process.env
  const args = ['--import', 'tsx', 'src/main.ts']
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)))
  return { child, said: () => text.trim(), ended }
}

/** For starts that are meant to be refused. */
export async function runToEnd(env: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const { ended, said } = start(env)
  return { code: await ended, said: said() }
}

export async function launchPortal(
  t: { after(run: () => Promise<void>): void },
  dataDir: string,
  port?: number,
): Promise<RunningPortal> {
  const at = port ?? (await freePort())
  const url = `http://127.0.0.1:${at}`
  const { child, said, ended } = start({ DATA_DIR: dataDir, PORT: String(at) })
  let over = false
  void ended.then(() => (over = true))
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return ended
  }
  t.after(async () => void (await end('SIGTERM')))
  const ready = async (): Promise<number> => {
    // Nobody there is an answer too.
    const response = await fetch(`${url}/readyz`).catch(() => undefined)
    await response?.arrayBuffer()
    return response?.status ?? 0
  }
  await until(async () => over || (await ready()) === 200, 60_000)
  if (over) throw new Error(`the portal did not start: ${said()}`)
  return { url, pid: child.pid ?? 0, ready, kill: async () => void (await end('SIGKILL')), stop: () => end('SIGTERM') }
}

export const serverPid = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

/** Waits for something to become true, and fails when it does not. */
export async function until(holds: () => boolean | Promise<boolean>, patience = 20_000): Promise<void> {
  const end = Date.now() + patience
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited ${patience} ms in vain`)
    await new Promise((resume) => setTimeout(resume, 50))
  }
}

export const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const place = probe.address()
      probe.close(() => found(typeof place === 'object' && place !== null ? place.port : 0))
    })
  })
