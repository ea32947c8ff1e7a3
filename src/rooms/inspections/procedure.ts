import { type Form, onePage, type Question } from '../../casework/form.ts'
import type { ClockOf, Procedure } from '../../casework/procedure.ts'
import type { Answers } from '../../casework/schema.ts'
import { GROUND } from './kinds.ts'
import { againstClosing, againstConclusion, daysOf, publishedOf } from './rules.ts'
import { GROUNDS, OUTCOMES, type VisitGround, type VisitKind } from './schema.ts'
import { CLOCK, DOCUMENT, FIELDS, NAME, NEXT, NO_DATE, OUTCOME, PLURAL, START, STATE, VERB } from './words.ts'

// ————— forms —————

const plan: Form = {
  id: 'plan',
  version: 1,
  pages: [
    {
      id: 'system',
      title: FIELDS.planPage,
      questions: [
        { key: 'aiId', kind: 'line', max: 40, ask: FIELDS.aiId, cite: 'N14.4' },
        { key: 'systemName', kind: 'line', max: 300, ask: FIELDS.systemName },
        {
          ...{ key: 'ground', kind: 'one', ask: FIELDS.ground, hint: FIELDS.groundHint, cite: 'L10.5' },
          options: (GROUNDS as readonly VisitGround[]).map((value) => ({ value, label: GROUND[value].name })),
        },
        { key: 'reason', kind: 'text', max: 6000, ask: FIELDS.reason, hint: FIELDS.reasonHint },
      ],
    },
    {
      id: 'content',
      title: FIELDS.contentPage,
      questions: [
        { key: 'scope', kind: 'text', max: 4000, ask: FIELDS.scope, cite: 'L31.2' },
        { key: 'legal', kind: 'text', max: 2000, ask: FIELDS.legal, hint: FIELDS.legalHint, optional: true },
        { key: 'members', kind: 'text', max: 2000, ask: FIELDS.members, hint: FIELDS.membersHint },
        { key: 'place', kind: 'line', max: 300, ask: FIELDS.place, optional: true },
        { key: 'begins', kind: 'day', ask: FIELDS.begins, optional: true },
        { key: 'period', kind: 'number', min: 1, max: 90, ask: FIELDS.period },
        { key: 'necessity', kind: 'text', max: 3000, ask: FIELDS.necessity, cite: 'L31.2' },
      ],
    },
  ],
}

const words = (key: string, ask: Question['ask'], more: Partial<Question> = {}): Question =>
  ({ key, kind: 'text', max: 6000, ask, ...more }) as Question
const workingDays = (key: string, ask: Question['ask'], max = 60): Question => ({
  key,
  kind: 'number',
  min: 1,
  max,
  ask,
})

const outcomes: Question = {
  ...{ key: 'outcomes', kind: 'many', ask: FIELDS.outcomes },
  options: OUTCOMES.map((value) => ({ value, label: OUTCOME[value] })),
}
const conclusion: readonly Question[] = [
  words('conclusion', FIELDS.conclusion, { cite: 'L28.4' }),
  words('answered', FIELDS.answered),
  outcomes,
]
const items: Question = {
  ...{ key: 'items', kind: 'line', max: 200, ask: FIELDS.items, format: FIELDS.itemsFormat },
  pattern: /^\d{1,2}(?:\s*,\s*\d{1,2})*$/,
}

