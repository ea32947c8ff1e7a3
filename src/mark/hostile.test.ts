import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { BOUNDS, Budget } from './budget.ts'
import { GENERATED } from './corpus-generators.ts'
import * as made from './corpus.ts'
import { inflate } from './inflate.ts'
import { scan } from './scan.ts'
import { readTraces } from './traces.ts'
import { readXmp } from './xmp.ts'

const { be, box, bytesOf, chunk, element, fileType, foldedChunk, join, jpeg, le, png, riffChunk, utf8Of } = made
const nested = (depth: number, wrap: (inner: Uint8Array) => Uint8Array): Uint8Array => {
  let inner: Uint8Array = new Uint8Array(0)
  for (let n = 0; n < depth; n += 1) inner = wrap(inner)
  return inner
}
function many(count: number, part: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(count * part.length)
  for (let at = 0; at < bytes.length; at += part.length) bytes.set(part, at)
  return bytes
}
const ZEROS = new Uint8Array(60_000_000)
const bomb = deflateSync(ZEROS)

/** Built to hang, to fill the memory or to throw. */
const HOSTILE: Readonly<Record<string, () => Uint8Array>> = {
  'a chunk longer than the file': () => join('\x89PNG\r\n\x1a\n', be(0xffffffff, 4), 'tEXt'),
  'a text that unfolds to sixty megabytes': () => png([foldedChunk('zTXt', 'parameters', bomb)]),
  'a hundred such texts': () => png(Array.from({ length: 100 }, () => foldedChunk('iTXt', 'parameters', bomb))),
  'a million chunks of nothing': () => join('\x89PNG\r\n\x1a\n', many(1_000_000, bytesOf('\0\0\0\0tEXt\0\0\0\0'))),
  'a directory that leads to itself': () =>
    join('II*\0', le(8, 4), le(1, 2), le(0x8769, 2), le(4, 2), le(1, 4), le(8, 4), le(8, 4)),
  'a directory of sixty-five thousand entries that point anywhere': () =>
    join('II*\0', le(8, 4), le(0xffff, 2), many(65_535, join(le(0x010e, 2), le(2, 2), le(0xffffffff, 4), le(7, 4)))),
  'sub-directories by the million': () =>
    join('II*\0', le(8, 4), le(1, 2), le(0x014a, 2), le(4, 2), le(0xffffffff, 4), le(8, 4), many(20_000, le(10, 4))),
  'a text of the same bytes a hundred thousand times': () => {
    const entry = join(le(0x010e, 2), le(2, 2), le(4_000_000, 4), le(8, 4))
    return join('II*\0', le(8, 4), le(60_000, 2), many(60_000, entry), ZEROS.subarray(0, 4_000_000).fill(65))
  },
  'a thousand lists in lists': () =>
    join(
      'RIFF',
      le(1e6, 4),
      'WAVE',
      nested(1000, (inner) => riffChunk('LIST', join('INFO', inner))),
    ),
  'a thousand boxes in boxes': () =>
    join(
      fileType('isom'),
      nested(1000, (inner) => box('moov', inner)),
    ),
  'a thousand tags in tags': () =>
    join(
      element(0x1a45dfa3, bytesOf('')),
      element(
        0x18538067,
        element(
          0x1254c367,
          element(
            0x7373,
            nested(1000, (inner) => element(0x67c8, inner)),
          ),
        ),
      ),
    ),
  'a box of no size in a box of no size': () => join(fileType('isom'), many(100_000, bytesOf('\0\0\0\0moov'))),
  'an item list with four thousand million items': () =>
    join(
      fileType('heic'),
      box(
        'meta',
        be(0, 4),
        box('iinf', be(0, 4), be(1, 2), box('infe', be(0x02000000, 4), be(1, 2), be(0, 2), 'Exif\0')),
        box('iloc', be(0x02000000, 4), be(0xffff, 2), be(0xffffffff, 4), many(50_000, be(1, 16))),
      ),
    ),
  'pages that never end a packet': () =>
    many(50_000, join('OggS', new Uint8Array(22), Uint8Array.from([1, 255]), new Uint8Array(255))),
  'comments without number': () =>
    join('fLaC\x84', be(0xffffff, 3), le(0, 4), le(0xffffffff, 4), many(300_000, le(0, 4))),
  'a tag of version 2.3 whose frames have no length': () =>
    join('ID3\x03\0\0', '\x7f\x7f\x7f\x7f', many(200_000, bytesOf('TXXX\0\0\0\0\0\0'))),
  'a compressed frame of no length': () => join('ID3\x03\0\0\0\0\0\x14', 'TXXX', be(2, 4), '\0\x80', 'ab'),
  'pictures by the million': () =>
    join('GIF89a', bytesOf('\x01\0\x01\0\0\0\0'), many(1_000_000, bytesOf('\x2c\0\0\0\0\x01\0\x01\0\0\x02\0'))),
  'a hundred thousand streams of metadata': () =>
    join('%PDF-1.7\n', many(100_000, bytesOf('/Metadata/Subtype/XML>>stream\n'))),
  'fifty megabytes of slashes': () => join('%PDF-1.7\n', ZEROS.subarray(0, 50_000_000).fill(0x2f)),
  'markers that only fill': () => join('\xff\xd8', ZEROS.subarray(0, 5_000_000).fill(255)),
  'a packet that opens and never closes': () => jpeg({ xmp: '<a>'.repeat(20_000) }),
  'a packet of attributes': () => made.svg(`<metadata><rdf:RDF ${'a:b="c" '.repeat(100_000)}></rdf:RDF></metadata>`),
  'a packet of equals signs': () => made.svg(`<metadata><rdf:RDF ${'='.repeat(900_000)}></rdf:RDF></metadata>`),
  'a packet whose quote never ends': () =>
    made.svg(`<metadata><rdf:RDF a="${'<'.repeat(900_000)}</rdf:RDF></metadata>`),
  'a billion laughs': () =>
    utf8Of(
      `<?xpacket?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "${'&a;'.repeat(1000)}">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:TC260="x" TC260:AIGC="${'&b;'.repeat(10_000)}"/></rdf:RDF>`,
    ),
  'words that make patterns slow': () =>
    png([chunk('tEXt', join('Comment\0', utf8Of(`{${'"uc": "Steps: 1, Dream '.repeat(40_000)}`)))]),
  'comments that nearly match, as many as may be kept': () =>
    png(Array.from({ length: 250 }, () => made.textChunk('Comment', 'Steps: 1, '.repeat(6500)))),
  'ten thousand texts of every generator': () =>
    png(Array.from({ length: 10_000 }, (_, n) => made.textChunk('Software', `Steps: ${n}, nothing`))),
  'a label nested a hundred thousand times': () => png([made.textChunk('AIGC', '[{"AIGC":'.repeat(100_000))]),
}

test('whatever is built to hang or to throw ends within its bounds', () => {
  for (const [what, build] of Object.entries(HOSTILE)) {
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
