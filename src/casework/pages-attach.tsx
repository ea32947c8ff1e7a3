import { actorId } from '../base/actor.ts'
import { addDays, dayOf, endOfDay } from '../base/day.ts'
import { done, type Outcome, type Refusal, refuse } from '../base/outcome.ts'
import { sealUntil, unsealInTime } from '../base/seal.ts'
import { fill, plain } from '../base/text.ts'
import { FILE_LIMIT, readBytes } from '../db/files.ts'
import { textIn, textsIn } from '../web/form.ts'
import { showBytes, showTime } from '../web/format.ts'
import { Button, Buttons } from '../web/parts/button/part.tsx'
import { FileField } from '../web/parts/file-field/part.tsx'
import { FILE_WORDS, FileList } from '../web/parts/file-list/part.tsx'
import { FormShell, UPLOAD_WORDS } from '../web/parts/form-shell/part.tsx'
import { Notice } from '../web/parts/notice/part.tsx'
import { type Answer, type AskedPage, type Form, page, type Route } from '../web/route.ts'
import { attach, attachAgain, detach, getWhole, type Office, waitingFiles } from './actions.ts'
import type { Attachment, AttachmentView, CaseFile } from './schema.ts'
import { saying } from './shown.tsx'
import { W } from './words-form.ts'

/** Three files of the largest size and what goes with them: one form, without a script, may bring several. */
export const UPLOAD_LIMIT = 3 * FILE_LIMIT + 2 * 1_048_576
export const ACCEPT = '.pdf,.docx,.odt,.png,.jpg,.jpeg,.txt,.md,.json'

/** The files of a form; a browser sends a nameless empty one where none was chosen. */
export function uploadsIn(form: Form): File[] {
  const value = form.file
  const all = value === undefined || typeof value === 'string' || value instanceof File ? [value] : value
  return all.filter((file): file is File => file instanceof File && (file.name !== '' || file.size > 0))
}

export interface Received {
  readonly kept: readonly Attachment[]
  readonly refused: readonly Refusal[]
}

/** Puts every file beside the file that can be put there; one that cannot never holds up the others. */
export async function receive(
  asked: AskedPage,
  office: Office,
  number: string,
  form: Form,
): Promise<Outcome<Received>> {
  const kept: Attachment[] = []
  const refused: Refusal[] = []
  for (const token of textsIn(form, 'kept').slice(0, 50)) {
    const again = await keptBefore(asked, office, number, token)
    if (again?.ok === true) kept.push(again.value)
  }
  for (const upload of uploadsIn(form)) {
    const one = await attach(asked, office, number, upload)
    if (one.ok) kept.push(one.value)
    else if (one.refusals.some(({ field }) => field === 'file')) refused.push(...one.refusals)
    else return one
  }
  return done({ kept, refused })
}

// ————— files that came with a form which is shown again —————

const purpose = (asked: AskedPage, number: string): string => `attachment ${number} ${actorId(asked.actor)}`

/** A hidden field for a file whose bytes are kept: only for this person, this file and until tomorrow. */
export const keptToken = (asked: AskedPage, number: string, { id, name, type, size, sha256 }: Attachment): string =>
  sealUntil(
    asked.site.secret,
    purpose(asked, number),
    JSON.stringify({ id, name, type, size, sha256 }),
    endOfDay(addDays(dayOf(asked.now()), 1)),
  )

async function keptBefore(asked: AskedPage, office: Office, number: string, token: string) {
  const text = unsealInTime(asked.site.secret, purpose(asked, number), token, asked.now())
  return text === undefined ? undefined : attachAgain(asked, office, number, JSON.parse(text) as AttachmentView)
}

// ————— the page of attachments —————

/** Attachments beside a file: choosing, seeing, taking away, fetching. */
export const attachmentPages = (office: Office): Route[] => {
  const { procedure: p } = office
  const at = (asked: AskedPage, number: string) => asked.to(`/${p.path}/${number}`)
  return [
    page({
      name: `${p.id}.files`,
      method: 'get',
      path: `/${p.path}/{number}/files`,
      who: 'person',
      async handle(asked, { params, query }): Promise<Outcome<Answer>> {
        const found = await waitingFiles(asked, office, params.number ?? '')
        if (!found.ok) return found
        const { file, files } = found.value
        const back = backOf(query.back, at(asked, file.number))
        const added = [query.added ?? []].flat()
        const told = unsealInTime(asked.site.secret, purpose(asked, file.number), String(query.told ?? ''), asked.now())
        const refused = told === undefined ? [] : (JSON.parse(told) as Refusal[])
        const fresh = files.filter(({ id }) => added.includes(id))
        return done({ show: filesPage(asked, { at: at(asked, file.number), file, files, back, fresh, refused }) })
      },
    }),
    page({
      name: `${p.id}.addFiles`,
      method: 'post',
      path: `/${p.path}/{number}/files`,
      who: 'person',
      limit: UPLOAD_LIMIT,
      async handle(asked, { params, form }): Promise<Outcome<Answer>> {
        const number = params.number ?? ''
        const came = await receive(asked, office, number, form)
        if (!came.ok) return came
        const { kept } = came.value
        const none = kept.length === 0 && came.value.refused.length === 0
        const refused = none ? [{ code: 'attachment.empty', field: 'file' } as const] : came.value.refused
        const back = backOf(textIn(form, 'back'), at(asked, number))
        if (kept.length === 0) {
          const found = await waitingFiles(asked, office, number)
          if (!found.ok) return found
          const show = filesPage(asked, { at: at(asked, number), ...found.value, back, fresh: [], refused })
          return done({ show, status: 422 })
        }
        return done({ goTo: `${at(asked, number)}/files?${afterwards(asked, number, back, kept, refused)}` })
      },
    }),
    page({
      name: `${p.id}.file`,
      method: 'get',
      path: `/${p.path}/{number}/files/{file}`,
      who: 'person',
      async handle(asked, { params }): Promise<Outcome<Answer>> {
        const found = await getWhole(asked, office, params.number ?? '')
        if (!found.ok) return found
        const file = found.value.attachments.find(({ id }) => id === params.file)
        if (file === undefined) return refuse({ code: 'attachment.unknown' })
        const body = await readBytes(asked.site.files, file.sha256)
        return done({ download: { type: file.type, name: plain(file.name), body } })
      },
    }),
    page({
      name: `${p.id}.removeFile`,
      method: 'post',
      path: `/${p.path}/{number}/files/{file}/remove`,
      who: 'person',
      async handle(asked, { params, form }): Promise<Outcome<Answer>> {
        const removed = await detach(asked, office, params.number ?? '', params.file ?? '')
        if (!removed.ok) return removed
        const here = at(asked, removed.value.number)
        return done({ goTo: `${here}/files?back=${encodeURIComponent(backOf(textIn(form, 'back'), here))}` })
      },
    }),
  ]
}

