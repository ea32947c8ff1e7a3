import { uuidv7 } from '../src/base/ids.ts'
import type { PartyId } from '../src/base/actor.ts'
import { addLeaves, makeLeaf } from '../src/db/leaf.ts'
import { ED25519, type LogKey, type Signer, signerFromSeed } from '../src/log/key.ts'
import { fsck, type Report } from '../src/rooms/ledger/actions.ts'
import type { Ledger } from '../src/rooms/ledger/schema.ts'
import { addPartyEvent } from '../src/rooms/parties/store.ts'
import type { TestKit } from './kit.ts'

/** The log of the made-up world: a key anyone can make again, and acts of a library that lends umbrellas. */
export const logSigner = (kit: Pick<TestKit, 'site'>, seed = 1): Signer<LogKey['type']> =>
  signerFromSeed(kit.site.log.origin, ED25519, new Uint8Array(32).fill(seed))

export function ledgerOf(kit: TestKit, more: Partial<Ledger> = {}): Ledger {
  const signer = logSigner(kit)
  return { desk: kit, signers: [signer], known: [signer.key], holder: uuidv7(), leaseSeconds: 0, ...more }
}

export async function library(kit: Pick<TestKit, 'db' | 'now'>): Promise<PartyId> {
  const id = uuidv7() as PartyId
  await kit.db
    .insertInto('party')
    .values({ id, kind: 'organisation', name: 'Thư viện Ô', address: 'x', contact: 'x', created_at: kit.now() })
    .execute()
  return id
}

const fact = (party: PartyId, at: string, n: number) => ({
  ...{ party, verb: 'described', by: 'account:lan', at },
  act: { umbrella: `ô số ${n}`, colours: ['blue', 'đỏ'], price: 1.5, lent: null },
})

/** So many acts, each an event with its leaf, committed one after the other. */
export async function act(kit: Pick<TestKit, 'db' | 'now'>, party: PartyId, many = 1): Promise<void> {
  for (let n = 0; n < many; n += 1)
    await kit.db.transaction().execute((db) => addPartyEvent(db, fact(party, kit.now(), n)))
}

/** The same rows, many in one transaction: for logs that must be long. */
export async function actAtOnce(kit: Pick<TestKit, 'db' | 'now'>, party: PartyId, many: number): Promise<void> {
  const at = kit.now()
  await kit.db.transaction().execute(async (db) => {
    const { seq } = await db
      .updateTable('party')
      .set((e) => ({ seq: e('seq', '+', many) }))
      .where('id', '=', party)
      .returning('seq')
      .executeTakeFirstOrThrow()
    for (let done = 0; done < many; done += 1000) {
      const made = Array.from({ length: Math.min(1000, many - done) }, (_, n) => {
        const { verb, by, act: said } = fact(party, at, n)
        const leaf = makeLeaf({ type: `party.${verb}`, subject: party, at, groups: { act: { by, ...said } } })
        const data = { act: said, leaf: leaf.row.id, salts: leaf.salts }
        return { leaf, event: { party, seq: seq - many + done + n + 1, verb, by, at, data } }
      })
      await addLeaves(
        db,
        made.map(({ leaf }) => leaf),
      )
      const events = made.map(({ event }) => event)
      await db.insertInto('party_event').values(events).execute()
    }
  })
}

export const checked = (kit: TestKit, more: Partial<Parameters<typeof fsck>[1]> = {}): Promise<Report> =>
  fsck(kit, { known: [logSigner(kit).key], ...more })
