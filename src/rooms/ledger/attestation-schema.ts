import { z } from 'zod'

/** More matches than this are counted, not listed. */
export const MOST_MATCHES = 50

const ONE = {
  code: 'form.one',
  text: {
    vi: 'Hãy hỏi theo đúng một trong ba: aiId, provider hoặc receipt.',
    en: 'Ask by exactly one of aiId, provider and receipt.',
  },
} as const

/** One question at a time, so that the answer says plainly what was asked. */
export const AttestationQuery = z
  .strictObject({
    aiId: z.string().trim().min(1).max(100).optional(),
    provider: z.string().trim().min(1).max(300).optional(),
    receipt: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .refine((asked) => Object.values(asked).filter((one) => one !== undefined).length === 1, { params: ONE })
export type AttestationQuery = z.infer<typeof AttestationQuery>

const Words = z.strictObject({ vi: z.string(), en: z.string() }).readonly()

/** An act the log holds, with everything needed to see that it does. */
export const Match = z
  .strictObject({
    aiId: z.string(),
    index: z.int().nonnegative(),
    /** Exactly the bytes that were hashed. */
    entry: z.string(),
    /** Base 64, from the leaf's sibling to the root's child. */
    path: z.array(z.string()),
    /** The public record as the register shows it, and what opens it; null where a receipt was asked for. */
    record: z.strictObject({ salt: z.string(), value: z.record(z.string(), z.unknown()) }).nullable(),
  })
  .readonly()
export type Match = z.infer<typeof Match>

export const Attestation = z
  .strictObject({
    type: z.literal('saola.attestation.v1'),
    asked: z.strictObject({
      aiId: z.string().optional(),
      provider: z.string().optional(),
      receipt: z.string().optional(),
    }),
    at: z.string(),
    size: z.int().nonnegative(),
    checkpoint: z.string(),
    matches: z.array(Match),
    /** Records that match and whose last act this checkpoint does not cover yet. */
    waiting: z.array(z.string()),
    /** There are more matches than are listed. */
    more: z.boolean(),
    proves: Words,
    doesNotProve: Words,
    issuer: z.string(),
    legalValue: z.boolean(),
  })
  .readonly()
  .meta({ id: 'Attestation' })
export type Attestation = z.infer<typeof Attestation>

export const SignedAttestation = z
  .strictObject({ attestation: Attestation, jws: z.string() })
  .readonly()
  .meta({ id: 'SignedAttestation' })
export type SignedAttestation = z.infer<typeof SignedAttestation>
