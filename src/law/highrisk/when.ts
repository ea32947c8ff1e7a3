import type { Test } from '../rule.ts'
import type { Condition, Entry } from './entry.ts'

/** The key of an entry's first question, which is its citation: `Q.VI.7`. */
export const kindFact = (entry: Pick<Entry, 'cite'>): string => entry.cite
export const sectorFact = (sector: string): string => `sector.${sector}`
export const groupFact = (group: string): string => `group.${group}`

/** What must be answered before the conditions of an entry are even asked. */
export const gates = (entry: Pick<Entry, 'sector' | 'group' | 'cite'>): readonly string[] => [
  sectorFact(entry.sector),
  ...(entry.group === undefined ? [] : [groupFact(entry.group)]),
  kindFact(entry),
]

/** One question as a condition: its fulfilling answer, presumed where the Decision states an effect as given. */
export const conditionTest = (c: Condition): Test => ({
  fact: c.fact,
  is: c.speaksFor,
  ...(c.presumed ? { presumed: true as const } : {}),
})

/**
 * When an entry takes a system in (Decision 33/2026, list, column "applies only when"): right sector, right kind, every
 * limit, all or any of the conditions, and none of the exclusions. Asides decide nothing and stay out.
 */
export function when(entry: Entry): Test {
  const joined: readonly Test[] =
    entry.conditions.length === 0
      ? []
      : entry.join === 'all'
        ? entry.conditions.map(conditionTest)
        : [{ any: entry.conditions.map(conditionTest) }]
  return {
    all: [
      ...gates(entry).map((fact) => ({ fact, is: true })),
      ...entry.limits.map(conditionTest),
      ...joined,
      ...entry.exclusions.map((x) => ({ not: conditionTest(x) })),
    ],
  }
}
