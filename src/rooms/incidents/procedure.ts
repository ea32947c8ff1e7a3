import { dayOf } from '../../base/day.ts'
import { listOf, textOf } from '../../casework/answers.ts'
import { type Form, type FormPage, type Option, onePage, type Question } from '../../casework/form.ts'
import type { ClockOf, Procedure, VerbOf } from '../../casework/procedure.ts'
import type { Answers } from '../../casework/schema.ts'
import { CONSEQUENCES, finalReport, firstReport, PARALLEL, parallelClock, routeOf } from '../../law/incidents.ts'
import { LEVEL_WORDS, SECTOR_WORDS } from '../systems/schema.ts'
import { againstConfirmation, againstRecord, isPublished, isUncontrollable, publication } from './rules.ts'
import { OWN_MEASURES } from './schema.ts'
import { CLOCK, FIELDS, MEASURE, NEXT, NO_DATE, STATE, VERB } from './words.ts'

// ————— forms —————

const YES_NO: readonly Option[] = [
  { value: 'yes', label: FIELDS.yes },
  { value: 'no', label: FIELDS.no },
]

const consequences: Question = {
  ...{ key: 'consequences', kind: 'many', ask: FIELDS.consequences, hint: FIELDS.consequencesHint, cite: 'N19.1' },
  options: CONSEQUENCES.map(({ id, label, hint }) => ({ value: id, label, ...(hint && { hint }) })),
}
const uncontrollable: Question = {
  ...{ key: 'uncontrollable', kind: 'one', ask: FIELDS.uncontrollable, hint: FIELDS.uncontrollableHint },
  ...{ cite: 'N19.3.a', when: { key: 'consequences', is: ['rights-privacy'] } },
  options: [
    { value: 'no', label: FIELDS.controlled },
    { value: 'yes', label: FIELDS.uncontrolled },
  ],
}
const affected: Question = {
  ...{ key: 'affected', kind: 'number', ask: FIELDS.affected, min: 0, max: 100_000_000, optional: true },
}
const operating: Question = {
  ...{ key: 'operating', kind: 'one', ask: FIELDS.operating },
  options: [
    { value: 'running', label: FIELDS.running },
    { value: 'limited', label: FIELDS.limited },
    { value: 'stopped', label: FIELDS.stopped },
  ],
}
/** Duties under other laws, and signs of a crime: they decide who leads and which other clocks are shown. */
const also: Question = {
  ...{ key: 'also', kind: 'many', ask: FIELDS.also, cite: 'N19.5', optional: true },
  options: [
    ...PARALLEL.map(({ id, name, when }) => ({ value: id, label: name, hint: when })),
    { value: 'crime', label: FIELDS.crime, hint: FIELDS.crimeHint },
  ],
}
const alsoPage: FormPage = { id: 'also', title: FIELDS.alsoPage, lead: FIELDS.alsoLead, questions: [also] }

