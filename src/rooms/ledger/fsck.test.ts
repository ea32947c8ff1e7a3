import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { test } from 'node:test'
import { act, checked, ledgerOf, logSigner } from '../../../test/ledger.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { change, COMMITTED, filesBelow, flipBit, move, MOVES, type Tampering } from '../../../test/tamper.ts'
import type { PartyId } from '../../base/actor.ts'
import { keepBytes } from '../../db/files.ts'
import { leafHash } from '../../log/hash.ts'
import { rootOfLeaves } from '../../log/tree.ts'
import { fillWorld } from '../../world.ts'
import { ACT_TABLES, IS_UUID } from './acts-store.ts'
import { actTables, fsck, headNow, startCores, writeAll } from './actions.ts'
import type { Finding } from './schema.ts'
import * as store from './store.ts'

/** The whole made-up world: notices, files, units, people. */
const { kit, database, owner } = await freshDatabase()
await fillWorld(kit)
await writeAll(ledgerOf(kit))
const { id: party } = await kit.db.selectFrom('party').select('id').orderBy('id').limit(1).executeTakeFirstOrThrow()

/** Files beside a draft. */
const draft = crypto.randomUUID()
await owner.query(
  `insert into system (id, provider, state, created_at, changed_at) values ($1, $2, 'draft', now(), now())`,
  [draft, party],
)
for (const text of ['Một thẻ mô hình', 'Một thẻ hệ thống'])
  await owner.query(
    `insert into attachment (id, system, stands_for, kind, name, type, size, sha256, added_at, added_by)
     values ($1, $2, '{}', 'model-card', 'x', 'text/plain', 1, $3, now(), 'x')`,
    [crypto.randomUUID(), draft, await keepBytes(kit.site.files, Buffer.from(text))],
  )

/** The same dice in every run. */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const said = (findings: readonly Finding[]): string =>
  findings.map((f) => `${f.kind}: ${f.where}: ${f.says}`).join('\n')

async function isNamed(tampering: Tampering, kind?: string): Promise<void> {
  try {
    const { findings } = await checked(kit)
    const text = said(findings)
    assert.ok(findings.length > 0, `${tampering.name} was not found`)
    for (const name of tampering.names) assert.ok(text.includes(name), `${tampering.name} is not named in\n${text}`)
    if (kind !== undefined)
      assert.ok(
        findings.some((f) => f.kind === kind),
        `${tampering.name} is not ${kind}:\n${text}`,
      )
  } finally {
    await tampering.undo()
  }
}

test('every table of acts is counted', async () => {
  assert.deepEqual(await actTables(kit.db), ACT_TABLES.toSorted())
})

test('twenty checks of a log that grows meanwhile find nothing', async () => {
  const cores = startCores(database.app)
  try {
    for (let n = 0; n < 20; n += 1) {
      const [report] = await Promise.all([
        checked(kit, n % 2 === 0 ? { elsewhere: cores.judge } : {}),
        act(kit, party as PartyId, 3).then(() => writeAll(ledgerOf(kit))),
      ])
      assert.equal(said(report.findings), '')
      assert.ok(report.size > 50 && (report.checked['signed papers'] ?? 0) > 5, JSON.stringify(report.checked))
    }
  } finally {
    await cores.close()
  }
})

test('a flipped bit in any file of the log is found, and the file named', async () => {
  const throwDice = dice(1)
  const root = kit.site.log.folder
  const paths = filesBelow(root).filter((path) => path === 'checkpoint' || path.startsWith('tile/'))
  for (let n = 0; n < 40; n += 1) await isNamed(flipBit(throwDice, root, paths, (path) => path))
  for (const path of paths) await isNamed(flipBit(throwDice, root, [path], () => path))
  assert.equal(said((await checked(kit)).findings), '')
})

