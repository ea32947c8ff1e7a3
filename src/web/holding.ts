import type { Route } from './route.ts'

/** Bytes of files that may be in memory at one time while they are read, before anybody looks at who sent them. */
const MOST = 256 * 1_048_576

/** Largest body of a route that takes files or long lists; nothing for every other route. */
export function fileLimit(route: Route): number | undefined {
  if (route.kind === 'api') return route.file ?? route.lines
  return route.kind === 'page' && route.stateless ? route.limit : undefined
}

let held = 0
/**
 * Makes room for a body and gives it back when the answer is there: a crowd that sends files cannot fill the memory.
 * Undefined when there is no room. Without a stated length the largest is reckoned with.
 */
export async function holding<T>(
  length: string | undefined,
  limit: number,
  answer: () => Promise<T>,
): Promise<T | undefined> {
  const bytes = Math.min(Number(length ?? limit) || limit, limit)
  if (held + bytes > MOST) return undefined
  held += bytes
  try {
    return await answer()
  } finally {
    held -= bytes
  }
}
