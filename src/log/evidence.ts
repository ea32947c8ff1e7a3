import { canonical, type Json } from '../base/canonical.ts'
import { done, type Outcome } from '../base/outcome.ts'
import { fromUtf8, isCount, joinBytes, toHex, utf8 } from './encoding.ts'
import { hashesFromBase64, leafHash, sha256 } from './hash.ts'
import { readCanonical } from './json.ts'
import { asKey, fromBase64Url, isMadeOf, jwsSignedBy, parseJws, type PublicJwk } from './jws.ts'
import { malformed } from './malformed.ts'
import type { Policy } from './policy.ts'
import { parseProof, printProof, verifyProof, type LogProof, type Verdict } from './proof.ts'
import { verifyInclusion } from './verify.ts'

/**
 * What somebody holds in hand: the proof that an act is in the log, and as much of its content as they may see. The
 * content travels in the `extra` line of a tlog-proof, which vouches for nothing by itself: every part of it is held
 * against the entry, and the entry against the log.
 */
export interface Evidence {
  readonly proof: Omit<LogProof, 'extra'>
  /** The entry, exactly the bytes that were hashed. */
  readonly entry: string
  readonly opened: Readonly<Record<string, Opening>>
  /** Groups that were erased since, each with the entry of the act that erased it, under the same checkpoint. */
  readonly erased?: Readonly<Record<string, Buried>>
  /** The signed receipt or document, as compact JWS. */
  readonly jws?: string
  /** For readers without keys of their own to see whose it says to be. A key that comes with the file proves nothing. */
  readonly keys?: readonly PublicJwk[]
}

/** What opens one group of an entry. */
export interface Opening {
  /** 32 bytes as base64url. */
  readonly salt: string
  readonly value: Json
}

/** That a group was erased by an act of the same log: the entry of that act, its place and the path to the root. */
export interface Buried {
  readonly entry: string
  readonly index: number
  /** Hashes in base 64, as in a tlog-proof. */
  readonly path: readonly string[]
}

/** A log entry as it says itself to be: which act on what and when, and commitments to the rest. */
export interface Entry {
  readonly type: string
  readonly subject: string
  readonly at: string
  readonly ruleSet?: string
  /** Of an act of erasing: which groups of which entries it took away. */
  readonly erases?: Erases
  readonly groups: Readonly<Record<string, string>>
}

/** What an act of erasing took away, by address: never a value. */
export interface Erases {
  /** Number of the tombstone. */
  readonly tombstone: string
  /** Fields of a dossier that were chosen; none where all that was said went. */
  readonly fields: readonly string[]
  /** Hash of an entry (hex), group, and the commitment to what was left of it, where something was. */
  readonly groups: readonly (readonly string[])[]
}

/** The longest evidence file that is read. */
export const MAX_EVIDENCE = 1_048_576
const TYPE = 'saola.evidence.v1'
const MAX_GROUPS = 16
const MAX_KEYS = 20
const MAX_JWS = 200_000

export function printEvidence({ proof, entry, opened, erased, jws, keys }: Evidence): string {
  const content = {
    type: TYPE,
    entry,
    opened: Object.fromEntries(Object.entries(opened).map(([group, { salt, value }]) => [group, { salt, value }])),
    erased: erased && (JSON.parse(JSON.stringify(erased)) as Json),
    jws,
    keys: keys?.map(({ kty, crv, x, kid }) => ({ kty, crv, x, kid })),
  }
  return printProof({ ...proof, extra: utf8(canonical(content)) })
}

type JsonMap = { readonly [key: string]: Json }
const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads an evidence file in its one form: printed again it is the same, byte for byte. Nothing is judged yet. */
export function parseEvidence(source: string | Uint8Array): Outcome<Evidence> {
  if (source.length > MAX_EVIDENCE) return malformed('log.evidence-too-long')
  const read = parseProof(source)
  if (!read.ok) return read
  const { extra, ...proof } = read.value
  const content = readCanonical(fromUtf8(extra ?? new Uint8Array()) ?? '')
  if (!isMap(content) || content.type !== TYPE || !hasOnly(content, CONTENT)) return malformed('log.evidence-extra')
  const { entry, jws } = content
  if (typeof entry !== 'string' || readEntry(entry) === undefined) return malformed('log.evidence-entry')
  const opened = openedIn(content.opened)
  if (opened === undefined) return malformed('log.evidence-opened')
  const erased = content.erased === undefined ? undefined : erasedIn(content.erased)
  if (
    content.erased !== undefined &&
    (erased === undefined || Object.keys(erased).some((one) => Object.hasOwn(opened, one)))
  )
    return malformed('log.evidence-erased')
  if (jws !== undefined && (typeof jws !== 'string' || jws.length > MAX_JWS || parseJws(jws) === undefined))
    return malformed('log.evidence-jws')
  const keys = content.keys === undefined ? undefined : keysIn(content.keys)
  if (content.keys !== undefined && keys === undefined) return malformed('log.evidence-keys')
  return done({
    ...{ proof, entry, opened },
    ...(erased === undefined ? {} : { erased }),
    ...(jws === undefined ? {} : { jws }),
    ...(keys === undefined ? {} : { keys }),
  })
}

