import type { AccountId, Actor, Member, UnitRole } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import { sha256 } from '../../base/hash.ts'
import { secretToken, uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { seal, sealUntil, unseal, unsealInTime } from '../../base/seal.ts'
import type { Lang } from '../../base/text.ts'
import type { Kit } from '../../db/kit.ts'
import { post } from '../../post/mail.ts'
import * as store from './account-store.ts'
import { makeLimit } from './limits.ts'
import { fits, hashPassword } from './password.ts'
import { emailKey, type SignIn, type SignUp } from './schema.ts'
import { codeFits, newSecret, otpauthUri } from './second-factor.ts'
import { mayStopOwning } from './rules.ts'
import { addPartyEvent, endMembership, listMembers, listMemberships } from './store.ts'
import { addUnitEvent, findSeat } from './unit-store.ts'
import { confirmMail, knownMail, type Letter, passwordChangedMail, resetMail } from './words-mail.ts'

const HOUR = 3_600_000
export const later = (at: Instant, hours: number): Instant => new Date(Date.parse(at) + hours * HOUR).toISOString()
const LINK_HOURS = 24
const PERSON_HOURS = 30 * 24
const OFFICER_HOURS = 12
const CODE_HOURS = 1 / 6

const signIns = makeLimit(10, 15)
const codes = makeLimit(10, 15)
/** Nobody's mailbox is flooded in our name. */
const mails = makeLimit(5, 60)

/** A signed-in browser: the value of its cookie, and for how many seconds. */
export interface Opened {
  readonly token: string
  readonly lasts: number
}

export async function send(kit: Kit, to: string, about: string, letter: Letter): Promise<void> {
  await post(kit.db, { about, to, ...letter }, kit.now())
}

const address = (kit: Kit, lang: Lang, path: string): string => `${kit.site.url}/${lang}${path}`

type Mailing = Pick<store.Secrets, 'id' | 'email' | 'name' | 'lang'>

async function sendLink(kit: Kit, to: Mailing, purpose: store.LinkPurpose): Promise<void> {
  const token = secretToken()
  const hash = sha256(token)
  await store.keepLink(kit.db, { hash, account: to.id, purpose, until: later(kit.now(), LINK_HOURS) })
  const [words, path] = purpose === 'confirm' ? [confirmMail, '/confirm'] : [resetMail, '/password/new']
  const letter = words({ name: to.name, link: address(kit, to.lang, `${path}/${token}`) })[to.lang]
  await send(kit, to.email, `link:${hash}`, letter)
}

/** The same answer whether or not the address has an account: only its owner reads which, in the mail. */
export async function signUp(kit: Kit, lang: Lang, { name, email, password }: SignUp): Promise<Outcome<void>> {
  const now = kit.now()
  if (!mails.take(emailKey(email), now)) return refuse({ code: 'sign-in.too-many' })
  const passwordHash = await hashPassword(password)
  const fresh = { id: uuidv7() as AccountId, email, name, lang, passwordHash, confirmedAt: null, at: now }
  const id = await store.keepAccount(kit.db, fresh)
  if (id !== undefined) await sendLink(kit, { id, email: email.trim(), name, lang }, 'confirm')
  else await tellOwner(kit, email)
  return done(undefined)
}

async function tellOwner(kit: Kit, email: string): Promise<void> {
  const known = await store.findAccountByEmail(kit.db, email)
  if (known === undefined) return
  const link = address(kit, known.lang, '/password/forgotten')
  await send(kit, known.email, `known:${uuidv7()}`, knownMail({ name: known.name, link })[known.lang])
}

/** Who holds this link, while it may still be used. */
export async function findLinked(kit: Kit, token: string, purpose: store.LinkPurpose): Promise<Outcome<store.Secrets>> {
  const account = await store.findLink(kit.db, sha256(token), purpose, kit.now())
  return account === undefined ? refuse({ code: 'link.spent' }) : done(account)
}

/**
 * The link proves the address, the password that the same person signed up: otherwise somebody could sign up with a
 * stranger's address, wait for the click, and share the account.
 */
export async function confirm(kit: Kit, token: string, password: string): Promise<Outcome<Opened>> {
  const linked = await findLinked(kit, token, 'confirm')
  if (!linked.ok) return linked
  const { id, email, passwordHash } = linked.value
  if (!signIns.take(emailKey(email), kit.now())) return refuse({ code: 'sign-in.too-many' })
  if (!(await fits(passwordHash, password))) return refuse({ code: 'account.wrong-password', field: 'password' })
  if (!(await store.spendLink(kit.db, sha256(token), kit.now()))) return refuse({ code: 'link.spent' })
  signIns.forget(emailKey(email))
  await store.confirmAccount(kit.db, id, kit.now())
  return done(await openSession(kit, id, false))
}

export async function openSession(
  kit: Kit,
  account: AccountId,
  strong: boolean,
  acting: Member['party'] | null = null,
): Promise<Opened> {
  const token = secretToken()
  const at = kit.now()
  const hours = (await findSeat(kit.db, account)) === undefined ? PERSON_HOURS : OFFICER_HOURS
  await store.keepSession(kit.db, { hash: sha256(token), account, acting, strong, at, until: later(at, hours) })
  return { token, lasts: hours * 3600 }
}

export type SignedIn =
  | ({ readonly step: 'in'; readonly account: AccountId } & Opened)
  /** The password was right; the second step is still to come. */
  | { readonly step: 'code'; readonly pending: string }
  | { readonly step: 'unconfirmed' }

export async function signIn(kit: Kit, { email, password }: SignIn): Promise<Outcome<SignedIn>> {
  const [key, now] = [emailKey(email), kit.now()]
  if (!signIns.take(key, now)) return refuse({ code: 'sign-in.too-many' })
  const account = await store.findAccountByEmail(kit.db, email)
  if (!(await fits(account?.passwordHash, password)) || account === undefined)
    return refuse({ code: 'sign-in.mismatch', field: 'email' })
  signIns.forget(key)
  if (!account.confirmed) {
    if (mails.take(key, now)) await sendLink(kit, account, 'confirm')
    return done({ step: 'unconfirmed' })
  }
  if (account.secondFactor)
    return done({ step: 'code', pending: sealUntil(kit.site.secret, 'pending', account.id, later(now, CODE_HOURS)) })
  return done({ step: 'in', account: account.id, ...(await openSession(kit, account.id, false)) })
}

const factorOf = (kit: Kit, account: store.Secrets): string | undefined =>
  account.sealedFactor === null ? undefined : unseal(kit.site.secret, `totp ${account.id}`, account.sealedFactor)

/** The second step: what the authenticator shows, within ten minutes of the password. */
export async function signInWithCode(
  kit: Kit,
  pending: string | undefined,
  code: string,
): Promise<Outcome<{ account: AccountId } & Opened>> {
  const id = unsealInTime(kit.site.secret, 'pending', pending, kit.now()) as AccountId | undefined
  const account = id === undefined ? undefined : await store.findAccount(kit.db, id)
  const secret = account === undefined ? undefined : factorOf(kit, account)
  if (account === undefined || secret === undefined) return refuse({ code: 'sign-in.code-late' })
  if (!codes.take(account.id, kit.now())) return refuse({ code: 'sign-in.too-many' })
  if (!codeFits(account.id, secret, code, kit.now())) return refuse({ code: 'sign-in.code-wrong', field: 'code' })
  codes.forget(account.id)
  return done({ account: account.id, ...(await openSession(kit, account.id, true)) })
}

export const isPending = (kit: Kit, pending: string | undefined): boolean =>
  unsealInTime(kit.site.secret, 'pending', pending, kit.now()) !== undefined

export const signOut = (kit: Kit, token: string): Promise<void> => store.endSession(kit.db, sha256(token))

/** Says nothing about whether the address has an account. */
export async function requestNewPassword(kit: Kit, email: string): Promise<Outcome<void>> {
  if (!mails.take(emailKey(email), kit.now())) return refuse({ code: 'sign-in.too-many' })
  const account = await store.findAccountByEmail(kit.db, email)
  if (account !== undefined) await sendLink(kit, account, 'reset')
  return done(undefined)
}

/** Ends every session and every other link: whoever had the old password has nothing left. */
export async function setNewPassword(kit: Kit, token: string, password: string): Promise<Outcome<void>> {
  const linked = await findLinked(kit, token, 'reset')
  if (!linked.ok) return linked
  const account = linked.value
  if (!(await store.spendLink(kit.db, sha256(token), kit.now()))) return refuse({ code: 'link.spent' })
  await renewPassword(kit, account, password)
  await store.confirmAccount(kit.db, account.id, kit.now())
  signIns.forget(emailKey(account.email))
  return done(undefined)
}

async function renewPassword(kit: Kit, account: Mailing, password: string): Promise<void> {
  await store.changePasswordHash(kit.db, account.id, await hashPassword(password))
  await store.spendLinksOf(kit.db, account.id, kit.now())
  await store.endSessionsOf(kit.db, account.id)
  const link = address(kit, account.lang, '/password/forgotten')
  const letter = passwordChangedMail({ name: account.name, link })[account.lang]
  await send(kit, account.email, `password:${uuidv7()}`, letter)
}

/** The session at hand goes on under a new cookie; all others end. */
export async function changePassword(
  kit: Kit,
  session: string,
  input: { current: string; password: string },
): Promise<Outcome<Opened>> {
  const held = await store.findSession(kit.db, sha256(session), kit.now())
  const account = held && (await store.findAccount(kit.db, held.id))
  if (held === undefined || account === undefined) return refuse({ code: 'account.unknown' })
  if (!signIns.take(emailKey(account.email), kit.now())) return refuse({ code: 'sign-in.too-many' })
  if (!(await fits(account.passwordHash, input.current)))
    return refuse({ code: 'account.wrong-password', field: 'current' })
  signIns.forget(emailKey(account.email))
  await renewPassword(kit, account, input.password)
  return done(await openSession(kit, account.id, held.strong, held.acting))
}

export const changeProfile = (
  kit: Kit,
  account: AccountId,
  { name, lang }: { name: string; lang: Lang },
): Promise<void> => store.changeProfile(kit.db, account, name, lang)

/** What still binds an account, and keeps it from being erased. */
export interface Bonds {
  /** Organisations whose only owner it is. */
  readonly owns: readonly Member[]
  /** It acts for these, and leaves them when it goes. */
  readonly memberships: readonly Member[]
  readonly seat: UnitRole | undefined
}

export async function bondsOf(kit: Pick<Kit, 'db'>, account: AccountId): Promise<Bonds> {
  const memberships = await listMemberships(kit.db, account)
  const owns: Member[] = []
  for (const member of memberships)
    if (!mayStopOwning(await listMembers(kit.db, member.party), account).ok) owns.push(member)
  return { owns, memberships, seat: (await findSeat(kit.db, account))?.role }
}

async function prove(kit: Kit, account: store.Secrets, password: string): Promise<Outcome<void>> {
  if (!signIns.take(emailKey(account.email), kit.now())) return refuse({ code: 'sign-in.too-many' })
  if (!(await fits(account.passwordHash, password))) return refuse({ code: 'account.wrong-password', field: 'current' })
  signIns.forget(emailKey(account.email))
  return done(undefined)
}

/** Who an account was, as it is taken leave of: the words to be looked for elsewhere. */
export interface Forgotten {
  readonly name: string
  readonly email: string
}

/**
 * Forgets an account at the word of its holder, who gives the password once more; without one it was given before. Refused while it is the only owner of
 * an organisation, which must not be left without anybody, and while it sits in a unit of the State.
 */
export async function forget(kit: Kit, id: AccountId, password: string | undefined): Promise<Outcome<Forgotten>> {
  const account = await store.findAccount(kit.db, id)
  if (account === undefined || account.email === '') return refuse({ code: 'account.unknown' })
  const proved = password === undefined ? done(undefined) : await prove(kit, account, password)
  if (!proved.ok) return proved
  const { owns, memberships, seat } = await bondsOf(kit, id)
  // What was judged when it was erased the first time is not judged again.
  const against =
    password === undefined
      ? []
      : [
          ...(owns.length === 0
            ? []
            : [
                {
                  code: 'account.last-owner' as const,
                  cite: 'L10.3',
                  facts: { party: owns.map(({ name }) => name).join(', ') },
                },
              ]),
          ...(seat === undefined ? [] : [{ code: 'account.seated' as const, cite: 'L8.3' }]),
        ]
  if (against.length > 0) return refuse(...against)
  for (const { party } of memberships) {
    await endMembership(kit.db, party, id, kit.now())
    const act = { account: id }
    await addPartyEvent(kit.db, { party, verb: 'member-left', by: `account:${id}`, at: kit.now(), act })
  }
  const { name, email } = account
  await store.forgetAccount(kit.db, id, email, kit.now())
  return done({ name, email })
}

// ————— the second factor —————

/** As the person's own page shows it: also before the second factor lets the seat appear. */
export interface Standing {
  readonly role: UnitRole | undefined
  readonly secondFactor: boolean
}

export async function standing(kit: Kit, account: AccountId): Promise<Standing> {
  const [found, seat] = await Promise.all([store.findAccount(kit.db, account), findSeat(kit.db, account)])
  return { role: seat?.role, secondFactor: found?.secondFactor ?? false }
}

export interface NewFactor {
  /** Travels in the form: nothing is stored before a code proves that the authenticator has it. */
  readonly sealed: string
  readonly secret: string
  readonly uri: string
}

const offered = (kit: Kit, account: AccountId, email: string, secret: string): NewFactor => ({
  sealed: sealUntil(kit.site.secret, `new factor ${account}`, secret, later(kit.now(), 1)),
  secret,
  uri: otpauthUri(secret, email),
})

/** Only who sits in a unit needs one; `sealed` brings back the one already offered. */
export async function offerFactor(kit: Kit, account: AccountId, sealed?: string): Promise<Outcome<NewFactor>> {
  const found = await store.findAccount(kit.db, account)
  if (found === undefined || (await findSeat(kit.db, account)) === undefined)
    return refuse({ code: 'second-factor.not-for-you' })
  if (found.secondFactor) return refuse({ code: 'second-factor.already' })
  if (sealed === undefined) return done(offered(kit, account, found.email, newSecret()))
  const secret = unsealInTime(kit.site.secret, `new factor ${account}`, sealed, kit.now())
  return secret === undefined
    ? refuse({ code: 'second-factor.stale' })
    : done(offered(kit, account, found.email, secret))
}

/** From here on the seat shows, in this session and in those signed in with a code. */
export async function setFactor(kit: Kit, account: AccountId, sealed: string, code: string): Promise<Outcome<Opened>> {
  const offer = await offerFactor(kit, account, sealed)
  if (!offer.ok) return offer
  if (!codes.take(account, kit.now())) return refuse({ code: 'sign-in.too-many' })
  const { secret } = offer.value
  if (!codeFits(account, secret, code, kit.now())) return refuse({ code: 'sign-in.code-wrong', field: 'code' })
  const kept = await store.keepSecondFactor(
    kit.db,
    account,
    seal(kit.site.secret, `totp ${account}`, secret),
    kit.now(),
  )
  if (!kept) return refuse({ code: 'second-factor.already' })
  const seat = await findSeat(kit.db, account)
  const by = `account:${account}`
  if (seat)
    await addUnitEvent(kit.db, { unit: seat.unit, verb: 'second-factor-set', by, at: kit.now(), act: { account } })
  await store.endSessionsOf(kit.db, account)
  return done(await openSession(kit, account, true))
}

// ————— who is asking —————

/** An officer without a second factor is a person like everyone else, until it is shown. */
export async function whoIs(kit: Kit, token: string): Promise<Actor> {
  const now = kit.now()
  const session = await store.findSession(kit.db, sha256(token), now)
  if (session === undefined) return { kind: 'visitor' }
  const [memberships, seat] = await Promise.all([listMemberships(kit.db, session.id), findSeat(kit.db, session.id)])
  // Seated since: an officer's session is short, whenever it began.
  if (seat !== undefined && later(session.at, OFFICER_HOURS) <= now) return { kind: 'visitor' }
  const strong = session.strong || kit.site.mode === 'evaluation'
  const { id: account, name, email, lang } = session
  return {
    kind: 'person',
    account,
    name,
    email,
    lang,
    acting: choose(memberships, session.acting),
    seat: strong ? (seat ?? null) : null,
  }
}

/** The organisation chosen; without a choice the only one there is. */
const choose = (memberships: readonly Member[], acting: Member['party'] | null): Member | null =>
  memberships.find((m) => m.party === acting) ?? (memberships.length === 1 ? (memberships[0] ?? null) : null)

/** What a person has to do before anything else: set a second factor, or say for whom they act. */
export async function firstThing(kit: Kit, actor: Extract<Actor, { kind: 'person' }>): Promise<string | undefined> {
  if (actor.seat === null && (await findSeat(kit.db, actor.account)) !== undefined) return '/account/second-factor'
  if (actor.acting !== null) return undefined
  return (await listMemberships(kit.db, actor.account)).length > 1 ? '/organisations' : undefined
}
