import type { Json } from '../../base/canonical.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Kit } from '../../db/kit.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../log/checkpoint.ts'
import { fromUtf8, toBase64 } from '../../log/encoding.ts'
import { leafHash } from '../../log/hash.ts'
import { printNote } from '../../log/note.ts'
import { tileReader } from '../../log/tiles.ts'
import { proveInclusion } from '../../log/tree.ts'
import { verifyInclusion } from '../../log/verify.ts'
import { aiIds } from '../systems/actions.ts'
import {
  type Attestation,
  type AttestationQuery,
  type Match,
  MOST_MATCHES,
  type SignedAttestation,
} from './attestation-schema.ts'
import * as hits from './attestation-store.ts'
import { tilesIn } from './files.ts'
import { headNow } from './proofs.ts'
import { findHead } from './store.ts'
import { ATTESTED } from './words-verify.ts'

/** Answers a search as of one checkpoint, with a proof for each match, signed: what the portal said can be held against it. */
export async function attest(kit: Kit, asked: AttestationQuery): Promise<Outcome<SignedAttestation>> {
  // The checkpoint first: what is found afterwards and stands behind it waits for the next.
  const signed = await checkpointNow(kit)
  if (signed === undefined) return refuse({ code: 'ledger.not-begun' })
  const { size } = signed.checkpoint
  const found = await hitsOf(kit, asked)
  const listed = found.slice(0, MOST_MATCHES)
  const matches: Match[] = []
  for (const hit of listed) if (hit.index !== null && hit.index < size) matches.push(await matchOf(kit, signed, hit))
  const attestation: Attestation = {
    type: 'saola.attestation.v1',
    asked,
    at: kit.now(),
    size,
    checkpoint: printNote(signed.note),
    matches,
    waiting: listed.filter(({ index }) => index === null || index >= size).map(({ aiId }) => aiId),
    more: found.length > MOST_MATCHES,
    proves: ATTESTED.proves,
    doesNotProve: ATTESTED.doesNotProve,
    issuer: kit.site.url,
    legalValue: kit.site.mode === 'production',
  }
  return done({ attestation, jws: await kit.keys.sign(attestation as unknown as Json) })
}

/** One that enough witnesses have seen, where there is one. */
async function checkpointNow(kit: Kit): Promise<SignedCheckpoint | undefined> {
  const head = await findHead(kit.db, kit.site.log.origin)
  const witnessed = head?.witnessed == null ? undefined : parseSignedCheckpoint(head.witnessed)
  return witnessed?.ok ? witnessed.value : headNow(kit)
}

/** At most one more than are listed, so that it can be said whether there are more. */
function hitsOf({ db, reader }: Kit, { aiId, provider, receipt }: AttestationQuery): Promise<hits.Hit[]> {
  if (aiId !== undefined) return hits.findRecord(reader, aiIds.parse(aiId) ?? aiId)
  if (provider !== undefined) return hits.listOfProvider(reader, provider.normalize('NFC'), MOST_MATCHES + 1)
  return hits.listOfReceipt(db, receipt ?? '')
}

async function matchOf({ site }: Kit, { checkpoint }: SignedCheckpoint, hit: hits.Hit): Promise<Match> {
  const { size, root } = checkpoint
  const index = hit.index ?? size
  const path = await proveInclusion(index, size, tileReader(size, tilesIn(site.log.folder)))
  if (!verifyInclusion(index, size, leafHash(hit.body), path, root))
    throw new Error(`the log does not prove its own entry ${index}: run fsck`)
  const value = hit.value as Record<string, unknown> | null
  return {
    ...{ aiId: hit.aiId, index, entry: fromUtf8(hit.body) ?? '', path: path.map(toBase64) },
    record: hit.salt === null || value === null ? null : { salt: hit.salt, value },
  }
}
