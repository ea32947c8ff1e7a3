import { z } from 'zod'
import type { Instant } from '../base/day.ts'
import { type Day, isDay } from '../base/day.ts'
import type { Refusal } from '../base/outcome.ts'
import type { Text } from '../base/text.ts'
import type { Cite } from '../law/cite.ts'
import { showDay, showTime } from '../web/format.ts'
import type { Answer, Answers, Code, Shown } from './schema.ts'

export interface Option {
  readonly value: string
  readonly label: Text
  readonly hint?: Text
}

interface Asking {
  readonly key: string
  readonly ask: Text
  readonly hint?: Text
  readonly cite?: Cite
  readonly optional?: true
  /** Known already, of the party (`known` of the procedure) or from an earlier form: a program may leave it out. */
  readonly known?: true
  /** Asked only when an earlier answer is, or holds, one of these. */
  readonly when?: { readonly key: string; readonly is: readonly string[] }
}

/** One thing asked. Page, check, API schema, printed form and what is kept all come from this value. */
export type Question = Asking &
  (
    | { readonly kind: 'line' | 'text'; readonly max: number; readonly pattern?: RegExp; readonly format?: Text }
    /** Encrypted, masked, read one by one; every reading is noted. */
    | { readonly kind: 'secret'; readonly max: number; readonly pattern?: RegExp; readonly format?: Text }
    | { readonly kind: 'one' | 'many'; readonly options: readonly Option[] }
    | { readonly kind: 'day' }
    /** A moment in Vietnam, never to come. */
    | { readonly kind: 'moment' }
    | { readonly kind: 'number'; readonly min: number; readonly max: number }
  )

export interface FormPage {
  readonly id: string
  readonly title: Text
  readonly lead?: Text
  readonly questions: readonly Question[]
}

/** A form in one version. Whoever began with it ends with it, whatever comes later. */
export interface Form {
  readonly id: string
  readonly version: number
  readonly pages: readonly FormPage[]
}

/** A form of a single page, as most steps have. */
export const onePage = (id: string, page: Omit<FormPage, 'id'>): Form => ({ id, version: 1, pages: [{ id, ...page }] })

export const questionsOf = (form: Form): Question[] => form.pages.flatMap((page) => page.questions)
export const isSecret = (q: Question): boolean => q.kind === 'secret'

/** Is this asked at all, as the answers stand? */
export function asked(q: Question, answers: Answers): boolean {
  if (q.when === undefined) return true
  const earlier = answers[q.when.key]
  const values = Array.isArray(earlier) ? (earlier as readonly string[]) : [String(earlier)]
  return q.when.is.some((value) => values.includes(value))
}

type Slip = Refusal & { readonly code: Code; readonly field: string }

const empty = (answer: Answer | undefined): boolean =>
  answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0)

function slipOf(q: Question, answer: Answer, at: Instant): Code | undefined {
  switch (q.kind) {
    case 'line':
    case 'text':
    case 'secret':
      if (typeof answer !== 'string') return 'case.format'
      if (answer.length > q.max) return 'case.too-long'
      return q.pattern === undefined || q.pattern.test(answer) ? undefined : 'case.format'
    case 'one':
      return q.options.some((o) => o.value === answer) ? undefined : 'case.choice'
    case 'many':
      return Array.isArray(answer) && answer.every((a) => q.options.some((o) => o.value === a))
        ? undefined
        : 'case.choice'
    case 'day':
      return typeof answer === 'string' && isDay(answer) ? undefined : 'case.format'
    case 'moment':
      if (typeof answer !== 'string' || Number.isNaN(Date.parse(answer))) return 'case.format'
      return Date.parse(answer) > Date.parse(at) ? 'case.future' : undefined
    case 'number':
      return typeof answer === 'number' && Number.isInteger(answer) && answer >= q.min && answer <= q.max
        ? undefined
        : 'case.format'
  }
}

/**
 * Every problem at once, in the order of the questions. `pages` narrows it to some of them; a page saved on the way
 * (`whole` false) may still have gaps. Sealed secrets count as answered.
 */
export function slips(
  form: Form,
  answers: Answers,
  at: Instant,
  sealed: readonly string[] = [],
  { pages, whole = true }: { readonly pages?: readonly string[]; readonly whole?: boolean } = {},
): Slip[] {
  return form.pages
    .filter((page) => pages === undefined || pages.includes(page.id))
    .flatMap((page) => page.questions)
    .filter((q) => asked(q, answers))
    .flatMap((q): Slip[] => {
      const answer = answers[q.key]
      if (empty(answer) || answer === undefined) {
        const given = q.optional === true || sealed.includes(q.key) || !whole
        return given ? [] : [{ code: 'case.missing', field: q.key, ...(q.cite === undefined ? {} : { cite: q.cite }) }]
      }
      const code = slipOf(q, answer, at)
      return code === undefined ? [] : [{ code, field: q.key, facts: factsOf(q) }]
    })
}

