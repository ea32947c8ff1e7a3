import { type Actor, actorId, files } from '../../base/actor.ts'
import type { Day, Instant } from '../../base/day.ts'
import { done, type Outcome, type Refusal, refuse } from '../../base/outcome.ts'
import { sha256 } from '../../base/hash.ts'
import { exact, plain } from '../../base/text.ts'
import type { Cite } from '../../law/cite.ts'
import { DOSSIER, type DossierKey, type DossierPart } from '../../law/dossier.ts'
import type {
  Answers,
  Attachment,
  Code,
  Draft,
  EventVerb,
  Held,
  Hold,
  Level,
  Marks,
  Paper,
  PublicEvent,
  PublicSystem,
  Recorded,
  State,
  System,
  SystemEvent,
  TypedPart,
  Verb,
} from './schema.ts'
import { Dossier, isRecorded, SectorName } from './schema.ts'

/**
 *   declared ─put-into-use▶ in-use ⇄ suspended          (suspend, resume)
 *      │                      ├─recall▶ recalled ─resume▶ in-use
 *   withdraw▶ withdrawn       └─retire▶ retired          (from declared, suspended and recalled too)
 *
 * A notice makes `declared` (or `in-use`, for what already runs) out of a draft; that step is the classification room's.
 */
export const FLOW = {
  draft: {},
  declared: { 'put-into-use': 'in-use', retire: 'retired', withdraw: 'withdrawn' },
  'in-use': { suspend: 'suspended', recall: 'recalled', retire: 'retired' },
  suspended: { resume: 'in-use', recall: 'recalled', retire: 'retired' },
  recalled: { resume: 'in-use', retire: 'retired' },
  retired: {},
  withdrawn: {},
} as const satisfies Record<State, Partial<Record<Verb, State>>>

/** Own measures on an incident: Law art. 12.2.a. The rest follows from Law art. 10 and Decree art. 14. */
export const CITES: Readonly<Record<Verb, Cite>> = {
  'put-into-use': 'L10.3',
  suspend: 'L12.2.a',
  recall: 'L12.2.a',
  resume: 'L12.2.a',
  retire: 'N12.6',
  withdraw: 'N14.3',
}

const no = (code: Code, more: Partial<Refusal> = {}) => refuse({ code, ...more })

const SEVERITY: readonly State[] = ['suspended', 'recalled', 'retired', 'withdrawn']

/** What the provider's own steps and the orders that stand make of a system together: the graver of all. */
export const stateUnder = (own: State, holds: readonly Hold[]): State =>
  holds.reduce<State>(
    (state, hold) => (SEVERITY.indexOf(hold.state) > SEVERITY.indexOf(state) ? hold.state : state),
    own,
  )

/** How the system would stand without any order. */
export const ownState = (s: System): State => s.own ?? s.state

/** Steps that bring a system into use: while an order stands they are not the provider's to take. */
const INTO_USE: readonly Verb[] = ['put-into-use', 'resume']
export const isHeldBack = (s: System, verb: Verb): boolean => s.holds.length > 0 && INTO_USE.includes(verb)

/** A system as an order leaves it, or as it stands once the order is gone. */
export function held(s: Recorded, order: string, state: Held | null): Recorded {
  const others = s.holds.filter((hold) => hold.order !== order)
  const holds = state === null ? others : [...others, { order, state }]
  const own = ownState(s)
  return { ...s, holds, own: holds.length === 0 ? null : own, state: stateUnder(own, holds) }
}

export const next = (state: State, verb: Verb): State | undefined => (FLOW[state] as Partial<Record<Verb, State>>)[verb]

/** Asked before anything else: whoever may not see a system's file must not learn that there is one. Officers of the ministry see all recorded ones. */
export const sees = (s: System, actor: Actor): boolean =>
  (actor.kind !== 'visitor' && actor.acting?.party === s.provider) ||
  (actor.kind === 'person' && actor.seat?.kind === 'most' && isRecorded(s))

/** May this actor change this file? Absence is said first. */
export function mayWrite(s: System | undefined, actor: Actor): Outcome<System> {
  if (s === undefined || !sees(s, actor)) return no('system.unknown')
  return files(actor, s.provider) ? done(s) : no('system.not-yours')
}

/** What this person may do with the use of the system now; the page draws its buttons from this. */
export const offers = (s: System, actor: Actor): Verb[] =>
  files(actor, s.provider) ? (Object.keys(FLOW[ownState(s)]) as Verb[]).filter((verb) => !isHeldBack(s, verb)) : []

