import { dayOf } from '../../base/day.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import { fill, type Lang } from '../../base/text.ts'
import { Lines } from '../../casework/shown.tsx'
import type { Kit } from '../../db/kit.ts'
import { citeLink } from '../../web/cite-link.ts'
import type { Entry } from '../../web/feeds.ts'
import { showDay, showTime } from '../../web/format.ts'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { QrCode } from '../../web/parts/qr-code/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { StatusTag, type StatusTone } from '../../web/parts/status-tag/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { tagged } from '../../web/feeds.ts'
import { type PublicList, publicList } from '../../web/public-list.tsx'
import { type Answer, type AskedPage, type Download, file, page, type Route } from '../../web/route.ts'
import { LEVEL_WORDS, SECTOR_WORDS, STATE_WORDS } from '../systems/schema.ts'
import { publicOrder, publicOrders, signedStatus } from './actions.ts'
import { badge } from './badge.ts'
import { KIND } from './kinds.ts'
import { PUBLIC_KINDS, PublicOrder, PublicQuery, STANDINGS } from './schema.ts'
import { END, STANDING, W } from './words.ts'

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

const PUBLIC_ORDERS: PublicList<PublicOrder, typeof PublicQuery> = {
  ...{ name: 'Orders', path: 'orders', title: W.publicTitle, lead: W.publicLead, back: W.order },
  ...{ none: W.none, feedTitle: W.feedTitle, query: PublicQuery, item: PublicOrder, list: publicOrders },
  cites: ['L10.6', 'L12.3', 'L35.2'],
  summary: {
    vi: 'Yêu cầu tạm dừng, thu hồi hệ thống và yêu cầu đã dỡ bỏ, thay đổi gần nhất trước',
    en: 'Orders to suspend or recall systems, and those lifted since, last changed first',
  },
  fields: ({ lang }, query) => <Fields lang={lang} query={query} />,
  columns: [W.system, W.order, W.issued, W.now],
  row: (order, asked) => [
    <SystemNamed asked={asked} order={order} />,
    <>
      <Stands lang={asked.lang} order={order} />
      <br />
      <a class="number" href={asked.to(`/orders/public/${order.number}`)}>
        {order.number}
      </a>
    </>,
    <>
      {showTime(order.issuedAt, asked.lang)}
      <br />
      {order.issuer[asked.lang]}
    </>,
    <SystemState lang={asked.lang} order={order} />,
  ],
  entry: entryOf,
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
  ...publicList(PUBLIC_ORDERS),
  ...[showOne, showBadge, showSigned, badgeFile],
]
