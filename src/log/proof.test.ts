import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { printCheckpoint } from './checkpoint.ts'
import { cosign } from './cosignature.ts'
import { utf8 } from './encoding.ts'
import { leafHash, type Hash } from './hash.ts'
import { COSIGNATURE_V1, ED25519, signerFromSeed, type LogKey, type Signer, type WitnessKey } from './key.ts'
import { signNote, withSignatures } from './note.ts'
import { NO_QUORUM, type Policy } from './policy.ts'
import { parseProof, printProof, verifyProof, type LogProof } from './proof.ts'
import { proveInclusion, rootOfLeaves, type HashReader } from './tree.ts'

const ORIGIN = 'umbrellas.example/log'
const secret = (n: number): Uint8Array => new Uint8Array(32).fill(n)
const log = signerFromSeed(ORIGIN, ED25519, secret(1))
const newer = signerFromSeed(ORIGIN, ED25519, secret(2))
const stranger = signerFromSeed('stranger.example/log', ED25519, secret(9))
const watchers = [3, 4, 5].map((n) => signerFromSeed(`w${n}.example`, COSIGNATURE_V1, secret(n)))
const [w3 = assert.fail(), w4 = assert.fail(), w5 = assert.fail()] = watchers
const policy: Policy = {
  logs: [{ key: log.key }, { key: newer.key }],
  witnesses: watchers.map(({ key }) => ({ name: key.name, key })),
  quorum: { need: 2, of: watchers.map(({ key }) => key.name) },
}

const SIZE = 100
const entries = Array.from({ length: SIZE }, (_, n) => utf8(`umbrella ${n} lent`))
const leaves = entries.map(leafHash)
const read: HashReader = (places) =>
  Promise.resolve(
    places.map(({ level, index }) => rootOfLeaves(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))),
  )
const leaf = (index: number): Hash => leaves[index] ?? assert.fail()

interface Made {
  readonly size?: number
  readonly root?: Hash
  readonly origin?: string
  readonly by?: readonly Signer<LogKey['type']>[]
  readonly seenBy?: readonly Signer<WitnessKey['type']>[]
}
async function proofOf(index: number, made: Made = {}): Promise<LogProof> {
  const { size = SIZE, origin = ORIGIN, by = [log], seenBy = [w3, w4] } = made
  const root = made.root ?? rootOfLeaves(leaves.slice(0, size))
  const checkpoint = { origin, size, root, extensions: [] }
  const note = signNote(printCheckpoint(checkpoint), by)
  const cosignatures = seenBy.map((witness) => cosign(note.text, 1_700_000_000, witness))
  const path = index < size ? await proveInclusion(index, size, read) : []
  return { index, path, signed: { checkpoint, note: withSignatures(note, cosignatures) } }
}
const answers = (proof: LogProof, of: Hash, by = policy) => {
  const { inclusion, signature, witnesses, holds } = verifyProof(proof, of, by)
  return [inclusion, signature, witnesses.is, holds]
}

test('an entry, its proof and a policy are enough: included, signed, seen', async () => {
  for (const index of [0, 1, 63, 64, 99]) {
    const proof = await proofOf(index)
    const verdict = verifyProof(proof, leafHash(entries[index] ?? assert.fail()), policy)
    assert.deepEqual(verdict, {
      inclusion: 'included',
      signature: 'good',
      witnesses: {
        is: 'enough',
        cosigned: [
          { name: 'w3.example', at: 1_700_000_000 },
          { name: 'w4.example', at: 1_700_000_000 },
        ],
        wrong: [],
      },
      holds: true,
    })
  }
})

