import type { Child } from 'hono/jsx'
import { UNIT_KINDS } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { done } from '../../base/outcome.ts'
import { showDay } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { AskEmail } from './fields.tsx'
import { Ask, again, blank, Choose, choices, type Draft, filled, framed, judge, orRefuse, typed } from './forms.tsx'
import { type OfficerView, OfficerInvitation, type Unit, UnitDetails } from './schema.ts'
import * as act from './unit-actions.ts'
import { Waiting } from './waiting.tsx'
import { MEMBER_FIELDS, UNIT_FIELDS as F, UNIT_KIND, UNIT_ROLE } from './words.ts'
import { U } from './words-units.ts'

const toUnits = ({ lang, to }: AskedPage) => ({ text: U.units[lang], href: to('/units') })
const toUnit = ({ lang, to }: AskedPage, unit: Unit) => ({ text: unit.name[lang], href: to(`/units/${unit.id}`) })
const labels = (asked: AskedPage, all: readonly Record<AskedPage['lang'], string>[]) =>
  all.map((label) => ({ label: label[asked.lang] }))

const listPage = (asked: AskedPage, units: readonly Unit[]): Child => {
  const { lang, to } = asked
  return framed(
    asked,
    { title: U.units[lang], wide: true },
    <>
      <p>{U.unitsText[lang]}</p>
      <DataTable
        caption={U.units[lang]}
        captionHidden
        columns={labels(asked, [U.unit, U.kind, U.code])}
        rows={units.map((u) => [<a href={to(`/units/${u.id}`)}>{u.name[lang]}</a>, UNIT_KIND[u.kind][lang], u.code])}
      />
      <Buttons>
        <Button look="secondary" href={to('/units/new')}>
          {U.create[lang]}
        </Button>
        <Button look="secondary" href={to('/units/desks')}>
          {U.desks[lang]}
        </Button>
      </Buttons>
    </>,
  )
}

const newPage = (asked: AskedPage, draft: Draft): Child => {
  const { lang, to, once } = asked
  return framed(
    asked,
    { title: U.create[lang], draft, back: toUnits(asked) },
    <FormShell action={to('/units/new')} once={once}>
      <Choose
        lang={lang}
        draft={draft}
        name="kind"
        words={F.kind}
        options={UNIT_KINDS.map((value) => ({ value, label: UNIT_KIND[value][lang] }))}
      />
      <Ask lang={lang} draft={draft} name="code" words={F.code} autocomplete="off" spellcheck={false} width={20} />
      <Ask lang={lang} draft={draft} name="nameVi" words={F.nameVi} autocomplete="off" />
      <Ask lang={lang} draft={draft} name="nameEn" words={F.nameEn} autocomplete="off" />
      <Button>{U.createDo[lang]}</Button>
    </FormShell>,
  )
}

const unitsOfState: readonly Route[] = [
  page({
    name: 'units',
    method: 'get',
    path: '/units',
    who: 'administrator',
    async handle(asked) {
      const units = await act.unitsFor(asked, asked.actor)
      return units.ok ? done({ show: listPage(asked, units.value) }) : units
    },
  }),
  page({
    name: 'newUnit',
    method: 'get',
    path: '/units/new',
    who: 'administrator',
    async handle(asked) {
      const units = await act.unitsFor(asked, asked.actor)
      return units.ok ? done({ show: newPage(asked, blank) }) : units
    },
  }),
  page({
    name: 'createUnit',
    method: 'post',
    path: '/units/new',
    who: 'administrator',
    async handle(asked, { form }) {
      const values = typed(form, ['kind', 'code', 'nameVi', 'nameEn'])
      const input = judge(UnitDetails, values, F, asked.lang)
      if (!input.ok) return again(newPage(asked, input.draft))
      const added = await act.addUnit(asked, asked.actor, input.value)
      if (!added.ok) return orRefuse(added, values, asked.lang, (draft) => newPage(asked, draft))
      return done({ goTo: asked.to(`/units/${added.value}`) })
    },
  }),
]

// ————— one unit and its officers —————

const Officers = ({ asked, unit, officers }: { asked: AskedPage; unit: Unit; officers: readonly OfficerView[] }) => {
  const { lang, to } = asked
  if (officers.length === 0) return <p>{U.officersNone[lang]}</p>
  return (
    <DataTable
      caption={U.officers[lang]}
      captionHidden
      columns={labels(asked, [U.officer, U.email, U.role, U.factor, U.since])}
      rows={officers.map((o) => [
        <a href={to(`/units/${unit.id}/officers/${o.account}`)}>{o.name}</a>,
        o.email,
        UNIT_ROLE[o.role].label[lang],
        U[o.secondFactor ? 'factorOn' : 'factorOff'][lang],
        <span class="number">{showDay(dayOf(o.since))}</span>,
      ])}
    />
  )
}

const unitPage = (asked: AskedPage, { unit, officers, invitations }: act.UnitPage): Child => {
  const { lang, to } = asked
  return framed(
    asked,
    { title: unit.name[lang], wide: true, back: toUnits(asked) },
    <>
      <SummaryList
        rows={[
          { key: U.kind[lang], value: UNIT_KIND[unit.kind][lang] },
          { key: U.code[lang], value: unit.code },
        ]}
      />
      <h2>{U.officers[lang]}</h2>
      <Officers asked={asked} unit={unit} officers={officers} />
      <Buttons>
        <Button look="secondary" href={to(`/units/${unit.id}/invite`)}>
          {U.invite[lang]}
        </Button>
      </Buttons>
      <Waiting
        asked={asked}
        invitations={invitations}
        into={`/units/${unit.id}`}
        role={({ role }) => UNIT_ROLE[OfficerInvitation.shape.role.parse(role)].label}
      />
    </>,
  )
}

