import type { Child } from 'hono/jsx'
import { done, refuse } from '../../base/outcome.ts'
import type { Lang, Text } from '../../base/text.ts'
import type { Condition } from '../../law/highrisk/entry.ts'
import { instrumentOf } from '../../law/provisions.ts'
import type { ListedEntry } from '../../law/rules.ts'
import { RULE_SET } from '../../law/ruleset.ts'
import { showDay } from '../../web/format.ts'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { page } from '../../web/route.ts'
import { dueRows } from './rules.ts'
import { citeHref, citeLink, ROUTE_WORDS } from './schema.ts'
import { Choices, Cited, lawBack } from './shown.tsx'
import { CONFIDENCE, WORDS as W } from './words.ts'

const sectorOf = (sector: string): Text =>
  RULE_SET.sectors.items.find((s) => s.value === sector)?.label ?? { vi: sector, en: sector }

export const highRisk = page({
  name: 'showHighRisk',
  method: 'get',
  path: '/law/high-risk',
  who: 'anyone',
  async handle(asked, { query }) {
    const { lang, to } = asked
    const sectors = [...new Set(RULE_SET.entries.map((e) => e.sector))]
    const chosen = sectors.find((s) => s === query.sector)
    const shown = chosen === undefined ? sectors : [chosen]
    const href = (s?: string) => to(`/law/high-risk${s === undefined ? '' : `?sector=${s}`}`)
    const show = asked.page({
      title: W.highRisk[lang],
      about: W.highRiskHint[lang],
      wide: true,
      back: lawBack(asked),
      children: (
        <>
          <h1>{W.highRisk[lang]}</h1>
          <p>{W.highRiskLead[lang]}</p>
          <p>
            <a href={to('/classify')}>{W.useTool[lang]}</a> · <Cited lang={lang} cite="Q1" />
          </p>
          <Choices
            label={W.sectors[lang]}
            all={[
              { text: W.allSectors[lang], href: href(), here: chosen === undefined },
              ...sectors.map((s) => ({ text: sectorOf(s)[lang], href: href(s), here: s === chosen })),
            ]}
          />
          {shown.map((s) => (
            <DataTable
              caption={sectorOf(s)[lang]}
              columns={[{ label: W.entry[lang] }, { label: W.system[lang] }, { label: W.route[lang] }]}
              rows={RULE_SET.entries.filter((e) => e.sector === s).map((e) => entryRow(lang, e))}
            />
          ))}
        </>
      ),
    })
    return done({ show })
  },
})

const entryRow = (lang: Lang, e: ListedEntry): readonly Child[] => [
  e.code,
  <a href={citeHref(lang, e.cite)}>{e.name[lang]}</a>,
  W.routeShort[lang][e.route],
]

export const highRiskEntry = page({
  name: 'showHighRiskEntry',
  method: 'get',
  path: '/law/high-risk/{code}',
  who: 'anyone',
  async handle(asked, { params }) {
    const { lang, to } = asked
    const e = RULE_SET.entries.find((one) => one.code === params.code)
    if (e === undefined) return refuse({ code: 'statute.no-entry' })
    const group = RULE_SET.sectors.groups.find((g) => g.value === e.group)
    const show = asked.page({
      title: `${e.code}. ${e.name[lang]}`,
      back: { text: W.highRisk[lang], href: to(`/law/high-risk?sector=${e.sector}`) },
      children: (
        <>
          <p class="caption">
            {sectorOf(e.sector)[lang]}
            {group ? ` · ${group.label[lang]}` : ''}
          </p>
          <h1>
            {e.code}. {e.name[lang]}
          </h1>
          <p>{e.kind[lang]}</p>
          <EntryConditions lang={lang} entry={e} />
          <h2>{W.route[lang]}</h2>
          <p>{e.route === 'unknown' ? W.routeUnknown[lang] : ROUTE_WORDS[e.route][lang]}</p>
          <p>
            <Cited lang={lang} cite="L13.2" />
          </p>
          <h2>{W.due[lang]}</h2>
          <ul>
            {dueRows(RULE_SET, e.sector).map((row) => (
              <li>
                {row.reason[lang]} <Cited lang={lang} cite={row.cites[0] ?? 'Q4'} />
              </li>
            ))}
            <li>{W.dueNew[lang]}</li>
          </ul>
          {e.note ? (
            <>
              <h2>{W.note[lang]}</h2>
              <p>{e.note[lang]}</p>
            </>
          ) : null}
          <SummaryList
            rows={[
              { key: W.cite[lang], value: citeLink(lang, e.cite).text },
              { key: W.inForceFrom[lang], value: showDay(e.from) },
              { key: W.confidence[lang], value: CONFIDENCE[e.confidence][lang] },
              { key: W.instrument[lang], value: <a href={instrumentOf('Q.')?.link}>{W.official[lang]}</a> },
            ]}
          />
          <p>
            <a href={to('/classify')}>{W.useTool[lang]}</a>
          </p>
        </>
      ),
    })
    return done({ show })
  },
})

const EntryConditions = ({ lang, entry: e }: { readonly lang: Lang; readonly entry: ListedEntry }) => (
  <>
    <h2>{W.when[lang]}</h2>
    {e.limits.length > 0 ? (
      <>
        <h3>{W.limits[lang]}</h3>
        <p>{W.whenAll[lang]}</p>
        <Questions lang={lang} all={e.limits} says={W.counts[lang]} />
      </>
    ) : null}
    {e.conditions.length > 0 ? (
      <>
        <h3>{W.conditions[lang]}</h3>
        {e.conditions.length > 1 ? <p>{(e.join === 'all' ? W.whenAll : W.whenAny)[lang]}</p> : null}
        <Questions lang={lang} all={e.conditions} says={W.counts[lang]} />
      </>
    ) : null}
    <h3>{W.exclusions[lang]}</h3>
    {e.exclusions.length === 0 ? (
      <p>{W.noExclusions[lang]}</p>
    ) : (
      <>
        <p>{W.exclusionsLead[lang]}</p>
        <Questions lang={lang} all={e.exclusions} says={W.takesOut[lang]} />
      </>
    )}
    {e.asides ? (
      <>
        <h3>{W.asides[lang]}</h3>
        <ul>
          {e.asides.map((c) => (
            <li>{c.ask[lang]}</li>
          ))}
        </ul>
      </>
    ) : null}
  </>
)

interface QuestionsProps {
  readonly lang: Lang
  readonly all: readonly Condition[]
  readonly says: { readonly yes: string; readonly no: string }
}
const Questions = ({ lang, all, says }: QuestionsProps) => (
  <ol>
    {all.map((c) => (
      <li>
        {c.ask[lang]} <strong>{c.speaksFor ? says.yes : says.no}.</strong>
        {c.help ? <span class="soft"> {c.help[lang]}</span> : null}
        {c.presumed ? <span class="soft"> {W.presumed[lang]}</span> : null}
      </li>
    ))}
  </ol>
)
