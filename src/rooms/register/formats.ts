import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Cell, CellType, DataColumn, DataRow } from '../../db/open-data.ts'
import { csvRow } from './rules.ts'

/** Where the bytes of a file go, one after the other. */
export type Write = (bytes: Uint8Array) => Promise<void>

/** Turns rows into the bytes of a file, a batch at a time. */
export interface Shaper {
  add(rows: readonly DataRow[]): Promise<void>
  end(): Promise<void>
}

/** A form in which every data set is published. */
export interface Format {
  readonly ending: 'csv' | 'jsonl' | 'parquet'
  readonly type: string
  begin(columns: readonly DataColumn[], write: Write): Promise<Shaper>
}

const inCsv = (cell: Cell): string => {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.join('; ') : String(cell)
}

/**
 * For people with a spreadsheet (RFC 4180): a byte order mark, or Excel spoils every Vietnamese word; lists parted by
 * semicolons; text that a spreadsheet would run as a formula begins with an apostrophe. Programs take the other two.
 */
const CSV: Format = {
  ending: 'csv',
  type: 'text/csv; charset=utf-8; header=present',
  async begin(columns, write) {
    await write(Buffer.from(`\uFEFF${csvRow(columns.map((c) => c.name))}`))
    return {
      add: (rows) => write(Buffer.from(rows.map((row) => csvRow(row.map(inCsv))).join(''))),
      end: async () => undefined,
    }
  },
}

/** One JSON object a line, every column in it, nothing changed. */
const JSONL: Format = {
  ending: 'jsonl',
  type: 'application/x-ndjson; charset=utf-8',
  async begin(columns, write) {
    const keys = columns.map((c) => JSON.stringify(c.name))
    const line = (row: DataRow): string =>
      `{${row.map((cell, n) => `${keys[n]}:${inJson(columns[n]?.type, cell)}`).join(',')}}\n`
    return { add: (rows) => write(Buffer.from(rows.map(line).join(''))), end: async () => undefined }
  },
}

/** What is JSON already goes in as it is. */
const inJson = (type: CellType | undefined, cell: Cell): string =>
  type === 'json' && typeof cell === 'string' ? cell : JSON.stringify(cell)

/** So many rows are held in memory before they are written; the more, the smaller the file. */
const GROUP = 2000

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const
const SHAPES: Readonly<Record<Exclude<CellType, 'list'>, Omit<SchemaElement, 'name'>>> = {
  text: TEXT,
  json: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  'yes-no': { type: 'BOOLEAN' },
  day: { type: 'INT32', converted_type: 'DATE' },
  moment: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
}

const schemaOf = (columns: readonly DataColumn[]): SchemaElement[] => [
  { name: 'root', num_children: columns.length },
  ...columns.flatMap(({ name, type }): SchemaElement[] =>
    type === 'list'
      ? [
          { name, repetition_type: 'REQUIRED', converted_type: 'LIST', num_children: 1 },
          { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
          { name: 'element', repetition_type: 'REQUIRED', ...TEXT },
        ]
      : [{ name, repetition_type: 'OPTIONAL', ...SHAPES[type] }],
  ),
]

const inParquet = (type: CellType, cell: Cell): unknown =>
  (type === 'day' || type === 'moment') && typeof cell === 'string' ? new Date(cell) : cell

/** For analysts: typed columns, in groups of rows, compressed. */
const PARQUET: Format = {
  ending: 'parquet',
  type: 'application/vnd.apache.parquet',
  async begin(columns, write) {
    const bytes = new ByteWriter(1 << 20)
    const flush = async (): Promise<void> => {
      await write(bytes.getBytes())
      bytes.index = 0
    }
    const writer = Object.assign(bytes, { flush, finish: flush })
    const file = new ParquetWriter({ writer, schema: schemaOf(columns), createdBy: 'saola' })
    let held: DataRow[] = []
    const group = async (): Promise<void> => {
      const rows = held
      held = []
      const columnData = columns.map(({ name, type }, n) => ({
        name,
        data: rows.map((row) => inParquet(type, row[n] ?? null)),
        // What is told of each column of each group stays in memory until the end: only what helps to skip a group.
        offsetIndex: false,
        statistics: type === 'day' || type === 'moment',
      }))
      await file.write({ columnData, rowGroupSize: GROUP })
    }
    return {
      async add(rows) {
        held = held.concat(rows)
        if (held.length >= GROUP) await group()
      },
      async end() {
        if (held.length > 0) await group()
        await file.finish()
      },
    }
  },
}

export const FORMATS: readonly Format[] = [CSV, JSONL, PARQUET]
