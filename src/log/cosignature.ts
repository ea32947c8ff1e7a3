import { utf8 } from './encoding.ts'
import { signedBy, type Signer, type VerifierKey, type WitnessKey } from './key.ts'
import type { Signature } from './signature.ts'

/**
 * What a witness signs: not the checkpoint alone, but that at this time it was the largest consistent tree it had seen
 * (C2SP tlog-cosignature, Ed25519 signed message). The first line keeps it apart from everything else a key may sign.
 */
const statement = (text: string, seconds: number | bigint): Uint8Array =>
  utf8(`cosignature/v1\ntime ${seconds}\n${text}`)

/** A cosignature under the text of a checkpoint, at a moment in seconds since 1970. */
export function cosign(text: string, seconds: number, witness: Signer<WitnessKey['type']>): Signature {
  const bytes = new Uint8Array(8 + 64)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seconds))
  bytes.set(witness.sign(statement(text, seconds)), 8)
  return { name: witness.key.name, id: witness.key.id, bytes }
}

/** When the witness says to have looked, or nothing when this is no cosignature of that key. */
export function cosignedAt(text: string, key: VerifierKey, signature: Uint8Array): number | undefined {
  if (signature.length !== 8 + 64) return undefined
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0)
  // The standard ends at 2^63 - 1; what JavaScript counts exactly lasts for 285 million years.
  if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  return signedBy(key, statement(text, seconds), signature.slice(8)) ? Number(seconds) : undefined
}
