import { actorId, type UnitId, type UnitKind } from '../../base/actor.ts'
import type { Json } from '../../base/canonical.ts'
import { dayOf, type Instant } from '../../base/day.ts'
import { uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, type Refusal, refuse } from '../../base/outcome.ts'
import type { Acting } from '../../casework/actions.ts'
import { noteSource } from '../../casework/chain.ts'
import type { Kit } from '../../db/kit.ts'
import { addLeaves, makeLeaf } from '../../db/leaf.ts'
import { findByAiId } from '../systems/actions.ts'
import { isRecorded } from '../systems/schema.ts'
import { againstCampaign, criteriaOf } from './campaign-rules.ts'
import type { Campaign, CampaignCode, CampaignId, CampaignInput, PublicCampaign, Sampled } from './campaign-schema.ts'
import * as store from './campaign-store.ts'
import { draw, frameHash } from './draw.ts'
import { COMPETENCE, SEED_MARGIN } from './kinds.ts'
import { broughtFor } from './rules.ts'
import { proposeCheck } from './visit-actions.ts'

const no = (code: CampaignCode, more: Partial<Refusal> = {}) => refuse({ code, ...more })

interface Desk {
  readonly unit: UnitId
  readonly kind: UnitKind
  readonly role: 'officer' | 'chief'
}

/** Officers and chiefs of a unit; a campaign is the business of its own unit and of nobody else. */
function deskOf({ actor }: Pick<Acting, 'actor'>): Desk | undefined {
  const seat = actor.kind === 'person' ? actor.seat : null
  return seat === null || seat.role === 'administrator'
    ? undefined
    : { unit: seat.unit, kind: seat.kind, role: seat.role }
}

async function own(asked: Acting, number: string, lock = false): Promise<Campaign | undefined> {
  const desk = deskOf(asked)
  const found = desk && (await store.findCampaign(asked.db, number, lock))
  return found?.unit === desk?.unit ? found : undefined
}

/** Keeps a step: the row, what happened, and its leaf. */
async function step(
  asked: Acting,
  campaign: Campaign,
  verb: string,
  changed: Partial<Campaign>,
  shown: Readonly<Record<string, Json>> = {},
): Promise<Campaign> {
  const [at, by] = [asked.now(), actorId(asked.actor)]
  const after = { ...campaign, ...changed, seq: campaign.seq + 1 }
  const leaf = makeLeaf({
    ...{ type: `campaign.${verb}`, subject: campaign.number, at },
    groups: { act: { seq: after.seq, by }, shown },
  })
  await addLeaves(asked.db, [leaf])
  await store.updateCampaign(asked.db, after)
  await store.insertEvent(asked.db, { campaign: campaign.id, seq: after.seq, verb, by, at, shown }, leaf)
  return after
}

// ————— drafting and announcing —————

const numbered = (at: Instant, n: number): string => `DKT-${dayOf(at).slice(0, 4)}-${String(n).padStart(6, '0')}`

/**
 * Drafts a campaign. Refused for low risk, which the Law does not sample (art. 10.5.c), and for units that may not check.
 */
export async function createCampaign(asked: Acting, input: CampaignInput): Promise<Outcome<Campaign>> {
  const desk = deskOf(asked)
  if (desk?.role !== 'chief' || COMPETENCE.check.units[desk.kind] !== 'every')
    return no('campaign.not-competent', { cite: 'L28.2' })
  const against = againstCampaign(input)
  if (against.length > 0) return refuse(...against)
  const at = asked.now()
  const campaign: Campaign = {
    ...input,
    ...{ id: uuidv7() as CampaignId, number: numbered(at, await store.nextNumber(asked.db)), unit: desk.unit },
    ...{ state: 'drafted', frameCount: null, frameHash: null, logSize: null, seed: null, summary: null },
    ...{ createdAt: at, announcedAt: null, drawnAt: null, closedAt: null, seq: 0 },
  }
  await store.insertCampaign(asked.db, campaign)
  await noteSource(asked, { number: campaign.number, path: `/campaigns/${campaign.number}`, unit: desk.unit })
  return done(await step(asked, campaign, 'created', {}))
}

