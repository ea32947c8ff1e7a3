import type { Child } from 'hono/jsx'
import type { AccountId, PartyId } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { showDay } from '../../web/format.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { DataTable } from '../../web/parts/data-table/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { AskEmail } from './fields.tsx'
import {
  again,
  blank,
  Choose,
  choices,
  type Draft,
  filled,
  framed,
  judge,
  memberOf,
  one,
  orRefuse,
  typed,
} from './forms.tsx'
import * as act from './party-actions.ts'
import { mayStopOwning } from './rules.ts'
import { isId, MemberInvitation, type MemberView, RoleChoice } from './schema.ts'
import { Waiting } from './waiting.tsx'
import { MEMBER_FIELDS as F, PARTY_ROLE } from './words.ts'
import { O } from './words-organisation.ts'

const home = ({ lang, to }: AskedPage) => ({ text: O.organisation[lang], href: to('/organisation') })

export async function membersSection(asked: AskedPage, party: PartyId): Promise<Child> {
  const { lang, to } = asked
  const { account, acting } = memberOf(asked)
  const owner = acting.role === 'owner'
  const members = await act.membersOf(asked, party)
  const rows = members.map((m) => [
    <>
      {m.name} {m.account === account ? O.you[lang] : null}
    </>,
    m.email,
    PARTY_ROLE[m.role].label[lang],
    <span class="number">{showDay(dayOf(m.since))}</span>,
    ...(owner
      ? [
          <a href={to(`/organisation/members/${m.account}`)}>
            {O.manage[lang]}
            <span class="govuk-visually-hidden"> {m.name}</span>
          </a>,
        ]
      : []),
  ])
  const labels = [O.member, O.email, O.memberRole, O.since, ...(owner ? [O.action] : [])]
  return (
    <>
      <h2>{O.members[lang]}</h2>
      <DataTable
        caption={O.members[lang]}
        captionHidden
        columns={labels.map((label) => ({ label: label[lang] }))}
        rows={rows}
      />
      <Buttons>
        {owner ? (
          <Button look="secondary" href={to('/organisation/members/invite')}>
            {O.invite[lang]}
          </Button>
        ) : null}
        <a href={to('/organisation/leave')}>{O.leave[lang]}</a>
      </Buttons>
    </>
  )
}

export const invitationsSection = async (asked: AskedPage, party: PartyId): Promise<Child> => (
  <Waiting
    asked={asked}
    invitations={await act.invitationsTo(asked, party)}
    into="/organisation"
    role={({ role }) => PARTY_ROLE[RoleChoice.shape.role.parse(role)].label}
  />
)

const invitePage = (asked: AskedPage, draft: Draft): Child => {
  const { lang, to, once } = asked
  return framed(
    asked,
    { title: O.invite[lang], draft, back: home(asked) },
    <>
      <p>{O.inviteText[lang]}</p>
      <FormShell action={to('/organisation/members/invite')} once={once}>
        <AskEmail lang={lang} draft={draft} others />
        <Choose lang={lang} draft={draft} name="role" words={F.role} options={choices(PARTY_ROLE, lang)} />
        <Button>{O.inviteDo[lang]}</Button>
      </FormShell>
    </>,
  )
}

const inviting: readonly Route[] = [
  page({
    name: 'inviteMember',
    method: 'get',
    path: '/organisation/members/invite',
    who: 'owner',
    handle: async (asked) => done({ show: invitePage(asked, filled({ role: 'filer' })) }),
  }),
  page({
    name: 'submitInviteMember',
    method: 'post',
    path: '/organisation/members/invite',
    who: 'owner',
    async handle(asked, { form }) {
      const values = typed(form, ['email', 'role'])
      const show = (draft: Draft) => invitePage(asked, draft)
      const input = judge(MemberInvitation, values, F, asked.lang)
      if (!input.ok) return again(show(input.draft))
      const invited = await act.invite(asked, asked.actor, memberOf(asked).acting.party, input.value, asked.lang)
      return invited.ok ? done({ goTo: asked.to('/organisation') }) : orRefuse(invited, values, asked.lang, show)
    },
  }),
  page({
    name: 'withdrawInvitation',
    method: 'post',
    path: '/organisation/invitations/{id}/withdraw',
    who: 'owner',
    async handle(asked, { params }) {
      const withdrawn = await act.withdrawInvitation(asked, asked.actor, memberOf(asked).acting.party, params.id ?? '')
      return withdrawn.ok ? done({ goTo: asked.to('/organisation') }) : withdrawn
    },
  }),
]

// ————— one member —————

async function findMember(
  asked: AskedPage,
  account: string | undefined,
): Promise<Outcome<{ member: MemberView; last: boolean }>> {
  const members = await act.membersOf(asked, memberOf(asked).acting.party)
  const member = members.find((m) => m.account === account)
  if (member === undefined) return refuse({ code: 'member.unknown' })
  return done({ member, last: !mayStopOwning(members, member.account).ok })
}

