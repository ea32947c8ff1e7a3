import { z } from 'zod'
import type { PartyId, UnitId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import type { DossierKey } from '../../law/dossier.ts'
import { DOSSIER } from '../../law/dossier.ts'

export const isId = (text: string): boolean => z.uuid().safeParse(text).success

/** What one import may hold: every bound is there so that a hostile file is refused early and cheaply. */
export interface Limits {
  /** Bytes of the file as sent. */
  readonly file: number
  readonly rows: number
  readonly columns: number
  /** Characters of one row. */
  readonly row: number
  /** Bytes of an XLSX once unzipped, and characters of its shared texts. */
  readonly unzipped: number
  readonly texts: number
}

const MIB = 1_048_576
export const UPLOAD_LIMIT = 64_000_000
/** In the browser; the command line reads larger files from disk. */
export const LIMITS: Limits = {
  file: UPLOAD_LIMIT,
  rows: Number(process.env.IMPORT_ROWS) || 200_000,
  columns: 1_000,
  row: MIB,
  unzipped: 512 * MIB,
  texts: 48 * MIB,
}

export const FORMATS = ['csv', 'json', 'xlsx'] as const
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1258'] as const
export type Encoding = (typeof ENCODINGS)[number]
export const SEPARATORS = [',', ';', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

/** How the bytes are read: detected, and open to correction. */
export const Reading = z
  .object({
    format: z.enum(FORMATS),
    encoding: z.enum(ENCODINGS).nullable(),
    separator: z.enum(SEPARATORS).nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.string()),
    /** The row with the titles, as a spreadsheet counts; none for JSON. */
    header: z.int().min(1).nullable(),
  })
  .readonly()
export type Reading = z.infer<typeof Reading>

/** One row of a file: `n` as a spreadsheet counts them, or the place in a JSON list. */
export interface Row {
  readonly n: number
  readonly cells: readonly string[]
}

/** What a first look through the whole file found. */
export interface Survey {
  readonly reading: Reading
  /** Titles, each once: a repeated title is numbered. */
  readonly columns: readonly string[]
  readonly sample: readonly Row[]
  readonly total: number
  /** Rows that only repeat the titles; they are left out. */
  readonly repeated: number
}

/** What a column may say besides the sixteen fields of the dossier. */
export const EXTRAS = ['level', 'receivedAt', 'channel', 'firstUse', 'inUse', 'country'] as const
export type Extra = (typeof EXTRAS)[number]
export type Target = DossierKey | Extra
export const TARGETS: readonly Target[] = [...DOSSIER.fields.map((f) => f.key), ...EXTRAS]
export const isTarget = (text: string): text is Target => (TARGETS as readonly string[]).includes(text)

const Told = z.object({ columns: z.array(z.string()).max(20), constant: z.string().max(2000) }).readonly()
export type Told = z.infer<typeof Told>
export const DATE_ORDERS = ['dmy', 'mdy'] as const
/** Which columns say what, by title; several are joined, and what is fixed stands for every row without a value. */
export const Mapping = z
  .object({
    fields: z.record(z.string(), Told),
    /** How `1/2/2024` is meant. */
    dates: z.enum(DATE_ORDERS),
  })
  .readonly()
export type Mapping = z.infer<typeof Mapping>

export const PresetName = z.string().trim().min(1).max(80)
export interface Preset {
  readonly name: string
  readonly mapping: Mapping
}

/**
 *   uploaded ─map▶ checking ─(worker)▶ checked ─run▶ running ─(worker)▶ done
 *                     ▲                  │
 *                     └──────map─────────┘     stuck: the kept bytes could not be read again; map anew or leave it
 */
export const IMPORT_STATES = ['uploaded', 'checking', 'checked', 'running', 'done', 'stuck'] as const
export const ImportState = z.enum(IMPORT_STATES)
export type ImportState = z.infer<typeof ImportState>

/** For whom: an organisation's own systems, or the agencies a unit of the State names. */
export type Side =
  | { readonly of: 'party'; readonly party: PartyId; readonly name: string }
  | { readonly of: 'unit'; readonly unit: UnitId }

export interface Import {
  readonly id: string
  readonly party: PartyId | null
  readonly unit: UnitId | null
  readonly by: string
  readonly name: string
  readonly sha256: string
  readonly size: number
  readonly survey: Survey
  readonly mapping: Mapping | null
  readonly state: ImportState
  readonly seen: number
  readonly createdAt: Instant
  readonly changedAt: Instant
}

export const VERDICTS = ['draft', 'notice', 'already', 'faulty'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Why a row is faulty, or what of it was left behind. */
export const FAULTS = [
  'name-missing',
  'agency-missing',
  'too-long',
  'item-too-long',
  'too-many-items',
  'unreadable',
  'level-unknown',
  'date-unreadable',
  'date-ahead',
  'date-before-law',
  'channel-unknown',
  'country-unknown',
  'code-twice',
  'too-many-cells',
  'refused',
] as const
export const Fault = z
  .object({
    code: z.enum(FAULTS),
    column: z.string().nullable(),
    facts: z.record(z.string(), z.string()),
  })
  .readonly()
export type Fault = z.infer<typeof Fault>

/** How far an import is: rows per verdict, judged and taken over. */
export type Tally = Readonly<Record<Verdict, { readonly judged: number; readonly done: number }>>

export interface FaultyRow {
  readonly n: number
  readonly cells: readonly string[]
  readonly reasons: readonly Fault[]
}

export interface TakenRow {
  readonly n: number
  readonly verdict: Verdict
  readonly name: string
  readonly agency: string | null
  readonly system: string | null
  readonly lacks: readonly string[]
  readonly reasons: readonly Fault[]
}

/** Every way this room can say no, and what sort of no it is. */
export const REFUSALS = {
  'inventory.unknown': 'absent',
  'inventory.not-yours': 'unentitled',
  'inventory.not-now': 'untimely',
  'inventory.empty': 'unfit',
  'inventory.too-large': 'unfit',
  'inventory.too-many-rows': 'unfit',
  'inventory.too-many-columns': 'unfit',
  'inventory.row-too-long': 'unfit',
  'inventory.no-rows': 'unfit',
  'inventory.binary': 'unfit',
  'inventory.old-excel': 'unfit',
  'inventory.not-a-workbook': 'unfit',
  'inventory.bomb': 'unfit',
  'inventory.broken-xml': 'unfit',
  'inventory.broken-json': 'unfit',
  'inventory.broken-csv': 'unfit',
  'inventory.no-sheet': 'unfit',
  'inventory.no-header': 'unfit',
  'inventory.name-unmapped': 'unfit',
  'inventory.agency-unmapped': 'unfit',
  'inventory.preset-name': 'unfit',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
