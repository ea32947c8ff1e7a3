import { done, type Outcome } from '../base/outcome.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import { fromBase64, fromDecimal, fromUtf8, toBase64 } from './encoding.ts'
import { hashesFromBase64, type Hash } from './hash.ts'
import { malformed } from './malformed.ts'
import { printNote, signedWith } from './note.ts'
import { isMet, type Policy } from './policy.ts'
import { verifyInclusion } from './verify.ts'

/** A proof in someone's hands, checked without asking anyone (C2SP tlog-proof): the content of a `.tlog-proof` file. */
export interface LogProof {
  readonly index: number
  /** For the application, and vouched for by nobody. */
  readonly extra?: Uint8Array
  readonly path: readonly Hash[]
  readonly signed: SignedCheckpoint
}

const HEADER = 'c2sp.org/tlog-proof@v1'
const EXTRA = 'extra '
const INDEX = 'index '
const MAX_PATH = 63

export const printProof = ({ index, extra, path, signed }: LogProof): string =>
  [
    HEADER,
    ...(extra === undefined || extra.length === 0 ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...path.map(toBase64),
    '',
    printNote(signed.note),
  ].join('\n')

/** Reads a proof in its one form. Printed again it is the same, byte for byte. */
export function parseProof(source: string | Uint8Array): Outcome<LogProof> {
  const text = typeof source === 'string' ? source : fromUtf8(source)
  if (text === undefined) return malformed('log.note-characters')
  const end = text.indexOf('\n\n')
  const [header, ...lines] = text.slice(0, Math.max(end, 0)).split('\n')
  if (header !== HEADER) return malformed('log.proof-header')
  const [extraLine, rest] = lines[0]?.startsWith(EXTRA) ? [lines[0], lines.slice(1)] : [undefined, lines]
  const extra = extraLine === undefined ? undefined : fromBase64(extraLine.slice(EXTRA.length))
  // Without extra data the line is left out, so an empty one is a second spelling.
  if (extraLine !== undefined && (extra === undefined || extra.length === 0)) return malformed('log.proof-extra')
  const [indexLine = '', ...hashes] = rest
  const index = indexLine.startsWith(INDEX) ? fromDecimal(indexLine.slice(INDEX.length)) : undefined
  if (index === undefined) return malformed('log.proof-index')
  const path = hashes.length > MAX_PATH ? undefined : hashesFromBase64(hashes)
  if (path === undefined) return malformed('log.proof-path')
  const signed = parseSignedCheckpoint(text.slice(end + 2))
  return signed.ok ? done({ index, ...(extra === undefined ? {} : { extra }), path, signed: signed.value }) : signed
}

/**
 * Three answers, each about one thing, because people must be told which. Only `holds` is a yes: an inclusion under a
 * checkpoint that nobody known has signed says nothing.
 */
export interface Verdict {
  /** `not-yet`: the checkpoint ends before this entry, so nothing is shown and nothing contradicted. */
  readonly inclusion: 'included' | 'not-yet' | 'wrong'
  /** `unknown-log`: we trust no log of this origin. `absent`: it is our log, but no key of it that we know has signed. */
  readonly signature: 'good' | 'wrong' | 'absent' | 'unknown-log'
  readonly witnesses: WitnessVerdict
  readonly holds: boolean
}

export interface WitnessVerdict {
  /** `wrong`: in the name of a witness we trust stands a signature that is not its own. */
  readonly is: 'enough' | 'too-few' | 'wrong'
  /** Who looked, by the names of the policy, and when, in seconds since 1970. */
  readonly cosigned: readonly { readonly name: string; readonly at: number }[]
  readonly wrong: readonly string[]
}

/** Checks a proof of a leaf (`leafHash` of the entry) against what the reader trusts. */
export function verifyProof(proof: LogProof, leaf: Hash, policy: Policy): Verdict {
  const inclusion = inclusionOf(proof, leaf)
  const signature = signatureOf(proof.signed, policy)
  const witnesses = witnessesOf(proof.signed, policy)
  const holds = inclusion === 'included' && signature === 'good' && witnesses.is === 'enough'
  return { inclusion, signature, witnesses, holds }
}

function inclusionOf({ index, path, signed }: LogProof, leaf: Hash): Verdict['inclusion'] {
  const { size, root } = signed.checkpoint
  if (index >= size && path.length === 0) return 'not-yet'
  return verifyInclusion(index, size, leaf, path, root) ? 'included' : 'wrong'
}

/**
 * Has the log itself signed? Its key bears the name of the origin (C2SP tlog-policy), so one log cannot speak for
 * another; a false line under any key we trust spoils the note all the same (C2SP signed-note).
 */
export function signatureOf({ note, checkpoint }: SignedCheckpoint, policy: Policy): Verdict['signature'] {
  const found = policy.logs.map(({ key }) => ({ own: key.name === checkpoint.origin, is: signedWith(note, key).is }))
  const own = found.filter((key) => key.own)
  if (own.length === 0) return 'unknown-log'
  if (found.some(({ is }) => is === 'wrong')) return 'wrong'
  return own.some(({ is }) => is === 'good') ? 'good' : 'absent'
}

/** Have enough witnesses looked? */
export function witnessesOf({ note }: SignedCheckpoint, policy: Policy): WitnessVerdict {
  const found = policy.witnesses.map(({ name, key }) => ({ name, signed: signedWith(note, key) }))
  const cosigned = found.flatMap(({ name, signed }) =>
    signed.is === 'good' && signed.at !== undefined ? [{ name, at: signed.at }] : [],
  )
  const wrong = found.filter(({ signed }) => signed.is === 'wrong').map(({ name }) => name)
  const met = isMet(policy.quorum, new Set(cosigned.map(({ name }) => name)))
  return { is: wrong.length > 0 ? 'wrong' : met ? 'enough' : 'too-few', cosigned, wrong }
}
