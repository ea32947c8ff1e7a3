import { fill, exact, type Lang, plain } from '../../base/text.ts'
import { showNumber } from '../../web/format.ts'
import { LEVEL_WORDS, type PublicSystem, SECTOR_WORDS, STATE_WORDS } from '../systems/schema.ts'
import {
  type Count,
  type Cursor,
  CursorShape,
  type Facet,
  FACETS,
  type Facets,
  type Query,
  type Step,
} from './schema.ts'
import { type Field, FIELDS, IN_A_SENTENCE, LEVEL_INSIDE } from './words.ts'

/** As far as hits are counted, and as many of the newest are put in order of fitness. */
export const BOUND = 1000
const MOST_WORDS = 12

/** Bounded counts look one further than they tell. */
export const counted = (n: number): Count => ({ count: Math.min(n, BOUND), exact: n <= BOUND })

/** Records alike in everything a filter looks at, and how many there are. */
export interface Group {
  readonly level: string
  readonly state: string
  readonly sectors: readonly string[]
  readonly entries: readonly string[]
  readonly n: number
}

const IN: Readonly<Record<Facet, (group: Group) => readonly string[]>> = {
  level: (group) => [group.level],
  state: (group) => [group.state],
  sector: (group) => group.sectors,
  entry: (group) => group.entries,
}

/** Beside each option of a filter: how many records it would show, the other filters holding. */
export function facetsOf(groups: readonly Group[], query: Pick<Query, Facet>): Facets {
  const chosen = { ...query, entry: query.entry === undefined ? [] : [query.entry] } satisfies Record<
    Facet,
    readonly string[]
  >
  const passes = (group: Group, facet: Facet): boolean =>
    chosen[facet].length === 0 || IN[facet](group).some((value) => (chosen[facet] as readonly string[]).includes(value))
  const counts = (facet: Facet): ReadonlyMap<string, Count> => {
    const sums = new Map<string, number>()
    for (const group of groups)
      if (FACETS.every((other) => other === facet || passes(group, other)))
        for (const value of new Set(IN[facet](group))) sums.set(value, (sums.get(value) ?? 0) + group.n)
    return new Map([...sums].map(([value, n]) => [value, counted(n)]))
  }
  return { level: counts('level'), state: counts('state'), sector: counts('sector'), entry: counts('entry') }
}

