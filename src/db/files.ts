import { createHash } from 'node:crypto'
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { secretToken } from '../base/ids.ts'

/** Largest file beside a dossier. */
export const FILE_LIMIT = 20 * 1_048_576

const TEXT = new Set(['text/plain', 'text/markdown', 'application/json'])
const KNOWN = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
])

/** What the bytes are, by looking at them; nothing when it is not a kind of document we keep (no programs, no archives). */
export async function typeOf(bytes: Uint8Array, claimed: string): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes)
  if (found !== undefined) return KNOWN.has(found.mime) ? found.mime : undefined
  const type = claimed.split(';')[0]?.trim().toLowerCase() ?? ''
  return isText(bytes) ? (TEXT.has(type) ? type : 'text/plain') : undefined
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    // A script is a program, though it is text.
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).startsWith('#!')
  } catch {
    // Not UTF-8, so not a text we can show again.
    return false
  }
}

const place = (root: string, hash: string) => join(root, hash.slice(0, 2), hash)

/** Keeps bytes under their hash: temporary file, fsync, rename, fsync of the folder. The same bytes twice are one file. */
export const keepBytes = async (root: string, bytes: Uint8Array): Promise<string> =>
  (await keepStream(root, one(bytes))).hash

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/** The same for what is too large to hold in memory. */
export async function keepStream(
  root: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly hash: string; readonly size: number }> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  const temporary = join(root, `.${secretToken()}`)
  const sum = createHash('sha256')
  let size = 0
  const file = await open(temporary, 'wx', 0o600)
  try {
    for await (const chunk of chunks) {
      sum.update(chunk)
      size += chunk.length
      await file.writeFile(chunk)
    }
    await file.sync()
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  } finally {
    await file.close()
  }
  const hash = sum.digest('hex')
  const folder = join(root, hash.slice(0, 2))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await rename(temporary, place(root, hash))
  const directory = await open(folder)
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
  return { hash, size }
}

/** Where the bytes of this hash lie, for who reads them piece by piece. */
export const pathOf = place

export const readBytes = (root: string, hash: string): Promise<Uint8Array> => readFile(place(root, hash))

export const holdsBytes = (root: string, hash: string): Promise<boolean> =>
  access(place(root, hash)).then(
    () => true,
    // Not there any more, or never was.
    () => false,
  )

/** Removes bytes nobody refers to any more. Gone already is as good. */
export const dropBytes = (root: string, hash: string): Promise<void> => rm(place(root, hash), { force: true })
