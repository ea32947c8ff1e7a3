import { done, type Outcome } from '../../base/outcome.ts'
import { fill, type Lang } from '../../base/text.ts'
import { DOSSIER, type DossierField, type DossierKey, type DossierPart } from '../../law/dossier.ts'
import { textIn } from '../../web/form.ts'
import { showNumber, showTime } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { Steps } from '../../web/parts/steps/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextArea } from '../../web/parts/text-area/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, type Form, page, type Route } from '../../web/route.ts'
import { findDraft, getOwn, lacking, listAttachments, savePart } from './actions.ts'
import { asAnswers, fieldsOf, printOf, standingFor } from './rules.ts'
import { type Answers, type Attachment, type Draft, isList, type System, type TypedPart } from './schema.ts'
import { backTo, Cited, isNo, labelOf, Lines, mayFile, problemsOf, type Slips, Warning } from './shown.tsx'
import { D, KIND_WORDS } from './words.ts'

const partId = (text: string | undefined): DossierPart | undefined => DOSSIER.parts.find((p) => p.id === text)?.id
const asText = (answer: Answers[DossierKey]): string =>
  answer === undefined ? '' : typeof answer === 'string' ? answer : answer.join('\n')
const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A page of a part: what stands in its boxes, and what it was drawn from. */
interface Sheet {
  readonly system: System
  readonly part: DossierPart
  readonly draft: Draft
  readonly files: readonly Attachment[]
  readonly typed: Readonly<Partial<Record<DossierKey, string>>>
  readonly page: string
  readonly rev: number
  readonly was: readonly string[]
  readonly slips: Slips
  /** Fields where somebody else's text stands against what was typed here. */
  readonly clashes: readonly DossierKey[]
  /** Said above all when the paper is gone. */
  readonly gone?: boolean
}

const prints = (draft: Draft, part: DossierPart) => fieldsOf(part).map(({ key }) => printOf(draft.answers[key]))
const drawn = (draft: Draft, part: DossierPart) =>
  Object.fromEntries(fieldsOf(part).map(({ key }) => [key, asText(draft.answers[key])]))

const show = page({
  name: 'showDossierPart',
  method: 'get',
  path: '/systems/{id}/dossier/{part}',
  who: 'viewer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await getOwn(asked, params.id ?? '')
    if (!found.ok) return found
    const [system, part] = [found.value, partId(params.part)]
    const draft = part && (await findDraft(asked.db, system.id))
    if (draft === undefined || part === undefined) return done({ goTo: asked.to(`/systems/${system.id}`) })
    const files = await listAttachments(asked.db, system.id)
    const sheet: Sheet = {
      system,
      part,
      draft,
      files,
      typed: drawn(draft, part),
      page: asked.once,
      rev: draft.rev,
      was: prints(draft, part),
      slips: {},
      clashes: [],
    }
    return done({ show: mayFile(asked, system) ? partPage(asked, sheet) : readPage(asked, sheet) })
  },
})

interface Sent {
  readonly typed: Sheet['typed']
  readonly slips: Slips
  readonly part: TypedPart
}

/** What was typed, whether it fits, and what it was drawn from. Where another's saved text was chosen, `saved` takes the box. */
function read(form: Form, part: DossierPart, saved: Answers, lang: Lang): Sent {
  const typed = Object.fromEntries(
    fieldsOf(part).map(({ key }) => [
      key,
      textIn(form, `choose-${key}`) === 'theirs' ? asText(saved[key]) : textIn(form, key),
    ]),
  )
  const slips = Object.fromEntries(
    fieldsOf(part).map((field) => [field.key, tooLong(field, typed[field.key] ?? '', lang)]),
  )
  const given = fieldsOf(part).flatMap(({ key }) => {
    const text = (typed[key] ?? '').trim()
    return text === '' ? [] : [[key, isList(key) ? lines(text) : text]]
  })
  const rev = Number.parseInt(textIn(form, 'rev'), 10)
  return {
    typed,
    slips,
    part: {
      rev: Number.isSafeInteger(rev) ? rev : 0,
      page: textIn(form, 'page').slice(0, 64),
      was: textIn(form, 'was').split('.'),
      answers: asAnswers(Object.fromEntries(given)),
    },
  }
}

/** Length is the only thing a draft can get wrong: what is missing may come later. */
function tooLong({ key, max, label }: DossierField, text: string, lang: Lang): string | undefined {
  const field = label[lang]
  if (!isList(key)) {
    const n = text.trim().length
    return n > max ? fill(D.tooLong[lang], { field, n: showNumber(n, lang), max: showNumber(max, lang) }) : undefined
  }
  const all = lines(text)
  const long = all.findIndex((line) => line.length > 300)
  if (all.length > 50) return fill(D.tooMany[lang], { field, n: all.length })
  return long >= 0 ? fill(D.lineTooLong[lang], { field, line: long + 1 }) : undefined
}

