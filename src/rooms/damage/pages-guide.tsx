import { dayOf } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import { citeText } from '../../law/cite.ts'
import { DAMAGE, type DamageSaid, damageFacts } from '../../law/damage.ts'
import { DAMAGE_ROLES, type DamageQuestion, NOBODY, UNKNOWN } from '../../law/damage-rule.ts'
import { type DamagePath, damagePath, liable } from '../../law/liable.ts'
import { citeLink } from '../../web/cite-link.ts'
import { qrMatrix, renderPdf } from '../../web/document.ts'
import { showDay } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Steps } from '../../web/parts/steps/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { Evidence, headingOf, Maybe, printedRows, Remarks, remarksFor, Ways, Who } from './result.tsx'
import { addressOf, labelsOf, questionById, saidIn } from './rules.ts'
import { NOTE, W, WAYS } from './words.ts'
import { C } from './words-claim.ts'

const TEMPLATE = 'rooms/damage/guide.typ'

const start = page({
  name: 'startDamageGuide',
  method: 'get',
  path: '/damage',
  who: 'anyone',
  open: true,
  async handle(asked) {
    const { lang, to } = asked
    const show = asked.page({
      title: W.title[lang],
      about: W.lead[lang],
      children: (
        <>
          <h1>{W.title[lang]}</h1>
          <p class="lead">{W.lead[lang]}</p>
          <p>
            <Cite {...citeLink(lang, 'L29')} />
          </p>
          <SummaryList
            rows={[
              { key: W.forWhom[lang], value: W.forWhomText[lang] },
              { key: W.need[lang], value: W.needText[lang] },
              { key: W.long[lang], value: W.longText[lang] },
            ]}
          />
          <h2>{W.know[lang]}</h2>
          <p>{NOTE[lang]}</p>
          <Button href={to('/damage/q/role')}>{W.start[lang]}</Button>
          <KeepClaim asked={asked} />
        </>
      ),
    })
    return done({ show })
  },
})

/** The other half of this room: what the parties settle may be kept here. */
const KeepClaim = ({ asked: { lang, to } }: { readonly asked: AskedPage }) => (
  <>
    <h2>{C.keep[lang]}</h2>
    <p>
      {C.keepText[lang]} <a href={to('/damage/claims')}>{C.claims[lang]}</a>
    </p>
  </>
)

/** The page to go to with these answers: the next question, or the result. */
const onward = (asked: AskedPage, { next, said }: DamagePath): string =>
  asked.to(`/damage/${next === undefined ? 'result' : `q/${next.id}`}${addressOf(said)}`)

/** Takes answers from the address and leads on: nothing is kept, and an answer sent twice says the same. */
const answered = page({
  name: 'answerDamageQuestion',
  method: 'get',
  path: '/damage/q',
  who: 'anyone',
  async handle(asked, { query }) {
    const walked = damagePath(DAMAGE, saidIn(query))
    const question = typeof query.at === 'string' ? questionById(query.at) : undefined
    const missed = question !== undefined && walked.said[question.id] === undefined && walked.next?.id === question.id
    return missed
      ? done({ show: questionPage(asked, walked, question, [query[question.id] ?? []].flat()), status: 422 })
      : done({ goTo: onward(asked, walked) })
  },
})

const ask = page({
  name: 'askDamageQuestion',
  method: 'get',
  path: '/damage/q/{question}',
  who: 'anyone',
  async handle(asked, { params, query }) {
    const walked = damagePath(DAMAGE, saidIn(query))
    const { path, next } = walked
    const question = [...path, ...(next === undefined ? [] : [next])].find(({ id }) => id === params.question)
    return done(
      question === undefined ? { goTo: onward(asked, walked) } : { show: questionPage(asked, walked, question) },
    )
  },
})

const isAlone = (value: string): boolean => value === NOBODY || value === UNKNOWN

/** `mistake`: what was sent and is no answer. */
function questionPage(asked: AskedPage, walked: DamagePath, question: DamageQuestion, mistake?: readonly string[]) {
  const { lang, to } = asked
  const { path, said } = walked
  const at = path.findIndex(({ id }) => id === question.id)
  const place = at < 0 ? path.length : at
  const before = path[place - 1]
  const error = mistake && (question.kind === 'many' ? W.missingMany : W.missing)[lang]
  const asking = {
    ...{ name: question.id, id: 'answer', legend: question.ask[lang], legendAs: 'h1' as const, error },
    hint: (
      <>
        {question.help ? <>{question.help[lang]} </> : null}
        {W.source[lang]} <Cite {...citeLink(lang, question.cite)} />
      </>
    ),
  }
  const options = question.options.map((o) => ({ value: o.value, label: o.label[lang], hint: o.help?.[lang] }))
  const values = mistake ?? said[question.id] ?? []
  const others = Object.entries(said).filter(([id]) => id !== question.id)
  return asked.page({
    title: question.ask[lang],
    unlisted: true,
    back: {
      text: W.back[lang],
      href: to(before === undefined ? '/damage' : `/damage/q/${before.id}${addressOf(said)}`),
    },
    problems: error === undefined ? [] : [{ href: '#answer', text: error }],
    children: (
      <>
        <Steps text={`${W.question[lang]} ${place + 1}`} />
        <form method="get" action={to('/damage/q')}>
          {others.flatMap(([id, chosen]) => chosen.map((value) => <input type="hidden" name={id} value={value} />))}
          <input type="hidden" name="at" value={question.id} />
          {question.kind === 'one' ? (
            <Radios {...asking} options={options} value={values[0]} />
          ) : (
            <Many asking={asking} options={options} values={values} or={W.or[lang]} />
          )}
          <Button>{W.answer[lang]}</Button>
        </form>
        {path.length === 0 ? null : (
          <Details summary={W.soFar[lang]}>
            <AnswerList asked={asked} path={path} said={said} />
          </Details>
        )}
      </>
    ),
  })
}

