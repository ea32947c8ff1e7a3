import { type Actor, actingFor, type PartyId } from '../../base/actor.ts'
import { addDays, day, dayOf, type Instant } from '../../base/day.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import { type Acting, act, attach, begin, beginAbout, type Office, type Sent } from '../../casework/actions.ts'
import { questionsOf } from '../../casework/form.ts'
import type { Answers, CaseFile, Item } from '../../casework/schema.ts'
import type { Kit } from '../../db/kit.ts'
import { guidanceOffice } from '../guidance/actions.ts'
import { incidentOffice } from '../incidents/actions.ts'
import * as damage from '../damage/actions.ts'
import { violationOffice } from '../violations/actions.ts'
import { GUIDANCE_REQUESTS, INCIDENTS, type Told, type When, type Who } from './made-up-stories.ts'
import { CLAIM, VIOLATIONS } from './made-up-violations.ts'

/** Those who act in the story, and the AI-IDs this world gave its systems. */
export interface Cast {
  readonly actor: (who: Who | PartyId) => Actor
  readonly aiIds: Readonly<Record<string, string>>
}

interface Line {
  readonly office: Office
  /** Which file of the story: its steps follow each other. */
  readonly file: number
  /** Whom it is about, where an authority begins it. */
  readonly about: PartyId | undefined
  readonly told: Told
  readonly at: Instant
}

/** Files of every procedure in every stage, so that nobody's desk is empty: in the order of their moments. */
export async function tellCases(kit: Kit, cast: Cast): Promise<Outcome<null>> {
  const today = dayOf(kit.now())
  const moment = ([on, time]: When): Instant =>
    new Date(`${typeof on === 'string' ? day(on) : addDays(today, -on)}T${time}:00+07:00`).toISOString()
  const stories = [
    ...INCIDENTS.map((story) => [incidentOffice, story, undefined] as const),
    ...GUIDANCE_REQUESTS.map((story) => [guidanceOffice, story, undefined] as const),
    ...VIOLATIONS.map(({ about, told }) => [violationOffice, told, actingFor(cast.actor(about))?.party] as const),
  ]
  const lines: Line[] = stories
    .flatMap(([office, story, about], file) =>
      story.map((told) => ({ office, file, about, told, at: moment(told.when) })),
    )
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const numbers = new Map<number, string>()
  for (const { office, file, about, told, at } of lines) {
    const asked: Acting = { ...kit, now: () => at, actor: cast.actor(told.who) }
    const taken = await take(asked, office, numbers.get(file), about, told, sentWith(office, told, cast, moment))
    if (!taken.ok) return taken
    numbers.set(file, taken.value.number)
  }
  return tellClaim(kit, cast, moment)
}

/** Two parties settle between themselves what the incident broke. */
async function tellClaim(kit: Kit, { actor, aiIds }: Cast, moment: (when: When) => Instant): Promise<Outcome<null>> {
  const { claimant, liable, offered, countered } = CLAIM
  const as = (who: Who, [on, time]: readonly [string, string, ...string[]]): Acting => ({
    ...{ ...kit, actor: actor(who) },
    now: () => moment([on, time]),
  })
  const aiId = aiIds[CLAIM.aiId.slice(1, -1)] ?? ''
  const begun = await damage.openClaim(as(claimant, CLAIM.began), {
    ...{ title: CLAIM.title, facts: CLAIM.facts, happenedOn: day(CLAIM.happenedOn), systemName: '', aiId },
    asked: CLAIM.asked,
  })
  if (!begun.ok) return begun
  const { number } = begun.value
  const [nothing, firstOffer, secondOffer] = [['', ''], offered.slice(2), countered.slice(2)].map(
    ([amount = '', words = '']) => ({ amount, words }),
  ) as [damage.Said, damage.Said, damage.Said]
  const steps: readonly (() => Promise<Outcome<null>>)[] = [
    () => damage.invite(as(claimant, CLAIM.invited), number, 1, { role: 'provider', name: '', key: aiId }),
    () => damage.answerInvitation(as(liable, CLAIM.joined), number, 2, 'join'),
    () => damage.settleMatter(as(liable, offered), number, 3, 1, 'offer', firstOffer),
    () => damage.settleMatter(as(claimant, countered), number, 4, 1, 'offer', secondOffer),
    () => damage.settleMatter(as(liable, CLAIM.accepted), number, 5, 1, 'accept', nothing),
    () => damage.settleMatter(as(claimant, CLAIM.confirmed), number, 6, 1, 'confirm', nothing),
  ]
  for (const run of steps) {
    const taken = await run()
    if (!taken.ok) return taken
  }
  return done(null)
}

async function take(
  asked: Acting,
  office: Office,
  number: string | undefined,
  about: PartyId | undefined,
  { verb, file }: Told,
  sent: Sent,
): Promise<Outcome<CaseFile>> {
  const begun =
    number !== undefined
      ? undefined
      : about === undefined
        ? await begin(asked, office)
        : await beginAbout(asked, office, about)
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
