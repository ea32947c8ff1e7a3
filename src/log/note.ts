import { done, type Outcome } from '../base/outcome.ts'
import { cosignedAt } from './cosignature.ts'
import { fromUtf8, utf8 } from './encoding.ts'
import { isLogKey, signedBy, type LogKey, type Signer, type VerifierKey } from './key.ts'
import { malformed } from './malformed.ts'
import { parseSignature, printSignature, saysToBeOf, type Signature } from './signature.ts'

/** A text and the signatures under it (C2SP signed-note). Until they are checked the text is nobody's. */
export interface Note {
  /** With its last newline: exactly what is signed. */
  readonly text: string
  readonly signatures: readonly Signature[]
}

const MAX_LENGTH = 1_000_000
/** At least 16 must be read; a hundred witnesses are enough for anyone. */
const MAX_SIGNATURES = 100

/** Reads a note in its one form. Printed again it is the same, byte for byte. */
export function parseNote(source: string | Uint8Array): Outcome<Note> {
  if (source.length > MAX_LENGTH) return malformed('log.note-too-long')
  const whole = typeof source === 'string' ? source : fromUtf8(source)
  if (whole === undefined || !isNoteText(whole)) return malformed('log.note-characters')
  if (!whole.endsWith('\n')) return malformed('log.note-end')
  // The text may hold empty lines itself: the last one parts it from the signatures.
  const end = whole.lastIndexOf('\n\n')
  if (end < 0 || end + 2 === whole.length) return malformed('log.note-unsigned')
  const lines = whole.slice(end + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) return malformed('log.note-too-long')
  const signatures: Signature[] = []
  for (const line of lines) {
    const signature = parseSignature(line)
    if (signature === undefined) return malformed('log.note-signature-line')
    signatures.push(signature)
  }
  return done({ text: whole.slice(0, end + 1), signatures })
}

export const printNote = ({ text, signatures }: Note): string =>
  `${text}\n${signatures.map((signature) => `${printSignature(signature)}\n`).join('')}`

const CONTROLS = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)).filter((char) => char !== '\n')

/** Can be spelled in UTF-8, and has no control character below U+0020 but the newline. */
const isNoteText = (text: string): boolean => text.isWellFormed() && !CONTROLS.some((char) => text.includes(char))

/** Signs a text as a log does. */
export function signNote(text: string, signers: readonly Signer<LogKey['type']>[]): Note {
  if (!text.endsWith('\n') || !isNoteText(text)) throw new RangeError('this text cannot be signed as a note')
  const signatures = signers.map(({ key, sign }) => ({ name: key.name, id: key.id, bytes: sign(utf8(text)) }))
  return { text, signatures }
}

/** The note with these signatures added; one of the same key takes the place of the older. */
export function withSignatures(note: Note, more: readonly Signature[]): Note {
  const kept = note.signatures.filter((old) => !more.some((one) => one.name === old.name && one.id === old.id))
  return { text: note.text, signatures: [...kept, ...more] }
}

/**
 * What a key has to do with a note. `wrong`: it is named, and at least one signature in its name is not its own, so the
 * note was changed or forged. `absent`: it is not named, which accuses nobody.
 */
export type Signed =
  | { readonly is: 'good'; readonly at?: number }
  | { readonly is: 'wrong' }
  | { readonly is: 'absent' }

export function signedWith(note: Note, key: VerifierKey): Signed {
  const own = note.signatures.filter((signature) => saysToBeOf(signature, key))
  let found: Signed = { is: 'absent' }
  for (const { bytes } of own) {
    if (isLogKey(key)) {
      if (!signedBy(key, utf8(note.text), bytes)) return { is: 'wrong' }
      found = { is: 'good' }
    } else {
      const at = cosignedAt(note.text, key, bytes)
      if (at === undefined) return { is: 'wrong' }
      found = { is: 'good', at }
    }
  }
  return found
}
