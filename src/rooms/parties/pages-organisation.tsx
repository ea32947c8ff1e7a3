import type { Child } from 'hono/jsx'
import type { PartyId } from '../../base/actor.ts'
import { done, refuse } from '../../base/outcome.ts'
import type { Lang } from '../../base/text.ts'
import { citeText } from '../../law/cite.ts'
import { DUTIES } from '../../law/duties.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { Checkboxes } from '../../web/parts/checkboxes/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { EmptyState } from '../../web/parts/empty-state/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Select } from '../../web/parts/select/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, type Form, page, type Route } from '../../web/route.ts'
import { SESSION } from '../../web/server.ts'
import { COUNTRIES, HOME } from './countries.ts'
import { BackField, withBack } from './fields.tsx'
import {
  Ask,
  again,
  Choose,
  choices,
  type Draft,
  filled,
  framed,
  judge,
  memberOf,
  one,
  personOf,
  RowButton,
  RowForms,
  typed,
  type Values,
} from './forms.tsx'
import * as act from './party-actions.ts'
import { keysSection } from './pages-keys.tsx'
import { invitationsSection, membersSection } from './pages-members.tsx'
import { owesContactPoint, safeBack } from './rules.ts'
import { isId, type Party, PartyDetails } from './schema.ts'
import { PARTY_FIELDS as F, PARTY_KIND, PARTY_ROLE } from './words.ts'
import { O } from './words-organisation.ts'

/** Names from the platform, ours first, the rest in the order of the reader's language. */
const countryName = (code: string, lang: Lang): string =>
  new Intl.DisplayNames(lang, { type: 'region' }).of(code) ?? code
const countryOptions = (lang: Lang) => {
  const names = new Intl.DisplayNames(lang, { type: 'region' })
  const all = COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }))
  const order = new Intl.Collator(lang)
  return all.sort((a, b) => Number(b.value === HOME) - Number(a.value === HOME) || order.compare(a.label, b.label))
}

const LINES = ['name', 'address', 'contact', 'code', 'country', 'contactPoint', 'presence', 'representative'] as const
const read = (form: Form): Values => typed(form, ['kind', ...LINES, 'stateBody'])
const judged = (values: Values, lang: Lang) =>
  judge(PartyDetails, values, F, lang, { ...values, stateBody: values.stateBody === 'yes' })
const asValues = (party: Party): Values => ({
  ...Object.fromEntries(LINES.map((name) => [name, party[name] ?? ''])),
  kind: party.kind,
  stateBody: party.stateBody ? 'yes' : '',
})

/** What Law art. 14.6 asks of foreign providers: shown as a duty, never a condition. */
const ForeignDuties = ({ asked: { lang, to } }: { readonly asked: AskedPage }) => (
  <ul>
    {DUTIES.filter((duty) => duty.cite === 'L14.6').map((duty) => (
      <li>
        {duty.text[lang]} <Cite text={citeText(duty.cite, lang)} href={to(`/law/provisions/${duty.cite}`)} />
      </li>
    ))}
  </ul>
)

const Lines = ({ asked, draft }: { readonly asked: AskedPage; readonly draft: Draft }) => {
  const { lang } = asked
  const common = { lang, draft, spellcheck: false } as const
  return (
    <>
      <Choose lang={lang} draft={draft} name="kind" words={F.kind} options={choices(PARTY_KIND, lang)} />
      <Ask {...common} name="name" words={F.name} autocomplete="organization" />
      <Ask {...common} name="address" words={F.address} autocomplete="address-line1" />
      <Ask {...common} name="contact" words={F.contact} autocomplete="email" />
      <h2>{O.optional[lang]}</h2>
      <Ask {...common} name="code" words={F.code} autocomplete="off" width={20} />
      <Checkboxes
        name="stateBody"
        legend={O.stateBody[lang]}
        options={[{ value: 'yes', label: F.stateBody.label[lang] }]}
        values={[one(draft.values.stateBody)]}
      />
      <Select
        name="country"
        label={F.country.label[lang]}
        value={one(draft.values.country)}
        options={countryOptions(lang)}
        autocomplete="country"
        error={draft.slips.country}
      />
      <Details summary={O.foreign[lang]} open={one(draft.values.country) !== HOME || undefined}>
        <p>{O.foreignText[lang]}</p>
        <ForeignDuties asked={asked} />
        <Ask {...common} name="contactPoint" words={F.contactPoint} autocomplete="off" />
        <Ask {...common} name="presence" words={F.presence} autocomplete="off" />
        <Ask {...common} name="representative" words={F.representative} autocomplete="off" />
      </Details>
    </>
  )
}

