import type { Child } from 'hono/jsx'
import { done, type Outcome } from '../../base/outcome.ts'
import { textIn } from '../../web/form.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { TextField } from '../../web/parts/text-field/part.tsx'
import { type Answer, type AskedPage, page, type Route } from '../../web/route.ts'
import { ownAims, setAims } from './actions.ts'
import { Cited, problemsOf, type Slips, slipsOf } from './shown.tsx'
import { D } from './words-desk.ts'

const PATH = '/petitions/aims'

interface Typed {
  readonly take: string
  readonly answer: string
}

const aimsPage = (asked: AskedPage, typed: Typed, slips: Slips = {}): Child => {
  const { lang, to, once } = asked
  return asked.page({
    title: D.aimsTitle[lang],
    unlisted: true,
    back: { text: D.title[lang], href: to('/petitions/desk') },
    problems: problemsOf(slips),
    children: (
      <>
        <h1>{D.aimsTitle[lang]}</h1>
        <p class="lead">
          {D.aimsLead[lang]} <Cited lang={lang} cite="N41.3.c" />
        </p>
        <FormShell action={to(PATH)} once={once}>
          {(['take', 'answer'] as const).map((aim) => (
            <TextField
              name={aim}
              label={D.aimField[aim][lang]}
              value={typed[aim]}
              error={slips[aim]}
              inputmode="numeric"
              maxlength={3}
              width={3}
            />
          ))}
          <Button>{D.aimsDo[lang]}</Button>
        </FormShell>
      </>
    ),
  })
}

const show = page({
  name: 'showMessageAims',
  method: 'get',
  path: PATH,
  who: 'chief',
  async handle(asked) {
    const aims = await ownAims(asked)
    if (!aims.ok) return aims
    const { take, answer } = aims.value
    return done({ show: aimsPage(asked, { take: String(take), answer: String(answer) }) })
  },
})

const set = page({
  name: 'setMessageAims',
  method: 'post',
  path: PATH,
  who: 'chief',
  async handle(asked, { form }): Promise<Outcome<Answer>> {
    const typed = { take: textIn(form, 'take'), answer: textIn(form, 'answer') }
    const kept = await setAims(asked, { take: daysIn(typed.take), answer: daysIn(typed.answer) })
    if (kept.ok) return done({ goTo: asked.to('/petitions/desk') })
    const slips = slipsOf(kept.refusals, asked.lang)
    return slips === undefined ? kept : done({ show: aimsPage(asked, typed, slips), status: 422 })
  },
})

const daysIn = (typed: string): number => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN)

export const aimPages: readonly Route[] = [show, set]
