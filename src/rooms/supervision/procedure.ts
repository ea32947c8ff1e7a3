import { termOf, textOf } from '../../casework/answers.ts'
import { type Form, type Option, onePage, type Question } from '../../casework/form.ts'
import type { ClockOf, Procedure, VerbOf } from '../../casework/procedure.ts'
import type { CaseFile } from '../../casework/schema.ts'
import { GROUNDS, KIND } from './kinds.ts'
import { againstCompletion, againstOrder, basisOf, dueOf, kindOf } from './rules.ts'
import { KINDS, PUBLIC_KINDS } from './schema.ts'
import { CLOCK, FIELDS, GROUND, NEXT, NO_DATE, STATE, VERB } from './words.ts'

// ————— forms —————

const UNITS_OF_TIME: readonly Option[] = [
  { value: 'hours', label: FIELDS.hours },
  { value: 'days', label: FIELDS.days },
  { value: 'workingDays', label: FIELDS.workingDays },
]
const ASKS = { key: 'kind', is: KINDS.filter((kind) => KIND[kind].asks) } as const
/** The law sets no length; an order must only name one. */
const termIn = (unit: string, term: string, ask: Question['ask']): readonly Question[] => [
  { key: term, kind: 'number', min: 1, max: 1000, ask },
  { key: unit, kind: 'one', ask: FIELDS.termUnit, options: UNITS_OF_TIME },
]

const order: Form = {
  id: 'order',
  version: 1,
  pages: [
    {
      id: 'kind',
      title: FIELDS.kindPage,
      questions: [
        {
          ...{ key: 'kind', kind: 'one', ask: FIELDS.kind },
          options: KINDS.map((kind) => ({ value: kind, label: KIND[kind].name, hint: KIND[kind].means })),
        },
        {
          ...{ key: 'suspendBasis', kind: 'one', ask: FIELDS.suspendBasis, when: { key: 'kind', is: ['suspend'] } },
          options: [
            { value: 'L10.6', label: FIELDS.byCheck },
            { value: 'L12.3', label: FIELDS.byIncident },
          ],
        },
        {
          ...{ key: 'explainBasis', kind: 'one', ask: FIELDS.explainBasis, hint: FIELDS.explainHint },
          when: { key: 'kind', is: ['explain'] },
          options: [
            { value: 'L14.1.e', label: FIELDS.highProvider },
            { value: 'L14.2.đ', label: FIELDS.highDeployer },
            { value: 'L15.1.b', label: FIELDS.mediumProvider },
            { value: 'L15.1.c', label: FIELDS.mediumDeployer },
            { value: 'L15.2.a', label: FIELDS.lowProvider },
            { value: 'L15.2.b', label: FIELDS.lowDeployer },
          ],
        },
      ],
    },
    {
      id: 'system',
      title: FIELDS.systemPage,
      questions: [
        { key: 'aiId', kind: 'line', max: 40, ask: FIELDS.aiId, hint: FIELDS.aiIdHint, cite: 'N14.4', optional: true },
        { key: 'systemName', kind: 'line', max: 300, ask: FIELDS.systemName, optional: true },
        { key: 'incident', kind: 'line', max: 40, ask: FIELDS.incident, optional: true },
      ],
    },
    {
      id: 'content',
      title: FIELDS.contentPage,
      questions: [
        { key: 'reason', kind: 'text', max: 6000, ask: FIELDS.reason, hint: FIELDS.reasonHint },
        { key: 'scope', kind: 'text', max: 4000, ask: FIELDS.scope, hint: FIELDS.scopeHint },
      ],
    },
    {
      id: 'information',
      title: FIELDS.askPage,
      lead: FIELDS.askLead,
      questions: [
        {
          ...{ key: 'ground', kind: 'one', ask: FIELDS.ground, when: ASKS },
          options: GROUNDS.map((ground) => ({ value: ground, label: GROUND[ground] })),
        },
        {
          ...{ key: 'inspection', kind: 'line', max: 200, ask: FIELDS.inspection, cite: 'L28.3' },
          when: { key: 'kind', is: ['produce'] },
        },
        { key: 'wanted', kind: 'text', max: 4000, ask: FIELDS.wanted, when: ASKS },
        { key: 'necessity', kind: 'text', max: 3000, ask: FIELDS.necessity, cite: 'L31.2', when: ASKS },
        { key: 'proportionality', kind: 'text', max: 3000, ask: FIELDS.proportionality, cite: 'L31.2', when: ASKS },
      ],
    },
    { id: 'term', title: FIELDS.termPage, questions: termIn('termUnit', 'term', FIELDS.term) },
    {
      id: 'publication',
      title: FIELDS.publicPage,
      lead: FIELDS.publicLead,
      questions: [
        {
          ...{ key: 'publicReason', kind: 'text', max: 2000, ask: FIELDS.publicReason, cite: 'N4.1.d' },
          when: { key: 'kind', is: [...PUBLIC_KINDS] },
        },
      ],
    },
  ],
}

