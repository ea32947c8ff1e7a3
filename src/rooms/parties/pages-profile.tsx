import type { Child } from 'hono/jsx'
import { done } from '../../base/outcome.ts'
import { Button, Buttons } from '../../web/parts/button/part.tsx'
import { CodeBlock } from '../../web/parts/code-block/part.tsx'
import { Details } from '../../web/parts/details/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { QrCode } from '../../web/parts/qr-code/part.tsx'
import { Radios } from '../../web/parts/radios/part.tsx'
import { SummaryList } from '../../web/parts/summary-list/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { SESSION } from '../../web/server.ts'
import * as act from './account-actions.ts'
import { AskCode, AskName, AskNewPassword, AskPassword, BackField } from './fields.tsx'
import { again, blank, type Draft, filled, framed, judge, one, orRefuse, personOf, typed } from './forms.tsx'
import { sessionCookie } from './pages-account.tsx'
import { safeBack } from './rules.ts'
import { OneTimeCode, PasswordChange, Profile } from './schema.ts'
import { ACCOUNT_FIELDS as F, UNIT_ROLE } from './words.ts'
import { A } from './words-account.ts'

const toAccount = ({ lang, to }: AskedPage) => ({ text: A.account[lang], href: to('/account') })

const factorState = ({ site }: AskedPage, { secondFactor }: act.Standing) => {
  if (secondFactor) return 'secondFactorOn'
  return site.mode === 'evaluation' ? 'secondFactorSpared' : 'secondFactorOff'
}

const accountPage = (asked: AskedPage, seat: act.Standing): Child => {
  const { lang, to } = asked
  const { name, email, lang: reads, acting } = personOf(asked)
  const change = (href: string, about: string) => ({ text: A.change[lang], href: to(href), about })
  return framed(
    asked,
    { title: A.account[lang] },
    <>
      <SummaryList
        rows={[
          { key: F.name.label[lang], value: name, action: change('/account/name', F.name.label[lang]) },
          { key: F.email.label[lang], value: email },
          { key: F.lang.label[lang], value: A[reads][lang], action: change('/account/name', F.lang.label[lang]) },
          {
            key: F.password.label[lang],
            value: A.passwordKept[lang],
            action: change('/account/password', F.password.label[lang]),
          },
          ...(acting === null
            ? []
            : [
                {
                  key: A.organisations[lang],
                  value: acting.name,
                  action: change('/organisations', A.organisations[lang]),
                },
              ]),
          ...(seat.role === undefined ? [] : [{ key: A.seat[lang], value: UNIT_ROLE[seat.role].label[lang] }]),
          ...(seat.role === undefined
            ? []
            : [
                {
                  key: A.secondFactor[lang],
                  value: A[factorState(asked, seat)][lang],
                  ...(seat.secondFactor
                    ? {}
                    : {
                        action: {
                          text: A.setUp[lang],
                          href: to('/account/second-factor'),
                          about: A.secondFactor[lang],
                        },
                      }),
                },
              ]),
        ]}
      />
      <p>
        <a href={to('/account/erase')}>{A.eraseAccount[lang]}</a>
      </p>
      {acting === null && seat.role === undefined ? (
        <Buttons>
          <Button href={to('/organisations')}>{A.organisations[lang]}</Button>
        </Buttons>
      ) : null}
    </>,
  )
}

const namePage = (asked: AskedPage, draft: Draft): Child => {
  const { lang, to, once } = asked
  return framed(
    asked,
    { title: A.changeName[lang], draft, back: toAccount(asked) },
    <FormShell action={to('/account/name')} once={once}>
      <AskName lang={lang} draft={draft} />
      <Radios
        name="lang"
        legend={F.lang.label[lang]}
        options={[
          { value: 'vi', label: A.vi[lang] },
          { value: 'en', label: A.en[lang] },
        ]}
        value={one(draft.values.lang)}
        error={draft.slips.lang}
      />
      <Button>{A.changeNameDo[lang]}</Button>
    </FormShell>,
  )
}

const passwordPage = (asked: AskedPage, draft: Draft): Child => {
  const { lang, to } = asked
  return framed(
    asked,
    { title: A.changePassword[lang], draft, back: toAccount(asked) },
    <>
      <p>{A.changePasswordText[lang]}</p>
      <FormShell action={to('/account/password')}>
        <AskPassword lang={lang} draft={draft} name="current" />
        <AskNewPassword lang={lang} draft={draft} label={A.newPasswordLabel[lang]} />
        <Button>{A.changePasswordDo[lang]}</Button>
      </FormShell>
    </>,
  )
}

