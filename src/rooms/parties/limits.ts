/** So many tries in so long, by key; in memory, for one process serves one database (a restart forgives). */
export interface Limit {
  /** Counts a try; false when there were too many. */
  take(key: string, now: string): boolean
  forget(key: string): void
}

const MOST_KEYS = 50_000

export function makeLimit(most: number, minutes: number): Limit {
  const tries = new Map<string, { count: number; until: number }>()
  const current = (key: string, now: number) => {
    const known = tries.get(key)
    return known !== undefined && now < known.until ? known : { count: 0, until: now + minutes * 60_000 }
  }
  return {
    take(key, now) {
      const entry = current(key, Date.parse(now))
      if (entry.count >= most) return false
      tries.delete(key)
      tries.set(key, { ...entry, count: entry.count + 1 })
      const oldest = tries.size > MOST_KEYS ? tries.keys().next().value : undefined
      if (oldest !== undefined) tries.delete(oldest)
      return true
    },
    forget: (key) => void tries.delete(key),
  }
}
