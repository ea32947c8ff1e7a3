import { actingFor } from '../../base/actor.ts'
import type { Refusal } from '../../base/outcome.ts'
import { fill, type Lang, type Text } from '../../base/text.ts'
import type { Cite as CiteKey } from '../../law/cite.ts'
import { DOSSIER, type DossierKey } from '../../law/dossier.ts'
import { dayValues, type TypedDay } from '../../web/form.ts'
import type { Day } from '../../base/day.ts'
import { showDay } from '../../web/format.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import { Diff } from '../../web/parts/diff/part.tsx'
import type { Problem } from '../../web/parts/error-summary/part.tsx'
import { LevelTag } from '../../web/parts/level-tag/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { StatusTag } from '../../web/parts/status-tag/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import { citeLink } from '../statute/schema.ts'
import type { Change } from './rules.ts'
import { type Code, type Level, LEVEL_WORDS, type State, STATE_WORDS, type System } from './schema.ts'
import { D, SAYS, TONES, W } from './words.ts'

interface InLang {
  readonly lang: Lang
}

export const Cited = ({ lang, cite }: InLang & { readonly cite: CiteKey }) => <Cite {...citeLink(lang, cite)} />

export const LevelShown = ({ lang, level }: InLang & { readonly level: Level }) => (
  <LevelTag level={level} word={LEVEL_WORDS[level][lang]} />
)
export const StateShown = ({ lang, state }: InLang & { readonly state: State }) => (
  <StatusTag tone={TONES[state]}>{STATE_WORDS[state][lang]}</StatusTag>
)

/** Said on every page where something is put into a dossier (Decree art. 12.4): calm, and always there. */
export const Warning = ({ lang }: InLang) => (
  <Notice title={D.warning[lang]}>
    <p>
      {DOSSIER.warning[lang]} <Cited lang={lang} cite={DOSSIER.warningCite} />
    </p>
  </Notice>
)

/** May this person change what the organisation keeps? The page shows no button that would be refused. */
export const mayFile = (asked: Pick<AskedPage, 'actor'>, system: System): boolean => {
  const member = actingFor(asked.actor)
  return member !== null && member.party === system.provider && member.role !== 'viewer'
}

export const backTo = (asked: AskedPage, system: System) => ({
  text: system.name,
  href: asked.to(`/systems/${system.id}`),
})
export const backToList = (asked: AskedPage) => ({ text: W.systems[asked.lang], href: asked.to('/systems') })

export const labelOf = (key: string, lang: Lang): string =>
  DOSSIER.fields.find((f) => f.key === key)?.label[lang] ?? key
export const partOf = (key: DossierKey): string => DOSSIER.fields.find((f) => f.key === key)?.part ?? 'identification'

/** Text as it was written, line for line. */
export const Lines = ({ text }: { readonly text: string }) => (
  <>
    {text.split('\n').map((line, n) => (
      <>
        {n === 0 ? null : <br />}
        {line}
      </>
    ))}
  </>
)

export const Differences = ({ lang, changes }: InLang & { readonly changes: readonly Change[] }) => (
  <Diff
    words={{ was: D.was[lang], now: D.now[lang], nothing: D.empty[lang] }}
    changes={changes.map(({ field, before, after }) => ({
      key: field,
      label: labelOf(field, lang),
      was: before === '' ? undefined : <Lines text={before} />,
      now: after === '' ? undefined : <Lines text={after} />,
    }))}
  />
)

/** A refusal in the words of this room; nothing when it is not ours. */
export const saying = (refusal: Refusal, lang: Lang): string =>
  fill((SAYS as Readonly<Record<string, Text>>)[refusal.code]?.[lang] ?? refusal.code, refusal.facts ?? {})
export const isNo = (refusals: readonly Refusal[], ...codes: readonly Code[]): boolean =>
  refusals.every((r) => (codes as readonly string[]).includes(r.code))

/** What is wrong with a form, by field: the summary and the fields say the same. */
export type Slips = Readonly<Record<string, string | undefined>>
export const problemsOf = (slips: Slips): Problem[] =>
  Object.entries(slips).flatMap(([field, text]) => (text === undefined ? [] : [{ href: `#${field}`, text }]))

export const dayLabels = (lang: Lang) => ({ day: W.day[lang], month: W.month[lang], year: W.year[lang] })
/** What is wrong with a typed day, if anything; `optional` days may be left empty. */
export const daySlip = ({ day }: TypedDay, lang: Lang, optional = false): string | undefined =>
  day === 'wrong' ? W.dayWrong[lang] : day === undefined && !optional ? W.dayMissing[lang] : undefined
export const typedDay = (day: Day): TypedDay => ({ values: dayValues(day), day })

export const showPeriod = (since: Day, until: Day | null, lang: Lang): string =>
  until === null
    ? fill(W.from[lang], { day: showDay(since) })
    : fill(W.fromTo[lang], { day: showDay(since), until: showDay(until) })
