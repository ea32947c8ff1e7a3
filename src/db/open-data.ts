import type { Text } from '../base/text.ts'
import type { Database } from './kit.ts'

/**
 * What stands in a cell. A day is `2026-03-01`, a moment ISO text in UTC. A list is never null: nothing is an empty list.
 * `json` is JSON written as text, for what has no flat form.
 */
export type Cell = string | number | boolean | null | readonly string[]
export type CellType = 'text' | 'integer' | 'yes-no' | 'day' | 'moment' | 'list' | 'json'

export interface DataColumn {
  /** Never renamed: programs read it. */
  readonly name: string
  readonly type: CellType
  readonly title: Text
  /** Where the title does not say it all. */
  readonly about?: Text
}

/** A row: its cells in the order of the columns. */
export type DataRow = readonly Cell[]

/**
 * One table of open data, as a value. Whoever has something to publish writes one, and the roof hands it to the register,
 * which exports, describes, signs and serves it.
 */
export interface DataSet {
  /** The name of its files: `systems` becomes `/data/systems.csv`. Never renamed. */
  readonly id: string
  readonly title: Text
  readonly about: Text
  /** Columns that name a row. */
  readonly key: readonly string[]
  readonly columns: readonly DataColumn[]
  /** All rows, a batch at a time, read as the public role inside the one snapshot of the export. */
  rows(db: Database): AsyncIterable<readonly DataRow[]>
}

/** A column and what stands in it. */
export interface Drawn<T> extends DataColumn {
  readonly of: (value: T) => Cell
}

/** A data set as a table of values: its columns, and for each what they show of a value. */
export function drawnSet<T>(
  { id, title, about, key }: Pick<DataSet, 'id' | 'title' | 'about' | 'key'>,
  drawn: readonly Drawn<T>[],
  values: (db: Database) => AsyncIterable<readonly T[]>,
): DataSet {
  const columns = drawn.map(({ name, type, title, about }) => ({
    ...{ name, type, title },
    ...(about === undefined ? {} : { about }),
  }))
  return {
    ...{ id, title, about, key, columns },
    async *rows(db) {
      for await (const batch of values(db)) yield batch.map((value) => drawn.map((column) => column.of(value)))
    },
  }
}
