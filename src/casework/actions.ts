import { actorId, type PartyId, type UnitId } from '../base/actor.ts'
import { done, type Outcome, type Refusal, refuse } from '../base/outcome.ts'
import { unseal } from '../base/seal.ts'
import type { Kit } from '../db/kit.ts'
import { arise } from './chain.ts'
import { clocksOf, decide, formOf, type Given, holderOf, sees, sideOf, type Step, verbOf } from './flow.ts'
import { asked as isAsked, besides, isSecret, questionsOf, secretSlips } from './form.ts'
import { numbered, stamped } from './issue.ts'
import { mailsOf } from './letters.ts'
import { firstState, newestForm, openingVerb, type Procedure } from './procedure.ts'
import type {
  Answers,
  Attachment,
  AttachmentView,
  CaseDocument,
  CaseEvent,
  CaseFile,
  ClockKept,
  Correspondent,
  Paper,
  People,
  Side,
} from './schema.ts'
import { paperOf, pick } from './drafts.ts'
import { type Acting, deskOf, no, type Office, partyOf, seatOf, type Sent } from './office.ts'
import { purposeOf, secretOf } from './secrets.ts'
import * as store from './store.ts'
import { postAll } from '../post/mail.ts'

export { listOfParty, listPublished, pageOfParty, type Published, streamPublished } from './store.ts'
export { attach, attachAgain, detach, waitingFiles } from './attachments.ts'
export { erase, paperOf, savePage } from './drafts.ts'
export type { Acting, Candidates, Effect, Office, Sent } from './office.ts'
export { readSecret } from './secrets.ts'

/**
 * Begins a file: private paper of the party until it is handed over. `brought`: what its first form holds already.
 * `origin`: the number of what it arose from, refused where the actor may not see that.
 */
export async function begin(
  asked: Acting,
  office: Office,
  brought: Answers = {},
  origin?: string,
): Promise<Outcome<CaseFile>> {
  const { procedure: p } = office
  if (p.begunBy === 'unit') return no('case.not-your-part')
  const party = partyOf(asked.actor)
  if (party === undefined) return no('case.no-organisation')
  return begun(asked, office, await blank(asked, p, party), brought, origin)
}

/** Begins a file about a party: paper of the officer's unit, which the party does not see before it is served. */
export async function beginAbout(
  asked: Acting,
  office: Office,
  party: PartyId,
  brought: Answers = {},
  origin?: string,
): Promise<Outcome<CaseFile>> {
  const { procedure: p, people } = office
  const at = deskOf(asked.actor)
  if (p.begunBy !== 'unit' || at === undefined) return no('case.not-your-part')
  if ((await people.partyName(asked.db, party)) === undefined) return no('case.party-unknown')
  return begun(
    asked,
    office,
    { ...(await blank(asked, p, party)), ...at, served: null, workers: [actorId(asked.actor)] },
    brought,
    origin,
  )
}

async function begun(
  asked: Acting,
  office: Office,
  file: CaseFile,
  brought: Answers,
  origin: string | undefined,
): Promise<Outcome<CaseFile>> {
  const { procedure: p } = office
  await store.insertFile(asked.db, file)
  const arisen = await arise(asked, file, origin)
  if (!arisen.ok) return arisen
  const verb = openingVerb(p)
  const form = newestForm(p, p.verbs[verb]?.form ?? '')
  if (form !== undefined && Object.keys(brought).length > 0) {
    const answers = { ...(await paperOf(asked, office, file, verb)).answers, ...brought }
    const draft = { verb, form: form.id, version: form.version, answers, sealed: {}, savedAt: asked.now() }
    await store.saveDraft(asked.db, file.id, draft, actorId(asked.actor))
  }
  return done(file)
}