const forms: Procedure['forms'] = {
  plan: [plan],
  return: [onePage('return', { title: FIELDS.returnPage, questions: [words('returnReason', FIELDS.returnReason)] })],
  records: [
    onePage('records', {
      ...{ title: FIELDS.requestPage, lead: FIELDS.requestLead },
      questions: [
        words('records', FIELDS.records, { hint: FIELDS.recordsHint, cite: 'L28.3' }),
        words('recordsWhy', FIELDS.recordsWhy, { cite: 'L31.2' }),
        workingDays('recordsDays', FIELDS.recordsDays),
      ],
    }),
  ],
  delivery: [
    onePage('delivery', {
      ...{ title: FIELDS.deliverPage, lead: FIELDS.deliverLead },
      questions: [items, words('note', FIELDS.note, { optional: true, max: 2000 } as Partial<Question>)],
    }),
  ],
  handover: [
    onePage('handover', {
      title: FIELDS.receivePage,
      questions: [
        items,
        words('received', FIELDS.received),
        { key: 'giver', kind: 'line', max: 300, ask: FIELDS.giver },
      ],
    }),
  ],
  findings: [
    onePage('findings', {
      title: FIELDS.findPage,
      questions: [words('findings', FIELDS.findings), workingDays('explainDays', FIELDS.explainDays, 30)],
    }),
  ],
  explanation: [
    onePage('explanation', { title: FIELDS.explainPage, questions: [words('explanation', FIELDS.explanation)] }),
  ],
  conclusion: [onePage('conclusion', { title: FIELDS.concludePage, questions: conclusion })],
  'conclusion-plan': [
    onePage('conclusion-plan', {
      title: FIELDS.concludePage,
      questions: [...conclusion, workingDays('planDays', FIELDS.planDays)],
    }),
  ],
  correction: [
    onePage('correction', {
      title: FIELDS.planFormPage,
      questions: [
        words('measures', FIELDS.measures),
        { key: 'remedyDays', kind: 'number', min: 1, max: 365, ask: FIELDS.remedyDays },
      ],
    }),
  ],
  'plan-back': [
    onePage('plan-back', {
      title: FIELDS.backPage,
      questions: [words('planLacking', FIELDS.lacking), workingDays('planAgain', FIELDS.againDays)],
    }),
  ],
  acceptance: [
    onePage('acceptance', {
      title: FIELDS.acceptPage,
      questions: [words('acceptWhy', FIELDS.acceptWhy, { optional: true })],
    }),
  ],
  remedy: [onePage('remedy', { title: FIELDS.remedyPage, questions: [words('remedyText', FIELDS.remedyText)] })],
  'remedy-back': [
    onePage('remedy-back', {
      title: FIELDS.backPage,
      questions: [words('remedyLacking', FIELDS.lacking), workingDays('remedyAgain', FIELDS.againDays)],
    }),
  ],
  verification: [
    onePage('verification', { title: FIELDS.verifyPage, questions: [words('verifyText', FIELDS.verifyText)] }),
  ],
  publication: [
    onePage('publication', {
      ...{ title: FIELDS.publishPage, lead: FIELDS.publishLead },
      questions: [
        words('publicSummary', FIELDS.publicSummary, { cite: 'L28.4' }),
        {
          ...{ key: 'nameSystem', kind: 'one', ask: FIELDS.nameSystem, cite: 'L8.3' },
          options: [
            { value: 'yes', label: FIELDS.yes },
            { value: 'no', label: FIELDS.no },
          ],
        },
      ],
    }),
  ],
  withholding: [
    onePage('withholding', {
      title: FIELDS.withholdPage,
      questions: [
        {
          ...{ key: 'withholdGround', kind: 'one', ask: FIELDS.withholdGround, cite: 'L8.3' },
          options: [
            { value: 'state-secret', label: FIELDS.stateSecret },
            { value: 'business-secret', label: FIELDS.businessSecret },
            { value: 'personal-data', label: FIELDS.personal },
            { value: 'other-law', label: FIELDS.otherLaw },
          ],
        },
        words('withholdWhy', FIELDS.withholdWhy),
      ],
    }),
  ],
  closing: [
    onePage('closing', { title: FIELDS.closePage, questions: [words('closing', FIELDS.closing, { optional: true })] }),
  ],
}

// ————— clocks —————

const ofParty = (
  id: string,
  name: ClockOf['name'],
  verb: string,
  key: string,
  met: readonly string[],
  cite: 'L28.2' | 'L28.3',
): ClockOf => ({
  ...{ id, name, kind: 'legal', side: 'party', starts: { verb }, met },
  rule: (answers: Answers) => {
    const rule = daysOf(answers, key)
    return rule === undefined ? undefined : { rule, cite }
  },
})
const aim = (id: string, name: ClockOf['name'], verb: string, met: readonly string[], days: number): ClockOf => ({
  ...{ id, name, kind: 'target', side: 'unit', starts: { verb }, met },
  rule: () => ({ rule: { workingDays: days }, cite: CLOCK.aim }),
})
const CONCLUDED = ['conclude', 'conclude-plan'] as const

const clocks: readonly ClockOf[] = [
  {
    ...{ id: 'period', name: CLOCK.period, kind: 'legal', side: 'unit', starts: { verb: 'announce' }, met: ['find'] },
    rule: (answers) => {
      const rule = daysOf(answers, 'period')
      return rule === undefined ? undefined : { rule, cite: CLOCK.periodWhy }
    },
  },
  ofParty('records', CLOCK.records, 'request', 'recordsDays', ['deliver', 'receive', 'find'], 'L28.3'),
  ofParty(
    'records-more',
    CLOCK.records,
    'request-more',
    'recordsDays',
    ['deliver', 'deliver-more', 'receive', 'find'],
    'L28.3',
  ),
  {
    ...{ id: 'explain', name: CLOCK.explain, kind: 'legal', side: 'party', starts: { verb: 'find' } },
    met: ['explain', ...CONCLUDED],
    rule: (answers) => {
      const rule = daysOf(answers, 'explainDays')
      return rule === undefined ? undefined : { rule, cite: CLOCK.explainWhy }
    },
  },
  aim('conclude', CLOCK.conclude, 'explain', CONCLUDED, 10),
  ofParty('plan', CLOCK.plan, 'conclude-plan', 'planDays', ['plan'], 'L28.2'),
  aim('consider', CLOCK.consider, 'plan', ['accept', 'plan-back'], 5),
  ofParty('plan-again', CLOCK.plan, 'plan-back', 'planAgain', ['plan'], 'L28.2'),
  {
    ...{ id: 'remedy', name: CLOCK.remedy, kind: 'legal', side: 'party', starts: { verb: 'accept' }, met: ['remedy'] },
    rule: (answers) =>
      typeof answers.remedyDays === 'number' ? { rule: { days: answers.remedyDays }, cite: 'L28.2' } : undefined,
  },
  ofParty('remedy-again', CLOCK.remedy, 'remedy-back', 'remedyAgain', ['remedy'], 'L28.2'),
  aim('verify', CLOCK.verify, 'remedy', ['verify', 'remedy-back'], 10),
]