test('each thing that is missing or wrong is said by itself, and only all three together hold', async () => {
  const proof = await proofOf(7)
  assert.deepEqual(answers(proof, leaf(8)), ['wrong', 'good', 'enough', false])
  assert.deepEqual(answers({ ...proof, path: proof.path.slice(1) }, leaf(7)), ['wrong', 'good', 'enough', false])
  assert.deepEqual(answers(await proofOf(7, { by: [stranger] }), leaf(7)), ['included', 'absent', 'enough', false])
  assert.deepEqual(answers(await proofOf(7, { seenBy: [w5] }), leaf(7)), ['included', 'good', 'too-few', false])
  assert.deepEqual(answers(await proofOf(7, { seenBy: [w5, w5, w5] }), leaf(7)), ['included', 'good', 'too-few', false])
  const forged = { ...proof.signed, note: { ...proof.signed.note, text: `${proof.signed.note.text}more\n` } }
  assert.deepEqual(answers({ ...proof, signed: forged }, leaf(7)), ['included', 'wrong', 'wrong', false])
})

test('an entry beyond the checkpoint is not yet included, which is not the same as wrong', async () => {
  assert.deepEqual(answers(await proofOf(60, { size: 60 }), leaf(60)), ['not-yet', 'good', 'enough', false])
  assert.deepEqual(answers(await proofOf(60, { size: 61 }), leaf(60)), ['included', 'good', 'enough', true])
  assert.deepEqual(answers(await proofOf(60, { size: 0 }), leaf(60)), ['not-yet', 'good', 'enough', false])
  const claimed = { ...(await proofOf(60, { size: 60 })), path: [leaf(1)] }
  assert.deepEqual(
    answers(claimed, leaf(60)),
    ['wrong', 'good', 'enough', false],
    'a path that cannot be is a false claim',
  )
  assert.deepEqual(answers(await proofOf(60, { size: 80, root: leaf(0) }), leaf(60)), [
    'wrong',
    'good',
    'enough',
    false,
  ])
})

test('a log speaks for its own origin only', async () => {
  const other = await proofOf(7, { origin: 'stranger.example/log', by: [log] })
  assert.deepEqual(answers(other, leaf(7)), ['included', 'unknown-log', 'enough', false])
  const known: Policy = { ...policy, logs: [...policy.logs, { key: stranger.key }] }
  assert.deepEqual(answers(other, leaf(7), known), ['included', 'absent', 'enough', false])
})

test('either key of a log that changed its key is enough, a spoilt signature beside it is not', async () => {
  assert.deepEqual(answers(await proofOf(7, { by: [newer] }), leaf(7)), ['included', 'good', 'enough', true])
  assert.deepEqual(answers(await proofOf(7, { by: [log, newer] }), leaf(7)), ['included', 'good', 'enough', true])
  const broken = { key: newer.key, sign: () => new Uint8Array(64) }
  assert.deepEqual(answers(await proofOf(7, { by: [log, broken] }), leaf(7)), ['included', 'wrong', 'enough', false])
})

test('a false cosignature is named, whoever else has looked', async () => {
  const broken = { key: w5.key, sign: () => new Uint8Array(64) }
  const verdict = verifyProof(await proofOf(7, { seenBy: [w3, w4, broken] }), leaf(7), policy)
  assert.deepEqual([verdict.witnesses.is, verdict.witnesses.wrong], ['wrong', ['w5.example']])
  assert.equal(verdict.holds, false)
})

test('a policy without a quorum asks for no witness', async () => {
  const alone = await proofOf(7, { seenBy: [] })
  assert.deepEqual(answers(alone, leaf(7), { ...policy, quorum: NO_QUORUM }), ['included', 'good', 'enough', true])
})

test('a proof is read as it was printed, with or without extra data', async () => {
  const proof = await proofOf(7)
  for (const one of [proof, { ...proof, extra: utf8('salt') }, await proofOf(0, { size: 1 })]) {
    const printed = printProof(one)
    assert.deepEqual(parseProof(printed), { ok: true, value: one })
    assert.deepEqual(parseProof(utf8(printed)), { ok: true, value: one })
  }
  const lines = printProof({ ...proof, extra: utf8('salt') }).split('\n')
  assert.deepEqual(lines.slice(0, 3), ['c2sp.org/tlog-proof@v1', 'extra c2FsdA==', 'index 7'])
  assert.equal(printProof({ ...proof, extra: new Uint8Array() }), printProof(proof))
})

