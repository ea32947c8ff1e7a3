import { join } from 'node:path'
import { PlainFault } from '../../db/fault.ts'
import type { Kit } from '../../db/kit.ts'
import { parseBundle } from '../../log/bundle.ts'
import { grow, NO_EDGE, rootOfEdge } from '../../log/edge.ts'
import { fromUtf8, toHex } from '../../log/encoding.ts'
import { readEntry } from '../../log/evidence.ts'
import { leafHash, sameHash } from '../../log/hash.ts'
import type { LogKey } from '../../log/key.ts'
import { signedWith } from '../../log/note.ts'
import { TILE_WIDTH, tilePath, tileWidth } from '../../log/tiles.ts'
import { findErased, isStillThere } from './erasures-store.ts'
import { largestSize, readCheckpoint, readIfThere } from './files.ts'
import { findHead } from './store.ts'

/** An act of erasing as the log itself tells it: of what, when, and which groups of which entries went. */
export interface LoggedErasure {
  /** The hash of its entry, in hex. */
  readonly hash: string
  readonly tombstone: string
  /** `system`, `file`, `petition`, `party` or `account`. */
  readonly kind: string
  readonly subject: string
  readonly at: string
  readonly fields: readonly string[]
  /** Groups by the hash of the entry that committed to them. */
  readonly groups: ReadonlyMap<string, readonly string[]>
}

/**
 * Every act of erasing in the published files of a log, oldest first. With `known` keys the files are believed only if
 * their checkpoint is signed by one of them and their entries give its root; otherwise this says why not.
 */
export async function readErasures(folder: string, known?: readonly LogKey[]): Promise<readonly LoggedErasure[]> {
  const signed = await readCheckpoint(folder)
  if (signed === undefined) return []
  if (signed === 'strange') throw new PlainFault(`The checkpoint in ${folder} cannot be read.`)
  const { size, root } = signed.checkpoint
  if (known !== undefined && !known.some((key) => signedWith(signed.note, key).is === 'good'))
    throw new PlainFault(`The checkpoint in ${folder} is not signed by a key of this log.`)
  const found: LoggedErasure[] = []
  let edge = NO_EDGE
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const width = tileWidth({ level: 'entries', index }, size)
    const bytes = await readIfThere(join(folder, tilePath({ level: 'entries', index, width })))
    const bundle = bytes === undefined ? undefined : parseBundle(bytes, width)
    if (bundle?.ok !== true) throw new PlainFault(`Bundle ${index} of the log in ${folder} is missing or damaged.`)
    if (known !== undefined) edge = grow(edge, bundle.value.map(leafHash)).edge
    // Nearly no entry erases anything: those that do not are not read.
    found.push(...bundle.value.filter((entry) => Buffer.from(entry).includes(MARK)).flatMap(erasureIn))
  }
  if (known !== undefined && !sameHash(rootOfEdge(edge), root))
    throw new PlainFault(`The entries in ${folder} do not give the root that its checkpoint signs.`)
  return found
}

const MARK = '"erases":{'

function erasureIn(bytes: Uint8Array): LoggedErasure[] {
  const entry = readEntry(fromUtf8(bytes) ?? '')
  if (entry?.erases === undefined) return []
  const { type, subject, at, erases } = entry
  const groups = new Map<string, string[]>()
  for (const [leaf = '', group = ''] of erases.groups) groups.set(leaf, [...(groups.get(leaf) ?? []), group])
  const { tombstone, fields } = erases
  return [
    { hash: toHex(leafHash(bytes)), tombstone, kind: type.replace(/^erasure\./, ''), subject, at, fields, groups },
  ]
}

/** Erasures of the log that this database does not know, and of which it still holds the subject: an older one was restored. */
export async function returnedErasures(
  { db, site }: Pick<Kit, 'db' | 'site'>,
  logged?: readonly LoggedErasure[],
): Promise<readonly LoggedErasure[]> {
  const all = logged ?? (await readErasures(site.log.folder))
  if (all.length === 0) return []
  const erased = await findErased(db)
  const returned: LoggedErasure[] = []
  for (const one of all.filter(({ hash, tombstone }) => !erased.hashes.has(hash) && !erased.again.has(tombstone)))
    if (await isStillThere(db, one)) returned.push(one)
  return returned
}

/** Quick, for a start: only where the published log knows more than the database can anything have returned. */
export async function returnedAfterRestore(kit: Pick<Kit, 'db' | 'site'>): Promise<readonly LoggedErasure[]> {
  const head = await findHead(kit.db, kit.site.log.origin)
  return (await largestSize(kit.site.log.folder)) > (head?.size ?? 0) ? returnedErasures(kit) : []
}
