import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { canonical } from './base/canonical.ts'
import type { Signer } from './db/kit.ts'
import { keyFolder, loadSecret, loadSigner, makeSecret, makeSigningKey } from './keys.ts'

const receipt = { number: 'N-1', name: 'Ô che mưa', z: 1, a: [true, null] }

function folder(t: { after(run: () => void): void }): string {
  const dir = mkdtempSync(join(tmpdir(), 'saola-keys-'))
  t.after(() => rmSync(dir, { recursive: true }))
  return dir
}

const verify = async (signer: Signer, jws: string): Promise<string> => {
  const found = await compactVerify(jws, createLocalJWKSet(signer.publicKeys() as unknown as JSONWebKeySet))
  return new TextDecoder().decode(found.payload)
}

test('a receipt is signed over its canonical bytes and verifies with the published key', async (t) => {
  const dir = folder(t)
  const kid = await makeSigningKey(dir, '2026-03-01T00:00:00.000Z')
  const signer = await loadSigner(dir, undefined, '2026-03-02T00:00:00.000Z')
  assert.equal(signer.kid, kid)
  assert.equal(await verify(signer, await signer.sign(receipt)), canonical(receipt))
})

test('after a change of keys the new one signs and what the old one signed still verifies', async (t) => {
  const dir = folder(t)
  const old = await makeSigningKey(dir, '2026-03-01T00:00:00.000Z')
  const before = await (await loadSigner(dir, undefined, '2026-03-01T00:00:00.000Z')).sign(receipt)
  const next = await makeSigningKey(dir, '2026-09-01T00:00:00.000Z')
  rmSync(join(keyFolder(dir), `${old}.private.json`))
  const signer = await loadSigner(dir, undefined, '2026-09-01T00:00:00.000Z')
  assert.equal(signer.kid, next)
  assert.deepEqual(
    signer.publicKeys().keys.map((key) => (key as { kid: string }).kid),
    [next, old],
  )
  assert.equal(await verify(signer, before), canonical(receipt))
})

test('nothing private is published, and only the owner may read the folder', async (t) => {
  const dir = folder(t)
  const kid = await makeSigningKey(dir, '2026-03-01T00:00:00.000Z')
  const signer = await loadSigner(dir, undefined, '2026-03-01T00:00:00.000Z')
  assert.ok(signer.publicKeys().keys.every((key) => !Object.hasOwn(key as object, 'd')))
  assert.equal(statSync(join(keyFolder(dir), `${kid}.private.json`)).mode & 0o777, 0o600)
  assert.equal(statSync(keyFolder(dir)).mode & 0o777, 0o700)
})

test('the site secret is made once and stays', (t) => {
  const dir = folder(t)
  makeSecret(dir)
  assert.equal(loadSecret(dir, undefined).length, 32)
  assert.deepEqual(loadSecret(dir, undefined), loadSecret(dir, undefined))
  assert.throws(() => makeSecret(dir), { code: 'EEXIST' })
  assert.throws(() => loadSecret(dir, 'short'), /32 bytes/)
})
