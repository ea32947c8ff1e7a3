import type { Child } from 'hono/jsx'
import { fill, type Lang } from '../base/text.ts'
import { showBytes } from '../web/format.ts'
import { Button } from '../web/parts/button/part.tsx'
import { FileField } from '../web/parts/file-field/part.tsx'
import { FormShell } from '../web/parts/form-shell/part.tsx'
import { TextArea } from '../web/parts/text-area/part.tsx'
import type { AskedPage, Form } from '../web/route.ts'
import type { Sent, Whole } from './actions.ts'
import { type EngineVerb, LONGEST } from './flow.ts'
import type { Procedure } from './procedure.ts'
import type { CaseFile, Item } from './schema.ts'
import { problemsOf, type Slips, StateShown } from './shown.tsx'
import { F } from './words-file.ts'

/** What the file page shows besides the file: why a step did not happen, and what was typed. */
export interface Returned {
  readonly slips: Slips
  /** Where the file stands by now, when that is why. */
  readonly present?: string
  readonly text?: string
}
/** A page of one engine verb: what it shows, and what is sent with it. */
export interface Talk {
  readonly verb: Exclude<EngineVerb, 'take' | 'message'>
  read(form: Form, whole: Whole, p: Procedure, lang: Lang): Sent
  /** The field of the page that a refusal belongs to, when it has another name there. */
  fieldOf?(form: Form, field: string): string
  show(asked: AskedPage, whole: Whole, form: Form, returned: Returned): Promise<Child>
}

/** An address below the file's own. */
export const at = (asked: AskedPage, p: Procedure, file: CaseFile, more = ''): string =>
  asked.to(`/${p.path}/${file.number}${more}`)

/** The items of the open request. */
export const openItems = ({ file, papers }: Whole): readonly Item[] =>
  file.asked === null ? [] : (papers.get(file.asked)?.items ?? [])

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
export const sheet = ({ asked, p, whole, title, lead, returned: { slips }, children }: SheetProps): Child => {
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

export const Cancel = ({
  asked,
  p,
  file,
}: {
  readonly asked: AskedPage
  readonly p: Procedure
  readonly file: CaseFile
}) => (
  <Button look="secondary" href={at(asked, p, file)}>
    {F.cancel[asked.lang]}
  </Button>
)
