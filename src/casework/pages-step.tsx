import { fill } from '../base/text.ts'
import { done, type Outcome, refuse } from '../base/outcome.ts'
import { showMoment, showTime } from '../web/format.ts'
import { Details } from '../web/parts/details/part.tsx'
import { Notice } from '../web/parts/notice/part.tsx'
import { SummaryList } from '../web/parts/summary-list/part.tsx'
import { type Answer, page, type Route } from '../web/route.ts'
import { getWhole, type Office, readSecret } from './actions.ts'
import { FilesOfStep, Items, knownOf, questionName, type ShownProps, whoTook, within } from './file-shown.tsx'
import { pastOf, verbOf } from './flow.ts'
import { isSecret, questionsOf } from './form.ts'
import type { CaseEvent, Paper } from './schema.ts'
import { AnswerShown, Cited, Lines, StateShown } from './shown.tsx'
import { F } from './words-file.ts'

/** What was said at one step, and one secret at a time. */
export const stepPages = (office: Office): Route[] => [showStep(office), showSecret(office)]

// ————— one step —————

const showStep = (office: Office): Route => {
  const { procedure: p } = office
  return page({
    name: `${p.id}.showStep`,
    method: 'get',
    path: `/${p.path}/{number}/steps/{seq}`,
    who: 'person',
    async handle(asked, { params }): Promise<Outcome<Answer>> {
      const found = await getWhole(asked, office, params.number ?? '')
      if (!found.ok) return found
      const whole = found.value
      const event = whole.events.find(({ seq }) => String(seq) === params.seq)
      const paper = event && whole.papers.get(event.seq)
      if (event === undefined || paper === undefined) return refuse({ code: 'case.unknown' })
      const { lang } = asked
      const names = await knownOf(asked, office, whole)
      const at = asked.to(`/${p.path}/${whole.file.number}`)
      const title = pastOf(p, event.verb)[lang]
      const who = whoTook(asked, whole, names, event)
      const cite = verbOf(p, event.verb)?.cite
      const show = asked.page({
        title: `${title} – ${whole.file.number}`,
        back: { text: whole.file.number, href: at },
        unlisted: true,
        children: (
          <>
            <p class="caption">
              {p.name[lang]} {whole.file.number}
            </p>
            <h1>{title}</h1>
            <p>
              <StateShown lang={lang} p={p} state={event.state} />{' '}
              {fill(F.stepAt[lang], { time: showTime(event.at, lang), who })}{' '}
              {cite === undefined ? null : <Cited lang={lang} cite={cite} />}
            </p>
            <Said asked={asked} p={p} whole={whole} at={at} event={event} paper={paper} />
          </>
        ),
      })
      return done({ show })
    },
  })
}

interface SaidProps extends Omit<ShownProps, 'names'> {
  readonly event: CaseEvent
  readonly paper: Paper
}

/** What was said, as it was said. */
const Said = ({ asked, p, whole, at, event, paper }: SaidProps) => {
  const { lang } = asked
  const { shown = [], text, items, replies, files = [], document, erased } = paper
  const request = whole.events.findLast(({ verb, seq }) => verb === 'ask' && seq < event.seq)
  const wanted = items ?? (request && replies && whole.papers.get(request.seq)?.items)
  const silent = shown.length === 0 && text === undefined && wanted === undefined && files.length === 0
  return (
    <>
      {erased === undefined ? null : <p>{fill(F.erased[lang], { number: erased })}</p>}
      {shown.length === 0 ? null : (
        <>
          <p class="soft">{F.asThen[lang]}</p>
          <ShownAnswers asked={asked} p={p} whole={whole} at={at} paper={paper} />
        </>
      )}
      {wanted === undefined ? null : (
        <Items
          asked={asked}
          p={p}
          whole={whole}
          at={at}
          items={wanted}
          {...(replies === undefined ? {} : { replies })}
        />
      )}
      {text === undefined ? null : (
        <p>
          <Lines text={text} />
        </p>
      )}
      <FilesOfStep asked={asked} at={at} files={files} />
      {document === undefined ? null : (
        <p>
          <a href={`${at}/documents/${document}`}>
            {p.verbs[event.verb]?.document?.title[lang]} {document}
          </a>
        </p>
      )}
      {silent && erased === undefined ? <p>{F.nothingSaid[lang]}</p> : null}
      <Details summary={F.proof[lang]}>
        <p>{showMoment(event.at, lang)}</p>
        <p>{fill(F.step[lang], { n: event.seq })}</p>
      </Details>
    </>
  )
}

/** Page by page, under the headings of the form it was filled in on. Secrets stay masked. */
const ShownAnswers = ({ asked, p, whole, at, paper }: Omit<SaidProps, 'event'>) => {
  const { lang } = asked
  const { shown = [], form } = paper
  const used = form === undefined ? undefined : p.forms[form.id]?.find(({ version }) => version === form.version)
  const secrets = used === undefined ? [] : questionsOf(used).filter(isSecret)
  return (
    <>
      {[...new Set(shown.map((q) => q.page))].map((id) => (
        <section>
          <h2>{used?.pages.find((one) => one.id === id)?.title[lang] ?? id}</h2>
          <SummaryList
            rows={shown
              .filter((q) => q.page === id)
              .map((q) => {
                const hint = secrets.some(({ key }) => key === q.key) ? whole.hints.get(q.key) : undefined
                const opens = hint !== undefined && whole.side !== 'copy'
                return {
                  key: q.ask[lang],
                  value: hint ?? <AnswerShown lang={lang} answer={q.answer} />,
                  action: opens
                    ? { text: F.open[lang], href: `${at}/secret/${q.key}`, about: within(q.ask[lang]) }
                    : undefined,
                }
              })}
          />
        </section>
      ))}
    </>
  )
}

// ————— one secret —————

const showSecret = (office: Office): Route => {
  const { procedure: p } = office
  return page({
    name: `${p.id}.showSecret`,
    method: 'get',
    path: `/${p.path}/{number}/secret/{key}`,
    who: 'person',
    async handle(asked, { params }): Promise<Outcome<Answer>> {
      const { lang } = asked
      const [number, key] = [params.number ?? '', params.key ?? '']
      const words = await readSecret(asked, office, number, key)
      if (!words.ok) return words
      const show = asked.page({
        title: `${F.secretTitle[lang]} – ${number}`,
        back: { text: number, href: asked.to(`/${p.path}/${number}`) },
        unlisted: true,
        children: (
          <>
            <p class="caption">
              {p.name[lang]} {number}
            </p>
            <h1>{F.secretTitle[lang]}</h1>
            <SummaryList rows={[{ key: questionName(p, key)?.[lang] ?? key, value: words.value }]} />
            <Notice tone="important">
              <p>{fill(F.secretNoted[lang], { time: showTime(asked.now(), lang) })}</p>
              <p>{F.secretCare[lang]}</p>
            </Notice>
          </>
        ),
      })
      return done({ show })
    },
  })
}
