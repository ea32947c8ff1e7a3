import type { Lang, Text } from '../base/text.ts'
import { type Cite, citeText } from '../law/cite.ts'

/** A citation in words and where it is explained: what the `Cite` part of a page wants. */
export interface CiteLink {
  readonly text: string
  readonly href: string
}

/** The list as a whole is cited `Q.`; an entry has a page of its own, everything else its provision. */
export const citeHref = (lang: Lang, cite: Cite): string => {
  if (cite === 'Q.') return `/${lang}/law/high-risk`
  return cite.startsWith('Q.')
    ? `/${lang}/law/high-risk/${entryCode(cite)}`
    : `/${lang}/law/provisions/${encodeURIComponent(cite)}`
}

export const citeLink = (lang: Lang, cite: Cite): CiteLink => ({
  text: cite === 'Q.' ? WHOLE_LIST[lang] : citeText(cite, lang),
  href: citeHref(lang, cite),
})

const WHOLE_LIST: Text = {
  vi: 'Danh mục kèm theo Quyết định 33/2026/QĐ-TTg',
  en: 'List annexed to Decision 33/2026/QĐ-TTg',
}

/** `Q.VI.7`, and each of its questions such as `Q.VI.7.x`, belongs to entry `VI.7`. */
const entryCode = (cite: string): string => cite.split('.').slice(1, 3).join('.')
