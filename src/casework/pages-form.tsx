import { done, type Outcome, type Refusal, refuse } from '../base/outcome.ts'
import type { Text } from '../base/text.ts'
import { textIn } from '../web/form.ts'
import { type Answer, type AskedPage, type Form as Posted, page, type Route } from '../web/route.ts'
import { act, getFile, getWhole, type Office, paperOf, savePage, type Sent, waitingFiles } from './actions.ts'
import { barring, formOf, offers } from './flow.ts'
import { type FormPage, questionsOf } from './form.ts'
import { checkPage, donePage, partPage, tasksPage, wholePage } from './form-shown.tsx'
import { attachmentPages, receive, UPLOAD_LIMIT } from './pages-attach.tsx'
import { beginPages } from './pages-begin.tsx'
import { startPages } from './pages-start.tsx'
import { asTyped, readTyped } from './question.tsx'
import { REFUSALS } from './schema.ts'
import { formAt, gaps, isLong, type Sheet, slipsByPage, slipsOf } from './sheet.ts'
import type { More } from './shown.tsx'
import { SAYS } from './words.ts'

/** What a room adds: its own content on the start page, and the words of its own refusals. */
export interface FormMore extends Pick<More, 'intro'> {
  readonly says?: Readonly<Record<string, Text>>
}

/** A form for one verb of one file, as it stands for this person. */
async function sheetOf(
  asked: AskedPage,
  office: Office,
  says: Sheet['says'],
  params: Readonly<Record<string, string>>,
): Promise<Outcome<Sheet>> {
  const { procedure: p } = office
  const verb = params.verb ?? ''
  const found = await getFile(asked, office, params.number ?? '')
  if (!found.ok) return found
  const [file, v] = [found.value, p.verbs[verb]]
  if (v === undefined) return refuse({ code: 'case.unknown' })
  const { draft, answers } = await paperOf(asked, office, file, verb)
  const waiting = v.files === true ? await waitingFiles(asked, office, file.number) : undefined
  const files = waiting?.ok === true ? waiting.value.files : []
  return done({ office, says, file, verb, v, form: formOf(p, v, draft?.version), draft, answers, files })
}

/** The same, for whoever may take the step now: nobody fills in what would be refused. */
async function openSheet(...given: Parameters<typeof sheetOf>): Promise<Outcome<Sheet>> {
  const sheet = await sheetOf(...given)
  if (!sheet.ok) return sheet
  const barred = barring(given[1].procedure, sheet.value.file, sheet.value.verb, given[0].actor)
  return barred === undefined ? sheet : refuse(barred)
}

/** Start page, forms and attachments of a procedure. */
export function formPages(office: Office, more: FormMore = {}): Route[] {
  const { procedure: p } = office
  const says = { ...SAYS, ...more.says }
  const sheet = (asked: AskedPage, params: Readonly<Record<string, string>>) => openSheet(asked, office, says, params)
  return [
    ...(p.begunBy === 'unit' ? beginPages(office, more) : startPages(office, more)),
    ...attachmentPages(office),
    page({
      name: `${p.id}.form`,
      method: 'get',
      path: `/${p.path}/{number}/do/{verb}`,
      who: 'person',
      async handle(asked, { params }): Promise<Outcome<Answer>> {
        const found = await sheet(asked, params)
        if (!found.ok) return found
        return done({ show: isLong(found.value) ? tasksPage(asked, found.value) : wholePage(asked, found.value) })
      },
    }),
    page({
      name: `${p.id}.check`,
      method: 'get',
      path: `/${p.path}/{number}/do/{verb}/check`,
      who: 'person',
      async handle(asked, { params }): Promise<Outcome<Answer>> {
        const found = await sheet(asked, params)
        if (!found.ok) return found
        const ready = isLong(found.value) && gaps(asked, found.value) === 0
        return done(ready ? { show: checkPage(asked, found.value) } : { goTo: formAt(asked, found.value) })
      },
    }),
    page({
      name: `${p.id}.done`,
      method: 'get',
      path: `/${p.path}/{number}/do/{verb}/done`,
      who: 'person',
      async handle(asked, { params }): Promise<Outcome<Answer>> {
        const found = await getWhole(asked, office, params.number ?? '')
        if (!found.ok) return found
        const show = donePage(asked, office, found.value, params.verb ?? '')
        return done(show === undefined ? { goTo: asked.to(`/${p.path}/${found.value.file.number}`) } : { show })
      },
    }),
    page({
      name: `${p.id}.formPage`,
      method: 'get',
      path: `/${p.path}/{number}/do/{verb}/{page}`,
      who: 'person',
      async handle(asked, { params }): Promise<Outcome<Answer>> {
        const found = await sheet(asked, params)
        if (!found.ok) return found
        const one = pageOf(found.value, params.page)
        if (one === undefined) return done({ goTo: formAt(asked, found.value) })
        const typed = asTyped(one.questions, found.value.answers)
        return done({ show: partPage(asked, found.value, one, typed, {}) })
      },
    }),
    page({
      name: `${p.id}.savePage`,
      method: 'post',
      path: `/${p.path}/{number}/do/{verb}/{page}`,
      who: 'person',
      async handle(asked, { params, form }): Promise<Outcome<Answer>> {
        const found = await sheet(asked, params)
        if (!found.ok) return found
        const one = pageOf(found.value, params.page)
        if (one === undefined) return refuse({ code: 'case.unknown' })
        const { file, verb } = found.value
        const saved = await savePage(asked, office, file.number, verb, one.id, readTyped(one.questions, form))
        if (saved.ok) return done({ goTo: await onwards(asked, found.value, one, textIn(form, 'go')) })
        if (!shownAgain(saved.refusals, says)) return saved
        const slips = slipsOf(asked, found.value, saved.refusals)
        return done({ show: partPage(asked, found.value, one, form, slips), status: 422 })
      },
    }),
    page({
      name: `${p.id}.send`,
      method: 'post',
      path: `/${p.path}/{number}/do/{verb}`,
      who: 'person',
      limit: UPLOAD_LIMIT,
      async handle(asked, { params, form }): Promise<Outcome<Answer>> {
        const found = await sheetOf(asked, office, says, params)
        return found.ok ? send(asked, found.value, form) : found
      },
    }),
  ]
}

