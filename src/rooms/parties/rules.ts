import type { Actor, PartyId, PartyRole } from '../../base/actor.ts'
import { actingFor } from '../../base/actor.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { HOME } from './countries.ts'
import type { Code, MemberView, Party } from './schema.ts'

const no = (code: Code, field?: string): Outcome<never> => refuse(field === undefined ? { code } : { code, field })

/** Who is not of the organisation must not learn that it exists; who is and may not, is told so. */
export function ownerOf(actor: Actor, party: PartyId): Outcome<void> {
  const member = actingFor(actor)
  if (actor.kind !== 'person' || member === null || member.party !== party) return no('party.unknown')
  return member.role === 'owner' ? done(undefined) : no('party.not-your-part')
}

/** Units and officers are the business of administrators of the unit that keeps the portal (Law art. 8; decrees.md 10.2). */
export function keepsThePortal(actor: Actor): Outcome<void> {
  const keeps = actor.kind === 'person' && actor.seat?.kind === 'most' && actor.seat.role === 'administrator'
  return keeps ? done(undefined) : no('unit.unknown')
}

const owners = (members: readonly MemberView[]): readonly MemberView[] => members.filter((m) => m.role === 'owner')

/** An organisation is never left without somebody who may act for it. */
export function mayStopOwning(members: readonly MemberView[], account: string): Outcome<void> {
  const all = owners(members)
  return all.length === 1 && all[0]?.account === account ? no('member.last-owner') : done(undefined)
}

/** The last owner may go when another member takes over. */
export function mayLeave(members: readonly MemberView[], account: string, heir: string | undefined): Outcome<void> {
  if (heir === undefined) return mayStopOwning(members, account)
  const takesOver = heir !== account && members.some((m) => m.account === heir)
  return takesOver ? done(undefined) : no('member.unknown')
}

export const newRole = (members: readonly MemberView[], account: string, role: PartyRole): Outcome<MemberView> => {
  const member = members.find((m) => m.account === account)
  if (member === undefined) return no('member.unknown')
  if (member.role !== 'owner' || role === 'owner') return done(member)
  const may = mayStopOwning(members, account)
  return may.ok ? done(member) : may
}

/** A foreign provider of a high-risk system owes what Law art. 14.6 asks: shown, never a condition (Decree art. 14.4). */
export const owesContactPoint = (party: Pick<Party, 'country'>): boolean => party.country !== HOME

const LOCAL = /^\/(?:vi|en)(?:[/?][^\\\p{Cc}\s]*)?$/u

/** Where to go back to: a path of our own, or nowhere. */
export const safeBack = (back: unknown): string | undefined =>
  typeof back === 'string' && back.length <= 2000 && LOCAL.test(back) && !back.includes('//') ? back : undefined

const HERE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/
const FORWARDED = [
  ...['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'],
  ...['x-forwarded-server', 'x-forwarded-prefix', 'x-forwarded-ssl', 'x-forwarded-by', 'x-real-ip', 'via'],
]

type Headers = (name: string) => string | undefined

/** Asked on the machine itself: under no other name (DNS rebinding), through no proxy. */
export const isAtThisMachine = (header: Headers): boolean =>
  HERE.test(header('host') ?? '') && FORWARDED.every((name) => header(name) === undefined)

/** One click signs in only from our own page: here the Origin header must be there. */
export const isFromOurPage = (header: Headers): boolean =>
  isAtThisMachine(header) && header('origin') === `http://${header('host')}`
