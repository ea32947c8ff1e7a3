import { actingFor, actorId, files, type PartyId } from '../../base/actor.ts'
import type { Json } from '../../base/canonical.ts'
import { dayOf } from '../../base/day.ts'
import { hashOf } from '../../base/hash.ts'
import { uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, type Refusal, refuse } from '../../base/outcome.ts'
import type { Database } from '../../db/kit.ts'
import { DOSSIER, type DossierKey, type DossierPart } from '../../law/dossier.ts'
import { findParty, noteAccess } from '../parties/actions.ts'
import { portalScheme } from './ai-id.ts'
import {
  changes,
  decide,
  eventOf,
  held,
  mayWrite,
  mergePart,
  missing,
  next,
  owed,
  ownState,
  publicChanges,
  publicState,
  sees,
  stateUnder,
} from './rules.ts'
import {
  type Answers,
  type Attachment,
  type DossierVersion,
  type Draft,
  type Held,
  isRecorded,
  type Recorded,
  type System,
  type SystemId,
  type TypedPart,
  type Verb,
} from './schema.ts'
import { type Acting, dossierOf, no, step } from './acting.ts'
import { listAttachments } from './attachment-store.ts'
import * as store from './store.ts'

export { keepBytes, keepStream, pathOf, readBytes } from '../../db/files.ts'
export { type Acting, dossierOf } from './acting.ts'
export { attach, detach, dropErasedFiles, eraseDraft } from './attachment-actions.ts'
export { listAttachments } from './attachment-store.ts'
export { candidates } from './candidates.ts'
export { deployMyself, endDeployment, linkDeployer } from './deployer-actions.ts'
export { listDeployedBy, listDeployments, listPresentDeployers } from './deployer-store.ts'
export { aiIdOf, systemOf } from './named.ts'
export { asAnswers, changes, lacking, missing, offers, ownState, publish, sees } from './rules.ts'
export {
  findByAiId,
  findByCode,
  findDraft,
  findShown,
  findSystem,
  listEvents,
  listOf,
  listPapers,
  listSameName,
  listVersions,
} from './store.ts'

/** The scheme of AI-IDs in use; a ministry with a format of its own puts it here. */
export const aiIds = portalScheme

/** A file the reader may see, or nothing at all. */
export async function getSystem(asked: Acting, id: string): Promise<Outcome<System>> {
  const system = await store.findSystem(asked.db, id)
  if (system === undefined || !sees(system, asked.actor)) return no('system.unknown')
  await noteOfficer(asked, system)
  return done(system)
}

/** An officer who reads a restricted file leaves a note before the answer, and the organisation sees it (house rule, TRUST.md). */
async function noteOfficer({ db, actor, now }: Acting, system: System): Promise<void> {
  if (actor.kind !== 'person' || actor.seat === null || actor.acting?.party === system.provider) return
  const object = system.aiId ?? system.name
  await noteAccess(db, { by: actorId(actor), unit: actor.seat.unit, party: system.provider, object, at: now() })
}

/** A file of the organisation the reader acts for: its papers are for nobody else, officers included. */
export async function getOwn(asked: Acting, id: string): Promise<Outcome<System>> {
  const system = await store.findSystem(asked.db, id)
  return system !== undefined && system.provider === actingFor(asked.actor)?.party ? done(system) : no('system.unknown')
}

/** Begins a system: private paper of the organisation, with what the portal already knows filled in. */
export async function startDraft(asked: Acting, party: PartyId, name: string): Promise<Outcome<System>> {
  if (!files(asked.actor, party)) return no('system.not-yours')
  const system = blank(party, name, asked.now())
  await store.insertDraft(asked.db, system, actorId(asked.actor))
  const provider = await findParty(asked.db, party)
  const known: Answers =
    provider === undefined
      ? {}
      : { providerName: provider.name, providerAddress: provider.address, providerContact: provider.contact }
  await store.saveDraft(
    asked.db,
    system,
    { answers: { name, ...known }, result: {}, rev: 1 },
    actorId(asked.actor),
    asked.now(),
  )
  return done(system)
}

/** What an inventory says of a system: as much of a dossier as there is. */
export interface Entered {
  readonly id: SystemId
  readonly answers: Answers
  readonly result: Draft['result']
}

/** Begins many systems of one organisation at once, each with what is known of it so far. */
export async function enterDrafts(asked: Acting, party: PartyId, all: readonly Entered[]): Promise<Outcome<null>> {
  if (!files(asked.actor, party)) return no('system.not-yours')
  const drafts = all.map((e) => ({ ...e, system: { ...blank(party, e.answers.name ?? '', asked.now()), id: e.id } }))
  if (drafts.length > 0) await store.insertDrafts(asked.db, drafts, actorId(asked.actor))
  return done(null)
}