async function blank({ db, actor, now }: Acting, p: Procedure, party: PartyId): Promise<CaseFile> {
  const at = now()
  const [n = 0] = await store.nextNumbers(db, 1)
  const state = firstState(p)
  return {
    ...{ id: store.newCaseId(), number: numbered(p.prefix, at, n), procedure: p.id, party, state },
    ...{ unit: null, copies: [], officer: null, subject: '', answers: {}, steps: {}, asked: null, seq: 0 },
    ...{ holder: holderOf(p, state, null), heldSince: at, openedAt: at, openedBy: actorId(actor), changedAt: at },
    ...{ served: 0, workers: [] },
  }
}

export interface Move extends Sent {
  readonly verb: string
}

/** A file with everything its readers are shown. */
export interface Whole {
  readonly file: CaseFile
  readonly side: Side | 'copy'
  readonly events: readonly CaseEvent[]
  readonly papers: ReadonlyMap<number, Paper>
  readonly clocks: readonly ClockKept[]
  readonly attachments: readonly Attachment[]
  readonly documents: readonly CaseDocument[]
  /** Secrets in their masked form. */
  readonly hints: ReadonlyMap<string, string>
  readonly published: Readonly<Record<string, unknown>> | null | undefined
}

/**
 * A file the reader may see, or nothing at all. An officer's reading is noted, and the party sees the note; what was not
 * served on it is the unit's own paper, of which a note would tell.
 */
export async function getFile(
  asked: Acting,
  { procedure, people }: Office,
  number: string,
): Promise<Outcome<CaseFile>> {
  const file = await store.findFile(asked.db, procedure.id, number)
  if (file === undefined || !sees(file, asked.actor)) return no('case.unknown')
  if (sideOf(file, asked.actor) !== 'party' && file.served !== null)
    await people.noteAccess(asked.db, {
      ...{ by: actorId(asked.actor), unit: seatOf(asked.actor), party: file.party, object: number, at: asked.now() },
    })
  return done(file)
}

export async function getWhole(asked: Acting, office: Office, number: string): Promise<Outcome<Whole>> {
  const found = await getFile(asked, office, number)
  if (!found.ok) return found
  const [{ db }, file] = [asked, found.value]
  const side = sideOf(file, asked.actor) ?? 'copy'
  const [events, papers, clocks, attachments, documents, hints, published] = await Promise.all([
    store.listEvents(db, file.id),
    store.listPapers(db, file.id),
    store.listClocks(db, [file.id]),
    store.listAttachments(db, file.id),
    store.listDocuments(db, file.id),
    store.listHints(db, file.id),
    store.findPublished(db, file.id),
  ])
  const isShown = shownTo(side, office.procedure, file, events)
  return done({
    ...{ file, side, hints, published, clocks: clocks.get(file.id) ?? [] },
    events: events.filter(({ seq }) => isShown(seq)),
    papers: new Map([...papers].filter(([seq]) => isShown(seq))),
    // What a side has chosen and not sent yet is its own paper.
    attachments: attachments.filter((a) => (a.seq === null ? a.side === side : isShown(a.seq))),
    documents: documents.filter(({ seq }) => isShown(seq)),
  })
}

/**
 * Which steps of a file this side sees. How a decision came about is a matter of the unit: what came before the file was
 * served, and what is internal after it.
 */
function shownTo(
  side: Side | 'copy',
  p: Procedure,
  { served }: CaseFile,
  events: readonly CaseEvent[],
): (seq: number) => boolean {
  if (side !== 'party') return () => true
  const internal = new Set(events.filter(({ verb }) => p.verbs[verb]?.internal === true).map(({ seq }) => seq))
  return (seq) => served !== null && seq >= served && !internal.has(seq)
}

// ————— steps —————

/**
 * Takes one step on a file. `seen` is the step the person was looking at; a program that names none means the present
 * one. Answers come from `sent`, or from the draft of this verb where none are sent.
 */