const memberPage = (asked: AskedPage, member: MemberView, last: boolean, draft: Draft): Child => {
  const { lang, to, once } = asked
  const self = member.account === memberOf(asked).account
  return framed(
    asked,
    { title: member.name, draft, back: home(asked) },
    <>
      <SummaryList
        rows={[
          { key: O.email[lang], value: member.email },
          { key: O.memberRole[lang], value: PARTY_ROLE[member.role].label[lang] },
          { key: O.since[lang], value: showDay(dayOf(member.since)) },
        ]}
      />
      {last ? (
        <p>{O.lastOwner[lang]}</p>
      ) : (
        <>
          <FormShell action={to(`/organisation/members/${member.account}`)} once={once}>
            <Choose
              lang={lang}
              draft={draft}
              name="role"
              words={{ ...F.role, label: O.roleOf }}
              options={choices(PARTY_ROLE, lang)}
            />
            <Button>{O.roleDo[lang]}</Button>
          </FormShell>
          {self ? null : (
            <>
              <h2>{O.remove[lang]}</h2>
              <p>{O.removeText[lang]}</p>
              <FormShell action={to(`/organisation/members/${member.account}/remove`)} once={once}>
                <Button look="warning">{O.remove[lang]}</Button>
              </FormShell>
            </>
          )}
        </>
      )}
    </>,
  )
}

const managing: readonly Route[] = [
  page({
    name: 'member',
    method: 'get',
    path: '/organisation/members/{account}',
    who: 'owner',
    async handle(asked, { params }) {
      const found = await findMember(asked, params.account)
      if (!found.ok) return found
      const { member, last } = found.value
      return done({ show: memberPage(asked, member, last, filled({ role: member.role })) })
    },
  }),
  page({
    name: 'giveRole',
    method: 'post',
    path: '/organisation/members/{account}',
    who: 'owner',
    async handle(asked, { params, form }) {
      const found = await findMember(asked, params.account)
      if (!found.ok) return found
      const { member, last } = found.value
      const input = judge(RoleChoice, typed(form, ['role']), F, asked.lang)
      if (!input.ok) return again(memberPage(asked, member, last, input.draft))
      const given = await act.giveRole(
        asked,
        asked.actor,
        memberOf(asked).acting.party,
        member.account,
        input.value.role,
      )
      return given.ok ? done({ goTo: asked.to('/organisation') }) : given
    },
  }),
  page({
    name: 'removeMember',
    method: 'post',
    path: '/organisation/members/{account}/remove',
    who: 'owner',
    async handle(asked, { params }) {
      const removed = await act.removeMember(
        asked,
        asked.actor,
        memberOf(asked).acting.party,
        params.account as AccountId,
      )
      return removed.ok ? done({ goTo: asked.to('/organisation') }) : removed
    },
  }),
]

// ————— leaving —————

async function leavePage(asked: AskedPage, draft: Draft): Promise<Child> {
  const { lang, to, once } = asked
  const { account, acting } = memberOf(asked)
  const members = await act.membersOf(asked, acting.party)
  const last = !mayStopOwning(members, account).ok
  const heirs = members.filter((m) => m.account !== account)
  return framed(
    asked,
    { title: O.leave[lang], draft, back: home(asked) },
    <>
      {last && heirs.length === 0 ? (
        <p>{O.leaveAlone[lang]}</p>
      ) : (
        <>
          <p>{O.leaveText[lang]}</p>
          <FormShell action={to('/organisation/leave')} once={once}>
            {last ? (
              <Radios
                name="heir"
                legend={O.leaveHeir[lang]}
                hint={O.leaveHeirHint[lang]}
                options={heirs.map((m) => ({ value: m.account, label: m.name, hint: m.email }))}
                value={one(draft.values.heir)}
                error={draft.slips.heir}
              />
            ) : null}
            <Button look="warning">{last ? O.handOverDo[lang] : O.leaveDo[lang]}</Button>
          </FormShell>
        </>
      )}
    </>,
  )
}

const leaving: readonly Route[] = [
  page({
    name: 'leaveOrganisation',
    method: 'get',
    path: '/organisation/leave',
    who: 'viewer',
    handle: async (asked) => done({ show: await leavePage(asked, blank) }),
  }),
  page({
    name: 'submitLeaveOrganisation',
    method: 'post',
    path: '/organisation/leave',
    who: 'viewer',
    async handle(asked, { form }) {
      const member = memberOf(asked)
      const heir = one(form.heir)
      const left = await act.leave(asked, member, member.acting.party, isId(heir) ? (heir as AccountId) : undefined)
      if (left.ok) return done({ goTo: asked.to('/organisations') })
      const alone = left.refusals.every((r) => r.code === 'member.last-owner')
      return alone
        ? again(await leavePage(asked, { values: {}, slips: { heir: O.leaveHeirMissing[asked.lang] } }))
        : left
    },
  }),
]

export const memberPages: readonly Route[] = [...inviting, ...managing, ...leaving]