const endPublic: Question = {
  ...{ key: 'endPublic', kind: 'text', max: 2000, ask: FIELDS.endPublic, hint: FIELDS.endPublicHint, optional: true },
}

const forms: Procedure['forms'] = {
  order: [order],
  return: [
    onePage('return', {
      title: FIELDS.returnPage,
      questions: [{ key: 'returnReason', kind: 'text', max: 2000, ask: FIELDS.returnReason }],
    }),
  ],
  completion: [
    onePage('completion', {
      title: FIELDS.completionPage,
      questions: [
        { key: 'whatDone', kind: 'text', max: 6000, ask: FIELDS.whatDone },
        {
          ...{ key: 'units', kind: 'number', min: 0, max: 100_000_000, ask: FIELDS.units, hint: FIELDS.unitsHint },
          optional: true,
        },
        { key: 'unitsDone', kind: 'number', min: 0, max: 100_000_000, ask: FIELDS.unitsDone, optional: true },
      ],
    }),
  ],
  finding: [
    onePage('finding', {
      title: FIELDS.findingPage,
      questions: [{ key: 'finding', kind: 'text', max: 4000, ask: FIELDS.finding }],
    }),
  ],
  back: [
    onePage('back', {
      title: FIELDS.backPage,
      questions: [
        { key: 'lacking', kind: 'text', max: 4000, ask: FIELDS.lacking },
        ...termIn('reworkUnit', 'rework', FIELDS.reworkTerm),
      ],
    }),
  ],
  escalation: [
    onePage('escalation', {
      title: FIELDS.escalatePage,
      questions: [
        { key: 'escalatedTo', kind: 'line', max: 300, ask: FIELDS.escalatedTo },
        { key: 'escalation', kind: 'text', max: 4000, ask: FIELDS.escalateText },
      ],
    }),
  ],
  complaint: [
    onePage('complaint', {
      title: FIELDS.complainPage,
      lead: FIELDS.complainLead,
      questions: [
        { key: 'complaintTo', kind: 'line', max: 300, ask: FIELDS.complaintTo, cite: 'L30.1.e' },
        { key: 'complainedOn', kind: 'day', ask: FIELDS.complainedOn },
        { key: 'complaint', kind: 'text', max: 4000, ask: FIELDS.complaint },
      ],
    }),
  ],
  lifting: [
    onePage('lifting', {
      title: FIELDS.liftPage,
      lead: FIELDS.liftLead,
      questions: [{ key: 'liftReason', kind: 'text', max: 4000, ask: FIELDS.liftReason }, endPublic],
    }),
  ],
  revocation: [
    onePage('revocation', {
      title: FIELDS.revokePage,
      questions: [{ key: 'revokeReason', kind: 'text', max: 4000, ask: FIELDS.revokeReason }, endPublic],
    }),
  ],
  closing: [
    onePage('closing', {
      title: FIELDS.closePage,
      questions: [{ key: 'conclusion', kind: 'text', max: 4000, ask: FIELDS.conclusion }, endPublic],
    }),
  ],
}

// ————— flow —————

/** An order itself; what was served on a deployer under it ends with it. */
const isPrincipal = ({ answers }: CaseFile): boolean => textOf(answers, 'under') === undefined
const holdsBack = ({ answers }: CaseFile): boolean => {
  const kind = kindOf(answers)
  return kind !== undefined && KIND[kind].holds !== undefined
}
/** A suspension ends by a decision of its own. A recall that was carried out may be closed; it stands all the same. */
const mayClose = (file: CaseFile): boolean => {
  const kind = kindOf(file.answers)
  return !['suspend', 'suspend-legacy'].includes(kind ?? '')
}

/** Carrying it out, and what may happen meanwhile. */
const under = (state: string): Readonly<Record<string, string>> => ({
  ...{ complain: state, 'serve-more': state, revoke: 'revoked', 'revoke-with': 'revoked', 'lift-with': 'lifted' },
})