const record: Form = {
  id: 'record',
  version: 1,
  pages: [
    {
      id: 'role',
      title: FIELDS.rolePage,
      questions: [
        {
          ...{ key: 'role', kind: 'one', ask: FIELDS.role, cite: 'L12.2' },
          options: [
            { value: 'provider', label: FIELDS.provider },
            { value: 'deployer', label: FIELDS.deployer },
          ],
        },
        {
          ...{ key: 'tellProvider', kind: 'one', ask: FIELDS.tellProvider, hint: FIELDS.tellProviderHint },
          ...{ cite: 'N19.2.a', known: true, when: { key: 'role', is: ['deployer'] }, options: YES_NO },
        },
      ],
    },
    {
      id: 'system',
      title: FIELDS.systemPage,
      questions: [
        { key: 'aiId', kind: 'line', max: 40, ask: FIELDS.aiId, hint: FIELDS.aiIdHint, cite: 'N14.4', optional: true },
        {
          ...{ key: 'systemName', kind: 'line', max: 300, ask: FIELDS.systemName, hint: FIELDS.systemNameHint },
          optional: true,
        },
        { key: 'counterpart', kind: 'line', max: 300, ask: FIELDS.counterpart, optional: true },
        {
          ...{ key: 'level', kind: 'one', ask: FIELDS.level },
          options: [
            { value: 'high', label: LEVEL_WORDS.high },
            { value: 'medium', label: LEVEL_WORDS.medium },
            { value: 'low', label: LEVEL_WORDS.low },
            { value: 'unknown', label: FIELDS.unknownLevel },
          ],
        },
        {
          ...{ key: 'sector', kind: 'one', ask: FIELDS.sector, hint: FIELDS.sectorHint, optional: true },
          options: Object.entries(SECTOR_WORDS).map(([value, label]) => ({ value, label })),
        },
      ],
    },
    {
      id: 'event',
      title: FIELDS.eventPage,
      questions: [
        {
          ...{ key: 'nearMiss', kind: 'one', ask: FIELDS.nearMiss, cite: 'L3.8' },
          options: [
            { value: 'happened', label: FIELDS.happened },
            { value: 'near-miss', label: FIELDS.nearly },
          ],
        },
        { key: 'detectedAt', kind: 'moment', ask: FIELDS.detectedAt },
        { key: 'place', kind: 'line', max: 300, ask: FIELDS.place },
        { key: 'description', kind: 'text', max: 4000, ask: FIELDS.description, hint: FIELDS.descriptionHint },
      ],
    },
    { id: 'consequences', title: FIELDS.consequencesPage, questions: [consequences, uncontrollable, affected] },
    {
      id: 'state',
      title: FIELDS.statePage,
      questions: [
        operating,
        {
          ...{ key: 'measures', kind: 'many', ask: FIELDS.measures, hint: FIELDS.measuresHint, cite: 'L12.2.a' },
          options: [
            ...OWN_MEASURES.map((kind) => ({ value: kind, label: MEASURE[kind] })),
            { value: 'none', label: FIELDS.noMeasure },
          ],
        },
      ],
    },
    alsoPage,
  ],
}

const confirmation: Form = {
  id: 'confirmation',
  version: 1,
  pages: [
    {
      id: 'confirmation',
      title: FIELDS.confirmPage,
      lead: FIELDS.confirmLead,
      questions: [
        {
          ...{ key: 'confirmedAt', kind: 'moment', ask: FIELDS.confirmedAt, hint: FIELDS.confirmedAtHint },
          cite: 'N19.3.c',
        },
        {
          ...{ key: 'causalLinkAt', kind: 'moment', ask: FIELDS.causalLinkAt, hint: FIELDS.causalLinkAtHint },
          optional: true,
        },
        { ...consequences, known: true },
        uncontrollable,
      ],
    },
  ],
}

const ORGANISATION = { key: 'reporter', is: ['organisation'] } as const
const INDIVIDUAL = { key: 'reporter', is: ['individual'] } as const

