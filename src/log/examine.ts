import type { Json } from '../base/canonical.ts'
import type { Refusal } from '../base/outcome.ts'
import { fromUtf8, utf8 } from './encoding.ts'
import { judgeEvidence, MAX_EVIDENCE, parseEvidence, type Evidence, type Judged, type Trust } from './evidence.ts'
import { readJson } from './json.ts'
import { jwsSignedBy, parseJws, type Jws } from './jws.ts'
import { parseProof } from './proof.ts'

/**
 * What a file turned out to be, and what could be checked of it. People bring what they have: the whole evidence, or the
 * receipt alone, signed or not, or the page to print.
 */
export type Found =
  | { readonly is: 'evidence'; readonly evidence: Evidence; readonly judgement: Judged }
  /** A signed receipt or document without its proof: the log is not spoken of. */
  | { readonly is: 'jws'; readonly jws: Jws; readonly signature: 'good' | 'wrong' | 'key-unknown' }
  /** The content alone, which anybody can write. */
  | { readonly is: 'json'; readonly value: Json }
  /** A proof of some log without the content of this portal. */
  | { readonly is: 'bare-proof' }
  | { readonly is: 'pdf' }
  | { readonly is: 'unreadable'; readonly refusals: readonly Refusal[] }

/** Looks at a file from anywhere. Asks nobody and never throws. */
export function examine(bytes: Uint8Array, trust: Trust): Found {
  const no = (code: Refusal['code']): Found => ({ is: 'unreadable', refusals: [{ code }] })
  if (bytes.length > MAX_EVIDENCE) return no('log.evidence-too-long')
  if (startsWith(bytes, '%PDF-')) return { is: 'pdf' }
  const text = fromUtf8(bytes)
  if (text === undefined || text === '') return no('log.note-characters')
  if (text.startsWith('c2sp.org/tlog-proof')) {
    const read = parseEvidence(text)
    if (read.ok) return { is: 'evidence', evidence: read.value, judgement: judgeEvidence(read.value, trust) }
    const proof = parseProof(text)
    return proof.ok && proof.value.extra === undefined
      ? { is: 'bare-proof' }
      : { is: 'unreadable', refusals: read.refusals }
  }
  const jws = parseJws(text.trim())
  if (jws !== undefined) return { is: 'jws', jws, signature: jwsSignedBy(jws, trust.keys) }
  const value = readJson(text)
  return typeof value === 'object' && value !== null ? { is: 'json', value } : no('log.proof-header')
}

const startsWith = (bytes: Uint8Array, text: string): boolean => utf8(text).every((byte, n) => bytes[n] === byte)

/**
 * The one word for how it came out, the gravest first. What contradicts itself is `wrong` whatever else is open; what
 * cannot be judged comes before what is merely not there yet.
 */
export const OUTCOMES = [
  ...[
    'holds',
    'erased',
    'wrong',
    'unknown-log',
    'unsigned',
    'key-unknown',
    'not-covered',
    'not-bound',
    'not-yet',
    'too-few',
  ],
  ...['jws-good', 'jws-wrong', 'jws-unknown', 'json', 'bare-proof', 'pdf', 'too-long', 'unreadable'],
] as const
export type Came = (typeof OUTCOMES)[number]

export function outcomeOf(found: Found): Came {
  switch (found.is) {
    case 'evidence':
      return outcomeOfEvidence(found.judgement)
    case 'jws':
      return found.signature === 'good' ? 'jws-good' : found.signature === 'wrong' ? 'jws-wrong' : 'jws-unknown'
    case 'unreadable':
      return found.refusals.some(({ code }) => code === 'log.evidence-too-long') ? 'too-long' : 'unreadable'
    case 'json':
    case 'bare-proof':
    case 'pdf':
      return found.is
  }
}

function outcomeOfEvidence({ inclusion, signature, witnesses, content, document, holds }: Judged): Came {
  const contents = Object.values(content)
  if (holds) return contents.includes('erased') ? 'erased' : 'holds'
  const contradicted =
    [inclusion, signature, witnesses.is, document.signature].includes('wrong') ||
    [...contents, document.match].includes('differs') ||
    contents.includes('erased-unproven')
  if (contradicted) return 'wrong'
  if (signature === 'unknown-log') return 'unknown-log'
  if (signature === 'absent') return 'unsigned'
  if (document.signature === 'key-unknown') return 'key-unknown'
  if (contents.includes('group-unknown')) return 'not-covered'
  if (inclusion === 'not-yet') return 'not-yet'
  return document.match === 'not-bound' ? 'not-bound' : 'too-few'
}
