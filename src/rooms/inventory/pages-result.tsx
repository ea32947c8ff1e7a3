import { fill } from '../../base/text.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import { showNumber } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Pagination } from '../../web/parts/pagination/part.tsx'
import { Panel } from '../../web/parts/panel/part.tsx'
import { Steps } from '../../web/parts/steps/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import {
  countAgencies,
  countLacks,
  faultsName,
  faultyCsv,
  getImport,
  listFaulty,
  listTakenOver,
  tally,
} from './actions.ts'
import { type Import, TARGETS, type Tally } from './schema.ts'
import { at, backToList, Counts, Progress } from './shown.tsx'
import { faultSaid, labelOf, rowSaid, W } from './words.ts'

export const stuckPage = (asked: AskedPage) =>
  asked.page({
    title: W.title[asked.lang],
    back: backToList(asked),
    unlisted: true,
    children: (
      <>
        <h1>{W.title[asked.lang]}</h1>
        <p>{W.stuckText[asked.lang]}</p>
        <Button href={asked.to('/inventory')}>{W.another[asked.lang]}</Button>
      </>
    ),
  })

export async function progressPage(asked: AskedPage, i: Import) {
  const { lang } = asked
  const t = await tally(asked.db, i.id)
  const dry = i.state === 'checking'
  const judged = t.draft.judged + t.notice.judged + t.already.judged + t.faulty.judged
  const [n, of] = dry ? [judged, i.survey.total] : [t.draft.done + t.notice.done, t.draft.judged + t.notice.judged]
  const title = (dry ? W.checking : W.running)[lang]
  return asked.page({
    title,
    back: backToList(asked),
    unlisted: true,
    children: (
      <>
        <Steps text={fill(W.step[lang], { n: dry ? 3 : 4 })} />
        <h1>{title}</h1>
        <p>{i.name}</p>
        <Progress
          lang={lang}
          label={title}
          words={(dry ? W.progress : W.progressRun)[lang]}
          n={n}
          of={of}
          href={at(asked, i)}
        />
      </>
    ),
  })
}

export async function dryPage(asked: AskedPage, i: Import) {
  const { lang } = asked
  const t = await tally(asked.db, i.id)
  const fresh = t.draft.judged + t.notice.judged
  return asked.page({
    title: W.dryTitle[lang],
    back: backToList(asked),
    unlisted: true,
    children: (
      <>
        <Steps text={fill(W.step[lang], { n: 3 })} />
        <h1>{W.dryTitle[lang]}</h1>
        <p>{W.dryLead[lang]}</p>
        <Counts lang={lang} tally={t} />
        {fresh === 0 && t.already.judged > 0 ? <p>{W.nothingNew[lang]}</p> : null}
        <FormShell action={at(asked, i, '/run')} once={asked.once}>
          <Buttons>
            {fresh === 0 ? null : <Button>{fill(W.runButton[lang], { n: showNumber(fresh, lang) })}</Button>}
            <Button look="secondary" href={at(asked, i, '/columns')}>
              {W.remap[lang]}
            </Button>
          </Buttons>
        </FormShell>
        <Faults asked={asked} i={i} tally={t} faulty={await listFaulty(asked.db, i.id, 0, 10)} />
        {fresh === 0 ? null : (
          <Lacks
            asked={asked}
            i={i}
            lacks={await countLacks(asked.db, i.id)}
            agencies={await countAgencies(asked.db, i.id)}
          />
        )}
      </>
    ),
  })
}

export async function donePage(asked: AskedPage, i: Import) {
  const { lang, to } = asked
  const t = await tally(asked.db, i.id)
  const fresh = t.draft.judged + t.notice.judged
  return asked.page({
    title: W.doneTitle[lang],
    back: backToList(asked),
    unlisted: true,
    children: (
      <>
        <Panel title={(fresh === 0 ? W.doneNothing : W.doneTitle)[lang]} />
        <p>{i.name}</p>
        <Counts lang={lang} tally={t} />
        <Faults asked={asked} i={i} tally={t} faulty={await listFaulty(asked.db, i.id, 0, 10)} />
        {fresh === 0 ? null : (
          <Lacks
            asked={asked}
            i={i}
            lacks={await countLacks(asked.db, i.id)}
            agencies={await countAgencies(asked.db, i.id)}
          />
        )}
        <Buttons>
          {i.party === null ? null : <Button href={to('/systems')}>{W.toSystems[lang]}</Button>}
          <Button look="secondary" href={to('/inventory')}>
            {W.another[lang]}
          </Button>
        </Buttons>
      </>
    ),
  })
}

interface Part {
  readonly asked: AskedPage
  readonly i: Import
}

