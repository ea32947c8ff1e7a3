import type { Cite } from '../../law/cite.ts'
import type { Text } from '../../base/text.ts'
import type { Duty } from '../../law/duty.ts'
import { factsOf } from '../../law/rule.ts'
import type { RuleSet } from '../../law/rules.ts'
import { instrumentOf } from '../../law/provisions.ts'
import type { Due } from '../../law/transition.ts'

/** How many articles each instrument has: a citation beyond them is a slip, not a provision. */
const ARTICLES: Readonly<Record<string, number>> = { L: 35, N: 60, Q: 6, T: 12 }
const SHAPE = /^([LNQT])([1-9]\d?)(\.[1-9]\d?(\.[a-zđ])?)?$/

/** A citation somebody typed or followed: well formed, and of an instrument we know. */
export function readCite(text: string): Cite | undefined {
  const [, letter = '', article] = SHAPE.exec(text.normalize('NFC')) ?? []
  const known = Number(article) <= (ARTICLES[letter] ?? 0)
  return known && instrumentOf(text as Cite) ? (text.normalize('NFC') as Cite) : undefined
}

/** `L10.3` lies within `L10` and within itself, not within `L1`. */
const within = (cite: string, whole: string): boolean => cite === whole || cite.startsWith(`${whole}.`)

export interface Citing {
  readonly duties: readonly Duty[]
  readonly questions: readonly { readonly cite: Cite; readonly ask: Text }[]
}

/** What of the rules stands on a provision. */
export function citing(rules: RuleSet, whole: Cite): Citing {
  const on = (cite: string) => within(cite, whole)
  const { screening, sectors, medium, transition } = rules
  const questions = [
    { cite: screening.cite, ask: screening.ask },
    ...screening.options.map((o) => ({ cite: o.cite, ask: o.label })),
    { cite: sectors.cite, ask: sectors.ask },
    { cite: medium.cite, ask: medium.groundsAsk },
    ...medium.exclusions.map((x) => ({ cite: x.cite, ask: x.label })),
    { cite: transition.cite, ask: transition.ask },
    ...rules.dutyQuestions,
  ]
  return {
    duties: rules.duties.filter((d) => [d.cite, ...d.also].some(on)),
    questions: questions.filter((q) => on(q.cite)),
  }
}

/** The questions a duty hangs on; the route of assessment is not one, the classifier knows it. */
export const hangsOn = (rules: RuleSet, duty: Duty): readonly Text[] =>
  duty.when ? factsOf(duty.when).flatMap((f) => rules.dutyQuestions.filter((q) => q.fact === f).map((q) => q.ask)) : []

/** The rows of the transition that can apply to a listed system of a sector. */
export function dueRows(rules: RuleSet, sector: string): readonly Due[] {
  const kind = rules.transition.long.includes(sector) ? 'long' : 'other'
  return rules.transition.rows
    .filter((row) => row.listed && (row.sectors === 'every' || row.sectors === kind))
    .map((row) => ({
      before: row.before,
      row: row.id,
      reason: row.reason,
      cites: [row.cite],
      confidence: row.confidence,
    }))
}

/** Citations sort as a jurist reads them: by instrument, then article, clause, point. */
export const byCite = (a: { readonly cite: Cite }, b: { readonly cite: Cite }): number =>
  citeKey(a.cite).localeCompare(citeKey(b.cite))
const citeKey = (cite: Cite): string =>
  `${'LNQT'.indexOf(cite.slice(0, 1))}${cite
    .slice(1)
    .replace(/^\.$/, '~')
    .replace(/\d+/g, (n) => n.padStart(3, '0'))}`

/** The article alone: `N12.2.a` → `N12`. */
export const articleOf = (cite: Cite): Cite => (cite.split('.')[0] ?? cite) as Cite
