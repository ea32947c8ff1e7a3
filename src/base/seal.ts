import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/**
 * One key for each purpose, so that what was sealed for one place never opens in another. The words never change, not
 * even `parties`, where sealing began: what was sealed under them could not be opened again.
 */
const keyFor = (secret: Uint8Array, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `saola parties ${purpose}`, 32))

/** AES-256-GCM: nonce ‖ tag ‖ text. */
export function seal(secret: Uint8Array, purpose: string, text: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** What was sealed, or nothing when it was not sealed here and for this. */
export function unseal(secret: Uint8Array, purpose: string, sealed: Uint8Array): string | undefined {
  if (sealed.length < NONCE + TAG) return undefined
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), sealed.subarray(0, NONCE))
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
  try {
    return decipher.update(sealed.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    // The tag does not fit: tampered with, or sealed under another secret.
    return undefined
  }
}

/** For cookies and hidden fields: with an end. */
export const sealUntil = (secret: Uint8Array, purpose: string, text: string, until: string): string =>
  seal(secret, purpose, `${until} ${text}`).toString('base64url')

export function unsealInTime(
  secret: Uint8Array,
  purpose: string,
  sealed: string | undefined,
  now: string,
): string | undefined {
  const text = unseal(secret, purpose, Buffer.from(sealed ?? '', 'base64url'))
  const gap = text?.indexOf(' ') ?? -1
  return text !== undefined && gap > 0 && now < text.slice(0, gap) ? text.slice(gap + 1) : undefined
}
