import { z } from 'zod'
import { type Day, type Instant, isDay } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import { LIST } from '../../law/highrisk/list.ts'
import { RECLASSIFICATION } from '../../law/reclassification.ts'
import { FactsInput } from '../assessment/schema.ts'
import { Dossier, Level, SectorName, type SystemId } from '../systems/schema.ts'

const EarlierDay = z
  .custom<Day>((v) => typeof v === 'string' && isDay(v), {
    params: {
      code: 'form.day',
      text: { vi: 'Hãy ghi ngày có thật, dạng 2026-03-01.', en: 'Give a real day as 2026-03-01.' },
    },
  })
  .meta({ type: 'string', format: 'date' })

const Entry = z
  .enum(LIST.map((e) => e.code) as [string, ...string[]])
  .meta({ id: 'ListEntry', description: 'Entry of the list of Decision 33/2026/QĐ-TTg' })

/** The declared result: a level and nothing more is required (Decree 142 art. 14.4). */
export const Result = z.strictObject({ level: Level }).readonly()

/** Offered, never demanded (Decree art. 10.2, 14.4): leaving all of it out loses nothing. */
export const Offered = z
  .strictObject({
    sectors: z.array(SectorName).max(8).optional(),
    entries: z.array(Entry).max(46).optional(),
    firstUse: EarlierDay.optional(),
    inUse: z.boolean().optional(),
    deployers: z
      .array(z.strictObject({ name: z.string().trim().min(1).max(300), since: EarlierDay }))
      .max(100)
      .optional(),
    facts: FactsInput.optional(),
  })
  .readonly()
  .meta({ id: 'Offered', description: 'Optional: sectors, list entries, first use, deployers, answers of the tool' })
export type Offered = z.infer<typeof Offered>

export const NoticeInput = z
  .strictObject({ dossier: Dossier, result: Result, offered: Offered.optional() })
  .readonly()
  .meta({ id: 'Notice', description: 'Law art. 10.3, Decree 142/2026/NĐ-CP art. 14' })
export type NoticeInput = z.infer<typeof NoticeInput>

export const TRIGGERS = RECLASSIFICATION.triggers.map((t) => t.id) as [string, ...string[]]

/** A new result after a review (Decree art. 11). `completedOn` starts the 15 working days of art. 11.3.a. */
export const ReclassificationInput = z
  .strictObject({
    trigger: z.enum(TRIGGERS),
    completedOn: EarlierDay,
    result: Result,
    reason: z.string().trim().min(1).max(4000).optional(),
    offered: Offered.optional(),
  })
  .readonly()
  .meta({ id: 'Reclassification' })
export type ReclassificationInput = z.infer<typeof ReclassificationInput>

export const KINDS = ['first', 'reclassification', 'publication'] as const
export const CHANNELS = ['portal', 'interim', 'imported'] as const
export type Channel = (typeof CHANNELS)[number]

/** What a provider holds in its hand: canonical JSON, signed as a compact JWS; page and PDF are drawn from it. */
export const Receipt = z
  .strictObject({
    type: z.literal('saola.receipt.v1'),
    number: z.string(),
    kind: z.enum(KINDS),
    aiId: z.string(),
    system: z.string(),
    version: z.string().nullable(),
    provider: z.string(),
    level: Level,
    previousLevel: Level.nullable(),
    channel: z.enum(CHANNELS),
    receivedAt: z.string(),
    recordedAt: z.string(),
    dossierVersion: z.number(),
    dossierHash: z.string(),
    cites: z.array(z.string()),
    issuer: z.string(),
    legalValue: z.boolean(),
  })
  .readonly()
  .meta({ id: 'Receipt' })
export type Receipt = z.infer<typeof Receipt>

/** Where the tool, asked with the offered answers, would have said something else. A fact for the later check, no verdict. */
export const Difference = z.strictObject({ declared: Level, tool: z.string(), cites: z.array(z.string()) }).readonly()
export type Difference = z.infer<typeof Difference>

/** How a reclassification to a higher level stands to its 15 working days. */
export const Clock = z
  .strictObject({ due: z.string(), late: z.boolean(), provisional: z.array(z.string()), cite: z.string() })
  .readonly()
export type Clock = z.infer<typeof Clock>

/** The confirmation as programs get it. */
export const Confirmation = z
  .strictObject({
    receipt: Receipt,
    jws: z.string(),
    record: z.string().meta({ format: 'uri' }),
    difference: Difference.nullable(),
    possibleDuplicates: z.array(z.string()),
    clock: Clock.nullable(),
  })
  .readonly()
  .meta({ id: 'Confirmation' })
export type Confirmation = z.infer<typeof Confirmation>

/** What is kept beside the receipt about how it was declared. */
export interface Declared {
  readonly level: Level
  readonly previousLevel: Level | null
  readonly sectors: readonly string[]
  readonly entries: readonly string[]
  readonly firstUse: Day | null
  readonly trigger: string | null
  readonly completedOn: Day | null
  readonly reason: string | null
  readonly possibleDuplicates: readonly string[]
  readonly difference: Difference | null
  readonly clock: Clock | null
}

export interface Notice {
  readonly number: string
  readonly system: SystemId
  readonly kind: (typeof KINDS)[number]
  readonly channel: Channel
  readonly receivedAt: Instant
  readonly recordedAt: Instant
  readonly declared: Declared
  readonly receipt: Receipt
  readonly jws: string
}

export const REFUSALS = {
  'notice.low': 'unfit',
  'notice.outside': 'unfit',
  'notice.not-low': 'unfit',
  'notice.unknown': 'absent',
  'notice.erased': 'absent',
  'notice.not-now': 'untimely',
  'notice.no-organisation': 'unentitled',
  'notice.day-to-come': 'unfit',
  'reclassification.same-level': 'unfit',
  'reclassification.before-law': 'unfit',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS
