import { dayOf } from '../../base/day.ts'
import { sha256 as hashOf } from '../../base/hash.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import type { Kit } from '../../db/kit.ts'
import { packsOn } from '../../mark/lint-packs.ts'
import { lookupOf } from '../../mark/look.ts'
import type { Report } from '../../mark/report.ts'
import { withRegister } from '../../mark/verdict.ts'
import { aiIds } from '../systems/actions.ts'
import { compared } from '../../mark/registered.ts'
import { findShown } from './certificate-store.ts'
import { findPublicItem } from './item-store.ts'
import { lookApart } from './readers.ts'
import { MarkState, type StateQuery } from './schema.ts'
import { findState } from './state-store.ts'
import { trustLists } from './trust.ts'

type Asking = Pick<Kit, 'reader' | 'now' | 'site' | 'authority'>

/**
 * What the register says now of the numbers that stand in a mark (Decree art. 17). Answers for anyone. A certificate
 * that was revoked counts as such from that moment on; where nobody knows when it signed, from the beginning. A content
 * id alone, as a watermark carries it, leads to the item registered under it; whether the content is the same is found
 * by whoever has it (`compared`), for a number can be copied.
 */
export async function stateOf({ reader, now }: Pick<Asking, 'reader' | 'now'>, query: StateQuery): Promise<MarkState> {
  const asOf = now()
  const item = query.contentId === undefined ? undefined : await findPublicItem(reader, query.contentId)
  const aiId = aiIds.parse(query.aiId ?? item?.aiId ?? '')
  const system = aiId === undefined ? undefined : await findState(reader, aiId)
  if (system === undefined || aiId === undefined) return MarkState.parse({ asOf, id: 'unknown' })
  const certificate = query.certificate === undefined ? undefined : await findShown(reader, query.certificate)
  const revoked = certificate?.revokedAt ?? null
  // A certificate or an item of another system: this number was put where it does not belong.
  const elsewhere = [certificate?.aiId, item?.aiId].some((other) => other !== undefined && other !== aiId)
  return MarkState.parse({
    ...{ asOf, id: 'known', aiId, system, item: elsewhere ? 'differs' : 'none' },
    ...(item === undefined ? {} : { registered: { sha256: item.sha256, hashes: item.hashes } }),
    ...(certificate === undefined
      ? {}
      : { certificate: revoked !== null && revoked <= (query.at ?? asOf) ? 'revoked' : 'good' }),
  })
}

interface Named {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Reads a file that somebody sent, with the manifest beside it where there is one, and says what its mark is worth. Nothing of it is kept, neither bytes nor name.
 * Refuses when too many files are being read.
 */
export async function checkFile(asking: Asking, file: Named & { readonly sidecar?: Named }): Promise<Outcome<Report>> {
  const { bytes, name, sidecar } = file
  if (bytes.length === 0) return refuse({ code: 'mark.no-file' })
  const at = asking.now()
  const job = { bytes, lists: trustLists(asking), packs: packsOn(dayOf(at)) }
  const seen = await lookApart(sidecar === undefined ? job : { ...job, sidecar: sidecar.bytes })
  if (seen === 'busy') return refuse({ code: 'mark.busy' })
  const { looked, sha256 } = seen
  const lookup = lookupOf(looked)
  const register = lookup === undefined ? undefined : compared(await stateOf(asking, lookup), { sha256 })
  return done({
    file: { name, size: bytes.length, sha256 },
    ...(sidecar && { sidecar: { name: sidecar.name, size: sidecar.bytes.length, sha256: hashOf(sidecar.bytes) } }),
    at,
    looked: register === undefined ? looked : { ...looked, verdict: withRegister(looked.verdict, register) },
    ...(register === undefined ? {} : { register }),
  })
}
