import { z } from 'zod'
import type { UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import { Level, SectorName, type SystemId } from '../systems/schema.ts'

export type CampaignId = string & { readonly __campaign: unique symbol }

/** At random with a seed nobody could choose, or those with the gravest reasons to look. */
export const WAYS = ['random', 'signals'] as const
export type Way = (typeof WAYS)[number]
/** Where the seed comes from: the root of the public log at a size still to come, or a source named beforehand. */
export const SEEDS = ['log', 'announced'] as const

const line = (max: number) => z.string().trim().min(1).max(max)

/** What a chief lays down before anything is drawn. */
export const CampaignInput = z.strictObject({
  title: line(200),
  purpose: line(2000),
  levels: z.array(Level).min(1),
  sectors: z.array(SectorName),
  place: z.string().trim().max(100),
  size: z.coerce.number().int().min(1).max(500),
  way: z.enum(WAYS),
  seedFrom: z.enum(SEEDS),
  seedSays: z.string().trim().max(500),
  scope: line(2000),
  members: line(1000),
  period: z.coerce.number().int().min(1).max(90),
})
export type CampaignInput = z.infer<typeof CampaignInput>

export const CAMPAIGN_STATES = ['drafted', 'announced', 'drawn', 'closed', 'dropped'] as const
export type CampaignState = (typeof CAMPAIGN_STATES)[number]

/** A round of checks over a sample of systems. */
export interface Campaign extends CampaignInput {
  readonly id: CampaignId
  readonly number: string
  readonly unit: UnitId
  readonly state: CampaignState
  /** How many systems the sample is drawn from, and the SHA-256 of their sorted AI-IDs: fixed when it is announced. */
  readonly frameCount: number | null
  readonly frameHash: string | null
  /** Size of the public log whose root will be the seed. */
  readonly logSize: number | null
  readonly seed: string | null
  readonly summary: string | null
  readonly createdAt: Instant
  readonly announcedAt: Instant | null
  readonly drawnAt: Instant | null
  readonly closedAt: Instant | null
  readonly seq: number
}

/** A system of the sample and how far its check has come. */
export interface Sampled {
  readonly place: number
  readonly system: SystemId
  readonly aiId: string
  readonly name: string
  readonly level: Level
  readonly provider: string
  readonly file: string | null
  readonly state: string | null
  readonly outcomes: readonly string[]
}

/** What anyone may read of a campaign drawn at random: enough to draw it again. */
export const PublicCampaign = z
  .strictObject({
    type: z.literal('saola.sample.v1'),
    number: z.string(),
    issuer: z.strictObject({ vi: z.string(), en: z.string() }),
    title: z.string(),
    state: z.enum(CAMPAIGN_STATES),
    levels: z.array(Level),
    sectors: z.array(SectorName),
    place: z.string(),
    size: z.int(),
    announcedAt: z.string(),
    frame: z.strictObject({ count: z.int(), sha256: z.string() }),
    seedFrom: z.enum(SEEDS),
    seedSays: z.string(),
    logSize: z.int().nullable(),
    seed: z.string().nullable(),
    drawnAt: z.string().nullable(),
    sample: z.array(z.string()),
    leaf: z.strictObject({ id: z.string(), salt: z.string() }),
    closedAt: z.string().nullable(),
    summary: z.string().nullable(),
  })
  .readonly()
export type PublicCampaign = z.infer<typeof PublicCampaign>

/** Every way a campaign can say no, and what sort of no it is. */
export const CAMPAIGN_REFUSALS = {
  'campaign.unknown': 'absent',
  'campaign.low': 'unfit',
  'campaign.missing': 'unfit',
  'campaign.size': 'unfit',
  'campaign.period': 'unfit',
  'campaign.seed-source': 'unfit',
  'campaign.not-competent': 'unentitled',
  'campaign.not-now': 'untimely',
  'campaign.frame-empty': 'untimely',
  'campaign.log-short': 'untimely',
  'campaign.seed-missing': 'unfit',
  'campaign.officer-opens': 'unentitled',
  'campaign.checks-open': 'untimely',
} as const satisfies Record<string, Sort>
export type CampaignCode = keyof typeof CAMPAIGN_REFUSALS
