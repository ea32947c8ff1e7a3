import { fill } from '../../base/text.ts'
import { dayOf } from '../../base/day.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import type { Whole } from '../../casework/actions.ts'
import { casePages } from '../../casework/pages.tsx'
import { Lines } from '../../casework/shown.tsx'
import { citeLink } from '../../web/cite-link.ts'
import { textsIn } from '../../web/form.ts'
import { showDay, showTime } from '../../web/format.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { Pagination } from '../../web/parts/pagination/part.tsx'
import { StatusTag } from '../../web/parts/status-tag/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { besideFile, checkFromSignals, checkOffice, conclusions, inspectionOffice, periodicPlan } from './actions.ts'
import { INTERVAL_MONTHS } from './kinds.ts'
import { campaignPages } from './pages-campaigns.tsx'
import { CHECK } from './procedure.ts'
import { OUTCOMES, type VisitKind } from './schema.ts'
import { NAME, OUTCOME, SAYS, W } from './words.ts'

// ————— beside a file —————

async function beside(asked: AskedPage, whole: Whole) {
  const { file, side, documents } = whole
  const { visit, records, campaign, aiId } = await besideFile(asked, file)
  const { lang, to } = asked
  const at = `/${file.procedure === CHECK.id ? CHECK.path : 'inspections'}/${file.number}`
  const concluded = visit !== undefined && visit.concludedAt !== null
  const more = new URLSearchParams({ ...(aiId === undefined ? {} : { aiId }), origin: file.number, about: aiId ?? '' })
  const links = [
    ...(aiId === undefined ? [] : [{ text: W.record[lang], href: to(`/register/${aiId}`) }]),
    ...(campaign === undefined
      ? []
      : [{ text: `${W.campaignOf[lang]}: ${campaign.number}`, href: to(`/campaigns/${campaign.number}`) }]),
    ...(side !== 'unit' || aiId === undefined ? [] : [{ text: W.signals[lang], href: to(`/signals/${aiId}`) }]),
    ...(side === 'unit' && concluded && visit.outcomes.includes('order')
      ? [{ text: W.startOrder[lang], href: to(`/orders?${more}&inspection=${file.number}`) }]
      : []),
    ...(side === 'unit' && concluded && visit.outcomes.includes('violation')
      ? [{ text: W.startViolation[lang], href: to(`/violations?${more}&source=inspection`) }]
      : []),
    ...(visit?.publishedAt == null ? [] : [{ text: W.published[lang], href: to(`/conclusions#${file.number}`) }]),
    ...(side === 'party' ? [{ text: W.access[lang], href: to('/organisation/access-notes') }] : []),
  ]
  return (
    <>
      {records.length === 0 ? null : (
        <section id="records">
          <h2>{W.records[lang]}</h2>
          <DataTable
            caption={W.records[lang]}
            captionHidden
            columns={[W.recordN, W.recordWhat, W.recordAsked, W.recordGiven].map((label) => ({ label: label[lang] }))}
            rows={records.map(({ n, what, askedStep, givenStep }) => {
              const [asking, receipt] = [
                whole.events.find(({ seq }) => seq === askedStep),
                documents.find(({ seq }) => seq === givenStep),
              ]
              return [
                n,
                what,
                asking === undefined ? '' : showTime(asking.at, lang),
                receipt === undefined ? (
                  W.recordOpen[lang]
                ) : (
                  <>
                    <a class="number" href={to(`${at}/documents/${receipt.number}`)}>
                      {receipt.number}
                    </a>
                    <br />
                    {showTime(receipt.at, lang)}
                  </>
                ),
              ]
            })}
          />
        </section>
      )}
      {links.length === 0 ? null : (
        <ul>
          {links.map(({ text, href }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

// ————— what follows from signals —————

const fromSignals = page({
  name: 'checkFromSignals',
  method: 'post',
  path: '/checks/from-signals/{aiId}',
  who: 'officer',
  async handle(asked, { params: { aiId = '' }, form }): Promise<Outcome<Answer>> {
    const file = await checkFromSignals(asked, aiId, textsIn(form, 'signal'))
    return file.ok ? done({ goTo: asked.to(`/checks/${file.value.number}`) }) : file
  },
})

// ————— the periodic plan —————

const PAGE = 50

const showPlan = page({
  name: 'showPeriodicPlan',
  method: 'get',
  path: '/checks/plan',
  who: 'officer',
  async handle(asked, { query }): Promise<Outcome<Answer>> {
    const { lang, to } = asked
    const from = Math.max(0, Math.min(1_000_000, Math.floor(Number(query.from ?? 0)) || 0))
    const found = await periodicPlan(asked, PAGE + 1, from)
    if (!found.ok) return found
    const [rows, at] = [found.value.slice(0, PAGE), asked.now()]
    return done({
      show: asked.page({
        title: W.plan[lang],
        about: W.planLead[lang],
        wide: true,
        unlisted: true,
        back: { text: W.checkStart[lang], href: to('/checks') },
        children: (
          <>
            <h1>{W.plan[lang]}</h1>
            <p class="lead">{fill(W.planLead[lang], { months: INTERVAL_MONTHS })}</p>
            <p>
              <Cite {...citeLink(lang, 'L10.5.a')} />
            </p>
            {rows.length === 0 ? (
              <EmptyState title={W.planNone[lang]} />
            ) : (
              <DataTable
                caption={W.plan[lang]}
                captionHidden
                columns={[W.system, W.last, W.due, W.open].map((label) => ({ label: label[lang] }))}
                rows={rows.map(({ aiId, name, provider, last, lastNumber, due }) => [
                  <>
                    <a href={to(`/register/${aiId}`)}>{name}</a>
                    <br />
                    <span class="soft">
                      {provider} · <span class="number">{aiId}</span>
                    </span>
                  </>,
                  last === null ? (
                    W.never[lang]
                  ) : (
                    <>
                      {showDay(dayOf(last))}
                      <br />
                      <span class="soft">{lastNumber}</span>
                    </>
                  ),
                  <>
                    {showDay(dayOf(due))}
                    {due < at ? (
                      <>
                        {' '}
                        <StatusTag tone="problem">{W.overdue[lang]}</StatusTag>
                      </>
                    ) : null}
                  </>,
                  <a href={to(`/checks?about=${aiId}&ground=periodic`)}>{W.open[lang]}</a>,
                ])}
              />
            )}
            <Pagination
              label={W.plan[lang]}
              next={
                found.value.length > PAGE
                  ? { text: W.more[lang], href: to(`/checks/plan?from=${from + PAGE}`) }
                  : undefined
              }
            />
          </>
        ),
      }),
    })
  },
})

// ————— what anyone may read —————

const showConclusions = page({
  name: 'showConclusions',
  method: 'get',
  path: '/conclusions',
  who: 'anyone',
  open: true,
  async handle(asked): Promise<Outcome<Answer>> {
    const { lang, to } = asked
    const all = await conclusions(asked)
    return done({
      show: asked.page({
        title: W.conclusions[lang],
        about: W.conclusionsLead[lang],
        children: (
          <>
            <h1>{W.conclusions[lang]}</h1>
            <p class="lead">{W.conclusionsLead[lang]}</p>
            <p>
              <Cite {...citeLink(lang, 'L28.4')} /> · <a href={to('/samples')}>{W.samples[lang]}</a>
            </p>
            {all.length === 0 ? <EmptyState title={W.conclusionsNone[lang]} /> : null}
            {all.map(({ number, content, at }) => {
              const { kind, system, aiId, outcomes, summary } = content as unknown as Conclusion
              return (
                <article id={number}>
                  <h2>
                    {NAME[kind][lang]} {number}
                  </h2>
                  <SummaryList
                    rows={[
                      {
                        key: W.system[lang],
                        value:
                          system === null || aiId === null ? (
                            W.unnamed[lang]
                          ) : (
                            <a href={to(`/register/${aiId}`)}>{system}</a>
                          ),
                      },
                      {
                        key: W.result[lang],
                        value: OUTCOMES.filter((one) => outcomes.includes(one))
                          .map((one) => OUTCOME[one][lang])
                          .join('; '),
                      },
                      { key: W.publishedOn[lang], value: showTime(at, lang) },
                    ]}
                  />
                  <p lang="vi">
                    <Lines text={summary} />
                  </p>
                </article>
              )
            })}
          </>
        ),
      }),
      json: { items: all.map(({ number, at, content }) => ({ number, publishedAt: at, ...content })) },
    })
  },
})

/** What `publishedOf` made of a file. */
interface Conclusion {
  readonly kind: VisitKind
  readonly summary: string
  readonly outcomes: readonly string[]
  readonly system: string | null
  readonly aiId: string | null
}

const EVERYBODYS = [
  { path: '/conclusions', text: W.conclusions },
  { path: '/samples', text: W.samples },
] as const
const OFFICERS = [
  { path: '/signals', text: W.allSignals },
  { path: '/campaigns', text: W.campaigns },
  { path: '/checks/plan', text: W.plan },
] as const

const intro = ({ lang, to, actor }: AskedPage) => (
  <ul>
    {[...EVERYBODYS, ...(actor.kind === 'person' && actor.seat !== null ? OFFICERS : [])].map(({ path, text }) => (
      <li>
        <a href={to(path)}>{text[lang]}</a>
      </li>
    ))}
  </ul>
)
export const pages: readonly Route[] = [
  // Before the file, whose address would swallow theirs.
  showPlan,
  fromSignals,
  ...casePages(checkOffice, { says: SAYS, intro, beside }),
  ...casePages(inspectionOffice, { says: SAYS, intro, beside }),
  showConclusions,
  ...campaignPages,
]
