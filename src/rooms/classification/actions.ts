import { actorId, actingFor, files, type PartyId } from '../../base/actor.ts'
import type { Json } from '../../base/canonical.ts'
import { type Day, dayOf, type Instant } from '../../base/day.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Judgement } from '../../law/classify.ts'
import type { Facts } from '../../law/rule.ts'
import { post } from '../../post/mail.ts'
import { judge } from '../assessment/actions.ts'
import { membersToNotify } from '../parties/actions.ts'
import { keepRuleSet } from '../statute/actions.ts'
import {
  type Acting,
  dossierOf,
  findByAiId,
  findDraft,
  getSystem,
  lacking,
  linkDeployer,
  listAttachments,
  listSameName,
  missing,
  putOnRecord,
  type RecordedNow,
} from '../systems/actions.ts'
import { type Answers, isRecorded, type Level, type Recorded, type SectorName, type System } from '../systems/schema.ts'
import {
  againstNotice,
  againstPublication,
  againstReclassification,
  clockOf,
  difference,
  no,
  noticeNumber,
  receiptOf,
} from './rules.ts'
import {
  type Channel,
  type Confirmation,
  type Declared,
  type Notice,
  type NoticeInput,
  Offered,
  Receipt,
  type ReclassificationInput,
} from './schema.ts'
import { findNotice, insertNotice, nextNumber } from './store.ts'
import { confirmationMail } from './words.ts'

export { findNotice, listNotices } from './store.ts'

/** When and how a notice first came in, if not just now through the portal (Decree art. 46). */
export interface Origin {
  readonly channel: Channel
  readonly receivedAt: Instant
}

interface Declaration {
  readonly system?: System
  readonly provider: PartyId
  readonly answers: Answers
  readonly level: Level
  readonly offered: Offered
}

/**
 * Notifies the classification result of a medium or high-risk system (Law art. 10.3, Decree art. 14.4): recorded at
 * once, with AI-ID, number, time and signed receipt; nobody decides anything. The declaration stands as declared;
 * where the tool would answer otherwise, that is recorded for the later check. Refuses low risk, systems outside the
 * portal, an internal code already recorded, and a day of first use that is still to come.
 */
export async function notify(asked: Acting, input: NoticeInput, origin?: Origin): Promise<Outcome<Confirmation>> {
  const member = actingFor(asked.actor)
  if (member === null || !files(asked.actor, member.party)) return no('notice.no-organisation')
  return record(
    asked,
    { provider: member.party, answers: input.dossier, level: input.result.level, offered: input.offered ?? {} },
    'first',
    origin,
  )
}

/** Sends what a draft says: the notice, or for low risk the voluntary publication. */
export async function send(asked: Acting, id: string): Promise<Outcome<Confirmation>> {
  const found = await getSystem(asked, id)
  if (!found.ok) return found
  const system = found.value
  if (!files(asked.actor, system.provider)) return no('notice.no-organisation')
  const draft = await findDraft(asked.db, system.id)
  if (draft === undefined || isRecorded(system)) return no('notice.not-now')
  const declared = declaredIn(draft.result)
  if (declared === undefined)
    return refuse({ code: 'dossier.missing', field: 'level', cite: 'L10.1', facts: { field: 'level' } })
  const { level, offered } = declared
  const lack =
    level === 'low'
      ? lackingForPublication(draft.answers)
      : lacking(draft.answers, await listAttachments(asked.db, system.id))
  if (lack.length > 0) return refuse(...missing(lack))
  return record(
    asked,
    { system, provider: system.provider, answers: draft.answers, level, offered },
    level === 'low' ? 'publication' : 'first',
  )
}

/** Of a low-risk system only what lets it be recognised is needed: publication is a gift (Law art. 10.3). */
export const lackingForPublication = (answers: Answers) =>
  (['name', 'providerName', 'purpose'] as const).filter((key) => answers[key] === undefined)

/** The declared result a draft holds, if there is one yet. */
export function declaredIn(result: Readonly<Record<string, unknown>>): { level: Level; offered: Offered } | undefined {
  const { level, ...rest } = result
  if (level !== 'high' && level !== 'medium' && level !== 'low') return undefined
  const offered = Offered.safeParse(rest)
  return { level, offered: offered.success ? offered.data : {} }
}