interface ManyProps {
  readonly asking: { readonly name: string; readonly id: string; readonly legend: string; readonly legendAs: 'h1' }
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint: string | undefined }[]
  readonly values: readonly string[]
  readonly or: string
}

/** The last choice excludes the others where a script runs; the one before it stands among the boxes. */
const Many = ({ asking, options, values, or }: ManyProps) => {
  const last = options.at(-1)
  return (
    <Checkboxes
      {...asking}
      options={options.slice(0, -1)}
      values={values}
      none={last !== undefined && isAlone(last.value) ? { value: last.value, label: last.label, or } : undefined}
    />
  )
}

interface AnswersProps {
  readonly asked: AskedPage
  readonly path: readonly DamageQuestion[]
  readonly said: DamageSaid
}

const AnswerList = ({ asked: { lang, to }, path, said }: AnswersProps) => (
  <SummaryList
    rows={path.map((question) => ({
      key: question.ask[lang],
      value: labelsOf(question, said[question.id] ?? [])
        .map((label) => label[lang])
        .join('; '),
      action: {
        text: W.change[lang],
        href: to(`/damage/q/${question.id}${addressOf(said)}`),
        about: question.ask[lang],
      },
    }))}
  />
)

const result = page({
  name: 'showDamageResult',
  method: 'get',
  path: '/damage/result',
  who: 'anyone',
  async handle(asked, { query }) {
    const walked = damagePath(DAMAGE, saidIn(query))
    if (walked.next !== undefined) return done({ goTo: onward(asked, walked) })
    const { lang, to } = asked
    const { path, said } = walked
    const today = dayOf(asked.now())
    const liability = liable(DAMAGE, damageFacts(DAMAGE, said), today)
    const role = DAMAGE_ROLES.find((one) => one === said.role?.[0])
    const last = path.at(-1)
    const show = asked.page({
      title: headingOf(liability, lang),
      unlisted: true,
      back: {
        text: W.back[lang],
        href: to(last === undefined ? '/damage' : `/damage/q/${last.id}${addressOf(said)}`),
      },
      children: (
        <>
          <p class="caption">
            {W.resultOf[lang]} {showDay(today)}
          </p>
          <h1>{headingOf(liability, lang)}</h1>
          <Notice>
            <p>{NOTE[lang]}</p>
          </Notice>
          <Who lang={lang} liability={liability} />
          <Maybe lang={lang} liability={liability} />
          <Evidence lang={lang} liability={liability} role={role} />
          <Ways lang={lang} />
          <Remarks lang={lang} liability={liability} />
          <h2>{W.soFar[lang]}</h2>
          <AnswerList asked={asked} path={path} said={said} />
          <div class="no-print">
            <KeepClaim asked={asked} />
            <Buttons>
              <Button href={to(`/damage/result/document${addressOf(said)}`)}>{W.pdf[lang]}</Button>
              <Button look="secondary" href={to('/damage/q/role')}>
                {W.again[lang]}
              </Button>
            </Buttons>
          </div>
        </>
      ),
    })
    return done({ show, json: { ...liability, note: NOTE } })
  },
})

/** The same on paper: everything the page says, with the address that leads to it again. */
const document = page({
  name: 'printDamageResult',
  method: 'get',
  path: '/damage/result/document',
  who: 'anyone',
  async handle(asked, { query }) {
    const walked = damagePath(DAMAGE, saidIn(query))
    if (walked.next !== undefined) return done({ goTo: onward(asked, walked) })
    const { lang, site } = asked
    const at = asked.now()
    const body = await renderPdf(TEMPLATE, paperOf(asked, walked), at)
    const name = `saola-${lang === 'vi' ? 'boi-thuong' : 'compensation'}.pdf`
    return done({ download: { type: 'application/pdf', name, body } })

    function paperOf({ to }: AskedPage, { path, said }: DamagePath) {
      const liability = liable(DAMAGE, damageFacts(DAMAGE, said), dayOf(at))
      const cited = (cite: Parameters<typeof citeText>[0]) => citeText(cite, lang)
      const rows = printedRows(liability, lang, cited)
      const address = `${site.url}${to(`/damage/result${addressOf(said)}`)}`
      return {
        ...{ lang, title: headingOf(liability, lang), number: W.document[lang], date: showDay(dayOf(at)) },
        ...{ address: `${site.url}${to('/damage')}`, qr: qrMatrix(address), evaluation: site.mode === 'evaluation' },
        note: NOTE[lang],
        who: { title: W.who[lang], rows: rows.certain },
        maybe: { title: W.maybe[lang], rows: rows.open },
        evidence: {
          title: W.evidence[lang],
          items: liability.evidence.map(({ text, cite }) => `${text[lang]} (${cited(cite)})`),
        },
        ways: {
          title: W.ways[lang],
          items: WAYS.map(({ text, cite }) => text[lang] + (cite === undefined ? '' : ` (${cited(cite)})`)),
        },
        remarks: {
          title: W.remarks[lang],
          items: remarksFor(liability).map(({ text, cite }) => `${text[lang]} (${cited(cite)})`),
        },
        answers: {
          title: W.soFar[lang],
          rows: path.map((question) => ({
            key: question.ask[lang],
            value: labelsOf(question, said[question.id] ?? [])
              .map((label) => label[lang])
              .join('; '),
          })),
        },
      }
    }
  },
})

export const guidePages: readonly Route[] = [start, answered, ask, result, document]
