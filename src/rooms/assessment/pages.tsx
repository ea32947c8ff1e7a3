import { dayOf } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import { files } from '../../base/actor.ts'
import { steps } from '../../law/flow.ts'
import type { Facts } from '../../law/rule.ts'
import { RULE_SET } from '../../law/ruleset.ts'
import { showDay } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { DefinitionInline } from '../../web/parts/definition/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { factsFromTool, judge, keepAssessment } from './actions.ts'
import { keptDocument, keptPage, keptResults } from './kept.tsx'
import {
  answerQuestion,
  AnswerList,
  dropped,
  keptIn,
  outside,
  presentQuestion,
  question,
  restart,
} from './questions.tsx'
import { Cited, Duties, Head, Next, proofRows, Reasons, Remarks, type Shown } from './result.tsx'
import { dutyQuestions, withDutyAnswers } from './rules.ts'
import { LEVEL_LINE, WORDS as W } from './words.ts'

const start = page({
  name: 'startQuestions',
  method: 'get',
  path: '/classify',
  who: 'anyone',
  async handle(asked) {
    const { lang, to } = asked
    const begun = factsFromTool(asked) !== undefined
    const show = asked.page({
      title: W.title[lang],
      about: W.about[lang],
      children: (
        <>
          <h1>{W.title[lang]}</h1>
          <p>{W.lead[lang]}</p>
          <h2>{W.forWhom[lang]}</h2>
          <p>
            {W.forWhomBefore[lang]}{' '}
            <DefinitionInline term={W.provider[lang]}>
              {W.providerMeans[lang]}, <Cited lang={lang} cite="L3.4" />
            </DefinitionInline>
            . {W.forWhomAfter[lang]}
          </p>
          <h2>{W.need[lang]}</h2>
          <ul>
            {W.needs.map((need) => (
              <li>{need[lang]}</li>
            ))}
          </ul>
          <h2>{W.long[lang]}</h2>
          <p>{W.longText[lang]}</p>
          <h2>{W.know[lang]}</h2>
          <ul>
            <li>
              {W.own[lang]} <Cited lang={lang} cite="L10.1" />
            </li>
            <li>
              {W.optional[lang]} <Cited lang={lang} cite="N10.2" />
            </li>
            <li>
              {W.evidenceRule[lang]} <Cited lang={lang} cite="N10.3" />
            </li>
            <li>{W.stays[lang]}</li>
            <li>
              {W.secret[lang]} <Cited lang={lang} cite="N4.3.d" />
            </li>
          </ul>
          {begun ? <Resume asked={asked} /> : <Button href={to('/classify/q/screen')}>{W.start[lang]}</Button>}
          {asked.actor.kind === 'person' ? (
            <p>
              <a href={to('/classify/kept')}>{W.alsoKept[lang]}</a>
            </p>
          ) : null}
        </>
      ),
    })
    return done({ show })
  },
})

const Resume = ({ asked: { lang, to } }: { readonly asked: AskedPage }) => (
  <>
    <h2>{W.under[lang]}</h2>
    <Buttons>
      <Button href={to('/classify/q')}>{W.goOn[lang]}</Button>
      <Restart lang={lang} to={to} />
    </Buttons>
  </>
)

const Restart = ({ lang, to }: Pick<AskedPage, 'lang' | 'to'>) => (
  <FormShell action={to('/classify/restart')}>
    <Button look="secondary">{W.restart[lang]}</Button>
  </FormShell>
)

const result = page({
  name: 'showResult',
  method: 'get',
  path: '/classify/result',
  who: 'anyone',
  async handle(asked) {
    const facts = factsFromTool(asked)
    if (facts === undefined) return done({ goTo: asked.to('/classify') })
    const today = dayOf(asked.now())
    const judgement = judge(facts, today)
    if (judgement.notice === 'not-accepted') return done({ goTo: asked.to('/classify/outside'), cookies: dropped })
    const shown: Shown = { lang: asked.lang, rules: RULE_SET, facts, judgement }
    const path = steps(RULE_SET, facts, today)
    const last = path.at(-1)
    const { lang, to } = asked
    const show = asked.page({
      title: LEVEL_LINE[judgement.level][lang],
      unlisted: true,
      back: { text: W.back[lang], href: to(last ? `/classify/q/${encodeURIComponent(last.id)}` : '/classify') },
      children: (
        <>
          <Head {...shown} />
          <Next {...shown} today={today} act />
          <Reasons {...shown} />
          <Duties {...shown} />
          <Refine asked={asked} shown={shown} />
          <Remarks {...shown} />
          <Keep asked={asked} />
          <Details summary={W.reread[lang]}>
            <AnswerList asked={asked} facts={facts} path={path} />
          </Details>
          <Details summary={W.proof[lang]}>
            <SummaryList rows={proofRows(shown)} />
          </Details>
          <p class="soft no-print">{W.print[lang]}</p>
          <Restart lang={lang} to={to} />
        </>
      ),
    })
    return done({ show })
  },
})

