import type { Whole } from '../../casework/actions.ts'
import { casePages } from '../../casework/pages.tsx'
import type { AskedPage, Route } from '../../web/route.ts'
import { besideFile, violationOffice } from './actions.ts'
import { publicPages } from './pages-public.tsx'
import { SAYS, W } from './words.ts'

/** Where the case is public, and where it may lead: an order is a procedure of its own (Law art. 10.6). */
async function beside(asked: AskedPage, { file, side }: Whole) {
  const { lang, to } = asked
  const found = await besideFile(asked, file)
  const links = [
    ...(found?.publishedAt == null
      ? []
      : [{ text: W.onPublicList[lang], href: to(`/violations/public/${file.number}`) }]),
    ...(side === 'unit' && found !== undefined
      ? [{ text: W.toOrder[lang], href: to(`/orders?origin=${file.number}`) }]
      : []),
    ...(side === 'party' ? [{ text: W.access[lang], href: to('/organisation/access-notes') }] : []),
  ]
  return links.length === 0 ? null : (
    <section id="related">
      <h2>{W.related[lang]}</h2>
      <ul>
        {links.map(({ text, href }) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

export const pages: readonly Route[] = [
  // Before the file, whose address would swallow theirs.
  ...publicPages,
  ...casePages(violationOffice, {
    says: SAYS,
    intro: ({ lang, to }) => (
      <p>
        <a href={to('/violations/public')}>{W.publicTitle[lang]}</a>
        {' · '}
        <a href={to('/violations/conducts')}>{W.conducts[lang]}</a>
      </p>
    ),
    beside,
  }),
]
