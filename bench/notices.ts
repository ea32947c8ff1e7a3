import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { uuidv7 } from '../src/base/ids.ts'
import { noticeBody } from '../test/notices.ts'
import { interleave, median, mustAnswer, press, printMachine, printRatio, printSamples } from './measure.ts'
import { barePool, setting, withPortal } from './portal.ts'

/** Notices per second through HTTP against a bare pool making the same inserts, 50 at a time each. */
const PARALLEL = 50
const ROUNDS = setting('BENCH_ROUNDS', 5)
const MS = setting('BENCH_MS', 5000)

await withPortal(async ({ portal, apiKey, owner }) => {
  await printMachine(`Notices: ${PARALLEL} at a time, ${ROUNDS} rounds of ${MS} ms`, owner)
  const notice = (code: string): Promise<Buffer> =>
    mustAnswer(`${portal.url}/api/v1/notices`, 201, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(noticeBody(code)),
    })
  const pool = barePool(owner, 10)
  try {
    await notice('umbrella-model')
    const model = await modelRows(pool, 'umbrella-model')
    const throughPortal = () => press(PARALLEL, MS, () => notice(`umbrella-${randomUUID()}`))
    const bare = () => press(PARALLEL, MS, () => insertAgain(pool, model))
    // Once unseen, so that neither pays for the first compilation.
    await press(PARALLEL, 2000, () => notice(`umbrella-${randomUUID()}`))
    await press(PARALLEL, 1000, () => insertAgain(pool, model))
    const samples = await interleave(ROUNDS, { portal: throughPortal, bare })
    printSamples('portal, POST /notices', samples.portal)
    printSamples('bare pool, same inserts', samples.bare)
    const rate = (of: typeof samples.bare) => median(of.map((s) => s.perSecond))
    printRatio('portal / bare pool', rate(samples.portal) / rate(samples.bare), { least: 0.5 })
  } finally {
    await pool.end()
  }
})

interface Row {
  readonly table: string
  readonly columns: readonly string[]
  readonly values: readonly (string | null)[]
}

/** Every row one notice left behind, as text, in the order the references want. */
async function modelRows(pool: pg.Pool, code: string): Promise<readonly Row[]> {
  const system = `(select id from system where internal_code = '${code}')`
  const places = [
    ['system', `id = ${system}`],
    ['dossier_version', `system = ${system}`],
    ['log_leaf', `id = (select (data ->> 'leaf')::uuid from system_event where system = ${system})`],
    ['system_event', `system = ${system}`],
    ['notice', `system = ${system}`],
    ['outbox', `about like (select 'notice ' || number || ' %' from notice where system = ${system})`],
    ['answered', `convert_from(body, 'UTF8') like (select '%' || number || '%' from notice where system = ${system})`],
  ] as const
  const found = await Promise.all(
    places.map(async ([table, where]) => {
      const { rows: made } = await pool.query<{ name: string }>(
        `select column_name as name from information_schema.columns
         where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER' and is_identity = 'NO'
           and (column_default is null or column_default not like 'nextval%') order by ordinal_position`,
        [table],
      )
      const columns = made.map((c) => c.name)
      const { rows } = await pool.query<(string | null)[]>({
        text: `select ${columns.map((c) => `"${c}"::text`).join(', ')} from ${table} where ${where}`,
        rowMode: 'array',
      } as pg.QueryArrayConfig as never)
      if (rows.length === 0) throw new Error(`the notice left nothing in ${table}`)
      return rows.map((values) => ({ table, columns, values }))
    }),
  )
  return found.flat()
}

/** The same rows again under fresh keys, in one transaction. */
async function insertAgain(pool: pg.Pool, model: readonly Row[]): Promise<void> {
  const system = uuidv7()
  const fresh: Readonly<Record<string, () => string>> = {
    'system.id': () => system,
    'system.ai_id': () => `VN-${system}`,
    'system.internal_code_key': () => system,
    'dossier_version.system': () => system,
    'system_event.system': () => system,
    'notice.system': () => system,
    'notice.number': () => system,
    'log_leaf.id': uuidv7,
    'outbox.id': uuidv7,
    'outbox.about': uuidv7,
    'answered.key': uuidv7,
  }
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const { table, columns, values } of model)
      await client.query(
        `insert into ${table} (${columns.map((c) => `"${c}"`).join(', ')}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')})`,
        columns.map((column, n) => fresh[`${table}.${column}`]?.() ?? values[n]),
      )
    await client.query('commit')
  } finally {
    client.release()
  }
}
