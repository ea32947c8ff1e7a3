import type { Child } from 'hono/jsx'
import { done } from '../../base/outcome.ts'
import type { Lang, Text } from '../../base/text.ts'
import { type Cite as CiteOf, citeText } from '../../law/cite.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { citeLink } from '../statute/schema.ts'
import { ABOUT as A, ACCESS as X } from './words-about.ts'

interface Saying {
  readonly lang: Lang
  readonly text: Text
  readonly cites?: readonly CiteOf[]
}

const Said = ({ lang, text, cites = [] }: Saying) => (
  <>
    {text[lang]}
    {cites.map(
      (cite, n): Child => (
        <>
          {n === 0 ? ' ' : '; '}
          <Cite {...citeLink(lang, cite)} />
        </>
      ),
    )}
  </>
)

const listed = (lang: Lang, texts: readonly Text[]) => (
  <ul>
    {texts.map((text) => (
      <li>{text[lang]}</li>
    ))}
  </ul>
)

const About = ({ asked: { lang, to, site } }: { readonly asked: AskedPage }) => (
  <>
    <h1>{A.title[lang]}</h1>
    <p class="lead">
      <Said lang={lang} text={A.what} cites={['L8', 'N4.1']} />
    </p>
    <h2>{A.who[lang]}</h2>
    <p>
      <Said lang={lang} text={A.operator} cites={['N4.2']} />
    </p>
    {site.mode === 'evaluation' ? <p>{A.evaluation[lang]}</p> : null}
    <h2>{A.does[lang]}</h2>
    {listed(lang, A.doing)}
    <h2>{A.never[lang]}</h2>
    <p>
      <Said lang={lang} text={A.neverAsks} cites={['N12.4', 'N14.4']} />
    </p>
    <p>
      <Said lang={lang} text={A.outside} cites={['N4.3.d']} />
    </p>
    <h2>{A.shown[lang]}</h2>
    <p>{A.shownText[lang]}</p>
    <h2>{A.interim[lang]}</h2>
    <p>
      {A.interimText[lang]} <span class="soft">({citeText('N46', lang)})</span>
    </p>
    <h2>{A.proof[lang]}</h2>
    <p>{A.proofText[lang]}</p>
    <p>
      <a href="/.well-known/jwks.json">{A.keys[lang]}</a>
    </p>
    <h2>{A.open[lang]}</h2>
    <p>{A.openText[lang]}</p>
    <p>
      <a href={to('/api')}>{A.api[lang]}</a>
    </p>
  </>
)

const Accessibility = ({ asked: { lang, site } }: { readonly asked: AskedPage }) => (
  <>
    <h1>{X.title[lang]}</h1>
    <p class="lead">{X.lead[lang]}</p>
    <h2>{X.can[lang]}</h2>
    {listed(lang, X.canDo)}
    <h2>{X.tested[lang]}</h2>
    {listed(lang, X.testedHow)}
    <h2>{X.not[lang]}</h2>
    {listed(lang, X.notTested)}
    <h2>{X.tell[lang]}</h2>
    <p>{X.tellUs[lang]}</p>
    {site.mode === 'evaluation' ? <p>{X.evaluation[lang]}</p> : null}
  </>
)

export const aboutPages: readonly Route[] = [
  page({
    name: 'showAbout',
    method: 'get',
    path: '/about',
    who: 'anyone',
    handle: async (asked) =>
      done({ show: asked.page({ title: A.title[asked.lang], children: <About asked={asked} /> }) }),
  }),
  page({
    name: 'showAccessibility',
    method: 'get',
    path: '/accessibility',
    who: 'anyone',
    handle: async (asked) =>
      done({ show: asked.page({ title: X.title[asked.lang], children: <Accessibility asked={asked} /> }) }),
  }),
]
