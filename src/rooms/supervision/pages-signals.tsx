import { done, type Outcome } from '../../base/outcome.ts'
import { fill, type Lang, type Text } from '../../base/text.ts'
import { Lines } from '../../casework/shown.tsx'
import { citeLink } from '../../web/cite-link.ts'
import { textIn, textsIn } from '../../web/form.ts'
import { showTime } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { Filters } from '../../web/parts/filters/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { LevelTag } from '../../web/parts/level-tag/part.tsx'
import { Pagination } from '../../web/parts/pagination/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextArea } from '../../web/parts/text-area/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { Timeline } from '../../web/parts/timeline/part.tsx'
import { readQuery, wordsOf } from '../../web/listing.ts'
import { type Answer, type AskedPage, type Form, page, type Route } from '../../web/route.ts'
import { LEVEL_WORDS, LEVELS, SECTOR_WORDS } from '../systems/schema.ts'
import { dismissSignals, orderOffice, raiseSafety, recountOne, signalled, signalsOf, startOrder } from './actions.ts'
import { SIGNAL } from './signal-kinds.ts'
import { type Signal, SIGNAL_KINDS, type Signalled, SignalQuery } from './signal-schema.ts'
import type { SignalsOf } from './signal-actions.ts'
import { LOOK_PAST, S, SIGNAL_SAYS, SIGNAL_STATE } from './signal-words.ts'

const PAGE = 25
// ————— the list —————

const showSignals = page({
  name: 'showSignals',
  method: 'get',
  path: '/signals',
  who: 'officer',
  async handle(asked, { query: asking }): Promise<Outcome<Answer>> {
    const { lang, to } = asked
    const query = readQuery(SignalQuery, asking)
    const from = Math.max(0, Math.min(100_000, Math.floor(Number(asking.from ?? 0)) || 0))
    const found = await signalled(asked, query, PAGE + 1, from)
    if (!found.ok) return found
    const [rows, more] = [found.value.slice(0, PAGE), found.value.length > PAGE]
    const next = new URLSearchParams([...wordsOf(query), ['from', String(from + PAGE)]])
    return done({
      show: asked.page({
        title: S.title[lang],
        about: S.lead[lang],
        wide: true,
        unlisted: true,
        back: { text: DESK[lang], href: to('/desk') },
        children: (
          <>
            <h1>{S.title[lang]}</h1>
            <p class="lead">{S.lead[lang]}</p>
            <p>
              {S.lowRule[lang]} <Cite {...citeLink(lang, 'L10.5.c')} />
            </p>
            <ul>
              {ELSEWHERE.map(({ text, path }) => (
                <li>
                  <a href={to(path)}>{text[lang]}</a>
                </li>
              ))}
            </ul>
            <Filters
              title={S.filters[lang]}
              action={to('/signals')}
              apply={S.apply[lang]}
              clear={{ text: S.clear[lang], href: to('/signals') }}
              open={wordsOf(query).length > 0}
              fields={<Fields lang={lang} query={query} />}
            >
              {rows.length === 0 ? (
                <EmptyState title={(wordsOf(query).length === 0 && from === 0 ? S.none : S.noneFound)[lang]} />
              ) : (
                <DataTable
                  caption={S.title[lang]}
                  captionHidden
                  columns={[S.system, S.reasons].map((label) => ({ label: label[lang] }))}
                  rows={rows.map((row) => rowOf(asked, row))}
                />
              )}
              <Pagination
                label={S.title[lang]}
                next={more ? { text: S.more[lang], href: to(`/signals?${next}`) } : undefined}
              />
            </Filters>
          </>
        ),
      }),
    })
  },
})
/** What else supervision is made of; rooms that come later stand here by their addresses alone. */
const ELSEWHERE = [
  { path: '/checks', text: S.toChecks },
  { path: '/campaigns', text: S.toCampaigns },
  { path: '/checks/plan', text: S.toPlan },
  { path: '/inspections', text: S.toInspections },
  { path: '/orders', text: S.toOrders },
  { path: '/violations', text: S.toViolations },
] as const
const DESK = { vi: 'Bàn việc', en: 'Desk' }

const SHOWN = 2

const rowOf = ({ lang, to }: AskedPage, row: Signalled) => [
  <>
    <a href={to(`/signals/${row.aiId}`)}>{row.name}</a>
    <br />
    <span class="soft">{row.provider}</span>
    <br />
    <span class="soft number">{row.aiId}</span>
    <br />
    <LevelTag level={row.level} word={LEVEL_WORDS[row.level][lang]} />
    {row.sectors.length === 0 ? null : (
      <>
        <br />
        <span class="soft">{row.sectors.map((sector) => SECTOR_WORDS[sector][lang]).join(', ')}</span>
      </>
    )}
  </>,
  <>
    {row.signals.slice(0, SHOWN).map(({ kind, reason }, n) => (
      <>
        {n === 0 ? null : <br />}
        <strong>{SIGNAL[kind].name[lang]}.</strong> {reason[lang]}
      </>
    ))}
    {row.signals.length <= SHOWN ? null : (
      <>
        <br />
        <span class="soft">{fill(S.moreReasons[lang], { n: row.signals.length - SHOWN })}</span>
      </>
    )}
  </>,
]

const Fields = ({ lang, query }: { readonly lang: Lang; readonly query: SignalQuery }) => (
  <>
    <TextField name="q" type="search" label={S.words[lang]} value={query.q} maxlength={200} spellcheck={false} />
    <Checkboxes
      name="kind"
      small
      legend={S.kindFilter[lang]}
      values={query.kind}
      options={SIGNAL_KINDS.map((value) => ({ value, label: SIGNAL[value].name[lang] }))}
    />
    <Checkboxes
      name="level"
      small
      legend={S.levelFilter[lang]}
      values={query.level}
      options={LEVELS.map((value) => ({ value, label: LEVEL_WORDS[value][lang] }))}
    />
    <Checkboxes
      name="sector"
      small
      legend={S.sectorFilter[lang]}
      values={query.sector}
      options={Object.entries(SECTOR_WORDS).map(([value, label]) => ({ value, label: label[lang] }))}
    />
  </>
)

// ————— one system —————

const showSystem = page({
  name: 'showSystemSignals',
  method: 'get',
  path: '/signals/{aiId}',
  who: 'officer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await signalsOf(asked, params.aiId ?? '')
    return found.ok ? done({ show: systemPage(asked, found.value) }) : found
  },
})

/** What was wrong with a form of this page, by its field, and what was typed. */
interface Returned {
  readonly slips: Readonly<Record<string, string>>
  readonly reason?: string
  readonly chosen?: readonly string[]
}

function systemPage(asked: AskedPage, found: SignalsOf, returned: Returned = { slips: {} }) {
  const { lang, to } = asked
  const { slips, reason = '' } = returned
  const { system, provider, signals, looks } = found
  const open = signals.filter(({ state }) => state === 'open')
  const rest = signals.filter(({ state }) => state !== 'open')
  return asked.page({
    title: `${S.title[lang]}: ${system.name}`,
    unlisted: true,
    back: { text: S.title[lang], href: to('/signals') },
    problems: Object.entries(slips).map(([field, says]) => ({ href: `#${field}`, text: says })),
    children: (
      <>
        <p class="caption">{S.title[lang]}</p>
        <h1>{system.name}</h1>
        <SummaryList
          rows={[
            { key: S.provider[lang], value: provider },
            { key: S.level[lang], value: <LevelTag level={system.level} word={LEVEL_WORDS[system.level][lang]} /> },
            { key: S.record[lang], value: <a href={to(`/register/${system.aiId}`)}>{system.aiId}</a> },
          ]}
        />
        <p class="soft">{S.noted[lang]}</p>
        <h2>{S.open[lang]}</h2>
        {open.length === 0 ? <p>{S.openNone[lang]}</p> : null}
        {open.map((signal) => (
          <One asked={asked} signal={signal} />
        ))}
        {open.length === 0 ? null : <What asked={asked} aiId={system.aiId} open={open} returned={returned} />}
        {rest.length === 0 ? null : (
          <>
            <h2>{S.closed[lang]}</h2>
            {rest.map((signal) => (
              <One asked={asked} signal={signal} />
            ))}
          </>
        )}
        <h2>{S.raise[lang]}</h2>
        <FormShell action={to(`/signals/${system.aiId}/safety`)} once={`${asked.once}-safety`}>
          <TextArea
            name="reason"
            id="safety"
            label={S.raiseWhy[lang]}
            hint={S.raiseHint[lang]}
            maxlength={2000}
            rows={3}
            value={slips.safety === undefined ? '' : reason}
            error={slips.safety}
          />
          <Button look="secondary">{S.raiseButton[lang]}</Button>
        </FormShell>
        {looks.length === 0 ? null : (
          <>
            <h2>{S.history[lang]}</h2>
            <Timeline
              items={looks.map((look) => ({
                when: <time datetime={look.at}>{showTime(look.at, lang)}</time>,
                what: `${LOOK_PAST[look.verb][lang]}${look.ledTo === null ? '' : ` (${look.ledTo})`}`,
                who: look.unitName?.[lang] ?? '',
              }))}
            />
          </>
        )}
        <p>
          {S.recountWhy[lang]} {S.confidence[lang]}
        </p>
        <FormShell action={to(`/signals/${system.aiId}/recount`)} once={`${asked.once}-recount`}>
          <Button look="secondary">{S.recount[lang]}</Button>
        </FormShell>
      </>
    ),
  })
}

interface OneProps {
  readonly asked: AskedPage
  readonly signal: Signal
}

/** The sentence first, then what it rests on and where that stands. */
const One = ({ asked: { lang, to }, signal }: OneProps) => (
  <section>
    <h3>{SIGNAL[signal.kind].name[lang]}</h3>
    <p>
      <Lines text={signal.reason[lang]} />
    </p>
    <p class="soft">
      {SIGNAL_STATE[signal.state][lang]}
      {signal.ledTo === null ? null : (
        <>
          {' '}
          (<a href={to(`/cases/${signal.ledTo}`)}>{signal.ledTo}</a>)
        </>
      )}
      . {fill(S.since[lang], { time: showTime(signal.raisedAt, lang) })}. {S.basis[lang]}:{' '}
      <Cite {...citeLink(lang, SIGNAL[signal.kind].cite)} />
    </p>
    {signal.facts.length === 0 ? null : (
      <Details summary={S.facts[lang]}>
        <DataTable
          caption={S.facts[lang]}
          captionHidden
          columns={[S.fact, S.value, S.source].map((label) => ({ label: label[lang] }))}
          rows={signal.facts.map(({ what, value, source }) => [
            what[lang],
            typeof value === 'string' ? value : value[lang],
            source[lang],
          ])}
        />
      </Details>
    )}
  </section>
)

interface WhatProps {
  readonly asked: AskedPage
  readonly aiId: string
  readonly open: readonly Signal[]
  readonly returned: Returned
}

const What = ({ asked, aiId, open, returned: { slips, reason, chosen } }: WhatProps) => {
  const { lang, to } = asked
  return (
    <>
      <h2>{S.what[lang]}</h2>
      <FormShell action={to(`/signals/${aiId}/dismiss`)} once={asked.once}>
        <Checkboxes
          name="signal"
          legend={S.choose[lang]}
          values={chosen ?? open.map(({ id }) => id)}
          error={slips.signal}
          options={open.map(({ id, kind, key }) => ({
            value: id,
            label: `${SIGNAL[kind].name[lang]}${kind === 'list-words' || kind === 'petition' ? ` (${key})` : ''}`,
          }))}
        />
        <TextArea
          name="reason"
          label={S.why[lang]}
          hint={S.whyHint[lang]}
          maxlength={2000}
          rows={3}
          value={slips.safety === undefined ? reason : ''}
          error={slips.reason}
        />
        <Buttons>
          <Button formaction={to(`/checks/from-signals/${aiId}`)}>{S.check[lang]}</Button>
          <Button look="secondary" formaction={to(`/signals/${aiId}/order`)}>
            {S.order[lang]}
          </Button>
          <Button look="secondary">{S.dismiss[lang]}</Button>
        </Buttons>
      </FormShell>
    </>
  )
}

// ————— what officers do —————

/** Back to the system; where something lacks, the page again with what was typed. */
async function backTo(
  asked: AskedPage,
  aiId: string,
  outcome: Outcome<unknown>,
  form: Form = {},
  as: Readonly<Record<string, string>> = {},
): Promise<Outcome<Answer>> {
  if (outcome.ok) return done({ goTo: asked.to(`/signals/${aiId}`) })
  const fields = outcome.refusals.map(({ field }) => field)
  const found = fields.includes(undefined) ? undefined : await signalsOf(asked, aiId)
  if (found?.ok !== true) return outcome
  const slips = Object.fromEntries(
    outcome.refusals.flatMap(({ code, field = '' }) => {
      const says = (SIGNAL_SAYS as Readonly<Record<string, Text>>)[code]
      return says === undefined ? [] : [[as[field] ?? field, says[asked.lang]] as const]
    }),
  )
  const returned = { slips, reason: textIn(form, 'reason'), chosen: textsIn(form, 'signal') }
  return done({ show: systemPage(asked, found.value, returned), status: 422 })
}

const dismiss = page({
  name: 'dismissSignals',
  method: 'post',
  path: '/signals/{aiId}/dismiss',
  who: 'officer',
  async handle(asked, { params: { aiId = '' }, form }) {
    const said = await dismissSignals(asked, aiId, textsIn(form, 'signal'), textIn(form, 'reason'))
    return backTo(asked, aiId, said, form)
  },
})

const order = page({
  name: 'startOrderFromSignals',
  method: 'post',
  path: '/signals/{aiId}/order',
  who: 'officer',
  async handle(asked, { params: { aiId = '' }, form }): Promise<Outcome<Answer>> {
    const file = await startOrder(asked, orderOffice, aiId, textsIn(form, 'signal'))
    return file.ok ? done({ goTo: asked.to(`/orders/${file.value.number}`) }) : backTo(asked, aiId, file, form)
  },
})

const safety = page({
  name: 'raiseSafety',
  method: 'post',
  path: '/signals/{aiId}/safety',
  who: 'officer',
  async handle(asked, { params: { aiId = '' }, form }) {
    return backTo(asked, aiId, await raiseSafety(asked, aiId, textIn(form, 'reason')), form, { reason: 'safety' })
  },
})

const recount = page({
  name: 'recountSignals',
  method: 'post',
  path: '/signals/{aiId}/recount',
  who: 'officer',
  async handle(asked, { params: { aiId = '' } }) {
    return backTo(asked, aiId, await recountOne(asked, aiId))
  },
})

export const signalPages: readonly Route[] = [showSignals, showSystem, dismiss, order, safety, recount]
