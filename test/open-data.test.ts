import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { DATA_SETS } from '../src/app.tsx'
import { exportData } from '../src/rooms/register/actions.ts'
import { findEdition } from '../src/rooms/register/editions.ts'
import { CELL_WORDS } from '../src/rooms/register/words-data.ts'
import { fillWorld } from '../src/world.ts'
import { freshDatabase } from './kit.ts'

const ROOT = join(import.meta.dirname, '..')

test('every data set is described in the documentation, column by column', () => {
  const docs = readFileSync(join(ROOT, 'docs/open-data.md'), 'utf8')
  for (const { id, about, key, columns } of DATA_SETS) {
    const rows = columns.map(({ name, type, title, about: more }) => {
      const meaning = more === undefined ? title.en : `${title.en}. ${more.en}`
      return `| \`${name}\` | ${CELL_WORDS[type].en} | ${meaning} |`
    })
    const named = key.map((name) => `\`${name}\``).join(', ')
    const head = `### ${id}\n\n${about.en} Key: ${named}.\n\n| column | type | meaning |\n|---|---|---|`
    assert.ok(docs.includes([head, ...rows].join('\n')), `docs/open-data.md does not describe ${id} as it is`)
  }
})

test('data sets bear names of their own, and each row the columns that name it', () => {
  assert.equal(new Set(DATA_SETS.map(({ id }) => id)).size, DATA_SETS.length)
  for (const { id, key, columns } of DATA_SETS) {
    const names = columns.map(({ name }) => name)
    assert.equal(new Set(names).size, names.length, id)
    assert.ok(key.length > 0 && key.every((name) => names.includes(name)), id)
  }
})

test('an edition of the made-up world holds every set in every format, all alike, and each row once', async (t) => {
  const { kit } = await freshDatabase(t)
  await fillWorld(kit)
  const outcome = await exportData(kit, DATA_SETS)
  assert.ok(outcome.ok)
  const edition = await findEdition(kit.site.openData.folder)
  assert.ok(edition)
  const bytes = (name: string) => readFileSync(join(edition.folder, name))
  const catalogue = bytes('catalog.jsonld').toString()
  const counted = new Map(outcome.value.sets.map(({ id, records }) => [id, records]))
  assert.ok((counted.get('systems') ?? 0) > 0 && (counted.get('incidents') ?? 0) > 0)
  for (const { id, key, columns } of DATA_SETS) {
    const lines = bytes(`${id}.jsonl`).toString().split('\n').slice(0, -1)
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    const csv: Record<string, string>[] = parse(bytes(`${id}.csv`), { bom: true, columns: true })
    const file = await asyncBufferFromFile(join(edition.folder, `${id}.parquet`))
    const parquet = (await parquetReadObjects({ file })) as Record<string, unknown>[]
    assert.deepEqual([rows.length, csv.length, parquet.length], [counted.get(id), counted.get(id), counted.get(id)], id)
    const name = (row: Record<string, unknown>): string => JSON.stringify(key.map((column) => String(row[column])))
    assert.equal(new Set(rows.map(name)).size, rows.length, id)
    assert.deepEqual(csv.map(name), rows.map(name))
    for (const [n, row] of rows.entries()) {
      assert.deepEqual(
        Object.keys(row),
        columns.map((column) => column.name),
      )
      for (const column of columns) {
        const value = row[column.name]
        const read = parquet[n]?.[column.name]
        if (column.type === 'text' || column.type === 'integer' || column.type === 'yes-no' || column.type === 'list')
          assert.deepEqual(read, value, `${id} ${column.name}`)
        if (column.type === 'moment') assert.deepEqual(read, value === null ? null : new Date(String(value)))
      }
    }
    assert.ok(catalogue.includes(`/data/${id}.parquet`))
  }
})
