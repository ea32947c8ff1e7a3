import { sha256 } from '../../base/hash.ts'

/**
 * What a sample is drawn from, fixed before there is a seed: SHA-256 over the AI-IDs in the order of their letters, each
 * followed by a line feed, in hex.
 */
export const frameHash = (aiIds: readonly string[]): string =>
  sha256(
    aiIds
      .toSorted(byLetters)
      .map((aiId) => `${aiId}\n`)
      .join(''),
  )

/** The place of a system in the draw: SHA-256 over seed, number of the campaign and AI-ID, each on a line of its own. */
export const ticket = (seed: string, number: string, aiId: string): string => sha256(`${seed}\n${number}\n${aiId}\n`)

/**
 * The sample: the AI-IDs with the smallest tickets. Whoever has the frame and the seed draws the same one; nobody who
 * had to fix the frame before the seed was there could choose it.
 */
export function draw(frame: readonly string[], seed: string, number: string, size: number): string[] {
  return frame
    .map((aiId) => ({ aiId, ticket: ticket(seed, number, aiId) }))
    .toSorted((a, b) => byLetters(a.ticket, b.ticket))
    .slice(0, size)
    .map(({ aiId }) => aiId)
}

/** By code units, as every language sorts bytes: no locale has a say. */
const byLetters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The draw in twenty lines of another language, for whoever wants to do it again. */
export const AGAIN = `import hashlib, sys

number, seed, size, frame = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
ids = sorted(line.strip() for line in open(frame) if line.strip() and line.strip() != "aiId")
print("frame ", hashlib.sha256("".join(i + "\\n" for i in ids).encode()).hexdigest())
tickets = sorted((hashlib.sha256(f"{seed}\\n{number}\\n{i}\\n".encode()).hexdigest(), i) for i in ids)
for _, i in tickets[:size]:
    print(i)
`
