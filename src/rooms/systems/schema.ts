import { z } from 'zod'
import type { PartyId } from '../../base/actor.ts'
import type { Day, Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import type { Text } from '../../base/text.ts'
import { DOSSIER, type DossierKey } from '../../law/dossier.ts'
import { SECTORS } from '../../law/highrisk/entry.ts'

export type SystemId = string & { readonly __system: unique symbol }
/** What an address may name: anything else is simply not there. */
export const isId = (text: string): boolean => z.uuid().safeParse(text).success

export const LEVELS = ['high', 'medium', 'low'] as const
export const Level = z.enum(LEVELS).meta({ id: 'Level', description: 'Law art. 9.1' })
export type Level = z.infer<typeof Level>

/**
 * `declared`: notified, not yet in use. `suspended` and `recalled` are the provider's own measures or an order's.
 * A `withdrawn` or `retired` record stays visible as such.
 */
export const STATES = ['draft', 'declared', 'in-use', 'suspended', 'recalled', 'retired', 'withdrawn'] as const
export const State = z.enum(STATES)
export type State = z.infer<typeof State>
/** What the register shows: everything but drafts. */
export const PublicState = z
  .enum(['declared', 'in-use', 'suspended', 'recalled', 'retired', 'withdrawn'])
  .meta({ id: 'State' })

export const VERBS = ['put-into-use', 'suspend', 'recall', 'resume', 'retire', 'withdraw'] as const
export const Verb = z.enum(VERBS)
export type Verb = z.infer<typeof Verb>

export const SectorName = z.enum([...SECTORS, 'finance', 'other']).meta({ id: 'Sector' })
export type SectorName = z.infer<typeof SectorName>

const LISTS: readonly DossierKey[] = DOSSIER.fields.filter((f) => f.kind === 'list').map((f) => f.key)
export const isList = (key: DossierKey): boolean => LISTS.includes(key)

const field = (key: DossierKey) => {
  const { max = 4000, label } = DOSSIER.fields.find((f) => f.key === key) ?? {}
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .meta({ description: label?.en ?? key })
}
const list = (key: DossierKey) =>
  z
    .array(z.string().trim().min(1).max(300))
    .min(1)
    .max(50)
    .meta({ description: DOSSIER.fields.find((f) => f.key === key)?.label.en ?? key })

/** The dossier of Decree 142 art. 12.2: these sixteen fields and nothing more may be asked (art. 14.4). */
export const Dossier = z
  .strictObject({
    name: field('name'),
    version: field('version'),
    internalCode: field('internalCode'),
    providerName: field('providerName'),
    providerAddress: field('providerAddress'),
    providerContact: field('providerContact'),
    purpose: field('purpose'),
    functions: list('functions'),
    architecture: field('architecture'),
    scope: field('scope'),
    users: list('users'),
    affected: list('affected'),
    inputData: list('inputData'),
    riskMeasures: field('riskMeasures'),
    safetyMeasures: field('safetyMeasures'),
    transparencyMeasures: field('transparencyMeasures'),
  } satisfies Record<DossierKey, z.ZodType>)
  .readonly()
  .meta({
    id: 'Dossier',
    description:
      'Decree 142/2026/NĐ-CP art. 12.2. Never source code, parameters, detailed algorithms or raw training data (art. 12.4).',
  })
export type Dossier = z.infer<typeof Dossier>
/** What is kept: a field may be missing where an attached document stands for its part (art. 12.5, 12.7). */
export type Answers = { readonly [K in DossierKey]?: Dossier[K] }

/** What anyone may read of a system: a list of what is shown, never "all but" (decrees.md section 10). */
export const PublicSystem = z
  .strictObject({
    aiId: z.string(),
    name: z.string(),
    version: z.string().nullable(),
    level: Level,
    state: PublicState,
    provider: z.strictObject({
      name: z.string().meta({ description: 'Empty once it was erased as personal data' }),
      address: z.string().nullable(),
      contact: z.string().nullable(),
    }),
    purpose: z.string().nullable(),
    functions: z.array(z.string()),
    scope: z.string().nullable(),
    users: z.array(z.string()),
    affected: z.array(z.string()),
    sectors: z.array(SectorName),
    entries: z.array(z.string()).meta({ description: 'Entries of the list of Decision 33/2026/QĐ-TTg' }),
    firstUse: z.string().nullable(),
    recordedAt: z.string(),
    changedAt: z.string(),
  })
  .readonly()
  .meta({ id: 'System' })
export type PublicSystem = z.infer<typeof PublicSystem>

/** What an order of the State asks of the use of a system while it stands; `retired` for one that ends it (Law art. 35.2). */
export const HELD = ['suspended', 'recalled', 'retired'] as const
export type Held = (typeof HELD)[number]
export interface Hold {
  readonly order: string
  readonly state: Held
}

/** A system as the house knows it. */
export interface System {
  readonly id: SystemId
  readonly aiId: string | null
  readonly provider: PartyId
  readonly internalCode: string
  readonly name: string
  readonly state: State
  readonly level: Level | null
  readonly sectors: readonly SectorName[]
  readonly entries: readonly string[]
  readonly firstUse: Day | null
  readonly dossierVersion: number
  readonly recordedAt: Instant | null
  readonly changedAt: Instant
  readonly seq: number
  /** Orders that stand against it: only the State lifts them. */
  readonly holds: readonly Hold[]
  /** The state the provider's own steps give while an order stands; null without one. */
  readonly own: State | null
}

/** A system that was notified: it has its AI-ID, for ever. */
export type Recorded = System & { readonly aiId: string; readonly level: Level; readonly recordedAt: Instant }
export const isRecorded = (s: System): s is Recorded => s.aiId !== null && s.level !== null && s.recordedAt !== null

/** Past facts of a system. What is in `shown` stands in its public history. */
export type EventVerb =
  | 'notified'
  | 'published'
  | 'dossier-updated'
  | 'dossier-corrected'
  | 'reclassified'
  | Verb
  | `ordered-${Held}`
  | 'order-ended'
  | 'deployer-linked'
  | 'deployer-ended'
  | 'document-added'
  | 'document-removed'
  | 'data-erased'

export interface SystemEvent {
  readonly system: SystemId
  readonly seq: number
  readonly verb: EventVerb
  readonly by: string
  readonly at: Instant
  readonly data: Readonly<Record<string, unknown>>
  readonly public: PublicEvent | null
}

/** What the public history says of an event; `changes` only over public fields. */
export const PublicEvent = z
  .strictObject({
    level: Level.optional(),
    state: PublicState.optional(),
    version: z.number().optional(),
    reason: z.string().optional(),
    order: z.string().optional().meta({ description: 'Number of the order of the State' }),
    tombstone: z
      .string()
      .optional()
      .meta({ description: 'Number of the tombstone under which personal data was erased' }),
    changes: z.array(z.strictObject({ field: z.string(), before: z.string(), after: z.string() })).optional(),
  })
  .readonly()
export type PublicEvent = z.infer<typeof PublicEvent>

export interface DossierVersion {
  readonly version: number
  readonly answers: Answers
  readonly hash: string
  readonly reason: string | null
  readonly at: Instant
}

export interface Attachment {
  readonly id: string
  readonly kind: 'model-card' | 'system-card' | 'dpia'
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly addedAt: Instant
}

export interface Deployment {
  readonly id: string
  readonly deployer: PartyId | null
  readonly deployerName: string
  readonly since: Day
  readonly until: Day | null
}

/** What the organisation is writing: parts of a dossier, and the result another room asks about. */
export interface Draft {
  readonly answers: Answers
  readonly result: Readonly<Record<string, unknown>>
  readonly rev: number
  readonly savedAt: Instant
  /** For each field, the revision that last wrote it and the page it was written on. */
  readonly marks?: Marks
}
export type Marks = Readonly<Partial<Record<DossierKey, { readonly rev: number; readonly page: string }>>>

/** A part as it comes from a page: what was typed, and what the page was drawn from. */
export interface TypedPart {
  readonly rev: number
  /** Names the page: what it saved itself is nobody else's change. */
  readonly page: string
  /** Prints of the answers the page showed, in the order of the fields. */
  readonly was: readonly string[]
  readonly answers: Answers
}

/** A draft's or update's paper, for the list of an organisation's systems. */
export interface Paper {
  readonly system: SystemId
  readonly answers: Answers
  readonly level: Level | null
  readonly kinds: readonly Attachment['kind'][]
  readonly savedAt: Instant
}

/** A dossier version as the person saw it then: the questions in both languages with the answers. */
export const Shown = z.array(
  z.object({
    key: z.string(),
    cite: z.string(),
    label: z.object({ vi: z.string(), en: z.string() }),
    answer: z.union([z.string(), z.array(z.string()), z.null()]),
  }),
)
export type Shown = z.infer<typeof Shown>

/** Every way this room can say no, and what sort of no it is. */
export const REFUSALS = {
  'system.unknown': 'absent',
  'system.not-yours': 'unentitled',
  'system.not-now': 'untimely',
  'system.held': 'untimely',
  'system.changed-meanwhile': 'untimely',
  'system.already-recorded': 'untimely',
  'system.nothing-changed': 'untimely',
  'system.draft-changed-meanwhile': 'untimely',
  'dossier.missing': 'unfit',
  'dossier.code-taken': 'untimely',
  'dossier.reason-missing': 'unfit',
  'version.unknown': 'absent',
  'file.unknown': 'absent',
  'file.needed': 'untimely',
  'file.too-large': 'unfit',
  'file.type': 'unfit',
  'file.empty': 'unfit',
  'deployment.unknown': 'absent',
  'deployment.dates': 'unfit',
  'deployment.already': 'untimely',
  'deployment.no-organisation': 'unfit',
} as const satisfies Record<string, Sort>
export type Code = keyof typeof REFUSALS

export const LEVEL_WORDS: Readonly<Record<Level, Text>> = {
  high: { vi: 'Rủi ro cao', en: 'High risk' },
  medium: { vi: 'Rủi ro trung bình', en: 'Medium risk' },
  low: { vi: 'Rủi ro thấp', en: 'Low risk' },
}

export const STATE_WORDS: Readonly<Record<State, Text>> = {
  draft: { vi: 'Bản nháp', en: 'Draft' },
  declared: { vi: 'Chưa đưa vào sử dụng', en: 'Not yet in use' },
  'in-use': { vi: 'Đang sử dụng', en: 'In use' },
  suspended: { vi: 'Tạm dừng', en: 'Suspended' },
  recalled: { vi: 'Thu hồi', en: 'Recalled' },
  retired: { vi: 'Ngừng sử dụng', en: 'Retired' },
  withdrawn: { vi: 'Đã rút thông báo', en: 'Withdrawn' },
}

export const SECTOR_WORDS: Readonly<Record<SectorName, Text>> = {
  education: { vi: 'Giáo dục', en: 'Education' },
  'ethnic-religion': { vi: 'Dân tộc và tôn giáo', en: 'Ethnic affairs and religion' },
  health: { vi: 'Y tế', en: 'Health' },
  banking: { vi: 'Ngân hàng', en: 'Banking' },
  litigation: { vi: 'Tố tụng', en: 'Litigation' },
  transport: { vi: 'Giao thông vận tải', en: 'Transport' },
  finance: { vi: 'Tài chính ngoài ngân hàng', en: 'Finance other than banking' },
  other: { vi: 'Lĩnh vực khác', en: 'Other fields' },
}

export const VERB_WORDS: Readonly<Record<EventVerb, Text>> = {
  notified: { vi: 'Thông báo kết quả phân loại', en: 'Classification result notified' },
  published: { vi: 'Tự nguyện công khai', en: 'Published voluntarily' },
  'dossier-updated': { vi: 'Cập nhật hồ sơ', en: 'Dossier updated' },
  'dossier-corrected': { vi: 'Đính chính hồ sơ', en: 'Dossier corrected' },
  reclassified: { vi: 'Phân loại lại', en: 'Reclassified' },
  'put-into-use': { vi: 'Đưa vào sử dụng', en: 'Put into use' },
  suspend: { vi: 'Tạm dừng', en: 'Suspended' },
  recall: { vi: 'Thu hồi', en: 'Recalled' },
  resume: { vi: 'Tiếp tục sử dụng', en: 'Use resumed' },
  retire: { vi: 'Ngừng sử dụng', en: 'Retired' },
  withdraw: { vi: 'Rút thông báo', en: 'Notice withdrawn' },
  'ordered-suspended': { vi: 'Tạm dừng theo yêu cầu của cơ quan nhà nước', en: 'Suspended by order of the State' },
  'ordered-recalled': { vi: 'Thu hồi theo yêu cầu của cơ quan nhà nước', en: 'Recalled by order of the State' },
  'ordered-retired': { vi: 'Chấm dứt hoạt động theo yêu cầu của cơ quan nhà nước', en: 'Ended by order of the State' },
  'order-ended': { vi: 'Yêu cầu của cơ quan nhà nước hết hiệu lực', en: 'An order of the State no longer stands' },
  'deployer-linked': { vi: 'Thêm bên triển khai', en: 'Deployer added' },
  'deployer-ended': { vi: 'Kết thúc triển khai', en: 'Deployment ended' },
  'document-added': { vi: 'Thêm tài liệu kèm theo', en: 'Document added' },
  'document-removed': { vi: 'Gỡ tài liệu kèm theo', en: 'Document removed' },
  'data-erased': { vi: 'Xóa dữ liệu cá nhân', en: 'Personal data erased' },
}