/** Saves what came; answers with a sheet to be shown again when it could not. */
async function keep(asked: AskedPage, id: string, part: DossierPart, form: Form): Promise<Outcome<Sheet | null>> {
  const found = await getOwn(asked, id)
  if (!found.ok) return found
  const system = found.value
  const draft = await findDraft(asked.db, system.id)
  const sent = read(form, part, draft?.answers ?? {}, asked.lang)
  const paper: Draft = draft ?? { answers: {}, result: {}, rev: 0, savedAt: asked.now() }
  const sheet: Sheet = {
    system,
    part,
    draft: paper,
    files: await listAttachments(asked.db, system.id),
    typed: sent.typed,
    slips: sent.slips,
    clashes: [],
    ...pick(sent.part),
  }
  if (problemsOf(sent.slips).length > 0) return done(sheet)
  const saved = await savePart(asked, system.id, part, sent.part)
  if (!saved.ok) return isNo(saved.refusals, 'system.not-now') ? done({ ...sheet, gone: true }) : saved
  const { clashes } = saved.value
  if (clashes.length === 0) return done(null)
  const slips = Object.fromEntries(
    clashes.map((key) => [key, fill(D.clash[asked.lang], { field: labelOf(key, asked.lang) })]),
  )
  // What only the others touched is drawn as they left it; in the clashes both texts are shown.
  const touched = (key: DossierKey, n: number) => printOf(sent.part.answers[key]) !== sent.part.was[n]
  const typed = Object.fromEntries(
    fieldsOf(part).map(({ key }, n) => [
      key,
      touched(key, n) ? sent.typed[key] : asText(saved.value.draft.answers[key]),
    ]),
  )
  const after = saved.value.draft
  return done({ ...sheet, draft: after, rev: after.rev, was: prints(after, part), typed, slips, clashes })
}
const pick = ({ page, rev, was }: TypedPart) => ({ page, rev, was })

const save = page({
  name: 'saveDossierPart',
  method: 'post',
  path: '/systems/{id}/dossier/{part}',
  who: 'filer',
  async handle(asked, { params, form }): Promise<Outcome<Answer>> {
    const [id, part] = [params.id ?? '', partId(params.part)]
    if (part === undefined) return done({ goTo: asked.to(`/systems/${id}`) })
    const kept = await keep(asked, id, part, form)
    if (!kept.ok) return kept
    const sheet = kept.value
    if (sheet !== null)
      return done({ show: partPage(asked, sheet), status: sheet.clashes.length > 0 || sheet.gone === true ? 409 : 422 })
    return done({ goTo: asked.to(`/systems/${id}${textIn(form, 'go') === 'next' ? after(part) : ''}`) })
  },
})

const after = (part: DossierPart): string => {
  const following = DOSSIER.parts[DOSSIER.parts.findIndex((p) => p.id === part) + 1]
  return following === undefined ? '/files' : `/dossier/${following.id}`
}

const autosave = page({
  name: 'autosaveDossierPart',
  method: 'post',
  path: '/systems/{id}/dossier/{part}/autosave',
  who: 'filer',
  async handle(asked, { params, form }): Promise<Outcome<Answer>> {
    const [id, part] = [params.id ?? '', partId(params.part)]
    if (part === undefined) return done({ goTo: asked.to(`/systems/${id}`) })
    const kept = await keep(asked, id, part, form)
    if (!kept.ok) return kept
    return done(kept.value === null ? { kept: true } : { show: '', status: 409 })
  },
})

const headOf = ({ part }: Pick<Sheet, 'part'>, lang: Lang) => {
  const n = DOSSIER.parts.findIndex((p) => p.id === part)
  const { label, cite } = DOSSIER.parts[n] ?? { label: { vi: '', en: '' }, cite: 'N12' as const }
  return { title: label[lang], cite, caption: fill(D.step[lang], { n: n + 1 }) }
}

