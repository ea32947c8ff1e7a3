import { isRecord, json } from './spell.ts'
import { unescaped } from './xmp.ts'

/** The implicit label of GB 45438-2025. Its words are the standard's own. */
export interface Aigc {
  /** What the label says: it is, it may be, it is suspected to be generated. */
  readonly says: 'is' | 'possibly' | 'suspected' | 'unknown'
  readonly label: string
  readonly producer?: string
  readonly produceId?: string
  readonly propagator?: string
  readonly propagateId?: string
  readonly reserved1?: string
  readonly reserved2?: string
}

const SAYS: Readonly<Record<string, Aigc['says']>> = { '1': 'is', '2': 'possibly', '3': 'suspected' }

/** Bare or wrapped in `{"AIGC": …}`, as an object or as text within text, escaped once or twice. */
export function readAigc(value: string): Aigc | undefined {
  let text = value.trim()
  for (let n = 0; n < 3; n += 1) {
    const said: unknown = json(text)
    const inner = isRecord(said) && 'AIGC' in said ? said.AIGC : said
    if (isRecord(inner)) return 'Label' in inner ? labelOf(inner) : undefined
    const next = typeof inner === 'string' ? inner : unescaped(text)
    if (next === text) return undefined
    text = next
  }
  return undefined
}

/** From single members, as a packet of XMP may spell them out. */
export function labelOf(members: Readonly<Record<string, unknown>>): Aigc {
  const text = (key: string): string | undefined => {
    const value = members[key]
    return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 1000) : undefined
  }
  const label = text('Label') ?? ''
  const named = {
    producer: text('ContentProducer'),
    produceId: text('ProduceID'),
    propagator: text('ContentPropagator'),
    propagateId: text('PropagateID'),
    reserved1: text('ReservedCode1'),
    reserved2: text('ReservedCode2'),
  }
  const given = Object.fromEntries(Object.entries(named).filter(([, v]) => v !== undefined && v !== ''))
  return { says: SAYS[label.trim()] ?? 'unknown', label, ...given }
}
