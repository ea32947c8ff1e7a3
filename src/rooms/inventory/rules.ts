import { type Day, dayOf, type Instant, isDay } from '../../base/day.ts'
import { hashOf } from '../../base/hash.ts'
import { exact, plain } from '../../base/text.ts'
import { DOSSIER, type DossierField, type DossierKey } from '../../law/dossier.ts'
import { lacking, asAnswers } from '../systems/actions.ts'
import type { Answers, Level } from '../systems/schema.ts'
import { lackingForPublication } from '../classification/actions.ts'
import type { Channel } from '../classification/schema.ts'
import { isReasons } from './mapping.ts'
import { EXTRAS, type Fault, type Mapping, type Row, type Target } from './schema.ts'

/** What a row says, ready to be written. */
export interface Work {
  readonly answers: Answers
  readonly result: Readonly<Record<string, unknown>>
  readonly agency: {
    readonly name: string
    readonly address: string
    readonly contact: string
    readonly country: string
  } | null
  /** Set for a notice: it came in by another channel, at this moment (Decree art. 46). */
  readonly origin: { readonly channel: Channel; readonly receivedAt: Instant } | null
}

export type Judged = {
  readonly n: number
  /** What identifies the row: provider and internal code, else its content. */
  readonly key: string
  readonly content: string
  readonly code: string | null
} & (
  | { readonly verdict: 'faulty'; readonly reasons: readonly Fault[] }
  | {
      readonly verdict: 'draft' | 'notice'
      readonly reasons: readonly Fault[]
      readonly work: Work
      readonly lacks: readonly string[]
    }
)

export interface Frame {
  readonly columns: readonly string[]
  readonly mapping: Mapping
  /** An organisation's own details; null where the file names agencies. */
  readonly own: { readonly name: string; readonly address: string; readonly contact: string } | null
  readonly isCountry: (code: string) => boolean
  readonly at: Instant
}

/** The Law is in force from this day (Law art. 34): nothing can have been notified before. */
const LAW: Day = '2026-03-01' as Day
const ITEM = 300
const ITEMS = 50

/** Judges one row: pure, so that the dry run and the run cannot differ. */
export function judge(row: Row, frame: Frame): Judged {
  const cells = row.cells.map(asText)
  const faults: Fault[] = []
  const remarks: Fault[] = []
  const read = reader(cells, frame, faults)
  if (cells.slice(frame.columns.length).some((c) => c !== ''))
    faults.push({ code: 'too-many-cells', column: null, facts: { columns: String(frame.columns.length) } })

  const said: Partial<Record<DossierKey, string>> = {}
  for (const { key } of DOSSIER.fields) {
    const text = read(key)
    if (text !== '') said[key] = text
  }
  if (said.name === undefined) faults.push(fault('name-missing', columnOf(frame, 'name')))
  if (frame.own === null && said.providerName === undefined)
    faults.push(fault('agency-missing', columnOf(frame, 'providerName')))
  const own = frame.own
  const full =
    own === null
      ? said
      : { providerName: own.name, providerAddress: own.address, providerContact: own.contact, ...said }

  const level = levelIn(read('level'), columnOf(frame, 'level'), faults)
  const receivedAt = momentIn(read('receivedAt'), frame, faults)
  const channel = channelIn(read('channel'), columnOf(frame, 'channel'), faults)
  const country = countryIn(read('country'), frame, faults)
  const firstUse = firstUseIn(read('firstUse'), frame, remarks)
  const inUse = yesIn(read('inUse'))

  const parsed = DOSSIER.fields.map(
    (field) => [field.key, answer(field, full[field.key], columnOf(frame, field.key), faults)] as const,
  )
  const wrapped = parsed.some(([, a]) => a?.wrapped === true)
  const answers = asAnswers(Object.fromEntries(parsed.flatMap(([key, a]) => (a === undefined ? [] : [[key, a.value]]))))

  const provider = frame.own === null ? agencyKey(full.providerName ?? '') : ''
  const content = contentOf(cells, frame, provider)
  const code = answers.internalCode ?? null
  const key = code === null ? content : hashOf([provider, exact(code).replaceAll(' ', '')])
  const common = { n: row.n, key, content, code }
  if (faults.length > 0) return { ...common, verdict: 'faulty', reasons: faults }

  const lacks: string[] = level === 'low' ? lackingForPublication(answers) : lacking(answers, [])
  if (level === null) lacks.push('level')
  const notice = level !== null && level !== 'low' && lacks.length === 0 && receivedAt !== null
  if (notice && wrapped) {
    const long = parsed.find(([, a]) => a?.wrapped === true)?.[0] ?? 'functions'
    return {
      ...common,
      verdict: 'faulty',
      reasons: [fault('item-too-long', columnOf(frame, long), { max: String(ITEM) })],
    }
  }
  const offered = { ...(firstUse === null ? {} : { firstUse }), ...(inUse === null ? {} : { inUse }) }
  const agency =
    frame.own === null
      ? {
          name: full.providerName ?? '',
          address: full.providerAddress ?? '',
          contact: full.providerContact ?? '',
          country: country ?? 'VN',
        }
      : null
  const work: Work = {
    answers,
    result: { ...(level === null ? {} : { level }), ...offered },
    agency,
    origin: notice ? { channel, receivedAt } : null,
  }
  return { ...common, verdict: notice ? 'notice' : 'draft', reasons: remarks, work, lacks }
}

