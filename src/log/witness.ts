import { done, type Outcome } from '../base/outcome.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import { fromDecimal, fromUtf8, toBase64 } from './encoding.ts'
import { EMPTY_ROOT, hashesFromBase64, sameHash, type Hash } from './hash.ts'
import type { LogKey } from './key.ts'
import { malformed } from './malformed.ts'
import { printNote, signedWith } from './note.ts'
import { parseSignature, printSignature, type Signature } from './signature.ts'
import { verifyConsistency, type Head } from './verify.ts'

/** What a log asks of a witness (C2SP tlog-witness, add-checkpoint): this tree grew from the one you saw, see for yourself. */
export interface AddCheckpoint {
  readonly old: number
  readonly path: readonly Hash[]
  readonly signed: SignedCheckpoint
}

const MAX_PATH = 63

export const printAddCheckpoint = ({ old, path, signed }: AddCheckpoint): string =>
  `old ${old}\n${path.map((hash) => `${toBase64(hash)}\n`).join('')}\n${printNote(signed.note)}`

export function parseAddCheckpoint(source: string | Uint8Array): Outcome<AddCheckpoint> {
  const body = typeof source === 'string' ? source : fromUtf8(source)
  if (body === undefined) return malformed('log.note-characters')
  const end = body.indexOf('\n\n')
  const [first = '', ...lines] = body.slice(0, Math.max(end, 0)).split('\n')
  const old = first.startsWith('old ') ? fromDecimal(first.slice(4)) : undefined
  if (old === undefined) return malformed('log.request-old-size')
  const path = lines.length > MAX_PATH ? undefined : hashesFromBase64(lines)
  if (path === undefined) return malformed('log.request-path')
  const signed = parseSignedCheckpoint(body.slice(end + 2))
  return signed.ok ? done({ old, path, signed: signed.value }) : signed
}

/** What a witness knows of one log: the keys it trusts and the last head it cosigned. */
export interface KnownLog {
  readonly keys: readonly LogKey[]
  readonly latest: Head
}

/** The head of a log that was never cosigned. */
export const NEVER_SEEN: Head = { size: 0, root: EMPTY_ROOT }

/** Statuses as the standard counts them. They are its words, not ours, so this floor may say them. */
export type Judgement =
  | { readonly status: 200; readonly text: string; readonly latest: Head }
  | { readonly status: 400 | 403 | 404 | 422 }
  | { readonly status: 409; readonly size: number }

/**
 * What a witness answers, in the order of the standard. `log` is what it knows under the origin of this checkpoint.
 * After 200 keep `latest`, by compare-and-swap with what was judged, and only then cosign `text` and answer:
 * otherwise two requests at once could make the witness go back.
 */
export function judge(log: KnownLog | undefined, { old, path, signed }: AddCheckpoint): Judgement {
  const { checkpoint, note } = signed
  if (log === undefined) return { status: 404 }
  const seen = log.keys.map((key) => signedWith(note, key).is)
  if (!seen.includes('good') || seen.includes('wrong')) return { status: 403 }
  if (old > checkpoint.size) return { status: 400 }
  if (old !== log.latest.size) return { status: 409, size: log.latest.size }
  const latest = { size: checkpoint.size, root: checkpoint.root }
  if (old === checkpoint.size && path.length === 0 && !sameHash(log.latest.root, latest.root))
    return { status: 409, size: log.latest.size }
  if (!verifyConsistency(log.latest, latest, path)) return { status: 422 }
  return { status: 200, text: note.text, latest }
}

/** The answer as it is sent. `cosignatures` are those made after the new head was kept; only 200 shows them. */
export function answerTo(judgement: Judgement, cosignatures: readonly Signature[]) {
  switch (judgement.status) {
    case 200:
      return { status: 200, type: 'text/plain; charset=utf-8', body: printCosignatures(cosignatures) } as const
    case 409:
      return { status: 409, type: 'text/x.tlog.size', body: `${judgement.size}\n` } as const
    case 400:
    case 403:
    case 404:
    case 422:
      return { status: judgement.status, type: 'text/plain; charset=utf-8', body: '' } as const
  }
}

const printCosignatures = (cosignatures: readonly Signature[]): string =>
  cosignatures.map((cosignature) => `${printSignature(cosignature)}\n`).join('')

/** Reads the body of a witness's 200. What it says is checked like any signature, once it stands under the note. */
export function parseCosignatures(body: string): Outcome<readonly Signature[]> {
  const lines = body.endsWith('\n') ? body.slice(0, -1).split('\n') : []
  const signatures = lines.map(parseSignature)
  return signatures.length > 0 && signatures.every((signature) => signature !== undefined)
    ? done(signatures)
    : malformed('log.note-signature-line')
}
