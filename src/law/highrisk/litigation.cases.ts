import { day } from '../../base/day.ts'
import type { Facts } from '../rule.ts'
import type { EntryCase } from './case.ts'

const on = day('2026-09-01')
const base: Facts = { screen: 'system', 'sector.litigation': true }

// Faces searched over a wide area around the place of the violation.
const identification: Facts = { ...base, 'Q.V.1': true, 'Q.V.1.0': true, 'Q.V.1.1': true, 'Q.V.1.2': true }

const meets = (code: string, what: string, facts: Facts): EntryCase => ({
  name: `${code}: ${what}`,
  code,
  on,
  facts,
  match: true,
  kind: 'match',
})

const misses = (code: string, what: string, facts: Facts): EntryCase => ({
  name: `${code}: ${what}`,
  code,
  on,
  facts,
  match: false,
  kind: 'misses-by-one',
})

export const litigationCases: readonly EntryCase[] = [
  meets(
    'V.1',
    'wide-area identification at the place of the violation for a public-interest case is inside the entry',
    identification,
  ),
  misses('V.1', 'a system that identifies nobody by biometric data is outside the entry', {
    ...identification,
    'Q.V.1': false,
  }),
  misses('V.1', 'identification for another kind of case is outside the entry', {
    ...identification,
    'Q.V.1.0': false,
  }),
  misses('V.1', 'identification of a single person at one desk is not over a wide area', {
    ...identification,
    'Q.V.1.1': false,
  }),
  misses('V.1', 'identification at neither the place of the violation nor of the damage is outside the entry', {
    ...identification,
    'Q.V.1.2': false,
  }),
  {
    ...misses(
      'V.1',
      'on 14 August 2026 the Decision is not yet in force, so wide-area identification is outside the list',
      identification,
    ),
    on: day('2026-08-14'),
    kind: 'edge',
  },
  {
    ...meets(
      'V.1',
      'on 15 August 2026 the Decision is in force and wide-area identification is inside the entry',
      identification,
    ),
    on: day('2026-08-15'),
    kind: 'edge',
  },
]
