import { existsSync, readdirSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hashes, sameImage, type Hashes } from '../src/mark/phash.ts'
import type { Pixels } from '../src/mark/pixels.ts'

/** What we use of sharp, which is no dependency of ours: `npm ci --prefix bench --ignore-scripts` brings it. */
interface Sharp {
  rotate(): Sharp
  resize(width: number, height: number, how: { fit: 'inside'; withoutEnlargement: boolean }): Sharp
  flatten(on: { background: string }): Sharp
  removeAlpha(): Sharp
  ensureAlpha(): Sharp
  webp(how: { quality: number }): Sharp
  avif(how: { quality: number }): Sharp
  raw(): Sharp
  toBuffer(): Promise<Buffer>
  toBuffer(how: { resolveWithObject: true }): Promise<{ data: Buffer; info: { width: number; height: number } }>
}
type Open = (from: string | Buffer, how?: { raw: { width: number; height: number; channels: 4 } }) => Sharp

const NAME = 'sharp'
const open = existsSync(join(import.meta.dirname, 'node_modules', NAME)) ? await loaded() : undefined
async function loaded(): Promise<Open> {
  const file = createRequire(join(import.meta.dirname, 'package.json')).resolve(NAME)
  return ((await import(pathToFileURL(file).href)) as { default: Open }).default
}

/** Attacks by coders that are not ours, with the figures of the prototype: none where sharp is not installed. */
export const CODED: readonly {
  readonly name: string
  readonly attack: (pixels: Pixels) => Promise<Pixels>
  readonly prototype: number
}[] =
  open === undefined
    ? []
    : [
        { name: 'WebP 50', attack: through(open, (from) => from.webp({ quality: 50 })), prototype: 53 },
        { name: 'AVIF 50', attack: through(open, (from) => from.avif({ quality: 50 })), prototype: 66 },
      ]

function through(sharp: Open, coded: (from: Sharp) => Sharp): (pixels: Pixels) => Promise<Pixels> {
  return async ({ width, height, data }) => {
    const from = sharp(Buffer.from(data.buffer), { raw: { width, height, channels: 4 } }).removeAlpha()
    return pixelsOf(sharp(await coded(from).toBuffer()))
  }
}

async function pixelsOf(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8ClampedArray(data) }
}

/** A picture from a file, upright, on white, with at most so many points on its long side. */
export function readPicture(file: string, most: number): Promise<Pixels> {
  if (open === undefined) throw new Error('pictures are read by sharp: npm ci --prefix bench --ignore-scripts')
  const inside = open(file).rotate().resize(most, most, { fit: 'inside', withoutEnlargement: true })
  return pixelsOf(inside.flatten({ background: '#fff' }))
}

/** Wallpapers come in many sizes: of pictures that look the same, and of links to one file, only the first. */
export async function differentPictures(folders: readonly string[], least: number, most: number): Promise<string[]> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  const pictures = files.filter((file) => /\.(jpe?g|png|webp|avif)$/i.test(file)).map((file) => realpathSync(file))
  const seen: Hashes[] = []
  const different: string[] = []
  for (const file of [...new Set(pictures)].toSorted()) {
    const pixels = await readPicture(file, most)
    if (Math.max(pixels.width, pixels.height) < least) continue
    const looks = hashes(pixels)
    if (seen.some((other) => sameImage(other, looks))) continue
    seen.push(looks)
    different.push(file)
  }
  return different
}
