/** Sections of a module before which that of the memory stands. */
const MEMORY = 5

/**
 * The same WebAssembly module with an upper bound on its memory, in pages of 64 KiB. A module brings its own memory and
 * may let it grow to four gigabytes; nobody outside can refuse it that, except in the module's own words.
 * Throws when there is no memory to bound.
 */
export function capMemory(module: Uint8Array, pages: number): Uint8Array<ArrayBuffer> {
  let at = 8
  while (at < module.length) {
    const [size, body] = leb(module, at + 1)
    if (module[at] === MEMORY) {
      // One memory, without an upper bound: count, flags, least.
      const [least, end] = leb(module, body + 2)
      if (module[body] !== 1 || module[body + 1] !== 0 || end !== body + size) break
      const section = [1, 1, ...asLeb(least), ...asLeb(pages)]
      return joined(module.subarray(0, at + 1), [...asLeb(section.length), ...section], module.subarray(end))
    }
    at = body + size
  }
  throw new Error('this module has no memory that could be bounded')
}

function leb(bytes: Uint8Array, from: number): readonly [value: number, end: number] {
  let [value, shift, at] = [0, 0, from]
  for (;;) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * 2 ** shift
    shift += 7
    at += 1
    if (byte < 128) return [value, at]
  }
}

const asLeb = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...asLeb(value >>> 7)])

function joined(...parts: readonly ArrayLike<number>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
