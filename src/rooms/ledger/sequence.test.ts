import assert from 'node:assert/strict'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeLeaf, addLeaves } from '../../db/leaf.ts'
import { parseSignedCheckpoint } from '../../log/checkpoint.ts'
import { leafHash } from '../../log/hash.ts'
import { verifyProof } from '../../log/proof.ts'
import { NO_QUORUM } from '../../log/policy.ts'
import { rootOfLeaves } from '../../log/tree.ts'
import { act, actAtOnce, checked, ledgerOf, library, logSigner } from '../../../test/ledger.ts'
import { freshDatabase, type TestKit } from '../../../test/kit.ts'
import { connect } from '../../db/connect.ts'
import { countActs, headNow, proofOf, writeAll } from './actions.ts'
import { LedgerRefuses } from './schema.ts'
import { round } from './sequence.ts'
import * as store from './store.ts'

const refuses = (why: LedgerRefuses['why']) => (error: unknown) => error instanceof LedgerRefuses && error.why === why

const sizeNow = async (kit: TestKit): Promise<number> => (await headNow(kit))?.checkpoint.size ?? -1

test('a log begins empty and signed, and grows by what was done', async (t) => {
  const { kit } = await freshDatabase(t)
  const ledger = ledgerOf(kit)
  await writeAll(ledger)
  assert.equal(await sizeNow(kit), 0)
  await actAtOnce(kit, await library(kit), 300)
  await writeAll(ledger)
  assert.equal(await sizeNow(kit), 300)
  assert.deepEqual((await checked(kit)).findings, [])
  const leaves = await store.entries(kit.db, 0, 300)
  assert.deepEqual((await headNow(kit))?.checkpoint.root, rootOfLeaves(leaves.map(leafHash)))
  assert.ok(!readdirSync(join(kit.site.log.folder, 'tile/0')).includes('000.p'), 'full tiles need no partial ones')
})

test('of two overlapping transactions the one with the lower id commits last: it comes later, and no index is skipped', async (t) => {
  const { kit, database } = await freshDatabase(t, { uncounted: 'the leaves stand for no act' })
  const ledger = ledgerOf(kit)
  const other = connect(database.app, { max: 1 })
  t.after(other.close)
  const leaf = (n: number) => makeLeaf({ type: 'umbrella.lent', subject: `U-${n}`, at: kit.now(), groups: { n } })
  const [low, high, next] = [leaf(1), leaf(2), leaf(3)]
  const slow = await other.db.startTransaction().execute()
  await addLeaves(slow, [low])
  await addLeaves(kit.db, [high])
  await writeAll(ledger)
  assert.equal((await store.findLeaf(kit.db, high.row.id))?.index, 0)
  await slow.commit().execute()
  await addLeaves(kit.db, [next])
  await writeAll(ledger)
  assert.equal((await store.findLeaf(kit.db, low.row.id))?.index, 1, 'it arrived before the third')
  assert.equal((await store.findLeaf(kit.db, next.row.id))?.index, 2)
  assert.equal(await sizeNow(kit), 3)
})

test('more than one batch is taken one after the other, without a pause', async (t) => {
  const { kit } = await freshDatabase(t)
  await act(kit, await library(kit), 70)
  const ledger = ledgerOf(kit, { batch: 32 })
  const memory = {}
  const did = [await round(ledger, memory), await round(ledger, memory), await round(ledger, memory)]
  assert.deepEqual(did, ['more', 'more', 'grew'])
  assert.equal(await round(ledger, memory), 'idle')
  assert.equal(await sizeNow(kit), 70)
  assert.deepEqual((await checked(kit)).findings, [])
})

test('a second writer stands back while the first holds the lease, and takes over when it is gone', async (t) => {
  const { kit } = await freshDatabase(t)
  const party = await library(kit)
  const [first, second] = [ledgerOf(kit, { leaseSeconds: 60 }), ledgerOf(kit)]
  await writeAll(first)
  await act(kit, party)
  assert.equal(await round(second, {}), 'not-ours')
  assert.equal(await sizeNow(kit), 0)
  await store.release(kit.db, first.holder)
  await writeAll(second)
  assert.equal(await sizeNow(kit), 1)
})

