import { type Child, jsx } from 'hono/jsx'
import { done } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import { type Cite, citeText } from '../../law/cite.ts'
import { drawReport, type Sheet } from '../../mark/sheet.ts'
import { assets } from '../../web/assets.ts'
import { enginePath } from '../../web/engine-asset.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { citeLink } from '../../web/cite-link.ts'
import { Cite as CitePart } from '../../web/parts/cite/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { FileField } from '../../web/parts/file-field/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { type AskedPage, file, page, type Route } from '../../web/route.ts'
import { checkFile } from './check-actions.ts'
import { backToMarks } from './pages-start.tsx'
import { FILE_MOST } from './readers.ts'
import { trustLists } from './trust.ts'
import { offeredSamples, sampleFile } from './sample-actions.ts'
import { type Sample, SAMPLES } from './sample-schema.ts'
import { C, SAMPLE_WORDS, SAYS } from './words.ts'

/** On the device of the visitor nobody pays for memory but the visitor. */
const DEVICE_MOST = 200 * 1_048_576
/** Where somebody tells the State of a content: the page that helps to choose how. */
const REPORT_AT = '/petitions'
/** Enough for a film on a slow telephone, in milliseconds; a file that takes longer was made to. */
const DEVICE_PATIENCE = 30_000
const megabytes = (bytes: number): string => `${bytes / 1_048_576} MB`

/** A sheet as the server draws it; `browser/check.ts` draws the same sheet by itself. */
const drawn = (sheet: Sheet): Child => {
  if (typeof sheet === 'string') return sheet
  const [tag, attributes, ...inside] = sheet
  return jsx(tag, attributes, ...(inside.map(drawn) as never[]))
}

