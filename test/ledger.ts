import { uuidv7 } from '../src/base/ids.ts'
import type { PartyId } from '../src/base/actor.ts'
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

/** So many acts, each an event with its leaf, committed one after the other. */
export async function act(kit: Pick<TestKit, 'db' | 'now'>, party: PartyId, many = 1): Promise<void> {
  for (let n = 0; n < many; n += 1)
    await kit.db.transaction().execute((db) =>
      addPartyEvent(db, {
        ...{ party, verb: 'described', by: 'account:lan', at: kit.now() },
        act: { umbrella: `ô số ${n}`, colours: ['blue', 'đỏ'], price: 1.5, lent: null },
      }),
    )
}

export const checked = (kit: TestKit, more: Partial<Parameters<typeof fsck>[1]> = {}): Promise<Report> =>
  fsck(kit, { known: [logSigner(kit).key], ...more })
