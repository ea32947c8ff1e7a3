import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import { getWhole, readSecret, type Whole } from '../../casework/actions.ts'
import { listOf, textOf } from '../../casework/answers.ts'
import { casePages } from '../../casework/pages.tsx'
import type { CaseFile } from '../../casework/schema.ts'
import { PARALLEL } from '../../law/incidents.ts'
import { renderPdf } from '../../web/document.ts'
import { textIn } from '../../web/form.ts'
import { showTime } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { type Beside, besideFile, compare, incidentOffice, inquiryOffice } from './actions.ts'
import { ai01 } from './ai01.ts'
import { publicPages } from './pages-public.tsx'
import type { Incident } from './schema.ts'
import { MEASURE, REASON, SAYS, SHOWN_AS, W } from './words.ts'
import { FIELDS as INQUIRY_FIELDS } from './words-inquiry.ts'

// ————— the report on the form of the decree —————

/** For the party, who may print its own number in clear; for officers with the number masked. */
const printReport = page({
  name: 'printIncidentReport',
  method: 'get',
  path: '/incidents/{number}/ai01.pdf',
  who: 'person',
  async handle(asked, { params, query }): Promise<Outcome<Answer>> {
    const found = await getWhole(asked, incidentOffice, params.number ?? '')
    if (!found.ok) return found
    const whole = found.value
    const citizenId = await citizenIdFor(asked, whole, query.clear === 'yes')
    if (!citizenId.ok) return citizenId
    const { file } = whole
    const unit = file.unit === null ? undefined : await incidentOffice.people.unitName(asked.db, file.unit)
    const at = asked.now()
    const sheet = ai01({
      ...{ whole, site: asked.site, at, citizenId: citizenId.value },
      to: unit?.vi ?? 'Bộ Khoa học và Công nghệ',
    })
    const body = await renderPdf('rooms/incidents/ai01.typ', sheet, file.steps.report ?? at)
    return done({ download: { type: 'application/pdf', name: `${file.number}-AI01.pdf`, body } })
  },
})

/** Masked, unless the party prints its own form and asks for the number: then the reading is noted like any other. */
async function citizenIdFor(asked: AskedPage, { file, side, hints }: Whole, clear: boolean): Promise<Outcome<string>> {
  const hint = hints.get('citizenId')
  if (hint === undefined) return done('')
  return clear && side === 'party' ? readSecret(asked, incidentOffice, file.number, 'citizenId') : done(hint)
}

/** The same report for other systems: what another law asks for is not written twice (Decree art. 19.5). */
const takeReport = page({
  name: 'takeIncidentReport',
  method: 'get',
  path: '/incidents/{number}/report.json',
  who: 'person',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await getWhole(asked, incidentOffice, params.number ?? '')
    if (!found.ok) return found
    const { file, papers, clocks, documents } = found.value
    const body = JSON.stringify(
      {
        ...{ type: 'saola.incident-report.v1', number: file.number, state: file.state, answers: file.answers },
        confirmedAt: textOf(file.answers, 'confirmedAt') ?? null,
        reportedAt: file.steps.report ?? null,
        said: [...papers.values()].flatMap(({ form, shown }) =>
          form === undefined ? [] : [{ form: form.id, version: form.version, questions: shown ?? [] }],
        ),
        clocks: clocks.map(({ clock, kind, reckoning, metAt }) => ({
          ...{ clock, kind, rule: reckoning.rule, started: reckoning.started, due: reckoning.due, metAt },
        })),
        documents: documents.map(({ number, at }) => ({ number, at })),
      },
      null,
      2,
    )
    return done({ download: { type: 'application/json', name: `${file.number}.json`, body } })
  },
})

// ————— several reports of one event —————

const compareReports = page({
  name: 'compareIncidentReports',
  method: 'post',
  path: '/incidents/{number}/compare',
  who: 'officer',
  async handle(asked, { params, form }): Promise<Outcome<Answer>> {
    const [number, same] = [params.number ?? '', textIn(form, 'same')]
    if (same !== 'yes' && same !== 'no') return refuse({ code: 'case.choice', field: 'same' })
    const compared = await compare(asked, number, textIn(form, 'other'), same === 'yes')
    return compared.ok ? done({ goTo: asked.to(`/incidents/${number}#related`) }) : compared
  },
})

// ————— beside the file —————

async function beside(asked: AskedPage, whole: Whole) {
  const { file, side } = whole
  const found = await besideFile(asked, file)
  if (found === undefined) return null
  return (
    <>
      <Papers asked={asked} whole={whole} />
      <Measures lang={asked.lang} found={found} />
      {side === 'party' ? null : <Related asked={asked} whole={whole} found={found} />}
    </>
  )
}

