import type { Child } from 'hono/jsx'
import type { Instant } from '../../base/day.ts'
import type { Lang, Text } from '../../base/text.ts'
import type { Cite as CiteOf } from '../../law/cite.ts'
import { showNumber, showTime } from '../../web/format.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { LevelTag } from '../../web/parts/level-tag/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import type { Count } from '../register/schema.ts'
import { citeLink } from '../statute/schema.ts'
import { LEVEL_WORDS, LEVELS } from '../systems/schema.ts'
import { TOUR_ROLES } from './schema.ts'
import { TourCard } from './tours.tsx'
import { MORE, START as S, TOUR, TOUR_WORDS } from './words.ts'

export interface Figures {
  readonly byLevel: ReadonlyMap<string, Count>
  readonly at: Instant
}

/** Who may come, what for, and how long it takes: before anybody begins. */
export const StartPage = ({ asked, figures }: { readonly asked: AskedPage; readonly figures: Figures }) => {
  const { lang, site } = asked
  const evaluation = site.mode === 'evaluation'
  return (
    <>
      <h1>{S.title[lang]}</h1>
      <p class="lead">
        {S.lead[lang]} <Cite {...citeLink(lang, 'L8')} />
      </p>
      {evaluation ? <ToTours lang={lang} /> : null}
      <LookUp asked={asked} />
      <Classify asked={asked} />
      <Notify asked={asked} />
      <Incident asked={asked} />
      <More asked={asked} />
      {evaluation ? <Tours asked={asked} /> : null}
      <TheState lang={lang} />
      <TheFigures asked={asked} figures={figures} />
    </>
  )
}

const ToTours = ({ lang }: { readonly lang: Lang }) => (
  <Notice title={TOUR.here[lang]}>
    <p>{TOUR.intro[lang]}</p>
    <ul class="buttons plain">
      {TOUR_ROLES.map((role) => (
        <li>
          <a href={`#tour-${role}`}>{TOUR_WORDS[role].title[lang]}</a>
        </li>
      ))}
    </ul>
  </Notice>
)

const Tours = ({ asked }: { readonly asked: AskedPage }) => (
  <>
    <h2>{TOUR.section[asked.lang]}</h2>
    {TOUR_ROLES.map((role) => (
      <TourCard asked={asked} role={role} />
    ))}
    <p>
      <a href={asked.to('/evaluation/mail')}>{TOUR.mails[asked.lang]}</a>
    </p>
  </>
)

interface Way {
  readonly lang: Lang
  readonly forWhom: Text
  readonly need: Text
  readonly takes: Text
}

const Facts = ({ lang, forWhom, need, takes }: Way) => (
  <SummaryList
    rows={[
      { key: S.forWhom[lang], value: forWhom[lang] },
      { key: S.need[lang], value: need[lang] },
      { key: S.takes[lang], value: takes[lang] },
    ]}
  />
)

const LookUp = ({ asked: { lang, to } }: { readonly asked: AskedPage }) => (
  <>
    <h2>{S.lookUp[lang]}</h2>
    <p>
      {S.lookUpText[lang]} {S.lookUpFor[lang]}
    </p>
    <search>
      <form method="get" action={to('/register')}>
        <TextField name="q" type="search" label={S.q[lang]} hint={S.qHint[lang]} maxlength={200} spellcheck={false} />
        <Button>{S.find[lang]}</Button>
      </form>
    </search>
  </>
)

const Classify = ({ asked: { lang, to } }: { readonly asked: AskedPage }) => (
  <>
    <h2>{S.classify[lang]}</h2>
    <p>{S.classifyText[lang]}</p>
    <Facts lang={lang} forWhom={S.classifyFor} need={S.classifyNeed} takes={S.classifyTakes} />
    <p>
      {S.optional[lang]} <Cite {...citeLink(lang, 'N10.2')} />
    </p>
    <Button look="secondary" href={to('/classify')}>
      {S.classifyDo[lang]}
    </Button>
  </>
)

