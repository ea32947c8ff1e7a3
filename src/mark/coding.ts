/** Four bits for one, each from the last nine (constraint length 9; the polynomials with the greatest free distance). */
const POLYNOMIALS = [0o463, 0o535, 0o733, 0o745]
const MEMORY = 8
const STATES = 1 << MEMORY
const ID_BITS = 48
const CHECK_BITS = 16
export const CODED_BITS = (ID_BITS + CHECK_BITS + MEMORY) * POLYNOMIALS.length

const parity = (value: number): number => {
  let folded = value
  for (const shift of [8, 4, 2, 1]) folded ^= folded >> shift
  return folded & 1
}
const OUTPUTS = Uint8Array.from({ length: STATES * 2 }, (_, register) =>
  POLYNOMIALS.reduce((bits, p, n) => bits | (parity(register & p) << n), 0),
)

/** CRC-16 of CCITT over bits. */
function check(bits: readonly number[]): number {
  let crc = 0xffff
  for (const bit of bits) crc = ((crc >> 15) ^ bit) === 1 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  return crc
}

const bitsOf = (hex: string): number[] =>
  Array.from(hex, (digit) => Number.parseInt(digit, 16)).flatMap((d) => [d >> 3, (d >> 2) & 1, (d >> 1) & 1, d & 1])

/** The bits to hide for twelve hexadecimal digits: id and checksum, then zeros that lead the coder home. */
export function encode(contentId: string): Uint8Array {
  const id = bitsOf(contentId)
  const crc = check(id)
  const bits = [...id, ...Array.from({ length: CHECK_BITS }, (_, n) => (crc >> (CHECK_BITS - 1 - n)) & 1)]
  const coded = new Uint8Array(CODED_BITS)
  let state = 0
  for (let n = 0; n < bits.length + MEMORY; n += 1) {
    const register = (state << 1) | (bits[n] ?? 0)
    const output = OUTPUTS[register] ?? 0
    for (let p = 0; p < POLYNOMIALS.length; p += 1) coded[n * POLYNOMIALS.length + p] = (output >> p) & 1
    state = register & (STATES - 1)
  }
  return coded
}

/** The likeliest id for these soft bits (above zero: one), by Viterbi; nothing when the checksum does not fit. */
export function decode(soft: Float64Array): string | undefined {
  const steps = CODED_BITS / POLYNOMIALS.length
  const from = new Uint8Array(steps * STATES)
  let cost = new Float64Array(STATES).fill(Number.NEGATIVE_INFINITY)
  cost[0] = 0
  const gains = new Float64Array(1 << POLYNOMIALS.length)
  for (let n = 0; n < steps; n += 1) {
    for (let output = 0; output < gains.length; output += 1) {
      let gain = 0
      for (let p = 0; p < POLYNOMIALS.length; p += 1)
        gain += (soft[n * POLYNOMIALS.length + p] ?? 0) * (((output >> p) & 1) * 2 - 1)
      gains[output] = gain
    }
    cost = stepped(cost, gains, from.subarray(n * STATES, (n + 1) * STATES))
  }
  return trace(from, steps)
}

/** A state is reached from two; the better stays, and which it was is one bit: the oldest of the register. */
function stepped(cost: Float64Array, gains: Float64Array, from: Uint8Array): Float64Array<ArrayBuffer> {
  const next = new Float64Array(STATES)
  for (let state = 0; state < STATES; state += 1) {
    const low = state >> 1
    const high = low | (STATES >> 1)
    const a = (cost[low] ?? 0) + (gains[OUTPUTS[state] ?? 0] ?? 0)
    const b = (cost[high] ?? 0) + (gains[OUTPUTS[state | STATES] ?? 0] ?? 0)
    next[state] = Math.max(a, b)
    from[state] = b > a ? 1 : 0
  }
  return next
}

function trace(from: Uint8Array, steps: number): string | undefined {
  const bits: number[] = []
  let state = 0
  for (let n = steps - 1; n >= 0; n -= 1) {
    bits.unshift(state & 1)
    state = (state >> 1) | ((from[n * STATES + state] ?? 0) << (MEMORY - 1))
  }
  const id = bits.slice(0, ID_BITS)
  const crc = bits.slice(ID_BITS, ID_BITS + CHECK_BITS).reduce((sum, bit) => sum * 2 + bit, 0)
  if (check(id) !== crc) return undefined
  const digit = (n: number): string =>
    id
      .slice(n * 4, n * 4 + 4)
      .reduce((sum, bit) => sum * 2 + bit, 0)
      .toString(16)
  return Array.from({ length: ID_BITS / 4 }, (_, n) => digit(n)).join('')
}
