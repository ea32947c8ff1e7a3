import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { printCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import { cosign } from './cosignature.ts'
import { utf8 } from './encoding.ts'
import { leafHash, type Hash } from './hash.ts'
import { COSIGNATURE_V1, ED25519, signerFromSeed, type LogKey, type Signer } from './key.ts'
import { signedWith, signNote, withSignatures } from './note.ts'
import { proveConsistency, rootOfLeaves, type HashReader } from './tree.ts'
import {
  answerTo,
  judge,
  NEVER_SEEN,
  parseAddCheckpoint,
  parseCosignatures,
  printAddCheckpoint,
  type AddCheckpoint,
  type KnownLog,
} from './witness.ts'

const ORIGIN = 'umbrellas.example/log'
const log = signerFromSeed(ORIGIN, ED25519, new Uint8Array(32).fill(1))
const next = signerFromSeed(ORIGIN, ED25519, new Uint8Array(32).fill(2))
const witness = signerFromSeed('witness.example/w1', COSIGNATURE_V1, new Uint8Array(32).fill(3))
const leaves = Array.from({ length: 100 }, (_, n) => leafHash(utf8(`umbrella ${n} lent`)))
const rootAt = (size: number): Hash => rootOfLeaves(leaves.slice(0, size))
const read: HashReader = (places) =>
  Promise.resolve(
    places.map(({ level, index }) => rootOfLeaves(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))),
  )

function signed(size: number, root = rootAt(size), by: readonly Signer<LogKey['type']>[] = [log]): SignedCheckpoint {
  const checkpoint = { origin: ORIGIN, size, root, extensions: [] }
  return { checkpoint, note: signNote(printCheckpoint(checkpoint), by) }
}
const asking = async (old: number, size: number): Promise<AddCheckpoint> => ({
  old,
  path: await proveConsistency(old, size, read),
  signed: signed(size),
})
const knowing = (size: number, root = rootAt(size)): KnownLog => ({ keys: [log.key], latest: { size, root } })

test('a tree that grew is cosigned, and its head becomes what the witness remembers', async () => {
  for (const [old, size] of [
    [0, 0],
    [0, 1],
    [0, 8],
    [1, 2],
    [7, 8],
    [8, 8],
    [13, 100],
    [64, 65],
  ] as const) {
    const asked = await asking(old, size)
    const judgement = judge(knowing(old), asked)
    assert.deepEqual(judgement, { status: 200, text: asked.signed.note.text, latest: { size, root: rootAt(size) } })
    const answer = answerTo(judgement, [cosign(asked.signed.note.text, 1_700_000_000, witness)])
    const made = parseCosignatures(answer.body)
    assert.ok(made.ok)
    const note = withSignatures(asked.signed.note, made.value)
    assert.deepEqual(signedWith(note, witness.key), { is: 'good', at: 1_700_000_000 })
    assert.deepEqual(signedWith(note, log.key), { is: 'good' })
  }
})

test('a log nobody told the witness of is 404', async () => {
  assert.deepEqual(judge(undefined, await asking(0, 8)), { status: 404 })
})

test('a checkpoint without a good signature of a trusted key is 403', async () => {
  const asked = await asking(0, 8)
  assert.deepEqual(judge(knowing(0), { ...asked, signed: signed(8, rootAt(8), [next]) }), { status: 403 })
  assert.deepEqual(judge({ ...knowing(0), keys: [] }, asked), { status: 403 })
  const { checkpoint } = asked.signed
  const forged = { text: printCheckpoint({ ...checkpoint, size: 9 }), signatures: asked.signed.note.signatures }
  assert.deepEqual(judge(knowing(0), { ...asked, signed: { checkpoint, note: forged } }), { status: 403 })
})

test('while a log changes its key, one of the two is enough and a stranger beside it does no harm', async () => {
  const asked = await asking(0, 8)
  const both: KnownLog = { keys: [log.key, next.key], latest: NEVER_SEEN }
  const stranger = signerFromSeed('stranger.example', ED25519, new Uint8Array(32).fill(9))
  assert.equal(judge(both, { ...asked, signed: signed(8, rootAt(8), [next]) }).status, 200)
  assert.equal(judge(both, { ...asked, signed: signed(8, rootAt(8), [stranger, log]) }).status, 200)
})

test('an old size beyond the checkpoint is 400, before the witness says what it knows', async () => {
  const asked = await asking(0, 8)
  assert.deepEqual(judge(knowing(3), { ...asked, old: 9 }), { status: 400 })
})

