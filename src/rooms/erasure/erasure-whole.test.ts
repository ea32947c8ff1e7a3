import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { filesWith, individual, pagesWith, tablesWith } from '../../../test/erasing.ts'
import { freshDatabase } from '../../../test/kit.ts'
import { checked, ledgerOf, logSigner } from '../../../test/ledger.ts'
import { noticeBody } from '../../../test/notices.ts'
import { umbrellaWorld } from '../../../test/umbrella.ts'
import { complaints } from '../../../test/html.ts'
import { codes, good, kept } from '../../../test/outcomes.ts'
import { DATA_SETS, REFUSALS, ROUTES, SAYS } from '../../app.tsx'
import { day } from '../../base/day.ts'
import * as engine from '../../casework/actions.ts'
import type { Acting, Move } from '../../casework/actions.ts'
import { rebuildCommand } from '../../cli-rebuild.ts'
import { parseEvidence, printEvidence } from '../../log/evidence.ts'
import { examine, outcomeOf } from '../../log/examine.ts'
import { jwsSignedBy, parseJws } from '../../log/jws.ts'
import { tell } from '../../log/words.ts'
import { notify } from '../classification/actions.ts'
import { NoticeInput } from '../classification/schema.ts'
import { openClaim } from '../damage/actions.ts'
import { incidentOffice } from '../incidents/actions.ts'
import { exportData } from '../register/actions.ts'
import { act, attach, findByAiId, updateDossier } from '../systems/actions.ts'
import { carryOut, eraseAccount, finishErasures, propose, sweepTables } from './actions.ts'

// The log is an earlier room: its evidence and its keys are reached as the roof reaches them.
const { writeAll } = await import('../ledger/actions.ts')
const { evidenceOfDocument, evidenceOfNotice, evidenceOfRecord } = await import('../ledger/evidence.ts')
const { trustNow } = await import('../ledger/trust.ts')
const { publishTrust } = await import('../ledger/writer.ts')
const { findEdition, listDays } = await import('../register/editions.ts')

const { kit, owner, database } = await freshDatabase()
const world = await umbrellaWorld(kit)
const home = mkdtempSync(join(tmpdir(), 'saola-erasure-'))
after(() => rmSync(home, { recursive: true, force: true }))

/** Every word that says who the person is, or what only that person said, holds one of these. */
const CANARIES = ['kanari', '098765432109', '0987000123', 'MST-77001', '2109"'] as const
const PASSWORD = 'mot-mat-khau-dai'
const who = {
  ...{ name: 'Kanari Bùi', address: 'Ngõ Kanari 7, Huế', contact: 'lien.he@kanari.example', code: 'MST-77001' },
  ...{ email: 'kanari@saola.example', password: PASSWORD },
}
const person = await individual(kit, who)
await owner.query(`insert into desk (name, unit, since, by) values ('incident', $1, now(), 'x')`, [world.office])

const step = <T>(as: Acting, run: Parameters<typeof kept<T>>[1]): Promise<T> => kept(as, run).then(good)
const at = (moment: string): void => kit.setNow(moment)
const provider = { providerName: who.name, providerAddress: who.address, providerContact: who.contact }
const dossier = { ...noticeBody('ô-kể').dossier, ...provider }

// ————— what there was —————

at('2026-11-02T02:00:00.000Z')
const { receipt } = await step(person, (asked) =>
  notify(asked, NoticeInput.parse({ ...noticeBody('ô-kể'), dossier, result: { level: 'high' } })),
)
const { aiId, number } = receipt
const system = (await findByAiId(kit.db, aiId)) ?? assert.fail()
const published = async () => good(await exportData(kit, DATA_SETS))
await writeAll(ledgerOf(kit))
await publishTrust({ desk: kit, known: [logSigner(kit).key] })
await published()

at('2026-11-03T02:00:00.000Z')
const card = new File(['Thẻ mô hình do Kanari viết'], 'the-kanari.txt', { type: 'text/plain' })
await step(person, (asked) => attach(asked, system.id, 'model-card', card))
const moved = { ...dossier, providerContact: 'moi@kanari.example', providerAddress: 'Kanari 8' }
await step(person, (asked) => updateDossier(asked, system.id, moved, 'corrected', 'Kanari ghi nhầm'))
await writeAll(ledgerOf(kit))
await published()

