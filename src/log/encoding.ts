const UTF8 = new TextEncoder()
// A byte order mark is content: dropping it would check a signature over other bytes than those signed.
const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export const utf8 = (text: string): Uint8Array => UTF8.encode(text)

/** The text these bytes spell, or nothing when they are not UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return STRICT.decode(bytes)
  } catch {
    return undefined // The decoder can say no only by throwing.
  }
}

/** Standard base 64 with padding (RFC 4648 section 4), the only one the standards of the log know. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Reads only what `toBase64` would have written: one value has one spelling, so a changed spelling is a changed file. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined
  const binary = atob(text)
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
  return btoa(binary) === text ? bytes : undefined
}

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')

/** A decimal without leading zeros. Beyond 2^53 - 1, which JavaScript cannot count, the standards' sizes are not read. */
export function fromDecimal(text: string): number | undefined {
  if (!/^(?:0|[1-9]\d{0,15})$/.test(text)) return undefined
  const value = Number(text)
  return Number.isSafeInteger(value) ? value : undefined
}

export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
