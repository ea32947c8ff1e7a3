import { dayOf } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import { answered, answerOf, NONE, nextStep, type Step, stepById, steps } from '../../law/flow.ts'
import type { Facts } from '../../law/rule.ts'
import { RULE_SET } from '../../law/ruleset.ts'
import { showDay } from '../../web/format.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Steps } from '../../web/parts/steps/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type Answer, type AskedPage, page } from '../../web/route.ts'
import { factsFromTool, judge, listNotes } from './actions.ts'
import { Cited } from './result.tsx'
import { chosen, contradicts, pack } from './rules.ts'
import { ANSWERS_COOKIE, type ToolNote } from './schema.ts'
import { WORDS as W } from './words.ts'

const WEEK = 7 * 24 * 3600

export const keptIn = (facts: Facts) => ({ [ANSWERS_COOKIE]: { value: pack(facts), lasts: WEEK } })
export const dropped = { [ANSWERS_COOKIE]: null }

export const questionAt = (asked: AskedPage, step: Step): string =>
  asked.to(`/classify/q/${encodeURIComponent(step.id)}`)

/** The page to go to with these answers: the next question, or the result. */
const onward = (asked: AskedPage, facts: Facts): string => {
  const next = nextStep(RULE_SET, facts, dayOf(asked.now()))
  return next ? questionAt(asked, next) : asked.to('/classify/result')
}

export const presentQuestion = page({
  name: 'askPresent',
  method: 'get',
  path: '/classify/q',
  who: 'anyone',
  handle: async (asked) => done({ goTo: onward(asked, factsFromTool(asked) ?? {}) }),
})

export const question = page({
  name: 'askQuestion',
  method: 'get',
  path: '/classify/q/{step}',
  who: 'anyone',
  async handle(asked, { params }) {
    const facts = factsFromTool(asked)
    const step = stepById(RULE_SET, facts ?? {}, dayOf(asked.now()), params.step ?? '')
    if (step) return done({ show: questionPage(asked, facts ?? {}, step, await listNotes(asked.db, step.id)) })
    return done(facts ? { goTo: onward(asked, facts) } : { show: lost(asked) })
  },
})

/**
 * Takes an answer into the cookie and nowhere else. Sent twice it says the same, so it needs no one-time token, and
 * must have none: tokens are kept, and of a system outside the portal nothing may be kept (Decree 142 art. 4.3.d).
 */
export const answerQuestion = page({
  name: 'answerQuestion',
  method: 'post',
  path: '/classify/q/{step}',
  who: 'anyone',
  async handle(asked, { params, form }) {
    const on = dayOf(asked.now())
    const before = factsFromTool(asked) ?? {}
    const step = stepById(RULE_SET, before, on, params.step ?? '')
    // A page from before a change elsewhere: whatever it asked is no longer asked.
    if (step === undefined) return done({ goTo: onward(asked, before) })
    const said = chosen(form.answer)
    const facts = answered(RULE_SET, before, on, step, said)
    if (facts === undefined) return done(again(asked, before, step, await listNotes(asked.db, step.id), said))
    if (judge(facts, on).notice === 'not-accepted')
      return done({ goTo: asked.to('/classify/outside'), cookies: dropped })
    return done({ goTo: onward(asked, facts), cookies: keptIn(facts) })
  },
})

const again = (
  asked: AskedPage,
  facts: Facts,
  step: Step,
  notes: readonly ToolNote[],
  said: readonly string[],
): Answer => {
  const words = step.kind !== 'many' ? W.missing : contradicts(said) ? W.contradiction : W.missingMany
  return { show: questionPage(asked, facts, step, notes, { said, error: words[asked.lang] }), status: 422 }
}

interface Mistake {
  readonly said: readonly string[]
  readonly error: string
}

function questionPage(asked: AskedPage, facts: Facts, step: Step, notes: readonly ToolNote[], mistake?: Mistake) {
  const { lang } = asked
  const path = steps(RULE_SET, facts, dayOf(asked.now()))
  const at = path.findIndex((s) => s.id === step.id)
  const place = at < 0 ? path.length : at
  const before = path[place - 1]
  return asked.page({
    title: step.ask[lang],
    unlisted: true,
    back: { text: W.back[lang], href: before ? questionAt(asked, before) : asked.to('/classify') },
    problems: mistake ? [{ href: '#answer', text: mistake.error }] : [],
    children: (
      <>
        <Steps text={`${W.question[lang]} ${place + 1}`} />
        <FormShell action={questionAt(asked, step)}>
          <Ask asked={asked} facts={facts} step={step} mistake={mistake} />
          <Button>{W.answerButton[lang]}</Button>
        </FormShell>
        <Guidance asked={asked} step={step} notes={notes} />
        {path.length > 0 ? <SoFar asked={asked} facts={facts} path={path} /> : null}
      </>
    ),
  })
}

