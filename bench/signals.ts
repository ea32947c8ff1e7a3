import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type pg from 'pg'
import { uuidv7 } from '../src/base/ids.ts'
import { exact, plain } from '../src/base/text.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { countSignals, recountSignals } from '../src/rooms/supervision/actions.ts'
import { fillWorld } from '../src/world.ts'
import { freshDatabase, prepareServer } from '../test/kit.ts'
import { printMachine } from './measure.ts'
import { setting } from './portal.ts'
import { generate } from './register.ts'

/**
 * Every reason to look at a system, over a register of made-up systems, the made-up world, and a real inventory as it
 * was published: how long a whole recount takes, how many reasons of each kind it finds, and ten of them in words.
 *
 * INVENTORY: a CSV file of the US federal AI inventory of 2024; without it the real part is left out. Its systems are
 * taken as if each had been declared at medium risk in the field of its topic: nobody declared them so.
 */
const ROWS = setting('BENCH_ROWS', 100_000)
/** Of them, so many with names of their own, put together from halves of real ones: like names are found among these. */
const MIXED = Math.min(ROWS, setting('BENCH_MIXED', 50_000))
const INVENTORY =
  process.env.INVENTORY ?? join(import.meta.dirname, '../../shared/data/us-federal-ai-inventory-2024.csv')

const FIELD: readonly (readonly [RegExp, string])[] = [
  [/health/i, 'health'],
  [/transport|dot /i, 'transport'],
  [/education/i, 'education'],
  [/law/i, 'litigation'],
]

const home = mkdtempSync(join(tmpdir(), 'saola-bench-signals-'))
const undo: (() => Promise<void>)[] = [async () => rmSync(home, { recursive: true, force: true })]
try {
  const server = await startEmbedded(join(home, 'postgres'))
  undo.push(server.stop)
  await prepareServer(server.url)
  process.env.SAOLA_TEST_SERVER = server.url
  const after = (step: () => Promise<void>): void => void undo.push(step)
  const { kit, owner } = await freshDatabase({ after }, { uncounted: 'the register is generated' })
  await fillWorld(kit)
  await generate(owner, ROWS)
  await history(owner)
  const real = await inventory(owner)
  if (real > 0) await mixNames(owner)
  await owner.query('vacuum analyze')
  await printMachine(`Signals: ${ROWS} made-up systems, ${real} of a real inventory`, server.url)
  const recount = async (what: string): Promise<void> => {
    const began = performance.now()
    const fresh = await kit.db.transaction().execute((db) => recountSignals({ ...kit, db }))
    console.log(`  ${what.padEnd(28)} ${((performance.now() - began) / 1000).toFixed(1)} s   new ${fresh ?? 0}`)
  }
  await recount('first recount')
  await recount('again, nothing changed')
  for (const [kind, n] of await countSignals(kit)) console.log(`  ${kind.padEnd(28)} ${n} open`)
  const { rows: low } = await owner.query<{ n: string }>(
    `select count(*) as n from signal g join system s on s.id = g.system where s.level = 'low' and g.state = 'open'
     and not exists (select from signal a where a.system = g.system and a.state = 'open' and a.kind in ('incidents', 'petition', 'safety'))`,
  )
  console.log(`  of low risk without an incident, feedback or safety: ${low[0]?.n} (must be 0)`)
  if (low[0]?.n !== '0') process.exitCode = 1
  await examples(owner)
} finally {
  for (const step of undo.toReversed()) await step()
}

/** Notices with differences, deployers and incidents for some of the made-up systems, so that no kind is free of cost. */
async function history(owner: pg.Pool): Promise<void> {
  await owner.query(
    `insert into dossier_version (system, version, answers, shown, hash, by, at)
     select id, 1, '{}', '[]', '', 'bench', recorded_at from system where ai_id like 'GEN%'`,
  )
  await owner.query(
    `insert into notice (number, system, kind, channel, received_at, recorded_at, level, dossier_version, dossier_hash, declared, differs, by, receipt, jws)
     select 'TB-2026-' || ai_id, id, 'first', 'portal', recorded_at, recorded_at, level, 1, '',
       case when differs then jsonb_build_object('difference', jsonb_build_object('declared', level, 'tool', 'high', 'cites', '["Q.IV.2"]'::jsonb)) else '{}' end,
       differs, 'bench', '{}', ''
     from (select *, level = 'medium' and ('x' || substr(md5(ai_id), 1, 4))::bit(16)::int % 50 = 0 as differs from system where ai_id like 'GEN%') s`,
  )
  await owner.query(
    `insert into deployment (id, system, deployer_name, since, added_by, added_at)
     select gen_random_uuid(), id, 'Bên ' || n, '2026-05-01', 'bench', recorded_at
     from (select * from system where ai_id like 'GEN%' and ('x' || substr(md5(ai_id), 5, 4))::bit(16)::int % 100 = 0) s, generate_series(1, 60) n`,
  )
  await owner.query(
    `with f as (
       insert into casefile (id, number, procedure, party, state, holder, held_since, opened_at, opened_by, changed_at)
       select gen_random_uuid(), 'SC-' || ai_id, 'incident', provider, 'closed', 'nobody', recorded_at, recorded_at, 'bench', recorded_at
       from system where ai_id like 'GEN%' and ('x' || substr(md5(ai_id), 9, 4))::bit(16)::int % 50 = 0
       returning id, number, party
     )
     insert into incident (file, number, party, role, system, system_name, sector, classes, near_miss, detected_at, reported_at)
     select f.id, f.number, f.party, 'provider', s.id, s.name, 'other', '{b}', false, s.recorded_at, s.recorded_at
     from f join system s on s.ai_id = substr(f.number, 4)`,
  )
}

