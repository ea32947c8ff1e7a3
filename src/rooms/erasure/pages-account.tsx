import { fill } from '../../base/text.ts'
import type { Child } from 'hono/jsx'
import { addDays, dayOf, showDay } from '../../base/day.ts'
import { done, refuse } from '../../base/outcome.ts'
import { textIn } from '../../web/form.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { SESSION } from '../../web/server.ts'
import { type Bonds, bonds, eraseAccount } from './actions.ts'
import { Cited } from './shown.tsx'
import { W } from './words.ts'

const names = (all: Bonds['memberships']): string => all.map(({ name }) => name).join(', ')

const erasePage = (asked: AskedPage, bound: Bonds, problem?: string): Child => {
  const { lang, to, once, site } = asked
  const day = showDay(addDays(dayOf(asked.now()), site.erasing.backupDays))
  const free = bound.owns.length === 0 && bound.seat === undefined
  return asked.page({
    title: W.eraseAccount[lang],
    unlisted: true,
    back: { text: W.account[lang], href: to('/account') },
    problems: problem === undefined ? [] : [{ href: '#current', text: problem }],
    children: (
      <>
        <h1>{W.eraseAccount[lang]}</h1>
        <p class="lead">
          {W.eraseAccountLead[lang]} <Cited asked={asked} cite="L8.3" />
        </p>
        <h2>{W.goes[lang]}</h2>
        <ul>
          <li>{W.goesName[lang]}</li>
          <li>{W.goesMail[lang]}</li>
          <li>{W.goesSession[lang]}</li>
          {bound.memberships.length === 0 ? null : (
            <li>
              {W.goesMember[lang]}
              {names(bound.memberships)}.
            </li>
          )}
        </ul>
        <h2>{W.stays[lang]}</h2>
        <ul>
          <li>{W.staysId[lang]}</li>
          <li>{W.staysFiles[lang]}</li>
          <li>{fill(W.staysBackup[lang], { day })}</li>
        </ul>
        {free ? (
          <FormShell action={to('/account/erase')} once={once}>
            <TextField
              name="current"
              type="password"
              label={W.password[lang]}
              hint={W.passwordHint[lang]}
              autocomplete="current-password"
              error={problem}
            />
            <Button look="warning">{W.eraseAccountDo[lang]}</Button>
          </FormShell>
        ) : (
          <Notice tone="important" title={W.cannotNow[lang]}>
            {bound.owns.length === 0 ? null : (
              <p>
                {fill(W.cannotOwner[lang], { party: names(bound.owns) })} <Cited asked={asked} cite="L10.3" />
              </p>
            )}
            {bound.seat === undefined ? null : (
              <p>
                {W.cannotSeat[lang]} <Cited asked={asked} cite="L8.3" />
              </p>
            )}
          </Notice>
        )}
      </>
    ),
  })
}

const accountOf = ({ actor }: AskedPage) => {
  if (actor.kind !== 'person') throw new Error('this page is for people who are signed in')
  return actor.account
}

const askErase = page({
  name: 'eraseAccount',
  method: 'get',
  path: '/account/erase',
  who: 'person',
  handle: async (asked) => done({ show: erasePage(asked, await bonds(asked, accountOf(asked))) }),
})

const doErase = page({
  name: 'submitEraseAccount',
  method: 'post',
  path: '/account/erase',
  who: 'person',
  async handle(asked, { form }) {
    const bound = await bonds(asked, accountOf(asked))
    const current = textIn(form, 'current')
    if (current === '') return done({ show: erasePage(asked, bound, W.passwordMissing[asked.lang]), status: 422 })
    const erased = await eraseAccount(asked, current)
    if (erased.ok) return done({ goTo: asked.to(`/account/erased/${erased.value}`), cookies: { [SESSION]: null } })
    const wrong = erased.refusals.every(({ field }) => field === 'current')
    return wrong ? done({ show: erasePage(asked, bound, W.passwordWrong[asked.lang]), status: 422 }) : erased
  },
})

const erased = page({
  name: 'accountErased',
  method: 'get',
  path: '/account/erased/{number}',
  who: 'anyone',
  async handle(asked, { params: { number = '' } }) {
    if (!/^T-\d{4}-\d{6,}$/.test(number)) return refuse({ code: 'erasure.unknown' })
    const { lang } = asked
    const show = asked.page({
      title: W.gone[lang],
      unlisted: true,
      children: (
        <>
          <h1>{W.gone[lang]}</h1>
          <p class="lead">{fill(W.goneText[lang], { number })}</p>
        </>
      ),
    })
    return done({ show })
  },
})

export const accountPages: readonly Route[] = [askErase, doErase, erased]
