import { type Actor, actingFor, actorId, files, type UnitId } from '../base/actor.ts'
import type { Instant } from '../base/day.ts'
import { done, type Outcome, type Refusal, refuse } from '../base/outcome.ts'
import type { Text } from '../base/text.ts'
import { reckon } from '../law/clock.ts'
import { type Calendar, CALENDAR } from '../law/workingdays.ts'
import { besides, fitting, type Form, questionsOf, shownOf, slips, unasked } from './form.ts'
import { clockNamed, type Part, type Procedure, type VerbOf } from './procedure.ts'
import type {
  Answers,
  AttachmentView,
  CaseEvent,
  CaseFile,
  ClockKept,
  Code,
  Holder,
  Item,
  Paper,
  Side,
} from './schema.ts'

/**
 * What every procedure can do without saying so. None of them changes the state unless the procedure's flow says so:
 *
 *   take       an officer takes the file on his desk
 *   hand-over  the unit in charge gives the file to another desk and keeps a view
 *   ask        the unit asks for more, in one list      (then the party holds the file)
 *   answer     the party answers the whole list         (then the unit holds it again)
 *   message    either side writes to the other
 */
export const ENGINE_VERBS = ['take', 'hand-over', 'ask', 'answer', 'message'] as const
export type EngineVerb = (typeof ENGINE_VERBS)[number]
const isEngineVerb = (verb: string): verb is EngineVerb => (ENGINE_VERBS as readonly string[]).includes(verb)

const ENGINE: Readonly<
  Record<EngineVerb, Pick<VerbOf, 'ask' | 'past' | 'files' | 'tells'> & { readonly who: Part | 'either' }>
> = {
  take: {
    ask: { vi: 'Nhận xử lý hồ sơ', en: 'Take the file' },
    past: { vi: 'Cán bộ nhận xử lý hồ sơ', en: 'An officer took the file' },
    who: 'officer',
    tells: [],
  },
  'hand-over': {
    ask: { vi: 'Chuyển đơn vị khác chủ trì', en: 'Hand over to another unit' },
    past: { vi: 'Chuyển đơn vị chủ trì', en: 'Handed over to another unit' },
    who: 'officer',
    tells: ['party', 'unit'],
  },
  ask: {
    ask: { vi: 'Yêu cầu bổ sung', en: 'Ask for more information' },
    past: { vi: 'Cơ quan yêu cầu bổ sung', en: 'The authority asked for more' },
    who: 'officer',
    files: true,
  },
  answer: {
    ask: { vi: 'Trả lời yêu cầu bổ sung', en: 'Answer the request' },
    past: { vi: 'Đã trả lời yêu cầu bổ sung', en: 'The request was answered' },
    who: 'party',
    files: true,
  },
  message: {
    ask: { vi: 'Gửi tin nhắn', en: 'Send a message' },
    past: { vi: 'Tin nhắn', en: 'Message' },
    who: 'either',
    files: true,
  },
}

/** What the engine needs to know of a verb, whoever defined it. */
export type AnyVerb = Omit<VerbOf, 'who' | 'cite'> & Partial<Pick<VerbOf, 'cite'>> & { readonly who: Part | 'either' }

export const verbOf = (p: Procedure, verb: string): AnyVerb | undefined =>
  p.verbs[verb] ?? (isEngineVerb(verb) ? ENGINE[verb] : undefined)

/** What happens to a file by itself, in words: steps of the portal's own side. */
const BY_ITSELF: Readonly<Record<string, Text>> = {
  'clock-recounted': {
    vi: 'Thời hạn được tính lại theo lịch nghỉ mới xác nhận',
    en: 'Time limits were counted anew by the calendar as now confirmed',
  },
}

export const pastOf = (p: Procedure, verb: string): Text =>
  verbOf(p, verb)?.past ?? BY_ITSELF[verb] ?? { vi: verb, en: verb }

/** What a step brings along, already well-formed. */
export interface Given {
  readonly answers?: Answers
  /** They are the form as a whole: what is empty in it is meant to be empty, whatever was answered before. */
  readonly whole?: boolean
  /** Which secrets are given; their words stay out of the rules. */
  readonly sealed?: readonly string[]
  /** What a program said itself: nothing of it may be left out unseen. */
  readonly said?: readonly string[]
  /** What is wrong with the secrets, judged before their words were put away. */
  readonly slips?: readonly Refusal[]
  readonly text?: string
  readonly items?: readonly Item[]
  readonly replies?: readonly string[]
  /** It follows from a step on another file. */
  readonly follows?: boolean
  /** For `answer`: how many things the open request asks for. */
  readonly wanted?: number
  /** For `hand-over`, and where a verb hands the file over: who leads then, and who keeps a view. */
  readonly lead?: UnitId
  readonly copies?: readonly UnitId[]
  readonly files?: readonly AttachmentView[]
  /** The form as it was begun; the newest one unless given. */
  readonly form?: Form
}

