import { termOf, textOf } from '../../casework/answers.ts'
import { type Form, type Option, onePage, type Question } from '../../casework/form.ts'
import type { Procedure } from '../../casework/procedure.ts'
import { CONDUCTS, NO_AMOUNT, REMEDIES, SANCTIONS } from '../../law/conduct.ts'
import {
  againstSanction,
  againstSummary,
  againstSuspicion,
  allegedOf,
  explanationOpen,
  foundOf,
  isPublished,
} from './rules.ts'
import { SOURCES } from './schema.ts'
import { CLOCK, FIELDS, NEXT, NO_DATE, SOURCE, STATE, VERB } from './words.ts'

// ————— forms —————

const CONDUCT_OPTIONS: readonly Option[] = CONDUCTS.map(({ id, text }) => ({ value: id, label: text }))
const YES_NO: readonly Option[] = [
  { value: 'yes', label: FIELDS.yes },
  { value: 'no', label: FIELDS.no },
]
const said = (key: string, ask: Question['ask'], max = 4000): Question => ({ key, kind: 'text', max, ask })

const suspicion: Form = {
  id: 'suspicion',
  version: 1,
  pages: [
    {
      id: 'system',
      title: FIELDS.systemPage,
      questions: [
        { key: 'aiId', kind: 'line', max: 40, ask: FIELDS.aiId, hint: FIELDS.aiIdHint, cite: 'N14.4', optional: true },
        { key: 'systemName', kind: 'line', max: 300, ask: FIELDS.systemName, optional: true },
      ],
    },
    {
      id: 'conduct',
      title: FIELDS.conductPage,
      questions: [
        {
          ...{ key: 'conduct', kind: 'one', ask: FIELDS.conduct, hint: FIELDS.conductHint, cite: 'L29.1' },
          options: CONDUCT_OPTIONS,
        },
        { key: 'happenedOn', kind: 'day', ask: FIELDS.happenedOn },
        {
          ...{ key: 'source', kind: 'one', ask: FIELDS.source },
          options: SOURCES.map((source) => ({ value: source, label: SOURCE[source] })),
        },
      ],
    },
    {
      id: 'facts',
      title: FIELDS.factsPage,
      questions: [{ key: 'facts', kind: 'text', max: 8000, ask: FIELDS.facts, hint: FIELDS.factsHint }],
    },
    {
      id: 'term',
      title: FIELDS.termPage,
      lead: FIELDS.termLead,
      questions: [
        { key: 'term', kind: 'number', min: 1, max: 90, ask: FIELDS.term },
        {
          ...{ key: 'termUnit', kind: 'one', ask: FIELDS.termUnit },
          options: [
            { value: 'workingDays', label: FIELDS.workingDays },
            { value: 'days', label: FIELDS.days },
          ],
        },
      ],
    },
  ],
}

const finding: Form = {
  id: 'finding',
  version: 1,
  pages: [
    {
      id: 'finding',
      title: FIELDS.findingPage,
      questions: [
        { key: 'foundConduct', kind: 'one', ask: FIELDS.foundConduct, cite: 'L29.1', options: CONDUCT_OPTIONS },
        said('established', FIELDS.established, 8000),
        { key: 'weighing', kind: 'text', max: 6000, ask: FIELDS.weighing, hint: FIELDS.weighingHint },
      ],
    },
  ],
}

const FINE = { key: 'sanction', is: ['fine'] } as const
const sanction: Form = {
  id: 'sanction',
  version: 1,
  pages: [
    {
      id: 'form',
      title: FIELDS.sanctionPage,
      lead: NO_AMOUNT,
      questions: [
        {
          ...{ key: 'sanction', kind: 'one', ask: FIELDS.sanction, cite: 'L29.1' },
          options: SANCTIONS.map(({ id, name }) => ({ value: id, label: name })),
        },
        { key: 'amount', kind: 'number', min: 1, max: 10_000_000_000, ask: FIELDS.amount, cite: 'L29.5', when: FINE },
        {
          ...{ key: 'otherBasis', kind: 'line', max: 300, ask: FIELDS.otherBasis, hint: FIELDS.otherBasisHint },
          ...{ cite: 'L29.5', when: FINE, optional: true },
        },
        said('sanctionReason', FIELDS.sanctionReason),
      ],
    },
    {
      id: 'remedies',
      title: FIELDS.remediesPage,
      questions: [
        {
          ...{ key: 'remedies', kind: 'many', ask: FIELDS.remedies, optional: true },
          options: REMEDIES.map(({ id, name }) => ({ value: id, label: name })),
        },
        { key: 'remedyText', kind: 'text', max: 4000, ask: FIELDS.remedyText, optional: true },
      ],
    },
  ],
}

