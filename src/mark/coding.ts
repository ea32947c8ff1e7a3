/**
 * Four bits for one, each from the last nine (constraint length 9; the polynomials with the greatest free distance).
 * The coder runs in a ring: it begins in the state in which the last bits leave it, and so needs no bits to lead it home.
 */
const POLYNOMIALS = [0o463, 0o535, 0o733, 0o745]
const MEMORY = 8
const STATES = 1 << MEMORY
const ID_BITS = 48
const CHECK_BITS = 16
const STEPS = ID_BITS + CHECK_BITS
export const CODED_BITS = STEPS * POLYNOMIALS.length
/** Times round the ring before the best ways no longer depend on where it was entered. */
const LAPS = 3
/** So many of the likeliest words may fail the checksum. Each more is one more chance for noise to pass it. */
const MOST_WORDS = 4

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

/** The bits to hide for twelve hexadecimal digits: id and checksum. */
export function encode(contentId: string): Uint8Array {
  const id = bitsOf(contentId)
  const crc = check(id)
  const bits = [...id, ...Array.from({ length: CHECK_BITS }, (_, n) => (crc >> (CHECK_BITS - 1 - n)) & 1)]
  const coded = new Uint8Array(CODED_BITS)
  let state = numberOf(bits.slice(-MEMORY))
  for (const [n, bit] of bits.entries()) {
    const register = (state << 1) | bit
    const output = OUTPUTS[register] ?? 0
    for (let p = 0; p < POLYNOMIALS.length; p += 1) coded[n * POLYNOMIALS.length + p] = (output >> p) & 1
    state = register & (STATES - 1)
  }
  return coded
}

/** The likeliest id for these soft bits (above zero: one), by Viterbi round the ring; nothing when no checksum fits. */
export function decode(soft: Float64Array): string | undefined {
  const from = new Uint8Array(STEPS * STATES)
  let cost = new Float64Array(STATES)
  for (let n = 0; n < LAPS * STEPS; n += 1) {
    const step = n % STEPS
    cost = stepped(cost, gainsOf(soft, step), from.subarray(step * STATES, (step + 1) * STATES))
  }
  let tried = 0
  for (const end of Array.from(cost.keys()).toSorted((a, b) => (cost[b] ?? 0) - (cost[a] ?? 0))) {
    const bits = around(from, end)
    if (bits === undefined) continue
    const contentId = checked(bits)
    if (contentId !== undefined) return contentId
    tried += 1
    if (tried >= MOST_WORDS) break
  }
  return undefined
}

/** How well each of the sixteen outputs fits the soft bits of a step. */
function gainsOf(soft: Float64Array, step: number): Float64Array {
  const gains = new Float64Array(1 << POLYNOMIALS.length)
  for (let output = 0; output < gains.length; output += 1)
    for (let p = 0; p < POLYNOMIALS.length; p += 1)
      gains[output] = (gains[output] ?? 0) + (soft[step * POLYNOMIALS.length + p] ?? 0) * (((output >> p) & 1) * 2 - 1)
  return gains
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

/** The bits of the way that ends here, when it began here too: only such a way goes round the ring. */
function around(from: Uint8Array, end: number): readonly number[] | undefined {
  const bits: number[] = []
  let state = end
  for (let n = STEPS - 1; n >= 0; n -= 1) {
    bits.push(state & 1)
    state = (state >> 1) | ((from[n * STATES + state] ?? 0) << (MEMORY - 1))
  }
  return state === end ? bits.toReversed() : undefined
}

function checked(bits: readonly number[]): string | undefined {
  const id = bits.slice(0, ID_BITS)
  if (check(id) !== numberOf(bits.slice(ID_BITS))) return undefined
  return Array.from({ length: ID_BITS / 4 }, (_, n) => numberOf(id.slice(n * 4, n * 4 + 4)).toString(16)).join('')
}

const numberOf = (bits: readonly number[]): number => bits.reduce((sum, bit) => sum * 2 + bit, 0)
