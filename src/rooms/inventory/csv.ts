import { parse } from 'csv-parse'
import { codeOf } from '../../db/fault.ts'
import type { Limits, Row, Separator } from './schema.ts'
import { Unreadable } from './unreadable.ts'

class TooManyColumns extends Error {}

/**
 * Rows of separated text as people really write it: quotes inside cells, line breaks in quotes, rows of unequal length.
 * A row longer or wider than the limits ends the reading at once, whatever the size of the file.
 */
export async function* csvRows(text: AsyncIterable<string>, separator: Separator, limits: Limits): AsyncGenerator<Row> {
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: limits.row,
    bom: true,
    // Asked for each cell as it is read: the only place where a row of a million columns can be stopped half-way.
    cast(value, { column }) {
      if (typeof column === 'number' && column >= limits.columns) throw new TooManyColumns()
      return value
    },
  })
  const feeding = feed(text, parser)
  // Whoever reads the rows is told; this only keeps the failure from being nobody's.
  feeding.catch(() => undefined)
  let n = 0
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      n += 1
      yield { n, cells }
    }
    await feeding
  } catch (error) {
    throw inWords(error, n + 1, limits)
  } finally {
    parser.destroy()
  }
}

async function feed(text: AsyncIterable<string>, parser: ReturnType<typeof parse>): Promise<void> {
  try {
    for await (const piece of text) {
      if (parser.destroyed) return
      if (piece !== '' && !parser.write(piece)) await drained(parser)
    }
    parser.end()
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}

const drained = (parser: ReturnType<typeof parse>): Promise<void> =>
  new Promise((resume) => {
    const go = () => {
      parser.off('drain', go)
      parser.off('close', go)
      resume()
    }
    parser.once('drain', go)
    parser.once('close', go)
  })

function inWords(error: unknown, row: number, limits: Limits): unknown {
  if (error instanceof TooManyColumns)
    return new Unreadable('inventory.too-many-columns', { row: String(row), limit: String(limits.columns) })
  const code = codeOf(error)
  if (code === 'CSV_MAX_RECORD_SIZE') return new Unreadable('inventory.row-too-long', { row: String(row) })
  return code?.startsWith('CSV_') ? new Unreadable('inventory.broken-csv', { row: String(row) }) : error
}
