import { fill } from '../../base/text.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import { DOSSIER } from '../../law/dossier.ts'
import { textIn } from '../../web/form.ts'
import { showBytes, showNumber } from '../../web/format.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Select } from '../../web/parts/select/part.tsx'
import { Steps } from '../../web/parts/steps/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, type Form, page, type Route } from '../../web/route.ts'
import { getImport, mapColumns, readAnew, suggested } from './actions.ts'
import { BUILT_IN } from './mapping.ts'
import {
  DATE_ORDERS,
  ENCODINGS,
  EXTRAS,
  type Import,
  type Mapping,
  type Preset,
  SEPARATORS,
  type Target,
  TARGETS,
  type Told,
} from './schema.ts'
import { at, backToList, problemsOf, type Slips, slipsIn } from './shown.tsx'
import { isEncoding, isSeparator } from './text.ts'
import { ENCODING_WORDS, hintOf, labelOf, SEPARATOR_WORDS, W } from './words.ts'

interface Shown {
  readonly mapping: Mapping
  readonly preset: string | null
  readonly presets: readonly Preset[]
  readonly typed: string
  readonly slips: Slips
}

const columnsPage = (asked: AskedPage, i: Import, shown: Shown) => {
  const { lang } = asked
  const { slips } = shown
  return asked.page({
    title: W.columns[lang],
    back: backToList(asked),
    unlisted: true,
    problems: problemsOf(slips),
    children: (
      <>
        <Steps text={fill(W.step[lang], { n: 2 })} />
        <h1>{W.columns[lang]}</h1>
        <Found asked={asked} i={i} slips={slips} />
        <PresetChoice asked={asked} i={i} shown={shown} />
        <MappingForm asked={asked} i={i} shown={shown} />
      </>
    ),
  })
}

interface Part {
  readonly asked: AskedPage
  readonly i: Import
}

const Found = ({ asked, i, slips }: Part & { readonly slips: Slips }) => {
  const { lang } = asked
  const { reading, columns, sample, total, repeated } = i.survey
  const rows = [
    { key: W.file[lang], value: `${i.name} (${showBytes(i.size, lang)})` },
    { key: W.format[lang], value: reading.format.toUpperCase() },
    ...(reading.encoding === null ? [] : [{ key: W.encoding[lang], value: ENCODING_WORDS[reading.encoding] }]),
    ...(reading.separator === null
      ? []
      : [{ key: W.separator[lang], value: SEPARATOR_WORDS[reading.separator]?.[lang] ?? reading.separator }]),
    ...(reading.sheet === null ? [] : [{ key: W.sheet[lang], value: reading.sheet }]),
    ...(reading.header === null ? [] : [{ key: W.header[lang], value: fill(W.row[lang], { n: reading.header }) }]),
    { key: W.rows[lang], value: showNumber(total, lang) },
    { key: W.columnCount[lang], value: showNumber(columns.length, lang) },
    ...(repeated === 0 ? [] : [{ key: W.repeated[lang], value: showNumber(repeated, lang) }]),
  ]
  return (
    <>
      <h2>{W.found[lang]}</h2>
      <SummaryList rows={rows} />
      <Details summary={W.firstRows[lang]} open={columns.length <= 12}>
        <DataTable
          caption={W.firstRows[lang]}
          captionHidden
          columns={[
            { label: W.number[lang], numeric: true },
            { label: W.column[lang] },
            ...sample.slice(0, 2).map((row) => ({ label: fill(W.row[lang], { n: row.n }) })),
          ]}
          rows={columns.map((title, c) => [
            String(c + 1),
            title,
            ...sample.slice(0, 2).map((row) => shortly(row.cells[c]) ?? <span class="soft">{W.empty[lang]}</span>),
          ])}
        />
      </Details>
      <Details summary={W.otherwise[lang]} open={slips.header !== undefined || slips.file !== undefined}>
        <FormShell action={at(asked, i, '/reading')} once={asked.once} id="reading">
          {reading.encoding === null ? null : (
            <Select
              name="encoding"
              label={W.encoding[lang]}
              value={reading.encoding}
              options={ENCODINGS.map((value) => ({ value, label: ENCODING_WORDS[value] }))}
            />
          )}
          {reading.separator === null ? null : (
            <Select
              name="separator"
              label={W.separator[lang]}
              value={reading.separator}
              options={SEPARATORS.map((value) => ({ value, label: SEPARATOR_WORDS[value]?.[lang] ?? value }))}
            />
          )}
          {reading.sheets.length < 2 ? null : (
            <Select
              name="sheet"
              label={W.sheet[lang]}
              value={reading.sheet ?? undefined}
              options={reading.sheets.map((value) => ({ value, label: value }))}
            />
          )}
          {reading.header === null ? null : (
            <TextField
              name="header"
              label={W.header[lang]}
              value={String(reading.header)}
              inputmode="numeric"
              width={5}
              error={slips.header ?? slips.file}
              autocomplete="off"
            />
          )}
          <Button look="secondary">{W.reread[lang]}</Button>
        </FormShell>
      </Details>
    </>
  )
}