/** A step decided and not yet kept. */
export interface Step {
  readonly before: CaseFile
  readonly file: CaseFile
  readonly event: CaseEvent
  readonly paper: Paper
}

const no = (code: Code, more: Partial<Refusal> = {}) => refuse({ code, ...more })

/** On which side of this file somebody stands; officers of units with a copy look on. What was not served is not there. */
export function sideOf(file: CaseFile, actor: Actor): Side | 'copy' | undefined {
  if (file.served !== null && actingFor(actor)?.party === file.party) return 'party'
  const seat = actor.kind === 'person' ? actor.seat : null
  if (seat === null || seat.role === 'administrator') return undefined
  if (seat.unit === file.unit) return 'unit'
  return file.copies.includes(seat.unit) ? 'copy' : undefined
}

/** Asked before anything else: whoever may not see a file must not learn that it exists. */
export const sees = (file: CaseFile, actor: Actor): boolean => sideOf(file, actor) !== undefined

export const holderOf = (p: Procedure, state: string, askedAt: number | null): Holder =>
  askedAt === null ? (p.states[state]?.holder ?? 'nobody') : 'party'

/** Where a verb leads from here; nothing when it cannot be done now. `follows`: from a step on another file. */
export function next(p: Procedure, file: CaseFile, verb: string, follows = false): string | undefined {
  const [state, led] = [p.states[file.state], p.flow[file.state]?.[verb]]
  if (!isEngineVerb(verb)) {
    const v = p.verbs[verb]
    return v?.fits?.(file) === false || (v?.follows ?? false) !== follows ? undefined : led
  }
  if (state === undefined || file.unit === null || state.final === true) return undefined
  const may: Readonly<Record<EngineVerb, boolean>> = {
    take: true,
    'hand-over': p.desks.length > 1,
    ask: state.open === true && file.asked === null,
    answer: file.asked !== null,
    message: state.open === true,
  }
  return may[verb] ? (led ?? file.state) : undefined
}

/** May this person take this kind of step? A viewer of the organisation reads; an officer acts on what he has taken. */
function against(file: CaseFile, verb: string, v: AnyVerb, actor: Actor): Code | undefined {
  const side = sideOf(file, actor)
  const seat = actor.kind === 'person' ? actor.seat : null
  const forParty = side === 'party' && files(actor, file.party)
  const holds = actor.kind === 'person' && file.officer === actor.account
  switch (v.who) {
    case 'either':
      return forParty || side === 'unit' ? undefined : 'case.not-your-part'
    case 'party':
      return forParty ? undefined : 'case.not-your-part'
    case 'officer':
      if (side !== 'unit') return 'case.not-your-part'
      if (verb === 'take') return holds ? 'case.not-now' : undefined
      return holds || (verb === 'hand-over' && seat?.role === 'chief') ? undefined : 'case.not-on-your-desk'
    case 'chief':
      if (side !== 'unit' || seat?.role !== 'chief') return 'case.not-your-part'
      return v.secondPerson === true && (holds || file.workers.includes(actorId(actor)))
        ? 'case.second-person-needed'
        : undefined
  }
}

/** What this person may do now. Pages draw their buttons from this and from nothing else. */
export const offers = (p: Procedure, file: CaseFile, actor: Actor): string[] =>
  [...new Set([...Object.keys(p.flow[file.state] ?? {}), ...ENGINE_VERBS])].filter((verb) => {
    const v = verbOf(p, verb)
    return v !== undefined && next(p, file, verb) !== undefined && against(file, verb, v, actor) === undefined
  })

/** The form of a verb: the one the draft was begun with, else the newest. */
export const formOf = (p: Procedure, v: AnyVerb, version?: number): Form | undefined =>
  v.form === undefined
    ? undefined
    : (p.forms[v.form]?.find((form) => form.version === version) ?? p.forms[v.form]?.at(-1))

const standing = (file: CaseFile) => ({ step: String(file.seq), state: file.state })

/** Why this step is not this person's to take now, whatever they would say in it; nothing when it is. */
export function barring(
  p: Procedure,
  file: CaseFile,
  verb: string,
  actor: Actor,
  follows = false,
): Refusal | undefined {
  const v = sees(file, actor) ? verbOf(p, verb) : undefined
  if (v === undefined) return { code: 'case.unknown' }
  const cite = citeOf(v)
  if (next(p, file, verb, follows) === undefined) return { code: 'case.not-now', ...cite, facts: standing(file) }
  const code = against(file, verb, v, actor)
  return code === undefined ? undefined : { code, ...cite }
}

