import { createHmac, randomBytes } from 'node:crypto'

/** What a visitor may post in a minute from one address: far above what people do, far below what a flood does. */
const PER_MINUTE = 120
const MINUTE = 60_000

/**
 * Slows floods of forms by people who are not signed in. Only a keyed hash of the address is held, in memory, for a
 * minute; the key is renewed with it, so nothing of an address is kept.
 */
export class Flood {
  #key = randomBytes(32)
  #since = 0
  #seen = new Map<string, number>()

  /** Counts one post; true when it is one too many. */
  tooMany(address: string, now: number): boolean {
    if (now - this.#since >= MINUTE) {
      this.#since = now
      this.#key = randomBytes(32)
      this.#seen = new Map()
    }
    const who = createHmac('sha256', this.#key).update(address).digest('base64url')
    const count = (this.#seen.get(who) ?? 0) + 1
    this.#seen.set(who, count)
    return count > PER_MINUTE
  }
}

/**
 * The address a request came from: the socket's, or behind `proxies` machines of ours the one the outermost of them
 * wrote (TRUST_PROXY). What a client itself wrote into the header is never believed.
 */
export function clientAddress(
  socket: string | undefined,
  forwarded: string | undefined,
  proxies: number,
): string | undefined {
  if (proxies === 0) return socket
  return forwarded?.split(',').at(-proxies)?.trim() ?? socket
}
