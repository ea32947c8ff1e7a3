import { fill } from '../../base/text.ts'
import { actingFor } from '../../base/actor.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { DOSSIER } from '../../law/dossier.ts'
import { textIn } from '../../web/form.ts'
import { showBytes, showNumber, showTime } from '../../web/format.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { FileField } from '../../web/parts/file-field/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Steps } from '../../web/parts/steps/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { citeLink } from '../statute/schema.ts'
import { getImport, importsOf, run, sidesOf, upload } from './actions.ts'
import { columnPages } from './pages-columns.tsx'
import { donePage, dryPage, progressPage, resultPages, stuckPage } from './pages-result.tsx'
import { LIMITS, type Side, UPLOAD_LIMIT } from './schema.ts'
import { at, problemsOf, type Slips, slipsIn, StateLine } from './shown.tsx'
import { W } from './words.ts'

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

export const pages: readonly Route[] = [list, add, show, ...columnPages, start, ...resultPages]
