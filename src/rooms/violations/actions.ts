import { unitKindOf } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Acting, Effect, Office } from '../../casework/actions.ts'
import { textOf } from '../../casework/answers.ts'
import type { Step } from '../../casework/flow.ts'
import type { CaseFile, CaseId } from '../../casework/schema.ts'
import type { Kit } from '../../db/kit.ts'
import type { Cursor } from '../../web/listing.ts'
import { people } from '../parties/actions.ts'
import { aiIdOf, candidates, findByAiId, listPresentDeployers } from '../systems/actions.ts'
import type { System } from '../systems/schema.ts'
import { VIOLATION } from './procedure.ts'
import { againstUnit, allegedOf, foundOf, leftOf, publishedNow, violationOf } from './rules.ts'
import type { PublicQuery, PublicViolation, Violation } from './schema.ts'
import * as store from './store.ts'

export { SETS } from './data-sets.ts'

// ————— what follows from a step, in the same transaction —————

/** What the form alone cannot tell: competence of the unit, and that the system is the party's. */
async function judged(asked: Acting, { file }: Pick<Step, 'file'>): Promise<Outcome<System | undefined>> {
  const [kind, aiId] = [unitKindOf(asked.actor), aiIdOf(file.answers)]
  if (kind === undefined) return refuse({ code: 'case.not-your-part' })
  const system = aiId === undefined ? undefined : await findByAiId(asked.db, aiId)
  if (aiId !== undefined && system === undefined) return refuse({ code: 'violation.system-unknown', field: 'aiId' })
  const against = [
    ...againstUnit(allegedOf(file.answers), kind, 'conduct'),
    ...(system === undefined || (await isTheirs(asked, system, file))
      ? []
      : [{ code: 'violation.not-theirs', field: 'aiId' } as const]),
  ]
  return against.length > 0 ? refuse(...against) : done(system)
}

async function isTheirs({ db, now }: Acting, system: System, { party }: CaseFile): Promise<boolean> {
  if (system.provider === party) return true
  return (await listPresentDeployers(db, system.id, dayOf(now()))).some(({ deployer }) => deployer === party)
}

const propose: Effect = async (asked, step) => {
  const fits = await judged(asked, step)
  return fits.ok ? done(null) : fits
}

const open: Effect = async (asked, step) => {
  const fits = await judged(asked, step)
  if (!fits.ok) return fits
  const { file } = step
  const [system, typed] = [fits.value, textOf(file.answers, 'systemName')]
  const about = { system: system?.id ?? null, aiId: system?.aiId ?? null, systemName: system?.name ?? typed ?? null }
  await store.insertViolation(asked.db, violationOf(file, about))
  return done(null)
}

/** What was found may be another conduct than was suspected: the unit must be competent for it too. */
const find: Effect = async (asked, step) => {
  const kind = unitKindOf(asked.actor)
  const against = kind === undefined ? [] : againstUnit(foundOf(step.file.answers), kind, 'foundConduct')
  return against.length > 0 ? refuse(...against) : keep(asked, step)
}

/** Keeps the room's row as the file now stands; `more`: what this step says besides. */
const keeping =
  (more: (before: Violation, step: Step) => Partial<Violation>): Effect =>
  async ({ db }, step) => {
    const before = await store.findViolation(db, step.file.id)
    if (before !== undefined)
      await store.updateViolation(db, violationOf(step.file, { ...before, ...more(before, step) }))
    return done(null)
  }
const keep = keeping(() => ({}))

export const violationOffice: Office = {
  procedure: VIOLATION,
  people,
  about: candidates,
  effects: {
    ...{ propose, open, find, weigh: find, explain: keep, dismiss: keep, transfer: keep, 'draw-up': keep },
    ...{ 'return-finding': keep, 'return-sanction': keep, sanction: keep, report: keep, 'carry-out': keep },
    ...{ complain: keep, overturn: keep },
    publish: keeping((before, { file }) => publishedNow(before, file)),
    reply: keeping((_, { file, event }) => ({
      reply: textOf(file.answers, 'publicReply') ?? null,
      repliedAt: event.at,
    })),
    retract: keeping((_, { file, event }) => ({
      ...{ withdrawnAt: event.at, withdrawnReason: textOf(file.answers, 'retractPublic') ?? null },
    })),
  },
}

/** What stands beside an opened case. */
export const besideFile = ({ db }: Pick<Kit, 'db'>, { id }: CaseFile): Promise<Violation | undefined> =>
  store.findViolation(db, id)

/** Takes the words of a case out of what is listed and published, when its papers are erased under a tombstone. */
export async function forgetWords(
  { db, now }: Pick<Kit, 'db' | 'now'>,
  file: CaseId,
  tombstone: string,
): Promise<void> {
  const before = await store.findViolation(db, file)
  if (before !== undefined) await store.eraseWords(db, leftOf(before, tombstone, now()))
}

// ————— what anyone may read —————

export const publicViolations = (
  { reader }: Pick<Kit, 'reader'>,
  query: PublicQuery,
  limit: number,
  after?: Cursor,
): Promise<readonly PublicViolation[]> => store.listPublic(reader, query, limit, after)

export async function publicViolation(
  { reader }: Pick<Kit, 'reader'>,
  number: string,
): Promise<Outcome<PublicViolation>> {
  const found = await store.findPublic(reader, number)
  return found === undefined ? refuse({ code: 'violation.unknown' }) : done(found)
}
