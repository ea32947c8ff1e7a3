import { type Actor, type AccountId, type PartyId } from '../../base/actor.ts'
import { pause } from '../../base/pause.ts'
import { secretToken, uuidv7 } from '../../base/ids.ts'
import { exact } from '../../base/text.ts'
import { retrying } from '../../db/connect.ts'
import { codeOf } from '../../db/fault.ts'
import type { Database, Kit } from '../../db/kit.ts'
import { notify } from '../classification/actions.ts'
import type { NoticeInput } from '../classification/schema.ts'
import { enterParty, findParty } from '../parties/actions.ts'
import { PartyDetails } from '../parties/schema.ts'
import { enterDrafts, findByAiId, pathOf } from '../systems/actions.ts'
import type { SystemId } from '../systems/schema.ts'
import { fromDisk, rowsOf } from './reading.ts'
import { agencyKey, type Frame, judge, type Work } from './rules.ts'
import { type Fault, type Import, LIMITS, type Limits, type Row, type Verdict } from './schema.ts'
import * as look from './look-store.ts'
import * as store from './store.ts'
import { Unreadable } from './unreadable.ts'

/** Whoever works on an import holds it for this long; a worker that dies gives it back by doing nothing. */
const LEASE_SECONDS = 30
const JUDGED_AT_ONCE = 500
const WRITTEN_AT_ONCE = 200

class Lost extends Error {}

export type Told = (done: number, of: number) => void

/** Works on one import until its step is done: judges every row (dry run), or takes over what was judged good. */
export async function workThrough(
  kit: Kit,
  id: string | undefined,
  told: Told = () => undefined,
  limits: Limits = LIMITS,
): Promise<boolean> {
  const lease = secretToken()
  const found = await store.lease(kit.db, lease, kit.now(), until(kit), id)
  if (found === undefined) return false
  const hold: Hold = { kit, lease, told, limits, import: found }
  try {
    if (found.state === 'checking') await check(hold)
    else await take(hold)
  } catch (error) {
    if (error instanceof Lost) {
      await store.release(kit.db, found.id, lease)
      return true
    }
    const unreadable = error instanceof Unreadable || codeOf(error) === 'ENOENT'
    if (!unreadable) throw error
    // The kept bytes are gone or no longer what was surveyed: a person must look.
    await store.moveTo(kit.db, found.id, 'stuck', kit.now())
  }
  return true
}

interface Hold {
  readonly kit: Kit
  readonly lease: string
  readonly told: Told
  readonly limits: Limits
  readonly import: Import
}

const until = (kit: Kit): string => new Date(Date.parse(kit.now()) + LEASE_SECONDS * 1000).toISOString()

/** One step of the work: all of it or nothing, and only while the lease is ours. */
const step = <T>(
  { kit, lease, import: i }: Hold,
  seen: number | undefined,
  run: (db: Database) => Promise<T>,
): Promise<T> =>
  retrying(() =>
    kit.db.transaction().execute(async (db) => {
      if (!(await store.renew(db, i.id, lease, until(kit), seen))) throw new Lost()
      return run(db)
    }),
  )

/** Rows taken over before are known by this: an organisation's own, or those of all agencies the State named. */
const scopeOf = (i: Import): string => (i.party === null ? 'agencies' : `party:${i.party}`)

// ————— the dry run —————

async function check(hold: Hold): Promise<void> {
  const { kit, import: i, told, limits } = hold
  const frame = await frameOf(kit, i)
  const source = fromDisk(pathOf(kit.site.files, i.sha256), i.size)
  let batch: Row[] = []
  let count = 0
  const judgeBatch = async () => {
    const rows = batch
    batch = []
    const last = rows.at(-1)
    if (last === undefined) return
    await step(hold, last.n, (db) => judgeRows(db, i, frame, rows))
    told(count, i.survey.total)
  }
  for await (const row of rowsOf(source, i.survey, limits)) {
    count += 1
    // After an interruption: judged before.
    if (row.n <= i.seen) continue
    batch.push(row)
    if (batch.length >= JUDGED_AT_ONCE) await judgeBatch()
  }
  await judgeBatch()
  await step(hold, undefined, (db) => store.moveTo(db, i.id, 'checked', kit.now()))
}

async function frameOf(kit: Kit, i: Import): Promise<Frame> {
  const party = i.party === null ? undefined : await findParty(kit.db, i.party)
  const own = party === undefined ? null : { name: party.name, address: party.address, contact: party.contact }
  const mapping = i.mapping ?? { fields: {}, dates: 'dmy' as const }
  return { columns: i.survey.columns, mapping, own, isCountry, at: kit.now() }
}

