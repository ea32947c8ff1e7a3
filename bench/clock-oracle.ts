/**
 * A second opinion on the clocks of the act, which shares nothing with src/: holidays typed by hand from the calendar
 * and the Labour Code, days found by walking the hours of five years through Intl in Vietnam's zone, periods found by
 * stepping from day to day. Slow to set up, hard to get wrong.
 */
export type Asked = { readonly unit: 'hours' | 'days' | 'workingDays' | 'months'; readonly n: number }

/** Every length that the act and the decrees beside it set. */
export const ASKED: readonly Asked[] = [
  ...[24, 72].map((n) => ({ unit: 'hours', n }) as const),
  ...[3, 5, 7, 10, 15, 20, 30].map((n) => ({ unit: 'workingDays', n }) as const),
  ...[15, 30].map((n) => ({ unit: 'days', n }) as const),
  ...[2, 3, 6, 12, 18].map((n) => ({ unit: 'months', n }) as const),
]

export interface Opinion {
  readonly due: string
  readonly dueDay: string
  readonly firstDay: string | null
  readonly movedFrom: string | null
  readonly skipped: string
  readonly provisional: string
}

/** dd/mm/yyyy, as Intl writes a day in en-GB. Every weekday off, one by one. */
export const OFF = `
  01/01/2026 02/01/2026 16/02/2026 17/02/2026 18/02/2026 19/02/2026 20/02/2026 27/04/2026 30/04/2026 01/05/2026
  01/09/2026 02/09/2026
  01/01/2027 30/04/2027 03/05/2027 02/09/2027
  03/01/2028 01/05/2028 02/05/2028 04/09/2028
  01/01/2029 30/04/2029 01/05/2029 03/09/2029
  01/01/2030 30/04/2030 01/05/2030 02/09/2030
`
const WORKED = '10/01/2026'
/** Not settled, and counted as they would be without. */
const UNDECIDED = '22/08/2026 31/08/2026 24/11/2026'
/** From 2027 somewhere in here, as month and day: Tết, Hùng Kings, National day, Culture day. */
const SPANS = [
  [117, 226],
  [331, 502],
  [830, 905],
  [1124, 1124],
] as const

interface Walked {
  readonly name: string
  readonly dom: number
  readonly month: number
  readonly year: number
  readonly atWeekend: boolean
  readonly off: boolean
  /** The hour at which it begins. */
  readonly begins: number
}

const HOUR = 60 * 60 * 1000
const written = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  weekday: 'short',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

const named = (at: number): string => written.format(at).slice(-10)

function walk(off: string): Walked[] {
  const holidays = new Set(off.trim().split(/\s+/))
  const days: Walked[] = []
  let before = named(Date.UTC(2025, 11, 30))
  for (let hour = Date.UTC(2025, 11, 30); hour < Date.UTC(2031, 0, 1); hour += HOUR) {
    const text = written.format(hour)
    const name = text.slice(-10)
    if (name === before) continue
    before = name
    const [dom = 0, month = 0, year = 0] = name.split('/').map(Number)
    const atWeekend = text.startsWith('Sat') || text.startsWith('Sun')
    const free = atWeekend ? !WORKED.includes(name) : holidays.has(name)
    days.push({ name, dom, month, year, atWeekend, off: free, begins: hour })
  }
  return days
}

const iso = (name: string): string => `${name.slice(6)}-${name.slice(3, 5)}-${name.slice(0, 2)}`

/** The oracle of a list of holidays; with a wrong list it must be found out. */
export function oracle(off: string = OFF): (asked: Asked, started: number) => Opinion {
  const days = walk(off)
  const places = new Map(days.map((d, place) => [d.name, place]))
  const at = (place: number): Walked => {
    const found = days[place]
    if (found === undefined) throw new Error('the oracle sees no further than 2030')
    return found
  }
  const after = (place: number): number => {
    let next = place + 1
    while (at(next).off) next += 1
    return next
  }

  function endOf({ unit, n }: Asked, start: number): number {
    let end = start
    if (unit === 'workingDays') for (let k = 0; k < n; k += 1) end = after(end)
    if (unit === 'days') for (let k = 0; k < n; k += 1) end += 1
    if (unit === 'months') {
      for (let begun = 0; begun < n; ) {
        end += 1
        if (at(end).dom === 1) begun += 1
      }
      while (at(end).dom < at(start).dom && at(end + 1).dom !== 1) end += 1
    }
    return end
  }

  function undecided(from: number, to: number): string {
    const met = new Set<string>()
    const found: string[] = []
    for (let place = from; place <= to; place += 1) {
      const d = at(place)
      const span = SPANS.find(([first, last]) => first <= d.month * 100 + d.dom && d.month * 100 + d.dom <= last)
      const tag = `${span?.[0]}/${d.year}`
      const opens = d.year > 2026 && !d.atWeekend && span !== undefined && !met.has(tag)
      if (opens) met.add(tag)
      if (opens || UNDECIDED.includes(d.name)) found.push(iso(d.name))
    }
    return found.join()
  }

  return (asked, started) => {
    if (asked.unit === 'hours') {
      let end = started
      for (let k = 0; k < asked.n; k += 1) end += HOUR
      const dueDay = iso(named(end))
      const due = new Date(end).toISOString()
      return { due, dueDay, firstDay: null, movedFrom: null, skipped: '', provisional: '' }
    }
    const start = places.get(named(started)) ?? -1
    const last = endOf(asked, start)
    const counting = asked.unit === 'workingDays'
    const end = at(last).off ? after(last) : last
    const passed = days.slice(counting ? start + 1 : last, end).filter((d) => d.off)
    return {
      due: new Date(at(end + 1).begins - 1).toISOString(),
      dueDay: iso(at(end).name),
      firstDay: iso(at(counting ? after(start) : start + 1).name),
      movedFrom: end === last ? null : iso(at(last).name),
      skipped: passed.map((d) => iso(d.name)).join(),
      provisional: undecided(counting ? start + 1 : last, end),
    }
  }
}

const FIRST = Date.UTC(2025, 11, 31, 17)
const LAST = Date.UTC(2028, 11, 31, 17)

/** Moments of 2026 to 2028 with a length each; one in ten stands on the edge of a Vietnamese day. */
export function* questions(many: number, seed: number): Generator<readonly [Asked, number]> {
  let state = seed
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  const wholeDays = (LAST - FIRST) / (24 * HOUR)
  for (let k = 0; k < many; k += 1) {
    const asked = ASKED[below(ASKED.length)]
    if (asked === undefined) continue
    const edge = below(20)
    const midnight = FIRST + below(wholeDays) * 24 * HOUR
    const inDay = edge === 0 ? 0 : edge === 1 ? 24 * HOUR - 1 : below(24 * HOUR)
    yield [asked, midnight + inDay]
  }
}
