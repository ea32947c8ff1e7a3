import { parse } from 'csv-parse'
import { codeOf } from '../../db/fault.ts'
import type { Limits, Row, Separator } from './schema.ts'
import { Unreadable } from './unreadable.ts'

/**
 * Rows of separated text as people really write it: quotes inside cells, line breaks in quotes, rows of unequal length.
 * A row longer or wider than the limits ends the reading at once, whatever the size of the file.
 */
export async function* csvRows(text: AsyncIterable<string>, separator: Separator, limits: Limits): AsyncGenerator<Row> {
  // The parser bounds the characters of a row, not its empty cells: separators since the last whole row do.
  const since = { row: 0 }
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: limits.row,
    bom: true,
    on_record(cells: string[]) {
      since.row = 0
      return cells
    },
  })
  const tooMany = (n: number) =>
    new Unreadable('inventory.too-many-columns', { row: String(n), limit: String(limits.columns) })
  let n = 0
  const feed = async (): Promise<void> => {
    try {
      for await (const piece of text) {
        if (parser.destroyed) return
        since.row += count(piece, separator)
        if (piece !== '' && !parser.write(piece)) await drained(parser)
        // In a row of allowed length there cannot be more.
        if (since.row > limits.row + limits.columns) throw tooMany(n + 1)
      }
      parser.end()
    } catch (error) {
      parser.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  }
  const feeding = feed()
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      n += 1
      if (cells.length > limits.columns) throw tooMany(n)
      yield { n, cells }
    }
    await feeding
  } catch (error) {
    throw inWords(error, n + 1)
  } finally {
    parser.destroy()
  }
}

function count(piece: string, separator: Separator): number {
  let found = 0
  for (let at = piece.indexOf(separator); at >= 0; at = piece.indexOf(separator, at + 1)) found += 1
  return found
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

function inWords(error: unknown, row: number): unknown {
  const code = codeOf(error)
  if (code === 'CSV_MAX_RECORD_SIZE') return new Unreadable('inventory.row-too-long', { row: String(row) })
  return code?.startsWith('CSV_') ? new Unreadable('inventory.broken-csv', { row: String(row) }) : error
}
