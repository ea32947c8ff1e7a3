import { fromBase64, joinBytes, toBase64, toHex } from './encoding.ts'
import { isKeyName, type VerifierKey } from './key.ts'

/** One line under a note: who says to have signed, and with what result. Nothing is checked yet. */
export interface Signature {
  readonly name: string
  readonly id: string
  readonly bytes: Uint8Array
}

const ID_LENGTH = 4

/** `— name base64(key id ‖ signature)`, without the newline (C2SP signed-note). */
export const printSignature = ({ name, id, bytes }: Signature): string =>
  `— ${name} ${toBase64(joinBytes(fromHex(id), bytes))}`

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

export function parseSignature(line: string): Signature | undefined {
  const [, name = '', encoded = ''] = /^— ([^ ]+) ([^ ]+)$/.exec(line) ?? []
  const bytes = fromBase64(encoded)
  if (!isKeyName(name) || bytes === undefined || bytes.length <= ID_LENGTH) return undefined
  return { name, id: toHex(bytes.slice(0, ID_LENGTH)), bytes: bytes.slice(ID_LENGTH) }
}

/** A signature is of a key only when name and id both say so; a stranger may share one of them. */
export const saysToBeOf = (signature: Signature, key: VerifierKey): boolean =>
  signature.name === key.name && signature.id === key.id
