import { z } from 'zod'
import type { PartyId, UnitId } from '../../base/actor.ts'
import type { Day, Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import { DAMAGE } from '../../law/damage.ts'
import type { DamageQuestion } from '../../law/damage-rule.ts'

const Both = z.strictObject({ vi: z.string(), en: z.string() })

const answerTo = ({ ask, options, kind }: DamageQuestion) => {
  const one = z.enum(options.map(({ value }) => value))
  return (kind === 'one' ? one : z.array(one).min(1)).optional().meta({ description: ask.en })
}

/** Answers of a program, by question: exactly those the guide asks. */
export const DamageInput = z.strictObject({
  answers: z.strictObject(Object.fromEntries(DAMAGE.questions.map((q) => [q.id, answerTo(q)]))),
})

/** Who compensates whom, as it goes out. */
export const LiabilityAnswer = z
  .strictObject({
    on: z.string(),
    findings: z.array(
      z.strictObject({
        id: z.string(),
        branch: z.string(),
        liable: z.string().meta({ description: 'Who pays; `civil`: general civil law says, `nobody`: an exemption' }),
        to: z.enum(['injured', 'deployer']),
        text: Both,
        cite: z.string(),
        confidence: z.string(),
        holds: z.enum(['yes', 'if']),
        hangsOn: z.array(z.string()).readonly(),
      }),
    ),
    evidence: z.array(
      z.strictObject({ id: z.string(), roles: z.array(z.string()).readonly(), text: Both, cite: z.string() }),
    ),
    next: z.string().nullable().meta({ description: 'The question to answer next; null when all are answered' }),
    note: Both,
  })
  .meta({ id: 'Liability', description: 'Information on Law art. 29 from answers given; no judgement' })

// ————— claims the parties keep here —————

export type ClaimId = string & { readonly __claim: unique symbol }

/** On which side of a claim somebody stands; the claimant is always the injured party. */
export const LIABLE_ROLES = ['deployer', 'provider', 'developer', 'user', 'third-party', 'other'] as const
export type LiableRole = (typeof LIABLE_ROLES)[number]
export type SideRole = 'injured' | LiableRole

/** A claim for compensation (Law art. 29), kept by its parties. `asked`: in đồng. */
export interface Claim {
  readonly id: ClaimId
  readonly number: string
  readonly claimant: PartyId
  readonly title: string
  /** What happened, in the claimant's words. */
  readonly facts: string
  readonly happenedOn: Day | null
  readonly aiId: string | null
  readonly systemName: string
  readonly asked: number | null
  readonly state: 'open' | 'withdrawn'
  readonly seq: number
  readonly openedAt: Instant
  readonly changedAt: Instant
}

export interface ClaimSide {
  readonly n: number
  readonly role: SideRole
  readonly name: string
  /** null until whoever holds the link has joined. */
  readonly party: PartyId | null
  readonly foundBy: 'self' | 'ai-id' | 'code' | 'link'
  readonly joinedAt: Instant | null
  readonly declinedAt: Instant | null
}

/** What two sides settle between them: compensation, or afterwards recourse among those who are liable. */
export interface Matter {
  readonly n: number
  readonly kind: 'compensation' | 'recourse'
  readonly asker: number
  readonly answerer: number
  readonly state: 'talking' | 'accepted' | 'agreed' | 'settled' | 'ended'
  /** The step of the offer that stands. */
  readonly offer: number | null
}

export const MATTER_VERBS = ['offer', 'say', 'accept', 'confirm', 'settle'] as const
export type MatterVerb = (typeof MATTER_VERBS)[number]
export type ClaimVerb =
  | MatterVerb
  | 'open'
  | 'invite'
  | 'join'
  | 'decline'
  | 'recourse'
  | 'share'
  | 'unshare'
  | 'withdraw'

export interface ClaimStep {
  readonly seq: number
  /** null: for everybody in the claim. */
  readonly matter: number | null
  readonly verb: ClaimVerb
  readonly side: number
  readonly by: string
  readonly at: Instant
  readonly amount: number | null
  readonly words: string | null
}

export interface ClaimShare {
  readonly side: number
  readonly unit: UnitId
  readonly at: Instant
  readonly endedAt: Instant | null
}

export interface WholeClaim {
  readonly claim: Claim
  readonly sides: readonly ClaimSide[]
  readonly matters: readonly Matter[]
  readonly steps: readonly ClaimStep[]
  readonly shares: readonly ClaimShare[]
}

/** Every way this room can say no, and what sort of no it is. */
export const REFUSALS = {
  'claim.unknown': 'absent',
  'claim.no-organisation': 'unentitled',
  'claim.not-your-part': 'unentitled',
  'claim.not-now': 'untimely',
  'claim.changed-meanwhile': 'untimely',
  'claim.missing': 'unfit',
  'claim.too-long': 'unfit',
  'claim.amount': 'unfit',
  'claim.day': 'unfit',
  'claim.role': 'unfit',
  'claim.system-unknown': 'unfit',
  'claim.nobody-found': 'unfit',
  'claim.already-there': 'unfit',
  'claim.too-many': 'unfit',
  'claim.unit-unknown': 'unfit',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
