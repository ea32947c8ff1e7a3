import { fill } from '../../base/text.ts'
import type { Child } from 'hono/jsx'
import { actorId } from '../../base/actor.ts'
import { dayOf, showDay } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import { dayIn, textIn, textsIn, type TypedDay } from '../../web/form.ts'
import { showMoment } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { DateField } from '../../web/parts/date-field/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { carryOut, getProposal, listProposals, listTombstones, propose, withdrawProposal } from './actions.ts'
import { type Code, Field, KINDS, type Proposal, type Tombstone, Wish } from './schema.ts'
import { Cited } from './shown.tsx'
import { FIELD, KIND, KIND_HINT, SAYS, W } from './words.ts'

const back = ({ lang, to }: AskedPage) => ({ text: W.erasures[lang], href: to('/erasures') })

// ————— all of them —————

const Tombstones = ({ asked, all }: { readonly asked: AskedPage; readonly all: readonly Tombstone[] }) => {
  const { lang, to } = asked
  if (all.length === 0) return <p>{W.noTombstones[lang]}</p>
  const subject = ({ kind, subject: named }: Tombstone): Child =>
    kind === 'system' && named !== null ? <a href={to(`/register/${named}`)}>{named}</a> : (named ?? W.nobodys[lang])
  return (
    <DataTable
      caption={W.tombstones[lang]}
      captionHidden
      columns={[W.number, W.sort, W.about, W.office, W.at, W.backups].map((label) => ({ label: label[lang] }))}
      rows={all.map((t) => [
        <span class="number">{t.number}</span>,
        KIND[t.kind][lang],
        subject(t),
        t.office[lang],
        <time datetime={t.at}>{showDay(dayOf(t.at))}</time>,
        showDay(t.backupsUntil),
      ])}
    />
  )
}

/** What anyone may know: that something was erased, never what. */
const tombstones = page({
  name: 'tombstones',
  method: 'get',
  path: '/tombstones',
  who: 'anyone',
  open: true,
  async handle(asked) {
    const { lang } = asked
    const show = asked.page({
      title: W.list[lang],
      wide: true,
      children: (
        <>
          <h1>{W.list[lang]}</h1>
          <p class="lead">
            {W.listLead[lang]} <Cited asked={asked} cite="L8.3" />
          </p>
          <Tombstones asked={asked} all={await listTombstones(asked.reader)} />
        </>
      ),
    })
    return done({ show })
  },
})

const listPage = page({
  name: 'erasures',
  method: 'get',
  path: '/erasures',
  who: 'officer',
  async handle(asked) {
    const all = await listProposals(asked)
    if (!all.ok) return all
    const { lang, to } = asked
    const show = asked.page({
      title: W.erasures[lang],
      wide: true,
      unlisted: true,
      children: (
        <>
          <h1>{W.erasures[lang]}</h1>
          <p class="lead">
            {W.erasuresLead[lang]} <Cited asked={asked} cite="L8.3" />
          </p>
          <Buttons>
            <Button href={to('/erasures/new')}>{W.propose[lang]}</Button>
          </Buttons>
          <h2>{W.waiting[lang]}</h2>
          {all.value.length === 0 ? (
            <p>{W.nothingWaits[lang]}</p>
          ) : (
            <DataTable
              caption={W.waiting[lang]}
              captionHidden
              columns={[W.about, W.sort, W.proposedAt].map((label) => ({ label: label[lang] }))}
              rows={all.value.map((p) => [
                <a href={to(`/erasures/${p.id}`)}>{p.subject}</a>,
                KIND[p.kind][lang],
                <time datetime={p.at}>{showDay(dayOf(p.at))}</time>,
              ])}
            />
          )}
          <h2>{W.tombstones[lang]}</h2>
          <Tombstones asked={asked} all={await listTombstones(asked.reader)} />
        </>
      ),
    })
    return done({ show })
  },
})

// ————— a new one —————

interface Typed {
  readonly kind: string
  readonly subject: string
  readonly fields: readonly string[]
  readonly files: boolean
  readonly versions: string
  readonly askedOn: TypedDay
}
type Slips = Readonly<Partial<Record<keyof Typed, string>>>

const DAY = {
  day: { vi: 'Ngày', en: 'Day' },
  month: { vi: 'Tháng', en: 'Month' },
  year: { vi: 'Năm', en: 'Year' },
} as const