const isCountry = (code: string): boolean => PartyDetails.shape.country.safeParse(code).success

async function judgeRows(db: Database, i: Import, frame: Frame, rows: readonly Row[]): Promise<void> {
  const judged = rows.map((row) => ({ row, judged: judge(row, frame) }))
  const keys = judged.map((j) => j.judged.key)
  const earlier = await store.listKeys(db, i.id, keys)
  const contents = judged.map((j) => j.judged.content)
  const taken = await store.listTaken(db, scopeOf(i), [...keys, ...contents])
  const codes = judged.flatMap((j) => (j.judged.code === null ? [] : [codeKey(j.judged.code)]))
  const recorded =
    i.party === null || codes.length === 0 ? new Map<string, string>() : await store.listCodes(db, i.party, codes)
  const verdicts: store.Verdicts[] = judged.map(({ row, judged: j }) => {
    const plainly = { judged: j, cells: null, system: null }
    if (j.verdict === 'faulty') return { ...plainly, verdict: 'faulty', reasons: j.reasons, cells: row.cells }
    const before = taken.get(j.key) ?? taken.get(j.content)
    if (before !== undefined) return { ...plainly, verdict: 'already', reasons: [], system: before.system }
    const system = j.code === null ? undefined : recorded.get(codeKey(j.code))
    if (system !== undefined) return { ...plainly, verdict: 'already', reasons: [], system }
    const twin = earlier.get(j.key)
    if (twin !== undefined && twin.content !== j.content)
      return { ...plainly, verdict: 'faulty', reasons: [codeTwice(frame, twin.n)], cells: row.cells }
    if (twin !== undefined) return { ...plainly, verdict: 'already', reasons: [] }
    earlier.set(j.key, { n: j.n, content: j.content, system: null })
    return { ...plainly, verdict: j.verdict, reasons: j.reasons }
  })
  await store.insertRows(db, i.id, verdicts)
}

const codeKey = (code: string): string => exact(code).replaceAll(' ', '')

const codeTwice = ({ mapping }: Frame, n: number): Fault => ({
  code: 'code-twice',
  column: mapping.fields.internalCode?.columns.join(' + ') ?? null,
  facts: { row: String(n) },
})

// ————— taking over —————

async function take(hold: Hold): Promise<void> {
  const { kit, import: i, told } = hold
  const all = await look.tally(kit.db, i.id)
  const of = all.draft.judged + all.notice.judged
  let count = all.draft.done + all.notice.done
  for (;;) {
    const waiting = await store.listWaiting(kit.db, i.id, WRITTEN_AT_ONCE)
    if (waiting.length === 0) break
    const drafts = waiting.filter((w) => w.verdict === 'draft')
    if (drafts.length > 0) await step(hold, undefined, (db) => enter({ ...kit, db }, i, drafts))
    for (const row of waiting.filter((w) => w.verdict === 'notice')) await record(hold, row)
    count += waiting.length
    told(count, of)
  }
  await step(hold, undefined, (db) => store.moveTo(db, i.id, 'done', kit.now()))
}

/** In whose name a row is written: the person who handed the file over, acting for the organisation the row names. */
function actorFor(i: Import, party: PartyId, name: string): Actor {
  const acting = { party, name, role: 'filer' } as const
  const [kind, id = ''] = i.by.split(':')
  if (kind !== 'account') return { kind: 'program', key: id, acting, scopes: ['notices:write', 'systems:write'] }
  return { kind: 'person', account: id as AccountId, name: '', email: '', lang: 'vi', acting, seat: null }
}

async function enter(kit: Kit, i: Import, rows: readonly store.Waiting[]): Promise<void> {
  const fresh = rows.map((row) => ({ ...row, system: uuidv7() as SystemId }))
  await store.claimScope(kit.db, scopeOf(i))
  const ours = await store.claimRows(kit.db, scopeOf(i), i.id, fresh)
  const mine = fresh.filter((row) => ours.has(row.n))
  const parties = await partiesOf(
    kit,
    i,
    mine.map((row) => row.work),
  )
  for (const [party, name] of new Map(parties.map((p) => [p.party, p.name]))) {
    const of = mine.filter((_, at) => parties[at]?.party === party)
    const entered = of.map(({ system, work }) => ({ id: system, answers: work.answers, result: work.result }))
    const kept = await enterDrafts({ ...kit, actor: actorFor(i, party, name) }, party, entered)
    if (!kept.ok) throw new Error('an import acts for a party it may not act for')
  }
  const settled = fresh.map(({ n, system }) =>
    ours.has(n) ? { n, system, verdict: 'draft' as const } : { n, system: null, verdict: 'already' as const },
  )
  await store.settle(kit.db, i.id, settled)
}

