import { dayOf } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import { Lines } from '../../casework/shown.tsx'
import { CLASSES } from '../../law/incidents.ts'
import { citeLink } from '../../web/cite-link.ts'
import { showDay, showNumber } from '../../web/format.ts'
import { BarChart } from '../../web/parts/bar-chart/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { SECTOR_WORDS } from '../systems/schema.ts'
import { type PublishedIncident, publishedIncident, publishedIncidents, statistics } from './actions.ts'
import { INCIDENT } from './procedure.ts'
import type { PublicIncident, Statistics } from './schema.ts'
import { FIELDS, W } from './words.ts'

const className = (id: string, lang: Lang): string => CLASSES.find((c) => c.id === id)?.name[lang] ?? id
const monthShown = (month: string): string => month.split('-').reverse().join('/')

// ————— statistics —————

const showStatistics = page({
  name: 'showIncidentStatistics',
  method: 'get',
  path: '/incidents/statistics',
  who: 'anyone',
  async handle(asked) {
    const { lang, to } = asked
    const found = await statistics(asked)
    return done({
      show: asked.page({
        title: W.statistics[lang],
        about: W.statisticsLead[lang],
        back: { text: INCIDENT.name[lang], href: to('/incidents') },
        children: (
          <>
            <h1>{W.statistics[lang]}</h1>
            <p class="lead">{W.statisticsLead[lang]}</p>
            <p>
              <Cite {...citeLink(lang, 'N4.1')} />
            </p>
            {found.incidents === 0 ? <p>{W.none[lang]}</p> : <Charts lang={lang} found={found} />}
            <p>
              <a href={to('/incidents/published')}>{W.published[lang]}</a>
            </p>
          </>
        ),
      }),
      json: found,
    })
  },
})

const Charts = ({ lang, found }: { readonly lang: Lang; readonly found: Statistics }) => {
  const common = { lang, title: W.chart[lang], asOf: dayOf(`${found.asOf}T00:00:00+07:00`), source: W.source[lang] }
  return (
    <>
      <SummaryList
        rows={[
          { key: W.total[lang], value: showNumber(found.incidents, lang) },
          ...(found.medianHours === null
            ? []
            : [{ key: W.median[lang], value: `${showNumber(found.medianHours, lang, 1)} ${W.hours[lang]}` }]),
        ]}
      />
      <h2>{W.byClass[lang]}</h2>
      <p class="soft">{W.byClassNote[lang]}</p>
      <BarChart
        {...common}
        id="by-class"
        bars={found.byClass.map((c) => ({ label: `${c.class}) ${className(c.class, lang)}`, value: c.count }))}
        table={{ columns: [W.classColumn[lang], W.countColumn[lang]] }}
      />
      <h2>{W.bySector[lang]}</h2>
      <BarChart
        {...common}
        id="by-sector"
        bars={found.bySector.map((s) => ({ label: SECTOR_WORDS[s.sector][lang], value: s.count }))}
        table={{ columns: [W.sectorColumn[lang], W.countColumn[lang]] }}
      />
      <h2>{W.byMonth[lang]}</h2>
      <BarChart
        {...common}
        id="by-month"
        labels="beside"
        bars={found.byMonth.map((m) => ({ label: monthShown(m.month), value: m.count }))}
        table={{ columns: [W.monthColumn[lang], W.countColumn[lang]] }}
      />
    </>
  )
}

// ————— single incidents —————

const showPublished = page({
  name: 'showPublishedIncidents',
  method: 'get',
  path: '/incidents/published',
  who: 'anyone',
  async handle(asked) {
    const { lang, to } = asked
    const all = await publishedIncidents(asked)
    return done({
      show: asked.page({
        title: W.published[lang],
        about: W.publishedLead[lang],
        back: { text: INCIDENT.name[lang], href: to('/incidents') },
        children: (
          <>
            <h1>{W.published[lang]}</h1>
            <p class="lead">{W.publishedLead[lang]}</p>
            {all.length === 0 ? <p>{W.publishedNone[lang]}</p> : null}
            <ul>
              {all.map(({ number, content }) => (
                <li>
                  <a class="number" href={to(`/incidents/published/${number}`)}>
                    {number}
                  </a>
                  : {inBrief(content, lang)}
                </li>
              ))}
            </ul>
            <p>
              <a href={to('/incidents/statistics')}>{W.statistics[lang]}</a>
            </p>
          </>
        ),
      }),
      json: all.map(({ number, content, at }) => ({ number, publishedAt: at, ...content })),
    })
  },
})

const inBrief = (content: PublicIncident, lang: Lang): string =>
  [
    content.system?.name ?? (content.sector === null ? undefined : SECTOR_WORDS[content.sector][lang]),
    content.classes.map((c) => className(c, lang)).join('; '),
    monthShown(content.month),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')

const showOne = page({
  name: 'showPublishedIncident',
  method: 'get',
  path: '/incidents/published/{number}',
  who: 'anyone',
  async handle(asked, { params }) {
    const found = await publishedIncident(asked, params.number ?? '')
    return found.ok ? done({ show: onePage(asked, found.value) }) : found
  },
})

const onePage = (asked: AskedPage, { number, content, at, changedAt }: PublishedIncident) => {
  const { lang, to } = asked
  const { system } = content
  const days = [dayOf(at), dayOf(changedAt)] as const
  return asked.page({
    title: `${number}: ${W.published[lang]}`,
    back: { text: W.all[lang], href: to('/incidents/published') },
    children: (
      <>
        <p class="caption">{INCIDENT.name[lang]}</p>
        <h1>{number}</h1>
        <SummaryList
          rows={[
            ...(system === null
              ? []
              : [
                  {
                    key: W.system[lang],
                    value:
                      system.aiId === null ? (
                        system.name
                      ) : (
                        <a href={to(`/register/${system.aiId}`)}>
                          {system.name === '' ? system.aiId : `${system.name} (${system.aiId})`}
                        </a>
                      ),
                  },
                ]),
            { key: W.classes[lang], value: content.classes.map((c) => className(c, lang)).join('; ') },
            { key: W.harm[lang], value: (content.nearMiss ? FIELDS.nearly : FIELDS.happened)[lang] },
            ...(content.sector === null
              ? []
              : [{ key: W.sectorColumn[lang], value: SECTOR_WORDS[content.sector][lang] }]),
            { key: W.month[lang], value: monthShown(content.month) },
            { key: W.publishedAt[lang], value: showDay(days[0]) },
            ...(days[0] === days[1] ? [] : [{ key: W.changedAt[lang], value: showDay(days[1]) }]),
          ]}
        />
        <h2>{W.summary[lang]}</h2>
        <div lang="vi">
          <Lines text={content.summary} />
        </div>
        <h2>{W.reply[lang]}</h2>
        {content.reply === null ? (
          <p class="soft">{W.noReply[lang]}</p>
        ) : (
          <div lang="vi">
            <Lines text={content.reply} />
          </div>
        )}
      </>
    ),
  })
}

export const publicPages: readonly Route[] = [showStatistics, showPublished, showOne]