// ————— flow —————

/** What both sides may do about records while the visit lasts. */
const GATHERING = { receive: 'received', find: 'found' } as const
/** A conclusion is published, or withheld with a signed reason, before the file can be closed. */
const ENDING = (state: string) => ({ publish: state, withhold: state, close: 'closed' })

/** Letters before the numbers of files and documents: `KT` of a check, `TT` of an inspection. */
const LETTERS: Readonly<Record<VisitKind, string>> = { check: 'KT', inspection: 'TT' }

/**
 *   drafted ─propose▶ proposed ─announce▶ announced ─request▶ requested ─deliver▶ received
 *      └─drop▶ dropped  │ return             │  receive──────────┴──receive─────▶   │ request-more▶ requested
 *                       ▼                    └───────────find▶ found ◀──find────────┘
 *                    drafted          found ─explain▶ explained ─conclude▶ concluded ─close▶ closed
 *                                       └──────── conclude-plan▶ planning ─plan▶ planned ─accept▶ remedying
 *                                                remedying ─remedy▶ remedied ─verify▶ verified ─close▶ closed
 *
 * The same for a check and an inspection, whose competence, numbers, documents and published conclusions are kept apart
 * (Law art. 28.1, 28.2). Law art. 28.3 and 28.4 name what is owed and what is published; the states are ours
 * (law.md 3.8).
 */