interface Whose {
  readonly party: PartyId
  readonly name: string
}

/** The organisation itself, or the agencies the rows name: known ones by their name, new ones entered, owned by nobody yet. */
async function partiesOf(kit: Kit, i: Import, works: readonly Work[]): Promise<Whose[]> {
  if (i.party !== null) {
    const whose = { party: i.party, name: (await findParty(kit.db, i.party))?.name ?? '' }
    return works.map(() => whose)
  }
  const agencies = works.map(({ agency }) => {
    if (agency === null) throw new Error('a row of an inventory of agencies names none')
    return { ...agency, key: agencyKey(agency.name) }
  })
  const keys = [...new Set(agencies.map((a) => a.key))]
  let known = await store.listAgencies(kit.db, keys)
  if (keys.some((key) => !known.has(key))) {
    await store.claimAgencies(kit.db)
    known = await store.listAgencies(kit.db, keys)
    for (const key of keys.filter((k) => !known.has(k))) {
      const agency = agencies.find((a) => a.key === key)
      if (agency === undefined) continue
      const details = {
        kind: 'organisation',
        code: null,
        contactPoint: null,
        presence: null,
        representative: null,
        stateBody: true,
      } as const
      const { name, address, contact, country } = agency
      const party = await enterParty(kit, i.by, { ...details, name: name.slice(0, 300), address, contact, country })
      await store.insertAgency(kit.db, key, party)
      known.set(key, party)
    }
  }
  return agencies.map(({ key, name }) => {
    const party = known.get(key)
    if (party === undefined) throw new Error(`no party for ${key}`)
    return { party, name }
  })
}

class Refused extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}

/** A notice that came in by another channel (Decree art. 46): number, AI-ID and receipt now, the receipt time as it was. */
async function record(hold: Hold, row: store.Waiting): Promise<void> {
  const { import: i, kit } = hold
  const { work } = row
  const settle = (db: Database, system: string | null, verdict: Verdict) =>
    store.settle(db, i.id, [{ n: row.n, system, verdict }])
  try {
    await step(hold, undefined, async (db) => {
      const inside = { ...kit, db }
      await store.claimScope(db, scopeOf(i))
      const [whose] = await partiesOf(inside, i, [work])
      if (whose === undefined || work.origin === null) throw new Error('a notice without provider or receipt time')
      const { level, ...offered } = work.result
      const input = { dossier: work.answers, result: { level }, offered } as NoticeInput
      const sent = await notify({ ...inside, actor: actorFor(i, whose.party, whose.name) }, input, work.origin)
      // Nothing of a refused notice may stay: thrown, so that the transaction ends.
      if (!sent.ok) throw new Refused(sent.refusals[0]?.code ?? '')
      const system = (await findByAiId(db, sent.value.receipt.aiId))?.id ?? ''
      const ours = await store.claimRows(db, scopeOf(i), i.id, [
        { key: row.key, content: row.content, system, n: row.n },
      ])
      if (!ours.has(row.n)) throw new Refused('dossier.code-taken')
      await settle(db, system, 'notice')
    })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.code === 'dossier.code-taken') await step(hold, undefined, (db) => settle(db, null, 'already'))
    else
      await step(hold, undefined, (db) =>
        store.settleFaulty(db, i.id, row.n, { code: 'refused', column: null, facts: { code: error.code } }, null),
      )
  }
}

// ————— in the background —————

const IDLE_MS = 1_000

/** Works through waiting imports until stopped; the batch in hand is finished first. */
export function startImporter(kit: Kit, onProblem: (error: unknown) => void): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const told = () => {
    if (stopping.signal.aborted) throw new Lost()
  }
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      // A database that is away for a while must not end the loop: the lease runs out and the work is taken up again.
      const worked = await workThrough(kit, undefined, told).catch((error: unknown) => (onProblem(error), false))
      if (!worked) await pause(IDLE_MS, stopping.signal)
    }
  }
  const ended = loop()
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}
