import type { Kit } from '../../db/kit.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../log/checkpoint.ts'
import { toBase64 } from '../../log/encoding.ts'
import { sameHash } from '../../log/hash.ts'
import type { LogKey } from '../../log/key.ts'
import { printNote, signedWith } from '../../log/note.ts'
import { ACT_TABLES, countLeaves, countTombstones, listBodies, shares } from './acts-store.ts'
import { readLeaf, unescape } from './acts.ts'
import { readErasures, returnedErasures } from './erasures.ts'
import { readCheckpoint } from './files.ts'
import { BEGINNING, type Judged, judgeShare, type Share } from './judging.ts'
import { checkPapers } from './papers.ts'
import type { Finding, Head } from './schema.ts'
import { cosigned } from './sequence.ts'
import * as store from './store.ts'
import { checkTree, type Recomputed, type Told } from './tree.ts'

export interface FsckOptions {
  /** Every key the log ever had. */
  readonly known: readonly LogKey[]
  /** A checkpoint somebody else kept: what was signed then must still be in the log. */
  readonly kept?: SignedCheckpoint
  /** Judges a share of the acts elsewhere, on another core. */
  readonly elsewhere?: (share: Share) => Promise<Judged>
  /** Told of each finding as it is found. */
  readonly told?: Told
}

