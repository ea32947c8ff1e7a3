import { z } from 'zod'
import type { Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import type { CellType } from '../../db/open-data.ts'
import { LIST } from '../../law/highrisk/list.ts'
import { searchWords, several } from '../../web/listing.ts'
import { Level, PublicEvent, PublicState, PublicSystem, SectorName } from '../systems/schema.ts'

/** An entry of the list of high-risk systems, ended ones too: old records still name them. */
export const EntryCode = z
  .enum(LIST.map((e) => e.code))
  .meta({ id: 'ListEntry', description: 'Decision 33/2026/QĐ-TTg' })

/** `best`: the marks as typed first, then hits in the name, then the newest. Without words it is `newest`. */
export const SORTS = ['best', 'newest'] as const

/** What a reader asks the register for. The address of a search holds all of it. */
export const Query = z.strictObject({
  q: searchWords('Words of name, provider, purpose, or an AI-ID; with or without marks'),
  level: several(Level),
  sector: several(SectorName),
  state: several(PublicState),
  entry: EntryCode.optional(),
  sort: z.enum(SORTS).default('best'),
})
export type Query = z.infer<typeof Query>

export const FACETS = ['level', 'state', 'sector', 'entry'] as const
export type Facet = (typeof FACETS)[number]

/** A place in the order of all records, newest first: moment to the microsecond, then AI-ID. */
export interface Place {
  readonly at: string
  readonly aiId: string
}
/**
 * Where the next page begins. `floor` ends the part that is put in order of fitness (the newest hits when the walk
 * began); what lies at or below it follows newest first. Both stand still while records are added.
 */
export type Cursor =
  | ({ readonly in: 'newest' } & Place)
  | ({ readonly in: 'best'; readonly marked: boolean; readonly named: boolean; readonly floor: Place | null } & Place)

const At = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/)
  .refine(isMoment)
const PlaceShape = [At, z.string().min(1).max(64)] as const
export const CursorShape = z.union([
  z.tuple(PlaceShape),
  z.tuple([...PlaceShape, z.boolean(), z.boolean(), z.tuple(PlaceShape).nullable()]),
])

/** JavaScript would take the 31st of February for March; PostgreSQL would not take it at all. */
function isMoment(text: string): boolean {
  const ms = Date.parse(text)
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 19) === text.slice(0, 19)
}

/** Counted up to 1,000; beyond that only known to be more. */
export const Count = z
  .strictObject({ count: z.int().nonnegative(), exact: z.boolean() })
  .readonly()
  .meta({ id: 'Count', description: 'Exact up to 1,000; otherwise count is 1000 and exact is false: more than 1,000' })
export type Count = z.infer<typeof Count>

export const SystemPage = z
  .strictObject({
    items: z.array(PublicSystem),
    total: Count,
    next: z.string().nullable().meta({ description: 'Address of the next page' }),
  })
  .readonly()
  .meta({ id: 'SystemPage' })
export type SystemPage = z.infer<typeof SystemPage>

export const HistoryItem = z
  .strictObject({ seq: z.int(), verb: z.string(), at: z.string(), ...PublicEvent.unwrap().shape })
  .readonly()
export type HistoryItem = z.infer<typeof HistoryItem>
export const History = z
  .strictObject({ items: z.array(HistoryItem) })
  .readonly()
  .meta({ id: 'History' })

/** A step of a record, as it is followed from outside: the AI-ID beside what its history says. */
export const ChangeItem = z
  .strictObject({ aiId: z.string(), ...HistoryItem.unwrap().shape })
  .readonly()
  .meta({ id: 'Change' })
export type ChangeItem = z.infer<typeof ChangeItem>

export const ChangePage = z
  .strictObject({
    items: z.array(ChangeItem),
    next: z.string().meta({ description: 'Where to go on, now or later; always there' }),
    more: z.boolean().meta({ description: 'There is more already' }),
  })
  .readonly()
  .meta({ id: 'ChangePage' })
export type ChangePage = z.infer<typeof ChangePage>

/** A place in the order in which changes became settled (migrations/0017): its transaction, then the step within. */
export interface Step {
  readonly change: number
  readonly n: number
}
export const BEGINNING: Step = { change: 0, n: 0 }

/** How many records there are under each option of a filter, the other filters holding. */
export type Facets = Readonly<Record<Facet, ReadonlyMap<string, Count>>>

export interface Found {
  readonly items: readonly PublicSystem[]
  readonly total: Count
  readonly next: Cursor | null
  /** Nothing was found as typed: what was looked for instead, and found. */
  readonly instead: string | null
}

/** A record with what stood when it was read. */
export interface Recorded {
  readonly system: PublicSystem
  readonly history: readonly HistoryItem[]
  readonly readAt: Instant
}

const Both = z.strictObject({ vi: z.string(), en: z.string() }).readonly()
const CELL_TYPES = ['text', 'integer', 'yes-no', 'day', 'moment', 'list', 'json'] as const satisfies readonly CellType[]

/** A file of an export; `set` is null for what describes the export itself. */
export const ExportedFile = z
  .strictObject({
    name: z.string(),
    set: z.string().nullable(),
    type: z.string(),
    size: z.int().nonnegative(),
    sha256: z.string(),
  })
  .readonly()
export type ExportedFile = z.infer<typeof ExportedFile>

export const ExportedSet = z
  .strictObject({
    id: z.string(),
    title: Both,
    about: Both,
    key: z.array(z.string()),
    columns: z.array(
      z.strictObject({ name: z.string(), type: z.enum(CELL_TYPES), title: Both, about: Both.optional() }),
    ),
    records: z.int().nonnegative(),
  })
  .readonly()
export type ExportedSet = z.infer<typeof ExportedSet>

/** What an export holds, as of when, and by which hashes it is known. Signed as a whole beside it. */
export const Manifest = z
  .strictObject({
    kind: z.literal('saola-open-data'),
    version: z.literal(1),
    site: z.string(),
    mode: z.enum(['evaluation', 'production']),
    publisher: z.string(),
    licence: z.string(),
    /** Whatever was recorded before this moment is in it. */
    asOf: z.string(),
    /** From here on the changes after this export are followed. */
    changes: z.string(),
    sets: z.array(ExportedSet),
    files: z.array(ExportedFile),
    /**
     * Rows of which personal data was taken out after this export was published: by the columns that name them, which
     * columns were emptied, and the tombstone in the public log that did it.
     */
    tombstones: z.array(
      z.strictObject({
        set: z.string(),
        key: z.array(z.string()),
        at: z.string(),
        columns: z.array(z.string()).optional(),
        tombstone: z.string().optional(),
      }),
    ),
    /** Each time it was published anew, and the hash of the manifest that was in its place. */
    reissued: z
      .array(z.strictObject({ at: z.string(), tombstones: z.array(z.string()), replaces: z.string() }))
      .optional(),
  })
  .readonly()
export type Manifest = z.infer<typeof Manifest>

export const REFUSALS = {
  'register.unknown': 'absent',
  'data.unknown': 'absent',
  'data.under-way': 'untimely',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
