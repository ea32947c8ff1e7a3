import { type AccountId, actorId, type PartyId } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, type Refusal, refuse } from '../../base/outcome.ts'
import type { Text } from '../../base/text.ts'
import { bondsOf, endMemberships, findParty, forget, people } from '../parties/actions.ts'
import { isId } from '../parties/schema.ts'
import { type Acting, aiIds, dossierHash, findByAiId, showErased } from '../systems/actions.ts'
import type { System } from '../systems/schema.ts'
import * as fileStore from './file-store.ts'
import * as partyStore from './party-store.ts'
import {
  againstSystem,
  backupsUntil,
  eraseStep,
  judgeWish,
  leftDocument,
  leftOfParty,
  leftPaper,
  mayCarryOut,
  mayErase,
  searchable,
} from './rules.ts'
import { type Burial, type Code, type Field, type Kind, OF_PERSON, type Proposal, type Wish } from './schema.ts'
import * as store from './store.ts'
import * as systemStore from './system-store.ts'

export type { Bonds } from '../parties/actions.ts'
export { finishErasures, startFinisher } from './finish.ts'
export { listTombstones } from './store.ts'
export { sweepTables } from './sweep-store.ts'

const no = (code: Code, more: Partial<Refusal> = {}) => refuse({ code, ...more })

// ————— an account, by its holder —————

/** What keeps an account from being erased just now; nothing in it when it may go. */
export const bonds = (asked: Acting, account: AccountId) => bondsOf(asked, account)

/**
 * Forgets the account of who asks. Its id stays in the acts it took; name, address, password, second factor, sessions and
 * mails go. Gives the number of the tombstone.
 */
export async function eraseAccount(asked: Acting, password: string): Promise<Outcome<string>> {
  const { actor } = asked
  if (actor.kind !== 'person') return no('erasure.unknown')
  return forgetAs(asked, actor.account, password)
}

/** `password` undefined: it was given when the account was erased the first time. */
async function forgetAs(asked: Acting, account: AccountId, password: string | undefined): Promise<Outcome<string>> {
  const number = await entomb(asked, {
    ...{ kind: 'account', subject: account, fields: [], burials: [], order: null },
    number: await newNumber(asked),
  })
  const forgotten = await forget(asked, account, password)
  if (!forgotten.ok) return forgotten
  const { name, email } = forgotten.value
  const words = searchable([name, email])
  await store.eraseMails(asked.db, words, [email.trim().toLowerCase()])
  await store.eraseAnswers(asked.db, words)
  return done(number)
}

interface Entombing {
  readonly number: string
  readonly kind: Kind
  readonly subject: string
  readonly fields: readonly Field[]
  readonly burials: readonly Burial[]
  readonly order: Pick<Order, 'id' | 'versions'> | null
}

const SELF: Text = { vi: 'Chủ tài khoản', en: 'The holder of the account' }
const OPERATOR: Text = { vi: 'Đơn vị vận hành Cổng', en: 'The operator of the portal' }

const newNumber = async (asked: Acting): Promise<string> =>
  `T-${dayOf(asked.now()).slice(0, 4)}-${String(await store.nextNumber(asked.db)).padStart(6, '0')}`

/** Who erases, in events: an officer, the holder of an account, or the operator at the command line. */
const by = ({ actor }: Acting): string => (actor.kind === 'visitor' ? 'saola' : actorId(actor))

async function entomb(asked: Acting, { order, ...named }: Entombing): Promise<string> {
  const { db, site } = asked
  const at = asked.now()
  const until = backupsUntil(at, site.erasing.backupDays)
  const { number, kind, subject, fields, burials } = named
  await store.keepTombstone(db, {
    ...{ number, kind, subject, fields, burials },
    content: {
      ...{
        number,
        ground: site.erasing.ground,
        office: { ...(await officeOf(asked, order)) },
        at,
        backupsUntil: until,
      },
      ...(order === null ? {} : { versions: order.versions }),
    },
    ...{ erasure: order?.id ?? null, by: by(asked), at, backupsUntil: until },
  })
  return number
}

async function officeOf({ actor, db }: Acting, order: Entombing['order']): Promise<Text> {
  if (actor.kind !== 'person') return OPERATOR
  const unit = order === null ? undefined : actor.seat?.unit
  return (unit && (await people.unitName(db, unit))) ?? SELF
}

