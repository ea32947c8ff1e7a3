import { join } from 'node:path'
import { canonical } from '../../base/canonical.ts'
import { addDays, type Day, dayOf, endOfDay, type Instant, isDay } from '../../base/day.ts'
import { frugally } from '../../base/frugal.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Database, Kit } from '../../db/kit.ts'
import type { DataRow, DataSet } from '../../db/open-data.ts'
import { LICENCE } from '../../web/feeds.ts'
import { catalogue } from './catalogue.ts'
import { beginFile, bringOut, type Draft, type Edition, findEdition, keepDays, listDays } from './editions.ts'
import { FORMATS } from './formats.ts'
import { writeStep } from './rules.ts'
import type { ExportedFile, ExportedSet, Manifest } from './schema.ts'
import { findLastStep, inSnapshot } from './open-data-store.ts'

/**
 * Publishes every data set as of one moment. All of it is read in one snapshot, a batch at a time, and seen by nobody
 * before the last byte is on the disk. Refused while another export runs.
 */
export async function exportData(
  kit: Kit,
  sets: readonly DataSet[],
  signal: AbortSignal = new AbortController().signal,
): Promise<Outcome<Manifest>> {
  const { folder: root, days } = kit.site.openData
  // Taken before the snapshot: whatever was recorded before it is in it.
  const asOf = kit.now()
  const manifest = await inSnapshot(kit.reader, async (view) => {
    let made: Manifest | undefined
    await bringOut(root, dayOf(asOf), Date.parse(asOf), async (folder) => {
      made = await frugally(() => fill(kit, sets, view, folder, asOf, signal))
    })
    await keepDays(root, days)
    return made
  })
  return manifest === undefined ? refuse({ code: 'data.under-way' }) : done(manifest)
}

async function fill(
  kit: Kit,
  sets: readonly DataSet[],
  view: Database,
  folder: string,
  asOf: Instant,
  signal: AbortSignal,
): Promise<Manifest> {
  const { url: site, mode, openData } = kit.site
  const written: { readonly set: ExportedSet; readonly files: readonly ExportedFile[] }[] = []
  for (const set of sets) written.push(await writeSet(set, view, folder, signal))
  const draft: Manifest = {
    ...({ kind: 'saola-open-data', version: 1, site, mode } as const),
    ...{ publisher: openData.publisher, licence: LICENCE, asOf },
    changes: `${site}/api/v1/changes?after=${writeStep(await findLastStep(view))}`,
    sets: written.map(({ set }) => set),
    files: written.flatMap(({ files }) => files),
    tombstones: [],
  }
  return seal(kit, folder, draft)
}

/** Describes the files in a folder, signs for them and lists their sums: the last step of every edition. */
export async function seal(kit: Pick<Kit, 'keys'>, folder: string, draft: Manifest): Promise<Manifest> {
  const described = await writeText(folder, 'catalog.jsonld', `${JSON.stringify(catalogue(draft), null, 2)}\n`)
  const catalog = { name: 'catalog.jsonld', set: null, type: 'application/ld+json', ...described }
  const manifest: Manifest = { ...draft, files: [...draft.files, catalog] }
  // The signed bytes and the bytes of the manifest are the same, so that one look tells that they belong together.
  const own = await writeText(folder, 'manifest.json', canonical(manifest))
  await writeText(folder, 'manifest.jws', await kit.keys.sign(manifest))
  const sums = [...manifest.files, { name: 'manifest.json', ...own }]
  await writeText(folder, 'SHA256SUMS', sums.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''))
  return manifest
}

async function writeText(folder: string, name: string, text: string) {
  const file = await beginFile(join(folder, name))
  await file.write(Buffer.from(text))
  return file.close()
}

const writeSet = (set: DataSet, view: Database, folder: string, signal: AbortSignal) =>
  writeRows(set, set.rows(view), folder, signal)

/** One walk over the rows, every format at once. */
export async function writeRows(
  set: Omit<DataSet, 'rows'>,
  batches: AsyncIterable<readonly DataRow[]>,
  folder: string,
  signal: AbortSignal,
) {
  const open: Draft[] = []
  try {
    const outputs = []
    for (const format of FORMATS) {
      const draft = await beginFile(join(folder, `${set.id}.${format.ending}`))
      open.push(draft)
      outputs.push({ format, draft, shaper: await format.begin(set.columns, draft.write) })
    }
    let records = 0
    for await (const rows of batches) {
      signal.throwIfAborted()
      records += rows.length
      for (const { shaper } of outputs) await shaper.add(rows)
    }
    const files: ExportedFile[] = []
    for (const { format, draft, shaper } of outputs) {
      await shaper.end()
      files.push({ name: `${set.id}.${format.ending}`, set: set.id, type: format.type, ...(await draft.close()) })
    }
    const { id, title, about, key, columns } = set
    return { set: { id, title, about, key: [...key], columns: [...columns], records }, files }
  } catch (error) {
    for (const draft of open) await draft.abandon()
    throw error
  }
}

/** The newest edition and the days of which one is kept. */
export async function editionsOf(kit: Kit): Promise<{ newest: Edition | undefined; days: readonly Day[] }> {
  const { folder } = kit.site.openData
  return { newest: await findEdition(folder), days: await listDays(folder) }
}

/** A file of the newest edition, or of the one of a day. */
export async function fileOf(kit: Kit, name: string, day?: string) {
  if (day !== undefined && !isDay(day)) return refuse({ code: 'data.unknown' })
  const file = (await findEdition(kit.site.openData.folder, day))?.files.get(name)
  return file === undefined ? refuse({ code: 'data.unknown' }) : done(file)
}

/** At one in the night in Vietnam, when few people read. */
const NIGHT = 3_600_001

/** Is a new edition owed? The first at once, then one each night; a night that was slept through is made up for. */
export function isDue(last: Instant | undefined, now: Instant): boolean {
  if (last === undefined) return true
  const night = new Date(Date.parse(endOfDay(addDays(dayOf(now), -1))) + NIGHT).toISOString()
  return now >= night && last < night
}

const EVERY = 300_000

/** Looks every few minutes whether an edition is owed. Nothing depends on it: a failure waits for the next look. */
export function startExporter(
  kit: Kit,
  sets: readonly DataSet[],
  onProblem: (error: unknown) => void,
): { stop(): Promise<void> } {
  const stopping = new AbortController()
  let running: Promise<unknown> = Promise.resolve()
  const look = async (): Promise<void> => {
    const last = (await findEdition(kit.site.openData.folder))?.manifest.asOf
    if (isDue(last, kit.now())) await exportData(kit, sets, stopping.signal)
  }
  const turn = (): void => {
    running = running.then(look).catch((error: unknown) => (stopping.signal.aborted ? undefined : onProblem(error)))
  }
  turn()
  const timer = setInterval(turn, EVERY)
  return {
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await running
    },
  }
}
