import type { Lang } from '../base/text.ts'

/** A tag, or what stands between two tags. Attributes hold no `>`: they are escaped where they are written. */
const PART = /<(\/?)([a-z][\w-]*)([^>]*)>|[^<]+/gi
/** What holds no element inside, or is no sentence. */
const SILENT = /^(script|style|title|option|textarea|svg|code|pre)$/i
/** Letters that no other language of the portal writes. */
const ONLY_VIETNAMESE = /[ăđơưĂĐƠƯẠ-ỹ]/
const ACCENTED = /[À-ỹ]/
/** `NĐ-CP`, `QĐ-TTg`: numbers of acts are the same in both languages. */
const CODES = /\p{Lu}{2,}[\p{L}-]*/gu
const COMMON_ENGLISH = new Set(['the', 'of', 'and', 'for', 'with', 'that', 'from', 'this', 'are', 'is'])

/**
 * What people declare stays in the language they wrote it in, whatever the page around it has. A voice that reads
 * Vietnamese by the rules of English is not understood, so every stretch in the other language says which one it is
 * (WCAG 2.2, 3.1.2). Short words that could be either are left to the page.
 */
export function inTongues(html: string, page: Lang): string {
  const [other, there] = page === 'en' ? (['vi', isVietnamese] as const) : (['en', isEnglish] as const)
  let silent = ''
  let told = false
  return html.replace(PART, (part, end: string | undefined, tag: string | undefined, given: string | undefined) => {
    if (tag !== undefined) {
      if (silent === '' && end === '' && SILENT.test(tag) && !part.endsWith('/>')) silent = tag
      else if (end === '/' && tag === silent) silent = ''
      told = / lang=/.test(given ?? '')
      return part
    }
    return silent !== '' || told || !there(part) ? part : `<span lang="${other}">${part}</span>`
  })
}

const wordsOf = (text: string): readonly string[] => text.replace(CODES, '').match(/\p{L}+/gu) ?? []

function isVietnamese(text: string): boolean {
  if (!ONLY_VIETNAMESE.test(text)) return false
  const words = wordsOf(text)
  return (
    words.some((word) => ONLY_VIETNAMESE.test(word)) &&
    words.filter((word) => ACCENTED.test(word)).length >= words.length * 0.4
  )
}

function isEnglish(text: string): boolean {
  if (text.length < 12 || ACCENTED.test(text)) return false
  return new Set(wordsOf(text.toLowerCase()).filter((word) => COMMON_ENGLISH.has(word))).size >= 2
}