const EMPTY: Typed = {
  ...{ kind: '', subject: '', fields: ['providerName', 'providerAddress', 'providerContact'], files: false },
  ...{ versions: 'earlier', askedOn: { values: { day: '', month: '', year: '' }, day: undefined } },
}

const newPage = (asked: AskedPage, typed: Typed, slips: Slips = {}): Child => {
  const { lang, to, once } = asked
  return asked.page({
    title: W.propose[lang],
    unlisted: true,
    back: back(asked),
    problems: Object.entries(slips).map(([field, text]) => ({
      href: field === 'askedOn' ? '#askedOn-day' : `#${field}`,
      text,
    })),
    children: (
      <>
        <h1>{W.propose[lang]}</h1>
        <FormShell action={to('/erasures/new')} once={once}>
          <Radios
            name="kind"
            legend={W.kind[lang]}
            options={KINDS.map((value) => ({ value, label: KIND[value][lang], hint: KIND_HINT[value][lang] }))}
            value={typed.kind}
            error={slips.kind}
          />
          <TextField
            name="subject"
            label={W.subject[lang]}
            hint={W.subjectHint[lang]}
            value={typed.subject}
            error={slips.subject}
            autocomplete="off"
            spellcheck={false}
            width={30}
          />
          <Checkboxes
            name="fields"
            legend={W.fields[lang]}
            hint={W.fieldsHint[lang]}
            options={Field.options
              .filter((value) => value !== 'files')
              .map((value) => ({ value, label: FIELD[value][lang] }))}
            values={typed.fields}
            error={slips.fields}
          />
          <Checkboxes
            name="files"
            legend={W.files[lang]}
            options={[{ value: 'yes', label: W.filesYes[lang] }]}
            values={typed.files ? ['yes'] : []}
          />
          <Radios
            name="versions"
            legend={W.versions[lang]}
            options={[
              { value: 'earlier', label: W.versionsEarlier[lang], hint: W.versionsEarlierHint[lang] },
              { value: 'all', label: W.versionsAll[lang], hint: W.versionsAllHint[lang] },
            ]}
            value={typed.versions}
            error={slips.versions}
          />
          <DateField
            name="askedOn"
            legend={W.askedOn[lang]}
            labels={{ day: DAY.day[lang], month: DAY.month[lang], year: DAY.year[lang] }}
            values={typed.askedOn.values}
            error={slips.askedOn}
          />
          <Button>{W.proposeDo[lang]}</Button>
        </FormShell>
      </>
    ),
  })
}

/** Whoever may propose: asked before anything typed is looked at, so that nobody else learns of the page. */
const newProposal = page({
  name: 'newErasure',
  method: 'get',
  path: '/erasures/new',
  who: 'officer',
  async handle(asked) {
    const may = await listProposals(asked)
    return may.ok ? done({ show: newPage(asked, EMPTY) }) : may
  },
})

const submitProposal = page({
  name: 'submitErasure',
  method: 'post',
  path: '/erasures/new',
  who: 'officer',
  async handle(asked, { form }) {
    const { lang } = asked
    const typed: Typed = {
      ...{ kind: textIn(form, 'kind'), subject: textIn(form, 'subject').trim(), fields: textsIn(form, 'fields') },
      ...{ files: textIn(form, 'files') === 'yes', versions: textIn(form, 'versions') },
      askedOn: dayIn(form, 'askedOn'),
    }
    const wish = Wish.safeParse({ ...typed, askedOn: typed.askedOn.day })
    if (!wish.success) {
      const wrong = new Set(wish.error.issues.map(({ path }) => String(path[0])))
      const slips: Slips = {
        ...(wrong.has('kind') ? { kind: W.kindMissing[lang] } : {}),
        ...(wrong.has('subject') ? { subject: W.subjectMissing[lang] } : {}),
        ...(wrong.has('fields') ? { fields: SAYS['erasure.no-field'][lang] } : {}),
        ...(wrong.has('versions') ? { versions: W.versionsMissing[lang] } : {}),
        ...(wrong.has('askedOn') ? { askedOn: W.askedOnWrong[lang] } : {}),
      }
      return done({ show: newPage(asked, typed, slips), status: 422 })
    }
    const proposed = await propose(asked, wish.data)
    if (proposed.ok) return done({ goTo: asked.to(`/erasures/${proposed.value.id}`) })
    const here = proposed.refusals.every(({ field }) => field !== undefined)
    if (!here) return proposed
    const slips = Object.fromEntries(
      proposed.refusals.map(({ field = '', code, facts }) => [field, fill(SAYS[code as Code][lang], facts ?? {})]),
    ) as Slips
    return done({ show: newPage(asked, typed, slips), status: 422 })
  },
})