const invitePage = (asked: AskedPage, unit: Unit, draft: Draft): Child => {
  const { lang, to, once } = asked
  return framed(
    asked,
    { title: U.invite[lang], draft, back: toUnit(asked, unit) },
    <FormShell action={to(`/units/${unit.id}/invite`)} once={once}>
      <AskEmail lang={lang} draft={draft} others />
      <Choose lang={lang} draft={draft} name="role" words={MEMBER_FIELDS.role} options={choices(UNIT_ROLE, lang)} />
      <Button>{U.inviteDo[lang]}</Button>
    </FormShell>,
  )
}

const officerPage = (asked: AskedPage, unit: Unit, officer: OfficerView): Child => {
  const { lang, to, once } = asked
  const path = to(`/units/${unit.id}/officers/${officer.account}`)
  return framed(
    asked,
    { title: officer.name, back: toUnit(asked, unit) },
    <>
      <SummaryList
        rows={[
          { key: U.email[lang], value: officer.email },
          { key: U.role[lang], value: UNIT_ROLE[officer.role].label[lang] },
          { key: U.since[lang], value: showDay(dayOf(officer.since)) },
          { key: U.factor[lang], value: U[officer.secondFactor ? 'factorOn' : 'factorOff'][lang] },
        ]}
      />
      {officer.secondFactor ? (
        <>
          <h2>{U.reset[lang]}</h2>
          <p>{U.resetText[lang]}</p>
          <FormShell action={`${path}/reset`} once={once}>
            <Button look="secondary">{U.reset[lang]}</Button>
          </FormShell>
        </>
      ) : null}
      <h2>{U.remove[lang]}</h2>
      <p>{U.removeText[lang]}</p>
      <FormShell action={`${path}/remove`} once={once}>
        <Button look="warning">{U.remove[lang]}</Button>
      </FormShell>
    </>,
  )
}

/** What an administrator does to one officer; then back to the unit. */
const toOfficer = (name: string, verb: string, run: typeof act.removeOfficer): Route =>
  page({
    name,
    method: 'post',
    path: `/units/{id}/officers/{account}/${verb}`,
    who: 'administrator',
    async handle(asked, { params }) {
      const ended = await run(asked, asked.actor, params.id ?? '', params.account ?? '')
      return ended.ok ? done({ goTo: asked.to(`/units/${params.id}`) }) : ended
    },
  })

const oneUnit: readonly Route[] = [
  page({
    name: 'unit',
    method: 'get',
    path: '/units/{id}',
    who: 'administrator',
    async handle(asked, { params }) {
      const found = await act.unitFor(asked, asked.actor, params.id ?? '')
      return found.ok ? done({ show: unitPage(asked, found.value) }) : found
    },
  }),
  page({
    name: 'inviteOfficer',
    method: 'get',
    path: '/units/{id}/invite',
    who: 'administrator',
    async handle(asked, { params }) {
      const found = await act.unitFor(asked, asked.actor, params.id ?? '')
      return found.ok ? done({ show: invitePage(asked, found.value.unit, filled({ role: 'officer' })) }) : found
    },
  }),
  page({
    name: 'submitInviteOfficer',
    method: 'post',
    path: '/units/{id}/invite',
    who: 'administrator',
    async handle(asked, { params, form }) {
      const found = await act.unitFor(asked, asked.actor, params.id ?? '')
      if (!found.ok) return found
      const values = typed(form, ['email', 'role'])
      const show = (draft: Draft) => invitePage(asked, found.value.unit, draft)
      const input = judge(OfficerInvitation, values, MEMBER_FIELDS, asked.lang)
      if (!input.ok) return again(show(input.draft))
      const invited = await act.inviteOfficer(asked, asked.actor, found.value.unit.id, input.value, asked.lang)
      return invited.ok
        ? done({ goTo: toUnit(asked, found.value.unit).href })
        : orRefuse(invited, values, asked.lang, show)
    },
  }),
  page({
    name: 'withdrawOfficerInvitation',
    method: 'post',
    path: '/units/{id}/invitations/{invitation}/withdraw',
    who: 'administrator',
    async handle(asked, { params }) {
      const ended = await act.withdrawOfficerInvitation(asked, asked.actor, params.id ?? '', params.invitation ?? '')
      return ended.ok ? done({ goTo: asked.to(`/units/${params.id}`) }) : ended
    },
  }),
  page({
    name: 'officer',
    method: 'get',
    path: '/units/{id}/officers/{account}',
    who: 'administrator',
    async handle(asked, { params }) {
      const found = await act.officerFor(asked, asked.actor, params.id ?? '', params.account ?? '')
      return found.ok ? done({ show: officerPage(asked, found.value.unit, found.value.officer) }) : found
    },
  }),
  toOfficer('removeOfficer', 'remove', act.removeOfficer),
  toOfficer('resetSecondFactor', 'reset', act.resetFactor),
]

export const unitPages: readonly Route[] = [...unitsOfState, ...oneUnit]
