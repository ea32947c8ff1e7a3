import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { describeError } from '../src/journal.ts'
import { freePort, launchPortal, runToEnd, serverPid, until } from './portal.ts'

/** Removed when all is over: a portal may still be stopping when its test ends. */
function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'saola-fault-'))
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }))
  return join(dir, 'data')
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    // No such process.
    return false
  }
}

test('the portal starts, keeps its folder to itself, and outlives the death of either process', async (t) => {
  const dataDir = folder()
  const portal = await launchPortal(t, dataDir)
  const server = serverPid(dataDir)

  await t.test('its secrets are for its owner only', () => {
    assert.equal(statSync(dataDir).mode & 0o777, 0o700)
    for (const file of ['evaluation.json', 'postgres.password'])
      assert.equal(statSync(join(dataDir, file)).mode & 0o777, 0o600)
    const evaluation = JSON.parse(readFileSync(join(dataDir, 'evaluation.json'), 'utf8')) as { url: string }
    assert.equal(evaluation.url, portal.url)
  })

  await t.test('a second start on the same folder is refused in one sentence with the address', async () => {
    const second = await runToEnd({ DATA_DIR: dataDir, PORT: String(await freePort()) })
    assert.equal(second.code, 1)
    assert.equal(second.said, `Saola already runs on this data folder at ${portal.url} (process ${portal.pid}).`)
  })

  await t.test('a killed PostgreSQL is started again by itself', async () => {
    process.kill(server, 'SIGKILL')
    await until(() => existsSync(join(dataDir, 'postgres/postmaster.pid')) && serverPid(dataDir) !== server)
    await until(async () => (await portal.ready()) === 200)
  })

  await t.test('after a killed Node the next start adopts its PostgreSQL and stops it on exit', async () => {
    const orphan = serverPid(dataDir)
    await portal.kill()
    assert.ok(alive(orphan))
    const next = await launchPortal(t, dataDir)
    assert.equal(serverPid(dataDir), orphan)
    assert.equal(await next.stop(), 0)
    assert.equal(alive(orphan), false)
    assert.equal(existsSync(join(dataDir, 'application.lock')), false)
  })
})

test('a busy port is told in one sentence, and nothing stays behind', async (t) => {
  const dataDir = folder()
  const port = await freePort()
  const squatter = createServer().listen(port, '127.0.0.1')
  t.after(() => squatter.close())
  const { code, said } = await runToEnd({ DATA_DIR: dataDir, PORT: String(port) })
  assert.equal(code, 1)
  assert.equal(said, `Port ${port} is busy: another program listens there; choose another with PORT.`)
  assert.equal(existsSync(join(dataDir, 'postgres')), false)
})

test('the faults of a configuration are told together, without a stack', async () => {
  const { code, said } = await runToEnd({ HOST: '0.0.0.0', PORT: 'x' })
  assert.equal(code, 1)
  assert.equal(said.split('\n').length, 3)
  assert.doesNotMatch(said, /\bat /)
})

test('a fault of the database is logged without the value that caused it', () => {
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    severity: 'ERROR',
    routine: 'x',
    constraint: 'account_email_once',
    detail: 'Key (email_key)=(a@b.c) already exists.',
  })
  const told = JSON.stringify(describeError(error))
  assert.match(told, /account_email_once/)
  assert.doesNotMatch(told, /a@b\.c|duplicate/)
})
