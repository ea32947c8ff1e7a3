import type pg from 'pg'
import { wordsIn } from '../src/rooms/register/rules.ts'
import { interleave, median, mustAnswer, press, printMachine, printRatio, printSamples } from './measure.ts'
import { barePool, setting, withPortal } from './portal.ts'
import { generate } from './register.ts'

/**
 * The search page as people get it, found records with a count beside every option, against the bare SQL that fetches
 * the same records and the same counts, both 8 at a time with the same searches in the same order.
 */
const ROWS = setting('BENCH_ROWS', 100_000)
const PARALLEL = 8
const LIMIT = 20
const ROUNDS = setting('BENCH_ROUNDS', 3)
const MS = setting('BENCH_MS', 6000)

/** What people type: nothing, common and rare words, with and without marks, several words, filters, an AI-ID. */
const SEARCHES = [
  '',
  'q=tr%E1%BB%A3+l%C3%BD+%E1%BA%A3o',
  'q=nhan+dang+khuon+mat',
  'q=ngư+dân+gió+bấc',
  'q=hệ+thống',
  'q=k01234',
  'q=cháy+rừng&level=high',
  'level=medium&state=in-use',
  'sector=health',
  'q=thu+vien+doi+sim&state=declared',
  'q=camera&sort=newest',
  'level=high&sector=transport',
].map((query) => new URLSearchParams(query))

await withPortal(async ({ portal, owner }) => {
  const pool = barePool(owner, PARALLEL)
  try {
    const began = performance.now()
    await generate(pool, ROWS)
    const made = Math.round((performance.now() - began) / 1000)
    await printMachine(`Search over ${ROWS} systems (made in ${made} s), ${PARALLEL} at a time`, owner)
    const page = following((search) => mustAnswer(`${portal.url}/vi/register?${search}`, 200))
    const api = following((search) => mustAnswer(`${portal.url}/api/v1/systems?${search}`, 200))
    const bare = following((search) => barePage(pool, search, true))
    const rows = following((search) => barePage(pool, search, false))
    for (const side of [page, bare]) await press(PARALLEL, 4000, side)
    const samples = await interleave(ROUNDS, {
      page: () => press(PARALLEL, MS, page),
      api: () => press(PARALLEL, MS, api),
      bare: () => press(PARALLEL, MS, bare),
      rows: () => press(PARALLEL, MS, rows),
    })
    printSamples('page, with all counts', samples.page)
    printSamples('API, with the total', samples.api)
    printSamples('bare SQL, records and counts', samples.bare)
    printSamples('bare SQL, records alone', samples.rows)
    const p99 = (of: typeof samples.bare) => median(of.map((s) => s.p99))
    printRatio('p99 page / bare SQL', p99(samples.page) / p99(samples.bare), { most: 3 })
    console.log(`  p99 page / records alone, for context: ${(p99(samples.page) / p99(samples.rows)).toFixed(1)}`)
  } finally {
    await pool.end()
  }
})

/** The same searches in the same order on every side. */
function following(look: (search: URLSearchParams) => Promise<unknown>): () => Promise<unknown> {
  let n = 0
  return () => look(SEARCHES[(n += 1) % SEARCHES.length] ?? new URLSearchParams())
}

/** What a programmer would write who needs this page and nothing else. */
async function barePage(pool: pg.Pool, search: URLSearchParams, counts: boolean): Promise<void> {
  const values: unknown[] = []
  const where: string[] = ['true']
  const add = (condition: (n: string) => string, value: unknown): void => {
    values.push(value)
    where.push(condition(`$${values.length}`))
  }
  const words = wordsIn(search.get('q') ?? '')
  if (words) add((n) => `search @@ to_tsquery('simple', ${n})`, words.match)
  const filters = where.length
  const only = where.slice(0, filters).join(' and ')
  const forCounts = [...values]
  for (const name of ['level', 'state']) if (search.has(name)) add((n) => `${name} = ${n}`, search.get(name))
  if (search.has('sector')) add((n) => `sectors @> array[${n}]`, search.get('sector'))
  const all = where.join(' and ')
  await pool.query(
    `select public from register_entry where ${all} order by recorded_at desc, ai_id desc limit ${LIMIT + 1}`,
    values,
  )
  if (!counts) return
  await pool.query(`select count(*) from (select 1 from register_entry where ${all} limit 1001) hit`, values)
  await pool.query(
    `select level, state, sectors, entries, count(*) from register_entry where ${only} group by 1, 2, 3, 4`,
    forCounts,
  )
}
