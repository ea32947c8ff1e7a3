import { actorId, files, type PartyId } from '../../base/actor.ts'
import type { Day } from '../../base/day.ts'
import { uuidv7 } from '../../base/ids.ts'
import type { Outcome } from '../../base/outcome.ts'
import { type Acting, no, step } from './acting.ts'
import { portalScheme } from './ai-id.ts'
import * as deployers from './deployer-store.ts'
import { eventOf, mayWrite, period } from './rules.ts'
import { type Deployment, isRecorded, type System } from './schema.ts'
import { findByAiId, findSystem } from './store.ts'

/** Names a deployer and since when (Law art. 10.2). `party` when it is an organisation on the portal, which then sees the system among its own. */
export async function linkDeployer(
  asked: Acting,
  id: string,
  deployer: { readonly name: string; readonly party: PartyId | null; readonly since: Day; readonly until: Day | null },
): Promise<Outcome<System>> {
  const writable = mayWrite(await findSystem(asked.db, id), asked.actor)
  if (!writable.ok) return writable
  const fits = period(deployer.since, deployer.until)
  if (!fits.ok) return fits
  return linked(asked, writable.value, {
    id: uuidv7(),
    deployer: deployer.party,
    deployerName: deployer.name,
    since: deployer.since,
    until: deployer.until,
  })
}

/** An organisation says itself that it deploys a system it knows by AI-ID; the provider sees it. */
export async function deployMyself(asked: Acting, aiId: string, since: Day): Promise<Outcome<System>> {
  const me = asked.actor.kind === 'visitor' ? null : asked.actor.acting
  const spelled = portalScheme.parse(aiId)
  const system = spelled === undefined ? undefined : await findByAiId(asked.db, spelled)
  if (system === undefined) return no('system.unknown', 'aiId')
  if (me === null || !files(asked.actor, me.party)) return no('system.not-yours')
  return linked(asked, system, { id: uuidv7(), deployer: me.party, deployerName: me.name, since, until: null })
}

async function linked(asked: Acting, before: System, deployment: Deployment): Promise<Outcome<System>> {
  if (!isRecorded(before) || before.state === 'retired' || before.state === 'withdrawn') return no('system.not-now')
  if (
    deployment.deployer !== null &&
    (await deployers.listDeployments(asked.db, before.id)).some(
      (d) => d.deployer === deployment.deployer && d.until === null,
    )
  )
    return no('deployment.already')
  await deployers.insertDeployment(asked.db, before.id, deployment, actorId(asked.actor), asked.now())
  return step(
    asked,
    before,
    before,
    eventOf(before, 'deployer-linked', asked.actor, asked.now(), { deployment: deployment.id }, null),
  )
}

export async function endDeployment(
  asked: Acting,
  id: string,
  deployment: string,
  until: Day,
): Promise<Outcome<System>> {
  const writable = mayWrite(await findSystem(asked.db, id), asked.actor)
  if (!writable.ok) return writable
  const before = writable.value
  const found = (await deployers.listDeployments(asked.db, before.id)).find((d) => d.id === deployment)
  if (found === undefined || !isRecorded(before)) return no('deployment.unknown')
  const fits = period(found.since, until)
  if (!fits.ok) return fits
  await deployers.endDeployment(asked.db, before.id, deployment, until)
  return step(
    asked,
    before,
    before,
    eventOf(before, 'deployer-ended', asked.actor, asked.now(), { deployment, until }, null),
  )
}