const shortly = (cell: string | undefined): string | undefined =>
  cell === undefined || cell.trim() === '' ? undefined : cell.length > 120 ? `${cell.slice(0, 119)}…` : cell

const PresetChoice = ({ asked, i, shown }: Part & { readonly shown: Shown }) => {
  const { lang } = asked
  const fitting = shown.presets.filter((p) => !BUILT_IN.includes(p) || p.name === shown.preset)
  return (
    <>
      {shown.preset === null ? null : (
        <Notice>
          <p>{fill(W.presetFound[lang], { name: shown.preset })}</p>
        </Notice>
      )}
      {fitting.length === 0 ? null : (
        <form method="get" action={at(asked, i, '/columns')}>
          <Select
            name="preset"
            id="preset-choice"
            label={W.preset[lang]}
            value={shown.preset ?? ''}
            options={[
              { value: '', label: W.presetNone[lang] },
              ...fitting.map((p) => ({ value: p.name, label: p.name })),
            ]}
          />
          <button type="submit" class="govuk-button govuk-button--secondary">
            {W.presetUse[lang]}
          </button>
        </form>
      )}
    </>
  )
}

const EMPTY: Told = { columns: [], constant: '' }

const MappingForm = ({ asked, i, shown }: Part & { readonly shown: Shown }) => {
  const { lang } = asked
  const { mapping, slips, typed } = shown
  const field = (target: Target) => (
    <TargetField
      key={target}
      asked={asked}
      i={i}
      target={target}
      told={mapping.fields[target] ?? EMPTY}
      slip={slips[target]}
    />
  )
  return (
    <FormShell action={at(asked, i, '/columns')} once={asked.once}>
      <p>{(i.unit === null ? W.mapLead : W.mapLeadUnit)[lang]}</p>
      {DOSSIER.parts.map((part) => (
        <>
          <h2>{part.label[lang]}</h2>
          {DOSSIER.fields.filter((f) => f.part === part.id).map((f) => field(f.key))}
          {part.id === 'identification' && i.unit !== null ? field('country') : null}
        </>
      ))}
      <h2>{W.register[lang]}</h2>
      {EXTRAS.filter((extra) => extra !== 'country').map(field)}
      <Radios
        name="dates"
        legend={W.dates[lang]}
        options={DATE_ORDERS.map((value) => ({ value, label: W[value][lang] }))}
        value={mapping.dates}
        inline
      />
      <TextField
        name="preset"
        label={W.savePreset[lang]}
        hint={W.savePresetHint[lang]}
        value={typed}
        error={slips.preset}
        maxlength={80}
        autocomplete="off"
      />
      <p class="soft">{W.checkNote[lang]}</p>
      <Button>{W.check[lang]}</Button>
    </FormShell>
  )
}

const TargetField = ({
  asked: { lang },
  i,
  target,
  told,
  slip,
}: Part & { readonly target: Target; readonly told: Told; readonly slip: string | undefined }) => {
  const { columns } = i.survey
  const [first, ...others] = told.columns.map((c) => columns.indexOf(c)).filter((c) => c >= 0)
  const label = target === 'providerName' && i.unit !== null ? W.agencyName[lang] : labelOf(target, lang)
  return (
    <>
      <Select
        name={`column-${target}`}
        id={target}
        label={label}
        hint={hintOf(target, lang)}
        error={slip}
        value={first === undefined ? '' : String(first)}
        options={[
          { value: '', label: W.noColumn[lang] },
          ...columns.map((title, c) => ({ value: String(c), label: `${c + 1}. ${title.slice(0, 70)}` })),
        ]}
      />
      <Details summary={W.more[lang]} open={others.length > 0 || told.constant !== ''}>
        <TextField
          name={`join-${target}`}
          label={W.join[lang]}
          hint={W.joinHint[lang]}
          value={others.map((c) => c + 1).join(', ')}
          width={10}
          autocomplete="off"
        />
        <TextField
          name={`constant-${target}`}
          label={W.constant[lang]}
          value={told.constant}
          maxlength={2000}
          autocomplete="off"
        />
      </Details>
    </>
  )
}

