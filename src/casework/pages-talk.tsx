import type { Child } from 'hono/jsx'
import { done, type Outcome, type Refusal, refuse } from '../base/outcome.ts'
import type { Lang, Text } from '../base/text.ts'
import { FILE_LIMIT } from '../db/files.ts'
import { textIn } from '../web/form.ts'
import { showBytes, showTime } from '../web/format.ts'
import { Button, Buttons } from '../web/parts/button/part.tsx'
import { FileField } from '../web/parts/file-field/part.tsx'
import { FormShell } from '../web/parts/form-shell/part.tsx'
import { Notice } from '../web/parts/notice/part.tsx'
import { Radios } from '../web/parts/radios/part.tsx'
import { Select } from '../web/parts/select/part.tsx'
import { TextArea } from '../web/parts/text-area/part.tsx'
import { type Answer, type AskedPage, type Form, page, type Route } from '../web/route.ts'
import { act, attach, getWhole, type Office, type Sent, type Whole } from './actions.ts'
import { type EngineVerb, LONGEST, offers, OTHER_FIELDS, pastOf } from './flow.ts'
import { questionsOf } from './form.ts'
import { newestForm, type Procedure } from './procedure.ts'
import type { CaseFile, Item } from './schema.ts'
import { fill, Lines, problemsOf, saying, type Slips, StateShown, stateName } from './shown.tsx'
import { F } from './words-file.ts'

/** What the file page shows besides the file: why a step did not happen, and what was typed. */
export interface Returned {
  readonly slips: Slips
  /** Where the file stands by now, when that is why. */
  readonly present?: string
  readonly text?: string
}
export type ShowFile = (asked: AskedPage, whole: Whole, returned?: Returned) => Promise<Child>

/** A page of one engine verb: what it shows, and what is sent with it. */
interface Talk {
  readonly verb: Exclude<EngineVerb, 'take' | 'message'>
  read(form: Form, whole: Whole, p: Procedure, lang: Lang): Sent
  /** The field of the page that a refusal belongs to, when it has another name there. */
  fieldOf?(form: Form, field: string): string
  show(asked: AskedPage, whole: Whole, form: Form, returned: Returned): Promise<Child>
}

/** A little more than one file, so that files slightly too large are told so in the form. */
const LIMIT = FILE_LIMIT + 2 * 1_048_576

/** Take, ask, answer, write and hand over: what either side says to the other on a file. */
export function talkPages(office: Office, showFile: ShowFile): Route[] {
  const { procedure: p } = office
  const talks = [askTalk(office), answerTalk(office), handOverTalk(office)]
  return [
    straight(office, 'take', showFile),
    straight(office, 'message', showFile),
    ...(['take', 'message'] as const).map((verb) =>
      page({
        name: `${p.id}.${verb}Back`,
        method: 'get',
        path: `/${p.path}/{number}/${verb}`,
        who: 'person',
        // Whoever changes the language after a refused step comes back to the file.
        handle: async (asked, { params }) => done({ goTo: asked.to(`/${p.path}/${params.number ?? ''}`) }),
      }),
    ),
    ...talks.flatMap((talk) => [shown(office, talk), sent(office, talk, showFile)]),
  ]
}

/** A form on the file page itself. */
const straight = (office: Office, verb: 'take' | 'message', showFile: ShowFile): Route => {
  const { procedure: p } = office
  return page({
    name: `${p.id}.${verb}`,
    method: 'post',
    path: `/${p.path}/{number}/${verb}`,
    who: 'person',
    limit: LIMIT,
    async handle(asked, { params, form }): Promise<Outcome<Answer>> {
      const found = await getWhole(asked, office, params.number ?? '')
      if (!found.ok) return found
      const text = textIn(form, 'text')
      const taken = await step(asked, office, found.value, verb, form, verb === 'message' ? { text: text.trim() } : {})
      if (taken.ok) return done({ goTo: at(asked, p, taken.value, verb === 'message' ? '#messages' : '') })
      const no = await returned(asked, office, found.value, taken.refusals)
      if (no === undefined) return taken
      return done({ show: await showFile(asked, no.whole, { ...no, text }), status: no.status })
    },
  })
}

