import { createReadStream } from 'node:fs'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { csvRows } from './csv.ts'
import { columnsIn, jsonItems, jsonRows } from './json.ts'
import { header, isRepeated, titled } from './mapping.ts'
import type { Limits, Reading, Row, Survey } from './schema.ts'
import { type Bytes, decode, firstGuess, headOf, legacyIn, NotUtf8, separatorOf } from './text.ts'
import { Unreadable } from './unreadable.ts'
import { type Container, openWorkbook } from './xlsx.ts'

const SAMPLE = 5
const PIECE = 65_536

/** A file to be read, perhaps several times: on disk, in memory, or (for tests) made up as it is read. */
export type Source = Bytes & { readonly container: Container | null }

export const fromMemory = (buffer: Buffer): Source => ({
  size: buffer.length,
  container: { buffer },
  async *chunks() {
    for (let at = 0; at < buffer.length; at += PIECE) {
      yield buffer.subarray(at, at + PIECE)
      // Memory never waits: others must have their turn.
      await new Promise((resume) => setImmediate(resume))
    }
  },
})

export const fromDisk = (path: string, size: number): Source => ({
  size,
  container: { path },
  chunks: () => createReadStream(path, { highWaterMark: PIECE }) as AsyncIterable<Buffer>,
})

type Chosen = { readonly [K in 'encoding' | 'separator' | 'sheet' | 'header']?: Reading[K] | undefined }

/**
 * Looks through the whole file once: what it is, how it is written, its titles, how many rows. `chosen` overrides what
 * would be detected. A file that cannot be taken is refused here, before anything is kept of it.
 */
export async function survey(source: Source, limits: Limits, chosen: Chosen = {}): Promise<Outcome<Survey>> {
  try {
    return done(await look(source, limits, chosen))
  } catch (error) {
    if (error instanceof Unreadable) return refuse({ code: error.refusal, field: 'file', facts: error.facts })
    throw error
  }
}

async function look(source: Source, limits: Limits, chosen: Chosen): Promise<Survey> {
  if (source.size === 0) throw new Unreadable('inventory.empty')
  if (source.size > limits.file) throw new Unreadable('inventory.too-large', { limit: mb(limits.file) })
  const head = await headOf(source)
  const detected = await detect(source, head, limits, chosen)
  if (detected.encoding !== 'utf-8' || detected.format === 'xlsx') return count(source, detected, limits, chosen, false)
  try {
    return await count(source, detected, limits, chosen, chosen.encoding === undefined)
  } catch (error) {
    if (!(error instanceof NotUtf8)) throw error
    const encoding = await legacyIn(source)
    return count(source, { ...detected, encoding }, limits, chosen, false)
  }
}

const mb = (bytes: number): string => String(Math.floor(bytes / 1_000_000))

