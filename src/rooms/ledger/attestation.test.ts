import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { freshDatabase } from '../../../test/kit.ts'
import { ledgerOf, library, logSigner } from '../../../test/ledger.ts'
import { noticeBody } from '../../../test/notices.ts'
import { createApp } from '../../app.tsx'
import type { Actor } from '../../base/actor.ts'
import { canonical, type Json } from '../../base/canonical.ts'
import { createJournal } from '../../journal.ts'
import { parseSignedCheckpoint } from '../../log/checkpoint.ts'
import { utf8 } from '../../log/encoding.ts'
import { commitmentOf, readEntry } from '../../log/evidence.ts'
import { hashesFromBase64, leafHash } from '../../log/hash.ts'
import { isMadeOf, jwsSignedBy, parseJws } from '../../log/jws.ts'
import { verifyProof } from '../../log/proof.ts'
import { notify } from '../classification/actions.ts'
import { NoticeInput } from '../classification/schema.ts'
import { writeAll } from './actions.ts'
import { MOST_MATCHES, type SignedAttestation } from './attestation-schema.ts'
import { trustNow } from './trust.ts'
import { publishTrust } from './writer.ts'

const { kit } = await freshDatabase()
const app = createApp(kit, { pools: {}, trustProxy: 0, journal: createJournal('silent') })
const party = await library(kit)
const actor: Actor = {
  kind: 'program',
  key: 'k1',
  acting: { party, name: 'Thư viện Ô', role: 'filer' },
  scopes: ['notices:write'],
}
const notified = async (code: string, providerName = 'Thư viện Ô') => {
  const body = noticeBody(code)
  const input = NoticeInput.parse({ ...body, dossier: { ...body.dossier, providerName } })
  const made = await kit.db.transaction().execute((db) => notify({ ...kit, db, actor }, input))
  return made.ok ? made.value : assert.fail(JSON.stringify(made.refusals))
}
const ask = (query: Readonly<Record<string, string>>) =>
  app.request(`/api/v1/register/attestation?${new URLSearchParams(query).toString()}`)

/** What an outsider does with the answer: signature, then each proof by itself. */
async function attested(query: Readonly<Record<string, string>>) {
  const response = await ask(query)
  assert.equal(response.status, 200)
  const { attestation, jws } = (await response.json()) as SignedAttestation
  const { trust } = await trustNow(kit)
  const signed = parseJws(jws) ?? assert.fail()
  assert.equal(jwsSignedBy(signed, trust.keys), 'good')
  assert.ok(isMadeOf(signed, attestation as unknown as Json))
  const checkpoint = parseSignedCheckpoint(attestation.checkpoint)
  assert.ok(checkpoint.ok && checkpoint.value.checkpoint.size === attestation.size)
  for (const { index, path, entry, record, aiId } of attestation.matches) {
    const proof = { index, path: hashesFromBase64(path) ?? assert.fail(), signed: checkpoint.value }
    assert.ok(verifyProof(proof, leafHash(utf8(entry)), trust.policy).holds)
    const read = readEntry(entry)
    assert.equal(read?.subject, aiId)
    if (record !== null)
      assert.equal(commitmentOf({ salt: record.salt, value: record.value as Json }), read?.groups.public)
  }
  return attestation
}

test('before the log begins there is nothing to sign as of', async () => {
  assert.equal((await ask({ aiId: 'VN-1' })).status, 404)
})

test('by AI-ID: the record as the register shows it, with the proof of its latest act', async () => {
  const { receipt } = await notified('umbrella-1')
  await publishTrust({ desk: kit, known: [logSigner(kit).key] })
  await writeAll(ledgerOf(kit))
  const { matches, asked, waiting, more } = await attested({ aiId: receipt.aiId })
  assert.deepEqual([asked, waiting, more], [{ aiId: receipt.aiId }, [], false])
  const shown = await (await app.request(`/api/v1/systems/${receipt.aiId}`)).json()
  assert.deepEqual(
    matches.map((match) => match.record?.value),
    [shown],
  )
  assert.equal((await attested({ aiId: receipt.aiId.toLowerCase() })).matches.length, 1)
})

test('by the hash of a receipt: the act it was issued with, and nothing of what it says', async () => {
  const { receipt } = await notified('umbrella-2')
  await writeAll(ledgerOf(kit))
  const hash = createHash('sha256')
    .update(canonical(receipt as unknown as Json))
    .digest('hex')
  const { matches } = await attested({ receipt: hash })
  assert.deepEqual(
    matches.map(({ aiId, record }) => [aiId, record]),
    [[receipt.aiId, null]],
  )
  assert.ok(readEntry(matches[0]?.entry ?? '')?.groups.receipt)
  assert.equal((await attested({ receipt: '0'.repeat(64) })).matches.length, 0)
})

test('what is recorded and not yet under a checkpoint is told as waiting, not left out', async () => {
  const { receipt } = await notified('umbrella-3', 'Tiệm ô mới')
  const { matches, waiting } = await attested({ provider: 'Tiệm ô mới' })
  assert.deepEqual([matches, waiting], [[], [receipt.aiId]])
})

test('by provider: every record that bears the name, up to a bound that is told', async () => {
  for (let n = 0; n <= MOST_MATCHES; n += 1) await notified(`many-${n}`, 'Kho ô lớn')
  await writeAll(ledgerOf(kit))
  const { matches, more } = await attested({ provider: 'Kho ô lớn' })
  assert.deepEqual([matches.length, more], [MOST_MATCHES, true])
  assert.equal((await attested({ provider: 'Tiệm ô mới' })).matches.length, 1)
  assert.equal((await attested({ provider: 'kho ô' })).matches.length, 0)
})

test('an answer without matches says that a log of this kind cannot prove absence', async () => {
  const { matches, doesNotProve, proves } = await attested({ aiId: 'VN-0000-0000-00' })
  assert.deepEqual(matches, [])
  assert.match(doesNotProve.en, /^A log of this kind cannot prove absence/)
  assert.match(doesNotProve.vi, /^Nhật ký loại này không chứng minh được điều gì không tồn tại/)
  assert.ok(proves.vi !== '' && proves.en !== '')
})

test('one question at a time, in its one form', async () => {
  for (const query of [{}, { aiId: 'VN-1', provider: 'x' }, { receipt: 'ABC' }, { other: 'x' }])
    assert.equal((await ask(query)).status, 422, JSON.stringify(query))
})
