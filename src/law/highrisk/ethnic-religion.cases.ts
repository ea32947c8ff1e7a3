import { day } from '../../base/day.ts'
import type { Facts } from '../rule.ts'
import type { EntryCase } from './case.ts'

const on = day('2026-09-01')
const base: Facts = { screen: 'system', 'sector.ethnic-religion': true }

// Files scored by the system; the agency fixes the list of beneficiaries on that ground.
const scoring: Facts = {
  ...base,
  'Q.II.1': true,
  'Q.II.1.0': true,
  'Q.II.1.1': true,
  'Q.II.1.2': true,
  'Q.II.1.aside': true,
}

// Statements on ethnicity or religion accepted or rejected by the system alone.
const verifying: Facts = { ...base, 'Q.II.2': true, 'Q.II.2.1': true, 'Q.II.2.2': true, 'Q.II.2.3': false }

// Registrations of a religious activity granted by the system alone.
const registering: Facts = { ...base, 'Q.II.3': true, 'Q.II.3.1': true, 'Q.II.3.2': false }

// Final approval of beneficiary files by the system.
const approving: Facts = { ...base, 'Q.II.4': true, 'Q.II.4.0': true, 'Q.II.4.1': true }

// Support stopped by the system as soon as it suspects fraud.
const stopping: Facts = { ...base, 'Q.II.5': true, 'Q.II.5.0': true, 'Q.II.5.1': true, 'Q.II.5.2': false }

// A budget shared out by an algorithm that carries out its own plan.
const allocating: Facts = { ...base, 'Q.II.6': true, 'Q.II.6.0': true, 'Q.II.6.1': true, 'Q.II.6.2': true }

// People sorted by inferred religion, and inspected on that ground.
const inferring: Facts = { ...base, 'Q.II.7': true, 'Q.II.7.1': true, 'Q.II.7.2': true }

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

export const ethnicReligionCases: readonly EntryCase[] = [
  meets(
    'II.1',
    'automatic scores that ground the list of beneficiaries of ethnic policy are inside the entry',
    scoring,
  ),
  misses('II.1', 'a system that scores, sorts or ranks no files is outside the entry', { ...scoring, 'Q.II.1': false }),
  misses('II.1', 'scoring for another purpose than ethnic policy is outside the entry', {
    ...scoring,
    'Q.II.1.0': false,
  }),
  misses('II.1', 'scores that an official enters by hand are not automatic', { ...scoring, 'Q.II.1.1': false }),
  misses('II.1', 'scores on which the competent state agency grounds no decision are outside the entry', {
    ...scoring,
    'Q.II.1.2': false,
  }),
  {
    ...meets('II.1', 'a result that is not the official one for publication is inside the entry all the same', {
      ...scoring,
      'Q.II.1.aside': false,
    }),
    kind: 'edge',
  },
  meets(
    'II.2',
    'information accepted or rejected without review by the competent authority is inside the entry',
    verifying,
  ),
  misses('II.2', 'a system that decides on no information on ethnic or religious matters is outside the entry', {
    ...verifying,
    'Q.II.2': false,
  }),
  misses('II.2', 'information that an official compares by hand is not verified automatically', {
    ...verifying,
    'Q.II.2.1': false,
  }),
  misses('II.2', 'a system that shows differences but neither accepts nor rejects is outside the entry', {
    ...verifying,
    'Q.II.2.2': false,
  }),
  misses('II.2', 'a decision that the competent authority reviews or re-approves first is outside the entry', {
    ...verifying,
    'Q.II.2.3': true,
  }),
  meets('II.3', 'a registration finally refused without the competent authority is inside the entry', registering),
  misses('II.3', 'a system that decides on no registration or decision in these affairs is outside the entry', {
    ...registering,
    'Q.II.3': false,
  }),
  misses('II.3', 'a system that only prepares a draft decision takes no final one', {
    ...registering,
    'Q.II.3.1': false,
  }),
  misses('II.3', 'a decision in which the competent authority reviews or intervenes first is outside the entry', {
    ...registering,
    'Q.II.3.2': true,
  }),
  meets(
    'II.4',
    'an automatic final decision on files of beneficiaries of ethnic policy is inside the entry',
    approving,
  ),
  misses('II.4', 'a system that approves and refuses no files is outside the entry', { ...approving, 'Q.II.4': false }),
  misses('II.4', 'a decision that is not the final one on files of ethnic policy is outside the entry', {
    ...approving,
    'Q.II.4.0': false,
  }),
  misses('II.4', 'a final decision that an official takes is not automatic', { ...approving, 'Q.II.4.1': false }),
  meets('II.5', 'support locked on suspected fraud without independent verification is inside the entry', stopping),
  misses('II.5', 'a system that stops, recovers or locks no support is outside the entry', {
    ...stopping,
    'Q.II.5': false,
  }),
  misses('II.5', 'support that ends because its term is over is not stopped on suspected fraud', {
    ...stopping,
    'Q.II.5.0': false,
  }),
  misses('II.5', 'a system that reports the suspicion and triggers no measure is outside the entry', {
    ...stopping,
    'Q.II.5.1': false,
  }),
  misses('II.5', 'a measure verified independently before it takes effect is outside the entry', {
    ...stopping,
    'Q.II.5.2': true,
  }),
  meets(
    'II.6',
    'a plan by algorithm that the system executes once the decision has effect is inside the entry',
    allocating,
  ),
  misses('II.6', 'a system that gives no orders on budget or support is outside the entry', {
    ...allocating,
    'Q.II.6': false,
  }),
  misses('II.6', 'an allocation not made by algorithm is outside the entry', { ...allocating, 'Q.II.6.0': false }),
  misses('II.6', 'a system that proposes a plan and cannot execute it is outside the entry', {
    ...allocating,
    'Q.II.6.1': false,
  }),
  misses('II.6', 'a plan not executed after the decision took effect is outside the entry', {
    ...allocating,
    'Q.II.6.2': false,
  }),
  meets('II.7', 'an automatic classification by religion that grounds inspections is inside the entry', inferring),
  misses('II.7', 'a system that infers no ethnicity, belief or religion is outside the entry', {
    ...inferring,
    'Q.II.7': false,
  }),
  misses('II.7', 'groups that a researcher forms by hand are not classified automatically', {
    ...inferring,
    'Q.II.7.1': false,
  }),
  misses('II.7', 'a classification that grounds no management measure is outside the entry', {
    ...inferring,
    'Q.II.7.2': false,
  }),
  {
    ...misses(
      'II.1',
      'on 14 August 2026 the Decision is not yet in force, so a scoring system is outside the list',
      scoring,
    ),
    on: day('2026-08-14'),
    kind: 'edge',
  },
  {
    ...meets('II.1', 'on 15 August 2026 the Decision is in force and a scoring system is inside the entry', scoring),
    on: day('2026-08-15'),
    kind: 'edge',
  },
]