const clock = (id: string, verb: string): ClockOf => ({
  ...{ id, name: CLOCK.comply, kind: 'legal', side: 'party', starts: { verb } },
  met: ['comply', 'lift-with', 'revoke-with', 'revoke'],
  rule: (answers) => {
    const [rule, cite] = [termOf(answers), basisOf(answers)]
    return rule === undefined || cite === undefined ? undefined : { rule, cite }
  },
})

const COMPLETION: Pick<VerbOf, 'who' | 'form' | 'files' | 'api'> = {
  ...{ who: 'party', form: 'completion', files: true, api: true },
}

/**
 *   drafted ─propose▶ proposed ─issue▶ issued ─acknowledge▶ acknowledged ─comply▶ complied ─verify▶ verified
 *      ▲  └─drop▶ dropped │ return            ▲ progress           └──────send-back──────┘          │
 *      └──────────────────┘                                                        lift▶ lifted, close▶ closed
 *
 * A chief may revoke an issued order in any state, and the addressee may note a complaint in any. Being overdue is
 * computed; escalating is an act. Law art. 10.6, 12.3, 28.3 and 35.2 name what may be ordered; the states are ours
 * (law.md 3.7). `extend`, `lift-with` and `revoke-with` follow from steps of the order a deployer was served under.
 */
