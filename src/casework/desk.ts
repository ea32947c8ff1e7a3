import { addDays, dayOf, endOfDay, type Instant } from '../base/day.ts'

/** What an officer looks at: every part of it stands in the address. Empty lists and `undefined` leave nothing out. */
export interface DeskQuery {
  readonly procedure: readonly string[]
  /** `incident:reported`: a state has a meaning inside its procedure only. */
  readonly state: readonly string[]
  readonly whose: 'mine' | 'nobody' | undefined
  readonly waiting: 'unit' | 'party' | undefined
  readonly due: 'over' | 'soon' | undefined
  readonly part: 'lead' | 'copy' | undefined
  /** Files that are done with, instead of those at work. */
  readonly closed: boolean
}

const ONE = {
  whose: ['mine', 'nobody'],
  waiting: ['unit', 'party'],
  due: ['over', 'soon'],
  part: ['lead', 'copy'],
} as const

type Asking = Readonly<Record<string, string | readonly string[]>>

/** An address somebody mended by hand still finds: what is not understood is left out. */
export function deskQuery(
  asking: Asking,
  known: { readonly procedure: readonly string[]; readonly state: readonly string[] },
): DeskQuery {
  const many = (name: 'procedure' | 'state'): string[] => {
    const given = asking[name]
    const list = typeof given === 'string' ? [given] : (given ?? [])
    return known[name].filter((value) => list.includes(value))
  }
  const one = <T extends keyof typeof ONE>(name: T): (typeof ONE)[T][number] | undefined =>
    ONE[name].find((value) => value === asking[name])
  return {
    ...{ procedure: many('procedure'), state: many('state'), whose: one('whose'), waiting: one('waiting') },
    ...{ due: one('due'), part: one('part'), closed: asking.closed === '1' },
  }
}

/** The same as the query of an address, always in the same order: `?procedure=…&whose=mine`, or nothing. */
export function addressOf(query: DeskQuery, more: Readonly<Record<string, string>> = {}): string {
  const params = new URLSearchParams()
  for (const name of ['procedure', 'state'] as const) for (const value of query[name]) params.append(name, value)
  for (const name of ['whose', 'waiting', 'due', 'part'] as const) {
    const value = query[name]
    if (value !== undefined) params.append(name, value)
  }
  if (query.closed) params.append('closed', '1')
  for (const [name, value] of Object.entries(more)) params.append(name, value)
  return params.size === 0 ? '' : `?${params}`
}

export const filtersSet = (query: DeskQuery): number =>
  query.procedure.length +
  query.state.length +
  [query.whose, query.waiting, query.due, query.part].filter((value) => value !== undefined).length

/** Until when a date is near: the end of the third day from today. */
export const soonUntil = (at: Instant): Instant => endOfDay(addDays(dayOf(at), 3))

// ————— counts beside the filters —————

/** Files alike in everything a filter looks at, and how many there are. */
export interface Group {
  readonly procedure: string
  readonly state: string
  readonly whose: 'mine' | 'nobody' | 'others'
  readonly holder: string
  readonly due: 'over' | 'soon' | 'calm'
  readonly part: 'lead' | 'copy'
  readonly closed: boolean
  readonly n: number
}

export const FACETS = ['procedure', 'state', 'whose', 'waiting', 'due', 'part', 'closed'] as const
export type Facet = (typeof FACETS)[number]

const VALUE: Readonly<Record<Facet, (group: Group) => string>> = {
  procedure: (g) => g.procedure,
  state: (g) => `${g.procedure}:${g.state}`,
  whose: (g) => g.whose,
  waiting: (g) => g.holder,
  due: (g) => g.due,
  part: (g) => g.part,
  closed: (g) => String(g.closed),
}

/** How many files each option would show while the other filters hold; `''` is the option that filters nothing. */
export type Counts = Readonly<Record<Facet, ReadonlyMap<string, number>>>

export function countsOf(groups: readonly Group[], query: DeskQuery): Counts {
  const passes = (group: Group, facet: Facet): boolean => {
    const [chosen, value] = [query[facet], VALUE[facet](group)]
    if (typeof chosen === 'boolean') return value === String(chosen)
    if (typeof chosen === 'string') return value === chosen
    return chosen === undefined || chosen.length === 0 || chosen.includes(value)
  }
  const counts = (facet: Facet): ReadonlyMap<string, number> => {
    const sums = new Map<string, number>()
    for (const group of groups.filter((g) => FACETS.every((other) => other === facet || passes(g, other))))
      for (const value of [VALUE[facet](group), '']) sums.set(value, (sums.get(value) ?? 0) + group.n)
    return sums
  }
  return {
    ...{ procedure: counts('procedure'), state: counts('state'), whose: counts('whose'), waiting: counts('waiting') },
    ...{ due: counts('due'), part: counts('part'), closed: counts('closed') },
  }
}

// ————— place in the queue —————

/** Where a page of the queue ended: the key the queue is sorted by. */
export interface Place {
  readonly due: Instant | null
  readonly heldSince: Instant
  readonly id: string
}

export const writePlace = ({ due, heldSince, id }: Place): string =>
  Buffer.from([due ?? '', heldSince, id].join(' ')).toString('base64url')

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const isMoment = (text: string): boolean => MOMENT.test(text) && !Number.isNaN(Date.parse(text))

/** The place an address names; nothing when it is not one of ours. */
export function readPlace(text: string | readonly string[] | undefined): Place | undefined {
  if (typeof text !== 'string') return undefined
  const [due = '', heldSince = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ')
  const ours = (due === '' || isMoment(due)) && isMoment(heldSince) && ID.test(id)
  return ours ? { due: due === '' ? null : due, heldSince, id } : undefined
}