const pageOf = ({ form }: Sheet, id: string | undefined): FormPage | undefined => form?.pages.find((p) => p.id === id)

/** After a saved page: the next part that lacks something, from here on and then from the beginning; else the check. */
async function onwards(asked: AskedPage, sheet: Sheet, here: FormPage, go: string): Promise<string> {
  if (go === 'list' || !isLong(sheet)) return formAt(asked, sheet)
  const { draft, answers } = await paperOf(asked, sheet.office, sheet.file, sheet.verb)
  const lacking = slipsByPage(asked, { ...sheet, draft, answers })
  const all = sheet.form?.pages ?? []
  const from = all.findIndex(({ id }) => id === here.id)
  const lacks = ({ id }: FormPage) => (lacking.get(id)?.length ?? 0) > 0
  const following = [...all.slice(from + 1), ...all.slice(0, from)].find(lacks)
  // A gap left on purpose on this very page is for later: the list says so.
  return formAt(asked, sheet, following?.id ?? (lacks(here) ? '' : 'check'))
}

// ————— sending —————

/** Can the form be shown again with these refusals, or is there nothing the person could mend on it? */
const shownAgain = (refusals: readonly Refusal[], says: Sheet['says']): boolean =>
  refusals.every(({ code }) => {
    const sort = (REFUSALS as Readonly<Record<string, string>>)[code]
    return sort === undefined ? says[code] !== undefined : sort === 'unfit' || code === 'case.nobody-in-charge'
  })

const CHANGED = 'case.changed-meanwhile'

/**
 * The step itself, with the files that came along. A page that is shown again keeps nothing of either, so every reason
 * is known at once; the bytes of good files are kept and come again with the form.
 */
async function send(asked: AskedPage, sheet: Sheet, form: Posted): Promise<Outcome<Answer>> {
  const { office, file, verb, v } = sheet
  const came = v.files === true ? await receive(asked, office, file.number, form) : done({ kept: [], refused: [] })
  if (!came.ok) return came
  const seen = textIn(form, 'seq')
  const step = await act(
    asked,
    office,
    file.number,
    verb,
    /^\d{1,9}$/.test(seen) ? Number(seen) : -1,
    sent(sheet, form),
  )
  const { refused } = came.value
  if (step.ok && refused.length === 0) return done({ goTo: formAt(asked, sheet, 'done') })
  const said = step.ok ? [] : step.refusals
  const stale = said.some(({ code }) => code === CHANGED)
  // The file may have moved between our look and the step: what is shown must be how it stands now.
  const now = stale ? await sheetOf(asked, office, sheet.says, { number: file.number, verb }) : done(sheet)
  if (!now.ok) return now
  const still = offers(office.procedure, now.value.file, asked.actor).includes(verb)
  const mendable = said.filter(({ code }) => code !== CHANGED)
  if (!still || !shownAgain(mendable, sheet.says)) return refuse(...said)
  const again = { refusals: [...refused, ...mendable], stale, came: came.value }
  const show = isLong(sheet) ? checkPage(asked, now.value, again) : wholePage(asked, now.value, form, again)
  return done({ show, status: stale ? 409 : 422 })
}

/** A form of one page brings its answers along; of a longer one they lie in the draft, or are known without anybody typing. */
function sent(sheet: Sheet, posted: Posted): Sent {
  if (sheet.form === undefined) return {}
  if (!isLong(sheet)) return { ...readTyped(questionsOf(sheet.form), posted), whole: true }
  return sheet.draft === undefined ? { answers: sheet.answers, whole: true } : {}
}