/** Questions that change duties only: all on one page, none required. */
const Refine = ({ asked: { lang, to }, shown }: { readonly asked: AskedPage; readonly shown: Shown }) => {
  const open = dutyQuestions(shown.rules, shown.facts, shown.judgement)
  const answer = (fact: Facts[string]) => (fact === undefined ? 'open' : fact === true ? 'yes' : 'no')
  return open.length === 0 ? null : (
    <div class="no-print">
      <Details summary={W.refine[lang]}>
        <p>{W.refineLead[lang]}</p>
        <FormShell action={to('/classify/result')}>
          {open.map((q) => (
            <Radios
              name={q.fact}
              id={q.fact.replaceAll('.', '-')}
              legend={q.ask[lang]}
              hint={
                <>
                  {q.help ? `${q.help[lang]} ` : null}
                  {W.source[lang]} <Cited lang={lang} cite={q.cite} />
                </>
              }
              inline
              small
              value={answer(shown.facts[q.fact])}
              options={(['yes', 'no', 'open'] as const).map((value) => ({ value, label: W[value][lang] }))}
            />
          ))}
          <Button look="secondary">{W.refineButton[lang]}</Button>
        </FormShell>
      </Details>
    </div>
  )
}

const refine = page({
  name: 'refineDuties',
  method: 'post',
  path: '/classify/result',
  who: 'anyone',
  async handle(asked, { form }) {
    const facts = factsFromTool(asked)
    if (facts === undefined) return done({ goTo: asked.to('/classify') })
    const goTo = asked.to('/classify/result#duties')
    return done({ goTo, cookies: keptIn(withDutyAnswers(RULE_SET, facts, form)) })
  },
})

const Keep = ({ asked: { lang, to, actor } }: { readonly asked: AskedPage }) => (
  <div class="no-print">
    <h2>{W.keepTitle[lang]}</h2>
    <p>
      {W.keepText[lang]} <Cited lang={lang} cite="N10.3" />
    </p>
    {actor.kind === 'person' ? null : <p>{W.keepVisitor[lang]}</p>}
    <Button look="secondary" href={to('/classify/keep')}>
      {W.keep[lang]}
    </Button>
  </div>
)

/** A page of its own, so that whoever signs in on the way comes back to it. */
const confirmKeep = page({
  name: 'confirmKeep',
  method: 'get',
  path: '/classify/keep',
  who: 'person',
  async handle(asked) {
    const { lang, to, actor } = asked
    const facts = factsFromTool(asked)
    if (facts === undefined) return done({ goTo: to('/classify') })
    const today = dayOf(asked.now())
    const judgement = judge(facts, today)
    if (judgement.notice === 'not-accepted') return done({ goTo: to('/classify/outside'), cookies: dropped })
    const acting =
      actor.kind === 'person' && actor.acting && files(actor, actor.acting.party) ? actor.acting.name : null
    const show = asked.page({
      title: W.keepTitle[lang],
      unlisted: true,
      back: { text: W.back[lang], href: to('/classify/result') },
      children: (
        <>
          <h1>{W.keepTitle[lang]}</h1>
          <p>{W.keepText[lang]}</p>
          <SummaryList
            rows={[
              { key: W.result[lang], value: LEVEL_LINE[judgement.level][lang] },
              { key: W.onDay[lang], value: showDay(today) },
              { key: W.keepFor[lang], value: acting ?? W.keepForMe[lang] },
            ]}
          />
          <p>{W.keepWhat[lang]}</p>
          <FormShell action={to('/classify/keep')} once={asked.once}>
            <Button>{W.keep[lang]}</Button>
          </FormShell>
        </>
      ),
    })
    return done({ show })
  },
})

const keep = page({
  name: 'keepResult',
  method: 'post',
  path: '/classify/keep',
  who: 'person',
  async handle(asked) {
    const kept = await keepAssessment(asked, asked.actor, factsFromTool(asked) ?? {})
    return kept.ok ? done({ goTo: asked.to(`/classify/kept/${kept.value}`) }) : kept
  },
})

export const pages: readonly Route[] = [
  start,
  presentQuestion,
  question,
  answerQuestion,
  restart,
  outside,
  result,
  refine,
  confirmKeep,
  keep,
  keptResults,
  keptPage,
  keptDocument,
]
