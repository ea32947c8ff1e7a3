import type { Refusal } from '../base/outcome.ts'
import { fill, type Lang, type Text } from '../base/text.ts'
import type { AskedPage } from '../web/route.ts'
import type { Office } from './actions.ts'
import type { AnyVerb } from './flow.ts'
import { type Form, questionsOf, gapsOf } from './form.ts'
import type { Received } from './pages-attach.tsx'
import { openingVerb } from './procedure.ts'
import { boxId } from './question.tsx'
import type { Answers, Attachment, CaseFile, Draft } from './schema.ts'
import { type Slips } from './shown.tsx'
import { slipWords } from './words-form.ts'

/** Everything a page of a form is drawn from. */
export interface Sheet {
  readonly office: Office
  readonly says: Readonly<Record<string, Text>>
  readonly file: CaseFile
  readonly verb: string
  readonly v: AnyVerb
  /** None for a verb that only has to be confirmed. */
  readonly form: Form | undefined
  readonly draft: Draft | undefined
  readonly answers: Answers
  /** Chosen and not sent yet; empty where the verb takes no files. */
  readonly files: readonly Attachment[]
}

/** Why a form is shown again: what is wrong, and whether the file has changed meanwhile. */
export interface Again {
  readonly refusals: readonly Refusal[]
  readonly stale: boolean
  readonly came?: Received | undefined
}

export const sealedOf = ({ draft }: Pick<Sheet, 'draft'>): string[] => Object.keys(draft?.sealed ?? {})
export const isLong = ({ form }: Pick<Sheet, 'form'>): boolean => (form?.pages.length ?? 0) > 1
export const fileAt = (asked: AskedPage, { office, file }: Pick<Sheet, 'office' | 'file'>): string =>
  asked.to(`/${office.procedure.path}/${file.number}`)
export const formAt = (asked: AskedPage, sheet: Sheet, page = ''): string =>
  `${fileAt(asked, sheet)}/do/${sheet.verb}${page === '' ? '' : `/${page}`}`

export const slipsByPage = (asked: AskedPage, { form, answers, draft }: Sheet) =>
  form === undefined ? new Map<string, never[]>() : gapsOf(form, answers, sealedOf({ draft }), asked.now())

/** How many parts still lack something. */
export const gaps = (asked: AskedPage, sheet: Sheet): number =>
  [...slipsByPage(asked, sheet).values()].filter((slips) => slips.length > 0).length

export const titleOf = ({ office, verb, v }: Sheet): Text =>
  verb === openingVerb(office.procedure) ? office.procedure.name : v.ask

export const backTo = (asked: AskedPage, sheet: Sheet) =>
  sheet.file.seq === 0
    ? { text: sheet.office.procedure.name[asked.lang], href: asked.to(`/${sheet.office.procedure.path}`) }
    : { text: sheet.file.number, href: fileAt(asked, sheet) }

export const caption = ({ office, file }: Sheet, lang: Lang): string => `${office.procedure.name[lang]} ${file.number}`

export const filesAt = (asked: AskedPage, sheet: Sheet): string =>
  `${fileAt(asked, sheet)}/files?back=${encodeURIComponent(formAt(asked, sheet))}`

/** The words of each refusal, by question, in the order of the form; what belongs to no question comes last. */
export function slipsOf({ lang }: AskedPage, { form, says }: Sheet, refusals: readonly Refusal[]): Slips {
  const questions = form === undefined ? [] : questionsOf(form)
  const own = questions.flatMap((q) => {
    const refusal = refusals.find(({ field }) => field === q.key)
    if (refusal === undefined) return []
    const facts = {
      ask: q.ask[lang].replace(/[?:.\s]+$/, ''),
      format: 'format' in q ? (q.format?.[lang] ?? '') : '',
      ...(q.kind === 'number' ? { min: q.min, max: q.max } : {}),
      says: said(refusal, says, lang),
      ...refusal.facts,
    }
    return [[q.key, fill(slipWords(q, refusal.code)[lang], facts).trim()]]
  })
  const files = refusals.filter(({ field }) => field === 'file').map((r) => said(r, says, lang))
  const rest = refusals.filter(({ field }) => field !== 'file' && !questions.some(({ key }) => key === field))
  return Object.fromEntries([
    ...own,
    ...(files.length === 0 ? [] : [['file', files.join(' ')]]),
    ...(rest.length === 0 ? [] : [['send', rest.map((r) => said(r, says, lang)).join(' ')]]),
  ]) as Slips
}

const said = ({ code, facts = {} }: Refusal, says: Sheet['says'], lang: Lang): string =>
  fill(says[code]?.[lang] ?? code, facts)

/** Where each problem leads: to the box on this page, or on the check page to the page of its question. */
export const problemsAt = ({ form }: Sheet, slips: Slips, at: (page: string | undefined) => string) =>
  Object.entries(slips).flatMap(([field, text]) => {
    if (text === undefined) return []
    const own = form?.pages.find(({ questions }) => questions.some(({ key }) => key === field))
    const q = own?.questions.find(({ key }) => key === field)
    return [{ href: `${at(own?.id)}#${q === undefined ? field : boxId(q)}`, text }]
  })
