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

/**
 * A COSE_Sign1 without its payload, filled up to exactly `reserved` bytes. `signature`: r and s, 32 bytes each. Nothing
 * when it does not fit.
 */
export function coseSign1(
  header: Uint8Array,
  signature: Uint8Array,
  reserved: number = RESERVED,
): Uint8Array | undefined {
  const whole = (pad: number): Uint8Array =>
    joined([
      SIGN1,
      cborList([
        cborBytes(header),
        cborMap([[cborText('pad'), cborBytes(new Uint8Array(pad))]]),
        NULL,
        cborBytes(signature),
      ]),
    ])
  const rest = reserved - whole(0).length
  // The length of the filling is written too, in one to five bytes.
  const pad = [0, 1, 2, 4].map((more) => rest - more).find((n) => n >= 0 && whole(n).length === reserved)
  return pad === undefined ? undefined : whole(pad)
}