/** The rest of AI01a and AI01b: what was said when it was recorded and confirmed is not asked again. */
const report: Form = {
  id: 'report',
  version: 1,
  pages: [
    {
      id: 'reporter',
      title: FIELDS.reporterPage,
      questions: [
        {
          ...{ key: 'reporter', kind: 'one', ask: FIELDS.reporter, cite: 'N19.3', known: true },
          options: [
            { value: 'organisation', label: FIELDS.organisation },
            { value: 'individual', label: FIELDS.individual },
          ],
        },
        { key: 'reporterName', kind: 'line', max: 300, ask: FIELDS.reporterName, known: true },
        { key: 'reporterAddress', kind: 'line', max: 500, ask: FIELDS.reporterAddress, known: true },
      ],
    },
    {
      // Apart, so that each sees only what his own form asks.
      id: 'contact',
      title: FIELDS.contactPage,
      questions: [
        {
          ...{ key: 'reporterContact', kind: 'line', max: 300, ask: FIELDS.reporterContact, known: true },
          when: ORGANISATION,
        },
        {
          ...{ key: 'citizenId', kind: 'secret', max: 12, ask: FIELDS.citizenId },
          ...{ pattern: /^\d{12}$/, format: FIELDS.citizenIdFormat, when: INDIVIDUAL },
        },
        { key: 'phone', kind: 'line', max: 40, ask: FIELDS.phone, when: INDIVIDUAL },
        {
          ...{ key: 'email', kind: 'line', max: 254, ask: FIELDS.email, when: INDIVIDUAL },
          ...{ pattern: /^\S+@\S+\.\S+$/, format: FIELDS.emailFormat },
        },
      ],
    },
    {
      id: 'cause',
      title: FIELDS.causePage,
      questions: [
        { ...operating, hint: FIELDS.operatingHint, known: true },
        { key: 'causeView', kind: 'text', max: 4000, ask: FIELDS.causeView, optional: true },
        { key: 'technicalMeasures', kind: 'text', max: 4000, ask: FIELDS.technicalMeasures },
        { key: 'organisationalMeasures', kind: 'text', max: 4000, ask: FIELDS.organisationalMeasures },
      ],
    },
    {
      id: 'damage',
      title: FIELDS.damagePage,
      questions: [
        { key: 'damage', kind: 'text', max: 4000, ask: FIELDS.damage },
        affected,
        { key: 'proposals', kind: 'text', max: 4000, ask: FIELDS.proposals, optional: true },
      ],
    },
    alsoPage,
    {
      id: 'signature',
      title: FIELDS.signPage,
      questions: [
        { key: 'signer', kind: 'line', max: 200, ask: FIELDS.signer },
        { key: 'signerTitle', kind: 'line', max: 200, ask: FIELDS.signerTitle, optional: true },
      ],
    },
  ],
}

const measure = onePage('measure', {
  title: FIELDS.measurePage,
  questions: [
    {
      ...{ key: 'ownMeasure', kind: 'one', ask: FIELDS.ownMeasure, hint: FIELDS.measuresHint, cite: 'L12.2.a' },
      options: OWN_MEASURES.map((kind) => ({ value: kind, label: MEASURE[kind] })),
    },
    { key: 'measureText', kind: 'text', max: 4000, ask: FIELDS.measureText, optional: true },
  ],
})
const drop = onePage('drop', {
  title: FIELDS.dropPage,
  lead: FIELDS.dropLead,
  questions: [{ key: 'dropReason', kind: 'text', max: 2000, ask: FIELDS.dropReason, cite: 'L3.8' }],
})
const guidance = onePage('guidance', {
  title: FIELDS.guidePage,
  questions: [{ key: 'guidance', kind: 'text', max: 8000, ask: FIELDS.guidance, cite: 'L12.3' }],
})
const requirement = onePage('requirement', {
  title: FIELDS.requirePage,
  lead: FIELDS.requireLead,
  questions: [
    {
      ...{ key: 'requiredMeasure', kind: 'one', ask: FIELDS.requiredMeasure, cite: 'N19.6' },
      options: [
        { value: 'suspend', label: FIELDS.suspend },
        { value: 'recall', label: FIELDS.recall },
        { value: 're-evaluate', label: FIELDS.reevaluate },
      ],
    },
    { key: 'requireReason', kind: 'text', max: 4000, ask: FIELDS.requireReason, cite: 'L12.3' },
    { key: 'requireBy', kind: 'day', ask: FIELDS.requireBy },
  ],
})
const final = onePage('final', {
  title: FIELDS.finalPage,
  lead: FIELDS.finalLead,
  questions: [
    { key: 'remedy', kind: 'text', max: 8000, ask: FIELDS.remedy, cite: 'N19.4' },
    { key: 'cause', kind: 'text', max: 4000, ask: FIELDS.cause, optional: true },
    { key: 'prevention', kind: 'text', max: 4000, ask: FIELDS.prevention, optional: true },
  ],
})
const closing = onePage('closing', {
  title: FIELDS.closePage,
  questions: [{ key: 'conclusion', kind: 'text', max: 4000, ask: FIELDS.conclusion, cite: 'N19.6' }],
})
const finding = onePage('finding', {
  title: FIELDS.notSeriousPage,
  questions: [{ key: 'notSeriousReason', kind: 'text', max: 4000, ask: FIELDS.notSeriousReason, cite: 'N19.1' }],
})
const summary = onePage('summary', {
  title: FIELDS.publishPage,
  lead: FIELDS.publishLead,
  questions: [
    { key: 'publicSummary', kind: 'text', max: 4000, ask: FIELDS.publicSummary },
    { key: 'nameSystem', kind: 'one', ask: FIELDS.nameSystem, options: YES_NO },
  ],
})
const reply = onePage('reply', {
  title: FIELDS.replyPage,
  questions: [{ key: 'publicReply', kind: 'text', max: 4000, ask: FIELDS.publicReply, hint: FIELDS.publicReplyHint }],
})

