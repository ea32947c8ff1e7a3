import { day } from '../../base/day.ts'
import type { Facts } from '../rule.ts'
import type { EntryCase } from './case.ts'

const on = day('2026-09-01')
const base: Facts = { screen: 'system', 'sector.banking': true }

// Transfers of high value made and approved by the system alone.
const transaction: Facts = {
  ...base,
  'Q.IV.1': true,
  'Q.IV.1.0': true,
  'Q.IV.1.1': true,
  'Q.IV.1.2': true,
  'Q.IV.1.3': false,
}

// Loans scored, granted and paid out by the system alone.
const credit: Facts = {
  ...base,
  'Q.IV.2': true,
  'Q.IV.2.0': true,
  'Q.IV.2.1': true,
  'Q.IV.2.2': true,
  'Q.IV.2.3': false,
  'Q.IV.2.4': true,
}

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

export const bankingCases: readonly EntryCase[] = [
  meets(
    'IV.1',
    'a transaction of high value that no person checks before it is carried out is inside the entry',
    transaction,
  ),
  misses('IV.1', 'a system that carries out no electronic transactions is outside the entry', {
    ...transaction,
    'Q.IV.1': false,
  }),
  misses('IV.1', 'transactions outside banking activity are outside the entry', { ...transaction, 'Q.IV.1.0': false }),
  misses('IV.1', 'a system that cannot approve what it creates is outside the entry', {
    ...transaction,
    'Q.IV.1.1': false,
  }),
  misses('IV.1', 'a transaction that is not of high value under the State Bank rules is outside the entry', {
    ...transaction,
    'Q.IV.1.2': false,
  }),
  misses('IV.1', 'a transaction that a person approves before it is carried out is outside the entry', {
    ...transaction,
    'Q.IV.1.3': true,
  }),
  meets('IV.2', 'a loan of the set value granted without a credit officer is inside the entry', credit),
  misses('IV.2', 'a system that decides on no credit is outside the entry', { ...credit, 'Q.IV.2': false }),
  misses('IV.2', 'a credit score without an automatic decision to grant or disburse is outside the entry', {
    ...credit,
    'Q.IV.2.0': false,
  }),
  misses('IV.2', 'a system whose approval or refusal is not the final one is outside the entry', {
    ...credit,
    'Q.IV.2.1': false,
  }),
  misses('IV.2', 'a decision not used directly to grant credit or disburse is outside the entry', {
    ...credit,
    'Q.IV.2.2': false,
  }),
  misses('IV.2', 'a loan approved by a credit officer is outside the entry', { ...credit, 'Q.IV.2.3': true }),
  misses('IV.2', 'a loan below the value set by the State Bank is outside the entry', { ...credit, 'Q.IV.2.4': false }),
  {
    ...misses(
      'IV.1',
      'on 14 August 2026 the Decision is not yet in force, so a transaction system is outside the list',
      transaction,
    ),
    on: day('2026-08-14'),
    kind: 'edge',
  },
  {
    ...meets(
      'IV.1',
      'on 15 August 2026 the Decision is in force and a transaction system is inside the entry',
      transaction,
    ),
    on: day('2026-08-15'),
    kind: 'edge',
  },
  {
    ...misses(
      'IV.2',
      'on 14 August 2026 the Decision is not yet in force, so an automatic credit decision is outside the list',
      credit,
    ),
    on: day('2026-08-14'),
    kind: 'edge',
  },
  {
    ...meets(
      'IV.2',
      'on 15 August 2026 the Decision is in force and an automatic credit decision is inside the entry',
      credit,
    ),
    on: day('2026-08-15'),
    kind: 'edge',
  },
]
