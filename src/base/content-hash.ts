import { sha256 } from '@noble/hashes/sha2.js'
import { canonical, type Json } from './canonical.ts'

/** What `hashOf` gives, where there is no Node: the law names its rules by their content in browsers too. */
export const contentHash = (value: Json): string =>
  Array.from(sha256(new TextEncoder().encode(canonical(value))), (byte) => byte.toString(16).padStart(2, '0')).join('')
