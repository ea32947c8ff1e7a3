import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import {
  ape,
  bytesOf,
  fileType,
  box,
  element,
  flac,
  gif,
  heif,
  id3,
  id3Frame,
  infoList,
  internationalChunk,
  join,
  jpeg,
  manifest,
  matroska,
  mp3,
  mp4,
  ogg,
  packet,
  pdf,
  pdfStream,
  png,
  riff,
  riffChunk,
  svg,
  textChunk,
  tiff,
  userText,
  utf16Of,
  utf8Of,
  xmpBox,
} from './corpus.ts'
import { type Kind, KINDS } from './kind.ts'
import { readRegistration, type Registration, writePacket } from './own.ts'
import { scan } from './scan.ts'
import { readTraces, type Trace } from './traces.ts'
import { paged } from './view.ts'
import { NAMESPACES } from './xmp.ts'

const traces = (bytes: Uint8Array): readonly Trace[] => readTraces(scan(bytes))
const REGISTRATION: Registration = {
  statement: 'created-by-ai',
  aiId: 'AI-2026-000042-K',
  contentId: '0123456789ab',
  register: 'https://saola.example/vi/register/AI-2026-000042-K',
  provider: 'Thư viện Ô & Dù <1>',
  at: '2026-06-01T00:00:00.000Z',
}
const OURS = writePacket(REGISTRATION)
const XMP = utf8Of(OURS)

/** One packet in every container that can hold one. */
const CARRIED: readonly (readonly [kind: Kind, bytes: Uint8Array])[] = [
  ['jpeg', jpeg({ xmp: OURS })],
  ['png', png([internationalChunk('XML:com.adobe.xmp', OURS)])],
  ['png', png([], [internationalChunk('XML:com.adobe.xmp', OURS)])],
  [
    'png',
    png([
      textChunk(
        'Raw profile type xmp',
        `\nxmp\n    ${XMP.length}\n${Buffer.from(XMP).toString('hex').replace(/.{72}/g, '$&\n')}\n`,
      ),
    ]),
  ],
  ['webp', riff('WEBP', [riffChunk('VP8 ', new Uint8Array(7)), riffChunk('XMP ', XMP)])],
  ['avif', heif('avif', { xmp: OURS })],
  ['heic', heif('heic', { exif: tiff({ 0x0131: '17.0' }), xmp: OURS })],
  ['tiff', tiff({ 0x02bc: XMP })],
  ['tiff', tiff({ 0x02bc: XMP }, { little: false })],
  ['gif', gif({ xmp: OURS })],
  ['svg', svg(`<metadata>${OURS.replace(/<\?xpacket[^>]*\?>/g, '')}</metadata>`)],
  ['pdf', pdf(pdfStream(1, '/Type /Metadata /Subtype /XML', XMP))],
  ['pdf', pdf(pdfStream(1, '/Type/Metadata/Subtype/XML/Filter/FlateDecode', deflateSync(XMP)))],
  ['mp4', join(fileType('isom'), xmpBox(OURS), box('moov', box('mvhd', new Uint8Array(100))))],
  ['mov', join(fileType('qt  '), box('moov', box('udta', box('XMP_', XMP))))],
  ['m4a', join(fileType('M4A '), xmpBox(OURS))],
  ['mp3', mp3(id3([id3Frame('PRIV', join('XMP\0', XMP))]))],
  ['wav', riff('WAVE', [riffChunk('data', new Uint8Array(5)), riffChunk('_PMX', XMP)])],
  [
    'avi',
    riff('AVI ', [riffChunk('LIST', join('hdrl', riffChunk('avih', new Uint8Array(56)))), riffChunk('_PMX', XMP)]),
  ],
  ['flac', flac({}, id3([id3Frame('PRIV', join('XMP\0', XMP))]))],
  [
    'mkv',
    join(
      element(0x1a45dfa3, element(0x4282, bytesOf('matroska'))),
      element(
        0x18538067,
        element(
          0x1941a469,
          element(0x61a7, join(element(0x4660, bytesOf('application/rdf+xml')), element(0x465c, XMP))),
        ),
      ),
    ),
  ],
  ['xmp', XMP],
]

test('a packet of ours is found in every container that can hold one, with the source type in full', () => {
  for (const [kind, bytes] of CARRIED) {
    const found = scan(bytes)
    assert.equal(found.kind, kind)
    const all = readTraces(found)
    const ours = all.flatMap((t) => (t.sort === 'registration' ? [t.registration] : []))
    assert.deepEqual(ours, [REGISTRATION], kind)
    assert.ok(
      all.some((t) => t.sort === 'source-type' && t.whole && t.share === 'generated'),
      kind,
    )
    for (const { offset, length } of found.fields)
      assert.ok(offset >= 0 && length > 0 && offset + length <= bytes.length, kind)
  }
})

const LABEL = { Label: '1', ContentProducer: '001191110000000000000', ProduceID: 'p-42', ReservedCode1: 'r' }
const JSON_LABEL = JSON.stringify(LABEL)
const WRAPPED = JSON.stringify({ AIGC: LABEL })
const entity = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
const TC260 = `xmlns:TC260="${NAMESPACES.TC260}"`