test('another spelling of a proof is refused with its reason', async () => {
  const printed = printProof({ ...(await proofOf(7)), extra: utf8('salt') })
  const [, , , line = assert.fail()] = printed.split('\n')
  const cases: readonly (readonly [string, string])[] = [
    ['', 'log.proof-header'],
    [printed.replace('@v1', '@v2'), 'log.proof-header'],
    [` ${printed}`, 'log.proof-header'],
    [printed.replaceAll('\n', '\r\n'), 'log.proof-header'],
    [printed.replace('extra c2FsdA==', 'extra c2FsdA'), 'log.proof-extra'],
    [printed.replace('extra c2FsdA==', 'extra '), 'log.proof-extra'],
    [printed.replace('extra c2FsdA==', 'more c2FsdA=='), 'log.proof-index'],
    [printed.replace('index 7', 'index 07'), 'log.proof-index'],
    [printed.replace('index 7', 'index -7'), 'log.proof-index'],
    [printed.replace('index 7', 'index 9007199254740992'), 'log.proof-index'],
    [printed.replace('index 7\n', ''), 'log.proof-index'],
    [printed.replace(line, line.slice(4)), 'log.proof-path'],
    [printed.replace(line, Array.from({ length: 64 }, () => line).join('\n')), 'log.proof-path'],
    [printed.slice(0, -1), 'log.note-end'],
  ]
  for (const [text, code] of cases) {
    const parsed = parseProof(text)
    assert.equal(parsed.ok ? 'read' : parsed.refusals[0]?.code, code, text)
  }
  assert.ok(!parseProof(printed.replace(line, '')).ok, 'an empty line ends the path')
})

test('no proof changed in one byte holds, and no cut or random one makes the reader throw', async () => {
  const proof = await proofOf(37)
  const strict: Policy = { ...policy, quorum: { need: 2, of: ['w3.example', 'w4.example'] } }
  const original = utf8(printProof(proof))
  assert.equal(verifyProof(proof, leaf(37), strict).holds, true)
  const holds = (bytes: Uint8Array): boolean => {
    const parsed = parseProof(bytes)
    return parsed.ok && verifyProof(parsed.value, leaf(37), strict).holds
  }
  fc.assert(
    fc.property(fc.nat(original.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      assert.ok(!holds(original.with(at, (original[at] ?? 0) ^ flip)))
    }),
    { numRuns: 1000 },
  )
  for (let end = 0; end < original.length; end += 1) assert.ok(!holds(original.slice(0, end)), `cut at ${end}`)
  const lines = printProof(proof).split('\n')
  fc.assert(
    fc.property(fc.nat(lines.length - 1), fc.nat(lines.length - 1), (a, b) => {
      const swapped = lines.with(a, lines[b] ?? '').with(b, lines[a] ?? '')
      const doubled = lines.toSpliced(a, 0, lines[b] ?? '')
      const sameSet = (text: readonly string[]): boolean => text.join('\n') === lines.join('\n')
      for (const changed of [swapped, lines.toSpliced(a, 1), doubled])
        if (!sameSet(changed) && !signatureLinesOnly(changed, lines)) assert.ok(!holds(utf8(changed.join('\n'))))
    }),
    { numRuns: 500 },
  )
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (junk) => assert.ok(!holds(utf8(junk)))))
  fc.assert(fc.property(fc.uint8Array(), (junk) => assert.ok(!holds(junk))))
})

/** The order of signature lines, and a line twice, mean nothing: signatures are a set. */
function signatureLinesOnly(changed: readonly string[], original: readonly string[]): boolean {
  const rest = (lines: readonly string[]): string => lines.filter((line) => !line.startsWith('— ')).join('\n')
  return (
    rest(changed) === rest(original) &&
    original.every((line) => changed.includes(line)) &&
    changed.every((line) => original.includes(line))
  )
}
