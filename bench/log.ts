import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../src/db/embedded.ts'
import { fsck, proofOf, startCores, writeAll } from '../src/rooms/ledger/actions.ts'
import { freshDatabase, prepareServer } from '../test/kit.ts'
import { actAtOnce, ledgerOf, library, logSigner } from '../test/ledger.ts'
import { noticeBody } from '../test/notices.ts'
import { ask, median, mustAnswer, press, printMachine, printRatio, printSamples, quantile, spread } from './measure.ts'
import { setting, withPortal } from './portal.ts'

/**
 * The public log: leaves integrated a second, from answer to inclusion, proofs a second, and everything derived anew.
 * `log.ts [leaves] [seconds]`: 1000000 leaves and 300 seconds for the long run.
 */
const LEAVES = Number(process.argv[2] ?? setting('BENCH_LEAVES', 200_000))
const SECONDS = Number(process.argv[3] ?? setting('BENCH_SECONDS', 20))
const NOTICES = setting('BENCH_NOTICES', 100)
/** Of one organisation: as a rule few, so that the table is walked over many. */
const ACTS_EACH = 200
const ROUNDS = setting('BENCH_ROUNDS', 5)

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, Math.max(0, ms)))

await offTheWire()
await fromAnswerToInclusion()

async function offTheWire(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'saola-bench-'))
  const undo: (() => Promise<void>)[] = [async () => rmSync(home, { recursive: true, force: true })]
  const server = await startEmbedded(join(home, 'postgres'))
  undo.push(server.stop)
  try {
    await prepareServer(server.url)
    process.env.SAOLA_TEST_SERVER = server.url
    const { kit, owner, database } = await freshDatabase(
      { after: (step) => undo.push(step) },
      { uncounted: 'fsck counts them, and is timed' },
    )
    await printMachine(`Log: ${LEAVES} acts, each an event with its leaf`, server.url)
    const ledger = ledgerOf(kit)
    const rates: { readonly log: number[]; readonly bare: number[] } = { log: [], bare: [] }
    for (let round = 0; round < ROUNDS; round += 1) {
      const parties = Math.ceil(LEAVES / ROUNDS / ACTS_EACH)
      for (let n = 0; n < parties; n += 1) await actAtOnce(kit, await library(kit), ACTS_EACH)
      rates.bare.push(await bareIndexes(owner, parties * ACTS_EACH))
      rates.log.push(await perSecond(parties * ACTS_EACH, () => writeAll(ledger)))
    }
    console.log(`  integrated, signed, published    ${spread(rates.log)} leaves/s`)
    console.log(`  bare: number the rows, read them ${spread(rates.bare)} leaves/s`)
    printRatio('integrated / bare numbering', median(rates.log) / median(rates.bare), { least: 0.5 })

    const ids = await sample(owner)
    const one = () => ids[Math.floor(Math.random() * ids.length)] ?? ''
    const proofs = await press(4, 4000, () => proofOf(kit, one()))
    const rows = await press(4, 4000, () => owner.query('select * from log_leaf where id = $1', [one()]))
    printSamples('inclusion proofs', [proofs])
    printSamples('bare query of the leaf', [rows])
    printRatio('proofs / bare query', proofs.perSecond / rows.perSecond, { least: 0.25 })

    const cores = startCores(database.app)
    const began = performance.now()
    const report = await fsck(kit, { known: [logSigner(kit).key], elsewhere: cores.judge })
    const seconds = (performance.now() - began) / 1000
    await cores.close()
    if (report.findings.length > 0) throw new Error(`fsck found ${JSON.stringify(report.findings.slice(0, 3))}`)
    const hashed = hashBare(report.size)
    console.log(
      `  fsck of ${report.size} acts  ${seconds.toFixed(1)} s; bare hashing of as many leaves ${hashed.toFixed(1)} s`,
    )
    printRatio('seconds of fsck for a million', (seconds / report.size) * 1e6, { most: 15 })
  } finally {
    for (const step of undo.toReversed()) await step()
    delete process.env.SAOLA_TEST_SERVER
  }
}

async function perSecond(many: number, run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return (many / (performance.now() - began)) * 1000
}