async function detect(source: Source, head: Buffer, limits: Limits, chosen: Chosen): Promise<Reading> {
  const blank: Reading = { format: 'csv', encoding: null, separator: null, sheet: null, sheets: [], header: null }
  if (head.subarray(0, 4).equals(ZIP)) {
    if (source.container === null) throw new Unreadable('inventory.not-a-workbook')
    const book = await openWorkbook(source.container, limits)
    book.close()
    const sheet = book.sheets.find((s) => s === chosen.sheet) ?? book.sheets[0]
    if (sheet === undefined) throw new Unreadable('inventory.no-sheet')
    return { ...blank, format: 'xlsx', sheet, sheets: [...book.sheets] }
  }
  if (head.subarray(0, 8).equals(OLD_OFFICE)) throw new Unreadable('inventory.old-excel')
  const encoding = chosen.encoding ?? firstGuess(head)
  const text = new TextDecoder(encoding).decode(head).replace(/^\uFEFF/, '')
  if (text.includes('\0')) throw new Unreadable('inventory.binary')
  if (/^\s*(\[\s*[{\]]|\{\s*["}])/.test(text)) return { ...blank, format: 'json', encoding }
  return { ...blank, format: 'csv', encoding, separator: chosen.separator ?? separatorOf(text) }
}

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04])
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])

async function count(
  source: Source,
  reading: Reading,
  limits: Limits,
  chosen: Chosen,
  strict: boolean,
): Promise<Survey> {
  if (reading.format === 'json') return countItems(source, reading, limits, strict)
  const first: Row[] = []
  let columns: readonly string[] | undefined
  let at: Row | undefined
  const sample: Row[] = []
  let [total, repeated, width] = [0, 0, 0]
  const take = (row: Row): void => {
    if (at === undefined || columns === undefined || row.n <= at.n || isBlank(row)) return
    if (isRepeated(row, at)) {
      repeated += 1
      return
    }
    total += 1
    if (total > limits.rows) throw new Unreadable('inventory.too-many-rows', { limit: String(limits.rows) })
    width = Math.max(width, row.cells.length)
    if (sample.length < SAMPLE) sample.push({ n: row.n, cells: row.cells.map((c) => c.slice(0, 300)) })
  }
  const settle = (): void => {
    at = header(first, chosen.header ?? undefined)
    if (at === undefined) throw new Unreadable('inventory.no-header')
    columns = titled(at)
    for (const row of first) take(row)
  }
  for await (const row of allRows(source, reading, limits, strict)) {
    if (columns !== undefined) take(row)
    else {
      first.push(row)
      if (first.length >= Math.max(20, chosen.header ?? 0)) settle()
    }
  }
  if (columns === undefined) {
    if (first.every(isBlank)) throw new Unreadable('inventory.no-rows')
    settle()
  }
  if (total === 0 || columns === undefined || at === undefined) throw new Unreadable('inventory.no-rows')
  return { reading: { ...reading, header: at.n }, columns, sample, total, repeated }
}

async function countItems(source: Source, reading: Reading, limits: Limits, strict: boolean): Promise<Survey> {
  const sample: { n: number; values: ReadonlyMap<string, string> }[] = []
  let total = 0
  const counted = async function* () {
    for await (const item of jsonItems(textOf(source, reading, strict), limits)) {
      total += 1
      if (total > limits.rows) throw new Unreadable('inventory.too-many-rows', { limit: String(limits.rows) })
      if (sample.length < SAMPLE) sample.push(item)
      yield item
    }
  }
  const columns = await columnsIn(counted(), limits)
  if (columns.length === 0) throw new Unreadable('inventory.no-rows')
  const rows = sample.map(({ n, values }) => ({ n, cells: columns.map((c) => (values.get(c) ?? '').slice(0, 300)) }))
  return { reading, columns, sample: rows, total, repeated: 0 }
}

const textOf = (source: Source, reading: Reading, strict: boolean): AsyncGenerator<string> =>
  decode(source, reading.encoding ?? 'utf-8', strict)

async function* allRows(source: Source, reading: Reading, limits: Limits, strict: boolean): AsyncGenerator<Row> {
  if (reading.format !== 'xlsx') {
    yield* csvRows(textOf(source, reading, strict), reading.separator ?? ',', limits)
    return
  }
  if (source.container === null) throw new Unreadable('inventory.not-a-workbook')
  const book = await openWorkbook(source.container, limits)
  try {
    yield* book.rows(reading.sheet ?? '')
  } finally {
    book.close()
  }
}

/** The rows of a file already surveyed: without titles, repeated titles and empty rows; texts in one form (NFC). */
export async function* rowsOf(source: Source, { reading, columns }: Survey, limits: Limits): AsyncGenerator<Row> {
  if (reading.format === 'json') {
    yield* jsonRows(jsonItems(textOf(source, reading, false), limits), columns)
    return
  }
  let titles: Row | undefined
  for await (const row of allRows(source, reading, limits, false)) {
    if (row.n === reading.header) titles = row
    if (row.n <= (reading.header ?? 0) || isBlank(row) || (titles !== undefined && isRepeated(row, titles))) continue
    yield row
  }
}

const isBlank = ({ cells }: Row): boolean => cells.every((c) => c.trim() === '')
