import type { Child } from 'hono/jsx'
import { done, type Outcome, type Refusal } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import type { Cite as CiteOf } from '../../law/cite.ts'
import { LABEL_QUALITIES } from '../../law/label-duties.ts'
import { CROPS, PLACES } from '../../mark/label.ts'
import { assets } from '../../web/assets.ts'
import { citeLink } from '../../web/cite-link.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { CodeBlock } from '../../web/parts/code-block/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { FileField } from '../../web/parts/file-field/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Select } from '../../web/parts/select/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { makeLabel } from './label-actions.ts'
import { LOOK_COLOURS } from './label-art.ts'
import { LABEL_KINDS, LabelQuery, LENGTHS, LOOKS, SHAPES, type Shape, TONGUES } from './label-schema.ts'
import { backToMarks } from './pages-start.tsx'
import { KIND_WORDS, LABEL_SAYS, LABEL_TEXT } from './words-label.ts'
import { CROP_WORDS, LENGTH_WORDS, LOOK_WORDS, SHAPE_WORDS, TONGUE_WORDS, W } from './words-label-pages.ts'

export const Cited = ({ lang, cite }: { readonly lang: Lang; readonly cite: CiteOf }) => (
  <Cite {...citeLink(lang, cite)} />
)

/** What the address asks for; whatever is not a choice of the page falls back to the usual one. */
function chosen(query: Readonly<Record<string, string | readonly string[]>>): LabelQuery {
  const given = (name: string) =>
    typeof query[name] === 'string' && query[name] !== '' ? query[name].trim() : undefined
  const one = <T extends string>(name: string, all: readonly T[]) => all.find((value) => value === given(name))
  return LabelQuery.parse({
    says: one('says', LABEL_KINDS),
    lang: one('lang', TONGUES),
    length: one('length', LENGTHS),
    look: one('look', LOOKS),
    aiId: given('aiId')?.slice(0, 40),
    qr: one('qr', ['yes', 'no'] as const),
  })
}

/** The address of a label; what is usual is left out, so that addresses stay short. */
function addressOf(shape: Shape, query: LabelQuery): string {
  const usual = LabelQuery.parse({})
  const words = Object.entries(query).filter(
    ([name, value]) => value !== undefined && value !== usual[name as keyof LabelQuery],
  )
  const search = new URLSearchParams(words.map(([name, value]) => [name, String(value)])).toString()
  return `/api/v1/marks/labels/${shape}.svg${search === '' ? '' : `?${search}`}`
}

interface View {
  readonly asked: AskedPage
  readonly query: LabelQuery
  /** What stands against the label asked for. */
  readonly refusals: readonly Refusal[]
}

const said = (lang: Lang, { code, facts }: Refusal): string =>
  (LABEL_SAYS[code as keyof typeof LABEL_SAYS] ?? { vi: code, en: code })[lang].replace(
    /\{(\w+)\}/g,
    (_, name: string) => facts?.[name] ?? '',
  )

const workbench = page({
  name: 'showLabels',
  method: 'get',
  path: '/marks/labels',
  who: 'anyone',
  open: true,
  async handle(asked, { query: given }): Promise<Outcome<Answer>> {
    const query = chosen(given)
    const label = await makeLabel(asked, 'corner', query)
    const refusals = label.ok ? [] : label.refusals
    const view: View = { asked, query, refusals }
    const { lang } = asked
    const show = asked.page({
      title: W.title[lang],
      about: W.about[lang],
      back: backToMarks(asked),
      problems: refusals.map((r) => ({ href: `#${r.field ?? 'says'}`, text: said(lang, r) })),
      children: <Workbench {...view} />,
    })
    return done({ show, ...(refusals.length > 0 ? { status: 422 as const } : {}) })
  },
})

