import { randomBytes } from 'node:crypto'

/** A UUID version 7 (RFC 9562): sorts by the moment it was made, so indexes grow at one end. Made in the app, never by the database. */
export function uuidv7(at: number = Date.now()): string {
  const b = randomBytes(16)
  b.writeUIntBE(at, 0, 6)
  b[6] = 0x70 | ((b[6] ?? 0) & 0x0f)
  b[8] = 0x80 | ((b[8] ?? 0) & 0x3f)
  const h = b.toString('hex')
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-${h.slice(12, 16)}-${h.slice(16, 20)}-${h.slice(20)}`
}

/** An unguessable token for links, sessions and keys: 32 random bytes as base64url, 43 characters. */
export const secretToken = (): string => randomBytes(32).toString('base64url')