async function record(
  asked: Acting,
  d: Declaration,
  kind: 'first' | 'publication',
  origin?: Origin,
): Promise<Outcome<Confirmation>> {
  const at = asked.now()
  const { offered } = d
  const against =
    kind === 'first'
      ? againstNotice(d.level, offered.facts, offered.firstUse, dayOf(at))
      : againstPublication(d.level, offered.facts)
  if (against.length > 0) return refuse(...against)
  const cameBy: Origin = origin ?? { channel: 'portal', receivedAt: at }
  const judgement = await judged(asked, offered.facts, at)
  const possibleDuplicates = await listSameName(
    asked.db,
    d.provider,
    d.answers.name ?? '',
    d.answers.internalCode ?? d.system?.id ?? '',
  )
  const recorded = await putOnRecord(asked, {
    ...(d.system ? { system: d.system } : {}),
    provider: d.provider,
    answers: d.answers.internalCode === undefined && d.system ? { ...d.answers, internalCode: d.system.id } : d.answers,
    becomes: { level: d.level, state: offered.inUse ? 'in-use' : 'declared', ...offeredColumns(offered) },
    verb: kind === 'first' ? 'notified' : 'published',
    data: judgement === undefined ? {} : { ruleSet: judgement.ruleSet },
    reason: null,
    at,
    issue: (now) => receiptFor(asked, now, kind, null, cameBy),
  })
  if (!recorded.ok) return recorded
  for (const deployer of offered.deployers ?? []) {
    const linked = await linkDeployer(asked, recorded.value.system.id, { ...deployer, party: null, until: null })
    if (!linked.ok) return linked
  }
  const declared: Declared = {
    ...columnsOf(d.level, null, offered),
    trigger: null,
    completedOn: null,
    reason: null,
    possibleDuplicates,
    difference: difference(d.level, offered.entries ?? [], judgement),
    clock: null,
  }
  return stamp(asked, recorded.value, kind, declared, judgement, cameBy)
}

/**
 * Notifies a new result after a review (Decree art. 11): higher within 15 working days of its completion, with the
 * measures of the new level at once; lower whenever the provider likes. Late is accepted and marked.
 */
export async function reclassify(
  asked: Acting,
  aiId: string,
  input: ReclassificationInput,
): Promise<Outcome<Confirmation>> {
  const before = await findByAiId(asked.db, aiId)
  const found = before === undefined ? undefined : await getSystem(asked, before.id)
  if (before === undefined || !found?.ok) return refuse({ code: 'system.unknown' })
  if (!files(asked.actor, before.provider)) return refuse({ code: 'system.not-yours' })
  if (!isRecorded(before) || before.state === 'withdrawn' || before.state === 'retired') return no('notice.not-now')
  const at = asked.now()
  const level = input.result.level
  const offered = input.offered ?? {}
  const against = againstReclassification(before, level, offered.facts, input.completedOn, dayOf(at))
  if (against.length > 0) return refuse(...against)
  const answers = await dossierOf(asked.db, before)
  const lack = level === 'low' ? [] : lacking(answers, await listAttachments(asked.db, before.id))
  if (lack.length > 0) return refuse(...missing(lack))
  const judgement = await judged(asked, offered.facts, at)
  const clock = clockOf(before.level, level, input.completedOn, at)
  const kept = { sectors: before.sectors, entries: level === 'high' ? before.entries : [], firstUse: before.firstUse }
  const cameBy: Origin = { channel: 'portal', receivedAt: at }
  const recorded = await putOnRecord(asked, {
    system: before,
    provider: before.provider,
    answers,
    becomes: { level, state: before.state, ...kept, ...definedColumns(offered) },
    verb: 'reclassified',
    data: {
      trigger: input.trigger,
      completedOn: input.completedOn,
      from: before.level,
      ...(judgement === undefined ? {} : { ruleSet: judgement.ruleSet }),
    },
    reason: null,
    at,
    issue: (now) => receiptFor(asked, now, 'reclassification', before.level, cameBy),
  })
  if (!recorded.ok) return recorded
  const declared: Declared = {
    ...columnsOf(level, before.level, offered),
    trigger: input.trigger,
    completedOn: input.completedOn,
    reason: input.reason ?? null,
    possibleDuplicates: [],
    difference: difference(level, offered.entries ?? [], judgement),
    clock,
  }
  return stamp(asked, recorded.value, 'reclassification', declared, judgement, cameBy)
}

