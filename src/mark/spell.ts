const STRICT = new TextDecoder('utf-8', { fatal: true })
const LENIENT = new TextDecoder('utf-8')
const LITTLE = new TextDecoder('utf-16le')
const BIG = new TextDecoder('utf-16be')

export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return text
}

/** UTF-8 if it is, otherwise Latin-1: what PNG and RIFF promise and what writers do are two things. */
export function text8(bytes: Uint8Array): string {
  try {
    return STRICT.decode(bytes)
  } catch {
    return latin1(bytes) // The decoder can say no only by throwing.
  }
}

/** UTF-8 whatever it takes: for parts of a value that may have been cut within a letter. */
export const utf8 = (bytes: Uint8Array): string => LENIENT.decode(bytes)

/** UTF-16 by its mark, else by where the zero bytes are, else as said: writers of EXIF do not agree about the order. */
export function text16(bytes: Uint8Array, little: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return LITTLE.decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return BIG.decode(bytes)
  let [even, odd] = [0, 0]
  const sample = Math.min(bytes.length & ~1, 512)
  for (let at = 0; at < sample; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  const order = odd > even ? true : even > odd ? false : little
  return (order ? LITTLE : BIG).decode(bytes)
}

/** XML and the like: by byte order mark, else UTF-16 when every second byte is zero, else UTF-8. */
export function marked(bytes: Uint8Array): string {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return text16(bytes, true)
  if ((a === 0x3c && b === 0) || (a === 0 && b === 0x3c)) return text16(bytes, a === 0x3c)
  return utf8(bytes)
}

/** Up to the first zero. */
export function untilZero(text: string): string {
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}

export const trimZeros = (text: string): string => text.replace(/\0+$/, '')

/** Base 64 as found in files; what is no base 64 gives nothing. */
export function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (char) => char.charCodeAt(0))
  } catch {
    return new Uint8Array(0) // `atob` can say no only by throwing.
  }
}

/** What JSON says, or nothing. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined // The parser can say no only by throwing.
  }
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
