import { type Actor, actorId } from '../../base/actor.ts'
import { canonical, type Json } from '../../base/canonical.ts'
import { type Day, dayOf, type Instant } from '../../base/day.ts'
import { done, type Outcome, type Refusal, refuse } from '../../base/outcome.ts'
import { DOSSIER } from '../../law/dossier.ts'
import type { Answers, PublicEvent, System } from '../systems/schema.ts'
import { type Burial, type Code, type Field, OF_PROVIDER, type Proposal, type Versions, type Wish } from './schema.ts'

const no = (code: Code, more: Partial<Refusal> = {}) => refuse({ code, ...more })

/** Officers and chiefs of the ministry that keeps the portal (Law art. 8.3): everybody else finds no such page. */
export const mayErase = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.seat?.kind === 'most' && actor.seat.role !== 'administrator'

/** What is wrong with a wish before anything is looked up. */
export function judgeWish(wish: Wish, today: Day): readonly Refusal[] {
  const found: Refusal[] = []
  if (wish.kind === 'system' && wish.fields.length === 0 && !wish.files)
    found.push({ code: 'erasure.no-field', field: 'fields' })
  if (wish.askedOn > today) found.push({ code: 'erasure.day-to-come', field: 'askedOn' })
  return found
}

/** Two people: whoever proposed does not carry out, so that nobody can make a record unreadable alone. */
export function mayCarryOut(proposal: Proposal, actor: Actor): Outcome<null> {
  if (proposal.ended !== null) return no('erasure.ended')
  return actorId(actor) === proposal.by ? no('erasure.second-person-needed', { cite: 'L8.3' }) : done(null)
}

/**
 * While a system may be in use, its provider must be known from the dossier in force, and for high risk be published
 * (Decree art. 12.2, 13.6): that is erased only once the system is retired or its notice withdrawn. Earlier versions may
 * be erased at any time.
 */
export function againstSystem(
  system: Pick<System, 'state'>,
  wish: Pick<Wish, 'fields' | 'files' | 'versions'>,
): readonly Refusal[] {
  if (wish.versions === 'earlier' || system.state === 'retired' || system.state === 'withdrawn') return []
  const owed = wish.fields.filter((field) => field !== 'reason')
  if (owed.length === 0 && !wish.files) return []
  const cite = DOSSIER.fields.find(({ key }) => key === owed[0])?.cite ?? 'N12.5'
  return [{ code: 'erasure.published-by-law', field: 'versions', cite }]
}

// ————— what is left of a record —————

/** Answers without these fields. */
export const leftAnswers = (answers: Answers, fields: readonly Field[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !isOne(fields, key))) as Answers

const isOne = (fields: readonly Field[], key: string): boolean => (fields as readonly string[]).includes(key)

/** The same of a dossier as the person saw it: the question stays, the answer goes. */
export const leftShown = (shown: Json, fields: readonly Field[]): Json =>
  Array.isArray(shown)
    ? shown.map((one: Json) => {
        const { key } = one as { readonly key?: string }
        return isOne(fields, key ?? '') ? { ...(one as Record<string, Json>), answer: null } : one
      })
    : shown

/** What `earlier` takes from the step that made the dossier in force: what stood there before, not what stands now. */
export type Reach = 'all' | 'before'

/** How far an erasure reaches into a step; undefined leaves the step as it is. */
export type ReachOf = (step: Pick<SystemStep, 'seq' | 'hash'>) => Reach | undefined

/** As two officers decided. `inForce`: the step that made the dossier in force. */
export const byVersions =
  (versions: Versions, inForce: number): ReachOf =>
  ({ seq }) => {
    if (versions === 'all' || seq < inForce) return 'all'
    return seq === inForce ? 'before' : undefined
  }

/** As an entry of the log names groups: once more, after an older database was restored. */
export const byNames =
  (groups: ReadonlyMap<string, readonly string[]>): ReachOf =>
  ({ hash }) => {
    const named = groups.get(hash)
    if (named === undefined) return undefined
    return named.includes('public') || named.includes('receipt') ? 'all' : 'before'
  }

export function leftPublic(shown: PublicEvent, fields: readonly Field[], reach: Reach): PublicEvent {
  const { reason, changes, ...rest } = shown
  return {
    ...rest,
    ...(reason === undefined || (reach === 'all' && fields.includes('reason')) ? {} : { reason }),
    ...(changes === undefined
      ? {}
      : {
          changes: changes.map((change) =>
            isOne(fields, change.field) ? { ...change, before: '', ...(reach === 'all' ? { after: '' } : {}) } : change,
          ),
        }),
  }
}

/** A step of a system with what hangs on it, as it stands in the database. */
export interface SystemStep {
  readonly seq: number
  readonly by: string
  readonly at: Instant
  readonly leaf: string
  readonly hash: string
  readonly data: Readonly<Record<string, Json>>
  readonly salts: Readonly<Record<string, string>>
  readonly public: PublicEvent | null
  /** The version of the dossier it recorded. */
  readonly version: {
    readonly answers: Answers
    readonly shown: Json
    readonly hash: string
    readonly reason: string | null
  } | null
  readonly notice: {
    readonly receipt: Readonly<Record<string, Json>>
    readonly declared: Readonly<Record<string, Json>>
  } | null
}

/** What is written over a step, and which of its groups go. */
export interface SystemErasure {
  readonly step: SystemStep
  readonly burials: readonly Burial[]
  readonly data: Readonly<Record<string, Json>>
  readonly public: PublicEvent | null
  readonly version: SystemStep['version']
  readonly notice: SystemStep['notice']
  /** The texts that went, to be looked for elsewhere. */
  readonly words: readonly string[]
}

const same = (one: unknown, other: unknown): boolean =>
  canonical((one ?? null) as Json) === canonical((other ?? null) as Json)
