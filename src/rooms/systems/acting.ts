import type { Actor } from '../../base/actor.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Database, Kit } from '../../db/kit.ts'
import type { Answers, Code, Recorded, System, SystemEvent } from './schema.ts'
import * as store from './store.ts'

/** A verb's kit: who asks is part of it. */
export type Acting = Kit & { readonly actor: Actor }

export const no = (code: Code, field?: string) => refuse(field === undefined ? { code } : { code, field })

/** The dossier in force, empty for a draft. */
export async function dossierOf(db: Database, system: System): Promise<Answers> {
  return system.dossierVersion === 0
    ? {}
    : ((await store.findVersion(db, system.id, system.dossierVersion))?.answers ?? {})
}

/** Keeps one step of a recorded system with its leaf; refused when somebody else was quicker. */
export async function step(
  asked: Acting,
  becomes: Recorded,
  before: Recorded,
  event: SystemEvent,
): Promise<Outcome<System>> {
  const after = { ...becomes, changedAt: event.at, seq: event.seq }
  const kept = await store.keepEvent(asked.db, before, after, event, await dossierOf(asked.db, before))
  return kept ? done(after) : no('system.changed-meanwhile')
}
