import type { Refusal } from '../../base/outcome.ts'
import { fill, type Lang } from '../../base/text.ts'
import { type Cite as CiteKey, citeText } from '../../law/cite.ts'
import { CALENDAR } from '../../law/workingdays.ts'
import { citeLink } from '../../web/cite-link.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import type { Problem } from '../../web/parts/error-summary/part.tsx'
import { StatusTag, type StatusTone } from '../../web/parts/status-tag/part.tsx'
import { remaining } from '../../web/remaining.ts'
import type { AskedPage } from '../../web/route.ts'
import { targetOf } from './rules.ts'
import type { Act, Aims, Code, Paper, Petition, State } from './schema.ts'
import { ACT, ERASED, SAYS, STATE } from './words.ts'
import { S } from './words-sender.ts'

export const Cited = ({ lang, cite }: { readonly lang: Lang; readonly cite: CiteKey }) => (
  <Cite {...citeLink(lang, cite)} />
)

/** A way out that can be found in a hurry. With a script, going back does not lead here again. */
export const Leave = ({ asked: { lang, to } }: { readonly asked: AskedPage }) => (
  <p class="leave">
    <a class="govuk-button govuk-button--warning" href={to('')} rel="noreferrer" data-leave>
      {S.leave[lang]}
    </a>
  </p>
)

const TONE: Readonly<Record<State, StatusTone>> = {
  received: 'quiet',
  taken: 'active',
  answered: 'done',
  closed: 'quiet',
}

export const Standing = ({ lang, state }: { readonly lang: Lang; readonly state: State }) => (
  <StatusTag tone={TONE[state]}>{STATE[state][lang]}</StatusTag>
)

/** Text as it was written, paragraph for paragraph. */
export const Words = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph) => (
      <p class="written">
        {paragraph.split('\n').map((line, n) => (
          <>
            {n === 0 ? null : <br />}
            {line}
          </>
        ))}
      </p>
    ))}
  </>
)

/** Where words stood that were erased, and under which tombstone. */
export const Erased = ({ lang, paper: { erased } }: { readonly lang: Lang; readonly paper: Paper }) =>
  erased === undefined ? null : <p class="soft">{fill(ERASED[lang], { number: erased })}</p>

/** An act in plain words and by its article. */
export const ActShown = ({ lang, act }: { readonly lang: Lang; readonly act: Act }) => (
  <>
    {ACT[act].plain[lang]} {act === 'unsure' ? null : <Cited lang={lang} cite={act} />}
  </>
)

/** The same as plain text, for the label of a choice. */
export const actLabel = (act: Act, lang: Lang): string =>
  act === 'unsure' ? ACT[act].plain[lang] : `${ACT[act].plain[lang]} (${citeText(act, lang)})`

/** How long it takes, told before anybody writes. */
export const aimsIn = (lang: Lang, { take, answer }: Aims): string => fill(S.aims[lang], { take, answer })

/** What the unit means to do and by when, and that no law says so. */
export const Target = ({ asked, petition }: { readonly asked: AskedPage; readonly petition: Petition }) => {
  const target = targetOf(petition, CALENDAR)
  if (target === undefined) return null
  const { lang } = asked
  return (
    <p>
      {fill(S.target[target.aim][lang], { remaining: remaining(target.clock, asked.now(), lang) })} {S.aim[lang]}
    </p>
  )
}

// ————— what was wrong with a form —————

export type Slips = Readonly<Record<string, string>>

export const saying = ({ code, facts }: Refusal, lang: Lang): string => fill(SAYS[code as Code][lang], facts ?? {})

/** Words beside fields, where every refusal points at one. */
export function slipsOf(refusals: readonly Refusal[], lang: Lang): Slips | undefined {
  if (refusals.length === 0 || refusals.some(({ field }) => field === undefined)) return undefined
  return Object.fromEntries(refusals.map((refusal) => [refusal.field ?? '', saying(refusal, lang)]))
}

export const problemsOf = (slips: Slips): readonly Problem[] =>
  Object.entries(slips).map(([field, text]) => ({ href: `#${field}`, text }))