at('2026-11-04T02:00:00.000Z')
const RECORD = {
  ...{ role: 'provider', systemName: 'Cố vấn ô', level: 'high', sector: 'other', nearMiss: 'happened' },
  ...{ detectedAt: '2026-11-01T01:00:00.000Z', place: 'Bến Kanari', description: 'Kanari kể: ô bị hỏng.' },
  ...{ consequences: ['property'], affected: 1, operating: 'running', measures: ['none'], reporter: 'individual' },
  ...{ reporterName: who.name, reporterAddress: who.address },
}
const REPORT = {
  ...{ operating: 'limited', technicalMeasures: 'Kanari tắt.', organisationalMeasures: 'Trực.', damage: 'Ô Kanari.' },
  ...{ signer: who.name, phone: '0987000123', email: who.contact, reporterName: who.name },
}
const moves: Move[] = [
  { verb: 'record', answers: RECORD },
  { verb: 'confirm', answers: { confirmedAt: '2026-11-01T03:00:00.000Z', causalLinkAt: '2026-11-01T03:00:00.000Z' } },
  { verb: 'report', secrets: { citizenId: '098765432109' }, answers: REPORT },
]
let file = await step(person, (asked) => engine.open(asked, incidentOffice, moves))
const go = async (as: Acting, verb: string, sent: engine.Sent = {}): Promise<void> => {
  file = await step(as, (asked) => engine.act(asked, incidentOffice, file.number, verb, undefined, sent))
}
await go(world.as('khanh'), 'take')
await step(person, (asked) =>
  engine.attach(asked, incidentOffice, file.number, new File(['Ảnh của Kanari'], 'anh-kanari.txt')),
)
await go(person, 'message', { text: 'Kanari gửi ảnh chiếc ô.' })
await go(person, 'final-report', { answers: { remedy: 'Kanari đã tắt hẳn.' } })
await go(world.as('khanh'), 'close', { answers: { conclusion: 'Đã khắc phục.' } })
const { number: claim } = await step(person, (asked) =>
  openClaim(asked, {
    ...{
      title: 'Kanari đòi tiền ô',
      facts: 'Kanari bị ướt.',
      happenedOn: day('2026-10-20'),
      systemName: 'Ô',
      aiId: '',
    },
    asked: '100.000',
  }),
)
const [document = assert.fail()] = (await engine.getWhole(world.as('khanh'), incidentOffice, file.number).then(good))
  .documents
const now = (await findByAiId(kit.db, aiId)) ?? assert.fail()
await step(person, (asked) => act(asked, system.id, 'withdraw', now.seq, 'Kanari thôi cung cấp'))
await writeAll(ledgerOf(kit))
await published()

const officer = world.as('khanh')
const evidence = async (as: Acting) => ({
  receipt: good(await evidenceOfNotice(as, number)),
  document: good(await evidenceOfDocument(as, incidentOffice, file.number, document.number)),
  record: good(await evidenceOfRecord(kit, aiId)),
})
const before = await evidence(person)
const { trust, keys, policy } = await trustNow(kit)
const came = (text: string) => outcomeOf(examine(Buffer.from(text), trust))

/** The second verifier, which shares no code with the portal. */
function second(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(home, 'python-'))
  for (const [name, text] of Object.entries({ ...files, policy, keys })) writeFileSync(join(folder, name), text)
  const script = join(import.meta.dirname, '../../../verifiers/saola_verify.py')
  const args = [script, 'evidence', ...Object.keys(files), '--policy', 'policy', '--keys', 'keys', '--json']
  const { stdout } = spawnSync('python3', args, { cwd: folder, encoding: 'utf8', timeout: 60_000 })
  return (JSON.parse(stdout) as { verdict: string; content: Record<string, string> }[]).map(
    ({ verdict, content }) => `${verdict} ${Object.values(content).join(' ')}`,
  )
}
const python = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))']).status === 0

async function rebuilt(folder: string): Promise<{ code: number; said: string[] }> {
  const copy = mkdtempSync(join(home, 'edition-'))
  cpSync(folder, copy, { recursive: true })
  cpSync(kit.site.log.folder, join(copy, 'log'), { recursive: true })
  writeFileSync(join(copy, 'jwks.json'), keys)
  const said: string[] = []
  const code = await rebuildCommand([copy, '--keys', join(copy, 'jwks.json')], {}, (line) => said.push(line))
  return { code, said }
}
const days = await listDays(kit.site.openData.folder)
const editionOf = async (of: (typeof days)[number]) =>
  (await findEdition(kit.site.openData.folder, of)) ?? assert.fail(`no edition of ${of}`)
const tags = new Map(await Promise.all(days.map(async (of) => [of, (await editionOf(of)).files] as const)))