async function judged(asked: Acting, facts: Facts | undefined, at: Instant): Promise<Judgement | undefined> {
  if (facts === undefined || Object.keys(facts).length === 0) return undefined
  await keepRuleSet(asked.db, at)
  return judge(facts, dayOf(at))
}

/** A list entry named twice is named. */
const once = <T>(all: readonly T[]): readonly T[] => [...new Set(all)]

type Columns = Pick<Recorded, 'sectors' | 'entries' | 'firstUse'>
const offeredColumns = (o: Offered): Columns => ({
  sectors: once(o.sectors ?? sectorsIn(o.facts)),
  entries: once(o.entries ?? []),
  firstUse: o.firstUse ?? null,
})
const definedColumns = (o: Offered): Partial<Columns> => ({
  ...(o.sectors ? { sectors: once(o.sectors) } : {}),
  ...(o.entries ? { entries: once(o.entries) } : {}),
  ...(o.firstUse ? { firstUse: o.firstUse } : {}),
})
const columnsOf = (level: Level, previousLevel: Level | null, o: Offered) => ({
  level,
  previousLevel,
  ...offeredColumns(o),
})

/** Sectors need not be asked twice where the tool's answers name them. */
const sectorsIn = (facts: Facts = {}): SectorName[] =>
  Object.keys(facts).flatMap((key) =>
    key.startsWith('sector.') && facts[key] === true ? [key.slice(7) as SectorName] : [],
  )

/** Number and receipt, made before the act is kept: its leaf commits to them. */
async function receiptFor(
  asked: Acting,
  { system, version }: RecordedNow,
  kind: Notice['kind'],
  previousLevel: Level | null,
  origin: Origin,
): Promise<Json> {
  const number = noticeNumber(version.at, await nextNumber(asked.db))
  const receipt = receiptOf(system, {
    number,
    kind,
    ...origin,
    recordedAt: version.at,
    previousLevel,
    provider: version.answers.providerName ?? '',
    version: version.answers.version ?? null,
    dossierHash: version.hash,
    issuer: asked.site.url,
    legalValue: asked.site.mode === 'production',
  })
  return receipt as unknown as Json
}

/** Signature, notice row and the mail that tells the organisation. */
async function stamp(
  asked: Acting,
  { system, version, issued }: RecordedNow,
  kind: Notice['kind'],
  declared: Declared,
  judgement: Judgement | undefined,
  origin: Origin,
): Promise<Outcome<Confirmation>> {
  const recordedAt = version.at
  const receipt = Receipt.parse(issued)
  const { number } = receipt
  const notice: Notice = {
    number,
    system: system.id,
    kind,
    ...origin,
    recordedAt,
    declared,
    receipt,
    jws: await asked.keys.sign(receipt as unknown as Json),
  }
  await insertNotice(asked.db, notice, judgement, actorId(asked.actor))
  // A handed-over inventory is answered by its own result page, not by a thousand mails.
  const told = origin.channel === 'portal' ? await membersToNotify(asked.db, system.provider) : []
  for (const member of told)
    await post(
      asked.db,
      {
        about: `notice ${number} to ${member.account}`,
        to: member.email,
        ...confirmationMail(member.lang, receipt, asked.site.url),
      },
      recordedAt,
    )
  return done(confirmationOf(asked.site.url, notice))
}

export const confirmationOf = (site: string, n: Notice): Confirmation => ({
  receipt: n.receipt,
  jws: n.jws,
  record: `${site}/vi/register/${n.receipt.aiId}`,
  difference: n.declared.difference,
  possibleDuplicates: [...n.declared.possibleDuplicates],
  clock: n.declared.clock,
})

/** A notice the reader may see: their organisation's, or any for an officer of the ministry. */
export async function getNotice(asked: Acting, number: string): Promise<Outcome<{ notice: Notice; system: Recorded }>> {
  const notice = await findNotice(asked.db, number)
  const system = notice === undefined ? undefined : await getSystem(asked, notice.system)
  if (notice === undefined || system === undefined || !system.ok || !isRecorded(system.value))
    return no('notice.unknown')
  return done({ notice, system: system.value })
}

/** What the tool would say of a draft, before it is sent; nothing where no answers were offered. */
export const toolSays = (offered: Offered, level: Level, on: Day) =>
  difference(
    level,
    offered.entries ?? [],
    offered.facts && Object.keys(offered.facts).length > 0 ? judge(offered.facts, on) : undefined,
  )