/** An officer acts for nobody and has no systems to open. */
const mayNotify = (actor: AskedPage['actor']): boolean =>
  actor.kind === 'visitor' || actor.acting !== null || (actor.kind === 'person' && actor.seat === null)

const Notify = ({ asked: { lang, to, actor } }: { readonly asked: AskedPage }) => (
  <>
    <h2>{S.notify[lang]}</h2>
    <p>
      {S.notifyText[lang]} <Cite {...citeLink(lang, 'L10.3')} />
    </p>
    <Facts lang={lang} forWhom={S.notifyFor} need={S.notifyNeed} takes={S.notifyTakes} />
    {mayNotify(actor) ? (
      <Button look="secondary" href={to('/systems')}>
        {S.notifyDo[lang]}
      </Button>
    ) : null}
    <p>
      <a href={to('/api')}>{S.byApi[lang]}</a>
    </p>
  </>
)

const Incident = ({ asked: { lang, to } }: { readonly asked: AskedPage }) => (
  <>
    <h2>{S.incident[lang]}</h2>
    <p>
      {S.incidentText[lang]} <Cite {...citeLink(lang, 'N19.3')} />
    </p>
    <Facts lang={lang} forWhom={S.incidentFor} need={S.incidentNeed} takes={S.incidentTakes} />
    <Button look="secondary" href={to('/incidents')}>
      {S.incidentDo[lang]}
    </Button>
    <p>
      <a href={to('/incidents/published')}>{S.incidentRead[lang]}</a>
      {' · '}
      <a href={to('/incidents/statistics')}>{S.incidentFigures[lang]}</a>
    </p>
  </>
)

/** What else one may come for: one line each, the cite of the law beside it. */
const More = ({ asked: { lang, to } }: { readonly asked: AskedPage }) => (
  <>
    <h2>{S.more[lang]}</h2>
    <SummaryList
      rows={MORE.map(({ path, title, says, cite, also }) => ({
        key: <a href={to(path)}>{title[lang]}</a>,
        value: (
          <>
            {says[lang]} <Cite {...citeLink(lang, cite)} />
            {also === undefined ? null : (
              <>
                <br />
                <a href={to(also.path)}>{also.title[lang]}</a>
              </>
            )}
          </>
        ),
      }))}
    />
  </>
)

const TheState = ({ lang }: { readonly lang: Lang }) => {
  const sentences: readonly (readonly [Text, ...CiteOf[]])[] = [
    [S.recorded, 'L10.3', 'N14.4'],
    [S.answers, 'L10.1', 'N14.4'],
    [S.noSeal],
    [S.neverAsks, 'N12.4'],
  ]
  return (
    <>
      <h2>{S.state[lang]}</h2>
      <ul>
        {sentences.map(([text, ...cites]) => (
          <li>
            {text[lang]}
            {cites.map(
              (cite, n): Child => (
                <>
                  {n === 0 ? ' ' : '; '}
                  <Cite {...citeLink(lang, cite)} />
                </>
              ),
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const inWords = (count: Count | undefined, lang: Lang): string => {
  const n = showNumber(count?.count ?? 0, lang)
  return count === undefined || count.exact ? n : S.atLeast[lang].replace('{n}', n)
}

const TheFigures = ({ asked, figures }: { readonly asked: AskedPage; readonly figures: Figures }) => {
  const { lang, to } = asked
  return (
    <>
      <h2>{S.figures[lang]}</h2>
      <DataTable
        caption={S.figuresCaption[lang]}
        columns={[{ label: S.level[lang] }, { label: S.count[lang], numeric: true }]}
        rows={LEVELS.map((level) => [
          <a href={to(`/register?level=${level}`)}>
            <LevelTag level={level} word={LEVEL_WORDS[level][lang]} />
          </a>,
          inWords(figures.byLevel.get(level), lang),
        ])}
      />
      <p class="soft small">{S.asOf[lang].replace('{time}', showTime(figures.at, lang))}</p>
      <p>
        <a href={to('/register')}>{S.all[lang]}</a>
      </p>
    </>
  )
}