/** Every carrier of the label of GB 45438. */
const LABELLED: readonly (readonly [form: string, bytes: Uint8Array])[] = [
  ['XMP attribute', jpeg({ xmp: packet(`${TC260} TC260:AIGC="${entity(JSON_LABEL)}"`) })],
  ['XMP element', jpeg({ xmp: packet(TC260, `<TC260:AIGC>${JSON_LABEL}</TC260:AIGC>`) })],
  ['XMP element, wrapped', jpeg({ xmp: packet(TC260, `<TC260:AIGC>${WRAPPED}</TC260:AIGC>`) })],
  ['XMP, escaped twice', jpeg({ xmp: packet(TC260, `<TC260:AIGC>${entity(entity(JSON_LABEL))}</TC260:AIGC>`) })],
  [
    'XMP, prefix not declared',
    png([internationalChunk('XML:com.adobe.xmp', packet('', `<TC260:AIGC>${JSON_LABEL}</TC260:AIGC>`))]),
  ],
  [
    'XMP, prefix of another name',
    jpeg({ xmp: packet(`xmlns:a="http://elsewhere.example/"`, `<a:AIGC>${JSON_LABEL}</a:AIGC>`) }),
  ],
  [
    'XMP in members',
    jpeg({
      xmp: packet(
        TC260,
        `<TC260:AIGC rdf:parseType="Resource"><TC260:Label>1</TC260:Label><TC260:ContentProducer>${LABEL.ContentProducer}</TC260:ContentProducer><TC260:ProduceID>p-42</TC260:ProduceID></TC260:AIGC>`,
      ),
    }),
  ],
  ['PNG text', png([textChunk('AIGC', JSON_LABEL)])],
  ['Exif comment', jpeg({ exif: tiff({}, { comment: join('ASCII\0\0\0', WRAPPED) }) })],
  ['Exif comment, UTF-16', jpeg({ exif: tiff({}, { comment: join('UNICODE\0', utf16Of(WRAPPED)) }) })],
  ['RIFF chunk', riff('WAVE', [riffChunk('AIGC', utf8Of(JSON_LABEL))])],
  ['WebP', riff('WEBP', [riffChunk('XMP ', utf8Of(packet(`${TC260} TC260:AIGC="${entity(WRAPPED)}"`)))])],
  ['ID3', mp3(id3([id3Frame('TXXX', userText('AIGC', JSON_LABEL))]))],
  ['ID3, UTF-16', mp3(id3([id3Frame('TXXX', userText('AIGC', WRAPPED, true), 3)], 3))],
  ['APE', mp3(new Uint8Array(0), ape({ AIGC: JSON_LABEL }))],
  ['MP4 keys', mp4('isom', { AIGC: JSON_LABEL })],
  ['MOV keys', mp4('qt  ', { 'com.example.AIGC': JSON_LABEL })],
  ['Matroska', matroska('matroska', { AIGC: JSON_LABEL })],
  ['WebM of open size', matroska('webm', { AIGC: JSON_LABEL }, true)],
  ['FLAC', flac({ AIGC: JSON_LABEL })],
  ['FLAC behind an ID3 tag', flac({ AIGC: JSON_LABEL }, id3([id3Frame('TIT2', bytesOf('\x03a'))]))],
  ['Ogg Vorbis', ogg('vorbis', { aigc: JSON_LABEL })],
  ['Opus over several pages', ogg('opus', { padding: 'x'.repeat(70_000), AIGC: JSON_LABEL })],
  ['AVI comment', riff('AVI ', [infoList({ ICMT: WRAPPED })])],
  [
    'SVG',
    svg(
      `<metadata><rdf:RDF xmlns:rdf="${NAMESPACES.rdf}"><rdf:Description ${TC260} TC260:AIGC="${entity(JSON_LABEL)}"/></rdf:RDF></metadata>`,
    ),
  ],
]

test('the label of GB 45438 is read in each of its carriers and spellings', () => {
  for (const [form, bytes] of LABELLED) {
    const labels = traces(bytes).filter((t) => t.sort === 'aigc')
    assert.equal(labels.length, 1, form)
    const [label] = labels
    assert.equal(label?.says, 'is', form)
    assert.equal(label?.producer, LABEL.ContentProducer, form)
    assert.equal(label?.produceId, 'p-42', form)
  }
})

test('a label that cannot be read is said to be there', () => {
  assert.deepEqual(
    traces(png([textChunk('AIGC', '{"Label": 1, ')])).map((t) => t.sort),
    ['aigc-unreadable'],
  )
})

test('of a PDF that was changed, the last packet counts', () => {
  const camera = packet(
    `xmlns:Iptc4xmpExt="${NAMESPACES.Iptc4xmpExt}" Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"`,
  )
  const [first, second] = [utf8Of(camera), XMP]
  const stream = (body: Uint8Array): Uint8Array => pdfStream(1, '/Type /Metadata /Subtype /XML', body)
  const shares = (bytes: Uint8Array) => traces(bytes).flatMap((t) => (t.sort === 'source-type' ? [t.share] : []))
  assert.deepEqual(shares(pdf(stream(first), stream(second))), ['generated'])
  assert.deepEqual(shares(pdf(stream(second), stream(first))), ['none'])
})

