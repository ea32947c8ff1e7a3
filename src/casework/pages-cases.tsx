import { actingFor, type UnitId } from '../base/actor.ts'
import { done, refuse } from '../base/outcome.ts'
import { fill, type Text } from '../base/text.ts'
import { DataTable } from '../web/parts/data-table/part.tsx'
import { EmptyState } from '../web/parts/empty-state/part.tsx'
import { Filters } from '../web/parts/filters/part.tsx'
import { Radios } from '../web/parts/radios/part.tsx'
import { type AskedPage, page, type Route } from '../web/route.ts'
import type { Office } from './actions.ts'
import { whereIs } from './chain.ts'
import { isFinal, pressing } from './due.ts'
import { offers, verbOf } from './flow.ts'
import { ASKED } from './letters.ts'
import { FileNamed, howMany, NextDate, stepPath } from './list-shown.tsx'
import type { Procedure } from './procedure.ts'
import type { CaseFile, ClockKept } from './schema.ts'
import { HolderShown, StateShown } from './shown.tsx'
import { listClocks, listOfParty } from './store.ts'
import { C, L } from './words-lists.ts'

const SHOWN = ['all', 'open', 'ours', 'closed'] as const
type Shown = (typeof SHOWN)[number]
/** As many as the store gives. */
const MOST = 500

interface Row {
  readonly file: CaseFile
  readonly p: Procedure
  readonly clocks: readonly ClockKept[]
}

const PASSES: Readonly<Record<Shown, (row: Row) => boolean>> = {
  all: () => true,
  open: ({ p, file }) => !isFinal(p, file),
  ours: ({ file }) => file.holder === 'party',
  closed: ({ p, file }) => isFinal(p, file),
}

/** What is at work comes first, the nearest date before all; among equals what changed last, as it came. */
const place = ({ p, file, clocks }: Row): string => (isFinal(p, file) ? '~' : (pressing(clocks)?.reckoning.due ?? '9'))

async function rowsOf({ db }: AskedPage, party: CaseFile['party'], offices: readonly Office[]): Promise<Row[]> {
  const files = await listOfParty(db, party)
  const clocks = await listClocks(
    db,
    files.map(({ id }) => id),
  )
  return files
    .flatMap((file): Row[] => {
      const p = offices.find(({ procedure }) => procedure.id === file.procedure)?.procedure
      return p === undefined ? [] : [{ file, p, clocks: clocks.get(file.id) ?? [] }]
    })
    .toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0))
}

/** A file by its number alone, for links that do not know its procedure: led on to its own page. */
const findCase = (offices: readonly Office[]): Route =>
  page({
    name: 'findCase',
    method: 'get',
    path: '/cases/{number}',
    who: 'person',
    async handle(asked, { params }) {
      const { number = '' } = params
      const found = await whereIs(asked, number)
      if (!found.ok) return found
      if ('path' in found.value) return done({ goTo: asked.to(found.value.path) })
      const { procedure } = found.value
      const p = offices.find((office) => office.procedure.id === procedure)?.procedure
      return p === undefined ? refuse({ code: 'case.unknown' }) : done({ goTo: asked.to(`/${p.path}/${number}`) })
    },
  })

const showCases = (offices: readonly Office[]): Route =>
  page({
    name: 'showCases',
    method: 'get',
    path: '/cases',
    who: 'viewer',
    async handle(asked, { query }) {
      const { lang } = asked
      const member = actingFor(asked.actor)
      if (member === null) return refuse({ code: 'case.no-organisation' })
      const rows = await rowsOf(asked, member.party, offices)
      const shown = SHOWN.find((value) => value === query.show) ?? 'all'
      const units = [...new Set(rows.flatMap(({ file }) => file.unit ?? []))]
      const names = (await offices[0]?.people.unitNames(asked.db, units)) ?? new Map<UnitId, Text>()
      return done({
        show: asked.page({
          title: C.title[lang],
          about: C.about[lang],
          wide: true,
          unlisted: true,
          children: (
            <>
              <h1>{C.title[lang]}</h1>
              <p>{fill(C.lead[lang], { name: member.name })}</p>
              {rows.length === 0 ? (
                <Empty asked={asked} offices={offices} />
              ) : (
                <>
                  <p>
                    <a href={asked.to('/calendar')}>{L.calendar[lang]}</a>. {L.calendarWhy[lang]}
                  </p>
                  <Found asked={asked} rows={rows} shown={shown} units={names} />
                  <h2>{C.begin[lang]}</h2>
                  <Procedures asked={asked} offices={offices} />
                </>
              )}
            </>
          ),
        }),
      })
    },
  })

