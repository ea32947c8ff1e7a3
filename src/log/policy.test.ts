import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { COSIGNATURE_V1, ED25519, printVerifierKey, signerFromSeed } from './key.ts'
import { isMet, NO_QUORUM, parsePolicy, printPolicy } from './policy.ts'

const key = (name: string, type: typeof ED25519 | typeof COSIGNATURE_V1, secret: number): string =>
  printVerifierKey(signerFromSeed(name, type, new Uint8Array(32).fill(secret)).key)
const LOG = key('log.example/one', ED25519, 1)
const witnesses = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3']
const lines = witnesses.map((name, n) => `witness ${name} ${key(`${name}.example`, COSIGNATURE_V1, 10 + n)}`)
const POLICY = [
  ...['# Who may be believed', `log ${LOG} https://log.example/one/`, '', ...lines],
  ...['group X-witnesses 2 X1 X2 X3', 'group Y-witnesses any Y1 Y2 Y3', '  group X-and-Y\tall X-witnesses Y-witnesses'],
  ...['quorum X-and-Y', ''],
].join('\n')
const read = (text: string) => {
  const policy = parsePolicy(text)
  return policy.ok ? policy.value : assert.fail(`${policy.refusals[0]?.code} ${policy.refusals[0]?.facts?.line}`)
}

test('two of one house and any of the other: the example of the standard', () => {
  const { quorum, logs, witnesses: known } = read(POLICY)
  assert.equal(logs[0]?.url, 'https://log.example/one/')
  assert.deepEqual(
    known.map((witness) => witness.name),
    witnesses,
  )
  const met = (...names: readonly string[]): boolean => isMet(quorum, new Set(names))
  assert.ok(met('X1', 'X3', 'Y2'))
  assert.ok(met(...witnesses))
  assert.ok(!met('X1', 'Y1', 'Y2', 'Y3'))
  assert.ok(!met('X1', 'X2', 'X3'))
  assert.ok(!met())
})

test('without a quorum nobody need have looked, and a single witness may be the quorum', () => {
  assert.deepEqual(read(`log ${LOG}\nquorum none\n`).quorum, NO_QUORUM)
  assert.ok(isMet(NO_QUORUM, new Set()))
  const { quorum } = read(`${lines[0]}\nquorum X1`)
  assert.ok(isMet(quorum, new Set(['X1'])))
  assert.ok(!isMet(quorum, new Set(['X2'])))
})

test('a policy that is printed says the same when it is read again', () => {
  for (const text of [
    POLICY,
    `log ${LOG}\nquorum none\n`,
    `${lines[0]}\nquorum X1`,
    POLICY.replaceAll('X-witnesses', 'group-1'),
  ])
    assert.deepEqual(read(printPolicy(read(text))), read(text))
})

test('a policy that contradicts itself is refused with its line', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['', 'log.policy-quorum', undefined],
    [`log ${LOG}\n`, 'log.policy-quorum', undefined],
    ['quorum none\nquorum none', 'log.policy-quorum', '2'],
    ['quorum X1', 'log.policy-name', '1'],
    [`${lines[0]}\ngroup G any X2`, 'log.policy-name', '2'],
    [`${lines[0]}\ngroup G any G`, 'log.policy-name', '2'],
    [`${lines[0]}\ngroup G any X1\ngroup H any X1`, 'log.policy-name', '3'],
    [`${lines[0]}\ngroup G any X1 X1`, 'log.policy-name', '2'],
    [`${lines[0]}\ngroup X1 any X1`, 'log.policy-name', '2'],
    [`${lines[0]}\ngroup none any X1`, 'log.policy-name', '2'],
    [`${lines[0]}\ngroup G any none`, 'log.policy-name', '2'],
    [`${lines[0]}\ngroup G 2 X1`, 'log.policy-line', '2'],
    [`${lines[0]}\ngroup G 0 X1`, 'log.policy-line', '2'],
    [`${lines[0]}\ngroup G 01 X1`, 'log.policy-line', '2'],
    [`${lines[0]}\ngroup G any`, 'log.policy-line', '2'],
    [`${lines[0]}\n${lines[0]}`, 'log.policy-twice', '2'],
    [`${lines[0]}\nwitness Z ${key('Z.example', COSIGNATURE_V1, 10)}`, 'log.policy-twice', '2'],
    [`log ${LOG}\nlog ${key('log.example/two', ED25519, 1)}`, 'log.policy-twice', '2'],
    [`log ${key('log.example/one', COSIGNATURE_V1, 1)}`, 'log.policy-key', '1'],
    [`witness W ${LOG}`, 'log.policy-key', '1'],
    [`log ${LOG} https://log.example/ more`, 'log.policy-line', '1'],
    ['trust me', 'log.policy-line', '1'],
    ['quorum none\r\n', 'log.policy-characters', undefined],
  ]
  for (const [text, code, line] of cases) {
    const policy = parsePolicy(text)
    assert.ok(!policy.ok, text)
    assert.deepEqual([policy.refusals[0]?.code, policy.refusals[0]?.facts?.line], [code, line], text)
  }
})

test('no text makes the reader throw', () => {
  const words = fc.constantFrom(
    'log',
    'witness',
    'group',
    'quorum',
    'none',
    'any',
    'all',
    '2',
    'X1',
    'G',
    LOG,
    '\n',
    ' ',
  )
  fc.assert(fc.property(fc.array(words), (text) => void parsePolicy(text.join(' '))))
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parsePolicy(text)))
})
