import { createHash, randomBytes, sign } from 'node:crypto'
import { dayOf, type Instant } from '../../base/day.ts'
import { sha256 } from '../../base/hash.ts'
import { done, type Outcome, type Refusal, refuse } from '../../base/outcome.ts'
import { unseal } from '../../base/seal.ts'
import type { Database } from '../../db/kit.ts'
import { judgeClaim } from '../../mark/claim.ts'
import { coseSign1, protectedHeader, toBeSigned, toBeStamped } from '../../mark/cose.ts'
import type { MarkFault } from '../../mark/marking.ts'
import type { Registration } from '../../mark/own.ts'
import { findParty } from '../parties/actions.ts'
import type { Recorded } from '../systems/schema.ts'
import { type Acting, issueFor, keyPurpose, markable, pemOf } from './certificate-actions.ts'
import { endsSoon, toSignWith } from './certificate-rules.ts'
import type { Certificate } from './certificate-schema.ts'
import { findSealedKey, listCertificates } from './certificate-store.ts'
import { markApart } from './signers.ts'
import { type FileQuery, type MarkedAnswer, SIGNATURES_A_DAY, type SignedClaim } from './signing-schema.ts'
import * as store from './signing-store.ts'

interface SignedNow extends Omit<SignedClaim, 'cose'> {
  readonly cose: Uint8Array<ArrayBuffer>
}

/**
 * Signs the claim of a manifest for a system (Decree art. 17.2.c): the content itself is never seen. Refuses claims that
 * do not name this system and its statement, and more than the day's share. Nothing is kept but that one was signed.
 */
export async function signClaim(asked: Acting, aiId: string, claim: Uint8Array): Promise<Outcome<SignedNow>> {
  const signed = await signClaims(asked, aiId, [claim])
  if (!signed.ok) return signed
  const { items, serial, left, stampedAt } = signed.value
  const [one] = items
  if (one === undefined || !one.ok) return refuse(one?.refusal ?? { code: 'signing.claim' })
  return done({ cose: one.cose, serial, contentId: one.contentId, left, stampedAt })
}

type OneSigned =
  | { readonly ok: true; readonly cose: Uint8Array<ArrayBuffer>; readonly contentId: string }
  | { readonly ok: false; readonly refusal: Refusal }

export interface ManySigned {
  readonly items: readonly OneSigned[]
  readonly serial: string
  readonly left: number
  /** When they were stamped; null where no stamps are given. */
  readonly stampedAt: Instant | null
}

/** Many at once, each judged by itself: one that is unfit leaves the others as they are. All count, or none does. */
export async function signClaims(
  asked: Acting,
  aiId: string,
  claims: readonly Uint8Array[],
): Promise<Outcome<ManySigned>> {
  const found = await markable(asked, aiId)
  if (!found.ok) return found
  const system = found.value
  const judged = claims.map((claim) => ({ claim, ...judgeClaim(claim, system.aiId) }))
  const fit = judged.filter(({ faults }) => faults.length === 0).length
  const [first] = judged
  // Where nothing can be signed, no certificate is asked for and none renewed.
  if (fit === 0 && first !== undefined) return refuse(unfit(first.faults))
  const held = await certificateFor(asked, system)
  if (!held.ok) return held
  const { certificate, key } = held.value
  const taken = await store.takeSignatures(asked.db, system.provider, dayOf(asked.now()), fit, SIGNATURES_A_DAY)
  if (taken === undefined) return refuse({ code: 'signing.quota', facts: { limit: String(SIGNATURES_A_DAY) } })
  const header = protectedHeader([certificate.der, certificate.issuer])
  const stamp = stampAt(asked, taken.at)
  const items = judged.map(({ claim, faults, contentId }): OneSigned => {
    if (faults.length > 0 || contentId === undefined) return { ok: false, refusal: unfit(faults) }
    const signature = sign('sha256', toBeSigned(header, claim), { key, dsaEncoding: 'ieee-p1363' })
    const cose = coseSign1(header, signature, stamp?.(toBeStamped(header, signature)))
    if (cose === undefined) throw new Error('two certificates and a signature are larger than the place kept for them')
    return { ok: true, cose: Uint8Array.from(cose), contentId }
  })
  const stampedAt = stamp === undefined ? null : wholeSecond(taken.at)
  return done({ items, serial: certificate.serial, left: SIGNATURES_A_DAY - taken.signed, stampedAt })
}

/** Stamps of this moment, where the portal gives any: without one a mark cannot be proven once its certificate ended. */
function stampAt({ authority }: Acting, at: Instant): ((signed: Uint8Array) => Uint8Array) | undefined {
  const stamper = authority?.stamper
  if (stamper === undefined || at < stamper.from || at >= stamper.to) return undefined
  return (signed) => stamper.stamp(createHash('sha256').update(signed).digest(), at)
}

