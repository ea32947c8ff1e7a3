import { type AccountId, actorId, type PartyId } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { done, type Outcome, type Refusal, refuse } from '../../base/outcome.ts'
import type { Text } from '../../base/text.ts'
import type { CaseId } from '../../casework/schema.ts'
import type { LoggedErasure } from '../ledger/actions.ts'
import { endMemberships, findParty, forget, people } from '../parties/actions.ts'
import { forgetBeside } from '../petitions/actions.ts'
import { type Acting, dossierHash, findByAiId, showErased } from '../systems/actions.ts'
import type { System } from '../systems/schema.ts'
import { forgetReasons } from '../supervision/actions.ts'
import { forgetWords } from '../violations/actions.ts'
import * as fileStore from './file-store.ts'
import * as partyStore from './party-store.ts'
import * as petitionStore from './petition-store.ts'
import {
  backupsUntil,
  byNames,
  byVersions,
  eraseStep,
  leftDocument,
  leftOfParty,
  leftPaper,
  leftSaid,
  searchable,
} from './rules.ts'
import { type Burial, type Code, type Field, type Kind, OF_PERSON, type Proposal, SOME_MESSAGE } from './schema.ts'
import * as store from './store.ts'
import * as systemStore from './system-store.ts'

const no = (code: Code, more: Partial<Refusal> = {}) => refuse({ code, ...more })

/** What of a subject is erased: by a proposal, or again after an older database was restored. */
export type Order = Pick<Proposal, 'subject' | 'fields' | 'files' | 'versions'> & {
  readonly kind: Kind
  readonly id: string | null
  /** It was carried out before, under this tombstone of the log, which names the groups. */
  readonly again?: Pick<LoggedErasure, 'tombstone' | 'groups'>
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
  if (p.kind === 'petition') {
    const number =
      p.again === undefined ? p.subject : await petitionStore.numberOf(asked.db, [...p.again.groups.keys()])
    const found = number === undefined ? undefined : await petitionStore.findPetition(asked.db, number)
    return found === undefined ? no('erasure.subject-unknown') : erasePetition(asked, found, p)
  }
  if (p.kind === 'party') return eraseParty(asked, p.subject as PartyId, p)
  const forgotten = await forgetAs(asked, p.subject as AccountId, undefined, p)
  return forgotten.ok ? done([forgotten.value]) : forgotten
}

// ————— the tombstone —————

