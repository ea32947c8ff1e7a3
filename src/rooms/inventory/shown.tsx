import type { Child } from 'hono/jsx'
import type { Refusal } from '../../base/outcome.ts'
import { fill, type Lang } from '../../base/text.ts'
import { showNumber } from '../../web/format.ts'
import type { Problem } from '../../web/parts/error-summary/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import { type Code, type Import, type Tally, VERDICTS } from './schema.ts'
import { SAYS, STATE_WORDS, VERDICT_WORDS, W } from './words.ts'

export const backToList = ({ lang, to }: AskedPage) => ({ text: W.title[lang], href: to('/inventory') })
export const at = ({ to }: AskedPage, i: Import, more = ''): string => to(`/inventory/${i.id}${more}`)

export type Slips = Readonly<Record<string, string>>
export const problemsOf = (slips: Slips): Problem[] =>
  Object.entries(slips).map(([field, text]) => ({ href: `#${field}`, text }))

export const said = (refusal: Refusal, lang: Lang): string =>
  fill(
    (SAYS as Readonly<Record<string, { vi: string; en: string }>>)[refusal.code]?.[lang] ?? refusal.code,
    refusal.facts ?? {},
  )

/** A refusal of the file or of a field is shown where it can be mended; anything else is a page of its own. */
export const slipsIn = (refusals: readonly Refusal[], lang: Lang): Slips | undefined =>
  refusals.every((r) => r.field !== undefined && r.code in SAYS)
    ? Object.fromEntries(refusals.map((r) => [r.field ?? '', said(r, lang)]))
    : undefined

export const isOwn = (code: string): code is Code => code in SAYS

export const StateLine = ({ lang, i }: { readonly lang: Lang; readonly i: Import }) => <>{STATE_WORDS[i.state][lang]}</>

/** Rows per verdict, in figures. */
export const Counts = ({ lang, tally }: { readonly lang: Lang; readonly tally: Tally }) => (
  <SummaryList
    rows={VERDICTS.map((v) => ({
      key: VERDICT_WORDS[v][lang],
      value: <span class="number">{showNumber(tally[v].judged, lang)}</span>,
    }))}
  />
)

/** Refreshes itself by script; without one, the link does. */
export const Progress = ({
  lang,
  label,
  words,
  n,
  of,
  href,
}: {
  readonly lang: Lang
  readonly label: string
  readonly words: string
  readonly n: number
  readonly of: number
  readonly href: string
}): Child => (
  <div data-refresh="2">
    <p>
      <progress class="progress" max={Math.max(of, 1)} value={n} aria-label={label}></progress>
    </p>
    <p role="status">{fill(words, { n: showNumber(n, lang), of: showNumber(of, lang) })}</p>
    <p>{W.leave[lang]}</p>
    <p>
      <a href={href}>{W.refresh[lang]}</a>
    </p>
  </div>
)
