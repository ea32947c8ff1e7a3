import { createHash } from 'node:crypto'
import { canonical, type Json } from './canonical.ts'

/** SHA-256 of bytes or UTF-8 text, as 64 lower-case hex digits. */
export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** SHA-256 of the canonical form of a value: the same value gives the same hash on every machine. */
export const hashOf = (value: Json): string => sha256(canonical(value))
