import { randomInt } from 'node:crypto'

/** How AI-IDs look. The decree publishes no format (art. 14.4), so the ministry may put its own in this place. */
export interface AiIdScheme {
  make(): string
  /** The one spelling of what was typed or read aloud; nothing when its check characters do not fit. */
  parse(typed: string): string | undefined
}

/** Crockford's 32 signs: no I, L, O or U, which are misheard or misread. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SIZE = 8
/** Prime below 32²: finds every wrong sign and every swap of two. */
const MODULUS = 1021

const value = (signs: string): number =>
  signs.split('').reduce((sum, sign) => (sum * 32 + SIGNS.indexOf(sign)) % MODULUS, 0)
const sign = (n: number): string => SIGNS.charAt(n % 32)

function check(body: string): string {
  const rest = value(`${body}00`)
  return sign(Math.floor(rest / 32)) + sign(rest)
}

const spell = (signs: string): string => `VN-${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8)}`

/** `VN-7K3M-9QDX-4R`: eight random signs (a trillion) and two check signs. Says nothing about the system, so it never changes. */
export const portalScheme: AiIdScheme = {
  make() {
    const body = Array.from({ length: SIZE }, () => sign(randomInt(32))).join('')
    return spell(body + check(body))
  },
  parse(typed) {
    const bare = typed.toUpperCase().replace(/[\s.\-–_]/g, '')
    // A body may begin with VN as well: only what is too long by two bears the prefix.
    const signs = (bare.length === SIZE + 4 ? bare.replace(/^VN/, '') : bare).replaceAll('O', '0').replace(/[IL]/g, '1')
    if (signs.length !== SIZE + 2 || signs.split('').some((s) => !SIGNS.includes(s))) return undefined
    const body = signs.slice(0, SIZE)
    return signs.slice(SIZE) === check(body) ? spell(signs) : undefined
  },
}