/** The inventory as it was published, each line a system at medium risk, put into use. */
async function inventory(owner: pg.Pool): Promise<number> {
  let text: string
  try {
    text = new TextDecoder('windows-1252').decode(readFileSync(INVENTORY))
  } catch {
    return 0
  }
  const lines = parse(text, { columns: true, relax_quotes: true, relax_column_count: true }) as Record<string, string>[]
  const named = (line: Record<string, string>, begins: string): string =>
    Object.entries(line)
      .find(([title]) => title.trim().startsWith(begins))?.[1]
      ?.trim() ?? ''
  const rows = lines.map((line, n) => {
    const [name, purpose, outputs] = [
      named(line, 'Use Case Name'),
      named(line, 'What is the intended purpose'),
      named(line, 'Describe the AI system'),
    ]
    const topic = named(line, 'Use Case Topic Area')
    const sector = FIELD.find(([words]) => words.test(topic))?.[1] ?? 'other'
    const words = [name, named(line, 'Agency'), purpose, outputs].join(' ')
    return {
      ...{ id: uuidv7(), ai_id: `REAL${String(n).padStart(6, '0')}`, name, name_plain: plain(name), sector },
      ...{
        purpose,
        functions: outputs === '' ? [] : [outputs],
        search_exact: exact(words),
        search_plain: plain(words),
      },
    }
  })
  await owner.query(
    `insert into system (id, ai_id, provider, internal_code, internal_code_key, name, name_plain, state, level, sectors, entries,
                         dossier_version, public, search_exact, search_plain, created_at, recorded_at, changed_at, seq)
     select id, ai_id, (select id from party order by id limit 1), ai_id, ai_id, name, name_plain, 'in-use', 'medium', array[sector], '{}',
       1, jsonb_build_object('purpose', purpose, 'functions', functions, 'users', '[]'::jsonb, 'affected', '[]'::jsonb),
       search_exact, search_plain, now(), now(), now(), 1
     from jsonb_to_recordset($1) as r(id uuid, ai_id text, name text, name_plain text, sector text, purpose text, functions jsonb, search_exact text, search_plain text)`,
    [JSON.stringify(rows)],
  )
  return rows.length
}

async function mixNames(owner: pg.Pool): Promise<void> {
  await owner.query(
    `with real as (
       select row_number() over (order by ai_id) as n, string_to_array(name_plain, ' ') as words, count(*) over () as all_
       from system where ai_id like 'REAL%' and name_plain <> ''
     ), made as (
       select id, row_number() over (order by ai_id) as n from system where ai_id like 'GEN%' order by ai_id limit $1
     )
     update system s set name_plain = array_to_string(
         a.words[:cardinality(a.words) / 2 + 1] || b.words[cardinality(b.words) / 2 + 1:], ' '), name = array_to_string(
         a.words[:cardinality(a.words) / 2 + 1] || b.words[cardinality(b.words) / 2 + 1:], ' ')
     from made m join real a on a.n = 1 + m.n % a.all_ join real b on b.n = 1 + (m.n * 7919 / b.all_) % b.all_
     where s.id = m.id`,
    [MIXED],
  )
}

/** Ten reasons about real systems: the gravest of each phrase first, so that ten lines say ten things. */
async function examples(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ name: string; kind: string; key: string; gravity: number; reason_en: string }>(
    `select name, kind, key, gravity, reason_en from (
       select s.name, g.*, row_number() over (partition by g.kind, g.key order by g.gravity desc, s.ai_id) as nth
       from signal g join system s on s.id = g.system where s.ai_id like 'REAL%' and g.state = 'open'
     ) r order by nth, gravity desc, kind, key limit 10`,
  )
  const { rows: all } = await owner.query<{ n: string; systems: string }>(
    `select count(*) as n, count(distinct system) as systems from signal g join system s on s.id = g.system
     where s.ai_id like 'REAL%' and g.state = 'open'`,
  )
  console.log(`  of the real inventory: ${all[0]?.n} reasons about ${all[0]?.systems} systems; ten of them:`)
  for (const { name, kind, key, gravity, reason_en } of rows)
    console.log(`  - ${name}\n      ${kind}${key === '' ? '' : ` ${key}`} (${gravity}): ${reason_en}`)
}
