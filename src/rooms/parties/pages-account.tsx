import type { Child } from 'hono/jsx'
import { done, type Outcome } from '../../base/outcome.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { SESSION } from '../../web/server.ts'
import * as act from './account-actions.ts'
import { AskCode, AskEmail, AskName, AskNewPassword, AskPassword, BackField, withBack } from './fields.tsx'
import { again, blank, type Draft, framed, judge, one, orRefuse, typed } from './forms.tsx'
import { checkMailPage } from './pages-password.tsx'
import { safeBack } from './rules.ts'
import { OneTimeCode, OwnPassword, SignIn, SignUp } from './schema.ts'
import { ACCOUNT_FIELDS as F } from './words.ts'
import { A } from './words-account.ts'

const PENDING = 'saola_pending'

export const sessionCookie = ({ token, lasts }: act.Opened) => ({ [SESSION]: { value: token, lasts } })

/** Where to go after signing in: what still has to be done first, then what was asked for. */
async function onwards(asked: AskedPage, opened: act.Opened, back: string | undefined): Promise<string> {
  const actor = await act.whoIs(asked, opened.token)
  if (actor.kind !== 'person') return asked.to('')
  const next = await act.firstThing(asked, actor)
  if (next !== undefined) return asked.to(withBack(next, back))
  return back ?? asked.to(actor.acting === null ? '' : '/systems')
}

/** A fresh session under a fresh cookie; the one this browser had before is over. */
async function entered(asked: AskedPage, opened: act.Opened, back: string | undefined): Promise<Outcome<Answer>> {
  const old = asked.cookie(SESSION)
  if (old !== undefined) await act.signOut(asked, old)
  return done({ goTo: await onwards(asked, opened, back), cookies: { ...sessionCookie(opened), [PENDING]: null } })
}

// ————— signing up —————

const signUpPage = (asked: AskedPage, draft: Draft): Child => {
  const { lang, to, once } = asked
  return framed(
    asked,
    { title: A.signUp[lang], draft },
    <>
      <p>{A.signUpWhy[lang]}</p>
      <FormShell action={to('/sign-up')} once={once}>
        <AskName lang={lang} draft={draft} />
        <AskEmail lang={lang} draft={draft} />
        <AskNewPassword lang={lang} draft={draft} />
        <Button>{A.signUpDo[lang]}</Button>
      </FormShell>
      <p>
        {A.haveAccount[lang]} <a href={to('/sign-in')}>{A.signIn[lang]}</a>
      </p>
    </>,
  )
}

const signingUp: readonly Route[] = [
  page({
    name: 'signUp',
    method: 'get',
    path: '/sign-up',
    who: 'anyone',
    handle: async (asked) => done({ show: signUpPage(asked, blank) }),
  }),
  page({
    name: 'submitSignUp',
    method: 'post',
    path: '/sign-up',
    who: 'anyone',
    async handle(asked, { form }) {
      const values = typed(form, ['name', 'email', 'password'])
      const input = judge(SignUp, values, F, asked.lang)
      if (!input.ok) return again(signUpPage(asked, input.draft))
      const signed = await act.signUp(asked, asked.lang, input.value)
      return signed.ok ? done({ goTo: asked.to('/sign-up/done') }) : signed
    },
  }),
  page({
    name: 'signedUp',
    method: 'get',
    path: '/sign-up/done',
    who: 'anyone',
    handle: async (asked) => done({ show: checkMailPage(asked, A.checkMail[asked.lang], A.checkMailText[asked.lang]) }),
  }),
]

const confirmPage = (asked: AskedPage, token: string, email: string, draft: Draft): Child => {
  const { lang, to } = asked
  return framed(
    asked,
    { title: A.confirm[lang], draft },
    <>
      <p>{A.confirmText[lang]}</p>
      <FormShell action={to(`/confirm/${token}`)}>
        <input type="hidden" name="email" value={email} autocomplete="username" />
        <AskPassword lang={lang} draft={draft} />
        <Button>{A.confirmDo[lang]}</Button>
      </FormShell>
      <p>
        <a href={to('/password/forgotten')}>{A.forgot[lang]}</a>
      </p>
    </>,
  )
}

const confirming: readonly Route[] = [
  page({
    name: 'confirm',
    method: 'get',
    path: '/confirm/{token}',
    who: 'anyone',
    async handle(asked, { params }) {
      const linked = await act.findLinked(asked, params.token ?? '', 'confirm')
      return linked.ok ? done({ show: confirmPage(asked, params.token ?? '', linked.value.email, blank) }) : linked
    },
  }),
  page({
    name: 'submitConfirm',
    method: 'post',
    path: '/confirm/{token}',
    who: 'anyone',
    async handle(asked, { params, form }) {
      const token = params.token ?? ''
      const linked = await act.findLinked(asked, token, 'confirm')
      if (!linked.ok) return linked
      const show = (draft: Draft) => confirmPage(asked, token, linked.value.email, draft)
      const password = one(form.password)
      const input = judge(OwnPassword, { password }, F, asked.lang, { current: password })
      if (!input.ok) return again(show({ values: {}, slips: { password: F.password.missing[asked.lang] } }))
      const opened = await act.confirm(asked, token, password)
      return opened.ok ? entered(asked, opened.value, undefined) : orRefuse(opened, {}, asked.lang, show)
    },
  }),
]