const Faults = ({
  asked,
  i,
  tally: t,
  faulty,
}: Part & { readonly tally: Tally; readonly faulty: Awaited<ReturnType<typeof listFaulty>> }) => {
  const { lang } = asked
  const n = showNumber(t.faulty.judged, lang)
  return t.faulty.judged === 0 ? null : (
    <>
      <h2>{W.faults[lang]}</h2>
      <p>{W.faultsLead[lang]}</p>
      <p>
        <a href={at(asked, i, '/faulty')} download={faultsName(i)}>
          {fill(W.faultsGet[lang], { n })}
        </a>
      </p>
      <h3>{fill(W.faultsFirst[lang], { n: showNumber(faulty.length, lang) })}</h3>
      <ul>
        {faulty.map((row) => (
          <li>{rowSaid(row.n, row.reasons, lang)}</li>
        ))}
      </ul>
    </>
  )
}

/** In the order of the decree. */
const placeOf = (field: string): number => (TARGETS as readonly string[]).indexOf(field)

const Lacks = ({
  asked,
  i,
  lacks,
  agencies,
}: Part & {
  readonly lacks: ReadonlyMap<string, number>
  readonly agencies: readonly { name: string; n: number }[]
}) => {
  const { lang } = asked
  return (
    <>
      {lacks.size === 0 ? null : (
        <>
          <h2>{W.lacks[lang]}</h2>
          <p>{W.lacksLead[lang]}</p>
          <DataTable
            caption={W.lacks[lang]}
            captionHidden
            columns={[{ label: W.field[lang] }, { label: W.lackCount[lang], numeric: true }]}
            rows={[...lacks]
              .sort(([f, a], [g, b]) => b - a || placeOf(f) - placeOf(g))
              .map(([field, n]) => [labelOf(field, lang), showNumber(n, lang)])}
          />
        </>
      )}
      <p>
        <a href={at(asked, i, '/rows')}>{W.all[lang]}</a>
      </p>
      {agencies.length === 0 ? null : (
        <>
          <h2>{W.agencies[lang]}</h2>
          <DataTable
            caption={W.agencies[lang]}
            captionHidden
            columns={[{ label: W.agencies[lang] }, { label: W.systems[lang], numeric: true }]}
            rows={agencies.map((a) => [a.name, showNumber(a.n, lang)])}
          />
        </>
      )}
    </>
  )
}

const PAGE = 50

const rows = page({
  name: 'listInventoryRows',
  method: 'get',
  path: '/inventory/{id}/rows',
  who: 'person',
  async handle(asked, { params, query }): Promise<Outcome<Answer>> {
    const { lang } = asked
    const found = await getImport(asked, params.id ?? '')
    if (!found.ok) return found
    const i = found.value
    const after = Math.min(2_000_000_000, Math.max(0, Math.trunc(Number(query.after) || 0)))
    const all = await listTakenOver(asked.db, i.id, after, PAGE)
    const title = (i.state === 'done' ? W.rowsTitle : W.rowsTitleDry)[lang]
    const last = all.length === PAGE ? all.at(-1) : undefined
    const show = asked.page({
      title,
      wide: true,
      unlisted: true,
      back: { text: i.name, href: at(asked, i) },
      children: (
        <>
          <h1>{title}</h1>
          <DataTable
            caption={title}
            captionHidden
            columns={[
              { label: W.name[lang] },
              { label: W.rowNumber[lang], numeric: true },
              ...(i.unit === null ? [] : [{ label: W.agencies[lang] }]),
              { label: W.becomesShort[lang] },
              { label: W.lacksShort[lang] },
            ]}
            rows={all.map((row) => [
              row.system === null || i.unit !== null ? (
                row.name
              ) : (
                <a href={asked.to(`/systems/${row.system}`)}>{row.name}</a>
              ),
              String(row.n),
              ...(i.unit === null ? [] : [row.agency ?? '–']),
              (row.verdict === 'notice' ? W.becomesNotice : W.becomesDraft)[lang],
              <>
                {row.lacks.length === 0
                  ? W.lacksNothing[lang]
                  : row.lacks.map((field) => labelOf(field, lang)).join('; ')}
                {row.reasons.map((f) => (
                  <>
                    <br />
                    <span class="soft">{fill(W.leftBehind[lang], { what: faultSaid(f, lang) })}</span>
                  </>
                ))}
              </>,
            ])}
          />
          <Pagination
            label={W.pages[lang]}
            next={last && { text: W.next[lang], href: at(asked, i, `/rows?after=${last.n}`) }}
          />
        </>
      ),
    })
    return done({ show })
  },
})

const faulty = page({
  name: 'downloadFaultyRows',
  method: 'get',
  path: '/inventory/{id}/faulty',
  who: 'person',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await getImport(asked, params.id ?? '')
    if (!found.ok) return found
    const body = faultyCsv(asked, found.value, (n, reasons) => rowSaid(n, reasons, asked.lang))
    return done({ download: { type: 'text/csv; charset=utf-8', name: faultsName(found.value), body } })
  },
})

export const resultPages: readonly Route[] = [rows, faulty]
