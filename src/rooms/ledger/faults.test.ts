import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import type { PartyId } from '../../base/actor.ts'
import { act, actAtOnce, checked, ledgerOf, library } from '../../../test/ledger.ts'
import { freshDatabase, type TestKit } from '../../../test/kit.ts'
import { headNow, writeAll } from './actions.ts'
import { type Deed, DEEDS, LedgerRefuses, type Moment } from './schema.ts'
import { round } from './sequence.ts'
import * as store from './store.ts'

/**
 * After Sunlight's TestSequenceErrors. Each deed of an append breaks twice: failed and not stored, failed but stored.
 * `head`: the head moved, whatever the process was told. `shown`: outsiders see the new head at once. Nothing here is
 * fatal: the next round mends it.
 */
interface Row {
  readonly deed: Deed
  readonly moment: Moment
  readonly head: boolean
  readonly shown: boolean
}

const after = (deed: Deed, than: Deed): boolean => DEEDS.indexOf(deed) > DEEDS.indexOf(than)
const reached = (deed: Deed, moment: Moment, goal: Deed): boolean =>
  after(deed, goal) || (deed === goal && moment === 'after')

const TABLE: readonly Row[] = DEEDS.flatMap((deed) =>
  (['before', 'after'] as const).map((moment) => ({
    deed,
    moment,
    head: reached(deed, moment, 'swap'),
    shown: reached(deed, moment, 'checkpoint-rename'),
  })),
)

test('the table holds fourteen pairs, and the head moves at the swap and nowhere else', () => {
  assert.equal(TABLE.length, 28)
  assert.equal(new Set(DEEDS).size, 14)
  assert.equal(TABLE.filter(({ head }) => head)[0]?.deed, 'swap')
})

const OLD = 254
const NEW = 5

/** A log whose tile is about to be filled, and acts that wait. */
async function waiting(t: { after(run: () => Promise<void>): void }) {
  const { kit, database, owner } = await freshDatabase(t)
  const party = await library(kit)
  await actAtOnce(kit, party, OLD)
  await writeAll(ledgerOf(kit))
  await act(kit, party, NEW)
  return { kit, party, database, owner }
}

/** Whatever happened: the next round goes on, nothing acknowledged is missing, and all of it fits. */
async function goesOn(kit: TestKit, party: PartyId): Promise<void> {
  const whole = await checkedNow(kit)
  await writeAll(ledgerOf(kit))
  await act(kit, party)
  await writeAll(ledgerOf(kit))
  assert.equal((await headNow(kit))?.checkpoint.size, OLD + NEW + 1)
  const { findings, waiting: left } = await checked(kit)
  assert.deepEqual([findings, left], [[], 0])
  assert.equal(whole, 'a whole log')
}

/** What the world sees in between is a whole log, though perhaps the one before. */
async function checkedNow(kit: TestKit): Promise<string> {
  const { findings } = await checked(kit)
  const lag = findings.filter(({ kind, where }) => kind === 'missing' && where === 'checkpoint')
  return findings.length === lag.length ? 'a whole log' : JSON.stringify(findings)
}

for (const { deed, moment, head, shown } of TABLE)
  test(`${deed} fails ${moment === 'before' ? 'and is not' : 'but is'} stored: ${head ? 'the head moved' : 'the head stands'}`, async (t) => {
    const { kit, party } = await waiting(t)
    const memory = {}
    const broken = ledgerOf(kit, {
      fault: (name, when) => {
        if (name === deed && when === moment) throw Object.assign(new Error('broken on purpose'), { code: 'EIO' })
      },
    })
    await assert.rejects(round(broken, memory), { code: 'EIO' })
    assert.deepEqual(memory, {}, 'it believes nothing any more')
    const [kept, seen] = [await store.findHead(kit.db, kit.site.log.origin), await headNow(kit)]
    assert.equal(kept?.size, head ? OLD + NEW : OLD)
    assert.equal(seen?.checkpoint.size, shown ? OLD + NEW : OLD)
    await goesOn(kit, party)
  })

/** The same points, with a process that is killed there. */
const KILLED: readonly (readonly [Deed, Moment])[] = [
  ['take', 'after'],
  ['stage-rename', 'after'],
  ['swap', 'before'],
  ['swap', 'after'],
  ['entries-rename', 'after'],
  ['checkpoint-write', 'after'],
  ['tidy-partials', 'before'],
]

for (const [deed, moment] of KILLED)
  test(`a process killed ${moment} ${deed} costs nothing`, async (t) => {
    const { kit, party, database } = await waiting(t)
    assert.equal(await appendElsewhere({ database: database.app, site: kit.site.log, deed, moment }), 'SIGKILL')
    await goesOn(kit, party)
  })

const appendElsewhere = (what: object): Promise<string> =>
  new Promise((done) => {
    const script = join(import.meta.dirname, '../../../test/fault/append.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(what)], { stdio: 'inherit' })
    child.once('exit', (code, signal) => done(signal ?? String(code)))
  })

test('a head that cannot be signed stops the log with words, and the acts wait', async (t) => {
  const { kit, party } = await waiting(t)
  const keyless = ledgerOf(kit, { signers: [] })
  await assert.rejects(
    round(keyless, {}),
    (error: unknown) => error instanceof LedgerRefuses && /no key/.test(error.message),
  )
  await goesOn(kit, party)
})
