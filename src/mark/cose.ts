import { cborBytes, cborList, cborMap, cborNumber, cborText, joined } from './cbor.ts'

/** So much room is kept for a signature with two certificates; the engine writes exactly as much. */
export const RESERVED = 4096

const ES256 = Uint8Array.of(0x26)
const NULL = Uint8Array.of(0xf6)
const SIGN1 = Uint8Array.of(0xd2)
const EMPTY = new Uint8Array(0)

/** Algorithm and certificates, the leaf first and the root left out (RFC 9052, 9360; C2PA 2.1, 14.6). */
export const protectedHeader = (chain: readonly Uint8Array[]): Uint8Array =>
  cborMap([
    [cborNumber(1), ES256],
    [cborNumber(33), cborList(chain.map(cborBytes))],
  ])

/** What the signature is over: the claim stands beside it in the file. */
export const toBeSigned = (header: Uint8Array, claim: Uint8Array): Uint8Array =>
  cborList([cborText('Signature1'), cborBytes(header), cborBytes(EMPTY), cborBytes(claim)])

/** What a time stamp of this signature is over: the signature itself, within what it signed (C2PA 2.1, 10.3.2.5). */
export const toBeStamped = (header: Uint8Array, signature: Uint8Array): Uint8Array =>
  cborList([cborText('CounterSignature'), cborBytes(header), cborBytes(EMPTY), cborBytes(cborBytes(signature))])

/**
 * A COSE_Sign1 without its payload, filled up to exactly `reserved` bytes. `signature`: r and s, 32 bytes each; `stamp`:
 * a token of RFC 3161 over `toBeStamped`, as DER. Nothing when it does not fit.
 */
export function coseSign1(
  header: Uint8Array,
  signature: Uint8Array,
  stamp?: Uint8Array,
  reserved: number = RESERVED,
): Uint8Array | undefined {
  const stamped: Entry[] = stamp === undefined ? [] : [[cborText('sigTst2'), tokensOf(stamp)]]
  const whole = (...fillings: readonly Entry[]): Uint8Array =>
    joined([SIGN1, cborList([cborBytes(header), cborMap([...stamped, ...fillings]), NULL, cborBytes(signature)])])
  const rest = reserved - whole(filling('pad', 0)).length
  // The length of a filling is written too, so that a few sizes are never met by one; two then do it.
  for (const more of [0, 1, 2, 4]) {
    const [pad, pad2] = [filling('pad', Math.max(0, rest - more)), filling('pad2', 0)]
    for (const cose of [whole(pad), whole(filling('pad', Math.max(0, rest - more - SECOND)), pad2)])
      if (cose.length === reserved) return cose
  }
  return undefined
}

type Entry = readonly [Uint8Array, Uint8Array]
const filling = (name: string, size: number): Entry => [cborText(name), cborBytes(new Uint8Array(size))]
/** What a second filling takes when it is empty: its name and its length. */
const SECOND = 6
const tokensOf = (stamp: Uint8Array): Uint8Array =>
  cborMap([[cborText('tstTokens'), cborList([cborMap([[cborText('val'), cborBytes(stamp)]])])]])