const forms: Procedure['forms'] = {
  suspicion: [suspicion],
  finding: [finding],
  sanction: [sanction],
  return: [
    onePage('return', { title: FIELDS.returnPage, questions: [said('returnReason', FIELDS.returnReason, 2000)] }),
  ],
  explanation: [
    onePage('explanation', {
      title: FIELDS.explainPage,
      lead: FIELDS.explainLead,
      questions: [said('explanation', FIELDS.explanation, 8000)],
    }),
  ],
  dismissal: [
    onePage('dismissal', { title: FIELDS.dismissPage, questions: [said('dismissReason', FIELDS.dismissReason)] }),
  ],
  transfer: [
    onePage('transfer', {
      title: FIELDS.transferPage,
      questions: [
        { key: 'transferTo', kind: 'line', max: 300, ask: FIELDS.transferTo, cite: 'L29.1' },
        {
          ...{ key: 'transferReason', kind: 'text', max: 4000, ask: FIELDS.transferReason },
          hint: FIELDS.transferHint,
        },
      ],
    }),
  ],
  report: [onePage('report', { title: FIELDS.reportPage, questions: [said('whatDone', FIELDS.whatDone)] })],
  closing: [onePage('closing', { title: FIELDS.closingPage, questions: [said('conclusion', FIELDS.conclusion)] })],
  complaint: [
    onePage('complaint', {
      title: FIELDS.complainPage,
      lead: FIELDS.complainLead,
      questions: [
        { key: 'complaintTo', kind: 'line', max: 300, ask: FIELDS.complaintTo, cite: 'L30.1.e' },
        { key: 'complainedOn', kind: 'day', ask: FIELDS.complainedOn },
        said('complaint', FIELDS.complaint),
      ],
    }),
  ],
  overturning: [
    onePage('overturning', {
      title: FIELDS.overturnPage,
      questions: [
        { key: 'overturnedBy', kind: 'line', max: 300, ask: FIELDS.overturnedBy },
        said('overturnReason', FIELDS.overturnReason),
        said('overturnPublic', FIELDS.overturnPublic, 2000),
      ],
    }),
  ],
  publication: [
    onePage('publication', {
      title: FIELDS.publishPage,
      lead: FIELDS.publishLead,
      questions: [
        { key: 'publicTitle', kind: 'line', max: 200, ask: FIELDS.publicTitle },
        { key: 'publicSummary', kind: 'text', max: 4000, ask: FIELDS.publicSummary, cite: 'L8.3' },
        { key: 'nameParty', kind: 'one', ask: FIELDS.nameParty, options: YES_NO },
      ],
    }),
  ],
  reply: [
    onePage('reply', {
      title: FIELDS.replyPage,
      questions: [{ key: 'publicReply', kind: 'text', max: 4000, ask: FIELDS.publicReply, hint: FIELDS.replyHint }],
    }),
  ],
  retraction: [
    onePage('retraction', {
      title: FIELDS.retractPage,
      lead: FIELDS.retractLead,
      questions: [said('retractPublic', FIELDS.retractPublic, 2000)],
    }),
  ],
}

// ————— flow —————

/** What may happen to a decision once it is signed, and what becomes public of it. */
const afterwards = (state: string): Readonly<Record<string, string>> => ({
  ...{ redact: state, publish: state, reply: state, retract: state, complain: state, overturn: 'overturned' },
})
const { overturn: _, ...public_ } = afterwards('overturned')

/**
 *   suspected ─propose▶ proposed ─open▶ opened ─explain▶ explained ─weigh▶ weighed ─find▶ found ─draw-up▶ drawn-up
 *      └─drop▶ dropped                     └──────weigh (time over)──────────┘  │                           │ sanction
 *                                                      none ◀dismiss─ transferred ◀transfer─ found          ▼
 *                                             overturned ◀overturn─ carried-out ◀carry-out─────────── sanctioned
 *
 * Opening, finding and sanction are each signed by a chief who did not draft them. How they were drafted stays the
 * unit's own paper. Law art. 29.1 names sanction and criminal liability; the states are ours (law.md 3.10).
 */