/** A campaign of the chief's unit in this state, held until the transaction ends. */
async function chiefs(asked: Acting, number: string, state: Campaign['state']): Promise<Outcome<Campaign>> {
  const found = await own(asked, number, true)
  if (found === undefined) return no('campaign.unknown')
  if (deskOf(asked)?.role !== 'chief') return no('campaign.not-competent')
  return found.state === state ? done(found) : no('campaign.not-now')
}

/**
 * Fixes what the sample is drawn from and where its seed will come from, in a leaf of the public log. From then on nobody
 * can change either; the seed does not exist yet.
 */
export async function announceCampaign(asked: Acting, number: string): Promise<Outcome<Campaign>> {
  const found = await chiefs(asked, number, 'drafted')
  if (!found.ok) return found
  const campaign = found.value
  const frame = await store.listFitting(asked.db, campaign)
  if (frame.length === 0) return no('campaign.frame-empty')
  const { placed, waiting } = await store.logSizes(asked.db)
  const fromLog = campaign.way === 'random' && campaign.seedFrom === 'log'
  const fixed = {
    ...{ frameCount: frame.length, frameHash: frameHash(frame) },
    logSize: fromLog ? placed + waiting + SEED_MARGIN : null,
  }
  await store.keepFrame(asked.db, campaign.id, frame)
  const shown = { ...criteriaOf(campaign), ...fixed }
  return done(
    await step(asked, campaign, 'announced', { ...fixed, state: 'announced', announcedAt: asked.now() }, shown),
  )
}

export async function dropCampaign(asked: Acting, number: string): Promise<Outcome<Campaign>> {
  const found = await own(asked, number, true)
  if (found === undefined) return no('campaign.unknown')
  if (deskOf(asked)?.role !== 'chief') return no('campaign.not-competent')
  if (found.state !== 'drafted' && found.state !== 'announced') return no('campaign.not-now')
  return done(await step(asked, found, 'dropped', { state: 'dropped', closedAt: asked.now() }))
}

// ————— drawing —————

/**
 * Draws the sample. At random: with the root of the public log at the size named beforehand, or with the value of the
 * source named beforehand (`typed`). By signals: those with the gravest open reasons.
 */
export async function drawCampaign(asked: Acting, number: string, typed: string): Promise<Outcome<Campaign>> {
  const found = await chiefs(asked, number, 'announced')
  if (!found.ok) return found
  const campaign = found.value
  const frame = await store.listFrame(asked.db, campaign.id)
  const seed = campaign.way === 'random' ? await seedOf(asked, campaign, typed) : done(null)
  if (!seed.ok) return seed
  const sample =
    seed.value === null
      ? await store.listGravest(asked.db, frame, campaign.size)
      : draw(frame, seed.value, campaign.number, campaign.size)
  if (sample.length === 0) return no('campaign.frame-empty')
  await store.keepSample(asked.db, campaign.id, sample)
  const shown = { seed: seed.value, sample }
  return done(await step(asked, campaign, 'drawn', { state: 'drawn', seed: seed.value, drawnAt: asked.now() }, shown))
}

async function seedOf(asked: Acting, { seedFrom, logSize }: Campaign, typed: string): Promise<Outcome<string>> {
  if (seedFrom === 'announced') {
    const seed = typed.trim().slice(0, 500)
    return seed === '' ? no('campaign.seed-missing', { field: 'seed' }) : done(seed)
  }
  const { placed } = await store.logSizes(asked.db)
  if (logSize === null || placed < logSize)
    return no('campaign.log-short', { facts: { size: String(logSize ?? 0), now: String(placed) } })
  return done(await store.rootAt(asked.db, logSize))
}

// ————— checks of the sample —————

/**
 * Opens a check of every system of the sample that has none yet and puts it before the chief. An officer does it, so
 * that the chief may sign; done twice it opens none twice. Answers how many were opened.
 */
