import { type Day, day } from '../base/day.ts'
import type { DamageSaid } from './damage.ts'

/** A worked case of art. 29: what is answered, who then pays for certain, and who might. */
export interface DamageCase {
  readonly name: string
  readonly on: Day
  readonly said: DamageSaid
  readonly yes: readonly string[]
  readonly maybe?: readonly string[]
  /** Questions of the path, where the path is the point. */
  readonly path?: readonly string[]
  readonly keeps?: readonly string[]
}

const on = day('2026-10-15')
const hurt = { role: ['injured'], when: ['since'] } as const
const high = { ...hurt, level: ['high'], intrusion: ['no'], breach: ['nobody'] } as const
const medium = { ...hurt, level: ['medium'], intrusion: ['no'], breach: ['nobody'] } as const
const proper = { ...high, intent: ['no'], necessity: ['neither'] } as const
const deployer = { ...proper, role: ['deployer'] } as const

/** One for each branch a jurist would tell apart, to be read and signed. */
export const DAMAGE_CASES: readonly DamageCase[] = [
  {
    name: 'Law art. 29.1: a provider hid a warning that was owed; it compensates under civil law',
    on,
    said: { ...medium, breach: ['breach.provider'] },
    yes: ['breach-provider'],
  },
  {
    name: 'Law art. 29.1: provider and user both broke rules around a high-risk system; art. 29.2 is not asked',
    on,
    said: { ...high, breach: ['breach.provider', 'breach.user'] },
    yes: ['breach-provider', 'breach-user'],
    path: ['role', 'when', 'level', 'intrusion', 'breach'],
  },
  {
    name: 'Law art. 29.1: a low-risk system counts too, a breach has no level',
    on,
    said: { ...medium, level: ['low'], breach: ['breach.deployer'] },
    yes: ['breach-deployer'],
  },
  {
    name: 'Law art. 29.1 and 29.2: the developer broke a rule, those who ran the high-risk system did not; both answer',
    on,
    said: { ...proper, breach: ['breach.developer'] },
    yes: ['breach-developer', 'strict'],
    maybe: ['recourse-provider', 'recourse-developer', 'recourse-other', 'no-recourse'],
  },
  {
    name: 'Law art. 29.1: somebody else broke a rule, at medium risk',
    on,
    said: { ...medium, breach: ['breach.other'] },
    yes: ['breach-other'],
  },
  {
    name: 'Law art. 29.2: a high-risk system properly run still hurt somebody; the deployer pays without fault',
    on,
    said: proper,
    yes: ['strict'],
    maybe: ['recourse-provider', 'recourse-developer', 'recourse-other', 'no-recourse'],
    path: ['role', 'when', 'level', 'intrusion', 'breach', 'intent', 'necessity'],
    keeps: ['harm', 'contact', 'told', 'record', 'excuse'],
  },
  {
    name: 'Law art. 29.2: the deployer who paid gets it back from the provider as they agreed',
    on,
    said: { ...deployer, recourse: ['recourse.provider'] },
    yes: ['strict', 'recourse-provider'],
    keeps: ['record', 'audit-logs', 'oversight', 'proper-use', 'agreement', 'incident', 'excuse', 'insurance'],
  },
  {
    name: 'Law art. 29.2: agreed with the developer and with a maintainer',
    on,
    said: { ...deployer, recourse: ['recourse.developer', 'recourse.other'] },
    yes: ['strict', 'recourse-developer', 'recourse-other'],
  },
  {
    name: 'Law art. 29.2: nothing agreed, nothing to claim back under this clause',
    on,
    said: { ...deployer, recourse: ['nobody'] },
    yes: ['strict', 'no-recourse'],
  },
  {
    name: 'Law art. 29.3.a: due entirely to the intentional fault of the injured party',
    on,
    said: { ...high, intent: ['yes'] },
    yes: ['exempt-intent'],
    path: ['role', 'when', 'level', 'intrusion', 'breach', 'intent'],
  },
  {
    name: 'Law art. 29.3.b: force majeure, and no law says otherwise',
    on,
    said: { ...high, intent: ['no'], necessity: ['force-majeure'], otherwise: ['no'] },
    yes: ['exempt-necessity'],
  },
  {
    name: 'Law art. 29.3.b: a state of necessity, and no law says otherwise',
    on,
    said: { ...high, intent: ['no'], necessity: ['necessity'], otherwise: ['no'] },
    yes: ['exempt-necessity'],
  },
  {
    name: 'Law art. 29.3.b: force majeure, but another law says otherwise, so the deployer pays',
    on,
    said: { ...high, intent: ['no'], necessity: ['force-majeure'], otherwise: ['yes'] },
    yes: ['strict'],
    maybe: ['recourse-provider', 'recourse-developer', 'recourse-other', 'no-recourse'],
  },
  {
    name: 'Law art. 29.4: a third party broke in, nobody let it; it pays alone',
    on,
    said: { ...hurt, level: ['high'], intrusion: ['yes'], fault: ['nobody'], breach: ['nobody'] },
    yes: ['intruder'],
    path: ['role', 'when', 'level', 'intrusion', 'fault', 'breach'],
  },
  {
    name: 'Law art. 29.4: the deployer let it happen and is jointly liable',
    on,
    said: { ...hurt, level: ['low'], intrusion: ['yes'], fault: ['fault.deployer'], breach: ['nobody'] },
    yes: ['intruder', 'joint-deployer'],
  },
  {
    name: 'Law art. 29.4: provider and deployer both let it happen',
    on,
    said: {
      ...{ role: ['provider'], when: ['since'], level: ['medium'], intrusion: ['yes'] },
      ...{ fault: ['fault.deployer', 'fault.provider'], breach: ['nobody'] },
    },
    yes: ['intruder', 'joint-deployer', 'joint-provider'],
    keeps: ['record', 'logs', 'oversight-design', 'risk-management', 'security', 'remedy', 'insurance'],
  },
  {
    name: 'medium risk and nobody broke a rule: art. 29 is silent, general civil law applies',
    on,
    said: medium,
    yes: ['civil'],
    path: ['role', 'when', 'level', 'intrusion', 'breach'],
  },
  {
    name: 'low risk and nobody broke a rule: the same',
    on,
    said: { ...medium, level: ['low'] },
    yes: ['civil'],
  },
  {
    name: 'Law art. 34: damage of the day before the Law',
    on,
    said: { role: ['injured'], when: ['before'] },
    yes: ['not-yet'],
    path: ['role', 'when'],
  },
  {
    name: 'Law art. 1.2: a system for defence, security or cipher only',
    on,
    said: { ...hurt, level: ['outside'] },
    yes: ['outside'],
    path: ['role', 'when', 'level'],
  },
  {
    name: 'an injured person who knows only that it hurt: every way stays open and none is decided',
    on,
    said: {
      ...{ ...hurt, level: ['unknown'], intrusion: ['unknown'], breach: ['unknown'] },
      ...{ intent: ['no'], necessity: ['neither'] },
    },
    yes: [],
    maybe: [
      ...['intruder', 'joint-deployer', 'joint-provider'],
      ...['breach-provider', 'breach-deployer', 'breach-developer', 'breach-user', 'breach-other'],
      ...['strict', 'recourse-provider', 'recourse-developer', 'recourse-other', 'no-recourse', 'civil', 'outside'],
    ],
  },
  {
    name: 'it is not known whether a rule was broken: the deployer pays if none was',
    on,
    said: { ...proper, role: ['deployer'], breach: ['unknown'], recourse: ['nobody'] },
    yes: [],
    maybe: [
      ...['breach-provider', 'breach-deployer', 'breach-developer', 'breach-user', 'breach-other'],
      ...['strict', 'no-recourse'],
    ],
  },
]
