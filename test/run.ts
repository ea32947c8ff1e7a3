import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startEmbedded } from '../src/db/embedded.ts'
import { FAST, prepareServer } from './kit.ts'

/**
 * `npm test`: types, lint, format, then every test on one PostgreSQL of its own (or on TEST_DATABASE_URL, an owner's
 * address: its roles saola_app and saola_public get new passwords, so never a server in use).
 * With paths as arguments only those tests run.
 */
const ROOT = join(import.meta.dirname, '..')
const BIN = join(ROOT, 'node_modules/.bin')
const CHECKS: readonly (readonly [string, readonly string[]])[] = [
  ['types', ['tsc', '-p', '.']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings', 'src', 'test', 'bench']],
  ['format', ['biome', 'format', '.']],
]

const temporary = mkdtempSync(join(tmpdir(), 'saola-test-'))
let current: ReturnType<typeof spawn> | undefined
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    interrupted = true
    current?.kill(signal)
  })

const failed: string[] = []
try {
  const paths = process.argv.slice(2)
  if (paths.length === 0) for (const [name, command] of CHECKS) await check(name, command)
  if (!interrupted) await test(paths.length > 0 ? paths : findTests())
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
console.log(failed.length === 0 ? 'all passed' : `FAILED: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 && !interrupted ? 0 : 1

async function check(name: string, [program = '', ...args]: readonly string[]): Promise<void> {
  const started = performance.now()
  const code = await run(join(BIN, program), args)
  console.log(`${code === 0 ? '✔' : '✖'} ${name} (${Math.round(performance.now() - started)} ms)`)
  if (code !== 0) failed.push(name)
}

function findTests(): string[] {
  const files = ['src', 'test'].flatMap((top) =>
    readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
  )
  return files.filter((file) => /\.test\.tsx?$/.test(file)).sort()
}

async function test(files: readonly string[]): Promise<void> {
  const given = process.env.TEST_DATABASE_URL
  const server = given === undefined ? await startEmbedded(join(temporary, 'postgres'), { settings: FAST }) : undefined
  const url = server?.url ?? given ?? ''
  const summary = join(temporary, 'summary.tap')
  try {
    await prepareServer(url)
    const reporters = [
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=tap', `--test-reporter-destination=${summary}`],
    ]
    const args = ['--import', 'tsx', '--test', '--test-concurrency=3', '--test-timeout=300000', ...reporters, ...files]
    const code = await run(process.execPath, args, { SAOLA_TEST_SERVER: url })
    console.log(tail(summary))
    if (code !== 0) failed.push('tests')
  } finally {
    await server?.stop()
    if (server !== undefined) rmSync(dirname(server.folder), { recursive: true, force: true })
  }
}

/** The counts as TAP says them, at the very end where people and programs look. */
function tail(summary: string): string {
  const lines = readFileSync(summary, 'utf8').split('\n')
  return lines.filter((line) => /^# \w+ [\d.]+$/.test(line)).join('\n')
}

function run(program: string, args: readonly string[], more: Record<string, string> = {}): Promise<number> {
  return new Promise((done, failedToStart) => {
    const env = { ...process.env, ...more }
    current = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] })
    current.once('error', failedToStart)
    current.once('exit', (code) => done(code ?? 1))
  })
}
