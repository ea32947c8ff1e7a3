import { actorId, type UnitId } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import {
  type Acting,
  type Effect,
  getFile,
  listPublished,
  type Office,
  type Published,
} from '../../casework/actions.ts'
import { textOf } from '../../casework/answers.ts'
import { type Step, sideOf } from '../../casework/flow.ts'
import type { CaseFile } from '../../casework/schema.ts'
import { INCIDENT_CLASSES } from '../../law/incidents.ts'
import { type Mail, postAll } from '../../post/mail.ts'
import { people } from '../parties/actions.ts'
import { act as actOnSystem, candidates, systemOf } from '../systems/actions.ts'
import { SectorName, type System } from '../systems/schema.ts'
import { INQUIRY } from './inquiry.ts'
import { INCIDENT } from './procedure.ts'
import { incidentOf, monthsBetween, ownMeasures, registerStep, suggest } from './rules.ts'
import {
  type Incident,
  type MeasureTaken,
  OWN_MEASURES,
  type OwnMeasure,
  PublicIncident,
  type Statistics,
  type Suggestion,
} from './schema.ts'
import * as store from './store.ts'
import { PROVIDER_MAIL } from './words.ts'

export { SETS } from './data-sets.ts'

// ————— what follows from a step, in the same transaction —————

const record: Effect = async (asked, step) => {
  const { file } = step
  const system = await systemOf(asked.db, file)
  if (system === undefined && textOf(file.answers, 'aiId') !== undefined)
    return refuse({ code: 'incident.system-unknown', field: 'aiId' })
  await store.insertIncident(asked.db, incidentOf(file, system))
  return take(asked, step, ownMeasures(file.answers), system)
}

/** Own measures wait for nobody (Law art. 12.2.a); one that cannot show on the register is recorded all the same. */
async function take(
  asked: Acting,
  { file, event }: Step,
  kinds: readonly OwnMeasure[],
  known: System | undefined,
): Promise<Outcome<null>> {
  const taken: MeasureTaken[] = []
  let system = known
  for (const kind of kinds) {
    const step = registerStep(kind, file, system)
    if (system !== undefined && (step === 'suspend' || step === 'recall')) {
      const acted = await actOnSystem(asked, system.id, step, system.seq, file.number)
      if (!acted.ok) return acted
      system = acted.value
    }
    const shown = step === 'suspend' || step === 'recall' ? 'register' : step
    taken.push({ seq: event.seq, kind, at: event.at, shown })
  }
  await store.insertMeasures(asked.db, file.id, taken)
  return done(null)
}

const measure: Effect = async (asked, step) => {
  const kind = OWN_MEASURES.find((k) => k === step.paper.answers?.ownMeasure)
  return kind === undefined ? done(null) : take(asked, step, [kind], await systemOf(asked.db, step.file))
}

/** Keeps the room's row as the file now stands. */
const keep: Effect = async ({ db }, { file }) => {
  await store.updateIncident(db, incidentOf(file, undefined))
  return done(null)
}

/** The provider hears of a deployer's report through the portal, unless the deployer said no (Decree art. 19.2.a). */
const report: Effect = async (asked, step) => {
  const { answers, party, number } = step.file
  if (answers.role === 'deployer' && answers.tellProvider !== 'no') {
    const system = await systemOf(asked.db, step.file)
    if (system?.aiId && system.provider !== party)
      await postAll(asked.db, await toProvider(asked, system, system.aiId, number), step.event.at)
  }
  return keep(asked, step)
}

/** Names the system and nobody: what was reported is between the party and the authority. */
async function toProvider({ db, site }: Acting, system: System, aiId: string, number: string): Promise<Mail[]> {
  const readers = await people.toParty(db, system.provider)
  return readers.map(({ account, email, lang }) => ({
    about: `incident:${number}:provider:${account}`,
    to: email,
    ...PROVIDER_MAIL[lang]({ system: system.name, aiId, link: `${site.url}/${lang}/incidents` }),
  }))
}

export const incidentOffice: Office = {
  procedure: INCIDENT,
  people,
  effects: { record, confirm: keep, report, measure, drop: keep, 'not-serious': keep },
}

/** An inquiry names a system that exists, or one by its name alone. */
const send: Effect = async ({ db }, { file }) =>
  textOf(file.answers, 'aiId') !== undefined && (await systemOf(db, file)) === undefined
    ? refuse({ code: 'incident.system-unknown', field: 'aiId' })
    : done(null)

