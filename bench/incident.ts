import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { uuidv7 } from '../src/base/ids.ts'
import { insertAgain, modelRows } from './again.ts'
import { interleave, median, mustAnswer, printMachine, printRatio, quantile, spread } from './measure.ts'
import { barePool, setting, withPortal } from './portal.ts'

/**
 * A serious incident recorded, confirmed and reported in one request, against a bare client making the same inserts in
 * one transaction: one after the other, and 20 at a time. At the end every act is counted against its events and leaves.
 */
const IN_A_ROW = setting('BENCH_IN_A_ROW', 100)
const PARALLEL = 20
const ROUNDS = setting('BENCH_ROUNDS', 5)

/** Records, confirms and reports: three acts. */
const ACTS = 3
const HOUR = 3_600_000
const ago = (hours: number): string => new Date(Date.now() - hours * HOUR).toISOString()

const incident = () => ({
  record: {
    ...{ role: 'provider', systemName: 'Umbrella adviser', level: 'medium', sector: 'other' },
    ...{ nearMiss: 'happened', detectedAt: ago(30), place: '1 Rain Street' },
    description: 'It told readers to take paper umbrellas into a storm, and many of them were lost.',
    ...{ consequences: ['property'], affected: 12, operating: 'limited', measures: ['fix'] },
  },
  confirm: { confirmedAt: ago(28) },
  report: {
    technicalMeasures: 'Advice is switched off while there is a storm warning.',
    organisationalMeasures: 'A librarian answers at the desk.',
    damage: 'Twelve umbrellas.',
    signer: 'The librarian',
  },
})

interface Times {
  readonly p50: number
  readonly p95: number
  readonly perSecond: number
}

/** So many acts, so many at a time; each is timed on its own. */
async function run(count: number, parallel: number, act: () => Promise<unknown>): Promise<Times> {
  const took: number[] = []
  let left = count
  const began = performance.now()
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1
      const before = performance.now()
      await act()
      took.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: parallel }, one))
  return {
    p50: quantile(took, 0.5),
    p95: quantile(took, 0.95),
    perSecond: (count * 1000) / (performance.now() - began),
  }
}

function print(name: string, samples: readonly Times[]): void {
  const of = (key: keyof Times): string => spread(samples.map((s) => s[key]))
  console.log(`  ${name.padEnd(34)} p50 ${of('p50')} ms   p95 ${of('p95')} ms   ${of('perSecond')} /s`)
}

await withPortal(async ({ portal, apiKey, owner }) => {
  await printMachine(`Incidents: ${IN_A_ROW} in a row, and ${PARALLEL} at a time, ${ROUNDS} rounds`, owner)
  let created = 0
  const create = async (): Promise<string> => {
    const body = await mustAnswer(`${portal.url}/api/v1/incidents`, 201, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(incident()),
    })
    created += 1
    return (JSON.parse(body.toString()) as { number: string }).number
  }
  const pool = barePool(owner, PARALLEL)
  try {
    const model = await modelRows(pool, placesOf(await create()))
    const bareOnce = () => insertAgain(pool, model, freshKeys())
    // Once unseen, so that neither pays for the first compilation.
    await run(60, 4, create)
    await run(60, 4, bareOnce)
    const row = await interleave(ROUNDS, {
      portal: () => run(IN_A_ROW, 1, create),
      bare: () => run(IN_A_ROW, 1, bareOnce),
    })
    const many = await interleave(ROUNDS, {
      portal: () => run(IN_A_ROW * 2, PARALLEL, create),
      bare: () => run(IN_A_ROW * 2, PARALLEL, bareOnce),
    })
    print('portal, in a row', row.portal)
    print('bare pg, same inserts, in a row', row.bare)
    print(`portal, ${PARALLEL} at a time`, many.portal)
    print(`bare pg, ${PARALLEL} at a time`, many.bare)
    const of = (samples: readonly Times[], key: keyof Times) => median(samples.map((s) => s[key]))
    printRatio('bare p50 / portal p50, in a row', of(row.bare, 'p50') / of(row.portal, 'p50'), { least: 0.5 })
    printRatio(
      `portal / bare a second, ${PARALLEL} at a time`,
      of(many.portal, 'perSecond') / of(many.bare, 'perSecond'),
      {
        least: 0.5,
      },
    )
    await count(pool, created)
  } finally {
    await pool.end()
  }
})

/** Every act has its event and its leaf, and each event names a leaf that is there. */
async function count(pool: pg.Pool, created: number): Promise<void> {
  // What the bare client made bears other numbers; what the made-up world holds was not begun by a program.
  const { rows } = await pool.query<{ events: number; leaves: number }>(`
    select count(e.seq)::int as events, count(l.id)::int as leaves
    from casefile c join casefile_event e on e.file = c.id left join log_leaf l on l.id = e.leaf
    where c.procedure = 'incident' and c.number like 'SC-%' and c.opened_by like 'key:%'`)
  const { events, leaves } = rows[0] ?? { events: 0, leaves: 0 }
  const acts = created * ACTS
  const whole = events === acts && leaves === acts
  console.log(
    `  acts answered ${acts}, events kept ${events}, leaves kept ${leaves}: ${whole ? 'none missing' : 'MISSING'}`,
  )
  if (!whole) process.exitCode = 1
}

/** Where one incident leaves its rows, in the order the references want. */
function placesOf(number: string) {
  const file = `(select id from casefile where number = '${number}')`
  return [
    ['casefile', `id = ${file}`],
    ['incident', `file = ${file}`],
    ['incident_measure', `file = ${file}`],
    ['log_leaf', `id in (select leaf from casefile_event where file = ${file})`],
    ['casefile_event', `file = ${file}`],
    ['casefile_paper', `file = ${file}`],
    ['casefile_clock', `file = ${file}`],
    ['casefile_document', `file = ${file}`],
    ['outbox', `about like 'case:${number}:%'`],
    ['answered', `convert_from(body, 'UTF8') like '%${number}%'`],
  ] as const
}

/** What must differ from one incident to the next. */
function freshKeys(): Readonly<Record<string, () => string>> {
  const file = uuidv7()
  return {
    'casefile.id': () => file,
    'casefile.number': () => `BARE-${file}`,
    'incident.file': () => file,
    'incident.number': () => `BARE-${file}`,
    'incident_measure.file': () => file,
    'casefile_event.file': () => file,
    'casefile_paper.file': () => file,
    'casefile_clock.file': () => file,
    'casefile_document.file': () => file,
    'casefile_document.number': uuidv7,
    'log_leaf.id': uuidv7,
    'outbox.id': uuidv7,
    'outbox.about': uuidv7,
    'answered.key': uuidv7,
  }
}
