import { dayOf } from '../../base/day.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import { Lines } from '../../casework/shown.tsx'
import type { Kit } from '../../db/kit.ts'
import { citeLink } from '../../web/cite-link.ts'
import { asAtom, asJsonFeed, type Entry, type Feed, MOST_ENTRIES } from '../../web/feeds.ts'
import { showDay, showTime } from '../../web/format.ts'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { Filters } from '../../web/parts/filters/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Pagination } from '../../web/parts/pagination/part.tsx'
import { QrCode } from '../../web/parts/qr-code/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { StatusTag, type StatusTone } from '../../web/parts/status-tag/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, type Download, file, page, type PageRoute, type Route } from '../../web/route.ts'
import { LEVEL_WORDS, SECTOR_WORDS, STATE_WORDS } from '../systems/schema.ts'
import { publicOrder, publicOrders, signedStatus } from './actions.ts'
import { badge } from './badge.ts'
import { KIND } from './kinds.ts'
import { addressOf, readCursor, wordsOf, writeCursor } from './rules.ts'
import { PUBLIC_KINDS, type PublicOrder, publicQuery, type PublicQuery, STANDINGS } from './schema.ts'
import { END, STANDING, W } from './words.ts'

const PAGE = 25
const fill = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '')

const TONE: Readonly<Partial<Record<string, StatusTone>>> = { suspended: 'suspended', recalled: 'recalled' }

const Stands = ({ lang, order }: { readonly lang: Lang; readonly order: PublicOrder }) =>
  order.ended === null ? (
    <StatusTag tone={order.kind === 'recall' ? 'recalled' : 'suspended'}>{KIND[order.kind].name[lang]}</StatusTag>
  ) : (
    <>
      <StatusTag tone="done">{END[order.ended][lang]}</StatusTag> {KIND[order.kind].name[lang]}
    </>
  )

// ————— the list —————

interface View {
  readonly asked: AskedPage
  readonly query: PublicQuery
  readonly orders: readonly PublicOrder[]
  readonly next: PublicOrder | undefined
  readonly later: boolean
}

const showList = page({
  name: 'showPublicOrders',
  method: 'get',
  path: '/orders/public',
  who: 'anyone',
  open: true,
  async handle(asked, input): Promise<Outcome<Answer>> {
    const { lang, to } = asked
    const query = publicQuery(input.query)
    const after = readCursor(input.query.after)
    const found = await publicOrders(asked, query, PAGE + 1, after)
    const orders = found.slice(0, PAGE)
    const next = found.length > PAGE ? orders.at(-1) : undefined
    const view = { asked, query, orders, next, later: after !== undefined }
    return done({
      show: asked.page({
        title: W.publicTitle[lang],
        about: W.publicLead[lang],
        wide: true,
        back: { text: W.order[lang], href: to('/orders') },
        alternates: feedsOf(asked, query),
        children: <List {...view} />,
      }),
      json: { items: orders, next: next === undefined ? null : asked.site.url + nextOf(view, next) },
    })
  },
})

const nextOf = ({ asked, query }: View, next: PublicOrder): string =>
  asked.to(`/orders/public${addressOf(query, { after: writeCursor(next) })}`)

