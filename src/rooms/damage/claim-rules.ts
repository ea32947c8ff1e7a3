import { type Actor, actingFor, actorId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import { done, type Outcome, type Refusal, refuse } from '../../base/outcome.ts'
import type { ClaimSide, ClaimStep, Code, Matter, MatterVerb, WholeClaim } from './schema.ts'

const CLAIMANT = 0
/** As long as words in a claim may be, and as many as one claim may hold liable. */
export const LONGEST = 5000
export const MOST_SIDES = 20
const MOST_DONG = 1_000_000_000_000_000

type Slip = Refusal & { readonly code: Code }

/** The side this person stands on, for the organisation he acts for; whoever declined stands nowhere any more. */
export function sideOf({ sides }: Pick<WholeClaim, 'sides'>, actor: Actor): ClaimSide | undefined {
  const party = actingFor(actor)?.party
  return party === undefined ? undefined : sides.find((side) => side.party === party && side.declinedAt === null)
}

/** The side an officer reads with: one that shares the claim with his unit. Nobody else of the State sees it. */
export function sharedBy({ sides, shares }: WholeClaim, actor: Actor): ClaimSide | undefined {
  const unit = actor.kind === 'person' && actor.seat?.role !== 'administrator' ? actor.seat?.unit : undefined
  const share = unit === undefined ? undefined : shares.find((s) => s.unit === unit && s.endedAt === null)
  return share === undefined ? undefined : sides.find(({ n }) => n === share.side)
}

/**
 * What one side sees: the claim, who stands in it, and what it settles with others. Offers between two others are
 * theirs; an invitation not yet accepted shows nothing of any matter.
 */
export function seenBy(whole: WholeClaim, { n, joinedAt }: ClaimSide): WholeClaim {
  const matters = whole.matters.filter((m) => joinedAt !== null && (m.asker === n || m.answerer === n))
  const mine = new Set(matters.map((m) => m.n))
  return {
    ...whole,
    matters,
    steps: whole.steps.filter(({ matter, verb, side }) =>
      matter === null ? (verb !== 'share' && verb !== 'unshare') || side === n : mine.has(matter),
    ),
    shares: whole.shares.filter(({ side }) => side === n),
  }
}

const offerOf = ({ steps }: WholeClaim, { offer }: Matter): ClaimStep | undefined =>
  steps.find(({ seq }) => seq === offer)

/** What this side may do in a matter now. Pages draw their forms from this and from nothing else. */
export function matterOffers(whole: WholeClaim, matter: Matter, { n, joinedAt }: ClaimSide): readonly MatterVerb[] {
  if (joinedAt === null || (matter.asker !== n && matter.answerer !== n)) return []
  const made = offerOf(whole, matter)
  switch (matter.state) {
    case 'talking':
      return made === undefined || made.side === n ? ['offer', 'say'] : ['accept', 'offer', 'say']
    case 'accepted':
      return made?.side === n ? ['confirm', 'offer', 'say'] : ['offer', 'say']
    case 'agreed':
      return matter.asker === n ? ['settle', 'say'] : ['say']
    case 'settled':
    case 'ended':
      return []
  }
}

/** Of whom this side may ask money back: of others held liable, once it has compensated (Law art. 29.2). */
export function recourseOpen({ matters, sides }: WholeClaim, { n }: ClaimSide): readonly ClaimSide[] {
  const paid = matters.some((m) => m.kind === 'compensation' && m.answerer === n && m.state === 'settled')
  return paid
    ? sides.filter(
        (other) =>
          ![n, CLAIMANT].includes(other.n) &&
          other.joinedAt !== null &&
          !matters.some((m) => m.kind === 'recourse' && m.asker === n && m.answerer === other.n),
      )
    : []
}

/** A sum in đồng as people type it: `12.500.000`, `12,500,000 đ`. Nothing when it is no sum. */
export function dongIn(typed: string): number | undefined {
  const digits = typed.replace(/[\s.,]|đ(ồng)?|vnd|₫/gi, '')
  const n = Number(digits)
  return /^\d+$/.test(digits) && n > 0 && n <= MOST_DONG ? n : undefined
}

/** Words that must be there, or may be, and are not longer than is read. */
export const wordSlips = (field: string, words: string, most: number, needed = true): readonly Slip[] =>
  words.trim() === ''
    ? needed
      ? [{ code: 'claim.missing', field }]
      : []
    : words.length > most
      ? [{ code: 'claim.too-long', field, facts: { max: String(most) } }]
      : []

export interface Said {
  readonly amount: string
  readonly words: string
}

/** A step of a matter with what it makes of it. */
export interface MatterStep {
  readonly step: ClaimStep
  readonly matter: Matter
}

/** Judges a step of a matter: whose turn it is, and whether the words and the sum can be read. */
export function decideMatter(
  whole: WholeClaim,
  side: ClaimSide,
  n: number,
  verb: MatterVerb,
  actor: Actor,
  at: Instant,
  { amount, words }: Said,
): Outcome<MatterStep> {
  const matter = whole.matters.find((m) => m.n === n && (m.asker === side.n || m.answerer === side.n))
  if (matter === undefined) return refuse({ code: 'claim.unknown' } satisfies Slip)
  if (!matterOffers(whole, matter, side).includes(verb)) return refuse({ code: 'claim.not-now' } satisfies Slip)
  const sum = verb === 'offer' ? dongIn(amount) : undefined
  const slips: readonly Slip[] = [
    ...(verb === 'offer' && sum === undefined ? [{ code: 'claim.amount', field: `amount-${n}` } as const] : []),
    ...wordSlips(`words-${n}`, words, LONGEST, verb === 'say'),
  ]
  if (slips.length > 0) return refuse(...slips)
  const seq = whole.claim.seq + 1
  const step: ClaimStep = {
    ...{ seq, matter: n, verb, side: side.n, by: actorId(actor), at, amount: sum ?? null },
    words: words.trim() === '' ? null : words.trim(),
  }
  return done({ step, matter: { ...matter, ...AFTER[verb](seq) } })
}

/** A new offer takes back what was accepted of an old one: only the sum both confirm is agreed. */
const AFTER: Readonly<Record<MatterVerb, (seq: number) => Partial<Matter>>> = {
  offer: (seq) => ({ state: 'talking', offer: seq }),
  say: () => ({}),
  accept: () => ({ state: 'accepted' }),
  confirm: () => ({ state: 'agreed' }),
  settle: () => ({ state: 'settled' }),
}

/** What withdrawing ends: compensation still talked about. What is agreed stays, and so does recourse among others. */
export const withdrawn = (matters: readonly Matter[]): readonly Matter[] =>
  matters
    .filter(({ kind, state }) => kind === 'compensation' && (state === 'talking' || state === 'accepted'))
    .map((m) => ({ ...m, state: 'ended' }))

/** The sum two sides agreed on, in đồng. */
export const agreedOn = (whole: WholeClaim, matter: Matter): number | null =>
  matter.state === 'agreed' || matter.state === 'settled' ? (offerOf(whole, matter)?.amount ?? null) : null
