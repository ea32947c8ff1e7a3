import { type AccountId, actorId, type PartyId } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, type Refusal, refuse } from '../../base/outcome.ts'
import { bondsOf, findParty } from '../parties/actions.ts'
import { isId } from '../parties/schema.ts'
import { type Acting, aiIds, findByAiId } from '../systems/actions.ts'
import { eraseSubject, forgetAs } from './carry-out.ts'
import * as fileStore from './file-store.ts'
import * as partyStore from './party-store.ts'
import * as petitionStore from './petition-store.ts'
import { againstSystem, judgeWish, mayCarryOut, mayErase } from './rules.ts'
import { type Code, type Field, OF_PERSON, type Proposal, type Wish } from './schema.ts'
import * as store from './store.ts'

export type { Bonds } from '../parties/actions.ts'
export { eraseAgain } from './again.ts'
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
  return forgetAs(asked, actor.account, password, null)
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
  const aiId = kind === 'file' || kind === 'petition' ? undefined : aiIds.parse(subject)
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
    return file === undefined ? [unknown] : file.open ? [openFile(file.number)] : []
  }
  if (wish.kind === 'petition') {
    const petition = await petitionStore.findPetition(db, wish.subject)
    if (petition === undefined) return [unknown]
    return petition.state === 'closed' ? [] : [{ code: 'erasure.petition-open', field: 'subject', cite: 'N41.3.c' }]
  }
  const party = isId(wish.subject) ? await findParty(db, wish.subject as PartyId) : undefined
  if (party === undefined) return [unknown]
  if (party.kind !== 'individual') return [{ code: 'erasure.not-a-person', field: 'subject' }]
  const [systems, files] = [await partyStore.systemsOf(db, party.id), await fileStore.listOfParty(db, party.id)]
  const drafts: readonly Refusal[] = systems.drafts > 0 ? [{ code: 'erasure.drafts', field: 'subject' }] : []
  const open = files.filter(({ open: still }) => still).map(({ number }) => openFile(number))
  const inUse: Refusal[] = []
  for (const aiId of systems.recorded) {
    const system = await findByAiId(db, aiId)
    if (system !== undefined) inUse.push(...againstSystem(system, { ...wish, versions: 'all' }))
  }
  const claims: readonly Refusal[] = (await partyStore.hasOpenClaim(db, party.id))
    ? [{ code: 'erasure.claim-open', field: 'subject', cite: 'L29' }]
    : []
  return [...drafts, ...open, ...claims, ...inUse.slice(0, 1)]
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
