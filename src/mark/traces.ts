import { labelOf, readAigc, type Aigc } from './aigc.ts'
import { Budget } from './budget.ts'
import type { Carrier, Field } from './field.ts'
import { generatorsIn, type Said } from './generators.ts'
import { readRegistration, type Registration } from './own.ts'
import type { Scan } from './scan.ts'
import { readSourceType, type SourceType } from './sourcetype.ts'
import { readXmp } from './xmp.ts'

/** Where the word that gave rise to a trace stands. */
export interface Place {
  readonly carrier: Carrier
  readonly key: string
  readonly offset: number
  readonly length: number
}

/** What the words of a file mean for the question whether AI made it. */
export type Trace = { readonly place: Place } & (
  | ({ readonly sort: 'source-type' } & SourceType)
  | { readonly sort: 'iptc-ai'; readonly name: string; readonly value: string }
  | ({ readonly sort: 'aigc' } & Aigc)
  | { readonly sort: 'aigc-unreadable'; readonly value: string }
  | { readonly sort: 'registration'; readonly registration: Registration }
  | { readonly sort: 'generator'; readonly id: string; readonly name: string; readonly value: string }
  | { readonly sort: 'manifest'; readonly where: string }
  | { readonly sort: 'manifest-hint'; readonly name: 'source-type' | 'generator'; readonly value: string }
)
export type Sort = Trace['sort']

/** IPTC 2025.1: what was asked of which system, and by whom. */
const IPTC_AI = /^Iptc4xmpExt:(AISystemUsed|AISystemVersionUsed|AIPromptInformation|AIPromptWriterName)$/

interface Word extends Said {
  readonly place: Place
  readonly within: readonly string[]
}

/** Reads the fields of a scan. A word is reported once for each thing it means; a packet that was superseded, not at all. */
export function readTraces(scan: Pick<Scan, 'fields'>, budget = new Budget()): readonly Trace[] {
  const words = scan.fields.flatMap((field) => wordsOf(field, budget))
  return [
    ...registrations(words),
    ...words.flatMap(declared),
    ...aigcMembers(words),
    ...generatorsIn(words).flatMap(({ id, name, at }): Trace[] => {
      const word = words[at]
      return word === undefined ? [] : [{ sort: 'generator', id, name, value: short(word.value), place: word.place }]
    }),
  ].filter(firstOfItsKind())
}

/** The same said twice in one place, as in a manifest cut into segments, is said once. */
function firstOfItsKind(): (trace: Trace) => boolean {
  const seen = new Set<string>()
  return ({ place, ...rest }) => {
    const key = JSON.stringify([rest, place.carrier, place.key])
    return !seen.has(key) && seen.add(key) !== undefined
  }
}

const short = (text: string): string => text.slice(0, 300)

function wordsOf(field: Field, budget: Budget): readonly Word[] {
  const { carrier, key, offset, length, value } = field
  if (carrier !== 'xmp') return [{ carrier, key, value, within: [], place: { carrier, key, offset, length } }]
  if (key === 'superseded') return []
  return readXmp(value, budget).map((p) => ({ ...p, carrier, place: { carrier, key: p.key, offset, length } }))
}

function declared({ carrier, key, value, place, within }: Word): readonly Trace[] {
  if (carrier === 'c2pa') {
    if (key === 'manifest') return [{ sort: 'manifest', where: value, place }]
    return key === 'source-type' || key === 'generator' ? [{ sort: 'manifest-hint', name: key, value, place }] : []
  }
  if (key === 'Iptc4xmpExt:DigitalSourceType') return [{ sort: 'source-type', ...readSourceType(value), place }]
  if (IPTC_AI.test(key)) return [{ sort: 'iptc-ai', name: key.slice(12), value: short(value), place }]
  return aigc(key, value, place, within)
}

const AIGC_KEY = /(^|[:/.])AIGC$/i
/** Where a label may stand under another name: wrapped, so that it is known for what it is. */
const WRAPPED = /^(UserComment|exif:UserComment|ImageDescription|comment|COMM(:.*)?|ICMT|©cmt|description|XPComment)$/i

function aigc(key: string, value: string, place: Place, within: readonly string[]): readonly Trace[] {
  const named = AIGC_KEY.test(key) && within.length <= 1
  if (!named && !(WRAPPED.test(key) && /^\s*\{\s*(\\?"|&quot;)AIGC\b/.test(value))) return []
  const label = readAigc(value)
  if (label !== undefined) return [{ sort: 'aigc', ...label, place }]
  return [{ sort: 'aigc-unreadable', value: short(value), place }]
}

/** A label spelled out as properties within a property. */
function aigcMembers(words: readonly Word[]): readonly Trace[] {
  const members = words.filter((w) => w.carrier === 'xmp' && w.within.some((name) => AIGC_KEY.test(name)))
  const [first] = members
  if (first === undefined) return []
  const label = labelOf(Object.fromEntries(members.map((w) => [w.key.replace(/^.*:/, ''), w.value])))
  return label.label === '' ? [] : [{ sort: 'aigc', ...label, place: first.place }]
}

/** Our own members, from each packet by itself. */
function registrations(words: readonly Word[]): readonly Trace[] {
  const packets = new Map<number, Word[]>()
  for (const word of words) {
    if (!word.key.startsWith('saola:')) continue
    packets.set(word.place.offset, [...(packets.get(word.place.offset) ?? []), word])
  }
  return [...packets.values()].flatMap((members): Trace[] => {
    const registration = readRegistration(new Map(members.map((w) => [w.key, w.value])))
    const [first] = members
    return registration === undefined || first === undefined
      ? []
      : [{ sort: 'registration', registration, place: first.place }]
  })
}
