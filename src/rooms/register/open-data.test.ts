import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { parse } from 'csv-parse/sync'
import { json } from '../../db/json.ts'
import type { DataSet } from '../../db/open-data.ts'
import { dayOf } from '../../base/day.ts'
import { freshDatabase, type TestKit } from '../../../test/kit.ts'
import { asking, fill, record, settled } from '../../../test/register.ts'
import { exportData, SETS } from './actions.ts'
import { findEdition, listDays } from './editions.ts'
import { isDue } from './exports.ts'
import type { ChangePage, Manifest } from './schema.ts'

const publish = async (kit: TestKit, sets: readonly DataSet[] = SETS): Promise<Manifest> => {
  const outcome = await exportData(kit, sets)
  assert.ok(outcome.ok)
  return outcome.value
}

const CRAFTY = '=1+1, "hai"\nba; bốn'

test('every format holds every record, and programs get each value as it is', async (t) => {
  const { kit, owner } = await freshDatabase(t)
  const { get } = asking(kit)
  await fill(owner, 2100)
  const first = await record(kit, {
    purpose: CRAFTY,
    functions: ['một; hai', 'ba'],
    firstUse: '2026-03-05',
    level: 'high',
  })
  const manifest = await publish(kit)
  assert.deepEqual(
    manifest.sets.map(({ id, records }) => [id, records]),
    [
      ['systems', 2101],
      ['events', 0],
    ],
  )
  const text = async (name: string) => (await get(`/data/${name}`)).text()
  const lines = (await text('systems.jsonl'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  const csv = await (await get('/data/systems.csv')).arrayBuffer()
  assert.deepEqual([...new Uint8Array(csv).subarray(0, 3)], [0xef, 0xbb, 0xbf])
  const rows: Record<string, string>[] = parse(Buffer.from(csv), { bom: true, columns: true })
  const edition = await findEdition(kit.site.openData.folder)
  const file = await asyncBufferFromFile(join(edition?.folder ?? '', 'systems.parquet'))
  const parquet = (await parquetReadObjects({ file })) as Record<string, unknown>[]
  for (const all of [lines, rows, parquet]) {
    assert.equal(all.length, 2101)
    assert.equal(new Set(all.map((row) => row.aiId)).size, 2101)
  }
  const { provider, ...plain } = first
  const expected = {
    ...plain,
    ...{ providerName: provider.name, providerAddress: provider.address, providerContact: provider.contact },
    ...{ leaf: null, salt: null },
  }
  const mine = <T extends { aiId?: unknown }>(all: readonly T[]) => all.find((row) => row.aiId === first.aiId)
  assert.deepEqual(mine(lines), expected)
  const dates = {
    ...{ firstUse: new Date(expected.firstUse ?? '') },
    ...{ recordedAt: new Date(expected.recordedAt), changedAt: new Date(expected.changedAt) },
  }
  assert.deepEqual(mine(parquet), { ...expected, ...dates })
  const row = mine(rows)
  assert.deepEqual([row?.purpose, row?.functions, row?.scope], [`'${CRAFTY}`, 'một; hai; ba', ''])
})

test('the history is a table too, and the feed of changes goes on where it ends', async (t) => {
  const { kit } = await freshDatabase(t, { uncounted: 'steps are written by hand' })
  const { get } = asking(kit)
  const { aiId } = await record(kit)
  const { id } = await kit.db.selectFrom('system').select('id').executeTakeFirstOrThrow()
  const changes = [{ field: 'purpose', before: 'Chấm', after: 'Chấm và soát' }]
  const event = { system: id, by: 'x', data: json({}), at: '2026-04-01T00:00:00Z' }
  const add = (seq: number, verb: string, shown: object | null) =>
    kit.db
      .insertInto('system_event')
      .values({ ...event, seq, verb, public: json(shown) })
      .execute()
  await add(1, 'notified', { level: 'high' })
  await add(2, 'deployer-linked', null)
  await add(3, 'dossier-updated', { version: 2, reason: 'Bản mới', changes })
  await settled(kit)
  const manifest = await publish(kit)
  const lines = (await (await get('/data/events.jsonl')).text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
  const sealed = { leaf: null, salt: null, order: null, tombstone: null }
  const nothing = { level: null, state: null, version: null, reason: null, changes: null, ...sealed }
  const at = '2026-04-01T00:00:00.000Z'
  assert.deepEqual(lines, [
    { aiId, seq: 1, verb: 'notified', at, ...nothing, level: 'high' },
    { aiId, seq: 3, verb: 'dossier-updated', at, ...nothing, version: 2, reason: 'Bản mới', changes },
  ])
  await add(4, 'suspend', { state: 'suspended' })
  await settled(kit)
  const { pathname, search } = new URL(manifest.changes)
  const after = (await (await get(pathname + search)).json()) as ChangePage
  assert.deepEqual(
    after.items.map((item) => item.seq),
    [4],
  )
})

test('whoever takes the files can tell that they are whole and ours', async (t) => {
  const { kit } = await freshDatabase(t)
  const { get } = asking(kit)
  await record(kit)
  await publish(kit)
  const bytes = async (name: string) => Buffer.from(await (await get(`/data/${name}`)).arrayBuffer())
  const keys = createLocalJWKSet(kit.keys.publicKeys() as JSONWebKeySet)
  const { payload } = await compactVerify((await bytes('manifest.jws')).toString(), keys)
  const manifest = await bytes('manifest.json')
  assert.deepEqual(Buffer.from(payload), manifest)
  const sums = (await bytes('SHA256SUMS')).toString().trim().split('\n')
  assert.equal(sums.length, 3 * SETS.length + 2)
  const { files } = JSON.parse(manifest.toString()) as Manifest
  for (const line of sums) {
    const [hash = '', name = ''] = line.split('  ')
    const content = await bytes(name)
    assert.equal(createHash('sha256').update(content).digest('hex'), hash, name)
    if (name === 'manifest.json') continue
    const listed = files.find((f) => f.name === name)
    assert.deepEqual([listed?.sha256, listed?.size], [hash, content.length])
    const answer = await get(`/data/${name}`, { range: 'bytes=0-4' })
    assert.deepEqual(
      [answer.status, answer.headers.get('etag'), answer.headers.get('content-type')],
      [content.length === 0 ? 416 : 206, `"${hash}"`, listed?.type],
    )
  }
})

test('an edition is seen whole or not at all, and the one before stays until then', async (t) => {
  const { kit } = await freshDatabase(t)
  const { get } = asking(kit)
  const { folder } = kit.site.openData
  await record(kit)
  const before = await publish(kit)
  let seen: readonly string[] = []
  const failing: DataSet = {
    ...{ id: 'broken', title: { vi: '', en: '' }, about: { vi: '', en: '' }, key: ['a'] },
    columns: [{ name: 'a', type: 'text', title: { vi: '', en: '' } }],
    async *rows() {
      yield [['một']]
      seen = readdirSync(folder)
      assert.equal(((await (await get('/data/manifest.json')).json()) as Manifest).asOf, before.asOf)
      throw new Error('the disk is full')
    },
  }
  kit.setNow('2026-11-03T02:00:00Z')
  await assert.rejects(exportData(kit, [...SETS, failing]), /the disk is full/)
  assert.equal(seen.length, 2, 'a draft stood beside the edition')
  assert.equal(readdirSync(folder).length, 1, 'and nothing of it is left')
  mkdirSync(join(folder, '.draft-of-a-killed-export'))
  await publish(kit)
  assert.equal(readdirSync(folder).length, 2)
})

test('all sets show one moment, whatever is recorded while they are written', async (t) => {
  const { kit } = await freshDatabase(t)
  await record(kit)
  const busy: DataSet = {
    ...{ id: 'busy', title: { vi: '', en: '' }, about: { vi: '', en: '' }, key: ['a'] },
    columns: [{ name: 'a', type: 'integer', title: { vi: '', en: '' } }],
    async *rows() {
      await record(kit)
      yield [[1]]
    },
  }
  const { sets } = await publish(kit, [busy, ...SETS])
  assert.equal(sets.find((set) => set.id === 'systems')?.records, 1)
})

test('an export asked for while another runs is refused, and one asked for after it takes its place', async (t) => {
  const { kit } = await freshDatabase(t)
  await record(kit)
  let second: Awaited<ReturnType<typeof exportData>> | undefined
  const meanwhile: DataSet = {
    ...{ id: 'slow', title: { vi: '', en: '' }, about: { vi: '', en: '' }, key: ['a'] },
    columns: [{ name: 'a', type: 'integer', title: { vi: '', en: '' } }],
    async *rows() {
      second = await exportData(kit, SETS)
      yield [[1]]
    },
  }
  await publish(kit, [meanwhile])
  assert.deepEqual(second?.ok === false && second.refusals.map((r) => r.code), ['data.under-way'])
  // The clock may stand still, or have been stepped back.
  await publish(kit)
  kit.setNow('2026-11-02T01:00:00Z')
  const last = await publish(kit)
  assert.equal((await findEdition(kit.site.openData.folder))?.manifest.asOf, last.asOf)
})

test('each day keeps its last edition at an address of its own, for as many days as are set', async (t) => {
  const { kit } = await freshDatabase(t)
  const { get } = asking(kit)
  const { folder, days } = kit.site.openData
  for (const now of ['11-02T02:00', '11-02T03:00', '11-02T18:00', '11-04T02:00', '11-05T02:00', '11-05T03:00']) {
    kit.setNow(`2026-${now}:00Z`)
    await publish(kit)
  }
  assert.equal(days, 3)
  assert.deepEqual(await listDays(folder), ['2026-11-05', '2026-11-04', '2026-11-03'])
  assert.equal(readdirSync(folder).length, 3)
  const asOf = async (place: string) => ((await (await get(`${place}/manifest.json`)).json()) as Manifest).asOf
  assert.equal(await asOf('/data'), '2026-11-05T03:00:00.000Z')
  assert.equal(dayOf(await asOf('/data/2026-11-03')), '2026-11-03')
  for (const gone of [
    '/data/2026-11-02/systems.csv',
    '/data/2026-13-02/systems.csv',
    '/data/x',
    '/data/..%2Fx',
    '/data/.draft',
  ])
    assert.equal((await get(gone)).status, 404, gone)
})

test('the first edition is owed at once, then one each night after one o’clock in Vietnam', () => {
  assert.ok(isDue(undefined, '2026-11-22T05:00:00.000Z'))
  const noon = '2026-11-22T05:00:00.000Z'
  assert.ok(!isDue(noon, '2026-11-22T16:59:59.999Z'), 'the same day')
  assert.ok(
    !isDue(noon, '2026-11-22T17:59:59.999Z'),
    'midnight in Vietnam is 17:00 UTC, the night begins an hour later',
  )
  assert.ok(isDue(noon, '2026-11-22T18:00:00.000Z'))
  assert.ok(!isDue('2026-11-22T18:00:00.000Z', '2026-11-23T04:00:00.000Z'))
  assert.ok(isDue(noon, '2026-11-25T04:00:00.000Z'), 'nights that were slept through are made up for')
})

interface Node {
  readonly [key: string]: unknown
}
const nodes = (value: unknown): Node[] => (Array.isArray(value) ? value : [value]) as Node[]

test('the catalogue is a DCAT 3 catalogue of these very files', async (t) => {
  const { kit } = await freshDatabase(t)
  const { get } = asking(kit)
  await record(kit)
  const manifest = await publish(kit)
  const answer = await get('/data/catalog.jsonld')
  assert.equal(answer.headers.get('content-type'), 'application/ld+json')
  const catalog = (await answer.json()) as Node
  const prefixes = Object.keys(catalog['@context'] as Node)
  const look = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    for (const [key, value] of Object.entries(node)) {
      if (!key.startsWith('@') && key.includes(':')) assert.ok(prefixes.includes(key.split(':')[0] ?? ''), key)
      if (key === '@id') assert.ok(URL.canParse(String(value)), String(value))
      if (key !== '@context') look(value)
    }
  }
  look(catalog)
  assert.equal(catalog['@type'], 'dcat:Catalog')
  const publisher = catalog['dct:publisher'] as Node
  assert.equal(publisher['foaf:name'], 'Thư viện Ô')
  const sets = nodes(catalog['dcat:dataset'])
  assert.deepEqual(
    sets.map((set) => set['dct:identifier']),
    ['systems', 'events'],
  )
  for (const set of sets) {
    assert.equal(set['@type'], 'dcat:Dataset')
    for (const needed of ['dct:title', 'dct:description', 'dct:temporal', 'dct:license', 'dct:publisher'])
      assert.ok(set[needed], needed)
    const distributions = nodes(set['dcat:distribution'])
    assert.equal(distributions.length, 3)
    for (const one of distributions) {
      const name = String((one['dcat:downloadURL'] as Node)['@id']).replace(`${kit.site.url}/data/`, '')
      const listed = manifest.files.find((f) => f.name === name)
      const checksum = one['spdx:checksum'] as Node
      assert.deepEqual(
        [(checksum['spdx:checksumValue'] as Node)['@value'], (one['dcat:byteSize'] as Node)['@value']],
        [listed?.sha256, String(listed?.size)],
      )
    }
  }
})

test('the page says what there is, before the first edition and after', async (t) => {
  const { kit } = await freshDatabase(t)
  const { html } = asking(kit)
  assert.match(await html('/vi/open-data'), /Chưa có tệp nào/)
  await record(kit)
  const { files } = await publish(kit)
  for (const lang of ['vi', 'en']) {
    const page = await html(`/${lang}/open-data`)
    for (const { name, sha256 } of files.filter((f) => f.set !== null)) {
      assert.ok(page.includes(`href="/data/${name}"`), name)
      assert.ok(page.includes(sha256))
    }
    assert.match(page, /<link rel="alternate" type="application\/ld\+json"/)
  }
  assert.match(await html('/vi/open-data'), /Thư viện Ô/)
})

test('what stands in the folder is what is sent', async (t) => {
  const { kit } = await freshDatabase(t)
  await publish(kit)
  const edition = await findEdition(kit.site.openData.folder)
  assert.ok(edition)
  for (const [name, { path, size, sha256 }] of edition.files) {
    const content = readFileSync(path)
    assert.deepEqual([content.length, createHash('sha256').update(content).digest('hex')], [size, sha256], name)
  }
})
