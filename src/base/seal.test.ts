import assert from 'node:assert/strict'
import { createCipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { seal, sealUntil, unseal, unsealInTime } from './seal.ts'

const [secret, other] = [randomBytes(32), randomBytes(32)]

test('what is sealed opens with the same secret, for the same purpose, in time', () => {
  const sealed = seal(secret, 'a', 'ô')
  assert.equal(unseal(secret, 'a', sealed), 'ô')
  assert.equal(unseal(secret, 'b', sealed), undefined)
  assert.equal(unseal(other, 'a', sealed), undefined)
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  assert.equal(unseal(secret, 'a', sealed), undefined)
  const timed = sealUntil(secret, 'a', 'ô', '2026-01-02T00:00:00.000Z')
  assert.equal(unsealInTime(secret, 'a', timed, '2026-01-01T23:59:59.999Z'), 'ô')
  assert.equal(unsealInTime(secret, 'a', timed, '2026-01-02T00:00:00.000Z'), undefined)
})

test('what the first portals sealed opens for ever: the words the key is made from do not change', () => {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'saola parties totp 7', 32))
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update('JBSWY3DP', 'utf8'), cipher.final()])
  assert.equal(unseal(secret, 'totp 7', Buffer.concat([nonce, cipher.getAuthTag(), body])), 'JBSWY3DP')
})
