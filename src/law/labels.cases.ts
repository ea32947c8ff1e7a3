import { type Day, day } from '../base/day.ts'
import type { LabelDutyId } from './label-duties.ts'
import type { LabelAnswers } from './labelling.ts'

/** A worked case: what somebody answers, and what follows. `keep` and `records` follow every other duty but `inform`. */
export interface LabelCase {
  readonly name: string
  readonly answers: LabelAnswers
  readonly on?: Day
  readonly owed: readonly LabelDutyId[]
  /** Duties that hang on a question still open. */
  readonly perhaps?: readonly LabelDutyId[]
  readonly exceptions?: readonly string[]
  readonly ways?: readonly string[]
  readonly notWays?: readonly string[]
  readonly remarks?: readonly string[]
  readonly until?: Day
}

const post = {
  role: 'deployer',
  ai: 'generated',
  audience: 'public',
  creative: 'no',
  free: 'no',
  since: 'later',
} as const
const ordinary = { person: 'no', event: 'no' } as const

/** Worked examples a lawyer can read and sign. */
export const LABEL_CASES: readonly LabelCase[] = [
  {
    name: 'a generated picture of a flood that never was, on a news site (Decree art. 18.1, 18.2.b)',
    answers: { ...post, content: 'image', person: 'no', event: 'yes', misleads: 'yes' },
    owed: ['notice', 'label', 'keep', 'records'],
    ways: ['content', 'caption', 'interface', 'aloud'],
    notWays: ['credits'],
    remarks: ['no-wording', 'one-for-both', 'other-law', 'deceit'],
  },
  {
    name: 'a minister’s cloned voice in an advertisement (Decree art. 18.2.a)',
    answers: { ...post, content: 'audio', person: 'yes', event: 'no', misleads: 'yes' },
    owed: ['notice', 'label', 'keep', 'records'],
    remarks: ['consent', 'deceit'],
  },
  {
    name: 'a likeness of a real singer that nobody could mistake: the label stays, the notice falls away',
    answers: { ...post, content: 'video', person: 'yes', event: 'no', misleads: 'no' },
    owed: ['label', 'keep', 'records'],
  },
  {
    name: 'an invented landscape that looks like a photograph: notice, no label (Decree art. 18.1)',
    answers: { ...post, content: 'image', ...ordinary, misleads: 'yes' },
    owed: ['notice', 'keep', 'records'],
    ways: ['caption'],
  },
  {
    name: 'a cartoon mascot nobody takes for real: nothing, but one may label by choice',
    answers: { ...post, content: 'image', ...ordinary, misleads: 'no' },
    owed: [],
    remarks: ['by-choice'],
  },
  {
    name: 'a generated article about an event, in a newspaper: notice; text is never labelled (Law art. 11.3, 11.4)',
    answers: { ...post, content: 'text', misleads: 'yes' },
    owed: ['notice', 'keep', 'records'],
  },
  {
    name: 'Decree art. 18.4.a: a photograph with noise removed, of a real person',
    answers: { ...post, content: 'image', ai: 'technical', misleads: 'no' },
    owed: [],
    exceptions: ['technical'],
    remarks: ['label-only'],
  },
  {
    name: 'Decree art. 18.4.a lifts the label only: a “technical” edit that misleads still needs a notice',
    answers: { ...post, content: 'image', ai: 'technical', misleads: 'yes' },
    owed: ['notice', 'keep', 'records'],
    exceptions: ['technical'],
    remarks: ['label-only'],
  },
  {
    name: 'Decree art. 18.4.b: a text translated by a tool',
    answers: { ...post, content: 'text', ai: 'text-tool', misleads: 'no' },
    owed: [],
    exceptions: ['text-tool'],
  },
  {
    name: 'Decree art. 18.4.c: a training film with the director’s likeness, for staff only',
    answers: { ...post, content: 'video', audience: 'internal' },
    owed: [],
    exceptions: ['internal'],
  },
  {
    name: 'Decree art. 18.4.d: voices made to test a detector in a laboratory',
    answers: { ...post, content: 'audio', audience: 'research' },
    owed: [],
    exceptions: ['research'],
  },
  {
    name: 'a likeness sent to one customer: not the public, so no notice; none of the exceptions, so the label stands',
    answers: { ...post, content: 'image', audience: 'restricted', person: 'yes', event: 'no' },
    owed: ['label', 'keep', 'records'],
  },
  {
    name: 'the day before the Decree its exceptions do not yet count (Law art. 11.4 alone)',
    on: day('2026-04-30'),
    answers: { ...post, content: 'video', audience: 'internal', person: 'yes', event: 'no' },
    owed: ['label', 'keep'],
  },
  {
    name: 'before the Law nothing is owed',
    on: day('2026-02-28'),
    answers: { ...post, content: 'video', person: 'yes', event: 'yes', misleads: 'yes' },
    owed: [],
  },
  {
    name: 'Decree art. 18.6: a feature film re-enacting a battle, released by its distributor',
    answers: { ...post, content: 'video', person: 'no', event: 'yes', misleads: 'yes', creative: 'yes' },
    owed: ['notice', 'label', 'keep', 'records'],
    ways: ['opening', 'ending', 'credits', 'papers', 'content'],
    remarks: ['gentle'],
  },
  {
    name: 'Decree art. 18.6: the studio that made the scenes tells the distributor',
    answers: { role: 'maker', content: 'video', ai: 'generated', creative: 'yes' },
    owed: ['inform'],
  },
  {
    name: 'an agency that makes pictures for a shop: the Decree lays nothing on it, good sense does',
    answers: { role: 'maker', content: 'image', ai: 'generated', creative: 'no' },
    owed: [],
    remarks: ['maker-other'],
  },
  {
    name: 'the provider of a picture generator marks, and neither labels nor gives notice (Law art. 11.2)',
    answers: { role: 'provider', content: 'image', free: 'no', since: 'later' },
    owed: ['mark', 'keep', 'records'],
    ways: ['structure', 'metadata', 'signature', 'other'],
    notWays: ['content', 'built-in'],
  },
  {
    name: 'Decree art. 17.5: an open-source generator may publish a tool instead',
    answers: { role: 'provider', content: 'audio', free: 'yes', since: 'later' },
    owed: ['mark', 'keep', 'records'],
    ways: ['built-in', 'published-tool'],
  },
  {
    name: 'Decree art. 17.5: who publishes what a free generator made must mark it, whatever it shows',
    answers: { ...post, content: 'image', ...ordinary, misleads: 'no', free: 'yes' },
    owed: ['mark-deployer', 'keep', 'records'],
    ways: ['metadata'],
    notWays: ['built-in'],
  },
  {
    name: 'Decree art. 17.1: a provider of text need not mark',
    answers: { role: 'provider', content: 'text' },
    owed: [],
    remarks: ['text-unmarked'],
  },
  {
    name: 'Law art. 11.1: a chat service lets people know whom they talk to',
    answers: { role: 'provider', content: 'chat', since: 'later' },
    owed: ['recognise', 'keep', 'records'],
  },
  {
    name: 'a newspaper that runs its own generator has both sides’ duties',
    answers: { ...post, role: 'both', content: 'video', person: 'yes', event: 'no', misleads: 'yes' },
    owed: ['notice', 'label', 'mark', 'keep', 'records'],
  },
  {
    name: 'Law art. 3.5: a birthday card made at home',
    answers: { role: 'private' },
    owed: [],
    remarks: ['private'],
  },
  {
    name: 'no AI at all: nothing follows',
    answers: { role: 'deployer', content: 'image', ai: 'none' },
    owed: [],
  },
  {
    name: 'Law art. 35.1.b: a shop’s system of 2025 has twelve months',
    answers: { ...post, content: 'image', person: 'yes', event: 'no', misleads: 'yes', since: 'before-other' },
    owed: ['notice', 'label', 'keep', 'records'],
    until: day('2027-03-01'),
  },
  {
    name: 'Law art. 35.1.a: a hospital’s system of 2025 has eighteen months',
    answers: { role: 'provider', content: 'chat', since: 'before-long' },
    owed: ['recognise', 'keep', 'records'],
    until: day('2027-09-01'),
  },
  {
    name: 'unknown is not no: whether anybody is misled was left open',
    answers: { ...post, content: 'image', ...ordinary, misleads: 'open' },
    owed: [],
    perhaps: ['notice', 'keep', 'records'],
  },
  {
    name: 'unknown is not no: the audience was left open',
    answers: { ...post, content: 'video', audience: 'open', person: 'yes', event: 'no', misleads: 'yes' },
    owed: [],
    perhaps: ['notice', 'label', 'keep', 'records'],
  },
]