function visit(kind: VisitKind, path: string): Procedure {
  const [verb, document, letters] = [VERB(kind), DOCUMENT(kind), LETTERS[kind]]
  const basis = kind === 'check' ? 'L28.2' : 'L28.1'
  return {
    ...{ id: kind, path, prefix: letters, begunBy: 'unit', name: NAME[kind], plural: PLURAL[kind] },
    start: { ...START(kind), needs: [] },
    cites: [basis, 'L10.5', 'L28.3', 'L28.4', 'L31.2'],
    basis: (answers) => {
      const ground = (GROUNDS as readonly VisitGround[]).find((one) => one === answers.ground)
      return ground === undefined ? [] : [basis, GROUND[ground].cite, 'L28.3', 'L31.2']
    },
    states: {
      drafted: { name: STATE.drafted, holder: 'unit', next: NEXT.drafted, noDate: NO_DATE.unserved },
      proposed: { name: STATE.proposed, holder: 'unit', next: NEXT.proposed, noDate: NO_DATE.unserved },
      announced: { name: STATE.announced, holder: 'unit', next: NEXT.announced, open: true },
      requested: { name: STATE.requested, holder: 'party', next: NEXT.requested, open: true },
      received: { name: STATE.received, holder: 'unit', next: NEXT.received, open: true },
      found: { name: STATE.found, holder: 'party', next: NEXT.found, open: true },
      explained: { name: STATE.explained, holder: 'unit', next: NEXT.explained, open: true },
      concluded: { name: STATE.concluded, holder: 'unit', next: NEXT.concluded, noDate: NO_DATE.concluded, open: true },
      planning: { name: STATE.planning, holder: 'party', next: NEXT.planning, open: true },
      planned: { name: STATE.planned, holder: 'unit', next: NEXT.planned, open: true },
      remedying: { name: STATE.remedying, holder: 'party', next: NEXT.remedying, open: true },
      remedied: { name: STATE.remedied, holder: 'unit', next: NEXT.remedied, open: true },
      verified: { name: STATE.verified, holder: 'unit', next: NEXT.verified, noDate: NO_DATE.concluded, open: true },
      closed: { name: STATE.closed, holder: 'nobody', next: NEXT.closed, noDate: NO_DATE.over, final: true },
      dropped: { name: STATE.dropped, holder: 'nobody', next: NEXT.dropped, noDate: NO_DATE.over, final: true },
    },
    verbs: {
      propose: { ...verb.propose, who: 'officer', cite: basis, form: 'plan', files: true, tells: ['unit'] },
      drop: { ...verb.drop, who: 'officer', cite: basis, tells: [] },
      return: { ...verb.return, who: 'chief', cite: basis, form: 'return', tells: ['unit'] },
      announce: {
        ...verb.announce,
        // The chief signs the whole of what he reads: the decision is the paper of this step.
        ...{ who: 'chief', cite: basis, form: 'plan', files: true, secondPerson: true, serves: true },
        document: { kind: 'decision', prefix: `QD${letters}`, title: document.decision, says: document.decisionSays },
      },
      request: { ...verb.request, who: 'officer', cite: 'L28.3', form: 'records', files: true },
      'request-more': { ...verb['request-more'], who: 'officer', cite: 'L28.3', form: 'records', files: true },
      deliver: {
        ...verb.deliver,
        ...{ who: 'party', cite: 'L28.3', form: 'delivery', files: true },
        document: { kind: 'receipt', prefix: `BN${letters}`, title: document.receipt, says: document.receiptSays },
      },
      'deliver-more': {
        ...verb['deliver-more'],
        ...{ who: 'party', cite: 'L28.3', form: 'delivery', files: true },
        document: { kind: 'receipt', prefix: `BT${letters}`, title: document.receipt, says: document.receiptSays },
      },
      receive: {
        ...verb.receive,
        ...{ who: 'officer', cite: 'L28.3', form: 'handover', files: true },
        document: { kind: 'handover', prefix: `GN${letters}`, title: document.handover, says: document.handoverSays },
      },
      find: { ...verb.find, who: 'officer', cite: basis, form: 'findings', files: true },
      explain: { ...verb.explain, who: 'party', cite: basis, form: 'explanation', files: true, api: true },
      conclude: {
        ...verb.conclude,
        ...{ who: 'chief', cite: 'L28.4', form: 'conclusion', files: true, secondPerson: true },
        checks: (file, answers, at) => againstConclusion(file, answers, at, false),
        document: {
          kind: 'conclusion',
          prefix: `KL${letters}`,
          title: document.conclusion,
          says: document.conclusionSays,
        },
      },
      'conclude-plan': {
        ...verb['conclude-plan'],
        ...{ who: 'chief', cite: 'L28.4', form: 'conclusion-plan', files: true, secondPerson: true },
        checks: (file, answers, at) => againstConclusion(file, answers, at, true),
        document: {
          kind: 'conclusion',
          prefix: `KK${letters}`,
          title: document.conclusion,
          says: document.conclusionSays,
        },
      },
      plan: { ...verb.plan, who: 'party', cite: 'L14.1.g', form: 'correction', files: true, api: true },
      'plan-back': { ...verb['plan-back'], who: 'officer', cite: basis, form: 'plan-back' },
      accept: { ...verb.accept, who: 'officer', cite: basis, form: 'acceptance' },
      remedy: { ...verb.remedy, who: 'party', cite: 'L14.1.g', form: 'remedy', files: true, api: true },
      'remedy-back': { ...verb['remedy-back'], who: 'officer', cite: basis, form: 'remedy-back' },
      verify: { ...verb.verify, who: 'officer', cite: basis, form: 'verification', files: true },
      publish: {
        ...verb.publish,
        ...{ who: 'chief', cite: 'L28.4', form: 'publication' },
        publish: (file, answers) => publishedOf(kind, file, answers),
      },
      withhold: {
        ...verb.withhold,
        ...{ who: 'chief', cite: 'L28.4', form: 'withholding', fits: ({ steps }) => steps.publish === undefined },
      },
      close: { ...verb.close, who: 'officer', cite: basis, form: 'closing', checks: againstClosing },
    },
    flow: {
      drafted: { propose: 'proposed', drop: 'dropped' },
      proposed: { announce: 'announced', return: 'drafted' },
      announced: { request: 'requested', ...GATHERING },
      requested: { deliver: 'received', ...GATHERING },
      received: { 'deliver-more': 'received', 'request-more': 'requested', ...GATHERING },
      found: { explain: 'explained', conclude: 'concluded', 'conclude-plan': 'planning' },
      explained: { conclude: 'concluded', 'conclude-plan': 'planning', find: 'found' },
      concluded: ENDING('concluded'),
      planning: { plan: 'planned' },
      planned: { accept: 'remedying', 'plan-back': 'planning' },
      remedying: { remedy: 'remedied' },
      remedied: { verify: 'verified', 'remedy-back': 'remedying' },
      verified: ENDING('verified'),
      closed: {},
      dropped: {},
    },
    forms,
    clocks,
    // It stays with the unit that began it.
    route: () => ({ lead: '', copies: [] }),
    desks: [],
    subject: (answers) => (typeof answers.systemName === 'string' ? answers.systemName : ''),
  }
}

export const CHECK = visit('check', 'checks')
export const INSPECTION = visit('inspection', 'inspections')