interface FoundProps {
  readonly asked: AskedPage
  readonly rows: readonly Row[]
  readonly shown: Shown
  readonly units: ReadonlyMap<UnitId, Text>
}

const Found = ({ asked, rows, shown, units }: FoundProps) => {
  const { lang, to } = asked
  const found = rows.filter(PASSES[shown])
  return (
    <Filters
      title={shown === 'all' ? L.filters[lang] : fill(L.filtersSet[lang], { n: 1 })}
      action={to('/cases')}
      apply={L.apply[lang]}
      clear={{ text: L.clear[lang], href: to('/cases') }}
      fields={
        <Radios
          name="show"
          small
          legend={C.show[lang]}
          value={shown}
          options={SHOWN.map((value) => ({
            value,
            label: <Counted label={C[value][lang]} n={rows.filter(PASSES[value]).length} />,
          }))}
        />
      }
    >
      {found.length === 0 ? (
        <EmptyState title={C.noneTitle[lang]}>
          <p>{C.noneText[lang]}</p>
          <p>
            <a href={to('/cases')}>{C.showAll[lang]}</a>
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption={howMany(found.length, lang)}
          columns={[L.file, L.standing, L.next, C.canDo].map((label) => ({ label: label[lang] }))}
          rows={found.map((row) => [
            <FileNamed lang={lang} p={row.p} file={row.file} href={to(`/${row.p.path}/${row.file.number}`)} />,
            <>
              <StateShown lang={lang} p={row.p} state={row.file.state} />
              <br />
              <HolderShown lang={lang} file={row.file} names={{ party: '', units, side: 'party' }} />
            </>,
            <NextDate lang={lang} p={row.p} file={row.file} clocks={row.clocks} at={asked.now()} />,
            <CanDo asked={asked} row={row} />,
          ])}
        />
      )}
      {rows.length < MOST ? null : <p>{fill(C.most[lang], { n: MOST })}</p>}
    </Filters>
  )
}

const Counted = ({ label, n }: { readonly label: string; readonly n: number }) => (
  <>
    {label} <span class="soft number">({n})</span>
  </>
)

/** Steps this person may take now, and what happens next. A message can be written at any time: no work to be listed. */
const CanDo = ({ asked, row: { p, file } }: { readonly asked: AskedPage; readonly row: Row }) => {
  const { lang, to } = asked
  const offered = offers(p, file, asked.actor).filter((verb) => verb !== 'message')
  // What the authority asked for comes before what one might do besides.
  const verbs = offered.toSorted((a, b) => Number(b === 'answer') - Number(a === 'answer'))
  const next = file.asked === null ? p.states[file.state]?.next.party : ASKED.party
  return (
    <>
      {next?.[lang] ?? C.nothing[lang]}
      {verbs.map((verb) => (
        <>
          <br />
          <a href={to(stepPath(p, file.number, verb))}>
            {verbOf(p, verb)?.ask[lang]}
            <span class="govuk-visually-hidden"> {file.number}</span>
          </a>
        </>
      ))}
    </>
  )
}

const Procedures = ({
  asked: { lang, to },
  offices,
}: {
  readonly asked: AskedPage
  readonly offices: readonly Office[]
}) => (
  <ul>
    {offices
      .filter(({ procedure }) => procedure.begunBy !== 'unit')
      .map(({ procedure: p }) => (
        <li>
          <a href={to(`/${p.path}`)}>{p.name[lang]}</a>
        </li>
      ))}
  </ul>
)

const Empty = ({ asked, offices }: { readonly asked: AskedPage; readonly offices: readonly Office[] }) => (
  <EmptyState title={C.emptyTitle[asked.lang]}>
    <p>{C.emptyText[asked.lang]}</p>
    <Procedures asked={asked} offices={offices} />
  </EmptyState>
)

export const casesPages = (offices: readonly Office[]): readonly Route[] => [showCases(offices), findCase(offices)]
