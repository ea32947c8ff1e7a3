import type { Lang } from './text.ts'

export type AccountId = string & { readonly __account: unique symbol }
export type PartyId = string & { readonly __party: unique symbol }
export type UnitId = string & { readonly __unit: unique symbol }

/** What a person may do inside an organisation. An owner may do what a filer may; a filer what a viewer may. */
export const PARTY_ROLES = ['owner', 'filer', 'viewer'] as const
export type PartyRole = (typeof PARTY_ROLES)[number]

/** Rights of the State's side are unit × role (decrees.md 10.2). */
export const UNIT_KINDS = ['most', 'police', 'ministry', 'province'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]
export const UNIT_ROLES = ['officer', 'chief', 'administrator'] as const
export type UnitRole = (typeof UNIT_ROLES)[number]

export const SCOPES = [
  'notices:write',
  'systems:read',
  'systems:write',
  'cases:read',
  'cases:write',
  'marks:write',
] as const
export type Scope = (typeof SCOPES)[number]

export interface Member {
  readonly party: PartyId
  readonly name: string
  readonly role: PartyRole
}

export interface Seat {
  readonly unit: UnitId
  readonly kind: UnitKind
  readonly role: UnitRole
}

/**
 * Who is asking. A person may belong to several organisations and acts for one at a time (`acting`);
 * a program acts for the organisation whose key it holds, within the key's scopes.
 */
export type Actor =
  | { readonly kind: 'visitor' }
  | {
      readonly kind: 'person'
      readonly account: AccountId
      readonly name: string
      readonly email: string
      readonly lang: Lang
      readonly acting: Member | null
      readonly seat: Seat | null
    }
  | { readonly kind: 'program'; readonly key: string; readonly acting: Member; readonly scopes: readonly Scope[] }

/** The organisation an actor acts for, if any. */
export const actingFor = (actor: Actor): Member | null => (actor.kind === 'visitor' ? null : actor.acting)

/** Somebody of the State who acts for no organisation: without systems of their own to look after. */
export const onlyServes = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.seat !== null && actor.acting === null

/** The kind of unit of the State somebody serves in, if any. */
export const unitKindOf = (actor: Actor): UnitKind | undefined =>
  actor.kind === 'person' ? actor.seat?.kind : undefined

/** May this actor write in the name of that organisation? Viewers read; a program needs its scope, asked at the rim. */
export const files = (actor: Actor, party: PartyId): boolean => {
  const member = actingFor(actor)
  return member !== null && member.party === party && member.role !== 'viewer'
}

/** Who did it, as it is written into events: stable, and without a name. */
export const actorId = (actor: Actor): string =>
  actor.kind === 'person' ? `account:${actor.account}` : actor.kind === 'program' ? `key:${actor.key}` : 'visitor'