const Workbench = (view: View) => {
  const { asked, refusals } = view
  const { lang, to } = asked
  return (
    <>
      <h1>{W.title[lang]}</h1>
      <p class="lead">{W.lead[lang]}</p>
      <p>
        {W.unsure[lang]} <a href={to('/marks/labels/guide')}>{W.toGuide[lang]}</a>
      </p>
      <p>
        <a href={to('/marks/labels/wording')}>{W.toWording[lang]}</a>
      </p>
      <LawAndAdvice lang={lang} />
      <div class="labels" {...dataFor(lang)}>
        <Choice {...view} />
        {refusals.length > 0 ? null : <Yours {...view} />}
        <OnPicture lang={lang} />
      </div>
      <h2>{W.api[lang]}</h2>
      <p>{W.apiText[lang]}</p>
      <CodeBlock
        id="label-address"
        code={`${asked.site.url}${addressOf('corner', { ...view.query, width: 1920, height: 1080 })}`}
        copy={{ text: W.copy[lang], done: W.copied[lang] }}
      />
      <ul>
        <li>
          <a href="/api/v1/marks/labels/wording">{W.apiWording[lang]}</a>
        </li>
        <li>
          <a href={to('/api')}>{W.apiDoc[lang]}</a>
        </li>
      </ul>
      <script src={assets().label} defer></script>
    </>
  )
}

const LawAndAdvice = ({ lang }: { readonly lang: Lang }) => (
  <Details summary={W.lawTitle[lang]}>
    <h2 class="govuk-heading-s">{W.law[lang]}</h2>
    <ul>
      {LABEL_QUALITIES.map(({ cite, text }) => (
        <li>
          {text[lang]} <Cited lang={lang} cite={cite} />
        </li>
      ))}
      <li>
        {W.lawFree[lang]} <Cited lang={lang} cite="N18.5" />
      </li>
    </ul>
    <h2 class="govuk-heading-s">{W.advice[lang]}</h2>
    <ul>
      <li>{W.adviceSize[lang]}</li>
      <li>{W.adviceContrast[lang]}</li>
      <li>{W.adviceCover[lang]}</li>
    </ul>
  </Details>
)

const Choice = ({ asked: { lang, to }, query, refusals }: View) => {
  const wrong = (field: string) => {
    const refusal = refusals.find((r) => r.field === field)
    return refusal && said(lang, refusal)
  }
  const radios = <T extends string>(
    name: 'says' | 'length' | 'lang' | 'look',
    all: readonly T[],
    words: Readonly<Record<T, Readonly<Record<Lang, string>>>>,
    hint?: string,
  ): Child => (
    <Radios
      name={name}
      legend={W[name][lang]}
      small
      inline={name === 'length' || name === 'lang'}
      hint={hint}
      value={query[name]}
      options={all.map((value) => ({ value, label: words[value][lang] }))}
    />
  )
  return (
    <>
      <h2>{W.choose[lang]}</h2>
      <form method="get" action={to('/marks/labels')} data-choice>
        {radios('says', LABEL_KINDS, KIND_WORDS)}
        {radios('length', LENGTHS, LENGTH_WORDS)}
        {radios('lang', TONGUES, TONGUE_WORDS)}
        {radios('look', LOOKS, LOOK_WORDS, W.bareHint[lang])}
        <TextField
          name="aiId"
          label={W.aiId[lang]}
          hint={W.aiIdHint[lang]}
          error={wrong('aiId')}
          value={query.aiId}
          width={20}
          maxlength={40}
          autocomplete="off"
          spellcheck={false}
        />
        <Checkboxes
          name="qr"
          legend={W.qrLegend[lang]}
          small
          error={wrong('qr')}
          values={[query.qr]}
          options={[{ value: 'yes', label: W.qr[lang] }]}
        />
        <Button look="secondary">{W.show[lang]}</Button>
      </form>
    </>
  )
}

