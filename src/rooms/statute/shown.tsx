import type { Lang } from '../../base/text.ts'
import type { Cite as CiteOf } from '../../law/cite.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import { citeLink } from './schema.ts'
import { WORDS as W } from './words.ts'

export const Cited = ({ lang, cite }: { readonly lang: Lang; readonly cite: CiteOf }) => (
  <Cite {...citeLink(lang, cite)} />
)

/** Views of one list by address: the one shown is named, the others are links. */
export const Choices = ({ label, all }: { readonly label: string; readonly all: readonly Choice[] }) => (
  <nav aria-label={label}>
    <ul>
      {all.map(({ text, href, here }) => (
        <li>{here ? <strong aria-current="page">{text}</strong> : <a href={href}>{text}</a>}</li>
      ))}
    </ul>
  </nav>
)
interface Choice {
  readonly text: string
  readonly href: string
  readonly here: boolean
}

export const lawBack = (asked: AskedPage) => ({ text: W.law[asked.lang], href: asked.to('/law') })
