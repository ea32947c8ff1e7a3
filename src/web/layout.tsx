import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Lang, Text } from '../base/text.ts'
import { assets } from './assets.ts'
import { HORNS } from './mark-drawing.ts'
import { Back } from './parts/back/part.tsx'
import { ErrorSummary, type Problem } from './parts/error-summary/part.tsx'
import { SkipLink } from './parts/skip-link/part.tsx'

/** A place in the navigation or the footer. */
export interface Place {
  readonly text: string
  readonly href: string
}

/** Where the same thing stands in another form. */
export interface Alternate {
  readonly type: string
  readonly title: string
  readonly href: string
}

/** Who is signed in. `once`, when given, travels with the sign-out form. */
export interface Who {
  readonly name: string
  readonly href: string
  readonly signOut: string
  readonly once?: string | undefined
}

export interface PageProps {
  readonly lang: Lang
  /** What this page is for: the title of the window, without the product's name. */
  readonly title: string
  /** Path and query of this page as asked for, `/vi/register?q=a`. */
  readonly path: string
  readonly nav?: readonly Place[] | undefined
  /** The href of the navigation item the reader stands in. */
  readonly here?: string | undefined
  readonly who?: Who | undefined
  /** Where to sign in, when nobody is. */
  readonly signIn?: string | undefined
  /** The evaluation mode says on every page that nothing here has legal effect. */
  readonly evaluation?: boolean | undefined
  readonly back?: Place | undefined
  /** Tables and registers: 72 rem instead of one column of text. */
  readonly wide?: boolean | undefined
  readonly problems?: readonly Problem[] | undefined
  readonly foot?: readonly Place[] | undefined
  /** One sentence for search engines and link previews. */
  readonly about?: string | undefined
  /** Drafts, personal pages and search results stay out of search engines. */
  readonly unlisted?: boolean | undefined
  /** The same content in other forms, for feed readers and harvesters. */
  readonly alternates?: readonly Alternate[] | undefined
  readonly children?: Child
}

const WORDS = {
  skip: { vi: 'Đến nội dung chính', en: 'Skip to main content' },
  purpose: { vi: 'Cổng một cửa về trí tuệ nhân tạo', en: 'One-stop portal on AI' },
  nav: { vi: 'Điều hướng chính', en: 'Main navigation' },
  foot: { vi: 'Thông tin về Cổng', en: 'About this portal' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  evaluation: { vi: 'Chế độ dùng thử – không có giá trị pháp lý', en: 'Evaluation mode – no legal effect' },
  error: { vi: 'Lỗi: ', en: 'Error: ' },
  problems: { vi: 'Có nội dung cần sửa', en: 'There is a problem' },
  other: { vi: 'English', en: 'Tiếng Việt' },
  open: {
    vi: 'Saola là phần mềm nguồn mở. Dữ liệu công khai của Cổng được dùng lại tự do, có dẫn nguồn.',
    en: 'Saola is open-source software. The public data of this portal may be reused freely with attribution.',
  },
} as const satisfies Record<string, Text>

const OTHER: Record<Lang, Lang> = { vi: 'en', en: 'vi' }

/** The same page in the other language, query kept. */
export function counterpart(path: string, lang: Lang): string {
  const other = OTHER[lang]
  const rest = path.startsWith(`/${lang}/`) || path === `/${lang}` ? path.slice(lang.length + 1) : undefined
  if (rest !== undefined) return `/${other}${rest}`
  return path.startsWith(`/${lang}?`) ? `/${other}${path.slice(lang.length + 1)}` : `/${other}`
}

export const Mark = () => (
  <svg class="head__mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
    <path fill="currentColor" d={HORNS} />
  </svg>
)

const Places = ({ places, here }: { readonly places: readonly Place[]; readonly here?: string | undefined }) => (
  <ul>
    {places.map((place) => (
      <li>
        <a href={place.href} aria-current={place.href === here ? 'page' : undefined}>
          {place.text}
        </a>
      </li>
    ))}
  </ul>
)

const Account = ({ lang, who, signIn }: Pick<PageProps, 'lang' | 'who' | 'signIn'>) => {
  if (who === undefined) return signIn === undefined ? null : <a href={signIn}>{WORDS.signIn[lang]}</a>
  return (
    <>
      <a class="head__who" href={who.href}>
        {who.name}
      </a>
      <form method="post" action={who.signOut}>
        {who.once === undefined ? null : <input type="hidden" name="once" value={who.once} />}
        <button type="submit" class="head__out">
          {WORDS.signOut[lang]}
        </button>
      </form>
    </>
  )
}

const Head = ({ lang, path, nav = [], here, who, signIn, evaluation }: PageProps) => (
  <header class="head">
    {evaluation === true ? (
      <p class="evaluation">
        <span class="frame">{WORDS.evaluation[lang]}</span>
      </p>
    ) : null}
    <div class="frame head__top">
      <a class="head__name" href={`/${lang}`}>
        <Mark />
        <span>
          <span class="head__product">
            Saola<span class="govuk-visually-hidden"> · </span>
          </span>
          <span class="head__purpose">{WORDS.purpose[lang]}</span>
        </span>
      </a>
      <div class="head__side">
        <Account lang={lang} who={who} signIn={signIn} />
        <a href={counterpart(path, lang)} hreflang={OTHER[lang]} lang={OTHER[lang]}>
          {WORDS.other[lang]}
        </a>
      </div>
    </div>
    {nav.length === 0 ? null : (
      <nav class="nav" aria-label={WORDS.nav[lang]}>
        <div class="frame">
          <Places places={nav} here={here} />
        </div>
      </nav>
    )}
  </header>
)

/** A whole document. No inline style or script: the content security policy allows only our own files. */
export const Page = (page: PageProps) => {
  const { lang, title, path, problems = [], foot = [], children } = page
  const files = assets()
  const heading = `${problems.length > 0 ? WORDS.error[lang] : ''}${title} – Saola`
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <title>{heading}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          {page.about === undefined ? null : <meta name="description" content={page.about} />}
          {page.unlisted === true ? <meta name="robots" content="noindex" /> : null}
          <link rel="stylesheet" href={files.css} />
          {files.preload.map((font) => (
            <link rel="preload" href={font} as="font" type="font/woff2" crossorigin="anonymous" />
          ))}
          <link rel="icon" href={files.icon} type="image/svg+xml" />
          <link rel="alternate" hreflang={OTHER[lang]} href={counterpart(path, lang)} />
          {(page.alternates ?? []).map((other) => (
            <link rel="alternate" type={other.type} title={other.title} href={other.href} />
          ))}
          <script src={files.js} defer></script>
        </head>
        <body>
          <SkipLink text={WORDS.skip[lang]} href="#main" />
          <Head {...page} />
          <div class="frame main">
            <main id="main" tabindex={-1} class={`main__column${page.wide === true ? ' main__column--wide' : ''}`}>
              {page.back === undefined ? null : <Back {...page.back} />}
              {problems.length === 0 ? null : <ErrorSummary title={WORDS.problems[lang]} items={problems} />}
              {children}
            </main>
          </div>
          <footer class="foot">
            <div class="frame">
              {foot.length === 0 ? null : (
                <nav aria-label={WORDS.foot[lang]}>
                  <Places places={foot} />
                </nav>
              )}
              <p>{WORDS.open[lang]}</p>
            </div>
          </footer>
        </body>
      </html>
    </>
  )
}