const shown = (office: Office, talk: Talk): Route => {
  const { procedure: p } = office
  return page({
    name: `${p.id}.${nameOf(talk.verb)}Form`,
    method: 'get',
    path: `/${p.path}/{number}/${talk.verb}`,
    who: 'person',
    async handle(asked, { params }): Promise<Outcome<Answer>> {
      const found = await getWhole(asked, office, params.number ?? '')
      if (!found.ok) return found
      const whole = found.value
      if (!offers(p, whole.file, asked.actor).includes(talk.verb)) return done({ goTo: at(asked, p, whole.file) })
      return done({ show: await talk.show(asked, whole, {}, { slips: {} }) })
    },
  })
}

const sent = (office: Office, talk: Talk, showFile: ShowFile): Route => {
  const { procedure: p } = office
  return page({
    name: `${p.id}.${nameOf(talk.verb)}`,
    method: 'post',
    path: `/${p.path}/{number}/${talk.verb}`,
    who: 'person',
    limit: LIMIT,
    async handle(asked, { params, form }): Promise<Outcome<Answer>> {
      const found = await getWhole(asked, office, params.number ?? '')
      if (!found.ok) return found
      const whole = found.value
      // Nothing is sent yet: the same page with one row more and everything that was typed.
      if (textIn(form, 'more') !== '' && offers(p, whole.file, asked.actor).includes(talk.verb))
        return done({ show: await talk.show(asked, whole, form, { slips: {} }) })
      const taken = await step(asked, office, whole, talk.verb, form, talk.read(form, whole, p, asked.lang))
      if (taken.ok) return done({ goTo: at(asked, p, taken.value) })
      const no = await returned(asked, office, whole, taken.refusals, (field) => talk.fieldOf?.(form, field) ?? field)
      if (no === undefined) return taken
      const still = offers(p, no.whole.file, asked.actor).includes(talk.verb)
      const show = still ? await talk.show(asked, no.whole, form, no) : await showFile(asked, no.whole, no)
      return done({ show, status: no.status })
    },
  })
}

const nameOf = (verb: string): string => verb.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
const at = (asked: AskedPage, p: Procedure, file: CaseFile, more = ''): string =>
  asked.to(`/${p.path}/${file.number}${more}`)

/** The chosen files and the step in one go. A page that shows itself again keeps nothing of either (`web/route.ts`). */
async function step(
  asked: AskedPage,
  office: Office,
  { file }: Whole,
  verb: EngineVerb,
  form: Form,
  sending: Sent,
): Promise<Outcome<CaseFile>> {
  const wrong: Refusal[] = []
  for (const upload of uploads(form)) {
    const kept = await attach(asked, office, file.number, upload)
    if (!kept.ok) wrong.push(...kept.refusals)
  }
  const seen = textIn(form, 'seq')
  const acted = await act(asked, office, file.number, verb, /^\d{1,9}$/.test(seen) ? Number(seen) : -1, sending)
  return wrong.length === 0 ? acted : refuse(...wrong, ...(acted.ok ? [] : acted.refusals))
}

/** A box for files that was left empty is posted as a file without name and content. */
const uploads = (form: Form): File[] =>
  [form.file ?? []]
    .flat()
    .filter((value): value is File => value instanceof File && (value.size > 0 || value.name !== ''))

interface Refused extends Returned {
  readonly whole: Whole
  readonly status: 409 | 422
}

/** What the person is shown again; nothing when the refusal is a page of its own. */
async function returned(
  asked: AskedPage,
  office: Office,
  before: Whole,
  refusals: readonly Refusal[],
  fieldOf: (field: string) => string = (field) => field,
): Promise<Refused | undefined> {
  const { lang } = asked
  const untimely = refusals.find(({ code }) => code === 'case.changed-meanwhile' || code === 'case.not-now')
  if (untimely !== undefined) {
    const again = await getWhole(asked, office, before.file.number)
    if (!again.ok) return undefined
    const state = stateName(office.procedure, again.value.file.state, lang)
    const present = fill((untimely.code === 'case.not-now' ? F.notNow : F.stale)[lang], { state })
    // Files that came with this very request are not kept.
    return { whole: { ...again.value, attachments: before.attachments }, slips: { present }, present, status: 409 }
  }
  if (refusals.some(({ field }) => field === undefined)) return undefined
  const slips: Record<string, string> = {}
  for (const refusal of refusals) {
    const field = fieldOf(refusal.field ?? '')
    const words = refusal.field === 'items' ? F.askEmpty[lang] : saying(refusal, lang)
    slips[field] = [slips[field], words].filter(Boolean).join(' ')
  }
  return { whole: before, slips, status: 422 }
}