const fault = (code: Fault['code'], column: string | null, facts: Fault['facts'] = {}): Fault => ({
  code,
  column,
  facts,
})

const columnOf = ({ mapping }: Frame, target: Target): string | null =>
  mapping.fields[target]?.columns.join(' + ') || null

/** NFC, plain line ends; an apostrophe that only kept a spreadsheet from calculating is taken off again. */
const asText = (cell: string): string =>
  cell
    .normalize('NFC')
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .trim()
    .replace(/^'(?=[=+\-@\t])/, '')

const NOTHING = new Set([
  '',
  '-',
  '–',
  '—',
  'n/a',
  'na',
  'n.a.',
  'not applicable',
  'khong ap dung',
  'none provided',
  '#n/a',
])

const isNothing = (cell: string): boolean => cell.length < 20 && NOTHING.has(plain(cell))

function reader(cells: readonly string[], { columns, mapping }: Frame, faults: Fault[]) {
  const place = new Map(columns.map((title, i) => [title, i]))
  return (target: Target): string => {
    const told = mapping.fields[target]
    if (told === undefined) return ''
    const parts = told.columns.map((c) => cells[place.get(c) ?? -1] ?? '').filter((c) => !isNothing(c))
    const text = parts.join('\n')
    if (text.includes('\uFFFD')) faults.push(fault('unreadable', told.columns.join(' + ')))
    return text === '' ? told.constant.trim() : text
  }
}

interface Read {
  readonly value: string | readonly string[]
  readonly wrapped?: boolean
}

function answer(
  field: DossierField,
  text: string | undefined,
  column: string | null,
  faults: Fault[],
): Read | undefined {
  if (text === undefined || text === '') return undefined
  if (field.kind !== 'list') {
    const value = field.kind === 'long' ? text : text.replace(/\s+/g, ' ')
    if (value.length > field.max)
      faults.push(fault('too-long', column, { max: String(field.max), length: String(value.length) }))
    return { value }
  }
  const lines = text.split(/\n|\s*[•●▪]\s*|;\s/u).map((item) =>
    item
      .replace(/^\s*[-*–]\s+/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  const items = lines.filter((item) => item !== '')
  const wrapped = items.some((item) => item.length > ITEM)
  const value = items.flatMap(shorter)
  if (value.length > ITEMS)
    faults.push(fault('too-many-items', column, { max: String(ITEMS), length: String(value.length) }))
  return { value, wrapped }
}

/** A paragraph where a list was expected: sentence by sentence, and where one is too long, at a comma or a space. */
function shorter(item: string): string[] {
  if (item.length <= ITEM) return [item]
  const pieces: string[] = []
  let rest = item
  while (rest.length > ITEM) {
    const head = rest.slice(0, ITEM)
    const cut =
      [...head.matchAll(/[.!?]\s/g)].at(-1) ?? [...head.matchAll(/[,;:]\s/g)].at(-1) ?? [...head.matchAll(/\s/g)].at(-1)
    const at = cut === undefined || cut.index < 20 ? ITEM : cut.index + 1
    pieces.push(rest.slice(0, at).trim())
    rest = rest.slice(at).trim()
  }
  return [...pieces, rest].filter((p) => p !== '')
}

const LEVELS: Readonly<Record<Level, readonly string[]>> = {
  high: ['high', 'high risk', 'cao', 'rui ro cao'],
  medium: ['medium', 'medium risk', 'trung binh', 'rui ro trung binh'],
  low: ['low', 'low risk', 'thap', 'rui ro thap'],
}
const UNKNOWN = ['unknown', 'chua ro', 'chua xac dinh', 'khong ro', 'undetermined']

function levelIn(text: string, column: string | null, faults: Fault[]): Level | null {
  const word = plain(text)
  if (word === '' || UNKNOWN.includes(word)) return null
  for (const [level, words] of Object.entries(LEVELS)) if (words.includes(word)) return level as Level
  faults.push(fault('level-unknown', column, { value: text.slice(0, 60) }))
  return null
}

const CHANNELS: Readonly<Record<string, Channel>> = {
  interim: 'interim',
  'tam thoi': 'interim',
  'kenh tam thoi': 'interim',
  imported: 'imported',
  'nhap lieu': 'imported',
}

function channelIn(text: string, column: string | null, faults: Fault[]): Channel {
  if (text === '') return 'imported'
  const channel = CHANNELS[plain(text)]
  if (channel === undefined) faults.push(fault('channel-unknown', column, { value: text.slice(0, 60) }))
  return channel ?? 'imported'
}

function countryIn(text: string, frame: Frame, faults: Fault[]): string | null {
  if (text === '') return null
  const code = text.toUpperCase()
  if (frame.isCountry(code)) return code
  faults.push(fault('country-unknown', columnOf(frame, 'country'), { value: text.slice(0, 60) }))
  return null
}

/** The original receipt time (Decree art. 46). A day without an hour counts from its beginning in Vietnam. */
function momentIn(text: string, frame: Frame, faults: Fault[]): Instant | null {
  if (text === '') return null
  const column = columnOf(frame, 'receivedAt')
  const at = instantOf(text, frame.mapping.dates)
  const problem =
    at === null ? 'date-unreadable' : at > frame.at ? 'date-ahead' : dayOf(at) < LAW ? 'date-before-law' : null
  if (problem === null) return at
  faults.push(fault(problem, column, { value: text.slice(0, 60) }))
  return null
}

/** Offered, never demanded: what cannot be read is left behind and said, and faults nobody. */
function firstUseIn(text: string, frame: Frame, remarks: Fault[]): Day | null {
  if (text === '') return null
  const day = dateOf(text, frame.mapping.dates)
  const problem = day === null ? 'date-unreadable' : day > dayOf(frame.at) ? 'date-ahead' : null
  if (problem === null) return day
  remarks.push(fault(problem, columnOf(frame, 'firstUse'), { value: text.slice(0, 60) }))
  return null
}

const YES = /^(yes|y|true|1|x|co|dung|in use|in production|operation and maintenance|dang su dung|dang van hanh)\b/
const NO = /^(no|n|false|0|khong|chua|retired|planned|initiated|acquisition|implementation and assessment|ngung)\b/
function yesIn(text: string): boolean | null {
  const word = plain(text)
  return word === '' ? null : YES.test(word) ? true : NO.test(word) ? false : null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A whole day as people write it; nothing when day, month or year is missing or the day does not exist. */
export function dateOf(text: string, order: Mapping['dates']): Day | null {
  const t = plain(text)
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(t)
  if (iso) return dayFrom(iso[1], iso[2], iso[3])
  const numbers = /^(?:ngay )?(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(t)
  if (numbers)
    return order === 'dmy' ? dayFrom(numbers[3], numbers[2], numbers[1]) : dayFrom(numbers[3], numbers[1], numbers[2])
  const vietnamese = /^(?:ngay )?(\d{1,2}) thang (\d{1,2}),? nam (\d{4})/.exec(t)
  if (vietnamese) return dayFrom(vietnamese[3], vietnamese[2], vietnamese[1])
  const english = /^(\d{1,2}) ([a-z]{3})[a-z]*\.?,? (\d{4})/.exec(t)
  if (english) return dayFrom(english[3], String(MONTHS.indexOf(english[2] ?? '') + 1), english[1])
  const american = /^([a-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/.exec(t)
  if (american) return dayFrom(american[3], String(MONTHS.indexOf(american[1] ?? '') + 1), american[2])
  return null
}

function dayFrom(year = '', month = '', day = ''): Day | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : null
}

function instantOf(text: string, order: Mapping['dates']): Instant | null {
  const whole = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN
  if (!Number.isNaN(whole)) return new Date(whole).toISOString()
  const day = dateOf(text, order) ?? dateOf(text.replace(/^\d{1,2}[:h]\d{2}\S*\s+(ngày\s+)?/i, ''), order)
  if (day === null) return null
  const clock = /(?:^|[\sT])(\d{1,2})[:h](\d{2})(?::(\d{2}))?/i.exec(text)
  const [hour, minute, second] = [clock?.[1] ?? '0', clock?.[2] ?? '0', clock?.[3] ?? '0'].map((x) =>
    x.padStart(2, '0'),
  )
  const at = Date.parse(`${day}T${hour}:${minute}:${second}+07:00`)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}

/** Whose, and the row without the column of reasons and trailing empty cells: mended or not, sent twice it is the same row. */
function contentOf(cells: readonly string[], { columns }: Frame, provider: string): string {
  const kept = cells.filter((_, i) => !isReasons(columns[i] ?? ''))
  return hashOf([provider, ...kept.slice(0, kept.findLastIndex((c) => c !== '') + 1)])
}

/** `Bộ  Y tế` and `bộ y tế` are one agency; without its marks it might be another. */
export const agencyKey = (name: string): string => exact(name)

/** A cell that a spreadsheet would take for a formula is kept from it by an apostrophe. */
export const neutral = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** One row of separated text. */
export const asCsv = (cells: readonly string[], separator: string): string =>
  `${cells.map((c) => quoted(neutral(c), separator)).join(separator)}\r\n`
const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell

export const isExtra = (target: string): boolean => (EXTRAS as readonly string[]).includes(target)
