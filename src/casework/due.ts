import type { Procedure } from './procedure.ts'
import type { CaseFile, ClockKept } from './schema.ts'

/** Nothing can follow any more, and no clock of it runs. An unknown state is still at work: better shown than lost. */
export const isFinal = (p: Procedure | undefined, file: Pick<CaseFile, 'state'>): boolean =>
  p?.states[file.state]?.final === true

/** Every state in which nothing more is due, by procedure: what the queue and the reminders leave out. */
export const finals = (procedures: readonly Procedure[]): { readonly procedure: string; readonly state: string }[] =>
  procedures.flatMap((p) =>
    Object.entries(p.states).flatMap(([state, { final }]) => (final === true ? [{ procedure: p.id, state }] : [])),
  )

const PRESSING = ['legal', 'target'] as const

/**
 * The clock a file waits for: the earliest of the law's own that nobody has met, else the earliest configured aim.
 * Clocks of other laws are named and never decide. The queue asks the database the same (`desk-store.ts`).
 */
export const pressing = (clocks: readonly ClockKept[]): ClockKept | undefined =>
  PRESSING.flatMap((kind) => earliest(clocks.filter((c) => c.kind === kind && c.metAt === null)) ?? [])[0]

const earliest = (clocks: readonly ClockKept[]): ClockKept | undefined =>
  clocks.toSorted((a, b) => (a.reckoning.due < b.reckoning.due ? -1 : 1))[0]

/** Clocks of the law that were met, but too late: the mark stays with the file. */
export const metLate = (clocks: readonly ClockKept[]): ClockKept[] =>
  clocks.filter((c) => c.kind === 'legal' && c.metAt !== null && c.metAt > c.reckoning.due)