/** The same for secrets, while their words are still at hand. */
export const secretSlips = (form: Form, answers: Answers, secrets: Readonly<Record<string, string>>): Slip[] =>
  questionsOf(form)
    .filter((q) => isSecret(q) && asked(q, answers))
    .flatMap((q): Slip[] => {
      const words = secrets[q.key]
      const code = words === undefined || words === '' ? undefined : slipOf(q, words, '')
      return code === undefined ? [] : [{ code, field: q.key, facts: factsOf(q) }]
    })

/** What lacks in a form before it can be sent, page by page, for the list of tasks. */
export const gapsOf = (form: Form, answers: Answers, sealed: readonly string[], at: Instant) =>
  new Map(form.pages.map((page) => [page.id, slips(form, answers, at, sealed, { pages: [page.id] })]))

const factsOf = (q: Question): Record<string, string> => ('max' in q ? { max: String(q.max) } : {})

/**
 * What belongs to this form and is asked; anything else a page or a program may have sent is left out, and so is a
 * secret that was not sent as one.
 */
export const fitting = (form: Form, answers: Answers): Answers =>
  Object.fromEntries(
    questionsOf(form).flatMap((q) => {
      const answer = answers[q.key]
      return answer === undefined || empty(answer) || isSecret(q) || !asked(q, answers) ? [] : [[q.key, answer]]
    }),
  )

/** The answers a form has no question for: what remains when the form is filled in anew, as a whole. */
export const besides = (form: Form, answers: Answers): Answers => {
  const keys = new Set(questionsOf(form).map(({ key }) => key))
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.has(key)))
}

/** An answer in words: labels of options, days and moments in both languages, text as it was written. */
export function answerShown(q: Question, answer: Answer | undefined): readonly (string | Text)[] {
  if (answer === undefined || empty(answer)) return []
  switch (q.kind) {
    case 'one':
    case 'many':
      return [answer].flat().map((a) => q.options.find((o) => o.value === a)?.label ?? String(a))
    case 'day':
      return [showDay(answer as Day)]
    case 'moment':
      return [{ vi: showTime(String(answer), 'vi'), en: showTime(String(answer), 'en') }]
    case 'line':
    case 'text':
    case 'number':
      return [String(answer)]
    case 'secret':
      return ['••••••']
  }
}

/** The questions and answers as the person saw them, for ever. */
export const shownOf = (form: Form, answers: Answers, sealed: readonly string[] = []): Shown[] =>
  form.pages.flatMap((page) =>
    page.questions
      .filter((q) => asked(q, answers))
      .map((q) => ({
        key: q.key,
        page: page.id,
        ask: q.ask,
        ...(q.cite === undefined ? {} : { cite: q.cite }),
        answer: q.kind === 'secret' && sealed.includes(q.key) ? ['••••••'] : answerShown(q, answers[q.key]),
      })),
  )

const shape = (q: Question): z.ZodType => {
  switch (q.kind) {
    case 'line':
    case 'text':
    case 'secret': {
      const words = z.string().trim().min(1).max(q.max)
      return q.pattern === undefined ? words : words.regex(q.pattern)
    }
    case 'one':
      return z.enum(q.options.map((o) => o.value) as [string, ...string[]])
    case 'many':
      return z
        .array(z.enum(q.options.map((o) => o.value) as [string, ...string[]]))
        .min(1)
        .max(q.options.length)
    case 'day':
      return z.iso.date()
    case 'moment':
      return z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString())
    case 'number':
      return z.int().min(q.min).max(q.max)
  }
}

/** The same form as an API schema: unknown keys are refused, what is asked only sometimes may be left out here. */
export const schemaOf = (form: Form, id: string) =>
  z
    .strictObject(
      Object.fromEntries(
        questionsOf(form).map((q) => {
          const described = shape(q).meta({ description: q.ask.en })
          return [
            q.key,
            q.optional === true || q.known === true || q.when !== undefined ? described.optional() : described,
          ]
        }),
      ),
    )
    .meta({ id })

/** What a program sent, with the secrets apart: their words are sealed before anything else is done with them. */
export function splitSecrets(
  form: Form,
  body: Readonly<Record<string, unknown>>,
): { readonly answers: Answers; readonly secrets: Readonly<Record<string, string>> } {
  const given = questionsOf(form).filter(({ key }) => body[key] !== undefined)
  const pick = (all: readonly Question[]) => Object.fromEntries(all.map(({ key }) => [key, body[key]]))
  return {
    answers: pick(given.filter((q) => !isSecret(q))) as Answers,
    secrets: pick(given.filter(isSecret)) as Readonly<Record<string, string>>,
  }
}

/** What somebody said of his own though nothing asks for it, as the answers stand. A program is told, not ignored. */
export const unasked = (form: Form, answers: Answers, said: readonly string[]): Slip[] =>
  questionsOf(form)
    .filter((q) => said.includes(q.key) && !asked(q, answers))
    .map(({ key }) => ({ code: 'case.field-unknown', field: key }))
