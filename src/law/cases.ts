import { type Day, day } from '../base/day.ts'
import type { Level } from './classify.ts'
import type { Facts } from './rule.ts'

/** A worked case of everything but the list's own conditions: which level, and what else must come with it. */
export interface Case {
  readonly name: string
  readonly on: Day
  readonly facts: Facts
  readonly level: Level
  readonly notice?: 'required' | 'not-required' | 'not-accepted' | 'undetermined'
  /** The last day in time; `null` where everything comes before use. */
  readonly due?: Day | null
  readonly duties?: readonly string[]
  readonly notDuties?: readonly string[]
  readonly remarks?: readonly string[]
  readonly open?: readonly string[]
}

const on = day('2026-10-15')
const noSector: Facts = {
  'sector.education': false,
  'sector.ethnic-religion': false,
  'sector.health': false,
  'sector.banking': false,
  'sector.finance': false,
  'sector.litigation': false,
  'sector.transport': false,
}
/** A system outside every listed field. */
const plain: Facts = { screen: 'system', ...noSector }
const noExclusion: Facts = {
  'medium.x1': false,
  'medium.x2': false,
  'medium.x3': false,
  'medium.x4': false,
  'medium.x5': false,
}
/** A chat service people may take for a person. */
const chat: Facts = { ...plain, 'medium.interlocutor': true, 'medium.content': false, ...noExclusion }
const clear: Facts = { ...plain, 'medium.interlocutor': false, 'medium.content': false }
/** II.4 has no human-check condition, so two answers make it high. */
const listed: Facts = { ...plain, 'sector.ethnic-religion': true, 'Q.II.4': true, 'Q.II.4.0': true, 'Q.II.4.1': true }
const surgery: Facts = { ...plain, 'sector.health': true, 'Q.III.2': true, 'Q.III.2.1': true, 'Q.III.2.2': false }
const excluded = (key: string, what: string): Case => ({
  name: `Decree art. 9.3: ${what}`,
  on,
  facts: { ...chat, [key]: true },
  level: 'low',
  notice: 'not-required',
})
const screened = (screen: string, level: Level, what: string): Case => ({
  name: `screening: ${what}`,
  on,
  facts: { screen },
  level,
  notice: level === 'outside' ? 'not-accepted' : 'not-required',
})