const List = (view: View) => {
  const { asked, query, orders, next, later } = view
  const { lang, to } = asked
  return (
    <>
      <h1>{W.publicTitle[lang]}</h1>
      <p class="lead">{W.publicLead[lang]}</p>
      <p>
        <Cite {...citeLink(lang, 'L10.6')} /> · <Cite {...citeLink(lang, 'L12.3')} /> ·{' '}
        <Cite {...citeLink(lang, 'L35.2')} />
      </p>
      <Filters
        title={W.filters[lang]}
        action={to('/orders/public')}
        apply={W.apply[lang]}
        clear={{ text: W.clear[lang], href: to('/orders/public') }}
        open={wordsOf(query).length > 0}
        fields={<Fields lang={lang} query={query} />}
      >
        {orders.length === 0 ? (
          <EmptyState title={(wordsOf(query).length === 0 && !later ? W.none : W.noneFound)[lang]} />
        ) : (
          <DataTable
            caption={W.publicTitle[lang]}
            captionHidden
            columns={[W.system, W.order, W.issued, W.now].map((label) => ({ label: label[lang] }))}
            rows={orders.map((order) => [
              <SystemNamed asked={asked} order={order} />,
              <>
                <Stands lang={lang} order={order} />
                <br />
                <a href={to(`/orders/public/${order.number}`)}>{order.number}</a>
              </>,
              <>
                {showTime(order.issuedAt, lang)}
                <br />
                {order.issuer[lang]}
              </>,
              <SystemState lang={lang} order={order} />,
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
            <a href={`/api/v1/orders${addressOf(query)}`}>{W.json[lang]}</a>
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
    <Checkboxes
      name="kind"
      small
      legend={W.kindFilter[lang]}
      values={query.kind}
      options={PUBLIC_KINDS.map((value) => ({ value, label: KIND[value].name[lang] }))}
    />
    <Checkboxes
      name="level"
      small
      legend={W.levelFilter[lang]}
      values={query.level}
      options={(['high', 'medium', 'low'] as const).map((value) => ({ value, label: LEVEL_WORDS[value][lang] }))}
    />
    <Checkboxes
      name="sector"
      small
      legend={W.sectorFilter[lang]}
      values={query.sector}
      options={Object.entries(SECTOR_WORDS).map(([value, label]) => ({ value, label: label[lang] }))}
    />
  </>
)

interface OrderProps {
  readonly asked: AskedPage
  readonly order: PublicOrder
}

const SystemNamed = ({ asked: { to }, order: { system, provider } }: OrderProps) => (
  <>
    {system.aiId === null ? system.name : <a href={to(`/register/${system.aiId}`)}>{system.name}</a>}
    <br />
    <span class="soft">
      {system.aiId === null ? provider : `${provider} · `}
      {system.aiId === null ? null : <span class="number">{system.aiId}</span>}
    </span>
  </>
)

const SystemState = ({ lang, order: { system } }: { readonly lang: Lang; readonly order: PublicOrder }) =>
  system.state === null ? (
    <span class="soft">{W.notRegistered[lang]}</span>
  ) : (
    <StatusTag tone={TONE[system.state] ?? 'quiet'}>{STATE_WORDS[system.state][lang]}</StatusTag>
  )

// ————— one order —————

const showOne = page({
  name: 'showPublicOrder',
  method: 'get',
  path: '/orders/public/{number}',
  who: 'anyone',
  open: true,
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await publicOrder(asked, params.number ?? '')
    return found.ok ? done({ show: onePage(asked, found.value), json: found.value }) : found
  },
})

const onePage = (asked: AskedPage, order: PublicOrder) => {
  const { lang, to, site } = asked
  const { system, kind } = order
  const address = `${site.url}${to(`/orders/public/${order.number}`)}`
  return asked.page({
    title: `${KIND[kind].name[lang]}: ${system.name}`,
    about: order.reason,
    back: { text: W.publicTitle[lang], href: to('/orders/public') },
    children: (
      <>
        <span class="caption number">{order.number}</span>
        <h1>
          {KIND[kind].name[lang]}: {system.name}
        </h1>
        {order.ended === null ? (
          <Notice tone="important" title={W.stands[lang]}>
            <p>{KIND[kind].means[lang]}</p>
          </Notice>
        ) : (
          <p>
            <StatusTag tone="done">{END[order.ended][lang]}</StatusTag>{' '}
            {order.endedAt === null ? null : <time datetime={order.endedAt}>{showTime(order.endedAt, lang)}</time>}
          </p>
        )}
        <SummaryList
          rows={[
            { key: W.system[lang], value: <SystemNamed asked={asked} order={order} /> },
            { key: W.provider[lang], value: order.provider },
            { key: W.issuer[lang], value: order.issuer[lang] },
            { key: W.basis[lang], value: <Cite {...citeLink(lang, order.basis)} /> },
            { key: W.issued[lang], value: <time datetime={order.issuedAt}>{showTime(order.issuedAt, lang)}</time> },
            { key: W.reason[lang], value: <Said text={order.reason} /> },
            ...(order.ended === null
              ? []
              : [
                  {
                    key: W.endedReason[lang],
                    value: order.endedReason === null ? W.noReason[lang] : <Said text={order.endedReason} />,
                  },
                ]),
            { key: W.systemNow[lang], value: <SystemState lang={lang} order={order} /> },
          ]}
        />
        {system.aiId === null ? null : <Badge asked={asked} aiId={system.aiId} name={system.name} />}
        <QrCode text={address} title={address} caption={order.number} />
      </>
    ),
  })
}

/** As the authority wrote it. */
const Said = ({ text }: { readonly text: string }) => (
  <span lang="vi">
    <Lines text={text} />
  </span>
)

const Badge = ({ asked, aiId, name }: { readonly asked: AskedPage; readonly aiId: string; readonly name: string }) => {
  const { lang, to } = asked
  const at = to(`/register/${aiId}/badge`)
  return (
    <section class="no-print">
      <h2>{W.badge[lang]}</h2>
      <p>{W.badgeLead[lang]}</p>
      <p>
        <img src={`${at}.svg`} alt={fill(W.badgeTitle[lang], { name })} width={360} height={120} />
      </p>
      <p>
        <a href={`${at}.svg`}>{`${asked.site.url}${at}.svg`}</a>
        <br />
        <a href={`${at}.jws`}>{W.badgeSigned[lang]}</a>
      </p>
    </section>
  )
}

// ————— feeds —————

/** Names things of this portal for ever (RFC 4151): its host, and the day the Law gave them their names. */
const tagged = (site: string, what: string): string => `tag:${new URL(site).hostname},2026-03-01:${what}`

const feedsOf = ({ to, lang }: Pick<AskedPage, 'to' | 'lang'>, query: PublicQuery) =>
  [
    {
      type: 'application/atom+xml',
      title: W.atom[lang],
      href: to(`/orders/public/feed.atom${addressOf(query)}`),
    },
    {
      type: 'application/feed+json',
      title: W.jsonFeed[lang],
      href: to(`/orders/public/feed.json${addressOf(query)}`),
    },
  ] as const

/** An order stands in the feed with its number for ever: lifting it changes the entry and never removes it. */
function entryOf(order: PublicOrder, { lang, site, to }: AskedPage): Entry {
  const facts = {
    kind: KIND[order.kind].name[lang],
    issuer: order.issuer[lang],
    reason: order.reason,
    end: order.ended === null ? '' : END[order.ended][lang],
    day: order.endedAt === null ? '' : showDay(dayOf(order.endedAt)),
  }
  return {
    id: tagged(site.url, `order:${order.number}`),
    url: site.url + to(`/orders/public/${order.number}`),
    title: `${order.system.name}${order.system.aiId === null ? '' : ` (${order.system.aiId})`}`,
    text: fill((order.ended === null ? W.entryStands : W.entryEnded)[lang], facts),
    ...{ recorded: order.issuedAt, changed: order.changedAt },
    tags: [facts.kind, order.ended === null ? STANDING.standing[lang] : END[order.ended][lang]],
  }
}

const feed = (ending: 'atom' | 'json', type: string, write: (feed: Feed) => string): PageRoute =>
  page({
    name: `orders-feed-${ending}`,
    method: 'get',
    path: `/orders/public/feed.${ending}`,
    who: 'anyone',
    open: true,
    async handle(asked, input): Promise<Outcome<Answer>> {
      const { lang, site } = asked
      const query = publicQuery(input.query)
      const address = addressOf(query)
      const body = write({
        id: tagged(site.url, `orders:${lang}${address}`),
        self: site.url + asked.to(`/orders/public/feed.${ending}${address}`),
        page: site.url + asked.to(`/orders/public${address}`),
        ...{ title: W.feedTitle[lang], about: W.publicLead[lang], author: site.openData.publisher, lang },
        licence: LICENCE,
        entries: (await publicOrders(asked, query, MOST_ENTRIES)).map((order) => entryOf(order, asked)),
      })
      return done({ download: { type, body } })
    },
  })
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'

// ————— the badge —————

async function drawBadge(kit: Kit, aiId: string, lang: Lang): Promise<Outcome<Download>> {
  const status = await signedStatus(kit, aiId)
  if (!status.ok) return status
  const { value, jws } = status.value
  const body = badge(value, jws, `${kit.site.url}/${lang}/register/${value.aiId}`, lang)
  return done({ type: 'image/svg+xml; charset=utf-8', body })
}

const showBadge = page({
  name: 'showBadge',
  method: 'get',
  path: '/register/{aiId}/badge.svg',
  who: 'anyone',
  open: true,
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const drawn = await drawBadge(asked, params.aiId ?? '', asked.lang)
    return drawn.ok ? done({ download: drawn.value }) : drawn
  },
})

const showSigned = page({
  name: 'showSignedStatus',
  method: 'get',
  path: '/register/{aiId}/badge.jws',
  who: 'anyone',
  open: true,
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const status = await signedStatus(asked, params.aiId ?? '')
    return status.ok ? done({ download: { type: 'application/jose', body: status.value.jws } }) : status
  },
})

/** The same without a language in the address, for pages that show it to everybody: in Vietnamese. */
const badgeFile = file({
  name: 'badge',
  path: '/register/{aiId}/badge.svg',
  handle: (asked, { aiId = '' }) => drawBadge(asked, aiId, 'vi'),
})

export const publicPages: readonly Route[] = [
  feed('atom', 'application/atom+xml; charset=utf-8', asAtom),
  feed('json', 'application/feed+json; charset=utf-8', asJsonFeed),
  ...[showList, showOne, showBadge, showSigned, badgeFile],
]