const profile: readonly Route[] = [
  page({
    name: 'account',
    method: 'get',
    path: '/account',
    who: 'person',
    handle: async (asked) => done({ show: accountPage(asked, await act.standing(asked, personOf(asked).account)) }),
  }),
  page({
    name: 'accountName',
    method: 'get',
    path: '/account/name',
    who: 'person',
    async handle(asked) {
      const { name, lang } = personOf(asked)
      return done({ show: namePage(asked, filled({ name, lang })) })
    },
  }),
  page({
    name: 'submitAccountName',
    method: 'post',
    path: '/account/name',
    who: 'person',
    async handle(asked, { form }) {
      const input = judge(Profile, typed(form, ['name', 'lang']), F, asked.lang)
      if (!input.ok) return again(namePage(asked, input.draft))
      await act.changeProfile(asked, personOf(asked).account, input.value)
      return done({ goTo: asked.to('/account') })
    },
  }),
  page({
    name: 'accountPassword',
    method: 'get',
    path: '/account/password',
    who: 'person',
    handle: async (asked) => done({ show: passwordPage(asked, blank) }),
  }),
  page({
    name: 'submitAccountPassword',
    method: 'post',
    path: '/account/password',
    who: 'person',
    async handle(asked, { form }) {
      const input = judge(PasswordChange, typed(form, ['current', 'password']), F, asked.lang)
      if (!input.ok) return again(passwordPage(asked, input.draft))
      const opened = await act.changePassword(asked, asked.cookie(SESSION) ?? '', input.value)
      if (!opened.ok) return orRefuse(opened, {}, asked.lang, (draft) => passwordPage(asked, draft))
      return done({ goTo: asked.to('/account'), cookies: sessionCookie(opened.value) })
    },
  }),
]

const factorPage = (asked: AskedPage, offer: act.NewFactor, draft: Draft, back: string | undefined): Child => {
  const { lang, to } = asked
  return framed(
    asked,
    { title: A.secondFactorSetUp[lang], draft, back: toAccount(asked) },
    <>
      <p>{A.secondFactorText[lang]}</p>
      <QrCode text={offer.uri} title={A.secondFactorQr[lang]} />
      <Details summary={A.secondFactorManual[lang]}>
        <CodeBlock id="factor" code={offer.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')} />
      </Details>
      <FormShell action={to('/account/second-factor')}>
        <BackField back={back} />
        <input type="hidden" name="sealed" value={offer.sealed} />
        <AskCode lang={lang} draft={draft} />
        <Button>{A.secondFactorDo[lang]}</Button>
      </FormShell>
    </>,
  )
}

const factorSetPage = (asked: AskedPage): Child =>
  framed(
    asked,
    { title: A.secondFactor[asked.lang], back: toAccount(asked) },
    <Notice tone="success">
      <p>{A.secondFactorOn[asked.lang]}</p>
    </Notice>,
  )

const secondFactor: readonly Route[] = [
  page({
    name: 'secondFactor',
    method: 'get',
    path: '/account/second-factor',
    who: 'person',
    async handle(asked, { query }) {
      const { account } = personOf(asked)
      if ((await act.standing(asked, account)).secondFactor) return done({ show: factorSetPage(asked) })
      const offer = await act.offerFactor(asked, account)
      return offer.ok ? done({ show: factorPage(asked, offer.value, blank, safeBack(query.back)) }) : offer
    },
  }),
  page({
    name: 'submitSecondFactor',
    method: 'post',
    path: '/account/second-factor',
    who: 'person',
    async handle(asked, { form }) {
      const [{ account }, sealed, back] = [personOf(asked), one(form.sealed), safeBack(form.back)]
      const offer = await act.offerFactor(asked, account, sealed)
      if (!offer.ok) return offer
      const show = (draft: Draft) => factorPage(asked, { ...offer.value, sealed }, draft, back)
      const values = typed(form, ['code'])
      const input = judge(OneTimeCode, values, F, asked.lang)
      if (!input.ok) return again(show(input.draft))
      const opened = await act.setFactor(asked, account, sealed, input.value.code)
      if (!opened.ok) return orRefuse(opened, values, asked.lang, show)
      return done({ goTo: back ?? asked.to('/account/second-factor'), cookies: sessionCookie(opened.value) })
    },
  }),
]

export const profilePages: readonly Route[] = [...profile, ...secondFactor]