export async function openChecks(asked: Acting, number: string): Promise<Outcome<number>> {
  const campaign = await own(asked, number, true)
  if (campaign === undefined) return no('campaign.unknown')
  if (deskOf(asked)?.role !== 'officer') return no('campaign.officer-opens', { cite: 'L28.2' })
  if (campaign.state !== 'drawn') return no('campaign.not-now')
  const waiting = (await store.listSample(asked.db, campaign.id)).filter(({ file }) => file === null)
  for (const { aiId, place } of waiting) {
    const system = await findByAiId(asked.db, aiId)
    if (system === undefined || !isRecorded(system)) continue
    const file = await proposeCheck(asked, system, answersFor(campaign, system), campaign.number)
    if (!file.ok) return file
    await store.noteFile(asked.db, campaign.id, place, file.value.number)
  }
  if (waiting.length > 0) await step(asked, campaign, 'opened', {}, { count: waiting.length })
  return done(waiting.length)
}

const answersFor = (campaign: Campaign, system: Parameters<typeof broughtFor>[0]) =>
  broughtFor(system, {
    // A high-risk system that is drawn is given its periodic check; one of medium risk is sampled.
    ...{
      ground: system.level === 'high' ? 'periodic' : 'sample',
      reason: `${campaign.title} (${campaign.number}). ${campaign.purpose}`,
    },
    ...{ scope: campaign.scope, members: campaign.members, period: campaign.period, necessity: campaign.purpose },
  })

/** Ends a campaign with its summary, once every check of it is concluded or was not carried out. */
export async function closeCampaign(asked: Acting, number: string, summary: string): Promise<Outcome<Campaign>> {
  const found = await chiefs(asked, number, 'drawn')
  if (!found.ok) return found
  const said = summary.trim().slice(0, 4000)
  const open = (await store.listSample(asked.db, found.value.id)).filter(({ state }) => !isOver(state))
  const against: Refusal[] = [
    ...(said === '' ? [{ code: 'campaign.missing', field: 'summary' } as const] : []),
    ...(open.length === 0 ? [] : [{ code: 'campaign.checks-open', facts: { n: String(open.length) } } as const]),
  ]
  if (against.length > 0) return refuse(...against)
  const changed = { state: 'closed', summary: said, closedAt: asked.now() } as const
  return done(await step(asked, found.value, 'closed', changed, { summary: said }))
}

const CONCLUDED = ['concluded', 'planning', 'planned', 'remedying', 'remedied', 'verified', 'closed', 'dropped']
const isOver = (state: string | null): boolean => state !== null && CONCLUDED.includes(state)

// ————— reading —————

export async function campaignsOf(asked: Acting): Promise<Outcome<Awaited<ReturnType<typeof store.listCampaigns>>>> {
  const desk = deskOf(asked)
  return desk === undefined ? no('campaign.unknown') : done(await store.listCampaigns(asked.db, desk.unit))
}

export interface CampaignWhole {
  readonly campaign: Campaign
  readonly sample: readonly Sampled[]
  readonly events: readonly { readonly verb: string; readonly at: Instant }[]
  /** How many acts have their place in the public log now. */
  readonly logNow: number
  readonly role: Desk['role']
}

export async function campaignOf(asked: Acting, number: string): Promise<Outcome<CampaignWhole>> {
  const [campaign, desk] = [await own(asked, number), deskOf(asked)]
  if (campaign === undefined || desk === undefined) return no('campaign.unknown')
  return done({
    ...{ campaign, role: desk.role, sample: await store.listSample(asked.db, campaign.id) },
    ...{ events: await store.listEvents(asked.db, campaign.id), logNow: (await store.logSizes(asked.db)).placed },
  })
}

export const publicCampaigns = ({ reader }: Pick<Kit, 'reader'>): Promise<readonly PublicCampaign[]> =>
  store.listPublic(reader)

/** Everything it takes to draw a random sample again, for anyone. */
export async function publicCampaign(
  { reader }: Pick<Kit, 'reader'>,
  number: string,
): Promise<Outcome<PublicCampaign>> {
  const found = await store.findPublic(reader, number)
  return found === undefined ? no('campaign.unknown') : done(found)
}

/** The AI-IDs a random sample is drawn from, in the order of their letters. */
export async function publicFrame(
  { reader }: Pick<Kit, 'reader'>,
  number: string,
): Promise<Outcome<readonly string[]>> {
  const found = await store.findPublic(reader, number)
  return found === undefined ? no('campaign.unknown') : done(await store.listPublicFrame(reader, number))
}
