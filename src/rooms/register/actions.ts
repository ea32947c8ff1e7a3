import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { slipsOf } from '../../base/slips.ts'
import type { Database, Kit } from '../../db/kit.ts'
import type { PublicSystem } from '../systems/schema.ts'
import { BOUND, facetsOf, filtered, type Group, spellings, type Words, wordsIn } from './rules.ts'
import type { Count, Cursor, Facets, Found, HistoryItem, Query, Recorded, Step } from './schema.ts'
import { listSteps, type Steps } from './open-data-store.ts'
import {
  countHits,
  findNearestTerm,
  findSpelled,
  findSystem,
  type Hits,
  hasWord,
  listBest,
  listGroups,
  listHistory,
  listLately,
  listNewest,
  streamAll,
  type Wanted,
} from './store.ts'

export { SETS } from './data-sets.ts'
export { exportData, startExporter } from './exports.ts'
export { type PublishedRow, type Redacting, type Redaction, reissue } from './reissue.ts'

const NOTHING: Found = { items: [], total: { count: 0, exact: true }, next: null, instead: null }

const wantedBy = (query: Query, words: Words | undefined): Wanted => ({ ...query, words })
/** Something was typed, but no word: nothing is found, rather than everything. */
const wordless = (query: Query, words: Words | undefined): boolean => query.q !== '' && words === undefined

/** A page of the register. */
export async function search(kit: Kit, query: Query, limit: number, after?: Cursor): Promise<Found> {
  const named = await findAiId(kit, query.q)
  if (named !== undefined) return justThis(kit, named)
  const words = wordsIn(query.q)
  if (wordless(query, words)) return NOTHING
  const wanted = wantedBy(query, words)
  const hits = await list(kit, wanted, query, limit, after)
  return { ...hits, total: hits.total ?? (await countHits(kit.reader, wanted)), instead: null }
}

/** The same, and where nothing was found for a slip of the finger, what was probably meant. */
export async function searchForgiving(kit: Kit, query: Query, limit: number, after?: Cursor): Promise<Found> {
  const found = await search(kit, query, limit, after)
  if (found.items.length > 0 || after !== undefined) return found
  const instead = await meant(kit, query.q)
  return instead === undefined ? found : { ...(await search(kit, { ...query, q: instead }, limit)), instead }
}

function list(
  kit: Kit,
  wanted: Wanted,
  query: Query,
  limit: number,
  after?: Cursor,
): Promise<Hits & { readonly total?: Count }> {
  const { words } = wanted
  if (words === undefined || query.sort === 'newest' || after?.in === 'newest')
    return listNewest(kit.reader, wanted, limit, after)
  return listBest(kit.reader, { ...wanted, words }, limit, after)
}

async function justThis(kit: Kit, aiId: string): Promise<Found> {
  const system = await findSystem(kit.reader, aiId)
  return system ? { ...NOTHING, items: [system], total: { count: 1, exact: true } } : NOTHING
}

/** What was recorded or changed last among the hits of a search. */
export async function lately(kit: Kit, query: Query, limit: number): Promise<readonly PublicSystem[]> {
  const named = await findAiId(kit, query.q)
  if (named !== undefined) return (await justThis(kit, named)).items
  const words = wordsIn(query.q)
  return wordless(query, words) ? [] : listLately(kit.reader, wantedBy(query, words), limit)
}

/** The words typed, those that no record knows replaced by the nearest that one does. */
async function meant(kit: Kit, q: string): Promise<string | undefined> {
  const words = wordsIn(q)?.bare ?? []
  const known = await Promise.all(words.map((word) => hasWord(kit.reader, `'${word}':*`)))
  if (known.every(Boolean)) return undefined
  const near = await Promise.all(
    words.map((word, n) => (known[n] ? Promise.resolve(word) : findNearestTerm(kit.reader, word, slipsOf(word)))),
  )
  return near.every((word) => word !== undefined) ? near.join(' ') : undefined
}

/** Counts beside each option of each filter. */
export async function facets(kit: Kit, query: Query): Promise<Facets> {
  const words = wordsIn(query.q)
  return facetsOf(wordless(query, words) ? [] : await groupsOf(kit.reader, words), query)
}

interface Remembered {
  readonly until: number
  readonly groups: Promise<readonly Group[]>
}
const REMEMBERED = new WeakMap<Database, Map<string, Remembered>>()
const LONG = 15_000
const MOST_REMEMBERED = 200

/**
 * Groups of many hits are kept for a few seconds and asked for once however many readers wait: beyond the bound a count
 * says only «more than». Few hits are counted anew each time, so that what was just recorded is there.
 */
async function groupsOf(db: Database, words: Words | undefined): Promise<readonly Group[]> {
  const kept = REMEMBERED.get(db) ?? new Map<string, Remembered>()
  REMEMBERED.set(db, kept)
  const name = words?.match ?? ''
  const before = kept.get(name)
  if (before !== undefined && before.until > performance.now()) return before.groups
  const groups = listGroups(db, words)
  kept.delete(name)
  kept.set(name, { until: performance.now() + LONG, groups })
  const [oldest] = kept.keys()
  if (kept.size > MOST_REMEMBERED && oldest !== undefined) kept.delete(oldest)
  const forget = () => void (kept.get(name)?.groups === groups && kept.delete(name))
  // The caller is told of a fault by the promise itself; it is only not kept.
  groups.then((all) => all.reduce((sum, group) => sum + group.n, 0) > BOUND || forget(), forget)
  return groups
}

/** Would the same words find something without the filters? */
export async function hiddenByFilters(kit: Kit, query: Query): Promise<boolean> {
  if (!filtered(query)) return false
  const { total } = await search(kit, { ...query, level: [], state: [], sector: [], entry: undefined }, 1)
  return total.count > 0
}

/** The AI-ID as it is written, when what was typed is one. */
export const findAiId = (kit: Kit, typed: string): Promise<string | undefined> =>
  findSpelled(kit.reader, spellings(typed))

export async function systemOf(kit: Kit, aiId: string): Promise<Outcome<PublicSystem>> {
  const system = await findSystem(kit.reader, aiId)
  return system ? done(system) : refuse({ code: 'register.unknown' })
}

export async function historyOf(kit: Kit, aiId: string): Promise<Outcome<readonly HistoryItem[]>> {
  const system = await systemOf(kit, aiId)
  return system.ok ? done(await listHistory(kit.reader, aiId)) : system
}

export async function recordOf(kit: Kit, aiId: string): Promise<Outcome<Recorded>> {
  const system = await systemOf(kit, aiId)
  if (!system.ok) return system
  return done({ system: system.value, history: await listHistory(kit.reader, aiId), readAt: kit.now() })
}

/** What happened to public records after a place, oldest first: followed to its end and on, none missed, none twice. */
export const changesAfter = (kit: Kit, after: Step, limit: number): Promise<Steps> =>
  listSteps(kit.reader, after, limit)

/** All hits of a search, for a file. */
export async function* everything(kit: Kit, query: Query): AsyncIterable<readonly PublicSystem[]> {
  const named = await findAiId(kit, query.q)
  if (named !== undefined) yield (await justThis(kit, named)).items
  else {
    const words = wordsIn(query.q)
    if (!wordless(query, words)) yield* streamAll(kit.reader, wantedBy(query, words))
  }
}
