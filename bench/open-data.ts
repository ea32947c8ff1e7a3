import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { mustAnswer, printMachine, printRatio } from './measure.ts'
import { barePool, setting, withPortal } from './portal.ts'

/**
 * The whole register written as open data, how fast and in how much memory; then readers who walk through searches and
 * follow the feed of changes while slow and quick transactions record systems: what they missed and what came twice.
 */
const ROWS = Number(process.argv[2] ?? setting('BENCH_ROWS', 100_000))
const WALKS = setting('BENCH_WALKS', 10_000)
const READERS = 6
const WRITERS = 6
const GROUPS = 600

// ————— export —————

interface Exported {
  readonly seconds: number
  readonly idle: number
  readonly peak: number
  readonly sets: readonly { readonly id: string; readonly records: number }[]
  readonly sizes: readonly { readonly name: string; readonly size: number }[]
}

async function measureExport(dataDir: string): Promise<void> {
  const { seconds, idle, peak, sets, sizes } = await exportOnce(dataDir)
  const rows = sets.reduce((sum, { records }) => sum + records, 0)
  const counts = sets.map(({ id, records }) => `${id} ${records}`).join(', ')
  console.log(`  ${counts}: ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s, three formats each`)
  console.log(`  ${sizes.map(({ name, size }) => `${name} ${(size / 1e6).toFixed(1)} MB`).join(', ')}`)
  console.log(`  memory idle ${Math.round(idle)} MB, largest ${Math.round(peak)} MB`)
  printRatio('MB above idle', peak - idle, { most: 100 })
}

async function exportOnce(dataDir: string): Promise<Exported> {
  const { PATH = '', HOME = '' } = process.env
  const args = ['--import', 'tsx', join(import.meta.dirname, 'export-once.ts')]
  const env = { PATH, HOME, DATA_DIR: dataDir }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((ended) => child.once('close', ended))
  if (code !== 0) throw new Error('the export failed')
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Exported
}

// ————— walks —————

/** Names of committed records of each group, in the order in which their commits were told. */
const committed: string[][] = Array.from({ length: GROUPS }, () => [])
let made = 0

async function measureWalks(pool: pg.Pool, site: string): Promise<void> {
  const before = new URL((await read<Changes>(`${site}/api/v1/changes?limit=1`)).next)
  const start = await endOf(before.href)
  for (let n = 0; n < GROUPS * 15; n += 1) await write(pool, n % GROUPS, 1, 0)
  const inserts = made
  let walking = true
  const writers = Array.from({ length: WRITERS }, async () => {
    while (walking) await write(pool, Math.floor(Math.random() * GROUPS), 1 + Math.floor(Math.random() * 3), 100)
  })
  const followed = follow(start, () => walking)
  const began = performance.now()
  const total = { walks: 0, pages: 0, missed: 0, repeated: 0 }
  const reader = async (): Promise<void> => {
    while (total.walks < WALKS) {
      total.walks += 1
      const { pages, missed, repeated } = await walk(site, total.walks)
      total.pages += pages
      total.missed += missed
      total.repeated += repeated
    }
  }
  await Promise.all(Array.from({ length: READERS }, reader))
  const seconds = (performance.now() - began) / 1000
  walking = false
  await Promise.all(writers)
  console.log(
    `  ${total.walks} walks, ${total.pages} pages in ${Math.round(seconds)} s, ${made - inserts} systems recorded meanwhile`,
  )
  printRatio('missed by walks', total.missed, { most: 0 })
  printRatio('repeated in walks', total.repeated, { most: 0 })
  const { names, pages } = await followed
  const told = new Set(names)
  const all = committed.flat()
  console.log(`  the feed of changes: ${names.length} steps on ${pages} pages`)
  printRatio('missed in the feed', all.filter((id) => !told.has(id)).length, { most: 0 })
  printRatio('repeated in the feed', names.length - told.size, { most: 0 })
}

const read = async <T>(url: string): Promise<T> => JSON.parse((await mustAnswer(url, 200)).toString()) as T

interface Found {
  readonly items: readonly { readonly aiId: string }[]
  readonly next: string | null
}

/** Through all pages of one group, best or newest first: what was there at the begin must be met once. */
async function walk(site: string, n: number): Promise<{ pages: number; missed: number; repeated: number }> {
  const group = n % GROUPS
  const there = (committed[group] ?? []).slice()
  const seen: string[] = []
  let pages = 0
  const order = n % 2 === 0 ? '&sort=newest' : ''
  const limit = 5 + Math.floor(Math.random() * 20)
  for (let next: string | null = `${site}/api/v1/systems?q=${wordOf(group)}&limit=${limit}${order}`; next !== null; ) {
    const page: Found = await read<Found>(here(site, next))
    seen.push(...page.items.map(({ aiId }) => aiId))
    pages += 1
    next = page.next
  }
  const met = new Set(seen)
  return { pages, missed: there.filter((id) => !met.has(id)).length, repeated: seen.length - met.size }
}

/** The portal may be called otherwise than where we reach it. */
const here = (site: string, url: string): string => {
  const { pathname, search } = new URL(url)
  return site + pathname + search
}

