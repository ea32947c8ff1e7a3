import type { Child } from 'hono/jsx'
import type { Lang } from '../../base/text.ts'

/** One use of a part, in both languages. Tests and the gallery loop over these; ids differ between examples. */
export interface Example {
  readonly name: string
  readonly show: (lang: Lang) => Child
}

export interface Specimen {
  readonly part: string
  readonly examples: readonly Example[]
}

/** Vietnamese first, English second. */
export const say = (lang: Lang, vi: string, en: string): string => ({ vi, en })[lang]