/** The least a sequencer must do: the same rows numbered by plain SQL in batches as large as ours, and read once. */
async function bareIndexes(owner: pg.Pool, many: number): Promise<number> {
  await owner.query('create table if not exists bare_leaf (like log_leaf including all)')
  const { rows } = await owner.query<{ n: string }>('select count(*) as n from bare_leaf')
  await owner.query(
    'insert into bare_leaf (id, at, body) select id, at, body from log_leaf where log_index is null order by arrival limit $1',
    [many],
  )
  let next = Number(rows[0]?.n ?? 0)
  const end = next + many
  return perSecond(many, async () => {
    for (; next < end; next += 8192) {
      await owner.query(
        `update bare_leaf b set log_index = $1 + w.place
         from (select id, row_number() over (order by arrival) - 1 as place
               from (select id, arrival from bare_leaf where log_index is null order by arrival limit 8192) f) w
         where b.id = w.id`,
        [next],
      )
      await owner.query(
        'select body from bare_leaf where log_index >= $1 and log_index < $1 + 8192 order by log_index',
        [next],
      )
    }
  })
}

async function sample(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>('select id from log_leaf order by random() limit 5000')
  return rows.map(({ id }) => id)
}

/** A leaf hash and a node hash for each, on one core. */
function hashBare(many: number): number {
  const [leaf, node, began] = [Buffer.alloc(250), Buffer.alloc(65), performance.now()]
  for (let n = 0; n < many; n += 1) {
    createHash('sha256').update(leaf).digest()
    createHash('sha256').update(node).digest()
  }
  return (performance.now() - began) / 1000
}

/** Notices at a steady pace, whatever the answers take; a checkpoint covers a leaf when its size is beyond the index. */
async function fromAnswerToInclusion(): Promise<void> {
  await withPortal(async ({ portal, apiKey, owner }) => {
    await printMachine(`From answer to inclusion: ${NOTICES} notices a second for ${SECONDS} s`, owner)
    const answered = new Map<string, number>()
    const sizes: { readonly at: number; readonly size: number }[] = []
    let over = false
    const watching = (async () => {
      while (!over) {
        const { status, body } = await ask(`${portal.url}/log/checkpoint`)
        if (status === 200) sizes.push({ at: performance.now(), size: Number(body.toString().split('\n')[1]) })
        await pause(25)
      }
    })()
    const sent: Promise<void>[] = []
    const began = performance.now()
    for (let n = 0; n < NOTICES * SECONDS; n += 1) {
      await pause(began + (n * 1000) / NOTICES - performance.now())
      sent.push(notify(portal.url, apiKey).then((code) => void answered.set(code, performance.now())))
    }
    await Promise.all(sent)
    const pace = answered.size / ((performance.now() - began) / 1000)
    await pause(3000)
    over = true
    await watching
    const waits = await waitsOf(owner, answered, sizes)
    console.log(`  ${answered.size} notices answered, ${pace.toFixed(0)} a second`)
    const [p50, p99, most] = [quantile(waits, 0.5), quantile(waits, 0.99), Math.max(...waits)]
    console.log(
      `  answer to inclusion  p50 ${p50.toFixed(0)} ms   p99 ${p99.toFixed(0)} ms   max ${most.toFixed(0)} ms`,
    )
    printRatio('p50 / 1 s', p50 / 1000, { most: 1 })
    printRatio('p99 / 5 s', p99 / 5000, { most: 1 })
    printRatio('max / 60 s', most / 60_000, { most: 1 })
  })
}

async function notify(url: string, apiKey: string): Promise<string> {
  const code = `umbrella-${randomUUID()}`
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', 'idempotency-key': code }
  await mustAnswer(`${url}/api/v1/notices`, 201, { method: 'POST', headers, body: JSON.stringify(noticeBody(code)) })
  return code
}

async function waitsOf(
  owner: string,
  answered: ReadonlyMap<string, number>,
  sizes: readonly { readonly at: number; readonly size: number }[],
): Promise<number[]> {
  const client = new pg.Client({ connectionString: owner })
  await client.connect()
  try {
    const { rows } = await client.query<{ code: string; index: string | null }>(
      `select s.internal_code as code, l.log_index as index from system s
       join system_event e on e.system = s.id and e.seq = 1 join log_leaf l on l.id = (e.data ->> 'leaf')::uuid`,
    )
    const indexes = new Map(rows.map(({ code, index }) => [code, index === null ? undefined : Number(index)]))
    return [...answered].map(([code, at]) => {
      const index = indexes.get(code)
      const seen = index === undefined ? undefined : sizes.find(({ size }) => size > index)
      if (seen === undefined) throw new Error(`${code} was answered and is in no checkpoint`)
      return Math.max(0, seen.at - at)
    })
  } finally {
    await client.end()
  }
}