export const ORDER: Procedure = {
  id: 'order',
  path: 'orders',
  prefix: 'LC',
  begunBy: 'unit',
  name: { vi: 'Yêu cầu của cơ quan có thẩm quyền', en: 'Order of the competent authority' },
  plural: { vi: 'Các yêu cầu của cơ quan có thẩm quyền', en: 'Orders of the competent authority' },
  start: { ...FIELDS.start, needs: [] },
  cites: ['L10.6', 'L12.3', 'L28.3', 'L31.2', 'L35.2'],
  basis: (answers) => {
    const [kind, basis] = [kindOf(answers), basisOf(answers)]
    return basis === undefined ? [] : [basis, ...(kind !== undefined && KIND[kind].asks ? (['L31.2'] as const) : [])]
  },
  states: {
    drafted: { name: STATE.drafted, holder: 'unit', next: NEXT.drafted, noDate: NO_DATE.unserved },
    proposed: { name: STATE.proposed, holder: 'unit', next: NEXT.proposed, noDate: NO_DATE.unserved },
    issued: { name: STATE.issued, holder: 'party', next: NEXT.issued, open: true },
    acknowledged: { name: STATE.acknowledged, holder: 'party', next: NEXT.acknowledged, open: true },
    complied: { name: STATE.complied, holder: 'unit', next: NEXT.complied, open: true },
    verified: { name: STATE.verified, holder: 'unit', next: NEXT.verified, noDate: NO_DATE.verified, open: true },
    lifted: { name: STATE.lifted, holder: 'nobody', next: NEXT.lifted, noDate: NO_DATE.over, final: true },
    closed: { name: STATE.closed, holder: 'nobody', next: NEXT.closed, noDate: NO_DATE.over, final: true },
    revoked: { name: STATE.revoked, holder: 'nobody', next: NEXT.revoked, noDate: NO_DATE.over, final: true },
    dropped: { name: STATE.dropped, holder: 'nobody', next: NEXT.dropped, noDate: NO_DATE.over, final: true },
  },
  verbs: {
    propose: {
      ...VERB.propose,
      ...{ who: 'officer', cite: 'L30.2', form: 'order', files: true, tells: ['unit'] },
      checks: (_, answers) => againstOrder(answers),
    },
    drop: { ...VERB.drop, who: 'officer', cite: 'L30.2', tells: [] },
    return: { ...VERB.return, who: 'chief', cite: 'L30.2', form: 'return', tells: ['unit'] },
    issue: {
      ...VERB.issue,
      // The chief signs the whole of what he reads: the order is the paper of this step.
      ...{ who: 'chief', cite: 'L30.2', form: 'order', files: true, secondPerson: true, serves: true },
      checks: (_, answers) => againstOrder(answers),
      document: { kind: 'order', prefix: 'YCTQ', title: FIELDS.document, says: FIELDS.documentSays },
    },
    extend: {
      ...VERB.extend,
      ...{ who: 'chief', cite: 'L12.3', form: 'order', serves: true, follows: true },
      document: { kind: 'order', prefix: 'YCTK', title: FIELDS.document, says: FIELDS.documentSays },
    },
    'serve-more': {
      ...VERB['serve-more'],
      ...{ who: 'chief', cite: 'L12.3', tells: [] },
      fits: (file) => isPrincipal(file) && holdsBack(file),
    },
    acknowledge: { ...VERB.acknowledge, who: 'party', cite: 'L14.1.g', tells: [], api: true },
    progress: {
      ...VERB.progress,
      ...COMPLETION,
      ...{ cite: 'L14.1.g', tells: [] },
      checks: (file, answers) => againstCompletion(file.answers, answers, false),
    },
    comply: {
      ...VERB.comply,
      ...COMPLETION,
      cite: 'L14.1.g',
      checks: (file, answers) => againstCompletion(file.answers, answers, true),
      document: { kind: 'receipt', prefix: 'TNTH', title: FIELDS.receipt, says: FIELDS.receiptSays },
    },
    complain: { ...VERB.complain, who: 'party', cite: 'L30.1.e', form: 'complaint', files: true, api: true },
    escalate: {
      ...VERB.escalate,
      ...{ who: 'officer', cite: 'L30.1.e', form: 'escalation', tells: ['party', 'unit'] },
      checks: (file, _, at) => (at > (dueOf(file) ?? at) ? [] : [{ code: 'order.not-overdue' }]),
    },
    verify: { ...VERB.verify, who: 'officer', cite: 'L28.2', form: 'finding', files: true },
    'send-back': { ...VERB['send-back'], who: 'officer', cite: 'L28.2', form: 'back', files: true },
    lift: {
      ...VERB.lift,
      ...{ who: 'chief', cite: 'L30.2', form: 'lifting', files: true, secondPerson: true },
      fits: (file) => isPrincipal(file) && holdsBack(file),
      document: { kind: 'lifting', prefix: 'QDDB', title: FIELDS.liftDocument, says: FIELDS.liftSays },
    },
    'lift-with': { ...VERB['lift-with'], who: 'chief', cite: 'L30.2', follows: true },
    close: { ...VERB.close, who: 'officer', cite: 'L30.2', form: 'closing', fits: mayClose },
    revoke: {
      ...VERB.revoke,
      ...{ who: 'chief', cite: 'L30.2', form: 'revocation', files: true, fits: isPrincipal },
      document: { kind: 'revocation', prefix: 'QDHB', title: FIELDS.revokeDocument, says: FIELDS.revokeSays },
    },
    'revoke-with': { ...VERB['revoke-with'], who: 'chief', cite: 'L30.2', follows: true },
  },
  flow: {
    drafted: { propose: 'proposed', extend: 'issued', drop: 'dropped' },
    proposed: { issue: 'issued', return: 'drafted' },
    issued: { acknowledge: 'acknowledged', escalate: 'issued', ...under('issued') },
    acknowledged: {
      ...{ progress: 'acknowledged', comply: 'complied', escalate: 'acknowledged' },
      ...under('acknowledged'),
    },
    complied: { verify: 'verified', 'send-back': 'acknowledged', ...under('complied') },
    verified: { lift: 'lifted', close: 'closed', ...under('verified') },
    lifted: {},
    closed: { lift: 'lifted', 'lift-with': 'lifted' },
    revoked: {},
    dropped: {},
  },
  forms,
  clocks: [
    clock('comply', 'issue'),
    clock('comply-served', 'extend'),
    {
      ...{ id: 'rework', name: CLOCK.rework, kind: 'legal', side: 'party', starts: { verb: 'send-back' } },
      again: true,
      met: ['comply', 'lift-with', 'revoke-with', 'revoke'],
      rule: (answers) => {
        const [rule, cite] = [termOf(answers, 'reworkUnit', 'rework'), basisOf(answers)]
        return rule === undefined || cite === undefined ? undefined : { rule, cite }
      },
    },
    {
      // The law sets no time for verifying: an aim of the service, shown as such.
      ...{ id: 'verify', name: CLOCK.verify, kind: 'target', side: 'unit', starts: { verb: 'comply' } },
      met: ['verify', 'send-back', 'lift-with', 'revoke-with', 'revoke'],
      rule: () => ({ rule: { workingDays: 10 }, cite: CLOCK.verifyWhy }),
    },
  ],
  // It stays with the unit that began it.
  route: () => ({ lead: '', copies: [] }),
  desks: [],
  subject: (answers) => textOf(answers, 'systemName') ?? textOf(answers, 'aiId') ?? '',
}
