import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { inWords, lockDataFolder, startOf } from './lock.ts'

function folder(t: { after(run: () => void): void }): string {
  const dir = mkdtempSync(join(tmpdir(), 'saola-lock-'))
  t.after(() => rmSync(dir, { recursive: true }))
  return join(dir, 'data')
}

test('the folder is made for its owner only, and held until released', (t) => {
  const dir = folder(t)
  const lock = lockDataFolder(dir, 'http://127.0.0.1:8400')
  assert.equal(statSync(dir).mode & 0o777, 0o700)
  assert.throws(() => lockDataFolder(dir, 'x'), /already runs on this data folder at http:\/\/127\.0\.0\.1:8400/)
  lock.release()
  assert.equal(existsSync(join(dir, 'application.lock')), false)
  lockDataFolder(dir, 'http://127.0.0.1:8401').release()
})

test('a dead holder is followed, also when its number now belongs to somebody else', (t) => {
  const dir = folder(t)
  lockDataFolder(dir, 'a').release()
  const { pid } = spawnSync('true')
  const stranger = spawn('sleep', ['30'])
  t.after(() => stranger.kill())
  for (const holder of [
    { pid, started: 'once' },
    { pid: stranger.pid, started: 'once' },
  ]) {
    writeFileSync(join(dir, 'application.lock'), JSON.stringify({ ...holder, url: 'b' }))
    lockDataFolder(dir, 'c').release()
  }
})

test('a lock cut short by a full disk holds nobody out', (t) => {
  const dir = folder(t)
  lockDataFolder(dir, 'a').release()
  writeFileSync(join(dir, 'application.lock'), '{"pid":1')
  lockDataFolder(dir, 'b').release()
})

test('of many at the same time one gets the folder', async (t) => {
  const dir = folder(t)
  lockDataFolder(dir, 'a').release()
  writeFileSync(join(dir, 'application.lock'), JSON.stringify({ pid: 1, started: 'once', url: 'b' }))
  const script = `import { lockDataFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
    try { lockDataFolder(${JSON.stringify(dir)}, 'me'); console.log('got') } catch { console.log('not') }
    setTimeout(() => {}, 3000)`
  const file = join(dir, '../try.mts')
  writeFileSync(file, script)
  const said = await Promise.all(
    Array.from({ length: 6 }, () => {
      const child = spawn(process.execPath, ['--import', 'tsx', file], { cwd: join(import.meta.dirname, '..') })
      t.after(() => child.kill())
      return new Promise<string>((done) => child.stdout.once('data', (text: Buffer) => done(text.toString().trim())))
    }),
  )
  assert.deepEqual(said.sort(), ['got', 'not', 'not', 'not', 'not', 'not'])
  assert.equal((JSON.parse(readFileSync(join(dir, 'application.lock'), 'utf8')) as { url: string }).url, 'me')
})

test('a folder that cannot be made is told in one sentence', (t) => {
  const dir = folder(t)
  writeFileSync(dir, 'a file')
  assert.throws(() => lockDataFolder(dir, 'a'), /cannot be made, because a file is in its way/)
  assert.throws(() => lockDataFolder(join(dir, 'below'), 'a'), /cannot be made, because a file is in its way/)
})

test('every fault of the folder has its sentence', () => {
  const said = (code: string) => String(inWords('/d', Object.assign(new Error('x'), { code })))
  assert.match(said('ENOSPC'), /is full/)
  assert.match(said('53100'), /is full/)
  assert.match(said('EACCES'), /cannot be written/)
  assert.match(said('EROFS'), /cannot be written/)
  assert.equal(said('OTHER'), 'Error: x')
})

test('a process has one beginning, and none after its end', () => {
  assert.notEqual(startOf(process.pid), '')
  assert.equal(startOf(process.pid), startOf(process.pid))
  assert.equal(startOf(spawnSync('true').pid), '')
})
