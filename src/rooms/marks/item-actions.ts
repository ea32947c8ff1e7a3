import { actingFor, actorId, files } from '../../base/actor.ts'
import { uuidv7 } from '../../base/ids.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Kit } from '../../db/kit.ts'
import type { Hashes } from '../../mark/phash.ts'
import type { Recorded } from '../systems/schema.ts'
import { type Acting, markable, pemOf } from './certificate-actions.ts'
import { listCertificates } from './certificate-store.ts'
import {
  ALGORITHMS,
  type BindingQuery,
  type Item,
  type ItemRequest,
  type Matches,
  type PublicItem,
} from './item-schema.ts'
import * as store from './item-store.ts'
import { readApart } from './signers.ts'

interface Proven {
  readonly manifestId: string
  readonly certificate: string
}

/** Is the manifest signed by a certificate of this system, over this content id? Only then is it kept. */
async function proven(
  { db, authority }: Acting,
  system: Recorded,
  { contentId, statement, manifest }: ItemRequest,
): Promise<Outcome<Proven | undefined>> {
  if (manifest === undefined) return done(undefined)
  const wrong = refuse({ code: 'item.manifest', field: 'manifest' })
  if (authority === undefined) return refuse({ code: 'certificate.no-issuer' })
  const read = await readApart(manifest, pemOf(authority.root))
  if (!read.ok) return refuse({ code: read.why === 'busy' ? 'signing.busy' : 'item.manifest' })
  const { registration, serial, manifestId } = read.value ?? {}
  const certificate = (await listCertificates(db, system.id)).find((c) => c.serial === serial)
  return registration?.aiId === system.aiId &&
    registration.contentId === contentId &&
    registration.statement === statement &&
    certificate !== undefined &&
    manifestId !== undefined
    ? done({ manifestId, certificate: certificate.id })
    : wrong
}

/**
 * Registers content of a system, so that a copy that lost its metadata leads back to it (Decree art. 17.4). Kept are its
 * numbers, hashes and manifest, never the content. Refuses a content id that is taken and a manifest of somebody else.
 */
export async function registerItem(asked: Acting, request: ItemRequest): Promise<Outcome<PublicItem>> {
  const found = await markable(asked, request.aiId)
  if (!found.ok) return found
  const system = found.value
  const proof = await proven(asked, system, request)
  if (!proof.ok) return proof
  const { contentId, statement, type, sha256, hashes = null, manifest = null } = request
  const item: Item = {
    ...{ id: uuidv7(), contentId, party: system.provider, system: system.id, aiId: system.aiId, statement, type },
    ...{ sha256, hashes, manifest, manifestId: proof.value?.manifestId ?? null },
    ...{ certificate: proof.value?.certificate ?? null, registeredAt: asked.now(), withdrawnAt: null, seq: 1 },
  }
  if (!(await store.insertItem(asked.db, item, actorId(asked.actor))))
    return refuse({ code: 'item.taken', field: 'contentId', facts: { contentId } })
  // In the transaction of the request the register's own eyes do not see it yet.
  const shown = await store.findPublicItem(asked.db, contentId)
  return shown === undefined ? refuse({ code: 'item.unknown' }) : done(shown)
}

/** Takes an item out of everybody's view. The record keeps that it was registered and withdrawn. */
export async function withdrawItem(asked: Acting, contentId: string): Promise<Outcome<Item>> {
  const item = await store.findItem(asked.db, contentId)
  if (item === undefined || item.withdrawnAt !== null || actingFor(asked.actor)?.party !== item.party)
    return refuse({ code: 'item.unknown' })
  if (!files(asked.actor, item.party)) return refuse({ code: 'item.not-yours' })
  const at = asked.now()
  const withdrawn = await store.withdraw(asked.db, item, actorId(asked.actor), at)
  return withdrawn ? done({ ...item, withdrawnAt: at }) : refuse({ code: 'item.unknown' })
}

/** The latest items of a system of one's own. */
export const itemsOf = (asked: Acting, system: Recorded, most = 50): Promise<readonly Item[]> =>
  store.listItems(asked.db, system.id, most)

// ————— what anyone may read —————

export async function publicItem({ reader }: Pick<Kit, 'reader'>, contentId: string): Promise<Outcome<PublicItem>> {
  const found = await store.findPublicItem(reader, contentId)
  return found === undefined ? refuse({ code: 'item.unknown' }) : done(found)
}

/** Manifests of registered items by what is left of them in a copy; the binding was reckoned on the asker's side. */
export async function matchesByBinding(
  { reader, site }: Pick<Kit, 'reader' | 'site'>,
  { alg, value, maxResults }: BindingQuery,
): Promise<Outcome<Matches>> {
  const endpoint = `${site.url}${BINDINGS}`
  const hex = Buffer.from(value, 'base64').toString('hex')
  if (hex.length !== (alg === ALGORITHMS.watermark ? 12 : 96)) return refuse({ code: 'item.binding', field: 'value' })
  if (alg === ALGORITHMS.watermark) {
    const item = await store.findPublicItem(reader, hex)
    const manifestId = item?.manifestId ?? null
    return done({ matches: manifestId === null ? [] : [{ manifestId, endpoint, similarityScore: 100 }] })
  }
  const hashes: Hashes = { phash: hex.slice(0, 16), dhash: hex.slice(16, 32), pdq: hex.slice(32) }
  const alike = await store.listAlike(reader, hashes, maxResults)
  const score = (apart: number): number => Math.round(100 * (1 - apart / BITS))
  return done({
    matches: alike.map(({ manifestId, apart }) => ({ manifestId, endpoint, similarityScore: score(apart) })),
  })
}
const BITS = 384

/** Where the Soft Binding Resolution API of C2PA begins. */
export const BINDINGS = '/api/v1/soft-binding'

/** The manifest store of a registered item, as a sidecar holds it. */
export async function manifestOf({ reader }: Pick<Kit, 'reader'>, id: string): Promise<Outcome<Uint8Array>> {
  const found = await store.findManifest(reader, id)
  return found === undefined ? refuse({ code: 'item.unknown' }) : done(found)
}
