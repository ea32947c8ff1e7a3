import { createReadStream } from 'node:fs'
import { link, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { frugally } from '../../base/frugal.ts'
import { sha256 } from '../../base/hash.ts'
import { linesIn } from '../../base/lines.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Cell, DataRow } from '../../db/open-data.ts'
import type { Kit } from '../../db/kit.ts'
import { type Edition, keepDays, listEditions, replaceEdition } from './editions.ts'
import { seal, writeRows } from './exports.ts'
import { inSnapshot } from './open-data-store.ts'
import type { ExportedSet, Manifest } from './schema.ts'

/** A row of a published JSONL file, by the names of its columns. */
export type PublishedRow = Readonly<Record<string, unknown>>

/** What stands in a row from now on: other cells in some columns, and the tombstone that says why. */
export interface Redaction {
  readonly cells: Readonly<Record<string, Cell>>
  readonly tombstone: string
  readonly at: string
}

export interface Redacting {
  /** Texts of which each row that changes holds one: what holds none is passed over quickly. */
  readonly needles: readonly string[]
  redact(set: string, row: PublishedRow): Redaction | undefined
}

/**
 * Publishes past editions anew without what was erased: same addresses, other bytes, a manifest that says which rows
 * changed and is signed again. Editions that hold nothing of it stay as they are. Says how many were replaced; refused
 * while an export runs.
 */
export async function reissue(
  kit: Kit,
  redacting: Redacting,
  signal: AbortSignal = new AbortController().signal,
): Promise<Outcome<number>> {
  const { folder: root, days } = kit.site.openData
  const replaced = await inSnapshot(kit.reader, async () => {
    let n = 0
    for (const edition of await listEditions(root)) {
      const touched = await touchedSets(edition, redacting)
      if (touched.length === 0) continue
      await replaceEdition(root, edition, (folder) =>
        frugally(() => rewrite(kit, edition, touched, redacting, folder, signal)),
      )
      n += 1
    }
    // What an earlier turn left behind when it died.
    await keepDays(root, days)
    return n
  })
  return replaced === undefined ? refuse({ code: 'data.under-way' }) : done(replaced)
}

const linesOf = ({ folder }: Edition, set: string): AsyncIterable<string> =>
  linesIn(createReadStream(join(folder, `${set}.jsonl`)))

async function touchedSets(edition: Edition, { needles, redact }: Redacting): Promise<readonly string[]> {
  const touched: string[] = []
  for (const { id } of edition.manifest.sets) {
    for await (const line of linesOf(edition, id)) {
      if (!needles.some((needle) => line.includes(needle))) continue
      if (redact(id, JSON.parse(line) as PublishedRow) === undefined) continue
      touched.push(id)
      break
    }
  }
  return touched
}

async function rewrite(
  kit: Kit,
  edition: Edition,
  touched: readonly string[],
  { redact }: Redacting,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const { manifest } = edition
  const tombstones: Manifest['tombstones'][number][] = []
  const files = [...manifest.files.filter(({ set }) => set !== null && !touched.includes(set))]
  for (const { name } of files) await link(join(edition.folder, name), join(folder, name))
  const rowsOf = async function* (set: ExportedSet): AsyncIterable<readonly DataRow[]> {
    for await (const batch of batched(linesOf(edition, set.id)))
      yield batch.map((line) => {
        const row = JSON.parse(line) as PublishedRow
        const redaction = redact(set.id, row)
        if (redaction !== undefined)
          tombstones.push({
            ...{ set: set.id, key: set.key.map((column) => String(row[column])), at: redaction.at },
            ...{ columns: Object.keys(redaction.cells), tombstone: redaction.tombstone },
          })
        return set.columns.map(
          ({ name, type }) =>
            redaction?.cells[name] ?? (name in (redaction?.cells ?? {}) ? null : asCell(type, row[name])),
        )
      })
  }
  for (const set of manifest.sets.filter(({ id }) => touched.includes(id)))
    files.push(...(await writeRows(asSet(set), rowsOf(set), folder, signal)).files)
  const replaces = sha256(await readFile(join(edition.folder, 'manifest.json')))
  const numbers = [...new Set(tombstones.flatMap(({ tombstone }) => tombstone ?? []))].toSorted()
  await seal(kit, folder, {
    ...manifest,
    // In the order in which an edition lists them.
    files: manifest.files.flatMap(({ name }) => files.filter((file) => file.name === name)),
    tombstones: [...manifest.tombstones, ...tombstones],
    reissued: [...(manifest.reissued ?? []), { at: kit.now(), tombstones: numbers, replaces }],
  })
}

const asSet = ({ columns, ...set }: ExportedSet) => ({
  ...set,
  columns: columns.map(({ about, ...column }) => (about === undefined ? column : { ...column, about })),
})

const BATCH = 250

async function* batched(lines: AsyncIterable<string>): AsyncIterable<readonly string[]> {
  let batch: string[] = []
  for await (const line of lines) {
    batch.push(line)
    if (batch.length < BATCH) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** JSON inside JSON was written as it is and is a text again in the other formats. */
const asCell = (type: ExportedSet['columns'][number]['type'], value: unknown): Cell =>
  type === 'json' && value !== null ? JSON.stringify(value) : ((value ?? null) as Cell)