interface Changes {
  readonly items: readonly { readonly aiId: string }[]
  readonly next: string
  readonly more: boolean
}

async function endOf(from: string): Promise<string> {
  for (let next = from.replace('limit=1&', 'limit=1000&'); ; ) {
    const page: Changes = await read<Changes>(next)
    next = page.next
    if (!page.more) return next
  }
}

async function follow(from: string, on: () => boolean): Promise<{ names: string[]; pages: number }> {
  const names: string[] = []
  let pages = 0
  for (let next = from.replace(/limit=\d+/, 'limit=50'), last = false; ; ) {
    const ending = !on()
    const page: Changes = await read<Changes>(next)
    names.push(...page.items.map(({ aiId }) => aiId))
    pages += 1
    next = page.next
    if (page.more) continue
    if (last) return { names, pages }
    // Writers end after the walks: once more when they have.
    if (ending) await pause(1000)
    last = ending
    await pause(5)
  }
}

/** Words that no other group begins with, made of letters so that no AI-ID is meant. */
const wordOf = (group: number): string =>
  `nhom${String.fromCharCode(97 + Math.floor(group / 26))}${String.fromCharCode(97 + (group % 26))}x`

/** Records systems in one transaction that thinks for a while, begins with an older moment, and sometimes gives up. */
async function write(pool: pg.Pool, group: number, many: number, thinking: number): Promise<void> {
  const client = await pool.connect()
  const ids = Array.from({ length: many }, () => `W${String((made += 1)).padStart(9, '0')}`)
  try {
    await client.query('begin')
    await client.query(INSERT, [ids, new Date(Date.now() - Math.random() * 2000).toISOString(), wordOf(group)])
    await pause(Math.random() * thinking)
    const kept = thinking === 0 || Math.random() < 0.9
    await client.query(kept ? 'commit' : 'rollback')
    if (kept) committed[group]?.push(...ids)
  } finally {
    client.release()
  }
}

const RECORD = `insert into system (id, ai_id, provider, internal_code, internal_code_key, name, name_plain, state, level, sectors,
                    entries, dossier_version, public, search_exact, search_plain, created_at, recorded_at, changed_at, seq)`
const PUBLIC = `jsonb_build_object('aiId', r.ai_id, 'name', r.name, 'version', '1.0', 'level', r.level, 'state', 'in-use',
  'provider', jsonb_build_object('name', 'Công ty Đồng Mây', 'address', null, 'contact', null),
  'purpose', r.purpose, 'functions', jsonb_build_array('trả lời câu hỏi', 'tóm tắt hồ sơ'), 'scope', 'Cả nước',
  'users', jsonb_build_array('Cán bộ'), 'affected', jsonb_build_array('Người dân', 'Doanh nghiệp'),
  'sectors', jsonb_build_array('health'), 'entries', '[]'::jsonb, 'firstUse', '2026-03-05',
  'recordedAt', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'changedAt', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`
const recorded = (rows: string): string => `
  with made as (
    ${RECORD}
    select gen_random_uuid(), r.ai_id, (select id from party order by id limit 1), r.ai_id, r.ai_id, r.name, lower(r.name),
           'in-use', r.level, '{health}', '{}', 1, ${PUBLIC}, r.word, r.word, r.at, r.at, r.at, 1
    from (${rows}) r
    returning id, recorded_at, level
  )
  insert into system_event (system, seq, verb, by, at, data, public)
  select id, 1, 'notified', 'bench', recorded_at, '{}', jsonb_build_object('level', level) from made`
const INSERT = recorded(`
  select i as ai_id, 'Máy ' || i as name, 'low' as level, 'Thử' as purpose, $3::text as word, $2::timestamptz as at
  from unnest($1::text[]) i`)

async function generate(pool: pg.Pool, rows: number): Promise<void> {
  const began = performance.now()
  const slice = 50_000
  for (let from = 0; from < rows; from += slice)
    await pool.query(
      recorded(`
        select 'GEN' || lpad(n::text, 9, '0') as ai_id, 'Trợ lý ảo chấm điểm tín dụng ' || n as name,
               (array['high', 'medium', 'low'])[1 + n % 3] as level,
               'Trả lời câu hỏi của khách hàng, tóm tắt hồ sơ, gợi ý bước tiếp theo cho cán bộ số ' || n as purpose,
               'tro ly ' || n as word, timestamptz '2026-03-01' + n * interval '20 seconds' as at
        from generate_series(${from + 1}, ${Math.min(from + slice, rows)}) n`),
    )
  await pool.query('vacuum analyze system')
  await pool.query('vacuum analyze system_event')
  console.log(`  made in ${Math.round((performance.now() - began) / 1000)} s`)
}

await withPortal(async ({ portal, owner, dataDir }) => {
  const pool = barePool(owner, WRITERS + 2)
  try {
    await generate(pool, ROWS)
    await printMachine(`Open data: ${ROWS} systems with one event each`, owner)
    await measureExport(dataDir)
    await printMachine(`${WALKS} walks by ${READERS} readers while ${WRITERS} writers record systems`, owner)
    await measureWalks(pool, portal.url)
  } finally {
    await pool.end()
  }
})
