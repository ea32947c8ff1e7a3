import type { Instant } from '../base/day.ts'
import type { Refusal } from '../base/outcome.ts'
import type { Text } from '../base/text.ts'
import type { Cite } from '../law/cite.ts'
import type { ClockRule } from '../law/clock.ts'
import type { Form } from './form.ts'
import type { Answers, CaseFile, Holder, PartyFacts, Side } from './schema.ts'

/** Where a file stands, who holds it then, and what they are waiting for. */
export interface StateOf {
  readonly name: Text
  readonly holder: Holder
  /** What happens next, told to the party and to the unit. */
  readonly next: Readonly<Record<Side, Text>>
  /** Why there is no date here, when no clock can run in this state: the law sets none, or nothing more is due. */
  readonly noDate?: Text
  /** Nothing can follow but publication. */
  readonly final?: true
  /** The unit may ask once for more, and both may write, in this state. */
  readonly open?: true
}

/** Who may take a step: someone acting for the party, an officer of the unit in charge, or its chief. */
export type Part = 'party' | 'officer' | 'chief'

export interface VerbOf {
  /** On the button: a verb with its object. */
  readonly ask: Text
  /** In the history: what happened. */
  readonly past: Text
  readonly who: Part
  readonly cite: Cite
  /** The form that goes with it: `forms` of the procedure. */
  readonly form?: string
  /** Files may go with it. */
  readonly files?: true
  /** From here on the file lies with the State: the unit is found, and sees it. */
  readonly handsOver?: true
  /** From here on the party sees the file, this step and what follows: the counterpart of `handsOver`. */
  readonly serves?: true
  /** The unit's own paper though the file was served: the party sees neither this step nor what was said at it. */
  readonly internal?: true
  /** It follows from a step on another file, in the same transaction: offered to nobody, open to nobody. */
  readonly follows?: true
  /** Nobody decides on a file he has worked on. */
  readonly secondPerson?: true
  /** Only for files it makes sense for: to all others it is neither offered nor open. */
  readonly fits?: (file: CaseFile) => boolean
  /** What is issued with it. */
  readonly document?: { readonly kind: string; readonly prefix: string; readonly title: Text; readonly says: Text }
  /** What becomes public with it, added to what is public already; null withdraws everything. */
  readonly publish?: (file: CaseFile, answers: Answers) => Readonly<Record<string, unknown>> | null
  /** The law's own reasons against it, beyond the form: all of them at once. */
  readonly checks?: (file: CaseFile, answers: Answers, at: Instant) => readonly Refusal[]
  /** Who is written to. The other side, unless said. */
  readonly tells?: readonly Side[]
  /** A program may take this step too. */
  readonly api?: true
}

/** A legal clock as data: what starts it, what meets it, and how long. */
export interface ClockOf {
  readonly id: string
  readonly name: Text
  /** `legal`: the law's own. `target`: a configured aim where the law is silent. `parallel`: of another law, only named. */
  readonly kind: 'legal' | 'target' | 'parallel'
  readonly side: Side
  /** It starts when a verb happened, or at a moment somebody answered (once that verb has happened). */
  readonly starts: { readonly verb: string; readonly answer?: string }
  readonly met: readonly string[]
  /** It runs once more each time its start happens after it was met: what is sent back a second time has a time again. */
  readonly again?: true
  /** How long, for these answers; nothing when it does not run for them. */
  readonly rule: (answers: Answers) => { readonly rule: ClockRule; readonly cite: Cite | Text } | undefined
}

/**
 * A procedure as a value: what the engine needs to run it, without SQL and without markup. Its first state is that of
 * a file just begun, which nobody but the side that began it sees.
 */
export interface Procedure {
  /** `incident`: names it in events, leaves and tables. */
  readonly id: string
  /** `incidents`: below /vi, /en and /api/v1. */
  readonly path: string
  /** Who begins a file: the party, unless said. One the unit begins it holds from the start, and the party sees what is served. */
  readonly begunBy?: Side
  /** `SC` of `SC-2026-000123`. */
  readonly prefix: string
  readonly name: Text
  readonly plural: Text
  /** Who it is for, what one needs, how long it takes: the start page. */
  readonly start: {
    readonly lead: Text
    readonly needs: readonly Text[]
    readonly button: Text
    /** By what an officer finds whom a file is about. */
    readonly find?: Text
  }
  readonly cites: readonly Cite[]
  /** Which provisions one file stands on, when its answers tell; all of `cites` otherwise. */
  readonly basis?: (answers: Answers) => readonly Cite[]
  /** The first state is where a file begins. */
  readonly states: Readonly<Record<string, StateOf>>
  readonly verbs: Readonly<Record<string, VerbOf>>
  /** For each state: which verb leads where. */
  readonly flow: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Every version of every form, the newest last: a draft goes on with the one it began with. */
  readonly forms: Readonly<Record<string, readonly Form[]>>
  readonly clocks: readonly ClockOf[]
  /** Which desk leads for these answers, and which keep a view. */
  readonly route: (answers: Answers) => { readonly lead: string; readonly copies: readonly string[] }
  /** Desks a file can be handed to. */
  readonly desks: readonly string[]
  /** What it is about, in a few words without names of people. */
  readonly subject: (answers: Answers) => string
  /** What is known before anybody types. */
  readonly known?: (party: PartyFacts, answers: Answers) => Answers
}

export const firstState = (p: Procedure): string => Object.keys(p.states)[0] ?? ''
/** What is done first with a file of this procedure. */
export const openingVerb = (p: Procedure): string => Object.keys(p.flow[firstState(p)] ?? {})[0] ?? ''
/** What a file stands on, for its page and its documents. */
export function basisOf(p: Procedure, answers: Answers): readonly Cite[] {
  const own = p.basis?.(answers) ?? []
  return own.length > 0 ? own : p.cites
}
/** The clock a kept one is a run of: `rework`, and `rework.2` when it ran a second time. */
export const clockNamed = (p: Procedure, kept: string): ClockOf | undefined =>
  p.clocks.find(({ id }) => id === kept.split('.')[0])
export const newestForm = (p: Procedure, id: string): Form | undefined => p.forms[id]?.at(-1)
