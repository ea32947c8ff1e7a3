import { onlyServes } from '../../base/actor.ts'
import { done } from '../../base/outcome.ts'
import { citeLink } from '../../web/cite-link.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { ASKS, DOORS, F } from './words-start.ts'

/** Where the pages of marks and labels lead back to. */
export const backToMarks = ({ lang, to }: Pick<AskedPage, 'lang' | 'to'>) => ({
  text: F.back[lang],
  href: to('/marks'),
})

const showMarks = page({
  name: 'showMarks',
  method: 'get',
  path: '/marks',
  who: 'anyone',
  open: true,
  async handle(asked) {
    const { lang } = asked
    return done({
      show: asked.page({
        title: F.title[lang],
        about: F.about[lang],
        children: (
          <>
            <h1>{F.title[lang]}</h1>
            <p class="lead">{F.lead[lang]}</p>
            <h2>{F.doors[lang]}</h2>
            <Doors asked={asked} />
            <h2>{F.law[lang]}</h2>
            <Asked asked={asked} />
            <h2>{F.not[lang]}</h2>
            <p>{F.notText[lang]}</p>
            <p>
              <a href={asked.to('/petitions')}>{F.report[lang]}</a>
            </p>
          </>
        ),
      }),
    })
  },
})

const Doors = ({ asked: { actor, lang, to } }: { readonly asked: AskedPage }) => (
  <SummaryList
    rows={DOORS.filter(({ path }) => path !== '/systems' || !onlyServes(actor)).map(
      ({ path, title, says, also = [] }) => ({
        key: <a href={to(path)}>{title[lang]}</a>,
        value: (
          <>
            {says[lang]}
            {also.map((other) => (
              <>
                <br />
                <a href={to(other.path)}>{other.title[lang]}</a>
              </>
            ))}
          </>
        ),
      }),
    )}
  />
)

const Asked = ({ asked: { lang } }: { readonly asked: AskedPage }) => (
  <SummaryList
    rows={ASKS.map(({ who, says, cites }) => ({
      key: who[lang],
      value: (
        <>
          {says[lang]}
          {cites.map((cite, n) => (
            <>
              {n === 0 ? ' ' : '; '}
              <Cite {...citeLink(lang, cite)} />
            </>
          ))}
        </>
      ),
    }))}
  />
)

export const startPages: readonly Route[] = [showMarks]
