import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { fill, plain } from '../../base/text.ts'
import { DOSSIER } from '../../law/dossier.ts'
import { textIn } from '../../web/form.ts'
import { showBytes, showTime } from '../../web/format.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { FileField } from '../../web/parts/file-field/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { attach, detach, getOwn, getSystem, listAttachments, readBytes } from './actions.ts'
import { FILE_LIMIT } from '../../db/files.ts'
import type { Attachment, System } from './schema.ts'
import { backTo, Cited, isNo, mayFile, problemsOf, saying, type Slips, Warning } from './shown.tsx'
import { D, KIND_WORDS } from './words.ts'

const KINDS = DOSSIER.attachments

const list = page({
  name: 'listFiles',
  method: 'get',
  path: '/systems/{id}/files',
  who: 'person',
  async handle(asked, { params, query }): Promise<Outcome<Answer>> {
    const found = await getSystem(asked, params.id ?? '')
    if (!found.ok) return found
    const all = await listAttachments(asked.db, found.value.id)
    return done({
      show: filesPage(asked, {
        system: found.value,
        all,
        kind: '',
        slips: {},
        fresh: all.find((a) => a.id === query.added),
      }),
    })
  },
})

const add = page({
  name: 'addFile',
  method: 'post',
  path: '/systems/{id}/files',
  who: 'filer',
  // A little more than one file, so that a file slightly too large is told so in the form.
  limit: FILE_LIMIT + 2 * 1_048_576,
  async handle(asked, { params, form }): Promise<Outcome<Answer>> {
    const { lang } = asked
    const found = await getOwn(asked, params.id ?? '')
    if (!found.ok) return found
    const system = found.value
    const kind = KINDS.find((k) => k.id === textIn(form, 'kind'))?.id
    const file = form.file instanceof File ? form.file : new File([], '')
    const again = async (slips: Slips) => {
      const all = await listAttachments(asked.db, system.id)
      return done<Answer>({
        show: filesPage(asked, { system, all, kind: kind ?? '', slips, fresh: undefined }),
        status: 422,
      })
    }
    if (kind === undefined)
      return again({
        kind: D.kindMissing[lang],
        file: file.size === 0 ? saying({ code: 'file.empty' }, lang) : undefined,
      })
    const attached = await attach(asked, system.id, kind, file)
    if (attached.ok) return done({ goTo: asked.to(`/systems/${system.id}/files?added=${attached.value.id}`) })
    const [first] = attached.refusals
    return first !== undefined && isNo(attached.refusals, 'file.empty', 'file.too-large', 'file.type')
      ? again({ file: saying(first, lang) })
      : attached
  },
})

const remove = page({
  name: 'removeFile',
  method: 'post',
  path: '/systems/{id}/files/{file}/remove',
  who: 'filer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await getOwn(asked, params.id ?? '')
    if (!found.ok) return found
    const removed = await detach(asked, found.value.id, params.file ?? '')
    return removed.ok ? done({ goTo: asked.to(`/systems/${found.value.id}/files`) }) : removed
  },
})

const download = page({
  name: 'downloadFile',
  method: 'get',
  path: '/systems/{id}/files/{file}',
  who: 'person',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await getSystem(asked, params.id ?? '')
    if (!found.ok) return found
    const file = (await listAttachments(asked.db, found.value.id)).find((a) => a.id === params.file)
    if (file === undefined) return refuse({ code: 'file.unknown' })
    return done({
      download: { type: file.type, name: plain(file.name), body: await readBytes(asked.site.files, file.sha256) },
    })
  },
})

interface Files {
  readonly system: System
  readonly all: readonly Attachment[]
  readonly kind: string
  readonly slips: Slips
  /** The one that has just arrived. */
  readonly fresh: Attachment | undefined
}

const filesPage = (asked: AskedPage, { system, all, kind, slips, fresh }: Files) => {
  const { lang, to } = asked
  const at = to(`/systems/${system.id}/files`)
  const may = mayFile(asked, system)
  return asked.page({
    title: `${D.files[lang]} – ${system.name}`,
    back: backTo(asked, system),
    unlisted: true,
    problems: problemsOf(slips),
    children: (
      <>
        <h1>{D.files[lang]}</h1>
        <p>
          {D.filesLead[lang]} <Cited lang={lang} cite="N12.5" />; <Cited lang={lang} cite="N12.7" />
        </p>
        {fresh === undefined ? null : (
          <Notice
            tone="success"
            title={fill(D.received[lang], { name: fresh.name, size: showBytes(fresh.size, lang) })}
          >
            <p>{D.receivedHash[lang]}</p>
            <p>
              <code>{fresh.sha256}</code>
            </p>
          </Notice>
        )}
        {all.length === 0 ? <p>{D.filesNone[lang]}</p> : null}
        {all.map((file) => (
          <section>
            <h2>
              <a href={`${at}/${file.id}`}>{file.name}</a>
            </h2>
            <SummaryList
              rows={[
                { key: D.kindShort[lang], value: KIND_WORDS[file.kind][lang] },
                { key: D.size[lang], value: showBytes(file.size, lang) },
                { key: D.added[lang], value: showTime(file.addedAt, lang) },
                { key: D.hash[lang], value: <code>{file.sha256}</code> },
              ]}
            />
            {may ? (
              <FormShell action={`${at}/${file.id}/remove`} once={`${asked.once}-${file.id}`}>
                <Button look="secondary">
                  {D.remove[lang]}
                  <span class="govuk-visually-hidden"> {file.name}</span>
                </Button>
              </FormShell>
            ) : null}
          </section>
        ))}
        {may && all.length > 0 ? <p class="soft">{D.removeAfter[lang]}</p> : null}
        {may ? (
          <>
            <h2>{D.addTitle[lang]}</h2>
            <Warning lang={lang} />
            <FormShell action={at} once={asked.once} upload>
              <Radios
                name="kind"
                legend={D.kind[lang]}
                value={kind}
                error={slips.kind}
                options={KINDS.map((k) => ({
                  value: k.id,
                  label: KIND_WORDS[k.id][lang],
                  hint: fill(D.replaces[lang], { parts: partsOf(k.parts, lang) }),
                }))}
              />
              <FileField
                name="file"
                label={D.file[lang]}
                hint={problemsOf(slips).length > 0 ? `${D.fileHint[lang]} ${D.fileAgain[lang]}` : D.fileHint[lang]}
                error={slips.file}
                accept=".pdf,.docx,.odt,.png,.jpg,.jpeg,.txt,.md,.json"
              />
              <Button>{D.addButton[lang]}</Button>
            </FormShell>
          </>
        ) : (
          <p class="soft">{D.viewing[lang]}</p>
        )}
      </>
    ),
  })
}

const partsOf = (ids: readonly string[], lang: 'vi' | 'en'): string =>
  DOSSIER.parts
    .filter((p) => ids.includes(p.id))
    .map((p) => p.label[lang].toLowerCase())
    .join('; ')

export const filePages: readonly Route[] = [list, add, remove, download]
