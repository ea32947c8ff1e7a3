import type { Child } from 'hono/jsx'
import type { UnitId } from '../base/actor.ts'
import { dayOf, type Instant } from '../base/day.ts'
import type { Refusal } from '../base/outcome.ts'
import { fill, type Lang, type Text } from '../base/text.ts'
import type { Cite as CiteKey } from '../law/cite.ts'
import { explain, type Reckoning, remindersOf } from '../law/clock.ts'
import { CALENDAR } from '../law/workingdays.ts'
import { citeLink } from '../web/cite-link.ts'
import { showTime, showWeekday } from '../web/format.ts'
import { Cite } from '../web/parts/cite/part.tsx'
import { ClockShown, type ClockTone } from '../web/parts/clock/part.tsx'
import type { Problem } from '../web/parts/error-summary/part.tsx'
import { StatusTag, type StatusTone } from '../web/parts/status-tag/part.tsx'
import { provisionalWords, remaining } from '../web/remaining.ts'
import type { AskedPage } from '../web/route.ts'
import type { Whole } from './actions.ts'
import { clockNamed, firstState, type Procedure } from './procedure.ts'
import type { Answers, CaseFile, ClockKept, Shown, Side } from './schema.ts'
import { SAYS } from './words.ts'
import { F } from './words-file.ts'

interface InLang {
  readonly lang: Lang
}

export const Cited = ({ lang, cite }: InLang & { readonly cite: CiteKey }) => <Cite {...citeLink(lang, cite)} />

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

const wordsOf = (answer: string | Text, lang: Lang): string => (typeof answer === 'string' ? answer : answer[lang])

/** An answer as it was kept, in the reader's language where it is not free text. */
export const AnswerShown = ({ lang, answer }: InLang & Pick<Shown, 'answer'>) =>
  answer.length === 0 ? (
    <span class="soft">{F.empty[lang]}</span>
  ) : (
    <Lines text={answer.map((a) => wordsOf(a, lang)).join('\n')} />
  )

/** The same on paper. */
export const answerText = (answer: Shown['answer'], lang: Lang): string =>
  answer.length === 0 ? F.empty[lang] : answer.map((a) => wordsOf(a, lang)).join('\n')

// ————— where a file stands —————

const toneOf = (p: Procedure, state: string): StatusTone =>
  p.states[state]?.final === true ? 'done' : state === firstState(p) ? 'quiet' : 'active'

export const stateName = (p: Procedure, state: string, lang: Lang): string => p.states[state]?.name[lang] ?? state

export const StateShown = ({ lang, p, state }: InLang & { readonly p: Procedure; readonly state: string }) => (
  <StatusTag tone={toneOf(p, state)}>{stateName(p, state, lang)}</StatusTag>
)

export interface Names {
  readonly party: string
  readonly units: ReadonlyMap<UnitId, Text>
  /** On which side the reader stands. */
  readonly side: Side | 'copy'
}

/** Who holds the file, in words for this reader, and since when. */
export const HolderShown = ({
  lang,
  file,
  names,
}: InLang & { readonly file: Pick<CaseFile, 'holder' | 'heldSince' | 'unit'>; readonly names: Names }) => {
  const time = showTime(file.heldSince, lang)
  if (file.holder === 'nobody') return <>{fill(F.nobody[lang], { time })}</>
  const unit = file.unit === null ? undefined : names.units.get(file.unit)
  const who =
    file.holder === 'party' ? (names.side === 'party' ? F.you[lang] : names.party) : (unit ?? F.someUnit)[lang]
  return <>{fill(F.holds[lang], { who, time })}</>
}

// ————— clocks —————

/** A due moment in words: the hour only where the clock counts hours. */
export const dueShown = (r: Reckoning, lang: Lang): string =>
  'hours' in r.rule ? showTime(r.due, lang) : fill(F.endOf[lang], { day: showWeekday(r.dueDay, lang) })