export async function act(
  asked: Acting,
  office: Office,
  number: string,
  verb: string,
  seen: number | undefined,
  sent: Sent = {},
): Promise<Outcome<CaseFile>> {
  const file = await store.findFile(asked.db, office.procedure.id, number)
  if (file === undefined || !sees(file, asked.actor)) return no('case.unknown')
  if (verbOf(office.procedure, verb) === undefined) return no('case.unknown')
  return run(asked, office, file, [{ verb, ...sent }], seen ?? file.seq, false)
}

/**
 * Begins a file and takes its first steps at once: how a program records, confirms and reports in one request. A
 * refusal names the field below its step, `report.place`.
 */
export async function open(asked: Acting, office: Office, moves: readonly Move[]): Promise<Outcome<CaseFile>> {
  if (office.procedure.begunBy === 'unit') return no('case.not-your-part')
  const party = partyOf(asked.actor)
  if (party === undefined) return no('case.no-organisation')
  return run(asked, office, await blank(asked, office.procedure, party), moves, 0, true)
}

/** The same about a party, as it follows from a step on `like`: by the same unit, on the same desk. */
export async function openAbout(
  asked: Acting,
  office: Office,
  like: CaseFile,
  about: Pick<CaseFile, 'party' | 'answers'>,
  moves: readonly Move[],
): Promise<Outcome<CaseFile>> {
  const { unit, officer, workers } = like
  const file = {
    ...(await blank(asked, office.procedure, about.party)),
    ...about,
    unit,
    officer,
    workers,
    served: null,
  }
  return run(asked, office, file, moves, 0, true)
}

interface Done {
  readonly steps: Step[]
  readonly handed: { readonly seq: number; readonly ids: readonly string[] }[]
  readonly secrets: { readonly key: string; readonly sealed: Buffer; readonly hint: string }[]
}

/** Decides step after step in memory, then keeps them all in one go. */
async function run(
  asked: Acting,
  office: Office,
  start: CaseFile,
  moves: readonly Move[],
  seen: number,
  opens: boolean,
): Promise<Outcome<CaseFile>> {
  const { procedure: p } = office
  const all: Done = { steps: [], handed: [], secrets: [] }
  let file = start
  for (const move of moves) {
    const given = await gather(asked, office, file, move, opens, all)
    const history = move.verb === 'ask' ? await store.listEvents(asked.db, file.id) : []
    const step = decide(
      p,
      file,
      move.verb,
      asked.actor,
      all.steps.length === 0 ? seen : file.seq,
      asked.now(),
      given,
      history,
    )
    if (!step.ok) return opens ? within(move.verb, step.refusals) : step
    const effect = await office.effects?.[move.verb]?.(asked, step.value)
    if (effect?.ok === false) return opens ? within(move.verb, effect.refusals) : effect
    if ((given.files ?? []).length > 0)
      all.handed.push({ seq: step.value.event.seq, ids: (given.files ?? []).map(({ id }) => id) })
    all.steps.push(step.value)
    file = step.value.file
  }
  const before = opens ? [] : ((await store.listClocks(asked.db, [file.id])).get(file.id) ?? [])
  const clocks = clocksOf(p, file, before)
  const kept = await store.keep(asked.db, {
    opens,
    steps: await stamped(asked, office, all.steps),
    clocks,
    ended: before.map(({ clock }) => clock).filter((id) => !clocks.some(({ clock }) => clock === id)),
    secrets: all.secrets,
    handed: all.handed,
    published: await publishedBy(asked, p, all.steps),
  })
  // Whoever came first has moved the file: the reader is told where it stands now.
  if (!kept) return changed(asked, p, file.number)
  await tell(asked, office, all.steps)
  return done(file)
}

const within = (verb: string, refusals: readonly Refusal[]): Outcome<never> =>
  refuse(...refusals.map((r) => (r.field === undefined ? r : { ...r, field: `${verb}.${r.field}` })))