/**
 * The only judge of a step. `seen` is the step the person was looking at. First whether there is such a file for them,
 * whether it stands where they saw it and whether it is theirs to do; then every mendable reason at once.
 */
export function decide(
  p: Procedure,
  file: CaseFile | undefined,
  verb: string,
  actor: Actor,
  seen: number,
  at: Instant,
  given: Given,
  history: readonly CaseEvent[] = [],
): Outcome<Step> {
  if (file === undefined || !sees(file, actor)) return no('case.unknown')
  const v = verbOf(p, verb)
  if (v === undefined) return no('case.unknown')
  if (file.seq !== seen) return no('case.changed-meanwhile', { facts: standing(file) })
  const [state, barred] = [next(p, file, verb, given.follows), barring(p, file, verb, actor, given.follows)]
  if (barred !== undefined) return refuse(barred)
  if (state === undefined) return no('case.not-now')

  const form = given.form ?? formOf(p, v)
  const earlier = form === undefined ? file.answers : besides(form, file.answers)
  const present = { ...(given.whole === true ? earlier : file.answers), ...given.answers }
  const answers = form === undefined ? {} : fitting(form, present)
  const refusals = [
    ...(form === undefined ? [] : slips(form, answers, at, given.sealed)),
    ...(given.slips ?? []),
    ...(form === undefined ? [] : unasked(form, present, given.said ?? [])),
    ...engineSlips(p, verb, file, given, history),
    ...(v.checks?.(file, { ...earlier, ...answers }, at) ?? []),
    ...(v.handsOver === true && given.lead === undefined ? [{ code: 'case.nobody-in-charge' } as const] : []),
  ]
  if (refusals.length > 0) return refuse(...refusals)

  const shown = form === undefined ? undefined : shownOf(form, answers, given.sealed)
  const side: Side = sideOf(file, actor) === 'party' ? 'party' : 'unit'
  const copies = given.lead === undefined ? file.copies : copiesAfter(file, given.lead, given.copies ?? [])
  const unit = given.lead ?? file.unit
  const event: CaseEvent = { seq: file.seq + 1, verb, side, by: actorId(actor), unit, copies, at, state }
  const after = apply(p, { ...file, answers: { ...earlier, ...answers } }, event)
  const paper: Paper = {
    ...(form === undefined ? {} : { form: { id: form.id, version: form.version }, answers, ...(shown && { shown }) }),
    ...(given.text === undefined ? {} : { text: given.text }),
    ...(given.items === undefined ? {} : { items: given.items }),
    ...(given.replies === undefined ? {} : { replies: given.replies }),
    ...(given.files === undefined || given.files.length === 0 ? {} : { files: given.files }),
  }
  return done({ before: file, file: { ...after, subject: p.subject(after.answers) }, event, paper })
}

const citeOf = (v: AnyVerb): Pick<Refusal, 'cite'> => (v.cite === undefined ? {} : { cite: v.cite })

/** Whoever led before keeps a view; nobody both leads and looks on. */
const copiesAfter = (file: CaseFile, lead: UnitId, copies: readonly UnitId[]): UnitId[] =>
  [...new Set([...file.copies, ...copies, ...(file.unit === null ? [] : [file.unit])])].filter((unit) => unit !== lead)

/** As long as a message, a reason or an answer to one item may be. */
export const LONGEST = 5000

const wordsSlip = (words: string, field: string): Refusal[] => {
  if (words.trim() === '') return [{ code: 'case.missing', field }]
  return words.length > LONGEST ? [{ code: 'case.too-long', field, facts: { max: String(LONGEST) } }] : []
}

function engineSlips(
  p: Procedure,
  verb: string,
  file: CaseFile,
  given: Given,
  history: readonly CaseEvent[],
): Refusal[] {
  if (verb === 'message') return wordsSlip(given.text ?? '', 'text')
  if (verb === 'hand-over') {
    const long = given.text === undefined || given.text === '' ? [] : wordsSlip(given.text, 'text')
    return given.lead === undefined || given.lead === file.unit
      ? [{ code: 'case.desk-unknown', field: 'desk' }, ...long]
      : long
  }
  if (verb === 'answer') {
    // The whole list is answered at once: an item left out is an item without an answer.
    const replies = Array.from({ length: given.wanted ?? 1 }, (_, n) => given.replies?.[n] ?? '')
    return replies.flatMap((reply, n) => wordsSlip(reply, `reply-${n + 1}`))
  }
  return verb === 'ask' ? againstAsking(p, given.items ?? [], history) : []
}

