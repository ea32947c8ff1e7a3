import { type Selectable, sql } from 'kysely'
import type { UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import { json } from '../../db/json.ts'
import type { Database } from '../../db/kit.ts'
import type { MadeLeaf } from '../../db/leaf.ts'
import type { CampaignRow, PublicCampaignRow } from '../../db/tables.ts'
import { EMPTY, extend, rootOf } from '../../log/tree.ts'
import { type Campaign, type CampaignId, type CampaignInput, PublicCampaign, type Sampled } from './campaign-schema.ts'

const asCampaign = (r: Selectable<CampaignRow>): Campaign => ({
  ...{ id: r.id as CampaignId, number: r.number, unit: r.unit as UnitId, title: r.title, purpose: r.purpose },
  ...{ levels: r.levels as unknown as Campaign['levels'], sectors: r.sectors as unknown as Campaign['sectors'] },
  ...{ place: r.place, size: r.size, way: r.way as Campaign['way'], seedFrom: r.seed_from as Campaign['seedFrom'] },
  ...{ seedSays: r.seed_says, scope: r.scope, members: r.members, period: r.period },
  ...{ state: r.state as Campaign['state'], frameCount: r.frame_count, frameHash: r.frame_hash, logSize: r.log_size },
  ...{ seed: r.seed, summary: r.summary, createdAt: r.created_at, announcedAt: r.announced_at, drawnAt: r.drawn_at },
  ...{ closedAt: r.closed_at, seq: r.seq },
})

export async function nextNumber(db: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval('campaign_number')::int as n`.execute(db)
  return rows[0]?.n ?? 0
}

export async function insertCampaign(db: Database, c: Campaign): Promise<void> {
  await db
    .insertInto('campaign')
    .values({
      ...{ id: c.id, number: c.number, unit: c.unit, title: c.title, purpose: c.purpose, levels: [...c.levels] },
      ...{ sectors: [...c.sectors], place: c.place, size: c.size, way: c.way, seed_from: c.seedFrom },
      ...{ seed_says: c.seedSays, scope: c.scope, members: c.members, period: c.period, state: c.state },
      ...{ created_at: c.createdAt, seq: c.seq },
    })
    .execute()
}

/** What a step changes; the criteria never do. */
export async function updateCampaign(db: Database, c: Campaign): Promise<void> {
  await db
    .updateTable('campaign')
    .set({
      ...{ state: c.state, frame_count: c.frameCount, frame_hash: c.frameHash, log_size: c.logSize, seed: c.seed },
      ...{ summary: c.summary, announced_at: c.announcedAt, drawn_at: c.drawnAt, closed_at: c.closedAt, seq: c.seq },
    })
    .where('id', '=', c.id)
    .execute()
}

/** `lock`: held until the transaction ends, so that two hands cannot take one step twice. */
export async function findCampaign(db: Database, number: string, lock = false): Promise<Campaign | undefined> {
  const found = db.selectFrom('campaign').selectAll().where('number', '=', number)
  const row = await (lock ? found.forUpdate() : found).executeTakeFirst()
  return row && asCampaign(row)
}

/** The campaigns of a unit, newest first, with how many of each sample are concluded. */
export async function listCampaigns(
  db: Database,
  unit: UnitId,
): Promise<readonly (Campaign & { readonly all: number; readonly concluded: number })[]> {
  const { rows } = await sql<Selectable<CampaignRow> & { all_: number; concluded: number }>`
    select c.*, coalesce(n.all_, 0)::int as all_, coalesce(n.concluded, 0)::int as concluded
    from campaign c left join lateral (
      select count(*) as all_, count(*) filter (where v.concluded_at is not null) as concluded
      from campaign_sample p left join inspection_visit v on v.number = p.file where p.campaign = c.id
    ) n on true
    where c.unit = ${unit} order by c.created_at desc limit 200`.execute(db)
  return rows.map((r) => ({ ...asCampaign(r), all: r.all_, concluded: r.concluded }))
}

export interface CampaignEvent {
  readonly campaign: CampaignId
  readonly seq: number
  readonly verb: string
  readonly by: string
  readonly at: Instant
  readonly shown: object
}

export async function insertEvent(db: Database, event: CampaignEvent, leaf: MadeLeaf): Promise<void> {
  await db
    .insertInto('campaign_event')
    .values({ ...event, shown: json(event.shown), leaf: leaf.row.id, salts: json(leaf.salts) })
    .execute()
}

export async function listEvents(db: Database, campaign: CampaignId): Promise<{ verb: string; at: Instant }[]> {
  return db
    .selectFrom('campaign_event')
    .select(['verb', 'at'])
    .where('campaign', '=', campaign)
    .orderBy('seq')
    .execute()
}

// ————— what is drawn from —————

/** The AI-IDs of all systems in use that fit. The check of the table and this query both leave low risk out. */
export async function listFitting(
  db: Database,
  { levels, sectors, place }: Pick<CampaignInput, 'levels' | 'sectors' | 'place'>,
): Promise<string[]> {
  const { rows } = await sql<{ ai_id: string }>`
    select s.ai_id from system s join party p on p.id = s.provider
    where s.ai_id is not null and s.state = 'in-use' and s.level = any(${[...levels]}::text[]) and s.level <> 'low'
      and (${sectors.length === 0} or s.sectors && ${[...sectors]}::text[])
      and (${place === ''} or p.address ilike ${`%${place.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`})
    order by s.ai_id collate "C"`.execute(db)
  return rows.map((row) => row.ai_id)
}

export async function keepFrame(db: Database, campaign: CampaignId, aiIds: readonly string[]): Promise<void> {
  await sql`insert into campaign_frame (campaign, ai_id) select ${campaign}, unnest(${[...aiIds]}::text[])`.execute(db)
}

export async function listFrame(db: Database, campaign: CampaignId): Promise<string[]> {
  const rows = await db.selectFrom('campaign_frame').select('ai_id').where('campaign', '=', campaign).execute()
  return rows.map(({ ai_id }) => ai_id)
}

/** How many acts have their place in the public log, and how many still wait for it. */
export async function logSizes(db: Database): Promise<{ readonly placed: number; readonly waiting: number }> {
  const { rows } = await sql<{ placed: number; waiting: number }>`
    select count(log_index)::int as placed, (count(*) - count(log_index))::int as waiting from log_leaf`.execute(db)
  return rows[0] ?? { placed: 0, waiting: 0 }
}

const AT_ONCE = 20_000

/** The root of the public log at a size it has reached, as anyone derives it from the tiles (RFC 6962), in hex. */
export async function rootAt(db: Database, size: number): Promise<string> {
  let range = EMPTY
  while (range.size < size) {
    const { rows } = await sql<{ hash: Buffer }>`
      select sha256('\\x00'::bytea || body) as hash from log_leaf
      where log_index >= ${range.size} and log_index < ${Math.min(size, range.size + AT_ONCE)} order by log_index`.execute(
      db,
    )
    if (rows.length === 0) throw new Error(`the log ends at ${range.size}, before ${size}`)
    range = extend(
      range,
      rows.map(({ hash }) => new Uint8Array(hash)),
    )
  }
  return Buffer.from(rootOf(range)).toString('hex')
}

// ————— the sample —————

export async function keepSample(db: Database, campaign: CampaignId, aiIds: readonly string[]): Promise<void> {
  await sql`
    insert into campaign_sample (campaign, place, system)
    select ${campaign}, t.place, s.id from unnest(${[...aiIds]}::text[]) with ordinality as t(ai_id, place)
    join system s on s.ai_id = t.ai_id`.execute(db)
}

/** The sample in the order of its draw, with how far each check has come. */
export async function listSample(db: Database, campaign: CampaignId): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    select p.place, p.system, s.ai_id as "aiId", s.name, s.level, o.name as provider, p.file,
      coalesce(v.state, f.state) as state, coalesce(v.outcomes, '{}') as outcomes
    from campaign_sample p join system s on s.id = p.system join party o on o.id = s.provider
    left join casefile f on f.number = p.file left join inspection_visit v on v.number = p.file
    where p.campaign = ${campaign} order by p.place`.execute(db)
  return rows
}

export async function noteFile(db: Database, campaign: CampaignId, place: number, file: string): Promise<void> {
  await db
    .updateTable('campaign_sample')
    .set({ file })
    .where('campaign', '=', campaign)
    .where('place', '=', place)
    .execute()
}

/** The systems of the highest standing among the officers' signals that fit; the gravest first. */
export async function listGravest(db: Database, frame: readonly string[], size: number): Promise<string[]> {
  const { rows } = await sql<{ ai_id: string }>`
    select s.ai_id from signal g join system s on s.id = g.system
    where g.state = 'open' and s.ai_id = any(${[...frame]}::text[])
    group by s.id, s.ai_id order by max(g.gravity) + sum(g.gravity) / 10 desc, s.ai_id limit ${size}`.execute(db)
  return rows.map((row) => row.ai_id)
}

/** The campaign a check was opened in. */
export async function findCampaignOf(
  db: Database,
  file: string,
): Promise<{ number: string; title: string } | undefined> {
  return db
    .selectFrom('campaign_sample as p')
    .innerJoin('campaign as c', 'c.id', 'p.campaign')
    .select(['c.number', 'c.title'])
    .where('p.file', '=', file)
    .executeTakeFirst()
}

// ————— what anyone may read —————

const asPublic = (r: Selectable<PublicCampaignRow>): PublicCampaign =>
  PublicCampaign.parse({
    ...{ type: 'saola.sample.v1', number: r.number, issuer: { vi: r.issuer_vi, en: r.issuer_en }, title: r.title },
    ...{ state: r.state, levels: r.levels, sectors: r.sectors, place: r.place, size: r.size },
    ...{ announcedAt: r.announced_at, frame: { count: r.frame_count, sha256: r.frame_hash } },
    ...{ seedFrom: r.seed_from, seedSays: r.seed_says, logSize: r.log_size, seed: r.seed, drawnAt: r.drawn_at },
    ...{ sample: r.sample, leaf: { id: r.leaf, salt: r.salt }, closedAt: r.closed_at, summary: r.summary },
  })

export async function listPublic(reader: Database, limit = 100): Promise<PublicCampaign[]> {
  const rows = await reader
    .selectFrom('public_campaign')
    .selectAll()
    .orderBy('announced_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asPublic)
}

export async function findPublic(reader: Database, number: string): Promise<PublicCampaign | undefined> {
  const row = await reader.selectFrom('public_campaign').selectAll().where('number', '=', number).executeTakeFirst()
  return row && asPublic(row)
}

export async function listPublicFrame(reader: Database, number: string): Promise<string[]> {
  const rows = await reader.selectFrom('public_campaign_frame').select('ai_id').where('number', '=', number).execute()
  return rows.map(({ ai_id }) => String(ai_id)).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
