import { actingFor } from '../../base/actor.ts'
import { dayOf, endOfDay, type Instant } from '../../base/day.ts'
import { uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, type Refusal, refuse } from '../../base/outcome.ts'
import { pause } from '../../base/pause.ts'
import { retrying } from '../../db/connect.ts'
import type { Kit } from '../../db/kit.ts'
import { judgeClaim } from '../../mark/claim.ts'
import { whoOrdered } from '../parties/actions.ts'
import type { Recorded } from '../systems/schema.ts'
import { type Acting, markable } from './certificate-actions.ts'
import { toSignWith } from './certificate-rules.ts'
import { listCertificates } from './certificate-store.ts'
import { linesIn, readLines, shownJob, shownResult } from './job-rules.ts'
import {
  type Became,
  type Job,
  JOBS_MOST,
  type JobShown,
  LINES_MOST,
  type LineRead,
  RESULTS_AT_ONCE,
  type JobResult,
} from './job-schema.ts'
import * as store from './job-store.ts'
import { signClaims, unfit } from './signing-actions.ts'
import { SIGNATURES_A_DAY } from './signing-schema.ts'
import { countSignatures } from './signing-store.ts'

/** Lines written in one go. */
const WRITTEN_AT_ONCE = 200
/** Claims signed in one go: what everybody else waits for on one core, and single signatures for the day's count. */
const SIGNED_AT_ONCE = 50
const HOUR = 3_600_000
const MINUTE = 60_000

const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString()
const keptFrom = ({ site }: Kit, moment: Instant): Instant => later(moment, site.markJobs.hours * HOUR)

// ————— ordering and reading —————

/**
 * Takes claims by the thousand, to be signed in the background (Decree art. 17.2.c): one line of JSON each, of which
 * nothing but the claim and the sender's own name is kept. A line that cannot be taken is refused at its line. Refuses
 * the whole where the system may not be marked or has no certificate, where there is no line, and more lines than the
 * organisation may have waiting.
 */
export async function orderJob(asked: Acting, aiId: string, bytes: Uint8Array): Promise<Outcome<JobShown>> {
  const { db, actor } = asked
  const found = await markable(asked, aiId)
  if (!found.ok) return found
  if (actor.kind !== 'program') return refuse({ code: 'job.key' })
  const system = found.value
  const now = asked.now()
  if (toSignWith(await listCertificates(db, system.id), now) === undefined)
    return refuse({ code: 'signing.no-certificate', facts: { aiId: system.aiId } })
  const held = await store.countHeld(db, system.provider, now)
  if (held.jobs >= JOBS_MOST) return refuse({ code: 'job.too-many', facts: { limit: String(JOBS_MOST) } })
  const lines = countLines(bytes)
  if (lines === 0) return refuse({ code: 'job.empty' })
  if (held.waiting + lines > LINES_MOST)
    return refuse({ code: 'job.lines', facts: { limit: String(LINES_MOST), waiting: String(held.waiting) } })
  const job = {
    ...{ id: uuidv7(), party: system.provider, system: system.id, aiId: system.aiId, key: actor.key, lines },
    ...{ createdAt: now, dueAt: now, keepUntil: keptFrom(asked, now) },
  }
  await store.insertJob(db, job)
  let batch: LineRead[] = []
  for (const read of readLines(bytes)) {
    batch.push(read)
    if (batch.length < WRITTEN_AT_ONCE) continue
    await store.insertLines(db, job.id, batch, unreadable)
    batch = []
  }
  if (batch.length > 0) await store.insertLines(db, job.id, batch, unreadable)
  const kept = await store.findJob(db, job.id, now)
  return kept === undefined ? refuse({ code: 'job.unknown' }) : done(shownJob(kept, now))
}

const unreadable = ({ fault }: { readonly fault: string }): Refusal => ({ code: 'job.line', facts: { fault } })

/** Without keeping any: too many lines are found before the first one is written. */
function countLines(bytes: Uint8Array): number {
  let lines = 0
  for (const _ of linesIn(bytes)) if ((lines += 1) > LINES_MOST) break
  return lines
}

/** A job of one's own organisation; what others ordered is not there. */
async function ownJob(asked: Acting, id: string): Promise<Outcome<Job>> {
  const job = await store.findJob(asked.db, id, asked.now())
  return job === undefined || actingFor(asked.actor)?.party !== job.party ? refuse({ code: 'job.unknown' }) : done(job)
}

/** How a job stands. */
export async function jobOf(asked: Acting, id: string): Promise<Outcome<JobShown>> {
  const found = await ownJob(asked, id)
  return found.ok ? done(shownJob(found.value, asked.now())) : found
}

/** What became of the lines behind `after`, as far as the job is, in the order of the lines; at most 500. */
export async function resultsOf(asked: Acting, id: string, after: number): Promise<Outcome<readonly JobResult[]>> {
  const found = await ownJob(asked, id)
  if (!found.ok) return found
  return done((await store.listSettled(asked.db, found.value, after, RESULTS_AT_ONCE)).map((one) => shownResult(one)))
}

/** Ends a job and erases it with its results. What was signed until then stays signed, and counted. */
export async function endJob(asked: Acting, id: string): Promise<Outcome<{ readonly id: string }>> {
  const found = await ownJob(asked, id)
  if (!found.ok) return found
  await store.deleteJob(asked.db, id)
  return done({ id })
}