// ————— pieces —————

/** What is chosen already and goes along, and a box for more. */
export const Attaching = ({
  asked,
  p,
  whole,
  slips,
}: {
  readonly asked: AskedPage
  readonly p: Procedure
  readonly whole: Whole
  readonly slips: Slips
}) => {
  const { lang } = asked
  const waiting = whole.attachments.filter((a) => a.seq === null && a.side === whole.side)
  return (
    <>
      {waiting.length === 0 ? null : (
        <>
          <p>
            <strong>{F.goesAlong[lang]}</strong>
            <br />
            {F.goesAlongLead[lang]}
          </p>
          <ul>
            {waiting.map((a) => (
              <li>
                <a href={at(asked, p, whole.file, `/files/${a.id}`)}>{a.name}</a> ({showBytes(a.size, lang)})
              </li>
            ))}
          </ul>
        </>
      )}
      <FileField
        name="file"
        label={F.attach[lang]}
        hint={problemsOf(slips).length > 0 ? `${F.attachHint[lang]} ${F.attachAgain[lang]}` : F.attachHint[lang]}
        error={slips.file}
        accept=".pdf,.docx,.odt,.png,.jpg,.jpeg,.txt,.md,.json"
        multiple
      />
    </>
  )
}

export const limitText = (lang: Lang): string => fill(F.by[lang], { max: LONGEST.toLocaleString(lang) })

/** The message box at the foot of the conversation. */
export const MessageForm = ({
  asked,
  p,
  whole,
  slips,
  text,
}: {
  readonly asked: AskedPage
  readonly p: Procedure
  readonly whole: Whole
  readonly slips: Slips
  readonly text: string
}) => {
  const { lang } = asked
  return (
    <div class="no-print" id="message">
      <FormShell
        action={at(asked, p, whole.file, '/message')}
        once={`${asked.once}-message`}
        seq={whole.file.seq}
        upload
        unsaved
      >
        <TextArea
          name="text"
          label={F.message[lang]}
          hint={F.messageHint[lang]}
          value={text}
          error={slips.text}
          limit={limitText(lang)}
        />
        <Attaching asked={asked} p={p} whole={whole} slips={slips} />
        <Button look="secondary">{F.send[lang]}</Button>
      </FormShell>
    </div>
  )
}

interface SheetProps {
  readonly asked: AskedPage
  readonly p: Procedure
  readonly whole: Whole
  readonly title: string
  readonly lead: string
  readonly returned: Returned
  readonly children: Child
}

/** The frame of a page for one step: which file, where it stands, what the step means. */
const sheet = ({ asked, p, whole, title, lead, returned: { slips }, children }: SheetProps): Child => {
  const { lang } = asked
  const { file } = whole
  return asked.page({
    title: `${title} – ${file.number}`,
    back: { text: file.number, href: at(asked, p, file) },
    unlisted: true,
    problems: problemsOf(slips),
    children: (
      <>
        <p class="caption">
          {p.name[lang]} {file.number}
        </p>
        <h1>{title}</h1>
        <p>{lead}</p>
        <p id="present">
          {F.present[lang]}: <StateShown lang={lang} p={p} state={file.state} />
        </p>
        {children}
      </>
    ),
  })
}

const Cancel = ({ asked, p, file }: { readonly asked: AskedPage; readonly p: Procedure; readonly file: CaseFile }) => (
  <Button look="secondary" href={at(asked, p, file)}>
    {F.cancel[asked.lang]}
  </Button>
)

// ————— ask —————

const ROWS = 3
const MOST_ROWS = 40

/** How many rows the page had; one more when asked for. */
const rowsOf = (form: Form): number => {
  const had = Number(textIn(form, 'rows'))
  const rows = Number.isInteger(had) && had >= ROWS ? Math.min(had, MOST_ROWS) : ROWS
  return textIn(form, 'more') === '' ? rows : Math.min(rows + 1, MOST_ROWS)
}

