/** A verb either did its work or says why not. Faults are thrown, never returned. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

/**
 * Not there for you · not by you · not at this moment · not with this content · not so often.
 * The rim (`web/problem.ts`) turns these into numbers; nothing below it knows a status code.
 */
export type Sort = 'absent' | 'unentitled' | 'untimely' | 'unfit' | 'overmuch'

export interface Refusal {
  /** Stable, public, translatable. Never reworded, only retired. */
  readonly code: `${string}.${string}`
  /** The form field to point at, when there is one. */
  readonly field?: string
  /** The provision that says no, when law and not shape says no (see `law/cite.ts`). */
  readonly cite?: string
  /** What the words of the refusal need to be concrete: an AI-ID, a date, a limit. Shown to the reader, so never secret. */
  readonly facts?: Readonly<Record<string, string>>
}

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const refuse = (...refusals: readonly Refusal[]): Outcome<never> => ({ ok: false, refusals })