const CONTENT: readonly string[] = ['type', 'entry', 'opened', 'erased', 'jws', 'keys']
const hasOnly = (map: JsonMap, names: readonly string[]): boolean =>
  Object.keys(map).every((key) => names.includes(key))

function openedIn(value: Json | undefined): Record<string, Opening> | undefined {
  if (!isMap(value) || Object.keys(value).length > MAX_GROUPS) return undefined
  const opened: [string, Opening][] = []
  for (const [group, opening] of Object.entries(value)) {
    if (!GROUP.test(group) || !isMap(opening) || !hasOnly(opening, ['salt', 'value'])) return undefined
    const { salt, value: inside } = opening
    if (typeof salt !== 'string' || fromBase64Url(salt)?.length !== 32 || inside === undefined) return undefined
    opened.push([group, { salt, value: inside }])
  }
  return Object.fromEntries(opened)
}

const LONGEST_PATH = 63

function erasedIn(value: Json): Record<string, Buried> | undefined {
  if (!isMap(value) || Object.keys(value).length > MAX_GROUPS) return undefined
  const erased: [string, Buried][] = []
  for (const [group, one] of Object.entries(value)) {
    if (!GROUP.test(group) || !isMap(one) || !hasOnly(one, ['entry', 'index', 'path'])) return undefined
    const { entry, index, path } = one
    if (typeof entry !== 'string' || readEntry(entry)?.erases === undefined) return undefined
    if (typeof index !== 'number' || !isCount(index) || !Array.isArray(path) || path.length > LONGEST_PATH)
      return undefined
    const hashes = path.flatMap((hash: Json) => (typeof hash === 'string' ? [hash] : []))
    if (hashes.length !== path.length || hashesFromBase64(hashes) === undefined) return undefined
    erased.push([group, { entry, index, path: hashes }])
  }
  return Object.fromEntries(erased)
}

function keysIn(value: Json): readonly PublicJwk[] | undefined {
  if (!Array.isArray(value) || value.length > MAX_KEYS) return undefined
  const keys: readonly (PublicJwk | undefined)[] = value.map((key: Json) =>
    isMap(key) && hasOnly(key, ['kty', 'crv', 'x', 'kid']) ? asKey(key) : undefined,
  )
  return keys.every((key) => key !== undefined) ? keys : undefined
}

const GROUP = /^[a-z][a-z-]{0,39}$/
const ENTRY: readonly string[] = ['type', 'subject', 'at', 'ruleSet', 'erases', 'groups']

/** An entry of this log as text; nothing when it is not one, in the one form in which the portal writes them. */
export function readEntry(text: string): Entry | undefined {
  const entry = readCanonical(text)
  if (!isMap(entry) || !hasOnly(entry, ENTRY)) return undefined
  const { type, subject, at, ruleSet, groups } = entry
  if (typeof type !== 'string' || typeof subject !== 'string' || typeof at !== 'string') return undefined
  if ((ruleSet !== undefined && typeof ruleSet !== 'string') || !isMap(groups)) return undefined
  if (entry.erases !== undefined && !isErases(entry.erases)) return undefined
  const commitments = Object.entries(groups).every(([, hex]) => typeof hex === 'string' && /^[0-9a-f]{64}$/.test(hex))
  return commitments ? (entry as unknown as Entry) : undefined
}

const HEX = /^[0-9a-f]{64}$/
const NUMBER = /^[A-Z0-9-]{1,40}$/
const isTexts = (value: Json | undefined): value is readonly string[] =>
  Array.isArray(value) && value.every((one: Json) => typeof one === 'string')

function isErases(value: Json): boolean {
  if (!isMap(value) || !hasOnly(value, ['tombstone', 'fields', 'groups'])) return false
  const { tombstone, fields, groups } = value
  if (typeof tombstone !== 'string' || !NUMBER.test(tombstone) || !isTexts(fields) || !Array.isArray(groups))
    return false
  return groups.every((one: Json) => {
    if (!isTexts(one) || one.length < 2 || one.length > 3) return false
    const [leaf = '', group = '', kept] = one
    return HEX.test(leaf) && GROUP.test(group) && (kept === undefined || HEX.test(kept))
  })
}

/** sha256(salt ‖ canonical(value)) as 64 hex digits: what an entry holds of a group. */
export const commitmentOf = ({ salt, value }: Opening): string =>
  toHex(sha256(joinBytes(fromBase64Url(salt) ?? new Uint8Array(), utf8(canonical(value)))))