/** A step in the use of a recorded system. `seen` is the step the person was looking at. */
export function decide(
  s: System | undefined,
  verb: Verb,
  actor: Actor,
  seen: number,
  at: Instant,
  reason: string | null,
): Outcome<SystemEvent> {
  const writable = mayWrite(s, actor)
  if (!writable.ok) return writable
  const system = writable.value
  if (system.seq !== seen) return no('system.changed-meanwhile')
  const state = next(ownState(system), verb)
  if (isHeldBack(system, verb))
    return no('system.held', { facts: { order: system.holds.map(({ order }) => order).join(', ') } })
  if (state === undefined) return no('system.not-now', { cite: CITES[verb] })
  const shown = publicState(stateUnder(state, system.holds))
  return done(eventOf(system, verb, actor, at, reason === null ? {} : { reason }, { state: shown }))
}

export const eventOf = (
  s: System,
  verb: EventVerb,
  actor: Actor,
  at: Instant,
  data: SystemEvent['data'],
  shown: PublicEvent | null,
): SystemEvent => ({
  system: s.id,
  seq: s.seq + 1,
  verb,
  by: actorId(actor),
  at,
  data: byProvider(s, actor)
    ? data
    : { ...data, as: actor.kind !== 'visitor' && actor.acting !== null ? 'deployer' : 'officer' },
  public: shown,
})

const byProvider = (s: System, actor: Actor): boolean => actor.kind !== 'visitor' && actor.acting?.party === s.provider

/** On which side the author of an event stood: never a name, which is a matter of the organisation. */
export const authorOf = (event: SystemEvent): 'provider' | 'program' | 'deployer' | 'officer' =>
  event.data.as === 'deployer' || event.data.as === 'officer'
    ? event.data.as
    : event.by.startsWith('key:')
      ? 'program'
      : 'provider'

export const publicState = (state: State): PublicSystem['state'] => {
  if (state === 'draft') throw new Error('a draft is not public')
  return state
}

/** Which fields of the dossier still lack, given the documents that stand for parts of it (Decree art. 12.5, 12.7). */
export function lacking(answers: Answers, attachments: readonly Pick<Attachment, 'kind'>[]): DossierKey[] {
  const covered = new Set<DossierPart>(
    DOSSIER.attachments.filter((a) => attachments.some((x) => x.kind === a.id)).flatMap((a) => a.parts),
  )
  return DOSSIER.fields.filter((f) => answers[f.key] === undefined && !covered.has(f.part)).map((f) => f.key)
}

/** What a recorded dossier must say. A voluntary publication owes nothing but to be recognisable (Law art. 10.3). */
export const owed = (
  level: Level | null,
  answers: Answers,
  attachments: readonly Pick<Attachment, 'kind'>[],
): DossierKey[] => lacking(answers, attachments).filter((key) => level !== 'low' || RECOGNISABLE.has(key))
const RECOGNISABLE: ReadonlySet<DossierKey> = new Set(['name', 'providerName', 'purpose'])

/** How many fields a paper still owes. */
export const owedBy = (paper: Paper): number =>
  owed(
    paper.level,
    paper.answers,
    paper.kinds.map((kind) => ({ kind })),
  ).length

/** Documents that stand for a part of the dossier. */
export const standingFor = (part: DossierPart, attachments: readonly Attachment[]): Attachment[] =>
  attachments.filter((x) => DOSSIER.attachments.some((a) => a.id === x.kind && a.parts.includes(part)))

/** Missing fields as refusals, all at once, each at its field. */
export const missing = (keys: readonly DossierKey[]): Refusal[] =>
  keys.map(
    (key) =>
      ({
        code: 'dossier.missing',
        field: `dossier.${key}`,
        cite: DOSSIER.fields.find((f) => f.key === key)?.cite ?? 'N12',
        facts: { field: key },
      }) satisfies Refusal & { code: Code },
  )

/** Internal codes are compared without case and spaces: `CB 01` and `cb01` are one code. */
export const codeKey = (code: string): string => exact(code).replaceAll(' ', '')

/**
 * What the register shows of a system. High risk: provider's address and contact too, since the conformity result must
 * be published with them (Decree art. 13.6). Low: only what was given freely (Law art. 10.3).
 */
