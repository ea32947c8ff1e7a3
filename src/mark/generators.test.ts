import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { GENERATED } from './corpus-generators.ts'
import {
  gif,
  heif,
  infoList,
  join,
  jpeg,
  mp3,
  id3,
  id3Frame,
  mp4,
  packet,
  png,
  riff,
  riffChunk,
  textChunk,
  tiff,
  utf8Of,
} from './corpus.ts'
import { scan } from './scan.ts'
import { readStealth } from './stealth.ts'
import { readTraces } from './traces.ts'
import { NAMESPACES } from './xmp.ts'

const generators = (bytes: Uint8Array): string[] =>
  readTraces(scan(bytes)).flatMap((trace) => (trace.sort === 'generator' ? [trace.id] : []))

test('every generator of the corpus is named, in every form', () => {
  assert.ok(GENERATED.length >= 24)
  assert.ok(new Set(GENERATED.map((g) => g.form)).size >= 12)
  assert.deepEqual(
    GENERATED.filter((g) => !generators(g.bytes).includes(g.generator)).map((g) => `${g.form}: ${g.generator}`),
    [],
  )
})

const CAMERAS = [
  'Canon',
  'NIKON CORPORATION',
  'SONY',
  'Apple',
  'samsung',
  'Google',
  'FUJIFILM',
  'Panasonic',
  'OLYMPUS',
  'DJI',
]
const PROGRAMS = [
  ...[
    'Adobe Lightroom 5.3 (Macintosh)',
    'Adobe Photoshop 25.1 (Windows)',
    'GIMP 2.10',
    'HDR+ 1.0.540104767zd',
    '17.4.1',
  ],
  ...['Ver.1.02', 'darktable 4.6.1', 'Capture One 23', 'Snapseed 2.0', 'Picasa', 'Runway 12 camera', 'FLUX capacitor'],
]
const CAPTIONS = [
  'Steps: 4 at the temple, then a sampler of sweets',
  'Mai trên Cầu Long Biên, chiều mưa',
  'Model: Lan. Seed: sown in May. Size: large',
  'She plays a sampler; the workflow of the print shop',
  'Exhibition "Made with AI?", hall 3',
  'Job ID: 4711, the luma of the scene',
  'Midjourney was a topic of the talk',
  'Signature: Nguyễn Văn A',
  'Prompt service at the umbrella library',
  'Dream of a pika on the runway',
]

/** Every camera with programs and captions that come near what generators write. */
function* photographs(): Generator<Uint8Array> {
  for (let n = 0; n < 320; n += 1) {
    const pick = (from: readonly string[], step: number): string => from[Math.floor(n / step) % from.length] ?? ''
    const [make, software, caption] = [pick(CAMERAS, 1), pick(PROGRAMS, 3), pick(CAPTIONS, 2)]
    const exif = tiff(
      { 0x010e: caption, 0x010f: make, 0x0110: `${make} X${n}`, 0x0131: software, 0x013b: 'Trần Thị B' },
      { little: n % 2 === 0, comment: join('ASCII\0\0\0', utf8Of(caption)) },
    )
    const spaces = `xmlns:xmp="${NAMESPACES.xmp}" xmlns:dc="${NAMESPACES.dc}" xmlns:Iptc4xmpExt="${NAMESPACES.Iptc4xmpExt}"`
    const captured =
      n % 3 === 0
        ? ' Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"'
        : ''
    const xmp = packet(
      `${spaces} xmp:CreatorTool="${software}"${captured}`,
      `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${caption.replace(/"/g, '')}</rdf:li></rdf:Alt></dc:description>`,
    )
    const kinds = [
      () => jpeg({ exif, xmp, iptc: { 80: 'Trần Thị B', 110: 'Umbrella News', 120: caption } }),
      () => heif('heic', { exif, xmp }),
      () =>
        png([
          textChunk('Software', software),
          textChunk('Description', caption),
          textChunk('Comment', 'Created with GIMP'),
        ]),
      () => tiff({ 0x010e: caption, 0x010f: make, 0x0131: software }),
      () => riff('WEBP', [riffChunk('EXIF', exif), riffChunk('XMP ', utf8Of(xmp))]),
      () =>
        mp4('qt  ', { 'com.apple.quicktime.make': make, 'com.apple.quicktime.software': software, '\xa9cmt': caption }),
      () => riff('WAVE', [infoList({ ICMT: caption, ISFT: 'Lavf61.1.100' }), riffChunk('data', new Uint8Array(8))]),
      () =>
        mp3(
          id3([
            id3Frame('TIT2', join('\x03', utf8Of(caption))),
            id3Frame('TSSE', utf8Of('\x03LAME 64bits version 3.100')),
          ]),
        ),
      () => gif({ comment: caption, xmp }),
    ]
    const made = kinds[n % kinds.length]
    if (made !== undefined) yield made()
  }
}

test('three hundred files as cameras and editors write them raise no alarm', () => {
  const alarms: unknown[] = []
  let count = 0
  for (const bytes of photographs()) {
    count += 1
    const found = scan(bytes)
    assert.ok(found.fields.length > 0, found.kind)
    const traces = readTraces(found)
    alarms.push(...traces.filter((t) => t.sort !== 'source-type' || t.share !== 'none'))
  }
  assert.ok(count >= 300)
  assert.deepEqual(alarms, [])
})

test('text hidden in the lowest bits of a picture is read, folded or not, and a picture without it gives nothing', () => {
  const text = JSON.stringify({ prompt: 'ô dù', Software: 'NovelAI' })
  const pixels = (signature: string, body: Uint8Array, channels: readonly number[]) => {
    const [width, height] = [90, 70]
    const data = new Uint8ClampedArray(width * height * 4).fill(254)
    const length = Uint8Array.from([24, 16, 8, 0], (shift) => (body.length * 8) >> shift)
    const bytes = join(signature, length, body)
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const point = Math.floor(bit / channels.length)
      const place = ((point % height) * width + Math.floor(point / height)) * 4 + (channels[bit % channels.length] ?? 0)
      data[place] = 254 | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
    }
    return { width, height, data }
  }
  for (const [signature, body, channels] of [
    ['stealth_pnginfo', utf8Of(text), [3]],
    ['stealth_pngcomp', gzipSync(text), [3]],
    ['stealth_rgbinfo', utf8Of(text), [0, 1, 2]],
    ['stealth_rgbcomp', gzipSync(text), [0, 1, 2]],
  ] as const) {
    const field = readStealth(pixels(signature, body, channels))
    assert.equal(field?.value, text, signature)
    assert.ok(field !== undefined && readTraces({ fields: [field] }).some((t) => t.sort === 'generator'))
  }
  assert.equal(readStealth(pixels('something else', utf8Of(text), [3])), undefined)
})
