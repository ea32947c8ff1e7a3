const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'.split('')

/**
 * Every word one slip of the finger away, the likeliest slips first: two letters swapped, one too many, one missing,
 * one wrong. Words of one or two letters are a slip away from too much.
 */
export function slipsOf(word: string): readonly string[] {
  if (word.length < 3 || word.length > 40 || !/^[a-z\d]+$/.test(word)) return []
  const cuts = Array.from({ length: word.length + 1 }, (_, n) => [word.slice(0, n), word.slice(n)] as const)
  const swapped = cuts.flatMap(([a, b]) => (b.length > 1 ? [`${a}${b.charAt(1)}${b.charAt(0)}${b.slice(2)}`] : []))
  const dropped = cuts.flatMap(([a, b]) => (b === '' ? [] : [a + b.slice(1)]))
  const added = cuts.flatMap(([a, b]) => LETTERS.map((letter) => a + letter + b))
  const wrong = cuts.flatMap(([a, b]) => (b === '' ? [] : LETTERS.map((letter) => a + letter + b.slice(1))))
  return [...new Set([...swapped, ...dropped, ...added, ...wrong])].filter((slip) => slip !== word)
}
