import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseCheckpoint, parseSignedCheckpoint, printCheckpoint } from './checkpoint.ts'
import { toBase64 } from './encoding.ts'
import { EMPTY_ROOT } from './hash.ts'

/** The published example (C2SP tlog-cosignature): a log's signature and a witness's. */
const EXAMPLE = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`

test('the published checkpoint is read', () => {
  const parsed = parseSignedCheckpoint(EXAMPLE)
  assert.ok(parsed.ok)
  const { checkpoint, note } = parsed.value
  assert.equal(checkpoint.origin, 'example.com/behind-the-sofa')
  assert.equal(checkpoint.size, 20_852_163)
  assert.equal(toBase64(checkpoint.root), 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=')
  assert.deepEqual(
    note.signatures.map(({ name, id, bytes }) => [name, id, bytes.length]),
    [
      ['example.com/behind-the-sofa', '033de0ae', 64],
      ['witness.example.com/w1', '8d66cf3f', 72],
    ],
  )
})

test('what is printed is read back the same', () => {
  const checkpoint = fc.record(
    {
      origin: fc.stringMatching(/^[a-z./]{1,30}$/),
      size: fc.maxSafeNat(),
      root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
      extensions: fc.array(fc.stringMatching(/^[a-z ]{1,10}$/), { maxLength: 3 }),
    },
    { noNullPrototype: true },
  )
  fc.assert(
    fc.property(checkpoint, (one) => assert.deepEqual(parseCheckpoint(printCheckpoint(one)), { ok: true, value: one })),
  )
})

test('a checkpoint has three lines or more, none empty, and one spelling', () => {
  const root = toBase64(EMPTY_ROOT)
  const cases: readonly (readonly [string, string])[] = [
    ['', 'log.checkpoint-lines'],
    [`origin\n0\n${root}`, 'log.checkpoint-lines'],
    ['origin\n0\n', 'log.checkpoint-lines'],
    [`\n0\n${root}\n`, 'log.checkpoint-lines'],
    [`origin\n0\n${root}\n\n`, 'log.checkpoint-lines'],
    [`origin\n0\n${root}\n\nmore\n`, 'log.checkpoint-lines'],
    [`origin\n00\n${root}\n`, 'log.checkpoint-size'],
    [`origin\n-1\n${root}\n`, 'log.checkpoint-size'],
    [`origin\n1e3\n${root}\n`, 'log.checkpoint-size'],
    [`origin\n 1\n${root}\n`, 'log.checkpoint-size'],
    [`origin\n9007199254740992\n${root}\n`, 'log.checkpoint-size'],
    [`origin\n0\n${root.slice(4)}\n`, 'log.checkpoint-root'],
    [`origin\n0\n${root.slice(0, -1)}\n`, 'log.checkpoint-root'],
    [`origin\n0\n${root.replace('U=', 'V=')}\n`, 'log.checkpoint-root'],
  ]
  for (const [text, code] of cases) {
    const parsed = parseCheckpoint(text)
    assert.equal(parsed.ok ? 'read' : parsed.refusals[0]?.code, code, JSON.stringify(text))
  }
  assert.ok(parseCheckpoint(`origin\n0\n${root}\nmore\n`).ok)
  assert.throws(() => printCheckpoint({ origin: 'a\nb', size: 0, root: EMPTY_ROOT, extensions: [] }), RangeError)
  assert.throws(() => printCheckpoint({ origin: '', size: 0, root: EMPTY_ROOT, extensions: [] }), RangeError)
})