/** Whom the reader trusts: the logs and witnesses of a policy, and the keys the portal signs with. */
export interface Trust {
  readonly policy: Policy
  readonly keys: readonly PublicJwk[]
}

/**
 * `erased`: the log itself holds the act that took it away, so its absence is no gap. `erased-unproven`: the file says
 * so, and the log does not bear it out.
 */
export type ContentAnswer = 'holds' | 'differs' | 'group-unknown' | 'erased' | 'erased-unproven'

/** Each question has its own answer, and no answer speaks for another. Only `holds` is a yes. */
export interface Judged {
  readonly inclusion: Verdict['inclusion']
  readonly signature: Verdict['signature']
  readonly witnesses: Verdict['witnesses']
  /** By group. `group-unknown`: the entry has no such group, so the log vouches for nothing in it. */
  readonly content: Readonly<Record<string, ContentAnswer>>
  readonly document: {
    /** `key-unknown`: the reader knows no key of that name. A key in the file itself counts for nothing. */
    readonly signature: 'good' | 'wrong' | 'key-unknown' | 'none'
    /** Is it what the entry committed to? `not-bound`: nothing opened here says so, as with entries of the first days. */
    readonly match: 'matches' | 'differs' | 'not-bound' | 'none'
  }
  readonly holds: boolean
}

/** Where an act issues a receipt or a document, its entry commits to it in one of these. */
const ISSUED = ['receipt', 'document'] as const

/** Checks evidence against what the reader trusts. Asks nobody: the same answer anywhere, at any time. */
export function judgeEvidence(evidence: Evidence, { policy, keys }: Trust): Judged {
  const { proof, entry, opened, erased = {}, jws } = evidence
  const { inclusion, signature, witnesses, holds: recorded } = verifyProof(proof, leafHash(utf8(entry)), policy)
  const groups = readEntry(entry)?.groups ?? {}
  const gone = Object.keys(erased).map((group): [string, ContentAnswer] => [group, answerOfErased(evidence, group)])
  const content: Record<string, ContentAnswer> = Object.fromEntries([
    ...Object.entries(opened).map(([group, opening]) => {
      const promised = Object.hasOwn(groups, group) ? groups[group] : undefined
      if (promised === undefined) return [group, 'group-unknown'] as [string, ContentAnswer]
      return [group, commitmentOf(opening) === promised ? 'holds' : 'differs'] as [string, ContentAnswer]
    }),
    ...gone,
  ])
  const document = documentOf(jws, opened, keys)
  const holds =
    recorded &&
    Object.values(content).every((answer) => answer === 'holds' || answer === 'erased') &&
    (document.signature === 'none' || (document.signature === 'good' && document.match === 'matches'))
  return { inclusion, signature, witnesses, content, document, holds }
}

/** Does the log hold an act that names this group of this entry as erased? Under the checkpoint of the evidence itself. */
function answerOfErased({ proof, entry, erased = {} }: Evidence, group: string): ContentAnswer {
  const own = readEntry(entry)?.groups ?? {}
  if (!Object.hasOwn(own, group)) return 'group-unknown'
  const one = Object.hasOwn(erased, group) ? erased[group] : undefined
  const path = hashesFromBase64(one?.path ?? [])
  if (one === undefined || path === undefined) return 'erased-unproven'
  const { size, root } = proof.signed.checkpoint
  const leaf = toHex(leafHash(utf8(entry)))
  const named = readEntry(one.entry)?.erases?.groups.some(([hash, name]) => hash === leaf && name === group) === true
  const included = verifyInclusion(one.index, size, leafHash(utf8(one.entry)), path, root)
  return named && included ? 'erased' : 'erased-unproven'
}

/** The act that erased a group, as its entry says: under which tombstone, and when. */
export function erasedBy({ entry }: Pick<Buried, 'entry'>): { readonly tombstone: string; readonly at: string } {
  const read = readEntry(entry)
  return { tombstone: read?.erases?.tombstone ?? '', at: read?.at ?? '' }
}

function documentOf(
  text: string | undefined,
  opened: Evidence['opened'],
  keys: readonly PublicJwk[],
): Judged['document'] {
  if (text === undefined) return { signature: 'none', match: 'none' }
  const jws = parseJws(text)
  const bound = ISSUED.flatMap((group) => (Object.hasOwn(opened, group) ? (opened[group] ?? []) : []))
  if (jws === undefined) return { signature: 'wrong', match: bound.length === 0 ? 'not-bound' : 'differs' }
  const match =
    bound.length === 0 ? 'not-bound' : bound.some(({ value }) => isMadeOf(jws, value)) ? 'matches' : 'differs'
  return { signature: jwsSignedBy(jws, keys), match }
}