export const VIOLATION: Procedure = {
  id: 'violation',
  path: 'violations',
  prefix: 'VP',
  begunBy: 'unit',
  name: { vi: 'Vụ việc vi phạm', en: 'Violation case' },
  plural: { vi: 'Các vụ việc vi phạm', en: 'Violation cases' },
  start: { ...FIELDS.start, needs: [] },
  cites: ['L29.1', 'L28.4', 'L30.2'],
  basis: (answers) => {
    const conduct = allegedOf(answers)
    return conduct === undefined ? [] : [conduct.cite, 'L29.1']
  },
  states: {
    suspected: { name: STATE.suspected, holder: 'unit', next: NEXT.suspected, noDate: NO_DATE.unserved },
    proposed: { name: STATE.proposed, holder: 'unit', next: NEXT.proposed, noDate: NO_DATE.unserved },
    opened: { name: STATE.opened, holder: 'party', next: NEXT.opened, open: true },
    explained: { name: STATE.explained, holder: 'unit', next: NEXT.explained, noDate: NO_DATE.unset, open: true },
    weighed: { name: STATE.weighed, holder: 'unit', next: NEXT.weighed, noDate: NO_DATE.unset, open: true },
    found: { name: STATE.found, holder: 'unit', next: NEXT.found, noDate: NO_DATE.unset, open: true },
    'drawn-up': { name: STATE['drawn-up'], holder: 'unit', next: NEXT['drawn-up'], noDate: NO_DATE.unset, open: true },
    sanctioned: { name: STATE.sanctioned, holder: 'party', next: NEXT.sanctioned, noDate: NO_DATE.unset, open: true },
    'carried-out': {
      ...{ name: STATE['carried-out'], holder: 'nobody', next: NEXT['carried-out'], noDate: NO_DATE.over, final: true },
    },
    transferred: {
      name: STATE.transferred,
      holder: 'nobody',
      next: NEXT.transferred,
      noDate: NO_DATE.over,
      final: true,
    },
    none: { name: STATE.none, holder: 'nobody', next: NEXT.none, noDate: NO_DATE.over, final: true },
    overturned: { name: STATE.overturned, holder: 'nobody', next: NEXT.overturned, noDate: NO_DATE.over, final: true },
    dropped: { name: STATE.dropped, holder: 'nobody', next: NEXT.dropped, noDate: NO_DATE.over, final: true },
  },
  verbs: {
    propose: {
      ...VERB.propose,
      ...{ who: 'officer', cite: 'L30.1.e', form: 'suspicion', files: true, tells: ['unit'] },
      checks: (_file, answers, at) => againstSuspicion(answers, at),
    },
    drop: { ...VERB.drop, who: 'officer', cite: 'L30.1.e', tells: [] },
    return: { ...VERB.return, who: 'chief', cite: 'L30.2', form: 'return', tells: ['unit'] },
    open: {
      ...VERB.open,
      // The chief signs the whole of what he reads, and the party reads what he signed.
      ...{ who: 'chief', cite: 'L30.1.e', form: 'suspicion', files: true, secondPerson: true, serves: true },
      checks: (_file, answers, at) => againstSuspicion(answers, at),
      document: { kind: 'opening', prefix: 'QDVV', title: FIELDS.document, says: FIELDS.documentSays },
    },
    explain: {
      ...VERB.explain,
      ...{ who: 'party', cite: 'L29.1', form: 'explanation', files: true, api: true },
      document: { kind: 'receipt', prefix: 'TNGT', title: FIELDS.explainReceipt, says: FIELDS.explainReceiptSays },
    },
    weigh: {
      ...VERB.weigh,
      ...{ who: 'officer', cite: 'L29.1', form: 'finding', files: true, internal: true, tells: ['unit'] },
      checks: (file, _answers, at) =>
        explanationOpen(file, at) ? [{ code: 'violation.explanation-open', cite: 'L29.1' }] : [],
    },
    'return-finding': {
      ...VERB['return-finding'],
      ...{ who: 'chief', cite: 'L30.2', form: 'return', internal: true, tells: ['unit'] },
    },
    find: {
      ...VERB.find,
      ...{ who: 'chief', cite: 'L29.1', form: 'finding', files: true, secondPerson: true },
      document: { kind: 'finding', prefix: 'KLVP', title: FIELDS.findingDocument, says: FIELDS.findingSays },
    },
    dismiss: {
      ...VERB.dismiss,
      ...{ who: 'chief', cite: 'L29.1', form: 'dismissal', secondPerson: true },
      document: { kind: 'dismissal', prefix: 'KLKV', title: FIELDS.dismissDocument, says: FIELDS.dismissSays },
    },
    transfer: {
      ...VERB.transfer,
      ...{ who: 'chief', cite: 'L29.1', form: 'transfer', secondPerson: true },
      document: { kind: 'transfer', prefix: 'TBCV', title: FIELDS.transferDocument, says: FIELDS.transferSays },
    },
    'draw-up': {
      ...VERB['draw-up'],
      ...{ who: 'officer', cite: 'L29.1', form: 'sanction', files: true, internal: true, tells: ['unit'] },
      checks: (file, answers) => againstSanction(foundOf(file.answers), answers),
    },
    'return-sanction': {
      ...VERB['return-sanction'],
      ...{ who: 'chief', cite: 'L30.2', form: 'return', internal: true, tells: ['unit'] },
    },
    sanction: {
      ...VERB.sanction,
      ...{ who: 'chief', cite: 'L29.1', form: 'sanction', files: true, secondPerson: true },
      checks: (file, answers) => againstSanction(foundOf(file.answers), answers),
      document: { kind: 'sanction', prefix: 'QDXP', title: FIELDS.sanctionDocument, says: FIELDS.sanctionSays },
    },
    report: { ...VERB.report, who: 'party', cite: 'L29.1', form: 'report', files: true, api: true },
    'carry-out': { ...VERB['carry-out'], who: 'officer', cite: 'L29.1', form: 'closing', files: true },
    complain: { ...VERB.complain, who: 'party', cite: 'L30.1.e', form: 'complaint', files: true, api: true },
    overturn: {
      ...VERB.overturn,
      ...{ who: 'chief', cite: 'L30.1.e', form: 'overturning', files: true },
      document: { kind: 'overturning', prefix: 'QDHX', title: FIELDS.overturnDocument, says: FIELDS.overturnSays },
    },
    redact: {
      ...VERB.redact,
      ...{ who: 'officer', cite: 'L28.4', form: 'publication', internal: true, tells: ['unit'] },
      checks: (_file, answers) => againstSummary(answers),
    },
    publish: {
      ...VERB.publish,
      ...{ who: 'chief', cite: 'L28.4', form: 'publication', secondPerson: true },
      fits: ({ steps }) => steps.redact !== undefined,
      checks: (_file, answers) => againstSummary(answers),
      publish: (_file, answers) => ({
        title: textOf(answers, 'publicTitle') ?? '',
        summary: textOf(answers, 'publicSummary') ?? '',
        named: answers.nameParty === 'yes',
      }),
    },
    reply: {
      ...VERB.reply,
      ...{ who: 'party', cite: 'L28.4', form: 'reply', api: true, fits: isPublished },
      publish: (_file, answers) => ({ reply: textOf(answers, 'publicReply') ?? '' }),
    },
    retract: {
      ...VERB.retract,
      ...{ who: 'chief', cite: 'L8.3', form: 'retraction', fits: isPublished, publish: () => null },
    },
  },
  flow: {
    suspected: { propose: 'proposed', drop: 'dropped' },
    proposed: { open: 'opened', return: 'suspected' },
    opened: { explain: 'explained', weigh: 'weighed', complain: 'opened' },
    explained: { explain: 'explained', weigh: 'weighed', complain: 'explained' },
    weighed: { find: 'found', dismiss: 'none', transfer: 'transferred', 'return-finding': 'explained' },
    found: { 'draw-up': 'drawn-up', transfer: 'transferred', complain: 'found' },
    'drawn-up': { sanction: 'sanctioned', 'return-sanction': 'found' },
    sanctioned: { report: 'sanctioned', 'carry-out': 'carried-out', ...afterwards('sanctioned') },
    'carried-out': afterwards('carried-out'),
    transferred: {},
    none: {},
    overturned: public_,
    dropped: {},
  },
  forms,
  clocks: [
    {
      // The law sets no time for it: the one the decision names, shown as such.
      ...{ id: 'explain', name: CLOCK.explain, kind: 'target', side: 'party', starts: { verb: 'open' } },
      met: ['explain', 'weigh'],
      rule: (answers) => {
        const rule = termOf(answers)
        return rule === undefined ? undefined : { rule, cite: CLOCK.explainWhy }
      },
    },
  ],
  // It stays with the unit that began it.
  route: () => ({ lead: '', copies: [] }),
  desks: [],
  subject: (answers) => textOf(answers, 'systemName') ?? textOf(answers, 'aiId') ?? allegedOf(answers)?.text.vi ?? '',
}