async function changed(asked: Acting, p: Procedure, number: string): Promise<Outcome<never>> {
  const now = await store.findFile(asked.db, p.id, number)
  return refuse({
    code: 'case.changed-meanwhile',
    ...(now === undefined ? {} : { facts: { step: String(now.seq), state: now.state } }),
  })
}

/** Everything a verb takes along: the form as begun, sealed secrets, chosen files, who leads from now on. */
async function gather(
  asked: Acting,
  { procedure: p, people }: Office,
  file: CaseFile,
  move: Move,
  opens: boolean,
  all: Done,
): Promise<Given> {
  const verb = verbOf(p, move.verb)
  // Whoever sends the answers along sends them to the newest form, whatever draft lies about.
  const drafted = !opens && verb?.form !== undefined && move.answers === undefined
  const draft = drafted ? await store.findDraft(asked.db, file.id, move.verb) : undefined
  const form = verb && formOf(p, verb, draft?.version)
  const sent = move.answers ?? draft?.answers ?? {}
  // A draft holds the whole form, with all that was known when it was begun.
  const whole = move.whole === true || draft !== undefined
  const answers = whole ? sent : { ...(await knownOf(asked, p, people, file, form)), ...sent }
  const present = { ...(whole && form !== undefined ? besides(form, file.answers) : file.answers), ...answers }
  // A secret nobody asks for, as the answers stand, is not kept.
  const asks = (key: string) =>
    (form === undefined ? [] : questionsOf(form)).some((q) => q.key === key && isSecret(q) && isAsked(q, present))
  const clear = Object.entries(move.secrets ?? {}).filter(([key, words]) => words !== '' && asks(key))
  const sealedBefore = Object.entries(draft?.sealed ?? {}).filter(([key]) => asks(key))
  for (const [key, words] of clear) all.secrets.push(secretOf(asked, file, key, words))
  for (const [key, sealed] of sealedBefore.filter(([key]) => !clear.some(([k]) => k === key))) {
    const words = unseal(asked.site.secret, purposeOf(file, key), Buffer.from(sealed, 'base64url'))
    if (words !== undefined) all.secrets.push(secretOf(asked, file, key, words))
  }
  const side = sideOf(file, asked.actor)
  const files = verb?.files === true && !opens ? await chosen(asked, file, side) : []
  const routed = verb?.handsOver === true ? await lead(asked, p, people, present) : {}
  const desk =
    move.desk !== undefined && p.desks.includes(move.desk) ? await people.deskUnit(asked.db, move.desk) : undefined
  return {
    answers,
    whole,
    sealed: all.secrets.map(({ key }) => key),
    ...(move.exact === true ? { said: Object.keys({ ...move.answers, ...move.secrets }) } : {}),
    slips: form === undefined ? [] : secretSlips(form, present, Object.fromEntries(clear)),
    ...(move.follows === undefined ? {} : { follows: move.follows }),
    ...(move.text === undefined ? {} : { text: move.text }),
    ...(move.items === undefined ? {} : { items: move.items }),
    ...(move.replies === undefined ? {} : { replies: move.replies }),
    ...(move.verb === 'answer' && file.asked !== null
      ? { wanted: (await store.listPapers(asked.db, file.id)).get(file.asked)?.items?.length ?? 1 }
      : {}),
    files,
    ...routed,
    ...(desk === undefined ? {} : { lead: desk }),
    ...(form === undefined ? {} : { form }),
  }
}

async function lead(
  { db }: Acting,
  p: Procedure,
  people: People,
  answers: Answers,
): Promise<Pick<Given, 'lead' | 'copies'>> {
  const route = p.route(answers)
  const unit = await people.deskUnit(db, route.lead)
  const copies = await Promise.all(route.copies.map((desk) => people.deskUnit(db, desk)))
  return unit === undefined ? {} : { lead: unit, copies: copies.filter((c): c is UnitId => c !== undefined) }
}

