import { generateKeyPairSync, X509Certificate } from 'node:crypto'
import { type Actor, actorId } from '../../base/actor.ts'
import { sha256 } from '../../base/hash.ts'
import { uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { seal } from '../../base/seal.ts'
import type { Kit } from '../../db/kit.ts'
import { findParty } from '../parties/actions.ts'
import { aiIds, findByAiId, findSystem } from '../systems/actions.ts'
import type { Recorded } from '../systems/schema.ts'
import { mayMark, MOST_LIVE, periodFrom } from './certificate-rules.ts'
import { type Certificate, isLive, PublicCertificate, REASONS, type Reason } from './certificate-schema.ts'
import * as store from './certificate-store.ts'

export { dropDeadKeys } from './certificate-store.ts'

export type Acting = Kit & { readonly actor: Actor }

/** Where the list of revoked certificates is, as every certificate says. */
export const REVOCATIONS = '/marks/revoked.crl'
export const keyPurpose = (id: string): string => `mark key ${id}`

/** The system one may make marks for, by its number in the house or its AI-ID. */
export async function markable(asked: Acting, system: string): Promise<Outcome<Recorded>> {
  const aiId = aiIds.parse(system)
  return mayMark(await (aiId === undefined ? findSystem(asked.db, system) : findByAiId(asked.db, aiId)), asked.actor)
}

/**
 * Issues a certificate for marks of this system (Decree art. 17.1). Its key is made here, sealed at once, and never
 * shown: what it signs goes through `signClaim`.
 */
export async function issueCertificate(asked: Acting, system: string): Promise<Outcome<Certificate>> {
  const found = await markable(asked, system)
  return found.ok ? issueFor(asked, found.value) : found
}

export async function issueFor(asked: Acting, system: Recorded): Promise<Outcome<Certificate>> {
  const { db, authority, site, actor } = asked
  if (authority === undefined) return refuse({ code: 'certificate.no-issuer' })
  const now = asked.now()
  const live = (await store.listCertificates(db, system.id)).filter((c) => isLive(c, now))
  if (live.length >= MOST_LIVE)
    return refuse({ code: 'certificate.too-many', facts: { limit: String(MOST_LIVE), aiId: system.aiId } })
  const provider = await findParty(db, system.provider)
  if (provider === undefined) return refuse({ code: 'certificate.unknown' })
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { from, to } = periodFrom(now)
  const der = authority.issue({
    ...{ publicKey, country: provider.country, organisation: provider.name, aiId: system.aiId, from, to },
    revocations: `${site.url}${REVOCATIONS}`,
  })
  const id = uuidv7()
  const read = new X509Certificate(der)
  const certificate: Certificate = {
    ...{ id, party: system.provider, system: system.id, aiId: system.aiId, organisation: provider.name },
    ...{ serial: read.serialNumber.toLowerCase(), fingerprint: sha256(der), der, issuer: authority.issuer },
    ...{ notBefore: new Date(read.validFrom).toISOString(), notAfter: new Date(read.validTo).toISOString() },
    ...{ issuedAt: now, revokedAt: null, revokedReason: null, seq: 1 },
  }
  const key = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await store.insertCertificate(db, certificate, seal(site.secret, keyPurpose(id), key), actorId(actor))
  return done(certificate)
}

/** Certificates of a system the reader's organisation provides, whatever state it is in. */
export async function certificatesOf(asked: Acting, system: Recorded): Promise<readonly Certificate[]> {
  return store.listCertificates(asked.db, system.id)
}

/** Ends a certificate before its time. What it signed before stays signed; readers learn that it was revoked, and when. */
export async function revokeCertificate(asked: Acting, id: string, reason: Reason): Promise<Outcome<Certificate>> {
  const certificate = await store.findCertificate(asked.db, id)
  const system = certificate && (await findSystem(asked.db, certificate.system))
  // A system taken out of use is no reason to leave its keys alive.
  const may = mayMark(system, asked.actor)
  const standsInTheWay = !may.ok && may.refusals.some(({ code }) => code !== 'certificate.system-state')
  if (certificate === undefined || standsInTheWay) return may.ok ? refuse({ code: 'certificate.unknown' }) : may
  const now = asked.now()
  if (!isLive(certificate, now)) return refuse({ code: 'certificate.ended' })
  const revoked = await store.revoke(asked.db, certificate, reason, actorId(asked.actor), now)
  return revoked ? done(certificate) : refuse({ code: 'certificate.ended' })
}

// ————— what anyone may read —————

const asPublic = (c: store.Shown): PublicCertificate =>
  PublicCertificate.parse({
    ...{ serial: c.serial, fingerprint: c.fingerprint, aiId: c.aiId, organisation: c.organisation },
    ...{ notBefore: c.notBefore, notAfter: c.notAfter, issuedAt: c.issuedAt },
    ...{ revokedAt: c.revokedAt, revokedReason: c.revokedReason, system: c.state },
    certificate: pemOf(c.der),
    nature: 'technical-mark',
  })

/** The certificate and the one above it, as a file holds them beside a signature. */
export const chainOf = ({ der, issuer }: Pick<Certificate, 'der' | 'issuer'>): string => pemOf(der) + pemOf(issuer)

/** DER as PEM. */
export const pemOf = (der: Uint8Array): string => new X509Certificate(der).toString()

export async function publicCertificate({ reader }: Kit, serial: string): Promise<Outcome<PublicCertificate>> {
  const found = await store.findShown(reader, serial)
  return found === undefined ? refuse({ code: 'certificate.unknown' }) : done(asPublic(found))
}

/** The latest certificates, of one AI-ID or of all. */
export const publicCertificates = async (
  { reader }: Kit,
  aiId: string | undefined,
  most: number,
): Promise<readonly PublicCertificate[]> => (await store.listShown(reader, aiId, most)).map(asPublic)

/** The signed list of revoked certificates, fresh at every asking; nothing where no issuer was set up. */
export async function revocationList({ reader, authority, now }: Kit): Promise<Uint8Array | undefined> {
  if (authority === undefined) return undefined
  const revoked = await store.listRevoked(reader, authority.issuer, now())
  return authority.revocations(
    revoked.map(({ serial, at, reason }) => ({ serial, at, reason: REASONS[reason] })),
    now(),
  )
}
