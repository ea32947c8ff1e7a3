import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { ATTACKS, cropped, jpegged, psnr, resized } from '../src/mark/attacks.ts'
import { detect } from '../src/mark/detect.ts'
import { picture } from '../src/mark/images.ts'
import { ALIKE, distance, hashes, sameImage, type Hashes } from '../src/mark/phash.ts'
import type { Pixels } from '../src/mark/pixels.ts'
import { embed } from '../src/mark/watermark.ts'
import { median, printMachine, quantile } from './measure.ts'
import { CODED, differentPictures, readPicture } from './pictures.ts'
import { setting } from './portal.ts'

/**
 * The watermark by the way of WAVES: how many of the marked pictures are still found after each attack, at how many
 * false alarms among unmarked ones, and how much the mark changes a picture. Pictures are made by a program and JPEG is
 * done on raw points (see src/mark/attacks.ts), so nothing is fetched and everyone gets the same pictures.
 * `BENCH_PICTURES=folder:folder` reads photographs and wallpapers instead; that, WebP and AVIF need sharp.
 */
const IMAGES = setting('BENCH_IMAGES', 76)
const SIDE = setting('BENCH_SIDE', 1600)
/** Smaller ones are previews. */
const LEAST = 640
const FOLDERS = (process.env.BENCH_PICTURES ?? '').split(':').filter((folder) => folder !== '')
/** As many as the prototype was tried with (marks.md, 5.2). */
const PROTOTYPE_IMAGES = 76
const ROWS: readonly {
  readonly name: string
  readonly attack: (pixels: Pixels) => Pixels | Promise<Pixels>
  readonly prototype?: number
}[] = [...ATTACKS, ...CODED]

interface Tried {
  readonly n: number
  readonly psnr: number
  readonly found: readonly string[]
  readonly wrong: readonly string[]
  readonly alarms: number
  readonly negatives: number
  readonly hashes: Hashes
  /** Attacks after which the copy still counts as the same picture, by each hash and by two of three. */
  readonly alike: readonly (readonly [attack: string, phash: boolean, dhash: boolean, pdq: boolean, same: boolean])[]
  readonly embedMs: number
  readonly detectMs: number
  readonly missMs: number
}

function cpu<T>(act: () => T): { readonly value: T; readonly ms: number } {
  const began = process.cpuUsage()
  const value = act()
  const { user, system } = process.cpuUsage(began)
  return { value, ms: (user + system) / 1000 }
}

/** An id of its own for each picture, so that a wrong one would be seen. */
const idOf = (n: number): string => ((n + 1) * 0x9e3779b1).toString(16).padStart(12, '0').slice(-12)

async function tryOne(n: number, file: string | undefined): Promise<Tried> {
  const plain = file === undefined ? picture(n, SIDE) : await readPicture(file, SIDE)
  const id = idOf(n)
  const made = cpu(() => embed(plain, id))
  const marked = made.value
  const before = hashes(plain)
  const found: string[] = []
  const wrong: string[] = []
  const alike: Tried['alike'][number][] = []
  let detectMs = 0
  for (const { name, attack } of ROWS) {
    const attacked = await attack(marked)
    const { value: hit, ms } = cpu(() => detect(attacked))
    if (name === 'none') detectMs = ms
    if (hit?.contentId === id) found.push(name)
    else if (hit !== undefined) wrong.push(name)
    const after = hashes(attacked)
    const near = (kind: keyof Hashes): boolean => distance(before[kind], after[kind]) <= ALIKE[kind]
    alike.push([name, near('phash'), near('dhash'), near('pdq'), sameImage(before, after)])
  }
  const negatives = [plain, jpegged(75)(plain), cropped(0.75)(plain), resized(0.5)(plain)]
  const looked = negatives.map((image) => cpu(() => detect(image)))
  return {
    n,
    psnr: psnr(plain, marked),
    found,
    wrong,
    alarms: looked.filter((l) => l.value !== undefined).length,
    negatives: negatives.length,
    hashes: before,
    alike,
    embedMs: made.ms,
    detectMs,
    missMs: looked[0]?.ms ?? 0,
  }
}

