import { type Actor, actingFor, actorId, files, type PartyId, type UnitId } from '../../base/actor.ts'
import { dayOf } from '../../base/day.ts'
import { uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Kit } from '../../db/kit.ts'
import { keepBytes, keepStream, pathOf } from '../systems/actions.ts'
import { BUILT_IN, guess, isReasons, onlyKnown, presetFor, REASONS } from './mapping.ts'
import { asCsv } from './rules.ts'
import { fromDisk, fromMemory, type Source, survey } from './reading.ts'
import {
  type Code,
  type Fault,
  type Import,
  LIMITS,
  type Limits,
  type Mapping,
  type Preset,
  PresetName,
  type Reading,
  type Side,
} from './schema.ts'
import * as look from './look-store.ts'
import * as store from './store.ts'

export {
  countAgencies,
  countLacks,
  findUnitByCode,
  listFaulty,
  listPartiesNamed,
  listTakenOver,
  tally,
} from './look-store.ts'
export { startImporter, workThrough } from './work.ts'

export type Acting = Kit & { readonly actor: Actor }

const no = (code: Code, field?: string) => refuse(field === undefined ? { code } : { code, field })

/** For whom this person may hand over a file: the organisation they file for, the unit they sit in. */
export function sidesOf(actor: Actor): Side[] {
  const member = actingFor(actor)
  const party: Side[] =
    member !== null && files(actor, member.party) ? [{ of: 'party', party: member.party, name: member.name }] : []
  const unit: Side[] = actor.kind === 'person' && actor.seat !== null ? [{ of: 'unit', unit: actor.seat.unit }] : []
  return [...party, ...unit]
}

const isOf = (i: Import, side: Side): boolean => (side.of === 'party' ? i.party === side.party : i.unit === side.unit)

/** An import of one's own organisation or unit, or nothing at all. */
export async function getImport(asked: Acting, id: string): Promise<Outcome<Import>> {
  const found = await store.findImport(asked.db, id)
  return found !== undefined && sidesOf(asked.actor).some((side) => isOf(found, side))
    ? done(found)
    : no('inventory.unknown')
}

export async function importsOf(
  asked: Acting,
): Promise<{ readonly side: Side; readonly imports: readonly Import[] }[]> {
  const sides = sidesOf(asked.actor)
  return Promise.all(sides.map(async (side) => ({ side, imports: await store.listImports(asked.db, side) })))
}

/** Looks through the bytes and keeps them; a file that cannot be taken is refused and nothing of it is kept. */
export async function upload(asked: Acting, side: Side, file: File): Promise<Outcome<Import>> {
  if (!sidesOf(asked.actor).some((s) => s.of === side.of)) return no('inventory.not-yours')
  if (file.size === 0) return no('inventory.empty', 'file')
  const bytes = Buffer.from(await file.arrayBuffer())
  const found = await survey(fromMemory(bytes), LIMITS)
  if (!found.ok) return found
  const sha256 = await keepBytes(asked.site.files, bytes)
  const what = { name: nameOf(file.name), sha256, size: bytes.length, survey: found.value }
  return done(await begin(asked, side, actorId(asked.actor), what))
}

/** For the command line: a file on disk, read piece by piece, and not only by who is signed in. */
export async function takeFile(
  kit: Kit,
  side: Side,
  file: { readonly path: string; readonly name: string; readonly size: number },
  limits: Limits,
): Promise<Outcome<Import>> {
  const source = fromDisk(file.path, file.size)
  const found = await survey(source, limits)
  if (!found.ok) return found
  const { hash: sha256, size } = await keepStream(kit.site.files, source.chunks())
  return done(await begin(kit, side, COMMAND_LINE, { name: nameOf(file.name), sha256, size, survey: found.value }))
}

/** Who acts when somebody with the keys of the machine does. */
export const COMMAND_LINE = 'key:command-line'

const nameOf = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/\p{Cc}/gu, ' ')
    .slice(-200)

async function begin(
  kit: Kit,
  side: Side,
  by: string,
  what: Pick<Import, 'name' | 'sha256' | 'size' | 'survey'>,
): Promise<Import> {
  const at = kit.now()
  const fresh: Import = {
    ...what,
    id: uuidv7(),
    party: side.of === 'party' ? side.party : null,
    unit: side.of === 'unit' ? side.unit : null,
    by,
    mapping: null,
    state: 'uploaded',
    seen: 0,
    createdAt: at,
    changedAt: at,
  }
  await store.insertImport(kit.db, fresh)
  return fresh
}

/** Before anything is taken over, how the file is read and mapped may be changed as often as one likes. */
const open = (i: Import): boolean => i.state === 'uploaded' || i.state === 'checked' || i.state === 'stuck'

async function lockOwn(asked: Acting, id: string): Promise<Outcome<Import>> {
  const seen = await getImport(asked, id)
  if (!seen.ok) return seen
  const locked = await store.lockImport(asked.db, id)
  return locked === undefined ? no('inventory.unknown') : done(locked)
}

export const sourceOf = (kit: Kit, i: Import): Source => fromDisk(pathOf(kit.site.files, i.sha256), i.size)

