import type { AccountId } from '../base/actor.ts'
import { uuidv7 } from '../base/ids.ts'
import { done, type Outcome, refuse } from '../base/outcome.ts'
import { fill, type Lang } from '../base/text.ts'
import { showNumber, showTime } from '../web/format.ts'
import { Button } from '../web/parts/button/part.tsx'
import { Checkboxes } from '../web/parts/checkboxes/part.tsx'
import { DataTable } from '../web/parts/data-table/part.tsx'
import { EmptyState } from '../web/parts/empty-state/part.tsx'
import { Filters } from '../web/parts/filters/part.tsx'
import { FormShell } from '../web/parts/form-shell/part.tsx'
import { Pagination } from '../web/parts/pagination/part.tsx'
import { Radios } from '../web/parts/radios/part.tsx'
import { Tag } from '../web/parts/tag/part.tsx'
import { TextField } from '../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../web/route.ts'
import type { Office } from './actions.ts'
import {
  addressOf,
  countsOf,
  type Counts,
  type DeskQuery,
  deskQuery,
  type Facet,
  filtersSet,
  type Place,
  readPlace,
  soonUntil,
  writePlace,
} from './desk.ts'
import * as store from './desk-store.ts'
import { finals } from './due.ts'
import { FileNamed, howMany, NextDate } from './list-shown.tsx'
import { firstState, type Procedure } from './procedure.ts'
import type { CaseId, ClockKept } from './schema.ts'
import { StateShown } from './shown.tsx'
import { listClocks } from './store.ts'
import { D, L } from './words-lists.ts'

const PAGE_SIZE = 25
const NAME_LENGTH = 60

type Asking = Readonly<Record<string, string | readonly string[]>>

/** An officer or a chief at his desk. Administrators look after units and handle no files. */
function deskOf(asked: AskedPage, procedures: readonly Procedure[]): Outcome<store.DeskOf> {
  const { actor } = asked
  const seat = actor.kind === 'person' ? actor.seat : null
  if (actor.kind !== 'person' || seat === null || seat.role === 'administrator')
    return refuse({ code: 'case.not-your-part' })
  const at = asked.now()
  return done({
    ...{ unit: seat.unit, account: actor.account, at, soonUntil: soonUntil(at) },
    ...{ procedures: procedures.map(({ id }) => id), finals: finals(procedures) },
  })
}

/** States a file can be in on a desk: in the first one only the side that began it sees it. */
const statesOf = (procedures: readonly Procedure[]): string[] =>
  procedures.flatMap((p) =>
    Object.keys(p.states)
      .filter((state) => p.begunBy === 'unit' || state !== firstState(p))
      .map((state) => `${p.id}:${state}`),
  )

const queryFrom = (asking: Asking, procedures: readonly Procedure[]): DeskQuery =>
  deskQuery(asking, { procedure: procedures.map(({ id }) => id), state: statesOf(procedures) })

interface Seen {
  readonly asked: AskedPage
  readonly procedures: readonly Procedure[]
  readonly query: DeskQuery
  readonly counts: Counts
  readonly rows: readonly store.DeskRow[]
  readonly clocks: ReadonlyMap<CaseId, ClockKept[]>
  readonly officers: ReadonlyMap<AccountId, string>
  readonly views: readonly store.View[]
  readonly next: Place | undefined
  /** Not the first page. */
  readonly later: boolean
  /** Why a view could not be kept under the name that was typed. */
  readonly slip?: { readonly name: string; readonly text: string } | undefined
}

