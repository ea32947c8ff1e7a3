import { randomUUID } from 'node:crypto'
import type { UnitId } from '../../base/actor.ts'
import type { Json } from '../../base/canonical.ts'
import { dayOf } from '../../base/day.ts'
import { sha256 } from '../../base/hash.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Kit } from '../../db/kit.ts'
import { people } from '../parties/actions.ts'
import { aiIds, findByAiId } from '../systems/actions.ts'
import { type Brought, broughtBy, keepClean, paperOf, sealParts } from './brought.ts'
import { codeHash, newCode, readCode, saltOf } from './code.ts'
import { moved } from './moves.ts'
import { contentHash, deskOf, hourOf, type Message, readMessage, textSlips, type Written } from './rules.ts'
import {
  AIMS,
  type Aims,
  FEWEST_RECIPIENTS,
  type Kind,
  MOST_STEPS,
  type Petition,
  type PetitionId,
  type Receipt,
  type Step,
} from './schema.ts'
import * as store from './store.ts'

const no = (code: `petition.${string}`, field?: string) => refuse(field === undefined ? { code } : { code, field })

// ————— before somebody writes —————

/** What a form needs to be honest: whether names and files can be sealed just now, and eight words to come back with. */
export interface Readiness {
  readonly sealable: boolean
  readonly aims: Aims
  readonly code: string
}

/** The unit such messages go to, and for whom it has them sealed; nobody while no unit is there. */
async function receiving({ db }: Pick<Kit, 'db'>, kind: Kind) {
  const unit = await people.deskUnit(db, deskOf(kind))
  if (unit === undefined) return undefined
  const recipients = (await store.listRecipients(db, unit)).map(({ recipient }) => recipient)
  const aims = (await store.findAims(db, unit)) ?? AIMS
  return { unit, recipients, aims, sealable: recipients.length >= FEWEST_RECIPIENTS }
}

export async function readiness(kit: Pick<Kit, 'db'>, kind: Kind): Promise<Readiness> {
  const desk = await receiving(kit, kind)
  return { sealable: desk?.sealable === true, aims: desk?.aims ?? AIMS, code: newCode() }
}

// ————— sending —————

export interface Sent extends Written {
  /** The eight words the form was drawn with. */
  readonly code: string
  readonly files: readonly File[]
  /** Asked only when the message would be kept: is it one too many? */
  readonly crowded: () => boolean
}

/** What the sender sees after sending, and nobody else can ever see again: the code beside its message. */
export interface Kept {
  readonly petition: Petition
  readonly words: string
}

/** Whoever asks is nobody: there is no actor here. */
type Anyone = Pick<Kit, 'db' | 'now' | 'keys' | 'site'>

/**
 * Takes a message in. Name and original files are sealed in memory before anything is written. The same form sent twice
 * is one message; sent again with other words it adds to the first. Refused with everything that lacks at once.
 */
export async function send(asked: Anyone, sent: Sent): Promise<Outcome<Kept>> {
  const words = wordsOf(sent.code)
  if (!words.ok) return words
  const desk = await receiving(asked, sent.kind as Kind)
  if (desk === undefined) return no('petition.nobody')
  const [read, files] = [readMessage(sent, desk.sealable), await broughtBy(sent.files)]
  const about = await knownSystem(asked, sent.about)
  const wrong = [read, files, about].flatMap((outcome) => (outcome.ok ? [] : outcome.refusals))
  const unsealable =
    sent.files.length > 0 && !desk.sealable ? [{ code: 'petition.no-seal', field: 'file' } as const] : []
  if (!read.ok || !files.ok || !about.ok || unsealable.length > 0) return refuse(...wrong, ...unsealable)
  const code = codeHash(asked.site.secret, words.value)
  await store.lockCode(asked.db, code)
  const message: Message = { ...read.value, about: about.value }
  const before = await store.findByCode(asked.db, code)
  if (before !== undefined) {
    const more = await addTo(asked, before, words.value, message.text, files.value)
    return more.ok ? done({ petition: more.value, words: words.value }) : more
  }
  if (sent.crowded()) return no('petition.crowded')
  return done({
    petition: await keepNew(asked, { ...desk, code, words: words.value }, message, files.value),
    words: words.value,
  })
}

/** Eight words of ours, or which of them is none. */
function wordsOf(typed: string): Outcome<string> {
  const read = readCode(typed)
  if (read.is === 'code') return done(read.words)
  if (typed.trim() === '') return no('petition.code-missing', 'code')
  return read.is === 'slip'
    ? refuse({ code: 'petition.code-word', field: 'code', facts: { word: read.word } })
    : no('petition.code-unknown', 'code')
}

/** The system of that AI-ID, spelled as it should be; nothing was typed: nothing. Refused when there is no such record. */
async function knownSystem({ db }: Pick<Kit, 'db'>, typed: string): Promise<Outcome<string | null>> {
  if (typed.trim() === '') return done(null)
  const aiId = aiIds.parse(typed)
  const system = aiId === undefined ? undefined : await findByAiId(db, aiId)
  return system?.aiId == null ? no('petition.about-unknown', 'about') : done(system.aiId)
}

interface Desk {
  readonly unit: UnitId
  readonly aims: Aims
  readonly recipients: readonly string[]
  readonly code: string
  readonly words: string
}

