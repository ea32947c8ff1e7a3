import { actingFor } from '../../base/actor.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { DOSSIER } from '../../law/dossier.ts'
import { textIn } from '../../web/form.ts'
import { showBytes, showNumber, showTime } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { FileField } from '../../web/parts/file-field/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Pagination } from '../../web/parts/pagination/part.tsx'
import { Panel } from '../../web/parts/panel/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Steps } from '../../web/parts/steps/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { citeLink } from '../statute/schema.ts'
import {
  countAgencies,
  countLacks,
  faultsName,
  faultyCsv,
  getImport,
  importsOf,
  listFaulty,
  listTakenOver,
  run,
  sidesOf,
  tally,
  upload,
} from './actions.ts'
import { columnPages } from './pages-columns.tsx'
import { type Import, LIMITS, type Side, TARGETS, type Tally, UPLOAD_LIMIT } from './schema.ts'
import { at, backToList, Counts, problemsOf, Progress, type Slips, slipsIn, StateLine } from './shown.tsx'
import { faultSaid, fill, labelOf, rowSaid, W } from './words.ts'

type Listed = Awaited<ReturnType<typeof importsOf>>

const listPage = (asked: AskedPage, listed: Listed, slips: Slips, side: string) => {
  const { lang, to } = asked
  const imports = listed.flatMap((l) => l.imports)
  return asked.page({
    title: W.title[lang],
    unlisted: true,
    problems: problemsOf(slips),
    children: (
      <>
        <Steps text={fill(W.step[lang], { n: 1 })} />
        <h1>{W.title[lang]}</h1>
        <p>{W.lead[lang]}</p>
        <p>
          {W.becomes[lang]} <Cite {...citeLink(lang, 'N46')} />
        </p>
        <Notice>
          <p>
            {W.outside[lang]} <Cite {...citeLink(lang, 'N4.3.d')} />
          </p>
          <p>
            {DOSSIER.warning[lang]} <Cite {...citeLink(lang, DOSSIER.warningCite)} />
          </p>
        </Notice>
        <FormShell action={to('/inventory')} once={asked.once} upload>
          <SideChoice asked={asked} sides={listed.map((l) => l.side)} slips={slips} side={side} />
          <FileField
            name="file"
            label={W.file[lang]}
            hint={fill(W.fileHint[lang], { size: showBytes(UPLOAD_LIMIT, lang), rows: showNumber(LIMITS.rows, lang) })}
            error={slips.file}
            accept=".csv,.txt,.tsv,.xlsx,.json,.ndjson"
          />
          <Button>{W.upload[lang]}</Button>
        </FormShell>
        <h2>{W.before[lang]}</h2>
        {imports.length === 0 ? (
          <p>{W.beforeNone[lang]}</p>
        ) : (
          <DataTable
            caption={W.before[lang]}
            captionHidden
            columns={[
              { label: W.file[lang] },
              { label: W.when[lang] },
              { label: W.rows[lang], numeric: true },
              { label: W.state[lang] },
            ]}
            rows={imports.map((i) => [
              <a href={at(asked, i)}>{i.name}</a>,
              showTime(i.createdAt, lang),
              showNumber(i.survey.total, lang),
              <StateLine lang={lang} i={i} />,
            ])}
          />
        )}
      </>
    ),
  })
}

const SideChoice = ({
  asked: { lang },
  sides,
  slips,
  side,
}: {
  readonly asked: AskedPage
  readonly sides: readonly Side[]
  readonly slips: Slips
  readonly side: string
}) => {
  const [only, other] = sides
  if (only !== undefined && other === undefined)
    return only.of === 'party' ? (
      <p>{fill(W.sideParty[lang], { name: only.name })}</p>
    ) : (
      <p>
        {W.sideUnit[lang]}. {W.sideUnitHint[lang]}
      </p>
    )
  return (
    <Radios
      name="side"
      legend={W.side[lang]}
      value={side}
      error={slips.side}
      options={sides.map((s) =>
        s.of === 'party'
          ? { value: s.of, label: fill(W.sideParty[lang], { name: s.name }) }
          : { value: s.of, label: W.sideUnit[lang], hint: W.sideUnitHint[lang] },
      )}
    />
  )
}

const list = page({
  name: 'listInventories',
  method: 'get',
  path: '/inventory',
  who: 'person',
  async handle(asked): Promise<Outcome<Answer>> {
    const listed = await importsOf(asked)
    if (listed.length > 0) return done({ show: listPage(asked, listed, {}, '') })
    return actingFor(asked.actor) === null
      ? done({ goTo: asked.to('/organisations/new') })
      : refuse({ code: 'inventory.not-yours' })
  },
})

const add = page({
  name: 'uploadInventory',
  method: 'post',
  path: '/inventory',
  who: 'person',
  // A little more than one file, so that a file slightly too large is told so in the form.
  limit: UPLOAD_LIMIT + 2 * 1_048_576,
  async handle(asked, { form }): Promise<Outcome<Answer>> {
    const sides = sidesOf(asked.actor)
    if (sides.length === 0) return refuse({ code: 'inventory.not-yours' })
    const chosen = textIn(form, 'side')
    const side = sides.length === 1 ? sides[0] : sides.find((s) => s.of === chosen)
    const again = async (slips: Slips): Promise<Outcome<Answer>> =>
      done({ show: listPage(asked, await importsOf(asked), slips, chosen), status: 422 })
    if (side === undefined) return again({ side: W.sideMissing[asked.lang] })
    const taken = await upload(asked, side, form.file instanceof File ? form.file : new File([], ''))
    if (taken.ok) return done({ goTo: at(asked, taken.value, '/columns') })
    const slips = slipsIn(taken.refusals, asked.lang)
    return slips === undefined ? taken : again(slips)
  },
})

const show = page({
  name: 'showInventory',
  method: 'get',
  path: '/inventory/{id}',
  who: 'person',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await getImport(asked, params.id ?? '')
    if (!found.ok) return found
    const i = found.value
    switch (i.state) {
      case 'uploaded':
        return done({ goTo: at(asked, i, '/columns') })
      case 'stuck':
        return done({ show: stuckPage(asked) })
      case 'checking':
      case 'running':
        return done({ show: await progressPage(asked, i) })
      case 'checked':
        return done({ show: await dryPage(asked, i) })
      case 'done':
        return done({ show: await donePage(asked, i) })
    }
  },
})

const stuckPage = (asked: AskedPage) =>
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

async function progressPage(asked: AskedPage, i: Import) {
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

async function dryPage(asked: AskedPage, i: Import) {
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

async function donePage(asked: AskedPage, i: Import) {
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

const start = page({
  name: 'runInventory',
  method: 'post',
  path: '/inventory/{id}/run',
  who: 'person',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const ran = await run(asked, params.id ?? '')
    return ran.ok ? done({ goTo: asked.to(`/inventory/${params.id}`) }) : ran
  },
})

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

export const pages: readonly Route[] = [list, add, show, ...columnPages, start, rows, faulty]
