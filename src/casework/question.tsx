import type { Day } from '../base/day.ts'
import { fill, type Lang } from '../base/text.ts'
import { dayIn, dayValues, momentIn, momentValues, textIn, textsIn } from '../web/form.ts'
import { showNumber } from '../web/format.ts'
import { Checkboxes } from '../web/parts/checkboxes/part.tsx'
import { DateField } from '../web/parts/date-field/part.tsx'
import { MomentField } from '../web/parts/moment-field/part.tsx'
import { Radios } from '../web/parts/radios/part.tsx'
import { Select } from '../web/parts/select/part.tsx'
import { TextArea } from '../web/parts/text-area/part.tsx'
import { TextField } from '../web/parts/text-field/part.tsx'
import type { Form as Posted } from '../web/route.ts'
import { asked, type FormPage, isSecret, type Option, type Question } from './form.ts'
import type { Answer, Answers } from './schema.ts'
import { Cited } from './shown.tsx'
import { W } from './words-form.ts'

// ————— what is typed —————

/** Answers as they stand in the boxes of a page. */
export const asTyped = (questions: readonly Question[], answers: Answers): Posted =>
  Object.assign({}, ...questions.map((q) => boxesOf(q, answers[q.key]))) as Posted

function boxesOf({ key, kind }: Question, answer: Answer | undefined): Posted {
  if (answer === undefined || kind === 'secret') return {}
  switch (kind) {
    case 'day':
      return named(key, dayValues(String(answer) as Day))
    case 'moment':
      return named(key, momentValues(String(answer)))
    case 'many':
      return { [key]: [answer].flat().map(String) }
    case 'line':
    case 'text':
    case 'one':
    case 'number':
      return { [key]: String(answer) }
  }
}

const named = (key: string, values: Readonly<Record<string, string>>): Posted =>
  Object.fromEntries(Object.entries(values).map(([part, value]) => [`${key}-${part}`, value]))

export interface Read {
  readonly answers: Answers
  readonly secrets: Readonly<Record<string, string>>
}

/** What came with a page. What can be no answer is handed on as it was typed, so that the form's own rules refuse it. */
export function readTyped(questions: readonly Question[], form: Posted): Read {
  const answers: Record<string, Answer> = {}
  const secrets: Record<string, string> = {}
  for (const q of questions) {
    const answer = answerIn(q, form)
    if (answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)) continue
    if (isSecret(q)) secrets[q.key] = String(answer)
    else answers[q.key] = answer
  }
  return { answers, secrets }
}

function answerIn({ key, kind }: Question, form: Posted): Answer | undefined {
  switch (kind) {
    case 'day':
      return dayIn(form, key).day
    case 'moment':
      return momentIn(form, key).moment
    case 'many':
      return textsIn(form, key)
    case 'number': {
      const text = textIn(form, key).trim()
      return /^-?\d{1,15}$/.test(text) ? Number(text) : text
    }
    case 'line':
    case 'text':
    case 'one':
    case 'secret':
      return textIn(form, key).trim()
  }
}

// ————— how it is asked —————

/**
 * Is this on the page? What depends on another question of the same page always is, with a sentence saying when to
 * answer it: that needs no script and no second round.
 */
export const onPage = (page: FormPage, q: Question, answers: Answers): boolean =>
  q.when === undefined || page.questions.some(({ key }) => key === q.when?.key) || asked(q, answers)

/** Pages somebody has to look at, as the answers stand. */
export const pagesAsked = (pages: readonly FormPage[], answers: Answers): FormPage[] =>
  pages.filter((page) => page.questions.some((q) => onPage(page, q, answers)))

/** Where the error summary leads: the first box of a question. */
export const boxId = (q: Question): string => (q.kind === 'day' || q.kind === 'moment' ? `${q.key}-day` : q.key)

const LONG_LIST = 12

export interface QuestionFieldProps {
  readonly lang: Lang
  readonly page: FormPage
  readonly q: Question
  /** What stands in the boxes: `asTyped`, or the form as it was posted. */
  readonly typed: Posted
  readonly error?: string | undefined
  /** A secret that is kept already: the box may stay empty. */
  readonly sealed?: boolean | undefined
}