const blank = (provider: PartyId, name: string, at: string): System => ({
  id: uuidv7() as SystemId,
  aiId: null,
  provider,
  internalCode: '',
  name,
  state: 'draft',
  level: null,
  sectors: [],
  entries: [],
  firstUse: null,
  dossierVersion: 0,
  recordedAt: null,
  changedAt: at,
  seq: 0,
  holds: [],
  own: null,
})

/** Saves part of what is being written. `rev` is the revision the person had before them. */
export async function saveDraft(
  asked: Acting,
  id: string,
  rev: number,
  change: (draft: Draft) => Pick<Draft, 'answers' | 'result'>,
): Promise<Outcome<Draft>> {
  const writable = mayWrite(await store.findSystem(asked.db, id), asked.actor)
  if (!writable.ok) return writable
  const draft = await store.findDraft(asked.db, writable.value.id)
  if (draft === undefined) return no('system.not-now')
  const after = { ...draft, ...change(draft) }
  const saved =
    draft.rev === rev && (await store.saveDraft(asked.db, writable.value, after, actorId(asked.actor), asked.now()))
  return saved ? done({ ...after, rev: rev + 1 }) : no('system.draft-changed-meanwhile')
}

export interface SavedPart {
  readonly draft: Draft
  /** Fields somebody else wrote meanwhile and this page too: when there are any, nothing was saved. */
  readonly clashes: readonly DossierKey[]
}

/** Saves one part of the dossier. Two people may write at the same time: what only one of them touched is taken from that one. */
export async function savePart(
  asked: Acting,
  id: string,
  part: DossierPart,
  sent: TypedPart,
): Promise<Outcome<SavedPart>> {
  const writable = mayWrite(await store.findSystem(asked.db, id), asked.actor)
  if (!writable.ok) return writable
  const draft = await store.lockDraft(asked.db, writable.value.id)
  if (draft === undefined) return no('system.not-now')
  const { answers, marks, clashes } = mergePart(draft, part, sent)
  if (clashes.length > 0 || changes(draft.answers, answers).length === 0) return done({ draft, clashes })
  const after: Draft = { ...draft, answers, marks }
  if (!(await store.saveDraft(asked.db, writable.value, after, actorId(asked.actor), asked.now())))
    return no('system.draft-changed-meanwhile')
  return done({ draft: { ...after, rev: draft.rev + 1, savedAt: asked.now() }, clashes })
}

/** Begins an update or correction of a recorded dossier: its present text becomes paper again. Harmless when begun already. */
export async function startUpdate(asked: Acting, id: string): Promise<Outcome<System>> {
  const writable = mayWrite(await store.findSystem(asked.db, id), asked.actor)
  if (!writable.ok) return writable
  const system = writable.value
  if (!isRecorded(system) || system.state === 'withdrawn') return no('system.not-now')
  if ((await store.findDraft(asked.db, system.id)) === undefined)
    await store.insertPaper(
      asked.db,
      system.id,
      await dossierOf(asked.db, system),
      {},
      actorId(asked.actor),
      asked.now(),
    )
  return done(system)
}

/** Throws the paper of an update away; what is recorded stands. A draft system is erased instead. */
export async function discardUpdate(asked: Acting, id: string): Promise<Outcome<System>> {
  const writable = mayWrite(await store.findSystem(asked.db, id), asked.actor)
  if (!writable.ok) return writable
  if (!isRecorded(writable.value)) return no('system.not-now')
  await store.dropDraft(asked.db, writable.value.id)
  return writable
}

/** The dossier as the person saw it: the questions of the decree in both languages with the answers, frozen with the version. */
export const asShown = (answers: Answers): Json =>
  DOSSIER.fields.map((f) => ({
    key: f.key,
    cite: f.cite,
    label: { ...f.label },
    answer: (answers[f.key] ?? null) as Json,
  }))

/** The hash a receipt names: over the answers and the hashes of the documents that stand beside them. */
export const dossierHash = (answers: Answers, attachments: readonly Pick<Attachment, 'kind' | 'sha256'>[]): string =>
  hashOf({ answers: answers as Json, attachments: attachments.map(({ kind, sha256 }) => ({ kind, sha256 })) })