const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsOf) : []

/**
 * What erasing these fields leaves of a step; nothing when it holds none of them. A version of the dossier gets the hash
 * of what is left, so that the old one cannot be used to guess what went; `hashOf` makes it, with the files of its time.
 */
export function eraseStep(
  step: SystemStep,
  fields: readonly Field[],
  reachOf: ReachOf,
  hashOf: (answers: Answers, at: Instant) => string,
): SystemErasure | undefined {
  const reach = reachOf(step)
  if (reach === undefined) return undefined
  const shown = step.public === null ? null : leftPublic(step.public, fields, reach)
  const { version, notice, words } = leftVersion(step, fields, reach, hashOf)
  const { reason, ...said } = step.data
  const data: Record<string, Json> = {
    ...said,
    ...(reason === undefined || (reach === 'all' && fields.includes('reason')) ? {} : { reason }),
    ...(version === null || said.dossierHash === undefined ? {} : { dossierHash: version.hash }),
  }
  const at = { leaf: step.leaf, hash: step.hash }
  const asJson = shown as unknown as Record<string, Json> | null
  const [history, event] = [!same(shown, step.public), !same(data, step.data)]
  const burials: Burial[] = [
    ...(history || event ? [{ ...at, group: 'event', left: { by: step.by, ...data, public: asJson } }] : []),
    ...(history ? [{ ...at, group: 'history', left: { seq: step.seq, ...asJson } }] : []),
    ...(notice !== null && !same(notice.receipt, step.notice?.receipt)
      ? [{ ...at, group: 'receipt', left: notice.receipt }]
      : []),
    ...(reach === 'all' && fields.some((field) => SHOWN.includes(field)) ? [{ ...at, group: 'public' }] : []),
  ].filter(({ group }) => step.salts[group] !== undefined)
  if (burials.length === 0) return undefined
  const gone = burials.map(({ group }) => group)
  const salts = Object.fromEntries(Object.entries(step.salts).filter(([group]) => !gone.includes(group)))
  const told = (step.public?.changes ?? [])
    .filter(({ field }) => isOne(fields, field))
    .flatMap(({ before, after }) => (reach === 'all' ? [before, after] : [before]))
  return { ...{ step, burials, version, notice, public: shown }, data: { ...data, salts }, words: [...words, ...told] }
}

/** Fields the register shows: where one of them goes, what it showed then may not be opened any more. */
const SHOWN: readonly Field[] = [...OF_PROVIDER, 'purpose', 'functions', 'scope', 'users', 'affected']

function leftVersion(
  { version, notice, at }: SystemStep,
  fields: readonly Field[],
  reach: Reach,
  hashOf: (answers: Answers, at: Instant) => string,
): Pick<SystemErasure, 'version' | 'notice' | 'words'> {
  if (version === null || reach === 'before') return { version, notice, words: [] }
  const answers = leftAnswers(version.answers, fields)
  const reasoned = fields.includes('reason')
  const gone = Object.entries(version.answers).filter(([key]) => !(key in answers))
  const words = [...gone.flatMap(([, answer]) => textsOf(answer)), ...(reasoned ? textsOf(version.reason) : [])]
  const hash = gone.length === 0 ? version.hash : hashOf(answers, at)
  const left = {
    ...{ answers, hash, shown: leftShown(version.shown, fields) },
    reason: reasoned ? null : version.reason,
  }
  if (notice === null) return { version: left, notice, words }
  const receipt = {
    ...notice.receipt,
    ...(fields.includes('providerName') ? { provider: '' } : {}),
    dossierHash: hash,
  }
  const declared = reasoned ? { ...notice.declared, reason: null } : notice.declared
  return { version: left, notice: { receipt, declared }, words }
}

// ————— what is left of a file, of a message, of a party —————

/** What stays of what was said at a step: which form it was, which document was issued, and that the rest was erased. */
export const leftPaper = (
  content: Readonly<Record<string, Json>>,
  tombstone: string,
): Readonly<Record<string, Json>> => ({
  ...(content.form === undefined ? {} : { form: content.form }),
  ...(content.document === undefined ? {} : { document: content.document }),
  erased: tombstone,
})

/** A document without whom it was issued to, and without the hash over what was said, from which it could be guessed. */
export const leftDocument = (content: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> => ({
  ...content,
  ...{ to: '', content: '' },
})

/** What stays of a step of a message: how it ended, how many files came, and the salted hash its sender holds a receipt for. */
export function leftSaid(content: Readonly<Record<string, Json>>, tombstone: string): Readonly<Record<string, Json>> {
  const { text: _, ...left } = content
  return { ...left, erased: tombstone }
}

const OF_PERSON = ['name', 'address', 'contact', 'code', 'contactPoint', 'presence', 'representative']

/** What an act on a party says besides who it is. */
export function leftOfParty(act: Readonly<Record<string, Json>>) {
  const all = Object.entries(act)
  return {
    act: Object.fromEntries(all.filter(([key]) => !OF_PERSON.includes(key))) as Readonly<Record<string, Json>>,
    /** The texts that go; one that was empty goes too, so that nobody sees that it was. */
    gone: all.flatMap(([key, value]) => (OF_PERSON.includes(key) ? [typeof value === 'string' ? value : ''] : [])),
  }
}

/** Words to be looked for in mails and kept answers; what is shorter would be found everywhere. */
export const searchable = (words: readonly string[]): readonly string[] =>
  [...new Set(words.map((word) => word.trim()))].filter((word) => word.length >= 4)

/** The day on which the last backup that still holds it is overdue to be destroyed. */
export const backupsUntil = (at: Instant, days: number): Day =>
  dayOf(new Date(Date.parse(at) + days * 86_400_000).toISOString())