test('whoever finds the head moved under its hands signs nothing', async (t) => {
  const { kit } = await freshDatabase(t)
  const party = await library(kit)
  await writeAll(ledgerOf(kit))
  await act(kit, party, 3)
  const quick = ledgerOf(kit)
  let raced = false
  const slow = ledgerOf(kit, {
    async fault(deed, moment) {
      if (deed !== 'swap' || moment !== 'before' || raced) return
      raced = true
      // Its lease runs out while it signs, and another process takes the log over.
      await kit.db.updateTable('log_counter').set({ holder: null }).execute()
      await writeAll(quick)
    },
  })
  await assert.rejects(round(slow, {}), refuses('head-moved'))
  assert.equal(await sizeNow(kit), 3)
  assert.deepEqual((await checked(kit)).findings, [])
})

test('two writers at once lose nothing and double nothing', async (t) => {
  const { kit } = await freshDatabase(t)
  const party = await library(kit)
  await writeAll(ledgerOf(kit))
  const writers = [ledgerOf(kit), ledgerOf(kit)].map((ledger) => ({ ledger, memory: {} }))
  const lost: unknown[] = []
  let over = false
  const writing = writers.map(async ({ ledger, memory }) => {
    // Their leases end at once, so they do get into each other's way. Who loses may be told so in any words.
    while (!over) await round(ledger, memory).catch((error: unknown) => lost.push(error))
  })
  await act(kit, party, 60)
  over = true
  await Promise.all(writing)
  await store.release(kit.db, writers[0]?.ledger.holder ?? '')
  await store.release(kit.db, writers[1]?.ledger.holder ?? '')
  await writeAll(ledgerOf(kit))
  assert.equal(await sizeNow(kit), 60)
  assert.deepEqual((await checked(kit)).findings, [])
})

test('an older database restored under a newer log is refused, also when the checkpoint was deleted', async (t) => {
  const { kit, owner } = await freshDatabase(t)
  const party = await library(kit)
  await act(kit, party, 5)
  await writeAll(ledgerOf(kit))
  const head = await store.findHead(kit.db, kit.site.log.origin)
  await act(kit, party, 5)
  await writeAll(ledgerOf(kit))
  await owner.query('update log_head set size = $1, root = $2, note = $3', [head?.size, head?.root, head?.note])
  await owner.query('update log_leaf set log_index = null where log_index >= 5')
  await owner.query('update log_counter set next = 5, holder = null')
  await assert.rejects(writeAll(ledgerOf(kit)), refuses('database-older'))
  rmSync(join(kit.site.log.folder, 'checkpoint'))
  await assert.rejects(writeAll(ledgerOf(kit)), refuses('database-older'))
  await owner.query('delete from log_head')
  await assert.rejects(writeAll(ledgerOf(kit)), refuses('database-older'))
})

test('a database with another history of the same length is refused', async (t) => {
  const { kit, owner } = await freshDatabase(t)
  await act(kit, await library(kit), 2)
  await writeAll(ledgerOf(kit))
  await owner.query(`update log_head set root = $1`, [Buffer.alloc(32).toString('base64')])
  await assert.rejects(writeAll(ledgerOf(kit)), refuses('other-head'))
})

test('a portal that moved to another address keeps the name of its log, or is told to', async (t) => {
  const { kit } = await freshDatabase(t)
  await act(kit, await library(kit), 2)
  await writeAll(ledgerOf(kit))
  const moved = { ...kit, site: { ...kit.site, log: { ...kit.site.log, origin: 'elsewhere.example/log' } } }
  await assert.rejects(writeAll(ledgerOf(moved)), refuses('checkpoint-strange'))
})