// ————— flow —————

/** Duties met under other laws: noted here, so that their clocks stop. */
const ELSEWHERE = {
  'cyber-noticed': 'cyber',
  'cyber-reported': 'cyber',
  'personal-data-noticed': 'personal-data',
} as const
type Elsewhere = keyof typeof ELSEWHERE

const notedOnce =
  (verb: Elsewhere): NonNullable<VerbOf['fits']> =>
  ({ answers, steps }) =>
    listOf(answers, 'also').includes(ELSEWHERE[verb]) && steps[verb] === undefined
const noting = (verb: Elsewhere): VerbOf => ({
  ...VERB[verb],
  ...{ who: 'party', cite: 'N19.5', tells: [], api: true, fits: notedOnce(verb) },
})

/** What the party may do at any time and what changes no state: own measures wait for nobody (Law art. 12.2.a). */
const meanwhile = (state: string): Readonly<Record<string, string>> => ({
  ...{ measure: state, 'cyber-noticed': state, 'cyber-reported': state, 'personal-data-noticed': state },
})
const publishing = (state: string): Readonly<Record<string, string>> => ({
  ...{ publish: state, reply: state, 'withdraw-publication': state },
})

const CLOCKS_OF_OTHER_LAWS: readonly ClockOf[] = PARALLEL.flatMap(({ clocks }) => clocks).map(({ id, name }) => ({
  ...{ id, name, kind: 'parallel', side: 'party', starts: { verb: 'record', answer: 'detectedAt' } },
  // Closing a file here meets no duty of another law: its clock stands still, and nobody says that it was kept.
  met: metBy(id),
  rule: (answers: Answers) => parallelClock(id, listOf(answers, 'also')),
}))

/** A report covers the notice that should have gone before it. */
function metBy(clock: string): readonly Elsewhere[] {
  if (clock === 'personal-data-notice') return ['personal-data-noticed']
  return clock === 'cyber-notice' ? ['cyber-noticed', 'cyber-reported'] : ['cyber-reported']
}

const confirmedDay = (answers: Answers) => dayOf(textOf(answers, 'confirmedAt') ?? '')

/**
 *   begun ─record▶ recorded ─confirm▶ confirmed ─report▶ reported ─take▶ verifying ─guide▶ guided
 *                     └──────drop▶ dropped ◀──┘             │              ├─require-measures▶ measures
 *                                                           │              └─not-serious▶ not-serious
 *                                                           └─final-report▶ remedied ─close▶ closed
 *
 * A report on the remedy may come from reported, verifying, guided or measures; own measures are recorded in any state.
 * Law art. 12 and Decree 142 art. 19 name the acts; the states between them are ours (law.md 3.6).
 */