const Yours = ({ asked: { lang }, query }: View) => {
  const text = LABEL_TEXT[query.says][query.length]
  return (
    <section aria-labelledby="yours" data-yours>
      <h2 id="yours">{W.yours[lang]}</h2>
      <p class={`label-shown label-shown--${query.look}`}>
        <img src={addressOf('corner', query)} alt={text[query.lang === 'en' ? 'en' : 'vi']} data-shown />
      </p>
      <h3>{W.download[lang]}</h3>
      <p>{W.downloadText[lang]}</p>
      <DataTable
        caption={W.download[lang]}
        captionHidden
        columns={[{ label: W.shape[lang] }, { label: W.files[lang] }]}
        rows={SHAPES.map((shape) => [
          SHAPE_WORDS[shape][lang],
          <span class="label-files">
            <a href={addressOf(shape, query)} download={`nhan-${shape}.svg`} data-shape={shape}>
              {W.svg[lang]}
              <span class="govuk-visually-hidden"> {SHAPE_WORDS[shape][lang]}</span>
            </a>
            <button type="button" class="link" hidden data-with-script data-png={shape}>
              {W.png[lang]}
              <span class="govuk-visually-hidden"> {SHAPE_WORDS[shape][lang]}</span>
            </button>
          </span>,
        ])}
      />
    </section>
  )
}

/** What the script says, and the colours it measures with. */
const dataFor = (lang: Lang) => ({
  'data-labels': '',
  'data-words': JSON.stringify(Object.fromEntries(Object.entries(W).map(([key, text]) => [key, text[lang]]))),
  'data-crops': JSON.stringify(Object.fromEntries(CROPS.map(({ id }) => [id, CROP_WORDS[id]?.[lang] ?? id]))),
  'data-colours': JSON.stringify(LOOK_COLOURS),
})

const OnPicture = ({ lang }: { readonly lang: Lang }) => (
  <section aria-labelledby="on-picture">
    <h2 id="on-picture">{W.picture[lang]}</h2>
    <p data-without-script>{W.noScript[lang]}</p>
    <div hidden data-with-script>
      <p>
        <strong>{W.stays[lang]}</strong>
      </p>
      <FileField name="picture" label={W.file[lang]} hint={W.fileHint[lang]} accept="image/*" />
      <Select
        name="place"
        label={W.place[lang]}
        value="bottom-left"
        options={PLACES.map((value) => ({ value, label: W[value][lang] }))}
      />
      <div class="govuk-form-group">
        <label class="govuk-label" for="part">
          {W.size[lang]}
        </label>
        <input class="range" id="part" name="part" type="range" min="3" max="12" step="0.5" value="5" />{' '}
        <output for="part" data-part></output>
      </div>
      <p class="govuk-error-message" hidden data-problem></p>
      <p class="govuk-visually-hidden" role="status" data-told></p>
      <div hidden data-result>
        <h3>{W.result[lang]}</h3>
        <p class="soft" hidden data-shrunk></p>
        <canvas class="label-canvas" role="img" data-canvas></canvas>
        <h3>{W.checks[lang]}</h3>
        <ul class="checks" data-checks></ul>
        <h3>{W.crops[lang]}</h3>
        <p>{W.cropsText[lang]}</p>
        <ul class="label-crops" data-crops-shown></ul>
        <h3>{W.save[lang]}</h3>
        <Buttons>
          <button type="button" class="govuk-button" data-save="image/png">
            {W.savePng[lang]}
          </button>
          <button type="button" class="govuk-button govuk-button--secondary" data-save="image/jpeg">
            {W.saveJpeg[lang]}
          </button>
        </Buttons>
        <p>
          {W.lost[lang]} <Cited lang={lang} cite="N17.4" />
        </p>
        <ul>
          <li>
            <a href={`/${lang}/systems`}>{W.toMark[lang]}</a>
          </li>
          <li>
            <a href={`/${lang}/check`}>{W.toCheck[lang]}</a>
          </li>
        </ul>
      </div>
    </div>
  </section>
)

export const labelPages: readonly Route[] = [workbench]
