/** Vietnamese first, English second. A `Text` without one of them does not compile. */
export type Lang = 'vi' | 'en'
export const LANGS = ['vi', 'en'] as const satisfies readonly Lang[]
export type Text = Readonly<Record<Lang, string>>

/** A text from its two wordings, where many stand below each other: `text('Gửi', 'Send')`. */
export const text = (vi: string, en: string): Text => ({ vi, en })

/** Both wordings side by side where they are used: `const w = say(lang)`, then `w('Gửi', 'Send')`. */
export const say = (lang: Lang) => (vi: string, en: string) => (lang === 'vi' ? vi : en)

/** A sentence with its places filled: `{n} ngày` and `{ n: 5 }`. A fact that is not given leaves its place empty. */
export const fill = (text = '', facts: Readonly<Record<string, string | number | undefined>> = {}): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))

const MARKS = /\p{Diacritic}/gu

/**
 * The form in which Vietnamese names are compared and searched: lower case, without marks (NFC or NFD, đ and Đ as d),
 * single spaces. Computed here and stored, so that every database gives the same answer.
 */
export const plain = (text: string): string => exact(text).normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd')

/** Lower case and NFC with single spaces, marks kept: what ranks first when the marks were typed. */
export const exact = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