const Papers = ({ asked, whole }: { readonly asked: AskedPage; readonly whole: Whole }) => {
  const { lang, to } = asked
  const { file, side, hints, published } = whole
  const at = to(`/incidents/${file.number}`)
  const duties = PARALLEL.filter(({ id }) => listOf(file.answers, 'also').includes(id))
  return (
    <>
      <h2>{W.paper[lang]}</h2>
      <ul>
        <li>
          <a href={`${at}/ai01.pdf`}>{W.print[lang]}</a>
        </li>
        {side === 'party' && hints.has('citizenId') ? (
          <li>
            <a href={`${at}/ai01.pdf?clear=yes`}>{W.printOpen[lang]}</a>{' '}
            <span class="soft">{W.printOpenHint[lang]}</span>
          </li>
        ) : null}
        <li>
          <a href={`${at}/report.json`}>{W.take[lang]}</a>
        </li>
        {published == null ? null : (
          <li>
            <a href={to(`/incidents/published/${file.number}`)}>{W.publishedHere[lang]}</a>
          </li>
        )}
      </ul>
      {duties.length === 0 ? null : (
        <>
          <h3>{W.otherDuties[lang]}</h3>
          <p>{W.otherDutiesLead[lang]}</p>
          <ul>
            {duties.map(({ name, source, clocks, confidence }) => (
              <li>
                {name[lang]} ({source[lang]})
                {clocks.length === 0
                  ? null
                  : `: ${clocks.map(({ rule }) => ('hours' in rule ? `${rule.hours} ${W.hours[lang]}` : '')).join(', ')} ${W.fromDetection[lang]}`}
                {confidence === 'C' ? <span class="soft">. {W.oneSource[lang]}</span> : null}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

const Measures = ({ lang, found }: { readonly lang: Lang; readonly found: Beside }) =>
  found.measures.length === 0 ? null : (
    <>
      <h2>{W.measures[lang]}</h2>
      <ul>
        {found.measures.map(({ kind, at, shown }) => (
          <li>
            <strong>{MEASURE[kind][lang]}</strong>, {showTime(at, lang)}. {SHOWN_AS[shown][lang]}
          </li>
        ))}
      </ul>
    </>
  )

interface RelatedProps {
  readonly asked: AskedPage
  readonly whole: Whole
  readonly found: Beside
}

const Related = ({ asked, whole, found }: RelatedProps) => {
  const { lang } = asked
  const { linked, suggested } = found
  return (
    <section id="related">
      {whole.side === 'unit' && found.incident.aiId !== null ? (
        <p>
          <a
            href={asked.to(
              `/orders?aiId=${found.incident.aiId}&incident=${whole.file.number}&origin=${whole.file.number}`,
            )}
          >
            {W.issueOrder[lang]}
          </a>
        </p>
      ) : null}
      <h2>{W.related[lang]}</h2>
      <p class="soft">{W.relatedLead[lang]}</p>
      {linked.length + suggested.length === 0 ? <p>{W.noRelated[lang]}</p> : null}
      {linked.length === 0 ? null : (
        <>
          <h3>{W.linked[lang]}</h3>
          <ul>
            {linked.map((other) => (
              <li>
                <OtherReport asked={asked} other={other} />
              </li>
            ))}
          </ul>
        </>
      )}
      {suggested.length === 0 ? null : (
        <>
          <h3>{W.suggested[lang]}</h3>
          {suggested.map(({ other, reasons }) => (
            <>
              <p>
                <OtherReport asked={asked} other={other} />. {W.because[lang]}:{' '}
                {reasons.map((reason) => REASON[reason][lang]).join('; ')}.
              </p>
              {whole.side === 'unit' ? <Judge asked={asked} number={whole.file.number} other={other.number} /> : null}
            </>
          ))}
        </>
      )}
    </section>
  )
}

const OtherReport = ({ asked, other }: { readonly asked: AskedPage; readonly other: Incident }) => (
  <>
    <a class="number" href={asked.to(`/incidents/${other.number}`)}>
      {other.number}
    </a>{' '}
    {other.systemName}, {showTime(other.detectedAt, asked.lang)}
  </>
)

const Judge = ({
  asked,
  number,
  other,
}: {
  readonly asked: AskedPage
  readonly number: string
  readonly other: string
}) => {
  const { lang, to, once } = asked
  return (
    <FormShell action={to(`/incidents/${number}/compare`)} once={once}>
      <input type="hidden" name="other" value={other} />
      <Buttons>
        <Button name="same" value="yes">
          {W.same[lang]}
        </Button>
        <Button look="secondary" name="same" value="no">
          {W.different[lang]}
        </Button>
      </Buttons>
    </FormShell>
  )
}

/** From an inquiry the party goes on to the record of the incident, which then arises from it. */
const besideInquiry = ({ lang, to }: AskedPage, { file, side }: Whole) =>
  side === 'party' && file.state !== 'closed' ? (
    <p>
      <a href={to(`/incidents/new?origin=${file.number}&${systemIn(file)}`)}>{INQUIRY_FIELDS.recordIncident[lang]}</a>
    </p>
  ) : null

const systemIn = ({ answers }: CaseFile): string =>
  new URLSearchParams(
    ['aiId', 'systemName'].flatMap((key) => {
      const named = textOf(answers, key)
      return named === undefined ? [] : [[key, named]]
    }),
  ).toString()

export const pages: readonly Route[] = [
  // Before the file, whose address would swallow theirs.
  ...publicPages,
  printReport,
  takeReport,
  compareReports,
  ...casePages(incidentOffice, {
    says: SAYS,
    intro: ({ actor, lang, to }) => (
      <p>
        <a href={to('/incidents/statistics')}>{W.statistics[lang]}</a>
        {' · '}
        <a href={to('/incidents/published')}>{W.published[lang]}</a>
        {actor.kind === 'person' && actor.seat !== null ? (
          <>
            {' · '}
            <a href={to('/incident-inquiries')}>{INQUIRY_FIELDS.askParty[lang]}</a>
          </>
        ) : null}
      </p>
    ),
    beside,
  }),
  ...casePages(inquiryOffice, { says: SAYS, beside: besideInquiry }),
]