export const INCIDENT: Procedure = {
  id: 'incident',
  path: 'incidents',
  prefix: 'SC',
  name: { vi: 'Sự cố nghiêm trọng', en: 'Serious incident' },
  plural: { vi: 'Sự cố nghiêm trọng', en: 'Serious incidents' },
  start: FIELDS.start,
  cites: ['L12', 'N19'],
  states: {
    begun: { name: STATE.begun, holder: 'party', next: NEXT.begun, noDate: NO_DATE.unsent },
    recorded: { name: STATE.recorded, holder: 'party', next: NEXT.recorded, noDate: NO_DATE.unsent },
    confirmed: { name: STATE.confirmed, holder: 'party', next: NEXT.confirmed },
    reported: { name: STATE.reported, holder: 'unit', next: NEXT.reported, open: true },
    verifying: { name: STATE.verifying, holder: 'unit', next: NEXT.verifying, open: true },
    guided: { name: STATE.guided, holder: 'party', next: NEXT.guided, open: true },
    measures: { name: STATE.measures, holder: 'party', next: NEXT.measures, open: true },
    remedied: { name: STATE.remedied, holder: 'unit', next: NEXT.remedied, noDate: NO_DATE.remedied, open: true },
    closed: { name: STATE.closed, holder: 'nobody', next: NEXT.closed, noDate: NO_DATE.over, final: true },
    'not-serious': {
      ...{ name: STATE['not-serious'], holder: 'nobody', next: NEXT['not-serious'], noDate: NO_DATE.over, final: true },
    },
    dropped: { name: STATE.dropped, holder: 'nobody', next: NEXT.dropped, noDate: NO_DATE.over, final: true },
  },
  verbs: {
    record: {
      ...VERB.record,
      ...{ who: 'party', cite: 'L12.2', form: 'record', files: true, api: true },
      checks: (_, answers) => againstRecord(answers),
    },
    confirm: {
      ...VERB.confirm,
      ...{ who: 'party', cite: 'N19.3.c', form: 'confirmation', api: true },
      checks: (_, answers) => againstConfirmation(answers),
    },
    report: {
      ...VERB.report,
      ...{ who: 'party', cite: 'N19.3', form: 'report', files: true, handsOver: true, api: true },
      document: { kind: 'receipt', prefix: 'TNSC', title: FIELDS.receipt, says: FIELDS.receiptSays },
    },
    measure: { ...VERB.measure, who: 'party', cite: 'L12.2.a', form: 'measure', files: true, api: true },
    drop: { ...VERB.drop, who: 'party', cite: 'L3.8', form: 'drop', api: true },
    guide: {
      ...VERB.guide,
      ...{ who: 'officer', cite: 'N19.6', form: 'guidance', files: true },
      document: { kind: 'guidance', prefix: 'HDSC', title: FIELDS.guidanceDocument, says: FIELDS.guidanceSays },
    },
    'require-measures': {
      ...VERB['require-measures'],
      ...{ who: 'chief', cite: 'N19.6', form: 'requirement', files: true, secondPerson: true },
      document: { kind: 'requirement', prefix: 'YCSC', title: FIELDS.measuresDocument, says: FIELDS.measuresSays },
    },
    'final-report': {
      ...VERB['final-report'],
      ...{ who: 'party', cite: 'N19.4', form: 'final', files: true, api: true },
      document: { kind: 'receipt', prefix: 'TNKP', title: FIELDS.finalReceipt, says: FIELDS.finalReceiptSays },
    },
    close: { ...VERB.close, who: 'officer', cite: 'N19.6', form: 'closing' },
    'not-serious': { ...VERB['not-serious'], who: 'officer', cite: 'N19.1', form: 'finding' },
    publish: {
      ...VERB.publish,
      ...{ who: 'officer', cite: 'N4.1', form: 'summary', files: true },
      publish: (file, answers) => ({ ...publication(file, answers) }),
    },
    reply: {
      ...VERB.reply,
      ...{ who: 'party', cite: 'N4.1', form: 'reply', api: true, fits: isPublished },
      publish: (_, answers) => ({ reply: textOf(answers, 'publicReply') ?? '' }),
    },
    'withdraw-publication': {
      ...VERB['withdraw-publication'],
      ...{ who: 'officer', cite: 'N4.1', fits: isPublished, publish: () => null },
    },
    'cyber-noticed': noting('cyber-noticed'),
    'cyber-reported': noting('cyber-reported'),
    'personal-data-noticed': noting('personal-data-noticed'),
  },
  flow: {
    begun: { record: 'recorded' },
    recorded: { confirm: 'confirmed', ...meanwhile('recorded'), drop: 'dropped' },
    confirmed: { report: 'reported', ...meanwhile('confirmed'), drop: 'dropped' },
    reported: { take: 'verifying', 'final-report': 'remedied', ...meanwhile('reported') },
    verifying: {
      ...{ guide: 'guided', 'require-measures': 'measures', 'not-serious': 'not-serious' },
      ...{ 'final-report': 'remedied', ...meanwhile('verifying') },
    },
    guided: {
      ...{ guide: 'guided', 'require-measures': 'measures', 'not-serious': 'not-serious' },
      ...{ 'final-report': 'remedied', ...meanwhile('guided'), ...publishing('guided') },
    },
    measures: {
      ...{ guide: 'guided', 'require-measures': 'measures', 'not-serious': 'not-serious' },
      ...{ 'final-report': 'remedied', ...meanwhile('measures') },
    },
    remedied: {
      ...{ close: 'closed', 'require-measures': 'measures', 'not-serious': 'not-serious' },
      ...{ ...meanwhile('remedied'), ...publishing('remedied') },
    },
    closed: publishing('closed'),
    'not-serious': publishing('not-serious'),
    dropped: {},
  },
  forms: {
    ...{ record: [record], confirmation: [confirmation], report: [report], measure: [measure], drop: [drop] },
    ...{ guidance: [guidance], requirement: [requirement], final: [final], closing: [closing], finding: [finding] },
    ...{ summary: [summary], reply: [reply] },
  },
  clocks: [
    {
      ...{ id: 'first-report', name: CLOCK.first, kind: 'legal', side: 'party' },
      ...{ starts: { verb: 'confirm', answer: 'confirmedAt' }, met: ['report'] },
      rule: (answers) =>
        textOf(answers, 'confirmedAt') === undefined
          ? undefined
          : firstReport(listOf(answers, 'consequences'), isUncontrollable(answers), confirmedDay(answers)),
    },
    {
      ...{ id: 'final-report', name: CLOCK.final, kind: 'legal', side: 'party' },
      ...{ starts: { verb: 'report' }, met: ['final-report'] },
      rule: (answers) =>
        textOf(answers, 'confirmedAt') === undefined ? undefined : finalReport(confirmedDay(answers)),
    },
    ...CLOCKS_OF_OTHER_LAWS,
  ],
  route: (answers) => {
    const { lead, copies } = routeOf(listOf(answers, 'consequences'), listOf(answers, 'also').includes('crime'))
    return { lead, copies }
  },
  desks: ['incident', 'incident-security'],
  subject: (answers) => textOf(answers, 'systemName') ?? textOf(answers, 'aiId') ?? '',
  known: (party) => ({
    ...{ reporter: party.kind, reporterName: party.name, reporterAddress: party.address },
    ...{ reporterContact: party.contact, tellProvider: 'yes' },
  }),
}

/** The answers of a file, whatever form asked them, with their questions: for the printed form. */
export const questionOf = (key: string): Question | undefined =>
  [record, confirmation, report].flatMap((form) => form.pages.flatMap((p) => p.questions)).find((q) => q.key === key)