const createPage = (asked: AskedPage, draft: Draft, back: string | undefined): Child => {
  const { lang, to, once } = asked
  return framed(
    asked,
    { title: O.create[lang], draft, back: { text: O.organisations[lang], href: to('/organisations') } },
    <>
      <p>{O.createText[lang]}</p>
      <FormShell action={to('/organisations/new')} once={once} unsaved>
        <BackField back={back} />
        <Lines asked={asked} draft={draft} />
        <Button>{O.createDo[lang]}</Button>
      </FormShell>
    </>,
  )
}

const editPage = (asked: AskedPage, draft: Draft, seq: number | string): Child => {
  const { lang, to, once } = asked
  return framed(
    asked,
    { title: O.edit[lang], draft, back: { text: O.organisation[lang], href: to('/organisation') } },
    <FormShell action={to('/organisation/edit')} once={once} seq={seq} unsaved>
      <Lines asked={asked} draft={draft} />
      <Button>{O.editDo[lang]}</Button>
    </FormShell>,
  )
}

async function listPage(asked: AskedPage, back: string | undefined): Promise<Child> {
  const { lang, to } = asked
  const { account, acting } = personOf(asked)
  const memberships = await act.membershipsOf(asked, account)
  const rows = memberships.map((m) => [
    m.name,
    PARTY_ROLE[m.role].label[lang],
    m.party === acting?.party ? (
      <a href={to('/organisation')}>{O.acting[lang]}</a>
    ) : (
      <RowButton id={`switch-${m.party}`} text={O.switchDo[lang]} about={m.name} />
    ),
  ])
  const create = to(withBack('/organisations/new', back))
  return framed(
    asked,
    { title: O.organisations[lang] },
    <>
      {rows.length === 0 ? (
        <EmptyState title={O.organisationsNone[lang]}>
          <p>{O.organisationsNoneText[lang]}</p>
        </EmptyState>
      ) : (
        <>
          <p>{O.organisationsText[lang]}</p>
          <DataTable
            caption={O.organisations[lang]}
            captionHidden
            columns={[{ label: O.name[lang] }, { label: O.role[lang] }, { label: O.status[lang] }]}
            rows={rows}
          />
          <RowForms
            verbs={memberships
              .filter((m) => m.party !== acting?.party)
              .map((m) => ({
                id: `switch-${m.party}`,
                action: to('/organisations/switch'),
                carries: { party: m.party, back },
              }))}
          />
        </>
      )}
      <Buttons>
        <Button href={create}>{O.create[lang]}</Button>
      </Buttons>
    </>,
  )
}

const choosing: readonly Route[] = [
  page({
    name: 'organisations',
    method: 'get',
    path: '/organisations',
    who: 'person',
    handle: async (asked, { query }) => done({ show: await listPage(asked, safeBack(query.back)) }),
  }),
  page({
    name: 'switchOrganisation',
    method: 'post',
    path: '/organisations/switch',
    who: 'person',
    async handle(asked, { form }) {
      const party = one(form.party)
      if (!isId(party)) return refuse({ code: 'party.unknown' })
      const switched = await act.switchTo(asked, personOf(asked), asked.cookie(SESSION) ?? '', party as PartyId)
      return switched.ok ? done({ goTo: safeBack(form.back) ?? asked.to('/organisation') }) : switched
    },
  }),
  page({
    name: 'newOrganisation',
    method: 'get',
    path: '/organisations/new',
    who: 'person',
    handle: async (asked, { query }) =>
      done({ show: createPage(asked, filled({ kind: 'organisation', country: HOME }), safeBack(query.back)) }),
  }),
  page({
    name: 'createOrganisation',
    method: 'post',
    path: '/organisations/new',
    who: 'person',
    async handle(asked, { form }) {
      const back = safeBack(form.back)
      const input = judged(read(form), asked.lang)
      if (!input.ok) return again(createPage(asked, input.draft, back))
      const person = personOf(asked)
      const party = await act.createParty(asked, person.account, input.value)
      const switched = await act.switchTo(asked, person, asked.cookie(SESSION) ?? '', party.id)
      if (!switched.ok) return switched
      if ((await act.sameCode(asked, party)) === 0) return done({ goTo: back ?? asked.to('/systems') })
      return done({ goTo: asked.to(withBack('/organisation', back)) })
    },
  }),
]