// ————— signing in and out —————

const signInPage = (asked: AskedPage, draft: Draft, back: string | undefined, fresh = false): Child => {
  const { lang, to } = asked
  return framed(
    asked,
    { title: A.signIn[lang], draft },
    <>
      {fresh ? (
        <Notice tone="success" title={A.passwordSet[lang]}>
          <p>{A.passwordSetText[lang]}</p>
        </Notice>
      ) : null}
      <FormShell action={to('/sign-in')}>
        <BackField back={back} />
        <AskEmail lang={lang} draft={draft} />
        <AskPassword lang={lang} draft={draft} />
        <Button>{A.signInDo[lang]}</Button>
      </FormShell>
      <p>
        <a href={to('/password/forgotten')}>{A.forgot[lang]}</a>
      </p>
      <p>
        {A.noAccount[lang]} <a href={to('/sign-up')}>{A.signUp[lang]}</a>
      </p>
    </>,
  )
}

const codePage = (asked: AskedPage, draft: Draft, back: string | undefined): Child => {
  const { lang, to } = asked
  return framed(
    asked,
    { title: A.code[lang], draft, back: { text: A.back[lang], href: to('/sign-in') } },
    <>
      <FormShell action={to('/sign-in/code')}>
        <BackField back={back} />
        <AskCode lang={lang} draft={draft} />
        <Button>{A.codeDo[lang]}</Button>
      </FormShell>
      <p>{A.codeLost[lang]}</p>
    </>,
  )
}

const signingIn: readonly Route[] = [
  page({
    name: 'signIn',
    method: 'get',
    path: '/sign-in',
    who: 'anyone',
    async handle(asked, { query }) {
      const back = safeBack(query.back)
      if (asked.actor.kind === 'person') return done({ goTo: back ?? asked.to('/account') })
      return done({ show: signInPage(asked, blank, back, query.done === 'password') })
    },
  }),
  page({
    name: 'submitSignIn',
    method: 'post',
    path: '/sign-in',
    who: 'anyone',
    async handle(asked, { form }) {
      const [values, back] = [typed(form, ['email', 'password']), safeBack(form.back)]
      const show = (draft: Draft) => signInPage(asked, draft, back)
      const input = judge(SignIn, values, F, asked.lang)
      if (!input.ok) return again(show(input.draft))
      const signed = await act.signIn(asked, input.value)
      if (!signed.ok) return orRefuse(signed, values, asked.lang, show)
      switch (signed.value.step) {
        case 'in':
          return entered(asked, signed.value, back)
        case 'code':
          return done({
            goTo: asked.to(withBack('/sign-in/code', back)),
            cookies: { [PENDING]: { value: signed.value.pending, lasts: 600 } },
          })
        case 'unconfirmed':
          return done({ goTo: asked.to('/sign-up/done') })
      }
    },
  }),
  page({
    name: 'signInCode',
    method: 'get',
    path: '/sign-in/code',
    who: 'anyone',
    async handle(asked, { query }) {
      const back = safeBack(query.back)
      if (!act.isPending(asked, asked.cookie(PENDING))) return done({ goTo: asked.to(withBack('/sign-in', back)) })
      return done({ show: codePage(asked, blank, back) })
    },
  }),
  page({
    name: 'submitSignInCode',
    method: 'post',
    path: '/sign-in/code',
    who: 'anyone',
    async handle(asked, { form }) {
      const [values, back] = [typed(form, ['code']), safeBack(form.back)]
      const show = (draft: Draft) => codePage(asked, draft, back)
      const input = judge(OneTimeCode, values, F, asked.lang)
      if (!input.ok) return again(show(input.draft))
      const opened = await act.signInWithCode(asked, asked.cookie(PENDING), input.value.code)
      return opened.ok ? entered(asked, opened.value, back) : orRefuse(opened, values, asked.lang, show)
    },
  }),
  page({
    name: 'signOut',
    method: 'post',
    path: '/sign-out',
    who: 'anyone',
    async handle(asked) {
      const token = asked.cookie(SESSION)
      if (token !== undefined) await act.signOut(asked, token)
      return done({ goTo: asked.to(''), cookies: { [SESSION]: null } })
    },
  }),
]

export const accountPages: readonly Route[] = [...signingUp, ...confirming, ...signingIn]
