import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Kit } from '../../db/kit.ts'
import { decide, hourOf } from './rules.ts'
import type { Paper, Petition, Step, Verb } from './schema.ts'
import { type KeptStep, movePetition } from './store.ts'

/** One step of either side: decided by the flow, kept with its event and leaf. Refused when somebody acted meanwhile. */
export async function moved(
  asked: Pick<Kit, 'db' | 'now'>,
  before: Petition,
  verb: Verb,
  by: string,
  what: Pick<KeptStep, 'clean' | 'sealed' | 'key'> & {
    readonly paper: Paper
    readonly change?: Partial<Petition>
  },
): Promise<Outcome<Petition>> {
  const state = decide(before.state, verb)
  if (!state.ok) return state
  const { paper, change, ...parts } = what
  const at = hourOf(asked.now())
  const petition: Petition = {
    ...before,
    ...change,
    ...{ state: state.value, changedAt: at, seq: before.seq + 1, steps: stepsAfter(before, verb, at) },
  }
  const step: Step = {
    ...{ seq: petition.seq, verb, side: by === 'sender' ? 'sender' : 'unit', by, at, state: state.value, paper },
  }
  return (await movePetition(asked.db, before, { petition, step, ...parts }))
    ? done(petition)
    : refuse({ code: 'petition.changed-meanwhile' })
}

function stepsAfter({ steps, state }: Petition, verb: Verb, at: string): Petition['steps'] {
  // A second addition does not make the first one wait longer.
  if (verb === 'add')
    return { ...steps, waiting: state === 'received' || state === 'taken' ? (steps.waiting ?? at) : at }
  if (verb === 'take') return { ...steps, taken: steps.taken ?? at }
  return verb === 'answer' || verb === 'close' ? { ...steps, waiting: null } : steps
}
