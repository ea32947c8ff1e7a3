import { type AccountId, type Actor, actorId, type UnitId, type UnitRole } from '../../base/actor.ts'
import { sha256 } from '../../base/hash.ts'
import { secretToken, uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import type { Kit } from '../../db/kit.ts'
import { later, type Opened, openSession, send } from './account-actions.ts'
import * as accounts from './account-store.ts'
import { INVITATION_HOURS } from './party-actions.ts'
import { hashPassword } from './password.ts'
import { keepsThePortal } from './rules.ts'
import {
  emailKey,
  isId,
  type InvitationView,
  type Newcomer,
  type OfficerInvitation,
  type OfficerView,
  type OpenInvitation,
  type Unit,
  type UnitDetails,
} from './schema.ts'
import {
  addPartyEvent,
  endInvitation,
  findOpenInvitation,
  keepInvitation,
  listInvitations,
  listMemberships,
  lockParty,
  startMembership,
} from './store.ts'
import * as store from './unit-store.ts'
import { UNIT_KIND, UNIT_ROLE } from './words.ts'
import { officerInvitationMail } from './words-mail.ts'

const note = (kit: Kit, unit: UnitId, verb: string, by: string, act: store.UnitFact['act']): Promise<void> =>
  store.addUnitEvent(kit.db, { unit, verb, by, at: kit.now(), act })

// ————— verbs without an actor: the command line and the demo world —————

/** Throws when the code is taken: meant for names we chose ourselves. */
export async function createUnit(kit: Kit, details: UnitDetails, by = 'saola'): Promise<UnitId> {
  const id = uuidv7() as UnitId
  if (!(await store.keepUnit(kit.db, id, details))) throw new Error(`unit ${details.code} exists`)
  await note(kit, id, 'created', by, { ...details })
  return id
}

/** False when the account sits in a unit already. */
export async function seatOfficer(
  kit: Kit,
  unit: UnitId,
  account: AccountId,
  role: UnitRole,
  by = 'saola',
): Promise<boolean> {
  const seated = await store.startSeat(kit.db, unit, account, role, kit.now())
  if (seated) await note(kit, unit, 'officer-seated', by, { account, role })
  return seated
}

/** The first administrator: makes the unit that keeps the portal where there is none. The link is the whole secret. */
export async function inviteAdministrator(kit: Kit, email: string): Promise<{ readonly link: string }> {
  const details = { kind: 'most', code: 'MOST', nameVi: UNIT_KIND.most.vi, nameEn: UNIT_KIND.most.en } as const
  const unit = (await store.findKeeper(kit.db))?.id ?? (await createUnit(kit, details, 'command-line'))
  const { token } = await keepOfficerInvitation(kit, unit, { email, role: 'administrator' }, 'command-line')
  return { link: `${kit.site.url}/vi/invitation/${token}` }
}

async function keepOfficerInvitation(kit: Kit, unit: UnitId, { email, role }: OfficerInvitation, by: string) {
  const waiting = await listInvitations(kit.db, { unit }, kit.now())
  for (const old of waiting.filter((i) => i.email === emailKey(email))) await endInvitation(kit.db, old.id, kit.now())
  const [id, token] = [uuidv7(), secretToken()]
  const until = later(kit.now(), INVITATION_HOURS)
  await keepInvitation(kit.db, { id, to: { unit }, role, email, hash: sha256(token), by, at: kit.now(), until })
  await note(kit, unit, 'officer-invited', by, { invitation: id, role })
  return { id, token }
}

// ————— administrators —————

export async function addUnit(kit: Kit, actor: Actor, details: UnitDetails): Promise<Outcome<UnitId>> {
  const may = keepsThePortal(actor)
  if (!may.ok) return may
  const id = uuidv7() as UnitId
  if (!(await store.keepUnit(kit.db, id, details))) return refuse({ code: 'unit.code-taken', field: 'code' })
  await note(kit, id, 'created', actorId(actor), { ...details })
  return done(id)
}

/** The unit, for an administrator alone, while nobody else changes its seats. */
async function asAdministrator(kit: Kit, actor: Actor, id: string): Promise<Outcome<Unit>> {
  const may = keepsThePortal(actor)
  if (!may.ok) return may
  const unit = isId(id) ? await store.lockUnit(kit.db, id as UnitId) : undefined
  return unit === undefined ? refuse({ code: 'unit.unknown' }) : done(unit)
}

export async function inviteOfficer(
  kit: Kit,
  actor: Actor,
  id: string,
  input: OfficerInvitation,
  lang: Lang,
): Promise<Outcome<void>> {
  const unit = await asAdministrator(kit, actor, id)
  if (!unit.ok) return unit
  const known = await accounts.findAccountByEmail(kit.db, input.email)
  const seat = known && (await store.findSeat(kit.db, known.id))
  if (seat !== undefined)
    return refuse({ code: seat.unit === unit.value.id ? 'seat.already' : 'seat.elsewhere', field: 'email' })
  const { id: invitation, token } = await keepOfficerInvitation(kit, unit.value.id, input, actorId(actor))
  const reader = known?.lang ?? lang
  const facts = {
    unit: unit.value.name,
    role: UNIT_ROLE[input.role].label,
    link: `${kit.site.url}/${reader}/invitation/${token}`,
  }
  await send(kit, input.email, `invitation:${invitation}`, officerInvitationMail(facts)[reader])
  return done(undefined)
}

export async function withdrawOfficerInvitation(
  kit: Kit,
  actor: Actor,
  id: string,
  invitation: string,
): Promise<Outcome<void>> {
  const unit = await asAdministrator(kit, actor, id)
  if (!unit.ok) return unit
  const waiting = await listInvitations(kit.db, { unit: unit.value.id }, kit.now())
  if (!waiting.some((i) => i.id === invitation)) return refuse({ code: 'invitation.unknown' })
  await endInvitation(kit.db, invitation, kit.now())
  await note(kit, unit.value.id, 'invitation-withdrawn', actorId(actor), { invitation })
  return done(undefined)
}

/** Ends the seat, its sessions and its second factor: the account stays a person's own. */
export async function removeOfficer(kit: Kit, actor: Actor, id: string, account: string): Promise<Outcome<void>> {
  const unit = await asAdministrator(kit, actor, id)
  if (!unit.ok) return unit
  const officer = (await store.listOfficers(kit.db, unit.value.id)).find((o) => o.account === account)
  if (officer === undefined) return refuse({ code: 'seat.unknown' })
  const keeps = unit.value.kind === 'most' && officer.role === 'administrator'
  if (keeps && (await store.countAdministrators(kit.db)) === 1) return refuse({ code: 'seat.last-administrator' })
  await store.endSeat(kit.db, unit.value.id, officer.account, kit.now())
  await accounts.dropSecondFactor(kit.db, officer.account)
  await accounts.endSessionsOf(kit.db, officer.account)
  await note(kit, unit.value.id, 'officer-removed', actorId(actor), { account })
  return done(undefined)
}

/** For a lost telephone: the officer sets a new second factor at the next sign-in, and has no seat until then. */
export async function resetFactor(kit: Kit, actor: Actor, id: string, account: string): Promise<Outcome<void>> {
  const unit = await asAdministrator(kit, actor, id)
  if (!unit.ok) return unit
  const officer = (await store.listOfficers(kit.db, unit.value.id)).find((o) => o.account === account)
  if (officer === undefined) return refuse({ code: 'seat.unknown' })
  await accounts.dropSecondFactor(kit.db, officer.account)
  await accounts.endSessionsOf(kit.db, officer.account)
  await note(kit, unit.value.id, 'second-factor-reset', actorId(actor), { account })
  return done(undefined)
}

// ————— accepting an invitation, into an organisation or a unit —————

export async function findInvitation(kit: Kit, token: string, lock = false): Promise<Outcome<OpenInvitation>> {
  const found = await findOpenInvitation(kit.db, sha256(token), kit.now(), lock)
  return found === undefined ? refuse({ code: 'link.spent' }) : done(found)
}

/** By whoever is signed in with the address the invitation went to; `session` goes on under a new cookie. */
export async function accept(
  kit: Kit,
  actor: Actor,
  token: string,
  session: string,
): Promise<Outcome<OpenInvitation & { opened?: Opened }>> {
  const open = await findInvitation(kit, token, true)
  if (!open.ok) return open
  if (actor.kind !== 'person' || emailKey(actor.email) !== open.value.email)
    return refuse({ code: 'invitation.other-address' })
  const taken = await takePlace(kit, open.value, actor.account)
  if (!taken.ok) return taken
  if (open.value.to === 'unit') {
    // An officer's session is short: the long one ends here.
    const held = await accounts.findSession(kit.db, sha256(session), kit.now())
    await accounts.endSession(kit.db, sha256(session))
    return done({
      ...open.value,
      opened: await openSession(kit, actor.account, held?.strong ?? false, held?.acting ?? null),
    })
  }
  await accounts.actFor(kit.db, sha256(session), open.value.party)
  return done(open.value)
}

/** By somebody new: the link proves the address, so the account is confirmed from the start. */
export async function acceptAsNewcomer(
  kit: Kit,
  token: string,
  lang: Lang,
  { name, password }: Newcomer,
): Promise<Outcome<OpenInvitation & { opened: Opened }>> {
  const open = await findInvitation(kit, token, true)
  if (!open.ok) return open
  const at = kit.now()
  const passwordHash = await hashPassword(password)
  const fresh = { id: uuidv7() as AccountId, email: open.value.email, name, lang, passwordHash, confirmedAt: at, at }
  const account = await accounts.keepAccount(kit.db, fresh)
  if (account === undefined) return refuse({ code: 'invitation.sign-in-first' })
  await accounts.spendLinksOf(kit.db, account, at)
  const taken = await takePlace(kit, open.value, account)
  return taken.ok ? done({ ...open.value, opened: await openSession(kit, account, false) }) : taken
}

async function takePlace(kit: Kit, open: OpenInvitation, account: AccountId): Promise<Outcome<void>> {
  const at = kit.now()
  if (open.to === 'unit') {
    if (!(await seatOfficer(kit, open.unit, account, open.role, open.by))) return refuse({ code: 'seat.elsewhere' })
  } else {
    await lockParty(kit.db, open.party)
    const already = (await listMemberships(kit.db, account)).some((m) => m.party === open.party)
    if (already) return refuse({ code: 'member.already' })
    await startMembership(kit.db, open.party, account, open.role, at)
    const act = { account, role: open.role, invitation: open.id }
    await addPartyEvent(kit.db, { party: open.party, verb: 'member-joined', by: `account:${account}`, at, act })
  }
  await endInvitation(kit.db, open.id, at, account)
  return done(undefined)
}

export const isKnown = async (kit: Kit, email: string): Promise<boolean> =>
  (await accounts.findAccountByEmail(kit.db, email))?.confirmed ?? false

// ————— what administrators see —————

export async function unitsFor(kit: Kit, actor: Actor): Promise<Outcome<readonly Unit[]>> {
  const may = keepsThePortal(actor)
  return may.ok ? done(await store.listUnits(kit.db)) : may
}

export interface UnitPage {
  readonly unit: Unit
  readonly officers: readonly OfficerView[]
  readonly invitations: readonly InvitationView[]
}

export async function unitFor(kit: Kit, actor: Actor, id: string): Promise<Outcome<UnitPage>> {
  const may = keepsThePortal(actor)
  if (!may.ok) return may
  const unit = isId(id) ? await store.findUnit(kit.db, id as UnitId) : undefined
  if (unit === undefined) return refuse({ code: 'unit.unknown' })
  const [officers, invitations] = await Promise.all([
    store.listOfficers(kit.db, unit.id),
    listInvitations(kit.db, { unit: unit.id }, kit.now()),
  ])
  return done({ unit, officers, invitations })
}

export async function officerFor(
  kit: Kit,
  actor: Actor,
  id: string,
  account: string,
): Promise<Outcome<{ unit: Unit; officer: OfficerView }>> {
  const found = await unitFor(kit, actor, id)
  if (!found.ok) return found
  const officer = found.value.officers.find((o) => o.account === account)
  return officer === undefined ? refuse({ code: 'seat.unknown' }) : done({ unit: found.value.unit, officer })
}