test('before: the person is everywhere, and the search finds it', async () => {
  assert.deepEqual(days, ['2026-11-04', '2026-11-03', '2026-11-02'])
  const tables = await tablesWith(owner, 'kanari')
  for (const wanted of [
    ...['account.name', 'party.name', 'party_event.data', 'dossier_version.answers', 'system.public', 'notice.receipt'],
    ...['system_event.public', 'casefile_paper.content', 'casefile_attachment.name', 'outbox.body', 'term.term'],
    ...['casefile_document.content', 'casefile_document.jws', 'notice.jws', 'attachment.name'],
  ])
    assert.ok(tables.includes(wanted), `${wanted} in ${tables.join(', ')}`)
  const files = await filesWith(kit.site.files, 'kanari')
  for (const of of days)
    for (const ending of ['csv', 'jsonl', 'parquet'])
      assert.ok(
        files.some((path) => path.startsWith(`data/${of}`) && path.endsWith(`systems.${ending}`)),
        `${of} ${ending} in ${files.join(', ')}`,
      )
  assert.ok((await pagesWith(owner, 'Kanari')).length > 0)
  for (const text of Object.values(before)) assert.equal(came(text), 'holds')
})

test('erasing a person: two officers erase the individual, the holder the account', async () => {
  at('2026-11-05T02:00:00.000Z')
  const wish = { subject: aiId, fields: [], files: true, versions: 'all', askedOn: day('2026-11-04') } as const
  assert.deepEqual(codes(await kept(officer, (asked) => propose(asked, { kind: 'party', ...wish }))), [
    'erasure.claim-open subject',
  ])
  await owner.query(`update claim set state = 'withdrawn' where number = $1`, [claim])
  const { id } = await step(officer, (asked) => propose(asked, { kind: 'party', ...wish }))
  const numbers = await step(world.as('duc'), (asked) => carryOut(asked, id))
  assert.equal(numbers.length, 3, 'the individual, the system, the file')
  await step(person, (asked) => eraseAccount(asked, PASSWORD))
  assert.deepEqual(codes(await kept(person, (asked) => eraseAccount(asked, PASSWORD))), ['account.unknown'])
  await writeAll(ledgerOf(kit))
  assert.equal(await finishErasures(kit), 4)
  assert.equal(await finishErasures(kit), 0)
})

test('no byte of it remains in tables, files and exports', async () => {
  for (const canary of CANARIES) {
    assert.deepEqual(await tablesWith(owner, canary), [], canary)
    assert.deepEqual(await filesWith(kit.site.files, canary), [], canary)
  }
})

test('nor on the pages of the database, once its tables were written anew', async () => {
  assert.equal(await sweepTables(database.owner, () => undefined), 4)
  for (const canary of ['Kanari', 'kanari', '0987000123', 'MST-77001'])
    assert.deepEqual(await pagesWith(owner, canary), [], canary)
  assert.equal(await sweepTables(database.owner, () => undefined), 0)
})

test('every proof taken before still verifies: what a person holds in hand still opens', () => {
  for (const text of Object.values(before)) assert.equal(came(text), 'holds')
  if (python) assert.deepEqual(second(before), ['green holds', 'green holds', 'green holds'])
})

test('proofs taken after show that a part was erased, and that the rest is intact', async () => {
  const later = await evidence(officer)
  assert.deepEqual(Object.values(later).map(came), ['erased', 'erased', 'holds'])
  const told = tell(examine(Buffer.from(later.receipt), trust))
  assert.equal(told.tone, 'good')
  assert.match(
    told.checks.map(({ answer }) => answer.en).join('\n'),
    /erased lawfully on 05\/11\/2026 at 09:00:00 \(UTC\+7\), tombstone T-2026-\d{6}/,
  )
  assert.match(told.checks.map(({ answer }) => answer.vi).join('\n'), /đã được xóa đúng luật lúc .*, dấu xóa T-2026-/)
  if (python) assert.deepEqual(second(later), ['green erased', 'green erased', 'green holds'])
  // Whoever calls erased what the log does not, is told so.
  const read = parseEvidence(later.receipt)
  assert.ok(read.ok)
  const { receipt: buried = assert.fail() } = read.value.erased ?? {}
  const forged = { ...read.value, erased: { event: buried } }
  assert.equal(came(printEvidence(forged)), 'erased', 'the event of the step was erased too, by the same act')
  assert.equal(came(printEvidence({ ...forged, erased: { receipt: { ...buried, index: 0 } } })), 'wrong')
})

