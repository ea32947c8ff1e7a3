import type { Child } from 'hono/jsx'
import { done } from '../../base/outcome.ts'
import type { Text } from '../../base/text.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { SESSION } from '../../web/server.ts'
import { firstThing, whoIs } from './account-actions.ts'
import { AskName, AskNewPassword } from './fields.tsx'
import { again, blank, type Draft, framed, judge, typed } from './forms.tsx'
import { sessionCookie } from './pages-account.tsx'
import { emailKey, Newcomer, type OpenInvitation } from './schema.ts'
import * as act from './unit-actions.ts'
import { ACCOUNT_FIELDS as F, PARTY_ROLE, UNIT_ROLE } from './words.ts'
import { A } from './words-account.ts'

const roleOf = (open: OpenInvitation): Text =>
  open.to === 'party' ? PARTY_ROLE[open.role].label : UNIT_ROLE[open.role].label

const ForNewcomer = ({
  asked,
  token,
  open,
  draft,
}: {
  asked: AskedPage
  token: string
  open: OpenInvitation
  draft: Draft
}) => {
  const { lang, to, once } = asked
  return (
    <>
      <p>{A.acceptNewText[lang]}</p>
      <FormShell action={to(`/invitation/${token}/sign-up`)} once={once}>
        <input type="hidden" name="email" value={open.email} autocomplete="username" />
        <AskName lang={lang} draft={draft} />
        <AskNewPassword lang={lang} draft={draft} />
        <Button>{A.acceptNew[lang]}</Button>
      </FormShell>
    </>
  )
}

/** What the holder of the link may do: accept, sign in first, sign out first, or make an account. */
async function next(asked: AskedPage, token: string, open: OpenInvitation, draft: Draft): Promise<Child> {
  const { lang, to, once, actor } = asked
  if (actor.kind === 'person')
    return emailKey(actor.email) === open.email ? (
      <FormShell action={to(`/invitation/${token}`)} once={once}>
        <Button>{A.acceptDo[lang]}</Button>
      </FormShell>
    ) : (
      <>
        <p>{A.acceptOther[lang]}</p>
        <FormShell action={to('/sign-out')}>
          <Button look="secondary">{A.signOut[lang]}</Button>
        </FormShell>
      </>
    )
  if (!(await act.isKnown(asked, open.email)))
    return <ForNewcomer asked={asked} token={token} open={open} draft={draft} />
  const back = encodeURIComponent(to(`/invitation/${token}`))
  return (
    <>
      <p>{A.acceptSignInText[lang]}</p>
      <Buttons>
        <Button href={to(`/sign-in?back=${back}`)}>{A.acceptSignIn[lang]}</Button>
      </Buttons>
    </>
  )
}

async function invitationPage(asked: AskedPage, token: string, open: OpenInvitation, draft: Draft): Promise<Child> {
  const { lang } = asked
  return framed(
    asked,
    { title: A.invitation[lang], draft },
    <>
      <SummaryList
        rows={[
          { key: A.invitedTo[lang], value: open.to === 'party' ? open.name : open.name[lang] },
          { key: A.invitedAs[lang], value: roleOf(open)[lang] },
          { key: A.invitedAddress[lang], value: open.email },
        ]}
      />
      {await next(asked, token, open, draft)}
    </>,
  )
}

/** An officer sets the second factor first; a member sees the organisation. */
async function onwards(asked: AskedPage, session: string, open: OpenInvitation): Promise<string> {
  const actor = await whoIs(asked, session)
  const first = actor.kind === 'person' && open.to === 'unit' ? await firstThing(asked, actor) : undefined
  return asked.to(first ?? (open.to === 'party' ? '/organisation' : ''))
}

export const invitationPages: readonly Route[] = [
  page({
    name: 'invitation',
    method: 'get',
    path: '/invitation/{token}',
    who: 'anyone',
    async handle(asked, { params }) {
      const open = await act.findInvitation(asked, params.token ?? '')
      return open.ok ? done({ show: await invitationPage(asked, params.token ?? '', open.value, blank) }) : open
    },
  }),
  page({
    name: 'acceptInvitation',
    method: 'post',
    path: '/invitation/{token}',
    who: 'person',
    async handle(asked, { params }) {
      const session = asked.cookie(SESSION) ?? ''
      const accepted = await act.accept(asked, asked.actor, params.token ?? '', session)
      if (!accepted.ok) return accepted
      const { opened } = accepted.value
      const goTo = await onwards(asked, opened?.token ?? session, accepted.value)
      return done({ goTo, ...(opened === undefined ? {} : { cookies: sessionCookie(opened) }) })
    },
  }),
  page({
    name: 'acceptInvitationAsNewcomer',
    method: 'post',
    path: '/invitation/{token}/sign-up',
    who: 'anyone',
    async handle(asked, { params, form }) {
      const token = params.token ?? ''
      const open = await act.findInvitation(asked, token)
      if (!open.ok) return open
      const input = judge(Newcomer, typed(form, ['name', 'password']), F, asked.lang)
      if (!input.ok) return again(await invitationPage(asked, token, open.value, input.draft))
      const accepted = await act.acceptAsNewcomer(asked, token, asked.lang, input.value)
      if (!accepted.ok) return accepted
      const { opened } = accepted.value
      return done({ goTo: await onwards(asked, opened.token, accepted.value), cookies: sessionCookie(opened) })
    },
  }),
]
