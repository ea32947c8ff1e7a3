import { type Actor, actingFor, actorId, files, type PartyId, type UnitId } from '../../base/actor.ts'
import { type Day, dayOf, type Instant } from '../../base/day.ts'
import { uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { sealUntil, unsealInTime } from '../../base/seal.ts'
import type { Text } from '../../base/text.ts'
import type { Kit } from '../../db/kit.ts'
import { postAll } from '../../post/mail.ts'
import { findPartyByCode, listUnits, people } from '../parties/actions.ts'
import { aiIds, findByAiId } from '../systems/actions.ts'
import {
  decideMatter,
  dongIn,
  LONGEST,
  MOST_SIDES,
  recourseOpen,
  type Said,
  seenBy,
  sharedBy,
  sideOf,
  withdrawn,
  wordSlips,
} from './claim-rules.ts'
import {
  type Claim,
  type ClaimId,
  type ClaimSide,
  type ClaimStep,
  type ClaimVerb,
  type Code,
  LIABLE_ROLES,
  type Matter,
  type MatterVerb,
  type WholeClaim,
} from './schema.ts'
import * as store from './store.ts'
import { C, PAST } from './words-claim.ts'

export type { Said } from './claim-rules.ts'

type Acting = Kit & { readonly actor: Actor }
type Refused = { readonly code: Code; readonly field?: string; readonly facts?: Readonly<Record<string, string>> }
const no = (code: Code, field?: string) => refuse(field === undefined ? { code } : { code, field })

// ————— reading —————

/** A claim as one side sees it. `reading`: an officer of a unit that side shares it with. */
export interface ClaimSeen {
  readonly whole: WholeClaim
  readonly side: ClaimSide
  readonly reading: boolean
}

/** The claim as far as the reader may see it; for everybody else there is none. An officer's reading is noted. */
export async function getClaim(asked: Acting, number: string): Promise<Outcome<ClaimSeen>> {
  const whole = await store.findClaim(asked.db, number)
  if (whole === undefined) return no('claim.unknown')
  const side = sideOf(whole, asked.actor)
  if (side !== undefined) return done({ whole: seenBy(whole, side), side, reading: false })
  const shared = sharedBy(whole, asked.actor)
  if (shared?.party == null || asked.actor.kind !== 'person') return no('claim.unknown')
  await people.noteAccess(asked.db, {
    ...{ by: actorId(asked.actor), unit: asked.actor.seat?.unit ?? null, party: shared.party },
    ...{ object: number, at: asked.now() },
  })
  return done({ whole: seenBy(whole, shared), side: shared, reading: true })
}

/** Claims of the organisation one acts for, and those shared with one's unit. */
export async function listOwn({ db, actor }: Acting) {
  const party = actingFor(actor)?.party
  const unit = actor.kind === 'person' && actor.seat?.role !== 'administrator' ? actor.seat?.unit : undefined
  return {
    own: party === undefined ? [] : await store.listClaims(db, party),
    shared: unit === undefined ? [] : await store.listShared(db, unit),
  }
}

/** Units a claim can be shared with, by name. */
export const unitsToShare = async ({ db }: Pick<Kit, 'db'>): Promise<readonly { id: UnitId; name: Text }[]> =>
  (await listUnits(db)).map(({ id, name }) => ({ id, name }))

// ————— beginning —————

export interface ClaimTyped {
  readonly title: string
  readonly facts: string
  readonly happenedOn: Day | 'wrong' | undefined
  readonly systemName: string
  readonly aiId: string
  readonly asked: string
}

/** Begins a claim for the organisation or person one acts for: private paper of the parties, no act of the register. */
export async function openClaim(asked: Acting, typed: ClaimTyped): Promise<Outcome<Claim>> {
  const { db, actor, now } = asked
  const member = actingFor(actor)
  if (member === null || !files(actor, member.party)) return no('claim.no-organisation')
  const at = now()
  const { happenedOn } = typed
  const aiId = typed.aiId.trim() === '' ? null : aiIds.parse(typed.aiId)
  const system = aiId === null || aiId === undefined ? undefined : await findByAiId(db, aiId)
  const sum = typed.asked.trim() === '' ? null : dongIn(typed.asked)
  const slips: Refused[] = [
    ...wordSlips('title', typed.title, 200),
    ...wordSlips('facts', typed.facts, LONGEST),
    ...(happenedOn === 'wrong' || (happenedOn !== undefined && happenedOn > dayOf(at))
      ? [{ code: 'claim.day', field: 'happened' } as const]
      : []),
    ...(system === undefined ? wordSlips('systemName', typed.systemName, 300) : []),
    ...(aiId !== null && system === undefined ? [{ code: 'claim.system-unknown', field: 'aiId' } as const] : []),
    ...(sum === undefined ? [{ code: 'claim.amount', field: 'asked' } as const] : []),
  ]
  if (slips.length > 0) return refuse(...slips)
  const claim: Claim = {
    ...{ id: uuidv7(Date.parse(at)) as ClaimId, number: numbered(at, await store.nextNumber(db)) },
    ...{ claimant: member.party, title: typed.title.trim(), facts: typed.facts.trim() },
    happenedOn: happenedOn === 'wrong' ? null : (happenedOn ?? null),
    ...{ aiId: system?.aiId ?? null, systemName: system?.name ?? typed.systemName.trim(), asked: sum ?? null },
    ...{ state: 'open', seq: 1, openedAt: at, changedAt: at },
  }
  await store.insertClaim(db, claim)
  await store.insertSide(db, claim.id, {
    ...{ n: 0, role: 'injured', name: member.name, party: member.party, foundBy: 'self' },
    ...{ joinedAt: at, declinedAt: null },
  })
  await store.insertStep(db, claim.id, stepOf(asked, 1, 'open', 0))
  return done(claim)
}

/** `YCBT-2026-000007`: a number of its own, for a claim is no file of the State. */
const numbered = (at: Instant, n: number): string => `YCBT-${dayOf(at).slice(0, 4)}-${String(n).padStart(6, '0')}`

const stepOf = (
  { actor, now }: Acting,
  seq: number,
  verb: ClaimVerb,
  side: number,
  more: Partial<ClaimStep> = {},
): ClaimStep => ({
  ...{ seq, matter: null, verb, side, by: actorId(actor), at: now(), amount: null, words: null },
  ...more,
})

// ————— steps —————

interface Mine {
  readonly whole: WholeClaim
  readonly side: ClaimSide
}

/** The claim, when this person may write in it for one of its sides and has seen its last step. */
async function mine(asked: Acting, number: string, seen: number): Promise<Outcome<Mine>> {
  const whole = await store.findClaim(asked.db, number)
  const side = whole === undefined ? undefined : sideOf(whole, asked.actor)
  if (whole === undefined || side?.party == null) return no('claim.unknown')
  if (!files(asked.actor, side.party)) return no('claim.not-your-part')
  return whole.claim.seq === seen ? done({ whole, side }) : no('claim.changed-meanwhile')
}

/** Keeps a step: the claim moves on by one, or somebody else was first. Then it tells those whom it concerns. */
async function keep(
  asked: Acting,
  whole: WholeClaim,
  step: ClaimStep,
  tells: readonly (ClaimSide | undefined)[],
  state: Claim['state'] = whole.claim.state,
): Promise<Outcome<null>> {
  const claim = { ...whole.claim, state, seq: step.seq, changedAt: step.at }
  if (!(await store.moveClaim(asked.db, claim))) return no('claim.changed-meanwhile')
  await store.insertStep(asked.db, claim.id, step)
  const told = new Set(tells.flatMap((side) => side?.party ?? []))
  for (const party of told) await tell(asked, claim, step, party)
  return done(null)
}

async function tell({ db, site }: Acting, claim: Claim, step: ClaimStep, party: PartyId): Promise<void> {
  const readers = await people.toParty(db, party)
  const mails = readers.map(({ account, email, lang }) => ({
    about: `claim:${claim.number}:${step.seq}:${account}`,
    to: email,
    subject: `${claim.number}: ${PAST[step.verb][lang]}`,
    body: [
      `${C.mailLine[lang]} ${claim.number}`,
      PAST[step.verb][lang],
      '',
      `${C.mailOpen[lang]}: ${site.url}/${lang}/damage/claims/${claim.number}`,
      '',
      C.mailFoot[lang],
    ].join('\n'),
  }))
  await postAll(db, mails, step.at)
}

export interface Invited {
  readonly role: string
  readonly name: string
  /** An AI-ID, the code of an organisation, or nothing: then a link is drawn up. */
  readonly key: string
}

/** The claimant invites one he holds liable: the provider of a system, an organisation by its code, or by a link. */
export async function invite(asked: Acting, number: string, seen: number, typed: Invited): Promise<Outcome<null>> {
  const found = await mine(asked, number, seen)
  if (!found.ok) return found
  const { whole, side } = found.value
  if (side.n !== 0) return no('claim.not-your-part')
  if (whole.claim.state !== 'open') return no('claim.not-now')
  const role = LIABLE_ROLES.find((one) => one === typed.role)
  const key = typed.key.trim()
  const who = await invited(asked, key)
  const party = who?.party ?? null
  const slips: Refused[] = [
    ...(role === undefined ? [{ code: 'claim.role', field: 'role' } as const] : []),
    ...(who === undefined ? [{ code: 'claim.nobody-found', field: 'key' } as const] : []),
    ...(who !== undefined && party === null ? wordSlips('name', typed.name, 300) : []),
    ...(party !== null && whole.sides.some((s) => s.party === party)
      ? [{ code: 'claim.already-there', field: 'key' } as const]
      : []),
    ...(whole.sides.length > MOST_SIDES ? [{ code: 'claim.too-many', field: 'key' } as const] : []),
  ]
  if (slips.length > 0 || role === undefined || who === undefined) return refuse(...slips)
  const name = party === null ? typed.name.trim() : ((await people.partyName(asked.db, party)) ?? typed.name.trim())
  const added: ClaimSide = {
    ...{ n: whole.sides.length, role, name, party, foundBy: who.by },
    ...{ joinedAt: null, declinedAt: null },
  }
  await store.insertSide(asked.db, whole.claim.id, added)
  return keep(asked, whole, stepOf(asked, seen + 1, 'invite', 0, { words: added.name }), [added])
}

async function invited(
  { db }: Acting,
  key: string,
): Promise<{ readonly party: PartyId | null; readonly by: ClaimSide['foundBy'] } | undefined> {
  if (key === '') return { party: null, by: 'link' }
  const aiId = aiIds.parse(key)
  if (aiId !== undefined) {
    const system = await findByAiId(db, aiId)
    return system === undefined ? undefined : { party: system.provider, by: 'ai-id' }
  }
  const byCode = await findPartyByCode(db, key)
  return byCode === undefined ? undefined : { party: byCode.id, by: 'code' }
}

/** Whoever is invited joins, which admits nothing, or declines. */
export async function answerInvitation(
  asked: Acting,
  number: string,
  seen: number,
  verb: 'join' | 'decline',
): Promise<Outcome<null>> {
  const found = await mine(asked, number, seen)
  return found.ok ? answered(asked, found.value.whole, found.value.side, verb) : found
}

async function answered(
  asked: Acting,
  whole: WholeClaim,
  side: ClaimSide,
  verb: 'join' | 'decline',
): Promise<Outcome<null>> {
  if (side.joinedAt !== null || whole.claim.state !== 'open') return no('claim.not-now')
  const at = asked.now()
  await store.updateSide(asked.db, whole.claim.id, {
    ...side,
    ...(verb === 'join' ? { joinedAt: at } : { declinedAt: at }),
  })
  if (verb === 'join')
    await store.keepMatter(asked.db, whole.claim.id, {
      ...{ n: whole.matters.length + 1, kind: 'compensation', asker: 0, answerer: side.n },
      ...{ state: 'talking', offer: null },
    })
  return keep(asked, whole, stepOf(asked, whole.claim.seq + 1, verb, side.n), [whole.sides[0]])
}

const LINK_DAYS = 30
const PURPOSE = 'claim invitation'

/** The link by which a side without a party joins: sealed, so that nothing of it need be kept. */
export function linkFor({ site, now }: Pick<Kit, 'site' | 'now'>, { id }: Claim, { n }: ClaimSide): string {
  const until = new Date(Date.parse(now()) + LINK_DAYS * 86_400_000).toISOString()
  return sealUntil(site.secret, PURPOSE, `${id} ${n}`, until)
}

/** What an invitation link leads to, while nobody has used it. */
export async function findInvited(
  { db, site, now }: Pick<Kit, 'db' | 'site' | 'now'>,
  token: string,
): Promise<Outcome<Mine>> {
  const [id = '', n = ''] = unsealInTime(site.secret, PURPOSE, token, now())?.split(' ') ?? []
  const whole = id === '' ? undefined : await store.findClaimById(db, id)
  const side = whole?.sides.find((s) => String(s.n) === n && s.party === null)
  return whole === undefined || side === undefined || whole.claim.state !== 'open'
    ? no('claim.unknown')
    : done({ whole, side })
}

/** Joins by a link for the organisation one acts for. */
export async function joinByLink(asked: Acting, token: string): Promise<Outcome<Claim>> {
  const found = await findInvited(asked, token)
  if (!found.ok) return found
  const member = actingFor(asked.actor)
  if (member === null || !files(asked.actor, member.party)) return no('claim.no-organisation')
  const { whole, side } = found.value
  if (whole.sides.some(({ party }) => party === member.party)) return no('claim.already-there')
  const joined = await answered(asked, whole, { ...side, party: member.party }, 'join')
  return joined.ok ? done(whole.claim) : joined
}

/** A step between two sides: offer, message, acceptance, confirmation, receipt of the money. */
export async function settleMatter(
  asked: Acting,
  number: string,
  seen: number,
  n: number,
  verb: MatterVerb,
  said: Said,
): Promise<Outcome<null>> {
  const found = await mine(asked, number, seen)
  if (!found.ok) return found
  const { whole, side } = found.value
  const decided = decideMatter(whole, side, n, verb, asked.actor, asked.now(), said)
  if (!decided.ok) return decided
  const { step, matter } = decided.value
  const kept = await keep(asked, whole, step, [other(whole, matter, side)])
  if (kept.ok) await store.keepMatter(asked.db, whole.claim.id, matter)
  return kept
}

const other = ({ sides }: WholeClaim, { asker, answerer }: Matter, side: ClaimSide): ClaimSide | undefined =>
  sides.find(({ n }) => n === (asker === side.n ? answerer : asker))

/** Whoever has compensated asks another who is liable for the money back, as agreed between them (Law art. 29.2). */
export async function askRecourse(
  asked: Acting,
  number: string,
  seen: number,
  of: number,
  words: string,
): Promise<Outcome<null>> {
  const found = await mine(asked, number, seen)
  if (!found.ok) return found
  const { whole, side } = found.value
  const from = recourseOpen(whole, side).find(({ n }) => n === of)
  if (from === undefined) return no('claim.not-now', 'of')
  const slips = wordSlips('recourse-words', words, LONGEST)
  if (slips.length > 0) return refuse(...slips)
  const n = whole.matters.length + 1
  await store.keepMatter(asked.db, whole.claim.id, {
    ...{ n, kind: 'recourse', asker: side.n, answerer: from.n, state: 'talking', offer: null },
  })
  return keep(asked, whole, stepOf(asked, seen + 1, 'recourse', side.n, { matter: n, words: words.trim() }), [from])
}

/** A side lets a unit read what it reads itself, or ends that. */
export async function shareWith(
  asked: Acting,
  number: string,
  seen: number,
  unit: string,
  verb: 'share' | 'unshare',
): Promise<Outcome<null>> {
  const found = await mine(asked, number, seen)
  if (!found.ok) return found
  const { whole, side } = found.value
  if (side.joinedAt === null) return no('claim.not-now')
  const known = (await unitsToShare(asked)).find(({ id }) => id === unit)
  if (known === undefined) return no('claim.unit-unknown', 'unit')
  const at = asked.now()
  await store.keepShare(asked.db, whole.claim.id, {
    ...{ side: side.n, unit: known.id, by: actorId(asked.actor), at },
    endedAt: verb === 'share' ? null : at,
  })
  return keep(asked, whole, stepOf(asked, seen + 1, verb, side.n, { words: known.name.vi }), [])
}

/** The claimant ends the claim: talks end with it, agreements stay. */
export async function withdrawClaim(asked: Acting, number: string, seen: number): Promise<Outcome<null>> {
  const found = await mine(asked, number, seen)
  if (!found.ok) return found
  const { whole, side } = found.value
  if (side.n !== 0) return no('claim.not-your-part')
  if (whole.claim.state !== 'open') return no('claim.not-now')
  for (const matter of withdrawn(whole.matters)) await store.keepMatter(asked.db, whole.claim.id, matter)
  const others = whole.sides.filter(({ n, declinedAt }) => n !== 0 && declinedAt === null)
  return keep(asked, whole, stepOf(asked, seen + 1, 'withdraw', 0), others, 'withdrawn')
}
