import { type Cbor, readCbor } from './cbor.ts'
import { ASSERTION, isContentId } from './own.ts'

/** A claim says little more than hashes; one with many ingredients is still far below this. */
export const CLAIM_LIMIT = 16_384

/** Members of `claim_generator_info` that say in clear, within the signed bytes, what is marked and by which system. */
export const CLAIMED = { aiId: 'vn.saola.aiId', contentId: 'vn.saola.contentId' } as const

/** Why a claim is not signed. */
export type ClaimFault =
  | 'too-long'
  | 'unreadable'
  | 'no-instance'
  | 'algorithm'
  | 'other-system'
  | 'no-content-id'
  | 'no-registration'
  | 'no-actions'
  | 'no-binding'
  | 'not-by-hash'

type CborMap = { readonly [key: string]: Cbor }
const isMap = (value: Cbor | undefined): value is CborMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
const listOf = (value: Cbor | undefined): readonly Cbor[] => (Array.isArray(value) ? (value as readonly Cbor[]) : [])

export interface JudgedClaim {
  readonly faults: readonly ClaimFault[]
  /** Of the content, when the claim says one. */
  readonly contentId?: string
}

/**
 * Is this a claim of C2PA (2.x) that a certificate of this system may sign? The server sees no content, only the claim:
 * that it names this AI-ID in clear, binds the content by a hash, and refers to the statement of Decree art. 17.
 */
export function judgeClaim(bytes: Uint8Array, aiId: string): JudgedClaim {
  if (bytes.length > CLAIM_LIMIT) return { faults: ['too-long'] }
  const claim = readCbor(bytes)
  if (!isMap(claim)) return { faults: ['unreadable'] }
  const made = isMap(claim.claim_generator_info) ? claim.claim_generator_info : {}
  const contentId = made[CLAIMED.contentId]
  const assertions = listOf(claim.created_assertions).map((one) => (isMap(one) ? one : {}))
  const labels = assertions.map(({ url }) => labelOf(url))
  const refersTo = (label: RegExp): boolean => labels.some((one) => label.test(one))
  const wrong: readonly (readonly [ClaimFault, boolean])[] = [
    ['no-instance', typeof claim.instanceID !== 'string' || typeof claim.signature !== 'string'],
    ['algorithm', claim.alg !== 'sha256'],
    ['other-system', made[CLAIMED.aiId] !== aiId],
    ['no-content-id', typeof contentId !== 'string' || !isContentId(contentId)],
    ['no-registration', !labels.includes(ASSERTION)],
    ['no-actions', !refersTo(/^c2pa\.actions(\.v2)?$/)],
    ['no-binding', !refersTo(/^c2pa\.hash\.(data|bmff|boxes|collection\.data)(\.v\d)?$/)],
    ['not-by-hash', !assertions.every(({ hash }) => hash instanceof Uint8Array && hash.length === 32)],
  ]
  const faults = wrong.flatMap(([fault, holds]) => (holds ? [fault] : []))
  return { faults, ...(typeof contentId === 'string' && isContentId(contentId) ? { contentId } : {}) }
}

const labelOf = (url: Cbor | undefined): string =>
  typeof url === 'string' ? (/^self#jumbf=(?:.*\/)?c2pa\.assertions\/([^/]+)$/.exec(url)?.[1] ?? '') : ''