export interface Recording {
  /** Absent for a notice by API that begins a system. */
  readonly system?: System
  readonly provider: PartyId
  readonly answers: Answers
  /** Everything the declaration sets besides the dossier. */
  readonly becomes: Pick<Recorded, 'level' | 'state' | 'sectors' | 'entries' | 'firstUse'>
  readonly verb: 'notified' | 'published' | 'reclassified'
  readonly data: Readonly<Record<string, unknown>>
  readonly reason: string | null
  readonly at: string
  /** Makes the receipt of the act before it is kept, so that the leaf of the act commits to it. */
  readonly issue?: (now: RecordedNow) => Promise<Json>
}

export interface RecordedNow {
  readonly system: Recorded
  readonly version: DossierVersion
  /** What `issue` made, if something was issued. */
  readonly issued?: Json
}

/**
 * Puts a declaration on the record: AI-ID, dossier version, row, event and leaf, in the transaction of the request.
 * The rooms that call it have asked their own questions first; here only what holds for every record is judged:
 * one AI-ID per provider and internal code (Decree art. 11.4), and nobody acted meanwhile.
 */
export async function putOnRecord(asked: Acting, r: Recording): Promise<Outcome<RecordedNow>> {
  const { db, actor } = asked
  const code = r.answers.internalCode ?? ''
  const before = r.system ?? blank(r.provider, r.answers.name ?? '', r.at)
  const taken = await codeTaken(db, before, code)
  if (taken !== undefined) return refuse(taken)
  if (r.system === undefined) await store.insertSystem(db, before)
  const attachments = r.system === undefined ? [] : await listAttachments(db, before.id)
  const version: DossierVersion = {
    version: before.dossierVersion + 1,
    answers: r.answers,
    hash: dossierHash(r.answers, attachments),
    reason: r.reason,
    at: r.at,
  }
  const after: Recorded = {
    ...before,
    ...r.becomes,
    aiId: before.aiId ?? (await freshAiId(db)),
    internalCode: code,
    name: r.answers.name ?? before.name,
    dossierVersion: version.version,
    recordedAt: before.recordedAt ?? r.at,
    changedAt: r.at,
    seq: before.seq + 1,
  }
  await store.insertVersion(db, before.id, version, asShown(r.answers), actorId(actor))
  const event = eventOf(
    before,
    r.verb,
    actor,
    r.at,
    { ...r.data, ...r.becomes, version: version.version, dossierHash: version.hash },
    {
      level: after.level,
      state: publicState(after.state),
      version: version.version,
      ...(r.reason === null ? {} : { reason: r.reason }),
    },
  )
  const issued = await r.issue?.({ system: after, version })
  if (!(await store.keepEvent(db, before, after, event, r.answers, issued))) return no('system.changed-meanwhile')
  if (r.system !== undefined) await store.dropDraft(db, before.id)
  return done({ system: after, version, ...(issued === undefined ? {} : { issued }) })
}

/** One system, one AI-ID through all its versions (Decree art. 11.4): the same code again leads to the AI-ID there is. */
async function codeTaken(db: Database, system: System, code: string): Promise<Refusal | undefined> {
  await store.claimCode(db, system.provider, code)
  const same = await store.findByCode(db, system.provider, code)
  return same === undefined || same.id === system.id
    ? undefined
    : { code: 'dossier.code-taken', field: 'dossier.internalCode', cite: 'N11.4', facts: { aiId: same.aiId ?? '' } }
}

/** Free in all likelihood at the first try: a trillion possibilities. The unique constraint is the judge. */
async function freshAiId(db: Database): Promise<string> {
  const aiId = aiIds.make()
  return (await store.findByAiId(db, aiId)) === undefined ? aiId : freshAiId(db)
}

/** How answers differ from the dossier in force, what they lack, and whether the documents beside them changed. */
export async function difference(db: Database, system: Recorded, answers: Answers) {
  const was = await store.findVersion(db, system.id, system.dossierVersion)
  const attachments = await listAttachments(db, system.id)
  return {
    all: changes(was?.answers ?? {}, answers),
    hash: dossierHash(answers, attachments),
    lack: owed(system.level, answers, attachments),
    documents: was === undefined || dossierHash(was.answers, attachments) !== was.hash,
  }
}

/** Whoever mends what was declared wrongly says what was wrong. */
const NO_REASON: Refusal = { code: 'dossier.reason-missing', field: 'reason' }

