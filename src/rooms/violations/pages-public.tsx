import { dayOf } from '../../base/day.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import { Lines } from '../../casework/shown.tsx'
import { type Conduct, CONDUCTS, conductById, NO_AMOUNT, SANCTIONS } from '../../law/conduct.ts'
import { citeLink } from '../../web/cite-link.ts'
import type { Entry } from '../../web/feeds.ts'
import { showDay, showDong, showTime } from '../../web/format.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { QrCode } from '../../web/parts/qr-code/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Select } from '../../web/parts/select/part.tsx'
import { StatusTag, type StatusTone } from '../../web/parts/status-tag/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { tagged } from '../../web/feeds.ts'
import { type PublicList, publicList } from '../../web/public-list.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { publicViolation, publicViolations } from './actions.ts'
import { CONDUCT_IDS, PublicQuery, PublicViolation, type Standing, STANDINGS } from './schema.ts'
import { STANDING, W } from './words.ts'

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

const PUBLIC_VIOLATIONS: PublicList<PublicViolation, typeof PublicQuery> = {
  ...{ name: 'Violations', path: 'violations', title: W.publicTitle, lead: W.publicLead, back: W.case },
  ...{ none: W.none, feedTitle: W.feedTitle, query: PublicQuery, item: PublicViolation, list: publicViolations },
  cites: ['L28.4', 'L8.1', 'N4.1.d'],
  summary: {
    vi: 'Kết quả xử lý vi phạm đã công khai, kể cả quyết định bị hủy bỏ, thay đổi gần nhất trước',
    en: 'Published results of handling violations, those overturned included, last changed first',
  },
  fields: ({ lang }, query) => <Fields lang={lang} query={query} />,
  columns: [W.result, W.conduct, W.decided, W.now],
  row: (v, { lang, to }) => [
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
  ],
  entry: entryOf,
  links: [{ path: '/violations/conducts', text: W.conducts }],
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

/** A decision stands in the feed with its number for ever: what was overturned or withdrawn changes the entry. */
function entryOf(v: PublicViolation, { lang, site, to }: AskedPage): Entry {
  return {
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
  }
}

export const publicPages: readonly Route[] = [...publicList(PUBLIC_VIOLATIONS), showOne, showConducts]