async function organisationPage(asked: AskedPage, party: Party, back: string | undefined): Promise<Child> {
  const { lang, to } = asked
  const owner = memberOf(asked).acting.role === 'owner'
  const same = owner ? await act.sameCode(asked, party) : 0
  const given = (value: string | null): Child => value ?? <span class="soft">{O.nothing[lang]}</span>
  return framed(
    asked,
    { title: party.name, wide: true, back: { text: O.organisations[lang], href: to('/organisations') } },
    <>
      {same > 0 ? (
        <Notice title={O.sameCode[lang]}>
          <p>{O.sameCodeText[lang]}</p>
          {back === undefined ? null : (
            <p>
              <a href={back}>{O.goOn[lang]}</a>
            </p>
          )}
        </Notice>
      ) : null}
      <SummaryList
        rows={[
          { key: O.kind[lang], value: PARTY_KIND[party.kind].label[lang] },
          { key: O.address[lang], value: party.address },
          { key: O.contact[lang], value: party.contact },
          { key: O.code[lang], value: given(party.code) },
          { key: O.country[lang], value: countryName(party.country, lang) },
          ...(owesContactPoint(party)
            ? [
                { key: O.contactPoint[lang], value: given(party.contactPoint) },
                { key: O.presence[lang], value: given(party.presence) },
                { key: O.representative[lang], value: given(party.representative) },
              ]
            : []),
          { key: O.stateBody[lang], value: O[party.stateBody ? 'yes' : 'no'][lang] },
        ]}
      />
      {owner ? (
        <Buttons>
          <Button look="secondary" href={to('/organisation/edit')}>
            {O.edit[lang]}
          </Button>
        </Buttons>
      ) : null}
      {owesContactPoint(party) ? (
        <>
          <h2>{O.dutyTitle[lang]}</h2>
          <p>{O.foreignText[lang]}</p>
          <ForeignDuties asked={asked} />
        </>
      ) : null}
      {await membersSection(asked, party.id)}
      {owner ? await invitationsSection(asked, party.id) : null}
      {owner ? await keysSection(asked, party.id) : null}
      <h2>{O.access[lang]}</h2>
      <p>{O.accessText[lang]}</p>
      <p>
        <a href={to('/organisation/access-notes')}>{O.access[lang]}</a>
      </p>
    </>,
  )
}

const atHome: readonly Route[] = [
  page({
    name: 'organisation',
    method: 'get',
    path: '/organisation',
    who: 'viewer',
    async handle(asked, { query }) {
      const party = await act.partyOf(asked, memberOf(asked).acting.party)
      return party.ok ? done({ show: await organisationPage(asked, party.value, safeBack(query.back)) }) : party
    },
  }),
  page({
    name: 'editOrganisation',
    method: 'get',
    path: '/organisation/edit',
    who: 'owner',
    async handle(asked) {
      const party = await act.partyOf(asked, memberOf(asked).acting.party)
      return party.ok ? done({ show: editPage(asked, filled(asValues(party.value)), party.value.seq) }) : party
    },
  }),
  page({
    name: 'changeOrganisation',
    method: 'post',
    path: '/organisation/edit',
    who: 'owner',
    async handle(asked, { form }) {
      const input = judged(read(form), asked.lang)
      const seen = one(form.seq)
      if (!input.ok) return again(editPage(asked, input.draft, seen))
      const changed = await act.changeParty(asked, asked.actor, memberOf(asked).acting.party, input.value, Number(seen))
      return changed.ok ? done({ goTo: asked.to('/organisation') }) : changed
    },
  }),
]

export const organisationPages: readonly Route[] = [...choosing, ...atHome]