test('an old size the witness does not hold is 409 with the size it holds', async () => {
  const judgement = judge(knowing(13), await asking(8, 100))
  assert.deepEqual(judgement, { status: 409, size: 13 })
  assert.deepEqual(answerTo(judgement, []), { status: 409, type: 'text/x.tlog.size', body: '13\n' })
  assert.deepEqual(judge(NEVER(), await asking(8, 100)), { status: 409, size: 0 })
})
const NEVER = (): KnownLog => ({ keys: [log.key], latest: NEVER_SEEN })

test('a second root for the same size is 409: the log has two faces', async () => {
  const asked = await asking(8, 8)
  assert.deepEqual(judge(knowing(8), { ...asked, signed: signed(8, rootAt(9)) }), { status: 409, size: 8 })
})

test('a proof that does not lead from the old tree to the new is 422', async () => {
  const asked = await asking(8, 100)
  const [first = assert.fail(), ...rest] = asked.path
  assert.deepEqual(judge(knowing(8), { ...asked, path: rest }), { status: 422 })
  assert.deepEqual(judge(knowing(8), { ...asked, path: [...asked.path, first] }), { status: 422 })
  assert.deepEqual(judge(knowing(8), { ...asked, path: [first.map((b) => b ^ 1), ...rest] }), { status: 422 })
  assert.deepEqual(judge(knowing(8, rootAt(9)), asked), { status: 422 })
  assert.deepEqual(judge(knowing(8), { ...(await asking(8, 8)), path: [first] }), { status: 422 })
  assert.deepEqual(judge(NEVER(), { ...(await asking(0, 8)), path: [first] }), { status: 422 })
  assert.deepEqual(judge(NEVER(), { ...(await asking(0, 0)), signed: signed(0, rootAt(1)) }), { status: 409, size: 0 })
})

test('a witness that sees every checkpoint never cosigns two that contradict each other', async () => {
  const step = fc.record({ old: fc.nat(60), size: fc.nat(60), lie: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      let known = NEVER()
      const said = new Map<number, Hash>()
      for (const { old, size, lie } of steps) {
        const asked = await asking(Math.min(old, size), size)
        const told = lie && size > 0 ? { ...asked, signed: signed(size, rootAt(size + 1)) } : asked
        const judgement = judge(known, told)
        if (judgement.status !== 200) continue
        assert.ok(judgement.latest.size >= known.latest.size, 'it never goes back')
        assert.deepEqual(said.get(size) ?? judgement.latest.root, judgement.latest.root, 'one size, one root')
        said.set(size, judgement.latest.root)
        known = { ...known, latest: judgement.latest }
      }
    }),
    { numRuns: 30 },
  )
})

test('a request is read as it was printed, and no other spelling of it', async () => {
  for (const [old, size] of [
    [0, 8],
    [8, 8],
    [13, 100],
  ] as const) {
    const printed = printAddCheckpoint(await asking(old, size))
    const parsed = parseAddCheckpoint(utf8(printed))
    assert.ok(parsed.ok)
    assert.equal(printAddCheckpoint(parsed.value), printed)
    for (let end = 0; end < printed.length; end += 1) assert.ok(!parseAddCheckpoint(printed.slice(0, end)).ok, `${end}`)
  }
  const printed = printAddCheckpoint(await asking(13, 100))
  const line = printed.split('\n')[1] ?? assert.fail()
  const cases: readonly (readonly [string, string])[] = [
    [printed.replace('old 13', 'old 013'), 'log.request-old-size'],
    [printed.replace('old 13', 'old  13'), 'log.request-old-size'],
    [printed.replace('old 13', 'old -1'), 'log.request-old-size'],
    [printed.replace('old 13', 'old 18446744073709551615'), 'log.request-old-size'],
    [printed.replace('old 13', 'new 13'), 'log.request-old-size'],
    [printed.replace(line, line.slice(4)), 'log.request-path'],
    [printed.replace(line, ` ${line}`), 'log.request-path'],
    [printed.replace(line, Array.from({ length: 64 }, () => line).join('\n')), 'log.request-path'],
    [printed.replace('\n100\n', '\n0100\n'), 'log.checkpoint-size'],
  ]
  for (const [text, code] of cases) {
    const parsed = parseAddCheckpoint(text)
    assert.equal(parsed.ok ? 'read' : parsed.refusals[0]?.code, code)
  }
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (junk) => void parseAddCheckpoint(junk)))
})

test('an answer of a witness that is no list of signature lines is refused', () => {
  for (const body of ['', '\n', 'ok\n', '— witness.example/w1 AAAA', '<html>\n'])
    assert.ok(!parseCosignatures(body).ok, body)
})