/** In processes of their own, one for each core, each with every so-manieth picture. */
function tryIn(part: number, parts: number, files: readonly string[]): Promise<readonly Tried[]> {
  const args = ['--import', 'tsx', import.meta.filename, 'part', String(part), String(parts), ...files]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const said: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => said.push(piece))
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', (status) =>
      status === 0
        ? done(JSON.parse(Buffer.concat(said).toString()) as readonly Tried[])
        : failed(new Error(`part ${part} ended with ${status}`)),
    )
  })
}

function report(tried: readonly Tried[]): void {
  const [negatives, alarms] = [tried.reduce((s, t) => s + t.negatives, 0), tried.reduce((s, t) => s + t.alarms, 0)]
  const ratios = tried.map((t) => t.psnr)
  console.log(`  false alarms ${alarms} of ${negatives} unmarked, wrong ids ${tried.flatMap((t) => t.wrong).length}`)
  console.log(
    `  PSNR min ${Math.min(...ratios).toFixed(1)}, median ${median(ratios).toFixed(1)}, max ${Math.max(...ratios).toFixed(1)} dB (prototype 39.7, 46.7, 52.3)`,
  )
  console.log(
    `  CPU embed ${median(tried.map((t) => t.embedMs)).toFixed(0)} ms, found at once ${median(tried.map((t) => t.detectMs)).toFixed(0)} ms, nothing found ${median(tried.map((t) => t.missMs)).toFixed(0)} ms (p99 ${quantile(
      tried.map((t) => t.missMs),
      0.99,
    ).toFixed(0)})`,
  )
  console.log(`  ${'attack'.padEnd(18)} found  prototype   same by pHash dHash PDQ-like two of three`)
  for (const { name, prototype } of ROWS) {
    const found = tried.filter((t) => t.found.includes(name)).length
    const theirs = prototype === undefined ? '' : `${prototype}/${PROTOTYPE_IMAGES}`
    const worse = found / tried.length < (prototype ?? 0) / PROTOTYPE_IMAGES ? ' (below)' : ''
    const rows = tried.flatMap((t) => t.alike.filter((a) => a[0] === name))
    const by = ([1, 2, 3, 4] as const).map((k) => String(rows.filter((r) => r[k]).length).padStart(6)).join('')
    console.log(
      `  ${name.padEnd(18)} ${`${found}/${tried.length}`.padStart(5)} ${theirs.padStart(7)}${worse.padEnd(9)} ${by}`,
    )
  }
  const pairs = tried.flatMap((a, n) => tried.slice(n + 1).map((b) => [a.hashes, b.hashes] as const))
  const between = (kind: keyof Hashes): number[] => pairs.map(([a, b]) => distance(a[kind], b[kind]))
  for (const kind of ['phash', 'dhash', 'pdq'] as const)
    console.log(
      `  unrelated by ${kind.padEnd(6)} median ${median(between(kind))}, nearest ${Math.min(...between(kind))} bits`,
    )
  console.log(
    `  unrelated pairs taken for the same: ${pairs.filter(([a, b]) => sameImage(a, b)).length} of ${pairs.length}`,
  )
  if (alarms > 0) process.exitCode = 1
}

if (process.argv[2] === 'part') {
  const [part, parts] = [Number(process.argv[3]), Number(process.argv[4])]
  const files = process.argv.slice(5)
  const tried: Tried[] = []
  for (let n = part; n < (files.length || IMAGES); n += parts) tried.push(await tryOne(n, files[n]))
  console.log(JSON.stringify(tried))
} else {
  const all = FOLDERS.length === 0 ? [] : await differentPictures(FOLDERS, LEAST, SIDE)
  // Evenly from all of them, for neighbours in a folder are of one kind.
  const files = all.filter(
    (_, n) => Math.floor((n * IMAGES) / all.length) !== Math.floor(((n - 1) * IMAGES) / all.length),
  )
  const what = FOLDERS.length === 0 ? `${IMAGES} made pictures` : `${files.length} of ${all.length} pictures`
  await printMachine(`Watermark: ${what} of at most ${SIDE} points a side, ${ROWS.length} attacks`)
  if (CODED.length === 0) console.log('  sharp is not installed: WebP and AVIF were not tried')
  const parts = availableParallelism()
  report((await Promise.all(Array.from({ length: parts }, (_, part) => tryIn(part, parts, files)))).flat())
}