/** Words as typed, marks kept, and the same words without marks. */
export interface Words {
  readonly marked: readonly string[]
  readonly bare: readonly string[]
  /** For `to_tsquery('simple', …)`: every word must begin some word of the record. */
  readonly match: string
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const wordsOf = (text: string): string[] => [...new Set(text.match(WORD) ?? [])].slice(0, MOST_WORDS)

/** What is looked for; nothing when no letter or digit was typed. */
export function wordsIn(q: string): Words | undefined {
  const bare = wordsOf(plain(q))
  if (bare.length === 0) return undefined
  const terms = [...new Set(plain(q).split(' '))].flatMap(term).slice(0, MOST_WORDS)
  return { marked: wordsOf(exact(q)), bare, match: terms.join(' & ') }
}

/** `gpt-4` stands in the index as PostgreSQL cut it; a reader may also mean its two halves. */
function term(chunk: string): string[] {
  const parts = chunk.match(WORD) ?? []
  if (parts.length === 0) return []
  const halves = parts.map((part) => `'${part}':*`).join(' & ')
  if (parts.length === 1 && parts[0] === chunk) return [halves]
  return [`('${chunk.replaceAll('\\', '\\\\').replaceAll("'", "''")}':* | (${halves}))`]
}

/** The spellings an AI-ID may be looked up by (see migration 0007), when what was typed could be one. */
export function spellings(typed: string): readonly string[] {
  const signs = plain(typed)
    .toUpperCase()
    .replace(/[\s.\-–_]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  return /^[A-Z\d]{6,40}$/.test(signs) ? [signs, `VN${signs}`] : []
}

export const writeCursor = (c: Cursor): string =>
  Buffer.from(
    JSON.stringify(
      c.in === 'newest' ? [c.at, c.aiId] : [c.at, c.aiId, c.marked, c.named, c.floor && [c.floor.at, c.floor.aiId]],
    ),
  ).toString('base64url')

/** The place a cursor names; nothing when it is not one of ours. */
export function readCursor(text: string): Cursor | undefined {
  const shape = CursorShape.safeParse(parsed(Buffer.from(text, 'base64url').toString()))
  if (!shape.success) return undefined
  const [at, aiId, marked, named, floor] = shape.data
  if (marked === undefined || named === undefined) return { in: 'newest', at, aiId }
  return { in: 'best', at, aiId, marked, named, floor: floor ? { at: floor[0], aiId: floor[1] } : null }
}

export const writeStep = ({ change, n }: Step): string => `${change}-${n}`

/** The place in the order of changes that a text names; nothing when it is not one of ours. */
export function readStep(text: string): Step | undefined {
  const [, change, n] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? []
  return change === undefined || n === undefined ? undefined : { change: Number(change), n: Number(n) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not ours; the caller says so.
    return undefined
  }
}

/** The whole search as the query of an address: `?q=…&level=high`, or nothing. */
export function addressOf(query: Query, more: Readonly<Record<string, string>> = {}): string {
  const params = new URLSearchParams()
  if (query.q !== '') params.append('q', query.q)
  for (const name of ['level', 'state', 'sector'] as const) for (const value of query[name]) params.append(name, value)
  if (query.entry !== undefined) params.append('entry', query.entry)
  if (query.sort !== 'best') params.append('sort', query.sort)
  for (const [name, value] of Object.entries(more)) params.append(name, value)
  return params.size === 0 ? '' : `?${params}`
}

export const filtered = (query: Query): boolean =>
  query.level.length + query.state.length + query.sector.length > 0 || query.entry !== undefined

/** A field of a record as a person reads it in a cell; several values are parted by semicolons. */
export function cellOf(system: PublicSystem, field: Field, lang: Lang): string {
  switch (field) {
    case 'level':
      return LEVEL_WORDS[system.level][lang]
    case 'state':
      return STATE_WORDS[system.state][lang]
    case 'sectors':
      return system.sectors.map((sector) => SECTOR_WORDS[sector][lang]).join('; ')
    case 'providerName':
      return system.provider.name
    case 'providerAddress':
      return system.provider.address ?? ''
    case 'providerContact':
      return system.provider.contact ?? ''
    case 'functions':
    case 'users':
    case 'affected':
    case 'entries':
      return system[field].join('; ')
    case 'aiId':
    case 'name':
    case 'version':
    case 'purpose':
    case 'scope':
    case 'firstUse':
    case 'recordedAt':
    case 'changedAt':
      return system[field] ?? ''
  }
}

const COLUMNS = Object.keys(FIELDS) as Field[]

/** A file that spreadsheets open with its marks whole: byte order mark, header, a row for each record. */
export async function* asCsv(batches: AsyncIterable<readonly PublicSystem[]>, lang: Lang): AsyncIterable<string> {
  yield `\uFEFF${csvRow(COLUMNS.map((field) => FIELDS[field][lang]))}`
  for await (const batch of batches)
    yield batch.map((system) => csvRow(COLUMNS.map((field) => cellOf(system, field, lang)))).join('')
}

export async function* asJson(batches: AsyncIterable<readonly PublicSystem[]>): AsyncIterable<string> {
  let before = '[\n'
  for await (const batch of batches) {
    yield before + batch.map((system) => JSON.stringify(system)).join(',\n')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** What the record is, in one sentence. */
export const inASentence = (system: PublicSystem, lang: Lang): string =>
  fill(IN_A_SENTENCE[system.state][lang], {
    name: system.name,
    level: LEVEL_INSIDE[system.level][lang],
    provider: system.provider.name,
  })

/** One row of RFC 4180. A cell that a spreadsheet would run as a formula is shown as text. */
export const csvRow = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`

const csvCell = (cell: string): string => {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** `1,5 MB`, counted as disks are sold: in thousands. */
export function showSize(bytes: number, lang: Lang): string {
  const unit = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : bytes < 1_000_000_000 ? 2 : 3
  return `${showNumber(bytes / 1000 ** unit, lang, unit === 0 ? 0 : 1)} ${['B', 'kB', 'MB', 'GB'][unit]}`
}

/** The purpose on one line of a list; nothing where it is not public. */
export const inBrief = (text: PublicSystem['purpose'], most = 120): string | undefined => {
  if (text === null || text === '') return undefined
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`
}