/** What the page after an upload has to say: which came, and which were not taken and why. */
function afterwards(
  asked: AskedPage,
  number: string,
  back: string,
  kept: Received['kept'],
  refused: Received['refused'],
) {
  const query = new URLSearchParams({ back })
  for (const { id } of kept) query.append('added', id)
  // Sealed, so that nobody can put words of his own on our page with a link.
  const tomorrow = endOfDay(addDays(dayOf(asked.now()), 1))
  if (refused.length > 0)
    query.set(
      'told',
      sealUntil(asked.site.secret, purpose(asked, number), JSON.stringify(refused.slice(0, 20)), tomorrow),
    )
  return query.toString()
}

/** A way back that stays with this file. */
const backOf = (value: string | readonly string[] | undefined, at: string): string =>
  typeof value === 'string' && (value === at || value.startsWith(`${at}/`) || value.startsWith(`${at}#`)) ? value : at

interface Files {
  readonly at: string
  readonly file: CaseFile
  readonly files: readonly Attachment[]
  readonly back: string
  /** Those that have just arrived. */
  readonly fresh: readonly Attachment[]
  readonly refused: readonly Refusal[]
}

export const namesOf = (files: readonly Pick<Attachment, 'name'>[]): string => files.map(({ name }) => name).join(', ')

const filesPage = (asked: AskedPage, { at, file, files, back, fresh, refused }: Files) => {
  const { lang } = asked
  const title = fill(W.filesTitle[lang], { number: file.number })
  const words = refused.map((refusal) => saying(refusal, lang))
  return asked.page({
    title,
    unlisted: true,
    back: { text: file.number, href: back },
    problems: words.map((text) => ({ href: '#file', text })),
    children: (
      <>
        <h1>{title}</h1>
        <p>{W.filesLead[lang]}</p>
        {fresh.length === 0 ? null : (
          <Notice tone="success" title={fill(W.received[lang], { names: namesOf(fresh) })}>
            {refused.length === 0 ? null : <p>{W.othersKept[lang]}</p>}
          </Notice>
        )}
        <h2>{W.waiting[lang]}</h2>
        {files.length === 0 ? <p>{W.waitingNone[lang]}</p> : null}
        <WaitingList asked={asked} at={at} files={files} back={back} />
        <FormShell action={`${at}/files`} once={asked.once} upload={UPLOAD_WORDS[lang]}>
          <input type="hidden" name="back" value={back} />
          <FileField
            name="file"
            label={W.fileLabel[lang]}
            hint={W.fileHint[lang]}
            error={words.length === 0 ? undefined : words.join(' ')}
            accept={ACCEPT}
            multiple
          />
          <Buttons>
            <Button look="secondary">{W.upload[lang]}</Button>
          </Buttons>
        </FormShell>
        <p>
          <a href={back}>{W.filesDone[lang]}</a>
        </p>
      </>
    ),
  })
}

const WaitingList = ({
  asked,
  at,
  files,
  back,
}: { readonly asked: AskedPage } & Pick<Files, 'at' | 'files' | 'back'>) => {
  const { lang, once } = asked
  if (files.length === 0) return null
  return (
    <FileList
      words={FILE_WORDS[lang]}
      files={files.map((a) => ({
        name: a.name,
        href: `${at}/files/${a.id}`,
        size: showBytes(a.size, lang),
        sha256: a.sha256,
        added: showTime(a.addedAt, lang),
        remove: (
          <FormShell action={`${at}/files/${a.id}/remove`} once={`${once}-${a.id}`}>
            <input type="hidden" name="back" value={back} />
            <Button look="secondary">
              {W.remove[lang]}
              <span class="govuk-visually-hidden"> {a.name}</span>
            </Button>
          </FormShell>
        ),
      }))}
    />
  )
}
