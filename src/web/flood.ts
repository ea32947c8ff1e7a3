import { createHash, createHmac, randomBytes } from 'node:crypto'

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

/** Messages without an account that are taken in an hour from one part of the network, and in all. */
const PER_PREFIX = 60
const IN_ALL = 1200
const HOUR = 60 * MINUTE

/**
 * Holds up floods of messages from people who have no account. Counted by part of the network, under a key that is
 * renewed every hour together with the counts: held in memory only, and nothing of an address outlives its hour.
 */
export class Crowd {
  #key = randomBytes(32)
  #since = 0
  #all = 0
  #seen = new Map<string, number>()
  #used = new Set<string>()

  /** Counts one message; true when it is one too many. An unknown address counts in all only. */
  tooMany(address: string | undefined, now: number): boolean {
    if (now - this.#since >= HOUR) {
      this.#since = now
      this.#key = randomBytes(32)
      this.#all = 0
      this.#seen = new Map()
      this.#used = new Set()
    }
    this.#all += 1
    if (address === undefined) return this.#all > IN_ALL
    const where = createHmac('sha256', this.#key).update(prefixOf(address)).digest('base64url')
    const count = (this.#seen.get(where) ?? 0) + 1
    this.#seen.set(where, count)
    return count > PER_PREFIX || this.#all > IN_ALL
  }

  /** Work for a browser that wants to get through all the same: new every time, good until the hour ends. */
  task(): string {
    const random = randomBytes(16).toString('base64url')
    return `${random}.${this.#seal(random)}`
  }

  /** Is this a task of this hour with its answer, and used for the first time? */
  solved(answer: string): boolean {
    const [, task = '', random = '', seal = ''] = /^(([\w-]{22})\.([\w-]{43}))\.\d{1,12}$/.exec(answer) ?? []
    if (task === '' || this.#seal(random) !== seal || this.#used.has(task) || !isSolution(answer)) return false
    this.#used.add(task)
    return true
  }

  #seal(random: string): string {
    return createHmac('sha256', this.#key).update(`task ${random}`).digest('base64url')
  }
}

/** A quarter of a million tries on average: some seconds of a telephone. */
const WORK_BITS = 18

/** Does the hash of task and answer begin with enough zeros? Browsers look for it in `browser/work.ts`. */
const isSolution = (answer: string): boolean =>
  createHash('sha256').update(answer).digest().readUInt32BE(0) >>> (32 - WORK_BITS) === 0

/** The part of the network an address belongs to: 256 addresses of the old kind, a site of the new (RFC 6177). */
export function prefixOf(address: string): string {
  const old = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1]
  if (old !== undefined) return old
  const [head = '', tail] = address.split('::')
  const groups = (part: string): string[] => part.split(':').filter((group) => group !== '')
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length
  const zeros = Array.from({ length: Math.max(0, missing) }, () => '0')
  const all = [...groups(head), ...zeros, ...groups(tail ?? '')]
  return all.length === 8 ? all.slice(0, 3).join(':').toLowerCase() : address
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