test('a flipped bit in a file beside a dossier is found, and the file named', async () => {
  const throwDice = dice(2)
  const paths = filesBelow(kit.site.files).filter((path) => /^[0-9a-f]{2}\//.test(path))
  assert.ok(paths.length >= 2)
  for (let n = 0; n < 5; n += 1) await isNamed(flipBit(throwDice, kit.site.files, paths, (path) => path.slice(3)))
})

for (const one of COMMITTED)
  test(`a changed ${one.table}.${one.column} is found and named`, async (t) => {
    const tampering = await change(dice(3), owner, one)
    if (tampering === undefined) return t.skip('the made-up world has no such row')
    await isNamed(tampering)
    assert.equal(said((await checked(kit)).findings), '')
  })

for (const [name, { kind }] of Object.entries(MOVES))
  test(`${name}: it is said to be ${kind}`, async () => {
    await isNamed(await move(owner, name), kind)
    assert.equal(said((await checked(kit)).findings), '')
  })

test('whoever rewrites rows, files and signature together is betrayed by a checkpoint kept elsewhere', async (t) => {
  const fresh = await freshDatabase(t)
  const { id } = await fresh.kit.db
    .insertInto('party')
    .values({ id: party, kind: 'organisation', name: 'x', address: 'x', contact: 'x', created_at: fresh.kit.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  await act(fresh.kit, id as PartyId, 4)
  await writeAll(ledgerOf(fresh.kit))
  const kept = await headNow(fresh.kit)
  assert.ok(kept)
  await act(fresh.kit, id as PartyId, 3)
  await writeAll(ledgerOf(fresh.kit))
  assert.equal(said((await checked(fresh.kit, { kept })).findings), '')

  // The owner takes back an act and has everything made anew.
  await fresh.owner.query(`delete from log_leaf where log_index = 2`)
  await fresh.owner.query(`delete from party_event where seq = 3`)
  await fresh.owner.query(`update party_event set seq = seq - 1 where seq > 3`)
  await fresh.owner.query('update log_leaf set log_index = log_index - 1 where log_index > 2')
  await fresh.owner.query('delete from log_head')
  await fresh.owner.query('update log_counter set next = 6')
  rmSync(fresh.kit.site.log.folder, { recursive: true })
  await writeAll(ledgerOf(fresh.kit))
  assert.equal(said((await checked(fresh.kit)).findings), '', 'by itself it fits')
  const { findings } = await checked(fresh.kit, { kept })
  assert.match(said(findings), /the signed head of 4 acts: What is in the log now does not give the root/)
})

test('a checkpoint of another key, or none at all, proves nothing', async () => {
  const other = logSigner(kit, 9)
  const { findings } = await fsck(kit, { known: [other.key] })
  assert.match(said(findings), /^unproven: log_head \(column note\): No key of this log has signed it\.$/m)
})

test('what was computed anew is the root that was signed', async () => {
  const head = await store.findHead(kit.db, kit.site.log.origin)
  const leaves = await store.entries(kit.db, 0, head?.size ?? 0)
  assert.equal(Buffer.from(rootOfLeaves(leaves.map(leafHash))).toString('base64'), head?.root)
})

test('a leaf is looked up by what is a uuid to every PostgreSQL, and by nothing that only resembles one', async () => {
  const uuid = '0197c0de-0000-7000-8000-000000000001'
  const spellings = [
    ...[uuid, uuid.toUpperCase(), `{${uuid}}`, uuid.replaceAll('-', ''), `${uuid} `, '', 'null'],
    ...[uuid.replace('0', 'g'), uuid.replace('7', '-'), '-'.repeat(36), `${uuid}0`, uuid.slice(1), 'ô'.repeat(36)],
  ]
  for (const guard of Object.values(IS_UUID)) {
    const { rows } = await owner.query<{ leaf: string }>(
      `select a.leaf from unnest($1::text[]) a (leaf)
       where case when ${guard} then a.leaf::uuid end is not null and (a.leaf::uuid)::text = a.leaf`,
      [spellings],
    )
    assert.deepEqual(
      rows.map(({ leaf }) => leaf),
      [uuid],
    )
  }
})