/** What the State has said about this question, and where to ask (Law art. 10.4). */
const Guidance = ({ asked: { lang, to }, step, notes }: GuidanceProps) => (
  <>
    {notes.length === 0 ? null : (
      <Details summary={W.guidance[lang]}>
        {notes.map((note) => (
          <section lang="vi">
            <h2 class="govuk-heading-s">{note.asked}</h2>
            <p>{note.answered}</p>
            <p class="soft small">
              {note.number}, {showDay(dayOf(note.at))}
            </p>
          </section>
        ))}
      </Details>
    )}
    <p class="no-print">
      <a href={to(`/guidance?topic=${encodeURIComponent(step.id)}`)}>{W.askGuidance[lang]}</a>{' '}
      <Cited lang={lang} cite="L10.4" />
    </p>
  </>
)
interface GuidanceProps {
  readonly asked: AskedPage
  readonly step: Step
  readonly notes: readonly ToolNote[]
}

interface AskProps {
  readonly asked: AskedPage
  readonly facts: Facts
  readonly step: Step
  readonly mistake?: Mistake | undefined
}

const Ask = ({ asked: { lang }, facts, step, mistake }: AskProps) => {
  const values = mistake?.said ?? answerOf(step, facts) ?? []
  const options = step.options
    .filter((o) => o.value !== NONE)
    .map((o) => ({ value: o.value, label: o.label[lang], hint: o.help?.[lang] }))
  const none = step.options.find((o) => o.value === NONE)
  const asking = {
    name: 'answer',
    legend: step.ask[lang],
    legendAs: 'h1' as const,
    error: mistake?.error,
    hint: (
      <>
        {step.help ? <>{step.help[lang]} </> : step.kind === 'many' ? <>{W.many[lang]} </> : null}
        {W.source[lang]} <Cited lang={lang} cite={step.cite} />
      </>
    ),
  }
  return step.kind === 'many' ? (
    <Checkboxes
      {...asking}
      options={options}
      values={values}
      none={none ? { value: NONE, label: none.label[lang], or: W.or[lang] } : undefined}
    />
  ) : (
    <Radios {...asking} options={options} value={values[0]} inline={step.kind === 'yesno'} />
  )
}

interface SoFarProps {
  readonly asked: AskedPage
  readonly facts: Facts
  readonly path: readonly Step[]
}

export const SoFar = ({ asked, facts, path }: SoFarProps) => (
  <Details summary={W.soFar[asked.lang]}>
    <AnswerList asked={asked} facts={facts} path={path} />
  </Details>
)

export const AnswerList = ({ asked, facts, path }: SoFarProps) => {
  const { lang } = asked
  return (
    <SummaryList
      rows={path.map((step) => ({
        key: step.ask[lang],
        value: (answerOf(step, facts) ?? [])
          .flatMap((value) => step.options.filter((o) => o.value === value).map((o) => o.label[lang]))
          .join('; '),
        action: { text: W.change[lang], href: questionAt(asked, step), about: step.ask[lang] },
      }))}
    />
  )
}

const lost = (asked: AskedPage) => {
  const { lang } = asked
  return asked.page({
    title: W.lost[lang],
    unlisted: true,
    back: { text: W.title[lang], href: asked.to('/classify') },
    children: (
      <>
        <h1>{W.title[lang]}</h1>
        <EmptyState title={W.lost[lang]}>
          <p>{W.lostText[lang]}</p>
          <p>
            <a href={asked.to('/classify/q/screen')}>{W.startAgain[lang]}</a>
          </p>
        </EmptyState>
      </>
    ),
  })
}

/** Begins anew. Harmless to repeat, and nothing is recorded. */
export const restart = page({
  name: 'restartQuestions',
  method: 'post',
  path: '/classify/restart',
  who: 'anyone',
  handle: async (asked) => done({ goTo: asked.to('/classify'), cookies: dropped }),
})

/** Says why and shows a way out. It says nothing of which answer was given: neither address nor page carries it. */
export const outside = page({
  name: 'showOutside',
  method: 'get',
  path: '/classify/outside',
  who: 'anyone',
  async handle(asked) {
    const { lang, to } = asked
    const show = asked.page({
      title: W.outsideTitle[lang],
      unlisted: true,
      back: { text: W.title[lang], href: to('/classify') },
      children: (
        <>
          <h1>{W.outsideTitle[lang]}</h1>
          <p>
            {W.outsideWhy[lang]} <Cited lang={lang} cite="N4.3.d" />; <Cited lang={lang} cite="L1.2" />
          </p>
          <p>
            <strong>{W.outsideGone[lang]}</strong>
          </p>
          <h2>{W.next[lang]}</h2>
          <p>{W.outsideDo[lang]}</p>
          <p>{W.outsideMistake[lang]}</p>
          <p>
            <a href={to('/classify/q/screen')}>{W.startAgain[lang]}</a>
          </p>
        </>
      ),
    })
    return done({ show, cookies: dropped })
  },
})
