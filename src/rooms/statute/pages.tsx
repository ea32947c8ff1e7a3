import { done, refuse } from '../../base/outcome.ts'
import type { Lang, Text } from '../../base/text.ts'
import type { Cite as CiteOf } from '../../law/cite.ts'
import type { Duty, DutyRole, RiskLevel } from '../../law/duty.ts'
import {
  INSTRUMENTS,
  type Instrument,
  instrumentOf,
  NO_SUBSTITUTE,
  PROVISIONS,
  provisionOf,
} from '../../law/provisions.ts'
import { RULE_SET } from '../../law/ruleset.ts'
import { showDay, showTime } from '../../web/format.ts'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { page, type Route } from '../../web/route.ts'
import { listRuleSets } from './actions.ts'
import { highRisk, highRiskEntry } from './high-risk.tsx'
import { articleOf, byCite, citing, hangsOn, readCite } from './rules.ts'
import { citeHref, citeLink, LEVEL_WORDS, ROLE_WORDS, TIME_WORDS } from './schema.ts'
import { Choices, Cited, lawBack } from './shown.tsx'
import { CONFIDENCE, WORDS as W } from './words.ts'

const LEVELS: readonly RiskLevel[] = ['high', 'medium', 'low']
const ROLES: readonly DutyRole[] = ['provider', 'deployer', 'user', 'state-body']

const law = page({
  name: 'showLaw',
  method: 'get',
  path: '/law',
  who: 'anyone',
  async handle(asked) {
    const { lang, to } = asked
    const ways: readonly (readonly [Text, Text, string])[] = [
      [W.highRisk, W.highRiskHint, '/law/high-risk'],
      [W.duties, W.dutiesHint, '/law/duties'],
      [W.prohibited, W.prohibitedHint, '/law/prohibited'],
      [W.ruleSets, W.ruleSetsHint, '/law/rulesets'],
    ]
    const show = asked.page({
      title: W.law[lang],
      about: W.lawAbout[lang],
      children: (
        <>
          <h1>{W.law[lang]}</h1>
          <p>{W.lawLead[lang]}</p>
          <h2>{W.find[lang]}</h2>
          <ul class="tasks">
            {ways.map(([text, hint, href]) => (
              <li>
                <span class="tasks__what">
                  <a href={to(href)}>{text[lang]}</a>
                  <span class="tasks__hint">{hint[lang]}</span>
                </span>
              </li>
            ))}
          </ul>
          <h2>{W.instruments[lang]}</h2>
          <dl>
            {INSTRUMENTS.map((i) => (
              <InForce lang={lang} instrument={i} />
            ))}
          </dl>
          <h2>{W.articles[lang]}</h2>
          <p class="soft">{NO_SUBSTITUTE[lang]}</p>
          {INSTRUMENTS.map((i) => (
            <Articles lang={lang} instrument={i} />
          ))}
        </>
      ),
    })
    return done({ show })
  },
})

const InForce = ({ lang, instrument: i }: { readonly lang: Lang; readonly instrument: Instrument }) => (
  <>
    <dt>
      {i.title[lang]}, {i.number}
    </dt>
    <dd>
      {W.signed[lang]}: {showDay(i.signed)}. {W.from[lang]}: {showDay(i.from)}. {W.read[lang]}:{' '}
      {CONFIDENCE[i.confidence][lang]}.{' '}
      <a href={i.link}>
        {W.official[lang]}
        <span class="govuk-visually-hidden"> {i.number}</span>
      </a>
    </dd>
  </>
)

