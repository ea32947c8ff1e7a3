import type { Refusal } from '../../base/outcome.ts'
import { done, type Outcome } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import type { Child } from 'hono/jsx'
import type { Place } from '../../web/layout.tsx'
import { Button } from '../../web/parts/button/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { TextField, type TextFieldProps } from '../../web/parts/text-field/part.tsx'
import type { Answer, AskedPage, Form } from '../../web/route.ts'
import { shapeProblems } from '../../web/shape.ts'
import { type Code, REFUSALS } from './schema.ts'
import { type FieldWords, SAYS } from './words.ts'

export type Values = Readonly<Record<string, string | readonly string[] | undefined>>

/** A form as the person left it: what was typed, and what is wrong with it, field by field. */
export interface Draft {
  readonly values: Values
  readonly slips: Readonly<Record<string, string>>
}
export const blank: Draft = { values: {}, slips: {} }
export const filled = (values: Values): Draft => ({ values, slips: {} })

/** What was typed into these fields; a file or a list where a line was asked for is nothing. */
export const typed = (form: Form, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, one(form[name])]))
export const one = (value: unknown): string => (typeof value === 'string' ? value : '')
export const several = (value: Form[string] | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter((v): v is string => typeof v === 'string')

interface Shape<T> {
  safeParse(input: unknown): { success: true; data: T } | { success: false; error: Parameters<typeof shapeProblems>[0] }
}
type Judged<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly draft: Draft }

/** Every slip at once, in the words of its field. `input` where the shape wants more than the typed lines. */
export function judge<T>(
  shape: Shape<T>,
  values: Values,
  words: Readonly<Record<string, FieldWords>>,
  lang: Lang,
  input: Readonly<Record<string, unknown>> = values,
): Judged<T> {
  const result = shape.safeParse(input)
  if (result.success) return { ok: true, value: result.data }
  const slips: Record<string, string> = {}
  for (const problem of shapeProblems(result.error, input)) {
    const field = String(problem.path[0] ?? '')
    const empty = values[field] === undefined || String(values[field]).trim() === ''
    slips[field] ??= (words[field]?.[empty ? 'missing' : 'wrong'] ?? problem.text)[lang]
  }
  return { ok: false, draft: { values, slips } }
}

const saying = (refusal: Refusal, lang: Lang): string => SAYS[refusal.code as Code][lang]

/** A refusal that points at fields goes back into the form; any other is a page of its own. */
export function slipsOf(refusals: readonly Refusal[], values: Values, lang: Lang): Draft | undefined {
  const here = refusals.every((r) => r.field !== undefined && r.code in REFUSALS)
  return here ? { values, slips: Object.fromEntries(refusals.map((r) => [r.field, saying(r, lang)])) } : undefined
}

/** The form again, with everything typed kept. */
export const again = (show: Child): Outcome<Answer> => done({ show, status: 422 })

/** The answer to a form whose verb said no: the form again where it can be mended there. */
export const orRefuse = (
  outcome: { readonly ok: false; readonly refusals: readonly Refusal[] },
  values: Values,
  lang: Lang,
  show: (draft: Draft) => Child,
): Outcome<Answer> => {
  const draft = slipsOf(outcome.refusals, values, lang)
  return draft === undefined ? outcome : again(show(draft))
}

interface Frame {
  readonly title: string
  readonly back?: Place | undefined
  readonly wide?: boolean | undefined
  readonly draft?: Draft | undefined
}

/** Personal pages: out of search engines, with the slips of the form first, under a heading that is their title. */
export const framed = (asked: AskedPage, { title, back, wide, draft = blank }: Frame, children: Child): Child =>
  asked.page({
    title,
    back,
    wide,
    unlisted: true,
    problems: Object.entries(draft.slips).map(([field, text]) => ({ href: `#${field}`, text })),
    children: (
      <>
        <h1>{title}</h1>
        {children}
      </>
    ),
  })

interface AskProps extends Omit<TextFieldProps, 'label' | 'hint' | 'value' | 'error'> {
  readonly lang: Lang
  readonly draft: Draft
  readonly words: FieldWords
  readonly hint?: string | undefined
  readonly label?: string | undefined
}

/** One line to type, in the words of its field. */
export const Ask = ({ lang, draft, words, hint, label, ...rest }: AskProps) => (
  <TextField
    {...rest}
    label={label ?? words.label[lang]}
    hint={hint ?? words.hint?.[lang]}
    value={one(draft.values[rest.name])}
    error={draft.slips[rest.name]}
  />
)

interface ChooseProps {
  readonly lang: Lang
  readonly name: string
  readonly draft: Draft
  readonly words: FieldWords
  readonly options: Parameters<typeof Radios>[0]['options']
}

export const Choose = ({ lang, name, draft, words, options }: ChooseProps) => (
  <Radios
    name={name}
    legend={words.label[lang]}
    hint={words.hint?.[lang]}
    options={options}
    value={one(draft.values[name])}
    error={draft.slips[name]}
  />
)

interface RowVerb {
  readonly id: string
  readonly action: string
  readonly once?: string | undefined
  /** Other things the form carries. */
  readonly carries?: Readonly<Record<string, string | undefined>>
}

/** The forms of a table's rows stand below it, for a cell holds a phrase and no form; `RowButton` sends one of them. */
export const RowForms = ({ verbs }: { readonly verbs: readonly RowVerb[] }) => (
  <>
    {verbs.map(({ id, action, once, carries = {} }) => (
      <FormShell id={id} action={action} once={once === undefined ? undefined : `${once}-${id}`}>
        {Object.entries(carries).map(([name, value]) =>
          value === undefined ? null : <input type="hidden" name={name} value={value} />,
        )}
      </FormShell>
    ))}
  </>
)

/** `about` names the row for those who hear buttons out of their place. */
export const RowButton = ({
  id,
  text,
  about,
}: {
  readonly id: string
  readonly text: string
  readonly about: string
}) => (
  <Button look="secondary" form={id}>
    {text}
    <span class="govuk-visually-hidden"> {about}</span>
  </Button>
)

/** The label-and-hint records of words.ts as choices. */
export const choices = <K extends string>(
  all: Readonly<Record<K, { readonly label: Record<Lang, string>; readonly hint: Record<Lang, string> }>>,
  lang: Lang,
) => (Object.keys(all) as K[]).map((value) => ({ value, label: all[value].label[lang], hint: all[value].hint[lang] }))

type Person = Extract<AskedPage['actor'], { kind: 'person' }>

/** Whom the door let in. That a door was left open is a fault of ours. */
export function personOf({ actor }: AskedPage): Person {
  if (actor.kind !== 'person') throw new Error('this page is for people who are signed in')
  return actor
}

export function memberOf(asked: AskedPage): Person & { readonly acting: NonNullable<Person['acting']> } {
  const person = personOf(asked)
  if (person.acting === null) throw new Error('this page is for members of an organisation')
  return { ...person, acting: person.acting }
}