/** Worked examples a lawyer can read and sign. */
export const CASES: readonly Case[] = [
  screened('model', 'not-a-system', 'a model by itself is not classified (Decree art. 6.2)'),
  screened('not-ai', 'not-a-system', 'software with fixed rules only is no AI system (Law art. 3.2)'),
  screened('party-internal', 'outside', 'an internal system of the Party is not taken in (Decree art. 4.3.d)'),
  screened('state-secret', 'outside', 'a system covered by state secrecy is not taken in (Decree art. 4.3.d)'),
  screened('defence', 'outside', 'a system for defence only is outside the Law (art. 1.2)'),
  screened('security', 'outside', 'a system for security or cipher only is outside the Law (art. 1.2)'),
  {
    name: 'screening: without the first answer nothing is known',
    on,
    facts: {},
    level: 'undetermined',
    open: ['screen'],
  },
  {
    name: 'screening: before the Law nothing is classified and nothing refused',
    on: day('2026-02-28'),
    facts: chat,
    level: 'outside',
    notice: 'not-required',
    remarks: ['law-not-yet'],
  },
  {
    name: 'Law art. 9.1.b: users cannot tell that they talk to AI',
    on,
    facts: { ...chat, firstUse: 'later' },
    level: 'medium',
    notice: 'required',
    due: null,
    duties: ['notify', 'dossier', 'account-medium'],
    notDuties: ['assess', 'certify', 'publish-basics'],
  },
  {
    name: 'Law art. 9.1.b: users cannot tell that content was made by AI',
    on,
    facts: { ...chat, 'medium.interlocutor': false, 'medium.content': true },
    level: 'medium',
    open: ['firstUse'],
  },
  {
    name: 'Law art. 9.1.c: users can always tell, so the level is low',
    on,
    facts: clear,
    level: 'low',
    notice: 'not-required',
    duties: ['classify', 'publish-basics', 'incident', 'incident-report'],
    notDuties: ['notify', 'dossier'],
  },
  {
    name: 'Law art. 9.1.b: on its first day, without the exclusions of the Decree',
    on: day('2026-03-01'),
    facts: { ...chat, 'medium.x4': true },
    level: 'medium',
    remarks: ['no-approval', 'list-not-yet', 'prohibited'],
  },
  {
    name: 'Decree art. 9.3: an exclusion the day before the Decree does not yet count',
    on: day('2026-04-30'),
    facts: { ...chat, 'medium.x4': true },
    level: 'medium',
  },
  {
    name: 'Decree art. 9.3: an exclusion on the first day of the Decree',
    on: day('2026-05-01'),
    facts: { ...chat, 'medium.x4': true },
    level: 'low',
  },
  excluded('medium.x1', 'only technical editing of form'),
  excluded('medium.x2', 'an office aid that is plainly AI'),
  excluded('medium.x3', 'nothing reaches the public'),
  excluded('medium.x4', 'a game in a clearly fictional setting'),
  excluded('medium.x5', 'back-end optimisation only'),
  {
    name: 'Decree art. 9.3: one exclusion unanswered keeps the level open',
    on,
    facts: { ...chat, 'medium.x5': undefined },
    level: 'undetermined',
    open: ['medium.x5'],
  },
  {
    name: 'Law art. 9.1: highest wins, a listed system stays high though excluded from medium',
    on,
    facts: { ...listed, ...chat, 'sector.ethnic-religion': true, 'medium.x2': true },
    level: 'high',
    remarks: ['no-permission', 'no-approval', 'argument', 'route-unknown', 'prohibited'],
  },
  {
    name: 'Decision 33: the day before the list a listed system is weighed by the other levels',
    on: day('2026-08-14'),
    facts: { ...listed, 'medium.interlocutor': false, 'medium.content': false },
    level: 'low',
    remarks: ['no-approval', 'list-not-yet', 'prohibited'],
  },
  {
    name: 'Decision 33 art. 4.1: in use before the list, other sector, last day in time',
    on,
    facts: { ...listed, firstUse: 'before-2026-08-15' },
    level: 'high',
    due: day('2027-02-28'),
  },
  {
    name: 'Decision 33 art. 4.1: in use before the list, health, last day in time',
    on,
    facts: { ...surgery, firstUseDay: '2026-08-14' },
    level: 'high',
    due: day('2027-08-31'),
    duties: ['certify', 'publish-conformity'],
    notDuties: ['assess', 'assess-route-unknown'],
  },
  {
    name: 'Decision 33 art. 4.3: the newer health system has the earlier date',
    on,
    facts: { ...surgery, firstUseDay: '2026-08-15' },
    level: 'high',
    due: day('2027-02-28'),
  },
  {
    name: 'Decision 33 art. 4.3: after the six months, before use',
    on,
    facts: { ...surgery, firstUseDay: '2027-02-16' },
    level: 'high',
    due: null,
  },
  {
    name: 'Law art. 35.1.b: a medium system in use before the Law',
    on,
    facts: { ...chat, firstUse: 'before-2026-03-01' },
    level: 'medium',
    due: day('2027-03-01'),
  },
  {
    name: 'Law art. 35.1.a: a medium system in insurance, in use before the Law',
    on,
    facts: { ...chat, 'sector.finance': true, firstUse: 'before-2026-03-01' },
    level: 'medium',
    due: day('2027-09-01'),
  },
  {
    name: 'Law art. 11.2: generated images are marked at low risk too',
    on,
    facts: { ...clear, 'generates.media': true, interacts: false },
    level: 'low',
    duties: ['mark'],
    notDuties: ['disclose'],
  },
  {
    name: 'Law art. 14.6: a foreign provider of a must-certify system needs contact point and presence',
    on,
    facts: { ...surgery, foreign: true },
    level: 'high',
    duties: ['contact-point', 'presence'],
  },
  {
    name: 'Law art. 14.6: at medium risk a foreign provider needs neither',
    on,
    facts: { ...chat, foreign: true },
    level: 'medium',
    notDuties: ['contact-point', 'presence'],
  },
  {
    name: 'Law art. 27.3: a state body assesses impact at high risk',
    on,
    facts: { ...listed, stateBody: true },
    level: 'high',
    duties: ['impact-high', 'ethics'],
  },
  {
    name: 'Decree art. 20: a low system that grounds administrative decisions is assessed too',
    on,
    facts: { ...clear, stateBody: true, stateDecision: true },
    level: 'low',
    duties: ['impact-other', 'ethics'],
  },
  {
    name: 'duties: who is only a deployer does not notify',
    on,
    facts: { ...chat, 'role.provider': false, 'role.deployer': true, 'role.user': false },
    level: 'medium',
    duties: ['inherit', 'incident-deployer'],
    notDuties: ['notify', 'dossier', 'user-medium'],
  },
  {
    name: 'Decision 33, VI.21: denying the stated effect takes the system out, with reasons and a guidance request',
    on,
    facts: {
      ...clear,
      'sector.transport': true,
      'group.road-rail': false,
      'group.works': false,
      'group.state-management': false,
      'group.air-traffic': false,
      'group.flight': false,
      'group.airfield': false,
      'group.airport-infrastructure': false,
      'group.aviation-security': true,
      'Q.VI.21': true,
      'Q.VI.21.1': true,
      'Q.VI.21.2': false,
      'Q.VI.21.3': false,
      'Q.VI.22': false,
      'Q.VI.23': false,
      'Q.VI.24': false,
      'Q.VI.30': false,
    },
    level: 'low',
    remarks: ['no-permission', 'no-approval', 'presumed-denied', 'prohibited'],
  },
]
