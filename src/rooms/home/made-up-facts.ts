import type { Facts } from '../../law/rule.ts'

const SECTORS = ['education', 'ethnic-religion', 'health', 'banking', 'finance', 'litigation', 'transport'] as const

/** Answers to the tool: every field answered, so that nothing stays open. */
const fields = (...yes: readonly (typeof SECTORS)[number][]): Facts => ({
  screen: 'system',
  ...Object.fromEntries(SECTORS.map((s) => [`sector.${s}`, yes.includes(s)])),
})

const grounds = (interlocutor: boolean, content: boolean): Facts => ({
  'medium.interlocutor': interlocutor,
  'medium.content': content,
  ...(interlocutor || content
    ? { 'medium.x1': false, 'medium.x2': false, 'medium.x3': false, 'medium.x4': false, 'medium.x5': false }
    : {}),
})

/** People may take it for a person. */
export const CHAT: Facts = { ...fields(), ...grounds(true, false), firstUse: 'later' }
/** People may take what it makes for the real thing. */
export const VOICE: Facts = { ...fields(), ...grounds(false, true), firstUse: 'later' }
/** People can always tell. */
export const CLEAR: Facts = { ...fields(), ...grounds(false, false) }

export const CREDIT: Facts = {
  ...fields('banking'),
  'Q.IV.1': false,
  'Q.IV.2': true,
  'Q.IV.2.0': true,
  'Q.IV.2.1': true,
  'Q.IV.2.2': true,
  'Q.IV.2.3': false,
  'Q.IV.2.4': true,
  ...grounds(false, false),
}

export const EXAM: Facts = {
  ...fields('education'),
  'Q.I.1': false,
  'Q.I.2': true,
  'Q.I.2.1': true,
  'Q.I.2.2': true,
  'Q.I.2.3': true,
  'Q.I.3': false,
  firstUse: 'later',
}

export const TUG: Facts = {
  ...fields('transport'),
  'group.airfield': true,
  'Q.VI.17': true,
  'Q.VI.17.1': true,
  'Q.VI.17.2': true,
  'Q.VI.17.3': false,
  firstUse: 'before-2026-08-15',
  foreign: true,
}

export const STANDS: Facts = {
  ...fields('transport'),
  'group.airfield': true,
  'Q.VI.16': true,
  'Q.VI.16.1': true,
  'Q.VI.16.2': true,
  'Q.VI.16.3': false,
  firstUse: 'later',
  foreign: true,
}

export const SURGERY: Facts = {
  ...fields('health'),
  'Q.III.1': true,
  'Q.III.1.1': true,
  'Q.III.1.2': false,
  'Q.III.2': false,
  firstUse: 'later',
  foreign: true,
}

export const LICENCES: Facts = {
  ...fields('transport'),
  'group.state-management': true,
  'Q.VI.5': true,
  'Q.VI.5.1': true,
  'Q.VI.5.2': true,
  'Q.VI.5.3': false,
  stateBody: true,
}
