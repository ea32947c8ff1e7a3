import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import pg from 'pg'
import { canonical, type Json } from '../src/base/canonical.ts'
import { Notifier, type Promised } from './notices.ts'
import { freePort, launchPortal, serverPid, until } from './portal.ts'

const ROUNDS = 3
const NOTIFIERS = 20
const SRC = join(import.meta.dirname, '../src')
const app = readdirSync(SRC).find((file) => /^app\.tsx?$/.test(file)) ?? ''
const mounted = readFileSync(join(SRC, app), 'utf8').includes('rooms/classification')
const skip = mounted ? false : 'the portal takes no notices yet'

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms))

test('twenty notifiers, Node and PostgreSQL killed three times: every receipt given is kept, once and whole', {
  skip,
}, async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'saola-notices-'))
  process.on('exit', () => rmSync(home, { recursive: true, force: true }))
  const dataDir = join(home, 'data')
  const port = await freePort()
  let portal = await launchPortal(t, dataDir, port)
  const { apiKey } = JSON.parse(readFileSync(join(dataDir, 'evaluation.json'), 'utf8')) as { apiKey: string }
  const notifiers = Array.from({ length: NOTIFIERS }, () => new Notifier(portal.url, apiKey))
  const running = notifiers.map((notifier) => notifier.run())
  const heard = (): number => notifiers.reduce((sum, n) => sum + n.promised.length, 0)

  for (let round = 1; round <= ROUNDS; round += 1) {
    const before = heard()
    await until(() => heard() >= before + NOTIFIERS, 60_000)
    process.kill(serverPid(dataDir), 'SIGKILL')
    const between = heard()
    await until(() => heard() >= between + NOTIFIERS, 60_000)
    // In the last round both die at once.
    if (round === ROUNDS) process.kill(serverPid(dataDir), 'SIGKILL')
    await portal.kill()
    portal = await launchPortal(t, dataDir, port)
  }
  await pause(500)
  for (const notifier of notifiers) notifier.stop()
  await Promise.all(running)

  const promised = notifiers.flatMap((n) => n.promised)
  assert.deepEqual(
    notifiers.flatMap((n) => n.refused),
    [],
  )
  assert.ok(promised.length >= ROUNDS * NOTIFIERS * 2, `only ${promised.length} receipts`)

  await t.test('the same key gets the same bytes again', async () => {
    const asker = notifiers[0]
    for (const told of promised) assert.deepEqual(await asker?.send(told.key, told.code), told)
  })

  const owner = new pg.Pool({ connectionString: ownerUrl(dataDir), max: 2 })
  try {
    await t.test('every receipt given stands on a whole record, once', () => checkPromised(owner, promised))
    await t.test('every receipt kept verifies with the published keys', () => checkSignatures(owner, portal.url))
    await t.test('nothing is half-written', () => checkNothingHalf(owner))
  } finally {
    await owner.end()
  }
  assert.equal(await portal.stop(), 0)
})

function ownerUrl(dataDir: string): string {
  const password = readFileSync(join(dataDir, 'postgres.password'), 'utf8').trim()
  const port = readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[3]
  return `postgres://saola:${password}@127.0.0.1:${port}/postgres`
}

interface Kept {
  readonly number: string
  readonly ai_id: string
  readonly code: string
  readonly jws: string
  readonly receipt: Json
}

const KEPT = `
  select n.number, s.ai_id, s.internal_code as code, n.jws, n.receipt
  from notice n join system s on s.id = n.system where s.internal_code like 'umbrella-%'`

async function checkPromised(owner: pg.Pool, promised: readonly Promised[]): Promise<void> {
  const { rows } = await owner.query<Kept>(KEPT)
  for (const { code, body } of promised) {
    const kept = rows.filter((row) => row.code === code)
    assert.equal(kept.length, 1, code)
    const said = body.toString()
    assert.ok(said.includes(kept[0]?.number ?? '?') && said.includes(kept[0]?.ai_id ?? '?'), code)
  }
  assert.equal(new Set(rows.map((row) => row.ai_id)).size, rows.length)
}

async function checkSignatures(owner: pg.Pool, url: string): Promise<void> {
  const keys = createLocalJWKSet((await (await fetch(`${url}/.well-known/jwks.json`)).json()) as JSONWebKeySet)
  const { rows } = await owner.query<Kept>(KEPT)
  for (const { jws, receipt } of rows) {
    const { payload } = await compactVerify(jws, keys)
    assert.equal(new TextDecoder().decode(payload), canonical(receipt))
  }
}

/** Row, version, event, leaf and answer stand or fall together: as many of each, and each beside its own. */
async function checkNothingHalf(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query(`
    with mine as (select * from system where internal_code like 'umbrella-%')
    select
      (select count(*)::int from mine where ai_id is null) as drafts,
      (select count(*)::int from mine s where (select count(*) from notice n where n.system = s.id) <> 1) as without_notice,
      (select count(*)::int from mine s where (select count(*) from dossier_version v where v.system = s.id) <> 1) as without_version,
      (select count(*)::int from mine s where not exists (select 1 from system_event e where e.system = s.id and e.verb = 'notified')) as without_event,
      (select count(*)::int from mine s where not exists (
        select 1 from log_leaf l join notice n on n.system = s.id
        where convert_from(l.body, 'UTF8')::jsonb ->> 'subject' in (s.ai_id, n.number))) as without_leaf,
      (select count(*)::int from log_leaf l where convert_from(l.body, 'UTF8')::jsonb ->> 'type' like 'system.%' and not exists (
        select 1 from notice n join system s on s.id = n.system
        where convert_from(l.body, 'UTF8')::jsonb ->> 'subject' in (s.ai_id, n.number))) as stray_leaves,
      (select count(*)::int from mine) - (select count(*)::int from answered where scope like '%POST /api/v1/notices') as without_answer`)
  assert.deepEqual(rows, [
    {
      drafts: 0,
      without_notice: 0,
      without_version: 0,
      without_event: 0,
      without_leaf: 0,
      stray_leaves: 0,
      without_answer: 0,
    },
  ])
}