/** For a first visit: files of which one knows what they are. */
const Samples = ({ lang, samples }: { readonly lang: Lang; readonly samples: readonly Sample[] }) =>
  samples.length === 0 ? null : (
    <section class="no-print" aria-labelledby="samples">
      <h2 id="samples">{C.samples[lang]}</h2>
      <p class="soft" data-with-script hidden>
        {C.samplesHint[lang]}
      </p>
      <p class="soft" data-without-script>
        {C.samplesHintBare[lang]}
      </p>
      <ul>
        {samples.map((sample) => (
          <li>
            <a href={`/check/samples/${SAMPLES[sample]}`} download={SAMPLES[sample]} data-sample>
              {SAMPLE_WORDS[sample][lang]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )

const showSample = file({
  name: 'showMarkSample',
  path: '/check/samples/{name}',
  async handle(kit, { name = '' }) {
    const found = await sampleFile(kit, name)
    return found.ok ? done({ type: 'image/png', name, body: found.value }) : found
  },
})

interface Drawn {
  readonly asked: AskedPage
  readonly samples: readonly Sample[]
  readonly problem?: string
  readonly result?: Child
}

/** What the script needs to know, so that it asks for nothing but the engine. */
const dataFor = (lang: Lang) => ({
  'data-check': '',
  'data-most': String(DEVICE_MOST),
  'data-patience': String(DEVICE_PATIENCE),
  'data-look': assets().look,
  'data-engine': enginePath(),
  'data-report-at': `/${lang}${REPORT_AT}`,
  'data-words': JSON.stringify(
    Object.fromEntries(
      Object.entries(C).map(([key, text]) => [key, text[lang].replace('{most}', megabytes(DEVICE_MOST))]),
    ),
  ),
})

function draw({ asked, samples, problem, result }: Drawn) {
  const { lang, to } = asked
  const lists = trustLists(asked)
  return asked.page({
    title: C.title[lang],
    about: C.about[lang],
    back: backToMarks(asked),
    ...(problem === undefined ? {} : { problems: [{ href: '#file', text: problem }] }),
    children: (
      <>
        <h1>{C.title[lang]}</h1>
        <p class="lead">{C.lead[lang]}</p>
        <div {...dataFor(lang)}>
          <div data-with-script hidden class="no-print">
            <p>
              <strong>{C.stays[lang]}</strong> {C.asks[lang]}
            </p>
          </div>
          <p data-without-script class="no-print">
            {C.sent[lang]}
          </p>
          <div class="no-print">
            <FormShell action={to('/check')} upload>
              <FileField
                name="file"
                label={C.fieldOne[lang]}
                hint={C.hint[lang].replace('{most}', megabytes(FILE_MOST))}
                error={problem}
              />
              <div data-without-script>
                <FileField name="sidecar" label={C.sidecar[lang]} hint={C.sidecarHint[lang]} accept=".c2pa" />
              </div>
              <div data-with-script hidden>
                <p>{C.drop[lang]}</p>
                <div data-touch hidden>
                  <FileField name="camera" label={C.camera[lang]} accept="image/*" />
                </div>
                <div class="govuk-checkboxes govuk-checkboxes--small">
                  <div class="govuk-checkboxes__item">
                    <input class="govuk-checkboxes__input" id="ask" type="checkbox" data-ask checked />
                    <label class="govuk-checkboxes__label" for="ask">
                      {C.ask[lang]}
                    </label>
                  </div>
                </div>
              </div>
              <Button>{C.check[lang]}</Button>
            </FormShell>
          </div>
          <Samples lang={lang} samples={samples} />
          <p class="govuk-visually-hidden" role="status" data-told></p>
          <div data-result>{result}</div>
          <div data-with-script hidden class="no-print">
            <p class="soft">{C.readyHint[lang]}</p>
            <p>
              <button type="button" class="govuk-button govuk-button--secondary" data-ready>
                {C.ready[lang]}
              </button>
            </p>
          </div>
        </div>
        <h2>{C.limits[lang]}</h2>
        <p>{C.limitsText[lang]}</p>
        <p>
          {C.basis[lang]} (<CitePart {...citeLink(lang, 'L11')} />; <CitePart {...citeLink(lang, 'N17')} />
          ).
        </p>
        <Details summary={C.trust[lang]}>
          <ul>
            {lists.some(({ trust }) => trust === 'national') ? <li>{C.trustNational[lang]}</li> : null}
            {lists.some(({ trust }) => trust === 'c2pa') ? <li>{C.trustC2pa[lang]}</li> : null}
            {lists.length === 0 ? <li>{C.trustNone[lang]}</li> : null}
          </ul>
          <p>
            <a href="/marks/trust.json">{C.trustLists[lang]}</a>
          </p>
        </Details>
        <p>
          <a href={to('/api')}>{C.programs[lang]}</a>
        </p>
        <script src={assets().check} defer></script>
      </>
    ),
  })
}

const showCheck = page({
  name: 'showMarkCheck',
  method: 'get',
  path: '/check',
  who: 'anyone',
  open: true,
  wasm: true,
  handle: async (asked) => done({ show: draw({ asked, samples: await offeredSamples(asked) }) }),
})

/** For browsers without a script. Nothing of the file is kept. */
const checkSent = page({
  name: 'checkMarkSent',
  method: 'post',
  path: '/check',
  who: 'anyone',
  stateless: true,
  // Around the file stands the form.
  limit: FILE_MOST + 16_384,
  async handle(asked, { form }) {
    const { lang, to } = asked
    const samples = await offeredSamples(asked)
    const { file: sent, sidecar: beside } = form
    if (!(sent instanceof File) || sent.name === '')
      return done({ show: draw({ asked, samples, problem: SAYS['mark.no-file'][lang] }), status: 422 })
    const bytes = new Uint8Array(await sent.arrayBuffer())
    const sidecar =
      beside instanceof File && beside.size > 0
        ? { name: beside.name, bytes: new Uint8Array(await beside.arrayBuffer()) }
        : undefined
    const report = await checkFile(asked, { name: sent.name, bytes, ...(sidecar && { sidecar }) })
    if (!report.ok) return report
    const cite = (text: string): string => citeText(text as Cite, lang)
    const result = (
      <>
        <p>{C.wasSent[lang]}</p>
        {drawn(drawReport(report.value, { lang, id: 'report', cite, script: false, reportAt: to(REPORT_AT) }))}
      </>
    )
    return done({ show: draw({ asked, samples, result }) })
  },
})

/** Whom the check trusts, for pages that are open and for programs elsewhere. */
const showTrust = file({
  name: 'showMarkTrust',
  path: '/marks/trust.json',
  handle: async (kit) =>
    done({ type: 'application/json; charset=utf-8', body: JSON.stringify({ lists: trustLists(kit) }) }),
})

export const checkPages: readonly Route[] = [showCheck, checkSent, showSample, showTrust]
