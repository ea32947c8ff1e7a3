import { z } from 'zod'
import type { PartyId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import { KINDS } from '../../mark/kind.ts'
import { STATEMENTS } from '../../mark/own.ts'
import type { Hashes } from '../../mark/phash.ts'
import { PublicState, type SystemId } from '../systems/schema.ts'
import { AiIdText, ContentId, Statement } from './signing-schema.ts'

/** Largest manifest that is kept beside an item. */
export const MANIFEST_MOST = 262_144

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`))
/** How a picture looks, as `src/mark/phash.ts` reckons it on the user's side. */
export const HashesOf = z
  .strictObject({ phash: hex(16), dhash: hex(16), pdq: hex(64) })
  .meta({ id: 'MarkHashes', description: 'Perceptual hashes, reckoned where the picture is (saola/mark: hashes)' })

/** What a provider says of content that it wants to be found again. Never the content itself. */
export const ItemRequest = z.strictObject({
  aiId: AiIdText,
  contentId: ContentId,
  statement: Statement.default('created-by-ai'),
  type: z.enum(KINDS).meta({ description: 'Kind of file' }),
  sha256: hex(64).meta({ description: 'Of the marked file' }),
  hashes: HashesOf.optional(),
  manifest: z
    .string()
    .max(Math.ceil(MANIFEST_MOST / 3) * 4 + 4)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/)
    .transform((text) => Uint8Array.from(Buffer.from(text, 'base64')))
    .pipe(z.instanceof(Uint8Array).refine((bytes) => bytes.length <= MANIFEST_MOST))
    .optional()
    .meta({ description: 'The manifest store in base64, so that copies that lost theirs find it again' }),
})
export type ItemRequest = z.infer<typeof ItemRequest>

export interface Item {
  readonly id: string
  readonly contentId: string
  readonly party: PartyId
  readonly system: SystemId
  readonly certificate: string | null
  readonly aiId: string
  readonly statement: (typeof STATEMENTS)[number]
  readonly type: string
  readonly sha256: string
  readonly hashes: Hashes | null
  readonly manifestId: string | null
  readonly manifest: Uint8Array | null
  readonly registeredAt: Instant
  readonly withdrawnAt: Instant | null
  readonly seq: number
}

/** What anyone may read of an item: a list of what is shown. */
export const PublicItem = z
  .strictObject({
    contentId: z.string(),
    aiId: z.string(),
    provider: z.string(),
    statement: Statement,
    type: z.string(),
    sha256: z.string(),
    hashes: HashesOf.nullable().meta({
      description: 'A watermark that leads here says “marked by” only when the picture looks alike',
    }),
    manifestId: z.string().nullable(),
    registeredAt: z.string(),
    system: PublicState.meta({ description: 'State of the system in the register, now' }),
    certificate: z.string().nullable(),
    revokedAt: z.string().nullable().meta({ description: 'When the certificate that signed was revoked' }),
  })
  .readonly()
  .meta({ id: 'MarkItem' })
export type PublicItem = z.infer<typeof PublicItem>

export const ItemOf = z.object({ contentId: ContentId })

// ————— C2PA Soft Binding Resolution API —————

/** What a copy that lost its manifest can be found again by. Named under our own domain of names until C2PA lists them. */
export const ALGORITHMS = { watermark: 'vn.saola.watermark.v1', image: 'vn.saola.image-hashes.v1' } as const
export const Binding = z.strictObject({
  alg: z.enum([ALGORITHMS.watermark, ALGORITHMS.image]),
  value: z
    .string()
    .max(128)
    .regex(/^[A-Za-z0-9+/_-]+={0,2}$/)
    .meta({ description: 'Base64: 6 bytes of a content id, or 48 bytes: pHash, dHash, PDQ-like' }),
})
export const BindingQuery = Binding.extend({
  maxResults: z.coerce.number().int().min(1).max(100).default(10),
})
export type BindingQuery = z.infer<typeof BindingQuery>
export const Matches = z
  .strictObject({
    matches: z.array(
      z.strictObject({
        manifestId: z.string(),
        endpoint: z.string(),
        similarityScore: z.int().meta({ description: '0 to 100' }),
      }),
    ),
  })
  .readonly()
  .meta({ id: 'SoftBindingMatches' })
export type Matches = z.infer<typeof Matches>
export const Algorithms = z.strictObject({
  watermarks: z.array(z.strictObject({ alg: z.string() })),
  fingerprints: z.array(z.strictObject({ alg: z.string() })),
})

/** Every way the business of items can say no, and what sort of no it is. */
export const ITEM_REFUSALS = {
  'item.unknown': 'absent',
  'item.not-yours': 'unentitled',
  'item.taken': 'untimely',
  'item.manifest': 'unfit',
  'item.binding': 'unfit',
} as const satisfies Record<string, Sort>
export type ItemCode = keyof typeof ITEM_REFUSALS
