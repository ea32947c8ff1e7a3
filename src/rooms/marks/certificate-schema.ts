import { z } from 'zod'
import type { PartyId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'
import type { Sort } from '../../base/outcome.ts'
import { PublicState, type SystemId } from '../systems/schema.ts'

/** Why a certificate no longer holds: ours on the left, as RFC 5280 (5.3.1) counts on the right. */
export const REASONS = {
  'key-compromise': 1,
  changed: 3,
  superseded: 4,
  ended: 5,
  withdrawn: 9,
} as const
export type Reason = keyof typeof REASONS
export const Reason = z.enum(Object.keys(REASONS) as [Reason, ...Reason[]]).meta({ id: 'RevocationReason' })

/** A certificate for marks of one system, as the house knows it. The key is sealed and leaves only to sign. */
export interface Certificate {
  readonly id: string
  readonly party: PartyId
  readonly system: SystemId
  readonly aiId: string
  /** Hexadecimal, in small letters. */
  readonly serial: string
  /** SHA-256 of the certificate, in hexadecimal. */
  readonly fingerprint: string
  readonly der: Uint8Array
  readonly issuer: Uint8Array
  readonly organisation: string
  readonly notBefore: Instant
  readonly notAfter: Instant
  readonly issuedAt: Instant
  readonly revokedAt: Instant | null
  readonly revokedReason: Reason | null
  readonly seq: number
}

export const isLive = (c: Pick<Certificate, 'notBefore' | 'notAfter' | 'revokedAt'>, now: Instant): boolean =>
  c.revokedAt === null && c.notBefore <= now && now < c.notAfter

/** What anyone may read of a certificate: a list of what is shown. */
export const PublicCertificate = z
  .strictObject({
    serial: z.string(),
    fingerprint: z.string().meta({ description: 'SHA-256 of the certificate, in hexadecimal' }),
    aiId: z.string(),
    organisation: z.string(),
    notBefore: z.string(),
    notAfter: z.string(),
    issuedAt: z.string(),
    revokedAt: z.string().nullable(),
    revokedReason: Reason.nullable(),
    system: PublicState.nullable().meta({ description: 'State of the system in the register, now' }),
    certificate: z.string().meta({ description: 'The certificate as PEM' }),
    nature: z.literal('technical-mark').meta({
      description: 'Never a public digital signature: it says which registered system marked the content',
    }),
  })
  .readonly()
  .meta({ id: 'MarkCertificate' })
export type PublicCertificate = z.infer<typeof PublicCertificate>

export const Serial = z
  .string()
  .max(60)
  .transform((text) => text.replaceAll(/[\s:]/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-f]{8,40}$/))

export const CertificateOf = z.object({ serial: Serial })
export const CertificateRequest = z.strictObject({ aiId: z.string().max(40) })
export const PublicCertificates = z
  .strictObject({
    serial: z.string(),
    chain: z.string().meta({ description: 'PEM: the certificate, then that of the issuer' }),
  })
  .readonly()

/** Every way the business of certificates can say no, and what sort of no it is. */
export const CERTIFICATE_REFUSALS = {
  'certificate.unknown': 'absent',
  'certificate.not-yours': 'unentitled',
  'certificate.no-issuer': 'untimely',
  'certificate.system-state': 'untimely',
  'certificate.too-many': 'overmuch',
  'certificate.ended': 'untimely',
  'certificate.reason-missing': 'unfit',
} as const satisfies Record<string, Sort>
export type CertificateCode = keyof typeof CERTIFICATE_REFUSALS
