import { Secret, TOTP } from 'otpauth'
import type { AccountId } from '../../base/actor.ts'
import type { Instant } from '../../base/day.ts'

const PERIOD = 30
const totp = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: 'Saola', label, algorithm: 'SHA1', digits: 6, period: PERIOD, secret })

/** RFC 6238 as every authenticator speaks it: SHA-1, six digits, thirty seconds. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

export const otpauthUri = (secret: string, email: string): string => totp(Secret.fromBase32(secret), email).toString()

/** The code an authenticator shows at a moment: for the demo world and tests. */
export const codeAt = (secret: string, at: Instant): string =>
  totp(Secret.fromBase32(secret), 'x').generate({ timestamp: Date.parse(at) })

/** The last step each account used: a code seen over a shoulder is of no use a second time (RFC 6238, 5.2). */
const spent = new Map<AccountId, number>()

/** One step of drift to either side. */
export function codeFits(account: AccountId, secret: string, code: string, at: Instant): boolean {
  const timestamp = Date.parse(at)
  const delta = totp(Secret.fromBase32(secret), 'x').validate({ token: code, timestamp, window: 1 })
  if (delta === null) return false
  const step = Math.floor(timestamp / 1000 / PERIOD) + delta
  if (step <= (spent.get(account) ?? 0)) return false
  spent.set(account, step)
  return true
}