async function deskPage(
  asked: AskedPage,
  offices: readonly Office[],
  asking: Asking,
  slip?: Seen['slip'],
): Promise<Outcome<Answer>> {
  const { db, lang } = asked
  const procedures = offices.map(({ procedure }) => procedure)
  const desk = deskOf(asked, procedures)
  if (!desk.ok) return desk
  const query = queryFrom(asking, procedures)
  const after = readPlace(asking.after)
  const [found, groups, views] = await Promise.all([
    store.listDesk(db, desk.value, query, PAGE_SIZE + 1, after),
    store.groupDesk(db, desk.value),
    store.listViews(db, desk.value.account),
  ])
  const rows = found.slice(0, PAGE_SIZE)
  const last = found.length > PAGE_SIZE ? rows.at(-1) : undefined
  const [clocks, officers] = await Promise.all([
    listClocks(
      db,
      rows.map(({ id }) => id),
    ),
    namesOf(asked, offices, rows),
  ])
  const counts = countsOf(groups, query)
  const seen: Seen = {
    asked,
    procedures,
    query,
    counts,
    rows,
    clocks,
    officers,
    views,
    next: last,
    later: after !== undefined,
    slip,
  }
  return done({
    ...(slip === undefined ? {} : { status: 422 as const }),
    show: asked.page({
      title: D.title[lang],
      wide: true,
      unlisted: true,
      ...(slip === undefined ? {} : { problems: [{ href: '#name', text: slip.text }] }),
      children: <Desk {...seen} />,
    }),
  })
}

async function namesOf(
  { db }: AskedPage,
  offices: readonly Office[],
  rows: readonly store.DeskRow[],
): Promise<ReadonlyMap<AccountId, string>> {
  const ids = [...new Set(rows.flatMap(({ officer }) => officer ?? []))]
  const names = await Promise.all(
    ids.map(async (id) => [id, (await offices[0]?.people.officerName(db, id)) ?? ''] as const),
  )
  return new Map(names)
}

// ————— what is seen —————

const Desk = (seen: Seen) => {
  const { asked, query, counts } = seen
  const { lang, to } = asked
  const n = filtersSet(query)
  // A desk that never had a file needs no filters.
  const nothing = n === 0 && !query.closed && !counts.closed.has('')
  return (
    <>
      <h1>{D.title[lang]}</h1>
      <p>
        {D.lead[lang]} <a href={to('/calendar')}>{L.calendar[lang]}</a>
      </p>
      <Beginnings {...seen} />
      {nothing ? (
        <Nothing {...seen} />
      ) : (
        <Filters
          title={n === 0 ? L.filters[lang] : fill(L.filtersSet[lang], { n })}
          action={to('/desk')}
          apply={L.apply[lang]}
          clear={{ text: L.clear[lang], href: to('/desk') }}
          fields={<Fields {...seen} />}
        >
          <Queue {...seen} />
          <Views {...seen} />
        </Filters>
      )}
    </>
  )
}

/** What a unit begins itself. */
const Beginnings = ({ asked: { lang, to }, procedures }: Seen) => {
  const own = procedures.filter(({ begunBy }) => begunBy === 'unit')
  return own.length === 0 ? null : (
    <p>
      {D.begin[lang]}:{' '}
      {own.map((p, n) => (
        <>
          {n === 0 ? '' : ' · '}
          <a href={to(`/${p.path}`)}>{p.name[lang]}</a>
        </>
      ))}
    </p>
  )
}