/** The latest jobs of a system, for those who may see it. */
export async function jobsOf(asked: Acting, system: Recorded, most = 20): Promise<readonly JobShown[]> {
  const now = asked.now()
  return (await store.listJobs(asked.db, system.id, now, most)).map((job) => shownJob(job, now))
}

// ————— working —————

/**
 * Deals with the next lines of the job that has waited longest, all of it in one transaction: signatures, the count of
 * the day and how far the job is stand or fall together, so that a portal that dies signs no line twice and counts none
 * twice. False when nothing is due.
 */
export async function workOnJobs(kit: Kit): Promise<boolean> {
  let taken: Job | undefined
  try {
    return await retrying(() =>
      kit.db.transaction().execute(async (db) => {
        taken = await store.takeUp(db, kit.now())
        if (taken === undefined) return false
        await workOn({ ...kit, db }, taken)
        return true
      }),
    )
  } catch (error) {
    // Others must not wait behind a job in which something fails again and again; its time ends like any other's. Where
    // the database is what failed, the job stands as it was.
    if (taken !== undefined)
      await store.putOff(kit.db, taken.id, later(kit.now(), MINUTE), kit.now()).catch(() => undefined)
    throw error
  }
}

async function workOn(kit: Kit, job: Job): Promise<void> {
  const now = kit.now()
  const waiting = await store.nextLines(kit.db, job, SIGNED_AT_ONCE)
  const { became, rest } = await signed(kit, job, waiting)
  await store.settleLines(kit.db, job.id, became)
  // Lines without a claim were refused when they came in.
  const passed = waiting.filter(({ line }) => rest === undefined || line < rest.from)
  const signatures = became.filter((one) => 'signature' in one).length
  const seen = passed.at(-1)?.line ?? job.seen
  const over = rest === undefined && waiting.length < SIGNED_AT_ONCE
  const dueAt = rest?.dueAt ?? now
  const to = {
    ...{ state: over ? ('done' as const) : ('running' as const), seen, dueAt },
    ...{ signed: job.signed + signatures, refused: job.refused + passed.length - signatures },
    keepUntil: keptFrom(kit, dueAt),
  }
  await store.moveOn(kit.db, job.id, to, now)
}

interface Step {
  readonly became: readonly Became[]
  /** From which line on the share of the day does not reach, and when it goes on there. */
  readonly rest?: { readonly from: number; readonly dueAt: Instant }
}

/** Signs the claims among these lines through the very door that a single one goes through. */
async function signed(kit: Kit, job: Job, waiting: readonly store.Waiting[]): Promise<Step> {
  const judged = waiting.flatMap(({ line, claim }) =>
    claim === null ? [] : [{ line, claim, faults: judgeClaim(claim, job.aiId).faults }],
  )
  const fit = judged.filter(({ faults }) => faults.length === 0)
  const bad = judged.flatMap(({ line, faults }): Became[] =>
    faults.length === 0 ? [] : [{ line, refusal: unfit(faults) }],
  )
  const noneOf = (why: Refusal): Step => ({ became: [...bad, ...fit.map(({ line }) => ({ line, refusal: why }))] })
  const actor = await whoOrdered(kit.db, job.key)
  if (actor.kind !== 'program') return noneOf({ code: 'job.key' })
  const now = kit.now()
  const left = Math.max(0, SIGNATURES_A_DAY - (await countSignatures(kit.db, job.party, dayOf(now))))
  const upTo = (from: number | undefined, dueAt: Instant, more: readonly Became[]): Step =>
    from === undefined
      ? { became: [...bad, ...more] }
      : { became: [...bad.filter(({ line }) => line < from), ...more], rest: { from, dueAt } }
  const tomorrow = later(endOfDay(dayOf(now)), 1)
  const next = fit.slice(0, left)
  if (next.length === 0) return upTo(fit[0]?.line, tomorrow, [])
  const claims = next.map(({ claim }) => claim)
  const outcome = await signClaims({ ...kit, actor }, job.aiId, claims)
  if (!outcome.ok) {
    const [why = unfit([])] = outcome.refusals
    // Somebody else took of the day's share in this very moment: the next turn counts anew.
    return why.code === 'signing.quota' ? upTo(next[0]?.line, now, []) : noneOf(why)
  }
  const { items, serial } = outcome.value
  const results = next.map(({ line }, n): Became => {
    const item = items[n]
    if (item === undefined) throw new Error('a claim came back without an answer')
    if (!item.ok) return { line, refusal: item.refusal }
    return { line, signature: { cose: item.cose, serial, contentId: item.contentId } }
  })
  return upTo(fit[left]?.line, tomorrow, results)
}

const IDLE_MS = 1_000

/** Works on jobs until stopped, and erases those whose time is over. The step in hand is finished first. */
export function startJobs(kit: Kit, onProblem: (error: unknown) => void): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const loop = async (): Promise<void> => {
    let swept = 0
    while (!stopping.signal.aborted) {
      // A database that is away for a while must not end the loop: the work lies in it and waits.
      const worked = await workOnJobs(kit).catch((error: unknown) => (onProblem(error), false))
      if (!worked) await pause(IDLE_MS, stopping.signal)
      if (performance.now() - swept < MINUTE && swept > 0) continue
      swept = performance.now()
      await store.dropOldJobs(kit.db, kit.now()).catch(onProblem)
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
