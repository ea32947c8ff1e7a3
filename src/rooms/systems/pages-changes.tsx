import { fill } from '../../base/text.ts'
import { done, type Outcome, type Refusal } from '../../base/outcome.ts'
import { DOSSIER, type DossierKey } from '../../law/dossier.ts'
import { textIn } from '../../web/form.ts'
import { Button } from '../../web/parts/button/part.tsx'
import type { Problem } from '../../web/parts/error-summary/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { TextArea } from '../../web/parts/text-area/part.tsx'
import { type Answer, type AskedPage, type Form, page, type Route } from '../../web/route.ts'
import { difference, discardUpdate, findDraft, getOwn, startUpdate, updateDossier } from './actions.ts'
import { isPublic } from './rules.ts'
import { type Draft, isRecorded, type Recorded } from './schema.ts'
import { backTo, Cited, Differences, labelOf, mayFile, partOf, problemsOf, saying, type Slips } from './shown.tsx'
import { D } from './words.ts'

const about = page({
  name: 'showUpdate',
  method: 'get',
  path: '/systems/{id}/update',
  who: 'filer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const { lang, to } = asked
    const found = await getOwn(asked, params.id ?? '')
    if (!found.ok) return found
    const system = found.value
    const at = (path: string) => to(`/systems/${system.id}${path}`)
    if (!isRecorded(system) || system.state === 'withdrawn') return done({ goTo: at('') })
    if ((await findDraft(asked.db, system.id)) !== undefined) return done({ goTo: at('/changes') })
    const show = asked.page({
      title: `${D.update[lang]} – ${system.name}`,
      back: backTo(asked, system),
      unlisted: true,
      children: (
        <>
          <h1>{D.update[lang]}</h1>
          <p>
            {D.updateLead[lang]} <Cited lang={lang} cite="N11.4" />
          </p>
          <p>
            {D.updateLevel[lang]} <Cited lang={lang} cite="N11.1.a" />
          </p>
          <p>
            <a href={at('/reclassify')}>{D.reclassify[lang]}</a>
          </p>
          <FormShell action={at('/update')} once={asked.once}>
            <Button>{D.updateStart[lang]}</Button>
          </FormShell>
        </>
      ),
    })
    return done({ show })
  },
})

const start = page({
  name: 'startUpdate',
  method: 'post',
  path: '/systems/{id}/update',
  who: 'filer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const started = await startUpdate(asked, params.id ?? '')
    return started.ok ? done({ goTo: asked.to(`/systems/${started.value.id}/changes`) }) : started
  },
})

/** What the decisive page is drawn from. */
interface Review {
  readonly system: Recorded
  readonly draft: Draft
  readonly kind: string
  readonly reason: string
  readonly slips: Slips
  /** What is wrong elsewhere: a field of another page. */
  readonly elsewhere: readonly Problem[]
}

async function reviewed(asked: AskedPage, id: string): Promise<Outcome<Review | Answer>> {
  const found = await getOwn(asked, id)
  if (!found.ok) return found
  const system = found.value
  const draft = await findDraft(asked.db, system.id)
  const way = isRecorded(system) && system.state !== 'withdrawn' && mayFile(asked, system) ? '/update' : ''
  if (!isRecorded(system) || draft === undefined) return done({ goTo: asked.to(`/systems/${system.id}${way}`) })
  return done({ system, draft, kind: '', reason: '', slips: {}, elsewhere: [] })
}

const review = page({
  name: 'reviewChanges',
  method: 'get',
  path: '/systems/{id}/changes',
  who: 'viewer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const found = await reviewed(asked, params.id ?? '')
    if (!found.ok || !('draft' in found.value)) return found as Outcome<Answer>
    return done({ show: await reviewPage(asked, found.value) })
  },
})

const record = page({
  name: 'recordChanges',
  method: 'post',
  path: '/systems/{id}/changes',
  who: 'filer',
  async handle(asked, { params, form }): Promise<Outcome<Answer>> {
    const found = await reviewed(asked, params.id ?? '')
    if (!found.ok || !('draft' in found.value)) return found as Outcome<Answer>
    const { system, draft } = found.value
    const { kind, reason, slips } = read(asked, form)
    const again = async (wrong: Pick<Review, 'slips' | 'elsewhere'>) =>
      done<Answer>({
        show: await reviewPage(asked, { system, draft, kind: kind ?? '', reason, ...wrong }),
        status: 422,
      })
    const recorded = await updateDossier(
      asked,
      system.id,
      draft.answers,
      kind ?? 'updated',
      reason === '' ? null : reason,
    )
    const refusals = recorded.ok ? [] : recorded.refusals.filter((r) => r.field !== 'reason')
    const said = { ...slips, ...(recorded.ok ? {} : reasonSlip(asked, recorded.refusals)) }
    const elsewhere = refusals.map((r) => problemOf(asked, system, r))
    if (problemsOf(said).length > 0 || !recorded.ok) return again({ slips: said, elsewhere })
    return done({ goTo: asked.to(`/systems/${system.id}/history`) })
  },
})