function mappingIn(form: Form, columns: readonly string[]): Mapping {
  const title = (n: number): string[] => (Number.isInteger(n) && columns[n] !== undefined ? [columns[n]] : [])
  const fields = TARGETS.flatMap((target): [string, Told][] => {
    const chosen = textIn(form, `column-${target}`)
    const joined = textIn(form, `join-${target}`)
      .split(/[^\d]+/)
      .filter((x) => x !== '')
    const all = [...(chosen === '' ? [] : title(Number(chosen))), ...joined.flatMap((x) => title(Number(x) - 1))]
    const told = {
      columns: [...new Set(all)].slice(0, 20),
      constant: textIn(form, `constant-${target}`).trim().slice(0, 2000),
    }
    return told.columns.length === 0 && told.constant === '' ? [] : [[target, told]]
  })
  return { fields: Object.fromEntries(fields), dates: textIn(form, 'dates') === 'mdy' ? 'mdy' : 'dmy' }
}

const columns = page({
  name: 'mapInventory',
  method: 'get',
  path: '/inventory/{id}/columns',
  who: 'person',
  async handle(asked, { params, query }): Promise<Outcome<Answer>> {
    const found = await getImport(asked, params.id ?? '')
    if (!found.ok) return found
    const i = found.value
    if (i.state !== 'uploaded' && i.state !== 'checked' && i.state !== 'stuck') return done({ goTo: at(asked, i) })
    const wanted = typeof query.preset === 'string' ? query.preset : undefined
    const suggestion = await suggested(asked, i, wanted)
    const kept = wanted === undefined && i.mapping !== null ? { mapping: i.mapping, preset: null } : {}
    return done({ show: columnsPage(asked, i, { ...suggestion, ...kept, typed: '', slips: {} }) })
  },
})

const map = page({
  name: 'checkInventory',
  method: 'post',
  path: '/inventory/{id}/columns',
  who: 'person',
  limit: 1_048_576,
  async handle(asked, { params, form }): Promise<Outcome<Answer>> {
    const found = await getImport(asked, params.id ?? '')
    if (!found.ok) return found
    const i = found.value
    const mapping = mappingIn(form, i.survey.columns)
    const typed = textIn(form, 'preset').trim()
    const mapped = await mapColumns(asked, i.id, mapping, typed)
    if (mapped.ok) return done({ goTo: at(asked, i) })
    const slips = slipsIn(mapped.refusals, asked.lang)
    if (slips === undefined) return mapped
    const { presets } = await suggested(asked, i)
    return done({ show: columnsPage(asked, i, { mapping, presets, preset: null, typed, slips }), status: 422 })
  },
})

const reading = page({
  name: 'readInventory',
  method: 'post',
  path: '/inventory/{id}/reading',
  who: 'person',
  async handle(asked, { params, form }): Promise<Outcome<Answer>> {
    const found = await getImport(asked, params.id ?? '')
    if (!found.ok) return found
    const i = found.value
    const [encoding, separator, sheet] = ['encoding', 'separator', 'sheet'].map((name) => textIn(form, name))
    const header = Number(textIn(form, 'header').trim() || '0')
    const chosen = {
      ...(encoding !== undefined && isEncoding(encoding) ? { encoding } : {}),
      ...(separator !== undefined && isSeparator(separator) ? { separator } : {}),
      ...(sheet === undefined || sheet === '' ? {} : { sheet }),
      ...(Number.isInteger(header) && header >= 1 && header <= 1000 ? { header } : {}),
    }
    const again = await readAnew(asked, i.id, chosen)
    if (again.ok) return done({ goTo: at(asked, i, '/columns') })
    const slips = slipsIn(again.refusals, asked.lang)
    if (slips === undefined) return again
    const suggestion = await suggested(asked, i)
    return done({
      show: columnsPage(asked, i, { ...suggestion, typed: '', slips: { header: slips.file ?? '' } }),
      status: 422,
    })
  },
})

export const columnPages: readonly Route[] = [columns, map, reading]
