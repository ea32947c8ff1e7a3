import { Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'

/** The public half of an age X25519 key, as it is written. */
const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/

/** Is this a recipient something can be sealed for? Judged by trying: a slip of one sign is seen. */
export async function isRecipient(text: string): Promise<boolean> {
  if (!RECIPIENT.test(text)) return false
  try {
    await sealed([text], new Uint8Array(1))
    return true
  } catch {
    // The check sum at its end does not fit, or it is no point of the curve.
    return false
  }
}

/** Bytes that only the holders of the private halves can read, with any program that knows age. */
export async function sealed(recipients: readonly string[], content: Uint8Array | string): Promise<Uint8Array> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(content)
}

/** A key for one message alone: its public half, and the private one sealed for everybody who may open the message. */
export interface MessageKey {
  readonly own: string
  readonly envelope: Uint8Array
}

/**
 * The private half is in memory until it is sealed and nowhere afterwards. Between message and readers stands this key so
 * that a new reader needs a new envelope only, not every file anew.
 */
export async function newMessageKey(recipients: readonly string[]): Promise<MessageKey> {
  const secret = await generateX25519Identity()
  return { own: await identityToRecipient(secret), envelope: await sealed(recipients, secret) }
}

/** A file as it came, its name and kind in a line before it. */
export const withName = (name: string, type: string, bytes: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.concat([Buffer.from(`${JSON.stringify({ name, type })}\n`), bytes]))

/** For whom an age file is encrypted cannot be read from it; that it is one, and for how many, can. */
export function recipientCount(file: Uint8Array): number | undefined {
  const head = Buffer.from(file.subarray(0, 16_384)).toString('latin1')
  if (!head.startsWith('age-encryption.org/v1\n')) return undefined
  const end = head.indexOf('\n--- ')
  return end < 0 ? undefined : (head.slice(0, end).match(/\n-> X25519 /g) ?? []).length
}
