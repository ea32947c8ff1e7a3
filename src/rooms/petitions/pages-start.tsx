import { fill } from '../../base/text.ts'
import type { Child } from 'hono/jsx'
import { done } from '../../base/outcome.ts'
import { showTime } from '../../web/format.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { aimsFor, counts, outcomes } from './actions.ts'
import { ACTS, type Act, KINDS, STATES } from './schema.ts'
import { aimsIn, Cited, Leave } from './shown.tsx'
import { ACT, KIND, OUTCOME, STATE } from './words.ts'
import { S } from './words-sender.ts'

interface Way {
  readonly asked: AskedPage
  readonly title: { readonly vi: string; readonly en: string }
  readonly text: { readonly vi: string; readonly en: string }
  readonly button: { readonly vi: string; readonly en: string }
  readonly href: string
}

const WayIn = ({ asked: { lang, to }, title, text, button, href }: Way) => (
  <>
    <h2>{title[lang]}</h2>
    <p>{text[lang]}</p>
    <Button look="secondary" href={to(href)}>
      {button[lang]}
    </Button>
  </>
)

const start = page({
  name: 'showPetitions',
  method: 'get',
  path: '/petitions',
  who: 'anyone',
  discreet: true,
  async handle(asked) {
    const { lang, to } = asked
    const show = asked.page({
      title: S.title[lang],
      about: S.about[lang],
      children: (
        <>
          <Leave asked={asked} />
          <h1>{S.title[lang]}</h1>
          <p class="lead">
            {S.lead[lang]} <Cited lang={lang} cite="N41.3.c" />
          </p>
          <p>{aimsIn(lang, await aimsFor(asked, 'feedback'))}</p>
          <WayIn asked={asked} title={S.back} text={S.backText} button={S.backDo} href="/petitions/return" />
          <WayIn
            asked={asked}
            {...{ title: S.prohibited, text: S.prohibitedText, button: S.prohibitedDo }}
            href="/petitions/prohibited"
          />
          <WayIn
            asked={asked}
            {...{ title: S.error, text: S.errorText, button: S.errorDo }}
            href="/petitions/new?kind=record-error"
          />
          <WayIn
            asked={asked}
            {...{ title: S.feedback, text: S.feedbackText, button: S.feedbackDo }}
            href="/petitions/new?kind=feedback"
          />
          <p>
            <a href={to('/petitions/outcomes')}>{S.outcomes[lang]}</a>
          </p>
          <Kept asked={asked} />
        </>
      ),
    })
    return done({ show })
  },
})

/** What is kept, what is not, and what somebody else sees all the same. */
export const Kept = ({ asked: { lang } }: { readonly asked: AskedPage }) => (
  <>
    <h2 id="kept">{S.keepsTitle[lang]}</h2>
    <ul>
      {S.keeps.map((one) => (
        <li>{one[lang]}</li>
      ))}
    </ul>
    <h3>{S.networkTitle[lang]}</h3>
    <p>{S.network[lang]}</p>
  </>
)

// ————— the six acts —————

const SECOND: readonly Act[] = ['L7.2.a', 'L7.2.b', 'L7.2.c', 'L7.2.d']
const ALONE: readonly Act[] = ACTS.filter((act) => act !== 'unsure' && !SECOND.includes(act))

const ActItem = ({ asked: { lang, to }, act }: { readonly asked: AskedPage; readonly act: Exclude<Act, 'unsure'> }) => (
  <>
    <p>
      {ACT[act].plain[lang]}. <Cited lang={lang} cite={act} />
    </p>
    <p class="soft">
      {S.example[lang]} {ACT[act].example[lang]}
    </p>
    <p>
      <a href={to(`/petitions/new?kind=prohibited&act=${act}`)}>
        {S.tellThis[lang]}
        <span class="govuk-visually-hidden">: {ACT[act].plain[lang]}</span>
      </a>
    </p>
  </>
)

function actsInOrder(asked: AskedPage): Child {
  const alone = (act: Act) => act !== 'unsure' && <ActItem asked={asked} act={act} />
  const [first, ...rest] = ALONE
  return (
    <ol class="acts">
      <li>{first === undefined ? null : alone(first)}</li>
      <li>
        <p>
          {S.second[asked.lang]} <Cited lang={asked.lang} cite="L7.2" />
        </p>
        <ol class="acts" type="a">
          {SECOND.map((act) => (
            <li>{alone(act)}</li>
          ))}
        </ol>
      </li>
      {rest.map((act) => (
        <li>{alone(act)}</li>
      ))}
    </ol>
  )
}

