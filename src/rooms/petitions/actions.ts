import type { Kit } from '../../db/kit.ts'
import { countAll, listOutcomes } from './store.ts'

// The door of this room: what the pages, other rooms and the made-up world may ask of it.
export { EVALUATION_KEYS } from './evaluation-keys.ts'
export { OUTCOME as OUTCOME_WORDS } from './words.ts'
export {
  answer,
  close,
  forgetBeside,
  getPetition,
  listAtDesk,
  readClean,
  readSealed,
  seatOf,
  take,
  unseal,
  type Whole,
} from './desk-actions.ts'
export { aimsFor, ownAims, setAims } from './aim-actions.ts'
export { addKey, endKey, keepKey, type Keys, keysOf, rewrap } from './key-actions.ts'
export {
  add,
  comeBack,
  type Kept,
  readiness,
  receiptFile,
  send,
  type Sent,
  takeBack,
  type Thread,
} from './sender-actions.ts'

/** The most messages a page lists. */
const MOST_LISTED = 200

/** What became of messages that are closed, the latest first; `about`: of one record of the register. */
export const outcomes = ({ reader }: Pick<Kit, 'reader'>, about?: string) => listOutcomes(reader, about, MOST_LISTED)

/** How many messages of each kind there are, and how they stand. */
export const counts = ({ reader }: Pick<Kit, 'reader'>) => countAll(reader)