// ————— proposing —————

/** Proposals that wait, for officers of the ministry that keeps the portal. */
export async function listProposals(asked: Acting): Promise<Outcome<readonly Proposal[]>> {
  return mayErase(asked.actor) ? done(await store.listOpen(asked.db)) : no('erasure.unknown')
}

/** A proposal, and the tombstones under which it was carried out. */
export async function getProposal(
  asked: Acting,
  id: string,
): Promise<Outcome<{ readonly proposal: Proposal; readonly numbers: readonly string[] }>> {
  const proposal = mayErase(asked.actor) && isId(id) ? await store.findProposal(asked.db, id) : undefined
  if (proposal === undefined) return no('erasure.unknown')
  return done({ proposal, numbers: await store.listNumbers(asked.db, id) })
}

/** Puts down what a person asked to be erased. Nothing goes before somebody else has looked and carried it out. */
export async function propose(asked: Acting, wish: Wish): Promise<Outcome<Proposal>> {
  const { actor } = asked
  if (!mayErase(actor) || actor.kind !== 'person' || actor.seat === null) return no('erasure.unknown')
  const fits = { ...wish, subject: await subjectOf(asked, wish), fields: fieldsOf(wish) }
  const against = [...judgeWish(fits, dayOf(asked.now())), ...(await againstSubject(asked, fits))]
  if (against.length > 0) return refuse(...against)
  const proposal: Proposal = {
    ...fits,
    ...{ id: uuidv7(), unit: actor.seat.unit, by: actorId(actor), at: asked.now(), ended: null, endedAt: null },
  }
  await store.insertProposal(asked.db, proposal)
  return done(proposal)
}

/** As the log names it: an AI-ID however it was spelled, and for an individual the provider of the system named. */
async function subjectOf({ db }: Acting, { kind, subject }: Wish): Promise<string> {
  const aiId = kind === 'file' ? undefined : aiIds.parse(subject)
  if (aiId === undefined || kind === 'system') return aiId ?? subject.trim()
  return (await findByAiId(db, aiId))?.provider ?? subject.trim()
}

/** A person is erased as provider with everything that says who it is; a file as a whole. */
const fieldsOf = (wish: Wish): readonly Field[] =>
  wish.kind === 'system' ? wish.fields : wish.kind === 'party' ? OF_PERSON : []

/** What stands against erasing this now. Asked again when it is carried out. */
async function againstSubject(asked: Acting, wish: Wish): Promise<readonly Refusal[]> {
  const { db } = asked
  const unknown: Refusal = { code: 'erasure.subject-unknown', field: 'subject' }
  if (wish.kind === 'system') {
    const system = await findByAiId(db, wish.subject)
    return system === undefined ? [unknown] : againstSystem(system, wish)
  }
  if (wish.kind === 'file') {
    const file = await fileStore.findFile(db, wish.subject)
    return file === undefined ? [unknown] : file.holder === 'nobody' ? [] : [openFile(file.number)]
  }
  const party = isId(wish.subject) ? await findParty(db, wish.subject as PartyId) : undefined
  if (party === undefined) return [unknown]
  if (party.kind !== 'individual') return [{ code: 'erasure.not-a-person', field: 'subject' }]
  const [systems, files] = [await partyStore.systemsOf(db, party.id), await fileStore.listOfParty(db, party.id)]
  const drafts: readonly Refusal[] = systems.drafts > 0 ? [{ code: 'erasure.drafts', field: 'subject' }] : []
  const open = files.filter(({ holder }) => holder !== 'nobody').map(({ number }) => openFile(number))
  const inUse: Refusal[] = []
  for (const aiId of systems.recorded) {
    const system = await findByAiId(db, aiId)
    if (system !== undefined) inUse.push(...againstSystem(system, { ...wish, versions: 'all' }))
  }
  return [...drafts, ...open, ...inUse.slice(0, 1)]
}

/** A running procedure needs what was said in it, and its legal clocks run on (Law art. 12). */
const openFile = (number: string): Refusal => ({ code: 'erasure.file-open', field: 'subject', facts: { number } })

export async function withdrawProposal(asked: Acting, id: string): Promise<Outcome<null>> {
  const found = await held(asked, id)
  if (!found.ok) return found
  if (found.value.ended !== null) return no('erasure.ended')
  await store.endProposal(asked.db, id, 'withdrawn', actorId(asked.actor), asked.now())
  return done(null)
}

