import { type Selectable, sql } from 'kysely'
import type { PartyId, UnitId } from '../../base/actor.ts'
import type { Day } from '../../base/day.ts'
import type { Database } from '../../db/kit.ts'
import type { ClaimMatterRow, ClaimRow, ClaimSideRow, ClaimStepRow } from '../../db/tables.ts'
import type { Claim, ClaimId, ClaimShare, ClaimSide, ClaimStep, Matter, WholeClaim } from './schema.ts'

const asClaim = (r: Selectable<ClaimRow>): Claim => ({
  ...{ id: r.id as ClaimId, number: r.number, claimant: r.claimant as PartyId, title: r.title, facts: r.facts },
  ...{ happenedOn: r.happened_on as Day | null, aiId: r.ai_id, systemName: r.system_name, asked: r.asked },
  ...{ state: r.state as Claim['state'], seq: r.seq, openedAt: r.opened_at, changedAt: r.changed_at },
})
const asSide = (r: Selectable<ClaimSideRow>): ClaimSide => ({
  ...{ n: r.n, role: r.role as ClaimSide['role'], name: r.name, party: r.party as PartyId | null },
  ...{ foundBy: r.found_by as ClaimSide['foundBy'], joinedAt: r.joined_at, declinedAt: r.declined_at },
})
const asMatter = (r: Selectable<ClaimMatterRow>): Matter => ({
  ...{ n: r.n, kind: r.kind as Matter['kind'], asker: r.asker, answerer: r.answerer },
  ...{ state: r.state as Matter['state'], offer: r.offer },
})
const asStep = (r: Selectable<ClaimStepRow>): ClaimStep => ({
  ...{ seq: r.seq, matter: r.matter, verb: r.verb as ClaimStep['verb'], side: r.side, by: r.by, at: r.at },
  ...{ amount: r.amount, words: r.words },
})

export async function nextNumber(db: Database): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval('claim_number') as n`.execute(db)
  return rows[0]?.n ?? 0
}

export async function insertClaim(db: Database, c: Claim): Promise<void> {
  await db
    .insertInto('claim')
    .values({
      ...{ id: c.id, number: c.number, claimant: c.claimant, title: c.title, facts: c.facts, asked: c.asked },
      ...{ happened_on: c.happenedOn, ai_id: c.aiId, system_name: c.systemName, state: c.state, seq: c.seq },
      ...{ opened_at: c.openedAt, changed_at: c.changedAt },
    })
    .execute()
}

/** Moves a claim on from the step the person saw; false when somebody else was first. */
export async function moveClaim(db: Database, { id, state, seq, changedAt }: Claim): Promise<boolean> {
  const moved = await db
    .updateTable('claim')
    .set({ state, seq, changed_at: changedAt })
    .where('id', '=', id)
    .where('seq', '=', seq - 1)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

export async function insertSide(db: Database, claim: ClaimId, s: ClaimSide): Promise<void> {
  await db
    .insertInto('claim_side')
    .values({
      ...{ claim, n: s.n, role: s.role, name: s.name, party: s.party, found_by: s.foundBy },
      ...{ joined_at: s.joinedAt, declined_at: s.declinedAt },
    })
    .execute()
}

export async function updateSide(db: Database, claim: ClaimId, s: ClaimSide): Promise<void> {
  await db
    .updateTable('claim_side')
    .set({ party: s.party, joined_at: s.joinedAt, declined_at: s.declinedAt })
    .where('claim', '=', claim)
    .where('n', '=', s.n)
    .execute()
}

/** A matter as it now stands, new or not. */
export async function keepMatter(db: Database, claim: ClaimId, m: Matter): Promise<void> {
  await db
    .insertInto('claim_matter')
    .values({ claim, ...m })
    .onConflict((c) => c.columns(['claim', 'n']).doUpdateSet({ state: m.state, offer: m.offer }))
    .execute()
}

export async function insertStep(db: Database, claim: ClaimId, step: ClaimStep): Promise<void> {
  await db
    .insertInto('claim_step')
    .values({ claim, ...step })
    .execute()
}

export async function keepShare(
  db: Database,
  claim: ClaimId,
  share: ClaimShare & { readonly by: string },
): Promise<void> {
  const { side, unit, by, at, endedAt } = share
  await db
    .insertInto('claim_share')
    .values({ claim, side, unit, by, at, ended_at: endedAt })
    .onConflict((c) => c.columns(['claim', 'side', 'unit']).doUpdateSet({ by, at, ended_at: endedAt }))
    .execute()
}

async function whole(db: Database, found: Selectable<ClaimRow> | undefined): Promise<WholeClaim | undefined> {
  if (found === undefined) return undefined
  const { id } = found
  const [sides, matters, steps, shares] = await Promise.all([
    db.selectFrom('claim_side').selectAll().where('claim', '=', id).orderBy('n').execute(),
    db.selectFrom('claim_matter').selectAll().where('claim', '=', id).orderBy('n').execute(),
    db.selectFrom('claim_step').selectAll().where('claim', '=', id).orderBy('seq').execute(),
    db.selectFrom('claim_share').selectAll().where('claim', '=', id).orderBy('at').execute(),
  ])
  return {
    claim: asClaim(found),
    ...{ sides: sides.map(asSide), matters: matters.map(asMatter), steps: steps.map(asStep) },
    shares: shares.map(({ side, unit, at, ended_at }) => ({ side, unit: unit as UnitId, at, endedAt: ended_at })),
  }
}

export const findClaim = async (db: Database, number: string): Promise<WholeClaim | undefined> =>
  whole(db, await db.selectFrom('claim').selectAll().where('number', '=', number).executeTakeFirst())

export const findClaimById = async (db: Database, id: string): Promise<WholeClaim | undefined> =>
  whole(db, await db.selectFrom('claim').selectAll().where('id', '=', id).executeTakeFirst())

/** Claims in which a party stands, its own and those that hold it liable, last changed first. */
export async function listClaims(
  db: Database,
  party: PartyId,
): Promise<readonly { readonly claim: Claim; readonly side: ClaimSide }[]> {
  const sides = await db
    .selectFrom('claim_side')
    .selectAll()
    .where('party', '=', party)
    .where('declined_at', 'is', null)
    .execute()
  if (sides.length === 0) return []
  const claims = await db
    .selectFrom('claim')
    .selectAll()
    .where('id', 'in', [...new Set(sides.map(({ claim }) => claim))])
    .orderBy('changed_at', 'desc')
    .orderBy('number', 'desc')
    .limit(200)
    .execute()
  return claims.flatMap((claim) => {
    const side = sides.find((s) => s.claim === claim.id)
    return side === undefined ? [] : [{ claim: asClaim(claim), side: asSide(side) }]
  })
}

/** Claims that a party shares with a unit now. */
export async function listShared(db: Database, unit: UnitId): Promise<readonly Claim[]> {
  const rows = await db
    .selectFrom('claim')
    .selectAll()
    .where(
      'id',
      'in',
      db.selectFrom('claim_share').select('claim').where('unit', '=', unit).where('ended_at', 'is', null),
    )
    .orderBy('changed_at', 'desc')
    .limit(200)
    .execute()
  return rows.map(asClaim)
}