export const inquiryOffice: Office = { procedure: INQUIRY, people, about: candidates, effects: { send } }

// ————— several reports of one event —————

/** What an officer sees beside a file: other reports of the event, and what the portal suggests. */
export interface Beside {
  readonly incident: Incident
  readonly measures: readonly MeasureTaken[]
  readonly linked: readonly Incident[]
  readonly suggested: readonly Suggestion[]
}

const unitOf = ({ actor }: Acting): UnitId | undefined => (actor.kind === 'person' ? actor.seat?.unit : undefined)

export async function besideFile(asked: Acting, file: CaseFile): Promise<Beside | undefined> {
  const incident = await store.findIncident(asked.db, file.id)
  if (incident === undefined) return undefined
  const [unit, measures] = [unitOf(asked), await store.listMeasures(asked.db, file.id)]
  // The party learns nothing of other reports: they are other people's.
  if (unit === undefined || sideOf(file, asked.actor) === 'party')
    return { incident, measures, linked: [], suggested: [] }
  const told = { ...incident, description: textOf(file.answers, 'description') ?? '' }
  const [linked, near] = await Promise.all([
    store.listSameCase(asked.db, incident, unit),
    store.listNear(asked.db, incident, unit),
  ])
  return { incident, measures, linked, suggested: suggest(told, near) }
}

/** An officer of the unit in charge finds two reports to be about one event, or about two. */
export async function compare(
  asked: Acting,
  number: string,
  otherNumber: string,
  same: boolean,
): Promise<Outcome<null>> {
  const found = await getFile(asked, incidentOffice, number)
  if (!found.ok) return found
  if (sideOf(found.value, asked.actor) !== 'unit') return refuse({ code: 'case.not-your-part' })
  const second = await getFile(asked, incidentOffice, otherNumber)
  if (!second.ok || second.value.id === found.value.id) return refuse({ code: 'incident.no-such-report' })
  const [one, other] = await Promise.all([
    store.findIncident(asked.db, found.value.id),
    store.findIncident(asked.db, second.value.id),
  ])
  if (one === undefined || other === undefined) return refuse({ code: 'incident.no-such-report' })
  const compared = { one, other, same, at: asked.now(), by: actorId(asked.actor) }
  if (!(await store.keepLink(asked.db, compared))) return refuse({ code: 'incident.linked-already' })
  if (same) await store.joinCases(asked.db, compared)
  return done(null)
}

// ————— what anyone may read —————

export async function statistics({ reader, now }: Pick<Acting, 'reader' | 'now'>): Promise<Statistics> {
  const { counts, medianMinutes } = await store.countIncidents(reader)
  const of = (kind: string, key: string): number => counts.find((c) => c.kind === kind && c.key === key)?.count ?? 0
  const [asOf, months] = [dayOf(now()), counts.flatMap((c) => (c.kind === 'month' ? [c.key] : [])).sort()]
  return {
    asOf,
    incidents: of('all', ''),
    byClass: INCIDENT_CLASSES.map((name) => ({ class: name, count: of('class', name) })),
    bySector: SectorName.options
      .map((sector) => ({ sector, count: of('sector', sector) }))
      .filter(({ count }) => count > 0),
    byMonth: monthsBetween(months[0] ?? asOf.slice(0, 7), asOf.slice(0, 7)).map((month) => ({
      month,
      count: of('month', month),
    })),
    medianHours: medianMinutes === null ? null : Math.round(medianMinutes / 6) / 10,
  }
}

export interface PublishedIncident extends Omit<Published, 'content'> {
  readonly content: PublicIncident
}

/** Single incidents an officer has published; what else a file holds cannot come along. */
export const publishedIncidents = async ({ reader }: Pick<Acting, 'reader'>): Promise<PublishedIncident[]> =>
  (await listPublished(reader, INCIDENT.id)).map((p) => ({ ...p, content: PublicIncident.parse(p.content) }))

export async function publishedIncident(
  asked: Pick<Acting, 'reader'>,
  number: string,
): Promise<Outcome<PublishedIncident>> {
  const found = (await publishedIncidents(asked)).find((p) => p.number === number)
  return found === undefined ? refuse({ code: 'incident.not-published' }) : done(found)
}
