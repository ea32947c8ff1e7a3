import { done } from '../../base/outcome.ts'
import { LANGS, type Lang } from '../../base/text.ts'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { MEDIA, type Medium } from './label-schema.ts'
import { Cited } from './pages-label.tsx'
import { NO_WORDING, saidIn, type Wording, WORDINGS } from './words-label.ts'
import { ADVICE, G, P } from './words-label-guide.ts'
import { MEDIUM_WORDS, TONGUE_WORDS, W } from './words-label-pages.ts'

const NUMBER = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') } as const

const wording = page({
  name: 'showLabelWording',
  method: 'get',
  path: '/marks/labels/wording',
  who: 'anyone',
  open: true,
  async handle(asked) {
    const { lang, to } = asked
    return done({
      show: asked.page({
        title: P.title[lang],
        about: P.about[lang],
        back: { text: G.bench[lang], href: to('/marks/labels') },
        children: (
          <>
            <h1>{P.title[lang]}</h1>
            <p class="lead">
              {NO_WORDING[lang]} <Cited lang={lang} cite="N18.5" />
            </p>
            <p>{P.fillIn[lang]}</p>
            <ul>
              {MEDIA.map((medium) => (
                <li>
                  <a href={`#${medium}`}>{MEDIUM_WORDS[medium][lang]}</a>
                </li>
              ))}
            </ul>
            {MEDIA.map((medium) => (
              <OfMedium asked={asked} medium={medium} />
            ))}
            <p>
              <a href="/api/v1/marks/labels/wording">{P.json[lang]}</a>
            </p>
          </>
        ),
      }),
    })
  },
})

const OfMedium = ({ asked, medium }: { readonly asked: AskedPage; readonly medium: Medium }) => {
  const { lang, to } = asked
  return (
    <section aria-labelledby={medium}>
      <h2 id={medium}>{MEDIUM_WORDS[medium][lang]}</h2>
      <p>{ADVICE[medium][lang]}</p>
      {medium === 'video' ? (
        <p>
          <a href={to('/marks/labels')}>{P.cards[lang]}</a>. {P.cardsText[lang]}
        </p>
      ) : null}
      {WORDINGS.filter((w) => w.medium === medium).map((w) => (
        <One lang={lang} wording={w} />
      ))}
    </section>
  )
}

const One = ({
  lang,
  wording: { id, use, text, cite, spoken, shown },
}: {
  readonly lang: Lang
  readonly wording: Wording
}) => (
  <>
    <h3>{use[lang]}</h3>
    <p class="soft">
      <Cited lang={lang} cite={cite} />
      {shown === undefined ? null : ` · ${P.shown[lang].replace('{seconds}', String(shown))}`}
    </p>
    {LANGS.map((tongue) => (
      <div class="wording">
        <p class="soft small">{titleOf(lang, tongue, text[tongue], spoken === true)}</p>
        <p class="wording__text" id={`${id}-${tongue}`} lang={tongue}>
          {text[tongue]}
        </p>
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          hidden
          data-copy={`${id}-${tongue}`}
          data-done={W.copied[lang]}
        >
          {W.copy[lang]}
        </button>
      </div>
    ))}
  </>
)

const titleOf = (lang: Lang, tongue: Lang, text: string, spoken: boolean): string =>
  spoken
    ? `${TONGUE_WORDS[tongue][lang]} · ${P.spoken[lang].replace('{seconds}', NUMBER[lang].format(saidIn(text, tongue)))}`
    : TONGUE_WORDS[tongue][lang]

export const labelWordingPages: readonly Route[] = [wording]
