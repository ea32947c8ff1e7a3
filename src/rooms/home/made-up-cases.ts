import type { Actor, PartyId } from '../../base/actor.ts'
import { addDays, day, dayOf, type Instant } from '../../base/day.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import { type Acting, act, attach, begin, type Office, type Sent } from '../../casework/actions.ts'
import { questionsOf } from '../../casework/form.ts'
import type { Answers, CaseFile, Item } from '../../casework/schema.ts'
import type { Kit } from '../../db/kit.ts'
import { guidanceOffice } from '../guidance/actions.ts'
import { incidentOffice } from '../incidents/actions.ts'
import { GUIDANCE_REQUESTS, INCIDENTS, type Told, type When, type Who } from './made-up-stories.ts'

/** Those who act in the story, and the AI-IDs this world gave its systems. */
export interface Cast {
  readonly actor: (who: Who | PartyId) => Actor
  readonly aiIds: Readonly<Record<string, string>>
}

interface Line {
  readonly office: Office
  /** Which file of the story: its steps follow each other. */
  readonly file: number
  readonly told: Told
  readonly at: Instant
}

/** Files of every procedure in every stage, so that nobody's desk is empty: in the order of their moments. */
export async function tellCases(kit: Kit, cast: Cast): Promise<Outcome<null>> {
  const today = dayOf(kit.now())
  const moment = ([on, time]: When): Instant =>
    new Date(`${typeof on === 'string' ? day(on) : addDays(today, -on)}T${time}:00+07:00`).toISOString()
  const stories = [
    ...INCIDENTS.map((story) => [incidentOffice, story] as const),
    ...GUIDANCE_REQUESTS.map((story) => [guidanceOffice, story] as const),
  ]
  const lines: Line[] = stories
    .flatMap(([office, story], file) => story.map((told) => ({ office, file, told, at: moment(told.when) })))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const numbers = new Map<number, string>()
  for (const { office, file, told, at } of lines) {
    const asked: Acting = { ...kit, now: () => at, actor: cast.actor(told.who) }
    const taken = await take(asked, office, numbers.get(file), told, sentWith(office, told, cast, moment))
    if (!taken.ok) return taken
    numbers.set(file, taken.value.number)
  }
  return done(null)
}

async function take(
  asked: Acting,
  office: Office,
  number: string | undefined,
  { verb, file }: Told,
  sent: Sent,
): Promise<Outcome<CaseFile>> {
  const begun = number === undefined ? await begin(asked, office) : undefined
  if (begun?.ok === false) return begun
  const of = number ?? begun?.value.number ?? ''
  if (file !== undefined) {
    const [name, words] = file
    const kept = await attach(asked, office, of, new File([words], name, { type: 'text/plain' }))
    if (!kept.ok) return kept
  }
  return act(asked, office, of, verb, undefined, sent)
}

const NAMED = /^\{(\w+)\}$/

function sentWith(office: Office, told: Told, { aiIds }: Cast, moment: (when: When) => Instant): Sent {
  const { sent = {}, moments = {}, wants } = told
  const named = Object.entries(sent.answers ?? {}).map(([key, answer]) => {
    const [, system] = (typeof answer === 'string' && NAMED.exec(answer)) || []
    return [key, system === undefined ? answer : (aiIds[system] ?? answer)] as const
  })
  const dated = Object.entries(moments).map(([key, when]) => [key, moment(when)] as const)
  const answers: Answers = Object.fromEntries([...named, ...dated])
  return {
    ...sent,
    ...(Object.keys(answers).length === 0 ? {} : { answers }),
    ...(wants === undefined ? {} : { items: wants.map(([field, reason]) => itemOf(office, field, reason)) }),
  }
}

function itemOf({ procedure }: Office, field: string, reason: string): Item {
  const all = Object.values(procedure.forms).flatMap((versions) => versions.flatMap(questionsOf))
  return { field, reason, label: all.find(({ key }) => key === field)?.ask ?? { vi: field, en: field } }
}
