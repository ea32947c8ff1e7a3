import type { Child } from 'hono/jsx'
import type { Refusal } from '../base/outcome.ts'
import { fill, type Lang } from '../base/text.ts'
import { showTime } from '../web/format.ts'
import { Button, Buttons } from '../web/parts/button/part.tsx'
import { FileField } from '../web/parts/file-field/part.tsx'
import { FormShell } from '../web/parts/form-shell/part.tsx'
import { Notice } from '../web/parts/notice/part.tsx'
import { Panel } from '../web/parts/panel/part.tsx'
import { Steps } from '../web/parts/steps/part.tsx'
import { SummaryList } from '../web/parts/summary-list/part.tsx'
import { type Task, TaskList, type TaskStatus } from '../web/parts/task-list/part.tsx'
import type { AskedPage, Form as Posted } from '../web/route.ts'
import type { Office, Whole } from './actions.ts'
import { next, offers, pastOf, verbOf } from './flow.ts'
import { type FormPage, shownOf } from './form.ts'
import { whereItStands } from './letters.ts'
import { ACCEPT, keptToken, namesOf, type Received } from './pages-attach.tsx'
import { asTyped, boxId, onPage, pagesAsked, QuestionField } from './question.tsx'
import type { Procedure } from './procedure.ts'
import type { Attachment } from './schema.ts'
import {
  type Again,
  backTo,
  caption,
  fileAt,
  filesAt,
  formAt,
  gaps,
  problemsAt,
  sealedOf,
  type Sheet,
  slipsByPage,
  slipsOf,
  titleOf,
} from './sheet.ts'
import { AnswerShown, Cited, type Slips, stateName } from './shown.tsx'
import { W } from './words-form.ts'

/** The list of tasks: at most four statuses, and sending only when nothing lacks. */
export const tasksPage = (asked: AskedPage, sheet: Sheet) => {
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
        {file.seq === 0 ? <p>{(sheet.office.procedure.begunBy === 'unit' ? W.privateUnit : W.private)[lang]}</p> : null}
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

function statusOf(slips: readonly Refusal[], lang: Lang): TaskStatus {
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
export const partPage = (asked: AskedPage, sheet: Sheet, one: FormPage, typed: Posted, slips: Slips) => {
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
export const wholePage = (asked: AskedPage, sheet: Sheet, typed?: Posted, again?: Again) => {
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
export const checkPage = (asked: AskedPage, sheet: Sheet, again?: Again) => {
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

/** It is done: the number, what happens next, and what was issued. Nothing to show when this side has not done it. */
export const donePage = (asked: AskedPage, office: Office, whole: Whole, verb: string): Child | undefined => {
  const { lang, to } = asked
  const { procedure: p } = office
  const { file, side, events, papers } = whole
  const event = events.findLast((e) => e.verb === verb && e.side === side)
  if (event === undefined || side === 'copy' || p.verbs[verb] === undefined) return undefined
  const document = papers.get(event.seq)?.document
  const at = to(`/${p.path}/${file.number}`)
  const title = pastOf(p, verb)[lang]
  const following = followingOf(asked, p, whole)
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
          {following === undefined ? null : (
            <Button href={`${at}/do/${following}`}>{verbOf(p, following)?.ask[lang] ?? following}</Button>
          )}
          <Button look="secondary" href={at}>
            {W.openFile[lang]}
          </Button>
        </Buttons>
      </>
    ),
  })
}

/** What one may go on with at once: the step that leads the file on, while it still lies on this side. */
const followingOf = (asked: AskedPage, p: Procedure, { file, side }: Whole): string | undefined =>
  file.holder === side
    ? offers(p, file, asked.actor).find((verb) => p.verbs[verb] !== undefined && next(p, file, verb) !== file.state)
    : undefined
