import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { freshDatabase } from '../../../test/kit.ts'
import { ledgerOf, library, logSigner } from '../../../test/ledger.ts'
import { noticeBody } from '../../../test/notices.ts'
import type { AccountId, Actor, UnitId } from '../../base/actor.ts'
import type { Outcome } from '../../base/outcome.ts'
import { rebuildCommand } from '../../cli-rebuild.ts'
import { notify, reclassify } from '../classification/actions.ts'
import { NoticeInput, ReclassificationInput } from '../classification/schema.ts'
import { findByAiId, ordered, act as stepOf } from '../systems/actions.ts'
import { trustNow } from './trust.ts'
import { writeAll } from './actions.ts'
import { publishTrust } from './writer.ts'

// The register is a later room: its export is reached by the roof, as the command reaches it.
const { exportData, SETS } = await import('../register/actions.ts')
const { findEdition } = await import('../register/editions.ts')

const { kit, owner } = await freshDatabase(undefined, { uncounted: 'a record is hidden by hand, to be missed' })
const home = mkdtempSync(join(tmpdir(), 'saola-rebuild-'))
after(() => rmSync(home, { recursive: true, force: true }))
const party = await library(kit)
const actor: Actor = {
  kind: 'program',
  key: 'k1',
  acting: { party, name: 'Thư viện Ô', role: 'filer' },
  scopes: ['notices:write'],
}
const value = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) assert.fail(JSON.stringify(outcome.refusals))
  return outcome.value
}
const run = <T>(does: (asked: typeof kit & { actor: Actor }) => Promise<Outcome<T>>): Promise<T> =>
  kit.db.transaction().execute(async (db) => value(await does({ ...kit, db, actor })))
const notified = async (code: string): Promise<string> =>
  (await run((asked) => notify(asked, NoticeInput.parse(noticeBody(code))))).receipt.aiId

const ids = [await notified('umbrella-1'), await notified('umbrella-2'), await notified('umbrella-3')]
const [first = '', second = ''] = ids
kit.setNow('2026-11-03T02:00:00.000Z')
await run((asked) =>
  reclassify(
    asked,
    first,
    ReclassificationInput.parse({
      trigger: 'significant-change',
      completedOn: '2026-11-02',
      result: { level: 'high' },
    }),
  ),
)
await publishTrust({ desk: kit, known: [logSigner(kit).key] })
await writeAll(ledgerOf(kit))
kit.setNow('2026-11-04T02:00:00.000Z')

let taken = 0
/** What anybody may download, in a folder of its own. */
async function download(): Promise<string> {
  kit.setNow(new Date(Date.parse(kit.now()) + 1000).toISOString())
  value(await exportData(kit, SETS))
  const edition = await findEdition(kit.site.openData.folder)
  taken += 1
  const folder = join(home, String(taken))
  mkdirSync(folder)
  cpSync(edition?.folder ?? '', folder, { recursive: true })
  cpSync(kit.site.log.folder, join(folder, 'log'), { recursive: true })
  writeFileSync(join(folder, 'jwks.json'), (await trustNow(kit)).keys)
  return folder
}
async function rebuilt(folder: string): Promise<{ code: number; said: string[] }> {
  const said: string[] = []
  const code = await rebuildCommand([folder, '--keys', join(folder, 'jwks.json')], {}, (line) => said.push(line))
  return { code, said }
}
const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8')
const change = (folder: string, name: string, how: (text: string) => string): void => {
  const text = read(folder, name)
  assert.notEqual(how(text), text)
  writeFileSync(join(folder, name), how(text))
}

test('from bulk files and log alone the public register is rebuilt, byte for byte', async () => {
  const folder = await download()
  assert.deepEqual(await rebuilt(folder), {
    code: 0,
    said: [
      'Rebuilt 3 systems and 4 steps of their history from 4 entries of the log.',
      'They are the published files, byte for byte.',
    ],
  })
  for (const name of ['systems.jsonl', 'events.jsonl'])
    assert.equal(read(folder, join('rebuilt', name)), read(folder, name))
})

