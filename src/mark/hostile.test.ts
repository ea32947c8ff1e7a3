import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { BOUNDS, Budget } from './budget.ts'
import { GENERATED } from './corpus-generators.ts'
import { bomb, HOSTILE, HOSTILE_MANIFESTS, nested, ZEROS } from './corpus-hostile.ts'
import * as made from './corpus.ts'
import { inflate } from './inflate.ts'
import { scan } from './scan.ts'
import { readTraces } from './traces.ts'
import { readXmp } from './xmp.ts'

const { be, box, fileType, foldedChunk, join, jpeg, png } = made

test('whatever is built to hang or to throw ends within its bounds', () => {
  for (const [what, build] of Object.entries({ ...HOSTILE, ...HOSTILE_MANIFESTS })) {
    ZEROS.fill(0)
    const bytes = build()
    const began = process.cpuUsage()
    const found = scan(bytes)
    readTraces(found)
    const { user, system } = process.cpuUsage(began)
    const seconds = (user + system) / 1e6
    assert.ok(seconds < 5, `${what}: ${seconds.toFixed(1)} s, ${found.steps} steps`)
    assert.ok(found.fields.length <= BOUNDS.fields, what)
    assert.ok(found.fields.reduce((sum, f) => sum + f.value.length, 0) <= BOUNDS.kept, what)
  }
})

test('a scan that could not see everything says why', () => {
  const limits = (bytes: Uint8Array) => scan(bytes).limits
  ZEROS.fill(0)
  assert.deepEqual(limits(png([foldedChunk('zTXt', 'parameters', bomb)])).includes('inflated'), true)
  assert.deepEqual(
    limits(
      join(
        fileType('isom'),
        nested(1000, (inner) => box('moov', inner)),
      ),
    ),
    ['depth'],
  )
  assert.deepEqual(limits(join('\x89PNG\r\n\x1a\n', be(0xffff, 4), 'tEXt', be(0, 8))), ['truncated'])
  assert.deepEqual(limits(join('%PDF-1.7\n', '/Encrypt 5 0 R')), ['encrypted'])
  assert.deepEqual(scan(png([]), { ...BOUNDS, steps: 2 }).limits, ['steps'])
  assert.deepEqual(limits(png([made.textChunk('Comment', 'whole')])), [])
})

const corpus = [
  ...GENERATED.map((g) => g.bytes),
  jpeg({ jumbf: made.manifest('x') }),
  made.matroska('webm', { AIGC: '{}' }, true),
]

test('no bytes at all make the scanner throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.constantFrom(...corpus), (noise, file) => {
      readTraces(scan(noise))
      readTraces(scan(join(file.subarray(0, 40), noise)))
    }),
    { numRuns: 1500 },
  )
})

test('no change to a file, and no cut, makes the scanner throw', () => {
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) })
  fc.assert(
    fc.property(
      fc.constantFrom(...corpus),
      fc.array(change, { maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (file, changes, cut) => {
        const bytes = file.slice()
        for (const { at, byte } of changes) bytes[Math.floor(at * bytes.length)] = byte
        for (const part of [bytes, bytes.subarray(0, Math.floor(cut * bytes.length))])
          for (const { offset, length } of scan(part).fields) assert.ok(offset + length <= part.length)
      },
    ),
    { numRuns: 1500 },
  )
})

test('what the platform folds, we unfold; what was cut gives its beginning', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 3000 }),
      fc.integer({ min: 0, max: 9 }),
      fc.nat(40),
      (noise, level, times) => {
        const plain = join(...Array.from({ length: times }, () => noise))
        const folded = deflateSync(plain, { level })
        const { bytes, whole } = inflate(folded, new Budget())
        assert.ok(whole)
        assert.deepEqual(Buffer.from(bytes).equals(plain), true)
        const cut = inflate(folded.subarray(0, folded.length >> 1), new Budget()).bytes
        assert.ok(Buffer.from(cut).equals(plain.subarray(0, cut.length)))
      },
    ),
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => void inflate(noise, new Budget())))
})

test('no entity of a document type is ever unfolded', () => {
  const text = '<!DOCTYPE r [<!ENTITY a "secret">]><r xmlns:dc="x" dc:a="&a;&lt;&#65;"/>'
  assert.deepEqual(
    readXmp(text, new Budget()).map((p) => p.value),
    ['&a;<A'],
  )
})

test('no text makes the reader of packets throw or take long', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '</',
    '/>',
    '="',
    "='",
    '&#x',
    '&amp;',
    'xmlns:a',
    'a:b',
    'rdf:li',
    ' ',
    '"',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    'é',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      const budget = new Budget()
      readXmp(pieces.join(''), budget)
      assert.ok(budget.used < 1000)
    }),
    { numRuns: 1000 },
  )
})