export function publish(s: Recorded, a: Answers): PublicSystem {
  const full = s.level !== 'low'
  return {
    aiId: s.aiId,
    name: s.name,
    version: a.version ?? null,
    level: s.level,
    state: publicState(s.state),
    provider: {
      name: a.providerName ?? '',
      address: s.level === 'high' ? (a.providerAddress ?? null) : null,
      contact: s.level === 'high' ? (a.providerContact ?? null) : null,
    },
    purpose: a.purpose ?? null,
    functions: full ? [...(a.functions ?? [])] : [],
    scope: full ? (a.scope ?? null) : null,
    users: full ? [...(a.users ?? [])] : [],
    affected: full ? [...(a.affected ?? [])] : [],
    sectors: [...s.sectors],
    entries: [...s.entries],
    firstUse: s.firstUse,
    recordedAt: s.recordedAt,
    changedAt: s.changedAt,
  }
}

/** The words by which a system is found: as typed, without marks, and one by one (for "did you mean"). */
export function searchWords(shown: PublicSystem): { exact: string; plain: string; terms: readonly string[] } {
  const text = [shown.name, shown.provider.name, shown.purpose ?? '', ...shown.functions].join(' ').slice(0, 20_000)
  // Marks of punctuation part words: `input/output` is found by either.
  const terms = plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return { exact: exact(`${text} ${shown.aiId}`), plain: [...terms, plain(shown.aiId)].join(' '), terms }
}

export interface Change {
  readonly field: DossierKey
  readonly before: string
  readonly after: string
}

const said = (value: string | readonly string[] | undefined): string =>
  value === undefined ? '' : typeof value === 'string' ? value : value.join('\n')

/** What changed between two dossiers, field by field, in the order of the decree. */
export const changes = (before: Answers, after: Answers): Change[] =>
  DOSSIER.fields
    .map(({ key }) => ({ field: key, before: said(before[key]), after: said(after[key]) }))
    .filter((c) => c.before !== c.after)

/** Does the register show this field at this level? What `publish` shows, as a question. */
export function isPublic(key: DossierKey, level: Level): boolean {
  if (level === 'low') return RECOGNISABLE.has(key) || key === 'version'
  if (key === 'providerAddress' || key === 'providerContact') return level === 'high'
  return DOSSIER.fields.some((f) => f.key === key && f.public)
}

/** The part of the changes anyone may read. */
export const publicChanges = (all: readonly Change[], level: Level): Change[] =>
  all.filter((c) => isPublic(c.field, level))

export const fieldsOf = (part: DossierPart) => DOSSIER.fields.filter((f) => f.part === part)

/** A short print of an answer, to see whether it changed without carrying it along. */
export const printOf = (answer: string | readonly string[] | undefined): string => sha256(said(answer)).slice(0, 8)

/**
 * What a part becomes when a page sends it: fields nobody else wrote since are theirs who sent, fields only others
 * wrote stay, and where both wrote different things nothing is decided here: those are the clashes.
 */
export function mergePart(
  draft: Draft,
  part: DossierPart,
  sent: TypedPart,
): { readonly answers: Answers; readonly marks: Marks; readonly clashes: readonly DossierKey[] } {
  const answers: Record<string, unknown> = { ...draft.answers }
  const marks: Record<string, unknown> = { ...draft.marks }
  const clashes: DossierKey[] = []
  for (const [n, { key }] of fieldsOf(part).entries()) {
    const [now, mine] = [printOf(draft.answers[key]), printOf(sent.answers[key])]
    const mark = draft.marks?.[key]
    const alone = mark === undefined || mark.rev <= sent.rev || mark.page === sent.page
    if (now === mine || (!alone && mine === sent.was[n])) continue
    if (alone) {
      answers[key] = sent.answers[key]
      marks[key] = { rev: draft.rev + 1, page: sent.page }
    } else clashes.push(key)
  }
  return { answers: asWritten(answers), marks: marks as Marks, clashes }
}

/** What was emptied is not there. */
const asWritten = (answers: Readonly<Record<string, unknown>>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined)) as Answers

/** Is the period a period? */
export const period = (since: Day, until: Day | null): Outcome<null> =>
  until !== null && until < since ? no('deployment.dates', { field: 'until' }) : done(null)

/** Reads stored or posted answers; what does not fit is left out, so that a half-written draft can be kept. */
export function asAnswers(value: unknown): Answers {
  const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  return Object.fromEntries(
    Object.entries(Dossier.unwrap().shape).flatMap(([key, schema]) => {
      const parsed = schema.safeParse(given[key])
      return parsed.success ? [[key, parsed.data]] : []
    }),
  ) as Answers
}

export const asSectors = (value: readonly string[]): SectorName[] =>
  value.flatMap((v) => SectorName.safeParse(v).data ?? [])
