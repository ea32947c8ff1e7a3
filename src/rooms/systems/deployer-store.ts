import type { PartyId } from '../../base/actor.ts'
import type { Day, Instant } from '../../base/day.ts'
import type { Database } from '../../db/kit.ts'
import type { Deployment, System, SystemId } from './schema.ts'
import { asSystem, COLUMNS, type Row } from './store.ts'

const PAGE = 200

export async function listDeployments(db: Database, id: SystemId): Promise<Deployment[]> {
  const rows = await db
    .selectFrom('deployment')
    .select(['id', 'deployer', 'deployer_name', 'since', 'until'])
    .where('system', '=', id)
    .orderBy('since', 'desc')
    .limit(PAGE)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    deployer: r.deployer as PartyId | null,
    deployerName: r.deployer_name,
    since: r.since as Day,
    until: r.until as Day | null,
  }))
}

/** Every deployer of that day, each deployment once, without a bound: whoever must be served is served. */
export async function listPresentDeployers(
  db: Database,
  id: SystemId,
  day: Day,
): Promise<Pick<Deployment, 'deployer' | 'deployerName'>[]> {
  const rows = await db
    .selectFrom('deployment')
    .select(['deployer', 'deployer_name'])
    .where('system', '=', id)
    .where((e) => e.or([e('until', 'is', null), e('until', '>=', day)]))
    .orderBy('deployer_name')
    .execute()
  return rows.map((r) => ({ deployer: r.deployer as PartyId | null, deployerName: r.deployer_name }))
}

/** Systems an organisation deploys, with their public face: a deployer inherits the class (Law art. 10.2). */
export async function listDeployedBy(
  db: Database,
  party: PartyId,
): Promise<{ system: System; since: Day; until: Day | null }[]> {
  const rows = await db
    .selectFrom('deployment as d')
    .innerJoin('system as s', 's.id', 'd.system')
    .select(COLUMNS.map((c) => `s.${c}` as const))
    .select(['d.since', 'd.until'])
    .where('d.deployer', '=', party)
    .orderBy('d.since', 'desc')
    .limit(PAGE)
    .execute()
  return rows.map((r) => ({
    system: asSystem(r as unknown as Row),
    since: r.since as Day,
    until: r.until as Day | null,
  }))
}

export async function insertDeployment(
  db: Database,
  id: SystemId,
  d: Deployment,
  by: string,
  at: Instant,
): Promise<void> {
  await db
    .insertInto('deployment')
    .values({
      id: d.id,
      system: id,
      deployer: d.deployer,
      deployer_name: d.deployerName,
      since: d.since,
      until: d.until,
      added_by: by,
      added_at: at,
    })
    .execute()
}

export async function endDeployment(db: Database, id: SystemId, deployment: string, until: Day): Promise<void> {
  await db.updateTable('deployment').set({ until }).where('system', '=', id).where('id', '=', deployment).execute()
}