const partPage = (asked: AskedPage, sheet: Sheet) => {
  const { lang, to } = asked
  const { system, part, slips } = sheet
  const { title, cite, caption } = headOf(sheet, lang)
  const at = to(`/systems/${system.id}/dossier/${part}`)
  const gone = sheet.gone === true ? [{ href: to(`/systems/${system.id}`), text: D.gone[lang] }] : []
  return asked.page({
    title: `${title} – ${system.name}`,
    back: backTo(asked, system),
    unlisted: true,
    problems: [...gone, ...problemsOf(slips)],
    children: (
      <>
        <Steps text={caption} />
        <h1>{title}</h1>
        <p>
          <Cited lang={lang} cite={cite} />
        </p>
        <Warning lang={lang} />
        <Standing asked={asked} sheet={sheet} />
        <Lacking lang={lang} sheet={sheet} />
        <FormShell
          action={at}
          once={asked.once}
          unsaved
          autosave={{
            action: `${at}/autosave`,
            saving: D.saving[lang],
            saved: D.saved[lang],
            failed: D.notSaved[lang],
          }}
        >
          <input type="hidden" name="rev" value={sheet.rev} />
          <input type="hidden" name="page" value={sheet.page} />
          <input type="hidden" name="was" value={sheet.was.join('.')} />
          {fieldsOf(part).map((field) => (
            <FieldShown lang={lang} field={field} sheet={sheet} />
          ))}
          {part === 'description' ? (
            <p class="soft">
              {DOSSIER.thirdParty[lang]} <Cited lang={lang} cite={DOSSIER.thirdPartyCite} />
            </p>
          ) : null}
          <Buttons>
            <Button name="go" value="next">
              {(part === 'risk' ? D.toFiles : D.next)[lang]}
            </Button>
            <Button name="go" value="back" look="secondary">
              {D.save[lang]}
            </Button>
          </Buttons>
        </FormShell>
      </>
    ),
  })
}

const FieldShown = ({
  lang,
  field,
  sheet,
}: {
  readonly lang: Lang
  readonly field: DossierField
  readonly sheet: Sheet
}) => {
  const { key, kind, max } = field
  const asking = {
    name: key,
    label: field.label[lang],
    hint: field.hint[lang],
    value: sheet.typed[key] ?? '',
    error: sheet.slips[key],
  }
  const list = isList(key)
  return (
    <>
      {list || kind === 'long' ? (
        <TextArea
          {...asking}
          rows={list ? 4 : 6}
          limit={list ? D.listLimit[lang] : fill(D.limit[lang], { max: showNumber(max, lang) })}
        />
      ) : (
        <TextField {...asking} autocomplete="off" spellcheck={kind !== 'contact' && key !== 'internalCode'} />
      )}
      {sheet.clashes.includes(key) ? (
        <Radios
          name={`choose-${key}`}
          legend={D.clashLegend[lang]}
          value="mine"
          options={[
            { value: 'mine', label: D.mine[lang] },
            {
              value: 'theirs',
              label: fill(D.theirs[lang], { time: showTime(sheet.draft.savedAt, lang) }),
              hint: <Lines text={asText(sheet.draft.answers[key]) || D.nothing[lang]} />,
            },
          ]}
        />
      ) : null}
    </>
  )
}

/** Documents that stand for this part, or the offer that one may. */
const Standing = ({ asked, sheet }: { readonly asked: AskedPage; readonly sheet: Sheet }) => {
  const { lang, to } = asked
  const standing = standingFor(sheet.part, sheet.files)
  const offered = DOSSIER.attachments.find((a) => a.parts.includes(sheet.part))
  if (offered === undefined) return null
  return (
    <p>
      {standing.length > 0
        ? `${D.stands[lang]} ${standing.map((f) => `${KIND_WORDS[f.kind][lang]} “${f.name}”`).join('; ')}.`
        : D.mayStand[lang]}{' '}
      <a href={to(`/systems/${sheet.system.id}/files`)}>{D.addFile[lang]}</a> <Cited lang={lang} cite={offered.cite} />
    </p>
  )
}

const Lacking = ({ lang, sheet }: { readonly lang: Lang; readonly sheet: Sheet }) => {
  const keys = fieldsOf(sheet.part).map((f) => f.key)
  const lack = lacking(sheet.draft.answers, sheet.files).filter((key) => keys.includes(key))
  if (lack.length === keys.length) return null
  if (lack.length === 0) return <p class="soft">{D.allThere[lang]}</p>
  return (
    <p class="soft">
      {D.missing[lang]}{' '}
      {lack.map((key, n) => (
        <>
          {n === 0 ? '' : '; '}
          <a href={`#${key}`}>{labelOf(key, lang)}</a>
        </>
      ))}
      .
    </p>
  )
}

/** The same part for those who may only read. */
const readPage = (asked: AskedPage, sheet: Sheet) => {
  const { lang } = asked
  const { title, cite, caption } = headOf(sheet, lang)
  return asked.page({
    title: `${title} – ${sheet.system.name}`,
    back: backTo(asked, sheet.system),
    unlisted: true,
    children: (
      <>
        <Steps text={caption} />
        <h1>{title}</h1>
        <p>
          <Cited lang={lang} cite={cite} />
        </p>
        <p class="soft">{D.viewing[lang]}</p>
        <SummaryList
          rows={fieldsOf(sheet.part).map(({ key, label }) => ({
            key: label[lang],
            value: <Lines text={sheet.typed[key] || D.nothing[lang]} />,
          }))}
        />
      </>
    ),
  })
}

export const dossierPages: readonly Route[] = [show, save, autosave]