/** One question, with the part that fits its kind. */
export const QuestionField = ({ lang, page, q, typed, error, sealed }: QuestionFieldProps) => {
  const name = q.key
  const label = q.optional === true ? fill(W.optionalMark[lang], { ask: q.ask[lang] }) : q.ask[lang]
  const asking = { name, hint: hintOf(lang, page, q, sealed === true), error }
  const labels = { day: W.day[lang], month: W.month[lang], year: W.year[lang] }
  switch (q.kind) {
    case 'line':
      return <TextField {...asking} label={label} value={textIn(typed, name)} {...wide(q.max)} />
    case 'secret':
      return (
        <TextField
          {...asking}
          label={label}
          value={textIn(typed, name)}
          autocomplete="off"
          spellcheck={false}
          {...wide(q.max)}
        />
      )
    case 'number':
      return <TextField {...asking} label={label} value={textIn(typed, name)} inputmode="numeric" width={10} />
    case 'text':
      return (
        <TextArea
          {...asking}
          label={label}
          value={textIn(typed, name)}
          limit={fill(W.limit[lang], { max: showNumber(q.max, lang) })}
        />
      )
    case 'one':
      return q.options.length > LONG_LIST ? (
        <Select
          {...asking}
          label={label}
          value={textIn(typed, name)}
          options={[{ value: '', label: W.choosePlease[lang] }, ...choices(q.options, lang)]}
        />
      ) : (
        <Radios {...asking} legend={label} value={textIn(typed, name)} options={choices(q.options, lang)} />
      )
    case 'many':
      return <Checkboxes {...asking} legend={label} values={textsIn(typed, name)} options={choices(q.options, lang)} />
    case 'day':
      return <DateField {...asking} legend={label} labels={labels} values={dayIn(typed, name).values} />
    case 'moment':
      return <MomentField {...asking} legend={label} lang={lang} values={momentIn(typed, name).values} />
  }
}

const wide = (max: number) => (max <= 10 ? { width: 10 as const } : max <= 20 ? { width: 20 as const } : {})

const choices = (options: readonly Option[], lang: Lang) =>
  options.map(({ value, label, hint }) => ({
    value,
    label: label[lang],
    ...(hint === undefined ? {} : { hint: hint[lang] }),
  }))

function hintOf(lang: Lang, page: FormPage, q: Question, sealed: boolean) {
  const range =
    q.kind === 'number'
      ? fill(W.range[lang], { min: showNumber(q.min, lang), max: showNumber(q.max, lang) })
      : undefined
  const format = 'format' in q && q.format !== undefined ? q.format[lang] : undefined
  const said = [
    whenWords(lang, page, q),
    q.hint?.[lang],
    q.hint === undefined ? (format ?? range) : undefined,
    q.kind === 'secret' ? (sealed ? W.kept : W.secret)[lang] : undefined,
  ].filter((words) => words !== undefined)
  if (said.length === 0 && q.cite === undefined) return undefined
  return (
    <>
      {said.map((words, n) => (
        <>
          {n === 0 ? null : <br />}
          {words}
        </>
      ))}
      {said.length > 0 && q.cite !== undefined ? ' ' : null}
      {q.cite === undefined ? null : <Cited lang={lang} cite={q.cite} />}
    </>
  )
}

/** When a question of the same page is to be answered, in a sentence. */
function whenWords(lang: Lang, page: FormPage, q: Question): string | undefined {
  const earlier = page.questions.find(({ key }) => key === q.when?.key)
  if (earlier === undefined || q.when === undefined) return undefined
  const options = earlier.kind === 'one' || earlier.kind === 'many' ? earlier.options : []
  const labels = q.when.is.map((value) => options.find((o) => o.value === value)?.label[lang] ?? value)
  return fill(W.onlyIf[lang], { answer: labels.join(W.or[lang]), ask: earlier.ask[lang] })
}
