import type { Child } from 'hono/jsx'
import { done, type Outcome, type Refusal, refuse } from '../base/outcome.ts'
import type { Text } from '../base/text.ts'
import { textIn } from '../web/form.ts'
import { showTime } from '../web/format.ts'
import { Button, Buttons } from '../web/parts/button/part.tsx'
import { FileField } from '../web/parts/file-field/part.tsx'
import { FormShell } from '../web/parts/form-shell/part.tsx'
import { Notice } from '../web/parts/notice/part.tsx'
import { Panel } from '../web/parts/panel/part.tsx'
import { Steps } from '../web/parts/steps/part.tsx'
import { SummaryList } from '../web/parts/summary-list/part.tsx'
import { type Task, TaskList, type TaskStatus } from '../web/parts/task-list/part.tsx'
import { type Answer, type AskedPage, type Form as Posted, page, type Route } from '../web/route.ts'
import {
  act,
  gapsOf,
  getFile,
  getWhole,
  type Office,
  paperOf,
  savePage,
  type Sent,
  waitingFiles,
  type Whole,
} from './actions.ts'
import { type AnyVerb, barring, formOf, next, offers, pastOf } from './flow.ts'
import { type Form, type FormPage, questionsOf, shownOf } from './form.ts'
import { whereItStands } from './letters.ts'
import { ACCEPT, attachmentPages, keptToken, namesOf, type Received, receive, UPLOAD_LIMIT } from './pages-attach.tsx'
import { openingVerb } from './procedure.ts'
import { startPages } from './pages-start.tsx'
import { asTyped, boxId, onPage, pagesAsked, QuestionField, readTyped } from './question.tsx'
import { type Answers, type Attachment, type CaseFile, type Draft, REFUSALS } from './schema.ts'
import { AnswerShown, Cited, fill, type More, type Slips, stateName } from './shown.tsx'
import { SAYS } from './words.ts'
import { slipWords, W } from './words-form.ts'

/** What a room adds: its own content on the start page, and the words of its own refusals. */
export interface FormMore extends Pick<More, 'intro'> {
  readonly says?: Readonly<Record<string, Text>>
}

