import type { Cite as CiteKey } from '../../law/cite.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import { citeLink } from '../statute/schema.ts'

export const Cited = ({ asked: { lang }, cite }: { readonly asked: AskedPage; readonly cite: CiteKey }) => (
  <Cite {...citeLink(lang, cite)} />
)

/** A sentence with its gaps filled: `{day}`. */
export const filled = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (gap, name: string) => facts[name] ?? gap)
