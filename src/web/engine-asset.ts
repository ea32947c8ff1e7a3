import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { Asset } from './assets.ts'

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'saola')
const squeeze = promisify(brotliCompress)

interface Known {
  readonly path: string
  readonly hash: string
  readonly file: string
}
let known: Known | undefined
function engineFile(): Known {
  if (known === undefined) {
    const file = createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm')
    const hash = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12)
    known = { path: `/assets/c2pa.${hash}.wasm`, hash, file }
  }
  return known
}

/** Where a browser finds the engine that reads signed manifests: by the hash of its content, so for ever the same. */
export const enginePath = (): string => engineFile().path

let asset: Promise<Asset> | undefined
/** Nine megabytes, read and compressed when somebody asks for them first; most visitors never do. */
export function engineAsset(): Promise<Asset> {
  asset ??= gather(engineFile()).catch((fault: unknown) => {
    asset = undefined
    throw fault
  })
  return asset
}

async function gather({ file, hash }: Known): Promise<Asset> {
  const body = await readFile(file)
  const kept = join(CACHE, `c2pa.${hash}.br`)
  const br = await readFile(kept).catch(() => compressed(body, kept))
  return { type: 'application/wasm', body, br }
}

async function compressed(body: Buffer, kept: string): Promise<Buffer> {
  // Better qualities take twenty times as long and save a twentieth.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 7, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  const br = await squeeze(body, { params })
  const draft = `${kept}.${process.pid}`
  await mkdir(CACHE, { recursive: true })
    .then(() => writeFile(draft, br))
    .then(() => rename(draft, kept))
    // Read-only installation: compress again after the next start.
    .catch(() => undefined)
  return br
}
