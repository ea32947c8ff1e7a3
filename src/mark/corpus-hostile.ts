import { deflateSync } from 'node:zlib'
import * as made from './corpus.ts'

const { be, box, bytesOf, chunk, element, fileType, foldedChunk, join, jpeg, le, png, riffChunk, utf8Of } = made
export const nested = (depth: number, wrap: (inner: Uint8Array) => Uint8Array): Uint8Array => {
  let inner: Uint8Array = new Uint8Array(0)
  for (let n = 0; n < depth; n += 1) inner = wrap(inner)
  return inner
}
function many(count: number, part: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(count * part.length)
  for (let at = 0; at < bytes.length; at += part.length) bytes.set(part, at)
  return bytes
}
export const ZEROS = new Uint8Array(60_000_000)
export const bomb = deflateSync(ZEROS)

/** Built to hang, to fill the memory or to throw. */
export const HOSTILE: Readonly<Record<string, () => Uint8Array>> = {
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

/** A store of manifests with these boxes inside. */
const store = (...inside: readonly Uint8Array[]): Uint8Array => {
  const uuid = (letters: string): Uint8Array =>
    join(letters, Uint8Array.from([0, 0x11, 0, 0x10, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71]))
  const described = (letters: string, label: string, ...more: readonly Uint8Array[]): Uint8Array =>
    box('jumb', box('jumd', uuid(letters), '\x03', `${label}\0`), ...more)
  return described(
    'c2pa',
    'c2pa',
    described('c2ma', 'urn:c2pa:x', ...inside, described('c2cl', 'c2pa.claim.v2', ...inside)),
  )
}
const claim = (cbor: Uint8Array): Uint8Array => jpeg({ jumbf: store(box('cbor', cbor)) })

/** Built against whoever verifies signed manifests: none of it is from elsewhere, all of it looks like one. */
export const HOSTILE_MANIFESTS: Readonly<Record<string, () => Uint8Array>> = {
  'a claim of arrays in arrays': () => claim(many(60_000, Uint8Array.from([0x81]))),
  'a claim of tags on tags': () => claim(many(60_000, Uint8Array.from([0xc1]))),
  'a claim that says it holds a thousand million million things': () =>
    claim(Uint8Array.from([0x9b, 0, 3, 0x8d, 0x7e, 0xa4, 0xc6, 0x80, 0, 0])),
  'a claim whose text is longer than any memory': () =>
    claim(Uint8Array.from([0x7b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 97])),
  'a map that never ends': () => claim(join(Uint8Array.from([0xbf]), many(20_000, bytesOf('aaaa')))),
  'boxes of manifests in boxes of manifests': () => jpeg({ jumbf: nested(2000, (inner) => box('jumb', inner)) }),
  'ten thousand manifests without a claim': () => jpeg({ jumbf: store(many(5000, box('jumb', box('jumd', 'c2ma')))) }),
  'a manifest in sixty thousand segments': () => {
    const part = join(Uint8Array.from([0xff, 0xeb, 0, 14]), 'JP', be(1, 2), be(2, 4), be(12, 4))
    return join(Uint8Array.from([0xff, 0xd8]), many(60_000, part), Uint8Array.from([0xff, 0xd9]))
  },
  'a manifest chunk longer than the file': () => png([join(be(0x7fffffff, 4), 'caBX', store())]),
  'a directory with a manifest of four thousand million bytes': () =>
    join('II*\0', le(8, 4), le(1, 2), le(0xcd41, 2), le(7, 2), le(0xffffffff, 4), le(8, 4), le(8, 4)),
  'directories in a ring, each with a manifest': () => {
    const one = (at: number, next: number): Uint8Array =>
      join(le(1, 2), le(0xcd41, 2), le(7, 2), le(64, 4), le(at, 4), le(next, 4))
    return join('II*\0', le(8, 4), one(8, 26), one(8, 8), new Uint8Array(38_000))
  },
  'sub-directories that lead to each other': () => {
    const one = (to: number): Uint8Array => join(le(0x014a, 2), le(13, 2), le(1, 4), le(to, 4))
    return join('II*\0', le(8, 4), le(2, 2), one(8), one(8), le(8, 4), many(3000, bytesOf('*\0\x08\0\0\0')))
  },
  'a compressed frame shorter than its length says': () =>
    join('ID3\x03\0\0\0\0\x03\x00', 'GEOB', be(3, 4), '\0\x80', 'abc', many(400, bytesOf('\0'))),
  'a film whose tables count to four thousand million': () =>
    join(
      fileType('isom'),
      box('moov', box('trak', box('mdia', box('minf', box('stbl', box('stco', be(0, 4), be(0xffffffff, 4))))))),
      box(
        'uuid',
        Uint8Array.from([
          0xd8, 0xfe, 0xc3, 0xd6, 0x1b, 0x0e, 0x48, 0x3c, 0x92, 0x97, 0x58, 0x28, 0x87, 0x7e, 0xc4, 0x81,
        ]),
        be(0, 4),
        'manifest\0',
        be(0, 8),
        store(),
      ),
    ),
  'a drawing of twenty thousand groups in groups, with a manifest': () =>
    made.svg(
      `<metadata><c2pa:manifest xmlns:c2pa="http://c2pa.org/manifest">AAAA</c2pa:manifest></metadata>${'<g>'.repeat(20_000)}`,
    ),
  'a document whose pages are each other’s children': () =>
    utf8Of(
      '%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R/AF[1 0 R]>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 999999999>>endobj\nxref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000068 00000 n \ntrailer<</Size 3/Root 1 0 R/Prev 130>>\nstartxref\n130\n%%EOF',
    ),
}
