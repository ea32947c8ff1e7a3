import { day } from '../../base/day.ts'
import type { Facts } from '../rule.ts'
import type { EntryCase } from './case.ts'

const on = day('2026-09-01')
const base: Facts = { screen: 'system', 'sector.transport': true }

// A vehicle that drives without anyone watching all the time.
const driving: Facts = { ...base, 'group.road-rail': true, 'Q.VI.1': true, 'Q.VI.1.1': true, 'Q.VI.1.2': false }

// Signals switched by the system from within the control centre.
const signals: Facts = {
  ...base,
  'group.road-rail': true,
  'Q.VI.2': true,
  'Q.VI.2.1': true,
  'Q.VI.2.2': true,
  'Q.VI.2.3': false,
  'Q.VI.2.4': true,
}

// A road tunnel whose ventilation and barriers the system moves.
const tunnel: Facts = { ...base, 'group.works': true, 'Q.VI.3': true, 'Q.VI.3.1': true, 'Q.VI.3.2': true }

// A bridge closed on the assessment of the system.
const bridge: Facts = {
  ...base,
  'group.works': true,
  'Q.VI.4': true,
  'Q.VI.4.1': true,
  'Q.VI.4.2': true,
  'Q.VI.4.3': false,
}

// Licence files of the Ministry of Construction refused by the system.
const files: Facts = {
  ...base,
  'group.state-management': true,
  'Q.VI.5': true,
  'Q.VI.5.1': true,
  'Q.VI.5.2': true,
  'Q.VI.5.3': false,
}

// Cameras of a railway station whose hits lead straight to coercion.
const violations: Facts = {
  ...base,
  'group.works': true,
  'Q.VI.6': true,
  'Q.VI.6.1': true,
  'Q.VI.6.2': true,
  'Q.VI.6.3': true,
  'Q.VI.6.4': false,
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

export const transportGroundCases: readonly EntryCase[] = [
  meets('VI.1', 'a vehicle that needs no continuous human supervision is enough by itself', driving),
  meets('VI.1', 'a decision that directly grounds a dangerous control act is enough by itself', {
    ...driving,
    'Q.VI.1.1': false,
    'Q.VI.1.2': true,
  }),
  {
    ...meets('VI.1', 'a vehicle of both kinds is inside the entry once', { ...driving, 'Q.VI.1.2': true }),
    kind: 'edge',
  },
  misses('VI.1', 'a watched vehicle whose control acts rest on no decision of the system is outside the entry', {
    ...driving,
    'Q.VI.1.1': false,
  }),
  misses('VI.1', 'a system that drives no vehicle at a high level of autonomy is outside the entry', {
    ...driving,
    'Q.VI.1': false,
  }),
  meets('VI.2', 'signals changed without independent approval, with effect on safety, are inside the entry', signals),
  misses('VI.2', 'a system that runs neither signals nor dispatch is outside the entry', {
    ...signals,
    'Q.VI.2': false,
  }),
  misses('VI.2', 'a system not directly connected to a control centre or train dispatch is outside the entry', {
    ...signals,
    'Q.VI.2.1': false,
  }),
  misses('VI.2', 'a system without the power to change signals, routes or dispatch is outside the entry', {
    ...signals,
    'Q.VI.2.2': false,
  }),
  misses('VI.2', 'a change that the competent person approves independently is outside the entry', {
    ...signals,
    'Q.VI.2.3': true,
  }),
  misses('VI.2', 'a system that cannot directly affect traffic safety is outside the entry', {
    ...signals,
    'Q.VI.2.4': false,
  }),
  meets(
    'VI.3',
    'direct intervention in the control system of a road tunnel, executed at once, is inside the entry',
    tunnel,
  ),
  misses('VI.3', 'a system that runs no transport works or key infrastructure is outside the entry', {
    ...tunnel,
    'Q.VI.3': false,
  }),
  misses('VI.3', 'a system that cannot intervene in the control or monitoring system is outside the entry', {
    ...tunnel,
    'Q.VI.3.1': false,
  }),
  misses('VI.3', 'output that is not executed at once and moves nothing is outside the entry', {
    ...tunnel,
    'Q.VI.3.2': false,
  }),
  meets('VI.4', 'an assessment that closes a bridge without mandatory human appraisal is inside the entry', bridge),
  misses('VI.4', 'a system that gives no orders on the use of works is outside the entry', {
    ...bridge,
    'Q.VI.4': false,
  }),
  misses('VI.4', 'a safety assessment that engineers make is not automatic', { ...bridge, 'Q.VI.4.1': false }),
  misses('VI.4', 'a result not used directly to limit or stop the use is outside the entry', {
    ...bridge,
    'Q.VI.4.2': false,
  }),
  misses('VI.4', 'a decision with a mandatory and independent human appraisal is outside the entry', {
    ...bridge,
    'Q.VI.4.3': true,
  }),
  meets('VI.5', 'a licence refused directly on the output without the competent person is inside the entry', files),
  misses('VI.5', 'a system that appraises no files for a final decision is outside the entry', {
    ...files,
    'Q.VI.5': false,
  }),
  misses('VI.5', 'files outside the remit of the Ministry of Construction are outside the entry', {
    ...files,
    'Q.VI.5.1': false,
  }),
  misses('VI.5', 'output that is no direct ground for the fate of a file is outside the entry', {
    ...files,
    'Q.VI.5.2': false,
  }),
  misses('VI.5', 'a result that the competent person independently reviews or approves is outside the entry', {
    ...files,
    'Q.VI.5.3': true,
  }),
  meets('VI.6', 'real-time identification at a transport hub used without an officer is inside the entry', violations),
  misses('VI.6', 'a system that neither detects violations nor identifies people is outside the entry', {
    ...violations,
    'Q.VI.6': false,
  }),
  misses('VI.6', 'images that an officer watches without analysis are not analysed automatically', {
    ...violations,
    'Q.VI.6.1': false,
  }),
  misses('VI.6', 'a place that is no transport hub and no important public work is outside the entry', {
    ...violations,
    'Q.VI.6.2': false,
  }),
  misses('VI.6', 'a result not used directly for handling or control is outside the entry', {
    ...violations,
    'Q.VI.6.3': false,
  }),
  misses('VI.6', 'a result that a competent officer verifies independently is outside the entry', {
    ...violations,
    'Q.VI.6.4': true,
  }),
  {
    ...misses(
      'VI.2',
      'on 14 August 2026 the Decision is not yet in force, so a signal system is outside the list',
      signals,
    ),
    on: day('2026-08-14'),
    kind: 'edge',
  },
  {
    ...meets('VI.2', 'on 15 August 2026 the Decision is in force and a signal system is inside the entry', signals),
    on: day('2026-08-15'),
    kind: 'edge',
  },
  {
    ...misses(
      'VI.6',
      'on 14 August 2026 the Decision is not yet in force, so real-time identification is outside the list',
      violations,
    ),
    on: day('2026-08-14'),
    kind: 'edge',
  },
  {
    ...meets(
      'VI.6',
      'on 15 August 2026 the Decision is in force and real-time identification is inside the entry',
      violations,
    ),
    on: day('2026-08-15'),
    kind: 'edge',
  },
]