/** Rows somebody wrote something into, by their number on the page. */
const filled = (form: Form): number[] =>
  Array.from({ length: rowsOf(form) }, (_, n) => n + 1).filter((n) =>
    ['field', 'reason', 'because'].some((name) => textIn(form, `${name}-${n}`).trim() !== ''),
  )

/** What the party was asked already, as it was asked; before that, what its newest forms will ask. */
function fieldsOf(p: Procedure, whole: Whole): ReadonlyMap<string, Text> {
  const said = whole.events
    .filter(({ side }) => side === 'party')
    .flatMap(({ seq }) => whole.papers.get(seq)?.shown ?? [])
    .map(({ key, ask }) => [key, ask] as const)
  const asked = Object.values(p.verbs)
    .filter(({ who }) => who === 'party')
    .flatMap(({ form }) => (form === undefined ? [] : (newestForm(p, form) ?? [])))
    .flatMap((form) => questionsOf(form).map(({ key, ask }) => [key, ask] as const))
  return new Map<string, Text>([
    ...(said.length > 0 ? said : asked),
    ...OTHER_FIELDS.map((field) => [field, field === 'attachment' ? F.attachment : F.other] as const),
  ])
}

const itemsIn = (form: Form, whole: Whole, p: Procedure): Item[] => {
  const fields = fieldsOf(p, whole)
  return filled(form).map((n) => {
    const [field, because] = [textIn(form, `field-${n}`), textIn(form, `because-${n}`)]
    return {
      field,
      label: fields.get(field) ?? { vi: field, en: field },
      reason: textIn(form, `reason-${n}`).trim(),
      ...(/^\d{1,9}$/.test(because) ? { because: Number(because) } : {}),
    }
  })
}

const askTalk = ({ procedure: p }: Office): Talk => ({
  verb: 'ask',
  read: (form, whole) => ({ items: itemsIn(form, whole, p) }),
  // The engine counts the items it was sent; the page also has rows left empty.
  fieldOf(form, field) {
    if (field === 'items') return 'field-1'
    const [, name = '', n = ''] = /^(field|reason|because)-(\d+)$/.exec(field) ?? []
    return name === '' ? field : `${name}-${filled(form)[Number(n) - 1] ?? 1}`
  },
  async show(asked, whole, form, returned) {
    const { lang } = asked
    const { events } = whole
    const first = events.find(({ verb }) => verb === 'ask')
    const later = first === undefined ? [] : events.filter(({ side, seq }) => side === 'party' && seq > first.seq)
    const rows = rowsOf(form)
    const field = (name: string) => ({ name, error: returned.slips[name], value: textIn(form, name) })
    const choose = { value: '', label: F.choose[lang] }
    return sheet({
      ...{ asked, p, whole, returned },
      ...{ title: F.ask[lang], lead: F.askLead[lang] },
      children: (
        <>
          {first === undefined ? null : (
            <Notice tone="important">
              <p>{(later.length === 0 ? F.askNothing : F.askAgain)[lang]}</p>
            </Notice>
          )}
          <FormShell
            action={at(asked, p, whole.file, '/ask')}
            once={asked.once}
            seq={whole.file.seq}
            id="ask"
            upload
            unsaved
          >
            <input type="hidden" name="rows" value={String(rows)} />
            {Array.from({ length: rows }, (_, n) => n + 1).map((n) => (
              <fieldset class="govuk-fieldset">
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">
                  <h2 class="govuk-fieldset__heading">{fill(F.row[lang], { n })}</h2>
                </legend>
                <Select
                  {...field(`field-${n}`)}
                  label={F.field[lang]}
                  options={[
                    choose,
                    ...[...fieldsOf(p, whole)].map(([value, label]) => ({ value, label: label[lang] })),
                  ]}
                />
                <TextArea {...field(`reason-${n}`)} label={F.reason[lang]} rows={3} />
                {first === undefined ? null : (
                  <Select
                    {...field(`because-${n}`)}
                    label={F.becauseOf[lang]}
                    options={[
                      choose,
                      ...later.map(({ seq, verb, at: when }) => ({
                        value: String(seq),
                        label: `${pastOf(p, verb)[lang]} (${showTime(when, lang)})`,
                      })),
                    ]}
                  />
                )}
              </fieldset>
            ))}
            <p class="soft">{F.rowsEmpty[lang]}</p>
            {rows < MOST_ROWS ? (
              <Button look="secondary" name="more" value="1">
                {F.addRow[lang]}
              </Button>
            ) : null}
            <Attaching asked={asked} p={p} whole={whole} slips={returned.slips} />
            <Buttons>
              <Button>{F.askSend[lang]}</Button>
              <Cancel asked={asked} p={p} file={whole.file} />
            </Buttons>
          </FormShell>
        </>
      ),
    })
  },
})

