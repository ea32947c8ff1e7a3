import { z } from 'zod'
import {
  type AccountId,
  PARTY_ROLES,
  type PartyId,
  type PartyRole,
  SCOPES,
  type Scope,
  UNIT_KINDS,
  UNIT_ROLES,
  type UnitId,
  type UnitKind,
  type UnitRole,
} from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import { LANGS, type Lang, type Text } from '../../base/text.ts'
import { line } from '../../web/shape.ts'
import { COUNTRIES } from './countries.ts'

const idOf = <T extends string>() => z.uuid() as unknown as z.ZodType<T>
const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((text) => (text === '' ? null : text))

export const PARTY_KINDS = ['organisation', 'individual'] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

/** An organisation or individual, as those who act for it and officers see it. */
export const Party = z
  .object({
    id: idOf<PartyId>(),
    kind: z.enum(PARTY_KINDS),
    name: z.string(),
    address: z.string(),
    contact: z.string(),
    code: z.string().nullable(),
    country: z.string(),
    contactPoint: z.string().nullable(),
    presence: z.string().nullable(),
    representative: z.string().nullable(),
    stateBody: z.boolean(),
    createdAt: z.string(),
    seq: z.int(),
  })
  .readonly()
export type Party = z.infer<typeof Party>

export const emailKey = (email: string): string => email.trim().normalize('NFC').toLowerCase()
const MAIL = /^[^\s@<>",;:\\()[\]]+@[^\s@<>",;:\\()[\]]+\.[^\s@<>",;:\\()[\]]+$/
const PHONE = /^\+?[\d .()-]{8,20}$/
export const Email = line(254).regex(MAIL)
/** A long password is a good password: no composition rules (NIST SP 800-63B). */
export const Password = z.string().min(10).max(200)

export const SignUp = z.object({ name: line(200), email: Email, password: Password })
export type SignUp = z.infer<typeof SignUp>
export const SignIn = z.object({ email: line(254), password: z.string().min(1).max(200) })
export type SignIn = z.infer<typeof SignIn>
export const Forgotten = z.object({ email: Email })
export const NewPassword = z.object({ password: Password })
export const OwnPassword = z.object({ current: z.string().min(1).max(200) })
export const PasswordChange = z.object({ current: z.string().min(1).max(200), password: Password })
export const Profile = z.object({ name: line(200), lang: z.enum(LANGS) })
export const OneTimeCode = z.object({
  code: z
    .string()
    .transform((c) => c.replaceAll(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/)),
})
/** By invitation: the link proves the address. */
export const Newcomer = z.object({ name: line(200), password: Password })
export type Newcomer = z.infer<typeof Newcomer>

/** Name, address and contact are asked; the rest is offered and never demanded (Law art. 14.6 shows it as a duty). */
export const PartyDetails = z.object({
  kind: z.enum(PARTY_KINDS),
  name: line(300),
  address: line(500),
  contact: line(254).refine((text) => MAIL.test(text) || PHONE.test(text)),
  code: optional(40),
  country: z.enum(COUNTRIES),
  contactPoint: optional(500),
  presence: optional(500),
  representative: optional(500),
  stateBody: z.boolean(),
})
export type PartyDetails = z.infer<typeof PartyDetails>

export const MemberInvitation = z.object({ email: Email, role: z.enum(PARTY_ROLES) })
export type MemberInvitation = z.infer<typeof MemberInvitation>
export const RoleChoice = z.object({ role: z.enum(PARTY_ROLES) })
export const KeyRequest = z.object({ label: line(100), scopes: z.array(z.enum(SCOPES)).min(1) })
export type KeyRequest = z.infer<typeof KeyRequest>
export const UnitDetails = z.object({ kind: z.enum(UNIT_KINDS), code: line(30), nameVi: line(200), nameEn: line(200) })
export type UnitDetails = z.infer<typeof UnitDetails>
export const OfficerInvitation = z.object({ email: Email, role: z.enum(UNIT_ROLES) })
export type OfficerInvitation = z.infer<typeof OfficerInvitation>
/** What an address may name: anything else is simply not there. */
export const isId = (text: string): boolean => z.uuid().safeParse(text).success

export interface Account {
  readonly id: AccountId
  readonly email: string
  readonly name: string
  readonly lang: Lang
  readonly confirmed: boolean
  readonly secondFactor: boolean
}

export interface MemberView {
  readonly account: AccountId
  readonly name: string
  readonly email: string
  readonly role: PartyRole
  readonly since: Instant
}

export interface InvitationView {
  readonly id: string
  readonly email: string
  readonly role: PartyRole | UnitRole
  readonly at: Instant
  readonly until: Instant
}

/** An invitation still open, as the holder of its link sees it. */
export type OpenInvitation = { readonly id: string; readonly email: string; readonly by: string } & (
  | { readonly to: 'party'; readonly party: PartyId; readonly name: string; readonly role: PartyRole }
  | { readonly to: 'unit'; readonly unit: UnitId; readonly name: Text; readonly role: UnitRole }
)

export interface KeyView {
  readonly id: string
  readonly label: string
  readonly hint: string
  readonly scopes: readonly Scope[]
  readonly createdAt: Instant
  readonly revokedAt: Instant | null
}

export interface AccessView {
  readonly at: Instant
  readonly unit: Text | null
  readonly object: string
}

/** An officer read a restricted record of a party. */
export interface AccessNote {
  readonly by: string
  readonly unit: UnitId | null
  readonly party: PartyId
  /** What was read, as the party knows it: an AI-ID, a number. */
  readonly object: string
  readonly at: Instant
}

export interface Unit {
  readonly id: UnitId
  readonly kind: UnitKind
  readonly code: string
  readonly name: Text
}

export interface OfficerView {
  readonly account: AccountId
  readonly name: string
  readonly email: string
  readonly role: UnitRole
  readonly since: Instant
  readonly secondFactor: boolean
}

/** Where to write, and in which language. */
export interface Correspondent {
  readonly account: AccountId
  readonly email: string
  readonly lang: Lang
}

/** What a party declared of itself, as a form that asks nothing twice fills it in. */
export interface About {
  readonly kind: PartyKind
  readonly name: string
  readonly address: string
  readonly contact: string
  /** The tax or founding code. */
  readonly code: string | null
}

/** Every way this room can say no, and what sort of no it is. */
export const REFUSALS = {
  'account.unknown': 'absent',
  'account.wrong-password': 'unfit',
  'account.last-owner': 'untimely',
  'account.seated': 'untimely',
  'sign-in.mismatch': 'unfit',
  'sign-in.code-wrong': 'unfit',
  'sign-in.code-late': 'untimely',
  'sign-in.too-many': 'overmuch',
  'link.spent': 'absent',
  'second-factor.not-for-you': 'absent',
  'second-factor.already': 'untimely',
  'second-factor.stale': 'untimely',
  'party.unknown': 'absent',
  'party.changed-meanwhile': 'untimely',
  'party.not-your-part': 'unentitled',
  'member.unknown': 'absent',
  'member.already': 'untimely',
  'member.last-owner': 'untimely',
  'invitation.unknown': 'absent',
  'invitation.too-many': 'overmuch',
  'invitation.other-address': 'unentitled',
  'invitation.sign-in-first': 'untimely',
  'key.unknown': 'absent',
  'key.too-many': 'overmuch',
  'unit.unknown': 'absent',
  'unit.code-taken': 'untimely',
  'desk.changed-meanwhile': 'untimely',
  'seat.unknown': 'absent',
  'seat.already': 'untimely',
  'seat.elsewhere': 'untimely',
  'seat.last-administrator': 'untimely',
  'evaluation.absent': 'absent',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
