import { dayOf } from '../../base/day.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import { Lines } from '../../casework/shown.tsx'
import { type Conduct, CONDUCTS, conductById, NO_AMOUNT, SANCTIONS } from '../../law/conduct.ts'
import { citeLink } from '../../web/cite-link.ts'
import { asAtom, asJsonFeed, type Entry, type Feed, MOST_ENTRIES } from '../../web/feeds.ts'
import { showDay, showDong, showTime } from '../../web/format.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { Filters } from '../../web/parts/filters/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Pagination } from '../../web/parts/pagination/part.tsx'
import { QrCode } from '../../web/parts/qr-code/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Select } from '../../web/parts/select/part.tsx'
import { StatusTag, type StatusTone } from '../../web/parts/status-tag/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, page, type PageRoute, type Route } from '../../web/route.ts'
import { publicViolation, publicViolations } from './actions.ts'
import { addressOf, readCursor, wordsOf, writeCursor } from './rules.ts'
import { CONDUCT_IDS, publicQuery, type PublicQuery, type PublicViolation, type Standing, STANDINGS } from './schema.ts'
import { STANDING, W } from './words.ts'

const PAGE = 25

const TONE: Readonly<Record<Standing, StatusTone>> = {
  standing: 'active',
  'carried-out': 'done',
  overturned: 'problem',
  withdrawn: 'quiet',
}

const Stands = ({ lang, v }: { readonly lang: Lang; readonly v: PublicViolation }) => (
  <StatusTag tone={TONE[v.standing]}>{STANDING[v.standing][lang]}</StatusTag>
)
const conductText = (id: string, lang: Lang): string => conductById(id)?.text[lang] ?? id
const sanctionText = (id: string, lang: Lang): string => SANCTIONS.find((s) => s.id === id)?.name[lang] ?? id
const titleOf = ({ title, conduct }: PublicViolation, lang: Lang): string => title ?? conductText(conduct, lang)

// ————— the list —————

interface View {
  readonly asked: AskedPage
  readonly query: PublicQuery
  readonly all: readonly PublicViolation[]
  readonly next: PublicViolation | undefined
  readonly later: boolean
}

const showList = page({
  name: 'showPublicViolations',
  method: 'get',
  path: '/violations/public',
  who: 'anyone',
  open: true,
  async handle(asked, input): Promise<Outcome<Answer>> {
    const { lang, to } = asked
    const query = publicQuery(input.query)
    const after = readCursor(input.query.after)
    const found = await publicViolations(asked, query, PAGE + 1, after)
    const all = found.slice(0, PAGE)
    const next = found.length > PAGE ? all.at(-1) : undefined
    const view = { asked, query, all, next, later: after !== undefined }
    return done({
      show: asked.page({
        title: W.publicTitle[lang],
        about: W.publicLead[lang],
        wide: true,
        back: { text: W.case[lang], href: to('/violations') },
        alternates: feedsOf(asked, query),
        children: <List {...view} />,
      }),
      json: { items: all, next: next === undefined ? null : asked.site.url + nextOf(view, next) },
    })
  },
})

const nextOf = ({ asked, query }: View, next: PublicViolation): string =>
  asked.to(`/violations/public${addressOf(query, { after: writeCursor(next) })}`)

const List = (view: View) => {
  const { asked, query, all, next, later } = view
  const { lang, to } = asked
  return (
    <>
      <h1>{W.publicTitle[lang]}</h1>
      <p class="lead">{W.publicLead[lang]}</p>
      <p>
        <Cite {...citeLink(lang, 'L28.4')} /> · <Cite {...citeLink(lang, 'L8.1')} /> ·{' '}
        <Cite {...citeLink(lang, 'N4.1.d')} />
      </p>
      <Filters
        title={W.filters[lang]}
        action={to('/violations/public')}
        apply={W.apply[lang]}
        clear={{ text: W.clear[lang], href: to('/violations/public') }}
        open={wordsOf(query).length > 0}
        fields={<Fields lang={lang} query={query} />}
      >
        {all.length === 0 ? (
          <EmptyState title={(wordsOf(query).length === 0 && !later ? W.none : W.noneFound)[lang]} />
        ) : (
          <DataTable
            caption={W.publicTitle[lang]}
            captionHidden
            columns={[W.result, W.conduct, W.decided, W.now].map((label) => ({ label: label[lang] }))}
            rows={all.map((v) => [
              <>
                <a href={to(`/violations/public/${v.number}`)}>{titleOf(v, lang)}</a>
                <br />
                <span class="soft">
                  <span class="number">{v.number}</span> · {v.party ?? W.unnamed[lang]}
                </span>
              </>,
              conductText(v.conduct, lang),
              <>
                {showTime(v.sanctionedAt, lang)}
                <br />
                {v.issuer[lang]}
              </>,
              <>
                <Stands lang={lang} v={v} />
                <br />
                {sanctionText(v.sanction, lang)}
              </>,
            ])}
          />
        )}
        <Pagination
          label={W.publicTitle[lang]}
          next={next === undefined ? undefined : { text: W.more[lang], href: nextOf(view, next) }}
        />
        <h2>{W.feeds[lang]}</h2>
        <ul>
          {feedsOf(asked, query).map(({ title, href }) => (
            <li>
              <a href={href}>{title}</a>
            </li>
          ))}
          <li>
            <a href={`/api/v1/violations${addressOf(query)}`}>{W.json[lang]}</a>
          </li>
          <li>
            <a href={to('/violations/conducts')}>{W.conducts[lang]}</a>
          </li>
        </ul>
      </Filters>
    </>
  )
}

