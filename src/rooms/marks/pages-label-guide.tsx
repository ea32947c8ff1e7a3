import { dayOf, showDay, showWeekday } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import {
  type LabelAnswers,
  type Labelling,
  labelling,
  labelOptions,
  nextLabelQuestion,
  walkedLabelAnswers,
} from '../../law/labelling.ts'
import { type LabelFact, type LabelQuestion, NOT_YET } from '../../law/labels.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Steps } from '../../web/parts/steps/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { After, askOf, Duties, Exceptions, Ready, Remarks, saidOf, Ways } from './label-result.tsx'
import { Cited } from './pages-label.tsx'
import { FOLLOWS, G } from './words-label-guide.ts'

const GUIDE = '/marks/labels/guide'

interface View {
  readonly asked: AskedPage
  readonly answers: LabelAnswers
}
const entriesOf = (answers: LabelAnswers): (readonly [LabelFact, string])[] =>
  Object.entries(answers).map(([fact, value]) => [fact as LabelFact, value])

const addressOf = ({ to }: AskedPage, answers: LabelAnswers): string =>
  to(`${GUIDE}/q?${new URLSearchParams(entriesOf(answers).map(([fact, value]) => [fact, value]))}`)

/** What was answered before this question: where a reader goes to change it. */
const before = (answers: LabelAnswers, fact: LabelFact): LabelAnswers => {
  const all = entriesOf(answers)
  const at = all.findIndex(([asked]) => asked === fact)
  return Object.fromEntries(at < 0 ? all : all.slice(0, at))
}

const start = page({
  name: 'startLabelGuide',
  method: 'get',
  path: GUIDE,
  who: 'anyone',
  open: true,
  async handle(asked) {
    const { lang, to } = asked
    return done({
      show: asked.page({
        title: G.title[lang],
        about: G.about[lang],
        back: { text: G.bench[lang], href: to('/marks/labels') },
        children: (
          <>
            <h1>{G.title[lang]}</h1>
            <p class="lead">{G.lead[lang]}</p>
            <p>
              <Cited lang={lang} cite="L11" /> · <Cited lang={lang} cite="N17" /> · <Cited lang={lang} cite="N18" />
            </p>
            <ul>
              <li>{G.takes[lang]}</li>
              <li>{G.stays[lang]}</li>
              <li>{G.own[lang]}</li>
            </ul>
            <Button href={to(`${GUIDE}/q`)}>{G.start[lang]}</Button>
          </>
        ),
      }),
    })
  },
})

/** One question, or the result once no further answer would change anything. The address carries all there is. */
const ask = page({
  name: 'askLabelGuide',
  method: 'get',
  path: `${GUIDE}/q`,
  who: 'anyone',
  open: true,
  async handle(asked, { query }) {
    const on = dayOf(asked.now())
    const answers = walkedLabelAnswers(query, on)
    const next = nextLabelQuestion(answers, on)
    if (next === undefined) return done({ show: resultPage({ asked, answers }, labelling(answers, on)) })
    const sentEmpty = query.asked === next.fact
    return done({
      show: questionPage({ asked, answers }, next, sentEmpty),
      ...(sentEmpty ? { status: 422 as const } : {}),
    })
  },
})

function questionPage({ asked, answers }: View, question: LabelQuestion, sentEmpty: boolean) {
  const { lang, to } = asked
  const given = entriesOf(answers)
  const last = given.at(-1)
  const error = sentEmpty ? G.missing[lang] : undefined
  return asked.page({
    title: question.ask[lang],
    unlisted: true,
    back: {
      text: G.back[lang],
      href: last === undefined ? to(GUIDE) : addressOf(asked, before(answers, last[0])),
    },
    problems: error === undefined ? [] : [{ href: `#${question.fact}`, text: error }],
    children: (
      <>
        <Steps text={`${G.question[lang]} ${given.length + 1}`} />
        <form method="get" action={to(`${GUIDE}/q`)}>
          {given.map(([fact, value]) => (
            <input type="hidden" name={fact} value={value} />
          ))}
          <input type="hidden" name="asked" value={question.fact} />
          <Radios
            name={question.fact}
            legend={question.ask[lang]}
            legendAs="h1"
            error={error}
            hint={
              <>
                {question.help ? `${question.help[lang]} ` : null}
                {G.source[lang]} <Cited lang={lang} cite={question.cite} />
              </>
            }
            options={[
              ...labelOptions(question, answers).map(({ value, label, help }) => ({
                ...{ value, label: label[lang], hint: help?.[lang] },
              })),
              { value: NOT_YET, label: G.notYet[lang] },
            ]}
          />
          <Button>{G.answer[lang]}</Button>
        </form>
        {given.length === 0 ? null : (
          <Details summary={G.soFar[lang]}>
            <Given asked={asked} answers={answers} />
          </Details>
        )}
      </>
    ),
  })
}

const Given = ({ asked, answers }: View) => (
  <SummaryList
    rows={entriesOf(answers).map(([fact, value]) => ({
      key: askOf(fact, asked.lang),
      value: saidOf(fact, value, asked.lang),
      action: {
        text: G.change[asked.lang],
        href: addressOf(asked, before(answers, fact)),
        about: askOf(fact, asked.lang),
      },
    }))}
  />
)

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

function resultPage(view: View, found: Labelling) {
  const { asked, answers } = view
  const { lang } = asked
  const sure = found.owed.filter((o) => o.holds === 'yes' && !FOLLOWS.includes(o.id))
  const after = sure.length > 0 ? found.owed.filter((o) => FOLLOWS.includes(o.id)) : []
  const perhaps = found.owed.filter((o) => o.holds === 'if' && !FOLLOWS.includes(o.id))
  const title =
    sure.length > 0
      ? `${G.owed[lang]} ${sure.map(({ name }) => lowered(name[lang])).join(', ')}`
      : (perhaps.length > 0 ? G.perhaps : G.nothing)[lang]
  const last = entriesOf(answers).at(-1)
  return asked.page({
    title,
    unlisted: true,
    ...(last === undefined ? {} : { back: { text: G.back[lang], href: addressOf(asked, before(answers, last[0])) } }),
    children: (
      <>
        <p class="caption">
          {G.byAnswers[lang]} {showDay(found.on)}
        </p>
        <h1>{title}</h1>
        {found.owed.length === 0 ? <p>{G.nothingText[lang]}</p> : null}
        {sure.length === 0 && perhaps.length > 0 ? <p>{G.perhapsText[lang]}</p> : null}
        {found.until === undefined ? null : (
          <p>
            {G.until[lang].replace('{day}', showWeekday(found.until.day, lang))}{' '}
            <Cited lang={lang} cite={found.until.cite} />
          </p>
        )}
        <Duties lang={lang} answers={answers} title={G.todo[lang]} duties={sure} />
        <Duties lang={lang} answers={answers} title={G.might[lang]} duties={perhaps} />
        <Exceptions lang={lang} found={found} />
        <Ready {...view} found={found} />
        <Ways lang={lang} found={found} />
        <After lang={lang} duties={after} />
        <Remarks lang={lang} found={found} />
        <Details summary={G.soFar[lang]}>
          <Given {...view} />
        </Details>
        <p class="no-print">
          <a href={asked.to(GUIDE)}>{G.again[lang]}</a>
        </p>
        <p class="no-print">
          <a href={asked.to('/guidance')}>{G.ask[lang]}</a> <Cited lang={lang} cite="L10.4" />
        </p>
      </>
    ),
  })
}

export const labelGuidePages: readonly Route[] = [start, ask]