// ————— answer —————

/** The items of the open request. */
export const openItems = ({ file, papers }: Whole): readonly Item[] =>
  file.asked === null ? [] : (papers.get(file.asked)?.items ?? [])

const answerTalk = ({ procedure: p }: Office): Talk => ({
  verb: 'answer',
  read: (form, whole) => ({ replies: openItems(whole).map((_, n) => textIn(form, `reply-${n + 1}`).trim()) }),
  async show(asked, whole, form, returned) {
    const { lang } = asked
    return sheet({
      ...{ asked, p, whole, returned },
      ...{ title: F.answer[lang], lead: F.answerLead[lang] },
      children: (
        <FormShell action={at(asked, p, whole.file, '/answer')} once={asked.once} seq={whole.file.seq} upload unsaved>
          {openItems(whole).map((item, n) => (
            <>
              <h2>
                {n + 1}. {item.label[lang]}
              </h2>
              <TextArea
                name={`reply-${n + 1}`}
                label={fill(F.yourReply[lang], { n: n + 1 })}
                hint={
                  <>
                    {F.why[lang]}: <Lines text={item.reason} />
                  </>
                }
                value={textIn(form, `reply-${n + 1}`)}
                error={returned.slips[`reply-${n + 1}`]}
                limit={limitText(lang)}
              />
            </>
          ))}
          <Attaching asked={asked} p={p} whole={whole} slips={returned.slips} />
          <Buttons>
            <Button>{F.answerSend[lang]}</Button>
            <Cancel asked={asked} p={p} file={whole.file} />
          </Buttons>
        </FormShell>
      ),
    })
  },
})

// ————— hand over —————

/** Each other unit once, by the desk that leads to it. */
async function unitsFor({ db }: AskedPage, { procedure: p, people }: Office, file: CaseFile) {
  const found = await Promise.all(p.desks.map(async (desk) => ({ desk, unit: await people.deskUnit(db, desk) })))
  const names = await people.unitNames(
    db,
    found.flatMap(({ unit }) => unit ?? []),
  )
  return found
    .filter(({ unit }, n) => unit !== undefined && unit !== file.unit && found.findIndex((f) => f.unit === unit) === n)
    .map(({ desk, unit }) => ({ desk, name: unit === undefined ? undefined : names.get(unit) }))
}

const handOverTalk = (office: Office): Talk => ({
  verb: 'hand-over',
  read: (form) => {
    const text = textIn(form, 'text').trim()
    return { desk: textIn(form, 'desk'), ...(text === '' ? {} : { text }) }
  },
  async show(asked, whole, form, returned) {
    const { lang } = asked
    const { procedure: p } = office
    const units = await unitsFor(asked, office, whole.file)
    return sheet({
      ...{ asked, p, whole, returned },
      ...{ title: F.handOver[lang], lead: F.handOverLead[lang] },
      children:
        units.length === 0 ? (
          <>
            <p>{F.noDesk[lang]}</p>
            <Cancel asked={asked} p={p} file={whole.file} />
          </>
        ) : (
          <FormShell action={at(asked, p, whole.file, '/hand-over')} once={asked.once} seq={whole.file.seq} unsaved>
            <Radios
              name="desk"
              legend={F.toWhom[lang]}
              value={textIn(form, 'desk')}
              error={returned.slips.desk}
              options={units.map(({ desk, name }) => ({ value: desk, label: name?.[lang] ?? desk }))}
            />
            <TextArea
              name="text"
              label={F.note[lang]}
              hint={F.noteHint[lang]}
              value={textIn(form, 'text')}
              error={returned.slips.text}
              rows={3}
            />
            <Buttons>
              <Button>{F.handOverSend[lang]}</Button>
              <Cancel asked={asked} p={p} file={whole.file} />
            </Buttons>
          </FormShell>
        ),
    })
  },
})
