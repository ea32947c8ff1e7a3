import { actingFor } from '../../base/actor.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { fill, type Lang } from '../../base/text.ts'
import type { Cite as CiteKey } from '../../law/cite.ts'
import { showMoment, showTime } from '../../web/format.ts'
import { Details } from '../../web/parts/details/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { findShown, getSystem, listDeployments, listEvents, listVersions } from './actions.ts'
import { authorOf, changes } from './rules.ts'
import {
  type Deployment,
  type DossierVersion,
  isRecorded,
  Level,
  type Shown,
  type System,
  type SystemEvent,
  VERB_WORDS,
} from './schema.ts'
import { backTo, Cited, Differences, LevelShown, Lines, StateShown } from './shown.tsx'
import { AUTHORS, AUTHORS_SEEN, D } from './words.ts'

const history = page({
  name: 'showHistory',
  method: 'get',
  path: '/systems/{id}/history',
  who: 'person',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const { db, lang } = asked
    const found = await getSystem(asked, params.id ?? '')
    if (!found.ok) return found
    const system = found.value
    if (!isRecorded(system)) return done({ goTo: asked.to(`/systems/${system.id}`) })
    const ours = actingFor(asked.actor)?.party === system.provider
    const [events, versions, deployments] = await Promise.all([
      listEvents(db, system.id),
      listVersions(db, system.id),
      listDeployments(db, system.id),
    ])
    const show = asked.page({
      title: `${D.history[lang]} – ${system.name}`,
      back: backTo(asked, system),
      unlisted: true,
      children: (
        <>
          <h1>{D.history[lang]}</h1>
          <h2>{D.events[lang]}</h2>
          {events.map((event) => (
            <EventShown asked={asked} event={event} deployments={deployments} ours={ours} />
          ))}
          <h2>{D.versions[lang]}</h2>
          {versions.map((version) => (
            <VersionShown
              asked={asked}
              system={system}
              version={version}
              before={versions.find((v) => v.version === version.version - 1)}
            />
          ))}
        </>
      ),
    })
    return done({ show })
  },
})

const EventShown = ({
  asked,
  event,
  deployments,
  ours,
}: {
  readonly asked: AskedPage
  readonly event: SystemEvent
  readonly deployments: readonly Deployment[]
  /** The reader acts for the organisation. */
  readonly ours: boolean
}) => {
  const { lang } = asked
  const { reason, deployment } = event.data
  const level = Level.safeParse(event.public?.level).data
  const deployer = deployments.find((d) => d.id === deployment)
  return (
    <section>
      <h3>
        {VERB_WORDS[event.verb][lang]}{' '}
        <time datetime={event.at} class="soft">
          {showTime(event.at, lang)}
        </time>
      </h3>
      <p>
        {(ours ? AUTHORS : AUTHORS_SEEN)[authorOf(event)][lang]}
        {deployer === undefined ? null : `: ${deployer.deployerName}`}{' '}
        {level === undefined ? null : <LevelShown lang={lang} level={level} />}{' '}
        {event.public?.state === undefined ? null : <StateShown lang={lang} state={event.public.state} />}
      </p>
      {typeof reason === 'string' ? (
        <p>
          {D.reason[lang]}: <Lines text={reason} />
        </p>
      ) : null}
    </section>
  )
}

interface VersionProps {
  readonly asked: AskedPage
  readonly system: System
  readonly version: DossierVersion
  readonly before: DossierVersion | undefined
}

const VersionShown = ({ asked, system, version, before }: VersionProps) => {
  const { lang, to } = asked
  const all = before === undefined ? [] : changes(before.answers, version.answers)
  return (
    <section>
      <h3>
        {fill(D.version[lang], { n: version.version })}
        {version.version === system.dossierVersion ? ` (${D.inForce[lang]})` : ''}{' '}
        <time datetime={version.at} class="soft">
          {showTime(version.at, lang)}
        </time>
      </h3>
      <p>
        <a href={to(`/systems/${system.id}/versions/${version.version}`)}>
          {D.asThen[lang]}
          <span class="govuk-visually-hidden">: {fill(D.version[lang], { n: version.version })}</span>
        </a>
      </p>
      {before === undefined ? (
        version.version === 1 ? (
          <p class="soft">{D.first[lang]}</p>
        ) : null
      ) : all.length === 0 ? (
        <p class="soft">{D.onlyDocuments[lang]}</p>
      ) : (
        <Details summary={fill(D.comparedWith[lang], { n: before.version })}>
          <Differences lang={lang} changes={all} />
        </Details>
      )}
    </section>
  )
}

const version = page({
  name: 'showVersion',
  method: 'get',
  path: '/systems/{id}/versions/{n}',
  who: 'person',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const { lang, to } = asked
    const found = await getSystem(asked, params.id ?? '')
    if (!found.ok) return found
    const system = found.value
    const n = /^[1-9]\d{0,5}$/.test(params.n ?? '') ? Number(params.n) : 0
    const kept = n === 0 ? undefined : await findShown(asked.db, system.id, n)
    if (kept === undefined) return refuse({ code: 'version.unknown' })
    const title = fill(D.version[lang], { n })
    const show = asked.page({
      title: `${title} – ${system.name}`,
      back: { text: D.history[lang], href: to(`/systems/${system.id}/history`) },
      unlisted: true,
      children: (
        <>
          <p class="caption">{system.name}</p>
          <h1>{title}</h1>
          <p>{fill(D.frozen[lang], { time: showTime(kept.version.at, lang) })}</p>
          {n < system.dossierVersion ? (
            <p>
              {D.newer[lang]}{' '}
              <a href={to(`/systems/${system.id}/versions/${system.dossierVersion}`)}>
                {fill(D.version[lang], { n: system.dossierVersion })}
              </a>
            </p>
          ) : null}
          {[...new Set(kept.shown.map((q) => q.cite))].map((cite) => (
            <>
              <p>
                <Cited lang={lang} cite={cite as CiteKey} />
              </p>
              <SummaryList
                rows={kept.shown
                  .filter((q) => q.cite === cite)
                  .map((q) => ({ key: q.label[lang], value: <AnswerShown lang={lang} answer={q.answer} /> }))}
              />
            </>
          ))}
          {kept.version.reason === null ? null : (
            <p>
              {D.reason[lang]}: <Lines text={kept.version.reason} />
            </p>
          )}
          <Details summary={D.proof[lang]}>
            <p>{showMoment(kept.version.at, lang)}</p>
            <p>
              {D.dossierHash[lang]}: <code>{kept.version.hash}</code>
            </p>
          </Details>
        </>
      ),
    })
    return done({ show })
  },
})

const AnswerShown = ({ lang, answer }: { readonly lang: Lang; readonly answer: Shown[number]['answer'] }) =>
  answer === null ? (
    <span class="soft">{D.nothing[lang]}</span>
  ) : (
    <Lines text={typeof answer === 'string' ? answer : answer.join('\n')} />
  )

export const historyPages: readonly Route[] = [history, version]