const Articles = ({ lang, instrument: i }: { readonly lang: Lang; readonly instrument: Instrument }) => {
  const mine = PROVISIONS.filter((p) => p.id.startsWith(i.id)).sort((a, b) =>
    byCite({ cite: a.id as CiteOf }, { cite: b.id as CiteOf }),
  )
  return mine.length === 0 ? null : (
    <>
      <h3>{i.title[lang]}</h3>
      <dl>
        {mine.map((p) => (
          <>
            <dt>
              <a href={citeHref(lang, p.id as CiteOf)}>
                {p.id === 'Q.' ? '' : `${lang === 'vi' ? 'Điều' : 'Article'} ${p.id.slice(1)}. `}
                {p.title[lang]}
              </a>
            </dt>
            <dd>{p.gist[lang]}</dd>
          </>
        ))}
      </dl>
    </>
  )
}

const provision = page({
  name: 'showProvision',
  method: 'get',
  path: '/law/provisions/{cite}',
  who: 'anyone',
  async handle(asked, { params }) {
    const { lang } = asked
    const cite = readCite(params.cite ?? '')
    const instrument = cite && instrumentOf(cite)
    if (cite === undefined || instrument === undefined) return refuse({ code: 'statute.no-provision' })
    const known = provisionOf(cite)
    const { duties, questions } = citing(RULE_SET, cite)
    const { text } = citeLink(lang, cite)
    const show = asked.page({
      title: known ? `${known.title[lang]} (${text})` : text,
      back: lawBack(asked),
      children: (
        <>
          <p class="caption">{text}</p>
          <h1>{known ? known.title[lang] : text}</h1>
          <p>{known ? known.gist[lang] : W.noGist[lang]}</p>
          {known ? <p class="soft">{NO_SUBSTITUTE[lang]}</p> : null}
          <p>
            <a href={instrument.link}>{W.officialOf[lang]}</a>
            <br />
            {instrument.title[lang]}, {instrument.number}. {W.from[lang]} {showDay(instrument.from)}.
          </p>
          {articleOf(cite) === cite ? null : (
            <p>
              <a href={citeHref(lang, articleOf(cite))}>{W.wholeArticle[lang]}</a>
            </p>
          )}
          {duties.length > 0 ? (
            <>
              <h2>{W.citingDuties[lang]}</h2>
              <ul>
                {duties.map((d) => (
                  <li>
                    <strong>
                      {ROLE_WORDS[d.role][lang]} ({levelsOf(lang, d)}):
                    </strong>{' '}
                    <DutyText lang={lang} duty={d} /> <Cited lang={lang} cite={d.cite} />
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {questions.length > 0 ? (
            <>
              <h2>{W.citingQuestions[lang]}</h2>
              <ul>
                {questions.map((q) => (
                  <li>
                    {q.ask[lang]} <Cited lang={lang} cite={q.cite} />
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {duties.length + questions.length === 0 ? <p>{W.citingNothing[lang]}</p> : null}
        </>
      ),
    })
    return done({ show })
  },
})

interface DutyTableProps {
  readonly lang: Lang
  readonly caption: string
  readonly duties: readonly Duty[]
}

const DutyTable = ({ lang, caption, duties }: DutyTableProps) => (
  <DataTable
    caption={caption}
    captionHidden
    columns={[W.duty, W.levels, W.time, W.cite].map((label) => ({ label: label[lang] }))}
    rows={duties.map((d) => [
      <DutyText lang={lang} duty={d} />,
      levelsOf(lang, d),
      TIME_WORDS[d.time][lang],
      <>
        {[d.cite, ...d.also].map((cite, n) => (
          <>
            {n > 0 ? '; ' : ''}
            <Cited lang={lang} cite={cite} />
          </>
        ))}
      </>,
    ])}
  />
)

const levelsOf = (lang: Lang, d: Duty): string =>
  d.levels.length === LEVELS.length ? W.everyLevel[lang] : d.levels.map((level) => W.levelShort[lang][level]).join(', ')

const DutyText = ({ lang, duty }: { readonly lang: Lang; readonly duty: Duty }) => (
  <>
    {duty.text[lang]}
    {hangsOn(RULE_SET, duty).map((ask) => (
      <span class="soft">
        {' '}
        {W.onlyIf[lang]} {ask[lang]}
      </span>
    ))}
  </>
)

const duties = page({
  name: 'showDuties',
  method: 'get',
  path: '/law/duties',
  who: 'anyone',
  async handle(asked, { query }) {
    const { lang, to } = asked
    const level = LEVELS.find((l) => l === query.level)
    const shown = RULE_SET.duties.filter((d) => level === undefined || d.levels.includes(level))
    const href = (l?: RiskLevel) => to(`/law/duties${l === undefined ? '' : `?level=${l}`}`)
    const show = asked.page({
      title: W.duties[lang],
      about: W.dutiesHint[lang],
      wide: true,
      back: lawBack(asked),
      children: (
        <>
          <h1>{W.duties[lang]}</h1>
          <p>{W.dutiesLead[lang]}</p>
          <Choices
            label={W.chooseLevel[lang]}
            all={[
              { text: W.allLevels[lang], href: href(), here: level === undefined },
              ...LEVELS.map((l) => ({ text: LEVEL_WORDS[l][lang], href: href(l), here: l === level })),
            ]}
          />
          {ROLES.map((role) => (
            <>
              <h2 id={role}>{ROLE_WORDS[role][lang]}</h2>
              <DutyTable lang={lang} caption={ROLE_WORDS[role][lang]} duties={shown.filter((d) => d.role === role)} />
            </>
          ))}
        </>
      ),
    })
    return done({ show })
  },
})

const prohibited = page({
  name: 'showProhibited',
  method: 'get',
  path: '/law/prohibited',
  who: 'anyone',
  async handle(asked) {
    const { lang } = asked
    const show = asked.page({
      title: W.prohibited[lang],
      about: W.prohibitedHint[lang],
      back: lawBack(asked),
      children: (
        <>
          <h1>{W.prohibited[lang]}</h1>
          <p>{W.prohibitedLead[lang]}</p>
          <ol>
            {RULE_SET.prohibited.map((act) => (
              <li>
                {act.text[lang]} <Cited lang={lang} cite={act.cite} />
                {act.points.length > 0 ? (
                  <ul>
                    {act.points.map((point) => (
                      <li>
                        {point.text[lang]} <Cited lang={lang} cite={point.cite} />
                      </li>
                    ))}
                  </ul>
                ) : null}
              </li>
            ))}
          </ol>
          <p class="soft">{NO_SUBSTITUTE[lang]}</p>
          <p>
            <a href={instrumentOf('L7')?.link}>{W.officialOf[lang]}</a>
          </p>
        </>
      ),
    })
    return done({ show })
  },
})

const ruleSets = page({
  name: 'showRuleSets',
  method: 'get',
  path: '/law/rulesets',
  who: 'anyone',
  async handle(asked) {
    const { lang } = asked
    const all = await listRuleSets(asked.db)
    const show = asked.page({
      title: W.ruleSets[lang],
      about: W.ruleSetsHint[lang],
      wide: true,
      back: lawBack(asked),
      children: (
        <>
          <h1>{W.ruleSets[lang]}</h1>
          <p>{W.ruleSetsLead[lang]}</p>
          <DataTable
            caption={W.ruleSets[lang]}
            captionHidden
            columns={[W.ruleSet, W.state, W.firstUsed, W.list, W.data].map((label) => ({ label: label[lang] }))}
            rows={all.map((r) => [
              <code>{r.id}</code>,
              (r.current ? W.present : W.former)[lang],
              r.firstUsed === null ? W.notUsed[lang] : showTime(r.firstUsed, lang),
              r.list,
              <a href={`/api/v1/law/rulesets/${r.id}`}>
                {W.asJson[lang]}
                <span class="govuk-visually-hidden"> {r.id}</span>
              </a>,
            ])}
          />
        </>
      ),
    })
    return done({ show })
  },
})

export const pages: readonly Route[] = [law, highRisk, highRiskEntry, provision, duties, prohibited, ruleSets]