test('where the newer database is lost for good, a log of another name begins anew with all acts', async (t) => {
  const { kit, owner } = await freshDatabase(t)
  await act(kit, await library(kit), 3)
  await writeAll(ledgerOf(kit))
  // As docs/operations.md says.
  await owner.query('update log_leaf set log_index = null; update log_counter set next = 0')
  const log = { origin: 'second.example/log', folder: join(kit.site.files, 'second') }
  const second = { ...kit, site: { ...kit.site, log } }
  await writeAll(ledgerOf(second))
  assert.equal(await sizeNow(second), 3)
  assert.deepEqual((await checked(second)).findings, [])
})

test('lost or damaged files are published anew, unless the rows are not what was signed', async (t) => {
  const { kit, owner } = await freshDatabase(t, { uncounted: 'a row is changed by hand' })
  await actAtOnce(kit, await library(kit), 300)
  await writeAll(ledgerOf(kit))
  rmSync(kit.site.log.folder, { recursive: true })
  await writeAll(ledgerOf(kit))
  assert.deepEqual((await checked(kit)).findings, [])
  await owner.query(`update log_leaf set body = 'x' where log_index = 7`)
  rmSync(kit.site.log.folder, { recursive: true })
  await assert.rejects(writeAll(ledgerOf(kit)), refuses('rows-differ'))
})

test('after a change of keys old and new heads verify, and while both keys are there both sign', async (t) => {
  const { kit } = await freshDatabase(t)
  const party = await library(kit)
  const [old, fresh] = [logSigner(kit, 1), logSigner(kit, 2)]
  const note = async () => parseSignedCheckpoint((await store.findHead(kit.db, kit.site.log.origin))?.note ?? '')
  await act(kit, party)
  await writeAll(ledgerOf(kit))
  const known = [fresh.key, old.key]
  await act(kit, party)
  await writeAll(ledgerOf(kit, { signers: [fresh, old], known }))
  const both = await note()
  assert.ok(both.ok && both.value.note.signatures.length === 2)
  await act(kit, party)
  await writeAll(ledgerOf(kit, { signers: [fresh], known }))
  const last = await note()
  assert.deepEqual(last.ok && last.value.note.signatures.map(({ id }) => id), [fresh.key.id])
  assert.deepEqual((await checked(kit, { known })).findings, [])
})

test('a leaf is proved once a published head covers it; before that it is not yet there, never wrong', async (t) => {
  const { kit } = await freshDatabase(t)
  const party = await library(kit)
  await actAtOnce(kit, party, 260)
  const { leaf } = (
    await kit.db.selectFrom('party_event').select('data').where('seq', '=', 258).executeTakeFirstOrThrow()
  ).data as { leaf: string }
  assert.equal(await proofOf(kit, leaf), 'not-yet')
  await writeAll(ledgerOf(kit))
  const proof = await proofOf(kit, leaf)
  assert.ok(proof !== undefined && proof !== 'not-yet')
  const entry = (await store.findLeaf(kit.db, leaf))?.entry ?? assert.fail()
  const policy = { logs: [{ key: logSigner(kit).key }], witnesses: [], quorum: NO_QUORUM }
  assert.ok(verifyProof(proof, leafHash(entry), policy).holds)
  assert.equal(await proofOf(kit, '00000000-0000-7000-8000-000000000000'), undefined)
})

test('counting finds an act without leaf, a leaf without act and a leaf two acts claim', async (t) => {
  const { kit, owner } = await freshDatabase(t, { uncounted: 'it is what is tested' })
  const party = await library(kit)
  await act(kit, party, 4)
  assert.deepEqual(await countActs(kit.db), [])
  await owner.query(`delete from party_event where seq = 1`)
  await owner.query(`update party_event set data = jsonb_set(data, '{leaf}', '"gone"') where seq = 2`)
  await owner.query(
    `update party_event set data = jsonb_set(data, '{leaf}', (select data -> 'leaf' from party_event where seq = 4)) where seq = 3`,
  )
  const found = (await countActs(kit.db)).map(({ what }) => what).toSorted()
  const orphans = ['leaf-without-act', 'leaf-without-act', 'leaf-without-act']
  assert.deepEqual(found, ['act-without-leaf', 'leaf-of-several', ...orphans])
})