function read({ lang }: AskedPage, form: Form) {
  const kind = (['updated', 'corrected'] as const).find((k) => k === textIn(form, 'kind'))
  const reason = textIn(form, 'reason').trim()
  const slips: Slips = {
    kind: kind === undefined ? D.kindOfChangeMissing[lang] : undefined,
    reason: reason.length > 1000 ? D.reasonLong[lang] : undefined,
  }
  return { kind, reason, slips }
}

const reasonSlip = ({ lang }: AskedPage, refusals: readonly Refusal[]): Slips =>
  Object.fromEntries(refusals.filter((r) => r.field === 'reason').map((r) => ['reason', saying(r, lang)]))

/** A refusal of a field leads to the page of that field. */
function problemOf({ lang, to }: AskedPage, system: Recorded, refusal: Refusal): Problem {
  const key = DOSSIER.fields.find((f) => `dossier.${f.key}` === refusal.field)?.key
  const text =
    refusal.code === 'dossier.missing' && key !== undefined
      ? fill(D.lackIn[lang], { field: labelOf(key, lang) })
      : saying(refusal, lang)
  return { href: key === undefined ? '#changes' : partHref(to, system, key), text }
}
const partHref = (to: AskedPage['to'], system: Recorded, key: DossierKey): string =>
  `${to(`/systems/${system.id}/dossier/${partOf(key)}`)}#${key}`

async function reviewPage(asked: AskedPage, { system, draft, kind, reason, slips, elsewhere }: Review) {
  const { lang, to } = asked
  const at = (path: string) => to(`/systems/${system.id}${path}`)
  const { all, documents } = await difference(asked.db, system, draft.answers)
  const shown = all.filter((c) => isPublic(c.field, system.level))
  const kept = all.filter((c) => !isPublic(c.field, system.level))
  const nothing = all.length === 0 && !documents
  const may = mayFile(asked, system)
  return asked.page({
    title: `${D.changes[lang]} – ${system.name}`,
    back: backTo(asked, system),
    unlisted: true,
    problems: [...elsewhere, ...problemsOf(slips)],
    children: (
      <>
        <h1 id="changes">{D.changes[lang]}</h1>
        <p>{nothing ? D.changesNone[lang] : fill(D.changesLead[lang], { n: system.dossierVersion })}</p>
        {documents ? <p>{D.documents[lang]}</p> : null}
        {shown.length === 0 ? null : (
          <>
            <h2>{D.willShow[lang]}</h2>
            <Differences lang={lang} changes={shown} />
          </>
        )}
        {kept.length === 0 ? null : (
          <>
            <h2>{D.willNotShow[lang]}</h2>
            <Differences lang={lang} changes={kept} />
          </>
        )}
        {may ? (
          <>
            <h2>{D.editParts[lang]}</h2>
            <ul>
              {DOSSIER.parts.map((part) => (
                <li>
                  <a href={at(`/dossier/${part.id}`)}>{part.label[lang]}</a>
                </li>
              ))}
              <li>
                <a href={at('/files')}>{D.files[lang]}</a>
              </li>
            </ul>
          </>
        ) : null}
        {may && !nothing ? (
          <FormShell action={at('/changes')} once={asked.once}>
            <Radios
              name="kind"
              legend={D.kindOfChange[lang]}
              legendAs="h2"
              value={kind}
              error={slips.kind}
              options={[
                { value: 'updated', label: D.updated[lang], hint: D.updatedHint[lang] },
                { value: 'corrected', label: D.corrected[lang], hint: D.correctedHint[lang] },
              ]}
            />
            <TextArea
              name="reason"
              label={D.reason[lang]}
              hint={D.reasonHint[lang]}
              value={reason}
              error={slips.reason}
              rows={3}
            />
            <Button>{D.record[lang]}</Button>
          </FormShell>
        ) : null}
        {may ? (
          <>
            <hr />
            <FormShell action={at('/changes/discard')} once={`${asked.once}-discard`}>
              <p class="soft">{D.discardMeans[lang]}</p>
              <Button look="secondary">{D.discard[lang]}</Button>
            </FormShell>
          </>
        ) : (
          <p class="soft">{D.viewing[lang]}</p>
        )}
      </>
    ),
  })
}

const discard = page({
  name: 'discardChanges',
  method: 'post',
  path: '/systems/{id}/changes/discard',
  who: 'filer',
  async handle(asked, { params }): Promise<Outcome<Answer>> {
    const discarded = await discardUpdate(asked, params.id ?? '')
    return discarded.ok ? done({ goTo: asked.to(`/systems/${discarded.value.id}`) }) : discarded
  },
})

export const changesPages: readonly Route[] = [about, start, review, record, discard]