/** Everything a page of a form is drawn from. */
interface Sheet {
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
interface Again {
  readonly refusals: readonly Refusal[]
  readonly stale: boolean
  readonly came?: Received | undefined
}

const sealedOf = ({ draft }: Pick<Sheet, 'draft'>): string[] => Object.keys(draft?.sealed ?? {})
const isLong = ({ form }: Pick<Sheet, 'form'>): boolean => (form?.pages.length ?? 0) > 1
const fileAt = (asked: AskedPage, { office, file }: Pick<Sheet, 'office' | 'file'>): string =>
  asked.to(`/${office.procedure.path}/${file.number}`)
const formAt = (asked: AskedPage, sheet: Sheet, page = ''): string =>
  `${fileAt(asked, sheet)}/do/${sheet.verb}${page === '' ? '' : `/${page}`}`

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
    ...startPages(office, more),
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

const slipsByPage = (asked: AskedPage, { form, answers, draft }: Sheet) =>
  form === undefined ? new Map<string, never[]>() : gapsOf(form, answers, sealedOf({ draft }), asked.now())

/** How many parts still lack something. */
const gaps = (asked: AskedPage, sheet: Sheet): number =>
  [...slipsByPage(asked, sheet).values()].filter((slips) => slips.length > 0).length

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

/** The words of each refusal, by question, in the order of the form; what belongs to no question comes last. */
function slipsOf({ lang }: AskedPage, { form, says }: Sheet, refusals: readonly Refusal[]): Slips {
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

const said = ({ code, facts = {} }: Refusal, says: Sheet['says'], lang: 'vi' | 'en'): string =>
  fill(says[code]?.[lang] ?? code, facts)

/** Where each problem leads: to the box on this page, or on the check page to the page of its question. */
const problemsAt = ({ form }: Sheet, slips: Slips, at: (page: string | undefined) => string) =>
  Object.entries(slips).flatMap(([field, text]) => {
    if (text === undefined) return []
    const own = form?.pages.find(({ questions }) => questions.some(({ key }) => key === field))
    const q = own?.questions.find(({ key }) => key === field)
    return [{ href: `${at(own?.id)}#${q === undefined ? field : boxId(q)}`, text }]
  })

// ————— the pages —————

const titleOf = ({ office, verb, v }: Sheet): Text =>
  verb === openingVerb(office.procedure) ? office.procedure.name : v.ask

const backTo = (asked: AskedPage, sheet: Sheet) =>
  sheet.file.seq === 0
    ? { text: sheet.office.procedure.name[asked.lang], href: asked.to(`/${sheet.office.procedure.path}`) }
    : { text: sheet.file.number, href: fileAt(asked, sheet) }

const caption = ({ office, file }: Sheet, lang: 'vi' | 'en'): string => `${office.procedure.name[lang]} ${file.number}`

/** The list of tasks: at most four statuses, and sending only when nothing lacks. */
const tasksPage = (asked: AskedPage, sheet: Sheet) => {
  const { lang } = asked
  const { file, draft, form, answers, v, files } = sheet
  const slips = slipsByPage(asked, sheet)
  const tasks: Task[] = pagesAsked(form?.pages ?? [], answers).map((one) => ({
    text: one.title[lang],
    href: formAt(asked, sheet, one.id),
    status: statusOf(slips.get(one.id) ?? [], lang),
  }))
  const open = gaps(asked, sheet)
  return asked.page({
    title: `${titleOf(sheet)[lang]} – ${file.number}`,
    unlisted: true,
    back: backTo(asked, sheet),
    children: (
      <>
        <Steps text={file.number} />
        <h1>{titleOf(sheet)[lang]}</h1>
        {file.seq === 0 ? <p>{W.private[lang]}</p> : null}
        <p class="soft">
          {draft === undefined ? W.draftNone[lang] : fill(W.draftSaved[lang], { time: showTime(draft.savedAt, lang) })}
        </p>
        <TaskList tasks={[...tasks, ...(v.files === true ? [filesTask(asked, sheet, files.length)] : [])]} />
        {open > 0 ? (
          <p>{fill(W.left[lang], { n: open })}</p>
        ) : (
          <Buttons>
            <Button href={formAt(asked, sheet, 'check')}>{W.check[lang]}</Button>
          </Buttons>
        )}
        {file.seq === 0 ? (
          <p>
            <a href={`${fileAt(asked, sheet)}/erase`}>{W.erase[lang]}</a>
          </p>
        ) : null}
      </>
    ),
  })
}

function statusOf(slips: readonly Refusal[], lang: 'vi' | 'en'): TaskStatus {
  if (slips.length === 0) return { label: W.done[lang], tone: 'done' }
  return slips.every(({ code }) => code === 'case.missing')
    ? { label: W.todo[lang], tone: 'todo' }
    : { label: W.wrong[lang], tone: 'problem' }
}

const filesTask = (asked: AskedPage, sheet: Sheet, n: number): Task => ({
  text: W.attachments[asked.lang],
  href: filesAt(asked, sheet),
  status:
    n === 0
      ? { label: W.optional[asked.lang], tone: 'later' }
      : { label: fill(W.files[asked.lang], { n }), tone: 'done' },
})

const filesAt = (asked: AskedPage, sheet: Sheet): string =>
  `${fileAt(asked, sheet)}/files?back=${encodeURIComponent(formAt(asked, sheet))}`

interface QuestionsProps {
  readonly asked: AskedPage
  readonly sheet: Sheet
  readonly one: FormPage
  readonly typed: Posted
  readonly slips: Slips
}

const Questions = ({ asked, sheet, one, typed, slips }: QuestionsProps) => (
  <>
    {one.questions
      .filter((q) => onPage(one, q, sheet.answers))
      .map((q) => (
        <QuestionField
          lang={asked.lang}
          page={one}
          q={q}
          typed={typed}
          error={slips[q.key]}
          sealed={sealedOf(sheet).includes(q.key)}
        />
      ))}
  </>
)

/** One page of a longer form: saved on its own. */
const partPage = (asked: AskedPage, sheet: Sheet, one: FormPage, typed: Posted, slips: Slips) => {
  const { lang, once } = asked
  const all = pagesAsked(sheet.form?.pages ?? [], sheet.answers)
  const n = all.findIndex(({ id }) => id === one.id) + 1
  return asked.page({
    title: `${one.title[lang]} – ${sheet.file.number}`,
    unlisted: true,
    back: { text: W.parts[lang], href: formAt(asked, sheet) },
    problems: problemsAt(sheet, slips, () => ''),
    children: (
      <>
        <Steps text={`${caption(sheet, lang)} · ${fill(W.part[lang], { n: Math.max(1, n), all: all.length })}`} />
        <h1>{one.title[lang]}</h1>
        {one.lead === undefined ? null : <p>{one.lead[lang]}</p>}
        <FormShell action={formAt(asked, sheet, one.id)} once={once} unsaved>
          <Questions asked={asked} sheet={sheet} one={one} typed={typed} slips={slips} />
          <Buttons>
            <Button>{W.save[lang]}</Button>
            <Button look="secondary" name="go" value="list">
              {W.saveBack[lang]}
            </Button>
          </Buttons>
        </FormShell>
      </>
    ),
  })
}

/** What a page says when the file has changed since it was drawn. */
const Stale = ({ asked, sheet }: { readonly asked: AskedPage; readonly sheet: Sheet }) => {
  const { lang } = asked
  const { file, office } = sheet
  return (
    <Notice tone="important" title={W.stale[lang]}>
      <p>{fill(W.staleText[lang], { step: file.seq, state: stateName(office.procedure, file.state, lang) })}</p>
      <p>
        <a href={fileAt(asked, sheet)}>{W.openFile[lang]}</a>
      </p>
    </Notice>
  )
}

/** A verb whose form has one page, or none: the whole thing, sent at once with its files. */
const wholePage = (asked: AskedPage, sheet: Sheet, typed?: Posted, again?: Again) => {
  const { lang, once } = asked
  const { form, v, file } = sheet
  const one = form?.pages[0]
  const slips = slipsOf(asked, sheet, again?.refusals ?? [])
  const boxes = typed ?? asTyped(one?.questions ?? [], sheet.answers)
  return asked.page({
    title: `${(one?.title ?? v.ask)[lang]} – ${file.number}`,
    unlisted: true,
    back: backTo(asked, sheet),
    problems: problemsAt(sheet, slips, () => ''),
    children: (
      <>
        {again?.stale === true ? <Stale asked={asked} sheet={sheet} /> : null}
        <Steps text={caption(sheet, lang)} />
        <h1>{(one?.title ?? v.ask)[lang]}</h1>
        {one?.lead === undefined ? null : <p>{one.lead[lang]}</p>}
        <LeadsTo asked={asked} sheet={sheet} />
        <FormShell
          action={formAt(asked, sheet)}
          id="send"
          once={once}
          seq={file.seq}
          upload={v.files === true}
          unsaved={one !== undefined}
        >
          {one === undefined ? null : <Questions asked={asked} sheet={sheet} one={one} typed={boxes} slips={slips} />}
          {v.files === true ? <FilesHere asked={asked} sheet={sheet} slips={slips} came={again?.came} /> : null}
          <Buttons>
            <Button look={isFinalStep(sheet) && one === undefined ? 'warning' : 'primary'}>{v.ask[lang]}</Button>
          </Buttons>
        </FormShell>
      </>
    ),
  })
}

const isFinalStep = ({ office: { procedure: p }, file, verb }: Sheet): boolean =>
  p.states[next(p, file, verb) ?? '']?.final === true

/** What the step does, and by which article. */
const LeadsTo = ({ asked, sheet }: { readonly asked: AskedPage; readonly sheet: Sheet }) => {
  const { lang } = asked
  const { office, file, verb, v } = sheet
  const to = next(office.procedure, file, verb)
  return (
    <p class="soft">
      {to === undefined || to === file.state
        ? null
        : `${fill(W.leadsTo[lang], { state: stateName(office.procedure, to, lang) })} `}
      {v.cite === undefined ? null : <Cited lang={lang} cite={v.cite} />}
    </p>
  )
}

/** Files that go with a form of one page: chosen here, kept from the try before, or waiting already. */
const FilesHere = ({
  asked,
  sheet,
  slips,
  came,
}: {
  readonly asked: AskedPage
  readonly sheet: Sheet
  readonly slips: Slips
  readonly came: Received | undefined
}) => {
  const { lang } = asked
  const { file } = sheet
  const kept = came?.kept ?? []
  const files = sheet.files.filter(({ id }) => !kept.some((one) => one.id === id))
  return (
    <>
      {files.length === 0 ? null : (
        <p>
          {fill(W.waitingWith[lang], { names: namesOf(files) })}{' '}
          <a href={filesAt(asked, sheet)}>{W.waitingSee[lang]}</a>
        </p>
      )}
      {kept.map((one) => (
        <input type="hidden" name="kept" value={keptToken(asked, file.number, one)} />
      ))}
      {kept.length === 0 ? null : <p>{fill(W.filesKept[lang], { names: namesOf(kept) })}</p>}
      <FileField
        name="file"
        label={fill(W.optionalMark[lang], { ask: W.attachments[lang] })}
        hint={W.fileHint[lang]}
        error={slips.file}
        accept={ACCEPT}
        multiple
      />
    </>
  )
}

/** Check your answers, then the decisive button. A refusal on sending is said here, with links to the page of each field. */
const checkPage = (asked: AskedPage, sheet: Sheet, again?: Again) => {
  const { lang, once } = asked
  const { form, answers, files, v, file } = sheet
  const slips = slipsOf(asked, sheet, again?.refusals ?? [])
  const shown = form === undefined ? [] : shownOf(form, answers, sealedOf(sheet))
  return asked.page({
    title: `${W.checkTitle[lang]} – ${file.number}`,
    unlisted: true,
    back: { text: W.parts[lang], href: formAt(asked, sheet) },
    problems: problemsAt(sheet, slips, (id) => (id === undefined ? '' : formAt(asked, sheet, id))),
    children: (
      <>
        {again?.stale === true ? <Stale asked={asked} sheet={sheet} /> : null}
        <Steps text={caption(sheet, lang)} />
        <h1>{W.checkTitle[lang]}</h1>
        <p>{W.checkLead[lang]}</p>
        {pagesAsked(form?.pages ?? [], answers).map((one) => (
          <section>
            <h2>{one.title[lang]}</h2>
            <SummaryList
              rows={shown
                .filter((row) => row.page === one.id)
                .map((row) => ({
                  key: row.ask[lang],
                  value: <AnswerShown lang={lang} answer={row.answer} />,
                  action: change(asked, sheet, one, row.key, row.ask[lang]),
                }))}
            />
          </section>
        ))}
        {v.files === true ? <FilesToSend asked={asked} sheet={sheet} files={files} /> : null}
        <LeadsTo asked={asked} sheet={sheet} />
        <FormShell action={formAt(asked, sheet)} id="send" once={once} seq={file.seq}>
          <Buttons>
            <Button>{v.ask[lang]}</Button>
          </Buttons>
        </FormShell>
      </>
    ),
  })
}

/** It is done: the number, what happens next, and what was issued. Nothing to show when this side has not done it. */
const donePage = (asked: AskedPage, office: Office, whole: Whole, verb: string): Child | undefined => {
  const { lang, to } = asked
  const { procedure: p } = office
  const { file, side, events, papers } = whole
  const event = events.findLast((e) => e.verb === verb && e.side === side)
  if (event === undefined || side === 'copy' || p.verbs[verb] === undefined) return undefined
  const document = papers.get(event.seq)?.document
  const at = to(`/${p.path}/${file.number}`)
  const title = pastOf(p, verb)[lang]
  return asked.page({
    title: `${title} – ${file.number}`,
    unlisted: true,
    children: (
      <>
        <Panel title={title} label={W.number[lang]} number={file.number} />
        <h2>{W.nextTitle[lang]}</h2>
        <p>{whereItStands(p, file, side, lang)}</p>
        {document === undefined ? null : (
          <p>
            <a href={`${at}/documents/${document}`}>
              {p.verbs[verb]?.document?.title[lang]} {document}
            </a>
          </p>
        )}
        <Buttons>
          <Button look="secondary" href={at}>
            {W.openFile[lang]}
          </Button>
        </Buttons>
      </>
    ),
  })
}

const change = (asked: AskedPage, sheet: Sheet, one: FormPage, key: string, about: string) => {
  const q = one.questions.find((question) => question.key === key)
  const href = `${formAt(asked, sheet, one.id)}#${q === undefined ? key : boxId(q)}`
  return { text: W.change[asked.lang], href, about }
}

const FilesToSend = ({
  asked,
  sheet,
  files,
}: {
  readonly asked: AskedPage
  readonly sheet: Sheet
  readonly files: readonly Attachment[]
}): Child => {
  const { lang } = asked
  const names = files.map(({ name }) => (
    <>
      {name}
      <br />
    </>
  ))
  return (
    <section>
      <h2>{W.attachments[lang]}</h2>
      <SummaryList
        rows={[
          {
            key: W.waiting[lang],
            value: files.length === 0 ? W.noFiles[lang] : names,
            action: { text: W.change[lang], href: filesAt(asked, sheet), about: W.attachments[lang] },
          },
        ]}
      />
    </section>
  )
}