const wholeSecond = (at: Instant): Instant => `${at.slice(0, 19)}.000Z`

/**
 * Answers a query for a time stamp (RFC 3161), by the clock of the database. Whoever signs elsewhere may have his
 * signatures stamped here; what is stamped is a hash, and nothing is kept of it.
 */
export async function stampQuery(
  { db, authority }: Pick<Acting, 'db' | 'authority'>,
  query: Uint8Array,
): Promise<Outcome<Uint8Array>> {
  if (authority?.stamper === undefined) return refuse({ code: 'signing.no-stamper' })
  return done(authority.stamper.answer(query, await store.momentOf(db)))
}

/** Why a claim is not signed. */
export const unfit = (faults: readonly string[]): Refusal => ({
  ...{ code: 'signing.claim', field: 'claim', cite: 'N17.1' },
  facts: { fault: faults.join(', ') },
})

interface Holding {
  readonly certificate: Certificate
  readonly key: string
}

/** The certificate to sign with and its key. One that ends soon is replaced, so that programs never stand still. */
async function certificateFor(asked: Acting, system: Recorded): Promise<Outcome<Holding>> {
  const now = asked.now()
  const newest = toSignWith(await listCertificates(asked.db, system.id), now)
  if (newest === undefined) return refuse({ code: 'signing.no-certificate', facts: { aiId: system.aiId } })
  const next = endsSoon(newest, now) ? await renewed(asked, system) : newest
  const key = await keyOf(asked, next)
  return key === undefined
    ? refuse({ code: 'signing.no-certificate', facts: { aiId: system.aiId } })
    : done({ certificate: next, key })

  async function renewed(acting: Acting, of: Recorded): Promise<Certificate> {
    const issued = await inOne(acting.db, (db) => issueFor({ ...acting, db }, of))
    // Whatever stands in the way of a new one, the old one still holds.
    return issued.ok ? issued.value : (newest as Certificate)
  }
}

const inOne = <T>(db: Database, run: (db: Database) => Promise<T>): Promise<T> =>
  db.isTransaction ? run(db) : db.transaction().execute(run)

async function keyOf({ db, site }: Acting, certificate: Certificate): Promise<string | undefined> {
  const sealed = await findSealedKey(db, certificate.id)
  return sealed && unseal(site.secret, keyPurpose(certificate.id), sealed)
}

/** Forty-eight random bits, as a watermark carries them. */
export const freshContentId = (): string => randomBytes(6).toString('hex')

/** What a mark of this system says (Decree art. 17.1, 17.3). */
export async function registrationFor(
  { db, site, now }: Acting,
  system: Recorded,
  { statement, contentId = freshContentId() }: Pick<FileQuery, 'statement' | 'contentId'>,
): Promise<Registration & { readonly aiId: string; readonly contentId: string }> {
  const provider = (await findParty(db, system.provider))?.name
  return {
    ...{ statement, aiId: system.aiId, contentId, register: `${site.url}/vi/register/${system.aiId}` },
    ...(provider === undefined ? {} : { provider: provider.slice(0, 300) }),
    at: now(),
  }
}

const SAYS: Readonly<Record<MarkFault | 'time' | 'crash' | 'busy', `signing.${string}`>> = {
  ...{ kind: 'signing.kind', engine: 'signing.unreadable', unproven: 'signing.unproven' },
  ...{ time: 'signing.time', crash: 'signing.unreadable', busy: 'signing.busy' },
}

/**
 * Marks a file that was sent: in a thread that can be killed, and nothing of it is kept. What is marked already is taken
 * along as the parent. Refuses files that no mark fits, and those on which the engine breaks down or takes too long.
 */
export async function markSent(asked: Acting, bytes: Uint8Array, query: FileQuery): Promise<Outcome<MarkedAnswer>> {
  if (bytes.length === 0) return refuse({ code: 'signing.no-file' })
  const found = await markable(asked, query.aiId)
  if (!found.ok) return found
  if (asked.authority === undefined) return refuse({ code: 'certificate.no-issuer' })
  const said = await registrationFor(asked, found.value, query)
  let no: Outcome<never> | undefined
  const marked = await markApart({ bytes, said, roots: pemOf(asked.authority.root) }, async (claim) => {
    const signed = await signClaim(asked, said.aiId, claim)
    if (!signed.ok) no = signed
    return signed.ok ? signed.value.cose : undefined
  })
  if (no !== undefined) return no
  if (!marked.ok) return refuse({ code: SAYS[marked.why], cite: 'N17.2' })
  const { file, manifest, manifestId, kind, placement, layers } = marked.value
  return done({
    ...{ contentId: said.contentId, manifestId, kind, placement, layers: [...layers], sha256: sha256(file) },
    file: placement === 'sidecar' ? null : Buffer.from(file).toString('base64'),
    manifest: Buffer.from(manifest).toString('base64'),
  })
}
