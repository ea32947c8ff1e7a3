import { createHash, createHmac, hkdfSync, randomInt } from 'node:crypto'
import { plain } from '../../base/text.ts'
import { CODE_WORDS } from './code-words.ts'

const WORDS = 8
const KNOWN = new Set(CODE_WORDS)

/** Eight words at random, eighty bits: the only way back to a message. Never written down on our side. */
export const newCode = (): string =>
  Array.from({ length: WORDS }, () => CODE_WORDS[randomInt(CODE_WORDS.length)] ?? '').join(' ')

/** A code as somebody typed it: with marks or without, in any case, with whatever between the words. */
export type Typed =
  | { readonly is: 'code'; readonly words: string }
  /** No word of ours, such as a slip of the finger. Which words we use is no secret. */
  | { readonly is: 'slip'; readonly word: string }
  | { readonly is: 'other-count' }

export function readCode(typed: string): Typed {
  const words = plain(typed.slice(0, 400))
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
  const slip = words.find((word) => !KNOWN.has(word))
  if (slip !== undefined) return { is: 'slip', word: slip.slice(0, 20) }
  return words.length === WORDS ? { is: 'code', words: words.join(' ') } : { is: 'other-count' }
}

const keyFor = (secret: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'saola petitions code', 32))

/** What is kept of a code: useless without the secret of this portal, and eighty bits away from the words even with it. */
export const codeHash = (secret: Uint8Array, words: string): string =>
  createHmac('sha256', keyFor(secret)).update(words).digest('hex')

/** Keeps the hash of what was said from being guessed: follows from the code, so that only its holder can open it. */
export const saltOf = (words: string): string =>
  createHash('sha256').update(`saola petition salt ${words}`).digest('base64url')