const Fields = ({ asked: { lang }, procedures, query, counts }: Seen) => {
  const label = (facet: Facet, value: string, text: string) => (
    <>
      {text} <span class="soft number">({showNumber(counts[facet].get(value) ?? 0, lang)})</span>
    </>
  )
  const one = (
    facet: 'whose' | 'waiting' | 'due' | 'part',
    all: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <Radios
      name={facet}
      small
      legend={D[facet][lang]}
      value={query[facet] ?? ''}
      options={[['', all] as const, ...options].map(([value, text]) => ({ value, label: label(facet, value, text) }))}
    />
  )
  const states = procedures.flatMap((p) =>
    statesOf([p])
      .filter((value) => counts.state.has(value) || query.state.includes(value))
      .map((value) => {
        const name = p.states[value.slice(p.id.length + 1)]?.name[lang] ?? value
        return { value, label: label('state', value, procedures.length === 1 ? name : `${name} (${p.name[lang]})`) }
      }),
  )
  return (
    <>
      {one('due', D.anytime[lang], [
        ['over', D.over[lang]],
        ['soon', D.soon[lang]],
      ])}
      {one('whose', D.everyone[lang], [
        ['mine', D.mine[lang]],
        ['nobody', D.nobody[lang]],
      ])}
      {one('waiting', D.either[lang], [
        ['unit', D.unit[lang]],
        ['party', D.party[lang]],
      ])}
      {procedures.length < 2 ? null : (
        <Checkboxes
          name="procedure"
          small
          legend={D.procedure[lang]}
          values={query.procedure}
          options={procedures.map((p) => ({ value: p.id, label: label('procedure', p.id, p.name[lang]) }))}
        />
      )}
      {states.length === 0 ? null : (
        <Checkboxes name="state" small legend={D.state[lang]} values={query.state} options={states} />
      )}
      {one('part', D.both[lang], [
        ['lead', D.leads[lang]],
        ['copy', D.copy[lang]],
      ])}
      <Radios
        name="closed"
        small
        legend={D.closed[lang]}
        value={query.closed ? '1' : ''}
        options={[
          { value: '', label: label('closed', 'false', D.atWork[lang]) },
          { value: '1', label: label('closed', 'true', D.done[lang]) },
        ]}
      />
    </>
  )
}

const Queue = (seen: Seen) => {
  const { asked, query, rows, counts, next, later } = seen
  const { lang, to } = asked
  const first = to(`/desk${addressOf(query)}`)
  if (rows.length === 0) return <Nothing {...seen} />
  return (
    <section aria-labelledby="queue">
      <h2 id="queue">{howMany(counts.closed.get(String(query.closed)) ?? 0, lang)}</h2>
      <p id="desk-keys" class="soft small no-print">
        {D.keys[lang]}
      </p>
      <div data-keys="desk-keys">
        <DataTable
          caption={D.title[lang]}
          captionHidden
          columns={[L.file, L.standing, L.next].map((label) => ({ label: label[lang] }))}
          rows={rows.map((row) => cellsOf(seen, row))}
        />
      </div>
      <Pagination
        label={D.pages[lang]}
        previous={later ? { text: D.first[lang], href: first } : undefined}
        next={next && { text: D.more[lang], href: to(`/desk${addressOf(query, { after: writePlace(next) })}`) }}
      />
    </section>
  )
}

const WAITS = { unit: D.waitsUnit, party: D.waitsParty, nobody: D.waitsNobody } as const

function cellsOf({ asked, procedures, clocks, officers }: Seen, row: store.DeskRow) {
  const { lang, to } = asked
  const p = procedures.find(({ id }) => id === row.procedure)
  if (p === undefined) return []
  const officer = row.officer === null ? undefined : officers.get(row.officer)
  return [
    <FileNamed lang={lang} p={p} file={row} href={to(`/${p.path}/${row.number}`)}>
      {row.part === 'lead' ? null : (
        <>
          <br />
          <Tag>{D.copy[lang]}</Tag>
        </>
      )}
    </FileNamed>,
    <>
      <StateShown lang={lang} p={p} state={row.state} />
      <br />
      {fill(WAITS[row.holder][lang], { time: showTime(row.heldSince, lang) })}
      <br />
      {officer === undefined ? D.nobodyYet[lang] : fill(D.officer[lang], { who: officer })}
    </>,
    <NextDate lang={lang} p={p} file={row} clocks={clocks.get(row.id) ?? []} at={asked.now()} />,
  ]
}

const Nothing = ({ asked: { lang, to }, query, later }: Seen) => {
  if (later || filtersSet(query) > 0 || query.closed)
    return (
      <EmptyState title={(later ? D.noMore : D.noneTitle)[lang]}>
        <p>
          {later ? (
            <a href={to(`/desk${addressOf(query)}`)}>{D.first[lang]}</a>
          ) : (
            <a href={to('/desk')}>{L.clear[lang]}</a>
          )}
        </p>
      </EmptyState>
    )
  return (
    <EmptyState title={D.emptyTitle[lang]}>
      <p>{D.emptyText[lang]}</p>
    </EmptyState>
  )
}

