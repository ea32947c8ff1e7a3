import { connect } from '../../src/db/connect.ts'
import type { Deed, Desk, Moment } from '../../src/rooms/ledger/schema.ts'
import { writeAll } from '../../src/rooms/ledger/actions.ts'
import { ledgerOf } from '../ledger.ts'
import type { TestKit } from '../kit.ts'

/**
 * One append in a process of its own, to be killed at a named point or traced: `append.ts '{"database": …}'`. With
 * `wait` it begins when it is told to, so that a tracer sees the append and nothing of the start.
 */
interface Asked {
  readonly database: string
  readonly site: Desk['site']['log']
  readonly deed?: Deed
  readonly moment?: Moment
  readonly wait?: true
}

const { database, site, deed, moment, wait } = JSON.parse(process.argv[2] ?? '') as Asked
const { db, close } = connect(database, { max: 2 })
const kit = { db, now: () => new Date().toISOString(), site: { log: site } } as unknown as TestKit
const ledger = ledgerOf(kit, {
  fault: (name, when) => {
    if (name === deed && when === moment) process.kill(process.pid, 'SIGKILL')
  },
})
if (wait) {
  // One round that finds nothing: connections are open and every module is loaded.
  await db.selectFrom('log_counter').select('next').execute()
  console.log('ready')
  await new Promise((told) => process.stdin.once('data', told))
}
await writeAll(ledger)
await close()
process.exit(0)
