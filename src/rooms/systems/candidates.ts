import type { Actor } from '../../base/actor.ts'
import { type Day, dayOf } from '../../base/day.ts'
import { fill, type Text } from '../../base/text.ts'
import type { Candidates } from '../../casework/actions.ts'
import type { Answers } from '../../casework/schema.ts'
import type { Database, Kit } from '../../db/kit.ts'
import { findPartiesByName, findPartyByCode, people } from '../parties/actions.ts'
import { portalScheme as aiIds } from './ai-id.ts'
import { listPresentDeployers } from './deployer-store.ts'
import type { System } from './schema.ts'
import { findByAiId } from './store.ts'
import { FOUND } from './words.ts'

const naming = ({ vi, en }: Text, name: string): Text => ({ vi: fill(vi, { name }), en: fill(en, { name }) })

/**
 * Whom a file of the State may be about, by what an officer typed or what the form holds already: provider and
 * deployers of the system with this AI-ID, the organisation that bears this code, or those whose name is alike.
 */
export async function candidates(
  { db, now }: Kit & { readonly actor: Actor },
  words: string,
  given: Answers,
): Promise<Candidates> {
  const key = words === '' ? String(given.aiId ?? '') : words
  const aiId = aiIds.parse(key)
  const system = aiId === undefined ? undefined : await findByAiId(db, aiId)
  if (system !== undefined) return aroundSystem(db, system, dayOf(now()))
  const byCode = await findPartyByCode(db, key)
  const [why, all] =
    byCode === undefined ? [FOUND.name, key.length < 2 ? [] : await findPartiesByName(db, key)] : [FOUND.code, [byCode]]
  return { found: all.map(({ id, name }) => ({ party: id, name, why })), brought: {} }
}

async function aroundSystem(db: Database, system: System, today: Day): Promise<Candidates> {
  const deployers = (await listPresentDeployers(db, system.id, today)).flatMap(({ deployer }) => deployer ?? [])
  const parties = [...new Set([system.provider, ...deployers])]
  const names = await people.partyNames(db, parties)
  const named = `${system.name} (${system.aiId ?? ''})`
  return {
    found: parties.map((party) => ({
      party,
      name: names.get(party) ?? '',
      why: naming(party === system.provider ? FOUND.provider : FOUND.deployer, named),
    })),
    brought: { aiId: system.aiId ?? '', systemName: system.name },
  }
}
