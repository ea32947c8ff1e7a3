import { randomUUID } from 'node:crypto'
import { uuidv7 } from '../src/base/ids.ts'
import { insertAgain, modelRows } from './again.ts'
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
    const model = await modelRows(pool, placesOf('umbrella-model'))
    const throughPortal = () => press(PARALLEL, MS, () => notice(`umbrella-${randomUUID()}`))
    const bare = () => press(PARALLEL, MS, () => insertAgain(pool, model, freshKeys()))
    // Once unseen, so that neither pays for the first compilation.
    await press(PARALLEL, 2000, () => notice(`umbrella-${randomUUID()}`))
    await press(PARALLEL, 1000, () => insertAgain(pool, model, freshKeys()))
    const samples = await interleave(ROUNDS, { portal: throughPortal, bare })
    printSamples('portal, POST /notices', samples.portal)
    printSamples('bare pool, same inserts', samples.bare)
    const rate = (of: typeof samples.bare) => median(of.map((s) => s.perSecond))
    printRatio('portal / bare pool', rate(samples.portal) / rate(samples.bare), { least: 0.5 })
  } finally {
    await pool.end()
  }
})

/** Where one notice leaves its rows, in the order the references want. */
function placesOf(code: string) {
  const system = `(select id from system where internal_code = '${code}')`
  return [
    ['system', `id = ${system}`],
    ['dossier_version', `system = ${system}`],
    ['log_leaf', `id = (select (data ->> 'leaf')::uuid from system_event where system = ${system})`],
    ['system_event', `system = ${system}`],
    ['notice', `system = ${system}`],
    ['outbox', `about like (select 'notice ' || number || ' %' from notice where system = ${system})`],
    ['answered', `convert_from(body, 'UTF8') like (select '%' || number || '%' from notice where system = ${system})`],
  ] as const
}

/** What must differ from one notice to the next. */
function freshKeys(): Readonly<Record<string, () => string>> {
  const system = uuidv7()
  return {
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
}
