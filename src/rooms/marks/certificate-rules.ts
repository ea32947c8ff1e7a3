import { type Actor, files } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { isRecorded, type Recorded, type State, type System } from '../systems/schema.ts'
import { type Certificate, isLive } from './certificate-schema.ts'

/** Days a leaf lives. Short, because a stolen key signs for no longer than that. */
export const LIFE = 90
/** A program that signs day and night is given the next one in time. */
export const RENEW_BEFORE = 15
/** Clocks of readers may be behind ours. */
const HOURS_BACK = 1
/** Live ones of one system at a time. */
export const MOST_LIVE = 5

/** A system that is out of use makes nothing that could be marked (Law art. 11.2 speaks of what a system makes). */
const MARKABLE: readonly State[] = ['declared', 'in-use']

const HOUR = 3_600_000

/** From an hour ago, for clocks that are behind, to ninety days from now. */
export const periodFrom = (now: Instant): { readonly from: Instant; readonly to: Instant } => ({
  from: new Date(Date.parse(now) - HOURS_BACK * HOUR).toISOString(),
  to: new Date(Date.parse(now) + LIFE * 24 * HOUR).toISOString(),
})

/** May marks be made for this system by this actor? The system is one it files for; the rest is not there for it. */
export function mayMark(system: System | undefined, actor: Actor): Outcome<Recorded> {
  if (system === undefined || !isRecorded(system) || !sees(system, actor))
    return refuse({ code: 'certificate.unknown' })
  if (!files(actor, system.provider)) return refuse({ code: 'certificate.not-yours', cite: 'L11.2' })
  if (!MARKABLE.includes(system.state)) return refuse({ code: 'certificate.system-state', cite: 'L11.2' })
  return done(system)
}

/** Members of the provider, viewers too. */
const sees = (system: System, actor: Actor): boolean =>
  actor.kind !== 'visitor' && actor.acting?.party === system.provider

/** The one to sign with: the newest that holds. */
export const toSignWith = (all: readonly Certificate[], now: Instant): Certificate | undefined =>
  all.filter((c) => isLive(c, now)).toSorted((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1))[0]

export const endsSoon = ({ notAfter }: Certificate, now: Instant): boolean =>
  Date.parse(notAfter) - Date.parse(now) < RENEW_BEFORE * 24 * HOUR
