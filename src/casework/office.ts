import { type Actor, actingFor, type PartyId, type UnitId } from '../base/actor.ts'
import { type Outcome, refuse } from '../base/outcome.ts'
import type { Text } from '../base/text.ts'
import type { Kit } from '../db/kit.ts'
import type { Step } from './flow.ts'
import type { Procedure } from './procedure.ts'
import type { Answers, CaseFile, Code, Item, People } from './schema.ts'

/** A verb's kit: who asks is part of it. */
export type Acting = Kit & { readonly actor: Actor }

/** What a room adds to a step: in the same transaction, before it is kept. A refusal takes everything back. */
export type Effect = (asked: Acting, step: Step) => Promise<Outcome<null>>

/** A procedure at work: its value, who knows the people, and what its room does besides. */
export interface Office {
  readonly procedure: Procedure
  readonly people: People
  readonly effects?: Readonly<Record<string, Effect>>
  /** Whom a file may be about, found by what an officer typed: for procedures the unit begins. */
  readonly about?: (asked: Acting, words: string, brought: Answers) => Promise<Candidates>
}

/** What comes with a step from a page or a program. */
export interface Sent {
  readonly answers?: Answers
  /** They are the form as a whole: what was answered before and is left out now is taken away. */
  readonly whole?: true
  /** In clear, for this one moment: sealed before anything is decided. */
  readonly secrets?: Readonly<Record<string, string>>
  /** From a program: an answer nobody asks for is refused, not left out. */
  readonly exact?: true
  readonly text?: string
  readonly items?: readonly Item[]
  readonly replies?: readonly string[]
  readonly desk?: string
  /** It follows from a step on another file: never from a page or a program. */
  readonly follows?: true
}

/** Whom a file may be about, why each was found, and what is thereby known of the first form. */
export interface Candidates {
  readonly found: readonly { readonly party: PartyId; readonly name: string; readonly why: Text }[]
  readonly brought: Answers
}

export const no = (code: Code) => refuse({ code })

/** Someone who may write for the organisation he acts for. */
export function partyOf(actor: Actor): PartyId | undefined {
  const member = actingFor(actor)
  return member === null || member.role === 'viewer' ? undefined : member.party
}

/** Where an officer or a chief works. Administrators look after units and handle no files. */
export const deskOf = (actor: Actor): Pick<CaseFile, 'unit' | 'officer'> | undefined =>
  actor.kind !== 'person' || actor.seat === null || actor.seat.role === 'administrator'
    ? undefined
    : { unit: actor.seat.unit, officer: actor.account }

/** The unit in whose name somebody reads, as an access note says it. */
export const seatOf = (actor: Actor): UnitId | null => (actor.kind === 'person' ? (actor.seat?.unit ?? null) : null)
