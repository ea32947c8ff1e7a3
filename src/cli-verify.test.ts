import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { paperPortal } from '../test/evidence.ts'
import { verifyCommand } from './cli-verify.ts'
import { printEvidence } from './log/evidence.ts'
import { printPolicy } from './log/policy.ts'

const portal = paperPortal()
const folder = mkdtempSync(join(tmpdir(), 'saola-verify-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const lay = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const [evidence = assert.fail()] = await portal.evidence([portal.receipt(1), portal.receipt(2)])
const good = lay('good.tlog-proof', printEvidence(evidence))
const policy = lay('policy', printPolicy(portal.trust.policy))
const keys = lay('jwks.json', JSON.stringify({ keys: portal.trust.keys }))
const verify = (...args: readonly string[]) => verifyCommand(args, { DATA_DIR: join(folder, 'nowhere') })
const trusting = ['--policy', policy, '--keys', keys]

test('what holds is said with its content, and the exit code is 0', () => {
  const { code, says } = verify(good, ...trusting)
  assert.equal(code, 0)
  assert.match(says, /^THE EVIDENCE HOLDS\n/)
  assert.match(says, /Number +TB-2026-000001\n/)
  assert.match(says, /\n {2}\+ Inclusion in the log: yes\n/)
  assert.match(verify(good, ...trusting, '--lang', 'vi').says, /^BẰNG CHỨNG ĐÚNG\n/)
})

test('what does not hold has exit code 1, each for its own reason', () => {
  const strict = lay('strict', printPolicy(portal.witnessed.policy))
  const opening = evidence.opened.receipt ?? assert.fail()
  const changed = { ...evidence, opened: { receipt: { ...opening, value: { number: '\u001b[31mTB-1' } } } }
  const came = (...args: readonly string[]) => {
    const { code, says } = verify(...args, '--json')
    return [code, (JSON.parse(says) as { came: string }).came]
  }
  assert.deepEqual(came(lay('changed', printEvidence(changed)), ...trusting), [1, 'wrong'])
  assert.deepEqual(came(lay('jws', evidence.jws ?? ''), ...trusting), [1, 'jws-good'])
  assert.deepEqual(came(good, '--policy', policy), [1, 'key-unknown'])
  assert.deepEqual(came(good, '--policy', lay('none', 'quorum none\n'), '--keys', keys), [1, 'unknown-log'])
  assert.deepEqual(came(lay('large', 'x'.repeat(1_100_000)), ...trusting), [1, 'too-long'])
  assert.deepEqual(came(good, '--policy', strict, '--keys', keys), [0, 'holds'])
})

test('where it could not be looked at the exit code is 2, and one sentence says why', () => {
  const no = (...args: readonly string[]) => {
    const { code, says } = verify(...args)
    assert.equal(code, 2)
    return says
  }
  assert.match(no(good), /^Say whom you trust: --policy FILE/)
  assert.match(no(join(folder, 'absent'), ...trusting), /^There is no file/)
  assert.match(no(folder, ...trusting), /^There is no file/)
  assert.equal(no(), 'verify needs one file.')
  assert.equal(no(good, good), 'verify needs one file.')
  assert.match(no(good, '--nonsense'), /nonsense/)
  assert.match(no(good, '--policy', keys), /is not a policy as C2SP tlog-policy has it/)
  assert.match(no(good, '--policy', policy, '--keys', policy), /is not a set of keys/)
})

test('beside a portal, its own published policy and keys are what is trusted', () => {
  for (const name of ['log', 'keys']) mkdirSync(join(folder, 'data', name), { recursive: true })
  lay('data/log/policy', printPolicy(portal.trust.policy))
  lay('data/keys/k.public.json', JSON.stringify({ ...portal.jwk, from: '2026-01-01T00:00:00.000Z' }))
  lay('data/keys/k.log-public.json', '{}')
  assert.equal(verifyCommand([good], { DATA_DIR: join(folder, 'data') }).code, 0)
})

test('a file writes nothing of its own to the terminal', async () => {
  const [loud = assert.fail()] = await portal.evidence([{ ...(portal.receipt(1) as object), system: 'a\u001b[2Jb\nc' }])
  const { code, says } = verify(lay('loud', printEvidence(loud)), ...trusting)
  assert.equal(code, 0)
  assert.match(says, /System +a\uFFFD\[2Jb\uFFFDc\n/)
})
