import { done, type Outcome } from '../base/outcome.ts'
import {
  isLogKey,
  isWitnessKey,
  parseVerifierKey,
  printVerifierKey,
  type LogKey,
  type VerifierKey,
  type WitnessKey,
} from './key.ts'
import { malformed, type Malformed } from './malformed.ts'

/** Whom a reader trusts (C2SP tlog-policy): which logs, which witnesses, and how many of them must have looked. */
export interface Policy {
  /** Several keys of one name are one log whose key was changed; any of them is enough. */
  readonly logs: readonly { readonly key: LogKey; readonly url?: string }[]
  readonly witnesses: readonly Witness[]
  readonly quorum: Quorum
}

export interface Witness {
  /** What the policy calls it; its key may bear another name. */
  readonly name: string
  readonly key: WitnessKey
  readonly url?: string
}

/** So many of these: witnesses by name, or groups. Nothing needed is `{ need: 0, of: [] }`. */
export interface Quorum {
  readonly need: number
  readonly of: readonly (string | Quorum)[]
}

export const NO_QUORUM: Quorum = { need: 0, of: [] }

/** Have enough of them cosigned? */
export const isMet = (quorum: Quorum, cosigned: ReadonlySet<string>): boolean =>
  quorum.of.filter((member) => (typeof member === 'string' ? cosigned.has(member) : isMet(member, cosigned))).length >=
  quorum.need

/** The file form. Read again it says the same. */
export function printPolicy({ logs, witnesses, quorum }: Policy): string {
  const groups: string[] = []
  const nameOf = (member: string | Quorum): string => {
    if (typeof member === 'string') return member
    const names = member.of.map(nameOf)
    let name = `group-${groups.length + 1}`
    while (witnesses.some((witness) => witness.name === name)) name += '-'
    groups.push(`group ${name} ${member.need} ${names.join(' ')}`)
    return name
  }
  const last = quorum.need === 0 ? 'none' : nameOf(quorum)
  const line = (...words: readonly (string | undefined)[]) => words.filter((word) => word !== undefined).join(' ')
  return [
    ...logs.map(({ key, url }) => line('log', printVerifierKey(key), url)),
    ...witnesses.map(({ name, key, url }) => line('witness', name, printVerifierKey(key), url)),
    ...groups,
    `quorum ${last}`,
    '',
  ].join('\n')
}

/** What has been read of a policy so far. */
interface Reading {
  readonly logs: { readonly key: LogKey; readonly url?: string }[]
  readonly witnesses: Witness[]
  /** Names a quorum or group may still use: each may be used as a member once. */
  readonly named: Map<string, string | Quorum>
  readonly members: Set<string>
  quorum?: Quorum
}

/** Reads the file form. Only what was defined above a line may be named in it, so groups cannot turn in circles. */
export function parsePolicy(text: string): Outcome<Policy> {
  if (
    !text.isWellFormed() ||
    text.split('').some((char) => char !== '\t' && char !== '\n' && (char < ' ' || char === '\u007f'))
  )
    return malformed('log.policy-characters')
  const reading: Reading = { logs: [], witnesses: [], named: new Map(), members: new Set() }
  for (const [n, line] of text.split('\n').entries()) {
    const words = line.split(/[ \t]+/).filter((word) => word !== '')
    if (words.length === 0 || words[0]?.startsWith('#')) continue
    const wrong = readLine(reading, words)
    if (wrong !== undefined) return malformed(wrong, { line: String(n + 1) })
  }
  const { logs, witnesses, quorum } = reading
  return quorum === undefined ? malformed('log.policy-quorum') : done({ logs, witnesses, quorum })
}

function readLine(reading: Reading, [kind, ...words]: readonly string[]): Malformed | undefined {
  switch (kind) {
    case 'log':
      return readLog(reading, words)
    case 'witness':
      return readWitness(reading, words)
    case 'group':
      return readGroup(reading, words)
    case 'quorum':
      return readQuorum(reading, words)
    default:
      return 'log.policy-line'
  }
}

function readLog({ logs }: Reading, [text, url, ...more]: readonly string[]): Malformed | undefined {
  if (text === undefined || more.length > 0) return 'log.policy-line'
  const key = parseVerifierKey(text)
  if (!key.ok || !isLogKey(key.value)) return 'log.policy-key'
  if (isKnown(key.value, logs)) return 'log.policy-twice'
  logs.push({ key: key.value, ...(url === undefined ? {} : { url }) })
  return undefined
}

function readWitness(reading: Reading, [name, text, url, ...more]: readonly string[]): Malformed | undefined {
  if (name === undefined || text === undefined || more.length > 0) return 'log.policy-line'
  const key = parseVerifierKey(text)
  if (!key.ok || !isWitnessKey(key.value)) return 'log.policy-key'
  if (isKnown(key.value, reading.witnesses)) return 'log.policy-twice'
  if (!mayBeNamed(reading, name)) return 'log.policy-name'
  reading.witnesses.push({ name, key: key.value, ...(url === undefined ? {} : { url }) })
  reading.named.set(name, name)
  return undefined
}

function readGroup(reading: Reading, [name, many, ...names]: readonly string[]): Malformed | undefined {
  if (name === undefined || many === undefined || names.length === 0) return 'log.policy-line'
  const need = many === 'any' ? 1 : many === 'all' ? names.length : /^[1-9]\d{0,3}$/.test(many) ? Number(many) : 0
  if (need < 1 || need > names.length) return 'log.policy-line'
  if (!mayBeNamed(reading, name)) return 'log.policy-name'
  const of: (string | Quorum)[] = []
  for (const member of names) {
    const found = reading.named.get(member)
    // Once only, so that no witness counts twice.
    if (found === undefined || reading.members.has(member)) return 'log.policy-name'
    reading.members.add(member)
    of.push(found)
  }
  reading.named.set(name, { need, of })
  return undefined
}

function readQuorum(reading: Reading, [name, ...more]: readonly string[]): Malformed | undefined {
  if (name === undefined || more.length > 0) return 'log.policy-line'
  if (reading.quorum !== undefined) return 'log.policy-quorum'
  const found = name === 'none' ? NO_QUORUM : reading.named.get(name)
  if (found === undefined) return 'log.policy-name'
  reading.quorum = typeof found === 'string' ? { need: 1, of: [found] } : found
  return undefined
}

const mayBeNamed = (reading: Reading, name: string): boolean => name !== 'none' && !reading.named.has(name)

/** The same public key twice would let one holder count as two, whatever names it bears. */
const isKnown = (key: VerifierKey, among: readonly { readonly key: VerifierKey }[]): boolean =>
  among.some((one) => one.key.bytes.every((byte, n) => byte === key.bytes[n]))