test('fsck finds nothing wrong and counts the tombstones', async () => {
  const { findings, checked: looked } = await checked(kit)
  assert.deepEqual(findings, [])
  assert.equal(looked.tombstones, 4)
})

test('past editions are published anew under the same addresses, and say which rows changed', async () => {
  for (const of of days) {
    const { manifest, files, folder } = await editionOf(of)
    const text = readFileSync(join(folder, 'manifest.json'), 'utf8')
    const jws = parseJws(readFileSync(join(folder, 'manifest.jws'), 'utf8')) ?? assert.fail()
    assert.equal(jws.payload, text)
    assert.equal(jwsSignedBy(jws, trust.keys), 'good')
    for (const name of ['systems.csv', 'systems.jsonl', 'systems.parquet'])
      assert.notEqual(files.get(name)?.sha256, tags.get(of)?.get(name)?.sha256, `${name} has another tag`)
    const sets = manifest.tombstones.map(({ set, key }) => `${set} ${key[0]}`)
    assert.ok(sets.includes(`systems ${aiId}`), sets.join())
    assert.match(manifest.reissued?.[0]?.replaces ?? '', /^[0-9a-f]{64}$/)
    const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').split('\n')
    assert.equal(sums.filter((line) => line !== '').length, manifest.files.length + 1)
  }
})

test('the register is rebuilt from each of them and the log, byte for byte, and the erasure is named', async () => {
  for (const of of days) {
    const { code, said } = await rebuilt((await editionOf(of)).folder)
    assert.equal(code, 0, said.join('\n'))
    assert.ok(
      said.some((line) => /^erased: systems\.jsonl line 1 .* under T-2026-/.test(line)),
      said.join('\n'),
    )
    assert.ok(said.includes('They are the published files, byte for byte.'))
  }
  at('2026-11-06T02:00:00.000Z')
  await published()
  const fresh = await findEdition(kit.site.openData.folder)
  const { code, said } = await rebuilt(fresh?.folder ?? '')
  assert.equal(code, 0, said.join('\n'))
  assert.ok(
    said.some((line) => line.startsWith('erased: events.jsonl')),
    'a step keeps what was left of it',
  )
  assert.ok(!said.some((line) => line.startsWith('erased: systems.jsonl')), 'the record as it stands is proven whole')
})

/** Pages that look different after an erasure: for the others their own rooms answer. */
const VALIDATED = [`register/${aiId}`, 'tombstones', 'erasures', 'notices/']

test('no page, feed or answer of the API shows any of it, and every page still stands', async () => {
  const app = world.app(ROUTES, { refusals: REFUSALS, says: SAYS })
  const incident = `incidents/${file.number}`
  const pages = [
    ...['register', `register/${aiId}`, 'register/feed.atom', 'register/feed.json', 'tombstones', 'open-data'],
    ...[`systems/${system.id}`, `systems/${system.id}/history`, `notices/${number}`, 'erasures', 'incidents', 'desk'],
    ...[incident, ...[1, 2, 3, 4, 5, 6, 7].map((n) => `${incident}/steps/${n}`)],
    `${incident}/documents/${document.number}`,
  ]
  for (const lang of ['vi', 'en'])
    for (const path of pages) {
      const response = await app.request(`/${lang}/${path}`, { headers: { cookie: 'saola_session=khanh' } })
      const text = await response.text()
      assert.equal(response.status, 200, `${lang} ${path}: ${text.slice(0, 300)}`)
      assert.ok(!/kanari|0987000123/i.test(text), path)
      if (VALIDATED.some((one) => path.startsWith(one))) assert.deepEqual(await complaints(text), [], `${lang} ${path}`)
    }
  for (const path of [
    'systems',
    `systems/${aiId}`,
    `systems/${aiId}/history`,
    'changes',
    'register/attestation?aiId=' + aiId,
  ]) {
    const response = await app.request(`/api/v1/${path}`)
    const text = await response.text()
    assert.equal(response.status, 200, `${path}: ${text}`)
    assert.ok(!/kanari/i.test(text), path)
  }
  for (const path of [
    `notices/${number}/receipt.jws`,
    `notices/${number}/receipt.pdf`,
    `${incident}/documents/${document.number}.pdf`,
  ])
    assert.equal((await app.request(`/vi/${path}`, { headers: { cookie: 'saola_session=khanh' } })).status, 404, path)
  const changes = await (await app.request('/api/v1/changes')).text()
  assert.match(changes, /"verb":"data-erased".*"tombstone":"T-2026-/)
})
