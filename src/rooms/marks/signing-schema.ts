import { z } from 'zod'
import type { Sort } from '../../base/outcome.ts'
import { CLAIM_LIMIT } from '../../mark/claim.ts'
import { STATEMENTS } from '../../mark/own.ts'

const base64 = (most: number) =>
  z
    .string()
    .max(Math.ceil(most / 3) * 4 + 4)
    .regex(/^[A-Za-z0-9+/_-]*={0,2}$/)
    .transform((text) => Uint8Array.from(Buffer.from(text, 'base64')))
    .pipe(z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0 && bytes.length <= most))

/** Of which system: any way an AI-ID is written. */
export const AiIdText = z.string().trim().min(1).max(40)
export const Statement = z.enum(STATEMENTS).meta({
  description: 'The statement that Decree 142/2026/NĐ-CP, art. 17.1, makes mandatory',
})
export const ContentId = z
  .string()
  .regex(/^[0-9a-f]{12}$/)
  .meta({ description: 'Twelve hexadecimal digits: the 48 bits that a watermark carries too' })

/** What is signed without the content: the claim as the engine made it. */
export const ClaimRequest = z.strictObject({
  aiId: AiIdText,
  claim: base64(CLAIM_LIMIT).meta({ description: 'The claim of C2PA (CBOR) in base64: some 600 bytes' }),
})
const StampedAt = z.string().nullable().meta({
  description: 'When the signature was stamped, in UTC: the stamp stands in `cose` and outlives the certificate',
})
export const SignedClaim = z
  .strictObject({
    cose: z.string().meta({ description: 'COSE_Sign1 of exactly 4096 bytes, in base64' }),
    serial: z.string(),
    contentId: z.string(),
    left: z.int().meta({ description: 'Signatures the organisation may still take today' }),
    stampedAt: StampedAt,
  })
  .readonly()
export type SignedClaim = z.infer<typeof SignedClaim>

/** Largest query for a time stamp that is read; a usual one has some seventy bytes. */
export const QUERY_MOST = 4096
export const StampReply = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .meta({
    ...{ type: 'string', format: 'binary' },
    description: 'TimeStampResp, as DER; what cannot be stamped is refused within it',
  })

/** Many claims in one request: a pipeline that marks by the thousand. */
export const CLAIMS_MOST = 200
export const ClaimsRequest = z.strictObject({
  aiId: AiIdText,
  claims: z.array(ClaimRequest.shape.claim).min(1).max(CLAIMS_MOST),
})
export const SignedClaims = z
  .strictObject({
    items: z.array(
      z.union([
        z.strictObject({ cose: z.string(), contentId: z.string() }),
        z.strictObject({ code: z.string(), fault: z.string() }),
      ]),
    ),
    serial: z.string(),
    left: z.int(),
    stampedAt: StampedAt,
  })
  .readonly()

/** What is asked of a file that is sent to be marked. */
export const FileQuery = z.strictObject({
  aiId: AiIdText,
  statement: Statement.default('created-by-ai'),
  contentId: ContentId.optional().meta({ description: 'Drawn at random when it is not given' }),
})
export type FileQuery = z.infer<typeof FileQuery>

export const MarkedAnswer = z
  .strictObject({
    contentId: z.string(),
    manifestId: z.string(),
    kind: z.string(),
    placement: z.enum(['embedded', 'sidecar']).meta({
      description:
        'sidecar: files of this kind hold no manifest; keep it beside the file under the same name, as .c2pa',
    }),
    layers: z.array(z.enum(['metadata', 'manifest'])),
    sha256: z.string().meta({ description: 'Of the marked file' }),
    file: z.string().nullable().meta({ description: 'The marked file in base64; null when it is unchanged' }),
    manifest: z.string().meta({ description: 'The manifest store in base64' }),
  })
  .readonly()
export type MarkedAnswer = z.infer<typeof MarkedAnswer>

/** Signatures an organisation may take on one day of Vietnam. Enough for one every four seconds; more on request. */
export const SIGNATURES_A_DAY = 20_000

/** Every way signing can say no, and what sort of no it is. */
export const SIGNING_REFUSALS = {
  'signing.no-certificate': 'untimely',
  'signing.claim': 'unfit',
  'signing.quota': 'overmuch',
  'signing.kind': 'unfit',
  'signing.unreadable': 'unfit',
  'signing.unproven': 'unfit',
  'signing.time': 'unfit',
  'signing.busy': 'overmuch',
  'signing.no-file': 'unfit',
  'signing.no-stamper': 'untimely',
} as const satisfies Record<string, Sort>
export type SigningCode = keyof typeof SIGNING_REFUSALS