test('the four members of IPTC 2025.1 and the bare code of a source type are read for what they are', () => {
  const members = ['AISystemUsed', 'AISystemVersionUsed', 'AIPromptInformation', 'AIPromptWriterName']
  const xmp = packet(
    `xmlns:e="${NAMESPACES.Iptc4xmpExt}"`,
    [
      ...members.map((m) => `<e:${m}>x</e:${m}>`),
      '<e:DigitalSourceType>trainedAlgorithmicMedia</e:DigitalSourceType>',
    ].join(''),
  )
  const all = traces(jpeg({ xmp }))
  assert.deepEqual(
    all.flatMap((t) => (t.sort === 'iptc-ai' ? [t.name] : [])),
    members,
  )
  const [type] = all.filter((t) => t.sort === 'source-type')
  assert.deepEqual([type?.share, type?.whole, type?.listed], ['generated', false, true])
})

test('a manifest is seen where each container keeps it, and what it says is marked as hearsay', () => {
  const store = manifest(
    'claim_generator\x66maker1 http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
  )
  const geob = id3Frame('GEOB', join('\0application/x-c2pa-manifest-store\0c2pa\0c2pa manifest store\0', store))
  const uuid = Uint8Array.from([216, 254, 195, 214, 27, 14, 72, 60, 146, 151, 88, 40, 135, 126, 196, 129])
  const files: readonly (readonly [Kind, Uint8Array])[] = [
    ['jpeg', jpeg({ jumbf: store })],
    ['png', png([join(Uint8Array.from([0, 0, store.length >> 8, store.length & 255]), 'caBX', store, '\0\0\0\0')])],
    ['webp', riff('WEBP', [riffChunk('C2PA', store)])],
    ['wav', riff('WAVE', [riffChunk('C2PA', store)])],
    ['mp4', join(fileType('isom'), box('uuid', uuid, '\0\0\0\0', 'manifest\0', new Uint8Array(8), store))],
    ['tiff', tiff({ 0xcd41: store })],
    ['mp3', mp3(id3([geob]))],
    ['flac', flac({}, id3([geob], 3))],
    [
      'svg',
      svg(
        `<metadata><c2pa:manifest xmlns:c2pa="http://c2pa.org/manifest">${Buffer.from(store).toString('base64')}</c2pa:manifest></metadata>`,
      ),
    ],
    ['c2pa', store],
  ]
  for (const [kind, bytes] of files) {
    assert.equal(scan(bytes).kind, kind)
    const sorts = traces(bytes).map((t) => (t.sort === 'manifest-hint' ? `${t.name} ${t.value}` : t.sort))
    assert.deepEqual(
      sorts,
      [
        'manifest',
        'source-type http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
        'generator maker1',
      ],
      kind,
    )
  }
})

test('the kind of a file is its bytes, and each kind the craft speaks of is known', () => {
  const seen = new Set(CARRIED.map(([, bytes]) => scan(bytes).kind))
  for (const [, bytes] of LABELLED) seen.add(scan(bytes).kind)
  const missing = KINDS.filter((kind) => !seen.has(kind))
  assert.deepEqual(missing, ['c2pa', 'unknown'])
  assert.equal(scan(utf8Of('umbrella')).kind, 'unknown')
})

test('a file read in pieces gives what it gives as a whole', () => {
  for (const [kind, bytes] of [...CARRIED, ...LABELLED]) {
    let read = 0
    const source = paged(bytes.length, (offset, length) => {
      read += length
      return bytes.slice(offset, offset + length)
    })
    assert.deepEqual(scan(source).fields, scan(bytes).fields, kind)
    assert.ok(read > 0)
  }
})

test('of a long film only what is between the samples is read', () => {
  const size = 3_000_000_000
  const tail = box('moov', box('udta', box('XMP_', XMP)))
  const head = join(fileType('isom'), Uint8Array.from([0xb2, 0xd0, 0x5e, 0x00]), 'mdat')
  const start = head.length - 8 + 0xb2d05e00
  let read = 0
  const source = paged(start + tail.length, (offset, length) => {
    read += length
    const part = new Uint8Array(length)
    if (offset < head.length) part.set(head.subarray(offset, offset + length))
    if (offset + length > start) part.set(tail.subarray(Math.max(0, offset - start)), Math.max(0, start - offset))
    return part
  })
  assert.ok(source.size > size)
  assert.ok(readTraces(scan(source)).some((t) => t.sort === 'registration'))
  assert.ok(read < 400_000, `${read} bytes`)
})

test('what we write, we read; and a packet without our statement is none of ours', () => {
  assert.equal(readRegistration(new Map([['saola:AiId', 'AI-2026-000042-K']])), undefined)
  for (const statement of ['created-by-ai', 'edited-by-ai'] as const) {
    const [found] = traces(jpeg({ xmp: writePacket({ statement }) }))
    assert.deepEqual(found?.sort === 'registration' ? found.registration : undefined, { statement })
  }
})
