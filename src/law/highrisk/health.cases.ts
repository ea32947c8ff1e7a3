import { day } from '../../base/day.ts'
import type { Facts } from '../rule.ts'
import type { EntryCase } from './case.ts'

const on = day('2026-09-01')
const base: Facts = { screen: 'system', 'sector.health': true }

// A robot arm that holds the instrument under the hand of the surgeon.
const surgery: Facts = { ...base, 'Q.III.1': true, 'Q.III.1.1': true, 'Q.III.1.2': false }

// A robot that treats the patient and changes its parameters by itself.
const treatment: Facts = { ...base, 'Q.III.2': true, 'Q.III.2.1': true, 'Q.III.2.2': false }

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

export const healthCases: readonly EntryCase[] = [
  meets('III.1', 'a robot that guides the manoeuvre of the surgeon is enough by itself', surgery),
  meets('III.1', 'a fully automatic robot that acts in place of humans is enough by itself', {
    ...surgery,
    'Q.III.1.1': false,
    'Q.III.1.2': true,
  }),
  {
    ...meets('III.1', 'a robot of both kinds is inside the entry once', { ...surgery, 'Q.III.1.2': true }),
    kind: 'edge',
  },
  misses('III.1', 'a system built into neither kind of robot is outside the entry', { ...surgery, 'Q.III.1.1': false }),
  misses('III.1', 'a system that has nothing to do with surgery is outside the entry', {
    ...surgery,
    'Q.III.1': false,
  }),
  meets(
    'III.2',
    'a robot that treats the body without a confirming command for each step is inside the entry',
    treatment,
  ),
  misses('III.2', 'a machine that artificial intelligence does not control is outside the entry', {
    ...treatment,
    'Q.III.2': false,
  }),
  misses('III.2', 'a robot that does not itself treat the body of the patient is outside the entry', {
    ...treatment,
    'Q.III.2.1': false,
  }),
  misses('III.2', 'a robot that needs a confirming command for each change of a parameter is outside the entry', {
    ...treatment,
    'Q.III.2.2': true,
  }),
  {
    ...misses(
      'III.2',
      'on 14 August 2026 the Decision is not yet in force, so a treatment robot is outside the list',
      treatment,
    ),
    on: day('2026-08-14'),
    kind: 'edge',
  },
  {
    ...meets(
      'III.2',
      'on 15 August 2026 the Decision is in force and a treatment robot is inside the entry',
      treatment,
    ),
    on: day('2026-08-15'),
    kind: 'edge',
  },
]
