import type { Lang, Text } from '../base/text.ts'

/**
 * A provision, short enough to stand in a row of data and precise enough to look up:
 * `L10.3` = Law 134/2025/QH15, article 10, clause 3; `N12.2.a` = Decree 142/2026/NĐ-CP, article 12, clause 2, point a;
 * `Q4.1` = Decision 33/2026/QĐ-TTg, article 4, clause 1; `Q.VI.7` = entry VI.7 of its list;
 * `T5` = Circular 05/2026/TT-BKHCN, article 5. Points sort a, b, c, d, đ, e, g.
 */
export type Cite = `${'L' | 'N' | 'Q' | 'T'}${string}`

/**
 * How sure we are of a text: A read in full in the official text, A-ocr read in a scan, B two sources agree,
 * C one source, D our own reading where the law is silent.
 */
export type Confidence = 'A' | 'A-ocr' | 'B' | 'C' | 'D'

const INSTRUMENT: Readonly<Record<string, Text>> = {
  L: { vi: 'Luật 134/2025/QH15', en: 'Law 134/2025/QH15' },
  N: { vi: 'Nghị định 142/2026/NĐ-CP', en: 'Decree 142/2026/NĐ-CP' },
  Q: { vi: 'Quyết định 33/2026/QĐ-TTg', en: 'Decision 33/2026/QĐ-TTg' },
  T: { vi: 'Thông tư 05/2026/TT-BKHCN', en: 'Circular 05/2026/TT-BKHCN' },
}

/** A citation as a jurist writes it: «khoản 3 Điều 10 Luật 134/2025/QH15», "Law 134/2025/QH15, art. 10(3)". */
export function citeText(cite: Cite, lang: Lang): string {
  const instrument = INSTRUMENT[cite.slice(0, 1)]?.[lang] ?? ''
  const place = cite.slice(1)
  if (place.startsWith('.'))
    return lang === 'vi'
      ? `mục ${place.slice(1)} Danh mục kèm theo ${instrument}`
      : `${instrument}, list entry ${place.slice(1)}`
  const [article = '', clause, point] = place.split('.')
  if (lang === 'en') return `${instrument}, art. ${article}${clause ? `(${clause})` : ''}${point ? `(${point})` : ''}`
  return [point && `điểm ${point}`, clause && `khoản ${clause}`, `Điều ${article}`, instrument]
    .filter(Boolean)
    .join(' ')
}