/** A new version of a recorded dossier. `kind`: an update follows the system, a correction mends what was declared wrongly. */
export async function updateDossier(
  asked: Acting,
  id: string,
  answers: Answers,
  kind: 'updated' | 'corrected',
  reason: string | null,
): Promise<Outcome<RecordedNow>> {
  const writable = mayWrite(await store.findSystem(asked.db, id), asked.actor)
  if (!writable.ok) return writable
  const before = writable.value
  if (!isRecorded(before) || before.state === 'withdrawn') return no('system.not-now')
  const { all, hash, lack, documents } = await difference(asked.db, before, answers)
  const against = [...missing(lack), ...(kind === 'corrected' && reason === null ? [NO_REASON] : [])]
  if (against.length > 0) return refuse(...against)
  if (all.length === 0 && !documents) return no('system.nothing-changed')
  const code = answers.internalCode ?? ''
  const taken = await codeTaken(asked.db, before, code)
  if (taken !== undefined) return refuse(taken)
  const at = asked.now()
  const version: DossierVersion = { version: before.dossierVersion + 1, answers, hash, reason, at }
  const after: Recorded = {
    ...before,
    internalCode: code,
    name: answers.name ?? before.name,
    dossierVersion: version.version,
    changedAt: at,
    seq: before.seq + 1,
  }
  const shown = publicChanges(all, before.level)
  const event = eventOf(
    before,
    `dossier-${kind}`,
    asked.actor,
    at,
    {
      version: version.version,
      dossierHash: hash,
      fields: all.map((c) => c.field),
      ...(reason === null ? {} : { reason }),
    },
    { version: version.version, changes: shown.map((c) => ({ ...c })), ...(reason === null ? {} : { reason }) },
  )
  await store.insertVersion(asked.db, before.id, version, asShown(answers), actorId(asked.actor))
  if (!(await store.keepEvent(asked.db, before, after, event, answers))) return no('system.changed-meanwhile')
  await store.dropDraft(asked.db, before.id)
  return done({ system: after, version })
}

/** A step in the use of a system: put into use, suspend, recall, resume, retire, withdraw. */
export async function act(
  asked: Acting,
  id: string,
  verb: Verb,
  seen: number,
  reason: string | null,
): Promise<Outcome<System>> {
  const before = await store.findSystem(asked.db, id)
  const decision = decide(before, verb, asked.actor, seen, asked.now(), reason)
  if (!decision.ok) return decision
  if (before === undefined || !isRecorded(before)) return no('system.not-now')
  const firstUse = verb === 'put-into-use' ? (before.firstUse ?? dayOf(asked.now())) : before.firstUse
  const own = next(ownState(before), verb) ?? ownState(before)
  const { holds } = before
  const becomes = { ...before, state: stateUnder(own, holds), own: holds.length === 0 ? null : own, firstUse }
  return step(asked, becomes, before, decision.value)
}

/** The State acts, by an officer's hand: the only steps in the use of a system that are not its provider's. */
const byState = ({ actor }: Acting): boolean => actor.kind === 'person' && actor.seat !== null

/**
 * An order takes a system out of use (Law art. 10.6, 12.3, 35.2). Page, register, API and feed show it with the commit.
 * Who may order what is the business of the room that issues it.
 */
export const ordered = (
  asked: Acting,
  id: SystemId,
  state: Held,
  order: string,
  reason: string | null,
): Promise<Outcome<System>> => hold(asked, id, order, state, reason)

/** The order stands no longer: the system is what its provider's own steps and the other orders make it. */
export const released = (asked: Acting, id: SystemId, order: string, reason: string | null): Promise<Outcome<System>> =>
  hold(asked, id, order, null, reason)

async function hold(
  asked: Acting,
  id: SystemId,
  order: string,
  state: Held | null,
  reason: string | null,
): Promise<Outcome<System>> {
  if (!byState(asked)) return no('system.not-yours')
  const before = await store.lockSystem(asked.db, id)
  if (before === undefined || !isRecorded(before)) return no('system.unknown')
  const becomes = held(before, order, state)
  const event = eventOf(
    before,
    state === null ? 'order-ended' : `ordered-${state}`,
    asked.actor,
    asked.now(),
    { order, ...(reason === null ? {} : { reason }) },
    { state: publicState(becomes.state), order, ...(reason === null ? {} : { reason }) },
  )
  return step(asked, becomes, before, event)
}

/**
 * What the register shows after personal data was erased from the dossier: a step of its own, which names the tombstone,
 * so that whoever follows the changes takes it over. The room that erases has judged whether it may be.
 */
export async function showErased(asked: Acting, id: SystemId, tombstone: string, by: string): Promise<Outcome<System>> {
  const before = await store.lockSystem(asked.db, id)
  if (before === undefined || !isRecorded(before)) return no('system.unknown')
  const event = eventOf(before, 'data-erased', asked.actor, asked.now(), { tombstone }, { tombstone })
  return step(asked, before, before, { ...event, by })
}