/** What a program is shown of a file besides the file itself. */
export async function getSaid({ db }: Pick<Acting, 'db'>, { procedure }: Office, file: CaseFile) {
  const [events, clocks, documents, attachments, papers] = await Promise.all([
    store.listEvents(db, file.id),
    store.listClocks(db, [file.id]),
    store.listDocuments(db, file.id),
    store.listAttachments(db, file.id),
    file.asked === null ? undefined : store.listPapers(db, file.id),
  ])
  const items = file.asked === null ? null : (papers?.get(file.asked)?.items ?? [])
  const isShown = shownTo('party', procedure, file, events)
  return {
    events: events.filter(({ seq }) => isShown(seq)),
    documents: documents.filter(({ seq }) => isShown(seq)),
    files: attachments.filter(({ seq, side }) => (seq === null ? side === 'party' : isShown(seq))),
    ...{ clocks: clocks.get(file.id) ?? [], items },
  }
}

async function chosen(asked: Acting, file: CaseFile, side: Side | 'copy' | undefined): Promise<AttachmentView[]> {
  const waiting = (await store.listAttachments(asked.db, file.id)).filter((a) => a.seq === null && a.side === side)
  return waiting.map(({ id, name, type, size, sha256 }) => ({ id, name, type, size, sha256 }))
}

/** What the portal knows of the party and this form asks: whoever leaves it out is not asked again. */
async function knownOf(
  asked: Acting,
  p: Procedure,
  people: People,
  file: CaseFile,
  form: ReturnType<typeof formOf>,
): Promise<Answers> {
  const keys = form === undefined ? [] : questionsOf(form).flatMap((q) => (q.known === true ? [q.key] : []))
  const open = keys.filter((key) => file.answers[key] === undefined)
  if (open.length === 0 || p.known === undefined || sideOf(file, asked.actor) !== 'party') return {}
  const facts = await people.about(asked.db, file.party)
  return facts === undefined ? {} : pick(p.known(facts, file.answers), open)
}

async function publishedBy(
  asked: Acting,
  p: Procedure,
  steps: readonly Step[],
): Promise<Readonly<Record<string, unknown>> | null | undefined> {
  const publishing = steps.filter(({ event }) => p.verbs[event.verb]?.publish !== undefined)
  const [first] = publishing
  if (first === undefined) return undefined
  let content = (await store.findPublished(asked.db, first.file.id)) ?? {}
  for (const { file, event, paper } of publishing) {
    const more = p.verbs[event.verb]?.publish?.(file, paper.answers ?? {}) ?? null
    if (more === null) return null
    content = { ...content, ...more }
  }
  return content
}

/** Writes to the other side, in each reader's language; one mail for each step and reader. */
async function tell(asked: Acting, { procedure, people }: Office, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const { event, file } = step
    const sides =
      verbOf(procedure, event.verb)?.tells ?? (event.side === 'party' ? (['unit'] as const) : (['party'] as const))
    for (const side of sides) {
      // Nobody is told what he did himself: what an officer proposes reaches those who may decide.
      const readers = await readersOf(asked, people, file, side, event.side === side ? event.by : undefined)
      await postAll(asked.db, mailsOf(procedure, step, side, readers, asked.site.url), event.at)
    }
  }
}

/** Those who act for the party, once it may know of the file, or the officers of the unit in charge: the one who took the file, if anybody did. */
export async function readersOf(
  { db }: Pick<Kit, 'db'>,
  people: People,
  file: Pick<CaseFile, 'party' | 'unit' | 'officer' | 'served'>,
  side: Side,
  except?: string,
): Promise<readonly Correspondent[]> {
  if (side === 'party') return file.served === null ? [] : people.toParty(db, file.party)
  const unit = file.unit === null ? [] : await people.toUnit(db, file.unit)
  const all = unit.filter(({ account }) => `account:${account}` !== except)
  const own = all.filter((reader) => reader.account === file.officer)
  return own.length > 0 ? own : all
}