/** Words need no colour: running, met in time, met late, over, or ended with its file. */
function standing(clock: ClockKept, at: Instant, ended: boolean, lang: Lang): { words: string; tone: ClockTone } {
  const { reckoning: r, metAt, side } = clock
  if (metAt !== null) {
    const facts = { time: showTime(metAt, lang), due: dueShown(r, lang) }
    if (metAt <= r.due) return { words: fill(F.met[lang], facts), tone: 'met' }
    return { words: fill((side === 'party' ? F.metLate : F.metLateUnit)[lang], facts), tone: 'soon' }
  }
  // Nobody can meet it any more, so it is not held against anybody either.
  if (ended) return { words: fill(F.stopped[lang], { due: dueShown(r, lang) }), tone: 'calm' }
  const near = remindersOf(r, CALENDAR).find(({ share }) => share === 80)?.at ?? r.due
  return { words: remaining(r, at, lang), tone: at > r.due ? 'over' : at >= near ? 'soon' : 'calm' }
}

const sideWords = ({ begunBy }: Procedure, side: Side): Text =>
  side === 'unit' ? F.ofUnit : begunBy === 'unit' ? F.ofAddressee : F.ofParty

export interface ClockOfFileProps extends InLang {
  readonly p: Procedure
  readonly clock: ClockKept
  readonly answers: Answers
  readonly at: Instant
  /** The file has ended: what was not met stands still. */
  readonly ended: boolean
}

/** One clock of a file, as both sides see it: how it stands, by which article, and how it was counted. */
export const ClockOfFile = ({ lang, p, clock, answers, at, ended }: ClockOfFileProps) => {
  const of = clockNamed(p, clock.clock)
  const cite = of?.rule(answers)?.cite
  const { words, tone } = standing(clock, at, ended, lang)
  const aside = clock.kind === 'target' ? F.target[lang] : clock.kind === 'parallel' ? F.parallel[lang] : undefined
  const { provisional } = clock.reckoning
  return (
    <>
      <ClockShown
        lang={lang}
        name={`${of?.name[lang] ?? clock.clock} (${sideWords(p, clock.side)[lang]})`}
        remaining={words}
        tone={tone}
        cite={cite === undefined ? null : <ByWhat lang={lang} cite={cite} />}
        detail={
          <>
            {aside === undefined ? null : <p>{aside}</p>}
            <ul>
              {explain(clock.reckoning, lang).map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
            <p class="small">
              <a href={`/api/v1/law/calendars/${clock.reckoning.calendar}`}>{F.calendar[lang]}</a>
            </p>
          </>
        }
      />
      {clock.metAt === null && !ended && provisional.length > 0 ? (
        <p class="soft">{provisionalWords(provisional, lang)}</p>
      ) : null}
    </>
  )
}

/** The article a clock stands on; a reason in words gets a line of its own. */
const ByWhat = ({ lang, cite }: InLang & { readonly cite: CiteKey | Text }) =>
  typeof cite === 'string' ? (
    <Cited lang={lang} cite={cite} />
  ) : (
    <>
      <br />
      <span class="soft">{cite[lang]}</span>
    </>
  )

/** The day a document speaks of. */
export const dayShown = (at: Instant, lang: Lang): string => showWeekday(dayOf(at), lang)

// ————— refusals —————

/** What is wrong with a form, by field: the summary and the fields say the same. */
export type Slips = Readonly<Record<string, string | undefined>>

export const saying = (refusal: Refusal, lang: Lang): string =>
  fill((SAYS as Readonly<Record<string, Text>>)[refusal.code]?.[lang] ?? refusal.code, refusal.facts ?? {})

export const problemsOf = (slips: Slips): Problem[] =>
  Object.entries(slips).flatMap(([field, text]) => (text === undefined ? [] : [{ href: `#${field}`, text }]))

// ————— what rooms add —————

/** A room's own content on the start page and beside a file. */
export interface More {
  readonly intro?: (asked: AskedPage) => Child | Promise<Child>
  readonly beside?: (asked: AskedPage, whole: Whole) => Child | Promise<Child>
}
