import { day } from '../../base/day.ts'
import type { Facts } from '../rule.ts'
import type { EntryCase } from './case.ts'

const on = day('2026-09-01')
const base: Facts = { screen: 'system', 'sector.education': true }

// Study content put together by the system from whatever was fed in, for a great many learners.
const selfStudy: Facts = { ...base, 'Q.I.1': true, 'Q.I.1.1': true, 'Q.I.1.2': true, 'Q.I.1.3': true }

// An examination marked by the system, whose marks go into the school report.
const grading: Facts = { ...base, 'Q.I.2': true, 'Q.I.2.1': true, 'Q.I.2.2': true, 'Q.I.2.3': true }

// A classroom camera that reads faces, without feedback or alerts.
const watching: Facts = { ...base, 'Q.I.3': true, 'Q.I.3.1': true, 'Q.I.3.2': false }

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

export const educationCases: readonly EntryCase[] = [
  meets(
    'I.1',
    'self-study content from uncontrolled data, given automatically at large scale, is inside the entry',
    selfStudy,
  ),
  misses('I.1', 'a system that gives no content for self-study under the programme is outside the entry', {
    ...selfStudy,
    'Q.I.1': false,
  }),
  misses('I.1', 'content that a teacher picks and hands out is not given automatically', {
    ...selfStudy,
    'Q.I.1.1': false,
  }),
  misses('I.1', 'content whose data are controlled before they go in is outside the entry', {
    ...selfStudy,
    'Q.I.1.2': false,
  }),
  misses('I.1', 'use in one small class is not large scale', { ...selfStudy, 'Q.I.1.3': false }),
  meets('I.2', 'automatic marking that is the official ground of the learning result is inside the entry', grading),
  misses('I.2', 'a system that neither tests, assesses nor ranks learners is outside the entry', {
    ...grading,
    'Q.I.2': false,
  }),
  misses('I.2', 'an assessment that the teacher makes and the system only stores is not automatic', {
    ...grading,
    'Q.I.2.1': false,
  }),
  misses('I.2', 'a practice test whose result is no official ground is outside the entry', {
    ...grading,
    'Q.I.2.2': false,
  }),
  misses('I.2', 'an assessment outside the national education system is outside the entry', {
    ...grading,
    'Q.I.2.3': false,
  }),
  meets('I.3', 'the use of biometric data of learners is enough by itself', watching),
  meets('I.3', 'high-frequency alerts that cause mental stress are enough without biometric data', {
    ...watching,
    'Q.I.3.1': false,
    'Q.I.3.2': true,
  }),
  {
    ...meets('I.3', 'biometric data and stressful alerts together are inside the entry once', {
      ...watching,
      'Q.I.3.2': true,
    }),
    kind: 'edge',
  },
  misses('I.3', 'without biometric data and without such alerts the system is outside the entry', {
    ...watching,
    'Q.I.3.1': false,
  }),
  misses('I.3', 'a system that does not watch the behaviour of learners is outside the entry', {
    ...watching,
    'Q.I.3': false,
  }),
  {
    ...misses(
      'I.1',
      'on 14 August 2026 the Decision is not yet in force, so a self-study system is outside the list',
      selfStudy,
    ),
    on: day('2026-08-14'),
    kind: 'edge',
  },
  {
    ...meets(
      'I.1',
      'on 15 August 2026 the Decision is in force and a self-study system is inside the entry',
      selfStudy,
    ),
    on: day('2026-08-15'),
    kind: 'edge',
  },
]
