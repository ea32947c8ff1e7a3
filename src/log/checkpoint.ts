import { done, type Outcome } from '../base/outcome.ts'
import { fromDecimal, isCount, toBase64 } from './encoding.ts'
import { hashFromBase64, type Hash } from './hash.ts'
import { malformed } from './malformed.ts'
import { parseNote, type Note } from './note.ts'

/** What a log says of itself at one moment (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Which log: `example.org/log`. */
  readonly origin: string
  readonly size: number
  readonly root: Hash
  /** Further lines, which no monitor can judge. We write none and keep those of others. */
  readonly extensions: readonly string[]
}

/** A checkpoint as it travels: the note, and what its text says. */
export interface SignedCheckpoint {
  readonly note: Note
  readonly checkpoint: Checkpoint
}

/** The text of the note to sign. */
export function printCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const lines = [origin, String(size), toBase64(root), ...extensions]
  if (!isCount(size) || lines.some((line) => line === '' || line.includes('\n')))
    throw new RangeError('this cannot be written as a checkpoint')
  return `${lines.join('\n')}\n`
}

export function parseCheckpoint(text: string): Outcome<Checkpoint> {
  const lines = text.split('\n')
  const [origin = '', sizeLine = '', rootLine = '', ...extensions] = lines.slice(0, -1)
  if (lines.length < 4 || lines.at(-1) !== '' || lines.slice(0, -1).includes(''))
    return malformed('log.checkpoint-lines')
  const size = fromDecimal(sizeLine)
  if (size === undefined) return malformed('log.checkpoint-size')
  const root = hashFromBase64(rootLine)
  if (root === undefined) return malformed('log.checkpoint-root')
  return done({ origin, size, root, extensions })
}

export function parseSignedCheckpoint(source: string | Uint8Array): Outcome<SignedCheckpoint> {
  const note = parseNote(source)
  if (!note.ok) return note
  const checkpoint = parseCheckpoint(note.value.text)
  return checkpoint.ok ? done({ note: note.value, checkpoint: checkpoint.value }) : checkpoint
}