export interface Report {
  readonly size: number
  readonly waiting: number
  /** What was looked at, and how many of it. */
  readonly checked: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

/**
 * Derives everything anew, from the entries of the log and from the rows of the database, and says what does not fit:
 * missing, extra, altered, reordered, unproven. Reads only, and may run beside the portal.
 */
export async function fsck(kit: Pick<Kit, 'db' | 'site' | 'keys'>, options: FsckOptions): Promise<Report> {
  const findings: Finding[] = []
  const told: Told = (finding) => {
    findings.push(finding)
    options.told?.(finding)
  }
  const head = await store.findHead(kit.db, kit.site.log.origin)
  const size = head?.size ?? 0
  const all: Share[] = []
  for (const table of ACT_TABLES) {
    let from = BEGINNING
    for (const end of await shares(kit.db, table, options.elsewhere === undefined ? 1 : 2)) {
      all.push({ table, from, end })
      from = end ?? BEGINNING
    }
  }
  const judge = options.elsewhere ?? ((share: Share) => judgeShare(kit, share))
  const judging = Promise.all(all.map(judge))
  const tree = checkLog(kit, head, options, told)
  const [judged, papers] = [await judging, await tree.then(() => checkPapers(kit, told))]
  for (const { findings: more } of judged) more.forEach(told)
  await checkCounts(kit, size, judged, told)
  const { all: leaves, indexed } = await countLeaves(kit.db)
  const acts = judged.reduce((sum, one) => sum + one.acts, 0)
  const tombstones = await countTombstones(kit.db)
  await checkReturned(kit, told)
  return { size, waiting: leaves - indexed, checked: { entries: size, acts, tombstones, ...papers }, findings }
}

/** Acts whose leaf does not say what the database says, in words. */
export async function unopened(db: Kit['db']): Promise<readonly string[]> {
  const judged = await Promise.all(
    ACT_TABLES.map((table) => judgeShare({ db }, { table, from: BEGINNING, end: undefined })),
  )
  return judged.flatMap(({ findings }) => findings.map(({ kind, where, says }) => `${kind}: ${where}: ${says}`))
}

/** Files, rows and signatures of the log itself. */
async function checkLog(
  { db, site }: Pick<Kit, 'db' | 'site'>,
  head: Head | undefined,
  { known, kept }: FsckOptions,
  told: Told,
): Promise<void> {
  if (head === undefined) {
    const shown = await readCheckpoint(site.log.folder)
    if (shown !== undefined || kept !== undefined)
      told({ kind: 'missing', where: 'log_head', says: 'The log has begun, and the database does not know its head.' })
    return
  }
  const signed = readNote(head.note, 'log_head (column note)', known, site.log.origin, told)
  const witnessed =
    head.witnessed === null
      ? undefined
      : readNote(head.witnessed, 'log_head (column witnessed)', known, site.log.origin, told)
  if (kept !== undefined) judgeNote(kept, 'the checkpoint kept elsewhere', known, site.log.origin, told)
  // Right after the swap the files may still show the head before. Then it is that one whose files are looked at.
  const shown = await settled(site.log.folder, head.size)
  const published = typeof shown === 'object' ? Math.min(shown.checkpoint.size, head.size) : head.size
  const others = [witnessed, kept].flatMap((one) => one ?? [])
  const sizes = [published, ...others.map(({ checkpoint }) => checkpoint.size)]
  const tree = await checkTree(db, site.log.folder, published, sizes, told)
  if (signed !== undefined && (signed.checkpoint.size !== head.size || toBase64(signed.checkpoint.root) !== head.root))
    told({ kind: 'altered', where: 'log_head', says: 'Its size or root is not what its own note says.' })
  const roots = published === head.size ? [signed, ...others] : others
  for (const one of roots) if (one !== undefined) compareRoot(one, tree, head.size, told)
  await checkPublished({ db, site }, head, shown, known, tree, told)
}

/** What the log says was erased must not stand in the database again. Damaged files are named where they are checked. */
async function checkReturned(kit: Pick<Kit, 'db' | 'site'>, told: Told): Promise<void> {
  const logged = await readErasures(kit.site.log.folder).catch(() => [])
  for (const { tombstone, kind, subject, at } of await returnedErasures(kit, logged))
    told({
      kind: 'returned',
      where: `${kind} ${subject}`,
      says: `It was erased on ${at} under tombstone ${tombstone} and is in the database again: run “saola erase again”.`,
    })
}

function readNote(text: string, where: string, known: readonly LogKey[], origin: string, told: Told) {
  const read = parseSignedCheckpoint(text)
  if (!read.ok) told({ kind: 'altered', where, says: 'This checkpoint cannot be read.' })
  return read.ok && judgeNote(read.value, where, known, origin, told) ? read.value : undefined
}

function judgeNote(
  one: SignedCheckpoint,
  where: string,
  known: readonly LogKey[],
  origin: string,
  told: Told,
): boolean {
  const found = known.map((key) => signedWith(one.note, key).is)
  if (one.checkpoint.origin !== origin)
    told({ kind: 'altered', where, says: `It is a checkpoint of ${one.checkpoint.origin}, not of ${origin}.` })
  else if (found.includes('wrong')) told({ kind: 'altered', where, says: 'Its signature is not that of this log.' })
  else if (!found.includes('good')) told({ kind: 'unproven', where, says: 'No key of this log has signed it.' })
  else return true
  return false
}

function compareRoot({ checkpoint }: SignedCheckpoint, tree: Recomputed, size: number, told: Told): void {
  const where = `the signed head of ${checkpoint.size} acts`
  if (checkpoint.size > size)
    return told({
      kind: 'missing',
      where,
      says: `The database knows of ${size} acts only: an older one was restored, or acts were taken away.`,
    })
  const root = tree.rootAt(checkpoint.size)
  if (root === undefined || !sameHash(root, checkpoint.root))
    told({ kind: 'altered', where, says: 'What is in the log now does not give the root that was signed then.' })
}

/** The checkpoint file against the head. It may lag for a moment, or lack a cosignature that has just come. */
async function checkPublished(
  { db, site }: Pick<Kit, 'db' | 'site'>,
  head: Head,
  shown: Awaited<ReturnType<typeof readCheckpoint>>,
  known: readonly LogKey[],
  tree: Recomputed,
  told: Told,
): Promise<void> {
  const where = 'checkpoint'
  if (shown === undefined) return told({ kind: 'missing', where, says: 'No checkpoint is published.' })
  if (shown === 'strange') return told({ kind: 'altered', where, says: 'The published checkpoint cannot be read.' })
  if (!judgeNote(shown, where, known, site.log.origin, told)) return
  if (shown.checkpoint.size <= head.size) compareRoot(shown, tree, head.size, told)
  const now = await store.findHead(db, site.log.origin)
  if (shown.checkpoint.size < head.size)
    return told({
      kind: 'missing',
      where,
      says: `It shows ${shown.checkpoint.size} of ${head.size} acts: start the portal, and it publishes the rest.`,
    })
  if (now === undefined || shown.checkpoint.size > now.size)
    return told({
      kind: 'extra',
      where,
      says: `It shows ${shown.checkpoint.size} acts and the database knows of ${now?.size ?? 0}: an older database was restored.`,
    })
  const expected = parseSignedCheckpoint(readable(now) ? await cosigned(db, now) : '')
  const lines = expected.ok ? printNote(expected.value.note).split('\n') : []
  const strange = printNote(shown.note)
    .split('\n')
    .filter((line) => !lines.includes(line))
  if (shown.checkpoint.size === now.size && strange.length > 0)
    told({ kind: 'altered', where, says: `It holds lines the log did not publish: ${strange.join(' | ')}` })
}

const readable = ({ note }: Head): boolean => parseSignedCheckpoint(note).ok

async function settled(folder: string, size: number): ReturnType<typeof readCheckpoint> {
  for (let tries = 0; ; tries += 1) {
    const shown = await readCheckpoint(folder)
    const behind = shown !== undefined && shown !== 'strange' && shown.checkpoint.size < size
    if (!behind || tries === 3) return shown
    await new Promise((resume) => setTimeout(resume, 300))
  }
}

/** Every place of the log must be claimed by exactly one act. */
async function checkCounts(
  { db }: Pick<Kit, 'db'>,
  size: number,
  judged: readonly Judged[],
  told: Told,
): Promise<void> {
  const { indexed, most } = await countLeaves(db)
  const claimed = new Uint8Array(Math.max(size, most))
  for (const { seen } of judged) for (const at of seen) claimed[at] = Math.min(2, (claimed[at] ?? 0) + 1)
  const waits = judged.flatMap(({ waiting }) => waiting)
  for (const leaf of twice(waits))
    told({
      kind: 'extra',
      where: `log_leaf ${leaf}`,
      says: 'Several acts of the database claim this leaf, which has no place yet.',
    })
  const next = await store.countIndexed(db)
  if (indexed !== most || next < most)
    told({
      kind: 'missing',
      where: 'log_leaf',
      says: `${indexed} leaves have an index, the highest is ${most - 1}, the counter stands at ${next}: there are gaps.`,
    })
  const [none, several] = [0, 2].map((n) => places(claimed.subarray(0, size), n))
  const bodies = new Map((await listBodies(db, [...(none ?? []), ...(several ?? [])])).map((b) => [b.index, b.body]))
  const say = (at: number): string => {
    const body = bodies.get(at)
    const leaf = body === undefined ? undefined : readLeaf(unescape(body))
    return leaf === undefined ? 'an act that cannot be read' : `${leaf.type} of ${leaf.subject} at ${leaf.at}`
  }
  for (const at of none ?? [])
    told({
      kind: 'missing',
      where: `entry ${at} of the log`,
      says: `The log holds ${say(at)}, and no act of the database belongs to it.`,
    })
  for (const at of several ?? [])
    told({ kind: 'extra', where: `entry ${at} of the log`, says: `Several acts of the database claim ${say(at)}.` })
}

const twice = (all: readonly string[]): string[] => {
  const once = new Set<string>()
  return all.filter((one) => once.has(one) || !once.add(one))
}

/** The first thousand of a kind: whoever deleted a million acts is found by fewer. */
function places(claimed: Uint8Array, n: number): number[] {
  const found: number[] = []
  for (let at = 0; at < claimed.length && found.length < 1000; at += 1) if (claimed[at] === n) found.push(at)
  return found
}
