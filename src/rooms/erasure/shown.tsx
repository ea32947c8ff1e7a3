import type { Cite as CiteKey } from '../../law/cite.ts'
import { Cite } from '../../web/parts/cite/part.tsx'
import type { AskedPage } from '../../web/route.ts'
import { citeLink } from '../statute/schema.ts'

export const Cited = ({ asked: { lang }, cite }: { readonly asked: AskedPage; readonly cite: CiteKey }) => (
  <Cite {...citeLink(lang, cite)} />
)