// ————— one —————

const STATE = { open: W.stateOpen, done: W.stateDone, withdrawn: W.stateWithdrawn } as const

const proposalPage = (asked: AskedPage, p: Proposal, numbers: readonly string[]): Child => {
  const { lang, to, once, site } = asked
  const mine = actorId(asked.actor) === p.by
  const at = to(`/erasures/${p.id}`)
  return asked.page({
    title: `${W.proposal[lang]} – ${p.subject}`,
    unlisted: true,
    back: back(asked),
    children: (
      <>
        <h1>{W.proposal[lang]}</h1>
        <SummaryList
          rows={[
            { key: W.kind[lang], value: KIND[p.kind][lang] },
            {
              key: W.about[lang],
              value: p.kind === 'system' ? <a href={to(`/register/${p.subject}`)}>{p.subject}</a> : p.subject,
            },
            ...(p.kind === 'file' || p.kind === 'petition'
              ? []
              : [{ key: W.fields[lang], value: p.fields.map((field) => FIELD[field][lang]).join('; ') || '–' }]),
            ...(p.kind === 'system'
              ? [
                  { key: W.versions[lang], value: W[p.versions === 'all' ? 'versionsAll' : 'versionsEarlier'][lang] },
                  ...(p.files ? [{ key: W.files[lang], value: W.filesYes[lang] }] : []),
                ]
              : []),
            { key: W.askedOn[lang], value: showDay(p.askedOn) },
            { key: W.ground[lang], value: fill(W.groundSaid[lang], { ground: site.erasing.ground }) },
            { key: W.proposedAt[lang], value: showMoment(p.at, lang) },
            { key: W.state[lang], value: STATE[p.ended ?? 'open'][lang] },
            ...(numbers.length === 0 ? [] : [{ key: W.tombstones[lang], value: numbers.join(', ') }]),
          ]}
        />
        {p.ended === null ? (
          <>
            <Notice tone="important" title={W.before[lang]}>
              <p>{W.beforeText[lang]}</p>
              {mine ? <p>{W.yours[lang]}</p> : null}
            </Notice>
            {mine ? null : (
              <FormShell action={`${at}/carry-out`} once={once}>
                <Button look="warning">{W.carryOutDo[lang]}</Button>
              </FormShell>
            )}
            <FormShell action={`${at}/withdraw`} once={`${once}-withdraw`}>
              <Button look="secondary">{W.withdrawDo[lang]}</Button>
            </FormShell>
          </>
        ) : null}
      </>
    ),
  })
}

const showProposal = page({
  name: 'erasure',
  method: 'get',
  path: '/erasures/{id}',
  who: 'officer',
  async handle(asked, { params: { id = '' } }) {
    const found = await getProposal(asked, id)
    return found.ok ? done({ show: proposalPage(asked, found.value.proposal, found.value.numbers) }) : found
  },
})

const carryOutProposal = page({
  name: 'carryOutErasure',
  method: 'post',
  path: '/erasures/{id}/carry-out',
  who: 'officer',
  async handle(asked, { params: { id = '' } }) {
    const erased = await carryOut(asked, id)
    return erased.ok ? done({ goTo: asked.to(`/erasures/${id}`) }) : erased
  },
})

const withdraw = page({
  name: 'withdrawErasure',
  method: 'post',
  path: '/erasures/{id}/withdraw',
  who: 'officer',
  async handle(asked, { params: { id = '' } }) {
    const withdrawn = await withdrawProposal(asked, id)
    return withdrawn.ok ? done({ goTo: asked.to('/erasures') }) : withdrawn
  },
})

export const proposalPages: readonly Route[] = [
  ...[tombstones, listPage, newProposal, submitProposal, showProposal, carryOutProposal, withdraw],
]