interface Entombing {
  readonly number: string
  readonly kind: Kind
  readonly subject: string
  readonly fields: readonly Field[]
  readonly burials: readonly Burial[]
  readonly order: Pick<Order, 'id' | 'versions' | 'again'> | null
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
      ...(order?.again === undefined ? {} : { again: order.again.tombstone }),
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

// ————— what an order is about —————

/** `password` undefined: it was given when the account was erased the first time. */
export async function forgetAs(
  asked: Acting,
  account: AccountId,
  password: string | undefined,
  order: Order | null,
): Promise<Outcome<string>> {
  // First, so that a wrong password takes no number.
  const forgotten = await forget(asked, account, password)
  if (!forgotten.ok) return forgotten
  const number = await entomb(asked, {
    ...{ kind: 'account', subject: account, fields: [], burials: [], order },
    number: await newNumber(asked),
  })
  const { name, email } = forgotten.value
  const words = searchable([name, email])
  await store.eraseMails(asked.db, words, [email.trim().toLowerCase()])
  await store.eraseAnswers(asked.db, words)
  return done(number)
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
  const standing = (then: string) =>
    files.filter((f) => f.addedAt <= then && (f.removedAt === null || f.removedAt > then))
  const inForce = steps.findLast(({ version }) => version !== null)
  const reach = p.again === undefined ? byVersions(p.versions, inForce?.seq ?? 0) : byNames(p.again.groups)
  const hashOf: Parameters<typeof eraseStep>[3] = (answers, then) =>
    dossierHash(answers, standing(then) as Parameters<typeof dossierHash>[1])
  const all = steps.flatMap((step) => eraseStep(step, p.fields, reach, hashOf) ?? [])
  const gone = files.filter(({ name }) => p.files && p.versions === 'all' && name !== '')
  if (all.length === 0 && gone.length === 0 && p.again === undefined) return no('erasure.nothing-left')
  const beside: readonly Field[] = gone.length > 0 ? ['files'] : []
  const terms = await systemStore.listTerms(db, system.id)
  const numbers: string[] = []
  for (const portion of inPortions(all)) {
    const burials = portion.flatMap((one) => one.burials)
    const fields: readonly Field[] = [...p.fields.filter((field) => field !== 'files'), ...beside]
    const named = { kind: 'system' as const, subject: system.aiId ?? '', fields, order: p }
    numbers.push(await entomb(asked, { ...named, burials, number: await newNumber(asked) }))
    for (const one of portion) await systemStore.writeStep(db, system.id, one)
  }
  if (p.versions === 'all') await systemStore.dropPaper(db, system.id)
  if (gone.length > 0) await systemStore.eraseFiles(db, system.id, at)
  const shown = await showErased(asked, system.id, numbers[0] ?? '', by(asked))
  if (!shown.ok) return shown
  await store.eraseTerms(db, terms)
  // What stands in the dossier in force while it stays is looked for nowhere.
  const kept = p.versions === 'all' || p.again !== undefined ? [] : Object.values(inForce?.version?.answers ?? {})
  const words = searchable(all.flatMap((one) => one.words).filter((word) => !kept.includes(word)))
  await store.eraseMails(db, words)
  await store.eraseAnswers(db, [...words, ...(system.aiId === null ? [] : [system.aiId])])
  return done(numbers)
}

async function eraseFile(asked: Acting, file: fileStore.FileOfCase, p: Order): Promise<Outcome<readonly string[]>> {
  const { db } = asked
  const steps = (await fileStore.listSteps(db, file.id)).filter(({ content }) => content.erased === undefined)
  if (steps.length === 0 && p.again === undefined) return no('erasure.nothing-left')
  const numbers: string[] = []
  for (const portion of inPortions(steps)) numbers.push(await eraseSteps(asked, file, portion, p))
  await fileStore.dropRest(db, file.id, asked.now())
  await forgetWords(asked, file.id as CaseId, numbers[0] ?? '')
  await forgetReasons(asked, file.id as CaseId, numbers[0] ?? '')
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

async function erasePetition(
  asked: Acting,
  { id, number }: petitionStore.MessageOf,
  order: Order,
): Promise<Outcome<readonly string[]>> {
  const { db } = asked
  const steps = await petitionStore.listSaid(db, id)
  if (steps.length === 0 && order.again === undefined) return no('erasure.nothing-left')
  const numbers: string[] = []
  for (const portion of inPortions(steps)) {
    const tombstone = await newNumber(asked)
    const left = portion.map((step) => {
      const { said: _, ...salts } = step.salts
      return { step, content: leftSaid(step.content, tombstone), salts }
    })
    const burials = left.map(({ step: { leaf, hash }, content }) => ({ leaf, hash, group: 'said', left: content }))
    await entomb(asked, {
      ...{ number: tombstone, kind: 'petition', subject: SOME_MESSAGE, fields: [], burials, order },
    })
    for (const one of left) await petitionStore.writeStep(db, id, one)
    numbers.push(tombstone)
  }
  const beside = await forgetBeside(asked, number, by(asked))
  if (!beside.ok) return beside
  // The desk may have been shown it in an answer that is kept for a repeat.
  await store.eraseAnswers(db, [number])
  return done(numbers)
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
  if (left.length === 0 && party.name === '' && p.again === undefined) return no('erasure.nothing-left')
  const numbers: string[] = []
  for (const portion of inPortions(left)) {
    const burials = portion.map(({ burial }) => burial)
    const named = { kind: 'party' as const, subject: id, fields: [], burials, order: p }
    numbers.push(await entomb(asked, { ...named, number: await newNumber(asked) }))
    for (const one of portion) await partyStore.writeStep(db, id, one)
  }
  await partyStore.eraseRow(db, id, asked.now())
  await endMemberships(asked, id, by(asked))
  // What hung on it has entries of its own in the log.
  const recorded = p.again === undefined ? (await partyStore.systemsOf(db, id)).recorded : []
  for (const aiId of recorded) {
    const system = await findByAiId(db, aiId)
    const erased = system && (await eraseSystem(asked, system, { ...p, fields: OF_PERSON, versions: 'all' }))
    if (erased?.ok) numbers.push(...erased.value)
  }
  for (const file of p.again === undefined ? await fileStore.listOfParty(db, id) : []) {
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