/** Reads the same bytes another way: encoding, separator, sheet or title row as the person says. */
export async function readAnew(
  asked: Acting,
  id: string,
  chosen: { readonly [K in 'encoding' | 'separator' | 'sheet' | 'header']?: Reading[K] | undefined },
): Promise<Outcome<null>> {
  const found = await lockOwn(asked, id)
  if (!found.ok) return found
  if (!open(found.value)) return no('inventory.not-now')
  const again = await survey(sourceOf(asked, found.value), LIMITS, chosen)
  if (!again.ok) return again
  await store.keepReading(asked.db, id, again.value, asked.now())
  return done(null)
}

/** The columns as mapped; the dry run begins. */
export async function mapColumns(asked: Acting, id: string, mapping: Mapping, preset: string): Promise<Outcome<null>> {
  const found = await lockOwn(asked, id)
  if (!found.ok) return found
  const fits = mappable(found.value, mapping)
  if (!fits.ok) return fits
  if (preset !== '') {
    const name = PresetName.safeParse(preset)
    if (!name.success || BUILT_IN.some((p) => p.name === name.data)) return no('inventory.preset-name', 'preset')
    await look.keepPreset(
      asked.db,
      presetScope(found.value),
      { name: name.data, mapping },
      actorId(asked.actor),
      asked.now(),
    )
  }
  await store.keepMapping(asked.db, id, mapping, asked.now())
  return done(null)
}

/** A system has a name, and in an inventory of agencies each row says whose it is. */
export function mappable(i: Import, mapping: Mapping): Outcome<null> {
  if (!open(i)) return no('inventory.not-now')
  const says = (target: string) => {
    const told = mapping.fields[target]
    return told !== undefined && (told.columns.length > 0 || told.constant !== '')
  }
  const lacks = [
    ...(says('name') ? [] : [{ code: 'inventory.name-unmapped', field: 'name' } as const]),
    ...(i.unit === null || says('providerName')
      ? []
      : [{ code: 'inventory.agency-unmapped', field: 'providerName' } as const]),
  ]
  return lacks.length > 0 ? refuse(...lacks) : done(null)
}

/** For the command line: begins the dry run with a mapping known to fit. */
export async function mapAtOnce(kit: Kit, i: Import, mapping: Mapping): Promise<Outcome<null>> {
  const fits = mappable(i, mapping)
  if (fits.ok) await store.keepMapping(kit.db, i.id, mapping, kit.now())
  return fits
}

/** Takes over what the dry run showed. Pressed twice, it runs once. */
export async function run(asked: Acting, id: string): Promise<Outcome<null>> {
  const found = await lockOwn(asked, id)
  if (!found.ok) return found
  if (found.value.state === 'running' || found.value.state === 'done') return done(null)
  if (found.value.state !== 'checked') return no('inventory.not-now')
  await store.moveTo(asked.db, id, 'running', asked.now())
  return done(null)
}

/** Is there work left that somebody does or should do? */
export async function waits(kit: Kit, id: string): Promise<boolean> {
  const state = (await store.findImport(kit.db, id))?.state
  return state === 'checking' || state === 'running'
}
export const isStuck = async (kit: Kit, id: string): Promise<boolean> =>
  (await store.findImport(kit.db, id))?.state === 'stuck'

export const runAtOnce = (kit: Kit, i: Import): Promise<void> => store.moveTo(kit.db, i.id, 'running', kit.now())

export const presetScope = (i: { readonly party: PartyId | null; readonly unit: UnitId | null }): string =>
  i.party === null ? `unit:${i.unit}` : `party:${i.party}`

/** The mapping to begin with: a preset whose columns are all there, else what the titles suggest. */
export async function suggested(
  kit: Kit,
  i: Import,
  wanted?: string,
): Promise<{ readonly preset: string | null; readonly mapping: Mapping; readonly presets: readonly Preset[] }> {
  const own = await look.listPresets(kit.db, presetScope(i))
  const presets = [...own, ...BUILT_IN]
  const preset = wanted === undefined ? presetFor(i.survey.columns, own) : presets.find((p) => p.name === wanted)
  const mapping = preset === undefined ? guess(i.survey.columns) : onlyKnown(preset.mapping, i.survey.columns)
  return { preset: preset?.name ?? null, mapping, presets }
}

/** Exactly the faulty rows as they were sent, with a column of reasons: to be mended and sent again. */
export async function* faultyCsv(
  kit: Pick<Kit, 'db'>,
  i: Import,
  say: (n: number, reasons: readonly Fault[]) => string,
): AsyncGenerator<string> {
  const separator = i.survey.reading.separator ?? ','
  const { columns } = i.survey
  const kept = columns.map((title) => !isReasons(title))
  // With its mark, so that spreadsheet programs read it as UTF-8.
  yield `\uFEFF${asCsv([...columns.filter((_, c) => kept[c]), REASONS], separator)}`
  for (let after = 0; ; ) {
    const rows = await look.listFaulty(kit.db, i.id, after, 500)
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.n
    for (const { n, cells, reasons } of rows) {
      const filled = Array.from({ length: Math.max(columns.length, cells.length) }, (_, c) => cells[c] ?? '')
      yield asCsv([...filled.filter((_, c) => kept[c] ?? true), say(n, reasons)], separator)
    }
  }
}

/** The name of a file of faulty rows: `inventory-2026-11-02-faulty.csv`. */
export const faultsName = (i: Import): string =>
  `${i.name.replace(/\.[^.]*$/, '').slice(0, 60)}-${dayOf(i.createdAt)}-faulty.csv`