test('whatever was changed in the files is named', async () => {
  const cases: readonly (readonly [string, (text: string) => string, RegExp])[] = [
    ['systems.jsonl', (t) => t.replace('"level":"high"', '"level":"low"'), /line \d \(VN-[\w-]+\): It does not open/],
    ['systems.jsonl', (t) => t.replace('Umbrella Library', 'Umbrella Shop'), /It does not open/],
    ['systems.jsonl', (t) => t.split('\n').slice(1).join('\n'), /^wrong: VN-[\w-]+: The log has acts on this record/],
    ['systems.jsonl', (t) => t.replace('"leaf":"', '"leaf":"00'), /The log does not have the entry it names/],
    ['systems.jsonl', (t) => t.replace('{"aiId"', '{ "aiId"'), /It is not printed as rows are/],
    ['systems.jsonl', (t) => `${t}no row\n`, /line 4: It is not a row/],
    ['systems.jsonl', (t) => t.split('\n').slice(0, 3).toReversed().join('\n') + '\n', /order of their AI-IDs/],
    ['events.jsonl', (t) => t.replace('"level":"medium"', '"level":"low"'), /step 1\): It does not open/],
    [
      'events.jsonl',
      (t) => t.replace('"verb":"notified"', '"verb":"published"'),
      /The entry it names is system.notified/,
    ],
    [
      'events.jsonl',
      (t) => t.split('\n').slice(1).join('\n'),
      /system.notified of .*: The log has this public step at 0/,
    ],
    ['events.jsonl', (t) => `${t.split('\n')[0]}\n${t}`, /Another row names the same entry/],
    ['manifest.json', (t) => t.replace('"version":1', '"version":2'), /manifest.json: Its signature is wrong/],
    ['log/checkpoint', (t) => t.replace('8400/log', '8400/lag'), /checkpoint: Its signature is unknown-log/],
  ]
  for (const [name, how, says] of cases) {
    const folder = await download()
    change(folder, name, how)
    const { code, said } = await rebuilt(folder)
    assert.equal(code, 1, `${name} ${says}`)
    assert.ok(
      said.some((line) => line.startsWith('wrong: ') && says.test(line)),
      `${says} in ${said.join('\n')}`,
    )
  }
})

test('a changed entry of the log is found, and a missing file of it is said', async () => {
  const folder = await download()
  const bundle = join(folder, 'log/tile/entries/000.p/4')
  const bytes = readFileSync(bundle)
  bytes[bytes.indexOf('system.notified')] = 'S'.charCodeAt(0)
  writeFileSync(bundle, bytes)
  const { code, said } = await rebuilt(folder)
  assert.equal(code, 1)
  assert.ok(said.some((line) => /the log: Its entries do not give the root/.test(line)))
  rmSync(bundle)
  assert.deepEqual(await rebuilt(folder), {
    code: 2,
    said: ['tile/entries/000.p/4 of the log is missing or damaged.'],
  })
})

test('an act the log has and the export has not yet is no difference, nor one that waits for a checkpoint', async () => {
  const before = await download()
  kit.setNow('2026-11-05T02:00:00.000Z')
  const system = await findByAiId(kit.db, second)
  assert.ok(system)
  await run((asked) => stepOf(asked, system.id, 'withdraw', system.seq, 'Khai nhầm'))
  const waiting = await download()
  const { said } = await rebuilt(waiting)
  assert.ok(
    said.every((line) => !line.startsWith('wrong')),
    said.join('\n'),
  )
  assert.ok(said.some((line) => /^open: .*fetch a newer checkpoint/.test(line)))
  await writeAll(ledgerOf(kit))
  cpSync(kit.site.log.folder, join(before, 'log'), { recursive: true, force: true })
  assert.equal((await rebuilt(before)).said.filter((line) => line.startsWith('wrong')).length, 0)
  assert.equal((await rebuilt(await download())).code, 0)
})

test('a step that names an order of the State is proven with its number', async () => {
  const system = await findByAiId(kit.db, first)
  assert.ok(system)
  const seat = { unit: 'u' as UnitId, kind: 'most', role: 'officer' } as const
  const officer: Actor = {
    ...{ kind: 'person', account: 'a' as AccountId, name: 'Khanh', email: 'khanh@thuvien.example', lang: 'vi' },
    ...{ acting: null, seat },
  }
  await run((asked) => ordered({ ...asked, actor: officer }, system.id, 'suspended', 'YC-2026-000001', 'Bão'))
  await writeAll(ledgerOf(kit))
  const folder = await download()
  assert.deepEqual((await rebuilt(folder)).code, 0)
  change(folder, 'events.jsonl', (text) => text.replace('YC-2026-000001', 'YC-2026-000002'))
  assert.equal((await rebuilt(folder)).code, 1)
})

test('a record the database lost after it was logged is missed', async () => {
  const renamed = `update system set ai_id = $2, public = jsonb_set(public, '{aiId}', to_jsonb($2::text)) where ai_id = $1`
  await owner.query(renamed, [ids[2], 'VN-9999-9999-99'])
  const { code, said } = await rebuilt(await download())
  assert.equal(code, 1)
  assert.ok(
    said.some((line) => line.startsWith(`wrong: ${ids[2]}: The log has acts on this record`)),
    said.join('\n'),
  )
})
