import type { AccountId, PartyId, UnitId } from '../../base/actor.ts'
import { uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Lang, Text } from '../../base/text.ts'
import type { Database, Kit } from '../../db/kit.ts'
import { type Opened, openSession } from './account-actions.ts'
import { confirmAccount, findAccountByEmail, keepAccount } from './account-store.ts'
import { findDeskUnit } from './desk-store.ts'
import { hashPassword } from './password.ts'
import { findAbout, findOfficerName, findOne, listOfParty, listOfUnit, nameParties, nameUnits } from './people-store.ts'
import type { AccessNote, Correspondent, Party } from './schema.ts'
import * as store from './store.ts'
import { addUnitEvent, type UnitFact } from './unit-store.ts'

// The door of this room: what other rooms, the command line and the demo world may ask of it.
export { type Bonds, bondsOf, forget, whoIs } from './account-actions.ts'
export { endStaleSessions } from './account-store.ts'
export { createApiKey, createParty, enterParty, whoHolds, whoOrdered } from './party-actions.ts'
export { findPartiesByName, findPartyByCode } from './store.ts'
export { createUnit, inviteAdministrator, seatOfficer } from './unit-actions.ts'
export { listUnits } from './unit-store.ts'

export const findParty = (db: Database, id: PartyId): Promise<Party | undefined> => store.findParty(db, id)

/** Written before the answer: an officer reads a restricted record of a party, and the party will see it. */
export const noteAccess = (db: Database, note: AccessNote): Promise<void> => store.keepAccessNote(db, note)

/** An act of a unit that another room keeps: event and log leaf of the unit, without names of people. */
export const noteUnitAct = (db: Database, fact: UnitFact): Promise<void> => addUnitEvent(db, fact)

/** Owners and filers of today: who is written to about what happens to the organisation's files. */
export const membersToNotify = (db: Database, party: PartyId): Promise<readonly Correspondent[]> =>
  listOfParty(db, party)

/** What procedures ask of this room: a lower floor declares the shape, and app.tsx fills it in with this. */
export const people = {
  toParty: membersToNotify,
  toUnit: (db: Database, unit: UnitId): Promise<readonly Correspondent[]> => listOfUnit(db, unit),
  toAccount: findOne,
  deskUnit: findDeskUnit,
  unitName: async (db: Database, unit: UnitId): Promise<Text | undefined> => (await nameUnits(db, [unit])).get(unit),
  unitNames: nameUnits,
  partyName: async (db: Database, party: PartyId): Promise<string | undefined> =>
    (await nameParties(db, [party])).get(party),
  partyNames: nameParties,
  about: findAbout,
  officerName: findOfficerName,
  noteAccess,
}

export interface KnownPerson {
  readonly email: string
  readonly name: string
  readonly lang: Lang
  readonly password: string
}

/** An account whose address needs no proof: for the demo world. Throws when the address is taken. */
export async function createAccount(kit: Kit, { password, ...person }: KnownPerson): Promise<AccountId> {
  const at = kit.now()
  const passwordHash = await hashPassword(password)
  const id = await keepAccount(kit.db, { id: uuidv7() as AccountId, ...person, passwordHash, confirmedAt: at, at })
  if (id === undefined) throw new Error('the address has an account')
  await confirmAccount(kit.db, id, at)
  return id
}

/** The member joins at once, without an invitation: for the demo world. */
export async function addMember(
  kit: Kit,
  party: PartyId,
  account: AccountId,
  role: 'owner' | 'filer' | 'viewer',
): Promise<void> {
  const at = kit.now()
  await store.startMembership(kit.db, party, account, role, at)
  await store.addPartyEvent(kit.db, { party, verb: 'member-joined', by: 'saola', at, act: { account, role } })
}

/** Nobody acts for this party any more: it was erased, and nothing is left to act for. */
export async function endMemberships(kit: Pick<Kit, 'db' | 'now'>, party: PartyId, by: string): Promise<void> {
  for (const { account } of await store.listMembers(kit.db, party)) {
    await store.endMembership(kit.db, party, account, kit.now())
    await store.addPartyEvent(kit.db, { party, verb: 'member-removed', by, at: kit.now(), act: { account } })
  }
}

/** One click in the evaluation mode. The caller has made sure that it is asked on the machine itself. */
export async function signInAs(kit: Kit, email: string): Promise<Outcome<Opened>> {
  const account = kit.site.mode === 'evaluation' ? await findAccountByEmail(kit.db, email) : undefined
  if (account === undefined || !account.confirmed) return refuse({ code: 'evaluation.absent' })
  return done(await openSession(kit, account.id, true))
}
