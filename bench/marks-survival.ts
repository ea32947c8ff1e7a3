import { spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as c2pa from '@contentauth/c2pa-wasm'
import { makeAuthority, makeHeld } from '../src/authority.ts'
import { coseSign1, protectedHeader, toBeSigned } from '../src/mark/cose.ts'
import { detect } from '../src/mark/detect.ts'
import { heldBlob } from '../src/mark/held.ts'
import { picture } from '../src/mark/images.ts'
import { kindOf } from '../src/mark/kind.ts'
import { markFile } from '../src/mark/marking.ts'
import { hashes, sameImage } from '../src/mark/phash.ts'
import type { Pixels } from '../src/mark/pixels.ts'
import { scan } from '../src/mark/scan.ts'
import { EMBEDS } from '../src/mark/signing.ts'
import { readTraces } from '../src/mark/traces.ts'
import { sourceOf, View } from '../src/mark/view.ts'
import { embed } from '../src/mark/watermark.ts'
import { compiledEngine } from '../src/rooms/marks/engine.ts'
import { pemOf } from '../src/x509.ts'
import { printMachine } from './measure.ts'

/**
 * Which layers of a mark survive what people do with files every day: ten operations of ffmpeg on a marked picture, film
 * and sound. `yes`: still there and right. `broken`: the manifest is there and no longer fits. `–`: gone.
 */
if (spawnSync('ffmpeg', ['-version']).status !== 0) {
  console.log('ffmpeg is not installed (apt-get install ffmpeg): nothing was measured')
  process.exit(0)
}
const folder = mkdtempSync(join(tmpdir(), 'saola-survival-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const path = (name: string): string => join(folder, name)

function ffmpeg(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', ...args])
  if (status !== 0) throw new Error(`ffmpeg ${args.join(' ')}: ${stderr.toString().slice(0, 300)}`)
}

c2pa.initSync({ module: compiledEngine() })
const authority = makeAuthority(makeHeld('Bench', '2026-01-01T00:00:00.000Z'))
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const [aiId, contentId] = ['VN-7K3M-9QDX-4R', '5a01a0c0ffee']
const leaf = authority.issue({
  ...{ publicKey, country: 'VN', organisation: 'Bench', aiId, revocations: 'https://bench.invalid/revoked.crl' },
  from: new Date(Date.now() - 3_600_000).toISOString(),
  to: new Date(Date.now() + 86_400_000).toISOString(),
})
const header = protectedHeader([leaf, authority.issuer])
const roots = pemOf(authority.root)
const said = { statement: 'created-by-ai', aiId, contentId } as const
const signClaim = async (claim: Uint8Array): Promise<Uint8Array<ArrayBuffer>> => {
  const signature = sign('sha256', toBeSigned(header, claim), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return Uint8Array.from(coseSign1(header, signature) ?? new Uint8Array(0))
}

async function markedAs(name: string, from: string): Promise<void> {
  const bytes = readFileSync(path(from))
  const marked = await markFile(c2pa, { bytes, said, roots, sign: signClaim, blobOf: heldBlob })
  writeFileSync(path(name), marked.file)
}

/** What is left of the signed manifest. */
async function manifestIn(bytes: Uint8Array): Promise<string> {
  const format = EMBEDS[kindOf(new View(sourceOf(bytes)))]
  if (!scan(bytes).fields.some(({ carrier }) => carrier === 'c2pa')) return '–'
  if (format === undefined) return 'broken'
  try {
    const reader = await c2pa.WasmReader.fromBytes(format, bytes, JSON.stringify({ trust: { trust_anchors: roots } }))
    const { validation_state: state } = JSON.parse(reader.json()) as { validation_state: string }
    reader.free()
    return state === 'Trusted' ? 'yes' : 'broken'
  } catch {
    return 'broken'
  }
}
const metadataIn = (bytes: Uint8Array): string =>
  readTraces(scan(bytes)).some((t) => t.sort === 'registration' && t.registration.contentId === contentId) ? 'yes' : '–'

function pixelsOf(file: string): Pixels {
  const size = spawnSync('ffprobe', ['-v', 'error', '-show_entries', 'stream=width,height', '-of', 'csv=p=0', file])
  const [width = 0, height = 0] = size.stdout.toString().trim().split(',').map(Number)
  const raw = spawnSync('ffmpeg', ['-v', 'error', '-i', file, '-f', 'rawvideo', '-pix_fmt', 'rgba', 'pipe:1'], {
    maxBuffer: 1 << 28,
  })
  return { width, height, data: new Uint8ClampedArray(raw.stdout.subarray(0, width * height * 4)) }
}

interface Operation {
  readonly name: string
  readonly to: string
  readonly args: readonly string[]
}
const op = (name: string, to: string, ...args: readonly string[]): Operation => ({ name, to, args })

const PICTURE = [
  op('re-encoded, best quality', 'jpg', '-q:v', '2'),
  op('re-encoded, poor quality', 'jpg', '-q:v', '12'),
  op('resized to 75 %', 'jpg', '-vf', 'scale=iw*0.75:-2', '-q:v', '3'),
  op('resized to 50 %', 'jpg', '-vf', 'scale=iw*0.5:-2', '-q:v', '3'),
  op('cropped to 80 %', 'jpg', '-vf', 'crop=iw*0.8:ih*0.8', '-q:v', '3'),
  op('turned by 90°', 'jpg', '-vf', 'transpose=1', '-q:v', '3'),
  op('brighter', 'jpg', '-vf', 'eq=brightness=0.08', '-q:v', '3'),
  op('a bar of text below', 'jpg', '-vf', 'pad=iw:ih+80:0:0:white', '-q:v', '3'),
  op('saved as PNG', 'png'),
  op('saved as WebP', 'webp', '-quality', '80'),
]
const FILM = [
  op('copied into a new MP4', 'mp4', '-c', 'copy'),
  op('copied, tags kept', 'mp4', '-c', 'copy', '-map_metadata', '0', '-movflags', 'use_metadata_tags'),
  op('made ready for the web', 'mp4', '-c', 'copy', '-movflags', '+faststart'),
  op('transcoded, CRF 28', 'mp4', '-c:v', 'libx264', '-crf', '28', '-preset', 'veryfast'),
  op('made smaller, 240p', 'mp4', '-vf', 'scale=-2:240', '-preset', 'veryfast'),
  op('trimmed', 'mp4', '-ss', '0.5', '-c', 'copy'),
  op('sound taken away', 'mp4', '-an', '-c:v', 'copy'),
  op('saved as MOV', 'mov', '-c', 'copy'),
  op('saved as WebM', 'webm', '-c:v', 'libvpx-vp9', '-b:v', '300k', '-deadline', 'realtime', '-cpu-used', '8', '-an'),
  op('one frame as JPEG', 'jpg', '-frames:v', '1'),
]
const SOUND = [
  op('copied into a new MP3', 'mp3', '-c', 'copy'),
  op('transcoded, 128 kbit/s', 'mp3', '-b:a', '128k'),
  op('transcoded, 32 kbit/s', 'mp3', '-b:a', '32k'),
  op('trimmed', 'mp3', '-ss', '1', '-c', 'copy'),
  op('louder', 'mp3', '-af', 'volume=2'),
  op('one channel', 'mp3', '-ac', '1'),
  op('tags taken away', 'mp3', '-map_metadata', '-1', '-c', 'copy'),
  op('saved as M4A', 'm4a', '-c:a', 'aac'),
  op('saved as WAV', 'wav'),
  op('saved as Ogg', 'ogg', '-c:a', 'libvorbis'),
]

async function tell(
  title: string,
  source: string,
  operations: readonly Operation[],
  look?: (file: string) => string[],
) {
  console.log(`\n| ${title} | manifest | metadata |${look === undefined ? '' : ' watermark | hashes |'}`)
  console.log(`|---|---|---|${look === undefined ? '' : '---|---|'}`)
  for (const { name, to, args } of [op('as marked', ''), ...operations]) {
    const file = to === '' ? path(source) : path(`after.${to}`)
    if (to !== '') ffmpeg('-i', path(source), ...args, file)
    const bytes = readFileSync(file)
    const row = [name, await manifestIn(bytes), metadataIn(bytes), ...(look?.(file) ?? [])]
    console.log(`| ${row.join(' | ')} |`)
  }
}

await printMachine('What survives: ten everyday operations of ffmpeg')
const plain = picture(7, 1024)
const hidden = embed(plain, contentId)
writeFileSync(path('points'), hidden.data)
const size = `${hidden.width}x${hidden.height}`
ffmpeg('-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', size, '-i', path('points'), '-q:v', '2', path('plain.jpg'))
ffmpeg(
  ...['-f', 'lavfi', '-i', 'testsrc=size=640x360:rate=25:duration=3', '-f', 'lavfi', '-i', 'sine=440:duration=3'],
  ...['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-preset', 'veryfast', '-c:a', 'aac', path('plain.mp4')],
)
ffmpeg('-f', 'lavfi', '-i', 'sine=440:duration=5', '-ac', '2', '-b:a', '192k', path('plain.mp3'))
for (const kind of ['jpg', 'mp4', 'mp3']) await markedAs(`marked.${kind}`, `plain.${kind}`)
const own = hashes(hidden)
await tell('JPEG', 'marked.jpg', PICTURE, (file) => {
  const pixels = pixelsOf(file)
  const found = detect(pixels)?.contentId === contentId
  return [found ? 'yes' : '–', sameImage(own, hashes(pixels)) ? 'same' : '–']
})
await tell('MP4', 'marked.mp4', FILM)
await tell('MP3', 'marked.mp3', SOUND)