const Views = ({ asked, query, views, slip }: Seen) => {
  const { lang, to, once } = asked
  const address = addressOf(query)
  return (
    <section aria-labelledby="views" class="no-print">
      <h2 id="views">{D.views[lang]}</h2>
      {views.length === 0 ? <p>{D.viewsNone[lang]}</p> : null}
      {views.length === 0 ? null : (
        <ul class="tasks">
          {views.map((view) => (
            <li>
              <span class="tasks__what">
                <a href={to(`/desk${view.query}`)} aria-current={view.query === address ? 'true' : undefined}>
                  {view.name}
                </a>
              </span>
              <FormShell action={to(`/desk/views/${view.id}/remove`)} once={`${once}-${view.id}`}>
                <input type="hidden" name="query" value={address} />
                <Button look="secondary">
                  {D.viewRemove[lang]}
                  <span class="govuk-visually-hidden"> {view.name}</span>
                </Button>
              </FormShell>
            </li>
          ))}
        </ul>
      )}
      <FormShell action={to('/desk/views')} once={once}>
        <input type="hidden" name="query" value={address} />
        <TextField
          name="name"
          label={D.viewName[lang]}
          value={slip?.name}
          error={slip?.text}
          maxlength={NAME_LENGTH}
          autocomplete="off"
          width={20}
        />
        <Button look="secondary">{D.viewSave[lang]}</Button>
      </FormShell>
    </section>
  )
}

// ————— routes —————

/** The filters a form came with, read like any other address. */
function asking(value: unknown): Asking {
  const params = new URLSearchParams(typeof value === 'string' ? value : '')
  return Object.fromEntries(
    [...new Set(params.keys())].map((key) => {
      const all = params.getAll(key)
      return [key, all.length === 1 ? (all[0] ?? '') : all]
    }),
  )
}

const nameFrom = (value: unknown): string =>
  typeof value === 'string' ? value.normalize('NFC').replace(/\s+/gu, ' ').trim() : ''

const slipOf = (name: string, lang: Lang): Seen['slip'] =>
  name.length >= 1 && name.length <= NAME_LENGTH
    ? undefined
    : { name, text: fill(D.viewNameless[lang], { max: NAME_LENGTH }) }

export const deskPages = (offices: readonly Office[]): readonly Route[] => {
  const procedures = offices.map(({ procedure }) => procedure)
  return [
    page({
      name: 'showDesk',
      method: 'get',
      path: '/desk',
      who: 'officer',
      handle: (asked, { query }) => deskPage(asked, offices, query),
    }),
    page({
      name: 'keepDeskView',
      method: 'post',
      path: '/desk/views',
      who: 'officer',
      async handle(asked, { form }) {
        const desk = deskOf(asked, procedures)
        if (!desk.ok) return desk
        const name = nameFrom(form.name)
        const slip = slipOf(name, asked.lang)
        if (slip !== undefined) return deskPage(asked, offices, asking(form.query), slip)
        const query = addressOf(queryFrom(asking(form.query), procedures))
        await store.keepView(asked.db, { id: uuidv7(), name, query }, desk.value.account, asked.now())
        return done({ goTo: asked.to(`/desk${query}`) })
      },
    }),
    page({
      name: 'dropDeskView',
      method: 'post',
      path: '/desk/views/{id}/remove',
      who: 'officer',
      async handle(asked, { params, form }) {
        const desk = deskOf(asked, procedures)
        if (!desk.ok) return desk
        await store.dropView(asked.db, params.id ?? '', desk.value.account)
        return done({ goTo: asked.to(`/desk${addressOf(queryFrom(asking(form.query), procedures))}`) })
      },
    }),
  ]
}
