import { fileTypeFromBuffer } from 'file-type'
import { done, type Outcome, refuse } from '../../base/outcome.ts'
import { keepBytes, typeOf } from '../../db/files.ts'
import type { Kit } from '../../db/kit.ts'
import type { Message } from './rules.ts'
import { type CleanFile, FILE_LIMIT, MOST_FILES, type Paper, type Sealed } from './schema.ts'
import { newMessageKey, sealed as sealFor, withName } from './seal.ts'
import type { KeptStep } from './store.ts'
import { stripped } from './strip.ts'

/** What may come: pictures, papers, sound and film. Programs and archives never. */
const SEALED_KINDS = new Set([
  ...['image/heic', 'image/heif', 'image/webp', 'image/gif', 'video/mp4', 'video/quicktime', 'video/webm'],
  ...['video/3gpp', 'audio/mpeg', 'audio/mp4', 'audio/x-m4a', 'audio/ogg', 'audio/wav', 'audio/amr'],
])

/** A file as it came, and what may be shown of it. In memory only. */
export interface Brought {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly clean: Uint8Array | undefined
}

/** What came with a form, looked at but not kept. Refused: programs, archives, too many or too large ones. */
export async function broughtBy(files: readonly File[]): Promise<Outcome<readonly Brought[]>> {
  if (files.length > MOST_FILES) return refuse({ code: 'petition.files-many', field: 'file' })
  const brought: Brought[] = []
  for (const file of files) {
    if (file.size > FILE_LIMIT) return refuse({ code: 'petition.file-large', field: 'file' })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const type = (await typeOf(bytes, file.type)) ?? (await filmOrSound(bytes))
    if (type === undefined || bytes.length === 0) return refuse({ code: 'petition.file-kind', field: 'file' })
    const plain = type.startsWith('text/') || type === 'application/json' ? 'text/plain' : type
    brought.push({ name: file.name, type: plain, bytes, clean: stripped(bytes, plain) })
  }
  return done(brought)
}

async function filmOrSound(bytes: Uint8Array): Promise<string | undefined> {
  const found = (await fileTypeFromBuffer(bytes))?.mime
  return found !== undefined && SEALED_KINDS.has(found) ? found : undefined
}

/** What is said at a step of the sender. */
export const paperOf = (text: string, files: readonly Brought[], content: string): Paper => ({
  ...{ text, content },
  ...(files.length === 0
    ? {}
    : { files: files.length, sealedOnly: files.filter(({ clean }) => clean === undefined).length }),
})

/** The copies that may be read at the desk, under their hash and without a name. */
export async function keepClean(
  { site }: Pick<Kit, 'site'>,
  seq: number,
  files: readonly Brought[],
): Promise<CleanFile[]> {
  const kept: CleanFile[] = []
  for (const { type, clean } of files) {
    if (clean === undefined) continue
    const hash = await keepBytes(site.files, clean)
    kept.push({ seq, n: kept.length + 1, type, size: clean.length, sha256: hash })
  }
  return kept
}

/** Who somebody is, and files as they came: sealed with the key of the message, which is made where there is none yet. */
export async function sealParts(
  own: string | undefined,
  recipients: readonly string[],
  identity: Message['identity'],
  files: readonly Brought[],
): Promise<Pick<KeptStep, 'sealed' | 'key'>> {
  const secrets: readonly (readonly [Sealed['what'], Uint8Array | string])[] = [
    ...(identity === null ? [] : [['identity', JSON.stringify(identity)] as const]),
    ...files.map(({ name, type, bytes }) => ['original', withName(name, type, bytes)] as const),
  ]
  if (secrets.length === 0) return { sealed: [] }
  const made = own === undefined ? { ...(await newMessageKey(recipients)), recipients } : undefined
  const to = [own ?? made?.own ?? '']
  const sealed = await Promise.all(secrets.map(async ([what, said]) => ({ what, body: await sealFor(to, said) })))
  return made === undefined ? { sealed } : { sealed, key: made }
}
