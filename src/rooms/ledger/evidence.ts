import type { Json } from '../../base/canonical.ts'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { type Acting as CaseActing, getWhole, type Office } from '../../casework/actions.ts'
import type { Kit } from '../../db/kit.ts'
import { fromUtf8, toBase64 } from '../../log/encoding.ts'
import { type Buried, printEvidence, readEntry, type Opening } from '../../log/evidence.ts'
import { asKey, parseJws } from '../../log/jws.ts'
import type { LogProof } from '../../log/proof.ts'
import { getNotice } from '../classification/actions.ts'
import type { Acting } from '../systems/actions.ts'
import * as kept from './evidence-store.ts'
import { proofsOf } from './proofs.ts'

/** What of an act is handed out: its leaf, the groups the reader may see, and the paper issued with it. */
interface HandedOut {
  readonly leaf: kept.Kept
  readonly open: Readonly<Record<string, Json>>
  readonly jws?: string
}

/**
 * The evidence file of an act. What waits for the next checkpoint is refused as too early, which says nothing against
 * it. Groups that a leaf of the first days does not have are left out: its evidence proves less, and says so.
 */
async function evidenceOf(kit: Kit, { leaf, open, jws }: HandedOut): Promise<Outcome<string>> {
  const gone = [...(await kept.findTombstones(kit.db, leaf.leaf))].filter(([group]) => open[group] !== undefined)
  const proofs = await proofsOf(kit, [leaf.leaf, ...gone.map(([, tombstone]) => tombstone)])
  if (proofs === 'not-yet') return refuse({ code: 'evidence.not-yet' })
  const [first, ...acts] = proofs ?? []
  if (first === undefined) throw new Error(`an act without its leaf ${leaf.leaf}: run fsck`)
  const { entry: bytes, ...proof } = first
  const entry = fromUtf8(bytes) ?? ''
  const groups = readEntry(entry)?.groups ?? {}
  const erased = Object.fromEntries(acts.map((act, n): [string, Buried] => [gone[n]?.[0] ?? '', buriedBy(act)]))
  const opened: Record<string, Opening> = {}
  for (const [group, value] of Object.entries(open)) {
    const salt = leaf.salts[group]
    if (salt !== undefined && groups[group] !== undefined) opened[group] = { salt, value }
  }
  const kid = jws === undefined ? undefined : parseJws(jws)?.kid
  const keys = kit.keys.publicKeys().keys.flatMap((key) => asKey(key) ?? [])
  const named = keys.filter((key) => key.kid === kid)
  return done(
    printEvidence({
      ...{ proof, entry, opened },
      ...(acts.length === 0 ? {} : { erased }),
      ...(jws === undefined ? {} : { jws, keys: named }),
    }),
  )
}

const buriedBy = ({ entry, index, path }: LogProof & { readonly entry: Uint8Array }): Buried => ({
  ...{ entry: fromUtf8(entry) ?? '', index },
  path: path.map(toBase64),
})

/** The signed bytes of a paper; after it was erased there are none. */
const signed = (jws: string): { readonly jws?: string } => (jws === '' ? {} : { jws })

/** Of a receipt, for whoever sees the notice. */
export async function evidenceOfNotice(asked: Acting, number: string): Promise<Outcome<string>> {
  const found = await getNotice(asked, number)
  if (!found.ok) return found
  const { receipt, jws, system } = found.value.notice
  const leaf = await kept.findVersionLeaf(asked.db, system, receipt.dossierVersion, receipt.dossierHash)
  if (leaf === undefined) throw new Error(`notice ${number} without its act: run fsck`)
  return evidenceOf(asked, { leaf, open: { receipt: receipt as unknown as Json }, ...signed(jws) })
}

/** Of a document issued on a file, for whoever sees the file. */
export async function evidenceOfDocument(
  asked: CaseActing,
  office: Office,
  number: string,
  name: string,
): Promise<Outcome<string>> {
  const found = await getWhole(asked, office, number)
  if (!found.ok) return found
  const { documents, file } = found.value
  const document = documents.find((one) => one.number === name)
  if (document === undefined) return refuse({ code: 'document.unknown' })
  const leaf = await kept.findStepLeaf(asked.db, file.id, document.seq)
  if (leaf === undefined) throw new Error(`document ${name} without its step: run fsck`)
  return evidenceOf(asked, { leaf, open: { document: document.content as unknown as Json }, ...signed(document.jws) })
}

/** Of a public record as it stands, for anyone: only what the register shows is opened. */
export async function evidenceOfRecord(kit: Kit, aiId: string): Promise<Outcome<string>> {
  const found = await kept.findRecordLeaf(kit.db, aiId)
  if (found === undefined) return refuse({ code: 'system.unknown' })
  return evidenceOf(kit, { leaf: found, open: { public: found.shown } })
}