const Fields = ({ lang, query }: { readonly lang: Lang; readonly query: PublicQuery }) => (
  <>
    <TextField name="q" type="search" label={W.words[lang]} value={query.q} maxlength={200} spellcheck={false} />
    <Radios
      name="standing"
      small
      legend={W.standingFilter[lang]}
      value={query.standing ?? ''}
      options={[
        { value: '', label: W.all[lang] },
        ...STANDINGS.map((value) => ({ value, label: STANDING[value][lang] })),
      ]}
    />
    <Select
      name="conduct"
      label={W.conductFilter[lang]}
      value={query.conduct ?? ''}
      options={[
        { value: '', label: W.all[lang] },
        ...CONDUCT_IDS.map((value) => ({ value, label: conductText(value, lang) })),
      ]}
    />
  </>
)

// ————— one decision —————

const showOne = page({
  name: 'showPublicViolation',
  method: 'get',
  path: '/violations/public/{number}',
  who: 'anyone',
  open: true,
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await publicViolation(asked, params.number ?? '')
    return found.ok ? done({ show: onePage(asked, found.value), json: found.value }) : found
  },
})

const onePage = (asked: AskedPage, v: PublicViolation) => {
  const { lang, to, site } = asked
  const address = `${site.url}${to(`/violations/public/${v.number}`)}`
  const cite = conductById(v.conduct)?.cite
  return asked.page({
    title: titleOf(v, lang),
    about: v.summary ?? W.withdrawnTitle[lang],
    back: { text: W.publicTitle[lang], href: to('/violations/public') },
    children: (
      <>
        <span class="caption number">{v.number}</span>
        <h1>{titleOf(v, lang)}</h1>
        <p>
          <Stands lang={lang} v={v} />
        </p>
        {v.standing === 'overturned' || v.standing === 'withdrawn' ? (
          <Notice tone="important" title={STANDING[v.standing][lang]}>
            {v.reason === null ? null : (
              <p>
                <Said text={v.reason} />
              </p>
            )}
          </Notice>
        ) : null}
        <SummaryList
          rows={[
            {
              key: W.conduct[lang],
              value: (
                <>
                  {conductText(v.conduct, lang)}
                  <br />
                  {cite === undefined ? null : <Cite {...citeLink(lang, cite)} />}
                </>
              ),
            },
            { key: W.party[lang], value: v.party ?? W.unnamed[lang] },
            ...(v.system === null
              ? []
              : [{ key: W.system[lang], value: <SystemNamed asked={asked} system={v.system} /> }]),
            { key: W.issuer[lang], value: v.issuer[lang] },
            { key: W.sanction[lang], value: sanctionText(v.sanction, lang) },
            { key: W.decided[lang], value: <time datetime={v.sanctionedAt}>{showTime(v.sanctionedAt, lang)}</time> },
            { key: W.publishedAt[lang], value: <time datetime={v.publishedAt}>{showTime(v.publishedAt, lang)}</time> },
            ...(v.summary === null ? [] : [{ key: W.summary[lang], value: <Said text={v.summary} /> }]),
          ]}
        />
        {v.standing === 'withdrawn' ? null : (
          <section id="reply">
            <h2>{W.reply[lang]}</h2>
            {v.reply === null ? (
              <p class="soft">{W.noReply[lang]}</p>
            ) : (
              <>
                <p>
                  <Said text={v.reply} />
                </p>
                {v.repliedAt === null ? null : <p class="soft small">{showTime(v.repliedAt, lang)}</p>}
              </>
            )}
          </section>
        )}
        <QrCode text={address} title={address} caption={v.number} />
      </>
    ),
  })
}

