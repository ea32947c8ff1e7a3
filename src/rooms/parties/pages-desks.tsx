import type { Child } from 'hono/jsx'
import { done } from '../../base/outcome.ts'
import { type Cite as CiteKey, citeText } from '../../law/cite.ts'
import { Button } from '../../web/parts/button/part.tsx'
import { Cite } from '../../web/parts/cite/part.tsx'
import { FormShell } from '../../web/parts/form-shell/part.tsx'
import { Notice } from '../../web/parts/notice/part.tsx'
import { Select } from '../../web/parts/select/part.tsx'
import { type AskedPage, page, type Route } from '../../web/route.ts'
import { assignDesks, type DeskPage, desksFor } from './desk-actions.ts'
import { DESKS } from './desks.ts'
import { framed, one } from './forms.tsx'
import { U } from './words-units.ts'

const PATH = '/units/desks'
/** Beside each choice travels who was in charge when the page was drawn. */
const drawn = (desk: string): string => `${desk}-drawn`

const Cited = ({ asked: { lang, to }, cite }: { readonly asked: AskedPage; readonly cite: CiteKey }) => (
  <Cite text={citeText(cite, lang)} href={to(`/law/provisions/${cite}`)} />
)

const desksPage = (asked: AskedPage, { desks, units }: DeskPage, saved: boolean): Child => {
  const { lang, to, once } = asked
  const options = units.map((u) => ({ value: u.id, label: u.name[lang] }))
  return framed(
    asked,
    { title: U.desks[lang], back: { text: U.units[lang], href: to('/units') } },
    <>
      {saved ? (
        <Notice tone="success">
          <p>{U.desksSaved[lang]}</p>
        </Notice>
      ) : null}
      <p>
        {U.desksText[lang]} <Cited asked={asked} cite="N41" />
      </p>
      <FormShell action={to(PATH)} once={once}>
        {desks.map(({ name, title, cite, unit }) => (
          <>
            <Select
              name={name}
              label={title[lang]}
              hint={<Cited asked={asked} cite={cite} />}
              value={unit}
              options={options}
            />
            <input type="hidden" name={drawn(name)} value={unit} />
          </>
        ))}
        <Button>{U.desksDo[lang]}</Button>
      </FormShell>
    </>,
  )
}

export const deskPages: readonly Route[] = [
  page({
    name: 'desks',
    method: 'get',
    path: PATH,
    who: 'administrator',
    async handle(asked, { query }) {
      const found = await desksFor(asked, asked.actor)
      return found.ok ? done({ show: desksPage(asked, found.value, query.done === 'saved') }) : found
    },
  }),
  page({
    name: 'assignDesks',
    method: 'post',
    path: PATH,
    who: 'administrator',
    async handle(asked, { form }) {
      const wishes = DESKS.map(({ name }) => ({ name, from: one(form[drawn(name)]), to: one(form[name]) }))
      const assigned = await assignDesks(asked, asked.actor, wishes)
      return assigned.ok ? done({ goTo: asked.to(`${PATH}?done=saved`) }) : assigned
    },
  }),
]
