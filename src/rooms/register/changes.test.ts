import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { json } from '../../db/json.ts'
import type { Database, Kit } from '../../db/kit.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { asking, fill, record, settled } from '../../../test/register.ts'
import { changesAfter } from './actions.ts'
import { readStep, writeStep } from './rules.ts'
import { BEGINNING, type ChangePage, type Step, type SystemPage } from './schema.ts'

/** These steps have no leaves: here only their order is looked at. */
const BY_HAND = { uncounted: 'steps are written by hand' }

/** A public step in the history of a record, as the room of systems would have written it. */
async function step(db: Database, aiId: string, seq: number): Promise<void> {
  const { id } = await db.selectFrom('system').select('id').where('ai_id', '=', aiId).executeTakeFirstOrThrow()
  await db
    .insertInto('system_event')
    .values({
      system: id,
      seq,
      verb: 'notified',
      by: 'x',
      at: '2026-04-01T00:00:00Z',
      data: json({}),
      public: json({}),
    })
    .execute()
}

/** Follows from a place to the end of what is settled. */
async function follow(kit: Kit, from: Step, limit = 100): Promise<{ names: string[]; last: Step }> {
  const names: string[] = []
  for (let last = from; ; ) {
    const found = await changesAfter(kit, last, limit)
    names.push(...found.items.map(({ aiId, seq }) => `${aiId} ${seq}`))
    last = found.last
    if (!found.more) return { names, last }
  }
}

test('a step whose transaction began first and ended last is neither missed nor told twice', async (t) => {
  const { kit } = await freshDatabase(t, BY_HAND)
  const [slow, quick] = [await record(kit), await record(kit)]
  const slowly = await kit.db.startTransaction().execute()
  await step(slowly, slow.aiId, 1)
  await step(kit.db, quick.aiId, 1)
  const before = await follow(kit, BEGINNING)
  assert.deepEqual(before.names, [], 'what was written after a step still open waits for it')
  await slowly.commit().execute()
  await settled(kit)
  const after = await follow(kit, before.last)
  assert.deepEqual(after.names, [`${slow.aiId} 1`, `${quick.aiId} 1`])
  assert.deepEqual((await follow(kit, after.last)).names, [])
})

test('a step that was taken back is never told, and holds nobody up', async (t) => {
  const { kit } = await freshDatabase(t, BY_HAND)
  const system = await record(kit)
  const doomed = await kit.db.startTransaction().execute()
  await step(doomed, system.aiId, 1)
  await doomed.rollback().execute()
  await step(kit.db, system.aiId, 1)
  await settled(kit)
  assert.deepEqual((await follow(kit, BEGINNING)).names, [`${system.aiId} 1`])
})

test('whoever follows while many write at once meets every step once, and each record in its order', async (t) => {
  const { kit } = await freshDatabase(t, BY_HAND)
  const written: string[] = []
  let writing = true
  const writer = async (): Promise<void> => {
    const { aiId } = await record(kit)
    for (let seq = 1; seq <= 25; ) {
      const trx = await kit.db.startTransaction().execute()
      const many = 1 + Math.floor(Math.random() * 3)
      for (let n = 0; n < many; n += 1) await step(trx, aiId, seq + n)
      await pause(Math.random() * 12)
      if (Math.random() < 0.2) await trx.rollback().execute()
      else {
        await trx.commit().execute()
        for (let n = 0; n < many; n += 1) written.push(`${aiId} ${seq + n}`)
        seq += many
      }
    }
  }
  const reader = async (): Promise<string[]> => {
    const met: string[] = []
    for (let last = BEGINNING, on = true; on; ) {
      on = writing
      const found = await follow(kit, last, 1 + Math.floor(Math.random() * 7))
      met.push(...found.names)
      last = found.last
    }
    return met
  }
  const readers = [reader(), reader()]
  await Promise.all([writer(), writer(), writer(), writer()])
  await settled(kit)
  writing = false
  for (const met of await Promise.all(readers)) {
    assert.equal(new Set(met).size, met.length, 'none twice')
    assert.deepEqual(met.toSorted(), written.toSorted(), 'none missed, none that was taken back')
    for (const aiId of new Set(met.map((name) => name.split(' ')[0]))) {
      const steps = met.filter((name) => name.startsWith(`${aiId} `)).map((name) => Number(name.split(' ')[1]))
      assert.deepEqual(
        steps,
        steps.toSorted((a, b) => a - b),
      )
    }
  }
})