async function held(asked: Acting, id: string): Promise<Outcome<Proposal>> {
  const lock = true
  const proposal = mayErase(asked.actor) && isId(id) ? await store.findProposal(asked.db, id, lock) : undefined
  return proposal === undefined ? no('erasure.unknown') : done(proposal)
}

// ————— carrying out —————

/** The second person erases what was proposed, in one transaction. Gives the numbers of the tombstones. */
export async function carryOut(asked: Acting, id: string): Promise<Outcome<readonly string[]>> {
  const found = await held(asked, id)
  if (!found.ok) return found
  const proposal = found.value
  const may = mayCarryOut(proposal, asked.actor)
  if (!may.ok) return may
  const against = await againstSubject(asked, proposal)
  if (against.length > 0) return refuse(...against.map(withoutField))
  await store.endProposal(asked.db, id, 'done', actorId(asked.actor), asked.now())
  return eraseSubject(asked, proposal)
}

/** On the page that carries out there is no form to point into. */
function withoutField(one: Refusal): Refusal {
  const { field: _, ...refusal } = one
  return refusal
}

/** What of a subject is erased: by a proposal, or again after an older database was restored. */
export type Order = Pick<Proposal, 'subject' | 'fields' | 'files' | 'versions'> & {
  readonly kind: Kind
  readonly id: string | null
}

/** Erases what an order names, whoever gives it. Refused when nothing of it is there. */
export async function eraseSubject(asked: Acting, p: Order): Promise<Outcome<readonly string[]>> {
  if (p.kind === 'system') {
    const system = await findByAiId(asked.db, p.subject)
    return system === undefined ? no('erasure.subject-unknown') : eraseSystem(asked, system, p)
  }
  if (p.kind === 'file') {
    const file = await fileStore.findFile(asked.db, p.subject)
    return file === undefined ? no('erasure.subject-unknown') : eraseFile(asked, file, p)
  }
  if (p.kind === 'party') return eraseParty(asked, p.subject as PartyId, p)
  const forgotten = await forgetAs(asked, p.subject as AccountId, undefined)
  return forgotten.ok ? done([forgotten.value]) : forgotten
}

/** So many steps one entry of the log can name (65,535 bytes). */
const MOST_STEPS = 90
const inPortions = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(all.length / MOST_STEPS)) }, (_, n) =>
    all.slice(n * MOST_STEPS, (n + 1) * MOST_STEPS),
  )

async function eraseSystem(asked: Acting, system: System, p: Order): Promise<Outcome<readonly string[]>> {
  const { db } = asked
  const at = asked.now()
  const [steps, files] = [await systemStore.listSteps(db, system.id), await systemStore.listFiles(db, system.id)]
  const beside = (then: string) =>
    files.filter((f) => f.addedAt <= then && (f.removedAt === null || f.removedAt > then))
  const inForce = steps.findLast(({ version }) => version !== null)
  const hashOf: Parameters<typeof eraseStep>[4] = (answers, then) =>
    dossierHash(answers, beside(then) as Parameters<typeof dossierHash>[1])
  const all = steps.flatMap((step) => eraseStep(step, p.fields, p.versions, inForce?.seq ?? 0, hashOf) ?? [])
  const gone = files.filter(({ name }) => p.files && p.versions === 'all' && name !== '')
  if (all.length === 0 && gone.length === 0) return no('erasure.nothing-left')
  const terms = await systemStore.listTerms(db, system.id)
  const numbers: string[] = []
  for (const portion of inPortions(all)) {
    const burials = portion.flatMap((one) => one.burials)
    const named = { kind: 'system' as const, subject: system.aiId ?? '', fields: p.fields, order: p }
    numbers.push(await entomb(asked, { ...named, burials, number: await newNumber(asked) }))
    for (const one of portion) await systemStore.writeStep(db, system.id, one)
  }
  if (p.versions === 'all') await systemStore.dropPaper(db, system.id)
  if (gone.length > 0) await systemStore.eraseFiles(db, system.id, at)
  const shown = await showErased(asked, system.id, numbers[0] ?? '', by(asked))
  if (!shown.ok) return shown
  await store.eraseTerms(db, terms)
  // What stands in the dossier in force while it stays is looked for nowhere.
  const kept = p.versions === 'all' ? [] : Object.values(inForce?.version?.answers ?? {})
  const words = searchable(all.flatMap((one) => one.words).filter((word) => !kept.includes(word)))
  await store.eraseMails(db, words)
  await store.eraseAnswers(db, [...words, ...(system.aiId === null ? [] : [system.aiId])])
  return done(numbers)
}

