import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from '../src/base/ids.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import * as inventory from '../src/rooms/inventory/actions.ts'
import { LIMITS, type Side } from '../src/rooms/inventory/schema.ts'
import { fillWorld } from '../src/world.ts'
import { freshDatabase, prepareServer } from '../test/kit.ts'
import { interleave, median, memoryOf, printMachine, spread } from './measure.ts'
import { setting } from './portal.ts'

/** Rows of an inventory per second, from the file on disk to drafts on record, against bare inserts of those drafts. */
const ROWS = setting('BENCH_ROWS', 10_000)
const ROUNDS = setting('BENCH_ROUNDS', 3)
const AT_ONCE = 200

const home = mkdtempSync(join(tmpdir(), 'saola-bench-import-'))
const undo: (() => Promise<void>)[] = [async () => rmSync(home, { recursive: true, force: true })]
try {
  const server = await startEmbedded(join(home, 'postgres'))
  undo.push(server.stop)
  await prepareServer(server.url)
  process.env.SAOLA_TEST_SERVER = server.url
  const { kit, owner } = await freshDatabase({ after: (step) => undo.push(step) })
  await fillWorld(kit)
  await printMachine(`Import: ${ROWS} rows of CSV a round, ${ROUNDS} rounds`, server.url)
  const { rows } = await owner.query<{ id: string; name: string }>('select id, name from party order by id limit 1')
  const side = { of: 'party', party: rows[0]?.id, name: rows[0]?.name } as Side

  let round = 0
  const throughImport = async (): Promise<number> => {
    const path = join(home, `inventory-${(round += 1)}.csv`)
    writeFileSync(path, csv(round))
    const began = performance.now()
    const taken = await inventory.takeFile(kit, side, { path, name: 'kiem-ke.csv', size: statSync(path).size }, LIMITS)
    if (!taken.ok) throw new Error(JSON.stringify(taken.refusals))
    const { mapping } = await inventory.suggested(kit, taken.value)
    await inventory.mapAtOnce(kit, taken.value, mapping)
    await inventory.workThrough(kit, taken.value.id)
    await inventory.runAtOnce(kit, taken.value)
    await inventory.workThrough(kit, taken.value.id)
    const seconds = (performance.now() - began) / 1000
    const { draft } = await inventory.tally(kit.db, taken.value.id)
    if (draft.judged !== ROWS) throw new Error(`only ${draft.judged} rows became drafts`)
    return ROWS / seconds
  }
  const bare = async (): Promise<number> => {
    const began = performance.now()
    const lines = csv((round += 1))
      .trim()
      .split('\n')
      .slice(1)
    for (let n = 0; n < lines.length; n += AT_ONCE) {
      const batch = lines.slice(n, n + AT_ONCE).map((line) => ({ id: uuidv7(), line, cells: line.split(',') }))
      const ids = batch.map((b) => b.id)
      await owner.query('begin')
      await owner.query(
        `insert into system (id, provider, name, name_plain, state, created_at, changed_at)
         select id, $2, name, lower(name), 'draft', now(), now() from unnest($1::uuid[], $3::text[]) t(id, name)`,
        [ids, rows[0]?.id, batch.map((b) => b.cells[0])],
      )
      await owner.query(
        `insert into dossier_draft (system, answers, saved_at, saved_by)
         select id, jsonb_build_object('dossier', line), now(), 'bench' from unnest($1::uuid[], $2::text[]) t(id, line)`,
        [ids, batch.map((b) => b.line)],
      )
      await owner.query('commit')
    }
    return (lines.length * 1000) / (performance.now() - began)
  }
  const rates = await interleave(ROUNDS, { import: throughImport, bare })
  console.log(`  import, judged and taken over ${spread(rates.import)} rows/s`)
  console.log(`  bare inserts of the drafts    ${spread(rates.bare)} rows/s`)
  console.log(`  import / bare inserts: ${(median(rates.import) / median(rates.bare)).toFixed(2)} (no goal)`)
  console.log(`  largest memory of the process: ${Math.round(memoryOf(process.pid).peak)} MB`)
} finally {
  for (const step of undo.toReversed()) await step()
}

function csv(round: number): string {
  const purpose = 'Trả lời câu hỏi của người dân về thủ tục; cán bộ đọc lại trước khi gửi.'
  const line = (n: number): string =>
    [`Trợ lý ${round}-${n}`, `MA-${round}-${n}`, '1.0', purpose, 'Cán bộ', 'Toàn tỉnh', '2026-05-01'].join(',')
  return `Tên hệ thống,Mã nội bộ,Phiên bản,Mục đích,Người sử dụng,Phạm vi,Ngày đưa vào sử dụng\n${Array.from({ length: ROWS }, (_, n) => line(n)).join('\n')}\n`
}