test('after a restore into a cluster that counts from anew, places given before still hold', async (t) => {
  const { kit, owner } = await freshDatabase(t, BY_HAND)
  const system = await record(kit)
  await step(kit.db, system.aiId, 1)
  await owner.query('update change_base set cluster = 1')
  await owner.query('update system_event set change = change + 1000000000')
  await settled(kit)
  const { names, last } = await follow(kit, BEGINNING)
  assert.deepEqual(names, [`${system.aiId} 1`], 'what was brought along is there before the first new act')
  const slowly = await kit.db.startTransaction().execute()
  await step(slowly, system.aiId, 2)
  assert.deepEqual((await follow(kit, last)).names, [])
  await slowly.commit().execute()
  await step(kit.db, system.aiId, 3)
  await settled(kit)
  assert.deepEqual((await follow(kit, last)).names, [`${system.aiId} 2`, `${system.aiId} 3`])
})

test('the feed of changes goes on where it stopped, and is asked for again for nothing', async (t) => {
  const { kit } = await freshDatabase(t, BY_HAND)
  const { get } = asking(kit)
  const system = await record(kit)
  for (const seq of [1, 2, 3]) await step(kit.db, system.aiId, seq)
  await settled(kit)
  const read = async (path: string) => (await (await get(path)).json()) as ChangePage
  const first = await read('/api/v1/changes?limit=2')
  assert.deepEqual([first.items.map((item) => item.seq), first.more], [[1, 2], true])
  const place = new URL(first.next)
  const rest = await read(place.pathname + place.search)
  assert.deepEqual([rest.items.map((item) => item.seq), rest.more], [[3], false])
  const end = new URL(rest.next)
  const answer = await get(end.pathname + end.search)
  assert.deepEqual(((await answer.clone().json()) as ChangePage).items, [])
  const again = { 'if-none-match': answer.headers.get('etag') ?? '' }
  assert.equal((await get(end.pathname + end.search, again)).status, 304)
  await step(kit.db, system.aiId, 4)
  await settled(kit)
  assert.deepEqual((await read(end.pathname + end.search)).items.length, 1)
  assert.equal((await get('/api/v1/changes?after=abc')).status, 422)
  assert.deepEqual(readStep(writeStep({ change: 12, n: 3 })), { change: 12, n: 3 })
})

for (const query of ['?limit=7', '?q=may&limit=7', '?level=low&sort=newest&limit=7'])
  test(`a walk ${query} meets what was there at its begin once, and what is committed late at most once`, async (t) => {
    const { kit, owner } = await freshDatabase(t)
    const { list } = asking(kit)
    await fill(owner, 60)
    // Its moment lies in the middle of what the walk passes; it is committed when the walk is past it.
    const late = await owner.connect()
    await late.query('begin')
    await fill(late, 1, 900_000)
    await late.query(`update system set recorded_at = '2026-05-01T00:00:00.00001Z' where ai_id = 'T-900001'`)
    const seen: string[] = []
    let added = 60
    for (let next: string | null = query; next !== null; ) {
      const page: SystemPage = await list(next)
      seen.push(...page.items.map((item) => item.aiId))
      await fill(owner, Math.floor(Math.random() * 4), added)
      added += 4
      if (seen.length === 42) await late.query('commit')
      next = page.next && new URL(page.next).search
    }
    late.release()
    assert.equal(new Set(seen).size, seen.length, 'none twice')
    const first = seen.filter((id) => Number(id.slice(2)) <= 60)
    assert.equal(first.length, 60, 'none missed that was there')
  })