async function eraseFile(asked: Acting, file: fileStore.FileOfCase, p: Order): Promise<Outcome<readonly string[]>> {
  const { db } = asked
  const steps = (await fileStore.listSteps(db, file.id)).filter(({ content }) => content.erased === undefined)
  if (steps.length === 0) return no('erasure.nothing-left')
  const numbers: string[] = []
  for (const portion of inPortions(steps)) numbers.push(await eraseSteps(asked, file, portion, p))
  await fileStore.dropRest(db, file.id, asked.now())
  // Mails about a file name its number and its state, and nothing that was said in it.
  await store.eraseAnswers(db, [file.number])
  return done(numbers)
}

async function eraseSteps(
  asked: Acting,
  file: fileStore.FileOfCase,
  steps: readonly fileStore.FileStep[],
  order: Order,
): Promise<string> {
  // It stands in what is left, and what is left is what the tombstone commits to.
  const number = await newNumber(asked)
  const left = steps.map((step) => {
    const content = leftPaper(step.content, number)
    const { answers, said, document: paper, ...salts } = step.salts
    const document = step.document === null ? null : leftDocument(step.document)
    const { leaf, hash } = step
    const burials: Burial[] = [
      ...(answers === undefined ? [] : [{ leaf, hash, group: 'answers' }]),
      ...(said === undefined ? [] : [{ leaf, hash, group: 'said', left: content }]),
      ...(document === null || paper === undefined ? [] : [{ leaf, hash, group: 'document', left: document }]),
    ]
    return { step, content, salts, document, burials }
  })
  const burials = left.flatMap((one) => one.burials)
  await entomb(asked, { number, kind: 'file', subject: file.number, fields: [], burials, order })
  for (const one of left) await fileStore.writeStep(asked.db, file.id, one)
  return number
}

async function eraseParty(asked: Acting, id: PartyId, p: Order): Promise<Outcome<readonly string[]>> {
  const { db } = asked
  const party = await findParty(db, id)
  if (party === undefined) return no('erasure.subject-unknown')
  const steps = await partyStore.listSteps(db, id)
  const left = steps.flatMap((step) => {
    const { act, gone } = leftOfParty(step.act)
    const { act: salt, ...salts } = step.salts
    if (gone.length === 0 || salt === undefined) return []
    const burial = { leaf: step.leaf, hash: step.hash, group: 'act', left: { by: step.by, ...act } }
    return [{ step, act, salts, gone, burial }]
  })
  if (left.length === 0 && party.name === '') return no('erasure.nothing-left')
  const numbers: string[] = []
  for (const portion of inPortions(left)) {
    const burials = portion.map(({ burial }) => burial)
    const named = { kind: 'party' as const, subject: id, fields: [], burials, order: p }
    numbers.push(await entomb(asked, { ...named, number: await newNumber(asked) }))
    for (const one of portion) await partyStore.writeStep(db, id, one)
  }
  await partyStore.eraseRow(db, id, asked.now())
  await endMemberships(asked, id, by(asked))
  const { recorded } = await partyStore.systemsOf(db, id)
  for (const aiId of recorded) {
    const system = await findByAiId(db, aiId)
    const erased = system && (await eraseSystem(asked, system, { ...p, fields: OF_PERSON, versions: 'all' }))
    if (erased?.ok) numbers.push(...erased.value)
  }
  for (const file of await fileStore.listOfParty(db, id)) {
    const erased = await eraseFile(asked, file, p)
    if (erased.ok) numbers.push(...erased.value)
  }
  const { name, address, contact, code, contactPoint, presence, representative } = party
  const now = [name, address, contact, code, contactPoint, presence, representative].flatMap((word) => word ?? [])
  const words = searchable([...now, ...left.flatMap(({ gone }) => gone)])
  await store.eraseMails(db, words)
  await store.eraseAnswers(db, words)
  return done(numbers)
}