/** What may be asked for besides the questions of the forms. */
export const OTHER_FIELDS = ['attachment', 'other'] as const

const isField = (p: Procedure, field: string): boolean =>
  (OTHER_FIELDS as readonly string[]).includes(field) ||
  Object.values(p.forms).some((versions) => versions.some((form) => questionsOf(form).some(({ key }) => key === field)))

/**
 * One consolidated list. Whoever asks a second time must point, for each thing, to something the party sent after the
 * first list: what could have been asked then may not be asked now.
 */
function againstAsking(p: Procedure, items: readonly Item[], history: readonly CaseEvent[]): Refusal[] {
  if (items.length === 0) return [{ code: 'case.missing', field: 'items' }]
  const first = history.find((event) => event.verb === 'ask')
  return items.flatMap((item, n): Refusal[] => {
    const because = history.find((event) => event.seq === item.because)
    const later = first !== undefined && because?.side === 'party' && because.seq > first.seq
    return [
      ...(item.field === '' ? [{ code: 'case.missing', field: `field-${n + 1}` } as const] : []),
      ...(item.field === '' || isField(p, item.field)
        ? []
        : [{ code: 'case.field-unknown', field: `field-${n + 1}` } as const]),
      ...wordsSlip(item.reason, `reason-${n + 1}`),
      ...(first === undefined || later ? [] : [{ code: 'case.asked-before', field: `because-${n + 1}` } as const]),
    ]
  })
}

/** A file is the fold of its events; the table row is a cache of this. */
export function apply(p: Procedure, file: CaseFile, event: CaseEvent): CaseFile {
  if (event.seq !== file.seq + 1) throw new Error(`step ${event.seq} of ${file.number} cannot follow ${file.seq}`)
  const asked = event.verb === 'ask' ? event.seq : event.verb === 'answer' ? null : file.asked
  const final = p.states[event.state]?.final === true
  const holder = holderOf(p, event.state, final ? null : asked)
  return {
    ...file,
    state: event.state,
    seq: event.seq,
    unit: event.unit,
    copies: event.copies,
    officer: officerAfter(file, event),
    asked: final ? null : asked,
    steps: { ...file.steps, [event.verb]: event.at },
    holder,
    heldSince: holder === file.holder ? file.heldSince : event.at,
    changedAt: event.at,
    workers: workersAfter(p, file, event),
    served: file.served ?? (p.verbs[event.verb]?.serves === true ? event.seq : null),
  }
}

/** Handing a file on does not undo having prepared what is decided later. */
const workersAfter = (p: Procedure, { workers }: CaseFile, { verb, by }: CaseEvent): CaseFile['workers'] =>
  p.verbs[verb]?.who !== 'officer' || workers.includes(by) ? workers : [...workers, by]

const officerAfter = (file: CaseFile, { verb, by, unit }: CaseEvent): CaseFile['officer'] =>
  verb === 'take' ? (by.replace('account:', '') as CaseFile['officer']) : unit === file.unit ? file.officer : null

/** The clocks of a file as it stands: begun where their start has happened, met where what they wait for has. */
export function clocksOf(
  p: Procedure,
  file: CaseFile,
  kept: readonly ClockKept[],
  calendar: Calendar = CALENDAR,
): ClockKept[] {
  return p.clocks.flatMap((clock): ClockKept[] => {
    const runs = kept
      .filter((k) => clockNamed(p, k.clock) === clock)
      .toSorted((a, b) => (a.reckoning.started < b.reckoning.started ? -1 : 1))
    const last = runs.at(-1)
    const [happened, ruled] = [file.steps[clock.starts.verb], clock.rule(file.answers)]
    const anew = clock.again === true && last?.metAt != null && happened !== undefined && happened > last.metAt
    if (last?.metAt && !anew) return runs
    const [earlier, before] = anew ? [runs, undefined] : [runs.slice(0, -1), last]
    const answered = clock.starts.answer === undefined ? happened : file.answers[clock.starts.answer]
    if (happened === undefined || typeof answered !== 'string' || ruled === undefined) return earlier
    // What was done before the clock began does not meet it.
    const met = clock.met
      .flatMap((verb) => file.steps[verb] ?? [])
      .filter((at) => at >= happened)
      .sort()[0]
    const same =
      before !== undefined &&
      before.reckoning.started === answered &&
      JSON.stringify(before.reckoning.rule) === JSON.stringify(ruled.rule)
    const reckoning = same ? before.reckoning : reckon(ruled.rule, answered, calendar)
    const id = earlier.length === 0 ? clock.id : `${clock.id}.${earlier.length + 1}`
    return [...earlier, { clock: id, side: clock.side, kind: clock.kind, reckoning, metAt: met ?? null }]
  })
}