const prohibited = page({
  name: 'showPetitionActs',
  method: 'get',
  path: '/petitions/prohibited',
  who: 'anyone',
  discreet: true,
  async handle(asked) {
    const { lang, to } = asked
    const show = asked.page({
      title: S.prohibited[lang],
      about: S.prohibitedText[lang],
      back: { text: S.title[lang], href: to('/petitions') },
      children: (
        <>
          <Leave asked={asked} />
          <h1>{S.prohibited[lang]}</h1>
          <p class="lead">{S.actsLead[lang]}</p>
          <Before asked={asked} />
          {actsInOrder(asked)}
          <Button href={to('/petitions/new?kind=prohibited')}>{S.formTitle.prohibited[lang]}</Button>
          <Kept asked={asked} />
        </>
      ),
    })
    return done({ show })
  },
})

/** Said before anything is asked: what this is and what it is not. */
export const Before = ({ asked: { lang, to } }: { readonly asked: AskedPage }) => (
  <Notice title={S.anonymousTitle[lang]}>
    <p>{S.notDenunciation[lang]}</p>
    <p>
      <a href={to('/petitions/denunciation')}>{S.denunciation[lang]}</a>
      <br />
      <a href="#kept">{S.keepsLink[lang]}</a>
    </p>
  </Notice>
)

const denunciation = page({
  name: 'showPetitionDenunciation',
  method: 'get',
  path: '/petitions/denunciation',
  who: 'anyone',
  discreet: true,
  async handle(asked) {
    const { lang, to } = asked
    const show = asked.page({
      title: S.denTitle[lang],
      back: { text: S.prohibited[lang], href: to('/petitions/prohibited') },
      children: (
        <>
          <Leave asked={asked} />
          <h1>{S.denTitle[lang]}</h1>
          <p class="lead">{S.denLead[lang]}</p>
          <DataTable
            caption={S.denTitle[lang]}
            captionHidden
            columns={S.denColumns.map((column) => ({ label: column[lang] }))}
            rows={S.denRows.map((row) => row.map((cell) => cell[lang]))}
          />
          <p>{S.denUnnamed[lang]}</p>
          <p>{S.denWhere[lang]}</p>
          <p class="soft small">{S.denNote[lang]}</p>
        </>
      ),
    })
    return done({ show })
  },
})

// ————— what became of it —————

const AI_ID = /^[A-Za-z0-9-]{4,40}$/

const showOutcomes = page({
  name: 'showPetitionOutcomes',
  method: 'get',
  path: '/petitions/outcomes',
  who: 'anyone',
  discreet: true,
  async handle(asked, { query }) {
    const { lang, to } = asked
    const about = typeof query.about === 'string' && AI_ID.test(query.about) ? query.about : undefined
    const [all, counted] = [await outcomes(asked, about), await counts(asked)]
    const show = asked.page({
      title: S.outcomes[lang],
      about: S.outLead[lang],
      back: { text: S.title[lang], href: to('/petitions') },
      children: (
        <>
          <h1>{S.outcomes[lang]}</h1>
          <p class="lead">{S.outLead[lang]}</p>
          <DataTable
            caption={S.outCounts[lang]}
            columns={[
              { label: S.kind[lang] },
              ...STATES.map((state) => ({ label: STATE[state][lang], numeric: true })),
            ]}
            rows={KINDS.map((kind) => [
              KIND[kind][lang],
              ...STATES.map((state) => String(counted.find((c) => c.kind === kind && c.state === state)?.n ?? 0)),
            ])}
          />
          <h2>{about === undefined ? S.outList[lang] : fill(S.outAbout[lang], { aiId: about })}</h2>
          {about === undefined ? null : (
            <p>
              <a href={to('/petitions/outcomes')}>{S.outAll[lang]}</a>
            </p>
          )}
          {all.length === 0 ? <p>{S.outNone[lang]}</p> : null}
          {all.map((one) => (
            <article>
              <h3>
                {one.number}: {OUTCOME[one.outcome][lang]}
              </h3>
              <p lang="vi">{one.summary}</p>
              <p class="soft small">
                {KIND[one.kind][lang]}
                {one.about === null ? null : (
                  <>
                    {' · '}
                    <a href={to(`/register/${one.about}`)}>{one.about}</a>
                  </>
                )}
                {' · '}
                {showTime(one.changedAt, lang)}
              </p>
            </article>
          ))}
        </>
      ),
    })
    return done({ show })
  },
})

export const startPages: readonly Route[] = [start, prohibited, denunciation, showOutcomes]