/** As it was written. */
const Said = ({ text }: { readonly text: string }) => (
  <span lang="vi">
    <Lines text={text} />
  </span>
)

interface SystemProps {
  readonly asked: AskedPage
  readonly system: NonNullable<PublicViolation['system']>
}
const SystemNamed = ({ asked: { to }, system }: SystemProps) =>
  system.aiId === null ? (
    <>{system.name}</>
  ) : (
    <>
      <a href={to(`/register/${system.aiId}`)}>{system.name}</a> <span class="number">{system.aiId}</span>
    </>
  )

// ————— conducts and amounts —————

const showConducts = page({
  name: 'showConducts',
  method: 'get',
  path: '/violations/conducts',
  who: 'anyone',
  open: true,
  async handle(asked): Promise<Outcome<Answer>> {
    const { lang, to } = asked
    const show = asked.page({
      title: W.conducts[lang],
      about: W.conductsLead[lang],
      wide: true,
      back: { text: W.publicTitle[lang], href: to('/violations/public') },
      children: (
        <>
          <h1>{W.conducts[lang]}</h1>
          <p class="lead">
            {W.conductsLead[lang]} {NO_AMOUNT[lang]} <Cite {...citeLink(lang, 'L29.5')} />
          </p>
          <DataTable
            caption={W.conducts[lang]}
            captionHidden
            columns={[W.conduct, W.amountColumn, W.from].map((label) => ({ label: label[lang] }))}
            rows={CONDUCTS.map((conduct) => [
              <>
                {conduct.text[lang]}
                <br />
                <Cite {...citeLink(lang, conduct.cite)} />
              </>,
              amountText(conduct, lang),
              showDay(conduct.from),
            ])}
          />
        </>
      ),
    })
    return done({ show, json: { items: CONDUCTS, note: NO_AMOUNT } })
  },
})

const amountText = ({ fine }: Conduct, lang: Lang): string =>
  fine === null ? W.noAmount[lang] : `${showDong(fine.min, lang)} – ${showDong(fine.max, lang)}`

// ————— feeds —————

/** Names things of this portal for ever (RFC 4151): its host, and the day the Law gave them their names. */
const tagged = (site: string, what: string): string => `tag:${new URL(site).hostname},2026-03-01:${what}`

const feedsOf = ({ to, lang }: Pick<AskedPage, 'to' | 'lang'>, query: PublicQuery) =>
  [
    { type: 'application/atom+xml', title: W.atom[lang], href: to(`/violations/public/feed.atom${addressOf(query)}`) },
    {
      type: 'application/feed+json',
      title: W.jsonFeed[lang],
      href: to(`/violations/public/feed.json${addressOf(query)}`),
    },
  ] as const

/** A decision stands in the feed with its number for ever: what was overturned or withdrawn changes the entry. */
const entryOf = (v: PublicViolation, { lang, site, to }: AskedPage): Entry => ({
  id: tagged(site.url, `violation:${v.number}`),
  url: site.url + to(`/violations/public/${v.number}`),
  title: titleOf(v, lang),
  text: [
    `${STANDING[v.standing][lang]}, ${showDay(dayOf(v.sanctionedAt))}: ${conductText(v.conduct, lang)}.`,
    v.summary ?? v.reason ?? '',
  ]
    .join(' ')
    .trim(),
  ...{ recorded: v.publishedAt, changed: v.changedAt },
  tags: [STANDING[v.standing][lang], conductText(v.conduct, lang)],
})

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'
const feed = (ending: 'atom' | 'json', type: string, write: (feed: Feed) => string): PageRoute =>
  page({
    name: `violations-feed-${ending}`,
    method: 'get',
    path: `/violations/public/feed.${ending}`,
    who: 'anyone',
    open: true,
    async handle(asked, input): Promise<Outcome<Answer>> {
      const { lang, site } = asked
      const query = publicQuery(input.query)
      const address = addressOf(query)
      const body = write({
        id: tagged(site.url, `violations:${lang}${address}`),
        self: site.url + asked.to(`/violations/public/feed.${ending}${address}`),
        page: site.url + asked.to(`/violations/public${address}`),
        ...{ title: W.feedTitle[lang], about: W.publicLead[lang], author: site.openData.publisher, lang },
        licence: LICENCE,
        entries: (await publicViolations(asked, query, MOST_ENTRIES)).map((v) => entryOf(v, asked)),
      })
      return done({ download: { type, body } })
    },
  })

export const publicPages: readonly Route[] = [
  feed('atom', 'application/atom+xml; charset=utf-8', asAtom),
  feed('json', 'application/feed+json; charset=utf-8', asJsonFeed),
  ...[showList, showOne, showConducts],
]
