import type { Child } from 'hono/jsx'
import { done } from '../../base/outcome.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { SESSION } from '../../web/server.ts'
import * as act from './account-actions.ts'
import { AskEmail, AskNewPassword } from './fields.tsx'
import { again, blank, type Draft, framed, judge, typed } from './forms.tsx'
import { Forgotten, NewPassword } from './schema.ts'
import { ACCOUNT_FIELDS as F } from './words.ts'
import { A } from './words-account.ts'

/** A mail is on its way, or none: the page is the same. */
export const checkMailPage = (asked: AskedPage, title: string, text: string): Child =>
  framed(
    asked,
    { title },
    <>
      <p>{text}</p>
      <p>{A.checkMailNone[asked.lang]}</p>
      {asked.site.mode === 'evaluation' ? (
        <p>
          <a href={asked.to('/evaluation/mail')}>{A.evaluationMail[asked.lang]}</a>
        </p>
      ) : null}
    </>,
  )

// ————— a forgotten password —————

const forgottenPage = (asked: AskedPage, draft: Draft): Child => {
  const { lang, to, once } = asked
  return framed(
    asked,
    { title: A.forgotten[lang], draft, back: { text: A.back[lang], href: to('/sign-in') } },
    <>
      <p>{A.forgottenText[lang]}</p>
      <FormShell action={to('/password/forgotten')} once={once}>
        <AskEmail lang={lang} draft={draft} />
        <Button>{A.forgottenDo[lang]}</Button>
      </FormShell>
    </>,
  )
}

const newPasswordPage = (asked: AskedPage, token: string, email: string, draft: Draft): Child => {
  const { lang, to, once } = asked
  return framed(
    asked,
    { title: A.newPassword[lang], draft },
    <FormShell action={to(`/password/new/${token}`)} once={once}>
      <input type="hidden" name="email" value={email} autocomplete="username" />
      <AskNewPassword lang={lang} draft={draft} label={A.newPasswordLabel[lang]} />
      <Button>{A.newPasswordDo[lang]}</Button>
    </FormShell>,
  )
}

export const passwordPages: readonly Route[] = [
  page({
    name: 'forgottenPassword',
    method: 'get',
    path: '/password/forgotten',
    who: 'anyone',
    handle: async (asked) => done({ show: forgottenPage(asked, blank) }),
  }),
  page({
    name: 'submitForgottenPassword',
    method: 'post',
    path: '/password/forgotten',
    who: 'anyone',
    async handle(asked, { form }) {
      const input = judge(Forgotten, typed(form, ['email']), F, asked.lang)
      if (!input.ok) return again(forgottenPage(asked, input.draft))
      const sent = await act.requestNewPassword(asked, input.value.email)
      return sent.ok ? done({ goTo: asked.to('/password/sent') }) : sent
    },
  }),
  page({
    name: 'passwordLinkSent',
    method: 'get',
    path: '/password/sent',
    who: 'anyone',
    handle: async (asked) => done({ show: checkMailPage(asked, A.linkSent[asked.lang], A.linkSentText[asked.lang]) }),
  }),
  page({
    name: 'newPassword',
    method: 'get',
    path: '/password/new/{token}',
    who: 'anyone',
    async handle(asked, { params }) {
      const linked = await act.findLinked(asked, params.token ?? '', 'reset')
      return linked.ok ? done({ show: newPasswordPage(asked, params.token ?? '', linked.value.email, blank) }) : linked
    },
  }),
  page({
    name: 'submitNewPassword',
    method: 'post',
    path: '/password/new/{token}',
    who: 'anyone',
    async handle(asked, { params, form }) {
      const token = params.token ?? ''
      const linked = await act.findLinked(asked, token, 'reset')
      if (!linked.ok) return linked
      const input = judge(NewPassword, typed(form, ['password']), F, asked.lang)
      if (!input.ok) return again(newPasswordPage(asked, token, linked.value.email, input.draft))
      const set = await act.setNewPassword(asked, token, input.value.password)
      return set.ok ? done({ goTo: asked.to('/sign-in?done=password'), cookies: { [SESSION]: null } }) : set
    },
  }),
]
