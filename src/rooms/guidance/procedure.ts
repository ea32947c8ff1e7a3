import { say } from '../../base/text.ts'
import type { Form } from '../../casework/form.ts'
import type { Procedure } from '../../casework/procedure.ts'
import { citeText } from '../../law/cite.ts'
import { RULE_SET } from '../../law/ruleset.ts'
import { questions } from '../assessment/actions.ts'
import { FIELDS, NEXT, STATE, VERB } from './words.ts'

/** Letters large or small, with spaces as people copy them; whether there is such a system the officer looks up. */
const AI_ID = /^[A-Za-z0-9][A-Za-z0-9 -]{5,39}$/

/** The questions of the tool, and one for everything else. */
const TOPICS = [
  ...questions(RULE_SET).map((q) => ({
    value: q.id,
    label: { vi: `${q.ask.vi} (${citeText(q.cite, 'vi')})`, en: `${q.ask.en} (${citeText(q.cite, 'en')})` },
  })),
  { value: 'other', label: FIELDS.otherTopic },
]

const request: Form = {
  id: 'request',
  version: 1,
  pages: [
    {
      id: 'question',
      title: FIELDS.questionPage,
      questions: [
        { key: 'topic', kind: 'one', ask: FIELDS.topic, hint: FIELDS.topicHint, cite: 'L10.4', options: TOPICS },
        { key: 'question', kind: 'text', max: 4000, ask: FIELDS.question, hint: FIELDS.questionHint },
      ],
    },
    {
      id: 'system',
      title: FIELDS.systemPage,
      lead: FIELDS.systemLead,
      questions: [
        { key: 'system', kind: 'line', max: 300, ask: FIELDS.system },
        { key: 'aiId', kind: 'line', max: 40, ask: FIELDS.aiId, optional: true, pattern: AI_ID },
        { key: 'purpose', kind: 'text', max: 4000, ask: FIELDS.purpose, cite: 'N12.2' },
        { key: 'functions', kind: 'text', max: 4000, ask: FIELDS.functions, cite: 'N12.2' },
        { key: 'own', kind: 'text', max: 4000, ask: FIELDS.own, optional: true },
      ],
    },
  ],
}

const answer: Form = {
  id: 'answer',
  version: 1,
  pages: [
    {
      id: 'answer',
      title: FIELDS.answerPage,
      questions: [
        { key: 'answer', kind: 'text', max: 10_000, ask: FIELDS.answer, hint: FIELDS.answerHint, cite: 'L10.4' },
      ],
    },
  ],
}

const publication: Form = {
  id: 'publication',
  version: 1,
  pages: [
    {
      id: 'publication',
      title: FIELDS.publicationPage,
      lead: FIELDS.publicationLead,
      questions: [
        { key: 'topic', kind: 'one', ask: FIELDS.publicTopic, options: TOPICS },
        { key: 'publicQuestion', kind: 'text', max: 2000, ask: FIELDS.publicQuestion },
        { key: 'publicAnswer', kind: 'text', max: 6000, ask: FIELDS.publicAnswer },
      ],
    },
  ],
}

/**
 *   begun ─send▶ submitted ─take▶ under-review ─guide▶ guided ⇄ published   (publish, withdraw-publication)
 *                    └─────withdraw─────┴▶ withdrawn
 *
 * Guidance does not replace the provider's own classification (Law art. 10.1, 10.4), and the law sets no time for it.
 */
export const GUIDANCE: Procedure = {
  id: 'guidance',
  path: 'guidance',
  prefix: 'HD',
  name: { vi: 'Đề nghị hướng dẫn phân loại', en: 'Request for guidance on classification' },
  plural: { vi: 'Các đề nghị hướng dẫn phân loại', en: 'Requests for guidance on classification' },
  start: FIELDS.start,
  cites: ['L10.4', 'N41.3'],
  states: {
    begun: { name: STATE.begun, holder: 'party', next: NEXT.begun, noDate: NEXT.noDate },
    submitted: { name: STATE.submitted, holder: 'unit', next: NEXT.submitted, open: true },
    'under-review': { name: STATE['under-review'], holder: 'unit', next: NEXT['under-review'], open: true },
    guided: { name: STATE.guided, holder: 'nobody', next: NEXT.guided, noDate: NEXT.nothingDue, final: true },
    published: { name: STATE.published, holder: 'nobody', next: NEXT.published, noDate: NEXT.nothingDue, final: true },
    withdrawn: { name: STATE.withdrawn, holder: 'nobody', next: NEXT.withdrawn, noDate: NEXT.nothingDue, final: true },
  },
  verbs: {
    send: {
      ...VERB.send,
      ...{ who: 'party', cite: 'L10.4', form: 'request', files: true, handsOver: true, api: true },
      document: { kind: 'receipt', prefix: 'TNHD', title: FIELDS.receipt, says: FIELDS.receiptSays },
    },
    withdraw: { ...VERB.withdraw, who: 'party', cite: 'L10.4', api: true },
    guide: {
      ...VERB.guide,
      ...{ who: 'officer', cite: 'L10.4', form: 'answer', files: true },
      document: { kind: 'guidance', prefix: 'HDPL', title: FIELDS.document, says: FIELDS.documentSays },
    },
    publish: {
      ...VERB.publish,
      ...{ who: 'officer', cite: 'N4.1', form: 'publication', tells: [] },
      publish: (_, { topic, publicQuestion, publicAnswer }) => ({
        topic,
        question: publicQuestion,
        answer: publicAnswer,
      }),
    },
    'withdraw-publication': {
      ...VERB['withdraw-publication'],
      ...{ who: 'officer', cite: 'N4.1', tells: [], publish: () => null },
    },
  },
  flow: {
    begun: { send: 'submitted' },
    submitted: { take: 'under-review', withdraw: 'withdrawn' },
    'under-review': { guide: 'guided', withdraw: 'withdrawn' },
    guided: { publish: 'published' },
    published: { publish: 'published', 'withdraw-publication': 'guided' },
    withdrawn: {},
  },
  forms: { request: [request], answer: [answer], publication: [publication] },
  clocks: [
    {
      id: 'answer',
      name: FIELDS.clock,
      // The law sets no time for guidance (decrees.md section 11): an aim of the service, shown as such.
      ...{ kind: 'target', side: 'unit', starts: { verb: 'send' }, met: ['guide'] },
      rule: () => ({ rule: { workingDays: 15 }, cite: FIELDS.clockWhy }),
    },
  ],
  route: () => ({ lead: 'guidance', copies: [] }),
  desks: ['guidance'],
  subject: ({ system }) => String(system ?? ''),
}

/** What a published answer stands under, in the reader's language. */
export const topicName = (id: string, lang: 'vi' | 'en'): string => {
  const label = TOPICS.find(({ value }) => value === id)?.label ?? FIELDS.otherTopic
  return say(lang)(label.vi, label.en)
}
