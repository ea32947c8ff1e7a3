import { textOf } from '../../casework/answers.ts'
import type { Form } from '../../casework/form.ts'
import type { Procedure } from '../../casework/procedure.ts'
import { againstNaming } from './rules.ts'
import { FIELDS, NEXT, NO_DATE, STATE, VERB } from './words-inquiry.ts'

const inquiry: Form = {
  id: 'inquiry',
  version: 1,
  pages: [
    {
      id: 'inquiry',
      title: FIELDS.page,
      lead: FIELDS.lead,
      questions: [
        { key: 'aiId', kind: 'line', max: 40, ask: FIELDS.aiId, cite: 'N14.4', optional: true },
        { key: 'systemName', kind: 'line', max: 300, ask: FIELDS.systemName, optional: true },
        { key: 'told', kind: 'text', max: 4000, ask: FIELDS.told, hint: FIELDS.toldHint, cite: 'L12.3' },
        { key: 'days', kind: 'number', min: 1, max: 60, ask: FIELDS.days },
      ],
    },
  ],
}

const reply: Form = {
  id: 'reply',
  version: 1,
  pages: [
    {
      id: 'reply',
      title: FIELDS.reply,
      questions: [
        {
          ...{ key: 'outcome', kind: 'one', ask: FIELDS.outcome, cite: 'L12.2' },
          options: [
            { value: 'serious', label: FIELDS.serious },
            { value: 'not-serious', label: FIELDS.notSerious },
            { value: 'unclear', label: FIELDS.unclear },
          ],
        },
        {
          ...{ key: 'incident', kind: 'line', max: 40, ask: FIELDS.incident, pattern: /^SC-\d{4}-\d{6,9}$/ },
          when: { key: 'outcome', is: ['serious'] },
        },
        { key: 'explanation', kind: 'text', max: 6000, ask: FIELDS.explanation, hint: FIELDS.explanationHint },
      ],
    },
  ],
}

const closing: Form = {
  id: 'closing',
  version: 1,
  pages: [
    {
      id: 'closing',
      title: FIELDS.closing,
      questions: [{ key: 'conclusion', kind: 'text', max: 4000, ask: FIELDS.conclusion }],
    },
  ],
}

/**
 *   drafted ─send▶ asked ─reply▶ answered ─close▶ closed
 *      └─drop▶ dropped
 *
 * The duty to record and report an incident is the provider's and the deployer's (Law art. 12.2). An authority that
 * hears of one from somebody else verifies (art. 12.3): it asks, and the incident file arises from the inquiry. The law
 * sets no time for the reply; the authority names one.
 */
export const INQUIRY: Procedure = {
  id: 'inquiry',
  path: 'incident-inquiries',
  prefix: 'LR',
  begunBy: 'unit',
  name: { vi: 'Yêu cầu làm rõ dấu hiệu sự cố', en: 'Inquiry about a possible incident' },
  plural: { vi: 'Các yêu cầu làm rõ dấu hiệu sự cố', en: 'Inquiries about possible incidents' },
  start: { ...FIELDS.start, needs: [] },
  cites: ['L12.2', 'L12.3'],
  states: {
    drafted: { name: STATE.drafted, holder: 'unit', next: NEXT.drafted, noDate: NO_DATE.unserved },
    asked: { name: STATE.asked, holder: 'party', next: NEXT.asked, open: true },
    answered: { name: STATE.answered, holder: 'unit', next: NEXT.answered, noDate: NO_DATE.answered, open: true },
    closed: { name: STATE.closed, holder: 'nobody', next: NEXT.closed, noDate: NO_DATE.over, final: true },
    dropped: { name: STATE.dropped, holder: 'nobody', next: NEXT.dropped, noDate: NO_DATE.over, final: true },
  },
  verbs: {
    send: {
      ...VERB.send,
      ...{ who: 'officer', cite: 'L12.3', form: 'inquiry', files: true, serves: true },
      checks: (_, answers) => againstNaming(answers),
      document: { kind: 'inquiry', prefix: 'VBLR', title: FIELDS.document, says: FIELDS.documentSays },
    },
    drop: { ...VERB.drop, who: 'officer', cite: 'L12.3', tells: [] },
    reply: { ...VERB.reply, who: 'party', cite: 'L12.2', form: 'reply', files: true, api: true },
    close: { ...VERB.close, who: 'officer', cite: 'L12.3', form: 'closing' },
  },
  flow: {
    drafted: { send: 'asked', drop: 'dropped' },
    asked: { reply: 'answered', close: 'closed' },
    answered: { reply: 'answered', close: 'closed' },
    closed: {},
    dropped: {},
  },
  forms: { inquiry: [inquiry], reply: [reply], closing: [closing] },
  clocks: [
    {
      ...{
        id: 'reply',
        name: FIELDS.clock,
        kind: 'legal',
        side: 'party',
        starts: { verb: 'send' },
        met: ['reply', 'close'],
      },
      rule: ({ days }) => (typeof days === 'number' ? { rule: { workingDays: days }, cite: 'L12.3' } : undefined),
    },
  ],
  route: () => ({ lead: '', copies: [] }),
  desks: [],
  subject: (answers) => textOf(answers, 'systemName') ?? textOf(answers, 'aiId') ?? '',
}
