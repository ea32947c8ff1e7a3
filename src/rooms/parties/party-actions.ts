import { type AccountId, type Actor, actorId, type PartyId, type PartyRole } from '../../base/actor.ts'
import { sha256 } from '../../base/hash.ts'
import { secretToken, uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import type { Database, Kit } from '../../db/kit.ts'
import { later, send } from './account-actions.ts'
import { actFor, findAccountByEmail } from './account-store.ts'
import { mayLeave, mayStopOwning, newRole, ownerOf } from './rules.ts'
import { emailKey, isId, type KeyRequest, type MemberInvitation, type Party, type PartyDetails } from './schema.ts'
import * as store from './store.ts'
import { PARTY_ROLE } from './words.ts'
import { memberInvitationMail } from './words-mail.ts'

export const INVITATION_HOURS = 7 * 24
const MOST_INVITATIONS = 50
const MOST_KEYS = 20

type Person = Extract<Actor, { kind: 'person' }>

/** A new organisation or individual; its founder is its first owner. */
export async function createParty(kit: Kit, founder: AccountId, details: PartyDetails): Promise<Party> {
  const id = uuidv7() as PartyId
  const at = kit.now()
  await store.keepParty(kit.db, id, details, at)
  await store.startMembership(kit.db, id, founder, 'owner', at)
  await store.addPartyEvent(kit.db, {
    party: id,
    verb: 'created',
    by: `account:${founder}`,
    at,
    act: { ...details, owner: founder },
  })
  const party = await store.findParty(kit.db, id)
  if (party === undefined) throw new Error(`party ${id} was just kept and is not there`)
  return party
}

/** An organisation that somebody else names (an agency in an inventory): owned by nobody until somebody is invited. */
export async function enterParty(kit: Kit, by: string, details: PartyDetails): Promise<PartyId> {
  const id = uuidv7() as PartyId
  const at = kit.now()
  await store.keepParty(kit.db, id, details, at)
  await store.addPartyEvent(kit.db, { party: id, verb: 'entered', by, at, act: { ...details } })
  return id
}

/** For the browser at hand: from now on it acts for this organisation. */
export async function switchTo(kit: Kit, actor: Person, session: string, party: PartyId): Promise<Outcome<void>> {
  const memberships = await store.listMemberships(kit.db, actor.account)
  if (!memberships.some((m) => m.party === party)) return refuse({ code: 'party.unknown' })
  await actFor(kit.db, sha256(session), party)
  return done(undefined)
}

/** Others with the same tax or founding code: how many, and nothing about them. */
export const sameCode = (kit: Kit, party: Party): Promise<number> =>
  party.code === null ? Promise.resolve(0) : store.countSameCode(kit.db, party.code, party.id)

/** Everything an owner does begins here: may they, and nobody else at the same time. */
async function asOwner(kit: Kit, actor: Actor, id: PartyId): Promise<Outcome<Party>> {
  const may = ownerOf(actor, id)
  if (!may.ok) return may
  const party = await store.lockParty(kit.db, id)
  return party === undefined ? refuse({ code: 'party.unknown' }) : done(party)
}

const note = (kit: Kit, actor: Actor, party: PartyId, verb: string, act: store.PartyFact['act']): Promise<void> =>
  store.addPartyEvent(kit.db, { party, verb, by: actorId(actor), at: kit.now(), act })

/** `seen` is the state the owner was looking at. */
export async function changeParty(
  kit: Kit,
  actor: Actor,
  id: PartyId,
  details: PartyDetails,
  seen: number,
): Promise<Outcome<void>> {
  const party = await asOwner(kit, actor, id)
  if (!party.ok) return party
  if (party.value.seq !== seen) return refuse({ code: 'party.changed-meanwhile' })
  await store.changeParty(kit.db, id, details)
  await note(kit, actor, id, 'changed', { ...details })
  return done(undefined)
}

// ————— members —————

/** A new invitation to the same address replaces the old one. */
export async function invite(
  kit: Kit,
  actor: Actor,
  id: PartyId,
  { email, role }: MemberInvitation,
  lang: Lang,
): Promise<Outcome<void>> {
  const party = await asOwner(kit, actor, id)
  if (!party.ok) return party
  const members = await store.listMembers(kit.db, id)
  if (members.some((m) => emailKey(m.email) === emailKey(email)))
    return refuse({ code: 'member.already', field: 'email' })
  const waiting = await store.listInvitations(kit.db, { party: id }, kit.now())
  if (waiting.length >= MOST_INVITATIONS) return refuse({ code: 'invitation.too-many' })
  for (const old of waiting.filter((i) => i.email === emailKey(email)))
    await store.endInvitation(kit.db, old.id, kit.now())
  const token = secretToken()
  const invitation = { id: uuidv7(), to: { party: id }, role, email, hash: sha256(token), by: actorId(actor) }
  await store.keepInvitation(kit.db, { ...invitation, at: kit.now(), until: later(kit.now(), INVITATION_HOURS) })
  await note(kit, actor, id, 'member-invited', { invitation: invitation.id, role })
  const reader = (await findAccountByEmail(kit.db, email))?.lang ?? lang
  const link = `${kit.site.url}/${reader}/invitation/${token}`
  const letter = memberInvitationMail({ party: party.value.name, role: PARTY_ROLE[role].label, link })[reader]
  await send(kit, email, `invitation:${invitation.id}`, letter)
  return done(undefined)
}

export async function withdrawInvitation(
  kit: Kit,
  actor: Actor,
  id: PartyId,
  invitation: string,
): Promise<Outcome<void>> {
  const party = await asOwner(kit, actor, id)
  if (!party.ok) return party
  const waiting = await store.listInvitations(kit.db, { party: id }, kit.now())
  if (!waiting.some((i) => i.id === invitation)) return refuse({ code: 'invitation.unknown' })
  await store.endInvitation(kit.db, invitation, kit.now())
  await note(kit, actor, id, 'invitation-withdrawn', { invitation })
  return done(undefined)
}

export async function giveRole(
  kit: Kit,
  actor: Actor,
  id: PartyId,
  account: AccountId,
  role: PartyRole,
): Promise<Outcome<void>> {
  const party = await asOwner(kit, actor, id)
  if (!party.ok) return party
  const member = newRole(await store.listMembers(kit.db, id), account, role)
  if (!member.ok) return member
  if (member.value.role === role) return done(undefined)
  await store.changeRole(kit.db, id, account, role)
  await note(kit, actor, id, 'role-given', { account, role, was: member.value.role })
  return done(undefined)
}

export async function removeMember(kit: Kit, actor: Actor, id: PartyId, account: AccountId): Promise<Outcome<void>> {
  const party = await asOwner(kit, actor, id)
  if (!party.ok) return party
  const members = await store.listMembers(kit.db, id)
  if (!members.some((m) => m.account === account)) return refuse({ code: 'member.unknown' })
  const may = mayStopOwning(members, account)
  if (!may.ok) return may
  await store.endMembership(kit.db, id, account, kit.now())
  await note(kit, actor, id, 'member-removed', { account })
  return done(undefined)
}

/** Leaves the organisation; with an heir, hands the role of owner over first. The files stay with the organisation. */
export async function leave(kit: Kit, actor: Person, id: PartyId, heir: AccountId | undefined): Promise<Outcome<void>> {
  if (actor.acting?.party !== id || (await store.lockParty(kit.db, id)) === undefined)
    return refuse({ code: 'party.unknown' })
  const members = await store.listMembers(kit.db, id)
  const self = members.find((m) => m.account === actor.account)
  if (self === undefined) return refuse({ code: 'party.unknown' })
  if (heir !== undefined && self.role !== 'owner') return refuse({ code: 'party.not-your-part' })
  const may = mayLeave(members, actor.account, heir)
  if (!may.ok) return may
  if (heir !== undefined) {
    await store.changeRole(kit.db, id, heir, 'owner')
    await note(kit, actor, id, 'handed-over', { to: heir })
  }
  await store.endMembership(kit.db, id, actor.account, kit.now())
  await note(kit, actor, id, 'member-left', { account: actor.account })
  return done(undefined)
}

// ————— keys of programs —————

export interface FreshKey {
  readonly id: string
  /** Known here and now, and never again. */
  readonly key: string
}

async function keepKey(kit: Kit, party: PartyId, by: AccountId, { label, scopes }: KeyRequest): Promise<FreshKey> {
  const id = uuidv7()
  const key = `saola_${secretToken()}`
  await store.keepApiKey(kit.db, {
    id,
    party,
    label,
    scopes,
    hint: key.slice(-4),
    hash: sha256(key),
    at: kit.now(),
    by,
  })
  await store.addPartyEvent(kit.db, {
    party,
    verb: 'key-made',
    by: `account:${by}`,
    at: kit.now(),
    act: { key: id, scopes },
  })
  return { id, key }
}

export async function makeApiKey(
  kit: Kit,
  actor: Person,
  id: PartyId,
  request: KeyRequest,
): Promise<Outcome<FreshKey>> {
  const party = await asOwner(kit, actor, id)
  if (!party.ok) return party
  const live = (await store.listApiKeys(kit.db, id)).filter((k) => k.revokedAt === null)
  if (live.length >= MOST_KEYS) return refuse({ code: 'key.too-many' })
  return done(await keepKey(kit, id, actor.account, request))
}

/** For filling the demo world: the key itself, at once. */
export const createApiKey = async (
  kit: Kit,
  request: KeyRequest & { party: PartyId; account: AccountId },
): Promise<string> => (await keepKey(kit, request.party, request.account, request)).key

export async function revokeApiKey(kit: Kit, actor: Actor, id: PartyId, key: string): Promise<Outcome<void>> {
  const party = await asOwner(kit, actor, id)
  if (!party.ok) return party
  if (!isId(key) || !(await store.revokeApiKey(kit.db, id, key, kit.now()))) return refuse({ code: 'key.unknown' })
  await note(kit, actor, id, 'key-revoked', { key })
  return done(undefined)
}

const KEY = /^saola_[\w-]{43}$/

/** Who holds this API key; a revoked or unknown one is a stranger's. */
export async function whoHolds(kit: Kit, apiKey: string): Promise<Actor> {
  const found = KEY.test(apiKey) ? await store.findApiKey(kit.db, { hash: sha256(apiKey) }) : undefined
  return asProgram(found)
}

/** The program behind the number of its key, for work it ordered earlier; a stranger once the key was revoked. */
export const whoOrdered = async (db: Database, key: string): Promise<Actor> =>
  asProgram(await store.findApiKey(db, { id: key }))

const asProgram = (found: Awaited<ReturnType<typeof store.findApiKey>>): Actor =>
  found === undefined
    ? { kind: 'visitor' }
    : { kind: 'program', key: found.id, acting: found.acting, scopes: found.scopes }

// ————— what members see —————

export const membershipsOf = (kit: Kit, account: AccountId) => store.listMemberships(kit.db, account)
export const membersOf = (kit: Kit, party: PartyId) => store.listMembers(kit.db, party)
export const invitationsTo = (kit: Kit, party: PartyId) => store.listInvitations(kit.db, { party }, kit.now())
export const keysOf = (kit: Kit, party: PartyId) => store.listApiKeys(kit.db, party)
export const accessNotesOf = (kit: Kit, party: PartyId) => store.listAccessNotes(kit.db, party)

export async function partyOf(kit: Kit, id: PartyId): Promise<Outcome<Party>> {
  const party = await store.findParty(kit.db, id)
  return party === undefined ? refuse({ code: 'party.unknown' }) : done(party)
}

export async function keyOf(kit: Kit, party: PartyId, id: string): Promise<Outcome<void>> {
  const known = (await store.listApiKeys(kit.db, party)).some((k) => k.id === id)
  return known ? done(undefined) : refuse({ code: 'key.unknown' })
}