async function keepNew(asked: Anyone, desk: Desk, message: Message, files: readonly Brought[]): Promise<Petition> {
  const at = hourOf(asked.now())
  const number = await store.nextNumber(asked.db, dayOf(at))
  const content = contentHash(
    saltOf(desk.words),
    message.text,
    files.map(({ bytes }) => sha256(bytes)),
  )
  const receipt: Receipt = {
    ...{ type: 'saola.petition-receipt.v1', number, kind: message.kind, receivedAt: at, content },
    ...{ site: asked.site.url, legalValue: asked.site.mode === 'production' },
  }
  const petition: Petition = {
    ...{ id: randomUUID() as PetitionId, number, kind: message.kind, named: message.identity !== null },
    ...{ about: message.about, act: message.act, unit: desk.unit, officer: null, state: 'received' },
    ...{ outcome: null, summary: null, steps: { waiting: at }, aims: desk.aims, receivedAt: at, changedAt: at, seq: 1 },
    ...{ receipt, jws: await asked.keys.sign({ ...receipt }) },
  }
  const parts = await sealParts(undefined, desk.recipients, message.identity, files)
  const step: Step = {
    ...{ seq: 1, verb: 'send', side: 'sender', by: 'sender', at, state: 'received' },
    paper: paperOf(message.text, files, content),
  }
  const clean = await keepClean(asked, 1, files)
  await store.insertPetition(asked.db, desk.code, { petition, step, clean, ...parts })
  return petition
}

// ————— coming back —————

/** A message as its sender sees it. */
export interface Thread extends Kept {
  readonly steps: readonly Step[]
  readonly sealable: boolean
  /** Something lies sealed that its sender may take back. */
  readonly sealed: boolean
}

async function byCode(asked: Anyone, typed: string): Promise<Outcome<Kept>> {
  const words = wordsOf(typed)
  if (!words.ok) return words
  const petition = await store.findByCode(asked.db, codeHash(asked.site.secret, words.value))
  return petition === undefined ? no('petition.code-unknown', 'code') : done({ petition, words: words.value })
}

async function threadOf(asked: Anyone, kept: Kept): Promise<Thread> {
  const desk = await receiving(asked, kept.petition.kind)
  return {
    ...kept,
    steps: await store.listSteps(asked.db, kept.petition.id),
    sealed: (await store.listSealed(asked.db, kept.petition.id)).length > 0,
    sealable: desk?.sealable === true,
  }
}

/** Whoever has the eight words is the sender: there is no other way to know. */
export async function comeBack(asked: Anyone, typed: string): Promise<Outcome<Thread>> {
  const kept = await byCode(asked, typed)
  return kept.ok ? done(await threadOf(asked, kept.value)) : kept
}

/** Adds words and files to one's own message. What was said last already is not said twice. */
export async function add(
  asked: Anyone,
  typed: string,
  text: string,
  files: readonly File[],
): Promise<Outcome<Thread>> {
  const kept = await byCode(asked, typed)
  if (!kept.ok) return kept
  const { petition, words } = kept.value
  await store.lockCode(asked.db, codeHash(asked.site.secret, words))
  const [slips, brought] = [textSlips(text), await broughtBy(files)]
  if (!brought.ok || slips.length > 0) return refuse(...slips, ...(brought.ok ? [] : brought.refusals))
  const now = (await store.findByNumber(asked.db, petition.number)) ?? petition
  const more = await addTo(asked, now, words, text.trim(), brought.value)
  return more.ok ? done(await threadOf(asked, { petition: more.value, words })) : more
}

/** Deletes one's own name and files for good; the words stay. Nothing to take back is as good as done. */
export async function takeBack(asked: Anyone, typed: string): Promise<Outcome<Thread>> {
  const kept = await byCode(asked, typed)
  if (!kept.ok) return kept
  const { petition, words } = kept.value
  await store.lockCode(asked.db, codeHash(asked.site.secret, words))
  if ((await store.listSealed(asked.db, petition.id)).length === 0) return done(await threadOf(asked, kept.value))
  await store.deleteSealed(asked.db, petition.id, hourOf(asked.now()))
  const less = await moved(asked, petition, 'take-back', 'sender', {
    ...{ paper: {}, clean: [], sealed: [], change: { named: false } },
  })
  return less.ok ? done(await threadOf(asked, { petition: less.value, words })) : less
}

async function addTo(
  asked: Anyone,
  petition: Petition,
  words: string,
  text: string,
  files: readonly Brought[],
): Promise<Outcome<Petition>> {
  const content = contentHash(
    saltOf(words),
    text,
    files.map(({ bytes }) => sha256(bytes)),
  )
  const said = (await store.listSteps(asked.db, petition.id)).filter(({ side }) => side === 'sender').at(-1)
  if (said?.paper.content === content) return done(petition)
  if (petition.seq >= MOST_STEPS) return no('petition.additions-many')
  const key = await store.findKey(asked.db, petition.id)
  const recipients = (await store.listRecipients(asked.db, petition.unit)).map(({ recipient }) => recipient)
  if (files.length > 0 && key === undefined && recipients.length < FEWEST_RECIPIENTS)
    return no('petition.no-seal', 'file')
  const parts = await sealParts(key?.own, recipients, null, files)
  const clean = await keepClean(asked, petition.seq + 1, files)
  return moved(asked, petition, 'add', 'sender', { paper: paperOf(text, files, content), clean, ...parts })
}

/** The receipt as a file: what was signed, the signature, and the salt that opens the hash of what was said. */
export function receiptFile({ petition, words }: Kept, text: string): Json {
  return { receipt: { ...petition.receipt }, jws: petition.jws, salt: saltOf(words), text }
}
